"""Charts of 04-voices: who speaks where, and how much.

One colour a speaker in every chart, for the few who have most to say; the rest are grey. The hatching says in which
mode the words stand, so that what is in quotation marks can be told from what is only attributed.
"""

from __future__ import annotations

import textwrap

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PatchCollection
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from caytre.analysis.voices.speaking import INTERVIEWER, SPOKEN
from caytre.output.figures.drawings import drawing
from caytre.output.figures.style import GREY, INK, MUTED, PALE, PALETTE, blank, canvas, house, nothing, title
from caytre.session import number, percent, plural, t

__all__ = ["voice_strips", "voice_words"]

COLOURS = (*PALETTE[:5], INK)
"""One for each speaker who is named; further speakers are grey."""

OTHERS, UNNAMED = "others", "unnamed"
MODES: dict[str, tuple[str, str, str]] = {
    "direct": ("", "in quotation marks", "trong ngoặc kép"),
    "indirect": ("////", "reported (verb or “theo”)", "dẫn gián tiếp (động từ, “theo”)"),
    "free_indirect": ("....", "carried on, no sign of its own", "dẫn tự do, không có dấu hiệu"),
    "interview": ("\\\\\\\\", "interview", "phỏng vấn"),
}
"""Hatching and name of each mode in which a sentence is somebody's words."""

MOST_ARTICLES, MOST_GROUPS = 10, 10
WRAP = 60
"""Sentences in one row of a strip."""

LABEL = 28
"""Characters after which a label goes on in the next line."""


def _spoken(speakers: pd.Series, modes: pd.Series) -> pd.Series:
    """Which rows are a source's words: everybody's but the writer's and the interviewer's."""
    return modes.isin(SPOKEN) & (speakers != INTERVIEWER)


def _ranked(speakers: pd.Series, modes: pd.Series, words: pd.Series) -> list[str]:
    """Everybody who speaks, by number of words; interviewers and people without a name are no speakers."""
    spoken = _spoken(speakers, modes) & (speakers != "")
    total = words[spoken].groupby(speakers[spoken]).sum()
    return [str(name) for name in total.sort_index().sort_values(ascending=False, kind="stable").index]


def _part(speaker: str, mode: str, named: list[str]) -> str:
    """Which colour a sentence gets: a name, others, unnamed, the interviewer, or nothing for the writer."""
    if mode not in SPOKEN:
        return ""
    if speaker in ("", INTERVIEWER):
        return speaker or UNNAMED
    return speaker if speaker in named else OTHERS


def _colour(part: str, named: list[str]) -> str:
    if part in named:
        return COLOURS[named.index(part)]
    return {OTHERS: GREY, UNNAMED: GREY, INTERVIEWER: PALE}.get(part, "white")


def _legend(figure: Figure, parts: set[str], modes: set[str], named: list[str]) -> None:
    """Colours first, then hatchings, then the writer."""
    names = {INTERVIEWER: t("interviewer", "người phỏng vấn"), OTHERS: t("other speakers", "người nói khác"),
             UNNAMED: t("other speakers", "người nói khác")}  # fmt: skip
    handles: dict[str, Patch] = {}
    for part in (*named, OTHERS, UNNAMED, INTERVIEWER):
        if part in parts:
            label = names.get(part, part)
            handles.setdefault(label, Patch(facecolor=_colour(part, named), label=label))
    for mode, (hatch, *name) in MODES.items():
        if mode in modes:
            label = t(name[0], name[1])
            handles[label] = Patch(facecolor=MUTED, edgecolor="white", hatch=hatch, linewidth=0, label=label)
    label = t("the writer’s own words", "lời của người viết")
    handles[label] = Patch(facecolor="white", edgecolor=GREY, linewidth=0.6, label=label)
    with house():
        figure.legend(
            handles=list(handles.values()),
            loc="outside lower left",
            ncols=3,
            fontsize=8,
            handlelength=1.6,
            columnspacing=1.4,
        )


