"""Documents to lines with a kind, cuts, and the fields of an article."""

from caytre.text.cleaning.articles import Cleaned, Fields, clean

__all__ = ["Cleaned", "Fields", "clean"]
