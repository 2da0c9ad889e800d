"""Which lines of an article are an interview, and whose turn each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from caytre.analysis.people.phrases import Phrases, Tokens
from caytre.analysis.voices.rules import Rules
from caytre.analysis.voices.speech import Passage, Passages
from caytre.tables import BODY_KINDS, Annotated

__all__ = ["INTERVIEWER", "turns"]

INTERVIEWER = "(interviewer)"
FEWEST_PREFIXED = 2
"""Questions marked with "PV:" that make an interview without any answer marked with a name."""

FEWEST_DASHED = 2
"""Questions answered behind a dash that make an interview where no line begins with a name."""

LONGEST_CAPTION = 8
"""Tokens of the line under a picture that stands between a question and its answer."""

FEWEST_PLAIN = 3
"""Questions without any mark that make an interview."""

DASHES = ("- ", "– ", "— ", "-\xa0", "–\xa0")
QUOTE_MARKS = "“”\"«»‘’'"


def turns(article: Annotated, passages: Passages, book: Rules) -> dict[int, str]:
    """The speaker of each line of an interview, by line number: a person, INTERVIEWER, or empty for an unknown answerer.

    An interview is known by an answer that begins with a name and a colon right after a question, by questions marked
    as the reporter's, or by several questions that are answered behind a dash. The last kind names nobody: then it is
    the one person spoken of before the first question, or nobody known. So is one whose questions stand behind the
    dashes, or bear no mark at all and address somebody who answers in the first person. Lines before the first question are not in the result, nor is what follows the thanks.
    """
    lines = [line.line_no for line in article.lines if line.kind in BODY_KINDS and line.text.strip()]
    answers = {no: name for no in lines if (name := _answerer(passages[no])) is not None}
    prefixed = {no for no in lines if _prefixed(passages[no].tokens, book)}
    if not answers:
        answers = _dashed(lines, passages)
    if not answers and len(prefixed) < FEWEST_PREFIXED:
        asked = _asked_in_turn(lines, passages, book)
        if asked:
            return _taken_in_turn(lines, passages, asked)
    asking = {no for no in lines if no in prefixed or (no not in answers and _asks(passages[no].text))}
    captions = {no for no in lines if len(passages[no].tokens) <= LONGEST_CAPTION and no not in answers}
    opening = next(
        (
            at
            for at, no in enumerate(lines)
            if no in answers
            and at
            and (
                lines[at - 1] in asking or (at > 1 and lines[at - 1] in captions and lines[at - 2] in asking)
            )
        ),
        None,
    )
    if opening is None:
        opening = (
            next((at + 1 for at, no in enumerate(lines) if no in prefixed), 0)
            if len(prefixed) >= FEWEST_PREFIXED
            else 0
        )
    if not opening:
        return {}
    first = opening - 1 - (lines[opening - 1] not in asking)
    while first > 0 and lines[first - 1] in asking:
        first -= 1
    return _assign(lines[first:], passages, answers, asking, prefixed, book)


def _assign(
    lines: Sequence[int],
    passages: Passages,
    answers: dict[int, str],
    asking: set[int],
    prefixed: set[int],
    book: Rules,
) -> dict[int, str]:
    found: dict[int, str] = {}
    people = list(dict.fromkeys(answers.values()))
    speaker = people[0] if len(people) == 1 else ""
    last_question = max((no for no in lines if no in asking), default=0)
    for at, no in enumerate(lines):
        line = passages[no].tokens
        before_answer = at + 1 < len(lines) and lines[at + 1] in answers
        if no in answers:
            speaker = answers[no]
            found[no] = speaker
        elif _begins(line, book.interviewer) and len(line) <= 12 and no not in asking:
            found[no] = INTERVIEWER
            if no > last_question:
                return found
        elif no in prefixed or (
            no in asking and (before_answer or any(True for _ in book.address.all(line)))
        ):
            found[no] = INTERVIEWER
        else:
            found[no] = speaker
    return found


def _dashed(lines: Sequence[int], passages: Passages) -> dict[int, str]:
    """The answers that follow questions behind a dash ("- Tôi nghĩ …"), all of one person; none if there are few."""
    found: dict[int, None] = {}
    for earlier, no in pairwise(lines):
        if passages[no].text.startswith(DASHES) and _asks(passages[earlier].text) and earlier not in found:
            found[no] = None
    if len(found) < FEWEST_DASHED:
        return {}
    intro = lines[: lines.index(next(iter(found)))]
    people = {one.person for no in intro for one in passages[no].speakers if one.person}
    return dict.fromkeys(found, people.pop() if len(people) == 1 else "")


def _asked_in_turn(lines: Sequence[int], passages: Passages, book: Rules) -> list[int]:
    """The questions of an interview in which answers bear no mark: lines behind a dash, or lines that address somebody.

    None where there are few of them, where one follows the other, or where the answers are not in the first person.
    """
    after = dict(pairwise(lines))
    asking = [no for no in lines if _asks(passages[no].text)]
    dashed = [no for no in asking if passages[no].text.startswith(DASHES)]
    plain = [no for no in asking if any(True for _ in book.address.all(passages[no].tokens))]
    for asked, fewest in ((dashed, FEWEST_DASHED), (plain, FEWEST_PLAIN)):
        following = [after[no] for no in asked if no in after]
        own = sum(not book.first_person.isdisjoint(passages[no].tokens.words) for no in following)
        if len(asked) >= fewest and not set(following) & set(asked) and 2 * own >= len(asked):
            return asked
    return []


def _taken_in_turn(lines: Sequence[int], passages: Passages, asked: Sequence[int]) -> dict[int, str]:
    """The turns between questions: those of the one person spoken of before the first of them, or of nobody known."""
    intro = lines[: lines.index(asked[0])]
    people = {one.person for no in intro for one in passages[no].speakers if one.person}
    speaker = people.pop() if len(people) == 1 else ""
    return {no: INTERVIEWER if no in asked else speaker for no in lines[len(intro) :]}


def _answerer(passage: Passage) -> str | None:
    """The person whose name and a colon a line begins with, where no quotation mark follows."""
    line = passage.tokens
    if not passage.speakers or passage.speakers[0].first != 0:
        return None
    one = passage.speakers[0]
    gap = line.gaps[one.last].lstrip(") ")
    return (
        one.person
        if one.person and gap.startswith(":") and not any(mark in gap for mark in QUOTE_MARKS)
        else None
    )


def _prefixed(line: Tokens, book: Rules) -> bool:
    found = book.prefix.match(line, 0) if len(line) else None
    return found is not None and line.gaps[found[0]].lstrip().startswith(":")


def _asks(text: str) -> bool:
    return text.rstrip(' \t\xa0)”"').endswith("?")


def _begins(line: Tokens, phrases: Phrases) -> bool:
    return bool(len(line)) and phrases.match(line, 0) is not None
