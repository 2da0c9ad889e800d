"""What 01-corpus says of lines, cuts, dates and lengths, for one and for several."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from caytre import session
from caytre.output.say import corpus as say
from caytre.tables import Cut, Line, frame


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    session.begin("test", "en")
    yield
    session.begin("test", "en")


def articles(*words: int) -> pd.DataFrame:
    return pd.DataFrame(
        {"article_id": [f"a{n}" for n in range(len(words))], "n_words": words, "published": "2024-03-05",
         "published_from": "text", "published_reason": "", "outlet": "Báo"},
    )  # fmt: skip


class TestCuts:
    def test_one_is_no_plural(self) -> None:
        """1 byline, 2 outlet tags."""
        cuts = [
            Cut("a", 1, 0, 9, "byline", "Hà Phương"), Cut("a", 2, 0, 6, "outlet_tag", "(TTO) "), Cut("b", 2, 0, 6, "outlet_tag", "(TTO) "),
        ]  # fmt: skip
        assert str(say.cuts(frame(cuts, Cut))) == (
            "Inside lines 3 spans are left out of all counts: 2 outlet tags and 1 byline. The longest is “Hà Phương” [a:1]."
        )
        assert str(say.cuts(frame(cuts[:1], Cut))) == (
            "Inside lines one span is left out of all counts: “Hà Phương” [a:1] (1 byline)."
        )
        session.begin("test", "vi")
        assert "2 tên báo ở đầu bài và 1 tên tác giả" in str(say.cuts(frame(cuts, Cut)))

    def test_a_reason_without_a_name(self) -> None:
        """A codebook of one's own may cut for another reason; it is named as it is."""
        assert "1 advert" in str(say.cuts(frame([Cut("a", 1, 0, 3, "advert", "Mua")], Cut)))


class TestKinds:
    def test_one_is_no_plural(self) -> None:
        """Lines and their kinds."""
        lines = [
            Line("a", 1, "title", "Chợ"),
            Line("a", 2, "nav", "Trang chủ"),
            Line("a", 3, "nav", "Tin"),
            Line("a", 4, "body", "Họp sớm."),
        ]
        assert str(say.kinds(frame(lines, Line))) == (
            "Of 4 lines that are not blank, 1 is body text: 35 % of the characters. The other lines are kept apart: 2 lines of navigation and 1 title.".replace(
                " %", "\u00a0%"
            )
        )


class TestSizes:
    def test_equal_articles_lean_nowhere(self) -> None:
        """A longest article is named only where there is one, and a lean only where it is marked."""
        assert str(say.sizes(articles(90, 90))) == "The articles have 180 words, 90 each."
        assert str(say.sizes(articles(100, 90))) == "The articles have 190 words, from 90 (a1) to 100 (a0)."
        assert "(a0, 80\u00a0% of all): counts over the whole corpus lean" in str(
            say.sizes(articles(400, 50, 50))
        )
        assert str(say.sizes(articles(1))) == "The one article has 1 word."


class TestPublications:
    def test_one_article(self) -> None:
        """It is not “all dated articles”."""
        assert str(say.publications(articles(9))) == "The article appeared on 5 March 2024."
        assert str(say.publications(articles(9, 9))) == "All dated articles appeared on 5 March 2024."


class TestDuplicates:
    def test_one_repeats(self) -> None:
        """In the singular."""
        found = pd.DataFrame({"article_id": ["b"], "first": ["a"]})
        assert str(say.duplicates(found)).startswith(
            "1 article repeats an earlier one, given in brackets: b (a). It is counted"
        )
