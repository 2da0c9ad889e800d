"""Pages as scrapers leave them: broken off, with the names of image files, two captions in a row, buttons run together."""

from __future__ import annotations

import pytest

from caytre.text.cleaning import clean
from caytre.text.cleaning.datelines import dateline
from caytre.text.cleaning.furniture import furniture
from caytre.text.cleaning.rows import Row

LONG = (
    "Theo Sở Nông nghiệp, toàn tỉnh đã gieo cấy hơn 40.000 ha lúa mùa, đạt 98 % kế hoạch. Bà con đang tập trung làm "
    "cỏ, bón thúc đợt một cho những diện tích cấy sớm, đồng thời theo dõi sâu bệnh để phun trừ kịp thời."
)
LATER = (
    "Giám đốc Sở cho rằng thời tiết từ nay đến cuối vụ còn nhiều diễn biến khó lường. Các huyện cần chủ động tiêu úng, "
    "bảo vệ đê điều và chuẩn bị giống dự phòng cho những nơi phải cấy lại."
)
LAST = (
    "Vụ mùa năm nay, tỉnh phấn đấu năng suất bình quân 58 tạ một ha. Doanh nghiệp trong vùng cam kết thu mua toàn bộ "
    "lúa hàng hóa của các hợp tác xã đã ký hợp đồng, với giá không thấp hơn vụ trước."
)


def kinds(*lines: str, gap: int = 1) -> list[str]:
    """The kinds of the lines that are not blank; *gap* blank lines stand between them."""
    text = ("\n" * (gap + 1)).join(lines)
    return [line.kind for line in clean("page", text).lines if line.kind != "blank"]


def fields(*lines: str) -> dict[str, str]:
    return clean("page", "\n".join(lines)).fields._asdict()


class TestBrokenOff:
    def test_a_paragraph_that_breaks_off_is_no_list_of_headlines(self) -> None:
        """A heading and a paragraph cut in the middle end a text; neither shows another article."""
        cut = "Nhờ chủ động nguồn nước; các hợp tác xã đã xuống giống đúng lịch và tiết kiệm được chi phí bơm tát cho"
        found = kinds(LONG, LATER, "Những cánh đồng mẫu lớn nối nhau ra đời", cut)
        assert set(found) <= {"body", "heading"}

    def test_a_connective_opens_text(self) -> None:
        """ "Theo đó," opens a sentence of the article, also behind a list of other articles and without an end."""
        other = "Giá lúa đầu vụ tăng mạnh, nông dân phấn khởi"
        assert kinds(LONG, LATER, "Tin liên quan", other, "Theo đó, mỗi hộ được hỗ trợ tiền mua giống và ph") == [
            "body", "body", "nav", "teaser", "body",
        ]  # fmt: skip

    def test_a_list_of_headlines_at_the_end_is_one_all_the_same(self) -> None:
        """Three headlines behind the last sentence, which nothing announces, show other articles."""
        listed = [
            "Giá lúa đầu vụ tăng mạnh khiến nông dân phấn khởi",
            "Xuất khẩu gạo lập kỷ lục mới nhờ thị trường châu Phi",
            "Nông dân miền Tây đua nhau chuyển sang trồng sầu riêng",
        ]
        assert kinds(LONG, LATER, *listed) == ["body", "body", "teaser", "teaser", "teaser"]

    def test_the_beginning_of_a_sentence_is_no_caption_because_it_breaks_off(self) -> None:
        """A last line that opens like a caption and stops in the middle is text."""
        assert kinds(LONG, LATER, LAST, "Đông đảo bà con trong xã đã có mặt từ sáng s")[-1] == "body"


