"""The items of a list inside one sentence: what stands between the commas or semicolons after an announcement."""

from __future__ import annotations

import re

from caytre.analysis.rhetoric.announcebook import PAIR, AnnounceBook, Announcement
from caytre.analysis.rhetoric.listbook import Item, Run
from caytre.tables import Sentence

__all__ = ["in_sentence", "in_the_next"]

ITEM_WORDS = 40
CLAUSE_WORDS = 100
"""Longest item between commas, and between semicolons."""
LEAST = 3
"""Items of a list that is announced without a number."""
NEAR = 20
"""Two things of any kind ("hai môn: A và B") are announced at most so many code points before the list: "và" is everywhere."""
LONGEST = 4_000
"""So many code points at most hold a list inside one sentence; it keeps the time linear."""
STOP = re.compile(r"[!?]|\.(?=\s*[^\W\d_])")
SPLIT = {
    mark: re.compile(rf"\([^()]*\)|(?P<cut>{sign})")
    for mark, sign in (("comma", ","), ("semicolon", ";"), ("either", "[,;]"))
}
"""Commas and semicolons, with what stands in brackets taken in one."""
OPENING = re.compile(r"[\s\"“‘']*(?P<words>\w+\s+\w+)(?!\w)")
CLOSED = re.compile(r"[^\"“”«»]+(?=[\"”»])(?![\"][^\"]*+[\"])")
"""An item up to a quotation mark that closes what began before it."""


def in_sentence(
    sentence: Sentence, folded: str, announcement: Announcement, book: AnnounceBook
) -> Run | None:
    """The items after an announcement in its own sentence, or None where they do not come out; *folded* is the
    sentence folded."""
    link = _link(folded, announcement, announcement.end - sentence.start, book)
    return _items(sentence, folded, announcement, link, book)


def in_the_next(
    sentence: Sentence, folded: str, announcement: Announcement, book: AnnounceBook
) -> Run | None:
    """The items of a sentence that opens with what links them to an announcement with a number in the sentence before:
    "Phiên họp bàn ba dự án. Gồm: …"."""
    link = book.next.match(folded) if announcement.size is not None and announcement.known else None
    return _items(sentence, folded, announcement, link, book)


def _items(
    sentence: Sentence,
    folded: str,
    announcement: Announcement,
    link: re.Match[str] | None,
    book: AnnounceBook,
) -> Run | None:
    text = sentence.text
    end = _end(text, link) if link is not None else None
    if link is None or end is None:
        return None
    if announcement.size is None:
        spans = _uncounted(text, folded, link.end(), end, book, firmly=not announcement.promise)
    else:
        spans = _counted(text, folded, link.end(), end, announcement.size, book)
    spans = [_strip(text, a, b, book) for a, b in spans]
    if not spans or not _plausible(text, spans):
        return None
    if not announcement.known:
        parted = ";" in text[spans[0][1] : spans[1][0]]
        if announcement.size == PAIR and not parted and len(link.group()) > NEAR:
            return None
        if all(book.counted.match(folded, a) for a, _ in spans):
            return None
    marker = link["link"].strip()
    return Run("inline", [Item(marker, sentence.line_no, sentence.start + a, text[a:b]) for a, b in spans])


def _link(folded: str, announcement: Announcement, start: int, book: AnnounceBook) -> re.Match[str] | None:
    """What links the announcement to its items: firmly where its noun is none of the codebook; where it has no number by a
    colon or "đó là", with no other plural between, and no "như" that opens examples."""
    link = (book.link if announcement.known else book.firm).match(folded, start)
    if link is None or announcement.size is not None:
        return link
    firm = ":" in link["link"] or link["link"].endswith("đó là")
    return link if firm and not book.no_list.search(folded, start, link.start("link")) else None


def _end(text: str, link: re.Match[str]) -> int | None:
    """Where the items end: at the bracket that closes, at a stop, or with the sentence; None where they would be too long."""
    start = link.end()
    reach = min(len(text), start + LONGEST)
    bracket = text.find(")", start, reach) if link["link"] == "(" else -1
    end = bracket if bracket >= 0 else reach
    stop = STOP.search(text, start, end)
    end = stop.start() if stop else end
    return None if end == reach < len(text) else max(start, len(text[:end].rstrip(" .;,")))


