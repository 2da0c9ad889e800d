"""Measures of what a page says: article fields, kinds of line, times, themes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from tests.accuracy.matching import ByLine, Passage, Row, pair, passages, plain, whole
from tests.accuracy.scores import Score, f1, share

SEPARATOR = re.compile(r"[;,|\s]+")
"""Between the themes of a paragraph."""

ZONE = re.compile(r"(\+07:00|Z)$")
NUMBERED_EVENT = "ORDINAL_EVENT"
LENGTH_OF_A_DAY = len("2021-12-14")

Field = tuple[str, Callable[[str], str], Callable[[str, str], bool]]


def articles(gold: Mapping[str, Sequence[Row]], given: list[Row]) -> Iterator[Score]:
    """Title, day, outlet and byline of the articles that have one; a byline may be the whole line it stands in."""
    found = {row["article_id"]: row for row in given}
    for field, wanted_of, agrees in FIELDS:
        right = wanted = invented = 0
        misses = []
        for row in gold["articles"]:
            answer = found.get(row["article_id"], {})
            want, got = wanted_of(row[field]), str(answer.get(field, ""))
            if not want:
                invented += field == "published" and bool(got) and answer.get("published_from") == "text"
                continue
            wanted += 1
            right += agrees(want, got)
            if not agrees(want, got):
                misses.append(f"{row['article_id']} | wanted {want!r}, got {got!r}")
        what = f"articles, {invented} invented" if field == "published" else "articles"
        yield share(f"articles.{field}", right, wanted, what, n_given=len(given), misses=misses)


def _same(want: str, got: str) -> bool:
    return plain(want) == plain(got)


def _same_day(want: str, got: str) -> bool:
    return want[:LENGTH_OF_A_DAY] == got[:LENGTH_OF_A_DAY]


def _same_outlet(want: str, got: str) -> bool:
    """The annotation quotes the place where the text names the outlet, so that either may hold the other."""
    a, b = plain(want), plain(got)
    return bool(b) and (b in a or a in b)


def _named(outlet: str) -> str:
    """An outlet in brackets is one that the text does not name."""
    return "" if outlet.startswith("(") else outlet


FIELDS: tuple[Field, ...] = (
    ("title", str, _same),
    ("published", str, _same_day),
    ("outlet", _named, _same_outlet),
    ("byline", str, _same),
)


def lines(gold: Mapping[str, Sequence[Row]], given: list[Row]) -> Iterator[Score]:
    """The kind of every line that is not blank; a heading is body, which the annotations do not tell apart."""
    kinds = {(row["article_id"], whole(row["line_no"])): row["kind"] for row in given}
    right = total = hits = body = claimed = 0
    misses = []
    for row in gold["lines"]:
        want = row["class"]
        if want == "blank":
            continue
        got = kinds.get((row["article_id"], whole(row["line_no"])), "absent")
        got = "body" if got == "heading" else got
        total += 1
        right += want == got
        hits += want == got == "body"
        body += want == "body"
        claimed += got == "body"
        if want != got:
            misses.append(f"{row['article_id']}:{row['line_no']} | wanted {want}, got {got} | {row['start']}")
    yield share("lines.accuracy", right, total, "lines that are not blank", n_given=len(given), misses=misses)
    yield f1("lines.body", hits=hits, n_gold=body, n_given=claimed, misses=misses)


def times(gold: Mapping[str, Sequence[Row]], given: list[Row]) -> Iterator[Score]:
    """Time expressions and numbered events apart, by overlap (span) and by overlap and value; then the traps.

    Only core annotations are asked for, but whatever overlaps any annotation is no false alarm.
    """
    annotated = passages(gold["times"])
    known = ByLine(annotated)
    found = passages(given)
    core = [passage for passage in annotated if passage.row["core"] == "1"]
    for name, numbered in (("times", False), ("events", True)):
        wanted, answers = _numbered(core, numbered), _numbered(found, numbered)
        if wanted:
            yield from _time_scores(name, wanted, answers, known)
    yield from _time_traps(gold, found, known)


def _numbered(found: list[Passage], numbered: bool) -> list[Passage]:
    return [passage for passage in found if (passage.row["type"] == NUMBERED_EVENT) is numbered]


def _time_scores(name: str, wanted: list[Passage], answers: list[Passage], known: ByLine) -> Iterator[Score]:
    matches = pair(wanted, answers)
    alarms = [passage for passage in matches.extra if not known.touching(passage)]
    n_given = len(matches.pairs) + len(alarms)
    misses = [f"missed {passage.show('surface', 'value')}" for passage in matches.missed]
    misses += [f"extra {passage.show('surface', 'value')}" for passage in alarms]
    yield f1(f"{name}.span", hits=len(matches.pairs), n_gold=len(wanted), n_given=n_given, misses=misses)
    wrong = [(a, b) for a, b in matches.pairs if not same_time(a.row["value"], b.row["value"])]
    yield f1(
        f"{name}.value",
        hits=len(matches.pairs) - len(wrong),
        n_gold=len(wanted),
        n_given=n_given,
        misses=[f"{a.show('surface')} | wanted {a.row['value']}, got {b.row['value']}" for a, b in wrong],
    )


def same_time(want: str, got: str) -> bool:
    """Whether two TIMEX3 values mean the same, up to the time of the day and what "now" or "soon" refers to.

    The time of a day is not asked for (2021-12-14TMO, 2021-12-14), and a vague reference may have no value.
    """
    want, got = ZONE.sub("", want.strip()), ZONE.sub("", got.strip())
    if want == got:
        return True
    if want.endswith("_REF"):
        return got.endswith("_REF") or not got
    day = want.partition("T")[0]
    return day[:1].isdigit() and len(day) >= LENGTH_OF_A_DAY and day == got.partition("T")[0]


def _time_traps(gold: Mapping[str, Sequence[Row]], found: list[Passage], known: ByLine) -> Iterator[Score]:
    traps = passages(gold.get("times_traps", ()))
    stray = ByLine(passage for passage in found if not known.touching(passage))
    caught = [trap for trap in traps if stray.touching(trap)]
    if traps:
        n = len(traps)
        misses = [f"tagged {trap.show('surface', 'why')}" for trap in caught]
        yield share("times.traps_avoided", n - len(caught), n, "traps", n_given=len(found), misses=misses)


def themes(gold: Mapping[str, Sequence[Row]], given: list[Row]) -> Iterator[Score]:
    """Theme by theme over the annotated paragraphs, and how often the main one is among those found."""
    found: defaultdict[tuple[str, int | None], set[str]] = defaultdict(set)
    for row in given:
        found[row["article_id"], whole(row["line_no"])] |= _codes(row["themes"])
    hits = wanted = claimed = main = 0
    misses = []
    for row in gold["themes"]:
        want, got = _codes(row["themes"]), found.get((row["article_id"], whole(row["line_no"])), set())
        hits += len(want & got)
        wanted += len(want)
        claimed += len(got)
        main += row["main_theme"] in got
        if want != got:
            misses.append(f"{row['article_id']}:{row['line_no']} | wanted {sorted(want)}, got {sorted(got)}")
    yield f1("themes", hits=hits, n_gold=wanted, n_given=claimed, misses=misses)
    yield share("themes.main_found", main, len(gold["themes"]), "paragraphs", n_given=len(given))


def _codes(cell: str) -> set[str]:
    return set(SEPARATOR.split(cell)) - {""}
