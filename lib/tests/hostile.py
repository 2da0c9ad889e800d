"""Sentences made to break a tokeniser or a tagger: every kind of text a page may hold, thrown together."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator

from tests.helpers import ARTICLES

ODD_TEXT = (
    "BOS EOS B-W I-W T[0]=đ = == =) :) :D :DD <3 ♥‿♥ v.v v.v. v.v... ... .. -- --- -> => ==> >> 3x4 5°C T.Ư TP.HCM Tp. ThS. ThuS "
    "This Thus Mr. Dr. U.S. A. B. H&M N’Thôn H'Mông e-mail 43H-0530 NĐ-CP 73/2024/NĐ-CP 12-KL/TW 14/12/2021 20.08.2014 "
    "08-2014 10:20:50 1.250,5 100,000,000 +5 -7 2147483648 00000000012 999999999999 5G COVID-19 a_b _ __ http://a.vn/b?c=d "
    "https://báo.vn vnexpress.net dân.Bảo phầnthực x@y.com @ab #tag % $ ^ × ÷ ½ ² ٣ Ⅻ № ʺ “ ” ‘ ’ « » ( ) [ ] { } … – — • | / \\ "
    "kinh-tế Việt-Nam VIỆT NAM việt nam Ðảng ðảng ß ŉ ǅ İ Σ ΑΣ ﬁ Ａ 日本 한국 العربية 😀 👨‍👩‍👧 \u200b \u200d \ufeff \u00ad \u202e "
    "\u0301 a\u0301 \u0323 o\u031b\u0301 \ue000 \U0001d400 \U0010ffff"
)
ODD = ODD_TEXT.split()
BLANKS = (
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\t",
    "\u00a0",
    "\u2009",
    "\u3000",
    "",
    "\x1c",
    "\x85",
    "\r",
    "\u2028",
)


def sentences(count: int, *, seed: int = 20211214) -> Iterator[str]:
    """*count* different hostile sentences, always the same ones for a seed."""
    dice = random.Random(seed)
    words = re.findall(
        r"\S+", " ".join(path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt")))
    )
    for _ in range(count):
        length = dice.choice((0, 1, 1, 2, 3, 5, 8, 13, 21, 40))
        text = "".join(_piece(dice, words) + dice.choice(BLANKS) for _ in range(length))
        yield text if dice.random() < 0.3 else text.strip()


def _piece(dice: random.Random, words: list[str]) -> str:
    roll = dice.random()
    if roll < 0.25:
        return dice.choice(ODD)
    if roll < 0.3:
        return "".join(
            chr(dice.choice((dice.randrange(33, 0x250), dice.randrange(0x300, 0x3000)))) for _ in range(4)
        )
    if roll < 0.33:
        return dice.choice(words)[:1] * dice.randrange(1, 30)
    word = dice.choice(words)
    change = dice.choice(
        (str, str, str, str, str, str.lower, str.upper, str.title, str.swapcase, _decomposed, _glued)
    )
    return (
        change(word)
        if change is not _glued
        else word + dice.choice((".", "-", "/", "_", "", ":")) + dice.choice(words)
    )


def _decomposed(word: str) -> str:
    return unicodedata.normalize("NFD", word)


def _glued(word: str) -> str:
    return word
