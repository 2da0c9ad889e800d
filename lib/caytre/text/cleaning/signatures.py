"""Who signs an article: the author, the source or the office that a short line names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from caytre.text.cleaning.datelines import is_name
from caytre.text.cleaning.furniture import key
from caytre.text.orthography import fold

if TYPE_CHECKING:
    from caytre.text.cleaning.furniture import Furniture

__all__ = ["SIGNATURE_WORDS", "STOPS", "URL_LINE", "place_name", "signed"]

STOPS = (".", "!", "?", "…")
URL_LINE = re.compile(r"(?:https?://|www\.)\S+")
SIGNATURE_WORDS = 16

LABEL = re.compile(r"([^\W\d_][^:\d]{0,40}?)(?:\s*:\s*|(?<= của) )(.+)")
NOTE = re.compile(r"\s*\(([^()]{1,40})\)\s*$")
WITH_PHOTOS = re.compile(r"([^:]{2,60}|[^:]{2,12}:[^:]{2,50})[-–—,;] ?ảnh ?: ?([^:]{2,60})", re.IGNORECASE)
"""Author and photographer on one line: "Thu Hà - Ảnh: Minh Đức"."""
READING_TIME = re.compile(r"(?<=[^\W\d_]) \d{1,2} phút(?: đọc)?$")
SITE = re.compile(r"[a-z\d-]+(?:\.[a-z]{2,})+")
ROMAN_ITEM = re.compile(r"[IVX]{1,5}[.)]\s")
NUMBER_WORDS = 3
WORK = re.compile(r"([^/()]{2,60}?)\s*/\s*([\w.+& -]{2,40})")
AROUND = "()[]*-–— "
"""What may stand around a signature."""
SOURCE_WORDS = 6
BUTTON_WORDS = 3
BUTTON_SIZE = 4
"""A button that is stuck to a name has at most so many words and at least so many letters."""


def place_name(text: str, book: Furniture) -> bool:
    """Whether a place has the shape of somebody's name: reporters are called Thái Bình or Hà Giang as well."""
    return key(text) in book.places and len(text.split()) == 2 and text.istitle()


def _labelled(name: str, book: Furniture, *, must_be_name: bool) -> str:
    """The author behind "Tác giả:" or "Nguồn:"; the site that one gives has no capital."""
    if must_be_name and not is_name(name, book):
        return ""
    site = "." in name and " " not in name and name[-1].isalpha()
    return name if (name[:1].isupper() or site) and len(name.split()) <= SIGNATURE_WORDS - 2 else ""


def signed(core: str, book: Furniture) -> str:
    """The author whom a line names, or an empty string."""
    text, noted = _without_note(READING_TIME.sub("", _without_button(core, book)), book)
    shared = WITH_PHOTOS.fullmatch(text)
    if shared and is_name(shared[2], book) and key(shared[1]) not in book.labels:
        text = shared[1].rstrip()
    if label := LABEL.fullmatch(text):
        return _behind_label(label[1], label[2].strip(), book)
    name, comma, rest = text.partition(", ")
    if comma and key(rest).startswith(book.professions) and is_name(name, book):
        return name
    if ROMAN_ITEM.match(text) and text.isupper() and len(text.split()) >= NUMBER_WORDS:
        return ""
    if source := _source(text):
        return source if "," not in source else ""
    if author := _authored(text, book):
        return author
    if key(text) in book.roles:
        return text
    for ending in book.notes:
        if len(ending) > 2 and text.lower().endswith(" " + ending):
            text = text[: -len(ending)].strip(" -–—,")
            break
    work = WORK.fullmatch(text)
    name = work[1].strip() if work else text
    if noted and place_name(name, book):
        return name
    if is_name(name, book) and not (name.isupper() and key(name) in book.sections):
        return "" if name.startswith(book.honorifics) and len(name.split()) >= NUMBER_WORDS else name
    return ""


def _without_button(core: str, book: Furniture) -> str:
    """The line without a button that is stuck to its end: "Minh HàGửi bình luận"."""
    words = core.split(" ")
    for count in range(1, min(BUTTON_WORDS, len(words)) + 1):
        word = words[-count]
        at = next((at for at in range(len(word) - 1, 0, -1) if word[at].isupper()), 0)
        if at and word[at - 1].isalpha() and word[at + 1 :].islower():
            button = " ".join((word[at:], *words[len(words) - count + 1 :]))
            if len(button) >= BUTTON_SIZE and key(button) in book.whole:
                return core[: len(core) - len(button)]
    return core


def _without_note(core: str, book: Furniture) -> tuple[str, bool]:
    """The line without brackets around it or a note behind it ("(TTXVN)"), and whether the note is one of authors."""
    note = NOTE.search(core)
    said = key(note[1]) if note and note.start() else ""
    if note and said:
        known = said in book.notes or said.partition(" ")[0] in book.notes
        if known or all(word[0].isupper() for word in note[1].split()):
            return core[: note.start()].strip(AROUND), said in book.notes
    return core.strip(AROUND), False


def _behind_label(label: str, named: str, book: Furniture) -> str:
    """The author whom "Tác giả: …" names, or whom "Theo …: https://…" does before the address."""
    if key(label) in book.labels:
        return _labelled(named, book, must_be_name=key(label) in book.works)
    first, _, source = label.partition(" ")
    return source if key(first) in book.labels and URL_LINE.fullmatch(named) else ""


def _authored(text: str, book: Furniture) -> str:
    """The author behind "Tác giả" without a colon: a name, one word that is no syllable ("VOV6"), or a source."""
    opening = next((phrase for phrase in book.author_openings if fold(text).startswith(phrase)), "")
    named = text[len(opening) :].strip() if opening else ""
    if is_name(named, book) or (named[:1].isupper() and named.isalnum() and not named.istitle()):
        return named
    return _source(named)


def _source(text: str) -> str:
    """What "Theo …" names as the source, where it is a name and no sentence."""
    first, _, rest = text.partition(" ")
    named = rest[:1].isupper() or SITE.fullmatch(rest)
    short = len(rest.split()) <= SOURCE_WORDS and not rest.endswith((*STOPS, ","))
    return rest if key(first) == "theo" and named and short else ""
