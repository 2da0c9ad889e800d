"""Which lines of an article are an interview, and whose turn each of them is.

Newspapers mark turns in many ways: "PV:" and a name, a star or a dash before the question, a dash before the answer, bold
type that is lost in plain text. What the ways have in common is that questions and answers take turns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from caytre.analysis.people.phrases import Phrases, Tokens
from caytre.analysis.voices.passages import Passages
from caytre.analysis.voices.rules import Rules
from caytre.analysis.voices.speech import Passage
from caytre.tables import BODY_KINDS, TEXT_KINDS, Annotated

__all__ = ["INTERVIEWER", "turns"]

INTERVIEWER = "(interviewer)"
FEWEST_PREFIXED = 2
"""Questions marked with "PV:" that make an interview without any answer marked with a name."""

FEWEST_DASHED = 2
"""Questions answered behind a dash that make an interview where no line begins with a name; one that says "thưa ông" or
stands behind a star is enough."""

LONGEST_CAPTION = 8
"""Tokens of the line under a picture that stands between a question and its answer."""

FEWEST_PLAIN = 3
"""Questions without any mark that make an interview; where the article says that it is one, one of them is enough."""

LONGEST_THANKS = 12
LONGEST_NAME = 4
DASHES = ("- ", "– ", "— ", "-\xa0", "–\xa0")
JOINTS = (" - ", " – ", " — ", " (")
STARS = ("*", "+", "★", "●")
QUOTE_MARKS = "“”\"«»‘’'"


def turns(article: Annotated, passages: Passages, book: Rules) -> dict[int, str]:
    """The speaker of each line of an interview, by line number: a person, INTERVIEWER, or empty for an unknown answerer.

    An interview is known by an answer that begins with a name and a colon right after a question, by questions marked
    as the reporter's or put to "thưa ông", or by several questions that are answered behind a dash. Where nothing names
    who answers it is the one person spoken of before the first question, or the one whom the introduction says to have
    been interviewed, or nobody known. Questions may also stand behind the dashes, or bear no mark at all and address
    somebody who answers in the first person. Lines before the first question are not in the result (but what is said
    there after a verb and a colon, without quotation marks), nor is what follows the thanks.
    """
    lines = [line.line_no for line in article.lines if line.kind in BODY_KINDS and line.text.strip()]
    told = [line.line_no for line in article.lines if line.kind in TEXT_KINDS]
    talk = _Talk(lines, told, passages, book)
    opening = talk.opening()
    if opening is None:
        return {}
    found = talk.assigned(opening)
    speaker = talk.interviewed(opening)
    return dict.fromkeys(talk.spoken_before(opening, speaker), speaker) | found


class _Talk:
    """The lines of an article that may be an interview: which of them ask, which answer."""

    def __init__(self, lines: Sequence[int], told: Sequence[int], passages: Passages, book: Rules) -> None:
        self.lines, self.told, self.passages, self.book = lines, told, passages, book
        self.after = dict(pairwise(lines))
        self.prefixed = {
            no for no in lines if self._labelled_with(no, book.prefix) or _of_a_paper(passages[no])
        }
        self.answers: dict[int, str] = {}
        for no in lines:
            name = _answerer(passages[no]) or ("" if self._labelled_with(no, book.answer_prefix) else None)
            if name is not None and no not in self.prefixed:
                self.answers[no] = name
        only: set[int] | None = None
        if not any(self.answers.values()):
            self.answers |= self._dashed()
        if not self.answers and len(self.prefixed) < FEWEST_PREFIXED and (asked := self._in_turn()):
            only = set(asked)
            self.answers = dict.fromkeys((self.after[no] for no in asked if no in self.after), "")
        self.asking = (
            {no for no in lines if no in self.prefixed or (no not in self.answers and self._asks(no))}
            if only is None
            else only
        )

    def opening(self) -> int | None:
        """The first line of the interview, a question; None where there is no interview."""
        lines, asking = self.lines, self.asking
        captions = {
            no for no in lines if len(self.passages[no].tokens) <= LONGEST_CAPTION and no not in self.answers
        }
        at = next(
            (
                at - 1 - (lines[at - 1] not in asking)
                for at, no in enumerate(lines)
                if no in self.answers
                and at
                and (
                    lines[at - 1] in asking
                    or (at > 1 and lines[at - 1] in captions and lines[at - 2] in asking)
                )
            ),
            None,
        )
        if at is None:
            first = min(self.prefixed, default=0)
            if len(self.prefixed) < FEWEST_PREFIXED and not (first and first < max(self.answers, default=0)):
                return None
            at = lines.index(first)
        while at > 0 and lines[at - 1] in asking:
            at -= 1
        return lines[at]

    def assigned(self, opening: int) -> dict[int, str]:
        """The turn of each line from *opening* to the thanks."""
        found: dict[int, str] = {}
        start = self.lines.index(opening)
        people = list(dict.fromkeys(name for name in self.answers.values() if name))
        only = people[0] if len(people) == 1 else self.interviewed(opening) if not people else ""
        speaker = only
        last_question = max((no for no in self.lines if no in self.asking), default=0)
        going_on, before = self._going_on(), 0
        for no in self.lines[start:]:
            line = self.passages[no].tokens
            if no in self.answers:
                speaker = found[no] = self.answers[no] or only
            elif (
                _begins(line, self.book.interviewer) and len(line) <= LONGEST_THANKS and no not in self.asking
            ):
                found[no] = INTERVIEWER
                if no > last_question:
                    return found
            else:
                asks = self._puts(no) or (no in going_on and found.get(before) == INTERVIEWER)
                found[no] = INTERVIEWER if asks else speaker
            before = no
        return found

    def _going_on(self) -> set[int]:
        """The lines that an answer with a name still follows, and no other question before it: where answers bear names,
        they belong to the question before them."""
        found: set[int] = set()
        if any(self.answers.values()):
            coming = 0
            for no in reversed(self.lines):
                if coming in self.answers:
                    found.add(no)
                coming = no if no in self.answers or no in self.asking else coming
        return found

    def _puts(self, no: int) -> bool:
        """Whether a line is a question of the interviewer, not one that the answer asks itself."""
        if no in self.prefixed:
            return True
        before_answer = self.after.get(no) in self.answers
        return no in self.asking and (before_answer or self._addressing(no))

    def interviewed(self, opening: int) -> str:
        """The one person spoken of before the first question, or the first one named there after "phỏng vấn", "trò chuyện với"."""
        intro = [no for no in self.lines if no < opening]
        people = {one.person for no in intro for one in self.passages[no].speakers if one.person}
        if len(people) == 1:
            return people.pop()
        above = [no for no in self.told if no < opening]
        for no in above:
            name = self._named_in(self.passages[no])
            if name:
                return name
        people = {one.person for no in above for one in self.passages[no].speakers if one.person}
        return people.pop() if len(people) == 1 else ""

    def _named_in(self, passage: Passage) -> str:
        """Whom a line says to have been interviewed: named after "phỏng vấn", or before it as who "có cuộc trò chuyện"."""
        found = next(iter(self.book.interviewing.all(passage.tokens)), None)
        if found is None:
            return ""
        first, last, _ = found
        named = [one for one in passage.speakers if one.person]
        after = next((one.person for one in named if one.first >= last), "")
        before = (one.person for one in reversed(named) if one.last <= first and not passage.oblique(one))
        return after or next(before, "")

    def spoken_before(self, opening: int, speaker: str) -> list[int]:
        """The lines between one that ends an announcement of words without quotation marks ("ông Nam nói: Tôi …") and the
        first question, where who speaks is the one who is interviewed."""
        intro = self.lines[: self.lines.index(opening)]
        for at, no in enumerate(intro):
            passage = self.passages[no]
            for cue in passage.cues:
                told = cue.last < len(passage.tokens) and passage.tokens.gaps[cue.last].strip() == ":"
                one = passage.subject(cue, 0) if told else None
                if one is not None and one.person == speaker != "":
                    return list(intro[at + 1 :])
        return []

    def _asks(self, no: int) -> bool:
        """Whether a line ends with a question mark, or asks in other words and is answered behind a dash."""
        text = self.passages[no].text
        if text.rstrip(' \t\xa0)”"').endswith("?"):
            return True
        answered = no in self.after and self.passages[self.after[no]].text.startswith(DASHES)
        return answered and (
            text.startswith(STARS) or _begins(self.passages[no].tokens, self.book.interviewer)
        )

    def _respectful(self, no: int) -> bool:
        """Whether a question can only be an interviewer's: behind a star, or to somebody who is called "thưa ông"."""
        line = self.passages[no].tokens
        return self.passages[no].text.startswith(STARS) or _holds(line, self.book.respectful)

    def _addressing(self, no: int) -> bool:
        """Whether a line speaks to somebody: "ông", "Bộ trưởng"."""
        return _holds(self.passages[no].tokens, self.book.address)

    def _dashed(self) -> dict[int, str]:
        """The answers that follow questions behind a dash ("- Tôi nghĩ …"), all of one person; none if there are few."""
        found: dict[int, str] = {}
        sure = False
        for earlier, no in pairwise(self.lines):
            dashed = self.passages[no].text.startswith(DASHES)
            if dashed and earlier not in found and self._asks(earlier):
                found[no] = ""
                sure = sure or (
                    self._respectful(earlier) and not self.passages[earlier].text.startswith(DASHES)
                )
        return found if sure or len(found) >= FEWEST_DASHED else {}

    def _in_turn(self) -> list[int]:
        """The questions of an interview in which answers bear no mark: lines behind a dash, or lines that address somebody.

        None where there are few of them, where one follows the other, or where the answers are not in the first person
        and the article does not say that it is an interview.
        """
        asking = [no for no in self.lines if self._asks(no)]
        dashed = [no for no in asking if self.passages[no].text.startswith(DASHES)]
        plain = [no for no in asking if self._addressing(no)]
        for asked, fewest in ((dashed, FEWEST_DASHED), (plain, FEWEST_PLAIN)):
            following = [self.after[no] for no in asked if no in self.after]
            if not asked or not following or set(following) & set(asked):
                continue
            own = sum(
                not self.book.first_person.isdisjoint(self.passages[no].tokens.words) for no in following
            )
            sure = asked is dashed or any(self._respectful(no) for no in asked)
            told = sure and self._announced(asked[0]) and any(map(self._addressing, asked))
            if told or (len(asked) >= fewest and 2 * own >= len(asked)):
                return asked
        return []

    def _announced(self, opening: int) -> bool:
        """Whether the lines before the first question say that somebody was interviewed."""
        above = (no for no in self.told if no < opening)
        return any(_holds(self.passages[no].tokens, self.book.interviewing) for no in above)

    def _labelled_with(self, no: int, labels: Phrases) -> bool:
        """Whether a line begins with one of these words, perhaps a name, and a colon: "PV:", "Nhà báo Lê An:", "Trả lời:"."""
        line = self.passages[no].tokens
        found = labels.match(line, 0) if len(line) else None
        if found is None:
            return False
        k = found[0]
        while k < len(line) and k - found[0] < LONGEST_NAME and line.caps[k] and line.tight[k]:
            k += 1
        return line.gaps[k].lstrip().startswith(":")


def _of_a_paper(passage: Passage) -> bool:
    """Whether a line begins with a name, a dash, an outlet in capitals and a colon: "Lê An – VOV: …"."""
    line = passage.tokens
    k = next((k for k in range(1, min(len(line), LONGEST_NAME + 1)) if not line.tight[k]), 0)
    if not k or k + 1 > len(line) or line.gaps[k] not in JOINTS or not all(line.caps[: k + 1]):
        return False
    outlet = line.raw[k]
    return len(outlet) > 1 and outlet.isupper() and line.gaps[k + 1].startswith(":")


def _answerer(passage: Passage) -> str | None:
    """The person whose name and a colon a line begins with, where no quotation mark follows."""
    line = passage.tokens
    if not passage.speakers or passage.speakers[0].first != 0:
        return None
    one = passage.speakers[0]
    gap = line.gaps[one.last].lstrip(") ")
    return (
        one.person
        if one.person and gap.startswith(":") and not any(mark in gap for mark in QUOTE_MARKS)
        else None
    )


def _holds(line: Tokens, phrases: Phrases) -> bool:
    return any(True for _ in phrases.all(line))


def _begins(line: Tokens, phrases: Phrases) -> bool:
    return bool(len(line)) and phrases.match(line, 0) is not None
