"""Measures that a written claim may use: a small closed set of named functions, tables in, one number out.

A measure that the corpus gives no basis for (an article that is not there, a date that is not known) is NaN, so that a
claim made of it is never taken to hold. Days are counted as `date.toordinal` does, so that they can be compared.
"""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pandas as pd

from caytre.analysis.claims.basis import Once, Tables
from caytre.analysis.claims.places import place, plain
from caytre.analysis.rhetoric.listbook import list_book
from caytre.analysis.themes import long
from caytre.analysis.voices import speaking
from caytre.tables import TOGETHER
from caytre.text.orthography import is_syllable, syllables

__all__ = ["MEASURES", "MeasureError", "check", "measure"]

NUMBER = re.compile(r"\d+(?:[.,]\d{3})*")


class MeasureError(ValueError):
    """A measure that does not exist or is asked in a wrong way; the message says what there is."""


def check(name: str, arguments: Mapping[str, object]) -> None:
    """Raises MeasureError where there is no measure *name*, or it does not take these arguments."""
    if name not in MEASURES:
        raise MeasureError(f'no measure "{name}"; there is: {", ".join(sorted(MEASURES))}')
    known = list(inspect.signature(MEASURES[name]).parameters)[1:]
    try:
        inspect.signature(MEASURES[name]).bind(None, **arguments)
    except TypeError as error:
        raise MeasureError(f'measure "{name}": {error}; it takes: {", ".join(known) or "nothing"}') from None
    for key in ("at", "other", "lines"):
        if arguments.get(key):
            place(str(arguments[key]))


def measure(tables: Tables | Once, name: str, arguments: Mapping[str, object]) -> float:
    """The measure *name* of the registry with its arguments; NaN where the corpus gives no basis for it."""
    check(name, arguments)
    of = tables if isinstance(tables, Once) else Once(tables)
    wanted = [str(arguments["article"])] if arguments.get("article") else []
    wanted += [
        place(str(arguments[key])).article_id for key in ("at", "other", "lines") if arguments.get(key)
    ]
    if not set(wanted) <= set(of.texts):
        return math.nan
    return float(MEASURES[name](of, **arguments))


# -- what is counted in the text -----------------------------------------------------------------------------------


def _body(of: Once, article: str = "", lines: str = "") -> Iterator[tuple[str, str]]:
    """Article and compared text of every line that counts, only of one article or of some of its lines."""
    at = place(lines) if lines else None
    if at and article not in ("", at.article_id):
        return
    one = at.article_id if at else article
    for name in [one] if one else of.body:
        for line_no, text in of.body.get(name, ()):
            if at is None or at.first <= line_no <= at.last:
                yield name, text


def _occurrences(text: str, words: str) -> int:
    """How often *words* stand in *text*, not as part of a longer syllable; both as they are compared."""
    n, at = 0, text.find(words)
    while at >= 0:
        end = at + len(words)
        whole = not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum()
        n += whole
        at = text.find(words, end if whole else at + 1)
    return n


def _count(of: Once, *, words: str, article: str = "", lines: str = "") -> float:
    """Occurrences in body text; several phrases are separated by `|` and added up."""
    phrases = [plain(part) for part in str(words).split("|")]
    return sum(_occurrences(text, phrase) for _, text in _body(of, article, lines) for phrase in phrases)


def _articles_with(of: Once, *, words: str) -> float:
    phrases = [plain(part) for part in str(words).split("|")]
    return len({name for name, text in _body(of) if any(_occurrences(text, p) for p in phrases)})


def _stated(of: Once, *, at: str, before: str = "", after: str = "", end: str = "") -> float:
    """The number that stands in the line just before or just after these words, as digits or as a word of one syllable.

    Of a span such as "5-10" it is the first, or the second where *end* is "last".
    """
    text = of.text(place(at))
    spot = (text or "").find(plain(before or after))
    if text is None or spot < 0 or bool(before) == bool(after):
        return math.nan
    near = text[:spot].split()[-1:] if before else text[spot + len(plain(after)) :].split()[:1]
    shown = near[0].strip("“”\"'‘’(),.;:") if near else ""
    spelt = list_book(None).values["cardinal"].get(shown)
    if spelt:
        return spelt[0]
    digits = NUMBER.findall(shown) if shown[:1].isdigit() else []
    return float(re.sub(r"[.,]", "", digits[-1 if end == "last" else 0])) if digits else math.nan


