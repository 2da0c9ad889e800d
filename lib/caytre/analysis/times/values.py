"""What a time expression says, and how TIMEX3 writes it.

A `Moment` holds only what the words give: a day, a month, "last week", a morning. `calendar` fills in what they
leave open.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

__all__ = [
    "BRANCHES",
    "STEMS",
    "Duration",
    "Extent",
    "Moment",
    "Unit",
    "Vague",
    "clock",
    "sixty",
    "two",
    "unknown",
    "value",
]

Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century"]

STEMS = ("canh", "tân", "nhâm", "quý", "giáp", "ất", "bính", "đinh", "mậu", "kỷ")
BRANCHES = ("thân", "dậu", "tuất", "hợi", "tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi")
"""The sixty-year cycle; a year's stem is its last digit, its branch the remainder by twelve."""

LATE = ("AF", "EV")
LATE_NIGHT = 6
"""From this hour on, an hour "đêm" lies before midnight."""


class Moment(NamedTuple):
    """A point or stretch of the calendar as the words give it; what is None they leave open."""

    century: int | None = None
    decade: int | None = None
    year: int | None = None
    shift: tuple[Unit, int] | None = None
    half: int | None = None
    quarter: int | None = None
    season: str = ""
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    weekend: bool = False
    period: str = ""
    hour: int | None = None
    minute: int | None = None
    zone: bool = False
    mod: str = ""
    toward: int = 0
    same: Unit | None = None
    lunar: bool = False
    tet: int | None = None
    cycle: int | None = None
    before_christ: bool = False
    every: bool = False
    until: tuple[int, int] | None = None

    def level(self) -> tuple[int, int]:
        """The finest and the coarsest field that is set: 1 clock, 2 weekday, 3 day, 4 month and the like, 5 year."""
        unit = {"day": 3, "week": 4, "month": 4, "quarter": 4, "year": 5, "decade": 5, "century": 5}
        levels = [1] if self.period or self.hour is not None else []
        levels += [2] if self.weekday else []
        levels += [3] if self.day or self.tet is not None else []
        levels += [4] if self.month or self.quarter or self.half or self.season or self.weekend else []
        levels += [5] if self.year is not None or self.cycle is not None else []
        levels += [unit[part] for part in (self.same, self.shift and self.shift[0]) if part]
        return (min(levels), max(levels)) if levels else (6, 6)


class Duration(NamedTuple):
    """A length of time; *toward* is -1 where it ends now ("5 năm qua"), 1 where it begins now."""

    value: str
    toward: int = 0
    unit: str = ""
    amount: float | None = None
    every: bool = False


class Vague(NamedTuple):
    """A reference that names no date: PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


class Extent(NamedTuple):
    """A resolved moment: its TIMEX3 value, its first and last day ("" where open), and what that took.

    *leaned*: the value took the date that the words count from; *open*: a part that is needed is unknown.
    """

    value: str
    earliest: str
    latest: str
    leaned: bool
    open: bool


@lru_cache(maxsize=128)
def sixty(stem: str, branch: str) -> int | None:
    """The remainder by 60 of the years with these two names: Giáp Thìn is 44, as 2024 is 33 times 60 and 44."""
    for place in range(60):
        if STEMS[place % 10] == stem and BRANCHES[place % 12] == branch:
            return place
    return None


def value(moment: Moment, year: str, month: int | None, day: int | None) -> str:
    """The TIMEX3 value; a part that is not known is written X."""
    if moment.every and moment.level() == (1, 1):
        text = ""
    elif (moment.every and moment.weekday) or (moment.weekday and month is None):
        text = f"XXXX-WXX-{moment.weekday}"
    elif moment.until and moment.until == (1, 3):
        text = f"{year}-Q1"
    elif moment.until:
        text = f"{year}-{moment.until[0]:02d}/{year}-{moment.until[1]:02d}"
    elif day or (month and (moment.period or moment.hour is not None)):
        text = f"{year}-{two(month)}-{two(day)}"
    elif month:
        text = f"{year}-{month:02d}"
    elif moment.half or moment.quarter:
        text = f"{year}-" + (f"H{moment.half}" if moment.half else f"Q{moment.quarter}")
    else:
        text = f"{year}-{moment.season}" if moment.season else year
    return text + clock(moment)


def clock(moment: Moment) -> str:
    """The time of day, with its T; hours of the afternoon and evening are counted from noon where the words say so."""
    if moment.hour is None:
        return f"T{moment.period}" if moment.period else ""
    hour = moment.hour
    late = moment.period in LATE or (moment.period == "NI" and hour >= LATE_NIGHT)
    if late and hour < 12:
        hour += 12
    elif moment.period == "NI" and hour == 12:
        hour = 24
    return f"T{hour:02d}:{moment.minute or 0:02d}" + ("+07:00" if moment.zone else "")


def unknown(moment: Moment, unit: Unit) -> str:
    """The value of what is counted from a date that nobody knows."""
    if moment.weekday:
        return f"XXXX-WXX-{moment.weekday}" + clock(moment)
    if moment.weekend:
        return "XXXX-WXX-WE"
    if unit == "week":
        return "XXXX-WXX"
    if unit == "day":
        return "XXXX-XX-XX" + clock(moment)
    if unit == "year":
        return value(moment._replace(shift=None), "XXXX", moment.month, moment.day)
    return f"XXXX-XX-{moment.day:02d}" if moment.day else "XXXX-XX" if unit == "month" else "XXXX-QX"


def two(number: int | None) -> str:
    """Two digits of a TIMEX3 value, XX for what is unknown."""
    return f"{number:02d}" if number else "XX"
