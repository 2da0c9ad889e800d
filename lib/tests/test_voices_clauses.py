"""Voices: who says something in one sentence, alone or with others, and what was not said."""

from __future__ import annotations

import pytest

from caytre.analysis import people, voices
from caytre.analysis.voices import quotations
from tests.helpers import article


def calls(text: str) -> list[tuple[str, str]]:
    """Voice and mode of every sentence of a composed article."""
    one = article(text, "2022-03-01")
    registry = people.learn([one])
    rows = people.mentions(one, registry)
    found = voices.attribute(one, rows, quotations.find(one, rows, registry), registry)
    return [(row.voice, row.mode) for row in found]


@pytest.mark.parametrize(
    ("text", "voice", "mode"),
    [
        (
            "Ông Phan Văn Bảo và bà Đỗ Thị Nga cho rằng giá điện còn cao.",
            "Phan Văn Bảo; Đỗ Thị Nga",
            "indirect",
        ),
        ("Điều được ông Phan Văn Bảo nhấn mạnh là kỷ luật tài chính.", "Phan Văn Bảo", "indirect"),
        ("Ông Phan Văn Bảo dự kiến thông báo kết quả vào tuần tới.", "", "narration"),
        ("Ông Phan Văn Bảo không nói lý do từ chức.", "", "narration"),
        ("Ông Phan Văn Bảo không cho rằng giá điện đã cao.", "Phan Văn Bảo", "indirect"),
        ("Ông Phan Văn Bảo bị cử tri hỏi về dự án treo.", "", "narration"),
        ("Bộ trưởng Phan Văn Bảo phát biểu và làm rõ thêm nhiều nội dung.", "Phan Văn Bảo", "nrsa"),
        (
            "Bài viết trên mạng xã hội của ông Phan Văn Bảo giải thích rằng ông vô tội.",
            "Phan Văn Bảo",
            "indirect",
        ),
        ("Hậu vệ Phan Văn Bảo ở quận 7 cho biết anh sẽ trở lại.", "Phan Văn Bảo", "indirect"),
        ("Tin cho biết ông Phan Văn Bảo có tên trong danh sách được đề nghị thưởng.", "", "indirect"),
    ],
)
def test_one_sentence(text: str, voice: str, mode: str) -> None:
    """Who speaks, with whom, and whether anything was said yet."""
    assert calls(text) == [(voice, mode)]


def test_a_relative_is_not_who_speaks() -> None:
    """ "Con trai Đại tướng …" says whose son speaks; the general does not."""
    text = "Ông Hà Văn Khôi, con trai Đại tướng Hà Văn Tấn và bà Mai Thị Lan, cho biết gia đình sẽ về quê."
    assert calls(text) == [("Hà Văn Khôi", "indirect")]


def test_someone_of_somebody_s_staff() -> None:
    """An official of a president's team speaks for nobody by name."""
    text = "Ông Lý Văn Sáu gặp khách. Hai quan chức trong chính quyền của Tổng thống Trần Quốc Hải cho biết ông bị ốm."
    assert calls(text)[1] == ("", "indirect")


class TestOverParagraphs:
    def test_named_last_they_do_not_go_on(self) -> None:
        """Words behind which the speaker stands ("…, ông Bảo cho biết") do not run into the next paragraph."""
        text = "Quân nổi dậy sẽ đầu hàng, Bộ trưởng Phan Văn Bảo cho biết.\nGiao tranh kéo dài từ năm 2012."
        assert calls(text)[1] == ("", "narration")

    def test_two_leaders_end_them(self) -> None:
        """What two leaders feel is not the last one's speech."""
        text = "Thủ tướng Phạm Minh Chính khẳng định ủng hộ láng giềng.\nHai Thủ tướng hài lòng về quan hệ hai nước."
        assert calls(text)[1][0] == ""

    def test_another_source_ends_them(self) -> None:
        """A paragraph that follows a resolution is the writer's; inside the speech it is the speaker's."""
        said = "Bộ trưởng Phan Văn Bảo nhấn mạnh, doanh nghiệp cần vốn."
        source = "Theo Nghị quyết 10, đến năm 2030 cả nước có một triệu doanh nghiệp."
        assert calls(f"{said}\n{source}")[1] == ("", "narration")
        assert calls(f"{said} {source}")[1][0] == "Phan Văn Bảo"


def test_a_resolution_by_its_number() -> None:
    """What a document with a number is "about" is its title, not speech."""
    text = "Trung ương ban hành Nghị quyết số 36-NQ/TW “Về chiến lược phát triển bền vững kinh tế biển của đất nước”."
    one = article(text)
    registry = people.learn([one])
    assert [row.kind for row in quotations.find(one, people.mentions(one, registry), registry)] == ["title"]


def test_the_speaker_of_an_aside() -> None:
    """A fragment behind "…, theo ông Bảo, …" is his."""
    text = "Luật cần có tiêu chí, tuy nhiên, theo ông Phan Văn Bảo, không nên để các điều khoản cứ “sửa đi sửa lại nhiều lần rồi đâu vẫn hoàn đấy”."
    one = article(text)
    registry = people.learn([one])
    assert quotations.find(one, people.mentions(one, registry), registry)[0].speaker == "Phan Văn Bảo"
