"""Where words begin, by the segmentation model and the dictionary.

The model joins what no dictionary has, and that is taken apart again. It also leaves apart words whose tone mark has two
places (lính thủy, bãi khóa): in the text that it learnt from they are spelt both ways, so it knows each half as well.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from caytre.text.orthography import retone, starts_upper
from caytre.text.words import tagger
from caytre.text.words.chunks import Chunks, Tokens
from caytre.text.words.phrases import Dictionary, resplit

__all__ = ["by_model", "distinct"]

Array = np.ndarray[Any, Any]


def by_model(chunks: Chunks, tokens: Tokens, dictionary: Dictionary, engine: str) -> Array:
    """Which tokens continue a word: by the model, what no dictionary has taken apart, what was left apart joined."""
    model = tagger.labeller("words", engine)
    inside: Array = model.decide(chunks.spelling, tokens.kind, tokens.lengths) == model.labels.index(
        tagger.INSIDE
    )
    inside[(np.cumsum(tokens.lengths) - tokens.lengths)[tokens.lengths > 0]] = False
    _take_apart(inside, chunks, tokens, dictionary)
    _join(inside, chunks, tokens, dictionary)
    return inside


def _take_apart(inside: Array, chunks: Chunks, tokens: Tokens, dictionary: Dictionary) -> None:
    begins = np.flatnonzero(~inside)
    sizes = np.diff(np.append(begins, len(inside)))
    begins, sizes = begins[sizes > 1], sizes[sizes > 1]
    codes, examples = distinct(tokens.kind, begins, sizes)
    cuts: dict[int, Array] = {}
    for code, example in enumerate(examples.tolist()):
        run = tokens.kind[begins[example] : begins[example] + sizes[example]].tolist()
        pieces = resplit([chunks.spelling[kind] for kind in run], dictionary)
        if len(pieces) > 1:
            cuts[code] = np.cumsum(pieces)[:-1]
    for place in np.flatnonzero(np.isin(codes, list(cuts))).tolist():
        inside[begins[place] + cuts[int(codes[place])]] = False


def _join(inside: Array, chunks: Chunks, tokens: Tokens, dictionary: Dictionary) -> None:
    """Join two syllables that stand alone and are one word of the dictionary, where a tone mark could move.

    A capital inside a sentence is somebody's name, and what follows in lower case is not part of it.
    """
    alone = ~inside
    alone[:-1] &= ~inside[1:]
    second = np.flatnonzero(alone[1:] & alone[:-1] & ~tokens.joined[1:]) + 1
    firsts = (np.cumsum(tokens.lengths) - tokens.lengths)[tokens.lengths > 0]
    second = np.setdiff1d(second, firsts, assume_unique=True)
    moves = np.zeros(len(chunks.spelling), dtype=bool)
    for kind in np.unique(tokens.kind[np.concatenate([second - 1, second])]).tolist():
        syllable = chunks.spelling[kind]
        moves[kind] = retone(syllable, "old") != retone(syllable, "new")
    second = second[moves[tokens.kind[second]] | moves[tokens.kind[second - 1]]]
    opening = np.isin(second - 1, firsts)
    joined = -1
    for place, opens in zip(second.tolist(), opening.tolist(), strict=True):
        one, two = (chunks.spelling[kind] for kind in tokens.kind[place - 1 : place + 1].tolist())
        name = starts_upper(one) and not opens and not starts_upper(two)
        if place - 1 > joined and not name and f"{one} {two}" in dictionary:
            inside[place] = True
            joined = place


def distinct(kinds: Array, begins: Array, sizes: Array) -> tuple[Array, Array]:
    """A number for every distinct run of *kinds*, and for each number the place of one such run.

    Runs grow by a token at a time; a run so far and its next token make one integer, which is numbered anew.
    """
    codes = kinds[begins].astype(np.int64)
    limit = int(kinds.max(initial=0)) + 1
    used = limit
    growing = np.flatnonzero(sizes > 1)
    step = 1
    while len(growing):
        longer = codes[growing] * limit + kinds[begins[growing] + step]
        _, numbers = np.unique(longer, return_inverse=True)
        codes[growing] = numbers + used
        used += int(numbers.max()) + 1
        step += 1
        growing = growing[sizes[growing] > step]
    _, examples, numbers = np.unique(codes, return_index=True, return_inverse=True)
    return numbers, examples
