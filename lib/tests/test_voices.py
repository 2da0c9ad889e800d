"""Voices: whose words each sentence is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.analysis import people, voices
from caytre.analysis.voices import quotations
from caytre.tables import Annotated, Voice
from tests.helpers import article, gold, gold_articles


def heard(one: Annotated) -> list[Voice]:
    registry = people.learn([one])
    rows = people.mentions(one, registry)
    return voices.attribute(one, rows, quotations.find(one, rows, registry), registry)


def calls(text: str) -> list[tuple[str, str]]:
    """Voice and mode of every sentence of a composed article."""
    return [(row.voice, row.mode) for row in heard(article(text, "2022-03-01"))]


class TestOneSentence:
    @pytest.mark.parametrize(
        ("text", "voice", "mode"),
        [
            (
                "Bộ trưởng Bùi Thanh Sơn nhấn mạnh, ngành Ngoại giao coi trọng xây dựng Đảng.",
                "Bùi Thanh Sơn",
                "indirect",
            ),
            ("Theo bà Trần Thị Bích, lãi suất sẽ giảm trong quý tới.", "Trần Thị Bích", "indirect"),
            (
                "Chị Lan, 35 tuổi, sống ở tầng 5, cho biết gia đình chị chạy lên sân thượng.",
                "Lan",
                "indirect",
            ),
            (
                "Ông Nguyễn Văn Nam đề nghị tăng cường hơn nữa công tác phòng cháy.",
                "Nguyễn Văn Nam",
                "indirect",
            ),
            ("Thủ tướng Phạm Minh Chính kêu gọi các doanh nghiệp hãy tự tin.", "Phạm Minh Chính", "indirect"),
            (
                "Tổng Bí thư Nguyễn Phú Trọng chủ trì và phát biểu chỉ đạo Hội nghị.",
                "Nguyễn Phú Trọng",
                "nrsa",
            ),
            (
                "Phó Thủ tướng Phạm Bình Minh trình bày báo cáo về công tác đối ngoại.",
                "Phạm Bình Minh",
                "nrsa",
            ),
            ("Bộ trưởng Bùi Thanh Sơn nêu 3 đề xuất để Hội nghị cùng thảo luận.", "Bùi Thanh Sơn", "nrsa"),
            (
                "Ông Võ Văn Thưởng nhấn mạnh những nội dung nhằm đẩy mạnh công tác xây dựng Đảng.",
                "Võ Văn Thưởng",
                "nrsa",
            ),
            ("Ông Võ Văn Thưởng đã đến dự và chỉ đạo Hội nghị.", "Võ Văn Thưởng", "nrsa"),
            ("“Tôi rất vui”, tiền đạo Nguyễn Công Phượng nói.", "Nguyễn Công Phượng", "direct"),
            ("“Khói dày đặc, không thấy gì”, một người dân kể.", "", "direct"),
            ("Bộ Y tế cho biết, cả nước ghi nhận 2.000 ca mắc mới.", "", "indirect"),
            ("Sáng 14/12, tại Hà Nội, Bộ Chính trị tổ chức Hội nghị.", "", "narration"),
            ("Thủ tướng Phạm Minh Chính tiếp Đại sứ Nhật Bản Yamada Takio.", "", "narration"),
            ("Năm bài học này đã được Tổng Bí thư Nguyễn Phú Trọng nhấn mạnh tại hội nghị.", "", "narration"),
            (
                "Đường lối mà Tổng Bí thư Nguyễn Phú Trọng khẳng định tại Đại hội là kim chỉ nam.",
                "",
                "narration",
            ),
        ],
    )
    def test_mode(self, text: str, voice: str, mode: str) -> None:
        """A sentence alone tells whether somebody's words follow, are quoted, or are only mentioned."""
        assert calls(text) == [(voice, mode)]


