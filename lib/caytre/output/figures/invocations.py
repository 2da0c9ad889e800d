"""The network of 04-voices: who speaks of whom.

People stand on an ellipse with their names outside it, so that no label can meet another; a seeded spring layout only
decides who stands next to whom, so that arrows stay short and a rerun gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch

from caytre.output.figures.drawings import drawing
from caytre.output.figures.style import ACCENT, GREY, INK, blank, canvas, nothing, title
from caytre.session import number, plural, t, times

__all__ = ["invocation_network"]

SEED = 20211214
MOST_PEOPLE, FEW_PEOPLE = 12, 4
WIDTH, HEIGHT = 1.55, 1.25
"""Half axes of the ellipse that the people stand on."""

BEND, BEND_BACK = 0.14, 0.3
"""How far arrows bend towards the middle, away from the names; where two people name each other one bends further."""

PLACES = (0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75)
"""Where along its arrow a number may stand, the best first."""

CLEAR = 0.17
"""Distance that two numbers keep."""


@drawing
def invocation_network(found: pd.DataFrame, *, n: int = MOST_PEOPLE) -> Figure:
    """Arrows from a speaker to everybody the speaker names, with the number of mentions; the *n* people named in most.

    *found* comes from `speaking.invocations`.
    """
    if found["n"].sum() < 2:  # one arrow shows nothing that the sentence does not say
        return nothing(
            t("One person is named by another", "Một người được người khác nhắc tên")
            if len(found)
            else t("No speaker names another person", "Không ai nhắc tên người khác trong lời mình")
        )
    weight = found.groupby("speaker")["n"].sum().add(found.groupby("person")["n"].sum(), fill_value=0)
    people = [str(name) for name in weight.sort_index().sort_values(ascending=False, kind="stable").index[:n]]
    shown = found[found["speaker"].isin(people) & found["person"].isin(people)]
    linked = {*shown["speaker"], *shown["person"]}
    people = [name for name in people if name in linked]
    places = _places(people, shown)
    pair = len(people) == 2
    figure, axis = canvas(7.0, 1.6 if pair else 4.3 if len(people) > FEW_PEOPLE else 3.0)
    _people(axis, places, found)
    _arrows(axis, places, shown)
    axis.set_xlim(-3.1, 3.1)
    axis.set_ylim(*((-0.5, 0.5) if pair else (-HEIGHT - 0.35, HEIGHT + 0.35)))
    axis.set_aspect("equal")
    blank(axis)
    return title(figure, *_title(found, len(weight) - len(people)))


def _places(people: list[str], shown: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """Everybody's place on the ellipse, in the order of the angles that a spring layout gives."""
    import networkx as nx

    graph: Any = nx.Graph()
    graph.add_nodes_from(people)
    rows: Iterable[Any] = shown.itertuples()
    graph.add_weighted_edges_from((row.speaker, row.person, float(row.n)) for row in rows)
    spring = nx.spring_layout(graph, seed=SEED, weight="weight")
    middle = np.mean([spring[name] for name in people], axis=0)
    angle = {name: math.atan2(*(spring[name] - middle)[::-1]) for name in people}
    order = sorted(people, key=lambda name: (round(angle[name], 6), name))
    step = 2 * math.pi / len(order)
    shift = 0.0 if len(order) == 2 else 0.5  # two stand side by side, so that the names are beside the arrow
    return {
        name: (WIDTH * math.cos((at + shift) * step), HEIGHT * math.sin((at + shift) * step))
        for at, name in enumerate(order)
    }


def _people(axis: Axes, places: dict[str, tuple[float, float]], found: pd.DataFrame) -> None:
    """A mark and a name a person, green for who is named most."""
    named = found.groupby("person")["n"].sum()
    first = named.sort_index().sort_values(ascending=False, kind="stable").index[0]
    for name, (x, y) in places.items():
        n = int(named.get(name, 0))
        colour = ACCENT if name == first else GREY
        axis.scatter(x, y, s=30 + 230 * n / float(named.max()), color=colour, zorder=3, linewidths=0)
        side = 0 if abs(x) < 0.05 else math.copysign(1, x)
        axis.text(
            x + side * 0.16, y if side else y + math.copysign(0.2, y), name,
            ha={-1: "right", 0: "center", 1: "left"}[int(side)], va="center", fontsize=8.5, color=INK,
            fontweight=600 if name == first else 400,
        )  # fmt: skip


