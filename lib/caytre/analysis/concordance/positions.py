"""A positional index: where each word of a corpus stands, found without reading the corpus.

The index is a counting sort of the column of word codes: for every code the positions at which it stands, in order
(*places*), and where its stretch of them begins (*starts*). It is built in one pass and kept in .npy files that are
mapped into memory, so that opening it costs nothing and a query reads only the stretches it needs.

What costs time around a frequent word is not arithmetic but memory: its hits lie far apart. They are therefore gone
through in blocks that the processor's cache holds, and a sentence is known by its two ends instead of by asking every
neighbour which sentence it stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

__all__ = ["Positions", "build", "load", "save"]

FILES = ("codes", "sentences", "bounds", "starts", "places")

BLOCK = 16_384
"""Hits whose surroundings are read together: what they touch stays in a cache close to the processor."""

Codes = NDArray[np.int32]
Places = NDArray[np.int64]


class Positions(NamedTuple):
    """Word code and sentence number of every token, in text order, with the index over the codes.

    *bounds* has the first token of every sentence and, last, the number of tokens. Codes that a query asks for come as
    sorted arrays: a word may be spelt in several ways, a pattern fit many.
    """

    codes: Codes
    sentences: Codes
    bounds: NDArray[np.integer]
    starts: Places
    places: Codes

    def count(self, codes: Codes) -> int:
        """How often any of *codes* stands in the corpus."""
        return int((self.starts[codes + 1] - self.starts[codes]).sum())

    def of(self, codes: Codes) -> Places:
        """Positions of any of *codes*, in text order."""
        parts = [self.places[self.starts[code] : self.starts[code + 1]] for code in codes.tolist()]
        if len(parts) == 1:
            return parts[0].astype(np.int64)
        return np.sort(np.concatenate(parts)).astype(np.int64) if parts else np.empty(0, dtype=np.int64)

    def sequence(self, wanted: Sequence[Codes]) -> Places:
        """First positions of runs of tokens that fit *wanted* one after the other, inside one sentence.

        The rarest step is looked up, its neighbours are read from the column.
        """
        counts = [self.count(codes) for codes in wanted]
        if not counts or min(counts) == 0:
            return np.empty(0, dtype=np.int64)
        rare = counts.index(min(counts))
        at = self.of(wanted[rare]) - rare
        at = at[(at >= 0) & (at + len(wanted) <= len(self.codes))]
        for step in sorted(range(len(wanted)), key=counts.__getitem__):
            if step != rare:
                at = at[_among(self.codes[at + step], wanted[step])]
        return at[self.sentences[at] == self.sentences[at + len(wanted) - 1]] if len(wanted) > 1 else at

    def neighbours(self, at: Places, length: int, window: int) -> NDArray[np.int64]:
        """How often every code stands within *window* tokens of the hits at *at*, in their sentences.

        *length* is the hits' number of tokens; the hits themselves are not counted.
        """
        found, filled = np.empty(2 * window * len(at), dtype=np.int64), 0
        for begin in range(0, len(at), BLOCK):
            near = at[begin : begin + BLOCK]
            home = np.take(self.sentences, near)
            before, after = near - np.take(self.bounds, home), np.take(self.bounds, home + 1) - near
            for step in (*range(-window, 0), *range(length, length + window)):
                inside = before >= -step if step < 0 else after > step
                # What wraps around is never inside.
                codes = np.compress(inside, np.take(self.codes, near + step, mode="wrap"))
                found[filled : filled + len(codes)] = codes
                filled += len(codes)
        return np.bincount(found[:filled], minlength=len(self.starts) - 1)


def build(codes: NDArray[np.integer], sentences: NDArray[np.integer], n_codes: int) -> Positions:
    """Index a column of word codes (0 to n_codes - 1). *sentences* tells the sentence of every token; they are numbered anew.

    Raises ValueError where a code is out of range (a missing word has code -1: give it a word first).
    """
    n = len(codes)
    if n and (codes.min() < 0 or codes.max() >= n_codes):
        raise ValueError(
            f"word codes run from {codes.min()} to {codes.max()}; they must lie between 0 and {n_codes - 1}"
        )
    column = np.ascontiguousarray(codes, dtype=np.int32)
    # Turning a matrix with one entry a column from columns to rows is a counting sort, done in compiled code.
    pointer = np.arange(n + 1, dtype=np.int32 if n < np.iinfo(np.int32).max else np.int64)
    flags = np.ones(n, dtype=np.bool_)
    rows = sparse.csc_matrix((flags, column, pointer), shape=(n_codes, n), copy=False).tocsr()
    return Positions(column, *_numbered(sentences), rows.indptr.astype(np.int64), rows.indices)


def _numbered(sentences: NDArray[np.integer]) -> tuple[Codes, NDArray[np.integer]]:
    """Sentence numbers from 0 without gaps, and the bounds of the sentences."""
    n = len(sentences)
    opens = np.ones(n, dtype=np.bool_)
    np.not_equal(sentences[1:], sentences[:-1], out=opens[1:])
    narrow = np.int32 if n < np.iinfo(np.int32).max else np.int64
    bounds: NDArray[np.integer] = np.append(np.flatnonzero(opens), n).astype(narrow)
    if n and (sentences[0] != 0 or sentences[-1] != len(bounds) - 2):
        sentences = np.cumsum(opens) - 1
    return np.ascontiguousarray(sentences, dtype=np.int32), bounds


def save(positions: Positions, folder: Path) -> None:
    """Write the index into *folder* as .npy files, one a field."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        np.save(folder / f"{name}.npy", getattr(positions, name))


def load(folder: Path) -> Positions:
    """Open an index that save() wrote; nothing is read until it is asked for."""
    return Positions(*(np.load(folder / f"{name}.npy", mmap_mode="r") for name in FILES))


def _among(codes: Codes, wanted: Codes) -> NDArray[np.bool_]:
    """Which of *codes* are among the sorted *wanted*."""
    if len(wanted) == 1:
        return np.asarray(codes == wanted[0])
    places = np.minimum(np.searchsorted(wanted, codes), len(wanted) - 1)
    return np.asarray(wanted[places] == codes)