class TestCaptions:
    @pytest.mark.parametrize(
        "caption",
        [
            "Máy gặt trên cánh đồng Mường Thanh. Ảnh Lò Văn Sơn",
            "Máy gặt trên cánh đồng Mường Thanh. (Ảnh CTV)",
            "Máy gặt trên cánh đồng Mường Thanh - ẢNH HỮU PHÚC",
            "Máy gặt trên cánh đồng Mường Thanh. Ảnh: baodienbienphu.vn",
            "• Máy gặt trên cánh đồng Mường Thanh. Ảnh: Lò Sơn - TTXVN",
        ],
    )
    def test_credits(self, caption: str) -> None:
        """A credit needs no colon where names alone follow it; a site's name is a credit too."""
        assert kinds(LONG, caption, LATER) == ["body", "caption", "body"]

    def test_credits_in_lower_case(self) -> None:
        """An agency may stand in lower case; a word of the language credits nobody."""
        assert kinds(LONG, "Máy gặt trên cánh đồng Mường Thanh ảnh: reuters", LATER)[1] == "caption"
        assert (
            kinds(LONG, "Ông kể về những tấm ảnh: đen trắng, đã ố vàng vì năm tháng", LATER)[1] != "caption"
        )

    def test_a_cell_of_a_table_of_pictures(self) -> None:
        """A short line above a bare table pipe is what a picture's cell says."""
        assert kinds(LONG, LATER, "Khen thưởng gia đình hiếu học trong xã", "|")[2:] == ["caption", "nav"]

    def test_a_paragraph_that_points_to_its_picture_is_none(self) -> None:
        """ "(ảnh)." at the end of a paragraph credits nobody."""
        assert kinds(LONG, "Sáng nay, xã trao ba con bò giống cho hộ bà Lò Thị Hương ở bản Noong (ảnh).", LATER) == [
            "body", "body", "body",
        ]  # fmt: skip

    def test_somebody_and_nothing_but_the_posing_verb(self) -> None:
        """Name, office and "phát biểu" as the last word stand under a picture, however long the office is."""
        line = "Ông Lê Văn Định - Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Dân vận Tỉnh ủy phát biểu."
        assert kinds(LONG, line, LATER) == ["body", "caption", "body"]
        told = "Ông Lê Văn Định, Trưởng Ban Dân vận Tỉnh ủy, sẽ thay mặt đoàn phát biểu."
        assert kinds(LONG, told, LATER) == ["body", "body", "body"]

    def test_a_title_in_quotation_marks_is_no_speech(self) -> None:
        """A caption may name a work or an occasion in quotation marks; lower case in them is somebody's word."""
        line = "Các nghệ sĩ biểu diễn trong chương trình “Sóng gọi bờ”"
        assert kinds(LONG, line, LATER) == ["body", "caption", "body"]
        assert kinds(LONG, "Các nghệ sĩ biểu diễn trong “nỗi nhớ” của khán giả.", LATER)[1] == "body"

    def test_a_sentence_that_repeats_a_paragraph_beside_it(self) -> None:
        """A short sentence in the words of its neighbour is that picture's caption; a sentence of its own is not."""
        said = "Bà con đang tập trung làm cỏ, bón thúc đợt một."
        assert kinds(LONG, said, LATER, LAST) == ["body", "caption", "body", "body"]
        assert kinds(LONG, "Mọi việc cấy hái vì thế mà phải lùi lại mấy hôm.", LATER, LAST)[1] == "body"

    @pytest.mark.parametrize(
        "name", ["image001", "le-hoi-den-hung-01", "dsc_0142_nfkp_12.jpg", "leftcenterrightdel"]
    )
    def test_what_stands_for_a_picture(self, name: str) -> None:
        """The name of an image file is no text, and a short sentence below it is the caption."""
        assert kinds(LONG, name, "Các khách sạn ven hồ hiện đã kín phòng.", LATER)[1:3] == [
            "caption",
            "caption",
        ]

    def test_a_disease_is_no_file(self) -> None:
        """ "COVID-19" alone on a line is a heading."""
        assert kinds(LONG, "COVID-19", LATER)[1] == "heading"

    def test_a_notice_of_copyright_above_a_picture_ends_nothing(self) -> None:
        """ "Bản quyền hình ảnh" is not the imprint: the article goes on below it."""
        notice = "Bản quyền hình ảnh Getty Images Image caption Nông dân gặt lúa ở Thái Bình"
        assert kinds(LONG, notice, LATER, LAST) == ["body", "caption", "body", "body"]

    def test_the_title_with_a_number_before_the_caption(self) -> None:
        """Photo stories number their pictures with the headline: "… ảnh 1 Người dân…"."""
        title = "Mùa vàng trên những thửa ruộng bậc thang"
        assert kinds(title, LONG, f"{title} ảnh 1 Bà con vào vụ gặt từ sáng sớm.", f"{title} ảnh 2", LATER) == [
            "title", "body", "caption", "caption", "body",
        ]  # fmt: skip

    def test_a_repeated_paragraph_is_text(self) -> None:
        """A line written twice is an image's text and its caption, but not where it opens like a paragraph."""
        assert kinds(LONG, "Cô giáo và học trò bản Phiêng Ban.", "Cô giáo và học trò bản Phiêng Ban.", LATER)[1:3] == [
            "caption", "caption",
        ]  # fmt: skip
        told = "Cũng trong dịp này, đoàn đã tặng nhà trường 200 bộ bàn ghế và một tủ sách."
        assert kinds(LONG, told, told, LATER)[1:3] == ["body", "body"]


