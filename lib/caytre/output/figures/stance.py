"""Charts of stance and rhythm: how often each speaker must, wants and stresses, and how long the sentences are."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from caytre.output.figures.drawings import drawing
from caytre.output.figures.style import ACCENT, GREY, INK, PALE, canvas, nothing, title
from caytre.output.values import named
from caytre.session import number, plural, t

__all__ = ["sentence_rhythm", "stance_profile"]

MOST_PROFILES = 8
MOST_RHYTHMS = 6
IN_TITLE = "obligation"
"""The stance that the title names."""


@drawing
def stance_profile(table: pd.DataFrame) -> Figure:
    """Rates of four stances by speaker with their 95 % intervals, one panel a stance; *table* is that of `manner.stance`."""
    measure = t(
        "Markers in 1,000 syllables of each speaker's words, with 95 % intervals (exact, markers taken as independent). Speakers with little text are left out.",
        "Số dấu hiệu trên 1.000 tiếng lời của mỗi người, kèm khoảng tin cậy 95 % (tính chính xác, coi các dấu hiệu là độc lập). Không tính người nói quá ít.",
    )
    if table.empty:
        return nothing(
            t("Nobody speaks long enough for a profile", "Không ai nói đủ dài để so sánh"), measure
        )
    leader = _leader(table)
    voices = list(dict.fromkeys(table["voice"]))
    shown = voices[:MOST_PROFILES]
    if leader not in shown:
        shown[-1] = leader
    stances = list(dict.fromkeys(table["stance"]))
    figure, axes = canvas(7.0, 1.4 + 0.4 * len(shown), columns=len(stances), sharey=True, squeeze=False)
    for axis, stance in zip(axes[0], stances, strict=True):
        own = table[(table["stance"] == stance) & table["voice"].isin(shown)].set_index("voice").loc[shown]
        _rates(axis, own, accent=leader if stance == IN_TITLE else None)
        axis.set_title(named(stance), loc="left", fontsize=8.5)
    axes[0][0].set_ylim(len(shown) - 0.5, -0.75)
    axes[0][0].set_yticks(range(len(shown)), [_who(voice) for voice in shown])
    return title(figure, _who_must(table[table["stance"] == IN_TITLE], leader), measure)


def _rates(axis: Axes, own: pd.DataFrame, *, accent: str | None) -> None:
    """One stance: a point and an interval a speaker, that of *accent* in green."""
    for place, (voice, row) in enumerate(own.iterrows()):
        colour = ACCENT if voice == accent else GREY
        axis.plot(
            [row["low"], row["high"]], [place, place], color=colour, linewidth=1.6, solid_capstyle="round"
        )
        rate = row["per_1000"]
        axis.plot(rate, place, marker="o", markersize=5, color=colour)
        axis.text(rate, place - 0.2, number(rate, 1), ha="center", va="bottom", fontsize=7.5)
    axis.set_xlim(-0.06 * own["high"].max(), own["high"].max() * 1.08)
    axis.grid(axis="x", color=PALE)
    axis.xaxis.set_major_locator(MaxNLocator(3, integer=True))
    axis.spines["left"].set_visible(False)


def _who(voice: str) -> str:
    return voice or t("the writers", "người viết")


def _who_must(own: pd.DataFrame, leader: str) -> str:
    """Who says most often what must be done, and whether another's interval reaches as far; *own* are the rows of that stance."""
    row = own[own["voice"] == leader].iloc[0]
    if not row["n"]:
        return t(
            "Nobody with text enough for a profile says what must be done",
            "Trong những người nói đủ dài, không ai nói điều phải làm",
        )
    others = own[own["voice"] != leader]
    most = not others.empty
    finding = t(
        f"“Must” is said {'most ' if most else ''}by {_who(leader)}: {number(row['per_1000'], 1)} times in 1,000 syllables",
        f"{_who(leader)} nói “phải”, “cần”{' dày nhất' if most else ''}: {number(row['per_1000'], 1)} lần trên 1.000 tiếng",
    )
    if most and others["high"].max() >= row["low"]:
        finding += t("; the intervals overlap", "; các khoảng tin cậy chồng nhau")
    return finding


