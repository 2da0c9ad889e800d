"""What is said about voices carries the numbers of the tables, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from caytre import say, session
from caytre.analysis.voices import citing, speaking
from caytre.tables import Mention, Quote, frame
from tests.spoken import given


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    session.begin("test", "en")
    yield
    session.begin("test", "en")


def both(saying: object, *arguments: object) -> tuple[str, str]:
    """What a function says in English and in Vietnamese."""
    texts = []
    for language in ("en", "vi"):
        session.begin("test", language)
        texts.append(str(saying(*arguments)).replace("\u00a0", " "))  # type: ignore[operator]
    return texts[0], texts[1]


FIVE = given(
    ("a", 1, "", "narration", 10), ("a", 2, "Lê An", "direct", 20), ("a", 3, "Lê An", "free_indirect", 30),
    ("b", 1, "Vũ Bình", "indirect", 25), ("b", 2, "Vũ Bình", "nrsa", 15),
)  # fmt: skip


class TestVoices:
    def test_how_much_is_somebodys(self) -> None:
        """Three of five sentences; a named act of speech is the writer's."""
        assert both(say.voices, FIVE) == (
            "Of 5 sentences in the body, 3 (60 %) are somebody’s words: 1 in quotation marks, 1 reported with a verb or “theo” and 1 carried on without any sign of their own. Quotation marks hold 20 % of all words as speech (20 of 100). 1 sentence tells only that somebody spoke, not what was said.",
            "Trong 5 câu của thân bài, 3 câu (60 %) là lời của ai đó: 1 trong ngoặc kép, 1 dẫn bằng động từ hoặc “theo” và 1 dẫn tiếp mà không có dấu hiệu nào. Lời nói đặt trong ngoặc kép chiếm 20 % tổng số từ (20 trên 100). 1 câu chỉ cho biết có người phát biểu, không cho biết nội dung.",
        )

    def test_nobody_speaks(self) -> None:
        """A plain sentence, no zero per cent."""
        assert both(say.voices, given(("a", 1, "", "narration", 9)))[0] == (
            "No sentence of the body was found to be somebody’s words; all count as the writers’ own."
        )

    def test_an_interview_without_quotation_marks(self) -> None:
        """The interviewer's questions are no source's words."""
        rows = given(("a", 1, "(interviewer)", "interview", 5), ("a", 2, "Lê An", "interview", 15))
        assert both(say.voices, rows)[0] == (
            "Of 2 sentences in the body, 1 (50 %) is somebody’s words: 1 said in an interview. No speech stands in quotation marks."
        )


class TestSpeakers:
    def test_who_says_most(self) -> None:
        """Words and articles of each, the one with most words first."""
        assert both(say.speakers, FIVE) == (
            "2 people are given words: Lê An (50 words, 1 article) and Vũ Bình (25 words, 1 article).",
            "2 người được dẫn lời: Lê An (50 từ, 1 bài) và Vũ Bình (25 từ, 1 bài).",
        )

    def test_speakers_without_a_name_are_counted_apart(self) -> None:
        """A resident who is not named is nobody's name."""
        rows = given(
            ("a", 1, "Lê An", "direct", 9), ("b", 1, "Lê An", "direct", 9), ("a", 2, "", "indirect", 9)
        )
        assert both(say.speakers, rows)[0] == (
            "1 person is given words: Lê An (18 words, 2 articles). 1 sentence is said by somebody without a name."
        )

    def test_nobody_is_named(self) -> None:
        """Narration has no speakers."""
        assert both(say.speakers, given(("a", 1, "", "narration", 9))) == (
            "No speaker is named.", "Không có người nói nào được nêu tên.",
        )  # fmt: skip


class TestGroups:
    def test_the_shares_run_from_least_to_most(self) -> None:
        """The outlets at both ends, with who has most words there."""
        shares = speaking.by_speaker(FIVE, {"a": "Báo Sớm", "b": "Tin Chiều"})
        assert both(say.voices_by_group, shares) == (
            "The share of words that are somebody’s runs from 62 % (Tin Chiều, most to Vũ Bình) to 83 % (Báo Sớm, most to Lê An). No whole sentence stands in quotation marks in Tin Chiều.",
            "Tỷ lệ từ là lời của ai đó đi từ 62 % (Tin Chiều, nhiều nhất là Vũ Bình) đến 83 % (Báo Sớm, nhiều nhất là Lê An). Không có câu trọn vẹn nào trong ngoặc kép ở Tin Chiều.",
        )

    def test_one_outlet_is_not_compared(self) -> None:
        """Also where its name is not known."""
        shares = speaking.by_speaker(FIVE, {"a": "", "b": ""})
        assert (
            both(say.voices_by_group, shares)[0]
            == "75 % of the words are somebody’s (outlet not known, most to Lê An)."
        )

    def test_no_words(self) -> None:
        """An empty table says so."""
        assert both(say.voices_by_group, speaking.by_speaker(given()))[0] == "There are no words to compare."


