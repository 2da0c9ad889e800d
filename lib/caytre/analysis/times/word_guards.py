"""What stands around a word of time and makes it no time expression, or too little of one to stand alone."""

from __future__ import annotations

import re

from caytre.analysis.times.guards import (
    ENDS_IN_YEAR,
    NO,
    STOPS,
    WEAK,
    YES,
    counts,
    following,
    left_of,
)
from caytre.analysis.times.words import Words

VERB_AFTER_WEEKDAY = re.compile(
    r",? (?:tuần|hàng tuần|hằng tuần|ngày \d|\d{1,2}[/.-]\d|\(\d{1,2}[/.-]\d|- thứ|đến thứ|đến chủ nhật|và thứ|và chủ nhật)"
)
WORD_MONTH = re.compile(r"tháng (?:một|năm|hai|ba)\b")
YEAR_AMOUNT = re.compile(r"(?:^|\W)(?:mỗi|hằng|hàng|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|\d+|vài|nhiều)[ ]$")
YEARS_OF_PLAN = re.compile(r" (?:\(?\d{4} ?- ?\d{4})")
PART_OF_YEAR_BEFORE = re.compile(r"(?:^|\W)(?:tháng|quý|mùa|vụ|ngày) [\w/.-]+ $|\d[/.-]\d{1,2} $")
YEAR_NEXT = re.compile(r" \d{4}(?!\d)")
SEASON_PLACED = re.compile(r"\d|nay|này|ngoái|tới|qua|trước|sau")
NEXT_COMPARED = re.compile(r"(năm|quý) sau (?:\w+ ){0,2}hơn \1 trước")
LAST_COMPARED = re.compile(r"(?:năm|quý) sau (?:\w+ ){0,2}hơn $")
MANY_DAYS = re.compile(r"\d{2,} hôm\b")
"""So many days are never counted as "hôm": the figure belongs to what stands before it."""
DOUBTFUL_LENGTH = re.compile(r"(?:năm|một hôm|một ngày|một đêm|nửa ngày)\b")
AMOUNT_BEFORE = re.compile(r"(?:^|\W)(?:\d+|vài|nhiều|mấy|những|mỗi|hằng|hàng)[ ]$")
TIMES_AFTER = re.compile(r" (?:lần|tuổi)\b")
NAMED_AFTER = re.compile(r" (?:\d|thứ|mới|học|đầu|cuối|một|hai|ba|tư|giêng|chạp|tài)")
ANCHORED = re.compile(r"(?:qua|tới|nay|rồi|trước|nữa|sau|liền|tiếp|trước đó)$")
MORE_AFTER = re.compile(r" (?:càng|gần|xa)\b")
POINTED = re.compile(r"(?:tới|vừa qua|vừa rồi|trước|này)$")
PAST_YEAR = re.compile(r"năm (?:vừa )?qua$")
SPANNED = re.compile(r"\d ?(?:-|đến|tới) ?\d")
HOURS_COUNTED = re.compile(r"đồng hồ|qua$|tới$|trước$|nữa$")
FIGURE = re.compile(r"\d")
DAY_BEFORE = re.compile(r"(?:^|\W)ngày \d+ $")
DATE_NEXT = re.compile(r" \d{1,2}[/.]\d{1,2}(?!\d)")
""" "hai ngày 3/6 và 5/6" are those two days."""
MONTH_BEFORE = re.compile(r"(?:^|\W)tháng \d{1,2} $")


