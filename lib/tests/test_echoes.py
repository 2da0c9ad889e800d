"""Passages that travel: found in spite of edits, not found where only names are shared, aligned and
ordered."""

from __future__ import annotations

import random
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.analysis import echoes
from caytre.analysis.echoes import alignment, finding
from caytre.analysis.echoes.shingles import candidates, index
from caytre.tables import Annotated, Echo, Line, Voice
from caytre.text.orthography import retone
from tests.helpers import article, gold_articles

SPEECH = (
    "Chúng ta cần tiếp tục coi trọng hơn nữa công tác đào tạo cán bộ cả về trình độ, năng lực lẫn bản lĩnh chính trị, "
    "không ngừng rèn luyện đạo đức nghề nghiệp trước mọi cám dỗ."
)
FILLER = "Chợ hoa đầu xuân đông khách từ sớm, ai cũng chọn cho mình một cành đào thật tươi."
SHORT = "gìn giữ hòa khí trong thôn xóm và chăm lo cho trẻ nhỏ"


def two(a: str, b: str, **options: str) -> list[Echo]:
    first = article(f"{a}\n{FILLER}", options.get("a", ""), name="a")
    second = article(f"Một buổi sáng đẹp trời ở phố cổ.\n{b}", options.get("b", ""), name="b")
    return echoes.find([first, second])


VARIANTS = {
    "the same": SPEECH,
    "punctuation gone": SPEECH.replace(",", "").replace(".", ""),
    "other tone-mark style and case": retone(SPEECH, "new").upper(),
    "a typo": SPEECH.replace("bản lĩnh", "bả lĩnh"),
    "a word inserted": SPEECH.replace("đào tạo", "đào tạo, bồi dưỡng, chăm sóc"),
    "a clause dropped": SPEECH.replace("cả về trình độ, năng lực lẫn bản lĩnh chính trị, ", ""),
    "clauses re-ordered": (
        "Không ngừng rèn luyện đạo đức nghề nghiệp trước mọi cám dỗ, chúng ta cần tiếp tục coi trọng hơn nữa công tác "
        "đào tạo cán bộ cả về trình độ, năng lực lẫn bản lĩnh chính trị."
    ),
    "in the middle of another sentence": f"Theo lời ông, {SPEECH[:-1].lower()}, và ai cũng phải nhớ điều đó.",
    "other quotation marks": f"'{SPEECH}'",
}


@pytest.mark.parametrize("name", VARIANTS)
def test_edits(name: str) -> None:
    """An edited passage is found, on both sides, at the places where it stands."""
    found = two(f"“{SPEECH}”", VARIANTS[name])
    assert found
    assert sum(len(echo.text_a) for echo in found) > 0.6 * len(SPEECH) or name == "a clause dropped"
    assert {(echo.line_a, echo.line_b) for echo in found} == {(1, 2)}


