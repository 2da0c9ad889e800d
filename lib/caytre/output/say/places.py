"""Findings about where words stand: in how many articles, in which half of them, how evenly, and where to read them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from caytre.analysis.shown import citations
from caytre.session import join, number, percent, t, times
from caytre.show import Said, escape

__all__ = ["concordance", "rare", "spread", "word_places"]

FEW = 3
"""Occurrences up to which a count carries nothing by itself and the lines have to be read."""

MIN_SHARE = 20
"""Places from which a share in per cent says more than the number."""

MIN_SPREAD = 10
"""A word has to occur this often before its spread over the articles is worth a sentence."""


def concordance(lines: pd.DataFrame, query: str, *, n_articles: int) -> Said:
    """How often *query* stands where; for a handful of places, all of them."""
    if lines.empty:
        return Said(t(f"“{escape(query)}” does not occur.", f"“{escape(query)}” không xuất hiện."))
    articles = lines["article_id"].nunique()
    spots = lines.drop_duplicates(["article_id", "line_no"])
    places = join(citations(spots.head(6)))
    more = "" if len(spots) <= 6 else t(" and elsewhere", " và nơi khác")
    note = (
        t(
            " So few occurrences have to be read, not counted.",
            " Số lần ít như vậy thì nên đọc, không nên đếm.",
        )
        if len(lines) <= FEW
        else ""
    )
    return Said(f"{_reach(query, len(lines), articles, n_articles, comma=',')}: {places}{more}.{note}")


def _reach(query: str, n: int, n_in: int, n_articles: int, *, comma: str = "") -> str:
    """“cây tre” occurs 3 times in 2 of 5 articles; of one article there is nothing to say but how often."""
    start = t(f"“{escape(query)}” occurs {times(n)}", f"“{escape(query)}” xuất hiện {times(n)}")
    if n_articles == 1:
        return start
    return start + t(
        f"{comma} in {number(n_in)} of {number(n_articles)} articles",
        f" trong {number(n_in)} trên {number(n_articles)} bài",
    )


def word_places(places: pd.DataFrame, queries: Sequence[str], *, n_articles: int) -> Said:
    """How far each query reaches: how often, in how many articles, and from where to where."""
    parts = []
    for query in queries:
        hits = places[places["query"] == query]
        word = f"“{escape(query)}”"
        if hits.empty:
            parts.append(t(f"{word} does not occur", f"{word} không xuất hiện"))
            continue
        reach = _reach(query, len(hits), hits["article_id"].nunique(), n_articles)
        parts.append(reach + (_late(hits) if len(hits) > FEW else ""))
    return Said("; ".join(parts) + ".")


def _late(hits: pd.DataFrame) -> str:
    """How many of the places stand in the second half of their article: a share, of few places a number."""
    n = int((hits["place"] > 0.5).sum())
    if not n:
        return t(", always in the first half of an article", ", đều ở nửa đầu của bài")
    if n == len(hits):
        return t(", always in the second half of an article", ", đều ở nửa sau của bài")
    if len(hits) < MIN_SHARE:
        return t(f", {times(n)} in the second half of an article", f", {times(n)} ở nửa sau của bài")
    share = percent(n / len(hits))
    return t(f", {share} of the places in the second halves", f", {share} số chỗ ở nửa sau của bài")


def spread(dispersion: pd.DataFrame, *, n: int = 3) -> Said:
    """Which common words run evenly through the parts and which sit in a few; *dispersion* as `statistics.dispersion`."""
    common = dispersion[(dispersion["n"] >= MIN_SPREAD) & dispersion["dp_norm"].notna()]
    if len(common) < 2:
        return Said(
            t(
                "There are too few common words, or too few articles, to tell even words from bunched ones.",
                "Quá ít từ phổ biến, hoặc quá ít bài, để phân biệt từ rải đều với từ dồn cục.",
            )
        )
    n = min(n, len(common) // 2)  # so that no word is called even and bunched at once
    even, bunched = common.head(n), common.tail(n).iloc[::-1]
    names = [
        join([f"“{escape(row.word)}” ({number(row.dp_norm, 2)})" for row in part.itertuples()])
        for part in (even, bunched)
    ]
    return Said(
        t(
            f"Of the words that occur {number(MIN_SPREAD)} times or more, the most evenly spread are {names[0]}; the most bunched are {names[1]} (DPnorm: 0 even, 1 all in the smallest article).",
            f"Trong những từ xuất hiện từ {number(MIN_SPREAD)} lần trở lên, rải đều nhất là {names[0]}; dồn cục nhất là {names[1]} (DPnorm: 0 là đều, 1 là chỉ ở bài ngắn nhất).",
        )
    )


def rare(places: pd.DataFrame, queries: Sequence[str], *, n_articles: int) -> Said:
    """Which of the *queries* are too rare for counting, with every place where they stand."""
    parts = []
    for query in queries:
        hits = places[places["query"] == query]
        if 0 < len(hits) <= FEW:
            spots = join(citations(hits.drop_duplicates(["article_id", "line_no"])))
            parts.append(
                t(
                    f"“{escape(query)}” stands {times(len(hits))} in {'both articles' if n_articles == 2 else f'all {number(n_articles)} articles'} together, at {spots}"
                    if n_articles > 1
                    else f"“{escape(query)}” stands {times(len(hits))} in the article, at {spots}",
                    f"“{escape(query)}” chỉ có {times(len(hits))} trong {f'toàn bộ {number(n_articles)} bài' if n_articles > 1 else 'bài'}, ở {spots}",
                )
            )
    if not parts:
        return Said(
            t(
                f"Every word looked up that occurs at all occurs more than {number(FEW)} times.",
                f"Mọi từ được tra, nếu có, đều xuất hiện hơn {number(FEW)} lần.",
            )
        )
    return Said(
        t(
            f"{'; '.join(parts)}: frequency cannot carry what so few places mean, only reading can.",
            f"{'; '.join(parts)}: tần suất không nói được ý nghĩa của vài chỗ ấy, chỉ có đọc mới biết.",
        )
    )
