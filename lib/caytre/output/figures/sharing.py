"""Who shares how much with whom: articles in a matrix, and on a ring in the order of their dates."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from caytre.output.figures.drawings import drawing
from caytre.output.figures.lanes import shortened, text_width
from caytre.output.figures.style import ACCENT, INK, MUTED, blank, canvas, nothing, title
from caytre.session import date, number, percent, plural, t

__all__ = ["echo_matrix", "echo_network"]

MOST_CELLS = 8
MOST_NODES = 10
CELL = 0.66
"""Inches of a column of the matrix, at most."""
LINE = "#b7bfc7"

Edge = tuple[str, str, int, str]
"""Two articles, the larger of their two counts, and which of them came first (empty: not known)."""


@drawing
def echo_matrix(overlap: pd.DataFrame) -> Figure:
    """Syllables of the row's article that stand in the column's too; *overlap* is the table of `travel.overlap`.

    Of many articles those that share most are drawn.
    """
    measure = t(
        "Syllables of the article at the left that stand in passages shared with the article above; repetitions counted once. The two halves differ: passages are not equally long on both sides.",
        "Số tiếng của bài bên trái nằm trong những đoạn chung với bài ở trên; chỗ lặp tính một lần. Hai nửa bảng khác nhau vì đoạn chung ở hai bên không dài bằng nhau.",
    )
    if overlap.empty:
        return nothing(t("No two articles share a passage", "Không có hai bài nào chung một đoạn"), measure)
    names = _most(overlap, MOST_CELLS)
    left_out = overlap["article_id"].nunique() - len(names)
    if left_out:
        measure += t(
            f" {plural(left_out, 'article', 'articles', '')} that share less not drawn.",
            f" Không vẽ {number(left_out)} bài chung ít hơn.",
        )
    return title(_squares(overlap, names), _sharing(overlap), measure)


def _squares(overlap: pd.DataFrame, names: Sequence[str]) -> Figure:
    """A row and a column an article; columns have numbers where names would not fit above them."""
    figure, axis = canvas(7.0, 1.65 + 0.36 * len(names))
    found = {(a, b): (n, share) for a, b, n, share in overlap.itertuples(index=False)}
    most = int(overlap["n_syllables"].iloc[0])
    strongest = (overlap["article_id"].iloc[0], overlap["other"].iloc[0])
    for y, article in enumerate(names):
        for x, other in enumerate(names):
            n, share = found.get((article, other), (0, 0.0))
            accent = (article, other) == strongest
            _square(axis, x, y, n, share, most, accent=accent, same=article == other)
    label = min(1.5, max(text_width(name, 9) for name in names) + 0.1)
    cell = min(CELL, (6.8 - label) / len(names))
    numbered = any(text_width(name, 8) > cell * 1.35 for name in names)
    for x, name in enumerate(names):
        axis.text(x, -0.58, number(x + 1) if numbered else name, ha="center", va="bottom", fontsize=8)
    rows = [f"{number(i + 1)}  {name}" if numbered else name for i, name in enumerate(names)]
    axis.set_yticks(range(len(names)), [shortened(name, 1.7, 9) for name in rows])
    axis.set_xticks([])
    axis.set_xlim(-0.5, len(names) - 0.5)
    axis.set_ylim(len(names) - 0.5, -1.0)
    axis.spines[:].set_visible(False)
    return figure


def _sharing(overlap: pd.DataFrame) -> str:
    """Who shares most; where no other two share anything, or some share as much, no more than that."""
    top, n = overlap.iloc[0], number(overlap["n_syllables"].iloc[0])
    pairs = [frozenset(pair) for pair in zip(overlap["article_id"], overlap["other"], strict=True)]
    alike = {p for p, of in zip(pairs, overlap["n_syllables"], strict=True) if of == top["n_syllables"]}
    if len({*pairs}) == 1:
        return t(
            f"Only {top['article_id']} and {top['other']} share passages: {n} syllables",
            f"Chỉ {top['article_id']} và {top['other']} có đoạn chung: {n} tiếng",
        )
    if len(alike) > 1:
        return t(
            f"No two articles share more than {top['article_id']} and {top['other']}: {n} syllables",
            f"Không hai bài nào chung nhiều hơn {top['article_id']} và {top['other']}: {n} tiếng",
        )
    return t(
        f"{top['article_id']} and {top['other']} share most: {n} syllables",
        f"{top['article_id']} và {top['other']} chung nhau nhiều nhất: {n} tiếng",
    )


@drawing
def echo_network(overlap: pd.DataFrame, ordered: pd.DataFrame, articles: pd.DataFrame) -> Figure:
    """Articles on a ring, clockwise by date, joined where they share passages; an arrow runs from the earlier article.

    *ordered* is the table of `travel.ordered`. A line without an arrow joins articles whose dates do not tell an order.
    """
    measure = t(
        "Lines: shared passages, the thicker the more syllables. Arrows: from the article with the earlier date; that is no proof of borrowing. Dashed: the dates tell no order.",
        "Đường nối: đoạn chung, càng dày càng nhiều tiếng. Mũi tên: từ bài có ngày sớm hơn; điều đó không chứng tỏ bài sau lấy của bài trước. Nét đứt: ngày tháng không cho biết trước sau.",
    )
    if overlap.empty:
        return nothing(t("No two articles share a passage", "Không có hai bài nào chung một đoạn"), measure)
    if len({frozenset(p) for p in zip(overlap["article_id"], overlap["other"], strict=True)}) == 1:
        return nothing(_sharing(overlap), measure)
    every = _edges(overlap, ordered)
    names = _most(overlap, MOST_NODES)
    when = dict(zip(articles["article_id"], articles["published"], strict=True))
    names.sort(key=lambda name: (when.get(name) or "~", name))
    edges = [edge for edge in every if edge[0] in names and edge[1] in names]
    if len(edges) < len(every):
        measure += t(f" {number(len(edges))} pairs drawn.", f" Vẽ {number(len(edges))} cặp.")
    told = _told(sum(bool(first) for *_, first in every), len(every))
    return title(
        _net(names, edges, when),
        t(
            f"{plural(len(every), 'pair of articles shares', 'pairs of articles share', '')} passages; {told}",
            f"{number(len(every))} cặp bài có đoạn chung; {told}",
        ),
        measure,
    )


def _net(names: Sequence[str], edges: Sequence[Edge], when: Mapping[str, str]) -> Figure:
    """The ring of articles with its lines, the thickest last and green."""
    figure, axis = canvas(7.0, 4.3)
    places = _ring(names)
    most = max((n for _, _, n, _ in edges), default=1)
    strongest = max(edges, key=lambda edge: edge[2])
    for edge in sorted(edges, key=lambda edge: edge[2]):
        a, b, n, first = edge
        start, end = (a, b) if first in (a, "") else (b, a)
        _arrow(
            axis, places[start], places[end], 0.7 + 4.3 * n / most, accent=edge is strongest, sure=bool(first)
        )
    for name in names:
        x, y = places[name]
        axis.scatter([x], [y], s=70, color=INK, zorder=4, linewidth=0)
        _node_label(axis, x, y, name, when.get(name, ""))
    blank(axis)
    axis.set_xlim(-2.1, 2.1)
    axis.set_ylim(-1.25, 1.25)
    return figure


def _told(n: int, of: int) -> str:
    """For how many pairs the dates tell an order."""
    if of == 1:
        return t(
            "the dates tell which came first" if n else "the dates do not tell which came first",
            "ngày tháng cho biết bài nào trước" if n else "ngày tháng không cho biết bài nào trước",
        )
    pairs = t("all" if n == of else number(n) if n else "none", "mọi" if n == of else number(n))
    return t(
        f"for {pairs} the dates tell which came first",
        f"với {pairs} cặp, ngày tháng cho biết bài nào trước"
        if n
        else "ngày tháng không cho biết trước sau ở cặp nào",
    )


def _most(overlap: pd.DataFrame, n: int) -> list[str]:
    """The two articles that share most with each other, and those that share most in all, by name."""
    total = overlap.groupby("article_id")["n_syllables"].sum().sort_values(ascending=False, kind="stable")
    first = [str(overlap["article_id"].iloc[0]), str(overlap["other"].iloc[0])]
    return sorted(list(dict.fromkeys([*first, *total.index.astype(str)]))[:n])


def _edges(overlap: pd.DataFrame, ordered: pd.DataFrame) -> list[Edge]:
    """Every pair of articles that shares a passage."""
    first = {
        frozenset((a, b)): f
        for a, b, f in ordered[["article_a", "article_b", "first"]].itertuples(index=False)
    }
    sizes: dict[tuple[str, str], int] = {}
    for a, b, n, _ in overlap.itertuples(index=False):
        pair = (min(a, b), max(a, b))
        sizes[pair] = max(n, sizes.get(pair, 0))
    return [(a, b, n, first.get(frozenset((a, b)), "")) for (a, b), n in sizes.items()]


def _ring(names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Places on an ellipse, clockwise from the upper left, so that no label stands straight above or below."""
    turn = 2 * math.pi / len(names)
    return {
        name: (1.25 * math.sin((i + 0.5) * turn - math.pi / 2), math.cos((i + 0.5) * turn - math.pi / 2))
        for i, name in enumerate(names)
    }


