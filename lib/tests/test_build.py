"""A corpus's store: nothing done twice, nothing lost, nothing of one run in the way of another."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from caytre import build, open_corpus
from caytre.__main__ import main
from caytre.analysis.statistics.counts import count
from caytre.codebooks import CodebookError, read_yaml
from caytre.corpus import CorpusError
from caytre.store import StoreError
from tests.helpers import ARTICLES, PROJECT

TEXT = "Thủ tướng thăm {place}\n\n14/12/2021\n\nSáng nay, Thủ tướng Chính phủ đã thăm và làm việc tại {place}, trao đổi với lãnh đạo địa phương về phát triển kinh tế - xã hội.\n\nNgười dân hoan nghênh chuyến thăm, mong muốn được hỗ trợ nhiều hơn nữa."


def make(folder: Path, *places: str) -> Path:
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for place in places:
        (folder / "articles" / f"{place}.txt").write_text(TEXT.format(place=place), encoding="utf-8")
    return folder


class TestIncremental:
    def test_a_second_run_reads_no_file(self, tmp_path: Path) -> None:
        """What did not change comes from the store."""
        folder = make(tmp_path / "c", "Huế", "Lào Cai")
        assert open_corpus(folder).n_annotated == 2
        assert open_corpus(folder).n_annotated == 0

    def test_an_added_article_is_the_only_one_annotated(self, tmp_path: Path) -> None:
        """The tables then hold all of them."""
        folder = make(tmp_path / "c", "Huế", "Lào Cai")
        open_corpus(folder)
        make(folder, "Cà Mau")
        corpus = open_corpus(folder)
        assert corpus.n_annotated == 1
        assert corpus.articles["article_id"].tolist() == ["Cà Mau", "Huế", "Lào Cai"]
        assert set(corpus.tokens["article_id"]) == {"Cà Mau", "Huế", "Lào Cai"}

    def test_articles_that_came_one_by_one_come_together(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where many shards hold next to nothing their articles are annotated together; the tables stay the same."""
        monkeypatch.setattr(build, "MANY_THIN", 4)
        places = ["Huế", "Lào Cai", "Cà Mau", "Hà Giang", "Cần Thơ", "Lạng Sơn", "Kon Tum"]
        for number, place in enumerate(places, 1):
            corpus = open_corpus(make(tmp_path / "c", place))
            assert len(corpus.articles) == number
        again = open_corpus(tmp_path / "c")
        assert again.n_annotated == 0
        whole = open_corpus(make(tmp_path / "w", *places))
        for table in ("articles", "lines", "tokens", "mentions"):
            pd.testing.assert_frame_equal(
                getattr(again, table), getattr(whole, table), check_categorical=False
            )
        (tmp_path / "c" / "articles" / "Huế.txt").unlink()
        left = open_corpus(tmp_path / "c")
        assert left.n_annotated == 0
        assert sorted(left.articles["article_id"]) == sorted(places[1:])

    def test_many_workers_make_no_thin_shards(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Or a first run on a large machine would leave what the next has to do again."""
        monkeypatch.setattr(build, "SMALL", 0)
        corpus = open_corpus(make(tmp_path / "c", *(f"xã {n}" for n in range(2 * build.THIN))), workers=8)
        shards = [part for part in corpus.store_folder.glob("text-*/*") if part.is_dir()]
        assert len(shards) == 2

    def test_thin_shards_stay_while_nothing_is_new(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A run with nothing to do does nothing."""
        for place in ("Huế", "Lào Cai", "Cà Mau"):
            open_corpus(make(tmp_path / "c", place))
        monkeypatch.setattr(build, "MANY_THIN", 2)
        assert open_corpus(tmp_path / "c").n_annotated == 0
        assert open_corpus(make(tmp_path / "c", "Kon Tum")).n_annotated == 4

    def test_a_removed_article_is_gone(self, tmp_path: Path) -> None:
        """The tables show the folder as it is now."""
        folder = make(tmp_path / "c", "Huế", "Lào Cai")
        open_corpus(folder)
        (folder / "articles" / "Huế.txt").unlink()
        corpus = open_corpus(folder)
        assert corpus.articles["article_id"].tolist() == ["Lào Cai"]
        assert set(corpus.lines["article_id"]) == set(corpus.tokens["article_id"]) == {"Lào Cai"}

    def test_changed_metadata_is_used(self, tmp_path: Path) -> None:
        """A row added to metadata.csv corrects its article at the next run."""
        folder = make(tmp_path / "c", "Huế", "Lào Cai")
        open_corpus(folder)
        (folder / "metadata.csv").write_text(
            "article_id,outlet,reason\nHuế,Báo Thừa Thiên Huế,told by the sender\n", encoding="utf-8"
        )
        corpus = open_corpus(folder)
        assert dict(zip(corpus.articles["article_id"], corpus.articles["outlet"], strict=True)) == {
            "Huế": "Báo Thừa Thiên Huế",
            "Lào Cai": "",
        }
        assert corpus.n_annotated == 1

    def test_metadata_for_one_article_of_a_table_costs_none_of_the_others(self, tmp_path: Path) -> None:
        """The file is read again; every article of it stands in the tables once."""
        folder = tmp_path / "c"
        (folder / "articles").mkdir(parents=True)
        rows = ["title,text", "Một,Thủ tướng thăm Huế. Người dân hoan nghênh.", "Hai,Lào Cai có mưa to."]
        (folder / "articles" / "all.csv").write_text("\n".join(rows), encoding="utf-8")
        first, second = open_corpus(folder).articles["article_id"]
        (folder / "metadata.csv").write_text(f"article_id,outlet\n{first},Báo Mới\n", encoding="utf-8")
        for annotated in (1, 0):
            corpus = open_corpus(folder)
            assert corpus.n_annotated == annotated
            assert dict(zip(corpus.articles["article_id"], corpus.articles["outlet"], strict=True)) == {
                first: "Báo Mới",
                second: "",
            }

    def test_another_encoding_is_another_article(self, tmp_path: Path) -> None:
        """An encoding set in corpus.toml afterwards is used, though the file itself did not change."""
        folder = make(tmp_path / "c", "Huế")
        (folder / "articles" / "a.txt").write_bytes(
            "Tin vắn về Huế\n\nTrời mưa. Naïve café.".encode("cp1258", "replace")
        )
        before = open_corpus(folder)
        (folder / "corpus.toml").write_text('[reading.encodings]\n"a.txt" = "latin-1"\n', encoding="utf-8")
        after = open_corpus(folder)
        assert (after.n_annotated, set(after.articles["encoding"])) == (1, {"utf-8", "latin-1"})
        assert set(before.articles["encoding"]) != set(after.articles["encoding"])

    def test_a_line_that_comes_to_repeat_costs_only_the_articles_that_hold_it(self, tmp_path: Path) -> None:
        """What then stands in the tables is what a run from the beginning gives."""
        folder, button = tmp_path / "c", "Tải ứng dụng của chúng tôi"
        places = ["An", "Bình", "Châu", "Dân", "Hà", "Lập", "Mai", "Phú", "Sơn", "Thới", "Uyên", "Vinh"]
        make(folder, *places)
        for number, place in enumerate(places[:5]):
            text = f"{TEXT.format(place=place)} Bài thứ {number} dài hơn một chút nữa cho khác nhau.\n\n{button}\n"
            if number < 4:
                (folder / "articles" / f"{place}.txt").write_text(text, encoding="utf-8")
        open_corpus(folder)
        (folder / "articles" / f"{places[4]}.txt").write_text(text, encoding="utf-8")
        after = open_corpus(folder)
        assert after.n_annotated == 5
        assert open_corpus(folder).n_annotated == 0
        again = shutil.copytree(folder / "articles", tmp_path / "d" / "articles").parent
        pd.testing.assert_frame_equal(after.lines, open_corpus(again).lines)
        assert set(after.lines.loc[after.lines["text"] == button, "kind"]) == {"nav"}

    def test_a_line_that_becomes_page_furniture_leaves_the_layers_above(self, tmp_path: Path) -> None:
        """An edited cleaning codebook reaches the dates that were found in what is now no text."""
        folder = make(tmp_path / "c", "Huế")
        notice, path = "Đặt báo trước 15/12/2021", folder / "articles" / "Huế.txt"
        path.write_text(
            f"{TEXT.format(place='Huế')}\n\n{notice}\n\nNgày 16/12/2021, Thừa Thiên Huế còn mưa to, học sinh các cấp nghỉ học cả tuần.\n",
            encoding="utf-8",
        )
        assert "2021-12-15" in set(open_corpus(folder).times["value"])
        book = read_yaml("furniture.yaml") | {}
        book["marks"] = [*book["marks"], {"kind": "nav", "role": "inline", "whole": [notice]}]
        (folder / "codebooks").mkdir()
        (folder / "codebooks" / "furniture.yaml").write_text(
            json.dumps(book, ensure_ascii=False), encoding="utf-8"
        )
        found = set(open_corpus(folder).times["value"])
        assert "2021-12-16" in found
        assert "2021-12-15" not in found

    def test_an_edited_codebook_of_the_corpus_changes_its_layer(self, tmp_path: Path) -> None:
        """The user's themes replace the project's, for this corpus, without touching Python."""
        folder = make(tmp_path / "c", "Huế")
        before = open_corpus(folder).themes["themes"].tolist()
        (folder / "codebooks").mkdir()
        (folder / "codebooks" / "themes.yaml").write_text(
            "themes:\n  visit:\n    name: {en: Visits, vi: Thăm}\n    definition: official visits\n    indicators: [thăm và làm việc]\n",
            encoding="utf-8",
        )
        after = open_corpus(folder)
        assert after.n_annotated == 0
        assert after.themes["themes"].tolist()[0] == "visit" != before[0]


class TestSame:
    def test_both_engines_give_the_same_tokens(self, tmp_path: Path) -> None:
        """The fast tables and underthesea's own code agree on the shipped articles."""
        for name in ("a", "b"):
            shutil.copytree(ARTICLES, tmp_path / name / "articles")
        fast, slow = open_corpus(tmp_path / "a"), open_corpus(tmp_path / "b", engine="underthesea")
        pd.testing.assert_frame_equal(fast.tokens, slow.tokens)

    def test_processes_give_what_one_process_gives(self, tmp_path: Path) -> None:
        """How the articles were shared out cannot be seen in the tables."""
        texts = {path.stem: path.read_text(encoding="utf-8") for path in ARTICLES.glob("*.txt")}
        for name in ("a", "b"):
            (tmp_path / name / "articles").mkdir(parents=True)
            for number in range(210):
                (tmp_path / name / "articles" / f"{number:03d}.txt").write_text(
                    list(texts.values())[number % 5], encoding="utf-8"
                )
        one, two = open_corpus(tmp_path / "a", workers=1), open_corpus(tmp_path / "b", workers=2)
        assert one.n_annotated == two.n_annotated == 210
        pd.testing.assert_frame_equal(one.tokens, two.tokens)
        pd.testing.assert_frame_equal(one.articles, two.articles)

    def test_every_token_slices_back(self) -> None:
        """start and end cut the form out of its line, blanks aside."""
        corpus = open_corpus("bamboo-2021")
        lines = corpus.lines.set_index(["article_id", "line_no"])["text"]
        for row in corpus.tokens.itertuples():
            assert " ".join(lines[row.article_id, row.line_no][row.start : row.end].split()) == row.form


class TestShards:
    def test_counts_from_the_shards_are_those_of_the_tokens(self, tmp_path: Path) -> None:
        """Counting where the tokens are stored and counting the frame give the same, also after an article changed."""
        folder = make(tmp_path / "c", "Huế", "Lào Cai")
        open_corpus(folder)
        make(folder, "Cà Mau")
        (folder / "articles" / "Huế.txt").write_text(TEXT.format(place="Hải Phòng"), encoding="utf-8")
        corpus = open_corpus(folder)
        stored, loaded = corpus.counts(), count(corpus.tokens)
        frames = [
            pd.DataFrame(c.matrix.toarray(), index=c.parts["article_id"], columns=list(c.words)).sort_index(
                axis=1
            )
            for c in (stored, loaded)
        ]
        pd.testing.assert_frame_equal(*frames, check_dtype=False)

    def test_sql_reads_the_stored_tables(self) -> None:
        """Tokens, sentences and lines can be asked with SQL."""
        corpus = open_corpus("bamboo-2021")
        (n,) = corpus.sql("SELECT count(*) AS n FROM tokens")["n"]
        assert n == len(corpus.tokens)
        (lines,) = corpus.sql("SELECT count(*) AS n FROM lines WHERE kind = 'body'")["n"]
        assert lines == (corpus.lines["kind"] == "body").sum()


class TestKilled:
    def test_a_killed_run_is_finished_by_the_next(self, tmp_path: Path) -> None:
        """kill -9 in the middle costs the shards in flight, nothing else."""
        texts = {path.stem: path.read_text(encoding="utf-8") for path in ARTICLES.glob("*.txt")}
        (tmp_path / "c" / "articles").mkdir(parents=True)
        for number in range(300):
            (tmp_path / "c" / "articles" / f"{number:03d}.txt").write_text(
                list(texts.values())[number % 5], encoding="utf-8"
            )
        run = subprocess.Popen(
            [sys.executable, "-m", "caytre", "annotate", str(tmp_path / "c"), "--workers", "2"],
            cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        store = tmp_path / "c" / ".store"
        deadline = time.monotonic() + 60
        while not list(store.glob("text-*/[0-9a-f]*")) and run.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        corpus = open_corpus(tmp_path / "c")
        assert len(corpus) == 300
        assert corpus.n_annotated < 300


class TestMissing:
    def test_a_wrong_name_gets_the_right_one(self) -> None:
        """The nearest corpus is suggested."""
        with pytest.raises(CorpusError, match='did you mean "bamboo-2021"'):
            open_corpus("bambo-2021")

    def test_an_empty_folder_is_said(self, tmp_path: Path) -> None:
        """No article is one clear sentence."""
        (tmp_path / "c" / "articles").mkdir(parents=True)
        with pytest.raises(CorpusError, match="no article that can be read; put articles there"):
            open_corpus(tmp_path / "c")

    def test_the_others_are_read_where_one_cannot_be(self, tmp_path: Path) -> None:
        """A file without words and one that is no text are listed with their reasons."""
        folder = make(tmp_path / "c", "Huế")
        (folder / "articles" / "empty.txt").write_text("\n \n", encoding="utf-8")
        (folder / "articles" / "picture.txt").write_bytes(bytes(range(256)) * 40)
        corpus = open_corpus(folder)
        assert corpus.articles["article_id"].tolist() == ["Huế"]
        assert sorted(corpus.skipped["source"]) == ["empty.txt", "picture.txt"]
        assert all(corpus.skipped["reason"])

    def test_a_broken_codebook_is_one_error(self, tmp_path: Path) -> None:
        """It is not told once an article, and nothing that it would have shaped is stored."""
        folder = make(tmp_path / "c", "Huế", "Lào Cai")
        (folder / "codebooks").mkdir()
        for name, use in (
            ("furniture.yaml", lambda: open_corpus(folder)),
            ("themes.yaml", lambda: open_corpus(folder).themes),
        ):
            own = folder / "codebooks" / name
            own.write_text("marks: [\n", encoding="utf-8")
            with pytest.raises(CodebookError, match=name):
                use()
            own.unlink()
        assert len(open_corpus(folder).themes) > 0

    def test_what_belongs_to_nothing_is_told(self, tmp_path: Path) -> None:
        """A metadata row, a column or an encoding that nothing uses is no silence."""
        folder = make(tmp_path / "c", "Huế")
        (folder / "metadata.csv").write_text(
            "article_id,n_words,region\nHuế,7,miền Trung\nHuê,,miền Trung\n", encoding="utf-8"
        )
        (folder / "corpus.toml").write_text('[reading.encodings]\n"hue.txt" = "cp1258"\n', encoding="utf-8")
        told = open_corpus(folder).skipped
        assert told["source"].tolist() == ["metadata.csv", "metadata.csv", "corpus.toml"]
        assert [
            '"Huê"' in told["reason"][0],
            '"n_words"' in told["reason"][1],
            '"hue.txt"' in told["reason"][2],
        ] == [True] * 3

    def test_a_damaged_shard_says_what_to_delete(self, tmp_path: Path) -> None:
        """Deleting it and running again is all that is needed."""
        folder = make(tmp_path / "c", "Huế")
        open_corpus(folder)
        (lines,) = (folder / ".store").glob("text-*/*/lines.parquet")
        lines.write_bytes(b"PAR1 no more")
        with pytest.raises(StoreError, match="delete"):
            open_corpus(folder).lines.head()
        shutil.rmtree(lines.parent)
        assert len(open_corpus(folder).lines) > 0

    def test_no_table_no_column_no_article(self, tmp_path: Path) -> None:
        """A wrong name is told with the right ones; articles that are not there give an empty table."""
        corpus = open_corpus(make(tmp_path / "c", "Huế"))
        with pytest.raises(ValueError, match='no table "line"'):
            corpus.table("line")
        with pytest.raises(ValueError, match='no column "txt"'):
            corpus.table("lines", columns=["txt"])
        for name in ("lines", "cuts", "sentences", "tokens"):
            assert len(corpus.table(name, articles=["nobody"])) == 0
        with pytest.raises(ValueError, match="workers is 0"):
            open_corpus(corpus.folder, workers=0)

    def test_a_place_that_cannot_be_written_to(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The command line names it in one sentence."""
        folder = make(tmp_path / "c", "Huế")
        (tmp_path / "taken").write_text("", encoding="utf-8")
        assert main(["tables", str(folder), "--to", str(tmp_path / "taken")]) == 2
        assert str(tmp_path / "taken") in capsys.readouterr().err
