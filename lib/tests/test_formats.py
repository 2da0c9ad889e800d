"""HTML, PDF and DOCX of a report: the same bytes each time, nothing an article says becomes code, every link leads somewhere."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from pypdf import PdfReader

from caytre import session
from caytre.output import formats, wordfile
from caytre.output.figures.style import FONTS
from caytre.show import escape, table

HOSTILE = 'Tin <script>alert(1)</script> | *sao* [x](y) $z$ #set "q" \\cmd'

HEAD = """---
title: "Hội nghị"
subtitle: "Thử"
lang: vi
toc-title: "Mục lục"
---

:::: front

::: findings

## Điều nổi bật

1. Chợ họp sớm [\\[cho:3\\]](#article-1-line-3-sentence-1).

:::

::: card

| Kho bài |   |
| :--- | :--- |
| Số bài | 1 |

:::

::::

# Chương một

Có chú thích.[^note-1] Xem [\\[cho:3\\]](#article-1-line-3) và lại [\\[cho:3\\]](#article-1-line-3).

[^note-1]: Lời chú ở chân trang.

"""
APPENDIX = """
# Các bài

## cho

::: lines

[**1**]{#article-1-line-1 .line} [Trang chủ]{.left}

[**3**]{#article-1-line-3 .line} [[(CHỢ) ]{.left}Chợ họp sớm.]{#article-1-line-3-sentence-1 .sentence} Người đông.

:::
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("formats")
    session.begin("test", "vi")
    frame = pd.DataFrame({"tiêu đề": [HOSTILE, "=1+1"], "n": [1, 2]})
    shown = table(frame, "Bảng").markdown()
    formats.write_formats(f"{HEAD}{escape(HOSTILE)}\n\n{shown}\n{APPENDIX}", place, "vi")
    session.begin("test", "en")
    return place


@pytest.fixture(scope="module")
def page(folder: Path) -> str:
    return (folder / "report.vi.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pdf(folder: Path) -> PdfReader:
    return PdfReader(io.BytesIO((folder / "report.vi.pdf").read_bytes()))


@pytest.fixture(scope="module")
def word(folder: Path) -> dict[str, str]:
    """The parts of the Word document, fonts aside."""
    with zipfile.ZipFile(folder / "report.vi.docx") as packed:
        return {
            name: packed.read(name).decode("utf-8")
            for name in packed.namelist()
            if name.endswith((".xml", ".rels"))
        }


def read(pdf: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pdf.pages))


class TestEveryFormat:
    def test_markup_in_a_title_stays_text(self, page: str, pdf: PdfReader, word: dict[str, str]) -> None:
        """What an article says can never become code in HTML, PDF or DOCX."""
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "<script>alert(1)</script>" in read(pdf)
        text = re.sub(r"</w:t>.*?<w:t[^>]*>", "", word["word/document.xml"])
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text

    def test_the_same_each_time(self, folder: Path, tmp_path: Path) -> None:
        """No date, no random id, in any of them; and nothing is left lying about."""
        markdown = (folder / "report.vi.md").read_text(encoding="utf-8")
        formats.write_formats(markdown, tmp_path, "vi")
        assert {path.name for path in tmp_path.iterdir()} == {f"report.vi.{kind}" for kind in formats.FORMATS}
        for path in tmp_path.iterdir():
            assert path.read_bytes() == (folder / path.name).read_bytes(), path.name

    def test_what_is_not_counted_is_grey(self, page: str, word: dict[str, str]) -> None:
        """By a class, a character style and a function of the template."""
        assert '<span class="left">Trang chủ</span>' in page
        runs = re.findall(r"<w:r>.*?</w:r>", word["word/document.xml"], re.S)
        grey = "".join(re.sub(r"<[^>]+>", "", run) for run in runs if 'w:val="LeftOut"' in run)
        assert grey == "Trang chủ(CHỢ)"
        assert 'w:color w:val="8B95A0"' in word["word/styles.xml"]
        typst = formats._pandoc(APPENDIX, "typst", FONTS, []).decode("utf-8")
        assert re.search(r"#left-out\[\s*Trang chủ\s*\]", typst)

    def test_remarks_are_notes(self, page: str, pdf: PdfReader, word: dict[str, str]) -> None:
        """At the foot of the page in PDF and DOCX, at the end with a way back in HTML."""
        assert "Lời chú ở chân trang." in re.sub(r"<[^>]+>", "", word["word/footnotes.xml"])
        assert re.search(r'<li id="fn1"><p>Lời chú ở chân trang\..*?role="doc-backlink"', page)
        assert any(
            "Lời chú ở chân trang" in sheet.extract_text() and "Có chú thích" in sheet.extract_text()
            for sheet in pdf.pages
        )


class TestLinks:
    def test_every_link_of_the_html_leads_somewhere(self, page: str) -> None:
        """Inside the page, where each place has one name; nothing is fetched from elsewhere."""
        assert not re.search(r'(?:src|href)="(?!#|data:)', page)
        assert "data:font" in page
        names = re.findall(r'\bid="([^"]+)"', page)
        assert len(names) == len(set(names))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(names)

    def test_every_link_of_the_word_document_leads_somewhere(self, word: dict[str, str]) -> None:
        """Each anchor is a bookmark."""
        text = word["word/document.xml"]
        assert set(re.findall(r'w:anchor="([^"]+)"', text)) <= set(
            re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', text)
        )

    def test_a_citation_leads_to_its_sentence(self, page: str) -> None:
        """Which has a name of its own, inside the line."""
        assert 'href="#article-1-line-3-sentence-1"' in page
        assert re.search(r'<span id="article-1-line-3-sentence-1" class="sentence">', page)

    def test_a_line_leads_back_to_its_citations(self, page: str) -> None:
        """Once for each section that cites it; a line that nobody cites has no arrow."""
        line = page[page.index('id="article-1-line-3"') :]
        line = line[: line.index("</p>")]
        assert re.findall(r'<a href="#(cited-\d+)">(↑\d*)</a>', line) == [
            ("cited-1", "↑1"),
            ("cited-2", "↑2"),
        ]
        assert page.count('<span id="cited-') == 2
        other = page[page.index('id="article-1-line-1"') :]
        assert "↑" not in other[: other.index("</p>")]


class TestFirstPage:
    def test_of_the_pdf(self, pdf: PdfReader) -> None:
        """Title, findings, card and contents with page numbers; the text begins on the next page."""
        first = pdf.pages[0].extract_text()
        assert all(
            words in first for words in ("Hội nghị", "Điều nổi bật", "Chợ họp sớm", "Số bài", "Mục lục")
        )
        assert re.search(r"Chương một[ .]*2", first)
        assert "Có chú thích" not in first

    def test_of_the_html(self, page: str) -> None:
        """Before the contents, under its own heading and not under “Abstract”."""
        assert page.index("Điều nổi bật") < page.index("Số bài") < page.index('id="TOC"')
        assert page.count("Điều nổi bật") == 1
        assert "Tóm tắt" not in page

    def test_of_the_word_document(self, word: dict[str, str]) -> None:
        """The contents are there from the start, as links."""
        text = word["word/document.xml"]
        assert text.index("Số bài") < text.index('w:val="ContentsHeading"') < text.index("Có chú thích")
        assert re.search(
            r'<w:hyperlink w:anchor="chương-một"><w:r><w:t xml:space="preserve">Chương một</w:t>', text
        )

    def test_a_report_without_one(self, tmp_path: Path) -> None:
        """Title and contents stand alone."""
        formats.write_formats(
            '---\ntitle: "T"\nlang: en\ntoc-title: "Contents"\n---\n\n# One\n\nText.\n', tmp_path, "en"
        )
        page = (tmp_path / "report.en.html").read_text(encoding="utf-8")
        assert 'class="abstract"' not in page
        assert "<p>Text.</p>" in page


class TestWordFile:
    def test_the_font_is_inside(self, folder: Path) -> None:
        """Hidden as the format asks for, and whole again when that is undone."""
        with zipfile.ZipFile(folder / "report.vi.docx") as packed:
            table = packed.read("word/fontTable.xml").decode("utf-8")
            hidden = packed.read("word/fonts/font1.odttf")
        key = re.search(r'w:embedRegular r:id="rId1" w:fontKey="\{([0-9A-F-]+)\}"', table)
        assert key is not None
        mask = bytes.fromhex(key[1].replace("-", ""))[::-1] * 2
        font = bytes(a ^ b for a, b in zip(hidden[:32], mask, strict=True)) + hidden[32:]
        assert font == (FONTS / "BeVietnamPro-Regular.ttf").read_bytes()

    def test_it_opens(self, folder: Path) -> None:
        """With its styles: lines of articles hang, chapters begin on a page."""
        import docx

        document = docx.Document(str(folder / "report.vi.docx"))
        styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
        assert styles.count("Article Line") == 2
        assert document.styles["Heading 1"].paragraph_format.page_break_before
        assert document.sections[0].page_width.mm == pytest.approx(210, abs=0.5)

    def test_the_reference_is_made_here(self) -> None:
        """From pandoc's own, in the project's font: no file of unknown origin."""
        import docx

        document = docx.Document(io.BytesIO(wordfile.reference()))
        assert document.styles["Normal"].font.name == "Be Vietnam Pro"
        assert {"Left Out", "Line Number", "Back Link", "Article Line"} <= {
            style.name for style in document.styles
        }

    def test_no_short_row_is_broken_over_pages(self) -> None:
        """Heads of tables among them, which stay heads; a row as long as a page has to break."""
        assert wordfile.ROW.sub(
            wordfile._whole, "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>a</w:tc></w:tr>"
        ) == ("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc>a</w:tc></w:tr>")
        long = f"<w:tr><w:tc>{'a' * 500}</w:tc></w:tr>"
        assert wordfile.ROW.sub(wordfile._whole, long) == long


def test_particulars_stand_beside_a_long_text() -> None:
    """On paper a quotation is no column of single words; what is empty takes no line, and nothing gets lost."""
    said = "Việt Nam kiên trì đường lối đối ngoại độc lập, tự chủ. " * 6
    rows = (
        f"| {said} | An | | [\\[a:1\\]](#x) | named |\n| Ngắn. | Bình | Bộ trưởng | [\\[a:2\\]](#y) | named |"
    )
    wide = f"| text | speaker | office | citation | how |\n|:--|:--|:--|:--|:--|\n{rows}\n"
    typst = formats._pandoc(wide, "typst", FONTS, []).decode("utf-8")
    assert "columns: (62%, 38%)" in typst
    assert (typst.count("office"), typst.count("speaker")) == (2, 3)
    assert all(part in typst for part in ("An", "Bình", "Bộ trưởng", "a:1", "a:2", "Ngắn."))
    short = wide.replace(said, "Ngắn.")
    assert "62%" not in formats._pandoc(short, "typst", FONTS, []).decode("utf-8")
