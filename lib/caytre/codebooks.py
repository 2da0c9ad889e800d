"""Codebooks: what the analysis looks for, as data that a researcher edits.

They live in `data/codebooks` of the project. A corpus may bring a folder `codebooks/` of its own; a file there stands
in for the project's file of the same name, but for those that the whole project shares. Each is read once per content:
the digest is of the bytes on disk.
"""

from __future__ import annotations

import csv
import difflib
import hashlib
import io
import os
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

import yaml

__all__ = [
    "CodebookError",
    "digest",
    "exists",
    "find",
    "made_from",
    "made_once",
    "project_root",
    "read_csv",
    "read_yaml",
]

SHARED = ("abbreviations.csv", "sentence_openers.csv", "hyphenated.csv", "columns.yaml")
"""Codebooks of the language and of file formats, which no corpus has its own of."""

MISSHAPED = (TypeError, ValueError, AttributeError, LookupError, re.error)
"""What goes wrong where a codebook holds a list for a word, a word for a number, or a pattern that is none."""

Made = TypeVar("Made")
State = tuple[tuple[str, int, int], ...]
"""Path, time of change and size of some files."""


class CodebookError(ValueError):
    """A codebook that cannot be used; the message names the file, the place and the cure."""


class Keyed(dict[Any, Any]):
    """A mapping of a codebook: a key that is missing raises CodebookError, which says where it was looked for."""

    def __init__(self, entries: dict[Any, Any], path: str, place: str) -> None:
        super().__init__(entries)
        self.path, self.place = path, place

    def __missing__(self, key: object) -> Any:
        raise CodebookError(
            f'{self.path}: no key "{key}"{self.place} (found: {", ".join(map(str, self)) or "nothing"}); '
            "add it as in the project's codebook of the same name"
        )

    def __reduce__(self) -> tuple[type[Keyed], tuple[dict[Any, Any], str, str]]:
        return Keyed, (dict(self), self.path, self.place)


def project_root(start: Path | None = None) -> Path:
    """The first folder at or above *start* (default: the working folder) that holds environment.yml.

    Where none does, the project that this library is installed from; failing that, the working folder.
    """
    return _root(str(start or Path.cwd()))


@lru_cache(maxsize=8)
def _root(start: str) -> Path:
    here = Path(start).resolve()
    for folder in (here, *here.parents, *Path(__file__).resolve().parents):
        if (folder / "environment.yml").is_file():
            return folder
    return here


def find(name: str, *, corpus: Path | None = None) -> Path:
    """Path of codebook *name* (with its ending): the corpus's own if it has one, else the project's."""
    own = corpus / "codebooks" / name if corpus is not None else None
    if own is not None and own.is_file():
        return own
    path = project_root() / "data" / "codebooks" / name
    if not path.is_file():
        raise CodebookError(
            f"{path}: no such codebook; restore it from the project or put one in the corpus folder"
        )
    return path


def exists(name: str) -> bool:
    """Whether the project has a codebook of that name."""
    return (project_root() / "data" / "codebooks" / name).is_file()


def read_yaml(name: str, *, corpus: Path | None = None) -> Any:
    """The content of a YAML codebook, every string in NFC. The result is shared: do not change it.

    A key that is asked for and not there raises CodebookError with the file, the key and where it is missing.
    """
    path = find(name, corpus=corpus)
    return _yaml(str(path), _bytes(path))


def read_csv(name: str, *, corpus: Path | None = None, columns: tuple[str, ...] = ()) -> list[dict[str, str]]:
    """The rows of a CSV codebook, every cell in NFC and stripped; *columns* must be there. Do not change the result."""
    path = find(name, corpus=corpus)
    header, rows = _csv(str(path), _bytes(path))
    for column in columns:
        if column not in header:
            raise CodebookError(f'{path}: no column "{column}" (found: {", ".join(header) or "nothing"})')
    return rows


def made_from(*names: str) -> Callable[[Callable[[Path | None], Made]], Callable[[Path | None], Made]]:
    """Decorates what makes something of the codebooks *names* for a corpus: it is made anew when one of them changes.

    The files are looked at with every call, which costs microseconds. Content of a shape that the decorated function
    cannot use raises CodebookError.
    """

    def decorate(build: Callable[[Path | None], Made]) -> Callable[[Path | None], Made]:
        @lru_cache(maxsize=8)
        def kept(corpus: Path | None, _state: State) -> Made:
            try:
                return build(corpus)
            except CodebookError:
                raise
            except MISSHAPED as error:
                raise _misshaped([find(name, corpus=corpus) for name in names], error) from error

        @wraps(build)
        def made(corpus: Path | None = None) -> Made:
            return kept(corpus, _state_of(names, corpus))

        return made

    return decorate


