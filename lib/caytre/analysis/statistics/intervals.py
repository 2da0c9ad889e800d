"""Intervals, corrected p-values and trends, for few articles as for many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "Interval",
    "Trend",
    "adjusted",
    "mann_kendall",
    "poisson_interval",
    "proportion_interval",
    "resampled",
    "resampled_together",
    "trend",
]

CONFIDENCE = 0.95
Z = 1.959963984540054
"""The normal quantile that belongs to it."""

RESAMPLES = 9_999
SEED = 20211214
EXACT_BELOW = 10
"""Series shorter than this get the exact distribution of Kendall's S, longer ones the normal approximation."""

MIN_SERIES = 4
"""Below this many points no p-value is given: even a perfect order of three has p = .33."""


class Interval(NamedTuple):
    value: float
    low: float
    high: float


class Trend(NamedTuple):
    """Slope per step with its 95 % interval, Kendall's tau, p of Mann-Kendall (nan below 4 points), and how p was got."""

    slope: float
    low: float
    high: float
    tau: float
    p: float
    basis: str


def proportion_interval(n: int, total: int, *, method: str = "wilson") -> Interval:
    """95 % interval of a share: "wilson" (Brown, Cai & DasGupta 2001), or "exact" (Clopper & Pearson 1934)."""
    from scipy.special import betaincinv

    if method not in ("wilson", "exact"):
        raise ValueError(f'no interval "{method}"; use "wilson" or "exact"')
    if total <= 0:
        return Interval(float("nan"), 0.0, 1.0)
    share, alpha = n / total, (1 - CONFIDENCE) / 2
    if method == "exact":
        low = betaincinv(n, total - n + 1, alpha) if n else 0.0
        high = betaincinv(n + 1, total - n, 1 - alpha) if n < total else 1.0
        return Interval(share, float(low), float(high))
    middle = (share + Z**2 / total / 2) / (1 + Z**2 / total)
    half = Z / (1 + Z**2 / total) * sqrt(share * (1 - share) / total + (Z / total) ** 2 / 4)
    return Interval(
        share, max(0.0, middle - half) if n else 0.0, min(1.0, middle + half) if n < total else 1.0
    )


def poisson_interval(n: int, *, per: float = 1.0) -> Interval:
    """Exact 95 % interval of a count (Garwood 1936), everything divided by *per*."""
    from scipy.special import gammaincinv

    alpha = (1 - CONFIDENCE) / 2
    low = gammaincinv(n, alpha) if n else 0.0
    return Interval(n / per, float(low) / per, float(gammaincinv(n + 1, 1 - alpha)) / per)


def resampled(values: ArrayLike, *, sizes: ArrayLike | None = None, resamples: int = RESAMPLES) -> Interval:
    """Mean of *values* over articles with a percentile interval from drawing whole articles anew (Efron & Tibshirani 1993).

    With *sizes* (words, sentences or paragraphs of each article) it is the sum of values over the sum of sizes.
    One article says nothing about others: its interval is nan. Below about ten articles the interval is too narrow.
    """
    v = np.asarray(values, dtype=float)
    return resampled_together(v[:, None], sizes=sizes, resamples=resamples)[0]


def resampled_together(
    table: ArrayLike, *, sizes: ArrayLike | None = None, resamples: int = RESAMPLES
) -> list[Interval]:
    """`resampled` for every column of a *table* with one row an article; the columns share the draws."""
    v = np.asarray(table, dtype=float)
    s = np.ones(len(v)) if sizes is None else np.asarray(sizes, dtype=float)
    with np.errstate(invalid="ignore"):
        value = v.sum(axis=0) / s.sum()
    if len(v) < 2:
        return [Interval(float(x), float("nan"), float("nan")) for x in value]
    rng = np.random.default_rng(SEED)
    rates = np.concatenate([_rates(v, s, rng, part) for part in _blocks(resamples, len(v))])
    low, high = np.nanpercentile(rates, [100 * (1 - CONFIDENCE) / 2, 100 * (1 + CONFIDENCE) / 2], axis=0)
    return [Interval(float(x), float(a), float(b)) for x, a, b in zip(value, low, high, strict=True)]


