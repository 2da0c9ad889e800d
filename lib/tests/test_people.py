"""People: names, offices, who is meant, what is nobody."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre.analysis import people
from caytre.analysis.people import institutions
from caytre.analysis.people.names import names
from caytre.analysis.people.offices import grammar
from caytre.analysis.people.phrases import tokens
from caytre.analysis.people.registry import Key, Registry, office_key, words_of
from caytre.tables import Mention
from tests.helpers import article, gold, gold_articles


def found(text: str, published: str = "2021-12-14", registry: Registry | None = None) -> list[Mention]:
    """The mentions of a composed article, with what it teaches itself unless a registry is given."""
    one = article(text, published)
    return people.mentions(one, registry if registry is not None else people.learn([one]))


def persons(text: str) -> list[str]:
    return [row.person for row in found(text) if row.person]


class TestNames:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Nguyễn Văn An và Trần Thị Bích", ["Nguyễn Văn An", "Trần Thị Bích"]),
            ("Chủ tịch UBND TP Hà Nội Chu Ngọc Anh", ["Chu Ngọc Anh"]),
            ("Chánh án Nguyễn Hòa Bình", ["Nguyễn Hòa Bình"]),
            ("Bộ Ngoại giao Việt Nam tại Hà Nội, Cao Bằng, Thái Nguyên", []),
            ("Tập Cận Bình, Lý Khắc Cường và Hun Sen", ["Tập Cận Bình", "Lý Khắc Cường", "Hun Sen"]),
            ("bị hại Nguyễn Văn T. khai", ["Nguyễn Văn T"]),
        ],
    )
    def test_names_from_the_words_alone(self, text: str, expected: list[str]) -> None:
        """Family names and the codebook of foreign names need no corpus."""
        assert [name for _, _, name in names(text)] == expected

    @given(st.text(alphabet="NguyễnTrầnVăn An.,“”()", max_size=60))
    def test_offsets_slice_back(self, text: str) -> None:
        """Every span of a name is the name."""
        assert all(text[start:end] == name for start, end, name in names(text))


class TestOffices:
    @pytest.mark.parametrize(
        ("text", "person", "office"),
        [
            ("Phó Thủ tướng Thường trực Chính phủ Phạm Bình Minh dự.", "Phạm Bình Minh", "Phó Thủ tướng Thường trực Chính phủ"),
            ("Ủy viên Bộ Chính trị, Thường trực Ban Bí thư Võ Văn Thưởng đến.", "Võ Văn Thưởng", "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư"),
            ("Ông Nguyễn Văn A, giám đốc công ty B, đến.", "Nguyễn Văn A", "giám đốc công ty B"),
            ("Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch Nguyễn Văn Hùng dự.", "Nguyễn Văn Hùng", "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch"),
            ("Chủ tịch Vingroup Phạm Nhật Vượng nói.", "Phạm Nhật Vượng", "Chủ tịch Vingroup"),
            ("PGS.TS. Trần Đình Thiên phân tích.", "Trần Đình Thiên", "PGS.TS"),
            ("nguyên Phó Chủ tịch UBND TP.HCM Nguyễn Hữu Tín ra tòa.", "Nguyễn Hữu Tín", "nguyên Phó Chủ tịch UBND TP.HCM"),
            ("Bà Angela Pratt, Trưởng đại diện WHO, phát biểu.", "Angela Pratt", "Trưởng đại diện WHO"),
            ("Đại sứ Mỹ tại Việt Nam Marc Knapper chúc mừng.", "Marc Knapper", "Đại sứ Mỹ tại Việt Nam"),
            ("Bà Đinh Thị Hà - vụ trưởng Vụ Thống kê - giải thích.", "Đinh Thị Hà", "vụ trưởng Vụ Thống kê"),
            ("Chủ tịch UBND phường Tràng Tiền Nguyễn Quốc Hoàn kiểm tra.", "Nguyễn Quốc Hoàn", "Chủ tịch UBND phường Tràng Tiền"),
        ],
    )  # fmt: skip
    def test_office_before_and_after(self, text: str, person: str, office: str) -> None:
        """An office is read whole with its institution, before the name or in apposition."""
        row = found(text)[0]
        assert (row.person, row.office) == (person, office)

    def test_a_list_of_officials(self) -> None:
        """In a list with semicolons each office goes to the name before it."""
        rows = found(
            "Dự có các đồng chí: Nguyễn Xuân Phúc, Ủy viên Bộ Chính trị, Chủ tịch nước; Tô Lâm, Bộ trưởng Bộ Công an."
        )
        assert [(row.person, row.office) for row in rows] == [
            ("Nguyễn Xuân Phúc", "Ủy viên Bộ Chính trị, Chủ tịch nước"),
            ("Tô Lâm", "Bộ trưởng Bộ Công an"),
        ]
        assert {row.how for row in rows} == {"apposition"}

    def test_an_office_before_the_next_name_is_the_next_one_s(self) -> None:
        """ "A, Thủ tướng B": the office belongs to B."""
        rows = found("Tổng Bí thư Nguyễn Phú Trọng, Thủ tướng Phạm Minh Chính cùng dự.")
        assert [row.office for row in rows] == ["Tổng Bí thư", "Thủ tướng"]

    def test_no_office_eats_the_verb(self) -> None:
        """A complement ends before a verb: "Bí thư Đảng ủy Bộ Ngoại giao | nói"."""
        line = tokens("Bí thư Đảng ủy Bộ Ngoại giao nói")
        office = grammar().office(line, 0)
        assert office is not None
        assert line.words[office.last] == "nói"

    def test_keys_of_offices(self) -> None:
        """An office is compared without its form; one of the past is another office."""
        rules = grammar()
        assert office_key("Thủ tướng Chính phủ", rules) == Key("thủ tướng", "")
        assert office_key("cựu Bộ trưởng", rules) == Key("nguyên bộ trưởng", "")
        assert office_key("nữ ca sĩ", rules) == Key("ca sĩ", "")


class TestForeign:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "Tổng thống Mỹ Joe Biden hội đàm với Chủ tịch Trung Quốc Tập Cận Bình.",
                ["Joe Biden", "Tập Cận Bình"],
            ),
            ("Thủ tướng Anh Boris Johnson và Thủ tướng Campuchia Hun Sen.", ["Boris Johnson", "Hun Sen"]),
            ("HLV Park Hang-seo khen trợ lý Lee Young-jin.", ["Park Hang-seo", "Lee Young-jin"]),
            ("Người phát ngôn Điện Kremlin Dmitry Peskov bác bỏ.", ["Dmitry Peskov"]),
            ("Carlos Alcaraz thắng An Se-young (Hàn Quốc).", ["Carlos Alcaraz", "An Se-young"]),
            ("Hoa hậu H'Hen Niê dẫn chương trình.", ["H'Hen Niê"]),
            ("CEO Apple Tim Cook đến Hà Nội.", ["Tim Cook"]),
            ("Nạn nhân Y Thương và ông Rmah Hlun, trưởng thôn Plei Kần.", ["Y Thương", "Rmah Hlun"]),
            ("Tổng thống Mỹ Joe Biden đến. Ông Biden nói ngắn gọn.", ["Joe Biden", "Joe Biden"]),
            ("Chủ tịch Trung Quốc Tập Cận Bình đến. Ông Tập nói ngắn gọn.", ["Tập Cận Bình", "Tập Cận Bình"]),
        ],
    )
    def test_foreign_names(self, text: str, expected: list[str]) -> None:
        """Foreign names are known by codebook, office, country or given name."""
        assert persons(text) == expected


class TestReference:
    def test_given_name(self) -> None:
        """ "ông Trọng" is the one of that given name in the article."""
        rows = found("Tổng Bí thư Nguyễn Phú Trọng dự. Ông Trọng đề nghị các bộ vào cuộc.")
        assert [(row.person, row.how) for row in rows][1] == ("Nguyễn Phú Trọng", "given_name")

    def test_given_name_agrees_in_gender(self) -> None:
        """ "bà Hoa" is not the man Nguyễn Văn Hoa."""
        assert (
            persons("Ông Nguyễn Văn Hoa và bà Trần Thị Hoa đến. Ông Hoa nói trước.")[-1] == "Nguyễn Văn Hoa"
        )

    def test_given_name_alone(self) -> None:
        """Somebody of whom no more is said keeps the given name."""
        assert persons("Chị Lan, 35 tuổi, sống ở tầng 5.") == ["Lan"]

    def test_two_syllables_of_a_name(self) -> None:
        """ "Quang Hải" after "tiền vệ Nguyễn Quang Hải" is the same player."""
        assert (
            persons("Tiền vệ Nguyễn Quang Hải ghi bàn. Sau đó Quang Hải rời sân.") == ["Nguyễn Quang Hải"] * 2
        )

    def test_a_nickname_is_known_again(self) -> None:
        """A singer introduced by her trade is found bare later."""
        assert persons("Ca sĩ Mỹ Tâm ra mắt album. Đêm đó Mỹ Tâm hát ba bài.") == ["Mỹ Tâm"] * 2

    def test_office_alone_in_the_article(self) -> None:
        """ "Bộ trưởng" is the minister named before."""
        rows = found("Bộ trưởng Bùi Thanh Sơn phát biểu. Bộ trưởng nhấn mạnh, hội nghị rất quan trọng.")
        assert (rows[1].person, rows[1].how) == ("Bùi Thanh Sơn", "office_only")

    def test_office_of_another_institution(self) -> None:
        """ "Bộ trưởng Bộ Y tế" is not the minister of police named before."""
        rows = found("Bộ trưởng Bộ Công an Tô Lâm đến. Bộ trưởng Bộ Y tế nhấn mạnh, dịch đã giảm.")
        assert rows[1].person == ""

    def test_office_by_date(self) -> None:
        """Who the Prime Minister is depends on the day of the article."""
        early = article("Thủ tướng Nguyễn Xuân Phúc phát biểu.", "2020-06-01", name="early")
        late = article("Thủ tướng Phạm Minh Chính phát biểu.", "2022-06-01", name="late")
        registry = people.learn([early, late])
        assert found("Thủ tướng kêu gọi đoàn kết.", "2020-07-01", registry)[0].person == "Nguyễn Xuân Phúc"
        assert found("Thủ tướng kêu gọi đoàn kết.", "2022-07-01", registry)[0].person == "Phạm Minh Chính"
        assert found("Thủ tướng kêu gọi đoàn kết.", "2021-06-01", registry)[0].person == ""
        assert found("Thủ tướng kêu gọi đoàn kết.", "", registry)[0].person == ""

    def test_pronoun_before_a_reporting_verb(self) -> None:
        """ "Ông" that speaks is the man named last."""
        rows = found("Chủ tịch Trần Sỹ Thanh đến hiện trường. Ông yêu cầu rà soát toàn bộ chung cư.")
        assert (rows[1].person, rows[1].how) == ("Trần Sỹ Thanh", "pronoun")

    def test_offices_in_the_plural_name_nobody(self) -> None:
        """ "các Đại sứ" and "một giám đốc" are nobody in particular."""
        assert persons("Đại sứ Lê Văn Bàng đến. Các Đại sứ và một Giám đốc cùng dự.") == ["Lê Văn Bàng"]


class TestNobody:
    @pytest.mark.parametrize(
        "text",
        [
            "Học tập tư tưởng Hồ Chí Minh.",
            "Thành phố Hồ Chí Minh, TP Hồ Chí Minh và TP. Hồ Chí Minh mưa lớn.",
            "Lãnh đạo các thành phố Hà Nội, Hồ Chí Minh và Đà Nẵng dự.",
            "Đường Nguyễn Huệ, Lê Lợi và phố Lý Thường Kiệt đông nghịt.",
            "Trường THPT Chu Văn An và Đại học Tôn Đức Thắng tuyển sinh.",
            "Giải thưởng Tạ Quang Bửu, Bảo tàng Hồ Chí Minh, Lăng Chủ tịch Hồ Chí Minh.",
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh ra quân.",
            "Hội trường Diên Hồng, Nhà hát Hồ Gươm, sân Mỹ Đình.",
            "Toàn cảnh lễ khai giảng. Ảnh: Nguyễn Khánh",
            "Cầu Trần Thị Lý và hầm Thủ Thiêm thông xe.",
            "Anh, Pháp và Mỹ ký thỏa thuận; Ban Bí thư ra chỉ thị.",
        ],
    )
    def test_traps(self, text: str) -> None:
        """Cities, streets, schools, prizes, halls, doctrines and credits are no people."""
        assert persons(text) == []

    def test_an_eponym_is_its_own_class(self) -> None:
        """A school named after somebody is a row, without a person."""
        rows = found("Trường THPT Chu Văn An khai giảng.")
        assert [(row.surface, row.person, row.how) for row in rows] == [("Chu Văn An", "", "eponym")]

    def test_bylines_are_left_out(self) -> None:
        """A line that is one bare name signs the article."""
        assert persons("Hội nghị kết thúc.\nPhan Văn Anh") == []

    def test_the_man_himself(self) -> None:
        """With his office Hồ Chí Minh is a person."""
        assert persons("tư tưởng của Chủ tịch Hồ Chí Minh") == ["Hồ Chí Minh"]


class TestRegistry:
    def parts(self) -> list[Registry]:
        return [people.learn([one]) for one in gold_articles()]

    def test_merging_does_not_depend_on_order(self) -> None:
        """Shards merge into the registry of the whole, in any order."""
        parts = self.parts()
        whole = people.learn(gold_articles())
        assert Registry().merge(*parts) == whole == Registry().merge(*reversed(parts))

    def test_json_round_trip(self) -> None:
        """A registry survives being written and read."""
        registry = people.learn(gold_articles())
        again = Registry.from_dict(json.loads(json.dumps(registry.to_dict())))
        assert again == registry
        assert hash(again) == hash(registry)

    def test_the_restricted_registry_is_enough(self) -> None:
        """Mentions are the same with the part of the registry that concerns the article."""
        registry = people.learn(gold_articles())
        for one in gold_articles():
            small = registry.restricted_to(words_of([one]))
            assert len(small.spellings) <= len(registry.spellings)
            assert people.mentions(one, small) == people.mentions(one, registry)

    def test_variants_are_reported_not_merged(self) -> None:
        """A missing mark gives a candidate pair, and two people."""
        rows = found(
            "Ông Nguyễn Quốc Dũng đến.\nBà Trần Thị Hà gặp ông Nguyễn Quốc Dung và ông Nguyễn Quốc Dũng."
        )
        assert {row.person for row in rows} >= {"Nguyễn Quốc Dũng", "Nguyễn Quốc Dung"}
        assert [(pair.name, pair.variant, pair.reason) for pair in people.candidates(rows)] == [
            ("Nguyễn Quốc Dũng", "Nguyễn Quốc Dung", "marks")
        ]


class TestInstitutions:
    def test_abbreviations_are_learnt(self) -> None:
        """What an article abbreviates in brackets counts from there on."""
        rows = institutions.find(
            article("Ngoại giao kinh tế (NGKT) là trọng tâm.\nBộ KH&CN coi NGKT là đòn bẩy.")
        )
        assert [(row.surface, row.institution) for row in rows if row.line_no == 2] == [
            ("Bộ KH&CN", "Bộ Khoa học và Công nghệ"),
            ("NGKT", "Ngoại giao kinh tế"),
        ]

    def test_a_remark_in_brackets_is_no_abbreviation(self) -> None:
        """Letters that the words before do not spell are left alone."""
        assert institutions.abbreviations("Cầu thủ Hà Nội (HAGL) rời sân") == {}


class TestMeasured:
    def test_people_of_the_annotated_articles(self) -> None:
        """Every name annotated by hand is found, and nobody else."""
        articles = gold_articles()
        registry = people.learn(articles)
        rows = [row for one in articles for row in people.mentions(one, registry) if row.person]
        wanted = [row for row in gold("mentions") if row["kind"] == "name"]
        places = {(row["article_id"], row["line_no"], row["canonical"]) for row in wanted}
        given = {
            (row.article_id, str(row.line_no), row.person)
            for row in rows
            if row.how in ("named", "apposition")
        }
        assert len(places & given) >= 0.98 * len(places | given)


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn " * 20000,
        "Ông " * 20000,
        "Bộ trưởng, " * 10000,
        "A. " * 20000,
        "công ty " * 20000,
        "( " * 20000,
    ],
)
def test_long_runs(text: str) -> None:
    """Runs of the same word are read in linear time."""
    one = article(text)
    assert people.mentions(one, people.learn([one])) is not None


class TestUnlistedNames:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Danh sách có Kpuih Văn Hải, Triêng Thị Lan.", ["Kpuih Văn Hải", "Triêng Thị Lan"]),
            ("Thứ trưởng Trần Văn Phớc và bà Lê Thị Đoong ký.", ["Trần Văn Phớc", "Lê Thị Đoong"]),
            ("TS Phạm Trường Giang, ông Lê Sở Đông đến dự.", ["Phạm Trường Giang", "Lê Sở Đông"]),
            ("Đội văn nghệ có Giàng Seo Páo, Sùng Dế và Ksor Krơn.", ["Giàng Seo Páo", "Sùng Dế", "Ksor Krơn"]),
            ("Ngoại trưởng Hàn Quốc Cho Tae-yul gặp Yoon Sang-ho, chủ tịch hiệp hội.", ["Cho Tae-yul", "Yoon Sang-ho"]),
            ("Thượng nghị sĩ TJ Cox phản đối.", ["TJ Cox"]),
            ("Ellery Whitcombe, kinh tế trưởng của quỹ, dự báo.", ["Ellery Whitcombe"]),
            ("Đêm diễn có ca sĩ Thùy Chi, Hoài Lâm và Đức Phúc.", ["Thùy Chi", "Hoài Lâm", "Đức Phúc"]),
            ("Cậu bé tên Khôi chạy ra.", ["Khôi"]),
            ("Cảnh sát bắt một người nước ngoài tên A Tài.", ["A Tài"]),
            ("Chị Tuyến gặp ông Quý và anh Nam ở bến.", ["Tuyến", "Quý", "Nam"]),
        ],
    )  # fmt: skip
    def test_names_that_no_list_holds(self, text: str, expected: list[str]) -> None:
        """Middle names, hyphens, initials, an office behind, a list or "tên" give away names that are in no codebook."""
        assert persons(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "Theo Reuters, thị trường đi xuống.",
            "Sinh viên Đại học Y Hà Nội và Đại học Y Huế dự thi.",
            "Cầu Thị Nghè, Khu Văn Miếu và Huyện Văn Giang đều ngập.",
            "Lãnh đạo tỉnh An Giang và Đồng Tháp ký kết.",
            "Một người đàn ông S'tiêng này sống ở bìa rừng.",
            "Thủ quân Thể Công sút hỏng, trận Play-off hoãn.",
        ],
    )
    def test_what_only_looks_like_one(self, text: str) -> None:
        """Agencies, universities, bridges, provinces, peoples and clubs are nobody."""
        assert persons(text) == []


class TestGivenNames:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Công an bắt Đỗ Văn Kiên. Kiên khai đã trộm xe. Sáng nay, Kiên bị khởi tố.", ["Đỗ Văn Kiên"] * 3),
            ("Hồ Thị Duyên đến trường. Cô giáo gọi Duyên ra sân.", ["Hồ Thị Duyên"] * 2),
            ("Hai tay vợt Lý Đức Nam và Bùi Hải Thiên vào chung kết. Cả Nam và Thiên đều vui.", ["Lý Đức Nam", "Bùi Hải Thiên"] * 2),
            ("Một học sinh tên Phúc đến muộn. Vì thế, Phúc không được vào lớp.", ["Phúc"] * 2),
        ],
    )  # fmt: skip
    def test_alone_where_the_article_knows_it(self, text: str, expected: list[str]) -> None:
        """One syllable stands for somebody the article has named, if the words after it let a name end."""
        assert persons(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "Lê Minh Công báo tin. Bộ Công an chỉ đạo Công an tỉnh vào cuộc.",
            "Vũ Hải Nam đi làm xa. Người miền Nam và phía Nam đón bão.",
            "Trần Thị Xuân bán hoa. Mùa Xuân và Tết đã về.",
            "Ngô Văn Hội vắng mặt. Đại biểu nghe Hội và Đảng báo cáo.",
        ],
    )
    def test_not_where_it_is_another_word(self, text: str) -> None:
        """Police, directions, seasons and bodies are not people of that name."""
        assert len(persons(text)) == 1


class TestUnderOtherNames:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Minh Khuê tâm sự cô từng muốn bỏ nghề.", ["Minh Khuê"]),
            ("Gia Hân (24 tuổi) làm kế toán.", ["Gia Hân"]),
            ("Emmy kể cô lớn lên ở Hội An. Sau đêm diễn, Emmy bật khóc.", ["Emmy", "Emmy"]),
            ("Bầu Đức cười khi nghe câu hỏi.", ["Đoàn Nguyên Đức"]),
            ("Đại sứ Trung Quốc Lâm Tiểu Vân trình quốc thư.", ["Lâm Tiểu Vân"]),
            ("Phó Thủ tướng Trung Quốc Cảnh Lỗi bác bỏ.", ["Cảnh Lỗi"]),
        ],
    )  # fmt: skip
    def test_stage_names_and_neighbours(self, text: str, expected: list[str]) -> None:
        """What only a person does, an age, a nickname of the codebook or an office of a neighbouring state gives a name away."""
        assert persons(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "Hoa Sen thông báo lãi lớn. Tân Thịnh khẳng định không nợ thuế.",
            "Đoàn Luật sư TP.HCM và Đoàn Thanh niên phản hồi.",
            "Bệnh nhân Covid-19 tăng nhanh ở Bà Rịa-Vũng Tàu.",
        ],
    )
    def test_companies_bodies_and_diseases(self, text: str) -> None:
        """What companies do, bodies that begin like a family, and words with a number are nobody."""
        assert persons(text) == []


class TestOfficesAlone:
    def test_an_office_of_the_past_means_who_held_it(self) -> None:
        """ "Cựu chủ tịch huyện" is the one introduced so, not today's chairman."""
        text = "Chủ tịch huyện Lê Văn Ba dự tòa. Ông Đỗ Hữu Tài (cựu chủ tịch huyện) ra tòa.\nCựu chủ tịch huyện khai không biết."
        assert found(text)[-1].person == "Đỗ Hữu Tài"

    def test_two_of_the_highest_offices_are_two_people(self) -> None:
        """ "Ý kiến của Thủ tướng, Chủ tịch Quốc hội X nói" names one person with one office."""
        row = found("Nghe ý kiến của Thủ tướng, Chủ tịch Quốc hội Vương Đình Huệ kết luận phiên họp.")[-1]
        assert (row.person, row.office) == ("Vương Đình Huệ", "Chủ tịch Quốc hội")

    def test_two_that_one_person_held(self) -> None:
        """The party's and the state's first offices were held by one person."""
        row = found("Tổng Bí thư, Chủ tịch nước Nguyễn Phú Trọng chủ trì.")[0]
        assert row.office == "Tổng Bí thư, Chủ tịch nước"

    def test_a_witness_is_nobody_in_particular(self) -> None:
        """A role that many have does not mean the one person introduced with it."""
        rows = found("Chị Đỗ Thị Nga, nhân chứng, chạy ra đầu tiên.\nNhân chứng kể khói cuộn kín cầu thang.")
        assert rows[-1].person == ""


