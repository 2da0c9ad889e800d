"""`caytre new`: a corpus folder from files, folders, tables and archives.

    data/NAME/articles/     the files as they are; rows of tables and members of archives as .txt in UTF-8
    data/NAME/corpus.toml   title, reference date, language, encodings where they were given
    data/NAME/metadata.csv  what tables, web pages and front matters say of each article
    data/NAME/import.csv    what became of every source: read, flagged or skipped, and why

Sources are copied, never moved or changed, and no existing folder is written to: the corpus is built under a hidden
name beside its place and put there when it is whole.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from caytre.files import guarded, write_text
from caytre.sidecar import FIELDS as SIDECAR_FIELDS
from caytre.sidecar import ISO
from caytre.text.orthography import nfc
from caytre.text.reading import Document, read_parts
from caytre.text.reading.paths import ReadingError, is_plain_name, scan, shown, unique

__all__ = ["Entry", "ImportingError", "Summary", "new"]

ENDINGS = {".markdown": ".md", ".xhtml": ".html"}
"""Long endings get their short form, so that a long name plus a number still is a file name."""
EXPECTED = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "unicode")
TOLD = {
    "undecodable": "{n} characters could not be decoded and stand as \ufffd",
    "pages_without_text": "{n} pages have no text layer",
    "nul": "{n} NUL characters taken out",
    "surrogate": "{n} broken characters taken out",
}
SHOWN = 10
"""So many flagged and skipped sources are named in the printed summary; import.csv has all."""


class ImportingError(ValueError):
    """A corpus that cannot be made; one sentence says why and what to do."""


class Entry(NamedTuple):
    """What became of one file, row or member. `changed` counts characters by kind, as "newline 3; zero_width 1"."""

    source: str
    status: str
    article_id: str
    file: str
    encoding: str
    changed: str
    reason: str


class Summary(NamedTuple):
    """The new corpus folder and the entries of its import.csv; printed, the counts and the first of what to look at."""

    folder: Path
    entries: list[Entry]

    def of(self, status: str) -> list[Entry]:
        """The entries that are "read", "flagged" (read, but to be looked at) or "skipped"."""
        return [entry for entry in self.entries if entry.status == status]

    def __str__(self) -> str:
        flagged, skipped = self.of("flagged"), self.of("skipped")
        n = len(self.entries) - len(skipped)
        lines = [
            f"{self.folder}: {n} {'article' if n == 1 else 'articles'} read, {len(flagged)} of them flagged; {len(skipped)} skipped"
        ]
        for name, entries in (("flagged", flagged), ("skipped", skipped)):
            lines += [f"  {name} {entry.source}: {entry.reason}" for entry in entries[:SHOWN]]
            if len(entries) > SHOWN:
                lines.append(f"  … and {len(entries) - SHOWN} more {name}")
        return "\n".join([*lines, f"All of them: {self.folder / 'import.csv'}"])


def new(
    name: str,
    sources: Sequence[Path],
    *,
    data: Path,
    text_column: str | None = None,
    encoding: str | None = None,
    progress: bool = True,
) -> Summary:
    """Make the corpus folder *name* below *data* out of *sources*.

    A source that cannot be read is skipped with its reason. Raises ImportingError where the folder exists already, the
    name cannot be a folder's, nothing could be read, or the disk refuses; then nothing is left behind.
    """
    name = nfc(name)
    target = _target(name, data)
    paths, entries = _files(sources)
    try:
        data.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=data) as hidden:
            build = _Build(Path(hidden) / "corpus", encoding=encoding, text_column=text_column)
            for path, label in _shown_progress(paths, build, progress=progress):
                build.add(path, label)
            entries += build.entries
            if not any(entry.status != "skipped" for entry in entries):
                raise ImportingError(_nothing(entries))
            build.finish(name, entries)
            if os.path.lexists(target):
                raise ImportingError(f"{target}: made by somebody else meanwhile; choose another name")
            os.rename(build.folder, target)
    except OSError as error:
        where = (
            ""
            if error.filename is None or Path(error.filename).name.startswith(".")
            else f", at {error.filename}"
        )
        raise ImportingError(f"{target}: cannot be made ({error.strerror or error}{where})") from error
    return Summary(target, entries)


class _Build:
    """A corpus in the making: its folder, the ids and texts that it holds, the rows of its CSV files."""

    def __init__(self, folder: Path, *, encoding: str | None, text_column: str | None) -> None:
        self.folder = folder
        self.encoding = encoding
        self.text_column = text_column
        self.entries: list[Entry] = []
        self.metadata: list[dict[str, str]] = []
        self.encodings: dict[str, str] = {}
        self.taken: set[str] = set()
        self.first_with: dict[str, str] = {}
        (folder / "articles").mkdir(parents=True)

    def add(self, path: Path, label: str) -> None:
        """Everything that one source file holds."""
        for part in read_parts(path, source=label, encoding=self.encoding, text_column=self.text_column):
            if isinstance(part, ReadingError):
                self.entries.append(_skipped(part.path, part.reason))
            else:
                self._article(part, path if part.source == label else None)

    def _article(self, document: Document, original: Path | None) -> None:
        article_id = unique(document.article_id, self.taken)
        if original is None:
            file = f"{article_id}.txt"
            with open(self.folder / "articles" / file, "x", encoding="utf-8", newline="") as out:
                out.write(document.text)
        else:
            ending = original.suffix.lower()
            file = f"{article_id}{ENDINGS.get(ending, ending)}"
            shutil.copyfile(original, self.folder / "articles" / file)
            if self.encoding:
                self.encodings[file] = self.encoding
        if document.metadata:
            self.metadata.append(_metadata_row(document, article_id))
        reasons = self._reasons(document, article_id)
        changed = "; ".join(f"{kind} {n}" for kind, n in document.removed.items())
        status = "flagged" if reasons else "read"
        self.entries.append(
            Entry(document.source, status, article_id, file, document.encoding, changed, "; ".join(reasons))
        )

    def _reasons(self, document: Document, article_id: str) -> list[str]:
        """Why a reader should look at an article."""
        first = self.first_with.setdefault(document.sha256, article_id)
        reasons = [f'the same text as "{first}"'] if first != article_id else []
        if article_id != document.article_id:
            reasons.append(f'named "{article_id}" because there is a "{document.article_id}" already')
        if not self.encoding and document.encoding not in EXPECTED:
            reasons.append(
                f"taken for {document.encoding}; if that is wrong, set its encoding in corpus.toml"
            )
        return reasons + [
            told.format(n=n) for kind, told in TOLD.items() if (n := document.removed.get(kind))
        ]

    def finish(self, name: str, entries: Iterable[Entry]) -> None:
        """The files beside articles/."""
        write_text(self.folder / "corpus.toml", _settings(name, self.encodings))
        columns = ("article_id", *SIDECAR_FIELDS)
        write_text(
            self.folder / "metadata.csv",
            _csv(columns, ([row.get(key, "") for key in columns] for row in self.metadata)),
        )
        write_text(
            self.folder / "import.csv",
            _csv(Entry._fields, ([str(guarded(cell)) for cell in entry] for entry in entries)),
        )


def _target(name: str, data: Path) -> Path:
    if not is_plain_name(name):
        raise ImportingError(
            f'"{name}" cannot be the name of a corpus; use letters, digits, spaces, hyphens, no hyphen or full stop first'
        )
    if data.is_dir():
        for path in data.iterdir():
            if nfc(path.name).casefold() == name.casefold():
                raise ImportingError(f"{path}: exists already and is left as it is; choose another name")
    return data / name


def _files(sources: Sequence[Path]) -> tuple[list[tuple[Path, str]], list[Entry]]:
    """The files in all sources, each once, with what they are called; and entries for what cannot be followed."""
    found: list[tuple[Path, str]] = []
    entries: list[Entry] = []
    seen: dict[str, str] = {}
    for source in sources:
        listed = [(source, shown(Path(source.name or str(source))))]
        if source.is_dir():
            paths, errors = scan(source)
            listed = [(path, shown(path.relative_to(source))) for path in paths]
            entries += [_skipped(error.path, error.reason) for error in errors]
            if not listed and not errors:
                entries.append(_skipped(shown(source), "is a folder without files"))
        for path, label in listed:
            place = os.path.realpath(path)
            if place in seen:
                entries.append(_skipped(label, f'is the same file as "{seen[place]}"'))
            else:
                seen[place] = label
                found.append((path, label))
    return found, entries


def _shown_progress(
    paths: list[tuple[Path, str]], build: _Build, *, progress: bool
) -> Iterator[tuple[Path, str]]:
    """The paths, while a bar on a terminal counts them and the articles found in them."""
    with tqdm(paths, unit=" files", disable=None if progress else True) as bar:
        for pair in bar:
            yield pair
            bar.set_postfix(articles=len(build.entries), refresh=False)


def _metadata_row(document: Document, article_id: str) -> dict[str, str]:
    """A row of metadata.csv. A date that cannot be written as YYYY-MM-DD is told in the reason and left to the reader."""
    row = {"article_id": article_id, "source": document.source, **document.metadata}
    row["reason"] = "as stated in the source"
    published = row.get("published", "")
    if published and not ISO.fullmatch(published):
        row["published"] = ""
        row["reason"] += f', except its date "{published}", which is not clear'
    return row


def _settings(name: str, encodings: dict[str, str]) -> str:
    lines = [
        "# What this corpus is. Dates and outlets of single articles stand in metadata.csv.", "",
        "[title]", f"en = {_quoted(name)}", f"vi = {_quoted(name)}", "",
        "[dates]", "# Articles without a date of their own are read against this day, such as 2021-12-14.",
        'reference = ""', "",
        "[language]", 'default = "en"', "",
    ]  # fmt: skip
    if encodings:
        lines += [
            "[reading.encodings]",
            *(f"{_quoted(file)} = {_quoted(encoding)}" for file, encoding in encodings.items()),
            "",
        ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _skipped(source: str, reason: str) -> Entry:
    return Entry(source, "skipped", "", "", "", "", reason)


def _nothing(entries: Sequence[Entry]) -> str:
    first = "; ".join(f"{entry.source}: {entry.reason}" for entry in entries[:3])
    return f"none of the sources could be read, so no corpus was made ({first or 'no source was given'})"
