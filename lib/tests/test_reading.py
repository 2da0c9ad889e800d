"""Every format, in good and in bad shape: each file here is written by the test that reads it."""

from __future__ import annotations

import errno
import io
import json
import os
import pickle
import struct
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pandas as pd
import pypdf
import pytest
import typst

from caytre.text.reading import Document, ReadingError, read_parts
from caytre.text.reading.paths import article_id, article_ids
from tests.helpers import ARTICLES, read_folder
from tests.old_encodings import to_1258, to_tcvn3, to_vni

TEXT = "Hội nghị khai mạc sáng 12/5 tại Hà Nội.\nNhiều đại biểu phát biểu về kinh tế và đời sống người dân."
WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def write(path: Path, content: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def one(path: Path, **options: Any) -> Document:
    (document,) = read_parts(path, **options)
    assert isinstance(document, Document)
    return document


def error_of(path: Path, **options: Any) -> str:
    first, *_ = errors(list(read_parts(path, **options)))
    return first


def errors(parts: list[Document | ReadingError]) -> list[str]:
    return [str(part) for part in parts if isinstance(part, ReadingError)]


def documents(parts: list[Document | ReadingError]) -> list[Document]:
    return [part for part in parts if isinstance(part, Document)]


class TestPlainText:
    def test_document(self, tmp_path: Path) -> None:
        """A text file is one document: its stem, its text, its name, the hash of the text, the encoding."""
        document = one(write(tmp_path / "bài 1.txt", TEXT))
        assert document[:3] == ("bài 1", TEXT, "bài 1.txt")
        assert document.encoding == "utf-8"
        assert (document.removed, document.metadata) == ({}, {})
        assert len(document.sha256) == 64

    @pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
    def test_shipped_articles_are_their_files(self, path: Path) -> None:
        """The articles of the project are read character for character, but for what is counted."""
        document = one(path)
        raw = path.read_bytes().decode("utf-8")
        n_dropped = sum(n for kind, n in document.removed.items() if kind not in ("newline", "tab"))
        assert len(document.text) == len(raw) - n_dropped
        assert document.text.count("\u00a0") == raw.count("\u00a0")

    def test_final_line_end_stays(self, tmp_path: Path) -> None:
        """Splitting the text at line ends and joining it gives it back, with or without a last one."""
        assert one(write(tmp_path / "a.txt", "Một\r\nHai\r\n")).text == "Một\nHai\n"
        assert one(write(tmp_path / "b.txt", "Một\r\nHai")).text == "Một\nHai"

    @pytest.mark.parametrize(
        ("data", "encoding"),
        [
            (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig"),
            (TEXT.encode("utf-16"), "utf-16"),
            (TEXT.encode("utf-16-be"), "utf-16-be"),
            (to_1258(TEXT), "cp1258"),
            (to_tcvn3(TEXT), "tcvn3"),
            (to_vni(TEXT), "vni"),
            (to_tcvn3(TEXT).decode("cp1252").encode(), "utf-8+tcvn3"),
            (to_vni(TEXT).decode("cp1252").encode(), "utf-8+vni"),
            (TEXT.encode().decode("latin-1").encode(), "utf-8+utf-8"),
        ],
    )
    def test_encodings_give_one_text(self, tmp_path: Path, data: bytes, encoding: str) -> None:
        """The same article in nine encodings is the same text with the same hash; the encoding is told."""
        document = one(write(tmp_path / "a.txt", data))
        assert (document.text, document.encoding) == (TEXT, encoding)
        assert document.sha256 == one(write(tmp_path / "b.txt", TEXT)).sha256

    def test_given_encoding(self, tmp_path: Path) -> None:
        """An encoding that the user gives wins; one that does not exist is an error with advice."""
        path = write(tmp_path / "a.txt", to_tcvn3("Hội"))
        assert one(path, encoding="tcvn3").text == "Hội"
        assert "no known encoding; use utf-8" in error_of(path, encoding="utf-99")

    def test_invisible_characters_are_counted(self, tmp_path: Path) -> None:
        """What cannot be seen is taken out and counted by kind."""
        document = one(
            write(tmp_path / "a.txt", "Đ\0ảng\u200b ủy\u202e\x07\r\nkh" + unicodedata.normalize("NFD", "ối"))
        )
        assert document.text == "Đảng ủy\nkhối"
        assert document.removed == {
            "newline": 1,
            "nul": 1,
            "control": 1,
            "zero_width": 1,
            "bidi": 1,
            "nfd": 2,
        }

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "is empty"),
            (b"\n \r\n\t\n", "holds no word"),
            ("\u200b\ufeff\u2028".encode(), "holds no word"),
            (b"123 456 --- 7/8", "holds no word"),
            (b"\0" * 1000, "holds no word"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 3, "PNG image"),
            (bytes(range(256)) * 30, "not a text file"),
        ],
    )
    def test_no_text(self, tmp_path: Path, content: bytes, said: str) -> None:
        """A file without a word, or of another kind than its ending says, is one clear error with its name."""
        message = error_of(write(tmp_path / "ảnh.txt", content))
        assert message.startswith("ảnh.txt: ")
        assert said in message

    def test_twenty_megabytes_in_one_line(self, tmp_path: Path) -> None:
        """A line of 20 MB is a document like any other."""
        text = "Hội nghị " * 1_700_000
        assert one(write(tmp_path / "a.txt", text)).text == text

    def test_two_hundred_thousand_lines(self, tmp_path: Path) -> None:
        """200,000 lines with Windows line ends are as many line ends."""
        document = one(write(tmp_path / "a.txt", "Đoạn văn.\r\n" * 200_000))
        assert document.removed == {"newline": 200_000}
        assert document.text.count("\n") == 200_000

    @pytest.mark.parametrize(
        "character", ["“", "A", "7", "(", " ", "\u0301", "Ã", "\u200b", "<", "ø", "\x93"]
    )
    def test_long_runs(self, tmp_path: Path, character: str) -> None:
        """A run of 300,000 of any one character is read in linear time."""
        document = one(write(tmp_path / "a.txt", "Hội nghị " + character * 300_000))
        assert document.text.startswith("Hội nghị")


