"""A corpus of little: no superlative over ties, no share of two things, no chart of nothing, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from caytre import figures, say, session
from caytre.analysis.echoes import travel
from caytre.analysis.rhetoric import manner
from caytre.analysis.times import timeline
from caytre.corpus import Corpus, open_corpus
from caytre.output.document import collect
from caytre.output.figures import style
from caytre.output.ranks import ahead, leading, listed, portion, some
from tests import rhetoric_tables as made
from tests.spoken import given
from tests.test_document import MARKET, cell, figure
from tests.test_timeline import talk_of

RAIN = "Sáng nay mưa lớn làm ngập nhiều tuyến đường ở thành phố. Học sinh được nghỉ học, chợ vắng người."
ENGLISH = "The province must protect its orchards before the next dry season, officials told a meeting of farmers and traders."


@pytest.fixture(autouse=True)
def _session() -> Iterator[None]:
    yield
    session.begin("test", "en")


def both(saying: object, *arguments: object, **options: object) -> tuple[str, str]:
    """What a function says in English and in Vietnamese."""
    texts = []
    for language in session.LANGUAGES:
        session.begin("test", language)
        texts.append(str(saying(*arguments, **options)).replace("\u00a0", " "))  # type: ignore[operator]
    return texts[0], texts[1]


def words(*counts: tuple[str, int]) -> pd.DataFrame:
    """Frequencies of words, each in one article."""
    return pd.DataFrame(counts, columns=["word", "n"]).assign(n_articles=1)


def opened(folder: Path, articles: dict[str, str]) -> Corpus:
    (folder / "articles").mkdir(parents=True)
    for name, text in articles.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    return open_corpus(folder, lang="en", workers=1, progress=False)


class TestRanks:
    def test_a_list_does_not_end_between_equals(self) -> None:
        """Of 3, 2, 1, 1 the first three are only two; of equals none leads."""
        assert leading(pd.Series({"nói": 3, "kể": 2, "hỏi": 1, "đáp": 1}), 3).index.tolist() == ["nói", "kể"]
        assert leading(pd.Series([1, 1, 1, 1]), 3).empty
        assert leading(pd.Series([1, 1]), 3).tolist() == [1, 1]

    def test_who_is_ahead(self) -> None:
        """One alone is ahead of nobody."""
        assert ahead([3, 2])
        assert not ahead([2, 2])
        assert not ahead([2])

    def test_one_and_is_enough(self) -> None:
        """a, b and others, not a and b and others."""
        assert both(lambda: listed(["a", "b"])) == ("a and b", "a và b")
        session.begin("test", "en")
        assert listed(["a", "b"], "others") == "a, b and others"

    def test_little_is_not_nothing(self) -> None:
        """A share that rounds to nought is said to be small; nought is nought."""
        assert both(lambda: portion(0.003)) == ("less than 1 %", "chưa đến 1 %")
        assert both(lambda: portion(0)) == ("0 %", "0 %")
        assert both(lambda: some(0)) == ("none", "không")


class TestNothingToDraw:
    def test_no_file_is_written_and_an_old_one_goes(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A figure without content leaves neither picture nor caption behind; the notebook shows its title."""
        monkeypatch.setenv("CAYTRE_FIGURES", str(tmp_path))
        session.begin("test", "en", "Source: nothing.")
        drawn, axis = figures.canvas(3, 2)
        axis.barh(["mưa"], [1])
        figures.save(figures.title(drawn, "Rain", "Words."), "01-rain", alt="rain")
        saved = figures.save(style.nothing("No rain"), "01-rain", alt="no rain")
        assert saved._repr_mimebundle_() == ({"text/plain": "01-rain: No rain"}, {})
        assert [path.name for path in tmp_path.iterdir()] == ["captions.csv"]
        assert "01-rain" not in (tmp_path / "captions.csv").read_text(encoding="utf-8")

    @pytest.mark.parametrize("language", session.LANGUAGES)
    def test_charts_of_one_thing_are_not_drawn(self, language: str) -> None:
        """One article, one moment, one time ahead, one passage: the sentence says it."""
        session.begin("test", language)
        article = pd.DataFrame(
            [("a", "2022-03-18", "text", "", 112)],
            columns=["article_id", "published", "published_from", "outlet", "n_words"],
        )
        spoken = talk_of("Đến năm 2030, mọi xã có bác sĩ.")
        narration = given(("a", 1, "", "narration", 9))
        pair = pd.DataFrame(
            [("a", "b", 12, 0.1), ("b", "a", 12, 0.1)],
            columns=["article_id", "other", "n_syllables", "share"],
        )
        for drawn in (
            figures.article_sizes(article),
            figures.publications(article),
            figures.moments(timeline.moments(spoken), spoken),
            figures.promises(timeline.promises(spoken)),
            figures.voice_strips(narration),
            figures.word_bars(words(("mưa", 1), ("lũ", 1)), n_articles=2),
            figures.word_cloud(words(("mưa", 1), ("lũ", 1)), n_articles=2),
            figures.echo_network(pair, pd.DataFrame(), article),
        ):
            assert drawn.caytre.get("empty"), drawn.caytre["title"]


