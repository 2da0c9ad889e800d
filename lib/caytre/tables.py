"""The schema: one named tuple a table, its fields the columns in their order.

Every row belongs to an article (`article_id`, the file stem). `line_no` counts from 1 in the text; `start` and `end`
are code points inside that line, end exclusive. What each column means for a reader stands in `data/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

TEXT_KINDS = ("title", "heading", "body", "caption", "teaser")
"""Kinds of line that hold sentences and tokens; counting functions take body and heading unless told otherwise."""

BODY_KINDS = ("body", "heading")

TOGETHER = "; "
"""Stands between the names of those whose words are one, in `speaker`, `voice` and `stated_by`."""


class Article(NamedTuple):
    """One article: what is known of it, with where its date comes from, and its sizes."""

    article_id: str
    title: str
    published: str
    precision: str
    published_from: str
    published_reason: str
    outlet: str
    byline: str
    url: str
    n_lines: int
    n_sentences: int
    n_words: int
    source: str
    sha256: str


class Line(NamedTuple):
    """One line of the text; joined with newlines they are the text again."""

    article_id: str
    line_no: int
    kind: str
    text: str


class Cut(NamedTuple):
    """A piece of a line that is left out of analysis, and why."""

    article_id: str
    line_no: int
    start: int
    end: int
    reason: str
    text: str


class Sentence(NamedTuple):
    """One sentence; `kind` is that of its line."""

    article_id: str
    line_no: int
    sent_no: int
    start: int
    end: int
    text: str
    kind: str


class Token(NamedTuple):
    """One word: `form` as written, `word` in one tone-mark style and lower case unless a name."""

    article_id: str
    line_no: int
    sent_no: int
    token_no: int
    start: int
    end: int
    form: str
    word: str
    pos: str


class Mention(NamedTuple):
    """One place where a person is named; `person` is the full name."""

    article_id: str
    line_no: int
    start: int
    end: int
    surface: str
    person: str
    office: str
    how: str


class Institution(NamedTuple):
    """One place where an institution is named; `institution` is its full name."""

    article_id: str
    line_no: int
    start: int
    end: int
    surface: str
    institution: str


class Quote(NamedTuple):
    """One span in quotation marks (or a turn of an interview) and whose it is; `text` without its marks."""

    article_id: str
    line_no: int
    start: int
    end_line: int
    end: int
    text: str
    kind: str
    speaker: str
    office: str
    cue: str
    how: str
    balanced: bool


class Voice(NamedTuple):
    """Whose words one sentence is; `voice` is empty where the writer speaks."""

    article_id: str
    line_no: int
    sent_no: int
    start: int
    end: int
    voice: str
    mode: str
    how: str
    confidence: float


class Time(NamedTuple):
    """One time expression: its TIMEX3 `type` and `value`, the days it covers, its side of the publication."""

    article_id: str
    line_no: int
    start: int
    end: int
    surface: str
    type: str
    value: str
    earliest: str
    latest: str
    relation: str
    how: str


class EnumerationItem(NamedTuple):
    """One item of a list; `item_no` is None for a list that was announced and never came."""

    article_id: str
    list_id: str
    announced: str
    announced_count: int | None
    announced_line: int | None
    marker: str
    item_no: int | None
    line_no: int
    start: int
    text: str
    stated_by: str


class Metaphor(NamedTuple):
    """One image: its source `domain`, and whether it is `conventional` or `salient`."""

    article_id: str
    line_no: int
    start: int
    end: int
    surface: str
    domain: str
    conventionality: str
    voice: str


class Formula(NamedTuple):
    """One place of a set phrase; `canonical` is the same in all its places."""

    formula_id: str
    canonical: str
    article_id: str
    line_no: int
    start: int
    end: int
    surface: str


class Theme(NamedTuple):
    """The themes of one paragraph, codes joined by semicolons, and the terms that decided."""

    article_id: str
    line_no: int
    themes: str
    score: float
    evidence: str


class Echo(NamedTuple):
    """One passage that stands in two places; side *a* is the one that was published first."""

    echo_id: str
    kind: str
    article_a: str
    line_a: int
    start_a: int
    end_a: int
    text_a: str
    article_b: str
    line_b: int
    start_b: int
    end_b: int
    text_b: str
    n_syllables: int
    similarity: float


class Annotated(NamedTuple):
    """One article as analysis sees it: its lines (a partition of the text), its cuts and its sentences."""

    article_id: str
    published: str
    lines: list[Line]
    cuts: list[Cut]
    sentences: list[Sentence]


def frame(rows: Iterable[NamedTuple], schema: type[NamedTuple]) -> pd.DataFrame:
    """Rows as a frame with the schema's columns, also when there is no row."""
    return pd.DataFrame.from_records(list(rows), columns=list(schema._fields))
