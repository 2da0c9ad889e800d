"""Findings under headings, as one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caytre.show import Said

__all__ = ["Sections"]


class Sections(Said):
    """Several findings under headings of their own: shows as one text, and each section can be had by its number."""

    def __init__(self, sections: Sequence[tuple[str, str]]) -> None:
        self.headings = [heading for heading, _ in sections]
        self._sections = [Said(f"## {heading}\n\n{text}") for heading, text in sections]
        super().__init__("\n\n".join(map(str, self._sections)))

    def __len__(self) -> int:
        return len(self._sections)

    def __getitem__(self, place: int) -> Said:
        return self._sections[place]

    def __iter__(self) -> Iterator[Said]:
        return iter(self._sections)
