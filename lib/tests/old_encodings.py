"""Writes Vietnamese in the encodings that came before Unicode, so that tests can read it back.

Written from other sources than the reader: TCVN3 from the converter of the GNU C library (TCVN5712-1), VNI from how
its letters are composed, Windows-1258 by Python's codec from a decomposed text.
"""

from __future__ import annotations

import unicodedata

TCVN3_BYTES = (
    "àB5 ảB6 ãB7 áB8 ạB9 ăA8 ằBB ẳBC ẵBD ắBE ặC6 âA9 ầC7 ẩC8 ẫC9 ấCA ậCB "
    "èCC ẻCE ẽCF éD0 ẹD1 êAA ềD2 ểD3 ễD4 ếD5 ệD6 ìD7 ỉD8 ĩDC íDD ịDE òDF "
    "ỏE1 õE2 óE3 ọE4 ôAB ồE5 ổE6 ỗE7 ốE8 ộE9 ơAC ờEA ởEB ỡEC ớED ợEE ùEF "
    "ủF1 ũF2 úF3 ụF4 ưAD ừF5 ửF6 ữF7 ứF8 ựF9 ỳFA ỷFB ỹFC ýFD ỵFE đAE ĂA1 "
    "ÂA2 ÊA3 ÔA4 ƠA5 ƯA6 ĐA7 "
)
TCVN3 = {pair[0]: bytes.fromhex(pair[1:]) for pair in TCVN3_BYTES.split()}

TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
VNI_TONES = dict(zip("\u0301\u0300\u0309\u0303\u0323", "ùøûõï", strict=True))
VNI_WHOLE = dict(zip("íìỉĩịỵđơư", "íìæóòîñôö", strict=True))
VNI_SHAPES = {
    "\u0302": dict(zip(["", *VNI_TONES], "âáàåãä", strict=True)),
    "\u0306": dict(zip(["", *VNI_TONES], "êéèúüë", strict=True)),
}


def to_tcvn3(text: str) -> bytes:
    """The ABC fonts have no capitals with a tone: "HỘI" is typed as "HéI" and shown in a font of capitals."""
    return b"".join(TCVN3.get(c) or TCVN3.get(c.lower()) or c.encode("cp1252") for c in text)


def to_vni(text: str) -> bytes:
    return "".join(_vni(letter) for letter in text).encode("cp1252")


def to_1258(text: str) -> bytes:
    """A vowel keeps its circumflex, breve or horn; its tone follows as a character of its own."""
    written = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in TONE_MARKS)
        rest = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONE_MARKS))
        written.append(rest + tone)
    return "".join(written).encode("cp1258")


def _vni(letter: str) -> str:
    small = letter.lower()
    if small in VNI_WHOLE:
        found = VNI_WHOLE[small]
    else:
        base, *marks = unicodedata.normalize("NFD", small)
        horned = "\u031b" in marks
        tone = "".join(mark for mark in marks if mark in VNI_TONES)
        shape = next((mark for mark in marks if mark in VNI_SHAPES), "")
        if not marks:
            return letter
        vowel = VNI_WHOLE[unicodedata.normalize("NFC", base + "\u031b")] if horned else base
        found = vowel + (VNI_SHAPES[shape][tone] if shape else VNI_TONES.get(tone, ""))
    return found.upper() if letter.isupper() else found
