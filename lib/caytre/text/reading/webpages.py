"""Saved web pages: the text of the article (found by trafilatura), and the fields that the page itself states.

Fields come from JSON-LD, meta elements, <link rel="canonical"> and <time> alone. Nothing is taken from how the page
looks or from its address: a guessed date or outlet is worse than none, and cleaning reads the text for them later.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from caytre.text.characters import normalise
from caytre.text.reading.encodings import UnreadableError, decode, known
from caytre.text.reading.metadata import iso_date
from caytre.text.reading.pagehead import visible_text, with_head

__all__ = ["Page", "read_page"]

DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
HEAD_BYTES = 8192
MAX_ELEMENTS = 30_000
"""A page with more elements is no article but a whole archive; the extractor's time grows with their square."""
INVISIBLE = ("nul", "control", "zero_width", "bidi")
WESTERN = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252", "x-user-defined")
"""What pages declare that never chose an encoding: what the bytes say counts more."""

META = {
    "title": ("og:title", "twitter:title", "headline"),
    "published": (
        "article:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "dc.date.issued",
        "dc.date",
        "date",
    ),
    "outlet": ("og:site_name", "dc.publisher"),
    "byline": ("author", "article:author", "dc.creator"),
    "url": ("og:url",),
}
"""Names of meta elements (name, property or itemprop), the most trustworthy first."""

ARTICLE_TYPES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "opinionnewsarticle",
    "blogposting",
    "report",
)
LINKED = {
    "title": ("headline", "name"),
    "published": ("datePublished",),
    "outlet": ("publisher",),
    "byline": ("author",),
    "url": ("url",),
}


class Page(NamedTuple):
    """The article's text, the encoding used, the fields stated, and the invisible characters taken out of the source."""

    text: str
    encoding: str
    metadata: dict[str, str]
    removed: dict[str, int]


def read_page(data: bytes, *, encoding: str | None = None) -> Page:
    """The article in an HTML page, with title, published, outlet, byline and url as far as they are stated.

    The encoding is the given one, else the declared one where the bytes agree with it, else what detection finds. A
    page in which trafilatura sees no article, and a huge one, gives all its visible text; headline, lead and captions
    that it passes over are put back. A date that `iso_date` cannot read stays as the page writes it. Raises
    UnreadableError for a page without text.
    """
    import lxml.html  # type: ignore[import-untyped]  # ships no types
    import trafilatura

    source, name = _decode(data, encoding)
    source, counts = normalise(source)
    if not source.strip():
        raise UnreadableError("is empty")
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = lxml.html.document_fromstring(source.encode("utf-8"), parser=parser)
    except lxml.etree.ParserError:
        raise UnreadableError("is a web page without text") from None
    fields = _fields(tree)
    huge = tree.xpath("count(//*)") > MAX_ELEMENTS
    text = "" if huge else trafilatura.extract(tree, include_comments=False, include_tables=True)
    # The tree is parsed again: extraction takes apart the one that it is given.
    tree = lxml.html.document_fromstring(source.encode("utf-8"), parser=parser)
    text = with_head(text, tree) if text else visible_text(tree)
    if not text:
        raise UnreadableError("is a web page without text")
    return Page(text, name, fields, {kind: n for kind, n in counts.items() if kind in INVISIBLE})


def _decode(data: bytes, encoding: str | None) -> tuple[str, str]:
    if encoding:
        return decode(data, encoding=encoding)
    match = DECLARED.search(data[:HEAD_BYTES])
    declared = match[1].decode("ascii", errors="replace").lower() if match else ""
    if (
        declared
        and declared not in WESTERN
        and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    ):
        try:
            text, name = decode(data, encoding=known(declared))
        except UnreadableError:
            return decode(data)
        # Declared UTF-8 may still hold letters that stand for bytes: that is left to detection, which sees it too.
        return decode(data) if name in ("utf-8", "utf8") else (text, name)
    return decode(data)


def _fields(tree: Any) -> dict[str, str]:
    linked = list(_linked_articles(tree))
    metas = _metas(tree)
    found = {}
    for field, names in META.items():
        stated = [_words(item.get(key)) for key in LINKED[field] for item in linked] + [
            metas.get(name, "") for name in names
        ]
        found[field] = next(
            (value for value in stated if value and (field == "url" or "://" not in value)), ""
        )
    marked = tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    found["published"] = iso_date(
        found["published"] or _only(marked) or _only(tree.xpath("//time/@datetime"))
    )
    found["url"] = found["url"] or _only(tree.xpath("//link[@rel='canonical']/@href"))
    found["title"] = found["title"] or _only(tree.xpath("//head/title/text()"))
    if found["byline"] == found["outlet"]:
        found["byline"] = ""
    return {field: value for field, value in found.items() if value}


def _linked_articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles that JSON-LD describes; a block that is not JSON states nothing."""
    for block in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(block.strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        top = data if isinstance(data, list) else [data]
        graph = [
            item for part in top if isinstance(part, dict) for item in (part, *_list(part.get("@graph")))
        ]
        for item in graph:
            if isinstance(item, dict) and any(
                str(kind).lower() in ARTICLE_TYPES for kind in _list(item.get("@type"))
            ):
                yield item


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for name in filter(None, map(element.get, ("property", "name", "itemprop"))):
            found.setdefault(name.strip().lower(), content)
    return found


def _words(value: Any) -> str:
    """What a JSON-LD value says: a text, the name of a person or outlet, or several of them."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(item) for item in value[:20] if not isinstance(item, list))))
    return " ".join(value.split()) if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _only(values: Iterable[str]) -> str:
    """The one value that all of them share, else nothing: several dates on a page may be those of other articles."""
    distinct = {" ".join(value.split()) for value in values} - {""}
    return distinct.pop() if len(distinct) == 1 else ""
