"""Zip archives (Word and Excel files are some) from strangers: what may be unpacked, and what is refused with a reason."""

from __future__ import annotations

import stat
import zipfile
from pathlib import PurePosixPath
from typing import BinaryIO

from caytre.text.reading.encodings import UnreadableError

__all__ = ["MAX_MEMBER", "check_office", "member_name", "members", "refusal"]

MAX_MEMBER, MAX_ARCHIVE = 256 * 2**20, 2 * 2**30
"""Bytes, unpacked, of one file in an archive and of all of them."""
MAX_RATIO, SMALL = 200, 32 * 2**20
"""A member that unpacks to more than so many times its size, and to more than so many bytes, is taken for a bomb."""
MAX_MEMBERS = 200_000

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
UTF8_NAME, ENCRYPTED = 0x800, 0x1


def members(handle: BinaryIO) -> list[zipfile.ZipInfo]:
    """The files in an archive; raises UnreadableError for one that is broken or would unpack to too much."""
    try:
        with zipfile.ZipFile(handle) as archive:
            found = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise UnreadableError(f"is a broken archive ({error}); save or download it again") from None
    if sum(info.file_size for info in found) > MAX_ARCHIVE or len(found) > MAX_MEMBERS:
        raise UnreadableError(
            f"would unpack to more than {MAX_ARCHIVE // 2**30} GB or {MAX_MEMBERS} files; split it"
        )
    return found


def refusal(info: zipfile.ZipInfo) -> str:
    """Why a member is not read, or "". Nothing is ever unpacked to disk, so a bad path could do no harm; it is refused all the same."""
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or name[1:2] == ":" or ".." in PurePosixPath(name).parts:
        return "has a path that leads out of the archive; pack it again without it"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link; pack the file itself"
    if info.flag_bits & ENCRYPTED:
        return "is encrypted; pack it without a password"
    if name.lower().endswith(".zip"):
        return "is an archive in an archive; unpack it first"
    if info.file_size > MAX_MEMBER or (
        info.file_size > SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size)
    ):
        return f"would unpack to {info.file_size // 2**20} MB from {info.compress_size // 2**10} KB; unpack it yourself if you trust it"
    return ""


def member_name(info: zipfile.ZipInfo) -> str:
    """The name of a member, also where a packer wrote UTF-8 without saying so."""
    if info.flag_bits & UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def check_office(handle: BinaryIO) -> None:
    """Raises UnreadableError for what is no Word or Excel file, or one that unpacks to far more than its size."""
    start = handle.read(4)
    handle.seek(0)
    if start == OLD_OFFICE:
        raise UnreadableError(
            "is an old or password-protected Office file; save it as .docx or .xlsx without a password"
        )
    if any(refusal(member) for member in members(handle)):
        raise UnreadableError("unpacks to far more than its size; save it again")
    handle.seek(0)
