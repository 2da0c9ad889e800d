"""Findings of 01-corpus."""

from __future__ import annotations

import re

import pandas as pd

from caytre.analysis.shown import citation
from caytre.session import date, join, number, percent, plural, t
from caytre.show import Said, escape
from caytre.tables import BODY_KINDS

__all__ = ["cuts", "kinds", "publications", "sizes"]

REASONS = {
    "outlet_tag": ("outlet tag", "outlet tags", "tên báo ở đầu bài"),
    "url": ("address", "addresses", "địa chỉ mạng"),
    "table_pipe": ("table rule", "table rules", "vạch bảng"),
    "caption": (
        "caption glued to a paragraph",
        "captions glued to a paragraph",
        "chú thích ảnh dính vào đoạn",
    ),
    "byline": ("byline", "bylines", "tên tác giả"),
    "template": ("template residue", "template residues", "vết khuôn mẫu"),
}
"""Why a span is cut out: one, several, and in Vietnamese."""

KINDS = {
    "title": ("title", "titles", "tiêu đề"), "dateline": ("dateline", "datelines", "dòng ngày giờ"),
    "byline": ("byline", "bylines", "tên tác giả"), "caption": ("caption", "captions", "chú thích ảnh"),
    "teaser": ("teaser", "teasers", "tin dẫn"), "nav": ("line of navigation", "lines of navigation", "dòng điều hướng"),
    "footer": ("footer", "footers", "chân trang"),
}  # fmt: skip
"""What a line is that is no body text."""

FEW = 5
"""Articles or files that a sentence names one by one."""

LONGEST_SHOWN = 60
"""Characters of a cut that a sentence shows."""

INFERRED = 3
"""Inferred dates that are given with their reason."""

MIN_LEAN = 0.1
"""The share of all words that the longest article needs before it weighs on anything."""

LEANS = 1.5
"""How many times its equal share the longest article has before counts are said to lean towards it."""


def _counts(given: pd.Series, names: dict[str, tuple[str, str, str]]) -> str:
    """1 byline, 2 outlet tags and 9 table rules."""
    rows = zip(given.index.astype(str), given.tolist(), strict=True)
    return join([plural(n, *names.get(name, (name, name, name))) for name, n in rows])


def kinds(lines: pd.DataFrame) -> Said:
    """How many lines of what kind, and which share of the characters counts."""
    text = lines[lines["kind"] != "blank"]
    counted = text[text["kind"].isin(BODY_KINDS)]
    left = text[~text["kind"].isin(BODY_KINDS)]["kind"].value_counts()
    share = counted["text"].str.len().sum() / max(1, text["text"].str.len().sum())
    named = _counts(left, KINDS)
    first = t(
        f"Of {plural(len(text), 'line that is', 'lines that are', '')} not blank, {number(len(counted))} {'is' if len(counted) == 1 else 'are'} body text: {percent(share)} of the characters.",
        f"Trong {number(len(text))} dòng không trống có {number(len(counted))} dòng thân bài, chiếm {percent(share)} số ký tự.",
    )
    if left.empty:
        return Said(
            t("The one line that is not blank is body text.", "Dòng không trống duy nhất là dòng thân bài.")
            if len(text) == 1
            else t(
                f"All {number(len(text))} lines that are not blank are body text.",
                f"Cả {number(len(text))} dòng không trống đều là dòng thân bài.",
            )
        )
    return Said(
        first + t(f" The other lines are kept apart: {named}.", f" Các dòng khác được để riêng: {named}.")
    )


def cuts(found: pd.DataFrame) -> Said:
    """What was cut out inside lines, by reason."""
    if found.empty:
        return Said(t("Nothing had to be cut out inside a line.", "Không phải cắt bỏ gì bên trong dòng."))
    named = _counts(found["reason"].value_counts(), REASONS)
    longest = found.iloc[int(found["text"].str.len().argmax())]
    text = str(longest["text"]).strip()
    text = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    shown = f"“{escape(text)}” {citation(longest['article_id'], longest['line_no'])}"
    if len(found) == 1:
        return Said(
            t(
                f"Inside lines one span is left out of all counts: {shown} ({named}).",
                f"Bên trong các dòng có một đoạn không được đếm: {shown} ({named}).",
            )
        )
    return Said(
        t(
            f"Inside lines {plural(len(found), 'span is', 'spans are', '')} left out of all counts: {named}. The longest is {shown}.",
            f"Bên trong các dòng có {number(len(found))} đoạn không được đếm: {named}. Đoạn dài nhất là {shown}.",
        )
    )


REASONS_OF_DATES = (
    (
        re.compile(r"no dateline; the article opens with the day “(.*)” \(line (\d+)\)", re.S),
        "không có dòng ngày giờ; bài mở đầu bằng ngày “{0}” (dòng {1})",
    ),
    (
        re.compile(
            r"no dateline; day from “(.*)” \(line (\d+)\), year from the latest whole date in the text, "
            r"“(.*)” \(line (\d+)\)",
            re.S,
        ),
        "không có dòng ngày giờ; ngày lấy từ “{0}” (dòng {1}), năm lấy từ ngày đầy đủ muộn nhất trong bài, “{2}” (dòng {3})",
    ),
)
"""How the reasons that the table of articles gives for an inferred date read in Vietnamese."""


