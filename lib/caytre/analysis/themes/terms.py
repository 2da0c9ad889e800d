"""Terms: noun phrases that a corpus keeps using as one thing, by part-of-speech pattern and C-value.

A candidate begins with a noun, goes on with nouns, adjectives, names or one verb (in Vietnamese the head comes first),
has at most five words and nothing between them. C-value = log2(syllables) × (n - mean n of the longer candidates that hold
it) (Frantzi, Ananiadou & Mima 2000; their length in words is taken in syllables, since words here are as long as the
segmenter cuts them). A sentence that stands in the corpus more than once counts once: repeated headlines, captions and
copied passages would otherwise make terms of whatever they say.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from caytre.analysis.statistics.association import sentence_numbers
from caytre.analysis.statistics.comparison import stop_groups, stop_words
from caytre.analysis.statistics.counts import coded, countable, of_kind
from caytre.tables import BODY_KINDS

__all__ = ["terms"]

HEADS = ("N", "Nc", "Ny")
MODIFIERS = ("N", "Nc", "Ny", "Np", "A", "V")
VERBS = ("V",)
MOST_VERBS = 1
LONGEST = 5


class _Column(NamedTuple):
    """The tokens as arrays; *head* and *more* say where a term may begin and go on, *verbs* counts verbs up to a place."""

    codes: NDArray[Any]
    articles: NDArray[Any]
    sentences: NDArray[np.int64]
    head: NDArray[np.bool_]
    more: NDArray[np.bool_]
    verbs: NDArray[np.int64]


class _Grams(NamedTuple):
    """Runs of one length that fit the pattern: where each begins, its type's number, and per type n, articles, a place."""

    starts: NDArray[np.int64]
    types: NDArray[np.int64]
    n: NDArray[np.int64]
    n_articles: NDArray[np.int64]
    first: NDArray[np.int64]


def terms(
    tokens: pd.DataFrame,
    *,
    kinds: Collection[str] = BODY_KINDS,
    leave_out: Collection[str] | None = None,
    min_n: int = 3,
    min_articles: int = 2,
) -> pd.DataFrame:
    """Multi-word terms: term, n, n_articles, nested (n inside longer terms), c_value. Highest C-value first.

    *leave_out* are words (lower case) that no term may hold, by default all groups of the stop-word codebook.
    """
    codes, vocabulary = coded(tokens["word"])
    articles, _ = coded(tokens["article_id"])
    sentences = sentence_numbers(tokens)
    once = _first_time(codes, sentences)
    left = stop_words(*stop_groups()["group"]) if leave_out is None else leave_out
    usable = countable(vocabulary, left)[codes] & of_kind(tokens, kinds) & once
    tags, names = coded(tokens["pos"])
    head = _tagged(names, HEADS)[tags] & usable
    more = _tagged(names, MODIFIERS)[tags] & usable
    verbs = np.append(0, np.cumsum(_tagged(names, VERBS)[tags]))
    grams = _grams(_Column(codes, articles, sentences, head, more, verbs), len(vocabulary), min_n)
    rows = [row for length in grams for row in _rated(grams, length, codes, vocabulary)]
    table = pd.DataFrame(rows, columns=["term", "n", "n_articles", "nested", "c_value"])
    kept = table[(table["n_articles"] >= min_articles) & (table["c_value"] > 0)]
    return kept.sort_values(["c_value", "n", "term"], ascending=[False, False, True], ignore_index=True)


def _first_time(codes: NDArray[Any], sentences: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which tokens belong to a sentence that has not stood before, word for word."""
    if not len(codes):
        return np.empty(0, dtype=np.bool_)
    starts = np.flatnonzero(np.diff(sentences, prepend=sentences[0] - 1))
    place = np.arange(len(codes)) - np.repeat(starts, np.diff(np.append(starts, len(codes))))
    # A sum of hashed (word, place) pairs is one number per sentence; 64 bits make a false match negligible.
    mixed = (codes.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= (place.astype(np.uint64) + np.uint64(1)) * np.uint64(0xC2B2AE3D27D4EB4F)
    mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    sums = np.add.reduceat(mixed, starts)
    _, first = np.unique(sums, return_index=True)
    new = np.zeros(len(starts), dtype=np.bool_)
    new[first] = True
    return np.repeat(new, np.diff(np.append(starts, len(codes))))


def _tagged(names: pd.Index[Any], wanted: Collection[str]) -> NDArray[np.bool_]:
    return np.array([*(str(name) in wanted for name in names), False])


def _grams(column: _Column, n_words: int, min_n: int) -> dict[int, _Grams]:
    """Candidates by length. A run is only as frequent as its beginning, so rare beginnings are dropped on the way."""
    codes, articles, sentences, head, more, verbs = column
    starts = np.flatnonzero(head)
    types = codes[starts].astype(np.int64)
    found = {}
    for length in range(2, LONGEST + 1):
        last = starts + length - 1
        kept = last < len(codes)
        kept[kept] &= more[last[kept]] & (sentences[last[kept]] == sentences[starts[kept]])
        kept[kept] &= verbs[last[kept] + 1] - verbs[starts[kept]] <= MOST_VERBS
        starts, last = starts[kept], last[kept]
        types, _ = pd.factorize(types[kept] * n_words + codes[last])
        n = np.bincount(types)
        common = n[types] >= min_n if len(types) else np.empty(0, dtype=np.bool_)
        starts = starts[common]
        _, first, types, n = np.unique(
            types[common], return_index=True, return_inverse=True, return_counts=True
        )
        if not len(starts):
            break
        pairs = np.unique(np.column_stack([types, articles[starts]]), axis=0)
        found[length] = _Grams(starts, types, n, np.bincount(pairs[:, 0], minlength=len(n)), starts[first])
    return found


def _rated(
    grams: dict[int, _Grams], length: int, codes: NDArray[Any], vocabulary: pd.Index[Any]
) -> list[tuple[str, int, int, int, float]]:
    """The candidates of one length with their C-value."""
    mine = grams[length]
    inside, holders = np.zeros(len(mine.n), dtype=np.int64), np.zeros(len(mine.n), dtype=np.int64)
    order = np.argsort(mine.starts)
    for longer in (other for other in grams if other > length):
        for shift in range(longer - length + 1):
            at = grams[longer].first + shift
            place = np.minimum(np.searchsorted(mine.starts, at, sorter=order), len(order) - 1)
            fits = mine.starts[order[place]] == at
            held = mine.types[order[place[fits]]]
            np.add.at(inside, held, grams[longer].n[fits])
            np.add.at(holders, held, 1)
    rows = []
    for number, first in enumerate(mine.first.tolist()):
        words = vocabulary[codes[first : first + length]].astype(str)
        syllables = sum(len(word.split()) for word in words)
        n, nested = int(mine.n[number]), int(inside[number])
        mean = nested / holders[number] if holders[number] else 0.0
        rows.append(
            (" ".join(words), n, int(mine.n_articles[number]), nested, float(np.log2(syllables) * (n - mean)))
        )
    return rows
