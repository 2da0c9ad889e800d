"""Set phrases: what several articles share, in its variants, without names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.analysis.rhetoric import formulas
from caytre.tables import Formula
from tests.helpers import article, gold_articles


def found(*texts: str, **options: int) -> dict[str, list[Formula]]:
    """Rows by canonical wording; one article a text."""
    rows = formulas.find([article(text, name=f"n{n}") for n, text in enumerate(texts)], **options)
    by: dict[str, list[Formula]] = {}
    for row in rows:
        by.setdefault(row.canonical, []).append(row)
    return by


class TestPhrases:
    def test_in_two_articles(self) -> None:
        """What two articles say alike is a set phrase, with both places."""
        rows = found(
            "Ta giữ vững môi trường hòa bình lâu nay.", "Muốn giữ vững môi trường hòa bình thì phải khéo."
        )
        assert [(row.article_id, row.surface) for row in rows["giữ vững môi trường hòa bình"]] == [
            ("n0", "giữ vững môi trường hòa bình"),
            ("n1", "giữ vững môi trường hòa bình"),
        ]

    def test_twice_in_one_article_is_none(self) -> None:
        """What only one article says, however often, is none."""
        assert found("Lúa chín vàng đồng. Lúa chín vàng đồng.", "Trời cao xanh thẳm.") == {}

    def test_min_articles(self) -> None:
        """min_articles sets how many articles must use a phrase."""
        texts = ["Ông nhắc: uống nước nhớ nguồn.", "Bà dặn: uống nước nhớ nguồn.", "Trẻ hát vang."]
        assert "uống nước nhớ nguồn" in found(*texts)
        assert found(*texts, min_articles=3) == {}

    def test_min_articles_below_two(self) -> None:
        """Asking for phrases of one article is refused with a cure."""
        with pytest.raises(ValueError, match="at least 2 articles"):
            formulas.find([], min_articles=1)

    def test_only_the_longest(self) -> None:
        """Parts of a phrase that never live outside it are not listed."""
        assert list(found("Hãy đồng tâm hiệp lực giữ làng nhé.", "Ta đồng tâm hiệp lực giữ làng thôi.")) == [
            "đồng tâm hiệp lực giữ làng"
        ]

    def test_a_part_that_lives_alone(self) -> None:
        """A part that also stands elsewhere is a phrase of its own, with all its places."""
        rows = found(
            "Cả xã đồng tâm hiệp lực giữ làng.",
            "Cả tổng đồng tâm hiệp lực giữ làng.",
            "Mọi người đồng tâm hiệp lực làm đường.",
        )
        assert len(rows["đồng tâm hiệp lực giữ làng"]) == 2
        assert len(rows["đồng tâm hiệp lực"]) == 3

    def test_sentences_and_clauses_are_bounds(self) -> None:
        """No phrase runs over a full stop, a semicolon, a colon or a bracket."""
        for mark in (". ", "; ", ": ", " ("):
            assert found(f"Quê hương{mark}đất nước đẹp.", f"Nhớ quê hương{mark}đất nước giàu.") == {}


VARIANTS = [
    ("Phải chủ động, tích cực hội nhập.", "Luôn tích cực và chủ động hội nhập."),
    ("Giữ độc lập, tự chủ mãi.", "Nền ĐỘC LẬP TỰ CHỦ ấy."),
    ("Yêu chuộng hoà bình hữu nghị.", "Gìn giữ hòa bình, hữu nghị."),
    ("Đẩy lùi thế lực thù địch.", "Vạch mặt thế lực cơ hội, thù địch."),
    ("Vì lợi ích quốc gia - dân tộc.", "Đặt lợi ích của quốc gia, dân tộc lên trên."),
]


@pytest.mark.parametrize(("a", "b"), VARIANTS)
def test_variants_are_one_phrase(a: str, b: str) -> None:
    """Order, joining words, punctuation, tone-mark style and one inserted word make variants, not other phrases."""
    rows = [rows for rows in found(a, b).values() if {row.article_id for row in rows} == {"n0", "n1"}]
    assert rows


class TestWholes:
    def test_no_phrase_runs_over_a_comma_that_is_not_its_own(self) -> None:
        """Where one article has a comma and another none, the words stand together by chance."""
        assert "phát triển bền vững" not in found(
            "Muốn phát triển, bền vững là điều kiện.", "Con đường phát triển bền vững.", "Trời cao xanh thẳm."
        )

    def test_a_comma_that_belongs_to_a_list_stays(self) -> None:
        """A list keeps its commas, whatever stands around it."""
        rows = found("Hội nhập toàn diện, sâu rộng hơn.", "Đổi mới toàn diện, sâu rộng mãi.")
        assert [row.surface for row in rows["toàn diện, sâu rộng"]] == ["toàn diện, sâu rộng"] * 2

    @pytest.mark.parametrize(
        ("a", "b", "phrase"),
        [
            ("Ông bàn về cải cách hành chính.", "Bà nói về cải cách hành chính.", "cải cách hành chính"),
            ("Đã cải cách hành chính và thuế.", "Nên cải cách hành chính và giá.", "cải cách hành chính"),
            (
                "Quyết tâm đổi mới giáo dục phổ thông.",
                "Nội dung đổi mới giáo dục phổ thông.",
                "đổi mới giáo dục phổ thông",
            ),
        ],
    )
    def test_nothing_hangs_over(self, a: str, b: str, phrase: str) -> None:
        """Prepositions and joining words at the edges are no part of a phrase."""
        assert list(found(a, b)) == [phrase]

    def test_no_word_is_cut(self) -> None:
        """What two articles share begins and ends where words do: no half of "đề cập" or "nền tảng"."""
        for phrase in found(
            "Ông đề cập các nhiệm vụ trọng tâm của nền nông nghiệp.",
            "Bà tiếp cập các nhiệm vụ trọng tâm của nền tảng số.",
        ):
            assert phrase == "nhiệm vụ trọng tâm"

    def test_moved_members_need_a_list(self) -> None:
        """The same words in another order are another thing, unless they are members of a list."""
        assert found("Công tác đối ngoại tốt.", "Về đối ngoại, công tác tốt.") == {}
        assert found("Lãnh đạo, chỉ đạo sát sao.", "Phải chỉ đạo, lãnh đạo kịp thời.")

    def test_the_number_of_a_document_is_no_phrase(self) -> None:
        """An event or a document with its number is a name."""
        assert found("Thực hiện Nghị quyết số 57 ngay.", "Sơ kết Nghị quyết số 57 rồi.") == {}

    def test_frequent_words_that_merely_meet(self) -> None:
        """Words that are everywhere do not make a phrase by standing side by side twice."""
        busy = [
            f"Kinh tế {word}. Phát triển {word}."
            for word in ("xanh", "số", "biển", "rừng", "làng", "phố", "chợ", "bến")
        ]
        assert found(*busy, "Bàn kinh tế phát triển ra sao.", "Xem kinh tế phát triển thế nào.") == {}


class TestMasks:
    def test_names_and_offices(self) -> None:
        """A name with its office is no set phrase."""
        assert found("Gặp Chủ tịch Quốc hội Vương Đình Huệ.", "Tiếp Chủ tịch Quốc hội Vương Đình Huệ.") == {}

    def test_a_name_before_a_phrase(self) -> None:
        """A name or an office at the opening is no part of what is said of it; a list of institutions is."""
        assert list(
            found(
                "Thủ tướng Phạm Minh Chính kiểm tra tiến độ cao tốc.",
                "Thủ tướng Phạm Minh Chính kiểm tra tiến độ cao tốc.",
            )
        ) == ["kiểm tra tiến độ cao tốc"]
        assert list(
            found("Bộ Chính trị, Ban Bí thư kiểm tra tiến độ.", "Bộ Chính trị, Ban Bí thư kiểm tra tiến độ.")
        ) == ["Bộ Chính trị, Ban Bí thư kiểm tra tiến độ"]

    def test_a_name_beside_a_comma(self) -> None:
        """A name or a fixed formula that only a comma joins to a phrase is none of its members."""
        assert list(
            found(
                "Phát biểu bế mạc tập huấn, Chủ tịch nước khen.",
                "Sau phát biểu bế mạc tập huấn, Chủ tịch nước về.",
            )
        ) == ["Phát biểu bế mạc tập huấn"]

    def test_around_a_name(self) -> None:
        """A phrase may hold a name if it has words of its own."""
        assert found("Người Việt Nam ở nước ngoài luôn nhớ quê.", "Giúp người Việt Nam ở nước ngoài về Tết.")


def test_hand_annotated_articles() -> None:
    """The doctrine's commonest wordings are found, with all the articles that use them."""
    users: dict[str, set[str]] = {}
    for row in formulas.find(gold_articles()):
        users.setdefault(row.canonical.lower(), set()).add(row.article_id)
    assert {"bocongan", "vtv", "vietq"} <= users["đi vào chiều sâu"]
    assert {"bocongan", "xaydungdang"} <= users["bản lĩnh chính trị"]
    assert len(users["thực hiện thắng lợi"]) >= 4


class TestHostile:
    @pytest.mark.parametrize(
        "junk", ["ha " * 5000, "một hai ba bốn " * 2000, "“" * 20000, "a\u0301 " * 5000, "Bộ " * 5000]
    )
    def test_long_runs(self, junk: str) -> None:
        """Texts that repeat themselves without end are dealt with soon."""
        found(junk, junk)

    @given(st.lists(st.text(alphabet="ab cđ,.-Ha", max_size=80), max_size=4))
    def test_surfaces_are_what_stands_there(self, texts: list[str]) -> None:
        """Every surface is what stands at its offsets, and every phrase is in two articles."""
        for rows in found(*texts).values():
            assert len({row.article_id for row in rows}) > 1
            for row in rows:
                line = texts[int(row.article_id[1:])].split("\n")[row.line_no - 1]
                assert line[row.start : row.end] == row.surface

    def test_nothing(self) -> None:
        """No articles, no phrases."""
        assert formulas.find([]) == []
