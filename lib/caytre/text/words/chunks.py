"""Text as numbers: every distinct chunk between blanks is tokenised once, every distinct token is numbered once.

The rules that turn a chunk into tokens are the segmentation model's own (a regular expression of its package); none of
them looks across white space. So a batch of sentences is split at blanks, chunks are looked up, and what remains is
array work. Tokens tile all that is not white space, and keep their places in the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np

__all__ = ["Chunks", "Tokens"]

Array = np.ndarray[Any, Any]
Parts = Callable[[str], Sequence[tuple[int, int]]]
Spelling = Callable[[str], str]

LOOKALIKES = str.maketrans("Ðð", "Đđ")
"""The one exchange of characters that the model's package makes before it tokenises."""

REMEMBERED = 300_000
"""So many distinct chunks are kept; then the memory starts anew, so that it does not grow with the corpus."""

ANY_SPACE = [
    *range(9, 14),
    *range(28, 33),
    0x85,
    0xA0,
    0x1680,
    *range(0x2000, 0x200B),
    0x2028,
    0x2029,
    0x202F,
]
ANY_SPACE += [0x205F, 0x3000]


class Tokens(NamedTuple):
    """The tokens of a batch, sentence after sentence. Places count in the sentences joined by newlines.

    A letter that composing makes longer may leave a token without any character of its own.

    `kind` numbers distinct tokens from 2 on (see `Chunks.surface`, `Chunks.spelling`), `joined` tells those that follow the one
    before without a blank, `lengths` counts the tokens of each sentence, `offset` is where the sentences begin.
    """

    kind: Array
    start: Array
    end: Array
    joined: Array
    lengths: Array
    offset: Array


class _Grown:
    """An array that grows by what was collected since it was last asked for."""

    def __init__(self, dtype: type) -> None:
        self._array: Array = np.zeros(0, dtype=dtype)
        self.new: list[Any] = []

    def get(self) -> Array:
        if self.new:
            self._array = np.concatenate([self._array, np.array(self.new, dtype=self._array.dtype)])
            self.new.clear()
        return self._array

    def __len__(self) -> int:
        return len(self._array) + len(self.new)


