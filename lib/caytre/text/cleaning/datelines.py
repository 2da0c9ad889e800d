"""Lines that say when an article was published, and the dates in them.

A dateline holds a whole date (day, month and year) and beside it only what belongs there: a time, a zone, a weekday,
words such as "Cập nhật lúc", an author, a place or a section. A headline with a date in it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from caytre.text.characters import blanked
from caytre.text.cleaning.furniture import Furniture, key
from caytre.text.orthography import fold

__all__ = ["CLOCK", "LABELLED", "Dateline", "Found", "dateline", "dates", "is_name", "iso", "only_time"]

LIMIT = 160
"""A longer line is no dateline."""
YEARS = range(1900, 2101)
LOOSE_WORDS = 5
LOGIN_WORDS = 1
"""Beside day and time one word may be the login of an editor."""
TWICE = 4
"""A name that is said twice has so many letters."""
LABELLED = 2
"""The rank of a day that "Ngày đăng" or a doubled outlet stands beside."""
CLOCK = -9
"""The rank of a day that is no day of publication but the clock of the page's bar."""

NUMERIC = re.compile(r"(?<![\d/.,])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d/])")
WRITTEN = re.compile(r"(?<!\d)(\d{1,2}) tháng (\d{1,2})(?: năm |, ?| )(\d{4})(?!\d)")
NAMED = re.compile(
    r"(?<!\d)(?:(\d{1,2}) )?tháng ([^\W\d]{2,5}(?: [^\W\d]{2,4})?)(?: (\d{1,2}))?(?:, ?| )(\d{4})(?!\d(?!\d?:\d\d))"
)
"""The year may run into the time behind it: "5 Tháng Tám 20169:12 SA"."""
ISO = re.compile(r"(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?![\d-])T?")
TIME = re.compile(
    r"(?<![\d:/.,])(\d{1,2})\s?(?:[:hg]|giờ)\s?(\d{2})(?::\d{2}(?:\.\d{1,6})?|\s?phút)?(?!\d)(?:\s?(am|pm|sa|ch)(?!\w))?"
)
ZONE = re.compile(r"\(?\s?(?:gmt|utc)\s?([+-])\s?(\d{1,2})(?::?(\d{2}))?\s?\)?")
OFFSET = re.compile(r"(?<=\d)([+-])(\d{2}):?(\d{2})(?!\d)")
WEEKDAY = re.compile(r"(?<!\w)(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s?nhật|cn|t[2-7])(?!\w)")
PIECES = re.compile(r"[|,;:•·()\[\]/–—-]|\s{2,}")
PIPED = re.compile(r"\s\|\s")
ONE_WORD = re.compile(r"[^\W\d_]+")
COUNT = re.compile(r"\d[\d.,]*\s?k?")
NAME_PARTS = re.compile(r"\s*[-–—,/&;+|_]\s*|\s+và\s+")
INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}[^\W\d_]{2,}$")
"""One word that is a name: "L.Bình"."""
SPACES = re.compile(r"\s")


class Found(NamedTuple):
    """A whole date in a line."""

    start: int
    end: int
    day: date


class Dateline(NamedTuple):
    """What a dateline says; *rank* orders several of them (a labelled one first, an update last)."""

    value: str
    precision: str
    rank: int
    byline: tuple[int, int] | None
    template: tuple[int, int] | None


def dates(folded: str, book: Furniture) -> list[Found]:
    """Every whole date in a folded line, in order. Impossible ones (31/2, month 14) are none."""
    found = [_found(m, int(m[1]), int(m[3]), int(m[4])) for m in NUMERIC.finditer(folded)]
    if "tháng" in folded:
        found += [_found(m, int(m[1]), int(m[2]), int(m[3])) for m in WRITTEN.finditer(folded)]
        found += [
            _found(m, int(m[1] or m[3]), book.months.get(m[2], 0), int(m[4]))
            for m in NAMED.finditer(folded)
            if m[1] or m[3]
        ]
    found += [
        _found(m, int(m[1] or m[3]), book.months[m[2]], int(m[4]))
        for m in book.english_months.finditer(folded)
        if m[1] or m[3]
    ]
    found += [_found(m, int(m[3]), int(m[2]), int(m[1])) for m in ISO.finditer(folded)]
    return sorted(item for item in found if item is not None)


def dateline(core: str, book: Furniture) -> Dateline | None:
    """*core* read as a dateline, or None where it is none. *core* is a line without outer white space."""
    if not 8 <= len(core) <= LIMIT or not any(map(str.isdigit, core)):
        return None
    folded = SPACES.sub(" ", fold(core))
    found = dates(folded, book)
    if not found or len({item.day for item in found}) > 1:
        return None
    time, zone, spans = _clock(folded, found)
    weekday = WEEKDAY.search(folded)
    spans += [weekday.span()] if weekday else []
    rest = _rest(core, folded, [(item.start, item.end) for item in found] + spans, book)
    labelled = any(label in folded for label in book.date_labels)
    loose = weekday or zone or (time and (labelled or PIPED.search(core)))
    if rest is None or rest.words > (LOOSE_WORDS if loose else LOGIN_WORDS if time else 0):
        return None
    value = found[0].day.isoformat() + (f"T{time}{zone}" if time else "")
    rank = LABELLED * (labelled or rest.doubled) + bool(time)
    rank -= 4 * any(label in folded for label in book.update_labels)
    rank = CLOCK if rest.clock else rank
    return Dateline(value, "minute" if time else "day", rank, rest.byline, rest.template)


