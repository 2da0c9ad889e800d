"""How well the tables agree with what was annotated by hand: the measures, and the floors they must not fall below.

`python -m tests.accuracy` prints them for the shipped corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from tests import helpers
from tests.accuracy import contents, speech, style
from tests.accuracy.matching import Row
from tests.accuracy.scores import Score

__all__ = ["Gold", "Score", "corpus_tables", "measure", "read_gold"]

Gold = Mapping[str, Sequence[Row]]


class Measure(NamedTuple):
    """A table, the annotations it is held against, and the function that does it."""

    table: str
    annotations: str
    score: Callable[[Gold, list[Row]], Iterator[Score]]


MEASURES = (
    Measure("articles", "articles", contents.articles),
    Measure("lines", "lines", contents.lines),
    Measure("times", "times", contents.times),
    Measure("quotes", "quotes", speech.quotes),
    Measure("sentences", "voice", speech.voice),
    Measure("mentions", "mentions", speech.mentions),
    Measure("enumerations", "enumerations", style.enumerations),
    Measure("metaphors", "metaphors", style.metaphors),
    Measure("formulas", "formulas", style.formulas),
    Measure("themes", "themes", contents.themes),
    Measure("echoes", "reuse", style.echoes),
)

GOLD_TABLES = (*dict.fromkeys(measure.annotations for measure in MEASURES), "times_traps", "metaphor_traps")


def measure(tables: Mapping[str, pd.DataFrame], gold: Gold) -> list[Score]:
    """Every measure for which there are a table and annotations.

    Rows of articles that nobody annotated are left out; an article that is annotated anywhere counts everywhere, so
    that what is found where there is nothing to find is a false alarm.
    """
    annotated = {row["article_id"] for rows in gold.values() for row in rows if "article_id" in row}
    scores: list[Score] = []
    for table, wanted, score in MEASURES:
        if table in tables and wanted in gold:
            rows = _rows(tables[table])
            scores += score(
                gold, [row for row in rows if "article_id" not in row or row["article_id"] in annotated]
            )
    return scores


def read_gold() -> dict[str, list[Row]]:
    """The hand annotations that the measures need, by the name of their file."""
    found: dict[str, list[Row]] = {name: list(helpers.gold(name)) for name in GOLD_TABLES}
    for row in found["reuse"]:
        row["article_a"], row["article_b"] = Path(row["file_a"]).stem, Path(row["file_b"]).stem
    return found


def corpus_tables(corpus: Any) -> dict[str, pd.DataFrame]:
    """The tables of an opened corpus that the measures need, as they are exported: line ends in a text as \\n."""
    found = {measure.table: getattr(corpus, measure.table) for measure in MEASURES}
    text = found["quotes"]["text"].str.replace("\n", "\\n")
    return {**found, "quotes": found["quotes"].assign(text=text)}


def _rows(frame: pd.DataFrame) -> list[Row]:
    """The rows of a table with "" for what is not known."""
    known = frame.astype(object).where(frame.notna(), "")
    return [{str(key): value for key, value in row.items()} for row in known.to_dict("records")]
