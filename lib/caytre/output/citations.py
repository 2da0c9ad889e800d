"""Citations that lead back: every [article:line] of a report becomes a link to that line in an appendix.

Where a claim knows the sentence that it rests on it cites [article:line#sentence]: the reader sees the line, the link
leads to the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from caytre.session import t
from caytre.show import escape
from caytre.tables import BODY_KINDS

__all__ = ["Cited", "appendix", "linked"]

CITATION = re.compile(r"\\?\[((?:[^\s\[\]\\:()]|\\.){1,200}):(\d{1,7})(?:#(\d{1,4}))?\\?\](?![(\[{])")
"""A citation as `say` writes it, or as it stands escaped in a cell of a table."""

UNTOUCHED = re.compile(
    r'\{(?:#[\w-]+ )?alt="(?:[^"\\]|\\.)*"\}|^---\n.*?\n---$|```.*?```|`[^`\n]+`', re.S | re.M
)
"""Where a bracket is no citation: alternative texts, the head of the file, code."""

ESCAPED = re.compile(r"\\(.)")

QUOTES = re.compile(r"([\"'])")


class Cited(NamedTuple):
    """A line that is cited, or one sentence of it; *sentence* is 0 for the line as a whole."""

    article_id: str
    line_no: int
    sentence: int


def linked(markdown: str, lines: pd.DataFrame, sentences: pd.DataFrame) -> tuple[str, set[Cited]]:
    """The text with its citations as links to the anchors of `appendix`, and what is cited.

    A citation of a line that the corpus does not have stays as it is; one of a sentence that it does not have leads to
    the line.
    """
    anchors = _anchors(lines)
    known = set(sentences[["article_id", "line_no", "sent_no"]].itertuples(index=False, name=None))
    cited: set[Cited] = set()

    def link(found: re.Match[str]) -> str:
        name, line, sentence = ESCAPED.sub(r"\1", found[1]), int(found[2]), int(found[3] or 0)
        if (name, line) not in anchors:
            return found[0]
        at = Cited(name, line, sentence if (name, line, sentence) in known else 0)
        cited.add(at)
        return f"[\\[{found[1]}:{found[2]}\\]](#{_anchor(anchors, at)})"

    parts, end = [], 0
    for kept in UNTOUCHED.finditer(markdown):
        parts += [CITATION.sub(link, markdown[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*parts, CITATION.sub(link, markdown[end:])]), cited


def appendix(
    articles: pd.DataFrame,
    lines: pd.DataFrame,
    cuts: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    only: Iterable[Cited],
) -> str:
    """The articles that are cited, line by line: each line with its number and anchor, each cited sentence with its own.

    Lines that are not counted, and spans cut out of those that are, have the class `left` (grey where the format has
    colours). Blank lines are left out; their numbers are missing in the count.
    """
    cited, anchors = set(only), _anchors(lines)
    wanted = {at.article_id for at in cited}
    spans = _spans(cuts, "start", "end")
    marked = _spans(sentences, "start", "end", "sent_no")
    titles = dict(zip(articles["article_id"], articles["title"], strict=True))
    parts = [t("# The articles, line by line", "# Các bài viết, từng dòng một")]
    parts.append(
        t(
            "What is grey was not counted. A number that is missing belongs to a blank line. An arrow behind a line leads back to where it is cited.",
            "Phần màu xám không được đếm. Số dòng bị thiếu là dòng trống. Mũi tên sau mỗi dòng dẫn về chỗ dòng ấy được trích.",
        )
    )
    rows = lines[lines["article_id"].isin(wanted) & lines["text"].str.strip().ne("")]
    for name, own in rows.groupby("article_id", sort=True):
        title = str(titles.get(name, ""))
        parts += [f"## {escape(name)}{f': {escape(title)}' if title else ''}", "::: lines"]
        for line, kind, text in own[["line_no", "kind", "text"]].itertuples(index=False):
            left: list[tuple[int, ...]] = [(0, len(text))]
            if kind in BODY_KINDS:
                left = spans.get((name, line), [])
            anchored = [
                (start, end, _anchor(anchors, Cited(name, line, n)))
                for start, end, n in marked.get((name, line), [])
                if (name, line, n) in cited
            ]
            parts.append(f"[**{line}**]{{#{anchors[name, line]} .line}} {_shown(text, left, anchored)}")
        parts.append(":::")
    return "\n\n".join(parts)


def _spans(frame: pd.DataFrame, *columns: str) -> dict[tuple[str, int], list[tuple[int, ...]]]:
    """Article and line -> what *columns* say of it, in their order in the line."""
    found: dict[tuple[str, int], list[tuple[int, ...]]] = {}
    for name, line, *values in frame[["article_id", "line_no", *columns]].itertuples(index=False):
        found.setdefault((name, line), []).append(tuple(map(int, values)))
    return {place: sorted(values) for place, values in found.items()}


def _shown(text: str, left: list[tuple[int, ...]], anchored: list[tuple[int, int, str]]) -> str:
    """The line with its cited sentences and, in and between them, its cut spans marked."""
    end = len(text.rstrip())
    at = len(text) - len(text.lstrip())
    parts: list[str] = []
    for first, last, anchor in anchored:
        parts += _greyed(text, at, first, left)
        parts.append(f"[{''.join(_greyed(text, max(at, first), last, left))}]{{#{anchor} .sentence}}")
        at = max(at, last)
    return "".join([*parts, *_greyed(text, at, end, left)])


def _greyed(text: str, start: int, end: int, left: list[tuple[int, ...]]) -> Iterator[str]:
    """The text from *start* to *end* with its cut spans marked."""
    for first, last in left:
        first, last = max(first, start), min(last, end)
        if first < last:
            yield _verbatim(text[start:first])
            yield f"[{_verbatim(text[first:last])}]{{.left}}"
            start = last
    yield _verbatim(text[start:end])


def _verbatim(text: str) -> str:
    """Text whose quotation marks, dots and hyphens stay as the article has them: pandoc would make others of them."""
    return QUOTES.sub(r"\\\1", escape(text)).replace("...", "\\...").replace("--", "\\-\\-")


def _anchor(anchors: dict[tuple[str, int], str], at: Cited) -> str:
    line = anchors[at.article_id, at.line_no]
    return f"{line}-sentence-{at.sentence}" if at.sentence else line


def _anchors(lines: pd.DataFrame) -> dict[tuple[str, int], str]:
    """A name for every line with text that any format takes: letters, digits and hyphens, whatever the file is called."""
    shown = lines[lines["text"].str.strip() != ""]
    number = {name: n for n, name in enumerate(sorted(set(lines["article_id"])), 1)}
    places = zip(shown["article_id"], shown["line_no"].astype(int), strict=True)
    return {(name, line): f"article-{number[name]}-line-{line}" for name, line in places}
