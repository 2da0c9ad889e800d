"""What a chart of time needs: each expression with its sentence and speaker, then moments, spans, promises, rates.

`talk` joins the three tables once; every other function takes what it gives, or counts per period. Dates are handled
as ISO strings and fractional years, because the press also speaks of 938, which a pandas timestamp cannot hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from caytre.analysis.shown import citations
from caytre.analysis.statistics.intervals import Trend, poisson_interval, proportion_interval, trend
from caytre.tables import BODY_KINDS

__all__ = [
    "SIDES", "UNITS", "farthest", "horizon", "length_of", "loudest", "moments", "over_time", "period_unit",
    "periods", "promises", "spans", "stands_out", "talk", "trend_of", "year_of",
]  # fmt: skip

SIDES = ("back", "now", "ahead")
SIDE_OF = {"past": "back", "present": "now", "future": "ahead"}
OFF_AXIS = ("vague", "unresolved")
PLAIN = ("text", "codebook")
"""Expressions that say by themselves which time they mean; they make better names than "this morning"."""

UNITS = {"h": 1 / 24, "D": 1.0, "W": 7.0, "M": 30.44, "Q": 91.3, "Y": 365.25}
"""Periods, finest first, as pandas writes them, and their days."""
MOST_PERIODS = 60
MOST_GROUPS = 12
"""More articles than this are put together by the period they were published in."""
FEW = 5
"""Expressions below which a group says nothing by itself."""
SMOOTHED = 5
"""Periods in the moving rate."""
LONG_SERIES = 12
"""Periods with articles from which a series is smoothed and tested for a trend."""

LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
LENGTHS = {
    ("", "Y"): 1.0, ("", "M"): 1 / 12, ("", "W"): 7 / 365.25, ("", "D"): 1 / 365.25,
    ("T", "H"): 1 / 8766, ("T", "M"): 1 / 525960, ("T", "S"): 1 / 31557600,
}  # fmt: skip
"""Years in each unit of a TIMEX3 duration."""
PLAIN_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
MOST_CITED = 4
EXCERPT = 220
"""Characters of a sentence in a table of evidence."""


def talk(
    times: pd.DataFrame,
    sentences: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    reference: str = "",
    kinds: Sequence[str] = BODY_KINDS,
) -> pd.DataFrame:
    """Time expressions of the body text with `published` (or *reference*), `voice`, `side` and the sentence.

    `text` is the whole sentence, `excerpt` as much of it around the expression as a table can show.

    `side` is back, now or ahead, empty where it is not known. It differs from `relation` in one thing: a length that
    touches the day of publication ("5 năm qua", "5-10 năm tới") points where it goes, it is not the present.
    Expressions outside the sentences of these *kinds*, such as the dateline, are left out.
    """
    spoken = sentences[sentences["kind"].isin(kinds)]
    spoken = spoken[["article_id", "line_no", "start", "end", "text", "voice", "mode"]].rename(
        columns={"end": "sentence_end"}
    )
    whole = {"article_id": "str", "line_no": "int64", "start": "int64"}
    order = times.assign(row=range(len(times))).astype(whole).sort_values("start", kind="stable")
    spoken = spoken.astype(whole).sort_values("start", kind="stable")
    spoken = spoken.assign(sentence_start=spoken["start"])
    found = pd.merge_asof(order, spoken, on="start", by=["article_id", "line_no"])
    found = found.sort_values("row", ignore_index=True)
    found = found[found["start"] < found["sentence_end"]]
    at = (found["start"] - found["sentence_start"]).astype(int)
    found["excerpt"] = [_excerpt(text, place) for text, place in zip(found["text"], at, strict=True)]
    found = found.drop(columns=["row", "sentence_start", "sentence_end"])
    published = dict(zip(articles["article_id"], articles["published"].str.slice(0, 10), strict=True))
    found["published"] = [published.get(name, "") or reference for name in found["article_id"]]
    side = found["relation"].map(SIDE_OF).fillna("")
    touching = (found["type"] == "DURATION") & (found["earliest"] < found["latest"])
    side = side.mask(touching & (found["latest"] == found["published"]), "back")
    side = side.mask(touching & (found["earliest"] == found["published"]), "ahead")
    return found.assign(side=side).reset_index(drop=True)


def _excerpt(text: str, at: int) -> str:
    """About `EXCERPT` characters of *text* around the place *at*, cut at spaces, with an ellipsis where it is cut."""
    if len(text) <= EXCERPT:
        return text
    first = max(0, min(at - EXCERPT // 3, len(text) - EXCERPT))
    last = first + EXCERPT
    first = text.find(" ", first, at) + 1 if first else 0
    last = text.rfind(" ", at, last) if last < len(text) else last
    return ("… " if first else "") + text[first:last] + (" …" if last < len(text) else "")


# -- how far the talk looks -------------------------------------------------------------------------------------------


def horizon(spoken: pd.DataFrame, *, by: str) -> pd.DataFrame:
    """How many expressions of each group look back, are now, look ahead; most expressions first.

    *by* is a column of `talk` ("article_id", "voice"). More than twelve articles are put together by period of
    publication, and `by` says which. Columns: by, group, back, now, ahead, n, open (side not known), share of ahead
    with its Wilson interval low, high.
    """
    group = spoken[by].astype(str)
    if by == "article_id" and group.nunique() > MOST_GROUPS:
        dated = spoken["published"] != ""
        unit = period_unit(spoken.loc[dated, "published"], most=MOST_GROUPS)
        group = pd.Series("", index=spoken.index)
        group[dated] = periods(spoken.loc[dated, "published"], unit).astype(str)
        by = unit
    counts = pd.crosstab(group, spoken["side"]).reindex(columns=[*SIDES, ""], fill_value=0)
    table = counts.rename(columns={"": "open"}).rename_axis(index="group", columns=None).reset_index()
    table["n"] = table[list(SIDES)].sum(axis=1)
    shares = [proportion_interval(k, n) for k, n in zip(table["ahead"], table["n"], strict=True)]
    table = table.assign(
        by=by, share=[s.value for s in shares], low=[s.low for s in shares], high=[s.high for s in shares]
    )
    key = ["group"] if by in UNITS else ["n", "group"]
    table = table.sort_values(key, ascending=[name == "group" for name in key], ignore_index=True)
    return table[["by", "group", *SIDES, "n", "open", "share", "low", "high"]]


def stands_out(table: pd.DataFrame) -> pd.Series | None:
    """The group of `horizon` that looks ahead most surely, if even the low end of its interval is above the share of all.

    None where no group of at least five expressions does: then nobody stands out.
    """
    total = table["n"].sum()
    enough = table[(table["n"] >= FEW) & (table["group"] != "")]
    if enough.empty:
        return None
    best = enough.loc[enough["low"].idxmax()]
    return best if best["low"] > table["ahead"].sum() / total else None


# -- what is on the axis ----------------------------------------------------------------------------------------------


def moments(spoken: pd.DataFrame) -> pd.DataFrame:
    """Days, years and events that the talk names, one row each, earliest first; lengths stand in `spans`.

    An event is one row whatever it is called; dates are one row when they cover the same days. `label` is the commonest
    way it is written (a whole name rather than an abbreviation, a date rather than "this morning"), `text` the first sentence, `citations` where else.
    Vague references and expressions with an unknown part are not here.
    """
    placed = spoken[
        (spoken["type"] != "DURATION") & ~spoken["how"].isin(OFF_AXIS) & (spoken["earliest"] != "")
    ]
    placed = placed[_days(placed["earliest"])]
    event = placed["type"] == "ORDINAL_EVENT"
    key = placed["value"].where(event, placed["earliest"] + "/" + placed["latest"])
    table = _gathered(placed, [key.rename("key")], {"type": "type"})
    return table.sort_values(["earliest", "latest", "key"], ignore_index=True)


def promises(spoken: pd.DataFrame) -> pd.DataFrame:
    """Times ahead that are named, one row for each time and `voice` (empty: the article's own words), nearest first.

    What is counted from a date that was only inferred is left out: whether it lies ahead is not known. A time ahead may
    be a goal, a plan or a mere mention; `text` has the sentence.
    """
    ahead = spoken[
        (spoken["side"] == "ahead")
        & ~spoken["how"].isin((*OFF_AXIS, "inferred"))
        & (spoken["latest"] > spoken["published"])
    ]
    ahead = ahead[_days(ahead["latest"])]
    event = ahead["type"] == "ORDINAL_EVENT"
    key = ahead["value"].where(event, ahead["earliest"] + "/" + ahead["latest"]).rename("key")
    table = _gathered(ahead, [key, ahead["voice"]], {"type": "type"})
    return table.sort_values(["latest", "earliest", "voice"], ignore_index=True)


def farthest(table: pd.DataFrame) -> pd.Series:
    """The row of `promises` that lies farthest ahead; of equal ones the most often named."""
    return table.sort_values(
        ["latest", "earliest", "n"], ascending=[False, False, False], kind="stable"
    ).iloc[0]


def loudest(table: pd.DataFrame) -> str | None:
    """The voice of `promises` that names more times ahead than any other; None where two name as many."""
    counts = table.groupby("voice")["n"].sum().sort_values(ascending=False, kind="stable")
    if len(counts) > 1 and counts.iloc[0] == counts.iloc[1]:
        return None
    return str(counts.index[0])


def spans(spoken: pd.DataFrame) -> pd.DataFrame:
    """Lengths of time that the talk names ("35 năm", "31/3/1961-31/3/2021"), one row each, longest first.

    `years` is the length; of a range ("5-10 năm") the longer, and between two named points their difference as the
    press counts it (2016 - 2021: five); only those keep `earliest` and `latest`. `side` is where most of its mentions
    point. Vague lengths are not here.
    """
    lengths = [
        length_of(value) if kind in ("DURATION", "DATE") and how != "vague" else None
        for value, kind, how in zip(spoken["value"], spoken["type"], spoken["how"], strict=True)
    ]
    known = np.array([length is not None for length in lengths], dtype=bool)
    found = spoken[known].assign(years=[length for length in lengths if length is not None])
    side = found.groupby("value")["side"].agg(_commonest) if len(found) else pd.Series(dtype=str)
    table = _gathered(found, [found["value"].rename("key")], {"years": "years"})
    table["side"] = table["key"].map(side)
    table.loc[table["key"].str.startswith("P"), ["earliest", "latest"]] = ""
    return table.sort_values(["years", "n", "key"], ascending=[False, False, True], ignore_index=True)


def length_of(value: str) -> float | None:
    """Years that a TIMEX3 duration or a range of dates lasts; None for anything else.

    >>> length_of("P35Y"), length_of("2016/2021"), length_of("2021-12-14")
    (35.0, 5.0, None)
    """
    parts = value.split("/")
    found = [LENGTH.fullmatch(part) for part in parts]
    if all(found):
        return max(float(m[2]) * LENGTHS.get((m[1], m[3]), 0.0) for m in found if m) or None
    if len(parts) != 2:
        return None
    ends = [PLAIN_DATE.fullmatch(part) for part in parts]
    if not all(ends):
        return None
    first, last = (year_of("-".join((m[1], m[2] or "01", m[3] or "01"))) for m in ends if m)
    return None if first is None or last is None or last <= first else last - first


def year_of(day: str) -> float | None:
    """An ISO day as a year with its fraction (2021-07-02 is about 2021.5); None for what is no day."""
    try:
        found = date.fromisoformat(day[:10])
    except ValueError:
        return None
    return found.year + (found.timetuple().tm_yday - 1) / 365.25


def _days(values: pd.Series) -> np.ndarray:
    return np.array([year_of(value) is not None for value in values], dtype=bool)


def _gathered(rows: pd.DataFrame, by: list[pd.Series], extra: dict[str, str]) -> pd.DataFrame:
    """One row for each key: its commonest name, the days it covers, how often, where, and the first sentence."""
    keys = [str(key.name) for key in by]
    marked = rows.drop(columns=[name for name in keys if name in rows]).assign(
        **{str(key.name): key for key in by},
        citation=citations(rows),
    )
    columns = [
        *keys, "label", *extra, "earliest", "latest", "n", "n_articles", "citations", "article_id", "line_no",
        "text", "excerpt",
    ]  # fmt: skip
    if marked.empty:
        return pd.DataFrame(columns=columns)
    plain = marked["how"].isin(PLAIN)
    groups = marked.groupby(keys, sort=False)
    named = marked[plain | ~plain.groupby([marked[name] for name in keys]).transform("any")]
    table = groups.agg( earliest=("earliest", "min"), latest=("latest", "max"), n=("surface", "size"),
        n_articles=("article_id", "nunique"), citations=("citation", _cited), article_id=("article_id", "first"),
        line_no=("line_no", "first"), text=("text", "first"), excerpt=("excerpt", "first"), **{new: (old, "first") for new, old in extra.items()},
    )  # fmt: skip
    table["label"] = named.groupby(keys, sort=False)["surface"].agg(_name)
    return table.reset_index()[columns]


def _name(surfaces: pd.Series) -> str:
    """The commonest form, of equally common ones the first; capitals and figures alone only where nothing else is."""
    counts = Counter(surfaces)
    whole = [form for form in counts if any(c.islower() for c in form)] or list(counts)
    return str(max(whole, key=lambda form: counts[form]))


def _commonest(values: pd.Series) -> str:
    counts = values.value_counts()
    return str(min(counts.index, key=lambda value: (-counts[value], value)))


def _cited(found: pd.Series) -> str:
    places = list(dict.fromkeys(found))
    return " ".join(places[:MOST_CITED]) + (" …" if len(places) > MOST_CITED else "")


# -- over time --------------------------------------------------------------------------------------------------------


def period_unit(published: pd.Series, *, most: int = MOST_PERIODS) -> str:
    """The finest of `UNITS` that gives at most *most* periods from the first date to the last; years at the worst.

    *published* are ISO dates; where one of them has no time of day, no hours are made of them.
    """
    when = _when(published)
    if when.empty:
        return "D"
    days = (when.max() - when.min()) / pd.Timedelta(days=1)
    clocked = published[published != ""].str.contains("T").all()
    units = [unit for unit in UNITS if unit != "h" or clocked]
    return next((unit for unit in units if days / UNITS[unit] + 1 <= most), "Y")


def periods(published: pd.Series, unit: str) -> pd.Series:
    """ISO dates as pandas periods of that unit (a key of `UNITS`)."""
    found: pd.Series = _when(published).dt.to_period(unit)
    return found


def over_time(articles: pd.DataFrame, hits: pd.DataFrame, *, unit: str = "") -> pd.DataFrame:
    """Hits (any table with article_id: lines of a concordance, paragraphs of a theme) per period of publication.

    Columns: unit, period (its first moment), n_articles, n_words, n, per_10k with its exact Poisson interval low, high
    (Garwood 1936), smooth. A period without articles has no rate; it is no zero. `smooth` is the rate over five
    periods, this one in their middle, weighted by words; it is nan in series of fewer than twelve periods. The interval
    takes hits as independent; a word that comes in bursts varies more.
    """
    dated = articles[articles["published"] != ""]
    columns = ["unit", "period", "n_articles", "n_words", "n", "per_10k", "low", "high", "smooth"]
    if dated.empty:
        return pd.DataFrame(columns=columns)
    unit = unit or period_unit(dated["published"])
    n = dated["article_id"].map(hits["article_id"].astype(str).value_counts()).fillna(0).astype(int)
    each = pd.DataFrame({"period": periods(dated["published"], unit), "n_words": dated["n_words"], "n": n})
    found = each.groupby("period").agg(n_articles=("n", "size"), n_words=("n_words", "sum"), n=("n", "sum"))
    found = found.reindex(pd.period_range(found.index.min(), found.index.max(), freq=unit), fill_value=0)
    rates = [
        poisson_interval(k, per=words / 10_000) if words else (float("nan"),) * 3
        for k, words in zip(found["n"], found["n_words"], strict=True)
    ]
    found[["per_10k", "low", "high"]] = np.array(rates, dtype=float).reshape(-1, 3)
    rolling = found[["n", "n_words"]].rolling(SMOOTHED, center=True).sum()
    long = (found["n_words"] > 0).sum() >= LONG_SERIES
    found["smooth"] = rolling["n"] / rolling["n_words"].replace(0, np.nan) * 10_000 if long else np.nan
    found["period"] = pd.PeriodIndex(found.index).start_time
    return found.assign(unit=unit).reset_index(drop=True)[columns]


def trend_of(series: pd.DataFrame) -> Trend | None:
    """Theil-Sen and Mann-Kendall over the rates of `over_time`, per period.

    None for fewer than twelve periods with articles, and for fewer than five hits: almost all rates are zero then.
    """
    known = series[series["n_words"] > 0] if len(series) else series
    if len(known) < LONG_SERIES or known["n"].sum() < FEW:
        return None
    return trend(list(known["per_10k"]), [float(at) for at in known.index])


def _when(published: pd.Series) -> pd.Series:
    """Local wall-clock time to the minute: an offset says where the paper is, not another hour of its day."""
    return pd.to_datetime(published.str.slice(0, 16), format="ISO8601")
