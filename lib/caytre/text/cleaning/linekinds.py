"""What each line of a page is: the article's own text, or what stands around it.

Three zones are found first: the head (up to the first paragraph), the article, and the tail (from the signature, or
from the first furniture after which no paragraph follows). Within each a line is judged by its shape, its neighbours,
the codebook and what the corpus repeats. Where nothing speaks against it a line of the article is text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median_low
from typing import NamedTuple

from caytre.text.cleaning.captions import (
    NO_GAP,
    caption_by_itself,
    caption_by_place,
    galleries,
    only_photographer,
    says_again,
)
from caytre.text.cleaning.furniture import IMPRINT, key
from caytre.text.cleaning.heads import (
    HEADING_WORDS,
    NUMBERED,
    PLATE,
    button,
    head_kinds,
    late_author,
    late_dateline,
)
from caytre.text.cleaning.images import LONGEST, image_text, is_slug, starts_with_slug
from caytre.text.cleaning.rows import Row
from caytre.text.cleaning.teasers import (
    HEADLINE_WORDS,
    TEASER_LIST,
    closing_list,
    closing_pairs,
    dated_headline,
    doubled_headlines,
    doubled_links,
    links_below_lead,
    table_of_contents,
)
from caytre.text.cleaning.zones import BUTTON_WORDS, article_end, find_title, first_paragraph, wordless

__all__ = ["Layout", "lay_out"]

CELL_CAPTION = 220
HEADING = 120
COUNT = re.compile(r"\d\W*$")
"""A section's name may head a part of the text; with a count behind it ("Bình luận 0") it is a button."""
LONG_HEADING = 45
"""A numbered heading in the prose of programmes has up to so many words."""
TAG_WORDS = 6
"""A tag under the article is no longer than this; a headline is."""
IMPRINT_ROWS = 3
LAST_ROWS = 2
PHRASE_WORDS = 4
SHORT_ARTICLE = 3
"""So few rows do not tell how far apart paragraphs stand."""
SURE_LIST = 2
"""A list of other articles is one for certain from so many of them on."""


class Layout(NamedTuple):
    """The rows with their kinds, the headline, and where the article begins and ends (indices of rows)."""

    rows: list[Row]
    title: Row | None
    first: int
    end: int


def lay_out(rows: list[Row], *, title: str = "") -> Layout:
    """Give every row its kind. *title* is the headline where metadata knows it."""
    first = first_paragraph(rows)
    head = find_title(rows, first, key(title))
    late_dateline(rows, first)
    end = article_end(rows, first)
    title_key = head.key if head is not None else key(title)
    cells = _cells(rows)
    table_of_contents(rows)
    head_kinds(rows[:first], head)
    late_author(rows, first, end)
    _article(rows, first, end, title_key, cells)
    doubled_headlines(rows, first, end)
    links_below_lead(rows, first, end)
    doubled_links(rows, first, end)
    galleries(rows, first, end)
    closing_list(rows, first, end)
    closing_pairs(rows, first, end)
    _tail(rows[end:])
    if cells:
        _edge_cells(rows, first, end)
    return Layout(rows, head, first, end)


def _cells(rows: Sequence[Row]) -> bool:
    """Whether a table pipe sets some rows apart (where most rows have one it says nothing)."""
    paragraphs = [row for row in rows if row.paragraph]
    return sum(row.pipe for row in rows) > 0 and sum(row.pipe for row in paragraphs) * 2 <= len(paragraphs)


