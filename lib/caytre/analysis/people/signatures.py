"""Who made an article: credits of pictures and texts, and the name under it. The article does not speak of them."""

from __future__ import annotations

import re

from caytre.analysis.people.offices import Grammar
from caytre.analysis.people.phrases import tokens
from caytre.text.orthography import fold

__all__ = ["credited", "is_bare_name"]

LONGEST_CREDIT = 12
"""Words of a credit; more after "Phóng viên:" are a question."""

LONGEST_HEAD = 24
COLON = re.compile(":")
CLOSE = re.compile(r"[.)\n!?]")


def is_bare_name(text: str, grammar: Grammar) -> bool:
    """Whether a line is nothing but one name: the signature under an article."""
    line = tokens(text)
    if not 2 <= len(line) <= 5 or not all(line.caps) or any(mark in text for mark in ".:,;"):
        return False
    span = grammar.names.full(line, 0)
    return span is not None and span.last == len(line)


def credited(text: str, grammar: Grammar) -> list[tuple[int, int]]:
    """The stretches of a line that say who took the picture or wrote the text: "Ảnh: Nguyễn Khánh", "(Nguồn: TTXVN)"."""
    found = []
    for mark in COLON.finditer(text):
        colon = mark.start()
        head = text[max(0, colon - LONGEST_HEAD) : colon].rstrip()
        words = fold(re.split(r"[.(\[;–-]", head)[-1]).split()
        if words and any(" ".join(words[-n:]) in grammar.names.credits for n in (1, 2, 3)):
            end = CLOSE.search(text, colon)
            stop = end.start() if end else len(text)
            asks = text[stop : stop + 1] in ("?", "!")
            if not asks and len(text[colon:stop].split()) <= LONGEST_CREDIT:
                found.append((colon, stop))
    return found
