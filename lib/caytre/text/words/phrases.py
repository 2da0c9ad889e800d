"""Fixed phrases: several words to a model, one term to a reader (Bộ Chính trị, Mặt trận Tổ quốc).

They come from two codebooks: `institutions.csv` (names and their abbreviations) and `lexicon.csv` (other fixed terms).
Rows of kind "word" in the lexicon are no phrases: they add to the dictionary by which a run of syllables that is no
word is taken apart again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from caytre.codebooks import CodebookError, find, read_csv
from caytre.text.orthography import fold, retone, starts_upper

__all__ = ["CODEBOOKS", "Dictionary", "Phrases", "key", "read_phrases", "resplit"]

CODEBOOKS = ("institutions.csv", "lexicon.csv")
WORD = "word"

Y_AFTER_ONSET = re.compile(r"(?<=[hklmstv])[yýỳỷỹỵ]\b")
Y_TO_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))


class Phrases:
    """A set of phrases to look for among tokens; the longest that begins at a token wins.

    Tokens are numbered by `number`, 0 for those that stand in no phrase. A phrase that is written with a capital is
    only found where the text has a capital too; other letters, and the style of tone marks, do not matter.
    """

    def __init__(self, phrases: Sequence[str], tokenise: Callable[[Sequence[str]], list[list[str]]]) -> None:
        self.canonical = {fold(phrase): retone(phrase, "old") for phrase in reversed(phrases)}
        self._number: dict[str, int] = {}
        self._by_opening: dict[tuple[int, int], list[tuple[list[int], bool]]] = {}
        for phrase, tokens in zip(phrases, tokenise(phrases), strict=True):
            numbers = [self._number.setdefault(fold(token), len(self._number) + 1) for token in tokens]
            if len(numbers) > 1:
                entry = (numbers, starts_upper(phrase))
                self._by_opening.setdefault((numbers[0], numbers[1]), []).append(entry)
        for entries in self._by_opening.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.openings = sorted(self._by_opening)

    def number(self, token: str) -> int:
        """The number of *token*, 0 where no phrase holds it."""
        return self._number.get(fold(token), 0)

    def longest(self, numbers: list[int], place: int, *, stop: int, capital: bool) -> int:
        """How many tokens the longest phrase at *place* takes, none at or after *stop*; 0 where there is none.

        *capital*: whether the token at *place* begins with a capital.
        """
        for phrase, needs_capital in self._by_opening.get((numbers[place], numbers[place + 1]), ()):
            size = len(phrase)
            if (
                (capital or not needs_capital)
                and place + size <= stop
                and numbers[place : place + size] == phrase
            ):
                return size
        return 0


def read_phrases(*, corpus: Path | None = None) -> tuple[list[str], list[str]]:
    """The phrases of both codebooks, and the words of the lexicon.

    Raises `CodebookError` for a row of the lexicon without phrase, kind or source.
    """
    phrases: list[str] = []
    words: list[str] = []
    for row in read_csv("institutions.csv", corpus=corpus, columns=("name", "abbreviations")):
        phrases += [row["name"], *filter(None, map(str.strip, row["abbreviations"].split(";")))]
    for number, row in enumerate(
        read_csv("lexicon.csv", corpus=corpus, columns=("phrase", "kind", "source")), 2
    ):
        if not all(row[column] for column in ("phrase", "kind", "source")):
            path = find("lexicon.csv", corpus=corpus)
            raise CodebookError(
                f"{path}:{number}: a cell is empty; fill in the columns phrase, kind and source"
            )
        (words if row["kind"] == WORD else phrases).append(row["phrase"])
    return list(dict.fromkeys(phrases)), words


class Dictionary:
    """Known words, whatever their case and tone-mark style, and whether y or i is written (kỳ lạ, kì lạ)."""

    def __init__(self, keys: Iterable[str], more: Iterable[str] = ()) -> None:
        """*keys* have been through `key` already; *more* words have not."""
        self._keys = frozenset(keys) if not isinstance(keys, frozenset) else keys
        self._more = frozenset(map(key, more))

    def __contains__(self, word: str) -> bool:
        wanted = key(word)
        return wanted in self._keys or wanted in self._more


def key(word: str) -> str:
    """What two spellings of a word have in common: lower case, the tone-mark style of the model, i for y (kĩ, kỹ)."""
    return Y_AFTER_ONSET.sub(lambda match: Y_TO_I[match[0]], retone(word).lower())


def resplit(tokens: Sequence[str], known: Dictionary) -> list[int]:
    """The sizes of the words that *tokens*, one word to the model, should be; [len(tokens)] where it stands.

    A word in the dictionary stands, and so does a name, all of whose tokens are
    capitalised. What begins with a capital is only taken apart where a further piece begins in lower case.
    """
    whole = [len(tokens)]
    capitals = [starts_upper(token) for token in tokens]
    if all(capitals) or " ".join(tokens) in known:
        return whole
    sizes = _greedy(tokens, known)
    if capitals[0]:
        begins = [sum(sizes[:number]) for number in range(1, len(sizes))]
        return whole if all(capitals[begin] for begin in begins) else sizes
    return sizes


def _greedy(tokens: Sequence[str], known: Dictionary) -> list[int]:
    """Sizes of the longest known words from left to right; what is in none stays alone."""
    sizes, begin = [], 0
    while begin < len(tokens):
        size = len(tokens) - begin
        while size > 1 and " ".join(tokens[begin : begin + size]) not in known:
            size -= 1
        sizes.append(size)
        begin += size
    return sizes
