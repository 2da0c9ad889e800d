"""What stands above the first paragraph of an article: the bar of the page, headline, day, author, lead and pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from caytre.text.cleaning.captions import caption_by_itself
from caytre.text.cleaning.datelines import LABELLED
from caytre.text.cleaning.images import image_text
from caytre.text.cleaning.rows import SECTION
from caytre.text.cleaning.teasers import TEASER_LIST
from caytre.text.cleaning.zones import BUTTON_WORDS, LEAD_ROWS, bracketed, twice_in_a_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caytre.text.cleaning.rows import Row

__all__ = ["HEADING_WORDS", "NUMBERED", "PLATE", "button", "head_kinds", "late_author", "late_dateline"]

HEADING_WORDS = 20
PLATE = 160
"""The plate of a picture and a line of the imprint are no longer than this."""
NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5})[.)/-](?!\d{3})")
"""How the heading of a section is numbered."""
SIGNATURES = 2
"""An author's name, sometimes twice, stands so many lines above the day."""
NAME = range(2, 5)
"""An author's name that stands alone under the lead has so many words."""
SPEAKER_WORDS = 16
"""So many words at most name the speaker above a headline that quotes."""
SENTENCE_WORDS = 5
VERSE = 3
"""So many unended lines in a row above the first sentence are verse."""


def head_kinds(rows: Sequence[Row], title: Row | None) -> None:
    """Give the rows above the first paragraph their kind."""
    below = announced = False
    listed = 0
    clocked = any(row.stamp is not None and row.stamp.precision == "minute" for row in rows)
    for at, row in enumerate(rows):
        announced = at > 0 and row.item and (announced or _announces_items(rows[at - 1]))
        if row.kind:
            continue
        header = row.mark is not None and row.mark.role == "header"
        listed = TEASER_LIST if header and below else listed - 1 if listed and row.headline else 0
        if row is title or (title is not None and row.key and row.key == title.key):
            row.kind = "title"
            below = True
        elif title is not None and at + 1 < len(rows) and rows[at + 1] is title and _speaker(row):
            row.kind = "title"
        elif announced or (title is None and _numbered_heading(row)):
            row.kind = "body" if announced else "heading"
        elif row.joined and at:
            row.kind = rows[at - 1].kind
        else:
            row.kind = _page_kind(rows, at, title, below=below, clocked=clocked) or (
                "teaser" if listed or (row.pipe and row.paragraph) else _article_kind(rows, at, below=below)
            )
    _verse(rows)


def _page_kind(rows: Sequence[Row], at: int, title: Row | None, *, below: bool, clocked: bool) -> str:
    """What a line is that belongs to the page or to the data of the article; nothing where it may be text."""
    row = rows[at]
    if title is not None and row.core.endswith(title.core):
        return "nav"
    if row.dated and row.stamp is None and (clocked or row.mark is not None):
        return "nav"
    if row.dated or (row.book.is_age(row.core) and (row.book.only_age(row.core) or not row.headline)):
        return "dateline"
    if row.mark is not None:
        return row.mark.kind
    if row.url or row.section or row.repeated:
        return "nav"
    return "byline" if _names_author(rows, at, below) or _affiliation(rows, at) else ""


def _article_kind(rows: Sequence[Row], at: int, *, below: bool) -> str:
    """What a line of text above the first paragraph is: a caption, a lead, the headline of another article."""
    row = rows[at]
    if (
        image_text(row, "")
        or _under_image(rows, at)
        or ((row.credit >= 0 or row.placed or bracketed(row)) and caption_by_itself(row, 0))
        or (below and twice_in_a_row(rows, at))
    ):
        return "caption"
    if row.ended and row.words >= SENTENCE_WORDS:
        return "body"
    if below:
        return _below_title(row)
    return "nav" if button(row) else "teaser"


def _announces_items(row: Row) -> bool:
    """Whether a line of text announces a list: "Đoàn công tác gồm:"."""
    return row.kind == "body" and row.core.endswith(":")


