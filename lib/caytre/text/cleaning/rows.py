"""The lines of a text that are not blank, with what one can see of each alone."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from caytre.text.cleaning.captions import credit_start
from caytre.text.cleaning.datelines import dateline, is_name, only_time
from caytre.text.cleaning.furniture import key
from caytre.text.orthography import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from caytre.text.cleaning.datelines import Dateline
    from caytre.text.cleaning.furniture import Furniture, Mark

__all__ = ["ARGUED", "PARAGRAPH", "SHORT", "Row", "rows_of"]

SHORT = 200
"""Only lines up to here are looked at closely; a longer one is a paragraph."""
PARAGRAPH = 80
"""A line of this length that ends like a sentence is a paragraph."""
UNENDED_PARAGRAPH = 180
ARGUED = 90
"""A line of this length with several sentences is certainly text."""

BREADCRUMB = 80
BRACKET = 60
"""A last bracket of up to this length may follow the end of the sentence."""

STOPS = (".", "!", "?", "…")
OVER = (".", "!", "?", "…", ":", ";", "|", "”", '"')
"""After a line that ends so, the next one begins something new."""
CLOSERS = "\"'”’»)]* "
SENTENCE_BREAK = re.compile(r"[\w%)\]\"”’»][.!?…]+[\"”’»)\]]*\s+[\"“‘«(]?([^\W_])")
DOUBLED = 8
ABBREVIATION = 4
"""So many capitals before a full stop are a title or an initial, not the end of a sentence: "TS. Nguyễn"."""
ITEM = re.compile(
    r"(?:[-–—+•*●▪►✓○■]\s*\S|\(?(?:\d{1,3}|[a-zđ]|[IVX]{1,5})[.)/](?!\d{3})\s*\S|(?:Bước|Điều|Phần|Câu|Bài|Chương)\s+\d)"
)
TRAIL = re.compile(r"[>»/|›]")
CONNECTIVE = 24
"""No phrase of those that open running text is longer."""
MENU_GAP = re.compile(r"\s{2,}")
MARQUEE_GAP = " " * 12
MARQUEE = re.compile(rf"{MARQUEE_GAP}\s*")
"""What parts the slogans that run through the head of a page."""
STEP = re.compile(r"\s[>»›]\s")
URL_LINE = re.compile(r"(?:https?://|www\.)\S+")
SIGNATURE = 120
LABEL_SIZE = 32
SIGNATURE_WORDS = 16
UNIT_WORDS = 12

LABEL = re.compile(r"([^\W\d_][^:\d]{0,40}?)(?:\s*:\s*|(?<= của) )(.+)")
NOTE = re.compile(r"\s*\(([^()]{1,40})\)\s*$")
WITH_PHOTOS = re.compile(r"([^:]{2,60}|[^:]{2,12}:[^:]{2,50})[-–—,;] ?ảnh ?: ?([^:]{2,60})", re.IGNORECASE)
"""Author and photographer on one line: "Thu Hà - Ảnh: Minh Đức"."""
READING_TIME = re.compile(r"(?<=[^\W\d_]) \d{1,2} phút(?: đọc)?$")
SITE = re.compile(r"[a-z\d-]+(?:\.[a-z]{2,})+")
ROMAN_ITEM = re.compile(r"[IVX]{1,5}[.)]\s")
NUMBER_WORDS = 3
WORK = re.compile(r"([^/()]{2,60}?)\s*/\s*([\w.+& ]{2,30})")
AROUND = "()[]*-–— "
"""What may stand around a signature."""
SOURCE_WORDS = 6
BRACKETS = str.maketrans("", "", "()[]*")


Value = TypeVar("Value")


class _once(Generic[Value]):  # noqa: N801  # used like property
    """A property computed when first asked for: functools.cached_property, without the lock it takes in Python 3.11."""

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self.compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, row: Any, owner: type) -> Value:
        value = row.__dict__[self.name] = self.compute(row)
        return value


@dataclass(eq=False)
class Row:
    """One line that is not blank. *start* is where its core (the line without outer space and table pipe) begins.

    *before* and *after* count the blank lines around it; *size* and *words* measure its core; *ended* says that it ends
    as a sentence does.
    """

    index: int
    start: int
    core: str
    pipe: bool
    book: Furniture
    before: int = 0
    follows_open: bool = False
    after: int = 0
    repeated: bool = False
    kind: str = ""

    @_once
    def joined(self) -> bool:
        """Whether it goes on with the line above, as in text with fixed line breaks."""
        return self.follows_open and self.size > 1 and self.mark is None and not self.dated

    def __post_init__(self) -> None:
        self.size = len(self.core)
        self.words = self.core.count(" ") + 1
        bracket = self.core.rfind("(", -BRACKET) if self.core.endswith(")") else -1
        self.ended = self.core.rstrip(CLOSERS).endswith(STOPS) or self.core[: max(0, bracket)].rstrip(
            CLOSERS
        ).endswith(STOPS)

    @_once
    def key(self) -> str:
        """For comparing short lines; a paragraph has none."""
        return key(self.core) if self.size <= SHORT else ""

    @_once
    def folded(self) -> str:
        """The core as it is compared."""
        return fold(self.core)

    @_once
    def credit(self) -> int:
        """Where a photo credit begins near its end, or -1."""
        return credit_start(self.core, self.book.captions)

    @_once
    def doubled(self) -> bool:
        """Whether it says the same twice without a space between, as where a link and its image run together."""
        half = self.size // 2
        return self.words >= DOUBLED and self.size % 2 == 0 and self.core[:half] == self.core[half:]

    @_once
    def placed(self) -> bool:
        """Whether it says where somebody stands in a picture: "(giữa)"."""
        return "(" in self.core and any(place in self.folded for place in self.book.captions.positions)

    @_once
    def several(self) -> bool:
        """Whether it holds more than one sentence."""
        return self.several_before(self.size)

    def several_before(self, end: int) -> bool:
        """Whether a second sentence begins before *end*: a credit behind the only one is none."""
        return any(
            match.start(1) < end and self._breaks(match) for match in SENTENCE_BREAK.finditer(self.core)
        )

    def _breaks(self, match: re.Match[str]) -> bool:
        if not (match[1].isupper() or match[1].isdigit()):
            return False
        word = self.core[self.core.rfind(" ", 0, match.start()) + 1 : match.start() + 1]
        return not (len(word) <= ABBREVIATION and word.isalpha() and word.isupper())

    @_once
    def item(self) -> bool:
        """Whether it is marked as an item of a list."""
        return ITEM.match(self.core) is not None

    @_once
    def mark(self) -> Mark | None:
        """What the codebook says of it, wherever it stands."""
        return self.book.mark(self.core, self.key, article=False)

    @_once
    def inner_mark(self) -> Mark | None:
        """What the codebook says of it inside an article."""
        return self.book.mark(self.core, self.key, article=True)

    @_once
    def section(self) -> bool:
        """Whether it is the name of a section, several of them, or the trail of pages that leads to the article."""
        if self.core.count(MARQUEE_GAP) > 1 and len(MARQUEE.split(self.core)) > 2:
            return True
        if self.size <= SHORT and "  " in self.core and len(pieces := MENU_GAP.split(self.core)) > 2:
            return key(pieces[0]) in self.book.sections or key(pieces[0]) in self.book.whole
        if self.size <= SHORT and "," not in self.core and self.book.strung(self.key):
            return True
        if self.size > BREADCRUMB:
            steps = STEP.split("  " + self.core) if self.core[0] in ">»›" and self.size <= SHORT else []
            return len(steps) > 2 and key(steps[1]) in self.book.whole.keys() | self.book.sections
        if not TRAIL.search(self.core):
            return self.key in self.book.sections
        parts = [key(part) for part in TRAIL.split(self.core)]
        known = [part in self.book.sections or part in self.book.whole for part in parts]
        return all(known) or (known[0] and (len(parts) > 2 or STEP.search(self.core) is not None))

    @_once
    def stamp(self) -> Dateline | None:
        """What it says as a dateline, or None."""
        return dateline(self.core, self.book)

    @_once
    def dated(self) -> bool:
        """Whether it is a dateline or a time of day alone."""
        return self.stamp is not None or bool(only_time(self.core))

    @_once
    def url(self) -> bool:
        """Whether it is an address alone."""
        return URL_LINE.fullmatch(self.core) is not None

    @_once
    def signed(self) -> str:
        """The author that the line names, or nothing: "Theo TTXVN", "T.H (tổng hợp)", "Phan Anh"."""
        longest = SHORT if "://" in self.core else SIGNATURE
        return _signed(self.core, self.book) if self.size <= longest and self.words <= SIGNATURE_WORDS else ""

    @_once
    def authored(self) -> bool:
        """Whether a label says that an author is named here: "Tin, ảnh: …", "Tác giả bài viết: …"."""
        label, colon, _ = self.core[:LABEL_SIZE].partition(":")
        return bool(colon) and key(label) in self.book.author_labels and bool(self.signed)

    @_once
    def promotes(self) -> bool:
        """Whether it points to another article of the site: ">> …", "Xem thêm: …"."""
        return self.folded.startswith(self.book.teasers)

    @_once
    def place_name(self) -> bool:
        """Whether it is a place that may be an author; where it stands decides."""
        return _place_name(self.core, self.book)

    @_once
    def unit(self) -> bool:
        """Whether it names an office as its author: "Vụ Hợp tác quốc tế", as the portals of ministries sign."""
        named = self.folded.startswith(self.book.units) and self.words <= UNIT_WORDS
        return (
            named and self.core[0].isupper() and not (self.ended or ":" in self.core or self.mark is not None)
        )

    @_once
    def paragraph(self) -> bool:
        """Whether it is text by its length and its end."""
        long = self.size >= UNENDED_PARAGRAPH or (self.ended and self.size >= PARAGRAPH)
        return long and not (self.dated or self.url or (self.mark is not None and self.size <= SHORT))

    @_once
    def argued(self) -> bool:
        """Whether it is a paragraph of several sentences, or a very long one."""
        return (
            self.paragraph
            and ((self.several and self.size >= ARGUED) or self.size >= 2 * SHORT)
            and not (self.mark is not None)
        )

    @_once
    def goes_on(self) -> bool:
        """Whether it opens with "Theo đó," and the like: text, though it may break off."""
        return self.words >= 5 and fold(self.core[:CONNECTIVE]).startswith(self.book.connectives)

    @_once
    def headline(self) -> bool:
        """Whether it has the shape of a headline: some words and no end."""
        return (
            self.words >= 5
            and self.size <= SHORT
            and not self.core.endswith((".", ":", ";", ","))
            and not self.item
            and not self.goes_on
        )


def rows_of(
    lines: Sequence[str], book: Furniture, repeated: Mapping[str, object] | frozenset[str]
) -> list[Row]:
    """The rows of a text; *repeated* holds the keys of lines that stand in many articles of the corpus."""
    rows: list[Row] = []
    for index, line in enumerate(lines):
        core = line.strip()
        if not core:
            continue
        pipe = core.endswith("|")
        bare = core.strip("| \t\xa0") if pipe or core.startswith("|") else core
        if not bare:
            bare, pipe = core, False
        rows.append(Row(index, line.index(bare), bare, pipe, book))
    for row, following in itertools.pairwise(rows):
        row.after = following.before = following.index - row.index - 1
        following.follows_open = (
            row.after == 0
            and not row.core.endswith(OVER)
            and following.core[0].islower()
            and row.mark is None
        ) or (row.core.endswith(",") and row.after <= 1 and row.core.isupper() and following.core.isupper())
    if rows:
        rows[-1].after = len(lines) - rows[-1].index - 1
    if repeated:
        for row in rows:
            row.repeated = row.size <= SHORT and row.key in repeated
    return rows


def _place_name(text: str, book: Furniture) -> bool:
    """Whether a place has the shape of somebody's name: reporters are called Thái Bình or Hà Giang as well."""
    return key(text) in book.places and len(text.split()) == 2 and text.istitle()


def _labelled(name: str, book: Furniture, *, must_be_name: bool) -> str:
    """The author behind "Tác giả:" or "Nguồn:"; the site that one gives has no capital."""
    if must_be_name and not is_name(name, book):
        return ""
    site = "." in name and " " not in name and name[-1].isalpha()
    return name if (name[:1].isupper() or site) and len(name.split()) <= SIGNATURE_WORDS - 2 else ""


def _signed(core: str, book: Furniture) -> str:
    """The author whom a line names, or an empty string."""
    text, noted = _without_note(READING_TIME.sub("", core), book)
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
    if noted and _place_name(name, book):
        return name
    if is_name(name, book) and not (name.isupper() and key(name) in book.sections):
        return "" if name.startswith(book.honorifics) and len(name.split()) >= NUMBER_WORDS else name
    return ""


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