# -- size and dates ------------------------------------------------------------------------------------------------


def _n_articles(of: Once) -> float:
    return len(of.tables.articles)


def _n_words(of: Once, *, article: str = "") -> float:
    """Words of body text and headings."""
    return float(_counted(of, article)["n_words"].sum())


def _paragraphs(of: Once, *, article: str = "") -> float:
    return sum(1 for _ in _body(of, article))


def _dated(of: Once) -> float:
    """Articles whose date stands in the text or in the metadata."""
    return float(of.tables.articles["published_from"].isin(("text", "metadata")).sum())


def _published(of: Once, *, article: str) -> float:
    """The day on which the article came out."""
    return _ordinal(of.tables.articles.set_index("article_id")["published"].get(article, ""))


def _year(of: Once, *, article: str) -> float:
    """The year in which the article came out."""
    day = _published(of, article=article)
    return day if math.isnan(day) else float(date.fromordinal(int(day)).year)


def _day(of: Once, *, at: str, words: str, end: str = "") -> float:
    """The first day of the time expression with these words (the last one where *end* is "last")."""
    spot, times = place(at), of.tables.times
    own = times[(times["article_id"] == spot.article_id) & times["line_no"].between(spot.first, spot.last)]
    own = own[[plain(words) in plain(surface) for surface in own["surface"]]]
    return math.nan if own.empty else _ordinal(own["latest" if end == "last" else "earliest"].iloc[0])


def _earliest(of: Once) -> float:
    """The first day of all days, years and numbered events that the articles name; lengths of time have none."""
    times = of.tables.times
    days = times.loc[(times["earliest"] != "") & (times["type"] != "DURATION"), "earliest"]
    return math.nan if days.empty else _ordinal(days.min())


def _times(of: Once, *, lines: str) -> float:
    """Days, years and numbered events in these lines that have a place in time."""
    at, times = place(lines), of.tables.times
    own = times[(times["article_id"] == at.article_id) & times["line_no"].between(at.first, at.last)]
    return float(((own["earliest"] != "") & (own["type"] != "ORDINAL_EVENT")).sum())


def _ordinal(iso: object) -> float:
    try:
        return date.fromisoformat(str(iso)[:10]).toordinal()
    except ValueError:
        return math.nan


def _looking(of: Once, *, side: str, article: str = "") -> float:
    """Expressions of time that look "back", are "now" or look "ahead"."""
    own = of.horizon["group"].isin([article] if article else of.horizon["group"])
    return float(of.horizon.loc[own, side].sum())


# -- who speaks ----------------------------------------------------------------------------------------------------


def _counted(of: Once, article: str = "") -> pd.DataFrame:
    return of.sentences[of.sentences["article_id"] == article] if article else of.sentences


def _spoken(of: Once, *, person: str = "", article: str = "", mode: str = "") -> float:
    """Words that are somebody's: of one person, in one article, in one mode."""
    found = _counted(of, article)
    keep = found["mode"].isin(speaking.SPOKEN) & (found["voice"] != speaking.INTERVIEWER)
    if person:
        keep &= (
            found["voice"].map(lambda voice: plain(person) in map(plain, voice.split(TOGETHER))).astype(bool)
        )
    if mode:
        keep &= found["mode"] == mode
    return float(found.loc[keep, "n_words"].sum())


def _spoken_share(of: Once, *, person: str = "", article: str = "", mode: str = "") -> float:
    total = _n_words(of, article=article)
    return _spoken(of, person=person, article=article, mode=mode) / total if total else math.nan


def _sentences(of: Once, *, mode: str = "", article: str = "") -> float:
    """Sentences of the body, all or those of one mode."""
    found = _counted(of, article)
    return float((found["mode"] == mode).sum() if mode else len(found))


def _speakers(of: Once, *, article: str = "") -> float:
    """Different people who have words."""
    found = _counted(of, article)
    named = found[found["mode"].isin(speaking.SPOKEN) & ~found["voice"].isin(["", speaking.INTERVIEWER])]
    return float(named["voice"].str.split(TOGETHER).explode().nunique())


def _quotations(of: Once, *, article: str = "", person: str = "") -> float:
    """Stretches of direct speech in quotation marks."""
    found = of.tables.quotes[of.tables.quotes["kind"] == "direct"]
    keep = found["article_id"].isin([article] if article else found["article_id"])
    return float((keep & (found["speaker"].map(plain) == plain(person) if person else True)).sum())


