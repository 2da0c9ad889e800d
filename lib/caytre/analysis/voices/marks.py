"""Where quotation marks open and close, over the paragraphs of an article.

Every paragraph is read once on its own with a stack; what stays open at its end, and what closes without having been
opened, is then matched with the paragraphs around it. So a mark that is never closed costs its own paragraph and no
more, and a quotation over several paragraphs is one quotation whether or not each of them opens again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from caytre.tables import Line

__all__ = ["Marked", "scan"]

MARK = re.compile(r"''|‘‘|’’|[“”„\"«»‘’']")
CLOSED_BY = {
    "“": frozenset({"”", '"', "“"}),
    "„": frozenset({"”", "“", '"'}),
    '"': frozenset({'"', "”"}),
    "«": frozenset({"»", '"', "”"}),
    "''": frozenset({"''", '"'}),
    "‘‘": frozenset({"’’", '"', "”"}),
    "‘": frozenset({"’", "'"}),
    "'": frozenset({"'", "’"}),
}
OPENED_AS = {"”": "“", "»": "«", "’’": "‘‘", "’": "‘"}
"""What a closing mark typed for an opening one stands for."""

SINGLES = frozenset({"‘", "’", "'"})
OPENING = frozenset({"“", "„", "«", "‘", "‘‘"})
BOTH_WAYS = frozenset({'"', "'", "''"})
BEFORE_OPENING = frozenset("([{-–—:“‘«\"'/>|")
AFTER_CLOSING = frozenset(".,;:!?…)]}”’»\"'/-–—|")
LOOSELY_CLOSED = frozenset(",;:!?)")
"""What follows a closing mark that a space was typed before: '" Muốn vậy thì … ", ông nói'."""

STOPS = ".!?…,"
FARTHEST = 8
"""Paragraphs that one quotation may run over, quotations that may be open at once, open marks reported of one paragraph."""

SILENT = 5
"""Paragraphs without any mark that may stand inside one quotation."""


_Mark = tuple[str, int, int, bool, bool]
"""A mark, where it starts and ends, whether it may open, whether it may close."""


class Marked(NamedTuple):
    """A quoted stretch: where its words start and end (marks excluded), and whether it is closed."""

    line_no: int
    start: int
    end_line: int
    end: int
    balanced: bool


class _Paragraph(NamedTuple):
    line_no: int
    text: str
    pairs: list[tuple[int, int]]
    opens: list[tuple[str, int]]
    """Marks that stay open, with where their words start."""
    closes: list[int]
    """Where the words end of what closes here and was not opened here."""


def scan(lines: Sequence[Line], *, attributed: Callable[[str], bool]) -> list[Marked]:
    """The quoted stretches of consecutive text lines, in order of where they start, outer before inner.

    *attributed* tells whether a paragraph ends with its own attribution ("…, ông Nam nói."): then a mark it left open
    was forgotten and does not run on. Stretches without any letter or digit are left out.
    """
    paragraphs = [_paragraph(line) for line in lines if line.text.strip()]
    found: list[Marked] = []
    at = 0
    while at < len(paragraphs):
        here = paragraphs[at]
        end = _runs_to(paragraphs, at) if here.opens and not attributed(here.text) else None
        found.extend(_closed(here))
        if end is None:
            found.extend(_unclosed(here))
            at += 1
            continue
        last, stop = end
        found.append(Marked(here.line_no, here.opens[0][1], paragraphs[last].line_no, stop, True))
        for middle in paragraphs[at + 1 : last + 1]:
            found.extend(
                one
                for one in _closed(middle)
                if one.start != _lead(middle) or (middle is not paragraphs[last] and one.end != stop)
            )
        at = last + 1
    return sorted(found, key=lambda one: (one.line_no, one.start, -one.end_line, -one.end))


def _paragraph(line: Line) -> _Paragraph:
    text = line.text
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    closes: list[int] = []
    marks = [(match[0], match.start(), match.end(), *_sides(text, match)) for match in MARK.finditer(text)]
    for at, (mark, start, end, opens, shuts) in enumerate(marks):
        before = text[start - 1] if start else " "
        if mark in SINGLES and before.isalnum() and text[end : end + 1].isalnum():
            continue
        depth = _closable(stack, mark)
        if mark not in SINGLES and shuts and not opens and _typed_for_single(text, stack, depth, marks, at):
            depth = len(stack) - 1
        if depth >= 0 and (shuts or not opens):
            pairs.append((stack[depth][1], start))
            del stack[depth:]
        elif opens or (mark not in SINGLES and depth < 0 and before.isspace() and not shuts):
            stack.append((OPENED_AS.get(mark, mark), end))
        elif mark not in SINGLES and not stack:
            closes.append(start)
    return _Paragraph(line.line_no, text, pairs, [one for one in stack if one[0] not in SINGLES], closes)


def _closable(stack: list[tuple[str, int]], mark: str) -> int:
    """The place in the stack of what *mark* can close, or -1. A single mark does not close over a double one."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - FARTHEST), -1):
        if mark in CLOSED_BY[stack[depth][0]]:
            return depth
        if mark in SINGLES and stack[depth][0] not in SINGLES:
            return -1
    return -1


