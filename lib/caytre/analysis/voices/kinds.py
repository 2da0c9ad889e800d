"""What kind a quotation is: speech, a term held at a distance, or the title of a work or event."""

from __future__ import annotations

import re
from typing import NamedTuple

from caytre.analysis.people.phrases import Phrases, Tokens, tokens
from caytre.analysis.voices.rules import Rules
from caytre.analysis.voices.speakers import Attribution
from caytre.analysis.voices.speech import Passage

__all__ = ["Place", "kind_of", "nested_kind"]

FARTHEST_NOUN = 4
"""Words that may stand between the noun that names a title and the title."""

FARTHEST_DOCUMENT = 10
"""Words of a document, its number and its day: "Nghị quyết số 36-NQ/TW ngày 22/10/2018"."""

ABOUT = "về"
"""What the title of a document begins with."""

FEWEST_SPOKEN = 4
"""Syllables below which a full stop inside the marks proves nothing."""

FEWEST_CLAUSE = 3
LONGEST_VERB = 6
LONGEST_SAYING = 3
LONGEST_TITLE = 12
ASIDE = frozenset({",", "-", "–", "—", "("})
"""What comes between a title and what it is the title of: "“Ngõ nhỏ” - ca khúc mới của anh"."""

INNER_STOP = re.compile(r"[.!?…]\s+\w")
OF = "của"
STOPPED = (".", "!", "?", "…")


class Place(NamedTuple):
    """A quotation in its line: the tokens of its sentence before and after it, and whether it opens the sentence."""

    passage: Passage
    floor: int
    open: int
    opens: bool
    tail: Passage
    close: int
    ceiling: int


def kind_of(text: str, place: Place, source: Attribution, book: Rules) -> str:
    """Speech (direct), a term or a title, by the noun beside it, by who is named, by how it reads and how long it is.

    *text* is what stands between the marks, *place* where, *source* whom the words around it name.
    """
    words = tokens(text)
    if not len(words):
        return "term"
    colon = ":" in place.passage.tokens.gaps[place.open]
    n, whole = len(words), place.opens and place.close >= place.ceiling
    near = max(place.floor, place.open - LONGEST_VERB)
    told = any(cue.last == place.open for cue in place.passage.cues_between(near, place.open))
    broken = INNER_STOP.search(text) and not words.caps[0]
    if not broken and not (colon and (source.how or told)) and _titled(words, place, source, book):
        return "title"
    if not colon and not place.opens and _noun_before(place, book.term, 1):
        return "term"
    if colon and INNER_STOP.search(text):
        return "direct"
    if ((colon or place.opens) and source.how) or (colon and told):
        return "direct"
    if (
        source.cue.casefold() == "theo"
        and source.how == "before"
        and "," in place.passage.tokens.gaps[place.open]
    ):
        return "direct"
    if n >= FEWEST_SPOKEN and words.caps[0] and source.how and _saying_before(place, book):
        return "direct"
    sentence = text.rstrip().endswith(STOPPED) or (words.caps[0] and (colon or bool(source.how)))
    if n >= FEWEST_SPOKEN and (
        _speaks(words, book.speech) or (sentence and _speaks(words, book.speech_perhaps))
    ):
        return "direct"
    if n >= FEWEST_SPOKEN and words.caps[0] and (whole or text.rstrip().endswith(STOPPED)):
        return "direct"
    if (
        n >= FEWEST_CLAUSE
        and source.how
        and (_speaks(words, book.clause) or book.clause_openings.match(words, 0))
    ):
        return "direct"
    if n >= FEWEST_CLAUSE and not colon and _clause_before(place, source, book):
        return "direct"
    if not colon and not source.how and _reads_as_name(text, words, place):
        return "title"
    return "direct" if n > book.term_syllables else "term"


def _clause_before(place: Place, source: Attribution, book: Rules) -> bool:
    """Whether a short quotation is what was said, by the word before it: "vì", "rằng", or a verb of saying and "sẽ"."""
    passage, k = place.passage, place.open
    if place.opens or k <= place.floor:
        return False
    if passage.word(k - 1) in book.clause_before:
        return True
    while k > place.floor and passage.word(k - 1) in book.clause_within:
        k -= 1
    return (
        bool(source.how)
        and k < place.open
        and any(cue.last == k for cue in passage.cues_between(max(place.floor, k - LONGEST_VERB), k))
    )


