"""Which lines may share a passage: all pairs that share rare runs of syllables, exactly, by sorting.

Every run of SIZE syllables is hashed once, the hashes sorted, and lines that stand next to each other under
one hash are paired: n log n in the number of syllables, memory linear in it, no parameter to miss by.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from caytre.tables import Line
from caytre.text.orthography import fold, syllables

__all__ = ["Index", "candidates", "index"]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

SIZE = 4
ALL_PAIRS = 24
"""Lines with the same run are paired each with each up to this number of lines; it bounds the pairs per
syllable."""
NEIGHBOURS = 3
"""Beyond it each is paired with the next few: wire copy in a hundred outlets is found as a chain, at linear
cost."""
LEAST = 2
"""A pair needs so many runs in common, one of them rare (at most ALL_PAIRS lines), …"""
LEAST_COMMON = 6
"""… or so many common ones."""
MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9)


class Index(NamedTuple):
    """Syllables of all lines in a row: folded code, place in the line; line *n* holds bounds[n]:bounds[n +
    1]."""

    lines: Sequence[Line]
    codes: npt.NDArray[np.int32]
    start: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]
    bounds: Ints
    words: list[str]


def index(lines: Sequence[Line]) -> Index:
    """The syllables of *lines*, folded so that tone-mark style, case and punctuation make no difference."""
    codes, spans = array("i"), array("i")
    known = _Codes()
    bounds = np.zeros(len(lines) + 1, np.int64)
    for n, line in enumerate(lines):
        text = line.text
        places = syllables(text)
        spans.extend(chain.from_iterable(places))
        codes.extend([known[text[start:end]] for start, end in places])
        bounds[n + 1] = len(codes)
    span = np.array(spans, np.int32).reshape(-1, 2)
    return Index(lines, np.array(codes, np.int32), span[:, 0], span[:, 1], bounds, list(known.words))


class _Codes(dict[str, int]):
    """The code of every form; forms that fold to one word share it. Each form is folded once."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, int] = {}

    def __missing__(self, form: str) -> int:
        self[form] = code = self.words.setdefault(fold(form), len(self.words))
        return code


def candidates(found: Index, *, size: int = SIZE, telling: npt.ArrayLike = (), least: float = 0.0) -> Ints:
    """Pairs of line numbers (first < second, or equal for a line that repeats itself) that share enough runs.

    With *telling*, a weight for every code, the runs that two lines share must add up to *least* besides: it
    keeps out the pairs that have nothing but common words in common, most of all pairs in a large corpus.
    """
    line = np.repeat(np.arange(len(found.lines), dtype=np.int64), np.diff(found.bounds))
    if len(line) < size:
        return np.zeros((0, 2), np.int64)
    key = _runs(found.codes, size)
    weights = np.asarray(telling, np.float32)[found.codes] if least else np.zeros(len(line), np.float32)
    weight = np.convolve(weights, np.ones(size, np.float32), "valid").astype(np.float32)
    inside = line[: len(key)] == line[size - 1 :]
    key, line, weight = key[inside], line[: len(key)][inside], weight[inside]
    if not len(key):
        return np.zeros((0, 2), np.int64)
    order = np.lexsort((line, key))
    key, line, weight = key[order], line[order], weight[order]
    twice = (key[1:] == key[:-1]) & (line[1:] == line[:-1])
    within = np.unique(line[1:][twice])
    new = np.concatenate([[True], ~twice])
    pairs = _pairs(key[new], line[new], weight[new], len(found.lines), least)
    return np.concatenate([pairs, np.stack([within, within], axis=1)])


def _runs(codes: npt.NDArray[np.int32], size: int) -> npt.NDArray[np.uint64]:
    """A 64-bit hash of every run of *size* codes."""
    wide = codes.astype(np.uint64)
    count = len(wide) - size + 1
    mixed = wide[:count] * np.uint64(MIX[0])
    for step in range(1, size):
        mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(MIX[1]) + wide[step : count + step]
    return mixed


def _pairs(key: npt.NDArray[np.uint64], line: Ints, weight: Floats, n_lines: int, least: float) -> Ints:
    first = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
    sizes = np.diff(np.append(first, len(key)))
    shared = np.repeat(sizes, sizes)
    keep = shared > 1
    key, line, weight, shared = key[keep], line[keep], weight[keep], shared[keep]
    rare, common = list[tuple[Ints, Floats]](), list[tuple[Ints, Floats]]()
    for step in range(1, ALL_PAIRS):
        same = key[step:] == key[:-step]
        few = same & (shared[step:] <= ALL_PAIRS)
        rare.append((line[:-step][few] * n_lines + line[step:][few], weight[step:][few]))
        if step <= NEIGHBOURS:
            many = same & ~few
            common.append((line[:-step][many] * n_lines + line[step:][many], weight[step:][many]))
    pair, count, sums = _counted(rare)
    often, times, often_sums = _counted(common)
    at = np.minimum(np.searchsorted(often, pair), max(0, len(often) - 1))
    both = often[at] == pair if len(often) else np.zeros(len(pair), bool)
    count[both] += times[at[both]]
    sums[both] += often_sums[at[both]]
    kept = np.union1d(
        pair[(count >= LEAST) & (sums >= least)], often[(times >= LEAST_COMMON) & (often_sums >= least)]
    )
    return np.stack([kept // n_lines, kept % n_lines], axis=1)


def _counted(found: list[tuple[Ints, Floats]]) -> tuple[Ints, Ints, npt.NDArray[np.float64]]:
    """Distinct keys, ascending, how often each comes, and what its weights add up to."""
    keys = np.concatenate([keys for keys, _ in found])
    weights = np.concatenate([weights for _, weights in found])
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = (
        np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
        if len(keys)
        else np.zeros(0, np.int64)
    )
    sums = np.add.reduceat(weights[order], first, dtype=np.float64) if len(keys) else np.zeros(0)
    return keys[first], np.diff(np.append(first, len(keys))), sums
