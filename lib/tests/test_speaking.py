"""Who speaks how much, with which verbs, of what and of whom."""

from __future__ import annotations

import pandas as pd

from caytre.analysis.voices import speaking
from caytre.tables import Mention, Quote, Theme, frame
from tests.spoken import given, spoken

REPORT = """Sáng nay, hội nghị khai mạc tại Cần Thơ.
“Giá lúa sẽ còn tăng”, Giám đốc Sở Công Thương Lê Thị Hạnh nhận định.
Bộ trưởng Trần Văn Lộc yêu cầu các tỉnh công bố giá hằng tuần. Kho chứa phải sẵn sàng trước vụ thu hoạch."""

INTERVIEW = """Phóng viên: Thưa ông, vì sao giá lúa tăng?
Ông Trần Văn Lộc: Nguồn cung giảm mạnh. Thủ tướng Phạm Minh Chính đã yêu cầu bảo đảm an ninh lương thực.
Phóng viên: Xin cảm ơn ông!"""


def counted(**texts: str) -> pd.DataFrame:
    found = spoken(**texts)
    return speaking.counted(found.sentences, found.tokens, found.quotes)


class TestCounted:
    def test_words_inside_quotation_marks_are_counted(self) -> None:
        """“Giá lúa sẽ còn tăng” are five of the fifteen words of its sentence."""
        row = counted(a=REPORT).query("line_no == 2").iloc[0]
        assert (row["n_words"], row["n_quoted"], row["mode"]) == (15, 5, "direct")

    def test_a_term_in_quotation_marks_is_no_speech(self) -> None:
        """A word held at a distance adds nothing to what is quoted."""
        found = counted(a="Phong trào “xanh” lan rộng ở các trường.")
        assert found["n_quoted"].tolist() == [0]

    def test_a_quotation_over_two_paragraphs_counts_in_both(self) -> None:
        """The words of the second paragraph are quoted too."""
        found = spoken(a="Hai câu liền.\nMột câu nữa đây.")
        quote = Quote("a", 1, 4, 2, 7, "câu liền.\nMột câu", "direct", "", "", "", "", True)
        rows = speaking.counted(found.sentences, found.tokens, frame([quote], Quote))
        assert rows["n_quoted"].tolist() == [2, 2]

    def test_a_quotation_of_another_article_counts_nothing_here(self) -> None:
        """Places are compared article by article."""
        found = spoken(a="Hai câu liền.", b="Hai câu liền.")
        quote = Quote("b", 1, 0, 1, 13, "Hai câu liền.", "direct", "", "", "", "", True)
        rows = speaking.counted(found.sentences, found.tokens, frame([quote], Quote))
        assert rows.set_index("article_id")["n_quoted"].to_dict() == {"a": 0, "b": 3}

    def test_numbers_are_no_words(self) -> None:
        """A word has a letter, as in every other count."""
        assert counted(a="Năm 2021 có 35 bài.")["n_words"].tolist() == [3]


class TestBySpeaker:
    def test_every_mode_of_a_speaker_has_its_words(self) -> None:
        """What is carried on is told apart from what a verb reports."""
        found = speaking.by_speaker(counted(a=REPORT), {"a": "Báo Cần Thơ"})
        rows = {(row.speaker, row.mode): row.n_words for row in found.itertuples()}
        assert rows == {
            ("", "narration"): 9, ("Lê Thị Hạnh", "direct"): 15, ("Trần Văn Lộc", "indirect"): 14,
            ("Trần Văn Lộc", "free_indirect"): 9,
        }  # fmt: skip
        assert set(found["group"]) == {"Báo Cần Thơ"}

    def test_sums_are_all_the_words(self) -> None:
        """Nothing is lost between the sentences and the groups."""
        sentences = counted(a=REPORT, b=INTERVIEW)
        assert speaking.by_speaker(sentences)["n_words"].sum() == sentences["n_words"].sum()


class TestVerbs:
    def verbs(self, text: str) -> list[tuple[str, str, str]]:
        found = spoken(a=text)
        rows = speaking.verbs(found.sentences, found.lines, found.mentions, found.quotes)
        return [(row.speaker, row.verb, row.stance) for row in rows.itertuples()]

    def test_verbs_come_with_their_subject_and_stance(self) -> None:
        """Before or after the words, the verb belongs to whom it follows."""
        assert self.verbs(REPORT) == [
            ("Lê Thị Hạnh", "nhận định", "assertive"),
            ("Trần Văn Lộc", "yêu cầu", "directive"),
        ]

    def test_two_joined_verbs_count_twice(self) -> None:
        """ "nhấn mạnh và yêu cầu" are two acts of one speaker."""
        found = self.verbs("Ông Lê Quang Vinh nhấn mạnh và yêu cầu các đơn vị giữ đúng tiến độ đã đề ra.")
        assert [verb for _, verb, _ in found] == ["nhấn mạnh", "yêu cầu"]

    def test_a_verb_without_words_is_an_act_and_no_report(self) -> None:
        """ "Chủ trì" and "chúc mừng" tell what somebody did; only "đề nghị" reports."""
        found = spoken(
            a="Bộ trưởng Trần Văn Lộc chủ trì hội nghị và đề nghị các tỉnh công bố giá hằng tuần.\nBộ trưởng chúc mừng các nhà khoa học."
        )
        rows = speaking.verbs(found.sentences, found.lines, found.mentions, found.quotes)
        assert rows["verb"].tolist() == ["đề nghị"]

    def test_a_verb_inside_the_content_does_not_count(self) -> None:
        """What is asked for later in the sentence was not said by the speaker."""
        found = self.verbs(
            "Ông Lê Quang Vinh cho biết các hộ dân trong vùng dự án vẫn đề nghị được giải quyết sớm."
        )
        assert [verb for _, verb, _ in found] == ["cho biết"]

    def test_a_verb_of_somebody_compared_does_not_count(self) -> None:
        """ "như ông Nam đã nêu": the verb is not the first speaker's."""
        found = self.verbs(
            "Ông Lê Quang Vinh cho rằng cần làm sớm, như ông Trần Đức Nam đã nêu tại cuộc họp."
        )
        assert ("Lê Quang Vinh", "nêu", "neutral") not in found

    def test_an_article_without_speech_has_no_verbs(self) -> None:
        """An empty table keeps its columns."""
        found = spoken(a="Trời nắng to. Đường phố vắng người.")
        rows = speaking.verbs(found.sentences, found.lines, found.mentions, found.quotes)
        assert rows.empty
        assert list(rows.columns) == ["speaker", "verb", "stance", "article_id", "line_no"]


