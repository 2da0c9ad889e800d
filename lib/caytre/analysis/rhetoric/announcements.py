"""Numbers that announce a list ("9 nhiệm vụ trọng tâm"), the lists inside one sentence, and which belongs to
which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from caytre.analysis.rhetoric.announcebook import GAP, PAIR, AnnounceBook, Announcement, announce_book
from caytre.analysis.rhetoric.listbook import Run
from caytre.analysis.rhetoric.sentencelists import in_sentence, in_the_next
from caytre.tables import BODY_KINDS, Annotated, Sentence
from caytre.text.orthography import fold

__all__ = ["Announcement", "announced", "assign", "inline"]

REACH = 4
"""A list is announced at most so many lines with text before its first item."""
SHORT = 3
SHORT_REACH = 2
"""Small numbers are everywhere: up to SHORT items the announcement must stand within SHORT_REACH lines."""
ELSEWHERE = 60
"""So many code points behind an announcement are looked at for a document that has the list."""
CLAUSE = 160
"""So many code points before one, for a document that sets it out, and behind one, for the colon before its list."""
SOMETHING = re.compile(r"\S")


def announced(article: Annotated, *, corpus: Path | None = None) -> list[Announcement]:
    """Every number from two up that counts a noun of the codebook, in body and headings, in order; of other nouns
    those whose list begins with the next line ("ba tỉnh gồm:")."""
    book = announce_book(corpus)
    return [
        _whole(sentence, folded, found, book)
        for sentence in article.sentences
        if sentence.kind in BODY_KINDS
        for folded in (fold(sentence.text),)
        for found in _in_sentence(sentence, folded, book)
        if found.size is not None and (found.known or _ends_open(sentence, folded, found, book))
    ]


def inline(article: Annotated, *, corpus: Path | None = None) -> list[tuple[Announcement, Run]]:
    """Lists inside one sentence: announced with a number that the items match ("ba trụ cột là A, B và C"), or
    announced without one before a colon ("các trụ cột: A, B, C"; then three items or more, and not left
    open). Of two that announce the same items the noun of the codebook counts, else the nearer one."""
    book = announce_book(corpus)
    found: dict[tuple[int, int], tuple[Announcement, Run]] = {}
    before: list[Announcement] = []
    for sentence in article.sentences:
        if sentence.kind in BODY_KINDS:
            folded = fold(sentence.text)
            here = _in_sentence(sentence, folded, book)
            candidates = [(a, in_the_next(sentence, folded, a, book)) for a in before[-1:]]
            before = [a for a in here if a.size is not None]
            for announcement, run in candidates + [(a, in_sentence(sentence, folded, a, book)) for a in here]:
                if run is not None:
                    announcement = _whole(sentence, folded, announcement, book)
                    place = run.items[0].line_no, run.items[0].start
                    other = found.get(place)
                    if other is None or announcement.known >= other[0].known:
                        found[place] = announcement, run
    return list(found.values())


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


def _in_sentence(sentence: Sentence, folded: str, book: AnnounceBook) -> list[Announcement]:
    found = []
    starts = set[int]()
    for pattern in (book.number, book.coined, book.open, book.plural, book.plenty):
        for match in pattern.finditer(folded):
            before = " " + folded[max(0, match.start() - 20) : match.start()].rstrip()
            if before.endswith(book.not_after) or book.pointing_back.match(folded, match.end()):
                continue
            word = None if pattern in (book.plural, book.plenty) else match["count"]
            count = None if word is None else int(word) if word.isdigit() else book.numbers[word]
            if count is not None and count < 2:
                continue
            start, end = match.span()
            if pattern in (book.coined, book.open, book.plenty) and start in starts:
                continue
            starts.add(start)
            found.append(
                Announcement(
                    count,
                    match["noun"],
                    sentence.text[start:end],
                    sentence.line_no,
                    sentence.start + start,
                    sentence.start + end,
                    _promises(folded, match, before, book, counted=count is not None),
                    _announces_here(folded, end, book)
                    or (count == PAIR and book.two.match(folded, end) is not None),
                    pattern not in (book.open, book.plenty),
                )
            )
    return sorted(found, key=lambda a: a.start)


def _promises(folded: str, match: re.Match[str], before: str, book: AnnounceBook, *, counted: bool) -> bool:
    """Whether the reader waits for a list; not for a part of one, for what was done ("hoàn thành 3 mục tiêu"), a
    programme known by its number ("ba đột phá chiến lược"), or what another document lists."""
    after = folded[match.end() : match.end() + ELSEWHERE]
    clause = folded[max(0, match.start() - CLAUSE) : match.start()]
    return (
        book.promises.get(
            folded[match.start("kind") : match.end("noun")], book.promises.get(match["noun"], False)
        )
        and not before.endswith(book.part_of)
        and not (counted and before.endswith(book.done))
        and not book.fixed.match(folded, match.start())
        and not book.elsewhere.match(after)
        and not book.document.search(clause)
    )


def _announces_here(folded: str, end: int, book: AnnounceBook) -> bool:
    """Whether the announcement goes on "là …" or ": …": whatever follows is its list, even if it cannot be counted."""
    link = book.link.match(folded, end)
    return link is not None and SOMETHING.search(folded, link.end()) is not None


def _ends_open(sentence: Sentence, folded: str, announcement: Announcement, book: AnnounceBook) -> bool:
    """Whether the sentence ends with the colon before a list in the lines below it."""
    end = announcement.end - sentence.start
    return book.opens.search(folded, max(end, len(folded) - GAP)) is not None and len(folded) - end <= CLAUSE


def _whole(sentence: Sentence, folded: str, announcement: Announcement, book: AnnounceBook) -> Announcement:
    """An announcement of any noun with all the words up to its list: "6 vùng kinh tế - xã hội"."""
    start = announcement.start - sentence.start
    link = None if announcement.known else book.firm.match(folded, announcement.end - sentence.start)
    if link is None:
        return announcement
    text = sentence.text[start : link.start("link")].rstrip(" ,\u00a0").removesuffix(" là")
    return announcement._replace(text=text, end=announcement.start + len(text))
