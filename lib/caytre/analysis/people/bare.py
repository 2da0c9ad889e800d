"""Names without an office before them: what in the words themselves makes capitalised syllables a person."""

from __future__ import annotations

from collections.abc import Callable

from caytre.analysis.people.cues import Cues
from caytre.analysis.people.evidence import Evidence
from caytre.analysis.people.initials import abbreviated, dotted, initial, pointed
from caytre.analysis.people.names import Span
from caytre.analysis.people.offices import NICKNAME_CLASSES, SURNAME_CLASSES, Grammar, Office
from caytre.analysis.people.phrases import Tokens

__all__ = ["CALLED", "Bare", "nobody"]

CALLED = "tên"
CALLED_REACH = 6
"""Words before "tên" among which somebody is: "một người Trung Quốc tên A Chí"."""

TRADES = frozenset({"sport", "culture", "academia", "medicine"})
"""Classes of what only a person can be: "Xuân Trường là cầu thủ quan trọng"."""

PAUSES = frozenset({", ", " - ", " – "})
FARTHEST_APPOSED = 10
"""Words of a description with a trade that a name stands behind: "cựu danh thủ của đội tuyển Anh, David Beckham"."""

FARTHEST_TRADE = 5
"""Words before "như" among which a trade makes what follows names."""

LONGEST_NICK = 3
"""Syllables of a name without its family."""

FEWEST_ALIKE = 3
"""Initials that are a person in a line that names another one so."""


def nobody(_name: str) -> bool:
    """What is known of names before any was read: none is."""
    return False