class Chunks:
    """The memory of chunks and tokens met so far, for one way to prepare text.

    *parts* cuts a chunk where the text lacks a blank (glued words, hyphens); *spelling* gives the form that the model
    knows, as long as the one it is given.
    """

    def __init__(self, pattern: str, *, parts: Parts | None = None, spelling: Spelling | None = None) -> None:
        self._finditer = re.compile(pattern, re.VERBOSE).finditer
        self._parts = parts
        self._spelling = spelling
        self._space = np.zeros(0x3002, dtype=bool)
        self._space[ANY_SPACE] = True
        self._forget()

    def _forget(self) -> None:
        self._inner: dict[str, int] = {}
        self._final: dict[str, int] = {}
        self._kind_of: dict[tuple[str, str], int] = {}
        self.surface: list[str] = ["", ""]
        self.spelling: list[str] = ["", ""]
        self._first, self._count = _Grown(np.int64), _Grown(np.int64)
        self._kind, self._start, self._end = _Grown(np.int64), _Grown(np.int32), _Grown(np.int32)

    def tokens(self, sentences: Sequence[str], edges: Sequence[Sequence[int]] | None = None) -> Tokens:
        """The tokens of *sentences*; no token runs over an edge, a place inside its sentence."""
        if len(self._inner) > REMEMBERED:
            self._forget()
        lengths = np.fromiter(map(len, sentences), dtype=np.int64, count=len(sentences))
        offset = np.cumsum(lengths + 1) - lengths - 1
        text = "\n".join(sentences)
        begins, ends = self._blanks(text)
        chunks = text.split()
        borders = np.searchsorted(begins, np.append(offset, len(text) + 1))
        closing = self._closing(text, ends, borders, offset + lengths)
        if edges is not None:
            chunks, begins, ends, closing, borders = _cut(
                chunks, begins, ends, closing, borders, offset, edges
            )
        numbers = self._numbers(chunks, closing)
        count = self._count.get()[numbers]
        total = np.cumsum(count)
        at = np.arange(int(count.sum())) + np.repeat(self._first.get()[numbers] - total + count, count)
        base = np.repeat(begins, count)
        start, end = self._start.get()[at] + base, self._end.get()[at] + base
        joined = np.empty(len(start), dtype=bool)
        joined[:1] = False
        np.equal(start[1:], end[:-1], out=joined[1:])
        sums = np.concatenate([[0], total])
        return Tokens(self._kind.get()[at], start, end, joined, np.diff(sums[borders]), offset)

    def _blanks(self, text: str) -> tuple[Array, Array]:
        """Where the chunks between white space begin and end, as `str.split` cuts them."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        full = np.zeros(len(codes) + 2, dtype=np.int8)
        full[1:-1] = ~self._space[np.minimum(codes, 0x3001)]
        step = np.diff(full)
        return np.flatnonzero(step == 1), np.flatnonzero(step == -1)

    @staticmethod
    def _closing(text: str, ends: Array, borders: Array, sentence_ends: Array) -> Array:
        """The chunks that end their sentence, to which some of the rules give another reading."""
        last = borders[1:] - 1
        filled = np.flatnonzero(borders[1:] > borders[:-1])
        last, stops = last[filled], sentence_ends[filled]
        tail = stops - ends[last]
        before_newline = tail == 1
        before_newline &= np.array([text[stop - 1] == "\n" for stop in stops.tolist()], dtype=bool)
        found: Array = last[(tail == 0) | before_newline]
        return found

    def _numbers(self, chunks: list[str], closing: Array) -> Array:
        inner = self._inner
        numbers = list(map(inner.get, chunks))
        if None in numbers:
            for chunk in set(chunks).difference(inner):
                inner[chunk] = self._add(chunk, final=False)
            numbers = list(map(inner.get, chunks))
        for place in closing.tolist():
            chunk = chunks[place]
            number = self._final.get(chunk)
            if number is None:
                number = self._final[chunk] = self._add(chunk, final=True)
            numbers[place] = number
        return np.array(numbers, dtype=np.int64)

    def _add(self, chunk: str, *, final: bool) -> int:
        """Tokenise a chunk and remember it under the number given back."""
        number = len(self._count)
        text = unicodedata.normalize("NFC", chunk)
        places = None if text == chunk else _aligned(chunk, text)
        parts = self._parts(text) if self._parts else ((0, len(text)),)
        before = len(self._kind)
        self._first.new.append(before)
        for begin, stop in parts:
            model = text[begin:stop].translate(LOOKALIKES)
            if self._spelling:
                model = self._spelling(model)
            closed = model if final and stop == len(text) else model + " "
            for match in self._finditer(closed):
                start, end = match.start() + begin, match.end() + begin
                if places is not None:
                    start, end = places[start], places[end]
                key = (chunk[start:end], match[0])
                kind = self._kind_of.get(key)
                if kind is None:
                    kind = self._kind_of[key] = len(self.surface)
                    self.surface.append(key[0])
                    self.spelling.append(key[1])
                self._kind.new.append(kind)
                self._start.new.append(start)
                self._end.new.append(end)
        self._count.new.append(len(self._kind) - before)
        return number


def _aligned(chunk: str, composed: str) -> list[int]:
    """For every place in the *composed* (NFC) text, the place in *chunk* where the same letter begins."""
    places: list[int] = []
    begin = 0
    while begin < len(chunk):
        end = begin + 1
        while end < len(chunk) and not _separate(chunk[begin:end], chunk[end]):
            end += 1
        letter = unicodedata.normalize("NFC", chunk[begin:end])
        places += [min(begin + piece, end) for piece in range(len(letter))]
        begin = end
    return [*places[: len(composed)], len(chunk)]


def _separate(before: str, char: str) -> bool:
    """Whether *char* stays apart from what stands before it when the text is composed."""
    if unicodedata.combining(char):
        return False
    tail = before[-1] + char
    return unicodedata.normalize("NFC", tail) == unicodedata.normalize("NFC", before[-1]) + char


def _cut(
    chunks: list[str],
    begins: Array,
    ends: Array,
    closing: Array,
    borders: Array,
    offset: Array,
    edges: Sequence[Sequence[int]],
) -> tuple[list[str], Array, Array, Array, Array]:
    """Chunks with those that hold an edge cut in pieces."""
    places = np.array(
        sorted({edge + base for base, row in zip(offset.tolist(), edges, strict=True) for edge in row}),
        dtype=np.int64,
    )
    holder = np.searchsorted(begins, places, side="right") - 1
    inside = (
        (holder >= 0) & (places > begins[holder]) & (places < ends[holder]) if len(begins) else places < 0
    )
    places, holder = places[inside], holder[inside]
    if not len(places):
        return chunks, begins, ends, closing, borders
    new_begins = np.insert(begins, holder + 1, places)
    new_ends = np.insert(ends, holder, places)
    pieces: list[str] = []
    done = 0
    for number, group in groupby(zip(holder.tolist(), places.tolist(), strict=True), key=itemgetter(0)):
        first, chunk = int(begins[number]), chunks[number]
        bounds = [0, *(cut - first for _, cut in group), len(chunk)]
        pieces += chunks[done:number]
        pieces += [chunk[start:stop] for start, stop in pairwise(bounds)]
        done = number + 1
    pieces += chunks[done:]
    moved = np.searchsorted(holder, closing, side="right")
    return (
        pieces,
        new_begins,
        new_ends,
        closing + moved,
        borders + np.searchsorted(holder, borders, side="left"),
    )
