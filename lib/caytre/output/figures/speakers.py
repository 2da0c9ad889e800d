"""Charts of 04-voices that set speakers against what they say: their reporting verbs, and their themes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from caytre.analysis.themes import Codebook, read_codebook
from caytre.output.figures.drawings import drawing
from caytre.output.figures.style import ACCENT, INK, PALE, PALETTE, canvas, nothing, title
from caytre.output.figures.voices import COLOURS
from caytre.session import join, language, number, percent, plural, t, times

__all__ = ["speaker_themes", "verb_matrix"]

STANCES: dict[str, tuple[str, str, str]] = {
    "assertive": (PALETTE[0], "assertive", "khẳng định"),
    "directive": (PALETTE[1], "directive", "chỉ đạo"),
    "evaluative": (PALETTE[3], "evaluative", "đánh giá"),
    "neutral": (PALETTE[5], "neutral", "trung tính"),
}
OCHRE = "#9a6f12"
"""The yellow of the palette, dark enough for text."""

MOST_SPEAKERS, MOST_THEMES, MOST_VERBS = len(COLOURS), 12, 24
LABEL, HEADER = 34, 11
"""Characters after which a label at the side, and a name above a column, goes on in the next line."""

MANY = 10
"""Uses from which a share in per cent says more than the number."""

FEWEST = 3
"""Sentences below which a share is not worth a headline."""


@drawing
def verb_matrix(verbs: pd.DataFrame) -> Figure:
    """How often each reporting verb introduces each speaker, as marks with their number, grouped and coloured by stance.

    *verbs* comes from `speaking.verbs`. Rare verbs are put together for each stance; of equally frequent ones all are
    drawn or none.
    """
    if verbs.empty:
        return nothing(
            t("No reporting verb was found", "Không tìm thấy động từ dẫn lời nào"),
        )
    counts = verbs.groupby(["stance", "verb"]).size().sort_values(ascending=False, kind="stable")
    who = verbs["speaker"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    speakers = [str(name) for name in who.index[:MOST_SPEAKERS]]
    columns = [*speakers, *([t("others", "người khác")] if len(who) > len(speakers) else [])]
    cell = verbs.assign(speaker=verbs["speaker"].where(verbs["speaker"].isin(speakers), columns[-1]))
    cell["row"] = _verb_rows(verbs, counts)
    sums = cell.groupby(["stance", "row", "speaker"]).size()
    total = cell.groupby(["stance", "row"]).size()
    rank = list(STANCES)
    rows = sorted(
        total.index, key=lambda key: (rank.index(key[0]), key[1].startswith("+"), -total[key], key[1])
    )
    figure, axis = canvas(7.0, 1.5 + 0.26 * len(rows))
    marks: Iterable[Any] = sums.items()
    for (stance, row, name), n in marks:
        at = columns.index(name), rows.index((stance, row))
        axis.scatter(*at, s=80 + 160 * n / sums.max(), color=STANCES[stance][0], linewidths=0)
        axis.text(
            *at,
            number(n),
            ha="center",
            va="center",
            fontsize=7.5,
            color=INK if stance == "evaluative" else "white",
        )
    _matrix_axes(
        axis, [key[1].lstrip("+") for key in rows], [textwrap.fill(name, HEADER) for name in columns]
    )
    for tick, key in zip(axis.get_yticklabels(), rows, strict=True):
        tick.set_color(_readable(key[0]))
    _stance_names(axis, [key[0] for key in rows], len(columns))
    return title(figure, *_verbs_title(verbs, counts))


def _verb_rows(verbs: pd.DataFrame, counts: pd.Series) -> list[str]:
    """The row of each use: its verb, or the rest of its stance ("+" sorts it last)."""
    limit = int(counts.iloc[MOST_VERBS]) if len(counts) > MOST_VERBS else 0
    rest = counts[counts <= limit].groupby(level="stance").size()
    return [
        verb
        if counts[stance, verb] > limit
        else "+" + plural(int(rest[stance]), "rarer verb", "rarer verbs", "động từ hiếm hơn")
        for stance, verb in zip(verbs["stance"], verbs["verb"], strict=True)
    ]


def _verbs_title(verbs: pd.DataFrame, counts: pd.Series) -> tuple[str, str]:
    measure = t(
        f"Reporting verbs by the person who is their subject, {plural(len(verbs), 'use', 'uses', '')} in all. Colour: stance as the codebook of verbs gives it.",
        f"Động từ dẫn lời theo người là chủ ngữ, tổng cộng {number(len(verbs))} lượt. Màu: sắc thái theo bảng mã động từ.",
    )
    (_, verb), n, assertive = counts.index[0], int(counts.iloc[0]), _assertive(verbs)
    if len(counts) > 1 and n == int(counts.iloc[1]):
        alike = int((counts == n).sum())
        return t(
            f"{number(alike)} reporting verbs are the commonest, {times(n)} each; {assertive}"
            if n > 1
            else f"No reporting verb comes twice; {assertive}",
            f"{number(alike)} động từ dẫn lời nhiều nhất và ngang nhau, {times(n)}; {assertive}"
            if n > 1
            else f"Không động từ dẫn lời nào lặp lại; {assertive}",
        ), measure
    return t(
        f"“{verb}” reports words most often ({times(n)}); {assertive}",
        f"“{verb}” dẫn lời nhiều nhất ({times(n)}); {assertive}",
    ), measure


def _assertive(verbs: pd.DataFrame) -> str:
    """The share of uses that take sides with the words; of few uses, their number."""
    n, of = int((verbs["stance"] == "assertive").sum()), len(verbs)
    if not n:
        return t("none of the uses is assertive", "không lượt dùng nào mang sắc thái khẳng định")
    if of < MANY:
        return t(
            f"{number(n)} of {plural(of, 'use', 'uses', '')} {'is' if n == 1 else 'are'} assertive",
            f"{number(n)} trên {number(of)} lượt dùng mang sắc thái khẳng định",
        )
    return t(
        f"{percent(n / of)} of the uses are assertive",
        f"{percent(n / of)} số lượt dùng mang sắc thái khẳng định",
    )


def _readable(stance: str) -> str:
    return OCHRE if stance == "evaluative" else STANCES[stance][0]


def _matrix_axes(axis: Axes, rows: list[str], columns: list[str]) -> None:
    """Names above the columns, labels at the left of the rows."""
    axis.set_xlim(-0.6, max(len(columns), 3) - 0.4)
    axis.set_ylim(len(rows) - 0.4, -0.6)
    axis.set_yticks(range(len(rows)), rows)
    axis.xaxis.tick_top()
    axis.set_xticks(range(len(columns)), columns, fontsize=8.5)
    axis.spines[["left", "bottom"]].set_visible(False)
    axis.grid(axis="y", color=PALE)


def _stance_names(axis: Axes, stances: list[str], n_columns: int) -> None:
    """The stance beside the first of its rows."""
    right = max(n_columns, 3) - 0.35
    for row, stance in enumerate(stances):
        if row == 0 or stances[row - 1] != stance:
            axis.text(right, row, t(*STANCES[stance][1:]), va="center", fontsize=8,
                      color=_readable(stance))  # fmt: skip


@drawing
def speaker_themes(topics: pd.DataFrame, *, codebook: Codebook | None = None) -> Figure:
    """What each speaker talks about: sentences in each cell, shaded by their share of what the speaker says.

    *topics* comes from `speaking.topics`; the *codebook* names the themes.
    """
    if topics.empty:
        return nothing(
            t("No speaker’s words have a theme", "Không có lời nào được gắn chủ đề"),
        )
    book = codebook or read_codebook()
    sizes = topics.drop_duplicates("speaker").set_index("speaker")["n_sentences"]
    speakers = list(sizes.sort_index().sort_values(ascending=False, kind="stable").index[:MOST_SPEAKERS])
    part = topics[topics["speaker"].isin(speakers)]
    order = part.groupby("theme")["n"].sum().sort_index().sort_values(ascending=False, kind="stable")
    first = part.sort_values("n", ascending=False, kind="stable").drop_duplicates("speaker")["theme"]
    kept = list(dict.fromkeys([*first, *order.index]))[:MOST_THEMES]
    themes = [code for code in order.index if code in kept]
    grid = part.pivot_table(index="theme", columns="speaker", values="n", fill_value=0).reindex(
        index=themes, columns=speakers
    )
    share = grid / sizes.reindex(speakers)
    labels = [textwrap.fill(book.name(code, language()), LABEL) for code in themes]
    figure, axis = canvas(7.0, 1.7 + 0.36 * len(themes))
    _shaded(axis, grid, share)
    _matrix_axes(
        axis, labels, [f"{textwrap.fill(name, HEADER)}\n({number(sizes[name])})" for name in speakers]
    )
    axis.grid(visible=False)
    return title(figure, *_themes_title(part[part["theme"].isin(themes)], topics, book))


def _shaded(axis: Axes, grid: pd.DataFrame, share: pd.DataFrame) -> None:
    counts, shares = grid.to_numpy(), share.to_numpy(dtype=float)
    top = float(shares.max())
    for row in range(len(grid)):
        for column in range(len(grid.columns)):
            n, weight = int(counts[row, column]), float(shares[row, column]) / top
            axis.add_patch(
                Rectangle((column - 0.47, row - 0.45), 0.94, 0.9, color=_tint(weight), linewidth=0)
            )
            axis.text(column, row, number(n) if n else "·", ha="center", va="center", fontsize=8,
                      color="white" if weight > 0.66 else INK)  # fmt: skip


def _tint(weight: float) -> Any:
    """White to the accent colour."""
    red, green, blue = (int(ACCENT[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(0.97 - weight * (0.97 - value) for value in (red, green, blue))


def _themes_title(part: pd.DataFrame, topics: pd.DataFrame, book: Codebook) -> tuple[str, str]:
    enough = part[part["n"] >= FEWEST]
    best = (
        None
        if enough.empty
        else (
            enough.assign(share=enough["n"] / enough["n_sentences"])
            .sort_values(["share", "n"], ascending=False, kind="stable")
            .iloc[0]
        )
    )
    speakers = topics["speaker"].nunique() - part["speaker"].nunique()
    themes = topics["theme"].nunique() - part["theme"].nunique()
    left = [
        *([plural(speakers, "speaker", "speakers", "người nói")] if speakers else []),
        *([plural(themes, "theme", "themes", "chủ đề")] if themes else []),
    ]
    rest = t(f" Not drawn: {join(left)}.", f" Không vẽ: {join(left)}.") if left else ""
    finding = t(
        f"Nobody has {number(FEWEST)} sentences on one theme",
        f"Không ai có đủ {number(FEWEST)} câu về một chủ đề",
    )
    if best is not None:
        theme = book.name(str(best["theme"]), language())
        finding = t(
            f"{best['speaker']}: {number(best['n'])} of {plural(int(best['n_sentences']), 'sentence', 'sentences', '')} on one theme, {theme}",
            f"{best['speaker']}: {number(best['n'])} trên {number(best['n_sentences'])} câu về một chủ đề, {theme}",
        )
    return finding, t(
        f"Sentences of each speaker in paragraphs coded with a theme; a paragraph can have several. Shade: share of the speaker’s sentences (in brackets).{rest}",
        f"Số câu của mỗi người trong các đoạn thuộc một chủ đề; một đoạn có thể thuộc nhiều chủ đề. Độ đậm: tỷ lệ trên số câu của người ấy (trong ngoặc).{rest}",
    )
