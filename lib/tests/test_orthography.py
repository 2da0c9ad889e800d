"""Spelling: the syllable grammar, tone marks in two styles, folding, and what keeps its length."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.codebooks import read_csv
from caytre.text import orthography
from caytre.text.orthography import (
    VIETNAMESE_LOWER,
    VIETNAMESE_UPPER,
    fold,
    glued,
    is_syllable,
    joining_hyphens,
    nfc,
    retone,
    starts_upper,
    syllables,
)
from tests.helpers import ARTICLES


def _words(text: str) -> list[str]:
    return text.split()


MOVED = _words("""
hoà hòa hoá hóa hoả hỏa hoạ họa toà tòa toá tóa toả tỏa toạ tọa khoá khóa khoả khỏa doạ dọa xoá xóa xoà xòa
xoã xõa goá góa loà lòa loá lóa loã lõa choá chóa choã chõa đoá đóa đoạ đọa thoả thỏa thoá thóa nhoà nhòa oà òa
khoẻ khỏe hoè hòe hoẹ họe loè lòe loé lóe nhoè nhòe xoè xòe toé tóe toè tòe choé chóe choè chòe ngoé ngóe
khoé khóe oẹ ọe oé óe thoè thòe
uỷ ủy uý úy thuỷ thủy thuý thúy thuỳ thùy thuỵ thụy tuý túy tuỳ tùy tuỷ tủy tuỵ tụy luỹ lũy luỵ lụy luỳ lùy
suý súy suỵ sụy huỷ hủy huý húy nguỵ ngụy nguỳ ngùy truỵ trụy chuỳ chùy nhuỵ nhụy duỵ dụy xuý xúy
""")
"""Syllables whose mark moves: new style, old style, and so on in turn."""

FIXED = _words("""
quý quỳ quỷ quỹ quỵ quả quà quá quạ quã què qué quẻ quế quệ quỳnh quýnh quýt quyết quyển quyền quốc quặng quẩy quái
quào quẹo quét quần quất quạt quờ quán quỉ quít quĩ quấy quắp quắc quằn quậy quầng quẫn quầy quác quách quyến quẹt
già giá giả giã giạ gì gí gỉ gị giò giỏ giõ giữ giục giùm giúp giày giầy giỗ giềng giếng giết giữa giường giội giọng
gìn giấy giặc giàu giễu giọt giận giảm giũ giẻ giối giới giòn
khuỷu khuỵu khuấy khuất khuẩn thuở khuếch huỷnh huỳnh huệ tuệ thuế chuếnh
ngoẹo ngoéo khoèo ngoảnh ngoại ngoài ngoắt ngoặc xoáy xoài xoắn hoạch hoành hoàng toàn toán hoặc loạt hoẵng choàng
toét khoét xoèn ngoạm oán oách hoẻn
của mùa thùa chùa úa lụa múa mía ỉa nghĩa đĩa phía cứa lửa thừa ứa
bướu rượu hươu bưởi người được muối muộn cuộc chuồn nguội
tuần luật xuất tuyết chuyện nguyễn khuyến duyệt tuýp huýt huỵch suýt
xoóc soóc moóc yếu yến yểm yết ý ỷ kẹo nghèo kéo cứu mửu chịu níu cháy máy sẽ đã ngã nghỉ nghiễm ghế gỗ cá kể
""")
"""Syllables whose mark has one place in both styles."""

UNMARKED = _words(
    "khuya khuyên thua ngoan ngoeo quay quê gian giương hoa oe uy đi ta ơn ưa yêu ai iu xoong thuơ tre"
)

FOREIGN = _words("""
café résumé fiancé cliché São Noé Noè Chloé Zoé Zoè Aloè Poé Beyoncé Perú Bogotá Málaga Córdoba München Citroën Moët
Noël François Besançon Núñez Muñoz Iñárritu Ødegaard Łódź Kraków Poznań Dvořák Škoda Gdańsk Šibenik Čech Reykjavík
Guðmundsson Erdoğan Beşiktaş Straße Zürich Göteborg Malmö Åland Jürgen Özil Mbappé Dembélé Pelé Cloá Froá Jeoá Fuý
Wuỳ Lênin Ăngghen Mátxcơva Bêlarút Môdămbích Côlômbia ASEAN COVID Facebook Trump Boé naïve Ñoà
""")

SYLLABLE_TEXT = st.text(
    alphabet=VIETNAMESE_LOWER + VIETNAMESE_UPPER + " -.,2\n\u0301\u0323\u0300ðßİñ", max_size=40
)
ANY_TEXT = st.one_of(SYLLABLE_TEXT, st.text(max_size=40))
WORDS = st.lists(st.sampled_from([*MOVED, *FIXED, *UNMARKED, *FOREIGN]), max_size=8).map(" ".join)


def pairs() -> list[tuple[str, str]]:
    return list(zip(MOVED[::2], MOVED[1::2], strict=True)) + [(word, word) for word in FIXED + UNMARKED]


class TestToneMarks:
    def test_there_are_syllables_enough(self):
        """The lists hold at least 130 different syllables, and fifty foreign words."""
        assert len(set(pairs())) >= 130
        assert len(set(FOREIGN)) >= 50

    @pytest.mark.parametrize("cased", [str.lower, str.title, str.upper])
    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_each_syllable_has_one_spelling_in_each_style(self, form, cased):
        """Every syllable comes out in the style that is asked for, in any case, composed or not."""
        for new, old in pairs():
            for written in (new, old):
                given_form = unicodedata.normalize(form, cased(written))
                assert retone(given_form, "new") == cased(new)
                assert retone(given_form, "old") == cased(old)
                assert is_syllable(given_form)

    def test_foreign_words_stay(self):
        """A word that is no Vietnamese syllable keeps its marks where they are."""
        for word in FOREIGN:
            assert retone(word, "new") == retone(word, "old") == word
            assert fold(word) == word.lower().replace("ð", "đ")

    def test_misspelt_syllables_stay(self):
        """A mark on a letter that carries it in neither style is not moved: it may be a foreign word or a slip."""
        for word in ("qúy", "qủa", "gìa", "gíam", "tòan", "khỏang", "ngừơi", "thủơ"):
            assert not is_syllable(word)
            assert retone(word, "new") == retone(word, "old") == word

    def test_text_around_syllables_stays(self):
        """Punctuation, digits and every kind of space are kept as they are."""
        assert retone("(Uỷ ban),\tđẩy mạnh “hoà-giải”\u00a0thuỷ lợi 2021\n", "old") == (
            "(Ủy ban),\tđẩy mạnh “hòa-giải”\u00a0thủy lợi 2021\n"
        )

    def test_a_stray_mark_keeps_its_word_from_moving(self):
        """A word with a combining mark that composes with nothing is no syllable."""
        assert retone("hoà\u0323\u0301", "old") == nfc("hoà\u0323\u0301")

    def test_unknown_style(self):
        """A style that does not exist is refused with the two that do."""
        with pytest.raises(ValueError, match='no tone-mark style "modern"; use "new"'):
            retone("hoà", "modern")  # type: ignore[arg-type]

    @given(st.one_of(ANY_TEXT, WORDS))
    def test_properties(self, text):
        """Retoning is idempotent, can be undone, and keeps the length of composed text."""
        text = nfc(text)
        old, new = retone(text, "old"), retone(text, "new")
        assert len(old) == len(new) == len(text)
        assert retone(old, "old") == old
        assert retone(new, "new") == new
        assert retone(new, "old") == old
        assert retone(old, "new") == new


class TestSyllables:
    def test_grammar_refuses_what_cannot_be_spelt(self):
        """Onset and rhyme must fit: k, gh and ngh before e, ê, i, y; c, g and ng elsewhere; stops with sắc or nặng."""
        for word in _words("ca kê ghi nghe ngo gà cuốc quốc goá yên tiên kỹ cát đạp sách bắc"):
            assert is_syllable(word)
        for word in _words(
            "ka cê gê ngi ngê nga\u0302ng\u0301a ghà ngho cuy tyên iên cat đàp sảch bằc quôc zô fa ja wa"
        ):
            assert not is_syllable(word)

    def test_what_is_no_word_is_no_syllable(self):
        """Nothing, digits, spaces, two words and doubled tones are no syllables."""
        for word in ("", " ", "12", "a1", "hội nghị", "à\u0301", "ñ", "\u0301", "phầnthực", "a" * 10_000):
            assert not is_syllable(word)

    def test_places_that_break_the_rules(self):
        """Bắc Kạn, Hồng Kông and Đắk Lắk count as Vietnamese."""
        assert all(map(is_syllable, ["Kạn", "Kông", "Đắk", "LẮK"]))

    def test_eth_counts_as_d_with_stroke(self):
        """Ð (eth) typed for Đ makes a syllable, and becomes Đ where the syllable is retoned."""
        assert is_syllable("Ðảng")
        assert retone("Ðoá hoa", "old") == "Đóa hoa"

    def test_nearly_every_lower_case_word_of_the_articles_is_one(self):
        """In real text, lower-case words that are no syllable are slips, foreign words or parts of addresses."""
        text = nfc(" ".join(path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))))
        words = [word for word in text.split() if word.isalpha() and word.islower()]
        others = ["author", "hot", "phầnthực", "video", "website"]
        assert sorted({word for word in words if not is_syllable(word)}) == others

    def test_places_of_syllables(self):
        """Runs of letters and runs of digits, each with its place."""
        text = "Covid-19: 12/8/2021, hội_nghị F0"
        assert [text[start:end] for start, end in syllables(text)] == (
            ["Covid", "19", "12", "8", "2021", "hội", "nghị", "F", "0"]
        )


class TestFold:
    def test_one_form_for_comparison(self):
        """Case, tone-mark style and look-alikes of đ do not matter."""
        assert fold("UỶ BAN Ðảng") == fold("Ủy ban Đảng") == "ủy ban đảng"

    def test_without_marks(self):
        """A search without marks finds every spelling, also of foreign names."""
        assert (
            fold("Đường Hoàng Hoá, São Paulo, München", tones=False) == "duong hoang hoa, sao paulo, munchen"
        )

    def test_letters_that_grow_are_kept(self):
        """İ has no lower case of one letter and ß no upper: neither changes the length."""
        assert fold("İSTANBUL ẞ Straße") == "İstanbul ß straße"
        assert fold("Iİ", tones=False) == "ii"

    @given(st.one_of(ANY_TEXT, WORDS), st.booleans())
    def test_properties(self, text, tones):
        """Folding keeps the length of any text, is idempotent, and does not see the style."""
        folded = fold(text, tones=tones)
        assert len(folded) == len(text)
        assert fold(folded, tones=tones) == folded
        text = nfc(text)
        assert fold(retone(text, "new"), tones=tones) == fold(retone(text, "old"), tones=tones)

    @given(WORDS)
    def test_without_marks_is_plain(self, text):
        """No Vietnamese syllable keeps a mark when marks are stripped."""
        folded = fold(text, tones=False)
        assert all(char.isascii() for char in folded if char.lower() in VIETNAMESE_LOWER)

    def test_memory_is_bounded(self, monkeypatch):
        """What has been folded is remembered up to a number of chunks, and never when it is long."""
        monkeypatch.setattr(orthography, "REMEMBERED", 10)
        memo = orthography._Memo(str.lower)
        for number in range(100):
            memo.over(f"Từ{number} {'A' * 100}")
        assert len(memo) <= 10
        assert max(map(len, memo)) < 100


class TestGlued:
    @pytest.mark.parametrize(
        ("word", "points"),
        [
            ("phầnthực", (4,)),
            ("nhândân", (4,)),
            ("HàNội", (2,)),
            ("TRUNGƯƠNG", (3, 4, 5)),
            ("khônghề", (3, 4, 5)),
            ("côngtác", (4,)),
            ("ýnghĩa", (1,)),
            ("đồngý", (4,)),
        ],
    )
    def test_words_that_lost_a_space(self, word, points):
        """Every cut between two syllables is given; which one is meant is a matter of the dictionary."""
        assert glued(word) == points
        assert glued(unicodedata.normalize("NFD", word)) == points

    @pytest.mark.parametrize(
        "word",
        [
            "",
            "thực",
            "hoa",
            "Honda",
            "Oman",
            "Marốc",
            "Chilê",
            "Perú",
            "COVID",
            "hộinghịtoàn",
            "12",
            "TVOnline",
            "phổí",
            "sẽê",
        ],
    )
    def test_words_that_did_not(self, word):
        """Syllables, foreign names and words without any mark are left alone."""
        assert glued(word) is None


class TestHyphens:
    def test_between_syllables(self):
        """A hyphen or dash that joins two lower-case syllables is found at its place."""
        text = "kinh tế-xã hội-môi trường, chính trị–an ninh"
        assert [text[at - 2 : at + 3] for at in joining_hyphens(text)] == ["tế-xã", "ội-mô", "rị–an"]

    def test_in_articles_style(self):
        """The tone-mark style does not matter."""
        assert joining_hyphens("văn hoá-xã hội") == joining_hyphens("văn hóa-xã hội") == [7]

    @pytest.mark.parametrize(
        "text",
        [
            "COVID-19",
            "12-KL/TW",
            "e-mail",
            "in-tơ-nét",
            "pô-li-me",
            "vi-rút",
            "xi-măng",
            "Việt-Trung",
            "TP-HCM",
            "kinh tế - xã hội",
            "2020-2025",
            "trang.vn/the-thao",
            "- hội nghị",
            "hội nghị-",
            "",
        ],
    )
    def test_hyphens_inside_words(self, text):
        """Foreign words, loan words, codes, names and spaced hyphens are left alone."""
        assert joining_hyphens(text) == []

    def test_every_loan_word_of_the_codebook_is_needed(self):
        """Each would be taken for two words if it were not listed."""
        words = [row["word"] for row in read_csv("hyphenated.csv", columns=("word", "meaning"))]
        assert len(words) == len(set(words))
        for word in words:
            left, right = word.split("-")
            assert is_syllable(left)
            assert is_syllable(right)
            assert joining_hyphens(word) == []


class TestLetters:
    def test_the_alphabet_is_whole(self):
        """Both lists hold 94 letters that pair up, and nothing of the other case."""
        assert len(set(VIETNAMESE_UPPER)) == len(VIETNAMESE_UPPER) == len(VIETNAMESE_LOWER) == 94
        assert all(map(str.isupper, VIETNAMESE_UPPER))
        assert all(map(str.islower, VIETNAMESE_LOWER))
        assert VIETNAMESE_LOWER.upper() == VIETNAMESE_UPPER

    def test_every_syllable_is_written_with_it(self):
        """No letter of any listed syllable is missing."""
        assert set("".join(MOVED + FIXED + UNMARKED)) <= set(VIETNAMESE_LOWER)

    def test_starts_upper(self):
        """The first letter decides, with its marks; digits and nothing have no case."""
        assert all(map(starts_upper, ["Ước", "Đảng", "A"]))
        assert not any(map(starts_upper, ["ước", "đảng", "12", ""]))


class TestHostile:
    @pytest.mark.parametrize(
        "piece", ["a", "\u0301", "a\u0301", "hoà", "-", "a-", "tế-xã", "İ", " ", "A", "“", "oà "]
    )
    def test_long_runs(self, piece):
        """Long runs of anything come through every function, and keep their length."""
        text = piece * (200_000 // len(piece))
        assert len(fold(text)) == len(fold(text, tones=False)) == len(text)
        assert len(retone(nfc(text))) == len(nfc(text))
        assert glued(text) is None
        joining_hyphens(text)
        syllables(text)
