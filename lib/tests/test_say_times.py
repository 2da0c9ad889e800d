"""Sentences about time carry the numbers of their table, in both languages."""

from __future__ import annotations

import pandas as pd
import pytest

from caytre import say, session
from caytre.analysis.times import timeline
from tests.test_timeline import talk_of

SPOKEN = (
    "Đến năm 2030, mọi xã có bác sĩ. Thời gian tới, ngành sẽ cố gắng hơn. Sau 35 năm đổi mới, đời sống khác trước.\n"
    "Đại hội XIII của Đảng đã nêu mục tiêu này cho nhiệm kỳ 2021-2026. Trong 35 năm ấy, cách mạng công nghiệp lần thứ tư bắt đầu."
)


@pytest.fixture(params=["en", "vi"])
def lang(request: pytest.FixtureRequest) -> str:
    session.begin("test", request.param, "")
    return str(request.param)


@pytest.fixture
def spoken() -> pd.DataFrame:
    return talk_of(SPOKEN, voice="Phạm Bình Minh")


def test_horizon(lang: str, spoken: pd.DataFrame) -> None:
    """One of four looks back, two ahead; bare lengths and the undated event have no side."""
    assert (
        str(say.horizon(timeline.horizon(spoken, by="article_id")))
        == {
            "en": "Of 4 expressions of time in body text, 1 looks back, 1 speaks of now and 2 look ahead. 3 more name a time whose place before or after the article is not known.",
            "vi": "Trong 4 biểu thức thời gian ở thân bài, 1 nhìn lại, 1 nói về hiện tại và 2 hướng tới tương lai. 3 biểu thức khác không rõ nằm trước hay sau ngày đăng.",
        }[lang]
    )


def test_speakers(lang: str, spoken: pd.DataFrame) -> None:
    """A single speaker is named with his counts, and compared with nobody."""
    assert (
        str(say.horizon(timeline.horizon(spoken, by="voice")))
        == {
            "en": "Among named speakers most expressions of time are in the words of Phạm Bình Minh (1 back, 2 ahead of 4).",
            "vi": "Trong những người nói có tên, nhiều biểu thức thời gian nhất là trong lời của Phạm Bình Minh (1 nhìn lại, 2 hướng tới trong 4).",
        }[lang]
    )


def test_moments(lang: str, spoken: pd.DataFrame) -> None:
    """First and last with their places, what is vague, and what stays undated."""
    assert (
        str(say.moments(timeline.moments(spoken), spoken))
        == {
            "en": "The body text names 3 moments, each once, from nhiệm kỳ 2021-2026 [a:2] to 2030 [a:1]. One vague reference has no place on the axis, “thời gian tới”: it looks ahead. Left undated: “cách mạng công nghiệp lần thứ tư” [a:2].",
            "vi": "Thân bài nêu 3 thời điểm, mỗi thời điểm 1 lần, từ nhiệm kỳ 2021-2026 [a:2] đến 2030 [a:1]. Một cách nói không rõ ngày nằm ngoài trục: “thời gian tới”, hướng tới tương lai. Để ngỏ, không gán ngày: “cách mạng công nghiệp lần thứ tư” [a:2].",
        }[lang]
    )


def test_spans(lang: str, spoken: pd.DataFrame) -> None:
    """The longest, the commonest, and what has both ends."""
    assert (
        str(say.spans(timeline.spans(spoken)))
        == {
            "en": "Lengths of time are named 3 times; the longest is “35 năm” [a:1]. The commonest is “35 năm”: twice in 1 article [a:1] [a:2]. From one named point to another: “nhiệm kỳ 2021-2026” [a:2].",
            "vi": "Các khoảng thời gian được nêu 3 lần; dài nhất là “35 năm” [a:1]. Nhiều nhất là “35 năm”: 2 lần trong 1 bài [a:1] [a:2]. Có đầu và cuối: “nhiệm kỳ 2021-2026” [a:2].",
        }[lang]
    )


def test_promises(lang: str, spoken: pd.DataFrame) -> None:
    """Each time ahead with who names it and where."""
    assert (
        str(say.promises(timeline.promises(spoken)))
        == {
            "en": "1 point or period ahead is named: 2030 (Phạm Bình Minh [a:1]).",
            "vi": "Có 1 mốc ở phía trước được nêu: 2030 (Phạm Bình Minh [a:1]).",
        }[lang]
    )


