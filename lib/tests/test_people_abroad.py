"""People: leaders of other states, names from abroad, and what an office is and is not an office of."""

from __future__ import annotations

import pytest

from caytre.analysis import people
from caytre.tables import Mention
from tests.helpers import article


def found(text: str) -> list[Mention]:
    """The mentions of somebody in a composed article."""
    one = article(text, "2024-03-01")
    return [row for row in people.mentions(one, people.learn([one])) if row.person]


def who(text: str) -> list[tuple[str, str]]:
    """What stands there and who is meant."""
    return [(row.surface, row.person) for row in found(text)]


class TestTwoOfAnOffice:
    TALKS = "Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Hun Manet. {}"

    @pytest.mark.parametrize(
        ("office", "person"),
        [
            ("Thủ tướng", "Phạm Minh Chính"),
            ("Thủ tướng Việt Nam", "Phạm Minh Chính"),
            ("Thủ tướng Campuchia", "Hun Manet"),
            ("Người đứng đầu Chính phủ Việt Nam", "Phạm Minh Chính"),
            ("Người đứng đầu Chính phủ Campuchia", "Hun Manet"),
        ],
    )
    def test_the_one_of_this_country(self, office: str, person: str) -> None:
        """Beside a guest who holds it abroad, an office without a state is held by the one of this country."""
        assert who(self.TALKS.format(f"{office} khẳng định hai nước là láng giềng."))[-1] == (office, person)

    def test_the_one_just_spoken_of(self) -> None:
        """Where nobody here holds it, an office alone means whom the codebook has in it, if spoken of last."""
        assert who("Ông Putin họp báo. Tổng thống cho biết ông sẽ đi thăm Lào.")[-1][0] == "Tổng thống"
        assert len({person for _, person in who("Ông Putin họp báo. Tổng thống cho biết ông mệt.")}) == 1


class TestNamesFromAbroad:
    def test_arabic_articles(self) -> None:
        """ "al-" belongs to a name, and the family name alone stands for it."""
        rows = who("Bộ trưởng Nabil al-Masri phát biểu. Ông Masri nói thêm về viện trợ.")
        assert [person for _, person in rows] == ["Nabil al-Masri", "Nabil al-Masri"]

    def test_family_names_of_the_east(self) -> None:
        """In news of China "ông Kha" is who is called Kha Minh Viễn; at home a family name means nobody else's holder."""
        text = "Luật sư Kha Minh Viễn sống ở {}. Ông Kha cho biết đã kháng cáo."
        assert who(text.format("Trung Quốc"))[-1][1] == "Kha Minh Viễn"
        assert who(text.format("Nha Trang"))[-1][1] == "Kha"

    def test_a_surname_in_a_list(self) -> None:
        """After one leader and "và" the surname of another is enough."""
        assert [row.surface for row in found("Các Ngoại trưởng Rubio và Lavrov đã gặp nhau.")] == [
            "Ngoại trưởng Rubio",
            "Lavrov",
        ]

    def test_a_dash_before_the_name(self) -> None:
        """An office with its state and a dash name one person once."""
        assert who("Thủ tướng Ấn Độ - Narendra Modi tuyên bố đổi tiền.") == [
            ("Thủ tướng Ấn Độ - Narendra Modi", "Narendra Modi")
        ]

    @pytest.mark.parametrize("tail", ["đắc cử", "sắp mãn nhiệm", "đương nhiệm"])
    def test_how_an_office_is_held(self, tail: str) -> None:
        """ "Đắc cử" and the like stand between an office and a name."""
        assert who(f"Tổng thống Mỹ {tail} Joe Biden lên đường.") == [
            (f"Tổng thống Mỹ {tail} Joe Biden", "Joe Biden")
        ]

    def test_a_title_of_honour(self) -> None:
        """ "Samdech Techo" is a form of address."""
        assert who("Chủ tịch nước gửi lời thăm Samdech Techo Hun Sen.") == [
            ("Samdech Techo Hun Sen", "Hun Sen")
        ]


