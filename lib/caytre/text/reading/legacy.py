"""Vietnamese encodings older than Unicode that Python has no codec for: TCVN3 (ABC fonts) and VNI.

Both put Vietnamese letters on the codes of Western ones, so their bytes are first read as Western letters and then
translated. The same translation mends a text whose bytes somebody else had read as Western letters and saved as
UTF-8, and so does `from_utf8` for UTF-8 that met the same fate.

Sources: TCVN 5712:1993, character set VN3; the VNI character set for Windows as printed in the VNI manuals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

__all__ = ["WESTERN", "from_tcvn3", "from_utf8", "from_vni", "western"]

WESTERN = {byte: bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0xA0)}
"""What Windows shows for the bytes 80-9F: quotation marks, dashes; the five that it leaves open keep their number."""

TCVN3 = {
    0xA0 + place: letter
    for place, letter in enumerate(
        "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ"
        "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
        "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
        "éẹềểễếệìỉỄẾỒĩíịò"
        "Ổỏõóọồổỗốộờởỡớợù"
        "ỖủũúụừửữứựỳỷỹýỵỐ"
    )
}
"""Letters of the bytes A0-FF. The ABC fonts have no codes for capitals with a tone mark: see `_raise_capitals`."""

VNI_ALONE = dict(zip("íìæóòîñôöÍÌÆÓÒÎÑÔÖ", "íìỉĩịỵđơưÍÌỈĨỊỴĐƠƯ", strict=True))
VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
"""Codes that follow a vowel and mark it: tones, the circumflex with and without tone, the breve with and without."""

TONES, CIRCUMFLEX, BREVE = "ùøûõï", "âáàåãä", "êéèúüë"
VNI_TAKES = {
    "a": TONES + CIRCUMFLEX + BREVE,
    "e": TONES + CIRCUMFLEX,
    "o": TONES + CIRCUMFLEX,
} | dict.fromkeys("uyôö", TONES)

LINE = re.compile(r"[^\n]+")
SMALL, CAPITAL = re.compile("[a-zăâêôơưđ]"), re.compile("[A-ZĂÂÊÔƠƯĐ]")
NO_SMALL = re.compile(r"(?<![^\W\d_])[^\W\d_a-zăâêôơưđ]{2,}+(?![^\W\d_])")
"""Letters of which TCVN3 has both a small and a capital code; and the words without such a small letter."""


def western(data: bytes) -> str:
    """The bytes as Windows shows them in Western Europe; every byte has its character, so that nothing is lost."""
    return data.decode("latin-1").translate(WESTERN)


def from_tcvn3(text: str) -> str:
    """Western letters that stand for TCVN3 bytes, as the Vietnamese letters that they were; others stay."""
    return LINE.sub(_raise_capitals, unicodedata.normalize("NFC", text.translate(WESTERN | TCVN3)))


def from_vni(text: str) -> str:
    """Western letters that stand for VNI bytes, as the Vietnamese letters that they were; others stay."""
    pairs, pattern = _vni()
    return pattern.sub(
        lambda match: pairs.get(match[0]) or VNI_ALONE.get(match[0][0], match[0][0]) + match[0][1:],
        text.translate(WESTERN),
    )


def from_utf8(text: str) -> str:
    """Western letters that stand for UTF-8 bytes ("Há»™i nghá»‹"), as the characters that they were; others stay."""
    numbers, pattern = _utf8()
    return pattern.sub(lambda match: _or_same(match[0], numbers), text)


def _or_same(surface: str, numbers: Mapping[int, int]) -> str:
    try:
        return bytes(numbers[ord(letter)] for letter in surface).decode("utf-8")
    except UnicodeDecodeError:
        return surface


def _raise_capitals(match: re.Match[str]) -> str:
    """A line, or else a word, that is capital wherever TCVN3 has capitals was set in a font of capitals (HéI NGHÞ)."""
    line = match[0]
    if not SMALL.search(line):
        return line.upper() if _two_capitals(line) else line
    return NO_SMALL.sub(lambda word: word[0].upper() if _two_capitals(word[0]) else word[0], line)


def _two_capitals(text: str) -> bool:
    return len(CAPITAL.findall(text)) > 1


@lru_cache(maxsize=1)
def _vni() -> tuple[dict[str, str], re.Pattern[str]]:
    """Every vowel with its mark, also a capital with a small mark (Aùo); and what finds them."""
    pairs = dict(VNI_ALONE)
    for vowel, marks in VNI_TAKES.items():
        for base in (vowel, vowel.upper()):
            for mark in marks:
                letter = unicodedata.normalize("NFC", VNI_ALONE.get(base, base) + VNI_MARKS[mark])
                pairs[base + mark] = pairs[base + mark.upper()] = letter
    marks = "".join(VNI_MARKS)
    vowels = "".join(VNI_TAKES)
    alone = "".join(VNI_ALONE)
    return pairs, re.compile(f"[{vowels}{vowels.upper()}][{marks}{marks.upper()}]|[{alone}]")


@lru_cache(maxsize=1)
def _utf8() -> tuple[dict[int, int], re.Pattern[str]]:
    """The byte of every character from 80 up, read as Latin-1 or as Windows shows it; and what finds UTF-8 in them."""
    numbers = {number: number for number in range(0x80, 0x100)} | {
        ord(char): byte for byte, char in WESTERN.items()
    }
    after = "[" + "".join(re.escape(chr(char)) for char, byte in numbers.items() if byte < 0xC0) + "]"
    return numbers, re.compile(f"[\xc2-\xdf]{after}|[\xe0-\xef]{after}{{2}}|[\xf0-\xf4]{after}{{3}}")
