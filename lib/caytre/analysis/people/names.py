"""Where a person's name stands: family names, syllables and foreign names, with no knowledge of the corpus.

A Vietnamese name is a family name and one to four capitalised syllables. Many family names are also common words
(Cao, Mai, Hà) or open the name of a place (Hà Nội); those need a middle name, an office beside them, or a second
sighting. A foreign name is known from the codebook or from the office in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from caytre.analysis.people.phrases import POINTS, WORD, Phrases, Tokens
from caytre.codebooks import made_from, read_csv, read_yaml
from caytre.text.orthography import fold

__all__ = ["FILES", "Names", "Span", "names", "vocabulary"]

FILES = ("family_names.csv", "foreign_names.csv", "not_people.yaml")
LONGEST_NAME = 4
LONGEST_FOREIGN = 6
GIVEAWAYS = frozenset({"văn", "thị"})
"""Middle names that hardly stand in anything but a name."""

CLUSTERS = frozenset({"Ch", "Gh", "Gi", "Kh", "Ng", "Ngh", "Nh", "Ph", "Qu", "Th", "Tr"})
"""Initial sounds of two or three letters that stand for a name like one letter."""

REMEMBERED = 200_000
"""So many distinct words are remembered, so that memory does not grow with the corpus."""

CLAUSE = re.compile(r'[^,;:()\[\]“”"…]+')
"""No name goes over any of these."""

PARTICLES = frozenset({"von", "van", "der", "de", "da", "dos", "bin", "al", "la", "el", "del", "di"})


class Span(NamedTuple):
    """A name among the tokens of a line: from token `first` to before token `last`."""

    first: int
    last: int
    kind: str
    """full (family name and more), foreign, or short (a given name or a nickname after an office)."""


class Names:
    """The codebooks of names, compiled."""

    def __init__(self, *, corpus: Path | None = None) -> None:
        groups: dict[str, set[str]] = {}
        for row in read_csv("family_names.csv", corpus=corpus, columns=("name", "group")):
            groups.setdefault(row["group"], set()).add(fold(row["name"]))
        self.highland = groups.get("highland", set())
        """Families that are no common word, after which the given name need be no regular syllable: "Điểu Krứ"."""
        self.strong = groups.get("strong", set()) | self.highland
        self.weak = (
            groups.get("weak", set()) | groups.get("minority", set()) | groups.get("sino", set())
        ) - self.strong
        self.middle = groups.get("middle", set())
        other = read_yaml("not_people.yaml", corpus=corpus)
        self.places = Phrases(((name, "place") for name in other["places"]), capital=True)
        self.countries = frozenset(map(fold, other["countries_short"]))
        self.organisations = Phrases(
            ((name, "organisation") for name in other["organisations"]), capital=True
        )
        self.eponyms = Phrases((word, "") for word in other["eponym_before"])
        self.not_eponyms = Phrases((word, "") for word in other["not_eponym_before"])
        self.streets = frozenset(map(fold, other["street_names"]))
        self.breaks = frozenset(map(fold, other["not_in_names"]))
        self.not_family = frozenset(map(fold, other["not_family"]))
        self.cities = frozenset(map(fold, other["cities"]))
        self.channels = frozenset(other["channels"])
        self.credits = frozenset(map(fold, other["credits"]))
        listed = read_csv("foreign_names.csv", corpus=corpus, columns=("name", "kind"))
        self.given = frozenset(fold(row["name"]) for row in listed if row["kind"] == "given")
        rows = [row for row in listed if row["kind"] not in ("given", "korean")]
        self.foreign = Phrases(((row["name"], row["name"]) for row in rows), capital=True)
        self.korean = frozenset(fold(row["name"]) for row in listed if row["kind"] == "korean")
        self.sino = frozenset(fold(row["name"]) for row in rows if row["kind"] == "sino")
        self.opens = _Openers(self)

    def place(self, line: Tokens, i: int) -> int:
        """The token after the place or organisation that begins at token *i*, or *i*."""
        for phrases in (self.places, self.organisations):
            found = phrases.match(line, i)
            if found:
                return found[0]
        return i

    def known_foreign(self, line: Tokens, i: int) -> Span | None:
        """A foreign name at token *i*: one of the codebook, or a given name of the codebook and what goes with it."""
        found = self.foreign.match(line, i)
        if found:
            return Span(i, found[0], "foreign")
        if line.words[i] in self.korean and line.caps[i] and self._hyphenated(line, i + 1):
            return Span(i, i + 2, "foreign")
        if line.words[i] in self.given and line.caps[i]:
            run = self.foreign_run(line, i)
            return run if run is not None and run.last - i >= 2 else None
        return None

    def _hyphenated(self, line: Tokens, k: int) -> bool:
        """Whether token *k* is a Korean given name: "Duck-soo" after "Han"."""
        if k >= len(line) or not line.tight[k] or not line.caps[k]:
            return False
        first, hyphen, second = line.raw[k].partition("-")
        return bool(hyphen) and first.isalpha() and second.isalpha() and second.islower()

    def full(self, line: Tokens, i: int) -> Span | None:
        """A family name with what belongs to it at token *i*, whatever speaks for or against it otherwise."""
        if not line.caps[i] or not self._family(line, i):
            return None
        last = self._syllables(
            line, i, LONGEST_NAME + (i + 1 < len(line) and line.words[i + 1] in ("thị", "nữ", "hoàng"))
        )
        if last - i < 2 or (self.eponyms.match(line, i) and self.place(line, i + 1) > i + 2):
            return None  # "Đường Trường Sơn", "Hồ Hòa Bình": a road and a lake, though both are families too
        return Span(i, last, "full")

    def certain(self, line: Tokens, span: Span) -> bool:
        """Whether the words of a full name alone make it a person: a strong family name, or a middle name after a weak one."""
        if span.kind == "foreign" or line.words[span.first] in self.strong:
            return True
        if line.words[span.first] not in self.weak:
            return True
        return span.last - span.first >= 3 and line.words[span.first + 1] in self.middle

    def stage(self, name: str) -> bool:
        """Whether a folded name of two words is one that its bearer chose: "Đen Vâu" is "Đen" for short, "Quang Hải" is not
        "Quang", which is a middle name."""
        first, *rest = name.split()
        return len(rest) == 1 and first not in self.middle | self.strong | self.weak

    def _family(self, line: Tokens, i: int) -> bool:
        """Whether token *i* is a family name, by the codebook or by what follows it.

        No list of the family names of fifty-four peoples is whole: any capitalised syllable before "Văn" or "Thị" and
        one more is taken for one. A letter ("Y Moan") is none before a place: that is a university's "Y Hà Nội".
        """
        word, size = line.words[i], len(line)
        if word in self.strong or word in self.weak:
            return len(word) > 1 or (i + 1 < size and line.tight[i + 1] and self.place(line, i + 1) <= i + 2)
        return (
            i + 2 < size
            and line.words[i + 1] in GIVEAWAYS
            and all(line.caps[k] and line.tight[k] and line.syllable(k) for k in (i + 1, i + 2))
            and not any(line.raw[k].isupper() for k in (i, i + 1))
            and len(word) > 1
            and word not in self.not_family | self.breaks | self.credits
            and self.eponyms.match(line, i) is None
            and max(self.place(line, i), self.place(line, i + 1)) <= i + 1
        )

    def foreign_run(self, line: Tokens, i: int) -> Span | None:
        """Capitalised words at token *i* that are not all Vietnamese syllables: a foreign name, if an office vouches for it."""
        last, strange, size = i, False, len(line)
        while (
            last < size
            and last - i < LONGEST_FOREIGN
            and (last == i or line.tight[last] or self._initial(line, last))
        ):
            if line.caps[last]:
                if last > i and self.place(line, last) > last:
                    break
                strange = strange or not line.syllable(last)
                last += 1
            elif (
                line.words[last] in PARTICLES
                and last + 1 < size
                and line.caps[last + 1]
                and line.tight[last + 1]
            ):
                last += 1
            else:
                break
        if last == i or not strange or self.place(line, i) > i:
            return None
        if line.raw[last - 1] in self.channels or line.words[last - 1] in self.countries:
            return None
        return Span(i, last, "foreign")

    def initials(self, line: Tokens, i: int) -> Span | None:
        """Two initials written together and a foreign family name: "JD Vance"."""
        if len(line.raw[i]) != 2 or not line.raw[i].isupper() or i + 1 >= len(line) or not line.tight[i + 1]:
            return None
        family = line.raw[i + 1]
        plain = line.caps[i + 1] and not family.isupper() and not line.syllable(i + 1)
        return Span(i, i + 2, "foreign") if plain and self.place(line, i) == i else None

    def short(self, line: Tokens, i: int, *, addressed: bool = False) -> Span | None:
        """One to three capitalised syllables at token *i* that an office may make a person ("ông Trọng", "ca sĩ Mỹ Tâm")."""
        if not line.caps[i] or self.place(line, i) > i:
            return None
        last = self._syllables(line, i, 3)
        if last > i + 1 and self.eponyms.match(line, i) and not addressed:
            return None
        return Span(i, last, "short") if last > i else None

    def eponym(self, line: Tokens, i: int) -> bool:
        """Whether what stands right before token *i* calls a street, a school, a prize or a doctrine after the name."""
        start = self.eponyms.ending(line, i)
        if start is None or self.not_eponyms.ending(line, i) is not None:
            return False
        inside = (k for k in range(max(0, start - 2), start) if self.place(line, k) > start)
        return next(inside, None) is None  # the "Bản" of "Nhật Bản" is no village

    def street(self, line: Tokens, span: Span) -> bool:
        """Whether the name is one of those that streets and schools bear."""
        return " ".join(line.words[span.first : span.last]) in self.streets

    def city(self, line: Tokens, span: Span) -> bool:
        """Whether the name is also that of a city."""
        return " ".join(line.words[span.first : span.last]) in self.cities

    def _syllables(self, line: Tokens, i: int, most: int) -> int:
        """The token after a run of syllables that can be one name. The point of an initial may end the sentence, so
        that only another initial goes on after it: "Lưu Ngọc P. Theo hàng xóm, …"."""
        last, size = i, len(line)
        while last < size and last - i < most and line.caps[last]:
            word = line.words[last]
            if last > i and not (line.tight[last] or (len(word) == 1 and self._initial(line, last))):
                break
            if (
                self._breaks(line, i, last)
                or not (
                    len(word) == 1
                    or line.syllable(last)
                    or self._odd_given(line, i, last)
                    or (last > i + 1 and line.raw[last] in CLUSTERS)
                )
                or self._next_begins(line, i, last)
            ):
                break
            last += 1
        return last

    def _breaks(self, line: Tokens, i: int, k: int) -> bool:
        """Whether the name of an institution begins at token *k* ("Nguyễn Văn An Trường Đại học …"), not the given name of "Lê Trường Tùng"."""
        if line.words[k] not in self.breaks:
            return False
        institution = k + 1 < len(line) and line.tight[k + 1] and line.caps[k + 1] and k >= i + 2
        return k == i or institution or line.raw[k].isupper() or line.words[i] not in self.strong | self.weak

    def _odd_given(self, line: Tokens, i: int, k: int) -> bool:
        """Whether token *k* ends a name although it is no regular syllable: "Hồ Đức Phớc", "Lê Thị H'Yên", "Đặng Văn Robert"."""
        if k == i:
            return self._family(line, i)
        if k == i + 1 and line.words[i] in self.highland:
            return not line.raw[k].isupper() and self.place(line, k) == k
        if k < i + 2 or (line.words[i] not in self.strong and line.words[k - 1] not in GIVEAWAYS):
            return False
        return line.syllable(k - 1) and not line.raw[k].isupper() and self.place(line, k) == k

    def _next_begins(self, line: Tokens, i: int, k: int) -> bool:
        """Whether a place or another full name begins at token *k* of a run that began at *i*."""
        if k < i + 2:
            return False
        found = self.places.match(line, k)
        if found and found[0] - k > 1 and line.words[k - 1] not in GIVEAWAYS:
            return True
        return (
            line.words[k] in self.strong
            and k + 2 < len(line)
            and line.caps[k + 1]
            and line.words[k + 1] in GIVEAWAYS
        )

    def _initial(self, line: Tokens, k: int) -> bool:
        """Whether the gap before token *k* is the point of an initial: "N.V.A", "J. Biden"."""
        return (
            k > 0
            and line.gaps[k] in POINTS
            and len(line.words[k - 1]) == 1
            and (len(line.words[k]) == 1 or line.gaps[k] != ".")
        )


class _Openers(dict[str, int]):
    """What the words between two blanks could be in a name; worked out once for each such chunk of text.

    Most sentences hold no word that begins a name. Asking so is much cheaper than looking for names, so it comes first.
    """

    ALONE, BEFORE_MIDDLE, BEFORE_HYPHEN, BEFORE_REST, GIVEAWAY = 1, 2, 4, 8, 16

    def __init__(self, names: Names) -> None:
        self._middle = names.middle
        self._goes_on = lru_cache(REMEMBERED)(self._may_go_on)
        self._rest: dict[str, set[str]] = {}
        alone = names.strong | names.given
        for first, phrases in names.foreign.first.items():
            if any(not rest for rest, _ in phrases):
                alone |= {first}
            self._rest[first] = {rest[0] for rest, _ in phrases if rest}
        self._sets = (
            (self.ALONE, alone),
            (self.BEFORE_MIDDLE, names.weak),
            (self.BEFORE_HYPHEN, names.korean),
            (self.BEFORE_REST, set(self._rest)),
            (self.GIVEAWAY, GIVEAWAYS),
        )

    def __missing__(self, chunk: str) -> int:
        if len(self) > REMEMBERED:
            self.clear()
        opens = 0
        for word in WORD.findall(chunk):
            opens |= self._opens(word)
        self[chunk] = opens
        return opens

    def any(self, text: str) -> bool:
        """Whether `names` has anything to look for in *text*; there may be nothing to find all the same."""
        chunks = text.split()
        found = list(map(self.__getitem__, chunks))
        return any(found) and any(
            bits & self.ALONE
            or (bits and self._goes_on(" ".join(chunks[i - 1 if bits & self.GIVEAWAY and i else i : i + 2])))
            for i, bits in enumerate(found)
        )

    def _opens(self, word: str) -> int:
        folded = fold(word) if word[0].isupper() else ""
        return sum(bit for bit, words in self._sets if folded in words)

    def _may_go_on(self, text: str) -> bool:
        words = WORD.findall(text)
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
            bits = self._opens(word)
            if bits and (
                (bits & self.BEFORE_MIDDLE and fold(after) in self._middle)
                or (bits & self.BEFORE_HYPHEN and "-" in after)
                or (bits & self.BEFORE_REST and fold(after) in self._rest[fold(word)])
                or (bits & self.GIVEAWAY and before[:1].isupper() and after[:1].isupper())
            ):
                return True
        return False


@made_from(*FILES)
def _vocabulary(corpus: Path | None) -> Names:
    return Names(corpus=corpus)


def vocabulary(*, corpus: Path | None = None) -> Names:
    """The names of the codebooks as they now stand on disk, compiled once for each content."""
    return _vocabulary(corpus)


def names(text: str, *, book: Names | None = None) -> list[tuple[int, int, str]]:
    """Where names of people stand in *text* as far as the words themselves tell: start, end, name.

    Meant for keeping names whole when words are segmented, so eponyms count (đường Nguyễn Huệ), places do not. Names
    that only an office or the rest of the corpus gives away are left out; `people.mentions` finds those. Over many
    lines pass `book=vocabulary()`: without it the codebooks on disk are looked at in every call.

    >>> names("Tổng Bí thư Nguyễn Phú Trọng tiếp Tổng thống Joe Biden tại Hà Nội")
    [(12, 28, 'Nguyễn Phú Trọng'), (45, 54, 'Joe Biden')]
    """
    book = book or vocabulary()
    if not book.opens.any(text):
        return []
    return [
        (start + clause.start(), end + clause.start(), name)
        for clause in CLAUSE.finditer(text)
        if book.opens.any(clause[0])
        for start, end, name in _in_clause(clause[0], book)
    ]


def _in_clause(text: str, book: Names) -> Iterator[tuple[int, int, str]]:
    line, i = Tokens(text), 0
    while i < len(line):
        if not line.caps[i]:
            i += 1
            continue
        span = book.known_foreign(line, i)
        if span is None:
            after = book.place(line, i)
            if after > i + 1:
                i = after
                continue
            span = book.full(line, i)
            if span is not None and not book.certain(line, span):
                span = None
        if span is None:
            i += 1
            continue
        start, end = line.starts[span.first], line.ends[span.last - 1]
        yield start, end, text[start:end]
        i = span.last
