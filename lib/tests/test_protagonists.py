"""Names that nobody introduces: singers and footballers whom the readers know."""

from __future__ import annotations

import pytest

from caytre.analysis import people
from caytre.analysis.people.cues import reporting
from caytre.analysis.people.offices import grammar
from caytre.analysis.people.protagonists import protagonists
from caytre.tables import Mention
from tests.helpers import article


def found(text: str) -> list[Mention]:
    one = article(text, "2024-03-10")
    return people.mentions(one, people.learn([one]))


def persons(text: str) -> list[str]:
    return [row.person for row in found(text) if row.person]


class TestDeeds:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Khi Hữu Lộc đi bóng, cả sân reo hò.", ["Hữu Lộc"]),
            ("Khán đài tiếc cho pha dứt điểm của Bá Thông.", ["Bá Thông"]),
            ("Mây Lặng tên thật là Đỗ Quốc Bảo, quê Thái Bình.", ["Mây Lặng", "Đỗ Quốc Bảo"]),
            ("“Hữu Lộc à, đừng bỏ cuộc nhé!”", ["Hữu Lộc"]),
            ("Xuân Trường là cầu thủ giàu kinh nghiệm.", ["Xuân Trường"]),
            ("Bá Thông và Hữu Lộc cùng ghi bàn trong hiệp hai.", ["Bá Thông", "Hữu Lộc"]),
            ("Các ca sĩ như Hạ Mây, Lan Khuê và Trúc Lam góp mặt.", ["Hạ Mây", "Lan Khuê", "Trúc Lam"]),
        ],
    )
    def test_what_only_a_person_does_or_has(self, text: str, expected: list[str]) -> None:
        """A deed of the field or the stage, something that belongs to a person, a vocative, a trade, a list of artists."""
        assert persons(text) == expected

    def test_once_is_enough_for_the_whole_article(self) -> None:
        """Where one sentence shows that the words are a name, they are it everywhere in the article."""
        text = (
            "Hữu Lộc kiến tạo ở phút 20.\nCổ động viên gọi tên Hữu Lộc.\nNhờ Hữu Lộc, đội nhà lên đầu bảng."
        )
        assert persons(text) == ["Hữu Lộc"] * 3

    def test_it_is_the_full_name_where_the_article_gives_one(self) -> None:
        """A short name that acts is who is named in full elsewhere."""
        text = "Tiền vệ Phan Hữu Lộc trở lại.\nPhút 12, Hữu Lộc ghi bàn mở tỷ số."
        assert set(persons(text)) == {"Phan Hữu Lộc"}

    def test_the_first_word_of_a_stage_name(self) -> None:
        """A name that somebody chose may be cut to its first word; a middle name never stands for its bearer."""
        assert persons("Mây Lặng song ca cùng bạn.\nVới Mây, sân khấu là nhà.") == ["Mây Lặng", "Mây Lặng"]
        assert persons("Quang Lịch đi bóng.\nLớp sơn Quang bóng loáng.") == ["Quang Lịch"]

    @pytest.mark.parametrize(
        "text",
        [
            "Đường Trường Sơn đi qua nhiều tỉnh.",
            "Tập đoàn Thép Việt khoe lợi nhuận kỷ lục.",
            "Phim Cô Ba Sài Gòn ra rạp, khán giả khóc.",
            "Tối nay, tập 5 của Em Đẹp Rạng Ngời lên sóng.",
            "Cả Nước ôm nỗi nhớ.",
            "Ban Tổ chức ôm mộng lớn.",
            "Huyện Phú Lộc nhớ mãi trận lụt ấy.",
            "Ở Mỹ Đình, ông thích nhất sân cỏ.",
        ],
    )
    def test_roads_firms_films_and_villages_are_nobody(self, text: str) -> None:
        """Neither a place nor a company nor a title becomes a person by what stands beside it."""
        assert persons(text) == []


