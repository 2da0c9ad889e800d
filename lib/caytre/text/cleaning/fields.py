"""What a page says of its article: headline, day of publication, outlet, author and address.

A day is *published* only where day, month and year stand in a dateline, or metadata gives it. Otherwise it is inferred
from the opening of the article, with a reason that can be checked, or left empty. No clock is ever looked at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from caytre.text.cleaning.datelines import CLOCK, dates, iso, only_time
from caytre.text.cleaning.furniture import Furniture
from caytre.text.cleaning.linekinds import Layout
from caytre.text.cleaning.outlets import Outlets, Tag, dateline_outlet, host_outlet, title_tag
from caytre.text.cleaning.rows import Row
from caytre.text.reading.metadata import FIELDS

__all__ = ["Fields", "fields"]

OPENING_ROWS = 2
OPENING = 250
"""The opening of an article, in which its day may stand: so many characters of its first rows."""
NEAR_OPENING = 24
"""A bare "ngày 5/3" further on in the opening is seldom the day of the news."""
FIRST_YEAR = 1997
"""The first year of the Vietnamese online press: an article that opens with an earlier day tells history."""
TURN_OF_YEAR = 300
"""A day so many days before the latest whole date probably belongs to the next year."""

TITLE_DAY = re.compile(r"(?<=\S) ?\((\d{1,2}[/-]\d{1,2}[/-]\d{4}(?:,? \d{1,2}:\d{2})?)\)$")
BEFORE_DAY = r"(?<!\w)(?:ngày|sáng|trưa|chiều|tối|đêm|nay \(|qua \(|rạng sáng)"
DAY_IN_TEXT = re.compile(
    BEFORE_DAY + r"(?: ngày| mai| nay,? ngày)? ?\(?(\d{1,2})(?:[/-]| tháng )(\d{1,2})(?![\d/-]|[.,]\d)"
)
DAY_CUE = re.compile(BEFORE_DAY + r"(?: ngày| nay,? ngày)? ?\(?$|^\(?$|\([\w+&/.]{2,20} $")
BARE_YEAR = re.compile(r"(?<!\w)(\w+ )?năm ((?:19|20)\d{2})(?![\d/-])")
BOUNDS = ("từ ", "đến ", "tới ", "trước ", "sau ", "hết ")
"""Before a day these say when something begins or ends, not when the article's news was."""
AHEAD = ("đến ", "tới ", "từ ", "trước ", "cuối ", "giữa ", "vào ", "trong ")


class Fields(NamedTuple):
    """The fields of the articles table that the page or its metadata give."""

    title: str
    published: str
    precision: str
    published_from: str
    published_reason: str
    outlet: str
    byline: str
    url: str


class _Day(NamedTuple):
    value: str
    precision: str
    source: str
    reason: str


def fields(
    layout: Layout,
    tags: Sequence[Tag],
    *,
    metadata: Mapping[str, str],
    reference: str,
    book: Furniture,
    known: Outlets,
) -> Fields:
    """The fields of one article. *tags* are the outlet tags in its text; metadata goes before everything else."""
    given = {name: metadata.get(name, "").strip() for name in FIELDS}
    day = _published(layout, given["published"], reference, book)
    url = given["url"] or _url(layout)
    title = given["title"] or _title(layout, known)
    outlet = given["outlet"] or _outlet(layout, tags, url, known)
    return Fields(title, *day, outlet, given["byline"] or _byline(layout), url)


def _title(layout: Layout, known: Outlets) -> str:
    if layout.title is None:
        return ""
    tag = title_tag(layout.title.core, known)
    parts = [TITLE_DAY.sub("", layout.title.core[: tag.start] if tag else layout.title.core)]
    at = layout.rows.index(layout.title)
    if at and layout.rows[at - 1].kind == "title" and layout.rows[at - 1].core.endswith(":"):
        parts.insert(0, layout.rows[at - 1].core)
    for row in layout.rows[at + 1 : layout.first]:
        if not (row.joined and row.kind == "title"):
            break
        parts.append(row.core)
    return " ".join(parts)


def _published(layout: Layout, given: str, reference: str, book: Furniture) -> _Day:
    value, precision = iso(given, book)
    if value:
        return _Day(value, precision, "metadata", "")
    stamped = _stamped(layout) or _dated_title(layout, book)
    day = _Day(*stamped, "text", "") if stamped else _inferred(layout, reference, book)
    if given:
        return day._replace(
            reason=f"metadata says “{given}”, which is no whole date; {day.reason}".removesuffix("; ")
        )
    return day


def _stamped(layout: Layout) -> tuple[str, str] | None:
    """The best dateline: above the article before behind it; labelled before timed before bare; an update last."""
    rows = layout.rows
    for span in (range(layout.first), range(layout.first, len(rows))):
        found = [at for at in span if rows[at].kind == "dateline" and _tells_day(rows[at])]
        if not found:
            continue
        title_at = next((at for at in span if rows[at].kind == "title"), 0)
        best = min(found, key=lambda at: (-_rank(rows[at]), abs(at - title_at)))
        return _with_time(rows, best)
    return None


def _dated_title(layout: Layout, book: Furniture) -> tuple[str, str] | None:
    """The day in brackets that a portal sets behind the headline: "… lần thứ 12 (07/07/2016)"."""
    match = TITLE_DAY.search(layout.title.core) if layout.title is not None else None
    value, precision = iso(match[1], book) if match else ("", "none")
    return (value, precision) if value >= str(FIRST_YEAR) else None


