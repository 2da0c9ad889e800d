"""From executed notebooks to a report: one Markdown file, and from it HTML, PDF and DOCX.

The report holds what the notebooks say and show, not how they compute it: Markdown cells, findings, figures and
tables. A cell tagged `notebook-only` stays out. Figures are numbered in the order in which they come.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from caytre import __version__, session
from caytre.codebooks import project_root
from caytre.corpus import Corpus, open_corpus
from caytre.files import write_bytes, write_text
from caytre.output import run as runner
from caytre.output.citations import appendix, linked
from caytre.output.figures.captions import read_captions, write_captions
from caytre.output.figures.style import FONTS
from caytre.output.figures.style import MIME as FIGURE
from caytre.output.stamp import Stamp
from caytre.show import TABLE_MIME, escape

__all__ = ["FORMATS", "build_report", "collect", "write_formats"]

FORMATS = ("md", "html", "pdf", "docx")
TEMPLATES = Path(__file__).parent / "templates"
PANDOC = "markdown-tex_math_dollars-tex_math_single_backslash-raw_tex-raw_html-citations-subscript-superscript+implicit_figures"
LINK_TO_NOTEBOOK = re.compile(r"\[([^\]]*)\]\([^)]*\.ipynb[^)]*\)")


class Report(NamedTuple):
    """Where the files of a run are, and what could not be read of the corpus."""

    folder: Path
    files: list[Path]
    skipped: int


def build_report(
    name: str,
    *,
    languages: Sequence[str] = ("en", "vi"),
    out: Path | None = None,
    force: bool = False,
    progress: Callable[[str], None] = print,
) -> Report:
    """Run every numbered notebook on corpus *name* in each language, then write the report in every format.

    The shipped notebooks are executed in place (in the project's first language) when they run on their own corpus and
    no *out* is given; otherwise the executed copies go to the output folder. Nothing of an earlier report is touched
    before all notebooks have run. Where neither articles, notebooks, codebooks nor code have changed since the last
    report and its files are as they were written, nothing is run, unless *force* is given. Raises NotebookError for a cell that fails, CorpusError for a corpus that is not there.
    """
    root = project_root()
    corpus = open_corpus(name, lang=languages[0])
    target = out or root / "figures" / corpus.name
    stamp = Stamp(corpus, languages, target)
    if not force and stamp.holds():
        progress("nothing has changed since the last report")
        return Report(
            target,
            [target / f"report.{lang}.{kind}" for lang in languages for kind in FORMATS],
            len(corpus.skipped),
        )
    notebooks = {path.name: runner.read(path) for path in sorted((root / "notebooks").glob("[0-9]*.ipynb"))}
    own = out is None and all(runner.parameters(nb).get("CORPUS") == f'"{name}"' for nb in notebooks.values())
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as place:
        building = Path(place)
        with ThreadPoolExecutor(len(languages)) as pool:
            done = list(
                pool.map(
                    lambda lang: _run(
                        notebooks, lang, str(corpus.folder), own, building / lang, target, progress
                    ),
                    languages,
                )
            )
        captions: dict[str, dict[str, str]] = {}
        for lang, executed in zip(languages, done, strict=True):
            folder = building / lang
            for row in read_captions(folder / "captions.csv"):
                captions.setdefault(row["figure"], {}).update(
                    {key: value for key, value in row.items() if value}
                )
            session.begin(corpus.name, lang, corpus.source)
            write_formats(collect(executed, corpus), folder, lang)
            for notebook, content in executed.items():
                if not own:
                    runner.write(folder / "notebooks" / lang / notebook, content)
                elif lang == languages[0]:
                    runner.write(root / "notebooks" / notebook, content)
        files = [file for lang in languages for file in _publish(building / lang, target)]
        write_captions(target / "captions.csv", captions)
    stamp.set()
    return Report(target, files, len(corpus.skipped))


def _run(
    notebooks: Mapping[str, Any],
    lang: str,
    corpus: str,
    own: bool,
    folder: Path,
    target: Path,
    progress: Callable[[str], None],
) -> dict[str, Any]:
    """All notebooks in one language, figures to *folder*; charts of the last run lie there already, to be kept if equal."""
    folder.mkdir(parents=True)
    for old in target.glob(f"[0-9][0-9]-*.{lang}.*"):
        shutil.copy(old, folder)
    done = runner.run(
        notebooks,
        values={"CORPUS": Path(corpus).name if own else corpus, "LANG": lang},
        folder=project_root() / "notebooks",
        environment={**os.environ, "CAYTRE_FIGURES": str(folder), "PYTHONHASHSEED": "0"},
        progress=lambda notebook: progress(f"{lang} {notebook}"),
    )
    drawn = {data[FIGURE]["name"] for notebook in done.values() for data in _data(notebook) if FIGURE in data}
    for left in folder.glob("[0-9][0-9]-*.*"):
        if left.name.split(".")[0] not in drawn:
            left.unlink()
    return done


def _data(notebook: Any) -> Iterator[Mapping[str, Any]]:
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            yield output.get("data", {})


def collect(notebooks: Mapping[str, Any], corpus: Corpus) -> str:
    """The report as Markdown: the written analysis first, then the notebooks as chapters, then how it was made."""
    order = sorted(notebooks, key=lambda name: ("analysis" not in name, name))
    numbers = _Numbers()
    chapters = [_chapter(notebooks[name], numbers) for name in order]
    title = escape(corpus.title())
    front = [
        "---",
        f'title: "{_yaml(corpus.title())}"',
        f'subtitle: "{_yaml(corpus.settings.description[session.language()])}"',
        f"lang: {session.language()}",
        f'toc-title: "{session.t("Contents", "Mục lục")}"',
        "---",
        "",
    ]
    text, cited = linked("\n\n".join([*chapters, _colophon(corpus, title)]), corpus.lines)
    articles = appendix(corpus.articles, corpus.lines, corpus.cuts, only=cited)
    return "\n\n".join(["\n".join(front), text, articles]) + "\n"


class _Numbers:
    """Figures and tables are numbered through the whole report."""

    def __init__(self) -> None:
        self.figure = self.table = 0


def _chapter(notebook: Any, numbers: _Numbers) -> str:
    parts = []
    for cell in notebook.cells:
        if {"notebook-only", "parameters", "injected-parameters"} & set(cell.metadata.get("tags", [])):
            continue
        if cell.cell_type == "markdown":
            parts.append(LINK_TO_NOTEBOOK.sub(r"\1", cell.source))
            continue
        for output in cell.outputs:
            parts += _output(output.get("data", {}), numbers)
    return "\n\n".join(part.strip() for part in parts if part.strip())


def _output(data: Mapping[str, Any], numbers: _Numbers) -> list[str]:
    if FIGURE in data:
        numbers.figure += 1
        figure = data[FIGURE]
        label = session.t("Figure", "Hình")
        alt = figure["alt"].replace('"', "'").replace("\n", " ")
        return [
            f'![**{label} {numbers.figure}.** {escape(figure["caption"])}]({figure["name"]}.{session.language()}.png){{alt="{escape(alt)}"}}'
        ]
    if TABLE_MIME in data:
        numbers.table += 1
        label = session.t("Table", "Bảng")
        return [data[TABLE_MIME]["markdown"].replace("\n: ", f"\n: **{label} {numbers.table}.** ", 1)]
    if "text/markdown" in data:
        return [data["text/markdown"]]
    return []


def _colophon(corpus: Corpus, title: str) -> str:
    """How the report was made, so that somebody else can make it again."""
    t = session.t
    heading = t("# How this was made", "# Báo cáo này được làm như thế nào")
    text = t(
        f"Made by caytre {__version__} from the corpus *{title}* (hash `{corpus.hash}`) with word segmentation by "
        f"{corpus.engine()}. To make it again, put the same articles in a folder and run `caytre report`. "
        "Every sentence with a number in it was computed from the corpus; a citation such as [vtv:19] names the article "
        "and the line.",
        f"Báo cáo do caytre {__version__} lập từ kho bài *{title}* (mã băm `{corpus.hash}`), tách từ bằng {corpus.engine()}. "
        "Muốn làm lại, hãy đặt các bài viết ấy vào một thư mục và chạy `caytre report`. Mọi câu có con số đều được tính từ "
        "kho bài; trích dẫn như [vtv:19] chỉ bài và dòng.",
    )
    return f"{heading}\n\n{text}"


def _yaml(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


# -- formats -------------------------------------------------------------------------------------------------------


def write_formats(markdown: str, folder: Path, lang: str) -> None:
    """`report.<lang>.md`, `.html`, `.docx` and `.pdf` in *folder*, which holds the figures."""
    import pypandoc

    source = folder / f"report.{lang}.md"
    write_text(source, markdown)
    here = f"--resource-path={folder}"
    common = ["--standalone", here, "--toc", "--toc-depth=2", "--wrap=none"]
    css = _css(folder)
    pypandoc.convert_text(
        markdown, "html5", format=PANDOC, outputfile=str(folder / f"report.{lang}.html"),
        extra_args=[*common, "--embed-resources", f"--css={css}", "--section-divs"],
    )  # fmt: skip
    pypandoc.convert_text(
        markdown, "docx", format=PANDOC, outputfile=str(folder / f"report.{lang}.docx"),
        extra_args=[*common, f"--reference-doc={_reference(folder)}"],
    )  # fmt: skip
    typst_source = pypandoc.convert_text(
        markdown.replace(f".{lang}.png)", f".{lang}.svg)"), "typst", format=PANDOC,
        extra_args=["--standalone", here, f"--template={TEMPLATES / 'report.typ'}", "--wrap=none"],
    )  # fmt: skip
    write_bytes(folder / f"report.{lang}.pdf", _pdf(typst_source, folder))
    css.unlink()
    (folder / "reference.docx").unlink()


def _pdf(source: str, folder: Path) -> bytes:
    import typst

    main = folder / "report.typ"
    write_text(main, source)
    try:
        return bytes(
            typst.compile(str(main), root=str(folder), font_paths=[str(FONTS)], ignore_system_fonts=True)
        )
    finally:
        main.unlink()


def _css(folder: Path) -> Path:
    """The style sheet with the font's place filled in; pandoc embeds both."""
    css = (TEMPLATES / "report.css").read_text(encoding="utf-8").replace("FONTS", FONTS.as_posix())
    path = folder / "report.css"
    write_text(path, css)
    return path


def _reference(folder: Path) -> Path:
    """pandoc's own reference document in the project's font and colours."""
    import docx
    import pypandoc
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    path = folder / "reference.docx"
    import subprocess

    data = subprocess.run(
        [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"],
        check=True,
        capture_output=True,
    ).stdout
    write_bytes(path, data)
    document = docx.Document(str(path))
    for style in document.styles:
        if getattr(style, "font", None) is None:
            continue
        style.font.name = "Be Vietnam Pro"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        for kind in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{kind}"), "Be Vietnam Pro")
        if style.name.startswith("Heading") or style.name == "Title":
            style.font.color.rgb = RGBColor(0x1D, 0x23, 0x29)
    for name, size in (("Normal", 10), ("Body Text", 10), ("Table", 8)):
        if name in [style.name for style in document.styles]:
            document.styles[name].font.size = Pt(size)
    document.save(str(path))
    return path


def _publish(building: Path, target: Path) -> list[Path]:
    """Move what was made for one language to its place; its figures that no notebook draws any more go away."""
    made = sorted(path for path in building.rglob("*") if path.is_file() and path.name != "captions.csv")
    names = {path.relative_to(building) for path in made}
    for old in target.glob(f"[0-9][0-9]-*.{building.name}.*"):
        if old.relative_to(target) not in names:
            old.unlink()
    for path in made:
        place = target / path.relative_to(building)
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.is_file() or place.read_bytes() != path.read_bytes():
            os.replace(path, place)
    return [target / name for name in sorted(names) if name.name.startswith("report.")]
