"""Whose words: quotations and the voice of every sentence."""

from caytre.analysis.voices.attribution import attribute

__all__ = ["attribute"]
