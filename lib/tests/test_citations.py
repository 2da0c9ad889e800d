"""A citation in a report leads to the line it names."""

from __future__ import annotations

import pandas as pd
import pytest

from caytre import session
from caytre.output.citations import appendix, linked
from caytre.tables import Cut, Line, frame

LINES = frame(
    [
        Line("vtv", 1, "title", "Tin <script>alert(1)</script>"), Line("vtv", 2, "blank", " "),
        Line("vtv", 3, "body", "(VTV.vn) - Chợ *nổi* $1 #2"), Line("bai_2", 1, "body", "Sông"), Line("xa", 1, "nav", "Trang chủ"),
    ],
    Line,
)  # fmt: skip
CUTS = frame([Cut("vtv", 3, 0, 11, "outlet_tag", "(VTV.vn) - ")], Cut)
ARTICLES = pd.DataFrame([("bai_2", ""), ("vtv", "Tin [1]"), ("xa", "")], columns=["article_id", "title"])


@pytest.fixture(autouse=True)
def _english() -> None:
    session.begin("test", "en")


class TestLinks:
    def test_a_citation_becomes_a_link(self) -> None:
        """In a sentence and, escaped, in a cell; the reader sees the same brackets."""
        text, cited = linked("So it is [vtv:3] [bai_2:1].\n\n| \\[bai\\_2:1\\] |", LINES)
        assert text == (
            "So it is [\\[vtv:3\\]](#article-2-line-3) [\\[bai_2:1\\]](#article-1-line-1).\n\n"
            "| [\\[bai\\_2:1\\]](#article-1-line-1) |"
        )
        assert cited == {"vtv", "bai_2"}

    @pytest.mark.parametrize(
        "text",
        ["[vtv:2]", "[vtv:99]", "[tuoi:1]", "[vtv:x]", "`[vtv:3]`", "```\n[vtv:3]\n```", '![x](a.png){alt="\\[vtv:3\\] \\" [vtv:3]"}',
         "---\ntitle: [vtv:3]\n---", "[vtv:3](x)", "[a: 3]"],
    )  # fmt: skip
    def test_nothing_else_does(self, text: str) -> None:
        """Blank lines and lines that are not there, code, alternative texts, links that are links already."""
        assert linked(text, LINES) == (text, set())

    def test_long_runs_take_no_time(self) -> None:
        """Brackets, backslashes and quotes without an end."""
        for run in (
            "[" * 100_000,
            "[a" * 50_000,
            "\\[" * 50_000,
            '{alt="' * 20_000,
            "[" + "a\\" * 50_000,
            "`" * 100_001,
        ):
            assert linked(run, LINES)[0] == run


class TestAppendix:
    def test_every_line_has_its_number_and_anchor(self) -> None:
        """What was left out is marked, and text from articles is never markup."""
        shown = appendix(ARTICLES, LINES, CUTS, only={"vtv"}).split("\n\n")
        assert shown[2] == "## vtv: Tin \\[1\\]"
        assert shown[3] == "[**1**]{#article-2-line-1 .line} [Tin \\<script\\>alert(1)\\</script\\>]{.left}"
        assert shown[4] == "[**3**]{#article-2-line-3 .line} [(VTV.vn) - ]{.left}Chợ \\*nổi\\* \\$1 \\#2"
        assert len(shown) == 5

    def test_only_cited_articles_are_shown(self) -> None:
        """A corpus of hundreds does not become a book."""
        assert "## xa" not in appendix(ARTICLES, LINES, CUTS, only={"vtv"})
