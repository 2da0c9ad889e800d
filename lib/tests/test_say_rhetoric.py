"""Sentences about lists, images, phrases, stance, pairs and rhythm: the numbers of the table, in both languages."""

from __future__ import annotations

import pandas as pd
import pytest

from caytre import say, session
from caytre.analysis.rhetoric import manner, outline, wordings
from caytre.codebooks import read_yaml
from caytre.output import values
from caytre.tables import Formula
from tests import rhetoric_tables as made

NO_BREAK = "\u00a0"


@pytest.fixture(autouse=True)
def _english() -> None:
    session.begin("test", "en")


def both(make: object, *args: object, **options: object) -> list[str]:
    """The sentence in English and in Vietnamese."""
    found = []
    for lang in session.LANGUAGES:
        session.begin("test", lang)
        found.append(str(make(*args, **options)).replace(NO_BREAK, " "))  # type: ignore[operator]
    session.begin("test", "en")
    return found


class TestLists:
    def test_kept_broken_and_never_come(self) -> None:
        """One list as announced, one an item short, one that never comes, one pair."""
        assert both(say.lists, outline.lists(made.enumerations(1))) == [
            "There are 2 lists with 5 items, and 1 two-member figure such as “không chỉ … mà còn”. 3 lists are "
            "announced with a number; 1 has as many items as announced. Announced, but not listed anywhere in the "
            "article: “5 giải pháp” [bai-001:8]. “3 trụ cột” [bai-001:4] is followed by 2 items. All are stated by "
            "Trần Thị Hoa.",
            "Có 2 phần liệt kê với 5 mục, ngoài ra có 1 cặp hai vế kiểu “không chỉ … mà còn”. 3 phần được báo trước kèm "
            "con số; 1 phần có đủ số mục. Báo trước nhưng không thấy liệt kê trong bài: “5 giải pháp” [bai-001:8]. Sau "
            "“3 trụ cột” [bai-001:4] có 2 mục. Tất cả đều do Trần Thị Hoa nêu.",
        ]

    def test_status_of_every_list(self) -> None:
        """What was announced is held against what came."""
        found = outline.lists(made.enumerations(1)).set_index("list_id")
        assert found["status"].to_dict() == {
            "E01": "kept",
            "E02": "mismatch",
            "E03": "missing",
            "E04": "pair",
        }
        assert len(outline.promised(found)) == 3


class TestImages:
    def test_domains_and_salient_images(self) -> None:
        """The commonest domains with their counts, salient images with their first place."""
        table = made.metaphors(2)
        assert both(say.metaphors, table, manner.images(table)) == [
            "The codebook finds 4 images in 2 articles; 2 of them are salient. Domains: building (3) "
            "and war and front (1). Salient: “tuyến đầu” (twice, [bai-001:1]).",
            "Theo bộ mã có 4 hình ảnh trong 2 bài, trong đó 2 hình ảnh nổi bật. Các miền: nhà cửa (3) và "
            "chiến trận (1). Nổi bật: “tuyến đầu” (2 lần, [bai-001:1]).",
        ]

    def test_context_is_cut_at_words(self) -> None:
        """Left and right of an image stand whole words, and the node is the image itself."""
        lines = pd.DataFrame(
            [("bai-001", 1, "body", "xa " * 40 + "tuyến đầu" + " gần" * 40)],
            columns=["article_id", "line_no", "kind", "text"],
        )
        image = made.metaphors(1).head(1).assign(start=120, end=129)
        found = manner.images_in_context(image, lines).iloc[0]
        assert (found["node"], found["left"][:4], found["right"][-4:]) == ("tuyến đầu", "…xa ", "gần…")


class TestPhrases:
    def test_the_phrase_of_every_article(self) -> None:
        """Two phrases, one of them everywhere; an inferred or missing date comes after a known one."""
        phrases = wordings.distinct(made.formulas(4), made.lines(4), made.articles(4))
        assert both(say.set_phrases, phrases, n_articles=4) == [
            "2 set phrases are shared by two articles or more, parts and variants not counted. 1 stands in every one of "
            "the 4 articles: “cần tiếp tục chăm lo đời sống” (4 times, [bai-001:1]).",
            "Có 2 cụm từ cố định chung cho hai bài trở lên, không kể các phần và biến thể. 1 cụm có mặt trong cả 4 bài: "
            "“cần tiếp tục chăm lo đời sống” (4 lần, [bai-001:1]).",
        ]

    def test_a_part_of_a_longer_phrase_is_not_listed(self) -> None:
        """A phrase that always stands inside a longer one of as many articles is no phrase of its own."""
        whole = made.formulas(3)
        whole = whole[whole["formula_id"] == "F001"]
        part = whole.assign(
            formula_id="F009", canonical="tiếp tục chăm lo", surface="tiếp tục chăm lo", start=14, end=30
        )
        both_ways = pd.concat([part, whole], ignore_index=True)
        assert wordings.distinct(both_ways, made.lines(3), made.articles(3))["formula_id"].tolist() == [
            "F001"
        ]

    def test_names_of_events_are_no_phrases(self) -> None:
        """What only names a congress says nothing about wording."""
        text = "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng đã họp"
        lines = pd.DataFrame(
            [(name, 1, "body", text) for name in ("a", "b")],
            columns=["article_id", "line_no", "kind", "text"],
        )
        rows = [("F001", text[:48], name, 1, 0, 48, text[:48]) for name in ("a", "b")]
        formulas = pd.DataFrame(rows, columns=Formula._fields)
        articles = pd.DataFrame({"article_id": ["a", "b"], "published": ["", ""]})
        assert wordings.distinct(formulas, lines, articles).empty