class TestSeries:
    def test_announced_pictures(self) -> None:
        """Behind "một số hình ảnh" short single sentences are captions, up to the first paragraph."""
        lead = LONG + " Dưới đây là một số hình ảnh ghi lại không khí ngày mùa:"
        shown = ["Bất kể nắng gắt, máy gặt vẫn chạy suốt buổi trưa.", "Lúa được đóng bao ngay tại ruộng."]
        assert kinds(lead, *shown, LATER) == ["body", "caption", "caption", "body"]

    def test_a_short_line_between_two_captions(self) -> None:
        """What stands between two captions and neither quotes nor tells is one."""
        first, last = "Chợ phiên lúc sáng sớm. Ảnh: Hà An", "Hàng rong cuối chợ. Ảnh: Hà An"
        assert kinds(LONG, first, "Thổ cẩm bày kín hai bên lối đi.", last, LATER)[2] == "caption"
        assert kinds(LONG, first, "Ông cho biết chợ sẽ mở cửa cả ngày thường.", last, LATER)[2] == "body"

    def test_pictures_at_the_end(self) -> None:
        """Four short lines that close an article, one of them surely a caption, are a series of captions."""
        lines = [
            "Các quán cà phê ven hồ đông khách",
            "Gian hàng lưu niệm sáng đèn",
            "Khung cảnh chợ đêm.",
            "Trẻ nhỏ bên đèn lồng",
        ]
        assert kinds(LONG, LATER, *lines, "Hoàng Minh Tú", gap=0)[2:] == ["caption"] * 4 + ["byline"]
        assert "caption" not in kinds(
            LONG, LATER, "Mưa đã tạnh.", "Ông đứng dậy.", "Bà tiễn khách ra cổng.", "Đêm xuống."
        )

    def test_what_announces_pictures_is_text(self) -> None:
        """The sentence that announces pictures stays text, also where it is as short as they are."""
        lines = [
            "Báo ghi lại những hình ảnh của hội thao.",
            "Pha đi bóng sát đường biên",
            "Trận chung kết kéo co",
            "Trao giải cho đội nhất",
            "Các cổ động viên nhí",
        ]
        assert kinds(LONG, LATER, *lines, "LÊ CHƯƠNG (thực hiện)", gap=0)[2:] == [
            "body",
            *["caption"] * 4,
            "byline",
        ]

    def test_labels_of_authors(self) -> None:
        """ "Tác giả bài viết: …" and "Tin và ảnh: …" sign, also below a caption and without a name in full."""
        assert (
            kinds(LONG, LATER, "Trao giải cho đội nhất. Ảnh: P.L", "Tác giả bài viết: P.LINH")[3] == "byline"
        )
        assert (
            kinds(LONG, LATER, "Phóng viên chụp ảnh lưu niệm với đoàn", "Tin và ảnh: NSNA Thanh Hà")[3]
            == "byline"
        )


