"""Word boundaries and parts of speech as underthesea's models give them, many times faster.

The models inside the underthesea package are evaluated as tables over all sentences of a batch (`crf`, `decode`). The
labels are the same: a sentence in which two readings lie closer than rounding goes to underthesea itself, and when the
tables are loaded their labels on a fixed text are compared with those that underthesea gave when they were built.
Where the model files are not those that the tables were proved on, or a label differs, underthesea does all the work
and one warning says so.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from caytre.text.words import models
from caytre.text.words.chunks import Chunks
from caytre.text.words.decode import Kinds, Scorer, best_labels, schedule

__all__ = ["ENGINES", "Labeller", "engine_used", "labeller", "segment", "tag", "versions"]

Array = np.ndarray[Any, Any]

ENGINES = ("fast", "underthesea")
INSIDE = "I-W"

BLOCK = 150_000
"""Tokens scored at once: some 100 MB of working memory, and enough to make a call of numpy worth its while."""

versions = models.versions


class Labeller:
    """One model, ready to label sentences of numbered tokens. Get it from `labeller`."""

    def __init__(self, name: str, stored: models.Stored | None) -> None:
        self.name = name
        self.engine = "fast" if stored else "underthesea"
        self.labels = models.labels(name, stored)
        self._number = {label: number for number, label in enumerate(self.labels)}
        self._odd = re.compile(f"[{re.escape(stored.odd)}]").search if stored and stored.odd else None
        self._odd_tokens: list[int] = []
        self._scorer = Scorer(stored.tables, models.MODELS[name].is_title) if stored else None
        self._exact: Scorer | None = None
        self._spelling: Sequence[str] | None = None
        self._kinds: Kinds | None = None

    def decide(self, spelling: Sequence[str], tokens: Array, lengths: Array) -> Array:
        """The number of the label of every token.

        *tokens* are places in *spelling*, whose first two entries are not used; the same *spelling* may have grown
        since the last call. *lengths* counts the tokens of each sentence.
        """
        if self._scorer is None:
            return self._asked(spelling, tokens, lengths)
        if self._spelling is not spelling:
            self._spelling, self._kinds, self._odd_tokens = spelling, None, []
        known = 2 if self._kinds is None else len(self._kinds.raw)
        self._kinds = kinds = self._scorer.extended(self._kinds, spelling[known:])
        if self._odd:
            self._odd_tokens += [place for place in range(known, len(spelling)) if self._odd(spelling[place])]
        labels, tied = _by_blocks(self._scorer, kinds, tokens, lengths)
        sentence = np.repeat(np.arange(len(lengths)), lengths)
        if len(tied):
            chosen = np.isin(sentence, tied)
            labels[chosen] = self._exactly(spelling, tokens[chosen], lengths[tied])
        if self._odd_tokens:
            odd = np.unique(sentence[np.isin(tokens, self._odd_tokens)])
            chosen = np.isin(sentence, odd)
            labels[chosen] = self._asked(spelling, tokens[chosen], lengths[odd])
        return labels

    def _exactly(self, spelling: Sequence[str], tokens: Array, lengths: Array) -> Array:
        """Labels of sentences that single precision could not decide."""
        scorer = self._exact_scorer()
        distinct, numbers = np.unique(tokens, return_inverse=True)
        kinds = scorer.extended(None, [spelling[token] for token in distinct.tolist()])
        labels, tied = _by_blocks(scorer, kinds, numbers + 2, lengths)
        if len(tied):
            chosen = np.isin(np.repeat(np.arange(len(lengths)), lengths), tied)
            labels[chosen] = self._asked(spelling, tokens[chosen], lengths[tied])
        return labels

    def _exact_scorer(self) -> Scorer:
        if self._exact is None:
            stored = models.stored(self.name, exact=True)
            if stored is None:
                raise RuntimeError(
                    f"the files of the model {self.name} changed while it was in use; start Python anew"
                )
            self._exact = Scorer(stored.tables, models.MODELS[self.name].is_title)
        return self._exact

    def _asked(self, spelling: Sequence[str], tokens: Array, lengths: Array) -> Array:
        """Labels from underthesea itself."""
        labels = np.zeros(len(tokens), dtype=np.int8)
        ask = models.reference(self.name)
        begin = 0
        for length in lengths.tolist():
            words = [spelling[token] for token in tokens[begin : begin + length].tolist()]
            if words:
                labels[begin : begin + length] = [self._number[label] for label in ask(words)]
            begin += length
        return labels


@lru_cache(maxsize=len(ENGINES) * len(models.MODELS))
def labeller(name: str, engine: str = "fast") -> Labeller:
    """The model *name* ("words", "pos", "pos-2017"); *engine* "fast" (tables) or "underthesea" (its own code).

    `.engine` of the result tells which of the two it is: without tables that pass their check, it is "underthesea".
    """
    if engine not in ENGINES:
        raise ValueError(f'no engine "{engine}"; use one of {", ".join(ENGINES)}')
    stored = models.stored(name) if engine == "fast" else None
    if stored is None:
        return Labeller(name, None)
    fast = Labeller(name, stored)
    if _passes(fast, stored):
        return fast
    reason = (
        f"the fast tables of {models.MODELS[name].path} do not give the labels of underthesea on a fixed text"
    )
    warnings.warn(f"{reason}; underthesea itself is used, which is slower", RuntimeWarning, stacklevel=2)
    return Labeller(name, None)


def engine_used() -> str:
    """The engine that words and tags come from by default: "fast", or "underthesea" where the tables cannot be used."""
    used = {labeller(name).engine for name in ("words", "pos")}
    return "fast" if used == {"fast"} else "underthesea"


def segment(sentences: Sequence[str], *, engine: str = "fast") -> list[list[str]]:
    """The words of each sentence, as `underthesea.word_tokenize(sentence, use_token_normalize=False)` gives them.

    This is the bare model; `words.annotate` is what texts should be read with.
    """
    model = labeller("words", engine)
    chunks = _plain_chunks()
    tokens = chunks.tokens(sentences)
    inside = model.decide(chunks.spelling, tokens.kind, tokens.lengths) == model.labels.index(INSIDE)
    return list(
        _words([chunks.spelling[kind] for kind in tokens.kind.tolist()], inside.tolist(), tokens.lengths)
    )


def tag(sentences: Sequence[Sequence[str]], *, model: str = "pos", engine: str = "fast") -> list[list[str]]:
    """The part of speech of each word of each sentence; *model* "pos" (2023) or "pos-2017" (`underthesea.pos_tag`)."""
    chosen = labeller(model, engine)
    for word in {word for sentence in sentences for word in sentence}:
        if "" in word.split(" "):
            raise ValueError(f'"{word}" is no word: it is empty, or has a blank at an end or two in a row')
    number: dict[str, int] = {}
    kinds = [number.setdefault(word, len(number) + 2) for sentence in sentences for word in sentence]
    lengths = np.array([len(sentence) for sentence in sentences], dtype=np.int64)
    labels = chosen.decide(["", "", *number], np.array(kinds, dtype=np.int64), lengths)
    found = iter([chosen.labels[label] for label in labels.tolist()])
    return [[next(found) for _ in sentence] for sentence in sentences]


@lru_cache(maxsize=1)
def _plain_chunks() -> Chunks:
    return Chunks(models.token_pattern())


def _by_blocks(scorer: Scorer, kinds: Kinds, tokens: Array, lengths: Array) -> tuple[Array, Array]:
    """Labels of all tokens, and the sentences that are a near tie to *scorer*."""
    ends = np.cumsum(lengths)
    cuts = np.unique(np.searchsorted(ends, np.arange(BLOCK, len(tokens), BLOCK))).tolist()
    labels, tied = [np.zeros(0, dtype=np.int8)], [np.zeros(0, dtype=np.int64)]
    for first, last in zip([0, *cuts], [*cuts, len(lengths)], strict=True):
        if first < last:
            times = schedule(lengths[first:last])
            scores = scorer.emissions(kinds, tokens[ends[first] - lengths[first] : ends[last - 1]], times)
            found, close = best_labels(scores, scorer.tables.transitions, times)
            labels.append(found)
            tied.append(close + first)
    return np.concatenate(labels), np.concatenate(tied)


def _words(tokens: list[str], inside: list[bool], lengths: Array) -> Iterator[list[str]]:
    place = 0
    for length in lengths.tolist():
        words: list[str] = []
        for token, continues in zip(
            tokens[place : place + length], inside[place : place + length], strict=True
        ):
            if continues and words:
                words[-1] += " " + token
            else:
                words.append(token)
        place += length
        yield words


def _passes(fast: Labeller, stored: models.Stored) -> bool:
    """Whether the tables label the fixed text as the package did, and the tokeniser finds the same tokens in it."""
    sentences = stored.check["tokens"]
    if stored.pattern:
        chunks = Chunks(stored.pattern)
        found = chunks.tokens(models.CHECK_TEXT)
        if [chunks.spelling[kind] for kind in found.kind.tolist()] != [
            token for row in sentences for token in row
        ]:
            return False
    number: dict[str, int] = {}
    kinds = np.array([number.setdefault(token, len(number) + 2) for row in sentences for token in row])
    labels = fast.decide(["", "", *number], kinds, np.array([len(row) for row in sentences]))
    return [fast.labels[label] for label in labels.tolist()] == [
        label for row in stored.check["labels"] for label in row
    ]
