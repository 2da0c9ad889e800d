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


def voices_of(text: str) -> list[str]:
    """The voice of every sentence of a composed article."""
    return [voice for voice, _ in calls(text)]


class TestGoingOn:
    """A speech inside its paragraph, and what ends it."""

    SAID = "Bí thư Tỉnh ủy Lê Văn Minh nhấn mạnh, kinh tế của tỉnh tiếp tục phục hồi."

    @pytest.mark.parametrize(
        "sentence",
        [
            "Điều này cho thấy sự đoàn kết của nhân dân.",
            "Trong khi đó, giải ngân vốn đầu tư công còn chậm.",
            "Gần đây, sạt lở xảy ra ở nhiều nơi.",
            "Sau đó, các sở rà soát lại từng dự án.",
            "Các ý kiến đều rất tâm huyết.",
            "Hôm nay, chúng ta cần nhìn thẳng vào sự thật.",
            "Chính phủ, Thủ tướng Chính phủ đã ban hành nhiều chỉ thị.",
        ],
    )
    def test_what_may_stand_in_a_speech(self, sentence: str) -> None:
        """Openers that the writer and a speaker share do not end a speech inside its paragraph."""
        assert voices_of(f"{self.SAID} {sentence}")[1] == "Lê Văn Minh"

    @pytest.mark.parametrize(
        "sentence",
        [
            "Sau đó, các đại biểu dâng hương tại Đền Thượng.",
            "Tại hội thảo, các nhà khoa học trình bày 12 tham luận.",
            "Trong khuôn khổ hội nghị, Ban Tổ chức trao giải cho 12 tác phẩm.",
            "Chiều cùng ngày, đoàn công tác thăm nhà máy nước.",
        ],
    )
    def test_what_only_the_writer_begins_with(self, sentence: str) -> None:
        """What happened at the event ends a speech, in its paragraph and in the next."""
        assert voices_of(f"{self.SAID} {sentence}")[1] == ""
        assert voices_of(f"{self.SAID}\n{sentence}")[1] == ""

    def test_in_a_paragraph_that_goes_on(self) -> None:
        """Such an opener goes on in a later paragraph too, once that paragraph has begun as the speaker's."""
        later = "Về thu ngân sách, các huyện chủ động hơn. Gần đây, nợ thuế tăng nhanh."
        assert voices_of(f"{self.SAID}\n{later}") == ["Lê Văn Minh"] * 3

    def test_a_demonstrative_is_the_subject(self) -> None:
        """Behind "Điều này" somebody's name begins no act of his own."""
        text = (
            f"{self.SAID} Điều này thể hiện tình cảm của nhân dân và cá nhân Chủ tịch Quốc hội Trần Văn Hà."
        )
        assert voices_of(text)[1] == "Lê Văn Minh"


