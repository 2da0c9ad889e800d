"""Whose words each sentence is, said outright or not.

Half of what a news report passes on stands in no quotation marks and names nobody: "Đối ngoại góp phần …" is the
minister's claim because the sentence before it was. So the last speaker is carried along, over lists and "Theo đó",
until the writer is heard again. Every sentence says how it was decided and how far to trust it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from caytre.analysis.people.cues import Cue
from caytre.analysis.people.phrases import Phrases, tokens
from caytre.analysis.people.registry import Registry
from caytre.analysis.voices.interviews import turns
from caytre.analysis.voices.speech import Passage, Passages, Rules, Speaker, outermost, quoted_parts, rules
from caytre.tables import BODY_KINDS, Annotated, Mention, Quote, Sentence, Voice

__all__ = ["attribute"]

ACCORDING = "theo"
FEWEST_TOLD = 4
"""Tokens after a reporting verb below which it tells nothing ("đến dự và chỉ đạo Hội nghị")."""

MOSTLY = 0.6
"""Share of a sentence that a quotation must fill for the sentence to be direct speech."""

SPEECHMAKERS = frozenset({"unique", "party", "government", "rank"})
"""Classes of office whose holders' speeches are reported over paragraphs."""

CERTAIN, CUED, ACCORDING_TO, ANAPHORIC, SAME_PARAGRAPH, NEXT_PARAGRAPH = 1.0, 0.95, 0.95, 0.85, 0.8, 0.65
WRITER = 0.9
WRITER_BY_DEFAULT = 0.7
FADING, FAINTEST = 0.03, 0.5
"""What each further paragraph takes from the confidence in a carried speaker, and where that ends."""


class _Thread(NamedTuple):
    """The speaker whose words go on: since which line, and whether over paragraphs without a word that links them."""

    person: str
    line_no: int
    reported: bool


class _Call(NamedTuple):
    """What a sentence was decided to be."""

    voice: str
    mode: str
    how: str
    confidence: float


