"""Stance, balance and rhythm: markers with their meaning, figures with their members, lengths and
readability."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.analysis.rhetoric import modality, parallelism, rhythm
from caytre.tables import Voice
from tests.helpers import article, gold_articles


def meanings(text: str) -> list[tuple[str, str]]:
    return [(row.surface, row.meaning) for row in modality.markers(article(text))]


MARKERS = {
    "Chúng ta cần đổi mới.": [("Chúng ta", "we"), ("cần", "obligation")],
    "Cán bộ phải gương mẫu.": [("phải", "obligation")],
    "Công chức không được nhận quà.": [("không được", "prohibition")],
    "Doanh nghiệp được phép nhập khẩu.": [("được phép", "permission")],
    "Giá có thể giảm.": [("có thể", "possibility")],
    "Giá không thể giảm.": [("không thể", "possibility")],
    "Đội tuyển chắc chắn sẽ thắng.": [("chắc chắn sẽ", "certainty")],
    "Cầu sẽ thông xe.": [("sẽ", "future")],
    "Cả nước quyết tâm chống dịch.": [("quyết tâm", "volition")],
    "Việc này hết sức hệ trọng.": [("hết sức", "degree")],
    "Giá nhà tương đối cao.": [("tương đối", "degree")],
    "Đảng ta là đạo đức, là văn minh.": [("Đảng ta", "we")],
    "Tôi cho rằng giá đã đúng.": [("Tôi cho rằng", "I")],
}

NO_MARKERS = [
    "Anh rẽ phải ở ngã tư.",
    "Quyết định được ban hành hôm qua.",
    "Nghị quyết đã đi vào cuộc sống.",
    "Quá trình ấy kéo dài.",
    "Người ta kể lại chuyện cũ.",
    "Ban tổ chức sắp xếp chỗ ngồi.",
    "Tàu đánh cá mất cần câu.",
    "Giấy phép đã hết hạn.",
    "Mỹ áp đặt cấm vận.",
]


@pytest.mark.parametrize("text", MARKERS)
def test_markers(text: str) -> None:
    """Each marker is given its meaning, the longest where several fit."""
    assert meanings(text) == MARKERS[text]


@pytest.mark.parametrize("text", NO_MARKERS)
def test_words_that_only_look_like_markers(text: str) -> None:
    """A marker inside another word is none."""
    assert meanings(text) == []


def test_voice_and_word() -> None:
    """A marker has the voice of its sentence and the codebook's form for counting."""
    voice = Voice("a", 1, 1, 0, 30, "Võ Nguyên Giáp", "direct", "before", 1.0)
    row = modality.markers(article("Ta CẦN giữ."), [voice])[1]
    assert (row.word, row.surface, row.voice, row.group) == ("cần", "CẦN", "Võ Nguyên Giáp", "modality")


class TestChains:
    @pytest.mark.parametrize(
        ("text", "members"),
        [
            ("Ngành triển khai đồng bộ, sáng tạo, hiệu quả các việc.", ["đồng bộ | sáng tạo | hiệu quả"]),
            ("Hội nhập toàn diện và sâu rộng.", ["toàn diện | sâu rộng"]),
            ("Tre mềm mại, nhưng rất kiên cường.", ["mềm mại | kiên cường"]),
            ("Trận cầu sôi nổi, hấp dẫn. Khán giả tự hào.", ["sôi nổi | hấp dẫn"]),
            ("Đẩy mạnh, thiết thực hóa phong trào.", []),
            ("Quán triệt toàn diện, cụ thể hoá nghị quyết.", []),
        ],
    )
    def test_members(self, text: str, members: list[str]) -> None:
        """Evaluating words in a row are one chain; a single one is none."""
        assert [row.members for row in parallelism.chains(article(text))] == members


