"""Where to read it: a place in the articles for the rows of a table, so that a count can be checked.

A citation is written [article:line].
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from caytre.analysis.concordance import Concordance
from caytre.analysis.shown import citations
from caytre.analysis.themes import long
from caytre.analysis.themes import topics as topic_model
from caytre.text.orthography import fold

__all__ = [
    "TopicTrial",
    "cited",
    "of_pairs",
    "of_places",
    "of_themes",
    "pairs_in_sentences",
    "places",
    "try_topics",
]

MOST_TERMS = 4
"""Terms that a line of evidence spells out; how many more there are follows them."""

PIECE = re.compile(r"\w+")


def cited(
    table: pd.DataFrame,
    concordance: Concordance,
    *,
    column: str = "word",
    groups: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """The table with a column *citation*: the first place of the word or phrase in *column*.

    With *groups* (article_id -> group) it is the first place in an article of the row's `group`. A phrase that was
    counted across something that the concordance does not cross has no citation.
    """
    members: dict[str, list[str]] = {}
    for article, group in (groups or {}).items():
        members.setdefault(group, []).append(article)
    places = []
    for row in table.to_dict("records"):
        where = {"article": members.get(str(row["group"]), [])} if groups is not None else None
        hits = concordance.kwic(str(row[column]), where=where, limit=1)
        places.append(str(hits["citation"].iloc[0]) if len(hits) else "")
    return table.assign(citation=places)


def of_themes(themes: pd.DataFrame) -> pd.DataFrame:
    """For each theme the paragraph that says it most: theme, n (paragraphs), score, citation, evidence.

    Only paragraphs whose main theme it is have a score for it; a theme that is never main is shown by its first
    paragraph, without a score. The theme with most paragraphs first.
    """
    given = long(themes).merge(themes[["article_id", "line_no", "score", "evidence"]])
    given["score"] = given["score"].where(given["rank"] == 1)
    order = given.sort_values(["rank", "score"], ascending=[True, False], kind="stable", na_position="last")
    best = order.drop_duplicates("theme").copy()
    best["n"] = best["theme"].map(given["theme"].value_counts()).astype(int)
    best["citation"] = citations(best)
    best["evidence"] = [
        _first_terms(
            [part[: -len(theme) - 3] for part in evidence.split("; ") if part.endswith(f"({theme})")]
        )
        for theme, evidence in zip(best["theme"], best["evidence"], strict=True)
    ]
    return best.sort_values(["n", "theme"], ascending=[False, True], ignore_index=True)[
        ["theme", "n", "score", "citation", "evidence"]
    ]


def of_pairs(table: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """The table of theme pairs with *citation*: the first paragraph that has both."""
    given = long(themes)
    both = given.merge(given, on=["article_id", "line_no"], suffixes=("_a", "_b"))
    first = both.drop_duplicates(["theme_a", "theme_b"])
    cited_pairs = first.assign(citation=citations(first))[["theme_a", "theme_b", "citation"]]
    return table.merge(cited_pairs, on=["theme_a", "theme_b"], how="left")


def of_places(along: pd.DataFrame) -> pd.DataFrame:
    """Where in its article each theme comes, with places to read: theme, n, place (the median), citation_first
    and citation_last, the earliest and the latest of its paragraphs. The table is that of `themes.along`; earliest theme first.
    """
    known = along.dropna(subset=["place"]).sort_values("place", kind="stable")
    known = known.assign(citation=citations(known))
    table = known.groupby("theme", as_index=False).agg(
        n=("place", "size"),
        place=("place", "median"),
        citation_first=("citation", "first"),
        citation_last=("citation", "last"),
    )
    return table.sort_values(["place", "theme"], ignore_index=True)


def pairs_in_sentences(table: pd.DataFrame, concordance: Concordance, node: str) -> pd.DataFrame:
    """The table of collocates with *citation* and *text*: the first place of *node* whose sentence has the word.

    Where the word stands in another sentence than the concordance shows, both are empty.
    """
    hits = concordance.kwic(node, window="sentence")
    sentences = (hits["left"] + " " + hits["node"] + " " + hits["right"]).tolist()
    read = [f" {' '.join(PIECE.findall(fold(sentence)))} " for sentence in sentences]
    places = []
    for word in table["word"].astype(str):
        wanted = f" {' '.join(PIECE.findall(fold(word)))} "
        at = next((number for number, sentence in enumerate(read) if wanted in sentence), None)
        places.append(("", "") if at is None else (hits["citation"].iloc[at], sentences[at]))
    return table.assign(citation=[place for place, _ in places], text=[text for _, text in places])


def places(concordance: Concordance, queries: Sequence[str]) -> pd.DataFrame:
    """Where each of the *queries* stands: query, article_id, line_no, place (0 first, 1 last word), n_tokens."""
    found = [concordance.dispersion_points(query).assign(query=query) for query in dict.fromkeys(queries)]
    columns = ["query", "article_id", "line_no", "place", "n_tokens"]
    return pd.concat(found, ignore_index=True)[columns] if found else pd.DataFrame(columns=columns)


def _first_terms(terms: Sequence[str]) -> str:
    more = [f"+{len(terms) - MOST_TERMS}"] if len(terms) > MOST_TERMS else []
    return "; ".join([*terms[:MOST_TERMS], *more])


class TopicTrial(NamedTuple):
    """Topics that were looked for: *n* of them (0 where there is too little text to look), the stable ones in *table*.

    *table* has topic, words, stability, n_paragraphs, n_articles, theme (of the codebook, or empty), n_shared, npmi.
    """

    n: int
    table: pd.DataFrame


def try_topics(tokens: pd.DataFrame, themes: pd.DataFrame, *, n: int = 6, resamples: int = 10) -> TopicTrial:
    """Topics of the paragraphs, as far as they are stable, each with the codebook theme that it shares most with."""
    columns = ["topic", "words", "stability", "n_paragraphs", "n_articles", "theme", "n_shared", "npmi"]
    nothing = pd.DataFrame(columns=columns)
    try:
        found = topic_model.topics(tokens, n=n, resamples=resamples)
    except ValueError:  # too few paragraphs or words: the caller says so from n = 0
        return TopicTrial(0, nothing)
    matched = topic_model.match(found, themes).rename(columns={"n": "n_shared"})
    table = found.table.merge(matched[["topic", "theme", "n_shared", "npmi"]], on="topic")
    return TopicTrial(n, table[table["stable"]][columns].reset_index(drop=True))
