"""Passages that travel between and within articles."""

from caytre.analysis.echoes.alignment import Difference, align
from caytre.analysis.echoes.finding import Span, direction, find, repeated_spans

__all__ = ["Difference", "Span", "align", "direction", "find", "repeated_spans"]