NARRATION = _Call("", "narration", "default", WRITER_BY_DEFAULT)


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
    default. `confidence` is a judgement from 0 to 1 fixed for each rule, not a probability.
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
        self.speechmakers = {
            row.person for row in mentions if row.person and self._makes_speeches(row.office)
        }

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
            return _Call(speaker, "interview", "turn", CUED if speaker else FAINTEST)
        passage = self.passages[sentence.line_no]
        first, last = passage.tokens.at(sentence.start), passage.tokens.at(sentence.end - 1) + 1
        for decide in (self._direct, self._cued, self._according, self._anaphoric, self._narrated):
            call = decide(sentence, passage, first, last)
            if call is not None:
                return call
        return self._carried(sentence, passage, first)

    def _direct(self, sentence: Sentence, passage: Passage, first: int, last: int) -> _Call | None:
        """Direct speech: the quotation opens the sentence, follows a colon, holds the sentence or most of it."""
        ends = self.ends.get(sentence.line_no, [])
        for row in self.quotes.get(sentence.line_no, [])[bisect_right(ends, sentence.start) :]:
            start = row.start if row.line_no == sentence.line_no else 0
            end = row.end if row.end_line == sentence.line_no else len(passage.text)
            overlap = min(end, sentence.end) - max(start, sentence.start)
            if overlap <= 0:
                break
            lead = passage.text[sentence.start : max(start, sentence.start)].strip("“”\"«»‘’' -–•\xa0")
            if lead and not lead.endswith(":") and overlap < MOSTLY * (sentence.end - sentence.start):
                continue
            if row.speaker and ";" not in row.speaker:
                self.thread = _Thread(row.speaker, sentence.line_no, False)
            elif row.office:
                self.thread = None
            return _Call(
                row.speaker,
                "direct",
                "quotation",
                CERTAIN if row.how not in ("", "carried") else SAME_PARAGRAPH,
            )
        return None

    def _cued(self, sentence: Sentence, passage: Passage, first: int, last: int) -> _Call | None:
        """A reporting verb with its subject in the main clause."""
        best: tuple[Speaker, bool] | None = None
        for cue in passage.cues_between(first, last):
            one = passage.subject(cue, first)
            if one is None or passage.embedded(one) or not (one in passage.speakers or _marked(passage, cue)):
                continue
            tells = self._tells(passage, cue, last)
            if best is None or (tells and best[0] == one):
                best = (one, tells)
        if best is None:
            return None
        one, tells = best
        self.thread = (
            _Thread(one.person, sentence.line_no, one.person in self.speechmakers) if one.person else None
        )
        if tells:
            return _Call(one.person, "indirect", "cue", CUED if one.person else WRITER_BY_DEFAULT)
        return _Call(one.person, "nrsa", "cue", SAME_PARAGRAPH)

    def _tells(self, passage: Passage, cue: Cue, last: int) -> bool:
        """Whether the words that were said follow a verb, not only what they were about."""
        line, k = passage.tokens, cue.last
        if cue.content == "none" or last - k < FEWEST_TOLD:
            return False
        if _marked(passage, cue):
            return True
        return not (line.words[k].isdigit() or self.book.cues.topics.match(line, k))

    def _according(self, sentence: Sentence, passage: Passage, first: int, last: int) -> _Call | None:
        """A sentence that begins with "Theo" and a person, or somebody unnamed."""
        k = first + (passage.word(first) in ("cũng", "còn", "vẫn"))
        if passage.word(k) != ACCORDING:
            return None
        named = [one for one in passage.between(k, last) if one.first - k <= 3]
        if named:
            person = named[0].person
            self.thread = _Thread(person, sentence.line_no, person in self.speechmakers) if person else None
            return _Call(person, "indirect", "according", ACCORDING_TO)
        return None

    def _anaphoric(self, sentence: Sentence, passage: Passage, first: int, last: int) -> _Call | None:
        """ "Theo đó" and the like: the words are those of the speaker just named."""
        if self.thread is None or not _begins(passage, first, self.book.anaphoric):
            return None
        self.thread = self.thread._replace(line_no=sentence.line_no)
        return _Call(self.thread.person, "indirect", "anaphor", ANAPHORIC)

    def _narrated(self, sentence: Sentence, passage: Passage, first: int, last: int) -> _Call | None:
        """The writer's own words: how they begin, or somebody who does something other than speak."""
        if _begins(passage, first, self.book.continuation):
            return None
        if _begins(passage, first, self.book.narration):
            self.thread = None
            return _Call("", "narration", "opener", WRITER)
        going_on = self.thread.person if self.thread is not None else ""
        for one in passage.between(first, last):
            if not one.person or passage.oblique(one) or passage.embedded(one):
                continue
            if one.person != going_on:
                self.thread = None
                return _Call("", "narration", "subject", WRITER_BY_DEFAULT)
            if one.first - first <= 1:
                return _Call("", "narration", "subject", WRITER_BY_DEFAULT)
        return None

    def _carried(self, sentence: Sentence, passage: Passage, first: int) -> _Call:
        """The last speaker's words going on, or the writer's where nobody spoke."""
        if self.thread is None:
            return NARRATION
        linked = _begins(passage, first, self.book.continuation)
        if sentence.line_no == self.thread.line_no:
            return _Call(self.thread.person, "free_indirect", "carried", SAME_PARAGRAPH)
        if not (linked or self.thread.reported):
            self.thread = None
            return NARRATION
        distance = sentence.line_no - self.thread.line_no
        return _Call(
            self.thread.person,
            "free_indirect",
            "carried",
            round(max(FAINTEST, NEXT_PARAGRAPH - FADING * distance), 2),
        )

    def _makes_speeches(self, office: str) -> bool:
        grammar = self.book.grammar
        found = grammar.office(tokens(office), 0) if office else None
        return found is not None and any(part.group in SPEECHMAKERS for part in found.parts)


def _marked(passage: Passage, cue: Cue) -> bool:
    """Whether a comma, a colon, "rằng" or the verb itself says that what follows are the words."""
    line, k = passage.tokens, cue.last
    if cue.content == "clause" or line.gaps[k].strip()[:1] in tuple(",:"):
        return True
    return k < len(line) and line.words[k] in ("rằng", "là")


def _begins(passage: Passage, k: int, phrases: Phrases) -> bool:
    return k < len(passage.tokens) and phrases.match(passage.tokens, k) is not None
