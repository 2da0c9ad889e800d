"""Set phrases to read: of the many in the table `formulas` those that are not parts or variants of one another."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from caytre.analysis.people.masks import Masks, masks
from caytre.analysis.rhetoric.formulas import SHORTEST
from caytre.analysis.shown import citation
from caytre.text.orthography import fold, syllables

__all__ = ["distinct"]

MOSTLY = 0.5
"""A phrase is part of a longer one, or taken by one chosen before it, from this share of its places on."""

NEARLY = 0.75
"""The longer phrase must be in nearly as many articles, or the shorter one has a life of its own."""

LAST = "~"
"""Sorts after every date."""


class _Place(NamedTuple):
    article_id: str
    line_no: int
    start: int
    end: int


class _Phrase(NamedTuple):
    """A set phrase; *size* counts its syllables without grammar."""

    formula_id: str
    canonical: str
    size: int
    places: list[_Place]
    n_wordings: int
    n_articles: int


def distinct(
    formulas: pd.DataFrame,
    lines: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    n: int | None = None,
    corpus: Path | None = None,
) -> pd.DataFrame:
    """At most *n* set phrases, those of most articles first, longer before shorter, each with its first place.

    Columns: formula_id, phrase (its commonest wording), n, n_articles, n_wordings, first_place (citation; by date, then by
    name, articles without a date last). Left out are phrases that mostly name an event, an institution or an office
    (codebook `echo_masks.yaml`), that mostly stand inside one longer phrase of nearly as many articles, or that mostly
    overlap phrases chosen before them.
    """
    published = dict(zip(articles["article_id"], articles["published"], strict=True))
    mask = masks(corpus=corpus)
    found = list(_phrases(formulas, published, mask))
    found.sort(key=lambda p: (-p.n_articles, -p.size, -len(p.places), p.formula_id))
    text = _texts(formulas, lines)
    parts = _parts(found)
    taken: dict[tuple[str, int], list[_Place]] = {}
    rows: list[tuple[object, ...]] = []
    for phrase in found:
        if n is not None and len(rows) == n:
            break
        met = sum(_met(place, taken) for place in phrase.places)
        if phrase.formula_id in parts or met > MOSTLY * len(phrase.places) or _naming(phrase, text, mask):
            continue
        for place in phrase.places:
            taken.setdefault((place.article_id, place.line_no), []).append(place)
        first = citation(phrase.places[0].article_id, phrase.places[0].line_no)
        rows.append(
            (
                phrase.formula_id,
                phrase.canonical,
                len(phrase.places),
                phrase.n_articles,
                phrase.n_wordings,
                first,
            )
        )
    return pd.DataFrame(
        rows, columns=["formula_id", "phrase", "n", "n_articles", "n_wordings", "first_place"]
    )


def _phrases(formulas: pd.DataFrame, published: dict[str, str], mask: Masks) -> Iterator[_Phrase]:
    grammar = mask.function_words | mask.fillers
    columns = ["formula_id", "canonical", "surface", "article_id", "line_no", "start", "end"]
    groups: dict[str, list[tuple[str, str, _Place]]] = {}
    for formula_id, canonical, surface, *place in formulas[columns].itertuples(index=False):
        groups.setdefault(formula_id, []).append((canonical, surface, _Place(*place)))
    for formula_id, rows in groups.items():
        canonical = rows[0][0]
        folded = fold(canonical)
        size = sum(folded[start:end] not in grammar for start, end in syllables(canonical))
        places = [place for _, _, place in rows]
        places.sort(key=lambda place: (published.get(place.article_id) or LAST, *place))
        wordings = len({fold(surface) for _, surface, _ in rows})
        n_articles = len({place.article_id for place in places})
        yield _Phrase(formula_id, canonical, size, places, wordings, n_articles)


def _parts(found: list[_Phrase]) -> set[str]:
    """The phrases that mostly stand inside one longer phrase of nearly as many articles."""
    by_line: dict[tuple[str, int], list[tuple[_Place, _Phrase]]] = {}
    for phrase in found:
        for place in phrase.places:
            by_line.setdefault((place.article_id, place.line_no), []).append((place, phrase))
    inside: dict[str, Counter[str]] = {}
    for entries in by_line.values():
        entries.sort(key=lambda entry: entry[0])
        starts = [place.start for place, _ in entries]
        for place, phrase in entries:
            held = inside.setdefault(phrase.formula_id, Counter())
            before = entries[: bisect_right(starts, place.start)]
            held.update(
                {
                    longer.formula_id
                    for other, longer in before
                    if other.end >= place.end
                    and longer.size > phrase.size
                    and longer.n_articles >= NEARLY * phrase.n_articles
                }
            )
    return {
        phrase.formula_id
        for phrase in found
        if max(inside[phrase.formula_id].values(), default=0) > MOSTLY * len(phrase.places)
    }


def _texts(formulas: pd.DataFrame, lines: pd.DataFrame) -> dict[tuple[str, int], str]:
    wanted = set(zip(formulas["article_id"], formulas["line_no"], strict=True))
    columns = lines[["article_id", "line_no", "text"]]
    return {
        (article, line): text
        for article, line, text in columns.itertuples(index=False)
        if (article, line) in wanted
    }


def _naming(phrase: _Phrase, text: dict[tuple[str, int], str], mask: Masks) -> bool:
    """Whether the first place has too little outside names and events to be a phrase."""
    place = phrase.places[0]
    line = text[place.article_id, place.line_no]
    named = [False] * (len(line) + 1)
    for start, end in mask.spans(line):
        named[start:end] = [True] * (end - start)
    own = [start for start, _ in syllables(line[place.start : place.end]) if not named[place.start + start]]
    return len(own) < SHORTEST


def _met(place: _Place, taken: dict[tuple[str, int], list[_Place]]) -> bool:
    others = taken.get((place.article_id, place.line_no), ())
    return any(other.start < place.end and place.start < other.end for other in others)
