"""The written analysis says nothing that the articles do not bear out, and any other corpus gets an overview."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from caytre import say, session
from caytre.analysis.claims.basis import Once
from caytre.codebooks import CodebookError
from caytre.corpus import Corpus, open_corpus
from caytre.output.say.claims import Claim, judge
from caytre.output.say.essay import EssayError, read_essay
from caytre.text.words import annotate
from tests.helpers import PROJECT, gold

SHIPPED = PROJECT / "data" / "bamboo-2021"
CITATION = re.compile(r" ?\[([^\s\[\]:]+):(\d+)\]")
NUMBER_WORDS = {
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "hundred",
}  # fmt: skip

MARKET = """Chợ quê

Chợ họp bên bờ sông. Người bán rau ngồi dưới gốc đa, người mua đi lại rất đông, trẻ con chạy theo mẹ.

Trời nắng nhẹ, gió thổi qua đồng lúa, khói bếp bay lên từ những mái nhà ven đường.
"""
REPORT = """Hội nghị về giao thông nông thôn

Ngày {day}/3/2024

Sáng nay, tại Hà Nội, Bộ Giao thông vận tải tổ chức hội nghị về giao thông nông thôn. Bộ trưởng Trần Văn Hải nhấn mạnh: “Chúng ta phải làm đường đến từng thôn trước năm 2030”.

Theo Bộ trưởng, có 3 nhiệm vụ. Một là, huy động nguồn lực của địa phương và doanh nghiệp. Hai là, nâng cao chất lượng đường số {day}. Ba là, tăng cường kiểm tra.
"""
ENGLISH = """The ministry of transport

The minister said on Monday that the new law would come into force next year. It will change how people work.
"""


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    session.begin("test", "en")
    yield
    session.begin("test", "en")


def opened(folder: Path, articles: dict[str, str]) -> Corpus:
    """A corpus of these texts in *folder*."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    return open_corpus(folder, lang="en", workers=1, progress=False)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A copy of the shipped corpus, so that its store stays as it is."""
    folder = tmp_path_factory.mktemp("shipped") / "bamboo-2021"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns(".store"))
    return open_corpus(folder, lang="en", workers=1, progress=False)


def claims() -> list[Claim]:
    written = read_essay(SHIPPED)
    assert written is not None
    return list(written.claims())


def texts(claim: Claim) -> list[str]:
    """Everything that the claim says, in both languages."""
    return [text for part in (claim.text, claim.otherwise or {}, claim.note or {}) for text in part.values()]


def unfilled(text: str) -> str:
    """A text without its placeholders and the names of figures."""
    return re.sub(r"\{[^}]*\}|\[\d\d-[a-z-]+\]", "", text)


