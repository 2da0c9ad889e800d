"""The corpus card and exported tables."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from caytre import open_corpus
from caytre.corpus import TABLES, Corpus


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("c")
    (folder / "articles").mkdir()
    text = "=SUM(1) không phải công thức\n\n12/3/2024\n\nSáng nay, Thủ tướng Phạm Minh Chính nói: “Chúng ta phải làm.\n\nVà làm ngay”. Hội nghị bế mạc."
    (folder / "articles" / "a.txt").write_text(text, encoding="utf-8")
    return open_corpus(folder)


class TestCard:
    def test_the_card_counts_what_is_there(self, corpus: Corpus) -> None:
        """Articles, dates and words as they stand, in the language asked for."""
        card = dict(corpus.card().frame.itertuples(index=False, name=None))
        assert card["Articles"] == "1"
        assert card["Published"] == "12 March 2024"


class TestExport:
    def test_csv_has_every_table_and_no_formula(self, corpus: Corpus, tmp_path: Path) -> None:
        """A cell that looks like a formula is text, a quotation over two paragraphs stays in one line of the file."""
        files = corpus.export(tmp_path)
        assert [path.stem for path in files] == list(TABLES)
        lines = pd.read_csv(tmp_path / "lines.csv", keep_default_na=False)
        assert lines["text"][0] == "'=SUM(1) không phải công thức"
        quotes = (tmp_path / "quotes.csv").read_text(encoding="utf-8")
        assert quotes.count("\n") == 1 + len(corpus.quotes)

    def test_a_workbook_has_a_sheet_a_table(self, corpus: Corpus, tmp_path: Path) -> None:
        """One file that a spreadsheet opens."""
        (path,) = corpus.export(tmp_path, names=("articles", "times"), kind="xlsx")
        book = openpyxl.load_workbook(path)
        assert book.sheetnames == ["articles", "times"]
        assert book["articles"]["A2"].value == "a"
        book.close()

    def test_conllu_gives_back_the_sentence(self, corpus: Corpus, tmp_path: Path) -> None:
        """Forms joined with their spaces are the sentence's text."""
        (path,) = corpus.export(tmp_path, kind="conllu")
        blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
        for block in blocks:
            rows = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
            text = next(line for line in block.split("\n") if line.startswith("# text = "))[9:]
            joined = "".join(row[1] + ("" if row[9] == "SpaceAfter=No" else " ") for row in rows).strip()
            assert joined == " ".join(text.split())
            assert all(len(row) == 10 for row in rows)

    def test_an_unknown_kind_is_refused(self, corpus: Corpus, tmp_path: Path) -> None:
        """The kinds are named."""
        with pytest.raises(ValueError, match="csv, parquet, xlsx or conllu"):
            corpus.export(tmp_path, kind="pdf")

    def test_a_text_too_long_for_a_cell_is_refused(
        self, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A spreadsheet would cut it without a word: the error names the table and the way out."""
        monkeypatch.setattr("caytre.describe.CELL_LETTERS", 20)
        with pytest.raises(ValueError, match=r"^lines has a text of .* export it as csv"):
            corpus.export(tmp_path, names=("lines",), kind="xlsx")
        assert list(tmp_path.iterdir()) == []
