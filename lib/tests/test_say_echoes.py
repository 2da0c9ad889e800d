"""Sentences about echoes: shares, kinds, voices and dates as the tables have them, and nothing beyond."""

from __future__ import annotations

import pandas as pd
import pytest

from caytre import say, session
from caytre.analysis import echoes as passages
from caytre.analysis.echoes import travel
from caytre.tables import Echo, Line, frame
from tests import rhetoric_tables as made
from tests.helpers import article
from tests.test_say_rhetoric import NO_BREAK, both

SENTENCE = (
    "Cần tiếp tục chăm lo đời sống vật chất và tinh thần của bà con vùng lũ, không để ai bị bỏ lại phía sau."
)
CHANGED = (
    "Cần chăm lo hơn nữa đời sống vật chất và tinh thần của bà con vùng lũ, không để ai bị bỏ lại phía sau."
)


@pytest.fixture(autouse=True)
def _english() -> None:
    session.begin("test", "en")


def said(n: int) -> pd.DataFrame:
    return travel.said(made.echoes(n), made.sentences(n))


def real() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Echoes of two composed articles as the analysis finds them, and the lines."""
    texts = [
        article(f"Mở đầu bài.\n{SENTENCE}", name="bai-001"),
        article(f"{CHANGED}\nMưa lớn.", name="bai-002"),
    ]
    found = frame(passages.find(texts), Echo)
    return found, frame([line for text in texts for line in text.lines], Line)


class TestCoverage:
    def test_every_syllable_counts_once(self) -> None:
        """The parts of an article add up to its syllables."""
        found = travel.coverage(said(5), made.lines(5))
        parts = found[["passages", "phrases", "own", "only_here"]].sum(axis=1)
        assert parts.tolist() == found["n_syllables"].tolist() == [40] * 5

    def test_an_echo_is_found_in_both_articles(self) -> None:
        """Most of a sentence that was changed in part stands in the other article too."""
        found, lines = real()
        table = travel.coverage(found, lines).set_index("article_id")
        assert table.loc["bai-001", "n_syllables"] == 28
        assert 18 <= table.loc["bai-001", "passages"] <= 25

    def test_sentence(self) -> None:
        """Shares of the whole, and the articles with the smallest and largest part."""
        table = pd.DataFrame(
            [("a", 100, 10, 5, 2, 83), ("b", 100, 20, 0, 0, 80)],
            columns=["article_id", "n_syllables", "passages", "phrases", "own", "only_here"],
        )
        assert both(say.echo_coverage, table) == [
            "18 % of all syllables stand in another article too: 15 % in longer passages, 2 % in set phrases only; 1 % "
            "come again in their own article only. The share goes from 15 % (a) to 20 % (b).",
            "18 % số tiếng có ở cả bài khác: 15 % trong những đoạn dài, 2 % chỉ trong cụm từ cố định; 1 % chỉ lặp lại "
            "trong chính bài. Tỷ lệ đi từ 15 % (a) đến 20 % (b).",
        ]

    def test_one_article_is_compared_with_nothing(self) -> None:
        """A corpus of one article has no other to share with."""
        assert str(say.echo_coverage(travel.coverage(said(1), made.lines(1)))).replace(NO_BREAK, " ") == (
            "With one article there is nothing to compare it with, and it repeats no passage of its own."
        )


class TestVoices:
    def test_the_same_text_in_two_mouths_is_relayed(self) -> None:
        """Two persons in whose words one passage stands are named, and no order is claimed."""
        found = said(2)
        assert found["kind"].tolist() == ["relayed"]
        assert both(say.echo_voices, found) == [
            "1 passage stands in the words of two different persons: Trần Thị Hoa and Lê Văn Nam (1 passage, the longest "
            "of 19 syllables at [bai-001:1] and [bai-002:1]). Which of the two spoke first the articles' dates do not "
            "tell.",
            "Có 1 đoạn đứng trong lời của hai người khác nhau: Trần Thị Hoa và Lê Văn Nam (1 đoạn, dài nhất 19 tiếng ở "
            "[bai-001:1] và [bai-002:1]). Ai nói trước thì ngày đăng bài không cho biết.",
        ]

    def test_the_writers_text_is_not_relayed(self) -> None:
        """Where one side is the writer's own, the text is shared, not relayed."""
        assert said(5).query("article_a == 'bai-003'")["kind"].tolist() == ["agency", "set phrase"]


