"""Articles to the tables of the text layer: one pure function over a batch, the same in a notebook and on a cluster."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa

from caytre import tables
from caytre.analysis.people import names
from caytre.store import Store, digest
from caytre.tables import BODY_KINDS, TEXT_KINDS, Cut, Line, Sentence
from caytre.text import cleaning, reading, sentences, words

__all__ = [
    "BATCH",
    "File",
    "Options",
    "Skipped",
    "annotate",
    "document_key",
    "read_files",
    "sentence_rows",
    "write_shards",
]

BATCH = 500
"""Articles in a shard at the most: a worker then takes some 600 MB, however large the corpus is."""


class Options(NamedTuple):
    """All that shapes the text layer beside the files themselves; travels to the workers."""

    corpus: Path
    reference: str = ""
    metadata: Mapping[str, Mapping[str, str]] = {}
    repeated: frozenset[str] = frozenset()
    text_column: str = ""
    encodings: Mapping[str, str] = {}
    engine: str = "fast"


class File(NamedTuple):
    """A file of the corpus: its path below `articles/`, size, time of change in ns, and the id of its article."""

    path: str
    size: int
    mtime: int
    article_id: str


class Skipped(NamedTuple):
    """A file or an article that could not be used, and why."""

    source: str
    reason: str


def annotate(
    documents: Sequence[reading.Document], options: Options
) -> tuple[dict[str, pa.Table], list[Skipped]]:
    """The tables of the text layer for a batch of documents, and what had to be skipped.

    `articles` has the columns of `tables.Article` and `key`; `sentences` those of `tables.Sentence` without `text` (it
    is a slice of its line) and with `repeated`; `tokens` has `sentence` (row of `sentences`), `start` (in the line),
    `code` (row of `lexicon`) and `pos` (row of `tags`); the token ends at `start` + the length of its form + `extra`.
    """
    batch = _Batch(options)
    skipped = []
    for document in documents:
        try:
            batch.add(document)
        except Exception as error:  # one article that breaks the cleaner must not cost the others
            skipped.append(
                Skipped(document.source, f"could not be cleaned ({type(error).__name__}: {error})")
            )
    return batch.tables(), skipped


class _Batch:
    """The rows of a batch as they grow; an article's rows come in together or not at all."""

    def __init__(self, options: Options) -> None:
        self.options, self.book = options, names.vocabulary(corpus=options.corpus)
        self.articles: list[tuple[Any, ...]] = []
        self.lines: list[Line] = []
        self.cuts: list[Cut] = []
        self.sentences: list[Sentence] = []
        self.repeated: list[bool] = []
        self.fixed: list[list[tuple[int, int]]] = []

    def add(self, document: reading.Document) -> None:
        options = self.options
        metadata = {**document.metadata, **options.metadata.get(document.article_id, {})}
        cleaned = cleaning.clean(
            document.article_id,
            document.text,
            metadata=metadata,
            reference=options.reference,
            repeated=options.repeated,
            corpus=options.corpus,
        )
        found = sentence_rows(cleaned.lines, cleaned.cuts)
        repeated = defaultdict(list)
        for line_no, start, end in cleaned.repeated:
            repeated[line_no].append((start, end))
        marked = [any(a <= row.start and row.end <= b for a, b in repeated[row.line_no]) for row in found]
        fixed = [[(start, end) for start, end, _ in names.names(row.text, book=self.book)] for row in found]
        key = document_key(options.metadata.get(document.article_id, {}), options.reference)
        self.articles.append((document, cleaned.fields, len(cleaned.lines), key))
        self.lines += cleaned.lines
        self.cuts += cleaned.cuts
        self.sentences += found
        self.repeated += marked
        self.fixed += fixed

    def tables(self) -> dict[str, pa.Table]:
        found = words.annotate(
            [row.text for row in self.sentences],
            fixed=self.fixed,
            engine=self.options.engine,
            corpus=self.options.corpus,
        )
        sentence_start = np.array([row.start for row in self.sentences], dtype=np.int32)
        start = found.start + sentence_start[found.sentence] if len(found.start) else found.start
        forms = [form for form, _ in found.lexicon]
        # A form has one blank where the text may have two: the difference is stored, and is nearly always nought.
        length = np.array([len(form) for form in forms], dtype=np.int32)
        tokens = pa.table(
            {
                "sentence": pa.array(found.sentence, pa.int32()),
                "start": pa.array(start, pa.int32()),
                "extra": pa.array(found.end - found.start - length[found.code], pa.int16()),
                "code": pa.array(found.code, pa.int32()),
                "pos": pa.array(found.pos, pa.int8()),
            }
        )
        tokens = tokens.replace_schema_metadata({"tags": json.dumps(found.tags)})
        sentence_table = (
            tables.frame(self.sentences, Sentence).drop(columns="text").assign(repeated=self.repeated)
        )
        return {
            "articles": pa.Table.from_pandas(self._articles(found, forms), preserve_index=False),
            "lines": _arrow(self.lines, Line),
            "cuts": _arrow(self.cuts, Cut),
            "sentences": pa.Table.from_pandas(sentence_table, preserve_index=False, schema=SENTENCES),
            "tokens": tokens,
            "lexicon": pa.table(
                {
                    "form": pa.array(forms, pa.string()),
                    "word": pa.array([w for _, w in found.lexicon], pa.string()),
                }
            ),
        }

    def _articles(self, found: words.Words, forms: Sequence[str]) -> pd.DataFrame:
        """Counts are of body lines; a word is a token with a letter or a digit in it."""
        body = np.array([row.kind in BODY_KINDS for row in self.sentences], dtype=bool)
        number = {document.article_id: i for i, (document, *_) in enumerate(self.articles)}
        article = np.array([number[row.article_id] for row in self.sentences], dtype=np.int64)
        wordlike = np.array([any(map(str.isalnum, form)) for form in forms], dtype=bool)
        counted = body[found.sentence] & wordlike[found.code] if len(found.code) else np.zeros(0, dtype=bool)
        n_sentences = np.bincount(article[body], minlength=len(number))
        n_words = np.bincount(article[found.sentence[counted]], minlength=len(number))
        rows = [
            (
                *_article(document, fields, n_lines, int(n_sentences[i]), int(n_words[i])),
                key,
                document.encoding,
                json.dumps(document.removed, sort_keys=True),
            )
            for i, (document, fields, n_lines, key) in enumerate(self.articles)
        ]
        return pd.DataFrame(rows, columns=[*tables.Article._fields, "key", "encoding", "removed"])


