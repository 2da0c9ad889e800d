"""Themes: the codebook, the coding of paragraphs, and the tables made of it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caytre.analysis import themes
from caytre.analysis.themes.indicators import Indicators
from caytre.codebooks import CodebookError
from caytre.tables import Cut, Theme, frame
from tests.helpers import article, gold, gold_articles

FILLER = (
    "và những nội dung khác mà các bên cùng nhau trao đổi thêm trong buổi chiều hôm ấy tại một nơi yên tĩnh"
)
"""Twenty-one syllables about nothing."""


@pytest.fixture(scope="module")
def codebook() -> themes.Codebook:
    return themes.read_codebook()


def book(folder: Path, text: str) -> themes.Codebook:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return themes.read_codebook(path)


def codes(text: str, codebook: themes.Codebook) -> list[str]:
    return [row.themes for row in themes.code(article(text), codebook=codebook)]


def said(text: str, codebook: themes.Codebook) -> set[str]:
    """The indicators that count in a text."""
    return {phrase for _, counts in themes.scores(text, codebook).values() for phrase in counts}


class TestIndicators:
    @pytest.mark.parametrize(
        ("phrase", "text", "found"),
        [
            ("hoà bình", "Hòa bình và HOÀ BÌNH", ["Hòa bình", "HOÀ BÌNH"]),
            ("dân tộc", "quốc gia - dân tộc", ["dân tộc"]),
            ("quốc gia dân tộc", "lợi ích quốc gia – dân tộc", ["quốc gia – dân tộc"]),
            ("độc lập, tự chủ", "độc lập tự chủ; độc lập, tự chủ", ["độc lập tự chủ", "độc lập, tự chủ"]),
            ("quan hệ đối tác", "quan hệ, đối tác. Quan hệ. Đối tác (quan hệ) đối tác", []),
            ("hòa", "hoá học", []),
            (
                "chính sách đối *",
                "chính sách đối ngoại, chính sách đối nội",
                ["chính sách đối ngoại", "chính sách đối nội"],
            ),
            ("APEC", "apec và APEC", ["apec", "APEC"]),
            ("35 năm", "hơn 35 năm đổi mới", ["35 năm"]),
        ],
    )
    def test_what_fits(self, phrase, text, found):
        """A phrase fits whole syllables in either tone-mark style, over hyphens, over a comma only where it has one."""
        assert [text[m.start : m.end] for m in Indicators([phrase]).find(text)] == found

    def test_longest_first(self):
        """đối ngoại nhân dân is not also nhân dân, nor is nhân dân taken out of its middle."""
        text = "đối ngoại nhân dân và nhân dân"
        found = Indicators(["nhân dân", "đối ngoại nhân dân", "ngoại nhân"]).find(text)
        assert [(text[m.start : m.end], m.phrase) for m in found] == [
            ("đối ngoại nhân dân", 1),
            ("nhân dân", 0),
        ]

    def test_every(self):
        """Each for itself, the phrases overlap."""
        assert len(Indicators(["nhân dân", "đối ngoại nhân dân"]).every("đối ngoại nhân dân")) == 2

    @settings(max_examples=40, deadline=None)
    @given(st.text(alphabet="ab ,.-à\u0301*(\n1", max_size=60))
    def test_offsets_slice(self, text):
        """Whatever the text, matches lie inside it, in order, apart from each other."""
        found = Indicators(["a b", "a", "b, a", "à 1"]).find(text)
        assert all(0 <= m.start < m.end <= len(text) for m in found)
        assert all(a.end <= b.start for a, b in pairwise(found))

    @pytest.mark.parametrize(
        "text",
        ["a " * 20_000, " " * 100_000 + "a", "a" + "-" * 100_000 + "b", "(" * 50_000, "\u0301" * 50_000],
    )
    def test_long_runs(self, text):
        """Long runs of one thing are read through once."""
        assert len(Indicators(["a b", "b"]).find(text)) <= 1


class TestCode:
    def test_main_theme_first_with_evidence(self, codebook):
        """The strongest theme comes first, and the evidence adds up to the score."""
        text = "Bộ đẩy mạnh bảo hộ công dân, chăm lo kiều bào; mở thêm lớp cho kiều bào trẻ, ngoại giao văn hoá và quảng bá."
        row = themes.code(article(text), codebook=codebook)[0]
        assert row.themes == "overseas;culture_info"
        assert (
            row.evidence
            == "kiều bào ×2 (overseas); bảo hộ công dân ×1 (overseas); ngoại giao văn hoá ×1 (culture_info); "
            "quảng bá ×1 (culture_info)"
        )
        assert row.score == 9

    def test_paragraph_without_theme_is_kept(self, codebook):
        """A paragraph about nothing in the codebook has an empty theme, not no row."""
        assert themes.code(article(FILLER), codebook=codebook) == [Theme("a", 1, "", 0.0, "")]

    def test_short_and_other_lines_are_not_coded(self, codebook):
        """Paragraphs under twenty syllables, captions and titles are left out."""
        given = article(f"Bảo hộ công dân\n{FILLER}\n{FILLER}", kinds={2: "caption"})
        assert [row.line_no for row in themes.code(given, codebook=codebook)] == [3]

    def test_cut_is_no_evidence(self, codebook):
        """What is cut out of a line does not count."""
        text = "Ngoại giao kinh tế | " + FILLER
        given = article(text)._replace(cuts=[Cut("a", 1, 0, 20, "outlet_tag", text[:20])])
        assert themes.code(given, codebook=codebook)[0].themes == ""

    def test_exclusion(self, codebook):
        """The police's own Party committee is no evidence for security."""
        assert codes("Đảng ủy Công an Trung ương và Bộ Công an, " + FILLER, codebook) == [""]

    @pytest.mark.parametrize(
        ("text", "phrase"),
        [
            ("Đoàn đi đường bộ qua Lào Cai", "Lào"),
            ("Máy bay hạ cánh lúc ba giờ chiều theo giờ địa phương", "địa phương"),
            ("Mấy người trên thuyền bắt đầu cầu cứu", "đầu cầu"),
            ("Chi bộ biểu dương ba đảng viên", "ba Đảng"),
            ("Bà là đại biểu Quốc hội hai khóa", "đại biểu"),
            ("Hãng có trụ sở tại Hà Nội", "sở tại"),
            ("Khách trong và ngoài nước đều khen món này", "ngoài nước"),
            ("Người Việt Nam quen ăn cơm sáng", "người Việt"),
            ("Phát biểu tại cuộc họp báo, bà kể lại chuyện cũ", "cuộc họp báo"),
            ("Phát biểu khai mạc, ông nhắc chuyện mùa màng", "khai mạc"),
        ],
    )
    def test_syllables_side_by_side(self, codebook, text, phrase):
        """Syllables that are next to each other by chance, in another's name or where somebody spoke are no evidence."""
        assert phrase not in said(text, codebook)
        assert phrase in said(f"{text}; {phrase}", codebook)

    @pytest.mark.parametrize(
        ("text", "theme"),
        [
            (
                "Kim ngạch xuất nhập khẩu đạt kỷ lục; cơ quan đại diện hỗ trợ hàng trăm doanh nghiệp mở rộng thị trường nông sản.",
                "economic",
            ),
            (
                "Hai bên nhất trí tăng cường trao đổi đoàn các cấp, đưa quan hệ hai nước đi vào thực chất, củng cố lòng tin chính trị.",
                "bilateral",
            ),
            (
                "Việt Nam phản đối mọi hành động vi phạm chủ quyền đối với Hoàng Sa, Trường Sa, yêu cầu tôn trọng luật pháp quốc tế.",
                "interest",
            ),
            (
                "Sở Ngoại vụ tỉnh Quảng Ninh tham mưu ký thỏa thuận kết nghĩa với nhiều tỉnh của Hàn Quốc, mở rộng giao lưu cấp tỉnh.",
                "local",
            ),
            (
                "Tuần lễ Việt Nam tại Pháp giới thiệu áo dài, nhã nhạc và ẩm thực, góp phần quảng bá hình ảnh đất nước thân thiện.",
                "culture_info",
            ),
            (
                "Lạm phát và xung đột làm đứt gãy chuỗi cung ứng; cạnh tranh giữa các nước lớn gay gắt, kinh tế thế giới tăng chậm.",
                "context",
            ),
            (
                "Học viện Ngoại giao đổi mới đào tạo, chú trọng ngoại ngữ và kỹ năng đàm phán; việc bổ nhiệm nhân sự được công khai.",
                "cadres",
            ),
            (
                "Đảng bộ sơ kết việc thực hiện Chỉ thị 05, kết nạp 120 đảng viên mới và tăng cường kiểm tra, giám sát tại các chi bộ.",
                "party_building",
            ),
            (
                "Hội thảo do Học viện tổ chức sáng 12/3 tại Hà Nội thu hút hơn 200 đại biểu, với 85 tham luận và hai phiên thảo luận.",
                "event",
            ),
            (
                "Hai Bộ trưởng ký kế hoạch phòng, chống ma túy và tội phạm xuyên quốc gia, dẫn độ đối tượng truy nã về nước xét xử.",
                "security",
            ),
            (
                "Nhân dịp kỷ niệm 50 năm thiết lập quan hệ ngoại giao, Chủ tịch nước gửi điện mừng tới Tổng thống, mong quan hệ hữu nghị ngày càng bền chặt.",
                "bilateral",
            ),
            (
                "Công an triệt phá đường dây tội phạm công nghệ cao lừa đảo trên không gian mạng, bắt giữ 20 đối tượng, thu nhiều tang vật.",
                "security",
            ),
            (
                "Ủy ban Kiểm tra thi hành kỷ luật cảnh cáo ba đảng viên suy thoái, vi phạm nguyên tắc tập trung dân chủ và những điều đảng viên không được làm.",
                "party_building",
            ),
            (
                "Nhiều lao động Việt Nam bị lừa sang làm việc chui được Đại sứ quán cấp giấy tờ, phối hợp với sở tại đưa về nước an toàn.",
                "overseas",
            ),
            (
                "Tại hội nghị cấp cao về khí hậu, các nước ASEAN kêu gọi Liên hợp quốc giữ vai trò trung tâm, bảo đảm tiếng nói của các nước nhỏ.",
                "integration",
            ),
            (
                "Gốc vững, thân chắc, cành uyển chuyển: ngoại giao cây tre là trường phái riêng, thấm đượm cốt cách và tâm hồn người Việt.",
                "identity",
            ),
            (
                "Hiệp định thương mại tự do mở đường cho nông sản vào thị trường châu Âu; vốn đầu tư nước ngoài đăng ký mới tăng mạnh trong quý đầu năm.",
                "economic",
            ),
        ],
    )
    def test_unseen_paragraphs(self, codebook, text, theme):
        """Paragraphs that were not there when the codebook was written find their theme first."""
        assert codes(text, codebook)[0].split(";")[0] == theme

    @pytest.mark.parametrize(
        "text",
        [
            "Tại buổi họp báo trước trận chung kết, huấn luyện viên trưởng cho rằng các tiền vệ cần giữ bóng tốt hơn trong hiệp hai.",
            "Chiều nay bão số 4 đi vào phía bắc Biển Đông, sức gió vùng gần tâm bão mạnh cấp 11, giật cấp 13, các tỉnh ven biển có mưa to.",
            "Hội đồng xét xử tuyên phạt bị cáo bảy năm tù về tội trộm cắp, buộc bồi thường cho công ty và ba doanh nghiệp trên địa bàn tỉnh.",
            "Thịt bò thái nhỏ, ướp nước mắm và tỏi chừng nửa giờ; xào nhanh tay với hành lá, nêm gia vị cho vừa rồi bày ra đĩa, rắc tiêu xay.",
            "Đêm nhạc diễn ra tại nhà hát thành phố có sự tham gia của nhiều ca sĩ khách mời; nam nhạc sĩ trình bày chương trình gồm mười ca khúc.",
            "Xe tải mất lái tông vào dải phân cách giữa địa bàn tỉnh, quốc lộ ùn tắc nhiều giờ; tài xế và hai người đi xe máy bị thương.",
        ],
    )
    def test_other_subjects(self, codebook, text):
        """Sport, storms, courts, recipes, shows and accidents are no theme, whatever they share with conferences."""
        assert themes.scores(text, codebook) or "nước mắm" in text
        assert codes(text, codebook) == [""]

    @pytest.mark.parametrize(
        ("text", "theme"),
        [
            (
                "Đại sứ quán phối hợp với sở tại bảo hộ công dân, đưa thi hài hai lao động Việt Nam tử vong trong vụ tai nạn về nước.",
                "overseas",
            ),
            (
                "Hội người Việt mở lớp dạy tiếng Việt cuối tuần cho con em kiều bào; phụ huynh, thầy cô và học sinh đều háo hức chờ ngày khai giảng.",
                "overseas",
            ),
            (
                "Tuần Văn hoá Việt Nam đưa áo dài, múa rối, bộ phim mới và ẩm thực đến với khán giả Pháp, góp phần quảng bá hình ảnh đất nước.",
                "culture_info",
            ),
        ],
    )
    def test_themes_that_touch_other_subjects(self, codebook, text, theme):
        """Accidents, classes and films abroad stay with the theme that says more about them."""
        assert codes(text, codebook)[0].split(";")[0] == theme

    def test_one_formula_counts_once(self, codebook):
        """The three pillars named one after the other are one naming of them."""
        text = "Kết hợp đối ngoại Đảng, ngoại giao Nhà nước và đối ngoại nhân dân"
        assert themes.scores(text, codebook)["governance"][0] == 3

    def test_hand_annotated_paragraphs(self, codebook):
        """On the five articles F1 is at least .85 and the main theme is found in at least 95 of 100 paragraphs."""
        given = {
            (r.article_id, r.line_no): set(r.themes.split(";")) - {""}
            for a in gold_articles()
            for r in themes.code(a, codebook=codebook)
        }
        rows = gold("themes")
        pairs = [
            (
                set(row["themes"].split()),
                given.get((row["article_id"], int(row["line_no"])), set()),
                row["main_theme"],
            )
            for row in rows
        ]
        hit = sum(len(want & got) for want, got, _ in pairs)
        assert 2 * hit / sum(len(want) + len(got) for want, got, _ in pairs) >= 0.85
        assert sum(main in got for _, got, main in pairs) / len(rows) >= 0.95


