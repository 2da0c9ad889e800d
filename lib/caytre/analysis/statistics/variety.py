"""Lexical diversity, and how far two vocabularies lie apart.

The plain type-token ratio falls with the length of a text, so it compares nothing but texts of one length. These do not.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from caytre.analysis.statistics.counts import Grouping, coded, count, countable, of_kind
from caytre.tables import BODY_KINDS

__all__ = ["distances", "diversity", "hdd", "jensen_shannon", "mattr", "mtld"]

WINDOW = 100
FACTOR = 0.72
DRAWS = 42


def mattr(words: Sequence[Hashable], *, window: int = WINDOW) -> float:
    """Mean type-token ratio of all windows (Covington & McFall 2010); a text shorter than the window has its plain ratio."""
    if not words:
        return float("nan")
    window = min(window, len(words))
    inside: dict[Hashable, int] = {}
    types = total = 0
    for place, word in enumerate(words):
        inside[word] = inside.get(word, 0) + 1
        types += inside[word] == 1
        if place >= window:
            old = words[place - window]
            inside[old] -= 1
            types -= inside[old] == 0
        if place >= window - 1:
            total += types
    return total / (window * (len(words) - window + 1))


def mtld(words: Sequence[Hashable], *, factor: float = FACTOR) -> float:
    """Mean length of a run whose type-token ratio stays above *factor* (McCarthy & Jarvis 2010).

    The mean of both directions, the last run counted as the part of a factor it amounts to, no least length for a
    run. A text whose ratio never falls has no finite value: inf.
    """
    if not words:
        return float("nan")
    return (_one_way(words, factor) + _one_way(words[::-1], factor)) / 2


def _one_way(words: Sequence[Hashable], factor: float) -> float:
    seen: set[Hashable] = set()
    length, factors, ratio = 0, 0.0, 1.0
    for word in words:
        seen.add(word)
        length += 1
        ratio = len(seen) / length
        if ratio <= factor:
            factors, length, ratio = factors + 1, 0, 1.0
            seen = set()
    factors += (1 - ratio) / (1 - factor)
    return len(words) / factors if factors else float("inf")


def hdd(words: Sequence[Hashable], *, draws: int = DRAWS) -> float:
    """Expected type-token ratio of *draws* words drawn without return (McCarthy & Jarvis 2010); nan for shorter texts."""
    from scipy.special import gammaln

    total = len(words)
    if total < draws:
        return float("nan")
    n = np.bincount(pd.factorize(np.array(words, dtype=object))[0])
    left = total - n
    # The chance to draw none of a type's n tokens is C(total - n, draws) / C(total, draws).
    known = left >= draws
    ways = (
        gammaln(left[known] + 1)
        - gammaln(left[known] - draws + 1)
        - gammaln(total + 1)
        + gammaln(total - draws + 1)
    )
    return float((len(n) - np.exp(ways).sum()) / draws)


def diversity(
    tokens: pd.DataFrame,
    *,
    by: Grouping = "article_id",
    kinds: Collection[str] = BODY_KINDS,
    window: int = WINDOW,
) -> pd.DataFrame:
    """Every group with n_words, n_types, mattr, mtld, hdd and the *window* that MATTR used (the text's length if shorter)."""
    words, vocabulary = coded(tokens["word"])
    keep = countable(vocabulary, ())[words] & of_kind(tokens, kinds)
    shown = tokens.loc[keep, ["article_id", *([by] if isinstance(by, str) and by != "article_id" else [])]]
    labels = shown[by] if isinstance(by, str) else shown["article_id"].astype(str).map(by.get)
    rows = []
    for group, places in pd.Series(words[keep], index=shown.index).groupby(labels.astype(str).to_numpy()):
        codes = places.tolist()
        rows.append(
            (str(group), len(codes), len(set(codes)), mattr(codes, window=window), mtld(codes), hdd(codes))
        )
    table = pd.DataFrame(rows, columns=["group", "n_words", "n_types", "mattr", "mtld", "hdd"])
    return table.assign(window=table["n_words"].clip(upper=window))


def jensen_shannon(p: ArrayLike, q: ArrayLike) -> float:
    """Jensen-Shannon divergence in bits, 0 to 1 (Lin 1991). Counts are made shares. Not its square root, the distance."""
    from scipy.special import rel_entr

    a, b = (np.asarray(x, dtype=float) / np.sum(x) for x in (p, q))
    middle = (a + b) / 2
    return float((rel_entr(a, middle) + rel_entr(b, middle)).sum() / 2 / np.log(2))


def distances(
    tokens: pd.DataFrame,
    *,
    by: Grouping,
    kinds: Collection[str] = BODY_KINDS,
    leave_out: Collection[str] = (),
) -> pd.DataFrame:
    """Jensen-Shannon divergence of word use between any two groups: a square frame with zeros on the diagonal.

    Small groups look farther apart than they are, because they hold fewer of the rare words; compare like sizes.
    """
    counts = count(tokens, by=by, kinds=kinds, leave_out=leave_out)
    names = sorted(set(counts.parts["group"]))
    rows = [
        np.asarray(counts.matrix[(counts.parts["group"] == g).to_numpy()].sum(axis=0)).ravel() for g in names
    ]
    values = [
        [0.0 if i == j else jensen_shannon(a, b) for j, b in enumerate(rows)] for i, a in enumerate(rows)
    ]
    return pd.DataFrame(values, index=names, columns=names)
