"""Charts are drawn when they are looked at, and saved charts are drawn again only where they would differ."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.figure import Figure
from PIL import Image

from caytre import codebooks, figures, session
from caytre.analysis import themes
from caytre.output.figures import rendering, style
from caytre.output.figures.drawings import Drawing, drawing

TABLE = pd.DataFrame({"word": ["hoà bình", "hội nghị"], "n": [3, 1]})
drawn: list[str] = []


@drawing
def bars(table: pd.DataFrame, *, also: Any = None) -> Figure:
    """A chart that counts how often it is drawn."""
    drawn.append("bars")
    figure, axis = figures.canvas(4, 2)
    if table.empty:
        return style.nothing("No words")
    axis.barh(table["word"], table["n"])
    return figures.title(figure, f"Most often: {table['word'].iloc[0]}", "Words.")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("CAYTRE_FIGURES", str(tmp_path / "figures"))
    begin(tmp_path)
    drawn.clear()
    yield tmp_path
    session.begin("test", "en")


def begin(place: Path, lang: str = "en") -> None:
    session.begin("test", lang, "Source.", folder=place, store=place / ".store")


def save(chart: Any, **options: Any) -> Any:
    return figures.save(chart, "01-bars", alt="bars", **options)


class TestDrawing:
    def test_nothing_is_drawn_before_somebody_looks(self) -> None:
        """The Figure comes with the first question, once."""
        chart = bars(TABLE)
        assert drawn == []
        assert [bar.get_width() for bar in chart.axes[0].patches] == [3, 1]
        assert chart.figure is chart.figure
        assert drawn == ["bars"]

    def test_it_is_a_picture_in_a_notebook(self) -> None:
        """The last line of a cell shows the chart."""
        with Image.open(io.BytesIO(bars(TABLE)._repr_png_())) as picture:
            assert picture.size == (300, 150)

    def test_every_chart_is_a_drawing(self) -> None:
        """Functions of `figures` that draw give a drawing, with their own names and descriptions."""
        plain = {"Drawing", "canvas", "save", "title", "PALETTE", "SIZES"}
        for name in set(figures.__all__) - plain:
            function = getattr(figures, name)
            assert "Drawing" in str(drawing.__annotations__["return"])
            assert function.__wrapped__.__name__ == function.__name__ == name
            assert function.__doc__


class TestSavedAgain:
    def test_the_same_tables_are_not_drawn_again(self, place: Path) -> None:
        """Equal content counts, not the same object; files, caption and picture are those of the first time."""
        first = save(bars(TABLE))
        files = {path.name: path.read_bytes() for path in (place / "figures").iterdir()}
        (place / "figures" / "captions.csv").unlink()
        again = save(bars(TABLE.copy()))
        assert drawn == ["bars"]
        assert (again.png, again.caption) == (first.png, first.caption)
        assert {path.name: path.read_bytes() for path in (place / "figures").iterdir()} == files

    @pytest.mark.parametrize(
        "table",
        [
            TABLE.assign(n=[3, 2]),
            TABLE.assign(n=TABLE["n"].astype(float)),
            TABLE.iloc[::-1],
            TABLE[["n", "word"]],
            TABLE.rename(columns={"n": "m"}).assign(n=TABLE["n"]),
            TABLE.set_index(pd.Index([5, 6])),
        ],
        ids=["number", "dtype", "rows", "columns", "names", "index"],
    )
    def test_another_table_is_drawn(self, table: pd.DataFrame) -> None:
        """Whatever a chart may read of a table counts."""
        save(bars(TABLE))
        save(bars(table))
        assert drawn == ["bars", "bars"]

    def test_language_size_and_arguments_count(self, place: Path) -> None:
        """What is not in the table shapes the chart as well."""
        save(bars(TABLE))
        save(bars(TABLE), size="column")
        save(bars(TABLE, also=["a"]), size="column")
        begin(place, "vi")
        save(bars(TABLE))
        assert len(drawn) == 4

    def test_settings_of_matplotlib_count(self) -> None:
        """Thicker lines are drawn."""
        save(bars(TABLE))
        with mpl.rc_context({"lines.linewidth": 9}):
            save(bars(TABLE))
        assert len(drawn) == 2

    def test_a_codebook_that_charts_read_counts(self, place: Path) -> None:
        """The corpus's own codebook shapes names in charts."""
        save(bars(TABLE))
        own = place / "codebooks"
        own.mkdir()
        shared = codebooks.find("themes.yaml", corpus=place)
        (own / "themes.yaml").write_bytes(shared.read_bytes() + b"\n")
        save(bars(TABLE))
        assert len(drawn) == 2

    @pytest.mark.parametrize("kind", rendering.KINDS)
    def test_files_that_are_not_as_they_were_are_written_anew(self, place: Path, kind: str) -> None:
        """A file that went away comes back; one that somebody wrote over is not taken for ours."""
        save(bars(TABLE))
        file = place / "figures" / f"01-bars.en.{kind}"
        whole = file.read_bytes()
        file.unlink()
        save(bars(TABLE))
        assert file.read_bytes() == whole
        (place / "figures" / "01-bars.en.svg").write_text("<svg/>", encoding="utf-8")
        save(bars(TABLE))
        assert len(drawn) == 3
        assert "hội nghị" in (place / "figures" / "01-bars.en.svg").read_text(encoding="utf-8")

    def test_a_chart_changed_by_hand_is_saved_as_it_is(self, place: Path) -> None:
        """Nobody's own label is lost to what is remembered, and it is not remembered as the chart itself."""
        save(bars(TABLE))
        chart = bars(TABLE)
        chart.axes[0].set_xlabel("lần")
        save(chart)
        svg = place / "figures" / "01-bars.en.svg"
        assert "lần" in svg.read_text(encoding="utf-8")
        save(bars(TABLE))
        assert "lần" not in svg.read_text(encoding="utf-8")

    def test_what_cannot_be_told_apart_is_always_drawn(self) -> None:
        """A function has no content to compare."""
        for _ in range(2):
            save(bars(TABLE, also=lambda: 1))
        assert len(drawn) == 2

    def test_a_chart_with_nothing_to_draw(self, place: Path) -> None:
        """Its files go away and stay away, and the chart comes back with the words."""
        save(bars(TABLE))
        for table in (TABLE.head(0), TABLE.head(0)):
            assert save(bars(table)).png == b""
            assert [path.name for path in (place / "figures").iterdir()] == ["captions.csv"]
        assert save(bars(TABLE)).png

    def test_a_damaged_memory_is_no_memory(self, place: Path) -> None:
        """The chart is drawn, and remembered anew."""
        save(bars(TABLE))
        (place / ".store" / "figures" / "01-bars.en.json").write_text('{"key": ', encoding="utf-8")
        for _ in range(2):
            save(bars(TABLE))
        assert len(drawn) == 2

    def test_without_a_corpus_every_chart_is_drawn(self) -> None:
        """There is no place to remember it."""
        session.begin("test", "en")
        for _ in range(2):
            save(bars(TABLE))
        assert len(drawn) == 2


