"""Names of groups, words to follow, and places in the articles for the rows of a table."""

from __future__ import annotations

import pandas as pd

from caytre.analysis.concordance import Concordance
from caytre.analysis.themes import examples, labels

TEXT = {
    ("a", 1): "Hội nghị bàn về đối ngoại.",
    ("a", 2): "Hoà bình và đối ngoại.",
    ("b", 1): "Đối ngoại vì hòa bình.",
}
WORDS = {
    ("a", 1): "Hội nghị|bàn|về|đối ngoại|.",
    ("a", 2): "Hoà bình|và|đối ngoại|.",
    ("b", 1): "Đối ngoại|vì|hòa bình|.",
}


def concordance() -> Concordance:
    from caytre.text.orthography import fold

    rows = []
    for (article, line), words in WORDS.items():
        at = 0
        for word in words.split("|"):
            at = TEXT[article, line].index(word, at)
            rows.append((article, line, 1, at, at + len(word), word, fold(word), "body"))
            at += len(word)
    columns = ["article_id", "line_no", "sent_no", "start", "end", "form", "word", "kind"]
    lines = pd.DataFrame(
        [(*key, "body", text) for key, text in TEXT.items()],
        columns=["article_id", "line_no", "kind", "text"],
    )
    return Concordance(pd.DataFrame(rows, columns=columns), lines)


def articles(*outlets: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "article_id": [f"bai{i}" for i in range(len(outlets))],
            "outlet": outlets,
            "n_words": range(len(outlets)),
        }
    )


class TestLabels:
    def test_long_names_are_told_by_what_is_their_own(self) -> None:
        """A tag in brackets, else the name without the words that say what it is, else the first words."""
        found = labels.labels(
            articles(
                "VOV",
                "Cổng thông tin điện tử Bộ Công an",
                "Trung tâm Nghiên cứu và Phát triển truyền thông KH&CN (Bộ Khoa học và Công nghệ)",
                "Hội Nhà báo Việt Nam và các đơn vị phối hợp",
            )
        )
        assert list(found.values()) == [
            "VOV",
            "Bộ Công an",
            "Bộ Khoa học và Công nghệ",
            "Hội Nhà báo Việt Nam và…",
        ]

    def test_an_article_without_an_outlet_is_its_own_group(self) -> None:
        """Its article_id stands for it, until there are so many that they are one group."""
        assert labels.labels(articles("VOV", "")) == {"bai0": "VOV", "bai1": "bai1"}
        many = labels.labels(articles("VOV", *[""] * 7), unknown="không rõ")
        assert set(many.values()) == {"VOV", "không rõ"}
        assert len(set(labels.labels(articles(*[""] * 20)).values())) == 20

    def test_two_outlets_never_share_a_name(self) -> None:
        """Where short names would be equal both stay long."""
        names = ("Cổng thông tin điện tử Bộ Công an", "Trang thông tin điện tử Bộ Công an")
        assert tuple(labels.labels(articles(*names)).values()) == names

    def test_the_two_largest_groups(self) -> None:
        """By words; with one group it stands twice."""
        table = articles("A", "B", "C")
        assert labels.two_largest({"bai0": "A", "bai1": "B", "bai2": "C"}, table) == ("C", "B")
        assert labels.two_largest(dict.fromkeys(table["article_id"], "A"), table) == ("A", "A")

    def test_words_that_do_not_occur_give_way(self) -> None:
        """A notebook made for other articles follows the commonest words instead."""
        found = concordance()
        frequency = pd.DataFrame({"word": ["đối ngoại", "hoà bình"]})
        assert labels.followed(found, ["hoà bình", "bóng đá"], frequency) == ["hoà bình"]
        assert labels.followed(found, ["bóng đá"], frequency, n=2) == ["đối ngoại", "hoà bình"]
        assert labels.followed(found, ["bóng đá"], frequency[:0]) == ["bóng đá"]


class TestPlaces:
    def test_the_first_place_of_a_word(self) -> None:
        """With groups it is the first place in the row's own group."""
        table = pd.DataFrame({"group": ["B"], "word": ["đối ngoại"]})
        assert examples.cited(table, concordance())["citation"].tolist() == ["[a:1]"]
        cited = examples.cited(table, concordance(), groups={"a": "A", "b": "B"})
        assert cited["citation"].tolist() == ["[b:1]"]

    def test_a_sentence_that_has_both(self) -> None:
        """The first sentence of the node that holds the word, in either tone-mark style; none where there is none."""
        table = pd.DataFrame({"word": ["hòa bình", "hội nghị", "hội"]})
        found = examples.pairs_in_sentences(table, concordance(), "đối ngoại")
        assert found["citation"].tolist() == ["[a:2]", "[a:1]", "[a:1]"]
        assert examples.pairs_in_sentences(table[:0], concordance(), "đối ngoại").empty

    def test_where_queries_stand(self) -> None:
        """One row an occurrence, queries that do not occur have none."""
        found = examples.places(concordance(), ["hoà bình", "sen"])
        assert found[["query", "article_id", "line_no"]].values.tolist() == [
            ["hoà bình", "a", 2],
            ["hoà bình", "b", 1],
        ]

    def test_the_paragraph_that_says_a_theme_most(self) -> None:
        """The highest score among those whose main theme it is, with the terms of this theme only."""
        rows = [
            ("a", 1, "line", 4.0, "đường lối ×1 (line)"),
            ("a", 2, "line;event", 9.0, "chính sách ×3 (line); hội nghị ×1 (event)"),
        ]
        table = pd.DataFrame(rows, columns=["article_id", "line_no", "themes", "score", "evidence"])
        found = examples.of_themes(table).set_index("theme")
        assert found.loc["line", ["n", "citation", "evidence"]].tolist() == [2, "[a:2]", "chính sách ×3"]
        assert found.loc["event", ["n", "citation", "evidence"]].tolist() == [1, "[a:2]", "hội nghị ×1"]
        assert examples.of_themes(table.assign(themes="")).empty

    def test_places_of_themes(self) -> None:
        """The earliest and the latest paragraph of each theme are cited, themes in the order of their median."""
        rows = [("a", 4, "line", 0.9), ("a", 1, "event", 0.0), ("b", 3, "event", 0.5), ("b", 2, "line", 0.3)]
        found = examples.of_places(pd.DataFrame(rows, columns=["article_id", "line_no", "theme", "place"]))
        assert found.values.tolist() == [
            ["event", 2, 0.25, "[a:1]", "[b:3]"],
            ["line", 2, 0.6, "[b:2]", "[a:4]"],
        ]
        assert examples.of_places(pd.DataFrame(columns=["article_id", "line_no", "theme", "place"])).empty

    def test_too_little_text_for_topics(self) -> None:
        """A corpus of a few paragraphs gives a trial of no topics, not an error."""
        tokens = pd.DataFrame(
            {
                "article_id": ["a"],
                "line_no": [1],
                "sent_no": [1],
                "word": ["x"],
                "form": ["x"],
                "kind": ["body"],
            }
        )
        themes = pd.DataFrame(columns=["article_id", "line_no", "themes"])
        trial = examples.try_topics(tokens, themes)
        assert trial.n == 0
        assert trial.table.empty
