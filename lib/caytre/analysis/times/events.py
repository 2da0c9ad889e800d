"""Numbered events: "Đại hội XIII", "Kỳ họp thứ 7, Quốc hội khóa XV", "SEA Games 31", "HNNG 31".

Which series there are stands in `event_series.csv`, when each event took place in `events.csv`. A number that is not
listed there is reported without a date, and a name that no series knows gets a slug of its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from caytre import codebooks
from caytre.analysis.times.rules import PLACEHOLDER, gate
from caytre.analysis.times.words import Places, flat, roman
from caytre.text.orthography import fold

__all__ = ["Event", "Events", "events"]

CODEBOOKS = ("event_series.csv", "events.csv", "times.yaml")

ORDINALS = {
    "nhất": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15,
}  # fmt: skip
FIGURE = r"[ivxl]+|\d{1,3}"
ANY = FIGURE + "|" + "|".join(sorted(ORDINALS, key=len, reverse=True))
END = r"(?![\w%])(?![./,-]\d)(?!-\w)"
PIECES = {
    "n": rf"(?:(?:lần thứ|thứ|lần) (?P<n>{ANY})|(?:khóa )?(?P<n_>{FIGURE})){END}",
    "nth": rf"lần thứ (?P<n>{ANY}){END}",
    "nth_roman": rf"lần thứ (?P<n>[ivxl]{{2,}}){END}",
    "term": rf"khóa (?P<n>{FIGURE}){END}",
    "term_k": rf"khóa (?P<k>{FIGURE}){END}",
}
"""What {n}, {nth} ... stand for in a pattern of the codebook."""

SYLLABLE = re.compile(r"[^\W\d_]+|\d+")
ABBREVIATED = re.compile(
    r"\s*\((?:[gG]ọi tắt là |[vV]iết tắt là |[sS]au đây gọi (?:tắt )?là |[tT]ắt là )?(\w{2,12})(?: ?(\d{1,3}|[IVXL]+))?\)"
)
FEWEST_CAPITALS = 2
HOST = "trung ương"
"""A plenum that names its committee is that one's, whoever else the line speaks of."""


class Event(NamedTuple):
    """One mention: where, which event, and the days that the codebook gives ("" where it gives none)."""

    start: int
    end: int
    value: str
    earliest: str
    latest: str


class _Seen(NamedTuple):
    start: int
    end: int
    value: str
    series: str
    head: str
    number: int | None


