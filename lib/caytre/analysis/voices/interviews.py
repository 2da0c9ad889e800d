"""Which lines of an article are an interview, and whose turn each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from caytre.analysis.people.phrases import Phrases, Tokens
from caytre.analysis.voices.speech import Passage, Passages, Rules
from caytre.tables import BODY_KINDS, Annotated

__all__ = ["INTERVIEWER", "turns"]

INTERVIEWER = "(interviewer)"
FEWEST_PREFIXED = 2
"""Questions marked with "PV:" that make an interview without any answer marked with a name."""

FEWEST_DASHED = 2
"""Questions answered behind a dash that make an interview where no line begins with a name."""

DASHES = ("- ", "– ", "— ", "-\xa0", "–\xa0")
QUOTE_MARKS = "“”\"«»‘’'"


def turns(article: Annotated, passages: Passages, book: Rules) -> dict[int, str]:
    """The speaker of each line of an interview, by line number: a person, INTERVIEWER, or empty for an unknown answerer.

    An interview is known by an answer that begins with a name and a colon right after a question, by questions marked
    as the reporter's, or by several questions that are answered behind a dash. The last kind names nobody: then it is
    the one person spoken of before the first question, or nobody known. Lines before the first question are not in the result, nor is what follows the thanks.
    """
    lines = [line.line_no for line in article.lines if line.kind in BODY_KINDS and line.text.strip()]
    answers = {no: name for no in lines if (name := _answerer(passages[no])) is not None}
    if not answers:
        answers = _dashed(lines, passages)
    prefixed = {no for no in lines if _prefixed(passages[no].tokens, book)}
    asking = {no for no in lines if no in prefixed or (no not in answers and _asks(passages[no].text))}
    opening = next(
        (at for at, no in enumerate(lines) if no in answers and at and lines[at - 1] in asking), None
    )
    if opening is None:
        opening = (
            next((at + 1 for at, no in enumerate(lines) if no in prefixed), 0)
            if len(prefixed) >= FEWEST_PREFIXED
            else 0
        )
    if not opening:
        return {}
    first = opening - 1
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
