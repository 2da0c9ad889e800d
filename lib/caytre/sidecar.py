"""What stands beside the articles of a corpus: `corpus.toml` (what the corpus is) and `metadata.csv` (per article).

A value in `metadata.csv` overrides what the text says. Both files are optional; what is wrong in them is an error with
the file, the line and the cure, never a guess.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["FIELDS", "Settings", "SidecarError", "read_metadata", "read_settings"]

FIELDS = ("title", "published", "outlet", "byline", "url", "source", "reason")
"""Columns of metadata.csv with a meaning of their own; any other column is kept for grouping (region, type, …)."""

ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?")
LANGUAGES = ("en", "vi")


KEYS = {
    "title": LANGUAGES,
    "description": LANGUAGES,
    "dates": ("reference",),
    "language": ("default",),
    "reading": ("text_column", "encodings"),
}
"""Tables of corpus.toml and what may stand in each."""

KINDS = {str: "a text", dict: "a table", (str, dt.date): "a day"}
"""What is asked for, in words, where something else was found."""


class SidecarError(ValueError):
    """A corpus.toml or metadata.csv that cannot be used; the message names the file, the place and the cure."""


class Settings(NamedTuple):
    """What corpus.toml says, with defaults where it says nothing. `reference` is an ISO date or empty."""

    name: str
    title: dict[str, str]
    description: dict[str, str]
    reference: str
    language: str
    text_column: str
    encodings: dict[str, str]


def read_settings(folder: Path) -> Settings:
    """Settings of the corpus in *folder*; raises SidecarError for a file that is not TOML or has wrong keys or values."""
    path = folder / "corpus.toml"
    try:
        data = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise SidecarError(f"{path}: not valid TOML ({error})") from None
    _check_keys(path, data)
    language = _value(path, data, "language", "default", str) or "en"
    if language not in LANGUAGES:
        raise SidecarError(f'{path}: language.default is "{language}"; use "en" or "vi"')
    reference = _value(path, data, "dates", "reference", (str, dt.date)) or ""
    if isinstance(reference, dt.datetime):
        reference = reference.date()
    reference = str(reference)
    if reference and not _is_date(reference[:10]):
        raise SidecarError(f'{path}: dates.reference is "{reference}"; write a day such as 2021-12-14')
    return Settings(
        name=folder.name,
        title=_texts(path, data, "title", folder.name),
        description=_texts(path, data, "description", ""),
        reference=reference[:10],
        language=str(language),
        text_column=str(_value(path, data, "reading", "text_column", str) or ""),
        encodings=_encodings(path, _value(path, data, "reading", "encodings", dict) or {}),
    )


def read_metadata(folder: Path) -> dict[str, dict[str, str]]:
    """The rows of metadata.csv by article_id, empty cells left out; raises SidecarError with file and line."""
    path = folder / "metadata.csv"
    content = _text(path)
    if not content and not path.exists():
        return {}
    reader = csv.DictReader(io.StringIO(content, newline=""), strict=True)
    rows: dict[str, dict[str, str]] = {}
    try:
        columns = [name.strip() for name in reader.fieldnames or []]
        _check_columns(path, columns)
        reader.fieldnames = columns
        for row in reader:
            place = f"{path}:{reader.line_num}"
            article_id, values = _row(place, row)
            if article_id in rows:
                raise SidecarError(f'{place}: second row for "{article_id}"; keep one row per article')
            rows[article_id] = values
    except csv.Error as error:
        raise SidecarError(f"{path}: not CSV ({error}); close every quotation mark") from None
    return rows


def _row(place: str, row: dict[Any, Any]) -> tuple[str, dict[str, str]]:
    """The id of a row and its cells that are not empty."""
    if None in row:
        raise SidecarError(f"{place}: more cells than columns; quote cells that hold a comma")
    values = {key: value.strip() for key, value in row.items() if value and value.strip()}
    article_id = values.pop("article_id", "")
    if not article_id:
        raise SidecarError(f"{place}: empty article_id; give the file name without its ending")
    published = values.get("published", "")
    if published and not (ISO.fullmatch(published) and _is_date(published[:10])):
        raise SidecarError(f'{place}: published is "{published}"; write 2021-12-14 or 2021-12-14T16:30')
    return article_id, values


def _text(path: Path) -> str:
    """The content of a file in NFC; empty where there is none."""
    if not os.path.lexists(path):
        return ""
    try:
        return unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SidecarError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except OSError as error:
        raise SidecarError(f"{path}: cannot be read ({error.strerror}); put a file there, or none") from None


def _check_keys(path: Path, data: dict[str, Any]) -> None:
    """A misspelt key would do nothing and say nothing."""
    for table, content in data.items():
        if table not in KEYS:
            raise SidecarError(f'{path}: "{table}" is not known; there may be {", ".join(KEYS)}')
        for key in content if isinstance(content, dict) else ():
            if key not in KEYS[table]:
                raise SidecarError(
                    f'{path}: "{key}" in [{table}] is not known; there may be {", ".join(KEYS[table])}'
                )


def _check_columns(path: Path, columns: list[str]) -> None:
    if "article_id" not in columns:
        raise SidecarError(f'{path}: no column "article_id" (found: {", ".join(columns) or "nothing"})')
    twice = [name for name in columns if columns.count(name) > 1]
    if twice:
        raise SidecarError(f'{path}: two columns "{twice[0]}"; keep one')


def _encodings(path: Path, given: dict[str, Any]) -> dict[str, str]:
    """The encodings by file name; whether there is such an encoding is said where the file is read."""
    for name, encoding in given.items():
        if not isinstance(encoding, str):
            raise SidecarError(
                f'{path}: the encoding of "{name}" is {encoding!r}; write a name in quotes, such as "tcvn3"'
            )
    return dict(given)


def _texts(path: Path, data: dict[str, Any], key: str, default: str) -> dict[str, str]:
    value = data.get(key, default)
    if isinstance(value, str):
        return dict.fromkeys(LANGUAGES, value)
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise SidecarError(f'{path}: {key} must be a text or a table with "en" and "vi"')
    some = next(iter(value.values()), default)
    return {language: value.get(language, some) for language in LANGUAGES}


def _value(path: Path, data: dict[str, Any], table: str, key: str, kind: Any) -> Any:
    section = data.get(table, {})
    if not isinstance(section, dict):
        raise SidecarError(f"{path}: {table} is {section!r}; write a table [{table}] with {key} = …")
    value = section.get(key)
    if value is not None and not isinstance(value, kind):
        raise SidecarError(f"{path}: {table}.{key} is {value!r}; write {KINDS[kind]}")
    return value


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
