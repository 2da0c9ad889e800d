"""Charts of echoes: they draw at every size, and mark exactly what differs."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.figure import Figure

from caytre import figures, session
from caytre.analysis.echoes import travel
from caytre.output.figures import alignment
from caytre.output.figures.echoes import MOST_BARS, MOST_PLACES, PARTS
from caytre.output.figures.sharing import MOST_CELLS, MOST_NODES
from tests import rhetoric_tables as made
from tests.drawing import said, shapes, texts, unreadable
from tests.rhetoric_tables import SIZES


@pytest.fixture(autouse=True, params=session.LANGUAGES)
def _language(request: pytest.FixtureRequest) -> None:
    session.begin("test", request.param)


def echoes(n: int) -> pd.DataFrame:
    return travel.said(made.echoes(n), made.sentences(n))


@pytest.mark.parametrize(("n", "_language"), SIZES, indirect=["_language"])
class TestSizes:
    def test_coverage(self, n: int) -> None:
        """Each article is a bar in four parts; of many articles those that share most are drawn."""
        figure = figures.echo_coverage(travel.coverage(echoes(n), made.lines(n)))
        assert unreadable(figure) == []
        assert shapes(figure) == (len(PARTS) * min(n, MOST_BARS) if n > 1 else 0)

    def test_matrix(self, n: int) -> None:
        """A square for any two articles in either order, and none on the diagonal."""
        figure = figures.echo_matrix(travel.overlap(echoes(n), made.lines(n)))
        assert unreadable(figure) == []
        drawn = min(n, MOST_CELLS)
        assert shapes(figure) == (drawn * (drawn - 1) if n else 0)

    def test_network(self, n: int) -> None:
        """A dot an article; two that share are a sentence and no drawing."""
        found, articles = echoes(n), made.articles(n)
        overlap = travel.overlap(found, made.lines(n))
        figure = figures.echo_network(overlap, travel.ordered(found, articles), articles)
        assert unreadable(figure) == []
        assert len(figure.axes[0].collections) == (min(n, MOST_NODES) if n > 2 else 0)

    def test_aligned(self, n: int) -> None:
        """Two passages stand side by side with their places; without a shared one the figure says so."""
        pairs = travel.telling(echoes(n))
        figure = figures.aligned(pairs)
        assert unreadable(figure) == []
        shown = " ".join(texts(figure))
        assert (shapes(figure) > 0) == (n > 1)
        assert all(place in shown for place in (*pairs["citation_a"], *pairs["citation_b"]))

    def test_path(self, n: int) -> None:
        """Each place has its line of time, with a mark or the words that its date is not known."""
        found = echoes(n)
        figure = figures.echo_path(travel.places(found, travel.widest(found), made.articles(n)))
        assert unreadable(figure) == []
        undated = texts(figure).count(session.t("no date", "không rõ ngày"))
        assert len(figure.axes[0].lines) == shapes(figure) + undated == (min(n, MOST_PLACES) if n > 1 else 0)


def pair(text_a: str, text_b: str) -> Figure:
    row = {
        "article_a": "a", "article_b": "b", "text_a": text_a, "text_b": text_b, "voice_a": "", "voice_b": "",
        "citation_a": "[a:1]", "citation_b": "[b:2]", "n_syllables": 12, "similarity": 0.8,
    }  # fmt: skip
    return figures.aligned(pd.DataFrame([row]))


class TestMarks:
    def test_additions_and_changes_are_told_apart(self) -> None:
        """What one side adds is green there; what both sides say differently is yellow on both."""
        left, right = alignment._sides("cần chăm lo đời sống bà con", "cần tiếp tục chăm lo cuộc sống bà con")
        assert [(word.text, word.mark) for word in left if word.mark] == [("đời", "other")]
        assert [(word.text, word.mark) for word in right if word.mark] == [
            ("tiếp", "only"), ("tục", "only"), ("cuộc", "other"),
        ]  # fmt: skip

    def test_a_clause_that_was_moved_is_not_new(self) -> None:
        """Four words that come earlier here and later there are blue on both sides."""
        left, right = alignment._sides(
            "có đủ năng lực; sánh vai với bạn; một lòng vì nước vì dân",
            "một lòng vì nước vì dân, sánh vai với bạn",
        )
        moved = [" ".join(word.text for word in side if word.mark == "moved") for side in (left, right)]
        assert moved == ["sánh vai với bạn;", "sánh vai với bạn"]

    def test_tone_mark_style_and_case_are_no_difference(self) -> None:
        """Hoà bình and Hòa bình are the same words."""
        left, right = alignment._sides("hoà bình và ổn định", "Hòa bình và ổn định")
        assert not any(word.mark for word in (*left, *right))

    def test_a_long_passage_is_cut_with_an_ellipsis(self) -> None:
        """A thousand words still fit on a page."""
        figure = pair("nước non " * 1000, "nước nhà " * 1000)
        assert unreadable(figure) == []
        assert texts(figure).count("…") == 2

    def test_hostile_text_is_drawn_as_it_is(self) -> None:
        """Dollar signs and backslashes are text, and an empty side is no error."""
        figure = pair(r"$\frac{1}{0}$ _x_ {a}", "")
        assert unreadable(figure) == []
        assert {r"$\frac{1}{0}$", "_x_", "{a}"} <= set(texts(figure))


def test_a_date_that_was_inferred_decides_nothing() -> None:
    """With one unsure date nobody can say which of two articles came first."""
    places = pd.DataFrame(
        [("a", 1, "x", "2024-03-01", True), ("b", 2, "y", "2024-03-05", False)],
        columns=["article_id", "line_no", "text", "published", "sure"],
    )
    assert said(figures.echo_path(places)) == session.t(
        "One passage in 2 articles; which was first is not known",
        "Một đoạn trong 2 bài; không biết bài nào trước",
    )