class TestKeys:
    def test_lists_in_cells_and_attributes_count(self) -> None:
        """A cell may hold a list; attributes of a table are part of it."""
        plain = pd.DataFrame({"names": [["a", "b"], []]})
        other = pd.DataFrame({"names": [["a"], ["b"]]})
        noted = plain.copy()
        noted.attrs["n"] = 9
        keys = {bars(table).key() for table in (plain, other, noted)}
        assert len(keys) == 3
        assert bars(plain.copy()).key() in keys

    def test_like_values_of_other_types_differ(self) -> None:
        """1 is not "1", nor a list of one."""
        values: list[Any] = [1, "1", 1.0, True, [1], (1,), {1}, {1: 1}, None, "", [[1], []], [[], [1]]]
        assert len({bars(TABLE, also=value).key() for value in values}) == len(values)

    def test_a_key_is_the_same_in_every_process(self) -> None:
        """Sets and codebooks have no order of their own that could show."""
        code = (
            "import pandas as pd; from pathlib import Path; from caytre import figures, session; "
            "from caytre.analysis import themes; session.begin('t', 'en', folder=Path('.'), store=Path('.')); "
            "b = themes.read_codebook(); t = pd.DataFrame({'a': ['x', 'y']}); "
            "print(figures.theme_network(t, {'hoà', 'bình', 'hội'}, b).key())"
        )
        keys = {
            subprocess.run(
                [sys.executable, "-c", code],
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in ("1", "2")
        }
        assert len(keys) == 1
        assert len(keys.pop().strip()) == 16

    def test_an_edited_codebook_gives_another_key(self) -> None:
        """The themes of a chart are told apart by name and phrase."""
        book = themes.read_codebook()
        entry = book.entries[0]._replace(names={"en": "Other"})
        assert bars(TABLE, also=book).key() == bars(TABLE, also=themes.read_codebook()).key()
        assert bars(TABLE, also=book).key() != bars(TABLE, also=book._replace(entries=(entry,))).key()


def test_what_is_set_is_set_on_the_figure() -> None:
    """A drawing stands for its Figure in both directions."""
    chart = bars(TABLE)
    assert isinstance(chart, Drawing)
    chart.dpi = 200
    assert chart.figure.dpi == chart.dpi == 200
