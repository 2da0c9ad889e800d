"""Sentences with their places in the line, by rule.

A stop ends a sentence when what follows can begin one, unless the stop belongs to an abbreviation, an initial, the
number of a list item, a date, an address or an aside in brackets. Closing quotes and brackets stay with the stop.
The words that decide are in the codebooks `abbreviations.csv` and `sentence_openers.csv`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

from caytre.codebooks import CodebookError, made_once, read_csv
from caytre.text.orthography import fold, is_syllable, starts_upper

__all__ = ["sentences", "spans"]

ABBREVIATIONS = "abbreviations.csv"
OPENERS = "sentence_openers.csv"
KINDS = {"before", "title", "initial", "end"}
"""What a dotted abbreviation ends: nothing ("before" a title or number), a sentence only before a word of the openers that
one in lower case follows ("title": a name stands behind it elsewhere), before any opener or running text ("initial"), or
before every capital ("end")."""

STOP = re.compile(r"[.!?…]+(?:[”’»)\]}\"']|\s[”»)](?=\s|$))*(?:\[\d{1,3}\])*")
SPACE = re.compile(r"\s*")
LEAD = re.compile(r"(?:[-–—•*+▪■●►→]\s+)?[\"“‘'(\[«{]*\s*")
"""What may stand between a stop and the first letter of the next sentence: a bullet, opening quotes and brackets."""

WORD = re.compile(r"[^\W\d_]{1,24}")
NUMBER = r"\d{1,3}(?:\.\d{1,3})*|[IVX]+|[IVXLC]{2,}"
ITEM_NUMBER = re.compile(rf"{NUMBER}|[^\W\d_]")
ITEM = re.compile(
    rf"[\W_]*(?:(?:[^\W\d_]+ ){{0,2}}(?:{NUMBER})|(?:(?P<word>[^\W\d_]+) )?(?P<letter>[^\W\d_]))"
)
"""All that stands before the stop of a numbered item: "1", "II", "a", "Điều 5", "2.3"."""

LETTERED = re.compile(r"[^\W\d_][.)]\s")
COMPOUND = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,6})\s?[-–&]\s?$")
"""What joins an abbreviation to the one before it: "GD-", "TB&", "VH - "."""

DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]")
ADDRESS = re.compile(r"(?:https?://|www\.)")
FIXED = re.compile(r"(?:://|www\.)[^\s\"“”«»<>]+|[0-9]\.\s?[0-9]{1,2}\.\s?[0-9]{4}")
"""Addresses (from what tells them) and dates with dots (from the last digit of the day): stops inside end nothing."""

ASIDE = re.compile(r"\([^()]{1,300}\)|\[[^\[\]]{1,300}\]")
TAIL = ".,;:!?…)]'’"
DOMAIN_ENDINGS = frozenset({"vn", "com", "net", "org", "gov", "edu", "info"})
CLOSING_QUOTES = "”’»\"'"
STRAIGHT_QUOTES = "\"'"
OPENING = "([{“‘«"
SOLID = '%)”»"'
"""Signs after which a stop is a stop, also where no space follows it."""

CONTINUING = ",;:.!?…%)]}/”’»&+="

REACH = 24
"""How far a rule looks back from a stop for a word or an item number, so that the time stays linear."""


def spans(line: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of *line*, in order and without outer white space.

    Together they hold every character that is not white space. *line* should be in NFC; a stop inside a quotation ends
    a sentence like any other, a stop inside an aside in brackets does not.

    >>> spans("Ông đến TP. Huế. Bà ở lại.")
    [(0, 16), (17, 26)]
    """
    found: list[tuple[int, int]] = []
    closed = _Closed(line)
    start = _skip(line, 0)
    begun = _first(line, start)
    for stop in STOP.finditer(line):
        if stop.start() > begun and not closed.holds(stop, start) and _ends(line, start, stop):
            found.append((start, stop.end()))
            start = _skip(line, stop.end())
            begun = _first(line, start)
    end = len(line.rstrip())
    if start < end:
        found.append((start, end))
    return found