class TestThread:
    def test_carried_over_an_enumeration(self) -> None:
        """The items of a list are the words of who announced it."""
        text = (
            "Phó Thủ tướng Phạm Bình Minh nhấn mạnh đối ngoại cần tập trung vào hai nhiệm vụ.\n"
            "Một là, xây dựng nền ngoại giao toàn diện.\n"
            "Hai là, củng cố tin cậy chính trị."
        )
        assert calls(text) == [("Phạm Bình Minh", "indirect")] + [("Phạm Bình Minh", "free_indirect")] * 2

    def test_theo_do(self) -> None:
        """ "Theo đó" goes on with a speech that was only mentioned."""
        text = "Trung tướng Lương Tam Quang phát biểu tham luận tại Hội nghị. Theo đó, Bộ Công an đã ban hành nhiều nghị quyết."
        assert calls(text) == [("Lương Tam Quang", "nrsa"), ("Lương Tam Quang", "indirect")]

    def test_the_writer_stops_it(self) -> None:
        """Where the writer tells of the event, nobody's words go on."""
        text = (
            "Bộ trưởng Bùi Thanh Sơn nhấn mạnh, hội nghị rất quan trọng. Công tác này cần được đẩy mạnh.\n"
            "Tham dự hội nghị còn có lãnh đạo các bộ. Không khí rất sôi nổi."
        )
        assert [mode for _, mode in calls(text)] == ["indirect", "free_indirect", "narration", "narration"]

    def test_another_person_who_acts_stops_it(self) -> None:
        """Somebody new who does something ends the thread."""
        text = "Bộ trưởng Bùi Thanh Sơn nhấn mạnh, hội nghị rất quan trọng.\nThủ tướng Phạm Minh Chính tặng hoa các đại biểu. Hội trường vỗ tay."
        assert [mode for _, mode in calls(text)] == ["indirect", "narration", "narration"]

    def test_an_earlier_quotation_does_not_steal_it(self) -> None:
        """Words quoted inside a speech leave the speech with its speaker."""
        text = (
            "Trung tướng Lương Tam Quang cho biết, lực lượng Công an đã có nhiều đổi mới.\n"
            "Để làm tốt, lực lượng quán triệt chỉ đạo của đồng chí Tổng Bí thư Nguyễn Phú Trọng tại Hội nghị năm 2020 "
            "“Công an đi làm đối ngoại, sắp tới phải phát huy lên”. Đồng thời, tiếp tục mở rộng quan hệ."
        )
        assert calls(text) == [("Lương Tam Quang", "indirect")] + [("Lương Tam Quang", "free_indirect")] * 2

    def test_ordinary_people_are_not_carried_over_paragraphs(self) -> None:
        """What a witness said does not run into the next paragraph without a word that links them."""
        text = "Chị Lan cho biết, gia đình chị chạy lên sân thượng.\nTòa nhà cao 9 tầng, có 45 căn hộ."
        assert calls(text) == [("Lan", "indirect"), ("", "narration")]

    def test_confidence_falls_with_distance(self) -> None:
        """The further from the last cue, the less sure."""
        one = article(
            "Bộ trưởng Bùi Thanh Sơn nhấn mạnh, hội nghị rất quan trọng.\nCông tác này cần đổi mới.\nĐội ngũ cần giỏi hơn."
        )
        sure = [row.confidence for row in heard(one)]
        assert sure[0] > sure[1] > sure[2] >= 0.5


class TestInterview:
    TEXT = (
        "Ông Trần Anh Tú trò chuyện với báo chí.\n"
        "PV: Thưa ông, V-League năm nay có gì mới?\n"
        "Ông Trần Anh Tú: Chúng tôi sẽ áp dụng VAR. Đây là bước tiến lớn.\n"
        "Ông đánh giá thế nào về trọng tài?\n"
        "- Trọng tài của chúng ta còn trẻ. Liệu có ai dám nói mình không sai?\n"
        "Tôi cho rằng cần kiên nhẫn.\n"
        "Xin cảm ơn ông!"
    )

    def test_turns(self) -> None:
        """Questions are the interviewer's, answers go on until the next question."""
        asked, answered = ("(interviewer)", "interview"), ("Trần Anh Tú", "interview")
        assert calls(self.TEXT)[1:] == [asked, answered, answered, asked, answered, answered, answered, asked]

    def test_a_question_alone_makes_no_interview(self) -> None:
        """A headline that asks and a name with a colon before a quotation are no interview."""
        text = "Bóng đá Việt Nam cần gì?\nHLV Park Hang-seo: “Chúng tôi cần thời gian”."
        assert calls(text) == [("", "narration"), ("Park Hang-seo", "direct")]


