"""Charts of themes: how much each group says about each, and where in the article they come."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from caytre.analysis.statistics.contrast import MIN_ARTICLES
from caytre.analysis.themes import by_group
from caytre.analysis.themes.themebook import Codebook
from caytre.output.figures.clouds import extent
from caytre.output.figures.drawings import drawing
from caytre.output.figures.style import ACCENT, INK, MUTED, PALE, canvas, nothing, title
from caytre.output.ranks import ahead
from caytre.output.say.themes import theme_name
from caytre.session import number, percent, plural, t

__all__ = ["no_theme", "theme_groups", "theme_places"]

MOST_THEMES, MOST_GROUPS = 16, 6
FADE = LinearSegmentedColormap.from_list("caytre-fade", ["#ffffff", "#c3dccb", ACCENT, "#174229"])
FAINTEST = 0.12
"""Shade of the smallest share, so that one paragraph can be told from none."""

DARK = 0.5
"""Share above which the count in a cell is written in white."""

FEW = 10
"""Below about this many articles an interval from drawing them anew is too narrow, which the caption says."""

MOST_LETTERS = 16
"""Letters of a word in a heading that stay together."""

MIN_NAMED = 3
"""Paragraphs that a theme needs before the title names it."""

MOST_POINTS, BINS = 400, 20
"""With more paragraphs than this the place plot shows counts per twentieth of an article instead of single dots."""


def no_theme(themes: pd.DataFrame) -> Figure:
    """The figure of a corpus in which no paragraph has a theme."""
    return nothing(
        t("No paragraph has a theme of the codebook", "Không đoạn nào có chủ đề của bảng mã"),
        t(
            f"{plural(len(themes), 'paragraph', 'paragraphs', 'đoạn')} long enough to be coded.",
            f"{number(len(themes))} đoạn đủ dài để gán mã.",
        ),
    )


@drawing
def theme_groups(themes: pd.DataFrame, table: pd.DataFrame, book: Codebook) -> Figure:
    """Themes × groups: the number of paragraphs in each cell, darker the larger their share of the group's paragraphs.

    *themes* is the corpus's table, *table* the same counted by group (`themes.by_group`). The first column holds all
    articles; the groups with most paragraphs come next, six at most. Of five articles or more their shares have
    intervals: those of all articles as whiskers on the right, those of a group under its counts.
    """
    if table.empty:
        return no_theme(themes)
    everywhere = by_group(themes, dict.fromkeys(themes["article_id"].astype(str), "all"))
    whole = everywhere.set_index("theme")["n"]
    rows = sorted(whole.index, key=lambda code: (-whole[code], code))[:MOST_THEMES]
    sizes = table.groupby("group")["n_paragraphs"].first()
    groups = sorted(sizes.index, key=lambda group: (-sizes[group], group))[:MOST_GROUPS]
    bounds = _bounds(table, rows, groups)
    in_cells = any(map(any, bounds))
    height = 1.45 + (0.34 if in_cells else 0.235) * len(rows)
    names = [theme_name(book, code) for code in rows]
    room = 7.0 - 8 * max(extent(name)[0] for name in names)
    if everywhere["interval"].iloc[0] == "articles":
        figure, (axis, side) = canvas(7.0, height, columns=2, sharey=True, width_ratios=(6.4, 1))
        _whiskers(side, everywhere.set_index("theme").loc[rows])
        room -= 0.95
    else:
        figure, axis = canvas(7.0, height)
        room -= 0.2
    counts = table.pivot(index="theme", columns="group", values="n").loc[rows, groups].to_numpy()
    counts = np.column_stack([whole[rows].to_numpy(), counts])
    of = np.array([len(themes), *(sizes[group] for group in groups)])
    _cells(axis, counts, counts / of)
    _under_counts(axis, bounds, counts / of)
    axis.set_yticks(np.arange(len(rows)) + 0.5, names, parse_math=False, fontsize=8)
    heads = [t("all", "tất cả"), *groups]
    _headings(axis, [f"{_wrapped(h, 9)}\n({number(n)})" for h, n in zip(heads, of, strict=True)], room)
    told = _sure(everywhere, in_cells) + _more(len(sizes) - len(groups), len(whole) - len(rows))
    return title(
        figure,
        _finding(whole[rows], themes, book),
        t(
            f"Paragraphs with each theme; a paragraph may have several. In brackets: paragraphs coded. Darker: a larger share of the group's paragraphs.{told}",
            f"Số đoạn có từng chủ đề; một đoạn có thể có nhiều chủ đề. Trong ngoặc: số đoạn được gán mã. Càng đậm: tỷ lệ trong nhóm càng lớn.{told}",
        ),
    )


def _bounds(table: pd.DataFrame, themes: Sequence[str], groups: Sequence[str]) -> list[list[str]]:
    """The interval of each theme's share in each group, empty where the group has too few articles for one."""
    known = table[table["interval"] == "articles"]
    found = {(r.theme, r.group): f"{number(100 * r.low)}–{percent(r.high)}" for r in known.itertuples()}
    return [[found.get((theme, group), "") for group in groups] for theme in themes]


