"""What a corpus says of itself: its card, and its tables as files."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from caytre import __version__, session, tables
from caytre.files import guarded, write_bytes, write_text
from caytre.show import Table, table

if TYPE_CHECKING:
    from caytre.corpus import Corpus

__all__ = ["card", "export"]

SCHEMAS: dict[str, Any] = {
    "articles": tables.Article, "lines": tables.Line, "cuts": tables.Cut, "tokens": tables.Token,
    "mentions": tables.Mention, "quotes": tables.Quote, "times": tables.Time, "enumerations": tables.EnumerationItem,
    "metaphors": tables.Metaphor, "formulas": tables.Formula, "themes": tables.Theme, "echoes": tables.Echo,
}  # fmt: skip
KINDS = ("csv", "parquet", "xlsx", "conllu")
SHEET_ROWS, CELL_LETTERS = 1_048_576, 32_767
"""What a sheet holds, and a cell of it; what is longer would be cut without a word."""


def card(corpus: Corpus) -> Table:
    """A table of two columns: what is in the corpus, when it was published, what made the tables."""
    t, articles = session.t, corpus.articles
    dated = sorted(day[:10] for day in articles["published"] if day)
    unknown = len(articles) - len(dated)
    when = session.date(dated[0]) if dated else t("no article has a date", "không bài nào có ngày")
    if dated and dated[0] != dated[-1]:
        when = f"{session.date(dated[0])} – {session.date(dated[-1])}"
    if unknown and dated:
        when += t(f" ({unknown} without a date)", f" ({unknown} bài không có ngày)")
    outlets = sorted(set(articles["outlet"]) - {""})
    missing = int((articles["outlet"] == "").sum())
    rows = [
        (t("Corpus", "Kho bài"), corpus.title()),
        (t("Articles", "Số bài"), session.number(len(articles))),
        (t("Published", "Ngày đăng"), when),
        (
            t("Outlets", "Cơ quan báo chí"),
            session.number(len(outlets))
            + (t(f" (unknown for {missing})", f" ({missing} bài không rõ)") if missing else ""),
        ),
        (
            t("Sentences, words", "Số câu, số từ"),
            f"{session.number(int(articles['n_sentences'].sum()))}, {session.number(int(articles['n_words'].sum()))}",
        ),
        (t("Could not be used", "Không dùng được"), session.number(len(corpus.skipped))),
        (t("Made by", "Công cụ"), f"caytre {__version__}, {corpus.engine()}"),
        (t("Hash of the texts", "Mã băm văn bản"), corpus.hash),
    ]
    frame = pd.DataFrame(rows, columns=[t("This corpus", "Kho bài này"), " "])
    return table(frame, t("The corpus as it stands.", "Kho bài ở thời điểm này."))


def export(corpus: Corpus, folder: Path, *, names: Sequence[str], kind: str) -> list[Path]:
    """Write the named tables of *corpus* to *folder*; the files in the order of the names.

    "csv" and "parquet" give a file a table, "xlsx" one workbook with a sheet a table, "conllu" the sentences with
    their words and parts of speech (CoNLL-U, the other columns empty). Raises ValueError for another kind, and for a
    table or a text that is too long for a sheet.
    """
    if kind not in KINDS:
        raise ValueError(f'export kind "{kind}"; use {", ".join(KINDS[:-1])} or {KINDS[-1]}')
    folder = Path(folder)
    if kind == "conllu":
        write_text(folder / "sentences.conllu", _conllu(corpus))
        return [folder / "sentences.conllu"]
    frames = {name: _columns(name, corpus.table(name)) for name in names}
    if kind == "xlsx":
        write_bytes(folder / "tables.xlsx", _workbook(frames))
        return [folder / "tables.xlsx"]
    for name, frame in frames.items():
        if kind == "csv":
            write_text(folder / f"{name}.csv", _csv(frame))
        else:
            out = io.BytesIO()
            frame.to_parquet(out, index=False)
            write_bytes(folder / f"{name}.parquet", out.getvalue())
    return [folder / f"{name}.{kind}" for name in frames]


def _columns(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The columns of the schema; the articles keep those of the user's own."""
    schema = SCHEMAS.get(name)
    if schema is None or name == "articles":
        return frame
    return frame[[column for column in frame if column in schema._fields]]


def _workbook(frames: Mapping[str, pd.DataFrame]) -> bytes:
    # All sheets are looked at before the first is written: a book that is left half done cannot be closed.
    sheets = {name: _sheet(name, frame) for name, frame in frames.items()}
    out = io.BytesIO()
    with pd.ExcelWriter(out, engine="openpyxl") as book:
        for name, sheet in sheets.items():
            sheet.to_excel(book, sheet_name=name, index=False)
    return out.getvalue()


def _sheet(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    if len(frame) >= SHEET_ROWS:
        raise ValueError(
            f"{name} has {len(frame):,} rows, more than a sheet holds; export it as csv or parquet"
        )
    plain = frame.astype(object).where(frame.notna(), None).map(_plain)
    longest = max((len(cell) for cell in plain.to_numpy().flat if isinstance(cell, str)), default=0)
    if longest > CELL_LETTERS:
        raise ValueError(
            f"{name} has a text of {longest:,} characters, more than a cell holds; export it as csv or parquet"
        )
    return plain


def _conllu(corpus: Corpus) -> str:
    """https://universaldependencies.org/format.html: ten columns, spaces inside a word as in the text."""
    text = corpus.sentences.set_index(["article_id", "line_no", "sent_no"])["text"]
    lines, last = [], ""
    for (article, line, sent), words in corpus.tokens.groupby(
        ["article_id", "line_no", "sent_no"], sort=False, observed=True
    ):
        if article != last:
            lines.append(f"# newdoc id = {article}")
            last = article
        lines += [f"# sent_id = {article}:{line}.{sent}", f"# text = {text[article, line, sent]}"]
        following = [*words["start"].tolist()[1:], None]
        for row, after in zip(words.itertuples(), following, strict=True):
            tight = "SpaceAfter=No" if after == row.end else "_"
            lines.append(
                "\t".join([str(row.token_no), row.form, row.word, "_", row.pos, "_", "_", "_", "_", tight])
            )
        lines.append("")
    return "\n".join(lines) + "\n"


def _csv(frame: pd.DataFrame) -> str:
    """RFC 4180 in UTF-8; missing values are empty, and no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(frame.columns)
    shown = frame.astype(object).where(frame.notna(), None)
    for row in shown.itertuples(index=False):
        writer.writerow([_plain(value) for value in row])
    return out.getvalue()


def _plain(value: object) -> object:
    """A cell on one line: a text over two paragraphs shows its line end as \\n."""
    if isinstance(value, str):
        return guarded(value.replace("\n", "\\n"))
    return "" if value is None else value