def sentences(text: str) -> list[str]:
    """The sentences of *text*; a newline always ends one."""
    return [line[start:end] for line in text.split("\n") for start, end in spans(line)]


class _Closed:
    """The parts of a line in which no sentence ends: addresses, dates, asides in brackets."""

    def __init__(self, line: str) -> None:
        self.fixed = [
            (match.start(), match.start() + len(match[0].rstrip(TAIL))) for match in FIXED.finditer(line)
        ]
        self.asides = [match.span() for match in ASIDE.finditer(line)]

    def holds(self, stop: re.Match[str], start: int) -> bool:
        """Whether *stop*, in a sentence that begins at *start*, is inside one of them."""
        if _inside(self.fixed, stop.start()) is not None:
            return True
        aside = _inside(self.asides, stop.start())
        return aside is not None and start < aside[0] and stop.end() < aside[1]


def _inside(parts: list[tuple[int, int]], at: int) -> tuple[int, int] | None:
    index = bisect_right(parts, at, key=itemgetter(0)) - 1
    return parts[index] if index >= 0 and parts[index][0] <= at < parts[index][1] else None


def _skip(line: str, at: int) -> int:
    match = SPACE.match(line, at)
    return match.end() if match else at


def _ends(line: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the sentence that began at *start* ends at *stop*."""
    following = _skip(line, stop.end())
    if following == len(line):
        return True
    first = _first(line, following)
    if first == len(line) or _opened(line, stop):
        return False
    if following == stop.end() and not _opens_without_space(line, first, stop):
        return False
    if not _may_open(line, first, after_full_stop=stop[0] == "."):
        return False
    if line[following] in "-–—" and stop[0][-1] in CLOSING_QUOTES:
        return False
    return stop[0] != "." or _ends_at_full_stop(line, start, stop, first)


def _first(line: str, at: int) -> int:
    """Where the first word or sign of substance stands, after a bullet and opening marks at *at*."""
    lead = LEAD.match(line, at)
    return lead.end() if lead else at


def _opened(line: str, stop: re.Match[str]) -> bool:
    """Whether an opening bracket or quotation mark stands right before *stop*: "(…)" and "“...và" end nothing."""
    at = stop.start()
    mark = line[at - 1]
    if mark in OPENING:
        return True
    spaced = line[at - 2 : at - 1] in ("", " ", ":", "(") and not line[stop.end()].isspace()
    return mark in STRAIGHT_QUOTES and spaced


def _may_open(line: str, first: int, *, after_full_stop: bool) -> bool:
    """Whether the character at *first* can begin a sentence.

    A lower-case word cannot, save in "b) ", "iPhone", an address, or a quotation that follows a full stop.
    """
    char = line[first]
    if char.islower():
        return (
            line[first + 1 : first + 2].isupper()
            or LETTERED.match(line, first) is not None
            or ADDRESS.match(line, first) is not None
            or (after_full_stop and line[first - 1] in '"“«')
        )
    return char not in CONTINUING


def _opens_without_space(line: str, first: int, stop: re.Match[str]) -> bool:
    """Whether a sentence begins at *first* right after *stop*, as in "nhân dân.Bảo đảm"."""
    if ADDRESS.match(line, first):
        return True
    word = WORD.match(line, first)
    if word is None or not starts_upper(word[0]) or not is_syllable(word[0]):
        return False
    after = line[word.end() : word.end() + 1]
    if word[0].lower() in DOMAIN_ENDINGS or after.isalnum() or after in ("@", ".", "_", "-", "/"):
        return False
    if stop[0] != ".":
        return True
    if line[stop.start() - 1] in SOLID:
        return True
    before = _before(line, stop.start())
    known = before.islower() or before.isdigit() or is_syllable(before) or _is_acronym(before)
    return known and len(before) > 1 and len(word[0]) > 1


def _ends_at_full_stop(line: str, start: int, stop: re.Match[str], first: int) -> bool:
    """Whether a single full stop before a possible beginning at *first* ends the sentence."""
    at = stop.start()
    if at - start <= REACH and _is_item(line, start, at):
        return False
    token = _before(line, at)
    begin = at - len(token)
    if ITEM_NUMBER.fullmatch(token) and line[max(start, begin - 2) : begin].strip().endswith((":", ";")):
        return False
    kind = _kind(token, line, first)
    initial = len(token) == 1 and token.isupper()
    if kind in ("title", "initial") and not initial and _in_compound(line, begin):
        return True
    if kind == "title":
        return _is_opener(line, first, name=False) and _lower_follows(line, first)
    if kind == "initial" or (kind is None and (initial or DOTTED.fullmatch(token))):
        capitals = token.replace(".", "").isupper()
        return line[first - 1] != "(" and (_is_opener(line, first) or (capitals and _runs_on(line, first)))
    return kind != "before"


def _in_compound(line: str, begin: int) -> bool:
    """Whether an abbreviation at *begin* is the last part of one in capitals ("GD-ĐT", but not "PGS-TS"): a name of its own."""
    joined = COMPOUND.search(line, max(0, begin - REACH), begin)
    return joined is not None and joined[1].isupper() and joined[1] not in _abbreviations()


def _is_acronym(token: str) -> bool:
    last = token.rpartition(".")[2]
    return len(last) > 2 and last.isupper()


def _is_item(line: str, start: int, at: int) -> bool:
    """Whether all from *start* to *at* is the number of an item: "2.1", "Điều 5", "Phần B", but not "Chị B"."""
    item = ITEM.fullmatch(line, start, at)
    if item is None:
        return False
    return item["letter"] is None or item["word"] is None or not _is_opener(line, item.start("word"))


def _kind(token: str, line: str, first: int) -> str | None:
    """What the codebook says of *token*, alone or with the word at *first*: "C. Mác" against "vitamin C. Mọi"."""
    book = _abbreviations()
    word = WORD.match(line, first)
    pair = f"{token}. {word[0]}" if word else token
    return book.get(pair) or book.get(token) or book.get(token.rpartition(".")[2])


def _before(line: str, at: int) -> str:
    """The token that ends at *at*: letters, digits, dots and slashes."""
    begin = at
    while begin and at - begin < REACH and (line[begin - 1].isalnum() or line[begin - 1] in "./"):
        begin -= 1
    return line[begin:at]


def _is_opener(line: str, first: int, *, name: bool = True) -> bool:
    """Whether the word or two words at *first* often begin a sentence; without *name* only those that nobody is called."""
    word = WORD.match(line, first)
    if word is None:
        return False
    second = WORD.match(line, _skip(line, word.end()))
    pair = f"{word[0]} {second[0]}" if second else word[0]
    openers = _openers()
    return any((name or not openers[said]) for said in (fold(word[0]), fold(pair)) if said in openers)


def _runs_on(line: str, first: int) -> bool:
    """Whether a syllable at *first* is followed by a word in lower case, which seldom happens within a name."""
    word = WORD.match(line, first)
    return word is not None and is_syllable(word[0]) and _lower_follows(line, first)


def _lower_follows(line: str, first: int) -> bool:
    """Whether a word in lower case stands behind the one at *first*."""
    word = WORD.match(line, first)
    behind = word.end() if word else first
    return line[behind : behind + 1] == " " and line[behind + 1 : behind + 2].islower()


@made_once(ABBREVIATIONS)
def _abbreviations() -> dict[str, str]:
    kinds = {}
    for row in read_csv(ABBREVIATIONS, columns=("form", "kind")):
        if row["kind"] not in KINDS:
            raise CodebookError(
                f'{ABBREVIATIONS}: "{row["form"]}" is of kind "{row["kind"]}"; use {", ".join(sorted(KINDS))}'
            )
        kinds[row["form"]] = row["kind"]
    return kinds


@made_once(OPENERS)
def _openers() -> dict[str, bool]:
    """The openers, each with whether somebody may be called so."""
    return {fold(row["words"]): row["name"] == "yes" for row in read_csv(OPENERS, columns=("words", "name"))}
