"""Bytes to text: which encoding a file is in, and texts whose bytes were once read in a wrong one.

An encoding has its Python name, or is "tcvn3" or "vni". Two names joined by a plus, as in "utf-8+tcvn3", say that the
file decodes as the first, and that the Western letters so found stand for bytes of the second: somebody had opened a
TCVN3 file as Western text and saved it as UTF-8. "utf-8+utf-8" is UTF-8 that was encoded twice.

Which reading is right is decided by the words: the Vietnamese one must turn words with marks that are no Vietnamese
syllables into words that are. Where none does, the plain reading stands, so French or English is left as it is.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import compress

from caytre.text.orthography import WORD, is_syllable
from caytre.text.reading.legacy import from_tcvn3, from_utf8, from_vni, western

__all__ = ["UnreadableError", "decode", "detect", "known", "repair"]

Reader = Callable[[str], str]
INNER: dict[str, Reader] = {"tcvn3": from_tcvn3, "vni": from_vni, "utf-8": from_utf8}
ALIASES = {"abc": "tcvn3", "tcvn": "tcvn3", "vni-win": "vni", "vni-windows": "vni", "windows-1258": "cp1258"}

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image or a sound"),
    (b"%PDF-", "a PDF; give it the ending .pdf"),
    (b"PK\x03\x04", "a zip archive, Word or Excel file; give it its own ending"),
    (
        b"\xd0\xcf\x11\xe0",
        "an old or password-protected Office file; save it as .docx or .xlsx without a password",
    ),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"PAR1", "a Parquet file; give it the ending .parquet"),
    (b"{\\rtf", "an RTF file; save it as .docx or .txt"),
)
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
FIRST_MARK = re.compile(r"[^\x00-\x7f]")

MAX_CONTROLS = 0.01
"""A text that is not Unicode and has more control characters than this share is no text."""
MIN_ZEROS, MAX_ZEROS = 0.3, 0.02
"""UTF-16 without a mark: at least so many zeros in one half of its bytes, at most so many in the other."""
GLANCE, GLANCED = 2_000, 150
"""Characters at the head of a text, and the good words among them that settle the matter."""

WINDOW = 200_000
"""Characters, from the first with a mark, that are looked at; enough for thousands of words."""
MIN_SHARE, MIN_GAIN = 0.6, 0.3
"""Of its words with marks so many must be syllables, and so many more than in the plain reading."""
MIN_DISTINCT, MIN_OF_ALL = 3, 0.8
"""So many different ones of them; a shorter text must instead consist of syllables to this share."""
MIN_INTACT = 2
"""Characters of UTF-8 that must be intact for each that is broken; by chance other encodings have next to none."""


class UnreadableError(ValueError):
    """Why bytes cannot be read as text, in words that follow a file name."""


def decode(data: bytes, *, encoding: str | None = None) -> tuple[str, str]:
    """The text in *data* and the encoding that it was read in, detected unless *encoding* names it.

    In a detected encoding a broken character becomes U+FFFD; in a given one it is an error. Raises UnreadableError where
    the encoding is not known, does not fit, or *data* is no text at all. Nothing but the encoding is changed.
    """
    name = known(encoding) if encoding else detect(data)
    outer, _, inner = name.partition("+")
    text = _read(data, outer, errors="strict" if encoding else "replace")
    return (INNER[inner](text) if inner else text), name


def detect(data: bytes) -> str:
    """The name of the encoding *data* is in; raises UnreadableError for what is no text."""
    outer = next((name for mark, name in BOMS if data.startswith(mark)), "") or _utf16(data)
    if not outer:
        for signature, kind in SIGNATURES:
            if data.startswith(signature):
                raise UnreadableError(f"is not a text file but {kind}")
        outer = "utf-8" if _is_utf8(data) else _eight_bit(data)
    if outer in ("tcvn3", "vni", "cp1252", "cp1258"):
        return outer
    inner = _inner(_read(data, outer, errors="replace"))
    return f"{outer}+{inner}" if inner else outer


def repair(text: str) -> tuple[str, str]:
    """*text* with Western letters that stand for Vietnamese bytes put right, and the encoding of those bytes or ""."""
    inner = _inner(text)
    return (INNER[inner](text) if inner else text), inner


def known(encoding: str) -> str:
    """The name of *encoding* as used here; raises UnreadableError for one that neither this module nor Python knows."""
    outer, plus, inner = encoding.strip().lower().partition("+")
    outer, inner = ALIASES.get(outer, outer), ALIASES.get(inner, inner)
    try:
        if (plus and inner not in INNER) or (
            outer not in INNER and not codecs.lookup(outer)._is_text_encoding
        ):
            raise LookupError
    except LookupError:
        raise UnreadableError(
            f'cannot be read in "{encoding}", no known encoding; use utf-8, cp1258, tcvn3, vni …'
        ) from None
    return outer + plus + inner


def _read(data: bytes, encoding: str, *, errors: str) -> str:
    if encoding in ("tcvn3", "vni"):
        return INNER[encoding](western(data))
    if encoding == "cp1252":
        return western(data)
    try:
        text = data.decode(encoding, errors=errors)
    except UnicodeError as error:
        raise UnreadableError(
            f"is not {encoding} at byte {getattr(error, 'start', 0)}; give another encoding"
        ) from None
    # Windows-1258 writes a vowel and its tone as two characters: composing them belongs to decoding it.
    return unicodedata.normalize("NFC", text) if encoding == "cp1258" else text


def _utf16(data: bytes) -> str:
    sample = data[: WINDOW - WINDOW % 2]
    half = len(sample) // 2
    if half < 2:
        return ""
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd >= MIN_ZEROS and even <= MAX_ZEROS:
        return "utf-16-le"
    return "utf-16-be" if even >= MIN_ZEROS and odd <= MAX_ZEROS else ""


def _is_utf8(data: bytes) -> bool:
    """Whether *data* is UTF-8, perhaps with a few broken places (a cut at the end, a damaged byte)."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="ignore")
        intact = len(FIRST_MARK.findall(text))
        broken = data.decode("utf-8", errors="replace").count("\ufffd") - text.count("\ufffd")
        return intact >= MIN_INTACT * broken and len(CONTROLS.findall(data)) <= MAX_CONTROLS * len(data)
    return True


