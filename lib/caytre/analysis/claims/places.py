"""Places in articles as people write them, `vtv:19`, and the words that stand there."""

from __future__ import annotations

import re
from typing import NamedTuple

from caytre.text.orthography import fold, nfc

__all__ = ["Place", "PlaceError", "place", "plain"]

PLACE = re.compile(r"([^\s:]+):(\d{1,7})(?:-(\d{1,7}))?")


class PlaceError(ValueError):
    """A text that names no place; the message says how one is written."""


class Place(NamedTuple):
    """Lines *first* to *last* (both included) of an article."""

    article_id: str
    first: int
    last: int


def place(text: str) -> Place:
    """`vtv:19` or `vtv:17-18`; raises PlaceError for anything else."""
    found = PLACE.fullmatch(text.strip())
    if not found:
        raise PlaceError(f'"{text}" is no place; write article:line, such as vtv:19 or vtv:17-18')
    first = int(found[2])
    return Place(found[1], first, int(found[3] or first))


def plain(text: str) -> str:
    """Text as it is compared: NFC, lower case, one style of tone marks, every run of blanks one space."""
    return " ".join(fold(nfc(text)).split())
