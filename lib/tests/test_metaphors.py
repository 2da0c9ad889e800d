"""Images: found by the codebook, told from literal uses, and read in any spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre import codebooks
from caytre.analysis import rhetoric
from caytre.analysis.rhetoric import images
from caytre.codebooks import CodebookError
from caytre.tables import Voice
from tests.helpers import article, gold, gold_articles

DOMAINS = {
    "Ngành y tế đang ở tuyến đầu chống dịch.": "war/front",
    "Các thế lực thù địch tìm mọi cách xuyên tạc.": "war/front",
    "Hợp tác kinh tế là trụ cột của quan hệ hai nước.": "building",
    "Kiều bào là cầu nối giữa hai dân tộc.": "building",
    "Hiệp định đánh dấu bước ngoặt trong quan hệ song phương.": "journey/space",
    "Nền kinh tế đang lấy lại đà tăng trưởng.": "journey/space",
    "Tuyến quốc lộ là huyết mạch của cả vùng.": "body/medicine",
    "Phải chữa dứt căn bệnh thành tích trong giáo dục.": "body/medicine",
    "Việt Nam coi trọng quan hệ với các nước láng giềng.": "family/kinship",
    "Chị là tấm gương sáng về lòng nhân ái.": "light",
    "Làn sóng đầu tư thứ tư đang đến gần.": "water",
    "Cơn bão giá đang thổi qua các khu chợ.": "nature/weather",
    "Chính sách khoán đã đơm hoa kết trái.": "plant",
    "Hà Nội muốn tăng trưởng xanh trong mười năm tới.": "plant",
    "Hai cường quốc đang chơi ván bài năng lượng.": "game/sport",
    "Đầu tư công là đòn bẩy của tăng trưởng.": "mechanism",
    "Cần gỡ nút thắt về mặt bằng.": "weaving",
    "Dư luận đặt câu hỏi ai giật dây vụ này.": "theatre",
    "Ai cũng muốn một phần chiếc bánh thị phần.": "food",
    "Tỉnh dọn tổ đón đại bàng công nghệ.": "animal",
    "Nạn chạy chức, chạy quyền làm người dân mất lòng tin.": "journey/space",
    "Thị trường chờ ánh sáng cuối đường hầm từ chính sách.": "light",
    "Vốn giải ngân nhỏ giọt khiến doanh nghiệp nản lòng.": "water",
    "Bộ giữ vai trò nhạc trưởng trong liên kết vùng.": "music",
    "Chuyến đi mở ra một chương mới trong quan hệ Việt - Nhật.": "writing",
    "Không ai có cây đũa thần để kéo giá nhà xuống.": "magic",
    "Tỉnh đang tìm lời giải cho đầu ra của vải thiều.": "puzzle",
}

LITERAL = [
    "Ủy ban Mặt trận Tổ quốc Việt Nam thăm bà con vùng lũ.",
    "Lực lượng Công an đấu tranh với tội phạm ma túy.",
    "Bộ đội ta tiến lên mặt trận phía tây trong cuộc kháng chiến.",
    "Nhà thầu thi công trụ cột chính bằng bê tông.",
    "Cửa khẩu mở cửa đi lại từ sáng nay.",
    "Nông dân gieo hạt giống lúa trên ba trăm ha.",
    "Thủ môn bay người cản phá, trận đấu ngã ngũ, đội chủ nhà chạy nước rút.",
    "Bác sĩ mổ tim cho bệnh nhân bị rối loạn nhịp đập.",
    "Bão số 5 đổ bộ vào đất liền, tâm bão gió giật cấp 12.",
    "Tàu cá gặp sóng gió lớn, ngư dân bám vào phao.",
    "Nghệ nhân ngồi bên khung cửi dệt nên tấm thổ cẩm.",
    "Đoàn tuần tra cột mốc số 1116 trên biên giới.",
    "Người mẹ chăm sóc sức khỏe sinh sản theo lời bác sĩ.",
    "Diễn viên đeo mặt nạ bước ra sân khấu.",
    "Nhạc trưởng nâng đũa, dàn nhạc vào đoạn cuối.",
    "Học sinh lớp 9 giải bài toán trong mười phút.",
    "Chủ đầu tư bàn giao toàn bộ mặt bằng trong tháng này.",
    "Hai miền bàn về phi hạt nhân hóa bán đảo.",
    "Xe lửa trật khỏi đường ray gần ga Lăng Cô.",
]


def found(text: str) -> list[tuple[str, str]]:
    return [(row.surface, row.domain) for row in rhetoric.metaphors(article(text))]


@pytest.mark.parametrize("text", DOMAINS)
def test_domains(text: str) -> None:
    """An image is given the domain that it is taken from."""
    assert {domain for _, domain in found(text)} == {DOMAINS[text]}


@pytest.mark.parametrize("text", LITERAL)
def test_literal_uses(text: str) -> None:
    """Proper names, technical terms and the thing itself are no images."""
    assert found(text) == []


class TestThingsAndImages:
    @pytest.mark.parametrize(
        ("image", "thing"),
        [
            ("Nền kinh tế như con tàu ra khơi.", "Con tàu cập bến lúc nửa đêm, chở theo đầy cá."),
            ("Đó là con đường phát triển của đất nước.", "Con đường vào làng ngập nước sau trận mưa."),
            ("Sợi dây nối kiều bào với dân tộc.", "Anh bám vào sợi dây người ta thả xuống."),
            ("Trong bóng tối của lịch sử dân tộc.", "Bóng tối trùm xuống căn nhà nhỏ."),
            ("Thắp lên ngọn lửa khát vọng.", "Ngọn lửa bén vào mái tranh."),
        ],
    )
    def test_a_thing_is_an_image_among_ideas_only(self, image: str, thing: str) -> None:
        """A word for a thing is an image where its sentence speaks of what cannot be touched."""
        assert found(image)
        assert found(thing) == []

    def test_a_capital_in_mid_sentence_makes_a_name(self) -> None:
        """Mặt trận is the organisation, and the Belt and Road is no road; at the beginning a capital tells nothing."""
        assert found("Các cấp ủy, Mặt trận và đoàn thể vào cuộc.") == []
        assert found("Diễn đàn Vành đai và Con đường bàn về hợp tác.") == []
        assert found("Mặt trận ngoại giao có thêm người.")

    @pytest.mark.parametrize(
        "text",
        ["Phó Thủ tướng Phạm Bình Minh bàn về hợp tác.", "Đường Lê Hồng Phong - Ba Đình kẹt cứng vì đầu tư."],
    )
    def test_a_part_of_a_name_is_no_image(self, text: str) -> None:
        """A run of capitals that begins before the expression is a name, and a dash between spaces parts two of them."""
        assert found(text) == []

    def test_a_context_inside_an_image_is_no_context(self) -> None:
        """A war without gunfire is still an image, and so is what stands beside it."""
        rows = found("Chống giặc nội xâm là cuộc chiến không tiếng súng.")
        assert [surface for surface, _ in rows] == ["giặc nội xâm", "cuộc chiến không tiếng súng"]


OWNED = {
    "Ngọn gió của thời đại thổi qua từng làng quê.": ("Ngọn gió của thời đại", "nature/weather"),
    "Đề án còn nằm sau khung cửa hẹp của cơ chế.": ("khung cửa hẹp của cơ chế", "building"),
    "Phố núi lớn lên trong ánh sáng trí tuệ của thầy cô.": ("ánh sáng trí tuệ", "light"),
}
"""A thing that an idea owns: the sentence, the image with its owner, the domain."""

LIKENED = {
    "Niềm tin tựa như dòng sông chảy mãi.": ("dòng sông", "water"),
    "Thủ tục rườm rà khác nào chiếc lồng nhốt doanh nghiệp.": ("chiếc lồng", "weaving"),
    "Đoàn kết là sợi chỉ bền bỉ nối các thế hệ.": ("sợi chỉ", "weaving"),
    "Quan hệ hai nước trở thành khu vườn xanh tốt.": ("khu vườn", "plant"),
    "Vốn rẻ được ví như liều doping của thị trường.": ("liều doping", "body/medicine"),
    "Bộ đội lao lên như một cơn lũ.": ("cơn lũ", "water"),
    "Nông nghiệp như con thuyền giữa biển.": ("con thuyền", "journey/space"),
}

LITERAL_FRAMES = [
    "Các loài cây như tre, nứa, luồng được trồng quanh nhà văn hóa.",
    "Nhiều mặt hàng như muối, bánh, sữa tăng giá do lạm phát.",
    "Nhà hát được thiết kế như một bông sen của văn hóa Việt.",
    "Quà tặng của doanh nghiệp là chiếc áo và đôi dép.",
    "Điểm nhấn của quy hoạch là cây cầu ba nhịp.",
    "Kinh tế chủ yếu là hoa và cây cảnh.",
    "Chị mặc chiếc áo truyền thống của người Dao.",
    "Nghề dệt truyền thống nuôi sống cả làng.",
    "Cầu Hữu nghị bắc qua sông dài 295 mét.",
    "Đoàn xe đi qua đường hầm Hòa Bình lúc rạng sáng.",
    "Giá vàng cũng như mùa xuân năm ngoái, theo thị trường.",
    "Học sinh xem phim “Gió” ở trung tâm văn hóa.",
    "Cuối buổi họp, bà con lấp con suối cạn chảy qua xã.",
]


class TestFrames:
    @pytest.mark.parametrize("text", OWNED)
    def test_a_thing_that_an_idea_owns(self, text: str) -> None:
        """What nobody can touch owns no real thing: the image runs to its owner."""
        assert found(text) == [OWNED[text]]

    @pytest.mark.parametrize("text", LIKENED)
    def test_a_thing_that_an_idea_is_likened_to(self, text: str) -> None:
        """Behind a word of comparison, and behind "là" if an idea is spoken of, a thing is an image."""
        assert LIKENED[text] in found(text)

    @pytest.mark.parametrize(
        "text", ["Báo chí “mổ xẻ” vụ việc.", "Nợ là “máu” của ngân hàng.", "Đến ngày “hoa nở”."]
    )
    def test_a_thing_in_quotation_marks(self, text: str) -> None:
        """Quotation marks around few words say that they are not meant as they stand."""
        assert len(found(text)) == 1

    def test_what_is_done_to_an_idea(self) -> None:
        """Ideas are sown and gnawed at in words alone; seed and bones are not."""
        assert found("Thầy cô gieo niềm tin vào lòng trẻ.") == [("gieo niềm tin", "plant")]
        assert found("Đừng để lòng tham gặm nhấm lương tâm.") == [("gặm nhấm lương tâm", "body/medicine")]
        assert found("Bà con gieo lúa, đàn chuột gặm nhấm thân cây.") == []

    def test_an_image_draws_its_like_along(self) -> None:
        """In the sentence of an image further things of its domain belong to it, and later the same thing pointed back to."""
        assert found("Hợp tác là con thuyền, lòng dân đẩy mái chèo.")[1] == ("mái chèo", "journey/space")
        assert found("Đó là ngọn gió của thời đại. Ngọn gió ấy đi xa.")[1] == ("Ngọn gió", "nature/weather")
        assert found("Mái chèo gãy giữa dòng. Ngọn gió ấy đi xa.") == []
        assert found("Văn hóa tựa phù sa mà các dòng sông mang đến.") == [("phù sa", "water")]

    @pytest.mark.parametrize("text", LITERAL_FRAMES)
    def test_literal_frames(self, text: str) -> None:
        """Examples, shapes, gifts, names and what qualifies a real thing make no images."""
        assert found(text) == []

    def test_a_frame_outweighs_the_company_of_things(self) -> None:
        """What other words of its sentence make literal is an image again where it is likened."""
        assert found("Họ hàng xếp thành hàng rào ở nơi thi công.") == []
        assert found("Đám đông đứng im như một bức tường ở nơi thi công.") == [("bức tường", "building")]

    def test_a_codebook_without_frames(self, tmp_path) -> None:
        """Frames are the codebook's: where it has none, only its expressions are found."""
        (tmp_path / "codebooks").mkdir()
        (tmp_path / "codebooks" / images.BOOK).write_text(
            "groups:\n  - {domain: sea, reason: x, salient: [ra khơi]}\n", "utf-8"
        )
        assert rhetoric.metaphors(article("Niềm tin như một dòng sông."), corpus=tmp_path) == []


