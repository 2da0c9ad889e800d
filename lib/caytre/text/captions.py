"""Which lines inside an article stand under a picture.

A caption rarely says that it is one. It is known by a credit ("Ảnh: VGP"), by an alternative text before it (the
headline again, or "… - Ảnh 1."), by being written twice, by the hole that the picture left in the lines, by a table
cell, or by naming somebody in the middle of doing what people do in press photographs. Where nothing of this holds,
the line stays text: a lost sentence is worse than a caption too many.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from caytre.text.orthography import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caytre.text.furniture import Captions
    from caytre.text.rows import Row

__all__ = [
    "caption_by_itself",
    "caption_by_place",
    "credit_start",
    "image_text",
    "only_photographer",
    "without_number",
]

LONGEST = 350
"""A caption with a credit may have several sentences, up to this length."""
PLAIN = 220
SCENE = 150
OPENING = 160
CREDIT_TAIL = 70
"""A credit stands this near to the end of its line."""
SCENE_END = 60
BESIDE = 90
"""A plain sentence that is a caption only because another one follows is no longer than this."""
PLATE_WORDS = 16

ASCII_ALT = re.compile(r"[a-z].{0,150} (?:anh|hinh|photo|image) ?\d{1,3}")
ALT = re.compile(r"\s?[-–—]\s?(?:ảnh|hình|photo)\s?\d{1,3}\W*$", re.IGNORECASE)
FIGURE = re.compile(r"(?:bảng|hình|biểu đồ|sơ đồ|ảnh) \d{1,2} ?[.:]")
QUOTED = ('"', "“", "”", "«", "»")


def image_text(row: Row, title_key: str) -> bool:
    """Whether the line is what stands in for an image: the headline again, or anything with "- Ảnh 1." behind it."""
    if row.size > LONGEST:
        return False
    if (title_key and row.key == title_key) or ALT.search(row.core[-20:]):
        return True
    return row.core.isascii() and ASCII_ALT.fullmatch(row.core) is not None


def without_number(core: str) -> str:
    """The line without the "- Ảnh 1." that numbers the images of a page."""
    match = ALT.search(core, max(0, len(core) - 20))
    return core[: match.start()] if match else core


def credit_start(row: Row) -> int:
    """Where a photo credit begins near the end of the line, or -1."""
    if ":" not in row.core[-CREDIT_TAIL:] and "/" not in row.core[-CREDIT_TAIL:]:
        return -1
    shift = max(0, row.size - CREDIT_TAIL)
    match = row.book.captions.credit.search(fold(row.core[shift:]))
    return shift + match.start() if match and not row.core[shift + match.end() :].strip().islower() else -1


def caption_by_itself(row: Row, usual_size: int) -> bool:
    """Whether the words of the line alone make it a caption, among paragraphs of *usual_size*."""
    book = row.book.captions
    if row.size > LONGEST or row.item or row.core.endswith(("?", ":")):
        return False
    if credit_start(row) >= 0 and not (row.several and book.tells.search(row.folded)):
        return True
    if row.size > PLAIN:
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


def caption_by_place(rows: Sequence[Row], at: int, usual_gap: int, *, lead: bool) -> bool:
    """Whether its neighbours make a line a caption: an image's text before it, itself again, or an image's hole after.

    *lead* says that it is the first paragraph, which many pages set apart as well.
    """
    row = rows[at]
    if row.size > PLAIN or row.item or row.core.endswith(("?", ":")):
        return False
    before = rows[at - 1] if at else None
    if before is not None and before.kind == "caption":
        if row.key and row.key == before.key:
            return True
        if image_text(before, ""):
            return not row.several and _still(row)
    if at + 1 < len(rows) and row.key and rows[at + 1].key == row.key and row.words >= 4:
        return True
    if at + 1 < len(rows) and _only_credit(rows[at + 1]) and not (row.ended or row.several) and _still(row):
        return True
    if at + 1 < len(rows) and _beside_credit(row, rows[at + 1]):
        return True
    hole = row.after > usual_gap and not _before_hole(rows, at, usual_gap)
    hole = hole or (not row.ended and row.before > usual_gap)
    hole = hole and not (lead and row.paragraph)
    return hole and not row.several and row.words >= 2 and _still(row) and not _opens_paragraph(row)


def _only_credit(row: Row) -> bool:
    """Whether the line is a credit and nothing else: "Ảnh: VGP", or the photographer in capitals."""
    labelled = 0 <= credit_start(row) <= 1 and not row.folded.startswith(row.book.media)
    return labelled or only_photographer(row)


def only_photographer(row: Row) -> bool:
    return row.core.isupper() and 2 <= row.words <= 5 and row.signed != "" and row.mark is None


def _beside_credit(row: Row, below: Row) -> bool:
    """Whether a short sentence about some thing stands right above a caption with a credit: two pictures in a row."""
    short = row.ended and row.size <= BESIDE and row.words >= 4 and not row.several
    return (
        short and row.folded.startswith(row.book.captions.things) and credit_start(below) > 0 and _still(row)
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
    if not row.key.startswith(book.heads) or row.folded.startswith(book.not_starts):
        return False
    if book.scene_not.search(row.folded):
        return False
    if not book.scenes.search(row.folded):
        return False
    short = row.size <= BESIDE and row.size * 2 <= usual_size
    return not row.ended or short or book.ends.search(row.folded[-SCENE_END:]) is not None


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
    )


def _still(row: Row) -> bool:
    """Whether the line neither quotes nor tells nor argues."""
    return not (any(mark in row.core for mark in QUOTED) or row.book.captions.tells.search(row.folded))


def _opens_paragraph(row: Row) -> bool:
    return row.ended and row.folded.startswith(row.book.captions.not_starts)