@drawing
def voice_strips(sentences: pd.DataFrame) -> Figure:
    """Every article as a strip of its sentences in reading order, coloured by speaker, hatched by mode.

    *sentences* comes from `speaking.counted`. Of many articles those with most sentences of somebody's are drawn.
    """
    if sentences.empty:
        return nothing(t("No sentence was found", "Không tìm thấy câu nào"))
    spoken = _spoken(sentences["voice"], sentences["mode"])
    if not spoken.any():
        return nothing(t("Only the writers speak", "Chỉ có lời của người viết"))
    order = (
        spoken.groupby(sentences["article_id"]).sum().sort_index().sort_values(ascending=False, kind="stable")
    )
    shown = [str(name) for name in order.index[:MOST_ARTICLES]]
    part = sentences[sentences["article_id"].isin(shown)]
    named = _ranked(part["voice"], part["mode"], part["n_words"])[: len(COLOURS)]
    cells, starts = _cells(part, shown, named)
    rows = 1 + max(row for placed in cells.values() for row, _ in placed)
    figure, axis = canvas(7.0, 1.6 + 0.3 * rows)
    for (speaker, mode), places in sorted(cells.items()):
        patches = [Rectangle((column + 0.06, row - 0.36), 0.88, 0.72) for row, column in places]
        plain = mode not in MODES
        axis.add_collection(PatchCollection(
            patches, facecolor=_colour(speaker, named), edgecolor=GREY if plain else "white",
            hatch=None if plain else MODES[mode][0] or None, linewidth=0.5 if plain else 0,
        ))  # fmt: skip
    widest = 1 + max(column for placed in cells.values() for _, column in placed)
    axis.set_xlim(-0.2, max(widest, 20) + 0.2)
    axis.set_ylim(rows - 0.4, -0.6)
    blank(axis)
    axis.set_yticks([starts[name] for name in shown], [_shortened(name) for name in shown])
    _legend(figure, {speaker for speaker, _ in cells}, {mode for _, mode in cells}, named)
    return title(figure, _strip_finding(sentences), _strip_measure(sentences, len(shown)))


