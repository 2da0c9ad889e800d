"""Counting words: from a frame of tokens to a sparse table of parts × words, without a Python string per token.

A *part* is an article, or the share of an article that belongs to a group (a speaker, a kind of line). Parts, not
tokens, are what later gets resampled and permuted. Words count from body lines and headings by default, and a word is
a token with at least one letter: punctuation and bare numbers are left out on purpose.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from caytre.tables import BODY_KINDS

__all__ = [
    "Counts",
    "Grouping",
    "coded",
    "count",
    "countable",
    "display_forms",
    "frequency",
    "of_kind",
    "sizes",
    "totals",
]

Grouping: TypeAlias = "str | Mapping[str, str] | pd.Series[Any]"
"""A column of the tokens, or a mapping (or Series) from article_id to the name of a group."""

PER = 10_000


class Counts(NamedTuple):
    """How often each word stands in each part: *matrix* (parts × words), one row of *parts* (article_id, group) a row."""

    matrix: sparse.csr_matrix
    words: pd.Index[Any]
    parts: pd.DataFrame


def coded(column: pd.Series[Any]) -> tuple[NDArray[Any], pd.Index[Any]]:
    """Integer codes and the values they stand for; free where the column is categorical. A missing value has code -1."""
    categorical = column if isinstance(column.dtype, pd.CategoricalDtype) else column.astype("category")
    values = categorical.array
    return np.asarray(values.codes), values.categories  # the accessor .cat.codes would copy


def count(
    tokens: pd.DataFrame,
    *,
    by: Grouping = "article_id",
    kinds: Collection[str] = BODY_KINDS,
    leave_out: Collection[str] = (),
) -> Counts:
    """Count words in every part. *kinds* are the kinds of line that count, *leave_out* words (lower case) that do not.

    Tokens whose group is missing or empty belong to no part. Raises KeyError where a column named by *by* is absent.
    """
    words, vocabulary = coded(tokens["word"])
    articles, names = coded(tokens["article_id"])
    groups, group_names = _groups(tokens, by, articles, names)
    keep = countable(vocabulary, leave_out)[words] & (groups >= 0) & of_kind(tokens, kinds)
    keys = articles[keep].astype(np.int64) * len(group_names) + groups[keep]
    rows, parts = _numbered(keys)
    matrix = _tabulated(rows, words[keep], (len(parts), len(vocabulary)))
    used = np.flatnonzero(np.asarray(matrix.sum(axis=0)).ravel())
    frame = pd.DataFrame(
        {
            "article_id": names[parts // len(group_names)].astype(str),
            "group": group_names[parts % len(group_names)].astype(str),
        }
    )
    return Counts(matrix[:, used], vocabulary[used], frame)


def totals(counts: Counts) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For every word: how often it occurs, and in how many articles."""
    n = np.asarray(counts.matrix.sum(axis=0), dtype=np.int64).ravel()
    per_article, _ = merged(counts, "article_id")
    return n, np.diff(per_article.tocsc().indptr).astype(np.int64)


def merged(counts: Counts, column: str) -> tuple[sparse.csr_matrix, list[str]]:
    """The table with parts added up that have the same *column* ("article_id" or "group"), and the names of its rows."""
    rows, names = pd.factorize(counts.parts[column], sort=True)
    if len(names) == len(rows) and (np.diff(rows) > 0).all():
        return counts.matrix, list(names)
    ones = np.ones(len(rows), dtype=np.int32)
    merge = sparse.csr_matrix((ones, (rows, np.arange(len(rows)))), shape=(len(names), len(rows)))
    return (merge @ counts.matrix).tocsr(), list(names)


def sizes(counts: Counts) -> NDArray[np.int64]:
    """How many words each part has."""
    return np.asarray(counts.matrix.sum(axis=1), dtype=np.int64).ravel()


def frequency(
    tokens: pd.DataFrame,
    *,
    by: Grouping | None = None,
    kinds: Collection[str] = BODY_KINDS,
    leave_out: Collection[str] = (),
) -> pd.DataFrame:
    """Every word with n, per_10k (of all counted words, those left out not among them) and n_articles.

    With *by*, one row for each word of each group; then per_10k is of the group's words. Most frequent first.
    """
    counts = count(tokens, by="article_id" if by is None else by, kinds=kinds, leave_out=leave_out)
    if by is None:
        return _listed(counts).sort_values(["n", "word"], ascending=[False, True], ignore_index=True)
    frames = []
    for group in sorted(set(counts.parts["group"])):
        mine = np.flatnonzero(counts.parts["group"] == group)
        part = Counts(counts.matrix[mine], counts.words, counts.parts.iloc[mine])
        frames.append(_listed(part).assign(group=group))
    whole = pd.concat(frames) if frames else _listed(counts).assign(group="")
    order = whole.sort_values(["group", "n", "word"], ascending=[True, False, True], ignore_index=True)
    return order[["group", "word", "n", "per_10k", "n_articles"]]