def _article(rows: Sequence[Row], first: int, end: int, title_key: str, cells: bool) -> None:
    inside = rows[first:end]
    sizes = [row.size for row in inside if row.paragraph]
    usual_size = median_low(sizes) if sizes else 0
    usual_gap = _usual_gap(inside)
    listed = 0
    for at in range(first, end):
        row = rows[at]
        listed = _announced(rows, at, end, listed)
        if row.kind:
            continue
        if at > first and _joins(row, title_key):
            row.kind = rows[at - 1].kind
            continue
        if at + 1 < end and _joins(rows[at + 1], title_key) and not starts_with_slug(row, title_key):
            row.kind = "body"
            continue
        row.kind = (
            _furniture(row)
            or (
                "teaser"
                if (listed and row.headline and not is_slug(row, title_key)) or dated_headline(rows, at)
                else ""
            )
            or ("caption" if at > first and rows[at - 1].kind == "caption" and only_photographer(row) else "")
            or ("caption" if image_text(row, title_key) else "")
            or ("caption" if row.pipe and cells and _cell_caption(row) else "")
            or (
                "caption"
                if caption_by_itself(row, usual_size)
                or caption_by_place(
                    rows, at, usual_gap, lead=at == first, last=at + 1 == end, title_key=title_key
                )
                or says_again(rows, at, usual_size)
                else ""
            )
            or _text_kind(rows, at, end)
        )
    if end == len(rows) and rows and first < end:
        last = rows[end - 1]
        shown = end - 1 > first and rows[end - 2].kind == "caption" and image_text(rows[end - 2], title_key)
        if not (shown or image_text(last, title_key)):
            _broken_off(last, usual_size, usual_gap)


def _joins(row: Row, title_key: str) -> bool:
    """Whether a row goes on with the one above; the headline in small letters without marks begins something new."""
    return row.joined and not starts_with_slug(row, title_key)


def _usual_gap(inside: Sequence[Row]) -> int:
    """How many blank lines stand between two paragraphs; behind one where no two follow each other.

    A line with a credit is no paragraph, however long.
    """
    if len(inside) <= SHORT_ARTICLE:
        return NO_GAP
    told = [row.paragraph and not (row.credit >= 0 and row.size <= LONGEST) for row in inside]
    pairs = Counter(row.after for row, one, two in zip(inside, told, told[1:], strict=False) if one and two)
    gaps = pairs or Counter(
        row.after
        for row, below, one in zip(inside, inside[1:], told, strict=False)
        if one and below.credit < 0
    )
    return min(gaps, key=lambda gap: (-gaps[gap], gap)) if gaps else NO_GAP


def _broken_off(row: Row, usual_size: int, usual_gap: int) -> None:
    """A last line that stops in the middle is text that breaks off, unless a credit or its place make it a caption."""
    alone = row.ended or row.before > usual_gap
    if row.kind == "caption" and not alone and row.credit < 0 and usual_size:
        row.kind = "body"


def _announced(rows: Sequence[Row], at: int, end: int, listed: int) -> int:
    """How many more rows may belong to the list of other articles that a heading announced."""
    row = rows[at]
    mark = row.inner_mark
    if mark is not None and mark.role == "header" and at + 1 < end and rows[at + 1].headline:
        row.kind = mark.kind
        return TEASER_LIST
    if not (listed and row.headline):
        return 0
    items = rows[at - (TEASER_LIST - listed) : at]
    ended = len(items) >= SURE_LIST and row.paragraph and all(row.before > item.before for item in items)
    return 0 if ended else listed - 1


def _furniture(row: Row) -> str:
    if row.size <= CELL_CAPTION and row.folded.startswith(row.book.teasers):
        return "caption" if row.folded.startswith(row.book.media) else "teaser"
    if row.url or wordless(row) or row.book.only_age(row.core):
        return "nav"
    if row.authored:
        return "byline"
    mark = row.inner_mark
    if (
        mark is not None
        and mark.role != "header"
        and not (row.section and row.words > 1 and not COUNT.search(row.core))
    ):
        return mark.kind
    if row.repeated and not row.ended and not row.item and row.words <= HEADING_WORDS and not row.signed:
        return "nav"
    return ""


def _cell_caption(row: Row) -> bool:
    return row.size <= CELL_CAPTION and not row.several


def _text_kind(rows: Sequence[Row], at: int, end: int) -> str:
    row = rows[at]
    if row.words == 1 and "_" in row.core:
        return "nav"
    if HEADING_WORDS < row.words <= LONG_HEADING and _long_heading(rows, at, end):
        return "heading"
    if row.ended or row.words > HEADING_WORDS or row.core.endswith((":", ";", ",")):
        return "body"
    if row.item:
        return "heading" if row.size <= HEADING and _heads_section(rows, at, end) else "body"
    below = rows[at + 1] if at + 1 < end else None
    announces = below is not None and below.core.endswith(":") and below.words > HEADLINE_WORDS
    leads_on = below is not None and (below.ended or below.paragraph or below.item or announces)
    if leads_on and row.size <= HEADING:
        return "heading"
    return "caption" if _above_heading(rows, at, end) else "body"


