"""Numbers that announce a list ("9 nhiệm vụ trọng tâm"), the lists inside one sentence, and which belongs to
which."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from caytre import codebooks
from caytre.analysis.rhetoric.listbook import BOOK, choice
from caytre.analysis.rhetoric.lists import Item, Run
from caytre.tables import BODY_KINDS, Annotated, Sentence
from caytre.text.orthography import fold

__all__ = ["Announcement", "announced", "assign", "inline"]

REACH = 4
"""A list is announced at most so many lines with text before its first item."""
SHORT = 3
SHORT_REACH = 2
"""Small numbers are everywhere: up to SHORT items the announcement must stand within SHORT_REACH lines."""
GAP = 100
"""So many code points at most between an announcement and what links it to its list."""
ITEM_WORDS = 40
CLAUSE_WORDS = 100
"""Longest item between commas, and between semicolons."""
ELSEWHERE = 60
"""So many code points behind an announcement are looked at for a document that has the list."""
LEAST = 3
"""Items of a list that is announced without a number."""
CLAUSE = 160
"""So many code points before one, for a document that sets it out."""
LONGEST = 4_000
"""So many code points at most hold a list inside one sentence; it keeps the time linear."""
SOMETHING = re.compile(r"\S")
STOP = re.compile(r"[!?]|\.(?=\s*[^\W\d_])")
SPLIT = {"comma": re.compile(r","), "semicolon": re.compile(r";")}
CLOSED = re.compile(r"[^\"“”«»]+(?=[\"”»])(?![\"][^\"]*+[\"])")
"""An item up to a quotation mark that closes what began before it."""


class Announcement(NamedTuple):
    """A number with what it counts; `size` is None for "các trụ cột:". `promise`: the reader may expect a list;
    `listed`: something follows in the sentence that reads as its list."""

    size: int | None
    noun: str
    text: str
    line_no: int
    start: int
    end: int
    promise: bool
    listed: bool = False


class _Book(NamedTuple):
    number: re.Pattern[str]
    coined: re.Pattern[str]
    plural: re.Pattern[str]
    link: re.Pattern[str]
    after: re.Pattern[str]
    not_after: tuple[str, ...]
    part_of: tuple[str, ...]
    done: tuple[str, ...]
    pointing_back: re.Pattern[str]
    elsewhere: re.Pattern[str]
    document: re.Pattern[str]
    fixed: re.Pattern[str]
    open_ends: tuple[str, ...]
    joint: re.Pattern[str]
    opening_joint: re.Pattern[str]
    tail: re.Pattern[str]
    numbers: Mapping[str, int]
    promises: Mapping[str, bool]


def announced(article: Annotated, *, corpus: Path | None = None) -> list[Announcement]:
    """Every number from two up that counts a noun of the codebook, in body and headings, in order."""
    book = _book(corpus)
    return [
        found
        for sentence in article.sentences
        if sentence.kind in BODY_KINDS
        for found in _in_sentence(sentence, book)
        if found.size is not None
    ]


def inline(article: Annotated, *, corpus: Path | None = None) -> list[tuple[Announcement, Run]]:
    """Lists inside one sentence: announced with a number that the items match ("ba trụ cột là A, B và C"), or
    announced without one before a colon ("các trụ cột: A, B, C"; then three items or more, and not left
    open)."""
    book = _book(corpus)
    found = []
    for sentence in article.sentences:
        if sentence.kind in BODY_KINDS:
            folded = fold(sentence.text)
            for announcement in _in_sentence(sentence, book):
                run = _inline(sentence, folded, announcement, book)
                if run is not None:
                    found.append((announcement, run))
    return found


def assign(
    runs: Sequence[Run], found: Sequence[Announcement], lines: Sequence[int]
) -> list[Announcement | None]:
    """The announcement of each run, or None; *lines* are the numbers of the lines with text, ascending.

    Looked for backwards from the first item: one with the right count a few lines back, else one with another
    count (then the mismatch is the finding) only where it ends the line just before the list or stands in its
    line.
    """
    place = {line_no: n for n, line_no in enumerate(lines)}
    free = list(found)
    given: list[Announcement | None] = []
    for run in runs:
        first = run.items[0]
        inside = [(item.line_no, item.start) for item in run.items]
        reach = SHORT_REACH if len(run.items) <= SHORT else REACH
        near = [
            a
            for a in free
            if (a.line_no, a.start) < inside[0] and place[first.line_no] - place[a.line_no] <= reach
        ]
        best = next((a for a in reversed(near) if a.size == len(run.items)), None)
        if best is None and run.kind != "anaphora":
            lead = [a for a in near if place[first.line_no] - place[a.line_no] <= 1 and a.promise]
            best = lead[-1] if lead and not _between(lead[-1], runs, run) else None
        given.append(best)
        if best is not None:
            free.remove(best)
    return given


def _between(announcement: Announcement, runs: Sequence[Run], run: Run) -> bool:
    """Whether an item of another run stands between the announcement and the run: it belongs to that one."""
    here = (announcement.line_no, announcement.start)
    first = (run.items[0].line_no, run.items[0].start)
    return any(
        here <= (item.line_no, item.start) < first
        for other in runs
        if other is not run
        for item in other.items
    )


def _in_sentence(sentence: Sentence, book: _Book) -> list[Announcement]:
    folded = fold(sentence.text)
    found = []
    for pattern in (book.number, book.coined, book.plural):
        for match in pattern.finditer(folded):
            before = " " + folded[max(0, match.start() - 20) : match.start()].rstrip()
            if before.endswith(book.not_after) or book.pointing_back.match(folded, match.end()):
                continue
            word = None if pattern is book.plural else match["count"]
            count = None if word is None else int(word) if word.isdigit() else book.numbers[word]
            if count is not None and count < 2:
                continue
            start, end = match.span()
            if pattern is book.coined and match["noun"] in book.promises:
                continue
            found.append(
                Announcement(
                    count,
                    match["noun"],
                    sentence.text[start:end],
                    sentence.line_no,
                    sentence.start + start,
                    sentence.start + end,
                    _promises(folded, match, before, book, counted=count is not None),
                    _announces_here(folded, end, book),
                )
            )
    return sorted(found, key=lambda a: a.start)


def _promises(folded: str, match: re.Match[str], before: str, book: _Book, *, counted: bool) -> bool:
    """Whether the reader waits for a list; not for a part of one, for what was done ("hoàn thành 3 mục tiêu"), a
    programme known by its number ("ba đột phá chiến lược"), or what another document lists."""
    after = folded[match.end() : match.end() + ELSEWHERE]
    clause = folded[max(0, match.start() - CLAUSE) : match.start()]
    return (
        book.promises.get(match["noun"], False)
        and not before.endswith(book.part_of)
        and not (counted and before.endswith(book.done))
        and not book.fixed.match(folded, match.start())
        and not book.elsewhere.match(after)
        and not book.document.search(clause)
    )


def _announces_here(folded: str, end: int, book: _Book) -> bool:
    """Whether the announcement goes on "là …" or ": …": whatever follows is its list, even if it cannot be counted."""
    link = book.link.match(folded, end)
    return link is not None and SOMETHING.search(folded, link.end()) is not None


def _inline(sentence: Sentence, folded: str, announcement: Announcement, book: _Book) -> Run | None:
    text = sentence.text
    link = book.link.match(folded, announcement.end - sentence.start)
    uncounted = announcement.size is None
    if link is None or (uncounted and not (link["link"].endswith(":") and announcement.promise)):
        return None
    start = link.end()
    reach = min(len(text), start + LONGEST)
    bracket = text.find(")", start, reach) if link["link"] == "(" else -1
    end = bracket if bracket >= 0 else reach
    stop = STOP.search(text, start, end)
    end = stop.start() if stop else end
    if end == reach < len(text):
        return None
    if announcement.size is None:
        spans = _uncounted(text, folded, start, end, book)
    else:
        spans = _counted(text, folded, start, end, announcement.size, book)
    spans = [_strip(text, a, b, book) for a, b in spans]
    if not spans:
        return None
    most = CLAUSE_WORDS if ";" in text[spans[0][0] : spans[-1][1]] else ITEM_WORDS
    if any(a >= b or len(text[a:b].split()) > most for a, b in spans):
        return None
    marker = link["link"].strip()
    return Run("inline", [Item(marker, sentence.line_no, sentence.start + a, text[a:b]) for a, b in spans])


def _uncounted(text: str, folded: str, start: int, end: int, book: _Book) -> list[tuple[int, int]]:
    """Three items or more between *start* and *end*, parted by semicolons or else by commas; nothing where they are left open."""
    spans = _pieces(text, start, end, "semicolon")
    if len(spans) >= LEAST:
        spans[-1] = _ended(folded, *spans[-1], book)
    else:
        spans = _pieces(text, start, min(end, _find(text, ":", start)), "comma")
        spans = _and(text, spans, len(spans) + 1, book) or spans
        spans[-1] = _trim(text, *spans[-1], book)
    if len(spans) < LEAST or any(mark in text[start : spans[-1][1]] for mark in book.open_ends):
        return []
    return spans


def _counted(text: str, folded: str, start: int, end: int, count: int, book: _Book) -> list[tuple[int, int]]:
    """The *count* items between *start* and *end*, or nothing where they do not come out."""
    parts = _pieces(text, start, end, "semicolon")
    parts[-1] = _ended(folded, *parts[-1], book) if len(parts) > 1 else parts[-1]
    if len(parts) == count:
        return parts
    if len(parts) == count - 1 and (joined := _and(text, parts, count, book)):
        return joined
    pieces = _pieces(text, start, min(end, _find(text, ";", start), _find(text, ":", start)), "comma")
    joined = _and(text, pieces, count, book)
    if joined:
        return joined
    if len(pieces) == count or (len(pieces) > count and book.after.match(folded, pieces[count][0])):
        return pieces[:count]
    return []


def _ended(folded: str, start: int, end: int, book: _Book) -> tuple[int, int]:
    """The last of several clauses without what follows the list: "…; văn hóa, do Quốc hội chọn"."""
    cut = next(
        (m.start() for m in SPLIT["comma"].finditer(folded, start, end) if book.after.match(folded, m.end())),
        end,
    )
    return start, cut


def _and(text: str, pieces: list[tuple[int, int]], count: int, book: _Book) -> list[tuple[int, int]]:
    """Pieces whose last two are joined by a word for *and*; what follows the joined piece is no longer the
    list."""
    if not 2 <= count <= len(pieces) + 1:
        return []
    start, end = pieces[count - 2]
    found = list(book.joint.finditer(text, start, end))
    if len(found) == 1 and text[start : found[0].start()].strip():
        return [*pieces[: count - 2], (start, found[0].start()), (found[0].end(), end)]
    return []


def _pieces(text: str, start: int, end: int, by: str) -> list[tuple[int, int]]:
    cuts = [match.start() for match in SPLIT[by].finditer(text, start, end)]
    return list(zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True))


def _trim(text: str, start: int, end: int, book: _Book) -> tuple[int, int]:
    """Cut "đối ngoại nhân dân trên các lĩnh vực" before the words that announce the next list."""
    tail = book.tail.search(text, start, end) if text[end : end + 1] == ":" else None
    return (start, tail.start()) if tail else (start, end)


def _strip(text: str, start: int, end: int, book: _Book) -> tuple[int, int]:
    lead = book.opening_joint.match(text, start, end)
    start = lead.end() if lead else start
    closed = CLOSED.match(text, start, end)
    end = closed.end() if closed else end
    return start, start + len(text[start:end].rstrip(" .;,…\u00a0"))


def _find(text: str, mark: str, start: int) -> int:
    place = text.find(mark, start)
    return place if place >= 0 else len(text)


@codebooks.made_from(BOOK)
def _book(corpus: Path | None) -> _Book:
    raw: Mapping[str, Any] = codebooks.read_yaml(BOOK, corpus=corpus)
    noun = rf"(?:(?:{choice(raw['before_noun'])})\s+)?(?P<noun>{choice(raw['nouns'])})(?!\w)(?:\s+(?:{choice(raw['modifiers'])})(?!\w))*"
    joints, plurals = choice(raw["joints"]), choice(raw["plurals"])
    return _Book(
        re.compile(rf"(?<![\w.,/%–-])(?P<count>\d{{1,2}}|{choice(raw['cardinals'])})\s+{noun}"),
        re.compile(
            rf"(?<=[\"“‘'«])(?P<count>\d{{1,2}}|{choice(raw['cardinals'])})\s+(?P<noun>\w+(?:\s\w+)?)(?=[\"”’'»])"
        ),
        re.compile(rf"(?<!\w)(?:{plurals})\s+{noun}"),
        re.compile(
            rf"[^,.;:!?()]{{0,{GAP}}}?(?:,\s*)?\s*(?P<link>(?<!\w)(?:{choice(raw['links'])})(?!\w)\s*:?|:|\()"
        ),
        re.compile(rf"\s*(?:{choice(raw['after_list'])})(?!\w)"),
        tuple(f" {fold(word)}" for word in raw["not_after"]),
        tuple(f" {fold(word)}" for word in raw["part_of"]),
        tuple(f" {fold(word)}" for word in raw["done"]),
        re.compile(rf"\s+(?!đó\s+là)(?:{choice(raw['pointing_back'])})(?!\w)"),
        re.compile(rf"[^.;:!?]*?(?<!\w)(?:{choice(raw['elsewhere'])})(?!\w)"),
        re.compile(
            rf"(?<!\w)(?:{choice(raw['documents'])})(?!\w)[^.;:!?]*?(?<!\w)(?:{choice(raw['sets_out'])})(?!\w)[^.;:!?]*$"
        ),
        re.compile(rf"(?:{choice(raw['fixed'])})(?!\w)"),
        tuple(raw["open_ends"]),
        re.compile(rf"(?<!\w)(?:{joints})(?!\w)"),
        re.compile(rf"[\s:\"“‘'(]*(?:(?:{joints})\s+)?"),
        re.compile(rf"\s(?:{choice(raw['before_next_list'])})\s+(?:{plurals})\s"),
        {fold(word): n for word, n in raw["cardinals"].items()},
        {fold(word): bool(promise) for word, promise in raw["nouns"].items()},
    )