def display_forms(tokens: pd.DataFrame) -> pd.Series[str]:
    """word -> its commonest written form (of two equally common ones the first in code point order).

    A form that only stands at the head of a sentence wins where no other occurs, so *Hội nghị* can stay capitalised.
    """
    words, vocabulary = coded(tokens["word"])
    forms, spellings = coded(tokens["form"])
    keys = words.astype(np.int64) * max(len(spellings), 1) + forms
    numbers, pairs = pd.factorize(keys[(words >= 0) & (forms >= 0)], sort=True)
    n = np.bincount(numbers, minlength=len(pairs))
    word, form = pairs // max(len(spellings), 1), pairs % max(len(spellings), 1)
    best = np.lexsort((form, -n, word))
    first = best[np.r_[True, np.diff(word[best]) != 0]] if len(best) else best
    return pd.Series(
        spellings[form[first]].astype(str), index=vocabulary[word[first]].astype(str), name="form"
    )


def _numbered(keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Keys as consecutive numbers in their order, and the distinct keys; without hashing where they are small numbers."""
    top = int(keys.max()) + 1 if len(keys) else 0
    if top > 2 * len(keys) + 1_000_000:
        rows, distinct = pd.factorize(keys, sort=True)
        return rows.astype(np.int64), np.asarray(distinct)
    present = np.bincount(keys, minlength=top) > 0
    return (np.cumsum(present) - 1)[keys], np.flatnonzero(present)


def _tabulated(rows: NDArray[np.int64], columns: NDArray[Any], shape: tuple[int, int]) -> sparse.csr_matrix:
    """How often each (row, column) occurs. Tokens in article order need no sorting by row."""
    if len(rows) and (rows[1:] < rows[:-1]).any():
        order = np.argsort(rows, kind="stable")
        rows, columns = rows[order], columns[order]
    starts = np.searchsorted(rows, np.arange(shape[0] + 1))
    matrix = sparse.csr_matrix(
        (np.ones(len(rows), dtype=np.int32), columns.astype(np.int32), starts), shape=shape
    )
    matrix.sum_duplicates()
    return matrix


def _listed(counts: Counts) -> pd.DataFrame:
    n, n_articles = totals(counts)
    total = int(n.sum())
    table = pd.DataFrame({"word": counts.words.astype(str), "n": n})
    table["per_10k"] = table["n"] * (PER / total) if total else 0.0
    table["n_articles"] = n_articles
    return table[table["n"] > 0]


def countable(vocabulary: pd.Index[Any], leave_out: Collection[str]) -> NDArray[np.bool_]:
    """Which words count; one entry more than words, False, so that the code -1 of a missing word finds it."""
    left = set(leave_out)
    flags = [any(map(str.isalpha, word)) and word.lower() not in left for word in vocabulary.astype(str)]
    return np.array([*flags, False])


def of_kind(tokens: pd.DataFrame, kinds: Collection[str]) -> NDArray[np.bool_]:
    if "kind" not in tokens.columns:
        return np.ones(len(tokens), dtype=np.bool_)
    codes, names = coded(tokens["kind"])
    flags = np.array([*(name in kinds for name in names), False])
    return np.asarray(flags[codes])


def _groups(
    tokens: pd.DataFrame, by: Grouping, articles: NDArray[Any], names: pd.Index[Any]
) -> tuple[NDArray[Any], pd.Index[Any]]:
    """Group code of every token (-1: none) and the names of the groups."""
    if isinstance(by, str):
        if by not in tokens.columns:
            raise KeyError(f'the tokens have no column "{by}" (found: {", ".join(tokens.columns)})')
        codes, labels = coded(tokens[by])
        empty = np.array([*(str(label) == "" for label in labels), True])
        return np.where(empty[codes], -1, codes), labels
    of_article = [by.get(name) for name in names]
    codes, uniques = pd.factorize(np.array([value or None for value in of_article], dtype=object), sort=True)
    return np.append(codes, -1)[articles], pd.Index(uniques)