def _plausible(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether every item says something, and none is longer than an item may be."""
    most = CLAUSE_WORDS if ";" in text[spans[0][0] : spans[-1][1]] else ITEM_WORDS
    return all(a < b and len(text[a:b].split()) <= most for a, b in spans)


def _uncounted(
    text: str, folded: str, start: int, end: int, book: AnnounceBook, *, firmly: bool
) -> list[tuple[int, int]]:
    """Three items or more between *start* and *end*, parted by semicolons or else, not *firmly*, by commas; nothing
    where they are left open."""
    spans = _pieces(text, start, end, "semicolon")
    if len(spans) >= LEAST:
        spans[-1] = _ended(folded, *spans[-1], book)
    elif firmly:
        return []
    else:
        spans = _pieces(text, start, min(end, _find(text, ":", start)), "comma")
        spans = _and(text, spans, len(spans) + 1, book) or spans
        spans[-1] = _trim(text, *spans[-1], book)
    if len(spans) < LEAST or any(mark in text[start : spans[-1][1]] for mark in book.open_ends):
        return []
    return spans


def _counted(
    text: str, folded: str, start: int, end: int, count: int, book: AnnounceBook
) -> list[tuple[int, int]]:
    """The *count* items between *start* and *end*, or nothing where they do not come out."""
    parts = _pieces(text, start, end, "semicolon")
    parts[-1] = _ended(folded, *parts[-1], book) if len(parts) > 1 else parts[-1]
    if len(parts) == count:
        return parts
    if len(parts) == count - 1 and (joined := _and(text, parts, count, book)):
        return joined
    pieces = _pieces(text, start, min(end, _find(text, ";", start), _find(text, ":", start)), "comma")
    if len(pieces) >= count and (alike := _alike(text, folded, pieces, count, book)):
        return alike
    joined = _and(text, pieces, count, book)
    if joined and not (len(pieces) == count and _even(text, folded, pieces, book)):
        return joined
    if len(pieces) == count or (len(pieces) > count and book.after.match(folded, pieces[count][0])):
        return pieces[:count]
    mixed = _pieces(text, start, min(end, _find(text, ":", start)), "either") if len(parts) > 1 else []
    return mixed if len(mixed) == count else []


def _ended(folded: str, start: int, end: int, book: AnnounceBook) -> tuple[int, int]:
    """The last of several clauses without what follows the list: "…; văn hóa, do Quốc hội chọn"."""
    cut = next(
        (
            m.start()
            for m in SPLIT["comma"].finditer(folded, start, end)
            if m["cut"] and book.after.match(folded, m.end())
        ),
        end,
    )
    return start, cut


def _and(text: str, pieces: list[tuple[int, int]], count: int, book: AnnounceBook) -> list[tuple[int, int]]:
    """Pieces whose last two are joined by a word for *and*; what follows the joined piece is no longer the
    list."""
    if not 2 <= count <= len(pieces) + 1:
        return []
    start, end = pieces[count - 2]
    found = list(book.joint.finditer(text, start, end))
    if len(found) == 1 and text[start : found[0].start()].strip():
        return [*pieces[: count - 2], (start, found[0].start()), (found[0].end(), end)]
    return []


def _even(text: str, folded: str, pieces: list[tuple[int, int]], book: AnnounceBook) -> bool:
    """Whether the last of the pieces is one more item, and a "và" before it only joins two words: "kinh tế, quốc phòng và
    an ninh, xây dựng Đảng"."""
    *others, (start, end) = pieces
    longest = max(len(text[a:b].split()) for a, b in others)
    return not book.after.match(folded, start) and len(text[start:end].split()) <= longest


def _alike(
    text: str, folded: str, pieces: list[tuple[int, int]], count: int, book: AnnounceBook
) -> list[tuple[int, int]]:
    """The *count* items where just so many pieces open with the same two words, with commas inside them: "Nghị
    quyết số 59 …, Nghị quyết số 70 …, tầm nhìn …, Nghị quyết số 71 … và Nghị quyết số 72 …"."""
    start, end = pieces[0][0], pieces[-1][1]
    opening = OPENING.match(folded, start, end)
    if opening is None:
        return []
    words = re.compile(rf"(?:,|(?<!\w){book.joint.pattern})\s*{re.escape(opening['words'])}(?!\w)")
    cuts = [match.start() for match in words.finditer(folded, opening.end(), end)]
    if len(cuts) != count - 1:
        return []
    items = zip([start, *cuts], [*cuts, end], strict=True)
    return [(a + 1 if text[a] == "," else a, b) for a, b in items]


def _pieces(text: str, start: int, end: int, by: str) -> list[tuple[int, int]]:
    cuts = [match.start() for match in SPLIT[by].finditer(text, start, end) if match["cut"]]
    return list(zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True))


def _trim(text: str, start: int, end: int, book: AnnounceBook) -> tuple[int, int]:
    """Cut "đối ngoại nhân dân trên các lĩnh vực" before the words that announce the next list."""
    tail = book.tail.search(text, start, end) if text[end : end + 1] == ":" else None
    return (start, tail.start()) if tail else (start, end)


def _strip(text: str, start: int, end: int, book: AnnounceBook) -> tuple[int, int]:
    lead = book.opening_joint.match(text, start, end)
    start = lead.end() if lead else start
    closed = CLOSED.match(text, start, end)
    end = closed.end() if closed else end
    return start, start + len(text[start:end].rstrip(" .;,…\u00a0"))


def _find(text: str, mark: str, start: int) -> int:
    place = text.find(mark, start)
    return place if place >= 0 else len(text)