class TestAtAnEvent:
    """Who is only there, or only named as a speaker, carries nothing into the report of the event."""

    FACT = "Năm qua, toàn tỉnh trồng mới 3.000 ha rừng."

    @pytest.mark.parametrize(
        "there",
        [
            "Bí thư Tỉnh ủy Lê Văn Minh chủ trì hội nghị.",
            "Bí thư Tỉnh ủy Lê Văn Minh dự và chỉ đạo hội nghị.",
            "Bí thư Tỉnh ủy Lê Văn Minh đến dự và phát biểu chỉ đạo hội nghị.",
            "Bí thư Tỉnh ủy Lê Văn Minh phát biểu khai mạc kỳ họp.",
        ],
    )
    def test_being_there(self, there: str) -> None:
        """The paragraph after such a sentence is the writer's."""
        assert voices_of(f"{there}\n{self.FACT}")[1] == ""

    def test_chairing_carries_nothing_at_all(self) -> None:
        """Not even inside the paragraph: whoever chairs has said nothing yet."""
        assert voices_of(f"Bí thư Tỉnh ủy Lê Văn Minh chủ trì hội nghị. {self.FACT}")[1] == ""

    def test_a_body_that_takes_the_lead(self) -> None:
        """ "Chủ trì" of a body is a task in a speech, and no speech of the body."""
        text = "Thủ tướng Lê Văn Minh yêu cầu rà soát thủ tục.\nBộ Tài chính chủ trì chuẩn bị báo cáo."
        assert calls(text)[1] == ("Lê Văn Minh", "free_indirect")

    def test_taking_the_floor(self) -> None:
        """Who stands behind "Phát biểu …," speaks, whatever the verb: an act of speech, and the rest is his."""
        text = "Phát biểu khai mạc, Thủ tướng Lê Văn Minh chúc các đại biểu sức khỏe.\nTrong nước, kinh tế tăng trưởng khá."
        assert calls(text) == [("Lê Văn Minh", "nrsa"), ("Lê Văn Minh", "free_indirect")]

    def test_two_who_talk_with_each_other(self) -> None:
        """What two ministers talked over is no words of theirs."""
        text = "Bộ trưởng Lê Văn Minh và Bộ trưởng Trần Thị Hà đã trao đổi các biện pháp thúc đẩy thương mại."
        assert calls(text)[0][1] == "nrsa"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(VOV) - Theo Thứ trưởng Trần Văn Thuấn, dịch đã qua đỉnh.", ("Trần Văn Thuấn", "indirect")),
        ("Theo hai cán bộ kiểm lâm, ông Lê Văn Bảy đã thông báo vụ cháy.", ("", "indirect")),
        ("Theo một số chuyên gia, Bộ trưởng Trần Hồng Hà khẳng định giá sẽ giảm.", ("", "indirect")),
        ("Ông Nguyễn Văn Hùng làm Trưởng Ban Chỉ đạo phòng chống lụt bão tỉnh.", ("", "narration")),
        ("Thủ tướng Lê Văn Minh giao Bộ Tài chính xây dựng kịch bản điều hành.", ("Lê Văn Minh", "indirect")),
        ("Ông Lê Văn Minh giao chiếc xe cho con trai.", ("", "narration")),
        ("Chủ tịch nước Lê Văn Minh đã nghe báo cáo tình hình thực hiện nghị quyết.", ("", "narration")),
        (
            "Dự họp có ông Lê Văn Minh, Chủ tịch Hội đồng Lý luận Trung ương và ông Trần Văn Hà.",
            ("", "narration"),
        ),
        (
            "Bộ trưởng Lê Văn Minh đã thông báo nhanh tới các đại biểu về kết quả kỳ họp.",
            ("Lê Văn Minh", "nrsa"),
        ),
        (
            "Thủ tướng Lê Văn Minh chào mừng Thủ tướng Hun Manet, Phu nhân Pich Chanmony và đoàn sang thăm; "
            "khẳng định hai nước là láng giềng.",
            ("Lê Văn Minh", "indirect"),
        ),
    ],
)
def test_who_is_the_source(text: str, expected: tuple[str, str]) -> None:
    """The source behind a dateline, several unnamed sources, names that are no verbs, whom something was told."""
    assert calls(text) == [expected]


def test_a_long_office_between_name_and_verb() -> None:
    """However long the offices of a speaker are, the verb behind them is his."""
    text = (
        "Phó Thủ tướng Lê Minh Khái, Ủy viên Ban Chấp hành Trung ương Đảng, Bí thư Ban Cán sự đảng, Trưởng Ban Chỉ đạo "
        "liên ngành về hội nhập, Chủ tịch Hội đồng tư vấn chính sách tài chính quốc gia, cho biết giá đã giảm."
    )
    assert calls(text) == [("Lê Minh Khái", "indirect")]


def test_a_deputy_meant_by_the_word_alone() -> None:
    """ "Đại biểu" is the one of the paragraph, although another one was named before."""
    text = "Đại biểu Trần Thị Hoa tán thành luật.\nĐại biểu Lê Văn Khảm nêu rõ, luật còn chung chung. Theo đại biểu, cần có chế tài."
    assert voices_of(text)[2] == "Lê Văn Khảm"


def test_a_request_in_a_speech() -> None:
    """Whom a speaker asks to tell something has not told it."""
    text = "Đại biểu Lê Văn Khảm cho rằng giá vật tư quá cao. Đề nghị Bộ trưởng cho biết, bao giờ giá giảm?"
    assert voices_of(text)[1] == "Lê Văn Khảm"


def test_said_as_above() -> None:
    """A sentence that says who spoke "như trên" names the speaker of the quotation before it and tells nothing new."""
    text = "“Công tác hội nhập của các địa phương đã có nhiều chuyển biến tích cực”. Ngày 12/8, Bộ trưởng Lê Văn Minh phát biểu như trên tại hội nghị."
    assert calls(text) == [("Lê Văn Minh", "direct"), ("Lê Văn Minh", "nrsa")]


def test_a_subject_left_out() -> None:
    """Behind "Đồng thời" and a verb of saying whoever the sentence before was about goes on."""
    text = (
        "Bí thư Thành ủy Lê Văn Minh tiếp thu các ý kiến. Đồng thời khẳng định đây là những ý kiến xác đáng."
    )
    assert voices_of(text)[1] == "Lê Văn Minh"
    assert (
        voices_of("Cử tri tiếp thu các ý kiến. Đồng thời khẳng định đây là những ý kiến xác đáng.")[1] == ""
    )


def test_a_guest_says_nothing() -> None:
    """Whom nobody in particular welcomes is a guest, no speaker of the verbs that follow."""
    text = "Lãnh đạo tỉnh chào mừng Đại sứ Trần Văn Hà đến thăm; đánh giá chuyến thăm có ý nghĩa quan trọng."
    assert voices_of(text) == [""]
