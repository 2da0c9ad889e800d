"""Whose speeches an article reports over several paragraphs without saying again who speaks."""

from __future__ import annotations

from collections.abc import Iterable

from caytre.analysis.people.phrases import tokens
from caytre.analysis.voices.rules import Rules
from caytre.tables import Mention

__all__ = ["speechmakers"]

SPEECHMAKERS = frozenset({"unique", "party", "government", "rank"})
"""Classes of office whose holders' speeches are reported so."""


def speechmakers(mentions: Iterable[Mention], book: Rules) -> set[str]:
    """The people who hold such an office by one of the mentions, and stand before no court and no police by another."""
    told = [(row.person, row.office) for row in mentions if row.person and row.office]
    found = {person for person, office in told if _makes_speeches(office, book)}
    return found - {person for person, office in told if "law" in _groups(office, book)}


def _makes_speeches(office: str, book: Rules) -> bool:
    if any(True for _ in book.no_speechmakers.all(tokens(office))):
        return False
    return not SPEECHMAKERS.isdisjoint(_groups(office, book))


def _groups(office: str, book: Rules) -> list[str]:
    """The classes of the offices in a text."""
    found = book.grammar.office(tokens(office), 0)
    return [part.group for part in found.parts] if found is not None else []