class Events:
    """The series and dates of the codebooks, ready to search lines of text."""

    def __init__(
        self, series: list[dict[str, str]], dates: list[dict[str, str]], book: dict[str, list[str]]
    ) -> None:
        heads, breaks = book["event_heads"], book["event_breaks"]
        self.alone = frozenset(map(flat, book["event_heads_alone"]))
        self.dates = {row["event"]: (row["start"], row["end"]) for row in dates}
        self.known: dict[str, list[tuple[re.Pattern[str], str, bool, re.Pattern[str] | None]]] = {}
        for place, row in enumerate(series, 2):
            pattern = flat(row["pattern"])
            try:
                filled = re.compile(PLACEHOLDER.sub(lambda m: PIECES[m[1]], pattern) + r"(?!\w)")
            except (re.error, KeyError) as error:
                raise codebooks.CodebookError(
                    f"event_series.csv:{place}: pattern cannot be read ({error})"
                ) from None
            others = row.get("not_beside", "")
            beside = re.compile(rf"(?<!\w)(?:{flat(others)})(?!\w)") if others else None
            for first in _firsts(pattern):
                entry = (filled, row["series"], row["only_listed"] == "yes", beside)
                self.known.setdefault(first, []).append(entry)
        names = "|".join(sorted(map(flat, heads), key=len, reverse=True))
        stops = "|".join([names, *map(flat, breaks), "lần", "thứ", "khóa"])
        inside = rf"(?: (?!(?:{stops})(?!\w))[\w.&/-]+){{0,12}}?"
        self.general = re.compile(
            rf"(?P<head>{names})(?P<name>{inside})(?: lần thứ (?P<n>{ANY})| lần (?P<l>\d{{1,3}}|[ivxl]+)| thứ (?P<o>{ANY})| khóa (?P<k>[ivxl]+))"
            rf"{END}"
        )
        hosts = "|".join(sorted(map(flat, book["event_hosts"]), key=len, reverse=True))
        levels = "|".join(sorted(map(flat, book["event_host_levels"]), key=len, reverse=True))
        self.hosted = re.compile(
            rf"(?P<head>{names}) (?P<n>[ivxl]+) (?:của )?(?P<host>(?:{hosts})(?: (?:{levels}))?)(?!\w)"
        )
        self.body = re.compile(rf"(?P<name>(?:{hosts})(?: (?:{levels}))?) khóa (?P<n>[ivxl]+){END}")
        self.heads = frozenset(name.split()[0] for name in map(flat, heads))
        self.hosts = frozenset(name.split()[0] for name in map(flat, book["event_hosts"]))
        self.gates = {
            first: gate(
                [p.pattern for p, *_ in self.known.get(first, ())]
                + [self.general.pattern, self.hosted.pattern] * (first in self.heads)
                + [self.body.pattern] * (first in self.hosts)
            )
            for first in {*self.known, *self.heads, *self.hosts}
        }

    def find(self, lines: Iterable[tuple[str, str, Places]]) -> list[list[Event]]:
        """The events of an article's *lines*, each given as written, flattened and with the
        places where something may begin (`words.flat`, `words.places`).

        The lines go together because an abbreviation ("HNNG 31") and a short form ("Kỳ họp thứ 7") are read in the
        light of the full name, wherever in the article that stands.
        """
        given = list(lines)
        seen = [self._line(raw, text, starts) for raw, text, starts in given]
        full = {(s.head, s.number): s.value for line in seen for s in line if s.series}
        short = self._abbreviations(given, seen)
        out: list[list[Event]] = []
        for (raw, _, _), line in zip(given, seen, strict=True):
            more = short(raw)
            if not line and not more:
                out.append([])
                continue
            taken = {at for one in line for at in range(one.start, one.end)} if more else set()
            line += [s for s in more if s.start not in taken and s.end - 1 not in taken]
            named = [
                s._replace(value=full.get((s.head, s.number), s.value)) if s.value.endswith("?") else s
                for s in line
            ]
            out.append([self._dated(s) for s in sorted(named)])
        return out

    def _line(self, raw: str, text: str, starts: Places) -> list[_Seen]:
        found: list[_Seen] = []
        done = 0
        gates = self.gates
        for start, first in starts:
            if start < done or first not in gates or not gates[first].match(text, start):
                continue
            best = None
            for pattern, series, listed, beside in self.known.get(first, ()):
                match = pattern.match(text, start)
                if match and beside and HOST not in match[0] and beside.search(text):
                    continue
                if match and (best is None or match.end() > best.end):
                    best = self._known(match, raw, series, listed) or best
            match = self.general.match(text, start) if first in self.heads else None
            if match and (best is None or match.end() > best.end):
                best = self._named(match, raw) or best
            if best is None:
                best = self._hosted(text, raw, start)
            if best is not None:
                found.append(best)
                done = best.end
        return found

    def _known(self, match: re.Match[str], raw: str, series: str, listed: bool) -> _Seen | None:
        groups = match.groupdict()
        key = "n" if groups.get("n") else "n_"
        number, term = _ordinal(groups.get(key)), _ordinal(groups.get("k"))
        if groups.get(key) and (number is None or not _written(match, raw, key)):
            return None
        if "{k}" in series and (term is None or not _written(match, raw, "k")):
            return None
        value = series.format(n=number, k=term)
        if listed and value not in self.dates:
            head = " ".join(match[0].split()[:2])
            return _Seen(*match.span(), f"{_slug(head)}-{number}?", "", head, number)
        return _Seen(*match.span(), value, series, " ".join(match[0].split()[:2]), number)

    def _named(self, match: re.Match[str], raw: str) -> _Seen | None:
        key = next(k for k in "nlok" if match[k])
        number = _ordinal(match[key])
        if number is None or not _written(match, raw, key):
            return None
        if key == "o" and not match["name"] and match["head"] not in self.alone:
            return None
        name = match["head"] + match["name"]
        value = f"{_slug(name)}-{number}" + ("" if match["name"] else "?")
        return _Seen(*match.span(), value, "", match["head"], number)

    def _hosted(self, text: str, raw: str, start: int) -> _Seen | None:
        """ "Đại hội XI Đảng bộ tỉnh", with the host behind the number, and "Tỉnh ủy khóa XIX", a term of office."""
        for pattern in (self.hosted, self.body):
            match = pattern.match(text, start)
            number = _ordinal(match["n"]) if match else None
            if match and number is not None and _written(match, raw, "n"):
                name = match["name"] if pattern is self.body else f"{match['head']} {match['host']}"
                return _Seen(
                    *match.span(),
                    f"{_slug(name)}-{number}",
                    "",
                    match["name" if pattern is self.body else "head"],
                    number,
                )
        return None

    def _abbreviations(self, given: list[tuple[str, str, Places]], seen: list[list[_Seen]]) -> _Finder:
        """What brackets after a full name introduce: "Hội nghị Ngoại giao lần thứ 31 (HNNG 31)"."""
        learnt: dict[str, str] = {}
        for (raw, _, _), line in zip(given, seen, strict=True):
            for one in line:
                match = ABBREVIATED.match(raw, one.end)
                if match is None or one.number is None or sum(map(str.isupper, match[1])) < FEWEST_CAPITALS:
                    continue
                if _ordinal((match[2] or "").lower()) in (None, one.number):
                    template = one.series or one.value.rstrip("?").removesuffix(f"-{one.number}") + "-{n}"
                    learnt.setdefault(match[1], template)
        return _Finder(learnt)

    def _dated(self, seen: _Seen) -> Event:
        value = seen.value.rstrip("?")
        start, end = self.dates.get(value, ("", ""))
        return Event(seen.start, seen.end, f"EVENT:{value}", start, end)


