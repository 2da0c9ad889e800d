"""The layers above the text: what is found in annotated articles, each with the code and codebooks that shape it.

An edited codebook gives its layer another version, so that layer is made again and no other.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
import pyarrow as pa

from caytre import codebooks, tables
from caytre.store import Store, digest
from caytre.tables import Annotated, Cut, Line, Sentence
from caytre.text.characters import blanked
from caytre.text.words import tagger
from caytre.versions import made_with

if TYPE_CHECKING:
    from caytre.analysis import people

__all__ = [
    "LAYERS",
    "Context",
    "Job",
    "Layer",
    "annotated",
    "shard_articles",
    "text_version",
    "typed",
    "version",
    "write_layer",
]

Rows = dict[str, list[Any]]


class Context(NamedTuple):
    """What a layer may know beside the article: the corpus folder, its reference date, the names learnt across it."""

    corpus: Path
    reference: str
    registry: people.Registry


class Job(NamedTuple):
    """One text shard to make a layer for: the names of its shards in all layers, and the names that concern it."""

    shard: str
    names: Mapping[str, str]
    registry: people.Registry


class Layer(NamedTuple):
    """`run(article, its rows of the layers it needs, context)` gives the rows of `tables`."""

    tables: Mapping[str, type[Any]]
    run: Callable[[Annotated, Rows, Context], Rows]
    modules: tuple[str, ...]
    needs: tuple[str, ...] = ()


# Each imports its analysis when it is called: a run that finds everything made needs none of it.


def _speech(article: Annotated, _: Rows, context: Context) -> Rows:
    from caytre.analysis import people, voices
    from caytre.analysis.people import institutions
    from caytre.analysis.voices import quotations

    corpus, registry = context.corpus, context.registry
    mentions = people.mentions(article, registry, corpus=corpus)
    quotes = quotations.find(article, mentions, registry, corpus=corpus)
    return {
        "mentions": mentions,
        "institutions": institutions.find(article, corpus=corpus),
        "quotes": quotes,
        "voices": voices.attribute(article, mentions, quotes, registry, corpus=corpus),
    }


def _times(article: Annotated, _: Rows, context: Context) -> Rows:
    from caytre.analysis import times

    return {"times": times.tag(article, reference=context.reference, corpus=context.corpus)}


def _themes(article: Annotated, _: Rows, context: Context) -> Rows:
    from caytre.analysis import themes

    codebook = themes.read_codebook("themes.yaml", corpus=context.corpus)
    return {"themes": themes.code(article, codebook=codebook)}


def _rhetoric(article: Annotated, needed: Rows, context: Context) -> Rows:
    from caytre.analysis import rhetoric

    spoken = needed["voices"]
    return {
        "enumerations": rhetoric.enumerations(article, spoken, corpus=context.corpus),
        "metaphors": rhetoric.metaphors(article, spoken, corpus=context.corpus),
    }


LAYERS: dict[str, Layer] = {
    "speech": Layer(
        {
            "mentions": tables.Mention,
            "institutions": tables.Institution,
            "quotes": tables.Quote,
            "voices": tables.Voice,
        },
        _speech,
        (
            "caytre.analysis.voices",
            "caytre.analysis.voices.quotations",
            "caytre.analysis.people",
            "caytre.analysis.people.institutions",
        ),
    ),
    "times": Layer({"times": tables.Time}, _times, ("caytre.analysis.times",)),
    "themes": Layer({"themes": tables.Theme}, _themes, ("caytre.analysis.themes",)),
    "rhetoric": Layer(
        {"enumerations": tables.EnumerationItem, "metaphors": tables.Metaphor},
        _rhetoric,
        ("caytre.analysis.rhetoric",),
        ("speech",),
    ),
}


# -- versions --------------------------------------------------------------------------------------------------------


def text_version(corpus: Path, *, engine: str = "fast") -> str:
    """The version of the text layer: code, codebooks, models, engine."""
    models = json.dumps(tagger.versions(), sort_keys=True)
    return digest([made_with(corpus, "caytre.shards"), models, engine])


def version(layer: str, corpus: Path, reference: str) -> str:
    """The version of a layer above the text: its code and codebooks, and the versions of the layers it needs."""
    below = [version(need, corpus, reference) for need in LAYERS[layer].needs]
    return digest([made_with(corpus, *LAYERS[layer].modules), reference, *below])


# -- from shard to shard ---------------------------------------------------------------------------------------------


def shard_articles(store: Store, text_version: str, shard: str) -> list[Annotated]:
    """The articles of one text shard as analysis sees them."""
    parts = {
        name: store.read("text", text_version, [shard], name)[0].to_pylist()
        for name in ("articles", "lines", "cuts", "sentences")
    }
    return annotated(parts["articles"], parts["lines"], parts["cuts"], parts["sentences"])


def annotated(
    articles: Sequence[Mapping[str, Any]],
    lines: Sequence[Mapping[str, Any]],
    cuts: Sequence[Mapping[str, Any]],
    sentences: Sequence[Mapping[str, Any]],
) -> list[Annotated]:
    """`Annotated` articles out of table rows; a sentence's text is its slice of the line, cuts blank."""
    found = {
        row["article_id"]: Annotated(row["article_id"], row["published"], [], [], []) for row in articles
    }
    shown: dict[tuple[str, int], str] = {}
    for row in lines:
        found[row["article_id"]].lines.append(Line(**row))
        shown[row["article_id"], row["line_no"]] = row["text"]
    inside: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for row in cuts:
        found[row["article_id"]].cuts.append(Cut(**row))
        inside[row["article_id"], row["line_no"]].append((row["start"], row["end"]))
    shown |= {place: blanked(shown[place], spans) for place, spans in inside.items()}
    for row in sentences:
        text = shown[row["article_id"], row["line_no"]][row["start"] : row["end"]]
        found[row["article_id"]].sentences.append(
            Sentence(
                row["article_id"], row["line_no"], row["sent_no"], row["start"], row["end"], text, row["kind"]
            )
        )
    return list(found.values())


