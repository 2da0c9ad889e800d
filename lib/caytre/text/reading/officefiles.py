"""Word and PDF files: their text, paragraph by paragraph.

Their fields (author, date) are those of the file, not of the article, and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from caytre.text.reading.archives import check_office
from caytre.text.reading.encodings import UnreadableError

__all__ = ["read_docx", "read_pdf"]

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARAGRAPH, TABLE, TEXT_BOX = f"{WORD}p", f"{WORD}tbl", f"{WORD}txbxContent"
MARKS = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "\u2011"}
LEFT_OUT = {
    f"{WORD}del",
    f"{WORD}moveFrom",
    f"{WORD}pPr",
    f"{WORD}rPr",
    f"{WORD}instrText",
    FALLBACK,
    TEXT_BOX,
}
"""Deleted and moved text, properties (a tab stop is no tab), field codes, the second copy of a text box, and the
text box itself, which follows its paragraph."""


def read_docx(handle: BinaryIO) -> str:
    """The paragraphs and tables of a Word file in their order, a row of a table being one line with | between cells.

    Includes inserted text, content controls, hyperlinks and text boxes; leaves out deleted text, headers, footers,
    footnotes and comments. Raises UnreadableError for what is no zip archive; what else is broken raises as python-docx does.
    """
    import docx

    check_office(handle)
    return "\n".join(_blocks(docx.Document(handle).element.body))


def read_pdf(handle: BinaryIO) -> tuple[str, int]:
    """The text layer of a PDF page by page, and how many pages have none.

    Raises UnreadableError for a scan without any text layer or a password; what is broken raises as pypdf does.
    """
    import pypdf

    reader = pypdf.PdfReader(handle)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("is a PDF with a password; save it without one")
    pages = [page.extract_text() for page in reader.pages]
    empty = sum(not page.strip() for page in pages)
    if empty == len(pages):
        raise UnreadableError("is a scan without a text layer; run text recognition (OCR) on it first")
    return "\n".join(page for page in pages if page.strip()), empty


def _blocks(parent: Any) -> Iterator[str]:
    for child in parent:
        if child.tag == PARAGRAPH:
            yield "".join(_pieces(child))
            for box in child.iter(TEXT_BOX):
                if (
                    next(box.iterancestors(PARAGRAPH)) is child
                    and next(box.iterancestors(FALLBACK), None) is None
                ):
                    yield from _blocks(box)
        elif child.tag == TABLE:
            for row in child.iter(f"{WORD}tr"):
                if next(row.iterancestors(TABLE)) is child:
                    yield " | ".join(_cell(cell) for cell in row.iterchildren(f"{WORD}tc"))
        elif child.tag not in LEFT_OUT:
            yield from _blocks(child)  # content controls and other wrappers


def _cell(cell: Any) -> str:
    return " ".join(" ".join(_blocks(cell)).split("\n")).strip()


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{WORD}t":
            yield child.text or ""
        elif child.tag in MARKS:
            yield MARKS[child.tag]
        elif child.tag not in LEFT_OUT:
            yield from _pieces(child)
