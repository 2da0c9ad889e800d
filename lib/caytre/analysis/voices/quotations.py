"""Quotations: what stands in quotation marks, of what kind, and whose words it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from caytre.analysis.people.phrases import tokens
from caytre.analysis.people.registry import Registry
from caytre.analysis.voices.interviews import turns
from caytre.analysis.voices.kinds import Place, kind_of, nested_kind
from caytre.analysis.voices.marks import Marked, scan
from caytre.analysis.voices.passages import Passages, outermost, quoted_parts
from caytre.analysis.voices.rules import Rules, rules
from caytre.analysis.voices.speakers import NOBODY, Attribution, after, before, pointing
from caytre.analysis.voices.speech import Passage
from caytre.tables import TEXT_KINDS, Annotated, Mention, Quote, Sentence

__all__ = ["find"]

LIST_GAP = frozenset({"", ",", ";", "và", "hay", "hoặc", ", và", "–", "-", "/", "với", "đến"})
QUOTE_MARKS = " \t\xa0“”„\"«»‘’'"
LAST_WORDS = 4
LONGEST_TELLING = 9
"""Tokens that a sentence behind a quotation may have to be only its attribution."""

TOPIC_REACH = 120
"""Tokens before a quotation among which the one is named whom a description of its speaker means."""

DESCRIBED_REACH = 3
"""Paragraphs before a quotation among which the last with anybody in it tells whom a description means."""

LONGEST_CAPTION = 15
"""Tokens that the line under a picture may have, which stands between a colon and the quotation after it."""

FEWEST_SPEECH = 10
"""Tokens of a quotation that can be no motto and no nickname."""

OPENING = 3
"""Tokens from the start of a sentence within which a name is its subject."""


def find(
    article: Annotated, mentions: Sequence[Mention], registry: Registry, *, corpus: Path | None = None
) -> list[Quote]:
    """The quoted stretches of an article, in order of where they start.

    `text` is what stands between the marks, over several lines with the newlines between them. `kind` is direct
    (speech, whole or a fragment), term (a motto, a charge, a word held at a distance) or title (of a work, a paper, an
    event). Speaker, office, cue and `how` (after, before, colon, carried, turn) are given for speech, and for what is
    nested in it; a speaker is a person's name, an unnamed speaker or an institution stands in `office` alone.
    `balanced` is False for a mark that is never closed; such a stretch ends with its paragraph at the latest.
    The *registry* is not needed for resolving once the mentions are; it is taken for the sake of one interface.
    """
    del registry
    book = rules(corpus=corpus)
    lines = [line for line in article.lines if line.kind in TEXT_KINDS]
    marked = scan(lines, attributed=lambda text: _ends_attributed(text, book))
    return _Finder(article, mentions, marked, book).quotes()


def _ends_attributed(text: str, book: Rules) -> bool:
    """Whether a paragraph ends with a reporting verb: "…, ông Nam nói."."""
    line = tokens(text)
    first = max(0, len(line) - LAST_WORDS)
    cues = [cue for cue in book.cues.find(line, first, len(line)) if cue.content != "none"]
    return bool(cues) and cues[-1].last == len(line) and ":" not in line.gaps[-1]


class _Finder:
    """The quotations of one article, attributed from left to right so that a speaker can be carried on."""

    def __init__(
        self, article: Annotated, mentions: Sequence[Mention], marked: list[Marked], book: Rules
    ) -> None:
        self.article, self.book, self.marked = article, book, marked
        spans = [(one.line_no, one.start, one.end_line, one.end) for one in marked]
        self.outer = outermost(spans)
        self.sentences: dict[int, list[Sentence]] = {}
        self.starts: dict[int, list[int]] = {}
        for sentence in article.sentences:
            self.sentences.setdefault(sentence.line_no, []).append(sentence)
            self.starts.setdefault(sentence.line_no, []).append(sentence.start)
        self.told: dict[int, tuple[str, Attribution]] = {}
        self.latest = -1
        self.heard: dict[int, tuple[int, Attribution]] = {}
        self.quoted = quoted_parts(
            article.lines, [spans[at] for at, outer in enumerate(self.outer) if outer == at]
        )
        self.passages = Passages(article, mentions, self.quoted, book)
        self.text_lines = [
            line.line_no for line in article.lines if line.kind in TEXT_KINDS and line.text.strip()
        ]

    @cached_property
    def turns(self) -> dict[int, str]:
        """Whose turn of an interview each line is; asked for only where a quotation names nobody."""
        return turns(self.article, self.passages, self.book)

    def quotes(self) -> list[Quote]:
        """Every quotation as a row."""
        rows: list[Quote] = []
        top = [at for at, outer in enumerate(self.outer) if outer == at]
        for group in self._groups(top):
            self._attribute(group)
            self._remember(group)
        self._same_titles(top)
        for at, one in enumerate(self.marked):
            top_level = self.outer[at] == at
            source = self.told[self.outer[at]][1]
            kind = self.told[at][0] if top_level else nested_kind(self._text(one), self.book)
            rows.append(self._row(one, kind, source if kind == "direct" or not top_level else NOBODY))
        return rows

    def _groups(self, top: list[int]) -> list[list[int]]:
        """Quotations that are listed: nothing but a comma or "và" between one and the next."""
        groups: list[list[int]] = []
        for at in top:
            one = self.marked[at]
            if groups:
                last = self.marked[groups[-1][-1]]
                if last.end_line == one.line_no:
                    text = self.article.lines[one.line_no - 1].text[last.end : one.start]
                    if text.strip(QUOTE_MARKS) in LIST_GAP:
                        groups[-1].append(at)
                        continue
            groups.append([at])
        return groups

    def _attribute(self, group: list[int]) -> None:
        first, last = self.marked[group[0]], self.marked[group[-1]]
        place = self._place(first, last)
        ahead = before(place.passage, place.floor, place.open)
        speech = sum(len(tokens(self._text(self.marked[at]))) for at in group) >= FEWEST_SPEECH
        behind = after(place.tail, place.close, place.ceiling, opens=place.opens, speech=speech)
        strong = ahead.how == "colon" or ":" in place.passage.tokens.gaps[place.open]
        source = ahead if ahead.how and (strong or not behind.how) else behind
        if source.how and not source.speaker:
            source = self._described(source, place)
        if not source.speaker:
            back = self._pointed_at(last, place)
            source = back if back.how else source
        source = source if source.how else self._announced(place)
        resumed = self._resumed(group[0], place) if not source.how else None
        if resumed is not None:
            self.told.update((at, ("direct", resumed)) for at in group)
            return
        for at in group:
            kind = kind_of(self._text(self.marked[at]), place, source, self.book)
            if kind == "direct" and not source.how:
                source = self._carried(self.marked[at], place)
                source = source if source.how else self._of_turn(self.marked[at], place)
            self.told[at] = (kind, source)

    def _pointed_at(self, one: Marked, place: Place) -> Attribution:
        """Who is named by the words after a quotation that point back at it, in its line or at the start of the next."""
        tail, close = place.tail, place.close
        if close < len(tail.tokens):
            gap = tail.tokens.gaps[close].strip(QUOTE_MARKS)
            last = min(len(tail.tokens), close + TOPIC_REACH)
            return pointing(tail, close, last, dashed=gap[:1] in tuple(",–—-"))
        following = bisect_right(self.text_lines, one.end_line)
        if following >= len(self.text_lines):
            return NOBODY
        tail = self.passages[self.text_lines[following]]
        return pointing(tail, 0, len(tail.tokens))

    def _announced(self, place: Place) -> Attribution:
        """Who is named by the paragraph before, where it ends with a colon and the quotation opens its own."""
        previous = bisect_right(self.text_lines, place.passage.line_no - 1) - 1
        if not place.opens or place.open > 0 or previous < 0:
            return NOBODY
        line = self.passages[self.text_lines[previous]]
        if previous > 0 and len(line.tokens) <= LONGEST_CAPTION and line.text.rstrip()[-1:].isalnum():
            line = self.passages[self.text_lines[previous - 1]]
        if not line.text.rstrip().endswith(":"):
            return NOBODY
        end = len(line.tokens)
        floor = line.tokens.at(self._sentence(line.line_no, len(line.text.rstrip()) - 1).start)
        found = before(line, floor, end)
        if found.how:
            return found
        named = {one.person: one for one in line.between(floor, end) if not line.oblique(one)}
        return Attribution(*next(iter(named.values()))[:2], ":", "colon") if len(named) == 1 else NOBODY

    def _same_titles(self, top: list[int]) -> None:
        """What is once called a title is one wherever else it stands in quotation marks."""
        titles = {self._plain(at) for at in top if self.told[at][0] == "title"}
        for at in top:
            if self.told[at][0] == "term" and self._plain(at) in titles:
                self.told[at] = ("title", NOBODY)

    def _plain(self, at: int) -> str:
        return " ".join(tokens(self._text(self.marked[at])).words)

    def _described(self, source: Attribution, place: Place) -> Attribution:
        """The same with the person meant by a description ("nữ đạo diễn kể", "vị chủ tịch 61 tuổi nói").

        It means whom the words before the quotation are about: the one person named there, or the one their last
        sentence begins with. Unknown where two could be meant, or where the description brings in somebody new.
        """
        grammar, line = self.book.grammar, tokens(source.office)
        office = grammar.office(line, 0) if len(line) else None
        if not len(line) or not (self.book.definite.match(line, 0) or (office and office.parts)):
            return source
        if self.book.newcomers.match(line, 0) or grammar.institutions.match(line, 0):
            return source
        passage, stop = place.passage, place.open
        if any(
            not one.person and passage.word(one.first - 1) in self.book.cues.passive
            for one in passage.between(place.floor, stop)
        ):
            return source  # "Như Ý được thầy khen là “…”": the teacher is not the one just named
        if not any(one.person for one in passage.between(0, stop)):
            previous = bisect_right(self.text_lines, passage.line_no - 1) - 1
            if place.floor:
                return source
            earlier = self.text_lines[max(0, previous + 1 - DESCRIBED_REACH) : previous + 1]
            named = next((self.passages[no] for no in reversed(earlier) if self.passages[no].speakers), None)
            if named is None:
                return source
            passage, stop = named, len(named.tokens)
            if not place.opens and len({one.person for one in named.speakers}) > 1:
                return source
        person = self._topic(passage, stop)
        return source._replace(speaker=person) if person else source

    def _topic(self, passage: Passage, stop: int) -> str:
        """Whom a line is about before token *stop*."""
        named = [
            one
            for one in passage.between(max(0, stop - TOPIC_REACH), stop)
            if not passage.oblique(one) and not passage.embedded(one)
        ]
        people = {one.person for one in named if one.person}
        if len(people) == 1:
            return people.pop()
        starts = self.starts.get(passage.line_no, [0])
        offset = passage.tokens.starts[stop - 1] if stop else 0
        floor = passage.tokens.at(starts[max(0, bisect_right(starts, offset) - 1)])
        first = next((one for one in named if one.first >= floor), None)
        return first.person if first and first.first - floor <= OPENING else ""

    def _remember(self, group: list[int]) -> None:
        """Keep who spoke last in a line, and which quotation came last."""
        self.latest = group[-1]
        kind, source = self.told[self.latest]
        if kind == "direct" and source.speaker:
            one = self.marked[self.latest]
            self.heard[one.end_line] = (self.passages[one.end_line].tokens.at(one.end), source)

    def _resumed(self, at: int, place: Place) -> Attribution | None:
        """The speaker of a quotation that goes on after its attribution: "“…”, ông Nam nói, “…”"."""
        one = self.marked[at]
        earlier, source = self.latest, self.told.get(self.latest, ("", NOBODY))[1]
        if source.how != "after" or self.marked[earlier].end_line != one.line_no:
            return None
        lead = place.passage.text[self.marked[earlier].end : one.start].rstrip(QUOTE_MARKS)
        same = self._sentence(one.line_no, one.start).start <= self.marked[earlier].end + 1
        return source._replace(how="carried") if lead.endswith(",") and same else None

    def _place(self, first: Marked, last: Marked) -> Place:
        passage, tail = self.passages[first.line_no], self.passages[last.end_line]
        open_, close = passage.tokens.at(first.start), tail.tokens.at(last.end)
        start = self._sentence(first.line_no, max(0, first.start - 1)).start
        floor = passage.tokens.at(start)
        stop = self._sentence(last.end_line, last.end - 1).end
        gap = tail.text[last.end : last.end + 3].strip(QUOTE_MARKS)
        following = self._sentence(last.end_line, min(len(tail.text) - 1, last.end + 4))
        if stop <= last.end + 2 and (
            gap[:1] in tuple(",–—-") or self._goes_on(tail, close) or self._only_tells(tail, following)
        ):
            stop = following.end
        ceiling = tail.tokens.at(stop) if stop > last.end else close
        quoted = self.quoted.get(last.end_line, [])
        later = bisect_right(quoted, (last.end, len(tail.text)))
        opening = quoted[later][0] if later < len(quoted) else len(tail.text)
        ceiling = min(ceiling, tail.tokens.at(opening) if opening < len(tail.text) else len(tail.tokens))
        lead = passage.text[start : first.start].strip(QUOTE_MARKS + "-–—•*(")
        return Place(passage, floor, open_, not lead, tail, close, ceiling)

    def _goes_on(self, tail: Passage, close: int) -> bool:
        """Whether the sentence goes on in lower case after a stop inside the marks: "…!” ông nói"."""
        return close < len(tail.tokens) and not tail.tokens.caps[close]

    def _only_tells(self, tail: Passage, sentence: Sentence) -> bool:
        """Whether a short sentence is nothing but somebody and a reporting verb: "“…”. Ông Nam cho biết."."""
        first, last = tail.tokens.at(sentence.start), tail.tokens.at(sentence.end)
        cues = tail.cues_between(first, min(last, len(tail.tokens)))
        return (
            last - first <= LONGEST_TELLING
            and bool(cues)
            and cues[-1].last >= min(last, len(tail.tokens)) - 1
        )

    def _sentence(self, line_no: int, offset: int) -> Sentence:
        """The sentence at an offset of a line; the line itself where it has none."""
        rows = self.sentences.get(line_no, [])
        at = bisect_right(self.starts.get(line_no, []), offset) - 1
        if at >= 0:
            return rows[at]
        text = self.article.lines[line_no - 1].text
        return Sentence(self.article.article_id, line_no, 1, 0, len(text), text, "body")

    def _carried(self, one: Marked, place: Place) -> Attribution:
        """The speaker of the words right before, for a whole sentence of speech that names nobody itself."""
        line = place.passage.tokens
        if place.open >= len(line) or not line.caps[place.open]:
            return NOBODY
        colon = ":" in line.gaps[place.open]
        if colon and any(line.caps[place.floor + 1 : place.open]):
            return NOBODY  # somebody introduces it whose name is not known as one
        if place.passage.between(place.floor, place.open) or place.tail.between(place.close, place.ceiling):
            return NOBODY
        found = self._last_speaker(place.passage, place.open)
        if found is None and place.opens and place.floor >= place.open:
            previous = bisect_right(self.text_lines, one.line_no - 1) - 1
            if previous >= 0 and not place.passage.between(0, place.open):
                earlier = self.passages[self.text_lines[previous]]
                found = self._last_speaker(earlier, len(earlier.tokens))
        return found._replace(cue="", how="carried") if found else NOBODY

    def _of_turn(self, one: Marked, place: Place) -> Attribution:
        """Whose turn of an interview a quotation stands in, where it is that person's own speech and nothing nearer decides.

        People who are interviewed mostly quote others: mottoes, resolutions, what they were told. Their own are words
        in the first person, whole sentences, and what a verb with "tôi" or the like introduces.
        """
        passage = place.passage
        speaker = self.turns.get(passage.line_no, "")
        if not speaker:
            return NOBODY
        cue = next(reversed(passage.cues_between(place.floor, place.open)), None)
        if cue is None:
            own = place.opens or any(True for _ in self.book.speech.all(tokens(self._text(one))))
        else:
            k = cue.first - 1
            while k > place.floor and passage.word(k) in self.book.cues.adverbs:
                k -= 1
            own = passage.word(k) in self.book.first_person
        return Attribution(speaker, "", "", "turn") if own else NOBODY

    def _last_speaker(self, passage: Passage, stop: int) -> Attribution | None:
        """Who was last said to speak in a line before token *stop*, if nobody else is named after that."""
        since, source = self.heard.get(passage.line_no, (0, NOBODY))
        floors = [passage.tokens.at(start) for start in self.starts.get(passage.line_no, [0])]
        for cue in reversed(passage.cues_between(since, stop)):
            subject = passage.subject(cue, floors[bisect_right(floors, cue.first) - 1])
            if subject and subject.person and not passage.embedded(subject):
                since, source = cue.last, Attribution(subject.person, subject.office, cue.verb, "before")
                break
        openings = {floor + k for floor in floors if since <= floor < stop for k in range(OPENING + 1)}
        others = (one for one in passage.between(since, stop) if one.first in openings)
        changed = any(one.person not in source.speaker for one in others)
        return source if source.speaker and not changed else None

    def _text(self, one: Marked) -> str:
        lines = self.article.lines
        if one.line_no == one.end_line:
            return lines[one.line_no - 1].text[one.start : one.end]
        middle = [line.text for line in lines[one.line_no : one.end_line - 1]]
        return "\n".join(
            [lines[one.line_no - 1].text[one.start :], *middle, lines[one.end_line - 1].text[: one.end]]
        )

    def _row(self, one: Marked, kind: str, source: Attribution) -> Quote:
        return Quote(
            self.article.article_id, one.line_no, one.start, one.end_line, one.end, self._text(one),
            kind, source.speaker, source.office, source.cue, source.how, one.balanced,
        )  # fmt: skip
