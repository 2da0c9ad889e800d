"""The passages that two lines share: seeds, chains, and a measure of how much a shared passage tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from caytre.analysis.echoes.shingles import Index, candidates, index
from caytre.analysis.echoes.titles import Titles
from caytre.analysis.people.masks import Masks, masks
from caytre.tables import Line

__all__ = ["Passage", "passages"]

SEED = 3
GAP = 5
"""So many syllables may differ between two seeds of a chain, on either side."""
REACH = 40
"""So far apart may two chains lie that are joined into one passage, …"""
JOINED = 0.5
"""… if so large a share of the whole is matched."""
LENGTH = 8
"""A passage has at least so many matched syllables on both sides, …"""
TELLING = 4.0
"""… they and every chain it is made of tell at least this much (see `_Weights`), …"""
DENSE = 0.55
"""… and so large a share of it is matched, …"""
LONG = 12.0
"""… or, if it tells so much, only the share JOINED."""
AID = 6
AIDING = 1.0
"""A chain that tells less may be joined to one that counts, if it matches so many syllables and tells so much: the half
of a re-ordered sentence that is made of common words."""
COMMON = 8.0
"""A syllable in fewer than one of so many lines tells all it can; in every line, a fifth of it."""
LEAST = 0.2
GRAMMAR = 0.4
"""What a grammatical syllable tells against one of content."""
PRIOR = 40
"""Lines of other texts that are taken to stand beside the corpus, lest in a small one every word look
common."""
PLACES = 8
"""So many places of one seed are followed in a line; it keeps lines that repeat themselves from costing their
square."""
CHAINS = 40
"""So many chains of a pair of lines are joined, the longest first; for the same reason."""


class Passage(NamedTuple):
    """What two lines share; lines are numbered in the order given, offsets are code points of the line."""

    line_a: int
    start_a: int
    end_a: int
    line_b: int
    start_b: int
    end_b: int
    n_syllables: int
    similarity: float


class _Chain(NamedTuple):
    """The matched syllables of both lines."""

    a: frozenset[int]
    b: frozenset[int]


class _Weights:
    """What each syllable of a line tells: how rare it is among the lines of the corpus (idf, clipped), less
    for grammar, and nothing inside a name or a title."""

    def __init__(self, found: Index, mask: Masks) -> None:
        n = len(found.lines)
        line = np.repeat(np.arange(n), np.diff(found.bounds))
        key = np.sort(found.codes.astype(np.int64) * n + line)
        first = np.concatenate([[True], key[1:] != key[:-1]]) if len(key) else np.zeros(0, bool)
        lines_with = np.bincount(key[first] // max(1, n), minlength=len(found.words))
        rarity = np.log((n + PRIOR) / np.maximum(1, lines_with)) / np.log(COMMON)
        grammar = np.array([GRAMMAR if word in mask.function_words else 1.0 for word in found.words])
        self.by_code = np.clip(rarity, LEAST, 1.0) * grammar
        self._found, self._mask, self._titles = found, mask, Titles(found, mask)
        self._cache: dict[tuple[int, bool], list[float]] = {}

    def of(self, line: int, *, titles: bool) -> list[float]:
        """With *titles* those that the corpus teaches tell something: within one article they are no name that two
        writers share, but a repetition."""
        if (line, titles) not in self._cache:
            inside = slice(self._found.bounds[line], self._found.bounds[line + 1])
            tells = self.by_code[self._found.codes[inside]]
            starts = self._found.start[inside]
            for start, end in self._mask.spans(self._found.lines[line].text):
                tells[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = 0
            if not titles:
                tells[self._titles.covers(line)] = 0
            self._cache[line, titles] = tells.tolist()
        return self._cache[line, titles]


def passages(lines: Sequence[Line], *, corpus: Path | None = None) -> Iterator[Passage]:
    """Every passage that two of *lines* share, or that stands twice in one, pair by pair."""
    found = index(lines)
    weights = _Weights(found, masks(corpus=corpus))
    current, left, places = -1, list[int](), dict[tuple[int, ...], list[int]]()
    for a, b in candidates(found, telling=weights.by_code, least=TELLING).tolist():
        if a != current:
            current, left = a, _codes(found, a)
            places = _places(left)
        right = left if a == b else _codes(found, b)
        chains = [chain for chain in _chains(_seeds(places, right, same=a == b)) if len(chain.a) >= TELLING]
        if sum(len(chain.a) for chain in chains) < LENGTH:
            continue
        same = lines[a].article_id == lines[b].article_id
        of_a, of_b = weights.of(a, titles=same), weights.of(b, titles=same)
        tells = [_tells(chain, of_a, of_b) for chain in chains]
        strong = [chain for chain, n in zip(chains, tells, strict=True) if n >= TELLING]
        weak = [
            chain
            for chain, n in zip(chains, tells, strict=True)
            if AIDING <= n < TELLING and len(chain.a) >= AID
        ]
        for chain in _distinct(_joined(strong, weak)):
            if _counts(chain, of_a, of_b) and (a != b or max(chain.a) < min(chain.b)):
                yield _passage(found, a, b, chain)


def _codes(found: Index, line: int) -> list[int]:
    codes: list[int] = found.codes[found.bounds[line] : found.bounds[line + 1]].tolist()
    return codes


def _places(codes: list[int]) -> dict[tuple[int, ...], list[int]]:
    places: dict[tuple[int, ...], list[int]] = {}
    for i, seed in enumerate(zip(codes, codes[1:], codes[2:], strict=False)):
        known = places.setdefault(seed, [])
        if len(known) < PLACES:
            known.append(i)
    return places


def _seeds(
    places: dict[tuple[int, ...], list[int]], right: list[int], *, same: bool
) -> list[tuple[int, int]]:
    """Places (left, right) of the seeds that both lines have, in the order of the right line."""
    return [
        (i, j)
        for j, seed in enumerate(zip(right, right[1:], right[2:], strict=False))
        for i in places.get(seed, ())
        if not same or j > i + SEED
    ]


def _chains(seeds: list[tuple[int, int]]) -> list[_Chain]:
    """Seeds joined greedily: each goes to the open chain whose last seed lies nearest to its diagonal."""
    chains: list[list[tuple[int, int]]] = []
    live: list[list[tuple[int, int]]] = []
    for i, j in seeds:
        live = [chain for chain in live if j - chain[-1][1] <= GAP + SEED]
        near = [
            (abs(i - chain[-1][0] - j + chain[-1][1]), n)
            for n, chain in enumerate(live)
            if 0 < i - chain[-1][0] <= GAP + SEED and j > chain[-1][1]
        ]
        if near:
            live[min(near)[1]].append((i, j))
        else:
            chains.append([(i, j)])
            live.append(chains[-1])
    span = range(SEED)
    return [
        _Chain(
            frozenset(i + d for i, _ in chain for d in span), frozenset(j + d for _, j in chain for d in span)
        )
        for chain in chains
    ]


def _joined(chains: list[_Chain], aids: list[_Chain]) -> list[_Chain]:
    """Chains joined in any order, longest first, as long as the whole is dense and gains on both sides; *aids* begin
    nothing, and may be joined to several."""
    rest = sorted(chains, key=lambda chain: -len(chain.a))[:CHAINS]
    done = []
    while rest:
        whole = rest.pop(0)
        while True:
            options = [
                (_density(both), n, both)
                for n, other in enumerate([*rest, *aids])
                if (both := _union(whole, other))
            ]
            best = max(options, key=lambda option: option[0], default=None)
            if best is None or best[0] < JOINED:
                break
            whole = best[2]
            if best[1] < len(rest):
                del rest[best[1]]
        done.append(whole)
    return done


def _union(x: _Chain, y: _Chain) -> _Chain | None:
    """Both chains as one, if they lie near each other and the second adds to both sides."""
    if _apart(x.a, y.a) > REACH or _apart(x.b, y.b) > REACH:
        return None
    both = _Chain(x.a | y.a, x.b | y.b)
    return both if len(both.a) > len(x.a) + 1 and len(both.b) > len(x.b) + 1 else None


def _apart(x: frozenset[int], y: frozenset[int]) -> int:
    return max(min(x), min(y)) - min(max(x), max(y)) - 1


def _density(chain: _Chain) -> float:
    return (len(chain.a) + len(chain.b)) / (_length(chain.a) + _length(chain.b))


def _length(side: frozenset[int]) -> int:
    return max(side) - min(side) + 1


def _distinct(chains: list[_Chain]) -> list[_Chain]:
    """Without the chains that lie inside a longer one on both sides."""
    kept: list[_Chain] = []
    for chain in sorted(chains, key=lambda chain: -len(chain.a)):
        if not any(_inside(chain.a, other.a) and _inside(chain.b, other.b) for other in kept):
            kept.append(chain)
    return kept


def _inside(x: frozenset[int], y: frozenset[int]) -> bool:
    return min(y) <= min(x) and max(x) <= max(y)


def _tells(chain: _Chain, weights_a: list[float], weights_b: list[float]) -> float:
    return min(sum(weights_a[i] for i in chain.a), sum(weights_b[j] for j in chain.b))


def _counts(chain: _Chain, weights_a: list[float], weights_b: list[float]) -> bool:
    if min(len(chain.a), len(chain.b)) < LENGTH:
        return False
    return _density(chain) >= (JOINED if _tells(chain, weights_a, weights_b) >= LONG else DENSE)


def _passage(found: Index, a: int, b: int, chain: _Chain) -> Passage:
    first_a, first_b = int(found.bounds[a]), int(found.bounds[b])
    return Passage(
        a,
        int(found.start[first_a + min(chain.a)]),
        int(found.end[first_a + max(chain.a)]),
        b,
        int(found.start[first_b + min(chain.b)]),
        int(found.end[first_b + max(chain.b)]),
        min(_length(chain.a), _length(chain.b)),
        _density(chain),
    )
