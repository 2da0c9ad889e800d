"""Where files are and what they are called: listing a folder without traps, and article ids out of file names."""

from __future__ import annotations

import errno
import os
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from caytre.text.characters import normalise

__all__ = [
    "IGNORED",
    "MAX_ID",
    "ReadingError",
    "article_id",
    "article_ids",
    "cut",
    "is_plain_name",
    "safe_name",
    "scan",
    "shown",
    "system_reason",
    "unique",
    "walk",
]

IGNORED = (".", "~$", "__MACOSX", "Thumbs.db", "desktop.ini")
"""How the names begin of what systems and programs leave in folders: hidden files, locks of Word. Never an article."""

UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff<>:\"/\\|?*]")
UNSAFE_START = " .-=+@~"
MAX_ID = 250
"""Bytes of an article id, so that a file of its name with an ending of four characters can be written anywhere."""

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
"""A name that is safe as it is: nearly every one, and there may be a million."""


class ReadingError(ValueError):
    """A file, member or row that cannot be read: where, and in one sentence why and what to do."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def scan(folder: Path) -> tuple[list[Path], list[ReadingError]]:
    """The files of `walk` as paths, and its errors."""
    names, errors = walk(folder)
    return [folder / name for name in names], errors


def walk(folder: Path) -> tuple[list[str], list[ReadingError]]:
    """The files in a folder and below it, seen from it, by name in NFC, and what cannot be followed or listed.

    Links to folders are not followed, so that no loop can arise; hidden files and those of the system are passed over.
    """
    files: list[str] = []
    errors: list[ReadingError] = []

    def failed(error: OSError) -> None:
        errors.append(ReadingError(shown(Path(error.filename)), system_reason(error)))

    for parent, folders, names in os.walk(folder, onerror=failed):
        folders[:] = [name for name in folders if not name.startswith(IGNORED)]
        links = [name for name in folders if os.path.islink(os.path.join(parent, name))]
        errors += [
            ReadingError(
                shown(Path(parent, name).relative_to(folder)),
                "is a link to a folder; copy the folder here instead",
            )
            for name in links
        ]
        files += [os.path.join(parent, name) for name in names if not name.startswith(IGNORED)]
    root = len(os.path.join(folder, ""))
    names = [path[root:] for path in files]
    return sorted(names, key=lambda name: (shown(name), name)), errors


def article_id(path: Path | str) -> str:
    """The stem of a file name in NFC, without what a file name or a formula must not have."""
    name = os.path.basename(path)
    point = name.rfind(".")
    stem = name[:point] if 0 < point < len(name) - 1 else name
    return stem if PLAIN.fullmatch(stem) else safe_name(shown(stem))


def article_ids(paths: Iterable[Path | str]) -> list[str]:
    """An id for each of several files: where stems coincide the whole path, and a number where that does too."""
    paths = list(paths)
    stems = [article_id(path) for path in paths]
    shared = Counter(stem.casefold() for stem in stems)
    taken = {stem.casefold() for stem in stems if shared[stem.casefold()] == 1}
    return [
        stem
        if shared[stem.casefold()] == 1
        else unique(safe_name(shown(path).replace("/", "-").replace(".", "-")), taken)
        for path, stem in zip(paths, stems, strict=True)
    ]


def unique(name: str, taken: set[str]) -> str:
    """*name*, with the first number from 2 that makes it unlike all *taken*, upper and lower case alike; then taken too."""
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        found = f"{cut(name, MAX_ID - len(str(number)) - 1)}-{number}"
    taken.add(found.casefold())
    return found


def is_plain_name(name: str) -> bool:
    """Whether *name* can be that of a file or folder on any system, as it is."""
    return bool(name) and name == safe_name(name)


def shown(path: Path | str) -> str:
    """A path as text that can be written anywhere: NFC, / between folders, U+FFFD for bytes that are no UTF-8."""
    text = str(path)
    if text.isascii() and text.isprintable() and "\\" not in text:
        return text  # nearly every name, and there may be a million
    path = Path(path)
    return normalise(os.fsencode(path.as_posix()).decode("utf-8", errors="replace").replace("\n", " "))[0]


def safe_name(name: str) -> str:
    """A name that can be a file's on any system and a cell of a spreadsheet."""
    cleaned = UNSAFE.sub("_", normalise(name)[0]).lstrip(UNSAFE_START).rstrip(" .")
    return cut(cleaned, MAX_ID) or "article"


def cut(name: str, size: int) -> str:
    """The first *size* bytes of *name* in UTF-8, or fewer, so that no character is cut in two."""
    return name.encode("utf-8")[:size].decode("utf-8", errors="ignore")


def system_reason(error: OSError) -> str:
    """Why the system does not give a file, in words that follow its name."""
    reasons = {
        errno.ENOENT: "does not exist, or is a link to what does not",
        errno.ELOOP: "is a link that leads back to itself",
        errno.EACCES: "may not be read; ask its owner for permission",
        errno.EPERM: "may not be read; ask its owner for permission",
        errno.ENAMETOOLONG: "has a name that is too long",
    }
    return reasons.get(error.errno or 0, f"cannot be read ({error.strerror or error})")
