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
from caytre.codebooks import CodebookError, digest, find, made_from, made_once, read_csv, read_yaml
from tests.helpers import article

TEXT = "Có hai việc.\nMột là, cần làm.\nHai là, phải xong."


def own(corpus: Path, name: str, content: str) -> None:
    """A corpus with a codebook of its own."""
    (corpus / "codebooks").mkdir(exist_ok=True)
    (corpus / "codebooks" / name).write_text(content, "utf-8")


def without(corpus: Path, name: str, key: str) -> None:
    """A corpus with its own copy of a codebook in which the key is called otherwise."""
    own(corpus, name, find(name).read_text("utf-8").replace(f"{key}:", f"{key}_x:"))


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
    own(
        tmp_path,
        "modality.yaml",
        "markers:\n  - {group: duty, meaning: must, words: [phải], unless: []}\n  - {group: duty}\n",
    )
    with pytest.raises(CodebookError, match=r'no key "words" in "markers", entry 2 \(found: group\)'):
        markers(article(TEXT), corpus=tmp_path)


def test_content_can_be_sent_to_another_process() -> None:
    """What was read pickles, and still knows its file."""
    again = pickle.loads(pickle.dumps(read_yaml("enumeration.yaml")))
    assert again == read_yaml("enumeration.yaml")
    with pytest.raises(CodebookError, match=r"enumeration\.yaml"):
        again["nothing"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", r'no column "name" \(found: nothing\)'),
        ("tên,nhóm\n", r'no column "name" \(found: tên, nhóm\)'),
        ("name,name\nLê,Lý\n", 'two columns "name"; keep one'),
        ("name\nLê,Lý\n", ":2: more cells than columns"),
        ('name\n"Lê\n', "close every quotation mark"),
    ],
)
def test_a_table_that_cannot_be_used_is_told(tmp_path: Path, content: str, message: str) -> None:
    """A CSV codebook without its column is an error also where it has no rows, and nothing in it is guessed."""
    own(tmp_path, "family_names.csv", content)
    with pytest.raises(CodebookError, match=message):
        read_csv("family_names.csv", corpus=tmp_path, columns=("name",))


def test_cells_that_are_left_out_are_empty(tmp_path: Path) -> None:
    """A short row and an empty line are forgiven."""
    own(tmp_path, "family_names.csv", "name, group\nLê\n\n Lý ,x\n")
    rows = read_csv("family_names.csv", corpus=tmp_path)
    assert rows == [{"name": "Lê", "group": ""}, {"name": "Lý", "group": "x"}]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("theme.yaml", 'there is no codebook of this name; did you mean "themes.yaml"'),
        ("hyphenated.csv", "all corpora share this codebook"),
    ],
)
def test_a_codebook_that_nothing_would_read_is_told(tmp_path: Path, name: str, message: str) -> None:
    """A misspelt name, or a codebook that no corpus has its own of, is no silent nothing; a note beside them is fine."""
    own(tmp_path, "notes.txt", "ghi chú")
    digest("themes.yaml", corpus=tmp_path)
    own(tmp_path, name, "")
    with pytest.raises(CodebookError, match=message):
        digest("themes.yaml", corpus=tmp_path)


class TestMadeFrom:
    def test_it_is_made_anew_when_the_file_changes(self, tmp_path: Path) -> None:
        """What is made of a codebook is kept while the file stays as it is, and no longer."""
        made: list[Path | None] = []

        @made_from("modality.yaml")
        def book(corpus: Path | None) -> int:
            made.append(corpus)
            return len(read_yaml("modality.yaml", corpus=corpus)["markers"])

        own(tmp_path, "modality.yaml", "markers: [phải]\n")
        assert [book(tmp_path), book(tmp_path)] == [1, 1]
        own(tmp_path, "modality.yaml", "markers: [phải, cần]\n")
        assert book(tmp_path) == 2
        assert len(made) == 2

    @pytest.mark.parametrize(
        "content", ["", "[]\n", "7\n", "markers: 7\n", "markers: phải\n", "markers: [7]\n"]
    )
    def test_content_of_another_shape_is_told(self, tmp_path: Path, content: str) -> None:
        """Whatever the file holds in the place of words is reported with its path and a cure."""
        own(tmp_path, "modality.yaml", content)
        with pytest.raises(CodebookError, match=r"modality\.yaml: part missing or misshaped .*compare it"):
            markers(article(TEXT), corpus=tmp_path)

    def test_what_is_made_once_is_made_again_after_a_change(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A changed codebook of the project is seen when its digest is asked for, as opening a corpus does."""
        (tmp_path / "environment.yml").write_text("", "utf-8")
        place = tmp_path / "data" / "codebooks" / "words.csv"
        place.parent.mkdir(parents=True)
        monkeypatch.chdir(tmp_path)

        @made_once("words.csv")
        def words() -> list[str]:
            return [row["word"] for row in read_csv("words.csv")]

        place.write_text("word\nmột\n", "utf-8")
        assert words() == ["một"]
        place.write_text("word\nmột\nhai\n", "utf-8")
        assert words() == ["một"]
        digest("words.csv")
        assert words() == ["một", "hai"]