class TestMarkdown:
    @pytest.mark.parametrize(
        ("top", "metadata"),
        [
            (
                "---\ntitle: Hội nghị\ndate: 2021-12-14\nauthor: [An, Bình]\n---\n",
                {"title": "Hội nghị", "published": "2021-12-14", "byline": "An, Bình"},
            ),
            (
                "---\r\nTiêu đề: Đại hội: bước ngoặt\r\nNgày đăng: 14/12/2021\r\n---\r\n",
                {"title": "Đại hội: bước ngoặt", "published": "2021-12-14"},
            ),
            ("---\nsource: https://example.org/a\n...\n", {"url": "https://example.org/a"}),
            ('+++\ntitle = "Hội nghị"\n+++\n', {"title": "Hội nghị"}),
            ("---\n---\n", {}),
            ("\ufeff---\ntitle: A\n---\n", {"title": "A"}),
        ],
    )
    def test_front_matter(self, tmp_path: Path, top: str, metadata: dict[str, str]) -> None:
        """A front matter is metadata and never body; how many lines it had is told."""
        document = one(write(tmp_path / "a.md", top + "Thân bài."))
        assert (document.text, document.metadata) == ("Thân bài.", metadata)
        assert document.removed["front_matter"] == top.count("\n")

    @pytest.mark.parametrize(
        "text",
        [
            "---\nMột đoạn văn.\n---\nHai.",
            "---\ntitle: không đóng\nMột.",
            "Một\n---\nHai: ba\n---\n",
            "----\na: b\n----\n",
        ],
    )
    def test_rules_are_no_front_matter(self, tmp_path: Path, text: str) -> None:
        """Lines drawn across a page stay in the text."""
        assert one(write(tmp_path / "a.md", text)).text == text

    def test_text_file_has_no_front_matter(self, tmp_path: Path) -> None:
        """A .txt is its decoded file, whatever it begins with."""
        assert one(write(tmp_path / "a.txt", "---\ntitle: A\n---\nB")).text == "---\ntitle: A\n---\nB"


PAGE = """<!DOCTYPE html><html><head>{head}</head><body><nav><a href="/">Trang chủ</a> <a href="/ts">Thời sự</a></nav>
<article><h1>Khai mạc hội nghị về chuyển đổi số</h1>{inside}
<p>Sáng 12/5, tại Hà Nội, hội nghị về chuyển đổi số đã khai mạc với sự tham dự của hơn ba trăm đại biểu.</p>
<p>Phát biểu tại hội nghị, lãnh đạo thành phố cho biết nhiều dịch vụ công đã được đưa lên mạng trong năm qua.</p>
<p>Theo kế hoạch, đến năm 2030 toàn bộ hồ sơ sẽ được xử lý trực tuyến, giúp người dân tiết kiệm thời gian.</p>
</article><footer>Bản quyền thuộc về tòa soạn</footer></body></html>"""


