"""Charts of 03-timelines: how far the talk looks, and what days, years and events it names.

Lengths and promises stand in `lengths`, rates over time in `rates`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as day_of
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from caytre.analysis.times import timeline
from caytre.analysis.times.timeline import year_of
from caytre.output.figures import lanes
from caytre.output.figures.drawings import drawing
from caytre.output.figures.lanes import LANE, Item
from caytre.output.figures.style import ACCENT, GREY, INK, MUTED, PALE, canvas, nothing, title
from caytre.output.ranks import some
from caytre.output.timewords import group_name, moment_name, side_name, unit_name, who
from caytre.session import number, percent, plural, t, times

__all__ = ["INSIDE", "MOST", "MOST_MOMENTS", "WIDTH", "horizon", "moments", "year_span"]

SIDE_COLOURS = {"back": "#3b6ea5", "now": "#cfd6dc", "ahead": ACCENT, "": GREY}
WIDTH = 7.0
INSIDE = 6.6
"""Inches of a chart without labels on its left that the axis takes at least."""
MOST = 12
MOST_MOMENTS = 16
NEAR = 45
"""Days before the first and after the last article that the close view may show."""
NEAR_LENGTH = 31
LONGEST_ISSUE = 120
"""Days between the first and the last article up to which there is a close view."""


# -- how far the talk looks -------------------------------------------------------------------------------------------


@drawing
def horizon(table: pd.DataFrame) -> Figure:
    """Shares that look back, are now, look ahead, around the middle of now; counts in the bars, n on the right.

    *table* is what `timeline.horizon` gives. Groups beyond the first twelve are added up in a last bar.
    """
    shown = _top(table[table["n"] > 0])
    if shown.empty:
        return nothing(t("No expression of time has a side", "Không có biểu thức thời gian nào rõ hướng"))
    shown = shown.iloc[::-1].reset_index(drop=True)
    figure, axis = canvas(WIDTH, 1.0 + 0.34 * len(shown))
    shares = shown[list(timeline.SIDES)].div(shown["n"], axis=0)
    left = -(shares["back"] + shares["now"] / 2)
    for side in timeline.SIDES:
        axis.barh(shown.index, shares[side], left=left, height=0.68, color=SIDE_COLOURS[side])
        for y, (start, share, n) in enumerate(zip(left, shares[side], shown[side], strict=True)):
            if n and share > 0.035 * len(number(n)):
                axis.text(
                    start + share / 2, y, number(n), va="center", ha="center", fontsize=8,
                    color=INK if side == "now" else "white",
                )  # fmt: skip
        left = left + shares[side]
    axis.set_yticks(shown.index, [lanes.shortened(name, 2.0, 9) for name in shown["group"]])
    low, high = -1.04, 1.04
    for y, n in enumerate(shown["n"]):
        axis.text(high, y, f"n = {number(n)}", va="center", ha="left", fontsize=8, color=MUTED)
    top = len(shown) - 0.35
    for side, at, align in (("back", -0.5, "center"), ("now", 0.0, "center"), ("ahead", 0.5, "center")):
        colour = "#7a848e" if side == "now" else SIDE_COLOURS[side]
        axis.text(at, top, side_name(side), ha=align, va="bottom", fontsize=8.5, fontweight=600, color=colour)
    axis.axvline(0, color="white", linewidth=0.8)
    axis.set(xlim=(low, high), ylim=(-0.6, top + 0.75), xticks=[])
    axis.spines[["left", "bottom"]].set_visible(False)
    return title(figure, _horizon_finding(table), _horizon_measure(table))


def _top(table: pd.DataFrame) -> pd.DataFrame:
    named = table.assign(group=[group_name(b, g) for b, g in zip(table["by"], table["group"], strict=True)])
    if len(named) <= MOST:
        return named
    first, rest = named.head(MOST - 1), named.iloc[MOST - 1 :]
    total = rest[[*timeline.SIDES, "n", "open"]].sum()
    label = t(f"{number(len(rest))} others", f"{number(len(rest))} nhóm khác")
    return pd.concat([first, pd.DataFrame([{**total, "group": label, "by": "others"}])], ignore_index=True)


def _horizon_finding(table: pd.DataFrame) -> str:
    sides, n = table[list(timeline.SIDES)].sum(), int(table["n"].sum())
    ahead, back = percent(sides["ahead"] / n), percent(sides["back"] / n)
    if table["by"].iloc[0] != "voice" and not sides["ahead"] + sides["back"]:
        return t("All the talk of time is of now", "Mọi biểu thức thời gian đều nói về hiện tại")
    if table["by"].iloc[0] != "voice" and n < timeline.FEW:
        looks = some(int(sides["back"])), some(int(sides["ahead"]))
        return t(
            f"Of {number(n)} expressions of time {looks[0]} {'look' if sides['back'] > 1 else 'looks'} back, {looks[1]} {'look' if sides['ahead'] > 1 else 'looks'} ahead",
            f"Trong {number(n)} biểu thức thời gian, {number(sides['back'])} nhìn lại, {number(sides['ahead'])} hướng tới tương lai",
        )
    if table["by"].iloc[0] != "voice" and not sides["ahead"]:
        return t(
            f"{back} of the talk of time looks back, none ahead",
            f"{back} biểu thức thời gian nhìn lại, không biểu thức nào hướng tới tương lai",
        )
    if table["by"].iloc[0] != "voice" and not sides["back"]:
        return t(
            f"{ahead} of the talk of time looks ahead, none back",
            f"{ahead} biểu thức thời gian hướng tới tương lai, không biểu thức nào nhìn lại",
        )
    if table["by"].iloc[0] != "voice":
        return t(
            f"{back} of the talk of time looks back, {ahead} looks ahead",
            f"{back} biểu thức thời gian nhìn lại, {ahead} hướng tới tương lai",
        )
    best = timeline.stands_out(table)
    if best is None and not sides["ahead"]:
        return t("Nobody looks ahead", "Không ai hướng tới tương lai")
    if best is None:
        return t(
            f"No speaker stands out: {ahead} of all talk of time looks ahead",
            f"Không người nói nào nổi trội: tính chung, {ahead} hướng tới tương lai",
        )
    counted = t("{} of {}", "{} trong {}").format(number(best["ahead"]), number(best["n"]))
    return t(
        f"{who(best['group'])} looks ahead more than the rest: {counted} ({percent(best['share'])})",
        f"{who(best['group'])} hướng tới tương lai nhiều hơn cả: {counted} ({percent(best['share'])})",
    )


def _horizon_measure(table: pd.DataFrame) -> str:
    n, unknown, kind = int(table["n"].sum()), int(table["open"].sum()), str(table["by"].iloc[0])
    named = {"voice": t("by speaker", "theo người nói"), "article_id": t("by article", "theo bài")}
    by = named.get(kind) or t(f"by {unit_name(kind)} of publication", f"theo {unit_name(kind)} đăng bài")
    rest = t(
        f" {plural(unknown, 'more has', 'more have', vi='')} no side, such as a length without beginning or end.",
        f" {number(unknown)} biểu thức khác không rõ hướng, như một khoảng không có đầu hay cuối.",
    )
    return t(
        f"{plural(n, 'expression', 'expressions', vi='')} of time in body text, {by}, seen from the day of publication; numbers in the bars are counts.",
        f"{number(n)} biểu thức thời gian trong thân bài, {by}, nhìn từ ngày đăng; số trong thanh là số lần.",
    ) + (rest if unknown else "")


# -- what is named ----------------------------------------------------------------------------------------------------


@drawing
def moments(table: pd.DataFrame, spoken: pd.DataFrame) -> Figure:
    """What the talk names on an axis of years, and the days around publication in a panel of their own.

    *table* is what `timeline.moments` makes of *spoken* (`timeline.talk`), which also gives the vague references: they
    have no place on the axis and are counted below the title. Of many moments the most often named have a label; where
    the articles came out over a longer time, a second panel counts mentions per year.
    """
    if table.empty:
        return nothing(t("No day, year or event is named", "Không có ngày, năm hay sự kiện nào được nêu"))
    if len(table) == 1:
        return nothing(_moments_finding(table))
    published = [value for value in sorted(spoken["published"].unique()) if value]
    close = _close(table, published)
    top = table[~close].sort_values(["n", "n_articles"], ascending=False, kind="stable").head(MOST_MOMENTS)
    near = table[close].sort_values(["n", "n_articles"], ascending=False, kind="stable").head(MOST_MOMENTS)
    many = len(table) > 2 * MOST_MOMENTS and near.empty
    years = _years(table if many else top, published)
    panels = [lanes.place(_items(top, year_span), years, width=INSIDE)] if len(top) else []
    scales = [years] if len(top) else []
    if len(near):
        scales.append(_day_scale(near, published))
        panels.append(lanes.place(_items(near, _day_span), scales[-1], width=INSIDE))
    heights = [0.5 + LANE * lanes.lanes_of(panel) for panel in panels] + ([1.1] if many else [])
    figure, axes = canvas(WIDTH, 0.9 + sum(heights), rows=len(heights), height_ratios=heights, squeeze=False)
    for axis, panel, where in zip(axes.flat, panels, scales, strict=False):
        _shade(axis, where, published, in_days=where is not years)
        lanes.draw(axis, panel, where)
    if len(top) and len(near):
        axes.flat[0].set_title(t("Years", "Theo năm"), loc="left", fontsize=8.5, color=MUTED)
        axes.flat[1].set_title(
            t("Days around publication", "Những ngày quanh ngày đăng"),
            loc="left",
            fontsize=8.5,
            color=MUTED,
        )
    if many:
        _mentions_per_year(axes.flat[-1], table, years)
    return title(
        figure, _moments_finding(table), _moments_measure(table, spoken, len(top) + len(near), years.bent)
    )


def _close(table: pd.DataFrame, published: Sequence[str]) -> pd.Series:
    """Which moments belong to the weeks around publication, where the articles came out in one go."""
    if not published:
        return pd.Series(False, index=table.index)
    first, last = (day_of.fromisoformat(published[i]).toordinal() for i in (0, -1))
    if last - first > LONGEST_ISSUE:
        return pd.Series(False, index=table.index)
    ends = [_day_span(row) for row in table.itertuples()]
    return pd.Series(
        [a >= first - NEAR and b <= last + NEAR + 1 and b - a <= NEAR_LENGTH for a, b in ends],
        index=table.index,
    )


def year_span(row: Any) -> tuple[float, float]:
    start, end = year_of(row.earliest) or 0.0, year_of(row.latest) or 0.0
    return start, end + 1 / 365.25


def _day_span(row: Any) -> tuple[float, float]:
    return float(day_of.fromisoformat(row.earliest).toordinal()), float(
        day_of.fromisoformat(row.latest).toordinal()
    )


def _items(table: pd.DataFrame, span: Any) -> list[Item]:
    out = []
    for row in table.itertuples():
        start, end = span(row)
        label = lanes.shortened(moment_name(row)) + (f" ({number(row.n)})" if row.n > 1 else "")
        out.append(Item(start, end, label, ACCENT if row.type == "ORDINAL_EVENT" else SIDE_COLOURS["back"]))
    return out


def _years(table: pd.DataFrame, published: Sequence[str]) -> lanes.Scale:
    now = year_of(published[-1]) if published else None
    spans = [year_span(row) for row in table.itertuples()] or [(now or 2000.0, now or 2000.0)]
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    first = min([first, *(year_of(day) or first for day in published[:1])])
    return lanes.scale(first, last, now if now is not None else last, width=INSIDE)


def _day_scale(near: pd.DataFrame, published: Sequence[str]) -> lanes.Scale:
    ends = [_day_span(row) for row in near.itertuples()]
    shown = [day_of.fromisoformat(day).toordinal() for day in (published[0], published[-1])]
    return lanes.days(int(min([*shown, *(a for a, _ in ends)])), int(max([*shown, *(b for _, b in ends)])))


def _shade(axis: Any, scale: lanes.Scale, published: Sequence[str], *, in_days: bool) -> None:
    """The time in which the articles came out, in pale grey behind everything."""
    if not published:
        return
    ends = [published[0], published[-1]]
    first, last = (
        [day_of.fromisoformat(day).toordinal() for day in ends]
        if in_days
        else [year_of(day) or 0.0 for day in ends]
    )
    least = (scale.high - scale.low) * 0.004
    axis.axvspan(
        scale.at(first) - (0.4 if in_days else least),
        scale.at(last) + (0.4 if in_days else least),
        color=PALE,
        zorder=0,
    )


def _mentions_per_year(axis: Any, table: pd.DataFrame, scale: lanes.Scale) -> None:
    years = np.floor([(a + b) / 2 for a, b in map(year_span, table.itertuples())]).astype(int)
    counts = table["n"].groupby(years).sum()
    left = np.array([scale.at(float(year)) for year in counts.index])
    right = np.array([scale.at(float(year + 1)) for year in counts.index])
    axis.bar(left, counts, width=(right - left) * 0.9, align="edge", color=GREY)
    axis.set_xlim(scale.low, scale.high)
    axis.set_xticks([at for at, _ in scale.ticks], [name for _, name in scale.ticks])
    axis.set_yscale("symlog", linthresh=10)
    top = int(counts.max())
    axis.set_yticks([10**k for k in range(1, 9) if 10**k <= top] or [top])
    axis.minorticks_off()
    axis.yaxis.set_major_formatter(lambda value, _: number(value))
    axis.set_ylabel(t("mentions (log)", "số lần nêu (log)"))
    axis.spines["left"].set_visible(False)


def _moments_finding(table: pd.DataFrame) -> str:
    most, last = table.loc[table["n"].idxmax()], timeline.farthest(table)
    first = str(int(table["earliest"].min()[:4]))
    end = str(int(last["latest"][:4])) if last["earliest"][:4] == last["latest"][:4] else str(last["label"])
    if len(table) == 1:
        return t(
            f"One moment is named: {moment_name(most)}", f"Chỉ một thời điểm được nêu: {moment_name(most)}"
        )
    alike = int((table["n"] == most["n"]).sum())
    often = (
        t(
            f"most often named: {moment_name(most)} ({number(most['n'])})",
            f"nêu nhiều nhất: {moment_name(most)} ({number(most['n'])} lần)",
        )
        if alike == 1
        else t("none named more often than another", "không thời điểm nào được nêu nhiều hơn")
        if alike == len(table)
        else t(
            f"{number(alike)} moments are named most often, {times(int(most['n']))} each",
            f"{number(alike)} thời điểm được nêu nhiều nhất, mỗi thời điểm {number(most['n'])} lần",
        )
    )
    if first == end:
        return t(f"All in {first}; {often}", f"Đều trong năm {first}; {often}")
    return t(f"From {first} to {end}; {often}", f"Từ {first} đến {end}; {often}")


def _moments_measure(table: pd.DataFrame, spoken: pd.DataFrame, shown: int, bent: bool) -> str:
    vague = int((spoken["how"] == "vague").sum())
    parts = [
        t(
            f"{plural(len(table), 'moment', 'moments', vi='thời điểm')} named {times(int(table['n'].sum()))} in body text; in brackets how often, if more than once. Green: listed events; blue: dates; grey band: publication. A bar covers all days that the words allow.",
            f"{number(len(table))} thời điểm được nêu {number(table['n'].sum())} lần trong thân bài; trong ngoặc là số lần nếu hơn một. Xanh lá: sự kiện trong danh mục; xanh dương: ngày tháng; dải xám: thời gian đăng. Thanh ngang phủ mọi ngày mà cách nói cho phép.",
        )
    ]
    if shown < len(table):
        parts.append(
            t(
                f"The {number(shown)} most often named have a label.",
                f"Ghi tên {number(shown)} thời điểm được nêu nhiều nhất.",
            )
        )
    if vague:
        parts.append(
            t(
                f"Off the axis: {plural(vague, 'vague reference', 'vague references', vi='')}.",
                f"Ngoài trục: {number(vague)} cách nói không rõ ngày.",
            )
        )
    if bent:
        parts.append(
            t(
                "Distances from the last article go by their square root.",
                "Khoảng cách tới bài cuối theo căn bậc hai.",
            )
        )
    return " ".join(parts)
