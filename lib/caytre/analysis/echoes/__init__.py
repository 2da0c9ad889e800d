"""Passages that travel between and within articles."""

from caytre.analysis.echoes.finding import Difference, Span, align, direction, find, repeated_spans

__all__ = ["Difference", "Span", "align", "direction", "find", "repeated_spans"]
