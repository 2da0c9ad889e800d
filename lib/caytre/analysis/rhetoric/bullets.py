"""Lists without numbers: bullets, lines with a label, lines that end with semicolons, sentences with one opening."""

from __future__ import annotations

import re

from caytre.analysis.rhetoric.listbook import Book, Item, Run
from caytre.tables import BODY_KINDS, Annotated, Line
from caytre.text.orthography import fold, syllables

__all__ = ["bulleted", "dashed", "labelled", "openings", "plain"]

OPENING = 4
"""Sentences in a row that share this many syllables at their start are taken for a list."""
OPENING_LOWER = 3
OPENING_RUN = 3
LABELS_RUN = 3
LABEL = re.compile(r"\s*(?P<label>[^\W\d_]+(?:\s[^\W\d_]+)?)\s+(?P<own>\d[^:\n]{0,20}):\s*\S")
"""The head of a line in a list of times or parts: "Giai đoạn 1945-1975: …"."""
QUOTED = " \u00a0\"“‘'«"
DASH = re.compile(r"(?P<mark>[:;.])\s*(?P<symbol>[-–+•])\s+(?=\w)")
"""A bullet inside a line, as where a page lost its line breaks."""


def bulleted(lines: list[Line], book: Book) -> list[Run]:
    """Runs of lines with the same bullet. A plain line ends every run, another bullet only the runs inside
    it."""
    found: list[Run] = []
    running: dict[str, list[Item]] = {}
    asked: set[str] = set()
    for line in lines:
        match = book.bullet.match(line.text)
        if match is None or book.address.match(fold(line.text), match.end()):
            found += [Run(symbol, items) for symbol, items in running.items()]
            running.clear()
            continue
        symbol = match["symbol"]
        for inner in list(running)[list(running).index(symbol) + 1 :] if symbol in running else []:
            found.append(Run(inner, running.pop(inner)))
        running.setdefault(symbol, []).append(
            Item(symbol, line.line_no, match.start("symbol"), line.text.strip())
        )
        if line.text.rstrip("\"”’' ").endswith("?"):
            asked.add(symbol)
    found += [Run(symbol, items) for symbol, items in running.items()]
    # Where a bullet opens a question it opens the turns of a dialogue, not the items of a list.
    return [run for run in found if len(run.items) > 1 and run.kind not in asked]


def labelled(lines: list[Line], book: Book) -> list[Run]:
    """Lines in a row that open with the same word, each with a number or topic of its own, and a colon (a comma after a
    topic)."""
    found, items, seen = [], list[Item](), set[tuple[str, str]]()
    for line in [*lines, None]:
        text = fold(line.text) if line is not None else ""
        match = LABEL.match(text) or book.topic.match(text)
        label = (match["label"], match["own"].strip()) if match is not None else ("", "")
        if not any(label[0] == other for other, _ in seen) or label in seen:
            found += [Run("label", items)] if len(items) >= LABELS_RUN else []
            items, seen = [], set()
        if match is not None and line is not None:
            start = match.start("label")
            marker = line.text[start : match.end("own")].rstrip()
            items.append(Item(marker, line.line_no, start, line.text[start:].rstrip()))
            seen.add(label)
    return found


def plain(lines: list[Line], _: Book) -> list[Run]:
    """Lines without any marker after a line that ends with a colon, each but the last ended by a semicolon."""
    found, items, opened = [], list[Item](), False
    for line in lines:
        text = line.text.rstrip()
        if opened:
            items.append(Item("", line.line_no, len(text) - len(text.lstrip()), text.strip()))
        if opened and not text.endswith(";"):
            found += [Run("lines", items)] if len(items) >= LABELS_RUN else []
            opened = False
        if text.endswith(":"):
            items, opened = [], True
    return found


def dashed(lines: list[Line], _: Book) -> list[Run]:
    """Bullets inside one line: the first after a colon, the others after a stop."""
    found = []
    for line in lines:
        items: list[tuple[str, int]] = []
        for match in [*DASH.finditer(line.text), None]:
            if items and (match is None or match["mark"] == ":" or match["symbol"] != items[0][0]):
                found += [Run(items[0][0], _cut(line, items))] if len(items) > 1 else []
                items = []
            if match is not None and (items or match["mark"] == ":"):
                items.append((match["symbol"], match.start("symbol")))
    return found


def _cut(line: Line, places: list[tuple[str, int]]) -> list[Item]:
    ends = [*(start for _, start in places[1:]), len(line.text)]
    return [
        Item(symbol, line.line_no, start, line.text[start:end].rstrip())
        for (symbol, start), end in zip(places, ends, strict=True)
    ]


def openings(article: Annotated, book: Book) -> list[Run]:
    """Sentences in a row, in one line, with the same opening; the first may stand after the colon that introduces them."""
    found = []
    group: list[tuple[Item, list[str], list[str]]] = []
    shared = 0
    before: Item | None = None
    for sentence in [*article.sentences, None]:
        entry, same = None, 0
        if sentence is not None and sentence.kind in BODY_KINDS:
            forms = [sentence.text[a:b] for a, b in syllables(sentence.text)[:12]]
            item = Item("", sentence.line_no, sentence.start, sentence.text)
            entry = (item, forms, [fold(form) for form in forms])
            if group and group[-1][0].line_no == sentence.line_no:
                same = _shared_opening(group[-1], entry, book)
        if not same:
            found += _opening_run(group, shared, before)
            before = group[-1][0] if group else None
            group, shared = [], 0
        if entry is not None:
            shared = min(shared, same) if shared and same else same
            group.append(entry)
    return found


def _shared_opening(
    a: tuple[Item, list[str], list[str]], b: tuple[Item, list[str], list[str]], book: Book
) -> int:
    same = next(
        (i for i, (x, y) in enumerate(zip(a[2], b[2], strict=False)) if x != y), min(len(a[2]), len(b[2]))
    )
    lower = sum(form.islower() for form in a[1][:same])
    opening = " ".join(b[2][:same]) + " "
    listed = any(opening.startswith(phrase + " ") for phrase in book.openings)
    return same if (same >= OPENING and lower >= OPENING_LOWER) or listed else 0


def _opening_run(
    group: list[tuple[Item, list[str], list[str]]], shared: int, before: Item | None
) -> list[Run]:
    opening = " ".join(group[0][1][:shared]) if group else ""
    items = [item._replace(marker=opening) for item, _, _ in group]
    if opening and before is not None and before.line_no == items[0].line_no:
        after = before.text.rpartition(":")[2]
        start = before.start + len(before.text) - len(after.lstrip(QUOTED))
        text = before.text[start - before.start :]
        if text != before.text and fold(text).startswith(fold(opening) + " "):
            items.insert(0, Item(opening, before.line_no, start, text))
    return [Run("anaphora", items)] if len(items) >= OPENING_RUN else []
