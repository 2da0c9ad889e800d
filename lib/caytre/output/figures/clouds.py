"""Word clouds from counts: words as text, horizontal, in one font, and on one scale wherever clouds are compared.

The area of a word grows with its count, as far as its length allows. wordcloud finds the places, with a fixed seed, so the
same table gives the same cloud; the words are drawn as text, which can be searched in SVG and PDF.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from caytre.output.figures.drawings import drawing
from caytre.output.figures.style import ACCENT, INK, PALETTE, blank, canvas, font_path, house, nothing, title
from caytre.output.figures.words import one_group
from caytre.output.ranks import ahead
from caytre.output.say.words import STOP_NAMES
from caytre.session import join, number, percent, plural, t

__all__ = ["difference_cloud", "extent", "word_cloud", "word_clouds"]

CLOUD_WORDS = 45
GROUP_WORDS = 16
SIDE_WORDS = 14
MOST_GROUPS = 6
LARGEST, LARGEST_OF_MANY, LARGEST_DIFFERENCE, SMALLEST = 32.0, 18.0, 22.0, 5.5
"""Points of the largest word of one cloud, of several side by side, of a difference, and of the smallest still drawn."""

FIELD = 1.5
"""Inches of height of one of several clouds."""

PAD = 0.03
"""Inches kept free around a word."""

HEAD = 1.05
"""Inches for the title and what is measured."""

SECOND = PALETTE[1]
SEED = 20211214
DOTS = 150
"""Dots per inch of wordcloud's layout; the words themselves are drawn as text."""


class _Box(NamedTuple):
    """A word with its size in points, its left end and its baseline in inches."""

    word: str
    points: float
    x: float
    y: float


@lru_cache(maxsize=4096)
def extent(word: str) -> tuple[float, float]:
    """Width and height of a word in inches at one point."""
    left, top, right, bottom = _font().getbbox(word)
    return (right - left) / 100 / 72, (bottom - top) / 100 / 72


@lru_cache(maxsize=1)
def _font() -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(str(font_path()), 100)


def place(words: Sequence[str], points: Sequence[float], width: float, height: float) -> list[_Box]:
    """Where the words go in a field of *width* × *height* inches, by wordcloud's layout, the largest words first.

    The library makes a word smaller that finds no room; here sizes are compared, so such a word is left out instead.
    """
    sizes = {word: round(size / 72 * DOTS) for word, size in zip(words, points, strict=True)}
    while sizes:
        boxes = _laid_out(sizes, width, height)
        short = next((word for word in sizes if boxes.get(word, (0,))[0] < 0.95 * sizes[word]), None)
        if short is None:
            return _apart(
                _Box(word, size * 72 / DOTS, left / DOTS, height - (top + size * _ascent()) / DOTS)
                for word, (size, top, left) in boxes.items()
            )
        del sizes[short]
    return []


def ink(box: _Box) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a placed word in inches."""
    left, top, right, bottom = (
        side / 100 / 72 * box.points for side in _font().getbbox(box.word, anchor="ls")
    )
    return box.x + left, box.y - bottom, box.x + right, box.y - top


def _apart(boxes: Iterable[_Box]) -> list[_Box]:
    """Without the smaller of two words that touch: the layout reserves less than marks below a letter need."""
    kept: list[tuple[_Box, tuple[float, float, float, float]]] = []
    for box in boxes:
        left, bottom, right, top = ink(box)
        if all(right < a or c < left or top < b or d < bottom for _, (a, b, c, d) in kept):
            kept.append((box, (left, bottom, right, top)))
    return [box for box, _ in kept]


def _laid_out(sizes: Mapping[str, int], width: float, height: float) -> dict[str, tuple[int, int, int]]:
    """word -> size, top and left in dots, as wordcloud places them: horizontal, one font, a fixed seed."""
    from wordcloud import WordCloud

    largest = max(sizes.values())
    cloud = WordCloud(
        width=int(width * DOTS), height=int(height * DOTS), font_path=str(font_path()), prefer_horizontal=1.0,
        relative_scaling=1.0, max_font_size=largest, min_font_size=4, margin=12, random_state=SEED, max_words=len(sizes),
    ).generate_from_frequencies({word: size / largest for word, size in sizes.items()})  # fmt: skip
    return {word: (size, int(at[0]), int(at[1])) for (word, _), size, at, _, _ in cloud.layout_}


@lru_cache(maxsize=1)
def _ascent() -> float:
    """Share of the font's size that stands above the baseline."""
    return float(_font().getmetrics()[0]) / 100


def _points(values: pd.Series, words: pd.Series, largest: float, width: float) -> pd.Series:
    """Points of each word: they grow with the square root of its value, and no word is wider than the field."""
    roots = np.sqrt(values.abs() / max(float(values.abs().max()), 1e-9)) if len(values) else values
    widest = max((extent(str(word))[0] * root for word, root in zip(words, roots, strict=True)), default=0.0)
    return roots * (min(largest, (width - 3 * PAD) / widest) if widest else largest)


