"""A claim is said where the articles bear it out, and not otherwise."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caytre import say, session
from caytre.analysis.claims import conditions, measures
from caytre.analysis.claims.basis import Once
from caytre.analysis.claims.conditions import ConditionError
from caytre.analysis.claims.measures import MeasureError
from caytre.analysis.claims.places import Place, PlaceError, place, plain
from caytre.output.say.claims import ClaimError, make
from caytre.output.say.forms import FORMS, NAMES
from caytre.tables import Cut, Echo, EnumerationItem, Line, Metaphor, Quote, Theme, Time, frame


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    session.begin("test", "en")
    yield
    session.begin("test", "en")


def tables(**given: pd.DataFrame) -> Any:
    """Two short articles about a market, as the tables of a corpus."""
    lines = [
        Line("cho", 1, "title", "Chợ nổi và con thuyền"),
        Line(
            "cho",
            2,
            "body",
            "Chợ nổi họp lúc 5-6 giờ; gần 1.200 thuyền, 14 bến. Người ta nói chợ nổi là hồn của sông.",
        ),
        Line("cho", 3, "body", "Ông nói: “Chúng tôi có ba việc.” (Ảnh chợ nổi)"),
        Line("song", 1, "body", "Sông hoà vào biển. Hai bài học lớn của sông."),
    ]
    empty = {
        "quotes": Quote, "times": Time, "enumerations": EnumerationItem, "metaphors": Metaphor, "themes": Theme, "echoes": Echo,
    }  # fmt: skip
    own = {name: frame([], schema) for name, schema in empty.items()}
    own["lines"] = frame(lines, Line)
    own["sentences"] = pd.DataFrame(
        [("cho", 2, 1, 0, lines[1].text[:46]), ("cho", 2, 2, 47, lines[1].text[47:])],
        columns=["article_id", "line_no", "sent_no", "start", "text"],
    )
    own["cuts"] = frame([Cut("cho", 3, 32, 47, "caption", "(Ảnh chợ nổi)")], Cut)
    own["articles"] = pd.DataFrame(
        [("cho", "2021-12-14T16:30", "text"), ("song", "", "none")],
        columns=["article_id", "published", "published_from"],
    )
    return SimpleNamespace(**{**own, **given}, settings=SimpleNamespace(reference=""))


CORPUS = tables()


def value(name: str, corpus: Any = CORPUS, **arguments: Any) -> float:
    return measures.measure(corpus, name, arguments)


class TestPlaces:
    def test_a_line_and_a_range(self) -> None:
        """The last line of a single one is itself."""
        assert place("vtv:19") == Place("vtv", 19, 19)
        assert place("bài-1:17-18") == Place("bài-1", 17, 18)

    @pytest.mark.parametrize("text", ["vtv", "vtv:", ":3", "vtv:3:x", "v tv:3", "vtv:12345678"])
    def test_anything_else_is_told(self, text: str) -> None:
        """The message says how a place is written."""
        with pytest.raises(PlaceError, match="write article:line"):
            place(text)

    def test_both_styles_of_tone_marks_are_one(self) -> None:
        """As are capitals, and any run of blanks."""
        assert plain("Hoà\u00a0 BÌNH") == plain("hòa bình")


class TestMeasures:
    def test_a_phrase_is_counted_in_body_text_only(self) -> None:
        """Titles and what is cut out of lines do not count; several phrases are added up."""
        assert value("count", words="chợ nổi") == 2
        assert value("count", words="chợ nổi|sông") == 5
        assert value("count", words="chợ nổi", lines="cho:3") == 0
        assert value("articles_with", words="hòa vào biển") == 1

    def test_a_phrase_is_no_part_of_a_longer_syllable(self) -> None:
        """ "thuyề" is not found in "thuyền", nor "ba" in "bài"."""
        assert value("count", words="thuyề") == 0
        assert value("count", words="ba") == 1

    def test_words_of_two_are_words_of_each(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Who speaks with somebody is counted as a speaker."""
        voices = ["Nguyễn Sinh Hùng; Pany Yathotou", "Nguyễn Sinh Hùng", "", "(interviewer)"]
        sentences = pd.DataFrame(
            {"article_id": "cho", "voice": voices, "mode": "indirect", "n_words": [10, 7, 5, 3]}
        )
        monkeypatch.setattr(Once, "sentences", sentences)
        assert value("spoken", person="Nguyễn Sinh Hùng") == 17
        assert value("spoken", person="Pany Yathotou") == 10
        assert value("speakers") == 2

    def test_a_number_is_read_where_it_stands(self) -> None:
        """In digits with points, or as a word, before or after the words given."""
        assert value("stated", at="cho:2", before="thuyền") == 1200
        assert value("stated", at="cho:2", before="bến") == 14
        assert value("stated", at="cho:3", before="việc") == 3
        assert value("stated", at="song:1", before="bài học") == 2
        assert value("stated", at="cho:2", after="họp lúc") == 5
        assert value("stated", at="cho:2", after="họp lúc", end="last") == 6
        assert math.isnan(value("stated", at="cho:2", before="hồn"))
        assert math.isnan(value("stated", at="cho:2", before="nhà máy"))

    def test_what_is_not_there_is_not_known(self) -> None:
        """An article that the corpus lacks gives no zero."""
        assert math.isnan(value("count", words="chợ", article="xa"))
        assert math.isnan(value("published", article="song"))
        assert math.isnan(value("items", at="cho:2"))
        assert math.isnan(value("day", at="cho:2", words="6 giờ"))

    def test_days_can_be_compared(self) -> None:
        """Publication and the dates of the text are counted alike."""
        times = frame([Time("cho", 2, 0, 5, "Sáng 16/12", "DATE", "2021-12-16", "2021-12-16", "2021-12-18", "future", "text")], Time)  # fmt: skip
        corpus = tables(times=times)
        assert (
            value("day", corpus, at="cho:2", words="16/12") - value("published", corpus, article="cho") == 2
        )
        assert (
            value("day", corpus, at="cho:2", words="16/12", end="last")
            - value("published", corpus, article="cho")
            == 4
        )
        assert value("earliest", corpus) == value("day", corpus, at="cho:2", words="16/12")
        assert math.isnan(value("earliest"))
        assert value("year", article="cho") == 2021

    def test_a_list_is_found_by_its_announcement(self) -> None:
        """Announced and never listed is nought, no announcement at all is not known; a list without one is found where it begins."""
        none: Any = pd.NA
        rows = [
            EnumerationItem("cho", "E01", "hai việc", 2, 2, "Một là", 1, 2, 0, "Một là", ""),
            EnumerationItem("cho", "E01", "hai việc", 2, 2, "Hai là", 2, 3, 0, "Hai là", ""),
            EnumerationItem("cho", "E02", "6 nhiệm vụ", 6, 2, "", none, 2, 9, "6 nhiệm vụ", ""),
            EnumerationItem("song", "E01", "", none, none, "-", 1, 1, 0, "- a", ""),
            EnumerationItem("song", "E01", "", none, none, "-", 2, 2, 0, "- b", ""),
        ]
        corpus = tables(enumerations=frame(rows, EnumerationItem))
        assert value("items", corpus, at="cho:2", words="việc") == 2
        assert value("announced", corpus, at="cho:2", words="việc") == 2
        assert (value("announced", corpus, at="cho:2", words="nhiệm vụ"), value("items", corpus, at="cho:2", words="nhiệm vụ")) == (6, 0)  # fmt: skip
        assert value("items", corpus, at="song:1") == 2

    def test_an_echo_is_found_from_either_side(self) -> None:
        """The longest passage that two places share."""
        rows = [
            Echo("P1", "agency", "cho", 2, 0, 5, "", "song", 1, 0, 5, "", 9, 0.9),
            Echo("P2", "agency", "cho", 2, 0, 9, "", "song", 1, 0, 9, "", 30, 0.5),
        ]
        corpus = tables(echoes=frame(rows, Echo))
        assert value("echoing", corpus, at="song:1", other="cho:2") == 30
        assert value("likeness", corpus, at="cho:1-3", other="song:1") == 0.5
        assert value("echoing", corpus, at="cho:3", other="song:1") == 0

    def test_vietnamese_is_told_from_english(self) -> None:
        """By the share of runs of letters that could be Vietnamese syllables."""
        english = frame([Line("cho", 1, "body", "The minister said that nothing had been decided")], Line)
        assert value("vietnamese") == 1
        assert value("vietnamese", tables(lines=english)) < 0.4
        assert math.isnan(value("vietnamese", tables(lines=frame([], Line))))

    def test_only_what_is_registered_can_be_measured(self) -> None:
        """An unknown measure, an unknown argument and a missing one are told apart."""
        with pytest.raises(MeasureError, match='no measure "eval"; there is: announced'):
            value("eval")
        with pytest.raises(MeasureError, match="it takes: words, article, lines"):
            value("count", word="x")
        with pytest.raises(MeasureError, match="words"):
            value("count")

    def test_every_measure_has_a_name_for_readers(self) -> None:
        """In both languages."""
        assert set(NAMES) == set(measures.MEASURES)


