"""Topics: groups of words that stand in the same paragraphs, found without a codebook, and how far to trust them.

Non-negative matrix factorisation of paragraphs × words (tf-idf, rows of length one). The same fit is repeated on parts
of the paragraphs; a topic whose leading words do not come back is an accident of these paragraphs (Greene, O'Callaghan
& Cunningham 2014). On a few dozen paragraphs many topics are.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from caytre.analysis.statistics.association import measures
from caytre.analysis.statistics.comparison import as_written, stop_groups, stop_words
from caytre.analysis.statistics.counts import coded, countable, of_kind
from caytre.analysis.themes import long
from caytre.tables import BODY_KINDS

__all__ = ["STABLE", "Topics", "match", "topics"]

STABLE = 0.5
"""A topic is stable where on average at least this share of its leading words comes back (overlap over size)."""

LEADING = 10
PART = 0.8
SEED = 20211214
MIN_PARAGRAPHS = 20
ITERATIONS = 400


class Topics(NamedTuple):
    """*table*: topic, words (the leading ones, as written), stability, stable, n_paragraphs, n_articles.

    *words*: topic, rank, word, weight. *paragraphs*: article_id, line_no, topic (the strongest), share of its weight.
    """

    table: pd.DataFrame
    words: pd.DataFrame
    paragraphs: pd.DataFrame


def topics(
    tokens: pd.DataFrame,
    *,
    n: int = 8,
    kinds: Collection[str] = BODY_KINDS,
    leave_out: Collection[str] | None = None,
    min_paragraphs: int = 3,
    resamples: int = 20,
) -> Topics:
    """*n* topics over the paragraphs, with the stability of each over *resamples* draws of four fifths of the paragraphs.

    Words in fewer than *min_paragraphs* paragraphs do not count, nor do those of *leave_out* (by default all groups of
    the stop-word codebook). Raises ValueError below 20 paragraphs or with more topics than words or paragraphs.
    """
    left = stop_words(*stop_groups()["group"]) if leave_out is None else leave_out
    matrix, vocabulary, places = _paragraphs(as_written(tokens, left), kinds, min_paragraphs)
    if matrix.shape[0] < MIN_PARAGRAPHS or not 0 < n <= min(matrix.shape):
        found = (
            f"{matrix.shape[0]} paragraphs with {matrix.shape[1]} words in {min_paragraphs} or more of them"
        )
        raise ValueError(
            f"{n} topics need at least {MIN_PARAGRAPHS} paragraphs and {n} words; there are {found}"
        )
    weighted = _weighted(matrix)
    weights, parts = _fit(weighted, n)
    leading = np.argsort(-parts, axis=1, kind="stable")[:, :LEADING]
    stability = _stability(weighted, leading, resamples)
    forms = vocabulary.to_numpy(dtype=str)
    strongest = weights.argmax(axis=1)
    said = weights.max(axis=1) > 0
    shares = weights.max(axis=1) / np.where(said, weights.sum(axis=1), 1)
    paragraphs = places.assign(topic=strongest + 1, share=shares)[said].reset_index(drop=True)
    table = pd.DataFrame({"topic": np.arange(1, n + 1), "words": [", ".join(forms[row]) for row in leading]})
    table["stability"], table["stable"] = stability, stability >= STABLE
    grouped = paragraphs.groupby("topic")["article_id"]
    table["n_paragraphs"] = table["topic"].map(grouped.size()).fillna(0).astype(int)
    table["n_articles"] = table["topic"].map(grouped.nunique()).fillna(0).astype(int)
    rows = [(t + 1, r + 1, forms[w], parts[t, w]) for t in range(n) for r, w in enumerate(leading[t])]
    return Topics(table, pd.DataFrame(rows, columns=["topic", "rank", "word", "weight"]), paragraphs)


def match(found: Topics, themes: pd.DataFrame) -> pd.DataFrame:
    """The codebook theme whose paragraphs each topic shares most: topic, theme, n, n_topic, n_theme, npmi.

    *themes* is the table of coded paragraphs. A topic that shares none has theme "" (n 0): it may be one that the
    codebook lacks.
    """
    given = long(themes).astype({"article_id": str})
    both = found.paragraphs.astype({"article_id": str}).merge(given, on=["article_id", "line_no"])
    table = both.groupby(["topic", "theme"], as_index=False).agg(n=("line_no", "size"))
    table["n_topic"] = table["topic"].map(found.paragraphs["topic"].value_counts()).astype(int)
    table["n_theme"] = table["theme"].map(given["theme"].value_counts()).astype(int)
    table["npmi"] = measures(table["n"], table["n_topic"], table["n_theme"], max(len(themes), 1))["npmi"]
    best = table.sort_values(["npmi", "n", "theme"], ascending=[False, False, True]).drop_duplicates("topic")
    whole = found.table[["topic"]].merge(best, on="topic", how="left")
    filled = whole.fillna({"theme": "", "n": 0, "n_topic": 0, "n_theme": 0, "npmi": 0.0})
    return filled.astype({"n": int, "n_topic": int, "n_theme": int})


def _paragraphs(
    tokens: pd.DataFrame, kinds: Collection[str], least: int
) -> tuple[Any, pd.Index[Any], pd.DataFrame]:
    """Paragraphs × words, the words, and the paragraphs' article_id and line_no."""
    codes, vocabulary = coded(tokens["word"])
    articles, names = coded(tokens["article_id"])
    kept = countable(vocabulary, ())[codes] & of_kind(tokens, kinds)
    keys = articles[kept].astype(np.int64) << 32 | tokens["line_no"].to_numpy(dtype=np.int64)[kept]
    rows, paragraphs = pd.factorize(keys, sort=True)
    shape = (len(paragraphs), len(vocabulary))
    matrix = sparse.coo_matrix((np.ones(len(rows)), (rows, codes[kept])), shape=shape).tocsr()
    common = np.flatnonzero(np.diff(matrix.tocsc().indptr) >= least)
    places = pd.DataFrame(
        {"article_id": names[paragraphs >> 32].astype(str), "line_no": paragraphs & 0xFFFFFFFF}
    )
    return matrix[:, common], vocabulary[common], places