def _typed_for_single(
    text: str, stack: list[tuple[str, int]], depth: int, marks: Sequence[_Mark], at: int
) -> bool:
    """Whether a double mark closes the single one that is open: "“Dân bảo ‘không đi” rồi họ ở lại”, ông kể".

    It does where the double one around it is closed by the very next mark as well, or where there is none around it
    and the single one came after a colon.
    """
    if not stack or stack[-1][0] not in SINGLES:
        return False
    if depth < 0:
        start = stack[-1][1]
        return len(stack) == 1 and text[max(0, start - 4) : start - 1].rstrip().endswith(":")
    later = next((one for one in marks[at + 1 : at + 1 + FARTHEST] if one[0] not in SINGLES), None)
    return later is not None and later[4] and not later[3]


def _sides(text: str, match: re.Match[str]) -> tuple[bool, bool]:
    """Whether a mark may open, and whether it may close, going by the characters around it."""
    mark = match[0]
    before, after = (
        (text[match.start() - 1 : match.start()] or " "),
        text[match.end() : match.end() + 1] or " ",
    )
    loose = before.isspace() and after in LOOSELY_CLOSED
    could_open = (before.isspace() or before in BEFORE_OPENING) and not (after.isspace() or loose)
    could_shut = (loose or not before.isspace()) and (after.isspace() or after in AFTER_CLOSING)
    if mark in BOTH_WAYS:
        return could_open, could_shut
    if mark in OPENING:
        return not (could_shut and not could_open), could_shut and not could_open
    return could_open and not could_shut and after.isalnum(), True


def _runs_to(paragraphs: list[_Paragraph], at: int) -> tuple[int, int] | None:
    """The later paragraph, and the place in it, where what stays open in paragraph *at* is closed."""
    silent = 0
    for n in range(at + 1, min(len(paragraphs), at + 1 + FARTHEST)):
        here = paragraphs[n]
        lead = _lead(here)
        if lead is not None:
            closed = next((end for start, end in here.pairs if start == lead), None)
            if closed is not None:
                return n, closed
        elif here.closes:
            return n, here.closes[0]
        elif here.opens or here.pairs or silent >= SILENT:
            return None
        else:
            silent += 1
    return None


def _lead(paragraph: _Paragraph) -> int | None:
    """Where the words start of the quotation that the paragraph begins with, if it does."""
    match = MARK.match(paragraph.text, len(paragraph.text) - len(paragraph.text.lstrip()))
    if match is None or match[0] in SINGLES:
        return None
    starts = {start for start, _ in paragraph.pairs} | {start for _, start in paragraph.opens}
    return match.end() if match.end() in starts else None


def _closed(paragraph: _Paragraph) -> list[Marked]:
    no, text = paragraph.line_no, paragraph.text
    return [Marked(no, a, no, b, True) for a, b in paragraph.pairs if any(map(str.isalnum, text[a:b]))]


def _unclosed(paragraph: _Paragraph) -> list[Marked]:
    """What stays open ends with the paragraph, or with the last stop before the next mark opens: no further than is safe."""
    no, text = paragraph.line_no, paragraph.text
    starts = sorted({start for start, _ in paragraph.pairs} | {start for _, start in paragraph.opens})
    found = []
    for _, start in paragraph.opens[:FARTHEST]:
        later = bisect_right(starts, start)
        following = starts[later] if later < len(starts) else None
        if following is None:
            end = len(text.rstrip())
        else:
            stop = max(text.rfind(mark, start, following) for mark in STOPS)
            end = stop + 1 if stop > start else following - 1
        if any(map(str.isalnum, text[start:end])):
            found.append(Marked(no, start, no, end, False))
    return found
