"""The names and offices that a corpus teaches, learnt shard by shard and kept in the store like any layer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from caytre import layers, parallel
from caytre.analysis import people
from caytre.analysis.people.registry import words_of
from caytre.store import Store
from caytre.versions import made_with

__all__ = ["registries"]

Run = Callable[
    [Callable[[Sequence[str]], None], Sequence[Sequence[str]]], Iterator[tuple[Sequence[str], Any]]
]


def registries(
    store: Store, text_version: str, shards: Sequence[str], *, corpus: Path, run: Run
) -> dict[str, people.Registry]:
    """For each text shard what the whole corpus teaches of the names and offices in it.

    A registry restricted to its shard changes only when something changes that concerns the shard: one more article
    in ten thousand does not make the speech of all of them be read again. *run* is `Build.run`.
    """
    version = made_with(corpus, "caytre.analysis.people")
    there = set(store.shards("names", version))
    work = partial(_learn, store, text_version, version, corpus)
    for batch, result in run(work, [[shard] for shard in shards if shard not in there]):
        if isinstance(result, parallel.LostError):
            raise RuntimeError(f"names of shard {batch[0]}: {result}")
    learnt = [table.to_pylist()[0] for table in store.read("names", version, shards, "registry")]
    total = people.Registry().merge(
        *(people.Registry.from_dict(json.loads(row["registry"])) for row in learnt)
    )
    return {
        shard: total.restricted_to(frozenset(row["words"])) for shard, row in zip(shards, learnt, strict=True)
    }


def _learn(store: Store, text_version: str, version: str, corpus: Path, shards: Sequence[str]) -> None:
    for shard in shards:
        articles = layers.shard_articles(store, text_version, shard)
        learnt = json.dumps(
            people.learn(articles, corpus=corpus).to_dict(), ensure_ascii=False, sort_keys=True
        )
        row = {"registry": [learnt], "words": [sorted(words_of(articles))]}
        store.write("names", version, shard, {"registry": pa.table(row)})
