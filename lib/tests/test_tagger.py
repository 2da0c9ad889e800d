"""The vectorised models: the same labels as the package they come from, on everything a text may hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.text.words import crftables, decode, models, tagger
from caytre.text.words.crf import CrfError, read_model
from tests import hostile
from tests.helpers import gold_articles

EDGES = [
    "",
    " \t ",
    "Đảng",
    ".",
    "A.",
    "T.Ư",
    "v.v...",
    "Hội nghị kết thúc.\n",
    "hòa bình, uỷ ban; VIỆT NAM – Việt Nam",
    unicodedata.normalize("NFD", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
    "kinh\u200btế\ufeff xã\u00adhội \u0301 \u00a0 \u202eđối ngoại",
    "BOS EOS T[0]=Đảng I-W",
    "ƛĉ Ჩ ǅ ŉ İ ß",
    "đồng chí " * 200 + "phát biểu",
    "a" * 5000,
    "!" * 3000,
    "0" * 5000 + " 2147483647 2147483648 00000000000000012",
]


def sentences() -> list[str]:
    return [sentence.text for article in gold_articles() for sentence in article.sentences]


def by_package(texts: list[str]) -> list[list[str]]:
    from underthesea import word_tokenize

    return [word_tokenize(text, use_token_normalize=False) for text in texts]


@pytest.fixture
def fresh() -> Iterator[None]:
    """Models are loaded anew within the test, and once more after it."""
    caches = (models.stored, tagger.labeller)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


class TestSameLabels:
    @pytest.mark.parametrize("texts", [sentences(), EDGES], ids=["articles", "edges"])
    def test_words_are_those_of_the_package(self, texts: list[str]) -> None:
        """Every sentence of the articles and every edge case gets the words that underthesea gives it."""
        assert tagger.segment(texts) == by_package(texts)

    @pytest.mark.parametrize("texts", [sentences(), EDGES], ids=["articles", "edges"])
    @pytest.mark.parametrize("model", ["pos", "pos-2017"])
    def test_tags_are_those_of_the_package(self, texts: list[str], model: str) -> None:
        """Both part-of-speech models tag as underthesea does."""
        words = [row for row in by_package(texts) if model == "pos" or len(row) < 60]
        expected = [models.reference(model)(row) if row else [] for row in words]
        assert tagger.tag(words, model=model) == expected

    def test_very_long_sentence(self) -> None:
        """A sentence of ten thousand syllables gets the words of the package."""
        text = "các đồng chí lãnh đạo Đảng và Nhà nước phát biểu " * 900
        assert tagger.segment([text, "Đảng"]) == by_package([text, "Đảng"])

    def test_hostile_sentences(self) -> None:
        """Of 3,000 hostile sentences none gets other words or tags; the benchmark compares 30,000."""
        texts = list(hostile.sentences(3000))
        words = by_package(texts)
        assert tagger.segment(texts) == words
        half = words[:1500]
        assert tagger.tag(half) == [models.reference("pos")(row) if row else [] for row in half]
        few = words[:200]
        assert tagger.tag(few, model="pos-2017") == [
            models.reference("pos-2017")(row) if row else [] for row in few
        ]

    def test_pos_tag_itself(self) -> None:
        """The model of 2017 gives the pairs that `underthesea.pos_tag` documents."""
        from underthesea import pos_tag

        pairs = pos_tag("Chợ thịt chó nổi tiếng ở TPHCM bị truy quét")
        assert tagger.tag([[word for word, _ in pairs]], model="pos-2017") == [[label for _, label in pairs]]

    def test_company_does_not_matter(self) -> None:
        """A sentence gets the same words alone, in a batch, and after other batches."""
        texts = sentences()[:60]
        assert [tagger.segment([text])[0] for text in texts] == tagger.segment(texts)

    def test_engine_of_the_package(self) -> None:
        """The engine "underthesea" gives the same words and tags by the package's own code."""
        words = tagger.segment(EDGES, engine="underthesea")
        assert words == tagger.segment(EDGES)
        assert tagger.tag(words, engine="underthesea") == tagger.tag(words)


class TestNearTies:
    def test_every_stage_gives_the_same_labels(self, monkeypatch: pytest.MonkeyPatch, fresh: None) -> None:
        """Sentences that single precision, or double precision, cannot decide are still labelled as underthesea does."""
        texts = sentences()[:40]
        expected = by_package(texts)
        single, double = decode.TOLERANCE[4], decode.TOLERANCE[8]
        for tolerance in ({4: (1e9, 0.0), 8: double}, {4: (1e9, 0.0), 8: (1e9, 0.0)}, {4: single, 8: double}):
            monkeypatch.setattr(decode, "TOLERANCE", tolerance)
            assert tagger.segment(texts) == expected
            assert tagger.tag(expected) == [models.reference("pos")(row) for row in expected]

    def test_a_tie_is_named(self) -> None:
        """Two labels of equal score are a near tie, of which the sentence is told."""
        times = decode.schedule(np.array([2, 1]))
        _, tied = decode.best_labels(np.array([[5.0], [0.0], [3.0]]), np.zeros((2, 2)), times)
        assert tied.tolist() == [1]


