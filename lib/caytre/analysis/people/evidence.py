"""What around a capitalised word speaks for a person or against one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from caytre.analysis.people.cues import Cues
from caytre.analysis.people.initials import initial, joined, pointed
from caytre.analysis.people.names import Span
from caytre.analysis.people.offices import Grammar, Office
from caytre.analysis.people.phrases import Tokens

__all__ = ["Evidence"]

LISTING = frozenset({", ", "; "})
OF, AND = "của", "và"
FEWEST_READ = 2
"""Words of a name that another reading has too; one alone may be a state or an abbreviation."""

ACCORDING = "theo"
LONGEST_POST = 4
"""Words of a post with somebody: "Thư ký báo chí của …", "người phát ngôn của …"."""

APPOSED = frozenset({", ", " - ", " – ", "-"})
APPOSED_STATE = 8
"""Words after "và" within which the state of two offices stands."""

DASHES = frozenset({" - ", "-", " – "})
BEGINS = re.compile(r"[.:;!?…\"“‘«(\-–—]\s*$")
INITIALS = re.compile(r"(?<=\b\w)\. (?=\w\b)")
ANNOUNCING = re.compile(r":\s*[“\"'‘«„]")
CLAUSE_END = re.compile(r"[.:;!?…“”\"«»]")
MARKS = re.compile('[“”"«»]')
FARTHEST_COLON = 30
"""Tokens after a pronoun within which its sentence may announce a quotation."""


class Evidence:
    """One line with what was found in it so far, for one reading from left to right."""

    def __init__(self, line: Tokens, grammar: Grammar, cues: Cues, known: Callable[[str], bool]) -> None:
        self.line, self.grammar, self.book, self.cues, self.known = line, grammar, grammar.names, cues, known
        self.last_kind = ""
        self.last_end = -1
        self.institution_end = -1
        self._marks: list[int] | None = None

    def country(self, i: int) -> bool:
        """Whether "Anh" in the middle of a sentence is England and not a form of address."""
        return self.line.words[i] in self.book.countries and self._inside(i)

    def opens_title(self, i: int) -> bool:
        """Whether a form of address with a capital in the middle of a sentence rather opens the title of a show."""
        return self.line.words[i] in self.grammar.in_titles and self._inside(i)

    def _inside(self, i: int) -> bool:
        """Whether token *i* has a capital although no sentence and no quotation begins with it."""
        line = self.line
        return line.caps[i] and line.tight[i] and not BEGINS.search(line.gaps[i])

    def may_end(self, k: int) -> bool:
        """Whether a name of one syllable can end before token *k*: no lower-case syllable goes on with its word."""
        line = self.line
        if k >= len(line) or not line.tight[k] or line.caps[k]:
            return True
        if line.words[k] in self.grammar.joining or line.words[k] == OF:
            return True
        return line.words[k] in self.grammar.stops or line.words[k] in self.cues.adverbs or self.reports(k)

    def spoken_foreign(self, i: int) -> Span | None:
        """Two or three foreign words that speak, or behind which an office or, in brackets, a country says who it is."""
        line = self.line
        run = self.book.foreign_run(line, i)
        if run is None or run.last - i < 2 or any(line.raw[k].isupper() for k in range(i, run.last)):
            return None
        country = (
            run.last < len(line)
            and line.gaps[run.last] == " ("
            and self.book.place(line, run.last) > run.last
        )
        beside = self.last_end == i - 1 and self.last_kind in ("full", "foreign") and self.listed(i)
        beside = beside or (self.last_kind == "office" and self.last_end == i and line.gaps[i] == ", ")
        return run if country or beside or self.reports(run.last) or self.officed(run.last) else None

    def officed(self, k: int) -> bool:
        """Whether a comma or a dash and then a person's office follow at token *k*: "Mark Zandi, kinh tế trưởng của Moody's"."""
        line = self.line
        return k < len(line) and line.gaps[k] in APPOSED and self.grammar.heads.match(line, k) is not None

    def stands_for_something(self, span: Span) -> bool:
        """Whether a bare name is that of a street, a school, a prize, a city, by the words before or by the list it is in."""
        line, i = self.line, span.first
        if i == self.institution_end:
            return False
        if self.book.eponym(line, i):
            return True
        if self.book.city(line, span) and not self.reports(span.last):
            return True
        listed = self.listed(i) or line.gaps[i] in DASHES
        follows = self.last_kind == "eponym" and self.last_end >= i - 1
        return (self.book.street(line, span) and (follows or not self.vouched(span))) or (listed and follows)

    def vouched(self, span: Span) -> bool:
        """Whether something around a bare name says that it is a person."""
        i, last = span.first, span.last
        if self.known(self.words(span)) or self.reports(last) or self.aged(last):
            return True
        return self.listed(i) and self.last_kind in ("full", "foreign") and self.last_end >= i - 1

    def aged(self, last: int) -> bool:
        """Whether an age or a year of birth follows a name that ends before token *last* ("(SN 1990)", ", 45 tuổi")."""
        line = self.line
        point = initial(line, last - 1) and pointed(line, last - 1)
        return self.grammar.ages.match(line.text, line.ends[last - 1] + point) is not None

    def listed(self, i: int) -> bool:
        """Whether token *i* stands in a list after another item."""
        return self.line.gaps[i] in LISTING or (i > 0 and self.line.words[i - 1] in self.grammar.joining)

    def oblique(self, i: int) -> bool:
        """Whether a preposition stands right before token *i*."""
        return self.line.tight[i] and self.line.words[i - 1] in self.cues.oblique

    def object(self, i: int) -> bool:
        """Whether a preposition or a verb of speaking to somebody stands right before token *i*."""
        return self.oblique(i) or self.cues.verbs.ending(self.line, i) is not None

    def told(self, i: int) -> bool:
        """Whether "theo" makes whoever token *i* begins a speaker although no verb follows: "Theo ông, …"."""
        return i > 0 and self.line.words[i - 1] == ACCORDING and self.line.tight[i]

    def somebody_s(self, i: int) -> bool:
        """Whether the office at token *i* is that of whom the one named next works for: "Thư ký báo chí của Tổng thống"."""
        line = self.line
        if self.grammar.seated(line, i):
            return True
        if not (i > 1 and line.words[i - 1] == OF and line.tight[i] and line.tight[i - 1]):
            return False
        starts = range(max(0, i - 1 - LONGEST_POST), i - 1)
        return any(self.grammar.heads.match(line, k) and all(line.tight[k + 1 : i]) for k in starts)

    def shared_state(self, office: Office) -> str:
        """The state behind what is joined to an office without one: "Tổng thống và các quan chức của Ai Cập"."""
        line, k = self.line, office.last
        if (
            self.grammar.whole(office.parts[-1])
            or k >= len(line)
            or line.words[k] != AND
            or not line.tight[k]
        ):
            return ""
        for of in range(k + 1, min(len(line) - 1, k + APPOSED_STATE)):
            if not line.tight[of] or not line.tight[of + 1]:
                return ""
            if line.words[of] == OF:
                after = self.grammar.place(line, of + 1) if line.caps[of + 1] else of + 1
                return self.text(of + 1, after) if after > of + 1 else ""
        return ""

    def reading(self, i: int) -> int:
        """The token after a name in brackets behind another that is only another reading of it, or 0: "Lee Jong Sup (Li Chông Sóp)"."""
        line = self.line
        if self.last_end != i or line.gaps[i] != " (" or self.last_kind not in ("full", "foreign"):
            return 0
        stop = i
        while stop < len(line) and line.caps[stop] and (stop == i or line.tight[stop]):
            stop += 1
        foreign = self.last_kind == "foreign" or not all(line.syllable(k) for k in range(i, stop))
        closed = line.gaps[stop].startswith(")")
        return stop if foreign and closed and stop - i >= FEWEST_READ and self.book.place(line, i) == i else 0

    def reports(self, k: int) -> bool:
        """Whether a reporting verb follows at token *k*, adverbs aside."""
        line, stop = self.line, min(k + 3, len(self.line))
        while k < stop and (line.tight[k] or joined(line, k)):
            if self.cues.verb(line, k):
                return True
            if line.words[k] not in self.cues.adverbs:
                return False
            k += 1
        return False

    def announces(self, i: int, k: int) -> bool:
        """Whether a clause begins with token *i* and its sentence ends, after token *k*, with a colon and a quotation mark."""
        line = self.line
        if line.tight[i] or k >= len(line):
            return False
        for gap in line.gaps[k : min(len(line), k + FARTHEST_COLON)]:
            if ANNOUNCING.search(gap):
                return True
            if CLAUSE_END.search(gap):
                return False
        return False

    def quoted(self, i: int) -> bool:
        """Whether token *i* stands in double quotation marks that open and close in its line."""
        if self._marks is None:
            self._marks = [mark.start() for mark in MARKS.finditer(self.line.text)]
        return bisect_left(self._marks, self.line.starts[i]) % 2 == 1

    def text(self, first: int, last: int) -> str:
        """What stands from token *first* to before token *last*."""
        return self.line.text[self.line.starts[first] : self.line.ends[last - 1]]

    def words(self, span: Span) -> str:
        """The words of a name with single spaces, initials with a point between them and nothing else."""
        return INITIALS.sub(".", " ".join(self.text(span.first, span.last).split()))