class TestWords:
    def test_one_word_leads(self) -> None:
        """Words that are equally rare are not the commonest."""
        table = words(("mưa", 4), ("lũ", 1), ("bão", 1))
        assert both(say.commonest, table, n_articles=1, n=2) == (
            "The commonest word is “mưa” (4). 2 of 3 different words occur once only.",
            "Từ nhiều nhất là “mưa” (4). 2 trong 3 từ khác nhau chỉ xuất hiện một lần.",
        )

    def test_nothing_comes_twice(self) -> None:
        """A text without repetition has no commonest word."""
        assert both(say.commonest, words(("mưa", 1), ("lũ", 1)), n_articles=1) == (
            "No word occurs more than once.", "Không từ nào xuất hiện quá một lần.",
        )  # fmt: skip

    def test_ties_in_the_title(self) -> None:
        """Three words of four occurrences each: no one of them is the commonest."""
        table = words(("mưa", 4), ("lũ", 4), ("bão", 4), ("gió", 1))
        session.begin("test", "en")
        assert figures.word_bars(table, n_articles=1).caytre["title"] == (
            "3 words are the commonest, “mưa” among them: 4 times each"
        )
        assert figures.word_cloud(table, n_articles=1).caytre["title"] == "What the article talks about"
        session.begin("test", "vi")
        assert figures.word_bars(table, n_articles=1).caytre["title"] == (
            "3 từ nhiều nhất và ngang nhau, trong đó có “mưa”: mỗi từ 4 lần"
        )

    def test_one_article_is_no_share_of_one(self) -> None:
        """Of one article it is said how often, not in how many articles."""
        spots = pd.DataFrame([("phố", "a", 5, 0.1)] * 3, columns=["query", "article_id", "line_no", "place"])
        assert both(say.word_places, spots, ["phố"], n_articles=1) == (
            "“phố” occurs 3 times.", "“phố” xuất hiện 3 lần.",
        )  # fmt: skip

    def test_no_difference_is_sure(self) -> None:
        """None of the words, not 0 of them; a side without words is not spoken of."""
        table = pd.DataFrame(
            [("dùng", 2, 1, 400.0, -1.0, 3.0)], columns=["word", "n_a", "n_b", "difference", "low", "high"]
        )
        assert both(say.difference, table, ("A", "B")) == (
            "For their lengths, A says more often “dùng” (2 : 1). The difference is no larger than chance alone would explain.",
            "Tính theo độ dài, A nói nhiều hơn “dùng” (2 : 1). Chênh lệch ấy không lớn hơn mức ngẫu nhiên có thể giải thích.",
        )
        assert both(say.difference, table.head(0), ("A", "B")) == (
            "No word occurs often enough to set A against B.", "Không từ nào xuất hiện đủ nhiều để so A với B.",
        )  # fmt: skip

    def test_no_word_is_even_and_bunched_at_once(self) -> None:
        """Of three common words one is the most even and one the most bunched."""
        table = pd.DataFrame({"word": ["a", "b", "c"], "n": [20, 20, 20], "dp_norm": [0.1, 0.4, 0.9]})
        english, _ = both(say.spread, table)
        assert "most evenly spread are “a” (0.10); the most bunched are “c” (0.90)" in english

    def test_terms_in_no_article_together(self) -> None:
        """None of two terms, not 0 of them."""
        table = pd.DataFrame({"term": ["trận đấu", "sân cỏ"], "n": [4, 3], "n_articles": [2, 2]})
        assert both(say.terms, table, n_articles=5) == (
            "The strongest terms are “trận đấu” (4) and “sân cỏ” (3). Of 2 terms none stands in all 5 articles.",
            "Những thuật ngữ mạnh nhất là “trận đấu” (4) và “sân cỏ” (3). Không thuật ngữ nào trong 2 thuật ngữ có mặt trong cả 5 bài.",
        )


