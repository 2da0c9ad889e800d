"""What charts of time are made of: sides, moments, lengths, promises and rates, from real sentences."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre import tables
from caytre.analysis import times
from caytre.analysis.times import timeline
from tests.helpers import article

TEXT = """Sáng nay, Hội nghị khai mạc tại Hà Nội.
Trong 5 năm vừa qua, kim ngạch tăng đều. Thời gian tới, ngành sẽ mở rộng thị trường.
Đến năm 2030, cả nước phấn đấu có 5.000 km đường cao tốc. Nghị quyết Đại hội XIII của Đảng đã nêu mục tiêu này.
Sau 35 năm đổi mới, đời sống người dân khác trước nhiều."""


def talk_of(
    text: str, published: str = "2021-12-14", *, voice: str = "", reference: str = "", name: str = "a"
) -> pd.DataFrame:
    """`timeline.talk` of one composed article in which every sentence is *voice*'s."""
    one = article(text, published, name=name)
    sentences = tables.frame(one.sentences, tables.Sentence).assign(voice=voice, mode="narration")
    articles = pd.DataFrame({"article_id": [name], "published": [published]})
    found = tables.frame(times.tag(one, reference=reference), tables.Time)
    return timeline.talk(found, sentences, articles, reference=reference)


class TestTalk:
    def test_each_expression_has_its_own_sentence(self) -> None:
        """An expression is joined to the sentence it stands in, not to the line's first."""
        spoken = talk_of(TEXT)
        row = spoken[spoken["surface"] == "Thời gian tới"].iloc[0]
        assert row["text"] == "Thời gian tới, ngành sẽ mở rộng thị trường."

    def test_a_length_points_where_it_goes(self) -> None:
        """ "5 năm vừa qua" ends today and looks back, though it touches the present."""
        spoken = talk_of("Trong 5 năm vừa qua, kim ngạch tăng. Trong 5-10 năm tới, tình hình còn phức tạp.")
        assert spoken["side"].tolist() == ["back", "ahead"]

    def test_a_bare_length_has_no_side(self) -> None:
        """ "35 năm" alone says neither from when nor until when."""
        assert talk_of("Sau 35 năm đổi mới, đời sống khác trước.")["side"].tolist() == [""]

    def test_the_date_line_is_no_talk(self) -> None:
        """Only sentences of the body count, not the page's own date."""
        one = article("14/12/2021\nSáng nay, Hội nghị khai mạc.", "2021-12-14", {1: "dateline"})
        found = tables.frame(times.tag(one), tables.Time)
        sentences = tables.frame(one.sentences, tables.Sentence).assign(voice="", mode="narration")
        articles = pd.DataFrame({"article_id": ["a"], "published": ["2021-12-14"]})
        assert len(found) == 2
        assert timeline.talk(found, sentences, articles)["line_no"].tolist() == [2]

    def test_a_long_sentence_is_cut_around_the_expression(self) -> None:
        """The excerpt keeps the expression and says where it was cut."""
        row = talk_of("Các đại biểu cho rằng " + "rất " * 100 + "cần thiết đến năm 2030 và sau đó.").iloc[0]
        assert "năm 2030" in row["excerpt"]
        assert row["excerpt"].startswith("… ")
        assert len(row["excerpt"]) < 230 < len(row["text"])

    def test_nothing_in_nothing_out(self) -> None:
        """An article without any expression of time gives empty tables with all their columns."""
        spoken = talk_of("Hội nghị bàn về ngoại giao.")
        assert spoken.empty
        for table in (timeline.moments(spoken), timeline.spans(spoken), timeline.promises(spoken)):
            assert table.empty
            assert "label" in table
        assert timeline.horizon(spoken, by="voice").empty


