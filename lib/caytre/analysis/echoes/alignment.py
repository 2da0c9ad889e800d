"""How one passage differs from another, syllable by syllable, at a cost that grows with their length and not its square.

Short passages go to difflib, which looks for the longest runs both have. Where few words come often that costs the
square of the length and more; such a pair is first cut at runs that stand once on either side (patience diff), longest
runs first. What cannot be cut is no alignment worth having: it stands as replaced.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from caytre.text.orthography import fold, syllables

__all__ = ["Difference", "align"]

MOST_MEETINGS = 20_000
"""So many pairs of equal syllables are compared at most at a time; two paragraphs of 300 syllables have some 3,000."""
ANCHORS = (8, 4, 2, 1)
"""Sizes of the runs at which a longer pair is cut."""

Operation = Literal["equal", "insert", "delete", "substitute"]
Block = tuple[int, int, int]
"""Place on the left, place on the right, length."""


class Difference(NamedTuple):
    """One step of an alignment; offsets are code points in the two texts, from first to last syllable of the
    step."""

    op: Operation
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def align(text_a: str, text_b: str) -> list[Difference]:
    """How *text_b* differs from *text_a*, syllable by syllable; case, tone-mark style and punctuation are no
    difference.

    A clause that was moved shows as deleted here and inserted there.

    >>> [step.op for step in align("nền đối ngoại hiện đại", "nền ngoại giao hiện đại")]
    ['equal', 'substitute', 'equal']
    """
    spans_a, spans_b = syllables(text_a), syllables(text_b)
    words_a = [fold(text_a[start:end]) for start, end in spans_a]
    words_b = [fold(text_b[start:end]) for start, end in spans_b]
    steps = []
    i = j = 0
    for a, b, size in [*_joined(_blocks(words_a, words_b)), (len(words_a), len(words_b), 0)]:
        if i < a or j < b:
            op: Operation = "insert" if i == a else "delete" if j == b else "substitute"
            steps.append(Difference(op, *_extent(spans_a, i, a), *_extent(spans_b, j, b)))
        i, j = a + size, b + size
        if size:
            steps.append(Difference("equal", *_extent(spans_a, a, i), *_extent(spans_b, b, j)))
    return steps


def _blocks(a: Sequence[str], b: Sequence[str]) -> Iterator[Block]:
    """Runs that both sides have, in order; neighbours may touch."""
    head = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    yield 0, 0, head
    rest = min(len(a), len(b)) - head
    tail = next((n for n in range(rest) if a[-1 - n] != b[-1 - n]), rest)
    pieces = _pieces(a[head : len(a) - tail], b[head : len(b) - tail])
    yield from ((head + i, head + j, size) for i, j, size in pieces)
    yield len(a) - tail, len(b) - tail, tail


def _pieces(a: Sequence[str], b: Sequence[str]) -> Iterator[Block]:
    if _meetings(a, b) <= MOST_MEETINGS:
        yield from SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
        return
    for size in ANCHORS:
        anchors = _anchors(a, b, size)
        if anchors:
            break
    else:
        return
    start_a = start_b = 0
    for i, j in anchors:
        if i >= start_a and j >= start_b:
            inner = _blocks(a[start_a:i], b[start_b:j])
            yield from ((start_a + x, start_b + y, n) for x, y, n in inner)
            yield i, j, size
            start_a, start_b = i + size, j + size
    inner = _blocks(a[start_a:], b[start_b:])
    yield from ((start_a + x, start_b + y, n) for x, y, n in inner)


def _meetings(a: Sequence[str], b: Sequence[str]) -> int:
    """How many pairs of equal words the two sides have."""
    left, right = Counter(a), Counter(b)
    return sum(n * right[word] for word, n in left.items())


def _anchors(a: Sequence[str], b: Sequence[str], size: int) -> list[tuple[int, int]]:
    """Places of runs of *size* words that stand once on either side; the longest series that rises on both."""
    left, right = _once(a, size), _once(b, size)
    pairs = sorted((i, right[run]) for run, i in left.items() if run in right)
    ends: list[int] = []
    last: list[int] = []
    before = [-1] * len(pairs)
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        before[n] = last[at - 1] if at else -1
        ends[at : at + 1] = [j]
        last[at : at + 1] = [n]
    found = []
    n = last[-1] if last else -1
    while n >= 0:
        found.append(pairs[n])
        n = before[n]
    return found[::-1]


def _once(words: Sequence[str], size: int) -> dict[tuple[str, ...], int]:
    """The runs that stand once, each with its place."""
    found: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - size + 1):
        run = tuple(words[at : at + size])
        found[run] = -1 if run in found else at
    return {run: at for run, at in found.items() if at >= 0}


def _joined(blocks: Iterator[Block]) -> list[Block]:
    """Blocks that touch on both sides as one, empty ones left out."""
    joined: list[Block] = []
    for i, j, size in blocks:
        if joined and (i, j) == (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]):
            joined[-1] = (*joined[-1][:2], joined[-1][2] + size)
        elif size:
            joined.append((i, j, size))
    return joined


def _extent(spans: Sequence[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    """From the first to the last syllable; for nothing, an empty place behind what came before."""
    if first < last:
        return spans[first][0], spans[last - 1][1]
    place = spans[first - 1][1] if first else 0
    return place, place