class TestHead:
    def test_strung_names_of_sections_are_no_headline(self) -> None:
        """ "Video Giải trí" and a bar with wide gaps belong to the page, whatever else its last piece says."""
        title = "Ra mắt tủ sách dành cho thiếu nhi vùng cao"
        assert kinds("Video Giải trí", title, LONG, LATER) == ["nav", "title", "body", "body"]
        bar = f"Trang chủ    Tin tức     {title}"
        assert kinds(bar, title, LONG, LATER) == ["nav", "title", "body", "body"]

    def test_spaces_inside_a_sentence_make_no_bar(self) -> None:
        """Text set with double spaces stays text."""
        text = "Nhân  ngày  hội  non  sông,  huyện  tổ  chức  giải  chạy  việt  dã."
        assert kinds("Giải chạy việt dã mừng ngày hội", text, LONG)[1] == "body"

    def test_a_headline_with_three_dots_above_the_day(self) -> None:
        """A headline may end with dots in quotation marks; an advertisement above it is none."""
        lines = (
            "Công ty Phân bón Bình An",
            '"Giữ rừng là giữ nước, giữ bản, giữ mường..."',
            "Lê Thu - 08:20 03/05/2023",
            LONG,
        )
        assert fields(*lines)["title"] == '"Giữ rừng là giữ nước, giữ bản, giữ mường..."'

    def test_a_headline_longer_than_a_paragraph(self) -> None:
        """Ministries write headlines of two hundred characters; the day below it tells."""
        title = (
            "Lai Châu: "
            + "sơ kết việc thực hiện đề án nâng cao năng lực cho cán bộ tư pháp xã, phường, " * 2
            + "thị trấn vùng cao"
        )
        assert len(title) > 180
        assert kinds(title, "13/03/2009", LONG, LATER) == ["title", "dateline", "body", "body"]

    def test_a_headline_that_ends_with_a_stop(self) -> None:
        """A first line that the next one says again is the headline, unless it is only somebody's name."""
        lead = "Nhân Ngày Pháp luật 9/11, Sở Tư pháp Hà Giang tổ chức buổi sinh hoạt pháp luật cho cán bộ trong ngành."
        assert fields("Sở Tư pháp Hà Giang tổ chức sinh hoạt pháp luật.", lead, LONG)["title"].startswith(
            "Sở Tư pháp"
        )

    def test_a_caption_with_a_credit_is_no_headline(self) -> None:
        """A page may begin with its picture."""
        caption = "Đại diện doanh nghiệp trao học bổng cho sinh viên nghèo. Ảnh: Hoàng Nguyên - TTXVN"
        assert kinds(caption, LONG, LATER)[0] == "caption"
        assert (
            fields("Chùm ảnh: Hà Nội ngày đông rét nhất", LONG, LATER)["title"]
            == "Chùm ảnh: Hà Nội ngày đông rét nhất"
        )

    def test_numbered_sections(self) -> None:
        """ "I. THÔNG BÁO" is a heading and nobody's signature; an item of a list is text."""
        assert kinds("Nội dung họp báo thường kỳ", "I. THÔNG BÁO", LONG, "2. Trả lời câu hỏi của báo chí", LATER) == [
            "title", "heading", "body", "heading", "body",
        ]  # fmt: skip
        items = ["1. Đầu tư công trung hạn", "2. Cải cách hành chính", "3. Chuyển đổi số"]
        assert kinds(LONG, *items, LATER)[1:3] == ["body", "body"]

    def test_links_below_the_lead(self) -> None:
        """Headlines below the lead that name nobody of the article show others; points of the article itself do not."""
        links = [
            "Diễn viên Thu Trang kể chuyện dựng vở kịch đầu tay",
            "Ca sĩ Mỹ Linh mở lớp dạy hát cho trẻ em nghèo",
        ]
        text = ("Nhạc sĩ Phú Quang vừa hoàn thành bản giao hưởng mới sau ba năm.", *links, LONG, LATER)
        assert kinds(*text)[1:3] == ["teaser", "teaser"]
        points = [
            "Nhạc sĩ Phú Quang dựng bản giao hưởng trong ba năm",
            "Vở diễn của Phú Quang ra mắt khán giả đầu tháng tới",
        ]
        assert "teaser" not in kinds(
            "Nhạc sĩ Phú Quang vừa hoàn thành bản giao hưởng mới.", *points, LONG, LATER
        )


