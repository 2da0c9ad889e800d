"""Statistics: known answers from published tables and other implementations, properties, small corpora."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, chi2_contingency
from scipy.stats.contingency import relative_risk

from caytre.analysis import statistics

EXACT = {"rel": 1e-6}
TEXT = list("abcabdaefabghiabcjka")


def tokens(texts: dict[str, str], *, kind: str = "body") -> pd.DataFrame:
    """A frame of tokens: words separated by blanks (`_` joins syllables), sentences by ` / `."""
    rows = []
    for name, text in texts.items():
        for sentence, part in enumerate(text.split(" / "), 1):
            forms = [form.replace("_", " ") for form in part.split()]
            rows += [(name, 1, sentence, i, form, form.lower(), kind) for i, form in enumerate(forms, 1)]
    frame = pd.DataFrame(
        rows, columns=["article_id", "line_no", "sent_no", "token_no", "form", "word", "kind"]
    )
    return frame.astype(
        {"article_id": "category", "form": "category", "word": "category", "kind": "category"}
    )


class TestLogLikelihood:
    @pytest.mark.parametrize(
        ("table", "answer"),
        [([[110, 2442], [111, 29114]], 270.721876936), ([[10, 0], [3, 31764]], 167.229803911)],
    )
    def test_dunning(self, table, answer):
        """Dunning's published values (1993, p. 72) come out."""
        (a, b), (c, d) = table
        assert statistics.log_likelihood(a, a + b, c, c + d) == pytest.approx(answer, **EXACT)

    def test_two_and_four_cells(self):
        """Rayson's two-cell value and the four-cell value of the same data differ as published."""
        assert statistics.log_likelihood(30, 10000, 10, 20000, cells=2) == pytest.approx(
            29.039227913, **EXACT
        )
        assert statistics.log_likelihood(30, 10000, 10, 20000) == pytest.approx(29.080961829, **EXACT)

    def test_sign(self):
        """A word that the first corpus uses less has a negative value of the same size."""
        assert statistics.log_likelihood(10, 20000, 30, 10000) == pytest.approx(-29.080961829, **EXACT)

    def test_other_number_of_cells(self):
        """Anything but two or four cells is refused with a sentence."""
        with pytest.raises(ValueError, match="give 4"):
            statistics.log_likelihood(1, 10, 1, 10, cells=3)

    @settings(max_examples=40, deadline=None)
    @given(st.integers(0, 50), st.integers(0, 50), st.integers(51, 500), st.integers(51, 500))
    def test_scipy(self, a, b, n1, n2):
        """It equals scipy's log-likelihood of the same table wherever scipy defines one."""
        if a + b:
            oracle = chi2_contingency([[a, n1 - a], [b, n2 - b]], correction=False, lambda_="log-likelihood")[
                0
            ]
            assert abs(statistics.log_likelihood(a, n1, b, n2)) == pytest.approx(oracle, rel=1e-6, abs=1e-9)


