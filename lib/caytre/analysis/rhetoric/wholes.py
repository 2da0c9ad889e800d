"""What makes a run of words that comes again a phrase: one wording, whole words, whole lists, and words that hold together."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from caytre.analysis.rhetoric import lexis
from caytre.analysis.rhetoric.runs import JOINED, LISTED, LOOSE, Ints, Phrase, Runs

__all__ = ["Wholes"]

OWN = 3
"""Content syllables that a phrase needs outside names, offices, figures and grammar."""
MOSTLY = 0.5
"""Where so large a share of the places has a comma or "và", the gap is a joint of a list; elsewhere none may have one."""
BLOCK = 2
"""A member that is moved in a list, or stands at the edge of a phrase, has at least so many syllables."""
TWICE = 2
"""A list that another place has with one more member must come more often than this."""
BOUND = 0.75
BOUND_LEAST = 3
"""A syllable that comes so often, and with so large a share, next to another makes one word with it, whether the
dictionary has it or not; no phrase may cut it."""
TOGETHER = 0.3
"""The weakest joint between two words of a phrase has at least this normalised pointwise mutual information (Bouma
2009): below it frequent words merely happen to meet."""
LONGEST_WORD = 3


class Wholes:
    """Judges candidates against the corpus they come from."""

    def __init__(self, words: Runs, *, min_articles: int, shortest: int) -> None:
        self._words, self._min_articles, self._shortest = words, min_articles, shortest
        self._code: list[int] = words.code.tolist()
        self._joint: list[int] = words.joint.tolist()
        self._segment: list[int] = words.segment.tolist()
        self._article: list[int] = words.article.tolist()
        self._opens: list[int] = words.opens.tolist()
        self._closes: list[int] = words.closes.tolist()
        self._own: list[int] = words.own.tolist()
        self._event: list[int] = words.event.tolist()
        self._kinds: list[tuple[list[int], list[int]]] = []
        self._begins, self._ends = _bound(words)

    def of(self, phrase: Phrase) -> Phrase | None:
        """The phrase without what hangs over at its ends; None where too few places remain or it is no whole. All its
        places must say the same (see `same`)."""
        if len({self._article[first] for first, _ in phrase.places}) < self._min_articles:
            return None
        whole = self._trimmed(phrase)
        if whole is None or len({self._article[first] for first, _ in whole.places}) < self._min_articles:
            return None
        before = [(first, first - 1) for first, _ in whole.places]
        after = [(last, last + 1) for _, last in whole.places]
        if self._one_neighbour(before) or self._one_neighbour(after):
            return None
        return whole if self._has_own(whole) and self._often(whole) and self._together(whole) else None

    def same(self, phrase: Phrase) -> Phrase:
        """The places in the commonest order, and those that only move or add a member of a list."""
        orders = [tuple(self._code[first : last + 1]) for first, last in phrase.places]
        count: dict[tuple[int, ...], int] = {}
        for order in orders:
            if len(order) == phrase.size:
                count[order] = count.get(order, 0) + 1
        # Of wordings that are equally common the one without commas: "triển khai đồng bộ", not "đồng bộ, triển khai".
        model = max(
            count,
            key=lambda order: (
                count[order],
                -self._commas(phrase.places[orders.index(order)]),
                -orders.index(order),
            ),
        )
        firsts = [first for (first, _), order in zip(phrase.places, orders, strict=True) if order == model]
        listed = self._listed(firsts, phrase.size)
        kept = [
            place
            for place, order in zip(phrase.places, orders, strict=True)
            if self._fits(order, place[0], model, listed)
        ]
        return Phrase(phrase.size, kept)

    def _commas(self, place: tuple[int, int]) -> int:
        return self._joint[place[0] + 1 : place[1] + 1].count(LISTED)

    def _listed(self, firsts: list[int], size: int) -> list[bool]:
        """For each gap of the phrase whether it is a joint of a list."""
        joint, enough = self._joint, MOSTLY * len(firsts)
        return [sum(joint[first + n] == LISTED for first in firsts) >= enough for n in range(1, size)]

    def _fits(self, order: tuple[int, ...], first: int, model: tuple[int, ...], listed: list[bool]) -> bool:
        """Whether a place says the same: lists joined as lists, other words not torn apart, members moved whole."""
        joint = self._joint
        if order == model:
            return all(
                joint[first + n] != (LOOSE if is_list else LISTED) for n, is_list in enumerate(listed, 1)
            )
        if len(order) > len(model):
            return _inserted(order, model)
        before = next(n for n, (x, y) in enumerate(zip(order, model, strict=True)) if x != y)
        after = next(n for n, (x, y) in enumerate(zip(order[::-1], model[::-1], strict=True)) if x != y)
        # The list may have the same words before and behind it, and its members may begin or end alike.
        return any(
            self._moved(order, first, model, listed, head, len(model) - tail)
            for head in range(before, -1, -1)
            for tail in range(after, -1, -1)
        )

    def _moved(
        self,
        order: tuple[int, ...],
        first: int,
        model: tuple[int, ...],
        listed: list[bool],
        start: int,
        end: int,
    ) -> bool:
        """Whether from *start* to *end* the order has the members of the model's list, whole and joined as a list."""
        left = _blocks(model[start:end], listed[start : end - 1])
        if len(left) < 2 or min(map(len, left)) < BLOCK:
            return False
        at = start
        while left:
            block = next((b for b in left if order[at : at + len(b)] == b), None)
            if block is None or (at > start and self._joint[first + at] != LISTED):
                return False
            left.remove(block)
            at += len(block)
        return True

    def _has_own(self, phrase: Phrase) -> bool:
        """Whether half of the places have enough outside names, and no place much less; with a figure ("Nghị quyết số
        57") outside events as well."""
        own = []
        for first, last in phrase.places:
            inside = slice(first, last + 1)
            if self._words.figure[inside].any():
                own.append(int((self._words.own[inside] * (1 - self._words.event[inside])).sum()))
            else:
                own.append(sum(self._own[inside]))
        return min(own) >= OWN - 1 and 2 * sum(n >= OWN for n in own) >= len(own)

    def _often(self, phrase: Phrase) -> bool:
        """Whether a list of which another place has one more member comes often enough: "A, B" and "A, X, B" may be two
        lists."""
        whole = [first for first, last in phrase.places if last - first + 1 == phrase.size]
        if len(whole) == len(phrase.places) or len(phrase.places) > TWICE:
            return True
        return not self._commas((whole[0], whole[0] + phrase.size - 1))

    def _trimmed(self, phrase: Phrase) -> Phrase | None:
        """Without grammar and parts of words at the ends. A preposition may open a phrase that is too short without it
        ("trong tình hình mới")."""
        while phrase.size >= self._shortest:
            left, right = self._hanging(phrase)
            if not left and not right:
                return phrase
            straight = [(a, b) for a, b in phrase.places if b - a + 1 == phrase.size]
            same = [(a, b) for a, b in straight if self._code[a] == self._code[straight[0][0]]]
            phrase = Phrase(phrase.size - left - right, [(a + left, b - right) for a, b in same])
        return None

    def _hanging(self, phrase: Phrase) -> tuple[bool, bool]:
        """Whether the first syllable and the last one do not belong to the phrase."""
        first, last = phrase.places[0]
        straight = [a for a, b in phrase.places if b - a + 1 == phrase.size]
        listed = self._listed(straight, phrase.size)
        most = MOSTLY * len(phrase.places)
        last_joint = len(listed) - listed[::-1].index(True) if True in listed else 0
        left = (
            any(listed[: BLOCK - 1])
            or (not self._opens[first] and phrase.size > self._shortest)
            or sum(self._begins[a] or self._torn_first(a) for a, _ in phrase.places) >= most
            or (
                True in listed
                and self._named_block(straight, range(listed.index(True) + 1), listed.index(True) + 1)
            )
            or all(self._opens_with_name(first, phrase.size, listed) for first in straight)
        )
        right = (
            not self._closes[last]
            or any(listed[-(BLOCK - 1) :])
            or self._begun_again(straight[0], listed)
            or sum(self._ends[b + 1] or self._torn_last(b) for _, b in phrase.places) >= most
            or (
                True in listed and self._named_block(straight, range(last_joint, phrase.size), last_joint - 1)
            )
        )
        return left, right

    def _named_block(self, firsts: list[int], block: range, beside: int) -> bool:
        """Whether a member at the edge of a list only names somebody or reports in a fixed formula, and its neighbour does not
        ("Phát biểu tại chương trình, Chủ tịch nước"): then the comma joins no list."""
        return all(
            self._own[first + beside] and all(self._event[first + n] for n in block) for first in firsts
        )

    def _opens_with_name(self, first: int, size: int, listed: list[bool]) -> bool:
        """Whether a single name or office stands before the phrase ("Thủ tướng Phạm Minh Chính chủ trì phiên họp"); a list of
        them belongs to it ("Bộ Chính trị, Ban Bí thư trực tiếp chỉ đạo")."""
        named = next((n for n in range(size) if not self._named(first + n)), size)
        begun = first > 0 and self._segment[first - 1] == self._segment[first] and self._named(first - 1)
        return named > 0 and named + begun >= BLOCK and not any(listed[:named])

    def _named(self, at: int) -> bool:
        """Whether the syllable stands in the name of a person, an office or an institution."""
        return bool(self._event[at] and not self._own[at])

    def _begun_again(self, first: int, listed: list[bool]) -> bool:
        """Whether the phrase ends with the words that it begins with ("công tác xây dựng Đảng và công tác")."""
        if True not in listed:
            return False
        blocks = _blocks(tuple(self._code[first : first + len(listed) + 1]), listed)
        return len(blocks[-1]) < len(blocks[0]) and blocks[0][: len(blocks[-1])] == blocks[-1]

    def _torn_first(self, at: int) -> bool:
        """Whether a word of the dictionary is cut before this place."""
        if at == 0 or self._joint[at] != JOINED or self._segment[at - 1] != self._segment[at]:
            return False
        return lexis.cuts_first(self._word(at - 1), self._word(at), self._word(at + 1), self._word(at + 2))

    def _torn_last(self, at: int) -> bool:
        """Whether a word of the dictionary is cut after this place."""
        after = at + 1
        if (
            after == len(self._code)
            or self._joint[after] != JOINED
            or self._segment[after] != self._segment[at]
        ):
            return False
        return lexis.cuts_last(self._word(at - 2), self._word(at - 1), self._word(at), self._word(after))

    def _word(self, at: int) -> str:
        return self._words.words[self._code[at]]

    def _one_neighbour(self, places: list[tuple[int, int]]) -> bool:
        """Whether all places have one and the same content syllable there: then the phrase is part of a longer one. A name that
        stands beside it everywhere makes it none."""
        at = places[0][1]
        if not 0 <= at < len(self._code) or not (self._opens[at] and self._closes[at]) or self._named(at):
            return False
        return all(
            0 <= b < len(self._code)
            and self._code[b] == self._code[at]
            and self._segment[a] == self._segment[b]
            for a, b in places
        )

    def _together(self, phrase: Phrase) -> bool:
        """Whether the parts of the phrase belong together: no joint between two words of it is weaker than TOGETHER."""
        first, last = next((a, b) for a, b in phrase.places if b - a + 1 == phrase.size)
        inner = self._word_bounds(first, last)[1:-1]
        return all(self._npmi(first, at, last + 1, len(phrase.places)) >= TOGETHER for at in inner)

    def _word_bounds(self, first: int, last: int) -> list[int]:
        """Where the words of a place begin, by the longest entries of the dictionary, and where the last one ends."""
        bounds, at = [first], first
        while at <= last:
            size = next(
                (
                    size
                    for size in range(min(LONGEST_WORD, last + 1 - at), 1, -1)
                    if not any(self._joint[at + 1 : at + size])
                    and lexis.is_word(*(self._word(at + n) for n in range(size)))
                ),
                1,
            )
            at += size
            bounds.append(at)
        return bounds

    def _npmi(self, start: int, cut: int, end: int, n: int) -> float:
        total = len(self._code)
        both = max(n, self._count(start, end))
        left, right = max(both, self._count(start, cut)), max(both, self._count(cut, end))
        return math.log(both * total / (left * right)) / math.log(total / both) if both < total else 1.0

    def _count(self, start: int, end: int) -> int:
        """How often the syllables from *start* to *end* stand in this order."""
        kinds, counts = self._grams(end - start)
        return counts[kinds[start]]

    def _grams(self, size: int) -> tuple[list[int], list[int]]:
        """For every place the number of the kind of run of *size* syllables that begins there, and how often each comes."""
        code = self._words.code
        while len(self._kinds) < size:
            kinds: Ints = np.array(self._kinds[-1][0] if self._kinds else np.zeros(len(code)), np.int64)
            step = len(self._kinds)
            later = np.concatenate([code[step:], np.full(min(step, len(code)), -1)])
            _, kinds = np.unique(kinds * (len(self._words.words) + 1) + later + 1, return_inverse=True)
            self._kinds.append((kinds.tolist(), np.bincount(kinds).tolist()))
        return self._kinds[size - 1]


