"""Findings of 04-voices about persons: who names whom, which quotations can be cited, what is doubtful, who holds which office."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from caytre.analysis.shown import citations
from caytre.analysis.voices.citing import DOUBTFUL_BELOW, doubtful
from caytre.analysis.voices.speaking import INTERVIEWER
from caytre.output.ranks import leading
from caytre.session import join, number, percent, plural, t, times
from caytre.show import Said, escape

__all__ = ["invocations", "name_variants", "people_offices", "quotations", "readable", "voice_doubts"]

WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "mode": {
        **{mode: (mode.replace("_", " "), vi) for mode, vi in (
            ("direct", "trực tiếp"), ("indirect", "gián tiếp"), ("free_indirect", "gián tiếp tự do"),
            ("interview", "phỏng vấn"), ("narration", "lời người viết"))},
        "nrsa": ("act of speech only", "chỉ nêu hành vi nói"),
    },
    "how": {
        "after": ("named after the words", "nêu sau lời dẫn"), "before": ("named before the words", "nêu trước lời dẫn"),
        "colon": ("named before a colon", "nêu trước dấu hai chấm"), "carried": ("carried on from before", "nối từ trước"),
        "turn": ("turn of an interview", "lượt phỏng vấn"), "": ("not found", "không tìm thấy"),
        "quotation": ("quotation marks", "dấu ngoặc kép"), "cue": ("reporting verb", "động từ dẫn lời"),
        "according": ("“theo …”", "“theo …”"), "anaphor": ("“theo đó” or the like", "“theo đó” hoặc tương tự"),
        "opener": ("how the sentence begins", "cách mở đầu câu"), "subject": ("who acts in it", "chủ thể trong câu"),
        "kind": ("kind of line", "loại dòng"), "default": ("no sign of a speaker", "không có dấu hiệu người nói"),
    },
    "doubt": {
        "unbalanced": ("a quotation mark is missing", "thiếu một dấu ngoặc"), "nobody": ("no speaker found", "không rõ người nói"),
        "unnamed": ("speaker without a name", "người nói không nêu tên"), "carried": ("speaker carried on", "người nói suy từ trước"),
    },
    "reason": {"marks": ("differ in marks", "khác dấu"), "middle name": ("one has a middle name more", "một tên có thêm chữ đệm")},
    "speaker": {INTERVIEWER: ("(interviewer)", "(người phỏng vấn)")},
    "quoted_by": {INTERVIEWER: ("(interviewer)", "(người phỏng vấn)")},
    "voice": {INTERVIEWER: ("(interviewer)", "(người phỏng vấn)"), "": ("(writer or no name)", "(người viết, không tên)")},
}  # fmt: skip
"""What codes in tables say to a reader, by column."""


FIRST = 5
"""How many speakers, places or pairs a sentence names."""


def readable(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy whose codes (mode, how, doubt, reason, voice) are words in the reader's language, for `table`."""
    changed = {
        column: [t(*WORDS[column].get(value, (value, value))) for value in frame[column]]
        for column in WORDS
        if column in frame.columns
    }
    return frame.assign(**changed)


def _places(rows: pd.DataFrame, n: int = FIRST) -> str:
    """Where rows stand, each place once."""
    places = list(dict.fromkeys(citations(rows)))
    return join(places[:n]) if len(places) <= n else t(
        f"{', '.join(places[:n])} and elsewhere", f"{', '.join(places[:n])} và nơi khác"
    )  # fmt: skip


