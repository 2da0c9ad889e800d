"""Findings about themes: how much, who, together with what, where; and topics as far as they can be trusted."""

from __future__ import annotations

import pandas as pd

from caytre.analysis.themes import long
from caytre.analysis.themes.examples import TopicTrial
from caytre.analysis.themes.themebook import Codebook
from caytre.output.ranks import leading
from caytre.session import join, language, number, percent, plural, t
from caytre.show import Said, escape

__all__ = ["theme_groups", "theme_name", "theme_places", "themes", "themes_together", "topics"]

MOST_GROUPS = 6
MIN_PARAGRAPHS = 3
"""Paragraphs that a theme or a pair needs before a sentence names it."""


def theme_name(book: Codebook, code: object, *, quoted: bool = False) -> str:
    """The theme's name in the reader's language; in quotation marks, those inside it become single ones."""
    name = book.name(str(code), language())
    return f"“{name.translate(INNER)}”" if quoted else name


INNER = str.maketrans("“”", "‘’")


def _name(book: Codebook, code: object) -> str:
    return escape(theme_name(book, code, quoted=True))


def themes(table: pd.DataFrame, book: Codebook, *, n: int = 4) -> Said:
    """Which themes most paragraphs have, and how many paragraphs have none."""
    if table.empty:
        return Said(
            t("No paragraph is long enough to be given a theme.", "Không đoạn nào đủ dài để gán chủ đề.")
        )
    given = long(table)["theme"].value_counts()
    none = int((table["themes"] == "").sum())
    if given.empty:
        return Said(
            t(
                f"None of {plural(len(table), 'paragraph', 'paragraphs', 'đoạn')} has a theme of the codebook.",
                f"Không đoạn nào trong {number(len(table))} đoạn có chủ đề của bảng mã.",
            )
            + _misfit(none, len(table))
        )
    without = (
        t(
            f"{number(none)} {'has' if none == 1 else 'have'} no theme of the codebook ({percent(none / len(table))}).",
            f"{number(none)} đoạn không có chủ đề nào của bảng mã ({percent(none / len(table))}).",
        )
        if none
        else t("Every one has a theme of the codebook.", "Đoạn nào cũng có chủ đề của bảng mã.")
    )
    order = sorted(given.index, key=lambda code: (-given[code], code))
    return Said(f"{_commonest(given[order], len(table), book, n)} {without}{_misfit(none, len(table))}")


def _commonest(counts: pd.Series, n_paragraphs: int, book: Codebook, most: int) -> str:
    """The themes that most paragraphs have, largest first, as far as they are ahead of the others."""
    of = plural(n_paragraphs, "coded paragraph", "coded paragraphs", "đoạn được gán mã")
    top = leading(counts, most)
    if top.empty:
        alike = number((counts == counts.max()).sum())
        return t(
            f"In {of} no theme is ahead: {alike} themes stand in {number(counts.max())} each.",
            f"Trong {of} không chủ đề nào trội hơn: {alike} chủ đề, mỗi chủ đề có trong {number(counts.max())} đoạn.",
        )
    named = join(
        [f"{_name(book, code)} ({number(n)}, {percent(n / n_paragraphs)})" for code, n in top.items()]
    )
    if len(top) == len(counts):
        return t(
            f"{'Themes' if len(top) > 1 else 'One theme'} found in {of}: {named}.",
            f"Trong {of} {'có các chủ đề' if len(top) > 1 else 'chỉ có một chủ đề'}: {named}.",
        )
    return t(
        f"The commonest {'theme' if len(top) == 1 else 'themes'} of {of}: {named}.",
        f"Trong {of}, nhiều nhất là {named}.",
    )


def _misfit(none: int, n: int) -> str:
    """A hint where the codebook was plainly made for other articles."""
    if none <= n / 2 or n < MIN_PARAGRAPHS:
        return ""
    return t(
        " The codebook fits such articles badly: one made for them would say more.",
        " Bảng mã này ít hợp với loại bài như vậy: một bảng mã lập riêng sẽ nói được nhiều hơn.",
    )


