"""How pages set pictures, lists and tags apart from the text: by gaps, by names without marks, by lines said twice."""

from __future__ import annotations

import pytest

from caytre.text.cleaning import clean

TITLE = "Làng gốm bên sông đổi mới từng ngày"
LEAD = (
    "Sau mười năm gây dựng lại nghề, làng gốm đã có hơn hai trăm lò nung. Sản phẩm được bán ở nhiều tỉnh, thành phố và "
    "bước đầu xuất khẩu sang các nước láng giềng."
)
NEXT = (
    "Theo chủ tịch xã, mỗi hộ làm nghề thu nhập bình quân 150 triệu đồng một năm. Xã đang lập hồ sơ đề nghị công nhận "
    "làng nghề truyền thống và mở lớp dạy nghề cho thanh niên."
)
LAST = (
    "Khó khăn nhất hiện nay là nguồn đất sét ngày một xa. Các hộ phải mua đất từ huyện bên với giá cao, trong khi giá "
    "bán sản phẩm hầu như không tăng so với năm trước."
)
SLUG = "lang gom ben song doi moi tung ngay"


def kinds(text: str) -> list[str]:
    return [line.kind for line in clean("page", text).lines if line.kind != "blank"]


def page(*lines: str, gap: int = 1) -> list[str]:
    return kinds(("\n" * (gap + 1)).join(lines))


class TestTitleWithoutMarks:
    def test_it_stands_for_a_picture(self) -> None:
        """The headline in small letters without marks is an image's text, and a plain line below it the caption."""
        text = f"{TITLE}\n\n{LEAD}\n\n{SLUG}\nNghệ nhân Trần Thị Sợi\n\n{NEXT}"
        assert kinds(text) == ["title", "body", "caption", "caption", "body"]

    def test_headlines_behind_it_are_other_articles(self) -> None:
        """Below "Tin liên quan" each link begins with the image's text; the first paragraph after the gap is text."""
        links = f"{SLUG} Chợ phiên vùng cao ngày giáp Tết\n{SLUG} Người giữ lửa ở lò rèn cuối phố"
        asks = f"{NEXT[:-1]}, vậy xã trông đợi điều gì ở lớp thợ trẻ?"
        text = f"{TITLE}\n\n{LEAD}\nTin liên quan\n{links}\n\n{asks}\n\n{LAST}"
        assert kinds(text) == ["title", "body", "nav", "teaser", "teaser", "body", "body"]

    def test_a_short_headline_says_nothing(self) -> None:
        """Two words without marks may be any line."""
        assert page("Làng gốm", LEAD, "lang gom xua", NEXT)[2] != "caption"


class TestGaps:
    def test_the_hole_that_a_picture_left(self) -> None:
        """Where paragraphs stand close, a line behind a gap and right above a paragraph is a caption."""
        told = "Khách tham quan đông nhất vào những ngày cuối tuần"
        text = f"{TITLE}\n{LEAD}\n{NEXT}\n{LAST}\n\n{told}\n{NEXT}\n\n{told}.\n{LAST}"
        assert kinds(text)[4::2] == ["caption", "caption"]

    def test_the_lead_alone_does_not_tell_the_gap(self) -> None:
        """Only between two paragraphs the gap counts: a blank line in front of each picture is no usual one."""
        text = f"{TITLE}\n{LEAD}\n\nNghề xoay gốm bằng tay chỉ còn ở vài nhà\n{NEXT}\n{LAST}"
        assert kinds(text) == ["title", "body", "caption", "body", "body"]

    def test_the_second_line_of_a_caption(self) -> None:
        """A line stuck to a caption, where paragraphs stand apart, belongs to it."""
        text = f"{TITLE}\n\n{LEAD}\n\nLò nung lúc nửa đêm. Ảnh: Hà An\nMẻ gốm đầu năm của làng\n\n{NEXT}\n\n{LAST}"
        assert kinds(text) == ["title", "body", "caption", "caption", "body", "body"]

    def test_a_heading_above_a_line_that_announces(self) -> None:
        """A short line above somebody's words, which a colon announces, heads them."""
        told = "Trả lời câu hỏi của chúng tôi về vùng nguyên liệu, ông chủ tịch xã nói:"
        assert page(TITLE, LEAD, "Đất sét ở đâu ra", told, f"“{NEXT}”", LAST)[2] == "heading"


class TestToldNotShown:
    def test_a_paragraph_above_a_cell(self) -> None:
        """A finished paragraph is text also above a bare table pipe, which a picture's cell leaves."""
        told = f"{NEXT.split('. ')[1]}".replace(
            "Xã đang", "Ngay từ đầu năm, xã đã bắt tay vào việc và hiện đang"
        )
        assert kinds(f"{TITLE}\n{LEAD}\n{told}\n|\n{LAST}") == ["title", "body", "body", "nav", "body"]

    def test_the_last_sentence_behind_pictures(self) -> None:
        """A sentence that tells what is still going on is no caption, though it closes the article behind a series."""
        shown = [
            "Lò nung lúc nửa đêm. Ảnh: Hà An",
            "Khung cảnh bến gốm",
            "Toàn cảnh làng nghề nhìn từ trên đê",
        ]
        last = "Dự án mở đường vào làng đang được huyện thẩm định."
        assert page(LEAD, NEXT, *shown, last) == ["body", "body", "caption", "caption", "caption", "body"]


