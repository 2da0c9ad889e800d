"""Voices: interviews whose turns are marked in one way or another, and lines that announce speech."""

from __future__ import annotations

import pytest

from caytre.analysis import people, voices
from caytre.analysis.voices import quotations
from tests.helpers import article

ASKED = "(interviewer)"


def heard(text: str, kinds: dict[int, str] | None = None) -> list[str]:
    """The voice of every sentence of a composed article."""
    one = article(text, "2022-03-01", kinds)
    registry = people.learn([one])
    rows = people.mentions(one, registry)
    found = voices.attribute(one, rows, quotations.find(one, rows, registry), registry)
    return [row.voice for row in found]


class TestOneQuestion:
    INTRO = "Phóng viên đã có cuộc trao đổi với Thứ trưởng Lê Thị Hoài về kỳ tuyển sinh.\n"

    @pytest.mark.parametrize(
        "question",
        [
            "Kỳ thi năm nay có gì mới, thưa bà?",
            "* Kỳ thi năm nay có gì mới?",
            "* Kỳ thi năm nay, bà nói vắn tắt giúp.",
            "Thưa Thứ trưởng, kỳ thi năm nay có gì mới?",
            "Xin bà cho biết điểm mới của kỳ thi.",
        ],
    )
    def test_an_answer_behind_a_dash(self, question: str) -> None:
        """One question that is put to somebody and answered behind a dash is an interview, star or question mark or not."""
        text = f"{self.INTRO}{question}\n- Đề thi gọn hơn nhiều.\nThí sinh thi ba buổi."
        assert heard(text) == ["", ASKED, "Lê Thị Hoài", "Lê Thị Hoài"]

    def test_an_answer_without_any_mark(self) -> None:
        """Where the article says that it is an interview, one question behind a dash is enough."""
        text = self.INTRO + "- Thứ trưởng có lo thiếu phòng thi?\nCác tỉnh đã chuẩn bị xong từ tháng trước."
        assert heard(text) == ["", ASKED, "Lê Thị Hoài"]

    def test_a_reader_s_question(self) -> None:
        """A question that nobody is asked, with a list behind dashes, makes no interview."""
        assert heard("Ăn gì cho đủ chất?\n- Rau xanh.\n- Cá biển.") == ["", "", ""]


class TestWhoAnswers:
    def test_the_one_who_was_interviewed(self) -> None:
        """Of two people in the introduction the one after "phỏng vấn" answers."""
        text = (
            "Chủ tịch tỉnh Phan Văn Bảo vừa ký kế hoạch. Báo đã phỏng vấn bà Đỗ Thị Nga, giám đốc sở.\n"
            "Thưa bà, kế hoạch có gì mới?\n- Chúng tôi sẽ trồng thêm rừng."
        )
        assert heard(text)[-2:] == [ASKED, "Đỗ Thị Nga"]

    def test_an_office_before_the_colon(self) -> None:
        """An answer may bear the office that the introduction gives, and what the reporter calls the office is a mention."""
        text = (
            "Báo Xuân giới thiệu bài trả lời phỏng vấn của đồng chí Hà Văn Khôi, Bí thư Tỉnh ủy.\n"
            "Phóng viên: Kính thưa đồng chí Bí thư Tỉnh ủy, năm qua tỉnh ta có những thành tựu nào nổi bật nhất về kinh tế?\n"
            "Đồng chí Bí thư Tỉnh ủy: Tăng trưởng đạt mức cao."
        )
        assert heard(text) == ["", ASKED, "Hà Văn Khôi"]
        one = article(text)
        assert [row.line_no for row in people.mentions(one, people.learn([one])) if row.person] == [1, 2, 3]

    def test_a_picture_between_question_and_answer(self) -> None:
        """What stands between a question and the answer that bears a name belongs to the question."""
        text = (
            "PV: Thưa ông, vì sao nông sản mất giá?\n"
            "Ông Vũ Văn Lộc trao đổi với nông dân huyện Châu Thành bên ruộng dưa hấu vừa thu hoạch.\n"
            "Ông Vũ Văn Lộc: Cung vượt cầu. Năm nào cũng vậy."
        )
        assert heard(text) == [ASKED, ASKED, "Vũ Văn Lộc", "Vũ Văn Lộc"]

    def test_words_before_the_first_question(self) -> None:
        """What follows a verb and a colon without quotation marks is the answerer's up to the first question."""
        text = (
            "Trao đổi với báo chí, Thiếu tướng Cao Văn Lâm nói: Bộ đội đã sẵn sàng.\n"
            "Sau khi bão tan, chúng tôi giúp dân dựng nhà.\n"
            "* Khó nhất lúc này là gì, thưa thiếu tướng?\n- Thiếu nước sạch."
        )
        assert heard(text) == ["Cao Văn Lâm", "Cao Văn Lâm", ASKED, "Cao Văn Lâm"]

    def test_answers_marked_as_such(self) -> None:
        """ "Hỏi:" and "Trả lời:" mark turns too."""
        text = (
            "Luật sư Mai Văn Quý giải đáp.\nHỏi: Tôi có được đổi tên không?\nTrả lời: Có, nếu đủ điều kiện."
        )
        assert heard(text)[1:] == [ASKED, "Mai Văn Quý"]


