"""Keyness: words that one group uses more, or less, than the rest.

Size and evidence are kept apart: the log-ratio says how large a difference is, log-likelihood how surprising it would
be if words fell independently (they do not: articles are the sampling unit, hence the permutation of whole articles).
Below the floors no p-value is given at all, but counts and exact intervals.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations, islice
from math import comb
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from caytre.analysis.statistics.counts import PER, Counts, Grouping, count, sizes, totals
from caytre.analysis.statistics.intervals import adjusted
from caytre.tables import BODY_KINDS

__all__ = [
    "MIN_ARTICLES",
    "MIN_EXPECTED",
    "conservative_log_ratio",
    "exact_log_ratio_interval",
    "keyness",
    "log_likelihood",
    "log_odds",
    "log_ratio",
    "log_ratio_interval",
    "permutation_p",
]

MIN_ARTICLES = 5
"""With fewer articles on either side no p-value is given: 4 against 4 can be split in 70 ways, so no p falls below .01."""

MIN_EXPECTED = 5.0
"""With a smaller expected count in either group no p-value is given: chi-squared no longer approximates G² (Dunning 1993)."""

CONFIDENCE = 0.95
SEED = 20211214


class _Pair(NamedTuple):
    """Counts of every word in a group and in the rest, and the sizes of both."""

    n: NDArray[np.int64]
    size: int
    n_rest: NDArray[np.int64]
    size_rest: int


def keyness(
    tokens: pd.DataFrame,
    *,
    by: Grouping,
    kinds: Collection[str] = BODY_KINDS,
    leave_out: Collection[str] = (),
    min_n: int = 3,
    permutations: int = 0,
) -> pd.DataFrame:
    """Each group against all others together, a row for each word that occurs *min_n* times in the whole corpus.

    Columns: group, word, n, n_rest, per_10k, per_10k_rest, n_articles, n_articles_rest, log_ratio with low and high
    (exact, 95 %), conservative (log-ratio bound nearer 0, corrected for the number of words), g2 (four cells,
    negative where the group uses the word less), z (log-odds with the corpus as prior), p and q (of G², q by
    Benjamini-Hochberg within the group), p_articles (whole articles permuted, only with *permutations*), and basis:
    "tested", or why there is no p-value. Sorted by group and falling g2.
    """
    counts = count(tokens, by=by, kinds=kinds, leave_out=leave_out)
    n, _ = totals(counts)
    wanted = np.flatnonzero(n >= min_n)
    groups = sorted(set(counts.parts["group"]))
    frames = [_against_rest(counts, group, wanted, permutations) for group in groups if len(groups) > 1]
    if not frames:
        return pd.DataFrame(columns=list(_COLUMNS))
    return pd.concat(frames).sort_values(
        ["group", "g2", "word"], ascending=[True, False, True], ignore_index=True
    )


_COLUMNS = (
    "group", "word", "n", "n_rest", "per_10k", "per_10k_rest", "n_articles", "n_articles_rest", "log_ratio", "low",
    "high", "conservative", "g2", "z", "p", "q", "p_articles", "basis",
)  # fmt: skip


def _against_rest(counts: Counts, group: str, wanted: NDArray[np.intp], permutations: int) -> pd.DataFrame:
    mine = (counts.parts["group"] == group).to_numpy()
    inside, outside = (Counts(counts.matrix[m], counts.words, counts.parts[m]) for m in (mine, ~mine))
    (n, n_articles), (rest, rest_articles) = totals(inside), totals(outside)
    pair = _Pair(n[wanted], int(n.sum()), rest[wanted], int(rest.sum()))
    size, size_rest = pair.size, pair.size_rest
    low, high = exact_log_ratio_interval(pair.n, size, pair.n_rest, size_rest)
    table = pd.DataFrame(
        {"group": group, "word": counts.words[wanted].astype(str), "n": pair.n, "n_rest": pair.n_rest}
    )
    table["per_10k"], table["per_10k_rest"] = (
        pair.n * (PER / max(size, 1)),
        pair.n_rest * (PER / max(size_rest, 1)),
    )
    table["n_articles"], table["n_articles_rest"] = n_articles[wanted], rest_articles[wanted]
    table["log_ratio"], table["low"], table["high"] = (
        log_ratio(pair.n, size, pair.n_rest, size_rest),
        low,
        high,
    )
    table["conservative"] = conservative_log_ratio(pair.n, size, pair.n_rest, size_rest, m=len(wanted))
    table["g2"] = log_likelihood(pair.n, size, pair.n_rest, size_rest)
    table["z"] = log_odds(n, rest)[wanted]
    units = [int(counts.parts["article_id"][m].nunique()) for m in (mine, ~mine)]
    table["basis"] = _basis(pair, min(units))
    _test(table)
    table["p_articles"] = np.nan
    if permutations and min(units) >= MIN_ARTICLES:
        p = permutation_p(counts.matrix[:, wanted], sizes(counts), mine, permutations=permutations)
        table["p_articles"] = np.where(table["basis"] == "tested", p, np.nan)
    return table[list(_COLUMNS)]


def _basis(pair: _Pair, n_articles: int) -> NDArray[Any]:
    if n_articles < MIN_ARTICLES:
        return np.full(
            len(pair.n), f"counts only: fewer than {MIN_ARTICLES} articles in a group", dtype=object
        )
    both = pair.n + pair.n_rest
    expected = both * (min(pair.size, pair.size_rest) / (pair.size + pair.size_rest))
    rare = f"counts only: fewer than {MIN_EXPECTED:g} expected in a group"
    return np.where(expected < MIN_EXPECTED, rare, "tested").astype(object)


def _test(table: pd.DataFrame) -> None:
    """Add p and q, both empty in rows below the floors."""
    from scipy.special import chdtrc

    tested = (table["basis"] == "tested").to_numpy()
    table["p"], table["q"] = np.nan, np.nan
    if tested.any():
        p = chdtrc(1, np.abs(table.loc[tested, "g2"].to_numpy()))
        table.loc[tested, "p"], table.loc[tested, "q"] = p, adjusted(p)


def log_likelihood(
    n: ArrayLike, size: ArrayLike, n_rest: ArrayLike, size_rest: ArrayLike, *, cells: int = 4
) -> NDArray[np.float64]:
    """Signed log-likelihood ratio G² = 2 Σ O ln(O/E), 0 ln 0 = 0 (Dunning 1993, Computational Linguistics 19).

    *cells* = 4 uses the whole table (Dunning; AntConc's "4-term"), 2 the word's own two cells (Rayson & Garside
    2000; "2-term"). Negative where the first corpus uses the word less.
    """
    a, b = np.asarray(n, dtype=float), np.asarray(n_rest, dtype=float)
    size, size_rest = np.asarray(size, dtype=float), np.asarray(size_rest, dtype=float)
    share = size / (size + size_rest)
    ea, eb = (a + b) * share, (a + b) * (1 - share)
    total = _o_ln_oe(a, ea) + _o_ln_oe(b, eb)
    if cells == 4:
        total += _o_ln_oe(size - a, size - ea) + _o_ln_oe(size_rest - b, size_rest - eb)
    elif cells != 2:
        raise ValueError(f"cells is {cells}; give 4 (Dunning) or 2 (Rayson & Garside)")
    return np.asarray(np.sign(a - ea) * 2 * np.maximum(total, 0))


def _o_ln_oe(observed: NDArray[np.float64], expected: NDArray[np.float64]) -> NDArray[np.float64]:
    from scipy.special import rel_entr

    return np.asarray(rel_entr(observed, expected), dtype=float)


def log_ratio(n: ArrayLike, size: ArrayLike, n_rest: ArrayLike, size_rest: ArrayLike) -> NDArray[np.float64]:
    """log2 of the ratio of the two relative frequencies; a count of 0 stands as 0.5 (Hardie 2014). 1 means twice as often."""
    a, b = np.asarray(n, dtype=float), np.asarray(n_rest, dtype=float)
    rates = (np.where(a == 0, 0.5, a) / np.asarray(size), np.where(b == 0, 0.5, b) / np.asarray(size_rest))
    return np.asarray(np.log2(rates[0] / rates[1]))


def log_ratio_interval(
    n: ArrayLike, size: ArrayLike, n_rest: ArrayLike, size_rest: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """95 % interval of the log-ratio by the normal approximation of Katz et al. (1978, Biometrics 34); 0 stands as 0.5."""
    from scipy.special import ndtri

    a, b = (np.where(np.asarray(x) == 0, 0.5, x).astype(float) for x in (n, n_rest))
    variance = (1 - a / np.asarray(size)) / a + (1 - b / np.asarray(size_rest)) / b
    error = np.sqrt(variance) / np.log(2)
    middle, z = log_ratio(n, size, n_rest, size_rest), ndtri((1 + CONFIDENCE) / 2)
    return middle - z * error, middle + z * error


def exact_log_ratio_interval(
    n: ArrayLike, size: ArrayLike, n_rest: ArrayLike, size_rest: ArrayLike, *, m: int = 1
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Interval of the log-ratio from Clopper-Pearson on n of n + n_rest; *m* divides the error rate (Bonferroni).

    Where one count is 0 the ratio has no finite bound on that side: -inf or inf.
    """
    from scipy.special import betaincinv

    a, b = np.asarray(n, dtype=float), np.asarray(n_rest, dtype=float)
    alpha = (1 - CONFIDENCE) / max(m, 1) / 2
    low = np.where(a > 0, betaincinv(np.maximum(a, 1), b + 1, alpha), 0.0)
    high = np.where(b > 0, betaincinv(a + 1, np.maximum(b, 1), 1 - alpha), 1.0)
    with np.errstate(divide="ignore"):
        low, high = np.log2(low / (1 - low)), np.log2(high / (1 - high))
    shift = np.log2(np.asarray(size_rest) / np.asarray(size))
    return low + shift, high + shift


def conservative_log_ratio(
    n: ArrayLike, size: ArrayLike, n_rest: ArrayLike, size_rest: ArrayLike, *, m: int = 1
) -> NDArray[np.float64]:
    """The bound of the exact interval that lies nearer 0, and 0 where the interval holds 0 (LRC; Evert 2022)."""
    low, high = exact_log_ratio_interval(n, size, n_rest, size_rest, m=m)
    return np.where(low > 0, low, np.where(high < 0, high, 0.0))


def log_odds(
    n: ArrayLike, n_rest: ArrayLike, *, prior: ArrayLike | None = None, prior_size: float = 500.0
) -> NDArray[np.float64]:
    """z of the weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, eq. 16, 19-22).

    *n* and *n_rest* are the counts of the whole vocabulary. *prior* is a pseudo-count for each word; by default the
    words' shares in both corpora together times *prior_size*.
    """
    a, b = np.asarray(n, dtype=float), np.asarray(n_rest, dtype=float)
    both = a + b
    alpha = np.asarray(prior, dtype=float) if prior is not None else prior_size * both / max(both.sum(), 1)
    whole = alpha.sum()
    delta = np.log((a + alpha) / (a.sum() + whole - a - alpha)) - np.log(
        (b + alpha) / (b.sum() + whole - b - alpha)
    )
    return np.asarray(delta / np.sqrt(1 / (a + alpha) + 1 / (b + alpha)))


def permutation_p(
    matrix: Any,
    lengths: NDArray[np.int64],
    mine: NDArray[np.bool_],
    *,
    permutations: int = 999,
    seed: int = SEED,
) -> NDArray[np.float64]:
    """Two-sided p of the difference in relative frequency when whole articles change groups.

    *matrix* is parts × words, *lengths* the words of each part, *mine* the parts of the group. Every split is
    tried where there are no more than *permutations*; else that many random ones and (b + 1) / (m + 1) (Phipson &
    Smyth 2010).
    """
    splits, exact = _splits(mine, permutations, seed)
    observed, drawn = _difference(matrix, lengths, mine[None, :])[0], 0
    extreme = np.zeros(matrix.shape[1])
    for start in range(0, len(splits), 64):
        block = _difference(matrix, lengths, splits[start : start + 64])
        extreme += (np.abs(block) >= np.abs(observed) - 1e-12).sum(axis=0)
        drawn += len(block)
    return np.asarray(extreme / drawn if exact else (extreme + 1) / (drawn + 1))


def _splits(mine: NDArray[np.bool_], permutations: int, seed: int) -> tuple[NDArray[np.bool_], bool]:
    size, chosen = len(mine), int(mine.sum())
    if comb(size, chosen) <= permutations:
        rows = list(islice(combinations(range(size), chosen), permutations))
        splits = np.zeros((len(rows), size), dtype=np.bool_)
        splits[np.arange(len(rows))[:, None], np.array(rows, dtype=np.intp)] = True
        return splits, True
    rng = np.random.default_rng(seed)
    return rng.permuted(np.tile(mine, (permutations, 1)), axis=1), False


def _difference(matrix: Any, lengths: NDArray[np.int64], splits: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Relative frequency inside minus outside, splits × words."""
    inside = np.asarray((matrix.T @ splits.T.astype(np.float64)).T)
    whole = np.asarray(matrix.sum(axis=0)).ravel()
    size = splits @ lengths
    return np.asarray(inside / size[:, None] - (whole - inside) / (lengths.sum() - size)[:, None])
