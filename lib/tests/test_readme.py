"""The two READMEs say the same, and what they say is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from caytre.analysis.voices import speaking
from caytre.corpus import open_corpus
from tests.helpers import PROJECT

ENGLISH, VIETNAMESE = PROJECT / "README.md", PROJECT / "README.vi.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.S | re.M)
LINK = re.compile(r"\]\(([^)#]+)\)")
NUMBER = re.compile(r"\d*[.,]?\d+")


def code(path: Path) -> list[tuple[str, list[str]]]:
    """The language of every block of code and its lines without comments."""
    found = BLOCK.findall(path.read_text(encoding="utf-8"))
    return [(kind, [re.sub(r"\s+# .*", "", line) for line in text.splitlines()]) for kind, text in found]


def tables(path: Path) -> list[list[str]]:
    """The numbers of every row of a table, as digits alone: .84 and ,84 are one number."""
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [
        [re.sub(r"\D", "", number) for number in NUMBER.findall(re.sub(r"\]\([^)]*\)", "", row))]
        for row in rows
    ]


def links(path: Path) -> list[str]:
    return LINK.findall(path.read_text(encoding="utf-8"))


class TestBothLanguages:
    def test_the_same_commands(self) -> None:
        """Block for block, comments aside."""
        assert code(ENGLISH) == code(VIETNAMESE)
        assert len(code(ENGLISH)) >= 4

    def test_the_same_figures_and_links(self) -> None:
        """Each figure in its language, each README leading to the other."""
        english, vietnamese = links(ENGLISH), links(VIETNAMESE)
        assert english[0] == "README.vi.md"
        assert vietnamese[0] == "README.md"
        same = [link.replace("strips.vi.", "strips.en.") for link in vietnamese[1:]]
        assert sorted(same) == sorted(english[1:])

    def test_the_same_numbers_in_tables(self) -> None:
        """Row for row, and as many headings."""
        assert tables(ENGLISH) == tables(VIETNAMESE)
        headings = [
            re.findall(r"^#+ ", path.read_text(encoding="utf-8"), re.M) for path in (ENGLISH, VIETNAMESE)
        ]
        assert headings[0] == headings[1]

    @pytest.mark.parametrize("path", [ENGLISH, VIETNAMESE])
    def test_every_link_leads_to_a_file(self, path: Path) -> None:
        """Notebooks, figures, reports, licences."""
        assert [link for link in links(path) if not (PROJECT / link).is_file()] == []


class TestFindings:
    def test_what_is_found_in_the_shipped_corpus(self) -> None:
        """Three quarters are somebody's words and most of these not quoted; the phrase stands in one article, once."""
        corpus = open_corpus("bamboo-2021", lang="en", progress=False)
        sentences = speaking.counted(corpus.sentences, corpus.tokens, corpus.quotes)
        spoken = sentences[
            sentences["mode"].isin(speaking.SPOKEN) & (sentences["voice"] != speaking.INTERVIEWER)
        ]
        assert 0.72 < len(spoken) / len(sentences) < 0.78
        assert (spoken["mode"] == "direct").sum() < len(spoken) / 4
        assert len(corpus.articles) == 5
        assert len(corpus.kwic("ngoại giao cây tre")) == 1
        relayed = corpus.echoes[corpus.echoes["kind"] == "relayed"]
        lines = {("bocongan", 53), ("xaydungdang", 17)}
        assert any(
            {(row.article_a, row.line_a), (row.article_b, row.line_b)} == lines
            for row in relayed.itertuples()
        )
