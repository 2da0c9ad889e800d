"""Passages that repeat between articles and within one: where, how alike, and of what kind.

Lines that share rare runs come from `shingles`. In each pair of lines runs of three syllables are seeds,
seeds are chained over small gaps, and chains are joined in any order as long as the whole stays dense
(insertions, re-ordered clauses). A passage counts when what it shares tells enough: names, offices and events
tell nothing, grammar and the words that every line of the corpus has tell little. `passages` finds, this
module names and orders.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from caytre.analysis.echoes.passages import Passage, passages
from caytre.analysis.shown import Speakers, shown_lines
from caytre.tables import TEXT_KINDS, Annotated, Echo, Voice

__all__ = ["Span", "direction", "find", "is_phrase", "repeated_spans"]

SET_PHRASE = 14
"""Up to so many syllables that both sides have a repetition is a set phrase: the doctrine's wording, nobody's text."""
DISPLAY = ("title", "caption")
UNDATED = "~"
"""Sorts after every date."""


class Span(NamedTuple):
    """A piece of a line."""

    article_id: str
    line_no: int
    start: int
    end: int


def find(
    articles: Sequence[Annotated], *, voices: Sequence[Voice] = (), corpus: Path | None = None
) -> list[Echo]:
    """Every passage that two places share, one row a pair of places; rows with one `echo_id` are about one
    passage.

    Side *a* is the one that was published first; where dates do not decide, it is the one that comes first by
    article and line. That order is for counting: who took from whom is said by `direction`, if the dates
    tell.

    kind: `headline` (a title or caption takes part), `self` (within one article), `set phrase` (short),
    `relayed` (the words of one person stand in the mouth of another; needs *voices*), `agency` (the rest:
    text that outlets share).
    """
    ordered = sorted(articles, key=lambda article: (article.published or UNDATED, article.article_id))
    lines = [line for article in ordered for line in shown_lines(article, TEXT_KINDS)]
    raw = {(line.article_id, line.line_no): line.text for article in ordered for line in article.lines}
    speakers = Speakers(voices)
    found = sorted(passages(lines, corpus=corpus), key=lambda p: (p.line_a, p.start_a, p.line_b, p.start_b))
    rows = []
    for passage, echo_id in zip(found, _groups(found), strict=True):
        a, b = lines[passage.line_a], lines[passage.line_b]
        said = [
            speakers.at(line.article_id, line.line_no, start)
            for line, start in ((a, passage.start_a), (b, passage.start_b))
        ]
        rows.append(
            Echo(
                echo_id,
                _kind(passage, a.article_id == b.article_id, (a.kind, b.kind), said),
                a.article_id, a.line_no, passage.start_a, passage.end_a,
                raw[a.article_id, a.line_no][passage.start_a : passage.end_a],
                b.article_id, b.line_no, passage.start_b, passage.end_b,
                raw[b.article_id, b.line_no][passage.start_b : passage.end_b],
                passage.n_syllables,
                round(passage.similarity, 3),
            )
        )  # fmt: skip
    return rows


def repeated_spans(echoes: Sequence[Echo]) -> list[Span]:
    """What to leave out to count every passage once: the later places, merged, in order. The first place
    stays."""
    by_line: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for echo in echoes:
        by_line.setdefault((echo.article_b, echo.line_b), []).append((echo.start_b, echo.end_b))
    merged = []
    for (article_id, line_no), spans in sorted(by_line.items()):
        start, end = sorted(spans)[0]
        for later_start, later_end in sorted(spans)[1:]:
            if later_start > end:
                merged.append(Span(article_id, line_no, start, end))
                start = later_start
                end = later_end
            end = max(end, later_end)
        merged.append(Span(article_id, line_no, start, end))
    return merged


def direction(echo: Echo, published: Mapping[str, str]) -> Literal["a to b", "b to a", ""]:
    """Which side came first, if the dates tell; empty within an article, without a date, or on the same day.

    *published* maps articles to ISO dates or datetimes; two are compared at the precision that both have.
    Even then an earlier date proves no borrowing: both may follow a third text.
    """
    first, second = published.get(echo.article_a, ""), published.get(echo.article_b, "")
    shared = min(len(first), len(second))
    if not shared or first[:shared] == second[:shared]:
        return ""
    return "a to b" if first[:shared] < second[:shared] else "b to a"


def is_phrase(n_syllables: int, similarity: float) -> bool:
    """Whether so little of a passage stands on both sides that it is no text of anybody's, but a set phrase or two."""
    return n_syllables * similarity <= SET_PHRASE


def _kind(passage: Passage, same_article: bool, kinds: tuple[str, str], said: list[str]) -> str:
    if any(kind in DISPLAY for kind in kinds):
        return "headline"
    if same_article:
        return "self"
    if is_phrase(passage.n_syllables, passage.similarity):
        return "set phrase"
    return "relayed" if said[0] and said[1] and said[0] != said[1] else "agency"


def _groups(found: Sequence[Passage]) -> list[str]:
    """A name for every passage; passages whose places overlap by half share one."""
    parent = list(range(len(found)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    places: dict[int, list[tuple[int, int, int]]] = {}
    for n, passage in enumerate(found):
        places.setdefault(passage.line_a, []).append((passage.start_a, passage.end_a, n))
        places.setdefault(passage.line_b, []).append((passage.start_b, passage.end_b, n))
    for spans in places.values():
        spans.sort()
        for place, (start, end, n) in enumerate(spans):
            for later_start, later_end, m in spans[place + 1 :]:
                if 2 * (min(end, later_end) - later_start) < end - start:
                    break
                if 2 * (min(end, later_end) - later_start) >= later_end - later_start:
                    parent[root(m)] = root(n)
    names: dict[int, str] = {}
    return [names.setdefault(root(n), f"P{len(names) + 1:03d}") for n in range(len(found))]
