"""What stands for a picture and below it: names of files, alternative texts, owners of rights, series of photographs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.text.cleaning import clean
from tests.test_cleaning_layouts import LAST, LEAD, NEXT, TITLE, kinds, page

PHOTO = "Thợ gốm chuốt lại miệng bình trước khi nung. Ảnh: Hà An"


class TestFileNames:
    def test_a_name_in_words(self) -> None:
        """Three or more words without marks and a number name a picture's file; a plain line below is its caption."""
        assert page(TITLE, LEAD, "lang gom ven song 2\nLò nung lúc tinh mơ", NEXT)[2:4] == ["caption"] * 2

    def test_a_number_in_a_sentence(self) -> None:
        """A line of text with fixed breaks may open in small letters and end in a number."""
        told = "Sau mười năm gây dựng lại nghề, làng gốm ven sông nay đã\ncó cả thảy lò nung 12"
        assert (
            kinds(f"{TITLE}\n\n{LEAD}\n\n{told}\nchiếc, bán hàng đi nhiều tỉnh trong vùng.\n\n{NEXT}")[2:]
            == ["body"] * 4
        )

    def test_a_file_named_by_its_day(self) -> None:
        """Below "Tin liên quan" such a name opens each link; alone it stands for the picture."""
        links = "anh tin 20190402101530 Chợ phiên vùng cao ngày giáp Tết đông vui\nanh tin 20190402101530 “Giữ lửa” cho lò rèn ở cuối phố huyện"
        text = (
            f"{TITLE}\n\n{LEAD}\nTin liên quan\n{links}\nanh tin 20190402101530\n{PHOTO}\n\n{NEXT}\n\n{LAST}"
        )
        assert kinds(text) == [
            "title",
            "body",
            "nav",
            "teaser",
            "teaser",
            "caption",
            "caption",
            "body",
            "body",
        ]

    def test_the_headline_without_marks_in_capitals_and_small_letters(self) -> None:
        """Some pages keep the capitals of the headline that they write without marks."""
        slug = "Lang gom ben song doi moi tung ngay"
        assert page(TITLE, LEAD, f"{NEXT}\n{slug}\nNghệ nhân Trần Thị Sợi.", LAST)[3:5] == ["caption"] * 2


class TestAlternativeText:
    def test_a_line_stuck_to_a_caption_with_a_credit(self) -> None:
        """Where paragraphs stand apart, a line without an end that sticks to such a caption is the picture's text."""
        text = "Làng nghề: Những mẻ gốm đầu năm và chuyện giữ đất sét"
        assert page(TITLE, LEAD, f"{text}\n{PHOTO}", NEXT, LAST)[2:4] == ["caption"] * 2

    def test_a_long_caption_does_not_tell_the_gap(self) -> None:
        """Two captions with credits stand close; the heading behind them, set apart like every paragraph, is a heading."""
        long = PHOTO.replace(
            "trước khi nung", "trước khi đưa vào lò nung ở xưởng của gia đình bên bến sông cũ"
        )
        short = long.replace(" ở xưởng của gia đình bên bến sông cũ", " ở xưởng của gia đình mình")
        text = f"{TITLE}\n\n{LEAD}\n{short}\n{long}\n\nĐất và lửa\n\n{NEXT}\n\n{LAST}"
        assert kinds(text) == ["title", "body", "caption", "caption", "heading", "body", "body"]

    def test_a_headline_and_a_short_line_together(self) -> None:
        """On a page without its headline the picture's two lines still stand together, apart from the paragraphs."""
        text = "Làng gốm bên sông đổi mới từng ngày sau mười năm gây dựng"
        assert page(LEAD, f"{text}\nLò nung của xã.", NEXT, LAST) == [
            "body",
            "caption",
            "caption",
            "body",
            "body",
        ]

    def test_a_heading_above_its_paragraph(self) -> None:
        """A heading that sticks to a paragraph is no picture's text."""
        told = "Cả làng nay chỉ còn ba nghệ nhân biết vuốt gốm bằng tay, và họ đã ngoài bảy mươi tuổi."
        assert page(TITLE, LEAD, f"Ai giữ nghề vuốt gốm bằng tay\n{told}", NEXT, LAST)[2:4] == [
            "heading",
            "body",
        ]

    @pytest.mark.parametrize("below", ["Nghề đang hồi sinh.", "Xin cảm ơn ông!", "Vì sao vậy?"])
    def test_a_heading_above_a_short_sentence(self, below: str) -> None:
        """What tells, asks or thanks stands under no picture."""
        assert "caption" not in page(TITLE, LEAD, f"Chuyện nghề gốm bên dòng sông cũ\n{below}", NEXT, LAST)


