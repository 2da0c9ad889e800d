"""How fast people, quotations and voices are found: processor time over the five articles, many times.

python benchmarks/bench_people.py [ROUNDS]
"""

from __future__ import annotations

import sys
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from caytre.analysis import people, voices
from caytre.analysis.people import phrases
from caytre.analysis.voices import quotations
from tests.helpers import gold_articles


def main() -> None:
    """Print articles a minute on one core, for learning the registry and for everything else."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    articles = gold_articles()
    registry = people.learn(articles)
    spent = {"learn": 0.0, "mentions": 0.0, "quotations": 0.0, "voices": 0.0}
    for _ in range(rounds):
        phrases.tokens.cache_clear()
        start = time.process_time()
        people.learn(articles)
        spent["learn"] += time.process_time() - start
        for article in articles:
            marks = [time.process_time()]
            rows = people.mentions(article, registry)
            marks.append(time.process_time())
            quotes = quotations.find(article, rows, registry)
            marks.append(time.process_time())
            voices.attribute(article, rows, quotes, registry)
            marks.append(time.process_time())
            for name, (begun, ended) in zip(
                ("mentions", "quotations", "voices"), pairwise(marks), strict=True
            ):
                spent[name] += ended - begun
    n = rounds * len(articles)
    for name, seconds in spent.items():
        print(f"{name:<12} {1000 * seconds / n:6.2f} ms an article")
    print(f"{'all':<12} {60 * n / sum(spent.values()):6.0f} articles a minute on one core")


if __name__ == "__main__":
    main()