class TestRows:
    @given(
        st.lists(
            st.sampled_from(
                [
                    "Ông Nam nói: “A b”. ",
                    "Theo đó, ",
                    "“",
                    "”",
                    "Xin cảm ơn ông! ",
                    "PV: Sao? ",
                    "Bà Lan: Vâng. ",
                    "\n",
                ]
            ),
            max_size=12,
        )
    )
    def test_one_row_a_sentence(self, pieces: list[str]) -> None:
        """Every sentence has its row, whatever stands in it."""
        one = article("".join(pieces))
        rows = heard(one)
        assert [(row.line_no, row.sent_no, row.start, row.end) for row in rows] == [
            s[1:5] for s in one.sentences
        ]
        assert all(0 <= row.confidence <= 1 for row in rows)

    def test_captions_are_the_writer_s(self) -> None:
        """A caption with a reporting verb stays narration."""
        one = article("Bộ trưởng Bùi Thanh Sơn phát biểu: hội nghị rất quan trọng.", kinds={1: "caption"})
        assert [(row.voice, row.mode, row.how) for row in heard(one)] == [("", "narration", "kind")]


class TestMeasured:
    def test_voices_of_the_annotated_articles(self) -> None:
        """At least 93 of 100 annotated sentences are given to the right voice."""
        told = {"direct", "indirect", "free_indirect", "interview"}
        articles = gold_articles()
        registry = people.learn(articles)
        given_rows: dict[tuple[str, int], list[Voice]] = {}
        for one in articles:
            rows = people.mentions(one, registry)
            for row in voices.attribute(one, rows, quotations.find(one, rows, registry), registry):
                given_rows.setdefault((row.article_id, row.line_no), []).append(row)
        right = total = 0
        for want in gold("voice"):
            total += 1
            place = (want["article_id"], int(want["line_no"]))
            middle = (int(want["start"]) + int(want["end"])) // 2
            hit = next((row for row in given_rows.get(place, []) if row.start <= middle < row.end), None)
            got = hit.voice if hit is not None and hit.mode in told else ""
            right += got == (want["voice"] if want["mode"] in told else "")
        assert right >= 0.93 * total


