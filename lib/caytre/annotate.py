"""Articles to the tables of the text layer: one pure function over a batch, the same in a notebook and on a cluster."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa

from caytre import tables
from caytre.analysis.people import names
from caytre.codebooks import CodebookError
from caytre.store import digest
from caytre.tables import BODY_KINDS, TEXT_KINDS, Cut, Line, Sentence
from caytre.text import cleaning, reading, sentences, words
from caytre.text.characters import blanked

__all__ = [
    "File",
    "Options",
    "Skipped",
    "annotate",
    "line_hashes",
    "sentence_rows",
]


class Options(NamedTuple):
    """All that shapes the text layer beside the files themselves; travels to the workers."""

    corpus: Path
    reference: str = ""
    metadata: Mapping[str, Mapping[str, str]] = {}
    repeated: frozenset[str] = frozenset()
    text_column: str = ""
    encodings: Mapping[str, str] = {}
    engine: str = "fast"

    def key(self, article_id: str, path: str) -> str:
        """A hash of all that was told about an article beside its file at *path*: where it differs, so may the article."""
        row = json.dumps(self.metadata.get(article_id, {}), sort_keys=True)
        return digest([row, self.reference, self.text_column, self.encodings.get(Path(path).name, "")])


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

    `articles` has the columns of `tables.Article`, `encoding`, `removed` and `line_keys`; `sentences` those of
    `tables.Sentence` without `text` (it is a slice of its line) and with `repeated`; `tokens` has `sentence` (row of
    `sentences`), `start` (in the line), `code` (row of `lexicon`) and `pos` (row of `tags`); the token ends at `start`
    + the length of its form + `extra`. Raises CodebookError where a codebook cannot be used.
    """
    batch = _Batch(options)
    skipped = []
    for document in documents:
        try:
            batch.add(document)
        except CodebookError:  # would break every article alike
            raise
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
        hashes = line_hashes(cleaned.line_keys)
        self.articles.append((document, cleaned.fields, len(cleaned.lines), hashes))
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
            "articles": pa.Table.from_pandas(
                self._articles(found, forms), preserve_index=False
            ).append_column("line_keys", pa.array([row[3] for row in self.articles], pa.list_(pa.uint32()))),
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
                document.encoding,
                json.dumps(document.removed, sort_keys=True),
            )
            for i, (document, fields, n_lines, _) in enumerate(self.articles)
        ]
        return pd.DataFrame(rows, columns=[*tables.Article._fields, "encoding", "removed"])


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


def line_hashes(keys: Iterable[str]) -> list[int]:
    """The hashes of line keys (`cleaning.Cleaned.line_keys`), sorted."""
    return sorted({zlib.crc32(key.encode("utf-8", "surrogatepass")) for key in keys})


def sentence_rows(lines: Iterable[Line], cuts: Iterable[Cut]) -> list[Sentence]:
    """The sentences of the lines that hold text; what is cut out of a line is blank in its sentences."""
    inside = defaultdict(list)
    for cut in cuts:
        inside[cut.line_no].append(cut)
    rows = []
    for line in lines:
        if line.kind not in TEXT_KINDS:
            continue
        shown = blanked(line.text, ((cut.start, cut.end) for cut in inside[line.line_no]))
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


def _arrow(rows: Sequence[NamedTuple], schema: type[Any]) -> pa.Table:
    return pa.Table.from_pandas(tables.frame(rows, schema), preserve_index=False)
