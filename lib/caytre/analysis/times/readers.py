"""What a matched rule says: from the named pieces of a match to a moment, a length or a vague reference."""

from __future__ import annotations

from collections.abc import Mapping

from caytre.analysis.times.values import Duration, Moment, Unit, Vague, sixty
from caytre.analysis.times.words import Words, roman

__all__ = [
    "Interval",
    "Payload",
    "before_that",
    "decade",
    "every",
    "feast",
    "length",
    "moment",
    "part_of_year",
    "since",
    "tet_day",
    "unclear",
    "vague",
    "whole",
    "years",
]

Interval = tuple[Moment, Moment]
Payload = Moment | Duration | Vague | Interval
Groups = Mapping[str, str | None]

MODS = {"đầu": "START", "giữa": "MID", "cuối": "END"}
HALVES = {"đầu": 1, "cuối": 2, "sau": 2}
UNITS: dict[str, Unit] = {
    "ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year",
    "thập kỷ": "decade", "thập niên": "decade", "thế kỷ": "century",
}  # fmt: skip
DAYS_OFF = {"nay": 0, "qua": -1, "kia": -2, "mai": 1, "sau": 1, "trước": -1}
DAYS_AHEAD = {"mai": 1, "kia": 2, "mốt": 2}
YEARS_OFF = {"kia": -2}
SHIFT_UNITS: dict[str, Unit] = {"Y": "year", "M": "month", "W": "week", "D": "day"}
AROUND_NOW = ("qua", "gần đây", "vừa qua", "vừa rồi", "trở lại đây", "nay", "này", "rồi")
"""After a length: it ends now. "trước" and "nữa" count from its far end instead."""
OLDEST = 3000
"""So many years ago and more are told as a length: no calendar reaches so far."""
FINENESS = ("TS", "TM", "TH", "D", "W", "M", "Y")
QUARTERS = {"một": 1, "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}


def moment(words: Words, found: Groups) -> Payload | None:
    """Days, months, quarters, years and clock times, in figures or words; two ends make an interval."""
    get = found.get
    month = _int(get("m") or get("m3")) or words.months.get(get("mw") or "")
    hour = _int(get("h"))
    out = Moment(
        year=_int(get("y")),
        half=HALVES.get(get("half") or ""),
        quarter=_quarter(get("q")),
        season=words.seasons.get(get("season") or get("season2") or "", ""),
        month=month,
        day=_int(get("d")),
        weekday=words.weekdays.get(get("wd") or ""),
        weekend=bool(get("weekend")),
        period=words.parts.get(get("part") or "", ""),
        hour=hour,
        minute=30 if get("half_hour") else _int(get("mi")),
        zone=bool(get("zone")),
        mod=MODS.get(get("mod") or "", ""),
        lunar=bool(get("lunar")) or (get("mw") or "") in words.book["lunar_months"],
        tet=_of_first_month(get("mw"), _int(get("d"))),
        before_christ=bool(get("bc")),
    )
    out = _pointed(words, out, found)
    if not _possible(out):
        return None
    if get("d2") or get("m2"):
        day = _int(get("d2")) or out.day
        last = out._replace(day=day, month=_int(get("m2")) or month, tet=_of_first_month(get("mw"), day))
        first = out._replace(day=_int(get("d")), month=month)
        return (
            (first, last)
            if _possible(last) and (first.month or 0, first.day or 0) < (last.month or 0, last.day or 0)
            else None
        )
    return out


def _of_first_month(month: str | None, day: int | None) -> int | None:
    """The lunar year begins at the new year feast, so a day of its first month lies that many days behind it."""
    return day - 1 if month == "giêng" and day else None


def _pointed(words: Words, out: Moment, found: Groups) -> Moment:
    """*out* with what "nay", "tới", "ngoái" and the like say about where it lies from now."""
    toward, today, year_word = found.get("toward"), found.get("today"), found.get("year_word")
    unit = UNITS.get(found.get("unit") or "")
    if found.get("turn"):
        return out._replace(shift=(UNITS[found["turn"] or ""], 1))
    if found.get("same"):
        return out._replace(same=UNITS[found["same"] or ""])
    if found.get("that"):
        return out._replace(shift=("year", 0), same="year")
    if today:
        step = DAYS_OFF[today]
        return out._replace(shift=("day", step), same="day" if today in ("sau", "trước") else None)
    if found.get("there"):
        told: Unit = "year" if unit == "year" else "day"
        return out._replace(shift=(unit or "day", 1 if found["there"] == "sau" else -1), same=told)
    if found.get("ahead"):
        return out._replace(shift=("day", DAYS_AHEAD[found["ahead"] or ""]))
    if year_word:
        return out._replace(shift=("year", YEARS_OFF.get(year_word, words.toward.get(year_word, 0))))
    step = words.toward[toward] if toward else 0
    if unit:
        return out._replace(shift=(unit, step), toward=step)
    if toward == "này" and out.weekday:
        return out._replace(shift=("week", 0))
    if toward and out.weekend:
        here: tuple[Unit, int] | None = (
            ("week", 1 if toward == "sau" else 0) if toward == "sau" or step >= 0 else None
        )
        return out._replace(toward=step, shift=here)
    return out._replace(toward=step) if toward else out


def years(words: Words, found: Groups) -> Payload | None:
    """2016 - 2021 and 2023/24."""
    first = int(found["y"] or 0)
    last = _int(found.get("y2")) or first // 100 * 100 + int(found.get("yy") or 0)
    if last < first and found.get("yy"):
        last += 100
    return (Moment(year=first), Moment(year=last)) if first < last else None


def decade(words: Words, found: Groups) -> Payload | None:
    """Decades and centuries."""
    mod = MODS.get(found.get("mod") or "", "")
    if found.get("half_of"):
        mod = {"đầu": "START"}.get(found["half_of"] or "", "END")
    if found.get("toward"):
        unit = UNITS[found["unit"] or ""]
        step = words.toward[found["toward"] or ""]
        if unit == "decade" and step:
            return Duration("P10Y", step, "Y", 10)
        return Moment(shift=(unit, step), mod=mod)
    century = _century(found.get("cent"))
    if found.get("dec") or found.get("dec_word"):
        base = _int(found.get("dec")) or int(words.amount(found["dec_word"] or "") or 0)
        if base >= 100:
            return Moment(decade=base // 10, mod=mod)
        start = century if century is not None else 19 if base >= 30 else 20
        return Moment(decade=start * 10 + base // 10, mod=mod)
    if century is None:
        return None
    if found.get("cent2"):
        last = _century(found["cent2"])
        return (
            (Moment(century=century), Moment(century=last)) if last is not None and century < last else None
        )
    if found.get("bc"):
        return Moment(century=century + 1, before_christ=True, mod=mod)
    return Moment(century=century, mod=mod)


def part_of_year(words: Words, found: Groups) -> Payload | None:
    """ "9 tháng đầu năm 2024", "9 tháng năm 2024": the first months or quarters of a year, or the last."""
    amount = words.amount(found.get("n") or "một")
    size = 3 if found["of"] == "quý" else 1
    if amount is None or amount != int(amount) or not 1 <= amount * size <= 12:
        return None
    months, side = int(amount) * size, found.get("side") or "đầu"
    year = _int(found.get("y"))
    word = found.get("year_word")
    shift: tuple[Unit, int] | None = None if year else ("year", words.toward.get(word or "", 0))
    if months == 6:
        return Moment(year=year, shift=shift, half=HALVES[side])
    if months == 3:
        return Moment(year=year, shift=shift, quarter=1 if side == "đầu" else 4)
    until = (1, months) if side == "đầu" else (13 - months, 12)
    return Moment(year=year, shift=shift, until=until)


def since(words: Words, found: Groups) -> Payload | None:
    """ "năm đầu tiên thực hiện" is told of the year that is running."""
    return Moment(shift=("year", 0))


def feast(words: Words, found: Groups) -> Payload | None:
    """Lunar new year, feasts and holidays, and years named by the cycle of sixty."""
    year, word = _int(found.get("y")), found.get("year_word") or found.get("toward")
    if found.get("stem"):
        branch = (found["branch"] or "").replace("mẹo", "mão")
        cycle = sixty(found["stem"] or "", branch)
        if cycle is None:
            return None
        return Moment(year=year, cycle=cycle, tet=0 if (found.get("feast") or "").startswith("tết") else None)
    if found.get("holiday"):
        month, day = words.holidays[found["holiday"] or ""].split("-")
        return Moment(year=year, month=int(month), day=int(day))
    if found.get("lunar_feast"):
        month, day = words.feasts[found["lunar_feast"] or ""].split("-")
        return Moment(year=year, month=int(month), day=int(day), lunar=True)
    if "mw" in found or "m" in found:
        month_no = _int(found.get("m")) or words.months[found.get("mw") or ""]
        return Moment(month=month_no, day=15, lunar=True, tet=14 if month_no == 1 else None)
    if found.get("eve"):
        return Moment(tet=-1)
    if found.get("of_tet"):
        return Moment(tet=tet_day(int(found["of_tet"] or 0)), lunar=True)
    return Moment(year=year, tet=0, toward=words.toward.get(word or "", 0))


def tet_day(day: int) -> int:
    """How many days from the lunar new year: 3 is the third of the feast, 28 one of the last of the old year."""
    return day - 1 if day <= 15 else min(day - 31, -1)


def length(words: Words, found: Groups) -> Payload | None:
    """Lengths of time; "3 năm trước" and "2 năm nữa" are moments counted from now."""
    amount = words.amount(found["n"] or "")
    symbol = words.units[found.get("u") or found.get("u2") or ""]
    word = found.get("toward") or ""
    toward = words.toward.get(word, 0) or (-1 if word == "nay" else 0)
    if amount is None:
        return None
    if found.get("plus") and found.get("n2"):
        second = words.amount(found["n2"] or "")
        multiple = words.multiples.get((found["n2"] or "").partition(" ")[2], 1)
        amount *= multiple
        if second is None or (second <= amount and multiple == 1):
            return None
        if found.get("u2") and words.units[found["u2"] or ""] != symbol:
            return None
        base, factor = _scaled(symbol)
        return Duration(f"{_period(amount, symbol)}/{_period(second, symbol)}", toward, base, second * factor)
    if found.get("and_half"):
        amount += 0.5
    away = "toward" not in found or word in ("trước", "nữa")
    base, factor = _scaled(symbol)
    if away and base == "Y" and amount != int(amount):
        base, factor = "M", factor * 12
    if away and base in SHIFT_UNITS and (amount * factor) == int(amount * factor):
        step = int(amount * factor) * (1 if word == "nữa" else -1)
        if abs(step) < OLDEST:
            return Moment(shift=(SHIFT_UNITS[base], step))
    if away and base in ("TH", "TM", "TS"):
        return Vague("FUTURE_REF" if word == "nữa" else "PAST_REF")
    value = _period(amount, symbol)
    if found.get("n2") and not _finer(words.units[found["u2"] or ""], symbol):
        return None
    if found.get("n2"):
        value = _compound(value, words.amount(found["n2"] or ""), words.units[found["u2"] or ""])
    around = toward if word in AROUND_NOW or (toward > 0 and word != "sau") else 0
    return Duration(value, around, base, amount * factor)


def before_that(words: Words, found: Groups) -> Payload | None:
    """ "ba ngày trước đó", "hai tuần sau đó" are counted from the day that was last spoken of."""
    away = length(words, {**found, "toward": "nữa" if found["there"] == "sau" else "trước"})
    return away._replace(same="day") if isinstance(away, Moment) else away


def unclear(words: Words, found: Groups) -> Payload | None:
    """ "những năm tới" points somewhere; "nhiều năm" is a length that nobody counted."""
    word = found.get("toward")
    symbol = words.units[found["u"] or ""]
    if found.get("x") == "" and word:
        return Duration("P1Y", -1, "Y", 1)
    if word is None or (word == "sau" and found.get("x") not in (None, "những")):
        return Duration(f"P{'T' if symbol.startswith('T') else ''}X{symbol.lstrip('T').replace('1', '', 1)}")
    step = words.toward[word] or (-1 if word == "nay" else 0)
    return Vague({1: "FUTURE_REF", -1: "PAST_REF"}.get(step, "PRESENT_REF"))


def whole(words: Words, found: Groups) -> Payload | None:
    """ "cả tháng nay" is one month that ends now, "cả tháng nữa" one that begins now."""
    symbol = words.units[found["u"] or ""]
    base, factor = _scaled(symbol)
    return Duration(_period(1, symbol), words.toward[found["toward"] or ""] or -1, base, factor)


def every(words: Words, found: Groups) -> Payload | None:
    """What comes back: each year, each Sunday, every five years."""
    if found.get("wd"):
        return Moment(weekday=words.weekdays[found["wd"] or ""], every=True)
    if found.get("part"):
        return Moment(period=words.parts[found["part"] or ""], every=True)
    symbol = words.units[found.get("u") or "quý"]
    amount = words.amount(found["n"] or "") if found.get("n") else 1.0
    return None if amount is None else Duration(_period(amount, symbol), every=True)


def vague(words: Words, found: Groups) -> Payload | None:
    """A phrase of the codebook."""
    return Vague(words.vague[found["vague"] or ""])


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _quarter(text: str | None) -> int | None:
    return (QUARTERS.get(text) or roman(text)) if text else None


def _century(text: str | None) -> int | None:
    """Years from 2001 on start with 20 and are the twenty-first century."""
    if not text:
        return None
    ordinal = {"nhất": 1, "hai": 2, "ba": 3}.get(text) or roman(text)
    return ordinal - 1 if ordinal and ordinal <= 30 else None


def _scaled(symbol: str) -> tuple[str, int]:
    """The plain unit and the factor: thập kỷ is ten years."""
    digits = "".join(c for c in symbol if c.isdigit())
    return symbol[len(digits) :], int(digits or 1)


def _period(amount: float, symbol: str) -> str:
    """TIMEX3: P35Y, PT90M, P18M for a year and a half."""
    unit, factor = _scaled(symbol)
    amount *= factor
    if amount != int(amount) and unit == "Y" and amount * 12 == int(amount * 12):
        amount, unit = amount * 12, "M"
    elif amount == 0.5 and unit == "M":
        amount, unit = 15, "D"
    elif amount != int(amount) and unit == "TH" and amount * 60 == int(amount * 60):
        amount, unit = amount * 60, "TM"
    written = f"{amount:g}" if amount < 1_000_000 else f"{amount:.0f}"
    return f"PT{written}{unit[1:]}" if unit.startswith("T") else f"P{written}{unit}"


def _finer(symbol: str, than: str) -> bool:
    """Whether hours, days ... may follow a number of days, years ...: "2 năm 6 tháng", but not "4 giờ 30 ngày"."""
    return FINENESS.index(_scaled(symbol)[0]) < FINENESS.index(_scaled(than)[0])


def _compound(value: str, amount: float | None, symbol: str) -> str:
    """ "2 giờ 30 phút" is PT2H30M, "1 năm 6 tháng" P1Y6M."""
    if amount is None:
        return value
    more = _period(amount, symbol).lstrip("P")
    return value + (more.lstrip("T") if "T" in value else more)


def _possible(out: Moment) -> bool:
    """No 31/2 and no 31/4; "24:10" is no time."""
    if out.hour is not None and (out.hour > 24 or (out.hour == 24 and (out.minute or 0) > 0)):
        return False
    if out.day and out.month:
        longest = {2: 29 if out.year is None or out.year % 4 == 0 else 28, 4: 30, 6: 30, 9: 30, 11: 30}
        return out.day <= longest.get(out.month, 31)
    return True
