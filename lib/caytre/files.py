"""Writing files so that nobody ever sees half of one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

__all__ = ["guarded", "write_bytes", "write_text"]


def write_bytes(path: Path, content: bytes) -> None:
    """Write under a temporary name in the same folder, then put the file in its place at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise


def write_text(path: Path, text: str) -> None:
    """UTF-8, line ends as they stand in *text*."""
    write_bytes(path, text.encode("utf-8"))


def guarded(value: object) -> object:
    """A text cell that a spreadsheet would run as a formula, made plain by a leading apostrophe."""
    return f"'{value}" if isinstance(value, str) and value[:1] in FORMULA_STARTS else value


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
