"""Dispersion: whether a word runs through the corpus or sits in a few of its parts."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from caytre.analysis.statistics.counts import Grouping, count, merged, totals
from caytre.tables import BODY_KINDS

__all__ = ["deviation", "dispersion", "juilland"]


def dispersion(
    tokens: pd.DataFrame,
    *,
    by: Grouping = "article_id",
    kinds: Collection[str] = BODY_KINDS,
    leave_out: Collection[str] = (),
    min_n: int = 3,
) -> pd.DataFrame:
    """Every word with n, range (parts that have it), n_parts, dp and dp_norm; parts are articles unless *by* says else.

    dp 0: spread as the sizes of the parts would have it; towards 1: in one small part only. Most even first.
    """
    counts = count(tokens, by=by, kinds=kinds, leave_out=leave_out)
    table_by_group, names = merged(counts, "group")
    n, _ = totals(counts)
    wanted = np.flatnonzero(n >= min_n)
    share = np.asarray(table_by_group.sum(axis=1), dtype=float).ravel()
    share = share / max(share.sum(), 1)
    by_group = table_by_group.tocsc()[:, wanted]
    # Σ|v - s| over the parts without the word is what their sizes add up to: 1 less the sizes of those with it.
    word = np.repeat(np.arange(len(wanted)), np.diff(by_group.indptr))
    sizes_with = share[by_group.indices]
    apart = np.abs(by_group.data / n[wanted][word] - sizes_with) - sizes_with
    dp = 0.5 * (np.bincount(word, weights=apart, minlength=len(wanted)) + 1)
    table = pd.DataFrame({"word": counts.words[wanted].astype(str), "n": n[wanted]})
    table["range"], table["n_parts"] = np.diff(by_group.indptr), len(names)
    table["dp"] = np.maximum(dp, 0.0)
    table["dp_norm"] = table["dp"] / (1 - share.min()) if len(names) > 1 else np.nan
    return table.sort_values(["dp_norm", "n", "word"], ascending=[True, False, True], ignore_index=True)


def deviation(counts: ArrayLike, sizes: ArrayLike) -> tuple[float, float]:
    """Gries's DP and DPnorm of one word: ½ Σ |v/f - s|, and that over 1 - min s.

    *counts* are the word's occurrences in each part, *sizes* the parts' words (Gries 2008, IJCL 13; Lijffijt & Gries
    2012). Raises ValueError where the word does not occur or there is only one part.
    """
    v, s = np.asarray(counts, dtype=float), np.asarray(sizes, dtype=float)
    if v.sum() <= 0 or len(s) < 2:
        raise ValueError("dispersion needs a word that occurs and at least two parts")
    share = s / s.sum()
    dp = float(0.5 * np.abs(v / v.sum() - share).sum())
    return dp, dp / float(1 - share.min())


def juilland(counts: ArrayLike, sizes: ArrayLike) -> float:
    """Juilland's D of one word: 1 - vc / √(k - 1), vc the coefficient of variation of its relative frequencies."""
    rates = np.asarray(counts, dtype=float) / np.asarray(sizes, dtype=float)
    return float(1 - rates.std() / rates.mean() / np.sqrt(len(rates) - 1))
