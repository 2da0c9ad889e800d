"""The best label sequence of many sentences at once.

Tokens come as numbers, sentences one after the other. They are worked on by time: the first tokens of all sentences,
then all second tokens, longest sentence first, so that a step of the Viterbi search is a few operations on slices.
`Scorer.emissions` adds up what every label gets at every token; `best_labels` finds the best sequence of each sentence
and names the sentences in which a decision was so close that rounding could turn it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from caytre.text.words.crf import REACH
from caytre.text.words.crftables import Pairs, Tables

__all__ = ["Kinds", "Schedule", "Scorer", "best_labels", "schedule"]

Array = np.ndarray[Any, Any]

TOLERANCE = {4: (5e-4, 5e-5), 8: (1e-9, 1e-11)}
"""By bytes of a number: a smaller margin than the first, plus the second for every token of the sentence, is a tie.

A score is a sum of some twenty weights below ten, so rounding moves it by less than 2e-5 (single precision) or 1e-13
(double) a token, and a difference of two sequences by as much for each of their tokens.
"""

FEW = 8
"""Up to so many sentences a step is one operation over all pairs of labels; beyond, one for each label is faster."""

LONGEST_INTEGER = 2**31
"""What the models' digit test takes for a number: ASCII digits, perhaps a sign, in 32 bits."""

BEGIN, END = 0, 1
"""Token kinds that stand for what is before and after a sentence."""


class Kinds(NamedTuple):
    """Distinct tokens as a model sees them, number 0 and 1 being the beginning and the end of a sentence.

    *raw* and *low* are their numbers in the vocabulary, as they are and in lower case; *single* (offset, kind, label).
    """

    raw: Array
    low: Array
    title: Array
    single: Array


class Schedule(NamedTuple):
    """The order by time: *place* of each token in it, *order* of the tokens, and where each step *begins*."""

    place: Array
    order: Array
    begins: Array
    lengths: Array


def schedule(lengths: Array) -> Schedule:
    """Put the tokens of sentences of these *lengths* in order by time."""
    longest_first = np.argsort(-lengths, kind="stable")
    steps = np.arange(lengths.max(initial=0))
    alive = np.searchsorted(-lengths[longest_first], -steps, side="left")
    begins = np.concatenate([[0], np.cumsum(alive)])
    rank = np.empty(len(lengths), dtype=np.int64)
    rank[longest_first] = np.arange(len(lengths))
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    place = begins[within] + np.repeat(rank, lengths)
    order = np.empty_like(place)
    order[place] = np.arange(len(place))
    return Schedule(place, order, begins, lengths)


