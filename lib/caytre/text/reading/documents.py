"""Files to texts: one file is one article, a table has one a row, a zip archive one a member.

A file that cannot be read is a ReadingError that names it and the cure, and never stops the others. Nothing is guessed
silently: each document says in which encoding it was read and how many characters of which kind were changed (see
`characters.normalise`).
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from caytre.text.characters import normalise
from caytre.text.reading.archives import MAX_MEMBER, member_name, members, refusal
from caytre.text.reading.encodings import INNER, UnreadableError, decode, known, repair
from caytre.text.reading.metadata import front_matter
from caytre.text.reading.officefiles import read_docx, read_pdf
from caytre.text.reading.paths import (
    IGNORED,
    MAX_ID,
    ReadingError,
    article_id,
    cut,
    safe_name,
    shown,
    system_reason,
    unique,
)
from caytre.text.reading.tabular import READERS, Options, Row
from caytre.text.reading.webpages import read_page

__all__ = ["ENDINGS", "Document", "read_parts"]

PLAIN, PAGES = (".txt", ".md", ".markdown"), (".html", ".htm", ".xhtml")
ENDINGS = (*PLAIN, *PAGES, ".docx", ".pdf", *READERS, ".zip")
CURES = {
    ".doc": "save it as .docx",
    ".xls": "save it as .xlsx",
    ".rtf": "save it as .docx",
    ".rar": "pack it as .zip",
    ".epub": "save it as .txt",
}

LETTER = re.compile(r"[^\W\d_]")


class Document(NamedTuple):
    """One article. `source` is the file, with "::member" in an archive and "#row" (counted from 1) in a table."""

    article_id: str
    text: str
    source: str
    sha256: str
    encoding: str
    removed: dict[str, int]
    metadata: dict[str, str]


def read_parts(
    path: Path, *, source: str = "", encoding: str | None = None, text_column: str | None = None
) -> Iterator[Document | ReadingError]:
    """The documents in one file, and an error in the place of each that cannot be read.

    *source* is how the file is called in documents and errors. Rows or members with one id between them are told apart
    by a number: "tin", "tin-2"; upper and lower case are alike.
    """
    source = source or shown(Path(path.name))
    taken: set[str] = set()
    try:
        options = Options(known(encoding) if encoding else None, text_column)
        _check(path)
        with open(path, "rb") as handle:
            for part in _parts(handle, source, source, options):
                if isinstance(part, Document):
                    part = part._replace(article_id=unique(part.article_id, taken))
                yield part
    except OSError as error:
        yield ReadingError(source, system_reason(error))
    except UnreadableError as error:
        yield ReadingError(source, str(error))


def _check(path: Path) -> None:
    mode = os.stat(path).st_mode
    if stat.S_ISDIR(mode):
        raise UnreadableError("is a folder, not a file")
    if not stat.S_ISREG(mode):
        raise UnreadableError("is a pipe, socket or device, not a file")
    size, ending = os.stat(path).st_size, path.suffix.lower()
    if size == 0:
        raise UnreadableError("is empty")
    if size > MAX_MEMBER and ending not in READERS and ending != ".zip":
        raise UnreadableError(f"is larger than {MAX_MEMBER // 2**20} MB; split it")


def _parts(handle: BinaryIO, name: str, source: str, options: Options) -> Iterator[Document | ReadingError]:
    """What is in an open file called *name*; the errors of its parts in their places, its own raised."""
    ending = PurePosixPath(name).suffix.lower()
    try:
        if ending == ".zip":
            yield from _members(handle, source, options)
        elif ending in READERS:
            for row in READERS[ending](handle, options):
                yield _from_row(row, name, source, options)
        else:
            yield _single(handle, name, ending, source, options)
    except (UnreadableError, MemoryError):
        raise
    except (
        Exception
    ) as error:  # the libraries for Word, Excel, PDF and Parquet raise whatever a broken file leads to
        detail = " ".join(str(error).split())[:160]
        raise UnreadableError(
            f"is not a {ending} file that can be read ({type(error).__name__}: {detail})"
        ) from error


def _single(handle: BinaryIO, name: str, ending: str, source: str, options: Options) -> Document:
    encoding, metadata, removed = "unicode", dict[str, str](), dict[str, int]()
    if ending in PLAIN:
        text, encoding = decode(handle.read(), encoding=options.encoding)
        if ending != ".txt":
            metadata, text, removed["front_matter"] = front_matter(text)
    elif ending in PAGES:
        text, encoding, metadata, removed = read_page(handle.read(), encoding=options.encoding)
    elif ending == ".docx":
        text = read_docx(handle)
    elif ending == ".pdf":
        text, removed["pages_without_text"] = read_pdf(handle)
    else:
        cure = CURES.get(ending, f"the endings read are {', '.join(ENDINGS)}")
        raise UnreadableError(
            f'has the ending "{ending}", which is not read; {cure}' if ending else f"has no ending; {cure}"
        )
    return _document(article_id(Path(name)), text, source, encoding, metadata, removed, options)


def _from_row(row: Row, name: str, source: str, options: Options) -> Document | ReadingError:
    place = f"{source}#{row.place}"
    if row.problem:
        return ReadingError(place, row.problem)
    number = row.place.rpartition("#")[2]
    fallback = f"{cut(article_id(Path(name)), MAX_ID - 8)}-{int(number):04d}"
    try:
        return _document(
            safe_name(row.article_id) if row.article_id else fallback,
            row.text,
            place,
            row.encoding,
            row.metadata,
            {},
            options,
        )
    except UnreadableError as error:
        return ReadingError(place, str(error))


def _members(handle: BinaryIO, source: str, options: Options) -> Iterator[Document | ReadingError]:
    infos = sorted(members(handle), key=member_name)
    handle.seek(0)
    with zipfile.ZipFile(handle) as archive:
        for info in infos:
            name = normalise(member_name(info))[0]
            if any(part.startswith(IGNORED) and part != ".." for part in PurePosixPath(name).parts):
                continue
            place = f"{source}::{name}"
            try:
                if reason := refusal(info):
                    raise UnreadableError(reason)
                content = archive.read(info)
                if not content:
                    raise UnreadableError("is empty")
                yield from _parts(io.BytesIO(content), name, place, options)
            except (
                UnreadableError,
                zipfile.BadZipFile,
                NotImplementedError,
                RuntimeError,
                EOFError,
                OSError,
            ) as error:
                yield ReadingError(place, str(error) or type(error).__name__)
            except Exception as error:  # zlib.error and its like: a damaged member must not cost the others
                yield ReadingError(place, f"is damaged in the archive ({error}); pack it again")


def _document(
    name: str,
    text: str,
    source: str,
    encoding: str,
    metadata: dict[str, str],
    removed: dict[str, int],
    options: Options,
) -> Document:
    """Puts together a document: letters that stand for bytes put right, characters in normal form, fields likewise."""
    inner = ""
    if options.encoding is None:
        text, inner = repair(text)
    elif encoding == "unicode":
        inner = (
            options.encoding.rpartition("+")[2]
            if options.encoding in ("tcvn3", "vni") or "+" in options.encoding
            else ""
        )
        text = INNER[inner](text) if inner else text
    text, counts = normalise(text)
    if not LETTER.search(text):
        raise UnreadableError("holds no word")
    values = {
        key: " ".join(normalise(INNER[inner](value) if inner else value)[0].split())
        for key, value in metadata.items()
    }
    total = Counter(removed) + Counter(counts)
    return Document(
        name, text, source, hashlib.sha256(text.encode("utf-8")).hexdigest(),
        f"{encoding}+{inner}" if inner else encoding, dict(total), values,
    )  # fmt: skip
