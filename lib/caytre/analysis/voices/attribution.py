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

from caytre.analysis.people.cues import Cue
from caytre.analysis.people.phrases import Phrases
from caytre.analysis.people.registry import Registry
from caytre.analysis.voices.interviews import turns
from caytre.analysis.voices.rules import Rules, rules
from caytre.analysis.voices.speech import Passage, Passages, Speaker, outermost, quoted_parts
from caytre.analysis.voices.speechmakers import speechmakers
from caytre.tables import BODY_KINDS, Annotated, Mention, Quote, Sentence, Voice

__all__ = ["attribute"]

LABEL = re.compile(r"^\)?\s?:\s")
FARTHEST_MARK = 40
"""Tokens after a reporting verb within which a mark says that words follow ("phát biểu tại hội nghị, … cho rằng")."""

FEWEST_TOLD = 3
"""Tokens after a reporting verb below which it tells nothing ("đến dự và chỉ đạo Hội nghị")."""

THIS = frozenset({"này", "ấy"})
MOSTLY = 0.6
"""Share of a sentence that a quotation must fill for the sentence to be direct speech."""

CERTAIN = 1.0
"""For what the kind of a line decides: a caption is nobody's words."""

QUOTED, CUED, NAMED_ONLY, ACCORDING_TO, TURN = 0.96, 0.98, 0.95, 0.96, 0.99
ANAPHORIC, SAME_PARAGRAPH, NEXT_PARAGRAPH, RESUMED = 0.67, 0.96, 0.65, 0.89
OPENER, SUBJECT, SILENCE, UNNAMED = 0.99, 0.98, 0.98, 0.79
"""How far each rule is to be trusted: the share of sentences whose speaker it got right, as (right + 1) / (all + 2).

Counted on 176 sentences of the five annotated articles and 812 of press reports of all kinds (politics, diplomacy,
courts, police, sport, economy, schools, stage) that were annotated before the program saw them: quotation 187 of 194,
reporting verb with a person 234 of 239, an act of speech alone 37 of 38, "theo" with a person 24 of 24, turns 96 of 96,
"theo đó" 3 of 4, carried inside the paragraph 52 of 53, carried quotations 7 of 7, what only the writer begins with 79 of
79, somebody who does something else 82 of 83, no sign of anybody 84 of 85, speakers without a name 30 of 36. A speaker
carried over the end of a paragraph was right in 41 of 41 sentences of reported speeches and in 3 of 9 elsewhere: that
value is a judgement between the two. The rules were mended after a first look at most of these pages: on the last 53
sentences of them, which no rule had seen, 51 speakers were right.
"""

FADING, FAINTEST = 0.03, 0.5
"""What each further paragraph takes from the confidence in a carried speaker, and where that ends."""


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