def _readable(table: pd.DataFrame, width: float, height: float) -> list[_Box]:
    """The words of a table with *points*, as far as they can be read and find room."""
    kept = table[table["points"] >= SMALLEST]
    return place(kept["word"].astype(str).tolist(), kept["points"].tolist(), width, height)


def _draw(axis: Axes, boxes: Sequence[_Box], colour: Callable[[str], Any]) -> None:
    with house():
        for box in boxes:
            axis.text(
                box.x, box.y, box.word, fontsize=box.points, color=colour(box.word), ha="left", va="baseline",
                parse_math=False, gid="cloud",
            )  # fmt: skip


def _panels(rows: int, columns: int, height: float, *, head: float = 0.0) -> tuple[Figure, list[Axes], float]:
    """A figure with fields of equal size in inches, each with room for a heading, and the width of a field."""
    whole = HEAD + rows * (height + head)
    figure, _ = canvas(7.0, whole)
    figure.clear()
    figure.set_layout_engine(None)
    width = (7.0 - 0.1 * (columns + 1)) / columns
    fields = []
    with house():
        for i in range(rows * columns):
            row, column = divmod(i, columns)
            left, bottom = 0.1 + column * (width + 0.1), (rows - 1 - row) * (height + head)
            axis = figure.add_axes((left / 7.0, bottom / whole, width / 7.0, height / whole))
            axis.set_xlim(0, width)
            axis.set_ylim(0, height)
            blank(axis)
            fields.append(axis)
    return figure, fields, width


def left_out(stop: Sequence[str]) -> str:
    """Which groups of stop words were left out, as a sentence for below a cloud."""
    if not stop:
        return t("No word is left out.", "Không bỏ từ nào.")
    names = join([t(*STOP_NAMES.get(group, (group, group))) for group in stop])
    return t(f"Left out: {names}.", f"Không tính: {names}.")


@drawing
def word_cloud(
    frequency: pd.DataFrame, *, n_articles: int, n: int = CLOUD_WORDS, stop: Sequence[str] = ()
) -> Figure:
    """A cloud of the *n* commonest words; darker words stand in more articles. *stop* names the groups left out."""
    top = frequency.head(n)
    if top.empty:
        return nothing(t("No word is left to draw", "Không còn từ nào để vẽ"), left_out(stop))
    if top["n"].max() == 1:
        return nothing(
            t("No word occurs more than once", "Không từ nào xuất hiện quá một lần"), left_out(stop)
        )
    figure, (axis,), width = _panels(1, 1, 2.4 if len(top) > 8 else 1.2)
    sized = top.assign(points=_points(top["n"], top["word"], LARGEST, width))
    boxes = _readable(sized, width, axis.get_ylim()[1])
    shade = _shades(top)
    _draw(axis, boxes, lambda word: shade[word])
    first = top["word"].iloc[0] if ahead(top["n"]) or len(top) == 1 else ""
    what = t(
        f"What the {'articles talk' if n_articles > 1 else 'article talks'} about",
        f"{'Các bài' if n_articles > 1 else 'Bài'} nói về điều gì",
    )
    darker = (
        t(
            f", darker words stand in more of the {number(n_articles)} articles",
            f", chữ càng đậm càng có trong nhiều bài ({number(n_articles)} bài)",
        )
        if top["n_articles"].nunique() > 1
        else ""
    )
    return title(
        figure,
        what + (t(f", “{first}” first of all", f": trước hết là “{first}”") if first else ""),
        t(
            f"{number(len(boxes))} of the commonest words; the area grows with the count{darker}. {left_out(stop)}",
            f"{number(len(boxes))} từ trong số những từ nhiều nhất; diện tích theo số lần{darker}. {left_out(stop)}",
        ),
    )


def _shades(top: pd.DataFrame) -> dict[str, tuple[float, float, float]]:
    """Green, the darker the more articles a word stands in."""
    from matplotlib.colors import hsv_to_rgb

    most, least = top["n_articles"].max(), top["n_articles"].min()
    share = (top["n_articles"] - least) / max(1, most - least)
    return {
        str(word): tuple(hsv_to_rgb((0.4, 0.35 + 0.3 * s, 0.72 - 0.4 * s)))
        for word, s in zip(top["word"], share, strict=True)
    }


@drawing
def word_clouds(clouds: pd.DataFrame, *, stop: Sequence[str] = ()) -> Figure:
    """One cloud for each group on one scale; words that stand in no other group's cloud are green.

    *clouds* is the table of `comparison.clouds` with by=…; the groups with most words come first, six at most.
    """
    groups = clouds.groupby("group")["n"].sum().sort_values(ascending=False, kind="stable").index.tolist()
    shown = groups[:MOST_GROUPS]
    if len(shown) < 2:
        return nothing(*one_group())
    columns = min(3 if len(shown) > 4 else 2, len(shown))
    figure, axes, width = _panels(math.ceil(len(shown) / columns), columns, FIELD, head=0.3)
    part = clouds[clouds["group"].isin(shown)].groupby("group", sort=False).head(GROUP_WORDS)
    in_groups = part.groupby("word")["group"].nunique()
    part = part.assign(points=_points(part["per_10k"], part["word"], LARGEST_OF_MANY, width))
    for axis, group in zip(axes, shown, strict=False):
        boxes = _readable(part[part["group"] == group], width, FIELD)
        _draw(axis, boxes, lambda word: ACCENT if in_groups[word] == 1 else "#77828c")
        with house():
            axis.text(0.02, FIELD + 0.06, group, fontsize=9, fontweight=600, color=INK, parse_math=False)
    return title(figure, _own(part, in_groups), _side_by_side(len(groups), len(shown), stop))


