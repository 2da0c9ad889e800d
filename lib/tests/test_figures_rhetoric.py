"""Charts of lists, images, phrases, stance, pairs and rhythm: they draw at every size and say what the table says."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from caytre import figures, session
from caytre.analysis.rhetoric import manner, wordings
from tests import rhetoric_tables as made

LANGUAGES = ("en", "vi")
CASES = ((0, "en"), (1, "vi"), (2, "en"), (5, "vi"), (100, "en"), (100, "vi"))
"""How many articles, and the language."""


def said(figure: Figure) -> str:
    return str(figure.caytre["title"])  # type: ignore[attr-defined]


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text)]


def drawn(figure: Figure) -> Figure:
    """The figure after layout, none of its texts off the canvas."""
    figure.draw_without_rendering()
    width, height = figure.get_size_inches() * figure.dpi
    for text in figure.findobj(Text):
        if text.get_visible() and text.get_text().strip() and text.axes is not None:
            box = text.get_window_extent()
            assert box.x0 >= -2, text.get_text()
            assert box.x1 <= width + 2, text.get_text()
            assert box.y0 >= -2, text.get_text()
            assert box.y1 <= height + 2, text.get_text()
    return figure


@pytest.fixture(autouse=True, params=LANGUAGES)
def _language(request: pytest.FixtureRequest) -> None:
    session.begin("test", request.param)


@pytest.mark.parametrize(("n", "_language"), CASES, indirect=["_language"])
class TestSizes:
    def test_lists(self, n: int) -> None:
        """The map is of one article, whatever the size of the corpus."""
        drawn(figures.enumeration_map(made.enumerations(n)))

    def test_images(self, n: int) -> None:
        """Images by domain and speaker draw at every size."""
        table = made.metaphors(n)
        drawn(figures.metaphor_domains(table, manner.images(table)))

    def test_phrases(self, n: int) -> None:
        """A matrix for few articles, bars for many."""
        table = made.formulas(n)
        phrases = wordings.distinct(table, made.lines(n), made.articles(n))
        drawn(figures.phrase_matrix(phrases, table, n_articles=n))

    def test_stance(self, n: int) -> None:
        """Speakers with little text have no profile, and none at all is a plain sentence."""
        drawn(figures.stance_profile(manner.stance(made.markers(n), made.sentences(n))))

    def test_pairs(self, n: int) -> None:
        """Bars of pairs draw at every size."""
        chains = made.chains(n)
        drawn(figures.word_pairs(manner.pairs(chains), n_chains=len(chains)))

    def test_rhythm(self, n: int) -> None:
        """Bars for few articles, a distribution for many."""
        drawn(figures.sentence_rhythm(made.lengths(n)))


class TestMap:
    def test_a_list_that_never_comes_is_the_title(self) -> None:
        """What was announced and not listed is what the map is about."""
        figure = figures.enumeration_map(made.enumerations(1))
        assert said(figure) == session.t(
            "bai-001 announces “5 giải pháp” and does not list them",
            "bai-001 báo trước “5 giải pháp” nhưng không liệt kê",
        )

    def test_announced_and_found_stand_side_by_side(self) -> None:
        """Three pillars are announced, two come: both numbers can be read."""
        wanted = session.t("“3 trụ cột” announced, 2 found", "báo trước “3 trụ cột”, tìm thấy 2")
        assert wanted in texts(figures.enumeration_map(made.enumerations(1)))

    def test_an_article_without_lists_is_named(self) -> None:
        """Asking for an article that has no list gives a sentence, not an error."""
        assert said(figures.enumeration_map(made.enumerations(1), "khac")) == session.t(
            "khac has no list", "khac không có phần liệt kê nào"
        )

    def test_lists_beyond_the_page_are_counted(self) -> None:
        """A list too many is left out whole, and the chart says so."""
        items = made.enumerations(1)
        many = [items.assign(list_id=items["list_id"] + f"-{k:02d}") for k in range(8)]
        figure = figures.enumeration_map(pd.concat(many, ignore_index=True))
        measure = figure.caytre["measure"]  # type: ignore[attr-defined]
        assert session.t("not drawn", "Không vẽ") in measure


def test_the_commonest_domain_is_the_title() -> None:
    """Five articles have five images of building besides one that is salient."""
    table = made.metaphors(5)
    assert said(figures.metaphor_domains(table, manner.images(table))) == session.t(
        "Images of building are the most frequent: 6 of 10", "Hình ảnh nhà cửa nhiều nhất: 6 trên 10"
    )


def test_the_longest_sentence_is_the_title() -> None:
    """The last sentence of the fifth article is the longest: 10 + 35 + 4."""
    assert said(figures.sentence_rhythm(made.lengths(5))) == session.t(
        "The longest sentence has 49 syllables [bai-005:1]", "Câu dài nhất có 49 tiếng [bai-005:1]"
    )


def test_pairs_are_counted_in_either_order() -> None:
    """Xanh, sạch and sạch, xanh are one pair."""
    pairs = manner.pairs(made.chains(2))
    assert pairs[["n", "n_articles"]].to_numpy().tolist() == [[4, 2], [2, 2]]
