"""Tables of a corpus out of its shards: only the articles that are live, only the columns that are asked for."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from caytre import tables

if TYPE_CHECKING:
    from caytre.build import Build

__all__ = ["TOKENS", "layer", "text", "tokens"]

TOKENS = (
    "article_id", "line_no", "sent_no", "token_no", "start", "end", "form", "word", "pos", "kind", "repeated",
)  # fmt: skip
"""The columns of the tokens: `tables.Token` with `kind` and `repeated` of the sentence."""

Array = np.ndarray[Any, Any]


def text(
    build: Build,
    name: str,
    *,
    articles: Collection[str] | None = None,
    columns: Sequence[str] | None = None,
) -> pd.DataFrame:
    """A table of the text layer other than the tokens, by article and place.

    All *articles* unless some are named; all *columns* unless some are, of which `article_id` is one.
    """
    version = build.versions["text"]
    parts = []
    for shard, ids in _shards(build, articles) or [(str(build.live["shard"].iloc[0]), set())]:
        part: pd.DataFrame = build.store.read("text", version, [shard], name, columns)[0].to_pandas()
        parts.append(part[part["article_id"].isin(ids)])
    return _in_order(parts, ("article_id", "line_no", "sent_no", "start"))


def layer(build: Build, layer: str, name: str) -> pd.DataFrame:
    """A table of a layer above the text, by article and place; the layer is made where it is missing."""
    made = build.layer(layer)
    live = dict(zip(build.live["article_id"], build.live["shard"], strict=True))
    parts = []
    for shard, own in made.items():
        part: pd.DataFrame = build.store.read(layer, build.versions[layer], [own], name)[0].to_pandas()
        parts.append(part[part["article_id"].map(live) == shard])
    return _in_order(parts, ("article_id", "line_no", "start"))


def tokens(
    build: Build, *, articles: Collection[str] | None = None, columns: Sequence[str] = TOKENS
) -> pd.DataFrame:
    """Tokens in the order of the text, texts as categories over integer codes.

    Only *columns* are made: of a hundred million tokens a column of codes takes 400 MB, all of them eight times that.
    """
    unknown = [name for name in columns if name not in TOKENS]
    if unknown:
        raise ValueError(f'no column "{unknown[0]}" in the tokens; there is: {", ".join(TOKENS)}')
    parts = [_Part(build, shard, ids) for shard, ids in _shards(build, articles)]
    if not parts:
        return pd.DataFrame(columns=list(columns))
    ids = pd.Index(sorted({name for part in parts for name in part.ids}))
    values = {
        name: pd.Index(sorted({value for part in parts for value in part.values(name)}))
        for name in ("form", "word", "pos")
        if name in columns
    }
    values |= {"article_id": ids, "kind": pd.Index(tables.TEXT_KINDS)}
    # An article stands in one shard and in its order there, so the articles alone have to be sorted.
    order = np.argsort(np.concatenate([part.article(ids) for part in parts]), kind="stable")
    found: dict[str, Any] = {}
    for name in columns:
        column = np.concatenate([part.column(name, values) for part in parts])[order]
        found[name] = pd.Categorical.from_codes(column, values[name]) if name in values else column
    return pd.DataFrame(found)


class _Part:
    """The live tokens of one shard, a column at a time."""

    def __init__(self, build: Build, shard: str, ids: set[str]) -> None:
        self.ids = ids
        found, self._sentences, lexicon = (
            build.store.read("text", build.versions["text"], [shard], table)[0]
            for table in ("tokens", "sentences", "lexicon")
        )
        self._texts: dict[str, list[str]] = {name: lexicon[name].to_pylist() for name in ("form", "word")}
        self._texts["pos"] = json.loads((found.schema.metadata or {})[b"tags"])
        self._article = self._sentences["article_id"].to_pandas()
        keep = self._article.isin(ids).to_numpy()[found["sentence"].to_numpy()]
        self._stored = {name: found[name].to_numpy()[keep] for name in found.column_names}

    def values(self, name: str) -> list[str]:
        return self._texts[name]

    def article(self, ids: pd.Index) -> Array:
        codes: Array = ids.get_indexer(self._article)[self._stored["sentence"]].astype(np.int32)
        return codes

    def column(self, name: str, values: Mapping[str, pd.Index]) -> Array:
        """The column *name*: numbers, or places in the *values* of all shards."""
        stored = self._stored
        if name == "article_id":
            return self.article(values[name])
        if name == "token_no":
            return _counter(stored["sentence"])
        if name == "start":
            return np.asarray(stored[name])
        if name == "end":
            length = np.fromiter(map(len, self._texts["form"]), dtype=np.int32)
            ends: Array = stored["start"] + length[stored["code"]] + stored["extra"]
            return ends
        if name in self._texts:
            place = values[name].get_indexer(pd.Index(self._texts[name])).astype(np.int32)
            return np.asarray(place[stored["pos" if name == "pos" else "code"]])
        of_sentence = self._sentences[name].to_pandas()
        numbers = values[name].get_indexer(of_sentence) if name in values else of_sentence.to_numpy()
        return np.asarray(numbers[stored["sentence"]])


def _shards(build: Build, articles: Collection[str] | None) -> list[tuple[str, set[str]]]:
    live = build.live
    live = live if articles is None else live[live["article_id"].isin(set(articles))]
    return [(str(shard), set(group["article_id"])) for shard, group in live.groupby("shard", sort=True)]


def _in_order(parts: Sequence[pd.DataFrame], by: Sequence[str]) -> pd.DataFrame:
    found: pd.DataFrame = pd.concat(parts, ignore_index=True)
    return found.sort_values([name for name in by if name in found.columns], ignore_index=True, kind="stable")


def _counter(groups: Array) -> Array:
    """1, 2, 3 … within each run of equal values."""
    if not len(groups):
        return np.zeros(0, dtype=np.int32)
    first = np.flatnonzero(np.concatenate([[True], groups[1:] != groups[:-1]]))
    runs = np.diff(np.append(first, len(groups)))
    found: Array = (np.arange(len(groups)) - np.repeat(first, runs) + 1).astype(np.int32)
    return found
