"""A line as reported speech sees it: who is named where, which reporting verbs stand outside quotation marks, who is
the subject of which.

Shared by `quotations` (who said what stands in the marks) and `voices` (whose words a sentence is).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from caytre.analysis.people.cues import Cue
from caytre.analysis.people.phrases import Tokens, tokens
from caytre.analysis.voices.rules import Rules
from caytre.tables import TOGETHER, Line, Mention

__all__ = ["Passage", "Speaker"]

ACCORDING = "theo"
FARTHEST_NAMED = 3
"""Tokens after "theo" within which the speaker stands; a noun of saying and "của" may come before him or her."""

LONGEST_SAYING = 6
LATEST_ACCORDING = 8
"""Tokens of a sentence before a "theo" that stands behind a connective and a comma ("Tuy nhiên, theo ông Nam, …")."""

FARTHEST_SUBJECT = 28
"""Tokens between a speaker and the reporting verb, appositions and adverbials included."""

LONGEST_DESCRIPTION = 12
LONGEST_OF_SOMEBODY = 20
"""Tokens of a description that somebody's name stands in: "hai quan chức trong nhóm của Tổng thống Putin cho biết"."""

LONGEST_BODY = 4
LONGEST_GREETING = 6
"""Tokens between a host and a guest: "Thủ tướng [nhiệt liệt chào mừng] ông An"."""

FARTHEST_AGENT = 6
"""Tokens between "được" and a verb among which stands who does the saying: "bị cử tri Huế hỏi"."""

DASHES = frozenset({"-", "–", "—"})
BRACKETS = re.compile(r"\([^()]*\)")


class Speaker(NamedTuple):
    """Who speaks: a person, or nobody known and only a description. Tokens of the line from `first` to before `last`."""

    person: str
    office: str
    first: int
    last: int


