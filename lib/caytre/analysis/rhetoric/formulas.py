"""Set phrases: runs of words that several articles use, in any of their variants.

A phrase is a window of content syllables; what comes and goes (và, các, của …) and punctuation are left out,
and the order inside the window does not matter, so that "chủ động, tích cực" and "tích cực và chủ động" are
one phrase. Only maximal phrases stay: those that are not always part of one longer phrase. What is longer
than LONGEST is no phrase but an echo.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from caytre.analysis.people.masks import Masks, masks
from caytre.tables import TEXT_KINDS, Annotated, Formula
from caytre.text.orthography import fold, syllables

__all__ = ["find"]

SHORTEST = 4
"""Content syllables; two words of two syllables, as a rule."""
LONGEST = 14
GAPPED = (4, 6)
"""Sizes of phrases that may stand with a word in between."""
INSERTED = (1, 2)
"""Syllables of such a word."""
BOUND = 0.75
BOUND_LEAST = 3
"""A syllable that comes so often, and with so large a share, next to another makes one word with it; no
phrase may cut it."""
OWN = 2
"""Content syllables that a phrase needs outside names and offices."""
SEGMENT = re.compile(r"[^.;:!?…()\[\]|]+")
MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)

Ints = npt.NDArray[np.int64]


class _Words(NamedTuple):
    """The content syllables of all segments in a row."""

    code: Ints
    segment: Ints
    article: Ints
    line: list[tuple[str, int]]
    start: Ints
    end: Ints
    own: Ints


class _Phrase(NamedTuple):
    """Its size in content syllables, and first and last syllable of each place."""

    size: int
    first: Ints
    last: Ints


def find(
    articles: Sequence[Annotated], *, min_articles: int = 2, corpus: Path | None = None
) -> list[Formula]:
    """Every place of every set phrase that at least *min_articles* articles use, in title, body, captions and
    teasers.

    `canonical` is the commonest wording (of equals the shortest); `surface` what stands in the place. A
    phrase inside a longer one is listed too if it lives outside it. Raises ValueError for *min_articles*
    below 2: the phrases of a single article are its self-repetitions, which `echoes` finds.
    """
    if min_articles < 2:
        raise ValueError(f"min_articles is {min_articles}; a set phrase needs at least 2 articles")
    words = _words(articles, masks(corpus=corpus))
    lines = {(line.article_id, line.line_no): line.text for article in articles for line in article.lines}
    rows = []
    begins, ends = _bound(words)
    found = [
        phrase
        for phrase in (*_maximal(words, min_articles), *_gapped(words, min_articles))
        if max(begins[phrase.first].mean(), ends[phrase.last + 1].mean()) < 0.5
    ]
    for number, phrase in enumerate(_living(words, found), 1):
        places = [
            (words.line[first], int(words.start[first]), int(words.end[last]))
            for first, last in zip(phrase.first, phrase.last, strict=True)
        ]
        surfaces = [lines[line][start:end] for line, start, end in places]
        canonical = _canonical(surfaces)
        for (line, start, end), surface in zip(places, surfaces, strict=True):
            rows.append(Formula(f"F{number:03d}", canonical, line[0], line[1], start, end, surface))
    return rows


def _words(articles: Sequence[Annotated], mask: Masks) -> _Words:
    codes: dict[str, int] = {}
    line: list[tuple[str, int]] = []
    rows: list[tuple[int, int, int, int, int, int]] = []
    segment = 0
    for number, article in enumerate(articles):
        for sentence in article.sentences:
            if sentence.kind not in TEXT_KINDS:
                continue
            folded = fold(sentence.text)
            named = np.zeros(len(folded) + 1, bool)
            for start, end in mask.spans(sentence.text, only_names=True):
                named[start:end] = True
            for part in SEGMENT.finditer(sentence.text):
                segment += 1
                for start, end in syllables(part.group()):
                    word = folded[part.start() + start : part.start() + end]
                    if word not in mask.fillers:
                        place, own = part.start() + start, not named[part.start() + start]
                        at = sentence.start + place
                        rows.append(
                            (codes.setdefault(word, len(codes)), segment, number, at, at + end - start, own)
                        )
                        line.append((sentence.article_id, sentence.line_no))
    table = np.array(rows, np.int64).reshape(-1, 6)
    return _Words(table[:, 0], table[:, 1], table[:, 2], line, table[:, 3], table[:, 4], table[:, 5])


def _maximal(words: _Words, min_articles: int) -> Iterable[_Phrase]:
    """Phrases of every size that enough articles use and that no longer window has in all its places."""
    n = len(words.code)
    bag = _running(words)
    own = np.concatenate([[0], np.cumsum(words.own)])
    alive = np.arange(n, dtype=np.int64)
    count, groups = _level(words, bag, alive, SHORTEST, min_articles)
    for size in range(SHORTEST, LONGEST + 1):
        alive = np.flatnonzero(count)
        starts = np.unique(np.concatenate([alive, alive[alive > 0] - 1]))
        longer, next_groups = _level(words, bag, starts, size + 1, min_articles)
        for places in groups:
            at = places[0]
            always = longer[at] == len(places) or (at > 0 and longer[at - 1] == len(places))
            if not always and (own[places + size] - own[places]).min() >= OWN:
                yield _Phrase(size, places, places + size - 1)
        count, groups = longer, next_groups


def _level(
    words: _Words, bag: npt.NDArray[np.uint64], at: Ints, size: int, least: int
) -> tuple[Ints, list[Ints]]:
    """Of the windows of *size* that start *at*: how often each window's content comes, and the groups of
    equal ones."""
    n = len(words.code)
    count = np.zeros(n + 1, np.int64)
    at = at[at + size <= n]
    at = at[words.segment[at] == words.segment[at + size - 1]]
    groups = []
    for group in _equal(bag[at + size] - bag[at]):
        places = at[group]
        if len(np.unique(words.article[places])) >= least:
            count[places] = len(places)
            groups.append(places)
    return count, groups


def _gapped(words: _Words, min_articles: int) -> Iterable[_Phrase]:
    """Short phrases that stand whole somewhere and elsewhere with one more word in them
    ("thế lực thù địch", "thế lực cơ hội, thù địch"), where the whole ones alone would not be in enough
    articles."""
    bag = _running(words)
    for size in GAPPED:
        first = [_windows(words, size)]
        last = [first[0] + size - 1]
        key = [bag[last[0] + 1] - bag[first[0]]]
        for gap in INSERTED:
            wide = _windows(words, size + gap)
            for cut in range(2, size, 2):
                first.append(wide)
                last.append(wide + size + gap - 1)
                key.append(bag[wide + size + gap] - bag[wide] - (bag[wide + cut + gap] - bag[wide + cut]))
        yield from _enough(
            words, size, np.concatenate(first), np.concatenate(last), np.concatenate(key), min_articles
        )


def _enough(
    words: _Words, size: int, first: Ints, last: Ints, key: npt.NDArray[np.uint64], min_articles: int
) -> Iterable[_Phrase]:
    """The groups of equal keys that are in enough articles, but not with their whole places alone."""
    own = np.concatenate([[0], np.cumsum(words.own)])
    for group in _equal(key):
        is_whole = last[group] - first[group] < size
        article = words.article[first[group]]
        enough = len(np.unique(article)) >= min_articles > len(np.unique(article[is_whole])) > 0
        if enough and (own[last[group] + 1] - own[first[group]]).min() >= OWN:
            order = group[np.argsort(first[group])]
            yield _Phrase(size, first[order], last[order])


def _windows(words: _Words, size: int) -> Ints:
    at = np.arange(max(0, len(words.code) - size + 1), dtype=np.int64)
    within: Ints = at[words.segment[at] == words.segment[at + size - 1]]
    return within


def _equal(key: npt.NDArray[np.uint64]) -> list[Ints]:
    """Groups of the positions that hold the same key, where it comes more than once."""
    order = np.argsort(key, kind="stable")
    bounds = np.flatnonzero(np.concatenate([[True], key[order][1:] != key[order][:-1], [True]]))
    return [order[start:end] for start, end in pairwise(bounds) if end - start > 1]


def _living(words: _Words, found: list[_Phrase]) -> list[_Phrase]:
    """The phrases, longest first, without those that live only inside longer ones of as many articles."""
    reach = np.zeros(len(words.code), np.int64)
    kept = []
    for phrase in sorted(found, key=lambda phrase: (-phrase.size, phrase.first[0])):
        spans = [slice(first, last + 1) for first, last in zip(phrase.first, phrase.last, strict=True)]
        inside = [int(reach[span].min()) for span in spans]
        n_articles = len(np.unique(words.article[phrase.first]))
        if min(inside) == 0 or n_articles > max(inside):
            kept.append(phrase)
            for span in spans:
                reach[span] = np.maximum(reach[span], n_articles)
    return sorted(kept, key=lambda phrase: (-len(phrase.first), phrase.first[0]))


def _bound(words: _Words) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Where a phrase must not begin and where it must not have ended: between two syllables of which the
    second (for a beginning) or the first (for an end) nearly always comes with the other, so that both make
    one word."""
    n = len(words.code)
    begins, ends = np.zeros(n + 1, bool), np.zeros(n + 1, bool)
    near = np.flatnonzero((words.segment[1:] == words.segment[:-1]) & (words.start[1:] == words.end[:-1] + 1))
    if len(near):
        count = np.bincount(words.code)
        before, after = words.code[near], words.code[near + 1]
        _, pair, times = np.unique(before * (n + 1) + after, return_inverse=True, return_counts=True)
        together = times[pair]
        begins[near + 1] = (together >= BOUND_LEAST) & (together >= BOUND * count[after])
        ends[near + 1] = (together >= BOUND_LEAST) & (together >= BOUND * count[before])
    return begins, ends


def _running(words: _Words) -> npt.NDArray[np.uint64]:
    """Running sums of the hashed syllables: the difference of two is the hash of the bag between them."""
    return np.concatenate([np.zeros(1, np.uint64), np.cumsum(_mixed(words.code), dtype=np.uint64)])


def _mixed(codes: Ints) -> npt.NDArray[np.uint64]:
    """A 64-bit hash of every code (the finaliser of splitmix64), so that sums of them tell bags apart."""
    mixed = (codes.astype(np.uint64) + np.uint64(1)) * np.uint64(MIX[0])
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(MIX[1])
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(MIX[2])
    return mixed ^ (mixed >> np.uint64(31))


def _canonical(surfaces: Sequence[str]) -> str:
    """The commonest wording, of equals the shortest, as it stands where it comes first."""
    wordings = [" ".join(fold(text)[start:end] for start, end in syllables(text)) for text in surfaces]
    count = Counter(wordings)
    best = min(wordings, key=lambda wording: (-count[wording], len(wording), wordings.index(wording)))
    return surfaces[wordings.index(best)]