NO_ECHOES = {
    "names and offices": (
        "Dự lễ có Tổng Bí thư Nguyễn Phú Trọng, Chủ tịch nước Nguyễn Xuân Phúc, Thủ tướng Chính phủ Phạm Minh Chính.",
        "Thư mừng của Tổng Bí thư Nguyễn Phú Trọng, Chủ tịch nước Nguyễn Xuân Phúc, Thủ tướng Chính phủ Phạm Minh Chính.",
    ),
    "an event": (
        "Sáng nay khai mạc Hội nghị Đối ngoại toàn quốc triển khai thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.",
        "Bên lề Hội nghị Đối ngoại toàn quốc triển khai thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, ông kể chuyện.",
    ),
    "institutions": (
        "Buổi lễ có Bộ Khoa học và Công nghệ, Bộ Giáo dục và Đào tạo, Ủy ban Dân tộc.",
        "Văn bản gửi Bộ Khoa học và Công nghệ, Bộ Giáo dục và Đào tạo, Ủy ban Dân tộc.",
    ),
    "the ranks of a ceremony": (
        "Đến viếng có các đồng chí lãnh đạo, nguyên lãnh đạo Đảng, Nhà nước, Mặt trận Tổ quốc Việt Nam, các bậc lão thành cách mạng.",
        "Hàng ghế đầu dành cho lãnh đạo, nguyên lãnh đạo Đảng, Nhà nước, Mặt trận Tổ quốc Việt Nam, các bậc lão thành cách mạng và gia quyến.",
    ),
    "the formula of a visit": (
        "Quốc vương đã rời Hà Nội, kết thúc chuyến thăm cấp Nhà nước tới Việt Nam theo lời mời của Chủ tịch nước Lương Cường.",
        "Hai trường ký kết nhân chuyến thăm cấp Nhà nước tới Việt Nam theo lời mời của Chủ tịch nước Lương Cường.",
    ),
    "full names of a state": (
        "Thư của Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam, Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam gửi bạn.",
        "Bằng khen do Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam, Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam trao.",
    ),
    "a few common words": (
        "Trong thời gian tới, ngành sẽ cố gắng.",
        "Trong thời gian tới, đội sẽ tập luyện.",
    ),
    "nothing": ("Giá vàng tăng mạnh phiên cuối tuần.", "Đội tuyển nữ vào chung kết sau loạt luân lưu."),
}


@pytest.mark.parametrize("name", NO_ECHOES)
def test_names_alone_are_no_echo(name: str) -> None:
    """Names, offices, institutions, events and fixed formulas alone make no echo."""
    assert two(*NO_ECHOES[name]) == []


class TestRows:
    def test_offsets_slice_back(self) -> None:
        """Both texts are exactly what stands at their offsets, also across what was cut out of the line."""
        for one in (echoes.find(gold_articles()), two(SPEECH, VARIANTS["a typo"])):
            assert one
        lines = {(line.article_id, line.line_no): line.text for a in gold_articles() for line in a.lines}
        for echo in echoes.find(gold_articles()):
            assert lines[echo.article_a, echo.line_a][echo.start_a : echo.end_a] == echo.text_a
            assert lines[echo.article_b, echo.line_b][echo.start_b : echo.end_b] == echo.text_b
            assert 0 < echo.similarity <= 1
            assert echo.n_syllables >= 8

    def test_earlier_article_is_side_a(self) -> None:
        """The article that was published first is side a, whatever the order given."""
        late, early = article(SPEECH, "2021-12-16", name="a"), article(SPEECH, "2021-12-14", name="b")
        assert [(echo.article_a, echo.article_b) for echo in echoes.find([late, early])] == [("b", "a")]

    def test_one_name_for_one_passage(self) -> None:
        """Three places of one passage are three rows with one echo_id."""
        found = echoes.find([article(SPEECH, name=name) for name in "abc"])
        assert len(found) == 3
        assert len({echo.echo_id for echo in found}) == 1

    def test_order_of_articles_makes_no_difference(self) -> None:
        """The same articles in another order give the same rows."""
        articles = gold_articles()
        assert echoes.find(articles) == echoes.find(articles[::-1])

    def test_hundred_outlets(self) -> None:
        """Wire copy in a hundred outlets is linked through all of them, at a cost far below all pairs."""
        found = echoes.find([article(SPEECH, name=f"n{n:03d}") for n in range(100)])
        reached = {"n000"} | {echo.article_b for echo in found}
        assert len(reached) == 100
        assert len(found) < 1000


