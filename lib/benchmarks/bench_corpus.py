"""A whole corpus: annotate N generated articles into the store, change nothing, add one; size, time and memory.

    python benchmarks/bench_corpus.py [--articles 10000] [--workers 2] [--peer 300]

The articles are made from the shipped ones: their lines, clauses shuffled, lengths as they are, so that no sentence
comes twice and caches flatter nobody. Each run is a process of its own (`caytre annotate`), timed from outside with
its peak memory; the peer is underthesea's documented call, `word_tokenize(line)`, in one loop over the same articles
(over the first *peer* of them, scaled up).
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from caytre.codebooks import project_root

ROUNDS = 5
"""Runs with nothing changed, and runs with one article more; their medians are shown."""

ARTICLES = sorted((project_root() / "data" / "bamboo-2021" / "articles").glob("*.txt"))


def shuffled(text: str, rng: random.Random) -> str:
    """The article with the clauses of all its lines dealt out anew, every line as long as before."""
    clauses = [part for line in text.split("\n") for part in re.split(r"(?<=[,;.]) ", line) if part.strip()]
    rng.shuffle(clauses)
    lines = []
    for line in text.split("\n"):
        n = len([part for part in re.split(r"(?<=[,;.]) ", line) if part.strip()])
        lines.append(" ".join(clauses.pop() for _ in range(min(n, len(clauses)))))
    return "\n".join(lines)


def generate(folder: Path, n: int) -> int:
    """Write *n* articles; returns their bytes."""
    rng = random.Random(20211214)
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES]
    (folder / "articles").mkdir(parents=True)
    size = 0
    for number in range(n):
        size += (folder / "articles" / f"{number:06d}.txt").write_bytes(
            shuffled(texts[number % len(texts)], rng).encode()
        )
    return size


def timed(*command: str) -> tuple[float, float]:
    """Seconds and peak megabytes of the largest process of a command, its modules compiled as in any installation."""
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *command],
        env=compiled,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    seconds = time.perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def one_more(folder: Path, number: int, run: tuple[str, ...]) -> float:
    """Seconds of a run after one article more has come."""
    text = (folder / "articles" / f"{number:06d}.txt").read_text(encoding="utf-8")
    added = folder / "articles" / f"added-{number}.txt"
    added.write_text(f"{text}\nThêm một đoạn mới vào cuối bài viết này.\n", encoding="utf-8")
    return timed(*run)[0]


def peer(folder: Path, n: int) -> float:
    """Seconds of underthesea's word_tokenize over the first *n* articles, line by line."""
    from underthesea import word_tokenize

    word_tokenize("làm nóng")
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "articles").iterdir())[:n]]
    start = time.perf_counter()
    for text in texts:
        for line in text.split("\n"):
            if line.strip():
                word_tokenize(line)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--peer", type=int, default=300)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="caytre-bench-"))
    try:
        size = generate(folder, options.articles)
        print(f"{options.articles} articles, {size / 1e6:.1f} MB, {options.workers} workers")
        run = ("-m", "caytre", "annotate", str(folder), "--workers", str(options.workers))
        first, memory = timed(*run)
        print(f"first run   {first:8.2f} s  peak of one process {memory:.0f} MB")
        second = statistics.median(timed(*run)[0] for _ in range(ROUNDS))
        print(f"second run  {second:8.2f} s  {second / first:.1%} of the first")
        added = statistics.median(one_more(folder, number, run) for number in range(ROUNDS))
        print(f"one added   {added:8.2f} s  {added / first:.1%} of the first")
        stored = sum(path.stat().st_size for path in (folder / ".store").rglob("tokens.parquet"))
        words = sum(path.stat().st_size for path in (folder / ".store").rglob("*.parquet"))
        print(f"store       {words / 1e6:8.1f} MB, tokens {stored / 1e6:.1f} MB")
        seconds = peer(folder, options.peer) * options.articles / options.peer
        print(
            f"underthesea {seconds:8.2f} s  words only, one loop; the first run took {first / seconds:.1%} of it"
        )
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
