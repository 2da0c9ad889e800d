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
    caption_by_itself,
    caption_by_place,
    galleries,
    image_text,
    only_photographer,
    says_again,
)
from caytre.text.cleaning.furniture import IMPRINT, key
from caytre.text.cleaning.rows import Row
from caytre.text.cleaning.teasers import TEASER_LIST, closing_list, dated_headline, links_below_lead
from caytre.text.cleaning.zones import BUTTON_WORDS, LEAD_ROWS, article_end, find_title, first_paragraph

__all__ = ["Layout", "lay_out"]

CELL_CAPTION = 220
HEADING_WORDS = 20
HEADING = 120
PLATE = 160
COUNT = re.compile(r"\d\W*$")
"""A section's name may head a part of the text; with a count behind it ("Bình luận 0") it is a button."""
NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5})[.)/-]")
"""How the heading of a section is numbered."""
TAG_WORDS = 6
"""A tag under the article is no longer than this; a headline is."""
IMPRINT_ROWS = 3
LAST_ROWS = 2
SIGNATURES = 2
"""An author's name, sometimes twice, stands so many lines above the day."""
PHRASE_WORDS = 4
VERSE = 3
"""So many unended lines in a row above the first sentence are verse."""


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
    _late_dateline(rows, first)
    end = article_end(rows, first)
    title_key = head.key if head is not None else key(title)
    cells = _cells(rows)
    _head(rows[:first], head)
    _article(rows, first, end, title_key, cells)
    links_below_lead(rows, first, end)
    galleries(rows, first, end)
    closing_list(rows, first, end)
    _tail(rows[end:])
    if cells:
        _edge_cells(rows, first, end)
    return Layout(rows, head, first, end)


def _cells(rows: Sequence[Row]) -> bool:
    """Whether a table pipe sets some rows apart (where most rows have one it says nothing)."""
    paragraphs = [row for row in rows if row.paragraph]
    return sum(row.pipe for row in rows) > 0 and sum(row.pipe for row in paragraphs) * 2 <= len(paragraphs)


def _head(rows: Sequence[Row], title: Row | None) -> None:
    """Rows above the first paragraph."""
    below = False
    clocked = any(row.stamp is not None and row.stamp.precision == "minute" for row in rows)
    for at, row in enumerate(rows):
        if row is title or (title is not None and row.key and row.key == title.key):
            row.kind = "title"
            below = True
        elif row.joined and at:
            row.kind = rows[at - 1].kind
        elif row.dated and row.stamp is None and clocked:
            row.kind = "nav"
        elif row.dated or (row.book.is_age(row.core) and not row.headline):
            row.kind = "dateline"
        elif row.mark is not None:
            row.kind = row.mark.kind
        elif row.url or row.section or row.repeated:
            row.kind = "nav"
        elif _names_author(rows, at, below):
            row.kind = "byline"
        elif row.pipe and row.paragraph:
            row.kind = "teaser"
        elif image_text(row, "") or (row.credit >= 0 and caption_by_itself(row, 0)):
            row.kind = "caption"
        elif row.ended and row.words >= 5:
            row.kind = "body"
        elif below:
            row.kind = _below_title(row)
        else:
            row.kind = "nav" if _button(row) else "teaser"
    unended = [row for row in rows if row.kind in ("caption", "body") and not row.ended and not row.signed]
    if len(unended) >= VERSE:
        for row in unended:
            row.kind = "body"


def _names_author(rows: Sequence[Row], at: int, below: bool) -> bool:
    """Whether an author stands here, below the headline or a dateline; with the name of a place only beside the day."""
    row = rows[at]
    if row.signed:
        under = next((near for near in rows[at + 1 : at + 1 + SIGNATURES] if near.key != row.key), None)
        return (
            below
            or (under is not None and under.stamp is not None)
            or (at > 0 and rows[at - 1].kind == "dateline")
        )
    return below and row.place_name and any(near.stamp is not None for near in rows[at - 1 : at + 2])


