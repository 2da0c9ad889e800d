"""What stands around a date in figures and makes it no time expression, or too little of one to stand alone."""

from __future__ import annotations

import re
from typing import Final

from caytre.analysis.times.words import Words

YES: Final = "yes"
NO: Final = "no"
WEAK: Final = "weak"
"""Kept only if a neighbour completes it: "sáng" needs a day, "thứ hai" a date or a week."""

LEFT = 24
"""How far to the left a guard looks; the longest lead is shorter."""
NEXT_WORD = re.compile(r" ?(\w+)")
STOPS = re.compile(r"\s*(?:[,.;:)\]”\"!?…|-]|$)")
RANGE_BEFORE = re.compile(r"/\d{1,2} ?- ?$")
LATE_DAY = re.compile(r"(?:1[3-9]|[23]\d)[.-](?:1[0-2]|0?[1-9])(?!\d)")
LATE_DAY_DOTTED = re.compile(r"(?:1[3-9]|[23]\d)\.1?\d")
ENDS_IN_YEAR = re.compile(r"\d{4}$")
ENDS_IN_WORD = re.compile(r"[^\d]$")
MINUTES = re.compile(r"\d{2}")
FIGURES_AFTER = re.compile(r" \d{2}")
WORD_BEFORE = re.compile(r"[^\W\d_”\")][ (,\-]{1,2}$|\($|(?:1[89]|20)\d\d, $")
FROM_BEFORE = re.compile(r"(?:^|\W)(?:từ|ngày) $")
RANGE_LEAD = re.compile(r"(?:^|\W)(?:từ|ngày|diễn ra|,|\()\s?$")
DAY_TO = re.compile(r"(?:^|\W)ngày \d{1,2}[.-]\d{1,2} ?(?:đến|tới|-)(?: hết)? $")
"""The first end of a range: "ngày 9-6 đến 29-7"."""
HOUR_TO = re.compile(r"\d[hg](?:\d\d)? ?- ?$")
ENDS_IN_HOUR = re.compile(r"[hg]$")
OPENING = re.compile(r"(?:^|[.!?:“\"] ?)khoảng $")
"""An hour that opens a sentence before a comma is one of the day: "Khoảng 3h, chủ quán thức giấc"."""
FIGURE_BEFORE = re.compile(r"[\d@#$€£.,] ?$")
YEAR_LISTED = re.compile(r"(?:1[89]|20)\d\d, $")


