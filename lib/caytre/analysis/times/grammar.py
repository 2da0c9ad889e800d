"""From matches to expressions: neighbours that complete each other become one, two ends become an interval."""

from __future__ import annotations

import re
from typing import Any

from caytre.analysis.times.readers import Interval, tet_day
from caytre.analysis.times.rules import Found
from caytre.analysis.times.values import Duration, Moment
from caytre.analysis.times.words import Words

__all__ = ["expressions"]

FINER_FIRST = re.compile(r"(?: (?:của |vào |hôm |của năm |trong |\| )?|, ?(?:ngày )?|,? năm )")
"""What may stand between a part and the whole it belongs to: "thứ Hai, ngày 20/12", "quý I của năm 2024"."""
CLOCK_LAST = re.compile(r"(?:,? (?:lúc |vào lúc |vào |- |\| ?)?|-)")
RANGE = re.compile(r" ?- ?| / | (?:cho )?(?:đến|tới)(?: hết| ngày| cuối| năm| hôm)? |, rạng | rạng ")
LISTED = re.compile(
    r", ?| và | hoặc | hay |, và | và ngày |,? rồi | - | ?- ?| (?:cho )?(?:đến|tới)(?: hết)? "
)
BRACKET = " ("
WIDEST_GAP = 14


def expressions(text: str, words: Words, found: list[Found]) -> list[Found]:
    """The matches of one line put together, without those that were too little to stand alone."""
    merged: list[Found] = []
    for item in found:
        if merged and (one := _together(text, merged[-1], item)) is not None:
            merged[-1] = one
            if len(merged) > 1 and (again := _together(text, merged[-2], one)) is not None:
                merged[-2:] = [again]
        else:
            merged.append(item)
    shared = _shared(text, merged)
    ranged: list[Found] = []
    for item in shared:
        if ranged and (one := _interval(text, ranged[-1], item)) is not None:
            ranged[-1] = one
        else:
            ranged.append(item)
    return [_widened(text, words, item) for item in ranged if not item.weak]


def _together(text: str, a: Found, b: Found) -> Found | None:
    """Two neighbours as one expression, or None where they are two."""
    gap = text[a.end : b.start]
    if len(gap) > WIDEST_GAP:
        return None
    if isinstance(a.payload, Moment) and isinstance(b.payload, Duration) and b.payload.every and gap == " ":
        if a.payload.day and b.payload.value != ("P1Y" if a.payload.month else "P1M"):
            return None
        return Found(a.start, b.end, "SET", a.payload._replace(every=True))
    if not (isinstance(a.payload, Moment) and isinstance(b.payload, Moment)):
        return None
    one = _unite(a.payload, b.payload, gap)
    if one is None or (a.payload.every and ("," in gap or not b.payload.every)):
        return None
    kind = "SET" if one.every else "TIME" if one.period or one.hour is not None else "DATE"
    return Found(a.start, b.end, kind, one)


def _unite(a: Moment, b: Moment, gap: str) -> Moment | None:
    """The fields of two moments in one; None where they clash or stand in an order that is not said."""
    (fine_a, coarse_a), (fine_b, coarse_b) = a.level(), b.level()
    clock_b = coarse_b == 1
    if clock_b and coarse_a == 1:
        fits = gap == " " and (a.hour is None) != (b.hour is None) and not (a.period and b.period)
    elif clock_b:
        fits = fine_a in (2, 3) and a.hour is None and b.hour is not None and bool(CLOCK_LAST.fullmatch(gap))
    elif fine_b == 1:
        fits = (
            coarse_a == 1
            and gap == " "
            and not (a.period and b.period)
            and not (a.hour is not None and b.hour is not None)
        )
    else:
        fits = (
            coarse_a < fine_b
            and bool(FINER_FIRST.fullmatch(gap))
            and ("," not in gap or coarse_a in (2, 3, 4) or a.hour is not None)
        )
    said_twice = (
        a.shift is not None and a.shift[0] == "day" and fine_b == 3 and bool(b.month) and gap in (" ", ", ")
    )
    if a.same == "day" and fine_b == 3 and b.month and gap in (" ", ", "):
        said_twice = True
    if said_twice:
        a, fits = a._replace(shift=None, same=None), True
    if not fits or (coarse_a == 1 and "," in gap and a.hour is None):
        return None
    return _filled(a, b)


def _filled(a: Moment, b: Moment) -> Moment | None:
    fields: dict[str, Any] = {}
    for name, left, right in zip(Moment._fields, a, b, strict=True):
        if name == "toward":
            fields[name] = left or right
        elif _unset(left):
            fields[name] = right
        elif _unset(right) or left == right:
            fields[name] = left
        else:
            return None
    return Moment(**fields)


def _unset(field: object) -> bool:
    """Whether a field says nothing; hour 0 does say something."""
    return field is None or field is False or field == ""


