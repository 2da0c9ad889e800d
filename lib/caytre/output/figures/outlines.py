"""The map of an article's lists: from top to bottom as one reads it, every announcement and every item a row."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from caytre.analysis.rhetoric import outline
from caytre.output.figures.drawings import drawing
from caytre.output.figures.lanes import shortened
from caytre.output.figures.style import ACCENT, INK, MUTED, PALETTE, blank, canvas, nothing, title
from caytre.session import join, number, plural, t
from caytre.tables import TOGETHER

__all__ = ["enumeration_map"]

MOST_ROWS = 44
MOST_NAMES = 3
WIDTH = 7.0
HEIGHT = 0.178
"""Inches of a row."""
LINE = 0.42
"""Inches of the column of line numbers."""
LANE = 0.17
"""Inches from one list to the list inside it."""
BROKEN = PALETTE[1]
COLOURS = (ACCENT, PALETTE[2], PALETTE[3], PALETTE[4], PALETTE[5])


class _Row(NamedTuple):
    """One row of the map; *mark* is "announced", "item", "missing" or "pair"."""

    line_no: int
    start: int
    list_id: str
    mark: str
    text: str


@drawing
def enumeration_map(enumerations: pd.DataFrame, article_id: str | None = None) -> Figure:
    """The lists of one article (by default the one with most lists): where each is announced, and each of its items.

    Hollow: announced; filled: an item; a cross: announced, and no list comes. A line joins what belongs together. Lists
    that do not fit are left out whole, the last ones first, and their number is said.
    """
    measure = t("Every list in the order of the text.", "Mọi phần liệt kê theo thứ tự của văn bản.")
    if enumerations.empty:
        return nothing(t("No list was found", "Không thấy phần liệt kê nào"), measure)
    per_article = enumerations.groupby("article_id")["list_id"].nunique()
    article = article_id if article_id is not None else str(per_article.idxmax())
    own = enumerations[enumerations["article_id"] == article]
    if own.empty:
        return nothing(t(f"{article} has no list", f"{article} không có phần liệt kê nào"), measure)
    lists = outline.lists(own)
    rows, left_out = _rows(own, lists)
    lanes = _lanes(rows)
    broken = lists.loc[lists["status"].isin(("missing", "mismatch")), "list_id"].tolist()
    whole = [name for name in dict.fromkeys(row.list_id for row in rows) if name not in broken]
    colours = dict.fromkeys(broken, BROKEN) | {
        name: COLOURS[i % len(COLOURS)] for i, name in enumerate(whole)
    }
    figure, axis = canvas(WIDTH, 0.95 + HEIGHT * len(rows))
    _joints(axis, rows, lanes, colours)
    margin = LINE + LANE * (max(lanes.values()) + 1) + 0.06
    seen = 0
    for place, row in enumerate(rows):
        _mark(axis, LINE + LANE * lanes[row.list_id] + 0.06, place, row.mark, colours[row.list_id])
        if row.line_no != seen:
            axis.text(
                LINE - 0.12, place, number(row.line_no), ha="right", va="center", fontsize=7.5, color=MUTED
            )
            seen = row.line_no
        weight = 600 if row.mark in ("announced", "missing") else 400
        colour = BROKEN if row.mark == "missing" else INK
        text = shortened(row.text, WIDTH - 0.25 - margin, 8)
        axis.text(
            margin, place, text, va="center", fontsize=8, fontweight=weight, color=colour, parse_math=False
        )
    blank(axis)
    axis.set_xlim(0, WIDTH - 0.08)
    axis.set_ylim(len(rows) - 0.4, -0.7)
    return title(figure, _finding(article, lists), _measure(lists, left_out))


def _rows(own: pd.DataFrame, lists: pd.DataFrame) -> tuple[list[_Row], int]:
    """The rows in reading order, and how many lists there was no room for."""
    rows: list[_Row] = []
    left_out = 0
    for found in lists.itertuples(index=False):
        items = own[own["list_id"] == found.list_id]
        new = [
            _Row(int(line), int(start), found.list_id, "pair" if found.status == "pair" else "item", text)
            for line, start, text in items[["line_no", "start", "text"]].itertuples(index=False)
        ]
        if found.status == "missing":
            label = t(
                f"{found.announced}: announced, never listed", f"{found.announced}: báo trước, không liệt kê"
            )
            new = [_Row(new[0].line_no, new[0].start, found.list_id, "missing", label)]
        elif found.announced:
            line, start = int(found.announced_line), new[0].start
            label = t(
                f"“{found.announced}” announced, {number(found.n_items)} found",
                f"báo trước “{found.announced}”, tìm thấy {number(found.n_items)}",
            )
            before = start - 1 if line == new[0].line_no else -1 if line < new[0].line_no else start
            new.insert(0, _Row(line, before, found.list_id, "announced", label))
        if len(rows) + len(new) > MOST_ROWS and rows:
            left_out += 1
            continue
        rows += new[:MOST_ROWS]
    return sorted(rows), left_out


def _lanes(rows: list[_Row]) -> dict[str, int]:
    """Each list's lane: a list that runs inside another stands right of it."""
    spans: dict[str, tuple[int, int]] = {}
    for place, row in enumerate(rows):
        spans[row.list_id] = (spans.get(row.list_id, (place, place))[0], place)
    ends: list[int] = []
    lanes = {}
    for name, (first, last) in sorted(spans.items(), key=lambda kv: kv[1]):
        lane = next((n for n, taken in enumerate(ends) if taken < first), len(ends))
        ends[lane : lane + 1] = [last]
        lanes[name] = lane
    return lanes


