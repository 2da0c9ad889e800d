"""Names without an office before them: what in the words themselves makes capitalised syllables a person."""

from __future__ import annotations

from collections.abc import Callable

from caytre.analysis.people.cues import Cues
from caytre.analysis.people.evidence import Evidence
from caytre.analysis.people.initials import abbreviated, dotted, initial, pointed
from caytre.analysis.people.names import Span
from caytre.analysis.people.offices import NICKNAME_CLASSES, SURNAME_CLASSES, Grammar, Office
from caytre.analysis.people.phrases import Tokens

__all__ = ["CALLED", "Bare"]

CALLED = "tên"
SOMEBODY = frozenset({"người", "gái", "trai", "bé", "niên", "nữ"})
CALLED_REACH = 6
"""Words before "tên" among which one of these says that a person is called so: "một người Trung Quốc tên A Chí"."""

LONGEST_NICK = 3
"""Syllables of a name without its family."""

FEWEST_ALIKE = 3
"""Initials that are a person in a line that names another one so."""


class Bare(Evidence):
    """One line in which names are looked for that have only their own form and the words around to speak for them."""

    def __init__(self, line: Tokens, grammar: Grammar, cues: Cues, known: Callable[[str], bool]) -> None:
        super().__init__(line, grammar, cues, known)
        self.stage_end = -1
        self.cut_before = False
        """Whether somebody in this line was named by initials already."""

    def full_name(self, i: int) -> Span | None:
        """A full name at token *i*; one whose last syllable is an initial ends with the sentence: "Lưu Ngọc P. Theo …"."""
        span, line = self.book.full(self.line, i), self.line
        if span is None:
            return None
        for k in range(i + 2, span.last):
            if initial(line, k - 1) and line.gaps[k] != "." and not line.tight[k] and not initial(line, k):
                return span._replace(last=k)
        return span

    def after_office(self, k: int, group: str) -> Span | None:
        """The initials right after an office or a form of address; a single letter only where a name must follow."""
        line = self.line
        if group not in SURNAME_CLASSES | {"people", "business"} or self.book.full(line, k) is not None:
            return None
        span = dotted(line, k)
        if span is not None:
            return None if self.is_institution(span) else span
        single = group in ("honorific", "law") or (group in NICKNAME_CLASSES and pointed(line, k))
        return abbreviated(line, k) if single else None

    def is_institution(self, span: Span) -> bool:
        """Whether initials are those of the codebook's institutions and states (T.Ư, U.S)."""
        return not self.grammar.person(self.line, span)

    def cut_down(self, i: int) -> Span | None:
        """Initials without an office: with an age, before a reporting verb, or known from elsewhere in the article."""
        line = self.line
        if not initial(line, i):
            return None
        span = dotted(line, i)
        if span is None:
            alone = line.gaps[i] != "." and line.words[i - 1] not in self.grammar.not_given_after
            known = alone and self.known(line.raw[i]) and (pointed(line, i) or self.reports(i + 1))
            return Span(i, i + 1, "short") if known else None
        if self.is_institution(span):
            return None
        told = self.known(self.words(span)) or self.aged(span.last) or self.reports(span.last)
        listed = self.listed(i) and self.last_kind == "full" and self.last_end >= i - 1
        alike = self.cut_before and span.last - i >= FEWEST_ALIKE
        return span if told or listed or alike or self.called(i) else None

    def of_a_place(self, office: Office, k: int) -> bool:
        """Whether an office has no complement, or one that ends with a place: then one foreign word after it is a name."""
        part = office.parts[-1]
        if part.last - part.first <= len(part.head.split()):
            return True
        return any(self.grammar.place(self.line, n) == k for n in range(max(part.first, k - 3), k))

    def called(self, i: int) -> bool:
        """Whether "tên" stands before token *i*, and a person before that."""
        line, k = self.line, i - 1
        if k > 0 and line.words[k] == "là" and line.tight[i]:
            k -= 1
        if k < 1 or line.words[k] != CALLED or not line.tight[k + 1]:
            return False
        return not SOMEBODY.isdisjoint(line.words[max(0, k - CALLED_REACH) : k])

    def staged(self, i: int) -> Span | None:
        """A stage name that goes on a list of artists: two or three capitalised syllables and no more."""
        line = self.line
        if self.stage_end not in (i, i - 1) or not self.listed(i):
            return None
        span = self.book.short(line, i)
        if span is None or span.last - i < 2 or any(line.raw[k].isupper() for k in range(i, span.last)):
            return None
        return span._replace(kind="full") if self.may_end(span.last) else None

    def nicked(self, i: int) -> Span | None:
        """Two or three capitalised syllables, or one foreign word, and no more that do what only a person does, or whose
        age is given."""
        line, stop = self.line, i + 1
        while stop < len(line) and stop - i <= LONGEST_NICK and line.caps[stop] and line.tight[stop]:
            stop += 1
        k = stop
        while k < len(line) and line.tight[k] and line.words[k] in self.cues.adverbs:
            k += 1
        personal = k < len(line) and line.tight[k] and self.grammar.personal.match(line, k) is not None
        if stop - i > LONGEST_NICK or not (personal or self.aged(stop)):
            return None
        if (
            (i and line.tight[i] and line.caps[i - 1])
            or self.book.place(line, i) > i
            or self.book.eponym(line, i)
        ):
            return None
        if any(len(line.raw[n]) > 1 and line.raw[n].isupper() for n in range(i, stop)):
            return None
        if stop == i + 1:
            strange = not line.syllable(i) and len(line.raw[i]) > 2 and line.raw[i].isalpha()
            return Span(i, stop, "short") if strange else None
        span = self.book.short(line, i)
        return span._replace(kind="full") if span and span.last == stop else None

    def given(self, i: int) -> bool:
        """Whether one capitalised syllable can be somebody's given name and nothing else here ("cả Nam và Thiên đều thắng").

        What follows has to let a name end ("Công" is none before "Công an"), and what stands before must not make it a
        direction or a season ("miền Nam").
        """
        line, grammar = self.line, self.grammar
        word, k = line.words[i], i + 1
        if not line.syllable(i) or len(word) < 2 or word in grammar.not_given | self.book.countries:
            return False
        if i and line.tight[i]:
            opens = line.caps[i - 1] and line.words[i - 1] not in grammar.stops | grammar.before_given
            if opens or line.words[i - 1] in grammar.not_given_after:
                return False
        return self.may_end(k) or line.words[k] in grammar.after_given
