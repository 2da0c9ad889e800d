"""Which of several counts stand out: a list of the commonest must not end between two that are equally common."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from caytre.session import join, number, percent, t

__all__ = ["ahead", "leading", "listed", "portion", "some"]

SMALLEST = 0.005
"""A share that rounds to nothing."""


def leading(counts: pd.Series, most: int) -> pd.Series:
    """The first *most* of *counts* (largest first), without those that one left out equals; none where all are equal.

    >>> leading(pd.Series({"nói": 3, "cho biết": 2, "kể": 1, "hỏi": 1}), 3).index.tolist()
    ['nói', 'cho biết']
    """
    if len(counts) <= most:
        return counts
    return counts.iloc[:most][counts.iloc[:most] > counts.iloc[most]]


def ahead(values: Sequence[float] | pd.Series) -> bool:
    """Whether the first of the values, largest first, is larger than the second; one alone is not ahead of anything."""
    first = list(values[:2])
    return len(first) > 1 and first[0] > first[1]


def some(n: int) -> str:
    """A count as the subject of a sentence: none, 1, 2 / không, 1, 2."""
    return number(n) if n else t("none", "không")


def portion(share: float) -> str:
    """A share in per cent; one that is small, but not nothing, is never written as 0 %."""
    if 0 < share < SMALLEST:
        return t("less than 1\u00a0%", "chưa đến 1\u00a0%")
    return percent(share)


def listed(items: list[str], rest: str = "") -> str:
    """a, b and c; with a *rest* such as "others" a, b, c and others, with one "and" only."""
    return f"{', '.join(items)} {t('and', 'và')} {rest}" if rest else join(items)
