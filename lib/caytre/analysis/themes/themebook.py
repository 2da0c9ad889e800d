"""Theme codebooks: reading and checking them.

Two forms are read. Ours has `themes:` (code -> name, definition, indicators, exclusions) and may have `rule:` and
`elsewhere:` (subject -> indicators of what no theme stands for). quanteda's dictionary form is a mapping of keys to lists of patterns, nested keys joined by a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from caytre.analysis.themes.indicators import Indicators, pieces
from caytre.codebooks import CodebookError, find, made_from, read_yaml

__all__ = ["ELSEWHERE", "Codebook", "Entry", "Rule", "read_codebook"]

ELSEWHERE = ""
"""Stands for a theme's code where a phrase belongs to a subject that no theme stands for."""

NAME = "themes.yaml"
LANGUAGES = ("en", "vi")
CODE = re.compile(r"[^\s;,|]+")
KNOWN = {"name", "definition", "indicators", "exclusions"}


class Rule(NamedTuple):
    """When a theme is given; `rule:` of the codebook sets it, for one without weights the defaults are meant.

    Its score must reach *least*. A theme with less than the best score must besides have either *share* of what all
    themes score in the paragraph together, so that of many things named in passing none is a theme, or *enough*, which
    is evidence by itself however much a long paragraph says about something else; and it needs a phrase of the weight
    *further*: general words, however many, make no second theme. At most *most* themes are given; paragraphs of fewer
    than *syllables* syllables are not coded.
    """

    least: float = 1.0
    share: float = 0.3
    enough: float = 2.0
    further: float = 0.0
    most: int = 5
    syllables: int = 20


class Entry(NamedTuple):
    """One theme: indicators with their weights, and phrases whose parts are no evidence for it."""

    code: str
    names: Mapping[str, str]
    definition: str
    indicators: Mapping[str, float]
    exclusions: tuple[str, ...]


class Codebook(NamedTuple):
    """Themes ready to be looked for. `meaning` and `excluded` say what the phrases of the two sets stand for; among
    the indicators are those of other subjects, with the code ELSEWHERE."""

    entries: tuple[Entry, ...]
    rule: Rule
    indicators: Indicators
    meaning: tuple[tuple[str, str, float], ...]
    exclusions: Indicators
    excluded: tuple[str, ...]

    def name(self, code: str, language: str = "en") -> str:
        """The name of a theme as readers see it; its code where the codebook gives none, or has no such theme."""
        return next((entry.names.get(language) or code for entry in self.entries if entry.code == code), code)


def read_codebook(name: str | Path = NAME, *, corpus: Path | None = None) -> Codebook:
    """A theme codebook, by its name in the project's (or the *corpus*'s) codebooks or by a path to a YAML file.

    Raises CodebookError, with the file and the theme, for whatever cannot be used: no themes, a code with a blank,
    a theme without indicators, a weight that is no positive number, the same phrase twice in one theme or under two
    other subjects.
    """
    if name == NAME:
        return _own(corpus)
    given = Path(name)
    return _read(str(given.resolve()) if given.is_file() else str(name), corpus)


@made_from(NAME)
def _own(corpus: Path | None) -> Codebook:
    """The codebook that every article is coded with."""
    return _read(NAME, corpus)


def _read(file: str, corpus: Path | None) -> Codebook:
    content, where = read_yaml(file, corpus=corpus), str(find(file, corpus=corpus))
    if not isinstance(content, dict) or not content:
        raise CodebookError(
            f"{where}: not a codebook; give themes: with a code for each, or a quanteda dictionary"
        )
    if "themes" in content and isinstance(content["themes"], dict):
        entries = [_entry(where, str(code), entry) for code, entry in content["themes"].items()]
        rule = _rule(where, content.get("rule") or {})
        elsewhere = _elsewhere(where, content.get("elsewhere") or {})
    else:
        entries = [_quanteda_entry(where, *item) for item in _flat(where, content, ())]
        rule, elsewhere = Rule(), {}
    if not entries:
        raise CodebookError(f"{where}: themes: is empty; list at least one theme with indicators")
    return _codebook(entries, rule, elsewhere)


def _codebook(entries: list[Entry], rule: Rule, elsewhere: Mapping[str, float]) -> Codebook:
    sets = [(entry.code, entry.indicators) for entry in entries] + [(ELSEWHERE, elsewhere)]
    meaning = tuple((code, term, weight) for code, indicators in sets for term, weight in indicators.items())
    excluded = [(entry.code, phrase) for entry in entries for phrase in entry.exclusions]
    return Codebook(
        tuple(entries),
        rule,
        Indicators(term for _, term, _ in meaning),
        meaning,
        Indicators(phrase for _, phrase in excluded),
        tuple(code for code, _ in excluded),
    )