class Passage:
    """One line with its speakers and reporting verbs; what stands inside quotation marks is left out of both."""

    def __init__(
        self, line: Line, mentions: Sequence[Mention], quoted: Sequence[tuple[int, int]], book: Rules
    ) -> None:
        self.line_no, self.text = line.line_no, line.text
        self.tokens: Tokens = tokens(line.text)
        self.rules = book
        self.quoted = sorted(quoted)
        self.brackets = [match.span() for match in BRACKETS.finditer(line.text)]
        self.speakers = [
            Speaker(
                row.person,
                row.office or row.surface,
                self.tokens.at(row.start),
                self.tokens.at(row.end - 1) + 1,
            )
            for row in mentions
            if row.how != "eponym" and not self.inside(row.start)
        ]
        self.speaker_starts = [one.first for one in self.speakers]
        self.cues = [
            cue for cue in book.cues.find(self.tokens, 0, len(self.tokens)) if not self._covered(cue)
        ]
        self.cue_starts = [cue.first for cue in self.cues]

    def inside(self, offset: int) -> bool:
        """Whether an offset stands inside quotation marks."""
        return _within(self.quoted, offset)

    def _covered(self, cue: Cue) -> bool:
        """Whether a verb is quoted, or is a word of somebody's office or name."""
        return self.inside(self.tokens.starts[cue.first]) or self._named_at(cue.first)

    def _named_at(self, k: int) -> bool:
        """Whether token *k* belongs to a speaker's name or office."""
        at = bisect_right(self.speaker_starts, k) - 1
        return at >= 0 and k < self.speakers[at].last

    def between(self, first: int, last: int) -> list[Speaker]:
        """The speakers that stand whole between two tokens."""
        start, stop = bisect_left(self.speaker_starts, first), bisect_left(self.speaker_starts, last)
        return [one for one in self.speakers[start:stop] if one.last <= last]

    def cues_between(self, first: int, last: int) -> list[Cue]:
        """The reporting verbs that begin between two tokens."""
        return self.cues[bisect_left(self.cue_starts, first) : bisect_left(self.cue_starts, last)]

    def word(self, i: int) -> str:
        """The folded word of token *i*, empty beyond the ends."""
        return self.tokens.words[i] if 0 <= i < len(self.tokens) else ""

    def oblique(self, one: Speaker) -> bool:
        """Whether a name stands where it cannot be the subject of what follows: after a preposition, in brackets, as a relative."""
        start = self.tokens.starts[one.first]
        if _within(self.brackets, start) or self._greeted(one):
            return True
        k = one.first - 1
        if (
            k >= 0
            and self.tokens.caps[k]
            and not self.tokens.tight[k]
            and self.word(k) in self.rules.sentence_joints
        ):
            return False  # "Và Trấn Thành lại khóc"
        return self.tokens.tight[one.first] and self.word(k) in self.rules.oblique | self.rules.kin

    def _greeted(self, one: Speaker) -> bool:
        """Whether a name goes on with the people that somebody receives: "Thủ tướng tiếp ông An, bà Bình và đoàn …"."""
        at = bisect_left(self.speaker_starts, one.first)
        if at < 2 or self.tokens.gaps[one.first] != ", " or self.word(one.last) != "và":
            return False
        host, guest = self.speakers[at - 2], self.speakers[at - 1]
        met = self.tokens.tight[guest.first] and self.word(guest.first - 1) in self.rules.greeting
        return met and guest.last == one.first and guest.first - host.last <= LONGEST_GREETING

    def listed_with_body(self, one: Speaker) -> bool:
        """Whether an office stands in a list behind a body, as a body itself: "Chính phủ, Thủ tướng Chính phủ đã …"."""
        line = self.tokens
        if line.gaps[one.first] != ", ":
            return False
        bodies = self.rules.grammar.institutions
        before = range(max(0, one.first - LONGEST_BODY), one.first)
        return any((bodies.match(line, k) or (0, ""))[0] == one.first for k in before if line.caps[k])

    def mentioned(self, one: Speaker) -> bool:
        """Whether a speaker is one of the mentions, and not a description before a verb."""
        at = bisect_left(self.speaker_starts, one.first)
        return at < len(self.speakers) and self.speakers[at] == one

    def in_brackets(self, k: int) -> bool:
        """Whether token *k* stands in round brackets."""
        return k < len(self.tokens) and _within(self.brackets, self.tokens.starts[k])

    def embedded(self, one: Speaker) -> bool:
        """Whether a name opens a clause inside the sentence ("đường lối mà Tổng Bí thư nhấn mạnh")."""
        return self.tokens.tight[one.first] and self.word(one.first - 1) in self.rules.cues.embedding

    def of_oneself(self, first: int, last: int) -> bool:
        """Whether somebody says "tôi" between two tokens, outside quotation marks."""
        k = first
        while k < last:
            found = self.rules.self_words.match(self.tokens, k)
            if found and found[1] and not self.inside(self.tokens.starts[k]):
                return True
            k = found[0] if found else k + 1
        return False

    def according(self, first: int, last: int) -> tuple[Speaker, int] | None:
        """Whom a sentence follows with "theo", and the token of that word; somebody unnamed or a body has no name.

        "Theo" opens the sentence, or a comma after a short connective does ("Tuy nhiên, theo ông Nam, giá đã giảm"), or
        the dash behind the name of the paper ("(VOV) - Theo ông Nam, …").
        """
        k = first + (self.word(first) in ("cũng", "còn", "vẫn"))
        if self.word(k) != ACCORDING:
            stop = min(last, first + LATEST_ACCORDING)
            k = next((at for at in range(first + 1, stop) if self._joins_on(at)), -1)
        if k < 0:
            return None
        one = next(iter(self.between(k, last)), None)
        if one is not None and "," not in "".join(self.tokens.gaps[k + 1 : one.first + 1]):
            of = self.word(one.first - 1) in ("của", "từ") and one.first - k <= LONGEST_SAYING
            if one.first - k <= FARTHEST_NAMED or of:
                return one, k
        return self._follows_body(k, last)

    def follows_document(self, first: int, last: int) -> bool:
        """Whether a sentence begins with "Theo" and a document or a body, up to a comma: "Theo Nghị quyết 68, …"."""
        k = first + 1
        if self.word(first) != ACCORDING or k >= last:
            return False
        named = self.rules.documents.match(self.tokens, k) is not None or self.tokens.caps[k]
        return named and any(
            "," in gap for gap in self.tokens.gaps[k + 1 : min(last, k + LONGEST_DESCRIPTION)]
        )

    def _joins_on(self, k: int) -> bool:
        """Whether token *k* is "theo" behind a comma or, with a capital, behind a dash."""
        gap = self.tokens.gaps[k]
        behind = gap == ", " or (self.tokens.caps[k] and gap.strip(") \xa0") in DASHES)
        return self.word(k) == ACCORDING and behind

    def _follows_body(self, k: int, last: int) -> tuple[Speaker, int] | None:
        """The body or the unnamed person right after "theo", if a comma ends it: "Theo Bộ Y tế, …"."""
        if k + 1 >= last or self.rules.documents.match(self.tokens, k + 1):
            return None
        found = self.rules.unnamed.match(self.tokens, k + 1) or self.body(k + 1) or self._several(k + 1)
        noun = self.rules.sources.match(self.tokens, k + 1)
        if noun and noun[0] < last and self.word(noun[0]) in ("của", "từ"):
            found = found or noun
        if found is None:
            return None
        end = found[0]
        while end < last and self.tokens.tight[end] and end - k < LONGEST_DESCRIPTION:
            end += 1
        text = self.tokens.text[self.tokens.starts[k + 1] : self.tokens.ends[end - 1]]
        ended = end < last and self.tokens.gaps[end].startswith(",")
        return (Speaker("", text, k + 1, end), k) if ended else None

    def _several(self, k: int) -> tuple[int, str] | None:
        """Several people of a kind from token *k*: "hai cán bộ", "một số chuyên gia"; None where nobody is counted."""
        many = self.rules.several.match(self.tokens, k)
        if many is None or many[0] >= len(self.tokens) or not self.tokens.tight[many[0]]:
            return None
        return self.rules.unnamed.match(self.tokens, many[0]) or self.rules.grammar.heads.match(
            self.tokens, many[0]
        )

    def follows_several(self, first: int, last: int) -> bool:
        """Whether a sentence begins with "Theo" and several people without names: theirs is whatever it tells."""
        found = self.according(first, last)
        return found is not None and not found[0].person and self._several(found[0].first) is not None

    def subject(self, cue: Cue, floor: int) -> Speaker | None:
        """Who does the reporting of a verb: the nearest name before it that can be the subject, or what is described there.

        *floor*: the token where the sentence begins. None where nobody stands before the verb.
        """
        near = self._described(cue, floor)
        for one in self._nearest(floor, cue.first):
            if near is not None and near.first >= one.last:
                return near
            if not self.oblique(one) or self._writes(one, floor):
                return None if self._undergoes(one, cue) else one
        return near

    def _nearest(self, floor: int, k: int) -> Iterator[Speaker]:
        """The speakers between two tokens that end not too far before the second, the last one first."""
        for at in range(bisect_left(self.speaker_starts, k) - 1, -1, -1):
            one = self.speakers[at]
            if one.first < floor or k - one.last > FARTHEST_SUBJECT:
                return
            if one.last <= k:
                yield one

    def _writes(self, one: Speaker, floor: int) -> bool:
        """Whether a sentence begins with what somebody wrote: "Bài viết trên mạng xã hội của ông Nam giải thích"."""
        found = self.rules.writings.match(self.tokens, floor) if self.word(one.first - 1) == "của" else None
        return found is not None and found[0] < one.first and one.first - floor <= LONGEST_DESCRIPTION

    def _undergoes(self, one: Speaker, cue: Cue) -> bool:
        """Whether somebody else does the saying, to the person: "cô Mai được thầy khen là …", "anh Nam bị phê bình"."""
        k = cue.first - 1
        if k > one.last and self.rules.grammar.honorifics.match(self.tokens, k):
            k -= 1
        if k >= one.last and self.word(k) in self.rules.cues.passive:
            return True
        return any(self._agent(at + 1, cue) for at in range(max(one.last, k - FARTHEST_AGENT), k))

    def _agent(self, k: int, cue: Cue) -> bool:
        """Whether behind "được" or "bị" somebody without a name stands before a verb, from token *k*."""
        line = self.tokens
        if self.word(k - 1) not in self.rules.cues.passive or not all(line.tight[k : cue.first + 1]):
            return False
        agent = self.rules.unnamed.match(line, k) or self.rules.grammar.heads.match(line, k)
        return agent is not None and agent[0] <= cue.first and not self.cues_between(k, cue.first)

    def together(self, one: Speaker) -> Speaker:
        """A speaker with those whom "và" joins to it: "ông An và bà Bình cho rằng"."""
        names, last = [one.person], one.last
        for other in self.between(one.last, min(len(self.tokens), one.last + FARTHEST_SUBJECT)):
            joined = self.word(last) == "và" and self.tokens.tight[last] and other.first == last + 1
            if not (joined and other.person and one.person):
                break
            names.append(other.person)
            last = other.last
        return one._replace(person=TOGETHER.join(dict.fromkeys(names)))

    def _described(self, cue: Cue, floor: int) -> Speaker | None:
        """An unnamed speaker or an institution right before a verb: "một người dân sống gần đó kể", "Bộ Y tế cho biết"."""
        line, start, longest = self.tokens, cue.first, LONGEST_DESCRIPTION
        while start > floor and line.tight[start] and cue.first - start < longest:
            start -= 1
            if self._named_at(start):
                one = self.speakers[bisect_right(self.speaker_starts, start) - 1]
                if not self.oblique(one) or self.word(one.first - 1) in self.rules.joining:
                    return None
                start, longest = one.first, LONGEST_OF_SOMEBODY
                continue
            found = self.rules.unnamed.match(line, start)
            if found and self.rules.not_unnamed.ending(line, found[0]) is not None:
                found = None
            found = found or self._speaking_body(start, cue)
            if found is None and start == floor:
                found = self.rules.definite.match(line, start) or self.rules.grammar.heads.match(line, start)
            if found and not self.rules.cues.embedding.isdisjoint(line.words[found[0] : cue.first]):
                return None
            if (
                found
                and found[0] <= cue.first
                and not (line.tight[start] and self.word(start - 1) in self.rules.oblique)
                and not self._adverbial(start, floor)
            ):
                start = self._leftmost(start, floor)
                return Speaker("", self._trimmed(start, cue.first), start, cue.first)
        return None

    def _speaking_body(self, k: int, cue: Cue) -> tuple[int, str] | None:
        """The institution at token *k*, or any other body right before a verb, adverbs aside."""
        line = self.tokens
        found = self.rules.grammar.institutions.match(line, k) if line.caps[k] else None
        if found or (found := self.body(k)) is None:
            return found
        return found if self.rules.cues.adverbs.issuperset(line.words[found[0] : cue.first]) else None

    def body(self, k: int) -> tuple[int, str] | None:
        """An institution, an organisation, an agency at token *k*: words with a capital that are no country and no person."""
        line, names = self.tokens, self.rules.grammar.names
        if not line.caps[k] or self._named_at(k):
            return None
        found = self.rules.grammar.institutions.match(line, k) or names.organisations.match(line, k)
        if found or line.syllable(k) or names.place(line, k) > k:
            return found
        stop = k + 1
        while stop < len(line) and line.tight[stop] and line.caps[stop] and not line.syllable(stop):
            stop += 1
        return stop, ""

    def _adverbial(self, start: int, floor: int) -> bool:
        """Whether a comma and a preposition open what token *start* stands in ("ông Nam, trên báo Thanh Niên, cho rằng")."""
        floor = max(floor, start - FARTHEST_SUBJECT)
        while start > floor and self.tokens.tight[start]:
            start -= 1
        return start > floor and self.word(start) in self.rules.adverbial

    def _leftmost(self, start: int, floor: int) -> int:
        """The token where a description begins that an inner word gave away ("đại diện Bộ Y tế")."""
        first = start
        for k in range(max(floor, start - 4), start):
            found = self.rules.unnamed.match(self.tokens, k) or self.rules.definite.match(self.tokens, k)
            if found and all(self.tokens.tight[k + 1 : start + 1]):
                return min(first, k)
        return first

    def _trimmed(self, first: int, last: int) -> str:
        """The words of a description without the adverbs before the verb."""
        while last > first + 1 and self.word(last - 1) in self.rules.cues.adverbs:
            last -= 1
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]


def _within(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether an offset stands inside one of the spans, which are sorted and do not overlap."""
    at = bisect_left(spans, (offset + 1, 0)) - 1
    return at >= 0 and offset < spans[at][1]
