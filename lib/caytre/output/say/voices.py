"""Findings of 04-voices: whose words the articles are, who gets how many, with which verbs and on which themes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from caytre.analysis.themes import Codebook, read_codebook
from caytre.analysis.voices.speaking import INTERVIEWER, SPOKEN
from caytre.output.ranks import leading, portion
from caytre.output.say.people import FIRST
from caytre.session import join, language, number, percent, plural, t
from caytre.show import Said, escape

__all__ = ["reporting_verbs", "speakers", "themes_of_speakers", "voices", "voices_by_group"]

MODES = {
    "direct": ("in quotation marks", "trong ngoặc kép"),
    "indirect": ("reported with a verb or “theo”", "dẫn bằng động từ hoặc “theo”"),
    "free_indirect": ("carried on without any sign of their own", "dẫn tiếp mà không có dấu hiệu nào"),
    "interview": ("said in an interview", "nói trong phỏng vấn"),
}
STANCES = {
    "assertive": ("assertive", "khẳng định"), "directive": ("directive", "chỉ đạo"),
    "evaluative": ("evaluative", "đánh giá"), "neutral": ("neutral", "trung tính"),
}  # fmt: skip
ENOUGH = 3
"""Sentences from which something is said of what a speaker talks about."""


def _spoken(sentences: pd.DataFrame, who: str = "voice") -> pd.DataFrame:
    return sentences[sentences["mode"].isin(SPOKEN) & (sentences[who] != INTERVIEWER)]


def voices(sentences: pd.DataFrame) -> Said:
    """How much of the body is somebody's words, in which modes, and how much stands in quotation marks."""
    spoken = _spoken(sentences)
    n, total, words = len(spoken), len(sentences), int(sentences["n_words"].sum())
    if not n:
        return Said(
            t("No sentence of the body was found to be somebody’s words; all count as the writers’ own.",
              "Không thấy câu nào trong thân bài là lời của ai; tất cả được tính là lời của người viết.")
        )  # fmt: skip
    counts = spoken["mode"].value_counts()
    named = join(
        [f"{number(counts[mode])} {t(*name)}" for mode, name in MODES.items() if mode in counts.index]
    )
    quoted = int(sentences["n_quoted"].sum())
    acts = int((sentences["mode"] == "nrsa").sum())
    act = t(
        f" {plural(acts, 'sentence tells', 'sentences tell', '')} only that somebody spoke, not what was said.",
        f" {number(acts)} câu chỉ cho biết có người phát biểu, không cho biết nội dung.",
    ) if acts else ""  # fmt: skip
    marks = t(
        f" Quotation marks hold {portion(quoted / words)} of all words as speech ({number(quoted)} of {number(words)}).",
        f" Lời nói đặt trong ngoặc kép chiếm {portion(quoted / words)} tổng số từ ({number(quoted)} trên {number(words)}).",
    ) if quoted else t(" No speech stands in quotation marks.", " Không có lời nói nào trong ngoặc kép.")  # fmt: skip
    return Said(
        t(
            f"Of {plural(total, 'sentence', 'sentences', '')} in the body, {number(n)} ({percent(n / total)}) {'is' if n == 1 else 'are'} somebody’s words: {named}.{marks}{act}",
            f"Trong {number(total)} câu của thân bài, {number(n)} câu ({percent(n / total)}) là lời của ai đó: {named}.{marks}{act}",
        )
    )


