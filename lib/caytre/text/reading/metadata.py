"""Fields that stand beside a text: in the columns of a table, the keys of a JSON object, or a front matter."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from caytre import codebooks
from caytre.text.orthography import fold

__all__ = ["FIELDS", "columns", "fields", "front_matter", "iso_date"]

FIELDS = ("title", "published", "outlet", "byline", "url")

FENCES = {"---": ("---", "..."), "+++": ("+++",)}
"""What opens a front matter (YAML, TOML) and what closes it."""
KEY = re.compile(r"[\"']?([^\W\d_][\w -]{0,40})[\"']?\s{0,9}[:=](?!//)")
NAME = re.compile(r"[^a-z0-9]+")

ISO_DATE = re.compile(
    r"(\d{4}-\d{1,2}-\d{1,2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?)?"
)
DAY_FIRST = re.compile(
    r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?:[ ,|-]{1,9}(\d{1,2}:\d{2})(?::\d{2})?)?"
)
TIME_FIRST = re.compile(
    r"(\d{1,2}:\d{2})(?::\d{2})?[ ,|-]{1,9}(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})"
)


def columns(names: Iterable[str]) -> dict[str, str]:
    """Which of *names* holds what: "text", "article_id" and the FIELDS, each with the column it was found in."""
    by_name: dict[str, str] = {}
    for name in names:
        by_name.setdefault(_plain(name), name)
    wanted: Mapping[str, list[str]] = codebooks.read_yaml("columns.yaml")
    return {
        field: found
        for field, known in wanted.items()
        if (found := next((by_name[k] for k in known if k in by_name), None))
    }


def fields(row: Mapping[str, Any], where: Mapping[str, str]) -> dict[str, str]:
    """The FIELDS of *row* that are not empty, by what `columns` found; a link in the outlet's place is the URL."""
    found = {field: _cell(row.get(where[field])) for field in FIELDS if field in where}
    if found.get("outlet", "").startswith(("http://", "https://")):
        found.setdefault("url", found["outlet"])
        del found["outlet"]
    if "published" in found:
        found["published"] = iso_date(found["published"])
    return {field: value for field, value in found.items() if value}


def front_matter(text: str) -> tuple[dict[str, str], str, int]:
    """The fields of the front matter at the top of a Markdown text, the text after it, and how many lines it had.

    A first line "---" that no second one closes, or that no "key: value" follows, is a rule drawn across the page.
    What YAML cannot read (a title with a colon in it) is read line by line.
    """
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    fence = lines[0].rstrip() if lines else ""
    closing = FENCES.get(fence, ())
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in closing), 0)
    block = lines[1:end]
    first = next((line for line in block if line.strip() and not line.startswith("#")), "")
    if end == 0 or (block and not KEY.match(first)):
        return {}, text, 0
    values = _yaml("".join(block)) if fence == "---" else None
    values = values if values is not None else _pairs(block)
    return fields(values, columns(values)), "".join(lines[end + 1 :]), end + 1


def iso_date(value: str) -> str:
    """A date as YYYY-MM-DD, with THH:MM and zone where given; day before month, as in Viet Nam; else *value* as it is.

    >>> iso_date("2021-12-14 16:30:00+0700"), iso_date("14/12/2021"), iso_date("16:30 14/12/2021"), iso_date("hôm qua")
    ('2021-12-14T16:30:00+07:00', '2021-12-14', '2021-12-14T16:30', 'hôm qua')
    """
    value = " ".join(value.split())
    if match := ISO_DATE.fullmatch(value):
        day, time, zone = match.groups()
        year, month, number = day.split("-")
    elif match := DAY_FIRST.fullmatch(value):
        number, month, year, time = match.groups()
        zone = ""
    elif match := TIME_FIRST.fullmatch(value):
        time, number, month, year = match.groups()
        zone = ""
    else:
        return value
    zone = f"{zone[:3]}:{zone[3:]}" if zone and len(zone) == 5 else zone or ""
    time = f"{time:0>5}" if time and len(time) < 6 else time
    try:
        date = dt.date(int(year), int(month), int(number)).isoformat()
        if time:
            dt.time.fromisoformat(time.zfill(5))
    except ValueError:
        return value
    return f"{date}T{time}{zone}" if time else date


def _plain(name: str) -> str:
    letters = fold(unicodedata.normalize("NFC", str(name)).strip().removeprefix("\ufeff"), tones=False)
    return NAME.sub("_", letters).strip("_")


def _cell(value: Any) -> str:
    """A cell as one line of text; a date without a time of day as a day; several authors with commas."""
    if value is None or value != value or isinstance(value, (dict, bytes, bool)):  # NaN differs from itself
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(timespec="minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return ", ".join(
            filter(None, (_cell(item) for item in value[:20] if not isinstance(item, (list, tuple))))
        )
    return " ".join(str(value).split())


def _yaml(block: str) -> dict[str, Any] | None:
    try:
        values = yaml.load(block, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return {str(key): value for key, value in values.items()} if isinstance(values, dict) else None


def _pairs(block: Iterable[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for line in block:
        if match := KEY.match(line):
            found.setdefault(match[1].strip(), line[match.end() :].strip().strip("\"'"))
    return found
