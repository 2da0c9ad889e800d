"""People whose names the press cuts down to initials."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.analysis import people
from caytre.analysis.people.initials import abbreviated, dotted
from caytre.analysis.people.phrases import tokens
from caytre.tables import Mention
from tests.helpers import article


def found(text: str) -> list[Mention]:
    one = article(text, "2023-05-10")
    return people.mentions(one, people.learn([one]))


def persons(text: str) -> list[str]:
    return [row.person for row in found(text) if row.person]


class TestWithEvidence:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Công an bắt N.V.D. (SN 1990) và tạm giữ P.T.K, 34 tuổi.", ["N.V.D", "P.T.K"]),
            ("Nạn nhân L.T.Ng. khai đã chuyển tiền cho T.M.Q.", ["L.T.Ng", "T.M.Q"]),
            ("Chị H.T.B. kể lại rằng cửa khóa trái.", ["H.T.B"]),
            ("Bị cáo T. cúi đầu, anh K. im lặng.", ["T", "K"]),
            ("Theo bà S (hàng xóm), ngõ rất vắng.", ["S"]),
            ("Cô M. L. (giáo viên) gọi điện cho phụ huynh.", ["M.L"]),
            ("Giám đốc Đ.H.P. đã trình diện.", ["Đ.H.P"]),
            ("P.V.T. khai nhận đã dùng dao.", ["P.V.T"]),
            ("Cháu Trần Ngọc V., 6 tuổi, đang học lớp một.", ["Trần Ngọc V"]),
            ("Ông Võ Văn Th. xin giảm nhẹ hình phạt.", ["Võ Văn Th"]),
        ],
    )
    def test_initials_with_an_office_an_age_or_a_verb(self, text: str, expected: list[str]) -> None:
        """A form of address, an office, an age or a reporting verb makes initials a person."""
        assert persons(text) == expected

    def test_the_last_initial_stands_for_the_name(self) -> None:
        """ "Chị H." and "H." are who was named with all initials, "Ngọc H." who was named with the family."""
        text = "Chị Đ.T.H. mất liên lạc. Người nhà tìm chị H. nhiều ngày. H. đi làm xa.\nEm Lý Ngọc B. nghỉ học. Ngọc B. ở quê, B. nói muốn đi học lại."
        assert set(persons(text)) == {"Đ.T.H", "Lý Ngọc B"}
        assert len(persons(text)) == 6

    def test_of_two_with_one_initial_the_one_of_the_right_gender(self) -> None:
        """ "Bà T." is no man who was addressed as "ông"."""
        rows = found("Ông Lê Văn T. và bà Ngô Thị T. cãi nhau. Bà T. bỏ về.")
        assert rows[-1].person == "Ngô Thị T"

    def test_a_sentence_may_begin_after_the_point(self) -> None:
        """The word that opens the next sentence is no part of the name."""
        assert persons("Nghi can quen chị V. Tại cơ quan công an, người này im lặng.") == ["V"]
        assert persons("Con trai bà là Lưu Ngọc P. Theo hàng xóm, cả nhà hiền lành.") == ["Lưu Ngọc P"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Công an mời chị H. Theo đó, chị H. trình bày sự việc.", ["H", "H"]),
            ("Bà H. Tối 12/3, bà Y. Theo thói quen, đi bộ.", ["H", "Y"]),
            ("Nạn nhân là bé Trần Văn K. Theo gia đình, bé K. mất tích.", ["Trần Văn K", "Trần Văn K"]),
            ("Người bị bắt là ông Lê K. Ông T. cho biết đã báo tin.", ["Lê K", "T"]),
            ("Bệnh nhân Mai Đình Ph. (28 tuổi) tỉnh lại. Bệnh nhân Ph. cảm ơn bác sĩ.", ["Mai Đình Ph", "Mai Đình Ph"]),
        ],
    )  # fmt: skip
    def test_the_next_sentence_is_never_swallowed(self, text: str, expected: list[str]) -> None:
        """Whatever the initial, and also where a family is called by the same letter (Y, H)."""
        assert persons(text) == expected


class TestWithoutEvidence:
    @pytest.mark.parametrize(
        "text",
        [
            "Ban Tuyên giáo T.Ư. và Ủy ban T.Ư. họp tại TP.HCM.",
            "Công ty U.S. Steel mua lại nhà máy ở D.C. và L.A.",
            "Bệnh viện phát hiện viêm gan B. Bệnh nhân được điều trị.",
            "Lớp 10 A. và khối B. thi riêng.",
            "Bàn thắng của U.21 V.Bình Dương đến muộn.",
            "Đội rơi vào bảng A. Phần B. Quy định chung. Khu C. vắng người.",
            "Ảnh: N.V.A.",
            "(Nguồn: T.T.X.V.N)",
            "Bác sĩ khuyên bổ sung vitamin C. Trẻ em cần thêm D.",
        ],
    )
    def test_institutions_and_grades(self, text: str) -> None:
        """Initials of bodies, states, classes and photographers are nobody."""
        assert persons(text) == []

    def test_foreign_initials_go_on_with_the_name(self) -> None:
        """ "J.D." before a foreign family name is part of that name."""
        assert dotted(tokens("J.D. Salinger viết"), 0) is None
        assert persons("Nhà văn J. D. Salinger ở ẩn, bà K. Harris đến thăm.") == [
            "J.D. Salinger",
            "K. Harris",
        ]

    def test_groups_are_not_people_of_the_article(self) -> None:
        """ "Bảng A." is no place for Nguyễn Văn A."""
        assert persons("Công an bắt Nguyễn Văn A. Đội nhà rơi vào bảng A. Đội khách ở bảng B.") == [
            "Nguyễn Văn A"
        ]

    def test_one_initial_needs_an_end(self) -> None:
        """A letter with a hyphen or another capital behind it is no name."""
        assert abbreviated(tokens("A-lưới"), 0) is None
        assert abbreviated(tokens("B Trọc"), 0) is None


@given(st.text(alphabet="ATKhĐ.h ,(", max_size=60))
def test_offsets_slice_back(text: str) -> None:
    """Whatever letters and points stand in a line, a mention is what stands at its offsets."""
    assert all(text[row.start : row.end] == row.surface for row in found(text))


@pytest.mark.parametrize("text", ["A.B." * 10000, "anh T. " * 8000, "Kh." * 15000, "A, " * 20000])
def test_long_runs(text: str) -> None:
    """Runs of initials are read in linear time."""
    assert found(text) is not None
