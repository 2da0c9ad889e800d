"""`save`: a chart in the three formats that a report needs, with its caption, and the copy that a notebook shows."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

from caytre import session
from caytre.output.figures.captions import forget, note
from caytre.output.figures.drawings import Drawing
from caytre.output.figures.memory import Remembered, recall, remember
from caytre.output.figures.rendering import KINDS, drawn_by, resize, screen, write

__all__ = ["MIME", "SIZES", "Saved", "save"]

SIZES = {"page": (7.0, None), "column": (3.5, None), "slide": (10.0, 5.6)}
"""Width and height in inches; a height of None keeps the proportions of the figure."""

NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class Saved:
    """A figure that was saved, as a notebook shows it: the picture, with its alternative text.

    Of one with nothing to draw there is no picture, only its title as text: the finding beside it says the same, and a
    report leaves it out.
    """

    def __init__(self, name: str, png: bytes, caption: str, alt: str) -> None:
        self.name, self.png, self.caption, self.alt = name, png, caption, alt

    def _repr_mimebundle_(
        self, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        if not self.png:
            return {"text/plain": f"{self.name}: {self.caption}"}, {}
        data = {
            "image/png": base64.b64encode(self.png).decode(),
            "text/plain": self.name,
            MIME: {"name": self.name, "caption": self.caption, "alt": self.alt},
        }
        return data, {"image/png": {"alt": self.alt}}


MIME = "application/vnd.caytre.figure+json"


def save(
    figure: Figure | Drawing, name: str, *, alt: object, caption: str = "", n: str = "", size: str = ""
) -> Saved:
    """Write `<name>.<lang>.png` (300 dpi), `.svg` and `.pdf` to the corpus's figures folder, and a row of captions.csv.

    *alt* says in words what the chart shows (a finding of `say`, or text). *caption* defaults to the chart's title and
    measure. *size* is "page", "column" or "slide"; without it the figure keeps its own size. A figure that has nothing
    to draw (`nothing`) is not written, and files of that name from before go away. Raises ValueError for a name that is
    no plain file name.
    """
    if not NAME.fullmatch(name):
        raise ValueError(
            f'figure name "{name}": use lower-case letters, digits and hyphens, such as "02-keyness"'
        )
    if size and size not in SIZES:
        raise ValueError(f'figure size "{size}": use one of {", ".join(SIZES)}')
    folder, lang = session.figures_folder(), session.language()
    stem = folder / f"{name}.{lang}"
    key = figure.key(size, drawn_by()) if isinstance(figure, Drawing) else ""
    chart = recall(key, stem)
    if chart is None:
        chart = _drawn(figure.figure if isinstance(figure, Drawing) else figure, stem, size)
        remember(key, stem, chart)
    caption = caption or " ".join(part.rstrip(".") + "." for part in (chart.title, chart.measure) if part)
    alt_text = re.sub(r"[*_`]|\[[^\]]*\]\([^)]*\)", "", str(alt)).strip()
    if not chart.png:
        forget(folder / "captions.csv", name, lang)
        return Saved(name, b"", chart.title, alt_text)
    row = {
        f"caption_{lang}": caption,
        f"alt_{lang}": alt_text,
        "n": n or chart.measure,
        "source": session.source(),
    }
    note(folder / "captions.csv", name, row)
    return Saved(name, chart.png, caption, alt_text)


def _drawn(figure: Figure, stem: Path, size: str) -> Remembered:
    """Write the figure in every format, or take its files away where it has nothing to draw."""
    made = getattr(figure, "caytre", {})
    title, measure = made.get("title", ""), made.get("measure", "")
    if made.get("empty"):
        for kind in KINDS:
            stem.with_name(f"{stem.name}.{kind}").unlink(missing_ok=True)
        return Remembered(title, measure, b"")
    if size:
        resize(figure, *SIZES[size])
    return Remembered(title, measure, screen(write(figure, stem)))
