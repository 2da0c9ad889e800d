"""The text of an article: its decoded characters in one normal form, and a count of all that was changed.

The changes are these and no others: every line end is one "\\n"; a tab is a space; NUL, control, zero-width and
bidi characters and lone surrogates are taken out; the rest is composed (NFC). No-break spaces stay, and so does a
final line end: the lines of a text are `text.split("\\n")`, and joining them gives the text back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

__all__ = ["blanked", "normalise"]

LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
ZERO_WIDTH = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters that show nothing and take no room, after Default_Ignorable_Code_Point of the Unicode database; the soft
hyphen is one of them, and so are the selectors that turn a sign into an emoji."""

CHANGES = {
    "newline": (re.compile(f"\r\n|[{LINE_ENDS}]"), "\n"),
    "tab": (re.compile("\t"), " "),
    "nul": (re.compile("\0"), ""),
    "control": (re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"), ""),
    "zero_width": (re.compile(f"[{ZERO_WIDTH}]"), ""),
    "bidi": (re.compile(f"[{BIDI}]"), ""),
    "surrogate": (re.compile("[\ud800-\udfff]"), ""),
}
UNCLEAN = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029{BIDI}{ZERO_WIDTH}\ud800-\udfff]")
LONG_RUN = re.compile(r"[^\x00-\u02ff\u1e00-\u1eff]{33,}")


def normalise(text: str) -> tuple[str, dict[str, int]]:
    """*text* in its normal form, and how many characters of each kind were changed to get there.

    Kinds: newline (line ends written otherwise, "\\r\\n" being one), tab, nul, control, zero_width, bidi, surrogate,
    nfd (characters that composing saved; 1 where it changed some and saved none), and undecodable: how many U+FFFD
    stand in the text for what could not be decoded. Kinds that did not occur are left out. Doing it twice changes
    nothing more.
    """
    counts: dict[str, int] = {}
    if UNCLEAN.search(text):
        for kind, (pattern, instead) in CHANGES.items():
            text, n = pattern.subn(instead, text)
            if n:
                counts[kind] = n
    composed = text if text.isascii() else unicodedata.normalize("NFC", LONG_RUN.sub(_in_order, text))
    if composed != text:
        counts["nfd"] = max(1, len(text) - len(composed))
    if lost := composed.count("\ufffd"):
        counts["undecodable"] = lost
    return composed, counts


def blanked(text: str, spans: Iterable[tuple[int, int]], *, by: str = " ") -> str:
    """*text* at the same length, with the character *by* for all that lies in *spans*, so that offsets still hold.

    >>> blanked("Ảnh: TTXVN. Hội nghị", [(0, 11)])
    '            Hội nghị'
    """
    pieces, at = [], 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start < end:
            pieces += [text[at:start], by * (end - start)]
            at = end
    return "".join([*pieces, text[at:]])


def _in_order(match: re.Match[str]) -> str:
    """A long run with its combining marks in canonical order.

    NFC is the same with or without, but Python sorts the marks by insertion: a run of 80,000 would take ten seconds.
    """
    letters = "".join(unicodedata.normalize("NFD", letter) for letter in match[0])
    runs = groupby(letters, key=lambda letter: unicodedata.combining(letter) > 0)
    return "".join("".join(sorted(run, key=unicodedata.combining) if marks else run) for marks, run in runs)
