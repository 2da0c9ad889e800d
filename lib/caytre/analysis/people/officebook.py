"""The codebook of offices and forms of address, compiled: which words are which, before any line is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from caytre.analysis.people.names import Names
from caytre.analysis.people.phrases import Phrases
from caytre.codebooks import read_csv, read_yaml
from caytre.text.orthography import fold

__all__ = ["OfficeBook", "Post"]

AGED = r"(?:\s?\(|, )\s?(?:\d{{1,3}}\s?(?:{0})\b|(?:{1})\b)"
"""An age or a year of birth behind a name, with the words of the codebook."""


class Post(NamedTuple):
    """The folded office and country that the codebook gives for somebody abroad; empty where it gives none."""

    office: str
    country: str


class OfficeBook:
    """The words of the codebook; `names` are the codebooks of names that belong to it."""

    def __init__(self, book: Names, *, corpus: Path | None = None) -> None:
        data = read_yaml("offices.yaml", corpus=corpus)
        self.names = book
        self._read_heads(data, corpus)
        self._read_addresses(data)
        self._read_complements(data, corpus)
        self._read_names(data)
        self.first_words = (
            frozenset(self.heads.first) | self.honorifics.first.keys() | self.prefixes.first.keys()
        )
        self.openers_of_people = self.first_words | self.aliases.first.keys()

    def _read_heads(self, data: Any, corpus: Path | None) -> None:
        """The heads of offices and what stands before them."""
        heads = [(head, group) for group, entries in data["heads"].items() for head in entries]
        self.heads = Phrases([*heads, *((head, "unique") for head in data["unique"])])
        self.held_together = {(fold(one), fold(two)) for one, two in data["held_together"]}
        self.unique = _folded(data["unique"])
        self.leaders = _folded(data["leaders"])
        self.led = {fold(body): fold(head) for body, head in data["led"].items()}
        self.states = {fold(other): fold(name) for other, name in data["same_states"].items()}
        rows = read_csv("foreign_names.csv", corpus=corpus, columns=("name", "country", "office", "kind"))
        self.surnames = _surnames(rows)
        self.posts = {fold(row["name"]): Post(fold(row["office"]), fold(row["country"])) for row in rows}
        self.crowds = tuple(map(fold, data["crowds"]))
        self.at_large = tuple(map(fold, data["at_large"]))
        self.dotted = _folded(data["dotted"])
        self.prefixes = _phrases(data["prefixes"])
        self.past = _folded(data["past"])
        self.women, self.men = _folded(data["women"]), _folded(data["men"])
        self.concurrent = _folded(data["concurrent"])
        self.barred = _phrases(data["not_reference_before"])
        self.seats = _phrases(data["seats"])

    def _read_addresses(self, data: Any) -> None:
        """Forms of address, pronouns, and who goes by another name."""
        self.honorifics = Phrases(data["honorifics"].items())
        self.pronouns = Phrases(data["pronouns"].items())
        self.demonstratives = _folded(data["demonstratives"])
        self.for_anybody = _folded(data["for_anybody"])
        self.unnamed = {"f": _phrases(data["unnamed_women"]), "m": _phrases(data["unnamed_men"])}
        self.aliases = Phrases(data["aliases"].items(), capital=False)
        self.in_titles = _folded(data["in_titles"])
        self.of_the_known = _folded(data["of_the_known"])

    def _read_complements(self, data: Any, corpus: Path | None) -> None:
        """What an office is an office of."""
        self.starts = _folded(data["complement_starts"])
        self.stops = _folded(data["complement_stops"]) | self.concurrent
        self.acts = _phrases(data["complement_acts"])
        self.relatives = _folded(data["relatives"])
        self.ranks = _folded(data["rank_words"])
        self.tails = _phrases(data["complement_tails"])
        self.companies = _phrases(data["companies"])
        self.whole_words = _phrases(data["complement_words"])
        self.openers = _folded(data["institution_words"])
        self.home = _folded(data["home"])
        self.neighbours = _phrases(data["neighbours"])
        self.left_out = _folded(data["left_out_of_abbreviations"])
        rows = read_csv("institutions.csv", corpus=corpus, columns=("name", "abbreviations", "kind"))
        forms = [
            (form, row["name"])
            for row in rows
            for form in (row["name"], *row["abbreviations"].split(";"))
            if form
        ]
        self.institutions = Phrases(forms, capital=True, joins=True)

    def _read_names(self, data: Any) -> None:
        """What around a name makes it a person or not."""
        self.not_initials = _folded(data["not_initials"])
        self.personal = _phrases(data["personal_verbs"])
        self.deeds = _phrases(data["deeds"])
        self.persons_after = _phrases(data["persons_after"])
        self.locatives = _folded(data["locatives"])
        self.inside = _folded(data["inside"])
        self.not_given = _folded(data["not_given"])
        self.not_given_after = _folded(data["not_given_after"])
        self.after_given = _folded(data["after_given"])
        self.opening = self.stops | _folded(data["before_given"])
        """Words that may open a sentence before a name."""
        self.joining = _folded(data["joining_names"])
        self.such_as = _folded(data["such_as"])
        self.together = _folded(data["together"])
        self.somebody = _folded(data["somebody"])
        self.far = _folded(data["far_words"])
        self.ages = re.compile(
            AGED.format(
                "|".join(map(re.escape, data["years_of_age"])), "|".join(map(re.escape, data["born"]))
            ),
            re.IGNORECASE,
        )


def _surnames(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The one folded name of the codebook whose bearer goes by a word; none where several do (the Clintons)."""
    found: dict[str, set[str]] = {}
    for row in rows:
        if row["kind"] not in ("given", "korean"):
            words = fold(row["name"]).split()
            found.setdefault(words[0] if row["kind"] == "sino" else words[-1], set()).add(" ".join(words))
    return {word: next(iter(names)) for word, names in found.items() if len(names) == 1}


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _phrases(entries: Iterable[str]) -> Phrases:
    return Phrases((entry, "") for entry in entries)
