"""Themes: which themes of a codebook each paragraph is about, and the terms that decided.

A theme's score in a paragraph is the sum of the weights of its indicators as often as they stand there, nothing else,
so that a reader can add it up from the evidence. The codebook's rule says which scores are enough (`themebook.Rule`);
a paragraph in which other subjects (`elsewhere:`, say sport) weigh as much as its best theme is about those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from caytre.analysis.shown import shown_lines
from caytre.analysis.statistics.association import measures
from caytre.analysis.statistics.contrast import MIN_ARTICLES
from caytre.analysis.statistics.intervals import Interval, proportion_interval, resampled_together
from caytre.analysis.themes.themebook import ELSEWHERE, Codebook, read_codebook
from caytre.tables import BODY_KINDS, Annotated, Theme
from caytre.text.orthography import syllables

__all__ = ["Codebook", "along", "by_group", "code", "cooccurrence", "long", "read_codebook", "scores"]

SEPARATOR = ";"


def code(article: Annotated, *, codebook: Codebook) -> list[Theme]:
    """The themes of every body paragraph long enough to be coded, main theme first; without one, `themes` is empty.

    `score` is the main theme's. What is cut out of a line is no evidence.
    """
    return [
        Theme(article.article_id, line.line_no, *_decide(line.text, codebook))
        for line in shown_lines(article, BODY_KINDS)
        if len(syllables(line.text)) >= codebook.rule.syllables
    ]


def scores(text: str, codebook: Codebook) -> dict[str, tuple[float, Counter[str]]]:
    """Every theme with evidence in *text*: its score and how often each of its terms stands there. Best first;
    of equal scores the one whose evidence comes first."""
    found = _weighed(text, codebook)
    found.pop(ELSEWHERE, None)
    return found


def _weighed(text: str, codebook: Codebook) -> dict[str, tuple[float, Counter[str]]]:
    """The scores, with that of the other subjects among them."""
    closed = [(m.start, m.end, codebook.excluded[m.phrase]) for m in codebook.exclusions.every(text)]
    terms: dict[str, Counter[str]] = {}
    weights: dict[tuple[str, str], float] = {}
    for match in codebook.indicators.find(text):
        theme, term, weight = codebook.meaning[match.phrase]
        if not any(
            start <= match.start and match.end <= end and theme == other for start, end, other in closed
        ):
            terms.setdefault(theme, Counter())[term] += 1
            weights[theme, term] = weight
    found = {
        theme: (sum(weights[theme, term] * n for term, n in counted.items()), counted)
        for theme, counted in terms.items()
    }
    return dict(sorted(found.items(), key=lambda item: -item[1][0]))


def _decide(text: str, codebook: Codebook) -> tuple[str, float, str]:
    found, rule = _weighed(text, codebook), codebook.rule
    other, _ = found.pop(ELSEWHERE, (0.0, None))
    best = max((score for score, _ in found.values()), default=0.0)
    if other >= best:
        return "", 0.0, ""
    together = sum(score for score, _ in found.values())
    enough = max(rule.least, min(rule.share * together, rule.enough))
    weight = {entry.code: entry.indicators for entry in codebook.entries}
    given = [
        theme
        for theme, (score, terms) in found.items()
        if score == best >= rule.least
        or (score >= enough and max(weight[theme][term] for term in terms) >= rule.further)
    ][: rule.most]
    evidence = [f"{term} ×{n} ({theme})" for theme in given for term, n in found[theme][1].most_common()]
    return SEPARATOR.join(given), round(best, 3) if given else 0.0, f"{SEPARATOR} ".join(evidence)


def long(themes: pd.DataFrame) -> pd.DataFrame:
    """One row for each theme of each paragraph: article_id, line_no, theme, rank (1 is the main theme)."""
    rows = [
        (article, line, theme, rank)
        for article, line, given in zip(
            themes["article_id"], themes["line_no"], themes["themes"], strict=True
        )
        for rank, theme in enumerate(filter(None, str(given).split(SEPARATOR)), 1)
    ]
    return pd.DataFrame(rows, columns=["article_id", "line_no", "theme", "rank"])


def cooccurrence(themes: pd.DataFrame) -> pd.DataFrame:
    """Every two themes that stand in one paragraph: theme_a, theme_b, n, n_a, n_b, n_articles, expected, npmi.

    *expected* is how many paragraphs would have both if themes fell independently; npmi is 1 where two always go
    together, 0 where chance explains them (Bouma 2009). Most frequent first.
    """
    given = long(themes)
    n_of = given["theme"].value_counts()
    pairs = [
        (*pair, article)
        for (article, _), group in given.groupby(["article_id", "line_no"], sort=True)
        for pair in combinations(sorted(group["theme"]), 2)
    ]
    frame = pd.DataFrame(pairs, columns=["theme_a", "theme_b", "article_id"])
    table = frame.groupby(["theme_a", "theme_b"], as_index=False).agg(
        n=("article_id", "size"), n_articles=("article_id", "nunique")
    )
    for side in "ab":
        table[f"n_{side}"] = table[f"theme_{side}"].map(n_of).astype(int)
    table["expected"] = table["n_a"] * table["n_b"] / max(len(themes), 1)
    table["npmi"] = measures(table["n"], table["n_a"], table["n_b"], max(len(themes), 1))["npmi"]
    order = table.sort_values(["n", "npmi", "theme_a", "theme_b"], ascending=[False, False, True, True])
    return order[["theme_a", "theme_b", "n", "n_a", "n_b", "n_articles", "expected", "npmi"]].reset_index(
        drop=True
    )


def by_group(themes: pd.DataFrame, groups: Mapping[str, str] | None = None) -> pd.DataFrame:
    """How many paragraphs of each group have each theme: group, theme, n, n_main, n_paragraphs, share, low, high,
    n_articles, n_in_group, interval.

    *groups* maps article_id to a group (an outlet, a month); without it every article is its own group, and articles
    it does not name are left out. Every theme that occurs has a row in every group, also with n = 0. The interval of
    the share comes from drawing whole articles anew ("articles"); in groups of fewer than MIN_ARTICLES (*n_in_group*)
    it is Wilson's, which takes paragraphs as independent ("paragraphs"): within one article they are not.
    """
    of_article = {name: name for name in themes["article_id"]} if groups is None else groups
    label = themes["article_id"].astype(str).map(of_article.get)
    n_paragraphs = label.value_counts()
    given = long(themes)
    given["group"] = given["article_id"].astype(str).map(of_article.get)
    counted = given.groupby(["group", "theme"]).agg(
        n=("rank", "size"),
        n_main=("rank", lambda ranks: int((ranks == 1).sum())),
        n_articles=("article_id", "nunique"),
    )
    every = pd.MultiIndex.from_product(
        [sorted(n_paragraphs.index), sorted(set(given["theme"]))], names=["group", "theme"]
    )
    table = counted.reindex(every, fill_value=0).reset_index()
    table["n_paragraphs"] = table["group"].map(n_paragraphs).astype(int)
    table["n_in_group"] = table["group"].map(_articles(themes, label)).astype(int)
    bounds = [
        bound
        for group in dict.fromkeys(table["group"])
        for bound in _bounds(themes, given, label, table, group)
    ]
    table[["share", "low", "high"]] = pd.DataFrame(bounds, columns=["share", "low", "high"])
    table["interval"] = np.where(table["n_in_group"] < MIN_ARTICLES, "paragraphs", "articles")
    columns = ("group", "theme", "n", "n_main", "n_paragraphs", "share", "low", "high")
    return table[[*columns, "n_articles", "n_in_group", "interval"]]


def _articles(themes: pd.DataFrame, label: pd.Series[Any]) -> pd.Series[Any]:
    """How many coded articles each group has."""
    return themes["article_id"].groupby(label).nunique()


def _bounds(
    themes: pd.DataFrame, given: pd.DataFrame, label: pd.Series[Any], table: pd.DataFrame, group: str
) -> list[Interval]:
    """Share and interval of every theme of one group, in the order of the table."""
    mine = table[table["group"] == group]
    if mine["n_in_group"].iloc[0] < MIN_ARTICLES:
        return [
            proportion_interval(int(n), int(of))
            for n, of in zip(mine["n"], mine["n_paragraphs"], strict=True)
        ]
    sizes = themes.loc[label == group, "article_id"].astype(str).value_counts(sort=False)
    of_group = given[given["group"] == group]
    counts = pd.crosstab(of_group["article_id"].astype(str), of_group["theme"])
    return resampled_together(
        counts.reindex(index=sizes.index, columns=mine["theme"], fill_value=0).to_numpy(),
        sizes=sizes.to_numpy(),
    )


def along(themes: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """Where in its article each theme comes: long() with *place*, the paragraph's position from 0 (first) to 1 (last).

    *lines* has article_id, line_no and kind; positions run over the body lines that hold text. An article of one
    body line has place 0.
    """
    body = lines[lines["kind"].isin(BODY_KINDS)]
    rank = body.groupby("article_id", observed=True)["line_no"].rank(method="first") - 1
    last = rank.groupby(body["article_id"], observed=True).transform("max").clip(lower=1)
    places = body[["article_id", "line_no"]].assign(place=rank / last).astype({"article_id": str})
    return long(themes).astype({"article_id": str}).merge(places, on=["article_id", "line_no"], how="left")
