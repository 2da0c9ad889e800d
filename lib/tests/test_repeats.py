"""Lines of many articles, and articles of many files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.text.cleaning import repeats
from caytre.text.cleaning.repeats import DUPLICATE_COLUMNS, duplicates, repeated_lines

STORY = (
    "Sáng 14/12, tại Hà Nội, Bộ Chính trị, Ban Bí thư tổ chức Hội nghị Đối ngoại toàn quốc triển khai thực hiện Nghị quyết "
    "Đại hội XIII của Đảng. Tổng Bí thư chủ trì và phát biểu chỉ đạo hội nghị. Các đại biểu dự tại nhiều điểm cầu trong cả "
    "nước và các cơ quan đại diện ở nước ngoài đã thảo luận sôi nổi về phương hướng công tác đối ngoại trong thời gian tới."
)
OTHER = (
    "Giá lúa ở Đồng bằng sông Cửu Long tuần qua tăng nhẹ nhờ nhu cầu xuất khẩu. Nông dân phấn khởi vì vụ thu đông được mùa, "
    "chi phí phân bón đã giảm so với đầu năm, thương lái vào tận ruộng đặt cọc và thu mua với giá cao hơn cùng kỳ năm trước."
)


NUMBERS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám")


def page(number: int) -> str:
    return f"Tiêu đề số {NUMBERS[number]}\n{OTHER} Bài {number}{'a' * number}.\nMỗi ngày một chuyện\nLượt xem: {number}"


class TestRepeatedLines:
    def test_furniture_is_found_by_its_repetition(self) -> None:
        """Lines of five articles and more are found, their numbers left aside."""
        assert repeated_lines(page(number) for number in range(6)) == {"mỗi ngày một chuyện", "lượt xem"}

    def test_copies_of_one_article_count_once(self) -> None:
        """A wire story in ten files makes no line of it furniture."""
        assert repeated_lines([page(1)] * 10) == frozenset()

    def test_rare_lines_are_forgotten_within_bounds(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """With room for few lines the frequent ones are still found."""
        monkeypatch.setattr(repeats, "LINES_HELD", 8)
        assert "mỗi ngày một chuyện" in repeated_lines(page(number) for number in range(8))

    def test_a_threshold_of_one_is_refused(self) -> None:
        """What stands once does not repeat."""
        with pytest.raises(ValueError, match="min_articles is 1"):
            repeated_lines([], min_articles=1)


class TestDuplicates:
    def test_exact_copies_are_told_from_near_ones(self) -> None:
        """Case and spacing do not matter for a copy; another last sentence makes it near."""
        found = duplicates(
            {"a": STORY, "b": STORY.upper() + "\n", "c": STORY + " Hội nghị bế mạc chiều nay.", "d": OTHER}
        )
        assert found[["article_id", "first", "kind"]].values.tolist() == [
            ["b", "a", "exact"],
            ["c", "a", "near"],
        ]
        assert found["similarity"].tolist()[0] == 1
        assert 0.7 <= found["similarity"].tolist()[1] < 1

    def test_similarity_is_the_share_of_common_runs(self) -> None:
        """Ten words against the same ten and two more: six runs of five of eight are common."""
        ten = "một hai ba bốn năm sáu bảy tám chín mười"
        assert duplicates({"a": ten, "b": ten + " trăm nghìn"})["similarity"].tolist() == [0.75]

    def test_a_copy_of_a_near_copy_leads_to_the_first(self) -> None:
        """*first* stands in no row itself."""
        near = STORY + " Hội nghị bế mạc chiều nay."
        found = duplicates({"a": STORY, "b": near, "c": near})
        assert found["first"].tolist() == ["a", "a"]
        assert found["kind"].tolist() == ["near", "near"]

    def test_different_and_empty_articles_are_no_duplicates(self) -> None:
        """The frame has its columns also without rows; texts without words are no copies of each other."""
        found = duplicates({"a": STORY, "b": OTHER, "c": "", "d": " \n", "e": "…"})
        assert found.empty
        assert list(found.columns) == DUPLICATE_COLUMNS

    def test_a_share_out_of_range_is_refused(self) -> None:
        """A similarity is a share."""
        with pytest.raises(ValueError, match="min_similarity is 2"):
            duplicates({}, min_similarity=2)

    @given(
        st.dictionaries(st.text(min_size=1, max_size=3), st.text(alphabet="ab \n", max_size=60), max_size=8)
    )
    def test_no_first_is_itself_a_duplicate(self, texts: dict[str, str]) -> None:
        """Groups are flat: every duplicate names an article that is none."""
        found = duplicates(texts)
        assert set(found["first"]).isdisjoint(found["article_id"])
        assert found["article_id"].is_unique
