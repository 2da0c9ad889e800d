"""Where words stand: the dispersion ("x-ray") plot of a few words over the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from caytre.output.figures.drawings import drawing
from caytre.output.figures.style import ACCENT, INK, PALE, canvas, nothing, title
from caytre.session import number, plural, t, times

__all__ = ["word_places"]

MOST_ARTICLES, MOST_QUERIES = 12, 4


@drawing
def word_places(
    places: pd.DataFrame, queries: Sequence[str], labels: Mapping[str, str], *, n_articles: int
) -> Figure:
    """A strip for each article and query with a tick wherever the query stands, from the first to the last word.

    *places* is the table of `examples.places`, *labels* names the articles. With many articles those with most hits
    are drawn; articles of one outlet are told apart by their article_id.
    """
    shown = list(queries)[:MOST_QUERIES]
    hits = places[places["query"].isin(shown)]
    if hits.empty:
        return nothing(
            t("None of these words occurs", "Không từ nào trong số này xuất hiện"), f"{', '.join(shown)}."
        )
    articles = sorted(labels) if len(labels) <= MOST_ARTICLES else _most_hits(hits)
    figure, axes = canvas(7.0, 1.35 + 0.26 * len(articles), columns=len(shown), sharey=True, squeeze=False)
    for axis, query in zip(axes.flat, shown, strict=True):
        _strips(axis, query, hits[hits["query"] == query], articles)
    many = Counter(labels.values())
    names = [labels[a] if many[labels[a]] == 1 else a for a in articles]
    axes[0, 0].set_yticks(
        range(len(articles)), [n if len(n) < 28 else n[:27] + "…" for n in names], parse_math=False
    )
    more = n_articles - len(articles)
    extra = (
        t(
            f" {plural(more, 'article', 'articles', '')} with fewer hits, or none, not drawn.",
            f" Không vẽ {number(more)} bài có ít hoặc không có.",
        )
        if more
        else ""
    )
    return title(
        figure,
        _widest(hits, shown, n_articles),
        t(
            f"Each tick is one occurrence, from the first to the last word of an article; right: how many.{extra}",
            f"Mỗi vạch là một lần xuất hiện, từ từ đầu đến từ cuối của bài; bên phải: số lần.{extra}",
        ),
    )


def _most_hits(hits: pd.DataFrame) -> list[str]:
    """The articles with most hits; of as many, those that come first in the table."""
    counts = hits["article_id"].value_counts(sort=False).sort_values(ascending=False, kind="stable")
    return [str(article_id) for article_id in counts.head(MOST_ARTICLES).index]


def _widest(hits: pd.DataFrame, queries: Sequence[str], n_articles: int) -> str:
    """The query that stands in most articles, beside the one that stands in fewest; of one article how often."""
    reach = hits.groupby("query")["article_id"].nunique().reindex(queries).dropna().astype(int)
    n = hits["query"].value_counts()
    order = sorted(reach.index, key=lambda query: (-reach[query], -n[query]))
    widest, narrowest = order[0], order[-1]
    if n_articles == 1:
        often = times(int(n[widest]))
        return t(f"“{widest}” occurs {often}", f"“{widest}” xuất hiện {often}")
    beside = (
        t(f", “{narrowest}” in {number(reach.min())}", f", “{narrowest}” chỉ trong {number(reach.min())}")
        if reach.min() < reach.max()
        else ""
    )
    return t(
        f"“{widest}” stands in {number(reach.max())} of {plural(n_articles, 'article', 'articles', 'bài')}{beside}",
        f"“{widest}” có trong {number(reach.max())} trên {number(n_articles)} bài{beside}",
    )


def _strips(axis: Axes, query: str, hits: pd.DataFrame, articles: Sequence[str]) -> None:
    axis.barh(range(len(articles)), 1.0, height=0.6, color=PALE)
    for row, article in enumerate(articles):
        mine = np.sort(hits.loc[hits["article_id"] == article, "place"].to_numpy())
        axis.vlines(mine, row - 0.3, row + 0.3, color=ACCENT, linewidth=1.1)
        axis.text(
            1.03, row, number(len(mine)), fontsize=7.5, va="center", color=INK if len(mine) else "#b4bcc4"
        )
    axis.set_xlim(-0.01, 1.16)
    axis.set_ylim(len(articles) - 0.45, -0.55)
    axis.set_xticks([])
    axis.spines[["left", "bottom"]].set_visible(False)
    axis.set_title(f"{query} ({number(len(hits))})", loc="left", fontsize=8.5, parse_math=False)