class TestEssay:
    def test_every_claim_is_borne_out(self, shipped: Corpus) -> None:
        """Its words stand where it cites them and its comparisons hold."""
        once = Once(shipped)
        assert [claim.text["en"] for claim in claims() if not judge(claim, once).stands] == []

    def test_facts_are_cited_where_they_stand(self) -> None:
        """Every fact that a claim carries is known, and the claim cites the fact's line."""
        facts = {row["id"]: (row["article_id"], int(row["line_no"])) for row in gold("facts")}
        for claim in claims():
            cited = {(one.place.article_id, one.place.first) for one in claim.evidence}
            for fact in claim.facts:
                assert facts[fact] in cited, (fact, claim.text["en"])

    def test_most_facts_are_in_it(self) -> None:
        """At least forty-five of the seventy-five; the page counter, which is no fact, is not among them."""
        used = {fact for claim in claims() for fact in claim.facts}
        assert len(used) >= 45
        assert "K75" not in used

    def test_no_number_is_written_by_hand(self) -> None:
        """No digit in either language, no number word in English: all are computed."""
        for claim in claims():
            for text in texts(claim):
                assert not re.search(r"\d", unfilled(text)), text
            for part in (claim.text, claim.note or {"en": ""}):
                assert not NUMBER_WORDS & set(re.findall(r"[a-z]+", unfilled(part["en"]).lower())), part

    def test_both_languages_say_the_same_numbers(self) -> None:
        """A number that stands in one of them stands in the other."""
        for claim in claims():
            used = {language: set(re.findall(r"\{(\w+)", text)) for language, text in claim.text.items()}
            assert used["vi"] ^ used["en"] <= {"b"}, claim.text["en"]

    def test_figures_that_it_names_are_drawn(self) -> None:
        """By a notebook, and named in both languages."""
        notebooks = (PROJECT / "notebooks").glob("[0-9]*.ipynb")
        drawn = set(
            re.findall(r'\\"(\d\d-[a-z-]+)\\"', "".join(nb.read_text(encoding="utf-8") for nb in notebooks))
        )
        named = [
            [re.findall(r"\[(\d\d-[a-z-]+)\]", text) for text in claim.text.values()] for claim in claims()
        ]
        assert all(one == other for one, other in named)
        assert len({name for both in named for name in both[0]}) >= 4
        assert {name for both in named for name in both[0]} <= drawn

    def test_remarks_are_few(self) -> None:
        """Notes at the foot of a page, not a second essay."""
        notes = [claim.note for claim in claims() if claim.note]
        assert 5 <= len(notes) <= 10
        assert all(len(text.split()) < 80 for note in notes for text in note.values())

    @pytest.mark.parametrize("lang", ["en", "vi"])
    def test_its_length(self, shipped: Corpus, lang: str) -> None:
        """1,500 to 2,000 words in either language, Vietnamese words counted as words and not as syllables."""
        session.begin("test", lang)
        lines = str(say.essay(shipped)).split("\n")
        text = CITATION.sub("", "\n".join(line for line in lines if line[:1] not in "#¹²³⁴⁵⁶⁷⁸⁹"))
        found = annotate(text.split("\n"))
        words = (
            len(text.split())
            if lang == "en"
            else sum(any(c.isalnum() for c in found.lexicon[k][1]) for k in found.code)
        )
        assert 1500 <= words <= 2000

    def test_every_citation_leads_to_a_line(self, shipped: Corpus) -> None:
        """With text in it."""
        lines = {(row.article_id, row.line_no) for row in shipped.lines.itertuples() if row.text.strip()}
        cited = {(name, int(line)) for name, line in CITATION.findall(str(say.analysis(shipped)))}
        assert len(cited) > 60
        assert cited <= lines

    def test_the_report_cites_sentences_and_sets_notes(self, shipped: Corpus) -> None:
        """What a notebook shows below its text stands at the foot of a page, and a citation knows its sentence."""
        found = say.essay(shipped)
        shown, report = str(found), found.report
        assert "[xaydungdang:4].¹ Bùi" in shown
        assert "\n\n¹ This article" in shown
        assert "[xaydungdang:4#1].[^note-1] Bùi" in report
        assert "\n\n[^note-1]: This article" in report
        exact = re.findall(r"\[([^\s\[\]:]+):(\d+)#(\d+)\]", report)
        sentences = {
            (row.article_id, row.line_no, row.sent_no): row.text for row in shipped.sentences.itertuples()
        }
        assert len(exact) > 100
        assert {(name, int(line), int(number)) for name, line, number in exact} <= set(sentences)
        assert "Hội nghị diễn ra ngày 16/12" in sentences["xaydungdang", 4, 1]
        bundle = found._repr_mimebundle_()
        assert bundle["application/vnd.caytre.said+json"] == {"markdown": report}

    def test_three_findings_for_the_first_page(self, shipped: Corpus) -> None:
        """Claims like any other, as a numbered list."""
        found = say.findings(shipped)
        assert re.findall(r"^(\d)\. \*\*", str(found), re.M) == ["1", "2", "3"]
        assert "[bocongan:53] [xaydungdang:17]." in str(found)
        assert "[bocongan:53#" in found.report

    def test_sections_can_be_had_one_by_one(self, shipped: Corpus) -> None:
        """In their order, each under its heading."""
        found = say.analysis(shipped)
        assert len(found) == 8
        assert str(found[0]).startswith("## A week in December\n\n")
        assert "\n\n".join(map(str, found)) == str(found)
        assert "all of them are borne out" in str(say.checks(shipped))


class TestOtherArticles:
    def test_an_edited_article_is_noticed(self, tmp_path: Path) -> None:
        """Without the bamboo nothing is said of it; what was expected, and where, stands there instead."""
        shutil.copytree(SHIPPED, tmp_path / "c", ignore=shutil.ignore_patterns(".store"))
        article = tmp_path / "c" / "articles" / "bocongan.txt"
        text = article.read_text(encoding="utf-8")
        article.write_text(text.replace("và trường phái ngoại giao cây tre Việt Nam", ""), encoding="utf-8")
        corpus = open_corpus(tmp_path / "c", lang="en", workers=1, progress=False)
        essay = str(say.analysis(corpus))
        assert "he spoke of a “Vietnamese school" not in essay
        assert (
            "expected, but not found there: “trường phái ngoại giao cây tre Việt Nam” [bocongan:55]" in essay
        )
        assert "The phrase “ngoại giao cây tre” is counted 0 times in these articles, in 0 of them." in essay
        assert "4 are not borne out" in str(say.checks(corpus))

    def test_mistakes_in_the_file_are_told_with_their_place(self, tmp_path: Path) -> None:
        """File, section and claim."""
        path = tmp_path / "analysis.yaml"
        good = {"text": {"en": "Good.", "vi": "Tốt."}, "evidence": ["a:1: chợ"]}
        heading = {"en": "Markets", "vi": "Chợ"}

        def told(content: object) -> str:
            path.write_text(
                content if isinstance(content, str) else yaml.safe_dump(content), encoding="utf-8"
            )
            with pytest.raises((EssayError, CodebookError)) as error:
                read_essay(tmp_path)
            assert str(error.value).startswith(str(path))
            return str(error.value).removeprefix(str(path))

        assert told("sections: [").startswith(":")
        assert "“sections” holds a list" in told([])
        assert "“findings” holds a list" in told({"sections": [{}], "findings": "none"})
        assert told(
            {"findings": [{}], "sections": [{"heading": heading, "paragraphs": [[good]]}]}
        ).startswith(": finding 1: text must have en and vi")
        assert told({"sections": [{"heading": heading}]}).startswith(
            ": section 1: a section has a heading and paragraphs"
        )
        assert (
            told({"sections": [{"heading": "x", "paragraphs": [[good]]}]})
            == ": section 1: heading must have en and vi, and nothing else"
        )
        assert "(“Markets”): paragraphs is a list" in told(
            {"sections": [{"heading": heading, "paragraphs": [good]}]}
        )
        bad = {**good, "evidence": ["a 1 chợ"]}
        assert told({"sections": [{"heading": heading, "paragraphs": [[good], [good, bad]]}]}) == (
            ': section 1 (“Markets”), claim 3 (“Good.”): evidence "a 1 chợ"; write article:line: words that stand there'
        )

    def test_a_corpus_without_an_analysis_gets_an_overview(self, tmp_path: Path) -> None:
        """And is told so; asking for the essay itself says what to write."""
        corpus = opened(tmp_path, {"a": REPORT.format(day=5)})
        assert str(say.analysis(corpus)) == str(say.overview(corpus))
        assert "Nobody has written an analysis of this corpus (analysis.yaml" in str(say.checks(corpus))
        with pytest.raises(EssayError, match=r"no such file; write one, or use say\.overview"):
            say.essay(corpus)