class TestLogRatio:
    def test_value_and_zero(self):
        """30 in 10,000 against 10 in 20,000 is log2 6; a zero stands as one half."""
        assert statistics.log_ratio(30, 10000, 10, 20000) == pytest.approx(2.584962501, **EXACT)
        assert statistics.log_ratio(5, 1000, 0, 2000) == pytest.approx(4.321928095, **EXACT)

    def test_katz(self):
        """The normal interval is that of scipy's relative risk, in log2."""
        low, high = statistics.log_ratio_interval(30, 10000, 10, 20000)
        oracle = relative_risk(30, 10000, 10, 20000).confidence_interval()
        assert (low, high) == (pytest.approx(1.553038841, **EXACT), pytest.approx(3.616886161, **EXACT))
        assert (low, high) == (
            pytest.approx(np.log2(oracle.low), **EXACT),
            pytest.approx(np.log2(oracle.high), **EXACT),
        )

    @pytest.mark.parametrize(
        ("table", "m", "answer"),
        [
            ((30, 10000, 10, 20000), 1, 1.513398238),
            ((30, 10000, 10, 20000), 100, 0.805350326),
            ((5, 1000, 0, 2000), 1, 0.873979868),
        ],
    )
    def test_conservative(self, table, m, answer):
        """The conservative log-ratio is the corrected exact bound nearer zero."""
        assert statistics.conservative_log_ratio(*table, m=m) == pytest.approx(answer, **EXACT)

    def test_exact_interval_is_clopper_pearson(self):
        """The exact interval is Clopper-Pearson on 30 of 40, turned into a ratio."""
        low, high = statistics.exact_log_ratio_interval(30, 1, 10, 1)
        share = binomtest(30, 40).proportion_ci(method="exact")
        assert 2**low / (1 + 2**low) == pytest.approx(share.low, **EXACT)
        assert 2**high / (1 + 2**high) == pytest.approx(share.high, **EXACT)

    def test_no_occurrence_has_no_bound(self):
        """A word that one side never uses has no finite bound on that side."""
        assert statistics.exact_log_ratio_interval(5, 1000, 0, 2000)[1] == np.inf
        assert statistics.exact_log_ratio_interval(0, 1000, 5, 2000)[0] == -np.inf

    @settings(max_examples=40, deadline=None)
    @given(st.integers(0, 40), st.integers(0, 40))
    def test_exact_interval_holds_the_value(self, a, b):
        """The interval holds the ratio wherever both sides occur."""
        low, high = statistics.exact_log_ratio_interval(a, 1000, b, 1500)
        if a and b:
            assert low < statistics.log_ratio(a, 1000, b, 1500) < high


class TestLogOdds:
    @pytest.mark.parametrize(
        ("prior", "answer"),
        [
            ([0.1] * 4, (3.108096725, 0.888859651, -0.590606132, -8.283068679)),
            (None, (3.073233269, 0.844683228, -0.606920675, -8.107335915)),
        ],
    )
    def test_monroe(self, prior, answer):
        """Monroe, Colaresi & Quinn's z with a flat and with an informative prior."""
        z = statistics.log_odds((10, 5, 1, 84), (2, 6, 4, 188), prior=prior, prior_size=10)
        assert z == pytest.approx(answer, **EXACT)


