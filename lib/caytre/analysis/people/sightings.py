"""What in an article looks like a person: names with their offices, offices alone, pronouns before a reporting verb.

A sighting says what stands in the text; who it is, is for `people.mentions` to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from caytre.analysis.people.bare import CALLED, Bare
from caytre.analysis.people.cues import Cues
from caytre.analysis.people.names import Span
from caytre.analysis.people.offices import FEWEST_SHOUTED, NICKNAME_CLASSES, SURNAME_CLASSES, Grammar, Office
from caytre.analysis.people.phrases import POINTS, tokens
from caytre.analysis.people.signatures import credited, is_bare_name
from caytre.tables import TEXT_KINDS, Annotated, Line

__all__ = ["Sighting", "sightings"]

APPOSED = frozenset({", ", " - ", " – ", "-", " ("})
DASHED = frozenset({" - ", " – "})
CALLED_CLASSES = frozenset({"honorific", "people", "law", "academia"})
TOWN_SYLLABLES = 2
"""Syllables of a town that read as a name."""

ADDRESSING = "thưa"
"""Before an office this makes it whoever is spoken to: "…, thưa đại tướng?"."""

STAGE = frozenset({"culture"})
"""After a trade of these a list may go on with stage names: "ca sĩ Mỹ Tâm, Trúc Nhân và Tóc Tiên"."""


class Sighting(NamedTuple):
    """One place where a person may be meant. Offsets are code points in the line; `kind` is full, foreign, short,
    office, pronoun or eponym; `sure` is False where only the rest of the corpus can tell."""

    line_no: int
    start: int
    end: int
    kind: str
    name: str = ""
    honorific: str = ""
    gender: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    sure: bool = False


class _Scanner(Bare):
    """One line, read from left to right."""

    def __init__(self, line: Line, grammar: Grammar, cues: Cues, known: Callable[[str], bool]) -> None:
        super().__init__(tokens(line.text), grammar, cues, known)
        self.line_no = line.line_no

    def run(self) -> Iterator[Sighting]:
        line, first_words, after = self.line, self.grammar.openers_of_people, 0
        for i, (capital, word) in enumerate(zip(line.caps, line.words, strict=True)):
            if i < after or not (capital or word in first_words):
                continue
            found, last = self._at(i)
            if found:
                self.last_kind, self.last_end = found.kind, last
                self.cut_before = self.cut_before or (found.kind == "full" and "." in found.name)
                yield found
            after = max(last, i + 1)

    def _at(self, i: int) -> tuple[Sighting | None, int]:
        line = self.line
        place = self.book.place(line, i) if line.caps[i] else i
        institution = self.grammar.institutions.match(line, i) if line.caps[i] else None
        if institution:
            self.institution_end = institution[0]
            return None, institution[0]
        alias = self.grammar.aliases.match(line, i)
        if alias and line.caps[alias[0] - 1]:
            return self._sighting(Span(i, alias[0], "full"), name=alias[1]), alias[0]
        if self.grammar.begins(line.words[i]) and place <= i + 1 and not self.country(i):
            office = self.grammar.office(line, i)
            if office:
                return self._office(self.without_given(office))
        if place > i + 1 and line.words[i] not in self.book.strong:
            return None, place
        return self._bare(i) if line.caps[i] else (None, i + 1)

    def _office(self, office: Office) -> tuple[Sighting | None, int]:
        span = self._named(office)
        if span is not None:
            if self.book.eponym(self.line, office.first) and (
                office.parts or self.book.street(self.line, span)
            ):
                return self._eponym(span), span.last
            if office.parts and self.somebody_s(office.first):
                return self._sighting(span), span.last
            self.stage_end = span.last if office.group in STAGE else -1
            after, last = self._apposition(span.last, office.first)
            return self._sighting(span, office=office, after=after, last=last), max(last, span.last)
        addressed = self._addressed(office)
        if addressed is not None:
            named, span = addressed
            whole = office._replace(honorific=named.honorific, gender=named.gender)
            return self._sighting(span, office=whole), span.last
        if office.parts:
            return None if self._named_after(office.last) else self._alone(office), office.last
        pronoun = self.grammar.pronouns.match(self.line, office.first)
        told = self.told(office.first)
        last = max(pronoun[0], office.last) if pronoun else 0
        if pronoun and (told or self.reports(last) or self.announces(office.first, last)):
            return self._pronoun(office, last, pronoun[1]), last
        return None, office.last

    def _addressed(self, office: Office) -> tuple[Office, Span] | None:
        """The form of address and the name behind an office and a dash or a comma: "Tổng thống Pháp - ông Macron"."""
        line, k = self.line, office.last
        if k >= len(line) or not office.parts or not self.grammar.whole(office.parts[-1]):
            return None
        clause = not line.tight[office.first] and not self.told(office.first)
        if line.gaps[k] not in DASHED and not (clause and line.gaps[k] == ", "):
            return None
        if self.grammar.barred.ending(line, office.first):
            return None
        bare = self.book.known_foreign(line, k) if line.gaps[k] in DASHED else None
        if bare is not None:
            return office, bare
        if not self.grammar.honorifics.match(line, k):
            return None
        named = self.grammar.office(line, k)
        if named is None or named.parts:
            return None
        span = self._named(named)
        return (named, span) if span is not None else None

    def _named_after(self, k: int) -> bool:
        """Whether the words before token *k* call something after whom it begins to name: "Văn phòng Luật sư Đình Bảo"."""
        line = self.line
        return k < len(line) and line.tight[k] and line.caps[k] and self.book.eponym(line, k)

    def _named(self, office: Office) -> Span | None:
        """The name right after an office, or after "tên" ("cô gái tên Linh", "bé trai tên là Minh Khôi")."""
        line, k, book = self.line, office.last, self.book
        if k + 1 < len(line) and line.tight[k] and line.words[k] == CALLED and office.group in CALLED_CLASSES:
            k += 1 + (line.words[k + 1] == "là" and k + 2 < len(line) and line.tight[k + 1])
            named = line.tight[k] and (book.full(line, k) or book.short(line, k))
            return named if named and self.may_end(named.last) else None
        if k >= len(line) or not line.caps[k]:
            return None
        if not line.tight[k] and not (line.gaps[k] in POINTS and line.words[k - 1] in self.grammar.dotted):
            return None
        cut = self.after_office(k, office.group)
        if cut is not None:
            return cut
        if any(char.isdigit() for char in line.raw[k]):
            return None
        for read in (self._whole_name, self._foreign_name, self._short_name):
            span, allowed = read(office, k)
            if span is not None:
                return span if allowed else None
        return None

    def _whole_name(self, office: Office, k: int) -> tuple[Span | None, bool]:
        """The listed foreign or full name at token *k*, and whether it can be that of who holds the office."""
        line, book = self.line, self.book
        span = book.known_foreign(line, k) or book.full(line, k)
        if span is None:
            return None, False
        span = self.before_office(span)
        if office.group == "honorific":
            return span, True
        if office.group == "people" and self._of_town(span):
            return span, False
        street = book.eponym(line, k) and (book.street(line, span) or not book.certain(line, span))
        return span, not street and book.place(line, k) < span.last

    def _of_town(self, span: Span) -> bool:
        """Whether two syllables and a place behind a comma say where people live: "cử tri Ninh Kiều, Cần Thơ"."""
        line, k = self.line, span.last
        behind = k < len(line) and line.gaps[k] == ", " and self.book.place(line, k) > k
        return behind and k - span.first == TOWN_SYLLABLES

    def _foreign_name(self, office: Office, k: int) -> tuple[Span | None, bool]:
        """The foreign words at token *k*, and whether they can be the name of who holds the office."""
        line, group = self.line, office.group
        span = self.book.foreign_run(line, k)
        if span is None:
            return None, False
        single = span.last - span.first == 1
        if single and office.parts and not self.of_a_place(office, k):
            return span, False
        shouts = line.raw[k].isupper() and (group not in STAGE or len(line.raw[k]) < FEWEST_SHOUTED)
        unusual = group not in SURNAME_CLASSES and not self.known(self.words(span))
        bad = (single and (unusual or shouts)) or self.book.eponym(line, k)
        return span, not bad

    def _short_name(self, office: Office, k: int) -> tuple[Span | None, bool]:
        """The capitalised syllables at token *k*, and whether they can be the name of who holds the office."""
        line, book, group = self.line, self.book, office.group
        span = book.short(line, k, addressed=group == "honorific")
        if span is None or (line.raw[k].isupper() and len(line.raw[k]) > 1):
            return None, False
        if office.parts and span.last - k > 1 and self.grammar.after_neighbour(line, k):
            return span._replace(kind="full"), True
        if group == "honorific":
            return span, not self.opens_title(office.first) and not self.grammar.institutions.match(line, k)
        known = self.known(self.words(span))
        alone = span.last - span.first == 1
        if alone and not known and (line.words[k] in book.countries or not self.may_end(span.last)):
            return span, False
        return span, not book.eponym(line, k) and (known or group in NICKNAME_CLASSES)

    def _bare(self, i: int) -> tuple[Sighting | None, int]:
        """A name without an office before it."""
        line, book = self.line, self.book
        reading = self.reading(i)
        if reading:
            return None, reading
        cut = self.cut_down(i)
        if cut is not None:
            return self._sighting(cut, sure=cut.kind == "full"), cut.last
        staged = self.staged(i)
        span = book.known_foreign(line, i) or book.full(line, i) or self.spoken_foreign(i) or staged
        nicked = self.nicked(i) if span is None else None
        span = span or nicked
        if span is None and self.called(i):
            span = book.short(line, i)
            return (self._sighting(span), span.last) if span and self.may_end(span.last) else (None, i + 1)
        if span is None:
            return self._familiar(i)
        span = self.before_office(span)
        if self.stands_for_something(span):
            return self._eponym(span), span.last
        after, last = self._apposition(span.last, i)
        if not (
            book.certain(line, span) or self.vouched(span) or after or staged or nicked or self.called(i)
        ):
            return self._familiar(i)
        self.stage_end = (
            span.last if staged or self.in_stage_list(i) or self.exemplified(i) else self.stage_end
        )
        return self._sighting(span, after=after, last=last), max(last, span.last)

    def _familiar(self, i: int) -> tuple[Sighting | None, int]:
        """Capitalised words that act as a person, or that the article or corpus knows as a name or as part of one
        ("Quang Hải", "Biden")."""
        star = self.unintroduced(i)
        if star is not None:
            return self._sighting(star), star.last
        line, stop = self.line, i
        if self.listed(i) and self.last_end >= i - 1 > 0 and self._surname(i):
            return self._sighting(Span(i, i + 1, "short")), i + 1
        while stop < len(line) and line.caps[stop] and stop - i < 4 and (stop == i or line.tight[stop]):
            stop += 1
        for last in range(stop, i, -1):
            span = Span(i, last, "short")
            if not self.known(self.words(span)) or self.book.eponym(line, i):
                continue
            strange = not line.syllable(i) and len(line.words[i]) > 3
            if last - i > 1 or strange or (last == stop and (self.reports(last) or self.given(i))):
                return self._sighting(span, sure=False), last
        return None, i + 1

    def _surname(self, i: int) -> bool:
        """Whether one foreign word behind a person in a list is what somebody of the codebook goes by: "Rubio và Lavrov"."""
        line, after = self.line, i + 1
        alone = after >= len(line) or not line.caps[after] or not line.tight[after]
        return alone and line.words[i] in self.grammar.surnames and not line.syllable(i)

    def _apposition(self, k: int, first: int) -> tuple[tuple[str, ...], int]:
        """The offices right after the mention from token *first* to before token *k*, and the token after them."""
        line = self.line
        if k >= len(line) or line.gaps[k] not in APPOSED or not self.grammar.begins(line.words[k]):
            return (), k
        if not self.grammar.heads.match(line, k) and not self.grammar.prefixes.match(line, k):
            return (), k
        office = self.grammar.office(line, k)
        if office is None or not office.parts or office.honorific:
            return (), k
        named = self._named(office)
        if named is not None:
            if not self.book.eponym(line, office.last):
                return (), k
            part = office.parts[-1]._replace(last=named.last)  # "bà Lan, Hiệu trưởng trường Kim Đồng"
            office = office._replace(last=named.last, parts=(*office.parts[:-1], part))
        if self.object(first):
            office = self._without_subject(office)
            if office is None:
                return (), k
        return self._offices(office), office.last

    def _without_subject(self, office: Office) -> Office | None:
        """The offices behind the name of an object without the one that speaks: "Với bị cáo Sơn, luật sư cho rằng", "Tiếp Đại
        sứ Hùng Ba, Chủ tịch nước khẳng định": the lawyer and the president are somebody else."""
        part = office.parts[-1]
        alone = part.group == "unique" or self.grammar.common(self.line, part)
        if not alone or not self.reports(office.last):
            return office
        rest = office.parts[:-1]
        return office._replace(parts=rest, last=rest[-1].last) if rest else None

    def _alone(self, office: Office) -> Sighting | None:
        if self.grammar.barred.ending(self.line, office.first, longest=4) is not None:
            return None
        if office.group == "law" and self.quoted(office.first):
            return None  # before a court "bị cáo" in a quotation is "I"
        if office.group == "people" and office.last - office.first > 1 and self.line.caps[office.last - 1]:
            return None  # the paper "Thanh Niên", not a young man
        speaks = self.told(office.first) or self.reports(office.last)
        leads = office.parts[-1].head in self.grammar.leaders and self.grammar.whole(office.parts[-1])
        addressed = self.line.words[office.first - 1] == ADDRESSING and self.line.tight[office.first]
        if not (speaks or leads or addressed or self.line.caps[office.first] or office.honorific):
            return None
        start, end = self.line.starts[office.first], self.line.ends[office.last - 1]
        before = self._offices(office)
        state = self.shared_state(office)
        if state:
            before = (*before[:-1], f"{before[-1]} {state}")
        return Sighting(
            self.line_no, start, end, "office", "", office.honorific, office.gender, before, sure=speaks
        )

    def _pronoun(self, office: Office, last: int, gender: str) -> Sighting:
        line = self.line
        start, end = line.starts[office.first], line.ends[last - 1]
        return Sighting(
            self.line_no, start, end, "pronoun", honorific=self.text(office.first, last), gender=gender
        )

    def _eponym(self, span: Span) -> Sighting:
        line = self.line
        start, end = line.starts[span.first], line.ends[span.last - 1]
        return Sighting(self.line_no, start, end, "eponym", name=self.words(span))

    def _sighting(
        self,
        span: Span,
        *,
        office: Office | None = None,
        after: tuple[str, ...] = (),
        last: int = 0,
        name: str = "",
        sure: bool = True,
    ) -> Sighting:
        line = self.line
        start = line.starts[office.first if office else span.first]
        end = line.ends[max(last if after else 0, span.last) - 1]
        name = name or self.words(span)
        if office is None:
            return Sighting(self.line_no, start, end, span.kind, name=name, after=after, sure=sure)
        before = self._offices(office)
        return Sighting(
            self.line_no, start, end, span.kind, name, office.honorific, office.gender, before, after, sure
        )

    def _offices(self, office: Office) -> tuple[str, ...]:
        return tuple(self.text(part.first, part.last) for part in office.parts)


def sightings(
    article: Annotated, grammar: Grammar, cues: Cues, *, known: Callable[[str], bool]
) -> list[Sighting]:
    """Everything in the article's text lines that may be a person, in order.

    *known* tells whether a name is one of the article or the corpus. Credits, bylines and what was cut are left out.
    """
    cut: dict[int, list[tuple[int, int]]] = {}
    for piece in article.cuts:
        cut.setdefault(piece.line_no, []).append((piece.start, piece.end))
    found: list[Sighting] = []
    for line in article.lines:
        if line.kind not in TEXT_KINDS or is_bare_name(line.text, grammar):
            continue
        barred = cut.get(line.line_no, []) + credited(line.text, grammar)
        found.extend(
            sighting
            for sighting in _Scanner(line, grammar, cues, known).run()
            if not any(start < sighting.end and sighting.start < end for start, end in barred)
        )
    return found