def _cells(
    sentences: pd.DataFrame, shown: list[str], named: list[str]
) -> tuple[dict[tuple[str, str], list[tuple[int, int]]], dict[str, int]]:
    """Where each sentence is drawn (row, column), by colour and mode, and the first row of each article."""
    cells: dict[tuple[str, str], list[tuple[int, int]]] = {}
    starts: dict[str, int] = {}
    row = 0
    for name in shown:
        part = sentences[sentences["article_id"] == name]
        starts[name] = row
        for at, (speaker, mode) in enumerate(zip(part["voice"], part["mode"], strict=True)):
            kind = _part(speaker, mode, named)
            cells.setdefault((kind, mode if kind else ""), []).append((row + at // WRAP, at % WRAP))
        row += 1 + (len(part) - 1) // WRAP
    return cells, starts


def _shortened(name: str) -> str:
    return name if len(name) <= LABEL else name[: LABEL - 1] + "…"


def _strip_finding(sentences: pd.DataFrame) -> str:
    spoken = int(_spoken(sentences["voice"], sentences["mode"]).sum())
    direct = int((sentences["mode"] == "direct").sum())
    share = percent(spoken / len(sentences))
    marked = percent(direct / len(sentences)) if direct else t("none", "không câu nào")
    return t(
        f"{share} of the sentences are somebody’s words, {marked} in quotation marks",
        f"{share} số câu là lời của ai đó, {marked} nằm trong ngoặc kép",
    )


def _strip_measure(sentences: pd.DataFrame, n_shown: int) -> str:
    n = sentences["article_id"].nunique()
    more = n - n_shown
    rest = t(
        f" Drawn are the {number(n_shown)} articles with most of them.",
        f" Vẽ {number(n_shown)} bài có nhiều câu như vậy nhất.",
    )
    return t(
        f"Each cell is a sentence of the body, in reading order; {plural(len(sentences), 'sentence', 'sentences', 'câu')}, {plural(n, 'article', 'articles', 'bài')}.",
        f"Mỗi ô là một câu của thân bài, theo thứ tự đọc; {number(len(sentences))} câu, {number(n)} bài.",
    ) + (rest if more > 0 else "")


@drawing
def voice_words(shares: pd.DataFrame) -> Figure:
    """Words of each speaker in each group as stacked bars, hatched by mode; what is the writer's own comes last.

    *shares* comes from `speaking.by_speaker`. Of many groups the largest are drawn and the others put together.
    """
    total = int(shares["n_words"].sum())
    if not total:
        return nothing(t("No words were found", "Không tìm thấy từ nào"))
    if not _spoken(shares["speaker"], shares["mode"]).any():
        return nothing(t("Only the writers speak", "Chỉ có lời của người viết"))
    named = _ranked(shares["speaker"], shares["mode"], shares["n_words"])[: len(COLOURS)]
    sizes = shares.groupby("group")["n_words"].sum().sort_values(ascending=False, kind="stable")
    rest = t("all others", "còn lại") + f" ({number(len(sizes) - MOST_GROUPS + 1)})"
    kept = list(sizes.index if len(sizes) <= MOST_GROUPS else sizes.index[: MOST_GROUPS - 1])
    bars = shares.assign(group=shares["group"].where(shares["group"].isin(kept), rest))
    bars["part"] = [_part(who, mode, named) for who, mode in zip(bars["speaker"], bars["mode"], strict=True)]
    bars["mode"] = bars["mode"].where(bars["part"] != "", "")
    groups = [*kept, *([rest] if len(sizes) > MOST_GROUPS else [])]
    labels = [textwrap.fill(str(name) or t("(outlet not known)", "(không rõ báo)"), LABEL) for name in groups]
    height = [0.62 + 0.16 * max(0, label.count("\n") - 1) for label in labels]
    figure, axis = canvas(7.0, 1.7 + 0.75 * sum(height))
    widest = float(bars.groupby("group")["n_words"].sum().max())
    at = [sum(height[:place]) + height[place] / 2 for place in range(len(groups))]
    for place, name in zip(at, groups, strict=True):
        _bar(axis, place, bars[bars["group"] == name], named, widest)
    axis.set_yticks(at, labels)
    axis.set_ylim(sum(height), 0)
    axis.set_xlim(0, widest * 1.2)
    axis.set_xticks([])
    axis.spines[["left", "bottom"]].set_visible(False)
    _legend(figure, set(bars["part"]), set(bars["mode"]), named)
    return title(figure, *_words_title(shares, total))


def _bar(axis: Axes, place: float, rows: pd.DataFrame, named: list[str], widest: float) -> None:
    """One stacked bar, numbers inside where they fit, and at its end the share that is somebody's words."""
    order = [*named, OTHERS, UNNAMED, INTERVIEWER, ""]
    left = 0.0
    sums = rows.groupby(["part", "mode"])["n_words"].sum()
    for part in order:
        for mode in (*MODES, ""):
            width = float(sums.get((part, mode), 0))
            if not width:
                continue
            colour, hatch = _colour(part, named), MODES[mode][0] if mode else ""
            axis.barh(place, width, left=left, height=0.44, color=colour, hatch=hatch or None,
                      edgecolor="white" if part else GREY, linewidth=0.5)  # fmt: skip
            if width > 0.045 * widest:
                dark = part in named and colour != PALETTE[3]
                axis.text(left + width / 2, place, number(width), ha="center", va="center", fontsize=7.5,
                          color="white" if dark else INK,
                          bbox={"facecolor": colour, "edgecolor": "none", "pad": 1.2})  # fmt: skip
            left += width
    spoken = float(sums[[part not in ("", INTERVIEWER) for part, _ in sums.index]].sum())
    axis.text(
        left + widest * 0.012,
        place,
        f"{number(left)}\n{percent(spoken / left if left else 0)}",
        va="center",
        fontsize=8,
    )


def _words_title(shares: pd.DataFrame, total: int) -> tuple[str, str]:
    spoken = shares[_spoken(shares["speaker"], shares["mode"]) & (shares["speaker"] != "")]
    measure = t(
        f"Words of body text by speaker and mode; {number(total)} words. At the end of a bar: all its words, and the share that is somebody’s.",
        f"Số từ trong thân bài theo người nói và cách dẫn; {number(total)} từ. Ở cuối mỗi thanh: tổng số từ và tỷ lệ là lời của ai đó.",
    )
    if spoken.empty:
        return t(
            "No words are attributed to anybody by name", "Không có lời nào được gắn với một người có tên"
        ), measure
    sums = spoken.groupby("speaker")["n_words"].sum().sort_values(ascending=False, kind="stable")
    if len(sums) == 1:
        return t(
            f"Only {sums.index[0]} is given words: {number(sums.iloc[0])}, {percent(sums.iloc[0] / total)} of all",
            f"Chỉ {sums.index[0]} được dẫn lời: {number(sums.iloc[0])} từ, {percent(sums.iloc[0] / total)} tổng số",
        ), measure
    return t(
        f"{sums.index[0]} gets most words: {number(sums.iloc[0])}, {percent(sums.iloc[0] / total)} of all",
        f"{sums.index[0]} được dẫn nhiều từ nhất: {number(sums.iloc[0])}, {percent(sums.iloc[0] / total)} tổng số",
    ), measure
