"""The codebook of lists, compiled: families of markers, bullets, openings, two-member figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from caytre import codebooks
from caytre.text.orthography import fold

__all__ = ["BOOK", "RANK", "Book", "Family", "Item", "Pair", "Run", "choice", "list_book"]

BOOK = "enumeration.yaml"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
         "xviii", "xix", "xx")  # fmt: skip
RANK = {"line": 0, "stop": 1, "clause": 2, "any": 3}
"""How much a place must be the beginning of something: a place takes the families of its rank and above."""


class Item(NamedTuple):
    """One item: its marker as written, its line, where in the line it begins, and its text from there."""

    marker: str
    line_no: int
    start: int
    text: str


class Run(NamedTuple):
    """A list that was found: its kind (the codebook's family) and its items in order."""

    kind: str
    items: list[Item]


class Family(NamedTuple):
    """One way of marking items. `rank` is the weakest place that a marker may stand in, `window` how many lines the next may
    be away, `folded` whether case is no matter, `unless` what must not follow."""

    name: str
    pattern: re.Pattern[str]
    rank: int
    window: int
    folded: bool
    unless: re.Pattern[str] | None


class Pair(NamedTuple):
    """A two-member figure: how its members open, the second `weak`ly where nothing better follows, and whether it may open the
    next sentence."""

    first: re.Pattern[str]
    second: re.Pattern[str]
    weak: re.Pattern[str] | None
    across: bool


class Book(NamedTuple):
    """The codebook, compiled; `spoken` are the families of words ("một là"), `ordinal` those of them that may take turns
    ("nguyên nhân thứ nhất … thứ hai"), `values` the numbers that a marker stands for."""

    families: list[Family]
    spoken: frozenset[str]
    ordinal: frozenset[str]
    steps: re.Pattern[str]
    roles: Mapping[str, str]
    bullet: re.Pattern[str]
    address: re.Pattern[str]
    topic: re.Pattern[str]
    openings: tuple[str, ...]
    pairs: list[Pair]
    values: Mapping[str, Mapping[str, tuple[int, ...]]]


@codebooks.made_from(BOOK)
def list_book(corpus: Path | None) -> Book:
    """The codebook, compiled."""
    raw = codebooks.read_yaml(BOOK, corpus=corpus)
    alphabets = raw["alphabets"]
    letters = sorted({letter for alphabet in alphabets for letter in alphabet})
    values: dict[str, dict[str, tuple[int, ...]]] = {
        "cardinal": {fold(word): (n,) for word, n in raw["cardinals"].items()},
        "ordinal": {fold(word): (n,) for word, n in raw["ordinals"].items()},
        "first": {fold(word): (1,) for word in raw["first_words"]},
        "last": {fold(word): () for word in raw["last_words"]},
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
        frozenset(entry["name"] for entry in raw["families"] if "{ordinal}" in entry["form"]),
        re.compile(rf"(?:{choice(steps)})(?!\w)"),
        steps,
        re.compile(rf"\s*(?P<symbol>{choice(raw['bullets'])})(?!\d|\s*$)(?=[\s\w\"“‘'(\[])\s*"),
        _any(raw["addresses"]),
        re.compile(rf"\s*[\"“‘'«]?(?P<label>{choice(raw['topics'])})\s+(?P<own>\w[^:,.;!?\n]{{0,40}})[:,]\s*\S"),
        tuple(fold(opening) for opening in (*raw["anaphora_openings"], *raw["topics"])),
        [
            Pair(_any([p["first"]]), _any(p["second"]), _any(p["weak"]) if "weak" in p else None, p.get("across", False))
            for p in raw["pairs"]
        ],
        values,
    )  # fmt: skip


def _family(
    entry: Mapping[str, Any], values: Mapping[str, Mapping[str, Any]], raw: Mapping[str, Any]
) -> Family:
    case = entry.get("case", "")
    slots = {kind: choice(values[kind]) for kind in values} | {
        "digit": r"\d{1,3}",
        "dotted": r"\d{1,2}(?:\.\d{1,2})+",
    }
    form = entry["form"].replace("{noun}", f"(?:{choice(raw['nouns'])})")
    for n, kind in enumerate(slots):
        slot = slots[kind].upper() if case == "upper" and kind in ("letter", "roman") else slots[kind]
        while f"{{{kind}}}" in form:
            form = form.replace(f"{{{kind}}}", f"(?P<{kind}_{form.count('(?P<')}{n}>{slot})", 1)
    lead = rf"(?P<lead>(?:{choice(raw['leads'])})\s+)?" if "dinal}" in entry["form"] else ""
    bounded = lead + form + (r"(?!\w)" if entry["form"].endswith(("}", "là")) else "")
    unless = re.compile(entry["unless"]) if "unless" in entry else None
    return Family(entry["name"], re.compile(bounded), RANK[entry["where"]], entry["window"], not case, unless)


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{choice(words)})(?!\w)")


def choice(words: Iterable[str]) -> str:
    """A pattern for any of *words* in folded text, the longest first."""
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=lambda word: (-len(word), word)))