def _reason(given: object) -> str:
    """Why a date was inferred, in the reader's language; a reason that somebody wrote stays as it is."""
    for pattern, vietnamese in REASONS_OF_DATES:
        if found := pattern.fullmatch(str(given)):
            return t(str(given), vietnamese.format(*found.groups()))
    return str(given)


def publications(articles: pd.DataFrame) -> Said:
    """When the articles came out, by whom, and what is not known."""
    inferred = articles[articles["published_from"] == "inferred"]
    sentences = [
        _appeared(articles),
        *(
            t(
                f"The date of {row.article_id}, {date(str(row.published))}, is inferred: {escape(_reason(row.published_reason))}.",
                f"Ngày của {row.article_id}, {date(str(row.published))}, là suy ra: {escape(_reason(row.published_reason))}.",
            )
            for row in inferred.head(INFERRED).itertuples()
        ),
    ]
    more = len(inferred) - INFERRED
    if more > 0:
        sentences.append(
            t(
                f"{plural(more, 'more date is', 'more dates are', '')} inferred.",
                f"{number(more)} bài khác cũng có ngày suy ra.",
            )
        )
    undated = _which(articles[articles["published"] == ""])
    if undated:
        sentences.append(t(f"No date is known for {undated}.", f"Không rõ ngày của {undated}."))
    nameless = _which(articles[articles["outlet"] == ""])
    if nameless:
        sentences.append(
            t(f"No outlet is known for {nameless}.", f"Không rõ cơ quan báo chí của {nameless}.")
        )
    return Said(" ".join(filter(None, sentences)))


def _appeared(articles: pd.DataFrame) -> str:
    """On which day, or from when to when; nothing where no article has a date."""
    dated = articles[articles["published"] != ""].sort_values("published", kind="stable")
    if dated.empty:
        return ""
    first, last = dated.iloc[0], dated.iloc[-1]
    since, until = date(first["published"]), date(last["published"])
    if len(articles) == 1:
        return t(f"The article appeared on {since}.", f"Bài đăng ngày {since}.")
    if first["published"][:10] == last["published"][:10]:
        return t(f"All dated articles appeared on {since}.", f"Các bài có ngày đều đăng ngày {since}.")
    return t(
        f"The first dated article, {first['article_id']}, appeared on {since}, the last, {last['article_id']}, on {until}.",
        f"Bài có ngày sớm nhất là {first['article_id']}, {since}; muộn nhất là {last['article_id']}, {until}.",
    )


def _which(articles: pd.DataFrame) -> str:
    """A few articles by name, many by their number; an empty text for none."""
    if len(articles) > FEW:
        return t(f"{number(len(articles))} articles", f"{number(len(articles))} bài")
    return join(articles["article_id"].tolist())


def sizes(articles: pd.DataFrame) -> Said:
    """How long the articles are, and how much weight the longest has."""
    words = articles.set_index("article_id")["n_words"].sort_values(ascending=False)
    total = int(words.sum())
    if len(words) == 1:
        return Said(
            t(
                f"The one article has {plural(total, 'word', 'words', '')}.",
                f"Bài duy nhất có {number(total)} từ.",
            )
        )
    longest, shortest = int(words.iloc[0]), int(words.iloc[-1])
    if longest == shortest:
        return Said(
            t(
                f"The articles have {number(total)} words, {number(longest)} each.",
                f"Các bài có {number(total)} từ, mỗi bài {number(longest)} từ.",
            )
        )
    share = longest / total
    lean = t(
        ": counts over the whole corpus lean towards the longest",
        ": số đếm trên toàn kho nghiêng về bài dài nhất",
    )
    end = lean if share > max(LEANS / len(words), MIN_LEAN) else ""
    of_all = t(f", {percent(share)} of all", f", {percent(share)} tổng số") if end else ""
    return Said(
        t(
            f"The articles have {number(total)} words, from {number(shortest)} ({words.index[-1]}) to {number(longest)} ({words.index[0]}{of_all}){end}.",
            f"Các bài có {number(total)} từ, từ {number(shortest)} ({words.index[-1]}) đến {number(longest)} ({words.index[0]}{of_all}){end}.",
        )
    )


def duplicates(found: pd.DataFrame) -> Said:
    """Articles that repeat an earlier one; they are flagged, never deleted."""
    if found.empty:
        return Said(t("No article repeats another.", "Không có bài nào lặp lại bài khác."))
    pairs = join([f"{row.article_id} ({row.first})" for row in found.head(FEW).itertuples()])
    more = "" if len(found) <= FEW else t(" and others", " và các bài khác")
    return Said(
        t(
            f'{plural(len(found), "article repeats", "articles repeat", "")} an earlier one, given in brackets: {pairs}{more}. {"It is" if len(found) == 1 else "They are"} counted unless duplicates="first" is asked for.',
            f'{number(len(found))} bài lặp lại bài có trước, ghi trong ngoặc: {pairs}{more}. Các bài này vẫn được đếm, trừ khi chọn duplicates="first".',
        )
    )


def skipped(found: pd.DataFrame) -> Said:
    """What could not be read, and why."""
    if found.empty:
        return Said(t("Every file could be read.", "Mọi tệp đều đọc được."))
    named = "; ".join(f"{escape(row.source)}: {escape(row.reason)}" for row in found.head(FEW).itertuples())
    more = "" if len(found) <= FEW else "; …"
    return Said(
        t(
            f"{plural(len(found), 'file', 'files', 'tệp')} could not be used: {named}{more}.",
            f"{number(len(found))} tệp không dùng được: {named}{more}.",
        )
    )
