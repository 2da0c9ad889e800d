"""Reporting verbs among the words of a line, each with its stance and whether words follow it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from caytre.analysis.people.phrases import Phrases, Tokens
from caytre.codebooks import made_from, read_yaml
from caytre.text.orthography import fold

__all__ = ["FILE", "Cue", "Cues", "reporting"]

FILE = "reporting_verbs.yaml"


OF = "của"
"""A verb before this is a noun: "chỉ đạo của Tổng Bí thư"."""


class Cue(NamedTuple):
    """A reporting verb from token `first` to before token `last`."""

    first: int
    last: int
    verb: str
    stance: str
    content: str


class Cues:
    """The codebook of reporting verbs, compiled."""

    def __init__(self, *, corpus: Path | None = None) -> None:
        data = read_yaml(FILE, corpus=corpus)
        others = ((words, "") for words in data["not_verbs"])
        self.verbs = Phrases([*((row["verb"], row["verb"]) for row in data["verbs"]), *others])
        self.about = {row["verb"]: (row["stance"], row["content"]) for row in data["verbs"]}
        self.before = {
            row["verb"]: Phrases((word, "") for word in row["before"])
            for row in data["verbs"]
            if "before" in row
        }
        self.noun_before = Phrases((word, "") for word in data["noun_before"])
        self.nouns = Phrases((word, word) for word in data["cue_nouns"])
        self.topics = Phrases((word, "") for word in data["topic_objects"])
        self.numbered = frozenset(map(fold, data["numbered"]))
        self.oblique = frozenset(map(fold, data["oblique"]))
        self.objects_after = frozenset(map(fold, data["objects_after"]))
        self.passive = frozenset(map(fold, data["passive"]))
        self.embedding = frozenset(map(fold, data["embedding"]))
        self.adverbs = frozenset(word for phrase in data["adverbs"] for word in fold(phrase).split())

    def verb(self, line: Tokens, i: int) -> Cue | None:
        """The reporting verb that begins at token *i*, unless the words before make it a noun."""
        found = self.verbs.match(line, i)
        if (
            found is None
            or not found[1]
            or (line.tight[i] and line.words[i - 1].isdigit() and line.words[i - 2] not in self.numbered)
            or self.noun_before.ending(line, i, longest=2) is not None
            or _in_a_name(line, i)
        ):
            return None
        if found[0] < len(line) and line.words[found[0]] == OF and line.tight[found[0]]:
            return None
        after = self.before.get(found[1])
        if after is not None and (found[0] >= len(line) or after.match(line, found[0]) is None):
            return None
        stance, content = self.about[found[1]]
        return Cue(i, found[0], found[1], stance, content)

    def find(self, line: Tokens, first: int, last: int) -> list[Cue]:
        """The reporting verbs between two tokens, in order."""
        found: list[Cue] = []
        i = first
        while i < last:
            cue = self.verb(line, i) if line.words[i] in self.verbs else None
            if cue and cue.last <= last:
                found.append(cue)
                i = cue.last
                continue
            other = self.verbs.match(line, i) if cue is None else None
            i = other[0] if other and not other[1] else i + 1
        return found


def _in_a_name(line: Tokens, i: int) -> bool:
    """Whether a verb with a capital inside a sentence is a word of a name: "Trưởng Ban Chỉ đạo", "Hội đồng Lý luận".

    In a line of capitals it says nothing.
    """
    return line.tight[i] and line.caps[i] and not line.raw[i].isupper()


@made_from(FILE)
def _cues(corpus: Path | None) -> Cues:
    return Cues(corpus=corpus)


def reporting(*, corpus: Path | None = None) -> Cues:
    """The codebook of reporting verbs as it now stands on disk, compiled once for each content."""
    return _cues(corpus)
