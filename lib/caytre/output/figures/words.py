"""Charts of words: the commonest, and those that one group uses more than the rest."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from caytre.analysis.statistics.contrast import MIN_ARTICLES
from caytre.output.figures.drawings import drawing
from caytre.output.figures.style import ACCENT, GREY, INK, MUTED, PALE, canvas, nothing, title
from caytre.session import number, plural, t, times

__all__ = ["key_words", "one_group", "word_bars"]

MOST_GROUPS = 6
WORDS_OF_GROUP = 4
REACH = 8.0
"""Log-ratios are drawn as far as 256 times as often; a bar without an end goes to the edge."""


@drawing
def word_bars(frequency: pd.DataFrame, *, n_articles: int, n: int = 12) -> Figure:
    """The *n* commonest words with count and number of articles; accent on those that stand in every article.

    *frequency* has word (as it is shown), n, n_articles, most frequent first.
    """
    measure = t(
        f"Words of body text without stop words, {plural(n_articles, 'article', 'articles', 'bài')}.",
        f"Từ trong thân bài, không tính từ dừng, {number(n_articles)} bài.",
    )
    if n_articles > 1:
        measure += t(" Green: in every article.", " Xanh: có trong mọi bài.")
    if frequency.empty:
        return nothing(t("No word is left to count", "Không còn từ nào để đếm"), measure)
    if frequency["n"].max() == 1:
        return nothing(_commonest(frequency), measure)
    top = frequency.head(n).iloc[::-1]
    figure, axis = canvas(7.0, 0.9 + 0.29 * len(top))
    everywhere = top["n_articles"] == n_articles
    axis.barh(range(len(top)), top["n"], color=[ACCENT if yes else GREY for yes in everywhere], height=0.68)
    axis.set_yticks(range(len(top)), top["word"], parse_math=False)
    for place, row in enumerate(top.itertuples()):
        label = number(row.n)
        if n_articles > 1:
            label += t(
                f"  in {plural(row.n_articles, 'article', 'articles', 'bài')}",
                f"  trong {number(row.n_articles)} bài",
            )
        axis.text(row.n + top["n"].max() * 0.01, place, label, va="center", fontsize=8, color=INK)
    axis.set_xticks([])
    axis.set_xlim(0, top["n"].max() * 1.22)
    axis.spines[["left", "bottom"]].set_visible(False)
    return title(figure, _commonest(frequency), measure)


def _commonest(frequency: pd.DataFrame) -> str:
    """The finding: the commonest word, or how many are equally common."""
    first, often = frequency["word"].iloc[0], times(int(frequency["n"].iloc[0]))
    alike = int((frequency["n"] == frequency["n"].iloc[0]).sum())
    if alike == 1:
        return t(
            f"“{first}” is the commonest word: it occurs {often}", f"“{first}” là từ nhiều nhất: {often}"
        )
    if int(frequency["n"].iloc[0]) == 1:
        return t("No word occurs more than once", "Không từ nào xuất hiện quá một lần")
    return t(
        f"{number(alike)} words are the commonest, “{first}” among them: {often} each",
        f"{number(alike)} từ nhiều nhất và ngang nhau, trong đó có “{first}”: mỗi từ {often}",
    )


@drawing
def key_words(keyness: pd.DataFrame) -> Figure:
    """For each group the words it uses more than the rest: log-ratio with its exact interval, and both counts.

    *keyness* is the table of `statistics.keyness`. Words whose interval holds 0 are not drawn; of many groups the six
    with the strongest words are.
    """
    key = keyness[(keyness["g2"] > 0) & (keyness["low"] > 0)]
    if key.empty:
        return nothing(*_no_key_words(keyness))
    top = key.sort_values(["g2", "word"], ascending=[False, True]).groupby("group", sort=False)
    names = list(dict.fromkeys(key.sort_values("g2", ascending=False)["group"]))[:MOST_GROUPS]
    columns = 1 if len(names) == 1 else 2
    rows = math.ceil(len(names) / columns)
    figure, axes = canvas(7.0, 1.2 + 1.15 * rows, rows=rows, columns=columns, squeeze=False)
    shown = top.head(WORDS_OF_GROUP)
    for axis, group in zip(axes.flat, names, strict=False):
        _key_panel(axis, group, shown[shown["group"] == group].iloc[::-1], first=group == names[0])
    for axis in axes.flat[len(names) :]:
        axis.set_visible(False)
    unit = t("times as often as in the other groups", "gấp bao nhiêu lần so với các nhóm khác")
    axes[-1, 0].set_xlabel(unit, fontsize=8)
    row = key.loc[key["g2"].idxmax()]
    uses = (
        t(
            f"{number(row['n'])} of its {number(row['n'] + row['n_rest'])} uses stand there",
            f"{number(row['n'])} trong {number(row['n'] + row['n_rest'])} lần dùng là ở đó",
        )
        if row["n_rest"]
        else t(f"all {number(row['n'])} of its uses stand there", f"cả {number(row['n'])} lần dùng đều ở đó")
    )
    finding = t(
        f"“{row['word']}” marks {row['group']} most: {uses}",
        f"“{row['word']}” đặc trưng nhất cho {row['group']}: {uses}",
    )
    more = key["group"].nunique() - len(names)
    extra = (
        t(
            f" {plural(more, 'more group is', 'more groups are', '')} not drawn.",
            f" Không vẽ {number(more)} nhóm khác.",
        )
        if more
        else ""
    )
    return title(figure, finding, _key_measure(keyness) + extra)


def _key_measure(keyness: pd.DataFrame) -> str:
    few = keyness["p"].isna().all()
    first = t(
        "Relative frequency in the group over that in all others, with exact 95 % interval (words taken as independent); right: occurrences in the group : elsewhere.",
        "Tần suất trong nhóm so với mọi nhóm khác, kèm khoảng tin cậy 95 % chính xác (coi các từ là độc lập); bên phải: số lần trong nhóm : nơi khác.",
    )
    floor = t(
        f" No p-values: groups have fewer than {number(MIN_ARTICLES)} articles, or the counts are too small.",
        f" Không có trị số p: nhóm có dưới {number(MIN_ARTICLES)} bài, hoặc số đếm quá nhỏ.",
    )
    return first + (floor if few else "")


def one_group() -> tuple[str, str]:
    """Finding and measure of a figure that would compare, where there is nothing to compare."""
    return (
        t("There is nothing to compare", "Không có gì để so sánh"),
        t(
            "There is only one group (an outlet, or an article without one), or no word occurs often enough.",
            "Chỉ có một nhóm (một cơ quan báo chí, hoặc một bài không rõ nơi đăng), hoặc không từ nào xuất hiện đủ nhiều.",
        ),
    )


def _no_key_words(keyness: pd.DataFrame) -> tuple[str, str]:
    if keyness.empty:
        return one_group()
    return (
        t("No word tells the groups apart", "Không có từ nào phân biệt các nhóm"),
        t(
            "For every word the interval of the ratio holds 1: it occurs too rarely, or as often elsewhere.",
            "Khoảng tin cậy của tỷ số ở từ nào cũng chứa 1: từ quá hiếm, hoặc nơi khác cũng dùng nhiều như vậy.",
        ),
    )


def _key_panel(axis: Axes, group: str, words: pd.DataFrame, *, first: bool) -> None:
    """One group: a point and an interval a word, an open end where the other groups never use it."""
    places = np.arange(len(words))
    high = words["high"].clip(upper=REACH)
    centre = words["log_ratio"].clip(upper=REACH - 0.3)
    colour = ACCENT if first else "#5c6b73"
    axis.hlines(places, words["low"], high, color=colour, linewidth=1.6)
    axis.plot(centre, places, "o", color=colour, markersize=5)
    open_end = np.isinf(words["high"].to_numpy()) | (words["high"].to_numpy() > REACH)
    if open_end.any():
        axis.plot(np.full(open_end.sum(), REACH), places[open_end], ">", color=colour, markersize=4)
    axis.axvline(0, color=GREY, linewidth=0.8)
    axis.set_yticks(places, words["word"], parse_math=False, fontsize=8.5)
    axis.set_ylim(-0.6, max(len(words), 3) - 0.4)
    for place, row in enumerate(words.itertuples()):
        label = f"{number(row.n)} : {number(row.n_rest)}"
        axis.text(REACH + 0.35, place, label, fontsize=7.5, va="center", color=MUTED)
    axis.set_xlim(-0.3, REACH + 2.1)
    ticks = [0, 2, 4, 6, 8]
    axis.set_xticks(ticks, [f"{number(2**tick)}×" for tick in ticks], fontsize=7.5)
    axis.grid(axis="x", color=PALE)
    axis.spines[["left", "bottom"]].set_visible(False)
    axis.set_title(group, loc="left", fontsize=9, fontweight=600, parse_math=False)