class TestSources:
    @pytest.mark.parametrize(
        ("text", "voice", "mode"),
        [
            ("Do đó, theo TS Lê Văn Bình, cần giảm lãi suất sớm.", "Lê Văn Bình", "indirect"),
            ("Tuy nhiên, theo lời kể của bà Đỗ Thị Mận, cửa vẫn khóa.", "Đỗ Thị Mận", "indirect"),
            ("Theo thống kê của ông Lê Văn Bình, có hai trăm hộ mất nước.", "Lê Văn Bình", "indirect"),
            ("Theo ông Lê Văn Bình, công an phường cho biết đã lập biên bản.", "Lê Văn Bình", "indirect"),
            ("Theo công an, chị Đỗ Thị Mận phát hiện cửa bị phá.", "", "indirect"),
            ("Theo hãng Reuters, người phát ngôn Trần Văn Lâm khẳng định sẽ đáp trả.", "Trần Văn Lâm", "indirect"),
            ("HLV Đặng Văn Lợi (U21 Sông Hàn): Chúng tôi bỏ lỡ quá nhiều cơ hội.", "Đặng Văn Lợi", "indirect"),
            ("Ông Võ Văn Thành - thành viên tổ soạn thảo, trên báo Thanh Niên cho rằng thuế nên giữ nguyên.", "Võ Văn Thành", "indirect"),
        ],
    )  # fmt: skip
    def test_who_is_followed(self, text: str, voice: str, mode: str) -> None:
        """ "Theo" behind a connective, before a noun and "của", or before a body; a name and a colon without marks."""
        assert calls(text) == [(voice, mode)]

    def test_the_last_speaker_stops_at_an_unknown_one(self) -> None:
        """ "Bà mong …" of somebody whom the article has not named is not the minister going on."""
        text = "Ông Trần Văn Lộc nói giá sẽ giảm. Bà mong muốn hai nước hợp tác. Hai nước còn nhiều việc."
        assert [voice for voice, _ in calls(text)] == ["Trần Văn Lộc", "", ""]

    def test_a_description_means_the_last_speaker(self) -> None:
        """ "Chiến lược gia người Pháp" behind Troussier's words is Troussier."""
        text = (
            "HLV Troussier nói đội nhà còn non. Chiến lược gia người Pháp cho rằng các học trò cần thời gian."
        )
        assert [voice for voice, _ in calls(text)] == ["Troussier", "Troussier"]

    def test_a_credit_is_nobodys_words(self) -> None:
        """ "Ảnh: …" behind somebody's words is the paper's."""
        assert calls("Ông Lê Văn Bình cho rằng giá sẽ giảm. Ảnh: Minh Hà")[-1] == ("", "narration")

    def test_a_weak_link_ends_with_the_paragraph(self) -> None:
        """ "Tuy nhiên" in the next paragraph may be the writer's, "bên cạnh đó" goes on with an expert's words."""
        first = "TS Lê Văn Bình cho rằng giá sẽ giảm.\n"
        assert calls(first + "Tuy nhiên, nhiều người vẫn chờ.")[-1] == ("", "narration")
        assert calls(first + "Bên cạnh đó, cần giảm thuế.")[-1] == ("Lê Văn Bình", "free_indirect")

    def test_a_chairman_of_an_association_makes_no_speeches(self) -> None:
        """Words of a business association's chairman end with the paragraph, those of a minister may go on."""
        rest = " nói thị trường còn yếu.\nCác nhà máy giảm ca làm việc."
        assert calls("Ông Lê Văn Bình, Chủ tịch Hiệp hội Gỗ," + rest)[-1] == ("", "narration")
        assert calls("Bộ trưởng Lê Văn Bình" + rest)[-1] == ("Lê Văn Bình", "free_indirect")


class TestDashes:
    TALK = "{}\nĐiều gì đưa chị đến với nghề?\n- Tôi viết vì nhớ quê.\nChị viết lúc nào?\n- Ban đêm. Lúc ấy yên.\nNhà tôi ở cuối ngõ.\nXin cảm ơn chị!"

    def test_answers_behind_dashes(self) -> None:
        """Questions answered behind a dash are an interview of the one person named before them."""
        rows = calls(self.TALK.format("Nhà văn Nguyễn Thị Hoa vừa in sách mới."))[1:]
        assert [voice for voice, _ in rows] == [
            "(interviewer)", "Nguyễn Thị Hoa", "(interviewer)", "Nguyễn Thị Hoa", "Nguyễn Thị Hoa", "Nguyễn Thị Hoa", "(interviewer)",
        ]  # fmt: skip

    def test_of_two_nobody_is_guessed(self) -> None:
        """Where two people are named before the questions, the answers are nobody's by name."""
        rows = calls(self.TALK.format("Nhà văn Nguyễn Thị Hoa và họa sĩ Lê Văn Tú vừa in sách."))
        assert rows[2] == ("", "interview")

    def test_a_list_is_no_interview(self) -> None:
        """One question and one dash make no interview."""
        assert calls("Làm sao để tiết kiệm điện?\n- Tắt đèn khi ra ngoài.\n- Dùng quạt.")[1][1] == "narration"


@pytest.mark.parametrize(
    "text", ["theo ông Nam, " * 5000, "Theo, theo, " * 8000, "- a?\n" * 5000, "là của ông A " * 5000]
)
def test_long_runs_of_sources(text: str) -> None:
    """Runs of "theo", of dashes and of names are read in linear time."""
    assert heard(article(text)) is not None


