"""Images that no list holds, told by the frame in which a word for a thing stands beside an idea.

An idea owns the thing ("bến bờ vinh quang"), is likened to it ("như một cỗ xe") or is said to be it ("là phên dậu"), the
thing stands alone in quotation marks, or something bodily is done to an idea ("gieo niềm tin"). What a reader notices
in one sentence draws its like along: once there is a boat, its shores and oars belong to it. Words for things,
ideas and what joins them are those of `metaphors.yaml`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, NamedTuple

from caytre.analysis.rhetoric.lexis import is_word
from caytre.analysis.rhetoric.pieces import (
    LEAF,
    Piece,
    Tree,
    add,
    ends_name,
    everywhere,
    is_name,
    longest,
    pieces,
    walk,
)
from caytre.text.orthography import fold

__all__ = ["Found", "Frames", "read", "tropes"]

REACH = 8
"""So many pieces before a bare "như" are looked at for what makes it "such as"."""
CLOSE = 3
"""So many pieces before a copula its subject may end: "Quan hệ hai nước là …"."""
AMONG = 2
"""So many pieces may stand between a thing and the word that names its owner: "ngọn gió mới của thời đại"."""
OPENING, CLOSING = frozenset("\"“'‘«"), frozenset("\"”'’»")
BESIDE, QUOTED = 3, 4
"""So many pieces may stand on either side of a thing in quotation marks, and so many in all."""
KINDS = ("nouns", "bare", "verbs")
KNOWN = "known"
EMPTY: Mapping[str, Any] = {}


class Source(NamedTuple):
    kind: str
    domain: str


class Found(NamedTuple):
    first: int
    last: int
    domain: str


class Frames(NamedTuple):
    sources: Tree
    ideas: Tree
    owned: Tree
    """Ideas and what also qualifies real things: owners behind a word of `owners`."""
    subjects: Tree
    markers: frozenset[tuple[str, ...]]
    copulas: frozenset[tuple[str, ...]]
    between: frozenset[str]
    symbols: Tree
    several: Tree
    adverbs: Tree
    owners: frozenset[str]
    objects: Tree
    pointers: frozenset[str]
    longest_marker: int


class _Sentence(NamedTuple):
    text: str
    pieces: Sequence[Piece]
    frames: Frames
    ideas: dict[int, int]
    """Where words for ideas end and where they begin."""
    ends: list[int]
    stops: list[int]
    """Where no phrase goes on."""
    symbol: int
    """Where the first word ends that makes the thing after it the thing itself; behind the sentence if there is none."""


def read(raw: Mapping[str, Any]) -> Frames:
    """The frames of a codebook of images; one without them finds nothing by them."""
    words: Mapping[str, Any] = raw.get("likeness", EMPTY)
    ideas, qualities = raw.get("ideas", ()), raw.get("qualities", ())
    sources: Tree = {}
    for group in raw.get("sources", ()):
        for kind in KINDS:
            for text in group.get(kind, ()):
                add(sources, text)[LEAF] = Source(kind, group["domain"])
    markers, copulas = _phrases(words.get("markers", ())), _phrases(words.get("copulas", ()))
    return Frames(
        sources=sources,
        ideas=_tree(ideas),
        owned=_tree([*ideas, *qualities]),
        subjects=_tree([*ideas, *qualities, *raw.get("abstract", ())]),
        markers=markers,
        copulas=copulas,
        between=frozenset(fold(word) for word in words.get("between", ())),
        symbols=_tree(words.get("symbols", ())),
        several=_tree(words.get("several", ())),
        adverbs=_tree(words.get("adverbs", ())),
        owners=frozenset(fold(word) for word in words.get("owners", ())),
        objects=_tree(words.get("objects", ())),
        pointers=frozenset(fold(word) for word in words.get("pointers", ())),
        longest_marker=max((len(text) for text in markers | copulas), default=0),
    )


def tropes(
    text: str,
    sentence: Sequence[Piece],
    known: Sequence[tuple[int, int, str]],
    taken: Set[int],
    frames: Frames,
    *,
    drawn: Set[str],
    spoken: Set[str],
) -> list[Found]:
    """The images of one sentence that stand in a frame, in their order, clear of the pieces *taken* by others.

    *known* are things by first piece, last piece and domain that are not among the sources; *drawn* are the domains of
    which the sentence holds a noticeable image already, *spoken* the words of the images before it in the paragraph.
    """
    places = taken | {at for first, last, _ in known for at in range(first, last + 1)}
    things = sorted(
        [(first, last, Source(KNOWN, domain)) for first, last, domain in known]
        + [
            (first, last, source)
            for first, last, source in longest(sentence, frames.sources)
            if places.isdisjoint(range(first, last + 1)) and _whole(text, sentence, first, last)
        ]
    )
    if not things:
        return []
    ideas: dict[int, int] = {}
    for first, last, _ in everywhere(sentence, frames.subjects):
        ideas.setdefault(last, first)
    here = _Sentence(
        text,
        sentence,
        frames,
        ideas,
        sorted(ideas),
        [at for at, piece in enumerate(sentence) if piece.word == "."],
        min((last for _, last, _ in everywhere(sentence, frames.symbols)), default=len(sentence)),
    )
    ends = [_end(here, first, last, source) for first, last, source in things]
    domains = {
        source.domain for (_, _, source), end in zip(things, ends, strict=True) if end is not None
    } | drawn
    found: list[Found] = []
    for (first, last, source), end in zip(things, ends, strict=True):
        follows = source.domain in domains and _belongs(here, first, source)
        if end is None and not follows and not _again(here, first, last, spoken):
            continue
        whole = range(first, (last if end is None else end) + 1)
        last = whole[-1] if taken.isdisjoint(whole) else last
        if not found or found[-1].last < first:
            found.append(Found(first, last, source.domain))
    return found


def _belongs(here: _Sentence, first: int, source: Source) -> bool:
    """Whether an image of its domain may draw it along: a thing not spoken of in the plural, as real ones are."""
    several = first > 0 and _reached(here.pieces, first - 1, here.frames.several) is not None
    return source.kind in KINDS[:2] and not several


def _again(here: _Sentence, first: int, last: int, spoken: Set[str]) -> bool:
    """Whether the thing is pointed back to as an image before it: "cơn gió mới … Ngọn gió ấy"."""
    words = {piece.word for piece in here.pieces[first : last + 1]}
    after = here.pieces[last + 1 : last + 2]
    return bool(after) and after[0].word in here.frames.pointers and words - here.frames.between <= spoken


def _end(here: _Sentence, first: int, last: int, source: Source) -> int | None:
    """The last piece of the image if the thing stands in a frame: its own, or that of the idea that it belongs to."""
    if source.kind == "verbs":
        end = _done_to(here, first, last)
    else:
        real = source.kind != "nouns"
        end = _owner(here, first, last, real=real)
        if end is None and _likened(here, first, real=real):
            end = last
    return last if end is None and _quoted(here, first, last) else end


def _owner(here: _Sentence, first: int, last: int, *, real: bool) -> int | None:
    """Where the idea ends that owns the thing: it follows a thing of two syllables at once, or any behind "của"; what also
    qualifies owns no *real* thing."""
    sentence, frames = here.pieces, here.frames
    named = _titled(here, last + 1) and not _titled(here, last)
    end = _reached(sentence, last + 1, frames.ideas) if last > first and not named else None
    for at in range(last + 1, min(last + 2 + AMONG, len(sentence) - 1)):
        if end is not None or not sentence[at].word.isalpha():
            break
        if sentence[at].word in frames.owners:
            owner = _past(sentence, at + 1, frames.objects)
            end = _reached(sentence, owner, frames.ideas if real else frames.owned)
    return end


def _titled(here: _Sentence, at: int) -> bool:
    """Whether two words from here on have capitals: "Hòa Bình" is a name, "Tổ quốc" need be none."""
    two = [here.text[piece.start] for piece in here.pieces[at : at + 2]]
    return len(two) == 2 and all(letter.isupper() for letter in two)


def _done_to(here: _Sentence, first: int, last: int) -> int | None:
    """Where the idea ends that the act is done to; one syllable at once before it could also be done to what
    the idea only qualifies ("dệt truyền thống")."""
    sentence, frames = here.pieces, here.frames
    at = _past(sentence, last + 1, frames.objects)
    return _reached(
        sentence, at, frames.subjects if last > first else frames.owned if at > last + 1 else frames.ideas
    )


def _likened(here: _Sentence, first: int, *, real: bool) -> bool:
    """Whether a marker or a copula joins the thing to something else; a copula joins a *real* thing only to its subject."""
    sentence, frames = here.pieces, here.frames
    at = first - 1
    while at >= max(0, first - 3) and sentence[at].word in frames.between:
        at -= 1
    counted = at < first - 1 or sentence[first].word in frames.between
    for size in range(min(frames.longest_marker, at + 1), 0, -1):
        begin = at + 1 - size
        words = tuple(piece.word for piece in sentence[begin : at + 1])
        if words in frames.markers:
            plain = here.symbol < len(sentence) or _stands(sentence, begin, at, frames.adverbs)
            several = (
                not counted and size == 1 and _stands(sentence, begin - REACH, begin - 1, frames.several)
            )
            return not plain and not several and bool(here.ideas or counted)
        if words in frames.copulas:
            plain = here.symbol < begin or _stands(sentence, begin - 1, at, frames.adverbs)
            return not plain and _speaks_of_idea(here, begin, real=real)
    return False


def _speaks_of_idea(here: _Sentence, copula: int, *, real: bool) -> bool:
    """Whether an idea is what the copula speaks of: before it in its clause; of a *real* thing close before it and nobody's
    owner."""
    if real:
        firsts = [here.ideas[last] for last in range(copula - CLOSE, copula) if last in here.ideas]
        return any(not first or here.pieces[first - 1].word not in here.frames.owners for first in firsts)
    stop = bisect_left(here.stops, copula)
    clause = here.stops[stop - 1] if stop else -1
    before = bisect_left(here.ends, copula)
    return before > 0 and here.ends[before - 1] > clause


def _stands(sentence: Sequence[Piece], first: int, last: int, tree: Tree) -> bool:
    """Whether a phrase of *tree* stands between these pieces, or ends at the last of them with one before the first."""
    return any(True for _ in everywhere(sentence[max(0, first - 1) : last + 1], tree))


def _quoted(here: _Sentence, first: int, last: int) -> bool:
    """Whether the thing stands in quotation marks with few words beside it and no capital: a title has one."""
    text, words = here.text, here.pieces
    begin, end = first, last
    while begin > max(0, first - BESIDE) and text[words[begin - 1].end : words[begin].start] == " ":
        begin -= 1
    while end < min(len(words) - 1, last + BESIDE) and text[words[end].end : words[end + 1].start] == " ":
        end += 1
    left, right = words[begin].start, words[end].end
    marked = left > 0 and text[left - 1] in OPENING and text[right : right + 1] in CLOSING
    return marked and text[left].islower() and end - begin < QUOTED


def _whole(text: str, sentence: Sequence[Piece], first: int, last: int) -> bool:
    """Whether the phrase cuts no word of the dictionary and is no part of a name."""
    start, before = sentence[first].start, sentence[first - 1] if first else None
    after = sentence[last + 1] if last + 1 < len(sentence) else None
    if is_name(text, start) or ends_name(text, sentence, first, last):
        return False
    if first < last:
        return True
    word = sentence[first].word
    if after is not None and text[after.start].isupper() and text[start].islower():
        return False
    return not (
        (before is not None and is_word(before.word, word))
        or (after is not None and is_word(word, after.word))
    )


def _past(sentence: Sequence[Piece], at: int, tree: Tree) -> int:
    """The first piece from *at* that no phrase of *tree* covers, two phrases on at the most."""
    for _ in range(2):
        at = max((last for last, _ in walk(sentence, at, tree)), default=at - 1) + 1
    return at


def _reached(sentence: Sequence[Piece], at: int, tree: Tree) -> int | None:
    return max((last for last, _ in walk(sentence, at, tree)), default=None)


def _tree(texts: Iterable[str]) -> Tree:
    tree: Tree = {}
    for text in texts:
        add(tree, text)[LEAF] = True
    return tree


def _phrases(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(piece.word for piece in pieces(text)) for text in texts)