class TestHorizon:
    def test_counts_by_hand(self) -> None:
        """Today is now; 5 years past and the congress lie back; "the coming time" and 2030 ahead; 35 years open."""
        row = timeline.horizon(talk_of(TEXT, "2021-12-14T06:00"), by="article_id").iloc[0]
        assert row[["back", "now", "ahead", "n", "open"]].tolist() == [2, 1, 2, 5, 1]
        assert row["low"] < row["share"] == 0.4 < row["high"]

    def test_many_articles_become_periods(self) -> None:
        """Beyond twelve articles the bars are years of publication, in their order."""
        parts = [
            talk_of("Đến năm 2040, mọi xã có bác sĩ.", f"{2010 + i % 7}-03-0{1 + i // 7}", name=f"a{i}")
            for i in range(14)
        ]
        table = timeline.horizon(pd.concat(parts, ignore_index=True), by="article_id")
        assert table["group"].tolist() == [str(2010 + i) for i in range(7)]
        assert set(table["by"]) == {"Y"}
        assert table["ahead"].tolist() == [2] * 7

    def test_nobody_stands_out_by_chance(self) -> None:
        """Three of five ahead against two of five is no difference; twenty of twenty is."""
        table = pd.DataFrame(
            [("voice", "A", 2, 0, 3, 5), ("voice", "B", 3, 0, 2, 5)],
            columns=["by", "group", "back", "now", "ahead", "n"],
        ).assign(share=[0.6, 0.4], low=[0.23, 0.12])
        assert timeline.stands_out(table) is None
        clear = table.assign(ahead=[20, 2], n=[20, 5], share=[1.0, 0.4], low=[0.84, 0.12], back=[0, 40])
        best = timeline.stands_out(clear.assign(n=[20, 42]))
        assert best is not None
        assert best["group"] == "A"


class TestMoments:
    def test_one_event_has_many_names(self) -> None:
        """All names of a congress are one row, called by its commonest whole name; abbreviations give way."""
        text = "Hội nghị Ngoại giao lần thứ 31 (HNNG 31) khai mạc. HNNG 31 bàn nhiều việc. HNNG 31 bế mạc."
        table = timeline.moments(talk_of(text))
        assert table[["label", "n"]].to_numpy().tolist() == [["Hội nghị Ngoại giao lần thứ 31", 4]]

    def test_one_day_has_many_wordings(self) -> None:
        """ "sáng nay" and "14/12/2021" are one mark, named by the words that say the date themselves."""
        table = timeline.moments(
            talk_of("Sáng nay, Hội nghị họp. Ngày 14/12/2021, Hội nghị bế mạc. Sáng nay trời mưa.")
        )
        assert table[["label", "earliest", "n"]].to_numpy().tolist() == [["Ngày 14/12/2021", "2021-12-14", 3]]

    def test_vague_and_unknown_have_no_place(self) -> None:
        """ "thời gian tới" and an event without a listed date stay off the axis."""
        assert timeline.moments(
            talk_of("Thời gian tới, cuộc Cách mạng công nghiệp lần thứ tư còn tiến xa.")
        ).empty

    def test_a_thousand_years_ago_is_a_moment(self) -> None:
        """Years before 1677, which a pandas timestamp cannot hold, are kept."""
        table = timeline.moments(talk_of("Năm 938, Ngô Quyền thắng trận trên sông Bạch Đằng."))
        assert table["earliest"].tolist() == ["0938-01-01"]


class TestPromises:
    def test_who_names_2030(self) -> None:
        """The same year named by two people is two rows."""
        spoken = pd.concat([
            talk_of("Đến năm 2030, mọi xã có bác sĩ.", voice="Phạm Bình Minh"),
            talk_of("Mục tiêu là năm 2030.", voice="Bùi Thanh Sơn", name="b"),
        ], ignore_index=True)  # fmt: skip
        table = timeline.promises(spoken)
        assert table[["voice", "earliest", "citations"]].to_numpy().tolist() == [
            ["Bùi Thanh Sơn", "2030-01-01", "[b:1]"],
            ["Phạm Bình Minh", "2030-01-01", "[a:1]"],
        ]
        assert timeline.loudest(table) is None

    def test_what_rests_on_a_guess_is_no_promise(self) -> None:
        """A day counted from an inferred date may lie behind the article; a year that stands in the text is kept."""
        spoken = talk_of(
            "Hội nghị diễn ra ngày 16/12. Mục tiêu đặt ra đến năm 2030.", "", reference="2021-12-14"
        )
        assert timeline.promises(spoken)["label"].tolist() == ["năm 2030"]

    def test_the_past_is_no_promise(self) -> None:
        """What had happened, and what lasts until now, lies not ahead."""
        assert timeline.promises(talk_of("Năm 2018, hai nước ký kết. Đến nay đã ba năm.")).empty


