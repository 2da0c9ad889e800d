"""What a measure comes to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Score(NamedTuple):
    """A measure: its value from 0 to 1, where it has them precision and recall, and what it missed."""

    name: str
    value: float
    precision: float | None
    recall: float | None
    n_gold: int
    n_given: int
    note: str
    misses: tuple[str, ...]


def f1(name: str, *, hits: int, n_gold: int, n_given: int, misses: Iterable[str] = ()) -> Score:
    """`<name>.f1`, the harmonic mean of precision and recall; nothing given is a precision of 0."""
    return harmonic(
        name, _ratio(hits, n_given), _ratio(hits, n_gold), n_gold=n_gold, n_given=n_given, misses=misses
    )


def harmonic(
    name: str, precision: float, recall: float, *, n_gold: int, n_given: int, misses: Iterable[str] = ()
) -> Score:
    """`<name>.f1` where precision and recall count different things."""
    value = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(f"{name}.f1", value, precision, recall, n_gold, n_given, "", tuple(misses))


def share(
    name: str,
    right: int,
    of: int,
    what: str,
    *,
    n_given: int = 0,
    empty: float = 1.0,
    misses: Iterable[str] = (),
) -> Score:
    """*right* out of *of*; *empty* where there is nothing to be right about."""
    return Score(
        name, right / of if of else empty, None, None, of, n_given, f"{right} of {of} {what}", tuple(misses)
    )


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
