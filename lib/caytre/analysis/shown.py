"""The lines of an article as a reader of its text sees them, who speaks at a place in it, pieces of it, and citations."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pandas as pd

from caytre.tables import TEXT_KINDS, Annotated, Line, Voice
from caytre.text.characters import blanked

__all__ = ["Speakers", "citation", "citations", "shortened", "shown_lines"]


def shown_lines(
    article: Annotated, kinds: Collection[str] = TEXT_KINDS, *, keep: Collection[str] = ()
) -> list[Line]:
    """Lines of these *kinds*, cuts replaced by as many spaces, so that every offset still holds.

    Cuts for a reason in *keep* stay.
    """
    cuts: dict[int, list[tuple[int, int]]] = {}
    for cut in article.cuts:
        if cut.reason not in keep:
            cuts.setdefault(cut.line_no, []).append((cut.start, cut.end))
    return [
        line._replace(text=blanked(line.text, cuts[line.line_no])) if line.line_no in cuts else line
        for line in article.lines
        if line.kind in kinds
    ]


class Speakers:
    """Whose words stand where, looked up by place."""

    def __init__(self, voices: Iterable[Voice]) -> None:
        self._lines: dict[tuple[str, int], list[Voice]] = {}
        for voice in voices:
            self._lines.setdefault((voice.article_id, voice.line_no), []).append(voice)

    def at(self, article_id: str, line_no: int, start: int) -> str:
        """The voice of the sentence that holds this place, or an empty string."""
        spoken = self._lines.get((article_id, line_no), ())
        return next((voice.voice for voice in spoken if voice.start <= start < voice.end), "")


def shortened(text: str, size: int) -> str:
    """The first words of *text*, at most *size* characters of it, with an ellipsis where it is cut."""
    return text if len(text) <= size else text[:size].rpartition(" ")[0] + "…"


def citation(article_id: object, line_no: object, *, sentence: int = 0) -> str:
    """How a place is cited: `[vtv:19]`, or with the number of its *sentence* `[vtv:19#2]`."""
    return f"[{article_id}:{line_no}{f'#{sentence}' if sentence else ''}]"


def citations(table: pd.DataFrame) -> list[str]:
    """The place of every row of a *table* that has article_id and line_no, cited."""
    return [citation(*place) for place in zip(table["article_id"], table["line_no"], strict=True)]
