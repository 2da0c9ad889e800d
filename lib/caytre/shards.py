"""From files to shards: read a batch, annotate it, write its tables; the work of one worker, here or on a cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import pyarrow as pa

from caytre import catalogue
from caytre.annotate import File, Options, Skipped, annotate
from caytre.store import Store, digest
from caytre.text import reading

__all__ = ["BATCH", "read_files", "write_shards"]

BATCH = 500
"""Articles in a shard at the most: a worker then takes some 600 MB, however large the corpus is."""


def write_shards(batch: Sequence[File], *, store: Store, version: str, options: Options) -> list[Skipped]:
    """Read and annotate *batch*, write its shards, say what was skipped; runs in a worker.

    `articles` gets the columns of the `catalogue`. A shard is named after its files and after what the layers above
    read of it, so that a layer is made anew where a line changed its kind, and stays where only words did.
    """
    skipped: list[Skipped] = []
    documents = read_files(batch, options, skipped)
    while chunk := list(islice(documents, BATCH)):
        made, failed = annotate([document for document, _ in chunk], options)
        skipped += failed
        kept = set(made["articles"]["article_id"].to_pylist())
        files = [file for document, file in chunk if document.article_id in kept]
        if not files:
            continue
        made["articles"] = catalogue.with_files(made["articles"], files, options)
        parts = [made["articles"].select(["article_id", "published", "key", "known_lines"])]
        parts += [made[name] for name in ("lines", "cuts", "sentences")]
        store.write("text", version, digest([*map(str, files), *map(_content, parts)]), made)
    return skipped


def _content(table: pa.Table) -> bytes:
    """The bytes of a table, the same for equal ones."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return bytes(sink.getvalue())


def read_files(
    batch: Sequence[File], options: Options, skipped: list[Skipped]
) -> Iterator[tuple[reading.Document, File]]:
    """The documents of *batch*, one file after another; a file that cannot be read goes to *skipped*."""
    for file in batch:
        parts = reading.read_parts(
            options.corpus / "articles" / file.path,
            source=file.path,
            encoding=options.encodings.get(file.path.rpartition("/")[2]),
            text_column=options.text_column or None,
        )
        for part in parts:
            if isinstance(part, reading.ReadingError):
                skipped.append(Skipped(part.path, part.reason))
            else:
                yield (part._replace(article_id=file.article_id) if part.source == file.path else part), file
