"""Concordance: queries, contexts, filters, company, and the index against a plain scan."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caytre.analysis.concordance import Concordance, QueryError, positions
from caytre.text.orthography import fold

KINDS = {"T": "title", "B": "body", "C": "caption"}

TEXTS = {
    "vtv": [
        "T Hội_nghị Đối_ngoại toàn_quốc",
        "B Việt_Nam yêu hoà_bình , hợp_tác . / Ngoại_giao nhân_dân phục_vụ hòa_bình .",
        "C Ảnh : hoà_bình",
    ],
    "khcn": [
        "B Đối_ngoại nhân_dân và ngoại_giao Nhà_nước .",
        "B Hoà_bình , ổn_định là mục_tiêu của ngoại_giao .",
    ],
}


def tables(texts: dict[str, list[str]]) -> dict[str, pd.DataFrame]:
    """Tables out of lines of words parted by blanks (`_` joins syllables, ` / ` ends a sentence), the kind in front."""
    tokens, lines, sentences = [], [], []
    for name, rows in texts.items():
        for number, row in enumerate(rows, 1):
            kind, text = KINDS[row[0]], ""
            for sent, part in enumerate(row[2:].split(" / "), 1):
                begin = len(text)
                for i, form in enumerate(part.replace("_", "\xa0").split(" "), 1):
                    form = form.replace("\xa0", " ")
                    text += " " if text and form not in ",." else ""
                    word = form if form in ("Việt Nam", "Nhà nước") else fold(form)
                    tokens.append((name, number, sent, i, len(text), len(text) + len(form), form, word, kind))
                    text += form
                sentences.append(
                    (name, number, sent, begin, len(text), "Nguyễn Phú Trọng" if sent == 2 else "")
                )
            lines.append((name, number, kind, text))
    columns = ["article_id", "line_no", "sent_no", "token_no", "start", "end", "form", "word", "kind"]
    frame = pd.DataFrame(tokens, columns=columns)
    articles = [
        (name, name.upper(), day) for name, day in zip(texts, ("2021-12-20", "2021-12-14", ""), strict=False)
    ]
    return {
        "tokens": frame.astype(dict.fromkeys(("article_id", "form", "word", "kind"), "category")),
        "lines": pd.DataFrame(lines, columns=["article_id", "line_no", "kind", "text"]),
        "articles": pd.DataFrame(articles, columns=["article_id", "outlet", "published"]),
        "sentences": pd.DataFrame(
            sentences, columns=["article_id", "line_no", "sent_no", "start", "end", "voice"]
        ),
    }


@pytest.fixture(scope="module")
def corpus() -> Concordance:
    return Concordance(**tables(TEXTS))


def nodes(table: pd.DataFrame) -> list[str]:
    return table["node"].tolist()


class TestQueries:
    def test_tone_marks_in_both_styles(self, corpus):
        """hoà finds hòa and Hoà, each shown as the article spells it; captions are not searched."""
        assert sorted(nodes(corpus.kwic("hòa bình"))) == ["Hoà bình", "hoà bình", "hòa bình"]

    def test_exact_spelling(self, corpus):
        """fold=False finds one spelling only."""
        assert nodes(corpus.kwic("hoà bình", fold=False)) == ["hoà bình"]

    def test_toneless(self, corpus):
        """A query without marks finds words with them only when asked."""
        assert corpus.kwic("hoa binh").empty
        assert len(corpus.kwic("hoa binh", toneless=True)) == 3

    def test_phrase_over_words(self, corpus):
        """A phrase is found however the segmenter cut it; a comma counts."""
        assert nodes(corpus.kwic("ngoại giao nhân dân")) == ["Ngoại giao nhân dân"]
        assert nodes(corpus.kwic("hoà bình, ổn định")) == ["Hoà bình, ổn định"]
        assert corpus.kwic("hoà bình ổn định").empty

    def test_phrase_stays_in_its_sentence(self, corpus):
        """A phrase does not reach over the end of a sentence."""
        assert len(corpus.kwic("hợp tác .")) == 1
        assert corpus.kwic(". ngoại giao").empty

    def test_word_is_a_whole_word(self, corpus):
        """ "giao" is no word here, but a syllable of two."""
        assert corpus.kwic("giao", by="word").empty
        assert len(corpus.kwic("giao", by="syllable")) == 3

    def test_syllables_across_words(self, corpus):
        """Syllables are found from inside one word into the next, and only they are the node."""
        found = corpus.kwic("giao nhân", by="syllable")
        assert nodes(found) == ["giao nhân"]
        assert found.iloc[0][["left", "right"]].tolist() == [
            "Việt Nam yêu hoà bình, hợp tác. Ngoại",
            "dân phục vụ hòa bình.",
        ]

    def test_three_words_by_syllables(self, corpus):
        """The end of a word, a whole word and the beginning of a word make one run of syllables."""
        assert nodes(corpus.kwic("giao nhân dân phục", by="syllable")) == ["giao nhân dân phục"]

    def test_syllables_that_overlap(self):
        """A run of equal syllables is found where it begins inside a longer one."""
        found = Concordance(**tables({"a": ["B xla_la_la và"]})).kwic("la la", by="syllable")
        assert nodes(found) == ["la la"]

    def test_glob_and_regex(self, corpus):
        """Patterns fit whole words."""
        assert sorted(nodes(corpus.kwic("*ngoại*", by="glob"))) == [
            "Ngoại giao",
            "ngoại giao",
            "ngoại giao",
            "Đối ngoại",
        ]
        assert sorted(nodes(corpus.kwic("(hòa|phục) .*", by="regex"))) == [
            "Hoà bình",
            "hoà bình",
            "hòa bình",
            "phục vụ",
        ]

    def test_names_keep_their_capitals_and_are_found_without(self, corpus):
        """A name is found in lower case too."""
        assert nodes(corpus.kwic("việt nam")) == ["Việt Nam"]

    @pytest.mark.parametrize("query", ["ma trận", "hoà bình thế giới", "\u0301\u0301", "*zz*"])
    def test_nothing_found(self, corpus, query):
        """A query that the corpus cannot hold gives an empty table with its columns."""
        found = corpus.kwic(query, by="glob")
        assert found.empty
        assert "citation" in found.columns

    @pytest.mark.parametrize(
        ("query", "options", "message"),
        [
            ("", {}, "empty"),
            ("(", {"by": "regex"}, "no regular expression"),
            ("a", {"by": "lemma"}, "use word, phrase"),
            ("a", {"sort": "length"}, "use position"),
            ("a", {"where": {"topic": "x"}}, "cannot filter by topic"),
            ("nhân dân " * 20, {}, "type 1 to 20"),
            ("giao", {"by": "syllable", "fold": False}, "fold=False"),
        ],
    )
    def test_query_without_sense(self, corpus, query, options, message):
        """What cannot be looked for is told in a sentence."""
        with pytest.raises(QueryError, match=message):
            corpus.kwic(query, **options)

    def test_many_ways_to_cut(self):
        """Twenty repeated syllables, all cuts of which are words, do not take for ever."""
        repeated = Concordance(**tables({"a": ["B " + "la la_la " * 30]}))
        assert len(repeated.kwic(" ".join(["la"] * 16))) > 0


class TestContext:
    def test_row(self, corpus):
        """Offsets slice back to the node, the context is the line's own text, the citation names the line."""
        row = corpus.kwic("phục vụ", window=2).iloc[0]
        assert row[["left", "node", "right", "citation"]].tolist() == [
            "Ngoại giao nhân dân", "phục vụ", "hòa bình.", "[vtv:2]",
        ]  # fmt: skip
        line = tables(TEXTS)["lines"].set_index(["article_id", "line_no"])["text"]["vtv", 2]
        assert line[row["start"] : row["end"]] == "phục vụ"

    def test_sentence(self, corpus):
        """The sentence is the context when asked for."""
        row = corpus.kwic("phục vụ", window="sentence").iloc[0]
        assert (row["left"], row["right"]) == ("Ngoại giao nhân dân", "hòa bình.")

    def test_window_ends_with_the_line(self, corpus):
        """A window does not reach into the next line."""
        row = corpus.kwic("đối ngoại nhân dân").iloc[0]
        assert (row["left"], row["right"]) == ("", "và ngoại giao Nhà nước.")

    def test_cut_out_text_is_no_context(self):
        """What was cut out of a line does not show."""
        given = tables({"a": ["B VTV nói hoà_bình"]})
        cuts = pd.DataFrame([("a", 1, 0, 3)], columns=["article_id", "line_no", "start", "end"])
        assert Concordance(**given, cuts=cuts).kwic("hoà bình").iloc[0]["left"] == "nói"

    def test_sorted(self, corpus):
        """Right contexts are sorted forwards, left ones from the node outwards."""
        right = corpus.kwic("ngoại giao", sort="right")["right"].tolist()
        assert right == [".", "Nhà nước.", "nhân dân phục vụ hòa bình."]
        left = corpus.kwic("ngoại giao", sort="left")["left"].str.split().str[-1].tolist()
        assert left == ["của", "tác.", "và"]

    def test_limit_tells_the_whole_number(self, corpus):
        """A limit shows the first hits and keeps how many there are."""
        found = corpus.kwic("ngoại giao", limit=1)
        assert (len(found), found.attrs["n"]) == (1, 3)