class TestDirection:
    def test_unsure_dates_decide_nothing(self) -> None:
        """Of five articles one has no date and one an inferred one; only the other three are ordered."""
        found = travel.ordered(said(5), made.articles(5))
        known = found[found["first"] != ""][["article_a", "article_b", "first"]].to_numpy().tolist()
        assert known == [["bai-001", "bai-002", "bai-001"]]
        assert both(say.echo_direction, found, made.articles(5)) == [
            "For 1 of 7 echoes between articles the dates tell which article is the earlier one. Of the others 6 have a "
            "side without a sure date (bai-003 and bai-004). An earlier date is no proof of borrowing: both may follow a "
            "text that is not here.",
            "Với 1 trên 7 đoạn lặp giữa các bài, ngày đăng cho biết bài nào có trước. Còn lại: 6 đoạn có một bên không "
            "có ngày chắc chắn (bai-003 và bai-004). Ngày sớm hơn không chứng tỏ bài sau lấy của bài trước: cả hai có "
            "thể cùng theo một văn bản không có ở đây.",
        ]

    def test_one_day_has_no_order(self) -> None:
        """A day without an hour is neither before nor after an hour of that day."""
        dates = made.articles(2).assign(published=["2024-03-01", "2024-03-01T09:00"])
        assert travel.ordered(said(2), dates)["first"].tolist() == [""]


class TestChoice:
    def test_the_most_telling_passage_is_in_two_mouths(self) -> None:
        """One person's words in another's mouth come before other shared text."""
        assert travel.telling(said(5))[["article_a", "article_b"]].to_numpy().tolist() == [
            ["bai-001", "bai-002"]
        ]

    def test_the_widest_passage_and_its_places(self) -> None:
        """Places come by date, articles without one last."""
        found = said(5)
        assert travel.widest(found) == "P001"
        places = travel.places(found, "P001", made.articles(5))
        assert places["article_id"].tolist() == ["bai-001", "bai-002", "bai-004", "bai-005", "bai-003"]
        assert places["sure"].tolist() == [True, True, False, True, False]


def test_kinds_and_sharing() -> None:
    """Counts of pairs by kind, and the two articles that share most."""
    found = said(3)
    assert both(say.echo_kinds, travel.kinds(found))[0] == (
        "3 pairs of places echo each other: another's words 2 and set phrase 1. The longest echo, of the kind “another's "
        "words”, has 19 syllables."
    )
    assert str(say.echo_sharing(travel.overlap(found, made.lines(3)))).replace(NO_BREAK, " ") == (
        "21 syllables of bai-001 stand in passages that it shares with bai-002, and no pair shares more; the largest "
        "part of an article that one other has is 52 % of bai-001, in bai-002."
    )


def test_counting_once() -> None:
    """Words left out, and the article that loses most; punctuation is no word."""
    columns = ["article_id", "word"]
    words = pd.DataFrame(
        [("a", "mưa"), ("a", ","), ("a", "lũ"), ("b", "mưa"), ("b", "lũ"), ("b", ".")], columns=columns
    )
    table = travel.counted_once(words, words.head(4))
    assert table.to_numpy().tolist() == [["a", 2, 2], ["b", 2, 1]]
    assert both(say.counted_once, table) == [
        'With echoes="once" every passage counts in one place, the earliest as far as dates tell: 1 of 4 words (25 %) '
        "are left out, most of all in b (50 %).",
        'Với echoes="once", mỗi đoạn chỉ được đếm ở một chỗ, là chỗ sớm nhất theo ngày tháng biết được: bỏ 1 trên 4 từ '
        "(25 %), nhiều nhất ở b (50 %).",
    ]


def test_empty_tables_give_plain_sentences() -> None:
    """Nothing found is said as such."""
    found = said(0)
    assert [
        str(say.echo_kinds(travel.kinds(found))),
        str(say.echo_sharing(travel.overlap(found, made.lines(2)))),
        str(say.echo_voices(found)),
        str(say.echo_direction(travel.ordered(found, made.articles(2)), made.articles(2))),
        str(say.aligned(travel.telling(found))),
        str(say.echo_path(travel.places(found, travel.widest(found), made.articles(2)))),
        str(say.echo_coverage(travel.coverage(found, made.lines(2)))),
    ] == [
        "No passage comes twice.",
        "No two articles share a passage.",
        "No passage longer than a set phrase stands in the words of two different persons.",
        "There is no echo between articles.",
        "No passage longer than a set phrase stands in two articles.",
        "No passage longer than a set phrase stands in two articles.",
        "No passage of eight syllables or more stands in two articles.",
    ]
