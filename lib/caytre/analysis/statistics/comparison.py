"""Groups side by side: the words of each for a cloud, and what two groups say differently.

Sizes are relative frequencies on one scale for all groups, so a word as large in one cloud as in another is as frequent
there. Which words are left out is chosen by named groups, which the figure lists.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import numpy as np
import pandas as pd

from caytre.analysis.statistics.contrast import MIN_ARTICLES, exact_log_ratio_interval, log_ratio
from caytre.analysis.statistics.counts import (
    PER,
    Grouping,
    coded,
    count,
    countable,
    display_forms,
    frequency,
    sizes,
)
from caytre.analysis.statistics.intervals import poisson_interval, resampled
from caytre.codebooks import CodebookError, find, read_yaml
from caytre.tables import BODY_KINDS
from caytre.text.orthography import fold

__all__ = ["as_written", "clouds", "difference", "rates", "stop_groups", "stop_words"]

NAME = "stopwords.yaml"


def stop_groups(*, corpus: Path | None = None, language: str = "en") -> pd.DataFrame:
    """The groups of words that may be left out: group, reason, n, words (a list)."""
    content, where = read_yaml(NAME, corpus=corpus), find(NAME, corpus=corpus)
    rows = []
    for group, entry in content.items() if isinstance(content, dict) else ():
        if not isinstance(entry, dict) or not isinstance(entry.get("words"), list):
            raise CodebookError(f"{where}: group {group}: no list words:")
        reason = entry.get("reason") or {}
        words = list(dict.fromkeys(str(word) for word in entry["words"]))
        rows.append((str(group), str(reason.get(language, "")), len(words), words))
    return pd.DataFrame(rows, columns=["group", "reason", "n", "words"])


def stop_words(*groups: str, corpus: Path | None = None) -> frozenset[str]:
    """The words of the named groups, lower case and in the tone-mark style of the tokens; CodebookError for a group that is none."""
    known = stop_groups(corpus=corpus).set_index("group")["words"]
    missing = [group for group in groups if group not in known.index]
    if missing:
        raise CodebookError(f"{NAME}: no group {', '.join(missing)} (found: {', '.join(known.index)})")
    return frozenset(fold(word) for group in groups for word in known[group])


def clouds(
    tokens: pd.DataFrame,
    *,
    by: Grouping | None = None,
    kinds: Collection[str] = BODY_KINDS,
    leave_out: Collection[str] = (),
    top: int = 60,
    min_n: int = 2,
) -> pd.DataFrame:
    """The *top* words of every group: group, word, n, per_10k, n_articles, size.

    A word is written as it is most often; words that are written alike are one. *size* is per_10k over the largest
    per_10k of all groups. Without *by* there is one group, "".
    """
    table = frequency(as_written(tokens, leave_out), by=by, kinds=kinds)
    if by is None:
        table.insert(0, "group", "")
    table = table[table["n"] >= min_n].groupby("group", sort=True).head(top).reset_index(drop=True)
    table["size"] = table["per_10k"] / table["per_10k"].max() if len(table) else 0.0
    return table


def difference(
    tokens: pd.DataFrame,
    *,
    by: Grouping,
    groups: tuple[str, str],
    kinds: Collection[str] = BODY_KINDS,
    leave_out: Collection[str] = (),
    min_n: int = 3,
) -> pd.DataFrame:
    """What one group says more than the other: word, n_a, n_b, per_10k_a, per_10k_b, difference, log_ratio, low, high.

    *difference* is per_10k of the first group less that of the second; the interval of the log-ratio is exact and
    takes words as independent. Words are written as in clouds(); those below *min_n*
    in both together are left out. Largest difference first, the
    second group's words at the end. Raises KeyError for a group without words.
    """
    table = frequency(as_written(tokens, leave_out), by=by, kinds=kinds)
    sides = [table[table["group"] == group].set_index("word") for group in groups]
    for group, side in zip(groups, sides, strict=True):
        if side.empty:
            raise KeyError(f'no words in group "{group}" (found: {", ".join(sorted(set(table["group"])))})')
    n = {f"n_{letter}": side["n"] for letter, side in zip("ab", sides, strict=True)}
    both = pd.DataFrame(n).fillna(0).astype(int)
    size_a, size_b = (int(side["n"].sum()) for side in sides)
    both["per_10k_a"], both["per_10k_b"] = (
        both[f"n_{s}"] * PER / n for s, n in zip("ab", (size_a, size_b), strict=True)
    )
    both["difference"] = both["per_10k_a"] - both["per_10k_b"]
    both["log_ratio"] = log_ratio(both["n_a"], size_a, both["n_b"], size_b)
    both["low"], both["high"] = exact_log_ratio_interval(both["n_a"], size_a, both["n_b"], size_b)
    both = both[both["n_a"] + both["n_b"] >= min_n].rename_axis("word").reset_index()
    return both.sort_values(["difference", "word"], ascending=[False, True], ignore_index=True)


def rates(
    tokens: pd.DataFrame,
    words: Collection[str],
    *,
    by: Grouping | None = None,
    kinds: Collection[str] = BODY_KINDS,
) -> pd.DataFrame:
    """How often each group says chosen words: group, word, n, per_10k, low, high, n_articles, n_in_group, interval.

    The 95 % interval comes from drawing whole articles anew ("articles"); in groups of fewer than MIN_ARTICLES it is
    the exact interval of the count ("count"), which is too narrow, since words come in bunches. *n_in_group* is the
    number of the group's articles. A word that a group never says has a row with 0.
    """
    counts = count(tokens, by="article_id" if by is None else by, kinds=kinds)
    chosen = list(dict.fromkeys(words))
    places = counts.words.get_indexer(pd.Index(chosen))
    said = counts.matrix[:, np.where(places < 0, 0, places)].toarray() * (places >= 0)
    whole, articles = sizes(counts), counts.parts["article_id"]
    labels = counts.parts["group"] if by is not None else pd.Series("", index=counts.parts.index)
    rows = []
    for group in sorted(set(labels)):
        mine = np.flatnonzero(labels == group)
        numbers, names = pd.factorize(articles.iloc[mine])
        size = np.bincount(numbers, weights=whole[mine])
        for column, word in enumerate(chosen):
            n = np.bincount(numbers, weights=said[mine, column])
            few = len(names) < MIN_ARTICLES
            found = poisson_interval(int(n.sum()), per=size.sum()) if few else resampled(n, sizes=size)
            scaled = (bound * PER for bound in found)
            rows.append(
                (
                    group,
                    word,
                    int(n.sum()),
                    *scaled,
                    int((n > 0).sum()),
                    len(names),
                    "count" if few else "articles",
                )
            )
    columns = ["group", "word", "n", "per_10k", "low", "high", "n_articles", "n_in_group", "interval"]
    return pd.DataFrame(rows, columns=columns)


def as_written(tokens: pd.DataFrame, leave_out: Collection[str]) -> pd.DataFrame:
    """The tokens with every word as it is most often written, and those left out missing."""
    codes, vocabulary = coded(tokens["word"])
    forms, written = pd.factorize(display_forms(tokens).reindex(vocabulary.astype(str)).fillna(""))
    forms = np.append(np.where(countable(vocabulary, leave_out)[:-1], forms, -1), -1)
    return tokens.assign(
        word=pd.Categorical.from_codes(forms[codes], categories=pd.Index(written).astype(str))
    )
