"""What times, sides, speakers and periods are called, in the reader's language; charts and sentences share it."""

from __future__ import annotations

from typing import Any

from caytre.analysis.times.timeline import UNITS
from caytre.session import date, number, t

__all__ = ["group_name", "moment_name", "p_value", "side_name", "unit_name", "who"]

UNIT_NAMES = {
    "h": ("hour", "giờ"), "D": ("day", "ngày"), "W": ("week", "tuần"), "M": ("month", "tháng"),
    "Q": ("quarter", "quý"), "Y": ("year", "năm"),
}  # fmt: skip
SIDE_NAMES = {
    "back": ("looks back", "nhìn lại"), "now": ("is now", "hiện tại"), "ahead": ("looks ahead", "hướng tới"),
}  # fmt: skip
SHORTEST_MONTH = 28


def side_name(side: str) -> str:
    return t(*SIDE_NAMES[side])


def unit_name(unit: str) -> str:
    return t(*UNIT_NAMES[unit])


def p_value(p: float) -> str:
    return f"p < {number(0.001, 3)}" if p < 0.001 else f"p = {number(p, 3)}"


def who(voice: str) -> str:
    """A speaker; where there is none, the words are the writer's or somebody's without a name."""
    if voice == "(interviewer)":
        return t("(interviewer)", "(người phỏng vấn)")
    return voice or t("(writer or no name)", "(người viết, không tên)")


def group_name(by: str, group: str) -> str:
    """A group of `timeline.horizon`."""
    if by == "voice":
        return who(group)
    return (group or t("no date", "không rõ ngày")) if by in UNITS else group


def moment_name(row: Any) -> str:
    """A day, month or year as the language writes it; anything else as the articles do.

    *row* has label, type, earliest and latest, as rows of `timeline.moments` and `timeline.promises` do.
    """
    first, last = row.earliest, row.latest
    if row.type in ("DATE", "TIME") and first and last:
        if first == last:
            return date(first)
        if first[:4] == last[:4] and first[5:] == "01-01" and last[5:] == "12-31":
            return str(int(first[:4]))
        if first[:7] == last[:7] and first[8:] == "01" and int(last[8:]) >= SHORTEST_MONTH:
            return date(first[:7])
    return str(row.label)