class TestSearch:
    @given(st.data())
    def test_best_sequence(self, data: st.DataObject) -> None:
        """The sequence found scores as high as the best of all sequences, with two labels and with more."""
        labels = data.draw(st.integers(2, 4))
        lengths = data.draw(st.lists(st.integers(0, 4), min_size=1, max_size=4))
        weight = st.floats(-5, 5)
        transitions = np.array(data.draw(st.lists(weight, min_size=labels**2, max_size=labels**2))).reshape(
            labels, -1
        )
        total = sum(lengths)
        rows = data.draw(st.lists(weight, min_size=total * (labels - 1), max_size=total * (labels - 1)))
        scores = np.array(rows).reshape(total, labels - 1)
        times = decode.schedule(np.array(lengths))
        found, _ = decode.best_labels(scores[times.order].copy(), transitions, times)
        full = np.hstack([np.zeros((total, 1)), scores])

        def value(sequence: tuple[int, ...], begin: int) -> float:
            own = sum(full[begin + place, label] for place, label in enumerate(sequence))
            return float(own + sum(transitions[a, b] for a, b in pairwise(sequence)))

        begin = 0
        for length in lengths:
            best = max(value(sequence, begin) for sequence in product(range(labels), repeat=length))
            assert value(tuple(found[begin : begin + length]), begin) == pytest.approx(best, abs=1e-6)
            begin += length

    @given(
        st.dictionaries(st.tuples(st.integers(1, 30), st.integers(1, 30)), st.integers(1, 1000), max_size=60)
    )
    def test_pairs(self, known: dict[tuple[int, int], int]) -> None:
        """A displaced table finds every known pair and no other."""
        table = crftables._displace(known, 31, 31)
        first, second = (np.array(row) for row in zip(*product(range(31), range(31)), strict=True))
        expected = [known.get(pair, 0) for pair in zip(first.tolist(), second.tolist(), strict=True)]
        assert table.find(first, second).tolist() == expected


class TestModels:
    def test_other_model_files_fall_back(self, monkeypatch: pytest.MonkeyPatch, fresh: None) -> None:
        """Model files that the tables were not proved on are left to underthesea, with one warning."""
        other = models.MODELS["words"]._replace(proved="0" * 64)
        monkeypatch.setitem(models.MODELS, "words", other)
        with pytest.warns(RuntimeWarning, match="underthesea itself is used") as caught:
            found = tagger.segment(EDGES[2:9])
        assert found == by_package(EDGES[2:9])
        assert tagger.engine_used() == "underthesea"
        assert len(caught) == 1

    def test_other_labels_fall_back(self, monkeypatch: pytest.MonkeyPatch, fresh: None) -> None:
        """Tables that label the fixed text otherwise than underthesea did are not used, with one warning."""
        stored = models.stored("words")
        assert stored is not None
        wrong = {**stored.check, "labels": [["I-W"] * len(row) for row in stored.check["labels"]]}
        monkeypatch.setattr(models, "stored", lambda name, exact=False: stored._replace(check=wrong))
        with pytest.warns(RuntimeWarning, match="do not give the labels") as caught:
            assert tagger.labeller("words").engine == "underthesea"
        assert len(caught) == 1

    def test_tables_on_disk(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fresh: None) -> None:
        """Tables are built once, read back alike, and built anew with a warning where the file is damaged."""
        monkeypatch.setenv("CAYTRE_CACHE", str(tmp_path / "new" / "folder"))
        built = models.stored("pos-2017")
        files = sorted((tmp_path / "new" / "folder").iterdir())
        assert [file.suffix for file in files] == [".npz", ".npz"]
        models.stored.cache_clear()
        again = models.stored("pos-2017")
        assert built is not None
        assert again is not None
        assert again.check == built.check
        np.testing.assert_array_equal(again.tables.pair_raw, built.tables.pair_raw)
        for file in files:
            file.write_bytes(file.read_bytes()[:1000])
        models.stored.cache_clear()
        with pytest.warns(RuntimeWarning, match="building it anew"):
            assert models.stored("pos-2017") is not None

    def test_a_cache_that_cannot_be_written(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fresh: None
    ) -> None:
        """Where tables cannot be kept they are used all the same, and the warning names the cure."""
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("CAYTRE_CACHE", str(tmp_path / "file"))
        with pytest.warns(RuntimeWarning, match="set CAYTRE_CACHE"):
            assert models.stored("pos-2017") is not None

    def test_what_shaped_the_tokens(self) -> None:
        """Versions name the package and the digest of both models, and the tables are in use here."""
        assert set(tagger.versions()) == {"underthesea", "model words", "model pos", "tables"}
        assert tagger.engine_used() == "fast"

    def test_unknown_engine(self) -> None:
        """A wrong engine is told which there are."""
        with pytest.raises(ValueError, match="fast, underthesea"):
            tagger.labeller("words", "quick")

    def test_no_word(self) -> None:
        """An empty word cannot be tagged."""
        with pytest.raises(ValueError, match="no word"):
            tagger.tag([["Đảng", ""]])

    @pytest.mark.parametrize("content", [b"", b"lCRF", b"junk" * 20, b"lCRF" + b"\xff" * 60])
    def test_no_model_file(self, content: bytes) -> None:
        """Bytes that are no CRFsuite model are refused."""
        with pytest.raises(CrfError):
            read_model(content)

    @pytest.mark.parametrize("template", ["T[-3]", "T[0].length", "T[0,3]", "T[0][1]", "W[0]"])
    def test_unknown_template(self, template: str) -> None:
        """A template that the tables cannot represent is refused by name."""
        model = read_model(models._model_file("pos-2017").read_bytes())
        with pytest.raises(CrfError, match="feature template"):
            crftables.compile_tables(model, [template], (), spaced=True)
