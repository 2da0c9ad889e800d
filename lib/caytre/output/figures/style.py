"""House style: one font, one accent, titles that say the finding."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.text import Text

__all__ = [
    "ACCENT",
    "GREY",
    "INK",
    "MUTED",
    "PALETTE",
    "blank",
    "canvas",
    "font_path",
    "nothing",
    "title",
]

FONTS = Path(__file__).parents[1] / "fonts"
FAMILY = "Be Vietnam Pro"
INK, GREY, PALE, ACCENT = "#1d2329", "#9aa4ae", "#e3e7eb", "#2f7d4f"
MUTED = "#5b6570"
"""Grey that can be read as text."""

PALETTE = (
    "#2f7d4f",
    "#c8553d",
    "#3b6ea5",
    "#d9a441",
    "#7a5195",
    "#5c6b73",
    "#8fb996",
    "#e0a899",
    "#9cb7d6",
    "#b9a3c7",
)
"""Told apart in grey and by colour-blind readers, for the few categories that a chart can name."""

RC: Any = {
    "font.family": FAMILY,
    "font.size": 9,
    "text.color": INK,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.labelsize": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": False,
    "grid.color": PALE,
    "grid.linewidth": 0.7,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "legend.frameon": False,
    "legend.fontsize": 8,
    "figure.facecolor": "white",
    "pdf.fonttype": 42,
    "svg.fonttype": "none",
    "svg.hashsalt": "caytre",
}


@lru_cache(maxsize=1)
def _register() -> None:
    """Make the project's own font known; whatever fonts the machine has do not matter then."""
    for path in sorted(FONTS.glob("*.ttf")):
        fontManager.addfont(path)


def font_path(style: str = "Regular") -> Path:
    return FONTS / f"BeVietnamPro-{style}.ttf"


@contextmanager
def house() -> Iterator[None]:
    _register()
    with mpl.rc_context(RC):
        yield


def canvas(
    width: float = 7.0, height: float = 3.8, *, rows: int = 1, columns: int = 1, **options: Any
) -> tuple[Figure, Any]:
    """An empty figure in house style and its axes; sizes in inches."""
    with house():
        figure = Figure(figsize=(width, height), layout="constrained")
        axes = figure.subplots(rows, columns, **options)
    return figure, axes


def blank(axes: Axes) -> None:
    """Take spines and ticks away, for charts whose axes say nothing."""
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_visible(False)


def title(figure: Figure, finding: str, measure: str) -> Figure:
    """Put the finding above the chart and, smaller, what is measured and on how much; room is made for both."""
    width, height = figure.get_size_inches()
    head = textwrap.wrap(finding, int(width * 11.6))
    sub = textwrap.wrap(measure, int(width * 15.5))
    top = 0.08 + 0.24 * len(head) + 0.03 + 0.165 * len(sub) + 0.06
    with house():
        figure.text(
            0.008,
            1 - 0.06 / height,
            "\n".join(head),
            fontsize=11.5,
            fontweight=600,
            va="top",
            linespacing=1.25,
        )
        figure.text(
            0.008,
            1 - (0.09 + 0.24 * len(head)) / height,
            "\n".join(sub),
            fontsize=8.5,
            color=MUTED,
            va="top",
            linespacing=1.3,
        )
    engine = figure.get_layout_engine()
    if engine is not None:
        engine.set(rect=(0, 0, 1, 1 - top / height))  # type: ignore[call-arg]  # every engine takes it
    for text in figure.findobj(Text):
        text.set_fontfamily(FAMILY)
    figure.caytre = {"title": finding, "measure": measure}  # type: ignore[attr-defined]
    return figure


def nothing(finding: str, measure: str = "") -> Figure:
    """A figure that has nothing to draw: its title says so, and `save` writes no file of it."""
    figure, axes = canvas(7.0, 1.0)
    blank(axes)
    title(figure, finding, measure)
    figure.caytre["empty"] = True  # type: ignore[attr-defined]
    return figure
