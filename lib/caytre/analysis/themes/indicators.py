"""Finding many indicator phrases in a text at once, on folded syllables, the longest first.

*Hoà bình* finds *hòa bình* and *HOÀ BÌNH*; tone marks themselves count. Between two syllables of a phrase may stand
blanks or a hyphen; a comma only where the phrase has one, and there it may be missing; nothing else, so that no phrase
reaches over a full stop, a bracket or a quotation mark. A syllable of a phrase may hold * for any run of letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import translate
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from caytre.text.orthography import fold, nfc, syllables

__all__ = ["Indicators", "Match", "pieces"]

BLANKS = " \t\u00a0-\u2010\u2011\u2012\u2013\u2014\u2015"
"""What may stand between two syllables of one phrase, besides one comma."""

PIECE = re.compile(r"[^\W_*]*\*[\w*]*|[^\W\d_]+|\d+|,")
"""A syllable, with or without an asterisk, or a comma, in a folded phrase."""


class Match(NamedTuple):
    start: int
    end: int
    phrase: int
    """The number of the phrase, in the order given."""


class Indicators:
    """A set of phrases ready to be looked for. Time grows with the text; phrases with an asterisk each add to it."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(phrases)
        self._plain: dict[str, list[tuple[tuple[str, ...], int, frozenset[int]]]] = {}
        self._globs: list[tuple[list[re.Pattern[str]], int, frozenset[int]]] = []
        for number, phrase in enumerate(self.phrases):
            words, commas = pieces(phrase)
            if any("*" in word for word in words):
                self._globs.append(([re.compile(translate(word)) for word in words], number, commas))
            elif words:
                self._plain.setdefault(words[0], []).append((words, number, commas))

    def __reduce__(self) -> tuple[type[Indicators], tuple[tuple[str, ...]]]:
        return Indicators, (self.phrases,)

    def find(self, text: str) -> list[Match]:
        """Where the phrases stand, none inside or across another: longer phrases first, of equal ones the earlier.

        A phrase given twice is found twice at the same place, under each of its numbers.
        """
        spans, words, gaps = _read(text)
        taken = [False] * len(words)
        found = []
        for first, last, numbers in sorted(self._candidates(words, gaps), key=lambda c: (c[0] - c[1], c[0])):
            if not any(taken[first:last]):
                taken[first:last] = [True] * (last - first)
                found += [Match(spans[first][0], spans[last - 1][1], number) for number in numbers]
        return sorted(found)

    def every(self, text: str) -> list[Match]:
        """Where the phrases stand, each for itself, however they overlap."""
        spans, words, gaps = _read(text)
        found = self._candidates(words, gaps)
        return sorted(
            Match(spans[a][0], spans[b - 1][1], number) for a, b, numbers in found for number in numbers
        )

    def _candidates(self, words: list[str], gaps: list[str]) -> list[tuple[int, int, list[int]]]:
        """First and one past the last syllable of every place where phrases fit, with the numbers of those phrases."""
        found: dict[tuple[int, int], list[int]] = {}
        for first, word in enumerate(words):
            for phrase, number, commas in self._plain.get(word, ()):
                last = first + len(phrase)
                if tuple(words[first:last]) == phrase and _joined(gaps, first, last, commas):
                    found.setdefault((first, last), []).append(number)
            for patterns, number, commas in self._globs:
                last = first + len(patterns)
                fits = last <= len(words) and all(p.match(words[first + i]) for i, p in enumerate(patterns))
                if fits and _joined(gaps, first, last, commas):
                    found.setdefault((first, last), []).append(number)
        return [(first, last, numbers) for (first, last), numbers in found.items()]


def pieces(phrase: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """The folded syllables of a phrase, and after which of them (from 1) it has a comma."""
    words: list[str] = []
    commas = set()
    for piece in PIECE.findall(fold(nfc(phrase))):
        if piece == ",":
            commas.add(len(words))
        else:
            words.append(piece)
    return tuple(words), frozenset(commas)


@lru_cache(maxsize=4)
def _read(text: str) -> tuple[list[tuple[int, int]], list[str], list[str]]:
    """Spans and folded syllables of a text, and what parts each syllable from the one before: "", "," or ".".

    Kept for the moment because the same paragraph is asked for indicators and for exclusions.
    """
    folded = fold(text)
    spans = syllables(text)
    words = [folded[start:end] for start, end in spans]
    gaps = ["."]
    for (_, before), (after, _) in pairwise(spans):
        gap = text[before:after].strip(BLANKS)
        gaps.append(gap if gap in ("", ",") else ".")
    return spans, words, gaps


def _joined(gaps: list[str], first: int, last: int, commas: frozenset[int]) -> bool:
    inner = range(first + 1, last)
    return all(gaps[i] == "" or (gaps[i] == "," and i - first in commas) for i in inner)
