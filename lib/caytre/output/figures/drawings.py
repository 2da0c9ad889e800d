"""A chart as a call: drawn when it is looked at, and not again where it lies on disk as the same call gives it.

The call has a key over all that shapes the chart: its tables, the code, the codebooks, matplotlib, the language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial, wraps
from pathlib import Path
from typing import Any, ParamSpec

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from caytre import session
from caytre.output.figures.rendering import picture
from caytre.store import digest
from caytre.versions import made_with

__all__ = ["Drawing", "drawing"]

FONTS = Path(__file__).parents[1] / "fonts"
P = ParamSpec("P")
ELSEWHERE = ("backend", "interactive")
PLAIN = (str, int, float, type(None), np.generic, Path)


class Drawing:
    """A chart of the tables it was called with. `figure` is its matplotlib Figure, drawn at the first look.

    Whatever a Figure has, the drawing has too: `drawing.axes[0].set_xlabel("…")`, `drawing.dpi = 200`.
    """

    __slots__ = ("_call", "_figure")

    def __init__(self, call: partial[Figure]) -> None:
        self._call = call
        self._figure: Figure | None = None

    @property
    def figure(self) -> Figure:
        if self._figure is None:
            self._figure = self._call()
        return self._figure

    def __getattr__(self, name: str) -> Any:
        return getattr(self.figure, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name in self.__slots__:
            super().__setattr__(name, value)
        else:
            setattr(self.figure, name, value)

    def _repr_png_(self) -> bytes:
        return picture(self.figure)

    def key(self, *more: str) -> str:
        """A hash of all that shapes the chart and *more*; empty where it cannot be told, or was changed by hand."""
        folder = session.folder()
        if self._figure is not None or folder is None:
            return ""
        try:
            given = [*_content(self._call.args), *_content(self._call.keywords)]
        except TypeError:
            return ""
        function = f"{self._call.func.__module__}.{self._call.func.__qualname__}"
        made = made_with(folder, "caytre.output.figures")
        around = (mpl.__version__, _settings(), _letters(), session.language())
        return digest([function, made, *around, *more, *given])


def drawing(chart: Callable[P, Figure]) -> Callable[P, Drawing]:
    """A function that draws a chart, as one that says how: the Figure is made when it is wanted."""

    @wraps(chart)
    def call(*args: P.args, **options: P.kwargs) -> Drawing:
        return Drawing(partial(chart, *args, **options))

    return call


@lru_cache(maxsize=1)
def _letters() -> str:
    return digest(file.read_bytes() for file in sorted(FONTS.glob("*.ttf")))


def _settings() -> str:
    """matplotlib's own, which a user may have changed; where it draws to does not matter."""
    settings = dict.items(mpl.rcParams)  # as they stand: to ask for the backend would choose one
    return repr(sorted((name, repr(value)) for name, value in settings if not name.startswith(ELSEWHERE)))


def _content(value: Any) -> list[str | bytes]:
    """The parts that make out *value*; raises TypeError for what has no content that can be told."""
    parts: list[str | bytes] = []
    _add(value, parts)
    return parts


def _add(value: Any, parts: list[str | bytes]) -> None:
    parts.append(type(value).__name__)
    if isinstance(value, PLAIN):
        parts.append(str(value))
    elif isinstance(value, list | tuple):
        parts.append(str(len(value)))
        for part in value:
            _add(part, parts)
    elif isinstance(value, Mapping):
        parts.append(str(len(value)))
        for item in value.items():
            _add(item, parts)
    elif isinstance(value, pd.DataFrame):
        for part in (list(value.columns), value.index, value.attrs):
            _add(part, parts)
        for column in value.columns:
            _add(value[column], parts)
    elif isinstance(value, pd.Series | pd.Index):
        parts += [f"{value.dtype} {value.name}", _values(value)]
    elif isinstance(value, AbstractSet):
        parts += str(len(value)), *sorted(digest(_content(part)) for part in value)
    elif isinstance(value, type):
        parts.append(f"{value.__module__}.{value.__qualname__}")
    elif callable(value):
        raise TypeError(f"no content: {value!r}")
    else:  # what it takes to make it again
        _add(value.__reduce_ex__(2)[1:3], parts)


def _values(column: Any) -> bytes:
    values = pd.util.hash_array(np.asarray(column.map(repr) if column.dtype == object else column))
    return hashlib.sha256(values.tobytes()).digest()