class TestTimes:
    def test_a_single_expression(self) -> None:
        """One look is no 100 per cent of the talk."""
        shares = timeline.horizon(talk_of("Đến năm 2030, mọi xã có bác sĩ."), by="article_id")
        assert both(say.horizon, shares) == (
            "The one expression of time in body text that has a side looks ahead.",
            "Biểu thức thời gian duy nhất rõ hướng ở thân bài hướng tới tương lai.",
        )

    def test_a_single_moment(self) -> None:
        """One moment has no first and last, and none most often."""
        spoken = talk_of("Đến năm 2030, mọi xã có bác sĩ.")
        assert both(say.moments, timeline.moments(spoken), spoken) == (
            "The body text names one moment: 2030 [a:1].", "Thân bài nêu một thời điểm: 2030 [a:1].",
        )  # fmt: skip

    def test_a_word_that_does_not_occur_has_no_rate(self) -> None:
        """No 0.0 per 10,000 words, and no chart of it."""
        articles = pd.DataFrame(
            {"article_id": ["a", "b"], "published": ["2021-12-14", "2021-12-16"], "n_words": [600, 400]}
        )
        series = timeline.over_time(articles, pd.DataFrame({"article_id": []}))
        assert both(say.over_time, series, "hội nhập") == (
            "“hội nhập” does not occur in 2 dated articles.", "“hội nhập” không xuất hiện trong 2 bài có ngày.",
        )  # fmt: skip
        assert figures.over_time(series, "hội nhập").caytre["empty"]

    def test_one_hit_makes_no_trend(self) -> None:
        """Twelve periods with one occurrence are not tested."""
        names = [f"a{i}" for i in range(13)]
        published = [f"2021-{i + 1:02d}-01" for i in range(12)] + ["2022-01-01"]
        articles = pd.DataFrame({"article_id": names, "published": published, "n_words": 1000})
        series = timeline.over_time(articles, pd.DataFrame({"article_id": ["a3"]}), unit="M")
        english, vietnamese = both(say.over_time, series, "hội nhập")
        assert english.endswith(" So few occurrences cannot show a trend.")
        assert vietnamese.endswith(" Số lần ít như vậy không cho thấy được xu hướng.")

    def test_a_day_without_a_clock_has_no_hour(self) -> None:
        """Where one article gives only its day, articles are not counted by the hour."""
        assert timeline.period_unit(pd.Series(["2025-01-05T23:10", "2025-01-06"])) == "D"
        assert timeline.period_unit(pd.Series(["2025-01-05T23:10", "2025-01-06T08:00"])) == "h"


class TestVoices:
    def test_nobody_is_mentioned_most(self) -> None:
        """Two people named twice each: neither leads; a capital makes no other form of address."""
        rows = pd.DataFrame(
            [("Lê An", "ông", 1, 1), ("Lê An", "Ông", 1, 1), ("Vũ Bình", "", 1, 1), ("Vũ Bình", "bà", 1, 1)],
            columns=["person", "office", "n", "n_articles"],
        )
        assert both(say.people_offices, rows) == (
            "2 people are mentioned, all equally often (twice).", "2 người được nhắc đến, tất cả ngang nhau (2 lần).",
        )  # fmt: skip
        assert both(say.people_offices, rows.head(1)) == (
            "One person is mentioned, Lê An (once).", "Chỉ một người được nhắc đến: Lê An (1 lần).",
        )  # fmt: skip

    def test_verbs_that_come_once(self) -> None:
        """Four verbs once each: none is the commonest."""
        rows = pd.DataFrame({"verb": ["nói", "kể", "hỏi", "đáp"], "stance": "neutral", "speaker": "Lê An"})
        assert both(say.reporting_verbs, rows) == (
            "4 reporting verbs have a named person for subject; none comes twice. By stance, as the codebook has it: 4 neutral.",
            "4 lượt động từ dẫn lời có chủ ngữ là người nêu tên; không động từ nào lặp lại. Theo sắc thái trong bảng mã: 4 trung tính.",
        )
        session.begin("test", "en")
        assert figures.verb_matrix(rows).caytre["title"] == (
            "No reporting verb comes twice; none of the uses is assertive"
        )


class TestRhetoric:
    def test_a_single_image(self) -> None:
        """One image is no frequency of a domain."""
        table = made.metaphors(1).head(1)
        assert both(say.metaphors, table, manner.images(table)) == (
            "The codebook finds one image, “tuyến đầu” [bai-001:1], from the domain war and front; it is salient.",
            "Theo bộ mã có một hình ảnh, “tuyến đầu” [bai-001:1], thuộc miền chiến trận; đó là hình ảnh nổi bật.",
        )

    def test_one_voice_has_no_highest_rate(self) -> None:
        """Where only the writers have text enough nobody is compared."""
        table = pd.DataFrame(
            [("", "obligation", 3, 2.4, 0.5, 7.0)],
            columns=["voice", "stance", "n", "per_1000", "low", "high"],
        )
        assert both(say.stance, table) == (
            "Of the writers alone there is text enough for a profile; in 1,000 syllables, with 95 % intervals: must, must not 2.4 (0.5 to 7.0).",
            "Chỉ lời của người viết là đủ dài để xét; mức trên 1.000 tiếng, kèm khoảng tin cậy 95 %: phải, không được 2,4 (từ 0,5 đến 7,0).",
        )


