"""Read the Vietnamese press as data.

>>> from caytre import open_corpus
>>> corpus = open_corpus("bamboo-2021")
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from caytre.analysis import concordance, echoes, rhetoric, themes, times, voices
    from caytre.corpus import Corpus, open_corpus
    from caytre.output import figures, say
    from caytre.show import table

PLACES = {
    "Corpus": "caytre.corpus:Corpus",
    "open_corpus": "caytre.corpus:open_corpus",
    "table": "caytre.show:table",
    "figures": "caytre.output.figures",
    "say": "caytre.output.say",
    **{
        name: f"caytre.analysis.{name}"
        for name in ("concordance", "echoes", "rhetoric", "themes", "times", "voices")
    },
}

__all__ = [
    "Corpus", "concordance", "echoes", "figures", "open_corpus", "rhetoric", "say", "table", "themes", "times", "voices",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import what a notebook names when it names it: matplotlib costs a second that a script may not need."""
    if name not in PLACES:
        raise AttributeError(f"module 'caytre' has no attribute {name!r}")
    module, _, attribute = PLACES[name].partition(":")
    found = importlib.import_module(module)
    return getattr(found, attribute) if attribute else found


def __dir__() -> list[str]:
    return sorted(__all__)
