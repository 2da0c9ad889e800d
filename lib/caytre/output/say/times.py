"""Findings of 03-timelines: how far the talk looks, what it names, how long, what lies ahead, a word over time."""

from __future__ import annotations

from typing import Any

import pandas as pd

from caytre.analysis.statistics.intervals import poisson_interval
from caytre.analysis.times import timeline
from caytre.output.timewords import moment_name, p_value, unit_name, who
from caytre.session import join, number, percent, plural, t, times
from caytre.show import Said, escape

__all__ = ["horizon", "moments", "over_time", "promises", "spans"]

NAMED = 3
"""Examples in a sentence."""
MOST_AHEAD = 6
SIGNIFICANT = 0.05


def horizon(table: pd.DataFrame) -> Said:
    """How much of the talk looks back, is now, looks ahead; for speakers, whether one stands out."""
    n, unknown = int(table["n"].sum()), int(table["open"].sum())
    if not n:
        return Said(
            t("No expression of time looks back or ahead.", "Không có biểu thức thời gian nào rõ hướng.")
        )
    if table["by"].iloc[0] == "voice":
        return _speakers(table)
    back, now, ahead = (int(table[side].sum()) for side in timeline.SIDES)
    said = t(
        f"Of {plural(n, 'expression', 'expressions', vi='')} of time in body text, {plural(back, 'looks', 'look', vi='')} back ({percent(back / n)}), {plural(now, 'speaks', 'speak', vi='')} of now and {plural(ahead, 'looks', 'look', vi='')} ahead ({percent(ahead / n)}).",
        f"Trong {number(n)} biểu thức thời gian ở thân bài, {number(back)} nhìn lại ({percent(back / n)}), {number(now)} nói về hiện tại và {number(ahead)} hướng tới tương lai ({percent(ahead / n)}).",
    )
    if unknown:
        said += t(
            f" {plural(unknown, 'more names', 'more name', vi='')} a time whose place before or after the article is not known.",
            f" {number(unknown)} biểu thức khác không rõ nằm trước hay sau ngày đăng.",
        )
    return Said(said)


def _speakers(table: pd.DataFrame) -> Said:
    """The speakers with most expressions, and whether one of them looks ahead more than all together."""
    people = table[(table["group"] != "") & (table["n"] > 0)]
    if people.empty:
        return Said(
            t(
                "No expression of time has a named speaker.",
                "Không biểu thức thời gian nào có người nói rõ tên.",
            )
        )
    named = join(
        [
            t(
                f"{escape(who(row.group))} ({number(row.back)} back, {number(row.ahead)} ahead of {number(row.n)})",
                f"{escape(who(row.group))} ({number(row.back)} nhìn lại, {number(row.ahead)} hướng tới trong {number(row.n)})",
            )
            for row in people.head(NAMED).itertuples()
        ]
    )
    said = t(
        f"Most expressions of time are in the words of {named}.",
        f"Nhiều biểu thức thời gian nhất là trong lời của {named}.",
    )
    return Said(said) + _standing_out(table)


def _standing_out(table: pd.DataFrame) -> Said:
    if len(table) < 2:
        return Said("")
    best = timeline.stands_out(table)
    if best is None:
        return Said(
            t(
                "No speaker looks ahead clearly more than all together: the 95 % intervals are too wide.",
                "Không người nói nào hướng tới tương lai rõ rệt hơn mức chung: các khoảng tin cậy 95 % quá rộng.",
            )
        )
    interval = f"{percent(best['low'])}–{percent(best['high'])}"
    return Said(
        t(
            f"{escape(who(best['group']))} looks ahead most surely: {number(best['ahead'])} of {number(best['n'])} ({percent(best['share'])}, 95 % interval {interval}).",
            f"{escape(who(best['group']))} hướng tới tương lai rõ nhất: {number(best['ahead'])} trong {number(best['n'])} ({percent(best['share'])}, khoảng tin cậy 95 % {interval}).",
        )
    )