def only_time(core: str) -> str:
    """The time of day that is all there is in *core*, as hh:mm, or nothing."""
    match = TIME.fullmatch(fold(core)) if len(core) <= 12 else None
    return _hour(match) if match else ""


def iso(value: str, book: Furniture) -> tuple[str, str]:
    """A date as metadata gives it, in ISO form with its precision; ("", "none") where *value* holds no whole date."""
    folded = SPACES.sub(" ", fold(value.strip()[:LIMIT]))
    found = dates(folded, book)
    if not found:
        return "", "none"
    time, zone, _ = _clock(folded, found)
    day = found[0].day.isoformat()
    return (f"{day}T{time}{zone}", "minute") if time else (day, "day")


def is_name(text: str, book: Furniture) -> bool:
    """Whether *text* has the shape of one or more authors: capitalised words, two to five each, or initials."""
    if not 2 <= len(text) <= 80 or any(map(str.isdigit, text)) or key(text) in book.places:
        return False
    parts = [part.split() for part in NAME_PARTS.split(text) if part]
    first = parts[0][0] if parts and parts[0] else ""
    labelled = key(first) in book.labels and "." not in first
    if first and (labelled or fold(text).startswith(book.units)):
        return False
    return bool(parts) and any(map(_full_name, parts)) and all(_capitals(part) for part in parts)


class _Rest(NamedTuple):
    words: int
    byline: tuple[int, int] | None
    template: tuple[int, int] | None
    clock: bool
    doubled: bool


def _found(match: re.Match[str], day: int, month: int, year: int) -> Found | None:
    try:
        return Found(match.start(), match.end(), date(year, month, day)) if year in YEARS else None
    except ValueError:
        return None


def _clock(folded: str, found: list[Found]) -> tuple[str, str, list[tuple[int, int]]]:
    """Time and zone beside the dates, and where they stand."""
    shown = blanked(folded, [(item.start, item.end) for item in found], by="|")
    zone = ZONE.search(shown)
    spans = [zone.span()] if zone else []
    shown = blanked(shown, spans, by="|")
    time = next((match for match in TIME.finditer(shown) if _hour(match)), None)
    if time is None:
        return "", "", spans
    spans.append(time.span())
    if zone is None and (offset := OFFSET.match(shown, time.end())):
        zone = offset
        spans.append(offset.span())
    offset_text = f"{zone[1]}{int(zone[2]):02d}:{zone[3] or '00'}" if zone else ""
    return _hour(time), offset_text, spans


def _hour(match: re.Match[str]) -> str:
    hour, minute, half = int(match[1]), int(match[2]), match[3]
    if half in ("pm", "ch") and hour < 12:
        hour += 12
    if half in ("am", "sa") and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""


def _rest(core: str, folded: str, spans: list[tuple[int, int]], book: Furniture) -> _Rest | None:
    """What stands in a dateline beside day and time; None where that is text."""
    byline = template = None
    clock = doubled = False
    words = 0
    for start, end in _pieces(blanked(folded, spans, by="|")):
        start, end = _strip_phrases(folded, start, end, book)
        if start >= end or COUNT.fullmatch(folded[start:end]):
            continue
        name = key(core[start:end])
        clock = clock or name in book.clock_words
        if _doubled(core[start:end]):
            doubled = True
        elif name in book.templates:
            template = (start, _behind(folded, end))
        elif (
            name in book.places
            or name in book.sections
            or name in book.whole
            or not name
            or name in book.notes
            or (ONE_WORD.fullmatch(core[start:end]) and core[start:end].isupper())
        ):
            continue
        elif is_name(core[start:end], book):
            byline = (byline[0] if byline else start, end)
        elif core[start:end].endswith((".", "?", "!")):
            return None
        else:
            words += core.count(" ", start, end) + 1
    return _Rest(words, byline, template, clock, doubled)


def _doubled(name: str) -> bool:
    """Whether a name stands twice without a space between, as aggregators print an outlet: "Báo Cà MauBáo Cà Mau"."""
    half = len(name) // 2
    return name[:1].isupper() and half >= TWICE and name == name[:half] * 2


def _pieces(shown: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in PIECES.finditer(shown):
        yield start, match.start()
        start = match.end()
    yield start, len(shown)


def _strip_phrases(folded: str, start: int, end: int, book: Furniture) -> tuple[int, int]:
    """A piece of a dateline without the words that belong to datelines at its two ends."""
    while True:
        while start < end and not folded[start].isalnum():
            start += 1
        while end > start and not folded[end - 1].isalnum():
            end -= 1
        match = book.phrases.match(folded, start, end)
        if match is None:
            return start, end
        start = match.end()


def _behind(text: str, end: int) -> int:
    return end + len(text[end:]) - len(text[end:].lstrip())


def _full_name(words: list[str]) -> bool:
    initials = words[0].replace(".", "")
    if len(words) == 1 and INITIAL.match(words[0]):
        return True
    return 2 <= len(words) <= 5 or (
        len(words) == 1 and len(initials) <= 5 and initials.isupper() and len(initials) > 1
    )


def _capitals(words: list[str]) -> bool:
    return len(words) <= 5 and all(
        word[0].isupper() and word.replace(".", "").replace("'", "").isalpha() for word in words
    )