def _under_counts(axis: Axes, bounds: Sequence[Sequence[str]], shares: np.ndarray) -> None:
    """The intervals of groups, small under their counts; the column of all articles has whiskers instead."""
    for row, texts in enumerate(bounds):
        for column, text in enumerate(texts, 1):
            if shares[row, column] and text:
                axis.text(
                    column + 0.5, row + 0.76, text, ha="center", va="center", fontsize=5.5,
                    color="white" if shares[row, column] > DARK else MUTED,
                )  # fmt: skip


def _finding(counts: pd.Series, themes: pd.DataFrame, book: Codebook) -> str:
    """The commonest theme with its share; where none is ahead or all are rare, how many paragraphs have any."""
    first, n = counts.index[0], int(counts.iloc[0])
    if n >= MIN_NAMED and (len(counts) == 1 or ahead(counts)):
        share = percent(n / len(themes))
        return t(
            f"{theme_name(book, first, quoted=True)} is in {share} of the paragraphs",
            f"{theme_name(book, first, quoted=True)} có trong {share} số đoạn",
        )
    coded = int((themes["themes"] != "").sum())
    return t(
        f"{number(coded)} of {plural(len(themes), 'paragraph', 'paragraphs', '')} {'has' if coded == 1 else 'have'} a theme of the codebook",
        f"{number(coded)} trên {number(len(themes))} đoạn có chủ đề của bảng mã",
    )


def _sure(everywhere: pd.DataFrame, in_cells: bool) -> str:
    """What the caption says of the intervals, or why there are none."""
    n = int(everywhere["n_in_group"].iloc[0])
    if n < MIN_ARTICLES:
        return t(
            f" No intervals: they need at least {number(MIN_ARTICLES)} articles.",
            f" Không có khoảng tin cậy: cần ít nhất {number(MIN_ARTICLES)} bài.",
        )
    cells = t(
        f", and under the counts of groups of at least {number(MIN_ARTICLES)} articles",
        f", và dưới số đếm của các nhóm có từ {number(MIN_ARTICLES)} bài",
    )
    narrow = t("; of so few articles they are too narrow", "; với số bài ít như vậy thì còn quá hẹp")
    return t(
        f" Right{cells if in_cells else ''}: share with 95 % interval from drawing the {number(n)} articles anew{narrow if n < FEW else ''}.",
        f" Bên phải{cells if in_cells else ''}: tỷ lệ kèm khoảng tin cậy 95 % khi rút lại cả bài ({number(n)} bài){narrow if n < FEW else ''}.",
    )


def _whiskers(axis: Axes, shares: pd.DataFrame) -> None:
    """Share of all paragraphs with its interval, a row a theme."""
    places = np.arange(len(shares)) + 0.5
    axis.hlines(places, shares["low"], shares["high"], color=ACCENT, linewidth=1.4)
    axis.plot(shares["share"], places, "o", color=ACCENT, markersize=3.5)
    top = max(0.1, math.ceil(10 * float(shares["high"].max())) / 10)
    axis.set_xlim(0, top * 1.04)
    axis.set_xticks([0, top], [number(0), percent(top)], fontsize=6.5)
    axis.xaxis.tick_top()
    axis.grid(axis="x", color=PALE)
    axis.set_title(t("all, share", "tất cả, tỷ lệ"), fontsize=6.5)
    axis.spines[:].set_visible(False)
    axis.tick_params(axis="y", labelleft=False)


def _headings(axis: Axes, heads: Sequence[str], room: float) -> None:
    """Headings of the columns, in *room* inches; one that is wider than its column is set smaller."""
    axis.xaxis.tick_top()
    axis.set_xticks(np.arange(len(heads)) + 0.5, heads, fontsize=7, parse_math=False)
    for label, head in zip(axis.get_xticklabels(), heads, strict=True):
        widest = max(extent(line)[0] for line in head.split("\n"))
        label.set_fontsize(max(5.5, min(7.0, 1.04 * room / len(heads) / widest)))


def _more(groups: int, themes: int) -> str:
    left = [
        part
        for part in (
            t(plural(groups, "smaller group", "smaller groups", ""), f"{number(groups)} nhóm nhỏ hơn")
            if groups
            else "",
            t(plural(themes, "rarer theme", "rarer themes", ""), f"{number(themes)} chủ đề ít gặp hơn")
            if themes
            else "",
        )
        if part
    ]
    return t(f" Not drawn: {', '.join(left)}.", f" Không vẽ: {', '.join(left)}.") if left else ""


