"""Which lines inside an article stand under a picture.

A caption rarely says that it is one. It is known by a credit ("Ảnh: VGP"), by an alternative text before it (the
headline again, or "… - Ảnh 1."), by being written twice, by the hole that the picture left in the lines, by a table
cell, or by naming somebody in the middle of doing what people do in press photographs. Where nothing of this holds,
the line stays text: a lost sentence is worse than a caption too many.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from caytre.text.cleaning.furniture import CREDIT_TAIL
from caytre.text.cleaning.images import LONGEST, image_text, is_slug
from caytre.text.orthography import fold, is_syllable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caytre.text.cleaning.furniture import Captions
    from caytre.text.cleaning.rows import Row

__all__ = [
    "NO_GAP",
    "caption_by_itself",
    "caption_by_place",
    "credit_start",
    "galleries",
    "only_photographer",
    "says_again",
]

PLAIN = 220
SCENE = 150
OPENING = 160
SCENE_END = 60
BESIDE = 90
"""A plain sentence that is a caption only because another one follows is no longer than this."""
PLATE_WORDS = 16
OWNED = re.compile(r"(?<=[.!?…”\"]\s)©\s?[^\W\d_][^\d.©]{1,40}$")
BETWEEN = 6
"""So many short sentences between two captions are captions as well, where none of them tells."""

NO_GAP = 1_000_000
"""The usual gap of an article that is too short to have one."""
TITLE_QUOTED = re.compile(r"(?<!: )(?<!:)([\"“«])([^\"“”«»]{1,80})[\"”»]")
ECHO = range(20, 151)
SERIES_WORDS = 4
ECHO_WORDS = 7
ECHO_RUN = 3
ECHO_SHARE = 0.6
"""A caption that says again what a paragraph says shares this part of its runs of three words with it."""
FIGURE = re.compile(r"(?:bảng|hình|biểu đồ|sơ đồ|ảnh) \d{1,2} ?[.:]")
NOT_WORDS = re.compile(r"\W+")
LONGEST_COMPARED = 2_000
WORD_BREAKS = re.compile(r"[\s/-]+")
CLOSING = ")]. "
BULLETS = "•●■▪*–-"
ANNOUNCED = 140
"""Pictures are announced in the last so many characters of a paragraph."""
CLOSING_GALLERY = 4
CLOSING_SIZE = 110
QUOTED = ('"', "“", "”", "«", "»")


def credit_start(core: str, book: Captions) -> int:
    """Where a photo credit begins near the end of a line, or -1."""
    tail = core[-CREDIT_TAIL:]
    shift = max(0, len(core) - CREDIT_TAIL)
    closing = tail.rstrip(CLOSING)
    named = closing.rpartition(" ")[2][:1].isupper() or closing.endswith(book.provided)
    bare = book.bare_credit.search(tail) if named else None
    if bare and _credits(bare[1].strip(CLOSING), book):
        return shift + bare.start()
    if "©" in tail and (owned := OWNED.search(tail)):
        return shift + owned.start()
    if ":" not in tail and "/" not in tail:
        return -1
    match = book.credit.search(fold(tail))
    if match is None:
        return -1
    credited = tail[match.end() :].strip()
    named = not credited.islower() or (
        " " not in credited and ("." in credited[:-1] or not is_syllable(credited.rstrip(CLOSING)))
    )
    return shift + match.start() if named else -1


def _credits(credited: str, book: Captions) -> bool:
    """Whether what stands behind a credit without a colon may have made a picture: a name, an office, or who gave it."""
    names = all(word[:1].isupper() for word in WORD_BREAKS.split(credited) if word)
    return names or credited.endswith(book.provided) or fold(credited).startswith(book.makers)


def caption_by_itself(row: Row, usual_size: int) -> bool:
    """Whether the words of the line alone make it a caption, among paragraphs of *usual_size*."""
    book = row.book.captions
    if row.size > LONGEST or row.core.endswith(("?", ":")):
        return False
    if row.credit >= 0 and not (row.several_before(row.credit) and book.tells.search(row.folded)):
        return not row.item or row.core[0] in BULLETS
    if row.size > PLAIN or row.item:
        return False
    if row.key.endswith(book.credit_ends) or (FIGURE.match(row.folded) and not row.ended):
        return True
    if (
        any(place in row.folded for place in book.positions)
        and not row.several
        and not book.tells.search(row.folded)
    ):
        return True
    opened = row.folded.startswith(book.starts) and row.size <= OPENING
    if opened and not row.several and not book.tells.search(row.folded):
        return True
    return _name_plate(row, book) or _shown(row, book, usual_size) or _scene(row, book, usual_size)


def caption_by_place(
    rows: Sequence[Row], at: int, usual_gap: int, *, lead: bool, last: bool, title_key: str = ""
) -> bool:
    """Whether its neighbours make a line a caption: an image's text before it, itself again, or an image's hole after.

    *lead* says that it is the first paragraph, which many pages set apart as well; *last* that the article ends with it:
    what is wide open behind a finished sentence there is no hole.
    """
    row = rows[at]
    if row.item or row.core.endswith(("?", ":")):
        return False
    if row.size > PLAIN:
        return row.size <= LONGEST and _twin(rows, at) and row.folded.startswith(row.book.captions.heads)
    before = rows[at - 1] if at else None
    if before is not None and before.kind == "caption":
        if row.key and row.key == before.key:
            return True
        attached = row.before < usual_gap < NO_GAP and not row.ended
        if image_text(before, "") or is_slug(before, title_key) or attached:
            return not row.several and _still(row) and not (row.paragraph and _opens_paragraph(row))
    if at + 1 < len(rows) and row.key and rows[at + 1].key == row.key and row.words >= 4:
        return not _opens_paragraph(row)
    if at + 1 < len(rows) and _only_credit(rows[at + 1]) and not (row.ended or row.several) and _still(row):
        return True
    if at + 1 < len(rows) and _beside_credit(row, rows[at + 1]):
        return True
    if not lead and (_above_credit(rows, at, usual_gap) or _with_image_text(rows, at, usual_gap)):
        return True
    told = row.ended and row.size > SCENE
    if at + 1 < len(rows) and rows[at + 1].core == "|" and not (told or row.several) and _still(row):
        return True
    closes = at + 1 == len(rows) or (last and row.ended)
    hole = row.after > usual_gap and not closes and not _before_hole(rows, at, usual_gap)
    hole = hole or (row.before > usual_gap and (not row.ended or _sticks_to_text(rows, at)))
    explains = " là " in row.folded if row.ended else row.folded.startswith(row.book.captions.tasks)
    hole = hole and not explains
    hole = hole and not (lead and row.paragraph)
    breaks_off = at + 1 == len(rows) and row.folded.startswith(row.book.captions.not_starts)
    opens = breaks_off or _opens_paragraph(row)
    return hole and not row.several and row.words >= 2 and _still(row) and not opens


def says_again(rows: Sequence[Row], at: int, usual_size: int) -> bool:
    """Whether a short sentence says what a paragraph beside it says in the same words, as captions often do."""
    row = rows[at]
    if row.size not in ECHO or not row.core.endswith("."):
        return False
    near = [other for other in (*rows[max(0, at - 2) : at], *rows[at + 1 : at + 3]) if other.paragraph]
    if row.words >= ECHO_WORDS and any(row.core in other.core and other.size > row.size for other in near):
        return True
    if row.size * 2 > usual_size or row.several or row.item:
        return False
    if row.words < ECHO_WORDS or not _still(row) or _opens_paragraph(row):
        return False
    runs = _runs(row)
    return any(
        len(runs & _runs(other)) >= ECHO_SHARE * len(runs) for other in near if other.size > row.size * 2
    )


def galleries(rows: Sequence[Row], first: int, end: int) -> None:
    """Give the captions of a series of pictures their kind, where one of them shows what the others are.

    Short single sentences are meant that follow the words "một số hình ảnh", stand between two captions, stand on the
    page more than once, or close the article in one run with a caption.
    """
    twice = Counter(row.key for row in rows[first:end] if row.key and row.ended and row.words >= SERIES_WORDS)
    announced = False
    for at in range(first + 1, end):
        row = rows[at]
        single = row.kind == "caption" or (_single(row) and not row.signed)
        announced = single and (announced or _announces(rows[at - 1]))
        between = at + 1 < end and rows[at - 1].kind == rows[at + 1].kind == "caption" and row.size <= BESIDE
        if row.kind != "caption" and single:
            shown = _still(row) and not _opens_paragraph(row)
            if announced or (shown and (between or twice[row.key] > 1)):
                row.kind = "caption"
    _between_captions(rows, first, end)
    signed = rows[end - 1] if end - 1 > first and rows[end - 1].signed else None
    run = last = end - (signed is not None)
    while run - 1 > first and _closes_series(rows[run - 1]):
        run -= 1
    series = rows[run:last]
    known = any(row.kind == "caption" for row in series) and any(row.paragraph for row in rows[first:run])
    if known and len(series) >= CLOSING_GALLERY:
        for row in series:
            row.kind = "caption"
        if signed is not None:
            signed.kind = "byline"


def _between_captions(rows: Sequence[Row], first: int, end: int) -> None:
    """Give a run of short sentences between two captions their kind, where each may stand under a picture."""
    start = first
    for at in range(first, end):
        row = rows[at]
        if row.kind == "caption":
            if first < start < at <= start + BETWEEN:
                for other in rows[start:at]:
                    other.kind = "caption"
            start = at + 1
        elif not (row.ended and _closes_series(row)):
            start = end


def _closes_series(row: Row) -> bool:
    if row.size > CLOSING_SIZE or not _single(row, caption=True):
        return False
    told = row.kind != "caption" and row.ended and row.book.captions.scene_not.search(row.folded) is not None
    return not told and _still(row) and not (_opens_paragraph(row) or _announces(row))


def _single(row: Row, *, caption: bool = False) -> bool:
    """Whether a line of text (or a caption) is one short sentence, and not one of a list."""
    kinds = ("body", "heading", "caption") if caption else ("body", "heading")
    return (
        row.kind in kinds
        and row.size <= SCENE
        and row.words >= 3
        and not (
            row.several or row.item or row.joined or row.goes_on or row.core.endswith(("?", ":", ";", ","))
        )
    )


def _announces(row: Row) -> bool:
    ended = row.core[-1] in ":." and row.kind in ("body", "heading")
    return ended and row.book.captions.galleries.search(fold(row.core[-ANNOUNCED:])) is not None


def _runs(row: Row) -> set[tuple[str, ...]]:
    words = [word for word in NOT_WORDS.split(row.folded[:LONGEST_COMPARED]) if word]
    return set(zip(*(words[shift:] for shift in range(ECHO_RUN)), strict=False)) or {tuple(words)}


def _only_credit(row: Row) -> bool:
    """Whether the line is a credit and nothing else: "Ảnh: VGP", or the photographer in capitals."""
    labelled = 0 <= row.credit <= 1 and not row.folded.startswith(row.book.media)
    return labelled or only_photographer(row)


def only_photographer(row: Row) -> bool:
    """Whether the line is nothing but a name in capitals, as photographers are named."""
    return row.core.isupper() and 2 <= row.words <= 5 and row.signed != "" and row.mark is None


def _beside_credit(row: Row, below: Row) -> bool:
    """Whether a short sentence about some thing stands right above a caption with a credit: two pictures in a row."""
    short = row.ended and row.size <= BESIDE and row.words >= 4 and not row.several
    return short and row.folded.startswith(row.book.captions.things) and below.credit > 0 and _still(row)


def _above_credit(rows: Sequence[Row], at: int, usual_gap: int) -> bool:
    """Whether a line that does not end sticks to a caption with a credit, where paragraphs stand apart: the image's text."""
    row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    apart = row.after < usual_gap < NO_GAP and not (row.ended or row.joined)
    return apart and below is not None and below.credit > 0 and below.size <= LONGEST