def _weighted(matrix: Any) -> Any:
    """tf-idf: 1 + ln n times 1 + ln((1 + N) / (1 + df)), every paragraph of length one."""
    weighted = matrix.copy()
    weighted.data = 1 + np.log(weighted.data)
    df = np.diff(matrix.tocsc().indptr)
    weighted = weighted @ sparse.diags(1 + np.log((1 + matrix.shape[0]) / (1 + df)))
    length = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    return (sparse.diags(1 / np.where(length > 0, length, 1)) @ weighted).tocsr()


def _fit(matrix: Any, n: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights of the topics in the paragraphs and of the words in the topics."""
    import warnings

    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning

    model = NMF(n_components=n, init="nndsvda", max_iter=ITERATIONS, tol=1e-3, random_state=SEED)
    with warnings.catch_warnings():
        # A fit a little short of its tolerance changes no leading word; what matters is measured by stability.
        warnings.simplefilter("ignore", ConvergenceWarning)
        weights = model.fit_transform(matrix)
    return weights, model.components_


def _stability(matrix: Any, leading: NDArray[np.intp], resamples: int) -> NDArray[np.float64]:
    """Mean share of each topic's leading words that the best matching topic of a resample leads with (Jaccard)."""
    from scipy.optimize import linear_sum_assignment

    rng = np.random.default_rng(SEED)
    n, size = len(leading), int(PART * matrix.shape[0])
    total = np.zeros(n)
    for _ in range(resamples):
        drawn = np.sort(rng.choice(matrix.shape[0], size=max(size, n), replace=False))
        _, parts = _fit(matrix[drawn], n)
        again = np.argsort(-parts, axis=1, kind="stable")[:, :LEADING]
        overlap = np.array([[_jaccard(one, other) for other in again] for one in leading])
        mine, theirs = linear_sum_assignment(-overlap)
        total[mine] += overlap[mine, theirs]
    return total / max(resamples, 1)


def _jaccard(one: NDArray[np.intp], other: NDArray[np.intp]) -> float:
    shared = len(np.intersect1d(one, other))
    return shared / (len(one) + len(other) - shared)
