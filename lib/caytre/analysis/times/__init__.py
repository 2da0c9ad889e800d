"""Time expressions as TIMEX3, the events they name, and timelines."""

from caytre.analysis.times.tagging import CODEBOOKS, tag

__all__ = ["CODEBOOKS", "tag"]