class TestTopics:
    def test_sentences_are_counted_in_the_themes_of_their_paragraph(self) -> None:
        """A paragraph with two themes counts for both; one without themes, and the interviewer, for none."""
        sentences = given(
            ("a", 1, "Lê Thị Hạnh", "indirect", 9), ("a", 1, "Lê Thị Hạnh", "free_indirect", 9),
            ("a", 2, "Lê Thị Hạnh", "direct", 9), ("a", 3, "Lê Thị Hạnh", "direct", 9), ("a", 1, "(interviewer)", "interview", 9),
        )  # fmt: skip
        themes = frame(
            [
                Theme("a", 1, "line;event", 5.0, ""),
                Theme("a", 2, "line", 4.0, ""),
                Theme("a", 3, "", 0.0, ""),
            ],
            Theme,
        )
        found = speaking.topics(sentences, themes)
        assert [(row.theme, row.n, row.n_sentences) for row in found.itertuples()] == [
            ("line", 3, 3),
            ("event", 2, 3),
        ]


class TestInvocations:
    def test_naming_somebody_in_ones_own_words_is_an_invocation(self) -> None:
        """The one who speaks in the interview names the prime minister; the interviewer's questions do not count."""
        found = spoken(a=INTERVIEW)
        rows = speaking.invocations(found.sentences, found.mentions)
        assert [(row.speaker, row.person, row.n, row.citation) for row in rows.itertuples()] == [
            ("Trần Văn Lộc", "Phạm Minh Chính", 1, "[a:2]")
        ]

    def test_a_speaker_does_not_invoke_himself(self) -> None:
        """The name beside the verb is the writer's, also where two are quoted as one."""
        sentences = given(("a", 1, "Lê Hạnh; Trần Lộc", "direct", 9))
        mentions = frame([Mention("a", 1, 0, 8, "Trần Lộc", "Trần Lộc", "", "named")], Mention)
        assert speaking.invocations(sentences, mentions).empty

    def test_the_writer_invokes_nobody(self) -> None:
        """Narration names people without anybody speaking of them."""
        found = spoken(a="Sáng nay, Thủ tướng Phạm Minh Chính đến thăm Cần Thơ.")
        assert speaking.invocations(found.sentences, found.mentions).empty


class TestPeople:
    MENTIONS = frame(
        [
            Mention("a", 1, 0, 8, "Trần Lộc", "Trần Lộc", "Bộ trưởng", "named"),
            Mention("b", 4, 0, 8, "Trần Lộc", "Trần Lộc", "Bộ trưởng", "named"),
            Mention("b", 5, 0, 8, "Ông Lộc", "Trần Lộc", "Ông", "given_name"),
            Mention("b", 6, 0, 8, "Lê Thị Hạnh", "Lê Thị Hạnh", "", "named"),
            Mention("b", 7, 0, 8, "Lê Thi Hạnh", "Lê Thi Hạnh", "", "named"),
            Mention("b", 8, 0, 8, "Hồ Chí Minh", "", "", "eponym"),
        ],
        Mention,
    )

    def test_offices_as_written_with_their_first_place(self) -> None:
        """Streets and schools of that name are no people."""
        found = speaking.offices(self.MENTIONS)
        assert [(row.person, row.office, row.n, row.n_articles, row.citation) for row in found.itertuples()] == [
            ("Trần Lộc", "Bộ trưởng", 2, 2, "[a:1]"), ("Trần Lộc", "Ông", 1, 1, "[b:5]"),
            ("Lê Thi Hạnh", "", 1, 1, "[b:7]"), ("Lê Thị Hạnh", "", 1, 1, "[b:6]"),
        ]  # fmt: skip

    def test_variants_are_pairs_not_merged(self) -> None:
        """A missing mark is reported, both names stay."""
        found = speaking.variants(self.MENTIONS)
        assert [(row.name, row.variant, row.reason) for row in found.itertuples()] == [
            ("Lê Thi Hạnh", "Lê Thị Hạnh", "marks")
        ]

    def test_no_mentions_give_empty_tables(self) -> None:
        """Columns stay, rows are none."""
        nobody = frame([], Mention)
        assert speaking.offices(nobody).empty
        assert speaking.variants(nobody).empty