class TestComplements:
    @pytest.mark.parametrize(
        "deed",
        [
            "báo cáo kết quả",
            "công bố quyết định",
            "ban hành chỉ thị",
            "hội đàm với khách",
            "thị sát công trường",
        ],
    )
    def test_what_somebody_does(self, deed: str) -> None:
        """A verb behind an office is no institution."""
        rows = found(f"Bộ trưởng Lưu Văn Hải đến nơi. Bộ trưởng {deed}.")
        assert [row.surface for row in rows] == ["Bộ trưởng Lưu Văn Hải", "Bộ trưởng"]

    def test_a_company_is_nobody(self) -> None:
        """Foreign words after "tập đoàn" and the like are what it is called; a given name begins its head."""
        assert [
            row.person for row in found("Bà Mai Thị Lan, giám đốc công ty dược Novara Pharma, đã về nước.")
        ] == ["Mai Thị Lan"]
        assert [row.person for row in found("Giám đốc tập đoàn Novara John Miller đã về nước.")] == [
            "John Miller"
        ]

    def test_a_word_that_would_end_it(self) -> None:
        """ "Hàng không" in the name of a body is one word."""
        text = "Giám đốc Cảng vụ Hàng không miền Trung Lê Văn Tám lên tiếng."
        assert found(text)[0].office == "Giám đốc Cảng vụ Hàng không miền Trung"

    def test_a_school_that_bears_a_name(self) -> None:
        """The head of a school has one name, the school another."""
        text = "Bà Mai Thị Lan, Hiệu trưởng trường tiểu học Kim Đồng, xác nhận. Trường ĐH Tôn Đức Thắng nghỉ học."
        assert [row.person for row in found(text)] == ["Mai Thị Lan"]

    def test_nobody_has_two_ranks(self) -> None:
        """Two ranks in a list are two people."""
        rows = who("Đại tướng Hà Văn Tấn ra về. Gặp vợ chồng Đại tướng, Đại tá Lê Văn Tám xúc động.")
        assert rows[1:] == [("Đại tướng", "Hà Văn Tấn"), ("Đại tá Lê Văn Tám", "Lê Văn Tám")]


class TestTowns:
    def test_where_people_live(self) -> None:
        """Two syllables behind "ở" are a town wherever they stand alone; a person of that name stays one."""
        assert found("Nhiều hộ ở Dương Hòa mất đất. Các nông dân Dương Hòa phản đối.") == []
        rows = who("Cầu thủ Dương Hòa ghi bàn. Điểm mạnh ở Dương Hòa là tốc độ.")
        assert {person for _, person in rows} == {"Dương Hòa"}

    def test_voters_of_a_town(self) -> None:
        """ "Cử tri Ninh Kiều, Cần Thơ" are voters of a place."""
        assert found("Chủ tịch nước gặp cử tri Ninh Kiều, Cần Thơ.") == []

    def test_a_place_does_not_speak(self) -> None:
        """Before "nói" a foreign word behind "tại" is where somebody speaks."""
        assert found("Một chỉ huy phe nổi dậy tại Idlib nói thành phố đã mất.") == []


def test_a_pronoun_and_a_quotation() -> None:
    """After a quotation that speaks of one man "ông" is the other, who spoke."""
    text = "Giáo sư Lê Đình Cẩn nói: “Ông Bùi Văn Sang đã sai.”\nÔng cho biết thêm rằng vụ việc đã rõ."
    assert who(text)[-1] == ("Ông", "Lê Đình Cẩn")


def test_one_of_many() -> None:
    """At the head of a sentence "đại biểu" is the one just spoken of; in lower case it is anybody."""
    text = "Đại biểu Quốc hội Lê Thị Sáu phát biểu. {} đề nghị tăng lương."
    assert who(text.format("Đại biểu"))[-1] == ("Đại biểu", "Lê Thị Sáu")
    assert len(who(text.format("Nhiều đại biểu"))) == 1
