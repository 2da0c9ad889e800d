"""Set phrases: runs of words that several articles use, in any of their variants.

A phrase is a window of content syllables; what comes and goes (và, các, của …) is left out. Windows with the same
syllables are candidates for one phrase; `wholes` keeps of each the places that say the same thing, and of all the
candidates those that are whole and hold together. Only maximal phrases stay: those that are not always part of one
longer phrase. What is longer than LONGEST is no phrase but an echo.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from caytre.analysis.people.masks import masks
from caytre.analysis.rhetoric.runs import LISTED, Ints, Phrase, Runs, runs
from caytre.analysis.rhetoric.wholes import Wholes
from caytre.tables import Annotated, Formula
from caytre.text.orthography import fold, syllables

__all__ = ["SHORTEST", "find"]

SHORTEST = 4
"""Content syllables; two words of two syllables, as a rule."""
LONGEST = 14
GAPPED = (4, 6)
"""Sizes of phrases that may stand with one more member in a list ("thế lực thù địch", "thế lực cơ hội, thù địch")."""
INSERTED = (1, 2)
"""Syllables of such a member."""
MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


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
    words = runs(articles, masks(corpus=corpus))
    candidates = (*_maximal(words, min_articles), *_gapped(words, min_articles))
    found = _whole(words, candidates, min_articles)
    lines = {(line.article_id, line.line_no): line.text for article in articles for line in article.lines}
    rows = []
    for number, phrase in enumerate(_living(words, found), 1):
        places = [
            (words.line[first], int(words.start[first]), int(words.end[last]))
            for first, last in phrase.places
        ]
        surfaces = [lines[line][start:end] for line, start, end in places]
        canonical = _canonical(surfaces)
        for (line, start, end), surface in zip(places, surfaces, strict=True):
            rows.append(Formula(f"F{number:03d}", canonical, line[0], line[1], start, end, surface))
    return rows


def _maximal(words: Runs, min_articles: int) -> Iterator[Phrase]:
    """Phrases of every size that enough articles use and that no longer window has in all its places."""
    bag = _running(words)
    count, order = _level(words, bag, np.arange(len(words.code), dtype=np.int64), SHORTEST, min_articles)
    for size in range(SHORTEST, LONGEST + 1):
        alive = np.flatnonzero(count)
        starts = np.unique(np.concatenate([alive, alive[alive > 0] - 1]))
        longer, next_order = _level(words, bag, starts, size + 1, min_articles)
        # A group of places is as long as the count of each of them says.
        heads = _heads(count[order])
        always = (longer[order[heads]] == count[order[heads]]) | (
            (order[heads] > 0) & (longer[order[heads] - 1] == count[order[heads]])
        )
        for head in heads[~always].tolist():
            places = order[head : head + int(count[order[head]])].tolist()
            yield Phrase(size, [(place, place + size - 1) for place in places])
        count, order = longer, next_order


def _heads(counts: Ints) -> Ints:
    """Where the groups begin, of which each member knows how many there are."""
    heads = []
    at = 0
    known = counts.tolist()
    while at < len(known):
        heads.append(at)
        at += known[at]
    return np.array(heads, np.int64)


def _level(words: Runs, bag: npt.NDArray[np.uint64], at: Ints, size: int, least: int) -> tuple[Ints, Ints]:
    """Of the windows of *size* that start *at*: for every place how often its window's content comes, if in *least*
    articles, and those places, group by group."""
    n = len(words.code)
    count = np.zeros(n + 1, np.int64)
    at = at[at + size <= n]
    at = at[words.segment[at] == words.segment[at + size - 1]]
    key = bag[at + size] - bag[at]
    order = np.argsort(key, kind="stable")
    at, key = at[order], key[order]
    new = np.concatenate([[True], key[1:] != key[:-1]]) if len(key) else np.zeros(0, bool)
    group = np.cumsum(new) - 1
    # Places are in the order of the articles: within a group every change is one more article.
    other = np.concatenate([[True], words.article[at][1:] != words.article[at][:-1]]) if len(key) else new
    many = np.bincount(group, weights=new | other) >= least if len(key) else new
    at, group = at[many[group]], group[many[group]]
    count[at] = np.bincount(group)[group] if len(group) else 0
    return count, at


def _gapped(words: Runs, min_articles: int) -> Iterator[Phrase]:
    """Short phrases that stand whole somewhere and elsewhere with one more member, where the whole ones alone
    would not be in enough articles."""
    bag = _running(words)
    for size in GAPPED:
        first = [_windows(words, size)]
        last = [first[0] + size - 1]
        key = [bag[last[0] + 1] - bag[first[0]]]
        for gap in INSERTED:
            wide = _windows(words, size + gap)
            for cut in range(2, size, 2):
                at = wide[words.joint[wide + cut + gap] == LISTED]
                first.append(at)
                last.append(at + size + gap - 1)
                key.append(bag[at + size + gap] - bag[at] - (bag[at + cut + gap] - bag[at + cut]))
        yield from _enough(
            words, size, np.concatenate(first), np.concatenate(last), np.concatenate(key), min_articles
        )


def _enough(
    words: Runs, size: int, first: Ints, last: Ints, key: npt.NDArray[np.uint64], min_articles: int
) -> Iterable[Phrase]:
    """The groups of equal keys that are in enough articles, but not with their whole places alone."""
    article = words.article[first].tolist()
    wide = (last - first + 1 > size).tolist()
    for group in _equal(key):
        whole = {article[n] for n in group if not wide[n]}
        if len(whole | {article[n] for n in group}) >= min_articles > len(whole) > 0:
            yield Phrase(size, sorted((int(first[n]), int(last[n])) for n in group))


def _windows(words: Runs, size: int) -> Ints:
    at = np.arange(max(0, len(words.code) - size + 1), dtype=np.int64)
    within: Ints = at[words.segment[at] == words.segment[at + size - 1]]
    return within


def _equal(key: npt.NDArray[np.uint64]) -> Iterator[list[int]]:
    """Groups of the positions that hold the same key, where it comes more than once."""
    order = np.argsort(key, kind="stable")
    bounds = np.flatnonzero(np.concatenate([[True], key[order][1:] != key[order][:-1], [True]]))
    bounds = bounds[np.flatnonzero(np.diff(bounds) > 1)[:, None] + [0, 1]]
    for start, end in bounds.tolist():
        yield order[start:end].tolist()


def _whole(words: Runs, candidates: Iterable[Phrase], min_articles: int) -> list[Phrase]:
    """The candidates that are phrases, one a wording, the one with most places.

    A candidate whose places do not all say the same gives way to its parts too: windows that were not maximal because of
    it may be so now.
    """
    wholes = Wholes(words, min_articles=min_articles, shortest=SHORTEST)
    kept: dict[tuple[int, ...], Phrase] = {}
    seen: set[tuple[int, int]] = set()
    waiting = list(candidates)
    while waiting:
        phrase = waiting.pop()
        same = wholes.same(phrase)
        if len(same.places) < len(phrase.places) and phrase.size > SHORTEST:
            waiting += [part for part in _parts(words, phrase) if _new(part, seen)]
        whole = wholes.of(same)
        if whole is not None:
            straight = next(first for first, last in whole.places if last - first + 1 == whole.size)
            wording = tuple(words.code[straight : straight + whole.size].tolist())
            if wording not in kept or len(kept[wording].places) < len(whole.places):
                kept[wording] = whole
    return list(kept.values())


def _parts(words: Runs, phrase: Phrase) -> list[Phrase]:
    """What is left of the places without their first or without their last syllable, by content."""
    straight = [first for first, last in phrase.places if last - first + 1 == phrase.size]
    size = phrase.size - 1
    groups: dict[tuple[int, ...], list[int]] = {}
    for start in sorted({*straight, *(first + 1 for first in straight)}):
        groups.setdefault(tuple(sorted(words.code[start : start + size].tolist())), []).append(start)
    return [
        Phrase(size, [(at, at + size - 1) for at in group]) for group in groups.values() if len(group) > 1
    ]


def _new(part: Phrase, seen: set[tuple[int, int]]) -> bool:
    """Whether no part of this size was looked at in this place; it keeps texts that repeat themselves from costing more."""
    place = (part.size, part.places[0][0])
    known = place in seen
    seen.add(place)
    return not known


def _living(words: Runs, found: list[Phrase]) -> list[Phrase]:
    """The phrases, longest first, without those that live only inside longer ones of as many articles."""
    reach = np.zeros(len(words.code), np.int64)
    kept = []
    for phrase in sorted(found, key=lambda phrase: (-phrase.size, phrase.places[0])):
        inside = [int(reach[first : last + 1].min()) for first, last in phrase.places]
        n_articles = len({int(words.article[first]) for first, _ in phrase.places})
        if min(inside) == 0 or n_articles > max(inside):
            kept.append(phrase)
            for first, last in phrase.places:
                np.maximum(reach[first : last + 1], n_articles, out=reach[first : last + 1])
    return sorted(kept, key=lambda phrase: (-len(phrase.places), phrase.places[0]))


def _running(words: Runs) -> npt.NDArray[np.uint64]:
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
    wordings = [" ".join(text[start:end] for start, end in syllables(text)) for text in map(fold, surfaces)]
    count = Counter(wordings)  # in the order in which they come, so that of equals the first is taken
    best = min(count, key=lambda wording: (-count[wording], len(wording)))
    return surfaces[wordings.index(best)]
