"""What shows that a sentence is the writer's own: nobody speaks of himself by name or as "ông", and pictures have credits."""

from __future__ import annotations

from caytre.analysis.voices.rules import Rules
from caytre.analysis.voices.speech import Passage

__all__ = ["credit", "of_somebody", "of_the_speaker"]

LONGEST_CREDIT = 3


def of_somebody(passage: Passage, book: Rules, first: int) -> bool:
    """Whether a sentence begins with "Ông" or "Bà" and what that person does or is: nobody calls himself so."""
    line, grammar = passage.tokens, book.grammar
    found = grammar.pronouns.match(line, first) if first < len(line) else None
    if found is None or found[1] not in ("m", "f") or found[0] >= len(line):
        return False
    country = line.words[first] in grammar.names.countries
    return not country and line.tight[found[0]] and line.words[found[0]] in grammar.stops


def of_the_speaker(passage: Passage, first: int, last: int, speaker: str) -> bool:
    """Whether a sentence that goes on is about the speaker by name, who is no object in it."""
    for one in passage.between(first, last):
        if one.person == speaker != "" and any(passage.tokens.caps[one.first : one.last]):
            return not passage.oblique(one)
    return False


def credit(passage: Passage, book: Rules, first: int) -> bool:
    """Whether a sentence says who took a picture ("Ảnh: Nguyễn Khánh")."""
    line = passage.tokens
    for last in range(first + 1, min(first + LONGEST_CREDIT, len(line)) + 1):
        if line.gaps[last].startswith(":"):
            return " ".join(line.words[first:last]) in book.grammar.names.credits
    return False
