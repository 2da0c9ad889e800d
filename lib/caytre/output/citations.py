"""Citations that lead back: every [article:line] of a report becomes a link to that line in an appendix."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from caytre.session import t
from caytre.show import escape
from caytre.tables import BODY_KINDS

__all__ = ["appendix", "linked"]

CITATION = re.compile(r"\\?\[((?:[^\s\[\]\\:()]|\\.){1,200}):(\d{1,7})\\?\](?![(\[{])")
"""A citation as `say` writes it, or as it stands escaped in a cell of a table."""

UNTOUCHED = re.compile(r'\{alt="(?:[^"\\]|\\.)*"\}|^---\n.*?\n---$|```.*?```|`[^`\n]+`', re.S | re.M)
"""Where a bracket is no citation: alternative texts, the head of the file, code."""

ESCAPED = re.compile(r"\\(.)")


def linked(markdown: str, lines: pd.DataFrame) -> tuple[str, set[str]]:
    """The text with its citations as links to the anchors of `appendix`, and the articles that are cited.

    A citation of a line that the corpus does not have stays as it is.
    """
    anchors = _anchors(lines)
    cited: set[str] = set()

    def link(found: re.Match[str]) -> str:
        place = (ESCAPED.sub(r"\1", found[1]), int(found[2]))
        if place not in anchors:
            return found[0]
        cited.add(place[0])
        return f"[\\[{found[1]}:{found[2]}\\]](#{anchors[place]})"

    parts, end = [], 0
    for kept in UNTOUCHED.finditer(markdown):
        parts += [CITATION.sub(link, markdown[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*parts, CITATION.sub(link, markdown[end:])]), cited


def appendix(articles: pd.DataFrame, lines: pd.DataFrame, cuts: pd.DataFrame, *, only: Iterable[str]) -> str:
    """The articles *only* line by line, each line with its number and its anchor.

    Lines that are not counted, and spans cut out of those that are, have the class `left` (grey where the format has
    colours). Blank lines are left out; their numbers are missing in the count.
    """
    wanted, anchors = set(only), _anchors(lines)
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for name, line, start, end in cuts[["article_id", "line_no", "start", "end"]].itertuples(index=False):
        spans.setdefault((name, line), []).append((start, end))
    titles = dict(zip(articles["article_id"], articles["title"], strict=True))
    parts = [t("# The articles, line by line", "# Các bài viết, từng dòng một")]
    parts.append(
        t(
            "What is grey was not counted. A number that is missing belongs to a blank line.",
            "Phần màu xám không được đếm. Số dòng bị thiếu là dòng trống.",
        )
    )
    rows = lines[lines["article_id"].isin(wanted) & lines["text"].str.strip().ne("")]
    for name, own in rows.groupby("article_id", sort=True):
        parts.append(f"## {escape(name)}: {escape(titles.get(name, ''))}")
        for line, kind, text in own[["line_no", "kind", "text"]].itertuples(index=False):
            shown = (
                _left_out(text, spans.get((name, line), []))
                if kind in BODY_KINDS
                else f"[{escape(text.strip())}]{{.left}}"
            )
            parts.append(f"[**{line}**]{{#{anchors[name, line]} .line}} {shown}")
    return "\n\n".join(parts)


def _left_out(text: str, spans: list[tuple[int, int]]) -> str:
    """The line with its cut spans marked."""
    parts, at = [], 0
    for start, end in sorted(spans):
        parts += [escape(text[at:start]), f"[{escape(text[max(at, start) : end])}]{{.left}}"]
        at = max(at, end)
    return "".join([*parts, escape(text[at:])]).strip()


def _anchors(lines: pd.DataFrame) -> dict[tuple[str, int], str]:
    """A name for every line with text that any format takes: letters, digits and hyphens, whatever the file is called."""
    shown = lines[lines["text"].str.strip() != ""]
    number = {name: n for n, name in enumerate(sorted(set(lines["article_id"])), 1)}
    places = zip(shown["article_id"], shown["line_no"].astype(int), strict=True)
    return {(name, line): f"article-{number[name]}-line-{line}" for name, line in places}
