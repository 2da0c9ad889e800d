"""What a page writes in the place of a picture: the headline again, the name of a file, a number, an editor's mark."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from caytre.text.cleaning.furniture import key
from caytre.text.orthography import fold

if TYPE_CHECKING:
    from caytre.text.cleaning.rows import Row

__all__ = ["LONGEST", "image_text", "is_slug", "starts_with_slug", "without_number"]

LONGEST = 350
"""A caption with a credit may have several sentences, up to this length."""
ASCII_ALT = re.compile(
    r"[a-z].{0,150} (?:anh|hinh|photo|image) ?\d{1,3}|[A-Z].{0,150} - ?(?:[Aa]nh|[Hh]inh|[Pp]hoto|[Ii]mage) ?\d{1,3}"
)
"""The headline without marks and the picture's number: "toan canh hoi nghi anh 2", "Toan canh hoi nghi - Anh 2"."""
IMAGE_NUMBER = re.compile(r"(?:[ảa]nh|hình|image|photo) ?\d{1,3}", re.IGNORECASE)
"""All there is on a line: "Ảnh 2"."""
ALT = re.compile(r"\s?[-–—]\s?(?:ảnh|hình|photo)\s?\d{1,3}\W*$", re.IGNORECASE)
NUMBERED_IMAGE = re.compile(r"\s[Ảả]nh \d{1,3}(?!\d)")
FILE_NAME = re.compile(
    r"(?:image|img|photo|picture|anh|hinh)[-_]?\d+|[\w-]+\.(?:jpe?g|png|gif|webp|bmp)|[a-z]+(?:[-_][a-z\d]+){1,8}[-_]\d{1,4}",
    re.IGNORECASE,
)
"""What an image file is called, as one word."""
FILE_NAME_SIZE = 120
SLUG_WORDS = 4
WORDED_FILE = re.compile(r"[a-z]+(?: [a-z\d]+)+ \d{1,14}")
"""A file's name in words, alone on its line: "dau tranh phan bac 1"."""
WORDED_FILE_WORDS = 3
STAMPED_FILE = re.compile(r"[a-z]+(?: [a-z]+){1,6} \d{8,14}(?=$| [^\W\d_a-z]| [\"“])")
"""A file named by its day, which may stand before the headline of a link: "tin nhap 20160813085511 Bế giảng …"."""


def image_text(row: Row, title_key: str) -> bool:
    """Whether the line is what stands in for an image: the headline again, or anything with "- Ảnh 1." behind it.

    The headline may have lost its marks ("ngay hoi van hoa doc sach"), and the caption may follow it on the line.
    """
    if row.size > LONGEST:
        return False
    if (title_key and row.key == title_key) or ALT.search(row.core[-20:]):
        return True
    if starts_with_slug(row, title_key):
        return True
    if (
        title_key[:1] == row.core[0].lower()
        and NUMBERED_IMAGE.search(row.core)
        and key(row.core).startswith(title_key + " ảnh")
    ):
        return True
    notes = row.book.captions
    if row.key in notes.image_notes or row.key.startswith(notes.image_note_starts):
        return True
    if row.core.startswith("![") and row.core.endswith(")"):
        return True
    if row.words <= 2 and IMAGE_NUMBER.fullmatch(row.core):
        return True
    if row.words == 1 and row.size <= FILE_NAME_SIZE and FILE_NAME.fullmatch(row.core):
        return True
    if not row.core.isascii():
        return False
    worded = row.words >= WORDED_FILE_WORDS and row.size <= FILE_NAME_SIZE and WORDED_FILE.fullmatch(row.core)
    return bool(worded) or ASCII_ALT.fullmatch(row.core) is not None


def starts_with_slug(row: Row, title_key: str) -> bool:
    """Whether the line begins as a page names a picture's file: with the headline without marks, or with a day.

    A line with marks has to open in small letters for that.
    """
    if not (row.core[0].islower() or row.core.isascii()):
        return False
    if STAMPED_FILE.match(row.core):
        return True
    if not title_key:
        return False
    slug = _slug(title_key)
    return slug != "" and row.key.startswith(slug)


def is_slug(row: Row, title_key: str) -> bool:
    """Whether the line is the headline without its marks or a file's name, and nothing else."""
    if not (row.core[0].islower() or row.core.isascii()):
        return False
    return STAMPED_FILE.fullmatch(row.core) is not None or (title_key != "" and row.key == _slug(title_key))


@lru_cache(maxsize=1_024)
def _slug(title_key: str) -> str:
    """A headline's key without marks; nothing where that changes nothing, or the headline is too short to tell."""
    bare = fold(title_key, tones=False)
    return bare if bare != title_key and bare.count(" ") >= SLUG_WORDS - 1 else ""


def without_number(core: str) -> str:
    """The line without the "- Ảnh 1." that numbers the images of a page."""
    match = ALT.search(core, max(0, len(core) - 20))
    return core[: match.start()] if match else core