class Scorer:
    """Compiled tables, ready to score. *is_title* is the model's own test for a capitalised token."""

    def __init__(self, tables: Tables, is_title: Callable[[str], bool]) -> None:
        self.tables = tables
        self._is_title = is_title
        self._number = dict(zip(tables.vocabulary, range(1, len(tables.vocabulary) + 1), strict=True)).get
        self._pair_both = tables.pair_raw + tables.pair_low if tables.cased else tables.pair_raw
        self._triple_both = tables.triple_raw + tables.triple_low if tables.cased else tables.triple_raw
        self._pair_plain = tables.pair_title + tables.pair_plain
        self._triple_plain = tables.triple_title + tables.triple_plain
        self._pair_columns = np.ascontiguousarray(tables.pair_raw.swapaxes(0, 1))
        self._triple_columns = np.ascontiguousarray(tables.triple_raw.swapaxes(0, 1))
        self._sparse = not (tables.cased or self._pair_plain.any() or self._triple_plain.any())

    def extended(self, known: Kinds | None, tokens: Sequence[str]) -> Kinds:
        """*known* rows and those of further distinct *tokens*; without *known*, the two edges come first."""
        tables = self.tables
        if known is None:
            nothing = np.zeros(2, dtype=np.int64)
            known = Kinds(nothing, nothing, nothing, tables.single_edge.swapaxes(0, 1))
        if not tokens:
            return known
        number = self._number
        raw = np.array([number(token, 0) for token in tokens], dtype=np.int64)
        low = np.array([number(token.lower(), 0) for token in tokens], dtype=np.int64)
        title = np.array([self._is_title(token) for token in tokens], dtype=np.int64)
        single = tables.single_raw[tables.single_raw_row[raw]]
        single += tables.single_low[tables.single_low_row[low]]
        single += tables.single_title[title]
        if tables.single_digit.any():
            single += tables.single_digit[np.array([_is_integer(token) for token in tokens], dtype=np.int64)]
        rows = np.concatenate([known.single, single.swapaxes(0, 1)], axis=1)
        raw, low, title = (np.concatenate(parts) for parts in zip(known[:3], (raw, low, title), strict=True))
        return Kinds(raw, low, title, rows)

    def emissions(self, kinds: Kinds, tokens: Array, times: Schedule) -> Array:
        """Score of each label but the first, relative to it, at every token: (token by time, label)."""
        lengths = times.lengths
        inside = np.arange(len(tokens)) + np.repeat(np.arange(len(lengths)) * 2 * REACH + REACH, lengths)
        padded = np.full(len(tokens) + 2 * REACH * len(lengths), END, dtype=np.int64)
        padded[inside] = tokens
        first = np.cumsum(lengths) - lengths + np.arange(len(lengths)) * 2 * REACH
        padded[first] = padded[first + 1] = BEGIN
        inside = inside[times.order]
        scores: Array = kinds.single[0].take(padded[inside - REACH], axis=0)
        for offset in range(1 - REACH, REACH + 1):
            scores += kinds.single[offset + REACH].take(padded[inside + offset], axis=0)
        (self._add_known if self._sparse else self._add_all)(scores, kinds, padded, inside)
        if self.tables.position.any():
            step = np.repeat(np.arange(len(times.begins) - 1), np.diff(times.begins))
            scores += self.tables.position.take(np.minimum(step, 3), axis=0)
        return scores

    def _add_known(self, scores: Array, kinds: Kinds, padded: Array, inside: Array) -> None:
        """Weights of windows where only the known ones have any."""
        tables = self.tables
        raw = kinds.raw[padded]
        pair = tables.pairs.find(raw[:-1], raw[1:])
        triple = _find_again(tables.triples, pair[:-1], raw[2:])
        token = np.full(len(padded) + 2 * REACH, -1, dtype=np.int64)
        token[inside + REACH] = np.arange(len(inside))
        for rows, size, table, edge in (
            (pair, 2, self._pair_columns, tables.pair_edge),
            (triple, 3, self._triple_columns, tables.triple_edge),
        ):
            if not (table.shape[1] > 1 or edge.any()):
                continue
            over_begin, over_end = _edges(padded, size)
            places = np.flatnonzero((rows > 0) & ~over_begin & ~over_end)
            chosen = rows[places]
            for column, start in enumerate(range(-2, 4 - size)):
                self._add_rows(scores, token, places - start, table[column], chosen)
                for side, over in ((BEGIN, over_begin), (END, over_end & ~over_begin)):
                    if edge[side, column].any():
                        at = np.flatnonzero(over) - start
                        self._add_rows(scores, token, at, edge[side, column : column + 1], np.zeros_like(at))

    @staticmethod
    def _add_rows(scores: Array, token: Array, at: Array, table: Array, rows: Array) -> None:
        target = token[at + REACH]
        filled = target >= 0
        scores[target[filled]] += table.take(rows[filled], axis=0)

    def _add_all(self, scores: Array, kinds: Kinds, padded: Array, inside: Array) -> None:
        """Weights of windows where every one has some: by lower case, dictionary and capitals."""
        tables = self.tables
        raw, low, title = kinds.raw[padded], kinds.low[padded], kinds.title[padded].astype(bool)
        pair = tables.pairs.find(raw[:-1], raw[1:])
        triple = _find_again(tables.triples, pair[:-1], raw[2:])
        pair_rows = self._pair_both.take(pair, axis=0)
        triple_rows = self._triple_both.take(triple, axis=0)
        differs = raw != low
        mixed = np.flatnonzero(differs[:-1] | differs[1:])
        low_pair = pair.copy()
        low_pair[mixed] = tables.pairs.find(low[mixed], low[mixed + 1])
        pair_rows[mixed] = tables.pair_raw.take(pair[mixed], axis=0) + tables.pair_low.take(
            low_pair[mixed], axis=0
        )
        mixed = np.flatnonzero(differs[:-2] | differs[1:-1] | differs[2:])
        low_triple = tables.triples.find(low_pair[mixed], low[mixed + 2])
        triple_rows[mixed] = tables.triple_raw[triple[mixed]] + tables.triple_low[low_triple]
        pair_rows += self._pair_plain.take((title[:-1] & title[1:]).view(np.int8), axis=0)
        triple_rows += self._triple_plain.take((title[:-2] & title[1:-1] & title[2:]).view(np.int8), axis=0)
        for rows, size, edge in ((pair_rows, 2, tables.pair_edge), (triple_rows, 3, tables.triple_edge)):
            over_begin, over_end = _edges(padded, size)
            rows[over_end] = edge[END]
            rows[over_begin] = edge[BEGIN]
            for column, start in enumerate(range(-2, 4 - size)):
                scores += rows[:, column].take(inside + start, axis=0)


def _find_again(triples: Pairs, pair: Array, third: Array) -> Array:
    """The rows of triples, looked up only where the first two tokens are a known pair."""
    rows = np.zeros(len(pair), dtype=np.int32)
    known = np.flatnonzero(pair)
    rows[known] = triples.find(pair[known], third[known])
    return rows