def free(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """No condition."""
    return YES


def left_of(text: str, start: int) -> str:
    """What stands right before the expression, as far as guards look."""
    return text[max(0, start - LEFT) : start]


def following(text: str, end: int) -> str:
    """The next word, or an empty string."""
    match = NEXT_WORD.match(text, end)
    return match[1] if match else ""


def counts(words: Words, text: str, end: int) -> bool:
    """Whether the next word is one of the things that a number counts."""
    return following(text, end) in words.followed["counted"]


def numbered(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """A full date or a range of years is one, but not right after "số" or the name of a paper."""
    return NO if words.paper.search(left_of(text, start)) else YES


def stroke(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """5/3 is a day after a word that leads to one; alone it may be a score, a share, an address or a paper."""
    left = left_of(text, start)
    if words.part_before.search(left) or RANGE_BEFORE.search(left):
        return YES
    day, month = text[start:end].split(" ")[0].split("/")
    share = int(day) <= int(month) or counts(words, text, end)
    if counts(words, text, end) or words.unit_sign.match(text, end):
        return NO
    if left.endswith("(") and text[end : end + 1] in ("", ")", ",", ";"):
        return YES
    if int(day) < int(month) and words.next_to["share_leads"].search(left):
        return NO
    if words.next_to["date_leads"].search(left):
        return YES
    if words.next_to["not_before_date"].search(left):
        return NO
    if text.startswith(("24/7", "24/24"), start):
        return NO
    if int(day) > 12 or day[0] == "0" or month[0] == "0":
        return YES
    return YES if not share and (STOPS.match(text, end) or words.goes_on.match(text, end)) else WEAK


def after_day(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """31.10 and 2-9 are days where "ngày", a weekday, a part of the day or such a day stands before, 14-8 after "trước" too."""
    left = left_of(text, start)
    if (
        words.part_before.search(left)
        and following(text, end) not in words.followed["per_time"]
        and not words.unit_sign.match(text, end)
    ):
        return YES
    if DAY_TO.search(left) and not words.unit_sign.match(text, end):
        return YES
    whole = text[start:end]
    ended = STOPS.match(text, end) or words.goes_on.match(text, end)
    if ended and words.day_listed.search(left):
        return YES
    if (
        LATE_DAY.match(whole)
        and words.next_to["late_day_leads"].search(left)
        and not counts(words, text, end)
    ):
        return NO if words.unit_sign.match(text, end) else YES
    alone = left.endswith("(") and text[end : end + 1] == ")"
    late = LATE_DAY_DOTTED.match(whole) if "." in whole else LATE_DAY.match(whole)
    return YES if alone and (late or words.holiday_before.search(left)) else NO


def stroke_range(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """25-28.6: a range of days, unless a unit follows or the name of a paper stands before."""
    left = left_of(text, start)
    if words.unit_sign.match(text, end) or words.paper.search(left) or words.next_to["scores"].search(left):
        return NO
    if "đến" in text[start:end] or "tới" in text[start:end]:
        return YES if FROM_BEFORE.search(left) else NO
    if "/" in text[start:end] or words.part_before.search(left):
        return YES
    return YES if RANGE_LEAD.search(left) or not left.strip() else NO


def dotted_range(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """29.5 - 2.6 is a range of days in brackets or after "ngày" only: else two amounts."""
    left = left_of(text, start)
    alone = left.endswith("(") and text[end : end + 1] == ")" and LATE_DAY_DOTTED.match(text, start)
    return YES if alone or words.part_before.search(left) else NO


def dashed_range(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "từ 9-6 đến 12-6" is a range of days where nothing is counted: it may rise "từ 5-6 đến 7-8 bàn"."""
    left = left_of(text, start)
    ended = STOPS.match(text, end) or words.goes_on.match(text, end)
    return YES if ended and FROM_BEFORE.search(left) and not words.unit_sign.match(text, end) else NO


def per_day(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "ngày 2-3 lần" is a dose."""
    return NO if following(text, end) in words.followed["per_time"] else YES


def month_of_year(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """12/2021 is a month unless it numbers a paper: "Nghị định 10/2020"."""
    left = left_of(text, start)
    if words.next_to["not_before_date"].search(left) or text[end : end + 1] == "/":
        return NO
    return YES if not left.strip() or words.month_lead.search(left) else NO


def spoken_date(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "14 tháng 12" is a day where a year, a stop or a part of the day says so; else it may be 14 months."""
    if ENDS_IN_YEAR.search(text[start:end]) or words.part_before.search(left_of(text, start)):
        return YES
    return YES if STOPS.match(text, end) and not words.next_to["lasting"].search(left_of(text, start)) else NO


def day_list(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """Days without a month: a number that counts something may end the list."""
    return (
        NO
        if counts(words, text, end)
        or following(text, end) in words.followed["per_time"]
        or words.unit_sign.match(text, end)
        else WEAK
    )


def lone_day(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "ngày 15" needs a stop or a verb after it; "ngày 2 lần" and "ngày 5 ca" count, "Ngày 2:" is of a journey."""
    if counts(words, text, end) or following(text, end) in words.followed["per_time"]:
        return NO
    if text[end : end + 1] == ":" and not text[:start].strip():
        return NO
    strong = STOPS.match(text, end) or words.goes_on.match(text, end) or ENDS_IN_WORD.search(text[start:end])
    return YES if strong and not words.amount_before.search(left_of(text, start)) else WEAK


def lunar_day(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "mùng 5" alone may be a day or a chapter; with its month or "âm lịch" it is a day."""
    return YES if any(sign in text[start:end] for sign in (" tháng", "lịch", "/")) else WEAK


def day_of_pair(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "đêm 24" is a day where the month follows later: "đêm 24, rạng sáng 25/12"."""
    return WEAK if words.pair_after.match(text, end) else NO


def score(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """2:15 is no time of day after "tỷ số" or "thành tích", nor where lengths of time are told."""
    left = left_of(text, start)
    if words.next_to["scores"].search(left) or (
        end < len(text) and text[end] in ".:" and text[end + 1 : end + 2].isdigit()
    ):
        return NO
    return YES


def clock(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "14 giờ" is read off a clock where a day or "lúc" stands beside it; else it is fourteen hours.

    "24 giờ" with nothing beside it is a length always.
    """
    left = left_of(text, start)
    if words.day_after_clock.match(text, end) or HOUR_TO.search(left):
        return YES
    if OPENING.search(left) and text.startswith(",", end) and not text.startswith("24", start):
        return YES
    if (
        text.startswith("24", start)
        or words.next_to["lasting"].search(left)
        or following(text, end) in words.followed["lasting_after"]
    ):
        return NO
    if words.next_to["at_clock"].search(left) or MINUTES.search(text[start + 2 : end]):
        return YES
    return YES if ENDS_IN_HOUR.search(text[start:end]) and STOPS.match(text, end) else NO


def bare_year(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """2021 alone is a year in prose that writes 2.021 for the amount, unless something counts or dials it."""
    left = left_of(text, start)
    alone = text[start:end].isdigit()
    if alone and not 1800 <= int(text[start:end]) <= 2100:
        return YES if left.endswith("(") and text.startswith(")", end) else NO
    if words.next_to["not_before_year"].search(left) or FIGURES_AFTER.match(text, end):
        return NO
    if (
        counts(words, text, end)
        or words.unit_sign.match(text, end)
        or (alone and FIGURE_BEFORE.search(left) and not YEAR_LISTED.search(left))
    ):
        return NO
    return YES if not alone or WORD_BEFORE.search(left) else WEAK


def season(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """2023/24 and 2023/2024: two years that follow each other, else it numbers a paper."""
    first, second = re.split(r"[/-]", text[start:end])
    follows = (int(first) + 1) % 10 ** len(second) == int(second)
    return YES if follows and not words.paper.search(left_of(text, start)) else NO
