"""What is known of the charts that were saved, so that none is drawn again which lies on disk as it would come out.

The corpus's store keeps it in `figures/<name>.<lang>.json`: the key of the chart (`Drawing.key`), a hash of the files
that were written, and the small copy that notebooks show.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import NamedTuple

from caytre import session
from caytre.files import write_text
from caytre.output.figures.rendering import KINDS
from caytre.store import digest

__all__ = ["Remembered", "recall", "remember"]


class Remembered(NamedTuple):
    """Of a chart that was saved: title and measure for its caption, and the copy for notebooks."""

    title: str
    measure: str
    png: bytes


def recall(key: str, stem: Path) -> Remembered | None:
    """What is known of the files `<stem>.png`, `.svg` and `.pdf`, if they are as a chart of this key left them."""
    path = _memory(stem)
    if not key or path is None or not path.is_file():
        return None
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:  # damaged: the chart is drawn, and this written anew
        return None
    if known["key"] != key or known["files"] != _files(stem):
        return None
    return Remembered(known["title"], known["measure"], base64.b64decode(known["png"]))


def remember(key: str, stem: Path, chart: Remembered) -> None:
    """Keep for the next time that a chart of this key was written to `<stem>.png`, `.svg` and `.pdf`."""
    path = _memory(stem)
    if key and path is not None:
        png = base64.b64encode(chart.png).decode("ascii")
        write_text(path, json.dumps({"key": key, "files": _files(stem), **chart._asdict(), "png": png}))


def _memory(stem: Path) -> Path | None:
    store = session.store()
    return store / "figures" / f"{stem.name}.json" if store else None


def _files(stem: Path) -> str:
    files = [stem.with_name(f"{stem.name}.{kind}") for kind in KINDS]
    return digest(file.read_bytes() for file in files) if all(file.is_file() for file in files) else ""