def made_once(*names: str) -> Callable[[Callable[[], Made]], Callable[[], Made]]:
    """As `made_from`, for what every sentence asks for, and of the project's codebooks only.

    The files are not looked at with every call, but when a corpus is opened: its version is their `digest`.
    """

    def decorate(build: Callable[[], Made]) -> Callable[[], Made]:
        @lru_cache(maxsize=1)
        def kept() -> Made:
            try:
                return build()
            except CodebookError:
                raise
            except MISSHAPED as error:
                raise _misshaped([find(name) for name in names], error) from error

        _MADE_ONCE.append(kept.cache_clear)
        return wraps(build)(kept)

    return decorate


def digest(*names: str, corpus: Path | None = None) -> str:
    """One hash over the named codebooks, so that what was made with them can be told from what was not.

    Raises CodebookError where *corpus* brings a codebook that nothing would read.
    """
    if corpus is not None:
        _check_own(corpus)
    total = hashlib.sha256()
    for name in sorted(names):
        total.update(name.encode() + b"\0" + _bytes(find(name, corpus=corpus)) + b"\0")
    return total.hexdigest()[:16]


def _check_own(corpus: Path) -> None:
    """A misspelt name would do nothing and say nothing."""
    folder = corpus / "codebooks"
    for name in sorted(os.listdir(folder)) if folder.is_dir() else ():
        if name in SHARED:
            raise CodebookError(
                f"{folder / name}: all corpora share this codebook; change the one in data/codebooks"
            )
        if name.endswith((".yaml", ".csv")) and not name.startswith(".") and not exists(name):
            near = difflib.get_close_matches(name, os.listdir(project_root() / "data" / "codebooks"), n=1)
            hint = f'did you mean "{near[0]}"?' if near else "data/codebooks has the names"
            raise CodebookError(f"{folder / name}: there is no codebook of this name; {hint}")


def _bytes(path: Path) -> bytes:
    """The file's content, read again only when it has changed: a batch asks for it with every article."""
    status = path.stat()
    return _content(str(path), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=128)
def _content(path: str, _mtime: int, _size: int) -> bytes:
    for forget in _MADE_ONCE:
        forget()
    return Path(path).read_bytes()


_MADE_ONCE: list[Callable[[], None]] = []
"""What forgets the things of `made_once`, called where a file is read that was not read before in this state."""


def _state_of(names: tuple[str, ...], corpus: Path | None) -> State:
    """What a thing made of the codebooks depends on; to hash their content would take longer than to use it once."""
    found = []
    for name in names:
        own = f"{corpus}/codebooks/{name}" if corpus is not None else ""
        path = own if own and os.path.isfile(own) else _project_file(name, os.getcwd())
        try:
            status = os.stat(path)
        except FileNotFoundError:
            status = os.stat(find(name, corpus=corpus))
        found.append((path, status.st_mtime_ns, status.st_size))
    return tuple(found)


@lru_cache(maxsize=64)
def _project_file(name: str, _folder: str) -> str:
    return str(find(name))


def _misshaped(paths: list[Path], error: Exception) -> CodebookError:
    files = " or ".join(map(str, paths))
    return CodebookError(
        f"{files}: part missing or misshaped ({error}); compare it with the project's codebook of the same name"
    )


@lru_cache(maxsize=64)
def _yaml(path: str, content: bytes) -> Any:
    try:
        loaded = yaml.load(_decode(path, content), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f":{mark.line + 1}" if mark else ""
        raise CodebookError(f"{path}{place}: not valid YAML ({getattr(error, 'problem', error)})") from None
    return _keyed(loaded, path, "")


def _keyed(content: Any, path: str, place: str) -> Any:
    """The same content with every mapping in it `Keyed`; *place* says where in the file it stands."""
    if isinstance(content, dict):
        return Keyed({k: _keyed(v, path, f' in "{k}"') for k, v in content.items()}, path, place)
    if isinstance(content, list):
        return [_keyed(v, path, f"{place}, entry {n}") for n, v in enumerate(content, 1)]
    return content


@lru_cache(maxsize=64)
def _csv(path: str, content: bytes) -> tuple[list[str], list[dict[str, str]]]:
    """The header and the rows; an empty line is no row."""
    reader = csv.reader(io.StringIO(_decode(path, content), newline=""), strict=True)
    rows = []
    try:
        header = [name.strip() for name in next(reader, [])]
        if twice := sorted({name for name in header if header.count(name) > 1}):
            raise CodebookError(f'{path}: two columns "{twice[0]}"; keep one')
        for cells in reader:
            if len(cells) > len(header):
                raise CodebookError(
                    f"{path}:{reader.line_num}: more cells than columns; quote cells that hold a comma"
                )
            if cells:
                cells += [""] * (len(header) - len(cells))
                rows.append(dict(zip(header, (cell.strip() for cell in cells), strict=True)))
    except csv.Error as error:
        raise CodebookError(
            f"{path}:{reader.line_num}: not CSV ({error}); close every quotation mark"
        ) from None
    return header, rows


def _decode(path: str, content: bytes) -> str:
    try:
        return unicodedata.normalize("NFC", content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
