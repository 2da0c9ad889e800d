"""Headings, lists, signatures and datelines that pages set in their own way: numbered, announced, glued or doubled."""

from __future__ import annotations

import pytest

from caytre.text.cleaning import clean
from caytre.text.cleaning.articles import Cleaned

TITLE = "Hội nghị triển khai kế hoạch phát triển du lịch biển"
DAY = "15:20, 12/03/2022"
LEAD = (
    "Sáng 12/3, Ủy ban nhân dân tỉnh tổ chức hội nghị triển khai kế hoạch phát triển du lịch biển. Hội nghị có sự tham "
    "dự của đại diện 45 doanh nghiệp."
)
PLAN = (
    "Theo kế hoạch, tỉnh phấn đấu đón bốn triệu lượt khách, trong đó có 200 nghìn lượt khách quốc tế. Doanh thu từ du "
    "lịch dự kiến đạt ba nghìn tỷ đồng."
)
MEANS = (
    "Để đạt được mục tiêu đó, tỉnh sẽ đầu tư mở rộng hai tuyến đường ven biển và nâng cấp cảng du lịch. Các địa phương "
    "chủ động bố trí quỹ đất cho bãi đỗ xe."
)
TASK = "Phát huy vai trò của cộng đồng cư dân ven biển trong bảo tồn di sản văn hóa và giữ gìn môi trường"


def page(*lines: str) -> Cleaned:
    return clean("page", "\n".join(lines))


def kinds(*lines: str) -> list[str]:
    return [line.kind for line in page(*lines).lines if line.kind != "blank"]


class TestLists:
    @pytest.mark.parametrize(
        "items",
        [
            ("   • Huy chương vàng", "   • Huy chương bạc", "   • Giải khuyến khích dành cho đội trẻ nhất"),
            ("- Lê Thị Hà, Phó Giám đốc Sở Du lịch", "- Trần Văn Bình, Chi cục trưởng Chi cục Biển"),
        ],
    )
    def test_items_under_a_colon_above_the_first_paragraph(self, items: tuple[str, ...]) -> None:
        """Short items are text where a line of text announces them, though no paragraph stands above yet."""
        told = "Ban tổ chức công bố thành phần như sau:"
        assert kinds(TITLE, DAY, told, *items, LEAD, PLAN)[2:] == ["body"] * (len(items) + 3)

    def test_an_item_that_nothing_announces(self) -> None:
        """Without a colon above, an item between headline and text still leads to another article."""
        assert kinds(TITLE, DAY, "- Khai thác cát trái phép trên sông Lam", LEAD, PLAN)[2] == "teaser"


class TestHoles:
    @pytest.mark.parametrize("behind", ["", "\n", "\n\n\n"])
    def test_nothing_behind_the_last_line_is_no_hole(self, behind: str) -> None:
        """A single sentence stays text as last paragraph, however many line ends follow it."""
        last = "Hai khâu đột phá là cải cách hành chính và đào tạo nhân lực cho các khu nghỉ dưỡng ven biển."
        assert kinds(TITLE, DAY, LEAD, PLAN, MEANS, last + behind)[-1] == "body"

    def test_a_wide_gap_behind_the_last_sentence(self) -> None:
        """What stands far off behind the end of the article is the page's; the last sentence stays text."""
        last = "Từ mùa hè tới, mọi bãi tắm trong tỉnh đều có đội cứu hộ trực suốt ngày."
        text = [TITLE, "", DAY, "", LEAD, "", PLAN, "", MEANS, "", last, "", "", "", "Bình luận"]
        assert kinds(*text)[-2:] == ["body", "nav"]

    def test_a_sentence_that_explains(self) -> None:
        """A sentence with a copula says what something is; no picture shows that, whatever gap is left behind it."""
        told = "Hai khâu đột phá là cải cách hành chính và đào tạo nhân lực."
        assert kinds(TITLE, "", LEAD, "", PLAN, "", told, "", "", MEANS, "", LEAD + " Nay.")[3] == "body"

    def test_a_task_behind_a_gap(self) -> None:
        """A line that names a task and does not end heads a section, also behind a wider gap and longer than usual."""
        text = [TITLE, "", DAY, "", LEAD, "", PLAN, "", "", TASK, "", MEANS, "", LEAD + " Nay."]
        assert kinds(*text) == ["title", "dateline", "body", "body", "heading", "body", "body"]

    def test_a_scene_behind_a_gap(self) -> None:
        """A line that shows somebody there stays a caption."""
        shown = "Ngư dân phường Cửa Hội kéo lưới lúc bình minh trên bãi biển"
        assert kinds(TITLE, "", LEAD, "", PLAN, "", "", shown, "", MEANS, "", LEAD + " Nay.")[3] == "caption"


