"""A CRF as lookup tables.

A linear-chain CRF scores a label by summing one weight for every feature string ("T[-1,0].lower=cây tre") of a
token. All templates of the models used here look at one, two or three neighbouring tokens. So instead of building
strings, every known string is cut into its tokens once, tokens become integers, and a weight is found by one, two or
three integers. `compile_tables` does that work; `Tables` is what remains: plain arrays, kept on disk as .npz.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any, NamedTuple

import numpy as np

from caytre.text.words.crf import (
    REACH,
    UNIGRAM_FUNCTIONS,
    WINDOW_FUNCTIONS,
    CrfError,
    CrfModel,
    Weights,
    check_templates,
    position_of,
    window,
)

__all__ = ["FORMAT", "Pairs", "Tables", "compile_tables", "from_bytes", "rounded", "to_bytes"]

Array = np.ndarray[Any, Any]

FORMAT = 1
"""Raise it when the meaning of a table changes: tables on disk are then built anew."""

STRIDE = 0x9E3779B1
"""An odd number: multiplied with the second key it spreads neighbours over the table without a collision."""


class Pairs(NamedTuple):
    """A static map from (first, second) to a row number, row 0 where the pair is unknown.

    The slot is `base[first] + second * STRIDE`, and `base` is chosen so that no two known pairs share one
    (row displacement, Tarjan and Yao 1979): two array look-ups a pair, no probing.
    """

    base: Array
    owner: Array
    row: Array

    def find(self, first: Array, second: Array) -> Array:
        """The row of each pair."""
        slot = (self.base[first] + second * STRIDE) & (len(self.owner) - 1)
        found: Array = self.row[slot]
        found *= self.owner[slot] == first
        return found


class Tables(NamedTuple):
    """What scoring needs. Weights are relative to label 0, so there is one column less than there are labels.

    Row 0 of every table is the unknown. `single_*` are (row, offset -2..2, label); `pair_*` (row, window of two, label)
    for the windows that begin at -2, -1, 0, 1; `triple_*` for those that begin at -2, -1, 0. `*_low` are what
    lower-casing and the dictionary add; `*_plain` what a window gets that is in no dictionary; `*_title` by whether
    all tokens of a window are capitalised; `*_edge` for windows over the beginning (0) or the end (1).
    """

    labels: list[str]
    vocabulary: list[str]
    transitions: Array
    single_raw_row: Array
    single_raw: Array
    single_low_row: Array
    single_low: Array
    single_digit: Array
    single_title: Array
    single_edge: Array
    pairs: Pairs
    pair_raw: Array
    pair_low: Array
    pair_plain: Array
    pair_title: Array
    pair_edge: Array
    triples: Pairs
    triple_raw: Array
    triple_low: Array
    triple_plain: Array
    triple_title: Array
    triple_edge: Array
    position: Array
    cased: bool


class _Vocabulary(dict[str, int]):
    """Numbers strings from 1 as they come; 0 stays the unknown."""

    def __missing__(self, key: str) -> int:
        self[key] = len(self) + 1
        return self[key]


def compile_tables(
    model: CrfModel, templates: Sequence[str], dictionary: Iterable[str], *, spaced: bool
) -> Tables:
    """Tables that give *model* with *templates* its scores.

    *spaced*: tokens may hold blanks (words made of syllables), so "Bộ Chính trị" as a window of two is known under
    every way to cut it. Raises `CrfError` for a template that is not of the known shapes.
    """
    weights = Weights(model)
    used = set(templates)
    check_templates(used)
    names = _Vocabulary()
    words = sorted(dictionary)
    single = _single(weights, used, names, words)
    windows = {size: _collect(weights, used, names, words, size=size, spaced=spaced) for size in (2, 3)}
    pair_number: dict[tuple[int, int], int] = {}
    for key in (*windows[2], *(key[:2] for key in windows[3])):
        pair_number.setdefault((key[0], key[1]), len(pair_number) + 1)
    triple_number = {
        (pair_number[key[0], key[1]], key[2]): number for number, key in enumerate(windows[3], 1)
    }
    pair_rows = {pair_number[key[0], key[1]]: row for key, row in windows[2].items()}
    cased = any("," in template and template.endswith((".lower", ".is_in_dict")) for template in used)
    triple_rows = dict(enumerate(windows[3].values(), 1))
    pair_raw, pair_low = _stack(pair_rows, len(pair_number), 4, weights.n_labels, cased=cased)
    triple_raw, triple_low = _stack(triple_rows, len(triple_rows), 3, weights.n_labels, cased=cased)
    return Tables(
        labels=model.labels,
        vocabulary=list(names),
        transitions=model.transitions,
        **{name: _vocabulary_sized(name, value, len(names)) for name, value in single.items()},
        pairs=_displace(pair_number, len(names) + 1, len(names) + 1),
        pair_raw=pair_raw,
        pair_low=pair_low,
        **_window_constants(weights, used, size=2),
        triples=_displace(triple_number, len(pair_number) + 1, len(names) + 1),
        triple_raw=triple_raw,
        triple_low=triple_low,
        **_window_constants(weights, used, size=3),
        position=_position(weights, used),
        cased=cased,
    )


def _single(weights: Weights, used: set[str], names: _Vocabulary, words: list[str]) -> dict[str, Array]:
    """Tables of the templates over one token."""
    shape = (2 * REACH + 1, weights.n_labels)
    raw: defaultdict[int, Array] = defaultdict(lambda: np.zeros(shape))
    low: defaultdict[int, Array] = defaultdict(lambda: np.zeros(shape))
    flags = {function: np.zeros((2, *shape)) for function in ("isdigit", "istitle", "is_in_dict")}
    edge = np.zeros((2, *shape))
    for column, offset in enumerate(range(-REACH, REACH + 1)):
        for function in UNIGRAM_FUNCTIONS:
            template = window(offset, 1, function)
            if template not in used:
                continue
            edge[:, column] += [weights.get(template, "BOS"), weights.get(template, "EOS")]
            if function in flags:
                flags[function][:, column] += [weights.get(template, "False"), weights.get(template, "True")]
                continue
            table = low if function else raw
            for value, row in weights.values(template):
                table[names[value]][column] += row
    absent, present = flags["is_in_dict"]
    if flags["is_in_dict"].any():
        for word in words:
            low[names[word]] += present - absent
    raw_row, raw_rows = _distinct(raw, shape)
    low_row, low_rows = _distinct(low, shape)
    return {
        "single_raw_row": raw_row,
        "single_raw": raw_rows,
        "single_low_row": low_row,
        "single_low": low_rows + absent,
        "single_digit": flags["isdigit"],
        "single_title": flags["istitle"],
        "single_edge": edge,
    }


def _distinct(rows: Mapping[int, Array], shape: tuple[int, int]) -> tuple[Array, Array]:
    """Row numbers by vocabulary number, and the distinct rows; most of the vocabulary shares row 0, all zero."""
    numbers = {np.zeros(shape).tobytes(): 0}
    row_of = np.zeros(max(rows, default=0) + 1, dtype=np.int64)
    for key, row in rows.items():
        row_of[key] = numbers.setdefault(row.tobytes(), len(numbers))
    return row_of, np.frombuffer(b"".join(numbers)).reshape(-1, *shape)


def _vocabulary_sized(name: str, table: Array, size: int) -> Array:
    """Row numbers for the whole vocabulary, which has grown since: what came later is row 0."""
    return np.pad(table, (0, size + 1 - len(table))) if name.endswith("_row") else table


def _collect(
    weights: Weights, used: set[str], names: _Vocabulary, words: list[str], *, size: int, spaced: bool
) -> dict[tuple[int, ...], Array]:
    """The known windows of *size* tokens: key -> (raw or low, window, label)."""
    starts = range(-2, 4 - size)
    found: dict[tuple[int, ...], Array] = {}

    def add(value: str, kind: int, column: int | slice, row: Array) -> None:
        parts = value.split(" ")
        cuts = combinations(range(1, len(parts)), size - 1) if spaced else [tuple(range(1, size))]
        if len(parts) < size or (len(parts) > size and not spaced):
            return
        for cut in cuts:
            bounds = (0, *cut, len(parts))
            key = tuple(names[" ".join(parts[a:b])] for a, b in pairwise(bounds))
            if key not in found:
                found[key] = np.zeros((2, len(starts), weights.n_labels))
            found[key][kind, column] += row

    for column, start in enumerate(starts):
        for kind, function in enumerate(("", "lower")):
            template = window(start, size, function)
            if template in used:
                for value, row in weights.values(template):
                    add(value, kind, column, row)
    absent, present = _flag(weights, used, "is_in_dict", size)
    if absent.any() or present.any():
        for word in words:
            add(word, 1, slice(None), present - absent)
    return found


def _flag(weights: Weights, used: set[str], function: str, size: int) -> Array:
    """Weights of a yes-no template by (no or yes, window, label)."""
    table = np.zeros((2, 5 - size + 1, weights.n_labels))[:, : 6 - size]
    for column, start in enumerate(range(-2, 4 - size)):
        template = window(start, size, function)
        if template in used:
            table[:, column] += [weights.get(template, "False"), weights.get(template, "True")]
    return table


def _window_constants(weights: Weights, used: set[str], *, size: int) -> dict[str, Array]:
    name = "pair" if size == 2 else "triple"
    edge = np.zeros((2, 6 - size, weights.n_labels))
    for column, start in enumerate(range(-2, 4 - size)):
        for function in WINDOW_FUNCTIONS:
            template = window(start, size, function)
            if template in used:
                edge[:, column] += [weights.get(template, "BOS"), weights.get(template, "EOS")]
    return {
        f"{name}_plain": _flag(weights, used, "is_in_dict", size)[0],
        f"{name}_title": _flag(weights, used, "istitle", size),
        f"{name}_edge": edge,
    }


def _position(weights: Weights, used: set[str]) -> Array:
    """What templates over the empty second column give to the first, second, third and any later token."""
    table = np.zeros((4, weights.n_labels))
    for template in used:
        places = position_of(template)
        if places is not None:
            start, stop = places
            inside = " ".join(["X"] * (stop - start + 1))
            for place in range(4):
                table[place] += weights.get(template, inside if place + start >= 0 else "BOS")
    return table


def _stack(
    rows: Mapping[int, Array], count: int, columns: int, n_labels: int, *, cased: bool
) -> tuple[Array, Array]:
    raw = np.zeros((count + 1, columns, n_labels))
    low = np.zeros((count + 1 if cased else 1, columns, n_labels))
    for number, row in rows.items():
        raw[number] = row[0]
        if cased:
            low[number] = row[1]
    return raw, low


def rounded(tables: Tables) -> Tables:
    """The same tables in single precision: half the memory to move, enough to decide nearly every sentence."""
    values = tables._asdict()
    for name, value in values.items():
        if isinstance(value, np.ndarray) and value.dtype == np.float64:
            values[name] = value.astype(np.float32)
    return Tables(**values)


def _displace(numbers: Mapping[tuple[int, int], int], n_first: int, n_second: int) -> Pairs:
    """Find a base for every first key so that no two pairs meet; the largest groups choose first."""
    size = 1 << max(4 * len(numbers), n_second, 16).bit_length()
    base = np.zeros(n_first, dtype=np.int64)
    owner = np.full(size, -1, dtype=np.int32)
    row = np.zeros(size, dtype=np.int32)
    groups: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for (first, second), number in numbers.items():
        groups[first].append((second, number))
    for first, members in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        offsets = np.array([second for second, _ in members]) * STRIDE
        shift = first * STRIDE
        while True:
            slots = (offsets + shift) & (size - 1)
            if (owner[slots] < 0).all():
                break
            shift = (shift * 6364136223846793005 + 1442695040888963407) & (size - 1)
        base[first] = shift & (size - 1)
        owner[slots] = first
        row[slots] = [number for _, number in members]
    return Pairs(base, owner, row)


def to_bytes(tables: Tables, extra: Mapping[str, str]) -> bytes:
    """Tables, and strings that belong to them, as an uncompressed .npz without pickled objects."""
    arrays: dict[str, Array] = {f"text_{name}": _packed(text) for name, text in extra.items()}
    for name, value in tables._asdict().items():
        if isinstance(value, Pairs):
            arrays |= {f"{name}_{field}": part for field, part in value._asdict().items()}
        elif isinstance(value, list):
            if any("\n" in text for text in value):
                raise CrfError("a label or an attribute of the model holds a line break")
            arrays[name] = _packed("\n".join(value))
        else:
            arrays[name] = np.asarray(value)
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)  # type: ignore[arg-type]
    return buffer.getvalue()


def from_bytes(content: bytes) -> tuple[Tables, dict[str, str]]:
    """What `to_bytes` wrote. Raises `ValueError`, `KeyError` or `zipfile.BadZipFile` where that is damaged."""
    with np.load(io.BytesIO(content), allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    values: dict[str, Any] = {}
    for name in Tables._fields:
        if name in ("pairs", "triples"):
            values[name] = Pairs(*(arrays[f"{name}_{field}"] for field in Pairs._fields))
        elif name in ("labels", "vocabulary"):
            values[name] = _unpacked(arrays[name]).split("\n")
        elif name == "cased":
            values[name] = bool(arrays[name])
        else:
            values[name] = arrays[name]
    extra = {name[5:]: _unpacked(array) for name, array in arrays.items() if name.startswith("text_")}
    return Tables(**values), extra


def _packed(text: str) -> Array:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _unpacked(array: Array) -> str:
    return array.tobytes().decode()
