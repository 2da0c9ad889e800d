"""Passages side by side: what two places share stands plain, what only one of them has is marked."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from caytre.analysis.echoes import align
from caytre.output.figures.drawings import drawing
from caytre.output.figures.lanes import shortened, text_width
from caytre.output.figures.style import INK, MUTED, PALE, blank, canvas, nothing, title
from caytre.session import number, percent, plural, t
from caytre.text.orthography import fold

__all__ = ["aligned"]

WIDTH = 7.0
GUTTER = 0.3
COLUMN = (WIDTH - 0.08 - GUTTER) / 2
SIZE = 8.6
LINE = 0.178
"""Inches from one line of text to the next."""
GAP = 0.2
"""Inches between two pairs."""
MOST_PAIRS = 4
MOST_CHARACTERS = 700
COMPARED = 2 * MOST_CHARACTERS
"""So much is aligned, that the end of what is shown still finds its other side."""
MOVED = 3
"""Words in a row that must come back on the other side to count as moved."""
COLOURS = {"only": "#cfe5d6", "other": "#f5dfb3", "moved": "#cfdcee"}
"""Behind words that only this side has, that the other side says otherwise, and that it has in another place."""
PUNCTUATION = re.compile(r"\W+")
PART = re.compile(r"(?<=[\w])(?=[–-]\w)|(?<=\w[–-])(?=\w)")
"""Where a word with a hyphen may differ from the other side in one half: quốc gia-dân tộc."""


class _Piece(NamedTuple):
    """A word or a part of one, how it differs from the other side, and whether a space follows."""

    text: str
    mark: str
    ends: bool


class _Word(NamedTuple):
    """A word or its part before a hyphen, where it stands in its column (inches, line), and how it differs from the other
    side, if it does."""

    x: float
    width: float
    line: int
    text: str
    mark: str


@drawing
def aligned(pairs: pd.DataFrame) -> Figure:
    """Each row of *pairs* (a table of `travel.said`, such as `travel.telling` gives) as two columns of text.

    Green: words that only this side has; yellow: words for which the other side has others; blue: words that were moved.
    Case, punctuation and tone-mark style are no difference. At most four pairs; a long passage is cut, which an ellipsis shows.
    """
    measure = t(
        "Green: only on this side. Yellow: the other side has other words. Blue: stands elsewhere on the other side.",
        "Xanh lá: chỉ có ở bên này. Vàng: bên kia dùng từ khác. Xanh dương: bên kia cũng có, nhưng ở chỗ khác.",
    )
    if pairs.empty:
        return nothing(
            t("No passage stands in two articles", "Không có đoạn nào đứng trong hai bài"), measure
        )
    drawn = []
    y = 0.0
    for row in pairs.head(MOST_PAIRS).itertuples(index=False):
        left, right = _sides(str(row.text_a), str(row.text_b))
        drawn.append((y, row, left, right))
        y += LINE * (1.35 + 1 + max((word.line for word in (*left, *right)), default=0)) + GAP
    figure, axis = canvas(WIDTH, y + 0.95)
    blank(axis)
    axis.set_xlim(0, WIDTH - 0.08)
    axis.set_ylim(y - GAP / 2, -0.1)
    for top, row, left, right in drawn:
        _head(axis, top, str(row.citation_a), str(row.voice_a), x=0.0)
        _head(axis, top, str(row.citation_b), str(row.voice_b), x=COLUMN + GUTTER)
        _note(axis, top, int(row.n_syllables), float(row.similarity))
        for offset, runs in ((0.0, left), (COLUMN + GUTTER, right)):
            _text(axis, runs, x=offset, y=top + 1.55 * LINE)
        if top:
            axis.plot([0, WIDTH - 0.08], [top - GAP / 2 - 0.03] * 2, color=PALE, linewidth=0.8)
    return title(figure, _finding(pairs), measure)


def _sides(text_a: str, text_b: str) -> tuple[list[_Word], list[_Word]]:
    """Both texts laid out in their columns."""
    text_a, text_b = text_a[:COMPARED], text_b[:COMPARED]
    steps = align(text_a, text_b)
    words_a = _words(text_a, [(step.a_start, step.a_end, _mark(step.op)) for step in steps])
    words_b = _words(text_b, [(step.b_start, step.b_end, _mark(step.op)) for step in steps])
    _mark_moved(words_a, words_b)
    return _lay_out(words_a), _lay_out(words_b)


def _mark(op: str) -> str:
    return {"delete": "only", "insert": "only", "substitute": "other"}.get(op, "")


def _words(text: str, marks: list[tuple[int, int, str]]) -> list[_Piece]:
    """The words between spaces with their marks; past MOST_CHARACTERS an ellipsis."""
    words: list[_Piece] = []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        if start > MOST_CHARACTERS:
            words.append(_Piece("…", "", True))
            break
        for part in PART.split(word):
            end = start + len(part)
            mark = next((mark for a, b, mark in marks if a < end and start < b), "")
            if words and not words[-1].ends and (mark == words[-1].mark or not part.strip("–-")):
                part, mark = words[-1].text + part, words.pop().mark
            words.append(_Piece(part, mark, end == at))
            start = end
    return words


def _mark_moved(words_a: list[_Piece], words_b: list[_Piece]) -> None:
    """Marked words that stand on the other side too, MOVED or more in a row, were moved and are not new."""
    free_a = [i for i, word in enumerate(words_a) if word.mark]
    free_b = [i for i, word in enumerate(words_b) if word.mark]
    plain_a, plain_b = (
        [PUNCTUATION.sub("", fold(words[i].text)) for i in free]
        for words, free in ((words_a, free_a), (words_b, free_b))
    )
    for block in SequenceMatcher(None, plain_a, plain_b, autojunk=False).get_matching_blocks():
        if block.size >= MOVED:
            for k in range(block.size):
                for words, i in ((words_a, free_a[block.a + k]), (words_b, free_b[block.b + k])):
                    words[i] = words[i]._replace(mark="moved")


def _lay_out(words: list[_Piece]) -> list[_Word]:
    """Each word in its place in a column; set one by one, so that small errors of width never add up."""
    space = text_width("a a", SIZE) - text_width("aa", SIZE)
    placed = []
    x, line = 0.0, 0
    for word in words:
        width = text_width(word.text, SIZE)
        if x and x + width > COLUMN:
            x, line = 0.0, line + 1
        placed.append(_Word(x, width, line, word.text, word.mark))
        x += width + (space * 1.15 if word.ends else 0.0)
    return placed


def _text(axis: Axes, words: list[_Word], *, x: float, y: float) -> None:
    for word, after in zip_longest(words, words[1:]):
        base = y + word.line * LINE
        if word.mark:
            same = after is not None and after.line == word.line and after.mark == word.mark
            end = after.x if same and after is not None else word.x + word.width + 0.012
            box = (x + word.x - 0.012, base - 0.118)
            axis.add_patch(
                Rectangle(box, end - word.x + 0.012, 0.162, color=COLOURS[word.mark], linewidth=0, zorder=1)
            )
        axis.text(
            x + word.x, base, word.text, fontsize=SIZE, va="baseline", color=INK, parse_math=False, zorder=2,
        )  # fmt: skip


def _head(axis: Axes, y: float, citation: str, voice: str, *, x: float) -> None:
    name = shortened(voice, 1.25, 8.6) if voice else t("(no name)", "(không tên)")
    axis.text(
        x, y, f"{citation}  {name}", fontsize=8.6, fontweight=600, va="center", color=INK, parse_math=False
    )


def _note(axis: Axes, y: float, n: int, similarity: float) -> None:
    text = t(
        f"{plural(n, 'syllable', 'syllables', '')}, {percent(similarity)} alike",
        f"{number(n)} tiếng, giống {percent(similarity)}",
    )
    axis.text(WIDTH - 0.1, y, text, fontsize=7.5, va="center", ha="right", color=MUTED)


def _finding(pairs: pd.DataFrame) -> str:
    first = pairs.iloc[0]
    a, b = str(first["voice_a"]), str(first["voice_b"])
    if not a or not b or a == b:
        a, b = str(first["article_a"]), str(first["article_b"])
    same = pairs["similarity"].head(MOST_PAIRS).ge(1).all()
    return t(
        f"{a} and {b} share {'a passage word for word' if same else 'text, changed in part'}",
        f"{a} và {b} có {'đoạn chung, giống từng chữ' if same else 'những câu chung, thay đổi đôi chỗ'}",
    )
