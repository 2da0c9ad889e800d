"""Sentences: hard lines, properties, and the sentences that were marked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.codebooks import CodebookError, read_csv
from caytre.text import sentences as module
from caytre.text.orthography import VIETNAMESE_UPPER
from caytre.text.sentences import sentences, spans
from tests.helpers import gold, gold_articles

HARD = """
Ông sinh sống ở TP. Hồ Chí Minh.¦ Bà thì ở Huế.
Cuộc thi do TP.HCM tổ chức.¦ Lễ trao giải diễn ra ở Q.1, P. Bến Nghé.
Chủ nhiệm đề tài là GS.TS. Nguyễn Văn Hiệu.¦ Ông công tác ở Viện Vật lý.
PGS. Trần Thị Mai và ThS. Lê Quang Huy cùng tham gia.
Theo TS. Võ Trí Thành, lạm phát sẽ giảm.¦ Tuy nhiên, rủi ro vẫn còn.
Ban Bí thư T.Ư Đảng vừa ban hành chỉ thị.¦ Chỉ thị có 5 điểm.
Đây là chủ trương của T.Ư. Đảng và Chính phủ.
Chủ trương đó đến từ T.Ư.¦ Theo đó, các tỉnh phải báo cáo.
Nông dân trồng lúa, ngô, khoai, v.v.¦ Nhiều hộ đã thoát nghèo.
Các loại rau, củ, quả, v.v. được bày bán khắp chợ.
Mr. Đàm trở lại sân khấu.¦ Khán giả vỗ tay.
Nhà văn J. K. Rowling vừa ra sách mới.¦ Sách bán rất chạy.
Học thuyết của C. Mác và V.I. Lênin được giảng dạy rộng rãi.
Công an đã mời chị H. lên làm việc.¦ Chị khai nhận toàn bộ.
Cảnh sát bắt giữ Nguyễn Văn A.¦ Theo điều tra ban đầu, A. có tiền án.
Nạn nhân là cháu N.T.B.¦ Gia đình đã trình báo.
Hội nghị diễn ra ngày 14.12.2021 tại Hà Nội.¦ Có 500 đại biểu dự.
Doanh thu đạt 1.500 tỷ đồng, tăng 3.5 lần.¦ Lợi nhuận là 12.345.678 đồng.
Giá vàng hôm nay 14. 12. 2021 tăng nhẹ.
Tăng trưởng năm 2021 là 2,58%.¦ 5 năm qua, con số này là 6%.
Xem thêm tại https://chinhphu.vn/Tin.Moi?id=5.¦ Đây là trang chính thức.
Theo VnExpress.net, giá xăng giảm.¦ Báo Tuoitre.Vn cũng đưa tin.
Liên hệ: Nguyen.Van.An@gmail.com hoặc www.abc.com.vn.¦ Hạn chót là 30/6.
Các thành phố lớn như Hà Nội, Đà Nẵng…¦ Tại đây, dịch đã giảm.
Nào là phở, bún, miến...¦ Ai cũng thích.
Anh ngập ngừng... rồi bước đi.
Ông nói: “Chúng ta phải thắng.”¦ Cả hội trường đứng dậy.
Ông nói: "Chúng ta phải thắng."¦ Cả hội trường đứng dậy.
“Anh có đi không?” cô hỏi.¦ “Có!” anh đáp.
“Đất nước ta đang đổi mới.¦ Chúng ta phải cố gắng hơn nữa”, ông nhấn mạnh.
(Tin tổng hợp từ TTXVN.)¦ Ảnh: Minh Đức.
Ông Nam (sinh năm 1970. Quê ở Hà Nam) được bầu làm chủ tịch.¦ Ông nhận nhiệm vụ ngay.
1. Xây dựng nền kinh tế độc lập, tự chủ.¦ 2. Hội nhập quốc tế sâu rộng.
a) Nâng cao chất lượng.¦ b) Mở rộng thị trường.
II. Nội dung chính
Điều 5. Trách nhiệm của Chính phủ
2.1. Mục tiêu tổng quát.¦ Đến năm 2030, nước ta là nước đang phát triển.
Nghị quyết nêu ba nhiệm vụ: 1. Giữ vững hòa bình; 2. Phát triển kinh tế; 3. Nâng cao vị thế.
THỦ TƯỚNG: KHÔNG ĐỂ ĐỨT GÃY CHUỖI CUNG ỨNG.¦ CÁC BỘ PHẢI VÀO CUỘC!
TP. HỒ CHÍ MINH ĐÓN KHÁCH TRỞ LẠI
Mọi chính sách đều vì nhân dân.¦Bảo đảm an sinh xã hội.
Đoàn đã về đến Hà Nội.¦Tại đây, đoàn dâng hương.
Kinh tế phục hồi.¦ - Xuất khẩu tăng mạnh.¦ - Nhập khẩu giảm.
- Tiếp tục đổi mới.¦ Đẩy mạnh cải cách.
• Giá xăng giảm!¦ • Giá điện tăng?
Vì sao lại thế?!¦ Không ai biết.
Liệu có kịp không?¦ Thủ tướng trả lời: có.
Chương trình “Vì người nghèo!” được phát động.¦ Nhiều doanh nghiệp ủng hộ.
“...Chúng tôi sẽ quay lại”, anh nói.
Ông viết: “…Non sông gấm vóc”.¦ Bài thơ nổi tiếng từ đó.
Văn kiện nêu rõ: "Đổi mới toàn diện (...) Đó là tất yếu".¦ Văn kiện được thông qua.
Theo nghiên cứu,[1] giá nhà tăng.[2]¦ Các chuyên gia đồng tình.
Thiếu vitamin C.¦ Bệnh nhân cần bổ sung ngay.
Đội rơi vào bảng A.¦ Tại bảng này, đội gặp Thái Lan.
Apple ra mắt sản phẩm mới.¦ iPhone 14 có giá 20 triệu đồng.
Hội nghị kết thúc lúc 17h30.¦ 18h, các đại biểu ra về.
Tăng 30%.¦Đây là mức cao nhất.
Kế hoạch được thông qua năm 2021.¦Theo đó, thành phố sẽ xây cầu.
“Trận này khó khăn.” - HLV Park Hang-seo nói.
Tỷ số là 2-1.¦ Việt Nam giành vé vào chung kết.
Xem trang tr. 15 và Vol. 2.
Đồng chí Lê Văn B. (trú tại Q. Tân Bình) đã bị tạm giữ.
Phần A. Quy định chung
Ông Nguyễn Văn A.
Anh Lê V.T. (35 tuổi) khai nhận.
Giáo sư nói “Không!”.¦ Mọi người im lặng.
Anh bảo: 'Đi thôi.'¦ Rồi anh đi.
«Tôi tin như vậy.»¦ Bà kết luận.
Đó là Đại hội XIII.¦ Nghị quyết của Đại hội được triển khai ngay.
Thông tư số 01/2021/TT-BTC.¦ Văn bản có hiệu lực từ 1/1/2022.
Ông cảm ơn … và chào tạm biệt.
Nhà nước, nhân dân…¦Thông qua công tác này, ta học được nhiều.
Chị N.¦ Hôm sau, chị mới trình báo.
Chủ tịch UBND Q.7 cho biết như vậy.¦ Ông nói thêm về P. Tân Phú.
Tổng thống Donald J. Trump đã gặp John F. Kennedy Jr. tại Nhà Trắng.¦ Ông không bình luận.
Ông Joe R. Biden và bà K. Harris cùng dự.
Trận Việt Nam vs. Malaysia diễn ra lúc 19h30.¦ Vé đã bán hết.
Gạo có giá 15.000đ/kg.¦ Mua nhiều được giảm.
Ông sống ở Washington D.C.¦ Ông từng làm báo.
Đại học Quốc gia TP.HCM.¦Ông là giảng viên ở đây.
Tp.HCM và TP.Hồ Chí Minh là một.¦ Q.Bình Thạnh thuộc TP.Hồ Chí Minh.
TS.Nguyễn Văn Lạng và PGS.TS.Trần Văn Nam dự.
Lúc đó là 3 giờ sáng.¦Trời mưa to.
(Dân trí) - Sáng nay, Quốc hội khai mạc.¦ Kỳ họp kéo dài 20 ngày.
“Tôi không biết!”, anh nói.¦ “Vì sao?”.¦ Câu hỏi không có lời đáp.
Bạn đọc hỏi: Tôi có được ly hôn không?¦ Luật sư trả lời: Có.
Căn cứ điểm a khoản 1 Điều 5.¦ Mức phạt là 5 triệu đồng.
Em đạt 8,5 điểm.¦ 3 thí sinh khác bị loại.
Nào là thuế, phí, v.v...¦ Tuy nhiên, giá vẫn tăng.
Nào là thuế, phí, v.v… và các khoản khác.
Trường có cả cấp I.¦ Học sinh học hai buổi.
Thành phố đã khống chế Covid-19.¦Tuy nhiên, không được chủ quan.
Luật sư N.V.T. (Đoàn luật sư TP. Hà Nội) bào chữa.
Thủ tướng Chính phủ phát biểu.¦ Ảnh: VGP.
Chương trình phát lúc 8 p.m.¦ Ông nhớ xem.
Bài thơ có câu: “Nước Việt Nam là một, dân tộc Việt Nam là một.”¦ Ai cũng thuộc.
Từ “dân” được hiểu là...¦ Nhà báo bỏ lửng.
Bà nói: “Tôi yêu Huế!¦ Tôi yêu Hà Nội!”.¦ Mọi người vỗ tay.
HLV Park nói: "Tôi tự hào về các cầu thủ.¦ Họ đã chiến đấu".¦ Đội tuyển về nước hôm nay.
Công ty Samsung Electronics Co. Ltd. đầu tư 1,5 tỷ USD.
Luật có hiệu lực từ 01.01.2022.¦ Bộ Tư pháp đã hướng dẫn.
Xem chi tiết: www.thuvienphapluat.vn/Van-Ban/Luat.Dat-Dai.aspx.¦ Hoặc gọi 1900.6192.
Theo Facebook.Com và Youtube.com, video đạt 1.2 triệu lượt xem.
Sách do Nxb. Trẻ phát hành.¦ Giá 120.000 đồng.
Điện thoại: ĐT. 024.3845.6789.¦ Fax: 024.3845.6790.
Anh ta hét lên: Cháy!¦ Cháy!¦ Mọi người bỏ chạy.
Theo Điều 12 Luật Đất đai năm 2013.¦ (Ảnh minh họa)
Kết quả (tính đến 18h ngày 5.1.2022) chưa chính thức.¦ [Xem thêm]
Thông báo số 5-TB/TƯ.¦ Thông báo nêu rõ: a) Về tổ chức; b) Về cán bộ.
Công văn của Ban Bí thư TƯ.¦ Theo công văn, các tỉnh báo cáo trước 30/6.
Hội nghị do T.Ư. Đoàn chủ trì.¦ Hơn 300 đoàn viên tham dự.
Nghị định 15/2020/NĐ-CP.¦ Điều 101 quy định mức phạt 10 - 20 triệu đồng.
Kết luận số 12-KL/TW.¦ Bộ Chính trị yêu cầu thực hiện nghiêm.
Tay vợt vào bán kết U.S. Open 2021.¦ Cô mới 18 tuổi.
Bị hại là N.T.H.¦ Công an quận đang điều tra.
Huyện Nghi Lộc (tỉnh Nghệ An).¦ Tại đây có 12 xã.
Ông Trần Văn C. và bà L. cùng ký tên.
Cầu thủ này ghi 2 bàn ở phút 15, 90+2.¦ Đội nhà thắng 3-1.
Nhạc sĩ Trịnh Công Sơn viết “Nối vòng tay lớn” năm 1968.¦ “Diễm xưa” ra đời trước đó.
Nguồn: Bộ Y tế.¦ Đồ họa: Minh Anh
NSND. Lê Khanh và NSƯT Đỗ Kỷ nhận giải.¦ Buổi lễ diễn ra tối 5.1.
Lãi suất giảm từ 7,5%/năm xuống 6%/năm.¦ Ngân hàng cam kết giữ mức này.
Bảo tàng mở cửa từ 8h00 - 17h00.¦ Thứ Hai nghỉ.
Sao chị không nói?¦ - Tôi sợ lắm.
Đó là quyết định đúng!¦ Nhưng còn khó khăn.
Dự thảo đã được gửi lên Bộ GD-ĐT.¦ Trước khi ban hành, các trường sẽ góp ý.
Bà công tác ở Sở LĐ-TB&XH.¦ Nhiều chính sách mới ra đời từ đó.
Đề án do Sở KH&CN soạn cùng Sở VH-TT.¦ Học sinh được miễn phí vé tham quan.
Đó là chuyện cũ của ngành GD - ĐT.¦ Học phí năm nay giữ nguyên.
Theo PGS-TS. Lê Văn Bảy và ThS-BS. Trần Minh, cần tiêm đủ hai mũi.
Mưa lớn gây ngập nhiều tuyến đường trong TP.¦ Trước tình hình đó, cơ quan chức năng họp khẩn.
Năm ngoái cô mới là ThS.¦ Trong tháng tới cô bảo vệ luận án.
Ông về TP. Vinh hôm qua, còn TS. Anh cho biết sẽ đến sau.
TS. Đoàn Hữu Lộc đọc tham luận, PGS. Thế nói lời kết.
Sách do Nxb. Từ điển bách khoa in, sau chuyển cho NXB. Sự thật phát hành.
Việt Nam là thành viên ASEAN.¦ Tổ chức này có mười nước.
Tỉnh đã báo cáo UBND.¦ Lãnh đạo huyện sẽ kiểm điểm.
Hội nghị do Ban Dân vận TƯ.¦ Đồng chí Trưởng ban chủ trì.
Công an đã tạm giữ L.V.H.¦ Khám xét nơi ở, lực lượng chức năng thu nhiều tang vật.
Dân ở TT. Phùng đi chợ bằng xe điện.
""".strip().split("\n")
"""Lines that are hard to cut; ¦ stands where a sentence ends before another one."""

MARKS = ".!?…\"'”’“‘«»()[]-–•/:;,%"
WORDS = [
    "1",
    "12",
    "2021",
    "TP",
    "GS",
    "v.v",
    "Theo",
    "hội",
    "Ở",
    "anh",
    "Nguyễn Văn A",
    "https://a.vn/B.C",
    "II",
    "a)",
]
PIECES = st.sampled_from([*MARKS, *WORDS, ". ", "... ", " ", "  ", "\u00a0", "\t", "İ", "\u0301"])
LINES = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60))


class TestHardLines:
    @pytest.mark.parametrize("line", HARD)
    def test_hard_line(self, line):
        """The line is cut where a reader would cut it, and nowhere else."""
        parts = [part.strip() for part in line.split("¦")]
        assert sentences(line.replace("¦", "")) == parts

    def test_there_are_enough(self):
        """At least a hundred lines, none twice."""
        assert len(set(HARD)) == len(HARD) >= 100


class TestRules:
    def test_newline_ends_a_sentence(self):
        """A newline ends a sentence even without a full stop; blank lines hold none."""
        assert sentences("14/12/2021\n\n \nSáng nay, Hội nghị") == ["14/12/2021", "Sáng nay, Hội nghị"]

    def test_nothing(self):
        """An empty line and one of white space alone have no sentence."""
        assert spans("") == spans(" \t\u00a0 ") == []

    def test_places_leave_out_white_space(self):
        """Start and end slice the sentence out of the line as it stands."""
        line = "\u00a0 Hội nghị kết thúc.  Các đại biểu ra về. "
        assert [line[start:end] for start, end in spans(line)] == [
            "Hội nghị kết thúc.",
            "Các đại biểu ra về.",
        ]

    def test_a_stop_alone_is_no_sentence(self):
        """Marks without a word stay with the text around them."""
        assert sentences("...") == ["..."]
        assert sentences(". Hội nghị bế mạc.") == [". Hội nghị bế mạc."]

    def test_an_open_bracket_swallows_nothing(self):
        """A bracket that is never closed does not keep the rest of the line together."""
        assert len(sentences("Ông nói (tại Hà Nội. Bà đồng ý. Họ ra về.")) == 3

    def test_a_quotation_may_hold_several_sentences(self):
        """A stop inside a quotation ends a sentence like any other."""
        assert sentences("Ông nói: “Ta phải học. Ta phải làm”, rồi đi.") == [
            "Ông nói: “Ta phải học.",
            "Ta phải làm”, rồi đi.",
        ]


class TestHandAnnotations:
    def test_every_sentence_marked_by_hand_is_found(self):
        """Start and end of all 177 body sentences are the annotator's, apart from furniture that is cut out."""
        articles = {article.article_id: article for article in gold_articles()}
        cuts = {
            (name, cut.line_no, cut.start, cut.end)
            for name, article in articles.items()
            for cut in article.cuts
        }
        found = {
            (name, sentence.line_no, sentence.start, sentence.end)
            for name, article in articles.items()
            for sentence in article.sentences
        }
        missed = []
        for row in gold("voice"):
            line_no, start, end = int(row["line_no"]), int(row["start"]), int(row["end"])
            line = articles[row["article_id"]].lines[line_no - 1].text
            for name, cut_line, cut_start, cut_end in cuts:
                if (name, cut_line) == (row["article_id"], line_no):
                    line = line[:cut_start] + " " * (cut_end - cut_start) + line[cut_end:]
            shown = line[start:end]
            start, end = start + len(shown) - len(shown.lstrip()), start + len(shown.rstrip())
            if shown.strip() and (row["article_id"], line_no, start, end) not in found:
                missed.append(shown)
        assert missed == []


