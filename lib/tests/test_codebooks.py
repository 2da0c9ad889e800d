"""Codebooks: what a researcher is told when one cannot be used."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from caytre.analysis import rhetoric
from caytre.analysis.people.masks import masks
from caytre.analysis.people.offices import grammar
from caytre.analysis.rhetoric.lists import runs
from caytre.analysis.rhetoric.modality import markers
from caytre.codebooks import CodebookError, find, read_yaml
from tests.helpers import article

TEXT = "Có hai việc.\nMột là, cần làm.\nHai là, phải xong."


def without(corpus: Path, name: str, key: str) -> None:
    """A corpus with its own copy of a codebook in which the key is called otherwise."""
    own = corpus / "codebooks" / name
    own.parent.mkdir(exist_ok=True)
    own.write_text(find(name).read_text("utf-8").replace(f"{key}:", f"{key}_x:"), "utf-8")


@pytest.mark.parametrize(
    ("name", "key", "read"),
    [
        ("enumeration.yaml", "cardinals", lambda corpus: runs(article(TEXT), corpus=corpus)),
        ("enumeration.yaml", "pointing_back", lambda corpus: rhetoric.enumerations(article(TEXT), [], corpus=corpus)),
        ("modality.yaml", "markers", lambda corpus: markers(article(TEXT), corpus=corpus)),
        ("echo_masks.yaml", "fillers", lambda corpus: masks(corpus=corpus)),
        ("offices.yaml", "home", lambda corpus: grammar(corpus=corpus)),
    ],
)  # fmt: skip
def test_a_missing_key_is_named(tmp_path: Path, name: str, key: str, read: Callable[[Path], object]) -> None:
    """Whatever reads a codebook, a key that is not there is reported with the file and the key."""
    without(tmp_path, name, key)
    with pytest.raises(CodebookError, match=rf'{name}: no key "{key}"'):
        read(tmp_path)


def test_the_entry_is_told(tmp_path: Path) -> None:
    """A key missing in one entry of a list is reported with the number of the entry."""
    own = tmp_path / "codebooks" / "modality.yaml"
    own.parent.mkdir()
    own.write_text(
        "markers:\n  - {group: duty, meaning: must, words: [phải], unless: []}\n  - {group: duty}\n", "utf-8"
    )
    with pytest.raises(CodebookError, match=r'no key "words" in "markers", entry 2 \(found: group\)'):
        markers(article(TEXT), corpus=tmp_path)


def test_content_can_be_sent_to_another_process() -> None:
    """What was read pickles, and still knows its file."""
    again = pickle.loads(pickle.dumps(read_yaml("enumeration.yaml")))
    assert again == read_yaml("enumeration.yaml")
    with pytest.raises(CodebookError, match=r"enumeration\.yaml"):
        again["nothing"]
