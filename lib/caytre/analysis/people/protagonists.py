"""Whom an article is about although it never introduces them, because its readers know them: singers, footballers.

One sentence is no proof that two capitalised syllables are somebody: they may be a village or a firm. An article is:
"Thu Trang" stands in it again and again, and the words after it go on with "cô".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from caytre.analysis.people.bare import Bare, nobody
from caytre.analysis.people.cues import Cues
from caytre.analysis.people.offices import Grammar
from caytre.analysis.people.phrases import Tokens, tokens
from caytre.tables import TEXT_KINDS, Annotated

__all__ = ["protagonists"]

FEWEST = 2
"""Times that a name must stand in the article."""

FEWEST_ALONE = 3
"""The same for a name of one foreign word ("Binz")."""


def protagonists(article: Annotated, taken: Iterable[int], grammar: Grammar, cues: Cues) -> set[str]:
    """The folded names, of two or three syllables or of one foreign word, that stand in the article again and again, once
    at the head of a clause in a line that goes on with "anh", "cô" or the like.

    *taken*: the numbers of lines in which somebody else is named, whom the pronoun could mean. A name that a
    preposition of place ever stands before is a place.
    """
    others, counts = set(taken), Counter[str]()
    followed, places = set(), set()
    for row in article.lines:
        if row.kind not in TEXT_KINDS:
            continue
        line = tokens(row.text)
        scan, i, pronoun = Bare(line, grammar, cues, nobody), 0, _last_pronoun(line, grammar)
        while i < len(line):
            body = not line.caps[i] or grammar.institutions.match(line, i)
            stop = 0 if body else scan.perhaps(i) or scan.strange(i)
            if not stop:
                i += 1
                continue
            name = " ".join(line.words[i:stop])
            counts[name] += 1
            if line.tight[i] and line.words[i - 1] in grammar.locatives:
                places.add(name)
            elif not line.tight[i] and row.line_no not in others and stop <= pronoun:
                followed.add(name)
            i = stop
    return {name for name in followed - places if counts[name] >= (FEWEST if " " in name else FEWEST_ALONE)}


def _last_pronoun(line: Tokens, grammar: Grammar) -> int:
    """The last token of a line that is a pronoun of somebody well known and a subject; -1 where there is none."""
    for k in range(len(line) - 2, -1, -1):
        subject = line.tight[k + 1] and line.words[k + 1] in grammar.stops
        if subject and line.words[k] in grammar.of_the_known:
            return k
    return -1
