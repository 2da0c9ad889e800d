"""Claims that are checked before they are said: words that must stand in the articles, numbers that must come out.

A claim that the articles bear out is said with its citations. One that they do not is not said; in its place stands
what was expected where, or which numbers the articles give.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from caytre import session
from caytre.analysis.claims import conditions, measures
from caytre.analysis.claims.basis import Once, Tables
from caytre.analysis.claims.conditions import ConditionError
from caytre.analysis.claims.measures import MeasureError
from caytre.analysis.claims.places import PlaceError, place
from caytre.analysis.shown import shortened
from caytre.output.say.evidence import Evidence, places, there
from caytre.output.say.forms import DAY_FORMS, FORMS, NAMES
from caytre.output.say.sections import Told
from caytre.session import join, number, t
from caytre.show import Said, escape

__all__ = ["Claim", "ClaimError", "Judged", "claim", "judge", "make", "remark", "render"]

EVIDENCE = re.compile(r"([^\s:]+:\d+(?:-\d+)?):\s+(\S.*)", re.S)
SLOT = re.compile(r"\{([a-z][a-z0-9_]*)(?::([A-Za-z]+))?\}")
BRACE = re.compile(r"[{}]")
END = re.compile(r"(?<!…)[.?!]$")
FIELDS = ("text", "evidence", "numbers", "holds", "otherwise", "note", "facts")
LONGEST_SHOWN = 90
DAYS = ("published", "day")
"""Measures that give a day."""

Both = Mapping[str, str]
"""A text in English and in Vietnamese, by language."""


class ClaimError(ValueError):
    """A claim that cannot be checked as it is written; the message says what is wrong in it."""


class Claim(NamedTuple):
    """A sentence, what it rests on, what is said where that gives way, and a remark that would interrupt it."""

    text: Both
    evidence: tuple[Evidence, ...] = ()
    numbers: Mapping[str, str | tuple[str, Mapping[str, Any]]] = {}
    holds: str = ""
    otherwise: Both | None = None
    note: Both | None = None
    facts: tuple[str, ...] = ()


class Judged(NamedTuple):
    """What the articles say to a claim: evidence that is not there, its numbers, and whether it stands."""

    missing: list[Evidence]
    numbers: dict[str, float]
    stands: bool


# -- from data to a claim ------------------------------------------------------------------------------------------


def make(row: object) -> Claim:
    """A claim out of a mapping as YAML gives it; raises ClaimError for what cannot be checked."""
    if not isinstance(row, Mapping):
        raise ClaimError("a claim is a mapping with text and evidence or numbers")
    unknown = sorted(set(row) - set(FIELDS))
    if unknown:
        raise ClaimError(f'no field "{unknown[0]}"; there is: {", ".join(FIELDS)}')
    text = both(row.get("text"), "text")
    otherwise, note = (both(row[name], name) if name in row else None for name in ("otherwise", "note"))
    found = Claim(
        text, tuple(_evidence(one) for one in _listed(row, "evidence")), _numbers(row.get("numbers") or {}),
        str(row.get("holds") or ""), otherwise, note, tuple(map(str, _listed(row, "facts"))),
    )  # fmt: skip
    if not found.evidence and not found.numbers:
        raise ClaimError("nothing to check it by; give evidence or numbers")
    _slots(found)
    return found


def both(value: object, field: str) -> Both:
    """A text in both languages; raises ClaimError where one is lacking."""
    if not isinstance(value, Mapping) or set(value) != set(session.LANGUAGES):
        raise ClaimError(f"{field} must have en and vi, and nothing else")
    if not all(isinstance(one, str) and one.strip() for one in value.values()):
        raise ClaimError(f"{field} must be text in both languages")
    return {language: " ".join(one.split()) for language, one in value.items()}


def _listed(row: Mapping[str, Any], field: str) -> list[Any]:
    value = row.get(field) or []
    if not isinstance(value, list):
        raise ClaimError(f"{field} must be a list")
    return value


def _evidence(text: object) -> Evidence:
    found = EVIDENCE.fullmatch(str(text).strip())
    if not found:
        raise ClaimError(f'evidence "{text}"; write article:line: words that stand there')
    try:
        return Evidence(place(found[1]), found[2])
    except PlaceError as error:
        raise ClaimError(str(error)) from None


def _numbers(value: object) -> dict[str, str | tuple[str, Mapping[str, Any]]]:
    if not isinstance(value, Mapping):
        raise ClaimError("numbers must be a mapping from a name to a measure")
    found: dict[str, str | tuple[str, Mapping[str, Any]]] = {}
    for name, how in value.items():
        if not conditions.NAME.fullmatch(f"{{{name}}}"):
            raise ClaimError(f'number "{name}"; a name has small letters a-z, digits and _')
        if isinstance(how, str):
            later = [one for one in conditions.names(how) if one not in found]
            if later:
                raise ClaimError(f'number "{name}" uses {{{later[0]}}}, which is not given before it')
            _try(how, found, calculated=True)
            found[name] = how
        elif isinstance(how, Mapping) and len(how) == 1:
            measure, arguments = next(iter(how.items()))
            if not isinstance(arguments or {}, Mapping):
                raise ClaimError(f'number "{name}": the arguments of {measure} must be a mapping')
            try:
                measures.check(str(measure), arguments or {})
            except (MeasureError, PlaceError) as error:
                raise ClaimError(f'number "{name}": {error}') from None
            found[name] = (str(measure), dict(arguments or {}))
        else:
            raise ClaimError(f'number "{name}" must be one measure with its arguments, or a sum of numbers')
    return found


def _try(text: str, given: Mapping[str, Any], *, calculated: bool) -> None:
    """Read a condition with every number one, so that a mistake in it is told before anything is computed."""
    read = conditions.calculate if calculated else conditions.holds
    try:
        read(text, dict.fromkeys(given, 1.0))
    except ConditionError as error:
        raise ClaimError(str(error)) from None


def _slots(claim: Claim) -> None:
    """Every placeholder has a number and a known form, every number is used, a condition can be read."""
    if claim.holds:
        _try(claim.holds, claim.numbers, calculated=False)
    used = set(conditions.names(claim.holds))
    used.update(
        name for how in claim.numbers.values() if isinstance(how, str) for name in conditions.names(how)
    )
    for text in (*claim.text.values(), *(claim.otherwise or {}).values(), *(claim.note or {}).values()):
        for name, form in SLOT.findall(text):
            if name not in claim.numbers:
                raise ClaimError(f"{{{name}}} in the text is not among the numbers")
            if form not in FORMS:
                raise ClaimError(
                    f'{{{name}:{form}}}: no form "{form}"; there is: {", ".join(filter(None, FORMS))}'
                )
            how = claim.numbers[name]
            if form in DAY_FORMS and (isinstance(how, str) or how[0] not in DAYS):
                raise ClaimError(f"{{{name}:{form}}}: only a day ({' or '.join(DAYS)}) can be written so")
            used.add(name)
        if BRACE.search(SLOT.sub("", text)):
            raise ClaimError("a brace in the text that opens or closes no placeholder")
    idle = [name for name in claim.numbers if name not in used]
    if idle:
        raise ClaimError(f'number "{idle[0]}" is used nowhere')


# -- from a claim to a sentence ------------------------------------------------------------------------------------


def judge(claim: Claim, tables: Tables | Once) -> Judged:
    """Look for the evidence, compute the numbers, compare."""
    of = tables if isinstance(tables, Once) else Once(tables)
    missing = [one for one in claim.evidence if not there(one, of)]
    found: dict[str, float] = {}
    for name, how in claim.numbers.items():
        found[name] = (
            conditions.calculate(how, found) if isinstance(how, str) else measures.measure(of, how[0], how[1])
        )
    known = not any(math.isnan(value) for value in found.values())
    stands = not missing and known and (not claim.holds or conditions.holds(claim.holds, found))
    return Judged(missing, found, stands)


def render(claim: Claim, judged: Judged, *, of: Once | None = None) -> str:
    """The sentence with its citations, or what the articles say instead; with *of*, cited to the sentence."""
    if judged.stands:
        return _cited(_filled(claim.text[session.language()], judged.numbers), places(claim.evidence, of))
    known = not any(math.isnan(value) for value in judged.numbers.values())
    if claim.otherwise and known:
        found = [one for one in claim.evidence if one not in judged.missing]
        return _cited(_filled(claim.otherwise[session.language()], judged.numbers), places(found, of))
    return _instead(claim, judged)


def remark(claim: Claim, judged: Judged) -> str:
    """The note of a claim that stands; otherwise nothing, since it is a note on that sentence."""
    if claim.note is None or not judged.stands:
        return ""
    return _filled(claim.note[session.language()], judged.numbers)


def claim(
    text: str | Both,
    *,
    corpus: Tables,
    evidence: Sequence[str] = (),
    numbers: Mapping[str, Any] | None = None,
    holds: str | bool = True,
    otherwise: str | Both | None = None,
) -> Said:
    """A sentence of your own, said only where the articles of *corpus* bear it out.

    *evidence*: "article:line: words" that must stand there, in either style of tone marks. *numbers*: name -> measure,
    for `{name}` in the text. *holds*: a comparison of them, or a truth you computed yourself. Raises ClaimError for a
    claim that cannot be checked.

    >>> say.claim("The image is the bamboo.", corpus=corpus, evidence=["bocongan:55: hình ảnh cây tre"])  # doctest: +SKIP
    """
    languages = session.LANGUAGES
    row: dict[str, Any] = {"text": dict.fromkeys(languages, text) if isinstance(text, str) else text}
    row |= {"evidence": list(evidence), "numbers": dict(numbers or {})}
    if isinstance(holds, str):
        row["holds"] = holds
    if otherwise is not None:
        row["otherwise"] = dict.fromkeys(languages, otherwise) if isinstance(otherwise, str) else otherwise
    made, of = make(row), Once(corpus)
    judged = judge(made, of)
    judged = judged if holds is not False else judged._replace(stands=False)
    return Told(render(made, judged), render(made, judged, of=of))


def _cited(text: str, places: list[str]) -> str:
    """The places before the full stop, or after a sentence that ends otherwise."""
    if not places:
        return text
    shown, end = " ".join(places), END.search(text)
    return f"{text[: end.start()]} {shown}{end[0]}" if end else f"{text} {shown}"


def _filled(text: str, numbers: Mapping[str, float]) -> str:
    return SLOT.sub(lambda slot: FORMS[slot[2] or ""](numbers[slot[1]]), text)


def _instead(claim: Claim, judged: Judged) -> str:
    """What was expected where and is not there, and what the numbers are."""
    parts = []
    if judged.missing:
        shown = join(
            [
                f"“{escape(shortened(one.words, LONGEST_SHOWN))}” {' '.join(places([one]))}"
                for one in judged.missing
            ]
        )
        parts.append(
            t(f"expected, but not found there: {shown}", f"không thấy ở nơi cần có: {shown}")
        )  # fmt: skip
    if judged.numbers:
        parts.append(
            "; ".join(_told(name, claim.numbers[name], value) for name, value in judged.numbers.items())
        )
    told = "; ".join(parts) or t("a condition on it does not hold", "điều kiện đi kèm không đúng")
    return t(
        f"A sentence is left out here, because the articles do not bear it out ({told}).",
        f"Ở đây bỏ một câu vì các bài không xác nhận ({told}).",
    )


def _told(name: str, how: str | tuple[str, Mapping[str, Any]], value: float) -> str:
    """`count of “cây tre”: 2`, as far as the measure can be named."""
    shown = (
        t("not known", "không rõ") if math.isnan(value) else number(value, 0 if value == int(value) else 2)
    )
    if isinstance(how, str):
        return f"{name} = {escape(how)}: {shown}"
    arguments = ", ".join(f"{escape(one)}" for one in how[1].values() if one != "")
    return f"{t(*NAMES[how[0]])}{f' ({arguments})' if arguments else ''}: {shown}"
