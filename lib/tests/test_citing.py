"""Quotations ready to cite, and doubt shown as doubt."""

from __future__ import annotations

import pandas as pd
import pytest

from caytre.analysis.voices import citing
from caytre.tables import Quote, frame
from tests.spoken import given, spoken


def citable(text: str) -> pd.DataFrame:
    found = spoken(a=text)
    return citing.citable(found.quotes, found.sentences, found.mentions)


class TestCitable:
    def test_a_quotation_has_speaker_office_and_place(self) -> None:
        """Everything that a footnote needs stands in one row."""
        row = citable(
            "Trời mưa.\n“Giá lúa sẽ còn tăng trong năm nay”, Giám đốc Sở Công Thương Lê Thị Hạnh nhận định."
        ).iloc[0]
        assert row["text"] == "Giá lúa sẽ còn tăng trong năm nay"
        assert (row["speaker"], row["office"], row["citation"]) == (
            "Lê Thị Hạnh",
            "Giám đốc Sở Công Thương",
            "[a:2]",
        )
        assert (row["how"], row["quoted_by"], row["doubt"]) == ("after", "", "")

    def test_where_only_an_address_stands_the_office_comes_from_before(self) -> None:
        """The office has its own citation, so that it can be checked."""
        row = citable(
            "Bộ trưởng Bộ Y tế Nguyễn Văn Hải dự buổi lễ.\n“Chúng ta phải làm ngay từ hôm nay”, ông Nguyễn Văn Hải nói."
        ).iloc[0]
        assert row["office"] == "Bộ trưởng Bộ Y tế [a:1]"

    def test_an_address_stays_where_no_office_was_given(self) -> None:
        """Nothing is made up."""
        row = citable("“Chúng tôi phải làm ngay từ hôm nay”, bà Nguyễn Thị Hải nói.").iloc[0]
        assert row["office"] == "bà"

    def test_an_office_of_a_later_line_is_not_used(self) -> None:
        """What was not yet said of somebody is not read back."""
        found = citable(
            "“Chúng ta phải làm ngay từ hôm nay”, ông Nguyễn Văn Hải nói.\nBộ trưởng Nguyễn Văn Hải ra về."
        )
        assert found["office"].tolist() == ["ông"]

    def test_a_quotation_in_an_answer_names_who_quotes(self) -> None:
        """The minister's words stand in the words of the one who is interviewed."""
        text = """Phóng viên: Thưa ông, ngành sẽ làm gì?
Ông Trần Văn Lộc: Bộ trưởng Lê Minh Hoan đã nhấn mạnh: “Nông dân phải là trung tâm của mọi chính sách”."""
        row = citable(text).iloc[0]
        assert (row["speaker"], row["quoted_by"]) == ("Lê Minh Hoan", "Trần Văn Lộc")

    def test_terms_and_titles_are_not_cited_as_speech(self) -> None:
        """Only direct speech stands in the table."""
        assert citable("Phong trào “xanh” lan rộng ở các trường.").empty

    @pytest.mark.parametrize(
        ("speaker", "office", "how", "balanced", "doubt"),
        [
            ("Lê Thị Hạnh", "", "after", True, ""),
            ("Lê Thị Hạnh", "", "carried", True, "carried"),
            ("Lê Thị Hạnh", "", "after", False, "unbalanced"),
            ("", "một người dân", "after", True, "unnamed"),
            ("", "", "", True, "nobody"),
        ],
    )
    def test_doubt_has_a_name(self, speaker: str, office: str, how: str, balanced: bool, doubt: str) -> None:
        """Each way of not knowing is told apart."""
        found = spoken(a="Một câu đã nói.")
        quote = Quote("a", 1, 0, 1, 8, "Một câu", "direct", speaker, office, "", how, balanced)
        rows = citing.citable(frame([quote], Quote), found.sentences, found.mentions)
        assert rows["doubt"].tolist() == [doubt]

    def test_two_who_are_quoted_as_one_keep_their_offices(self) -> None:
        """ "Chủ tịch nước và Thủ tướng": two names, two offices."""
        found = spoken(a="Một câu đã nói.")
        quote = Quote(
            "a",
            1,
            0,
            1,
            8,
            "Một câu",
            "direct",
            "Lê An; Vũ Bình",
            "Chủ tịch nước; Thủ tướng",
            "",
            "after",
            True,
        )
        rows = citing.citable(frame([quote], Quote), found.sentences, found.mentions)
        assert rows["office"].tolist() == ["Chủ tịch nước; Thủ tướng"]


class TestDoubtful:
    def test_sentences_decided_alike_in_a_paragraph_are_one_row(self) -> None:
        """The least certain come first, with the number of sentences that go with them."""
        rows = given(
            ("a", 3, "Lê An", "free_indirect", 9), ("a", 3, "Lê An", "free_indirect", 9), ("a", 4, "Lê An", "indirect", 9),
            ("a", 1, "Lê An", "free_indirect", 9),
        )  # fmt: skip
        rows.loc[3, "confidence"] = 0.6
        found = citing.doubtful(rows)
        assert [(row.citation, row.n, row.confidence) for row in found.itertuples()] == [
            ("[a:3]", 2, 0.5),
            ("[a:1]", 1, 0.6),
        ]

    def test_certain_sentences_are_not_doubtful(self) -> None:
        """A reporting verb with its subject is above the limit."""
        assert citing.doubtful(given(("a", 1, "Lê An", "indirect", 9))).empty

    def test_lines_that_are_no_body_do_not_count(self) -> None:
        """Captions and titles have no voice to doubt."""
        rows = given(("a", 1, "Lê An", "free_indirect", 9)).assign(kind="caption")
        assert citing.doubtful(rows).empty