class TestFilters:
    @pytest.mark.parametrize(
        ("where", "n"),
        [
            ({"article": "vtv"}, 2),
            ({"outlet": ["KHCN"]}, 1),
            ({"date": "2021-12-14"}, 1),
            ({"date": ("2021-12-15", "2021-12-31")}, 2),
            ({"date": ("2021", "2021")}, 3),
            ({"kind": "caption"}, 1),
            ({"kind": ("caption", "body")}, 4),
            ({"speaker": "Nguyễn Phú Trọng"}, 1),
            ({"speaker": ""}, 2),
            ({"article": "vtv", "speaker": "Nguyễn Phú Trọng"}, 1),
            ({"article": "none"}, 0),
        ],
    )
    def test_where(self, corpus, where, n):
        """Hits are kept by article, outlet, date, kind of line and speaker."""
        assert len(corpus.kwic("hoà bình", where=where)) == n

    @pytest.mark.parametrize(
        ("speaker", "n"), [("Phạm Minh Chính", 1), ("Nguyễn Phú Trọng", 1), ("Hun Manet", 0)]
    )
    def test_who_speaks_with_somebody_speaks(self, speaker, n):
        """Words of two are words of each of them."""
        given = tables(TEXTS)
        both = {"Nguyễn Phú Trọng": "Nguyễn Phú Trọng; Phạm Minh Chính"}
        given["sentences"] = given["sentences"].replace({"voice": both})
        assert len(Concordance(**given).kwic("hoà bình", where={"speaker": speaker})) == n

    def test_missing_table(self):
        """A filter whose table was not given says which one to give."""
        given = tables(TEXTS)
        bare = Concordance(given["tokens"], given["lines"])
        with pytest.raises(QueryError, match="articles"):
            bare.kwic("hoà bình", where={"outlet": "VTV"})


