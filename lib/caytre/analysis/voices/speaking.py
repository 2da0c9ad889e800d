"""Who speaks how much, with which verbs, of what and of whom: the tables of mentions, quotations and voices, counted.

Only body text and headings count. Somebody's words are direct, indirect and free indirect speech and what is said in
an interview; a sentence that only names an act of speech (mode nrsa) is the writer's. Questions of an interviewer are
words too, but no source's, so they never count for a speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from caytre.analysis.people import Candidate, candidates
from caytre.analysis.people.cues import Cue
from caytre.analysis.statistics.counts import coded, countable
from caytre.analysis.themes import long
from caytre.analysis.voices.interviews import INTERVIEWER
from caytre.analysis.voices.passages import Passages, quoted_parts
from caytre.analysis.voices.rules import Rules, rules
from caytre.analysis.voices.speech import Passage, Speaker
from caytre.tables import BODY_KINDS, TOGETHER, Annotated, Line, Mention, Quote

__all__ = [
    "INTERVIEWER",
    "SPOKEN",
    "by_speaker",
    "counted",
    "invocations",
    "offices",
    "topics",
    "variants",
    "verbs",
]

SPOKEN = ("direct", "indirect", "free_indirect", "interview")
"""Modes in which a sentence is somebody's words."""

REPORTED = ("direct", "indirect", "nrsa")
"""Modes in which a sentence can have a reporting verb."""

ACT = "none"
"""The content of a verb in the codebook that names an act and reports no words."""

JOINTS = frozenset({"và", "cũng", "đồng"})
"""Words that may open the joint between two verbs of one subject: "và", "cũng như", "đồng thời"."""

LONGEST_JOINT = 3
SENTENCE = ["article_id", "line_no", "sent_no"]
LINE_BITS, OFFSET_BITS = 20, 22
"""A place in the corpus as one integer, so that it can be searched for: a million lines, four million letters each."""


