"""Charts of 03-timelines: lengths of time, and the times ahead with who named them."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from caytre.analysis.times.timeline import farthest, loudest
from caytre.output.figures import lanes
from caytre.output.figures.drawings import drawing
from caytre.output.figures.lanes import LANE, Item
from caytre.output.figures.style import ACCENT, GREY, canvas, nothing, title
from caytre.output.figures.times import INSIDE, MOST, MOST_MOMENTS, WIDTH, year_span
from caytre.output.timewords import moment_name, who
from caytre.session import number, plural, t, times

__all__ = ["promises", "spans"]

NAME = 2.6
"""Inches of the longest name."""
SHORTEST = 1.0
"""Years."""
LONGEST = 4.2
"""Inches of a time with its speaker."""


@drawing
def spans(table: pd.DataFrame) -> Figure:
    """Lengths of a year and more as bars in years; shorter ones are counted below the title.

    *table* is what `timeline.spans` gives; of more than twelve lengths the most often named are drawn.
    """
    long = table[table["years"] >= SHORTEST]
    if long.empty:
        return nothing(
            t("No length of a year or more is named", "Không có khoảng thời gian nào từ một năm trở lên")
        )
    if int(long["n"].sum()) == 1:
        return nothing(_spans_finding(long, long.iloc[0]))
    top = long.sort_values(["n", "years"], ascending=False, kind="stable").head(MOST)
    best = top.iloc[0]
    top = top.sort_values(["years", "n", "key"], kind="stable").reset_index(drop=True)
    figure, axis = canvas(WIDTH, 0.9 + 0.3 * len(top))
    tied = int((long["n"] == best["n"]).sum()) > 1
    named = long.loc[long["years"].idxmax(), "key"] if tied else best["key"]
    colours = [ACCENT if key == named else GREY for key in top["key"]]
    axis.barh(top.index, top["years"], height=0.66, color=colours)
    notes = [f"{_years(row.years)} · {_often(row.n, row.n_articles)}" for row in top.itertuples()]
    names = [lanes.shortened(name, NAME, 9) for name in top["label"]]
    for y, (years, note) in enumerate(zip(top["years"], notes, strict=True)):
        axis.text(years, y, f" {note}", va="center", fontsize=8)
    axis.set_yticks(top.index, names)
    axis.set(xticks=[], xlim=(0, _room(list(top["years"]), notes, max(map(lanes.text_width, names)))))
    axis.spines[["left", "bottom"]].set_visible(False)
    return title(figure, _spans_finding(long, best), _spans_measure(table, long, len(top)))


def _spans_finding(long: pd.DataFrame, best: pd.Series) -> str:
    """The length named most; where each is named as often as another, the longest."""
    often = _often(int(best["n"]), int(best["n_articles"]))
    if len(long) == 1:
        return t(
            f"One length is named, “{best['label']}”: {often}",
            f"Chỉ một khoảng được nêu, “{best['label']}”: {often}",
        )
    if int((long["n"] == best["n"]).sum()) == 1:
        return t(
            f"“{best['label']}” is the length named most: {often}",
            f"“{best['label']}” là khoảng thời gian được nêu nhiều nhất: {often}",
        )
    longest = long.sort_values(["years", "n"], ascending=False, kind="stable").iloc[0]
    return t(
        f"“{longest['label']}” is the longest of {number(len(long))} lengths",
        f"“{longest['label']}” là khoảng dài nhất trong {number(len(long))} khoảng",
    )


def _room(years: list[float], notes: list[str], names: float) -> float:
    """Where the axis has to end so that every note fits behind its bar; *names* are the inches on its left."""
    width = INSIDE - 1.2 * names - 0.2
    return max(
        y / max(0.2, 1 - (lanes.text_width(note) + 0.15) / width)
        for y, note in zip(years, notes, strict=True)
    )


def _spans_measure(table: pd.DataFrame, long: pd.DataFrame, shown: int) -> str:
    short, left = int(table["n"].sum() - long["n"].sum()), len(long) - shown
    parts = [
        t(
            f"Lengths of a year and more in body text, as the articles write them; {plural(int(long['n'].sum()), 'mention', 'mentions', vi='')}.",
            f"Các khoảng từ một năm trở lên trong thân bài, theo cách viết của bài; {number(long['n'].sum())} lần nêu.",
        )
    ]
    if short:
        parts.append(
            t(f"Shorter ones are named {times(short)}.", f"Các khoảng ngắn hơn được nêu {number(short)} lần.")
        )
    if left:
        parts.append(
            t(
                f"{plural(left, 'rarer length is', 'rarer lengths are', vi='')} left out.",
                f"Bỏ qua {number(left)} khoảng ít gặp hơn.",
            )
        )
    return " ".join(parts)


def _often(n: int, n_articles: int) -> str:
    if n == 1:
        return times(1)
    return t(
        f"{times(n)} in {plural(n_articles, 'article', 'articles', vi='')}",
        f"{times(n)} trong {number(n_articles)} bài",
    )


def _years(years: float) -> str:
    digits = 0 if abs(years - round(years)) < 0.05 else 1
    return t(
        f"{number(years, digits)} {'year' if round(years, 1) == 1 else 'years'}",
        f"{number(years, digits)} năm",
    )


@drawing
def promises(table: pd.DataFrame) -> Figure:
    """Times ahead with who named them, on an axis of years; of many, the most often named.

    *table* is what `timeline.promises` gives.
    """
    if table.empty:
        return nothing(t("No time ahead is named", "Không có mốc thời gian nào ở phía trước"))
    first = loudest(table)
    if int(table["n"].sum()) == 1:
        return nothing(_promises_finding(table, first))
    top = table.sort_values(["n", "n_articles"], ascending=False, kind="stable").head(MOST_MOMENTS)
    items = []
    for row in top.itertuples():
        often = f" ({number(int(row.n))})" if int(row.n) > 1 else ""
        by = f": {who(str(row.voice))}{often}"
        label = lanes.shortened(moment_name(row), LONGEST - lanes.text_width(by)) + by
        items.append(Item(*year_span(row), label, GREY if first not in (None, row.voice) else ACCENT))
    start, end = min(item.start for item in items), max(item.end for item in items)
    scale = lanes.scale(start, end, start, width=INSIDE)
    placed = lanes.place(items, scale, width=INSIDE)
    figure, axis = canvas(WIDTH, 1.3 + LANE * lanes.lanes_of(placed))
    lanes.draw(axis, placed, scale)
    return title(figure, _promises_finding(table, first), _promises_measure(table, first, len(top)))


def _promises_finding(table: pd.DataFrame, first: str | None) -> str:
    n, far = int(table["n"].sum()), moment_name(farthest(table))
    if n == 1:
        by = t(f", by {who(first)}", f", do {who(first)} nêu") if first else ""
        return t(f"One time ahead is named: {far}{by}", f"Chỉ một mốc phía trước được nêu: {far}{by}")
    said = t(
        f"A time ahead is named {times(n)}, the farthest is {far}",
        f"{number(n)} lần nêu một mốc phía trước, xa nhất là {far}",
    )
    if first is None or first == "":
        return said
    mine = int(table.loc[table["voice"] == first, "n"].sum())
    return said + t(f"; {times(mine)} by {who(first)}", f"; {number(mine)} lần do {who(first)}")


def _promises_measure(table: pd.DataFrame, first: str | None, shown: int) -> str:
    left = len(table) - shown
    parts = [
        t(
            "Named times after the day of publication, in body text, with who names them; in brackets how often, if more than once.",
            "Các mốc được nêu sau ngày đăng, trong thân bài, và người nêu; trong ngoặc là số lần nếu hơn một.",
        )
    ]
    if first is not None and table["voice"].nunique() > 1:
        parts.append(t(f"Green: {who(first).strip('()')}.", f"Xanh: {who(first).strip('()')}."))
    if left:
        parts.append(
            t(
                f"{plural(left, 'rarer one is', 'rarer ones are', vi='')} left out.",
                f"Bỏ qua {number(left)} mốc ít gặp hơn.",
            )
        )
    return " ".join(parts)