def theme_groups(table: pd.DataFrame, book: Codebook) -> Said:
    """For each group the theme whose share is farthest above that of the others; *table* as `themes.by_group`."""
    sizes = table.groupby("group")["n_paragraphs"].first()
    if sizes.empty:
        return Said(t("There are no themes to compare.", "Không có chủ đề nào để so sánh."))
    if len(sizes) < 2:
        return Said(
            t(
                "With one group there is nobody to compare its themes with.",
                "Chỉ có một nhóm nên không có gì để so sánh chủ đề.",
            )
        )
    whole = table.groupby("theme")["n"].transform("sum")
    rest, n_rest = whole - table["n"], sizes.sum() - table["n_paragraphs"]
    found = table.assign(rest=rest, n_rest=n_rest, above=table["share"] - rest / n_rest.clip(lower=1))
    best = (
        found[(found["n"] >= MIN_PARAGRAPHS) & (found["above"] > 0)]
        .sort_values(["above", "group"], ascending=[False, True], kind="stable")
        .drop_duplicates("group")
        .head(MOST_GROUPS)
    )
    if best.empty:
        return Said(
            t(
                f"No group has a theme in {number(MIN_PARAGRAPHS)} or more of its paragraphs that stands out.",
                f"Không nhóm nào có chủ đề nổi trội trong từ {number(MIN_PARAGRAPHS)} đoạn trở lên.",
            )
        )
    named = [
        t(
            f"{escape(row.group)}: {_name(book, row.theme)} ({number(row.n)} of {number(row.n_paragraphs)} paragraphs, elsewhere {number(row.rest)} of {number(row.n_rest)})",
            f"{escape(row.group)}: {_name(book, row.theme)} ({number(row.n)} trên {number(row.n_paragraphs)} đoạn, nơi khác {number(row.rest)} trên {number(row.n_rest)})",
        )
        for row in best.itertuples()
    ]
    return Said(
        t(
            f"What each says more of than the others: {'; '.join(named)}.",
            f"Mỗi nơi nói nhiều hơn các nơi khác về: {'; '.join(named)}.",
        )
    )


def themes_together(pairs: pd.DataFrame, book: Codebook) -> Said:
    """The pair that shares most paragraphs, and the pair that does so most beyond chance."""
    common = pairs[pairs["n"] >= MIN_PARAGRAPHS]
    if common.empty:
        return Said(
            t(
                f"No two themes share {number(MIN_PARAGRAPHS)} paragraphs or more.",
                f"Không có hai chủ đề nào chung từ {number(MIN_PARAGRAPHS)} đoạn trở lên.",
            )
        )
    most, closest = common.iloc[0], common.loc[common["npmi"].idxmax()]
    same = most.equals(closest)
    names = _name(book, most["theme_a"]), _name(book, most["theme_b"])
    tied = int((common["n"] == most["n"]).sum()) > 1
    first = t(
        f"No two themes share more paragraphs than {names[0]} and {names[1]}: {number(most['n'])}, where chance would give {number(most['expected'], 1)}."
        if tied
        else f"{names[0]} and {names[1]} share most paragraphs: {number(most['n'])}, where chance would give {number(most['expected'], 1)}.",
        f"Không hai chủ đề nào chung nhiều đoạn hơn {names[0]} và {names[1]}: {number(most['n'])}, nếu ngẫu nhiên thì {number(most['expected'], 1)}."
        if tied
        else f"{names[0]} và {names[1]} chung nhiều đoạn nhất: {number(most['n'])}, nếu ngẫu nhiên thì {number(most['expected'], 1)}.",
    )
    if same:
        return Said(first)
    return Said(
        first
        + t(
            f" Farthest beyond chance go {_name(book, closest['theme_a'])} and {_name(book, closest['theme_b'])}: {number(closest['n'])} paragraphs against {number(closest['expected'], 1)}, in {plural(int(closest['n_articles']), 'article', 'articles', 'bài')}.",
            f" Vượt xa ngẫu nhiên nhất là {_name(book, closest['theme_a'])} và {_name(book, closest['theme_b'])}: {number(closest['n'])} đoạn so với {number(closest['expected'], 1)}, trong {number(closest['n_articles'])} bài.",
        )
    )


