"""Time expressions of an article as TIMEX3 values, with the days they cover and their place before or after it.

Rules stand in `rules`, their words in `data/codebooks/times.yaml`, events in `events.csv`. What is counted from
"now" is counted from the day of publication; an article without one keeps the unknown part of a value (`XXXX-12-16`)
unless a reference date is given, and `how` says which it was.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from caytre.analysis.shown import shown_lines
from caytre.analysis.times import events as event_calendar
from caytre.analysis.times import rules as time_rules
from caytre.analysis.times import words as time_words
from caytre.analysis.times.calendar import LAST_HOUR, extent, joined, ordered, resolve
from caytre.analysis.times.grammar import expressions
from caytre.analysis.times.readers import Payload
from caytre.analysis.times.rules import Found, Rules
from caytre.analysis.times.values import Duration, Extent, Moment, Vague
from caytre.analysis.times.words import Places
from caytre.tables import TEXT_KINDS, Annotated, Time
from caytre.text.characters import blanked

__all__ = ["CODEBOOKS", "tag"]

CODEBOOKS = tuple(sorted({*time_words.CODEBOOKS, *event_calendar.CODEBOOKS}))
"""The files that decide what is found; `caytre.codebooks.digest` of them tells when a table is out of date."""

KINDS = (*TEXT_KINDS, "dateline")

FIRST_ITEM = re.compile(r"\W*[Tt]hứ nhất\b")
ITEM_AFTER = re.compile(r"\s*[,:]")
HIDDEN = "\0"
FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NOTHING = Extent("", "", "", False, False)
YEAR_LEVEL = 5
""" "Năm ấy" tells of no year where none was told before; "tháng 3 năm ấy" still of a month (see `Moment.level`)."""
OPENS_SENTENCE = re.compile(r"[.!?;:] $")
END_OF_CLAUSE = re.compile(r"[.;!?]")
EARLIEST_PRESS, LATEST_PRESS = 1600, 2999
"""A date of publication outside these years is a mistake."""
PAPER_BEFORE = re.compile(r"\d[\w-]*/(?=[\d/.-]*[^\W\d_])[\w./-]+,? (?:ra |ký |ban hành )?$")
CITED = 40
"""The number of a cited paper ("71/CĐ-TTg") stands right before its day, within so many characters."""
JUST_OVER = 31
CLAUSE = 60
"""How far before a bare weekday or day a word such as "sẽ" puts it into the future."""


def tag(article: Annotated, *, reference: str = "", corpus: Path | None = None) -> list[Time]:
    """The time expressions of the text-bearing lines and the dateline, in reading order.

    *reference* (an ISO date) stands in for a missing date of publication; what is counted from it says
    `how="inferred"`. *corpus* may bring codebooks of its own. `how` is otherwise: text (the words say it all), resolved
    (counted from publication), codebook (a listed event), vague (names no date), unresolved (a part stays unknown).
    `earliest` and `latest` are ISO dates, empty where there is no day to plot; `relation` compares them with the day
    of publication and is empty where neither is known. Raises ValueError for a date that is no ISO date.

    >>> rows = tag(Annotated("a", "2021-12-14", [Line("a", 1, "body", "Sáng nay, Quốc hội họp.")], [], []))
    >>> rows[0].value
    '2021-12-14TMO'
    """
    return _Reader(article, reference, corpus).rows()


class _Reader:
    """One article while it is being read: what day it is, and what day was last spoken of.

    *here* is that day within the line, *told* within the article as far as it lies not ahead: "cùng ngày" and a bare
    hour belong to it; *yearless* is that day where nothing gives its year. The day of a paper that is cited is none.
    *year* is the middle
    of the year that was last spoken of, for "cùng năm".
    """

    def __init__(self, article: Annotated, reference: str, corpus: Path | None) -> None:
        self.article = article
        self.words = time_words.words(corpus)
        self.rules: Rules = time_rules.compiled(self.words)
        self.calendar = event_calendar.events(corpus)
        self.places = _places(self.rules, self.calendar)
        self.how = "resolved" if article.published else "inferred"
        self.anchor = _day(article.published or reference, article.article_id)
        self.hour = int(article.published[11:13]) if article.published[11:13].isdecimal() else None
        self.here: date | None = None
        self.told: date | None = None
        self.year: date | None = None
        self.yearless: Moment | None = None
        self.counts = any(FIRST_ITEM.match(line.text) for line in article.lines)

    def rows(self) -> list[Time]:
        """The table's rows, line by line."""
        # What a caption says that is glued to a paragraph is dated like the rest.
        shown = shown_lines(self.article, KINDS, keep=("caption",))
        surfaces = {line.line_no: line.text for line in self.article.lines}
        lines = []
        for line in shown:
            text = time_words.flat(line.text)
            lines.append((line.text, text, [(m.start(), m[0]) for m in self.places.finditer(text)]))
        out: list[Time] = []
        for line, (raw, text, starts), listed in zip(shown, lines, self.calendar.find(lines), strict=True):
            line_no, surface = line.line_no, surfaces[line.line_no]
            self.here = None
            rows = [
                self._row(line_no, surface, e.start, e.end, "ORDINAL_EVENT", self._event(e)) for e in listed
            ]
            for item in self._expressions(raw, text, starts, listed):
                solved = self._solve(item, text)
                if solved is not None:
                    rows.append(self._row(line_no, surface, item.start, item.end, item.type, solved))
            out += sorted(rows, key=lambda row: row.start)
        return out

    def _expressions(
        self, raw: str, text: str, starts: Places, listed: list[event_calendar.Event]
    ) -> list[Found]:
        if listed:
            text = blanked(text, [(event.start, event.end) for event in listed], by=HIDDEN)
        found = self.rules.scan(text, raw, starts)
        if self.counts:
            found = [item for item in found if not _is_item(item, text)]
        return expressions(text, self.words, found) if found else []

    def _solve(self, item: Found, text: str) -> tuple[Extent, str] | None:
        solved = self._extent(item, text)
        if not solved.value:
            return None
        told = solved.earliest and item.type in ("DATE", "TIME") and not solved.leaned
        if told and not isinstance(item.payload, Vague):
            self.year = date(int(solved.earliest[:4]), 7, 1)
        if FULL_DATE.match(solved.value) and solved.earliest == solved.latest:
            self._speak_of(
                date.fromisoformat(solved.value[:10]), text[max(0, item.start - CITED) : item.start]
            )
        if isinstance(item.payload, Vague) or (isinstance(item.payload, Duration) and "X" in solved.value):
            return solved, "vague"
        return solved, "unresolved" if solved.open else self.how if solved.leaned else "text"

    def _extent(self, item: Found, text: str) -> Extent:
        payload: Payload = item.payload
        if isinstance(payload, Vague):
            return self._vague(payload)
        if isinstance(payload, Duration):
            return extent(payload, self.anchor)
        if isinstance(payload, Moment):
            return self._moment(self._ahead(self._of_that_day(payload, text, item.start), text, item.start))
        first, last = (self._moment(end) for end in payload)
        if not ordered(first, last) and payload[0].year is None:
            earlier = resolve(
                payload[0], date.fromisoformat(last.earliest) - timedelta(days=1), tet=self.words.new_years
            )
            first = earlier if ordered(earlier, last) else first
        return joined(first, last) if ordered(first, last) else NOTHING

    def _speak_of(self, day: date, before: str) -> None:
        if PAPER_BEFORE.search(before):
            return
        self.here = day
        if self.anchor is None or day <= self.anchor:
            self.told = day

    def _moment(self, moment: Moment) -> Extent:
        leaning = moment.same or (moment.hour is not None and moment.level() == (1, 1))
        if moment.same == "year":
            that = moment.shift == ("year", 0)
            if that and self.year is None and moment.level()[0] == YEAR_LEVEL:
                return NOTHING
            now = None if that else self.anchor
            return resolve(moment, self.year or now, tet=self.words.new_years)
        if leaning and moment.same in (None, "day") and self.yearless and not (self.here or self.told):
            moment = moment._replace(same=None, month=self.yearless.month, day=self.yearless.day)
        elif self.anchor is None and moment.year is None and moment.month and moment.day and not moment.lunar:
            self.yearless = moment
        anchor = (self.here or self.told or self.anchor) if leaning else self.anchor
        return resolve(moment, anchor, tet=self.words.new_years)

    def _of_that_day(self, moment: Moment, text: str, start: int) -> Moment:
        """ "Buổi sáng" that opens a sentence after a day was told is the morning of that day."""
        opens = text.startswith("buổi ", start) and OPENS_SENTENCE.search(text[max(0, start - 3) : start])
        return moment._replace(same="day") if opens and self.here and moment.level() == (1, 1) else moment

    def _ahead(self, moment: Moment, text: str, start: int) -> Moment:
        """A bare weekday or day after "sẽ" or "dự kiến" lies ahead."""
        if moment.toward or moment.year is not None or moment.shift or not (moment.weekday or moment.day):
            return moment
        clause = END_OF_CLAUSE.split(text[max(0, start - CLAUSE) : start])[-1]
        if not self.words.ahead.search(clause) or self._just_over(moment):
            return moment
        return moment._replace(toward=1)

    def _just_over(self, moment: Moment) -> bool:
        """Whether the day was a few weeks ago: "tòa dự kiến xử ngày 7/1" of yesterday is not next year's."""
        near = resolve(moment, self.anchor) if moment.month and moment.day and not moment.lunar else None
        if near is None or self.anchor is None or not near.earliest:
            return False
        return 0 < (self.anchor - date.fromisoformat(near.earliest)).days <= JUST_OVER

    def _vague(self, payload: Vague) -> Extent:
        """No days, but the side of now is known; the present is the day of publication."""
        now = self.anchor.isoformat() if self.anchor and payload.value == "PRESENT_REF" else ""
        return Extent(payload.value, now, now, False, False)

    def _event(self, event: event_calendar.Event) -> tuple[Extent, str]:
        known = bool(event.earliest)
        return Extent(
            event.value, _first(event.earliest), _last(event.latest), False, not known
        ), "codebook" if known else "unresolved"

    def _row(
        self, line_no: int, surface: str, start: int, end: int, kind: str, solved: tuple[Extent, str]
    ) -> Time:
        found, how = solved
        relation = self._relation(found)
        return Time(
            self.article.article_id,
            line_no,
            start,
            end,
            surface[start:end],
            kind,
            found.value,
            found.earliest,
            found.latest,
            relation,
            how,
        )

    def _relation(self, found: Extent) -> str:
        if found.value in VAGUE_RELATION:
            return VAGUE_RELATION[found.value]
        if self.anchor is None or not found.earliest or not found.latest:
            return ""
        now = self.anchor.isoformat()
        if found.latest < now or (found.earliest == found.latest == now and self._over(found.value)):
            return "past"
        return "future" if found.earliest > now else "present"

    def _over(self, value: str) -> bool:
        """Whether a part of the day of publication had ended when the article came out."""
        ended = LAST_HOUR.get(value[-2:])
        return self.hour is not None and ended is not None and ended <= self.hour


VAGUE_RELATION = {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "future"}


@lru_cache(maxsize=8)
def _places(rules: Rules, calendar: event_calendar.Events) -> re.Pattern[str]:
    return time_words.places({*rules.gates, *calendar.gates} - {time_rules.NUMBER})


def _is_item(item: Found, text: str) -> bool:
    """ "Thứ Năm, ..." at the start of a line, in an article that counts "Thứ nhất"."""
    bare = isinstance(item.payload, Moment) and item.payload.weekday and item.payload.weekday < 7
    return bool(bare) and not text[: item.start].strip() and bool(ITEM_AFTER.match(text, item.end))


def _day(text: str, article_id: str) -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        day = None
    if day is None or not EARLIEST_PRESS <= day.year <= LATEST_PRESS:
        raise ValueError(f'{article_id}: "{text}" is no date; write it as 2021-12-14')
    return day


def _first(text: str) -> str:
    """2016 -> 2016-01-01, 2021-12 -> 2021-12-01."""
    return (text + "-01-01"[len(text) - 4 :])[:10] if text else ""


def _last(text: str) -> str:
    if not text or len(text) == 10:
        return text
    year, month = int(text[:4]), int(text[5:7] or 12)
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).isoformat()
