"""Institutions: those of the codebook, and abbreviations as an article introduces them ("ngoại giao kinh tế (NGKT)")."""

from __future__ import annotations

import re
from pathlib import Path

from caytre.analysis.people.offices import grammar
from caytre.analysis.people.phrases import Tokens, tokens
from caytre.tables import TEXT_KINDS, Annotated, Institution

__all__ = ["abbreviations", "find"]

INTRODUCED = re.compile(
    r"\((?:gọi tắt là |viết tắt là |sau đây gọi là )?([^\W\d_](?:[^\W_]|[&.\- ]){1,15})\)"
)
LONGEST_NAME = 16
FEWEST_LETTERS = 2


def find(article: Annotated, *, corpus: Path | None = None) -> list[Institution]:
    """Every mention of an institution in the article's text lines, the longest name at each place, in order.

    An abbreviation counts from where the article introduces it on; the codebook's own count everywhere.
    """
    rules = grammar(corpus=corpus)
    known: dict[str, str] = {}
    found: list[Institution] = []
    for line in article.lines:
        if line.kind not in TEXT_KINDS:
            continue
        words = tokens(line.text)
        known.update(abbreviations(line.text, left_out=rules.left_out))
        spans = [(first, last, name) for first, last, name in rules.institutions.all(words)]
        taken = {k for first, last, _ in spans for k in range(first, last)}
        spans += [
            (k, k + 1, known[word]) for k, word in enumerate(words.raw) if word in known and k not in taken
        ]
        for first, last, name in sorted(spans):
            start, end = words.starts[first], words.ends[last - 1]
            found.append(
                Institution(article.article_id, line.line_no, start, end, line.text[start:end], name)
            )
    return found


def abbreviations(text: str, *, left_out: frozenset[str] | None = None) -> dict[str, str]:
    """The abbreviations that a text introduces in brackets after the full name, with that name.

    *left_out*: folded words that an abbreviation may leave out; without it those of the project's codebook.

    >>> abbreviations("công tác ngoại giao kinh tế (NGKT) lấy người dân làm trung tâm")
    {'NGKT': 'ngoại giao kinh tế'}
    """
    found: dict[str, str] = {}
    left_out = grammar().left_out if left_out is None else left_out
    line = tokens(text)
    for match in INTRODUCED.finditer(text):
        short = match[1].split()[0]
        letters = [char for char in short if char.isalpha()]
        if len(letters) < FEWEST_LETTERS or not all(char.isupper() for char in letters):
            continue
        last = line.at(match.start())
        first = _spelt_out(line, last, "".join(letters).lower(), left_out)
        if first is not None:
            found[short] = text[line.starts[first] : line.ends[last - 1]]
    return found


def _spelt_out(line: Tokens, last: int, letters: str, left_out: frozenset[str]) -> int | None:
    """The token from which the words before token *last* begin with the given letters, one each."""
    k, at = last - 1, len(letters) - 1
    while k >= 0 and at >= 0 and last - k <= LONGEST_NAME:
        word = line.words[k]
        if word[0] == letters[at]:
            at -= 1
        elif not (word in left_out or word.isdigit()):
            return None
        if at < 0:
            return k
        k -= 1
    return None
