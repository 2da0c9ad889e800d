"""A report is what the notebooks say and show: a first page, chapters, numbered figures, and how it was made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from caytre import session
from caytre.corpus import Corpus, open_corpus
from caytre.output.colophon import colophon, reference
from caytre.output.document import collect
from caytre.output.figures.saving import MIME as FIGURE
from caytre.output.say.sections import SAID_MIME
from caytre.show import TABLE_MIME, table

MARKET = """Chợ nổi Cái Răng

Ngày 5/3/2024

Chợ họp từ sáng sớm. Người bán rau cắm sào giữa sông, người mua chèo xuồng đến, trẻ con ngồi mũi thuyền.
"""


@pytest.fixture(autouse=True)
def _session() -> Iterator[None]:
    yield
    session.begin("test", "en")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("document") / "cho-noi"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "cho.txt").write_text(MARKET, encoding="utf-8")
    (folder / "corpus.toml").write_text('[title]\nen = "50 % of {A & B}"\nvi = "Chợ"\n', encoding="utf-8")
    return open_corpus(folder, lang="en", workers=1, progress=False)


def cell(data: dict[str, Any], *tags: str) -> Any:
    """An executed cell that shows *data*."""
    made = nbformat.v4.new_code_cell("x", metadata={"tags": list(tags)})
    made.outputs = [nbformat.v4.new_output("display_data", data=data)]
    return made


def figure(name: str) -> dict[str, Any]:
    return {FIGURE: {"name": name, "alt": 'It shows "all".', "caption": f"Caption of {name}."}}


def shown(text: str) -> dict[str, Any]:
    import pandas as pd

    return {TABLE_MIME: {"caption": text, "markdown": table(pd.DataFrame({"a": [1]}), text).markdown()}}


def notebook(*cells: Any) -> Any:
    return nbformat.v4.new_notebook(cells=list(cells))


def report(corpus: Corpus, **notebooks: Any) -> str:
    session.begin("test", "en", "Source: markets.")
    return collect({f"{name.replace('_', '-')[1:]}.ipynb": made for name, made in notebooks.items()}, corpus)


class TestChapters:
    def test_figures_and_tables_are_numbered_in_their_order(self, corpus: Corpus) -> None:
        """The written analysis comes first, wherever it stands among the notebooks; a source is under every figure."""
        text = report(
            corpus,
            _01_a=notebook(cell(figure("01-b")), cell(shown("One."))),
            _07_analysis=notebook(cell(figure("07-a")), cell(shown("Two."))),
        )
        assert re.findall(r"\*\*(?:Figure|Table) \d\.\*\* \w+(?: of \S+)?", text) == [
            "**Figure 1.** Caption of 07-a.", "**Table 1.** Two", "**Figure 2.** Caption of 01-b.", "**Table 2.** One",
            "**Table 3.** Codebooks",
        ]  # fmt: skip
        assert "Caption of 01-b. Source: markets.](01-b.en.png){#figure-01-b alt=\"It shows 'all'.\"}" in text

    def test_a_figure_is_named_by_its_number(self, corpus: Corpus) -> None:
        """Before or after it; one that was not drawn keeps its name, and so does one in code."""
        text = report(
            corpus,
            _02_a=notebook(cell({"text/markdown": "See [03-x], [09-z] and `[03-x]`."}), cell(figure("02-w"))),
            _03_b=notebook(cell(figure("03-x"))),
        )
        assert "See [Figure\u00a02](#figure-03-x), [09-z] and `[03-x]`." in text

    def test_what_is_only_for_the_notebook_stays_there(self, corpus: Corpus) -> None:
        """And what a finding says to the report goes before what it says on the screen."""
        said = {"text/markdown": "Screen [cho:5].", SAID_MIME: {"markdown": "Report [cho:5#1]."}}
        text = report(
            corpus,
            _01_a=notebook(
                cell({"text/markdown": "Not this."}, "notebook-only"),
                nbformat.v4.new_markdown_cell("Go to [the next](02-b.ipynb)."),
                cell(said),
            ),
        )
        assert "Not this" not in text
        assert "Go to the next." in text
        assert "Report [\\[cho:5\\]](#article-1-line-5-sentence-1)." in text
        assert "[Chợ họp từ sáng sớm.]{#article-1-line-5-sentence-1 .sentence}" in text

    def test_without_a_citation_there_is_no_appendix(self, corpus: Corpus) -> None:
        """A heading is never left empty."""
        assert "line by line" not in report(corpus, _01_a=notebook(cell({"text/markdown": "Nothing."})))


class TestFrontPage:
    def test_it_holds_findings_figure_and_card(self, corpus: Corpus) -> None:
        """The cells tagged for it are not said again; the figure is the leading one of those drawn."""
        text = report(
            corpus,
            _01_a=notebook(cell(figure("01-lines"))),
            _02_b=notebook(cell(figure("02-themes"))),
            _07_analysis=notebook(
                cell(shown("Card."), "front-page"), cell({"text/markdown": "1. Found."}, "front-page")
            ),
        )
        front = text[text.index(":::: front") : text.index("\n::::\n")]
        assert "## What stands out\n\n1. Found." in front
        assert "![Caption of 02-themes. ([Figure\u00a02](#figure-02-themes))](02-themes.en.png){alt=" in front
        assert front.index("::: findings") < front.index("::: lead") < front.index("::: card")
        assert "Card" not in text
        assert text.count("1. Found.") == 1

    def test_without_any_there_is_none(self, corpus: Corpus) -> None:
        """No empty page."""
        assert "front" not in report(corpus, _01_a=notebook(cell({"text/markdown": "x"})))


class TestColophon:
    def test_it_says_how_to_make_it_again(self, corpus: Corpus) -> None:
        """Version, hash of the texts, commands, packages, and every codebook with its hash, in both languages."""
        import hashlib

        from tests.helpers import PROJECT

        digest = hashlib.sha256((PROJECT / "data" / "codebooks" / "themes.yaml").read_bytes()).hexdigest()
        for language in session.LANGUAGES:
            session.begin("test", language)
            text = colophon(corpus)
            assert corpus.hash in text
            assert ".venv/bin/caytre report cho-noi" in text
            assert "underthesea 9" in text
            assert f"| {digest[:32]} |" in text
            assert "corpus.toml" in text
            assert colophon(corpus) == text

    def test_a_codebook_of_the_corpus_is_told_from_the_projects(self, tmp_path: Path) -> None:
        """Its hash stands there, not the one that it stands in for."""
        (tmp_path / "articles").mkdir()
        (tmp_path / "articles" / "a.txt").write_text(MARKET, encoding="utf-8")
        (tmp_path / "codebooks").mkdir()
        from tests.helpers import PROJECT

        book = (PROJECT / "data" / "codebooks" / "stopwords.yaml").read_text(encoding="utf-8")
        (tmp_path / "codebooks" / "stopwords.yaml").write_text(book + "\n# own\n", encoding="utf-8")
        text = colophon(open_corpus(tmp_path, lang="en", workers=1, progress=False))
        assert re.search(r"\| stopwords\.yaml \| this corpus \|", text)
        assert re.search(r"\| themes\.yaml \| the project \|", text)

    def test_it_can_be_cited(self, corpus: Corpus) -> None:
        """A reference for the report and one for the software, and both as BibTeX that survives a title's signs."""
        session.begin("test", "en")
        report, software, entries = reference(corpus)
        assert report.startswith("*50 % of {A & B}* [Report on 1 article published 5 March 2024; corpus ")
        assert re.fullmatch(
            r"The Cây Tre authors \(\d{4}\)\. \*Cây Tre: .*\* \(Version 0\.1\.0\) \[Computer software\]\.",
            software,
        )
        assert entries.startswith("@misc{cho-noi-report,\n  title        = {{50 \\% of \\{A \\& B\\}}},\n")
        assert entries.count("{") == entries.count("}")
