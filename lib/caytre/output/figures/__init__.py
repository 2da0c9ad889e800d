"""Charts: one function a chart, one module a notebook, in house style.

A function takes tables and gives a `Drawing`: a matplotlib Figure that is drawn when somebody looks at it.
`figures.save(figure, "02-words", alt=…)` writes PNG, SVG and PDF with their caption and shows the figure.
"""

from __future__ import annotations

from caytre.output.figures.alignment import aligned
from caytre.output.figures.clouds import difference_cloud, word_cloud, word_clouds
from caytre.output.figures.concordance import word_places
from caytre.output.figures.corpus import article_sizes, line_kinds, publications
from caytre.output.figures.drawings import Drawing
from caytre.output.figures.echoes import echo_coverage, echo_path
from caytre.output.figures.invocations import invocation_network
from caytre.output.figures.lengths import promises, spans
from caytre.output.figures.networks import company, theme_network
from caytre.output.figures.outlines import enumeration_map
from caytre.output.figures.pairs import word_pairs
from caytre.output.figures.rates import over_time
from caytre.output.figures.rhetoric import metaphor_domains, phrase_matrix
from caytre.output.figures.saving import SIZES, save
from caytre.output.figures.sharing import echo_matrix, echo_network
from caytre.output.figures.speakers import speaker_themes, verb_matrix
from caytre.output.figures.stance import sentence_rhythm, stance_profile
from caytre.output.figures.style import PALETTE, canvas, title
from caytre.output.figures.themes import theme_groups, theme_places
from caytre.output.figures.times import horizon, moments
from caytre.output.figures.voices import voice_strips, voice_words
from caytre.output.figures.words import key_words, word_bars

__all__ = [
    "PALETTE",
    "SIZES",
    "Drawing",
    "aligned",
    "article_sizes",
    "canvas",
    "company",
    "difference_cloud",
    "echo_coverage",
    "echo_matrix",
    "echo_network",
    "echo_path",
    "enumeration_map",
    "horizon",
    "invocation_network",
    "key_words",
    "line_kinds",
    "metaphor_domains",
    "moments",
    "over_time",
    "phrase_matrix",
    "promises",
    "publications",
    "save",
    "sentence_rhythm",
    "spans",
    "speaker_themes",
    "stance_profile",
    "theme_groups",
    "theme_network",
    "theme_places",
    "title",
    "verb_matrix",
    "voice_strips",
    "voice_words",
    "word_bars",
    "word_cloud",
    "word_clouds",
    "word_pairs",
    "word_places",
]  # fmt: skip