class TestTwice:
    def test_a_long_caption_and_its_image(self) -> None:
        """A long line that stands twice in a row is a caption where it opens with somebody's office."""
        posed = (
            "Đồng chí Lê Văn Định, Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Dân vận Tỉnh ủy, và đồng chí Trần Thị Sợi, "
            "Phó Chủ tịch Ủy ban nhân dân huyện, trao bằng công nhận làng nghề truyền thống cho đại diện các hộ trong xã "
            "năm 2019."
        )
        assert page(LEAD, posed, posed, NEXT, gap=0) == ["body", "caption", "caption", "body"]
        assert page(LEAD, NEXT, NEXT, LAST, gap=0) == ["body"] * 4

    def test_a_sentence_of_the_paragraph_above(self) -> None:
        """A line that is, word for word, a sentence of the paragraph beside it stands under a picture."""
        said = "Xã đang lập hồ sơ đề nghị công nhận làng nghề truyền thống và mở lớp dạy nghề cho thanh niên."
        assert page(LEAD, NEXT, said, LAST) == ["body", "body", "caption", "body"]

    def test_a_headline_run_together_with_itself(self) -> None:
        """A link and its image, run together, say a headline twice on one line; the lead below may be cut off."""
        other = "Giá gas trong nước giảm mạnh từ đầu tháng sau"
        cut = "Từ ngày mai, mỗi bình gas 12 kg giảm hai mươi nghìn đồng so với tháng trước, theo các công..."
        assert page(LEAD, NEXT, LAST, f"{other}{other}", cut)[3:] == ["teaser", "teaser"]

    def test_a_table_of_contents(self) -> None:
        """The lines below "Mục lục" that come again as headings are no part of the text."""
        first, second = "1. Nghề gốm xưa và nay", "2. Nguồn đất sét ở đâu"
        assert page(LEAD, "Mục lục", first, second, first, NEXT, second, LAST, gap=0) == [
            "body", "nav", "nav", "nav", "heading", "body", "heading", "body",
        ]  # fmt: skip
        assert "nav" not in page(LEAD, "Nội dung", first, NEXT, second, LAST, gap=0)[2:]


class TestEnds:
    def test_a_heading_and_a_paragraph_that_breaks_off(self) -> None:
        """Where the article has headings, two unended lines at its end are one more heading and its text."""
        cut = "Lớp nghề khai giảng vào mùa thu, dành cho thanh niên từ mười sáu tuổi trở lên, mỗi kh"
        found = page(LEAD, "Đất sét ở đâu ra", NEXT, "Lớp trẻ nối nghề cha ông", cut, gap=0)
        assert set(found) <= {"body", "heading"}

    def test_a_team_is_no_phone(self) -> None:
        """ "ĐT Việt Nam" at the end of a report is the national team, "ĐT: 024 …" a telephone."""
        told = "ĐT Việt Nam sẽ gặp ĐT Lào lúc 19h30 ngày 9/12 trên sân Việt Trì, trước khi làm khách của Malaysia."
        assert page(LEAD, NEXT, told)[2] == "body"
        assert page(LEAD, NEXT, "ĐT: 024 3933 1234 - Fax: 024 3933 1235")[2] == "footer"

    def test_a_numbered_heading_is_no_imprint(self) -> None:
        """ "1. Địa chỉ …" heads a part of the text; the text below it that breaks off is kept."""
        cut = "Khách có thể đi thuyền từ bến trung tâm. Người dân trong làng sẵn lòng dẫn đường và mời khách thử t"
        found = page(LEAD, NEXT, "1. Địa chỉ các lò mở cửa đón khách năm 2024", cut, gap=0)
        assert set(found) <= {"body", "heading"}

    def test_remnants_without_words(self) -> None:
        """Punctuation and digits that a page leaves below its article are no text."""
        assert page(LEAD, NEXT, ", . : 60", ".") == ["body", "body", "nav", "nav"]

    @pytest.mark.parametrize("age", ["3 năm trước", "2 tháng 2 tuần trước", "hai ngày trước"])
    def test_how_long_ago(self, age: str) -> None:
        """An age alone is furniture: the day above the text, a button below it."""
        assert page(TITLE, age, LEAD, NEXT)[1] == "dateline"
        assert page(TITLE, LEAD, NEXT, age)[3] == "nav"


