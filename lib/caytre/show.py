"""What a notebook displays beside figures: tables that read, and sentences that the data wrote.

Both carry Markdown for the report and HTML for the screen; every text that comes from an article is escaped.
"""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from caytre import session

__all__ = ["Said", "Table", "escape", "table"]

MARKDOWN = re.compile(r"([\\`*_\[\]<>|#$~^@])")
TIME = re.compile(r"^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?:[+-]\d{2}:\d{2})?$")
TABLE_MIME = "application/vnd.caytre.table+json"


def escape(text: object) -> str:
    """Text from outside as plain Markdown: nothing in it is markup, and line ends are spaces."""
    return MARKDOWN.sub(r"\\\1", re.sub(r"\s+", " ", str(text)))


class Said:
    """A finding in words, as Markdown. `str()` gives the text; adding two joins them as sentences of a paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text.strip()

    def __str__(self) -> str:
        return self.text

    def __add__(self, other: Said) -> Said:
        return Said(f"{self.text} {other.text}")

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return {"text/markdown": self.text, "text/plain": self.text}


class Table:
    """A frame as a reader wants it: chosen columns, headings in the reader's language, numbers in their style.

    One without rows is shown as a sentence that says so: a row of headings alone tells a reader nothing.
    """

    def __init__(self, frame: pd.DataFrame, caption: str, note: str = "") -> None:
        self.frame, self.caption, self.note = frame, caption, note

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        if self.frame.empty:
            return {"text/markdown": self.markdown(), "text/plain": self._nothing()}
        return {
            "text/html": self.html(),
            "text/plain": f"{self.caption} ({len(self.frame)} × {len(self.frame.columns)})",
            TABLE_MIME: {"caption": self.caption, "markdown": self.markdown()},
        }

    def _nothing(self) -> str:
        return session.t(
            f"{self.caption.rstrip('.')}: there is nothing to list.",
            f"{self.caption.rstrip('.')}: không có gì để liệt kê.",
        )

    def html(self) -> str:
        """For the screen; every cell is escaped."""
        if self.frame.empty:
            return f"<p>{html.escape(self._nothing())}</p>"
        numeric = [pd.api.types.is_numeric_dtype(self.frame[column]) for column in self.frame]
        align = ["right" if is_number else "left" for is_number in numeric]
        head = "".join(
            f'<th style="text-align:{a}">{html.escape(str(c))}</th>'
            for c, a in zip(self.frame, align, strict=True)
        )
        body = "".join(
            "<tr>"
            + "".join(
                f'<td style="text-align:{a}">{html.escape(_cell(v))}</td>'
                for v, a in zip(row, align, strict=True)
            )
            + "</tr>"
            for row in self.frame.itertuples(index=False)
        )
        note = f"<p><small>{html.escape(self.note)}</small></p>" if self.note else ""
        return f"<table><caption>{html.escape(self.caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"

    def markdown(self) -> str:
        """For the report: a pipe table whose rule gives the widths of the columns, its caption, its note."""
        if self.frame.empty:
            return escape(self._nothing())
        numeric = [pd.api.types.is_numeric_dtype(self.frame[column]) for column in self.frame]
        widths = _widths(self.frame)
        rule = [
            "-" * (w - 1) + ":" if is_number else ":" + "-" * (w - 1)
            for w, is_number in zip(widths, numeric, strict=True)
        ]
        rows = [
            [escape(c) for c in self.frame],
            rule,
            *([escape(_cell(v)) for v in row] for row in self.frame.itertuples(index=False)),
        ]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join(
            [*lines, "", f": {escape(self.caption)}", *(["", escape(self.note)] if self.note else [])]
        )


def table(
    frame: pd.DataFrame,
    caption: str,
    *,
    columns: Mapping[str, str] | Iterable[str] | None = None,
    rows: int | None = None,
) -> Table:
    """The frame with the named *columns* (a mapping also gives their headings) and its first *rows* rows.

    Where rows are left out the note says how many. The frame itself stays as it is: copy it, export it, go on with it.
    """
    shown = frame
    if columns is not None:
        names = dict(columns) if isinstance(columns, Mapping) else {name: name for name in columns}
        shown = frame[list(names)].rename(columns=names)
    note = ""
    if rows is not None and len(shown) > rows:
        note = session.t(
            f"{session.number(rows)} of {session.number(len(shown))} rows.",
            f"{session.number(rows)} trong {session.number(len(shown))} dòng.",
        )
        shown = shown.head(rows)
    return Table(shown.reset_index(drop=True), caption, note)


def _cell(value: Any) -> str:
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, bool):
        return session.t("yes", "có") if value else session.t("no", "không")
    if isinstance(value, float):
        return session.number(value, 2 if abs(value) < 100 else 0)
    if isinstance(value, int) or hasattr(value, "dtype"):
        return session.number(value)
    return TIME.sub(r"\1 \2", str(value))


def _widths(frame: pd.DataFrame) -> list[int]:
    """Relative column widths: room for the longest word, and for the longest cell as if it were set in a square."""
    widths = []
    for column in frame:
        cells = [str(column), *(_cell(value) for value in frame[column])]
        word = max(len(part) for cell in cells for part in (cell.split() or [""]))
        widths.append(max(min(30, word + 4), min(84, round(4 * math.sqrt(max(map(len, cells)))))))
    return widths