def moments(table: pd.DataFrame, spoken: pd.DataFrame) -> Said:
    """What is named from when to when and most often, and what has no place on the axis."""
    off = _vague(spoken) + _unknown(spoken)
    if table.empty:
        return (
            Said(
                t(
                    "No day, year or event with a known date is named.",
                    "Không có ngày, năm hay sự kiện nào rõ thời gian.",
                )
            )
            + off
        )
    first = table.iloc[0]
    last = table.sort_values(["latest", "earliest"], kind="stable").iloc[-1]
    top = table.sort_values(["n", "n_articles"], ascending=False, kind="stable").head(NAMED)
    most = join([f"{_named(row)} ({_often(row)})" for row in top.itertuples()])
    return (
        Said(
            t(
                f"The body text names {plural(len(table), 'moment', 'moments', vi='')}, {times(int(table['n'].sum()))} in all, from {_named(first)} {_cite(first)} to {_named(last)} {_cite(last)}. Most often: {most}.",
                f"Thân bài nêu {number(len(table))} thời điểm, tổng cộng {number(table['n'].sum())} lần, từ {_named(first)} {_cite(first)} đến {_named(last)} {_cite(last)}. Nhiều nhất: {most}.",
            )
        )
        + off
    )


def _vague(spoken: pd.DataFrame) -> Said:
    vague = spoken[spoken["how"] == "vague"]
    if vague.empty:
        return Said("")
    words = (
        vague["surface"]
        .str.lower()
        .value_counts(sort=False)
        .sort_index()
        .sort_values(ascending=False, kind="stable")
    )
    sides = vague["side"].value_counts()
    examples = join([f"“{escape(word)}” ({number(n)})" for word, n in words.head(NAMED).items()])
    back, now, ahead = (int(sides.get(side, 0)) for side in timeline.SIDES)
    return Said(
        t(
            f"{plural(len(vague), 'vague reference has', 'vague references have', vi='')} no place on the axis, such as {examples}: {plural(back, 'looks', 'look', vi='')} back, {plural(now, 'is', 'are', vi='')} now, {plural(ahead, 'looks', 'look', vi='')} ahead.",
            f"{number(len(vague))} cách nói không rõ ngày nằm ngoài trục, như {examples}: {number(back)} nhìn lại, {number(now)} nói về hiện tại, {number(ahead)} hướng tới tương lai.",
        )
    )


def _unknown(spoken: pd.DataFrame) -> Said:
    found = spoken[spoken["how"] == "unresolved"].drop_duplicates("value")
    if found.empty:
        return Said("")
    examples = join([f"“{escape(row.surface)}” {_cite(row)}" for row in found.head(NAMED).itertuples()])
    more = len(found) - NAMED
    rest = (
        t(f" and {plural(more, 'other', 'others', vi='')}", f" và {number(more)} cách nói khác")
        if more > 0
        else ""
    )
    return Said(t(f"Left undated: {examples}{rest}.", f"Để ngỏ, không gán ngày: {examples}{rest}."))


def spans(table: pd.DataFrame) -> Said:
    """Which lengths of time are named, the commonest, the longest, and those between two named points."""
    if table.empty:
        return Said(t("No length of time is named.", "Không có khoảng thời gian nào được nêu."))
    most = table.sort_values(["n", "n_articles", "years"], ascending=False, kind="stable").iloc[0]
    longest = table.iloc[0]
    said = t(
        f"Lengths of time are named {times(int(table['n'].sum()))}; the longest is “{escape(longest['label'])}” {_cite(longest)}.",
        f"Các khoảng thời gian được nêu {number(table['n'].sum())} lần; dài nhất là “{escape(longest['label'])}” {_cite(longest)}.",
    )
    if int(most["n"]) > 1:
        said += t(
            f" The commonest is “{escape(most['label'])}”: {_often(most)} {most['citations']}.",
            f" Nhiều nhất là “{escape(most['label'])}”: {_often(most)} {most['citations']}.",
        )
    fixed = table[table["earliest"] != ""].head(NAMED)
    if len(fixed):
        named = join([f"“{escape(row.label)}” {_cite(row)}" for row in fixed.itertuples()])
        said += t(f" From one named point to another: {named}.", f" Có đầu và cuối: {named}.")
    return Said(said)