def theme_places(along: pd.DataFrame, book: Codebook) -> Said:
    """Which themes open the articles and which close them, by the median place of their paragraphs."""
    counts = along["theme"].value_counts()
    common = along[along["theme"].map(counts) >= MIN_PARAGRAPHS]
    median = common.groupby("theme")["place"].median().sort_values(kind="stable")
    if len(median) < 2:
        return Said(
            t(
                f"Fewer than two themes have {number(MIN_PARAGRAPHS)} paragraphs, so no order can be told.",
                f"Chưa đến hai chủ đề có từ {number(MIN_PARAGRAPHS)} đoạn nên không nói được thứ tự.",
            )
        )
    first, last = median.index[0], median.index[-1]
    opener = _opener(along, book)
    early = (
        t(
            f"stand in the first {percent(median.iloc[0])} of their article",
            f"nằm trong {percent(median.iloc[0])} đầu bài",
        )
        if percent(median.iloc[0]) != percent(0)
        else t("open their article", "mở đầu bài")
    )
    return Said(
        t(
            f"Half of the paragraphs about {_name(book, first)} {early}, half of those about {_name(book, last)} from {percent(median.iloc[-1])} of it onwards.",
            f"Một nửa số đoạn về {_name(book, first)} {early}, một nửa số đoạn về {_name(book, last)} nằm từ mức {percent(median.iloc[-1])} bài trở đi.",
        )
        + opener
    )


def _opener(along: pd.DataFrame, book: Codebook) -> str:
    """What most first paragraphs are about: one theme or two that are equally frequent, else nothing."""
    opening = along.loc[along["place"] == 0, "theme"].value_counts().sort_index()
    if opening.empty or opening.max() < 2 or (opening == opening.max()).sum() > 2:
        return ""
    named = join([_name(book, code) for code in opening.index[opening == opening.max()]])
    n, of = number(opening.max()), along["article_id"].nunique()
    return t(
        f" The first paragraph is most often about {named} ({n} of {plural(of, 'article', 'articles', 'bài')}).",
        f" Ở đoạn đầu gặp nhiều nhất là {named} ({n} trên {number(of)} bài).",
    )


def topics(trial: TopicTrial, book: Codebook) -> Said:
    """Which topics found without the codebook are stable, and which of its themes they are."""
    if trial.n == 0:
        return Said(
            t(
                "There is too little text to look for topics without a codebook.",
                "Văn bản quá ít để tìm chủ đề khi không dùng bảng mã.",
            )
        )
    kept = trial.table
    if kept.empty:
        return Said(
            t(
                f"None of {number(trial.n)} topics comes back when a fifth of the paragraphs is left out, so none is shown.",
                f"Không chủ đề nào trong {number(trial.n)} chủ đề tìm được lặp lại khi bỏ bớt một phần năm số đoạn, nên không nêu chủ đề nào.",
            )
        )
    near = (kept["theme"] != "") & (kept["n_shared"] >= MIN_PARAGRAPHS)
    known, new = kept[near], kept[~near]
    named = join(
        [
            t(
                f"topic {row.topic} is nearest to {_name(book, row.theme)} ({number(row.n_shared)} of its {number(row.n_paragraphs)} paragraphs)",
                f"chủ đề {row.topic} gần nhất với {_name(book, row.theme)} ({number(row.n_shared)} trên {number(row.n_paragraphs)} đoạn)",
            )
            for row in known.itertuples()
        ]
    )
    start = t(
        f"{number(len(kept))} of {number(trial.n)} topics {'is' if len(kept) == 1 else 'are'} stable",
        f"{number(len(kept))} trong {number(trial.n)} chủ đề là ổn định",
    )
    lacking = (
        t(
            f" {plural(len(new), 'topic matches', 'topics match', '')} no theme of the codebook in {number(MIN_PARAGRAPHS)} paragraphs or more.",
            f" {number(len(new))} chủ đề không ứng với chủ đề nào của bảng mã trong từ {number(MIN_PARAGRAPHS)} đoạn trở lên.",
        )
        if len(new)
        else ""
    )
    return Said(f"{start}{': ' + named if named else ''}.{lacking}")