NARRATION = _Call("", "narration", "default", SILENCE)


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
    default. `confidence` is fixed for each rule: the share it got right where it was counted (see `QUOTED`), no
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
        self.speechmakers = speechmakers(mentions, book)
        self.open_line = 0
        """The line in which somebody speaks after a colon and without quotation marks: the rest of it is speech."""

    def voice(self, sentence: Sentence) -> Voice:
        """The row of the next sentence."""
        call = self._call(sentence)
        return Voice(
            sentence.article_id, sentence.line_no, sentence.sent_no, sentence.start, sentence.end, *call
        )

    def _call(self, sentence: Sentence) -> _Call:
        if sentence.kind not in BODY_KINDS:
            return _Call("", "narration", "kind", CERTAIN)
        if sentence.line_no in self.interview:
            speaker = self.interview[sentence.line_no]
            return _Call(speaker, "interview", "turn", TURN if speaker else FAINTEST)
        passage = self.passages[sentence.line_no]
        first, last = passage.tokens.at(sentence.start), passage.tokens.at(sentence.end)
        place = _Place(sentence.line_no, sentence.start, sentence.end, passage, first, last)
        for decide in (
            self._direct,
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
                QUOTED if row.how not in ("", "carried") else RESUMED,
            )
        return None

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
        return _Call(one.person, "indirect", "cue", CUED)

    def _named_source(self, place: _Place) -> _Call | None:
        """A sentence that begins with "Theo" and a person: whoever speaks in it is quoted by that person."""
        found = place.passage.according(place.first, place.last)
        return self._according(place) if found and found[0].person else None

    def _cued(self, place: _Place) -> _Call | None:
        """A reporting verb with its subject in the main clause."""
        passage, first, last = place.passage, place.first, place.last
        best: tuple[Speaker, bool] | None = None
        relayed = False
        for cue in passage.cues_between(first, last):
            one = passage.subject(cue, first)
            if one is None or passage.embedded(one):
                continue
            if not (passage.mentioned(one) or _marked(passage, cue) or one.first == first):
                continue
            tells = self._tells(passage, cue, last) or _ends_with(passage, one, cue, first, last)
            last_word = one.person and _ends_with(passage, one, cue, first, last)
            if best is None or relayed or last_word or (tells and best[0] == one):
                best = (one, tells)
            relayed = not one.person and cue.verb in self.book.relaying
        if best is None:
            return self._stranger(passage, first, last)
        one, tells = best
        if not one.person:
            one = one._replace(person=self._same_one(one, place))
        self.thread = (
            _Thread(one.person, place.line_no, one.person in self.speechmakers) if one.person else None
        )
        if tells:
            self.open_line = place.line_no if one.person and self._unmarked(passage, first, last) else 0
            return _Call(one.person, "indirect", "cue", CUED if one.person else UNNAMED)
        return _Call(one.person, "nrsa", "cue", NAMED_ONLY if one.person else UNNAMED)

    def _unmarked(self, passage: Passage, first: int, last: int) -> bool:
        """Whether a verb and a colon announce words without quotation marks: "Chủ tịch nêu rõ: Đây là kỳ họp …"."""
        gaps = passage.tokens.gaps
        return any(gaps[cue.last].strip() == ":" for cue in passage.cues_between(first, last))

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
        return _Call("", "indirect", "cue", UNNAMED)

    def _tells(self, passage: Passage, cue: Cue, last: int) -> bool:
        """Whether the words that were said follow a verb, not only what they were about."""
        line, k = passage.tokens, cue.last
        if cue.content == "none" or last - k < FEWEST_TOLD:
            return False
        if _marked(passage, cue):
            return True
        where = line.words[k] in self.book.adverbial and not _marked_later(passage, k, last)
        return not (where or line.words[k].isdigit() or self.book.cues.topics.match(line, k))

    def _according(self, place: _Place) -> _Call | None:
        """A sentence that begins with "Theo" and a person, or somebody unnamed."""
        found = place.passage.according(place.first, place.last)
        if found is None:
            return None
        person = found[0].person
        self.thread = _Thread(person, place.line_no, person in self.speechmakers) if person else None
        return _Call(person, "indirect", "according", ACCORDING_TO if person else UNNAMED)

    def _anaphoric(self, place: _Place) -> _Call | None:
        """ "Theo đó" and the like: the words are those of the speaker just named."""
        if self.thread is None or not _begins(place.passage, place.first, self.book.anaphoric):
            return None
        self.thread = self.thread._replace(line_no=place.line_no)
        return _Call(self.thread.person, "indirect", "anaphor", ANAPHORIC)

    def _narrated(self, place: _Place) -> _Call | None:
        """The writer's own words: how they begin, or somebody who does something other than speak."""
        passage, first, last = place.passage, place.first, place.last
        going_on = self.thread.person if self.thread is not None else ""
        if _begins(passage, first, self.book.continuation):
            return self._of_the_speaker(place, going_on)
        opens = _begins(passage, first, self.book.narration) and place.line_no != self.open_line
        if opens or self._credit(passage, first):
            self.thread = None
            return _Call("", "narration", "opener", OPENER)
        meant = self.book.definite.match(passage.tokens, first) if first < len(passage.tokens) else None
        if meant and passage.word(meant[0]) in THIS:
            return _Call("", "narration", "subject", SUBJECT)  # "Cô gái này đã về nước"
        if self._of_somebody(passage, first):
            return _Call("", "narration", "subject", SUBJECT)
        for one in passage.between(first, last):
            if not one.person:
                continue
            if one.person == going_on and any(passage.tokens.caps[one.first : one.last]):
                return _Call("", "narration", "subject", SUBJECT)  # nobody calls himself by name
            if one.person != going_on and not (passage.oblique(one) or passage.embedded(one)):
                self.thread = None
                return _Call("", "narration", "subject", SUBJECT)
        return None

    def _of_somebody(self, passage: Passage, first: int) -> bool:
        """Whether a sentence begins with "Ông" or "Bà" and what that person does or is: nobody calls himself so."""
        line, grammar = passage.tokens, self.book.grammar
        found = grammar.pronouns.match(line, first) if first < len(line) else None
        if found is None or found[1] not in ("m", "f") or found[0] >= len(line):
            return False
        country = line.words[first] in grammar.names.countries
        return not country and line.tight[found[0]] and line.words[found[0]] in grammar.stops

    def _of_the_speaker(self, place: _Place, speaker: str) -> _Call | None:
        """A sentence that goes on and is about the speaker by name: nobody calls himself so."""
        passage = place.passage
        for one in passage.between(place.first, place.last):
            if one.person == speaker != "" and any(passage.tokens.caps[one.first : one.last]):
                return None if passage.oblique(one) else _Call("", "narration", "subject", SUBJECT)
        return None

    def _credit(self, passage: Passage, first: int) -> bool:
        """Whether a sentence says who took a picture ("Ảnh: Nguyễn Khánh")."""
        line = passage.tokens
        for last in range(first + 1, min(first + 3, len(line)) + 1):
            if line.gaps[last].startswith(":"):
                return " ".join(line.words[first:last]) in self.book.grammar.names.credits
        return False

    def _carried(self, place: _Place) -> _Call:
        """The last speaker's words going on, or the writer's where nobody spoke."""
        if self.thread is None:
            return NARRATION
        linked = _begins(place.passage, place.first, self.book.continuation)
        if place.line_no == self.thread.line_no:
            return _Call(self.thread.person, "free_indirect", "carried", SAME_PARAGRAPH)
        linked = linked and not _begins(place.passage, place.first, self.book.weak_continuation)
        if not (linked or self.thread.reported):
            self.thread = None
            return NARRATION
        distance = place.line_no - self.thread.line_no
        return _Call(
            self.thread.person,
            "free_indirect",
            "carried",
            round(max(FAINTEST, NEXT_PARAGRAPH - FADING * distance), 2),
        )