def _numbered_heading(row: Row) -> bool:
    """Whether a line opens a section, on a page that shows no headline: "I. MỤC ĐÍCH, YÊU CẦU"."""
    return row.words <= HEADING_WORDS and SECTION.match(row.core) is not None and row.mark is None


def _speaker(row: Row) -> bool:
    """Whether a line above the headline says whose words it holds: "Bộ trưởng Nguyễn Văn Hùng:"."""
    named = row.core.endswith(":") and row.words <= SPEAKER_WORDS and row.mark is None
    return named and row.folded.startswith(row.book.captions.heads)


def _verse(rows: Sequence[Row]) -> None:
    """Several unended lines, none of them under an image, are text: a poem, or a lead set in short lines."""
    unended = [
        row
        for at, row in enumerate(rows)
        if row.kind in ("caption", "body")
        and not (row.ended or row.signed or image_text(row, "") or _under_image(rows, at))
    ]
    if len(unended) >= VERSE:
        for row in unended:
            row.kind = "body"


def _under_image(rows: Sequence[Row], at: int) -> bool:
    """Whether a line that is no long text stands right below what stands in for an image."""
    row = rows[at]
    if not at or row.size > PLATE or row.several or not image_text(rows[at - 1], ""):
        return False
    return not (row.paragraph and row.folded.startswith(row.book.captions.not_starts))


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


def _affiliation(rows: Sequence[Row], at: int) -> bool:
    """Whether a line right below the authors says where they work or how to reach them, as in journals."""
    row = rows[at]
    if not at or rows[at - 1].kind != "byline" or row.ended or row.size > PLATE:
        return False
    return row.book.affiliations.search(row.folded) is not None or "@" in row.core


def button(row: Row) -> bool:
    """Whether a line outside the article is too short for a headline."""
    return row.key.count(" ") < BUTTON_WORDS or (row.core.isupper() and row.words <= 2 * BUTTON_WORDS)


def _below_title(row: Row) -> str:
    """A line between headline and first paragraph that does not end: a picture's name plate, a headline, a lead."""
    if NUMBERED.match(row.core):
        return "heading" if row.words <= HEADING_WORDS else "body"
    if row.folded.startswith(row.book.teasers) or (row.item and row.words >= 6):
        return "teaser"
    if row.key in row.book.abstracts:
        return "heading"
    if row.words < 2:
        return "body" if row.core.endswith(".") else "nav"
    plate = row.key.startswith(row.book.captions.heads) or caption_by_itself(row, 0) or row.words < 6
    return "caption" if plate and row.size <= PLATE and not row.core.endswith(":") else "body"


def late_dateline(rows: Sequence[Row], first: int) -> None:
    """Day and author under the lead, where nothing above it gives the day."""
    if any(row.stamp is not None for row in rows[:first]):
        return
    for at in range(first + 1, min(first + 1 + LEAD_ROWS, len(rows))):
        stamp = rows[at].stamp
        if stamp is not None and (stamp.precision == "minute" or stamp.rank >= LABELLED):
            rows[at].kind = "dateline"
            for near in rows[at - 1 : at + 2]:
                if near.signed and not near.kind:
                    near.kind = "byline"
            return


def late_author(rows: Sequence[Row], first: int, end: int) -> None:
    """A name alone right under the lead is the author's where the article names nobody so; else it is a plate or a heading."""
    if first + 1 >= end or any(row.kind == "byline" for row in rows[: first + 1]):
        return
    lead, row = rows[first], rows[first + 1]
    plate = row.ended or row.key.startswith(row.book.captions.heads)
    if plate or not (lead.ended and row.signed == row.core and row.words in NAME and not row.kind):
        return
    told = (
        other.core[: other.credit] if other.credit >= 0 else other.core for other in rows if other is not row
    )
    if not any(row.core in text for text in told):
        row.kind = "byline"
