"""Findings of 03-timelines: how far the talk looks, what it names, how long, what lies ahead, a word over time."""

from __future__ import annotations

from typing import Any

import pandas as pd

from caytre.analysis.shown import citation
from caytre.analysis.statistics.intervals import poisson_interval
from caytre.analysis.times import timeline
from caytre.output.ranks import leading, listed, some
from caytre.output.timewords import moment_name, p_value, unit_name, who
from caytre.session import join, number, percent, plural, t, times
from caytre.show import Said, escape

__all__ = ["horizon", "moments", "over_time", "promises", "spans"]

NAMED = 3
"""Examples in a sentence."""
MIN_SHARE = 5
"""Expressions from which a share in per cent stands beside a count."""
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
    shares = [f" ({percent(count / n)})" if count and n >= MIN_SHARE else "" for count in (back, ahead)]
    said = t(
        f"Of {plural(n, 'expression', 'expressions', vi='')} of time in body text, {some(back)} {'look' if back > 1 else 'looks'} back{shares[0]}, {some(now)} {'speak' if now > 1 else 'speaks'} of now and {some(ahead)} {'look' if ahead > 1 else 'looks'} ahead{shares[1]}.",
        f"Trong {number(n)} biểu thức thời gian ở thân bài, {some(back)} {'' if back else 'biểu thức nào '}nhìn lại{shares[0]}, {some(now)} {'' if now else 'biểu thức nào '}nói về hiện tại và {some(ahead)} {'' if ahead else 'biểu thức nào '}hướng tới tương lai{shares[1]}.",
    )
    if n == 1:
        said = t(
            f"The one expression of time in body text that has a side {'looks back' if back else 'speaks of now' if now else 'looks ahead'}.",
            f"Biểu thức thời gian duy nhất rõ hướng ở thân bài {'nhìn lại' if back else 'nói về hiện tại' if now else 'hướng tới tương lai'}.",
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
    people = people.sort_values(["n", "group"], ascending=[False, True], kind="stable")
    top = people.head(len(leading(people["n"], NAMED)))
    top = top[top["n"] > 1]
    if int(people["n"].iloc[0]) == 1 or top.empty:
        most = int(people["n"].iloc[0])
        said = t(
            f"No named speaker has more than {number(most) + ' expressions' if most > 1 else 'one expression'} of time.",
            f"Không người nói có tên nào có quá {number(most)} biểu thức thời gian.",
        )
        return Said(said) + _standing_out(table)
    named = join(
        [
            t(
                f"{escape(who(row.group))} ({number(row.back)} back, {number(row.ahead)} ahead of {number(row.n)})",
                f"{escape(who(row.group))} ({number(row.back)} nhìn lại, {number(row.ahead)} hướng tới trong {number(row.n)})",
            )
            for row in top.itertuples()
        ]
    )
    said = t(
        f"Among named speakers most expressions of time are in the words of {named}.",
        f"Trong những người nói có tên, nhiều biểu thức thời gian nhất là trong lời của {named}.",
    )
    return Said(said) + _standing_out(table)


def _standing_out(table: pd.DataFrame) -> Said:
    if len(table) < 2 or not table["ahead"].any():
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
    total = int(table["n"].sum())
    if len(table) == 1:
        often = "" if total == 1 else t(f", {times(total)}", f", {times(total)}")
        return (
            Said(
                t(
                    f"The body text names one moment{often}: {_named(first)} {_cite(first)}.",
                    f"Thân bài nêu một thời điểm{often}: {_named(first)} {_cite(first)}.",
                )
            )
            + off
        )
    often = (
        t("each once", "mỗi thời điểm 1 lần")
        if total == len(table)
        else t(f"{times(total)} in all", f"tổng cộng {times(total)}")
    )
    return (
        Said(
            t(
                f"The body text names {number(len(table))} moments, {often}, from {_named(first)} {_cite(first)} to {_named(last)} {_cite(last)}.{_oftenest(table)}",
                f"Thân bài nêu {number(len(table))} thời điểm, {often}, từ {_named(first)} {_cite(first)} đến {_named(last)} {_cite(last)}.{_oftenest(table)}",
            )
        )
        + off
    )


def _oftenest(table: pd.DataFrame) -> str:
    """The moments named most, as far as counts tell; nothing where each is named once."""
    order = table.sort_values(["n", "n_articles"], ascending=False, kind="stable")
    top = order.head(len(leading(order["n"], NAMED)))
    top = top[top["n"] > 1]
    if top.empty:
        return ""
    most = join([f"{_named(row)} ({_often(row)})" for row in top.itertuples()])
    return t(f" Most often: {most}.", f" Nhiều nhất: {most}.")


def _vague(spoken: pd.DataFrame) -> Said:
    vague = spoken[spoken["how"] == "vague"]
    if vague.empty:
        return Said("")
    if len(vague) == 1:
        word, side = escape(vague["surface"].iloc[0].lower()), str(vague["side"].iloc[0])
        looks = t(
            {"back": ": it looks back", "now": ": it is now", "ahead": ": it looks ahead"}.get(side, ""),
            {"back": ", nhìn lại", "now": ", nói về hiện tại", "ahead": ", hướng tới tương lai"}.get(
                side, ""
            ),
        )
        return Said(
            t(
                f"One vague reference has no place on the axis, “{word}”{looks}.",
                f"Một cách nói không rõ ngày nằm ngoài trục: “{word}”{looks}.",
            )
        )
    words = vague["surface"].str.lower().value_counts(sort=False).sort_index()
    words = words.sort_values(ascending=False, kind="stable")
    examples = join([f"“{escape(word)}” ({number(n)})" for word, n in words.head(NAMED).items()])
    such, known = t(", such as", ", như") if len(words) > NAMED else ",", _sides(vague)
    return Said(
        t(
            f"{plural(len(vague), 'vague reference has', 'vague references have', vi='')} no place on the axis{such} {examples}{': ' + known if known else ''}.",
            f"{number(len(vague))} cách nói không rõ ngày nằm ngoài trục{such} {examples}{': ' + known if known else ''}.",
        )
    )


def _sides(vague: pd.DataFrame) -> str:
    """How many look back, are now, look ahead, and have no side."""
    sides = vague["side"].value_counts()
    aside = len(vague) - int(sum(sides.get(side, 0) for side in timeline.SIDES))
    known = [
        t(f"{number(sides[side])} {one if sides[side] == 1 else many}", f"{number(sides[side])} {vi}")
        for side, one, many, vi in (
            ("back", "looks back", "look back", "nhìn lại"), ("now", "is now", "are now", "nói về hiện tại"),
            ("ahead", "looks ahead", "look ahead", "hướng tới tương lai"),
        )
        if side in sides.index
    ]  # fmt: skip
    if aside:
        known.append(
            t(f"{number(aside)} {'has' if aside == 1 else 'have'} no side", f"{number(aside)} không rõ hướng")
        )
    return join(known)


def _unknown(spoken: pd.DataFrame) -> Said:
    found = spoken[spoken["how"] == "unresolved"].drop_duplicates("value")
    if found.empty:
        return Said("")
    more = len(found) - NAMED
    rest = t(plural(more, "other", "others", vi=""), f"{number(more)} cách nói khác") if more > 0 else ""
    examples = listed(
        [f"“{escape(row.surface)}” {_cite(row)}" for row in found.head(NAMED).itertuples()], rest
    )
    return Said(t(f"Left undated: {examples}.", f"Để ngỏ, không gán ngày: {examples}."))


def spans(table: pd.DataFrame) -> Said:
    """Which lengths of time are named, the commonest, the longest, and those between two named points."""
    if table.empty:
        return Said(t("No length of time is named.", "Không có khoảng thời gian nào được nêu."))
    most = table.sort_values(["n", "n_articles", "years"], ascending=False, kind="stable").iloc[0]
    longest = table.iloc[0]
    if int(table["n"].sum()) == 1:
        return Said(
            t(
                f"One length of time is named, “{escape(longest['label'])}” {_cite(longest)}.",
                f"Chỉ có một khoảng thời gian được nêu: “{escape(longest['label'])}” {_cite(longest)}.",
            )
        )
    said = t(
        f"Lengths of time are named {times(int(table['n'].sum()))}; the longest is “{escape(longest['label'])}” {_cite(longest)}.",
        f"Các khoảng thời gian được nêu {number(table['n'].sum())} lần; dài nhất là “{escape(longest['label'])}” {_cite(longest)}.",
    )
    if int(most["n"]) > 1 and len(table) > 1:
        tied = int((table["n"] == most["n"]).sum()) > 1
        said += t(
            f" {'None is named more often than' if tied else 'The commonest is'} “{escape(most['label'])}”: {_often(most)} {most['citations']}.",
            f" {'Không khoảng nào được nêu nhiều hơn' if tied else 'Nhiều nhất là'} “{escape(most['label'])}”: {_often(most)} {most['citations']}.",
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
    total = int(table["n"].sum())
    often = (
        ""
        if total == 1
        else t(", each once", ", mỗi mốc 1 lần")
        if total == len(groups)
        else t(f", {times(total)} in all", f", tổng cộng {times(total)}")
    )
    head = t(
        f"{plural(len(groups), 'point or period ahead is', 'points or periods ahead are', vi='')} named{often}",
        f"Có {number(len(groups))} mốc ở phía trước được nêu{often}",
    )
    often = (
        t("; such as: ", "; chẳng hạn: ")
        if total == len(groups)
        else t("; most often: ", "; nhiều nhất là: ")
    )
    often = often if more else ": "
    return Said(f"{head}{often}{shown}.")


def _ahead(rows: pd.DataFrame, *, short: bool) -> str:
    """One time ahead, and in brackets who names it and where; *short* is how often and the first place."""
    first = rows.iloc[0]
    if short:
        return f"{_named(first)} ({times(int(rows['n'].sum()))}, {_cite(first)})"
    named = join([f"{escape(who(row.voice).strip('()'))} {row.citations}" for row in rows.itertuples()])
    return f"{_named(first)} ({named})"


def over_time(series: pd.DataFrame, name: str) -> Said:
    """The rate of *name* over all periods with its exact interval, and the trend where the series is long enough."""
    known = series[series["n_words"] > 0] if len(series) else series
    if known.empty:
        return Said(t("No article has a date.", "Không bài nào có ngày đăng."))
    n, words, articles = (int(known[column].sum()) for column in ("n", "n_words", "n_articles"))
    if not n:
        return Said(
            t(
                f"“{escape(name)}” does not occur in {plural(articles, 'dated article', 'dated articles', vi='')}.",
                f"“{escape(name)}” không xuất hiện trong {number(articles)} bài có ngày.",
            )
        )
    rate = poisson_interval(n, per=words / 10_000)
    low, high = number(rate.low, 1), number(rate.high, 1)
    said = t(
        f"“{escape(name)}” occurs {times(n)} in {plural(articles, 'dated article', 'dated articles', vi='')} of {number(words)} words: {number(rate.value, 1)} per 10,000 words (exact 95 % interval {low}–{high}).",
        f"“{escape(name)}” xuất hiện {number(n)} lần trong {number(articles)} bài có ngày, gồm {number(words)} từ: {number(rate.value, 1)} trên 10.000 từ (khoảng tin cậy chính xác 95 %: {low}–{high}).",
    )
    return Said(said) + (_trend(series, len(known)) if len(known) > 1 else Said(""))


def _trend(series: pd.DataFrame, n: int) -> Said:
    unit, found = unit_name(str(series["unit"].iloc[0])), timeline.trend_of(series)
    least = timeline.LONG_SERIES
    if found is None and n >= least:
        return Said(
            t("So few occurrences cannot show a trend.", "Số lần ít như vậy không cho thấy được xu hướng.")
        )
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
    return citation(row.article_id, row.line_no)


def _often(row: Any) -> str:
    n, articles = int(row.n), int(row.n_articles)
    return t(
        f"{times(n)} in {plural(articles, 'article', 'articles', vi='')}",
        f"{number(n)} lần trong {number(articles)} bài",
    )
