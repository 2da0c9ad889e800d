"""Findings about words: the commonest, who uses which more than others, in what company, and how varied they are."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from caytre.analysis.statistics.contrast import MIN_ARTICLES
from caytre.analysis.statistics.counts import count, sizes
from caytre.output.ranks import leading
from caytre.output.timewords import p_value
from caytre.session import join, number, percent, plural, t, times
from caytre.show import Said, escape

__all__ = [
    "commonest", "company", "counted", "difference", "diversity", "key_words", "left_out", "terms", "with_test",
]  # fmt: skip

MOST_GROUPS = 6


def commonest(frequency: pd.DataFrame, *, n_articles: int, n: int = 5) -> Said:
    """The *n* commonest words with their counts, and how many of them stand in every article."""
    if frequency.empty:
        return Said(
            t("No word is left once stop words are taken away.", "Không còn từ nào sau khi bỏ từ dừng.")
        )
    everywhere = int((frequency["n_articles"] == n_articles).sum())
    once = int((frequency["n"] == 1).sum())
    shared = (
        t(
            f" {plural(everywhere, 'word stands', 'words stand', 'từ') if everywhere else 'No word stands'} in {'both articles' if n_articles == 2 else f'every one of the {number(n_articles)} articles'};",
            f" {number(everywhere) if everywhere else 'Không'} từ {'' if everywhere else 'nào '}có mặt trong cả {number(n_articles)} bài;",
        )
        if n_articles > 1
        else ""
    )
    start = _first_words(frequency, n)
    rest = t(
        f" {number(once)} of {number(len(frequency))} different words {'occurs' if once == 1 else 'occur'} once only.",
        f" {number(once)} trong {number(len(frequency))} từ khác nhau chỉ xuất hiện một lần.",
    )
    return Said(start if frequency["n"].max() == 1 else start + shared + rest)


def _first_words(frequency: pd.DataFrame, n: int) -> str:
    """The commonest words, as far as their counts tell them apart from those that are not named."""
    counts = frequency.set_index("word")["n"]
    top = leading(counts, n)
    named = join([f"“{escape(word)}” ({number(count)})" for word, count in top.items()])
    alike, most = int((counts == counts.iloc[0]).sum()), int(counts.iloc[0])
    if most == 1:
        return t("No word occurs more than once.", "Không từ nào xuất hiện quá một lần.")
    if top.empty:
        some = join([f"“{escape(word)}”" for word in counts.index[:n]])
        return t(
            f"{number(alike)} words are the commonest and occur {times(most)} each, {some} among them.",
            f"{number(alike)} từ nhiều nhất và ngang nhau, mỗi từ {number(most)} lần, trong đó có {some}.",
        )
    if len(top) == 1:
        return t(f"The commonest word is {named}.", f"Từ nhiều nhất là {named}.")
    return t(f"The commonest words are {named}.", f"Những từ nhiều nhất là {named}.")


def left_out(groups: pd.DataFrame, stop: Sequence[str]) -> Said:
    """Which groups of stop words were left out, how many words each has, and why; *groups* as `comparison.stop_groups`."""
    chosen = groups[groups["group"].isin(stop)]
    if chosen.empty:
        return Said(t("No stop words are left out.", "Không bỏ từ dừng nào."))
    named = "; ".join(
        f"{escape(t(*STOP_NAMES.get(row.group, (row.group, row.group))))} ({number(row.n)}: {escape(row.reason)})"
        for row in chosen.itertuples()
    )
    return Said(t(f"Left out of the clouds: {named}.", f"Không đưa vào các đám mây từ: {named}."))


STOP_NAMES = {
    "function_words": ("function words", "hư từ"), "pronouns": ("pronouns", "đại từ"), "numerals": ("numerals", "số từ"),
    "press_formulas": ("words of reporting", "từ quen dùng khi đưa tin"), "titles_offices": ("titles and offices", "chức danh"),
}  # fmt: skip


def key_words(keyness: pd.DataFrame) -> Said:
    """For each group the word that marks it most, in counts; and whether the floors allow p-values."""
    key = keyness[(keyness["g2"] > 0) & (keyness["low"] > 0)]
    if keyness.empty:
        return Said(
            t(
                "Nothing can be compared: there is only one group, or no word occurs often enough.",
                "Không có gì để so sánh: chỉ có một nhóm, hoặc không từ nào xuất hiện đủ nhiều.",
            )
        )
    if key.empty:
        return Said(
            t(
                "No group uses a word clearly more than the others.",
                "Không nhóm nào dùng một từ rõ ràng nhiều hơn các nhóm khác.",
            )
            + _floor(keyness)
        )
    best = key.sort_values(["g2", "word"], ascending=[False, True]).drop_duplicates("group").head(MOST_GROUPS)
    named = [
        t(
            f"{escape(row.group)} by “{escape(row.word)}” ({number(row.n)} of {number(row.n + row.n_rest)})",
            f"{escape(row.group)}: “{escape(row.word)}” ({number(row.n)} trên {number(row.n + row.n_rest)})",
        )
        for row in best.itertuples()
    ]
    every = len(best) == keyness["group"].nunique()
    start = (
        t("Each group is marked most by a word of its own", "Mỗi nhóm nổi bật nhất ở một từ")
        if every
        else t("The group that a word of its own marks most", "Nhóm có từ riêng nổi bật nhất")
        if len(best) == 1
        else t("The groups that a word of their own marks most", "Các nhóm có từ riêng nổi bật nhất")
    )
    return Said(
        t(
            f"{start}, with how many of all its uses stand there: {join(named)}.",
            f"{start}, kèm số lần dùng ở nhóm ấy trên tổng số: {'; '.join(named)}.",
        )
        + _floor(keyness)
    )


def _floor(keyness: pd.DataFrame) -> str:
    """What the floors allow: nothing below five articles a group, else how many words stay below q = .05."""
    tested = keyness[keyness["basis"] == "tested"]
    if tested.empty:
        return t(
            f" No test is made: it would need at least {number(MIN_ARTICLES)} articles in the group and among the others, and {number(MIN_ARTICLES)} expected occurrences. The intervals treat every word as drawn by itself and are too narrow, since words come in bunches.",
            f" Không làm kiểm định nào: cần ít nhất {number(MIN_ARTICLES)} bài trong nhóm cũng như ở các nhóm khác, và {number(MIN_ARTICLES)} lần xuất hiện kỳ vọng. Các khoảng tin cậy coi từng từ là độc lập nên quá hẹp, vì từ thường đi thành cụm.",
        )
    below = int((tested["q"] < 0.05).sum())
    permuted = tested["p_articles"].dropna()
    whole = t(
        f" When whole articles change groups, {number((permuted < 0.05).sum())} have p below 5\u00a0%, where chance alone would give about {number(0.05 * len(permuted))}.",
        f" Khi hoán vị cả bài giữa các nhóm, {number((permuted < 0.05).sum())} phép có p dưới 5\u00a0%, trong khi ngẫu nhiên cũng cho khoảng {number(0.05 * len(permuted))}.",
    )
    return t(
        f" Of {number(len(tested))} comparisons that can be tested {number(below)} stay below 5\u00a0% after correction if words count as independent, which they are not.{whole if len(permuted) else ''}",
        f" Trong {number(len(tested))} phép so sánh kiểm định được, {number(below)} ở dưới 5\u00a0% sau hiệu chỉnh nếu coi các từ là độc lập, mà thực ra không phải.{whole if len(permuted) else ''}",
    )


def with_test(table: pd.DataFrame) -> pd.DataFrame:
    """A table of keyness with a column *test*: p when whole articles change groups, or in words why there is none."""
    few = t(
        f"counts only: under {number(MIN_ARTICLES)} articles", f"chỉ số đếm: dưới {number(MIN_ARTICLES)} bài"
    )
    rare = t("counts only: too rare", "chỉ số đếm: quá hiếm")
    said = [
        p_value(p) if p == p else few if "articles" in basis else rare
        for p, basis in zip(table["p_articles"], table["basis"], strict=True)
    ]
    return table.assign(test=said)


def counted(tokens: pd.DataFrame, every: pd.DataFrame) -> Said:
    """How many words of body text count: all (*every*), or those left when passages of earlier articles are left out."""
    n_words, n_all = (int(sizes(count(part)).sum()) for part in (tokens, every))
    if n_words == n_all:
        return Said(
            t(
                f"All {number(n_all)} words of body text count, also in passages that articles share.",
                f"Tính cả {number(n_all)} từ của thân bài, kể cả trong những đoạn các bài có chung.",
            )
        )
    return Said(
        t(
            f"Of {number(n_all)} words of body text {number(n_words)} count: passages that stand in an earlier article are left out. Themes, contexts and places are those of the whole text.",
            f"Trong {number(n_all)} từ của thân bài, {number(n_words)} từ được tính: bỏ các đoạn đã có trong bài trước. Chủ đề, ngữ cảnh và vị trí vẫn lấy từ toàn văn.",
        )
    )


def difference(table: pd.DataFrame, groups: tuple[str, str]) -> Said:
    """What each of two groups says most beyond the other, and for how many words the counts suffice."""
    if groups[0] == groups[1]:
        return Said(
            t(
                "There are no two groups whose words could be set side by side.",
                "Không có hai nhóm để đặt từ ngữ cạnh nhau.",
            )
        )
    parts = []
    sides = table[table["difference"] > 0], table[table["difference"] < 0].iloc[::-1]
    for side, group, letter, other in zip(sides, groups, "ab", "ba", strict=True):
        words = join(
            [
                f"“{escape(row['word'])}” ({number(row[f'n_{letter}'])} : {number(row[f'n_{other}'])})"
                for row in side.head(3).to_dict("records")
            ]
        )
        if words:
            parts.append(
                t(f"{escape(group)} says more often {words}", f"{escape(group)} nói nhiều hơn {words}")
            )
    if not parts:
        return Said(
            t(
                f"No word occurs often enough to set {escape(groups[0])} against {escape(groups[1])}.",
                f"Không từ nào xuất hiện đủ nhiều để so {escape(groups[0])} với {escape(groups[1])}.",
            )
        )
    parts[0] = t(f"For their lengths, {parts[0]}", f"Tính theo độ dài, {parts[0]}")
    return Said(f"{'; '.join(parts)}. {_beyond_chance(table)}")


def _beyond_chance(table: pd.DataFrame) -> str:
    """For how many words the interval of the difference leaves zero out."""
    sure = int(((table["low"] > 0) | (table["high"] < 0)).sum())
    if sure:
        return t(
            f"For {number(sure)} of {number(len(table))} words the difference is larger than chance alone would explain if words fell independently.",
            f"Với {number(sure)} trong {number(len(table))} từ, chênh lệch lớn hơn mức ngẫu nhiên có thể giải thích, nếu coi các từ là độc lập.",
        )
    if len(table) == 1:
        return t(
            "The difference is no larger than chance alone would explain.",
            "Chênh lệch ấy không lớn hơn mức ngẫu nhiên có thể giải thích.",
        )
    return t(
        f"For none of {number(len(table))} words is the difference larger than chance alone would explain.",
        f"Không từ nào trong {number(len(table))} từ có chênh lệch lớn hơn mức ngẫu nhiên có thể giải thích.",
    )


def terms(table: pd.DataFrame, *, n_articles: int, n: int = 4) -> Said:
    """The terms that the articles keep using as one thing."""
    if table.empty:
        return Said(
            t(
                "No phrase of several words comes back in two articles often enough to be a term.",
                "Không có cụm nhiều từ nào lặp lại ở hai bài trở lên đủ để coi là thuật ngữ.",
            )
        )
    top = table.head(n)
    named = join([f"“{escape(row.term)}” ({number(row.n)})" for row in top.itertuples()])
    everywhere = int((table["n_articles"] == n_articles).sum())
    every = t(
        "both articles" if n_articles == 2 else f"all {number(n_articles)} articles",
        f"cả {number(n_articles)} bài",
    )
    if len(table) == 1:
        return Said(
            t(
                f"One term was found, {named}, {'' if everywhere else 'not '}in {every}.",
                f"Có một thuật ngữ, {named}, {'' if everywhere else 'không '}có mặt trong {every}.",
            )
        )
    reach = t(
        f"Of {number(len(table))} terms {number(everywhere) if everywhere else 'none'} {'stand' if everywhere > 1 else 'stands'} in {every}.",
        f"Trong {number(len(table))} thuật ngữ có {number(everywhere)} có mặt trong {every}."
        if everywhere
        else f"Không thuật ngữ nào trong {number(len(table))} thuật ngữ có mặt trong {every}.",
    )
    return Said(t(f"The strongest terms are {named}. ", f"Những thuật ngữ mạnh nhất là {named}. ") + reach)


def company(collocates: pd.DataFrame, node: str, *, n: int = 4) -> Said:
    """The closest company of *node*, with observed and expected counts; *collocates* as `Concordance.collocates`."""
    if collocates.empty:
        return Said(
            t(f"“{escape(node)}” keeps no regular company.", f"“{escape(node)}” không thường đi với từ nào.")
        )
    named = join(
        [
            t(
                f"“{escape(row.word)}” ({number(row.n)}, {number(row.expected, 1)} expected)",
                f"“{escape(row.word)}” ({number(row.n)}, kỳ vọng {number(row.expected, 1)})",
            )
            for row in collocates.head(n).itertuples()
        ]
    )
    return Said(
        t(
            f"Near “{escape(node)}” stand, closest first, {named}; expected is what an even spread of each word would give.",
            f"Gần “{escape(node)}” nhất lần lượt là {named}; kỳ vọng là số lần nếu mỗi từ rải đều.",
        )
    )


def diversity(table: pd.DataFrame) -> Said:
    """Who varies the words most, by MATTR over windows of one length; shorter texts are told apart."""
    full = table[table["window"] == table["window"].max()].sort_values(
        ["mattr", "group"], ascending=[False, True]
    )
    if len(full) < 2:
        return Said(
            t(
                "There are no two texts of one length to compare their vocabulary.",
                "Không có hai văn bản cùng độ dài để so sánh vốn từ.",
            )
        )
    first, last, window = full.iloc[0], full.iloc[-1], number(full["window"].iloc[0])
    if percent(first["mattr"]) == percent(last["mattr"]):
        return Said(
            t(
                f"In stretches of {window} words the {number(len(full))} texts that are long enough hardly differ: {percent(first['mattr'])} different words.",
                f"Trong mỗi đoạn {window} từ, {number(len(full))} văn bản đủ dài hầu như không khác nhau: {percent(first['mattr'])} từ khác nhau.",
            )
        )
    return Said(
        t(
            f"In stretches of {window} words {escape(first['group'])} uses {percent(first['mattr'])} different words, {escape(last['group'])} {percent(last['mattr'])}.",
            f"Trong mỗi đoạn {window} từ, {escape(first['group'])} dùng {percent(first['mattr'])} từ khác nhau, {escape(last['group'])} {percent(last['mattr'])}.",
        )
    )
