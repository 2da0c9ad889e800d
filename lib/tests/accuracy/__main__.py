"""Print how well the tables of the shipped corpus agree with the hand annotations.

usage: python -m tests.accuracy [--misses N] [--raise | --lower NAME --reason "…"]

Exit status: 0, 1 where a measure is below its floor, 2 where a floor cannot be changed as asked.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.accuracy import Score, corpus_tables, floors, measure, read_gold

CORPUS = "bamboo-2021"


def main(
    arguments: Sequence[str] | None = None,
    *,
    scores: Callable[[], list[Score]] | None = None,
    path: Path = floors.FLOORS,
) -> int:
    """Take the measures (those of the shipped corpus unless *scores* brings others), print them, change floors."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.reason and not options.lower:
        parser.error("--reason goes with --lower NAME")
    reached = (scores or corpus_scores)()
    known = floors.read(path)
    new = known
    try:
        if options.raise_floors:
            new = floors.raised(known, reached)
        elif options.lower is not None:
            new = floors.lowered(known, reached, options.lower, options.reason)
    except floors.FloorError as error:
        print(f"accuracy: {error}", file=sys.stderr)
        return 2
    if new != known:
        floors.write(new, path)
    _show(reached, new, misses=options.misses)
    failures = floors.below(new, reached)
    print(*failures, sep="\n", end="\n" if failures else "")
    return 1 if failures else 0


def corpus_scores() -> list[Score]:
    """The measures of the shipped corpus as it is annotated now."""
    from caytre import open_corpus

    return measure(corpus_tables(open_corpus(CORPUS, progress=False)), read_gold())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.accuracy", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="list up to N misses of each measure"
    )
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--raise", dest="raise_floors", action="store_true", help="raise floors to what was reached"
    )
    change.add_argument("--lower", metavar="NAME", help="lower the floor of a measure to what was reached")
    parser.add_argument("--reason", default="", help="why; kept beside the floor that is lowered")
    return parser


def _show(scores: Sequence[Score], known: floors.Floors, *, misses: int) -> None:
    width = max((len(score.name) for score in scores), default=0)
    print(f"{'measure':<{width}}  value  floor  precision  recall  gold  given  note")
    for score in scores:
        floor = f"{known[score.name].floor:.3f}" if score.name in known else "-"
        print(
            f"{score.name:<{width}}  {score.value:.3f}  {floor:>5}  {_decimal(score.precision):>9}"
            f"  {_decimal(score.recall):>6}  {score.n_gold:>4}  {score.n_given:>5}  {score.note}".rstrip()
        )
        for miss in score.misses[:misses]:
            print(f"    {miss}")


def _decimal(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main())