class TestWhoIsHeard:
    def test_a_report_of_a_speech_is_the_writer_s(self) -> None:
        """What was said "được ông … đưa ra" is told by the writer, and nobody calls himself by name."""
        text = "Ngoại trưởng Mỹ Antony Blinken cảnh báo Mỹ sẽ đáp trả nhanh chóng. Tuyên bố trên được ông Blinken đưa ra tại Paris."
        assert calls(text)[1] == ("", "narration")
        text = "Ông Lê Văn Tám cho biết lúa được mùa. Nhà ông Tám cạnh đê."
        assert calls(text)[1] == ("", "narration")

    def test_a_source_that_has_no_name(self) -> None:
        """ "Theo thông tin từ …" and a body right before a verb take the words from who spoke before; a law does not speak."""
        text = "Ông Lê Văn Tám cho biết lúa được mùa. Theo thông tin từ Sở Nông nghiệp, giá giảm. Reuters cho biết gạo ế."
        assert [voice for voice, _ in calls(text)] == ["Lê Văn Tám", "", ""]

    def test_an_agency_passes_on(self) -> None:
        """Behind an agency that "đưa tin" the voice is who speaks next."""
        text = "Hãng tin AP đưa tin, tại họp báo, Ngoại trưởng Lê Văn Tám cho biết hai bên sẽ kiềm chế."
        assert calls(text) == [("Lê Văn Tám", "indirect")]

    def test_who_says_it_stands_last(self) -> None:
        """A clause before ", ông … thừa nhận" is reported speech."""
        assert calls("Nhiều xã chưa giải ngân được đồng nào, ông Lê Văn Tám thừa nhận.") == [
            ("Lê Văn Tám", "indirect")
        ]

    def test_a_colon_without_marks_opens_the_paragraph(self) -> None:
        """What follows a verb and a colon is speech to the end of the paragraph, however its sentences begin."""
        text = "Chủ tịch Lê Văn Tám nêu rõ: Kỳ họp thành công tốt đẹp. Các đại biểu đã làm việc trách nhiệm. Buổi lễ sẽ gọn nhẹ."
        assert [voice for voice, _ in calls(text)] == ["Lê Văn Tám"] * 3

    def test_distance_is_no_time_of_day(self) -> None:
        """ "Khoảng cách" goes on with what was said; "khoảng 9 giờ" is the writer's."""
        text = (
            "Ông Lê Văn Tám cho rằng giá còn cao. Khoảng cách giàu nghèo vì thế tăng. Khoảng 9 giờ, mưa tạnh."
        )
        assert [mode for _, mode in calls(text)] == ["indirect", "free_indirect", "narration"]

    def test_an_accused_minister_makes_no_speeches(self) -> None:
        """The words of somebody before a court do not run into the next paragraph."""
        text = "Bị cáo Lê Văn Tám, cựu Bộ trưởng Bộ Y tế, khai đã nộp lại tiền.\nPhòng xử chật kín người."
        assert calls(text)[1] == ("", "narration")


class TestQuestionsWithoutNames:
    def test_questions_behind_dashes(self) -> None:
        """Where the questions stand behind dashes, the one person of the introduction answers between them."""
        text = (
            "Hạ Thị Mây trở lại sân khấu sau mười năm.\n- Vì sao chị vắng bóng lâu thế?\nTôi bận nuôi con.\nCon tôi còn nhỏ.\n"
            "- Chị có tiếc không?\nTôi không tiếc gì cả."
        )
        assert [voice for voice, _ in calls(text)] == [
            "", "(interviewer)", "Hạ Thị Mây", "Hạ Thị Mây", "(interviewer)", "Hạ Thị Mây",
        ]  # fmt: skip

    def test_questions_without_any_mark(self) -> None:
        """Three lines that ask "anh", answered in the first person, are an interview; two are a story."""
        turn = "Anh thấy sao?\nTôi thấy ổn.\n"
        assert [voice for voice, _ in calls("Đạo diễn Lê Văn Tám về nước.\n" + turn * 3)][1:] == [
            "(interviewer)",
            "Lê Văn Tám",
        ] * 3
        assert {mode for _, mode in calls("Đạo diễn Lê Văn Tám về nước.\n" + turn * 2)} == {"narration"}

    def test_a_caption_before_the_first_answer(self) -> None:
        """The line under a picture may stand between a question and the answer that bears a name."""
        text = "- Kim Long: Theo ông, tranh giả do đâu?\nHọa sĩ Lê Văn Tám.\n- Lê Văn Tám: Do lòng tham.\nTôi nói thật."
        assert [voice for voice, _ in calls(text)][2:] == ["Lê Văn Tám", "Lê Văn Tám"]


