"""Lists: runs of markers (Một là … Hai là, 1. 2., a) b), bullets), repeated openings, and two-member figures.

A marker alone proves nothing ("Thứ hai" may be Monday, "năm là" a year): a list is a run that starts at one
and counts on. Lists inside one sentence, and the numbers that announce lists, are in `announcements`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from caytre.analysis.rhetoric.listbook import BOOK, RANK, Book, Pair, list_book
from caytre.analysis.shown import shown_lines
from caytre.tables import BODY_KINDS, Annotated, Line, Sentence
from caytre.text.orthography import fold, syllables

__all__ = ["BOOK", "Item", "Run", "pairs", "runs"]

BREAK = re.compile(r"(?P<mark>[.;:,!?…])[\"”’'»)\]]*(?P<gap>\s*)[\"“‘'«]*")
BRACKET = re.compile(r"(?<!\w)\(")
OPENING = 4
"""Sentences in a row that share this many syllables at their start are taken for a list."""
OPENING_LOWER = 3
OPENING_RUN = 3
STEPS_RUN = 3
LAST_WINDOW = 12
NESTING = 8
"""So many lists of one kind may be open at once; it keeps a text of nothing but "1." from costing its
square."""
PAIR_REACH = 400
"""So many code points may stand between the openings of the two members of a figure."""


class Item(NamedTuple):
    """One item: its marker as written, its line, where in the line it begins, and its text from there."""

    marker: str
    line_no: int
    start: int
    text: str


class Run(NamedTuple):
    """A list that was found: its kind (the codebook's family) and its items in order."""

    kind: str
    items: list[Item]


class _Marker(NamedTuple):
    family: str
    values: tuple[int, ...]
    role: str
    line_no: int
    start: int
    end: int
    window: int


@dataclass
class _Chain:
    family: str
    markers: list[_Marker] = field(default_factory=list)


def runs(article: Annotated, *, corpus: Path | None = None) -> list[Run]:
    """Every list that runs over markers, bullets or repeated openings, in the order of its first item."""
    book = list_book(corpus)
    lines = shown_lines(article, BODY_KINDS)
    text = {line.line_no: line.text for line in lines}
    found = [_run(chain, text) for chain in _longest(_chains(lines, book))]
    marked = {item.line_no for run in found for item in run.items}
    found += [
        run for run in _bullets(lines, book) if not marked.issuperset(item.line_no for item in run.items)
    ]
    found += _anaphora(article, book)
    return sorted(found, key=lambda run: (run.items[0].line_no, run.items[0].start))


def pairs(article: Annotated, *, corpus: Path | None = None) -> list[Run]:
    """Two-member figures ("không chỉ … mà còn", "một mặt … mặt khác"): two items each, never numbered."""
    book = list_book(corpus)
    found = []
    sentences = [sentence for sentence in article.sentences if sentence.kind in BODY_KINDS]
    for n, sentence in enumerate(sentences):
        following = sentences[n + 1] if n + 1 < len(sentences) else None
        folded = fold(sentence.text)
        for pair in book.pairs:
            for first in pair.first.finditer(folded):
                second = _second(sentence, folded, first.end(), following, pair)
                if second is not None:
                    text = sentence.text[first.start() : second.start - sentence.start].rstrip()
                    item = Item(first.group(), sentence.line_no, sentence.start + first.start(), text)
                    found.append(Run(f"{item.marker} … {second.marker}", [item, second]))
    return found


def _second(
    sentence: Sentence, folded: str, start: int, following: Sentence | None, pair: Pair
) -> Item | None:
    """The second member, in the same sentence or at the opening of the next one in the line."""
    reach = start + PAIR_REACH
    match = pair.second.search(folded, start, reach)
    if match is None and pair.across and following is not None and following.line_no == sentence.line_no:
        match = pair.second.match(fold(following.text[:PAIR_REACH]))
        sentence = following if match else sentence
    if match is None and pair.weak is not None:
        match = pair.weak.search(folded, start, reach)
    if match is None:
        return None
    return Item(
        match.group(),
        sentence.line_no,
        sentence.start + match.start(),
        sentence.text[match.start() :].rstrip(),
    )


# -- markers and chains ----------------------------------------------------------------------------------------------


def _markers(line: Line, book: Book) -> Iterator[_Marker]:
    folded = fold(line.text)
    taken = -1
    for place, rank in _places(line.text, book):
        if place < taken:
            continue
        for family in book.families:
            match = (
                family.pattern.match(folded if family.folded else line.text, place)
                if rank <= family.rank
                else None
            )
            if match is None or (family.unless and family.unless.match(folded, match.end())):
                continue
            kind, value = next((k, v) for k, v in match.groupdict().items() if v)
            key = kind.rstrip("_0123456789")
            prefix, _, last = value.rpartition(".") if key == "dotted" else ("", "", value)
            values = (
                (int(last),) if key in ("digit", "dotted") else book.values[key].get(value.casefold(), ())
            )
            yield _Marker(
                f"{family.name}{prefix}", values, "number", line.line_no, place, match.end(), family.window
            )
            taken = match.end()
        step = book.steps.match(folded, place) if rank <= RANK["stop"] else None
        if step:
            yield _Marker(
                "steps", (1,), book.roles[step.group()], line.line_no, place, step.end(), LAST_WINDOW
            )


def _places(text: str, book: Book) -> list[tuple[int, int]]:
    """Where a marker may stand, each with its rank: the line's start, after a stop, after a comma, at a
    bracket."""
    head = book.bullet.match(text)
    start = head.end() if head else len(text) - len(text.lstrip())
    found = {start + len(text[start:]) - len(text[start:].lstrip("\"“‘'«")): RANK["line"]}
    for match in BREAK.finditer(text):
        place = match.end()
        if place < len(text) and (match["gap"] or text[place].isalpha() or text[place] == "("):
            found.setdefault(place, RANK["clause"] if match["mark"] == "," else RANK["stop"])
    for match in BRACKET.finditer(text):
        found.setdefault(match.start(), RANK["any"])
    return sorted(found.items())


def _chains(lines: list[Line], book: Book) -> list[_Chain]:
    chains: list[_Chain] = []
    open_by: dict[str, list[_Chain]] = {}
    for line in lines:
        for marker in _markers(line, book):
            near = open_by.get(marker.family, [])
            if marker.family == "steps" or marker.family in book.spoken:
                near = (
                    [*open_by.get("spoken", [])[-NESTING:], *near[-NESTING:]]
                    if marker.role != "next"
                    else near
                )
            chain = next(
                (chain for chain in reversed(near[-2 * NESTING :]) if _continues(chain, marker, book)), None
            )
            if chain is not None:
                chain.markers.append(marker)
            elif 1 in marker.values and marker.role in ("number", "first"):
                chain = _Chain(marker.family, [marker])
                chains.append(chain)
                open_by.setdefault(marker.family, []).append(chain)
                if marker.family == "steps" or marker.family in book.spoken:
                    open_by.setdefault("spoken", []).append(chain)
    return [chain for chain in chains if len(chain.markers) >= (STEPS_RUN if chain.family == "steps" else 2)]


def _continues(chain: _Chain, marker: _Marker, book: Book) -> bool:
    last = chain.markers[-1]
    if last.role == "last" or marker.role == "first" or marker.line_no - last.line_no > marker.window:
        return False
    if marker.role == "next":
        return chain.family == "steps"
    if marker.role == "last":
        return True
    same = chain.family == marker.family or (chain.family == "steps" and marker.family in book.spoken)
    return same and len(chain.markers) + 1 in marker.values


def _longest(chains: list[_Chain]) -> list[_Chain]:
    """Of chains that share a place (a bracketed i is a letter and a Roman one) the longest, of equals the
    first."""
    taken: set[tuple[int, int]] = set()
    kept = []
    for chain in sorted(chains, key=lambda chain: -len(chain.markers)):
        places = {(marker.line_no, marker.start) for marker in chain.markers}
        if not places & taken:
            taken |= places
            kept.append(chain)
    return kept


def _run(chain: _Chain, text: Mapping[int, str]) -> Run:
    items = []
    for marker, after in zip(chain.markers, [*chain.markers[1:], None], strict=True):
        line = text[marker.line_no]
        end = after.start if after is not None and after.line_no == marker.line_no else len(line)
        items.append(
            Item(
                line[marker.start : marker.end],
                marker.line_no,
                marker.start,
                line[marker.start : end].rstrip(),
            )
        )
    return Run(chain.family, items)


# -- bullets, openings -----------------------------------------------------------------------------------------------


def _bullets(lines: list[Line], book: Book) -> list[Run]:
    """Runs of lines with the same bullet. A plain line ends every run, another bullet only the runs inside
    it."""
    found: list[Run] = []
    running: dict[str, list[Item]] = {}
    asked: set[str] = set()
    for line in lines:
        match = book.bullet.match(line.text)
        if match is None or book.address.match(fold(line.text), match.end()):
            found += [Run(symbol, items) for symbol, items in running.items()]
            running.clear()
            continue
        symbol = match["symbol"]
        for inner in list(running)[list(running).index(symbol) + 1 :] if symbol in running else []:
            found.append(Run(inner, running.pop(inner)))
        running.setdefault(symbol, []).append(
            Item(symbol, line.line_no, match.start("symbol"), line.text.strip())
        )
        if line.text.rstrip("\"”’' ").endswith("?"):
            asked.add(symbol)
    found += [Run(symbol, items) for symbol, items in running.items()]
    # Where a bullet opens a question it opens the turns of a dialogue, not the items of a list.
    return [run for run in found if len(run.items) > 1 and run.kind not in asked]


def _anaphora(article: Annotated, book: Book) -> list[Run]:
    """Sentences in a row, in one line, with the same opening."""
    found = []
    group: list[tuple[Item, list[str], list[str]]] = []
    shared = 0
    for sentence in [*article.sentences, None]:
        entry, same = None, 0
        if sentence is not None and sentence.kind in BODY_KINDS:
            forms = [sentence.text[a:b] for a, b in syllables(sentence.text)[:12]]
            item = Item("", sentence.line_no, sentence.start, sentence.text)
            entry = (item, forms, [fold(form) for form in forms])
            if group and group[-1][0].line_no == sentence.line_no:
                same = _shared_opening(group[-1], entry, book)
        if not same:
            found += _opening_run(group, shared)
            group, shared = [], 0
        if entry is not None:
            shared = min(shared, same) if shared and same else same
            group.append(entry)
    return found


def _shared_opening(
    a: tuple[Item, list[str], list[str]], b: tuple[Item, list[str], list[str]], book: Book
) -> int:
    same = next(
        (i for i, (x, y) in enumerate(zip(a[2], b[2], strict=False)) if x != y), min(len(a[2]), len(b[2]))
    )
    lower = sum(form.islower() for form in a[1][:same])
    opening = " ".join(b[2][:same]) + " "
    listed = any(opening.startswith(phrase + " ") for phrase in book.openings)
    return same if (same >= OPENING and lower >= OPENING_LOWER) or listed else 0


def _opening_run(group: list[tuple[Item, list[str], list[str]]], shared: int) -> list[Run]:
    if len(group) < OPENING_RUN:
        return []
    opening = " ".join(group[0][1][:shared])
    return [Run("anaphora", [item._replace(marker=opening) for item, _, _ in group])]