def _entry(where: str, code: str, given: Any) -> Entry:
    place = f"{where}: theme {code}"
    if not CODE.fullmatch(code):
        raise CodebookError(
            f'{where}: "{code}" cannot be a code; use one word without blanks, commas or semicolons'
        )
    if not isinstance(given, dict):
        raise CodebookError(f"{place}: needs indicators: with a list of phrases")
    unknown = sorted(map(str, set(given) - KNOWN))
    if unknown:
        raise CodebookError(f"{place}: unknown {', '.join(unknown)}; a theme has {', '.join(sorted(KNOWN))}")
    name = given.get("name") or code
    names = (
        {str(k): str(v) for k, v in name.items()}
        if isinstance(name, dict)
        else dict.fromkeys(LANGUAGES, str(name))
    )
    indicators = _weighted(place, given.get("indicators"))
    exclusions = tuple(
        _phrase(place, phrase) for phrase in _list(place, "exclusions", given.get("exclusions") or [])
    )
    return Entry(code, names, str(given.get("definition") or ""), indicators, exclusions)


def _weighted(place: str, given: Any) -> dict[str, float]:
    """Indicators as phrase -> weight: a plain list weighs 1, a mapping gives a list for each weight."""
    groups = given if isinstance(given, dict) else {1: given}
    found: dict[str, float] = {}
    seen: dict[tuple[str, ...], str] = {}
    for weight, phrases in groups.items():
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not weight > 0:
            raise CodebookError(f"{place}: weight {weight!r} is not a number above 0")
        for phrase in _list(place, "indicators", phrases):
            term = _phrase(place, phrase)
            before = seen.setdefault(pieces(term)[0], term)
            if before is not term:
                raise CodebookError(f'{place}: "{term}" and "{before}" are the same phrase; keep one')
            found[term] = float(weight)
    if not found:
        raise CodebookError(f"{place}: no indicators; list at least one phrase")
    return found


def _elsewhere(where: str, given: Any) -> dict[str, float]:
    """The indicators of all other subjects together, as phrase -> weight."""
    if not isinstance(given, dict):
        raise CodebookError(f"{where}: elsewhere: needs subjects, each with a list of phrases")
    found: dict[str, float] = {}
    seen: dict[tuple[str, ...], str] = {}
    for subject, indicators in given.items():
        for term, weight in _weighted(f"{where}: elsewhere: {subject}", indicators).items():
            if seen.setdefault(pieces(term)[0], subject) != subject:
                raise CodebookError(f'{where}: elsewhere: "{term}" stands under two subjects; keep one')
            found[term] = weight
    return found


def _list(place: str, what: str, given: Any) -> list[Any]:
    if given is None:
        return []
    if not isinstance(given, list):
        raise CodebookError(f"{place}: {what} is not a list; write [one phrase, another phrase]")
    return given


def _phrase(place: str, given: Any) -> str:
    """A phrase as text; YAML reads bare numbers and yes/no as something else, which is told rather than guessed."""
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise CodebookError(f"{place}: {given!r} is not a phrase; put it in quotation marks")
    phrase = str(given).strip()
    if not pieces(phrase)[0] or set(phrase) <= set("* "):
        raise CodebookError(f'{place}: "{phrase}" has no letter or digit to look for')
    return phrase


def _rule(where: str, given: Any) -> Rule:
    if not isinstance(given, dict) or set(given) - set(Rule._fields):
        raise CodebookError(f"{where}: rule: may set {', '.join(Rule._fields)} and nothing else")
    for key, value in given.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise CodebookError(f"{where}: rule: {key}: {value!r} is not a number of 0 or more")
    return Rule(**given)


def _flat(where: str, content: Mapping[Any, Any], above: tuple[str, ...]) -> Iterator[tuple[str, list[Any]]]:
    for key, value in content.items():
        path = (*above, re.sub(r"[\s;,|]+", "_", str(key)))
        if isinstance(value, dict):
            yield from _flat(where, value, path)
        elif isinstance(value, list):
            plain = [item for item in value if not isinstance(item, dict)]
            if plain:
                yield ".".join(path), plain
            for item in value:
                if isinstance(item, dict):
                    yield from _flat(where, item, path)
        else:
            yield ".".join(path), [value]


def _quanteda_entry(where: str, code: str, patterns: list[Any]) -> Entry:
    place = f"{where}: theme {code}"
    distinct = dict.fromkeys(_phrase(place, pattern) for pattern in patterns)
    return Entry(code, dict.fromkeys(LANGUAGES, code), "", dict.fromkeys(distinct, 1.0), ())