def promises(table: pd.DataFrame) -> Said:
    """Which times ahead are named, nearest first, by whom and where."""
    if table.empty:
        return Said(
            t(
                "No article names a time ahead of its day of publication.",
                "Không bài nào nêu mốc thời gian sau ngày đăng.",
            )
        )
    groups = [rows for _, rows in table.groupby("key", sort=False)]
    more = len(groups) > MOST_AHEAD
    if more:
        groups.sort(key=lambda rows: -int(rows["n"].sum()))
    shown = "; ".join(_ahead(rows, short=more) for rows in groups[:MOST_AHEAD])
    points = plural(len(groups), "point or period", "points or periods", vi="")
    head = t(
        f"The articles name {points} ahead, {times(int(table['n'].sum()))} in all",
        f"Các bài nêu {number(len(groups))} mốc ở phía trước, tổng cộng {number(table['n'].sum())} lần",
    )
    often = t("; most often: ", "; nhiều nhất là: ") if more else ": "
    return Said(f"{head}{often}{shown}.")


def _ahead(rows: pd.DataFrame, *, short: bool) -> str:
    """One time ahead, and in brackets who names it and where; *short* is how often and the first place."""
    first = rows.iloc[0]
    if short:
        return f"{_named(first)} ({times(int(rows['n'].sum()))}, {_cite(first)})"
    return f"{_named(first)} ({join([f'{escape(who(row.voice))} {row.citations}' for row in rows.itertuples()])})"


def over_time(series: pd.DataFrame, name: str) -> Said:
    """The rate of *name* over all periods with its exact interval, and the trend where the series is long enough."""
    known = series[series["n_words"] > 0] if len(series) else series
    if known.empty:
        return Said(t("No article has a date.", "Không bài nào có ngày đăng."))
    n, words, articles = (int(known[column].sum()) for column in ("n", "n_words", "n_articles"))
    rate = poisson_interval(n, per=words / 10_000)
    low, high = number(rate.low, 1), number(rate.high, 1)
    said = t(
        f"“{escape(name)}” occurs {times(n)} in {plural(articles, 'dated article', 'dated articles', vi='')} of {number(words)} words: {number(rate.value, 1)} per 10,000 words (exact 95 % interval {low}–{high}).",
        f"“{escape(name)}” xuất hiện {number(n)} lần trong {number(articles)} bài có ngày, gồm {number(words)} từ: {number(rate.value, 1)} trên 10.000 từ (khoảng tin cậy chính xác 95 %: {low}–{high}).",
    )
    return Said(said) + _trend(series, len(known))


def _trend(series: pd.DataFrame, n: int) -> Said:
    unit, found = unit_name(str(series["unit"].iloc[0])), timeline.trend_of(series)
    least = timeline.LONG_SERIES
    if found is None:
        return Said(
            t(
                f"{plural(n, f'{unit} with articles is', f'{unit}s with articles are', vi='')} too few for a test of trend, which asks for {least}.",
                f"{number(n)} {unit} có bài là quá ít để kiểm định xu hướng (cần {least}).",
            )
        )
    test = f"{number(found.slope, 2)} ({number(found.low, 2)}–{number(found.high, 2)})"
    p = f"τ = {number(found.tau, 2)}, {p_value(found.p)}"
    clear = found.p < SIGNIFICANT
    word_en = ("It rises" if found.slope > 0 else "It falls") if clear else "No trend is to be seen"
    word_vi = ("Tỷ lệ tăng" if found.slope > 0 else "Tỷ lệ giảm") if clear else "Không thấy xu hướng"
    return Said(
        t(
            f"{word_en} over {number(n)} {unit}s: Theil–Sen slope {test} per {unit} and 10,000 words, Mann–Kendall {p}.",
            f"{word_vi} qua {number(n)} {unit}: độ dốc Theil–Sen {test} mỗi {unit} trên 10.000 từ, Mann–Kendall {p}.",
        )
    )


def _named(row: Any) -> str:
    return escape(moment_name(row))


def _cite(row: Any) -> str:
    return f"[{row.article_id}:{row.line_no}]"


def _often(row: Any) -> str:
    n, articles = int(row.n), int(row.n_articles)
    return t(
        f"{times(n)} in {plural(articles, 'article', 'articles', vi='')}",
        f"{number(n)} lần trong {number(articles)} bài",
    )