def _edges(padded: Array, size: int) -> tuple[Array, Array]:
    """Which windows of *size* begin before their sentence, and which end after it."""
    over_begin: Array = padded[: len(padded) - size + 1] == BEGIN
    over_end: Array = padded[size - 1 :] == END
    return over_begin, over_end


def best_labels(scores: Array, transitions: Array, times: Schedule) -> tuple[Array, Array]:
    """Label numbers of all tokens in text order, and the numbers of the sentences that hold a near tie.

    *scores* as `Scorer.emissions` gives them; they are overwritten. A sentence whose decisions are all clear has one
    best sequence, whatever the order in which its weights are added.
    """
    if not len(scores):
        return np.zeros(0, dtype=np.int8), np.zeros(0, dtype=np.int64)
    by_label = np.ascontiguousarray(scores.T)
    decide = _two_labels if len(by_label) == 1 else _many_labels
    labels, margins = decide(by_label, transitions.astype(scores.dtype), times.begins)
    fixed, per_token = TOLERANCE[scores.dtype.itemsize]
    close = np.flatnonzero(margins[times.place] < fixed + per_token * np.repeat(times.lengths, times.lengths))
    return labels[times.place], np.unique(np.searchsorted(np.cumsum(times.lengths), close, side="right"))


def _two_labels(scores: Array, transitions: Array, begins: Array) -> tuple[Array, Array]:
    """With two labels one number a token is enough: how much better the second is than the first."""
    (stay_0, to_1), (to_0, stay_1) = transitions
    ahead = scores[0]
    before_0 = np.empty_like(ahead)
    before_1 = np.empty_like(ahead)
    bounds = begins.tolist()
    for earlier, start, stop in zip(bounds, bounds[1:], bounds[2:], strict=False):
        last = ahead[earlier : earlier + stop - start]
        from_0 = np.add(last, to_0 - stay_0, out=before_0[start:stop])
        from_1 = np.add(last, stay_1 - to_1, out=before_1[start:stop])
        gain = np.maximum(from_1, 0)
        gain -= np.maximum(from_0, 0)
        gain += to_1 - stay_0
        ahead[start:stop] += gain
    labels = np.zeros(len(ahead), dtype=bool)
    margins = ahead.copy()
    current = ahead[: bounds[1]] > 0
    known = 0
    for time in range(len(bounds) - 2, -1, -1):
        start, stop = bounds[time], bounds[time + 1]
        current[known : stop - start] = ahead[start + known : stop] > 0
        known = stop - start
        labels[start:stop] = current[:known]
        if time:
            step = np.where(current[:known], before_1[start:stop], before_0[start:stop])
            margins[bounds[time - 1] : bounds[time - 1] + known] = step
            current[:known] = step > 0
    return labels.view(np.int8), np.abs(margins)


def _many_labels(scores: Array, transitions: Array, begins: Array) -> tuple[Array, Array]:
    """Scores are kept by (label, token): the inner loops of numpy then run over sentences."""
    count = len(transitions)
    forward = np.zeros((count, scores.shape[1]), dtype=scores.dtype)
    forward[1:] = scores
    columns = transitions[:, :, None]
    bounds = begins.tolist()
    for earlier, start, stop in zip(bounds, bounds[1:], bounds[2:], strict=False):
        last = forward[:, earlier : earlier + stop - start]
        if stop - start <= FEW:
            best = (last[:, None] + columns).max(axis=0)
        else:
            best = last[0] + columns[0]
            step = np.empty_like(best)
            for label in range(1, count):
                np.add(last[label], columns[label], out=step)
                np.maximum(best, step, out=best)
        best -= best[0].copy()
        forward[:, start:stop] += best
    labels = np.zeros(scores.shape[1], dtype=np.int8)
    margins = np.empty(scores.shape[1], dtype=scores.dtype)
    current = np.zeros(bounds[1], dtype=np.int64)
    known = 0
    for time in range(len(bounds) - 2, -1, -1):
        start, stop = bounds[time], bounds[time + 1]
        final = forward[:, start:stop]
        final[:, :known] += transitions[:, current[:known]]
        known = stop - start
        current[:known] = final.argmax(axis=0)
        labels[start:stop] = current[:known]
        columns_of = np.arange(known)
        top = final[current[:known], columns_of]
        final[current[:known], columns_of] = -np.inf
        margins[start:stop] = top - final.max(axis=0)
    return labels, margins


def _is_integer(token: str) -> bool:
    sign, digits = (token[0], token[1:]) if token[0] in "+-" else ("", token)
    if not (digits.isascii() and digits.isdecimal()):
        return False
    value = digits.lstrip("0")
    return len(value) < 10 or (len(value) == 10 and -LONGEST_INTEGER <= int(sign + value) < LONGEST_INTEGER)