def _shared(text: str, found: list[Found]) -> list[Found]:
    """ "ngày 5 và 6/3/2024": what the last of several gives holds for those before it; a bracket explains."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        a, b = out[at], out[at + 1]
        gap = text[a.end : b.start]
        if gap == BRACKET and (explained := _explained(a, b)) is not None:
            out[at] = explained
            continue
        dawn = gap == " " and a.weak and text.startswith("rạng", b.start)
        if not (dawn or LISTED.fullmatch(gap)):
            continue
        first, last = _ends(a.payload), _ends(b.payload)
        if first is None or last is None:
            continue
        lent = [_lend(moment, last[0]) for moment in first]
        if lent != list(first):
            payload = lent[0] if len(lent) == 1 else (lent[0], lent[1])
            out[at] = a._replace(payload=payload, weak=False)
        back = _lend_back(first[-1], last)
        if back is not None:
            out[at + 1] = b._replace(payload=back if len(back) > 1 else back[0], weak=False)
        if a.weak and not b.weak and first[0].day and first[0].month and last[0].day and last[0].month:
            out[at] = out[at]._replace(weak=False)
        if (a.weak and b.weak and first[0].weekday and last[0].weekday) or (
            (a.weak or b.weak) and first[0].weekday and last[0].weekday
        ):
            out[at], out[at + 1] = out[at]._replace(weak=False), out[at + 1]._replace(weak=False)
    return out


def _explained(a: Found, b: Found) -> Found | None:
    """ "thứ Hai (5/3)", "hôm qua (5/3)": the bracket says which day."""
    ends = _ends(b.payload)
    if not isinstance(a.payload, Moment) or ends is None or len(ends) > 1:
        return None
    day = ends[0]
    if a.payload.cycle is not None and a.payload.year is None and day.year is not None:
        return a._replace(payload=_in_year(a.payload, day), weak=False)
    if not (day.day and day.month) or a.payload.day or a.payload.month or a.payload.year or a.payload.every:
        return None
    unit = a.payload.shift[0] if a.payload.shift else "day"
    if unit != "day" and not a.payload.weekday:
        return None
    payload = a.payload._replace(day=day.day, month=day.month, year=day.year, shift=None, same=None)
    return a._replace(payload=payload, weak=False)


def _in_year(named: Moment, civil: Moment) -> Moment:
    """ "ngày 23 tháng 4 năm Tân Hợi (25-5-1791)": the bracket gives the civil date, or the year alone."""
    if civil.day and civil.month:
        return civil
    return named._replace(year=civil.year)


def _ends(payload: object) -> tuple[Moment, ...] | None:
    if isinstance(payload, Moment):
        return (payload,)
    return payload if isinstance(payload, tuple) and isinstance(payload[0], Moment) else None


def _lend(a: Moment, b: Moment) -> Moment:
    """*a* with the month and year that *b* has and *a* is missing."""
    if b.every and (a.level() == (1, 1) or (a.weekday and b.weekday and a.level()[1] == 2)):
        return a._replace(every=True)
    if a.weekday and b.weekday and b.shift and not (a.shift or a.day):
        return a._replace(shift=b.shift)
    if a.day and not (a.month or a.year) and b.tet is not None and b.lunar:
        return Moment(tet=tet_day(a.day), lunar=True)
    if a.every or b.every or a.shift or (a.weekday and not a.day):
        return a
    if a.period and b.period and a.level() == (1, 1) and a.hour is None and b.hour is None:
        return a._replace(day=b.day, month=b.month, year=b.year, shift=b.shift, same=b.same)
    if a.day and a.month is None and b.day and b.month:
        a = a._replace(month=b.month, year=a.year or b.year, lunar=a.lunar or b.lunar)
    if (
        (a.month or a.quarter)
        and a.year is None
        and b.year is not None
        and a.level()[0] >= min(b.level()[0], 3)
    ):
        a = a._replace(year=b.year)
    elif (a.month or a.quarter) and a.year is None and b.year is None and b.shift and b.shift[0] == "year":
        a = a._replace(shift=b.shift)
    if a.hour is not None and a.level() == (1, 1) and b.hour is not None:
        a = a._replace(day=b.day, month=b.month, year=b.year, shift=b.shift, period=a.period or b.period)
    return a


def _lend_back(a: Moment, last: tuple[Moment, ...]) -> Interval | tuple[Moment] | None:
    """ "sáng 14 đến trưa 15/12/2020": only a weak or bare day takes from what stands before it."""
    b = last[0]
    if len(last) == 1 and b.day and b.month is None and a.day and a.month and not b.shift:
        return (b._replace(month=a.month, year=a.year),)
    return None


def _interval(text: str, a: Found, b: Found) -> Found | None:
    """Two ends of the same kind around a dash or "đến" are one interval."""
    gap = text[a.end : b.start]
    dawn = gap in (" ", ", ") and text.startswith("rạng", b.start)
    if (
        not (dawn or RANGE.fullmatch(gap))
        or not isinstance(a.payload, Moment)
        or not isinstance(b.payload, Moment)
    ):
        return None
    first, last = a.payload, b.payload
    if first.level()[0] != last.level()[0] or first.every != last.every or a.weak or b.weak:
        return None
    if first.level()[0] == 1 and (first.hour is None) != (last.hour is None):
        return None
    if first.level() == last.level() == (2, 2):
        return Found(a.start, b.end, "SET", (first._replace(every=True), last._replace(every=True)))
    return Found(a.start, b.end, b.type if b.type == a.type else "TIME", (first, last))


def _widened(text: str, words: Words, item: Found) -> Found:
    """With the words that belong to it: "hơn 35 năm", "nhiệm kỳ 2020-2025"."""
    counted = (
        isinstance(item.payload, Moment)
        and item.payload.shift
        and text[item.start : item.end].endswith((" trước", " nữa"))
    )
    if isinstance(item.payload, Duration) or (
        counted and not text.startswith(("năm ", "tuần ", "tháng ", "quý "), item.start)
    ):
        lead = words.next_to["approximate"]
    elif (
        isinstance(item.payload, tuple) and isinstance(item.payload[0], Moment) and not item.payload[0].month
    ):
        lead = words.next_to["spans"]
    elif (ends := _ends(item.payload)) and (ends[0].day or ends[0].weekday) and not ends[0].every:
        lead = words.next_to["day_words"]
    else:
        return item
    before = text[max(0, item.start - 16) : item.start]
    match = lead.search(before)
    if match is None or not before.endswith(" ") or before.endswith(("(", "“", '"')):
        return item
    first = match.start() + (not match[0][0].isalnum())
    return item._replace(start=item.start - len(before) + first)
