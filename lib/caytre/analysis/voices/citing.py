"""Quotations ready to cite, and attributions to look at twice: what is known of each, and how it is known."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from caytre.analysis.people.offices import Grammar, grammar
from caytre.analysis.people.phrases import tokens
from caytre.analysis.shown import citation
from caytre.tables import BODY_KINDS, TOGETHER

__all__ = ["DOUBTFUL_BELOW", "citable", "doubtful"]

DOUBTFUL_BELOW = 0.7
"""Confidence below which an attribution counts as doubtful: speakers carried over a paragraph's end, and defaults."""

COLUMNS = ["text", "speaker", "office", "citation", "article_id", "line_no", "how", "quoted_by", "doubt"]


def citable(
    quotes: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame, *, corpus: Path | None = None
) -> pd.DataFrame:
    """Direct speech in the order of the text: text, speaker, office, citation, article_id, line_no, how, quoted_by, doubt.

    `office` is what is written beside the quotation. Where only a form of address stands there ("ông") it is the office
    last given to that person earlier in the article, with its own citation. `quoted_by` is who cites the words within
    a speech of his own. `doubt` is empty, or "unbalanced" (a mark is missing, so the end may be wrong), "nobody" (no
    speaker was found), "unnamed" (a speaker without a name), or "carried" (the speaker of the words right before).
    """
    rules = grammar(corpus=corpus)
    earlier: dict[Any, pd.DataFrame] = dict(iter(mentions[mentions["person"] != ""].groupby("article_id")))
    said = quotes[quotes["kind"] == "direct"].sort_values(["article_id", "line_no", "start"], kind="stable")
    voices = _voices(said, sentences)
    rows = []
    quoted: Iterable[Any] = said.itertuples()
    for row, voice in zip(quoted, voices, strict=True):
        known = earlier.get(row.article_id)
        office = TOGETHER.join(
            _office(name, written, row.article_id, row.line_no, known, rules)
            for name, written in _paired(row.speaker, row.office)
        )
        quoted_by = voice if voice not in ("", row.speaker) else ""
        rows.append(
            (
                row.text,
                row.speaker,
                office,
                citation(row.article_id, row.line_no),
                row.article_id,
                row.line_no,
                row.how,
                quoted_by,
                _doubt(row),
            )
        )
    return pd.DataFrame(rows, columns=COLUMNS)


def _paired(speaker: str, office: str) -> list[tuple[str, str]]:
    names, written = speaker.split(TOGETHER), office.split(TOGETHER)
    return list(zip(names, written, strict=True)) if len(names) == len(written) else [(speaker, office)]


def _office(
    name: str, written: str, article_id: str, line_no: int, mentions: pd.DataFrame | None, rules: Grammar
) -> str:
    """The office as written, or the one given before to a person who is only addressed here."""
    if not name or mentions is None or _is_office(written, rules):
        return written
    before = mentions[(mentions["person"] == name) & (mentions["line_no"] <= line_no)]
    for row in before.iloc[::-1].itertuples():
        if _is_office(str(row.office), rules):
            return f"{row.office} {citation(article_id, row.line_no)}"
    return written


def _is_office(text: str, rules: Grammar) -> bool:
    """Whether a text names an office, and not only a form of address ("ông", "đồng chí")."""
    found = rules.office(tokens(text), 0) if text else None
    return found is not None and bool(found.parts)


def _doubt(row: Any) -> str:
    if not row.balanced:
        return "unbalanced"
    if not row.speaker:
        return "unnamed" if row.office else "nobody"
    return "carried" if row.how == "carried" else ""


def _voices(quotes: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """The voice of the sentence that each quotation begins in, empty outside every sentence."""
    places = quotes[["article_id", "line_no", "start"]].reset_index(drop=True).rename(columns={"start": "at"})
    joined = places.reset_index(names="row").merge(
        sentences[["article_id", "line_no", "start", "end", "voice"]], on=["article_id", "line_no"]
    )
    joined = joined[(joined["start"] <= joined["at"]) & (joined["at"] < joined["end"])]
    found = dict(zip(joined["row"], joined["voice"], strict=True))
    return [str(found.get(row, "")) for row in range(len(quotes))]


def doubtful(sentences: pd.DataFrame) -> pd.DataFrame:
    """Where the voice of body sentences is doubtful, the least certain first.

    One row for the sentences of a paragraph that were decided alike: text (the first of them), voice, citation, n,
    mode, how, confidence, article_id, line_no.
    """
    low = sentences[sentences["kind"].isin(BODY_KINDS) & (sentences["confidence"] < DOUBTFUL_BELOW)]
    alike = ["article_id", "line_no", "voice", "mode", "how", "confidence"]
    found = low.groupby(alike, as_index=False).agg(text=("text", "first"), n=("text", "size"))
    found["citation"] = "[" + found["article_id"].astype(str) + ":" + found["line_no"].astype(str) + "]"
    order = found.sort_values(["confidence", "article_id", "line_no"], kind="stable", ignore_index=True)
    return order[["text", "voice", "citation", "n", "mode", "how", "confidence", "article_id", "line_no"]]
