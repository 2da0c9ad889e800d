"""`caytre new`: what becomes of every source, good or hostile, and that nothing is ever touched or half made."""

from __future__ import annotations

import csv
import os
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre import importing
from caytre.importing import ImportingError, Summary, new
from caytre.sidecar import read_metadata, read_settings
from caytre.text.reading import Document
from caytre.text.reading.paths import article_id, article_ids, is_plain_name, unique
from tests.helpers import read_folder
from tests.old_encodings import to_1258, to_tcvn3


def write(path: Path, content: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def make(tmp_path: Path, *sources: Path, name: str = "tin", encoding: str | None = None) -> Summary:
    return new(name, sources, data=tmp_path / "data", encoding=encoding, progress=False)


def rows(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def articles(summary: Summary) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((summary.folder / "articles").iterdir())}


class TestMixedFolder:
    def test_everything_at_once(self, tmp_path: Path) -> None:
        """A folder of text, a page, a table, an archive and rubbish: each is read, flagged or skipped with its reason."""
        source = tmp_path / "nguồn"
        write(source / "một.txt", "Bài thứ nhất.\r\n")
        write(source / "cũ.txt", to_tcvn3("Hội nghị Trung ương khai mạc tại Hà Nội."))
        write(
            source / "trang.html",
            '<meta charset="utf-8"><meta property="og:site_name" content="Báo Xa"><p>Bài trên một trang web.</p>',
        )
        write(
            source / "bảng.csv",
            "title,text,date\nMột,Bài trong bảng.,14/12/2021\nHai,,\nBa,Bài nữa.,mùa đông\n",
        )
        with zipfile.ZipFile(source / "gói.zip", "w") as archive:
            archive.writestr("trong.txt", to_1258("Bài trong gói nén, viết bằng bảng mã cũ của Việt Nam."))
            archive.writestr("../thoát.txt", "Bài trốn ra ngoài.")
        write(source / "ảnh.txt", b"\x89PNG\r\n\x1a\n")
        write(source / "sub" / "lặp.txt", "Bài thứ nhất.\r\n")

        summary = make(tmp_path, source)

        status = {entry.source: (entry.status, entry.file) for entry in summary.entries}
        assert status == {
            "bảng.csv#1": ("read", "bảng-0001.txt"),
            "bảng.csv#2": ("skipped", ""),
            "bảng.csv#3": ("read", "bảng-0003.txt"),
            "cũ.txt": ("flagged", "cũ.txt"),
            "gói.zip::../thoát.txt": ("skipped", ""),
            "gói.zip::trong.txt": ("flagged", "trong.txt"),
            "một.txt": ("read", "một.txt"),
            "sub/lặp.txt": ("flagged", "lặp.txt"),
            "trang.html": ("read", "trang.html"),
            "ảnh.txt": ("skipped", ""),
        }
        assert [row["source"] for row in rows(summary.folder / "import.csv")] == [
            entry.source for entry in summary.entries
        ]
        reasons = {entry.source: entry.reason for entry in summary.entries}
        assert reasons["cũ.txt"].startswith("taken for tcvn3")
        assert reasons["sub/lặp.txt"] == 'the same text as "một"'

    def test_originals_are_copied_byte_by_byte(self, tmp_path: Path) -> None:
        """Text files and pages stay as they are; rows and members become text in UTF-8; the sources are untouched."""
        data = to_tcvn3("Hội nghị Trung ương\r\n")
        first = write(tmp_path / "a.txt", data)
        table = write(tmp_path / "t.csv", 'text\n"Một\r\nHai"\n')
        assert articles(make(tmp_path, first, table)) == {"a.txt": data, "t-0001.txt": "Một\nHai".encode()}
        assert first.read_bytes() == data

    def test_metadata(self, tmp_path: Path) -> None:
        """Fields of rows stand in metadata.csv; a date that is not clear is told, not guessed; the file can be read back."""
        table = write(
            tmp_path / "t.csv",
            "text,title,date,author,link\nMột,A,14/12/2021,An,https://example.org\nHai,,12/14/2021,,\nBa,,,,\n",
        )
        summary = make(tmp_path, table)
        first, second = rows(summary.folder / "metadata.csv")
        assert first == {
            "article_id": "t-0001", "title": "A", "published": "2021-12-14", "outlet": "", "byline": "An",
            "url": "https://example.org", "source": "t.csv#1", "reason": "as stated in the source",
        }  # fmt: skip
        assert second["published"] == ""
        assert '"12/14/2021", which is not clear' in second["reason"]
        assert set(read_metadata(summary.folder)) == {"t-0001", "t-0002"}

    def test_the_corpus_reads_back(self, tmp_path: Path) -> None:
        """Reading the new corpus gives the ids of the import and its texts, also in a given encoding."""
        source = write(tmp_path / "a.txt", to_tcvn3("Hội")).parent
        write(tmp_path / "b.txt", to_tcvn3("nghị"))
        summary = make(tmp_path, source / "a.txt", source / "b.txt", encoding="tcvn3")
        settings = read_settings(summary.folder)
        assert (settings.title["vi"], settings.reference, settings.language) == ("tin", "", "en")
        found = [
            part
            for part in read_folder(summary.folder / "articles", settings.encodings)
            if isinstance(part, Document)
        ]
        assert [(part.article_id, part.text) for part in found] == [("a", "Hội"), ("b", "nghị")]
        assert [entry.status for entry in summary.entries] == ["read", "read"]

    def test_summary_in_print(self, tmp_path: Path) -> None:
        """The printed summary counts, names what to look at and where the whole list is."""
        summary = make(tmp_path, write(tmp_path / "a.txt", "Một"), write(tmp_path / "b.txt", ""))
        assert str(summary).splitlines() == [
            f"{tmp_path / 'data' / 'tin'}: 1 article read, 0 of them flagged; 1 skipped",
            "  skipped b.txt: is empty",
            f"All of them: {tmp_path / 'data' / 'tin' / 'import.csv'}",
        ]


class TestHostileNames:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("tên có dấu cách.txt", "tên có dấu cách.txt"),
            ("-x.txt", "x.txt"),
            ("=1+1.txt", "1+1.txt"),
            ("ộ" * 81 + "xx.txt", "ộ" * 81 + "xx.txt"),
            ("y" * 246 + ".markdown", "y" * 246 + ".md"),
            (unicodedata.normalize("NFD", "Đổi mới.TXT"), "Đổi mới.txt"),
            (os.fsdecode(b"b\xe0i.txt"), "b\ufffdi.txt"),
            ("a\nb.txt", "a b.txt"),
        ],
    )
    def test_one_file(self, tmp_path: Path, name: str, expected: str) -> None:
        """A file with a hard name is copied under a safe one."""
        summary = make(tmp_path, write(tmp_path / "s" / name, "Một"))
        assert list(articles(summary)) == [expected]
        assert rows(summary.folder / "import.csv")[0]["file"] == expected

    def test_twins(self, tmp_path: Path) -> None:
        """Names that differ only in composition, capitals or ending give different files, and say so."""
        names = ("Mới.txt", unicodedata.normalize("NFD", "Mới.txt"), "MỚI.txt", "Mới.md")
        for number, name in enumerate(names):
            write(tmp_path / "s" / name, f"Bài {number}")
        summary = make(tmp_path, tmp_path / "s")
        assert sorted(Path(name).stem.casefold() for name in articles(summary)) == [
            "mới",
            "mới-2",
            "mới-3",
            "mới-4",
        ]
        assert len(summary.of("flagged")) == 3

    def test_long_names_of_rows(self, tmp_path: Path) -> None:
        """Rows of a table with a name of 245 bytes, and ids of any length, still are files."""
        table = write(tmp_path / ("t" * 241 + ".csv"), "text\nMột\n")
        ids = write(tmp_path / "ids.csv", f"id,text\n{'ộ' * 400},Hai\n{'ộ' * 400},Ba\n../../x,Bốn\n,Năm\n")
        names = list(articles(make(tmp_path, table, ids)))
        assert len(names) == 5
        assert all(len(name.encode()) <= 255 and "/" not in name for name in names)

    @given(st.lists(st.text(max_size=90), max_size=8))
    def test_any_names(self, names: list[str]) -> None:
        """Whatever the names, ids are safe, fit a file name, are unlike each other, and are the ids of files so named."""
        taken: set[str] = set()
        ids = [unique(name, taken) for name in article_ids([Path(f"{name}.txt") for name in names])]
        assert len({name.casefold() for name in ids}) == len(names)
        for name in ids:
            assert is_plain_name(name)
            assert len(name.encode()) <= 250
            assert article_id(Path(f"{name}.txt")) == name