def _joints(axis: Axes, rows: list[_Row], lanes: dict[str, int], colours: dict[str, str]) -> None:
    for name, lane in lanes.items():
        places = [place for place, row in enumerate(rows) if row.list_id == name]
        x = LINE + LANE * lane + 0.06
        axis.plot([x, x], [places[0], places[-1]], color=colours[name], linewidth=1.2, zorder=1)


def _mark(axis: Axes, x: float, y: int, mark: str, colour: str) -> None:
    if mark == "missing":
        axis.plot(x, y, marker="X", markersize=6.5, color=colour, zorder=2)
        return
    fill = "white" if mark == "announced" else colour
    shape = "D" if mark == "pair" else "o"
    axis.plot(
        x, y, marker=shape, markersize=4.6, color=colour, markerfacecolor=fill, markeredgewidth=1.3, zorder=2
    )


def _finding(article: str, lists: pd.DataFrame) -> str:
    missing = lists[lists["status"] == "missing"]
    mismatch = lists[lists["status"] == "mismatch"]
    if len(missing):
        first = missing.iloc[0]
        return t(
            f"{article} announces “{first['announced']}” and does not list them",
            f"{article} báo trước “{first['announced']}” nhưng không liệt kê",
        )
    if len(mismatch):
        first = mismatch.iloc[0]
        return t(
            f"{article} announces “{first['announced']}” and lists {number(first['n_items'])}",
            f"{article} báo trước “{first['announced']}” nhưng liệt kê {number(first['n_items'])}",
        )
    longest = lists.loc[lists["n_items"].idxmax()]
    return t(
        f"{article} has {plural(len(lists), 'list', 'lists', '')}, the longest of {plural(int(longest['n_items']), 'item', 'items', '')}",
        f"{article} có {number(len(lists))} phần liệt kê, phần dài nhất {number(longest['n_items'])} mục",
    )


def _measure(lists: pd.DataFrame, left_out: int) -> str:
    more = (
        t(f" {plural(left_out, 'list', 'lists', '')} not drawn.", f" Không vẽ {number(left_out)} phần.")
        if left_out
        else ""
    )
    who = list(dict.fromkeys(name for names in lists["stated_by"] for name in names.split(TOGETHER) if name))
    if 0 < len(who) <= MOST_NAMES:
        more = t(f" Stated by {join(who)}.", f" Người nêu: {join(who)}.") + more
    items = int(lists["n_items"].sum())
    if (lists["status"] == "missing").all():
        return t("Announced, with line numbers at the left.", "Chỗ báo trước; bên trái là số dòng.") + more
    en = f"{plural(len(lists), 'list', 'lists', '')} with {plural(items, 'item', 'items', '')}; line numbers at the left. Hollow: announced."
    vi = f"{number(len(lists))} phần liệt kê với {number(items)} mục; bên trái là số dòng. Chấm rỗng: báo trước."
    if (lists["status"] == "pair").any():
        en, vi = f"{en} Diamonds: two-member figures.", f"{vi} Hình thoi: cặp hai vế."
    return t(en, vi) + more
