"""Tables that need the whole corpus at once: set phrases, echoes.

Each is kept in the store like any layer, under a version made of the live articles and of the code and codebooks that
shape it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from caytre import layers, tables
from caytre.store import digest
from caytre.tables import Annotated
from caytre.versions import made_with

if TYPE_CHECKING:
    from caytre.build import Build

__all__ = ["all_articles", "found", "in_spans", "repeated_spans"]


def all_articles(build: Build) -> list[Annotated]:
    """The live articles as analysis takes them, by id."""
    live = dict(zip(build.live["article_id"], build.live["shard"], strict=True))
    articles = [
        article
        for shard in sorted(set(build.live["shard"]))
        for article in layers.shard_articles(build.store, build.versions["text"], shard)
        if live.get(article.article_id) == shard
    ]
    return sorted(articles, key=lambda article: article.article_id)


SOURCES: dict[str, tuple[type[Any], str]] = {
    "formulas": (tables.Formula, "caytre.analysis.rhetoric.formulas"),
    "echoes": (tables.Echo, "caytre.analysis.echoes"),
}
"""Each table that needs the whole corpus: its rows, and the code that finds them."""


def found(build: Build, name: str) -> pd.DataFrame:
    """The table *name* ("formulas" or "echoes") over all live articles."""
    schema, module = SOURCES[name]
    speech = build.layer("speech") if name == "echoes" else {}
    live = [str(row) for row in build.live.itertuples(index=False)]
    version = digest([made_with(build.folder, module), *speech.values()])
    shard = digest(live)
    if shard not in build.store.shards(name, version):
        rows = _formulas(build) if name == "formulas" else _echoes(build, speech)
        build.store.write(name, version, shard, {name: layers.typed(tables.frame(rows, schema))})
    table: pd.DataFrame = build.store.read(name, version, [shard], name)[0].to_pandas()
    return table


def _formulas(build: Build) -> list[tables.Formula]:
    from caytre.analysis.rhetoric import formulas

    return formulas.find(all_articles(build), corpus=build.folder)


def _echoes(build: Build, speech: Mapping[str, str]) -> list[tables.Echo]:
    from caytre.analysis import echoes

    return echoes.find(all_articles(build), voices=_voices(build, speech), corpus=build.folder)


def _voices(build: Build, speech: Mapping[str, str]) -> list[tables.Voice]:
    """Whose words the sentences of the live articles are."""
    live = dict(zip(build.live["article_id"], build.live["shard"], strict=True))
    return [
        tables.Voice(**row)
        for shard, made in speech.items()
        for row in build.store.read("speech", build.versions["speech"], [made], "voices")[0].to_pylist()
        if live.get(row["article_id"]) == shard
    ]


def repeated_spans(build: Build) -> pd.DataFrame:
    """Spans that an earlier article already has: article_id, line_no, start, end."""
    from caytre.analysis import echoes

    rows = [tables.Echo(*row) for row in found(build, "echoes").itertuples(index=False)]
    return pd.DataFrame(echoes.repeated_spans(rows), columns=["article_id", "line_no", "start", "end"])


def in_spans(tokens: pd.DataFrame, spans: pd.DataFrame) -> np.ndarray:
    """Which tokens lie inside one of the spans."""
    inside = np.zeros(len(tokens), dtype=bool)
    article = tokens["article_id"].astype(str).to_numpy()
    line, start, end = (tokens[column].to_numpy() for column in ("line_no", "start", "end"))
    places = pd.Series(np.arange(len(tokens))).groupby([article, line]).indices
    for row in spans.itertuples(index=False):
        at = places.get((row.article_id, row.line_no), np.zeros(0, dtype=int))
        inside[at] |= (start[at] >= row.start) & (end[at] <= row.end)
    return inside