def speakers(sentences: pd.DataFrame, *, n: int = 3) -> Said:
    """Who says most, and how much is said by nobody in particular."""
    spoken = _spoken(sentences)
    named = spoken[spoken["voice"] != ""]
    if named.empty:
        return Said(t("No speaker is named.", "Không có người nói nào được nêu tên."))
    sums = named.groupby("voice").agg(
        words=("n_words", "sum"), n=("sent_no", "size"), articles=("article_id", "nunique")
    )
    sums = sums.sort_index().sort_values("words", ascending=False, kind="stable")
    order = sums.head(len(leading(sums["words"], n)) or 1)
    top: Iterable[Any] = order.itertuples()
    shown = join(
        [
            f"{escape(row.Index)} ({plural(row.words, 'word', 'words', 'từ')}, {plural(row.articles, 'article', 'articles', 'bài')})"
            for row in top
        ]
    )
    several = int((sums["articles"] > 1).sum())
    spread = t(
        f" {number(several)} of them {'has' if several == 1 else 'have'} words in more than one article.",
        f" {number(several)} người trong số đó có lời trong nhiều hơn một bài.",
    ) if several and len(sums) > 1 else ""  # fmt: skip
    nameless = len(spoken) - len(named)
    note = t(
        f" {plural(nameless, 'sentence is said by somebody', 'sentences are said by people', '')} without a name.",
        f" {number(nameless)} câu là lời của người không nêu tên.",
    ) if nameless else ""  # fmt: skip
    few = len(order) == len(sums)
    who = plural(
        len(sums), "person is given words:", f"people are given words{':' if few else '; most go to'}", ""
    )
    return Said(
        t(
            f"{who} {shown}.{spread}{note}",
            f"{number(len(sums))} người được dẫn lời{':' if few else '; nhiều nhất là'} {shown}.{spread}{note}",
        )
    )


def voices_by_group(shares: pd.DataFrame) -> Said:
    """Where somebody's words have the largest and the smallest share, and who has them there; from `by_speaker`."""
    total = shares.groupby("group")["n_words"].sum()
    total = total[total > 0]
    if total.empty:
        return Said(t("There are no words to compare.", "Không có từ nào để so sánh."))
    spoken = _spoken(shares, "speaker").groupby("group")["n_words"].sum().reindex(total.index).fillna(0)
    share = (spoken / total).sort_index().sort_values(ascending=False, kind="stable")
    if not share.any():
        return Said(t("None of the words are somebody’s.", "Không có từ nào là lời của ai."))
    if len(share) == 1:
        return Said(
            t(f"{percent(share.iloc[0])} of the words are somebody’s ({_group(share.index[0])}{_floor(shares, share.index[0])}).",
              f"{percent(share.iloc[0])} số từ là lời của ai đó ({_group(share.index[0])}{_floor(shares, share.index[0])}).")
        )  # fmt: skip
    first, last = share.index[0], share.index[-1]
    least = share[share == share.iloc[-1]]
    lowest = (
        f"{_group(last)}{_floor(shares, last)}"
        if len(least) == 1
        else t(f"{number(len(least))} outlets", f"{number(len(least))} nơi")
    )
    if len(least) == len(share):
        return Said(
            t(
                f"The share of words that are somebody’s is the same everywhere: {portion(share.iloc[0])}.",
                f"Tỷ lệ từ là lời của ai đó ở đâu cũng như nhau: {portion(share.iloc[0])}.",
            )
        )
    return Said(
        t(
            f"The share of words that are somebody’s runs from {portion(share.iloc[-1])} ({lowest}) to {percent(share.iloc[0])} ({_group(first)}{_floor(shares, first)}).",
            f"Tỷ lệ từ là lời của ai đó đi từ {portion(share.iloc[-1])} ({lowest}) đến {percent(share.iloc[0])} ({_group(first)}{_floor(shares, first)}).",
        )
        + _quoted(shares, total)
    )


def _group(name: object) -> str:
    return escape(name) if str(name) else t("outlet not known", "không rõ báo")


def _floor(shares: pd.DataFrame, group: object) -> str:
    """Who has most of the words in a group."""
    rows = _spoken(shares[(shares["group"] == group) & (shares["speaker"] != "")], "speaker")
    if rows.empty:
        return ""
    sums = rows.groupby("speaker")["n_words"].sum().sort_index().sort_values(ascending=False, kind="stable")
    return t(f", most to {escape(sums.index[0])}", f", nhiều nhất là {escape(sums.index[0])}")


