"""People by their offices: whose office an office is, what is no name after one, and who is meant by an office alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from caytre.analysis import people
from caytre.analysis.people.cues import reporting
from caytre.analysis.people.masks import masks
from caytre.analysis.people.names import vocabulary
from caytre.analysis.people.offices import grammar
from caytre.analysis.people.phrases import tokens
from caytre.analysis.voices.rules import rules
from caytre.codebooks import CodebookError
from caytre.tables import Mention
from tests.helpers import article


def found(text: str) -> list[Mention]:
    one = article(text, "2024-05-14")
    return [row for row in people.mentions(one, people.learn([one])) if row.person and row.how != "pronoun"]


def surfaces(text: str) -> list[tuple[str, str]]:
    return [(row.surface, row.person) for row in found(text)]


class TestNamesAndOffices:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "Tổng thống Phần Lan - ông Alexander Stubb đến Hà Nội.",
                [("Tổng thống Phần Lan - ông Alexander Stubb", "Alexander Stubb")],
            ),
            (
                "Bộ trưởng Quốc phòng Na Uy, bà Anniken Huitfeldt từ chức.",
                [("Bộ trưởng Quốc phòng Na Uy, bà Anniken Huitfeldt", "Anniken Huitfeldt")],
            ),
            ("Gặp Chủ tịch UBND tỉnh, ông Lê Văn Bình xin lỗi.", [("ông Lê Văn Bình", "Lê Văn Bình")]),
        ],
    )
    def test_an_office_a_pause_and_a_form_of_address(
        self, text: str, expected: list[tuple[str, str]]
    ) -> None:
        """An office of something and "ông" with a name behind a dash or a comma are one mention, unless it is somebody met."""
        assert surfaces(text) == expected

    def test_an_order_to_a_minister_is_no_bridge(self) -> None:
        """The "cầu" of "yêu cầu" makes nobody the name of a bridge."""
        text = "Thủ tướng Lê Quang Hà yêu cầu Bộ trưởng Trần Văn Lực báo cáo."
        assert [row.person for row in found(text)] == ["Lê Quang Hà", "Trần Văn Lực"]

    def test_a_name_ends_before_an_office_without_comma(self) -> None:
        """ "Chủ" of "Chủ tịch" is no given name."""
        assert [row.person for row in found("Bị cáo Đặng Anh Tú Chủ tịch Công ty Hải Long cúi đầu.")] == [
            "Đặng Anh Tú"
        ]

    def test_an_office_joined_by_kiem(self) -> None:
        """ "kiêm" joins two offices of one person."""
        row = found("Ngoại trưởng kiêm Cố vấn an ninh quốc gia Mark Wilson đến.")[0]
        assert (row.person, row.office) == ("Mark Wilson", "Ngoại trưởng, Cố vấn an ninh quốc gia")

    def test_a_dash_without_blanks(self) -> None:
        """ "Chất-Phó" is a name and an office, as some papers print them; a Korean given name stays one word."""
        text = "Ông Hoàng Đức Chất-Phó Bí thư Đảng ủy xã-cho biết. HLV Kim Hang-seo gật đầu."
        assert [row.person for row in found(text)] == ["Hoàng Đức Chất", "Kim Hang-seo"]
        assert tokens("kinh tế-xã hội").words == ["kinh", "tế", "xã", "hội"]

    def test_the_staff_of_an_office(self) -> None:
        """Who works in the president's office is not the president."""
        row = found("Chánh Văn phòng An ninh, Văn phòng Tổng thống Hàn Quốc Jung Min-ho đến.")[0]
        assert (row.person, row.office) == ("Jung Min-ho", "")

    @pytest.mark.parametrize(
        "text",
        [
            "Các đồng chí Tỉnh ủy viên dự họp.",
            "Văn phòng Luật sư Đình Khôi đóng cửa.",
            "Các ông Quốc hội bàn.",
        ],
    )
    def test_no_name_after_an_office(self, text: str) -> None:
        """A body, or a firm that is called after somebody, is no person."""
        assert found(text) == []

    def test_the_object_has_no_office_of_the_subject(self) -> None:
        """ "Tiếp Đại sứ …, Chủ tịch nước khẳng định": the president is not the ambassador."""
        text = "Chủ tịch nước Lê Quang Hà đến.\nTiếp Đại sứ Peter Hoffmann, Chủ tịch nước khẳng định hợp tác tốt."
        assert [row.person for row in found(text)] == ["Lê Quang Hà", "Peter Hoffmann", "Lê Quang Hà"]

    def test_another_reading_in_brackets(self) -> None:
        """A name in brackets behind a foreign one is how it reads, not somebody else."""
        assert [row.person for row in found("Bộ trưởng Lee Jong Hwan (Lý Chung Hoán) đã đến.")] == [
            "Lee Jong Hwan"
        ]

    def test_a_description_with_a_trade(self) -> None:
        """Behind a trade and a comma stand names, also without families."""
        text = "Hai tiền vệ trụ cột của đội tuyển, Văn Đại và Đình Khôi vắng mặt."
        assert [row.person for row in found(text)] == ["Văn Đại", "Đình Khôi"]


