"""Networks drawn as rings: themes that share paragraphs, and a word among its company."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from caytre.analysis.themes import long
from caytre.analysis.themes.themebook import Codebook
from caytre.output.figures.clouds import extent
from caytre.output.figures.drawings import drawing
from caytre.output.figures.style import ACCENT, GREY, INK, blank, canvas, nothing, title
from caytre.output.figures.themes import no_theme
from caytre.output.ranks import ahead
from caytre.output.say.themes import theme_name
from caytre.session import number, t

__all__ = ["company", "theme_network"]

MOST_THEMES, MOST_EDGES, NAMED_EDGES = 16, 40, 4
"""Themes and lines that are drawn, and lines that carry their count."""

NEAR = 0.6
"""Two themes nearer than this leave no room for the count between them."""

SPOTS = (0.5, 0.4, 0.6, 0.3, 0.7)
"""Where on a line its count may stand; the middle where nothing speaks against it."""

MOST_WORDS = 12
LINE, SLACK, POINTS = 29, 3, 8
"""Letters in a line of a label, how many more it may have to keep words whole, and their size."""

WIDE, ROUND = 1.45, 0.9
"""The ring is an ellipse, this much wider than high, so that the labels beside it find room."""


@drawing
def theme_network(pairs: pd.DataFrame, themes: pd.DataFrame, book: Codebook, *, min_n: int = 2) -> Figure:
    """Themes on a ring, a line between any two that share paragraphs, the thicker the more; dots sized by paragraphs.

    *pairs* is the table of `themes.cooccurrence`. Pairs of fewer than *min_n* paragraphs are not drawn; the pair that
    shares most is green.
    """
    given = long(themes)["theme"].value_counts()
    if given.empty:
        return no_theme(themes)
    common = [str(code) for code in given.head(MOST_THEMES).index]
    drawn = pairs[(pairs["n"] >= min_n) & pairs["theme_a"].isin(common) & pairs["theme_b"].isin(common)]
    edges = _joined(drawn.head(MOST_EDGES), "theme_a", "theme_b")
    if not edges:
        return nothing(t("No two themes share paragraphs often", "Không có hai chủ đề nào thường đi cùng"))
    joined = {code for edge in edges for code in edge[:2]}
    nodes = [code for code in common if code in joined]
    figure, axis = canvas(7.0, 1.9 + 0.34 * math.ceil(len(nodes) / 2))
    places = _ring(nodes, edges)
    _lines(axis, places, edges, named=NAMED_EDGES)
    largest = float(given.iloc[0])
    labels = [f"{theme_name(book, code)} ({number(given[code])})" for code in nodes]
    for code, label in zip(nodes, labels, strict=True):
        x, y = places[code]
        axis.scatter([x], [y], s=15 + 130 * given[code] / largest, color="#5c6b73", zorder=3, linewidth=0)
        _beside(axis, x, y, label)
    _frame(axis, labels)
    measure = t(
        f"Lines: paragraphs that have both themes ({number(min_n)} or more; the largest counts are written); in brackets: paragraphs with the theme, of {number(len(themes))}; themes without a line are not drawn.",
        f"Đường nối: số đoạn có cả hai chủ đề (từ {number(min_n)} trở lên; ghi những số lớn nhất); trong ngoặc: số đoạn có chủ đề, trên {number(len(themes))}; không vẽ chủ đề không có đường nối.",
    )
    return title(figure, _strongest(edges, book), measure)


def _strongest(edges: Sequence[tuple[str, str, int]], book: Codebook) -> str:
    """The two themes that share most paragraphs, as far as they are ahead of others."""
    a, b, n = edges[0]
    one, other = theme_name(book, a, quoted=True), theme_name(book, b, quoted=True)
    if len(edges) == 1 or ahead([edge[2] for edge in edges]):
        return t(
            f"{one} and {other} share most paragraphs: {number(n)}",
            f"{one} và {other} chung nhiều đoạn nhất: {number(n)}",
        )
    return t(
        f"No two themes share more paragraphs than {one} and {other}: {number(n)}",
        f"Không hai chủ đề nào chung nhiều đoạn hơn {one} và {other}: {number(n)}",
    )


@drawing
def company(edges: pd.DataFrame, node: str) -> Figure:
    """The *node* in the middle, its company around it; numbers: sentences of the node that hold the word.

    *edges* is the table of `Concordance.network`. Thin lines join words that share at least two of these sentences.
    """
    own = edges[edges["source"] == node].head(MOST_WORDS)
    measure = t(
        "The closest words within five words of it (logDice). In brackets and by thickness: its sentences that hold the word; thin lines: words that share its sentences.",
        "Những từ gần nhất trong phạm vi năm từ (logDice). Trong ngoặc và độ dày: số câu có cả hai từ; nét mảnh: các từ cùng câu với nhau.",
    )
    if own.empty:
        return nothing(
            t(f"“{node}” keeps no regular company", f"“{node}” không thường đi với từ nào"), measure
        )
    shared = dict(zip(own["target"].astype(str), own["n"].tolist(), strict=True))
    rest = edges[edges["source"].isin(shared) & edges["target"].isin(shared)].head(MOST_EDGES)
    between = _joined(rest, "source", "target")
    places = _ring(list(shared), between)
    figure, axis = canvas(7.0, 3.6)
    _lines(axis, places, between, thin=True)
    _spokes(axis, node, places, shared)
    return title(figure, _closest(node, shared), measure)


def _joined(rows: pd.DataFrame, a: str, b: str) -> list[tuple[str, str, int]]:
    """The two ends of every line, and its count."""
    return [(str(one), str(other), int(n)) for one, other, n in rows[[a, b, "n"]].itertuples(index=False)]


def _spokes(
    axis: Axes, node: str, places: Mapping[str, tuple[float, float]], shared: Mapping[str, int]
) -> None:
    """The node in a box, and a line from it to each word, the first of them green."""
    most = max(shared.values())
    strongest = next(iter(shared))
    labels = {word: f"{word} ({number(n)})" for word, n in shared.items()}
    for word, n in shared.items():
        x, y = places[word]
        first = word == strongest
        axis.plot(
            [0, x], [0, y], color=ACCENT if first else GREY, linewidth=0.8 + 5 * n / most, zorder=2,
            solid_capstyle="round",
        )  # fmt: skip
        axis.scatter([x], [y], s=26, color=ACCENT if first else "#5c6b73", zorder=3, linewidth=0)
        _beside(axis, x, y, labels[word])
    axis.text(
        0, 0, node, ha="center", va="center", fontsize=11, fontweight=600, zorder=4, parse_math=False,
        bbox={"facecolor": "white", "edgecolor": ACCENT, "boxstyle": "round,pad=0.35"},
    )  # fmt: skip
    _frame(axis, list(labels.values()))


def _closest(node: str, shared: Mapping[str, int]) -> str:
    """The word that shares most sentences with the node, or how many do."""
    most = max(shared.values())
    alike = [word for word, n in shared.items() if n == most]
    if len(alike) == 1:
        return t(
            f"“{alike[0]}” shares most sentences with “{node}”: {number(most)}",
            f"“{alike[0]}” cùng câu với “{node}” nhiều nhất: {number(most)} câu",
        )
    return t(
        f"{number(len(alike))} words share most sentences with “{node}”: {number(most)} each",
        f"{number(len(alike))} từ cùng câu với “{node}” nhiều nhất: mỗi từ {number(most)} câu",
    )


def _ring(nodes: Sequence[str], edges: Sequence[tuple[str, str, int]]) -> dict[str, tuple[float, float]]:
    """Places on an ellipse, such that nodes with strong lines come near each other.

    The order is that of the second smallest eigenvector of the graph's Laplacian (Fiedler 1973); nodes without lines
    come last.
    """
    order = list(nodes)
    joined = [node for node in nodes if any(node in edge[:2] for edge in edges)]
    if len(joined) > 2:
        number_of = {node: i for i, node in enumerate(joined)}
        weight = np.zeros((len(joined), len(joined)))
        for a, b, n in edges:
            weight[number_of[a], number_of[b]] = weight[number_of[b], number_of[a]] = n
        _, vectors = np.linalg.eigh(np.diag(weight.sum(axis=1)) - weight + 1e-6)
        second = vectors[:, 1] * (1 if vectors[0, 1] >= 0 else -1)
        order = [joined[i] for i in np.argsort(np.round(second, 9), kind="stable")]
        order += [node for node in nodes if node not in number_of]
    right = math.ceil(len(order) / 2)
    sides = (order[:right], 1), (order[: right - 1 : -1], -1)
    # Even steps from top to bottom on both sides: labels beside the ring then never meet.
    return {
        node: (side * WIDE * math.sqrt(1 - ROUND * y * y), y)
        for nodes, side in sides
        for i, node in enumerate(nodes)
        for y in [1 - (2 * i + 1) / len(nodes)]
    }


def _lines(
    axis: Axes,
    places: dict[str, tuple[float, float]],
    edges: Sequence[tuple[str, str, int]],
    *,
    named: int = 0,
    thin: bool = False,
) -> None:
    """A line for every edge; the first is green, and the first *named* carry their count."""
    most = max((n for *_, n in edges), default=1)
    for i, (a, b, n) in enumerate(edges):
        (x, y), (x2, y2) = places[a], places[b]
        first = i == 0 and not thin
        axis.plot(
            [x, x2], [y, y2], color=ACCENT if first else GREY, linewidth=0.5 if thin else 0.5 + 4.5 * n / most,
            alpha=1.0 if first else 0.35 if thin else 0.55, zorder=2 if first else 1, solid_capstyle="round",
        )  # fmt: skip
        if i < named and math.hypot(x2 - x, y2 - y) > NEAR:
            axis.text(
                *_clear(places, a, b), number(n), fontsize=8, ha="center", va="center", zorder=4,
                color=ACCENT if first else INK, bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
            )  # fmt: skip


def _clear(places: Mapping[str, tuple[float, float]], a: str, b: str) -> tuple[float, float]:
    """The spot on the line between *a* and *b* that is farthest from any node, so that no count seems to be a node's."""
    (x, y), (x2, y2) = places[a], places[b]
    spots = [(x + share * (x2 - x), y + share * (y2 - y)) for share in SPOTS]
    return max(spots, key=lambda spot: min(math.dist(spot, place) for place in places.values()))


