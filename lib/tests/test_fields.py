"""Day of publication, outlet, author, title and address of an article."""

from __future__ import annotations

import pytest

from caytre.text.cleaning import clean
from caytre.text.cleaning.datelines import dateline, is_name, iso
from caytre.text.cleaning.fields import Fields
from caytre.text.cleaning.furniture import furniture
from caytre.text.cleaning.outlets import closing_tag, host_outlet, opening_tag, outlets, title_tag
from tests.cleaning_pages import FIELDS, page
from tests.helpers import ARTICLES, gold

BODY = (
    "Hội nghị đánh giá kết quả công tác trong năm và bàn phương hướng thời gian tới. Các đại biểu thống nhất cao với "
    "báo cáo của ban tổ chức."
)


def fields(text: str, **options: object) -> Fields:
    return clean("a", text, **options).fields  # type: ignore[arg-type]


class TestDatelines:
    @pytest.mark.parametrize(
        ("line", "value"),
        [
            ("14/12/2021", "2021-12-14"),
            ("14-12-2021", "2021-12-14"),
            ("1.7.2024", "2024-07-01"),
            ("2021-12-14", "2021-12-14"),
            ("2021-12-14T09:30:00+07:00", "2021-12-14T09:30+07:00"),
            ("16:30 14/12/2021", "2021-12-14T16:30"),
            ("author 16:30 14/12/2021", "2021-12-14T16:30"),
            ("Thứ Ba, 14/12/2021, 10:15 (GMT+7)", "2021-12-14T10:15+07:00"),
            ("Thứ tư,\xa015/12/2021 10:53\xa0GMT+7", "2021-12-15T10:53+07:00"),
            ("07 / 12 / 2019 - 12:41 PM", "2019-12-07T12:41"),
            ("07/12/2019 01:05 PM", "2019-12-07T13:05"),
            ("07/12/2019 12:05 SA", "2019-12-07T00:05"),
            ("Ngày 5 tháng 3 năm 2020", "2020-03-05"),
            ("Hà Nội, ngày 18 tháng 11 năm 2022", "2022-11-18"),
            ("14 Tháng Mười Hai, 2021", "2021-12-14"),
            ("20/12/2021 07:00 GMT+7", "2021-12-20T07:00+07:00"),
            ("Cập nhật lúc 08:15, Thứ Năm, 07/03/2024 (GMT+7)", "2024-03-07T08:15+07:00"),
            ("Thứ hai, 1/7/2024 | 09:05", "2024-07-01T09:05"),
            ("Thứ 3, Ngày 16/07/2024 -", "2024-07-16"),
            ("Ngày đăng: 08/07/2024  11:38", "2024-07-08T11:38"),
            ("Chủ nhật, 09/06/2019 | 22h47", "2019-06-09T22:47"),
            ("LĐO | 14/05/2023 | 08:00", "2023-05-14T08:00"),
            ("06-08-2021 - 07:05 AM | Công đoàn", "2021-08-06T07:05"),
            ("Đoàn Loan - 05/05/2023 - 06:45", "2023-05-05T06:45"),
            ("21/12/2021 - 16:02 | 1.234 lượt xem", "2021-12-21T16:02"),
        ],
    )
    def test_a_dateline_is_read(self, line: str, value: str) -> None:
        """Day, time and zone come out in ISO form, the zone only where it stands."""
        found = dateline(line, furniture())
        assert found is not None
        assert (found.value, found.precision) == (value, "minute" if "T" in value else "day")

    @pytest.mark.parametrize(
        "line",
        [
            "31/2/2021",
            "14/13/2021",
            "14/12",
            "Thứ Ba, 14/12",
            "12/12/2021/NĐ-CP",
            "31/3/1961-31/3/2021",
            "Giá vàng hôm nay 14/12/2021: Tăng mạnh",
            "Lịch thi đấu bóng đá hôm nay 14/12/2021",
            "Ngày 14/12/2021, Bộ Chính trị tổ chức hội nghị.",
            "3 giờ trước",
            "2-1",
            "16:30",
        ],
    )
    def test_other_lines_are_no_dateline(self, line: str) -> None:
        """Impossible days, days without a year, numbers of decrees, headlines and sentences are none."""
        assert dateline(line, furniture()) is None

    @pytest.mark.parametrize(
        "text", ["Phan Anh", "Hoàng Thùy - Viết Tuân", "NGUYỄN VĂN A", "T.H", "PV", "Nguyễn Thị Minh Khai"]
    )
    def test_names_have_the_shape_of_names(self, text: str) -> None:
        """Two to five capitalised words, several of them, or initials."""
        assert is_name(text, furniture())

    @pytest.mark.parametrize(
        "text",
        ["Hà Nội", "Thời sự", "Tin liên quan", "Covid 19", "Anh", "A", "", "Một câu dài hơn tên người"],
    )
    def test_other_phrases_have_not(self, text: str) -> None:
        """Places, sections and sentences are no names."""
        assert not is_name(text, furniture())


