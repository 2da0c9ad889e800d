"""Charts of time: they draw at any size, and no label touches another or leaves the picture."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.text import Text

from caytre import figures, session
from caytre.analysis.times import timeline
from caytre.output.figures import lanes, style

EVENT = "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng Cộng sản Việt Nam"


@pytest.fixture(autouse=True)
def _language() -> None:
    session.begin("test", "en", "Source: composed.")


def talk(n: int, *, years: int = 0) -> pd.DataFrame:
    """*n* expressions of every kind, their articles one after another over that many *years*."""
    kinds = [
        ("ORDINAL_EVENT", "EVENT:E-{i}", EVENT, "2021-01-25", "2021-02-01", "back", "codebook"),
        ("DATE", "{y}-12-16", "ngày 16/12", "{y}-12-16", "{y}-12-16", "now", "resolved"),
        ("DATE", "2{d}30", "năm 2030", "2{d}30-01-01", "2{d}30-12-31", "ahead", "text"),
        ("DURATION", "P{d}5Y", "hơn 35 năm đổi mới vừa qua", "", "", "", "text"),
        ("DATE", "FUTURE_REF", "thời gian tới", "", "", "ahead", "vague"),
        ("DATE", "1{d}61-03-31/2021-03-31", "31/3/1961-31/3/2021", "1{d}61-03-31", "2021-03-31", "back", "text"),
    ]  # fmt: skip
    rows = []
    for i in range(n):
        kind, value, surface, first, last, side, how = kinds[i % len(kinds)]
        year = 2021 - i % (years + 1)
        fill = {"i": i // 6 % 40, "y": year, "d": i // 6 % 10}
        rows.append({
            "article_id": f"bao-{i % 20}", "line_no": i + 1, "start": 0, "end": 5, "surface": surface, "type": kind,
            "value": value.format(**fill), "earliest": first.format(**fill), "latest": last.format(**fill), "relation": "",
            "how": how, "published": f"{year}-12-14", "side": side, "voice": f"Nguyễn Văn {chr(65 + i % 26)}", "mode": "direct",
            "text": "Một câu.", "excerpt": "Một câu.",
        })  # fmt: skip
    columns = [
        "article_id", "line_no", "start", "end", "surface", "type", "value", "earliest", "latest", "relation", "how",
        "published", "side", "voice", "mode", "text", "excerpt",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def charts(spoken: pd.DataFrame) -> list[Figure]:
    return [
        figures.horizon(timeline.horizon(spoken, by="article_id")),
        figures.horizon(timeline.horizon(spoken, by="voice")),
        figures.moments(timeline.moments(spoken), spoken),
        figures.spans(timeline.spans(spoken)),
        figures.promises(timeline.promises(spoken)),
    ]


def series(n: int) -> pd.DataFrame:
    articles = pd.DataFrame({
        "article_id": [f"a{i}" for i in range(n)], "n_words": 900,
        "published": [str(day)[:10] for day in pd.date_range("2015-01-01", periods=n, freq="40D")],
    })  # fmt: skip
    return timeline.over_time(articles, pd.DataFrame({"article_id": [f"a{i}" for i in range(0, n, 2)]}))


def texts(figure: Figure) -> list[Text]:
    """Every visible text of a figure as drawn."""
    with style.house():
        figure.draw_without_rendering()
    return [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]


class TestSizes:
    @pytest.mark.parametrize("n", [0, 1, 2, 5, 100])
    def test_all_draw_and_nothing_leaves_the_picture(self, n: int) -> None:
        """From no expression to a hundred, in a week and over ten years."""
        for figure in charts(talk(n, years=10 if n % 2 == 0 else 0)):
            width, height = figure.get_size_inches() * figure.dpi
            for text in texts(figure):
                box = text.get_window_extent()
                assert box.x0 > -3, text.get_text()
                assert box.x1 < width + 3, text.get_text()
                assert box.y1 < height + 3, text.get_text()

    @pytest.mark.parametrize("n", [0, 1, 2, 5, 100])
    def test_a_series_of_any_length(self, n: int) -> None:
        """Rates draw with one period as with many."""
        figure = figures.over_time(series(n), "hội nhập")
        assert texts(figure)

    def test_nothing_found_is_said(self) -> None:
        """An empty table gives a figure whose title says so."""
        titles = [figure.caytre["title"] for figure in charts(talk(0))]
        assert titles == [
            "No expression of time has a side",
            "No expression of time has a side",
            "No day, year or event is named",
            "No length of a year or more is named",
            "No time ahead is named",
        ]


class TestLabels:
    @pytest.mark.parametrize(("n", "years"), [(12, 0), (100, 0), (100, 10)])
    def test_labels_of_moments_do_not_touch(self, n: int, years: int) -> None:
        """No two texts of the chart overlap, in a week as over a thousand years."""
        spoken = talk(n, years=years)
        for figure in (
            figures.moments(timeline.moments(spoken), spoken),
            figures.promises(timeline.promises(spoken)),
        ):
            boxes = [(text.get_text(), text.get_window_extent()) for text in texts(figure)]
            for (one, a), (other, b) in itertools.combinations(boxes, 2):
                wide = min(a.x1, b.x1) - max(a.x0, b.x0)
                high = min(a.y1, b.y1) - max(a.y0, b.y0)
                assert wide <= 1 or high <= 2, (one, other)

    @settings(max_examples=40, deadline=None)
    @given(
        st.lists(
            st.tuples(
                st.floats(0, 2100), st.floats(0, 300), st.sampled_from(["2030", "Đại hội XIII", EVENT[:48]])
            ),
            max_size=25,
        )
    )
    def test_lanes_keep_everything_apart(self, drawn: list[tuple[float, float, str]]) -> None:
        """Whatever stands in one lane, marks and labels alike, does not overlap; labels stay on the axis."""
        items = [lanes.Item(start, start + length, label, "green") for start, length, label in drawn]
        axis = lanes.scale(0, 2400, 2021, width=6.6)
        inch = (axis.high - axis.low) / 6.6
        taken: dict[int, list[tuple[float, float]]] = {}
        for item, lane, label_lane, at, align in lanes.place(items, axis, width=6.6):
            width = lanes.text_width(item.label) * inch
            label = (at - width, at) if align == "right" else (at, at + width)
            assert axis.low - 0.01 <= label[0]
            assert label[1] <= axis.high + 0.01
            taken.setdefault(lane, []).append((axis.at(item.start), axis.at(item.end)))
            if align != "inside":
                taken.setdefault(label_lane, []).append(label)
        for spans in taken.values():
            spans.sort()
            assert all(a[1] <= b[0] + 1e-6 for a, b in itertools.pairwise(spans))

    def test_a_long_label_is_cut_at_a_space(self) -> None:
        """What is too wide ends in an ellipsis after a whole word."""
        cut = lanes.shortened(EVENT * 3)
        assert cut.endswith("…")
        assert lanes.text_width(cut) <= lanes.LONGEST
        assert (EVENT * 3).startswith(cut[:-1])


class TestBothLanguages:
    def test_titles_in_vietnamese(self) -> None:
        """The same table, the finding in the reader's language."""
        session.begin("test", "vi", "")
        figure = figures.promises(timeline.promises(talk(3)))
        assert figure.caytre["title"] == "Chỉ một mốc phía trước được nêu: 2030, do Nguyễn Văn C nêu"

    def test_trend_is_named_only_in_a_long_series(self) -> None:
        """Five periods carry no trend, and the title says so."""
        assert "too short a series" in figures.over_time(series(5), "hội nhập").caytre["title"]
        assert "moving rate over 5 quarters" in figures.over_time(series(90), "hội nhập").caytre["measure"]
