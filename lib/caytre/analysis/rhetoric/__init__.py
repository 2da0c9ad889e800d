"""How it is said: lists and images, each with the person in whose words it stands.

The other figures have modules of their own: `formulas` (set phrases across articles) and `modality` (stance,
chains of adjectives, parallel phrases, rhythm).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from caytre.analysis.rhetoric import announcements, images, lists
from caytre.analysis.rhetoric.lists import Run
from caytre.analysis.shown import Speakers, shown_lines
from caytre.tables import BODY_KINDS, Annotated, EnumerationItem, Metaphor, Voice

__all__ = ["enumerations", "metaphors"]


def enumerations(
    article: Annotated, voices: Sequence[Voice] = (), *, corpus: Path | None = None
) -> list[EnumerationItem]:
    """Every list of an article, one row an item, numbered from one.

    `announced_count` beside the number of items shows a mismatch. Rows without `item_no` are no items: an
    announcement whose list never comes (one row, with its count), and the members of "không chỉ … mà còn"
    (two rows, no count). `stated_by` is the voice of the sentence that holds the item's start, empty without
    *voices*.
    """
    inline = announcements.inline(article, corpus=corpus)
    runs = lists.runs(article, corpus=corpus)
    places = {(item.line_no, item.start) for run in runs for item in run.items}
    inline = [(a, run) for a, run in inline if not _overlaps(run, places)]
    used = {(a.line_no, a.start) for a, _ in inline}
    free = [a for a in announcements.announced(article, corpus=corpus) if (a.line_no, a.start) not in used]
    assigned = announcements.assign(runs, free, [line.line_no for line in shown_lines(article, BODY_KINDS)])
    found: list[tuple[announcements.Announcement | None, Run]] = [*inline, *zip(assigned, runs, strict=True)]
    listed = {(a.size, a.noun) for a, _ in found if a is not None}
    for announcement in free:
        waited = announcement.promise and not announcement.listed
        if waited and (announcement.size, announcement.noun) not in listed:
            listed.add((announcement.size, announcement.noun))
            found.append((announcement, Run("announced", [])))
    found += [(None, run) for run in lists.pairs(article, corpus=corpus)]
    return _rows(article, found, voices)


def metaphors(
    article: Annotated, voices: Sequence[Voice] = (), *, corpus: Path | None = None
) -> list[Metaphor]:
    """Every image of the codebook that is not literal here; `voice` is empty without *voices*."""
    found = images.find(article, corpus=corpus)
    speakers = Speakers(voices)
    return [row._replace(voice=speakers.at(row.article_id, row.line_no, row.start)) for row in found]


def _rows(
    article: Annotated, found: list[tuple[announcements.Announcement | None, Run]], voices: Sequence[Voice]
) -> list[EnumerationItem]:
    speakers = Speakers(voices)
    rows = []
    for number, (announcement, run) in enumerate(sorted(found, key=_first), 1):
        announced: tuple[str, int | None, int | None] = ("", None, None)
        if announcement is not None:
            announced = (announcement.text, announcement.size, announcement.line_no)
        items = run.items
        if not items and announcement is not None:
            items = [lists.Item("", announcement.line_no, announcement.start, announcement.text)]
        for n, item in enumerate(items, 1):
            item_no = n if run.items and " … " not in run.kind else None
            stated_by = speakers.at(article.article_id, item.line_no, item.start)
            rows.append(
                EnumerationItem(
                    article.article_id, f"E{number:02d}", *announced, item.marker, item_no,
                    item.line_no, item.start, item.text, stated_by,
                )
            )  # fmt: skip
    return rows


def _first(entry: tuple[announcements.Announcement | None, Run]) -> tuple[int, int]:
    announcement, run = entry
    if run.items:
        return run.items[0].line_no, run.items[0].start
    return (announcement.line_no, announcement.start) if announcement is not None else (0, 0)


def _overlaps(run: Run, places: set[tuple[int, int]]) -> bool:
    line_no, start = run.items[0].line_no, run.items[0].start
    end = run.items[-1].start + len(run.items[-1].text)
    return any(line == line_no and start <= place <= end for line, place in places)