class TestKinds:
    def test_agency(self) -> None:
        """A long passage in two articles is text that outlets share."""
        assert [echo.kind for echo in two(SPEECH, SPEECH)] == ["agency"]

    def test_relayed(self) -> None:
        """The same words of two different speakers are relayed."""
        voices = [
            Voice(name, 1, 1, 0, 400, person, "direct", "before", 1.0)
            for name, person in (("a", "Nguyễn Phú Trọng"), ("b", "Bùi Thanh Sơn"))
        ]
        found = echoes.find([article(SPEECH, name="a"), article(SPEECH, name="b")], voices=voices)
        assert [echo.kind for echo in found] == ["relayed"]

    def test_self(self) -> None:
        """A passage that an article repeats is self-repetition."""
        assert {echo.kind for echo in echoes.find([article(f"{SPEECH}\n{FILLER}\n{SPEECH}")])} == {"self"}

    def test_within_one_line(self) -> None:
        """A passage that stands twice in one line is found once, the places apart."""
        found = echoes.find([article(f"{SPEECH} {FILLER} {SPEECH}")])
        assert [echo.kind for echo in found] == ["self"]
        assert found[0].end_a <= found[0].start_b

    def test_headline(self) -> None:
        """A title or caption that repeats the body is a headline echo."""
        assert {e.kind for e in echoes.find([article(f"{SPEECH}\n{SPEECH}", kinds={1: "title"})])} == {
            "headline"
        }

    def test_set_phrase(self) -> None:
        """A short repetition between articles is a set phrase."""
        assert [echo.kind for echo in two(f"Cụ dặn phải {SHORT}.", f"Hương ước ghi rõ: {SHORT}.")] == [
            "set phrase"
        ]


def test_what_is_common_decides_on_a_set_phrase() -> None:
    """A stretch of thirty syllables with a dozen in common is a set phrase; with all in common it is a text."""
    assert finding.is_phrase(30, 0.45)
    assert finding.is_phrase(14, 1.0)
    assert not finding.is_phrase(30, 0.95)


class TestOnce:
    def test_later_places_are_repeated(self) -> None:
        """Counting once leaves out every place but the first, overlapping ones merged."""
        found = echoes.find([article(SPEECH, name=name) for name in "abc"])
        assert echoes.repeated_spans(found) == [echoes.Span(name, 1, 0, len(SPEECH) - 1) for name in "bc"]

    def test_nothing_repeated(self) -> None:
        """Without echoes nothing is left out."""
        assert echoes.repeated_spans([]) == []


class TestDirection:
    ECHO = Echo("P001", "agency", "a", 1, 0, 9, "", "b", 1, 0, 9, "", 9, 1.0)

    @pytest.mark.parametrize(
        ("a", "b", "expected"),
        [
            ("2021-12-14", "2021-12-16", "a to b"),
            ("2021-12-16T08:00", "2021-12-14", "b to a"),
            ("2021-12-14T08:00", "2021-12-14", ""),
            ("2021-12-14T08:00", "2021-12-14T16:30", "a to b"),
            ("", "2021-12-14", ""),
            ("", "", ""),
        ],
    )
    def test_only_where_dates_tell(self, a: str, b: str, expected: str) -> None:
        """Direction needs two dates that differ at the precision that both have."""
        assert echoes.direction(self.ECHO, {"a": a, "b": b}) == expected


class TestAlign:
    def test_operations(self) -> None:
        """Insertions, deletions and substitutions are told apart, with offsets in both texts."""
        a, b = "coi trọng công tác đào tạo bả lĩnh", "coi trọng đào tạo, bồi dưỡng bản lĩnh"
        steps = [(s.op, a[s.a_start : s.a_end], b[s.b_start : s.b_end]) for s in echoes.align(a, b)]
        assert steps == [
            ("equal", "coi trọng", "coi trọng"),
            ("delete", "công tác", ""),
            ("equal", "đào tạo", "đào tạo"),
            ("substitute", "bả", "bồi dưỡng bản"),
            ("equal", "lĩnh", "lĩnh"),
        ]

    def test_style_is_no_difference(self) -> None:
        """Tone-mark style, case and punctuation are no difference."""
        assert [s.op for s in echoes.align("tự chuyển hoá", "Tự ‘chuyển’ hóa.")] == ["equal"]

    @given(
        st.lists(st.sampled_from(["ta", "cần", "phải", "giữ", "nước"])),
        st.lists(st.sampled_from(["ta", "cần", "phải", "giữ", "nhà"])),
    )
    def test_covers_both_texts(self, a: list[str], b: list[str]) -> None:
        """The steps cover every syllable of both texts once, in order."""
        steps = echoes.align(" ".join(a), " ".join(b))
        assert " ".join(" ".join(a)[s.a_start : s.a_end] for s in steps if s.a_end > s.a_start) == " ".join(a)
        assert " ".join(" ".join(b)[s.b_start : s.b_end] for s in steps if s.b_end > s.b_start) == " ".join(b)


