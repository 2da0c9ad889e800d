"""Vietnamese spelling: what a syllable may be, where its tone mark stands, and how words are folded for counting.

Tone marks are set in two styles. They differ only in open syllables that end in oa, oe or uy: *hoà, khoẻ, uỷ* ("new")
and *hòa, khỏe, ủy* ("old"). Everything here keeps the length of NFC text, so offsets into the text stay good.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from caytre.codebooks import made_once, read_csv

__all__ = [
    "VIETNAMESE_LOWER",
    "VIETNAMESE_UPPER",
    "Style",
    "fold",
    "glued",
    "is_syllable",
    "joining_hyphens",
    "nfc",
    "retone",
    "starts_upper",
    "syllables",
]

Style = Literal["new", "old"]

TONES = "\u0300\u0301\u0309\u0303\u0323"
"""The combining tone marks: huyền, sắc, hỏi, ngã, nặng. The sixth tone, ngang, is the lack of one."""

STOP_TONES = ("\u0301", "\u0323")
"""A syllable that ends in c, ch, p or t carries sắc or nặng, no other tone."""


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


ONSETS = _set_of("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")

RHYMES = _set_of(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y yêm yên yêng yêt yêu
    o oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung uôc uôi uôm uôn uông uôt up ut
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oe oem oen oeng oeo oet
    uân uâng uât uây uê uêch uên uênh uêt uêu uơ uơn uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    """
)

GLIDES = frozenset(rhyme for rhyme in RHYMES if rhyme.startswith(("oa", "oă", "oe", "uâ", "uê", "uơ", "uy")))
"""Rhymes that begin with the glide /w/. After /k/ it is written in the onset, qu; after gi it is all but absent."""

QU_RHYMES = frozenset(rhyme[1:] for rhyme in GLIDES - {"uya"}) | _set_of(
    "au ec ep i ich im in inh it iu ôc ơi"
)
GI_RHYMES = frozenset(rhyme for rhyme in RHYMES - GLIDES if rhyme[0] not in "iy") | {"oăng"}

NO_OE = _set_of("b g m n p ph r v")
"""Onsets that no Vietnamese syllable joins to an open oe: Noé, Poé and the like are foreign names."""

PLACE_NAMES = _set_of("kạn kông đắk lắk")
"""Syllables of well-known places that break the spelling rules: Bắc Kạn, Hồng Kông, Mê Kông, Đắk Lắk."""

MOVABLE = _set_of("oa oe uy")
MOVABLE_END = re.compile("(?:[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ])$", re.IGNORECASE)
"""How a syllable ends whose tone mark can move; hardly one word in thirty has to be parsed for it."""

MARKED_VOWELS = "ăâêôơư"
VOWELS = "aăâeêioôơuưy"
FRONT = "eêiy"

LETTERS = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"
"""A run of letters with any combining marks; a mark keeps its word from being taken for a syllable."""

WORD = re.compile(LETTERS)
SYLLABLE = re.compile(rf"{LETTERS}|\d+")
HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011–](?=\w)")
HYPHENATED = "hyphenated.csv"
ETH = str.maketrans("ÐðƉɖ", "ĐđĐđ")
"""Letters that look like Đ and are typed for it: eth and African D."""

LONE_LETTERS = "ýở"
"""The words of one letter that get stuck to others; any other half of one letter is a slip of the tone mark (*phổí*)."""

LONGEST_SYLLABLE = 7
REMEMBERED = 1 << 17
LONGEST_REMEMBERED = 64


class _Memo(dict[str, str]):
    """What a function made of each chunk of text it has met; bounded in number and in length."""

    def __init__(self, function: Callable[[str], str]) -> None:
        super().__init__()
        self.function = function

    def __missing__(self, chunk: str) -> str:
        result = self.function(chunk)
        if len(chunk) <= LONGEST_REMEMBERED:
            if len(self) >= REMEMBERED:
                self.clear()
            self[chunk] = result
        return result

    def over(self, text: str) -> str:
        """*text* with every chunk between spaces turned. The functions never look across a space."""
        return " ".join(map(self.__getitem__, text.split(" ")))


def _alphabet() -> str:
    plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZĂÂÊÔƠƯ"
    toned = (nfc(letter + tone) for letter in plain if letter.lower() in VOWELS for tone in TONES)
    return plain + "ĐÐ" + "".join(toned)


