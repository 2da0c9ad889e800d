"""Charts of 01-corpus: what was read, what was left out, how long the articles are, when they came."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from caytre.analysis.themes.labels import labels
from caytre.analysis.times.timeline import period_unit, periods
from caytre.output.figures.drawings import drawing
from caytre.output.figures.style import ACCENT, GREY, INK, PALE, blank, canvas, house, nothing, title
from caytre.output.timewords import unit_name
from caytre.session import date, number, percent, plural, t
from caytre.tables import BODY_KINDS

__all__ = ["article_sizes", "line_kinds", "publications"]

KINDS: dict[str, tuple[str, str, str]] = {
    "title": ("#14532d", "title", "tiêu đề"),
    "heading": ("#4b8f63", "heading", "tiêu đề phụ"),
    "body": ("#b9d8c4", "body", "thân bài"),
    "caption": ("#3b6ea5", "caption", "chú thích ảnh"),
    "dateline": ("#d9a441", "dateline", "dòng ngày giờ"),
    "byline": ("#7a5195", "byline", "tên tác giả"),
    "teaser": ("#c8553d", "teaser", "tin dẫn"),
    "nav": ("#5c6b73", "navigation", "điều hướng"),
    "footer": ("#9aa4ae", "footer", "chân trang"),
}
"""Colour and names of each kind of line; what counts is green."""

MOST_ARTICLES = 10
MOST_BARS = 20
FULL = 12
"""Lines from which on an article fills the height of its panel; where all are shorter, panels are lower."""

LONG_ISSUE = 60
"""Days from which on their number says less than the first and the last."""
SHORTEST = 0.012
"""Width of the shortest line, so that a word of navigation can be seen beside a paragraph."""


@drawing
def line_kinds(lines: pd.DataFrame) -> Figure:
    """Each article line by line, from top to bottom as on the page, coloured by kind; the longest articles first to go."""
    shown = sorted(lines["article_id"].unique())[:MOST_ARTICLES]
    every = lines[lines["kind"] != "blank"]
    sizes = every["text"].str.len()
    share = sizes[every["kind"].isin(BODY_KINDS)].sum() / max(1, sizes.sum())
    more = lines["article_id"].nunique() - len(shown)
    extra = (
        t(
            f" {plural(more, 'more article is', 'more articles are', '')} not drawn.",
            f" Không vẽ {number(more)} bài khác.",
        )
        if more
        else ""
    )
    return title(
        _pages(every[every["article_id"].isin(shown)], shown),
        t(
            f"{percent(share)} of the characters are body text and are counted",
            f"{percent(share)} số ký tự là thân bài và được đếm",
        ),
        t(
            f"Every line that is not blank of {plural(len(shown), 'article', 'articles', '')}, top to bottom as on the page; the width grows with the square root of its length.{extra}",
            f"Mọi dòng không trống của {number(len(shown))} bài, từ trên xuống như trên trang; độ rộng theo căn bậc hai độ dài.{extra}",
        ),
    )


def _pages(text: pd.DataFrame, articles: Sequence[str]) -> Figure:
    """A panel an article with a bar for each of its lines, and what the colours stand for."""
    columns = min(5, len(articles))
    rows = math.ceil(len(articles) / columns)
    most = min(FULL, max(5, int(text.groupby("article_id").size().max())))
    figure, axes = canvas(7.0, 1.2 + 3.4 * rows * most / FULL, rows=rows, columns=columns, squeeze=False)
    widest = float(np.sqrt(text["text"].str.len().max()))
    for axis, article in zip(axes.flat, articles, strict=False):
        part = text[text["article_id"] == article]
        width = np.maximum(SHORTEST, np.sqrt(part["text"].str.len()) / widest)
        axis.barh(range(len(part)), width, height=0.86, color=[KINDS[kind][0] for kind in part["kind"]])
        axis.set_ylim(max(most, len(part)) - 0.4, -0.6)
        axis.set_xlim(0, 1)
        blank(axis)
        axis.set_title(article if len(article) < 16 else article[:15] + "…", loc="left", fontsize=8)
    for axis in axes.flat[len(articles) :]:
        axis.set_visible(False)
    used = [kind for kind in KINDS if (text["kind"] == kind).any()]
    with house():
        figure.legend(
            handles=[Patch(color=KINDS[kind][0], label=t(*KINDS[kind][1:])) for kind in used],
            loc="outside lower left", ncols=min(len(used), 5), fontsize=8, handlelength=1.0,
        )  # fmt: skip
    return figure


@drawing
def article_sizes(articles: pd.DataFrame) -> Figure:
    """Words of each article as bars, the longest on top; of many articles their distribution."""
    sizes = articles.set_index("article_id")["n_words"].sort_values(kind="stable")
    total = int(sizes.sum())
    if len(sizes) < 2 or not total:
        return nothing(t(f"{number(total)} words", f"{number(total)} từ"))
    if len(sizes) > MOST_BARS:
        figure = _size_histogram(sizes)
        finding = t(
            f"Half of the articles have at least {number(sizes.median())} words",
            f"Một nửa số bài có ít nhất {number(sizes.median())} từ",
        )
    else:
        figure, finding = _size_bars(sizes), _longest(sizes)
    return title(
        figure, finding,
        t(f"Words of body text, {number(len(sizes))} articles, {number(total)} words in all.",
          f"Số từ trong thân bài, {number(len(sizes))} bài, tổng cộng {number(total)} từ."),
    )  # fmt: skip


def _size_histogram(sizes: pd.Series) -> Figure:
    figure, axis = canvas(7.0, 3.2)
    axis.hist(sizes, bins=min(40, int(math.sqrt(len(sizes))) + 5), color=ACCENT)
    axis.set_xlabel(t("words in an article", "số từ mỗi bài"))
    axis.set_ylabel(t("articles", "số bài"))
    return figure


def _size_bars(sizes: pd.Series) -> Figure:
    """A bar an article with its number of words; the longest are green."""
    figure, axis = canvas(7.0, 0.9 + 0.36 * len(sizes))
    colours = [ACCENT if size == sizes.iloc[-1] else GREY for size in sizes]
    axis.barh(sizes.index, sizes, color=colours, height=0.66)
    for place, value in enumerate(sizes):
        axis.text(value + sizes.max() * 0.01, place, number(value), va="center", fontsize=8.5)
    axis.set_xticks([])
    axis.spines[["left", "bottom"]].set_visible(False)
    return figure


def _longest(sizes: pd.Series) -> str:
    """Which article is the longest, or how many are."""
    alike = int((sizes == sizes.iloc[-1]).sum())
    if alike > 1:
        return t(
            f"{number(alike)} articles are the longest, with {plural(int(sizes.iloc[-1]), 'word', 'words', '')} each",
            f"{number(alike)} bài dài nhất và bằng nhau: mỗi bài {number(sizes.iloc[-1])} từ",
        )
    share = percent(sizes.iloc[-1] / sizes.sum())
    return t(
        f"{sizes.index[-1]} is the longest article: {share} of all words",
        f"{sizes.index[-1]} là bài dài nhất: {share} tổng số từ",
    )


@drawing
def publications(articles: pd.DataFrame) -> Figure:
    """When the articles were published: one row an outlet, one mark an article; many articles as counts per period."""
    dated = articles[articles["published"] != ""]
    unknown = len(articles) - len(dated)
    note = (
        t(f" {number(unknown)} without a date.", f" {number(unknown)} bài không có ngày.") if unknown else ""
    )
    if dated.empty:
        return nothing(t("No article has a date", "Không bài nào có ngày đăng"))
    if len(articles) == 1:
        return nothing(_issued(dated["published"]))
    if len(dated) > MOST_BARS:
        return _per_period(dated["published"], note)
    inferred = dated["published_from"].eq("inferred").any()
    hollow = t(" Hollow marks: the date is inferred.", " Chấm rỗng: ngày được suy ra.") if inferred else ""
    return title(
        _marks(dated, labels(articles, single=len(articles))),
        _issued(dated["published"]),
        t(
            f"{plural(len(dated), 'article', 'articles', '')} with a date.{note}{hollow}",
            f"{number(len(dated))} bài có ngày đăng.{note}{hollow}",
        ),
    )


def _marks(dated: pd.DataFrame, called: Mapping[str, str]) -> Figure:
    """A mark an article, the earliest on top; hollow where the date was inferred."""
    when = pd.to_datetime(dated["published"].str.slice(0, 16), format="ISO8601")
    names = [called[article_id] for article_id in dated["article_id"]]
    order = np.argsort(when.to_numpy(), kind="stable")[::-1]
    inferred = dated["published_from"].eq("inferred").to_numpy()
    figure, axis = canvas(7.0, 0.9 + 0.42 * len(dated))
    for place, i in enumerate(order):
        face = "white" if inferred[i] else ACCENT
        axis.plot(when.iloc[i], place, marker="o", markersize=7, color=ACCENT, markerfacecolor=face)
    axis.set_yticks(range(len(order)), [names[i] for i in order])
    axis.set_ylim(-0.6, len(order) - 0.4)
    axis.xaxis.set_major_locator(mdates.AutoDateLocator(minticks=2, maxticks=7))
    axis.xaxis.set_major_formatter(
        mdates.DateFormatter("%d/%m" if (when.max() - when.min()).days < 300 else "%m/%Y")
    )
    axis.grid(axis="x", color=PALE)
    axis.spines["left"].set_visible(False)
    axis.tick_params(axis="y", labelcolor=INK)
    return figure


def _issued(published: pd.Series) -> str:
    """On which day, within how many days, or from when to when."""
    first, last = min(published)[:10], max(published)[:10]
    span = (pd.Timestamp(last) - pd.Timestamp(first)).days
    if span == 0:
        return t(f"Published on {date(first)}", f"Đăng ngày {date(first)}")
    if span > LONG_ISSUE:
        return t(f"Published from {date(first)} to {date(last)}", f"Đăng từ {date(first)} đến {date(last)}")
    return t(
        f"Published within {number(span + 1)} days, from {date(first)} to {date(last)}",
        f"Đăng trong {number(span + 1)} ngày, từ {date(first)} đến {date(last)}",
    )


def _per_period(published: pd.Series, note: str) -> Figure:
    """Counts per period, in the finest unit that gives at most sixty: hours, days, weeks, months, quarters or years."""
    unit = period_unit(published)
    when = periods(published, unit)
    counts = when.value_counts().reindex(pd.period_range(when.min(), when.max(), freq=unit), fill_value=0)
    starts = pd.PeriodIndex(counts.index).start_time
    width = (pd.PeriodIndex(counts.index).end_time - starts) * 0.85
    figure, axis = canvas(7.0, 3.0)
    axis.bar(starts, counts, width=width, align="edge", color=ACCENT)
    axis.set_ylabel(t("articles", "số bài"))
    axis.grid(axis="y", color=PALE)
    name, top = unit_name(unit), str(starts[int(counts.to_numpy().argmax())])[:10]
    alike = int((counts == counts.max()).sum())
    each = plural(int(counts.max()), "article", "articles", "")
    return title(
        figure,
        t(
            f"Most articles in one {name}: {number(counts.max())}, from {date(top)}",
            f"Nhiều bài nhất trong một {name}: {number(counts.max())}, từ {date(top)}",
        )
        if alike == 1
        else t(
            f"No {name} has more than {each}; {number(alike)} have as many",
            f"Không {name} nào có quá {number(counts.max())} bài; {number(alike)} {name} có ngần ấy bài",
        ),
        t(
            f"Articles per {name}, {number(len(when))} articles with a date.{note}",
            f"Số bài mỗi {name}, {number(len(when))} bài có ngày.{note}",
        ),
    )