class _Finder:
    """Looks for the abbreviations that one article has introduced."""

    def __init__(self, learnt: dict[str, str]) -> None:
        self.learnt = learnt
        names = "|".join(map(re.escape, sorted(learnt, key=len, reverse=True)))
        self.pattern = (
            re.compile(rf"(?<!\w)({names})[ \u00a0](\d{{1,3}}|[IVXL]+)(?![\w%])(?![./,]\d)")
            if learnt
            else None
        )

    def __call__(self, raw: str) -> list[_Seen]:
        if self.pattern is None:
            return []
        found = []
        for match in self.pattern.finditer(raw):
            number = roman(match[2].lower())
            if number is not None and "{k}" not in self.learnt[match[1]]:
                value = self.learnt[match[1]].format(n=number)
                found.append(_Seen(*match.span(), value, self.learnt[match[1]], match[1], number))
        return found


@codebooks.made_from(*CODEBOOKS)
def events(corpus: Path | None) -> Events:
    """The events of the project's codebooks, or of the corpus's own."""
    series = codebooks.read_csv(
        "event_series.csv", corpus=corpus, columns=("series", "pattern", "only_listed")
    )
    dates = codebooks.read_csv("events.csv", corpus=corpus, columns=("event", "start", "end"))
    book = codebooks.read_yaml("times.yaml", corpus=corpus)
    return Events(series, dates, book)


def _firsts(pattern: str) -> list[str]:
    """The first syllables that a pattern can match: it begins with a word, or with a group of words."""
    if pattern.startswith("{"):
        return ["lần"]
    if not pattern.startswith("(?:"):
        return [SYLLABLE.findall(pattern)[0]]
    depth, options = 0, [""]
    for at, char in enumerate(pattern):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            break
        if char == "|" and depth == 1:
            options.append("")
        elif at > 2:
            options[-1] += char
    firsts = [first for option in options for first in _firsts(option)]
    return firsts + _firsts(pattern[at + 2 :]) if pattern[at + 1 : at + 2] == "?" else firsts


def _ordinal(text: str | None) -> int | None:
    return None if not text else ORDINALS.get(text) or roman(text)


def _written(match: re.Match[str], raw: str, key: str) -> bool:
    """A Roman numeral is written in capitals: "thứ i" is none."""
    start, end = match.span(key)
    return match[key] in ORDINALS or match[key].isdecimal() or raw[start:end].isupper()


def _slug(name: str) -> str:
    return "-".join(re.findall(r"\w+", fold(name, tones=False)))
