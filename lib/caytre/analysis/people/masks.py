"""What carries no weight when passages are compared: names, offices, institutions, events and grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from caytre.codebooks import made_from, read_yaml
from caytre.text.orthography import VIETNAMESE_LOWER, VIETNAMESE_UPPER, fold, retone

__all__ = ["BOOK", "Masks", "masks"]

BOOK = "echo_masks.yaml"
CAPITAL = rf"[{VIETNAMESE_UPPER}]\w*+"
TITLE = rf"[{VIETNAMESE_UPPER}](?![{VIETNAMESE_UPPER}])\w*+"
"""A capitalised syllable; in a line that is all capitals nothing tells a name."""
LOWER = rf"[{VIETNAMESE_LOWER}]\w*+"

NUMBERED = rf"\d++(?:/\d++)?+[-/][{VIETNAMESE_UPPER}]++(?:[-/][{VIETNAMESE_UPPER}\d]++)*+"
"""The number of a document: 57-NQ/TW, 138/NQ-CP, 198/2025/QH15."""
TITLED = 80
"""So many code points may stand between a document or an event and the "về" of its title."""

WORDS = ("function_words", "fillers", "coordinators", "opening_grammar", "waiting")


class Masks(NamedTuple):
    """The compiled codebook; the sets of words are folded."""

    everything: re.Pattern[str]
    names: re.Pattern[str]
    titled: re.Pattern[str]
    function_words: frozenset[str]
    fillers: frozenset[str]
    coordinators: frozenset[str]
    opening_grammar: frozenset[str]
    waiting: frozenset[str]

    def spans(self, text: str, *, only_names: bool = False) -> list[tuple[int, int]]:
        """Where *text* only names persons, offices or institutions; without *only_names* also where it names
        an event or a document or reports in a fixed formula."""
        return [match.span() for match in (self.names if only_names else self.everything).finditer(text)]


def masks(*, corpus: Path | None = None) -> Masks:
    """The masks of the codebook, a corpus's own before the project's."""
    return _masks(corpus)


@made_from(BOOK)
def _masks(corpus: Path | None) -> Masks:
    raw = read_yaml(BOOK, corpus=corpus)
    # "Bộ Ngoại giao", "Bộ Khoa học và Công nghệ": a lower-case syllable belongs where a capital or a pause
    # follows it.
    more = rf"\s++(?:và\s++)?{TITLE}"
    part = rf"{more}(?:\s++{LOWER}(?={more}|\W*+$|\s*+[,.;:()]))?+"
    grammar, tails = _choice(raw["function_words"]), _choice(raw["event_tails"])
    event = _choice([*raw["events"], *(word[:1].lower() + word[1:] for word in raw["events"])])
    names = [
        rf"(?:{_choice(raw['offices'])})(?!\w)(?:\s++{TITLE})*+",
        rf"(?:{_choice(raw['institutions'])})(?!\w)(?:{part})*+",
        rf"(?:{_choice(raw['honorifics'])})\s++{TITLE}(?:\s++{TITLE})*+",
        rf"{TITLE}(?:\s++{TITLE})++",
    ]
    tail = (
        rf"(?:(?:{tails})(?!\w)|{CAPITAL}(?:\s++(?!(?:{grammar})(?!\w)){LOWER})?+|\d++(?:\s*+[-–]\s*+\d++)?+)"
    )
    whole = [
        rf"(?:{event})(?!\w)(?:(?:\s++{LOWER}){{1,4}}?\s++(?:toàn quốc|lần thứ)(?!\w))?(?:\s++{tail})*+",
        rf"(?:{_choice(raw['phrases'])})(?!\w)",
        rf"(?:số\s++)?{NUMBERED}|ngày\s++\d++(?:[/.-]\d++)++",
    ]
    return Masks(
        re.compile(rf"(?<!\w)(?:{'|'.join([whole[0], *names[:3], *whole[1:], names[3]])})"),
        re.compile(rf"(?<!\w)(?:{'|'.join(names)})"),
        re.compile(rf"(?<!\w)(?:{_choice(raw['titled'])})(?!\w)[^.;:()\[\]\n]{{0,{TITLED}}}?(?<!\w)về(?!\w)"),
        *(frozenset(map(fold, raw[name])) for name in WORDS),
    )


def _choice(words: Iterable[str]) -> str:
    """One of *words*, the longest first, in either tone-mark style."""
    both = {style for word in words for style in (word, retone(word, "old"), retone(word, "new"))}
    return "|".join(re.escape(word) for word in sorted(both, key=lambda word: (-len(word), word)))