class TestPlaces:
    def test_longest_expression_wins(self) -> None:
        """Of two expressions in one place the longer is given, once."""
        assert found("Phải giữ vững nền tảng tư tưởng của Đảng.") == [("nền tảng tư tưởng", "building")]

    @pytest.mark.parametrize("text", ["lan toả", "lan tỏa", "LAN TỎA", "“lan” tỏa"])
    def test_spelling(self, text: str) -> None:
        """Tone-mark style, capitals and quotation marks make no difference, and the surface stays as it is."""
        assert found(f"Phong trào {text} khắp nơi.")[0][1] == "light"

    def test_comma_only_where_the_codebook_has_one(self) -> None:
        """A comma breaks an expression, except one that has it."""
        assert found("Cây có gốc, rễ sâu.") == []
        assert found("Đảng bộ trong sạch, vững mạnh.") == [("trong sạch, vững mạnh", "body/medicine")]

    def test_sentences_are_bounds(self) -> None:
        """What makes an expression literal must stand in its sentence."""
        assert found("Bác sĩ nghỉ trưa. Du lịch hồi sinh sau dịch.") == [("hồi sinh", "body/medicine")]

    def test_context_inside_the_expression_is_none(self) -> None:
        """A word of the expression itself does not make it literal."""
        assert found("Chiến tranh thương mại lan sang châu Âu.") == [("Chiến tranh thương mại", "war/front")]

    def test_voice(self) -> None:
        """An image stands in the voice of its sentence."""
        voice = Voice("a", 1, 1, 0, 40, "Lê Đức Thọ", "direct", "before", 1.0)
        assert rhetoric.metaphors(article("Đây là đòn bẩy."), [voice])[0].voice == "Lê Đức Thọ"


