"""Kinds of lines, cuts inside lines, and what an article says twice."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.codebooks import CodebookError
from caytre.tables import Line
from caytre.text.cleaning import Cleaned, clean
from tests.cleaning_pages import MARKED, page
from tests.helpers import ARTICLES, gold

KINDS = {"title", "dateline", "byline", "heading", "body", "caption", "teaser", "nav", "footer", "blank"}
PARAGRAPH = (
    "Sáng 14/12, tại Hà Nội, Bộ Công Thương tổ chức hội nghị tổng kết năm. Hội nghị đánh giá cao nỗ lực của các "
    "doanh nghiệp trong việc giữ vững chuỗi cung ứng."
)
SECOND = (
    "Theo báo cáo, kim ngạch xuất khẩu tăng 19% so với năm trước. Nhiều mặt hàng lần đầu vượt mốc một tỷ USD, trong "
    "đó có rau quả và thủy sản."
)


def kinds(text: str) -> list[str]:
    return [line.kind for line in clean("a", text).lines if line.kind != "blank"]


def cuts(text: str) -> list[tuple[int, str, str]]:
    return [(cut.line_no, cut.reason, cut.text) for cut in clean("a", text).cuts]


def merged(kind: str) -> str:
    return "body" if kind == "heading" else kind


class TestPages:
    @pytest.mark.parametrize("name", MARKED)
    def test_every_line_of_a_composed_page_has_its_kind(self, name: str) -> None:
        """Pages in the manner of fifty-seven sites come apart into article and furniture."""
        text, expected = page(name)
        found = clean(name, text).lines
        wrong = [
            (line, kind)
            for line, kind in zip(found, expected, strict=True)
            if merged(line.kind) != merged(kind)
        ]
        assert not wrong

    def test_the_five_articles_are_as_annotated_by_hand(self) -> None:
        """Of the hand-annotated lines at least 97 % have their kind, and no line of the body is lost."""
        wanted = {
            (row["article_id"], int(row["line_no"])): row["class"]
            for row in gold("lines")
            if row["class"] != "blank"
        }
        found = {
            (path.stem, line.line_no): merged(line.kind)
            for path in ARTICLES.glob("*.txt")
            for line in clean(path.stem, path.read_text(encoding="utf-8")).lines
        }
        right = sum(found[place] == kind for place, kind in wanted.items())
        assert right >= 0.97 * len(wanted)
        assert [place for place, kind in wanted.items() if kind == "body" and found[place] != "body"] == []

    def test_a_page_set_without_blank_lines_reads_the_same(self) -> None:
        """Blank lines between paragraphs are no condition: kinds stay when they are dropped."""
        text, expected = page("television_interview")
        tight = "\n".join(line for line in text.split("\n") if line.strip())
        assert [merged(kind) for kind in kinds(tight)] == [
            merged(kind) for kind in expected if kind != "blank"
        ]


class TestNothingIsLost:
    @given(st.text())
    def test_lines_are_a_partition_of_any_text(self, text: str) -> None:
        """Joining the lines with newlines gives the text back, character for character."""
        holds(clean("a", text), text)

    @given(
        st.lists(
            st.sampled_from([line for name in MARKED for line in page(name)[0].split("\n")]), max_size=40
        )
    )
    def test_lines_of_pages_in_any_order_are_a_partition(self, lines: list[str]) -> None:
        """Also where titles, captions and imprints of many sites stand in disorder."""
        text = "\n".join(lines)
        holds(clean("a", text), text)

    @pytest.mark.parametrize(
        "unit",
        [
            "“",
            "(",
            "A ",
            "1/1/2020 ",
            "| ",
            " ",
            "\u0301",
            "Chia sẻ\n",
            "Nguyễn Văn An\n",
            "Ảnh: A\n",
            "- ",
            "#",
            ">>",
        ],
    )
    def test_long_runs_end_at_once(self, unit: str) -> None:
        """Runs of quotes, brackets, capitals, dates, pipes, spaces, marks and buttons are read in linear time."""
        text = unit * 20_000
        holds(clean("a", text), text)

    @pytest.mark.parametrize("text", ["", " ", "\n", "\n\n\n", "|", " | ", "\xa0", ".", "…", "#"])
    def test_texts_of_nothing_are_read(self, text: str) -> None:
        """An empty text, spaces and lone marks give lines like any other text."""
        holds(clean("a", text), text)


def holds(cleaned: Cleaned, text: str) -> None:
    lines = text.split("\n")
    assert "\n".join(line.text for line in cleaned.lines) == text
    assert [line.line_no for line in cleaned.lines] == list(range(1, len(lines) + 1))
    assert {line.kind for line in cleaned.lines} <= KINDS
    assert all((line.kind == "blank") == (not line.text.strip()) for line in cleaned.lines)
    for cut in cleaned.cuts:
        assert cut.text
        assert lines[cut.line_no - 1][cut.start : cut.end] == cut.text
    places = [(cut.line_no, cut.start, cut.end) for cut in cleaned.cuts]
    assert all(a[0] < b[0] or a[2] <= b[1] for a, b in pairwise(places))


class TestCuts:
    def test_an_outlet_tag_is_cut_with_its_dash(self) -> None:
        """What stays of "(VietQ.vn) - Hội nghị" begins with the sentence."""
        assert cuts(f"Tin vắn cuối ngày hôm nay\n(VietQ.vn) - {PARAGRAPH}") == [
            (2, "outlet_tag", "(VietQ.vn) - ")
        ]

    def test_an_agency_tag_is_cut_with_its_place(self) -> None:
        """In "Hà Nội (TTXVN) - " the place belongs to the tag."""
        assert cuts(f"Tin vắn cuối ngày hôm nay\nHà Nội (TTXVN) - {PARAGRAPH}") == [
            (2, "outlet_tag", "Hà Nội (TTXVN) - ")
        ]

    def test_a_bracket_that_is_no_tag_stays(self) -> None:
        """ "(Hà Nội)" in a sentence names no outlet."""
        assert (
            cuts(
                "Tin vắn cuối ngày\nTrường Đại học Luật (Hà Nội) - nơi đào tạo nhiều luật sư giỏi - vừa tròn 40 tuổi."
            )
            == []
        )

    def test_an_address_is_cut_without_the_stop_after_it(self) -> None:
        """The full stop behind an address ends the sentence and stays."""
        assert cuts(f"Tin vắn\n{PARAGRAPH} Xem tại https://moit.gov.vn/tin-tuc.") == [
            (2, "url", "https://moit.gov.vn/tin-tuc")
        ]

    def test_a_table_pipe_is_cut(self) -> None:
        """The rest of a table cell at the end of a caption is left out."""
        text = f"Tin vắn cuối ngày\n{PARAGRAPH}\nToàn cảnh hội nghị. |\n{SECOND}"
        assert cuts(text) == [(3, "table_pipe", " |")]
        assert kinds(text) == ["title", "body", "caption", "body"]

    def test_a_caption_stuck_to_a_paragraph_is_cut(self) -> None:
        """Where the space after a full stop is lost and a caption follows, the paragraph ends before it."""
        text = f"Tin vắn cuối ngày\n{PARAGRAPH}Toàn cảnh các đại biểu dự hội nghị\n{SECOND}"
        assert cuts(text) == [(2, "caption", "Toàn cảnh các đại biểu dự hội nghị")]

    def test_author_and_template_word_are_cut_from_a_dateline(self) -> None:
        """A dateline may hold the author's name and a leftover of the page's template."""
        text = f"Xuất khẩu lập kỷ lục mới\nauthor 16:30 14/12/2021\n{PARAGRAPH}"
        assert cuts(text) == [(2, "template", "author ")]
        text = f"Xuất khẩu lập kỷ lục mới\nKhánh Nguyễn-Thứ hai, ngày 20/12/2021 07:00 GMT+7\n{PARAGRAPH}"
        assert cuts(text) == [(2, "byline", "Khánh Nguyễn")]


class TestEvidence:
    def test_a_line_of_many_articles_is_furniture(self) -> None:
        """A line that the corpus repeats is furniture though no codebook knows it."""
        text = f"Xuất khẩu lập kỷ lục mới trong năm\n{PARAGRAPH}\nMỗi ngày một chuyện\n{SECOND}"
        assert kinds(text)[2] == "heading"
        lines = clean("a", text, repeated=frozenset(["mỗi ngày một chuyện"])).lines
        assert [line.kind for line in lines] == ["title", "body", "nav", "body"]

    def test_metadata_says_which_line_is_the_title(self) -> None:
        """The headline is found by metadata also where another line looks more like one."""
        text = f"Tre xanh\nNhững chuyện hay trong tuần qua ở Bộ Công Thương\n{PARAGRAPH}"
        assert clean("a", text, metadata={"title": "Tre xanh"}).lines[0].kind == "title"

    def test_a_short_sentence_is_not_lost(self) -> None:
        """Short finished sentences inside an article are text."""
        assert kinds(f"Chuyện ở bản xa\n{PARAGRAPH}\nMưa.\nCả bản thức trắng.\n{SECOND}") == [
            "title",
            *["body"] * 4,
        ]

    def test_list_items_and_questions_are_text(self) -> None:
        """Items of a list, an announcing line and a question without a verb of saying are text."""
        text = f"Chuyện ở bản xa\n{PARAGRAPH}\nBa việc cần làm:\n- Mở đường\n- Xây trường\nVì sao chậm?\n{SECOND}"
        assert {merged(kind) for kind in kinds(text)[1:]} == {"body"}

    def test_text_after_an_inserted_list_of_articles_goes_on(self) -> None:
        """ "Tin liên quan" in the middle of an article does not end it."""
        text = f"Chuyện ở bản xa\n{PARAGRAPH}\nTin liên quan\nĐường lên bản đã mở sau nhiều năm\n{SECOND}"
        assert kinds(text) == ["title", "body", "nav", "teaser", "body"]

    def test_lines_with_fixed_breaks_stay_together(self) -> None:
        """A line that goes on in lower case is of the kind of the line above."""
        text = "Đổi mới công tác đào tạo cán bộ\nNhiều năm qua, các cấp ủy luôn quan tâm đào tạo\ncán bộ trẻ ở cơ sở."
        assert kinds(text) == ["title", "body", "body"]

    def test_a_corpus_may_bring_its_own_codebook(self, tmp_path: Path) -> None:
        """A misshaped codebook of a corpus is named in the error."""
        (tmp_path / "codebooks").mkdir()
        (tmp_path / "codebooks" / "furniture.yaml").write_text("marks: []\n", encoding="utf-8")
        with pytest.raises(CodebookError, match=r"furniture\.yaml"):
            clean("a", PARAGRAPH, corpus=tmp_path)


THIRD = (
    "Ông Lê Minh Khôi, giám đốc sở, cho biết địa phương sẽ tiếp tục hỗ trợ doanh nghiệp về vốn và mặt bằng. Các sở, "
    "ngành được giao rà soát thủ tục để rút ngắn thời gian."
)


def page_of(*inner: str, above: tuple[str, ...] = (), below: tuple[str, ...] = ()) -> list[str]:
    """The kinds of *inner*, lines set between the second and the third paragraph of a page."""
    head = ("Công nghiệp địa phương phục hồi sau dịch", "Thứ ba, 14/12/2021 08:00", *above)
    found = kinds("\n".join([*head, PARAGRAPH, SECOND, *inner, THIRD, *below]))
    start = len(head) + 2
    return found[start : start + len(inner)]


def tail_of(*lines: str) -> list[str]:
    """The kinds of *lines* behind the last paragraph of a page."""
    text = ["Công nghiệp địa phương phục hồi sau dịch", "14/12/2021 08:00", PARAGRAPH, SECOND, THIRD, *lines]
    return kinds("\n".join(text))[5:]


class TestAround:
    """What stands around the text of an article; each rule on lines of its own."""

    @pytest.mark.parametrize(
        "caption",
        [
            "Bộ đội biên phòng tuần tra cột mốc.",
            "Màn múa lân chào mừng lễ hội.",
            "Không gian trưng bày sản phẩm làng nghề.",
            "NSƯT Hoàng Thị Lan.",
            "Diễn viên Kim Chi và bạn diễn trong một cảnh phim",
        ],
    )
    def test_short_lines_that_show_something_are_captions(self, caption: str) -> None:
        """A caption needs no credit where it is short and names a scene, a show or a person."""
        assert page_of(caption) == ["caption"]

    @pytest.mark.parametrize(
        "text",
        [
            "Người dân đã trở lại với nhịp sống thường ngày.",
            "Màn trình diễn ấy đã làm thay đổi cuộc đời anh.",
            "Không ai muốn nhắc lại chuyện cũ.",
        ],
    )
    def test_short_sentences_that_tell_are_text(self, text: str) -> None:
        """What has a before and an after is no caption."""
        assert page_of(text) == ["body"]

    def test_two_pictures_in_a_row(self) -> None:
        """A plain sentence about things right above a caption with a credit is a caption as well."""
        assert (
            page_of("Nhiều tuyến đường ngập sâu.", "Học sinh lội nước tới trường. Ảnh: Minh Anh")
            == ["caption"] * 2
        )

    def test_photographer_in_capitals_belongs_to_the_caption(self) -> None:
        """Some papers set the name alone below the picture's text."""
        assert page_of("Các em nhỏ vui hội trăng rằm", "QUỐC TUẤN") == ["caption"] * 2

    def test_lead_set_apart_by_blank_lines_is_text(self) -> None:
        """The hole below a lead is no picture."""
        lead = "Dù đơn hàng giảm, các nhà máy tại Bình Dương vẫn giữ đủ lao động và tăng lương cho công nhân lành nghề."
        text = "\n".join(
            ["Nhà máy giữ chân thợ giỏi", "14/12/2021 08:00", lead, "", PARAGRAPH, SECOND, THIRD]
        )
        assert kinds(text)[2] == "body"

    def test_box_with_the_tag_of_the_outlet_shows_another_article(self) -> None:
        """Headline and lead with the tag once more are no text of this article."""
        found = kinds(
            "\n".join(
                [
                    "Giá điện tăng từ tháng sau",
                    "14/12/2021 08:00",
                    "TTO - " + PARAGRAPH,
                    SECOND,
                    THIRD,
                    "Doanh nghiệp thép xin giãn lộ trình tăng giá điện",
                    "TTO - Hiệp hội Thép vừa gửi kiến nghị đến Bộ Công Thương về biểu giá điện sản xuất.",
                    PARAGRAPH,
                ]
            )
        )
        assert found[2:] == ["body", "body", "body", "teaser", "teaser", "body"]

    def test_headlines_behind_a_date_show_other_articles(self) -> None:
        """Up to three; more of them are a timeline, which is text."""
        two = ["12-12-2021 Giá thép lập đỉnh mới trong năm nay", "11-12-2021 Xuất khẩu gỗ vượt mốc kỷ lục cũ"]
        more = ["10-12-2021 Nhà máy đầu tiên khởi công", "09-12-2021 Tỉnh phê duyệt quy hoạch chung"]
        assert page_of(*two) == ["teaser"] * 2
        assert "teaser" not in page_of(*two, *more)

    def test_headlines_right_before_the_tags_are_no_text(self) -> None:
        """No paragraph follows a heading there, so it heads none."""
        found = tail_of(
            "Vì sao giá nhà ở các đô thị lớn vẫn tăng mạnh?",
            "Bộ Xây dựng cho rằng nguồn cung nhà ở vừa túi tiền thiếu hụt kéo dài là lý do chính.",
            "Người thu nhập thấp tiếp tục chờ nhà ở xã hội",
            "Tags:",
            "nhà ở",
        )
        assert found == ["teaser"] * 3 + ["nav"] * 2

    def test_tags_may_have_six_words(self) -> None:
        """After "Từ khóa" short lines are tags, a headline is none."""
        found = tail_of(
            "Từ khóa:", "Chủ tịch tỉnh Lê Minh Khôi", "Doanh nghiệp kỳ vọng gì ở gói hỗ trợ mới của tỉnh"
        )
        assert found == ["nav", "nav", "teaser"]

    @pytest.mark.parametrize(
        "line", ["Báo điện tử Ánh Sáng", "Tổng Giám đốc: Lê Minh Khôi", "Trung tâm Truyền thông tỉnh Hà Nam"]
    )
    def test_imprint_may_begin_with_a_name(self, line: str) -> None:
        """What publishes the page stands above address and licence."""
        assert (
            tail_of("Bình luận", line, "Địa chỉ: 12 Trần Phú", "Giấy phép số 12/GP-TTĐT")
            == ["nav"] + ["footer"] * 3
        )

    @pytest.mark.parametrize(
        "line",
        [
            "Theo dõi Báo Ánh Sáng trên Google News",
            "Xem thêm tin kinh tế hôm nay tại đây",
            "Chia sẻ lên zalo",
            "In trang này",
            "Link xem trận đấu",
        ],
    )
    def test_buttons_with_varying_words(self, line: str) -> None:
        """Buttons that hold the name of a site or of a topic are known by their frame."""
        assert tail_of("Bình luận", line)[1] == "nav"
        assert page_of(line) == ["nav"]

    def test_player_clock_is_no_dateline(self) -> None:
        """With a dateline to the minute a lone "4:05" is how long the audio lasts."""
        found = kinds("\n".join(["Lũ rút, dân dọn bùn", "14/12/2021 08:00", "4:05", PARAGRAPH, SECOND]))
        assert found[:3] == ["title", "dateline", "nav"]

    @pytest.mark.parametrize(
        "line", ["Thu Hà - Ảnh: Minh Đức", "Bài: Thu Hà; ảnh: Minh Đức", "Bài, ảnh: Thu Hà"]
    )
    def test_author_beside_the_photographer(self, line: str) -> None:
        """The last line names who wrote and who took the pictures: it is no caption."""
        text = "\n".join(
            ["Chợ nổi vào xuân", "14/12/2021 08:00", PARAGRAPH, SECOND, THIRD, line, "Bình luận"]
        )
        found = clean("a", text)
        assert [row.kind for row in found.lines][5:] == ["byline", "nav"]
        assert found.fields.byline == "Thu Hà"

    def test_author_below_links_to_other_articles(self) -> None:
        """Lines with ">>" may stand between the text and its signature."""
        found = tail_of(">> Vì sao giá vàng lập đỉnh", "Thu Hà", "#giávàng")
        assert found == ["teaser", "byline", "nav"]

    def test_author_below_a_list_that_does_not_end(self) -> None:
        """After results or a programme the name before the furniture is the author's; among tags it is none."""
        text = [
            "Lịch đấu tuần này",
            "14/12/2021 08:00",
            PARAGRAPH,
            THIRD,
            "Lịch thi đấu:",
            "Nam Định - Viettel",
            "Thu Hà",
        ]
        assert kinds("\n".join([*text, "Bình luận"]))[6:] == ["byline", "nav"]
        assert tail_of("Từ khóa:", "bóng đá", "Thu Hà", "Bình luận") == ["nav"] * 4

    def test_comment_counter_inside_the_article_is_a_button(self) -> None:
        """ "Bình luận 0" counts; "Bình luận" alone may head a part of the text."""
        assert page_of("Bình luận 0") == ["nav"]

    def test_line_between_paragraph_and_heading_is_a_caption(self) -> None:
        """Of two unended lines in a row the second heads what follows."""
        assert page_of("Hoa đào trên phố cổ Đồng Văn", "Giữ nghề cho con cháu") == ["caption", "heading"]

    def test_tag_glued_to_the_first_word(self) -> None:
        """ "BTO-Sau" holds a tag, "LĐ-TB&XH" is the name of an office."""
        assert cuts("BTO-Sau hai ngày làm việc, kỳ họp đã bế mạc trong sáng nay.")[0][2] == "BTO-"
        assert cuts("LĐ-TB&XH là tên gọi tắt của ngành lao động, thương binh và xã hội.") == []

    def test_office_signs_its_page(self) -> None:
        """The portal of a ministry names a department as author."""
        text = "\n".join(
            [
                "Bộ họp giao ban tháng",
                "Ngày đăng: 14/12/2021",
                PARAGRAPH,
                SECOND,
                "Vụ Hợp tác quốc tế",
                "Lượt xem: 12",
            ]
        )
        assert kinds(text)[4:] == ["byline", "footer"]
        assert clean("a", text).fields.byline == "Vụ Hợp tác quốc tế"

    def test_author_with_the_name_of_a_place(self) -> None:
        """Between headline and dateline a place is somebody's name."""
        text = "\n".join(
            ["Mùa nước nổi về muộn trên đồng", "An Giang", "14/12/2021 08:00", PARAGRAPH, SECOND]
        )
        assert kinds(text)[:3] == ["title", "byline", "dateline"]
        assert clean("a", text).fields.byline == "An Giang"

    def test_dateline_between_bars_may_hold_an_unknown_section(self) -> None:
        """ "Author | day - time | section" is a dateline though no list knows the section."""
        text = "\n".join(
            [
                "Lê Mai | 14-12-2021 - 08:10 AM | Hàng hóa nguyên liệu",
                "Giá cao su tăng trở lại",
                PARAGRAPH,
                SECOND,
            ]
        )
        found = clean("a", text)
        assert [line.kind for line in found.lines][:2] == ["dateline", "title"]
        assert (found.fields.published, found.fields.byline) == ("2021-12-14T08:10", "Lê Mai")


