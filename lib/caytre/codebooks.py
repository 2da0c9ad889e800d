"""Codebooks: what the analysis looks for, as data that a researcher edits.

They live in `data/codebooks` of the project. A corpus may bring a folder `codebooks/` of its own; a file there stands
in for the project's file of the same name. Each is read once per content: the digest is of the bytes on disk.
"""

from __future__ import annotations

import csv
import hashlib
import io
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["CodebookError", "digest", "exists", "find", "project_root", "read_csv", "read_yaml"]


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
    rows = _csv(str(path), _bytes(path))
    found = list(rows[0]) if rows else []
    for column in columns:
        if rows and column not in found:
            raise CodebookError(f'{path}: no column "{column}" (found: {", ".join(found)})')
    return rows


def digest(*names: str, corpus: Path | None = None) -> str:
    """One hash over the named codebooks, so that what was made with them can be told from what was not."""
    total = hashlib.sha256()
    for name in sorted(names):
        total.update(name.encode() + b"\0" + _bytes(find(name, corpus=corpus)) + b"\0")
    return total.hexdigest()[:16]


def _bytes(path: Path) -> bytes:
    """The file's content, read again only when it has changed: a batch asks for it with every article."""
    status = path.stat()
    return _content(str(path), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=128)
def _content(path: str, _mtime: int, _size: int) -> bytes:
    return Path(path).read_bytes()


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
def _csv(path: str, content: bytes) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(_decode(path, content), newline=""))
    rows = []
    for row in reader:
        if None in row:
            raise CodebookError(
                f"{path}:{reader.line_num}: more cells than columns; quote cells that hold a comma"
            )
        rows.append({key.strip(): (value or "").strip() for key, value in row.items()})
    return rows


def _decode(path: str, content: bytes) -> str:
    try:
        return unicodedata.normalize("NFC", content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
