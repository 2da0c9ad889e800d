"""The head and the end of pages: headlines told from first sentences, days and names in odd places, links at the end."""

from __future__ import annotations

import pytest

from caytre.text.cleaning import clean
from tests.test_cleaning_layouts import LAST, LEAD, NEXT, TITLE, kinds, page


class TestNoHeadline:
    @pytest.mark.parametrize(
        "asked",
        [
            "Phóng viên (PV): Thưa ông, vì sao làng gốm có thể hồi sinh nhanh đến vậy?",
            "Ông đánh giá thế nào về sức mua của thị trường gốm trong năm nay?",
            "Xin bà cho biết làng nghề đã vượt qua những năm khó khăn ra sao?",
        ],
    )
    def test_a_question_to_somebody(self, asked: str) -> None:
        """Where the headline is missing, an interviewer's first question is text."""
        assert page(asked, LEAD, NEXT, LAST)[0] == "body"

    def test_a_question_as_headline(self) -> None:
        """A question about somebody who is named is a headline."""
        assert page("Ông Cát sẽ giữ được lò gốm cuối cùng?", LEAD, NEXT)[0] == "title"

    def test_a_dash(self) -> None:
        """A first sentence with a dash before it is the lead of a page without headline."""
        told = "- Làng gốm bên sông sau mười năm gây dựng lại nghề đã có hơn hai trăm lò nung."
        assert page(told, LEAD, NEXT)[0] == "body"

    def test_a_first_paragraph_in_several_lines(self) -> None:
        """Three lines that go on from one another and end in a full stop are a paragraph, and so are lines before a colon."""
        broken = "Sau mười năm gây dựng lại nghề, làng gốm nay đã\ncó hơn hai trăm lò nung và bán hàng đi nhiều\ntỉnh trong vùng."
        assert kinds(f"{broken}\n{LEAD}\n{NEXT}")[:3] == ["body"] * 3
        announced = "Ngày 9/12, chủ tịch xã đã nói chuyện với các hộ\nlàm gốm tại hội nghị tổng kết mười năm của làng\nvề chủ đề:\n“Giữ đất sét, giữ nghề cho con cháu mai\nsau”."
        assert kinds(f"{announced}\n\n{LEAD}\n\n{NEXT}")[:5] == ["body"] * 5

    def test_guests(self) -> None:
        """A first line that enumerates guests without a full stop is text."""
        guests = "Tham dự có các đồng chí Lê Văn Cát, chủ tịch xã; Trần Thị Sợi, trưởng ban quản lý làng nghề; các hộ dân"
        assert page(guests, LEAD, NEXT)[0] == "body"


class TestHeadline:
    def test_a_subject_in_capitals_above_it(self) -> None:
        """A few words in capitals above the headline name its subject."""
        found = clean("page", f"LÀNG NGHỀ - THỊ TRƯỜNG\n\n{TITLE}\n\n{LEAD}\n\n{NEXT}")
        assert (found.fields.title, found.lines[0].kind) == (TITLE, "nav")

    def test_two_lines_of_capitals(self) -> None:
        """A headline in capitals that breaks behind a comma goes on in the next line."""
        found = clean(
            "page", f"LÀNG GỐM BÊN SÔNG HỒI SINH,\n\nĐỜI SỐNG ĐỔI MỚI TỪNG NGÀY\n\n{LEAD}\n\n{NEXT}"
        )
        assert found.fields.title == "LÀNG GỐM BÊN SÔNG HỒI SINH, ĐỜI SỐNG ĐỔI MỚI TỪNG NGÀY"

    def test_the_trail_of_pages_run_together(self) -> None:
        """A line that ends in the headline below it leads to it."""
        found = clean("page", f"Trang chủKinh tế{TITLE}\n\n{TITLE}\n\n{LEAD}\n\n{NEXT}")
        assert (found.fields.title, found.lines[0].kind) == (TITLE, "nav")

    def test_a_long_trail(self) -> None:
        """A trail of steps that ends in a long headline is one however long."""
        long = f"{TITLE}, xuất khẩu gốm sang các nước láng giềng tăng gấp đôi"
        assert page(f"> Tin tức - Sự kiện > Làng nghề > {long}", long, LEAD, NEXT)[:2] == ["nav", "title"]

    def test_the_day_behind_it(self) -> None:
        """Portals put the day in brackets behind the headline; a span of years there is no day."""
        found = clean("page", f"{TITLE} (07/07/2016)\n\n{LEAD}\n\n{NEXT}").fields
        assert (found.title, found.published, found.published_from) == (TITLE, "2016-07-07", "text")
        assert clean("page", f"{TITLE} (2006-2016)\n\n{LEAD}\n\n{NEXT}").fields.published == ""


