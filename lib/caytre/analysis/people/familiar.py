"""What an article and its corpus know of names before each mention is decided: whose parts stand alone, which are towns."""

from __future__ import annotations

from caytre.analysis.people.names import Names
from caytre.analysis.people.offices import Grammar
from caytre.analysis.people.phrases import tokens
from caytre.analysis.people.registry import Registry
from caytre.analysis.people.sightings import Sighting
from caytre.tables import Annotated
from caytre.text.orthography import fold, is_syllable

__all__ = ["Familiar", "by_family", "in_the_east", "is_strange", "neighbours", "nobody_s", "towns_of"]

LONGEST_SINO = 3
"""Syllables of a Chinese name."""


def towns_of(article: Annotated, rules: Grammar) -> set[str]:
    """Two capitalised syllables that stand behind "ở" or "tại" in the article and are not somebody's everywhere: "ở Đông Cao"."""
    found = set()
    for row in article.lines:
        line = tokens(row.text)
        for i in range(1, len(line) - 1):
            if line.words[i - 1] in rules.inside and line.tight[i] and line.caps[i] and line.caps[i + 1]:
                longer = i + 2 < len(line) and line.caps[i + 2] and line.tight[i + 2]
                if line.tight[i + 1] and not longer:
                    found.add(" ".join(line.words[i : i + 2]))
    return found


def nobody_s(sighting: Sighting, rules: Grammar) -> bool:
    """Whether nothing but its form makes a name a person's: no form of address, no office but that of people at large."""
    at_large = fold(sighting.before[0]).endswith(rules.at_large) if len(sighting.before) == 1 else False
    return not sighting.honorific and not sighting.after and (not sighting.before or at_large)


class Familiar:
    """Whether words are a name, or such a part of one as stands alone: "Quang Hải", "Biden"."""

    def __init__(
        self, own: Registry, registry: Registry, nicknames: set[str], names: Names, from_abroad: set[str]
    ) -> None:
        self.registry = registry
        self.parts: set[str] = nicknames | set(own.spellings)
        for name in own.spellings:
            words = _words(name)
            self.parts.update(words if is_strange(name) else (words[-1], " ".join(words[-2:])))
        self.parts.update(name.split()[0] for name in from_abroad)
        self.parts.update(name.split()[0] for name in nicknames if names.stage(name))
        self.parts.update(name.split()[-1] for name in nicknames)

    def __call__(self, name: str) -> bool:
        folded = fold(name)
        return folded in self.parts or (" " in folded and self.registry.knows(folded))


def neighbours(own: Registry, rules: Grammar) -> set[str]:
    """Who holds an office of a state where the family name comes first and is what people go by: "đại sứ Hồng"."""
    abroad = {name for key, seen in own.holdings.items() if rules.abroad(key.complement) for _, name in seen}
    return {name for name in abroad if len(name.split()) > 1 and not is_strange(name)}


def _words(name: str) -> list[str]:
    """The words of a folded name, each of its initials one: "n.v.a" and "đỗ thị h" end in "a" and "h"."""
    return name.replace(".", " ").split()


def is_strange(name: str) -> bool:
    """Whether a name holds a word that is no Vietnamese syllable: then any word of it may stand for it.

    Of initials only the last one stands for a Vietnamese name, as the given name would.
    """
    return not all(len(word) == 1 or is_syllable(word) for word in _words(name))


def in_the_east(article: Annotated, rules: Grammar) -> bool:
    """Whether the article speaks of a state where people go by a family name that reads as Vietnamese."""
    return any(True for row in article.lines for _ in rules.neighbours.all(tokens(row.text)))


def by_family(part: str, name: str) -> bool:
    """Whether *part* is the family of a Chinese name of two or three syllables: "ông Kha" of "Kha Minh Viễn"."""
    words = name.split()
    return 1 < len(words) <= LONGEST_SINO and words[0] == part and not is_strange(name)
