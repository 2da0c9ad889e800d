"""From a page's text to its lines with a kind, the pieces left out inside lines, and the article's fields.

Nothing is lost: the lines are a partition of the text, and what analysis leaves out stands in `kind` or in `cuts`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from caytre.tables import BODY_KINDS, TEXT_KINDS, Cut, Line
from caytre.text.cleaning import outlets as outlet_book
from caytre.text.cleaning.fields import Fields, fields
from caytre.text.cleaning.furniture import Furniture, furniture
from caytre.text.cleaning.linekinds import Layout, lay_out
from caytre.text.cleaning.outlets import Outlets, Tag, closing_tag, opening_tag
from caytre.text.cleaning.rows import Row, rows_of
from caytre.text.sentences import spans

__all__ = ["Cleaned", "Fields", "clean"]

TAGGED_ROWS = 3
"""An opening tag stands in one of the first rows of the article."""
LONGEST_ARTICLE = 100_000
"""In longer texts a caption is compared with whole sentences only, not looked for inside them."""
SAID = 30
"""Shorter sentences are said twice by chance."""
GLUED_LEFT = 80

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+")
AFTER_ADDRESS = ".,;:!?…)]}'”’"
PIPE = re.compile(r"\s*\|\s*$")
LEADING_PIPE = re.compile(r"^\s*\|\s*")
EDGES = " \t\xa0.,;:!?…|\"'“”‘’«»()[]-–—"


class Cleaned(NamedTuple):
    """One article after cleaning.

    *repeated* holds (line_no, start, end) of sentences that the article says more than once (a caption that repeats the
    text, a lead set twice), all but the one that counts: of two the one in the body stays, of two in the body the first.
    *line_keys* are the keys of its short lines: what `clean` would look up among the lines that repeat in the corpus.
    """

    fields: Fields
    lines: list[Line]
    cuts: list[Cut]
    repeated: list[tuple[int, int, int]]
    line_keys: frozenset[str]


def clean(
    article_id: str,
    text: str,
    *,
    metadata: Mapping[str, str] | None = None,
    reference: str = "",
    repeated: frozenset[str] = frozenset(),
    corpus: Path | None = None,
) -> Cleaned:
    """Tell the article from its page.

    *text* is in NFC with newlines as line ends. *metadata* (title, published, outlet, byline, url) goes before what
    the text says. *reference*, an ISO date, only bounds what may be inferred. *repeated* is what `repeated_lines` found
    in the corpus; *corpus* may bring codebooks of its own. Raises CodebookError where one cannot be used.
    """
    book, known = furniture(corpus), outlet_book.outlets(corpus)
    given = metadata or {}
    raw = text.split("\n")
    layout = lay_out(rows_of(raw, book, repeated), title=given.get("title", ""))
    _lone_tag(layout, known, book)
    _inset_articles(layout, known, book)
    kinds = ["blank"] * len(raw)
    cuts: list[Cut] = []
    tags: list[Tag] = []
    continued = _glued_captions(layout)
    for row in layout.rows:
        kinds[row.index] = row.kind
        for start, end, reason in _cuts(row, raw[row.index], row in continued):
            cuts.append(Cut(article_id, row.index + 1, start, end, reason, raw[row.index][start:end]))
    for row, tag in _tags(layout, known, book):
        tags.append(tag)
        start, end = row.start + tag.start, row.start + tag.end
        cuts.append(Cut(article_id, row.index + 1, start, end, "outlet_tag", raw[row.index][start:end]))
    lines = [
        Line(article_id, number, kind, line)
        for number, (kind, line) in enumerate(zip(kinds, raw, strict=True), 1)
    ]
    found = fields(layout, tags, metadata=given, reference=reference, book=book, known=known)
    line_keys = frozenset(row.key for row in layout.rows if row.key)
    return Cleaned(found, lines, _apart(cuts), _said_before(lines, len(text)), line_keys)


def _cuts(row: Row, line: str, glued: bool) -> Iterator[tuple[int, int, str]]:
    """The pieces of a line that are no part of what it says."""
    if row.pipe and (match := PIPE.search(line, row.start + row.size)):
        yield match.start(), match.end(), "table_pipe"
    if line.lstrip().startswith("|") and (match := LEADING_PIPE.match(line)):
        yield match.start(), match.end(), "table_pipe"
    if row.kind == "dateline" and row.stamp is not None:
        for span, reason in ((row.stamp.template, "template"), (row.stamp.byline, "byline")):
            if span:
                yield row.start + span[0], row.start + span[1], reason
    if row.kind not in TEXT_KINDS:
        return
    if "http" in line or "www." in line:
        for match in ADDRESS.finditer(line):
            yield match.start(), match.start() + len(match[0].rstrip(AFTER_ADDRESS)), "url"
    if row.kind == "body" and (glued or row.credit > GLUED_LEFT):
        start = _caption_start(row)
        yield row.start + start, row.start + row.size, "caption"


def _glued_captions(layout: Layout) -> set[Row]:
    """Paragraphs with a caption stuck to their end; a short line right below one goes on with the caption."""
    found = set()
    for at, row in enumerate(layout.rows):
        if row.kind != "body" or row.size < GLUED_LEFT or row.ended:
            continue
        if any(match.start() > GLUED_LEFT for match in row.book.captions.glued.finditer(row.core)):
            found.add(row)
            below = layout.rows[at + 1] if row.after == 0 and at + 1 < len(layout.rows) else None
            if (
                below is not None
                and below.kind in ("body", "heading")
                and below.words <= 6
                and not below.ended
            ):
                below.kind = "caption"
    return found


def _caption_start(row: Row) -> int:
    glued = [
        match.start() for match in row.book.captions.glued.finditer(row.core) if match.start() > GLUED_LEFT
    ]
    if glued:
        return glued[-1]
    credit = row.credit
    opened = row.core.rfind("(", max(0, credit - 2), credit + 1)
    return opened if opened >= 0 else credit


def _tags(layout: Layout, known: Outlets, book: Furniture) -> Iterator[tuple[Row, Tag]]:
    texts = [row for row in layout.rows[: layout.end] if row.kind == "body"]
    for row in texts[:TAGGED_ROWS]:
        tag = opening_tag(row.core, known, book)
        if tag is not None:
            yield row, tag
            break
    for row in texts[-1:]:
        tag = closing_tag(row.core, known)
        if tag is not None and (tag.start > 0 or len(texts) > 1):
            yield row, tag


def _lone_tag(layout: Layout, known: Outlets, book: Furniture) -> None:
    """A tag that stands on a line of its own right above the first paragraph belongs to it: "(VTC News) -"."""
    above = layout.rows[layout.first - 1] if layout.first else None
    if above is None or above.kind == "title":
        return
    tag = opening_tag(above.core, known, book)
    if tag is not None and tag.end == above.size:
        above.kind = "body"


def _inset_articles(layout: Layout, known: Outlets, book: Furniture) -> None:
    """A headline and a lead that opens with the outlet's tag again show another article of the site."""
    rows = layout.rows[layout.first : layout.end]
    for at, row in enumerate(rows):
        if at < TAGGED_ROWS or row.kind != "body" or row.size < GLUED_LEFT:
            continue
        above = rows[at - 1]
        if above.headline and not above.ended and opening_tag(row.core, known, book):
            row.kind = "teaser"
            above.kind = "teaser" if above.kind in ("body", "heading") else above.kind


