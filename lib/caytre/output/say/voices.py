"""Findings of 04-voices: whose words the articles are, how sure that is, and which quotations can be cited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from caytre.analysis.themes import Codebook, read_codebook
from caytre.analysis.voices.citing import DOUBTFUL_BELOW, doubtful
from caytre.analysis.voices.speaking import INTERVIEWER, SPOKEN
from caytre.session import join, language, number, percent, plural, t, times
from caytre.show import Said, escape

__all__ = [
    "invocations", "name_variants", "people_offices", "quotations", "readable", "reporting_verbs", "speakers", "themes_of_speakers",
    "voice_doubts", "voices", "voices_by_group",
]  # fmt: skip

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


def _spoken(sentences: pd.DataFrame, who: str = "voice") -> pd.DataFrame:
    return sentences[sentences["mode"].isin(SPOKEN) & (sentences[who] != INTERVIEWER)]


def _places(rows: pd.DataFrame, n: int = FIRST) -> str:
    """Where rows stand, each place once."""
    places = list(
        dict.fromkeys(f"[{a}:{b}]" for a, b in zip(rows["article_id"], rows["line_no"], strict=True))
    )
    return join(places[:n]) if len(places) <= n else t(
        f"{', '.join(places[:n])} and elsewhere", f"{', '.join(places[:n])} và nơi khác"
    )  # fmt: skip


def voices(sentences: pd.DataFrame) -> Said:
    """How much of the body is somebody's words, in which modes, and how much stands in quotation marks."""
    spoken = _spoken(sentences)
    n, total, words = len(spoken), len(sentences), int(sentences["n_words"].sum())
    if not n:
        return Said(
            t("Nothing in the body is attributed to anybody: all of it is the writers’ own words.",
              "Không câu nào trong thân bài được gắn với người nói: tất cả là lời của người viết.")
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
        f" Quotation marks hold {percent(quoted / words)} of all words as speech ({number(quoted)} of {number(words)}).",
        f" Lời nói đặt trong ngoặc kép chiếm {percent(quoted / words)} tổng số từ ({number(quoted)} trên {number(words)}).",
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
    top: Iterable[Any] = sums.head(n).itertuples()
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
    ) if several else ""  # fmt: skip
    nameless = len(spoken) - len(named)
    note = t(
        f" {plural(nameless, 'sentence is said by somebody', 'sentences are said by people', '')} without a name.",
        f" {number(nameless)} câu là lời của người không nêu tên.",
    ) if nameless else ""  # fmt: skip
    who = plural(len(sums), "person is given words:", "people are given words; most go to", "")
    return Said(
        t(
            f"{who} {shown}.{spread}{note}",
            f"{number(len(sums))} người được dẫn lời{'' if len(sums) == 1 else '; nhiều nhất'} là {shown}.{spread}{note}",
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
    if len(share) == 1:
        return Said(
            t(f"{percent(share.iloc[0])} of the words are somebody’s ({_group(share.index[0])}{_floor(shares, share.index[0])}).",
              f"{percent(share.iloc[0])} số từ là lời của ai đó ({_group(share.index[0])}{_floor(shares, share.index[0])}).")
        )  # fmt: skip
    first, last = share.index[0], share.index[-1]
    return Said(
        t(
            f"The share of words that are somebody’s runs from {percent(share.iloc[-1])} ({_group(last)}{_floor(shares, last)}) to {percent(share.iloc[0])} ({_group(first)}{_floor(shares, first)}).",
            f"Tỷ lệ từ là lời của ai đó đi từ {percent(share.iloc[-1])} ({_group(last)}{_floor(shares, last)}) đến {percent(share.iloc[0])} ({_group(first)}{_floor(shares, first)}).",
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
    top = verbs["verb"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    shown = join([f"“{escape(verb)}” ({number(int(n))})" for verb, n in top.head(3).items()])
    stances = verbs["stance"].value_counts()
    shares = join([f"{number(int(n))} {t(*STANCES[str(name)])}" for name, n in stances.items()])
    return Said(
        t(
            f"{plural(len(verbs), 'reporting verb has', 'reporting verbs have', '')} a named person for subject; the commonest: {shown}. By stance, as the codebook has it: {shares}.",
            f"{number(len(verbs))} lượt động từ dẫn lời có chủ ngữ là người nêu tên; nhiều nhất: {shown}. Theo sắc thái trong bảng mã: {shares}.",
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


def invocations(found: pd.DataFrame) -> Said:
    """Who is named most in the words of others, and by whom; from `invocations` of the analysis."""
    if found.empty:
        return Said(t("No speaker names another person.", "Không ai nhắc tên người khác trong lời mình."))
    sums = found.groupby("person")["n"].sum().sort_index().sort_values(ascending=False, kind="stable")
    who, n = str(sums.index[0]), int(sums.iloc[0])
    rows: Iterable[Any] = found[found["person"] == who].head(FIRST).itertuples()
    by = join([f"{escape(row.speaker)} ({times(row.n)}, {row.citation})" for row in rows])
    if len(sums) > 1 and n == int(sums.iloc[1]):
        alike = int((sums == n).sum())
        return Said(
            t(f"{number(len(sums))} people are named in the words of somebody else, {number(alike)} of them most often and alike: {times(n)}.",
              f"{number(len(sums))} người được nhắc đến trong lời của người khác, trong đó {number(alike)} người nhiều nhất và ngang nhau: {times(n)}.")
        )  # fmt: skip
    most = "" if len(sums) == 1 else t(" most", " nhiều nhất")
    more = len(found[found["person"] == who]) - FIRST
    rest = t(f" and {number(more)} more", f" và {number(more)} người khác") if more > 0 else ""
    return Said(
        t(
            f"{plural(len(sums), 'person is', 'people are', '')} named in the words of somebody else. {escape(who)} is named{most}: {times(n)}, by {by}{rest}.",
            f"{number(len(sums))} người được nhắc đến trong lời của người khác. {escape(who)} được nhắc{most}: {times(n)}, bởi {by}{rest}.",
        )
    )


def quotations(rows: pd.DataFrame) -> Said:
    """How many quotations of speech there are, and which of them must not be cited without a second look; from `citable`."""
    if rows.empty:
        return Said(
            t(
                "Nobody is quoted: no speech stands in quotation marks.",
                "Không ai được trích dẫn: không có lời nói nào trong ngoặc kép.",
            )
        )
    sure = rows[rows["doubt"] == ""]
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
    return Said(
        t(
            f"{plural(len(rows), 'stretch', 'stretches', '')} of speech {'stands' if len(rows) == 1 else 'stand'} in quotation marks; for {number(len(sure))} the article itself names the speaker.{inner}{doubt}",
            f"{number(len(rows))} đoạn lời nói nằm trong ngoặc kép; với {number(len(sure))} đoạn, chính bài viết nêu người nói.{inner}{doubt}",
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
    people = rows.groupby("person", sort=True).agg(n=("n", "sum"), forms=("office", "nunique"))
    most = people.sort_values("n", ascending=False, kind="stable")
    forms = people.sort_values("forms", ascending=False, kind="stable")
    return Said(
        t(
            f"{plural(len(people), 'person is', 'people are', '')} mentioned, {escape(most.index[0])} most often ({times(int(most['n'].iloc[0]))}). {escape(forms.index[0])} appears under {plural(int(forms['forms'].iloc[0]), 'form', 'different forms', '')} of office or address.",
            f"{number(len(people))} người được nhắc đến, nhiều nhất là {escape(most.index[0])} ({times(int(most['n'].iloc[0]))}). {escape(forms.index[0])} xuất hiện với {number(int(forms['forms'].iloc[0]))} cách ghi chức vụ hoặc xưng hô.",
        )
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