class TestFieldsOfScrapes:
    def test_the_clock_of_the_page_is_no_day_of_publication(self) -> None:
        """A day beside "Tìm kiếm" is the day on which somebody looked."""
        found = fields("Thứ tư, ngày 6 tháng 11 năm 2019 Tìm kiếm", "Nội dung họp báo thường kỳ", LONG, LATER)
        assert (found["published"], found["title"]) == ("", "Nội dung họp báo thường kỳ")

    @pytest.mark.parametrize(
        ("line", "value"),
        [
            ("5 Tháng Tám 20169:12 SA(Xem: 1204)", "2016-08-05T09:12"),
            ("19 Tháng Sáu 201801:35 CH", "2018-06-19T13:35"),
            ("Friday, 4 May 2018", "2018-05-04"),
            ("July 4, 2023", "2023-07-04"),
        ],
    )
    def test_days_of_blogs_and_portals_abroad(self, line: str, value: str) -> None:
        """The year may run into the time, and the months may be English."""
        found = dateline(line, furniture())
        assert found is not None
        assert found.value == value

    @pytest.mark.parametrize(
        ("line", "name"),
        [
            ("L.Bình-K.Dung-P.Hòa", "L.Bình-K.Dung-P.Hòa"),
            ("Minh Phương, cộng tác viên từ Paris", "Minh Phương"),
            ("Song Hà (từ Bangkok, Thái Lan)", "Song Hà"),
            ("Nguồn tin: baolaichau.vn", "baolaichau.vn"),
            ("Theo baolaichau.vn", "baolaichau.vn"),
            ("Nguồn Lao Động: http://laodong.vn/tin-1.html", "Lao Động"),
        ],
    )
    def test_signatures(self, line: str, name: str) -> None:
        """Initials glued to names, a profession, a place, a site that gives the news."""
        assert Row(0, 0, line, False, furniture()).signed == name

    @pytest.mark.parametrize(
        "line", ["I. THÔNG BÁO", "Clip: Sông Lam 2-1 Bình Định", "Tin Miền Tây", "Ban Tổ Chức"]
    )
    def test_no_signatures(self, line: str) -> None:
        """A section, a film, a column and an office have the shape of names and are none."""
        assert Row(0, 0, line, False, furniture()).signed == ""

    def test_author_above_the_day(self) -> None:
        """The author's name may stand above the day, twice."""
        text = ("Hải Dương Anh", "Hải Dương Anh", "02/10/2020 19:30 GMT+7", LONG, LATER)
        assert kinds(*text) == ["byline", "byline", "dateline", "body", "body"]
        assert fields(*text)["byline"] == "Hải Dương Anh"

    def test_a_day_further_on_is_another_thing(self) -> None:
        """The day of a document in the lead is not the day of the news."""
        text = "Trong báo cáo công bố ngày 20/4/2018, viện nghiên cứu đưa ra ba kịch bản tăng trưởng cho cả vùng."
        assert fields(text, LONG, LATER)["published"] == ""
        assert (
            fields("Ngày 20/4/2018, tỉnh khai mạc hội chợ nông sản vùng cao.", LONG)["published"]
            == "2018-04-20"
        )

    def test_the_agencys_tag_with_its_day(self) -> None:
        """ "Hà Nội (TTXVN 9/4/2019)" names the outlet, and the day can be inferred from it."""
        found = fields(
            "Hà Nội (TTXVN 9/4/2019) Lực lượng biên phòng duy trì tuần tra trên toàn tuyến.", LONG, LATER
        )
        assert (found["outlet"], found["published"], found["published_from"]) == (
            "TTXVN",
            "2019-04-09",
            "inferred",
        )

    def test_tags_in_capitals_and_without_their_ending(self) -> None:
        """ "QWE.VN -" is a domain, "(Baonghean)" the host of a known outlet."""
        assert fields("QWE.VN - Sáng nay, huyện tổ chức lễ phát động trồng cây.", LONG)["outlet"] == "qwe.vn"
        assert "Nghệ An" in fields("(Baonghean) - Sáng nay, huyện phát động trồng cây.", LONG)["outlet"]


def test_comment_boxes_end_the_article() -> None:
    """What a comment box says to readers, and what it asks of them, is no text and hides no signature."""
    box = (
        "LƯU Ý: Tòa soạn biên tập ý kiến của bạn đọc trước khi đăng và có quyền không đăng những ý kiến không phù hợp. "
        "Vui lòng gõ tiếng Việt có dấu, cảm ơn sự đóng góp của bạn đọc gần xa."
    )
    assert kinds(LONG, LATER, "Thu Thảo", "Chia sẻ bài viết", box, "Họ và tên", "Mã xác nhận") == [
        "body", "body", "byline", "nav", "nav", "nav", "nav",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Ảnh Hà An\n" * 4_000,
        "Toàn cảnh buổi lễ  \n" * 4_000,
        "Máy gặt trên đồng. Ảnh Lò Sơn\n" * 4_000,
        "a-1-" * 20_000,
        "Trang chủ  " * 20_000,
        "“Sóng” " * 20_000,
        "|\n" * 20_000,
    ],
)
def test_hostile_pages_are_partitioned(text: str) -> None:
    """Long runs of captions, file names, gaps and quotation marks come apart and lose nothing."""
    assert "\n".join(line.text for line in clean("page", text).lines) == text