class TestRepeated:
    def test_a_caption_that_repeats_the_text_is_marked(self) -> None:
        """The sentence counts once: in the body."""
        sentence = "Các đại biểu dự hội nghị tham quan khu trưng bày sản phẩm."
        text = f"Tin vắn cuối ngày\n{PARAGRAPH} {sentence}\n{sentence} Ảnh: VGP\n{SECOND}"
        assert clean("a", text).repeated == [(3, 0, len(sentence))]

    def test_a_paragraph_set_twice_is_marked_once(self) -> None:
        """Of two equal sentences of the body the second is marked."""
        found = clean("a", f"Tin vắn cuối ngày\n{PARAGRAPH}\n{SECOND}\n{PARAGRAPH}").repeated
        assert {line_no for line_no, _, _ in found} == {4}
        assert len(found) == 2

    def test_nothing_is_marked_in_an_article_that_does_not_repeat(self) -> None:
        """Different sentences are no repetition, nor are short ones said twice."""
        assert clean("a", f"Tin vắn\n{PARAGRAPH}\nVâng.\n{SECOND}\nVâng.").repeated == []


def test_lines_are_rows_of_the_table() -> None:
    """Lines carry the article's name and count from one."""
    assert clean("bài 1", "Một dòng.").lines == [Line("bài 1", 1, "body", "Một dòng.")]
