"""Charts of 03-timelines: how often a word or a theme comes, period by period."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from caytre.analysis.times import timeline
from caytre.output.figures.drawings import drawing
from caytre.output.figures.lanes import short_day
from caytre.output.figures.style import ACCENT, GREY, PALE, canvas, nothing, title
from caytre.output.figures.times import MOST, WIDTH
from caytre.output.timewords import p_value, unit_name
from caytre.session import MONTHS, number, plural, t

__all__ = ["over_time"]

SIGNIFICANT = 0.05
MOST_TICKS = 8


@drawing
def over_time(series: pd.DataFrame, name: str) -> Figure:
    """Rate of *name* per period with exact 95 % intervals; a long series also has its moving rate.

    *series* is what `timeline.over_time` gives. Periods without articles stay empty.
    """
    known = series[series["n_words"] > 0] if len(series) else series
    if known.empty:
        return nothing(t("No article has a date", "Không bài nào có ngày đăng"))
    if len(known) < 2 or not known["n"].any():
        return nothing(t(f"“{name}”: no rates to compare", f"“{name}”: không có tần suất nào để so sánh"))
    figure, axis = canvas(WIDTH, 3.4)
    smooth = bool(series["smooth"].notna().any())
    colour = GREY if smooth else ACCENT
    axis.vlines(known.index, known["low"], known["high"], color=colour, linewidth=1.4)
    axis.plot(known.index, known["per_10k"], "o", color=colour, markersize=4 if smooth else 7)
    if smooth:
        axis.plot(series.index, series["smooth"], color=ACCENT, linewidth=2.2)
    top = float(known["high"].max())
    few = len(known) <= MOST
    if few:
        for i, n, rate in zip(known.index, known["n"], known["per_10k"], strict=True):
            axis.annotate(
                f"n = {number(n)}", (i, max(rate, top * 0.03)), xytext=(6, 0), textcoords="offset points",
                va="center", fontsize=8,
            )  # fmt: skip
    axis.set_xticks(*_ticks(series))
    axis.set_xlim(-0.6, len(series) - 1 + (max(0.6, 0.12 * len(series)) if few else 0.6))
    axis.set_ylim(-0.02 * top, top * 1.05)
    axis.yaxis.set_major_formatter(lambda value, _: number(value, 1 if top < 5 else 0))
    axis.set_ylabel(t("per 10,000 words", "trên 10.000 từ"))
    axis.grid(axis="y", color=PALE)
    return title(figure, _finding(series, known, name), _measure(series, known, smooth))


def _finding(series: pd.DataFrame, known: pd.DataFrame, name: str) -> str:
    found = timeline.trend_of(series)
    rate = number(known["n"].sum() / known["n_words"].sum() * 10_000, 1)
    said = t(f"“{name}”: {rate} per 10,000 words", f"“{name}”: {rate} trên 10.000 từ")
    if found is None:
        if len(known) >= timeline.LONG_SERIES:
            return said + t("; too rare for a trend", "; quá hiếm để xét xu hướng")
        return said + t("; too short a series for a trend", "; chuỗi quá ngắn để xét xu hướng")
    if not found.p < SIGNIFICANT:
        return said + t(", no trend to be seen", ", không thấy xu hướng")
    unit, slope = unit_name(str(series["unit"].iloc[0])), number(abs(found.slope), 2)
    up = found.slope > 0
    return t(
        f"“{name}” {'rises' if up else 'falls'} by {slope} per 10,000 words a {unit}",
        f"“{name}” {'tăng' if up else 'giảm'} {slope} trên 10.000 từ mỗi {unit}",
    )


def _measure(series: pd.DataFrame, known: pd.DataFrame, smooth: bool) -> str:
    unit, n = unit_name(str(series["unit"].iloc[0])), int(known["n_articles"].sum())
    found = timeline.trend_of(series)
    parts = [
        t(
            f"Occurrences per 10,000 words, by {unit} of publication, with exact Poisson intervals (95 %); {plural(n, 'article', 'articles', vi='')} with a date, n = {number(known['n'].sum())}.",
            f"Số lần trên 10.000 từ, theo {unit} đăng bài, với khoảng Poisson chính xác (95 %); {number(n)} bài có ngày, n = {number(known['n'].sum())}.",
        )
    ]
    if smooth:
        width = timeline.SMOOTHED
        parts.append(
            t(
                f"Line: moving rate over {width} {unit}s, weighted by words.",
                f"Đường: tỷ lệ trượt {width} {unit}, theo số từ.",
            )
        )
    if found is not None:
        parts.append(f"Mann–Kendall {p_value(found.p)}.")
    return " ".join(parts)


def _ticks(series: pd.DataFrame) -> tuple[list[int], list[str]]:
    """At most eight periods with a name; the first of each year where there are several years."""
    unit, when = str(series["unit"].iloc[0]), list(series["period"])
    years = [i for i, at in enumerate(when) if i == 0 or at.year != when[i - 1].year]
    if len(years) > 3:
        years = years[1:] if years[1] < len(when) / (2 * len(years)) else years
        return _every(years), [str(when[i].year) for i in _every(years)]
    picked = _every(list(range(len(when))))
    return picked, [_period_name(when[i], unit) for i in picked]


def _every(places: list[int]) -> list[int]:
    return places[:: -(-len(places) // MOST_TICKS)]


def _period_name(at: Any, unit: str) -> str:
    if unit == "h":
        return f"{at.hour:02d}:00\n{short_day(at.date())}"
    if unit in ("D", "W"):
        return short_day(at.date())
    if unit == "M":
        return t(f"{MONTHS[at.month - 1][:3]}\n{at.year}", f"{at.month}/{at.year}")
    return str(at.year) if unit == "Y" else t(f"Q{at.quarter}\n{at.year}", f"quý {at.quarter}\n{at.year}")
