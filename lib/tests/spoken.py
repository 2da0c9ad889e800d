"""The tables that the counting of voices takes, made from composed text, and small frames of given voices."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

from caytre.analysis import people, voices
from caytre.analysis.voices import quotations
from caytre.tables import Line, Mention, Quote, frame
from tests.helpers import article


class Spoken(NamedTuple):
    """What a corpus would give: its sentences with their voices, and the tables beside them."""

    sentences: pd.DataFrame
    tokens: pd.DataFrame
    lines: pd.DataFrame
    mentions: pd.DataFrame
    quotes: pd.DataFrame


def spoken(**texts: str) -> Spoken:
    """The tables of articles given as name=text; a token is a syllable here."""
    articles = [article(text, "2022-06-12", name=name) for name, text in texts.items()]
    registry = people.learn(articles)
    parts = []
    for one in articles:
        mentions = people.mentions(one, registry)
        quotes = quotations.find(one, mentions, registry)
        rows = voices.attribute(one, mentions, quotes, registry)
        sentences = pd.DataFrame(one.sentences)
        for column in ("voice", "mode", "how", "confidence"):
            sentences[column] = [getattr(row, column) for row in rows]
        parts.append(
            (
                sentences,
                syllables(sentences),
                frame(one.lines, Line),
                frame(mentions, Mention),
                frame(quotes, Quote),
            )
        )
    return Spoken(*(pd.concat(tables, ignore_index=True) for tables in zip(*parts, strict=True)))


def syllables(sentences: pd.DataFrame) -> pd.DataFrame:
    """Every run of letters or digits of the sentences as a token."""
    rows = [
        (row.article_id, row.line_no, row.sent_no, row.start + found.start(), found.group().lower())
        for row in sentences.itertuples()
        for found in re.finditer(r"\w+", row.text)
    ]
    tokens = pd.DataFrame(rows, columns=["article_id", "line_no", "sent_no", "start", "word"])
    return tokens.astype({"article_id": "category", "word": "category"})


def given(*rows: tuple[str, int, str, str, int]) -> pd.DataFrame:
    """Counted sentences out of (article, line, voice, mode, words), as `speaking.counted` gives them."""
    sentences = pd.DataFrame(rows, columns=["article_id", "line_no", "voice", "mode", "n_words"])
    sentences["sent_no"], sentences["start"], sentences["end"] = 1, 0, 100
    sentences["kind"], sentences["text"] = "body", "Một câu."
    sentences["how"] = sentences["mode"].map(
        {"free_indirect": "carried", "indirect": "cue", "direct": "quotation"}
    )
    sentences["how"] = sentences["how"].fillna("default")
    sentences["confidence"] = sentences["mode"].map({"free_indirect": 0.5}).fillna(0.95)
    sentences["n_quoted"] = sentences["n_words"].where(sentences["mode"] == "direct", 0)
    return sentences


def many(n: int) -> pd.DataFrame:
    """Counted sentences of *n* articles, each with two speakers out of twenty, every mode, and the writer's words."""
    rows = []
    for at in range(n):
        name, one, two = f"bai{at:03d}", f"Nguyễn Văn Nam {at % 20}", f"Trần Thị Phương Thảo {at % 7}"
        rows += [
            (name, 1, "", "narration", 20), (name, 2, one, "indirect", 30), (name, 3, one, "free_indirect", 25),
            (name, 4, two, "direct", 10 + at), (name, 5, "(interviewer)", "interview", 9), (name, 6, two, "interview", 12),
            (name, 7, "", "indirect", 8), (name, 8, one, "nrsa", 7),
        ]  # fmt: skip
    return given(*rows)
