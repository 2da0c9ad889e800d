"""Bytes to text in every encoding that Vietnamese articles come in, and texts that must be left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.text.characters import normalise
from caytre.text.reading.encodings import UnreadableError, decode, detect, known, repair
from caytre.text.reading.legacy import from_tcvn3, from_vni, western
from tests.old_encodings import to_1258, to_tcvn3, to_vni

NEWS = (
    "Sáng 12/5, tại Hà Nội, Quốc hội thảo luận ở hội trường về dự án Luật Đất đai (sửa đổi).\n"
    "Đại biểu Nguyễn Thị Ngọc Ẩn cho rằng giá đất phải sát với thị trường, bảo đảm hài hòa lợi ích của người dân, "
    "doanh nghiệp và Nhà nước; những vướng mắc về thủ tục cần được tháo gỡ triệt để.\n"
    "Theo kỹ sư Lý Quỳnh, đường ống dẫn nước ở huyện Kỳ Anh đã gỉ sét, rỗ mặt, chỉ còn sử dụng được vài năm nữa."
)
LETTERS = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"

FRENCH = (
    "Le gouvernement a présenté hier à l'Assemblée nationale un projet de loi très attendu : où en est-on ? « Ça n'a pas "
    "été facile », a déclaré le ministre, là où d'autres étaient déjà prêts à céder. La forêt brûlée près de Nîmes, "
    "le café, le thé et la crème, tout a coûté plus cher à Noël."
)
SPANISH = "El niño comió más en España; él también quería un café en la montaña, según informó ayer la policía de Córdoba."
GERMAN = "Die Regierung möchte für München größere Straßen bauen, hieß es am Dienstag; Köln hört zu, Düsseldorf übt noch."
ITALIAN = (
    "Così la città è già più bella, però non c'è più nessuno là: perché? Lunedì il caffè costerà di più."
)
PORTUGUESE = (
    "A informação não é só da União: à tarde, São Paulo já avançou três posições, segundo José Luís Simões."
)
ENGLISH = "Prices rose 5 µm · more · than · planned; Microsoft® and Lego® said “no” — see § 5, 20° below ±2, © Café 2019."


class TestUnicode:
    @pytest.mark.parametrize(
        ("codec", "mark", "name"),
        [
            ("utf-8", b"", "utf-8"),
            ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
            ("utf-16-le", b"\xff\xfe", "utf-16"),
            ("utf-16-be", b"\xfe\xff", "utf-16"),
            ("utf-16-le", b"", "utf-16-le"),
            ("utf-16-be", b"", "utf-16-be"),
            ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32"),
        ],
    )
    def test_with_and_without_mark(self, codec: str, mark: bytes, name: str) -> None:
        """Unicode is told from its mark, and without one from its bytes; the mark is no part of the text."""
        assert decode(mark + NEWS.encode(codec)) == (NEWS, name)

    def test_short_utf16_without_mark(self) -> None:
        """Two words are enough to see that every other byte is zero."""
        assert decode("Hà Nội".encode("utf-16-le")) == ("Hà Nội", "utf-16-le")

    def test_nul_in_utf8_is_not_utf16(self) -> None:
        """A few NUL bytes in a text leave it UTF-8."""
        assert detect("Hội\0 nghị\0 Trung ương".encode()) == "utf-8"

    def test_one_broken_byte_costs_one_character(self) -> None:
        """A damaged byte becomes U+FFFD; the rest of the file is still UTF-8."""
        data = NEWS.encode().replace("Quốc".encode(), b"Qu\xff\xffc", 1)
        text, name = decode(data)
        assert name == "utf-8"
        assert text == NEWS.replace("Quốc", "Qu\ufffd\ufffdc", 1)

    def test_cut_in_the_middle_of_a_character(self) -> None:
        """A file that was cut off inside a character is read up to there."""
        assert decode("Hội nghị Trung ươ".encode()[:-1])[0] == "Hội nghị Trung ư\ufffd"

    def test_utf16_of_odd_length(self) -> None:
        """A lone last byte of UTF-16 becomes U+FFFD."""
        assert decode(b"\xff\xfe" + "Hà Nội".encode("utf-16-le") + b"\x41") == ("Hà Nội\ufffd", "utf-16")


class TestLegacy:
    def test_every_letter_of_tcvn3(self) -> None:
        """All 74 small letters with marks and the seven capitals that TCVN3 has come back."""
        for letter in LETTERS + "ĂÂÊÔƠƯĐ":
            assert from_tcvn3(western(to_tcvn3(letter))) == letter

    def test_every_letter_of_vni(self) -> None:
        """All letters with marks come back, small and capital, also where the mark after a capital is small."""
        for letter in LETTERS + LETTERS.upper():
            assert from_vni(western(to_vni(letter))) == letter
        assert from_vni("Aùo Ñöùc") == "Áo Đức"

    def test_known_bytes(self) -> None:
        """What Word showed for years: the same words in ABC and in VNI fonts without the font."""
        assert from_tcvn3("Céng hßa x· héi chñ nghÜa ViÖt Nam") == "Cộng hòa xã hội chủ nghĩa Việt Nam"
        assert from_vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam") == "Cộng hòa xã hội chủ nghĩa Việt Nam"

    @pytest.mark.parametrize(("convert", "name"), [(to_tcvn3, "tcvn3"), (to_vni, "vni"), (to_1258, "cp1258")])
    def test_detected_from_bytes(self, convert, name: str) -> None:  # type: ignore[no-untyped-def]
        """An article in an old encoding is read letter for letter, and the encoding is named."""
        text = NEWS.replace("Ẩn", "Ân")
        assert decode(convert(text)) == (text, name)

    @pytest.mark.parametrize(
        ("convert", "name"),
        [(to_tcvn3, "utf-8+tcvn3"), (to_vni, "utf-8+vni"), (lambda text: text.encode(), "utf-8+utf-8")],
    )
    @pytest.mark.parametrize("reader", [western, lambda data: data.decode("latin-1")])
    def test_mojibake(self, convert, name: str, reader) -> None:  # type: ignore[no-untyped-def]
        """Bytes that were read as Western letters, by Windows or as Latin-1, and saved as UTF-8, are put right."""
        text = NEWS.replace("Ẩn", "Ân")
        assert decode(reader(convert(text)).encode()) == (text, name)

    def test_mojibake_known_words(self) -> None:
        """Short texts are enough when all their words become syllables."""
        assert repair("Há»™i nghá»‹") == ("Hội nghị", "utf-8")
        assert repair("Héi nghÞ Trung ­¬ng") == ("Hội nghị Trung ương", "tcvn3")
        assert repair("Hoäi nghò Trung öông") == ("Hội nghị Trung ương", "vni")

    def test_capitals_of_tcvn3(self) -> None:
        """A line or word that is capital wherever TCVN3 can be is made capital throughout."""
        data = to_tcvn3("HỘI NGHỊ ĐỐI NGOẠI TOÀN QUỐC\nĐảng ủy khối DOANH NGHIỆP họp tại Hà Nội.")
        assert decode(data)[0] == "HỘI NGHỊ ĐỐI NGOẠI TOÀN QUỐC\nĐảng ủy khối DOANH NGHIỆP họp tại Hà Nội."

    def test_windows_quotes_in_tcvn3(self) -> None:
        """Curly quotes and dashes, typed by Word in the Windows code page, survive among TCVN3 letters."""
        assert (
            decode(to_tcvn3("“Đất nước” – lời của một người lính…"))[0]
            == "“Đất nước” – lời của một người lính…"
        )

    def test_repairing_twice_changes_nothing(self) -> None:
        """What was put right is right."""
        for text in (NEWS, "Hội nghị", "HỘI NGHỊ"):
            assert repair(text) == (text, "")


class TestLeftAlone:
    @pytest.mark.parametrize(
        "text",
        [FRENCH, SPANISH, GERMAN, ITALIAN, PORTUGUESE, ENGLISH],
        ids=["fr", "es", "de", "it", "pt", "en"],
    )
    def test_western_languages(self, text: str) -> None:
        """A text in another language is taken for what it is, as UTF-8 and in the Windows code page."""
        assert decode(text.encode()) == (text, "utf-8")
        assert decode(text.encode("cp1252")) == (text, "cp1252")

    @pytest.mark.parametrize(
        "text",
        [
            "à la",
            "Noël",
            "café",
            "El Niño",
            "Ça va",
            "« à »",
            "José",
            "Thé à la menthe",
            "forêt",
            "São Paulo",
            "A · B · C",
            "Müller",
        ],
    )
    def test_a_few_western_words(self, text: str) -> None:
        """A word or two with Western letters is no evidence for an old Vietnamese encoding."""
        assert decode(text.encode()) == (text, "utf-8")
        assert decode(text.encode("cp1252")) == (text, "cp1252")

    def test_vietnamese_with_few_tones(self) -> None:
        """Vietnamese whose marks are all Western letters (à, ê, ô) stays as it is."""
        text = "Công ty có bà Hà làm kế toán, ông Tân làm quản lý, cô Vân trông kho và bán hàng."
        assert decode(text.encode()) == (text, "utf-8")

    def test_ascii(self) -> None:
        """A text without any mark is UTF-8."""
        assert decode(b"Viet Nam News") == ("Viet Nam News", "utf-8")


class TestGivenEncoding:
    def test_wins_over_detection(self) -> None:
        """A given encoding is used even where another would fit better."""
        assert decode(to_tcvn3("Héi"), encoding="cp1252") == ("HÐi", "cp1252")
        assert decode("Héi nghÞ".encode(), encoding="utf-8") == ("Héi nghÞ", "utf-8")
        assert decode("Héi nghÞ".encode(), encoding="utf-8+TCVN3") == ("Hội nghị", "utf-8+tcvn3")

    @pytest.mark.parametrize(
        ("given", "name"),
        [("ABC", "tcvn3"), ("windows-1258", "cp1258"), ("VNI-Win", "vni"), (" UTF-8 ", "utf-8")],
    )
    def test_other_names(self, given: str, name: str) -> None:
        """The names by which people know an encoding are understood."""
        assert known(given) == name

    @pytest.mark.parametrize("name", ["klingon", "utf-8+klingon", "base64", "+tcvn3", "rot13"])
    def test_unknown(self, name: str) -> None:
        """A name that is no encoding of text is an error that says so."""
        with pytest.raises(UnreadableError, match="no known encoding"):
            decode(b"x", encoding=name)

    def test_that_does_not_fit(self) -> None:
        """A given encoding that the bytes are not in is an error with the place."""
        with pytest.raises(UnreadableError, match="not utf-8 at byte 1"):
            decode(b"H\xe9i", encoding="utf-8")


class TestNoText:
    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "PNG"),
            (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4, "JPEG"),
            (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
            (b"PK\x03\x04" + bytes(40), "zip"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "Office"),
            (bytes(range(256)) * 20, "not a text file"),
        ],
    )
    def test_binary(self, data: bytes, said: str) -> None:
        """Bytes that are no text are refused by what they are, never shown as letters."""
        with pytest.raises(UnreadableError, match=said):
            decode(data)

    @given(st.binary(max_size=300))
    def test_any_bytes(self, data: bytes) -> None:
        """Whatever the bytes, there is a text or a reason; giving the encoding that was found changes nothing."""
        try:
            text, name = decode(data)
        except UnreadableError:
            return
        assert known(name) == name
        if "\ufffd" not in text:
            assert decode(data, encoding=name) == (text, name)


class TestNormalise:
    @pytest.mark.parametrize(
        ("text", "expected", "removed"),
        [
            (
                "một\r\nhai\rba\u2028bốn\u2029năm\x85sáu\x0bbảy\x0ctám",
                "một\nhai\nba\nbốn\nnăm\nsáu\nbảy\ntám",
                {"newline": 7},
            ),
            ("một\n\r\n\nhai", "một\n\n\nhai", {"newline": 1}),
            ("Đ\0ảng", "Đảng", {"nul": 1}),
            ("Đ\x07ảng\x1b\x7f\x9f", "Đảng", {"control": 4}),
            ("Đảng\u200b ủy\ufeff kh\u00adối", "Đảng ủy khối", {"zero_width": 3}),
            ("\u202eĐảng\u202c\u200f ủy\u2066", "Đảng ủy", {"bidi": 4}),
            ("Tên\tTuổi", "Tên Tuổi", {"tab": 1}),
            (unicodedata.normalize("NFD", "Hội nghị"), "Hội nghị", {"nfd": 3}),
            ("a\u200b\u0301", "á", {"zero_width": 1, "nfd": 1}),
            ("\u212b", "Å", {"nfd": 1}),
            ("x\ud800y", "xy", {"surrogate": 1}),
            ("mất\ufffd chữ", "mất\ufffd chữ", {"undecodable": 1}),
            ("100\u00a0km\n", "100\u00a0km\n", {}),
            ("", "", {}),
        ],
    )
    def test_changes_and_counts(self, text: str, expected: str, removed: dict[str, int]) -> None:
        """Each kind of change is made and counted; no-break spaces and a final line end stay."""
        assert normalise(text) == (expected, removed)

    @given(st.text(st.characters() | st.sampled_from("\r\n\t\0\u200b\u0301\u0323ăêo")))
    def test_twice_is_once(self, text: str) -> None:
        """A text in normal form is in NFC, can be saved as UTF-8, and is not changed again."""
        once, _ = normalise(text)
        assert unicodedata.is_normalized("NFC", once)
        assert normalise(once)[0] == once
        assert "\n".join(once.encode("utf-8").decode("utf-8").split("\n")) == once

    @given(st.lists(st.sampled_from("a\u0301\u0323\u0344\u0f73\u031b"), min_size=40, max_size=80))
    def test_long_runs_of_marks(self, letters: list[str]) -> None:
        """Ordering a long run of marks by hand gives what NFC gives."""
        text = "".join(letters)
        assert normalise(text)[0] == unicodedata.normalize("NFC", text)

    def test_a_hundred_thousand_marks(self) -> None:
        """A run of combining marks of any length is composed; Python alone would need minutes."""
        text, _ = normalise("a" + "\u0301\u0323" * 50_000)
        assert text.startswith("ạ\u0323")
        assert len(text) == 100_000