class TestProtagonists:
    def test_a_pronoun_that_goes_on(self) -> None:
        """A name that heads a clause again and again is a person where "cô" or "anh" follows."""
        text = "Hạ Mây góp mặt ở hạng mục mới. Chiều qua, cô cũng có mặt.\nHạ Mây rời đi sớm."
        assert persons(text) == ["Hạ Mây", "Hạ Mây"]

    def test_one_foreign_word(self) -> None:
        """A stage name of one foreign word has to stand three times."""
        line = "Zinbo ra phố. Chiều qua, anh đã có mặt."
        rules, cues = grammar(), reporting()
        assert protagonists(article(f"{line}\nZinbo rời đi."), [], rules, cues) == set()
        assert protagonists(article(f"{line}\nZinbo rời đi.\nGặp Zinbo."), [], rules, cues) == {"zinbo"}

    def test_not_where_somebody_else_is_named(self) -> None:
        """A pronoun beside another name in the line proves nothing."""
        text = "Hạ Mây đông khách. Anh Nguyễn Văn Tám nói anh đã thuê phòng.\nHạ Mây mở cửa lại."
        assert persons(text) == ["Nguyễn Văn Tám"]

    def test_not_a_village(self) -> None:
        """What a preposition of place ever stands before is no person."""
        text = "Hạ Mây mùa này đẹp. Hôm qua, cô đã tới.\nỞ Hạ Mây, mưa nhiều. Từ Hạ Mây có xe buýt."
        assert "Hạ Mây" not in persons(text)

    def test_a_long_line_costs_no_more_than_its_length(self) -> None:
        """Thousands of candidates in one line come to an end."""
        assert protagonists(article("Hạ Mây. cô đã " * 3000), [], grammar(), reporting()) == {"hạ mây"}


class TestGivenNames:
    def test_after_an_office(self) -> None:
        """A given name that the article knows is no part of the office before it."""
        rows = found(
            "Giám đốc Lê Văn Hùng đến muộn. Giám đốc Hùng mới nói sẽ sửa. Chủ tịch Hùng cũng đồng ý."
        )
        assert [row.person for row in rows] == ["Lê Văn Hùng"] * 3

    def test_inside_a_sentence(self) -> None:
        """After a word in lower case a known given name needs no pause behind it."""
        text = "Công an bắt Đỗ Văn Thăng. Nhóm này dùng gậy khiến Thăng gục xuống."
        assert persons(text) == ["Đỗ Văn Thăng"] * 2

    def test_a_leader_by_the_state(self) -> None:
        """ "Nhà lãnh đạo" and a state mean who holds its highest office, not the secretary of who does."""
        text = "Tổng thống Ukraine Oleksandr Bodnar đến Paris.\nThư ký của Tổng thống Pháp Luc Vernier đón đoàn.\nNhà lãnh đạo Ukraine nói ông lạc quan. Nhà lãnh đạo Pháp nói ông dè dặt."
        assert [row.person for row in found(text) if row.how == "office_only"] == ["Oleksandr Bodnar", ""]

    def test_a_lawyer_is_not_the_accused_before_the_comma(self) -> None:
        """A trade right before a verb, behind a name that a preposition governs, is somebody else."""
        text = "Luật sư Đỗ Văn Tài bào chữa cho bị cáo Lê Văn Sơn. Với bị cáo Lê Văn Sơn, luật sư cho rằng mức án quá nặng."
        assert found(text)[-1].person == "Đỗ Văn Tài"

    def test_shouted_stage_names(self) -> None:
        """Capitals after a trade of the stage are a name if they are too long for an abbreviation."""
        assert persons("Rapper ZINBOMAN khuấy động sân khấu, ca sĩ VTV vắng mặt.") == ["ZINBOMAN"]

    def test_the_end_of_a_country_is_no_village(self) -> None:
        """The "Bản" of "Nhật Bản" makes nobody an eponym."""
        assert persons("Thủ tướng Nhật Bản Hoshino Arata phát biểu.") == ["Hoshino Arata"]
