"""Chart of 05-rhetoric: the evaluating words that stand side by side, as a network.

The words themselves are the nodes. They are placed by springs (Fruchterman & Reingold 1991) from a ring in fixed order, so
that the same table gives the same picture, and then pushed apart until no two words touch.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from caytre.output.figures.drawings import drawing
from caytre.output.figures.lanes import text_width
from caytre.output.figures.style import ACCENT, GREY, INK, blank, canvas, nothing, title
from caytre.session import number, plural, t, times

__all__ = ["word_pairs"]

MOST_WORDS = 24
"""More words would hide the lines."""
NAMED = 5
"""Lines that carry their count, the thickest."""
WIDTH, LOWEST, ROW = 6.8, 1.2, 0.17
"""Inches: the width of the drawing, its least height, and what each word adds."""
POINTS = 9
AIR = (0.16, 0.17)
"""Inches around a word, to either side and above and below."""
ROUNDS = 400
GRAVITY = 0.6
"""What keeps parts that no line joins from drifting away."""
EDGE = 0.6
STIFF = 0.35
"""How strongly a line pulls that comes once, against 1 for the most frequent."""

Edge = tuple[str, str, int]
Places = np.ndarray


@drawing
def word_pairs(pairs: pd.DataFrame, *, n_chains: int) -> Figure:
    """Evaluating words, a line between any two that stand side by side in chains, the thicker the oftener.

    *pairs* is the table of `manner.pairs`. Where they have more than MOST_WORDS words, the pairs that come seldom are
    left out, which is said.
    """
    if pairs.empty:
        return nothing(
            t("No two evaluating words are joined", "Không có hai từ đánh giá nào đi liền nhau"),
            t("Chains of evaluating words.", "Chuỗi từ đánh giá."),
        )
    shown = _fitting(pairs)
    edges = [(str(a), str(b), int(n)) for a, b, n in shown[["first", "second", "n"]].itertuples(index=False)]
    words = list(dict.fromkeys(word for a, b, _ in edges for word in (a, b)))
    height = LOWEST + ROW * len(words)
    figure, axis = canvas(7.0, height + 0.9)
    boxes = np.array([(text_width(word, POINTS) / 2 + AIR[0], POINTS / 144 + AIR[1]) for word in words])
    places = _apart(_springs(words, edges, height), boxes, height)
    at = dict(zip(words, places.tolist(), strict=True))
    _lines(axis, at, edges)
    for word, (x, y) in at.items():
        strong = word in edges[0][:2] and edges[0][2] > 1
        axis.text(
            x, y, word, ha="center", va="center", fontsize=POINTS, fontweight=600 if strong else 400, color=INK,
            parse_math=False, zorder=3,
            bbox={"facecolor": "white", "edgecolor": ACCENT if strong else "#c3cad1", "linewidth": 0.8, "boxstyle": "round,pad=0.28"},
        )  # fmt: skip
    blank(axis)
    axis.set_xlim(0, WIDTH)
    axis.set_ylim(0, height)
    return title(figure, _finding(pairs), _measure(pairs, shown, n_chains))


def _springs(words: Sequence[str], edges: Sequence[Edge], height: float) -> Places:
    """Where the words come to rest if lines pull and all words push each other away."""
    n = len(words)
    turn = 2 * math.pi * np.arange(n) / n
    middle = np.array([WIDTH / 2, height / 2])
    places = middle + np.stack([np.cos(turn) * WIDTH / 3, np.sin(turn) * height / 3], axis=1)
    number_of = {word: i for i, word in enumerate(words)}
    pull = np.zeros((n, n))
    most = max(count for *_, count in edges)
    for a, b, count in edges:
        i, j = number_of[a], number_of[b]
        pull[i, j] = pull[j, i] = STIFF + (1 - STIFF) * count / most
    ideal = math.sqrt(WIDTH * height / n) * 0.75
    for step in range(ROUNDS):
        apart = places[:, None] - places[None, :]
        # Words are wider than high: a distance up or down counts twice.
        distance = np.maximum(np.sqrt((apart * np.array([1.0, 1.6]) ** 2 * apart).sum(axis=2)), 0.05)
        force = ideal**2 / distance**2 - pull * distance / ideal
        np.fill_diagonal(force, 0)
        move = (force[:, :, None] * apart).sum(axis=1) + GRAVITY * (middle - places)
        length = np.maximum(np.sqrt((move**2).sum(axis=1, keepdims=True)), 1e-9)
        places = places + move / length * np.minimum(length, 0.4 * (1 - step / ROUNDS))
    # Stretched to fill the drawing; the few words of a small table stay together.
    spread = np.maximum(np.ptp(places, axis=0), ideal)
    room = np.array([WIDTH - 2 * EDGE, height - EDGE])
    centred = places - (places.min(axis=0) + places.max(axis=0)) / 2
    filled: Places = middle + centred * np.minimum(room / spread, 1.6)
    return filled


def _apart(places: Places, boxes: np.ndarray, height: float) -> Places:
    """The places moved as little as may be so that no two boxes (half widths and heights) meet, all inside the drawing."""
    low, high = boxes, np.array([WIDTH, height]) - boxes
    places = np.clip(places, low, high)
    for _ in range(ROUNDS):
        moved = False
        for i in range(len(places)):
            for j in range(i):
                gap = places[i] - places[j]
                over = boxes[i] + boxes[j] - np.abs(gap)
                if (over > 1e-6).all():
                    side = int(over[1] < over[0])
                    shift = over[side] / 2 * (1 if gap[side] >= 0 else -1)
                    places[i, side] += shift
                    places[j, side] -= shift
                    moved = True
        places = np.clip(places, low, high)
        if not moved:
            break
    return places


def _lines(axis: Axes, at: dict[str, list[float]], edges: Sequence[Edge]) -> None:
    most = edges[0][2]
    for k, (a, b, n) in enumerate(edges):
        (x, y), (x2, y2) = at[a], at[b]
        first = k == 0 and most > 1
        axis.plot(
            [x, x2], [y, y2], color=ACCENT if first else GREY, linewidth=0.7 + 4.5 * n / most, zorder=2 if first else 1,
            alpha=1.0 if first else 0.6, solid_capstyle="round",
        )  # fmt: skip
        if k < NAMED and n > 1:
            axis.text(
                (x + x2) / 2, (y + y2) / 2, number(n), fontsize=8, ha="center", va="center", zorder=2.5,
                color=ACCENT if first else INK, bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
            )  # fmt: skip


def _fitting(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs that come at least so often that their words fit; where even the most frequent are too many, the first
    of them."""
    for least in sorted(pairs["n"].unique()):
        often = pairs[pairs["n"] >= least]
        if len({*often["first"], *often["second"]}) <= MOST_WORDS:
            return often
    words: set[str] = set()
    kept = []
    for place, row in enumerate(pairs.itertuples(index=False)):
        if len(words | {str(row.first), str(row.second)}) <= MOST_WORDS:
            words |= {str(row.first), str(row.second)}
            kept.append(place)
    return pairs.iloc[kept]