def _wrapped(text: str, width: int) -> str:
    """At most three lines of about *width* letters; a name that needs more ends in an ellipsis."""
    longest = min(MOST_LETTERS, max(map(len, text.split()), default=1))
    return textwrap.fill(text, max(width, longest), max_lines=3, placeholder="…", break_long_words=True)


def _cells(axis: Axes, counts: np.ndarray, shares: np.ndarray) -> None:
    axis.pcolormesh(
        np.where(shares > 0, FAINTEST + (1 - FAINTEST) * shares, 0),
        cmap=FADE,
        vmin=0,
        vmax=1,
        edgecolors="white",
        linewidth=1.5,
    )
    axis.axvline(1, color=INK, linewidth=0.8)
    for (row, column), n in np.ndenumerate(counts):
        colour = "white" if shares[row, column] > DARK else (INK if n else "#b4bcc4")
        axis.text(column + 0.5, row + 0.5, number(n), ha="center", va="center", fontsize=8, color=colour)
    axis.set_xlim(0, counts.shape[1])
    axis.set_ylim(counts.shape[0], 0)
    axis.spines[:].set_visible(False)


@drawing
def theme_places(along: pd.DataFrame, themes: pd.DataFrame, book: Codebook) -> Figure:
    """Where in its article each theme comes: a dot a paragraph from the first to the last, a bar at the median.

    *along* is the table of `themes.along`. Themes are ordered by their median; the earliest that the title can name is green.
    """
    if along.empty:
        return no_theme(themes)
    common = along["theme"].value_counts().head(MOST_THEMES).index
    shown = along[along["theme"].isin(common)]
    median = shown.groupby("theme")["place"].median().sort_values(kind="stable")
    counts = shown["theme"].value_counts()
    named = [code for code in median.index if counts[code] >= MIN_NAMED]
    if not named:
        return nothing(
            t(
                f"No theme has {number(MIN_NAMED)} paragraphs, so no order can be told",
                f"Không chủ đề nào có đủ {number(MIN_NAMED)} đoạn nên không nói được thứ tự",
            )
        )
    names = [f"{theme_name(book, code)} ({number(counts[code])})" for code in median.index]
    n = along["article_id"].nunique()
    return title(
        _rows_of_dots(shown, median, names, accent=named[0]),
        _earliest_and_latest(*(theme_name(book, code, quoted=True) for code in (named[0], named[-1]))),
        t(
            f"Place of the paragraphs with each theme in their articles ({plural(n, 'article', 'articles', 'bài')}); bar: median. In brackets: paragraphs.",
            f"Vị trí các đoạn có từng chủ đề trong bài ({number(n)} bài); vạch: trung vị. Trong ngoặc: số đoạn.",
        ),
    )


def _rows_of_dots(shown: pd.DataFrame, median: pd.Series, names: Sequence[str], *, accent: str) -> Figure:
    """A row a theme, in the order of *median*; the theme *accent* is green."""
    figure, axis = canvas(7.0, 1.35 + 0.235 * len(median))
    for row, code in enumerate(median.index):
        places = shown.loc[shown["theme"] == code, "place"].to_numpy()
        first = code == accent
        _dots(axis, row, places, ACCENT if first else "#77828c", many=len(shown) > MOST_POINTS)
        axis.vlines(median[code], row - 0.36, row + 0.36, color=ACCENT if first else INK, linewidth=2)
    axis.set_yticks(range(len(median)), names, parse_math=False, fontsize=8)
    axis.set_ylim(len(median) - 0.4, -0.6)
    axis.set_xlim(-0.03, 1.03)
    axis.set_xticks(
        [0, 0.5, 1],
        [t("first paragraph", "đoạn đầu"), t("middle", "giữa bài"), t("last", "đoạn cuối")],
    )
    axis.get_xticklabels()[-1].set_horizontalalignment("right")  # centred it would leave the canvas
    axis.grid(axis="x", color=PALE)
    axis.spines["left"].set_visible(False)
    return figure


def _earliest_and_latest(first: str, last: str) -> str:
    if first == last:
        return t(f"Where {first} stands", f"{first} nằm ở đâu")
    return t(
        f"{first} comes earliest, {last} latest",
        f"{first} đến sớm nhất, {last} muộn nhất",
    )


def _dots(axis: Axes, row: int, places: np.ndarray, colour: str, *, many: bool) -> None:
    """One dot a paragraph; of very many paragraphs one dot a twentieth of the article, its area the count."""
    if not many:
        axis.plot(
            places,
            np.full(len(places), row),
            "o",
            color=colour,
            markersize=4.5,
            alpha=0.45,
            markeredgewidth=0,
        )
        return
    counts, edges = np.histogram(places, bins=BINS, range=(0, 1))
    middle = (edges[:-1] + edges[1:]) / 2
    axis.scatter(
        middle, np.full(BINS, row), s=counts / max(1, counts.max()) * 70, color=colour, alpha=0.6, linewidth=0
    )
