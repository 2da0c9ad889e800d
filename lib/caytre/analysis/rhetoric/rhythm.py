"""How long the sentences are, how their length moves, and how hard the text is to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from caytre import codebooks
from caytre.tables import BODY_KINDS, Annotated
from caytre.text.orthography import fold, syllables

__all__ = [
    "Readability",
    "SentenceLength",
    "body_sentences",
    "difficulty",
    "lengths",
    "readability",
    "segmented",
]

BOOK = "easy_syllables.csv"


class SentenceLength(NamedTuple):
    """Syllables of a sentence, and how many more than in the sentence before it (0 for the first)."""

    article_id: str
    line_no: int
    sent_no: int
    start: int
    n_syllables: int
    change: int


class Readability(NamedTuple):
    """What the score is made of; *difficult* is the share of syllables outside the list of easy ones."""

    article_id: str
    n_sentences: int
    n_words: int
    n_syllables: int
    characters_per_sentence: float
    characters_per_word: float
    difficult: float
    score: float


def lengths(article: Annotated) -> list[SentenceLength]:
    """The sentences of body and headings in order, with their length in syllables; those without any are left
    out."""
    rows: list[SentenceLength] = []
    for sentence in article.sentences:
        n = len(syllables(sentence.text))
        if sentence.kind in BODY_KINDS and n:
            change = n - rows[-1].n_syllables if rows else 0
            rows.append(
                SentenceLength(
                    article.article_id, sentence.line_no, sentence.sent_no, sentence.start, n, change
                )
            )
    return rows


def difficulty(*, characters: int, sentences: int, words: int, syllables: int, difficult: int) -> float:
    """The score of Luong, Nguyen & Dinh (2018, doi 10.1109/KSE.2018.8573379); higher is harder.

    0.004 x characters per sentence + 0.1905 x characters per word + 2.7147 x share of difficult syllables -
    0.7295. Fitted on textbooks: it ranks texts of a kind, its unit means nothing. Not a number where a count
    is 0.

    >>> round(difficulty(characters=46, sentences=3, words=12, syllables=12, difficult=12), 9)
    2.776783333
    """
    if not (sentences and words and syllables):
        return float("nan")
    return (
        0.004 * characters / sentences + 0.1905 * characters / words + 2.7147 * difficult / syllables - 0.7295
    )


def readability(
    article: Annotated,
    *,
    words: Callable[[Sequence[str]], list[list[str]]] | None = None,
    corpus: Path | None = None,
) -> Readability:
    """How hard the body of an article is to read, by `difficulty`; characters are letters and digits.

    The list of easy syllables is the project's own, so scores compare with each other, not with those of
    other tools. *words* segments the sentences; by default those of `caytre.text.words.annotate`.
    """
    if words is None:
        words = segmented
    easy = _easy(corpus)
    texts = body_sentences(article)
    forms = [folded[start:end] for folded in map(fold, texts) for start, end in syllables(folded)]
    n_words = sum(any(map(str.isalnum, word)) for sentence in words(texts) for word in sentence)
    characters = sum(map(str.isalnum, "".join(texts)))
    letters = [form for form in forms if not form.isdigit()]
    difficult = sum(form not in easy for form in letters)
    return Readability(
        article.article_id,
        len(texts),
        n_words,
        len(letters),
        characters / len(texts) if texts else float("nan"),
        characters / n_words if n_words else float("nan"),
        difficult / len(letters) if letters else float("nan"),
        difficulty(
            characters=characters,
            sentences=len(texts),
            words=n_words,
            syllables=len(letters),
            difficult=difficult,
        ),
    )


def body_sentences(article: Annotated) -> list[str]:
    """The sentences that readability is taken of."""
    return [sentence.text for sentence in article.sentences if sentence.kind in BODY_KINDS]


@codebooks.made_from(BOOK)
def _easy(corpus: Path | None) -> frozenset[str]:
    return frozenset(
        fold(row["syllable"]) for row in codebooks.read_csv(BOOK, corpus=corpus, columns=("syllable",))
    )


def segmented(texts: Sequence[str]) -> list[list[str]]:
    """The words of all sentences at once, which is many times faster than one by one."""
    from caytre.text.words import annotate

    found = annotate(texts)
    words: list[list[str]] = [[] for _ in texts]
    for number, start, end in zip(
        found.sentence.tolist(), found.start.tolist(), found.end.tolist(), strict=True
    ):
        words[number].append(texts[number][start:end])
    return words