def write_layer(
    jobs: Sequence[Job],
    *,
    layer: str,
    store: Store,
    versions: Mapping[str, str],
    corpus: Path,
    reference: str,
) -> None:
    """Make shards of *layer* from their text shards.

    An article in which an analysis fails has no rows; table `failures` of the shard says why. Raises CodebookError
    where a codebook cannot be used.
    """
    wanted = LAYERS[layer]
    for job in jobs:
        context = Context(corpus, reference, job.registry)
        needed = _needed(layer, store, versions, job)
        made: Rows = {table: [] for table in wanted.tables}
        failures = []
        for article in shard_articles(store, versions["text"], job.shard):
            try:
                rows = wanted.run(article, needed[article.article_id], context)
            except codebooks.CodebookError:  # would break every article alike
                raise
            except Exception as error:  # one article that breaks a rule must not cost the others
                failures.append((article.article_id, f"{layer} failed ({type(error).__name__}: {error})"))
                continue
            for table, found in rows.items():
                made[table] += found
        content = {table: typed(tables.frame(made[table], schema)) for table, schema in wanted.tables.items()}
        content["failures"] = typed(pd.DataFrame(failures, columns=["article_id", "reason"]))
        store.write(layer, versions[layer], job.names[layer], content)


def _needed(layer: str, store: Store, versions: Mapping[str, str], job: Job) -> defaultdict[str, Rows]:
    """Rows of the layers below, by article and table."""
    found: defaultdict[str, Rows] = defaultdict(lambda: defaultdict(list))
    for need in LAYERS[layer].needs:
        for table, schema in LAYERS[need].tables.items():
            for row in store.read(need, versions[need], [job.names[need]], table)[0].to_pylist():
                found[row["article_id"]][table].append(schema(**row))
    return found


def typed(rows: pd.DataFrame) -> pa.Table:
    """Arrow types that do not depend on the rows at hand: numbers that may be missing stay whole numbers."""
    typed = rows.copy()
    for column in typed.columns:
        if column in INTEGERS:
            typed[column] = typed[column].astype("Int32")
        elif column in FLOATS:
            typed[column] = typed[column].astype("float64")
        elif column == "balanced":
            typed[column] = typed[column].astype("bool")
        else:
            typed[column] = typed[column].astype("str")
    return pa.Table.from_pandas(typed, preserve_index=False)


INTEGERS = frozenset(
    {
        "line_no",
        "start",
        "end",
        "end_line",
        "sent_no",
        "item_no",
        "announced_count",
        "announced_line",
        "line_a",
        "start_a",
        "end_a",
        "line_b",
        "start_b",
        "end_b",
        "n_syllables",
    }
)
FLOATS = frozenset({"score", "confidence", "similarity"})
