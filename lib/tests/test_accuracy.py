"""The scorer on tables that are right, and on tables that are wrong in known ways; the shipped corpus against its floors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from caytre import tables
from tests.accuracy import Score, floors, measure, read_gold
from tests.accuracy.__main__ import corpus_scores
from tests.accuracy.contents import same_time
from tests.accuracy.matching import Row, pair, passages
from tests.accuracy.speech import ANNOTATED_KINDS, NARRATOR
from tests.accuracy.style import counted

GOLD = read_gold()
FLOORS = floors.read()


def frame(rows: Sequence[Row], schema: type[NamedTuple], *more: str) -> pd.DataFrame:
    """A table out of the cells that matter; the others are empty, places are numbers."""
    columns = [*schema._fields, *more]
    cells = [{column: row.get(column, "") for column in columns} for row in rows]
    found = pd.DataFrame(cells, columns=columns, dtype=object)
    for column in columns:
        if column.startswith(("line", "start", "end", "sent_no", "item_no", "announced_")):
            found[column] = pd.to_numeric(found[column])
    return found


def perfect() -> dict[str, pd.DataFrame]:
    """The tables of an analysis that agrees with every annotation."""
    articles = [{**row, "outlet": row["outlet"].split(" ")[0]} for row in GOLD["articles"]]
    quotes = [
        {
            **row,
            "kind": ANNOTATED_KINDS.get(row["kind"], row["kind"]),
            "end": int(row["start"]) + len(row["text"]),
        }
        for row in GOLD["quotes"]
    ]
    sentences = [{**row, "voice": "" if row["voice"] == NARRATOR else row["voice"]} for row in GOLD["voice"]]
    items = [
        {
            **row,
            "item_no": row["item_no"] if row["item_no"] != "0" else "",
            "announced_count": counted(row["announced"]) if row["announced"] else "",
        }
        for row in GOLD["enumerations"]
    ]
    return {
        "articles": frame(articles, tables.Article),
        "lines": frame([{**row, "kind": row["class"]} for row in GOLD["lines"]], tables.Line),
        "times": frame(GOLD["times"], tables.Time),
        "quotes": frame(quotes, tables.Quote),
        "sentences": frame(sentences, tables.Sentence, "voice", "mode"),
        "mentions": frame([{**row, "person": row["canonical"]} for row in GOLD["mentions"]], tables.Mention),
        "enumerations": frame(items, tables.EnumerationItem),
        "metaphors": frame(GOLD["metaphors"], tables.Metaphor),
        "formulas": frame(GOLD["formulas"], tables.Formula),
        "themes": frame(GOLD["themes"], tables.Theme),
        "echoes": frame(GOLD["reuse"], tables.Echo),
    }


def values(found: dict[str, pd.DataFrame], gold: dict[str, list[Row]] | None = None) -> dict[str, float]:
    """The value of each measure, to four decimals."""
    return {score.name: round(score.value, 4) for score in measure(found, gold or GOLD)}


def at(line: int, start: int, end: int, **cells: Any) -> Row:
    """A row of article "a" at its place."""
    return {"article_id": "a", "line_no": line, "start": start, "end": end, **cells}


class TestPerfectTables:
    def test_every_measure_is_one(self) -> None:
        """Tables made from the annotations agree with them in every measure, without a miss."""
        scores = measure(perfect(), GOLD)
        assert {score.name: score.value for score in scores} == dict.fromkeys(
            [score.name for score in scores], 1.0
        )
        assert not any(score.misses for score in scores)
        assert all(score.n_gold for score in scores)

    def test_the_order_of_the_rows_does_not_matter(self) -> None:
        """Reversed tables are as good."""
        assert set(values({name: table[::-1] for name, table in perfect().items()}).values()) == {1.0}

    def test_an_article_that_nobody_annotated_is_left_out(self) -> None:
        """More articles in the corpus change nothing."""
        more = {
            name: pd.concat([table, renamed(table)], ignore_index=True)
            for name, table in perfect().items()
            if name != "echoes"
        }
        assert set(values(more).values()) == {1.0}

    def test_a_missing_table_is_not_measured(self) -> None:
        """There is no value where there is no table, not a zero and not a one."""
        assert values({"formulas": perfect()["formulas"]}) == {"formulas.recall": 1.0}


def renamed(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(article_id="other-" + table["article_id"])


class TestBrokenTables:
    def test_empty_tables_find_nothing_and_fall_for_nothing(self) -> None:
        """Without any row all is nought but what asks for restraint."""
        found = values({name: table[:0] for name, table in perfect().items()})
        restraint = {"quotes.no_invented", "times.traps_avoided", "metaphors.traps_avoided"}
        assert {name for name, value in found.items() if value == 1.0} == restraint
        assert set(found.values()) == {0.0, 1.0}

    def test_shifted_offsets_lose_what_is_matched_by_place(self) -> None:
        """Quotations are matched by their words, items by line and number, fields and themes by their line."""
        moved = {}
        for name, table in perfect().items():
            places = [
                column
                for column in table.columns
                if column.startswith(("start", "end")) and column != "end_line"
            ]
            moved[name] = table.assign(**{column: table[column] + 100_000 for column in places})
        found = values(moved)
        lost = {name for name, value in found.items() if value == 0.0}
        assert lost == {
            "times.span.f1", "times.value.f1", "events.span.f1", "events.value.f1", "voice.accuracy",
            "voice.attributed.f1", "mentions.person.f1", "metaphors.span.f1", "metaphors.salient_recall",
            "metaphors.domain", "echoes.between.f1", "echoes.within.f1",
        }  # fmt: skip
        assert {value for name, value in found.items() if name not in lost} == {1.0}

    def test_wrong_values_leave_the_spans(self) -> None:
        """What is found in the right place and read wrongly costs the measures of the reading alone."""
        wrong: dict[str, Any] = {
            "value": "1900-01-01", "kind": "none", "speaker": "Tập Cận Bình", "person": "Tập Cận Bình", "domain": "cooking",
            "voice": "Tập Cận Bình", "office": "", "title": "Tin", "published": "1900-01-01", "outlet": "Báo", "byline": "Tin",
            "themes": "cooking", "canonical": "cây", "announced_count": 99,
        }  # fmt: skip
        found = values(
            {n: t.assign(**{c: v for c, v in wrong.items() if c in t}) for n, t in perfect().items()}
        )
        spans = {name for name in found if ".span." in name} | {
            "enumerations.items.f1",
            "metaphors.salient_recall",
        }
        untouched = {
            "times.traps_avoided",
            "metaphors.traps_avoided",
            "echoes.between.f1",
            "echoes.within.f1",
        }
        narrated = sum(row["mode"] in ("narration", "nrsa", "caption") for row in GOLD["voice"])
        assert found.pop("voice.accuracy") == round(narrated / len(GOLD["voice"]), 4) == 0.2147
        assert {name for name, value in found.items() if value == 1.0} == spans | untouched
        assert {value for name, value in found.items() if name not in spans | untouched} == {0.0}

    def test_duplicated_rows_are_false_alarms_where_an_answer_serves_once(self) -> None:
        """Twice the quotations, items and metaphors: precision 1/2, recall 1, F1 2/3."""
        found = values({name: pd.concat([table, table]) for name, table in perfect().items()})
        twice = {"quotes.span.f1", "enumerations.items.f1", "metaphors.span.f1"}
        assert {name: value for name, value in found.items() if value != 1.0} == dict.fromkeys(twice, 0.6667)

    def test_finding_something_where_there_is_nothing_is_a_false_alarm(self) -> None:
        """An article without an annotated list (khcn) counts all the same: 50 right of 51, all 50 found."""
        alarm = frame([{"article_id": "khcn", "line_no": 5, "item_no": 1}], tables.EnumerationItem)
        found = pd.concat([perfect()["enumerations"], alarm], ignore_index=True)
        assert values({"enumerations": found})["enumerations.items.f1"] == round(2 * 50 / (50 + 51), 4)


class TestContents:
    def test_article_fields(self) -> None:
        """A field that the text does not give is not asked for; a day is enough of a date, a part of an outlet."""
        gold = {"articles": [
            {"article_id": "a", "title": "Hội nghị Đối ngoại", "published": "2021-12-14T16:30", "outlet": "VietQ.vn (dòng 5)", "byline": "Phương Nam"},
            {"article_id": "b", "title": "Nền ngoại giao", "published": "", "outlet": "(không nêu)", "byline": ""},
        ]}  # fmt: skip
        found = [
            {
                "article_id": "a",
                "title": "Hội nghị  đối ngoại",
                "published": "2021-12-14",
                "outlet": "VietQ",
                "byline": "Phương",
            },
            {
                "article_id": "b",
                "title": "Nền",
                "published": "2021",
                "published_from": "text",
                "outlet": "VTV",
                "byline": "Tin",
            },
        ]
        scores = {score.name: score for score in measure({"articles": frame(found, tables.Article)}, gold)}
        assert {name: score.value for name, score in scores.items()} == {
            "articles.title": 0.5, "articles.published": 1.0, "articles.outlet": 1.0, "articles.byline": 0.0,
        }  # fmt: skip
        assert scores["articles.published"].note == "1 of 1 articles, 1 invented"
        assert scores["articles.byline"].misses == ("a | wanted 'Phương Nam', got 'Phương'",)

    def test_a_mark_alone_is_no_outlet(self) -> None:
        """A dash holds no word of the outlet's name."""
        gold = {
            "articles": [{"article_id": "a", "title": "", "published": "", "outlet": "VTV.vn", "byline": ""}]
        }
        assert (
            values({"articles": frame([{"article_id": "a", "outlet": "-"}], tables.Article)}, gold)[
                "articles.outlet"
            ]
            == 0.0
        )

    def test_lines(self) -> None:
        """Of three lines one is right (a heading is body); body: 1 right, 2 wanted, 2 claimed."""
        gold = {
            "lines": [
                at(n, 0, 0, **{"class": kind})
                for n, kind in enumerate(("body", "body", "caption", "blank"), 1)
            ]
        }
        found = [at(n, 0, 0, kind=kind) for n, kind in enumerate(("heading", "nav", "body", "body"), 1)]
        assert values({"lines": frame(found, tables.Line)}, gold) == {
            "lines.accuracy": 0.3333,
            "lines.body.f1": 0.5,
        }

    def test_times_when_every_word_is_tagged(self) -> None:
        """Năm là, sáng 16/12 họp: one pair, one more on the same date, three false alarms (P 1/4, R 1)."""
        gold = {
            "times": [at(1, 8, 18, type="TIME", value="2021-12-16TMO", core="1")],
            "times_traps": [at(1, 0, 6, surface="Năm là")],
        }
        words = [(0, 3), (4, 7), (8, 12), (13, 18), (19, 22)]
        found = [at(1, start, end, type="DATE", value="2021-12-16") for start, end in words]
        assert values({"times": frame(found, tables.Time)}, gold) == {
            "times.span.f1": 0.4, "times.value.f1": 0.4, "times.traps_avoided": 0.0,
        }  # fmt: skip

    def test_events_are_not_times(self) -> None:
        """A numbered event that is tagged as a date is no event found; overlapping an annotation, it is no false alarm."""
        gold = {"times": [
            at(1, 0, 12, type="ORDINAL_EVENT", value="EVENT:CPV-Congress-13", core="1"),
            at(1, 20, 28, type="DATE", value="2021", core="1"), at(1, 40, 48, type="DATE", value="P5Y", core="0"),
        ]}  # fmt: skip
        found = [
            at(1, 0, 12, type="DATE", value="13"),
            at(1, 20, 28, type="DATE", value="2021"),
            at(1, 40, 48, type="DATE"),
        ]
        assert values({"times": frame(found, tables.Time)}, gold) == {
            "times.span.f1": 1.0, "times.value.f1": 1.0, "events.span.f1": 0.0, "events.value.f1": 0.0,
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("want", "got", "same"),
        [
            ("2021-12-14", "2021-12-14", True),
            ("2021-12-14TMO", "2021-12-14", True),
            ("2021-12-20T07:00+07:00", "2021-12-20T07:00", True),
            ("2021-12-14T16:30", "2021-12-15T16:30", False),
            ("2021-12", "2021", False),
            ("P5Y", "P5M", False),
            ("FUTURE_REF", "PRESENT_REF", True),
            ("FUTURE_REF", "", True),
            ("FUTURE_REF", "2025", False),
            ("EVENT:CPV-Congress-13", "EVENT:CPV-Congress-12", False),
            ("EVENT:CPV-Congress-13", "EVENT:CPV-Term-13", False),
        ],
    )
    def test_time_values(self, want: str, got: str, same: bool) -> None:
        """The time of a day and the direction of a vague word are forgiven; a unit or the number of a congress is not."""
        assert same_time(want, got) is same

    def test_themes(self) -> None:
        """One theme right of three wanted and two claimed (P 1/2, R 1/3); the main one found in one of two paragraphs."""
        gold = {
            "themes": [
                at(1, 0, 0, themes="event; line", main_theme="event"),
                at(2, 0, 0, themes="local", main_theme="local"),
            ]
        }
        found = frame([at(1, 0, 0, themes="event;culture")], tables.Theme)
        assert values({"themes": found}, gold) == {"themes.f1": 0.4, "themes.main_found": 0.5}


