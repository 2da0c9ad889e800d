"""Bring the store of a corpus up to date: annotate what is new, make the layers that are asked for, on all processors.

Nothing is done twice: a file with the size and time of its last reading, the same metadata row and the same versions
is taken from its shard. Whatever stops a run, the shards that were written stand, and the next run goes on from there.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from heapq import nsmallest
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pandas as pd

from caytre import layers, parallel
from caytre.annotate import File, Options, Skipped
from caytre.catalogue import Catalogue
from caytre.files import write_text
from caytre.shards import BATCH, read_files, write_shards
from caytre.sidecar import FIELDS, read_metadata, read_settings
from caytre.store import Store, digest
from caytre.tables import Article
from caytre.text.cleaning import repeats
from caytre.text.reading import paths
from caytre.versions import made_with

if TYPE_CHECKING:
    from caytre.analysis import people

__all__ = ["Build", "Progress"]

SAMPLE = 400
"""Files in which lines that repeat across articles are looked for: those whose names hash lowest, so that a new file
seldom changes the sample and the order of arrival never does."""

SMALL = 200
"""Files up to which a run stays in this process: starting another takes as long as annotating so many."""

THIN, MANY_THIN = 16, 64
"""When so many shards hold fewer articles than that each, their articles are annotated together with the next new one: a
corpus that gets an article a day is not read from a thousand places after three years."""

SPEAKING = ("speech", "rhetoric")
"""Layers that depend on the names learnt across the corpus."""

Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]
"""Called with the articles done and the articles in all."""


class Build:
    """The store of the corpus in *folder*, kept up to date.

    `live` says in which shard each article stands; `skipped` lists files and articles that could not be used, with
    the reason; `annotated` counts the files that this run had to read.
    """

    def __init__(
        self,
        folder: Path,
        *,
        workers: int | None = None,
        scheduler: str | None = None,
        engine: str = "fast",
        progress: Progress | None = None,
    ) -> None:
        if workers is not None and workers < 1:
            raise ValueError(f"workers is {workers}; it is a number of processes, 1 or more")
        self.folder = folder
        self.settings = read_settings(folder)
        self.store = Store(store_folder(folder))
        self.workers = parallel.default_workers() if workers is None else workers
        self.scheduler = scheduler
        self.progress = progress or (lambda done, total: None)
        self.skipped: list[Skipped] = []
        self.files = list_files(folder / "articles", self.skipped)
        self.options = Options(
            folder,
            self.settings.reference,
            read_metadata(folder),
            frozenset(),
            self.settings.text_column,
            self.settings.encodings,
            engine,
        )
        self.options = self.options._replace(repeated=self._repeated())
        self.versions = {"text": layers.text_version(folder, engine=engine)}
        self.annotated = 0
        self._made: dict[str, dict[str, str]] = {}
        self.live = self._text()
        self.skipped += self._unused()

    def layer(self, layer: str) -> dict[str, str]:
        """The shard of *layer* that belongs to each text shard, made now where it is missing."""
        for need in layers.LAYERS[layer].needs:
            self.layer(need)
        if layer in self._made:
            return self._made[layer]
        self.versions[layer] = version = layers.version(layer, self.folder, self.settings.reference)
        there = set(self.store.shards(layer, version))
        jobs = self._jobs(layer)
        work = partial(
            layers.write_layer,
            layer=layer,
            store=self.store,
            versions=dict(self.versions),
            corpus=self.folder,
            reference=self.settings.reference,
        )
        for batch, result in self.run(work, [[job] for job in jobs if job.names[layer] not in there]):
            if isinstance(result, parallel.LostError):
                raise RuntimeError(f"{layer} of shard {batch[0].shard}: {result}")
        self._made[layer] = {job.shard: job.names[layer] for job in jobs}
        self.store.prune(layer, version, self._made[layer].values())
        for part in self.store.read(layer, version, list(self._made[layer].values()), "failures"):
            self.skipped += [Skipped(row["article_id"], row["reason"]) for row in part.to_pylist()]
        return self._made[layer]

    def _jobs(self, layer: str) -> list[layers.Job]:
        """A job for each text shard; a shard that depends on the names learnt across the corpus is named after them."""
        from caytre.analysis import people  # a run that makes no layer has no use for it

        shards = sorted(set(self.live["shard"]))
        if layer not in SPEAKING:
            return [layers.Job(shard, {layer: shard}, people.Registry()) for shard in shards]
        return [
            layers.Job(shard, {name: f"{shard}-{registry.digest()}" for name in SPEAKING}, registry)
            for shard, registry in self._registries.items()
        ]

    @cached_property
    def _registries(self) -> dict[str, people.Registry]:
        from caytre.registries import registries

        shards = sorted(set(self.live["shard"]))
        return registries(self.store, self.versions["text"], shards, corpus=self.folder, run=self.run)

    # -- the text layer ------------------------------------------------------------------------------------------------

    def _text(self) -> pd.DataFrame:
        version = self.versions["text"]
        seen = self.store.shards("text", version)
        catalogue = Catalogue(self.store, version, self.options)
        catalogue.read(seen)
        missing = self._missing(catalogue)
        if missing:
            catalogue.forget(self._thin(catalogue))
            missing = self._missing(catalogue)
        done = len(self.files) - len(missing)
        work = partial(write_shards, store=self.store, version=version, options=self.options)
        for batch, result in self.run(work, list(self._batches(missing))):
            if isinstance(result, parallel.LostError):
                self.skipped += [Skipped(file.path, str(result)) for file in batch]
            else:
                self.skipped += result
            done += len(batch)
            self.progress(done, len(self.files))
        self.annotated = len(missing)
        made = sorted(set(self.store.shards("text", version)).difference(seen)) if missing else []
        catalogue.read(made)
        live = catalogue.live(self.files)
        self.store.prune("text", version, set(live["shard"]))
        self.store.tidy(self.versions)
        return self._each_once(live)

    def _missing(self, catalogue: Catalogue) -> list[File]:
        known = catalogue.files()
        return [file for file in self.files if (file.path, file.size, file.mtime) not in known]

    def _thin(self, catalogue: Catalogue) -> list[str]:
        """Shards that hold few articles, where there are many such."""
        sizes = catalogue.live(self.files)["shard"].value_counts()
        thin = sizes[sizes < THIN].index
        return list(thin) if len(thin) >= MANY_THIN else []

    def _each_once(self, live: pd.DataFrame) -> pd.DataFrame:
        """Each id once, sorted; who comes second is reported."""
        for row in live[live.duplicated("article_id")].itertuples():
            self.skipped.append(
                Skipped(str(row.path), f'its id "{row.article_id}" belongs to another file; rename one')
            )
        live = live.drop_duplicates("article_id")
        return live[["article_id", "shard"]].sort_values("article_id", ignore_index=True)

    def _unused(self) -> list[Skipped]:
        """Rows of metadata.csv and encodings of corpus.toml that belong to nothing in the folder."""
        articles = set(self.live["article_id"]) if self.options.metadata else set()
        files = {Path(file.path).name for file in self.files} if self.settings.encodings else set()
        computed = {*Article._fields, "encoding", "removed"} - {*FIELDS}
        columns = {name for row in self.options.metadata.values() for name in row}
        return [
            *(
                Skipped(
                    "metadata.csv", f'no article has the id "{article_id}"; correct it or leave the row out'
                )
                for article_id in sorted(set(self.options.metadata) - articles)
            ),
            *(
                Skipped(
                    "metadata.csv", f'column "{name}" is computed from the article; give yours another name'
                )
                for name in sorted(columns & computed)
            ),
            *(
                Skipped("corpus.toml", f'no file "{name}" to read in the encoding given for it')
                for name in sorted(set(self.settings.encodings) - files)
            ),
        ]

    def _batches(self, files: Sequence[File]) -> Iterator[list[File]]:
        """At most BATCH files each, and four batches a worker, so that the workers finish together, but no thin ones."""
        here = len(files) <= SMALL and self.scheduler is None
        size = BATCH if here else min(BATCH, max(THIN, math.ceil(len(files) / (4 * self.workers))))
        for start in range(0, len(files), size):
            yield list(files[start : start + size])

    def _repeated(self) -> frozenset[str]:
        """Lines that stand in many articles of the corpus, from a sample that does not depend on history."""
        sample = nsmallest(
            SAMPLE, self.files, key=lambda file: (zlib.crc32(os.fsencode(file.path)), file.path)
        )
        made_of = digest([*map(str, sample), made_with(self.folder, "caytre.text.cleaning.repeats")])
        cache = self.store.folder / f"repeated-{made_of}.json"
        with contextlib.suppress(FileNotFoundError, ValueError):  # a damaged one is made anew
            return frozenset(json.loads(cache.read_text(encoding="utf-8")))
        texts = (document.text for document, _ in islice(read_files(sample, self.options, []), SAMPLE))
        found = repeats.repeated_lines(texts)
        for old in self.store.folder.glob("repeated-*.json"):
            old.unlink(missing_ok=True)
        write_text(cache, json.dumps(sorted(found), ensure_ascii=False))
        return found

    def run(
        self, work: Callable[[Sequence[Item]], Result], batches: Sequence[Sequence[Item]]
    ) -> Iterator[tuple[Sequence[Item], Result | parallel.LostError]]:
        """`parallel.run` with this corpus's workers; what is too small for processes stays here."""
        here = len(self.files) <= SMALL and self.scheduler is None
        return parallel.run(work, batches, workers=1 if here else self.workers, scheduler=self.scheduler)


def store_folder(folder: Path) -> Path:
    """`.store` in the corpus folder; where that cannot be written to, a folder of the user's cache."""
    own = folder / ".store"
    if os.access(own if own.exists() else folder, os.W_OK):
        return own
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "caytre" / f"{folder.name}-{digest([str(folder.resolve())])}"


def list_files(articles: Path, skipped: list[Skipped]) -> list[File]:
    """The files below *articles* in the order of their names, each with the id of its article.

    What is there and is no file (a pipe, a link to nowhere) goes to *skipped*.
    """
    if not articles.is_dir():
        raise FileNotFoundError(f"{articles}: no such folder; a corpus is a folder that holds articles/")
    names, failed = paths.walk(articles)
    skipped += [Skipped(error.path, error.reason) for error in failed]
    files = []
    root = os.path.join(articles, "")
    for name, article_id in zip(names, paths.article_ids(names), strict=True):
        try:
            status = os.stat(root + name)
        except OSError:  # a link to nowhere, or to where one may not look, is reported by who reads it
            status = os.lstat(root + name)
        files.append(File(name.replace(os.sep, "/"), status.st_size, status.st_mtime_ns, article_id))
    return files
