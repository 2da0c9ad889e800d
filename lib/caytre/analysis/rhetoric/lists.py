"""Lists: runs of markers (Một là … Hai là, 1. 2., a) b), bullets), repeated openings, and two-member figures.

A marker alone proves nothing ("Thứ hai" may be Monday, "năm là" a year): a list is a run that starts at one
and counts on. Lists inside one sentence, and the numbers that announce lists, are in `announcements`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from caytre.analysis.rhetoric import bullets
from caytre.analysis.rhetoric.listbook import BOOK, RANK, Book, Item, Pair, Run, list_book
from caytre.analysis.shown import shown_lines
from caytre.tables import BODY_KINDS, Annotated, Line, Sentence
from caytre.text.orthography import fold, syllables

__all__ = ["BOOK", "Item", "Run", "pairs", "runs"]

BREAK = re.compile(r"(?P<mark>[.;:,!?…])[\"”’'»)\]]*(?P<gap>\s*)[\"“‘'«]*")
BRACKET = re.compile(r"(?<!\w)\(")
JOINT = re.compile(r"(?<!\w)và\s+(?=\w)")
CLAUSE_END = re.compile(r"[,.;:!?]")
STEPS_RUN = 3
BRIEF = 3
"""Two choices of at most so many syllables ("một là thắng, hai là thua") are a turn of phrase."""
LAST_WINDOW = 12
NESTING = 8
"""So many lists of one kind may be open at once; it keeps a text of nothing but "1." from costing its
square."""
PAIR_REACH = 400
"""So many code points may stand between the openings of the two members of a figure."""


class _Marker(NamedTuple):
    """A marker with its place; `lead` is where the words before it begin ("và thứ ba")."""

    family: str
    values: tuple[int, ...]
    role: str
    line_no: int
    lead: int
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
    found = [_run(chain, text) for chain in _longest(_chains(lines, book)) if _says(chain, text)]
    for others in (bullets.bulleted, bullets.labelled, bullets.dashed, bullets.plain):
        marked = {item.line_no for run in found for item in run.items}
        found += [
            run for run in others(lines, book) if not marked.issuperset(item.line_no for item in run.items)
        ]
    found += bullets.openings(article, book)
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
            kind, value = next((k, v) for k, v in match.groupdict().items() if v and k != "lead")
            key = kind.rstrip("_0123456789")
            prefix, _, last = value.rpartition(".") if key == "dotted" else ("", "", value)
            values = (
                (int(last),) if key in ("digit", "dotted") else book.values[key].get(value.casefold(), ())
            )
            role, window = ("last", LAST_WINDOW) if key == "last" else ("number", family.window)
            start = max(place, match.end("lead")) if "lead" in match.groupdict() else place
            yield _Marker(
                f"{family.name}{prefix}", values, role, line.line_no, place, start, match.end(), window
            )
            taken = match.end()
        step = book.steps.match(folded, place) if rank <= RANK["stop"] else None
        if step:
            yield _Marker(
                "steps", (1,), book.roles[step.group()], line.line_no, place, place, step.end(), LAST_WINDOW
            )


def _places(text: str, book: Book) -> list[tuple[int, int]]:
    """Where a marker may stand, each with its rank: the line's start, after a stop, after a comma or "và", at
    a bracket."""
    head = book.bullet.match(text)
    start = head.end() if head else len(text) - len(text.lstrip())
    found = {start + len(text[start:]) - len(text[start:].lstrip("\"“‘'«")): RANK["line"]}
    for match in BREAK.finditer(text):
        place = match.end()
        if place < len(text) and (match["gap"] or text[place].isalpha() or text[place] == "("):
            found.setdefault(place, RANK["clause"] if match["mark"] == "," else RANK["stop"])
    for match in JOINT.finditer(text):
        found.setdefault(match.start(), RANK["clause"])
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
    ordinals = chain.family in book.ordinal and marker.family in book.ordinal
    if marker.role == "last":
        return ordinals or chain.family == "steps" or marker.family == "steps"
    same = chain.family == marker.family or (chain.family == "steps" and marker.family in book.spoken)
    return (same or ordinals) and len(chain.markers) + 1 in marker.values


def _says(chain: _Chain, text: Mapping[int, str]) -> bool:
    """Whether the items say something of their own: not "thứ nhất và thứ hai", nor two choices of a word or two
    that nothing announces ("một là thắng, hai là thua")."""
    between = [
        text[marker.line_no][marker.end : after.lead]
        for marker, after in pairwise(chain.markers)
        if marker.line_no == after.line_no
    ]
    bare = any(not part.strip(" ,.;:") for part in between)
    if bare or len(chain.markers) > 2 or not between or between[0].startswith(",") or "." in between[0]:
        return not bare
    first, second = chain.markers
    line = text[first.line_no]
    end = CLAUSE_END.search(line, second.end)
    parts = [between[0], line[second.end : end.start() if end else len(line)]]
    announced = line[: first.start].rstrip().endswith(":")
    return announced or any(len(syllables(part)) > BRIEF for part in parts)


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
        end = after.lead if after is not None and after.line_no == marker.line_no else len(line)
        items.append(
            Item(
                line[marker.start : marker.end],
                marker.line_no,
                marker.start,
                line[marker.start : end].rstrip(),
            )
        )
    return Run(chain.family, items)
