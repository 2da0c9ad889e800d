"""The content syllables of a corpus in a row, with what stands between them: what set phrases are looked for in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from caytre.analysis.people.masks import Masks
from caytre.tables import TEXT_KINDS, Annotated
from caytre.text.orthography import fold, syllables

__all__ = ["JOINED", "LISTED", "LOOSE", "Ints", "Phrase", "Runs", "runs"]

SEGMENT = re.compile(r"[^.;:!?…()\[\]|]+")
"""No phrase runs over one of these; commas and dashes may join the members of a list."""
LISTING = re.compile(r"[,/&–—-]")
ROMAN = re.compile(r"[IVXL]+")
JOINED, LISTED, LOOSE = 0, 1, 2
"""Between a syllable and the one before it: nothing, what joins the members of a list (a comma, a dash, "và"), or
another word that comes and goes ("của", "các")."""

Ints = npt.NDArray[np.int64]


class Runs(NamedTuple):
    """The content syllables of all segments in a row; *joint* tells what stands before each, *own* which are outside
    names and offices and no grammar, *event* which stand in the name of an event or a document, *figure* which are
    numbers, *opens* and *closes* which may stand at the edges of a phrase."""

    code: Ints
    segment: Ints
    article: Ints
    start: Ints
    end: Ints
    joint: Ints
    own: Ints
    event: Ints
    figure: Ints
    opens: Ints
    closes: Ints
    words: list[str]
    line: list[tuple[str, int]]


class Phrase(NamedTuple):
    """Its size in content syllables, and first and last syllable of each place, in the order of the text."""

    size: int
    places: list[tuple[int, int]]


def runs(articles: Sequence[Annotated], mask: Masks) -> Runs:
    """Title, headings, body, captions and teasers of *articles*, segment by segment."""
    codes: dict[str, int] = {}
    line: list[tuple[str, int]] = []
    rows: list[tuple[int, ...]] = []
    segment = 0
    for number, article in enumerate(articles):
        for sentence in article.sentences:
            if sentence.kind not in TEXT_KINDS:
                continue
            folded = fold(sentence.text)
            named = _marked(mask.spans(sentence.text, only_names=True), len(folded))
            event = _marked(mask.spans(sentence.text), len(folded))
            for part in SEGMENT.finditer(sentence.text):
                segment += 1
                joint, before = JOINED, part.start()
                for start, end in syllables(part.group()):
                    place = part.start() + start
                    word = folded[place : part.start() + end]
                    if LISTING.search(sentence.text, before, place):
                        joint = LISTED
                    before = part.start() + end
                    if word in mask.fillers:
                        joint = LISTED if joint == LISTED or word in mask.coordinators else LOOSE
                        continue
                    grammar = word in mask.function_words
                    own = not (named[place] or word.isdigit()) and (
                        not grammar or word in mask.opening_grammar
                    )
                    at = sentence.start + place
                    code = codes.setdefault(word, len(codes))
                    opens = not grammar or word in mask.opening_grammar
                    closes = not grammar and word not in mask.waiting
                    figure = word.isdigit() or bool(ROMAN.fullmatch(part.group()[start:end]))
                    flags = (joint, own, event[place], figure, opens, closes)
                    rows.append((code, segment, number, at, at + end - start, *flags))
                    line.append((sentence.article_id, sentence.line_no))
                    joint = JOINED
    table = np.array(rows, np.int64).reshape(-1, 11).T
    return Runs._make([*table, list(codes), line])


def _marked(spans: Sequence[tuple[int, int]], size: int) -> list[bool]:
    marked = [False] * (size + 1)
    for start, end in spans:
        marked[start:end] = [True] * (end - start)
    return marked
