"""Numbered events: series, dates from the codebook, abbreviations, and what is left undated."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from caytre.analysis.times import tag
from caytre.analysis.times.events import events
from caytre.codebooks import CodebookError, read_csv
from caytre.tables import Time
from tests.helpers import article, gold, gold_articles

PUBLISHED = "2024-08-14"


def found(text: str, published: str = PUBLISHED) -> list[str]:
    return [f"{row.surface}={row.value}" for row in _events(text, published)]


def _events(text: str, published: str = PUBLISHED) -> list[Time]:
    return [row for row in tag(article(text, published)) if row.type == "ORDINAL_EVENT"]


class TestSeries:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Nghị quyết Đại hội XIII của Đảng", "CPV-Congress-13"),
            ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "CPV-Congress-13"),
            ("Văn kiện Đại hội lần thứ VI", "CPV-Congress-6"),
            ("Đường lối của Đại hội Đảng lần thứ mười ba", "CPV-Congress-13"),
            ("Đại hội Đảng 13 thành công", "CPV-Congress-13"),
            ("Nghị quyết lần thứ XII của Đảng", "CPV-Congress-12"),
            ("Quyết định của Bộ Chính trị khóa XII", "CPV-Term-12"),
            ("Ban Chấp hành Trung ương Đảng khoá XI", "CPV-Term-11"),
            ("Hội nghị Trung ương 4 khóa XII", "CPV-CC12-Plenum-4"),
            ("Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XIII", "CPV-CC13-Plenum-8"),
            ("đại biểu Quốc hội khóa XIV", "NationalAssembly-14"),
            ("Kỳ họp thứ 8, Quốc hội khóa XV", "NationalAssembly-15-Session-8"),
            ("kỳ họp thứ nhất của Quốc hội khóa XV", "NationalAssembly-15-Session-1"),
            ("Hội nghị Ngoại giao lần thứ 32", "DiplomaticConf-32"),
            ("Hội nghị Ngoại vụ toàn quốc lần thứ 19", "ForeignAffairsConf-19"),
            ("Đại hội XX Đảng Cộng sản Trung Quốc", "CPC-Congress-20"),
            ("Đại hội lần thứ XX của Đảng Cộng sản Trung Quốc", "CPC-Congress-20"),
            ("Đại hội lần thứ XI Đảng Nhân dân Cách mạng Lào", "LPRP-Congress-11"),
            ("Đại hội Đoàn toàn quốc lần thứ XII", "YouthUnion-Congress-12"),
            ("Đại hội Công đoàn Việt Nam lần thứ XIII", "TradeUnion-Congress-13"),
            ("chuẩn bị cho SEA Games 33", "SEAGames-33"),
            ("Đại hội Thể thao Đông Nam Á lần thứ 31", "SEAGames-31"),
            ("giành vàng tại ASIAD 19", "AsianGames-19"),
            ("cam kết tại COP26", "COP-26"),
            ("Hội nghị Cấp cao ASEAN lần thứ 44", "ASEAN-Summit-44"),
            ("Cách mạng công nghiệp lần thứ tư", "4IR"),
            ("Chiến tranh thế giới thứ hai", "WorldWar-2"),
            ("thắng lợi của Cách mạng Tháng Tám năm 1945", "AugustRevolution"),
        ],
    )
    def test_name_gives_event(self, text: str, value: str) -> None:
        """Each way of writing a listed series leads to one identifier."""
        assert [row.value for row in _events(text)] == [f"EVENT:{value}"]

    @pytest.mark.parametrize(
        ("text", "events"),
        [
            ("Nghị quyết Đại hội XI Đảng bộ tỉnh", ["Đại hội XI Đảng bộ tỉnh=EVENT:dai-hoi-dang-bo-tinh-11"]),
            (
                "Đại hội XX của Đảng bộ thành phố",
                ["Đại hội XX của Đảng bộ thành phố=EVENT:dai-hoi-dang-bo-thanh-pho-20"],
            ),
            (
                "Giao lưu hữu nghị quốc phòng biên giới lần thứ 2",
                [
                    "Giao lưu hữu nghị quốc phòng biên giới lần thứ 2=EVENT:giao-luu-huu-nghi-quoc-phong-bien-gioi-2"
                ],
            ),
            ("Khóa họp lần thứ 79 đã bế mạc", ["Khóa họp lần thứ 79=EVENT:khoa-hop-79"]),
            ("Đại hội XI Đảng bộ Quân đội", ["Đại hội XI Đảng bộ Quân đội=EVENT:ArmyParty-Congress-11"]),
            ("Bí thư Tỉnh ủy khóa XIX", ["Tỉnh ủy khóa XIX=EVENT:tinh-uy-19"]),
            ("Ban Chấp hành Đảng bộ tỉnh khoá XI", ["Đảng bộ tỉnh khoá XI=EVENT:dang-bo-tinh-11"]),
            ("Đại hội XIII của Đảng", ["Đại hội XIII của Đảng=EVENT:CPV-Congress-13"]),
            ("Đại hội Đảng bộ xã i", []),
            ("Cuộc họp báo hôm thứ Bảy", []),
        ],
    )
    def test_host_behind_the_number_names_the_event(self, text: str, events: list[str]) -> None:
        """A host that follows the number makes the congress its own, and a body with a term is named with it."""
        assert found(f"{text}.") == events

    def test_longer_numeral_is_not_cut(self) -> None:
        """Đại hội XII and Đại hội XIII stand side by side and stay apart."""
        assert found("từ Đại hội XII đến Đại hội XIII") == [
            "Đại hội XII=EVENT:CPV-Congress-12",
            "Đại hội XIII=EVENT:CPV-Congress-13",
        ]

    def test_congress_of_another_host_is_another_event(self) -> None:
        """A provincial congress is not the national one, whatever its number."""
        text = "Đại hội đại biểu Đảng bộ tỉnh Quảng Ninh lần thứ XV và Đại hội XIII của Đảng"
        assert [row.value for row in _events(text)] == [
            "EVENT:dai-hoi-dai-bieu-dang-bo-tinh-quang-ninh-15",
            "EVENT:CPV-Congress-13",
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Hội nghị diễn ra lần thứ hai trong năm",
            "Anh vô địch lần thứ ba liên tiếp",
            "Hội nghị có 30 đại biểu",
            "Đại hội I-ốt",
            "người đứng thứ hai",
            "giải 3 bài toán",
            "Hội đồng nhân dân đã họp",
            "COVID-19 lan rộng",
            "khóa 45 của trường",
        ],
    )
    def test_no_event(self, text: str) -> None:
        """An ordinal without a name, or a name without an ordinal, is no event."""
        assert found(text) == []

    def test_number_of_an_event_is_no_length_of_time(self) -> None:
        """ "lần thứ 30 năm 2018" holds an event and a year, not thirty years."""
        rows = tag(article("Hội nghị Ngoại giao lần thứ 30 năm 2018", PUBLISHED))
        assert [(row.surface, row.value) for row in rows] == [
            ("Hội nghị Ngoại giao lần thứ 30", "EVENT:DiplomaticConf-30"),
            ("năm 2018", "2018"),
        ]


class TestDates:
    def test_listed_event_has_its_days(self) -> None:
        """The Congress's days come from the codebook, and the row says so."""
        (row,) = _events("Đại hội XIII của Đảng")
        assert (row.earliest, row.latest, row.relation, row.how) == (
            "2021-01-25",
            "2021-02-01",
            "past",
            "codebook",
        )

    def test_month_and_year_spread_over_their_days(self) -> None:
        """An event of which only the month is known covers the month."""
        (row,) = _events("Hội nghị Ngoại giao 31")
        assert (row.earliest, row.latest) == ("2021-12-01", "2021-12-31")
        (row,) = _events("Bộ Chính trị khóa XII")
        assert (row.earliest, row.latest) == ("2016-01-01", "2021-12-31")

    def test_unlisted_number_is_undated(self) -> None:
        """A number that the codebook does not list is reported without a date, never guessed."""
        (row,) = _events("Hội nghị Ngoại giao lần thứ 77")
        assert (row.value, row.earliest, row.latest, row.relation, row.how) == (
            "EVENT:DiplomaticConf-77", "", "", "", "unresolved",
        )  # fmt: skip

    def test_unlisted_short_form_keeps_its_words(self) -> None:
        """ "Đại hội XIX" is nobody's congress until a host is named."""
        assert found("Nghị quyết Đại hội XIX") == ["Đại hội XIX=EVENT:dai-hoi-19"]