class TestSpeech:
    def test_mentions(self) -> None:
        """One of two names with the right person, an office that is not asked for, one false alarm: P 1/3, R 1/2."""
        gold = {"mentions": [
            at(1, 0, 16, kind="name", canonical="Nguyễn Phú Trọng"), at(1, 30, 45, kind="name", canonical="Phạm Minh Chính"),
            at(2, 0, 11, kind="office_only", canonical="Nguyễn Phú Trọng"),
        ]}  # fmt: skip
        found = [
            at(1, 4, 16, person="Nguyễn Phú Trọng"), at(1, 30, 45, person="Nguyễn Xuân Phúc"),
            at(2, 0, 11, person="Phạm Minh Chính"), at(3, 0, 5, person="Hà Nội"), at(4, 0, 9, person=""),
        ]  # fmt: skip
        assert values({"mentions": frame(found, tables.Mention)}, gold) == {"mentions.person.f1": 0.4}

    def test_quotes(self) -> None:
        """Two of three found among three; one kind right; the one speaker wrong; a speaker invented."""
        gold = {"quotes": [
            at(1, 0, 0, text="Đất nước ta chưa bao giờ có được cơ đồ như ngày nay", kind="direct", speaker="Nguyễn Phú Trọng"),
            at(2, 0, 0, text="tự diễn biến", kind="scare/term", speaker=""),
            at(3, 0, 0, text="thống nhất cao trong nhận thức", kind="direct", speaker=""),
        ]}  # fmt: skip
        found = [
            at(
                2,
                9,
                60,
                text="Đất nước ta chưa bao giờ có được cơ đồ như ngày nay.",
                kind="direct",
                speaker="Phạm Minh Chính",
            ),
            at(3, 9, 40, text="thống nhất cao trong nhận thức", kind="term", speaker="Bộ Chính trị"),
            at(5, 0, 4, text="xanh", kind="term", speaker=""),
        ]
        assert values({"quotes": frame(found, tables.Quote)}, gold) == {
            "quotes.span.f1": 0.6667, "quotes.kind": 0.5, "quotes.speaker": 0.0, "quotes.no_invented": 0.0,
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("speaker", "office", "right"),
        [
            ("Nguyễn Phú Trọng", "", 1.0),
            ("Trọng", "Tổng Bí thư", 1.0),
            ("Nguyễn Phú Tr", "", 0.0),
            ("", "Tổng Bí thư Nguyễn Phú Trọng", 1.0),
            ("", "Tổng Bí thư", 0.0),
            ("", "", 0.0),
        ],
    )
    def test_speakers(self, speaker: str, office: str, right: float) -> None:
        """A whole part of the name will do, also in the office; an office alone names nobody."""
        gold = {"quotes": [at(1, 0, 0, text="cây tre Việt Nam", kind="direct", speaker="Nguyễn Phú Trọng")]}
        found = [at(1, 0, 16, text="cây tre Việt Nam", kind="direct", speaker=speaker, office=office)]
        assert values({"quotes": frame(found, tables.Quote)}, gold)["quotes.speaker"] == right

    def test_a_quotation_much_longer_or_two_lines_away_is_another(self) -> None:
        """A quotation that swallowed its sentence is not the quotation."""
        gold = {"quotes": [at(1, 0, 0, text="cây tre Việt Nam", kind="direct", speaker="")]}
        for line, text in (
            (1, "trường phái ngoại giao cây tre Việt Nam"),
            (3, "cây tre Việt Nam"),
            (1, "cây tre"),
        ):
            found = frame([at(line, 0, 16, text=text, kind="direct")], tables.Quote)
            assert values({"quotes": found}, gold)["quotes.span.f1"] == 0.0

    def test_voice(self) -> None:
        """One of four sentences right; attributed: one right, two wanted, two claimed."""
        modes = (
            ("narration", NARRATOR),
            ("indirect", "Bùi Thanh Sơn"),
            ("free_indirect", "Bùi Thanh Sơn"),
            ("nrsa", "Bùi Thanh Sơn"),
        )
        gold = {"voice": [at(n, 0, 50, mode=mode, voice=voice) for n, (mode, voice) in enumerate(modes, 1)]}
        found = [
            at(1, 0, 50, mode="indirect", voice="Bùi Thanh Sơn"), at(2, 0, 8, mode="narration", voice=""),
            at(2, 9, 50, mode="direct", voice="Bùi Thanh Sơn"), at(3, 0, 50, mode="narration", voice=""),
        ]  # fmt: skip
        scores = {
            score.name: score
            for score in measure({"sentences": frame(found, tables.Sentence, "voice", "mode")}, gold)
        }
        assert (scores["voice.accuracy"].value, scores["voice.attributed.f1"].value) == (0.25, 0.5)
        assert scores["voice.accuracy"].misses[-1].endswith("got no sentence")