def _arrow(
    axis: Axes,
    start: tuple[float, float],
    end: tuple[float, float],
    width: float,
    *,
    accent: bool,
    sure: bool,
) -> None:
    colour = ACCENT if accent else LINE
    axis.annotate(
        "", end, start, zorder=3 if accent else 2,
        arrowprops={
            "arrowstyle": "-|>,head_length=0.6,head_width=0.32" if sure else "-", "color": colour, "linewidth": width,
            "shrinkA": 7, "shrinkB": 7, "linestyle": "solid" if sure else (0, (2.2, 1.4)), "mutation_scale": 9 + width,
        },
    )  # fmt: skip


def _node_label(axis: Axes, x: float, y: float, name: str, published: str) -> None:
    """Outside the ring, away from its middle, so that no line runs through it."""
    day = date(published[:10]) if published else t("no date", "không rõ ngày")
    away = 12 * y
    axis.annotate(
        f"{shortened(name, 1.2, 9)}\n{day}", (x, y), xytext=(11 if x >= 0 else -11, away), textcoords="offset points",
        ha="left" if x >= 0 else "right", va="center", fontsize=8.5, linespacing=1.25, parse_math=False,
    )  # fmt: skip


def _square(axis: Axes, x: int, y: int, n: int, share: float, most: int, *, accent: bool, same: bool) -> None:
    if same:
        axis.text(x, y, "–", ha="center", va="center", fontsize=8.5, color=MUTED)
        return
    depth = 0.1 + 0.8 * n / most if n else 0.0
    axis.add_patch(
        Rectangle(
            (x - 0.47, y - 0.46), 0.94, 0.92, color=ACCENT if accent else "#5c6b73", alpha=depth, linewidth=0
        )
    )
    text = f"{number(n)} ({percent(share)})" if n else "0"
    axis.text(x, y, text, ha="center", va="center", fontsize=8, color="white" if depth > 0.75 else INK)
