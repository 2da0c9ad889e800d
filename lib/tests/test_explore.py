"""The browsers of the explore notebook, driven by their fields as a reader drives them."""

from __future__ import annotations

import pytest

from caytre import open_corpus
from caytre.corpus import Corpus
from caytre.output import explore


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return open_corpus("bamboo-2021", lang="en")


class TestConcordanceBrowser:
    def test_typing_a_word_shows_its_lines(self, corpus: Corpus) -> None:
        """Both spellings are found; choosing an article narrows the lines."""
        panel = explore.concordance_browser(corpus, "hòa bình")
        controls, shown = panel.children
        everywhere = len(corpus.kwic("hoà bình"))
        assert shown.value.startswith(f"<p>{everywhere} places</p>")
        controls.children[3].value = "vtv"
        assert shown.value.count("[vtv:") == len(corpus.kwic("hoà bình", where={"article": "vtv"}))
        assert "[bocongan:" not in shown.value

    def test_a_query_that_makes_no_sense_is_explained(self, corpus: Corpus) -> None:
        """The panel says what is wrong and stays usable."""
        panel = explore.concordance_browser(corpus, "(")
        controls, shown = panel.children
        controls.children[1].value = "regex"
        assert "(" in shown.value
        assert "<table" not in shown.value

    def test_markup_in_a_query_stays_text(self, corpus: Corpus) -> None:
        """Nothing typed or quoted becomes HTML."""
        panel = explore.concordance_browser(corpus, "<b>x</b>")
        assert "<b>x</b>" not in panel.children[1].value


class TestQuotationBrowser:
    def test_choosing_a_speaker_and_words(self, corpus: Corpus) -> None:
        """Only that speaker's quotations with those words are shown."""
        panel = explore.quotation_browser(corpus)
        controls, shown = panel.children
        assert shown.value.startswith(f"<p>{len(corpus.quotes)} places</p>")
        controls.children[0].value = "Nguyễn Phú Trọng"
        controls.children[2].value = "ban linh"
        assert shown.value.startswith("<p>0 places</p>")
        controls.children[2].value = "bản lĩnh"
        assert "[bocongan:53]" in shown.value

    def test_a_table_needs_no_network(self, corpus: Corpus) -> None:
        """The interactive table carries its own code."""
        page = explore.interactive_table(corpus.articles[["article_id", "title"]]).data
        assert len(page) > 100_000
        assert 'src="http' not in page
        assert "from 'http" not in page