def _arrows(axis: Axes, places: dict[str, tuple[float, float]], shown: pd.DataFrame) -> None:
    """An arrow a pair, as wide as it is frequent, and its number where no other stands."""
    taken: list[tuple[float, float]] = list(places.values())
    rows: Iterable[Any] = shown.sort_values(
        ["n", "speaker", "person"], ascending=[False, True, True]
    ).itertuples()
    drawn: set[tuple[str, str]] = set()
    for row in rows:
        start, end = places[row.speaker], places[row.person]
        bend = _inwards(start, end) * (BEND_BACK if (row.person, row.speaker) in drawn else BEND)
        drawn.add((row.speaker, row.person))
        axis.add_patch(FancyArrowPatch(
            start, end, connectionstyle=f"arc3,rad={bend:.2f}", arrowstyle="-|>,head_length=5,head_width=2.6",
            shrinkA=7, shrinkB=10, linewidth=0.7 + 2.0 * row.n / float(shown["n"].max()), color="#6d7882", zorder=2,
        ))  # fmt: skip
        spots = [_along(start, end, bend, share) for share in PLACES]
        spot = max(spots, key=lambda at: min(CLEAR, *(math.dist(at, other) for other in taken)))
        taken.append(spot)
        axis.text(*spot, number(row.n), fontsize=7.5, ha="center", va="center", zorder=4,
                  bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8})  # fmt: skip


def _middle(start: tuple[float, float], end: tuple[float, float], bend: float) -> tuple[float, float]:
    """The control point of a bent arrow, off the middle of the straight line."""
    return (start[0] + end[0]) / 2 + bend * (end[1] - start[1]), (start[1] + end[1]) / 2 - bend * (
        end[0] - start[0]
    )


def _inwards(start: tuple[float, float], end: tuple[float, float]) -> int:
    """The sign of a bend that leads past the middle of the picture."""
    return 1 if math.hypot(*_middle(start, end, BEND)) <= math.hypot(*_middle(start, end, -BEND)) else -1


def _along(
    start: tuple[float, float], end: tuple[float, float], bend: float, share: float
) -> tuple[float, float]:
    """The point at *share* of a bent arrow, which is a quadratic curve."""
    (x0, y0), (x1, y1), (x2, y2) = start, _middle(start, end, bend), end
    a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2


def _title(found: pd.DataFrame, left: int) -> tuple[str, str]:
    named = found.groupby("person")["n"].agg(["sum", "size"]).sort_index()
    order = named.sort_values(["sum", "size"], ascending=False, kind="stable")
    who, n, by = str(order.index[0]), int(order["sum"].iloc[0]), int(order["size"].iloc[0])
    alike = int((order["sum"] == n).sum())
    more = (
        t(
            f" {plural(left, 'person', 'people', 'người')} mentioned less not drawn.",
            f" Không vẽ {number(left)} người ít hơn.",
        )
        if left
        else ""
    )
    measure = t(
        f"Mentions of a person in the words of somebody else, {number(int(found['n'].sum()))} in all; arrows go from the speaker to the person named.{more}",
        f"Số lần nhắc đến một người trong lời của người khác, tổng cộng {number(int(found['n'].sum()))}; mũi tên đi từ người nói đến người được nhắc.{more}",
    )
    if alike > 1:
        return t(
            f"{number(alike)} people are invoked most, {times(n)} each",
            f"{number(alike)} người được viện dẫn nhiều nhất, mỗi người {times(n)}",
        ), measure
    only = len(named) == 1
    return t(
        f"{who} is {'the only one invoked' if only else 'invoked most'}: {times(n)}, by {plural(by, 'speaker', 'speakers', '')}",
        f"{who} {'là người duy nhất được viện dẫn' if only else 'được viện dẫn nhiều nhất'}: {times(n)}, bởi {number(by)} người",
    ), measure