@drawing
def sentence_rhythm(lengths: pd.DataFrame) -> Figure:
    """Every sentence of an article as a bar, in order; of many articles the distribution of all sentence lengths."""
    if lengths.empty:
        return nothing(
            t("There is no sentence of body text", "Không có câu nào trong thân bài"),
            t("Syllables of each sentence.", "Số tiếng của từng câu."),
        )
    longest = lengths.loc[lengths["n_syllables"].idxmax()]
    if len(lengths) == 1:
        return nothing(
            t(
                f"The one sentence has {plural(int(longest['n_syllables']), 'syllable', 'syllables', '')}",
                f"Câu duy nhất có {number(longest['n_syllables'])} tiếng",
            )
        )
    middle = number(lengths["n_syllables"].median())
    finding = t(
        f"Half of the sentences have {middle} syllables or more; the longest has {number(longest['n_syllables'])} {longest['citation']}",
        f"Một nửa số câu có từ {middle} tiếng trở lên; câu dài nhất có {number(longest['n_syllables'])} tiếng {longest['citation']}",
    )
    if lengths.groupby("article_id").size().max() == 1:
        return nothing(finding)
    n_articles = lengths["article_id"].nunique()
    many = n_articles > MOST_RHYTHMS
    figure = _length_histogram(lengths) if many else _rhythm_bars(lengths, str(longest["article_id"]))
    return title(figure, finding, _length_measure(lengths, n_articles, drawn=not many))


def _rhythm_bars(lengths: pd.DataFrame, peak: str) -> Figure:
    """A panel an article with a bar for each sentence; the longest of the article *peak* are green."""
    articles = list(dict.fromkeys(lengths["article_id"]))
    figure, axes = canvas(
        7.0, 1.0 + 0.92 * len(articles), rows=len(articles), sharex=True, sharey=True, squeeze=False
    )
    most = lengths["n_syllables"].max()
    ticks = [0, 50, 100] if most > 60 else [0, 20, 40] if most > 20 else [0, 10, 20]
    for axis, article in zip(axes[:, 0], articles, strict=True):
        own = lengths[lengths["article_id"] == article]["n_syllables"].tolist()
        top = max(own)
        colours = [ACCENT if article == peak and n == top else GREY for n in own]
        axis.bar(range(1, len(own) + 1), own, width=0.78, color=colours)
        middle = float(pd.Series(own).median())
        axis.axhline(middle, color=INK, linewidth=0.6, linestyle=(0, (4, 3)))
        label = t(f"{article}  median {number(middle)}", f"{article}  trung vị {number(middle)}")
        axis.set_title(label, loc="left", fontsize=8.5)
        axis.set_yticks(ticks)
        axis.set_xlim(0.2, lengths.groupby("article_id").size().max() + 0.8)
    axes[-1, 0].xaxis.set_major_locator(MaxNLocator(8, integer=True))
    axes[-1, 0].set_xlabel(t("sentence of the article", "câu thứ mấy trong bài"))
    figure.supylabel(t("syllables", "số tiếng"), fontsize=9)
    return figure


def _length_measure(lengths: pd.DataFrame, n_articles: int, *, drawn: bool) -> str:
    en = " Dashed: the median of the article." if drawn else ""
    vi = " Nét đứt: trung vị của bài." if drawn else ""
    return t(
        f"Syllables of each sentence, {plural(len(lengths), 'sentence', 'sentences', '')} of {plural(n_articles, 'article', 'articles', '')}, body and headings.{en}",
        f"Số tiếng của từng câu, {number(len(lengths))} câu trong {number(n_articles)} bài, thân bài và tiêu đề phụ.{vi}",
    )


def _length_histogram(lengths: pd.DataFrame) -> Figure:
    figure, axis = canvas(7.0, 3.2)
    values = lengths["n_syllables"]
    axis.hist(values, bins=min(40, int(math.sqrt(len(values))) + 5), color=GREY)
    middle = float(values.median())
    axis.axvline(middle, color=ACCENT, linewidth=1.4)
    axis.annotate(
        t(f"median {number(middle)}", f"trung vị {number(middle)}"), (middle, 1), xycoords=("data", "axes fraction"),
        xytext=(5, -4), textcoords="offset points", va="top", fontsize=8.5, color=ACCENT,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
    )  # fmt: skip
    axis.set_xlabel(t("syllables", "số tiếng"))
    axis.set_ylabel(t("sentences", "số câu"))
    return figure


def _leader(table: pd.DataFrame) -> str:
    """Who has the highest rate of the stance that the title names."""
    own = table[table["stance"] == IN_TITLE]
    return str(own.loc[own["per_1000"].idxmax(), "voice"])
