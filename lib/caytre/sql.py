"""SQL over the shards: DuckDB reads the Parquet files where they lie, so a corpus may be larger than memory.

Views: articles, lines, cuts, sentences as in the corpus's tables (sentences without their text), and tokens with
article_id, line_no, sent_no, start, form, word, kind. Shards whose articles are gone or were replaced are left out.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from scipy import sparse

from caytre.analysis.statistics.counts import Counts
from caytre.tables import BODY_KINDS

if TYPE_CHECKING:
    from caytre.build import Build

__all__ = ["connect", "counts"]

PLAIN = ("articles", "lines", "cuts", "sentences")
LETTER = r"\pL"
"""A word is a token with at least one letter, as everywhere."""


def connect(build: Build) -> Any:
    """A DuckDB connection, in memory, with the views of the corpus."""
    import duckdb

    connection = duckdb.connect()
    connection.register("live", build.live)
    for table in (*PLAIN, "tokens", "lexicon"):
        files = [
            str(build.store.path("text", build.versions["text"], shard, table))
            for shard in sorted(set(build.live["shard"]))
        ]
        connection.execute(
            f"CREATE VIEW stored_{table} AS SELECT *, parse_path(filename)[-2] AS shard "
            f"FROM read_parquet({files!r}, filename = true, file_row_number = true)"
        )
    for table in PLAIN:
        connection.execute(
            f"CREATE VIEW {table} AS SELECT stored.* EXCLUDE (filename, file_row_number) "
            f"FROM stored_{table} AS stored SEMI JOIN live ON stored.shard = live.shard AND stored.article_id = live.article_id"
        )
    connection.execute(
        "CREATE VIEW tokens AS SELECT s.article_id, s.line_no, s.sent_no, t.start, l.form, l.word, s.kind "
        "FROM stored_tokens AS t "
        "JOIN stored_sentences AS s ON t.shard = s.shard AND t.sentence = s.file_row_number "
        "JOIN stored_lexicon AS l ON t.shard = l.shard AND t.code = l.file_row_number "
        "SEMI JOIN live ON s.shard = live.shard AND s.article_id = live.article_id"
    )
    return connection


def counts(build: Build, *, kinds: Collection[str] = BODY_KINDS) -> Counts:
    """Articles × words as `analysis.counts.count` gives it, without loading the tokens."""
    with connect(build) as connection:
        found: pd.DataFrame = connection.execute(
            "SELECT article_id, word, count(*) AS n FROM tokens "
            f"WHERE list_contains(?, kind) AND regexp_matches(word, '{LETTER}') GROUP BY ALL",
            [list(kinds)],
        ).df()
    articles = pd.Index(sorted(found["article_id"].unique()))
    words = pd.Index(sorted(found["word"].unique()))
    place = articles.get_indexer(pd.Index(found["article_id"])), words.get_indexer(pd.Index(found["word"]))
    matrix = sparse.coo_matrix(
        (found["n"].to_numpy(dtype=np.int32), place), shape=(len(articles), len(words))
    ).tocsr()
    return Counts(matrix, words, pd.DataFrame({"article_id": articles, "group": articles}))
