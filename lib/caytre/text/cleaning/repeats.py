"""What stands more than once in a corpus: lines of many articles, and articles of many files."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from hashlib import sha256
from math import ceil
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from caytre.text.cleaning.furniture import key
from caytre.text.orthography import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

__all__ = ["DUPLICATE_COLUMNS", "duplicates", "repeated_lines"]

DUPLICATE_COLUMNS = ["article_id", "first", "similarity", "kind"]

LINE = 160
"""A longer line is no furniture, however often it stands."""
LINES_HELD = 300_000
SHINGLE = 5
SKETCH = 256
"""So many of its smallest shingle hashes stand for an article: similarities are exact to about 1/√256."""
PROBES = 24
"""So many of them lead to articles to compare with."""
FACTOR = np.uint64(0x9E3779B97F4A7C15)
WORDS = re.compile(r"\w+")


def repeated_lines(texts: Iterable[str], *, min_articles: int = 5, min_share: float = 0.02) -> frozenset[str]:
    """The keys of short lines that stand in at least *min_articles* articles and in *min_share* of them.

    Copies of one article count once (they share their longest line), so that a wire story is not taken for furniture.
    Memory is bounded: of more than 300,000 different lines the rarest are forgotten, which can only lose lines that
    stand in few articles. A key is the line folded, letters only.
    """
    if min_articles < 2:
        raise ValueError(f"min_articles is {min_articles}; a line repeats from 2 articles on")
    counts: dict[str, int] = {}
    forgotten = 0
    articles: set[int] = set()
    for text in texts:
        lines = text.split("\n")
        longest = zlib.crc32(max(lines, key=len).encode())
        if longest in articles:
            continue
        articles.add(longest)
        for line in {key(core) for line in lines if 0 < len(core := line.strip()) <= LINE}:
            if line:
                counts[line] = counts.get(line, forgotten) + 1
        while len(counts) > LINES_HELD:
            forgotten += 1
            counts = {line: count for line, count in counts.items() if count > forgotten}
    wanted = max(min_articles, ceil(min_share * len(articles)))
    return frozenset(line for line, count in counts.items() if count >= wanted)


def duplicates(texts: Mapping[str, str], *, min_similarity: float = 0.7) -> pd.DataFrame:
    """Articles that repeat an earlier one: article_id, first, similarity, kind (exact or near).

    *exact* texts are the same words in the same order; *near* ones share at least *min_similarity* of their runs of
    five words (Jaccard, estimated from the smallest hashes: Broder 1997). *first* is the earliest article of its group
    and stands in no row itself. Each article is compared with few others, found by shared hashes: time is linear.
    """
    if not 0 < min_similarity <= 1:
        raise ValueError(f"min_similarity is {min_similarity}; it is a share, above 0 and at most 1")
    known: dict[bytes, tuple[str, float]] = {}
    sketches: dict[str, Hashes] = {}
    holders: dict[int, str] = {}
    rows = []
    for article_id, text in texts.items():
        words = WORDS.findall(fold(text))
        if not words:
            continue
        digest = sha256(" ".join(words).encode()).digest()
        if digest in known:
            first, similarity = known[digest]
            rows.append((article_id, first, similarity, "exact" if similarity == 1 else "near"))
            continue
        sketch = _sketch(words)
        found = _nearest(sketch, holders, sketches)
        if found and found[0] >= min_similarity:
            known[digest] = found[1], min(round(found[0], 3), 0.999)
            rows.append((article_id, *known[digest], "near"))
            continue
        known[digest] = article_id, 1.0
        sketches[article_id] = sketch
        for probe in sketch[:PROBES].tolist():
            holders.setdefault(probe, article_id)
    return pd.DataFrame(rows, columns=DUPLICATE_COLUMNS)


def _nearest(
    sketch: Hashes, holders: Mapping[int, str], sketches: Mapping[str, Hashes]
) -> tuple[float, str] | None:
    """The earlier article most like this one, among those that hold one of its smallest hashes."""
    candidates = dict.fromkeys(holders[probe] for probe in sketch[:PROBES].tolist() if probe in holders)
    return max(
        ((_similarity(sketch, sketches[other]), other) for other in candidates),
        key=lambda pair: pair[0],
        default=None,
    )


def _similarity(one: Hashes, other: Hashes) -> float:
    """Jaccard similarity as the smallest hashes of the union tell it."""
    union = np.union1d(one, other)
    if len(one) == SKETCH or len(other) == SKETCH:
        union = union[:SKETCH]
    shared = np.intersect1d(one, other, assume_unique=True)
    return float(np.isin(union, shared, assume_unique=True).sum() / len(union))


def _sketch(words: list[str]) -> Hashes:
    codes = np.fromiter((zlib.crc32(word.encode()) for word in words), dtype=np.uint64, count=len(words))
    width = min(SHINGLE, len(codes))
    hashes = np.zeros(len(codes) - width + 1, dtype=np.uint64)
    for shift in range(width):
        hashes = (hashes ^ codes[shift : shift + len(hashes)]) * FACTOR
        hashes ^= hashes >> np.uint64(29)
    return np.unique(hashes)[:SKETCH]
