"""Words with their places and parts of speech.

The segmentation model is given what it knows: syllables in the tone-mark style it was trained on (hoà, uỷ), a blank
around the hyphen of "kinh tế-xã hội" and inside words that lost theirs ("phầnthực"). What it joins and no dictionary
has is taken apart again; fixed phrases and the names handed in become one word each. All places are code points of the
sentence as it was given.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from caytre import codebooks
from caytre.text.orthography import (
    fold,
    glued,
    is_syllable,
    joining_hyphens,
    nfc,
    retone,
    starts_upper,
    syllables,
)
from caytre.text.words import models, tagger
from caytre.text.words.boundaries import by_model, distinct
from caytre.text.words.chunks import LOOKALIKES, Chunks, Tokens
from caytre.text.words.phrases import CODEBOOKS, Dictionary, Phrases, read_phrases
from caytre.text.words.segmenters import (
    Segmenter,
    Spans,
    checked_spans,
    pyvi_segmenter,
    spans_together,
    underscored_segmenter,
    underthesea_segmenter,
)

__all__ = [
    "Segmenter",
    "Words",
    "annotate",
    "pyvi_segmenter",
    "underscored_segmenter",
    "underthesea_segmenter",
    "versions",
    "words",
]

Array = np.ndarray[Any, Any]

NAME = "Np"
"""The tag of proper nouns; names handed in and institutions get it too."""

LONGEST_CHUNK = 500
"""No address and no word is longer; what is, is no language."""

ALL_CAPITALS, ORDINARY_CAPITAL = 1, 2


class Words(NamedTuple):
    """The words of a batch of sentences, in their order, as columns.

    `start` and `end` are places in the sentence with number `sentence`. `code` numbers rows of `lexicon`, which is
    sorted and holds the form as written (its blanks as one each) and the word it counts as: old tone-mark style, lower
    case unless it is a name. `pos` numbers `tags`.
    """

    sentence: Array
    start: Array
    end: Array
    code: Array
    pos: Array
    lexicon: list[tuple[str, str]]
    tags: list[str]


def annotate(
    sentences: Sequence[str],
    *,
    fixed: Sequence[Sequence[tuple[int, int]]] | None = None,
    segmenter: Segmenter | None = None,
    engine: str = "fast",
    corpus: Path | None = None,
) -> Words:
    """Words of all *sentences*, best called with thousands at once.

    *fixed*: for each sentence the spans that must come out as one word (names of people and institutions), outer blanks
    left aside; they may not overlap. *segmenter*: another way to find words (see `segmenters`); its words are not taken
    apart, but phrases and *fixed* still join them. *engine* "fast" or "underthesea": the same words, see `tagger`.
    *corpus*: a folder whose codebooks stand in for the project's.

    Raises `ValueError` for spans that overlap or leave their sentence.
    """
    named = checked_spans(fixed, sentences, "fixed span") if fixed is not None else None
    given = checked_spans(segmenter(sentences), sentences, "span of the segmenter") if segmenter else None
    if segmenter is underscored_segmenter:
        sentences = [sentence.replace("_", " ") for sentence in sentences]
    known = _codebooks(corpus)
    chunks = _chunks(prepared=given is None)
    edges = [[place for span in row for place in span] for row in spans_together(named, given)] or None
    tokens = chunks.tokens(sentences, edges)
    if given is None:
        inside = by_model(chunks, tokens, known.dictionary, engine)
    else:
        inside = np.zeros(len(tokens.kind), dtype=bool)
        _join(inside, *_token_spans(given, tokens))
    names = _join_phrases(inside, chunks, tokens, named, known.phrases)
    return _worded(inside, names, chunks, tokens, tagger.labeller("pos", engine), known.phrases.canonical)


def words(sentence: str) -> list[str]:
    """The words of one sentence as they are written in it."""
    found = annotate([sentence])
    return [sentence[start:end] for start, end in zip(found.start.tolist(), found.end.tolist(), strict=True)]


def versions(*, corpus: Path | None = None) -> dict[str, str]:
    """What shaped words and tags: the models, and the digest of the phrases."""
    return {**tagger.versions(), "lexicon": codebooks.digest(*CODEBOOKS, corpus=corpus)}


@lru_cache(maxsize=2)
def _chunks(*, prepared: bool) -> Chunks:
    return Chunks(models.token_pattern(), parts=_parts if prepared else _pieces, spelling=retone)


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    return frozenset(models.dictionary())


@lru_cache(maxsize=1)
def _dictionary() -> Dictionary:
    return Dictionary(_known_words())


class _Codebooks(NamedTuple):
    phrases: Phrases
    dictionary: Dictionary


def _codebooks(corpus: Path | None) -> _Codebooks:
    return _read_codebooks(corpus, codebooks.digest(*CODEBOOKS, corpus=corpus))


@lru_cache(maxsize=4)
def _read_codebooks(corpus: Path | None, _digest: str) -> _Codebooks:
    phrases, more_words = read_phrases(corpus=corpus)
    return _Codebooks(Phrases(phrases, _tokenised), Dictionary(_known_words(), more_words))


def _tokenised(texts: Sequence[str]) -> list[list[str]]:
    chunks = _chunks(prepared=True)
    tokens = chunks.tokens(texts)
    spelling = iter([chunks.spelling[kind] for kind in tokens.kind.tolist()])
    return [[next(spelling) for _ in range(length)] for length in tokens.lengths.tolist()]


def _parts(chunk: str) -> list[tuple[int, int]]:
    """Where *chunk*, which holds no blank, should have had some: around hyphens, and inside glued words."""
    cuts = {place for piece in _pieces(chunk) for place in piece}
    for hyphen in joining_hyphens(chunk):
        cuts |= {hyphen, hyphen + 1}
    for start, end in syllables(chunk):
        run = chunk[start:end]
        points = glued(run)
        if points and run not in _dictionary():
            cuts.add(start + max(points, key=lambda point: _parts_known(run, point)))
    ordered = sorted(cuts)
    return list(pairwise(ordered))


def _pieces(chunk: str) -> list[tuple[int, int]]:
    """Pieces of bounded length, since the rules by which tokens are found take quadratic time on some long runs."""
    return list(pairwise([*range(0, len(chunk), LONGEST_CHUNK), len(chunk)]))


def _parts_known(run: str, point: int) -> int:
    return sum(part in _dictionary() for part in (run[:point], run[point:]))


def _token_spans(spans: list[Spans], tokens: Tokens) -> tuple[Array, Array]:
    """First and last-plus-one token of each span; tokens have been cut where spans begin and end."""
    flat = [
        (start + base, end + base)
        for base, row in zip(tokens.offset.tolist(), spans, strict=True)
        for start, end in row
    ]
    places = np.array(flat, dtype=np.int64).reshape(-1, 2)
    bounds = np.searchsorted(tokens.start, places)
    return bounds[:, 0], bounds[:, 1]


def _join(inside: Array, first: Array, last: Array) -> None:
    """Make one word of each run of tokens from *first* to before *last*, and let the next word begin after it."""
    for begin, end in zip(first.tolist(), last.tolist(), strict=True):
        inside[begin] = False
        inside[begin + 1 : end] = True
        inside[end : end + 1] = False


def _join_phrases(
    inside: Array, chunks: Chunks, tokens: Tokens, named: list[Spans] | None, phrases: Phrases
) -> Array:
    """Join the names handed in and, where none stands, phrases. Which tokens begin a name is given back."""
    names = np.zeros(len(inside), dtype=bool)
    taken = np.zeros(len(inside), dtype=bool)
    if named is not None:
        first, last = _token_spans(named, tokens)
        _join(inside, first, last)
        names[first] = True
        for begin, end in zip(first.tolist(), last.tolist(), strict=True):
            taken[begin:end] = True
    numbers, capital = _numbered(chunks, tokens.kind, phrases)
    ends = np.cumsum(tokens.lengths)
    listed = numbers.tolist()
    free = 0
    for place in _candidates(numbers, phrases).tolist():
        stop = int(ends[np.searchsorted(ends, place, side="right")])
        size = phrases.longest(listed, place, stop=stop, capital=bool(capital[place])) if place >= free else 0
        if size and not taken[place : place + size].any():
            free = place + size
            inside[place:free] = True
            inside[place] = inside[free : free + 1] = False
            names[place] = capital[place]
    return names


def _numbered(chunks: Chunks, kinds: Array, phrases: Phrases) -> tuple[Array, Array]:
    """For every token its number in the phrases, and whether it begins with a capital."""
    numbers = np.zeros(len(chunks.spelling), dtype=np.int64)
    capital = np.zeros(len(chunks.spelling), dtype=bool)
    for kind in np.flatnonzero(np.bincount(kinds, minlength=len(chunks.spelling))).tolist():
        numbers[kind] = phrases.number(chunks.spelling[kind])
        capital[kind] = starts_upper(chunks.spelling[kind])
    return numbers[kinds], capital[kinds]


def _candidates(numbers: Array, phrases: Phrases) -> Array:
    """Where two tokens stand together that open a phrase."""
    if not phrases.openings:
        return numbers[:0]
    opening = np.array(phrases.openings)
    limit = max(int(opening.max()), int(numbers.max(initial=0))) + 1
    places = np.flatnonzero((numbers[:-1] > 0) & (numbers[1:] > 0))
    found: Array = places[np.isin(numbers[places] * limit + numbers[places + 1], opening @ [limit, 1])]
    return found


def _worded(
    inside: Array,
    names: Array,
    chunks: Chunks,
    tokens: Tokens,
    tagging: tagger.Labeller,
    canonical: dict[str, str],
) -> Words:
    """The columns, now that it is known which tokens continue a word and which begin a name."""
    inside |= tokens.start == tokens.end
    begins = np.flatnonzero(~inside)
    sizes = np.diff(np.append(begins, len(inside)))
    sentence = np.repeat(np.arange(len(tokens.lengths)), tokens.lengths)[begins]
    runs = tokens.kind * 2 + (tokens.joined & inside)
    codes, examples = distinct(runs, begins, sizes)
    pieces = [runs[begins[place] : begins[place] + sizes[place]].tolist() for place in examples.tolist()]
    spelling = ["", "", *(" ".join([chunks.spelling[run >> 1] for run in piece]) for piece in pieces)]
    pos = tagging.decide(spelling, codes + 2, np.bincount(sentence, minlength=len(tokens.lengths)))
    noun = tagging.labels.index(NAME)
    named = names[begins]
    pos[named] = noun
    capital = _capitals(spelling)[codes]
    opening = np.diff(sentence, prepend=-1) > 0
    named |= (capital == ALL_CAPITALS) & (pos == noun)
    named |= (capital == ORDINARY_CAPITAL) & (pos == noun) & ~opening
    combined, code = np.unique(codes * 2 + named, return_inverse=True)
    entries = [_entry(_form(pieces[row >> 1], chunks), bool(row & 1), canonical) for row in combined.tolist()]
    lexicon = sorted(set(entries))
    row_of = dict(zip(lexicon, range(len(lexicon)), strict=True))
    rows = np.array([row_of[entry] for entry in entries], dtype=np.int32)
    base = tokens.offset[sentence]
    return Words(
        sentence=sentence.astype(np.int32),
        start=(tokens.start[begins] - base).astype(np.int32),
        end=(tokens.end[begins + sizes - 1] - base).astype(np.int32),
        code=rows[code],
        pos=pos,
        lexicon=lexicon,
        tags=tagging.labels,
    )


def _capitals(spelling: list[str]) -> Array:
    """By word: whether it is written as a name is; one syllable of the dictionary may only be the head of a sentence."""
    kinds = np.zeros(len(spelling) - 2, dtype=np.int8)
    for place, word in enumerate(spelling[2:]):
        if (
            all(part[0].isupper() or not part[0].isalpha() for part in word.split(" "))
            and word.lower() != word
        ):
            kinds[place] = ORDINARY_CAPITAL if " " not in word and word in _dictionary() else ALL_CAPITALS
    return kinds


def _form(runs: list[int], chunks: Chunks) -> str:
    parts = [("" if run & 1 else " ") + chunks.surface[run >> 1] for run in runs]
    return "".join(parts)[1:]


def _entry(form: str, is_name: bool, canonical: dict[str, str]) -> tuple[str, str]:
    """A row of the lexicon. A name keeps its capitals, but not the capitals of a heading (NGUYỄN PHÚ TRỌNG)."""
    written = nfc(form)
    folded = fold(written)
    if starts_upper(written) and folded in canonical:
        return form, canonical[folded]
    if " " not in written and len(written) > 1 and written.isupper() and not is_syllable(written):
        return form, written
    if not is_name or written == folded:
        return form, folded
    name = retone(written, "old").translate(LOOKALIKES)
    return form, name.title() if " " in name and name.isupper() else name