class TestWebPages:
    def test_body_without_furniture(self, tmp_path: Path) -> None:
        """The paragraphs of the article are the text; navigation and footer are not."""
        text = one(write(tmp_path / "a.html", PAGE.format(head="", inside=""))).text
        assert "hơn ba trăm đại biểu" in text
        assert "tiết kiệm thời gian" in text
        assert "Trang chủ" not in text
        assert "Bản quyền" not in text

    def test_stated_fields(self, tmp_path: Path) -> None:
        """Fields in meta elements and in JSON-LD are taken, the date in ISO form."""
        linked = {
            "@graph": [
                {"@type": "WebSite", "name": "Không phải bài"},
                {
                    "@type": ["NewsArticle"],
                    "headline": "Khai mạc hội nghị",
                    "datePublished": "2021-05-12T08:30:00+0700",
                    "author": [{"@type": "Person", "name": "Nguyễn An"}, "Trần Bình"],
                    "publisher": {"name": "Báo Xa"},
                },
            ]
        }
        head = f'<script type="application/ld+json">{json.dumps(linked)}</script><link rel="canonical" href="https://example.org/1.html">'
        assert one(write(tmp_path / "a.html", PAGE.format(head=head, inside=""))).metadata == {
            "title": "Khai mạc hội nghị",
            "published": "2021-05-12T08:30:00+07:00",
            "outlet": "Báo Xa",
            "byline": "Nguyễn An, Trần Bình",
            "url": "https://example.org/1.html",
        }

    def test_nothing_is_invented(self, tmp_path: Path) -> None:
        """A date in the text, a year in the footer, times of other articles and a broken JSON-LD state nothing."""
        head = '<title>Khai mạc</title><script type="application/ld+json">{"@type": "NewsArticle", </script>'
        inside = '<p>Cập nhật 13/5/2021 © 2024</p><time datetime="2020-01-01">x</time><time datetime="2020-02-02">y</time>'
        assert one(write(tmp_path / "2021-05-12-a.html", PAGE.format(head=head, inside=inside))).metadata == {
            "title": "Khai mạc"
        }

    def test_one_time_element(self, tmp_path: Path) -> None:
        """A single <time datetime> is a date that the page states."""
        page = PAGE.format(head="", inside='<time datetime="2020-01-01T10:00:00Z">hôm qua</time>')
        assert one(write(tmp_path / "a.htm", page)).metadata["published"] == "2020-01-01T10:00:00Z"

    def test_author_that_is_a_link_or_the_outlet(self, tmp_path: Path) -> None:
        """A profile address, or the outlet's own name, is no byline."""
        head = '<meta property="article:author" content="https://example.org/u/1"><meta name="author" content="Báo Xa"><meta property="og:site_name" content="Báo Xa">'
        assert one(write(tmp_path / "a.html", PAGE.format(head=head, inside=""))).metadata == {
            "outlet": "Báo Xa"
        }

    @pytest.mark.parametrize(
        ("charset", "convert", "encoding"),
        [
            ("windows-1258", to_1258, "cp1258"),
            ("utf-8", lambda text: text.encode(), "utf-8"),
            ("iso-8859-1", lambda text: text.encode(), "utf-8"),
            ("utf-8", to_1258, "cp1258"),
            ("x-user-defined", to_tcvn3, "tcvn3"),
            ("windows-1252", to_vni, "vni"),
            ("nonsense-9", lambda text: text.encode(), "utf-8"),
            ("utf-8", lambda text: text.encode("utf-16"), "utf-16"),
            ("utf-8", lambda text: to_tcvn3(text).decode("latin-1").encode(), "utf-8+tcvn3"),
        ],
    )
    def test_charset(
        self, tmp_path: Path, charset: str, convert: Callable[[str], bytes], encoding: str
    ) -> None:
        """The declared charset is used where the bytes agree with it, and what the bytes say where they do not."""
        page = PAGE.format(
            head=f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">', inside=""
        )
        document = one(write(tmp_path / "a.html", convert(page)))
        assert "hơn ba trăm đại biểu" in document.text
        assert document.encoding == encoding

    def test_headline_lead_and_captions(self, tmp_path: Path) -> None:
        """What stands outside the element of the paragraphs, as many outlets have it, is in its place in the text."""
        page = """<form><ul><li>Kinh tế</li></ul><span class="date">Thứ ba, 14/12/2021, 16:00</span><h1>Giá lúa tăng mạnh</h1>
        <p><span>Cần Thơ</span>Giá lúa tại ruộng tăng thêm 500 đồng mỗi kg trong tuần.</p><article>
        <p>Sáng 14/12, thương lái trả 7.200 đồng cho mỗi kg lúa thơm, mức cao nhất trong ba năm qua.</p>
        <figure><img src="a.jpg"><figcaption><p>Nông dân thu hoạch lúa. Ảnh: An Bình</p></figcaption></figure>
        <p>"Chúng tôi lãi khoảng 30 triệu đồng một ha", ông Lê Văn Tám, 54 tuổi, nói.</p>
        <p>Theo Hiệp hội Lương thực, xuất khẩu gạo 11 tháng đạt 5,7 triệu tấn, tăng 8% so với cùng kỳ.</p></article>
        <div><h3>Tin liên quan</h3><ul><li><a href="/1">Giá gạo giảm nhẹ</a></li></ul></div></form>"""
        assert one(write(tmp_path / "a.html", page)).text.split("\n") == [
            "Thứ ba, 14/12/2021, 16:00",
            "Giá lúa tăng mạnh",
            "Cần Thơ Giá lúa tại ruộng tăng thêm 500 đồng mỗi kg trong tuần.",
            "Sáng 14/12, thương lái trả 7.200 đồng cho mỗi kg lúa thơm, mức cao nhất trong ba năm qua.",
            "Nông dân thu hoạch lúa. Ảnh: An Bình",
            '"Chúng tôi lãi khoảng 30 triệu đồng một ha", ông Lê Văn Tám, 54 tuổi, nói.',
            "Theo Hiệp hội Lương thực, xuất khẩu gạo 11 tháng đạt 5,7 triệu tấn, tăng 8% so với cùng kỳ.",
        ]

    def test_no_line_twice(self, tmp_path: Path) -> None:
        """Where the extractor keeps headline and lead they are in the text once."""
        lines = one(write(tmp_path / "a.html", PAGE.format(head="", inside="<p>12/5/2021</p>"))).text.split(
            "\n"
        )
        assert len(lines) == len(set(lines)) == 5
        assert lines[0] == "Khai mạc hội nghị về chuyển đổi số"

    def test_page_in_capitals_and_without_article(self, tmp_path: Path) -> None:
        """A scrap of a page without any structure still gives its visible text."""
        assert (
            one(write(tmp_path / "a.HTML", "Một câu ngắn.<script>var x</script>")).text.strip()
            == "Một câu ngắn."
        )

    @pytest.mark.parametrize(
        "content",
        ["<html><body></body></html>", "<!-- chỉ chú thích -->", "<script>var x = 1</script>", "   "],
    )
    def test_page_without_text(self, tmp_path: Path, content: str) -> None:
        """A page that shows nothing is an error."""
        message = error_of(write(tmp_path / "a.html", content))
        assert "without text" in message or "is empty" in message or "no word" in message

    def test_invisible_characters_of_the_source(self, tmp_path: Path) -> None:
        """NUL and zero-width characters in a page neither end it nor stay in the text."""
        document = one(
            write(
                tmp_path / "a.html",
                PAGE.format(head="", inside="<p>Trước\0 và sau ký tự \u200bnul đều còn nguyên vẹn.</p>"),
            )
        )
        assert "Trước và sau ký tự nul đều còn" in document.text
        assert (document.removed["nul"], document.removed["zero_width"]) == (1, 1)

    def test_deeply_nested(self, tmp_path: Path) -> None:
        """Tags nested 5,000 deep are an article or an error, never a crash."""
        path = write(tmp_path / "a.html", "<div>" * 5000 + "Một câu ở rất sâu." + "</div>" * 5000)
        assert len(list(read_parts(path))) == 1


