"""What charts and tables call things: short names of groups, words as the articles write them, words to follow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from caytre.analysis.concordance import Concordance
from caytre.analysis.statistics.counts import display_forms
from caytre.codebooks import read_csv

__all__ = ["followed", "labels", "two_largest", "written"]

NAME = "outlet_kinds.csv"
LONGEST = 26
"""Letters of a name that a chart has room for."""

MOST_SINGLE = 6
"""Articles without a known outlet that can stand for themselves beside outlets."""

TAG = re.compile(r"\(([^()]+)\)$")


def labels(
    articles: pd.DataFrame, *, corpus: Path | None = None, unknown: str = "?", single: int = MOST_SINGLE
) -> dict[str, str]:
    """article_id -> the name of its group: the outlet, shortened where it is long, else the article_id itself.

    Where outlets are known, but not for more than *single* articles, these are one group, called *unknown*.

    A long name is told by its tag in brackets, without the words that only say what it is (codebook
    `outlet_kinds.csv`), or by its first words. Two outlets are never given the same short name.
    """
    outlets = articles["outlet"].fillna("").astype(str)
    kinds = [row["words"] for row in read_csv(NAME, corpus=corpus, columns=("words",))]
    short = {outlet: _shortened(outlet, kinds) for outlet in sorted(set(outlets)) if outlet}
    taken = Counter([*short.values(), *articles.loc[outlets == "", "article_id"].astype(str)])
    names = {outlet: outlet if taken[name] > 1 else name for outlet, name in short.items()}
    together = bool(names) and int((outlets == "").sum()) > single
    return {
        str(article): names.get(outlet, unknown if together else str(article))
        for article, outlet in zip(articles["article_id"], outlets, strict=True)
    }


def _shortened(outlet: str, kinds: Sequence[str]) -> str:
    if len(outlet) <= LONGEST:
        return outlet
    tag = TAG.search(outlet)
    name = tag.group(1) if tag else outlet
    for words in sorted(kinds, key=len, reverse=True):
        rest = name[len(words) :].strip()
        if name.casefold().startswith(words.casefold() + " ") and rest:
            name = rest
            break
    if len(name) <= LONGEST:
        return name
    head = name[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-–")
    return f"{head}…"


def two_largest(groups: Mapping[str, str], articles: pd.DataFrame) -> tuple[str, str]:
    """The two groups with most words; where there is only one, it twice."""
    words = articles["n_words"].groupby(articles["article_id"].astype(str).map(groups.get)).sum()
    order = words.sort_values(ascending=False, kind="stable").index.astype(str).tolist()
    return order[0], order[min(1, len(order) - 1)]


def written(table: pd.DataFrame, tokens: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """The table with the words in *columns* as the articles most often write them (Việt Nam, not việt nam)."""
    forms = display_forms(tokens)
    return table.assign(**{column: table[column].map(forms).fillna(table[column]) for column in columns})


def followed(
    concordance: Concordance, wanted: Sequence[str], frequency: pd.DataFrame, *, n: int = 1
) -> list[str]:
    """Those of the *wanted* words and phrases that occur; where none does, the *n* commonest words of *frequency*.

    So a notebook made for one corpus still says something about another. Without any word the wanted stay.
    """
    found = [query for query in wanted if len(concordance.find(query)[0])]
    return found or frequency["word"].head(n).astype(str).tolist() or list(wanted)