class TestProperties:
    @given(LINES)
    def test_spans_cover_the_line(self, line):
        """Sentences come in order, do not overlap, hold every character but white space, and begin and end with one."""
        found = spans(line)
        covered = 0
        for start, end in found:
            assert not line[covered:start].strip()
            assert line[start:end].strip() == line[start:end] != ""
            covered = end
        assert not line[covered:].strip()

    @given(LINES)
    def test_a_sentence_ends_with_a_stop(self, line):
        """All but the last sentence of a line hold a stop near their end."""
        for start, end in spans(line)[:-1]:
            assert set(line[start:end]) & set(".!?…")


class TestHostile:
    @pytest.mark.parametrize(
        "piece",
        [
            '"',
            "(",
            "(a. ",
            ".",
            ". ",
            "…”",
            "A.",
            "A. ",
            "1.",
            "1. ",
            "[1]",
            ".A",
            "www.",
            "://",
            " ",
            "\u0301",
            ". “",
        ],
    )
    def test_long_runs(self, piece):
        """Long runs of marks, capitals, digits, brackets and spaces are cut without loss."""
        line = "Hội nghị " + piece * (60_000 // len(piece)) + " a. a! a"
        found = spans(line)
        assert found[0][0] == 0
        assert found[-1][1] == len(line)


class TestCodebooks:
    def test_abbreviations(self):
        """Every abbreviation has one kind and a meaning, and is written without its last full stop."""
        rows = read_csv("abbreviations.csv", columns=("form", "kind", "meaning"))
        forms = [row["form"] for row in rows]
        assert len(forms) == len(set(forms))
        for row in rows:
            assert row["kind"] in module.KINDS
            assert row["meaning"]
            assert not row["form"].endswith(".")

    def test_an_unknown_kind_is_reported(self, monkeypatch):
        """A kind that means nothing is an error that names the file, the entry and the cure."""
        monkeypatch.setattr(module, "read_csv", lambda *_, **__: [{"form": "GS", "kind": "honour"}])
        module._abbreviations.cache_clear()
        with pytest.raises(
            CodebookError,
            match=r'abbreviations.csv: "GS" is of kind "honour"; use before, end, initial, title',
        ):
            spans("Ông là GS. Nguyễn Văn Hiệu.")
        module._abbreviations.cache_clear()

    def test_openers_begin_with_a_capital(self):
        """The openers are written as they stand at the beginning of a sentence, each once, with whether it is a name too."""
        rows = read_csv("sentence_openers.csv", columns=("words", "name", "note"))
        words = [row["words"] for row in rows]
        assert {row["name"] for row in rows} == {"yes", "no"}
        assert len(words) == len(set(words))
        assert all(word[0] in VIETNAMESE_UPPER for word in words)