SENTENCES = pa.schema(
    [
        ("article_id", pa.string()),
        ("line_no", pa.int32()),
        ("sent_no", pa.int32()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("kind", pa.string()),
        ("repeated", pa.bool_()),
    ]
)


def sentence_rows(lines: Iterable[Line], cuts: Iterable[Cut]) -> list[Sentence]:
    """The sentences of the lines that hold text; what is cut out of a line is blank in its sentences."""
    inside = defaultdict(list)
    for cut in cuts:
        inside[cut.line_no].append(cut)
    rows = []
    for line in lines:
        if line.kind not in TEXT_KINDS:
            continue
        shown = line.text
        for cut in inside[line.line_no]:
            shown = shown[: cut.start] + " " * (cut.end - cut.start) + shown[cut.end :]
        for number, (start, end) in enumerate(sentences.spans(shown), 1):
            rows.append(
                Sentence(line.article_id, line.line_no, number, start, end, shown[start:end], line.kind)
            )
    return rows


def _article(
    document: reading.Document, fields: cleaning.Fields, n_lines: int, n_sentences: int, n_words: int
) -> tables.Article:
    return tables.Article(
        document.article_id,
        fields.title,
        fields.published,
        fields.precision,
        fields.published_from,
        fields.published_reason,
        fields.outlet,
        fields.byline,
        fields.url,
        n_lines,
        n_sentences,
        n_words,
        document.source,
        document.sha256,
    )


def document_key(row: Mapping[str, str], reference: str) -> str:
    """What beside its file decides whether an article has to be annotated again: its metadata row, the reference date."""
    return digest([json.dumps(row, sort_keys=True), reference])


def _arrow(rows: Sequence[NamedTuple], schema: type[Any]) -> pa.Table:
    return pa.Table.from_pandas(tables.frame(rows, schema), preserve_index=False)


# -- from files to shards -----------------------------------------------------------------------------------------


def write_shards(batch: Sequence[File], *, store: Store, version: str, options: Options) -> list[Skipped]:
    """Read and annotate *batch*, write its shards, say what was skipped; runs in a worker.

    A shard's `articles` table also has `path`, `size` and `mtime` of the file, so that a later run can tell whether
    the file is still the one that was read.
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
        for column in ("path", "size", "mtime"):
            made["articles"] = made["articles"].append_column(
                column, pa.array([getattr(file, column) for file in files])
            )
        parts = [*files, *(cell for name in ("sha256", "key") for cell in made["articles"][name].to_pylist())]
        store.write("text", version, digest(map(str, parts)), made)
    return skipped


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
