"""Which outlet an article is from: tags in the text ("(VietQ.vn) -", "TTO -", "Hà Nội (TTXVN) -"), hosts of addresses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from caytre import codebooks
from caytre.text.cleaning.datelines import is_name
from caytre.text.cleaning.furniture import Furniture, key
from caytre.text.orthography import fold, is_syllable

__all__ = [
    "CODEBOOK",
    "Outlets",
    "Tag",
    "closing_tag",
    "dateline_outlet",
    "host_outlet",
    "opening_tag",
    "outlets",
    "title_tag",
]

CODEBOOK = "outlets.csv"
COLUMNS = ("outlet", "tags", "hosts", "source")
DASHES = "-–—"
TAG_ZONE = 90
"""An opening tag ends within so many characters."""

BRACKETED = re.compile(r"([^()]{0,40})\(([^()]{2,35})\)(\s*[-–—:.]*\s*)")
BARE = re.compile(r"([\w.&+/ ]{2,30}?)(\s*[-–—]\s+|\s[-–—]|[-–—](?=[^\W\d_][^\W\d_])|\.\s+(?=\S))")
TAG_DAY = re.compile(r"\s+\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?$")
"""The day that agencies put into the tag: "Hà Nội (TTXVN 9/4/2019)"."""
CLOSING = re.compile(r"\s*\(([^()]{2,40})\)\s*[./]{0,3}\s*$")
TITLE_TAIL = re.compile(r"\s+[|–—-]\s+([^|–—]{2,40})$")
DATELINE_PARTS = re.compile(r"[|,;()–—]|\s-\s|(?<=\s)\d|\d(?=\s)")
DOUBLED = re.compile(r"(\S.{3,39}?)\1(?![^\W\d_])")
"""An outlet as aggregators print it: "Báo Cà MauBáo Cà Mau26/05/2025"."""
PAPER = re.compile(r"báo\s+(?:điện tử\s+)?", re.IGNORECASE)
DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|info|tv)")
INITIALS = re.compile(r"[^\W\d_]{2,8}(?:[&+][^\W\d_]{1,8})?(?: ?online| news)?", re.IGNORECASE)


class Outlets(NamedTuple):
    """The codebook as two lookups."""

    tags: dict[str, str]
    hosts: dict[str, str]


class Tag(NamedTuple):
    """A tag inside a line, and the outlet that it names."""

    start: int
    end: int
    outlet: str


@codebooks.made_from(CODEBOOK)
def outlets(corpus: Path | None) -> Outlets:
    """The outlets known to *corpus*."""
    tags: dict[str, str] = {}
    hosts: dict[str, str] = {}
    for row in codebooks.read_csv(CODEBOOK, corpus=corpus, columns=COLUMNS):
        tags.update((_tag_key(tag), row["outlet"]) for tag in row["tags"].split(";") if tag)
        hosts.update((host, row["outlet"]) for host in row["hosts"].split(";") if host)
    return Outlets(tags, hosts)


def opening_tag(core: str, known: Outlets, book: Furniture) -> Tag | None:
    """The outlet tag with which a paragraph opens, with its dash and the place before it.

    A tag in brackets may be unknown if it looks like one (a domain, initials) and a dash follows; without brackets
    it must be known or a domain, because "Bóng đá - môn thể thao vua" is a sentence.
    """
    zone = core[:TAG_ZONE]
    match = BRACKETED.match(zone)
    if match:
        place, tag, dash = match[1].strip(" -–—,"), TAG_DAY.sub("", match[2]).strip(), match[3].strip()
        dash = dash or match[2][len(tag) :].strip()
        outlet = (
            known.tags.get(_tag_key(tag))
            or known.hosts.get(fold(tag) + ".vn")
            or _part(tag, known)
            or (_unknown(tag) if (dash or DOMAIN.fullmatch(tag.lower())) and not place else "")
        )
        if outlet and (dash or not place) and (not place or _place(place, book)):
            return Tag(0, match.end(), outlet)
    match = BARE.match(zone)
    if match and (len(core) > match.end() or core[-1] in DASHES):
        tag = match[1].strip()
        outlet = _bare(tag, known)
        outlet = outlet or (host_outlet(tag, known) or tag if DOMAIN.fullmatch(tag.lower()) else "")
        glued = match[2] in ("-", "–", "—") and not core[match.end() : match.end() + 2].istitle()
        if outlet and not glued and (match[2][0] != "." or DOMAIN.fullmatch(tag.lower())):
            return Tag(0, match.end(), outlet)
    return None


def closing_tag(core: str, known: Outlets) -> Tag | None:
    """The outlet tag that ends the last paragraph: "(TTXVN/Vietnam+)"."""
    if not core[-6:].rstrip(" ./").endswith(")"):
        return None
    match = CLOSING.search(core, max(0, len(core) - 60))
    outlet = known.tags.get(_tag_key(match[1])) or _part(match[1], known) if match else None
    return Tag(match.start(), len(core), outlet) if match and outlet else None


def title_tag(core: str, known: Outlets) -> Tag | None:
    """The outlet that a page's headline ends with: "… | VnExpress", "… - Báo Lao Động"."""
    match = TITLE_TAIL.search(core, max(0, len(core) - 50))
    outlet = _named(match[1].strip(), known) if match else ""
    return Tag(match.start(), len(core), outlet) if match and outlet else None


def host_outlet(url: str, known: Outlets) -> str:
    """The outlet at an address: by its host or a parent of it; else the host itself; nothing where there is no host."""
    try:
        host = (urlsplit(url if "//" in url else "//" + url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    if "." not in host:
        return ""
    parts = host.split(".")
    parents = (".".join(parts[at:]) for at in range(len(parts) - 1))
    return next((known.hosts[parent] for parent in parents if parent in known.hosts), host)


def dateline_outlet(core: str, known: Outlets) -> str:
    """The outlet that a dateline names: "LĐO | 14/05/2023 | 08:00"."""
    twice = DOUBLED.match(core)
    if twice and (outlet := _named(twice[1], known)):
        return outlet
    return next((name for part in DATELINE_PARTS.split(core) if (name := _bare(part.strip(), known))), "")


def _named(name: str, known: Outlets) -> str:
    """The outlet that goes by *name*, which may be called a newspaper: "Báo Lao Động"."""
    outlet = known.tags.get(_tag_key(name), "")
    return outlet or (known.tags.get(_tag_key(PAPER.sub("", name)), "") if PAPER.match(name) else "")


def _bare(tag: str, known: Outlets) -> str:
    foreign = " " not in tag and not is_syllable(tag)
    return known.tags.get(_tag_key(tag), "") if foreign or _looks_like_tag(tag) else ""


def _tag_key(tag: str) -> str:
    return "".join(fold(tag).split())


def _part(tag: str, known: Outlets) -> str:
    """The outlet of "TTXVN/Vietnam+": the last part that is known."""
    return next(
        (known.tags[_tag_key(part)] for part in reversed(tag.split("/")) if _tag_key(part) in known.tags), ""
    )


def _unknown(tag: str) -> str:
    return tag if DOMAIN.fullmatch(tag.lower()) or (INITIALS.fullmatch(tag) and _looks_like_tag(tag)) else ""


def _looks_like_tag(tag: str) -> bool:
    words = tag.split()
    stem = words[0] if words else ""
    shaped = "." in stem or stem.isupper() or any(letter.isupper() for letter in stem[1:])
    return shaped and (len(words) == 1 or (len(words) == 2 and words[1].lower() in ("online", "news")))


def _place(text: str, book: Furniture) -> bool:
    return key(text) in book.places or is_name(text, book)
