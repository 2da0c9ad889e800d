"""How fast text is folded, retoned and cut into sentences.

Run:  python lib/benchmarks/bench_orthography.py [MILLIONS OF CHARACTERS]      (default 5)

The text is made of the clauses of the shipped articles in random order, so that it is real and no line comes twice.
Every figure is the median of five runs over the same text: the first run of the first fills the memory of chunks.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from caytre.text.orthography import fold, joining_hyphens, nfc, retone, syllables
from caytre.text.sentences import spans

ARTICLES = Path(__file__).resolve().parents[2] / "data" / "bamboo-2021" / "articles"
CLAUSE_END = re.compile(r"(?<=[,;.])\s+")
CLAUSES_A_LINE = 8
RUNS = 5


def lines(characters: int) -> Iterator[str]:
    """Lines of shuffled clauses, *characters* long together."""
    texts = [nfc(path.read_text(encoding="utf-8")) for path in sorted(ARTICLES.glob("*.txt"))]
    clauses = [
        clause for text in texts for line in text.split("\n") for clause in CLAUSE_END.split(line) if clause
    ]
    chance = random.Random(7)
    made = 0
    while made < characters:
        line = " ".join(chance.choices(clauses, k=CLAUSES_A_LINE))
        made += len(line) + 1
        yield line


def seconds(work: Callable[[], object]) -> float:
    """The median time of *work*."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def main() -> None:
    """Print millions of characters a second for each function."""
    millions = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    corpus = list(lines(int(millions * 1e6)))
    total = sum(map(len, corpus))
    calls: dict[str, Callable[[str], object]] = {
        "fold": fold,
        "fold, tones=False": lambda line: fold(line, tones=False),
        "retone": retone,
        "syllables": syllables,
        "joining_hyphens": joining_hyphens,
        "sentences.spans": spans,
    }
    for name, call in calls.items():
        taken = seconds(lambda call=call: [call(line) for line in corpus])  # type: ignore[misc]
        print(f"{name:20}{total / taken / 1e6:8.1f} million characters a second")


if __name__ == "__main__":
    main()
