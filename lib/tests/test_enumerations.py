"""Lists: found by their markers, numbered, announced, and told from what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.analysis import rhetoric
from caytre.analysis.rhetoric.lists import runs
from caytre.tables import EnumerationItem, Voice
from tests.helpers import article, gold_articles

Sizes = list[tuple[int, int]]


def found(text: str, kinds: dict[int, str] | None = None) -> list[EnumerationItem]:
    return rhetoric.enumerations(article(text, kinds=kinds))


def sizes(text: str, kinds: dict[int, str] | None = None) -> Sizes:
    """First line and number of items of every list with numbered items."""
    lists: dict[str, list[EnumerationItem]] = {}
    for row in found(text, kinds):
        if row.item_no is not None:
            lists.setdefault(row.list_id, []).append(row)
    return [(rows[0].line_no, len(rows)) for rows in lists.values()]


LISTS = {
    "spoken, one line an item": (
        "Thủ tướng yêu cầu tập trung vào ba nhiệm vụ.\nMột là, rà soát thể chế.\nHai là, khơi thông dòng vốn.\nBa là, siết kỷ luật.",
        [(2, 3)],
    ),
    "spoken, within one sentence": (
        "Muốn vậy phải làm ba việc: một là, giữ ổn định vĩ mô; hai là, tháo gỡ khó khăn; ba là, chăm lo an sinh.",
        [(1, 3)],
    ),
    "spoken without comma": (
        "Có hai lý do. Một là mưa đến sớm hơn mọi năm. Hai là hồ chứa đã đầy từ tháng trước.",
        [(1, 2)],
    ),
    "ordinals over paragraphs": (
        "Ông nêu ba nguyên nhân.\nThứ nhất, chi phí vốn tăng.\nLãi suất vay đã vượt 10%.\nThứ hai, đơn hàng giảm.\nThứ ba, thủ tục kéo dài.",
        [(2, 3)],
    ),
    "ordinals with là": (
        "Thứ nhất là nguồn nhân lực. Thứ hai là hạ tầng. Thứ ba là thể chế. Thứ tư là vốn.",
        [(1, 4)],
    ),
    "ordinals, old spelling of seven": (
        "\n".join(f"Thứ {n}, công việc phải xong." for n in ["nhất", "hai", "ba", "tư", "năm", "sáu", "bẩy"]),
        [(1, 7)],
    ),
    "more than ten": (
        "\n".join(
            f"{n.capitalize()} là, việc phải làm."
            for n in (
                "một",
                "hai",
                "ba",
                "bốn",
                "năm",
                "sáu",
                "bảy",
                "tám",
                "chín",
                "mười",
                "mười một",
                "mười hai",
            )
        ),
        [(1, 12)],
    ),
    "a noun with its ordinal": (
        "Giải pháp thứ nhất, hạ chi phí logistics.\nGiải pháp thứ hai, cắt thủ tục.\nGiải pháp thứ ba, mở thị trường.",
        [(1, 3)],
    ),
    "a noun with a figure": ("Nhiệm vụ 1: Hoàn thiện thể chế.\nNhiệm vụ 2: Phát triển hạ tầng.", [(1, 2)]),
    "first in words, then ordinals": (
        "Trước hết, cần thống nhất nhận thức. Thứ hai, phải phân công rõ. Thứ ba, kiểm tra thường xuyên.",
        [(1, 3)],
    ),
    "cuối cùng closes": (
        "Thứ nhất, hạ lãi suất.\nThứ hai, giãn thuế.\nCuối cùng, đẩy nhanh đầu tư công.",
        [(1, 3)],
    ),
    "a recipe in words": (
        "Đầu tiên, ngâm gạo nếp qua đêm. Tiếp theo, để ráo rồi xóc muối. Cuối cùng, đồ xôi trong 40 phút.",
        [(1, 3)],
    ),
    "a recipe in steps": (
        "Bước 1: Sơ chế cá lóc.\nBước 2: Ướp nghệ và riềng.\nBước 3: Nướng trên than hồng.",
        [(1, 3)],
    ),
    "clauses of a decision": (
        "QUYẾT ĐỊNH:\n1. Phê duyệt quy hoạch chung thành phố.\n2. Giao Sở Xây dựng công bố quy hoạch.\n3. Văn phòng có trách nhiệm thi hành.",
        [(2, 3)],
    ),
    "articles of a decision": (
        "Điều 1. Ban hành kèm theo quy chế.\nQuy chế gồm năm chương.\nĐiều 2. Quyết định có hiệu lực từ ngày ký.\nĐiều 3. Các đơn vị thi hành.",
        [(1, 3)],
    ),
    "points of a clause in the Vietnamese alphabet": (
        "Người nộp đơn phải có:\na) Đơn đề nghị;\nb) Bản sao giấy tờ;\nc) Ảnh chân dung;\nd) Biên lai;\nđ) Giấy ủy quyền;\ne) Lý lịch tư pháp.",
        [(2, 6)],
    ),
    "points in the Latin alphabet": (
        "\n".join(f"{letter}) Nội dung phải kê khai." for letter in "abcdefgh"),
        [(1, 8)],
    ),
    "a judgment with points within one line": (
        "Tuyên phạt các bị cáo: a) Trần Văn H. 12 năm tù; b) Lê Thị M. 7 năm tù; c) Phạm Văn T. 3 năm tù.",
        [(1, 3)],
    ),
    "points restart under the next clause": (
        "1. Hồ sơ gồm:\na) Tờ khai;\nb) Hợp đồng.\n2. Thời hạn giải quyết:\na) Năm ngày với hồ sơ thường;\nb) Ba ngày với hồ sơ gấp.",
        [(1, 2), (2, 2), (5, 2)],
    ),
    "figures in brackets": (
        "Có ba kịch bản: (1) dịch được khống chế; (2) dịch kéo dài; (3) dịch bùng phát trở lại.",
        [(1, 3)],
    ),
    "Roman figures in brackets": (
        "Bốn điều kiện gồm: (i) vốn đối ứng; (ii) mặt bằng sạch; (iii) năng lực nhà thầu; (iv) phương án hoàn vốn.",
        [(1, 4)],
    ),
    "letters in brackets as far as i": (
        " ".join(f"({letter}) một khoản chi;" for letter in "abcdđeghi"),
        [(1, 9)],
    ),
    "figures with a bracket": ("1) Kiểm tra vé.\n2) Gửi hành lý.\n3) Qua cửa an ninh.", [(1, 3)]),
    "figures with a slash": ("1/ Về giáo dục.\n2/ Về y tế.", [(1, 2)]),
    "figures with a dash": ("1- Về giáo dục.\n2- Về y tế.", [(1, 2)]),
    "numbered headings with text between": (
        "1. Kinh tế phục hồi\nTăng trưởng quý III đạt 5,3%.\nXuất khẩu tăng.\n2. Văn hóa khởi sắc\nNhiều lễ hội trở lại.",
        [(1, 2)],
    ),
    "numbered sub-headings": (
        "1.1. Vị trí địa lý\n1.2. Khí hậu\n2.1. Dân số\n2.2. Lao động",
        [(1, 2), (3, 2)],
    ),
    "parts in Roman capitals": (
        "I. MỤC ĐÍCH\nNâng cao nhận thức.\nII. YÊU CẦU\nThiết thực, tiết kiệm.",
        [(1, 2)],
    ),
    "parts in capital letters": ("A. Phần chung\nNội dung.\nB. Phần riêng\nNội dung.", [(1, 2)]),
    "ordinals with figures": ("Thứ nhất: về con người.\nThứ 2: về tiền.\nThứ 3: về thời gian.", [(1, 3)]),
    "paragraphs of a judgment": ("[1] Về tố tụng: hợp lệ.\n[2] Về nội dung: có căn cứ.", [(1, 2)]),
    "parts of an evening": (
        "Đêm nhạc có ba phần: phần thứ nhất là dân ca, phần thứ hai là giao hưởng, phần thứ ba là nhạc trẻ.",
        [(1, 3)],
    ),
    "hyphens": (
        "Kết quả gồm:\n- Thu ngân sách vượt 5%.\n- Giải ngân đạt 92%.\n- Hộ nghèo giảm 1,2%.",
        [(2, 3)],
    ),
    "dashes": ("Kết quả gồm:\n– Thu ngân sách vượt 5%.\n– Giải ngân đạt 92%.", [(2, 2)]),
    "dots": ("• Giá xăng giảm 500 đồng\n• Giá dầu giữ nguyên\n• Giá gas tăng", [(1, 3)]),
    "stars": ("* Giá xăng giảm 500 đồng\n* Giá dầu giữ nguyên", [(1, 2)]),
    "plus signs under a hyphen": (
        "- Về thu ngân sách:\n+ Thu nội địa tăng.\n+ Thu xuất nhập khẩu giảm.\n- Về chi ngân sách:\n+ Chi đầu tư tăng.\n+ Chi thường xuyên giảm.",
        [(1, 2), (2, 2), (5, 2)],
    ),
    "captions between bullets": (
        "- Ý thứ nhất rất dài.\nQuang cảnh hội thảo.\n- Ý thứ hai rất dài.",
        [(1, 2)],
    ),
    "three pillars in one sentence": (
        "Chiến lược dựa trên ba trụ cột là kinh tế, xã hội và môi trường.",
        [(1, 3)],
    ),
    "a number in figures and gồm": (
        "Đề án gồm 4 nội dung chính gồm: đất đai, tài chính, nhân lực, công nghệ.",
        [(1, 4)],
    ),
    "đó là after a comma": ("Đội bóng đặt ra hai mục tiêu, đó là trụ hạng và đào tạo trẻ.", [(1, 2)]),
    "in brackets": ("Dự án hướng tới 3 tiêu chí (xanh, sạch, đẹp) do dân bình chọn.", [(1, 3)]),
    "semicolons in one sentence": (
        "Bộ đề ra ba giải pháp: giảm thuế cho hộ kinh doanh; cho vay ưu đãi, dài hạn; đơn giản hóa thủ tục.",
        [(1, 3)],
    ),
    "what follows the list is no item": (
        "Tỉnh xác định ba khâu đột phá là hạ tầng, nhân lực, thể chế, góp phần đưa kinh tế cất cánh.",
        [(1, 3)],
    ),
    "no number, before a colon": ("Hoạt động trên các trụ cột: chính trị, kinh tế, văn hóa.", [(1, 3)]),
    "ordinals of a noun that is said in full only once": (
        "Nguyên nhân thứ nhất là vốn ít. Thứ hai, thủ tục rườm rà.\nNguyên nhân cuối cùng là thiếu thợ lành nghề.",
        [(1, 3)],
    ),
    "first and last, words between": (
        "Nội dung giám sát đầu tiên là giá thuốc.\nNội dung thứ hai là đấu thầu.\nNội dung cuối cùng là nhân lực y tế.",
        [(1, 3)],
    ),
    "nested ordinals": (
        "Giải pháp thứ nhất là vốn. Thứ nhất, hạ lãi suất. Thứ hai, giãn nợ.\nGiải pháp thứ hai là thị trường.",
        [(1, 2), (1, 2)],
    ),
    "ordinals with words before them": (
        "Về kiến nghị thứ nhất, Bộ đồng ý; về kiến nghị thứ hai, cần bàn thêm; còn kiến nghị thứ ba thì chưa đủ căn cứ.",
        [(1, 3)],
    ),
    "joined by và": (
        "Có hai lý do, một là hồ đã cạn từ đầu tháng và hai là đập cũ phải sửa.",
        [(1, 2)],
    ),
    "any noun, if the items come out": (
        "Giải có 4 môn thi đấu gồm: bắn nỏ, đẩy gậy (nam, nữ), kéo co và tung còn.",
        [(1, 4)],
    ),
    "any noun, the items with commas inside": (
        "Sở công bố 3 quyết định, gồm: Quyết định số 11 về giá nước, Quyết định số 12 về phí đò, bến bãi và Quyết định số 13 về chợ.",
        [(1, 3)],
    ),
    "spans of years": (
        "Ngành đã qua 3 kỳ kế hoạch là: 2006-2010; 2011-2015; và 2016-2020.",
        [(1, 3)],
    ),
    "persons between commas and semicolons": (
        "Công an tạm giữ 4 đối tượng gồm: Lê Văn A (SN 1990), Trần Văn B (SN 1991); Võ Văn C (SN 1988), Hồ Văn D.",
        [(1, 4)],
    ),
    "any noun, the items below": (
        "Lễ hội diễn ra tại 3 phường gồm:\n- Phường Cửa Nam.\n- Phường Hàng Bông.\n- Phường Cửa Đông.",
        [(2, 3)],
    ),
    "a plural noun and semicolons": (
        "Kỳ họp thảo luận các dự án: Luật Nhà ở; Luật Báo chí (sửa đổi); Luật Thư viện.",
        [(1, 3)],
    ),
    "times at the head of lines": (
        "Đợt 2016-2018: Khảo sát tuyến.\nĐợt 2018-2020: Giải phóng mặt bằng.\nĐợt 2020-nay: Thi công.",
        [(1, 3)],
    ),
    "topics at the head of lines": (
        "Về thu ngân sách: Vượt dự toán 4%.\nVề đầu tư: Giải ngân đạt 92%.\nVề việc làm: Thêm 12.000 chỗ.",
        [(1, 3)],
    ),
    "a list in the sentence after its announcement": (
        "Phiên họp cho ý kiến về 3 dự án luật. Gồm: dự án Luật Giá; dự án Luật Phí; dự án Luật Thuế;",
        [(1, 3)],
    ),
    "anything in the plural": (
        "Các thông tin ghi trên thẻ gồm: họ, chữ đệm và tên; ngày, tháng, năm sinh; giới tính; nơi cư trú.",
        [(1, 4)],
    ),
    "some contents": (
        "Hội nghị cho ý kiến vào một số nội dung: dự án chợ đầu mối; báo cáo thu chi; công tác cán bộ.",
        [(1, 3)],
    ),
    "topics of sentences": (
        "Đối với người bệnh, phải tận tình. Đối với đồng nghiệp, phải giúp đỡ. Đối với mình, phải nghiêm khắc.",
        [(1, 3)],
    ),
    "topics of sentences after a colon": (
        "Thầy dặn: “Đối với trò nhỏ, phải kiên nhẫn. Đối với trò lớn, phải tôn trọng. Đối với nghề, phải học suốt đời”.",
        [(1, 3)],
    ),
    "topics of lines after a quotation mark": (
        "Thầy dặn:\n“Đối với trò nhỏ, phải kiên nhẫn.\nĐối với trò lớn, phải tôn trọng.\nĐối với nghề, phải học suốt đời”.",
        [(2, 3)],
    ),
    "two cases of any noun, parted by a semicolon": (
        "Hai vụ việc khác được chuyển sang cơ quan điều tra gồm: Vụ mua sắm thiết bị ở Sở Y tế; Vụ đấu thầu ở Ban Quản lý chợ.",
        [(1, 2)],
    ),
    "pairs of words as items": (
        "Tỉnh đặt 18 chỉ tiêu trên 4 lĩnh vực: kinh tế, văn hóa và giáo dục, quốc phòng và an ninh, xây dựng Đảng.",
        [(1, 4)],
    ),
    "lines that end with semicolons": (
        "Hồ sơ gồm:\nĐơn đề nghị theo mẫu;\nBản sao căn cước;\nẢnh chân dung.\nNộp tại bộ phận một cửa.",
        [(2, 3)],
    ),
    "bullets within a line": (
        "Sở yêu cầu các trường: - Rà soát bếp ăn; - Lắp bình chữa cháy; - Công khai các khoản thu.",
        [(1, 3)],
    ),
    "the same opening three times": (
        "Đó là khát vọng của người lính. Đó là lời hứa với đồng đội. Đó là mệnh lệnh của trái tim.",
        [(1, 3)],
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_of_every_genre(name: str) -> None:
    """A list is found where it starts, with as many items as it has."""
    text, expected = LISTS[name]
    kinds = {2: "caption"} if name.startswith("captions") else None
    assert sorted(sizes(text, kinds)) == sorted(expected)


NO_LISTS = {
    "Monday": "Hội nghị khai mạc vào thứ hai, ngày 20/12. Thứ ba, các đoàn thảo luận tại tổ.",
    "Monday with a date in brackets": "Thứ nhất thuộc về đội chủ nhà. Thứ hai (15/3), hai đội gặp lại.",
    "a year": "Ông cho biết năm là mùa cao điểm của du lịch.",
    "one marker alone": "Một là, phải giữ cho được ổn định.",
    "a rank": "Đội xếp thứ nhất, đội bạn xếp thứ nhì bảng.",
    "counting aloud": "Huấn luyện viên hô một, hai, ba rồi thổi còi.",
    "a dialogue": "- Ông đánh giá thế nào về kết quả này?\n- Tôi cho rằng đây là bước tiến.\n- Còn hạn chế thì sao?\n- Vẫn còn nhiều.",
    "a date at the line's start": "1/5 là ngày Quốc tế Lao động.\n2/9 là Quốc khánh.",
    "a number at the line's start": "1.000 tỷ đồng đã được giải ngân.\n2.000 tỷ đồng còn lại sẽ giải ngân sau.",
    "a temperature": "-5 độ C là mức thấp nhất.\n-3 độ C là mức trung bình.",
    "pointing back": "Hai nhiệm vụ này là khó, nặng nề.",
    "a name twice": "Ông Nguyễn Văn A đến dự. Ông Nguyễn Văn A phát biểu. Ông Nguyễn Văn A trao quà.",
    "figures that do not start at one": "3. Khu vực phía Nam.\n4. Khu vực phía Bắc.",
    "an open list": "Làm việc trên các nội dung: kinh tế, văn hóa, giáo dục…",
    "a step in a story": "Đầu tiên, anh gọi cho mẹ. Sau đó anh lên đường.",
    "places in a ranking": "Thứ nhất và thứ hai là hai đội chủ nhà.",
    "sessions": "Kỳ họp thứ nhất và kỳ họp thứ hai đều họp tại Hà Nội.",
    "two choices": "Đến nước này chỉ còn một là thắng, hai là về nước.",
    "a family": "Chị có hai con: một trai và một gái.",
    "the score": "Trận đấu có ba bàn: Văn Lợi mở tỷ số, Đức Anh gỡ hòa và Minh Tú lập công phút cuối.",
    "an hour": "Cuộc họp lúc 3 giờ chiều: bàn vốn, bàn đất, bàn người.",
    "a ward with its number": "Quận 3 có nhiều việc phải làm: chợ, trường, trạm.",
    "a round with its number": "Vòng 3 gồm: Hà Nội, Hải Phòng, Nam Định.",
    "this year": "Trong năm nay gồm: hội xuân, hội sách, hội đèn, hội hoa, hội võ.",
    "what two sides did": "Hai bên đã thống nhất nhiều điều: mở thêm cửa khẩu và kéo dài giờ thông quan.",
    "an interview": "Phóng viên: Kết quả ra sao?\nÔng Nam: Rất tốt.\nPhóng viên: Còn vướng gì?\nÔng Nam: Vốn.",
    "who was there": "Tham dự có các đồng chí: Lê A, Bí thư; Trần B, Phó Bí thư; Võ C, Chánh Văn phòng.",
    "examples": "Một số mặt hàng tăng mạnh như: gạo tăng 12%; cà phê tăng 30%; hạt điều tăng 8%.",
    "another sentence": "Có 3 dự án luật được bàn. Nhiều ý kiến: đồng ý, phản đối, chờ thêm.",
    "last but not counted": "Mọi việc cuối cùng cũng xong. Việc thứ hai của anh là học.",
    "decimals": "Lạm phát ở mức 1.5 và 2.5 điểm phần trăm.",
}


@pytest.mark.parametrize("name", NO_LISTS)
def test_what_only_looks_like_a_list(name: str) -> None:
    """Weekdays, years, dates, turns of a dialogue and lone markers are no lists."""
    assert sizes(NO_LISTS[name]) == []


class TestAnnouncements:
    def test_number_in_words_some_lines_back(self) -> None:
        """A number in words announces the list that has as many items, captions and a paragraph between."""
        text = "Đại hội xác định ba nhiệm vụ trọng tâm.\nẢnh: Đại hội.\nÔng giải thích từng việc.\nMột là, xây.\nHai là, sửa.\nBa là, giữ."
        rows = found(text, {2: "caption"})
        assert {(row.announced, row.announced_count, row.announced_line) for row in rows} == {
            ("ba nhiệm vụ trọng tâm", 3, 1)
        }

    def test_mismatch_is_visible(self) -> None:
        """Where four are announced and three come, the rows say four and are three."""
        rows = found("Bộ trưởng nêu 4 giải pháp:\nThứ nhất, tiền.\nThứ hai, người.\nThứ ba, việc.")
        assert [row.announced_count for row in rows] == [4, 4, 4]

    def test_promise_that_never_comes(self) -> None:
        """An announced list that never comes is one row without a number."""
        rows = found("Thành phố giao 6 nhiệm vụ cho các quận trong năm tới. Mọi việc đang chạy tốt.")
        assert [(row.announced, row.announced_count, row.item_no, row.start) for row in rows] == [
            ("6 nhiệm vụ", 6, None, 15)
        ]

    def test_told_once_and_listed_elsewhere(self) -> None:
        """The same announcement, listed in another place, is not missed."""
        text = "Ba trụ cột là đất, nước và rừng.\nÔng nhắc lại ba trụ cột với báo giới."
        assert [row.item_no for row in found(text)] == [1, 2, 3]

    def test_part_of_a_whole_promises_nothing(self) -> None:
        """One of five tasks is no announcement of five."""
        assert found("Đây là một trong 5 nhiệm vụ của năm.") == []

    @pytest.mark.parametrize(
        "text",
        [
            "Tháng 3 nhiệm vụ nặng hơn.",
            "Khóa 12 nội dung đổi mới.",
            "Đạt 2,5 mục tiêu.",
            "Chỉ tiêu 12/15 mục tiêu đạt.",
        ],
    )
    def test_numbers_that_are_names(self, text: str) -> None:
        """After a month, a session or inside a fraction, a number announces nothing."""
        assert found(text) == []

    def test_repeated_opening_takes_no_other_number(self) -> None:
        """Sentences with one opening are announced only by their own number."""
        rows = found("Có 6 nhiệm vụ. Đó là khát vọng của ta. Đó là lời hứa của ta. Đó là niềm tin của ta.")
        assert [(row.announced_count, row.item_no) for row in rows] == [
            (6, None),
            (None, 1),
            (None, 2),
            (None, 3),
        ]


class TestSeenInThePress:
    """Shapes of announcements that news uses, in sentences made for the purpose."""

    @pytest.mark.parametrize(
        ("text", "items"),
        [
            (
                "Tỉnh dựa trên ba trụ cột: Thể chế số; hạ tầng số và nhân lực số.",
                ["Thể chế số", "hạ tầng số", "nhân lực số"],
            ),
            (
                'Ông yêu cầu thực hiện "4 hóa" gồm: tinh gọn hóa, số hóa, xanh hóa và thông minh hóa.',
                ["tinh gọn hóa", "số hóa", "xanh hóa", "thông minh hóa"],
            ),
            (
                "Cán bộ phải có “3 dám”, đó là: “Dám nghĩ; dám làm và dám chịu trách nhiệm” - theo lời Bí thư.",
                ["Dám nghĩ", "dám làm", "dám chịu trách nhiệm"],
            ),
            (
                "Phiên họp bàn 3 nhóm vấn đề, đó là: Y tế; Giáo dục; Văn hóa, thể thao, do Ủy ban Thường vụ chọn từ ý kiến cử tri.",
                ["Y tế", "Giáo dục", "Văn hóa, thể thao"],
            ),
            (
                "Ông rút ra hai bài học gồm: 1- Kiên định mục tiêu. 2- Linh hoạt về cách làm.",
                ["1- Kiên định mục tiêu.", "2- Linh hoạt về cách làm."],
            ),
            (
                "Phiên họp thảo luận hai nội dung: tình hình kinh tế, xã hội sáu tháng đầu năm, những kết quả đã đạt được, những hạn "
                "chế còn lại, các nguyên nhân khách quan và chủ quan, bài học kinh nghiệm cùng phương hướng và nhiệm vụ của sáu tháng "
                "cuối năm; công tác phòng dịch.",
                None,
            ),
        ],
    )
    def test_lists_in_a_sentence(self, text: str, items: list[str] | None) -> None:
        """Coined programmes, semicolons with a last "và", numbers with a dash, clauses of fifty words: all are lists."""
        rows = found(text)
        assert [row.item_no for row in rows] == list(range(1, (rows[0].announced_count or 0) + 1))
        if items is not None:
            assert [row.text for row in rows] == items

    @pytest.mark.parametrize(
        "text",
        [
            "Tỉnh tập trung thực hiện ba đột phá chiến lược trong nhiệm kỳ này.",
            "Bộ triển khai 12 nhiệm vụ nêu trong Nghị quyết của Chính phủ.",
            "Huyện đã hoàn thành 3 mục tiêu lớn của năm.",
            "Cả xóm quý ông Tám trụ cột với đám thanh niên.",
            'Thế trận ấy dựa vào "4 tại chỗ".',
            "Nghị quyết có năm quan điểm là kim chỉ nam cho mọi việc về sau.",
        ],
    )
    def test_no_list_is_missing(self, text: str) -> None:
        """Nobody is told that a list never comes where none was promised, or where it stands in another document."""
        assert found(text) == []


class TestItems:
    def test_marker_start_and_text(self) -> None:
        """An item has its marker, starts where the marker stands and ends where the next begins."""
        text = "Gồm: (1) giữ vững, (2) đổi mới."
        rows = found(text)
        assert [(row.marker, row.start, row.text) for row in rows] == [
            ("(1)", 5, "(1) giữ vững,"),
            ("(2)", 19, "(2) đổi mới."),
        ]
        assert all(text[row.start :].startswith(row.text) for row in rows)

    def test_words_before_a_marker(self) -> None:
        """What leads to a marker ("và", "còn") belongs to no item."""
        rows = found(
            "Bà nêu hai việc: thứ nhất là sửa đường và thứ hai là thắp đèn; còn thứ ba là trồng cây."
        )
        assert [row.text for row in rows] == [
            "thứ nhất là sửa đường",
            "thứ hai là thắp đèn;",
            "thứ ba là trồng cây.",
        ]

    def test_all_the_words_of_an_announcement(self) -> None:
        """A number of any noun announces with all the words before its list."""
        rows = found("Nước ta có 3 vùng kinh tế - xã hội giáp biển, gồm: Bắc Bộ, Trung Bộ và Nam Bộ.")
        assert {row.announced for row in rows} == {"3 vùng kinh tế - xã hội giáp biển"}
        assert [row.text for row in rows] == ["Bắc Bộ", "Trung Bộ", "Nam Bộ"]

    def test_a_colon_far_behind(self) -> None:
        """A number of any noun announces the list below, with commas before the colon."""
        rows = found(
            "Ban Chỉ đạo đưa 3 vụ án vào diện theo dõi, chỉ đạo, gồm:\nVụ án ở Sở Y tế;\nVụ án ở Sở Xây dựng;\nVụ án ở cảng."
        )
        assert [(row.announced_count, row.announced_line, row.line_no) for row in rows] == [
            (3, 1, 2),
            (3, 1, 3),
            (3, 1, 4),
        ]

    def test_a_group_of_the_codebook(self) -> None:
        """A mismatch is told where the noun is a group of something ("4 nhóm vấn đề")."""
        rows = found(
            "Quốc hội chọn 4 nhóm vấn đề.\nNhóm vấn đề thứ nhất là điện.\nNhóm vấn đề thứ hai là nước."
        )
        assert [(row.announced, row.announced_count, row.item_no) for row in rows] == [
            ("4 nhóm vấn đề", 4, 1),
            ("4 nhóm vấn đề", 4, 2),
        ]

    def test_two_in_apposition(self) -> None:
        """Two things named right after their noun are not missing."""
        assert found("Hội nghị bàn hai vấn đề tinh giản biên chế và tăng lương.") == []
        assert [row.announced for row in found("Hội nghị bàn hai vấn đề về biên chế và tiền lương.")] == [
            "hai vấn đề"
        ]

    def test_items_of_an_inline_list(self) -> None:
        """Items of a list in a sentence are what stands between the commas."""
        rows = found("Mô hình có ba trụ cột là đối ngoại Đảng, ngoại giao Nhà nước và đối ngoại nhân dân.")
        assert [row.text for row in rows] == ["đối ngoại Đảng", "ngoại giao Nhà nước", "đối ngoại nhân dân"]

    def test_the_next_list_is_no_item(self) -> None:
        """The words that announce the next list do not belong to the last item."""
        rows = found("Trên các trụ cột: Đảng, Nhà nước, nhân dân trên các lĩnh vực: chính trị, kinh tế…")
        assert [row.text for row in rows] == ["Đảng", "Nhà nước", "nhân dân"]

    def test_marked_bullets_are_one_list(self) -> None:
        """Bullets that open with ordinals are one list, not two."""
        assert sizes("- Thứ nhất, hạ tầng.\n- Thứ hai, nhân lực.") == [(1, 2)]

    def test_not_only_but_also(self) -> None:
        """The members of "không chỉ … mà còn" are named without being numbered."""
        rows = found("Ông không chỉ là nhà ngoại giao mà còn là nhà thơ.")
        assert [(row.marker, row.item_no, row.announced_count) for row in rows] == [
            ("không chỉ", None, None),
            ("mà còn", None, None),
        ]

    @pytest.mark.parametrize(
        ("text", "markers"),
        [
            (
                "Một mặt, tỉnh siết kỷ luật đầu tư. Mặt khác, tỉnh cởi mở với người dám làm.",
                ["một mặt", "mặt khác"],
            ),
            ("Giá gạo tăng một phần do hạn mặn, phần khác do đầu cơ.", ["một phần", "phần khác"]),
            ("Không chỉ ngư dân lo, các xưởng đóng tàu cũng đứng ngồi không yên.", ["không chỉ", "cũng"]),
            ("Văn hóa vừa là mục tiêu, vừa là động lực.", ["vừa là", "vừa là"]),
            ("Không chỉ thợ giỏi cũng biết, mà còn ai cũng biết.", ["không chỉ", "mà còn"]),
            ("Một mặt bằng giá mới đã hình thành.", []),
            ("Không chỉ hôm nay. Ngày mai trời cũng mưa.", []),
        ],
    )
    def test_two_members(self, text: str, markers: list[str]) -> None:
        """A figure has both its members, the second weakly only where nothing better follows, in the next sentence only at
        its opening."""
        assert [row.marker for row in found(text)] == markers

    def test_an_address_is_no_list(self) -> None:
        """Bullets before "Kính thưa" greet, they list nothing."""
        text = "- Kính thưa các đồng chí lão thành!\n- Thưa các vị khách quý!\nHôm nay chúng ta họp mặt."
        assert found(text) == []

    def test_parts_between_semicolons(self) -> None:
        """A list that is announced without a number has its members between semicolons where it has them."""
        text = "Đoàn sẽ giám sát các nội dung gồm: thu chi, mua sắm; tuyển sinh; an toàn trường học."
        assert [row.text for row in found(text)] == ["thu chi, mua sắm", "tuyển sinh", "an toàn trường học"]

    def test_what_a_document_sets_out(self) -> None:
        """A number that a resolution sets out is listed there: here nothing is missing."""
        assert found("Nghị quyết của thành phố đề ra các chỉ tiêu và 6 nhóm nhiệm vụ cho năm tới.") == []
        assert found("Ông chủ tịch nêu 6 nhóm nhiệm vụ cho năm tới.")[0].announced == "6 nhóm nhiệm vụ"

    def test_stated_by(self) -> None:
        """An item is stated by the voice of the sentence in which it starts."""
        voice = Voice("a", 1, 1, 0, 60, "Phạm Văn Đồng", "direct", "before", 1.0)
        text = "Một là, đoàn kết; hai là, tự lực."
        assert {row.stated_by for row in rhetoric.enumerations(article(text), [voice])} == {"Phạm Văn Đồng"}
        assert {row.stated_by for row in found(text)} == {""}

    def test_cuts_hold_no_markers(self) -> None:
        """What is furniture in a line holds no items."""
        assert sizes("Một là, giữ gìn.\nHai là, phát huy.", {1: "footer", 2: "footer"}) == []


class TestHostile:
    @pytest.mark.parametrize(
        "junk",
        [
            "“" * 20000,
            "(" * 20000,
            "1." * 10000,
            "A " * 10000,
            ", " * 10000,
            " " * 20000,
            "- " * 10000,
            "a\u0301" * 10000,
            "không chỉ " * 4000,
            "3 nhiệm vụ " * 3000,
            "1. a\n" * 3000,
            "Một là a.\n" * 2000,
            "- a\n" * 3000,
            "Hãy đi lên nào ta. " * 2000,
            "và " * 10000,
            "và thứ nhất " * 4000,
            "2 tỉnh gồm: " * 3000,
            "3 tỉnh: a, b " * 3000,
            "(a, " * 10000,
            ": - a" * 6000,
            "a:\n" + "a;\n" * 4000,
            "Về a: b\n" * 3000,
            "các a " * 5000,
            "các a gồm: " * 3000,
            "Gồm: a; b. " * 3000,
            ":" * 20000,
            "Đối với a: “Đối với b. " * 2000,
            "Năm 1" + "1" * 20000 + ": a",
        ],
    )
    def test_long_runs(self, junk: str) -> None:
        """Long runs of one sign end, and end soon."""
        found(junk)

    @given(st.text(alphabet="Mộtlàhai, thứnấb().;:\n-+*•123ivx“” ", max_size=200))
    def test_items_lie_in_their_lines(self, text: str) -> None:
        """Every item is exactly what stands at its place, and the numbers of a list run from one."""
        lines = text.split("\n")
        numbers: dict[str, list[int]] = {}
        for row in found(text):
            assert lines[row.line_no - 1][row.start :].startswith(row.text)
            if row.item_no is not None:
                numbers.setdefault(row.list_id, []).append(row.item_no)
        assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())


def test_hand_annotated_articles() -> None:
    """The five annotated articles give their ten lists and the one that never comes."""
    rows = [row for one in gold_articles() for row in rhetoric.enumerations(one)]
    items = [row for row in rows if row.item_no is not None]
    assert (len(items), len({(row.article_id, row.list_id) for row in items})) == (50, 11)
    assert [(row.article_id, row.announced) for row in rows if row.item_no is None and row.announced] == [
        ("vtv", "6 nhiệm vụ")
    ]


def test_numbers_in_words_within_a_paragraph() -> None:
    """ "Một, … Hai, …" after full stops is a list also inside one line."""
    one = article("Có hai việc cần làm. Một, công khai giá. Hai, cho người mua trả lại hàng.")
    assert [[item.marker for item in run.items] for run in runs(one)] == [["Một", "Hai"]]