def nfc(text: str) -> str:
    """*text* with every letter and its marks composed into one character, as far as Unicode has one."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


VIETNAMESE_UPPER = _alphabet()
"""Every capital a Vietnamese text may hold (A-Z, Đ and its look-alike, all toned vowels), for character classes."""

VIETNAMESE_LOWER = VIETNAMESE_UPPER.lower()


def starts_upper(word: str) -> bool:
    """Whether *word* begins with a capital letter."""
    return word[:1].isupper()


def is_syllable(word: str) -> bool:
    """Whether *word* could be one Vietnamese syllable as it is spelt, in either tone-mark style and any case.

    The test is of form, not of use: *choẻn* passes and so does English *the*; *quốc* passes and *qúôc* does not.
    """
    return len(word) <= 3 * LONGEST_SYLLABLE and _is_syllable(word)


def retone(text: str, style: Style = "new") -> str:
    """*text* in NFC with the tone marks of all its valid syllables in one style; as long as it was in NFC.

    Nothing else is moved: foreign words, misspelt syllables (*qúy*) and the vowels after qu and gi stay as they are.
    """
    if style not in ("new", "old"):
        raise ValueError(f'no tone-mark style "{style}"; use "new" (hoà, uỷ) or "old" (hòa, ủy)')
    return (_NEW if style == "new" else _OLD).over(nfc(text))


def fold(text: str, *, tones: bool = True) -> str:
    """*text* as it is compared: lower case, old tone-mark style, đ for its look-alikes; exactly as long as *text*.

    *tones=False* strips tone and vowel marks too and makes đ a d, for a search without marks. The text should be in
    NFC: marks that stand alone are kept, for the sake of the length.
    """
    return (_FOLDED if tones else _STRIPPED).over(text)


def syllables(text: str) -> list[tuple[int, int]]:
    """Where the runs of letters and the runs of digits stand in *text*."""
    return [match.span() for match in SYLLABLE.finditer(text)]


def glued(word: str) -> tuple[int, ...] | None:
    """Where *word* may be cut into two syllables that were stuck together by a lost space, or None.

    >>> glued("phầnthực"), glued("HàNội"), glued("hoa"), glued("Honda"), glued("Marốc")
    ((4,), (2,), None, None, None)

    Words without any mark do not count (*Honda*, *Oman*), nor does a capitalised word that goes on in lower case,
    which is a foreign name as a rule (*Marốc*, *Chilê*).
    """
    word = nfc(word)
    if word.isascii() or len(word) > 2 * LONGEST_SYLLABLE or is_syllable(word):
        return None
    points = tuple(at for at in range(1, len(word)) if _cut(word[:at], word[at:]))
    return points or None


def joining_hyphens(text: str) -> list[int]:
    """Positions of the hyphens in *text* that join two lower-case syllables, as in "kinh tế-xã hội".

    What is one word with a hyphen in it stays whole: a chain of single syllables (in-tơ-nét), a loan word that the
    codebook lists (vi-rút), and whatever is no Vietnamese (COVID-19, 12-KL/TW, e-mail, the-thao in an address).
    """
    found = []
    hyphens = [match.start() for match in HYPHEN.finditer(text)]
    for before, at, after in zip([-1, *hyphens], hyphens, [*hyphens[1:], len(text)], strict=False):
        left, right = _run(text, at - 1, -1), _run(text, at + 1, 1)
        chained = (before >= 0 and text[before + 1 : at].isalnum()) or (
            after < len(text) and text[at + 1 : after].isalnum()
        )
        if not chained and _joins(left, right):
            found.append(at)
    return found


def _joins(left: str, right: str) -> bool:
    if not (left.islower() and right.islower()) or (left + right).isascii():
        return False
    return is_syllable(left) and is_syllable(right) and f"{left}-{right}" not in _hyphenated()


@made_once(HYPHENATED)
def _hyphenated() -> frozenset[str]:
    words = (row["word"] for row in read_csv(HYPHENATED, columns=("word", "meaning")))
    return frozenset(retone(word, style) for word in words for style in ("new", "old"))


def _run(text: str, at: int, step: int) -> str:
    """The letters and digits of *text* from *at* on, leftwards where *step* is -1; no more than a syllable can have."""
    stop = at
    while 0 <= stop < len(text) and abs(stop - at) <= LONGEST_SYLLABLE and text[stop].isalnum():
        stop += step
    return text[at:stop] if step > 0 else text[stop + 1 : at + 1]


def _cut(left: str, right: str) -> bool:
    cased = (left.islower() or (left.istitle() and starts_upper(right))) and (
        right.islower() or right.istitle()
    )
    whole = all(len(half) > 1 or half.lower() in LONE_LETTERS for half in (left, right))
    return whole and (cased or (left + right).isupper()) and is_syllable(left) and is_syllable(right)


def _fold(chunk: str) -> str:
    lower = chunk.translate(ETH).lower()
    if len(lower) != len(chunk):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in chunk.translate(ETH))
    return _old(lower)


def _strip(chunk: str) -> str:
    return _fold("".join(map(_plain, chunk))).replace("đ", "d")


def _plain(char: str) -> str:
    letters = unicodedata.normalize("NFD", char) if char.isalpha() else char
    return letters[0] if all(map(unicodedata.combining, letters[1:])) else char


def _new(chunk: str) -> str:
    return WORD.sub(lambda match: _set(match[0], "new"), chunk)


def _old(chunk: str) -> str:
    return WORD.sub(lambda match: _set(match[0], "old"), chunk)


_NEW, _OLD, _FOLDED, _STRIPPED = map(_Memo, (_new, _old, _fold, _strip))


@lru_cache(REMEMBERED)
def _is_syllable(word: str) -> bool:
    return _parse(nfc(word).translate(ETH).lower()) is not None


def _set(word: str, style: Style) -> str:
    """*word* with its tone mark where *style* wants it, if it is a syllable whose mark can move."""
    if len(word) > LONGEST_SYLLABLE or word.isascii() or not MOVABLE_END.search(word):
        return word
    parsed = _parse(word.translate(ETH).lower())
    if parsed is None or not parsed[2] or parsed[1] not in MOVABLE or parsed[0] == "qu":
        return word
    base, tone = _split_tone(word.translate(ETH))
    return _place(base, len(parsed[0]), tone, style)


def _parse(word: str) -> tuple[str, str, str] | None:
    """Onset, rhyme and tone of a lower-case NFC *word*, or None where it is no syllable."""
    if not 0 < len(word) <= LONGEST_SYLLABLE:
        return None
    if word in PLACE_NAMES:
        return "", word, ""
    base, tone = _split_tone(word)
    parts = _grammar(base) if len(tone) <= 1 else None
    if parts is None or (parts[1].endswith(("c", "ch", "p", "t")) and tone not in STOP_TONES):
        return None
    onset, rhyme = parts
    at = len(base) - len(rhyme)
    if word not in (_place(base, at, tone, "old"), _place(base, at, tone, "new")):
        return None
    return onset, rhyme, tone


def _split_tone(word: str) -> tuple[str, str]:
    """*word* without its tone marks, and the marks."""
    letters = unicodedata.normalize("NFD", word)
    tone = "".join(char for char in letters if char in TONES)
    return nfc("".join(char for char in letters if char not in TONES)), tone


def _grammar(base: str) -> tuple[str, str] | None:
    """Onset and rhyme of a toneless lower-case syllable, or None. The rhyme of *gì, gìn* is written with its i."""
    if base.startswith("qu"):
        return ("qu", base[2:]) if base[2:] in QU_RHYMES else None
    if base.startswith("gi") and base[2:] in GI_RHYMES:
        return "gi", base[2:]
    length = next((n for n in (3, 2, 1) if base[:n] in ONSETS and base[:n] != "gi"), 0)
    onset, rhyme = base[:length], base[length:]
    return (onset, rhyme) if rhyme in RHYMES and _fits(onset, rhyme) else None


def _fits(onset: str, rhyme: str) -> bool:
    front = rhyme[0] in FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng", "g") and front:
        return onset == "g" and rhyme[0] == "i"
    if onset == "c" and rhyme in GLIDES:
        return False
    if rhyme[:2] in ("yê", "iê"):
        return (rhyme[0] == "y") == (onset == "")
    return not (rhyme in ("oe", "oeo") and onset in NO_OE)


def _place(base: str, at: int, tone: str, style: Style) -> str:
    """*base* with *tone* on the vowel that carries it; the rhyme begins at *at*."""
    if not tone:
        return base
    rhyme = base[at:].lower()
    vowels = len(rhyme.rstrip("cghmnpt"))
    marked = [i for i, char in enumerate(rhyme[:vowels]) if char in MARKED_VOWELS]
    if marked:
        where = marked[-1]
    elif vowels == 1:
        where = 0
    elif vowels == 3 or vowels < len(rhyme) or (rhyme in MOVABLE and style == "new"):
        where = 1
    else:
        where = 0
    where += at
    return base[:where] + nfc(base[where] + tone) + base[where + 1 :]