def _ends_with(passage: Passage, one: Speaker, cue: Cue, first: int, last: int) -> bool:
    """Whether a sentence ends with who says it: "Nhiều nơi chưa giải ngân, ông Dũng thừa nhận"."""
    before = "," in passage.tokens.gaps[one.first] and one.first - first >= FEWEST_TOLD
    return before and last <= cue.last and cue.content != "none"


def _marked(passage: Passage, cue: Cue) -> bool:
    """Whether a comma, a colon, "rằng" or the verb itself says that what follows are the words."""
    line, k = passage.tokens, cue.last
    if cue.content == "clause" or line.gaps[k].strip()[:1] in tuple(",:"):
        return True
    return k < len(line) and line.words[k] in ("rằng", "là")


def _marked_later(passage: Passage, first: int, last: int) -> bool:
    """Whether a comma, a colon or "rằng" stands between two tokens: there the words may begin."""
    line, last = passage.tokens, min(last, first + FARTHEST_MARK)
    return "rằng" in line.words[first:last] or any(
        gap.strip()[:1] in (",", ":") for gap in line.gaps[first + 1 : last] if gap != " "
    )


def _begins(passage: Passage, k: int, phrases: Phrases) -> bool:
    found = phrases.match(passage.tokens, k) if k < len(passage.tokens) else None
    return found is not None and found[1] != ""
