"""Measures of how a text is made: enumerations, metaphors, set phrases, passages that travel."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from caytre.text.orthography import fold
from tests.accuracy.matching import Passage, Row, pair, passages, place, plain, whole
from tests.accuracy.scores import Score, f1, harmonic, share

DIGITS = re.compile(r"\d+")
NUMBER_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")

MOST_OF_A_FORMULA = 0.6
"""A phrase found inside an annotated one is the same from this share of its length on."""

HALF = 0.5
"""The share of a passage that has to be covered for an echo to be found, or to be right."""

NEUTRAL_ECHOES = ("event name", "name + office", "name", "term")
"""Names and terms recur without anybody repeating anybody: not asked for, and no false alarm."""


def enumerations(gold: Mapping[str, Sequence[Row]], given: list[Row]) -> Iterator[Score]:
    """Items by their line and number (several lists may stand in one line), and the counts that are announced.

    An announced count is found where the article has a list, or an announcement without one, of that count.
    """
    wanted, answers = (
        Counter(_item(row) for row in rows if whole(row["item_no"])) for rows in (gold["enumerations"], given)
    )
    misses = [f"missed {article}:{line} | item {n}" for article, line, n in (wanted - answers).elements()]
    misses += [f"extra {article}:{line} | item {n}" for article, line, n in (answers - wanted).elements()]
    hits = (wanted & answers).total()
    yield f1("enumerations.items", hits=hits, n_gold=wanted.total(), n_given=answers.total(), misses=misses)
    lists = {
        (row["article_id"], row["list_id"]): row["announced"]
        for row in gold["enumerations"]
        if row["announced"]
    }
    counts = {
        (row["article_id"], whole(row["announced_count"])) for row in given if row["announced_count"] != ""
    }
    missed = [
        f"{article} | {said}"
        for (article, _), said in lists.items()
        if (article, counted(said)) not in counts
    ]
    yield share(
        "enumerations.announced",
        len(lists) - len(missed),
        len(lists),
        "announced",
        n_given=len(counts),
        misses=missed,
    )


def _item(row: Row) -> tuple[str, int | None, int | None]:
    return row["article_id"], whole(row["line_no"]), whole(row["item_no"])


def counted(announcement: str) -> int | None:
    """The number in "9 nhiệm vụ" or "ba trụ cột"."""
    digits = DIGITS.search(announcement)
    if digits:
        return int(digits[0])
    return next(
        (NUMBER_WORDS.index(word) + 1 for word in plain(announcement).split() if word in NUMBER_WORDS), None
    )


def metaphors(gold: Mapping[str, Sequence[Row]], given: list[Row]) -> Iterator[Score]:
    """Expressions by overlap, the salient among them, the source domain of those found, the literal look-alikes."""
    wanted, answers = passages(gold["metaphors"]), passages(given)
    matches = pair(wanted, answers)
    misses = [f"missed {passage.show('surface', 'domain')}" for passage in matches.missed]
    misses += [f"extra {passage.show('surface', 'domain')}" for passage in matches.extra]
    n_found, n_given = len(matches.pairs), len(answers)
    yield f1("metaphors.span", hits=n_found, n_gold=len(wanted), n_given=n_given, misses=misses)
    missed = [passage.show("surface", "domain") for passage in matches.missed if _salient(passage)]
    n_salient = sum(map(_salient, wanted))
    yield share(
        "metaphors.salient_recall",
        n_salient - len(missed),
        n_salient,
        "salient",
        n_given=n_given,
        misses=missed,
    )
    wrong = [
        f"{a.show('surface', 'domain')} | got {b.row['domain']}"
        for a, b in matches.pairs
        if _domain(a) != _domain(b)
    ]
    yield share(
        "metaphors.domain", n_found - len(wrong), n_found, "found", n_given=n_given, empty=0.0, misses=wrong
    )
    traps = passages(gold.get("metaphor_traps", ()))
    if traps:
        caught = [trap.show("surface", "why") for trap in traps if any(map(trap.shared, answers))]
        yield share(
            "metaphors.traps_avoided",
            len(traps) - len(caught),
            len(traps),
            "traps",
            n_given=n_given,
            misses=caught,
        )


def _salient(passage: Passage) -> bool:
    return bool(passage.row["conventionality"] == "salient")


def _domain(passage: Passage) -> str:
    """A domain by its first name: "war" of "war/front"."""
    return str(passage.row["domain"]).partition("/")[0]


def formulas(gold: Mapping[str, Sequence[Row]], given: list[Row]) -> Iterator[Score]:
    """Annotated set phrases that were found, whole, inside a longer one, or for the greater part.

    The annotations are a choice, not all there are: what else was found is not held against it.
    """
    found = {_comparable(row["canonical"]) for row in given}
    wanted = {row["formula_id"]: row["canonical"] for row in gold["formulas"]}
    missed = [phrase for phrase in wanted.values() if not _is_found(_comparable(phrase), found)]
    yield share(
        "formulas.recall",
        len(wanted) - len(missed),
        len(wanted),
        "formulas",
        n_given=len(found),
        misses=missed,
    )


def _comparable(phrase: str) -> str:
    return fold(plain(phrase))


def _is_found(phrase: str, found: set[str]) -> bool:
    return any(
        phrase in other or (other in phrase and len(other) > MOST_OF_A_FORMULA * len(phrase))
        for other in found
    )


Pair = tuple[Passage, Passage]


def echoes(gold: Mapping[str, Sequence[Row]], given: list[Row]) -> Iterator[Score]:
    """Pairs of passages between and within articles.

    Found is an annotated pair when the answers together cover half of both its sides; right is an answer that agrees
    with an annotated pair over half of both sides of either.
    """
    annotated, answers = [_sides(row) for row in gold["reuse"]], [_sides(row) for row in given]
    for scope in ("between", "within"):
        every = [sides for sides in annotated if sides[0].row["scope"] == scope]
        core = [sides for sides in every if not _neutral(sides)]
        mine = [sides for sides in answers if (sides[0].article != sides[1].article) is (scope == "between")]
        missed = [sides for sides in core if not _covered(sides, mine)]
        alarms = [sides for sides in mine if not any(_agree(sides, other) for other in every)]
        good = sum(any(_agree(sides, other) for other in core) for sides in mine)
        judged = good + len(alarms)
        misses = [f"missed {a.show('kind', 'text_a')} ~ {b.show('text_b')}" for a, b in missed]
        misses += [f"extra {a.show('text_a')} ~ {b.show('text_b')}" for a, b in alarms]
        yield harmonic(
            f"echoes.{scope}",
            good / judged if judged else 0.0,
            (len(core) - len(missed)) / len(core) if core else 0.0,
            n_gold=len(core),
            n_given=len(mine),
            misses=misses,
        )


def _sides(row: Row) -> Pair:
    """Both sides of a pair, always in the same order, whichever was written first."""
    first, second = sorted(
        (place(row, "a"), place(row, "b")), key=lambda side: (side.article, side.line, side.start, side.end)
    )
    return first, second


def _neutral(sides: Pair) -> bool:
    return sides[0].row["kind"] in NEUTRAL_ECHOES


def _covered(sides: Pair, answers: list[Pair]) -> bool:
    both = [answer for answer in answers if answer[0].shared(sides[0]) and answer[1].shared(sides[1])]
    for side, target in enumerate(sides):
        places: set[int] = set()
        for answer in both:
            places.update(range(max(answer[side].start, target.start), min(answer[side].end, target.end)))
        if len(places) < HALF * max(1, target.end - target.start):
            return False
    return True


def _agree(one: Pair, other: Pair) -> bool:
    shared = [a.shared(b) for a, b in zip(one, other, strict=True)]
    return all(shared) and any(
        all(n >= HALF * (side.end - side.start) for n, side in zip(shared, sides, strict=True))
        for sides in (one, other)
    )
