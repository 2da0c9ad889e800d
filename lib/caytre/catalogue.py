"""The catalogue of the store: from which file each article came, and whether it still is what would be made of it now.

It stands beside the columns of `tables.Article` in the table `articles` of every shard:

- `path`, `size`, `mtime`: the file below `articles/`, its bytes, its time of change in ns;
- `key`: a hash of what else was told about the article (metadata row, reference date, text column, encoding);
- `line_keys`: hashes of its short lines, as they are looked up among the lines that repeat across the corpus;
- `known_lines`: a hash of those of them that did repeat when the article was cleaned;
- `repeated`: a hash of all lines that repeated then. While they are the same nothing has to be looked up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from caytre.annotate import File, Options, line_hashes
from caytre.store import Store, digest

__all__ = ["COLUMNS", "Catalogue", "with_files"]

FILE = ("path", "size", "mtime")
COLUMNS = (*FILE, "key", "line_keys", "known_lines", "repeated")
READ = ("article_id", *FILE, "key", "known_lines", "repeated")

FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""Golden ratio × 2^64 (Knuth): spreads hashes before they are added up."""

Array = np.ndarray[Any, Any]


def with_files(articles: pa.Table, files: Sequence[File], options: Options) -> pa.Table:
    """*articles*, which have `line_keys`, with the other columns of the catalogue; *files*: the file of each."""
    ids = articles["article_id"].to_pylist()
    keys = [options.key(name, file.path) for name, file in zip(ids, files, strict=True)]
    columns = {name: [getattr(file, name) for file in files] for name in FILE} | {"key": keys}
    for name, values in columns.items():
        articles = articles.append_column(name, pa.array(values))
    known = _known_lines(articles["line_keys"], line_hashes(options.repeated))
    articles = articles.append_column("known_lines", pa.array(known))
    return articles.append_column("repeated", pa.array([digest(sorted(options.repeated))] * len(files)))


def _known_lines(line_keys: pa.ChunkedArray, repeated: Sequence[int]) -> Array:
    """For each article a hash of its lines among *repeated*, 0 where it has none; a line is in *line_keys* but once."""
    lists = line_keys.combine_chunks()
    lengths, values = (
        part.to_numpy(zero_copy_only=False) for part in (lists.value_lengths(), lists.flatten())
    )
    found = np.isin(values, np.array(repeated, dtype=values.dtype))
    mixed = values[found].astype(np.uint64) * FACTOR
    mixed = (mixed ^ mixed >> np.uint64(29)) * FACTOR
    known = np.zeros(len(lengths), dtype=np.uint64)
    np.add.at(known, np.repeat(np.arange(len(lengths)), lengths)[found], mixed)
    return known


class Catalogue:
    """The articles of all *shards* that are what would be made of their files now; read once, more by `read`."""

    def __init__(self, store: Store, version: str, options: Options) -> None:
        self._store, self._version, self._options = store, version, options
        self._repeated = digest(sorted(options.repeated))
        self._fresh = pd.DataFrame(columns=["article_id", *FILE, "shard"])
        self._stale: set[tuple[Any, ...]] = set()

    def read(self, shards: Sequence[str]) -> None:
        """Take *shards* in."""
        parts = self._store.read("text", self._version, shards, "articles", READ)
        tables = [
            part.append_column("shard", pa.array([shard] * part.num_rows, pa.string()))
            for shard, part in zip(shards, parts, strict=True)
        ]
        if not tables:
            return
        rows: pd.DataFrame = pa.concat_tables(tables).to_pandas()
        fresh = rows["key"].to_numpy() == self._keys(rows)
        fresh &= self._same_lines(rows)
        self._fresh = pd.concat([self._fresh, rows.loc[fresh, [*self._fresh]]], ignore_index=True)
        self._stale |= set(rows.loc[~fresh, ["article_id", *FILE]].itertuples(index=False, name=None))

    def forget(self, shards: Sequence[str]) -> None:
        """Leave *shards* out, as if they were not there."""
        self._fresh = self._fresh[~self._fresh["shard"].isin(shards)]

    def files(self) -> set[tuple[str, int, int]]:
        """Path, size and time of the files all of whose articles are here."""
        fresh = set(self._fresh[["article_id", *FILE]].itertuples(index=False, name=None))
        short = {row[1:] for row in self._stale - fresh}
        return {row[1:] for row in fresh} - short

    def live(self, files: Sequence[File]) -> pd.DataFrame:
        """`article_id`, `path` and `shard` of the articles of *files*, in the order of the files, each once a file.

        An article that stands in several shards is taken from the largest.
        """
        order = {(file.path, file.size, file.mtime): number for number, file in enumerate(files)}
        places = zip(*(self._fresh[name] for name in FILE), strict=True)
        live = self._fresh.assign(order=[order.get(place, -1) for place in places]).query("order >= 0")
        live["few"] = -live.groupby("shard")["shard"].transform("size")
        live = live.sort_values(["order", "few", "shard"], kind="stable")
        live = live.drop_duplicates(["path", "article_id"])
        return live[["article_id", "path", "shard"]]

    def _keys(self, rows: pd.DataFrame) -> Array:
        options = self._options
        if not (options.metadata or options.encodings):
            return np.full(len(rows), options.key("", ""), dtype=object)
        keys = [options.key(*row) for row in zip(rows["article_id"], rows["path"], strict=True)]
        return np.array(keys, dtype=object)

    def _same_lines(self, rows: pd.DataFrame) -> Array:
        """Whether the lines of each article that repeat across the corpus are those that did when it was cleaned."""
        same: Array = rows["repeated"].to_numpy() == self._repeated
        others = list(dict.fromkeys(rows.loc[~same, "shard"]))  # a shard has one answer for all its articles
        if others:
            stored = self._store.read("text", self._version, others, "articles", ["line_keys"])
            now = _known_lines(pa.concat_tables(stored)["line_keys"], line_hashes(self._options.repeated))
            same[~same] = rows.loc[~same, "known_lines"].to_numpy() == now
        return same
