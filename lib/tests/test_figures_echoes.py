"""Charts of echoes: they draw at every size, and mark exactly what differs."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.figure import Figure

from caytre import figures, session
from caytre.analysis.echoes import travel
from caytre.output.figures import alignment
from tests import rhetoric_tables as made
from tests.test_figures_rhetoric import CASES, LANGUAGES, drawn, said, texts


@pytest.fixture(autouse=True, params=LANGUAGES)
def _language(request: pytest.FixtureRequest) -> None:
    session.begin("test", request.param)


def echoes(n: int) -> pd.DataFrame:
    return travel.said(made.echoes(n), made.sentences(n))


@pytest.mark.parametrize(("n", "_language"), CASES, indirect=["_language"])
class TestSizes:
    def test_coverage(self, n: int) -> None:
        """Bars of what stands elsewhere draw at every size."""
        drawn(figures.echo_coverage(travel.coverage(echoes(n), made.lines(n))))

    def test_matrix_and_network(self, n: int) -> None:
        """Of many articles those that share most are drawn."""
        found = echoes(n)
        overlap = travel.overlap(found, made.lines(n))
        drawn(figures.echo_matrix(overlap))
        drawn(figures.echo_network(overlap, travel.ordered(found, made.articles(n)), made.articles(n)))

    def test_aligned(self, n: int) -> None:
        """Without a shared passage the figure says so."""
        drawn(figures.aligned(travel.telling(echoes(n))))

    def test_path(self, n: int) -> None:
        """Dates of some, of all or of none of the articles."""
        found = echoes(n)
        drawn(figures.echo_path(travel.places(found, travel.widest(found), made.articles(n))))


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
        figure = drawn(pair("nước non " * 1000, "nước nhà " * 1000))
        assert texts(figure).count("…") == 2

    def test_hostile_text_is_drawn_as_it_is(self) -> None:
        """Dollar signs and backslashes are text, and an empty side is no error."""
        drawn(pair(r"$\frac{1}{0}$ _x_ {a}", ""))


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
