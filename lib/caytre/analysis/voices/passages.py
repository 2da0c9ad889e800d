"""The lines of an article as passages, with what stands in quotation marks in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from caytre.analysis.voices.rules import Rules
from caytre.analysis.voices.speech import Passage
from caytre.tables import BODY_KINDS, Annotated, Line, Mention

__all__ = ["Passages", "outermost", "quoted_parts"]

BULLETS = ("-", "–", "—", "•", "+", "*")


class Passages:
    """The lines of an article as passages, each made when it is first asked for."""

    def __init__(
        self,
        article: Annotated,
        mentions: Sequence[Mention],
        quoted: Mapping[int, list[tuple[int, int]]],
        book: Rules,
    ) -> None:
        self.article, self.quoted, self.book = article, quoted, book
        self.mentions: dict[int, list[Mention]] = {}
        for row in mentions:
            self.mentions.setdefault(row.line_no, []).append(row)
        self.made: dict[int, Passage] = {}

    def __getitem__(self, line_no: int) -> Passage:
        if line_no not in self.made:
            line = self.article.lines[line_no - 1]
            self.made[line_no] = Passage(
                line, self.mentions.get(line_no, ()), self.quoted.get(line_no, ()), self.book
            )
        return self.made[line_no]

    def behind(self, line_no: int) -> list[int]:
        """The line of text behind one that announces it, and the list that goes on with it, by number."""
        found: list[int] = []
        for row in self.article.lines[line_no:]:
            listed = row.text.startswith(BULLETS)
            if row.kind not in BODY_KINDS or (found and not listed):
                if row.text.strip():
                    break
                continue
            found.append(row.line_no)
            if not listed:
                break
        return found


def quoted_parts(
    lines: Sequence[Line], spans: Iterable[tuple[int, int, int, int]]
) -> dict[int, list[tuple[int, int]]]:
    """What of each line stands in quotation marks, for spans (line, start, last line, end) that do not overlap."""
    found: dict[int, list[tuple[int, int]]] = {}
    for first, start, last, end in spans:
        for line_no in range(first, last + 1):
            stop = end if line_no == last else len(lines[line_no - 1].text)
            found.setdefault(line_no, []).append((start if line_no == first else 0, stop))
    return found


def outermost(spans: Sequence[tuple[int, int, int, int]]) -> list[int]:
    """For each of the spans, sorted by start, the number of the outermost one around it: its own where nothing is."""
    found: list[int] = []
    top = -1
    for at, (first, start, _, _) in enumerate(spans):
        if top < 0 or (first, start) >= spans[top][2:]:
            top = at
        found.append(top)
    return found
