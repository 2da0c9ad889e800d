"""What travels from article to article: the table `echoes` counted by place, by article, by speaker and by date.

Whoever is first is said only where dates tell, and a date that was inferred tells nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

import pandas as pd

from caytre.analysis import echoes as passages
from caytre.analysis.echoes.finding import SET_PHRASE, is_phrase
from caytre.analysis.shown import citation, shortened
from caytre.analysis.statistics.counts import coded, countable
from caytre.analysis.voices.speaking import SPOKEN
from caytre.tables import BODY_KINDS, Echo
from caytre.text.orthography import syllables

__all__ = [
    "between",
    "counted_once",
    "coverage",
    "kinds",
    "ordered",
    "overlap",
    "places",
    "said",
    "telling",
    "widest",
]

Place = tuple[str, int, int, int]
"""Article, line, start, end."""

SURE = ("text", "metadata")
"""Where a date must come from to decide who was first."""

FIRST_OF = {"a to b": "article_a", "b to a": "article_b"}


def said(echoes: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The echoes with voice_a and voice_b (empty: the writer), citation_a and citation_b; the longest first.

    A passage is in the voice of the sentence that holds most of it. Text that two articles share is `relayed` where it
    stands in the words of two different persons.
    """
    spoken: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
    columns = sentences[["article_id", "line_no", "start", "end", "voice", "mode"]]
    for article, line, start, end, voice, mode in columns.itertuples(index=False):
        spoken.setdefault((article, line), []).append((start, end, voice if mode in SPOKEN else ""))
    found = echoes.copy()
    for side in ("a", "b"):
        rows = found[[f"article_{side}", f"line_{side}", f"start_{side}", f"end_{side}"]]
        found[f"voice_{side}"] = [
            _voice(spoken.get((article, line), []), start, end)
            for article, line, start, end in rows.itertuples(index=False)
        ]
        found[f"citation_{side}"] = [citation(*row[:2]) for row in rows.itertuples(index=False)]
    two = (found["voice_a"] != "") & (found["voice_b"] != "") & (found["voice_a"] != found["voice_b"])
    found.loc[two & (found["kind"] == "agency"), "kind"] = "relayed"
    order = ["n_syllables", "article_a", "line_a", "start_a"]
    return found.sort_values(order, ascending=[False, True, True, True], kind="stable", ignore_index=True)


def between(echoes: pd.DataFrame, *, shown: int | None = None) -> pd.DataFrame:
    """The echoes whose two sides are in different articles; with *shown* their texts are cut to so many letters."""
    found = echoes[echoes["article_a"] != echoes["article_b"]].reset_index(drop=True)
    if shown is None:
        return found
    cut = {side: [shortened(text, shown) for text in found[side]] for side in ("text_a", "text_b")}
    return found.assign(**cut)


def counted_once(words: pd.DataFrame, once: pd.DataFrame) -> pd.DataFrame:
    """What counting every passage once changes: article_id, n (words), n_once.

    *words* is `corpus.words()`, *once* is `corpus.words(echoes="once")`; as in every count, a word has a letter.
    """
    sizes = []
    for tokens in (words, once):
        codes, vocabulary = coded(tokens["word"])
        sizes.append(tokens.loc[countable(vocabulary, ())[codes], "article_id"].astype(str).value_counts())
    table = pd.DataFrame({"n": sizes[0], "n_once": sizes[1]}).fillna(0).astype(int)
    return table.rename_axis("article_id").sort_index().reset_index()


def kinds(echoes: pd.DataFrame) -> pd.DataFrame:
    """For each kind: n_pairs (pairs of places), n_passages (different passages), longest (syllables); most pairs first."""
    found = echoes.groupby("kind", as_index=False).agg(
        n_pairs=("echo_id", "size"), n_passages=("echo_id", "nunique"), longest=("n_syllables", "max")
    )
    return found.sort_values(["n_pairs", "kind"], ascending=[False, True], ignore_index=True)


