"""What one notebook works on: the language of everything generated, the corpus, and where its figures go.

`open_corpus(name, lang=…)` sets it. Numbers and percentages are written as the language writes them: 3,504 and 12.5 %
in English, 3.504 and 12,5 % in Vietnamese.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from caytre.codebooks import project_root

__all__ = [
    "LANGUAGES",
    "begin",
    "date",
    "figures_folder",
    "folder",
    "join",
    "language",
    "number",
    "percent",
    "plural",
    "source",
    "store",
    "t",
    "times",
]

LANGUAGES = ("en", "vi")
Text = TypeVar("Text")

_state: dict[str, str] = {"language": "en", "corpus": ""}
_source: list[Callable[[], str]] = []
_places: dict[str, Path] = {}


def begin(
    corpus: str,
    lang: str,
    source: str | Callable[[], str] = "",
    *,
    folder: Path | None = None,
    store: Path | None = None,
) -> None:
    """Start work on *corpus*, generating in *lang*; *source* is the line that stands under every figure.

    A function is asked for the line when a figure wants it. *folder* is the corpus's own, *store* that of what is kept
    from run to run.
    """
    if lang not in LANGUAGES:
        raise ValueError(f'no language "{lang}"; use "en" or "vi"')
    _state.update(language=lang, corpus=corpus)
    _source[:] = [source if callable(source) else lambda: source]
    _places.clear()
    _places.update({name: place for name, place in (("folder", folder), ("store", store)) if place})


def language() -> str:
    """The language of everything generated: "en" or "vi"."""
    return _state["language"]


def source() -> str:
    """The line that stands under every figure; empty before `begin`."""
    return _source[0]() if _source else ""


def folder() -> Path | None:
    """The folder of the corpus; None where the work is on no corpus."""
    return _places.get("folder")


def store() -> Path | None:
    """Where the corpus keeps what need not be made again; None where the work is on no corpus."""
    return _places.get("store")


def figures_folder() -> Path:
    """`figures/<corpus>` of the project, or the folder that the runner was told to write to."""
    chosen = os.environ.get("CAYTRE_FIGURES")
    return Path(chosen) if chosen else project_root() / "figures" / (_state["corpus"] or "unnamed")


def t(en: Text, vi: Text) -> Text:
    """The one of the two that the reader reads."""
    return vi if language() == "vi" else en


def number(value: Any, digits: int = 0) -> str:
    """3,504 and 2.5 in English; 3.504 and 2,5 in Vietnamese. Takes any number, also as a pandas row gives it."""
    text = f"{float(value):,.{digits}f}"
    return t(text, text.translate(str.maketrans(",.", ".,")))


def plural(n: int, one: str, many: str, vi: str) -> str:
    """1 article, 3 articles / 3 bài."""
    return t(f"{number(n)} {one if n == 1 else many}", f"{number(n)} {vi}")


def times(n: int) -> str:
    """once, twice, 3 times / 1 lần, 2 lần, 3 lần."""
    return t({1: "once", 2: "twice"}.get(n, f"{number(n)} times"), f"{number(n)} lần")


def percent(share: float, digits: int = 0) -> str:
    """A share of one as a percentage, with a no-break space before the sign."""
    return f"{number(100 * share, digits)}\u00a0%"


def date(iso: str) -> str:
    """14 December 2021 / 14/12/2021 for a day; a month or a year as far as it is known."""
    parts = iso[:10].split("-")
    if len(parts) == 3:
        year, month, day = parts
        return t(f"{int(day)} {MONTHS[int(month) - 1]} {year}", f"{int(day)}/{int(month)}/{year}")
    if len(parts) == 2:
        return t(f"{MONTHS[int(parts[1]) - 1]} {parts[0]}", f"tháng {int(parts[1])}/{parts[0]}")
    return iso


def join(items: list[str]) -> str:
    """a, b and c / a, b và c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {t('and', 'và')} {items[-1]}"


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
