"""Findings of 02-themes: true to the table they are given, in both languages, also when it is empty."""

from __future__ import annotations

import pandas as pd
import pytest

from caytre import say, session
from caytre.analysis import themes
from caytre.analysis.statistics import contrast
from caytre.analysis.themes.examples import TopicTrial
from caytre.analysis.themes.themebook import read_codebook

BOOK = read_codebook("themes.yaml")
THEMES = pd.DataFrame(
    [
        ("a", 1, "event;line"),
        ("a", 2, "line"),
        ("a", 3, "event;line"),
        ("b", 1, "event;line"),
        ("b", 2, ""),
        ("b", 3, "event"),
    ],
    columns=["article_id", "line_no", "themes"],
)
EVENT, LINE = "“Conference proceedings & attendance”", "“Foreign-policy line & principles”"
TOKENS = pd.DataFrame(
    [("a", word) for word in ["đối ngoại"] * 9 + ["hợp tác"] * 8]
    + [("b", word) for word in ["đối ngoại"] * 9 + ["địa phương"] * 8],
    columns=["article_id", "word"],
)


@pytest.fixture(autouse=True)
def _english() -> None:
    session.begin("test", "en", "")


def both(function, *arguments, **options) -> tuple[str, str]:  # type: ignore[no-untyped-def]
    """The sentence in English and in Vietnamese."""
    found = []
    for language in ("en", "vi"):
        session.begin("test", language, "")
        found.append(str(function(*arguments, **options)).replace("\u00a0", " "))
    return found[0], found[1]


class TestThemes:
    def test_shares_and_paragraphs_without_a_theme(self) -> None:
        """Four of six paragraphs have each theme, one has none."""
        english, vietnamese = both(say.themes, THEMES, BOOK)
        assert english == (
            f"Themes found in 6 coded paragraphs: {EVENT} (4, 67 %) and {LINE} (4, 67 %)."
            " 1 has no theme of the codebook (17 %)."
        )
        assert vietnamese.startswith("Trong 6 đoạn được gán mã có các chủ đề: “Diễn biến hội nghị")
        assert vietnamese.endswith("1 đoạn không có chủ đề nào của bảng mã (17 %).")

    def test_what_a_group_says_more(self) -> None:
        """All three paragraphs of a are about the line, one of three of b."""
        english, vietnamese = both(say.theme_groups, themes.by_group(THEMES), BOOK)
        assert (
            english
            == f"What each says more of than the others: a: {LINE} (3 of 3 paragraphs, elsewhere 1 of 3)."
        )
        assert "(3 trên 3 đoạn, nơi khác 1 trên 3)" in vietnamese

    def test_pairs_against_chance(self) -> None:
        """Three shared paragraphs, where 4 × 4 / 6 would fall together by chance."""
        english, vietnamese = both(say.themes_together, themes.cooccurrence(THEMES), BOOK)
        assert english == f"{EVENT} and {LINE} share most paragraphs: 3, where chance would give 2.7."
        assert vietnamese.endswith("chung nhiều đoạn nhất: 3, nếu ngẫu nhiên thì 2,7.")

    def test_what_opens_an_article(self) -> None:
        """The median place of each theme, and the theme of most first paragraphs."""
        lines = THEMES[["article_id", "line_no"]].assign(kind="body", text="x")
        english, _ = both(say.theme_places, themes.along(THEMES, lines), BOOK)
        assert english == (
            f"Half of the paragraphs about {LINE} stand in the first 25 % of their article, half of those about"
            f" {EVENT} from 50 % of it onwards. The first paragraph is most often about {EVENT} and {LINE} (2 of 2 articles)."
        )

    def test_quotation_marks_inside_a_name_become_single(self) -> None:
        """No name has quotation marks inside quotation marks of the same kind."""
        table = THEMES.assign(themes="identity")
        assert "“Identity & the ‘bamboo diplomacy’ school”" in str(say.themes(table, BOOK))

    def test_empty_tables(self) -> None:
        """Nothing coded: a plain sentence each, in both languages."""
        nothing = THEMES.assign(themes="")
        lines = THEMES[["article_id", "line_no"]].assign(kind="body", text="x")
        for english, vietnamese in (
            both(say.themes, nothing, BOOK),
            both(say.theme_groups, themes.by_group(nothing), BOOK),
            both(say.themes_together, themes.cooccurrence(nothing), BOOK),
            both(say.theme_places, themes.along(nothing, lines), BOOK),
        ):
            assert english.endswith(".")
            assert vietnamese.endswith(".")
            assert english != vietnamese

    def test_topics_as_far_as_they_are_stable(self) -> None:
        """Stable topics are named with their theme; too little text and no stable topic are said."""
        row = ("bản lĩnh, chính trị", 0.8, 5, 2, "cadres", 4, 0.5)
        columns = ["words", "stability", "n_paragraphs", "n_articles", "theme", "n_shared", "npmi"]
        table = pd.DataFrame([row], columns=columns).assign(topic=3)
        english, vietnamese = both(say.topics, TopicTrial(6, table), BOOK)
        assert english == (
            "1 of 6 topics is stable: topic 3 is nearest to “Cadres, training & political mettle” (4 of its 5 paragraphs)."
        )
        assert vietnamese.startswith("1 trong 6 chủ đề là ổn định")
        assert "None of 6 topics" in both(say.topics, TopicTrial(6, table[:0]), BOOK)[0]
        assert "too little text" in both(say.topics, TopicTrial(0, table[:0]), BOOK)[0]


