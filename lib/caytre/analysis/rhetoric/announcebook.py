"""The codebook of announcements, compiled: what a number may count, what links it to its list, and what ends one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from caytre import codebooks
from caytre.analysis.rhetoric.listbook import BOOK, choice
from caytre.text.orthography import fold

__all__ = ["GAP", "PAIR", "AnnounceBook", "Announcement", "announce_book"]

GAP = 100
"""So many code points at most between an announcement and what links it to its list."""
PAIR = 2


class Announcement(NamedTuple):
    """A number with what it counts; `size` is None for "các trụ cột:". `promise`: the reader may expect a list;
    `listed`: something follows in the sentence that reads as its list. `known`: the noun is one of the codebook."""

    size: int | None
    noun: str
    text: str
    line_no: int
    start: int
    end: int
    promise: bool
    listed: bool = False
    known: bool = True


class AnnounceBook(NamedTuple):
    """The codebook, compiled. A number counts a noun of it (`number`), stands in quotation marks (`coined`), or counts any
    noun (`open`; `plenty` without a number); `link` and `firm` link known and other nouns to their lists, `opens` to one in the lines below,
    `next` to one in the sentence before."""

    number: re.Pattern[str]
    coined: re.Pattern[str]
    open: re.Pattern[str]
    plural: re.Pattern[str]
    plenty: re.Pattern[str]
    link: re.Pattern[str]
    firm: re.Pattern[str]
    opens: re.Pattern[str]
    next: re.Pattern[str]
    after: re.Pattern[str]
    not_after: tuple[str, ...]
    part_of: tuple[str, ...]
    done: tuple[str, ...]
    pointing_back: re.Pattern[str]
    elsewhere: re.Pattern[str]
    document: re.Pattern[str]
    fixed: re.Pattern[str]
    open_ends: tuple[str, ...]
    joint: re.Pattern[str]
    opening_joint: re.Pattern[str]
    tail: re.Pattern[str]
    counted: re.Pattern[str]
    no_list: re.Pattern[str]
    two: re.Pattern[str]
    numbers: Mapping[str, int]
    promises: Mapping[str, bool]


@codebooks.made_from(BOOK)
def announce_book(corpus: Path | None) -> AnnounceBook:
    """The codebook, compiled."""
    raw: Mapping[str, Any] = codebooks.read_yaml(BOOK, corpus=corpus)
    noun = (
        rf"(?P<kind>(?:{choice(raw['before_noun'])})\s+)?(?P<noun>{choice(raw['nouns'])})(?!\w)"
        rf"(?:\s+(?:{choice(raw['modifiers'])})(?!\w))*"
    )
    number = rf"(?<![\w.,/%–-])(?P<count>\d{{1,2}}|{choice(raw['cardinals'])})\s+"
    gap = rf"[^,.;:!?()]{{0,{GAP}}}?"
    colon = rf":(?:\s*(?:{choice(raw['firm_links'])})(?!\w))?"
    joints, plurals = choice(raw["joints"]), choice(raw["plurals"])
    return AnnounceBook(
        number=re.compile(number + noun),
        coined=re.compile(
            rf"(?<=[\"“‘'«])(?P<count>\d{{1,2}}|{choice(raw['cardinals'])})\s+(?P<kind>)(?P<noun>\w+(?:\s\w+)?)(?=[\"”’'»])"
        ),
        open=re.compile(
            rf"(?!năm\s){number}(?P<kind>)(?!(?:{choice(raw['units'])})(?!\w))(?P<noun>[^\W\d_]{{2,}})"
            rf"(?:\s(?!(?:{choice(raw['firm_links'])})(?!\w))[^\W\d_]+)?"
        ),
        plural=re.compile(rf"(?<!\w)(?:{plurals})\s+{noun}"),
        plenty=re.compile(
            rf"(?<!\w)(?:{plurals})\s+(?P<kind>)(?!(?:{choice(raw['persons'])})(?!\w))(?P<noun>[^\W\d_]{{2,}})"
        ),
        link=re.compile(
            rf"{gap}(?:,\s*)?\s*(?P<link>(?<!\w)(?:{choice(raw['links'])})(?!\w)\s*:?|{colon}|\()"
        ),
        firm=re.compile(
            rf"{gap}(?:,\s*)?\s*(?P<link>(?<!\w)(?:{choice(raw['firm_links'])})(?!\w)\s*:?|{colon})"
        ),
        opens=re.compile(rf"(?:(?<!\w)(?:{choice(raw['firm_links'])})\s*:?|:)\s*$"),
        next=re.compile(rf"\s*(?P<link>(?:{choice(raw['firm_links'])}|cụ thể)\s*:)"),
        after=re.compile(rf"\s*(?:{choice(raw['after_list'])})(?!\w)"),
        not_after=tuple(f" {fold(word)}" for word in raw["not_after"]),
        part_of=tuple(f" {fold(word)}" for word in raw["part_of"]),
        done=tuple(f" {fold(word)}" for word in raw["done"]),
        pointing_back=re.compile(rf"\s+(?!đó\s+là)(?:{choice(raw['pointing_back'])})(?!\w)"),
        elsewhere=re.compile(rf"[^.;:!?]*?(?<!\w)(?:{choice(raw['elsewhere'])})(?!\w)"),
        document=re.compile(
            rf"(?<!\w)(?:{choice(raw['documents'])})(?!\w)[^.;:!?]*?(?<!\w)(?:{choice(raw['sets_out'])})(?!\w)[^.;:!?]*$"
        ),
        fixed=re.compile(rf"(?:{choice(raw['fixed'])})(?!\w)"),
        open_ends=tuple(raw["open_ends"]),
        joint=re.compile(rf"(?<!\w)(?:{joints})(?!\w)"),
        opening_joint=re.compile(rf"[\s:\"“‘'(]*(?:(?:{joints})\s+)?"),
        tail=re.compile(rf"\s(?:{choice(raw['before_next_list'])})\s+(?:{plurals})\s"),
        counted=re.compile(rf"(?:\d{{1,3}}|{choice(raw['cardinals'])})\s+[^\W\d_]"),
        no_list=re.compile(rf"(?<!\w)(?:(?:{plurals})(?!\w)|(?:{choice(raw['examples'])})\s*$)"),
        two=re.compile(
            rf"\s+(?!(?:{choice(raw['not_in_apposition'])})(?!\w))\w[^,.;:!?()]{{0,{GAP}}}?\s(?:{joints})\s"
        ),
        numbers={fold(word): n for word, n in raw["cardinals"].items()},
        promises={fold(word): bool(promise) for word, promise in raw["nouns"].items()},
    )
