"""Measures of who is named and who speaks: mentions, quotations, the voice of each sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tests.accuracy.matching import ByLine, Passage, Row, pair, passages, plain
from tests.accuracy.scores import Score, f1, share

ANNOTATED_KINDS = {"scare/term": "term", "title_of_work": "title"}
"""Kinds of quotation that the annotations call by another name."""

ATTRIBUTED = ("direct", "indirect", "free_indirect", "interview")
"""Modes in which a sentence is somebody's words; in the others the article speaks."""

NARRATOR, CAPTION = "(narrator)", "(caption)"

LONGER = 1.15
"""A quotation that holds the annotated one and more is the same up to this much longer."""


def mentions(gold: Mapping[str, Sequence[Row]], given: list[Row]) -> Iterator[Score]:
    """Mentions by name: an overlapping place and the right person.

    A person found where the annotations have an office or a pronoun is neither asked for nor a false alarm.
    """
    annotated = passages(gold["mentions"])
    known = ByLine(annotated)
    wanted = [passage for passage in annotated if passage.row["kind"] == "name"]
    matches = pair(wanted, [passage for passage in passages(given) if passage.row["person"]])
    alarms = [passage for passage in matches.extra if not known.touching(passage)]
    wrong = [(a, b) for a, b in matches.pairs if plain(a.row["canonical"]) != plain(b.row["person"])]
    misses = [f"missed {passage.show('surface')}" for passage in matches.missed]
    misses += [f"{a.show('surface')} | wanted {a.row['canonical']}, got {b.row['person']}" for a, b in wrong]
    misses += [f"extra {passage.show('surface', 'person')}" for passage in alarms]
    hits = len(matches.pairs) - len(wrong)
    yield f1(
        "mentions.person",
        hits=hits,
        n_gold=len(wanted),
        n_given=len(matches.pairs) + len(alarms),
        misses=misses,
    )


def quotes(gold: Mapping[str, Sequence[Row]], given: list[Row]) -> Iterator[Score]:
    """Quoted spans by their words, the kind of those found, the speakers of direct speech that has one.

    `no_invented`: direct speech whose speaker the text does not give, and that was given none.
    """
    wanted, answers = passages(gold["quotes"]), passages(given)
    found = _pair_by_words(wanted, answers)
    misses = [f"missed {quote.show('kind', 'text')}" for quote in wanted if quote not in found]
    taken = set(found.values())
    misses += [f"extra {answer.show('kind', 'text')}" for answer in answers if answer not in taken]
    yield f1("quotes.span", hits=len(found), n_gold=len(wanted), n_given=len(answers), misses=misses)
    wrong = [(a, b) for a, b in found.items() if _kind(a) != b.row["kind"]]
    misses = [f"{a.show('text')} | wanted {_kind(a)}, got {b.row['kind']}" for a, b in wrong]
    yield share(
        "quotes.kind",
        len(found) - len(wrong),
        len(found),
        "found",
        n_given=len(answers),
        empty=0.0,
        misses=misses,
    )
    yield from _speakers([quote for quote in wanted if _kind(quote) == "direct"], found, n_given=len(answers))


def _speakers(direct: list[Passage], found: Mapping[Passage, Passage], *, n_given: int) -> Iterator[Score]:
    nobody = Passage("", 0, 0, 0, {"speaker": "", "office": ""})
    spoken = [quote for quote in direct if quote.row["speaker"]]
    wrong = [quote for quote in spoken if not _same_speaker(quote.row, found.get(quote, nobody).row)]
    misses = [f"{q.show('speaker', 'text')} | got {found.get(q, nobody).row['speaker']!r}" for q in wrong]
    n = len(spoken)
    yield share("quotes.speaker", n - len(wrong), n, "direct, with a speaker", n_given=n_given, misses=misses)
    silent = [quote for quote in direct if not quote.row["speaker"]]
    invented = [quote for quote in silent if found.get(quote, nobody).row["speaker"]]
    misses = [f"{q.show('text')} | got {found[q].row['speaker']!r}" for q in invented]
    n = len(silent)
    yield share(
        "quotes.no_invented", n - len(invented), n, "direct, without one", n_given=n_given, misses=misses
    )


def _kind(annotated: Passage) -> str:
    kind = str(annotated.row["kind"])
    return ANNOTATED_KINDS.get(kind, kind)


def _pair_by_words(wanted: list[Passage], answers: list[Passage]) -> dict[Passage, Passage]:
    """Each annotated quotation with the nearest free answer of the same words, at most one line away."""
    said = {passage: plain(passage.row["text"]) for passage in (*wanted, *answers)}
    by_article: defaultdict[str, list[Passage]] = defaultdict(list)
    for answer in answers:
        by_article[answer.article].append(answer)
    taken: set[Passage] = set()
    found = {}
    for quote in wanted:
        near = [
            answer
            for answer in by_article[quote.article]
            if answer not in taken
            and abs(answer.line - quote.line) <= 1
            and _same_words(said[quote], said[answer])
        ]
        if near:
            found[quote] = min(
                near, key=lambda other: (other.line != quote.line, abs(other.start - quote.start))
            )
            taken.add(found[quote])
    return found


def _same_words(want: str, got: str) -> bool:
    return want == got or (want in got and len(got) < LONGER * len(want))


def _same_speaker(want: Row, got: Row) -> bool:
    """The person, part of the person's name, or an office that names the person; one of several who spoke together."""
    speaker, name, office = plain(want["speaker"]), plain(got["speaker"]), plain(got["office"])
    return speaker in f"{name} {office}" or bool(name and f" {name} " in f" {speaker} ")


def voice(gold: Mapping[str, Sequence[Row]], given: list[Row]) -> Iterator[Score]:
    """Whose words each annotated sentence is; sentences are matched by the greatest overlap.

    `attributed` asks only for those that are not the narrator's.
    """
    sentences = ByLine(passages(given))
    right = wanted = claimed = hits = 0
    misses = []
    for sentence in passages(gold["voice"]):
        want = sentence.row["voice"] if sentence.row["mode"] in ATTRIBUTED else NARRATOR
        touching = sentences.touching(sentence)
        got = _speaking(max(touching, key=sentence.shared).row) if touching else None
        same = got is not None and plain(want) == plain(got)
        right += same
        wanted += want != NARRATOR
        claimed += got not in (NARRATOR, None)
        hits += same and want != NARRATOR
        if not same:
            misses.append(
                f"{sentence.show('text')} | wanted {want} ({sentence.row['mode']}), got {got or 'no sentence'}"
            )
    yield share("voice.accuracy", right, len(gold["voice"]), "sentences", n_given=len(given), misses=misses)
    yield f1("voice.attributed", hits=hits, n_gold=wanted, n_given=claimed, misses=misses)


def _speaking(sentence: Row) -> str:
    if sentence["mode"] not in ATTRIBUTED or sentence["voice"] in ("", CAPTION):
        return NARRATOR
    return str(sentence["voice"])
