"""Charts of 06-echoes: how much stands elsewhere, and where one passage turned up when; who shares with whom: `sharing`."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from caytre.analysis.shown import citation
from caytre.output.figures.drawings import drawing
from caytre.output.figures.lanes import shortened
from caytre.output.figures.style import ACCENT, INK, MUTED, PALE, canvas, nothing, title
from caytre.session import date, number, percent, plural, t

__all__ = ["echo_coverage", "echo_path"]

MOST_BARS = 12
MOST_PLACES = 8
WRITTEN = 0.035
"""The smallest share whose number fits into its part of a bar."""
PARTS = (
    ("passages", ACCENT, "in other articles, longer passages", "ở bài khác, đoạn dài"),
    ("phrases", "#8fb996", "in other articles, set phrases", "ở bài khác, cụm cố định"),
    ("own", "#d9a441", "again in the same article", "lặp lại trong chính bài"),
    ("only_here", PALE, "nowhere else", "không ở đâu khác"),
)


@drawing
def echo_coverage(coverage: pd.DataFrame) -> Figure:
    """Each article as a bar of 100 %: what stands elsewhere, and where; *coverage* is the table of `travel.coverage`.

    Of many articles those with the largest share are drawn.
    """
    elsewhere = coverage["passages"] + coverage["phrases"]
    sizes = coverage["n_syllables"].clip(lower=1)
    table = coverage.assign(elsewhere=elsewhere, share=elsewhere / sizes)
    table = table.sort_values(["share", "article_id"], ascending=[False, True], ignore_index=True)
    measure = t(
        f"Syllables of body text and headings, {plural(len(table), 'article', 'articles', '')}; each counted once, in the first part that fits.",
        f"Số tiếng của thân bài và tiêu đề phụ, {number(len(table))} bài; mỗi tiếng tính một lần, vào phần đầu tiên phù hợp.",
    )
    if not elsewhere.sum():
        return nothing(t("Nothing stands in two articles", "Không có gì đứng trong hai bài"), measure)
    top = table.iloc[0]
    return title(
        _parts(table.head(MOST_BARS).iloc[::-1].reset_index(drop=True)),
        t(
            f"{percent(top['share'])} of {top['article_id']} stands in other articles too",
            f"{percent(top['share'])} bài {top['article_id']} có ở cả bài khác",
        ),
        measure,
    )


def _parts(shown: pd.DataFrame) -> Figure:
    """A bar an article, the last row on top, in the parts that its syllables fall into; shares that fit are written."""
    figure, axis = canvas(7.0, 1.35 + 0.34 * len(shown))
    left = pd.Series(0.0, index=shown.index)
    for column, colour, en, vi in PARTS:
        width = shown[column] / shown["n_syllables"].clip(lower=1)
        axis.barh(shown.index, width, left=left, height=0.66, color=colour, label=t(en, vi))
        for place, (value, start) in enumerate(zip(width, left, strict=True)):
            if value >= WRITTEN and column != "only_here":
                axis.text(
                    start + value / 2, place, percent(value), ha="center", va="center", fontsize=7.5,
                    color="white" if column == "passages" else INK,
                )  # fmt: skip
        left += width
    axis.set_yticks(shown.index, [shortened(name, 1.4, 9) for name in shown["article_id"]])
    axis.set_xlim(0, 1)
    axis.set_xticks([])
    axis.spines[["left", "bottom"]].set_visible(False)
    _legend(axis)
    return figure


@drawing
def echo_path(places: pd.DataFrame) -> Figure:
    """One passage through time: where it stands on which day; *places* is the table of `travel.places`.

    A dot where the minute is known, a bar over the day where only the day is, nothing where no date is known; hollow
    where the date was inferred.
    """
    measure = t(
        "One passage in the articles that have it, by date of publication. Bar: only the day is known. A common source that is not in the corpus cannot be seen.",
        "Một đoạn trong các bài có nó, theo ngày đăng. Thanh ngang: chỉ biết ngày. Không thấy được nguồn chung nằm ngoài kho bài.",
    )
    if places.empty:
        return nothing(
            t("No passage stands in two articles", "Không có đoạn nào đứng trong hai bài"), measure
        )
    undated = _undated(places)
    if undated:
        measure += t(
            f" {number(undated)} without a sure date.", f" {number(undated)} bài không có ngày chắc chắn."
        )
    return title(_path(places.head(MOST_PLACES)), _path_finding(places), measure)


def _undated(places: pd.DataFrame) -> int:
    return int((~places["sure"] | (places["published"] == "")).sum())


def _path(shown: pd.DataFrame) -> Figure:
    """A line of time for each place, its words above it."""
    dated = shown[shown["published"] != ""]
    figure, axis = canvas(7.0, 1.4 + 0.62 * len(shown))
    low, high = _span(dated["published"].tolist())
    for y, row in enumerate(shown.itertuples(index=False)):
        written = axis.annotate(
            shortened(f"{citation(row.article_id, row.line_no)}  {row.text}", 6.75, 8.2),
            (0, y - 0.24), xycoords=("axes fraction", "data"), fontsize=8.2, va="center", parse_math=False,
        )  # fmt: skip
        written.set_in_layout(False)
        axis.axhline(y + 0.18, color=PALE, linewidth=0.8, zorder=1)
        _when(axis, str(row.published), y + 0.18, sure=bool(row.sure))
    if len(dated):
        _days(axis, low, high)
    else:
        axis.set_xticks([])
    axis.set_yticks([])
    axis.set_ylim(len(shown) - 0.4, -0.55)
    axis.spines["left"].set_visible(False)
    return figure


def _days(axis: Axes, low: pd.Timestamp, high: pd.Timestamp) -> None:
    """Ticks in the finest unit that leaves room: hours, days or months."""
    days = (high - low).days
    form = "%d/%m %H:%M" if days <= 1 else "%d/%m/%Y" if days <= 120 else "%m/%Y"
    axis.xaxis.set_major_locator(
        mdates.AutoDateLocator(minticks=2, maxticks=5) if days != 2 else mdates.DayLocator()
    )
    axis.xaxis.set_major_formatter(mdates.DateFormatter(form))
    axis.set_xlim(low, high)


def _path_finding(places: pd.DataFrame) -> str:
    n = len(places)
    one = t(f"One passage in {plural(n, 'article', 'articles', '')}", f"Một đoạn trong {number(n)} bài")
    if _undated(places):
        return t(f"{one}; which was first is not known", f"{one}; không biết bài nào trước")
    first = places.iloc[0]
    day = first["published"][:10]
    same = int(places["published"].str.slice(0, 10).eq(day).sum())
    if same > 1:
        return t(
            f"{one}, in {number(same)} of them on {date(day)}",
            f"{one}, trong đó {number(same)} bài cùng ngày {date(day)}",
        )
    return t(
        f"{one}, first on {date(day)} in {first['article_id']}",
        f"{one}, sớm nhất là {first['article_id']}, {date(day)}",
    )


def _span(published: Sequence[str]) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The days from the first to the last, whole."""
    days = sorted(_moment(text).normalize() for text in published) or [pd.Timestamp(2000, 1, 1)]
    first, last = days[0], days[-1] + pd.Timedelta(days=1)
    margin = (last - first) * 0.02
    return first - margin, last + margin


def _moment(published: str) -> pd.Timestamp:
    """The clock on the page; an offset from world time is left out, as all articles are of one country."""
    return pd.Timestamp(published[:16])


def _when(axis: Axes, published: str, y: float, *, sure: bool) -> None:
    if not published:
        axis.annotate(
            t("no date", "không rõ ngày"), (1, y), xycoords=("axes fraction", "data"), ha="right", va="center", fontsize=8,
            color=MUTED, bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
        )  # fmt: skip
        return
    start, face = _moment(published), ACCENT if sure else "white"
    if len(published) <= 10:
        days = 1 if len(published) == 10 else 365 if len(published) == 4 else 30
        axis.barh(y, pd.Timedelta(days=days), left=start, height=0.12, edgecolor=ACCENT, color=face, zorder=2)
    else:
        axis.plot(start, y, marker="o", markersize=7, color=ACCENT, markerfacecolor=face, zorder=2)


def _legend(axis: Axes) -> None:
    axis.legend(
        loc="upper left", bbox_to_anchor=(0, -0.01), ncols=2, fontsize=8, handlelength=1.0, borderaxespad=0.2,
        columnspacing=1.6, edgecolor="none",
    )  # fmt: skip
