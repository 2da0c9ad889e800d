"""People, offices and institutions: who is spoken of."""

from caytre.analysis.people.resolution import Registry, learn, mentions
from caytre.analysis.people.variants import Candidate, candidates

__all__ = ["Candidate", "Registry", "candidates", "learn", "mentions"]