def _inserted(order: tuple[int, ...], model: tuple[int, ...]) -> bool:
    """Whether *order* is *model* with something put in at one place."""
    gap = len(order) - len(model)
    return any(order[:cut] + order[cut + gap :] == model for cut in range(1, len(model)))


def _blocks(model: tuple[int, ...], listed: list[bool]) -> list[tuple[int, ...]]:
    cuts = [0, *(n for n, is_list in enumerate(listed, 1) if is_list), len(model)]
    return [model[a:b] for a, b in pairwise(cuts)]


def _bound(words: Runs) -> tuple[list[bool], list[bool]]:
    """Where a phrase must not begin and where it must not have ended: between two syllables of which the
    second (for a beginning) or the first (for an end) nearly always comes with the other, so that both make
    one word."""
    n = len(words.code)
    begins, ends = np.zeros(n + 1, bool), np.zeros(n + 1, bool)
    near = np.flatnonzero((words.segment[1:] == words.segment[:-1]) & (words.joint[1:] == JOINED))
    if len(near):
        count = np.bincount(words.code)
        before, after = words.code[near], words.code[near + 1]
        _, pair, times = np.unique(before * (n + 1) + after, return_inverse=True, return_counts=True)
        together = times[pair]
        begins[near + 1] = (together >= BOUND_LEAST) & (together >= BOUND * count[after])
        ends[near + 1] = (together >= BOUND_LEAST) & (together >= BOUND * count[before])
    return begins.tolist(), ends.tolist()
