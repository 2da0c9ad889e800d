"""The written analysis of a corpus: `analysis.yaml` beside its articles, findings and sections of checked claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from caytre import codebooks
from caytre.output.say.claims import Both, Claim, ClaimError, both, make

__all__ = ["NAME", "Essay", "EssayError", "Section", "read_essay"]

NAME = "analysis.yaml"


class EssayError(ValueError):
    """A written analysis that cannot be used; the message names the file, the section, the claim and the cure."""


class Section(NamedTuple):
    """A heading and its paragraphs."""

    heading: Both
    paragraphs: tuple[tuple[Claim, ...], ...]


class Essay(NamedTuple):
    """What stands on the first page, and the sections."""

    findings: tuple[Claim, ...]
    sections: tuple[Section, ...]

    def claims(self) -> Iterator[Claim]:
        """Every claim in its order, those of the first page first."""
        yield from self.findings
        for section in self.sections:
            for paragraph in section.paragraphs:
                yield from paragraph


def read_essay(folder: Path) -> Essay | None:
    """The analysis written for the corpus in *folder*; None where nobody has written one."""
    path = folder / NAME
    if not path.is_file():
        return None
    # The whole path is the name: the file belongs to the corpus and nothing of the project stands in for it.
    content = codebooks.read_yaml(str(path.resolve()))
    content = content if isinstance(content, Mapping) else {}
    sections, findings = content.get("sections"), content.get("findings", [])
    if not isinstance(sections, list) or not sections:
        raise EssayError(f"{path}: it must be a mapping whose key “sections” holds a list of sections")
    if not isinstance(findings, list):
        raise EssayError(f"{path}: “findings” holds a list of claims, for the first page")
    return Essay(
        tuple(_claim(row, f"{path}: finding {number}") for number, row in enumerate(findings, 1)),
        tuple(_section(row, f"{path}: section {number}") for number, row in enumerate(sections, 1)),
    )


def _section(row: Any, place: str) -> Section:
    if not isinstance(row, Mapping) or set(row) != {"heading", "paragraphs"}:
        raise EssayError(f"{place}: a section has a heading and paragraphs, and nothing else")
    try:
        heading = both(row["heading"], "heading")
    except ClaimError as error:
        raise EssayError(f"{place}: {error}") from None
    place = f"{place} (“{heading['en']}”)"
    paragraphs = row["paragraphs"]
    if (
        not isinstance(paragraphs, list)
        or not paragraphs
        or not all(isinstance(p, list) and p for p in paragraphs)
    ):
        raise EssayError(f"{place}: paragraphs is a list, and every paragraph a list of claims")
    made, n = [], 0
    for paragraph in paragraphs:
        claims = []
        for one in paragraph:
            n += 1
            claims.append(_claim(one, f"{place}, claim {n}"))
        made.append(tuple(claims))
    return Section(heading, tuple(made))


def _claim(row: Any, place: str) -> Claim:
    try:
        return make(row)
    except ClaimError as error:
        text = row.get("text") if isinstance(row, Mapping) else None
        start = str(text.get("en", "")) if isinstance(text, Mapping) else ""
        shown = f" (“{start[:50]}{'…' if len(start) > 50 else ''}”)" if start else ""
        raise EssayError(f"{place}{shown}: {error}") from None
