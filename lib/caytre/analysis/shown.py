"""The lines of an article as a reader of its text sees them: chosen kinds, with what was cut blanked out."""

from __future__ import annotations

from collections.abc import Collection

from caytre.tables import TEXT_KINDS, Annotated, Line

__all__ = ["shown_lines"]


def shown_lines(article: Annotated, kinds: Collection[str] = TEXT_KINDS) -> list[Line]:
    """Lines of these *kinds*, cuts replaced by as many spaces, so that every offset still holds."""
    cuts: dict[int, list[tuple[int, int]]] = {}
    for cut in article.cuts:
        cuts.setdefault(cut.line_no, []).append((cut.start, cut.end))
    return [
        line._replace(text=_blank(line.text, cuts[line.line_no])) if line.line_no in cuts else line
        for line in article.lines
        if line.kind in kinds
    ]


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