def _finding(pairs: pd.DataFrame) -> str:
    top = pairs.iloc[0]
    if int(top["n"]) == 1:
        return t("No pair of evaluating words comes twice", "Không cặp từ đánh giá nào gặp hai lần")
    return t(
        f"“{top['first']}, {top['second']}” is the commonest pair: {number(top['n'])} of {number(int(pairs['n'].sum()))} joints",
        f"“{top['first']}, {top['second']}” là cặp nhiều nhất: {number(top['n'])} trên {number(int(pairs['n'].sum()))} chỗ nối",
    )


def _measure(pairs: pd.DataFrame, shown: pd.DataFrame, n_chains: int) -> str:
    en = f"Lines: words that stand side by side in {plural(n_chains, 'chain', 'chains', '')} of evaluating words, in either order; the thicker the oftener, the largest counts are written."
    vi = f"Đường nối: các từ đứng cạnh nhau trong {number(n_chains)} chuỗi từ đánh giá, không kể thứ tự; càng dày càng nhiều lần, ghi những số lớn nhất."
    left = pairs[~pairs.index.isin(shown.index)]
    if len(left):
        most = int(left["n"].max())
        seldom = times(most) + ("" if most == 1 else t(" or less", " trở xuống"))
        en += f" {plural(len(left), 'pair', 'pairs', '')} of words that meet {seldom} are not drawn."
        vi += f" Không vẽ {number(len(left))} cặp gặp {seldom}."
    return t(en, vi)