class TestCodebook:
    def test_size_and_reasons(self) -> None:
        """The codebook is a general one: hundreds of expressions, a reason and literal contexts for every group."""
        groups = codebooks.read_yaml(images.BOOK)["groups"]
        assert sum(len(group["salient"]) + len(group["conventional"]) for group in groups) >= 500
        assert all(group["reason"] and group["literal_if"]["phrase"] for group in groups)

    def test_no_expression_twice(self) -> None:
        """No expression stands in two groups or on two levels."""
        groups = codebooks.read_yaml(images.BOOK)["groups"]
        texts = [text for group in groups for level in ("salient", "conventional") for text in group[level]]
        assert len(texts) == len(set(texts))

    def test_no_source_twice(self) -> None:
        """No word for a thing or an act stands in two domains, or among the expressions."""
        book = codebooks.read_yaml(images.BOOK)
        listed = [
            text for group in book["groups"] for level in ("salient", "conventional") for text in group[level]
        ]
        sources = [
            text
            for group in book["sources"]
            for kind in ("nouns", "bare", "verbs")
            for text in group.get(kind, ())
        ]
        assert len(sources) == len(set(sources))
        assert not set(sources) & set(listed)
        assert all(group["reason"] for group in book["sources"])
        assert not set(book["ideas"]) & set(book["qualities"])

    def test_group_without_reason(self, tmp_path) -> None:
        """A group without a reason is refused, and the message names it."""
        (tmp_path / "codebooks").mkdir()
        (tmp_path / "codebooks" / images.BOOK).write_text(
            "groups:\n  - {domain: plant, salient: [cây tre]}\n", "utf-8"
        )
        with pytest.raises(CodebookError, match="group 1 has no reason"):
            images.find(article("Cây tre."), corpus=tmp_path)

    def test_expression_that_is_no_text(self, tmp_path) -> None:
        """An expression that YAML reads as a number is refused."""
        (tmp_path / "codebooks").mkdir()
        (tmp_path / "codebooks" / images.BOOK).write_text(
            "groups:\n  - {domain: plant, reason: x, salient: [12]}\n", "utf-8"
        )
        with pytest.raises(CodebookError, match="12 is no text"):
            images.find(article("Cây tre."), corpus=tmp_path)

    def test_a_corpus_brings_its_own(self, tmp_path) -> None:
        """A corpus's own codebook stands in for the project's."""
        (tmp_path / "codebooks").mkdir()
        (tmp_path / "codebooks" / images.BOOK).write_text(
            "groups:\n  - {domain: sea, reason: x, salient: [ra khơi]}\n", "utf-8"
        )
        rows = rhetoric.metaphors(article("Đất nước ra khơi với đòn bẩy mới."), corpus=tmp_path)
        assert [(row.surface, row.domain) for row in rows] == [("ra khơi", "sea")]


