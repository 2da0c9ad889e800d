"""02-themes: its counts honour what its parameters choose."""

from __future__ import annotations

from typing import Any

import pytest

from caytre import figures
from caytre.output import run
from tests.helpers import PROJECT


def names_after(monkeypatch: pytest.MonkeyPatch, last: str, **values: Any) -> dict[str, Any]:
    """The names of the notebook after its cell *last*, run with these parameters and without writing figures."""
    monkeypatch.setattr(figures, "save", lambda figure, name, **options: None)
    names: dict[str, Any] = {}
    for cell in run.read(PROJECT / "notebooks" / "02-themes.ipynb").cells:
        if cell.cell_type == "code":
            exec(cell.source, names)
        if "parameters" in cell.metadata.get("tags", []):
            names.update(values)
        if cell.id == last:
            return names
    raise KeyError(last)


def test_repeated_passages_count_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """With ECHOES = "once" the whole notebook runs, and its counts leave out what stands in an earlier article."""
    every = names_after(monkeypatch, "02-06")
    once = names_after(monkeypatch, "02-59", ECHOES="once")
    assert every["ECHOES"] == "keep"
    assert len(once["text"]) < len(every["text"])
    assert len(once["spelt"]) == len(once["text"])
    assert once["words"]["n"].sum() < every["words"]["n"].sum()
    assert set(once["key"]["n"] + once["key"]["n_rest"]) <= set(range(1, int(once["words"]["n"].max()) + 1))
