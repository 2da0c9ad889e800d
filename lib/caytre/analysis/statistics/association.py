"""Association: words that stand together more often than their frequencies explain.

Pairs never cross a sentence. An adjacent pair has nothing between its words, not even a comma; a window counts words
only, so that a comma does not use up a place.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from caytre.analysis.statistics.contrast import log_likelihood
from caytre.analysis.statistics.counts import coded, countable, of_kind
from caytre.tables import BODY_KINDS

__all__ = ["MEASURES", "log_dice", "measures", "pairs"]

MEASURES = ("log_dice", "npmi", "mi", "t", "g2", "delta_p", "delta_p_back")


class _Stream(NamedTuple):
    """Words in running order, the sentence each stands in, and its place in the sentence."""

    words: NDArray[np.int64]
    sentences: NDArray[np.int64]
    places: NDArray[np.int64]


def measures(n: ArrayLike, n_left: ArrayLike, n_right: ArrayLike, total: float) -> pd.DataFrame:
    """Association of pairs seen *n* times, their words *n_left* and *n_right* times, among *total* pairs.

    log_dice = 14 + log2(2n / (n_left + n_right)) (Rychlý 2008; at most 14, comparable between corpora); npmi = mi /
    -log2(n / total) (Bouma 2009; -1 to 1); mi = log2(O / E) (Church & Hanks 1990; favours rare pairs); t =
    (O - E) / √O (Church et al. 1991; favours frequent ones); g2 signed log-likelihood, four cells (Dunning 1993);
    delta_p = P(right | left) - P(right | not left), delta_p_back the other way round (Gries 2013).
    """
    o, left, right = (np.asarray(x, dtype=float) for x in (n, n_left, n_right))
    expected = left * right / total
    with np.errstate(divide="ignore", invalid="ignore"):
        mi = np.log2(o / expected)
        npmi = np.where(o >= total, 1.0, mi / -np.log2(o / total))
        forward = o / left - (right - o) / (total - left)
        backward = o / right - (left - o) / (total - right)
        t = (o - expected) / np.sqrt(o)
    dice = log_dice(o, left, right)
    g2 = _g2(o, left, right, total)
    columns = (dice, npmi, mi, t, g2, forward, backward)
    return pd.DataFrame(dict(zip(MEASURES, (np.atleast_1d(c) for c in columns), strict=True)))


def log_dice(n: ArrayLike, n_left: ArrayLike, n_right: ArrayLike) -> NDArray[np.float64]:
    """The first of the measures alone, for choosing among many pairs."""
    o, left, right = (np.asarray(x, dtype=float) for x in (n, n_left, n_right))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(14 + np.log2(2 * o / (left + right)))


def _g2(o: NDArray[Any], left: NDArray[Any], right: NDArray[Any], total: float) -> NDArray[np.float64]:
    """The pair's table read as a word (right) in two corpora (after left, elsewhere): the same four cells."""
    return log_likelihood(o, left, right - o, total - left)


def pairs(
    tokens: pd.DataFrame,
    *,
    window: int = 1,
    kinds: Collection[str] = BODY_KINDS,
    leave_out: Collection[str] = (),
    min_n: int = 3,
) -> pd.DataFrame:
    """Every pair of words seen at least *min_n* times: left, right, n, n_left, n_right, n_articles and the MEASURES.

    *window* = 1 takes words that touch; a larger one takes words up to that many words apart, in text order. The
    words of *leave_out* form no pair but keep their place. n_left and n_right count pairs (those that a word opens,
    those that it closes), not words, so that observed and expected counts are of one kind in any window (Evert 2008).
    """
    if window < 1:
        raise ValueError(f"window is {window}; give 1 for touching words or a number of words")
    stream, articles, vocabulary = _stream(tokens, kinds, adjacent=window == 1)
    allowed = countable(vocabulary, leave_out)[stream.words]
    firsts, seconds, where = _windowed(stream, allowed, articles, window)
    keys, n, n_articles = _tally(firsts * len(vocabulary) + seconds, where)
    kept = n >= min_n
    left, right = keys[kept] // len(vocabulary), keys[kept] % len(vocabulary)
    n_left = np.bincount(firsts, minlength=len(vocabulary))[left]
    n_right = np.bincount(seconds, minlength=len(vocabulary))[right]
    table = pd.DataFrame({"left": vocabulary[left].astype(str), "right": vocabulary[right].astype(str)})
    table["n"], table["n_left"], table["n_right"] = n[kept], n_left, n_right
    table["n_articles"] = n_articles[kept]
    table = pd.concat([table, measures(n[kept], n_left, n_right, max(len(firsts), 1))], axis=1)
    return table.sort_values(
        ["log_dice", "n", "left", "right"], ascending=[False, False, True, True], ignore_index=True
    )


def _stream(
    tokens: pd.DataFrame, kinds: Collection[str], *, adjacent: bool
) -> tuple[_Stream, NDArray[np.int64], pd.Index[Any]]:
    words, vocabulary = coded(tokens["word"])
    articles, _ = coded(tokens["article_id"])
    counted = countable(vocabulary, ())[words] & of_kind(tokens, kinds)
    sentences = sentence_numbers(tokens)
    places = np.arange(len(tokens)) if adjacent else np.cumsum(counted)
    stream = _Stream(words[counted].astype(np.int64), sentences[counted], places[counted])
    return stream, articles[counted].astype(np.int64), vocabulary


def sentence_numbers(tokens: pd.DataFrame) -> NDArray[np.int64]:
    """A running number for the sentence of every token, in the order of the frame."""
    articles, _ = coded(tokens["article_id"])
    changed = np.zeros(len(tokens), dtype=np.bool_)
    for column in (articles, tokens["line_no"].to_numpy(), tokens["sent_no"].to_numpy()):
        changed[1:] |= column[1:] != column[:-1]
    return np.cumsum(changed)


def _windowed(
    stream: _Stream, allowed: NDArray[np.bool_], articles: NDArray[np.int64], window: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    firsts, seconds, where = [], [], []
    for distance in range(1, window + 1):
        together = stream.sentences[distance:] == stream.sentences[:-distance]
        together &= stream.places[distance:] - stream.places[:-distance] <= window
        together &= allowed[distance:] & allowed[:-distance]
        firsts.append(stream.words[:-distance][together])
        seconds.append(stream.words[distance:][together])
        where.append(articles[:-distance][together])
    return np.concatenate(firsts), np.concatenate(seconds), np.concatenate(where)


def _tally(
    keys: NDArray[np.int64], articles: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Distinct keys with how often each occurs and in how many articles."""
    order = np.lexsort((articles, keys))
    keys, articles = keys[order], articles[order]
    new_key = np.ones(len(keys), dtype=np.bool_)
    new_key[1:] = keys[1:] != keys[:-1]
    new_article = new_key.copy()
    new_article[1:] |= articles[1:] != articles[:-1]
    starts = np.flatnonzero(new_key)
    n = np.diff(np.append(starts, len(keys)))
    n_articles = np.add.reduceat(new_article.astype(np.int64), starts) if len(starts) else starts
    return keys[starts], n, n_articles
