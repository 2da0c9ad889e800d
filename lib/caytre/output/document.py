"""The report as one Markdown file: a first page, the written analysis, the notebooks as chapters, how it was made.

It holds what the notebooks say and show, not how they compute it: Markdown cells, findings, figures and tables. Cells
tagged `front-page` make the first page; a cell tagged `notebook-only` stays out. Figures and tables are numbered in the
order in which they come; `[04-strips]`, the name of a figure in brackets, becomes its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from caytre import session
from caytre.corpus import Corpus
from caytre.output.citations import UNTOUCHED, appendix, linked
from caytre.output.colophon import colophon
from caytre.output.figures.saving import MIME as FIGURE
from caytre.output.say.overview import is_foreign
from caytre.output.say.sections import SAID_MIME
from caytre.show import TABLE_MIME, escape

__all__ = ["collect", "outputs"]

OUT = frozenset({"notebook-only", "parameters", "injected-parameters"})
FRONT = "front-page"

ANY_LANGUAGE = ("analysis", "corpus")
"""In the names of the notebooks that say something of articles in any language; the others look for Vietnamese."""

LEADING = ("04-strips", "02-themes", "02-words", "01-lines")
"""Figures that say most of a corpus, best first: the first page shows the first of them that was drawn."""

LINK_TO_NOTEBOOK = re.compile(r"\[([^\]]*)\]\([^)]*\.ipynb[^)]*\)")
NAMED = re.compile(r"(?<!\\)\[(\d\d-[a-z0-9-]+)\](?![(\[{])")
"""A figure as a text names it."""


def collect(notebooks: Mapping[str, Any], corpus: Corpus) -> str:
    """The report of *corpus* from its executed *notebooks* (name -> notebook), in the language of the session.

    Of articles that are not Vietnamese it holds only what needs no Vietnamese: what was read, and what cannot be told.
    """
    kept = [
        name for name in notebooks if any(part in name for part in ANY_LANGUAGE) or not is_foreign(corpus)
    ]
    order = sorted(kept, key=lambda name: ("analysis" not in name, name))
    numbers = _Numbers()
    chapters = [_chapter(notebooks[name], numbers) for name in order]
    front = _front([notebooks[name] for name in order])
    text = "\n\n".join([front, *chapters, _captioned(colophon(corpus), numbers)])
    text, cited = linked(_numbered(text, numbers.figures), corpus.lines, corpus.sentences)
    articles = appendix(corpus.articles, corpus.lines, corpus.cuts, corpus.sentences, only=cited)
    return "\n\n".join([_head(corpus), text, *([articles] if cited else [])]) + "\n"


def outputs(notebook: Any) -> Iterator[Mapping[str, Any]]:
    """What the cells of an executed notebook display, by MIME type."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            yield output.get("data", {})


def _head(corpus: Corpus) -> str:
    return "\n".join(
        [
            "---",
            f'title: "{_yaml(corpus.title())}"',
            f'subtitle: "{_yaml(corpus.settings.description[session.language()])}"',
            f"lang: {session.language()}",
            f'toc-title: "{session.t("Contents", "Mục lục")}"',
            "---",
            "",
        ]
    )


def _yaml(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


class _Numbers:
    """Figures and tables are numbered through the whole report; *figures* holds name -> number."""

    def __init__(self) -> None:
        self.figures: dict[str, int] = {}
        self.table = 0


def _front(notebooks: list[Any]) -> str:
    """The first page: what the cells tagged for it show, and between them the figure that says most."""
    shown = [
        cell
        for notebook in notebooks
        for cell in notebook.cells
        if FRONT in cell.metadata.get("tags", []) and cell.cell_type == "code"
    ]
    said: list[str] = []
    cards: list[str] = []
    for cell in shown:
        for output in cell.outputs:
            data = output.get("data", {})
            # A card needs no caption: it stands beside the contents and says itself what it is.
            (cards if TABLE_MIME in data else said).extend(part.split("\n\n: ")[0] for part in _plain(data))
    heading = session.t("## What stands out", "## Điều nổi bật")
    parts = [
        _block("findings", [heading, *said] if said else []),
        _block("lead", [_lead(notebooks)]),
        _block("card", cards),
    ]
    inside = "\n\n".join(part for part in parts if part)
    return f":::: front\n\n{inside}\n\n::::" if inside else ""


def _block(name: str, parts: list[str]) -> str:
    text = "\n\n".join(part.strip() for part in parts if part.strip())
    return f"::: {name}\n\n{text}\n\n:::" if text else ""


def _lead(notebooks: list[Any]) -> str:
    """The leading figure with its caption; its number is the one that it has in its chapter."""
    figures = {
        data[FIGURE]["name"]: data[FIGURE] for nb in notebooks for data in outputs(nb) if FIGURE in data
    }
    name = next((name for name in LEADING if name in figures), None)
    if name is None:
        return ""
    return f"![{escape(figures[name]['caption'])} ([{name}])]{_image(figures[name])}"


def _chapter(notebook: Any, numbers: _Numbers) -> str:
    parts = []
    for cell in notebook.cells:
        tags = set(cell.metadata.get("tags", []))
        if tags & OUT or FRONT in tags:
            continue
        if cell.cell_type == "markdown":
            parts.append(LINK_TO_NOTEBOOK.sub(r"\1", cell.source))
            continue
        for output in cell.outputs:
            parts += _output(output.get("data", {}), numbers)
    return "\n\n".join(part.strip() for part in parts if part.strip())


def _output(data: Mapping[str, Any], numbers: _Numbers) -> list[str]:
    """A figure or table with its number, or what any other output says."""
    if FIGURE in data:
        figure = data[FIGURE]
        number = numbers.figures.setdefault(figure["name"], len(numbers.figures) + 1)
        label = session.t("Figure", "Hình")
        caption = f"**{label} {number}.** {escape(figure['caption'])} {escape(session.source())}".rstrip()
        return [f"![{caption}]{_image(figure, anchor=True)}"]
    if TABLE_MIME in data:
        return [_captioned(data[TABLE_MIME]["markdown"], numbers)]
    return _plain(data)


def _captioned(table: str, numbers: _Numbers) -> str:
    """The table with its number before its caption."""
    numbers.table += 1
    return table.replace("\n: ", f"\n: **{session.t('Table', 'Bảng')} {numbers.table}.** ", 1)


def _plain(data: Mapping[str, Any]) -> list[str]:
    if TABLE_MIME in data:
        return [data[TABLE_MIME]["markdown"]]
    if SAID_MIME in data:
        return [data[SAID_MIME]["markdown"]]
    return [data["text/markdown"]] if "text/markdown" in data else []


def _image(figure: Mapping[str, str], *, anchor: bool = False) -> str:
    """Where the picture lies, what it is called in the report, and what it shows for those who do not see it."""
    alt = escape(figure["alt"].replace('"', "'").replace("\n", " "))
    name = f"#figure-{figure['name']} " if anchor else ""
    return f'({figure["name"]}.{session.language()}.png){{{name}alt="{alt}"}}'


def _numbered(text: str, figures: Mapping[str, int]) -> str:
    """Every figure that the text names by its number, with a link to it; one that was not drawn stays as it is."""
    label = session.t("Figure", "Hình")

    def link(found: re.Match[str]) -> str:
        number = figures.get(found[1])
        return f"[{label}\u00a0{number}](#figure-{found[1]})" if number else found[0]

    parts, end = [], 0
    for kept in UNTOUCHED.finditer(text):
        parts += [NAMED.sub(link, text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*parts, NAMED.sub(link, text[end:])])