class TestConditions:
    def test_comparisons(self) -> None:
        """Sums, chains and connectives mean what they mean in arithmetic."""
        numbers = {"a": 3.0, "b": 2.0}
        assert conditions.holds("{a} > {b} and {a} == {b} + 1", numbers)
        assert conditions.holds("1 < {b} < {a} or {a} == 0", numbers)
        assert not conditions.holds("not ({a} > {b})", numbers)
        assert conditions.calculate("({a} - {b}) * 10 / -5", numbers) == -2

    def test_nothing_follows_from_what_is_not_known(self) -> None:
        """Not even that two numbers differ."""
        assert not conditions.holds("{a} != 1", {"a": math.nan})
        assert not conditions.holds("not ({a} == 1)", {"a": math.nan})
        assert math.isnan(conditions.calculate("{a} / {b}", {"a": 1.0, "b": 0.0}))

    @pytest.mark.parametrize(
        "text",
        ["", "{a}", "{a} > ", "{a} is 1", "__import__('os')", "{a} ** 9 > 1", "a > 1", "{a} > 'x'", "{a}.real > 1", "[1] > 2",
         "{a} in {a}", "(lambda: 1) == 1", "{a} if 1 else 2", "{c} > 1", "{a} > 1" + " " * 400, "(" * 290 + "1", "True == 1"],
    )  # fmt: skip
    def test_nothing_else_is_read(self, text: str) -> None:
        """No names, no calls, no attributes, no power: only a comparison of given numbers."""
        with pytest.raises(ConditionError):
            conditions.holds(text, {"a": 1.0})

    @given(st.text(alphabet="{}ab1 +-*/()<>=!.andort_[]:,'\"", max_size=60))
    @settings(max_examples=200, deadline=None)
    def test_whatever_is_written_is_read_or_refused(self, text: str) -> None:
        """There is no third way out."""
        with contextlib.suppress(ConditionError):
            assert conditions.holds(text, {"a": 1.0, "b": 2.0}) in (True, False)


