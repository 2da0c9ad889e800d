"""Who is spoken of: people with their offices, resolved within the article and by what the corpus teaches.

`learn` reads a corpus (or a shard of it) into a registry of names and office holdings; `mentions` finds and resolves
the mentions of one article. Nothing is merged on a guess: spellings that may be one person are for `variants` to list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path

from caytre.analysis.people.bare import nobody
from caytre.analysis.people.cues import Cues, reporting
from caytre.analysis.people.familiar import (
    Familiar,
    by_family,
    in_the_east,
    is_strange,
    neighbours,
    nobody_s,
    towns_of,
)
from caytre.analysis.people.offices import Grammar, grammar
from caytre.analysis.people.phrases import tokens
from caytre.analysis.people.protagonists import protagonists
from caytre.analysis.people.registry import Key, Registry, office_key, offices_of
from caytre.analysis.people.sightings import Sighting, sightings
from caytre.tables import Annotated, Mention
from caytre.text.orthography import fold

__all__ = ["Registry", "learn", "mentions"]

DEGREES = re.compile(r"(?<=S), (?=(?:TS|TSKH|BS)(?:,|$))")
"""Between two degrees stands a point, not the comma that joins offices: "PGS.TS"."""

QUOTES = re.compile('[“”"]')
PRONOUN_REACH = 3
"""Lines that a pronoun may look back for somebody who was not addressed with it before."""


def learn(articles: Iterable[Annotated], *, corpus: Path | None = None) -> Registry:
    """The registry of the names that stand in *articles* beyond doubt, with their offices and the day of each article.

    Registries of parts of a corpus merge into that of the whole.
    """
    rules, verbs, registry = grammar(corpus=corpus), reporting(corpus=corpus), Registry()
    for article in articles:
        for sighting in sightings(article, rules, verbs, known=nobody):
            if _is_whole(sighting):
                registry.see(sighting, article.published, rules)
    return registry


def mentions(article: Annotated, registry: Registry, *, corpus: Path | None = None) -> list[Mention]:
    """The mentions of people in one article, in order.

    `person` is the name in its commonest spelling, without offices. `how` tells how it was found: named, apposition
    (named, with offices after the name), given_name (part of a name), office_only, pronoun (before a reporting verb).
    Rows with an empty person are no people to count: eponym (a street, a school, a doctrine of that name), and offices
    that speak but whose holder the text does not give.
    """
    rules, verbs, own = grammar(corpus=corpus), reporting(corpus=corpus), Registry()
    nicknames, named = set(), set()
    for sighting in sightings(article, rules, verbs, known=nobody):
        if sighting.name and sighting.kind != "eponym":
            named.add(sighting.line_no)
        if _is_whole(sighting):
            own.see(sighting, article.published, rules)
        elif sighting.sure and (sighting.kind == "short" or (sighting.kind == "foreign" and sighting.before)):
            nicknames.add(fold(sighting.name))
    nicknames |= protagonists(article, named, rules, verbs)
    towns = towns_of(article, rules)
    found = sightings(
        article, rules, verbs, known=Familiar(own, registry, nicknames, rules.names, neighbours(own, rules))
    )
    people = _People(article, registry.merge(own), own, rules, verbs, nicknames)
    somebody = {fold(sighting.name) for sighting in found if not nobody_s(sighting, rules)} | {
        " ".join(name.split()[-2:]) for name in own.spellings if len(name.split()) > 2
    }
    rows = [
        people.mention(sighting, number)
        for number, sighting in enumerate(found)
        if fold(sighting.name) not in towns - somebody
    ]
    return [row for row in rows if row is not None]


def _is_whole(sighting: Sighting) -> bool:
    return (
        sighting.kind in ("full", "foreign")
        and sighting.sure
        and (" " in sighting.name or "-" in sighting.name or "." in sighting.name)
    )


class _People:
    """Who was named in an article so far, and who a given name, an office or a pronoun means."""

    def __init__(
        self,
        article: Annotated,
        known: Registry,
        own: Registry,
        rules: Grammar,
        verbs: Cues,
        nicknames: set[str],
    ) -> None:
        self.nicknames = nicknames
        self.article, self.known, self.own, self.rules, self.verbs = article, known, own, rules, verbs
        self.unnamed: dict[tuple[int, str], int] = {}
        """For a line and a gender the token where the first person without a name has been mentioned."""
        self.strangers: set[str] = set()
        """Pronouns that meant somebody whom the article had not named: they hardly mean the next one it names."""
        self.objects: set[str] = set()
        """Whom the words last had after a preposition: a pronoun rather means somebody else."""
        self.east = in_the_east(article, rules)
        self.marks: dict[int, list[int]] = {}
        self.from_abroad = neighbours(own, rules)
        self.last_seen: dict[str, tuple[int, int]] = {}
        self.honorifics: dict[str, set[str]] = defaultdict(set)
        self.genders: dict[str, str] = {}
        self.written: dict[str, str] = {}
        self.holdings: list[tuple[Key, str]] = [
            (key, name) for key, seen in sorted(own.holdings.items()) for _, name in sorted(seen)
        ]

    def mention(self, sighting: Sighting, number: int) -> Mention | None:
        """The row for a sighting, or None where nobody can be meant."""
        if sighting.kind == "eponym":
            return self._row(sighting, "", "eponym")
        if sighting.kind == "office":
            return self._office(sighting, number)
        if sighting.kind == "pronoun":
            name = self._antecedent(sighting)
            if not name:
                self.strangers.add(self._address(sighting))
            return self._named(sighting, name, "pronoun", number) if name else None
        name = fold(sighting.name)
        longer = (
            [other for other in self.own.spellings if other.endswith(" " + name)]
            if sighting.kind == "full"
            else []
        )
        if len(longer) == 1:
            return self._named(sighting, longer[0], "given_name", number)
        if _is_whole(sighting) or sighting.kind == "full":
            return self._named(sighting, name, "apposition" if sighting.after else "named", number)
        whole = self._whole(sighting, name)
        if whole:
            return self._named(sighting, whole, "given_name", number)
        titled = bool(sighting.honorific or sighting.before)
        again = sighting.sure or name in self.last_seen or name in self.nicknames or self.known.knows(name)
        return self._named(sighting, name, "named", number) if titled or again else None

    def _named(self, sighting: Sighting, name: str, how: str, number: int) -> Mention:
        self.last_seen[name] = (number, sighting.line_no)
        (self.objects.add if self._is_object(sighting) else self.objects.discard)(name)
        if sighting.honorific and how != "pronoun":
            self.honorifics[name].add(fold(sighting.honorific))
            if sighting.gender in ("m", "f"):
                self.genders.setdefault(name, sighting.gender)
        for text in (*sighting.before, *sighting.after):
            first = fold(text).split()[0]
            if first in self.rules.women | self.rules.men:
                self.genders.setdefault(name, "f" if first in self.rules.women else "m")
        for key in offices_of(sighting, self.rules):
            if (key, name) not in self.holdings:
                self.holdings.append((key, name))
        person = self.known.spelling(name) or self.written.setdefault(name, sighting.name)
        return self._row(sighting, person, how)

    def _row(self, sighting: Sighting, person: str, how: str) -> Mention:
        text = self.article.lines[sighting.line_no - 1].text
        office = DEGREES.sub(".", ", ".join((*sighting.before, *sighting.after)))
        return Mention(
            self.article.article_id, sighting.line_no, sighting.start, sighting.end,
            text[sighting.start : sighting.end], person, office or ("" if how == "eponym" else sighting.honorific), how,
        )  # fmt: skip

    def _gender(self, name: str) -> str:
        return "f" if " thị " in name else self.genders.get(name, "")

    def _agrees(self, sighting: Sighting, name: str) -> bool:
        known = self._gender(name)
        return not known or sighting.gender not in ("m", "f") or known == sighting.gender

    def _whole(self, sighting: Sighting, part: str) -> str:
        """The name of which *part* is the given name (or, for a foreign name, any word)."""
        fitting = [
            name
            for name in dict.fromkeys((*self.own.spellings, *self.last_seen))
            if name != part and self._is_part(part, name) and self._agrees(sighting, name)
        ]
        seen = [name for name in fitting if name in self.last_seen]
        if seen:
            return max(seen, key=lambda name: self.last_seen[name])
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            return ""
        if sighting.honorific and self.east:
            families = [name for name in self.own.spellings if by_family(part, name)]
            if len(families) == 1:
                return families[0]
        for text in sighting.before:
            key = office_key(text, self.rules)
            holder = self.known.holder(key, self.article.published) if key else ""
            if holder and self._is_part(part, holder):
                return holder
        foreign = self.rules.surnames.get(part, "") if sighting.gender != "f" else ""
        return foreign if is_strange(foreign) else ""

    def _is_part(self, part: str, name: str) -> bool:
        """Whether somebody of this name is called so: by the end of a Vietnamese name, the family of a Chinese one, any word of another."""
        words = name.split()
        if part == words[0] and (name in self.rules.names.sino or name in self.from_abroad):
            return True
        if name == part or name.endswith((" " + part, "." + part)):
            return True
        if name in self.nicknames and part == words[0] and self.rules.names.stage(name):
            return True
        return is_strange(name) and any(word == part or word.endswith("-" + part) for word in words)

    def _office(self, sighting: Sighting, number: int) -> Mention | None:
        """An office alone: who held it in this article, or else, on its day, in the corpus."""
        for text in sighting.before:
            key = office_key(text, self.rules)
            if key is None:
                continue
            crowd = key.head.startswith(self.rules.crowds)
            name = self._one_of_many(key, sighting) if crowd else self._holder(key)
            if name:
                return self._named(sighting, name, "office_only", number)
        return self._row(sighting, "", "office_only") if sighting.sure else None

    def _one_of_many(self, key: Key, sighting: Sighting) -> str:
        """The last one spoken of in the line, where he or she is one of those who hold an office: "Đại biểu cho rằng"."""
        text = self.article.lines[sighting.line_no - 1].text
        if not self.last_seen or not sighting.sure or key.complement or not text[sighting.start].isupper():
            return ""
        last = max(self.last_seen, key=lambda name: self.last_seen[name])
        here = self.last_seen[last][1] == sighting.line_no
        return (
            last
            if here and any(held.head.startswith(key.head) for held, name in self.holdings if name == last)
            else ""
        )

    def _holder(self, key: Key) -> str:
        if key.head in self.rules.leaders:
            key = key._replace(complement=self.rules.state(key.complement))
            fitting = {
                name
                for held, name in self.holdings
                if held.head in self.rules.unique and held.complement == key.complement
            }
            if not fitting:
                return self._posted(self.rules.unique, key.complement)
            return next(iter(fitting)) if len(fitting) == 1 and key.complement else ""
        fitting = {name for held, name in self.holdings if _same_office(key, held)}
        if key.head in self.rules.unique and not key.complement and len(fitting) > 1:
            home = [name for name in fitting if not self._foreign(name)]
            if len(home) == 1:
                return home[0]  # "Thủ tướng" beside "Thủ tướng Hun Manet" is the one of this country
        seen = [name for name in fitting if name in self.last_seen]
        if seen:
            last = max(seen, key=lambda name: self.last_seen[name])
            return "" if len(fitting) > 1 and self._another_tried(key, last) else last
        if fitting:
            told = key.head in self.rules.unique or bool(key.complement)
            return next(iter(fitting)) if told and len(fitting) == 1 else ""
        if posted := self._posted({key.head}, key.complement) or self._posted_here(key):
            return posted
        alone = not key.former and (key.head in self.rules.unique or bool(key.complement))
        return self.known.holder(key, self.article.published) if alone else ""

    def _foreign(self, name: str) -> bool:
        """Whether a name or what the article or the codebook tells of its bearer is of another state."""
        post = self.rules.posts.get(name)
        return is_strange(name) or name in self.from_abroad or bool(post and post.country)

    def _posted(self, heads: Collection[str], state: str) -> str:
        """The one person of the article whom the codebook has in one of these offices of a state ("ông Putin", then
        "Tổng thống Nga"); an article that names nobody else there means the one it names."""
        named = dict.fromkeys((*self.last_seen, *self.own.spellings))
        posts = ((name, self.rules.posts[name]) for name in named if name in self.rules.posts)
        found = [name for name, post in posts if state and post.country == state and post.office in heads]
        return found[0] if len(found) == 1 else ""

    def _posted_here(self, key: Key) -> str:
        """The last one spoken of, if the codebook has him or her in the office that stands alone: "ông Putin … Tổng thống nói"."""
        if key.complement or key.former or not self.last_seen:
            return ""
        last = max(self.last_seen, key=lambda name: self.last_seen[name])
        post = self.rules.posts.get(last)
        return last if post is not None and post.office == key.head else ""

    def _another_tried(self, key: Key, name: str) -> bool:
        """Whether somebody else was spoken of after the last one called "bị cáo", where several are: it may be either."""
        head = self.rules.heads.match(tokens(key.head), 0)
        if key.complement or head is None or head[1] != "law":
            return False
        latest = max(self.last_seen.values())
        return latest[1] > self.last_seen[name][1]

    def _antecedent(self, sighting: Sighting) -> str:
        """Who a pronoun means: the last one addressed with it, or the last one named nearby whom it can mean."""
        address = self._address(sighting)
        ranked = sorted(self.last_seen, key=lambda name: self.last_seen[name], reverse=True)
        if self._does_it_to(sighting):
            ranked = ranked[1:]
        here = [
            name
            for name in ranked
            if self.last_seen[name][1] == sighting.line_no
            and self._agrees(sighting, name)
            and self._may_be_called(name, address)
        ]
        if here:
            here.sort(key=lambda name: (name in self.objects, address not in self.honorifics[name]))
            guess = len(here) > 1 and not any(self._gender(name) or self.honorifics[name] for name in here)
            return "" if guess and sighting.gender == "f" else here[0]
        if self._somebody_else(sighting):
            return ""
        for name in ranked:
            if address in self.honorifics[name] and name not in self.objects:
                return name
        near = [
            name
            for name in ranked
            if sighting.line_no - self.last_seen[name][1] <= PRONOUN_REACH
            and self._agrees(sighting, name)
            and self._may_be_called(name, address)
        ]
        near.sort(key=lambda name: (name in self.objects, -self.last_seen[name][1]))
        return near[0] if near else next((name for name in ranked if address in self.honorifics[name]), "")

    def _is_object(self, sighting: Sighting) -> bool:
        """Whether a sighting stands in quotation marks, or a preposition, "mà" or a reporting verb right before it ("theo ông
        Sen vào rừng", "yêu cầu ông Sen báo cáo"; not "Theo ông Sen, …")."""
        line, verbs = tokens(self.article.lines[sighting.line_no - 1].text), self.verbs
        k = line.at(sighting.start)
        if bisect_left(self._marks(sighting.line_no), sighting.start) % 2:
            return True
        if not k or not line.tight[k] or line.caps[k - 1]:
            return False
        before = verbs.oblique | verbs.objects_after | verbs.embedding
        return line.words[k - 1] in before or verbs.verbs.ending(line, k) is not None

    def _marks(self, line_no: int) -> list[int]:
        """Where the double quotation marks of a line stand."""
        if line_no not in self.marks:
            text = self.article.lines[line_no - 1].text
            self.marks[line_no] = [mark.start() for mark in QUOTES.finditer(text)]
        return self.marks[line_no]

    def _does_it_to(self, sighting: Sighting) -> bool:
        """Whether a pronoun stands for who does something to the person just named ("cô Mai được ông khen")."""
        line = tokens(self.article.lines[sighting.line_no - 1].text)
        k = line.at(sighting.start)
        return bool(k and line.tight[k] and line.words[k - 1] in self.verbs.passive)

    def _somebody_else(self, sighting: Sighting) -> bool:
        """Whether a person without a name stands before a pronoun in its line: "Mẹ tôi vẫn mua. “Không mua thì phí”, bà bảo"."""
        where = (sighting.line_no, sighting.gender)
        line = tokens(self.article.lines[sighting.line_no - 1].text)
        if where not in self.unnamed:
            phrases = self.rules.unnamed.get(sighting.gender)
            found = next(phrases.all(line), None) if phrases else None
            self.unnamed[where] = found[1] if found else len(line) + 1
        return self.unnamed[where] <= line.at(sighting.start)

    def _address(self, sighting: Sighting) -> str:
        """The form of address of a pronoun: "ông" for "ông này" and "ông ấy"."""
        words = fold(sighting.honorific).split()
        return " ".join(word for word in words if word not in self.rules.demonstratives)

    def _may_be_called(self, name: str, address: str) -> bool:
        """Whether the person was called so, or not otherwise, and nobody unknown is; any person may be "đồng chí"."""
        if address in self.honorifics[name] or address in self.rules.for_anybody:
            return True
        return not self.honorifics[name] and address not in self.strangers


def _same_office(asked: Key, held: Key) -> bool:
    """Whether the office asked for can be the one held: the same head, and nothing said of it that differs."""
    if held.head != asked.head and not held.head.startswith(asked.head + " "):
        return False
    if not asked.complement:
        return True
    one, two = (set(f"{key.head} {key.complement}".split()) for key in (asked, held))
    return one <= two or (two <= one and bool(held.complement))