class TestWithinArticle:
    def test_abbreviation_in_brackets_is_learnt(self) -> None:
        """What stands in brackets after the full name is the name from then on, and in the title before it."""
        text = "Kết quả HNNG 31\nHội nghị Ngoại giao lần thứ 31 (HNNG 31) và HNNG 30 đã thành công."
        assert [row.value for row in _events(text)] == [
            "EVENT:DiplomaticConf-31", "EVENT:DiplomaticConf-31", "EVENT:DiplomaticConf-31", "EVENT:DiplomaticConf-30",
        ]  # fmt: skip

    def test_abbreviation_is_not_known_from_elsewhere(self) -> None:
        """An abbreviation that the article does not introduce is not read."""
        assert found("Kết quả HNNG 31") == []

    def test_short_form_takes_the_full_name(self) -> None:
        """ "Kỳ họp thứ 7" is the National Assembly's where the article says so once."""
        text = "Kỳ họp thứ 7, Quốc hội khóa XV khai mạc.\nTại Kỳ họp thứ 7, các đại biểu thảo luận."
        assert [row.value for row in _events(text)] == ["EVENT:NationalAssembly-15-Session-7"] * 2

    def test_a_provinces_plenum_is_not_the_partys(self) -> None:
        """ "Hội nghị lần thứ tám, khóa XI" is the Central Committee's, but not where a province's committee meets."""
        assert found("Nghị quyết Hội nghị lần thứ tám, khóa XI") == [
            "Hội nghị lần thứ tám, khóa XI=EVENT:CPV-CC11-Plenum-8"
        ]
        local = _events("Ban Chấp hành Đảng bộ tỉnh khai mạc Hội nghị lần thứ tám, khóa XI.")
        assert [row.value for row in local] == ["EVENT:hoi-nghi-8"]
        both = "Tỉnh ủy học tập Nghị quyết Hội nghị Trung ương 8 khóa XI."
        assert found(both) == ["Hội nghị Trung ương 8 khóa XI=EVENT:CPV-CC11-Plenum-8"]

    def test_another_countrys_assembly_is_not_dated(self) -> None:
        """ "Quốc hội khóa IX của Lào" has the number of another house."""
        assert found("Phiên khai mạc Quốc hội khóa IX của Lào") == []

    def test_unnamed_series_gets_a_slug(self) -> None:
        """An event of no listed series is named by its own words."""
        assert found("Liên hoan phim Việt Nam lần thứ XXIII") == [
            "Liên hoan phim Việt Nam lần thứ XXIII=EVENT:lien-hoan-phim-viet-nam-23"
        ]