class TestStyle:
    def test_enumerations(self) -> None:
        """Items 1, 2, 2 for 1, 2, 3: P 2/3, R 2/3. An announced count without a list is asked for too."""
        gold = {"enumerations": [
            *(at(1, 0, 0, list_id="A", item_no=str(n), announced="ba trụ cột") for n in (1, 2, 3)),
            at(1, 0, 0, list_id="B", item_no="0", announced="6 nhiệm vụ"),
        ]}  # fmt: skip
        items = [at(1, 0, 0, item_no=n, announced_count=3, announced_line=1) for n in (1, 2, 2)]
        bare = at(1, 0, 0, announced_count=6, announced_line=1)
        assert values({"enumerations": frame(items, tables.EnumerationItem)}, gold) == {
            "enumerations.items.f1": 0.6667, "enumerations.announced": 0.5,
        }  # fmt: skip
        found = frame([*items, bare], tables.EnumerationItem)
        assert values({"enumerations": found}, gold)["enumerations.announced"] == 1.0

    @pytest.mark.parametrize(
        ("announcement", "n"), [("9 nhiệm vụ", 9), ("ba trụ cột", 3), ("12 điểm", 12), ("nhiều điểm", None)]
    )
    def test_announced_numbers(self, announcement: str, n: int | None) -> None:
        """Counts are written in digits or in words."""
        assert counted(announcement) == n

    def test_metaphors(self) -> None:
        """The salient one found with the wrong domain, the other missed, a trap tagged."""
        gold = {
            "metaphors": [
                at(1, 0, 8, domain="war/front", conventionality="salient"), at(1, 20, 27, domain="building", conventionality="conventional"),
            ],
            "metaphor_traps": [at(2, 0, 16, surface="Mặt trận Tổ quốc")],
        }  # fmt: skip
        found = frame([at(1, 0, 8, domain="plant"), at(2, 0, 8, domain="war/front")], tables.Metaphor)
        assert values({"metaphors": found}, gold) == {
            "metaphors.span.f1": 0.5, "metaphors.salient_recall": 1.0, "metaphors.domain": 0.0, "metaphors.traps_avoided": 0.0,
        }  # fmt: skip

    def test_formulas(self) -> None:
        """Either tone-mark style and a longer phrase will do; half of a phrase will not."""
        wanted = enumerate(("thực hiện thắng lợi", "đa dạng hóa"))
        gold = {"formulas": [at(1, 0, 0, formula_id=n, canonical=phrase) for n, phrase in wanted]}
        found = frame(
            [at(1, 0, 0, canonical=phrase) for phrase in ("thắng lợi", "Đa dạng hoá quan hệ")], tables.Formula
        )
        assert values({"formulas": found}, gold) == {"formulas.recall": 0.5}

    def test_echoes(self) -> None:
        """Two answers cover 55 of 100 characters of both sides; a recurring name is neutral, one answer is wrong."""
        gold = {"reuse": [
            echo("a", 1, 0, 100, "b", 2, 0, 100, scope="between", kind="formula"),
            echo("a", 5, 0, 20, "b", 6, 0, 20, scope="between", kind="name"),
        ]}  # fmt: skip
        found = [
            echo("a", 1, 0, 30, "b", 2, 0, 30), echo("b", 2, 30, 55, "a", 1, 30, 55),
            echo("a", 5, 0, 20, "b", 6, 0, 20), echo("a", 9, 0, 40, "b", 9, 0, 40),
        ]  # fmt: skip
        scores = {score.name: score for score in measure({"echoes": frame(found, tables.Echo)}, gold)}
        score = scores["echoes.between.f1"]
        assert (score.precision, score.recall, score.n_gold, score.n_given) == (2 / 3, 1.0, 1, 4)
        assert round(score.value, 4) == 0.8
        assert scores["echoes.within.f1"].value == 0.0
        less = measure({"echoes": frame([found[0]], tables.Echo)}, gold)[0]
        assert (less.precision, less.recall) == (1.0, 0.0)


