"""The least that each measure has to reach: raised freely, lowered only with a reason that stays in the file."""

from __future__ import annotations

import difflib
import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.accuracy.scores import Score

FLOORS = Path(__file__).parents[1] / "floors.json"

STEPS = 1000
"""Floors have three decimals."""

ROUNDING_ERROR = 1e-9
"""What a sum of floats may lack of the number it means."""


class FloorError(ValueError):
    """A floor that cannot be changed as asked; the message says why and what to do."""


class Floor(NamedTuple):
    """The least value of a measure, and why it was lowered if it ever was."""

    floor: float
    reason: str = ""


Floors = Mapping[str, Floor]


def read(path: Path = FLOORS) -> dict[str, Floor]:
    """The floors in the file, none where there is no file."""
    if not path.exists():
        return {}
    content = json.loads(path.read_text(encoding="utf-8"))
    return {name: Floor(entry["floor"], entry["reason"]) for name, entry in content.items()}


def write(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors, sorted by the name of the measure."""
    content = {name: floor._asdict() for name, floor in sorted(floors.items())}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def rounded_down(value: float) -> float:
    """*value* to three decimals, never above what was reached."""
    return math.floor(value * STEPS + ROUNDING_ERROR) / STEPS


def raised(floors: Floors, scores: Iterable[Score]) -> dict[str, Floor]:
    """The floors with those raised that were surpassed, and new measures added; none becomes lower."""
    new = dict(floors)
    for score in scores:
        old = new.get(score.name, Floor(0.0))
        new[score.name] = old._replace(floor=max(old.floor, rounded_down(score.value)))
    return new


def lowered(floors: Floors, scores: Iterable[Score], name: str, reason: str) -> dict[str, Floor]:
    """The floors with that of *name* at what is reached now.

    Raises FloorError without a reason, for a name that has no floor or was not measured, and where it holds anyhow.
    """
    if not reason.strip():
        raise FloorError(f'{name}: a floor is lowered only for a reason; add --reason "…"')
    reached = {score.name: rounded_down(score.value) for score in scores}
    if name not in floors or name not in reached:
        known = sorted(floors.keys() & reached.keys())
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
        hint = f'did you mean "{near[0]}"?' if near else f"there is: {', '.join(known) or 'none'}"
        raise FloorError(f'no measure "{name}" with a floor; {hint}')
    if reached[name] >= floors[name].floor:
        raise FloorError(
            f"{name}: {reached[name]} is not below its floor {floors[name].floor}; nothing to lower"
        )
    return {**floors, name: Floor(reached[name], reason.strip())}


def below(floors: Floors, scores: Iterable[Score]) -> list[str]:
    """A sentence for every floor that is not held; a measure that could not be taken does not hold its floor."""
    reached = {score.name: score.value for score in scores}
    sentences = []
    for name, floor in sorted(floors.items()):
        if name not in reached:
            sentences.append(f"{name}: not measured, its table is missing (floor {floor.floor})")
        elif reached[name] + ROUNDING_ERROR < floor.floor:
            sentences.append(f"{name}: {reached[name]:.4f} is below its floor {floor.floor}")
    return sentences