class TestAssociation:
    def test_known_answers(self):
        """f = 20, f1 = 30, f2 = 50, N = 1000 as in nltk, gensim and scipy."""
        row = statistics.measures(20, 30, 50, 1000).iloc[0]
        answers = {
            "mi": 3.736965594, "t": 4.136725758, "g2": 91.211266285, "log_dice": 13.0, "npmi": 0.662129840,
            "delta_p": 0.635738832, "delta_p_back": 0.389473684,
        }  # fmt: skip
        assert row.to_dict() == {name: pytest.approx(value, **EXACT) for name, value in answers.items()}

    def test_new_companies(self):
        """Manning & Schütze's "new companies": t 0.999932, logDice 3.6765."""
        row = statistics.measures(8, 15828, 4675, 14307668).iloc[0]
        assert row["t"] == pytest.approx(0.999931989, **EXACT)
        assert row["log_dice"] == pytest.approx(3.676452600, **EXACT)

    def test_nltk(self):
        """nltk's association measures are the same numbers."""
        from nltk.metrics import BigramAssocMeasures

        row = statistics.measures(7, 12, 31, 900).iloc[0]
        marginals = (7, (12, 31), 900)
        assert row["mi"] == pytest.approx(BigramAssocMeasures.pmi(*marginals), **EXACT)
        assert row["t"] == pytest.approx(BigramAssocMeasures.student_t(*marginals), **EXACT)
        assert row["g2"] == pytest.approx(BigramAssocMeasures.likelihood_ratio(*marginals), rel=1e-5)

    def test_pair_that_always_goes_together(self):
        """A pair that is every pair there is has the largest logDice and NPMI."""
        row = statistics.measures(5, 5, 5, 5).iloc[0]
        assert (row["log_dice"], row["npmi"]) == (14, 1)

    def test_punctuation_and_sentence_end_part_words(self):
        """A comma or a sentence end between two words leaves them no adjacent pair."""
        frame = tokens({"a": "hoà_bình , ổn_định / hợp_tác hoà_bình"})
        found = statistics.pairs(frame, min_n=1)
        assert found[["left", "right"]].to_numpy().tolist() == [["hợp tác", "hoà bình"]]

    def test_window_counts_words_only(self):
        """A comma does not use up a place of the window; a sentence end is never crossed."""
        frame = tokens({"a": "hoà_bình , ổn_định và phát_triển / hợp_tác"})
        found = statistics.pairs(frame, window=2, min_n=1)
        assert set(map(tuple, found[["left", "right"]].to_numpy())) == {
            ("hoà bình", "ổn định"), ("hoà bình", "và"), ("ổn định", "và"), ("ổn định", "phát triển"), ("và", "phát triển"),
        }  # fmt: skip

    def test_left_out_word_keeps_its_place(self):
        """A word left out forms no pair and brings no two others together."""
        found = statistics.pairs(tokens({"a": "hoà_bình và phát_triển"}), min_n=1, leave_out=["và"])
        assert found.empty

    def test_articles_are_counted_once(self):
        """n_articles counts articles, n pairs."""
        found = statistics.pairs(tokens({"a": "cây tre / cây tre", "b": "cây tre"}), min_n=1)
        assert found[["n", "n_articles"]].to_numpy().tolist() == [[3, 2]]

    def test_bad_window(self):
        """A window of no words is refused."""
        with pytest.raises(ValueError, match="window is 0"):
            statistics.pairs(tokens({"a": "cây tre"}), window=0)


class TestDispersion:
    def test_gries(self):
        """Gries's example: DP .18, DPnorm .2195, Juilland D .785."""
        v, s = (1, 2, 3, 4, 5), (9, 10, 10, 10, 11)
        assert statistics.deviation(v, s) == pytest.approx((0.18, 0.219512195), **EXACT)
        assert statistics.juilland(v, s) == pytest.approx(0.785150453, **EXACT)

    def test_lyne(self):
        """Lyne's ALLEMAND has DP .4990705 and D .6038797."""
        v = (2, 0, 1, 1, 3, 0, 3, 0, 0, 0)
        s = (8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930)
        assert statistics.deviation(v, s) == pytest.approx((0.499070454, 0.553547979), **EXACT)
        assert statistics.juilland(v, s) == pytest.approx(0.603879729, **EXACT)

    def test_equal_parts(self):
        """2, 1, 0 in equal parts has DPnorm one half."""
        assert statistics.deviation((2, 1, 0), (1, 1, 1))[1] == pytest.approx(0.5)

    def test_table_equals_the_formula(self):
        """The table over a corpus has for each word what the formula gives for its counts."""
        frame = tokens({"a": "tre tre xanh", "b": "tre xanh lá lá", "c": "lá hoa tre tre tre"})
        found = statistics.dispersion(frame, min_n=1).set_index("word")
        assert found.loc["tre", ["dp", "dp_norm"]].tolist() == pytest.approx(
            statistics.deviation((2, 1, 3), (3, 4, 5))
        )
        assert found.loc["hoa", ["dp", "dp_norm"]].tolist() == pytest.approx(
            statistics.deviation((0, 0, 1), (3, 4, 5))
        )
        assert found.loc["lá", "range"] == 2

    def test_absent_word(self):
        """A word that does not occur has no dispersion."""
        with pytest.raises(ValueError, match="occurs"):
            statistics.deviation((0, 0), (1, 1))


