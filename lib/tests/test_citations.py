"""A citation in a report leads to the line it names."""

from __future__ import annotations

import pandas as pd
import pytest

from caytre import session
from caytre.output.citations import Cited, appendix, linked
from caytre.tables import Cut, Line, frame

LINES = frame(
    [
        Line("vtv", 1, "title", "Tin <script>alert(1)</script>"), Line("vtv", 2, "blank", " "),
        Line("vtv", 3, "body", "(VTV.vn) - Chợ *nổi* $1 #2"), Line("bai_2", 1, "body", "Sông"), Line("xa", 1, "nav", "Trang chủ"),
    ],
    Line,
)  # fmt: skip
SENTENCES = pd.DataFrame(
    [("vtv", 3, 1, 0, 15), ("vtv", 3, 2, 15, 20)],
    columns=["article_id", "line_no", "sent_no", "start", "end"],
)
CUTS = frame([Cut("vtv", 3, 0, 11, "outlet_tag", "(VTV.vn) - ")], Cut)
ARTICLES = pd.DataFrame([("bai_2", ""), ("vtv", "Tin [1]"), ("xa", "")], columns=["article_id", "title"])


@pytest.fixture(autouse=True)
def _english() -> None:
    session.begin("test", "en")


class TestLinks:
    def test_a_citation_becomes_a_link(self) -> None:
        """In a sentence and, escaped, in a cell; the reader sees the same brackets."""
        text, cited = linked("So it is [vtv:3] [bai_2:1].\n\n| \\[bai\\_2:1\\] |", LINES, SENTENCES)
        assert text == (
            "So it is [\\[vtv:3\\]](#article-2-line-3) [\\[bai_2:1\\]](#article-1-line-1).\n\n"
            "| [\\[bai\\_2:1\\]](#article-1-line-1) |"
        )
        assert cited == {Cited("vtv", 3, 0), Cited("bai_2", 1, 0)}

    @pytest.mark.parametrize(
        "text",
        ["[vtv:2]", "[vtv:99]", "[tuoi:1]", "[vtv:x]", "`[vtv:3]`", "```\n[vtv:3]\n```", '![x](a.png){alt="\\[vtv:3\\] \\" [vtv:3]"}',
         "---\ntitle: [vtv:3]\n---", "[vtv:3](x)", "[a: 3]"],
    )  # fmt: skip
    def test_nothing_else_does(self, text: str) -> None:
        """Blank lines and lines that are not there, code, alternative texts, links that are links already."""
        assert linked(text, LINES, SENTENCES) == (text, set())

    def test_a_sentence_is_cited_by_its_line(self) -> None:
        """The reader sees the line, the link leads to the sentence; to the line where there is no such sentence."""
        assert linked("[vtv:3#2] [vtv:3#9]", LINES, SENTENCES) == (
            "[\\[vtv:3\\]](#article-2-line-3-sentence-2) [\\[vtv:3\\]](#article-2-line-3)",
            {Cited("vtv", 3, 2), Cited("vtv", 3, 0)},
        )

    def test_long_runs_take_no_time(self) -> None:
        """Brackets, backslashes and quotes without an end."""
        for run in (
            "[" * 100_000,
            "[a" * 50_000,
            "\\[" * 50_000,
            '{alt="' * 20_000,
            "[" + "a\\" * 50_000,
            "`" * 100_001,
            "[a:1#" * 20_000,
            '{#a alt="' * 20_000,
        ):
            assert linked(run, LINES, SENTENCES)[0] == run


class TestAppendix:
    def test_every_line_has_its_number_and_anchor(self) -> None:
        """What was left out is marked, and text from articles is never markup."""
        shown = appendix(ARTICLES, LINES, CUTS, SENTENCES, only={Cited("vtv", 3, 0)}).split("\n\n")
        assert shown[2:4] == ["## vtv: Tin \\[1\\]", "::: lines"]
        assert shown[4] == "[**1**]{#article-2-line-1 .line} [Tin \\<script\\>alert(1)\\</script\\>]{.left}"
        assert shown[5] == "[**3**]{#article-2-line-3 .line} [(VTV.vn) - ]{.left}Chợ \\*nổi\\* \\$1 \\#2"
        assert shown[6:] == [":::"]

    def test_a_cited_sentence_has_an_anchor(self) -> None:
        """And only a cited one; what is cut out of it stays marked."""
        both = appendix(ARTICLES, LINES, CUTS, SENTENCES, only={Cited("vtv", 3, 1), Cited("vtv", 3, 2)})
        assert (
            "[[(VTV.vn) - ]{.left}Chợ ]{#article-2-line-3-sentence-1 .sentence}[\\*nổi\\*]{#article-2-line-3-sentence-2 .sentence} \\$1"
            in both
        )
        one = appendix(ARTICLES, LINES, CUTS, SENTENCES, only={Cited("vtv", 3, 2)})
        assert "sentence-1" not in one
        assert ".line} [(VTV.vn) - ]{.left}Chợ " in one

    @pytest.mark.parametrize("lines", [[0], [1, 2], [0, 1, 2]])
    def test_marks_take_nothing_away(self, lines: list[int]) -> None:
        """Without marks and escapes the line is what it was, blanks at its ends aside."""
        import re

        shown = appendix(ARTICLES, LINES, CUTS, SENTENCES, only={Cited("vtv", 3, n) for n in lines})
        line = next(part for part in shown.split("\n\n") if part.startswith("[**3**]"))
        text = re.sub(r"\]?\{[#.][^}]*\}|(?<!\\)\[", "", line.split("{#article-2-line-3 .line} ")[1])
        assert re.sub(r"\\(.)", r"\1", text) == "(VTV.vn) - Chợ *nổi* $1 #2"

    def test_only_cited_articles_are_shown(self) -> None:
        """A corpus of hundreds does not become a book; an article without a title has no colon behind its name."""
        shown = appendix(ARTICLES, LINES, CUTS, SENTENCES, only={Cited("bai_2", 1, 0)})
        assert "## bai\\_2\n" in shown
        assert "## xa" not in shown
        assert "## vtv" not in shown