TEN = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
CHANCE = random.Random(1)
HOSTILE = {
    "one word": ("ha " * 2000, "ha " * 1990),
    "one word, then two in turn": ("ha " * 2000, "ha hi " * 1000),
    "ten words at random": (" ".join(CHANCE.choices(TEN, k=3000)), " ".join(CHANCE.choices(TEN, k=3000))),
    "two words, backwards": ("ha hi hi " * 3000, "hi ha hi " * 3000),
}


class TestRepetitiveText:
    @pytest.mark.parametrize("name", HOSTILE)
    def test_comparisons_stay_bounded(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """No piece that is compared word by word has more equal pairs than allowed, and pieces do not pile up."""
        seen: list[tuple[int, int]] = []

        class Counted(SequenceMatcher[str]):
            def __init__(self, junk: None, a: list[str], b: list[str], autojunk: bool) -> None:
                seen.append((alignment._meetings(a, b), len(a) + len(b)))
                super().__init__(junk, a, b, autojunk)

        monkeypatch.setattr(alignment, "SequenceMatcher", Counted)
        a, b = HOSTILE[name]
        echoes.align(a, b)
        assert all(meetings <= alignment.MOST_MEETINGS for meetings, _ in seen)
        assert sum(size for _, size in seen) <= len(a.split()) + len(b.split())

    @pytest.mark.parametrize("name", HOSTILE)
    def test_the_alignment_is_sound(self, name: str) -> None:
        """The steps cover both sides in order, and what is called equal is."""
        a, b = HOSTILE[name]
        steps = echoes.align(a, b)
        assert all(a[s.a_start : s.a_end] == b[s.b_start : s.b_end] for s in steps if s.op == "equal")
        assert " ".join(a[s.a_start : s.a_end] for s in steps).split() == a.split()
        assert " ".join(b[s.b_start : s.b_end] for s in steps).split() == b.split()

    def test_a_long_passage_with_few_changes(self) -> None:
        """In three thousand syllables of ten words every changed one is found, and nothing else."""
        words = HOSTILE["ten words at random"][0].split()
        changed = ["chợ" if i % 500 == 250 else word for i, word in enumerate(words)]
        steps = [s.op for s in echoes.align(" ".join(words), " ".join(changed))]
        assert steps == ["equal", "substitute"] * 6 + ["equal"]


class TestTitles:
    TITLE = "về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo"

    def test_the_title_of_a_document_is_no_echo(self) -> None:
        """What the corpus repeats behind "Nghị quyết … về" is a name: articles that name it share nothing."""
        texts = [
            f"Sáng nay Bộ Chính trị ban hành Nghị quyết số 57-NQ/TW {self.TITLE} với nhiều điểm mới.",
            f"Các trường học tập Nghị quyết 57 {self.TITLE} trong tháng này.",
            f"Doanh nghiệp chờ đợi gì ở Nghị quyết {self.TITLE}?",
        ]
        assert echoes.find([article(text, name=f"n{n}") for n, text in enumerate(texts)]) == []

    def test_a_sentence_after_the_title_is_one(self) -> None:
        """What two articles go on to say alike is an echo all the same."""
        more = "đã mở ra cơ hội chưa từng có cho những kỹ sư trẻ trở về quê lập nghiệp cùng bà con"
        texts = [
            f"Nghị quyết 57 {self.TITLE} {more}.",
            f"Theo ông, Nghị quyết số 57 {self.TITLE} {more}.",
            f"Học tập Nghị quyết {self.TITLE} trong tháng.",
        ]
        found = echoes.find([article(text, name=f"n{n}") for n, text in enumerate(texts)])
        assert [(e.article_a, e.article_b) for e in found] == [("n0", "n1")]

    def test_the_number_of_a_document_and_a_date(self) -> None:
        """The number of a decree with its date is a name as well."""
        assert (
            two(
                "Nghị định số 138/2025/NĐ-CP ngày 16/5/2025 của Chính phủ có hiệu lực.",
                "Ông dẫn Nghị định số 138/2025/NĐ-CP ngày 16/5/2025 của Chính phủ khi trả lời.",
            )
            == []
        )


def test_a_half_of_common_words_joins_the_other() -> None:
    """A re-ordered sentence is one passage even if one half is made of words that the whole corpus has."""
    common = "chúng ta cần phải làm tốt hơn nữa công tác này"
    rare = "khơi dậy hoài bão lập thân của thanh niên vùng biên viễn xa xôi"
    texts = [f"Hôm ấy {common}, {rare}.", f"Ông nhắc: {rare}, {common}."]
    filler = [
        f"Ở nơi thứ {word}, {common[:34]} và hơn nữa." for word in ("hai", "ba", "tư", "năm", "sáu", "bảy")
    ]
    found = echoes.find([article(text, name=f"n{n}") for n, text in enumerate([*texts, *filler])])
    best = max((e for e in found if {e.article_a, e.article_b} == {"n0", "n1"}), key=lambda e: e.n_syllables)
    assert common in best.text_a
    assert rare in best.text_a


class TestCandidates:
    @given(st.lists(st.lists(st.sampled_from(["một", "hai", "ba", "bốn"]), max_size=12), max_size=8))
    def test_exactly_the_pairs_that_share_two_runs(self, texts: list[list[str]]) -> None:
        """In a small corpus the candidates are exactly the pairs of lines that share two runs of four."""
        lines = [Line("a", n, "body", " ".join(words)) for n, words in enumerate(texts)]
        runs = [{tuple(words[i : i + 4]) for i in range(len(words) - 3)} for words in texts]
        expected = {(a, b) for b in range(len(texts)) for a in range(b) if len(runs[a] & runs[b]) > 1}
        found = {(a, b) for a, b in candidates(index(lines)).tolist() if a != b}
        assert found == expected

    def test_empty(self) -> None:
        """No lines, blank lines and very short lines have no candidates."""
        for texts in ([], [""], ["một"], ["", "một hai ba", ""]):
            assert (
                candidates(index([Line("a", n, "body", text) for n, text in enumerate(texts)])).tolist() == []
            )


class TestAnnotated:
    def test_the_diplomats_sentence(self) -> None:
        """The General Secretary's sentences on training diplomats are found in the minister's mouth,
        re-ordered and condensed."""
        found = {(e.article_a, e.line_a, e.article_b, e.line_b) for e in echoes.find(gold_articles())}
        assert ("bocongan", 53, "xaydungdang", 17) in found
        assert ("bocongan", 53, "xaydungdang", 18) in found

    def test_agency_report(self) -> None:
        """The report on the deputy prime minister's speech stands in three outlets."""
        found = {(e.article_a, e.line_a, e.article_b, e.line_b) for e in echoes.find(gold_articles())}
        assert {
            ("bocongan", 19, "vietq", 37),
            ("bocongan", 19, "khcn", 19),
            ("vietq", 37, "khcn", 19),
        } <= found


class TestHostile:
    @pytest.mark.parametrize(
        "junk", ["ha " * 4000, "A " * 4000, "một hai ba bốn năm sáu " * 600, "“" * 30000, "a\u0301" * 20000]
    )
    def test_long_runs(self, junk: str) -> None:
        """Texts that repeat themselves without end are dealt with soon, also twice."""
        echoes.find([article(junk, name="a"), article(junk, name="b")])

    def test_nothing(self) -> None:
        """No articles and empty articles have no echoes."""
        assert echoes.find([]) == []
        assert echoes.find([Annotated("a", "", [], [], []), article("", name="b")]) == []
