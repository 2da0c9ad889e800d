"""The Word document: the styles that pandoc fills, and the font put into the finished file.

Nothing here is a binary that somebody has to trust: the styles are set on pandoc's own reference document, and the file
is packed again with one date, so that equal reports are equal bytes.
"""

from __future__ import annotations

import io
import re
import subprocess
import uuid
import zipfile
from typing import Any

from caytre.output.figures.style import FAMILY, FONTS

__all__ = ["finished", "reference"]

INK, SOFT, GREY, PALE, ACCENT, BLUE = "1D2329", "5B6570", "8B95A0", "E3E7EB", "2F7D4F", "1F4E79"

SIZES = {
    "Normal": 9.5, "Body Text": 9.5, "First Paragraph": 9.5, "Compact": 7.5, "Title": 22, "Subtitle": 10.5, "Abstract": 9.5,
    "Heading 1": 17, "Heading 2": 12, "Heading 3": 10, "Table Caption": 8, "Image Caption": 8, "Caption": 8,
    "Footnote Text": 8, "Source Code": 8, "Verbatim Char": 8.5, "TOC 1": 8.5, "Contents Heading": 10,
}  # fmt: skip
"""Points of every style that the report uses."""

FACES = {"Regular": "embedRegular", "SemiBold": "embedBold", "Italic": "embedItalic"}
"""Which file stands for which face in a Word document."""

PACKED = (1980, 1, 1, 0, 0, 0)
"""The date of everything in the file."""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

ROW = re.compile(r"<w:tr>\s*(?:<w:trPr>(.*?)</w:trPr>)?(.*?)</w:tr>", re.S)
TAG = re.compile(r"<[^>]*>")
SHORT = 400
"""Characters up to which a row of a table stays on one page."""


def reference() -> bytes:
    """pandoc's own reference document with the project's font, colours, page and styles."""
    import docx
    import pypandoc
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    default = subprocess.run(command, check=True, capture_output=True).stdout
    document = docx.Document(io.BytesIO(default))
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Mm(26), Mm(24), Mm(22), Mm(22)
    for name, kind, colour in (
        ("Left Out", WD_STYLE_TYPE.CHARACTER, GREY), ("Line Number", WD_STYLE_TYPE.CHARACTER, ACCENT),
        ("Back Link", WD_STYLE_TYPE.CHARACTER, BLUE), ("Article Line", WD_STYLE_TYPE.PARAGRAPH, INK),
        ("TOC 1", WD_STYLE_TYPE.PARAGRAPH, BLUE), ("Contents Heading", WD_STYLE_TYPE.PARAGRAPH, INK),
    ):  # fmt: skip
        made = document.styles.add_style(name, kind)
        made.font.color.rgb = RGBColor.from_string(colour)
        made.font.size = Pt(8.5 if kind == WD_STYLE_TYPE.PARAGRAPH else 7.5) if name != "Left Out" else None
    for style in document.styles:
        if getattr(style, "font", None) is not None:
            _lettering(style)
    _spacing(document)
    _page_numbers(page)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _lettering(style: Any) -> None:
    """Font, size and colour of a style."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name = FAMILY
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), FAMILY)
    if style.name in SIZES:
        style.font.size = Pt(SIZES[style.name])
    if style.name.startswith("Heading") or style.name in ("Title", "Contents Heading"):
        style.font.bold, style.font.italic = True, False
        style.font.color.rgb = RGBColor.from_string(INK)
    elif "Caption" in style.name or style.name == "Subtitle":
        style.font.bold, style.font.italic = False, False
        style.font.color.rgb = RGBColor.from_string(SOFT)
    elif style.name == "Hyperlink":
        style.font.color.rgb = RGBColor.from_string(BLUE)


def _spacing(document: Any) -> None:
    """Chapters on pages of their own, headings and captions of tables with what follows, titles to the left."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    styles = {style.name: style for style in document.styles}
    before_after = {
        "Heading 1": (0, 12), "Heading 2": (16, 6), "Heading 3": (12, 4), "Title": (0, 8), "Subtitle": (0, 14),
        "Body Text": (4, 6), "First Paragraph": (4, 6), "Compact": (1, 1), "Abstract": (0, 5), "Footnote Text": (0, 2), "Table Caption": (10, 3),
        "Image Caption": (2, 12), "Article Line": (2, 4), "TOC 1": (1, 1), "Contents Heading": (10, 3),
    }  # fmt: skip
    for name, (before, after) in before_after.items():
        made = styles[name].paragraph_format
        made.space_before, made.space_after = Pt(before), Pt(after)
        made.widow_control = True
        if name.startswith("Heading") or name == "Table Caption":
            made.keep_with_next = True
    styles["Heading 1"].paragraph_format.page_break_before = True
    for spaced in styles["Subtitle"].element.rPr.findall(qn("w:spacing")):
        styles["Subtitle"].element.rPr.remove(spaced)
    styles["Captioned Figure"].paragraph_format.keep_with_next = True
    for name in ("Title", "Subtitle", "Abstract", "Image Caption", "Table Caption"):
        styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        styles[name].paragraph_format.left_indent = styles[name].paragraph_format.right_indent = Mm(0)
    rule = f'<w:tblBorders xmlns:w="{WORD}"><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{PALE}"/></w:tblBorders>'
    styles["Table"].element.find(qn("w:tblPr")).append(parse_xml(rule))
    for margin in styles["Table"].element.iter(qn("w:left"), qn("w:right")):
        if margin.get(qn("w:type")) == "dxa":
            margin.set(qn("w:w"), "60")
    for first in styles["Table"].element.findall(qn("w:tblStylePr")):
        first.insert(0, parse_xml(f'<w:rPr xmlns:w="{WORD}"><w:b/></w:rPr>'))
    styles["Article Line"].paragraph_format.left_indent = Mm(8)
    styles["Article Line"].paragraph_format.first_line_indent = Mm(-8)