def _blocks(resamples: int, size: int) -> list[int]:
    """Resamples in blocks of at most some million numbers, so that many articles do not fill the memory."""
    block = max(1, 4_000_000 // size)
    return [min(block, resamples - done) for done in range(0, resamples, block)]


def _rates(
    v: NDArray[np.float64], s: NDArray[np.float64], rng: np.random.Generator, n: int
) -> NDArray[np.float64]:
    """Rates of *n* resamples, one column for each of *v*: how often every article was drawn, times what it has."""
    drawn = rng.integers(0, len(v), size=(n, len(v))) + np.arange(n)[:, None] * len(v)
    times = np.bincount(drawn.ravel(), minlength=n * len(v)).reshape(n, len(v)).astype(float)
    weight = (times @ s)[:, None]
    rates = np.divide(times @ v, weight, out=np.full((n, v.shape[1]), np.nan), where=weight > 0)
    return np.asarray(rates)


def adjusted(p: ArrayLike) -> NDArray[np.float64]:
    """p-values adjusted for the false discovery rate (Benjamini & Hochberg 1995); nan stays nan and does not count."""
    given = np.asarray(p, dtype=float)
    result = given.copy()
    known = np.flatnonzero(~np.isnan(given))
    order = known[np.argsort(-given[known])]
    ranks = np.arange(len(order), 0, -1)
    result[order] = np.minimum.accumulate(np.minimum(given[order] * len(order) / np.maximum(ranks, 1), 1.0))
    return result


def trend(y: Sequence[float], x: Sequence[float] | None = None) -> Trend:
    """Theil-Sen slope (Sen 1968) with Mann-Kendall's test of a monotone trend; *x* defaults to 0, 1, 2 …

    Raises ValueError for fewer than two points.
    """
    from scipy.stats import kendalltau, theilslopes

    if len(y) < 2:
        raise ValueError(f"a trend needs at least two points, not {len(y)}")
    at = list(range(len(y))) if x is None else list(x)
    slope, _, low, high = theilslopes(y, at, CONFIDENCE)
    tau = float(kendalltau(at, y).statistic) if len(set(y)) > 1 else 0.0
    if len(y) < MIN_SERIES:
        return Trend(
            float(slope), float(low), float(high), tau, float("nan"), f"fewer than {MIN_SERIES} points"
        )
    p, basis = mann_kendall([value for _, value in sorted(zip(at, y, strict=True))])
    return Trend(float(slope), float(low), float(high), tau, p, basis)


def mann_kendall(y: Sequence[float]) -> tuple[float, str]:
    """Two-sided p of Mann-Kendall (Mann 1945) and how it was got: "exact" below 10 points without ties, else "normal"."""
    from scipy.special import ndtr

    values = np.asarray(y, dtype=float)
    n = len(values)
    s = int(np.sign(values[None, :] - values[:, None])[np.triu_indices(n, 1)].sum())
    _, ties = np.unique(values, return_counts=True)
    if n < EXACT_BELOW and ties.max(initial=1) == 1:
        ways = _orders_by_inversions(n)
        most = n * (n - 1) // 2
        tail = sum(ways[: (most - abs(s)) // 2 + 1]) / sum(ways)
        return min(1.0, 2 * tail), "exact"
    variance = (n * (n - 1) * (2 * n + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()) / 18
    z = (s - np.sign(s)) / np.sqrt(variance) if variance else 0.0
    return float(2 * ndtr(-abs(z))), "normal"


@lru_cache(maxsize=EXACT_BELOW)
def _orders_by_inversions(n: int) -> tuple[int, ...]:
    """How many orders of n things have 0, 1, 2 … inversions."""
    ways = [1]
    for size in range(2, n + 1):
        ways = [sum(ways[max(0, k - size + 1) : k + 1]) for k in range(len(ways) + size - 1)]
    return tuple(ways)