class TestDiversity:
    def test_mattr(self):
        """Covington & McFall's ratio over windows of five."""
        assert statistics.mattr(TEXT, window=5) == pytest.approx(0.9125, **EXACT)

    def test_short_text_has_plain_ratio(self):
        """A text shorter than the window has its type-token ratio."""
        assert statistics.mattr(TEXT, window=1000) == pytest.approx(0.55)

    def test_mtld(self):
        """Both directions, partial factors, no least length: 7.142857 for a cycle of five, 10.12195 for the example."""
        assert statistics.mtld(list("abcde") * 20) == pytest.approx(7.142857143, **EXACT)
        assert statistics.mtld(TEXT) == pytest.approx(10.121951220, **EXACT)

    def test_mtld_of_distinct_words(self):
        """A text without a repeated word has no finite MTLD."""
        assert statistics.mtld(["cây", "tre", "Việt", "Nam"]) == np.inf

    def test_hdd(self):
        """Expected ratio of 42 draws; a shorter text has none."""
        assert statistics.hdd(list("abcde") * 20) == pytest.approx(0.119047209, **EXACT)
        assert statistics.hdd(TEXT * 3) == pytest.approx(0.257353894, **EXACT)
        assert np.isnan(statistics.hdd(TEXT))

    def test_jensen_shannon(self):
        """In bits, the divergence and not its root."""
        assert statistics.jensen_shannon((0.5, 0.3, 0.2), (0.2, 0.3, 0.5)) == pytest.approx(
            0.095815602, **EXACT
        )
        assert statistics.jensen_shannon((5, 3, 2), (20, 30, 50)) == pytest.approx(0.095815602, **EXACT)

    def test_nothing_shared(self):
        """Two vocabularies without a common word are one bit apart, each none from itself."""
        found = statistics.distances(tokens({"a": "cây tre", "b": "hội nghị"}), by="article_id")
        assert found.to_numpy().tolist() == [[0, 1], [1, 0]]

    def test_table(self):
        """A group's row holds its words, types and the window that was used."""
        found = statistics.diversity(tokens({"a": "cây tre cây tre ."}), by={"a": "VTV"})
        assert found.iloc[0][["group", "n_words", "n_types", "mattr", "window"]].tolist() == [
            "VTV",
            4,
            2,
            0.5,
            4,
        ]


class TestIntervals:
    def test_proportion(self):
        """Three in a thousand: Wilson and Clopper-Pearson."""
        assert statistics.proportion_interval(3, 1000)[1:] == pytest.approx(
            (0.001020784, 0.008783014), **EXACT
        )
        exact = statistics.proportion_interval(3, 1000, method="exact")
        assert exact[1:] == pytest.approx((0.000619100, 0.008742023), rel=1e-6)

    def test_poisson(self):
        """Three events in a thousand: Garwood's exact interval; none has a lower bound of zero."""
        assert statistics.poisson_interval(3, per=1000)[1:] == pytest.approx(
            (0.000618672, 0.008767273), **EXACT
        )
        assert statistics.poisson_interval(0)[1] == 0

    def test_resampled_articles(self):
        """The mean of five articles resampled with the fixed seed."""
        assert statistics.resampled((3, 0, 1, 2, 8)) == pytest.approx((2.8, 0.8, 5.6), **EXACT)

    def test_columns_resampled_together(self):
        """Each column of a table gets the interval that it gets alone."""
        table = np.array([[3, 1], [0, 2], [1, 0], [2, 5], [8, 1]])
        together = statistics.resampled_together(table, sizes=(10, 20, 10, 30, 20), resamples=500)
        alone = [
            statistics.resampled(column, sizes=(10, 20, 10, 30, 20), resamples=500) for column in table.T
        ]
        assert together == alone

    def test_one_article_has_no_interval(self):
        """One article cannot say how much articles differ."""
        assert np.isnan(statistics.resampled([3]).low)

    def test_rate_is_a_ratio_of_sums(self):
        """With sizes the value is all occurrences over all words."""
        assert statistics.resampled((1, 9), sizes=(100, 100)).value == pytest.approx(0.05)

    def test_benjamini_hochberg(self):
        """The fifteen p-values of 1995: four rejected, adjusted values as published; a missing p stays missing."""
        p = (.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1)  # fmt: skip
        q = statistics.adjusted((*p, np.nan))
        assert (q[:15] <= 0.05).sum() == 4
        assert q[:6] == pytest.approx((0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571429), rel=1e-6)
        assert np.isnan(q[15])

    def test_trend(self):
        """1, 2, 4, 3, 5, 7: slope 1 [.5, 2], tau .8667, exact p 1/60."""
        found = statistics.trend((1, 2, 4, 3, 5, 7))
        assert found[:5] == pytest.approx((1, 0.5, 2, 0.866666667, 0.016666667), **EXACT)
        assert found.basis == "exact"

    def test_trend_of_long_series(self):
        """From ten points on, and with ties, the normal approximation with correction for continuity is used."""
        assert statistics.mann_kendall(list(range(12)))[1] == "normal"
        assert statistics.mann_kendall((1, 2, 2, 3, 4))[1] == "normal"

    def test_too_short_for_a_p_value(self):
        """Three points give a slope and no p."""
        found = statistics.trend((1, 2, 3))
        assert found.slope == 1
        assert np.isnan(found.p)

    def test_flat_series(self):
        """A series that never changes has no trend."""
        assert statistics.trend([2.0] * 6)[:5] == (0, 0, 0, 0, 1)