def _saying_before(place: Place, book: Rules) -> bool:
    """Whether a noun of saying stands right before a quotation: "viết dòng trạng thái “…”"."""
    line, open_ = place.passage.tokens, place.open
    ends = (book.cues.nouns.match(line, k) for k in range(max(place.floor, open_ - LONGEST_SAYING), open_))
    return any(found is not None and found[0] == open_ for found in ends)


def nested_kind(text: str, book: Rules) -> str:
    """The kind of a quotation inside another."""
    words = tokens(text)
    spoken = len(words) >= FEWEST_SPOKEN and _speaks(words, book.speech)
    return "direct" if spoken or len(words) > 2 * book.term_syllables else "term"


def _reads_as_name(text: str, words: Tokens, place: Place) -> bool:
    """Whether a capital in the middle of a sentence, where nobody speaks, gives a title away ("mở màn với “Chiều phố cũ”").

    A word in capitals right before makes it the nickname of somebody (Huy “Sẹo”).
    """
    line, open_ = place.passage.tokens, place.open
    if (
        place.opens
        or not words.caps[0]
        or not 2 <= len(words) <= LONGEST_TITLE
        or text.rstrip().endswith(STOPPED)
    ):
        return False
    return open_ > 0 and not line.caps[open_ - 1] and not words.raw[0].isupper()


def _speaks(words: Tokens, phrases: Phrases) -> bool:
    return any(True for _ in phrases.all(words))


def _titled(words: Tokens, place: Place, source: Attribution, book: Rules) -> bool:
    """Whether a noun beside a quotation says what it is the title of; in lower case it is rather what was said of a work."""
    if not (words.caps[0] or words.words[0].isdigit()) and source.how:
        return False
    return (
        _noun_before(place, book.title, FARTHEST_NOUN)
        or (words.caps[0] and _noun_after(place, book.title))
        or (words.words[0] == ABOUT and _document_before(place, book))
    )


def _document_before(place: Place, book: Rules) -> bool:
    """Whether a document and its number stand right before a quotation: "Nghị quyết số 36-NQ/TW “Về chiến lược …”"."""
    line, open_ = place.passage.tokens, place.open
    for k in range(max(place.floor, open_ - FARTHEST_DOCUMENT), open_):
        found = book.documents.match(line, k)
        if found and any(line.words[n][:1].isdigit() for n in range(found[0], open_)):
            return True
    return False


def _noun_before(place: Place, nouns: Phrases, farthest: int) -> bool:
    """Whether one of the nouns stands before a quotation, at most so many words off and none of them a verb.

    Phrases are read from the left, so that a noun inside a longer word ("tranh luận", "chính sách") is none.
    """
    line, open_, grammar = place.passage.tokens, place.open, place.passage.rules.grammar
    start, last = max(place.floor, open_ - farthest - 3), -1
    while start < open_:
        found = nouns.match(line, start)
        if found and found[0] <= open_:
            last = found[0] if found[1] else -1
            start = found[0]
        else:
            start += 1
    if last < 0 or open_ - last > farthest:
        return False
    inner = range(last, open_)
    return OF not in line.words[last:open_] and all(
        line.tight[k] and not line.words[k].isdigit() and line.words[k] not in grammar.stops for k in inner
    )


def _noun_after(place: Place, nouns: Phrases) -> bool:
    """Whether a noun of titles stands right after a quotation, behind a comma, a dash or a bracket or after "là"."""
    line, close = place.tail.tokens, place.close
    if close >= len(line):
        return False
    aside = line.gaps[close].strip(" \t\xa0“”„\"«»‘’'")
    if aside in ASIDE:
        found = nouns.match(line, close)
        return bool(found and found[1])
    if not aside and line.words[close] == "là" and close + 1 < len(line):
        found = nouns.match(line, close + 1)
        return bool(found and found[1])
    return False
