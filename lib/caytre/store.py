"""Parquet shards on disk: what was annotated once is not annotated again.

A layer is a group of tables made by one function (words; speech; times; …). Its version is a hash of everything that
shaped it: code, models, codebooks. A shard holds the tables of some hundred articles in a folder of its own,
`<store>/<layer>-<version>/<shard>/<table>.parquet`. It is written under a temporary name and renamed, so a shard that
can be seen is whole: the shards on disk are the checkpoint, and two runs at once do each other no harm.

Tokens are stored as codes into the shard's own `lexicon` table; pandas, DuckDB and Polars read the files as they are.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

__all__ = ["Store", "StoreError", "digest"]

KEEP_OLD_VERSIONS = 7 * 24 * 3600
"""Seconds for which the shards of other versions stay, so that going back to an old codebook costs nothing."""

STALE_TEMPORARY = 24 * 3600


class StoreError(RuntimeError):
    """A stored file that cannot be read; the message names it and the cure."""


def digest(parts: Iterable[str | bytes]) -> str:
    """A short hash of *parts*, each told apart from its neighbours."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "little") + data)
    return total.hexdigest()[:16]


class Store:
    """The shards of one corpus, below *folder*."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def shards(self, layer: str, version: str) -> list[str]:
        """Names of the shards that this version of the layer has, sorted."""
        place = self.folder / f"{layer}-{version}"
        if not place.is_dir():
            return []
        return sorted(
            entry.name for entry in os.scandir(place) if entry.is_dir() and not entry.name.startswith(".")
        )

    def path(self, layer: str, version: str, shard: str, table: str) -> Path:
        return self.folder / f"{layer}-{version}" / shard / f"{table}.parquet"

    def write(
        self, layer: str, version: str, shard: str, tables: Mapping[str, pa.Table | pd.DataFrame]
    ) -> None:
        """Put a whole shard in its place at once. One that is there already stays: equal names hold equal content."""
        place = self.folder / f"{layer}-{version}"
        place.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=".building-", dir=place))
        try:
            for name, content in tables.items():
                table = (
                    content
                    if isinstance(content, pa.Table)
                    else pa.Table.from_pandas(content, preserve_index=False)
                )
                pq.write_table(
                    table, building / f"{name}.parquet", compression="zstd", **_encodings(name, table)
                )
            try:
                os.rename(building, place / shard)
            except OSError:
                if not (place / shard).is_dir():
                    raise
        finally:
            shutil.rmtree(building, ignore_errors=True)

    def read(
        self,
        layer: str,
        version: str,
        shards: Sequence[str],
        table: str,
        columns: Sequence[str] | None = None,
    ) -> list[pa.Table]:
        """One Arrow table a shard, in the order of *shards*; raises StoreError for a file that is damaged."""
        wanted = list(columns) if columns is not None else None
        found = []
        for shard in shards:
            path = self.path(layer, version, shard, table)
            try:
                found.append(pq.read_table(path, columns=wanted))
            except pa.ArrowException as error:
                raise StoreError(
                    f"{path}: damaged ({error}); delete {path.parent} and run again, it is then made anew"
                ) from None
        return found

    def prune(self, layer: str, version: str, keep: Collection[str], *, now: float | None = None) -> None:
        """Remove shards of this version that are not to *keep* and more than a week old: what is open may read them."""
        now = time.time() if now is None else now
        place = self.folder / f"{layer}-{version}"
        for shard in set(self.shards(layer, version)).difference(keep):
            with contextlib.suppress(FileNotFoundError):  # another run may have been here first
                if now - (place / shard).stat().st_mtime > KEEP_OLD_VERSIONS:
                    shutil.rmtree(place / shard, ignore_errors=True)

    def tidy(self, current: Mapping[str, str], *, now: float | None = None) -> None:
        """Remove versions that nobody has used for a week, and what killed runs left half written a day ago."""
        if not self.folder.is_dir():
            return
        now = time.time() if now is None else now
        for place in self.folder.iterdir():
            layer, _, version = place.name.rpartition("-")
            age = now - place.stat().st_mtime
            if layer in current and version != current[layer] and age > KEEP_OLD_VERSIONS:
                shutil.rmtree(place, ignore_errors=True)
                continue
            for left in place.glob(".building-*"):
                if now - left.stat().st_mtime > STALE_TEMPORARY:
                    shutil.rmtree(left, ignore_errors=True)


def _encodings(name: str, table: pa.Table) -> dict[str, object]:
    """Offsets grow slowly inside a shard: differences take a byte where values take four."""
    if name != "tokens":
        return {}
    delta = [column for column in ("sentence", "start") if column in table.column_names]
    return {
        "use_dictionary": False,
        "column_encoding": dict.fromkeys(delta, "DELTA_BINARY_PACKED"),
        "compression_level": 9,
    }