class TestCounts:
    def test_words_are_tokens_with_a_letter(self):
        """Punctuation and bare numbers are no words; the case of the form does not matter."""
        found = statistics.frequency(tokens({"a": "Hội_nghị , hội_nghị 2021 ."}))
        assert found[["word", "n", "n_articles"]].to_numpy().tolist() == [["hội nghị", 2, 1]]
        assert found["per_10k"].tolist() == [10000]

    def test_only_body_lines(self):
        """Captions do not count unless asked for."""
        frame = tokens({"a": "cây tre"}, kind="caption")
        assert statistics.frequency(frame).empty
        assert len(statistics.frequency(frame, kinds=["caption"])) == 2

    def test_groups_of_articles(self):
        """A mapping puts articles into groups; an article without one is left out."""
        frame = tokens({"a": "tre", "b": "tre", "c": "tre"})
        found = statistics.frequency(frame, by={"a": "VTV", "b": "VTV"})
        assert found[["group", "n", "n_articles"]].to_numpy().tolist() == [["VTV", 2, 2]]

    def test_unknown_column(self):
        """A group that is no column is named together with the columns there are."""
        with pytest.raises(KeyError, match='no column "outlet"'):
            statistics.count(tokens({"a": "tre"}), by="outlet")

    def test_commonest_form(self):
        """A word is shown as it is most often written."""
        frame = tokens({"a": "Ngoại_giao ngoại_giao Ngoại_giao"})
        assert statistics.display_forms(frame)["ngoại giao"] == "Ngoại giao"

    @pytest.mark.parametrize(
        "function", [statistics.frequency, statistics.display_forms, statistics.pairs, statistics.dispersion]
    )
    def test_nothing_in_nothing_out(self, function):
        """A frame without a token gives an empty table."""
        assert len(function(tokens({}))) == 0

    @settings(max_examples=40, deadline=None)
    @given(
        st.dictionaries(
            st.sampled_from("abcd"),
            st.lists(st.sampled_from(["tre", "lá", "hoa", ",", "3"]), min_size=1),
            min_size=1,
        )
    )
    def test_strings_and_codes_agree(self, texts):
        """Plain string columns and categorical ones give the same table, which is what counting by hand gives."""
        frame = tokens({name: " ".join(words) for name, words in texts.items()})
        found = statistics.frequency(frame)
        by_hand = frame[frame["word"].isin(["tre", "lá", "hoa"])].groupby("word", observed=True).size()
        assert dict(zip(found["word"], found["n"], strict=True)) == by_hand.to_dict()
        pd.testing.assert_frame_equal(
            found, statistics.frequency(frame.astype({"word": object, "article_id": object}))
        )


