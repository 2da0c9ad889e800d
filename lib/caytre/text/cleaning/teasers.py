"""Which lines among those of an article lead elsewhere: other articles of the site, unannounced, or its contents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from caytre.text.cleaning.rows import SHORT, Row

__all__ = [
    "HEADLINE_WORDS",
    "TEASER_LIST",
    "closing_list",
    "closing_pairs",
    "dated_headline",
    "doubled_headlines",
    "doubled_links",
    "links_below_lead",
    "table_of_contents",
]

TEASER_LIST = 8
"""A list of other articles in the middle of one is no longer than this."""
LINKS = 5
SURE_LINKS = 3
"""Of so many headlines in a row one need name nobody."""
CONTENTS_LINE = 120
LISTS = re.compile(r":[^:]*,|,[^,]*,")
"""A line that enumerates is no headline."""
DATED = re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d{4}(?: \d{1,2}:\d{2})? (?:[^\W\d_]|[\"“])")
DATED_LIST = 3
HEADLINE_WORDS = 8
PAIRS = 2
"""Headlines with leads are other articles, though nothing announces them, from so many pairs on."""
PAIR_WORDS = 6
SAID_AGAIN = 0.5
"""The lead of an article says so much of its headline again; a paragraph seldom repeats its heading."""
LEAD_SIZE = 260
LINK_WORDS = 4
LINK_LEAD = 160


def links_below_lead(rows: Sequence[Row], first: int, end: int) -> None:
    """Two or more headlines right below the lead show other articles where they name nobody that the article names."""
    listed = []
    for row in rows[first + 1 : min(end, first + 1 + LINKS)]:
        plain = row.kind in ("body", "heading", "caption") and row.headline and row.words > HEADLINE_WORDS
        if not plain or row.ended or row.joined or LISTS.search(row.core) or row.credit >= 0:
            break
        listed.append(row)
    if len(listed) < 2 or not rows[first].ended or not any(row.paragraph for row in rows[first + 1 : end]):
        return
    told = "\n".join(row.core for row in rows[first:end] if row not in listed)
    names = [_names(row) for row in listed]
    sure = any(names) if len(listed) >= SURE_LINKS else all(names)
    if sure and not any(name in told for found in names for name in found):
        for row in listed:
            row.kind = "teaser"


def doubled_headlines(rows: Sequence[Row], first: int, end: int) -> None:
    """Headlines that stand twice on their line link to other articles; so does a lead below one that is cut off."""
    for at in range(first + 1, end):
        row, above = rows[at], rows[at - 1]
        cut = row.core.endswith(("...", "…")) or (at + 1 == len(rows) and not row.ended)
        if row.doubled or (above.doubled and above.kind == "teaser" and cut and not row.several):
            row.kind = "teaser"


def doubled_links(rows: Sequence[Row], first: int, end: int) -> None:
    """A headline on two lines, as image and as link, above a short lead that says all of it again: another article."""
    for at in range(first + 1, end - 2):
        head, again, lead = rows[at : at + 3]
        if head.core != again.core or head.ended or head.words < LINK_WORDS or head.credit >= 0:
            continue
        shown = head.key.startswith(head.book.captions.heads)
        short = lead.ended and not lead.several and lead.size <= LINK_LEAD and lead.credit < 0
        if short and not shown and set(head.key.split()) <= set(lead.key.split()):
            for row in (head, again, lead):
                row.kind = "teaser"


def _names(row: Row) -> list[str]:
    """The runs of two or more capitalised words of a line."""
    runs: list[list[str]] = [[]]
    for word in row.core.split():
        if word[0].isupper():
            runs[-1].append(word.strip(".,;:!?"))
        else:
            runs.append([])
    return [" ".join(run) for run in runs if len(run) > 1]


def closing_list(rows: Sequence[Row], first: int, end: int) -> None:
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


def closing_pairs(rows: Sequence[Row], first: int, end: int) -> None:
    """Headlines with one sentence each that says the headline again, at the very end of an article: other articles."""
    found: list[Row] = []
    at, pairs, broken = end, 0, end == len(rows)
    while at - 2 > first:
        lead = rows[at - 1]
        counted = not rows[at - 2].key
        head = rows[at - 3] if counted and at - 3 > first else rows[at - 2]
        if not _pair(head, lead, broken=broken and at == end):
            break
        at -= 3 if counted else 2
        pairs += 1
        found += rows[at : at + 3] if counted else rows[at : at + 2]
    if pairs >= PAIRS and rows[at - 1].ended:
        for row in found:
            row.kind = "teaser" if row.key else "nav"


def _pair(head: Row, lead: Row, *, broken: bool) -> bool:
    """Whether *lead* is the lead below the headline *head*; *broken* says that it may stop in the middle."""
    shaped = (
        head.headline and not head.ended and head.words >= PAIR_WORDS and head.credit < 0 and not head.signed
    )
    single = (lead.ended or broken) and lead.size <= LEAD_SIZE and not lead.several and lead.credit < 0
    if not (shaped and single and head.size < lead.size):
        return False
    words, said = head.key.split(), set(lead.folded.replace(",", " ").split())
    share = sum(word in said for word in words) / len(words)
    return share >= SAID_AGAIN or (broken and not lead.ended and share > 0)


def _listed_headline(row: Row) -> bool:
    plain = row.kind in ("body", "heading") and row.headline and row.words >= HEADLINE_WORDS
    asks = row.core.endswith("?")
    return (
        plain
        and (asks or not row.ended)
        and not (row.signed or ":" in row.core[-20:] or row.core[0].isdigit())
    )


def dated_headline(rows: Sequence[Row], at: int) -> bool:
    """Whether a headline behind its date shows another article: one to three of them; more are a timeline."""
    if not (rows[at].headline and DATED.match(rows[at].core)):
        return False
    first = last = at
    while first and at - first <= DATED_LIST and DATED.match(rows[first - 1].core):
        first -= 1
    while last + 1 < len(rows) and last - at <= DATED_LIST and DATED.match(rows[last + 1].core):
        last += 1
    return last - first < DATED_LIST


def table_of_contents(rows: Sequence[Row]) -> None:
    """The table of contents of an article: lines under its heading of which most come again below."""
    opened = [at for at, row in enumerate(rows) if row.key and row.key in rows[0].book.contents]
    for start in opened[:1]:
        at = start + 1
        while at < len(rows) and rows[at].key and rows[at].size <= CONTENTS_LINE and not rows[at].paragraph:
            at += 1
        below = {row.key for row in rows[at:] if row.key and not row.paragraph}
        listed = _listed_contents(rows, start + 1, at, below)
        for row in rows[start : start + 1 + listed] if listed else ():
            row.kind = "nav"


def _listed_contents(rows: Sequence[Row], start: int, end: int, below: set[str]) -> int:
    """How many of the short lines from *start* belong to the contents: up to where the first of them comes again."""
    if start >= end:
        return 0
    again = next((at for at in range(start + 1, end) if rows[at].key == rows[start].key), 0)
    if again:
        return again - start
    known = sum(row.key in below for row in rows[start:end])
    return end - start if known * 2 >= end - start else 0