class TestCodebook:
    def test_project_codebook(self, codebook):
        """Sixteen themes, each named in both languages, defined and with indicators."""
        assert len(codebook.entries) == 16
        assert all(
            e.names["en"] and e.names["vi"] and e.definition and e.indicators for e in codebook.entries
        )
        assert codebook.name("overseas", "vi") == "Người Việt Nam ở nước ngoài, bảo hộ công dân"
        assert codebook.name("unknown") == "unknown"

    def test_own_codebook(self, tmp_path):
        """Three themes with plain lists are enough; of equal scores the one said first comes first."""
        own = book(
            tmp_path,
            "rule: {least: 1, syllables: 5}\nthemes:\n  sea: {indicators: [biển, hải đảo]}\n"
            "  rice: {name: Lúa gạo, indicators: {2: [lúa], 1: [gạo]}}\n  town: {indicators: [phố]}\n",
        )
        assert codes("Nông dân trồng lúa gần biển và bán gạo", own) == ["rice"]
        assert codes("Phố nhỏ nhìn ra biển đảo", own) == ["town;sea"]
        assert own.name("rice", "vi") == "Lúa gạo"

    def test_elsewhere(self, tmp_path):
        """Other subjects, added up, take the paragraph where they weigh as much as its best theme; longer phrases win."""
        own = book(
            tmp_path,
            "rule: {least: 1, syllables: 3}\nthemes: {sea: {indicators: {2: [biển]}}}\n"
            "elsewhere:\n  storms: {2: [bão biển], 1: [gió]}\n  games: [bóng]\n",
        )
        assert codes("Gió thổi ngoài biển", own) == ["sea"]
        assert codes("Gió và bóng ngoài biển", own) == [""]
        assert codes("Mùa bão biển đã qua", own) == [""]
        assert themes.scores("gió ngoài biển", own) == {"sea": (2, {"biển": 1})}

    def test_further_theme(self, tmp_path):
        """General words can make the main theme, but no second one."""
        own = book(
            tmp_path,
            "rule: {least: 2, share: 0.3, further: 2, syllables: 3}\n"
            "themes: {sea: {indicators: {3: [hải đảo], 1: [sóng]}}, town: {indicators: {1: [phố, chợ]}}}\n",
        )
        assert codes("Phố chợ bên sóng", own) == ["town"]
        assert codes("Phố chợ trên hải đảo", own) == ["sea"]
        assert codes("Phố chợ, phố chợ trên hải đảo", own) == ["town;sea"]

    @pytest.mark.parametrize(
        ("enough", "text", "given"),
        [
            (9, "Phố bên hải đảo và sóng", "sea;town"),
            (9, "Phố, lúa, đồi bên hải đảo và sóng", "sea"),
            (2, "Phố, lúa, đồi bên hải đảo và sóng", "sea;town;rice;hill"),
        ],
    )
    def test_share_of_the_paragraph(self, tmp_path, enough, text, given):
        """A further theme needs its share of what all themes say together, unless it says enough by itself."""
        own = book(
            tmp_path,
            f"rule: {{least: 2, share: 0.25, enough: {enough}, syllables: 3}}\n"
            "themes: {sea: {indicators: {3: [hải đảo, sóng]}}, town: {indicators: {2: [phố]}}, "
            "rice: {indicators: {2: [lúa]}}, hill: {indicators: {2: [đồi]}}}\n",
        )
        assert codes(text, own) == [given]

    def test_quanteda(self, tmp_path):
        """quanteda's dictionary form is read: nested keys are joined, patterns may hold an asterisk."""
        own = book(
            tmp_path,
            "Kinh tế:\n  - thương mại\n  - doanh *\nVăn hoá:\n  nghệ thuật: [tranh, nhạc]\n  sách: sách\n",
        )
        assert [entry.code for entry in own.entries] == ["Kinh_tế", "Văn_hoá.nghệ_thuật", "Văn_hoá.sách"]
        assert codes("Doanh nhân mua tranh, " + FILLER, own) == ["Kinh_tế;Văn_hoá.nghệ_thuật"]

    def test_corpus_codebook(self, tmp_path):
        """A corpus's own themes.yaml stands in for the project's."""
        (tmp_path / "codebooks").mkdir()
        (tmp_path / "codebooks" / "themes.yaml").write_text(
            "themes: {sea: {indicators: [biển]}}", encoding="utf-8"
        )
        assert [e.code for e in themes.read_codebook(corpus=tmp_path).entries] == ["sea"]

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("[a, b]", "not a codebook"),
            ("themes: {}", "themes: is empty"),
            ("themes: {a b: {indicators: [x]}}", "cannot be a code"),
            ("themes: {a: [x]}", "theme a: needs indicators"),
            ("themes: {a: {}}", "theme a: no indicators"),
            ("themes: {a: {indicators: x}}", "not a list"),
            ("themes: {a: {indicators: {-1: [x]}}}", "not a number above 0"),
            ("themes: {a: {indicators: {no: [x]}}}", "not a number above 0"),
            ("themes: {a: {indicators: [hoà, hòa]}}", "the same phrase"),
            ("themes: {a: {indicators: ['...']}}", "no letter or digit"),
            ("themes: {a: {indicators: ['*']}}", "no letter or digit"),
            ("themes: {a: {indicators: [yes]}}", "quotation marks"),
            ("themes: {a: {indicators: [x], words: [y]}}", "unknown words"),
            ("rule: {best: 3}\nthemes: {a: {indicators: [x]}}", "rule: may set"),
            ("rule: {least: much}\nthemes: {a: {indicators: [x]}}", "not a number of 0 or more"),
            ("elsewhere: [x]\nthemes: {a: {indicators: [x]}}", "elsewhere: needs subjects"),
            ("elsewhere: {b: x}\nthemes: {a: {indicators: [x]}}", "elsewhere: b: indicators is not a list"),
            ("elsewhere: {b: [hoà], c: [hòa]}\nthemes: {a: {indicators: [x]}}", "under two subjects"),
            ("themes: [", "not valid YAML"),
        ],
    )
    def test_mistakes(self, tmp_path, text, message):
        """Every mistake names the file and what to do."""
        with pytest.raises(CodebookError, match=message) as told:
            book(tmp_path, text)
        assert "own.yaml" in str(told.value)

    def test_no_such_codebook(self):
        """A name that no folder has is told with the path."""
        with pytest.raises(CodebookError, match="no such codebook"):
            themes.read_codebook("nothing.yaml")


