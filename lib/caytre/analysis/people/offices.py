"""Offices and forms of address: "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư", "giám đốc công ty B", "ông".

An office is a head from the codebook and what it is an office of. The complement has no closed list of words, so it is
read by form: institutions of the codebook whole, capitalised words, lower-case words only on the way to the next
capitalised one, and never past a verb, a preposition, a name or the head of another office.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from caytre.analysis.people.initials import dotted
from caytre.analysis.people.names import FILES as NAME_FILES
from caytre.analysis.people.names import Span, vocabulary
from caytre.analysis.people.officebook import OfficeBook
from caytre.analysis.people.phrases import POINTS, Tokens
from caytre.codebooks import made_from

__all__ = ["FEWEST_SHOUTED", "FILES", "Grammar", "Office", "Part", "grammar"]

FILES = ("offices.yaml", "institutions.csv", *NAME_FILES)
LONGEST_COMPLEMENT = 16
LONGEST_PLACE = 3
LONGEST_GAP = 6
"""Lower-case words that may stand between two capitalised ones of an institution's name."""

LONGEST_LINE = 4
"""Words between "tập đoàn" and what it is called, with the last one of that noun: "tập đoàn năng lượng Enel Green"."""

LONGEST_BARE = 3
"""Lower-case words that a complement without any capital may have ("trưởng phòng kinh doanh")."""

FEWEST_SHOUTED = 5
"""Capitals from which on a word is a stage name and no abbreviation: "rapper HIEUTHUHAI"."""

LOCATIVE = "tại"
"""Lets a place stand between office and name: "Đại sứ Mỹ tại Việt Nam Marc Knapper"."""

CHAIN = frozenset({", ", " - ", " – ", "-"})
NICKNAME_CLASSES = frozenset({"sport", "culture", "academia", "medicine", "law", "rank", "honorific"})
"""After these a name may lack its family name: "ca sĩ Mỹ Tâm", "bị cáo Hải", "chị Lan"."""

HELD_ONCE = frozenset({"unique", "rank"})
"""Of these one person holds one."""

SURNAME_CLASSES = NICKNAME_CLASSES | {"unique", "government"}
"""After these one foreign word is a person: "Tổng thống Putin", "HLV Troussier"."""


class Part(NamedTuple):
    """One office of a chain: tokens, the folded head, and the class of the head."""

    first: int
    last: int
    head: str
    group: str


class Office(NamedTuple):
    """A form of address and offices that belong together, from token `first` to before `last`."""

    first: int
    last: int
    honorific: str
    gender: str
    parts: tuple[Part, ...]

    @property
    def group(self) -> str:
        """The class of the head that a name would follow."""
        return self.parts[-1].group if self.parts else "honorific"