class TestClaims:
    def test_evidence_is_cited_before_the_full_stop(self) -> None:
        """Each place once, in the order given; after a sentence that ends otherwise."""
        evidence = ["cho:2: CHỢ NỔI họp", "song:1: sông hòa vào biển", "cho:2: hồn của sông"]
        assert (
            str(say.claim("The market floats.", corpus=CORPUS, evidence=evidence))
            == "The market floats [cho:2] [song:1]."
        )
        assert str(say.claim("It “floats.”", corpus=CORPUS, evidence=evidence[:1])) == "It “floats.” [cho:2]"

    def test_words_that_are_not_there_are_named_with_their_place(self) -> None:
        """And the sentence is not said; what an article or a measure is called is no markup."""
        said = str(say.claim("It flies.", corpus=CORPUS, evidence=["cho:2: chợ *bay*", "xa:9: chợ"]))
        assert "flies" not in said
        assert said == (
            "A sentence is left out here, because the articles do not bear it out (expected, but not found there: "
            "“chợ \\*bay\\*” [cho:2] and “chợ” [xa:9])."
        )

    def test_numbers_stand_in_the_sentence(self) -> None:
        """In the form that is asked for, in the reader's language."""
        numbers = {"n": {"count": {"words": "chợ nổi"}}, "b": {"stated": {"at": "cho:2", "before": "thuyền"}}, "d": {"published": {"article": "cho"}}}  # fmt: skip
        text = {
            "en": "{n:Words} markets, {b} boats, {n:times}, {d:date}, {d:day}.",
            "vi": "{n:Words} chợ, {b} thuyền, {d:day}.",
        }
        assert (
            str(say.claim(text, corpus=CORPUS, numbers=numbers))
            == "Two markets, 1,200 boats, twice, 14 December 2021, 14 December."
        )
        session.begin("test", "vi")
        assert str(say.claim(text, corpus=CORPUS, numbers=numbers)) == "Hai chợ, 1.200 thuyền, 14/12."

    def test_a_comparison_decides(self) -> None:
        """Where it fails, the other sentence is said; without one, the numbers."""
        numbers = {"n": {"count": {"words": "chợ nổi"}}, "m": {"count": {"words": "sông"}}}
        made: dict[str, Any] = {"corpus": CORPUS, "numbers": numbers, "holds": "{n} > {m}"}
        assert (
            str(say.claim("More markets.", **made, otherwise="{m:Words} rivers, {n:words} markets."))
            == "Three rivers, two markets."
        )
        assert "occurrences (chợ nổi): 2; occurrences (sông): 3" in str(say.claim("More markets.", **made))
        session.begin("test", "vi")
        assert "các bài không xác nhận (số lần xuất hiện (chợ nổi): 2" in str(
            say.claim("Nhiều chợ hơn.", **made)
        )

    def test_the_report_cites_the_sentence(self) -> None:
        """Where the words stand in one; a title is cited by its line."""
        evidence = ["cho:2: hồn của SÔNG", "cho:1: con thuyền"]
        found = say.claim("A float is a soul.", corpus=CORPUS, evidence=evidence)
        assert str(found) == "A float is a soul [cho:2] [cho:1]."
        assert found._repr_mimebundle_()["application/vnd.caytre.said+json"] == {
            "markdown": "A float is a soul [cho:2#2] [cho:1]."
        }

    def test_a_truth_of_your_own(self) -> None:
        """A notebook may have computed the condition itself."""
        evidence = ["cho:2: chợ nổi"]
        assert str(say.claim("Yes.", corpus=CORPUS, evidence=evidence, holds=True)) == "Yes [cho:2]."
        assert "a condition on it does not hold" in str(
            say.claim("Yes.", corpus=CORPUS, evidence=evidence, holds=False)
        )

    def test_an_unknown_number_makes_no_sentence(self) -> None:
        """Nor does it fill the other one."""
        numbers = {"d": {"published": {"article": "song"}}}
        said = str(say.claim("On {d:date}.", corpus=CORPUS, numbers=numbers, otherwise="Not on {d:date}."))
        assert said.endswith("(day number of publication (song): not known).")

    @pytest.mark.parametrize(
        ("row", "problem"),
        [
            ("x", "a claim is a mapping"),
            ({"text": {"en": "a", "vi": "b"}}, "nothing to check it by"),
            ({"text": {"en": "a"}, "evidence": ["a:1: x"]}, "text must have en and vi"),
            ({"text": {"en": "a", "vi": 3}, "evidence": ["a:1: x"]}, "text in both languages"),
            ({"evidence": ["a:1: x"]}, "text must have en and vi"),
            ({"proof": 1}, 'no field "proof"; there is: text, evidence'),
            ({"evidence": "a:1: x"}, "evidence must be a list"),
            ({"evidence": ["a1 x"]}, "write article:line: words"),
            ({"evidence": [None]}, "write article:line: words"),
            ({"numbers": ["n"]}, "numbers must be a mapping"),
            ({"numbers": {False: {"articles": {}}}}, 'number "False"; a name has small letters'),
            ({"numbers": {"n": 3}}, "one measure with its arguments"),
            ({"numbers": {"n": {"guess": {}}}}, 'number "n": no measure "guess"'),
            ({"numbers": {"n": {"count": ["x"]}}}, "arguments of count must be a mapping"),
            ({"numbers": {"n": {"items": {"at": "vtv"}}}}, '"vtv" is no place'),
            ({"numbers": {"n": "{m} + 1"}}, "uses {m}, which is not given before it"),
            ({"numbers": {"n": {"articles": {}}}}, 'number "n" is used nowhere'),
            ({"numbers": {"n": {"articles": {}}}, "holds": "{n}"}, "compares nothing"),
            ({"numbers": {"n": {"articles": {}}}, "holds": "{m} > 1"}, "names {m}, which is not among the numbers"),
            ({"text": {"en": "{n}", "vi": "b"}, "evidence": ["a:1: x"]}, "{n} in the text is not among the numbers"),
            ({"text": {"en": "{n:roman}", "vi": "b"}, "numbers": {"n": {"articles": {}}}}, 'no form "roman"'),
            ({"text": {"en": "{n:date}", "vi": "b"}, "numbers": {"n": {"articles": {}}}}, "only a day"),
            ({"text": {"en": "{x", "vi": "b"}, "evidence": ["a:1: x"]}, "a brace in the text"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_checked_is_refused(self, row: Any, problem: str) -> None:
        """Before anything is computed, with the field and the cure."""
        if isinstance(row, dict) and "text" not in row and "must have" not in problem:
            row = {"text": {"en": "a", "vi": "b"}, **row}
        with pytest.raises(ClaimError) as told:
            make(row)
        assert problem in str(told.value)

    def test_forms(self) -> None:
        """Words up to twelve, then digits; ordinals as English writes them; nothing is grouped where it must not be."""
        shown = [FORMS["words"](n) for n in (0, 9, 12, 13)] + [
            FORMS["ordinal"](n) for n in (1, 2, 3, 11, 20, 31)
        ]
        assert shown == ["no", "nine", "twelve", "13", "1st", "2nd", "3rd", "11th", "20th", "31st"]
        assert (FORMS["plain"](1961.0), FORMS["percent"](0.125), FORMS["decimal"](2.55)) == (
            "1961",
            "12\u00a0%",
            "2.5",
        )