def word_file(path: Path, *paragraphs: str, extra: str = "") -> Path:
    file = docx.Document()
    for paragraph in paragraphs:
        file.add_paragraph(paragraph)
    if extra:
        element = docx.oxml.parse_xml(f'<w:p xmlns:w="{WORDML}">{extra}</w:p>')
        file.element.body.insert(len(paragraphs), element)
    file.save(str(path))
    return path


class TestWord:
    def test_paragraphs_and_tables_in_order(self, tmp_path: Path) -> None:
        """A table stands between the paragraphs where it stands in the file, a row a line."""
        file = docx.Document()
        file.add_paragraph("Trước bảng")
        table = file.add_table(2, 2)
        for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = f"ô {number}"
        file.add_paragraph("Sau bảng")
        file.save(str(tmp_path / "a.docx"))
        assert one(tmp_path / "a.docx").text == "Trước bảng\nô 0 | ô 1\nô 2 | ô 3\nSau bảng"

    def test_tracked_changes_links_and_breaks(self, tmp_path: Path) -> None:
        """Inserted, linked and marked-up text is read, deleted text is not; a line break is a line end."""
        extra = (
            "<w:r><w:t>Một </w:t></w:r><w:ins><w:r><w:t>thêm </w:t></w:r></w:ins><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>"
            "<w:smartTag><w:r><w:t>Hà Nội</w:t></w:r></w:smartTag><w:r><w:br/><w:t>dòng hai</w:t></w:r>"
        )
        assert (
            one(word_file(tmp_path / "a.docx", "Đầu", extra=extra)).text == "Đầu\nMột thêm Hà Nội\ndòng hai"
        )

    def test_old_fonts(self, tmp_path: Path) -> None:
        """Text that was typed in an ABC font, and is Western letters inside the file, is put right."""
        document = one(word_file(tmp_path / "a.docx", to_tcvn3(TEXT.replace("\n", " ")).decode("cp1252")))
        assert (document.text, document.encoding) == (TEXT.replace("\n", " "), "unicode+tcvn3")
        assert "Hội" not in one(tmp_path / "a.docx", encoding="utf-8").text

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"PK\x03\x04 not a zip", "broken archive"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
            (b"plain text", "broken archive"),
        ],
    )
    def test_broken(self, tmp_path: Path, content: bytes, said: str) -> None:
        """What is no Word file is an error that says what it is."""
        assert said in error_of(write(tmp_path / "a.docx", content))

    def test_zip_that_is_no_word_file(self, tmp_path: Path) -> None:
        """An archive with the ending .docx but without a document is an error."""
        with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
            archive.writestr("x.txt", "x")
        assert "is not a .docx file that can be read" in error_of(tmp_path / "a.docx")

    def test_without_words(self, tmp_path: Path) -> None:
        """A Word file with pictures only holds no word."""
        assert "holds no word" in error_of(word_file(tmp_path / "a.docx"))