class TestVerbs:
    ROWS = pd.DataFrame(
        [("Lê An", "nhấn mạnh", "assertive", "a", 1), ("Lê An", "nhấn mạnh", "assertive", "a", 2), ("Vũ Bình", "yêu cầu", "directive", "a", 3)],
        columns=["speaker", "verb", "stance", "article_id", "line_no"],
    )  # fmt: skip

    def test_verbs_and_stances(self) -> None:
        """The commonest first, the stances as the codebook has them."""
        assert both(say.reporting_verbs, self.ROWS) == (
            "3 reporting verbs have a named person for subject: “nhấn mạnh” (2) and “yêu cầu” (1). By stance, as the codebook has it: 2 assertive and 1 directive.",
            "3 lượt động từ dẫn lời có chủ ngữ là người nêu tên: “nhấn mạnh” (2) và “yêu cầu” (1). Theo sắc thái trong bảng mã: 2 khẳng định và 1 chỉ đạo.",
        )

    def test_no_verbs(self) -> None:
        """An empty table says so."""
        assert (
            both(say.reporting_verbs, self.ROWS.head(0))[0]
            == "No reporting verb has a named person for its subject."
        )


class TestThemesAndInvocations:
    def test_the_commonest_theme_of_each(self) -> None:
        """Named in the reader's language."""
        topics = pd.DataFrame(
            [("Lê An", "economic", 3, 4, 1)], columns=["speaker", "theme", "n", "n_sentences", "n_articles"]
        )
        english, vietnamese = both(say.themes_of_speakers, topics)
        assert "Lê An: Economic diplomacy & national development (3 of 4)." in english
        assert "Lê An: Ngoại giao kinh tế, phát triển đất nước (3 trên 4)." in vietnamese
        assert (
            both(say.themes_of_speakers, topics.head(0))[0]
            == "No speaker’s words stand in a paragraph with a theme."
        )

    def test_themes_that_are_equally_frequent_are_not_ranked(self) -> None:
        """Two are both named, of three only the number is given."""
        rows = [("Lê An", code, 3, 4, 1) for code in ("economic", "line")]
        topics = pd.DataFrame(rows, columns=["speaker", "theme", "n", "n_sentences", "n_articles"])
        assert "Economic diplomacy & national development and Foreign-policy line & principles (3 of 4)" in both(
            say.themes_of_speakers, topics
        )[0]  # fmt: skip
        third = pd.DataFrame([("Lê An", "event", 3, 4, 1)], columns=topics.columns)
        assert (
            "Lê An: 3 chủ đề ngang nhau (3 trên 4)"
            in both(say.themes_of_speakers, pd.concat([topics, third]))[1]
        )

    def test_nobody_is_first_among_equals(self) -> None:
        """Two who are named once each are not ranked."""
        rows = [("Vũ Bình", "Lê An", 1, 1, "[a:3]"), ("Lê An", "Vũ Bình", 1, 1, "[a:9]")]
        found = pd.DataFrame(rows, columns=["speaker", "person", "n", "n_articles", "citation"])
        assert both(say.invocations, found)[0] == (
            "2 people are named in the words of somebody else, each once."
        )

    def test_who_is_named_most(self) -> None:
        """With those who name him, and where first."""
        found = pd.DataFrame(
            [
                ("Vũ Bình", "Lê An", 2, 1, "[a:3]"),
                ("Hồ Chi", "Lê An", 1, 1, "[b:1]"),
                ("Lê An", "Vũ Bình", 1, 1, "[a:9]"),
            ],
            columns=["speaker", "person", "n", "n_articles", "citation"],
        )
        assert both(say.invocations, found) == (
            "2 people are named in the words of somebody else. Lê An is named most: 3 times, by Vũ Bình (twice, [a:3]) and Hồ Chi (once, [b:1]).",
            "2 người được nhắc đến trong lời của người khác. Lê An được nhắc nhiều nhất: 3 lần, bởi Vũ Bình (2 lần, [a:3]) và Hồ Chi (1 lần, [b:1]).",
        )
        assert both(say.invocations, found.head(0))[0] == "No speaker names another person."


