"""People, offices and institutions: who is spoken of."""

from caytre.analysis.people.resolution import Candidate, Registry, candidates, learn, mentions

__all__ = ["Candidate", "Registry", "candidates", "learn", "mentions"]