def pdf_file(path: Path, *texts: str, password: str = "") -> Path:
    """A PDF with a page for each text; an empty one is a page without a text layer."""
    writer = pypdf.PdfWriter()
    for text in texts:
        page = writer.add_blank_page(300, 300)
        font = pypdf.generic.DictionaryObject(
            {
                pypdf.generic.NameObject(key): pypdf.generic.NameObject(value)
                for key, value in (("/Type", "/Font"), ("/Subtype", "/Type1"), ("/BaseFont", "/Helvetica"))
            }
        )
        fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
        page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/Font"): fonts}
        )
        stream = pypdf.generic.DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 10 200 Td ({text}) Tj ET".encode("latin-1") if text else b"")
        page[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    with open(path, "wb") as handle:
        writer.write(handle)
    return path


class TestPdf:
    def test_text_layer(self, tmp_path: Path) -> None:
        """The pages follow one another; a page without text is told."""
        document = one(pdf_file(tmp_path / "a.pdf", "Trang mot", "", "Trang ba"))
        assert document.text == "Trang mot\nTrang ba"
        assert document.removed == {"pages_without_text": 1}

    def test_vietnamese(self, tmp_path: Path) -> None:
        """Vietnamese set in an embedded font comes back letter for letter."""
        write(tmp_path / "a.typ", "Nước chảy đá mòn, kiến tha lâu cũng đầy tổ.")
        typst.compile(str(tmp_path / "a.typ"), output=str(tmp_path / "a.pdf"))
        assert one(tmp_path / "a.pdf").text.strip() == "Nước chảy đá mòn, kiến tha lâu cũng đầy tổ."

    def test_scan(self, tmp_path: Path) -> None:
        """A scan without a text layer says so and names the cure."""
        assert "scan without a text layer; run text recognition" in error_of(pdf_file(tmp_path / "a.pdf", ""))

    def test_password(self, tmp_path: Path) -> None:
        """A PDF that asks for a password says so."""
        assert "password" in error_of(pdf_file(tmp_path / "a.pdf", "Trang", password="x"))

    @pytest.mark.parametrize(
        "content", [b"%PDF-1.7\n", b"%PDF-1.4\ntrailer<</Root 1 0 R>>\nstartxref\n9999\n%%EOF", b"no pdf"]
    )
    def test_broken(self, tmp_path: Path, content: bytes) -> None:
        """A broken PDF is an error in one sentence."""
        message = error_of(write(tmp_path / "a.pdf", content))
        assert message.startswith("a.pdf: ")
        assert "\n" not in message


class TestTables:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_csv(self, tmp_path: Path, delimiter: str) -> None:
        """A row is a document; columns are known by their names in English and Vietnamese, in any capitals."""
        lines = [
            "Tiêu đề|NỘI DUNG|Ngày đăng|Nguồn",
            '"Một"|"Dòng một.\nDòng hai."|14/12/2021|Báo Xa',
            "Hai|Bài thứ hai|hôm qua|",
        ]
        path = write(tmp_path / "tin.csv", "\r\n".join(lines).replace("|", delimiter))
        first, second = documents(list(read_parts(path)))
        assert first[:3] == ("tin-0001", "Dòng một.\nDòng hai.", "tin.csv#1")
        assert first.metadata == {"title": "Một", "published": "2021-12-14", "outlet": "Báo Xa"}
        assert second.metadata == {"title": "Hai", "published": "hôm qua"}

    def test_ids_of_the_table(self, tmp_path: Path) -> None:
        """A column of ids names the articles, made safe for file names; twins are told apart by a number."""
        found = read_parts(write(tmp_path / "t.csv", "id,text\n=1/2,Một\nA,Hai\na,Ba\n"))
        assert [part.article_id for part in documents(list(found))] == ["1_2", "A", "a-2"]

    def test_text_column_wins(self, tmp_path: Path) -> None:
        """A given text column is used even where another has a better name; one that is not there is an error."""
        path = write(tmp_path / "t.csv", "text,raw\nMột,Hai\n")
        assert one(path, text_column="raw").text == "Hai"
        assert 'no column "x" (found: text, raw)' in error_of(path, text_column="x")

    def test_no_text_column(self, tmp_path: Path) -> None:
        """Without a column that looks like the text the error names the columns and the cure."""
        assert "(found: a, b); pass text_column" in error_of(write(tmp_path / "t.csv", "a,b\n1,2\n"))

    def test_bad_rows_do_not_stop_the_others(self, tmp_path: Path) -> None:
        """Rows without text and rows with too many cells are errors with their number; the rest is read."""
        parts = list(read_parts(write(tmp_path / "t.csv", "text,title\nMột,a\n,b\nHai, ba, bốn,c\nNăm,d\n")))
        assert [part.text for part in documents(parts)] == ["Một", "Năm"]
        assert errors(parts) == [
            't.csv#2: has no text in column "text"',
            "t.csv#3: has more cells than the header; quote cells that hold the delimiter",
        ]

    def test_an_error_stands_in_the_place_of_its_row(self, tmp_path: Path) -> None:
        """A row without text does not cost those after it."""
        found = list(read_parts(write(tmp_path / "t.csv", "text\n \nMột\nHai\n")))
        assert str(found[0]).startswith("t.csv#1: has no text")
        assert [part.text for part in documents(found)] == ["Một", "Hai"]

    def test_long_cell(self, tmp_path: Path) -> None:
        """A cell of 2 MB is an article."""
        text = "chữ " * 400_000
        assert one(write(tmp_path / "t.csv", f'text\n"{text}"\n')).text == text

    @pytest.mark.parametrize(
        "convert",
        [
            to_tcvn3,
            to_vni,
            to_1258,
            lambda text: text.encode("utf-16"),
            lambda text: b"\xef\xbb\xbf" + text.encode(),
            lambda text: to_tcvn3(text).decode("cp1252").encode(),
        ],
    )
    def test_csv_in_old_encodings(self, tmp_path: Path, convert: Callable[[str], bytes]) -> None:
        """The encoding of a table is told from all of it, and its fields are put right with its text."""
        path = write(tmp_path / "t.csv", convert(f'title,text\nHội nghị,"{TEXT}"\n'))
        assert (one(path).text, one(path).metadata) == (TEXT, {"title": "Hội nghị"})

    @pytest.mark.parametrize("content", ["text\n", "text", '"text\n', "\n\n"])
    def test_csv_without_rows(self, tmp_path: Path, content: str) -> None:
        """A table without rows gives no document and does not crash."""
        assert documents(list(read_parts(write(tmp_path / "t.csv", content)))) == []

    def test_xlsx(self, tmp_path: Path) -> None:
        """Every sheet with a text column is read; dates are dates; a sheet of notes is passed over."""
        book = openpyxl.Workbook()
        book.active.title = "Tin"
        book.active.append(["text", "date", "url"])
        book.active.append(["Một", pd.Timestamp("2021-12-14").to_pydatetime(), "https://example.org/1"])
        book.active.append([None, None, None])
        book.create_sheet("Ghi chú").append(["x"])
        book.save(tmp_path / "t.xlsx")
        parts = list(read_parts(tmp_path / "t.xlsx"))
        (document,) = documents(parts)
        assert document.source == "t.xlsx#Tin#1"
        assert document.metadata == {"published": "2021-12-14", "url": "https://example.org/1"}
        assert errors(parts) == ['t.xlsx#Tin#2: has no text in column "text"']

    def test_xlsx_broken(self, tmp_path: Path) -> None:
        """What is no Excel file is an error."""
        assert "broken archive" in error_of(write(tmp_path / "t.xlsx", "a,b"))

    @pytest.mark.parametrize(
        "content",
        [
            '[{"text": "Một", "title": "A"}]',
            '{"articles": [{"content": "Một", "title": "A"}], "n": 1}',
            '{"body": "Một", "title": "A"}',
            '\ufeff{"text": "Một", "title": "A"}',
            '{"text": "Một", "title": "A"}\n\n',
        ],
    )
    def test_json_shapes(self, tmp_path: Path, content: str) -> None:
        """A list of objects, an object around it, or a single one."""
        document = one(write(tmp_path / "t.json", content))
        assert (document.text, document.metadata) == ("Một", {"title": "A"})

    def test_jsonl(self, tmp_path: Path) -> None:
        """Bad lines of JSON Lines are errors with their line; U+2028 inside a text is a line end there."""
        lines = [
            '{"text": "Một\u2028hai"}',
            "",
            "{broken",
            "[1]",
            '{"text": null}',
            '{"noi_dung": "Ba \\ud800", "id": "\\ud800x"}',
        ]
        parts = list(read_parts(write(tmp_path / "t.jsonl", "\n".join(lines))))
        assert [part.text for part in documents(parts)] == ["Một\nhai", "Ba "]
        assert documents(parts)[1].article_id == "x"
        assert [message.split(":")[0] for message in errors(parts)] == ["t.jsonl#3", "t.jsonl#4", "t.jsonl#5"]

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            ("{", "not JSON"),
            ("[" * 100_000, "nested too deeply"),
            ('{"a": 1}', "no text"),
            ("[1, 2]", "neither an object nor a text"),
            ("NaN", "neither"),
        ],
    )
    def test_json_broken(self, tmp_path: Path, content: str, said: str) -> None:
        """JSON that holds no article is an error that says why."""
        assert said in error_of(write(tmp_path / "t.json", content))

    def test_jsonl_in_a_json_file(self, tmp_path: Path) -> None:
        """A .json that is JSON Lines after all is read as such."""
        assert len(list(read_parts(write(tmp_path / "t.json", '{"text": "Một"}\n{"text": "Hai"}\n')))) == 2

    def test_parquet(self, tmp_path: Path) -> None:
        """Columns and dates of a Parquet file; a row without text is an error."""
        frame = pd.DataFrame(
            {
                "content": ["Một", None, "Ba"],
                "published": pd.to_datetime(["2021-12-14 16:30"] * 3),
                "other": [1, 2, 3],
            }
        )
        frame.to_parquet(tmp_path / "t.parquet")
        parts = list(read_parts(tmp_path / "t.parquet"))
        assert [part.text for part in documents(parts)] == ["Một", "Ba"]
        assert documents(parts)[0].metadata == {"published": "2021-12-14T16:30"}
        assert len(errors(parts)) == 1
        assert "is not a .parquet file" in error_of(write(tmp_path / "x.parquet", b"PAR1xxxx"))