class TestCaptions:
    def test_a_credit_begins_no_second_sentence(self) -> None:
        """A caption may say "cho biết" and end in a credit; it is one sentence."""
        told = "Chủ tịch xã thông tin với báo chí về vùng nguyên liệu của làng nghề. (Ảnh: Hà An)"
        assert page(TITLE, LEAD, told, NEXT, LAST)[2] == "caption"

    def test_whose_a_picture_is(self) -> None:
        """A copyright sign before a photographer or behind a caption's full stop is none of the imprint."""
        assert page(TITLE, "© Ảnh: Hà An - TTXVN Lò nung lúc tinh mơ", LEAD, NEXT)[1] == "caption"
        assert page(TITLE, LEAD, "Bến sông cũ của làng gốm. © AFP", NEXT, LAST)[2] == "caption"
        assert kinds(f"{TITLE}\n\n{LEAD}\n\n{NEXT}\n\n© Bản quyền thuộc về Báo Sông Quê")[-1] == "footer"

    def test_an_office_of_the_imprint_in_a_caption(self) -> None:
        """ "Trưởng ban …" opens lines of the imprint; with a photo credit the line is a caption, and text goes on."""
        shown = [
            "Trưởng ban Quản lý làng nghề phát biểu tại hội nghị ẢNH: HÀ AN",
            "Các hộ làm gốm tại hội nghị ẢNH: HÀ AN",
        ]
        found = page(TITLE, LEAD, NEXT, *shown, LAST.split(". ")[0][:60])
        assert found[3:] == ["caption", "caption", "body"]

    def test_a_run_between_two_captions(self) -> None:
        """Short sentences between two captions are captions, unless one of them tells what happened."""
        shown = [
            "Đội trống của xã tại lễ khai hội.",
            "Hai nghệ nhân đứng bên lò nung.",
            "Toàn cảnh lễ khai hội làng gốm.",
        ]
        assert page(TITLE, LEAD, PHOTO, *shown, NEXT, LAST)[2:6] == ["caption"] * 4
        told = "Năm nay lễ hội đã thu hút hàng nghìn khách."
        assert page(TITLE, LEAD, PHOTO, shown[0], told, shown[2], NEXT, LAST)[3:5] == ["body", "body"]

    def test_a_meeting_in_a_line_without_an_end(self) -> None:
        """Without a full stop somebody who opens a session is shown; with one the sentence tells who held it."""
        shown = "Đồng chí Chủ tịch HĐND tỉnh chủ trì kỳ họp"
        assert page(TITLE, LEAD, shown, NEXT, LAST)[2] == "caption"
        assert page(TITLE, LEAD, f"{shown}.", NEXT, LAST)[2] == "body"

    def test_a_sentence_that_ends_in_a_name(self) -> None:
        """ "Ông … từng là trợ lý của …" is a sentence, not the plate of a picture."""
        told = "Ông Lê Văn Cát từng là học trò của nghệ nhân Trần Thị Sợi."
        assert page(TITLE, LEAD, told, NEXT, LAST)[2] == "body"

    def test_twice_below_the_headline(self) -> None:
        """A line that stands twice in a row below another is a picture's text and its caption, not the headline."""
        twice = "Đến chiều 26/3, bốn mươi hộ đưa gốm ra bến sông chuẩn bị cho lễ hội đầu tiên của làng"
        found = clean("page", f"{TITLE}\n{twice}\n\n{twice}\n\n{LEAD}\n\n{NEXT}")
        assert found.fields.title == TITLE
        assert [line.kind for line in found.lines if line.kind != "blank"][1:3] == ["caption", "caption"]


@given(st.text(alphabet="ab 12©.ẢNnh:_", max_size=300))
def test_nothing_is_lost(text: str) -> None:
    """However odd, the lines of a page are the text again."""
    assert (
        "\n".join(line.text for line in clean("page", f"{TITLE}\n\n{text}\n\n{LEAD}").lines)
        == f"{TITLE}\n\n{text}\n\n{LEAD}"
    )
