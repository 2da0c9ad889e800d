"""The codebooks that speech is read with: words around quotations, openers of sentences, speakers without a name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from caytre.analysis.people.cues import FILE as VERBS
from caytre.analysis.people.cues import Cues, reporting
from caytre.analysis.people.offices import FILES as OFFICE_FILES
from caytre.analysis.people.offices import Grammar, grammar
from caytre.analysis.people.phrases import Phrases
from caytre.codebooks import made_from, read_yaml
from caytre.text.orthography import fold

__all__ = ["Rules", "rules"]

FILES = ("quotations.yaml", "voices.yaml", VERBS, *OFFICE_FILES)


class Rules(NamedTuple):
    """The codebooks that speech is read with."""

    grammar: Grammar
    cues: Cues
    unnamed: Phrases
    not_unnamed: Phrases
    title: Phrases
    term: Phrases
    speech: Phrases
    speech_perhaps: Phrases
    clause: Phrases
    clause_openings: Phrases
    clause_before: frozenset[str]
    clause_within: frozenset[str]
    weak_continuation: Phrases
    definite: Phrases
    no_speechmakers: Phrases
    newcomers: Phrases
    term_syllables: int
    narration: Phrases
    weak_narration: Phrases
    self_words: Phrases
    pointing: Phrases
    continuation: Phrases
    anaphoric: Phrases
    interviewer: Phrases
    prefix: Phrases
    address: Phrases
    respectful: Phrases
    interviewing: Phrases
    answer_prefix: Phrases
    oblique: frozenset[str]
    kin: frozenset[str]
    linking: frozenset[str]
    joining: frozenset[str]
    adverbial: frozenset[str]
    to_come: frozenset[str]
    demonstrative: frozenset[str]
    aims: frozenset[str]
    by: frozenset[str]
    citing: frozenset[str]
    referring: frozenset[str]
    sources: Phrases
    documents: Phrases
    writings: Phrases
    pairs: Phrases
    unsaid: frozenset[str]
    sentence_joints: frozenset[str]
    relaying: frozenset[str]
    chairing: frozenset[str]
    above: Phrases
    recipients: frozenset[str]
    attending: frozenset[str]
    exchanging: frozenset[str]
    greeting: frozenset[str]
    several: Phrases
    appearances: frozenset[str]
    first_person: frozenset[str]


def rules(*, corpus: Path | None = None) -> Rules:
    """The codebooks as they now stand on disk, compiled once for each content."""
    return _rules(corpus)


@made_from(*FILES)
def _rules(corpus: Path | None) -> Rules:
    quotes, voices = read_yaml("quotations.yaml", corpus=corpus), read_yaml("voices.yaml", corpus=corpus)
    verbs = read_yaml(VERBS, corpus=corpus)

    def folded(words: Iterable[str]) -> frozenset[str]:
        return frozenset(map(fold, words))

    def phrases(entries: Iterable[str], *, but: Iterable[str] = ()) -> Phrases:
        """The entries, and longer phrases that look like one and are none."""
        return Phrases([*((entry, entry) for entry in entries), *((word, "") for word in but)])

    return Rules(
        grammar=grammar(corpus=corpus),
        cues=reporting(corpus=corpus),
        unnamed=phrases([*voices["unnamed"], *voices["seats_of_power"]]),
        not_unnamed=phrases(voices["not_unnamed"]),
        title=phrases(quotes["title"], but=quotes["not_title"]),
        term=phrases(quotes["term"], but=quotes["not_term"]),
        speech=phrases(quotes["speech_words"]),
        speech_perhaps=phrases(quotes["speech_words_perhaps"]),
        clause=phrases(quotes["clause_words"]),
        clause_openings=phrases(quotes["clause_openings"]),
        clause_before=folded(quotes["clause_before"]),
        clause_within=folded(quotes["clause_within"]),
        weak_continuation=phrases(voices["weak_continuation"]),
        definite=phrases(voices["definite"]),
        no_speechmakers=phrases(voices["no_speechmakers"]),
        newcomers=phrases(voices["newcomers"]),
        term_syllables=quotes["term_syllables"],
        narration=phrases(voices["narration"], but=voices["not_narration"]),
        weak_narration=phrases(voices["weak_narration"]),
        self_words=phrases(voices["self_words"], but=voices["not_self_words"]),
        pointing=phrases(voices["pointing"]),
        continuation=phrases(voices["continuation"]),
        anaphoric=phrases(voices["anaphoric"]),
        interviewer=phrases(voices["interviewer"]),
        prefix=phrases(voices["interviewer_prefix"]),
        address=phrases(voices["address"]),
        respectful=phrases(voices["respectful"]),
        interviewing=phrases(voices["interviewing"]),
        answer_prefix=phrases(voices["answer_prefix"]),
        oblique=folded(verbs["oblique"]),
        kin=folded(verbs["kin"]),
        linking=folded(verbs["linking"]),
        joining=folded(verbs["joining"]),
        adverbial=folded(verbs["adverbial"]),
        to_come=folded(verbs["to_come"]),
        demonstrative=folded(verbs["demonstrative"]),
        aims=folded(verbs["aims"]),
        by=folded(verbs["by"]),
        citing=folded(verbs["citing"]),
        referring=folded(verbs["referring"]),
        sources=phrases(verbs["source_nouns"]),
        documents=phrases(verbs["documents"]),
        pairs=phrases(voices["pairs"]),
        unsaid=folded(verbs["unsaid"]),
        writings=phrases(verbs["writings"]),
        sentence_joints=folded(verbs["sentence_joints"]),
        relaying=frozenset(verbs["relaying"]),
        greeting=folded(verbs["greeting"]),
        several=phrases(verbs["several"]),
        attending=folded(verbs["attending"]),
        exchanging=frozenset(verbs["exchanging"]),
        recipients=folded(verbs["recipients"]),
        above=phrases(verbs["above"]),
        chairing=frozenset(verbs["chairing"]),
        appearances=frozenset(verbs["appearances"]),
        first_person=folded(voices["first_person"]),
    )
