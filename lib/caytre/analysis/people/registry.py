"""What a corpus teaches about people: the names that occur in it, and who held which office when.

A registry is learnt shard by shard and merged; all it holds are counts and sets, so the order of merging does not
matter. Offices are compared by key: the head, and what it is an office of without the words that add nothing
("Thủ tướng Chính phủ" is "Thủ tướng").
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from caytre.analysis.people.offices import Grammar
from caytre.analysis.people.phrases import tokens
from caytre.analysis.people.sightings import Sighting
from caytre.tables import TEXT_KINDS, Annotated
from caytre.text.orthography import fold

__all__ = ["Key", "Registry", "office_key", "offices_of", "words_of"]

FAR = 600
"""Days beyond which a holding seen in the corpus says nothing about today's holder."""

CLEARLY_NEARER = 3
"""Of two holders the nearer one is believed if the other is so many times as far in time."""

DEPUTY = "phó"
"""The one word before an office that makes it another office."""


FORMER = "nguyên"


class Key(NamedTuple):
    """An office as it is compared: folded head, folded complement."""

    head: str
    complement: str

    @property
    def former(self) -> bool:
        """Whether it is an office that somebody held once; who did is for each article to say."""
        return self.head.startswith(FORMER + " ")


def office_key(text: str, grammar: Grammar) -> Key | None:
    """The key of one office as written, or None where there is none.

    An office of the past ("cựu Bộ trưởng") is another office: its head begins with `FORMER`.
    """
    line = tokens(text)
    k, start, head, former = 0, 0, None, False
    while k < len(line):
        head = grammar.heads.match(line, k)
        prefix = grammar.prefixes.match(line, k)
        if head and not (prefix and prefix[0] >= head[0]):
            break
        if prefix is None:
            return None
        former = former or " ".join(line.words[k : prefix[0]]) in grammar.past
        k = prefix[0]
        start = start if line.words[k - 1] == DEPUTY else k
    if head is None:
        return None
    complement = " ".join(line.words[head[0] :])
    name = " ".join([FORMER] * former + line.words[start : head[0]])
    if name in grammar.leaders:
        name, complement = grammar.leading(name, complement)
    complement = grammar.states.get(complement, complement)
    return Key(name, "" if complement in grammar.home else complement)


def offices_of(sighting: Sighting, grammar: Grammar) -> list[Key]:
    """The keys of all offices that stand beside a name."""
    keys = (office_key(text, grammar) for text in (*sighting.before, *sighting.after))
    return [key for key in keys if key is not None]


class Registry:
    """Names with their spellings, and offices with who was seen in them on which day."""

    def __init__(self) -> None:
        self.spellings: dict[str, Counter[str]] = {}
        self.holdings: dict[Key, set[tuple[str, str]]] = {}
        self._by_last: dict[str, list[str]] | None = None

    def see(self, sighting: Sighting, published: str, grammar: Grammar) -> None:
        """Take in a full or foreign name with its offices, on the day of the article (an empty day if unknown)."""
        name = fold(sighting.name)
        self.spellings.setdefault(name, Counter())[sighting.name] += 1
        self._by_last = None
        for key in offices_of(sighting, grammar):
            abroad = sighting.kind == "foreign" and not key.complement
            if not abroad and not key.former:
                self.holdings.setdefault(key, set()).add((published[:10], name))

    def merge(self, *others: Registry) -> Registry:
        """A new registry that knows what all of them know, whatever the order."""
        total = Registry()
        for one in (self, *others):
            for name, forms in one.spellings.items():
                total.spellings.setdefault(name, Counter()).update(forms)
            for key, seen in one.holdings.items():
                total.holdings.setdefault(key, set()).update(seen)
        return total

    def to_dict(self) -> dict[str, Any]:
        """Everything as JSON can hold it, in a fixed order."""
        return {
            "spellings": {
                name: dict(sorted(forms.items())) for name, forms in sorted(self.spellings.items())
            },
            "holdings": [
                [key.head, key.complement, sorted(map(list, seen))]
                for key, seen in sorted(self.holdings.items())
            ],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Registry:
        """The registry that `to_dict` wrote."""
        registry = cls()
        registry.spellings = {name: Counter(forms) for name, forms in data["spellings"].items()}
        registry.holdings = {
            Key(head, of): {(day, name) for day, name in seen} for head, of, seen in data["holdings"]
        }
        return registry

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Registry) and self.to_dict() == other.to_dict()

    def __hash__(self) -> int:
        return hash(self.digest())

    def digest(self) -> str:
        """A short hash of everything in it, for naming what was computed with it."""
        return hashlib.sha256(json.dumps(self.to_dict(), ensure_ascii=False).encode()).hexdigest()[:16]

    def restricted_to(self, words: frozenset[str]) -> Registry:
        """What can matter for a text of these folded syllables: names of which it has the last one, offices that it has whole.

        Mentions found with the restricted registry are the same as with the whole; its digest changes only when
        something that concerns the text does.
        """
        small = Registry()
        wanted = {name for word in words for name in self._last_words().get(word, ())}
        for key, seen in self.holdings.items():
            if words.issuperset(key.head.split()) and words.issuperset(key.complement.split()):
                small.holdings[key] = set(seen)
                wanted.update(name for _, name in seen)
        small.spellings = {name: Counter(self.spellings[name]) for name in wanted if name in self.spellings}
        return small

    def knows(self, name: str) -> bool:
        """Whether this folded name was seen with its family name or as a foreign name."""
        return name in self.spellings

    def spelling(self, name: str) -> str:
        """The commonest spelling of a folded name; of equals the first in order of code points."""
        forms = self.spellings.get(name)
        return min(forms, key=lambda form: (-forms[form], form)) if forms else ""

    def ending(self, words: str) -> list[str]:
        """The folded names that end in these folded words."""
        last = words.rsplit(" ", 1)[-1]
        return [
            name for name in self._last_words().get(last, ()) if name == words or name.endswith(" " + words)
        ]

    def holder(self, key: Key, published: str) -> str:
        """The folded name of who held an office on a day, as far as the corpus shows it; empty where it does not.

        Without a day, the holder counts only if the corpus knows of no other.
        """
        seen = self.holdings.get(key, set())
        people = {name for _, name in seen}
        if len(people) == 1 and not published:
            return next(iter(people))
        day = _day(published)
        if day is None:
            return ""
        nearest: dict[str, int] = {}
        for text, name in seen:
            other = _day(text)
            if other is not None:
                nearest[name] = min(abs((other - day).days), nearest.get(name, FAR + 1))
        ranked = sorted(nearest.items(), key=lambda entry: (entry[1], entry[0]))
        if not ranked or ranked[0][1] > FAR:
            return ""
        if len(ranked) > 1 and ranked[1][1] <= CLEARLY_NEARER * ranked[0][1]:
            return ""
        return ranked[0][0]

    def _last_words(self) -> dict[str, list[str]]:
        if self._by_last is None:
            found: dict[str, list[str]] = {}
            for name in sorted(self.spellings):
                found.setdefault(name.rsplit(" ", 1)[-1], []).append(name)
            self._by_last = found
        return self._by_last


def words_of(articles: Iterable[Annotated]) -> frozenset[str]:
    """The folded syllables of the articles: all that a registry has to know of them to restrict itself."""
    return frozenset(
        word
        for article in articles
        for line in article.lines
        if line.kind in TEXT_KINDS
        for word in tokens(line.text).words
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
