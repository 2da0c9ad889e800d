"""A sentence as words and marks, and trees of phrases that are looked for in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from caytre.text.orthography import fold

__all__ = ["LEAF", "Piece", "Tree", "add", "ends_name", "everywhere", "is_name", "longest", "pieces", "walk"]

PIECE = re.compile(
    r"(?P<word>[^\W\d_]+|\d+)|(?P<dash>\s[–-]+\s)|(?P<soft>[\s\"“”'‘’«»–-])|(?P<comma>,)|[^\w\s]|_"
)
"""A dash between spaces parts two phrases ("Phong - Ba Đình"); a hyphen inside a word does not."""
QUOTES = frozenset("\"“‘'«")
OPENERS = frozenset(".:!?…–-")
"""Behind one of them, and behind a quotation mark that opens, a word has its capital from where it stands."""
LEAF = ""
"""The key under which a node of a tree holds what ends there; no word is empty."""

Tree = dict[str, Any]


class Piece(NamedTuple):
    word: str
    start: int
    end: int


def pieces(text: str) -> list[Piece]:
    """Words and commas; quotation marks and hyphens are passed over, other marks stand as what no expression
    holds."""
    folded = fold(text)
    return [
        Piece(match.group() if match["word"] or match["comma"] else ".", match.start(), match.end())
        for match in PIECE.finditer(folded)
        if not match["soft"]
    ]


def add(tree: Tree, text: str) -> Tree:
    """The node of *tree* at which *text* ends, made where there is none."""
    node = tree
    for piece in pieces(text):
        node = node.setdefault(piece.word, {})
    return node


def walk(sentence: Sequence[Piece], first: int, tree: Tree) -> Iterator[tuple[int, Any]]:
    """Last piece and entry of every phrase that begins at *first*, the shortest first."""
    node = tree
    for last in range(first, len(sentence)):
        if sentence[last].word not in node:
            return
        node = node[sentence[last].word]
        if LEAF in node:
            yield last, node[LEAF]


def everywhere(sentence: Sequence[Piece], tree: Tree) -> Iterator[tuple[int, int, Any]]:
    """First piece, last piece and entry of every phrase, also of those inside others."""
    for first in range(len(sentence)):
        for last, entry in walk(sentence, first, tree):
            yield first, last, entry


def longest(sentence: Sequence[Piece], tree: Tree) -> Iterator[tuple[int, int, Any]]:
    """First piece, last piece and entry of the longest phrase at each place, from left to right, without overlap."""
    first = 0
    while first < len(sentence):
        best = None
        for last, entry in walk(sentence, first, tree):
            best = (last, entry)
        if best is None:
            first += 1
        else:
            yield first, *best
            first = best[0] + 1


def is_name(text: str, start: int) -> bool:
    """Whether the capital at *start* is that of a name: something stands before it that does not open a sentence."""
    if not text[start].isupper() or text[start : start + 4].isupper():
        return False
    at = start
    while at and (text[at - 1].isspace() or text[at - 1] in QUOTES):
        at -= 1
    return at > 0 and text[at - 1] not in OPENERS


def ends_name(text: str, sentence: Sequence[Piece], first: int, last: int) -> bool:
    """Whether the pieces end a run of capitalised syllables that begins before them; in capitals throughout nothing tells
    a name."""
    before = sentence[first - 1] if first else None
    if before is None or text[before.end : sentence[first].start] != " ":
        return False
    return all(text[p.start : p.end].istitle() for p in (before, *sentence[first : last + 1]))