def coded(*rows: tuple[str, int, str]) -> pd.DataFrame:
    return frame([Theme(name, line, given, 3.0, "") for name, line, given in rows], Theme)


class TestTables:
    ROWS = coded(
        ("a", 1, "line;interest"),
        ("a", 2, "line"),
        ("b", 1, "interest;line"),
        ("b", 2, ""),
        ("b", 3, "event"),
    )

    def test_cooccurrence(self):
        """Two themes in two of five paragraphs, in two articles, whichever of them is the main one."""
        row = themes.cooccurrence(self.ROWS).iloc[0]
        assert row[["theme_a", "theme_b", "n", "n_a", "n_b", "n_articles"]].tolist() == [
            "interest",
            "line",
            2,
            2,
            3,
            2,
        ]
        assert row["expected"] == pytest.approx(6 / 5)

    def test_by_group(self):
        """Counts, shares of all coded paragraphs and intervals by group; a theme that a group lacks has a row with 0."""
        found = themes.by_group(self.ROWS, {"a": "VTV", "b": "Báo Công an"}).set_index(["group", "theme"])
        assert found.loc[("VTV", "line"), ["n", "n_main", "n_paragraphs", "share"]].tolist() == [2, 2, 2, 1.0]
        assert found.loc[("Báo Công an", "line"), ["n", "n_main", "n_paragraphs"]].tolist() == [1, 0, 3]
        assert found.loc[("VTV", "event"), "n"] == 0
        assert (found["low"] <= found["share"]).all()
        assert (found["share"] <= found["high"]).all()

    def test_intervals_draw_whole_articles(self):
        """From five articles on the interval of a share comes from drawing articles anew; below it takes paragraphs as independent."""
        rows = [(f"a{i}", line, "line" if i < 3 else "event") for i in range(6) for line in range(1, 11)]
        table = pd.DataFrame(rows, columns=["article_id", "line_no", "themes"])
        groups = {f"a{i}": "many" if i != 5 else "one" for i in range(6)}
        found = themes.by_group(table, groups).set_index(["group", "theme"])
        many, one = found.loc[("many", "line")], found.loc[("one", "event")]
        assert (many["interval"], many["n_in_group"], many["share"]) == ("articles", 5, 0.6)
        assert (many["low"], many["high"]) == (
            0.2,
            1.0,
        )  # whole articles are on a theme or not: 5 draws, not 50
        assert (one["interval"], one["n_in_group"]) == ("paragraphs", 1)

    def test_article_without_group_is_left_out(self):
        """Articles that the mapping does not name do not count."""
        assert set(themes.by_group(self.ROWS, {"a": "VTV"})["group"]) == {"VTV"}

    def test_along(self):
        """Themes have their place in the article, counted in body lines."""
        lines = pd.DataFrame(
            [
                ("a", 1, "body"),
                ("a", 2, "body"),
                ("b", 1, "body"),
                ("b", 2, "body"),
                ("b", 3, "body"),
                ("b", 4, "caption"),
            ],
            columns=["article_id", "line_no", "kind"],
        )
        found = themes.along(self.ROWS, lines)
        assert found[found["theme"] == "event"]["place"].tolist() == [1.0]
        assert found[found["theme"] == "line"]["place"].tolist() == [0.0, 1.0, 0.0]

    def test_nothing_coded(self):
        """Tables of nothing are empty and keep their columns."""
        nothing = coded()
        assert "npmi" in themes.cooccurrence(nothing).columns
        assert "share" in themes.by_group(nothing).columns
        assert themes.cooccurrence(coded(("a", 1, ""))).empty