def _button(row: Row) -> bool:
    """Whether a line outside the article is too short for a headline."""
    return row.words <= BUTTON_WORDS or (row.core.isupper() and row.words <= 2 * BUTTON_WORDS)


def _below_title(row: Row) -> str:
    """A line between headline and first paragraph that does not end: a picture's name plate, a headline, a lead."""
    if NUMBERED.match(row.core):
        return "heading" if row.words <= HEADING_WORDS else "body"
    if row.folded.startswith(row.book.teasers) or (row.item and row.words >= 6):
        return "teaser"
    if row.words < 2:
        return "nav"
    plate = row.key.startswith(row.book.captions.heads) or caption_by_itself(row, 0) or row.words < 6
    return "caption" if plate and row.size <= PLATE else "body"


def _late_dateline(rows: Sequence[Row], first: int) -> None:
    """Day and author under the lead, where nothing above it gives the day."""
    if any(row.stamp is not None for row in rows[:first]):
        return
    for at in range(first + 1, min(first + 1 + LEAD_ROWS, len(rows))):
        stamp = rows[at].stamp
        if stamp is not None and stamp.precision == "minute":
            rows[at].kind = "dateline"
            for near in rows[at - 1 : at + 2]:
                if near.signed and not near.kind:
                    near.kind = "byline"
            return


def _article(rows: Sequence[Row], first: int, end: int, title_key: str, cells: bool) -> None:
    inside = rows[first:end]
    sizes = [row.size for row in inside if row.paragraph]
    usual_size = median_low(sizes) if sizes else 0
    gaps = Counter(row.after for row in inside[:-1] if row.paragraph)
    usual_gap = min(gaps, key=lambda gap: (-gaps[gap], gap)) if len(inside) > 3 and gaps else 1_000_000
    listed = 0
    for at in range(first, end):
        row = rows[at]
        listed = _announced(rows, at, end, listed)
        if row.kind:
            continue
        if row.joined and at > first:
            row.kind = rows[at - 1].kind
            continue
        if at + 1 < end and rows[at + 1].joined:
            row.kind = "body"
            continue
        row.kind = (
            _furniture(row)
            or ("teaser" if (listed and row.headline) or dated_headline(rows, at) else "")
            or ("caption" if at > first and rows[at - 1].kind == "caption" and only_photographer(row) else "")
            or ("caption" if image_text(row, title_key) else "")
            or ("caption" if row.pipe and cells and _cell_caption(row) else "")
            or (
                "caption"
                if caption_by_itself(row, usual_size)
                or caption_by_place(rows, at, usual_gap, lead=at == first)
                or says_again(rows, at, usual_size)
                else ""
            )
            or _text_kind(rows, at, end)
        )
    if end == len(rows) and rows and first < end:
        last = rows[end - 1]
        if not image_text(last, title_key):
            _broken_off(last, usual_size, usual_gap)


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
    return listed - 1 if listed and row.headline else 0


def _furniture(row: Row) -> str:
    if row.size <= CELL_CAPTION and row.folded.startswith(row.book.teasers):
        return "caption" if row.folded.startswith(row.book.media) else "teaser"
    if row.url or not row.core.strip("| "):
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
    if row.ended or row.words > HEADING_WORDS or row.core.endswith((":", ";", ",")):
        return "body"
    if row.item:
        return "heading" if row.size <= HEADING and _heads_section(rows, at, end) else "body"
    leads_on = at + 1 < end and (rows[at + 1].ended or rows[at + 1].paragraph or rows[at + 1].item)
    if leads_on and row.size <= HEADING:
        return "heading"
    return "caption" if _above_heading(rows, at, end) else "body"


def _heads_section(rows: Sequence[Row], at: int, end: int) -> bool:
    """Whether a numbered line that does not end heads a paragraph, rather than being one of a list."""
    if not NUMBERED.match(rows[at].core) or at + 1 >= end:
        return False
    below, above = rows[at + 1], rows[at - 1] if at else None
    return below.paragraph and not below.item and not (above is not None and above.item and not above.ended)


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
    return "nav" if _button(row) else "teaser"
