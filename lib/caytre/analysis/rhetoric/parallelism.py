"""Figures of balance: chains of evaluating words, four-syllable parallels, doublings, clauses with one
opening."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from caytre import codebooks
from caytre.analysis.people.masks import masks
from caytre.analysis.rhetoric.lexis import is_word
from caytre.analysis.rhetoric.listbook import choice
from caytre.analysis.rhetoric.modality import BOOK
from caytre.tables import BODY_KINDS, Annotated, Sentence
from caytre.text.orthography import fold, syllables

__all__ = ["Figure", "anaphora", "chains", "doublings", "parallels"]

JOINT = r"(?:\s*+,\s++(?:và\s++|nhưng\s++(?:rất\s++)?)?|\s++(?:và|nhưng(?:\s++rất)?)\s++)"
CLAUSE = re.compile(r"[^,;:.!?…()]+")
OPENING = 2
"""Syllables that two clauses in a row must share at their start; with one, three clauses are needed."""
CLAUSE_LENGTH = 5
"""Shorter pieces between commas are members of a list rather than clauses."""


class Figure(NamedTuple):
    """A figure in its place; members are separated by " | ". kind: chain, parallel, doubling, sound doubling,
    anaphora."""

    article_id: str
    line_no: int
    start: int
    end: int
    surface: str
    kind: str
    members: str
    n_members: int


class _Book(NamedTuple):
    chain: re.Pattern[str]
    evaluative: re.Pattern[str]
    doubled: re.Pattern[str]
    heads: frozenset[str]
    grammar: frozenset[str]
    ranks: frozenset[str]
    listing: frozenset[str]


def chains(article: Annotated, *, corpus: Path | None = None) -> list[Figure]:
    """Two evaluating words or more, joined by a comma or by "và" ("đồng bộ, sáng tạo, hiệu quả"); members as
    they stand."""
    book = _book(corpus)
    rows = []
    for sentence in _body(article):
        folded = fold(sentence.text)
        for match in book.chain.finditer(folded):
            members = [found.span() for found in book.evaluative.finditer(folded, *match.span())]
            rows.append(_figure(sentence, match.span(), "chain", members))
    return rows


def parallels(article: Annotated, *, corpus: Path | None = None) -> list[Figure]:
    """Four syllables whose first and third are the same ("toàn tâm, toàn ý", "tự lực tự cường"), chains of
    them as one.

    They must begin after a pause or a word of grammar and be joined by a comma, unless the codebook knows the
    word that is repeated; otherwise "bảo hộ công dân, công tác lãnh sự" would be one. Lists of ranks or things
    ("cấp huyện, cấp xã", "doanh nghiệp, doanh nhân") are none.
    """
    book = _book(corpus)
    rows = []
    for sentence in _body(article):
        folded = fold(sentence.text)
        places = syllables(sentence.text)
        at = 0
        while at + 4 <= len(places):
            pairs = _pairs(sentence.text, folded, places, at, book)
            if len(pairs) > 1:
                rows.append(_figure(sentence, (pairs[0][0], pairs[-1][1]), "parallel", pairs))
            at += 2 * len(pairs) if len(pairs) > 1 else 1
    return rows


def doublings(article: Annotated, *, corpus: Path | None = None) -> list[Figure]:
    """Doubled words of the codebook, whole ("ngày ngày") or with a change of sound ("vững vàng")."""
    book = _book(corpus)
    return [
        _figure(sentence, match.span(), "doubling" if match["whole"] else "sound doubling", [match.span()])
        for sentence in _body(article)
        for match in book.doubled.finditer(fold(sentence.text))
    ]


def anaphora(article: Annotated, *, corpus: Path | None = None) -> list[Figure]:
    """Clauses in a row, within one line, that open with the same words; the members are the clauses.

    Two clauses must share two syllables, three or more one. A shared number, a shared capital ("Việt Nam"), the name
    or office of a person, or grammar that opens the members of any list ("về việc", "các") is none.
    """
    book = _book(corpus)
    rows = []
    lines: dict[int, list[Sentence]] = {}
    for sentence in _body(article):
        lines.setdefault(sentence.line_no, []).append(sentence)
    for sentences in lines.values():
        clauses = [clause for sentence in sentences for clause in _clauses(sentence)]
        run: list[tuple[int, int, list[str]]] = []
        shared = 0
        for clause in [*clauses, (0, 0, list[str]())]:
            same = _shared(run[-1][2], clause[2]) if run else 0
            if run and (same == 0 or (shared and min(shared, same) < min(shared, OPENING))):
                rows += _run(article, sentences, run, shared, book, corpus)
                run, shared = [], 0
            elif run:
                shared = min(shared, same) if shared else same
            run.append(clause)
    return rows


def _run(
    article: Annotated,
    sentences: list[Sentence],
    run: list[tuple[int, int, list[str]]],
    shared: int,
    book: _Book,
    corpus: Path | None,
) -> list[Figure]:
    if (
        len(run) < (2 if shared >= OPENING else 3)
        or {fold(word) for word in run[0][2][:shared]} <= book.listing
    ):
        return []
    first = sentences[0]
    line = next(line.text for line in article.lines if line.line_no == first.line_no)
    start, end = run[0][0], run[-1][1]
    if any(a <= start < b for a, b in masks(corpus=corpus).spans(line, only_names=True)):
        return []
    members = " | ".join(line[a:b] for a, b, _ in run)
    return [
        Figure(article.article_id, first.line_no, start, end, line[start:end], "anaphora", members, len(run))
    ]


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int, list[str]]]:
    """Start, end (in the line) and opening syllables of each clause of some length."""
    for match in CLAUSE.finditer(sentence.text):
        places = syllables(match.group())
        if places:
            start, end = match.start() + places[0][0], match.start() + places[-1][1]
            words = [match.group()[a:b] for a, b in places]
            yield sentence.start + start, sentence.start + end, words if len(words) >= CLAUSE_LENGTH else []


def _shared(a: list[str], b: list[str]) -> int:
    """Syllables that both open with, in whole words; a capital counts only where it may be the capital of a sentence."""
    n = 0
    for x, y in zip(a, b, strict=False):
        if (
            fold(x) != fold(y)
            or x.isdigit()
            or (not y.islower() and (n or not x[:1].isupper()))
            or (n and not x.islower())
        ):
            break
        n += 1
    while n and any(n < len(side) and is_word(side[n - 1], side[n]) for side in (a, b)):
        n -= 1
    names = n == 1 and not a[0].islower() and not b[0].islower() and len(a) > 1 and not a[1].islower()
    return 0 if names else n


def _pairs(
    text: str, folded: str, places: list[tuple[int, int]], at: int, book: _Book
) -> list[tuple[int, int]]:
    """Pairs of syllables from *at* on that begin with the same syllable, nothing or a comma between them."""
    pairs = [(places[at][0], places[at + 1][1])]
    head = folded[slice(*places[at])]
    known = head in book.heads
    before = text[places[at - 1][1] : places[at][0]] if at else ","
    free = not before.isspace() or folded[slice(*places[at - 1])] in book.grammar
    if (
        not head.isalpha()
        or head in book.ranks
        or not (known or (free and head not in book.grammar))
        or not _whole(text, places, at)
    ):
        return pairs
    if folded[slice(*places[at + 1])] in book.grammar:
        return pairs
    for n in range(at + 2, len(places) - 1, 2):
        gap = text[places[n - 1][1] : places[n][0]].strip()
        tail, last = folded[slice(*places[n + 1])], folded[slice(*places[n - 1])]
        lower = known or text[places[n - 1][0] : places[n + 1][1]].islower()
        joined = _whole(text, places, n) and (gap == "," or (known and gap == "")) and lower
        if not joined or folded[slice(*places[n])] != head or tail in (last, head) or tail in book.grammar:
            break
        # "không thể không nắm": the first half is one word, and the second no half but its continuation.
        if gap == "" and is_word(head, last) and not is_word(head, tail):
            break
        if n + 2 < len(places) and _whole(text, places, n + 1) and _cut(folded, places, n):
            break
        pairs.append((places[n][0], places[n + 1][1]))
    return pairs


def _cut(folded: str, places: list[tuple[int, int]], n: int) -> bool:
    """Whether the second syllable of a half makes a word with what follows: "rõ trách nhiệm" has no half "rõ trách"."""
    first, second, third = (folded[slice(*place)] for place in places[n : n + 3])
    return is_word(second, third) and not is_word(first, second)


def _whole(text: str, places: list[tuple[int, int]], at: int) -> bool:
    """Whether nothing but a space stands between this syllable and the next."""
    return text[places[at][1] : places[at + 1][0]].isspace()


def _figure(
    sentence: Sentence, span: tuple[int, int], kind: str, members: Iterable[tuple[int, int]]
) -> Figure:
    texts = [sentence.text[start:end] for start, end in members]
    start, end = sentence.start + span[0], sentence.start + span[1]
    surface = sentence.text[slice(*span)]
    return Figure(
        sentence.article_id, sentence.line_no, start, end, surface, kind, " | ".join(texts), len(texts)
    )


def _body(article: Annotated) -> Iterator[Sentence]:
    return (sentence for sentence in article.sentences if sentence.kind in BODY_KINDS)


@codebooks.made_from(BOOK)
def _book(corpus: Path | None) -> _Book:
    raw = codebooks.read_yaml(BOOK, corpus=corpus)
    whole = choice(raw["doubled"])
    one = rf"(?:{choice(raw['evaluative'])})(?!\w|\s+hóa(?!\w))"
    return _Book(
        re.compile(rf"(?<!\w){one}(?:{JOINT}{one})+"),
        re.compile(rf"(?<!\w){one}"),
        re.compile(rf"(?<!\w)(?:(?P<whole>{whole})|{choice(raw['reduplicated'])})(?!\w)"),
        frozenset(fold(word) for word in raw["parallel_heads"]),
        *(
            frozenset(map(fold, raw[name]))
            for name in ("parallel_grammar", "parallel_ranks", "anaphora_grammar")
        ),
    )
