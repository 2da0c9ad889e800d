"""Whose words each sentence is, said outright or not.

Half of what a news report passes on stands in no quotation marks and names nobody: "Đối ngoại góp phần …" is the
minister's claim because the sentence before it was. So the last speaker is carried along, over lists and "Theo đó",
until the writer is heard again. Every sentence says how it was decided and how far to trust it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from caytre.analysis.people.phrases import Phrases
from caytre.analysis.people.registry import Registry
from caytre.analysis.voices import trust
from caytre.analysis.voices.clauses import SPEECH, THERE, said, unmarked
from caytre.analysis.voices.interviews import turns
from caytre.analysis.voices.narration import credit, of_somebody, of_the_speaker
from caytre.analysis.voices.passages import Passages, outermost, quoted_parts
from caytre.analysis.voices.rules import Rules, rules
from caytre.analysis.voices.speech import Passage, Speaker
from caytre.analysis.voices.speechmakers import speechmakers
from caytre.tables import BODY_KINDS, TOGETHER, Annotated, Mention, Quote, Sentence, Voice

__all__ = ["attribute"]

SPACES = " \t\xa0"
LABEL = re.compile(r"^\)?\s?:\s")
THIS = frozenset({"này", "ấy"})
MOSTLY = 0.6
"""Share of a sentence that a quotation must fill for the sentence to be direct speech."""


class _Thread(NamedTuple):
    """The speaker whose words go on: since which line, and whether over paragraphs without a word that links them."""

    person: str
    line_no: int
    reported: bool


class _Place(NamedTuple):
    """A sentence in its line: from token `first` to before token `last`."""

    line_no: int
    start: int
    end: int
    passage: Passage
    first: int
    last: int


class _Call(NamedTuple):
    """What a sentence was decided to be."""

    voice: str
    mode: str
    how: str
    confidence: float


NARRATION = _Call("", "narration", "default", trust.SILENCE)


def attribute(
    article: Annotated,
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    registry: Registry,
    *,
    corpus: Path | None = None,
) -> list[Voice]:
    """One row for each sentence of the article, in order.

    `voice` is a person's name, empty for the writer and for speakers without a name, "(interviewer)" for a question.
    `mode` is narration, direct, indirect (a reporting verb or "Theo …"), free_indirect (carried, no sign of its own),
    nrsa (a speech act is named, its words are not) or interview. `how` says what decided: quotation, cue, according,
    anaphor, carried, turn, opener (words that only the writer begins with), subject, kind (a caption, a title) or
    default. `confidence` is fixed for each rule: the share it got right where it was counted (see `trust`), no
    probability of the single case.
    """
    del registry
    book = rules(corpus=corpus)
    spans = [(row.line_no, row.start, row.end_line, row.end) for row in quotes]
    top = [at for at, outer in enumerate(outermost(spans)) if outer == at]
    passages = Passages(article, mentions, quoted_parts(article.lines, [spans[at] for at in top]), book)
    reader = _Reader(passages, [quotes[at] for at in top], book, turns(article, passages, book), mentions)
    return [reader.voice(sentence) for sentence in article.sentences]


class _Reader:
    """The sentences of one article from first to last, with the speaker whose words may go on."""

    def __init__(
        self,
        passages: Passages,
        quotes: Sequence[Quote],
        book: Rules,
        interview: dict[int, str],
        mentions: Sequence[Mention],
    ) -> None:
        self.passages, self.book, self.interview = passages, book, interview
        self.quotes: dict[int, list[Quote]] = {}
        for row in quotes:
            if row.kind == "direct":
                for line_no in range(row.line_no, row.end_line + 1):
                    self.quotes.setdefault(line_no, []).append(row)
        self.ends = {
            line_no: [row.end if row.end_line == line_no else len(passages[line_no].text) for row in rows]
            for line_no, rows in self.quotes.items()
        }
        self.thread: _Thread | None = None
        self.topic = (0, "")
        """The line of the last sentence and whom it was about."""
        self.spoken_in = 0
        """The line in which the last sentence of the thread stood."""
        self.speechmakers = speechmakers(mentions, book)
        self.dictated: dict[int, str] = {}
        """Lines of speech that the line before them announces with a colon, by number, with the speaker."""
        self.open_line = 0
        """The line in which somebody speaks after a colon and without quotation marks: the rest of it is speech."""

    def voice(self, sentence: Sentence) -> Voice:
        """The row of the next sentence."""
        call = self._call(sentence)
        self._remember(sentence)
        if call.voice and self.thread is not None and call.voice == self.thread.person:
            self.spoken_in = sentence.line_no
        return Voice(
            sentence.article_id, sentence.line_no, sentence.sent_no, sentence.start, sentence.end, *call
        )

    def _call(self, sentence: Sentence) -> _Call:
        if sentence.kind not in BODY_KINDS:
            return _Call("", "narration", "kind", trust.CERTAIN)
        if sentence.line_no in self.interview:
            speaker = self.interview[sentence.line_no]
            return _Call(speaker, "interview", "turn", trust.TURN if speaker else trust.FAINTEST)
        passage = self.passages[sentence.line_no]
        first, last = passage.tokens.at(sentence.start), passage.tokens.at(sentence.end)
        place = _Place(sentence.line_no, sentence.start, sentence.end, passage, first, last)
        for decide in (
            self._direct,
            self._dictated,
            self._labelled,
            self._named_source,
            self._cued,
            self._according,
            self._anaphoric,
            self._narrated,
        ):
            call = decide(place)
            if call is not None:
                return call
        return self._carried(place)

    def _direct(self, place: _Place) -> _Call | None:
        """Direct speech: the quotation opens the sentence, follows a colon, holds the sentence or most of it."""
        passage = place.passage
        ends, rows = self.ends.get(place.line_no, []), self.quotes.get(place.line_no, [])
        for row in (rows[at] for at in range(bisect_right(ends, place.start), len(rows))):
            start = row.start if row.line_no == place.line_no else 0
            end = row.end if row.end_line == place.line_no else len(passage.text)
            overlap = min(end, place.end) - max(start, place.start)
            if overlap <= 0:
                break
            lead = passage.text[place.start : max(start, place.start)].strip("“”\"«»‘’' -–•\xa0")
            if lead and not lead.endswith(":") and overlap < MOSTLY * (place.end - place.start):
                continue
            if row.speaker and ";" not in row.speaker:
                self.thread = _Thread(row.speaker, place.line_no, False)
            elif row.office:
                self.thread = None
            return _Call(
                row.speaker,
                "direct",
                "quotation",
                trust.QUOTED if row.how not in ("", "carried") else trust.RESUMED,
            )
        return None

    def _dictated(self, place: _Place) -> _Call | None:
        """What stands behind a line that ends with who speaks and a colon, unless somebody else begins to speak."""
        speaker = self.dictated.get(place.line_no, "")
        one = next(iter(place.passage.between(place.first, place.last)), None)
        if not speaker or (one is not None and one.first == place.first and one.person):
            return None
        if _begins(place.passage, place.first, self.book.narration):
            del self.dictated[place.line_no]
            return None
        self.thread = _Thread(speaker, place.line_no, False)
        return _Call(speaker, "free_indirect", "carried", trust.SAME_PARAGRAPH)

    def _announce(self, place: _Place, speaker: str) -> None:
        """Note the line behind one that ends with a colon, and the list that goes on with it, as the speaker's."""
        if not place.passage.text.rstrip(SPACES).endswith(":") or place.last < len(place.passage.tokens):
            return
        self.dictated |= dict.fromkeys(self.passages.behind(place.line_no), speaker)

    def _labelled(self, place: _Place) -> _Call | None:
        """Words behind a name and a colon without quotation marks: "HLV Park (Việt Nam): Chúng tôi chơi tốt"."""
        passage, first, last = place.passage, place.first, place.last
        one = next(iter(passage.between(first, last)), None)
        if one is None or one.first != first or not one.person:
            return None
        stop = one.last
        while stop < last and passage.in_brackets(stop):
            stop += 1
        if stop >= last or not LABEL.search(passage.tokens.gaps[stop]):
            return None
        self.thread = _Thread(one.person, place.line_no, False)
        return _Call(one.person, "indirect", "cue", trust.CUED)

    def _named_source(self, place: _Place) -> _Call | None:
        """A sentence that begins with "Theo" and a person, or several: whoever speaks in it is quoted by them."""
        found = place.passage.according(place.first, place.last)
        named = found is not None and found[0].person
        return (
            self._according(place)
            if named or place.passage.follows_several(place.first, place.last)
            else None
        )

    def _cued(self, place: _Place) -> _Call | None:
        """A reporting verb with its subject in the main clause."""
        passage, first, last = place.passage, place.first, place.last
        told = said(passage, self.book, first, last)
        if told is None:
            return self._floor(place) or self._elliptic(place) or self._stranger(passage, first, last)
        one = told.speaker
        if not one.person:
            one = one._replace(person=self._same_one(one, place))
        reported = one.person in self.speechmakers and not told.ends and told.act != SPEECH
        alone = one.person and TOGETHER not in one.person and told.act != THERE
        self.thread = _Thread(one.person, place.line_no, reported) if alone else None
        if alone:
            self._announce(place, one.person)
        if told.tells:
            self.open_line = place.line_no if one.person and unmarked(passage, first, last) else 0
            return _Call(one.person, "indirect", "cue", trust.CUED if one.person else trust.UNNAMED)
        return _Call(one.person, "nrsa", "cue", trust.NAMED_ONLY if one.person else trust.UNNAMED)

    def _floor(self, place: _Place) -> _Call | None:
        """Who takes the floor with a verb that reports no words: "Phát biểu khai mạc, Thủ tướng chúc các đại biểu …"."""
        passage, first = place.passage, place.first
        one = next(iter(passage.between(first, place.last)), None)
        opening = passage.cues_between(first, first + 1)
        if one is None or not one.person or not opening or not passage.tokens.gaps[one.first].startswith(","):
            return None
        self.thread = _Thread(one.person, place.line_no, one.person in self.speechmakers)
        return _Call(one.person, "nrsa", "cue", trust.NAMED_ONLY)

    def _elliptic(self, place: _Place) -> _Call | None:
        """Who the sentence before was about, where a connective and a verb follow: "Đồng thời khẳng định …"."""
        passage, k = place.passage, place.first
        joint = self.book.continuation.match(passage.tokens, k) if k < len(passage.tokens) else None
        cue = next(iter(passage.cues_between(joint[0], joint[0] + 1)), None) if joint else None
        if self.thread is not None or cue is None or cue.content == "none" or self.topic[0] != place.line_no:
            return None
        self.thread = _Thread(self.topic[1], place.line_no, False)
        return _Call(self.topic[1], "indirect", "cue", trust.CUED)

    def _remember(self, sentence: Sentence) -> None:
        """Keep whom the sentence is about, for one behind it that leaves its subject out."""
        self.topic = (0, "")
        if sentence.kind in BODY_KINDS:
            passage = self.passages[sentence.line_no]
            first, last = passage.tokens.at(sentence.start), passage.tokens.at(sentence.end)
            named = (one for one in passage.between(first, last) if not passage.oblique(one))
            one = next(named, None)
            if one is not None and one.person:
                self.topic = (sentence.line_no, one.person)

    def _same_one(self, one: Speaker, place: _Place) -> str:
        """The last speaker of the paragraph where a description means him or her ("chiến lược gia người Pháp cho rằng")."""
        if self.thread is None or self.thread.line_no != place.line_no:
            return ""
        new = self.book.newcomers.match(place.passage.tokens, one.first)
        meant = self.book.definite.match(place.passage.tokens, one.first)
        return self.thread.person if meant and not new else ""

    def _stranger(self, passage: Passage, first: int, last: int) -> _Call | None:
        """A pronoun before a reporting verb that means nobody known ("Bà mong muốn …"): the last speaker stops there."""
        found = (
            self.book.grammar.pronouns.match(passage.tokens, first) if first < len(passage.tokens) else None
        )
        if found is None or passage.between(first, found[0]):
            return None
        k = found[0]
        while k < last and passage.word(k) in self.book.cues.adverbs:
            k += 1
        if not any(cue.first == k for cue in passage.cues_between(k, last)):
            return None
        self.thread = None
        return _Call("", "indirect", "cue", trust.UNNAMED)

    def _according(self, place: _Place) -> _Call | None:
        """A sentence that begins with "Theo" and a person, or somebody unnamed."""
        found = place.passage.according(place.first, place.last)
        if found is None:
            return None
        person = found[0].person or self._same_one(found[0], place)
        self.thread = _Thread(person, place.line_no, person in self.speechmakers) if person else None
        return _Call(person, "indirect", "according", trust.ACCORDING_TO if person else trust.UNNAMED)

    def _anaphoric(self, place: _Place) -> _Call | None:
        """ "Theo đó" and the like: the words are those of the speaker just named."""
        if self.thread is None or not _begins(place.passage, place.first, self.book.anaphoric):
            return None
        person = self.thread.person
        self.thread = _Thread(person, place.line_no, person in self.speechmakers)
        return _Call(person, "indirect", "anaphor", trust.ANAPHORIC)

    def _narrated(self, place: _Place) -> _Call | None:
        """The writer's own words: how they begin, or somebody who does something other than speak."""
        passage, first, last = place.passage, place.first, place.last
        going_on = self.thread.person if self.thread is not None else ""
        if _begins(passage, first, self.book.continuation):
            about = of_the_speaker(passage, first, last, going_on)
            return _Call("", "narration", "subject", trust.SUBJECT) if about else None
        opens = self._opens(place)
        if opens or credit(passage, self.book, first):
            self.thread = None
            return _Call("", "narration", "opener", trust.OPENER)
        meant = self.book.definite.match(passage.tokens, first) if first < len(passage.tokens) else None
        if meant and passage.word(meant[0]) in THIS:
            return _Call("", "narration", "subject", trust.SUBJECT)  # "Cô gái này đã về nước"
        if of_somebody(passage, self.book, first):
            return _Call("", "narration", "subject", trust.SUBJECT)
        if self.spoken_in == place.line_no and _begins(passage, first, self.book.pointing):
            return None
        for one in passage.between(first, last):
            if not one.person or passage.listed_with_body(one):
                continue
            if one.person == going_on and any(passage.tokens.caps[one.first : one.last]):
                return _Call("", "narration", "subject", trust.SUBJECT)  # nobody calls himself by name
            if one.person != going_on and not (passage.oblique(one) or passage.embedded(one)):
                self.thread = None
                return _Call("", "narration", "subject", trust.SUBJECT)
        return None

    def _opens(self, place: _Place) -> bool:
        """Whether a sentence begins with what only the writer begins with, or at the head of a paragraph with another source."""
        passage, first = place.passage, place.first
        if place.line_no == self.open_line or self._spoken(place):
            return False
        if _begins(passage, first, self.book.narration) or _begins(passage, first, self.book.pairs):
            return True
        another = self.thread is not None and self.thread.line_no != place.line_no
        return another and passage.follows_document(first, place.last)

    def _spoken(self, place: _Place) -> bool:
        """Whether a sentence after a speech is a part of it by "tôi", or opens with what may stand in a speech as well."""
        thread, passage, first = self.thread, place.passage, place.first
        here = self.spoken_in == place.line_no
        if thread is None or not (here or thread.reported):
            return False
        if passage.of_oneself(first, place.last):
            return True
        weak = self.book.weak_narration.match(passage.tokens, first)
        return (
            weak is not None
            and here
            and thread.reported
            and not _begins(passage, weak[0], self.book.narration)
        )

    def _carried(self, place: _Place) -> _Call:
        """The last speaker's words going on, or the writer's where nobody spoke."""
        if self.thread is None:
            return NARRATION
        linked = _begins(place.passage, place.first, self.book.continuation)
        if place.line_no == self.thread.line_no:
            return _Call(self.thread.person, "free_indirect", "carried", trust.SAME_PARAGRAPH)
        linked = linked and not _begins(place.passage, place.first, self.book.weak_continuation)
        if not (linked or self.thread.reported):
            self.thread = None
            return NARRATION
        distance = place.line_no - self.thread.line_no
        return _Call(
            self.thread.person,
            "free_indirect",
            "carried",
            round(max(trust.FAINTEST, trust.NEXT_PARAGRAPH - trust.FADING * distance), 2),
        )


def _begins(passage: Passage, k: int, phrases: Phrases) -> bool:
    found = phrases.match(passage.tokens, k) if k < len(passage.tokens) else None
    return found is not None and found[1] != ""
