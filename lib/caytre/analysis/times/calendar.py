"""Which days a time expression covers, counted from the date of publication where the words need it.

Where there is no such date the unknown part of a value stays `X`: "ngày 16/12" is `XXXX-12-16` then.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from caytre.analysis.times.values import Duration, Extent, Moment, Unit, clock, two, unknown, value

__all__ = ["LAST_HOUR", "extent", "joined", "ordered", "resolve", "shifted"]

SAME_YEAR = 180
"""Days by which a day or month without a year is drawn to the year of publication."""
CYCLE_AHEAD = 2
"""A year of the cycle of sixty that is named without its number lies at most so far ahead."""
TET_REACH = 300
"""The lunar new year is looked for no further away than this many days."""

LONG = ("decade", "century")
HALF = {1: (1, 6), 2: (7, 12)}
SEASONS = {"SP": (1, 3), "SU": (4, 6), "FA": (7, 9), "WI": (10, 12)}
THIRDS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}
DECADES_OF_CENTURY = {"START": ("0X", 0, 29), "MID": ("5X", 45, 55), "END": ("9X", 70, 99)}
LAST_HOUR = {"MO": 12, "MI": 14, "AF": 18, "EV": 22, "NI": 24}
"""When a part of the day is over, to tell "sáng nay" in an evening paper from what is to come."""


def resolve(moment: Moment, anchor: date | None, *, tet: dict[int, date] | None = None) -> Extent:
    """*moment* as days, counted from *anchor* where the words need it; *tet* gives the lunar new years by year."""
    if moment.every and not moment.lunar:
        return Extent(value(moment, "XXXX", moment.month, moment.day), "", "", False, False)
    if moment.level() == (1, 1) and moment.hour is None:
        return Extent(clock(moment), "", "", False, True)
    if moment.level() == (1, 1):
        moment = moment._replace(shift=("day", 0))
    if moment.cycle is not None and moment.month:
        moment = moment._replace(lunar=True, year=moment.year or _cycle_year(moment.cycle, anchor))
    if moment.lunar and (moment.tet is None or moment.every):
        year = f"{moment.year:04d}" if moment.year else "XXXX"
        return Extent(f"LUNAR:{year}-{two(moment.month)}-{two(moment.day)}", "", "", False, not moment.every)
    if moment.tet is not None:
        return _tet(moment, anchor, tet or {})
    if moment.cycle is not None and moment.year is None:
        moment = moment._replace(year=_cycle_year(moment.cycle, anchor))
        if moment.year is None:
            return Extent("XXXX", "", "", False, True)
        return resolve(moment, anchor)._replace(leaned=True)
    if moment.century is not None or moment.decade is not None or (moment.shift and moment.shift[0] in LONG):
        return _long(moment, anchor)
    if moment.year is None and (moment.shift or moment.weekday or moment.weekend or moment.same):
        if not (moment.month and moment.day):
            return _deictic(moment, anchor)
        moment = moment._replace(shift=moment.shift if moment.shift and moment.shift[0] == "year" else None)
    return _calendar(moment, anchor)


def shifted(anchor: date, unit: Unit, amount: int) -> date:
    """*anchor* moved by whole units; the day is cut to the length of the month it lands in."""
    if unit in ("day", "week"):
        return anchor + timedelta(days=amount * (7 if unit == "week" else 1))
    months = amount * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    return date(year, month + 1, min(anchor.day, calendar.monthrange(year, month + 1)[1]))


def extent(duration: Duration, anchor: date | None) -> Extent:
    """The stretch that *duration* covers where it touches now; a bare length has no days."""
    if not duration.toward or anchor is None or duration.amount is None or duration.every:
        return Extent(duration.value, "", "", False, False)
    days = {"D": 1.0, "W": 7.0, "M": 30.4375, "Y": 365.25, "TH": 1 / 24, "TM": 1 / 1440, "TS": 0.0}[
        duration.unit
    ]
    try:
        if duration.unit in ("Y", "M") and duration.amount == int(duration.amount):
            unit: Unit = "year" if duration.unit == "Y" else "month"
            other = shifted(anchor, unit, duration.toward * int(duration.amount))
        else:
            other = anchor + timedelta(days=round(duration.toward * days * duration.amount))
    except (ValueError, OverflowError):
        return Extent(duration.value, "", "", False, False)
    first, last = sorted((anchor, other))
    return Extent(duration.value, first.isoformat(), last.isoformat(), True, False)


def ordered(first: Extent, last: Extent) -> bool:
    """Whether two resolved ends make an interval that runs forward, as far as both are known."""
    return not (first.earliest and last.latest) or first.earliest <= last.latest


def joined(first: Extent, last: Extent) -> Extent:
    """The interval from one moment to another."""
    leaned, unknown = first.leaned or last.leaned, first.open or last.open
    return Extent(f"{first.value}/{last.value}", first.earliest, last.latest, leaned, unknown)


def _long(moment: Moment, anchor: date | None) -> Extent:
    """Decades and centuries; "đầu, giữa, cuối thế kỷ" take the decade that stands for them."""
    century, leaned, shift = moment.century, False, moment.shift
    if shift and century is None:
        if anchor is None:
            return Extent("XXXX" if shift[0] == "century" else "XXX", "", "", False, True)
        leaned = True
        if shift[0] == "decade":
            moment = moment._replace(decade=anchor.year // 10 + shift[1])
        else:
            century = anchor.year // 100 + shift[1]
    if moment.decade is not None:
        low, high = _third(moment.mod, moment.decade * 10, moment.decade * 10 + 9)
        return Extent(f"{moment.decade:03d}X", f"{low:04d}-01-01", f"{high:04d}-12-31", leaned, False)
    assert century is not None
    if moment.before_christ:
        return Extent(f"BC{century:02d}", "", "", leaned, False)
    tail, low, high = DECADES_OF_CENTURY.get(moment.mod, ("", 1, 100))
    low, high = max(century * 100 + low, 1), century * 100 + high
    return Extent(f"{century:02d}{tail}", f"{low:04d}-01-01", f"{high:04d}-12-31", leaned, False)


def _deictic(moment: Moment, anchor: date | None) -> Extent:
    """Days, weeks, months and years counted from now, and weekdays."""
    unit, amount = moment.shift or (moment.same or "week", 0)
    if anchor is None:
        return Extent(unknown(moment, unit), "", "", False, True)
    try:
        base = shifted(anchor, unit, amount)
    except (ValueError, OverflowError):
        return Extent(unknown(moment, unit), "", "", False, True)
    if unit in ("month", "quarter", "year"):
        filled = moment._replace(shift=None, same=None, toward=0, year=base.year)
        if unit == "month":
            filled = filled._replace(month=base.month)
        elif unit == "quarter":
            filled = filled._replace(quarter=(base.month + 2) // 3)
        return _calendar(filled, anchor)._replace(leaned=True)
    if moment.weekday and not moment.shift:
        back = (anchor.weekday() - (moment.weekday - 1)) % 7
        ahead = (7 - back) if moment.toward > 0 else 0
        base = anchor + timedelta(days=ahead - (0 if ahead else back or (7 if moment.toward < 0 else 0)))
    elif unit == "week" or moment.weekday or moment.weekend:
        return _week(moment, base)
    written = value(moment, f"{base.year:04d}", base.month, base.day)
    return Extent(written, base.isoformat(), base.isoformat(), True, False)


def _week(moment: Moment, base: date) -> Extent:
    monday = base - timedelta(days=base.weekday())
    if moment.weekday:
        day = monday + timedelta(days=moment.weekday - 1)
        return Extent(
            value(moment, f"{day.year:04d}", day.month, day.day),
            day.isoformat(),
            day.isoformat(),
            True,
            False,
        )
    year, week, _ = base.isocalendar()
    if moment.weekend:
        if not moment.shift and moment.toward < 0 and base.weekday() < 5:
            monday -= timedelta(days=7)
            year, week, _ = monday.isocalendar()
        first, last, tail = monday + timedelta(days=5), monday + timedelta(days=6), "-WE"
    else:
        low, high = _third(moment.mod, 0, 6)
        first, last, tail = monday + timedelta(days=low), monday + timedelta(days=high), ""
    return Extent(f"{year:04d}-W{week:02d}{tail}", first.isoformat(), last.isoformat(), True, False)


def _calendar(moment: Moment, anchor: date | None) -> Extent:
    """A year, or a part of one; the year nearest to *anchor* where none is given."""
    if moment.before_christ:
        return Extent(f"BC{moment.year:04d}", "", "", False, False)
    leaned = moment.year is None or (moment.day is not None and moment.month is None)
    if moment.shift and moment.shift[0] == "year" and anchor is not None:
        moment = moment._replace(year=anchor.year + moment.shift[1])
    year, month = moment.year, moment.month
    if anchor is not None and moment.day and month is None:
        year, month = _nearest_month(moment, anchor)
    elif anchor is not None and year is None:
        year = _nearest_year(moment, anchor)
    if year is None or (moment.day and month is None):
        written = value(moment, "XXXX", month, moment.day)
        return Extent(written, "", "", False, True)
    try:
        first, last = _days(moment, year, month)
    except ValueError:
        return Extent("", "", "", False, True)
    return Extent(
        value(moment, f"{year:04d}", month, moment.day), first.isoformat(), last.isoformat(), leaned, False
    )


def _days(moment: Moment, year: int, month: int | None) -> tuple[date, date]:
    """First and last day of what is named within *year*, narrowed by "đầu", "giữa" or "cuối"."""
    if moment.until:
        return date(year, moment.until[0], 1), _end(year, moment.until[1])
    if month and moment.day:
        return date(year, month, moment.day), date(year, month, moment.day)
    if month:
        low, high = _third(moment.mod, 1, _end(year, month).day)
        return date(year, month, low), date(year, month, high)
    if moment.quarter:
        months = (moment.quarter * 3 - 2, moment.quarter * 3)
    elif moment.half or moment.season:
        months = HALF[moment.half] if moment.half else SEASONS[moment.season]
    else:
        months = (1, 12)
    low, high = _third(moment.mod, *months)
    return date(year, low, 1), _end(year, high)


def _third(mod: str, low: int, high: int) -> tuple[int, int]:
    if mod not in THIRDS:
        return low, high
    first, last = THIRDS[mod]
    size = high - low + 1
    return low + size * first // 3, low + size * last // 3 - 1


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _nearest_year(moment: Moment, anchor: date) -> int:
    """The year in which a day, month, quarter or season without one falls.

    News leaves the year out where it is the present one, or where the day lies just across New Year.
    """
    month = moment.month or (moment.quarter or 0) * 3 or (SEASONS[moment.season][1] if moment.season else 0)
    if not month:
        return anchor.year
    costs = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            away = (date(year, month, moment.day or 15) - anchor).days
        except ValueError:
            continue
        slack = 31 if not moment.day else 0
        wrong_side = (moment.toward > 0 and away < -slack) or (moment.toward < 0 and away > slack)
        costs.append((wrong_side, abs(away) - (SAME_YEAR if year == anchor.year else 0), year))
    return min(costs)[2] if costs else anchor.year


def _nearest_month(moment: Moment, anchor: date) -> tuple[int, int]:
    """Year and month of a day that is given alone: the nearest, on the side that the words name."""
    costs = []
    for offset in (-1, 0, 1):
        base = shifted(anchor.replace(day=1), "month", offset)
        if moment.day and moment.day <= _end(base.year, base.month).day:
            away = (base.replace(day=moment.day) - anchor).days
            costs.append((away * moment.toward < 0, abs(away), base))
    best = min(costs)[2]
    return best.year, best.month


def _tet(moment: Moment, anchor: date | None, known: dict[int, date]) -> Extent:
    """A day counted from the lunar new year; the nearest one where no year is given."""
    year, leaned = moment.year, moment.year is None
    if moment.cycle is not None and year is None:
        year = _cycle_year(moment.cycle, anchor)
    if year is None and anchor is not None:
        near = [
            (abs((day - anchor).days) - (SAME_YEAR if y == anchor.year else 0), y) for y, day in known.items()
        ]
        year = min(near)[1] if near and min(near)[0] < TET_REACH else None
    if year is None or year not in known:
        return Extent(f"{year or 'XXXX'}", "", "", False, True)
    day = known[year] + timedelta(days=moment.tet or 0)
    return Extent(
        value(moment, f"{day.year:04d}", day.month, day.day), day.isoformat(), day.isoformat(), leaned, False
    )


def _cycle_year(cycle: int, anchor: date | None) -> int | None:
    """The last year with this place in the cycle of sixty, or one just ahead of *anchor*: so history is told."""
    if anchor is None:
        return None
    latest = anchor.year + CYCLE_AHEAD
    return latest - (latest - cycle) % 60