def zip_file(path: Path, members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


class TestZip:
    def test_members_of_one_name_are_two_articles(self, tmp_path: Path) -> None:
        """Files of one name in two folders of an archive get two ids, so that neither takes the other's place."""
        found = read_parts(zip_file(tmp_path / "a.zip", {"bắc/tin.txt": "Một", "nam/Tin.txt": "Hai"}))
        assert [(part.article_id, part.text) for part in documents(list(found))] == [
            ("tin", "Một"),
            ("Tin-2", "Hai"),
        ]

    def test_members(self, tmp_path: Path) -> None:
        """Members are read by their endings, tables by row; system files are passed over."""
        members: dict[str, bytes | str] = {
            "tin/một.txt": to_tcvn3(TEXT), "t.csv": "text\nHai\n", "__MACOSX/._x.txt": "x", ".DS_Store": "x", "b.md": "---\ntitle: B\n---\nBa",
        }  # fmt: skip
        found = list(read_parts(zip_file(tmp_path / "a.zip", members)))
        assert [(part.article_id, part.source) for part in found] == [
            ("b", "a.zip::b.md"), ("t-0001", "a.zip::t.csv#1"), ("một", "a.zip::tin/một.txt"),
        ]  # fmt: skip
        assert found[2].text == TEXT

    def test_refusals(self, tmp_path: Path) -> None:
        """Paths that lead out, archives in archives, pictures and empty files are refused one by one; the good one is read."""
        members: dict[str, bytes | str] = {
            "../x.txt": "Một", "/etc/y.txt": "Hai", "C:\\z.txt": "Ba", "in.zip": "PK", "a.png": b"\x89PNG", "e.txt": "", "ok.txt": "Tốt",
        }  # fmt: skip
        parts = list(read_parts(zip_file(tmp_path / "a.zip", members)))
        assert [part.text for part in documents(parts)] == ["Tốt"]
        messages = " ".join(errors(parts))
        assert messages.count("leads out of the archive") == 3
        assert "archive in an archive" in messages
        assert 'a.zip::a.png: has the ending ".png"' in messages
        assert "a.zip::e.txt: is empty" in messages

    def test_link(self, tmp_path: Path) -> None:
        """A link in an archive is refused."""
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            info = zipfile.ZipInfo("l.txt")
            info.external_attr = 0o120777 << 16
            archive.writestr(info, "/etc/passwd")
        assert "is a link" in error_of(tmp_path / "a.zip")

    def test_bomb(self, tmp_path: Path) -> None:
        """A member that unpacks to far more than its size is refused before it is unpacked."""
        assert "would unpack to 40 MB" in error_of(
            zip_file(tmp_path / "a.zip", {"b.txt": b"a" * (40 * 2**20)})
        )

    def test_lying_size(self, tmp_path: Path) -> None:
        """A member that is larger than it says is an error, not a larger article."""
        data = bytearray(zip_file(tmp_path / "a.zip", {"b.txt": b"chu " * 1000}).read_bytes())
        for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            place = data.index(mark) + offset
            data[place : place + 4] = struct.pack("<I", 8)
        assert "a.zip::b.txt" in error_of(write(tmp_path / "a.zip", bytes(data)))

    def test_damaged_member(self, tmp_path: Path) -> None:
        """A member whose bytes are damaged is an error; the others are read."""
        path = zip_file(tmp_path / "a.zip", {"a.txt": "Một " * 99, "b.txt": "Hai"}, zipfile.ZIP_STORED)
        write(path, path.read_bytes().replace("Một".encode(), b"M\xff\xff\xff\xff", 1))
        parts = list(read_parts(path))
        assert [part.text for part in documents(parts)] == ["Hai"]
        assert len(errors(parts)) == 1

    def test_encrypted_member(self, tmp_path: Path) -> None:
        """A member with a password is refused."""
        data = bytearray(zip_file(tmp_path / "a.zip", {"a.txt": "Một"}).read_bytes())
        for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.index(mark) + offset] |= 1
        assert "is encrypted" in error_of(write(tmp_path / "a.zip", bytes(data)))

    def test_name_in_unmarked_utf8(self, tmp_path: Path) -> None:
        """A Vietnamese name that the packer did not mark as UTF-8 is read as such."""
        data = zip_file(tmp_path / "a.zip", {"mot.txt": "Một"}).read_bytes()
        write(tmp_path / "a.zip", data.replace(b"mot.txt", "ộ.txt".encode()))
        assert one(tmp_path / "a.zip").article_id == "ộ"

    def test_cut_off(self, tmp_path: Path) -> None:
        """An archive that was cut off is an error."""
        path = zip_file(tmp_path / "a.zip", {"a.txt": "Một " * 100})
        assert "broken archive" in error_of(write(path, path.read_bytes()[:-30]))