class TestHostileSources:
    def test_links_pipes_and_folders(self, tmp_path: Path) -> None:
        """Loops, pipes, broken links, empty and missing sources are skipped with a reason; nothing hangs."""
        source = tmp_path / "s"
        write(source / "folder.txt" / "a.txt", "Một")
        (source / "loop").symlink_to(source)
        (source / "self.txt").symlink_to(source / "self.txt")
        (source / "gone.txt").symlink_to(source / "nowhere")
        os.mkfifo(source / "pipe.txt")
        (tmp_path / "empty").mkdir()
        summary = make(tmp_path, source, tmp_path / "empty", tmp_path / "missing.txt")
        assert list(articles(summary)) == ["a.txt"]
        assert {entry.source: entry.reason.split(",")[0] for entry in summary.of("skipped")} == {
            "loop": "is a link to a folder; copy the folder here instead",
            "self.txt": "is a link that leads back to itself",
            "gone.txt": "does not exist",
            "pipe.txt": "is a pipe",
            str(tmp_path / "empty"): "is a folder without files",
            "missing.txt": "does not exist",
        }

    def test_the_same_file_twice(self, tmp_path: Path) -> None:
        """A file given twice, by itself, in its folder or through a link, is one article."""
        path = write(tmp_path / "s" / "a.txt", "Một")
        (tmp_path / "s" / "b.txt").symlink_to(path)
        summary = make(tmp_path, path, tmp_path / "s")
        assert list(articles(summary)) == ["a.txt"]
        assert [entry.reason for entry in summary.of("skipped")] == ['is the same file as "a.txt"'] * 2

    def test_links_are_copied_as_files(self, tmp_path: Path) -> None:
        """A link to a file becomes a file of its own in the corpus."""
        (tmp_path / "s").mkdir()
        (tmp_path / "s" / "a.txt").symlink_to(write(tmp_path / "t.txt", "Một"))
        summary = make(tmp_path, tmp_path / "s")
        assert not (summary.folder / "articles" / "a.txt").is_symlink()

    def test_formulas_in_the_list(self, tmp_path: Path) -> None:
        """A source whose name a spreadsheet would run is plain text in import.csv."""
        summary = make(tmp_path, write(tmp_path / "=cmd().txt", "Một"))
        assert rows(summary.folder / "import.csv")[0]["source"] == "'=cmd().txt"