def _with_image_text(rows: Sequence[Row], at: int, usual_gap: int) -> bool:
    """Whether a line that does not end and one short one stick together where paragraphs stand apart: a picture's two lines."""
    for text in (at, at - 1):
        if not 0 <= text < len(rows) - 1:
            continue
        row, below = rows[text], rows[text + 1]
        together = row.after < usual_gap < NO_GAP and usual_gap <= min(row.before, below.after)
        short = below.size <= BESIDE and below.words <= PLATE_WORDS and not (below.several or below.item)
        told = row.ended or row.joined or below.joined or below.core.endswith(("?", ":", ",", ";"))
        if together and short and not told and row.headline and _still(below) and not _opens_paragraph(below):
            return below.mark is None and row.book.captions.scene_not.search(below.folded) is None
    return False


def _twin(rows: Sequence[Row], at: int) -> bool:
    """Whether a line stands twice in a row, as the text of an image and as its caption."""
    return any(0 <= near < len(rows) and rows[near].core == rows[at].core for near in (at - 1, at + 1))


def _sticks_to_text(rows: Sequence[Row], at: int) -> bool:
    """Whether a short sentence behind a hole stands right above a paragraph, where the picture's line was left out."""
    row = rows[at]
    below = rows[at + 1] if at + 1 < len(rows) else None
    return (
        below is not None and row.after == 0 and row.size <= BESIDE and below.size > row.size and below.ended
    )


