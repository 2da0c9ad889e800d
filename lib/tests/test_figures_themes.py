"""Charts of 02-themes: they draw at any size of corpus, and compared clouds share one scale."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from caytre import figures, session
from caytre.analysis import themes
from caytre.analysis.statistics import comparison, contrast
from caytre.analysis.themes.themebook import read_codebook
from caytre.output.figures import clouds as cloud_charts

BOOK = read_codebook("themes.yaml")
CODES = [entry.code for entry in BOOK.entries]
WORDS = ("đối ngoại", "hoà bình", "hợp tác", "địa phương", "cán bộ", "an ninh", "văn hoá", "kinh tế")
SIZES = (0, 1, 2, 5, 100)


@pytest.fixture(autouse=True)
def _language(request: pytest.FixtureRequest) -> None:
    """Sizes take turns with the languages, so that every chart is drawn in both."""
    n = request.node.callspec.params.get("n", 0) if hasattr(request.node, "callspec") else 0
    session.begin("test", session.LANGUAGES[n % 2], "")


def coded(n: int) -> pd.DataFrame:
    """*n* articles of four paragraphs, each with two themes; every fifth paragraph has none."""
    rows = [
        (f"bai{i:03d}", line, "" if (i + line) % 5 == 4 else f"{CODES[i % 7]};{CODES[7 + line]}", 4.0, "")
        for i in range(n)
        for line in range(1, 5)
    ]
    return pd.DataFrame(rows, columns=["article_id", "line_no", "themes", "score", "evidence"])


def lines(n: int) -> pd.DataFrame:
    rows = [(f"bai{i:03d}", line, "body", "Một đoạn.") for i in range(n) for line in range(1, 5)]
    return pd.DataFrame(rows, columns=["article_id", "line_no", "kind", "text"])


def tokens(n: int) -> pd.DataFrame:
    """Articles that share words, each with one word that it repeats."""
    rows = [(f"bai{i:03d}", 1, word) for i in range(n) for word in [*WORDS, *[WORDS[i % len(WORDS)]] * 12]]
    frame = pd.DataFrame(rows, columns=["article_id", "line_no", "word"])
    return frame.assign(form=frame["word"], sent_no=1, kind="body", pos="N")


def draw(figure: Figure) -> list[str]:
    """Lay the figure out as saving would, and give its texts."""
    figure.draw_without_rendering()
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


class TestThemeCharts:
    @pytest.mark.parametrize("n", SIZES)
    def test_any_size_of_corpus(self, n: int) -> None:
        """Heatmap, network and places draw for no article, one, two, five and a hundred."""
        table, text = coded(n), lines(n)
        for figure in (
            figures.theme_groups(table, themes.by_group(table), BOOK),
            figures.theme_network(themes.cooccurrence(table), table, BOOK),
            figures.theme_places(themes.along(table, text), table, BOOK),
        ):
            assert draw(figure)

    def test_cells_hold_the_counts(self) -> None:
        """Every count of the heatmap stands in its cell, the whole corpus first."""
        table = pd.DataFrame(
            {"article_id": ["a", "a", "b"], "line_no": [1, 2, 1], "themes": ["line", "line;event", ""]}
        )
        figure = figures.theme_groups(table, themes.by_group(table), BOOK)
        written = [text.get_text() for text in figure.axes[0].texts]
        assert written == ["2", "2", "0", "1", "1", "0"]

    def test_intervals_where_there_are_articles_enough(self) -> None:
        """Whiskers for five articles and more, and under the counts of groups that large; the caption says so."""
        session.begin("test", "en", "")
        few, many = coded(4), coded(20)
        figure = figures.theme_groups(few, themes.by_group(few), BOOK)
        assert len(figure.axes) == 1
        assert "No intervals: they need at least 5 articles." in figure.caytre["measure"]  # type: ignore[attr-defined]
        figure = figures.theme_groups(many, themes.by_group(many), BOOK)
        assert len(figure.axes) == 2
        assert (
            "Right: share with 95 % interval from drawing the 20 articles anew." in figure.caytre["measure"]
        )  # type: ignore[attr-defined]
        halves = {article: article < "bai010" for article in many["article_id"]}
        table = themes.by_group(many, {article: "VOV" if half else "VTV" for article, half in halves.items()})
        figure = figures.theme_groups(many, table, BOOK)
        row = table[table["n"] > 0].iloc[0]
        assert f"{100 * row['low']:.0f}–{100 * row['high']:.0f}\u00a0%" in draw(figure)
        assert "under the counts of groups of at least 5 articles" in figure.caytre["measure"]  # type: ignore[attr-defined]

    def test_nothing_coded_is_said(self) -> None:
        """Without any theme the title says so."""
        table = coded(1).assign(themes="")
        title = draw(figures.theme_groups(table, themes.by_group(table), BOOK))[0]
        assert title in (
            "No paragraph has a theme of the codebook",
            "Không đoạn nào có chủ đề của bảng mã",
        )


class TestWordCharts:
    @pytest.mark.parametrize("n", SIZES)
    def test_any_size_of_corpus(self, n: int) -> None:
        """Bars, keyness and clouds draw for no article, one, two, five and a hundred."""
        words = tokens(n)
        frequency = words.groupby("word").agg(n=("line_no", "size"), n_articles=("article_id", "nunique"))
        frequency = frequency.sort_values("n", ascending=False).reset_index()
        drawn = [
            figures.word_bars(frequency, n_articles=n),
            figures.word_cloud(frequency, n_articles=n, stop=["pronouns"]),
        ]
        if n:
            groups = {article: article for article in words["article_id"]}
            pair = ("bai000", f"bai{min(1, n - 1):03d}")
            drawn += [
                figures.key_words(contrast.keyness(words, by=groups)),
                figures.word_clouds(comparison.clouds(words, by=groups)),
                figures.difference_cloud(comparison.difference(words, by=groups, groups=pair), pair),
            ]
        for figure in drawn:
            assert draw(figure)

    def test_compared_clouds_have_one_scale(self) -> None:
        """A word that is as frequent in two groups is as large in both clouds."""
        rows = [("a", "x", 40, 400.0, 1), ("a", "hoà bình", 10, 100.0, 1), ("b", "hoà bình", 20, 100.0, 1)]
        table = pd.DataFrame(rows, columns=["group", "word", "n", "per_10k", "n_articles"])
        texts = [text for axis in figures.word_clouds(table).axes for text in axis.texts]
        sizes = {text.get_fontsize() for text in texts if text.get_text() == "hoà bình"}
        large = next(text.get_fontsize() for text in texts if text.get_text() == "x")
        assert len(sizes) == 1
        assert large == pytest.approx(2 * sizes.pop())

    def test_words_of_a_cloud_never_touch(self) -> None:
        """No two words overlap, and all of them stay inside the field."""
        words = [f"{word} {i}" for i in range(6) for word in WORDS]
        boxes = cloud_charts.place(words, [20.0 - i * 0.3 for i in range(len(words))], 6.0, 2.0)
        sides = [cloud_charts.ink(box) for box in boxes]
        assert len(boxes) > 15
        for i, (left, bottom, right, top) in enumerate(sides):
            assert left >= 0
            assert right <= 6.0
            assert bottom >= -0.02
            assert top <= 2.02
            for a, b, c, d in sides[:i]:
                assert right < a or c < left or top < b or d < bottom

    def test_the_same_counts_give_the_same_cloud(self) -> None:
        """Nothing is drawn by chance."""
        one, two = (cloud_charts.place(WORDS, [12.0] * len(WORDS), 4.0, 2.0) for _ in range(2))
        assert one == two

    def test_signs_of_mathematics_are_only_signs(self) -> None:
        """Words and names with dollar signs are drawn as they are, not set as formulas."""
        table = pd.DataFrame({"word": ["$a_b$", "giá $"], "n": [3, 2], "n_articles": [1, 1]})
        assert "$a_b$" in draw(figures.word_bars(table, n_articles=1))
        assert draw(figures.word_cloud(table, n_articles=1))


class TestPlacesAndCompany:
    @pytest.mark.parametrize("n", SIZES)
    def test_any_number_of_articles(self, n: int) -> None:
        """The strips draw for no hit and for more articles than there is room for."""
        rows = [("hoà bình", f"bai{i:03d}", 1, 0.5, 200) for i in range(n)]
        spots = pd.DataFrame(rows, columns=["query", "article_id", "line_no", "place", "n_tokens"])
        labels = {f"bai{i:03d}": "VOV" for i in range(n)}
        texts = draw(figures.word_places(spots, ["hoà bình", "cây tre"], labels, n_articles=n))
        assert texts
        assert len({text for text in texts if text.startswith("bai")}) == (min(n, 12) if n > 1 else 0)

    @pytest.mark.parametrize("n", SIZES)
    def test_any_number_of_collocates(self, n: int) -> None:
        """The ring draws for no collocate and for more than it shows."""
        own = [("đối ngoại", f"từ{i}", 100 - i, 2) for i in range(n)]
        rest = [(f"từ{i}", f"từ{i + 1}", 2, 1) for i in range(n - 1)]
        edges = pd.DataFrame([*own, *rest], columns=["source", "target", "n", "n_articles"])
        assert draw(figures.company(edges, "đối ngoại"))