def _quoted(shares: pd.DataFrame, total: pd.Series) -> str:
    """The groups that have no sentence of direct speech at all."""
    direct = set(shares[shares["mode"] == "direct"]["group"])
    without = [name for name in total.index if name not in direct]
    if not without:
        return t(" All of them quote whole sentences.", " Báo nào cũng dẫn nguyên câu.")
    named = (
        join([_group(name) for name in without])
        if len(without) <= FIRST
        else t(f"{number(len(without))} outlets", f"{number(len(without))} báo")
    )
    return t(
        f" No whole sentence stands in quotation marks in {named}.",
        f" Không có câu trọn vẹn nào trong ngoặc kép ở {named}.",
    )


def reporting_verbs(verbs: pd.DataFrame) -> Said:
    """The commonest reporting verbs and their stances; from `verbs`."""
    if verbs.empty:
        return Said(
            t(
                "No reporting verb has a named person for its subject.",
                "Không có động từ dẫn lời nào có chủ ngữ là người nêu tên.",
            )
        )
    order = verbs["verb"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    top = leading(order, 3)
    shown = join([f"“{escape(verb)}” ({number(int(n))})" for verb, n in top.items()])
    stances = verbs["stance"].value_counts()
    shares = join([f"{number(int(n))} {t(*STANCES[str(name)])}" for name, n in stances.items()])
    most = (
        t(": ", ": ") + shown
        if len(top) == len(order)
        else t(f"; the commonest: {shown}", f"; nhiều nhất: {shown}")
        if len(top)
        else t(
            f"; {number(int((order == order.iloc[0]).sum()))} of them are equally common",
            f"; {number(int((order == order.iloc[0]).sum()))} động từ nhiều ngang nhau",
        )
        if order.iloc[0] > 1
        else t("; none comes twice", "; không động từ nào lặp lại")
    )
    return Said(
        t(
            f"{plural(len(verbs), 'reporting verb has', 'reporting verbs have', '')} a named person for subject{most}. By stance, as the codebook has it: {shares}.",
            f"{number(len(verbs))} lượt động từ dẫn lời có chủ ngữ là người nêu tên{most}. Theo sắc thái trong bảng mã: {shares}.",
        )
    )


def themes_of_speakers(topics: pd.DataFrame, *, codebook: Codebook | None = None) -> Said:
    """Each speaker's commonest theme; from `topics`."""
    if topics.empty:
        return Said(
            t(
                "No speaker’s words stand in a paragraph with a theme.",
                "Không có lời nào nằm trong đoạn có chủ đề.",
            )
        )
    book = codebook or read_codebook()
    best = topics[topics["n"] == topics.groupby("speaker")["n"].transform("max")]
    order = best.groupby("speaker", as_index=False).agg(
        themes=("theme", list), n=("n", "first"), n_sentences=("n_sentences", "first")
    ).sort_values(["n_sentences", "speaker"], ascending=[False, True])  # fmt: skip
    order = order[order["n_sentences"] >= ENOUGH]
    if order.empty:
        return Said(
            t(
                f"Nobody has {number(ENOUGH)} sentences in paragraphs with a theme, too few to tell what each talks about.",
                f"Không ai có đủ {number(ENOUGH)} câu trong các đoạn có chủ đề, quá ít để nói ai bàn về điều gì.",
            )
        )
    top: Iterable[Any] = order.head(FIRST).itertuples()
    shown = "; ".join(
        f"{escape(row.speaker)}: {_named_themes(row.themes, book)} "
        + t(
            f"({number(row.n)} of {number(row.n_sentences)})",
            f"({number(row.n)} trên {number(row.n_sentences)})",
        )
        for row in top
    )
    return Said(
        t(
            f"The commonest theme in each speaker’s words, in sentences: {shown}. The theme is that of the paragraph around them.",
            f"Chủ đề thường gặp nhất trong lời mỗi người, tính theo câu: {shown}. Chủ đề là của cả đoạn văn chứa các câu ấy.",
        )
    )


def _named_themes(codes: list[str], book: Codebook) -> str:
    """One or two themes by name; of more that are equally frequent only how many."""
    if len(codes) > 2:
        return t(f"{number(len(codes))} themes equally", f"{number(len(codes))} chủ đề ngang nhau")
    return join([escape(book.name(code, language())) for code in codes])
