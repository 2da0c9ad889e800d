"""The notebooks, one after another in one kernel: their times with every figure to draw, and again with none.

Run:  python lib/benchmarks/bench_notebooks.py [CORPUS]

Figures go to a folder that is thrown away. *Drawn* starts without any figure, as on a new corpus; *again* finds the
figures of the run before, as when a notebook is opened the next day; *warm* is the same once more, with every module
imported. *Drawn* and *again* have a kernel of their own each; *warm* goes on in that of *again*. Times are wall clock
and hold the way through the kernel and back.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from caytre.codebooks import project_root
from caytre.corpus import find_corpus
from caytre.output import run as runner


def timed(corpus: Path, figures: str, passes: int) -> dict[str, list[float]]:
    """Seconds of each notebook in each of several passes in one kernel."""
    root = project_root()
    notebooks = {
        f"{number} {path.stem}": runner.read(path)
        for number in range(passes)
        for path in sorted((root / "notebooks").glob("[0-9]*.ipynb"))
    }
    started: list[tuple[str, float]] = []
    runner.run(
        notebooks,
        values={"CORPUS": str(corpus), "LANG": "en"},
        folder=root / "notebooks",
        environment={**os.environ, "CAYTRE_FIGURES": figures},
        progress=lambda name: started.append((name, time.perf_counter())),
    )
    started.append(("", time.perf_counter()))
    seconds: dict[str, list[float]] = {}
    for (name, begin), (_, end) in pairwise(started):
        seconds.setdefault(name.split(" ", 1)[1], []).append(end - begin)
    return seconds


def main() -> None:
    corpus = find_corpus(sys.argv[1] if len(sys.argv) > 1 else "bamboo-2021")
    with tempfile.TemporaryDirectory() as figures:
        drawn = timed(corpus, figures, 1)
        again = timed(corpus, figures, 2)
    print("| notebook | drawn s | again s | warm s |\n|---|---|---|---|")
    for name, seconds in again.items():
        print(f"| {name} | {drawn[name][0]:.2f} | {seconds[0]:.2f} | {seconds[1]:.2f} |")


if __name__ == "__main__":
    main()