class TestCompany:
    def test_collocates(self, corpus):
        """Neighbours within the window and the sentence are counted, punctuation is not listed."""
        found = corpus.collocates("nhân dân", window=1, min_n=1).set_index("word")["n"]
        assert found.to_dict() == {"ngoại giao": 1, "phục vụ": 1, "đối ngoại": 1, "và": 1}

    def test_limit_keeps_the_closest(self, corpus):
        """With a limit the first rows of the whole table come, and its length is told."""
        whole = corpus.collocates("nhân dân", min_n=1)
        for limit in (0, 1, 2, len(whole), len(whole) + 5):
            some = corpus.collocates("nhân dân", min_n=1, limit=limit)
            pd.testing.assert_frame_equal(some, whole.head(limit))
            assert some.attrs["n"] == len(whole)

    def test_expected(self, corpus):
        """Expected counts are the word's share of the text times the tokens looked at."""
        row = corpus.collocates("nhân dân", window=1, min_n=1).set_index("word").loc["ngoại giao"]
        assert row["n_word"] == 3
        assert row["expected"] == pytest.approx(3 * 4 / 19)

    def test_dispersion_points(self, corpus):
        """Each hit has its place in its article, 0 the first token and 1 the last."""
        found = corpus.dispersion_points("ngoại giao")
        assert found["article_id"].tolist() == ["vtv", "khcn", "khcn"]
        assert found["place"].between(0, 1).all()
        assert found["line_no"].tolist() == [2, 1, 2]

    def test_network(self, corpus):
        """Edges count the node's sentences that hold both words, and their articles."""
        found = corpus.network("nhân dân", min_n=1)
        edge = found[(found["source"] == "nhân dân") & (found["target"] == "ngoại giao")].iloc[0]
        assert (edge["n"], edge["n_articles"]) == (2, 2)

    def test_nothing(self, corpus):
        """A node that does not occur has no company."""
        assert corpus.collocates("ma trận").empty
        assert corpus.network("ma trận").empty
        assert corpus.dispersion_points("ma trận").empty


