"""The object that a notebook holds: a folder of articles, as tables.

`open_corpus("bamboo-2021")` annotates what is new and gives a `Corpus`. Its tables are pandas frames, made when they
are first asked for; the columns are described in data/README.md.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from caytre import __version__, across, codebooks, describe, frames, session
from caytre.annotate import Skipped
from caytre.build import Build, Progress
from caytre.show import Table
from caytre.store import digest
from caytre.tables import BODY_KINDS, Annotated, Article
from caytre.text.orthography import fold

if TYPE_CHECKING:
    from caytre.analysis.concordance import Concordance
    from caytre.analysis.statistics.counts import Counts

__all__ = ["TABLES", "Corpus", "CorpusError", "find_corpus", "open_corpus"]

TABLES = (
    "articles", "lines", "cuts", "sentences", "tokens", "mentions", "quotes", "times", "enumerations", "metaphors",
    "formulas", "themes", "echoes",
)  # fmt: skip
"""The tables that `caytre tables` writes, in the order of the codebook."""


class CorpusError(ValueError):
    """A corpus that cannot be opened; the message says what was looked for, where, and what to do."""


def open_corpus(
    name: str | Path,
    *,
    lang: str | None = None,
    workers: int | None = None,
    engine: str = "fast",
    scheduler: str | None = None,
    progress: bool = True,
) -> Corpus:
    """The corpus of that name (`data/<name>` of the project) or in that folder, its store brought up to date.

    *lang* ("en" or "vi") is the language of figures, findings and reports; it defaults to the corpus's own. *engine*
    "underthesea" segments words with that library's own code instead of the faster tables. Raises CorpusError where
    there is no such corpus or nothing in it can be read.
    """
    folder = find_corpus(name)
    build = Build(
        folder, workers=workers, engine=engine, scheduler=scheduler, progress=_bar() if progress else None
    )
    if build.live.empty:
        reasons = "; ".join(f"{row.source}: {row.reason}" for row in build.skipped[:3])
        raise CorpusError(
            f"{folder / 'articles'}: no article that can be read{f' ({reasons})' if reasons else ''}; put articles there"
        )
    corpus = Corpus(build)
    session.begin(
        corpus.name,
        lang or build.settings.language,
        corpus.source,
        folder=folder,
        store=corpus.store_folder,
    )
    return corpus


def find_corpus(name: str | Path) -> Path:
    """The folder of a corpus: an absolute path as it is, a name below `data/` of the project, then any other path."""
    root = codebooks.project_root()
    given = Path(name).expanduser()
    places = [given] if given.is_absolute() else [root / "data" / given, root / given, Path.cwd() / given]
    for place in places:
        if (place / "articles").is_dir():
            return place
    known = sorted(path.parent.name for path in (root / "data").glob("*/articles"))
    near = difflib.get_close_matches(str(name), known, n=1, cutoff=0.5)
    hint = f'did you mean "{near[0]}"?' if near else f"there is: {', '.join(known) or 'none yet'}"
    raise CorpusError(f'no corpus "{name}" ({places[0] / "articles"} is no folder); {hint}')


class Corpus:
    """Articles as tables. Frames are cached: copy one before you change it."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self.folder = build.folder
        self.name = build.folder.name
        self.settings = build.settings

    def __repr__(self) -> str:
        return f"Corpus({self.name!r}: {len(self.articles)} articles, {int(self.articles['n_words'].sum()):,} words)"

    @property
    def skipped(self) -> pd.DataFrame:
        """What could not be used, and why: files, articles, and articles in which an analysis failed."""
        return pd.DataFrame(self._build.skipped, columns=list(Skipped._fields))

    def __len__(self) -> int:
        return len(self._build.live)

    # -- tables of the text layer -------------------------------------------------------------------------------------

    @cached_property
    def articles(self) -> pd.DataFrame:
        """One row an article: `tables.Article`, then `encoding`, `removed`, and any further column of metadata.csv."""
        found = frames.text(self._build, "articles", columns=[*Article._fields, "encoding", "removed"])
        extra = {
            i: {k: v for k, v in row.items() if k not in found.columns and k != "reason"}
            for i, row in self._build.options.metadata.items()
        }
        more = pd.DataFrame.from_dict({i: row for i, row in extra.items() if row}, orient="index")
        return found.join(more, on="article_id") if len(more.columns) else found

    @cached_property
    def lines(self) -> pd.DataFrame:
        return frames.text(self._build, "lines")

    @cached_property
    def cuts(self) -> pd.DataFrame:
        return frames.text(self._build, "cuts")

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """`tables.Sentence`, whether it `repeated` an earlier one of its article, and whose words it is (`voices`)."""
        found = frames.text(self._build, "sentences")
        columns = (self.lines[name] for name in ("article_id", "line_no", "text"))
        line = {(article, number): text for article, number, text in zip(*columns, strict=True)}
        places = zip(*(found[name] for name in ("article_id", "line_no", "start", "end")), strict=True)
        found["text"] = [line[article, number][a:b] for article, number, a, b in places]
        spoken = self.voices[["article_id", "line_no", "sent_no", "voice", "mode", "how", "confidence"]]
        found = found.merge(spoken, on=["article_id", "line_no", "sent_no"], how="left")
        return found.fillna({"voice": "", "mode": "", "how": ""})

    @cached_property
    def tokens(self) -> pd.DataFrame:
        """`tables.Token` with `kind` and `repeated` of the sentence; texts are categories over integer codes."""
        return frames.tokens(self._build)

    def table(
        self, name: str, *, columns: Sequence[str] | None = None, articles: Iterable[str] | None = None
    ) -> pd.DataFrame:
        """A table, or only some of its columns and articles, read from the store without loading the rest.

        Raises ValueError for a table or a column that there is not.
        """
        wanted = None if articles is None else set(articles)
        if name not in TABLES:
            raise ValueError(f'no table "{name}"; there is: {", ".join(TABLES)}')
        if name == "tokens":
            return frames.tokens(self._build, articles=wanted, columns=columns or frames.TOKENS)
        if name in ("lines", "cuts"):
            found = frames.text(self._build, name, articles=wanted)
        else:
            found = getattr(self, name)
            found = found if wanted is None else found[found["article_id"].isin(wanted)]
        unknown = [column for column in columns or () if column not in found]
        if unknown:
            raise ValueError(f'no column "{unknown[0]}" in {name}; there is: {", ".join(found)}')
        return found if columns is None else found[list(columns)]

    # -- tables of the layers above ------------------------------------------------------------------------------------

    @cached_property
    def mentions(self) -> pd.DataFrame:
        return frames.layer(self._build, "speech", "mentions")

    @cached_property
    def institutions(self) -> pd.DataFrame:
        """Where institutions are named: article_id, line_no, start, end, surface, institution (the full name)."""
        return frames.layer(self._build, "speech", "institutions")

    @cached_property
    def quotes(self) -> pd.DataFrame:
        return frames.layer(self._build, "speech", "quotes")

    @cached_property
    def voices(self) -> pd.DataFrame:
        return frames.layer(self._build, "speech", "voices")

    @cached_property
    def times(self) -> pd.DataFrame:
        return frames.layer(self._build, "times", "times")

    @cached_property
    def themes(self) -> pd.DataFrame:
        return frames.layer(self._build, "themes", "themes")

    @cached_property
    def enumerations(self) -> pd.DataFrame:
        return frames.layer(self._build, "rhetoric", "enumerations")

    @cached_property
    def metaphors(self) -> pd.DataFrame:
        return frames.layer(self._build, "rhetoric", "metaphors")

    @cached_property
    def formulas(self) -> pd.DataFrame:
        return self._across("formulas")

    @cached_property
    def echoes(self) -> pd.DataFrame:
        return self._across("echoes")

    def _across(self, name: str) -> pd.DataFrame:
        """A table that needs all articles at once; kept in the store like any other."""
        return across.found(self._build, name)

    def annotated(self) -> list[Annotated]:
        """The articles as the analysis modules take them."""
        return across.all_articles(self._build)

    # -- counting and describing ---------------------------------------------------------------------------------------

    def words(
        self,
        *,
        kinds: Sequence[str] = BODY_KINDS,
        duplicates: str = "keep",
        repeated: str = "keep",
        echoes: str = "keep",
    ) -> pd.DataFrame:
        """The tokens that count: of lines of these *kinds*, without what is cut out of them.

        duplicates="first" leaves out all but the first of equal or nearly equal articles, repeated="drop" sentences
        that say again what stands earlier in their article, echoes="once" passages that stand in an earlier article.
        """
        tokens = self.tokens
        keep = np.array(tokens["kind"].isin(kinds))
        if _choice("duplicates", duplicates, ("keep", "first")) == "first":
            later = set(self.duplicates["article_id"])
            keep &= ~tokens["article_id"].isin(later).to_numpy()
        if _choice("repeated", repeated, ("keep", "drop")) == "drop":
            keep &= ~tokens["repeated"].to_numpy()
        if _choice("echoes", echoes, ("keep", "once")) == "once":
            keep &= ~across.in_spans(tokens, across.repeated_spans(self._build))
        return tokens[keep].reset_index(drop=True)

    def frequency(self, *, stop: Sequence[str] = (), by: str | None = None, **select: Any) -> pd.DataFrame:
        """Words with n, per_10k, n_articles (and group), as they are most often written, most frequent first.

        *stop* names groups of the codebook of stop words; *by* is a column of the tokens or the articles; further
        keywords go to `words`.
        """
        from caytre.analysis.statistics import comparison, counts

        tokens = self.words(**select)
        leave_out = comparison.stop_words(*stop, corpus=self.folder) if stop else ()
        kinds = select.get("kinds", BODY_KINDS)
        found = counts.frequency(
            tokens, by=None if by is None else self.groups(by), kinds=kinds, leave_out=leave_out
        )
        return found.assign(word=found["word"].map(counts.display_forms(tokens)))

    def counts(self, *, kinds: Sequence[str] = BODY_KINDS) -> Counts:
        """Articles × words as a sparse table, counted over the shards: the tokens need not fit into memory."""
        from caytre import sql

        return sql.counts(self._build, kinds=kinds)

    def sql(self, query: str) -> pd.DataFrame:
        """The answer of a SQL query over articles, lines, cuts, sentences and tokens, read where they are stored.

        >>> corpus.sql("SELECT word, count(*) AS n FROM tokens GROUP BY word ORDER BY n DESC LIMIT 5")  # doctest: +SKIP
        """
        from caytre import sql

        with sql.connect(self._build) as connection:
            found: pd.DataFrame = connection.execute(query).df()
        return found

    def groups(self, by: str) -> Any:
        """What a column of the articles (outlet, published, one of your own) says of each article, for grouping."""
        if by == "article_id" or by in self.tokens.columns:
            return by
        if by not in self.articles.columns:
            raise ValueError(
                f'no column "{by}" in the articles; there is: {", ".join(self.articles.columns)}'
            )
        return dict(zip(self.articles["article_id"], self.articles[by].astype(str), strict=True))

    def kwic(self, query: str, **options: Any) -> pd.DataFrame:
        """Key word in context; options as for `analysis.concordance.Concordance.kwic`."""
        speaker = "speaker" in (options.get("where") or {})
        return (self._spoken_concordance if speaker else self.concordance).kwic(query, **options)

    @cached_property
    def concordance(self) -> Concordance:
        """Queries over the words of the corpus: `kwic`, `collocates`, dispersion, network."""
        from caytre.analysis.concordance import Concordance

        return Concordance(self.tokens, self.lines, articles=self.articles, cuts=self.cuts)

    @cached_property
    def _spoken_concordance(self) -> Concordance:
        from caytre.analysis.concordance import Concordance

        return Concordance(
            self.tokens, self.lines, articles=self.articles, cuts=self.cuts, sentences=self.sentences
        )

    def speech(self, speaker: str | None = None, *, mode: str | None = None) -> pd.DataFrame:
        """Sentences that are somebody's words: all, or one speaker's (any tone-mark style, also part of the name)."""
        found = self.sentences[self.sentences["voice"] != ""]
        if speaker is not None:
            wanted = fold(speaker)
            found = found[[wanted in fold(voice) for voice in found["voice"]]]
        return found[found["mode"] == mode] if mode is not None else found

    @cached_property
    def duplicates(self) -> pd.DataFrame:
        """Articles that repeat an earlier one (`first`), exactly or nearly; nothing is deleted."""
        from caytre.text.cleaning import repeats

        texts = self.lines.groupby("article_id", sort=True)["text"].agg("\n".join)
        return repeats.duplicates(dict(texts))

    @property
    def n_annotated(self) -> int:
        """Files that this run had to read and annotate; the others came from the store."""
        return self._build.annotated

    def engine(self) -> str:
        """What segmented the words, for the corpus card: the fast tables or underthesea itself, with its version."""
        from caytre.text.words import tagger

        wanted = self._build.options.engine
        used = tagger.engine_used() if wanted == "fast" else wanted
        return f"underthesea {tagger.versions()['underthesea']} ({used})"

    def card(self) -> Table:
        """What this corpus is, as it stands now: a notebook that shows an old card is stale."""
        return describe.card(self)

    def export(self, folder: Path, *, names: Sequence[str] = TABLES, kind: str = "csv") -> list[Path]:
        """Write tables to *folder* as "csv", "parquet", "xlsx" or "conllu" (see `describe.export`); returns the files."""
        return describe.export(self, folder, names=names, kind=kind)

    @property
    def store_folder(self) -> Path:
        """Where what was annotated is kept."""
        return self._build.store.folder

    @property
    def hash(self) -> str:
        """A short hash of the texts and their metadata: two runs on the same corpus show the same."""
        return digest(sorted(self.articles["sha256"] + self.articles["article_id"]))

    def title(self) -> str:
        return self.settings.title[session.language()]

    def source(self) -> str:
        """The line under every figure: what was counted, and with what."""
        n = session.number(len(self.articles))
        words = session.number(int(self.articles["n_words"].sum()))
        return session.t(
            f"Source: {self.title()}, {session.plural(len(self.articles), 'article', 'articles', '')}, {words} words; caytre {__version__}.",
            f"Nguồn: {self.title()}, {n} bài, {words} từ; caytre {__version__}.",
        )


def _choice(name: str, value: str, allowed: Sequence[str]) -> str:
    if value not in allowed:
        raise ValueError(f'{name}="{value}"; use {" or ".join(allowed)}')
    return value


def _bar() -> Progress:
    """A progress bar that appears once there is something to wait for: articles, articles a second, time left."""
    bar: list[Any] = []

    def progress(done: int, total: int) -> None:
        from tqdm.auto import tqdm

        if not bar and total > done:
            bar.append(tqdm(total=total, unit=" articles", desc="annotating"))
        if bar:
            bar[0].update(done - bar[0].n)
            if done == total:
                bar[0].close()

    return progress
