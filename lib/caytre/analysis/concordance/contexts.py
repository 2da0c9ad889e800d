"""What stands around a hit: the text of its line, the syllables asked for inside it, the order of contexts."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from caytre.analysis.statistics.counts import coded
from caytre.text.characters import blanked
from caytre.text.orthography import fold, nfc, syllables

__all__ = ["Inner", "order", "texts"]


class Inner:
    """Finds the syllables of a query inside a run of words that holds them."""

    def __init__(self, query: str, toneless: bool) -> None:
        self._fold: Callable[[str], str] = lambda text: fold(nfc(text), tones=not toneless)
        self._wanted = [self._fold(query)[a:b] for a, b in syllables(nfc(query))]

    def narrow(self, text: str, start: int, end: int) -> tuple[int, int]:
        spans = syllables(text[start:end])
        folded = [self._fold(text[start + a : start + b]) for a, b in spans]
        size = len(self._wanted)
        hit = next((i for i in range(len(spans)) if folded[i : i + size] == self._wanted), None)
        return (start, end) if hit is None else (start + spans[hit][0], start + spans[hit + size - 1][1])


def texts(lines: pd.DataFrame, cuts: pd.DataFrame | None, names: pd.Index[Any]) -> Callable[[int, int], str]:
    """A function from article code and line number to the text of the line, cuts blanked out; sorted on first use."""

    @lru_cache(1)
    def keys() -> tuple[NDArray[np.int64], NDArray[np.intp]]:
        codes, own = coded(lines["article_id"])
        number = np.append(names.get_indexer(own.astype(names.dtype)), -1)[codes].astype(np.int64)
        whole = number << 32 | lines["line_no"].to_numpy(dtype=np.int64)
        order = np.argsort(whole, kind="stable")
        return whole[order], order

    @lru_cache(4096)
    def text(article: int, line: int) -> str:
        known, order = keys()
        at = int(np.searchsorted(known, article << 32 | line))
        if at == len(known) or known[at] != article << 32 | line:
            raise KeyError(f"{names[article]}: line {line} is in the tokens but not in the lines")
        return blanked(str(lines["text"].iloc[int(order[at])]), blanks.get((str(names[article]), line), ()))

    blanks: dict[tuple[str, int], list[tuple[int, int]]] = {}
    if cuts is not None:
        for name, line, start, end in cuts[["article_id", "line_no", "start", "end"]].itertuples(index=False):
            blanks.setdefault((str(name), line), []).append((start, end))
    return text


def order(table: pd.DataFrame, sort: str) -> list[Any]:
    """Sort keys: the right context word by word, the left one backwards; first without marks, then with."""
    words = [fold(text).split()[:: -1 if sort == "left" else 1] for text in table[sort]]
    return [([fold(word, tones=False) for word in key], key) for key in words]