def _label(text: str) -> str:
    """A long label in lines of like length; the number in brackets stays with its last word."""
    whole = text.replace(" (", "\u00a0(")
    width = math.ceil(len(whole) / math.ceil(len(whole) / LINE)) + SLACK
    return textwrap.fill(whole, width, break_long_words=False)


def _beside(axis: Axes, x: float, y: float, label: str) -> None:
    """A label outside the ring, to the right of what stands right and to the left of what stands left."""
    right = x >= 0
    text = axis.annotate(
        _label(label), (x, y), xytext=(8 if right else -8, 0), textcoords="offset points",
        ha="left" if right else "right", va="center", fontsize=POINTS, parse_math=False, annotation_clip=False,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5, "alpha": 0.85},
    )  # fmt: skip
    text.set_in_layout(False)  # the room for the labels is made by _frame, so that the ring keeps its shape


def _frame(axis: Axes, labels: Sequence[str], width: float = 6.8) -> None:
    """Limits that leave the widest label its room on both sides of the ring."""
    blank(axis)
    lines = [line for label in labels for line in _label(label).split("\n")]
    room = max((extent(line)[0] * POINTS for line in lines), default=0.0) + 0.2
    half = WIDE * width / max(1.0, width - 2 * room)
    axis.set_xlim(-half, half)
    axis.set_ylim(-1.12, 1.12)
