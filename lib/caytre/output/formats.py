"""A report in Markdown as HTML, PDF and DOCX, all of them the same bytes each time they are made."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from caytre.files import write_bytes, write_text
from caytre.output import wordfile
from caytre.output.figures.style import FONTS

__all__ = ["FORMATS", "write_formats"]

FORMATS = ("md", "html", "pdf", "docx")
TEMPLATES = Path(__file__).parent / "templates"
MARKDOWN = "markdown-tex_math_dollars-tex_math_single_backslash-raw_tex-raw_html-citations-subscript-superscript+implicit_figures"
EPOCH = "315532800"
"""1 January 1980, the first day that a ZIP archive knows: what pandoc takes for now."""


def write_formats(markdown: str, folder: Path, lang: str) -> None:
    """`report.<lang>.md`, `.html`, `.docx` and `.pdf` in *folder*, which holds the figures."""
    write_text(folder / f"report.{lang}.md", markdown)
    write_bytes(folder / f"report.{lang}.html", _html(markdown, folder))
    write_bytes(folder / f"report.{lang}.docx", _docx(markdown, folder))
    write_bytes(
        folder / f"report.{lang}.pdf", _pdf(markdown.replace(f".{lang}.png)", f".{lang}.svg)"), folder)
    )


def _pandoc(markdown: str, to: str, folder: Path, options: Sequence[str]) -> bytes:
    """What pandoc makes of the report; every format passes through `report.lua`, which knows the report's classes."""
    import pypandoc

    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "--from", MARKDOWN, "--to", to, "--output", "-", "--standalone", "--wrap=none",
         f"--resource-path={folder}", "--syntax-highlighting=none", f"--lua-filter={TEMPLATES / 'report.lua'}", *options],
        input=markdown.encode("utf-8"), capture_output=True, check=False, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"pandoc to {to}: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout


def _html(markdown: str, folder: Path) -> bytes:
    """One file with its style, fonts and figures inside."""
    css = (TEMPLATES / "report.css").read_text(encoding="utf-8").replace("FONTS", FONTS.as_posix())
    path = folder / "report.css"
    write_text(path, css)
    try:
        return _pandoc(
            markdown, "html5", folder,
            ["--embed-resources", f"--css={path}", "--section-divs", "--toc", "--toc-depth=2"],
        )  # fmt: skip
    finally:
        path.unlink()


def _docx(markdown: str, folder: Path) -> bytes:
    reference = folder / "reference.docx"
    write_bytes(reference, wordfile.reference())
    try:
        return wordfile.finished(_pandoc(markdown, "docx", folder, [f"--reference-doc={reference}"]))
    finally:
        reference.unlink()


def _pdf(markdown: str, folder: Path) -> bytes:
    import typst

    main = folder / "report.typ"
    write_bytes(main, _pandoc(markdown, "typst", folder, [f"--template={TEMPLATES / 'report.typ'}"]))
    try:
        return bytes(
            typst.compile(str(main), root=str(folder), font_paths=[str(FONTS)], ignore_system_fonts=True)
        )
    finally:
        main.unlink()
