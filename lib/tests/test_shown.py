"""The lines of an article as a reader sees them, and who speaks at a place in them."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.analysis.shown import Speakers, citation, citations, shortened, shown_lines
from caytre.tables import Cut, Voice
from caytre.text.characters import blanked
from tests.helpers import article

LINE = "(VietQ.vn) - Sáng nay, Hội nghị khai mạc. Ảnh: TTXVN"


class TestBlanked:
    @pytest.mark.parametrize(
        ("spans", "expected"),
        [
            ([], "mưa và nắng"),
            ([(4, 6)], "mưa    nắng"),
            ([(7, 11), (0, 3)], "    và     "),
            ([(0, 6), (4, 7)], "       nắng"),
            ([(7, 99)], "mưa và     "),
            ([(3, 3), (9, 2)], "mưa và nắng"),
        ],
    )
    def test_spans(self, spans: list[tuple[int, int]], expected: str) -> None:
        """Spans in any order, that overlap, reach beyond the end or are empty."""
        assert blanked("mưa và nắng", spans) == expected

    @given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
    def test_every_character_stays_or_is_blank(self, text: str, spans: list[tuple[int, int]]) -> None:
        """The length stays; a character is replaced where a span holds it and nowhere else."""
        expected = [
            "|" if any(start <= at < end for start, end in spans) else letter
            for at, letter in enumerate(text)
        ]
        assert blanked(text, spans, by="|") == "".join(expected)


class TestShownLines:
    def test_cuts_are_blank_and_offsets_hold(self) -> None:
        """What is cut out is as many spaces, in the lines of the kinds asked for."""
        made = article(f"Tiêu đề\n{LINE}", kinds={1: "title"})
        cuts = [Cut("a", 2, 0, 13, "outlet_tag", LINE[:13]), Cut("a", 2, 42, len(LINE), "caption", LINE[42:])]
        (line,) = shown_lines(made._replace(cuts=cuts), ("body",))
        assert (len(line.text), line.text.strip()) == (len(LINE), "Sáng nay, Hội nghị khai mạc.")
        (line,) = shown_lines(made._replace(cuts=cuts), ("body",), keep=("caption",))
        assert line.text.strip() == LINE[13:]


class TestSpeakers:
    def test_the_sentence_that_holds_the_place(self) -> None:
        """The end of a sentence is no part of it, and another article's sentence is another's."""
        voices = [
            Voice("a", 1, 1, 0, 20, "Bùi Thanh Sơn", "direct", "cue", 1.0),
            Voice("a", 1, 2, 21, 40, "", "narration", "", 1.0),
            Voice("b", 1, 1, 0, 20, "Trần Văn Nam", "direct", "cue", 1.0),
        ]
        speakers = Speakers(voices)
        found = [
            speakers.at(*place)
            for place in (("a", 1, 19), ("a", 1, 20), ("a", 1, 21), ("b", 1, 0), ("c", 1, 0))
        ]
        assert found == ["Bùi Thanh Sơn", "", "", "Trần Văn Nam", ""]


def test_a_text_is_cut_between_words() -> None:
    """No word is cut in two, and a text that fits is left alone."""
    assert shortened("nền ngoại giao cây tre", 12) == "nền ngoại…"
    assert shortened("nền ngoại giao", 14) == "nền ngoại giao"


class TestCitation:
    def test_a_line_and_a_sentence_of_it(self) -> None:
        """A place is an article and a line; a sentence of the line follows a number sign."""
        assert (citation("bao", 19), citation("bao", 19, sentence=2)) == ("[bao:19]", "[bao:19#2]")

    def test_every_row_of_a_table(self) -> None:
        """One citation a row, in the order of the rows, whatever else the table holds."""
        table = pd.DataFrame({"n": [1, 2], "line_no": [7, 3], "article_id": ["b", "a"]})
        assert citations(table) == ["[b:7]", "[a:3]"]
        assert citations(table.head(0)) == []