class TestWords:
    def test_floors_are_told_in_words(self) -> None:
        """With one article a group no p-value is given, and the sentence says what would be needed."""
        english, vietnamese = both(say.key_words, contrast.keyness(TOKENS, by="article_id"))
        assert "a by “hợp tác” (8 of 8)" in english
        assert "b by “địa phương” (8 of 8)" in english
        assert "No test is made: it would need at least 5 articles" in english
        assert "Không làm kiểm định nào: cần ít nhất 5 bài" in vietnamese

    def test_one_group_compares_with_nobody(self) -> None:
        """A corpus of one article has no key words."""
        one = contrast.keyness(TOKENS[:17], by="article_id")
        assert both(say.key_words, one) == (
            "Nothing can be compared: there is only one group, or no word occurs often enough.",
            "Không có gì để so sánh: chỉ có một nhóm, hoặc không từ nào xuất hiện đủ nhiều.",
        )

    def test_tests_or_why_there_are_none(self) -> None:
        """p of permuted articles where the floors allow one, else the reason in words."""
        table = pd.DataFrame(
            [(0.012, "tested"), (float("nan"), "counts only: fewer than 5 articles in a group"), (float("nan"), "counts only: fewer than 5 expected in a group")],
            columns=["p_articles", "basis"],
        )  # fmt: skip
        session.begin("test", "en")
        assert say.with_test(table)["test"].tolist() == [
            "p = 0.012",
            "counts only: under 5 articles",
            "counts only: too rare",
        ]
        session.begin("test", "vi")
        assert say.with_test(table)["test"].tolist() == [
            "p = 0,012",
            "chỉ số đếm: dưới 5 bài",
            "chỉ số đếm: quá hiếm",
        ]

    def test_permuted_articles_are_told_beside_chance(self) -> None:
        """How many words stay below 5 % when articles change groups, and how many would by chance."""
        rows = [
            (f"bai{i}", 1, 1, word)
            for i in range(12)
            for word in ["hợp tác"] * (8 if i < 6 else 2) + ["hoà bình"] * 5
        ]
        frame = pd.DataFrame(rows, columns=["article_id", "line_no", "sent_no", "word"]).assign(kind="body")
        groups = {f"bai{i}": "A" if i < 6 else "B" for i in range(12)}
        english, vietnamese = both(say.key_words, contrast.keyness(frame, by=groups, permutations=999))
        assert (
            "When whole articles change groups, 4 have p below 5 %, where chance alone would give about 0."
            in english
        )
        assert "Khi hoán vị cả bài giữa các nhóm, 4 phép có p dưới 5 %" in vietnamese

    def test_what_counts(self) -> None:
        """All words count, or fewer when repeated passages are left out."""
        whole = TOKENS
        english, vietnamese = both(say.counted, whole, whole)
        assert english.startswith(f"All {len(whole)} words of body text count")
        assert vietnamese.startswith(f"Tính cả {len(whole)} từ của thân bài")
        assert both(say.counted, whole[:5], whole)[0].startswith(
            f"Of {len(whole)} words of body text 5 count:"
        )

    def test_rare_words_are_to_be_read(self) -> None:
        """What stands once is cited, and its frequency is said to carry nothing."""
        spots = pd.DataFrame([("cây tre", "bca", 55)], columns=["query", "article_id", "line_no"])
        assert both(say.rare, spots, ["cây tre"], n_articles=5) == (
            "“cây tre” stands once in all 5 articles together, at [bca:55]: frequency cannot carry what so few places mean, only reading can.",
            "“cây tre” chỉ có 1 lần trong toàn bộ 5 bài, ở [bca:55]: tần suất không nói được ý nghĩa của vài chỗ ấy, chỉ có đọc mới biết.",
        )

    def test_the_same_line_of_two_articles_is_cited_twice(self) -> None:
        """Places are told apart by article and line."""
        spots = pd.DataFrame(
            [("x", "a", 5), ("x", "b", 5), ("x", "b", 5)], columns=["query", "article_id", "line_no"]
        )
        assert "[a:5] and [b:5]" in str(say.rare(spots, ["x"], n_articles=2))

    def test_how_far_words_reach(self) -> None:
        """How often and in how many articles; the second halves only where there is enough to tell."""
        rows = [("hoà bình", "a", 1, place) for place in (0.1, 0.6, 0.7, 0.9)] + [("cây tre", "b", 2, 0.9)]
        spots = pd.DataFrame(rows, columns=["query", "article_id", "line_no", "place"])
        english, _ = both(say.word_places, spots, ["hoà bình", "cây tre", "sen"], n_articles=3)
        assert english == (
            "“hoà bình” occurs 4 times in 1 of 3 articles, 3 times in the second half of an article;"
            " “cây tre” occurs once in 1 of 3 articles; “sen” does not occur."
        )

    def test_difference_gives_both_counts(self) -> None:
        """Each side's words with the counts here and there."""
        rows = [
            ("hợp tác", 8, 0, 50.0, 1.0, 9.0),
            ("địa phương", 0, 6, -40.0, -9.0, -1.0),
            ("đối ngoại", 9, 9, 0.0, -1.0, 1.0),
        ]
        table = pd.DataFrame(rows, columns=["word", "n_a", "n_b", "difference", "low", "high"])
        table = table.sort_values("difference", ascending=False, ignore_index=True)
        english, _ = both(say.difference, table, ("A", "B"))
        assert english.startswith(
            "For their lengths, A says more often “hợp tác” (8 : 0); B says more often “địa phương” (6 : 0). For 2 of 3 words"
        )

    def test_texts_from_articles_are_no_markup(self) -> None:
        """A word with signs of Markdown is shown as it stands."""
        spots = pd.DataFrame([("*x*", "a", 1)], columns=["query", "article_id", "line_no"])
        assert "“\\*x\\*”" in str(say.rare(spots, ["*x*"], n_articles=1))

    def test_empty_tables(self) -> None:
        """Nothing found: a plain sentence each, in both languages."""
        for function, columns, options in (
            (say.commonest, ["word", "n", "n_articles"], {"n_articles": 1}),
            (say.terms, ["term", "n", "n_articles"], {"n_articles": 1}),
            (say.spread, ["word", "n", "dp_norm"], {}),
            (say.diversity, ["group", "mattr", "window"], {}),
        ):
            english, vietnamese = both(function, pd.DataFrame(columns=columns), **options)
            assert english.endswith(".")
            assert english != vietnamese
        empty = pd.DataFrame(columns=["word", "n", "expected"])
        assert both(say.company, empty, "đối ngoại")[1] == "“đối ngoại” không thường đi với từ nào."
        assert both(say.rare, pd.DataFrame(columns=["query"]), ["x"], n_articles=1)[0].startswith(
            "Every word"
        )
