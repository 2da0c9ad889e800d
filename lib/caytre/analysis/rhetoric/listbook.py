"""The codebook of lists, compiled: families of markers, bullets, openings, two-member figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from caytre import codebooks
from caytre.text.orthography import fold

__all__ = ["BOOK", "RANK", "Book", "Family", "list_book"]

BOOK = "enumeration.yaml"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
         "xviii", "xix", "xx")  # fmt: skip
RANK = {"line": 0, "stop": 1, "clause": 2, "any": 3}
"""How much a place must be the beginning of something: a place takes the families of its rank and above."""


class Family(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    rank: int
    window: int
    folded: bool
    unless: re.Pattern[str] | None


class Book(NamedTuple):
    families: list[Family]
    spoken: frozenset[str]
    steps: re.Pattern[str]
    roles: Mapping[str, str]
    bullet: re.Pattern[str]
    openings: tuple[str, ...]
    pairs: list[tuple[re.Pattern[str], re.Pattern[str]]]
    values: Mapping[str, Mapping[str, tuple[int, ...]]]


def list_book(*, corpus: Path | None = None) -> Book:
    """The compiled codebook, a corpus's own before the project's."""
    return _book(codebooks.digest(BOOK, corpus=corpus), corpus)


@lru_cache(maxsize=8)
def _book(digest: str, corpus: Path | None) -> Book:
    raw = codebooks.read_yaml(BOOK, corpus=corpus)
    alphabets = raw["alphabets"]
    letters = sorted({letter for alphabet in alphabets for letter in alphabet})
    values = {
        "cardinal": {fold(word): (n,) for word, n in raw["cardinals"].items()},
        "ordinal": {fold(word): (n,) for word, n in raw["ordinals"].items()},
        "roman": {numeral: (n,) for n, numeral in enumerate(ROMAN, 1)},
        "letter": {
            x: tuple(alphabet.index(x) + 1 for alphabet in alphabets if x in alphabet) for x in letters
        },
    }
    steps = {fold(word): role for role, words in raw["steps"].items() for word in words}
    families = [_family(entry, values, raw) for entry in raw["families"]]
    return Book(
        families,
        frozenset(entry["name"] for entry in raw["families"] if "dinal}" in entry["form"]),
        re.compile(rf"(?:{_choice(steps)})(?!\w)"),
        steps,
        re.compile(rf"\s*(?P<symbol>{_choice(raw['bullets'])})(?!\d|\s*$)(?=[\s\w\"“‘'(\[])\s*"),
        tuple(fold(opening) for opening in raw["anaphora_openings"]),
        [
            (re.compile(rf"(?<!\w){re.escape(fold(p['first']))}(?!\w)"), re.compile(rf"(?<!\w)(?:{_choice(map(fold, p['second']))})(?!\w)"))
            for p in raw["pairs"]
        ],
        values,
    )  # fmt: skip


def _family(
    entry: Mapping[str, Any], values: Mapping[str, Mapping[str, Any]], raw: Mapping[str, Any]
) -> Family:
    case = entry.get("case", "")
    slots = {kind: _choice(values[kind]) for kind in values} | {
        "digit": r"\d{1,3}",
        "dotted": r"\d{1,2}(?:\.\d{1,2})+",
    }
    form = entry["form"].replace("{noun}", f"(?:{_choice(map(fold, raw['nouns']))})")
    for n, kind in enumerate(slots):
        slot = slots[kind].upper() if case == "upper" and kind in ("letter", "roman") else slots[kind]
        while f"{{{kind}}}" in form:
            form = form.replace(f"{{{kind}}}", f"(?P<{kind}_{form.count('(?P<')}{n}>{slot})", 1)
    bounded = form + (r"(?!\w)" if entry["form"].endswith(("}", "là")) else "")
    unless = re.compile(entry["unless"]) if "unless" in entry else None
    return Family(entry["name"], re.compile(bounded), RANK[entry["where"]], entry["window"], not case, unless)


def _choice(words: Any) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
