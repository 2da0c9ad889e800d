"""Concordance queries through the positional index against a scan, nltk and DuckDB over the same tokens.

    python benchmarks/bench_concordance.py [--tokens 44000000]

The tokens are drawn from a fixed seed: words by Zipf's law, sentences of 25 words, and one three-word phrase planted at a
known rate. Every tool has to find the same number of hits. nltk's index is built over the first two million tokens only
(it keeps a Python list of positions for every word); its time is for those and the hits are compared on them.
"""

from __future__ import annotations

import argparse
import itertools
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from caytre.analysis.concordance import Concordance
from caytre.analysis.concordance.positions import build, load, save
from caytre.text.orthography import ONSETS, RHYMES, is_syllable

SEED = 20211214
VOCABULARY = 300_000
SENTENCE = 25
ARTICLE = 600
NLTK = 2_000_000
PHRASE = (120, 75, 900)
NODES = {"frequent": 40, "usual": 400, "rare": 20_000}


def vocabulary() -> pd.Index:
    """Two-syllable words of well-formed syllables, each word once."""
    spelt = (onset + rhyme for onset, rhyme in itertools.product(ONSETS, sorted(RHYMES)))
    made = list(dict.fromkeys(filter(is_syllable, spelt)))
    pairs = itertools.islice(itertools.product(made, made), 0, None, len(made) ** 2 // VOCABULARY)
    return pd.Index([" ".join(pair) for pair in itertools.islice(pairs, VOCABULARY)])


def corpus(n: int) -> pd.DataFrame:
    rng = np.random.default_rng(SEED)
    share = 1 / np.arange(1, VOCABULARY + 1) ** 1.05
    codes = rng.choice(VOCABULARY, size=n, p=share / share.sum()).astype(np.int32)
    planted = rng.choice((n - SENTENCE) // SENTENCE, size=n // 50_000, replace=False) * SENTENCE + 5
    for step, code in enumerate(PHRASE):
        codes[planted + step] = code
    words = vocabulary()
    places = np.arange(n)
    column = pd.Categorical.from_codes(codes, categories=words)
    names = pd.Index([f"a{i}" for i in range(n // ARTICLE + 1)])
    return pd.DataFrame(
        {
            "article_id": pd.Categorical.from_codes((places // ARTICLE).astype(np.int32), categories=names),
            "line_no": (places // SENTENCE % (ARTICLE // SENTENCE) + 1).astype(np.int32),
            "sent_no": np.ones(n, dtype=np.int32),
            "start": (places % SENTENCE * 8).astype(np.int32),
            "end": (places % SENTENCE * 8 + 7).astype(np.int32),
            "form": column,
            "word": column,
            "kind": pd.Categorical.from_codes(np.zeros(n, dtype=np.int8), categories=["body"]),
        }
    )


def timed(what: Callable[[], Any], times: int = 5) -> tuple[float, Any]:
    """Median milliseconds and the last result."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        result = what()
        spent.append(1000 * (time.perf_counter() - start))
    return statistics.median(spent), result


def report(name: str, milliseconds: float, hits: object) -> None:
    print(f"{name:<46} {milliseconds:10.2f} ms   {hits}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tokens", type=int, default=44_000_000)
    tokens = corpus(parser.parse_args().tokens)
    codes = tokens["word"].cat.codes.to_numpy()
    sentences = np.arange(len(codes), dtype=np.int32) // SENTENCE
    print(f"{len(codes):,} tokens, {VOCABULARY:,} words")
    spent, index = timed(lambda: build(codes, sentences, VOCABULARY), 3)
    report("build the index", spent, f"{len(index.places):,} positions")
    with tempfile.TemporaryDirectory() as folder:
        spent, _ = timed(lambda: save(index, Path(folder)), 1)
        report("write it", spent, "")
        spent, index = timed(lambda: load(Path(folder)))
        report("open it, memory-mapped", spent, "")
        measure(tokens, index, codes, sentences)


def measure(tokens: pd.DataFrame, index: Any, codes: Any, sentences: Any) -> None:
    lines = pd.DataFrame({"article_id": ["a0"], "line_no": [1], "text": [""]})
    spent, concordance = timed(lambda: Concordance(tokens, lines, positions=index), 1)
    report("open a concordance on it", spent, "")
    spent, _ = timed(lambda: concordance.find("ban"), 1)
    report("first query (folds the vocabulary)", spent, "")
    database = duckdb.connect()
    base = tokens[["word"]].assign(word=codes, place=np.arange(len(codes)), sentence=sentences)
    database.register("base", base)
    database.execute("create table tokens as select * from base order by place")
    for name, code in NODES.items():
        ours, (at, _) = timed(lambda code=code: concordance.find(concordance.words[code], by="word"))
        report(f"word, {name}: index", ours, len(at))
        theirs, hits = timed(lambda code=code: np.flatnonzero(codes == code), 3)
        report(f"word, {name}: numpy scan", theirs, len(hits))
        query = f"select place from tokens where word = {code} order by place"
        theirs, rows = timed(lambda query=query: database.execute(query).fetchnumpy()["place"], 3)
        report(f"word, {name}: DuckDB", theirs, len(rows))
        assert np.array_equal(at, hits)
        assert np.array_equal(at, rows)
    phrase(concordance, database)
    company(concordance, database)
    against_text(concordance, codes)


def phrase(concordance: Concordance, database: Any) -> None:
    ours, (at, _) = timed(lambda: concordance.find(" ".join(concordance.words[list(PHRASE)])))
    report("phrase: index", ours, len(at))
    a, b, c = PHRASE
    query = f"""select t.place from tokens t join tokens u on u.place = t.place + 1 join tokens v on v.place = t.place + 2
        where t.word = {a} and u.word = {b} and v.word = {c} and t.sentence = v.sentence"""
    theirs, rows = timed(lambda: database.execute(query).fetchall(), 3)
    report("phrase: DuckDB", theirs, len(rows))
    assert len(rows) == len(at)


def company(concordance: Concordance, database: Any) -> None:
    index = concordance.positions
    for name, code in NODES.items():
        at = index.of(np.array([code], dtype=np.int32))
        ours, near = timed(lambda at=at: index.neighbours(at, 1, 5), 15)
        report(f"collocates, {name}: index", ours, int(near.sum()))
        query = f"""with node as (select place + d as place, sentence from tokens, range(-5, 6) r(d)
            where word = {code} and d <> 0) select count(*) from node join tokens using (place, sentence)"""
        theirs, rows = timed(lambda query=query: database.execute(query).fetchone()[0], 1)
        report(f"collocates, {name}: DuckDB", theirs, rows)
        assert rows == near.sum()
        node = concordance.words[code]
        ours, table = timed(lambda node=node: concordance.collocates(node, by="word", limit=50))
        report(f"collocates, {name}: the 50 closest, all measures", ours, len(table))
    ours, table = timed(lambda: concordance.collocates(concordance.words[NODES["frequent"]], by="word"), 3)
    report("collocates, frequent: every row, all measures", ours, len(table))


def against_text(concordance: Concordance, codes: Any) -> None:
    """A regular expression over running text, and nltk's index, on the first tokens."""
    from nltk.text import ConcordanceIndex

    part = codes[:NLTK]
    words = [f"w{code}" for code in part.tolist()]  # one run of letters a word, so that \b parts words
    text = " ".join(words)
    spent, nltk_index = timed(lambda: ConcordanceIndex(words), 1)
    report(f"nltk, build over {NLTK:,} tokens", spent, "")
    for name, code in NODES.items():
        at, _ = concordance.find(concordance.words[code], by="word")
        wanted = int((at < NLTK).sum())
        theirs, hits = timed(lambda code=code: sum(1 for _ in re.finditer(rf"\bw{code}\b", text)), 3)
        report(f"word, {name}: regex over {NLTK:,} tokens", theirs, hits)
        theirs, found = timed(lambda code=code: nltk_index.offsets(f"w{code}"), 3)
        report(f"word, {name}: nltk over {NLTK:,} tokens", theirs, len(found))
        assert hits == len(found) == wanted


if __name__ == "__main__":
    main()
