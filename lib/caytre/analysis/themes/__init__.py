"""Themes: codebook coding with its evidence, terms, topics."""

from caytre.analysis.themes.coding import (
    Codebook,
    along,
    by_group,
    code,
    cooccurrence,
    long,
    read_codebook,
    scores,
)

__all__ = ["Codebook", "along", "by_group", "code", "cooccurrence", "long", "read_codebook", "scores"]
