"""Names that may be one person, for a reader to decide: nothing is merged on a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from caytre.tables import Mention
from caytre.text.orthography import fold

__all__ = ["Candidate", "candidates"]

SHORTEST_VARIANT = 2
"""Syllables that two spellings must share to be reported as perhaps one person."""


class Candidate(NamedTuple):
    """Two names that may be one person, with the reason; a person decides, not the program."""

    name: str
    variant: str
    n_name: int
    n_variant: int
    reason: str


def candidates(rows: Iterable[Mention]) -> list[Candidate]:
    """Pairs of persons that differ in marks, in one letter, or by a missing middle name: spelling variants, perhaps.

    Each pair stands once, the commoner spelling first.
    """
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        if row.person:
            counts[row.person] += 1
    plain, outer = defaultdict(list), defaultdict(list)
    for name in sorted(counts):
        words = fold(name, tones=False).split()
        if len(words) < SHORTEST_VARIANT:
            continue
        plain[" ".join(words)].append(name)
        outer[words[0], words[-1]].append(name)
    pairs: dict[tuple[str, str], str] = {}
    for reason, groups in (("marks", plain.values()), ("middle name", outer.values())):
        for group in groups:
            for at, name in enumerate(group):
                for other in group[at + 1 :]:
                    if reason == "marks" or _nested(name, other):
                        pairs.setdefault(_ranked(name, other, counts), reason)
    return [
        Candidate(one, two, counts[one], counts[two], reason) for (one, two), reason in sorted(pairs.items())
    ]


def _nested(one: str, two: str) -> bool:
    """Whether all words of the shorter name occur in the longer ("Phạm Minh", "Phạm Bình Minh")."""
    words, others = fold(one).split(), fold(two).split()
    return len(words) != len(others) and (set(words) <= set(others) or set(others) <= set(words))


def _ranked(one: str, two: str, counts: dict[str, int]) -> tuple[str, str]:
    first, second = sorted((one, two), key=lambda name: (-counts[name], name))
    return first, second
