"""Tables into true sentences, in English and Vietnamese: one module a notebook.

Every number in a sentence is computed from the table it is given, so a sentence cannot outlive its data. A function
gives a `Said`, which shows as text in a notebook and goes into the report as it is.
"""

from __future__ import annotations

from caytre.output.say.analysis import analysis, checks, essay
from caytre.output.say.claims import claim
from caytre.output.say.corpus import cuts, duplicates, kinds, publications, sizes, skipped
from caytre.output.say.echoes import (
    aligned,
    counted_once,
    echo_coverage,
    echo_direction,
    echo_kinds,
    echo_path,
    echo_sharing,
    echo_voices,
)
from caytre.output.say.findings import findings
from caytre.output.say.headings import headings
from caytre.output.say.overview import overview
from caytre.output.say.people import (
    invocations,
    name_variants,
    people_offices,
    quotations,
    readable,
    voice_doubts,
)
from caytre.output.say.places import concordance, rare, spread, word_places
from caytre.output.say.rhetoric import (
    balance,
    lists,
    metaphors,
    sentence_rhythm,
    set_phrases,
    stance,
    word_pairs,
)
from caytre.output.say.themes import theme_groups, theme_places, themes, themes_together, topics
from caytre.output.say.times import horizon, moments, over_time, promises, spans
from caytre.output.say.voices import reporting_verbs, speakers, themes_of_speakers, voices, voices_by_group
from caytre.output.say.words import (
    commonest,
    company,
    counted,
    difference,
    diversity,
    key_words,
    left_out,
    terms,
    with_test,
)
from caytre.output.values import translated
from caytre.session import t

__all__ = [
    "aligned",
    "analysis",
    "balance",
    "checks",
    "claim",
    "commonest",
    "company",
    "concordance",
    "counted",
    "counted_once",
    "cuts",
    "difference",
    "diversity",
    "duplicates",
    "echo_coverage",
    "echo_direction",
    "echo_kinds",
    "echo_path",
    "echo_sharing",
    "echo_voices",
    "essay",
    "findings",
    "headings",
    "horizon",
    "invocations",
    "key_words",
    "kinds",
    "left_out",
    "lists",
    "metaphors",
    "moments",
    "name_variants",
    "over_time",
    "overview",
    "people_offices",
    "promises",
    "publications",
    "quotations",
    "rare",
    "readable",
    "reporting_verbs",
    "sentence_rhythm",
    "set_phrases",
    "sizes",
    "skipped",
    "spans",
    "speakers",
    "spread",
    "stance",
    "t",
    "terms",
    "theme_groups",
    "theme_places",
    "themes",
    "themes_of_speakers",
    "themes_together",
    "topics",
    "translated",
    "voice_doubts",
    "voices",
    "voices_by_group",
    "with_test",
    "word_pairs",
    "word_places",
]  # fmt: skip