def echo(
    article_a: str,
    line_a: int,
    start_a: int,
    end_a: int,
    article_b: str,
    line_b: int,
    start_b: int,
    end_b: int,
    **cells: str,
) -> Row:
    return {
        "article_a": article_a, "line_a": line_a, "start_a": start_a, "end_a": end_a,
        "article_b": article_b, "line_b": line_b, "start_b": start_b, "end_b": end_b, **cells,
    }  # fmt: skip


class TestPairs:
    def test_the_greatest_overlap_is_taken_and_serves_once(self) -> None:
        """The second annotation cannot have the answer that the first took."""
        wanted, answers = passages([at(1, 0, 10), at(1, 8, 20)]), passages([at(1, 9, 11), at(1, 2, 9)])
        matches = pair(wanted, answers)
        assert matches.pairs == [(wanted[0], answers[1]), (wanted[1], answers[0])]
        assert pair(wanted, answers[1:]).missed == [wanted[1]]

    @given(
        st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9))),
        st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9))),
    )
    def test_every_passage_is_paired_once_or_left_over(
        self, a: list[tuple[int, int]], b: list[tuple[int, int]]
    ) -> None:
        """Pairs overlap, and nobody is lost or counted twice."""
        wanted, answers = (
            passages([at(1, start, start + length) for start, length in spans]) for spans in (a, b)
        )
        matches = pair(wanted, answers)
        assert all(one.shared(other) for one, other in matches.pairs)
        assert {*(one for one, _ in matches.pairs), *matches.missed} == set(wanted)
        assert len(matches.pairs) + len(matches.missed) == len(wanted)
        assert {*(other for _, other in matches.pairs), *matches.extra} == set(answers)
        assert len(matches.pairs) + len(matches.extra) == len(answers)


@pytest.fixture(scope="session")
def corpus_reached() -> list[Score]:
    """The measures of the shipped corpus, which is opened once."""
    return corpus_scores()


class TestCorpus:
    @pytest.mark.parametrize("name", FLOORS)
    def test_no_measure_is_below_its_floor(self, corpus_reached: list[Score], name: str) -> None:
        """What was reached once is held; `python -m tests.accuracy --misses 20` shows what is missing."""
        assert floors.below({name: FLOORS[name]}, corpus_reached) == []

    def test_every_measure_has_a_floor(self, corpus_reached: list[Score]) -> None:
        """A measure cannot slip out by losing its floor; `python -m tests.accuracy --raise` adds new ones."""
        assert {score.name for score in corpus_reached} <= FLOORS.keys()

    def test_the_file_is_as_the_command_writes_it(self, tmp_path: Path) -> None:
        """Sorted, three decimals, a reason beside each floor: changed by the command, not by hand."""
        floors.write(FLOORS, tmp_path / "floors.json")
        assert (tmp_path / "floors.json").read_bytes() == floors.FLOORS.read_bytes()
        assert all(floor.floor == floors.rounded_down(floor.floor) for floor in FLOORS.values())