class TestPublished:
    def test_a_label_goes_before_the_clock_of_the_page(self) -> None:
        """Of today's date in the bar and "Ngày đăng" the latter is the day of publication."""
        text = (
            f"Thứ 3, Ngày 16/07/2024 -\nHội nghị tổng kết công tác năm\nNgày đăng: 08/07/2024 11:38\n{BODY}"
        )
        assert fields(text).published == "2024-07-08T11:38"

    def test_the_first_publication_goes_before_an_update(self) -> None:
        """An update is later news of the same page."""
        text = (
            f"Hội nghị tổng kết công tác năm\nCập nhật: 10/07/2024 09:00\nĐăng ngày: 08/07/2024 11:38\n{BODY}"
        )
        assert fields(text).published == "2024-07-08T11:38"

    def test_a_time_on_its_own_line_belongs_to_the_day_beside_it(self) -> None:
        """Day and time may stand on two lines."""
        text = f"Hội nghị tổng kết công tác năm\n16:30\n14/12/2021\n{BODY}"
        assert fields(text).published == "2021-12-14T16:30"

    def test_no_year_means_no_day(self) -> None:
        """Without a year in the text nothing is published, whatever the reference date."""
        found = fields(
            f"Hội nghị tổng kết công tác năm\nSáng 14/12, hội nghị khai mạc. {BODY}", reference="2021-12-31"
        )
        assert (found.published, found.precision, found.published_from) == ("", "none", "none")

    def test_dates_of_other_articles_are_not_taken(self) -> None:
        """A day in the list below the article is another article's."""
        text = f"Hội nghị tổng kết công tác năm\n{BODY}\n{BODY}\nTin liên quan\nKhai mạc hội nghị toàn quốc (12/12/2021)\n12/12/2021"
        assert fields(text).published == ""

    def test_the_opening_gives_an_inferred_day_with_its_reason(self) -> None:
        """A whole date in the opening is inferred, and the reason names the line."""
        found = fields(
            f"Hội nghị tổng kết công tác năm\nSáng 14/12/2021, hội nghị khai mạc tại Hà Nội. {BODY}"
        )
        assert (found.published, found.published_from) == ("2021-12-14", "inferred")
        assert "14/12/2021" in found.published_reason
        assert "line 2" in found.published_reason

    def test_a_year_from_elsewhere_in_the_text_is_given_as_the_reason(self) -> None:
        """Day from the opening, year from the latest whole date of the text: both stand in the reason."""
        text = f"Hội nghị xây dựng Đảng\nHội nghị diễn ra ngày 16/12 tại Hà Nội. {BODY}\n{BODY} (31/3/1961-31/3/2021)."
        found = fields(text)
        assert (found.published, found.precision, found.published_from) == ("2021-12-16", "day", "inferred")
        assert "“ngày 16/12” (line 2)" in found.published_reason
        assert "“31/3/2021” (line 3)" in found.published_reason

    def test_a_later_year_in_the_text_forbids_the_inference(self) -> None:
        """Where the text speaks of a later year, the year is open."""
        text = f"Hội nghị xây dựng Đảng\nHội nghị diễn ra ngày 16/12. {BODY}\n{BODY} Năm 2023 đã khác. Từ 31/3/2021."
        assert fields(text).published == ""

    def test_history_is_not_the_day_of_publication(self) -> None:
        """An article that opens with a day of 1954 was not published then."""
        assert (
            fields(
                f"Trận địa pháo năm xưa\nNgày 15/3/1954, bộ đội ta làm chủ cứ điểm Độc Lập. {BODY}"
            ).published
            == ""
        )

    def test_nothing_is_inferred_after_the_reference_date(self) -> None:
        """The reference date of the corpus bounds what may be inferred."""
        text = f"Hội nghị tổng kết công tác năm\nSáng 14/12/2021, hội nghị khai mạc. {BODY}"
        assert fields(text, reference="2021-06-01").published == ""

    def test_metadata_goes_before_the_text(self) -> None:
        """What a researcher states stands, and its origin is shown."""
        found = fields(
            f"Hội nghị tổng kết\n14/12/2021\n{BODY}", metadata={"published": "2021-12-15", "outlet": "Báo A"}
        )
        assert (found.published, found.published_from, found.outlet) == ("2021-12-15", "metadata", "Báo A")

    def test_metadata_without_a_whole_date_is_told_and_passed_over(self) -> None:
        """An unusable date of metadata is named in the reason; the text's day stands."""
        found = fields(f"Hội nghị tổng kết\n14/12/2021\n{BODY}", metadata={"published": "hôm qua"})
        assert (found.published, found.published_from) == ("2021-12-14", "text")
        assert "hôm qua" in found.published_reason

    @pytest.mark.parametrize(
        ("value", "day"),
        [
            ("2021-12-14", "2021-12-14"),
            ("14/12/2021 08:00", "2021-12-14T08:00"),
            ("2021-12-14T08:00:00Z", "2021-12-14T08:00"),
            ("2021", ""),
        ],
    )
    def test_dates_of_metadata_are_read_in_many_forms(self, value: str, day: str) -> None:
        """ISO and the forms of datelines are understood."""
        assert iso(value, furniture())[0] == day