def counted(sentences: pd.DataFrame, tokens: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """The sentences of the body with `n_words`, and `n_quoted`: how many of these stand in quotation marks as speech.

    Words have at least one letter, as in every count of words. Terms and titles in quotation marks are not speech.
    """
    body = sentences[sentences["kind"].isin(BODY_KINDS)].reset_index(drop=True)
    codes, vocabulary = coded(tokens["word"])
    words = tokens.loc[countable(vocabulary, ())[codes], [*SENTENCE, "start"]]
    words = words.assign(article_id=words["article_id"].astype(str))
    words["n_quoted"] = _inside(words, quotes[quotes["kind"] == "direct"])
    found = words.groupby(SENTENCE, as_index=False).agg(
        n_words=("start", "size"), n_quoted=("n_quoted", "sum")
    )
    body = body.merge(found, on=SENTENCE, how="left")
    return body.fillna({"n_words": 0, "n_quoted": 0}).astype({"n_words": int, "n_quoted": int})


def _inside(words: pd.DataFrame, quotes: pd.DataFrame) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which words stand in one of the quotations, nested ones and those over several lines included."""
    if quotes.empty:
        return np.zeros(len(words), dtype=np.bool_)
    names = pd.Index(sorted(set(quotes["article_id"])))

    def place(frame: pd.DataFrame, line: str, offset: str) -> np.ndarray[Any, np.dtype[np.int64]]:
        article = names.get_indexer(pd.Index(frame["article_id"])).astype(np.int64)
        lines, offsets = (frame[column].to_numpy(np.int64) for column in (line, offset))
        return np.asarray((((article << LINE_BITS) | lines) << OFFSET_BITS) | offsets)

    start, end = place(quotes, "line_no", "start"), place(quotes, "end_line", "end")
    order = np.argsort(start, kind="stable")
    reach = np.maximum.accumulate(end[order])
    word = place(words, "line_no", "start")
    at = np.searchsorted(start[order], word, side="right") - 1
    return np.asarray((at >= 0) & (word < reach[at]))


def by_speaker(sentences: pd.DataFrame, groups: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Words and sentences of every speaker in every mode, in each group: group, speaker, mode, n_words, n_sentences.

    *sentences* comes from `counted`; *groups* maps article_id to a group (an outlet, a month), without it every article
    is its own. The speaker of narration, and of somebody without a name, is empty.
    """
    group = sentences["article_id"] if groups is None else sentences["article_id"].map(groups)
    rows = sentences.assign(group=group, speaker=sentences["voice"]).dropna(subset=["group"])
    found = rows.groupby(["group", "speaker", "mode"], as_index=False).agg(
        n_words=("n_words", "sum"), n_sentences=("sent_no", "size")
    )
    return found.sort_values(
        ["n_words", "group", "speaker", "mode"], ascending=[False, True, True, True], ignore_index=True
    )


def verbs(
    sentences: pd.DataFrame,
    lines: pd.DataFrame,
    mentions: pd.DataFrame,
    quotes: pd.DataFrame,
    *,
    corpus: Path | None = None,
) -> pd.DataFrame:
    """Every reporting verb whose subject is the voice of its sentence: speaker, verb, stance, article_id, line_no.

    One row a verb in the text, outside quotation marks. Verbs that never have words after them ("chủ trì", "chúc mừng":
    content none in the codebook) name acts and are left out. A further verb of the same subject counts only where "và" or a
    comma joins it to the one before ("gợi mở, nêu lên"): farther off it may belong to what was said.
    """
    book = rules(corpus=corpus)
    told = sentences[sentences["mode"].isin(REPORTED) & (sentences["voice"] != "")]
    tables = {
        schema: _ByArticle(table, schema)
        for schema, table in ((Line, lines), (Mention, mentions), (Quote, quotes))
    }
    rows = []
    for article_id, part in told.groupby("article_id", sort=True):
        passages = _passages(str(article_id), tables, book)
        rows_of_article: Iterable[Any] = part.itertuples()
        for sentence in rows_of_article:
            passage = passages[sentence.line_no]
            first, last = passage.tokens.at(sentence.start), passage.tokens.at(sentence.end)
            names = str(sentence.voice).split(TOGETHER)
            for speaker, cue in _told(passage, first, last):
                if speaker in names:
                    rows.append((speaker, cue.verb, cue.stance, article_id, sentence.line_no))
    return pd.DataFrame(rows, columns=["speaker", "verb", "stance", "article_id", "line_no"])


def _told(passage: Passage, first: int, last: int) -> list[tuple[str, Cue]]:
    """The reporting verbs between two tokens, each with the person who is its subject."""
    found: list[tuple[str, Cue]] = []
    latest: dict[Speaker, Cue] = {}
    for cue in passage.cues:
        told = first <= cue.first < last and cue.content != ACT
        one = passage.subject(cue, first) if told else None
        if one is None or not one.person or passage.embedded(one) or _another(passage, one, cue):
            continue
        if one not in latest or _joined(passage, latest[one], cue):
            latest[one] = cue
            found.append((one.person, cue))
    return found


def _another(passage: Passage, one: Speaker, cue: Cue) -> bool:
    """Whether a verb rather belongs to somebody named right before it: "…, như ông Nam đã nêu"."""
    others = passage.between(one.last, cue.first)
    if not others:
        return False
    gaps = passage.tokens.gaps[others[-1].last : cue.first + 1]
    return len(gaps) <= LONGEST_JOINT and "," not in "".join(gaps)


def _joined(passage: Passage, one: Cue, other: Cue) -> bool:
    line, gap = passage.tokens, other.first - one.last
    comma = "," in line.gaps[one.last] if one.last < len(line) else False
    return gap <= LONGEST_JOINT and (comma or (gap > 0 and passage.word(one.last) in JOINTS))


def _passages(article_id: str, tables: Mapping[Any, _ByArticle], book: Rules) -> Passages:
    text = tables[Line].rows(article_id)
    spans = [(row.line_no, row.start, row.end_line, row.end) for row in tables[Quote].rows(article_id)]
    article = Annotated(article_id, "", text, [], [])
    return Passages(article, tables[Mention].rows(article_id), quoted_parts(text, spans), book)


class _ByArticle:
    """The rows of a table, to be had article by article without a look at all of them."""

    def __init__(self, table: pd.DataFrame, schema: Any) -> None:
        self.schema = schema
        self.places = table.groupby("article_id", observed=True).indices
        self.columns = [table[name].tolist() for name in schema._fields]

    def rows(self, article_id: str) -> list[Any]:
        places = self.places.get(article_id, ())
        return [self.schema(*(column[at] for column in self.columns)) for at in places]


def topics(sentences: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """What each speaker talks about: speaker, theme, n, n_sentences, n_articles. Most frequent first.

    *n* counts the speaker's sentences in paragraphs that are coded with the theme, *n_sentences* those in any coded
    paragraph. A theme belongs to the whole paragraph, so a sentence in it need not say a word about it.
    """
    words = sentences[sentences["mode"].isin(SPOKEN) & ~sentences["voice"].isin(["", INTERVIEWER])]
    words = words[["article_id", "line_no", "voice"]].rename(columns={"voice": "speaker"})
    given = long(themes)
    total = words.merge(given[["article_id", "line_no"]].drop_duplicates())["speaker"].value_counts()
    joined = words.merge(given, on=["article_id", "line_no"])
    found = joined.groupby(["speaker", "theme"], as_index=False).agg(
        n=("rank", "size"), n_articles=("article_id", "nunique")
    )
    found["n_sentences"] = found["speaker"].map(total).astype(int)
    order = found.sort_values(["n", "speaker", "theme"], ascending=[False, True, True], ignore_index=True)
    return order[["speaker", "theme", "n", "n_sentences", "n_articles"]]


def invocations(sentences: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Who speaks of whom: speaker, person, n, n_articles, and the first place. Most frequent first.

    Counted is every mention of a person in a sentence that is somebody else's words. A speaker whom the writer names
    beside the words does not invoke himself.
    """
    words = sentences[sentences["mode"].isin(SPOKEN) & ~sentences["voice"].isin(["", INTERVIEWER])]
    named = mentions[mentions["person"] != ""][["article_id", "line_no", "start", "person"]]
    joined = words[["article_id", "line_no", "start", "end", "voice"]].merge(
        named.rename(columns={"start": "at"}), on=["article_id", "line_no"]
    )
    joined = joined[(joined["start"] <= joined["at"]) & (joined["at"] < joined["end"])]
    other = [
        person not in voice.split(TOGETHER)
        for person, voice in zip(joined["person"], joined["voice"], strict=True)
    ]
    return _summed(
        joined[np.array(other, dtype=bool)].rename(columns={"voice": "speaker"}), ["speaker", "person"]
    )


def offices(mentions: pd.DataFrame) -> pd.DataFrame:
    """Every person with every office (or form of address) as it is written: person, office, n, n_articles, citation.

    People who are mentioned most come first. Where nothing but the name is written the office is empty.
    """
    found = _summed(mentions[mentions["person"] != ""], ["person", "office"])
    total = found.groupby("person")["n"].transform("sum")
    order = found.assign(total=total).sort_values(
        ["total", "person", "n", "office"], ascending=[False, True, False, True], ignore_index=True
    )
    return order.drop(columns="total")


def variants(mentions: pd.DataFrame) -> pd.DataFrame:
    """Names that may be one person: name, variant, n_name, n_variant, reason. Nothing is merged."""
    rows: Sequence[Candidate] = candidates(
        Mention(*row) for row in mentions[list(Mention._fields)].itertuples(index=False)
    )
    return pd.DataFrame(rows, columns=list(Candidate._fields))


def _summed(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """How often each combination of *keys* stands in how many articles, and where first."""
    rows = rows.sort_values(["article_id", "line_no"], kind="stable")
    citation = "[" + rows["article_id"].astype(str) + ":" + rows["line_no"].astype(str) + "]"
    found = (
        rows.assign(citation=citation)
        .groupby(keys, as_index=False)
        .agg(n=("line_no", "size"), n_articles=("article_id", "nunique"), citation=("citation", "first"))
    )
    return found.sort_values(["n", *keys], ascending=[False, *[True] * len(keys)], ignore_index=True)