def _apart(cuts: Sequence[Cut]) -> list[Cut]:
    """The cuts in order; one that another one holds is left out."""
    kept: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.line_no, cut.start, -cut.end)):
        if cut.start < cut.end and not (
            kept and kept[-1].line_no == cut.line_no and cut.start < kept[-1].end
        ):
            kept.append(cut)
    return kept


def _said_before(lines: Iterable[Line], size: int) -> list[tuple[int, int, int]]:
    """Where a sentence stands that the article says elsewhere.

    Lines are cut roughly first; sentence bounds are looked for only in those that repeat something.
    """
    told = [line for line in lines if line.kind in BODY_KINDS]
    beside = [line for line in lines if line.kind in TEXT_KINDS and line.kind not in BODY_KINDS]
    pieces: Counter[str] = Counter()
    for line in told:
        pieces.update(piece.strip(EDGES) for piece in line.text.lower().split(". ") if len(piece) >= SAID)
    twice = {piece for piece, count in pieces.items() if count > 1}
    seen: set[str] = set()
    found = []
    for line in told if twice else ():
        lower = line.text.lower()
        if any(piece.strip(EDGES) in twice for piece in lower.split(". ")):
            for start, end in spans(line.text):
                said = lower[start:end].strip(EDGES)
                if len(said) >= SAID and said in seen:
                    found.append((line.line_no, start, end))
                seen.add(said)
    body = " ".join(line.text.lower() for line in told) if size <= LONGEST_ARTICLE else pieces
    for line in beside:
        for start, end in spans(line.text):
            said = line.text[start:end].lower().strip(EDGES)
            if len(said) >= SAID and (said in seen or (line.kind != "title" and said in body)):
                found.append((line.line_no, start, end))
            seen.add(said)
    return sorted(found)
