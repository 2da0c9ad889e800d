"""Lists at a glance: one row a list, with what was announced and what came."""

from __future__ import annotations

import pandas as pd

from caytre.analysis.shown import citation, shortened
from caytre.tables import TOGETHER

__all__ = ["COLUMNS", "lists", "promised"]

COLUMNS = [
    "article_id", "list_id", "line_no", "last_line", "announced", "announced_line", "announced_count", "n_items",
    "status", "stated_by", "citation", "first_item",
]  # fmt: skip

SHOWN = 80
"""Letters of a first item."""


def lists(enumerations: pd.DataFrame) -> pd.DataFrame:
    """One row a list of the table `enumerations`, in the order of the text.

    status: "kept" (as many items as announced), "mismatch" (another number), "missing" (announced with its number, and
    no list comes), "uncounted" (announced without a number), "unannounced", or "pair" ("không chỉ … mà còn"). `stated_by`
    names everybody in whose words an item stands. `announced_count` is missing where no number was given; `first_item` is cut where it is long.
    """
    rows = []
    for (article_id, list_id), items in enumerations.groupby(["article_id", "list_id"], sort=True):
        first = items.iloc[0]
        count = None if pd.isna(first["announced_count"]) else int(first["announced_count"])
        n_items = int(items["item_no"].notna().sum())
        status = _status(str(first["announced"]), count, n_items, len(items))
        line = None if pd.isna(first["announced_line"]) else int(first["announced_line"])
        rows.append((
            article_id, list_id, int(items["line_no"].min()), int(items["line_no"].max()), first["announced"], line, count,
            n_items, status, TOGETHER.join(dict.fromkeys(name for name in items["stated_by"] if name)),
            citation(article_id, line or int(first["line_no"])), shortened(str(first["text"]), SHOWN),
        ))  # fmt: skip
    found = pd.DataFrame(rows, columns=COLUMNS)
    return found.astype({"announced_line": "Int64", "announced_count": "Int64"})


def promised(found: pd.DataFrame) -> pd.DataFrame:
    """Of the table of `lists` those that were announced with a number: only they can be kept or broken."""
    return found[found["announced_count"].notna()].reset_index(drop=True)


def _status(announced: str, count: int | None, n_items: int, n_rows: int) -> str:
    if count is not None:
        return "missing" if n_items == 0 else "kept" if n_items == count else "mismatch"
    if n_items == 0 and n_rows == 2:
        return "pair"
    return "uncounted" if announced else "unannounced"
