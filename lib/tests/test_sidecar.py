"""corpus.toml and metadata.csv: what they say, and what is wrong with them in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from caytre.sidecar import SidecarError, read_metadata, read_settings


class TestSettings:
    def test_a_corpus_without_a_file_has_defaults(self, tmp_path: Path) -> None:
        """The folder's name is the title, nothing is inferred."""
        settings = read_settings(tmp_path)
        assert settings.title == {"en": tmp_path.name, "vi": tmp_path.name}
        assert (settings.reference, settings.language) == ("", "en")

    def test_a_date_may_be_a_toml_date_or_text(self, tmp_path: Path) -> None:
        """Both ways of writing a day mean the same."""
        for value in ("2021-12-14", '"2021-12-14"'):
            (tmp_path / "corpus.toml").write_text(f"[dates]\nreference = {value}\n", encoding="utf-8")
            assert read_settings(tmp_path).reference == "2021-12-14"

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            ("[title", "not valid TOML"),
            ('[dates]\nreference = "14/12/2021"\n', "write a day such as 2021-12-14"),
            ('[language]\ndefault = "fr"\n', 'use "en" or "vi"'),
            ("title = 5\n", "title must be a text"),
            ("dates = 3\n", r"write a table \[dates\]"),
            ("[dates]\nreference = 14\n", "dates.reference is 14; write a day"),
            ('[date]\nreference = "2021-12-14"\n', '"date" is not known; there may be title'),
            ('[title]\nfr = "Kho bài"\n', r'"fr" in \[title\] is not known; there may be en, vi'),
            ('[reading.encodings]\n"a.txt" = 3\n', 'the encoding of "a.txt" is 3; write a name in quotes'),
        ],
    )
    def test_a_wrong_value_is_named(self, tmp_path: Path, content: str, message: str) -> None:
        """The error names the file, the value and the cure."""
        (tmp_path / "corpus.toml").write_text(content, encoding="utf-8")
        with pytest.raises(SidecarError, match=message) as error:
            read_settings(tmp_path)
        assert "corpus.toml" in str(error.value)


class TestMetadata:
    def test_rows_by_article_with_further_columns(self, tmp_path: Path) -> None:
        """Empty cells say nothing; a column of the user's own is kept."""
        (tmp_path / "metadata.csv").write_text(
            "article_id,outlet,region\na,VOV,Bắc\nb,,Nam\n", encoding="utf-8"
        )
        assert read_metadata(tmp_path) == {"a": {"outlet": "VOV", "region": "Bắc"}, "b": {"region": "Nam"}}

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            ("id,outlet\na,VOV\n", 'no column "article_id"'),
            ("article_id,published\na,2021-13-01\n", ":2: published is"),
            ("article_id,outlet\na,VOV\na,VTV\n", ':3: second row for "a"'),
            ("article_id,outlet\n,VOV\n", ":2: empty article_id"),
            ("article_id,outlet\na,VOV, Hà Nội\n", ":2: more cells than columns"),
            ("article_id,outlet,outlet\na,VOV,VTV\n", 'two columns "outlet"; keep one'),
            ('article_id,outlet\na,"VOV\nb,VTV\n', "close every quotation mark"),
            ("", r"no column .* \(found: nothing\)"),
        ],
    )
    def test_a_wrong_row_is_named(self, tmp_path: Path, content: str, message: str) -> None:
        """The error names the line."""
        (tmp_path / "metadata.csv").write_text(content, encoding="utf-8")
        with pytest.raises(SidecarError, match=message):
            read_metadata(tmp_path)

    def test_names_of_columns_may_have_spaces(self, tmp_path: Path) -> None:
        """A space after the comma of a header is no part of a column's name."""
        (tmp_path / "metadata.csv").write_text("article_id, outlet\na, VOV\n", encoding="utf-8")
        assert read_metadata(tmp_path) == {"a": {"outlet": "VOV"}}

    @pytest.mark.parametrize("name", ["metadata.csv", "corpus.toml"])
    def test_a_link_to_nowhere_is_no_missing_file(self, tmp_path: Path, name: str) -> None:
        """What is there and cannot be read is an error, not the same as nothing."""
        (tmp_path / name).symlink_to(tmp_path / "gone")
        with pytest.raises(SidecarError, match=f"{name}: cannot be read"):
            (read_metadata if name == "metadata.csv" else read_settings)(tmp_path)

    def test_not_utf8_is_said(self, tmp_path: Path) -> None:
        """A file in another encoding is refused with the byte."""
        (tmp_path / "metadata.csv").write_bytes(b"article_id,outlet\na,H\xe0 N\xf4i\n")
        with pytest.raises(SidecarError, match="not UTF-8 at byte"):
            read_metadata(tmp_path)