class Bare(Evidence):
    """One line in which names are looked for that have only their own form and the words around to speak for them."""

    def __init__(self, line: Tokens, grammar: Grammar, cues: Cues, known: Callable[[str], bool]) -> None:
        super().__init__(line, grammar, cues, known)
        self.stage_end = -1
        self.cut_before = False
        """Whether somebody in this line was named by initials already."""

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
        held = self.grammar.tails.ending(self.line, k)
        k = k if held is None else held
        if k - part.first <= len(part.head.split()):
            return True
        return any(self.grammar.place(self.line, n) == k for n in range(max(part.first, k - 3), k))

    def without_given(self, office: Office) -> Office:
        """The office without a given name that was read as what it is an office of: "Giám đốc Hùng", once Hùng is known."""
        if not office.parts:
            return office
        line, part, words = self.line, office.parts[-1], office.parts[-1].head.split()
        k = part.first
        while k < part.last and line.words[k : k + len(words)] != words:
            k += 1
        k += len(words)
        if k >= part.last or not line.caps[k] or not self.known(line.raw[k]) or not self._ends_name(k):
            return office
        return office._replace(last=k, parts=(*office.parts[:-1], part._replace(last=k)))

    def _ends_name(self, k: int) -> bool:
        """Whether token *k* can be a name alone after an office: one word, no body and no place."""
        line, grammar = self.line, self.grammar
        if line.words[k] in grammar.not_given | self.book.countries:
            return False
        if k + 1 < len(line) and line.caps[k + 1] and line.tight[k + 1]:
            return False
        body = grammar.institutions.match(line, k) or self.book.place(line, k) > k
        return self.may_end(k + 1) and not body

    def before_office(self, span: Span) -> Span:
        """A full name without the office that follows it with no comma between: "Dương Anh Sơn Chủ tịch HĐQT"."""
        for k in range(span.first + 2, span.last):
            head = self.grammar.heads.match(self.line, k)
            if head is not None and head[0] > span.last:
                return span._replace(last=k)
        return span

    def called(self, i: int) -> bool:
        """Whether "tên" stands before token *i*, and a person before that."""
        line, k = self.line, i - 1
        if k > 0 and line.words[k] == "là" and line.tight[i]:
            k -= 1
        if k < 1 or line.words[k] != CALLED or not line.tight[k + 1]:
            return False
        return not self.grammar.somebody.isdisjoint(line.words[max(0, k - CALLED_REACH) : k])

    def staged(self, i: int) -> Span | None:
        """A stage name that goes on a list of artists: two or three capitalised syllables and no more."""
        line = self.line
        if not (self.in_stage_list(i) or self.exemplified(i) or self.apposed(i)):
            return None
        span = self.book.short(line, i) or self.book.foreign_run(line, i)
        if span is None or span.last - i < 2 or any(line.raw[k].isupper() for k in range(i, span.last)):
            return None
        return span._replace(kind="full") if self.may_end(span.last) else None

    def in_stage_list(self, i: int) -> bool:
        """Whether token *i* stands in a list after an artist."""
        return self.stage_end in (i, i - 1) and self.listed(i)

    def exemplified(self, i: int) -> bool:
        """Whether a trade of the stage or the field and "như" stand before token *i*: "các ca sĩ như Hồng Nhung, Uyên Linh"."""
        line, grammar = self.line, self.grammar
        if i < 2 or line.words[i - 1] not in grammar.such_as or not line.tight[i]:
            return False
        found = (grammar.heads.match(line, k) for k in range(max(0, i - 1 - FARTHEST_TRADE), i - 1))
        return any(head is not None and head[1] in TRADES for head in found)

    def apposed(self, i: int) -> bool:
        """Whether a trade and a pause stand before token *i*, and nobody is named between: "hai trụ cột là cầu thủ của Lào, …"."""
        line, first = self.line, max(i - FARTHEST_APPOSED, self.last_end, 0)
        if i == 0 or line.gaps[i] not in PAUSES:
            return False
        for k in range(i - 1, first - 1, -1):
            head = self.grammar.heads.match(line, k)
            if head is not None and head[1] in TRADES:
                return True
            if not line.tight[k]:
                return False
        return False

    def nicked(self, i: int) -> Span | None:
        """Two or three capitalised syllables, or one foreign word, and no more that do what only a person does, or whose
        age is given."""
        line, stop = self.line, self._alone_to(i)
        k = self._past_adverbs(stop)
        personal = k < len(line) and line.tight[k] and self.grammar.personal.match(line, k) is not None
        if not stop or not (personal or self.aged(stop)) or self._located(i):
            return None
        if stop == i + 1:
            return Span(i, stop, "short") if self.strange(i) else None
        span = self.book.short(line, i)
        return span._replace(kind="full") if span and span.last == stop else None

    def _located(self, i: int) -> bool:
        """Whether a preposition of place makes token *i* one: "một chỉ huy tại Idlib nói"."""
        return self.line.tight[i] and self.line.words[i - 1] in self.grammar.locatives

    def unintroduced(self, i: int) -> Span | None:
        """Two or three capitalised syllables that do what is done on a field or a stage, or to which something of a
        person belongs ("Công Phượng đi bóng", "fan của Đen Vâu").

        That makes them a name for this article only, as a nickname is one: the words are less than proof.
        """
        line, stop = self.line, self.perhaps(i)
        if stop:
            return Span(i, stop, "short") if self._acts(i, stop) else None
        alone = self.strange(i)
        if (
            not alone
            or line.words[i - 1] in self.grammar.far
            or self.grammar.persons_after.ending(line, i) is None
        ):
            return None
        return Span(i, alone, "short")

    def perhaps(self, i: int) -> int:
        """The token after two or three capitalised syllables at token *i* that could be a name; 0 where there are none."""
        line, stop = self.line, self._alone_to(i)
        if stop < i + 2 or not all(line.syllable(n) and len(line.raw[n]) > 1 for n in range(i, stop)):
            return 0
        if line.words[i] in self.book.breaks or line.words[i] in self.grammar.openers:
            return 0
        if not line.tight[i] and self.book.eponyms.match(line, i):
            return 0  # "Huyện Phú Lộc" at the head of a sentence
        return 0 if line.tight[i] and line.words[i - 1] in self.grammar.not_given_after else stop

    def strange(self, i: int) -> int:
        """The token after one foreign word at token *i* that stands alone, of letters only; 0 where there is none."""
        line, stop = self.line, self._alone_to(i)
        alone = stop == i + 1 and not line.syllable(i) and len(line.raw[i]) > 2 and line.raw[i].isalpha()
        return stop if alone else 0

    def _acts(self, i: int, stop: int) -> bool:
        """Whether what stands beside tokens *i* to *stop* is a person's deed, something of a person, or a person."""
        line = self.line
        beside = line.tight[i] and line.words[i - 1] in self.grammar.joining and self.last_end == i - 1
        if beside and self.last_kind in ("full", "foreign", "short"):
            return True
        if stop + 1 < len(line) and line.words[stop] in self.grammar.joining and line.tight[stop + 1]:
            other = self.perhaps(stop + 1) if line.tight[stop] else 0
            return other > 0 and (self._does(other) or self.known(self.text(stop + 1, other)))
        return self._does(stop) or self.grammar.persons_after.ending(line, i) is not None

    def _does(self, stop: int) -> bool:
        """Whether what only a person does or is follows at token *stop*, adverbs aside."""
        line, grammar = self.line, self.grammar
        if stop + 1 < len(line) and line.words[stop] == "là" and line.tight[stop] and line.tight[stop + 1]:
            head = grammar.heads.match(line, stop + 1)
            return head is not None and head[1] in TRADES
        after = range(stop, min(self._past_adverbs(stop) + 1, len(line)))
        return any(line.tight[k] and grammar.deeds.match(line, k) for k in after)

    def _past_adverbs(self, k: int) -> int:
        line, passed = self.line, self.cues.adverbs | self.grammar.together
        while k < len(line) and line.tight[k] and line.words[k] in passed:
            k += 1
        return k

    def _alone_to(self, i: int) -> int:
        """The token after at most three capitalised words at token *i*; 0 where these are a place, an abbreviation, or
        part of a longer name. A word that only opens the sentence ("Cả Công Phượng") is no part of one."""
        line, stop, grammar = self.line, i + 1, self.grammar
        while stop < len(line) and stop - i <= LONGEST_NICK and line.caps[stop] and line.tight[stop]:
            stop += 1
        if stop - i > LONGEST_NICK or self.book.place(line, i) > i or self.book.eponym(line, i):
            return 0
        if not line.tight[i] and line.words[i] in grammar.opening:
            return 0
        if (
            i
            and line.tight[i]
            and line.caps[i - 1]
            and (line.tight[i - 1] or line.words[i - 1] not in grammar.opening)
        ):
            return 0
        return 0 if any(len(line.raw[n]) > 1 and line.raw[n].isupper() for n in range(i, stop)) else stop

    def given(self, i: int) -> bool:
        """Whether one capitalised syllable can be somebody's given name and nothing else here ("cả Nam và Thiên đều thắng").

        What stands before must not make it a direction or a season ("miền Nam"). At the head of a sentence and where
        an office or an institution can begin with the word, what follows has to let a name end ("Công" is none before
        "Công an").
        """
        line, grammar = self.line, self.grammar
        word, k = line.words[i], i + 1
        if not line.syllable(i) or len(word) < 2 or word in grammar.not_given | self.book.countries:
            return False
        if i and line.tight[i]:
            opens = line.caps[i - 1] and line.words[i - 1] not in grammar.opening
            if opens or line.words[i - 1] in grammar.not_given_after:
                return False
        inside = line.tight[i] and not line.caps[i - 1]
        opens = grammar.begins(word) or word in grammar.openers
        return (
            (inside and not opens) or self.may_end(k) or line.words[k] in grammar.after_given or self._does(k)
        )
