"""Floors under the measures: raised freely, lowered only with a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.accuracy import Score, floors
from tests.accuracy.__main__ import main
from tests.accuracy.floors import Floor, FloorError
from tests.accuracy.scores import share


def reached_of(**reached: float) -> list[Score]:
    return [share(name, round(value * 1000), 1000, "sentences") for name, value in reached.items()]


class TestFloors:
    def test_raising_is_free_and_never_lowers(self) -> None:
        """A measure that fell keeps its floor, one that rose and a new one get theirs, a reason stays."""
        old = {"fell": Floor(0.9), "rose": Floor(0.5, "harder articles")}
        assert floors.raised(old, reached_of(fell=0.8, rose=0.7, new=0.3)) == {
            "fell": Floor(0.9), "rose": Floor(0.7, "harder articles"), "new": Floor(0.3),
        }  # fmt: skip

    @given(st.floats(0, 1))
    def test_a_floor_is_never_above_what_was_reached(self, value: float) -> None:
        """Rounding goes down, by less than a thousandth."""
        assert value - 0.001 < floors.rounded_down(value) <= value + 1e-9
        score = Score("a", value, None, None, 1, 1, "", ())
        assert floors.below(floors.raised({}, [score]), [score]) == []

    def test_rounding_down_keeps_what_is_exact(self) -> None:
        """0.29 is 0.29, though 0.29 * 1000 is a little less than 290 in binary."""
        assert (floors.rounded_down(0.29), floors.rounded_down(2 / 3), floors.rounded_down(1.0)) == (
            0.29,
            0.666,
            1.0,
        )

    @pytest.mark.parametrize("reason", ["", "  "])
    def test_lowering_without_a_reason_refuses(self, reason: str) -> None:
        """A blank is no reason."""
        with pytest.raises(FloorError, match="only for a reason"):
            floors.lowered({"fell": Floor(0.9)}, reached_of(fell=0.8), "fell", reason)

    def test_lowering_with_a_reason_keeps_it(self) -> None:
        """The floor goes to what is reached, no further, and says why; the others stay."""
        old = {"fell": Floor(0.9), "other": Floor(0.5)}
        new = floors.lowered(old, reached_of(fell=0.8, other=0.4), "fell", " the annotations were corrected ")
        assert new == {"fell": Floor(0.8, "the annotations were corrected"), "other": Floor(0.5)}

    def test_what_holds_or_is_unknown_is_not_lowered(self) -> None:
        """The message names the floor, or the measure that was meant."""
        with pytest.raises(FloorError, match=r"0\.95 is not below its floor 0\.9"):
            floors.lowered({"voice": Floor(0.9)}, reached_of(voice=0.95), "voice", "why not")
        with pytest.raises(FloorError, match='did you mean "voice"'):
            floors.lowered({"voice": Floor(0.9)}, reached_of(voice=0.8), "voices", "a reason")

    def test_below(self) -> None:
        """A measure under its floor and a measure that is missing are both named; one above is not."""
        held = {"fell": Floor(0.9), "gone": Floor(0.1), "rose": Floor(0.5)}
        assert floors.below(held, reached_of(fell=0.8, rose=0.7)) == [
            "fell: 0.8000 is below its floor 0.9", "gone: not measured, its table is missing (floor 0.1)",
        ]  # fmt: skip

    def test_the_file_is_sorted_and_read_back(self, tmp_path: Path) -> None:
        """What is written is what is read; no file is no floor."""
        path = tmp_path / "floors.json"
        assert floors.read(path) == {}
        floors.write({"b": Floor(0.5, "vì sao"), "a": Floor(1.0)}, path)
        assert list(json.loads(path.read_text(encoding="utf-8"))) == ["a", "b"]
        assert floors.read(path) == {"a": Floor(1.0), "b": Floor(0.5, "vì sao")}


class TestCommand:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        """A file with one floor that does not hold and one that does."""
        floors.write({"fell": Floor(0.9), "rose": Floor(0.5)}, tmp_path / "floors.json")
        return tmp_path / "floors.json"

    def run(self, path: Path, *arguments: str) -> int:
        return main(arguments, scores=lambda: reached_of(fell=0.8, rose=0.7), path=path)

    def test_it_prints_each_measure_with_its_floor(
        self, path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A floor that does not hold is named below the table, and the exit status is 1."""
        assert self.run(path) == 1
        head, *rows = capsys.readouterr().out.splitlines()
        assert head.split() == ["measure", "value", "floor", "precision", "recall", "gold", "given", "note"]
        assert rows[1].split() == [
            "rose",
            "0.700",
            "0.500",
            "-",
            "-",
            "1000",
            "0",
            "700",
            "of",
            "1000",
            "sentences",
        ]
        assert rows[2] == "fell: 0.8000 is below its floor 0.9"

    def test_misses_are_listed_on_demand(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """As many as asked for."""
        score = share("rose", 7, 10, "sentences", misses=["vtv:1", "vtv:2", "vtv:3"])
        main(["--misses", "2"], scores=lambda: [score], path=path)
        out = capsys.readouterr().out
        assert "    vtv:2\n" in out
        assert "vtv:3" not in out

    def test_raise(self, path: Path) -> None:
        """Only the floor that was surpassed moves; the other still fails."""
        assert self.run(path, "--raise") == 1
        assert floors.read(path) == {"fell": Floor(0.9), "rose": Floor(0.7)}

    def test_lower_with_a_reason(self, path: Path) -> None:
        """The reason is in the file, and all floors hold."""
        assert self.run(path, "--lower", "fell", "--reason", "two annotations were wrong") == 0
        assert floors.read(path)["fell"] == Floor(0.8, "two annotations were wrong")

    def test_lower_without_a_reason_leaves_the_file(
        self, path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It refuses with exit status 2 and says what to add."""
        before = path.read_bytes()
        assert self.run(path, "--lower", "fell") == 2
        assert '--reason "…"' in capsys.readouterr().err
        assert path.read_bytes() == before

    @pytest.mark.parametrize("arguments", [("--reason", "so"), ("--raise", "--lower", "fell")])
    def test_options_that_do_not_go_together(self, path: Path, arguments: tuple[str, ...]) -> None:
        """A reason for nothing, and raising and lowering at once, are refused."""
        with pytest.raises(SystemExit, match="2"):
            self.run(path, *arguments)