class TestNewsAbroad:
    def test_two_sides_are_nobody(self) -> None:
        """What both sides agree on is not the last speaker's."""
        text = "Tổng thống Mỹ John Carter khẳng định Mỹ coi trọng hợp tác.\nHai bên nhất trí tăng cường trao đổi đoàn."
        assert calls(text) == [("John Carter", "indirect"), ("", "indirect")]

    def test_a_seat_of_power_speaks(self) -> None:
        """A capital that announces something ends the words of who spoke before."""
        text = "Tổng thống Mỹ John Carter nói rằng thuế sẽ tăng. Bắc Kinh cũng thông báo mức thuế mới."
        assert calls(text) == [("John Carter", "indirect"), ("", "indirect")]

    def test_who_speaks_last_in_the_sentence(self) -> None:
        """A sentence that ends with "ông Lực cho biết" is his, whoever else concludes something in it."""
        text = "Các bộ trưởng kết luận rằng hội nghị phải họp lại vào thứ Tư tuần sau, ông Trần Văn Lực cho biết."
        assert calls(text) == [("Trần Văn Lực", "indirect")]

    def test_a_press_conference_is_no_paper(self) -> None:
        """The "báo" of "họp báo" says nothing."""
        text = "Phát ngôn viên Lê Thị Mai trong buổi họp báo cho biết chuyến thăm sẽ diễn ra."
        assert calls(text) == [("Lê Thị Mai", "indirect")]

    def test_a_clause_that_begins_with_viec(self) -> None:
        """ "Việc ông Lực trả lời …" is what the writer speaks of."""
        assert calls("Việc ông Trần Văn Lực đáp lại chuyến thăm này gây chú ý.") == [("", "narration")]

    def test_a_pronoun_that_does_something(self) -> None:
        """Nobody calls himself "ông"."""
        text = "Ông Trần Văn Lực khẳng định sẽ từ chức. Ông là thạc sĩ luật."
        assert calls(text) == [("Trần Văn Lực", "indirect"), ("", "narration")]

    def test_an_agency_that_cites(self) -> None:
        """ "CNN dẫn tuyên bố của ông Carter" behind a quotation names its speaker."""
        one = article("“Chúng tôi có quan hệ rất tốt với họ”, CNN dẫn tuyên bố của ông John Carter.")
        registry = people.learn([one])
        rows = quotations.find(one, people.mentions(one, registry), registry)
        assert [row.speaker for row in rows] == ["John Carter"]

    def test_where_somebody_speaks_tells_nothing(self) -> None:
        """ "lên tiếng sau tình huống" names an act; its words are not there."""
        assert calls("Hậu vệ Trần Văn Lực lên tiếng sau tình huống ấy.") == [("Trần Văn Lực", "nrsa")]

    def test_the_one_ordered_is_not_the_next_speaker(self) -> None:
        """After "yêu cầu Bộ trưởng …" a pronoun means who gave the order."""
        text = (
            "Thủ tướng Lê Quang Hà yêu cầu Bộ trưởng Trần Văn Lực báo cáo. Ông nhấn mạnh thời hạn là ngày 5."
        )
        assert calls(text)[1] == ("Lê Quang Hà", "indirect")
