"""Concordance: KWIC, positional index, collocates, dispersion."""

from caytre.analysis.concordance.kwic import Concordance, QueryError

__all__ = ["Concordance", "QueryError"]