class TestNumberedHeadings:
    def test_the_first_line_of_a_plan(self) -> None:
        """A numbered section at the top of a page without headline is a heading, not the headline."""
        found = page("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", LEAD, PLAN, "II. NỘI DUNG", MEANS)
        assert [line.kind for line in found.lines] == ["heading"] * 2 + ["body"] * 2 + ["heading", "body"]
        assert found.fields.title == ""

    def test_a_headline_that_counts(self) -> None:
        """A headline may begin with a number, and a day above the text is no section."""
        assert kinds("10 bãi biển sạch nhất trong năm 2022", "15/05/2022", LEAD, PLAN)[:2] == [
            "title",
            "dateline",
        ]

    def test_long_ones(self) -> None:
        """A numbered line of more than twenty words heads a section where a paragraph follows and it does not end."""
        third = (
            "3. Đẩy mạnh tuyên truyền, nâng cao nhận thức của cán bộ, đảng viên và nhân dân về vị trí, vai trò của "
            "du lịch trong phát triển kinh tế ven biển"
        )
        assert kinds(TITLE, DAY, LEAD, PLAN, third, MEANS)[4:] == ["heading", "body"]
        assert kinds(TITLE, DAY, LEAD, PLAN, third + ".", MEANS)[4:] == ["body", "body"]
        assert kinds(TITLE, DAY, LEAD, PLAN, third, "4. Sở Xây dựng rà soát quy hoạch", MEANS)[4] == "body"


class TestSpeakerAboveHeadline:
    def test_it_belongs_to_the_headline(self) -> None:
        """Whose words the headline quotes may stand on a line of its own above it."""
        found = page("Bộ trưởng Nguyễn Văn Hùng:", "Du lịch phải đi bằng hai chân", DAY, LEAD, PLAN)
        assert [line.kind for line in found.lines][:3] == ["title", "title", "dateline"]
        assert found.fields.title == "Bộ trưởng Nguyễn Văn Hùng: Du lịch phải đi bằng hai chân"

    def test_other_lines_with_a_colon(self) -> None:
        """The name of a series does not."""
        assert kinds("Chuyện hôm nay:", "Du lịch phải đi bằng hai chân", DAY, LEAD, PLAN)[0] != "title"


class TestGlued:
    @pytest.mark.parametrize(
        ("line", "byline"),
        [
            ("Minh HàGửi bình luận", "Minh Hà"),
            ("Theo TTXVNChia sẻ", "TTXVN"),
            ("Thu Hằng/Trung tâm Văn hóa huyện Yên LạcXem phản hồi", "Thu Hằng"),
        ],
    )
    def test_a_button_behind_a_signature(self, line: str, byline: str) -> None:
        """A button that sticks to the author's name is no part of it."""
        found = page(TITLE, LEAD, PLAN, MEANS, line, "Tin khác")
        assert found.lines[4].kind == "byline"
        assert found.fields.byline == byline

    def test_a_note_between_author_and_time(self) -> None:
        """A dateline may hold the author with the note that says what he did, and the time runs on."""
        found = page(TITLE, "LÊ LAN (thực hiện) 00:40, 22/01/2023", LEAD, PLAN)
        assert found.lines[1].kind == "dateline"
        assert found.fields.published == "2023-01-22T00:40"
        assert found.fields.byline == "LÊ LAN"

    @pytest.mark.parametrize(
        ("line", "day", "outlet"),
        [
            ("Báo Lao ĐộngBáo Lao Động26/05/2025", "2025-05-26", "Lao Động (LĐO)"),
            ("Nhân DânNhân Dân26/05/2025 07:30", "2025-05-26T07:30", "Nhân Dân (NDO)"),
            ("Báo Làng BiểnBáo Làng Biển26/05/2025", "2025-05-26", ""),
        ],
    )
    def test_an_outlet_twice(self, line: str, day: str, outlet: str) -> None:
        """Aggregators print the outlet twice with the day behind it, above the lead or below it."""
        for lines in ((TITLE, line, LEAD, PLAN), (TITLE, LEAD, line, PLAN, MEANS)):
            found = page(*lines)
            assert found.lines[lines.index(line)].kind == "dateline"
            assert (found.fields.published, found.fields.outlet) == (day, outlet)

    def test_a_bare_day_below_the_lead(self) -> None:
        """A day alone below the lead may head a chapter of history; it does not tell when the page came out."""
        assert page(TITLE, LEAD, "30/4/1975", PLAN, MEANS).fields.published_from != "text"


