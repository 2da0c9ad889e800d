"""Terms, topics, stop words and groups side by side."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from caytre.analysis.statistics import comparison
from caytre.analysis.themes import terms, topics
from caytre.codebooks import CodebookError

TAGS = {
    "nhà": "N",
    "nước": "N",
    "hợp tác": "N",
    "quốc tế": "A",
    "toàn diện": "A",
    "làm": "V",
    "phục vụ": "V",
    "và": "Cc",
}


def tokens(texts: dict[str, list[str]], *, kind: str = "body") -> pd.DataFrame:
    """Lines of words parted by blanks (`_` joins syllables), ` / ` ends a sentence; a tag follows `|`, else N."""
    rows = []
    for name, lines in texts.items():
        for number, line in enumerate(lines, 1):
            for sent, part in enumerate(line.split(" / "), 1):
                for i, given in enumerate(part.split(), 1):
                    form, _, tag = given.replace("_", " ").partition("|")
                    tag = tag or ("CH" if form in ",." else TAGS.get(form, "N"))
                    rows.append((name, number, sent, i, form, form.lower(), tag, kind))
    frame = pd.DataFrame(
        rows, columns=["article_id", "line_no", "sent_no", "token_no", "form", "word", "pos", "kind"]
    )
    return frame.astype(dict.fromkeys(("article_id", "form", "word", "pos", "kind"), "category"))


def found(frame: pd.DataFrame, **options: int) -> dict[str, float]:
    table = terms.terms(frame, leave_out=(), **{"min_n": 2, **options})
    return dict(zip(table["term"], table["c_value"], strict=True))


class TestTerms:
    def test_c_value(self):
        """log2 of the syllables times n, less the mean n of the longer terms around it, worked by hand."""
        texts = {
            "a": ["hợp_tác quốc_tế / làm hợp_tác quốc_tế , / hợp_tác quốc_tế toàn_diện"],
            "b": ["hợp_tác quốc_tế toàn_diện và / hợp_tác quốc_tế đó|P"],
        }
        table = terms.terms(tokens(texts), leave_out=(), min_n=2).set_index("term")
        assert table.loc["hợp tác quốc tế toàn diện", "c_value"] == pytest.approx(np.log2(6) * 2)
        row = table.loc["hợp tác quốc tế"]
        assert row[["n", "n_articles", "nested"]].tolist() == [5, 2, 2]
        assert row["c_value"] == pytest.approx(np.log2(4) * (5 - 2))

    def test_term_that_is_always_inside_another(self):
        """A phrase that never stands outside a longer one is no term of its own."""
        texts = {"a": ["nhà nước quốc_tế và"], "b": ["làm nhà nước quốc_tế"]}
        assert found(tokens(texts)) == {"nhà nước quốc tế": pytest.approx(np.log2(4) * 2)}

    def test_pattern(self):
        """A term begins with a noun, has one verb at most, and no comma or sentence end inside."""
        texts = {
            "a": ["quốc_tế nhà / làm phục_vụ nhà / nhà , nước / nhà . / nước nhà phục_vụ"],
            "b": [
                "và quốc_tế nhà / rồi|C làm phục_vụ nhà / đó|P nhà , nước / nhà ở|E / nước nhà phục_vụ làm"
            ],
        }
        assert set(found(tokens(texts))) == {"nước nhà phục vụ"}

    def test_repeated_sentence_counts_once(self):
        """A headline that stands in every article makes no term."""
        texts = {"a": ["hợp_tác quốc_tế toàn_diện"], "b": ["hợp_tác quốc_tế toàn_diện"]}
        assert found(tokens(texts)) == {}

    def test_two_articles(self):
        """A phrase of one article is no term of the corpus unless allowed."""
        frame = tokens({"a": ["hợp_tác quốc_tế / làm hợp_tác quốc_tế"]})
        assert found(frame) == {}
        assert set(found(frame, min_articles=1)) == {"hợp tác quốc tế"}

    def test_stop_words_by_default(self):
        """Offices and numerals are left out of terms unless others are named."""
        frame = tokens({"a": ["thủ_tướng quốc_tế / làm thủ_tướng quốc_tế"], "b": ["và thủ_tướng quốc_tế"]})
        assert terms.terms(frame, min_n=2).empty
        assert set(found(frame)) == {"thủ tướng quốc tế"}

    def test_nothing(self):
        """No tokens, no terms."""
        assert terms.terms(tokens({})).empty


SUBJECTS = {
    "biển": "tàu cảng đảo sóng lưới cá",
    "lúa": "ruộng gạo mùa nông_dân phân_bón thóc",
    "trường": "học_sinh thầy lớp sách bài thi",
}


def paragraphs() -> pd.DataFrame:
    rng = np.random.default_rng(1)
    texts: dict[str, list[str]] = {"a": [], "b": []}
    for i in range(60):
        subject = list(SUBJECTS)[i % 3]
        drawn = rng.choice(SUBJECTS[subject].split(), 5)
        texts["ab"[i % 2]].append(" ".join([subject, *drawn]))
    return tokens(texts)


class TestTopics:
    def test_three_subjects(self):
        """Paragraphs about three subjects make three stable topics, each led by its subject's words."""
        result = topics.topics(paragraphs(), n=3, leave_out=())
        assert result.table["stable"].all()
        leads = [set(words.split(", ")[:7]) for words in result.table["words"]]
        wanted = [{name, *(w.replace("_", " ") for w in words.split())} for name, words in SUBJECTS.items()]
        assert sorted(map(sorted, leads)) == sorted(map(sorted, wanted))
        assert result.table["n_paragraphs"].tolist() == [20, 20, 20]
        assert result.table["n_articles"].tolist() == [2, 2, 2]

    def test_too_many_topics_are_not_stable(self):
        """Where more topics are asked for than there are subjects, not all come back."""
        assert not topics.topics(paragraphs(), n=9, leave_out=()).table["stable"].all()

    def test_repeatable(self):
        """The same tokens give the same topics."""
        first, second = (topics.topics(paragraphs(), n=3, resamples=3) for _ in range(2))
        pd.testing.assert_frame_equal(first.table, second.table)

    def test_matched_to_themes(self):
        """A topic goes with the theme of the same paragraphs; one that shares none has no theme."""
        result = topics.topics(paragraphs(), n=3, leave_out=(), resamples=2)
        sea = next(row.topic for row in result.table.itertuples() if "tàu" in row.words)
        coded = result.paragraphs.assign(themes=np.where(result.paragraphs["topic"] == sea, "sea", ""))
        matched = topics.match(result, coded).set_index("topic")
        assert matched.loc[sea, ["theme", "n"]].tolist() == ["sea", 20]
        assert matched.loc[sea, "npmi"] == pytest.approx(1)
        assert (matched.drop(sea)["theme"] == "").all()

    def test_too_few_paragraphs(self):
        """A handful of paragraphs holds no topics; the message says how many there are."""
        with pytest.raises(ValueError, match="there are 2 paragraphs"):
            topics.topics(tokens({"a": ["biển cá", "biển lúa"]}), leave_out=())


