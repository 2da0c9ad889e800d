"""When an answer is the one that was annotated: the same words, or a place that overlaps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from caytre.text.orthography import nfc

Row = dict[str, Any]

WORD = re.compile(r"\w+")


@dataclass(frozen=True, eq=False, slots=True)
class Passage:
    """A row at its place in a line. Two passages are equal only where they are the same row."""

    article: str
    line: int
    start: int
    end: int
    row: Row

    def shared(self, other: Passage) -> int:
        """Characters that both hold."""
        if (self.article, self.line) != (other.article, other.line):
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def show(self, *columns: str) -> str:
        """Where it stands and what it says, for a list of misses."""
        return " | ".join(
            [f"{self.article}:{self.line}", *(str(self.row.get(column, ""))[:70] for column in columns)]
        )


class ByLine:
    """Passages that can be asked for by place."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._lines: defaultdict[tuple[str, int], list[Passage]] = defaultdict(list)
        for passage in passages:
            self._lines[passage.article, passage.line].append(passage)

    def touching(self, passage: Passage) -> list[Passage]:
        """Those that share at least one character with *passage*, in the order they came in."""
        return [
            other for other in self._lines.get((passage.article, passage.line), ()) if other.shared(passage)
        ]


class Matches(NamedTuple):
    """Who was paired with whom (annotated first), and who was left over on both sides."""

    pairs: list[tuple[Passage, Passage]]
    missed: list[Passage]
    extra: list[Passage]


def pair(wanted: Sequence[Passage], given: Sequence[Passage]) -> Matches:
    """Each annotated passage in turn takes the free answer that overlaps it most; an answer serves once."""
    places = ByLine(given)
    taken: set[Passage] = set()
    pairs, missed = [], []
    for passage in wanted:
        free = [other for other in places.touching(passage) if other not in taken]
        if free:
            best = max(free, key=passage.shared)
            taken.add(best)
            pairs.append((passage, best))
        else:
            missed.append(passage)
    return Matches(pairs, missed, [passage for passage in given if passage not in taken])


def passages(rows: Iterable[Row]) -> list[Passage]:
    """Rows with `article_id`, `line_no`, `start` and, unless the annotations left it out, `end`."""
    return [place(row) for row in rows]


def place(row: Row, side: str = "") -> Passage:
    """A row's place, or the place of one *side* ("a", "b") of a pair."""
    if side:
        article, line, start, end = (
            row[f"{column}_{side}"] for column in ("article", "line", "start", "end")
        )
    else:
        article, line, start, end = row["article_id"], row["line_no"], row["start"], row.get("end")
    first = whole(start) or 0
    return Passage(article, whole(line) or 0, first, whole(end) or first, row)


def whole(value: Any) -> int | None:
    """A cell as a whole number, None where it is empty; a column with gaps holds its numbers as floats."""
    return None if value in ("", None) else int(float(value))


def plain(text: str) -> str:
    """The words alone, in NFC and without regard to case: what two ways of writing the same are compared by."""
    return " ".join(WORD.findall(nfc(text))).casefold()
