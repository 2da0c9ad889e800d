"""Which runs of syllables the dictionary knows as one word: no phrase and no figure may cut one."""

from __future__ import annotations

from functools import lru_cache

from caytre.text.words import models
from caytre.text.words.phrases import key

__all__ = ["cuts_first", "cuts_last", "is_word"]


def is_word(*syllables: str) -> bool:
    """Whether the dictionary of the segmentation model has these syllables as one word, in any case and tone-mark style."""
    return _known(" ".join(syllables))


def cuts_first(before: str, first: str, second: str, third: str) -> bool:
    """Whether a run that begins with these three cuts a word: *before* and *first* are one, and *first* is not needed
    for a word with *second*."""
    return is_word(before, first) and (not is_word(first, second) or is_word(second, third))


def cuts_last(third: str, second: str, last: str, after: str) -> bool:
    """The same at the end of a run, whose last three syllables are *third*, *second* and *last*."""
    return is_word(last, after) and (not is_word(second, last) or is_word(third, second))


@lru_cache(maxsize=1 << 16)
def _known(text: str) -> bool:
    return key(text) in _dictionary()


@lru_cache(maxsize=1)
def _dictionary() -> frozenset[str]:
    return frozenset(models.dictionary())