class TestNothingHalfMade:
    def test_existing_corpus(self, tmp_path: Path) -> None:
        """A folder of that name, in whatever form or capitals, is left as it is."""
        kept = write(tmp_path / "data" / unicodedata.normalize("NFD", "Đổi Mới") / "x", "x")
        source = write(tmp_path / "a.txt", "Một")
        for name in ("Đổi Mới", "đổi mới"):
            with pytest.raises(ImportingError, match="exists already and is left as it is"):
                make(tmp_path, source, name=name)
        assert [path.name for path in kept.parent.iterdir()] == ["x"]

    @pytest.mark.parametrize(
        "name", ["", ".", "..", "a/b", "../x", "/x", ".x", "-x", "a\0b", "x ", "a:b", "x" * 300]
    )
    def test_bad_names(self, tmp_path: Path, name: str) -> None:
        """What cannot be the name of a folder below data/ is refused, before anything is made."""
        with pytest.raises(ImportingError, match="cannot be the name of a corpus"):
            make(tmp_path, write(tmp_path / "a.txt", "Một"), name=name)
        assert not (tmp_path / "data").exists()

    @pytest.mark.parametrize("name", ["tin 2021", "Đối ngoại", "a.b"])
    def test_good_names(self, tmp_path: Path, name: str) -> None:
        """Spaces and Vietnamese letters are welcome in the name of a corpus."""
        assert make(tmp_path, write(tmp_path / "a.txt", "Một"), name=name).folder.name == name

    def test_nothing_to_read(self, tmp_path: Path) -> None:
        """Where nothing could be read no corpus is made, and the error says why."""
        with pytest.raises(ImportingError, match=r"none of the sources could be read.*a\.txt: is empty"):
            make(tmp_path, write(tmp_path / "a.txt", ""))
        with pytest.raises(ImportingError, match="no source was given"):
            make(tmp_path)
        assert list((tmp_path / "data").iterdir()) == []

    def test_stopped_in_the_middle(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A full disk is a clear error and leaves nothing behind; so does Ctrl-C."""
        source = write(tmp_path / "a.txt", "Một")
        for raised, seen in (
            (OSError(28, "No space left on device"), ImportingError),
            (KeyboardInterrupt(), KeyboardInterrupt),
        ):

            def fail(*_: object, error: BaseException = raised) -> None:
                raise error

            monkeypatch.setattr(importing.shutil, "copyfile", fail)
            with pytest.raises(seen):
                make(tmp_path, source)
            assert list((tmp_path / "data").iterdir()) == []

    def test_data_folder_that_is_a_file(self, tmp_path: Path) -> None:
        """Where data/ cannot be written the error names it."""
        write(tmp_path / "data", "x")
        with pytest.raises(ImportingError, match=r"cannot be made \(.*, at .*data\)"):
            make(tmp_path, write(tmp_path / "a.txt", "Một"))

    def test_progress_goes_to_a_terminal_only(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Where the output is no terminal no bar is drawn."""
        new("tin", [write(tmp_path / "a.txt", "Một")], data=tmp_path / "data")
        assert capsys.readouterr() == ("", "")
