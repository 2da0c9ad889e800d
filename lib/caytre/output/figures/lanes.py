"""Labelled points and bars on an axis of time, in lanes: no label touches another, at any number of them.

A label stands right of its mark, or left of it where the axis ends; its width is measured in the project's own font
before anything is drawn, so that the lanes do not depend on the machine.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from matplotlib.axes import Axes

from caytre.output.figures.style import GREY, INK, PALE, font_path
from caytre.session import MONTHS, t

__all__ = [
    "LANE", "Item", "Placed", "Scale", "days", "draw", "lanes_of", "place", "scale", "shortened", "text_width",
]  # fmt: skip

LANE = 0.215
"""Inches from one lane to the next."""
SIZE = 8.0
GAP = 0.09
"""Inches between a mark and its label, and after a label."""
MARK = 0.05
POINT = 0.012
"""A bar shorter than this share of the axis is drawn as a dot."""
LOOSE = 1.04
"""Widths are measured without hinting; a screen may draw letters a little wider."""
LONGEST = 3.0
"""Inches of the longest label."""
FAR = 150
"""Years that a straight axis can show; beyond, distances from now go by their square root."""
DAY_STEPS = (1, 2, 3, 7, 14, 28)
TICKS = (-2000, -1000, -500, -200, -100, -50, -20, -10, -5, 0, 5, 10, 20, 50, 100, 200, 500)


class Item(NamedTuple):
    """From where to where (fractional years or days), what stands beside it, and in which colour."""

    start: float
    end: float
    label: str
    colour: str


class Placed(NamedTuple):
    """An item, its lane (0 on top), the lane of its label, where that is anchored, and "left", "right" or "inside"."""

    item: Item
    lane: int
    label_lane: int
    label_at: float
    align: str


MEASURED = 200
"""Size at which text is measured, so that rounding to dots does not matter."""


class Scale(NamedTuple):
    """Where a value stands on the axis, the ends of the axis, its ticks with their labels, and whether it is bent."""

    at: Callable[[float], float]
    low: float
    high: float
    ticks: list[tuple[float, str]]
    bent: bool = False


@lru_cache(maxsize=4096)
def text_width(text: str, size: float = SIZE) -> float:
    """Inches that *text* takes in the house font."""
    return float(_font().getlength(text)) / MEASURED * size / 72


@lru_cache(maxsize=1)
def _font() -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(str(font_path()), MEASURED)


def shortened(text: str, longest: float = LONGEST, size: float = SIZE) -> str:
    """*text*, cut at a space where it would be wider than *longest* inches."""
    if text_width(text, size) <= longest:
        return text
    words = text.split()
    while len(words) > 1 and text_width(" ".join(words) + "…", size) > longest:
        words.pop()
    return " ".join(words) + "…" if len(words) > 1 else text[: int(longest / 0.06)] + "…"


def scale(first: float, last: float, now: float, *, width: float) -> Scale:
    """An axis of years from *first* to *last*; straight unless it has to reach further than `FAR` years."""
    first, last = min(first, now), max(last, now)
    bent = last - first > FAR

    def at(year: float) -> float:
        return math.copysign(math.sqrt(abs(year - now)), year - now) if bent else year

    low, high = at(first), at(last)
    margin = max((high - low) * 0.02, 0.0 if bent else 0.6)
    low, high = low - margin, high + margin
    if bent:
        years = [round(now) + step for step in sorted(TICKS, key=abs)]
    else:
        step = next((s for s in (1, 2, 5, 10, 20, 25, 50) if (high - low) / s <= 9), 50)
        years = list(range(math.ceil(low / step) * step, math.floor(high) + 1, step))
    ticks: list[tuple[float, str]] = []
    room = (high - low) / width
    for year in years:
        place = at(year)
        if low <= place <= high and all(
            abs(place - other) > room * (text_width(str(year), 9) + 0.12) for other, _ in ticks
        ):
            ticks.append((place, str(year)))
    return Scale(at, low, high, sorted(ticks), bent)


def days(first: int, last: int) -> Scale:
    """An axis of days (proleptic ordinals) from *first* to *last*, with at most nine dates below it."""
    step = next((s for s in DAY_STEPS if (last - first) / s <= 8), DAY_STEPS[-1])
    ticks = [(float(day), short_day(date.fromordinal(day))) for day in range(first, last + 1, step)]
    return Scale(float, first - 0.8, last + 0.8, ticks)


def short_day(day: date) -> str:
    return t(f"{day.day} {MONTHS[day.month - 1][:3]}", f"{day.day}/{day.month}")


def place(items: Sequence[Item], axis: Scale, *, width: float) -> list[Placed]:
    """The first lane that is free for each item, earliest first; *width* is the length of the axis in inches.

    A label that fits on neither side stands in its bar, or in a lane of its own below where the bar is too short.
    """
    inch = (axis.high - axis.low) / width
    taken: list[float] = []
    placed = []
    for item in sorted(items):
        start, end = axis.at(item.start) - MARK * inch, axis.at(item.end) + MARK * inch
        label = text_width(item.label) * LOOSE * inch
        right, left = end + GAP * inch, start - GAP * inch
        if right + label <= axis.high:
            parts, where, align = [(start, right + label)], right, "left"
        elif left - label >= axis.low:
            parts, where, align = [(left - label, end)], left, "right"
        elif end - start > label + 4 * MARK * inch:
            parts, where, align = [(start, end)], start + 3 * MARK * inch, "inside"
        else:
            where, align = max(axis.low, min(start, axis.high - label)), "left"
            parts = [(start, end), (where, where + label)]
        lane = _free(taken, parts)
        for n, (_, until) in enumerate(parts, lane):
            taken[n : n + 1] = [until + GAP * inch]
        placed.append(Placed(item, lane, lane + len(parts) - 1, where, align))
    return placed


def _free(taken: Sequence[float], parts: Sequence[tuple[float, float]]) -> int:
    """The first lane from which on the lanes that *parts* need are free."""
    for lane in range(len(taken)):
        below = taken[lane : lane + len(parts)]
        if all(until <= low for until, (low, _) in zip(below, parts, strict=False)):
            return lane
    return len(taken)


def draw(axes: Axes, placed: Sequence[Placed], axis: Scale) -> None:
    """Marks and labels, the first lane on top, and the axis below them."""
    for item, lane, label_lane, label_at, align in placed:
        start, end = axis.at(item.start), axis.at(item.end)
        if end - start < POINT * (axis.high - axis.low):
            axes.plot((start + end) / 2, lane, marker="o", markersize=6, color=item.colour)
        else:
            axes.barh(lane, end - start, left=start, height=0.62, color=item.colour)
        axes.text(
            label_at, label_lane, item.label, fontsize=SIZE, va="center",
            ha="right" if align == "right" else "left",
            color="white" if align == "inside" and item.colour != GREY else INK,
        )  # fmt: skip
    axes.set_xlim(axis.low, axis.high)
    axes.set_ylim(lanes_of(placed) - 0.35, -0.75)
    axes.set_yticks([])
    axes.set_xticks([where for where, _ in axis.ticks], [name for _, name in axis.ticks])
    axes.grid(axis="x", color=PALE)
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_color(GREY)


def lanes_of(placed: Sequence[Placed]) -> int:
    return max((each.label_lane for each in placed), default=0) + 1
