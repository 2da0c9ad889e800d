"""The charts of 04-voices draw at every size, and everything in them fits."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from caytre import figures, session
from caytre.analysis.voices import speaking
from caytre.output.figures import style
from caytre.tables import Theme, frame
from tests.spoken import given, many

SIZES = (1, 2, 5, 100)


@pytest.fixture(autouse=True)
def _language(request: pytest.FixtureRequest) -> Iterator[None]:
    """English and Vietnamese in turn: the longest texts are the Vietnamese ones at the largest size."""
    size = request.node.callspec.params["n"] if hasattr(request.node, "callspec") else 1
    session.begin("test", "vi" if size in (2, 100) else "en")
    yield
    session.begin("test", "en")


def verbs(n: int) -> pd.DataFrame:
    stances = ("assertive", "directive", "evaluative", "neutral")
    rows = [(f"Nguyễn Văn Nam {k % 9}", f"động từ {k % 40}", stances[k % 4], "a", k) for k in range(n)]
    return pd.DataFrame(rows, columns=["speaker", "verb", "stance", "article_id", "line_no"])


def topics(n: int) -> pd.DataFrame:
    codes = ("line", "event", "security", "economic", "party_building")
    sentences = many(n)
    lines = sentences[["article_id", "line_no"]].drop_duplicates().itertuples(index=False)
    themes = frame([Theme(a, b, ";".join(codes[: 1 + b % 5]), 3.0, "") for a, b in lines], Theme)
    return speaking.topics(sentences, themes)


def named(n: int) -> pd.DataFrame:
    rows = [
        (f"Trần Thị Phương Thảo {k % 7}", f"Nguyễn Văn Nam {k % 19}", 1 + k % 4, 1, "[a:1]") for k in range(n)
    ]
    found = pd.DataFrame(rows, columns=["speaker", "person", "n", "n_articles", "citation"])
    return found.drop_duplicates(["speaker", "person"], ignore_index=True)


def drawn(figure: Figure) -> Figure:
    """The figure after layout; no text may leave it."""
    with style.house():
        figure.draw_without_rendering()
    renderer = FigureCanvasAgg(figure).get_renderer()
    width, height = figure.get_size_inches() * figure.dpi
    for text in figure.findobj(Text):
        if text.get_visible() and text.get_text().strip():
            box = text.get_window_extent(renderer)
            assert box.x0 >= -1, text.get_text()
            assert box.x1 <= width + 1, text.get_text()
            assert box.y0 >= -1, text.get_text()
            assert box.y1 <= height + 1, text.get_text()
    return figure


def titles(figure: Figure) -> str:
    return str(figure.caytre["title"])  # type: ignore[attr-defined]


class TestSizes:
    @pytest.mark.parametrize("n", SIZES)
    def test_strips(self, n: int) -> None:
        """One article or a hundred: at most ten are drawn."""
        figure = drawn(figures.voice_strips(many(n)))
        assert len(figure.axes[0].get_yticks()) == min(n, 10)

    @pytest.mark.parametrize("n", SIZES)
    def test_words(self, n: int) -> None:
        """One group or a hundred: at most ten bars, the last of them for the rest."""
        figure = drawn(figures.voice_words(speaking.by_speaker(many(n))))
        assert len(figure.axes[0].get_yticks()) == min(n, 10)

    @pytest.mark.parametrize("n", SIZES)
    def test_verbs(self, n: int) -> None:
        """Rare verbs share a row for each stance."""
        figure = drawn(figures.verb_matrix(verbs(n)))
        assert len(figure.axes[0].get_yticks()) <= 28

    @pytest.mark.parametrize("n", SIZES)
    def test_themes(self, n: int) -> None:
        """At most six speakers stand side by side."""
        figure = drawn(figures.speaker_themes(topics(n)))
        assert len(figure.axes[0].get_xticks()) <= 6

    @pytest.mark.parametrize("n", SIZES)
    def test_network(self, n: int) -> None:
        """At most a dozen people, and no name lies on another."""
        figure = drawn(figures.invocation_network(named(n)))
        if named(n)["n"].sum() == 1:
            assert titles(figure) in ("One person is named by another", "Một người được người khác nhắc tên")
            return
        names = [
            text for text in figure.axes[0].texts if "Nguyễn" in text.get_text() or "Trần" in text.get_text()
        ]
        renderer = FigureCanvasAgg(figure).get_renderer()
        boxes = [text.get_window_extent(renderer) for text in names]
        assert 2 <= len(boxes) <= 12
        assert not any(one.overlaps(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])


class TestNothing:
    def test_empty_tables_give_a_figure_that_says_so(self) -> None:
        """No chart fails where nothing was found."""
        nobody = given()
        for figure in (
            figures.voice_strips(nobody), figures.voice_words(speaking.by_speaker(nobody)), figures.verb_matrix(verbs(0)),
            figures.speaker_themes(topics(0)), figures.invocation_network(named(0)),
        ):  # fmt: skip
            assert titles(drawn(figure)).startswith(("No ", "Không "))

    def test_articles_without_speech_have_nothing_to_draw(self) -> None:
        """Narration alone makes no strip: the title says whose words it is."""
        narration = given(("a", 1, "", "narration", 12), ("a", 2, "", "narration", 9))
        assert titles(drawn(figures.voice_strips(narration))) in (
            "Only the writers speak",
            "Chỉ có lời của người viết",
        )
        assert titles(drawn(figures.voice_words(speaking.by_speaker(narration)))) in (
            "Only the writers speak",
            "Chỉ có lời của người viết",
        )


class TestTitles:
    def test_the_finding_is_computed(self) -> None:
        """Three of four sentences are somebody's; questions of an interviewer are not."""
        rows = given(
            ("a", 1, "Lê An", "direct", 9), ("a", 2, "Lê An", "indirect", 9), ("a", 3, "Lê An", "free_indirect", 9),
            ("a", 4, "(interviewer)", "interview", 9),
        )  # fmt: skip
        assert "75\u00a0%" in titles(figures.voice_strips(rows))
        assert "25\u00a0%" in titles(figures.voice_strips(rows))

    def test_a_long_strip_goes_on_in_the_next_row(self) -> None:
        """Seventy sentences take two rows, and the label stands at the first."""
        rows = given(*[("a", line, "Lê An", "indirect", 5) for line in range(1, 71)])
        assert list(drawn(figures.voice_strips(rows)).axes[0].get_yticks()) == [0]

    def test_the_network_is_the_same_each_time(self) -> None:
        """The layout is seeded."""
        one, two = (figures.invocation_network(named(40)) for _ in range(2))
        assert [text.get_position() for text in one.axes[0].texts] == [
            text.get_position() for text in two.axes[0].texts
        ]
