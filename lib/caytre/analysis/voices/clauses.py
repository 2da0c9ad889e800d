"""Who says something in one sentence, and whether what is said stands there or is only named.

"Thủ tướng nêu rõ, giá sẽ giảm" tells words, "Thủ tướng phát biểu tại lễ khai mạc" names an act of speech. A verb counts
with its subject in the main clause; one that is still to come ("sẽ thông báo", "dự kiến công bố") says nothing yet.
"""

from __future__ import annotations

from typing import NamedTuple

from caytre.analysis.people.cues import Cue
from caytre.analysis.voices.rules import Rules
from caytre.analysis.voices.speech import Passage, Speaker

__all__ = ["SPEECH", "THERE", "Said", "said", "unmarked"]

FARTHEST_MARK = 40
"""Tokens after a reporting verb within which a mark says that words follow ("phát biểu tại hội nghị, … cho rằng")."""

FEWEST_TOLD = 3
"""Tokens after a reporting verb below which it tells nothing ("đến dự và chỉ đạo Hội nghị")."""

THERE, SPEECH = "there", "speech"
FARTHEST_RECIPIENT, LONGEST_RECIPIENT = 3, 12
ABOUT = "về"
AND = "và"
THAT = ("rằng", "là")


class Said(NamedTuple):
    """A speaker in a sentence, whether the words are told, and whether speaker and verb end the sentence.

    `act` says what is only named: somebody's place at an event ("there"), a speech at one ("speech"), or nothing of both.
    """

    speaker: Speaker
    tells: bool
    ends: bool
    act: str


def said(passage: Passage, book: Rules, first: int, last: int) -> Said | None:
    """Who says something between two tokens: the first subject of a reporting verb, or whom the sentence ends with.

    Several subjects of one verb are one speaker ("ông An và bà Bình cho rằng"): their names, joined by "; ".
    """
    best: Said | None = None
    relayed = False
    for cue in passage.cues_between(first, last):
        one = passage.subject(cue, first)
        if (
            one is None
            or (not one.person and cue.verb in book.chairing)
            or _to_come(passage, book, one, cue)
            or _unsaid(passage, book, cue)
        ):
            continue
        if (passage.embedded(one) and not _cleft(passage, cue)) or _asked(passage, one, first):
            continue
        ends = _ends_with(passage, one, cue, first, last)
        if _aside(passage, one) and not ends:
            continue
        if not (passage.mentioned(one) or _marked(passage, cue) or one.first == first):
            continue
        tells = ends or _tells(passage, book, cue, last)
        last_word = bool(one.person) and ends
        if best is None or relayed or last_word or ((tells or best.act == THERE) and best.speaker == one):
            best = Said(one, tells, ends, "" if tells else _act(passage, book, one, cue))
        relayed = not one.person and cue.verb in book.relaying
    if best is None:
        return None
    return best._replace(speaker=passage.together(best.speaker))


def _act(passage: Passage, book: Rules, one: Speaker, cue: Cue) -> str:
    """What a verb names that tells no words: "chủ trì hội nghị", "đến dự và chỉ đạo", "phát biểu khai mạc"."""
    between = passage.tokens.words[one.last : cue.first]
    if cue.verb in book.chairing or not book.attending.isdisjoint(between):
        return THERE
    return SPEECH if cue.verb in book.appearances else ""


def unmarked(passage: Passage, first: int, last: int) -> bool:
    """Whether a verb and a colon announce words without quotation marks: "Chủ tịch nêu rõ: Đây là kỳ họp …"."""
    gaps = passage.tokens.gaps
    return any(gaps[cue.last].strip() == ":" for cue in passage.cues_between(first, last))


def _to_come(passage: Passage, book: Rules, one: Speaker, cue: Cue) -> bool:
    """Whether a verb is only planned or possible: "dự kiến thông báo", "sẽ phát biểu"."""
    k = cue.first - 1
    while k >= one.last and passage.word(k) in book.cues.adverbs and passage.word(k) not in book.to_come:
        k -= 1
    return k >= one.last and (
        passage.word(k) in book.to_come or f"{passage.word(k - 1)} {passage.word(k)}" in book.to_come
    )


def _asked(passage: Passage, one: Speaker, first: int) -> bool:
    """Whether a sentence asks somebody to speak: "Đề nghị Bộ trưởng cho biết, bao giờ …"."""
    return any(
        cue.stance == "directive" and cue.last == one.first for cue in passage.cues_between(first, first + 1)
    )


def _unsaid(passage: Passage, book: Rules, cue: Cue) -> bool:
    """Whether a neutral verb stands behind a negation: "ông không nói lý do"; "ông không cho rằng …" is an opinion."""
    return cue.stance == "neutral" and passage.word(cue.first - 1) in book.unsaid


def _cleft(passage: Passage, cue: Cue) -> bool:
    """Whether a clause with "được" or "mà" is what the sentence is: "Điều được ông Nam nhấn mạnh là …"."""
    line, k = passage.tokens, cue.last
    return k < len(line) and line.tight[k] and line.words[k] == "là"


def _aside(passage: Passage, one: Speaker) -> bool:
    """Whether a speaker stands behind "theo lời" in the middle of a sentence: "Đường xa, mà theo lời ông nói là hiểm trở, vẫn …"."""
    return (passage.word(one.first - 2), passage.word(one.first - 1)) == ("theo", "lời")


def _tells(passage: Passage, book: Rules, cue: Cue, last: int) -> bool:
    """Whether the words that were said follow a verb, not only what they were about."""
    line, k = passage.tokens, cue.last
    if cue.content == "none" or last - k < FEWEST_TOLD:
        return False
    if _marked(passage, cue):
        return True
    if cue.verb in book.exchanging:
        return False
    if _only_about(passage, book, k, last):
        return False
    where = line.words[k] in book.adverbial and not _marked_later(passage, k, last)
    joined = line.words[k] == AND and cue.content == "either"
    return not (where or joined or line.words[k].isdigit() or book.cues.topics.match(line, k))


def _only_about(passage: Passage, book: Rules, k: int, last: int) -> bool:
    """Whether a verb before token *k* names whom it was told and about what: "thông báo nhanh tới các đại biểu về kỳ họp"."""
    words = passage.tokens.words
    to = next((at for at in range(k, min(last, k + FARTHEST_RECIPIENT)) if words[at] in book.recipients), -1)
    if to < 0 or _marked_later(passage, k, last):
        return False
    return ABOUT in words[to + 1 : min(last, to + LONGEST_RECIPIENT)]


def _ends_with(passage: Passage, one: Speaker, cue: Cue, first: int, last: int) -> bool:
    """Whether a sentence ends with who says it: "Nhiều nơi chưa giải ngân, ông Dũng thừa nhận"."""
    before = "," in passage.tokens.gaps[one.first] and one.first - first >= FEWEST_TOLD
    return before and last <= cue.last and cue.content != "none"


def _marked(passage: Passage, cue: Cue) -> bool:
    """Whether a comma, a colon, "rằng" or the verb itself says that what follow are the words."""
    line, k = passage.tokens, cue.last
    if cue.content == "clause" or line.gaps[k].strip()[:1] in tuple(",:"):
        return True
    return k < len(line) and line.words[k] in THAT


def _marked_later(passage: Passage, first: int, last: int) -> bool:
    """Whether a comma, a colon or "rằng" stands between two tokens: there the words may begin."""
    line, last = passage.tokens, min(last, first + FARTHEST_MARK)
    return "rằng" in line.words[first:last] or any(
        gap.strip()[:1] in (",", ":") for gap in line.gaps[first + 1 : last] if gap != " "
    )