class TestIndex:
    @settings(max_examples=40, deadline=None)
    @given(
        st.lists(st.integers(0, 4), max_size=60),
        st.lists(st.sets(st.integers(0, 4), min_size=1), min_size=1, max_size=3),
    )
    def test_sequence_equals_a_scan(self, codes, wanted):
        """A sequence is found exactly where reading through the corpus finds it."""
        column, homes = np.array(codes, dtype=np.int32), np.arange(len(codes), dtype=np.int32) // 7
        index = positions.build(column, homes, 5)
        scan = [
            i
            for i in range(len(codes) - len(wanted) + 1)
            if all(codes[i + k] in step for k, step in enumerate(wanted))
            and homes[i] == homes[i + len(wanted) - 1]
        ]
        steps = [np.array(sorted(step), dtype=np.int32) for step in wanted]
        assert index.sequence(steps).tolist() == scan

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.integers(0, 4), min_size=1, max_size=60), st.integers(1, 4), st.integers(1, 2))
    def test_neighbours_equal_a_scan(self, codes, window, length):
        """Neighbours are those that reading around every hit finds."""
        column, homes = np.array(codes, dtype=np.int32), np.arange(len(codes), dtype=np.int32) // 7
        index = positions.build(column, homes, 5)
        at = index.of(np.array([2], dtype=np.int32))
        at = at[at + length <= len(codes)]
        scan = np.zeros(5, dtype=int)
        for i in at:
            for j in (*range(i - window, i), *range(i + length, i + length + window)):
                if 0 <= j < len(codes) and homes[j] == homes[i]:
                    scan[codes[j]] += 1
        assert index.neighbours(at, length, window).tolist() == scan.tolist()

    def test_sentences_of_any_number(self):
        """Sentences may be numbered from anywhere and with gaps; only where the number changes counts."""
        column = np.array([0, 1, 2, 0, 1], dtype=np.int32)
        index = positions.build(column, np.array([7, 7, 7, 30, 30]), 3)
        assert index.sentences.tolist() == [0, 0, 0, 1, 1]
        assert index.bounds.tolist() == [0, 3, 5]
        assert index.neighbours(index.of(np.array([0], dtype=np.int32)), 1, 4).tolist() == [0, 2, 1]

    def test_more_hits_than_a_block(self):
        """Hits of several blocks count as those of one."""
        column = np.tile(np.array([0, 1], dtype=np.int32), positions.BLOCK + 5)
        index = positions.build(column, np.arange(len(column)) // 2, 2)
        assert index.neighbours(index.of(np.array([0], dtype=np.int32)), 1, 3).tolist() == [
            0,
            positions.BLOCK + 5,
        ]

    def test_saved_and_opened(self, tmp_path):
        """An index read back from disk is mapped into memory and finds the same."""
        given = tables(TEXTS)
        built = Concordance(**given)
        positions.save(built.positions, tmp_path / "index")
        opened = positions.load(tmp_path / "index")
        assert isinstance(opened.places, np.memmap)
        again = Concordance(**given, positions=opened)
        pd.testing.assert_frame_equal(again.kwic("ngoại giao"), built.kwic("ngoại giao"))

    def test_missing_word(self):
        """A column with a missing word is refused."""
        with pytest.raises(ValueError, match="between 0 and 3"):
            positions.build(np.array([0, -1]), np.array([0, 0]), 4)

    def test_empty_corpus(self):
        """A corpus without a token answers with nothing."""
        empty = Concordance(**tables({"a": ["B x"]}) | {"tokens": tables({"a": ["B x"]})["tokens"].iloc[:0]})
        assert empty.kwic("x").empty
