"""Charts of lists, images, phrases, stance, pairs and rhythm: they draw at every size and say what the table says."""

from __future__ import annotations

import pandas as pd
import pytest

from caytre import figures, session
from caytre.analysis.rhetoric import manner, wordings
from caytre.output.figures.rhetoric import MOST_COLUMNS
from caytre.output.figures.stance import MOST_RHYTHMS
from tests import rhetoric_tables as made
from tests.drawing import said, shapes, texts, unreadable
from tests.rhetoric_tables import SIZES


@pytest.fixture(autouse=True, params=session.LANGUAGES)
def _language(request: pytest.FixtureRequest) -> None:
    session.begin("test", request.param)


@pytest.mark.parametrize(("n", "_language"), SIZES, indirect=["_language"])
class TestSizes:
    def test_lists(self, n: int) -> None:
        """The map is of one article, whatever the size of the corpus."""
        figure = figures.enumeration_map(made.enumerations(n))
        assert unreadable(figure) == []
        assert said(figure).startswith("bai-001 " if n else session.t("No list", "Không thấy"))

    def test_images(self, n: int) -> None:
        """A circle for each domain of each speaker, and one inside it where images are salient."""
        table = made.metaphors(n)
        figure = figures.metaphor_domains(table, manner.images(table))
        assert unreadable(figure) == []
        salient = table[table["conventionality"] == "salient"]
        circles = sum(part.groupby(["domain", "voice"]).ngroups for part in (table, salient))
        assert len(figure.axes[0].collections) == circles

    def test_phrases(self, n: int) -> None:
        """A matrix with a square for each phrase and article of a few, a bar a phrase for many."""
        table = made.formulas(n)
        phrases = wordings.distinct(table, made.lines(n), made.articles(n))
        figure = figures.phrase_matrix(phrases, table, n_articles=n)
        assert unreadable(figure) == []
        assert shapes(figure) == len(phrases) * (n if n <= MOST_COLUMNS else 1)

    def test_stance(self, n: int) -> None:
        """Each speaker with text enough has a point and an interval in each panel, the others nothing."""
        table = manner.stance(made.markers(n), made.sentences(n))
        figure = figures.stance_profile(table)
        assert unreadable(figure) == []
        assert sum(len(axes.lines) for axes in figure.axes) == 2 * len(table)

    def test_pairs(self, n: int) -> None:
        """A line a pair, however often the two words meet."""
        chains = made.chains(n)
        pairs = manner.pairs(chains)
        figure = figures.word_pairs(pairs, n_chains=len(chains))
        assert unreadable(figure) == []
        assert len(figure.axes[0].lines) == len(pairs)

    def test_rhythm(self, n: int) -> None:
        """A bar a sentence for few articles; for many a distribution that counts every sentence."""
        table = made.lengths(n)
        figure = figures.sentence_rhythm(table)
        assert unreadable(figure) == []
        heights = sorted(bar.get_height() for axes in figure.axes for bar in axes.patches)
        if n <= MOST_RHYTHMS:
            assert heights == sorted(table["n_syllables"])
        else:
            assert sum(heights) == len(table)


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
    """The last sentence of the fifth article is the longest, 10 + 35 + 4; the title names the median too."""
    assert said(figures.sentence_rhythm(made.lengths(5))) == session.t(
        "Half of the sentences have 33 syllables or more; the longest has 49 [bai-005:1]",
        "Một nửa số câu có từ 33 tiếng trở lên; câu dài nhất có 49 tiếng [bai-005:1]",
    )


def test_pairs_are_counted_in_either_order() -> None:
    """Xanh, sạch and sạch, xanh are one pair."""
    pairs = manner.pairs(made.chains(2))
    assert pairs[["n", "n_articles"]].to_numpy().tolist() == [[4, 2], [2, 2]]


def word_table(rows: list[tuple[str, str, int]]) -> pd.DataFrame:
    return pd.DataFrame(
        [(a, b, n, 1, "[bai-001:1]") for a, b, n in rows],
        columns=["first", "second", "n", "n_articles", "citation"],
    )


class TestWordNetwork:
    def test_the_words_are_whole_and_do_not_touch(self) -> None:
        """Of forty words in a hundred pairs the ones that come most are drawn, each box apart from the others."""
        words = [
            f"{a} {b}"
            for a in ("chủ", "toàn", "sâu", "bền", "vững")
            for b in ("động", "diện", "sắc", "rộng", "vàng")
        ]
        rows = [
            (a, b, 1 + (i * 7 + j) % 5) for i, a in enumerate(words) for j, b in enumerate(words) if i < j
        ][:100]
        rows.sort(key=lambda row: (-row[2], row[0], row[1]))
        figure = figures.word_pairs(word_table(rows), n_chains=100)
        figure.draw_without_rendering()
        boxes = [
            text.get_bbox_patch().get_window_extent()
            for text in figure.axes[0].texts
            if text.get_text() in words
        ]
        assert 2 < len(boxes) <= 24
        assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])
        edge = figure.bbox
        assert all(edge.x0 <= box.x0 and box.x1 <= edge.x1 and edge.y0 <= box.y0 for box in boxes)

    def test_what_is_left_out_is_said(self) -> None:
        """Pairs that are too seldom to be drawn are counted below the title."""
        often = [("toàn diện", "sâu rộng", 3)]
        seldom = [(f"từ {i}", f"chữ {i}", 1) for i in range(20)]
        figure = figures.word_pairs(word_table([*often, *seldom]), n_chains=21)
        measure = figure.caytre["measure"]  # type: ignore[attr-defined]
        assert (
            session.t("20 pairs of words that meet once are not drawn", "Không vẽ 20 cặp gặp 1 lần")
            in measure
        )

    def test_the_same_table_gives_the_same_places(self) -> None:
        """Nothing is drawn by chance."""
        table = word_table(
            [("chủ động", "tích cực", 4), ("tích cực", "sáng tạo", 2), ("bền vững", "hài hòa", 1)]
        )
        places = [
            [text.get_position() for text in figures.word_pairs(table, n_chains=3).axes[0].texts]
            for _ in range(2)
        ]
        assert places[0] == places[1]


def test_overlapping_intervals_are_said_in_the_title() -> None:
    """Who leads by chance alone is not announced as the leader without a word on the intervals."""
    rows = [
        ("Lê An", "obligation", 5, 500, 10.0, 3.2, 23.3),
        ("Vũ Bình", "obligation", 4, 500, 8.0, 2.2, 20.5),
    ]
    table = pd.DataFrame(rows, columns=["voice", "stance", "n", "n_syllables", "per_1000", "low", "high"])
    assert said(figures.stance_profile(table)).endswith(
        session.t("; the intervals overlap", "; các khoảng tin cậy chồng nhau")
    )
