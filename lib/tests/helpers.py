"""What several test modules share: composed articles, and the five real ones as they were annotated by hand."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from caytre.tables import TEXT_KINDS, Annotated, Cut, Line, Sentence
from caytre.text.characters import blanked
from caytre.text.reading import Document, ReadingError, paths, read_parts
from caytre.text.sentences import spans

PROJECT = Path(__file__).resolve().parents[2]
GOLD = Path(__file__).parent / "gold" / "bamboo-2021"
ARTICLES = PROJECT / "data" / "bamboo-2021" / "articles"
FURNITURE = ("url", "outlet_tag", "caption", "table_residue")


def article(
    text: str, published: str = "", kinds: Mapping[int, str] | None = None, name: str = "a"
) -> Annotated:
    """An article out of *text*: every line that is not blank is body unless *kinds* (by line number) says otherwise."""
    lines = [
        Line(name, number, (kinds or {}).get(number, "body" if line.strip() else "blank"), line)
        for number, line in enumerate(text.split("\n"), 1)
    ]
    return Annotated(name, published, lines, [], _sentences(lines, []))


def gold(name: str) -> list[dict[str, str]]:
    """The rows of one hand-annotated table, with `article_id` instead of the file name."""
    with open(GOLD / f"{name}.csv", encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    for row in rows:
        if "file" in row:
            row["article_id"] = Path(row["file"]).stem
    return rows


def gold_articles() -> list[Annotated]:
    """The five articles with the line kinds and cuts that were assigned by hand."""
    published = {row["article_id"]: row["published"] for row in gold("articles")}
    kinds = {(row["article_id"], int(row["line_no"])): row["class"] for row in gold("lines")}
    found = []
    for path in sorted(ARTICLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8").split("\n")
        lines = [
            Line(path.stem, n, kinds.get((path.stem, n), "blank"), line) for n, line in enumerate(text, 1)
        ]
        cuts = [
            Cut(path.stem, int(row["line_no"]), int(row["start"]), int(row["end"]), row["kind"], row["text"])
            for row in gold("residues")
            if row["article_id"] == path.stem and row["kind"] in FURNITURE
        ]
        found.append(Annotated(path.stem, published[path.stem], lines, cuts, _sentences(lines, cuts)))
    return found


def read_folder(folder: Path, encodings: Mapping[str, str] | None = None) -> list[Document | ReadingError]:
    """What opening a corpus reads in its folder of articles, in that order."""
    names, errors = paths.walk(folder)
    found: list[Document | ReadingError] = list(errors)
    for name, single in zip(names, paths.article_ids(names), strict=True):
        encoding = (encodings or {}).get(Path(name).name)
        for part in read_parts(folder / name, source=name, encoding=encoding):
            whole = isinstance(part, Document) and part.source == name
            found.append(part._replace(article_id=single) if whole else part)
    return found


def _sentences(lines: list[Line], cuts: list[Cut]) -> list[Sentence]:
    rows = []
    for line in lines:
        if line.kind not in TEXT_KINDS:
            continue
        shown = blanked(line.text, [(cut.start, cut.end) for cut in cuts if cut.line_no == line.line_no])
        for number, (start, end) in enumerate(spans(shown), 1):
            rows.append(
                Sentence(line.article_id, line.line_no, number, start, end, shown[start:end], line.kind)
            )
    return rows
