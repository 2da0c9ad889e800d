"""Titles that the corpus teaches: "Nghị quyết số 57 về đột phá phát triển khoa học, công nghệ …".

The name of a resolution, a conference or a committee is long, and every article about it has it: no article took it from
another. It follows "về" behind a word for a document or an event, and goes on differently in different places, which
tells where it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

from caytre.analysis.echoes.shingles import Index
from caytre.analysis.people.masks import Masks

__all__ = ["Titles"]

SHORTEST, LONGEST = 6, 24
"""Syllables of a title."""
RUN = 4
"""Parts of a title are known by runs of so many syllables, so that it is found in other wordings too."""
END = -1
"""Stands for what ends a title in a text: a mark of punctuation, or the end of the line."""
STOP = re.compile(r"[.;:()\[\]\"“”]")

Run = tuple[int, ...]


class Titles:
    """The titles of a corpus; `covers` tells which syllables of a line stand in one."""

    def __init__(self, found: Index, mask: Masks) -> None:
        self._found = found
        after: dict[Run, set[int]] = {}
        tails = list(self._tails(mask.titled))
        for tail in tails:
            for size in range(SHORTEST, len(tail)):
                after.setdefault(tail[:size], set()).add(tail[size])
        self._runs: set[Run] = set()
        for tail in tails:
            ends = [size for size in range(SHORTEST, len(tail)) if len(after[tail[:size]]) > 1]
            if ends:
                self._runs.update(_runs(tail[: ends[-1]]))

    def covers(self, line: int) -> np.ndarray:
        """For each syllable of the line whether it stands in a title."""
        codes = self._codes(line)
        inside = np.zeros(len(codes), bool)
        if self._runs:
            for at, run in enumerate(_runs(codes)):
                if run in self._runs:
                    inside[at : at + RUN] = True
        return inside

    def _codes(self, line: int) -> list[int]:
        codes: list[int] = self._found.codes[self._found.bounds[line] : self._found.bounds[line + 1]].tolist()
        return codes

    def _tails(self, titled: re.Pattern[str]) -> Iterable[Run]:
        """What stands behind every "Nghị quyết … về", syllable by syllable, and what ends it."""
        for number, line in enumerate(self._found.lines):
            starts: np.ndarray | None = None
            for match in titled.finditer(line.text):
                if starts is None:
                    starts = self._found.start[self._found.bounds[number] : self._found.bounds[number + 1]]
                    codes = self._codes(number)
                stop = STOP.search(line.text, match.end())
                first, last = np.searchsorted(starts, [match.end(), stop.start() if stop else len(line.text)])
                tail = codes[first : min(last, first + LONGEST)]
                yield (*tail, codes[first + LONGEST] if last - first > LONGEST else END)


def _runs(codes: Iterable[int]) -> Iterable[Run]:
    wide = list(codes)
    return zip(*(wide[step:] for step in range(RUN)), strict=False)