class TestCodebook:
    def test_dates_are_dates_and_run_forward(self) -> None:
        """Every start and end is a year, a month or a day, and no event ends before it starts."""
        for row in read_csv("events.csv"):
            for text in (row["start"], row["end"]):
                assert not text or date.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text)
            assert bool(row["start"]) == bool(row["end"])
            assert row["start"] <= row["end"]

    def test_every_row_has_names_and_a_source(self) -> None:
        """No event without its Vietnamese and English name and where the date comes from."""
        rows = read_csv("events.csv")
        assert all(row["name_vi"] and row["name_en"] and row["source"] for row in rows)
        assert len({row["event"] for row in rows}) == len(rows)

    def test_series_have_a_reason(self) -> None:
        """Every pattern says why it is there."""
        assert all(row["reason"] for row in read_csv("event_series.csv"))

    def test_pattern_that_cannot_be_read_is_named(self, tmp_path: Path) -> None:
        """A broken pattern is an error that names the file and the row."""
        folder = tmp_path / "codebooks"
        folder.mkdir()
        header = "series,pattern,name_vi,name_en,only_listed,reason\n"
        (folder / "event_series.csv").write_text(
            f"{header}X-{{n}},hội (nghị {{n}},x,x,,x\n", encoding="utf-8"
        )
        with pytest.raises(CodebookError, match=r"event_series\.csv:2: pattern cannot be read"):
            events(tmp_path)

    def test_changed_codebook_is_read_again(self, tmp_path: Path) -> None:
        """A researcher who corrects a date sees it in the same session."""
        folder = tmp_path / "codebooks"
        folder.mkdir()
        path = folder / "events.csv"
        path.write_text(
            "event,name_vi,name_en,start,end,source\nCPV-Congress-13,x,x,2000,2000,x\n", encoding="utf-8"
        )
        one = article("Đại hội XIII", PUBLISHED)
        assert tag(one, corpus=tmp_path)[0].earliest == "2000-01-01"
        path.write_text(
            "event,name_vi,name_en,start,end,source\nCPV-Congress-13,x,x,2001-05,2001-05,x\n",
            encoding="utf-8",
        )
        assert tag(one, corpus=tmp_path)[0].earliest == "2001-05-01"


def test_gold_events_are_found() -> None:
    """At least 95 % of the numbered events of the five articles, with their identifier."""
    rows = {
        (one.article_id, row.line_no, at): row.value
        for one in gold_articles()
        for row in tag(one, reference="2021-12-14")
        if row.type == "ORDINAL_EVENT"
        for at in range(row.start, row.end)
    }
    core = [r for r in gold("times") if r["core"] == "1" and r["type"] == "ORDINAL_EVENT"]
    hits = sum(
        any(
            rows.get((r["article_id"], int(r["line_no"]), at)) == r["value"]
            for at in range(int(r["start"]), int(r["end"]))
        )
        for r in core
    )
    assert hits / len(core) >= 0.95
