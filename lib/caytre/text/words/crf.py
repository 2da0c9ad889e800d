"""CRFsuite model files: their weights, and the feature templates that go with them."""

from __future__ import annotations

import re
import struct
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

__all__ = [
    "REACH",
    "CrfError",
    "CrfModel",
    "Weights",
    "check_templates",
    "position_of",
    "read_model",
    "window",
]

Array = np.ndarray[Any, Any]

REACH = 2
"""Templates over one token look at most so many tokens to either side."""

TEMPLATE = re.compile(r"T\[(-?\d+)(?:,(-?\d+))?\](\[1\])?(?:\.(\w+))?")
UNIGRAM_FUNCTIONS = ("", "lower", "isdigit", "istitle", "is_in_dict")
WINDOW_FUNCTIONS = ("", "lower", "istitle", "is_in_dict")


class CrfError(ValueError):
    """A model file or a feature template that these tables cannot represent; the message says which."""


class CrfModel(NamedTuple):
    """A CRFsuite file: weights of (attribute, label) and of (label before, label)."""

    labels: list[str]
    attributes: list[str]
    state: Array
    transitions: Array


def read_model(content: bytes) -> CrfModel:
    """Parse a CRFsuite 0.12 model file (header, feature chunk, two constant databases).

    Raises `CrfError` where the bytes are something else.
    """
    try:
        head = struct.unpack_from("<4sI4s9I", content)
        magic, _, kind, _, _, n_labels, n_attributes, at_features, at_labels, at_attributes, _, _ = head
        if magic != b"lCRF" or kind != b"FOMC":
            raise CrfError("not a CRFsuite model file (it does not begin with lCRF)")
        labels = list(_strings(content, at_labels, n_labels))
        attributes = list(_strings(content, at_attributes, n_attributes))
        (count,) = struct.unpack_from("<I", content, at_features + 8)
        layout = np.dtype([("kind", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])
        features = np.frombuffer(content, dtype=layout, count=count, offset=at_features + 12)
    except (struct.error, UnicodeDecodeError, ValueError) as error:
        raise CrfError(f"not a complete CRFsuite model file ({error})") from None
    weights = []
    for kind_number, rows in ((0, n_attributes), (1, n_labels)):
        chosen = features[features["kind"] == kind_number]
        table = np.zeros((rows, n_labels))
        table[chosen["source"], chosen["target"]] = chosen["weight"]
        weights.append(table)
    return CrfModel(labels, attributes, weights[0], weights[1])


def _strings(content: bytes, at: int, count: int) -> Iterator[str]:
    """The strings of a constant database in the order of their numbers."""
    n_backward, backward = struct.unpack_from("<2I", content, at + 16)
    for offset in struct.unpack_from(f"<{n_backward}I", content, at + backward)[:count]:
        _, size = struct.unpack_from("<2I", content, at + offset)
        yield content[at + offset + 8 : at + offset + 7 + size].decode()


class Weights:
    """The weight rows of a model by template and value; unknown values weigh nothing."""

    def __init__(self, model: CrfModel) -> None:
        self._rows = model.state[:, 1:] - model.state[:, :1]
        self._zero = np.zeros(self._rows.shape[1])
        self.n_labels = self._rows.shape[1]
        self._index: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for number, attribute in enumerate(model.attributes):
            template, _, value = attribute.partition("=")
            self._index[template][value] = number

    def values(self, template: str) -> Iterator[tuple[str, Array]]:
        for value, number in self._index.get(template, {}).items():
            yield value, self._rows[number]

    def get(self, template: str, value: str) -> Array:
        number = self._index.get(template, {}).get(value)
        return self._zero if number is None else np.asarray(self._rows[number])


def check_templates(templates: set[str]) -> None:
    """Raises `CrfError` for a template that is not of the shapes that `crftables` can represent."""
    for template in templates:
        match = TEMPLATE.fullmatch(template)
        if match is None:
            raise CrfError(f"feature template {template} is not known")
        start, stop = int(match[1]), int(match[2] or match[1])
        if match[3]:
            known = stop < 0 and stop - start <= 1 and match[4] is None
        elif start == stop:
            known = abs(start) <= REACH and (match[4] or "") in UNIGRAM_FUNCTIONS
        else:
            known = (
                stop - start in (1, 2)
                and -2 <= start <= 2 - (stop - start)
                and (match[4] or "") in WINDOW_FUNCTIONS
            )
        if not known:
            raise CrfError(f"feature template {template} is not known")


def window(start: int, size: int, function: str = "") -> str:
    """The template over *size* tokens from *start* on, as "T[-1,0].lower"."""
    place = f"T[{start}]" if size == 1 else f"T[{start},{start + size - 1}]"
    return f"{place}.{function}" if function else place


def position_of(template: str) -> tuple[int, int] | None:
    """First and last token of a template over the second, empty column, as "T[-2,-1][1]"; None for all others."""
    match = TEMPLATE.fullmatch(template)
    return (int(match[1]), int(match[2] or match[1])) if match and match[3] else None
