"""Looking at figures: what they say, and whether everything in them can be read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from caytre.output.figures import style

SLACK = 2.0
"""Dots that the box of a text may reach over the edge or into another: boxes have room for letters that are not there."""


def said(figure: Figure) -> str:
    """The finding that stands above the figure."""
    return str(figure.caytre["title"])  # type: ignore[attr-defined]


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text)]


def shapes(figure: Figure) -> int:
    """How many bars, boxes or squares are drawn."""
    return sum(len(axes.patches) for axes in figure.axes)


def unreadable(figure: Figure) -> list[str]:
    """Texts of the laid out figure that leave the canvas, and pairs of texts that lie upon each other."""
    with style.house():
        figure.draw_without_rendering()
    beyond = set(_labels_beyond(figure))
    boxes = [
        (text.get_text(), text.get_window_extent())
        for text in figure.findobj(Text)
        if text.get_visible() and text.get_text().strip() and text not in beyond
    ]
    canvas = Bbox.from_bounds(0, 0, *figure.get_size_inches() * figure.dpi).padded(SLACK)
    outside = [text for text, box in boxes if not _within(box, canvas)]
    touching = [
        f"{one} | {other}"
        for (one, box), (other, of) in combinations(boxes, 2)
        if box.padded(-SLACK).overlaps(of.padded(-SLACK))
    ]
    return outside + touching


def _labels_beyond(figure: Figure) -> Iterator[Text]:
    """Labels of ticks past the ends of an axis, which are kept but not drawn."""
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in axis.get_major_ticks():
                if not low <= tick.get_loc() <= high:
                    yield from (tick.label1, tick.label2)


def _within(box: Bbox, canvas: Bbox) -> bool:
    return bool(canvas.x0 <= box.x0 and box.x1 <= canvas.x1 and canvas.y0 <= box.y0 and box.y1 <= canvas.y1)