class Grammar(OfficeBook):
    """The codebook of offices, compiled; `names` are the codebooks of names that complements stop at."""

    def begins(self, word: str) -> bool:
        """Whether an office or a form of address can begin with this folded word: a cheap first look."""
        return word in self.first_words

    def office(self, line: Tokens, i: int) -> Office | None:
        """The form of address and the chain of offices that begin at token *i*."""
        k, honorific, gender, modified = i, "", "", -1
        while k < len(line) and (k == i or line.tight[k]):
            named = k > i and line.caps[k]  # "ông Quý", "anh Nam": a name, though the word is also a prefix
            address = None if named else self.honorifics.match(line, k)
            prefix = None if named else self.prefixes.match(line, k)
            head = self.heads.match(line, k)
            if (
                head
                and (not address or head[0] >= address[0])
                and (not prefix or head[0] > prefix[0] or k > i)
            ):
                break
            if address and (not prefix or address[0] >= prefix[0]):
                honorific, gender, k = (
                    line.text[line.starts[k] : line.ends[address[0] - 1]],
                    address[1],
                    address[0],
                )
            elif prefix:
                modified, k = (modified if modified >= 0 else k), prefix[0]
            else:
                break
        parts = self._chain(line, k, first=i)
        if (not parts and not honorific) or (parts and self._relative(line, parts[0])):
            return None
        if parts and modified >= 0:
            parts[0] = parts[0]._replace(first=modified)
        return Office(i, parts[-1].last if parts else k, honorific, gender, tuple(parts))

    def _chain(self, line: Tokens, k: int, *, first: int) -> list[Part]:
        parts: list[Part] = []
        size = len(line)
        while k < size and (k == first or line.tight[k] or (parts and self._linked(line, k))):
            if parts and self._joins(line, k):
                k += 1
            start = k
            if parts and line.caps[k] and not line.tight[k] and self.common(line, parts[-1]):
                break
            head = self.heads.match(line, k)
            prefix = self.prefixes.match(line, k) if parts and head is None else None
            if prefix and prefix[0] < size and line.tight[prefix[0]]:
                k = prefix[0]
                head = self.heads.match(line, k)
            if head is None or (parts and head[1] in HELD_ONCE and not self._one_holder(line, parts[-1], k)):
                break
            last = (
                head[0]
                if head[1] in NICKNAME_CLASSES and self._nickname(line, head[0])
                else self.complement(line, head[0])
            )
            parts.append(Part(start, last, " ".join(line.words[k : head[0]]), head[1]))
            k = last
        return parts

    def _relative(self, line: Tokens, part: Part) -> bool:
        """Whether an office only says whose relative somebody is: "con trai Đại tướng Hoàng Văn Thái", "vợ chồng ông An"."""
        k = part.first + len(part.head.split())
        if part.head not in self.relatives or k >= len(line) or not line.tight[k]:
            return False
        return self.heads.match(line, k) is not None or self.honorifics.match(line, k) is not None

    def _joins(self, line: Tokens, k: int) -> bool:
        """Whether token *k* joins two offices of one person: "kiêm"."""
        after = k + 1 < len(line) and line.tight[k] and line.tight[k + 1]
        return after and line.words[k] in self.concurrent and self.heads.match(line, k + 1) is not None

    def _one_holder(self, line: Tokens, part: Part, k: int) -> bool:
        """Whether the highest office or the rank at token *k* can be held by who holds the one before it in the list.

        Not by one of "lãnh đạo bộ", nor by who holds another of the highest ("ý kiến của Thủ tướng, Chủ tịch
        Quốc hội …") but for the two that one person has held at once; nobody has two ranks ("Đại tướng, Đại tá").
        """
        found = self.heads.match(line, k)
        head = " ".join(line.words[k : found[0]]) if found else ""
        if found and found[1] == "rank":
            return not {part.head.split()[-1], head.split()[-1]} <= self.ranks
        if part.group != "unique":
            return line.caps[part.first] or not line.caps[k]
        return (part.head, head) in self.held_together

    def seated(self, line: Tokens, k: int) -> bool:
        """Whether an office at token *k* only says whose staff is spoken of: "Văn phòng Tổng thống"."""
        return self.seats.ending(line, k) is not None

    def abroad(self, complement: str) -> bool:
        """Whether a folded complement begins or ends with a state whose names read as Vietnamese."""
        line = Tokens(complement)
        return any(True for _ in self.neighbours.all(line))

    def state(self, complement: str) -> str:
        """The state whose government a folded complement names: "chính phủ thái lan"."""
        name = next(
            (complement.removeprefix(word + " ") for word in self.home if complement.startswith(word + " ")),
            complement,
        )
        return self.states.get(name, name)

    def leading(self, head: str, complement: str) -> tuple[str, str]:
        """Who leads a body of the state, and which state: "người đứng đầu", "chính phủ nhật bản" is its "thủ tướng"."""
        for body, office in self.led.items():
            if complement == body or complement.startswith(body + " "):
                return office, complement[len(body) :].strip()
        return head, complement

    def whole(self, part: Part) -> bool:
        """Whether what it is an office of stands beside an office."""
        return part.last - part.first > len(part.head.split())

    def common(self, line: Tokens, part: Part) -> bool:
        """Whether an office is a common noun, in lower case and of nothing: it shares no chain with a capitalised one."""
        return not line.caps[part.first] and part.last - part.first == len(part.head.split())

    def _nickname(self, line: Tokens, k: int) -> bool:
        """Whether capitalised syllables at token *k*, right after a trade, are a name and no institution or place."""
        if k >= len(line) or not line.caps[k] or not line.tight[k] or line.words[k] in self.openers:
            return False
        if line.raw[k].isupper() and 1 < len(line.raw[k]) < FEWEST_SHOUTED:
            return False
        after = k + 1
        more = after < len(line) and line.tight[after]
        if more and not line.caps[after]:
            return self.place(line, k) == k
        return self.names.place(line, k) == k and (more or line.words[k] not in self.names.countries)

    def _linked(self, line: Tokens, k: int) -> bool:
        """Whether what stands before token *k* joins two offices of one person: a comma, a dash, the point of a degree."""
        if line.gaps[k] in CHAIN:
            return True
        return line.gaps[k] in POINTS and line.words[k - 1] in self.dotted

    def complement(self, line: Tokens, i: int) -> int:
        """The token after what the office whose head ends before token *i* is an office of."""
        size = len(line)
        last = k = placed = i
        while k < size and k - i < LONGEST_COMPLEMENT and line.tight[k]:
            institution = self.institutions.match(line, k)
            if institution:
                last = k = placed = institution[0]
                continue
            if line.caps[k]:
                after = max(self.place(line, k), self._company(line, k, i))
                if after == k and (
                    self.name_begins(line, k)
                    or (
                        k > i
                        and self.heads.match(line, k)
                        and not line.raw[k].isupper()
                        and not self.seated(line, k)
                    )
                ):
                    break
                placed = max(placed, self.names.place(line, k) if after > k else i)
                last = k = max(after, k + 1)
                continue
            held = self.tails.match(line, k)
            if held and held[0] < size and line.caps[held[0]] and line.tight[held[0]]:
                last = k = held[0]
                continue
            if (k == i and line.words[k] not in self.starts) or self.acts.match(line, k):
                break
            bridge = self._bridge(line, k)
            if bridge == k:
                last = k if k == placed > i else self._tail(line, k, i)
                break
            k = bridge
            last = max(last, k)
        return last

    def _company(self, line: Tokens, k: int, i: int) -> int:
        """The token after the foreign words at token *k* that a company is called, or *k*: "tập đoàn năng lượng Enel Green".

        The complement begins with token *i*. The first given name of the codebook begins somebody: "… John Miller".
        """
        floor = max(i, k - LONGEST_LINE)
        if line.syllable(k) or line.words[k] in self.names.given:
            return k
        called = any(self.companies.ending(line, end) is not None for end in range(k, floor, -1))
        if not called or any(line.caps[floor + 1 : k]):
            return k
        run = self.names.foreign_run(line, k)
        last = run.last if run else k
        ends = (n for n in range(k + 1, last) if line.syllable(n) or line.words[n] in self.names.given)
        return next(ends, last)

    def _bridge(self, line: Tokens, k: int) -> int:
        """The capitalised token that the lower-case words at *k* lead to, or *k* where they lead out of the institution."""
        stop = k
        if line.words[k] == LOCATIVE and k + 1 < len(line) and line.tight[k + 1]:
            after = self.place(line, k + 1)
            return (
                after
                if after > k + 1 and after < len(line) and line.tight[after] and self.name_begins(line, after)
                else k
            )
        while stop < len(line) and line.tight[stop] and not line.caps[stop] and stop - k < LONGEST_GAP:
            if line.words[stop] in self.stops and not self.whole_words.ending(line, stop + 1):
                return k
            stop += 1
        if stop >= len(line) or not line.tight[stop] or not line.caps[stop]:
            return k
        if self.name_begins(line, stop) or self.heads.match(line, stop):
            return k if "và" in line.words[k:stop] else stop
        return stop

    def _tail(self, line: Tokens, k: int, i: int) -> int:
        """Where lower-case words end that no capital follows: the second syllable of a word, or a short bare complement."""
        most = LONGEST_BARE if not any(line.caps[i:k]) else 1
        stop = k
        if most == 1 and (not line.caps[k - 1] or line.raw[k - 1].isupper() or not line.syllable(k - 1)):
            return k
        while (
            stop < len(line)
            and stop - k < most
            and line.tight[stop]
            and not line.caps[stop]
            and line.words[stop] not in self.stops
            and line.words[stop] not in self.joining
            and not self.acts.match(line, stop)
        ):
            stop += 1
        return stop

    def after_neighbour(self, line: Tokens, k: int) -> bool:
        """Whether a state right before token *k* has names that read as Vietnamese ("Đại sứ Trung Quốc Lâm Tiểu Vân")."""
        return k > 0 and line.tight[k] and self.neighbours.ending(line, k, longest=2) is not None

    def name_begins(self, line: Tokens, k: int) -> bool:
        """Whether a person's name begins at token *k*, for what follows an office."""
        cut = dotted(line, k)
        if self.names.known_foreign(line, k) or (cut and self.person(line, cut)):
            return True
        span = self.names.full(line, k)
        if span is None and self.after_neighbour(line, k) and (short := self.names.short(line, k)):
            return short.last - k > 1 and self._ends_run(line, short.last)
        if span is not None:
            if self.names.eponym(line, k) and not self._ends_run(line, span.last):
                return False
            if self.names.certain(line, span):
                return True
            stronger = any(line.words[n] in self.names.strong for n in range(k + 1, span.last - 1))
            return self._ends_run(line, span.last) and not self.names.eponym(line, k) and not stronger
        if line.syllable(k):
            return False
        run = self.names.initials(line, k) if line.raw[k].isupper() else self.names.foreign_run(line, k)
        placed = any(self.place(line, n) == k for n in range(max(0, k - LONGEST_PLACE), k))
        return run is not None and (placed or not self._name_later(line, run.first + 1))

    def person(self, line: Tokens, span: Span) -> bool:
        """Whether initials are not those of an institution."""
        return ".".join(line.words[span.first : span.last]) not in self.not_initials

    def place(self, line: Tokens, k: int) -> int:
        """The token after the place, organisation or short country name ("Thủ tướng Anh Boris Johnson") at token *k*, or *k*."""
        after = self.names.place(line, k)
        return k + 1 if after == k and line.words[k] in self.names.countries else after

    def _ends_run(self, line: Tokens, k: int) -> bool:
        return k >= len(line) or not line.caps[k] or not line.tight[k]

    def _name_later(self, line: Tokens, k: int) -> bool:
        """Whether a family name stands further on in the same run of capitals: then what comes first is a company."""
        stop = k
        while stop < len(line) and line.caps[stop] and line.tight[stop] and stop - k < LONGEST_GAP:
            span = self.names.full(line, stop)
            if (span is not None and self.names.certain(line, span)) or self.names.known_foreign(line, stop):
                return True
            stop += 1
        return False


@made_from(*FILES)
def _grammar(corpus: Path | None) -> Grammar:
    return Grammar(vocabulary(corpus=corpus), corpus=corpus)


def grammar(*, corpus: Path | None = None) -> Grammar:
    """The codebooks of offices and names as they now stand on disk, compiled once for each content."""
    return _grammar(corpus)
