"""Words: places that slice back, names and institutions whole, spelling that does not matter."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caytre.codebooks import CodebookError
from caytre.text import words
from caytre.text.orthography import fold
from caytre.text.words import chunks
from caytre.text.words.phrases import Dictionary, key, read_phrases, resplit
from tests.helpers import gold, gold_articles


def rows(text: str, **options: object) -> list[tuple[str, str, str]]:
    """Surface, word and tag of every word of one sentence."""
    found = words.annotate([text], **options)  # type: ignore[arg-type]
    return [
        (text[start:end], found.lexicon[code][1], found.tags[pos])
        for start, end, code, pos in zip(found.start, found.end, found.code, found.pos, strict=True)
    ]


def surfaces(text: str, **options: object) -> list[str]:
    return [surface for surface, _, _ in rows(text, **options)]


class TestWords:
    def test_words_of_a_sentence(self) -> None:
        """Syllables are joined to words, marks stand alone."""
        expected = ["Chính phủ", "đã", "ban hành", "nghị quyết", "về", "phát triển", "kinh tế", "."]
        assert words.words("Chính phủ đã ban hành nghị quyết về phát triển kinh tế.") == expected

    @pytest.mark.parametrize(
        "text",
        ["Nền văn hóa hòa bình của Đảng ủy, Ủy ban", "Đội thủy thủ tóm gọn toán cướp xóa dấu vết, hủy hoại"],
    )
    def test_tone_mark_style_does_not_matter(self, text: str) -> None:
        """Both tone-mark styles give the same words, tags and counted forms."""
        other = text.translate(str.maketrans({})).replace("óa", "oá").replace("òa", "oà").replace("ủy", "uỷ")
        other = other.replace("Ủy", "Uỷ")
        assert other != text
        assert [row[1:] for row in rows(other)] == [row[1:] for row in rows(text)]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Ông từng là lính thủy trên tàu Hải Âu.", "lính thủy"),
            ("Công nhân bãi khoá rồi bãi công.", "bãi khoá"),
            ("Lính thuỷ tập trận sáng nay.", "Lính thuỷ"),
        ],
    )
    def test_words_whose_tone_mark_moves_are_kept_whole(self, text: str, expected: str) -> None:
        """What the model leaves apart because it knows each half is one word where the dictionary has it."""
        assert expected in words.words(text)

    def test_no_name_is_joined_to_the_verb_after_it(self) -> None:
        """ "Lính" as somebody's name, though "lính thủy" is a word; and what no dictionary has stays apart."""
        assert "Lính thủy" not in words.words("Hôm qua anh Lính thủy chung với vợ.")
        assert "khóa cửa" not in words.words("Chị khóa cửa rồi đi làm.")

    def test_counted_form(self) -> None:
        """What is counted has the old style and lower case, unless it is a name."""
        found = {
            surface: word for surface, word, _ in rows("Hoà bình và Ðảng ta ở Hà Nội, theo UBND và ASEAN")
        }
        assert found["Hoà bình"] == "hòa bình"
        assert found["Ðảng"] == "Đảng"
        assert found["Hà Nội"] == "Hà Nội"
        assert found["UBND"] == "UBND"
        assert found["ASEAN"] == "ASEAN"

    def test_headings_in_capitals(self) -> None:
        """A name in a heading of capitals counts with the name in running text."""
        assert ("BỘ CHÍNH TRỊ", "Bộ Chính trị", "Np") in rows("BỘ CHÍNH TRỊ HỌP TẠI HÀ NỘI")

    def test_tags(self) -> None:
        """Parts of speech come from the better model, with institutions as proper nouns."""
        tags = {
            surface: tag
            for surface, _, tag in rows("Bộ Ngoại giao khẳng định chính sách nhất quán của Việt Nam.")
        }
        assert tags["Bộ Ngoại giao"] == "Np"
        assert tags["khẳng định"] == "V"
        assert tags["chính sách"] == "N"
        assert tags["Việt Nam"] == "Np"
        assert tags["."] == "CH"

    def test_lost_blanks(self) -> None:
        """Words that were stuck together are cut, foreign words are not."""
        assert surfaces("góp phầnthực hiện") == ["góp phần", "thực hiện"]
        assert surfaces("của nhân dân.Bảo đảm")[-3:] == ["nhân dân", ".", "Bảo đảm"]
        assert "Bundesliga" in surfaces("Các đội Bundesliga thi đấu")

    def test_hyphens(self) -> None:
        """A hyphen between two lower-case syllables joins phrases, one in a code or a loan word belongs to it."""
        assert surfaces("phát triển kinh tế-xã hội") == ["phát triển", "kinh tế", "-", "xã hội"]
        assert "COVID-19" in surfaces("Đại dịch COVID-19 diễn biến phức tạp")

    def test_what_no_dictionary_has(self) -> None:
        """A run that the model joins and no dictionary has is taken apart, a name of capitals is not."""
        known = Dictionary({key("kỳ lạ"), key("bình tĩnh"), key("Thanh")})
        assert resplit(["kì", "lạ"], known) == [2]
        assert resplit(["Thanh", "bình", "tĩnh"], known) == [1, 2]
        assert resplit(["Lê", "Thanh", "Bình"], known) == [3]
        assert resplit(["nói", "bình", "tĩnh"], known) == [1, 2]

    def test_forms(self) -> None:
        """The lexicon holds the form as written, with one blank for any white space between its syllables."""
        text = "Hội nghị  đối\u00a0ngoại\ttoàn quốc"
        found = words.annotate([text])
        for start, end, code in zip(found.start, found.end, found.code, strict=True):
            assert found.lexicon[code][0] == " ".join(text[start:end].split())

    def test_nothing_to_find(self) -> None:
        """No sentence, empty sentences and blank ones have no words."""
        assert len(words.annotate([]).code) == 0
        assert words.annotate(["", "  ", "Đảng", ""]).sentence.tolist() == [2]

    def test_engines_agree(self) -> None:
        """The package's own code gives the same columns."""
        texts = [sentence.text for sentence in gold_articles()[0].sentences]
        fast, slow = words.annotate(texts), words.annotate(texts, engine="underthesea")
        assert fast.lexicon == slow.lexicon
        for one, other in zip(fast[:5], slow[:5], strict=True):
            np.testing.assert_array_equal(one, other)

    def test_the_past_does_not_matter(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The same sentences give the same columns and lexicon, whatever was annotated or forgotten before."""
        texts = [sentence.text for sentence in gold_articles()[1].sentences]
        first = words.annotate(texts)
        monkeypatch.setattr(chunks, "REMEMBERED", 0)
        words.annotate(["Một câu khác, chưa từng gặp"])
        again = words.annotate(texts)
        assert again.lexicon == first.lexicon == sorted(set(first.lexicon))
        for one, other in zip(first[:5], again[:5], strict=True):
            np.testing.assert_array_equal(one, other)

    def test_columns_are_of_their_types(self) -> None:
        """Columns are small integers, as the store keeps them."""
        found = words.annotate(["Hội nghị đối ngoại"])
        assert [column.dtype.name for column in found[:5]] == ["int32", "int32", "int32", "int32", "int8"]

    def test_versions(self) -> None:
        """What shaped the words includes the digest of the phrases."""
        assert len(words.versions()["lexicon"]) == 16


class TestPlaces:
    @settings(max_examples=60, deadline=None)
    @given(
        st.lists(
            st.lists(
                st.sampled_from(
                    [
                        "Đảng",
                        "hoà bình",
                        "kinh tế-xã hội",
                        "phầnthực",
                        " ",
                        "\t",
                        "\u00a0",
                        "...",
                        "https://a.vn/b",
                        "😀",
                        "Bộ Chính trị",
                    ]
                )
                | st.text(max_size=6)
                | st.text("àạeo\u0301\u0323\u0302\u0958ưng -", max_size=8),
                max_size=8,
            ).map(" ".join),
            max_size=4,
        )
    )
    def test_words_tile_the_text(self, texts: list[str]) -> None:
        """Whatever the text, words stand in order without overlap and leave nothing but white space between them."""
        found = words.annotate(texts)
        covered = [list(text) for text in texts]
        before = (-1, 0)
        for sentence, start, end in zip(
            found.sentence.tolist(), found.start.tolist(), found.end.tolist(), strict=True
        ):
            assert start < end <= len(texts[sentence])
            assert (sentence, start) >= before
            before = (sentence, end)
            covered[sentence][start:end] = [" "] * (end - start)
        assert "".join(map("".join, covered)).strip() == ""

    def test_decomposed_text(self) -> None:
        """Text in NFD gets the words of its NFC, at the places of the marks it has."""
        text = "Đại hội Đảng bộ tỉnh Quảng Trị"
        decomposed = unicodedata.normalize("NFD", text)
        assert [unicodedata.normalize("NFC", word) for word in surfaces(decomposed)] == surfaces(text)
        assert [row[1:] for row in rows(decomposed)] == [row[1:] for row in rows(text)]

    def test_cuts_left_as_blanks(self) -> None:
        """A stretch of blanks where something was cut out shifts nothing."""
        text = "Tổng Bí thư" + " " * 30 + "phát biểu"
        assert surfaces(text) == ["Tổng Bí thư", "phát biểu"]

    def test_long_runs(self) -> None:
        """Long runs of one character are words like any others."""
        for run in (
            "A" * 3000,
            '"' * 3000,
            "(" * 3000,
            "1" * 3000,
            "\u0301" * 3000,
            "-" * 3000,
            "a-" * 2000,
            "A." * 2000,
        ):
            assert "".join(surfaces(f"Ông {run} nói")) == f"Ông{run}nói"


class TestNames:
    def test_fixed_spans(self) -> None:
        """A span handed in is one word and a name, also inside a chunk, and touches nothing else."""
        text = "Ông Lê Minh-Anh(Trưởng ban) nói."
        start = text.index("Lê")
        found = rows(text, fixed=[[(start, start + len("Lê Minh-Anh"))]])
        assert ("Lê Minh-Anh", "Lê Minh-Anh", "Np") in found
        assert found[0][0] == "Ông"
        assert found[2][0] == "("

    def test_outer_blanks(self) -> None:
        """Blanks at the ends of a span are left aside, a span of blanks is none."""
        assert surfaces("gặp Tô Lâm hôm qua", fixed=[[(3, 11), (11, 11)]])[1] == "Tô Lâm"
        assert surfaces("gặp   bạn", fixed=[[(3, 6)]]) == ["gặp", "bạn"]

    @pytest.mark.parametrize(
        ("spans", "message"),
        [
            ([[(0, 3), (2, 5)]], "overlaps"),
            ([[(0, 99)]], "leaves the sentence"),
            ([[(5, 3)]], "leaves"),
            ([], "one row"),
        ],
    )
    def test_wrong_spans(self, spans: list[list[tuple[int, int]]], message: str) -> None:
        """Spans that overlap or leave their sentence are refused, with their place."""
        with pytest.raises(ValueError, match=message):
            words.annotate(["Tô Lâm nói"], fixed=spans)

    def test_institutions(self) -> None:
        """A phrase of the codebooks is one word wherever it has its capital, the longest first."""
        text = "Ủy ban Thường vụ Quốc hội, Ban Bí thư và Mặt trận tổ quốc Việt Nam thăm Liên Hợp Quốc"
        found = surfaces(text)
        for name in ("Ủy ban Thường vụ Quốc hội", "Ban Bí thư", "Mặt trận tổ quốc Việt Nam", "Liên Hợp Quốc"):
            assert name in found
        assert "ủy ban kiểm tra" not in surfaces("các ủy ban kiểm tra cơ sở")

    def test_names_handed_in_win(self) -> None:
        """Where a name handed in and a phrase meet, the name is kept and the phrase is not joined."""
        text = "Học viện Chính trị quốc gia Hồ Chí Minh"
        assert "Hồ Chí Minh" in surfaces(text, fixed=[[(28, 39)]])
        assert surfaces(text) == [text]

    def test_no_person_and_no_institution_of_the_articles_is_cut(self) -> None:
        """With the names handed in, no word of the five articles holds a part of a name or of an institution."""
        phrases, _ = read_phrases()
        people = sorted({row["canonical"] for row in gold("mentions")}, key=len, reverse=True)
        person = re.compile("|".join(map(re.escape, people)))
        institution = re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, map(fold, sorted(phrases, key=len, reverse=True))))})(?!\w)"
        )
        texts = [sentence.text for article in gold_articles() for sentence in article.sentences]
        fixed = [[match.span() for match in person.finditer(text)] for text in texts]
        found = words.annotate(texts, fixed=fixed)
        spans: list[set[tuple[int, int]]] = [set() for _ in texts]
        for sentence, start, end in zip(
            found.sentence.tolist(), found.start.tolist(), found.end.tolist(), strict=True
        ):
            spans[sentence].add((start, end))
        assert sum(map(len, fixed)) > 60
        for number, text in enumerate(texts):
            assert set(fixed[number]) <= spans[number]
            for match in institution.finditer(fold(text)):
                start, end = match.span()
                if text[start].isupper() and not any(a < end and start < b for a, b in fixed[number]):
                    assert any(a <= start and end <= b for a, b in spans[number]), text[start:end]


class TestSegmenters:
    def test_own_segmenter(self) -> None:
        """Any callable may find the words; phrases and names are still joined."""

        def syllables(texts: list[str]) -> list[list[tuple[int, int]]]:
            return [[match.span() for match in re.finditer(r"\w+", text)] for text in texts]

        assert surfaces("Bộ Chính trị họp, bàn", segmenter=syllables) == ["Bộ Chính trị", "họp", ",", "bàn"]

    def test_underscores(self) -> None:
        """Text that is already segmented keeps its words, and an underscore counts as a blank."""
        text = 'Học_sinh học sinh_học , " rất_tốt."'
        expected = ["Học_sinh", "học", "sinh_học", ",", '"', "rất_tốt", ".", '"']
        found = rows(text, segmenter=words.underscored_segmenter)
        assert [surface for surface, _, _ in found] == expected
        assert found[0][1] == "học sinh"

    def test_underthesea(self) -> None:
        """The adapter of underthesea gives the places of its own words."""
        from underthesea import word_tokenize

        text = "Thủ tướng Chính phủ  phát biểu tại T.Ư, ngày 14/12."
        (spans,) = words.underthesea_segmenter([text])
        assert [" ".join(text[a:b].split()) for a, b in spans] == word_tokenize(
            text, use_token_normalize=False
        )

    def test_pyvi_is_optional(self) -> None:
        """Where pyvi is not installed the error says what to install."""
        with pytest.raises(ImportError, match="pip install pyvi"):
            words.pyvi_segmenter(["Chính phủ"])

    def test_wrong_segmenter(self) -> None:
        """Spans of a segmenter are checked as those handed in are."""
        with pytest.raises(ValueError, match="span of the segmenter 0-9 leaves"):
            words.annotate(["Đảng"], segmenter=lambda texts: [[(0, 9)]])


class TestLexicon:
    def test_every_row_has_a_source(self, tmp_path: Path) -> None:
        """A phrase without a source is refused with file, line and cure."""
        (tmp_path / "codebooks").mkdir()
        (tmp_path / "codebooks" / "lexicon.csv").write_text(
            "phrase,kind,source\nBiển Đông,country,\n", encoding="utf-8"
        )
        with pytest.raises(CodebookError, match=r"lexicon.csv:2: a cell is empty"):
            words.annotate(["Biển Đông"], corpus=tmp_path)

    def test_lexicon_of_a_corpus(self, tmp_path: Path) -> None:
        """A corpus may bring a lexicon of its own, which shows in what shaped the words."""
        (tmp_path / "codebooks").mkdir()
        row = "phrase,kind,source\nngoại giao cây tre,doctrine,speech of 14 December 2021\n"
        (tmp_path / "codebooks" / "lexicon.csv").write_text(row, encoding="utf-8")
        assert "ngoại giao cây tre" in surfaces("trường phái ngoại giao cây tre Việt Nam", corpus=tmp_path)
        assert words.versions(corpus=tmp_path) != words.versions()