def _tells_day(row: Row) -> bool:
    return row.stamp is not None and row.stamp.rank > CLOCK


def _rank(row: Row) -> int:
    return row.stamp.rank if row.stamp is not None else 0


def _with_time(rows: Sequence[Row], at: int) -> tuple[str, str] | None:
    """The dateline's day with its time, which may stand alone on the line above or below."""
    stamp = rows[at].stamp
    if stamp is None:
        return None
    if stamp.precision == "day":
        for near in (at - 1, at + 1):
            time = only_time(rows[near].core) if 0 <= near < len(rows) else ""
            if time:
                return f"{stamp.value}T{time}", "minute"
    return stamp.value, stamp.precision


def _inferred(layout: Layout, reference: str, book: Furniture) -> _Day:
    """The day on which the article opens, its year from a whole date in the text; or nothing.

    Not inferred: where a later year is spoken of, where the turn of a year lies between, or after *reference*.
    """
    unknown = _Day("", "none", "none", "")
    texts = [row for row in layout.rows[layout.first : layout.end] if row.kind in ("body", "heading")]
    for row in texts[:OPENING_ROWS]:
        opening = row.folded[:OPENING]
        for found in dates(opening, book):
            if _cued(opening, found.start) and _possible(found.day, texts, reference):
                quoted = row.core[found.start : found.end]
                reason = f"no dateline; the article opens with the day “{quoted}” (line {row.index + 1})"
                return _Day(found.day.isoformat(), "day", "inferred", reason)
        match = next((m for m in DAY_IN_TEXT.finditer(opening) if _cued(opening, m.start(1))), None)
        if match:
            return _with_year(row, match, texts, reference, book) or unknown
    return unknown


def _cued(opening: str, at: int) -> bool:
    """Whether a day at *at* is the day of the news: what has its own day further on ("công bố ngày") is another's."""
    cue = DAY_CUE.search(opening[:at])
    if cue is not None and opening[: cue.start()].endswith(BOUNDS):
        return False
    return cue is not None and (at <= NEAR_OPENING or "ngày" not in cue[0] or len(cue[0].split()) > 1)


def _with_year(
    row: Row, match: re.Match[str], texts: Sequence[Row], reference: str, book: Furniture
) -> _Day | None:
    whole = [
        (found.day, text, found)
        for text in texts
        if "/" in text.core or "tháng" in text.core or "-" in text.core
        for found in dates(text.folded, book)
        if _not_after(found.day, reference)
    ]
    if not whole:
        return None
    latest, text, found = max(whole, key=lambda item: (item[0], -item[1].index))
    try:
        day = date(latest.year, int(match[2]), int(match[1]))
    except ValueError:
        return None
    spoken = [
        int(m[2])
        for row in texts
        if _speaks_of_year(row)
        for m in BARE_YEAR.finditer(row.folded)
        if (m[1] or "") not in AHEAD
    ]
    if (
        max(spoken, default=0) > latest.year
        or (latest - day).days > TURN_OF_YEAR
        or not _not_after(day, reference)
    ):
        return None
    reason = (
        f"no dateline; day from “{row.core[match.start() : match.end()]}” (line {row.index + 1}), year from the latest "
        f"whole date in the text, “{text.core[found.start : found.end]}” (line {text.index + 1})"
    )
    return _Day(day.isoformat(), "day", "inferred", reason)


def _possible(day: date, texts: Sequence[Row], reference: str) -> bool:
    """Whether the article may be of that day: not before the online press, and no later year is spoken of as past."""
    if day.year < FIRST_YEAR or not _not_after(day, reference):
        return False
    spoken = (match for row in texts if _speaks_of_year(row) for match in BARE_YEAR.finditer(row.folded))
    return all(int(match[2]) <= day.year for match in spoken if (match[1] or "") not in AHEAD)


def _speaks_of_year(row: Row) -> bool:
    """Whether a year may stand in the row; cheaper than folding a paragraph that holds none."""
    lower = row.core.lower()
    return "năm 19" in lower or "năm 20" in lower


def _not_after(day: date, reference: str) -> bool:
    return not reference or day.isoformat() <= reference[:10]


def _url(layout: Layout) -> str:
    """The address that stands alone on a line above or behind the article."""
    rows = layout.rows
    return next((row.core for row in (*rows[: layout.first], *rows[layout.end :]) if row.url), "")


def _byline(layout: Layout) -> str:
    for row in layout.rows:
        if row.kind == "byline" and (row.signed or row.unit or row.place_name):
            return row.signed or row.core
        if row.kind == "dateline" and row.stamp is not None and row.stamp.byline:
            return row.core[slice(*row.stamp.byline)]
    return ""


def _outlet(layout: Layout, tags: Sequence[Tag], url: str, known: Outlets) -> str:
    if tags:
        return tags[0].outlet
    tail = title_tag(layout.title.core, known) if layout.title else None
    if tail:
        return tail.outlet
    stamped = (dateline_outlet(row.core, known) for row in layout.rows if row.kind == "dateline")
    return host_outlet(url, known) or next(filter(None, stamped), "") or _imprint(layout, known)


def _imprint(layout: Layout, known: Outlets) -> str:
    """The one outlet whose address the imprint gives."""
    named: set[str] = set()
    for row in layout.rows[layout.end :]:
        if row.kind == "footer" and row.book.imprint_words.search(row.folded):
            words = row.folded.replace(",", " ").split()
            named |= {
                known.hosts[host]
                for word in words
                if (host := word.strip("().;:").removeprefix("www.")) in known.hosts
            }
    return named.pop() if len(named) == 1 else ""
