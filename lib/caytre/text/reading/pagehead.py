"""What stands above and between the paragraphs of a web page: headline, date, lead, captions.

The extractor finds the paragraphs and often leaves out the rest, although a lead is a paragraph of the article. Here the
page is read once more in its own order, and what stands between the headline and the first paragraph, and the
captions of pictures, get back their places. What kind of line each is, is for cleaning to say.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

__all__ = ["visible_text", "with_head"]

SKIPPED = frozenset(
    (
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "aside",
        "button",
        "select",
        "svg",
        "iframe",
    )
)
"""Elements without a line of the article; not <form>, in which some servers wrap whole pages."""
INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
    )
) | frozenset(("strong", "sub", "sup", "time", "tt", "u", "wbr"))
DATE = re.compile(r"\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\b")
ABOVE = 3
"""A line with a date may stand so many lines above the headline."""
PARAGRAPH_WORDS = 8
"""A line of so many words that the extractor kept is where the article's paragraphs begin."""
MAX_HEAD = 12
"""More lines than these between headline and paragraphs are not a head but furniture: then only the long ones return."""
MAX_DATELINE = 80
NEAR = 2
"""A caption may stand so many lines below the last paragraph."""


class _Line(NamedTuple):
    """A line of the page as it is shown, and whether it is a headline or a caption."""

    text: str
    kind: str


def with_head(text: str, tree: Any) -> str:
    """*text*, as extracted from *tree*, with headline, lead and captions put back where the page has them.

    Nothing is put in twice, and a page without a first-level headline above its paragraphs only gets its captions.
    """
    lines = text.split("\n")
    place = {_key(line): number for number, line in reversed(list(enumerate(lines))) if line.strip()}
    page = _lines(tree)
    kept = [number for number, line in enumerate(page) if _key(line.text) in place]
    first = next(
        (
            number
            for number in kept
            if len(page[number].text.split()) >= PARAGRAPH_WORDS and page[number].kind != "h1"
        ),
        None,
    )
    if first is None:
        return text
    after: dict[int, list[str]] = {}
    last = first
    for number in range(first, len(page)):
        key = _key(page[number].text)
        if key in place:
            last = number
        elif page[number].kind == "figcaption" and (number - last <= NEAR or number < kept[-1]):
            after.setdefault(place[_key(page[last].text)], []).append(page[number].text)
            place[key] = place[_key(page[last].text)]
    head = _head(page, first)
    known = {_key(line) for line in head}
    begin = place[_key(page[first].text)]
    result = [line for line in lines[:begin] if _key(line) not in known] + head
    for number in range(begin, len(lines)):
        result += [lines[number], *after.get(number, [])]
    return "\n".join(result)


def visible_text(tree: Any) -> str:
    """All that the page shows outside its menus and footers, a line for each block."""
    return "\n".join(line.text for line in _lines(tree))


def _head(page: list[_Line], first: int) -> list[str]:
    start = next((number for number in range(first, -1, -1) if page[number].kind == "h1"), None)
    if start is None:
        return []
    head = page[start:first]
    if len(head) > MAX_HEAD:
        head = [line for line in head if line.kind == "h1" or len(line.text.split()) >= PARAGRAPH_WORDS]
    dates = [
        line
        for line in page[max(0, start - ABOVE) : start]
        if DATE.search(line.text) and len(line.text) < MAX_DATELINE
    ]
    return [line.text for line in dates + head]


def _key(line: str) -> str:
    return "".join(line.split()).removeprefix("-")


def _lines(tree: Any) -> list[_Line]:
    """The visible text of the page, a line for each block."""
    from lxml import etree  # type: ignore[import-untyped]  # ships no types

    found: list[_Line] = []
    pieces: list[str] = []
    inside: list[str] = []

    def flush() -> None:
        if words := " ".join("".join(pieces).split()):
            found.append(_Line(words, inside[-1] if inside else ""))
        pieces.clear()

    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag not in INLINE and tag:
            flush()
        if event == "start":
            if tag in ("h1", "figcaption"):
                inside.append(tag)
            if not tag or tag in SKIPPED:
                walk.skip_subtree()
            else:
                pieces.append(element.text or "")
        else:
            if tag in ("h1", "figcaption"):
                inside.pop()
            tail = element.tail or ""
            # A stamp such as <span>Cần Thơ</span>Giá lúa is set apart by its style alone.
            glued = tail[:1].isupper() and pieces and pieces[-1][-1:].islower()
            pieces.append(" " + tail if glued else tail)
    flush()
    return found