def _before_hole(rows: Sequence[Row], at: int, usual_gap: int) -> bool:
    """Whether the hole behind a line holds the picture of the caption that comes next."""
    below = rows[at + 1] if at + 1 < len(rows) else None
    return below is not None and below.after > usual_gap and below.size <= PLAIN and not below.several


def _shown(row: Row, book: Captions, usual_size: int) -> bool:
    """Whether a short line names what a picture shows ("Màn đồng diễn của các em nhỏ.") or where a player is seen."""
    if row.size > BESIDE or row.size * 2 > usual_size or row.several or not _still(row) or row.words < 4:
        return False
    if row.key.endswith(book.film_ends):
        return True
    opening = next((phrase for phrase in book.shows if row.folded.startswith(phrase)), "")
    return bool(opening) and book.scene_not.search(row.folded, len(opening)) is None


def _scene(row: Row, book: Captions, usual_size: int) -> bool:
    if row.ended and row.size * 1.5 > usual_size:
        return False
    if row.size > (SCENE if row.ended else PLAIN) or row.several or not _still(row) or row.words < 4:
        return False
    posed = row.key.endswith(book.scenes_last)
    if not (row.key.startswith(book.heads) or (posed and _opens_with_name(row))):
        return False
    if row.folded.startswith(book.not_starts):
        return False
    if book.scene_not.search(row.folded):
        return False
    if not (book.scenes.search(row.folded) or (not row.ended and book.scenes_unended.search(row.folded))):
        return False
    short = row.size <= BESIDE and row.size * 2 <= usual_size
    return not row.ended or short or posed or book.ends.search(row.folded[-SCENE_END:]) is not None