def same(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "sinh cùng ngày" compares two people."""
    return NO if words.next_to["not_before_same"].search(left_of(text, start)) else YES


def today(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "tối qua" is last night; "trải qua", "tấm gương sáng qua" are not, nor "đêm qua đêm"."""
    if text[end - 3 : end] == "qua" and following(text, end) in words.followed["not_after_today"]:
        return NO
    return NO if words.next_to["not_before_today"].search(left_of(text, start)) else YES


def part_of_day(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "buổi sáng" stands alone; "sáng" is also bright and needs a day beside it."""
    if words.next_to["not_before_today"].search(left_of(text, start)):
        return NO
    return (
        YES
        if text.startswith(
            ("buổi ", "ban ", "nửa đêm", "rạng sáng", "sáng sớm", "đêm khuya", "đầu giờ", "chiều tối"), start
        )
        else WEAK
    )


def weekday(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "Thứ Hai" is a day, "thứ hai" mostly counts: case, a date beside it or a part of the day tell."""
    left = left_of(text, start)
    if "chủ nhật" in text[start:end]:
        named = following(text, end) in words.followed["sunday_names"] or words.next_to[
            "sunday_leads"
        ].search(left)
        return NO if named else YES
    led = words.next_to["weekday_leads"].search(left) and not text.startswith("ngày", start)
    if VERB_AFTER_WEEKDAY.match(text, end) or led:
        return YES
    if words.next_to["counting"].search(left) and not text.startswith("ngày", start):
        return NO
    at = text.index("thứ ", start) + 4
    if raw[at].isupper():
        return YES
    return WEAK if POINTED.search(text[start:end]) is None else YES


def month(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "tháng 8" is August; "6 tháng 8 ngày" is a length, "tháng một lần" a rhythm, "tháng năm" months and years."""
    left, whole = left_of(text, start), text[start:end]
    if AMOUNT_BEFORE.search(left) and "năm" not in whole[6:]:
        return NO
    if TIMES_AFTER.match(text, end) or (counts(words, text, end) and not FIGURE.search(whole)):
        return NO
    if WORD_MONTH.search(whole) and not raw[text.index("tháng ", start) + 6].isupper():
        led = words.next_to["month_word_leads"].search(left) or DAY_BEFORE.search(left)
        return YES if ENDS_IN_YEAR.search(whole) or led else NO
    return YES


def quarter(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "đá quý" and "cao quý" are precious; "quý thứ hai liên tiếp" counts, "quý sau cao hơn quý trước" names none."""
    if compared(text, start, end) or following(text, end) in words.followed["not_after_quarter"]:
        return NO
    return NO if words.next_to["not_before_quarter"].search(left_of(text, start)) else YES


def year(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "năm 2025", unless the number counts: "mỗi năm 2000 người"."""
    if (counts(words, text, end) or words.unit_sign.match(text, end)) and YEAR_AMOUNT.search(
        left_of(text, start)
    ):
        return NO
    return NO if following(text, end) in words.followed["money_and_measure"] else YES


def old_year(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "năm 938": three figures, with nothing counted after them."""
    return (
        NO
        if YEAR_AMOUNT.search(left_of(text, start))
        or not (STOPS.match(text, end) or words.goes_on.match(text, end))
        else YES
    )


def year_word(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "năm nay", "năm trước"; "10 năm trước" and "5 năm qua" are lengths."""
    left = left_of(text, start)
    if compared(text, start, end):
        return NO
    if (
        words.amount_before.search(left)
        and not PART_OF_YEAR_BEFORE.search(left)
        and not text.startswith(("đầu", "giữa", "cuối"), start)
    ):
        return NO
    return (
        NO
        if PAST_YEAR.search(text[start:end]) and not text.startswith(("đầu", "giữa", "cuối"), start)
        else YES
    )


def compared(text: str, start: int, end: int) -> bool:
    """ "năm sau cao hơn năm trước" is said of any two years."""
    return bool(NEXT_COMPARED.match(text, start)) or bool(
        text.startswith(" trước", end - 6) and LAST_COMPARED.search(left_of(text, start))
    )


def turn(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "sang năm" is next year; "bước sang năm 2025", "sang tuần thứ hai" and "sang tháng tới" say which."""
    return NO if NAMED_AFTER.match(text, end) or following(text, end) in words.toward else YES


def to_the_end(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "đến hết năm", but not "hết năm học" or "hết tháng 5"."""
    return YES if STOPS.match(text, end) else NO


def uncounted(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "tuần trước đó" and "năm qua" are single times; "nhiều năm trước đó" and "5 năm qua" are lengths.

    In "tháng 3 năm đó" the figure is the month's.
    """
    left = left_of(text, start)
    return NO if words.amount_before.search(left) and not MONTH_BEFORE.search(left) else YES


def lone_year(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "cuối năm", but not "cuối năm học" or "những năm đầu năm ba"."""
    return NO if following(text, end) in words.followed["not_after_lone_year"] else YES


def whole_year(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "cả năm" is the running year; "cả năm người" is all five of them."""
    five = counts(words, text, end) or following(text, end) in words.followed["after_five"]
    return NO if five else YES


def each(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "từng tháng" is every month; "đã từng năm lần" tells of five times before."""
    return whole_year(words, text, start, end, raw)


def season_word(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "mùa hè" with a year or "này"; alone only after a word that makes it a time.

    Before "năm Đinh Dậu" it waits for that year to be read.
    """
    if following(text, end) == "năm":
        return WEAK
    if SEASON_PLACED.search(text[start:end]):
        return YES
    if text.startswith("hè", start):
        return NO
    return YES if words.next_to["season_leads"].search(left_of(text, start)) else NO


def decade(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "những năm 80", "thập niên 1990"; a plain "năm 80" is none."""
    whole = text[start:end]
    if "những" not in whole and "thập" not in whole and "các" not in whole:
        return NO
    return NO if counts(words, text, end) else YES


def duration(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """A length of time, not an age, an ordinal, a unit in a name, or "năm ngày" inside "trong năm ngày càng"."""
    left, whole = left_of(text, start), text[start:end]
    if (words.longer_after.match(text, end) and not ANCHORED.search(whole)) or MANY_DAYS.match(whole):
        return NO
    if whole.endswith("ngày") and DATE_NEXT.match(text, end):
        return NO
    if whole.endswith("tiếng") and words.sound_after.match(text, end):
        return NO
    if whole.endswith("tháng") and words.month_and_year.match(text, end):
        return NO
    if YEAR_NEXT.match(text, end) and "năm" in whole and not YEARS_OF_PLAN.match(text, end):
        return NO
    if (
        words.next_to["ordinal_leads"].search(left)
        and whole[0].isdigit()
        and not SPANNED.search(whole)
        and not words.next_to["length_leads"].search(left)
        and not whole.endswith(("qua", "tới", "nay", "phút", "giờ", "giây"))
    ):
        return NO
    if " tiếng" in whole and not HOURS_COUNTED.search(whole) and not words.next_to["lasting"].search(left):
        return NO
    if DOUBTFUL_LENGTH.match(whole):
        anchored = ANCHORED.search(whole)
        return (
            YES
            if anchored or words.next_to["approximate"].search(left) or words.next_to["lasting"].search(left)
            else NO
        )
    return YES


def every(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """ "hằng năm", not "cửa hàng năm" or "ngân hàng"."""
    if text.startswith("hàng", start) and words.next_to["not_before_every"].search(left_of(text, start)):
        return NO
    return NO if MORE_AFTER.match(text, end) else YES


def vague(words: Words, text: str, start: int, end: int, raw: str) -> str:
    """The phrase, unless a neighbour makes it another: "vừa qua đời", "đi tới đây"."""
    phrase = text[start:end]
    if following(text, end) in words.not_vague.get(phrase, ()):
        return NO
    if phrase in words.only_before and following(text, end) not in words.only_before[phrase]:
        return NO
    before = words.not_after.get(phrase)
    if before is not None and before.search(left_of(text, start)):
        return NO
    return YES
