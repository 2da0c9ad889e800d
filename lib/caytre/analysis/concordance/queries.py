"""Queries: from what a reader types to runs of word codes, looked up in the vocabulary and never in the corpus.

A segmenter cuts the same phrase now one way, now another, so a phrase is cut in every way that the vocabulary knows.
Unless told otherwise case and tone-mark style do not matter (*hoà* finds *hòa*), and tone marks do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import translate
from typing import Any, Literal, TypeAlias, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from caytre.text.orthography import fold, nfc

__all__ = ["By", "QueryError", "Run", "Vocabulary"]

By: TypeAlias = Literal["word", "phrase", "syllable", "glob", "regex"]
"""word: one word of the segmentation. phrase: words that read so, however they are cut. syllable: syllables that read
so, also inside longer words. glob: words that fit a pattern with * and ?. regex: words that a regular expression fits."""

Run: TypeAlias = "list[NDArray[np.int32]]"
"""One way to cut a query: for each token the sorted codes that fit."""

LONGEST = 20
"""More syllables than this are not looked for: the ways to cut them would be too many, and fewer find the same place."""

JOINT = " \n "
EDGE, WITHIN = "\n", "\n "
"""What stands beside a run of syllables in the list of words where it ends a word, or where it may stop inside one."""

PIECE = re.compile(r"[^\W_]+(?:[-./][^\W_]+)*|[^\w\s]")


class QueryError(ValueError):
    """A query that cannot be looked for; the message says why and what to type instead."""


class Vocabulary:
    """The words of a corpus in the order of their codes, folded for comparing, with or without their marks."""

    def __init__(self, words: Sequence[str] | pd.Index[Any], *, toneless: bool = False) -> None:
        self._toneless = toneless
        # Blanks around the joint let every syllable be folded once, however many words it stands in.
        self.words = self.folded(JOINT.join(map(str, words))).split(JOINT) if len(words) else []
        self._text = "\n".join(["", *self.words, ""])
        self._ends = np.cumsum([len(word) + 1 for word in self.words])
        self._codes: dict[str, list[int]] = {}
        for code, word in enumerate(self.words):
            self._codes.setdefault(word, []).append(code)

    def folded(self, text: str) -> str:
        return fold(nfc(text), tones=not self._toneless)

    def runs(self, query: str, by: By) -> list[Run]:
        """The ways to cut *query*; none where the corpus cannot hold it. Raises QueryError for a query without sense."""
        if by not in get_args(By):
            raise QueryError(f'by="{by}" is unknown; use {", ".join(get_args(By))}')
        wanted = self.folded(query.strip())
        if not wanted:
            raise QueryError("the query is empty; type a word")
        if by == "word":
            return [run for run in [[self.exact(" ".join(wanted.split()))]] if len(run[0])]
        if by in ("glob", "regex"):
            return self._patterns(query.strip(), by)
        pieces = PIECE.findall(wanted)
        if not pieces or len(pieces) > LONGEST:
            raise QueryError(f'"{query}" has {len(pieces)} syllables; type 1 to {LONGEST}')
        return list(self._cuts(pieces) if by == "phrase" else self._inside(pieces))

    def exact(self, word: str) -> NDArray[np.int32]:
        """The codes of the words that read like *word*, which is folded."""
        return np.array(self._codes.get(word, ()), dtype=np.int32)

    def _patterns(self, query: str, by: By) -> list[Run]:
        try:
            pattern = re.compile(translate(self.folded(query)) if by == "glob" else query, re.IGNORECASE)
        except re.error as error:
            raise QueryError(f'"{query}" is no regular expression: {error}') from None
        codes = np.array(
            [code for code, word in enumerate(self.words) if pattern.fullmatch(word)], dtype=np.int32
        )
        return [[codes]] if len(codes) else []

    def _cuts(self, pieces: list[str]) -> Iterator[Run]:
        """Every way to make *pieces* out of whole words."""
        if not pieces:
            yield []
            return
        for length in range(1, len(pieces) + 1):
            codes = self.exact(" ".join(pieces[:length]))
            if len(codes):
                for rest in self._cuts(pieces[length:]):
                    yield [codes, *rest]

    def _inside(self, pieces: list[str]) -> Iterator[Run]:
        """Every way to make *pieces* out of the end of a word, whole words and the beginning of a word."""
        whole = self._holding(pieces, WITHIN, WITHIN)
        if len(whole):
            yield [whole]
        for first in range(1, len(pieces)):
            ends = self._holding(pieces[:first], WITHIN, EDGE)
            for last in range(first, len(pieces)) if len(ends) else ():
                begins = self._holding(pieces[last:], EDGE, WITHIN)
                if len(begins):
                    for middle in self._cuts(pieces[first:last]):
                        yield [ends, *middle, begins]

    def _holding(self, pieces: list[str], before: str, after: str) -> NDArray[np.int32]:
        """Codes of the words that hold the *pieces* with one of these characters before and one of these after."""
        wanted, text = " ".join(pieces), self._text
        found, at = [], text.find(wanted)
        while at > 0:
            if text[at - 1] in before and text[at + len(wanted)] in after:
                found.append(at - 1)
            at = text.find(wanted, at + 1)
        words = np.searchsorted(self._ends, np.array(found, dtype=np.int64), side="right")
        return np.unique(words).astype(np.int32)
