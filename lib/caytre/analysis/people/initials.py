"""Names cut down to initials, as court and police news print them: "N.V.A.", "chị H.", "Dương Thị Ngọc H.".

A run of initials alone may as well be an institution (T.Ư., U.S.), so that it counts as a person only where something
beside it says so: a form of address, an office, an age or a year of birth, a reporting verb. The final point is never
part of the name, since at the end of a sentence nobody can tell whose it is.
"""

from __future__ import annotations

from caytre.analysis.people.names import CLUSTERS, Span
from caytre.analysis.people.phrases import POINTS, Tokens

__all__ = ["abbreviated", "dotted", "initial", "joined", "pointed"]

MOST = 5
"""Initials that a name can have."""

LONGEST = 4
"""Syllables that a name can have with its last one cut down."""


def initial(line: Tokens, k: int) -> bool:
    """Whether token *k* is one capital letter, or a capital with the letters of one sound ("Kh", "Tr")."""
    raw = line.raw[k]
    return raw in CLUSTERS or (len(raw) == 1 and raw.isalpha() and raw.isupper())


def pointed(line: Tokens, k: int) -> bool:
    """Whether a point stands right after token *k*."""
    return line.gaps[k + 1].startswith(".")


def joined(line: Tokens, k: int) -> bool:
    """Whether token *k* goes on with its sentence after a space, or after the point of an initial ("anh T. khai")."""
    if k >= len(line) or k == 0:
        return False
    return line.tight[k] or (line.gaps[k] in POINTS and not line.caps[k] and initial(line, k - 1))


def dotted(line: Tokens, i: int) -> Span | None:
    """Two to five initials joined by points at token *i*: "N.V.A", "T.D.Kh", "T. H." with a point after the last."""
    last = i
    while (
        last < len(line) and last - i <= MOST and initial(line, last) and (last == i or _goes_on(line, last))
    ):
        last += 1
    if not 2 <= last - i <= MOST or (last < len(line) and line.gaps[last] == "."):
        return None
    return None if _foreign(line, last) else Span(i, last, "full")


def _foreign(line: Tokens, k: int) -> bool:
    """Whether a foreign family name follows initials at token *k*: "J. K. Rowling", "K. Harris"."""
    stop = min(len(line), k + MOST)
    while k < stop and line.gaps[k] in POINTS and len(line.raw[k]) == 1 and line.caps[k]:
        k += 1
    if k >= len(line) or not line.caps[k] or line.syllable(k):
        return False
    return line.tight[k] or line.gaps[k] in POINTS


def _goes_on(line: Tokens, k: int) -> bool:
    """Whether token *k* is the next initial: after a point, and after a point and a space only with a point of its own."""
    return line.gaps[k] == "." or (line.gaps[k] in POINTS and len(line.raw[k]) == 1 and pointed(line, k))


def abbreviated(line: Tokens, i: int) -> Span | None:
    """One initial at token *i*, or up to three syllables and an initial: "H", "Ngọc H".

    What follows has to let a name end: a point, a bracket, a pause, or the next word in lower case.
    """
    last = i
    while last < len(line) and last - i < LONGEST and line.caps[last] and (last == i or line.tight[last]):
        if initial(line, last):
            ends = last + 1 >= len(line) or not line.tight[last + 1] or not line.caps[last + 1]
            whole = len(line.raw[last]) == 1 or pointed(line, last)
            runs_on = line.gaps[last + 1] in ("", ".", "-") and last + 1 < len(line)
            if runs_on or _foreign(line, last + 1):
                return None
            return Span(i, last + 1, "short") if ends and whole else None
        if not line.syllable(last) or (line.raw[last].isupper() and len(line.raw[last]) > 1):
            return None
        last += 1
    return None
