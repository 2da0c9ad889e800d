"""Charts of 05-rhetoric: images and set phrases. Pairs of words are drawn in `pairs`, lists are drawn in `outlines`, stance and rhythm in `stance`."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from caytre.output.figures.drawings import drawing
from caytre.output.figures.lanes import shortened, text_width
from caytre.output.figures.style import ACCENT, GREY, INK, MUTED, PALE, blank, canvas, nothing, title
from caytre.output.ranks import ahead
from caytre.output.values import named
from caytre.session import number, plural, t, times
from caytre.tables import TOGETHER

__all__ = ["metaphor_domains", "phrase_matrix"]

SOFT = "#b9d8c4"
"""The accent, light: what belongs to the counted whole and is not named in the title."""

MOST_DOMAINS, MOST_SPEAKERS = 12, 6
MOST_PHRASES, MOST_COLUMNS = 12, 6
PALEST = 0.26
"""The lightest cell; paler greens and greys would become one in a picture of few colours."""
ROW = 0.42
LABEL = 2.15
"""Inches for the labels left of a matrix."""


@drawing
def metaphor_domains(metaphors: pd.DataFrame, images: pd.DataFrame) -> Figure:
    """Domains of images by speaker: a light circle for all images, a dark one inside it for the salient ones.

    *images* is the table of `manner.images`, which gives the order of the rows and their examples.
    """
    if metaphors.empty:
        return nothing(
            t("No image of the codebook was found", "Không thấy hình ảnh nào trong bộ mã"),
            t("Images of `metaphors.yaml`.", "Hình ảnh theo `metaphors.yaml`."),
        )
    if len(metaphors) == 1:
        return nothing(t("One image was found", "Chỉ thấy một hình ảnh"))
    counts = metaphors.loc[metaphors["voice"] != "", "voice"].value_counts()
    speakers = sorted(counts.index, key=lambda name: (-counts[name], name))[:MOST_SPEAKERS]
    columns = [*speakers, ""] if (metaphors["voice"] == "").any() or not speakers else speakers
    left_out = len(counts) - len(speakers)
    more = (
        t(
            f" {plural(left_out, 'speaker', 'speakers', 'người')} with fewer images not drawn.",
            f" Không vẽ {number(left_out)} người ít hình ảnh hơn.",
        )
        if left_out
        else ""
    )
    salient = number(int((metaphors["conventionality"] == "salient").sum()))
    return title(
        _domain_circles(metaphors, images.head(MOST_DOMAINS), columns),
        _commonest_domain(metaphors, images),
        t(
            f"Images by domain and by whose words they stand in; dark: salient images ({salient}). Counts, not rates: who speaks more has more.{more}",
            f"Hình ảnh theo miền nguồn và theo người nói; màu đậm: hình ảnh nổi bật ({salient}). Đây là số lần, không phải tỷ lệ: ai nói nhiều thì có nhiều.{more}",
        ),
    )


def _domain_circles(metaphors: pd.DataFrame, domains: pd.DataFrame, voices: Sequence[str]) -> Figure:
    """A row a domain with its examples, a column a voice with its number of images (empty: the writer)."""
    figure, axis = canvas(7.0, 1.7 + ROW * len(domains))
    most = int(metaphors.groupby(["domain", "voice"]).size().max())
    left = 0.5 + LABEL * len(voices) / (7.0 - LABEL)
    for row, domain in enumerate(domains["domain"]):
        for column, voice in enumerate(voices):
            own = metaphors[(metaphors["domain"] == domain) & (metaphors["voice"] == voice)]
            _circles(axis, column, row, len(own), int((own["conventionality"] == "salient").sum()), most)
    for column, voice in enumerate(voices):
        n = int((metaphors["voice"] == voice).sum())
        name = two_lines(voice) if voice else t("the writer", "người viết")
        for k, text in enumerate([number(n), *reversed(name.split("\n"))]):
            axis.text(column, -0.68 - 0.37 * k, text, ha="center", va="baseline", fontsize=7.7)
    for row, found in enumerate(domains.itertuples(index=False)):
        axis.text(-left, row - 0.16, named(found.domain), fontsize=9, va="center")
        example = _fitting(str(found.examples).split("; "), LABEL - 0.15)
        axis.text(-left, row + 0.24, example, fontsize=7.5, color=MUTED, va="center")
    _grid(axis, len(domains), len(voices), left=left)
    return figure


def _commonest_domain(metaphors: pd.DataFrame, images: pd.DataFrame) -> str:
    """The domain with most images; where there is one only, or none is ahead, just that."""
    top, n = images.iloc[0], number(len(metaphors))
    if len(images) == 1:
        return t(
            f"{plural(len(metaphors), 'image', 'images', '')}, from one domain: {named(top['domain'])}",
            f"{n} hình ảnh, cùng một miền: {named(top['domain'])}",
        )
    if not ahead(images["n"]):
        return t(
            f"{plural(len(metaphors), 'image', 'images', '')} from {plural(len(images), 'domain', 'domains', '')}, none of them ahead",
            f"{n} hình ảnh từ {number(len(images))} miền, không miền nào trội hơn",
        )
    return t(
        f"Images of {named(top['domain'])} are the most frequent: {number(top['n'])} of {n}",
        f"Hình ảnh {named(top['domain'])} nhiều nhất: {number(top['n'])} trên {n}",
    )


@drawing
def phrase_matrix(phrases: pd.DataFrame, formulas: pd.DataFrame, *, n_articles: int) -> Figure:
    """Set phrases by article with their counts; of many articles, how many use each.

    *phrases* is the table of `wordings.distinct`.
    """
    shown = phrases.head(MOST_PHRASES)
    measure = t(
        f"Set phrases in all their wordings, {plural(n_articles, 'article', 'articles', '')}; parts and variants of one another are one.",
        f"Cụm từ cố định, tính mọi cách viết, {number(n_articles)} bài; các phần và biến thể của nhau tính là một.",
    )
    if shown.empty:
        return nothing(
            t("No set phrase stands in two articles", "Không cụm từ nào có trong hai bài"), measure
        )
    many = n_articles > MOST_COLUMNS
    figure = _bars(shown) if many else _phrase_cells(shown, formulas, n_articles)
    return title(figure, _widest_phrase(phrases, n_articles), measure)


def _phrase_cells(shown: pd.DataFrame, formulas: pd.DataFrame, n_articles: int) -> Figure:
    """A row a phrase, a column an article; rows of phrases that stand in every article are green."""
    places = formulas[formulas["formula_id"].isin(shown["formula_id"])]
    table = places.groupby(["formula_id", "article_id"]).size()
    columns = sorted(formulas["article_id"].unique())
    figure, axis = canvas(7.0, 1.3 + 0.31 * len(shown))
    most = int(table.max())
    for row, (formula_id, wide) in enumerate(zip(shown["formula_id"], shown["n_articles"], strict=True)):
        for column, article in enumerate(columns):
            n = int(table.get((formula_id, article), 0))
            _cell(axis, column, row, n, most, strong=wide == n_articles)
    for column, article in enumerate(columns):
        axis.text(column, -0.6, shortened(article, 0.85, 8), ha="center", va="bottom", fontsize=8)
    axis.set_yticks(range(len(shown)), [shortened(phrase, 3.1, 9) for phrase in shown["phrase"]])
    _frame(axis, len(shown), len(columns))
    return figure


def _widest_phrase(phrases: pd.DataFrame, n_articles: int) -> str:
    """How many phrases every article has; else the one that most have, or how many reach as far."""
    top = phrases.iloc[0]
    everywhere = int((phrases["n_articles"] == n_articles).sum())
    alike = int((phrases["n_articles"] == top["n_articles"]).sum())
    if everywhere:
        return t(
            f"{plural(everywhere, 'set phrase stands', 'set phrases stand', '')} in every article, “{top['phrase']}” among them",
            f"{number(everywhere)} cụm từ có mặt trong mọi bài, trong đó có “{top['phrase']}”",
        )
    if alike == 1:
        return t(
            f"“{top['phrase']}” stands in {number(top['n_articles'])} of {number(n_articles)} articles",
            f"“{top['phrase']}” có trong {number(top['n_articles'])} trên {number(n_articles)} bài",
        )
    return t(
        f"{number(alike)} set phrases stand in {number(top['n_articles'])} of {number(n_articles)} articles, none in more",
        f"{number(alike)} cụm từ có trong {number(top['n_articles'])} trên {number(n_articles)} bài, không cụm nào có trong nhiều bài hơn",
    )


def _bars(shown: pd.DataFrame) -> Figure:
    """Horizontal bars, the first on top and green; beside each how many articles, and how often."""
    values = shown["n_articles"].tolist()
    figure, axis = canvas(7.0, 0.95 + 0.29 * len(values))
    places = range(len(values) - 1, -1, -1)
    colours = [ACCENT if value == values[0] else GREY for value in values]
    axis.barh(list(places), values, color=colours, height=0.68)
    axis.set_yticks(list(places), [shortened(phrase, 3.2, 9) for phrase in shown["phrase"]])
    for place, value, n in zip(places, values, shown["n"].tolist(), strict=True):
        en = f"{plural(value, 'article', 'articles', '')}, {times(n)}"
        vi = f"{number(value)} bài, {number(n)} lần"
        axis.text(value + max(values) * 0.01, place, t(en, vi), va="center", fontsize=8)
    axis.set_xticks([])
    axis.set_xlim(0, max(values) * 1.45)
    axis.spines[["left", "bottom"]].set_visible(False)
    return figure


def two_lines(name: str) -> str:
    """A name over two lines: the family name, then the rest; several names as the first and how many more."""
    first, *others = name.split(TOGETHER)
    head, _, rest = first.partition(" ")
    more = f" +{number(len(others))}" if others else ""
    return (
        f"{shortened(head, 0.7, 8)}\n{shortened(rest, 0.75, 8)}{more}"
        if rest
        else f"{shortened(head, 0.7, 8)}{more}"
    )


def _fitting(examples: list[str], longest: float) -> str:
    """As many of the examples as there is room for, whole; of a first one that is too long what fits."""
    n = max(
        (n for n in range(1, len(examples) + 1) if text_width("; ".join(examples[:n]), 7.5) <= longest),
        default=1,
    )
    return shortened("; ".join(examples[:n]), longest, 7.5)


def _circles(axis: Axes, x: int, y: int, n: int, salient: int, most: int) -> None:
    if not n:
        return
    axis.scatter([x - 0.1], [y], s=330 * n / most, color=SOFT, linewidth=0, zorder=2)
    if salient:
        axis.scatter([x - 0.1], [y], s=330 * salient / most, color=ACCENT, linewidth=0, zorder=3)
    axis.text(x + 0.22, y, number(n), fontsize=8, va="center", ha="left")


def _cell(axis: Axes, x: int, y: int, n: int, most: int, *, strong: bool) -> None:
    """A square, the darker the larger the count; green in rows that reach everywhere."""
    share = PALEST + (0.92 - PALEST) * math.sqrt((n - 1) / max(1, most - 1)) if n else 0.0
    axis.add_patch(
        Rectangle(
            (x - 0.46, y - 0.44), 0.92, 0.88, color=ACCENT if strong else "#5c6b73", alpha=share, linewidth=0
        )
    )
    axis.text(
        x,
        y,
        number(n) if n else "·",
        ha="center",
        va="center",
        fontsize=8.5,
        color="white" if share > 0.75 else INK,
    )


def _grid(axis: Axes, rows: int, columns: int, *, left: float) -> None:
    for row in range(rows + 1):
        axis.plot([-left, columns - 0.5], [row - 0.5] * 2, color=PALE, linewidth=0.7, zorder=1)
    blank(axis)
    axis.set_xlim(-left, columns - 0.5)
    axis.set_ylim(rows - 0.45, -1.75)


def _frame(axis: Axes, rows: int, columns: int) -> None:
    axis.set_xticks([])
    axis.set_xlim(-0.5, columns - 0.5)
    axis.set_ylim(rows - 0.5, -1.1)
    axis.spines[:].set_visible(False)