def _page_numbers(page: Any) -> None:
    """The number of the page at its foot, but not on the first."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    page.different_first_page_header_footer = True
    paragraph = page.footer.paragraphs[0]
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)
    paragraph.alignment = 2


# -- the finished file -----------------------------------------------------------------------------------------------


def finished(document: bytes) -> bytes:
    """The document with its font inside, packed with one date."""
    with zipfile.ZipFile(io.BytesIO(document)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    entries, relations = [], []
    for number, (face, kind) in enumerate(FACES.items(), 1):
        font = (FONTS / f"BeVietnamPro-{face}.ttf").read_bytes()
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"{FAMILY} {face}")
        parts[f"word/fonts/font{number}.odttf"] = _obfuscated(font, key)
        entries.append(f'<w:{kind} r:id="rId{number}" w:fontKey="{{{str(key).upper()}}}"/>')
        relations.append(
            f'<Relationship Id="rId{number}" Type="{RELATIONS}/font" Target="fonts/font{number}.odttf"/>'
        )
    parts["word/fontTable.xml"] = (
        f'{HEAD}<w:fonts xmlns:w="{WORD}" xmlns:r="{RELATIONS}"><w:font w:name="{FAMILY}">{"".join(entries)}</w:font></w:fonts>'
    ).encode()
    parts["word/_rels/fontTable.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}">{"".join(relations)}</Relationships>'
    ).encode()
    _insert(
        parts, "[Content_Types].xml", "<Default ", f'<Default Extension="odttf" ContentType="{OBFUSCATED}"/>'
    )
    _insert(parts, "word/settings.xml", "<w:embedSystemFonts", "<w:embedTrueTypeFonts/>")
    body = parts["word/document.xml"].decode("utf-8")
    parts["word/document.xml"] = ROW.sub(_whole, body).encode("utf-8")
    return _zipped(parts)


def _whole(row: re.Match[str]) -> str:
    """A row that is not broken over two pages, unless it is long."""
    if len(TAG.sub("", row[2])) > SHORT:
        return row[0]
    return f"<w:tr><w:trPr><w:cantSplit/>{row[1] or ''}</w:trPr>{row[2]}</w:tr>"


def _insert(parts: dict[str, bytes], name: str, before: str, what: str) -> None:
    """Put *what* before the first *before* of a part."""
    text = parts[name].decode("utf-8")
    at = text.index(before)
    parts[name] = (text[:at] + what + text[at:]).encode("utf-8")


def _obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    """As ECMA-376, part 4, 9.1 has it: the first 32 bytes exclusive-or the key, its bytes in reverse order."""
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(font[:32], mask, strict=True)) + font[32:]


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, PACKED)
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, parts[name])
    return out.getvalue()