class TestEchoes:
    def test_one_pair_shares_more_than_no_other(self) -> None:
        """With one pair of articles there is no other to compare it with."""
        pair = pd.DataFrame(
            [("a", "b", 12, 0.1), ("b", "a", 12, 0.08)],
            columns=["article_id", "other", "n_syllables", "share"],
        )
        assert both(say.echo_sharing, pair) == (
            "Only a and b share passages: 12 syllables, 10 % of a.", "Chỉ a và b có đoạn chung: 12 tiếng, bằng 10 % bài a.",
        )  # fmt: skip

    def test_two_nameless_speakers_are_not_two_persons(self) -> None:
        """Words of people without a name are not put into two mouths."""
        echoes = pd.DataFrame(
            [("relayed", 19, "", "Lê An", "[a:1]", "[b:1]")],
            columns=["kind", "n_syllables", "voice_a", "voice_b", "citation_a", "citation_b"],
        )
        assert both(say.echo_voices, echoes)[0] == (
            "No passage longer than a set phrase stands in the words of two different persons."
        )

    def test_nothing_stands_elsewhere(self) -> None:
        """Phrases shorter than an echo may be shared all the same."""
        none = travel.coverage(pd.DataFrame(columns=made_columns()), made.lines(2))
        assert both(say.echo_coverage, none) == (
            "No passage of eight syllables or more stands in two articles.",
            "Không đoạn nào từ tám tiếng trở lên đứng trong hai bài.",
        )


def made_columns() -> list[str]:
    """The columns of the table of echoes."""
    from caytre.tables import Echo

    return list(Echo._fields)


class TestCorpora:
    def test_why_a_date_was_inferred_in_the_language_of_the_reader(self) -> None:
        """The reason in the table is English; a Vietnamese sentence has it in Vietnamese."""
        reason = "no dateline; the article opens with the day “11/2/2022” (line 3)"
        table = pd.DataFrame(
            [("gia", "2022-02-11", "inferred", reason, "CafeF")],
            columns=["article_id", "published", "published_from", "published_reason", "outlet"],
        )
        assert both(say.publications, table)[1] == (
            "Bài đăng ngày 11/2/2022. Ngày của gia, 11/2/2022, là suy ra: không có dòng ngày giờ; bài mở đầu bằng ngày “11/2/2022” (dòng 3)."
        )

    def test_the_longest_of_many_weighs_nothing(self) -> None:
        """Of hundreds of articles the longest has no share worth telling."""
        table = pd.DataFrame({"article_id": [f"a{n}" for n in range(300)], "n_words": range(200, 500)})
        assert both(say.sizes, table)[0] == "The articles have 104,850 words, from 200 (a0) to 499 (a299)."

    def test_articles_in_another_language_are_named(self, tmp_path: Path) -> None:
        """In a mixed folder it is said where nothing could be found."""
        corpus = opened(
            tmp_path / "mixed", {"mua": f"{RAIN} {RAIN}", "cho": MARKET, "en": ENGLISH + " " + ENGLISH}
        )
        english, vietnamese = both(say.overview, corpus)
        assert (
            "en is not in Vietnamese: speakers, themes and images there are not found, and times only in part."
            in english
        )
        assert "en không viết bằng tiếng Việt: người nói, chủ đề và hình ảnh" in vietnamese

    def test_a_report_in_another_language_keeps_to_what_was_read(self, tmp_path: Path) -> None:
        """Chapters that look for Vietnamese say nothing of English articles, so they are left out."""
        import nbformat

        books = {
            name: nbformat.v4.new_notebook(
                cells=[nbformat.v4.new_markdown_cell(f"# {name}"), cell(figure(f"{name[:2]}-x"))]
            )
            for name in ("01-corpus.ipynb", "04-voices.ipynb", "07-analysis.ipynb")
        }
        corpus = opened(tmp_path / "english", {"a": ENGLISH})
        session.begin("test", "en", "Source.")
        text = collect(books, corpus)
        assert "# 01-corpus" in text
        assert "# 07-analysis" in text
        assert "04-voices" not in text

    def test_the_source_is_in_the_language_of_the_report(self, tmp_path: Path) -> None:
        """The line under a figure is made when it is asked for; one article is no plural."""
        corpus = opened(tmp_path / "one", {"mua": RAIN})
        texts = []
        for language in session.LANGUAGES:
            session.begin("test", language, corpus.source)
            texts.append(session.source())
        assert texts[0].startswith("Source: one, 1 article, ")
        assert texts[1].startswith("Nguồn: one, 1 bài, ")
