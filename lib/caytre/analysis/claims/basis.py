"""What measures are taken of: the tables of a corpus, and what several measures need of them."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Protocol

import pandas as pd

from caytre.analysis.claims.places import Place, plain
from caytre.analysis.times import timeline
from caytre.analysis.voices import speaking
from caytre.tables import BODY_KINDS
from caytre.text.characters import blanked

__all__ = ["Once", "Tables"]


class Tables(Protocol):
    """What measures are taken of: the tables of a corpus, and the day that undated articles are read against."""

    @property
    def articles(self) -> pd.DataFrame: ...
    @property
    def lines(self) -> pd.DataFrame: ...
    @property
    def cuts(self) -> pd.DataFrame: ...
    @property
    def sentences(self) -> pd.DataFrame: ...
    @property
    def tokens(self) -> pd.DataFrame: ...
    @property
    def quotes(self) -> pd.DataFrame: ...
    @property
    def times(self) -> pd.DataFrame: ...
    @property
    def enumerations(self) -> pd.DataFrame: ...
    @property
    def metaphors(self) -> pd.DataFrame: ...
    @property
    def themes(self) -> pd.DataFrame: ...
    @property
    def echoes(self) -> pd.DataFrame: ...
    @property
    def settings(self) -> Any: ...


class Once:
    """The tables of a corpus, and what several measures need of them, computed when first asked for."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    @cached_property
    def texts(self) -> dict[str, dict[int, str]]:
        """Article -> line -> the text as it is compared."""
        found: dict[str, dict[int, str]] = {name: {} for name in self.tables.articles["article_id"]}
        columns = self.tables.lines[["article_id", "line_no", "text"]]
        for name, line_no, text in columns.itertuples(index=False):
            found.setdefault(name, {})[line_no] = plain(text)
        return found

    @cached_property
    def body(self) -> dict[str, list[tuple[int, str]]]:
        """Article -> line and compared text of every line that counts, without the spans that are cut out."""
        cuts: dict[tuple[str, int], list[tuple[int, int]]] = {}
        spans = self.tables.cuts[["article_id", "line_no", "start", "end"]]
        for name, line_no, start, end in spans.itertuples(index=False):
            cuts.setdefault((name, line_no), []).append((start, end))
        lines = self.tables.lines
        lines = lines.loc[lines["kind"].isin(BODY_KINDS), ["article_id", "line_no", "text"]]
        found: dict[str, list[tuple[int, str]]] = {}
        for name, line_no, text in lines.itertuples(index=False):
            shown = plain(blanked(text, cuts.get((name, line_no), ())))
            found.setdefault(name, []).append((line_no, shown))
        return found

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """The sentences of the body with their number of words."""
        return speaking.counted(self.tables.sentences, self.tables.tokens, self.tables.quotes)

    @cached_property
    def horizon(self) -> pd.DataFrame:
        """For each article how many expressions of time look back, are now, look ahead."""
        given = self.tables
        spoken = timeline.talk(
            given.times, given.sentences, given.articles, reference=given.settings.reference
        )
        return timeline.horizon(spoken, by="article_id")

    def text(self, at: Place) -> str | None:
        """The lines of a place as they are compared, joined by blanks; None where the article has no such line."""
        lines = self.texts.get(at.article_id, {})
        found = [lines[n] for n in range(at.first, min(at.last, max(lines, default=0)) + 1) if n in lines]
        return " ".join(found) if found else None