# -- themes, lists, images, echoes ---------------------------------------------------------------------------------


def _theme(of: Once, *, theme: str, article: str = "") -> float:
    """Coded paragraphs that have the theme."""
    found = long(of.tables.themes)
    return float(
        (
            (found["theme"] == theme)
            & found["article_id"].isin([article] if article else found["article_id"])
        ).sum()
    )


def _coded(of: Once, *, article: str = "") -> float:
    """Paragraphs that were coded for themes."""
    return float((of.tables.themes["article_id"] == article).sum() if article else len(of.tables.themes))


def _list(of: Once, at: str, words: str) -> pd.DataFrame:
    """The rows of the first list announced in that line, or begun there without an announcement."""
    spot, found = place(at), of.tables.enumerations
    line = found["announced_line"].fillna(found["line_no"])
    own = found[(found["article_id"] == spot.article_id) & line.between(spot.first, spot.last)]
    if words:
        own = own[[plain(words) in plain(text) for text in own["announced"]]]
    whole = found["list_id"] == (own["list_id"].iloc[0] if len(own) else "")
    return found[(found["article_id"] == spot.article_id) & whole]


def _items(of: Once, *, at: str, words: str = "") -> float:
    """Items of the list that is announced (with these words) or begins in that line; 0 where none follows."""
    own = _list(of, at, words)
    if own.empty:
        return math.nan
    return float(own["item_no"].notna().sum())


def _announced(of: Once, *, at: str, words: str = "") -> float:
    """The number that announces the list."""
    own = _list(of, at, words)["announced_count"].dropna()
    return float(own.iloc[0]) if len(own) else math.nan


def _images(of: Once, *, domain: str = "", article: str = "", salient: bool = False) -> float:
    """Figurative expressions of the codebook, of one source domain, or only the salient ones."""
    found = of.tables.metaphors
    keep = found["domain"].isin([domain] if domain else found["domain"])
    keep &= found["article_id"].isin([article] if article else found["article_id"])
    return float((keep & ((found["conventionality"] == "salient") if salient else True)).sum())


def _echo(of: Once, at: str, other: str) -> pd.DataFrame:
    (a, a1, a2), (b, b1, b2), found = place(at), place(other), of.tables.echoes
    ways = [
        (found[f"article_{x}"] == a) & found[f"line_{x}"].between(a1, a2)
        & (found[f"article_{y}"] == b) & found[f"line_{y}"].between(b1, b2)
        for x, y in ("ab", "ba")
    ]  # fmt: skip
    return found[ways[0] | ways[1]].sort_values("n_syllables", ascending=False, kind="stable")


def _echoing(of: Once, *, at: str, other: str) -> float:
    """Syllables of the longest passage that two places share; 0 where they share none."""
    own = _echo(of, at, other)
    return float(own["n_syllables"].iloc[0]) if len(own) else 0.0


def _likeness(of: Once, *, at: str, other: str) -> float:
    """How like each other the two sides of the longest shared passage are, from 0 to 1."""
    own = _echo(of, at, other)
    return float(own["similarity"].iloc[0]) if len(own) else math.nan


def _vietnamese(of: Once, *, article: str = "") -> float:
    """The share of letter runs in body text that are possible Vietnamese syllables: near 1 in Vietnamese."""
    runs = [text[a:b] for _, text in _body(of, article) for a, b in syllables(text) if text[a].isalpha()]
    return sum(map(is_syllable, runs)) / len(runs) if runs else math.nan


MEASURES: dict[str, Callable[..., float]] = {
    "announced": _announced, "articles_with": _articles_with, "articles": _n_articles, "coded": _coded, "count": _count,
    "dated": _dated, "earliest": _earliest, "day": _day, "echoing": _echoing, "images": _images, "items": _items, "likeness": _likeness,
    "looking": _looking, "paragraphs": _paragraphs, "published": _published, "quotations": _quotations,
    "sentences": _sentences, "speakers": _speakers, "spoken": _spoken, "spoken_share": _spoken_share, "stated": _stated,
    "theme": _theme, "times": _times, "vietnamese": _vietnamese, "words": _n_words, "year": _year,
}  # fmt: skip
"""Name -> function of the tables and keyword arguments. Nothing else can be computed in a written claim."""