class TestStance:
    def test_rates_are_per_thousand_syllables(self) -> None:
        """One "cần" in 21 syllables is 47.6 in a thousand, with the exact interval of a count of one."""
        sentences = made.sentences(1)
        table = manner.stance(made.markers(1), sentences, least=1)
        row = table[table["stance"] == "obligation"].iloc[0]
        assert (row["n"], row["n_syllables"], round(row["per_1000"], 1)) == (1, 21, 47.6)
        assert (round(row["low"], 2), round(row["high"], 1)) == (1.21, 265.3)

    def test_open_order_is_said(self) -> None:
        """Two speakers with the same rate cannot be ranked."""
        table = manner.stance(made.markers(2), made.sentences(2), least=1)
        table = table[table["stance"] == "obligation"]
        assert both(say.stance, table) == [
            "The highest rates in 1,000 syllables, with 95 % intervals: must, must not: Lê Văn Nam, 47.6 (1.2 to "
            "265.3). The intervals overlap those of other speakers, so that the order is open.",
            "Mức cao nhất trên 1.000 tiếng, kèm khoảng tin cậy 95 %: phải, không được: Lê Văn Nam, 47,6 (từ 1,2 đến "
            "265,3). Các khoảng tin cậy chồng lên khoảng của người khác nên chưa thể xếp thứ tự.",
        ]


def test_pairs_and_the_longest_chain() -> None:
    """Sạch and xanh are neighbours twice, in either order."""
    chains = made.chains(1)
    assert both(say.word_pairs, manner.pairs(chains), chains) == [
        "2 chains join two evaluating words or more; the longest has 3: “xanh, sạch và đẹp” [bai-001:1]. The commonest "
        "pairs are “xanh, sạch” (twice, [bai-001:1]).",
        "Có 2 chuỗi nối từ hai từ đánh giá trở lên; chuỗi dài nhất có 3 từ: “xanh, sạch và đẹp” [bai-001:1]. Các cặp "
        "nhiều nhất là “xanh, sạch” (2 lần, [bai-001:1]).",
    ]


def test_the_word_that_meets_most_others() -> None:
    """A word with three partners or more is named with their number."""
    chains = made.chains(1)
    rows = [("xanh", word, 1, 1, "[bai-001:1]") for word in ("sạch", "đẹp", "mát")]
    pairs = pd.DataFrame(rows, columns=["first", "second", "n", "n_articles", "citation"])
    english, vietnamese = both(say.word_pairs, pairs, chains)
    assert english.endswith("“xanh” meets most others: 3 different words.")
    assert vietnamese.endswith("“xanh” đi với nhiều từ nhất: 3 từ khác nhau.")


def test_rhythm_of_one_article_has_no_ranking() -> None:
    """One article is neither the hardest nor the easiest."""
    scores = pd.DataFrame({"article_id": ["bai-001"], "score": [1.2]})
    assert both(say.sentence_rhythm, made.lengths(1), scores) == [
        "Half of the 5 sentences have at least 31 syllables; the longest has 45 [bai-001:1], and 20 % have more than 40.",
        "Một nửa trong 5 câu có ít nhất 31 tiếng; câu dài nhất có 45 tiếng [bai-001:1], và 20 % số câu dài hơn 40 tiếng.",
    ]


def test_empty_tables_give_plain_sentences() -> None:
    """Nothing found is said as such."""
    empty = made.metaphors(0)
    chains = made.chains(0)
    assert [
        str(say.lists(outline.lists(made.enumerations(0)))),
        str(say.metaphors(empty, manner.images(empty))),
        str(
            say.set_phrases(
                wordings.distinct(made.formulas(0), made.lines(0), made.articles(0)), n_articles=0
            )
        ),
        str(say.stance(manner.stance(made.markers(0), made.sentences(0)))),
        str(say.word_pairs(manner.pairs(chains), chains)),
        str(say.balance(chains.assign(citation=""))),
        str(say.sentence_rhythm(made.lengths(0), pd.DataFrame())),
    ] == [
        "No list was found.",
        "No image of the codebook was found.",
        "No set phrase stands in two articles.",
        "Nobody speaks long enough for a profile of stance.",
        "No two evaluating words are joined.",
        "No parallels, doubled words or repeated openings were found.",
        "There is no sentence of body text.",
    ]


def test_every_domain_has_a_name_in_both_languages() -> None:
    """A reader never meets the code of a domain."""
    assert {entry["domain"] for entry in read_yaml("metaphors.yaml")["groups"]} <= set(values.NAMES)
