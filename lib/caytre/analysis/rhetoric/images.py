"""Images by codebook: an expression, where it is taken from, and whether it is literal here.

A list of words finds what somebody has written down before and cannot weigh a context; what is new it finds only in
the frames of `likeness`. What it gives is a concordance to read, and counts that are only as good as the codebook.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from math import inf
from pathlib import Path
from typing import Any, NamedTuple

from caytre import codebooks
from caytre.analysis.rhetoric import likeness
from caytre.analysis.rhetoric.pieces import (
    LEAF,
    Piece,
    Tree,
    add,
    ends_name,
    everywhere,
    is_name,
    longest,
    pieces,
)
from caytre.tables import TEXT_KINDS, Annotated, Metaphor
from caytre.text.orthography import fold

__all__ = ["BOOK", "find"]

BOOK = "metaphors.yaml"
NOTICED = "salient"
LEVELS = (NOTICED, "conventional")


class _Expression(NamedTuple):
    domain: str
    conventionality: str
    group: int


class _Book(NamedTuple):
    expressions: Tree
    literal_phrases: Tree
    literal_sentences: Tree
    names: frozenset[tuple[str, int]]
    concrete: frozenset[tuple[str, int]]
    abstract: Tree
    frames: likeness.Frames


class _Around(NamedTuple):
    """What in a sentence makes images literal: groups by the pieces that their literal phrases cover, groups whose literal
    context stands in it, and where the first word for an idea ends and the last one begins."""

    phrases: dict[int, set[int]]
    contexts: set[int]
    first_idea: float
    last_idea: float


def find(article: Annotated, *, corpus: Path | None = None) -> list[Metaphor]:
    """Every image in title, headings, body, captions and teasers, in the order of the text: the expressions of the
    codebook, the longest where several fit, and the words for things that stand in a frame of `likeness`.

    Left out: an expression that overlaps one of its group's literal phrases ("Mặt trận Tổ quốc"), whose sentence holds
    one of its group's literal contexts, that names a thing in a sentence about things ("con tàu"), that is a name by
    its capital ("các cấp ủy, Mặt trận và đoàn thể"), or part of one ("Phạm Bình Minh"). The column `voice` is left
    empty here. Linear in the text.
    """
    book = _book(corpus)
    rows: list[Metaphor] = []
    line, spoken = 0, set[str]()
    for sentence in article.sentences:
        if sentence.kind not in TEXT_KINDS:
            continue
        if sentence.line_no != line:
            line, spoken = sentence.line_no, set()
        for start, end, domain, level in sorted(_images(sentence.text, spoken, book)):
            surface = sentence.text[start:end]
            place = sentence.start + start, sentence.start + end
            rows.append(Metaphor(article.article_id, line, *place, surface, domain, level, ""))
            if level == NOTICED:
                spoken.update(piece.word for piece in pieces(surface))
    return rows


def _images(text: str, spoken: Set[str], book: _Book) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, domain and level of every image of one sentence; *spoken* are the words of those before it."""
    words = pieces(text)
    hits = list(longest(words, book.expressions))
    around = _around(words, hits, book) if hits else None
    drawn, taken = set[str](), set[int]()
    things: list[tuple[int, int, str]] = []
    for first, last, (domain, level, group) in hits:
        if around is not None and not _refused(text, words, first, last, group, around, book):
            if not _real(words, first, last, group, around, book):
                yield words[first].start, words[last].end, domain, level
                drawn.add(domain if level == NOTICED else "")
            elif level == NOTICED:
                things.append((first, last, domain))
                continue
        taken.update(range(first, last + 1))
    for image in likeness.tropes(text, words, things, taken, book.frames, drawn=drawn, spoken=spoken):
        yield words[image.first].start, words[image.last].end, image.domain, NOTICED


def _refused(
    text: str, words: Sequence[Piece], first: int, last: int, group: int, around: _Around, book: _Book
) -> bool:
    """Whether it is a literal phrase or a name, whatever frame it stands in."""
    return (
        any(group in around.phrases.get(at, ()) for at in range(first, last + 1))
        or (_entry(words, first, last, group) in book.names and is_name(text, words[first].start))
        or ends_name(text, words, first, last)
    )


def _real(words: Sequence[Piece], first: int, last: int, group: int, around: _Around, book: _Book) -> bool:
    """Whether the sentence is about such things themselves, or holds no idea beside a thing that can be touched: only a
    frame can make an image of it."""
    alone = around.first_idea >= first and around.last_idea <= last
    return group in around.contexts or (alone and _entry(words, first, last, group) in book.concrete)


def _entry(words: Sequence[Piece], first: int, last: int, group: int) -> tuple[str, int]:
    return " ".join(piece.word for piece in words[first : last + 1]), group


def _around(words: Sequence[Piece], hits: Sequence[tuple[int, int, _Expression]], book: _Book) -> _Around:
    ideas = [(first, last) for first, last, _ in everywhere(words, book.abstract)]
    found = _Around(
        {},
        set(),
        min((last for _, last in ideas), default=inf),
        max((first for first, _ in ideas), default=-inf),
    )
    # What stands inside an expression makes nothing literal: "súng" in "cuộc chiến không tiếng súng".
    image = {at: (first, last) for first, last, _ in hits for at in range(first, last + 1)}
    for first, last, groups in everywhere(words, book.literal_phrases):
        if image.get(first) != image.get(last) or image.get(first, (first, last)) == (first, last):
            for at in range(first, last + 1):
                found.phrases.setdefault(at, set()).update(groups)
    for first, last, groups in everywhere(words, book.literal_sentences):
        if first not in image or image[first] != image.get(last):
            found.contexts.update(groups)
    return found


@codebooks.made_from(BOOK)
def _book(corpus: Path | None) -> _Book:
    raw = codebooks.read_yaml(BOOK, corpus=corpus)
    book = _Book({}, {}, {}, frozenset(), frozenset(), {}, likeness.read(raw))
    names: set[tuple[str, int]] = set()
    concrete: set[tuple[str, int]] = set()
    for text in raw.get("abstract", ()):
        _add(book.abstract, text, -1).setdefault(LEAF, set())
    for number, group in enumerate(raw["groups"]):
        missing = [key for key in ("domain", "reason") if not group.get(key)]
        if missing:
            raise codebooks.CodebookError(
                f"{BOOK}: group {number + 1} has no {missing[0]}; every group needs one"
            )
        for level in LEVELS:
            for text in group.get(level, ()):
                _add(book.expressions, text, number).setdefault(
                    LEAF, _Expression(group["domain"], level, number)
                )
        literal: Mapping[str, Iterable[str]] = group.get("literal_if", {})
        for tree, texts in (
            (book.literal_phrases, literal.get("phrase")),
            (book.literal_sentences, literal.get("sentence")),
        ):
            for text in texts or ():
                _add(tree, text, number).setdefault(LEAF, set()).add(number)
        names.update((fold(text), number) for text in literal.get("capital", ()))
        concrete.update((fold(text), number) for text in group.get("concrete", ()))
    return book._replace(names=frozenset(names), concrete=frozenset(concrete))


def _add(tree: Tree, text: Any, group: int) -> Tree:
    if not isinstance(text, str):
        raise codebooks.CodebookError(f"{BOOK}: group {group + 1}: {text!r} is no text; put it in quotes")
    return add(tree, text)
