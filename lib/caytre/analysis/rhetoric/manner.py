"""How it is said, as tables to count and to draw: images, stance, pairs of words, rhythm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice, pairwise
from pathlib import Path

import pandas as pd

from caytre.analysis.rhetoric import modality, parallelism, rhythm
from caytre.analysis.shown import citation, citations, shortened
from caytre.analysis.statistics.intervals import poisson_interval
from caytre.analysis.voices.speaking import INTERVIEWER, SPOKEN
from caytre.tables import BODY_KINDS, Annotated, Voice, frame
from caytre.text.orthography import fold, syllables

__all__ = [
    "STANCES", "balance", "chains", "images", "images_in_context", "lengths", "markers", "pairs", "readability",
    "stance",
]  # fmt: skip

STANCES: dict[str, tuple[tuple[str, str], ...]] = {
    "obligation": (("modality", "obligation"), ("modality", "prohibition")),
    "volition": (("modality", "volition"),),
    "intensifier": (("intensifier", "degree"),),
    "we": (("self", "we"),),
}
"""What a profile of stance counts: a name, and the (group, meaning) of the markers that belong to it."""

LEAST_SYLLABLES = 150
"""Speakers with less text have no profile: their intervals would reach over everything."""

TOGETHER = 500
"""Articles whose sentences are segmented in one go."""

PER = 1000
CONTEXT = 60


def images(metaphors: pd.DataFrame) -> pd.DataFrame:
    """Images by domain: domain, n, salient, n_articles, n_voices, examples (commonest wordings, salient first)."""
    rows = []
    for domain, found in metaphors.groupby("domain", sort=True):
        salient = found["conventionality"] == "salient"
        wordings = Counter(zip((~salient).tolist(), found["surface"].map(fold), strict=True))
        written = {fold(surface): surface for surface in reversed(found["surface"].tolist())}
        best = [
            written[word]
            for (_, word), _ in sorted(wordings.items(), key=lambda kv: (kv[0][0], -kv[1], kv[0][1]))
        ]
        voices = found.loc[found["voice"] != "", "voice"].nunique()
        rows.append(
            (
                domain,
                len(found),
                int(salient.sum()),
                found["article_id"].nunique(),
                voices,
                "; ".join(best[:3]),
            )
        )
    table = pd.DataFrame(rows, columns=["domain", "n", "salient", "n_articles", "n_voices", "examples"])
    return table.sort_values(["n", "salient", "domain"], ascending=[False, False, True], ignore_index=True)


def images_in_context(metaphors: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """Every image with what stands left and right of it in its line and a citation.

    Salient images come first, and among them those of the commonest domain.
    """
    text = dict(zip(zip(lines["article_id"], lines["line_no"], strict=True), lines["text"], strict=True))
    common = metaphors["domain"].map(-metaphors["domain"].value_counts())
    order = metaphors.assign(rank=metaphors["conventionality"] != "salient", common=common).sort_values(
        ["rank", "common", "domain", "article_id", "line_no", "start"], kind="stable", ignore_index=True
    )
    left, right = [], []
    for row in order.itertuples(index=False):
        line = text[row.article_id, row.line_no]
        left.append(_tail(line[: row.start]))
        right.append(shortened(line[row.end :], CONTEXT))
    return order.drop(columns=["rank", "common"]).assign(
        left=left, node=order["surface"], right=right, citation=citations(order)
    )


def markers(
    articles: Sequence[Annotated], sentences: pd.DataFrame, *, corpus: Path | None = None
) -> pd.DataFrame:
    """Every marker of `modality`; `voice` is who speaks in its sentence, empty where the writer does."""
    voices = _speakers(sentences)
    rows = [
        marker
        for article in articles
        for marker in modality.markers(article, voices.get(article.article_id, ()), corpus=corpus)
    ]
    return frame(rows, modality.Marker)


def stance(found: pd.DataFrame, sentences: pd.DataFrame, *, least: int = LEAST_SYLLABLES) -> pd.DataFrame:
    """How often each speaker must, wants, stresses and says "we": voice, stance, n, n_syllables, per_1000, low, high.

    *found* is the table of `markers`. The writer has an empty voice. Rates are per 1,000 syllables with the exact 95 %
    interval of a count (Garwood 1936), which takes markers as independent of each other. Speakers with fewer than
    *least* syllables and interviewers are left out; most text first.
    """
    body = sentences[sentences["kind"].isin(BODY_KINDS)]
    sizes: Counter[str] = Counter()
    for voice, mode, text in zip(body["voice"], body["mode"], body["text"], strict=True):
        sizes[voice if mode in SPOKEN else ""] += len(syllables(text))
    rows = []
    for voice, size in sorted(sizes.items(), key=lambda kv: (-kv[1], kv[0])):
        if size < least or voice == INTERVIEWER:
            continue
        own = found[found["voice"] == voice]
        kinds = Counter(zip(own["group"], own["meaning"], strict=True))
        for name, wanted in STANCES.items():
            n = sum(kinds[kind] for kind in wanted)
            rows.append((voice, name, n, size, *poisson_interval(n, per=size / PER)))
    return pd.DataFrame(rows, columns=["voice", "stance", "n", "n_syllables", "per_1000", "low", "high"])


def chains(articles: Sequence[Annotated], *, corpus: Path | None = None) -> pd.DataFrame:
    """Chains of evaluating words ("chủ động, tích cực"), as `parallelism.chains` finds them."""
    return _figures(articles, lambda article: parallelism.chains(article, corpus=corpus))


def balance(articles: Sequence[Annotated], *, corpus: Path | None = None) -> pd.DataFrame:
    """Four-syllable parallels, doublings and clauses with the same opening, with a citation."""
    found = _figures(
        articles,
        lambda article: [
            *parallelism.parallels(article, corpus=corpus),
            *parallelism.doublings(article, corpus=corpus),
            *parallelism.anaphora(article, corpus=corpus),
        ],
    )
    return found.assign(citation=citations(found))


def pairs(found: pd.DataFrame) -> pd.DataFrame:
    """Neighbours in the *chains*: first, second (in their commoner order), n, n_articles, citation of the first place."""
    seen: dict[frozenset[str], list[tuple[str, str, str, int]]] = {}
    for article, line, members in found[["article_id", "line_no", "members"]].itertuples(index=False):
        words = [word.lower() for word in members.split(" | ")]
        for a, b in pairwise(words):
            seen.setdefault(frozenset((fold(a), fold(b))), []).append((a, b, article, line))
    rows = []
    for places in seen.values():
        (a, b), _ = Counter((a, b) for a, b, _, _ in places).most_common(1)[0]
        rows.append((a, b, len(places), len({place[2] for place in places}), citation(*places[0][2:4])))
    table = pd.DataFrame(rows, columns=["first", "second", "n", "n_articles", "citation"])
    return table.sort_values(
        ["n", "n_articles", "first", "second"], ascending=[False, False, True, True], ignore_index=True
    )


def lengths(articles: Sequence[Annotated]) -> pd.DataFrame:
    """The sentences of body and headings in order, with their length in syllables, and a citation."""
    found = frame([row for article in articles for row in rhythm.lengths(article)], rhythm.SentenceLength)
    return found.assign(citation=citations(found))


def readability(articles: Sequence[Annotated], *, corpus: Path | None = None) -> pd.DataFrame:
    """Each article's sentence lengths and its score (`rhythm.readability`), the hardest first."""
    rows = []
    for begin in range(0, len(articles), TOGETHER):
        some = articles[begin : begin + TOGETHER]
        words = _in_turn([text for article in some for text in rhythm.body_sentences(article)])
        rows += [rhythm.readability(article, words=words, corpus=corpus) for article in some]
    found = frame(rows, rhythm.Readability)
    found["syllables_per_sentence"] = found["n_syllables"] / found["n_sentences"].where(
        found["n_sentences"] > 0
    )
    return found.sort_values(["score", "article_id"], ascending=[False, True], ignore_index=True)


def _in_turn(texts: Sequence[str]) -> Callable[[Sequence[str]], list[list[str]]]:
    """A segmenter that has read *texts* before it is asked for them, one part after another."""
    words = iter(rhythm.segmented(texts))
    return lambda part: list(islice(words, len(part)))


def _figures(
    articles: Sequence[Annotated], find: Callable[[Annotated], list[parallelism.Figure]]
) -> pd.DataFrame:
    return frame([row for article in articles for row in find(article)], parallelism.Figure)


def _speakers(sentences: pd.DataFrame) -> dict[str, list[Voice]]:
    """Who speaks where, by article; acts of speech that are only named are the writer's."""
    said = sentences[sentences["mode"].isin(SPOKEN)]
    found: dict[str, list[Voice]] = {}
    for row in said.itertuples(index=False):
        voice = Voice(
            row.article_id, row.line_no, row.sent_no, row.start, row.end, row.voice, row.mode, row.how, 1.0
        )
        found.setdefault(row.article_id, []).append(voice)
    return found


def _tail(text: str) -> str:
    """The last words of *text*."""
    return text if len(text) <= CONTEXT else "…" + text[-CONTEXT:].partition(" ")[2]
