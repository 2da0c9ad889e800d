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