def _eight_bit(data: bytes) -> str:
    """The best of the encodings with one byte a character; Western European unless a Vietnamese one is better."""
    if len(CONTROLS.findall(data)) > MAX_CONTROLS * len(data):
        raise UnreadableError(
            "is not a text file, or in no encoding that can be told; give its encoding if you know it"
        )
    first = FIRST_MARK.search(data.decode("latin-1"))
    start = max(0, (first.start() if first else 0) - 100)
    sample = data[start : start + WINDOW]
    readers: dict[str, Reader] = {
        "tcvn3": from_tcvn3,
        "vni": from_vni,
        "cp1258": lambda _: _read(sample, "cp1258", errors="replace"),
    }
    return _best(western(sample), readers) or "cp1252"


def _inner(text: str) -> str:
    """The encoding whose bytes the Western letters in *text* stand for, or "" where they stand for themselves."""
    first = FIRST_MARK.search(text)
    if not first:
        return ""
    start = max(0, first.start() - 100)
    return _of_sample(text[start : start + WINDOW])


@lru_cache(maxsize=1)
def _of_sample(sample: str) -> str:
    """Remembered, since a plain file is asked about when it is decoded and again when its text is repaired."""
    return _best(sample, INNER)


def _best(plain: str, readers: Mapping[str, Reader]) -> str:
    """The reader that makes *plain* Vietnamese, or "" where it is so already or none does."""
    glance, seen = _syllables(plain[:GLANCE])
    if glance > 1 - MIN_GAIN and len(seen) >= GLANCED:
        return ""  # good Vietnamese from the start: nearly every file, and there is no need to read on
    share, _ = _syllables(plain)
    if share > 1 - MIN_GAIN:
        return ""
    found: dict[str, tuple[float, int]] = {}
    for name, reader in readers.items():
        text = reader(plain)
        gained, valid = _syllables(text)
        if gained >= max(MIN_SHARE, share + MIN_GAIN) and (
            len(set(map(str.lower, valid))) >= MIN_DISTINCT or _of_all(text) >= MIN_OF_ALL
        ):
            found[name] = gained, len(valid)
    return max(found, key=lambda name: found[name], default="")


def _syllables(text: str) -> tuple[float, list[str]]:
    """Which share of the words with marks are Vietnamese syllables, and those that are.

    Single letters do not count: a middle dot or a guillemet between words would become one.
    """
    words = [word for word in _words(text) if len(word) > 1 and not word.isascii()]
    valid = list(compress(words, map(is_syllable, words)))
    return len(valid) / len(words) if words else 0.0, valid


def _of_all(text: str) -> float:
    words = _words(text)
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def _words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFC", text))