class TestAnnouncedLines:
    def test_a_line_that_ends_with_a_colon(self) -> None:
        """Behind a line that ends with a speaker and a colon the paragraph is that speaker's, whoever is named in it."""
        text = (
            "Đại biểu Trịnh Thị Vân đặt câu hỏi với Bộ trưởng Lưu Văn Hải:\n"
            "- Báo cáo nêu, Bộ trưởng đã chỉ rõ sai phạm. Bao giờ xử lý xong?"
        )
        assert heard(text)[1:] == ["Trịnh Thị Vân", "Trịnh Thị Vân"]

    def test_a_list_behind_it(self) -> None:
        """The list of demands is whose demands they are; what comes after the list is not."""
        text = "Thủ tướng Phạm Minh Chính yêu cầu:\n- Giữ giá xăng.\n- Bảo đảm điện.\nSáng nay, trời mưa to."
        assert heard(text)[1:] == ["Phạm Minh Chính", "Phạm Minh Chính", ""]

    def test_somebody_else_begins(self) -> None:
        """A line of the list that begins with somebody else is not the announcer's."""
        text = "Ông Lê Văn Tám giới thiệu khách:\n- Bà Trần Thị Bích cho biết bà đến từ Huế."
        assert heard(text)[1] == "Trần Thị Bích"


@pytest.mark.parametrize(
    "text", ["- a?\n- b\n" * 4000, "PV: a?\nb\n" * 4000, "Ông An:\n" * 4000, "* a\n- b\n" * 4000]
)
def test_long_runs_of_turns(text: str) -> None:
    """Thousands of questions and answers are read in linear time."""
    assert heard(text) is not None


class TestOtherMarks:
    def test_a_plus_before_the_question(self) -> None:
        """Some papers put "+" before a question; who "had a talk" with the reporter answers, not whose book it is about."""
        text = (
            "Nhân dịp in lại sách của nhà văn Lê Văn Tám, nhà phê bình Đỗ Thị Nga đã có cuộc trò chuyện với phóng viên.\n"
            "+ Bà có sợ sách khó bán?\n- Sách hay vẫn có người đọc."
        )
        assert heard(text)[1:] == [ASKED, "Đỗ Thị Nga"]

    def test_a_reporter_with_a_name(self) -> None:
        """A question that bears a reporter's name is the interviewer's."""
        text = "- Nhà báo Hà Văn Khôi: Thưa giáo sư, vì sao sông cạn?\n- Giáo sư Vũ Thị Mơ: Vì rừng mất. Chúng ta đã chặt quá nhiều."
        assert heard(text) == [ASKED, "Vũ Thị Mơ", "Vũ Thị Mơ"]


def test_a_reporter_and_the_outlet() -> None:
    """A name, a dash, an outlet in capitals and a colon mark the reporter's turn, question mark or not."""
    text = (
        "Đại sứ Lê Thị Hoài đã dành cho VOV cuộc phỏng vấn.\n"
        "Khánh An – VOV: Cảm ơn Đại sứ. Tôi muốn biết cảm giác của bà.\n"
        "Đại sứ Lê Thị Hoài: Tôi rất vui."
    )
    assert heard(text) == ["", ASKED, ASKED, "Lê Thị Hoài"]
