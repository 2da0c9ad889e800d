"""Modality and stance by codebook: what must, may and will be, how strongly it is put, and who says "we"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from caytre import codebooks
from caytre.analysis.shown import Speakers
from caytre.tables import BODY_KINDS, Annotated, Voice
from caytre.text.orthography import fold

__all__ = ["BOOK", "Marker", "markers"]

BOOK = "modality.yaml"


class Marker(NamedTuple):
    """One marker in its place.

    group: modality, intensifier, hedge or self. meaning: obligation, prohibition, permission, possibility,
    certainty, future, volition, …; for self: we or I. word: the codebook's form, for counting. voice: who
    speaks, or empty.
    """

    article_id: str
    line_no: int
    start: int
    end: int
    surface: str
    word: str
    group: str
    meaning: str
    voice: str


class _Book(NamedTuple):
    pattern: re.Pattern[str]
    meanings: dict[str, tuple[str, str]]


def markers(article: Annotated, voices: Sequence[Voice] = (), *, corpus: Path | None = None) -> list[Marker]:
    """Every marker of the codebook in body and headings, the longest where several fit.

    A list of words does not weigh a context: "phải" in a proverb counts like "phải" in an order. Negation is
    only seen where the codebook lists it ("không được").
    """
    book = _book(corpus)
    speakers = Speakers(voices)
    rows = []
    for sentence in article.sentences:
        if sentence.kind not in BODY_KINDS:
            continue
        for match in book.pattern.finditer(fold(sentence.text)):
            if match.group() in book.meanings:
                start, end = sentence.start + match.start(), sentence.start + match.end()
                voice = speakers.at(article.article_id, sentence.line_no, start)
                surface = sentence.text[match.start() : match.end()]
                meaning = book.meanings[match.group()]
                rows.append(
                    Marker(
                        article.article_id,
                        sentence.line_no,
                        start,
                        end,
                        surface,
                        match.group(),
                        *meaning,
                        voice,
                    )
                )
    return rows


@codebooks.made_from(BOOK)
def _book(corpus: Path | None) -> _Book:
    """One pattern over markers and what they must not be part of; what has no
    meaning is passed over."""
    meanings: dict[str, tuple[str, str]] = {}
    passed: set[str] = set()
    for entry in codebooks.read_yaml(BOOK, corpus=corpus)["markers"]:
        meanings.update({fold(word): (entry["group"], entry["meaning"]) for word in entry["words"]})
        passed |= {fold(word) for word in entry["unless"]}
    words = sorted(meanings.keys() | passed, key=lambda word: (-len(word), word))
    return _Book(re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)"), meanings)
