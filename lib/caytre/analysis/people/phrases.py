"""A line as tokens, and phrases found among them by their first word.

People, quotations and voices all ask the same of a line: which words stand where, which begin with a capital, and does
one of some hundred phrases begin here. One pass over the line answers the first two, a dictionary of first words the
third; nothing is searched twice and nothing backtracks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from caytre.text.orthography import fold, is_syllable

__all__ = ["Phrases", "Tokens", "tokens"]

WORD = re.compile(r"[^\W_]+(?:[-'’&][^\W_]+)*")
SPACES = frozenset({" ", "\xa0"})
POINTS = frozenset({".", ". ", ".\xa0", ". \xa0"})
JOINS = frozenset({", ", " - ", "-", " – ", "–"})
"""What may stand inside the name of an institution: "Bộ Văn hóa, Thể thao và Du lịch", "Lao động - Thương binh"."""

CITY = "tp"
"""After this abbreviation a point is a space: "TP.HCM", "TP. Huế"."""

LINES_KEPT = 4096

ARTICLED = re.compile(r"(?:al|el|ul|ad|as|ar|ash)-[A-Z]")
"""An Arabic article before a capital: "al-Assad" is a name, though it begins in lower case."""


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the words stand; "Chất-Phó Bí thư" and "tế-xã hội" have a dash between two words, "Hang-seo" is one."""
    found = []
    for match in WORD.finditer(text):
        start, end = match.span()
        first, hyphen, second = match[0].partition("-")
        if hyphen and "-" not in second and _two_words(first, second):
            found += [(start, start + len(first)), (end - len(second), end)]
        else:
            found.append((start, end))
    return found


def _two_words(first: str, second: str) -> bool:
    """Whether both are Vietnamese, as their marks show: in Latin script foreign names have none."""
    alike = first[0].isupper() == second[0].isupper()
    return alike and not (first + second).isascii() and is_syllable(fold(first)) and is_syllable(fold(second))


class Tokens:
    """The words of one line in parallel lists: where they are, how they read folded, and what stands before each.

    `gaps[i]` is the text between word i - 1 and word i, `tight[i]` whether that is one space; both have one entry more
    than there are words, for the end of the line.
    """

    __slots__ = ("caps", "ends", "gaps", "raw", "starts", "text", "tight", "words")

    def __init__(self, text: str) -> None:
        folded = fold(text)
        spans = _spans(text)
        self.text = text
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words = [folded[start:end] for start, end in spans]
        self.raw = [text[start:end] for start, end in spans]
        self.gaps = [
            text[end:start] for end, start in zip([0, *self.ends], [*self.starts, len(text)], strict=True)
        ]
        self.caps = [word[0].isupper() or ARTICLED.match(word) is not None for word in self.raw]
        self.tight = [gap in SPACES for gap in self.gaps]
        self.tight[0] = False
        for i, word in enumerate(self.words, 1):
            if word == CITY and self.gaps[i] in POINTS:
                self.tight[i] = True

    def __len__(self) -> int:
        return len(self.words)

    def syllable(self, i: int) -> bool:
        """Whether token *i* could be one Vietnamese syllable (a single capital counts: it stands for a name)."""
        return is_syllable(self.words[i])

    def at(self, offset: int) -> int:
        """The first token that ends after *offset*."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low


@lru_cache(LINES_KEPT)
def tokens(text: str) -> Tokens:
    """The tokens of a line; the last lines are kept, since three modules ask for the same ones in a row."""
    return Tokens(text)


class Phrases:
    """Phrases of one or more words, each with what it stands for; the longest that fits at a place is taken."""

    def __init__(
        self, entries: Iterable[tuple[str, str]], *, capital: bool = False, joins: bool = False
    ) -> None:
        """*capital*: the first word must begin with a capital in the text. *joins*: commas and dashes may stand inside."""
        self.capital = capital
        self.joins = joins
        self.first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, value in entries:
            folded = fold(phrase)
            words = tuple(folded[start:end] for start, end in _spans(phrase))
            if words:
                self.first.setdefault(words[0], []).append((words[1:], value))
        for found in self.first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def __contains__(self, word: str) -> bool:
        return word in self.first

    def match(self, line: Tokens, i: int) -> tuple[int, str] | None:
        """Where the longest phrase that begins at token *i* ends, and its value."""
        found = self.first.get(line.words[i])
        if found is None or (self.capital and not line.caps[i]):
            return None
        words, tight, size = line.words, line.tight, len(line.words)
        for rest, value in found:
            stop = i + 1 + len(rest)
            if stop > size:
                continue
            for k, word in enumerate(rest, i + 1):
                if words[k] != word or not (tight[k] or (self.joins and line.gaps[k] in JOINS)):
                    break
            else:
                return stop, value
        return None

    def ending(self, line: Tokens, i: int, *, longest: int = 4) -> int | None:
        """Where a phrase starts that ends right before token *i*."""
        if not line.tight[i]:
            return None
        for start in range(max(0, i - longest), i):
            found = self.first.get(line.words[start])
            if found and any(
                start + 1 + len(rest) == i
                and all(
                    line.words[start + 1 + k] == word and line.tight[start + 1 + k]
                    for k, word in enumerate(rest)
                )
                for rest, _ in found
            ):
                return start
        return None

    def all(self, line: Tokens) -> Iterator[tuple[int, int, str]]:
        """Every phrase of the line from left to right, none inside another."""
        i, first = 0, self.first
        for i_word, word in enumerate(line.words):
            if i_word < i or word not in first:
                continue
            found = self.match(line, i_word)
            if found:
                yield i_word, found[0], found[1]
                i = found[0]