class TestChainMembers:
    @pytest.mark.parametrize(
        ("text", "members"),
        [
            ("Quan hệ ngày càng tốt đẹp, hiệu quả và bền vững.", "tốt đẹp | hiệu quả | bền vững"),
            ("Đón tiếp trọng thị, chu đáo, thân tình.", "trọng thị | chu đáo | thân tình"),
            ("Chỉ đạo sâu sát, quyết liệt, toàn diện.", "sâu sát | quyết liệt | toàn diện"),
        ],
    )
    def test_whole_chains(self, text: str, members: str) -> None:
        """A chain has all its members, and each of them whole."""
        assert [row.members for row in parallelism.chains(article(text))] == [members]

    def test_what_is_fought_is_no_praise(self) -> None:
        """Corruption and waste are things, not qualities."""
        assert parallelism.chains(article("Phòng, chống tham nhũng, lãng phí, tiêu cực.")) == []


class TestParallels:
    @pytest.mark.parametrize(
        ("text", "surfaces"),
        [
            ("Họ toàn tâm, toàn ý phụng sự.", ["toàn tâm, toàn ý"]),
            ("Ý chí tự lực tự cường của dân tộc.", ["tự lực tự cường"]),
            ("Trong toàn Đảng, toàn dân, toàn quân.", ["toàn Đảng, toàn dân, toàn quân"]),
            ("Đầu tư có trọng tâm, trọng điểm.", ["trọng tâm, trọng điểm"]),
            ("Xử đúng người, đúng tội.", ["đúng người, đúng tội"]),
            ("Công tác bảo hộ công dân, công tác lãnh sự.", []),
            ("Đại hội đại biểu họp sáng nay.", []),
            ("Mua 5 kg 5 lạng gạo.", []),
            ("Từ xa, từ ngoài biên giới.", []),
            ("Phân công rõ người, rõ việc, rõ trách nhiệm.", ["rõ người, rõ việc"]),
            ("Lãnh đạo cấp huyện, cấp xã cùng dự.", []),
            ("Mong doanh nghiệp, doanh nhân góp sức.", []),
            ("Ai cũng không thể không lo.", []),
        ],
    )
    def test_four_syllables(self, text: str, surfaces: list[str]) -> None:
        """Halves that begin alike make a parallel; repeated grammar, numbers and cut words make none."""
        assert [row.surface for row in parallelism.parallels(article(text))] == surfaces


class TestDoublings:
    def test_kinds(self) -> None:
        """Whole doublings and doublings with a change of sound are told apart; slips of the pen are none."""
        rows = parallelism.doublings(
            article("Ngày ngày người người vững vàng, tổng kết kết quả của của công.")
        )
        assert [(row.surface, row.kind) for row in rows] == [
            ("Ngày ngày", "doubling"),
            ("người người", "doubling"),
            ("vững vàng", "sound doubling"),
        ]


class TestAnaphora:
    def test_clauses_with_one_opening(self) -> None:
        """Clauses in a row that open alike are one figure with its clauses as members."""
        rows = parallelism.anaphora(
            article("Vì tương lai con em chúng ta, vì tương lai của cả dân tộc, hãy trồng cây.")
        )
        assert [row.n_members for row in rows] == [2]
        assert rows[0].members.startswith("Vì tương lai con em chúng ta | vì tương lai của cả dân tộc")

    def test_names_open_no_figure(self) -> None:
        """Sentences that open with the same name are none."""
        assert (
            parallelism.anaphora(
                article("Nguyễn Trãi viết Bình Ngô đại cáo. Nguyễn Trãi còn soạn Dư địa chí xưa.")
            )
            == []
        )

    @pytest.mark.parametrize(
        "text",
        [
            "Thủ tướng Phạm Minh Chính chúc mừng các thành viên mới. Thủ tướng đề nghị mọi người bắt tay vào việc.",
            "Kỳ họp bàn về việc phân bổ ngân sách năm sau; về việc tổ chức kỳ thi sắp tới.",
            "Phó chủ tịch hội đồng thành phố đến dự, Phó chủ nhiệm văn phòng ấy cũng đến.",
        ],
    )
    def test_offices_and_grammar_open_no_figure(self, text: str) -> None:
        """An office that is named again, the grammar of a list, or half a word are no figure."""
        assert parallelism.anaphora(article(text)) == []

    def test_short_pieces_are_no_clauses(self) -> None:
        """Members of a list are no clauses."""
        assert parallelism.anaphora(article("Mua rau xanh, rau thơm, rau sống, rau má.")) == []


