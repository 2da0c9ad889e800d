"""The lines of a text that are not blank, with what one can see of each alone."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from statistics import median_low
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from caytre.text.cleaning.captions import credit_start
from caytre.text.cleaning.datelines import dateline, only_time
from caytre.text.cleaning.furniture import key
from caytre.text.cleaning.signatures import (
    SIGNATURE_WORDS,
    STOPS,
    URL_LINE,
    place_name,
    signed,
)
from caytre.text.orthography import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from caytre.text.cleaning.datelines import Dateline
    from caytre.text.cleaning.furniture import Furniture, Mark

__all__ = ["ARGUED", "PARAGRAPH", "SECTION", "SHORT", "Row", "rows_of"]

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
SIGNATURE = 120
LABEL_SIZE = 32
UNIT_WORDS = 12
WRAPPED_ROWS = 4
WRAPPED_SHARE = 0.3
"""In text with fixed line breaks so many lines, and such a share of them, go on in small letters."""
WRAPPED_FULL = 0.8
"""A line of such a part of the usual width is full."""

SECTION = re.compile(r"(?:[IVX]{1,5}|\d{1,2})\. ?[^\W\d]")
"""How a section is numbered, as no headline is."""


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
        if self.size > longest or self.words > SIGNATURE_WORDS:
            return ""
        return signed(self.core, self.book)

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
        return place_name(self.core, self.book)

    @_once
    def unit(self) -> bool:
        """Whether it names an office as its author: "Vụ Hợp tác quốc tế", as the portals of ministries sign."""
        if self.words > UNIT_WORDS or self.ended or ":" in self.core or not self.core[0].isupper():
            return False
        return self.folded.startswith(self.book.units) and self.mark is None

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
    _wrapped(rows)
    if rows:
        rows[-1].after = len(lines) - rows[-1].index - 1
    if repeated:
        for row in rows:
            row.repeated = row.size <= SHORT and row.key in repeated
    return rows


def _wrapped(rows: Sequence[Row]) -> None:
    """In text with fixed line breaks a full line that does not end goes on also where the next one opens with a capital.

    A headline is not taken for such a line: the line has to be a continuation itself, or to end in a comma.
    """
    full = [above.size for above, row in itertools.pairwise(rows) if row.follows_open and row.before == 0]
    if len(full) < max(WRAPPED_ROWS, len(rows) * WRAPPED_SHARE):
        return
    width = median_low(full) * WRAPPED_FULL
    for above, row in itertools.pairwise(rows):
        told = above.follows_open or above.core.endswith(",")
        if told and row.before == 0 and above.size >= width and not (above.core.endswith(OVER) or row.item):
            row.follows_open = True