class TestDayAndAuthor:
    @pytest.mark.parametrize(
        ("line", "value"),
        [
            ("Tạp chí điện tử - Ngày đăng : 12:25, 29/06/2025", "2025-06-29T12:25"),
            ("13/09/2020, 18:15 lananh_vnews", "2020-09-13T18:15"),
            ("Ngày đăng bài: 05/03/2018 | Tác giả: Kim Cúc", "2018-03-05"),
            ("Sunday, 23rd June, 2024 5:25", "2024-06-23T05:25"),
        ],
    )
    def test_what_may_stand_beside_a_day(self, line: str, value: str) -> None:
        """A label, an editor's login, an author, an English ordinal."""
        assert clean("page", f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{NEXT}").fields.published == value

    def test_a_name_alone_below_the_lead(self) -> None:
        """It is the author's where nobody of that name is told of, else a heading or a plate."""
        assert clean("page", f"{TITLE}\n{LEAD}\nLê Minh Tú\n{NEXT}\n{LAST}").fields.byline == "Lê Minh Tú"
        told = f"{NEXT} Đó là nhà của Lê Minh Tú."
        assert clean("page", f"{TITLE}\n{LEAD}\nLê Minh Tú\n{told}\n{LAST}").fields.byline == ""
        assert clean("page", f"{TITLE}\n{LEAD}\nÔng Lê Minh Tú\n{NEXT}\n{LAST}").fields.byline == ""

    @pytest.mark.parametrize(
        ("line", "author"),
        [
            ("T/h: Hải Thanh", "Hải Thanh"),
            ("(CTV: Khánh Nguyên)", "Khánh Nguyên"),
            ("Linh Anh _Văn Kiên", "Linh Anh _Văn Kiên"),
            (f"Nguồn Sông Quê: https://songque.example/{'a' * 90}", "Sông Quê"),
        ],
    )
    def test_signatures(self, line: str, author: str) -> None:
        """Compilers, contributors, two names joined by a low line, a source with a long address."""
        found = clean("page", f"{TITLE}\n\n{LEAD}\n\n{NEXT}\n\n{line}")
        assert (found.fields.byline, found.lines[-1].kind) == (author, "byline")

    def test_a_signature_under_the_pictures(self) -> None:
        """A name below "Một số hình ảnh …:" signs; the pictures had no captions."""
        found = page(
            TITLE, LEAD, NEXT, "Một số hình ảnh tại lễ hội làng gốm:", "Thu Hà", "Các tin đã đưa ngày:"
        )
        assert found[3:] == ["body", "byline", "nav"]


class TestOtherArticles:
    HEADS = ("Làng dệt bên núi mở lại ba xưởng cũ", "Chợ phiên vùng cao đón hàng nghìn khách")

    def test_pairs_at_the_very_end(self) -> None:
        """Headlines with one sentence each that says them again are other articles, with or without a count between."""
        leads = [f"{head}, sau nhiều năm vắng bóng người mua người bán." for head in self.HEADS]
        text = f"{TITLE}\n{LEAD}\n{NEXT}\n{self.HEADS[0]}\n12 3\n{leads[0]}\n{self.HEADS[1]}\n{leads[1]}"
        assert kinds(text)[3:] == ["teaser", "nav", "teaser", "teaser", "teaser"]

    def test_headings_at_the_end(self) -> None:
        """A paragraph does not repeat the heading above it."""
        told = [
            "Giá bán gần như không tăng so với năm trước.",
            "Các hộ mong được vay vốn với lãi suất thấp hơn nay.",
        ]
        text = f"{TITLE}\n{LEAD}\n{NEXT}\n{self.HEADS[0]}\n{told[0]}\n{self.HEADS[1]}\n{told[1]}"
        assert "teaser" not in kinds(text)

    def test_a_link_as_image_and_text(self) -> None:
        """A headline on two lines above a short lead with all its words is another article."""
        head = "Mở lại ba xưởng dệt cũ"
        lead = "Làng bên núi vừa mở lại ba xưởng dệt cũ."
        assert page(TITLE, LEAD, NEXT, head, head, lead, "PV")[3:] == ["teaser", "teaser", "teaser", "byline"]

    def test_three_links_below_the_lead(self) -> None:
        """Of three headlines right below the lead one need name nobody."""
        links = [
            "Chủ tịch tỉnh Lò Văn Pao thăm các hộ dệt vải trên núi",
            "Ngày làm việc thứ hai của hội nghị các làng nghề",
            "Hội nghị các làng nghề ở Bản Mây: Tập trung vào ba việc lớn",
        ]
        assert page(TITLE, LEAD, *links, NEXT, LAST)[2:5] == ["teaser"] * 3

    def test_the_headline_again_at_the_end(self) -> None:
        """Pictures' texts at the end of a page that breaks off are no list of other articles."""
        assert page(TITLE, LEAD, NEXT, f"{TITLE}\n{TITLE}", "Thị trường trong nước tương đối ổn")[3:] == [
            "caption",
            "caption",
            "body",
        ]


class TestButtons:
    @pytest.mark.parametrize(
        "line",
        [
            "-   +   A-   A+   In",
            "Xem với cỡ chữ",
            "Máy của bạn không hỗ trợ nghe xem",
            "Breaking News",
            "Về trang trước Về đầu trang",
        ],
    )
    def test_of_portals(self, line: str) -> None:
        """Sizes of letters, a player's notice, the way back."""
        assert page(TITLE, line, LEAD, NEXT)[1] == "nav"

    def test_a_word_with_a_low_line(self) -> None:
        """One word joined by low lines is what an editor left."""
        assert page(TITLE, LEAD, "google_Songque.example", NEXT)[2] == "nav"

    def test_one_word_as_lead(self) -> None:
        """A single word with a full stop below the headline answers it."""
        assert page("Gốm làng ta có phải là gốm cổ?", "Không.", LEAD, NEXT)[1] == "body"


class TestBrackets:
    def test_a_line_in_brackets_above_the_text(self) -> None:
        """Where the headline is missing, a first line wholly in brackets is a picture's caption, not the headline."""
        found = clean("page", f"(hình ảnh tại lễ hội làng gốm)\n{LEAD}\n{NEXT}")
        assert (found.fields.title, found.lines[0].kind) == ("", "caption")

    def test_how_far_a_player_has_played(self) -> None:
        """ "0:00" beside the headline belongs to a player, not to the day."""
        assert page(TITLE, "0:00 / 0:00\n0:00", LEAD, NEXT)[1:3] == ["nav", "nav"]

    def test_a_day_with_its_time_behind_the_headline(self) -> None:
        """The brackets may hold the time as well."""
        found = clean("page", f"{TITLE} (10/12/2018 08:08)\n\n{LEAD}\n\n{NEXT}").fields
        assert (found.title, found.published, found.precision) == (TITLE, "2018-12-10T08:08", "minute")