class TestStopWords:
    def test_groups(self):
        """Five groups, each with a reason in both languages."""
        for language in ("en", "vi"):
            groups = comparison.stop_groups(language=language)
            assert groups["group"].tolist() == [
                "function_words", "pronouns", "numerals", "press_formulas", "titles_offices",
            ]  # fmt: skip
            assert groups["reason"].str.len().min() > 10

    def test_words_are_folded(self):
        """Words come as the tokens count them: lower case, old tone-mark style."""
        assert {"của", "và"} <= comparison.stop_words("function_words")
        assert "chủ tịch quốc hội" in comparison.stop_words("titles_offices")

    def test_unknown_group(self):
        """A group that is none is told with those there are."""
        with pytest.raises(CodebookError, match=r"no group verbs \(found: function_words"):
            comparison.stop_words("verbs")

    def test_own_list(self, tmp_path):
        """A corpus may bring its own list; a group without words is told."""
        (tmp_path / "codebooks").mkdir()
        own = tmp_path / "codebooks" / "stopwords.yaml"
        own.write_text("mine: {words: [Uỷ ban]}", encoding="utf-8")
        assert comparison.stop_words("mine", corpus=tmp_path) == {"ủy ban"}
        own.write_text("mine: [x]", encoding="utf-8")
        with pytest.raises(CodebookError, match="group mine: no list words"):
            comparison.stop_groups(corpus=tmp_path)


class TestSideBySide:
    FRAME = tokens({"a": ["Đảng Đảng|Np đảng tre tre tre ,"], "b": ["tre lá lá lá lá lá"]})

    def test_clouds_share_one_scale(self):
        """Sizes are relative frequencies on one scale; a word stands as it is written most often."""
        table = comparison.clouds(self.FRAME, by="article_id", min_n=1)
        assert table[["group", "word", "n"]].to_numpy().tolist() == [
            ["a", "tre", 3], ["a", "Đảng", 3], ["b", "lá", 5], ["b", "tre", 1],
        ]  # fmt: skip
        assert table["size"].tolist() == pytest.approx([0.6, 0.6, 1, 0.2])

    def test_words_left_out(self):
        """Words left out are neither shown nor counted."""
        table = comparison.clouds(self.FRAME, leave_out=["đảng"], min_n=1)
        assert table[["word", "n"]].to_numpy().tolist() == [["lá", 5], ["tre", 4]]
        assert table["per_10k"].sum() == pytest.approx(10_000)

    def test_difference(self):
        """The first group's words come first, the second's last, with the exact interval of the ratio."""
        table = comparison.difference(self.FRAME, by="article_id", groups=("a", "b"))
        assert table["word"].tolist() == ["Đảng", "tre", "lá"]
        assert table["difference"].tolist() == pytest.approx([5000, 10_000 / 3, -50_000 / 6])
        assert table.loc[2, "low"] == -np.inf

    def test_no_such_group(self):
        """A group without words is told with those there are."""
        with pytest.raises(KeyError, match="found: a, b"):
            comparison.difference(self.FRAME, by="article_id", groups=("a", "c"))

    def test_rates(self):
        """With few articles the interval is the exact one of the count; a word not said has a row with 0."""
        table = comparison.rates(self.FRAME, ["lá", "hoa", "tre"], by="article_id").set_index(
            ["group", "word"]
        )
        row = table.loc[("b", "lá")]
        assert row[["n", "n_articles", "n_in_group", "interval"]].tolist() == [5, 1, 1, "count"]
        assert row["per_10k"] == pytest.approx(50_000 / 6)
        assert row["low"] < row["per_10k"] < row["high"]
        assert table.loc[("a", "hoa"), ["n", "per_10k", "low"]].tolist() == [0, 0, 0]

    def test_rates_over_articles(self):
        """With five articles whole articles are drawn anew: a word of one article may be missing altogether."""
        frame = tokens({name: ["tre tre lá" if name == "a" else "lá lá lá"] for name in "abcde"})
        row = comparison.rates(frame, ["tre"]).iloc[0]
        assert row[["group", "n", "n_articles", "n_in_group", "interval", "low"]].tolist() == [
            "",
            2,
            1,
            5,
            "articles",
            0,
        ]
        assert row["per_10k"] == pytest.approx(20_000 / 15)