class TestAnnotated:
    def test_hand_annotated_articles(self) -> None:
        """In the five annotated articles all salient images and nine in ten of all are found, hardly one too many."""
        rows = [row for one in gold_articles() for row in rhetoric.metaphors(one)]
        places = {(row.article_id, row.line_no, at) for row in rows for at in range(row.start, row.end)}
        wanted = gold("metaphors")
        hit = [row for row in wanted if _touched(row, places)]
        assert len(hit) >= 0.9 * len(wanted)
        assert all(_touched(row, places) for row in wanted if row["conventionality"] == "salient")
        assert len(rows) <= 1.15 * len(wanted)

    def test_no_trap(self) -> None:
        """None of the literal look-alikes is taken for an image."""
        rows = [row for one in gold_articles() for row in rhetoric.metaphors(one)]
        places = {(row.article_id, row.line_no, at) for row in rows for at in range(row.start, row.end)}
        assert not [row["surface"] for row in gold("metaphor_traps") if _touched(row, places)]


def _touched(row: dict[str, str], places: set[tuple[str, int, int]]) -> bool:
    span = range(int(row["start"]), int(row["end"]))
    return any((row["article_id"], int(row["line_no"]), at) in places for at in span)


class TestHostile:
    @pytest.mark.parametrize(
        "junk",
        [
            "“" * 20000,
            "cây tre " * 5000,
            "đấu tranh " * 5000,
            "- " * 20000,
            "a\u0301" * 10000,
            "văn hóa là dòng sông " * 3000,
            "như một cỗ bánh xe " * 3000,
            "“máu” " * 5000,
            "Ngọn gió của " * 4000,
        ],
    )
    def test_long_runs(self, junk: str) -> None:
        """Long runs end, and end soon."""
        found(junk)

    @given(st.text(max_size=120))
    def test_surfaces_are_what_stands_there(self, text: str) -> None:
        """Every surface is exactly what stands at its offsets."""
        text = "Đòn bẩy " + text.replace("\r", " ") + " trụ cột"
        lines = text.split("\n")
        for row in rhetoric.metaphors(article(text)):
            assert lines[row.line_no - 1][row.start : row.end] == row.surface