class TestPronouns:
    def test_not_who_undergoes_it(self) -> None:
        """In "A được ông khen" the pronoun is not A."""
        rows = found("HLV Đặng Văn Lợi khen học trò. Trần Như Ý được ông đánh giá là tiến bộ nhanh.")
        assert rows[-1].person == "Đặng Văn Lợi"

    def test_not_whom_the_article_names_only_later(self) -> None:
        """After an "ông" whom nobody knows, the next "ông" is not the first man that happens to be named."""
        rows = found("Ông cho biết hàng bán chậm.\nTrịnh Minh Kha mua ba cân. Ông nói giá đã giảm.")
        assert [row.person for row in rows] == ["Trịnh Minh Kha"]

    def test_no_guess_between_two(self) -> None:
        """ "Bà" after two names without a sign of a woman is nobody known."""
        rows = found(
            "Chủ tịch nước Lê Đức Toàn tiếp đại sứ Ba Lan Barbara Kowalska. Bà mong hai nước hợp tác."
        )
        assert "pronoun" not in {row.how for row in rows}

    def test_form_of_address_before_nearness(self) -> None:
        """ "bà" is the woman so addressed in the line, not the man named last."""
        rows = found("Bà Lê Thị Sáu, vợ bị cáo Đỗ Tư, ôm con. “Tôi chờ”, bà nói.")
        assert rows[-1].person == "Lê Thị Sáu"

    def test_not_who_is_only_an_object(self) -> None:
        """Of two men in a line the one after a preposition is not who speaks next."""
        rows = found("Tiến sĩ John Hart vào rừng với ông Đỗ Tư. Ông viết nhật ký dày đặc.")
        assert rows[-1].person == "John Hart"

    def test_comrade(self) -> None:
        """ "Đồng chí" means the one addressed so, over more lines than other pronouns reach."""
        text = "Đồng chí Lê Văn Sáu chủ trì.\\nMột là, làm.\\nHai là, học.\\nBa là, nghỉ.\\nBốn là, đi.\\nĐồng chí nhấn mạnh kỷ luật."
        assert found(text)[-1].person == "Lê Văn Sáu"