class TestOfficesAlone:
    @pytest.mark.parametrize(
        "text",
        [
            "Tổng thống Ukraine Viktor Kravchuk đến. Nếu nhà lãnh đạo Ukraine đồng ý, hai bên sẽ gặp.",
            "Thủ tướng Thái Lan Somchai Rattanakul đến. Người đứng đầu Chính phủ Thái Lan tuyên bố ngừng bắn.",
        ],
    )
    def test_leaders_of_a_state(self, text: str) -> None:
        """ "nhà lãnh đạo" and "người đứng đầu" with a state mean who holds its highest office in the article."""
        first, second = found(text)
        assert first.person == second.person
        assert second.how == "office_only"

    def test_the_office_in_the_codebook(self) -> None:
        """Where the article names him without his state, the codebook tells whose president he is."""
        rows = found("Ông Vladimir Putin đến Hà Nội. Tổng thống Nga cho biết ông hài lòng.")
        assert [row.person for row in rows] == ["Vladimir Putin", "Vladimir Putin"]

    def test_two_names_of_one_state(self) -> None:
        """ "Tổng thống Hoa Kỳ" is "Tổng thống Mỹ"."""
        rows = found("Tổng thống Hoa Kỳ John Carter đến. Tổng thống Mỹ khẳng định cam kết.")
        assert [row.person for row in rows] == ["John Carter", "John Carter"]

    def test_an_office_shares_the_state_of_what_is_joined_to_it(self) -> None:
        """ "Tổng thống và các quan chức của Ai Cập" is not the president spoken of before."""
        text = "Tổng thống Mỹ John Carter cảm ơn Tổng thống và các quan chức cấp cao của Ai Cập."
        assert [row.person for row in found(text)] == ["John Carter"]

    def test_a_chinese_family_name(self) -> None:
        """Who holds an office of China goes by the family name."""
        rows = found("Đại sứ Trung Quốc Hồng Tiểu Long đến. Chủ nhà chúc mừng đại sứ Hồng.")
        assert [row.person for row in rows] == ["Hồng Tiểu Long", "Hồng Tiểu Long"]

    def test_the_accused_in_a_quotation_is_i(self) -> None:
        """In the words of a defendant "bị cáo" is no mention of anybody."""
        text = 'Bị cáo Đặng Anh Tú khai. "Bị cáo xin lỗi mọi người", ông Tú nói.'
        assert [row.surface for row in found(text)] == ["Bị cáo Đặng Anh Tú", "ông Tú"]

    def test_of_several_accused_nobody_is_guessed(self) -> None:
        """Once somebody else was spoken of, "bị cáo" may be either of two."""
        text = "Bị cáo Đặng Anh Tú khóc.\nBị cáo Lê Văn Bình im lặng.\nÔng Trần Văn Lực bị xét xử cùng.\nBị cáo khai đã nhận tiền."
        assert [row.person for row in found(text)] == ["Đặng Anh Tú", "Lê Văn Bình", "Trần Văn Lực"]


@pytest.mark.parametrize(
    ("name", "key", "make"),
    [
        ("offices.yaml", "prefixes", lambda corpus: grammar(corpus=corpus)),
        ("not_people.yaml", "places", lambda corpus: vocabulary(corpus=corpus)),
        ("reporting_verbs.yaml", "oblique", lambda corpus: reporting(corpus=corpus)),
        ("echo_masks.yaml", "offices", lambda corpus: masks(corpus=corpus)),
        ("voices.yaml", "unnamed", lambda corpus: rules(corpus=corpus)),
    ],
)
def test_a_misshaped_codebook_is_told(tmp_path: Path, name: str, key: str, make: object) -> None:
    """A number where a list belongs stops with the name of the file."""
    import yaml

    from caytre.codebooks import find

    content = yaml.safe_load(find(name).read_text("utf-8"))
    content[key] = 7
    (tmp_path / "codebooks").mkdir()
    (tmp_path / "codebooks" / name).write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    assert callable(make)
    with pytest.raises(CodebookError, match=f"{name}.*misshaped"):
        make(tmp_path)