class TestOutlets:
    @pytest.mark.parametrize(
        ("opening", "outlet", "length"),
        [
            ("(VietQ.vn) - Hội nghị đã bế mạc.", "VietQ.vn", 13),
            ("VTV.vn - Trao đổi với báo chí", "VTV.vn", 9),
            ("(Dân trí) - Bị dẫn trước từ phút 21", "Dân trí", 12),
            ("(PLO)- TAND TP Cần Thơ tuyên phạt", "Pháp luật TP.HCM (PLO)", 7),
            ("TTO - Các tuyến mới kết nối ga metro", "Tuổi Trẻ Online (TTO)", 6),
            ("Hà Nội (TTXVN) - Ngày 5/4, Bộ", "TTXVN", 17),
            ("Baoquocte.vn. Chiều 27/11, tại Tokyo", "Thế giới & Việt Nam (TG&VN)", 14),
            ("Kinhtedothi - Sáng 15/3, Sở Xây dựng", "Kinh tế & Đô thị (Kinhtedothi)", 14),
            ("(Tintucmoi.vn) – Chiều nay", "Tintucmoi.vn", 17),
            ("(BXYZ) - Chiều nay, hội nghị", "BXYZ", 9),
        ],
    )
    def test_an_opening_tag_names_its_outlet(self, opening: str, outlet: str, length: int) -> None:
        """Tags in brackets, before a dash, with a place, and unknown ones that look like tags."""
        tag = opening_tag(opening, outlets(), furniture())
        assert tag is not None
        assert (tag.outlet, tag.end) == (outlet, length)

    @pytest.mark.parametrize(
        "opening",
        [
            "Bóng đá - môn thể thao vua - lại sôi động.",
            "Hà Nội - Nhiều công nhân vẫn phải thuê trọ",
            "(Ảnh minh họa) - Chiều nay",
            "Bộ Công an (C03) đã khởi tố",
            "HLV - người quyết định",
        ],
    )
    def test_sentences_open_without_a_tag(self, opening: str) -> None:
        """A dash or a bracket at the head of a sentence is no tag."""
        assert opening_tag(opening, outlets(), furniture()) is None

    def test_closing_and_title_tags_are_found(self) -> None:
        """ "(TTXVN/Vietnam+)" closes an article, "| VnExpress" a headline."""
        closing, title = (
            closing_tag("Hội nghị bế mạc. (TTXVN/Vietnam+)", outlets()),
            title_tag("Hội nghị | VnExpress", outlets()),
        )
        assert closing is not None
        assert title is not None
        assert (closing.outlet, title.outlet) == ("VietnamPlus", "VnExpress")
        assert closing_tag("Hội nghị bế mạc (hôm qua)", outlets()) is None

    @pytest.mark.parametrize(
        ("url", "outlet"),
        [
            ("https://www.thanhnien.vn/a.html", "Thanh Niên (TNO)"),
            ("thethao.vnexpress.net/x", "VnExpress"),
            ("https://blog.example.org/1", "blog.example.org"),
            ("x", ""),
            ("", ""),
            ("http://[", ""),
        ],
    )
    def test_an_address_names_its_outlet(self, url: str, outlet: str) -> None:
        """The host or a parent of it; an unknown host names itself."""
        assert host_outlet(url, outlets()) == outlet

    def test_the_address_of_metadata_gives_the_outlet(self) -> None:
        """Where no tag speaks, the page's own address does."""
        found = fields(
            f"Hội nghị tổng kết\n14/12/2021\n{BODY}", metadata={"url": "https://nhandan.vn/bai-1.html"}
        )
        assert (found.outlet, found.url) == ("Nhân Dân (NDO)", "https://nhandan.vn/bai-1.html")

    def test_an_address_inside_the_text_is_another_page(self) -> None:
        """A link in a paragraph neither is the article's address nor names its outlet."""
        found = fields(f"Hội nghị tổng kết\n14/12/2021\n{BODY} Xem https://bocongan.gov.vn/tin-1.html")
        assert (found.outlet, found.url) == ("", "")


@pytest.mark.parametrize("name", FIELDS)
def test_fields_of_composed_pages(name: str) -> None:
    """Title, day, outlet and author of pages in the manner of many sites."""
    found = clean(name, page(name)[0]).fields._asdict()
    assert {field: found[field] for field in FIELDS[name]} == FIELDS[name]


def test_fields_of_the_five_articles() -> None:
    """Titles and days are as annotated; no day is said to stand in a text that gives none."""
    for row in gold("articles"):
        path = ARTICLES / row["file"]
        found = clean(path.stem, path.read_text(encoding="utf-8")).fields
        assert found.title == row["title"]
        if row["published"]:
            assert found.published == row["published"]
            assert found.published_from == "text"
        else:
            assert found.published_from in ("inferred", "none")