class TestButtons:
    def test_a_day_beside_buttons(self) -> None:
        """Size of type and networks may stand on the line of the day."""
        found = clean("page", f"{TITLE}\n\n05/02/2020 02:57:13 Xem cỡ chữ Google\n{LEAD}\n\n{NEXT}")
        assert found.fields.published == "2020-02-05T02:57"

    def test_the_address_of_the_page(self) -> None:
        """ "Link bài gốc: …" gives an address and no text."""
        assert page(LEAD, NEXT, "Link bài gốc: https://langgom.vn/mot-me-gom-moi.html")[2] == "nav"


class TestHeads:
    def test_a_list_between_headline_and_text(self) -> None:
        """Links above the first paragraph, under "Bài liên quan", are other articles, one with a number as well."""
        links = ["Chợ phiên vùng cao ngày giáp Tết", "2.000 hộ dân được cấp nước sạch trong tháng"]
        found = page(TITLE, "![]() |", "Một mẻ gốm vừa ra lò", "Bài liên quan", *links, LEAD, NEXT, gap=0)
        assert found == ["title", "caption", "caption", "nav", "teaser", "teaser", "body", "body"]

    def test_where_the_authors_work(self) -> None:
        """Below the authors of a paper stand their faculty and their address; "Tóm tắt" heads the summary."""
        names = "Huỳnh Diệu Lan, Lê Thị Thùy Trang"
        faculty = "Khoa Kinh tế, Trường Đại học Công nghệ miền Đông"
        mail = "Liên hệ tác giả: Huỳnh Diệu Lan; Email: lan@example.edu.vn"
        assert page(TITLE, names, faculty, mail, "Tóm tắt", LEAD, "Keywords: pottery, village.", NEXT, gap=0) == [
            "title", "byline", "byline", "byline", "heading", "body", "nav", "body",
        ]  # fmt: skip

    def test_where_somebody_stands_is_no_headline(self) -> None:
        """ "(giữa)" names a place in a picture, also in the first line of a page that has lost its headline."""
        assert page("Ông Trần Văn Giới (giữa) trước cổng lò gốm", LEAD, NEXT) == ["caption", "body", "body"]

    @pytest.mark.parametrize(
        "bar", ["Thời sự Kinh tế Pháp luật Văn hóa Thể thao Công nghệ Đi đâu ăn gì", "Nhảy đến nội dung"]
    )
    def test_bars(self, bar: str) -> None:
        """A line that opens with many sections is the page's bar, and a link for screen readers a button."""
        assert page(bar, TITLE, LEAD, NEXT) == ["nav", "title", "body", "body"]

    def test_slogans_that_run_through_the_head(self) -> None:
        """Slogans with wide gaps between them are no paragraph."""
        bar = (" " * 40).join(
            ["Kỷ cương, trách nhiệm, thân thiện", "Đoàn kết, sáng tạo, phát triển", "Tất cả vì dân"]
        )
        assert page(bar, LEAD, NEXT) == ["nav", "body", "body"]


class TestSigns:
    @pytest.mark.parametrize(
        ("line", "author"),
        [("Tác giả Minh Hà", "Minh Hà"), ("Tác giả VOV6", "VOV6"), ("Tác giả Theo TTXVN", "TTXVN")],
    )
    def test_an_author_without_a_colon(self, line: str, author: str) -> None:
        """ "Tác giả" before a name signs without a colon; before a verb it opens a sentence."""
        found = clean("page", f"{TITLE}\n\n{LEAD}\n\n{NEXT}\n\n{line}")
        assert (found.lines[-1].kind, found.fields.byline) == ("byline", author)
        assert clean("page", f"{TITLE}\n\n{LEAD}\n\n{NEXT}\n\nTác giả mất năm 1995.").fields.byline == ""

    @pytest.mark.parametrize(
        ("tag", "outlet"),
        [("(VTC News) -", "VTC News"), ("(langgom.vn)", "langgom.vn"), ("TTO -", "Tuổi Trẻ Online (TTO)")],
    )
    def test_a_tag_on_a_line_of_its_own(self, tag: str, outlet: str) -> None:
        """The outlet's tag may stand alone above the first paragraph: it is cut, and names the outlet."""
        found = clean("page", f"{TITLE}\n\n05/03/2021 08:15\n\n{tag}\n{LEAD}\n\n{NEXT}")
        assert found.fields.outlet == outlet
        assert [(cut.reason, cut.text) for cut in found.cuts] == [("outlet_tag", tag)]

    def test_an_agency_on_the_last_line(self) -> None:
        """ "(Vnews/Vietnam+)" below the last paragraph names the outlet too."""
        found = clean("page", f"{TITLE}\n\n{LEAD}\n\n{NEXT}\n\n(Vnews/Vietnam+)")
        assert found.fields.outlet == "VietnamPlus"

    def test_the_first_day_of_a_span_is_not_the_day_of_the_news(self) -> None:
        """ "Từ ngày 15/2" says when a contest began; nothing is inferred from it."""
        text = f"Từ ngày 15/2 đến 30/4/2020, làng mở cuộc thi tạo dáng gốm. {LEAD}\n\n{NEXT}"
        assert clean("page", text).fields.published == ""