class TestSpans:
    @pytest.mark.parametrize(
        ("value", "years"),
        [
            ("P35Y", 35.0), ("P5Y/P10Y", 10.0), ("P18M", 1.5), ("2016/2021", 5.0), ("1961-03-31/2021-03-31", 60.0),
            ("2021-12-14", None), ("PXY", None), ("2025/2020", None), ("EVENT:CPV-Congress-13", None), ("", None),
        ],
    )  # fmt: skip
    def test_years_of_a_value(self, value: str, years: float | None) -> None:
        """Lengths as the press counts them: a term of 2016 - 2021 is five years."""
        found = timeline.length_of(value)
        assert found == (None if years is None else pytest.approx(years, abs=0.01))

    def test_longest_first_with_where(self) -> None:
        """Each length once, however often it is named."""
        table = timeline.spans(
            talk_of("Sau 35 năm đổi mới, nhìn lại 76 năm.\nTrong 35 năm ấy, nhiều thứ đã khác.")
        )
        assert table[["label", "n", "citations"]].to_numpy().tolist() == [
            ["76 năm", 1, "[a:1]"],
            ["35 năm", 2, "[a:1] [a:2]"],
        ]

    @given(st.text(max_size=30))
    def test_any_text_is_a_length_or_none(self, value: str) -> None:
        """No value, however odd, makes it fail."""
        found = timeline.length_of(value)
        assert found is None or found > 0


class TestPeriods:
    @pytest.mark.parametrize(
        ("first", "last", "unit"),
        [
            ("2021-12-14T06:00", "2021-12-15T16:30", "h"), ("2021-12-14", "2021-12-15", "D"), ("2021-12-01", "2021-12-31", "D"),
            ("2021-01-01", "2021-12-31", "W"), ("2018-01-01", "2021-12-31", "M"), ("2012-01-01", "2021-12-31", "Q"),
            ("1990-01-01", "2021-12-31", "Y"), ("2021-12-14", "2021-12-14", "D"),
        ],
    )  # fmt: skip
    def test_unit_follows_the_stretch(self, first: str, last: str, unit: str) -> None:
        """From hours to years; dates without a time of day never become hours."""
        assert timeline.period_unit(pd.Series([first, last])) == unit

    def test_a_period_without_articles_is_no_zero(self) -> None:
        """A day on which nothing appeared has no rate; a day whose articles lack the word has rate zero."""
        articles = pd.DataFrame(
            {
                "article_id": ["a", "b", "c"],
                "published": ["2021-12-14", "2021-12-16", ""],
                "n_words": [1000, 500, 9],
            }
        )
        series = timeline.over_time(articles, pd.DataFrame({"article_id": ["a", "a", "c"]}))
        assert series["n"].tolist() == [2, 0, 0]
        assert series["per_10k"].iloc[0] == 20.0
        assert math.isnan(series["per_10k"].iloc[1])
        assert series["per_10k"].iloc[2] == 0.0

    def test_interval_of_a_count_by_the_tables(self) -> None:
        """The exact interval of a count of 10 is 4.795 to 18.39 (Garwood 1936)."""
        articles = pd.DataFrame({"article_id": ["a"], "published": ["2021-12-14"], "n_words": [10_000]})
        row = timeline.over_time(articles, pd.DataFrame({"article_id": ["a"] * 10})).iloc[0]
        assert (round(row["low"], 3), round(row["high"], 2)) == (4.795, 18.39)

    def test_a_steady_rise_is_found_and_a_short_one_left_alone(self) -> None:
        """Twelve rising months have a slope of one; eleven have no test."""
        articles = pd.DataFrame(
            {
                "article_id": [f"a{i}" for i in range(12)],
                "published": [f"2021-{i + 1:02d}-01" for i in range(12)],
                "n_words": 10_000,
            }
        )
        hits = pd.DataFrame({"article_id": [f"a{i}" for i in range(12) for _ in range(i)]})
        series = timeline.over_time(articles, hits, unit="M")
        found = timeline.trend_of(series)
        assert found is not None
        assert found.slope == pytest.approx(1.0)
        assert found.p < 0.001
        assert series["smooth"].iloc[2] == pytest.approx(2.0)
        assert timeline.trend_of(timeline.over_time(articles.head(11), hits, unit="M")) is None

    def test_no_dates_no_series(self) -> None:
        """Without a date of publication the table is empty and has no trend."""
        articles = pd.DataFrame({"article_id": ["a"], "published": [""], "n_words": [100]})
        series = timeline.over_time(articles, pd.DataFrame({"article_id": ["a"]}))
        assert series.empty
        assert timeline.trend_of(series) is None
