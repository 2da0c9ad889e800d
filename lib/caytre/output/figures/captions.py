"""captions.csv: caption, alternative text, measure and source of every figure, in both languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from caytre.files import guarded, write_text

__all__ = ["forget", "note", "read_captions", "write_captions"]

COLUMNS = ("figure", "caption_en", "caption_vi", "alt_en", "alt_vi", "n", "source")


def read_captions(path: Path) -> list[dict[str, str]]:
    """The rows, none where there is no such file."""
    if not path.is_file():
        return []
    with open(path, encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def write_captions(path: Path, rows: Mapping[str, Mapping[str, str]]) -> None:
    """One row a figure, by name."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for name in sorted(rows):
        writer.writerow({key: guarded(value) for key, value in rows[name].items()})
    write_text(path, out.getvalue())


def note(path: Path, name: str, values: Mapping[str, str]) -> None:
    """Set the row of one figure; the other language's cells stay as they are."""
    rows = {row["figure"]: row for row in read_captions(path)}
    rows[name] = {**rows.get(name, {}), "figure": name, **values}
    write_captions(path, rows)


def forget(path: Path, name: str, lang: str) -> None:
    """Take one language of one figure away; its row goes with the last."""
    rows = {row["figure"]: row for row in read_captions(path)}
    if name not in rows:
        return
    rows[name].update({f"caption_{lang}": "", f"alt_{lang}": ""})
    if not any(value for key, value in rows[name].items() if key.startswith("caption_")):
        del rows[name]
    write_captions(path, rows)
