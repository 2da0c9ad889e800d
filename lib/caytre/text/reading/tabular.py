"""Tables with an article a row: CSV, TSV, Excel, JSON, JSON Lines, Parquet.

The column of the text is guessed by its name (codebook columns.yaml) unless it is given. Rows stream: no more of a
table is held than a batch, except for a .json file, which is one value.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple

from caytre.text.reading.archives import check_office
from caytre.text.reading.encodings import INNER, UnreadableError, decode, detect, known
from caytre.text.reading.metadata import columns, fields

__all__ = ["READERS", "Options", "Row"]

SAMPLE = 8 * 2**20
"""Bytes from which the encoding of a whole table is told."""
MAX_FIELD = 2**31 - 1
DELIMITERS = ",;\t|"
BATCH = 256
SURPLUS = "\0more cells than columns"


class Options(NamedTuple):
    """`encoding` and `text_column` as the user gave them, or None."""

    encoding: str | None = None
    text_column: str | None = None


class Row(NamedTuple):
    """One row: where it stands (a data row is counted from 1), its id if it has one, its text or what is wrong."""

    place: str
    article_id: str
    text: str
    encoding: str
    metadata: dict[str, str]
    problem: str = ""


Reader = Callable[[BinaryIO, Options], Iterator[Row]]
Seen = dict[tuple[str, ...], dict[str, str]]
"""What the keys of a JSON object hold, looked up once for all objects that have the same."""


def read_csv(handle: BinaryIO, options: Options) -> Iterator[Row]:
    """Comma, semicolon, tab or bar: the one that the first line has most of."""
    name = _encoding(handle, options)
    lines = _lines(handle, name)
    first = next(lines, "")
    delimiter = max(DELIMITERS, key=first.count)
    # The limit of the csv module is its only one and shorter than a long article; raising it harms nobody.
    csv.field_size_limit(max(MAX_FIELD, csv.field_size_limit()))
    reader = csv.reader(_chain(first, lines), delimiter=delimiter)
    try:
        header = [cell.strip().removeprefix("\ufeff") for cell in next(reader, [])]
        rows = (dict(zip(header, cells, strict=False)) | _surplus(header, cells) for cells in reader if cells)
        yield from _rows(rows, header, name, options)
    except csv.Error as error:
        raise UnreadableError(
            f"is not a table that can be read after line {reader.line_num} ({error})"
        ) from None


def read_xlsx(handle: BinaryIO, options: Options) -> Iterator[Row]:
    """Every sheet that has a column of text; the values that formulas had when the file was saved."""
    import openpyxl

    check_office(handle)
    book = openpyxl.load_workbook(handle, read_only=True, data_only=True)
    sheets = list(book.worksheets)
    without = []
    for sheet in sheets:
        cells = sheet.iter_rows(values_only=True)
        header = [str(cell).strip() if cell is not None else "" for cell in next(cells, ())]
        try:
            _where(header, options)
        except UnreadableError as error:
            without.append(error)
            continue
        rows = (dict(zip(header, values, strict=False)) for values in cells)
        for row in _rows(rows, header, "unicode", options):
            yield row._replace(place=f"{sheet.title}#{row.place}") if len(sheets) > 1 else row
    if without and len(without) == len(sheets):
        raise without[0]


def read_jsonl(handle: BinaryIO, options: Options) -> Iterator[Row]:
    """One JSON object a line; a line that is none is reported and the others are read."""
    name = _encoding(handle, options)
    seen: Seen = {}
    for number, line in enumerate(_lines(handle, name), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line.removeprefix("\ufeff"), strict=False)
        except (ValueError, RecursionError) as error:
            yield Row(str(number), "", "", name, {}, f"is not JSON in line {number} ({error})")
            continue
        yield _json_row(value, str(number), name, options, seen)


def read_json(handle: BinaryIO, options: Options) -> Iterator[Row]:
    """A list of objects, an object that holds such a list, one object, or a list of texts; or JSON Lines after all."""
    text, name = decode(handle.read(), encoding=options.encoding)
    try:
        value = json.loads(text.removeprefix("\ufeff"), strict=False)
    except RecursionError:
        raise UnreadableError("is JSON that is nested too deeply to hold articles") from None
    except ValueError as error:
        if "Extra data" in str(error):
            handle.seek(0)
            yield from read_jsonl(handle, options)
            return
        raise UnreadableError(f"is not JSON ({error})") from None
    if isinstance(value, dict) and not _has_text(value, options):
        lists = [part for part in value.values() if isinstance(part, list) and part]
        if len(lists) != 1:
            raise UnreadableError(
                f"has no text and no single list of articles (keys: {_named(value)}); pass text_column"
            )
        value = lists[0]
    seen: Seen = {}
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        yield _json_row(item, str(number), name, options, seen)


def read_parquet(handle: BinaryIO, options: Options) -> Iterator[Row]:
    """The columns that are needed, batch by batch."""
    import pyarrow.parquet as pq

    file = pq.ParquetFile(handle)
    header = list(file.schema_arrow.names)
    needed = list(dict.fromkeys(_where(header, options).values()))
    batches = file.iter_batches(batch_size=BATCH, columns=needed)
    yield from _rows((row for batch in batches for row in batch.to_pylist()), header, "unicode", options)


READERS: dict[str, Reader] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xlsx": read_xlsx,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".parquet": read_parquet,
}


def _rows(
    rows: Iterable[Mapping[str, Any]], header: list[str], encoding: str, options: Options
) -> Iterator[Row]:
    where = _where(header, options)
    for number, row in enumerate(rows, 1):
        yield _row(row, where, str(number), encoding)


def _surplus(header: list[str], cells: list[str]) -> dict[str, str]:
    return {SURPLUS: "yes"} if any(cell.strip() for cell in cells[len(header) :]) else {}


def _row(row: Mapping[str, Any], where: Mapping[str, str], place: str, encoding: str) -> Row:
    text = row.get(where["text"])
    if isinstance(text, list):
        text = "\n".join(map(str, text))
    problem = "" if isinstance(text, str) and text.strip() else f'has no text in column "{where["text"]}"'
    if SURPLUS in row:
        problem = "has more cells than the header; quote cells that hold the delimiter"
    article_id = str(row.get(where.get("article_id", "")) or "")
    return Row(
        place, article_id, text if isinstance(text, str) else "", encoding, fields(row, where), problem
    )


def _json_row(value: Any, place: str, encoding: str, options: Options, seen: Seen) -> Row:
    if isinstance(value, str):
        value = {options.text_column or "text": value}
    if not isinstance(value, dict):
        return Row(place, "", "", encoding, {}, "is neither an object nor a text")
    try:
        keys = tuple(value)
        if keys not in seen:
            seen[keys] = _where(keys, options)
        return _row(value, seen[keys], place, encoding)
    except UnreadableError as error:
        return Row(place, "", "", encoding, {}, str(error))


def _where(header: Sequence[str], options: Options) -> dict[str, str]:
    """The columns by what they hold; raises UnreadableError where there is no column of text."""
    where = columns(header)
    if options.text_column is not None:
        if options.text_column not in header:
            raise UnreadableError(f'has no column "{options.text_column}" (found: {_named(header)})')
        return {key: name for key, name in where.items() if name != options.text_column} | {
            "text": options.text_column
        }
    if "text" not in where:
        raise UnreadableError(
            f"has no column that looks like the text (found: {_named(header)}); pass text_column"
        )
    return where


def _has_text(value: Mapping[str, Any], options: Options) -> bool:
    name = options.text_column or columns(value).get("text", "")
    return isinstance(value.get(name), str)


def _named(names: Iterable[str]) -> str:
    return ", ".join([str(name)[:40] for name in names][:12]) or "nothing"


def _encoding(handle: BinaryIO, options: Options) -> str:
    if options.encoding:
        return known(options.encoding)
    sample = handle.read(SAMPLE)
    rest = handle.read(1)
    handle.seek(0)
    # A character that the end of the sample cuts in two would count as damage.
    return detect(sample[: sample.rfind(b"\n") + 1] or sample if rest else sample)


def _lines(handle: BinaryIO, encoding: str) -> Iterator[str]:
    """The lines of a file with their ends, each decoded by itself where a line end is one byte."""
    if encoding.startswith(("utf-16", "utf-32")):
        outer, _, inner = encoding.partition("+")
        wrapper = io.TextIOWrapper(handle, encoding=outer, errors="replace", newline="")
        try:
            for line in wrapper:
                yield INNER[inner](line) if inner else line
        finally:
            wrapper.detach()  # else it would close the file, which is not its own
        return
    for raw in handle:
        yield from io.StringIO(_line(raw, encoding), newline="")


def _line(raw: bytes, encoding: str) -> str:
    try:
        return decode(raw, encoding=encoding)[0]
    except UnreadableError:
        return raw.decode(encoding.partition("+")[0], errors="replace")


def _chain(first: str, lines: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
    yield from lines
