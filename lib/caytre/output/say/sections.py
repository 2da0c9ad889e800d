"""Findings that a report says a little otherwise than a notebook, and findings under headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from caytre.show import Said

__all__ = ["SAID_MIME", "Part", "Sections", "Told"]

SAID_MIME = "application/vnd.caytre.said+json"


class Told(Said):
    """A finding with a text for the report beside the one on the screen.

    The report knows where a citation leads and sets notes at the foot of a page; a notebook shows the lines alone and
    its notes below the text.
    """

    def __init__(self, text: str, report: str) -> None:
        super().__init__(text)
        self.report = report.strip()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        bundle = super()._repr_mimebundle_(include, exclude)
        return bundle if self.report == self.text else {**bundle, SAID_MIME: {"markdown": self.report}}


class Part(NamedTuple):
    """A heading, its text on the screen and its text in the report."""

    heading: str
    text: str
    report: str


class Sections(Told):
    """Several findings under headings of their own: shows as one text, and each section can be had by its number."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.headings = [part.heading for part in parts]
        self._sections = [
            Told(f"## {heading}\n\n{text}", f"## {heading}\n\n{report}") for heading, text, report in parts
        ]
        super().__init__(
            "\n\n".join(one.text for one in self._sections), "\n\n".join(one.report for one in self._sections)
        )

    def __len__(self) -> int:
        return len(self._sections)

    def __getitem__(self, place: int) -> Said:
        return self._sections[place]

    def __iter__(self) -> Iterator[Said]:
        return iter(self._sections)