class TestFolder:
    def test_order_errors_and_ids(self, tmp_path: Path) -> None:
        """Files come in the order of their names, also from below; a bad one gives its error and stops no other."""
        write(tmp_path / "c.txt", "Ba")
        write(tmp_path / "a.txt", b"\x89PNG\r\n\x1a\n")
        write(tmp_path / "b" / "c.txt", "Hai")
        write(tmp_path / ".hidden.txt", "x")
        write(tmp_path / "~$b.docx", "x")
        parts = read_folder(tmp_path)
        assert [part.source if isinstance(part, Document) else part.path for part in parts] == [
            "a.txt",
            "b/c.txt",
            "c.txt",
        ]
        assert [part.article_id for part in documents(parts)] == ["b-c-txt", "c-txt"]

    def test_encodings_by_name(self, tmp_path: Path) -> None:
        """Each file may be given its encoding by its name."""
        write(tmp_path / "a.txt", to_tcvn3("Hội"))
        write(tmp_path / "b.txt", "Hội")
        assert [part.text for part in documents(read_folder(tmp_path, {"a.txt": "tcvn3"}))] == ["Hội", "Hội"]

    def test_names_composed_and_decomposed(self, tmp_path: Path) -> None:
        """Two files whose names look alike are two articles with two ids, both in NFC."""
        for form in ("NFC", "NFD"):
            write(tmp_path / (unicodedata.normalize(form, "Đổi mới") + ".txt"), form)
        found = documents(read_folder(tmp_path))
        assert len({part.article_id for part in found}) == 2
        assert all(unicodedata.is_normalized("NFC", part.article_id) for part in found)

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("Đại hội XIII (bản 2).txt", "Đại hội XIII (bản 2)"),
            ("-rf.txt", "rf"),
            ("=SUM(A1).txt", "SUM(A1)"),
            ("a\nb\t.txt", "a b"),
            ("...txt", "article"),
            ("số 5.2021.txt", "số 5.2021"),
            ("x" * 241 + ".txt", "x" * 241),
            ("ộ" * 81 + "x.txt", "ộ" * 81 + "x"),
            ("a?b:c.txt", "a_b_c"),
            (os.fsdecode(b"b\xe0i.txt"), "b\ufffdi"),
        ],
    )
    def test_ids(self, tmp_path: Path, name: str, expected: str) -> None:
        """A hard name becomes a safe id, an ordinary one stays as it is."""
        write(tmp_path / name, "Một")
        found = documents(read_folder(tmp_path))
        if name.startswith("."):
            assert article_id(Path(name)) == expected
        else:
            assert [part.article_id for part in found] == [expected]

    def test_ids_of_many(self) -> None:
        """Stems that coincide, in capitals or not, take their whole path, and a number if need be."""
        assert article_ids([Path("a.txt"), Path("A.html"), Path("x/b.txt"), Path("x-b.txt"), Path("b.txt")]) == [
            "a-txt", "A-html", "x-b-txt", "x-b", "b-txt",
        ]  # fmt: skip

    def test_what_is_no_file(self, tmp_path: Path) -> None:
        """Pipes, links in a circle, broken links and links to folders are errors; nothing hangs."""
        os.mkfifo(tmp_path / "a.txt")
        (tmp_path / "b.txt").symlink_to(tmp_path / "b.txt")
        (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere.txt")
        (tmp_path / "d").mkdir()
        (tmp_path / "d" / "up").symlink_to(tmp_path)
        write(tmp_path / "folder.txt" / "e.txt", "Một")
        parts = read_folder(tmp_path)
        assert errors(parts) == [
            "d/up: is a link to a folder; copy the folder here instead",
            "a.txt: is a pipe, socket or device, not a file",
            "b.txt: is a link that leads back to itself",
            "c.txt: does not exist, or is a link to what does not",
        ]
        assert [part.source for part in documents(parts)] == ["folder.txt/e.txt"]

    def test_link_to_a_file(self, tmp_path: Path) -> None:
        """A link to a file is that file."""
        (tmp_path / "a").mkdir()
        (tmp_path / "a" / "l.txt").symlink_to(write(tmp_path / "t.txt", "Một"))
        assert [part.text for part in documents(read_folder(tmp_path / "a"))] == ["Một"]

    def test_unreadable(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file that may not be read is an error that says so."""

        def refuse(*_: object) -> io.BytesIO:
            raise PermissionError(errno.EACCES, "Permission denied")

        path = write(tmp_path / "a.txt", "Một")
        monkeypatch.setattr("caytre.text.reading.documents.open", refuse, raising=False)
        assert error_of(path) == "a.txt: may not be read; ask its owner for permission"

    @pytest.mark.parametrize(
        ("name", "said"),
        [("a.doc", "save it as .docx"), ("a.jpg", "the endings read are"), ("a", "has no ending")],
    )
    def test_endings_that_are_not_read(self, tmp_path: Path, name: str, said: str) -> None:
        """An ending that is not read says which are, or what to save the file as."""
        assert said in error_of(write(tmp_path / name, "Một"))

    def test_missing(self, tmp_path: Path) -> None:
        """A folder given as a file, and a file or folder that is not there, are errors."""
        assert "is a folder" in error_of(tmp_path)
        assert "does not exist" in error_of(tmp_path / "x.txt")
        assert len(errors(read_folder(tmp_path / "x"))) == 1

    def test_error_travels_between_processes(self) -> None:
        """An error keeps its place and reason when a worker sends it back."""
        error = pickle.loads(pickle.dumps(ReadingError("a.txt", "is empty")))
        assert (error.path, error.reason, str(error)) == ("a.txt", "is empty", "a.txt: is empty")
