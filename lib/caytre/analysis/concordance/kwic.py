"""Concordance: a word wherever it stands, with what stands around it, and the company it keeps.

>>> found = Concordance(tokens, lines).kwic("hoà bình")          # doctest: +SKIP
>>> found[["left", "node", "right", "citation"]]                 # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property, lru_cache
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from caytre.analysis.concordance.contexts import Inner, order, texts
from caytre.analysis.concordance.positions import Places, Positions, build
from caytre.analysis.concordance.queries import By, QueryError, Vocabulary
from caytre.analysis.shown import citation
from caytre.analysis.statistics.association import log_dice, measures, sentence_numbers
from caytre.analysis.statistics.counts import coded, countable
from caytre.tables import BODY_KINDS, TOGETHER
from caytre.text.orthography import fold as folded
from caytre.text.orthography import nfc

__all__ = ["Concordance", "QueryError"]

Where = Mapping[str, Any]
FILTERS = ("article", "outlet", "date", "speaker", "kind")
SORTS = ("position", "left", "right", "node")
WINDOW = 8
COMPANY = 5


class Concordance:
    """Queries over one corpus.

    *tokens* (in text order, each article in one piece) and *lines* are the corpus's tables; *articles* (outlet, published) and *sentences* (voice) are needed
    to filter by these, *cuts* to keep what was cut out of a line out of the context. *positions* is an index made
    before; without it one is built. Body lines and headings are searched unless `where={"kind": ...}` says otherwise.

    *where* takes article, outlet, speaker, kind (a value or a collection of values) and date (the beginning of an ISO
    date, such as "2021-12", or a pair of first and last date). A query that no word of the corpus fits finds nothing;
    one that makes no sense raises QueryError.
    """

    def __init__(
        self,
        tokens: pd.DataFrame,
        lines: pd.DataFrame,
        *,
        articles: pd.DataFrame | None = None,
        sentences: pd.DataFrame | None = None,
        cuts: pd.DataFrame | None = None,
        positions: Positions | None = None,
    ) -> None:
        codes, self.words = coded(tokens["word"])
        self.positions = positions or build(codes, sentence_numbers(tokens), len(self.words))
        self._articles, self._names = coded(tokens["article_id"])
        self._forms, self._spellings = coded(tokens["form"])
        self._kinds, self._kind_names = coded(tokens["kind"])
        self._line, self._sent, self._start, self._end = (
            tokens[name].to_numpy() for name in ("line_no", "sent_no", "start", "end")
        )
        self._tables = {"articles": articles, "sentences": sentences}
        self._text = texts(lines, cuts, self._names)
        self._vocabulary = lru_cache(2)(lambda toneless: Vocabulary(self.words, toneless=toneless))
        self._background = lru_cache(4)(self._count_all)

    def find(
        self,
        query: str,
        *,
        by: By = "phrase",
        fold: bool = True,
        toneless: bool = False,
        where: Where | None = None,
    ) -> tuple[Places, NDArray[np.int64]]:
        """First token and number of tokens of every hit, in text order."""
        runs = self._vocabulary(toneless).runs(query, by)
        found = [self.positions.sequence(run) for run in runs]
        if len(found) == 1:
            at, size = found[0], np.full(len(found[0]), len(runs[0]))
        else:
            at = np.concatenate([*found, np.empty(0, dtype=np.int64)])
            size = np.repeat([*map(len, runs)] or [0], [*map(len, found)] or [0]).astype(np.int64)
            forward = np.argsort(at, kind="stable")
            at, size = at[forward], size[forward]
        kept = self._mask(at, where)
        if not fold:
            kept &= self._spelt(at, size, nfc(query), by)
        return at[kept], size[kept]

    def kwic(
        self,
        query: str,
        *,
        by: By = "phrase",
        fold: bool = True,
        toneless: bool = False,
        where: Where | None = None,
        window: int | Literal["sentence"] = WINDOW,
        sort: str = "position",
        limit: int | None = None,
    ) -> pd.DataFrame:
        """Hits with their context: article_id, line_no, start, end, left, node, right, citation.

        The context is *window* tokens of the same line, or the whole sentence, as the article writes it. *limit*
        keeps the first hits in text order; how many there are stands in `.attrs["n"]`.
        """
        if sort not in SORTS:
            raise QueryError(f'sort="{sort}" is unknown; use {", ".join(SORTS)}')
        at, size = self.find(query, by=by, fold=fold, toneless=toneless, where=where)
        inner = Inner(query, toneless) if by == "syllable" else None
        shown = zip(at[:limit].tolist(), size[:limit].tolist(), strict=True)
        rows = [self._row(first, first + length - 1, window, inner) for first, length in shown]
        table = pd.DataFrame(
            rows, columns=["article_id", "line_no", "start", "end", "left", "node", "right", "citation"]
        )
        if sort != "position":
            table = table.iloc[sorted(range(len(table)), key=order(table, sort).__getitem__)].reset_index(
                drop=True
            )
        table.attrs["n"] = len(at)
        return table

    def collocates(
        self,
        query: str,
        *,
        by: By = "phrase",
        toneless: bool = False,
        where: Where | None = None,
        window: int = COMPANY,
        min_n: int = 2,
        leave_out: Collection[str] = (),
        limit: int | None = None,
    ) -> pd.DataFrame:
        """Words within *window* tokens of the hits, in their sentence: word, n, n_word, expected and the measures.

        A word's row compares its share of the tokens around the node with its share of all the searched text (Evert
        2008, surface co-occurrence); punctuation takes a place of the window and is not listed. Best log_dice first; *limit* keeps so many rows, which is much
        quicker for a frequent node. How many words there are stands in `.attrs["n"]`.
        """
        at, size = self.find(query, by=by, toneless=toneless, where=where)
        near = np.zeros(len(self.words), dtype=np.int64)
        for length in range(int(size.min()), int(size.max()) + 1) if len(size) else ():
            near += self.positions.neighbours(at[size == length], length, window)
        near *= self._countable
        whole = self._background(_frozen(where))
        span, total = int(near.sum()), int(whole.sum())
        for word in leave_out:
            near[self._vocabulary(False).exact(folded(word))] = 0
        kept = np.flatnonzero(near >= max(min_n, 1))
        best = self._closest(kept, near, span, whole, len(kept) if limit is None else limit)
        n, n_word = near[best], whole[best]
        found = measures(n, np.full(len(best), span), n_word, max(total, 1))
        table = pd.DataFrame(
            {
                "word": self.words[best].astype(str),
                "n": n,
                "n_word": n_word,
                "expected": n_word * span / max(total, 1),
            }
            | {name: found[name].to_numpy() for name in found}
        )
        table.attrs["n"] = len(kept)
        return table

    def _closest(self, words: Places, near: Places, span: int, whole: Places, limit: int) -> Places:
        """The first *limit* of the *words*, by code, in the order of a table of collocates."""
        dice = log_dice(near[words], span, whole[words])
        if 0 < limit < len(words):  # sort no more than can be among the first
            able = dice >= np.partition(dice, len(words) - limit)[len(words) - limit]
            words, dice = words[able], dice[able]
        names = np.argsort(np.argsort(self.words[words].astype(str).to_numpy(dtype=object)))
        return words[np.lexsort((names, -near[words], -dice))[: max(limit, 0)]]

    def dispersion_points(
        self, query: str, *, by: By = "phrase", toneless: bool = False, where: Where | None = None
    ) -> pd.DataFrame:
        """Where in its article each hit stands: article_id, line_no, place (0 first, 1 last token), n_tokens."""
        at, _ = self.find(query, by=by, toneless=toneless, where=where)
        bounds = self._bounds
        which = np.searchsorted(bounds, at, side="right") - 1
        first, n_tokens = bounds[which], bounds[which + 1] - bounds[which]
        table = pd.DataFrame(
            {"article_id": self._names[self._articles[at]].astype(str), "line_no": self._line[at]}
        )
        return table.assign(place=(at - first) / np.maximum(n_tokens - 1, 1), n_tokens=n_tokens)

    def network(
        self,
        query: str,
        *,
        by: By = "phrase",
        toneless: bool = False,
        where: Where | None = None,
        window: int = COMPANY,
        words: int = 15,
        min_n: int = 2,
        leave_out: Collection[str] = (),
    ) -> pd.DataFrame:
        """Edges among the node and its closest collocates: source, target, n, n_articles.

        *n* counts the node's sentences that hold both, so a collocate's edge to the node says in how many of them it
        stands. The node has the query as its name.
        """
        company = self.collocates(
            query,
            by=by,
            toneless=toneless,
            where=where,
            window=window,
            min_n=min_n,
            leave_out=leave_out,
            limit=words,
        )
        at, _ = self.find(query, by=by, toneless=toneless, where=where)
        homes = np.unique(self.positions.sentences[at])
        chosen = self.words.get_indexer(pd.Index(company["word"]))
        rows = self._presence(homes, chosen)
        articles = self._articles[self.positions.bounds[homes]]
        names = [query, *company["word"]]
        present = np.column_stack([np.ones(len(homes), dtype=np.bool_), rows])
        edges = []
        for i in range(len(names)):
            for j in range(i + 1, len(names)):
                both = present[:, i] & present[:, j]
                edges.append((names[i], names[j], int(both.sum()), len(np.unique(articles[both]))))
        table = pd.DataFrame(edges, columns=["source", "target", "n", "n_articles"])
        kept = table[(table["n"] >= min_n) | ((table["source"] == query) & (table["n"] > 0))]
        return kept.sort_values(["n", "source", "target"], ascending=[False, True, True], ignore_index=True)

    def _presence(self, homes: NDArray[np.int32], chosen: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which of the *chosen* words stand in which of the sentences *homes*."""
        starts = self.positions.bounds[homes]
        sizes = self.positions.bounds[homes + 1] - starts
        row = np.repeat(np.arange(len(homes)), sizes)
        place = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes) + np.repeat(starts, sizes)
        column = np.full(len(self.words), -1)
        column[chosen] = np.arange(len(chosen))
        which = column[self.positions.codes[place]]
        found = np.zeros((len(homes), len(chosen)), dtype=np.bool_)
        found[row[which >= 0], which[which >= 0]] = True
        return found

    def _row(self, first: int, last: int, window: int | str, inner: Inner | None) -> tuple[Any, ...]:
        text = self._text(int(self._articles[first]), int(self._line[first]))
        left, right = self._context(first, last, window)
        begin, start, end, stop = (
            int(x) for x in (self._start[left], self._start[first], self._end[last], self._end[right])
        )
        if inner is not None:
            start, end = inner.narrow(text, start, end)
        name, line = str(self._names[self._articles[first]]), int(self._line[first])
        around = (" ".join(text[a:b].split()) for a, b in ((begin, start), (end, stop)))
        before, after = around
        return name, line, start, end, before, text[start:end], after, citation(name, line)

    def _context(self, first: int, last: int, window: int | str) -> tuple[int, int]:
        """First and last token of the context."""
        if window == "sentence":
            number = int(self.positions.sentences[first])
            return int(self.positions.bounds[number]), int(self.positions.bounds[number + 1]) - 1
        low, high = max(0, first - int(window)), min(len(self._line) - 1, last + int(window))
        near = np.arange(low, high + 1)
        same = near[(self._line[near] == self._line[first]) & (self._articles[near] == self._articles[first])]
        return int(same[0]), int(same[-1])

    def _spelt(self, at: Places, size: Places, query: str, by: By) -> NDArray[np.bool_]:
        """Which hits are spelt exactly as the query (for patterns there is nothing to compare)."""
        if by in ("glob", "regex", "syllable"):
            raise QueryError(f'fold=False goes with by="word" or "phrase", not "{by}"')
        wanted = "".join(query.split())
        kept = np.zeros(len(at), dtype=np.bool_)
        for length in np.unique(size):
            mine = np.flatnonzero(size == length)
            forms, which = np.unique(
                self._forms[at[mine][:, None] + np.arange(length)], axis=0, return_inverse=True
            )
            spelt = [
                "".join("".join(self._spellings[list(row)].astype(str)).split()) == wanted for row in forms
            ]
            kept[mine] = np.array(spelt)[which.ravel()]
        return kept

    def _mask(self, at: Places, where: Where | None) -> NDArray[np.bool_]:
        given = {"kind": BODY_KINDS, **(where or {})}
        unknown = sorted(set(given) - set(FILTERS))
        if unknown:
            raise QueryError(f"cannot filter by {', '.join(unknown)}; use {', '.join(FILTERS)}")
        kept = np.ones(len(at), dtype=np.bool_)
        for key, value in given.items():
            if key == "kind":
                kept &= np.take(_is_in(self._kind_names, value), np.take(self._kinds, at))
            elif key == "speaker":
                kept &= self._speaks(value)[self.positions.sentences[at]]
            else:
                kept &= self._of_article(key, value)[self._articles[at]]
        return kept

    def _of_article(self, key: str, value: Any) -> NDArray[np.bool_]:
        """Which articles, by code, a filter keeps."""
        if key == "article":
            return _is_in(self._names, value)
        column = {"outlet": "outlet", "date": "published"}[key]
        table = self._table("articles", column)
        known = dict(zip(table["article_id"].astype(str), table[column].fillna("").astype(str), strict=True))
        of = [known.get(str(name), "") for name in self._names]
        if key == "outlet":
            return np.array([*_is_in(pd.Index(of), value)[: len(of)], False])
        if isinstance(value, str):
            return np.array([*(day.startswith(value) for day in of), False])
        first, last = value
        return np.array(
            [*(bool(day) and first <= day[: len(first)] and day[: len(last)] <= last for day in of), False]
        )

    def _speaks(self, value: Any) -> NDArray[np.bool_]:
        """Which sentences, by number, have one of these voices."""
        table = self._table("sentences", "voice")
        names = {value} if isinstance(value, str) else set(value)
        wanted = table[[not names.isdisjoint([voice, *voice.split(TOGETHER)]) for voice in table["voice"]]]
        keys = set(zip(wanted["article_id"].astype(str), wanted["line_no"], wanted["sent_no"], strict=True))
        firsts = self.positions.bounds[:-1]
        names = self._names[self._articles[firsts]].astype(str)
        return np.array(
            [key in keys for key in zip(names, self._line[firsts], self._sent[firsts], strict=True)],
            dtype=bool,
        )

    def _table(self, name: str, column: str) -> pd.DataFrame:
        table = self._tables[name]
        if table is None or column not in table.columns:
            raise QueryError(f'to filter by {column}, give Concordance({name}=...) with a column "{column}"')
        return table

    def _count_all(self, where: tuple[tuple[str, Any], ...]) -> NDArray[np.int64]:
        """How often every word stands in the searched text; punctuation and numbers count as 0."""
        kept = self._mask(np.arange(len(self.positions.codes)), dict(where))
        n = np.bincount(self.positions.codes[kept], minlength=len(self.words))
        return np.asarray(n * self._countable)

    @cached_property
    def _countable(self) -> NDArray[np.bool_]:
        return countable(self.words, ())[:-1]

    @cached_property
    def _bounds(self) -> NDArray[np.int64]:
        """Where each article begins, and the end of the last."""
        inner = np.flatnonzero(np.diff(self._articles)) + 1
        return np.array([0, *inner.tolist(), len(self._articles)], dtype=np.int64)


def _is_in(names: pd.Index[Any], value: Any) -> NDArray[np.bool_]:
    """Which of *names* are the value, or among the values; False once more at the end, for the code -1."""
    wanted = {value} if isinstance(value, str) else set(value)
    return np.array([*(str(name) in wanted for name in names), False])


def _frozen(where: Where | None) -> tuple[tuple[str, Any], ...]:
    fixed = ((key, value if isinstance(value, str) else tuple(value)) for key, value in (where or {}).items())
    return tuple(sorted(fixed))