def _opens_with_name(row: Row) -> bool:
    """Whether the line begins with two capitalised words, as with somebody's name."""
    first = row.core.split(" ", 2)[:2]
    return len(first) == 2 and all(word.isalpha() and word.istitle() for word in first)


def _name_plate(row: Row, book: Captions) -> bool:
    """Whether the line is nothing but somebody's office and name: "Phó Phát ngôn Bộ Ngoại giao Đoàn Khắc Việt"."""
    last = row.core.rstrip(".").rsplit(" ", 2)[-2:]
    named = len(last) == 2 and all(word[:1].isupper() and word.isalpha() for word in last)
    return (
        named
        and 4 <= row.words <= PLATE_WORDS
        and row.key.startswith(book.heads)
        and _still(row)
        and ":" not in row.core
        and not (row.ended and (" là " in row.folded or book.scene_not.search(row.folded)))
    )


def _still(row: Row) -> bool:
    """Whether the line neither quotes somebody nor tells nor argues; a title in quotation marks is no speech."""
    core = row.core
    if any(mark in core for mark in QUOTED):
        core = TITLE_QUOTED.sub(lambda quoted: "" if quoted[2][0].isupper() else quoted[0], core)
    return not (any(mark in core for mark in QUOTED) or row.book.captions.tells.search(row.folded))


def _opens_paragraph(row: Row) -> bool:
    return row.ended and row.folded.startswith(row.book.captions.not_starts)