def test_many_promises_are_shortened(lang: str) -> None:
    """Of more than six times ahead the most often named stand, each with its first place."""
    text = (
        "\n".join(f"Đến năm {year}, chỉ tiêu tăng." for year in range(2030, 2040)) + "\nNăm 2035 là mốc cuối."
    )
    said = str(say.promises(timeline.promises(talk_of(text))))
    assert said.startswith({
        "en": "10 points or periods ahead are named, 11 times in all; most often: 2035 (twice, [a:6]); 2030 (once, [a:1]);",
        "vi": "Có 10 mốc ở phía trước được nêu, tổng cộng 11 lần; nhiều nhất là: 2035 (2 lần, [a:6]); 2030 (1 lần, [a:1]);",
    }[lang])  # fmt: skip


def test_over_time(lang: str) -> None:
    """Rate with its exact interval; two days are no trend."""
    articles = pd.DataFrame(
        {"article_id": ["a", "b"], "published": ["2021-12-14", "2021-12-16"], "n_words": [6000, 4000]}
    )
    series = timeline.over_time(articles, pd.DataFrame({"article_id": ["a"] * 10}))
    assert (
        str(say.over_time(series, "hội nhập"))
        == {
            "en": "“hội nhập” occurs 10 times in 2 dated articles of 10,000 words: 10.0 per 10,000 words (exact 95 % interval 4.8–18.4). 2 days with articles are too few for a test of trend, which asks for 12.",
            "vi": "“hội nhập” xuất hiện 10 lần trong 2 bài có ngày, gồm 10.000 từ: 10,0 trên 10.000 từ (khoảng tin cậy chính xác 95 %: 4,8–18,4). 2 ngày có bài là quá ít để kiểm định xu hướng (cần 12).",
        }[lang]
    )


def test_a_rise_over_months(lang: str) -> None:
    """Slope, interval, tau and p of a series that rises by one each month."""
    n = 14
    articles = pd.DataFrame(
        {
            "article_id": [f"a{i}" for i in range(n)],
            "published": [f"202{i // 12}-{i % 12 + 1:02d}-01" for i in range(n)],
            "n_words": 10_000,
        }
    )
    hits = pd.DataFrame({"article_id": [f"a{i}" for i in range(n) for _ in range(i)]})
    said = str(say.over_time(timeline.over_time(articles, hits, unit="M"), "hội nhập"))
    assert said.endswith({
        "en": "It rises over 14 months: Theil–Sen slope 1.00 (1.00–1.00) per month and 10,000 words, Mann–Kendall τ = 1.00, p < 0.001.",
        "vi": "Tỷ lệ tăng qua 14 tháng: độ dốc Theil–Sen 1,00 (1,00–1,00) mỗi tháng trên 10.000 từ, Mann–Kendall τ = 1,00, p < 0,001.",
    }[lang])  # fmt: skip


def test_empty_tables_are_said_plainly() -> None:
    """Where nothing was found the sentence says so and nothing else."""
    session.begin("test", "en", "")
    none = talk_of("Hội nghị bàn về ngoại giao.")
    undated = pd.DataFrame({"article_id": ["a"], "published": [""], "n_words": [9]})
    assert [
        str(say.horizon(timeline.horizon(none, by="voice"))),
        str(say.moments(timeline.moments(none), none)),
        str(say.spans(timeline.spans(none))),
        str(say.promises(timeline.promises(none))),
        str(say.over_time(timeline.over_time(undated, undated), "x")),
    ] == [
        "No expression of time looks back or ahead.",
        "No day, year or event with a known date is named.",
        "No length of time is named.",
        "No article names a time ahead of its day of publication.",
        "No article has a date.",
    ]


def test_text_from_articles_is_no_markup() -> None:
    """A label with an asterisk or a pipe stays what it is."""
    session.begin("test", "en", "")
    spoken = talk_of("Đến năm 2030, mọi xã có bác sĩ.", voice="A*B|C")
    assert r"A\*B\|C" in str(say.promises(timeline.promises(spoken)))