class TestKeyness:
    BODY = "và của trong " * 40

    def test_small_corpus_gives_counts_only(self):
        """With four articles on a side there is no p-value, but an exact interval and the reason."""
        frame = tokens(
            {f"{g}{i}": self.BODY + ("tre " * 5 if g == "a" else "") for g in "ab" for i in range(4)}
        )
        found = statistics.keyness(frame, by={f"{g}{i}": g for g in "ab" for i in range(4)})
        top = found.iloc[0]
        assert (top["group"], top["word"], top["n"], top["n_rest"], top["n_articles"]) == (
            "a",
            "tre",
            20,
            0,
            4,
        )
        assert top["basis"] == "counts only: fewer than 5 articles in a group"
        assert np.isnan(top["p"])
        assert np.isnan(top["q"])
        assert top["low"] > 0
        assert top["high"] == np.inf

    def test_enough_articles_are_tested(self):
        """With six articles a side p, q and the permutation of whole articles are given."""
        frame = tokens(
            {f"{g}{i}": self.BODY + ("tre " * 5 if g == "a" else "") for g in "ab" for i in range(6)}
        )
        groups = {f"{g}{i}": g for g in "ab" for i in range(6)}
        top = statistics.keyness(frame, by=groups, permutations=999).iloc[0]
        assert top["basis"] == "tested"
        assert top["p"] < top["q"] < 0.001
        assert top["p_articles"] == pytest.approx(2 / 924)

    def test_one_article_is_no_evidence(self):
        """A word that one of six articles repeats is significant by tokens, not by articles."""
        texts = {f"{g}{i}": self.BODY for g in "ab" for i in range(6)}
        texts["a0"] += "tre " * 30
        frame = tokens(texts)
        found = statistics.keyness(frame, by={name: name[0] for name in texts}, permutations=999).iloc[0]
        assert found["word"] == "tre"
        assert found["p"] < 0.001
        assert found["p_articles"] == 1

    def test_rare_words_are_not_tested(self):
        """A word expected fewer than five times in a group gets no p-value."""
        texts = {f"{g}{i}": self.BODY for g in "ab" for i in range(6)}
        texts["a0"] += "tre tre tre"
        found = statistics.keyness(tokens(texts), by={name: name[0] for name in texts})
        assert found.loc[found["word"] == "tre", "basis"].str.contains("fewer than 5 expected").all()

    def test_one_group_has_nothing_to_compare(self):
        """A single group gives an empty table with all its columns."""
        found = statistics.keyness(tokens({"a": "tre tre tre"}), by="article_id")
        assert found.empty
        assert "log_ratio" in found.columns

    def test_groups_inside_an_article(self):
        """A column of the tokens, such as the speaker, groups words within an article."""
        frame = tokens({"a": "tre tre tre lá lá lá"}).assign(speaker=["X"] * 3 + ["Y"] * 3)
        found = statistics.keyness(frame, by="speaker")
        assert found.groupby("group")["word"].first().to_dict() == {"X": "tre", "Y": "lá"}

    def test_random_permutations_are_repeatable(self):
        """Where not every split can be tried, random ones give the same p each time, never 0."""
        frame = tokens(
            {f"{g}{i}": self.BODY + ("tre " * 5 if g == "a" else "") for g in "ab" for i in range(8)}
        )
        groups = {name: name[0] for name in frame["article_id"].cat.categories}
        first, second = (statistics.keyness(frame, by=groups, permutations=199) for _ in range(2))
        pd.testing.assert_frame_equal(first, second)
        assert first["p_articles"].min() >= 1 / 200