def invocations(found: pd.DataFrame) -> Said:
    """Who is named most in the words of others, and by whom; from `invocations` of the analysis."""
    if found.empty:
        return Said(t("No speaker names another person.", "Không ai nhắc tên người khác trong lời mình."))
    sums = found.groupby("person")["n"].sum().sort_index().sort_values(ascending=False, kind="stable")
    who, n = str(sums.index[0]), int(sums.iloc[0])
    rows: Iterable[Any] = found[found["person"] == who].head(FIRST).itertuples()
    alone = len(found[found["person"] == who]) == 1
    by = join(
        [
            f"{escape(row.speaker)} {row.citation}" if alone
            else f"{escape(row.speaker)} ({times(row.n)}, {row.citation})"
            for row in rows
        ]
    )  # fmt: skip
    if len(sums) > 1 and n == int(sums.iloc[1]):
        alike = int((sums == n).sum())
        every = alike == len(sums)
        return Said(
            t(f"{number(len(sums))} people are named in the words of somebody else, {f'each {times(n)}' if every else f'{number(alike)} of them most often and alike: {times(n)}'}.",
              f"{number(len(sums))} người được nhắc đến trong lời của người khác, {f'mỗi người {times(n)}' if every else f'trong đó {number(alike)} người nhiều nhất và ngang nhau: {times(n)}'}.")
        )  # fmt: skip
    more = len(found[found["person"] == who]) - FIRST
    rest = t(f" and {number(more)} more", f" và {number(more)} người khác") if more > 0 else ""
    if len(sums) == 1:
        return Said(
            t(
                f"One person is named in the words of somebody else: {escape(who)}, {times(n)}, by {by}{rest}.",
                f"Một người được nhắc đến trong lời của người khác: {escape(who)}, {times(n)}, bởi {by}{rest}.",
            )
        )
    return Said(
        t(
            f"{number(len(sums))} people are named in the words of somebody else. {escape(who)} is named most: {times(n)}, by {by}{rest}.",
            f"{number(len(sums))} người được nhắc đến trong lời của người khác. {escape(who)} được nhắc nhiều nhất: {times(n)}, bởi {by}{rest}.",
        )
    )


def quotations(rows: pd.DataFrame) -> Said:
    """How many quotations of speech there are, and which of them must not be cited without a second look; from `citable`."""
    if rows.empty:
        return Said(
            t(
                "No speech was found in quotation marks.",
                "Không thấy lời nói nào trong ngoặc kép.",
            )
        )
    sure = len(rows[rows["doubt"] == ""])
    within = int((rows["quoted_by"] != "").sum())
    parts = [
        f"{t(*WORDS['doubt'][code])}: {number(len(part))} ({_places(part)})"
        for code in WORDS["doubt"]
        if len(part := rows[rows["doubt"] == code])
    ]
    doubt = (
        t(
            f" To be read again before citing – {'; '.join(parts)}.",
            f" Cần đọc lại trước khi trích dẫn – {'; '.join(parts)}.",
        )
        if parts
        else ""
    )
    inner = t(
        f" {plural(within, 'stands', 'stand', '')} inside the words of another speaker, who is given as well.",
        f" {number(within)} đoạn nằm trong lời của một người khác, tên người ấy cũng được ghi.",
    ) if within else ""  # fmt: skip
    known = t(
        ", and the article itself names the speaker"
        if sure == len(rows) == 1
        else f"; for {'all of them' if sure == len(rows) else number(sure) if sure else 'none'} the article itself names the speaker",
        "; chính bài viết nêu người nói"
        if sure == len(rows) == 1
        else f"; với {'tất cả' if sure == len(rows) else f'{number(sure)} đoạn'}, chính bài viết nêu người nói"
        if sure
        else "; không đoạn nào được chính bài viết nêu người nói",
    )
    return Said(
        t(
            f"{plural(len(rows), 'stretch', 'stretches', '')} of speech {'stands' if len(rows) == 1 else 'stand'} in quotation marks{known}.{inner}{doubt}",
            f"{number(len(rows))} đoạn lời nói nằm trong ngoặc kép{known}.{inner}{doubt}",
        )
    )