class TestRhythm:
    def test_lengths(self) -> None:
        """Each sentence has its length in syllables and the change from the one before."""
        rows = rhythm.lengths(article("Trời mưa. Đường phố Hà Nội ngập sâu.\nXe chết máy."))
        assert [(row.line_no, row.sent_no, row.n_syllables, row.change) for row in rows] == [
            (1, 1, 2, 0),
            (1, 2, 6, 4),
            (2, 1, 3, -3),
        ]

    def test_published_formula(self) -> None:
        """46 characters, 3 sentences, 12 words, all 12 syllables difficult: 2.776783333, worked by hand."""
        score = rhythm.difficulty(characters=46, sentences=3, words=12, syllables=12, difficult=12)
        assert score == pytest.approx(0.004 * 46 / 3 + 0.1905 * 46 / 12 + 2.7147 - 0.7295)
        assert score == pytest.approx(2.776783333, abs=1e-9)

    def test_easy_and_hard_syllables(self) -> None:
        """Syllables of the list are easy, rare ones difficult; numbers are neither."""
        row = rhythm.readability(
            article("Nước nhà ngoằn ngoèo 2021."), words=lambda texts: [text.split() for text in texts]
        )
        assert (row.n_sentences, row.n_words, row.n_syllables, row.difficult) == (1, 5, 4, 0.5)
        assert row.characters_per_word == pytest.approx(21 / 5)

    def test_nothing_to_read(self) -> None:
        """A text without sentences has no score."""
        assert math.isnan(
            rhythm.readability(article(""), words=lambda texts: [text.split() for text in texts]).score
        )


class TestEverything:
    @pytest.mark.parametrize(
        "junk",
        [
            "“" * 20000,
            "rất " * 5000,
            "toàn tâm, " * 4000,
            "chủ động, " * 4000,
            ", " * 10000,
            "A " * 10000,
            "vì dân vì nước, " * 2000,
            "a\u0301" * 10000,
        ],
    )
    def test_long_runs(self, junk: str) -> None:
        """Long runs end, and end soon."""
        text = article(junk)
        for figure in (
            modality.markers,
            parallelism.chains,
            parallelism.parallels,
            parallelism.doublings,
            parallelism.anaphora,
            rhythm.lengths,
        ):
            figure(text)

    @given(
        st.lists(
            st.sampled_from(
                ["rất ", "toàn tâm", ", ", "toàn ý ", "chủ động", "tích cực", ". ", "Vì dân ", "\n", "x"]
            ),
            max_size=30,
        )
    )
    def test_surfaces_are_what_stands_there(self, pieces: list[str]) -> None:
        """Every surface is exactly what stands at its offsets."""
        lines = "".join(pieces).split("\n")
        text = article("\n".join(lines))
        rows = [
            *modality.markers(text),
            *parallelism.chains(text),
            *parallelism.parallels(text),
            *parallelism.anaphora(text),
        ]
        assert all(lines[row.line_no - 1][row.start : row.end] == row.surface for row in rows)

    def test_annotated_articles(self) -> None:
        """In the five articles the resolution's adjectives come in chains, and the minister's article says
        what must be done."""
        rows = {one.article_id: modality.markers(one) for one in gold_articles()}
        assert sum(row.meaning == "obligation" for row in rows["xaydungdang"]) >= 8
        chains = [row.surface for one in gold_articles() for row in parallelism.chains(one)]
        assert "đồng bộ, sáng tạo, hiệu quả" in chains