def _own(part: pd.DataFrame, in_groups: pd.Series) -> str:
    """The finding: the commonest word that only one of the clouds has."""
    own = part[part["word"].map(in_groups) == 1].sort_values(["per_10k", "word"], ascending=[False, True])
    if own.empty:
        return t("All clouds hold the same words", "Các đám mây từ có cùng những từ như nhau")
    row = own.iloc[0]
    return t(
        f"“{row['word']}” stands out in one cloud only: {row['group']}",
        f"“{row['word']}” chỉ nổi bật ở một nơi: {row['group']}",
    )


def _side_by_side(n_groups: int, n_shown: int, stop: Sequence[str]) -> str:
    more = (
        t(
            f" {plural(n_groups - n_shown, 'more group is', 'more groups are', '')} not drawn.",
            f" Không vẽ {number(n_groups - n_shown)} nhóm khác.",
        )
        if n_groups > n_shown
        else ""
    )
    return t(
        f"The commonest words of each group, one font and one scale: the area grows with the count per 10,000 words. Green: only in this cloud. {left_out(stop)}{more}",
        f"Những từ nhiều nhất của mỗi nhóm, cùng phông chữ, cùng thang cỡ: diện tích theo số lần trên 10.000 từ. Xanh: chỉ có ở đám mây này. {left_out(stop)}{more}",
    )


@drawing
def difference_cloud(
    difference: pd.DataFrame, groups: tuple[str, str], *, stop: Sequence[str] = ()
) -> Figure:
    """Two halves: what each group says more than the other, sized by the difference per 10,000 words on one scale.

    *difference* is the table of `comparison.difference`. Pale words: the interval of their log-ratio holds 0.
    """
    if groups[0] == groups[1]:
        return nothing(*one_group())
    if difference.empty:
        return nothing(
            t(
                f"No word tells {groups[0]} and {groups[1]} apart",
                f"Không có từ nào phân biệt {groups[0]} và {groups[1]}",
            )
        )
    figure, axes, width = _panels(1, 2, FIELD, head=0.3)
    sides = (difference[difference["difference"] > 0], difference[difference["difference"] < 0].iloc[::-1])
    heads = [side.head(SIDE_WORDS) for side in sides]
    every = pd.concat(heads, ignore_index=True)
    every["points"] = _points(every["difference"], every["word"], LARGEST_DIFFERENCE, width)
    every["sure"] = (every["low"] > 0) | (every["high"] < 0)
    sure = dict(zip(every["word"], every["sure"], strict=True))
    for axis, more, group, strong in zip(axes, (1, -1), groups, (ACCENT, SECOND), strict=True):
        boxes = _readable(every[np.sign(every["difference"]) == more], width, FIELD)
        _draw(axis, boxes, lambda word, strong=strong: strong if sure[word] else _pale(strong))  # type: ignore[misc]
        with house():
            heading = t(f"More in {group}", f"Nhiều hơn ở {group}")
            axis.text(0.02, FIELD + 0.06, heading, fontsize=9, fontweight=600, color=strong, parse_math=False)
    row = every.loc[every["difference"].abs().idxmax()]
    finding = t(
        f"The largest difference is “{row['word']}”: {number(row['per_10k_a'])} against {number(row['per_10k_b'])} per 10,000 words",
        f"Khác nhau nhiều nhất là “{row['word']}”: {number(row['per_10k_a'])} so với {number(row['per_10k_b'])} lần trên 10.000 từ",
    )
    return title(figure, finding, _difference_measure(every["sure"], stop))


def _difference_measure(sure: pd.Series, stop: Sequence[str]) -> str:
    size = t(
        "Size: difference in count per 10,000 words, one scale for both.",
        "Cỡ chữ: chênh lệch số lần trên 10.000 từ, cùng một thang.",
    )
    strong = (
        t(
            f"Strong colour: the interval of the ratio leaves out 1 ({percent(float(sure.mean()))} of the words).",
            f"Màu đậm: khoảng tin cậy của tỷ số không chứa 1 ({percent(float(sure.mean()))} số từ).",
        )
        if sure.any()
        else t(
            "All are pale: the interval of every ratio holds 1.",
            "Tất cả đều nhạt: khoảng tin cậy của tỷ số nào cũng chứa 1.",
        )
    )
    return f"{size} {strong} {left_out(stop)}"


def _pale(colour: str) -> tuple[float, float, float]:
    from matplotlib.colors import to_rgb

    red, green, blue = (0.45 * part + 0.55 for part in to_rgb(colour))
    return red, green, blue