def voice_doubts(sentences: pd.DataFrame) -> Said:
    """How many attributions are doubtful, why, and which is the least certain."""
    low = doubtful(sentences)
    if low.empty:
        return Said(
            t(f"No sentence has a voice below a confidence of {number(DOUBTFUL_BELOW, 1)}.",
              f"Không câu nào có độ tin cậy dưới {number(DOUBTFUL_BELOW, 1)}.")
        )  # fmt: skip
    first = low.iloc[0]
    n = int(low["n"].sum())
    counts = low.groupby("how")["n"].sum().sort_values(ascending=False, kind="stable")
    why = join(
        [
            f"{number(int(n))} {t(*WORDS['how'].get(str(how), (str(how), str(how))))}"
            for how, n in counts.items()
        ]
    )
    voice = escape(t(*WORDS["voice"].get(first["voice"], (first["voice"], first["voice"]))))
    return Said(
        t(
            f"The voice of {plural(n, 'sentence', 'sentences', '')} ({percent(n / len(sentences))}) is doubtful, with a confidence below {number(DOUBTFUL_BELOW, 1)}: {why}. Among the least certain is {first['citation']}, given to {voice} ({number(first['confidence'], 2)}). Confidence is fixed for each rule by how often it was right where it was counted; it is no probability of the single sentence.",
            f"{number(n)} câu ({percent(n / len(sentences))}) chưa chắc là lời của ai, độ tin cậy dưới {number(DOUBTFUL_BELOW, 1)}: {why}. Một trong những câu kém chắc nhất là {first['citation']}, được gắn với {voice} ({number(first['confidence'], 2)}). Độ tin cậy được định sẵn cho từng quy tắc theo tỷ lệ đúng khi kiểm đếm, không phải xác suất của từng câu.",
        )
    )


def people_offices(rows: pd.DataFrame) -> Said:
    """How many people are mentioned, who most, and who appears in most different offices; from `offices`."""
    if rows.empty:
        return Said(t("No person is mentioned.", "Không có người nào được nhắc đến."))
    written = rows.assign(form=rows["office"].str.casefold().replace("", None))
    people = written.groupby("person", sort=True).agg(n=("n", "sum"), forms=("form", "nunique"))
    most = people["n"].sort_values(ascending=False, kind="stable")
    if len(most) == 1:
        first = t(
            f"One person is mentioned, {escape(most.index[0])} ({times(int(most.iloc[0]))}).",
            f"Chỉ một người được nhắc đến: {escape(most.index[0])} ({times(int(most.iloc[0]))}).",
        )
    elif leading(most, 1).empty:
        alike = int((most == most.iloc[0]).sum())
        first = t(
            f"{number(len(most))} people are mentioned, {'all' if alike == len(most) else f'{number(alike)} of them'} {'equally' if alike == len(most) else 'most and equally'} often ({times(int(most.iloc[0]))}).",
            f"{number(len(most))} người được nhắc đến, {'tất cả' if alike == len(most) else f'trong đó {number(alike)} người nhiều nhất và'} ngang nhau ({times(int(most.iloc[0]))}).",
        )
    else:
        first = t(
            f"{number(len(most))} people are mentioned, {escape(most.index[0])} most often ({times(int(most.iloc[0]))}).",
            f"{number(len(most))} người được nhắc đến, nhiều nhất là {escape(most.index[0])} ({times(int(most.iloc[0]))}).",
        )
    return Said(first + _forms(people["forms"].sort_values(ascending=False, kind="stable")))


def _forms(forms: pd.Series) -> str:
    """Who appears under most forms of office or address, where there are several; capitals make no other form."""
    most = int(forms.iloc[0])
    if most < 2:
        return ""
    if len(forms) > 1 and int(forms.iloc[1]) == most:
        return t(
            f" Nobody appears under more than {number(most)} different forms of office or address.",
            f" Không ai xuất hiện với quá {number(most)} cách ghi chức vụ hoặc xưng hô.",
        )
    return t(
        f" {escape(forms.index[0])} appears under {number(most)} different forms of office or address.",
        f" {escape(forms.index[0])} xuất hiện với {number(most)} cách ghi chức vụ hoặc xưng hô.",
    )


def name_variants(rows: pd.DataFrame) -> Said:
    """Names that may be one person; from `variants`."""
    if rows.empty:
        return Said(
            t(
                "No two names look like spellings of one person.",
                "Không có hai tên nào giống như hai cách viết của một người.",
            )
        )
    pairs: Iterable[Any] = rows.head(FIRST).itertuples()
    shown = join([f"{escape(row.name)} / {escape(row.variant)}" for row in pairs])
    more = t(" and others", " và các cặp khác") if len(rows) > FIRST else ""
    return Said(
        t(
            f"{plural(len(rows), 'pair of names', 'pairs of names', '')} may be one person{'' if len(rows) == 1 else ' each'}, and {'is' if len(rows) == 1 else 'are'} counted apart: {shown}{more}.",
            f"{number(len(rows))} cặp tên có thể là cùng một người, vẫn được đếm riêng: {shown}{more}.",
        )
    )