class TestQuotations:
    def rows(self, *quotes: Quote) -> pd.DataFrame:
        return citing.citable(frame(quotes, Quote), FIVE, frame([], Mention))

    def test_what_must_be_read_again_is_named_with_its_place(self) -> None:
        """A speaker carried on and one not found are two kinds of doubt."""
        found = self.rows(
            Quote("a", 2, 1, 2, 9, "Một", "direct", "Lê An", "", "nói", "after", True),
            Quote("a", 3, 1, 3, 9, "Hai", "direct", "Vũ Bình", "", "", "carried", True),
            Quote("b", 1, 1, 1, 9, "Ba", "direct", "", "", "", "", True),
        )
        assert both(say.quotations, found) == (
            "3 stretches of speech stand in quotation marks; for 1 the article itself names the speaker. 2 stand inside the words of another speaker, who is given as well. To be read again before citing – no speaker found: 1 ([b:1]); speaker carried on: 1 ([a:3]).",
            "3 đoạn lời nói nằm trong ngoặc kép; với 1 đoạn, chính bài viết nêu người nói. 2 đoạn nằm trong lời của một người khác, tên người ấy cũng được ghi. Cần đọc lại trước khi trích dẫn – không rõ người nói: 1 ([b:1]); người nói suy từ trước: 1 ([a:3]).",
        )

    def test_nobody_is_quoted(self) -> None:
        """An empty table says so."""
        assert both(say.quotations, self.rows())[0] == "No speech was found in quotation marks."


class TestDoubts:
    def test_the_least_certain_is_named(self) -> None:
        """With its place, its voice and why."""
        english, vietnamese = both(say.voice_doubts, FIVE)
        assert english == (
            "The voice of 1 sentence (20 %) is doubtful, with a confidence below 0.7: 1 carried on from before. Among the least certain is [a:3], given to Lê An (0.50). Confidence is fixed for each rule by how often it was right where it was counted; it is no probability of the single sentence."
        )
        assert "dưới 0,7: 1 nối từ trước" in vietnamese

    def test_nothing_is_doubtful(self) -> None:
        """The limit is said, so that the sentence can be checked."""
        assert both(say.voice_doubts, given(("a", 1, "Lê An", "direct", 9)))[0] == (
            "No sentence has a voice below a confidence of 0.7."
        )


class TestPeople:
    def test_people_and_their_forms(self) -> None:
        """The most mentioned, and the one with most forms of office."""
        rows = pd.DataFrame(
            [
                ("Lê An", "Bộ trưởng", 3, 1, "[a:1]"),
                ("Vũ Bình", "ông", 1, 1, "[a:2]"),
                ("Vũ Bình", "Vụ trưởng", 1, 1, "[a:4]"),
            ],
            columns=["person", "office", "n", "n_articles", "citation"],
        )
        assert both(say.people_offices, rows)[0] == (
            "2 people are mentioned, Lê An most often (3 times). Vũ Bình appears under 2 different forms of office or address."
        )
        assert both(say.people_offices, rows.head(0))[0] == "No person is mentioned."

    def test_variants_are_said_to_be_counted_apart(self) -> None:
        """Nothing is merged silently."""
        rows = pd.DataFrame(
            [("Lê Thị Hạnh", "Lê Thi Hạnh", 3, 1, "marks")],
            columns=["name", "variant", "n_name", "n_variant", "reason"],
        )
        assert both(say.name_variants, rows)[0] == (
            "1 pair of names may be one person, and is counted apart: Lê Thị Hạnh / Lê Thi Hạnh."
        )
        assert (
            both(say.name_variants, rows.head(0))[1]
            == "Không có hai tên nào giống như hai cách viết của một người."
        )


class TestReadable:
    def test_codes_become_words(self) -> None:
        """In the reader's language; a name stays a name."""
        rows = pd.DataFrame(
            {
                "voice": ["(interviewer)", "Lê An"],
                "mode": ["interview", "free_indirect"],
                "how": ["turn", "carried"],
            }
        )
        session.begin("test", "vi")
        assert say.readable(rows).to_dict("list") == {
            "voice": ["(người phỏng vấn)", "Lê An"],
            "mode": ["phỏng vấn", "gián tiếp tự do"],
            "how": ["lượt phỏng vấn", "nối từ trước"],
        }

    def test_the_table_itself_stays(self) -> None:
        """A copy is changed, not the frame of the corpus."""
        rows = pd.DataFrame({"mode": ["nrsa"]})
        say.readable(rows)
        assert rows["mode"].tolist() == ["nrsa"]
