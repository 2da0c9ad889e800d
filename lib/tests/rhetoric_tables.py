"""Composed tables of lists, images, phrases and echoes at any size, for the tests of charts and sentences."""

from __future__ import annotations

import pandas as pd

from caytre.analysis.rhetoric import modality, parallelism, rhythm
from caytre.tables import Echo, EnumerationItem, Formula, Line, Metaphor, frame

SIZES = ((0, "en"), (1, "vi"), (2, "en"), (5, "vi"), (100, "en"), (100, "vi"))
"""How many articles, and the language."""

SPEAKERS = ("Trần Thị Hoa", "Lê Văn Nam", "Đỗ Minh Quân", "")
DOMAINS = ("war/front", "building", "plant", "light")
TEXT = "Thành phố cần tiếp tục chăm lo đời sống của người dân vùng lũ trong những ngày mưa lớn sắp tới"
OTHER = "Tỉnh cần tiếp tục quan tâm đời sống của bà con vùng lũ trong những ngày mưa sắp tới"


def names(n: int) -> list[str]:
    return [f"bai-{i:03d}" for i in range(1, n + 1)]


def articles(n: int) -> pd.DataFrame:
    """One article a day; every third has no date, every fourth an inferred one."""
    days = pd.date_range("2024-03-01", periods=max(1, n))[:n]
    rows = []
    for i, (name, day) in enumerate(zip(names(n), days, strict=True)):
        published = "" if i % 3 == 2 else day.strftime("%Y-%m-%d")
        rows.append((name, published, "none" if not published else "inferred" if i % 4 == 3 else "text"))
    return pd.DataFrame(rows, columns=["article_id", "published", "published_from"])


def lines(n: int) -> pd.DataFrame:
    return frame([Line(name, 1, "body", f"{TEXT}. {OTHER}.") for name in names(n)], Line)


def sentences(n: int) -> pd.DataFrame:
    rows = []
    for i, name in enumerate(names(n)):
        voice = SPEAKERS[i % 4]
        mode = "indirect" if voice else "narration"
        rows.append((name, 1, 1, 0, len(TEXT) + 1, "body", TEXT + ".", voice, mode, "", 1.0))
    columns = "article_id line_no sent_no start end kind text voice mode how confidence"
    return pd.DataFrame(rows, columns=columns.split())


def enumerations(n: int) -> pd.DataFrame:
    """In each article a list that is kept, one with an item too few, a promise, and a pair."""
    rows = []
    for name in names(n):
        who = SPEAKERS[0]
        rows += [
            EnumerationItem(
                name, "E01", "ba việc lớn", 3, 2, f"{w} là", k, 2 + k, 0, f"{w} là, {TEXT.lower()}", who
            )
            for k, w in enumerate(("Một", "Hai", "Ba"), 1)
        ]
        rows += [
            EnumerationItem(name, "E02", "3 trụ cột", 3, 4, "là", k, 4, 40 + 10 * k, "giao thông", who)
            for k in (1, 2)
        ]
        rows.append(EnumerationItem(name, "E03", "5 giải pháp", 5, 8, "", None, 8, 12, "5 giải pháp", who))
        rows += [
            EnumerationItem(name, "E04", "", None, None, mark, None, 9, at, f"{mark} đẹp", "Lê Văn Nam")
            for at, mark in ((3, "không chỉ"), (40, "mà còn"))
        ]
    return frame(rows, EnumerationItem)


def metaphors(n: int) -> pd.DataFrame:
    rows = []
    for i, name in enumerate(names(n)):
        rows.append(Metaphor(name, 1, 0, 10, "tuyến đầu", DOMAINS[i % 4], "salient", SPEAKERS[i % 4]))
        rows.append(Metaphor(name, 1, 20, 30, "nền tảng", "building", "conventional", SPEAKERS[i % 3]))
    return frame(rows, Metaphor)


def formulas(n: int) -> pd.DataFrame:
    """One phrase of every article and one of every other."""
    first, second = (
        (TEXT.index(words), TEXT.index(words) + len(words))
        for words in ("cần tiếp tục chăm lo đời sống", "người dân vùng lũ trong những ngày")
    )
    rows = []
    for i, name in enumerate(names(n)):
        rows.append(Formula("F001", TEXT[slice(*first)], name, 1, *first, TEXT[slice(*first)]))
        if i % 2:
            rows.append(Formula("F002", TEXT[slice(*second)], name, 1, *second, TEXT[slice(*second)]))
    return frame(rows, Formula)


def markers(n: int) -> pd.DataFrame:
    rows = []
    for i, name in enumerate(names(n)):
        rows.append(modality.Marker(name, 1, 10, 13, "cần", "cần", "modality", "obligation", SPEAKERS[i % 4]))
        rows.append(modality.Marker(name, 1, 60, 64, "lớn", "lớn", "intensifier", "degree", SPEAKERS[i % 4]))
    return frame(rows, modality.Marker)


def chains(n: int) -> pd.DataFrame:
    rows = []
    for name in names(n):
        rows.append(parallelism.Figure(name, 1, 0, 20, "xanh, sạch và đẹp", "chain", "xanh | sạch | đẹp", 3))
        rows.append(parallelism.Figure(name, 2, 0, 20, "sạch, xanh", "chain", "sạch | xanh", 2))
    return frame(rows, parallelism.Figure)


def lengths(n: int) -> pd.DataFrame:
    rows = [
        rhythm.SentenceLength(name, 1, k, 0, 10 + 7 * k + i % 5, 0)
        for i, name in enumerate(names(n))
        for k in range(1, 6)
    ]
    found = frame(rows, rhythm.SentenceLength)
    return found.assign(citation=[f"[{name}:1]" for name in found["article_id"]])


def echoes(n: int) -> pd.DataFrame:
    """Each article shares one passage with the next, and one set phrase with the one after that."""
    rows = []
    every = names(n)
    for i, name in enumerate(every):
        for step, kind, size in ((1, "agency", 19), (2, "set phrase", 8)):
            if i + step < n:
                end = len(TEXT) if step == 1 else 40
                rows.append(
                    Echo(
                        f"P{step:03d}", kind, name, 1, 0, end, TEXT[:end], every[i + step], 1, 0, end - 10,
                        OTHER[: end - 10], size, 0.8,
                    )
                )  # fmt: skip
    return frame(rows, Echo)