def _long_heading(rows: Sequence[Row], at: int, end: int) -> bool:
    """Whether a line as long as a sentence heads a section: it is numbered, or names a task and stands off the text above."""
    row = rows[at]
    if row.ended or row.core.endswith((":", ";", ",")) or at + 1 >= end:
        return False
    task = row.before > row.after and row.folded.startswith(row.book.captions.tasks)
    return _heads_section(rows, at, end) or (task and rows[at + 1].paragraph)


def _heads_section(rows: Sequence[Row], at: int, end: int) -> bool:
    """Whether a numbered line that does not end heads a paragraph, rather than being one of a list."""
    if not NUMBERED.match(rows[at].core) or at + 1 >= end:
        return False
    below, above = rows[at + 1], rows[at - 1] if at else None
    if rows[at].core.isupper() and (below.paragraph or below.item):
        return True
    listed = above is not None and above.item and not above.ended and above.kind != "nav"
    return below.paragraph and not below.item and not listed


def _above_heading(rows: Sequence[Row], at: int, end: int) -> bool:
    """Whether a line that does not end stands between a paragraph and a heading: two headings in a row are rarer."""
    if (
        at < 1
        or at + 2 >= end
        or rows[at].words < PHRASE_WORDS
        or not (rows[at - 1].paragraph and rows[at - 1].ended)
    ):
        return False
    below, text = rows[at + 1], rows[at + 2]
    return not (below.ended or below.item or below.words > HEADING_WORDS) and (text.ended or text.paragraph)


def _edge_cells(rows: Sequence[Row], first: int, end: int) -> None:
    """Table cells of one long sentence before or behind all running text show other articles."""
    for span in (range(first, end), range(end - 1, first - 1, -1)):
        for at in span:
            row = rows[at]
            if not row.pipe:
                break
            if row.kind == "body" and not row.several and row.size > CELL_CAPTION:
                row.kind = "teaser"


def _tail(rows: Sequence[Row]) -> None:
    """Rows behind the article: signatures first, then other articles, buttons and the imprint."""
    signing = True
    imprint = tags = False
    for at, row in enumerate(rows):
        mark = row.mark
        if mark is not None:
            row.kind = mark.kind
            imprint = mark.kind == "footer" and (imprint or mark.role == "end")
            tags = mark.kind == "nav" and mark.role == "end"
            signing = False
        elif tags and row.words <= TAG_WORDS and not (row.ended or row.dated):
            row.kind = "nav"
        elif _opens_imprint(rows, at):
            row.kind, imprint, signing = "footer", True, False
        elif signing and (row.signed or row.dated or row.unit):
            row.kind = "dateline" if row.dated else "byline"
        elif imprint and not row.book.is_age(row.core):
            row.kind = "footer"
        else:
            signing = False
            row.kind = _tail_kind(rows, at)


def _opens_imprint(rows: Sequence[Row], at: int) -> bool:
    """Whether a line begins the imprint: "Báo điện tử …", "Tổng Giám đốc: …", with surer parts of it right below."""
    row = rows[at]
    heads = row.unit and at + 1 < len(rows) and rows[at + 1].mark == IMPRINT
    if heads:
        return True
    if not (row.book.imprint.match(row.key) or (row.size <= PLATE and row.book.publishers.search(row.key))):
        return False
    if at + LAST_ROWS >= len(rows) and at:
        return True
    below = rows[at + 1 : at + 1 + IMPRINT_ROWS]
    return any(row.mark == IMPRINT for row in below)


def _tail_kind(rows: Sequence[Row], at: int) -> str:
    row = rows[at]
    if row.book.is_age(row.core) or row.dated:
        return "teaser" if row.words > 6 or (at and rows[at - 1].kind == "teaser") else "nav"
    if row.url or row.section or (row.repeated and row.words <= BUTTON_WORDS):
        return "nav"
    if row.repeated:
        return "footer"
    return "nav" if button(row) else "teaser"
