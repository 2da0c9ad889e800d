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

from caytre.text.captions import caption_by_itself, caption_by_place, image_text, only_photographer
from caytre.text.furniture import IMPRINT, key
from caytre.text.rows import SHORT, Row
from caytre.text.zones import BUTTON_WORDS, LEAD_ROWS, article_end, find_title, first_paragraph

__all__ = ["Layout", "lay_out"]

TEASER_LIST = 8
"""A list of other articles in the middle of one is no longer than this."""
CELL_CAPTION = 220
HEADING_WORDS = 20
HEADING = 120
PLATE = 160
DATED = re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d{4}(?: \d{1,2}:\d{2})? (?:[^\W\d_]|[\"“])")
DATED_LIST = 3
COUNT = re.compile(r"\d\W*$")
"""A section's name may head a part of the text; with a count behind it ("Bình luận 0") it is a button."""
TAG_WORDS = 6
"""A tag under the article is no longer than this; a headline is."""
IMPRINT_ROWS = 3
LAST_ROWS = 2
HEADLINE_WORDS = 8
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
    _closing_list(rows, first, end)
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
        return below or (at > 0 and rows[at - 1].kind == "dateline")
    return below and row.place_name and any(near.stamp is not None for near in rows[at - 1 : at + 2])


def _button(row: Row) -> bool:
    """Whether a line outside the article is too short for a headline."""
    return row.words <= BUTTON_WORDS or (row.core.isupper() and row.words <= 2 * BUTTON_WORDS)


def _below_title(row: Row) -> str:
    """A line between headline and first paragraph that does not end: a picture's name plate, a headline, a lead."""
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
            or ("teaser" if (listed and row.headline) or _dated_headline(rows, at) else "")
            or ("caption" if at > first and rows[at - 1].kind == "caption" and only_photographer(row) else "")
            or ("caption" if image_text(row, title_key) else "")
            or ("caption" if row.pipe and cells and _cell_caption(row) else "")
            or (
                "caption"
                if caption_by_itself(row, usual_size)
                or caption_by_place(rows, at, usual_gap, lead=at == first)
                else ""
            )
            or _text_kind(rows, at, end)
        )


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
    if row.url:
        return "nav"
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


def _dated_headline(rows: Sequence[Row], at: int) -> bool:
    """Whether a headline behind its date shows another article: one to three of them; more are a timeline."""
    if not (rows[at].headline and DATED.match(rows[at].core)):
        return False
    first = last = at
    while first and at - first <= DATED_LIST and DATED.match(rows[first - 1].core):
        first -= 1
    while last + 1 < len(rows) and last - at <= DATED_LIST and DATED.match(rows[last + 1].core):
        last += 1
    return last - first < DATED_LIST


def _cell_caption(row: Row) -> bool:
    return row.size <= CELL_CAPTION and not row.several


def _text_kind(rows: Sequence[Row], at: int, end: int) -> str:
    row = rows[at]
    if row.ended or row.item or row.words > HEADING_WORDS or row.core.endswith((":", ";", ",")):
        return "body"
    leads_on = at + 1 < end and (rows[at + 1].ended or rows[at + 1].paragraph or rows[at + 1].item)
    if leads_on and row.size <= HEADING:
        return "heading"
    return "caption" if _above_heading(rows, at, end) else "body"


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


def _closing_list(rows: Sequence[Row], first: int, end: int) -> None:
    """Headlines of other articles, with or without a lead, right before the furniture: no text follows a heading there."""
    at = end
    if end == len(rows):
        return
    while at - 1 > first and at > end - TEASER_LIST:
        row, above = rows[at - 1], rows[at - 2]
        if _listed_headline(row):
            at -= 1
        elif at < end and row.paragraph and not row.several and row.size <= SHORT and _listed_headline(above):
            at -= 2
        else:
            break
    for row in rows[at:end]:
        row.kind = "teaser"


def _listed_headline(row: Row) -> bool:
    plain = row.kind in ("body", "heading") and row.headline and row.words >= HEADLINE_WORDS
    asks = row.core.endswith("?")
    return (
        plain
        and (asks or not row.ended)
        and not (row.signed or ":" in row.core[-20:] or row.core[0].isdigit())
    )


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