def overlap(echoes: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """For each two articles how much of one stands in the other: article_id, other, n_syllables, share of its body.

    Syllables of body text and headings inside shared passages, each once, whatever words stand between them; both
    directions are listed, for a long article gives less of itself than a short one. Most syllables first.
    """
    sizes, text = _sizes(lines)
    spans: dict[tuple[str, str], list[Place]] = {}
    for row in between(echoes).itertuples(index=False):
        spans.setdefault((row.article_a, row.article_b), []).append(
            (row.article_a, row.line_a, row.start_a, row.end_a)
        )
        spans.setdefault((row.article_b, row.article_a), []).append(
            (row.article_b, row.line_b, row.start_b, row.end_b)
        )
    rows = []
    for (article, other), found in sorted(spans.items()):
        n = len(_inside(found, text))
        rows.append((article, other, n, n / max(1, sizes[article])))
    table = pd.DataFrame(rows, columns=["article_id", "other", "n_syllables", "share"])
    return table.sort_values(
        ["n_syllables", "article_id", "other"], ascending=[False, True, True], ignore_index=True
    )


def coverage(echoes: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """Each article's syllables by where else they stand: article_id, n_syllables, passages, phrases, own, only_here.

    passages: in another article, in a repetition longer than a set phrase; phrases: only in set phrases of others;
    own: only elsewhere in the same article. Body text and headings; every syllable is counted once.
    """
    sizes, text = _sizes(lines)
    levels: dict[str, tuple[list[Place], list[Place], list[Place]]] = {name: ([], [], []) for name in sizes}
    for row in echoes.itertuples(index=False):
        same = row.article_a == row.article_b
        level = 2 if same else 1 if is_phrase(row.n_syllables, row.similarity) else 0
        levels[row.article_a][level].append((row.article_a, row.line_a, row.start_a, row.end_a))
        levels[row.article_b][level].append((row.article_b, row.line_b, row.start_b, row.end_b))
    rows = []
    for article, size in sorted(sizes.items()):
        passage, phrase, own = (_inside(found, text) for found in levels[article])
        counts = (len(passage), len(phrase - passage), len(own - phrase - passage))
        rows.append((article, size, *counts, size - sum(counts)))
    return pd.DataFrame(
        rows, columns=["article_id", "n_syllables", "passages", "phrases", "own", "only_here"]
    )


def ordered(echoes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The echoes between articles with `first`: the article that was published first, or empty where dates do not tell."""
    published = _published(articles)
    found = between(echoes)
    first = []
    for row in found.to_dict("records"):
        way = passages.direction(Echo(**{name: row[name] for name in Echo._fields}), published)
        first.append(row[FIRST_OF[way]] if way else "")
    return found.assign(first=first)


def telling(echoes: pd.DataFrame, *, n: int = 3) -> pd.DataFrame:
    """The passages of one paragraph that another article repeats most, at most *n* of them, in the order of the text.

    *echoes* is the table of `said`. The words of one person in another's mouth come before other text, then the
    paragraph with most repeated syllables. Of passages that overlap on both sides only the longest is kept.
    """
    found = between(echoes)
    found = found[found["kind"] != "set phrase"]
    if found.empty:
        return found
    rank = found.assign(
        relayed=found["n_syllables"].where(found["kind"] == "relayed", 0), total=found["n_syllables"]
    )
    sums = rank.groupby(["article_a", "line_a", "article_b"])[["relayed", "total"]].sum()
    best = sums.sort_values(["relayed", "total"], ascending=False, kind="stable").index[0]
    own = found[(found[["article_a", "line_a", "article_b"]] == list(best)).all(axis=1)]
    kept: list[int] = []
    for place, row in zip(own.index, own.itertuples(index=False), strict=True):
        others = [own.loc[k] for k in kept]
        if not any(_meet(row, other, "a") and _meet(row, other, "b") for other in others):
            kept.append(place)
    return own.loc[kept[:n]].sort_values(["start_a", "line_b", "start_b"], kind="stable", ignore_index=True)


def widest(echoes: pd.DataFrame) -> str:
    """The echo_id of the passage, longer than a set phrase, that stands in most articles; of equals the longest."""
    found = between(echoes)
    found = found[found["n_syllables"] * found["similarity"] > SET_PHRASE]
    best = ("", 0, 0)
    for echo_id, rows in found.groupby("echo_id", sort=True):
        size = (len({*rows["article_a"], *rows["article_b"]}), int(rows["n_syllables"].max()))
        if size > best[1:]:
            best = (str(echo_id), *size)
    return best[0]


def places(echoes: pd.DataFrame, echo_id: str, articles: pd.DataFrame) -> pd.DataFrame:
    """Where one passage stands: article_id, line_no, text, published, sure; one row an article, the longest place.

    Earliest first, articles without a date last; *sure* is false for a date that was inferred or is unknown.
    """
    rows = echoes[echoes["echo_id"] == echo_id]
    sides = [
        rows[[f"article_{x}", f"line_{x}", f"start_{x}", f"text_{x}", "n_syllables"]].set_axis(
            ["article_id", "line_no", "start", "text", "n_syllables"], axis=1
        )
        for x in ("a", "b")
    ]
    longest = (
        pd.concat(sides)
        .sort_values("n_syllables", ascending=False, kind="stable")
        .drop_duplicates("article_id")
    )
    dates = articles.set_index("article_id")
    found = longest.assign(
        published=dates["published"].reindex(longest["article_id"]).to_numpy(),
        sure=dates["published_from"].reindex(longest["article_id"]).isin(SURE).to_numpy(),
        late=dates["published"].reindex(longest["article_id"]).eq("").to_numpy(),
    ).sort_values(["late", "published", "article_id"], kind="stable", ignore_index=True)
    return found[["article_id", "line_no", "text", "published", "sure"]]


def _published(articles: pd.DataFrame) -> dict[str, str]:
    sure = articles[articles["published_from"].isin(SURE)]
    return dict(zip(sure["article_id"], sure["published"], strict=True))


def _voice(sentences: list[tuple[int, int, str]], start: int, end: int) -> str:
    held = [(min(end, b) - max(start, a), voice) for a, b, voice in sentences if a < end and start < b]
    return max(held, key=lambda entry: entry[0])[1] if held else ""


def _sizes(lines: pd.DataFrame) -> tuple[dict[str, int], dict[tuple[str, int], str]]:
    """Syllables of each article's body, and the text of its lines."""
    text: dict[tuple[str, int], str] = {}
    sizes = dict.fromkeys(lines["article_id"], 0)
    body = lines[lines["kind"].isin(BODY_KINDS)]
    for article, line, words in body[["article_id", "line_no", "text"]].itertuples(index=False):
        text[article, line] = words
        sizes[article] += len(_starts(words))
    return sizes, text


def _inside(spans: Iterable[Place], text: dict[tuple[str, int], str]) -> set[tuple[int, int]]:
    """The syllables of body text in the spans of one article, each as (line, number)."""
    found: set[tuple[int, int]] = set()
    for article, line, start, end in spans:
        words = text.get((article, line))
        if words is not None:
            starts = _starts(words)
            found.update((line, k) for k in range(bisect_left(starts, start), bisect_left(starts, end)))
    return found


@lru_cache(maxsize=4096)
def _starts(text: str) -> tuple[int, ...]:
    return tuple(start for start, _ in syllables(text))


def _meet(row: object, other: pd.Series, side: str) -> bool:
    """Whether half of the place of *row* on this side lies in that of *other*."""
    start, end = getattr(row, f"start_{side}"), getattr(row, f"end_{side}")
    same = getattr(row, f"line_{side}") == other[f"line_{side}"]
    shared = min(end, other[f"end_{side}"]) - max(start, other[f"start_{side}"])
    return bool(same and 2 * shared >= end - start)