class TestCreditsWithoutColon:
    @pytest.mark.parametrize(
        "caption",
        [
            "Đội cứu hộ trên bãi biển phía nam. Ảnh Công an tỉnh Long An",
            "Đội cứu hộ trên bãi biển phía nam - Ảnh Bộ đội Biên phòng tỉnh Quảng Trị.",
            "Chị Hoa (trái) và đồng đội. (Ảnh gia đình nhân vật cung cấp).",
        ],
    )
    def test_an_office_or_a_giver(self, caption: str) -> None:
        """Not only names follow a credit without a colon, but offices and whoever gave the picture away."""
        assert kinds(TITLE, DAY, LEAD, caption, PLAN)[3] == "caption"
        assert page(caption, "", LEAD, "", PLAN).fields.title == ""

    @pytest.mark.parametrize(
        "told",
        [
            "Ông giữ nhiều kỷ vật của gia đình. Ảnh Bác Hồ treo giữa nhà được mọi người chăm sóc cẩn thận.",
            "Tài liệu mà tòa xem xét là ảnh do cơ quan điều tra cung cấp.",
            "Cuộc thi có hai thể loại, dự thi không mất tiền. Ảnh hội viên gửi về được chọn riêng.",
        ],
    )
    def test_pictures_that_are_spoken_of(self, told: str) -> None:
        """A sentence about pictures is none of a picture's."""
        assert kinds(TITLE, DAY, LEAD, told, PLAN)[3] == "body"


class TestFixedLineBreaks:
    WRAPPED = (
        "Sáng 8/10, tại trụ sở tỉnh, lãnh đạo Hiệp hội Du lịch Hà Lan Peter Vos,\n"
        "Hiệp hội Khách sạn Na Uy Kari Lund, Tổng cục Du lịch Bồ Đào Nha, Hội\n"
        "đồng Lữ hành Croatia và các công ty du lịch lớn của Na Uy và Thụy Điển\n"
        "Stena Line đã trình bày kế hoạch mở đường bay thẳng đến các bãi biển\n"
        "của tỉnh trong mùa hè năm sau, với giá vé mà khách bình dân trả được,\n"
        "và ký bản ghi nhớ về đào tạo.\n"
        "Chủ tịch tỉnh hoan nghênh các đề xuất, hứa rút ngắn thời gian cấp phép\n"
        "và giao Sở Du lịch làm đầu mối."
    )

    def test_a_sentence_over_several_lines(self) -> None:
        """A full line that does not end goes on, also where the next one opens with the capital of a name."""
        found = page(TITLE, "", self.WRAPPED)
        assert [line.kind for line in found.lines if line.kind != "blank"] == ["title"] + ["body"] * 8

    def test_a_headline_right_above(self) -> None:
        """The headline is no such line, though it is full and nothing parts it from the text."""
        title = "Khách Bắc Âu tìm đến những bãi biển vắng của miền Trung mùa hè này"
        assert page(title, self.WRAPPED).fields.title == title


class TestImageText:
    def test_the_headline_without_marks_and_a_number(self) -> None:
        """ "- Anh 1" without marks numbers a picture as "- Ảnh 1" does."""
        alt = "Hoi nghi trien khai ke hoach phat trien du lich bien - Anh 1"
        assert kinds(TITLE, DAY, LEAD, alt, PLAN)[3] == "caption"

    def test_a_paragraph_below_it(self) -> None:
        """A sentence as long as a paragraph that tells when something happened is none of the picture's."""
        told = "Chiều 11/3, tại bãi biển phía nam, đoàn công tác đã khảo sát hai tuyến đường sẽ được mở rộng."
        alt = "Hội nghị triển khai kế hoạch - Ảnh 1."
        assert kinds(TITLE, DAY, alt, told, PLAN, MEANS)[3] == "body"
        assert kinds(TITLE, DAY, LEAD, alt, told, PLAN, MEANS)[4] == "body"
        assert kinds(TITLE, DAY, LEAD, alt, "Bãi biển phía nam sau mùa bão", PLAN)[4] == "caption"

    def test_a_last_line_that_breaks_off(self) -> None:
        """A last paragraph that stops in the middle is text, though a picture set the lines above apart."""
        last = "Để làm được điều đó, các địa phương ven biển cần chủ động chuẩn bị quỹ đất sạch và ng"
        assert kinds(TITLE, LEAD, "Bãi tắm mùa hè. Ảnh: Hà An", "", PLAN, "", last)[-1] == "body"
