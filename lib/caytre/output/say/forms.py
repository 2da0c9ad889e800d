"""How a number is written in a text, and what a measure is called where a claim fails."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import partial

from caytre.session import date, number, percent, t, times

__all__ = ["DAY_FORMS", "FORMS", "NAMES"]

ENGLISH = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
VIETNAMESE = (
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
)  # fmt: skip


def _worded(value: float) -> str:
    """nine / chín up to twelve, then digits."""
    known = value == int(value) and 0 <= value <= 12
    return t(ENGLISH[int(value)], VIETNAMESE[int(value)]) if known else number(value)


def _capital(value: float) -> str:
    return _worded(value)[:1].upper() + _worded(value)[1:]


def _date(value: float) -> str:
    return date(datetime.date.fromordinal(int(value)).isoformat())


def _day(value: float) -> str:
    """A day without its year: 14 December / 14/12."""
    return re.sub(r"[ /]\d{4}$", "", _date(value))


def _ordinal(value: float) -> str:
    """31st / 31."""
    n = int(value)
    end = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return t(f"{n}{end}", str(n))


FORMS: dict[str, Callable[[float], str]] = {
    "": number, "decimal": partial(number, digits=1), "percent": percent, "words": _worded, "Words": _capital,
    "times": lambda value: times(int(value)), "date": _date, "day": _day,
    "year": lambda value: str(datetime.date.fromordinal(int(value)).year), "plain": lambda value: str(int(value)), "ordinal": _ordinal,
}  # fmt: skip
"""How a number is written in a text: `{n}` 3,504; `{n:words}` nine; `{d:date}` of a day; `{n:plain}` 1961, no grouping."""

DAY_FORMS = ("date", "day", "year")
"""Forms that only a day can have."""

NAMES = {
    "announced": ("items announced", "số mục báo trước"),
    "articles": ("articles", "số bài"),
    "articles_with": ("articles with the words", "số bài có cụm từ"),
    "coded": ("paragraphs coded", "số đoạn được gán mã"),
    "count": ("occurrences", "số lần xuất hiện"),
    "dated": ("articles with a sure date", "số bài có ngày chắc chắn"),
    "day": ("day number of a date", "số thứ tự ngày"),
    "earliest": ("day number of the earliest date", "số thứ tự ngày sớm nhất"),
    "echoing": ("syllables in common", "số tiếng chung"),
    "images": ("figurative expressions", "số hình ảnh"),
    "items": ("items listed", "số mục được liệt kê"),
    "likeness": ("likeness of the passages", "độ giống của hai đoạn"),
    "looking": ("expressions of time that look", "số biểu thức thời gian nhìn về"),
    "paragraphs": ("paragraphs", "số đoạn"),
    "published": ("day number of publication", "số thứ tự ngày đăng"),
    "quotations": ("quotations", "số lời trích"),
    "sentences": ("sentences", "số câu"),
    "speakers": ("speakers", "số người nói"),
    "spoken": ("words spoken", "số từ trong lời nói"),
    "spoken_share": ("share of words spoken", "tỷ lệ lời nói"),
    "stated": ("number stated", "con số được nêu"),
    "theme": ("paragraphs with the theme", "số đoạn có chủ đề"),
    "times": ("dates named", "số mốc thời gian"),
    "vietnamese": ("share of Vietnamese syllables", "tỷ lệ tiếng Việt"),
    "words": ("words", "số từ"),
    "year": ("year of publication", "năm đăng"),
}
"""What a measure is called where a claim fails."""
