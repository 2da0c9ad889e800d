"""The statistics in one place; every formula with its source stands where the function is.

`counts` frequencies and the table they rest on · `keyness` one group against the rest · `association` words that go
together · `dispersion` how evenly a word runs · `diversity` how varied a vocabulary is and how far apart two are ·
`intervals` intervals by resampling articles, shares, counts, corrected p-values, trends. Groups side by side, with stop
words, are in `comparison`.
"""

from __future__ import annotations

from caytre.analysis.statistics.association import measures, pairs
from caytre.analysis.statistics.contrast import (
    conservative_log_ratio,
    exact_log_ratio_interval,
    keyness,
    log_likelihood,
    log_odds,
    log_ratio,
    log_ratio_interval,
    permutation_p,
)
from caytre.analysis.statistics.counts import Counts, Grouping, count, display_forms, frequency
from caytre.analysis.statistics.intervals import (
    Interval,
    Trend,
    adjusted,
    mann_kendall,
    poisson_interval,
    proportion_interval,
    resampled,
    resampled_together,
    trend,
)
from caytre.analysis.statistics.spread import deviation, dispersion, juilland
from caytre.analysis.statistics.variety import distances, diversity, hdd, jensen_shannon, mattr, mtld

__all__ = [
    "Counts",
    "Grouping",
    "Interval",
    "Trend",
    "adjusted",
    "conservative_log_ratio",
    "count",
    "deviation",
    "dispersion",
    "display_forms",
    "distances",
    "diversity",
    "exact_log_ratio_interval",
    "frequency",
    "hdd",
    "jensen_shannon",
    "juilland",
    "keyness",
    "log_likelihood",
    "log_odds",
    "log_ratio",
    "log_ratio_interval",
    "mann_kendall",
    "mattr",
    "measures",
    "mtld",
    "pairs",
    "permutation_p",
    "poisson_interval",
    "proportion_interval",
    "resampled",
    "resampled_together",
    "trend",
]
