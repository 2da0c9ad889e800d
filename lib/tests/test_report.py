"""The main job: notebooks run, a report in every format, and nothing lost when a notebook fails."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from caytre.__main__ import main
from caytre.output import run
from tests.helpers import PROJECT


def notebook(*cells: str, language: str = "en") -> nbformat.NotebookNode:
    made = [nbformat.v4.new_code_cell(f'LANG = "{language}"', metadata={"tags": ["parameters"]}, id="p")]
    made += [nbformat.v4.new_code_cell(source, id=f"c{n}") for n, source in enumerate(cells)]
    return nbformat.v4.new_notebook(cells=made)


def execute(
    tmp_path: Path, cells: dict[str, nbformat.NotebookNode], **values: str
) -> dict[str, nbformat.NotebookNode]:
    import os

    return run.run(cells, values=values, folder=tmp_path, environment=dict(os.environ))


class TestRun:
    def test_one_kernel_but_no_names_left_over(self, tmp_path: Path) -> None:
        """Notebooks share a kernel for speed and nothing else."""
        done = execute(tmp_path, {"a": notebook("x = 1"), "b": notebook("print('x' in dir())")})
        assert done["b"].cells[-1].outputs[0].text == "False\n"

    def test_parameters_are_injected_where_they_differ(self, tmp_path: Path) -> None:
        """The shipped notebook stays as it is; another language gets a cell of its own after the parameters."""
        same = execute(tmp_path, {"a": notebook("print(LANG)")}, LANG="en")["a"]
        other = execute(tmp_path, {"a": notebook("print(LANG)")}, LANG="vi")["a"]
        assert [cell.id for cell in same.cells] == ["p", "c0"]
        assert [cell.id for cell in other.cells] == ["p", "injected", "c0"]
        assert other.cells[-1].outputs[0].text == "vi\n"

    def test_markdown_speaks_the_readers_language(self, tmp_path: Path) -> None:
        """A Vietnamese run shows the Vietnamese text of a Markdown cell."""
        made = notebook("1")
        made.cells.append(nbformat.v4.new_markdown_cell("Words", metadata={"vi": "Từ"}, id="m"))
        assert execute(tmp_path, {"a": made}, LANG="vi")["a"].cells[-1].source == "Từ"

    def test_a_failing_cell_is_named(self, tmp_path: Path) -> None:
        """Notebook, cell and error stand in one sentence."""
        with pytest.raises(
            run.NotebookError, match=r"b, cell 3 \(1 / 0\): ZeroDivisionError: division by zero"
        ):
            execute(tmp_path, {"a": notebook("1"), "b": notebook("2", "1 / 0")})

    def test_what_changes_by_itself_is_not_kept(self, tmp_path: Path) -> None:
        """Two runs of a cell that shows an object give the same notebook."""
        first, second = (execute(tmp_path, {"a": notebook("object()")})["a"] for _ in range(2))
        assert nbformat.writes(first) == nbformat.writes(second)
        assert "0x" not in nbformat.writes(first)


class TestCommand:
    def test_a_report_of_a_corpus_of_ones_own(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Notebooks, figures and reports of another corpus go to the folder that was named, and nowhere else."""
        articles = tmp_path / "mine" / "articles"
        articles.mkdir(parents=True)
        (articles / "a.txt").write_text(
            "Giá xăng giảm\n\n12/3/2024\n\nTừ 15 giờ hôm nay, giá xăng giảm 200 đồng mỗi lít, theo Bộ Công Thương.\n\nĐây là lần giảm thứ hai trong tháng.",
            encoding="utf-8",
        )
        before = {path: path.stat().st_mtime_ns for path in (PROJECT / "notebooks").glob("*.ipynb")}
        assert main(["report", str(tmp_path / "mine"), "--lang", "en", "--out", str(tmp_path / "out")]) == 0
        made = {path.name for path in (tmp_path / "out").iterdir()}
        assert {
            "report.en.md",
            "report.en.html",
            "report.en.pdf",
            "report.en.docx",
            "captions.csv",
            "notebooks",
        } <= made
        assert not list((tmp_path / "out").glob(".*"))
        assert {path: path.stat().st_mtime_ns for path in (PROJECT / "notebooks").glob("*.ipynb")} == before
        written = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
        capsys.readouterr()
        assert main(["report", str(tmp_path / "mine"), "--lang", "en", "--out", str(tmp_path / "out")]) == 0
        assert "nothing has changed" in capsys.readouterr().err
        assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")} == written
        (articles / "b.txt").write_text(
            "Giá gạo tăng\n\n13/3/2024\n\nGiá gạo hôm nay tăng nhẹ tại các tỉnh miền Tây.", encoding="utf-8"
        )
        assert main(["report", str(tmp_path / "mine"), "--lang", "en", "--out", str(tmp_path / "out")]) == 0
        assert "Giá gạo tăng" in (tmp_path / "out" / "report.en.md").read_text(encoding="utf-8")

    def test_a_failing_notebook_leaves_the_last_report(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Exit code 1, the cell named, the old files untouched."""
        project = tmp_path / "project"
        (project / "notebooks").mkdir(parents=True)
        (project / "environment.yml").write_text("name: x\n", encoding="utf-8")
        (project / "data").symlink_to(PROJECT / "data")
        nbformat.write(notebook("raise RuntimeError('no')"), project / "notebooks" / "01-broken.ipynb")
        out = tmp_path / "out"
        out.mkdir()
        (out / "report.en.md").write_text("the last good one", encoding="utf-8")
        monkeypatch.chdir(project)
        assert main(["report", "bamboo-2021", "--lang", "en", "--out", str(out)]) == 1
        assert (
            "01-broken.ipynb, cell 2 (raise RuntimeError('no')): RuntimeError: no" in capsys.readouterr().err
        )
        assert [path.name for path in out.iterdir()] == ["report.en.md"]
        assert (out / "report.en.md").read_text(encoding="utf-8") == "the last good one"

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["report", "nowhere"], 'no corpus "nowhere"'),
            (["report", "bamboo-2021", "--lang", "fr"], "use en, vi or en,vi"),
            (["tables", "nowhere", "--to", "x"], 'no corpus "nowhere"'),
        ],
    )
    def test_bad_input_is_one_sentence_and_exit_code_2(
        self, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What was wrong and what to do, no traceback."""
        assert main(arguments) == 2
        error = capsys.readouterr().err
        assert message in error
        assert error.count("\n") == 1

    def test_tables_are_csv_that_no_spreadsheet_runs(self, tmp_path: Path) -> None:
        """Every table is written; a cell that starts like a formula is text."""
        articles = tmp_path / "mine" / "articles"
        articles.mkdir(parents=True)
        (articles / "a.txt").write_text(
            "=HYPERLINK(1) là gì\n\nĐây là một bài viết ngắn về bảng tính, do phóng viên thực hiện.",
            encoding="utf-8",
        )
        assert main(["tables", str(tmp_path / "mine"), "--to", str(tmp_path / "t")]) == 0
        names = {path.stem for path in (tmp_path / "t").iterdir()}
        assert names == {
            "articles",
            "lines",
            "cuts",
            "sentences",
            "tokens",
            "mentions",
            "quotes",
            "times",
            "enumerations",
            "metaphors",
            "formulas",
            "themes",
            "echoes",
        }
        assert "'=HYPERLINK(1)" in (tmp_path / "t" / "lines.csv").read_text(encoding="utf-8")
