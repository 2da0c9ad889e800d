"""Images by codebook: an expression, where it is taken from, and whether it is literal here.

A list of words finds what somebody has written down before; it neither knows new images nor can weigh a
context. What it gives is a concordance to read, and counts that are only as good as the codebook.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from pathlib import Path
from typing import Any, NamedTuple

from caytre import codebooks
from caytre.tables import TEXT_KINDS, Annotated, Metaphor
from caytre.text.orthography import fold

__all__ = ["BOOK", "find"]

BOOK = "metaphors.yaml"
PIECE = re.compile(
    r"(?P<word>[^\W\d_]+|\d+)|(?P<dash>\s[–-]+\s)|(?P<soft>[\s\"“”'‘’«»–-])|(?P<comma>,)|[^\w\s]|_"
)
"""A dash between spaces parts two phrases ("Phong - Ba Đình"); a hyphen inside a word does not."""
OPENING = re.compile(r"(?:^|[.:!?…–-])[\s\"“‘'«]*$")
"""What stands before a word that has its capital from where it stands."""
LEVELS = ("salient", "conventional")
LEAF = ""
"""The key under which a node of a tree holds what ends there; no word is empty."""

Tree = dict[str, Any]


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


class _Around(NamedTuple):
    """What in a sentence makes images literal: groups by the pieces that their literal phrases cover, groups whose literal
    context stands in it, and where the first word for an idea ends and the last one begins."""

    phrases: dict[int, set[int]]
    contexts: set[int]
    first_idea: float
    last_idea: float


class _Piece(NamedTuple):
    word: str
    start: int
    end: int


def find(article: Annotated, *, corpus: Path | None = None) -> list[Metaphor]:
    """Every expression of the codebook in title, headings, body, captions and teasers, the longest where
    several fit.

    Left out: an expression that overlaps one of its group's literal phrases ("Mặt trận Tổ quốc"), whose sentence holds
    one of its group's literal contexts, that names a thing in a sentence about things ("con tàu"), that is a name by
    its capital ("các cấp ủy, Mặt trận và đoàn thể"), or part of one ("Phạm Bình Minh"). The column `voice` is left
    empty here. Linear in the text.
    """
    book = _book(corpus)
    rows = []
    for sentence in article.sentences:
        if sentence.kind not in TEXT_KINDS:
            continue
        pieces = _pieces(sentence.text)
        hits = list(_longest(pieces, book.expressions))
        if not hits:
            continue
        around = _around(pieces, hits, book)
        for first, last, expression in hits:
            start, end, group = pieces[first].start, pieces[last].end, expression.group
            words = " ".join(piece.word for piece in pieces[first : last + 1]), group
            places = range(first, last + 1)
            literal = (
                group in around.contexts
                or any(group in around.phrases.get(at, ()) for at in places)
                or (words in book.names and _names(sentence.text, start))
                or _in_name(sentence.text, pieces, first, last)
                or (words in book.concrete and around.first_idea >= first and around.last_idea <= last)
            )
            if not literal:
                rows.append(
                    Metaphor(
                        article.article_id, sentence.line_no, sentence.start + start, sentence.start + end,
                        sentence.text[start:end], expression.domain, expression.conventionality, "",
                    )
                )  # fmt: skip
    return rows


def _around(pieces: Sequence[_Piece], hits: Sequence[tuple[int, int, _Expression]], book: _Book) -> _Around:
    ideas = [(first, last) for first, last, _ in _all(pieces, book.abstract)]
    found = _Around(
        {},
        set(),
        min((last for _, last in ideas), default=inf),
        max((first for first, _ in ideas), default=-inf),
    )
    for first, last, groups in _all(pieces, book.literal_phrases):
        for at in range(first, last + 1):
            found.phrases.setdefault(at, set()).update(groups)
    # A context inside an expression is no context: "súng" in "cuộc chiến không tiếng súng".
    image = {at: n for n, (first, last, _) in enumerate(hits) for at in range(first, last + 1)}
    for first, last, groups in _all(pieces, book.literal_sentences):
        if first not in image or image[first] != image.get(last):
            found.contexts.update(groups)
    return found


def _pieces(text: str) -> list[_Piece]:
    """Words and commas; quotation marks and hyphens are passed over, other marks stand as what no expression
    holds."""
    folded = fold(text)
    return [
        _Piece(match.group() if match["word"] or match["comma"] else ".", match.start(), match.end())
        for match in PIECE.finditer(folded)
        if not match["soft"]
    ]


def _longest(pieces: Sequence[_Piece], tree: Tree) -> Iterator[tuple[int, int, _Expression]]:
    """First piece, last piece and entry of the longest entry at each place, from left to right, without
    overlap."""
    first = 0
    while first < len(pieces):
        best = None
        for last, entry in _walk(pieces, first, tree):
            best = (last, entry)
        if best is None:
            first += 1
        else:
            yield first, *best
            first = best[0] + 1


def _all(pieces: Sequence[_Piece], tree: Tree) -> Iterator[tuple[int, int, set[int]]]:
    for first in range(len(pieces)):
        for last, groups in _walk(pieces, first, tree):
            yield first, last, groups


def _names(text: str, start: int) -> bool:
    """Whether the capital at *start* is that of a name: something stands before it that does not open a sentence."""
    before = OPENING.sub("", text[:start])
    return text[start].isupper() and not text[start : start + 4].isupper() and bool(before)


def _in_name(text: str, pieces: Sequence[_Piece], first: int, last: int) -> bool:
    """Whether the expression ends a run of capitalised syllables that begins before it; in capitals throughout nothing tells
    a name."""
    before = pieces[first - 1] if first else None
    if before is None or text[before.end : pieces[first].start] != " ":
        return False
    return all(text[p.start : p.end].istitle() for p in (before, *pieces[first : last + 1]))


def _walk(pieces: Sequence[_Piece], first: int, tree: Tree) -> Iterator[tuple[int, Any]]:
    node = tree
    for last in range(first, len(pieces)):
        if pieces[last].word not in node:
            return
        node = node[pieces[last].word]
        if LEAF in node:
            yield last, node[LEAF]


@codebooks.made_from(BOOK)
def _book(corpus: Path | None) -> _Book:
    book = _Book({}, {}, {}, frozenset(), frozenset(), {})
    names: set[tuple[str, int]] = set()
    concrete: set[tuple[str, int]] = set()
    raw = codebooks.read_yaml(BOOK, corpus=corpus)
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
    node = tree
    for piece in _pieces(text):
        node = node.setdefault(piece.word, {})
    return node