class TestOverview:
    @pytest.mark.parametrize("n", [1, 2, 12])
    def test_every_section_says_something(self, tmp_path: Path, n: int) -> None:
        """Whatever the number of articles, no heading is left empty and no number is missing."""
        corpus = opened(tmp_path, {f"bai{day}": REPORT.format(day=day) for day in range(1, n + 1)})
        for language in session.LANGUAGES:
            session.begin("test", language)
            found = say.overview(corpus)
            assert len(found) == 7
            for section in found:
                heading, _, text = str(section).partition("\n\n")
                assert heading.startswith("## ")
                assert len(text) > 20
                assert "nan" not in re.findall(r"\w+", text)
            assert "Trần Văn Hải" in str(found[2])

    @pytest.mark.parametrize(("n", "told"), [(1, 1), (2, 2), (12, 3)])
    def test_its_first_page(self, tmp_path: Path, n: int, told: int) -> None:
        """At most three findings; one stands alone, without a number; none makes much of a little."""
        corpus = opened(tmp_path, {f"bai{day}": REPORT.format(day=day) for day in range(1, n + 1)})
        for language in session.LANGUAGES:
            session.begin("test", language)
            found = str(say.findings(corpus))
            assert len(found.split("\n\n")) == told
            assert found.startswith("**" if told == 1 else "1. **")
            assert ("3. **" in found) == (told == 3)

    def test_first_page_of_what_cannot_be_read(self, tmp_path: Path) -> None:
        """It says why there is nothing to say."""
        foreign = opened(tmp_path / "e", {"a": ENGLISH})
        assert "could be Vietnamese syllables" in str(say.findings(foreign))
        menu = opened(tmp_path / "m", {"a": "Trang chủ\nTin mới\nXem thêm\n"})
        assert str(say.findings(menu)).startswith("No body text was found")
        quiet = opened(tmp_path / "q", {"a": MARKET})
        assert re.fullmatch(r"The one article has \d+ words\.", str(say.findings(quiet)))

    def test_articles_without_dates_speakers_or_themes(self, tmp_path: Path) -> None:
        """Each section says that nothing was found."""
        text = str(say.overview(opened(tmp_path, {"a": MARKET, "b": MARKET.replace("sông", "suối")})))
        assert "No date is known for a and b." in text
        assert "all count as the writers’ own" in text
        assert "No article has a sure date" in text

    def test_text_that_is_not_vietnamese(self, tmp_path: Path) -> None:
        """Only what was read and what cannot be told: the codebooks are Vietnamese."""
        found = say.overview(opened(tmp_path, {"a": ENGLISH}))
        assert found.headings == ["What was read", "What this cannot tell"]
        assert re.search(r"Only \d+\u00a0% of the words could be Vietnamese", str(found[1]))

    def test_pages_without_body_text(self, tmp_path: Path) -> None:
        """A menu is no article, and the limits say so."""
        assert "No body text was found" in str(
            say.overview(opened(tmp_path, {"a": "Trang chủ\nTin mới\nXem thêm\n"}))
        )


class TestNotebook:
    def test_the_notebook_is_one_page_of_prose(self) -> None:
        """The card stays in the report; the last section tells the limits; no cell is longer than six lines."""
        notebook = json.loads((PROJECT / "notebooks" / "07-analysis.ipynb").read_text(encoding="utf-8"))
        cells = {"".join(cell["source"]): cell["metadata"].get("tags", []) for cell in notebook["cells"]}
        assert "notebook-only" not in cells["corpus.card()"]
        assert all(len(source.split("\n")) <= 6 for source in cells)
        headings = [source for source in cells if source.startswith("## ")]
        assert headings[-1].startswith("## What this does not show")
