"""Words and parts of speech against other tools: python benchmarks/bench_words.py [--articles 60] [--rounds 5] [--peers a,b]

Every way to do it runs in a process of its own over the same generated corpus, which is made from the shipped articles:
as many sentences as real articles have, each of as many clauses, all clauses shuffled. *Start* is what a fresh process
needs to its first sentence (imports, models). *Cold* is start and a first pass over the corpus, every word being new.
*Warm* is a second pass, over other text made in the same way. All are medians over the rounds, and ratios hold within this run only. `--check` compares
labels with underthesea's, sentence by sentence, on the corpus and on 30,000 hostile sentences.

Peers are called as their documentation shows, one sentence a call. pyvi and python-rdrsegmenter (which needs Java) take
part if they can be imported; put them in an environment of their own and name it with PYTHONPATH.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

LIBRARY = Path(__file__).resolve().parents[1]
ARTICLES = LIBRARY.parent / "data" / "bamboo-2021" / "articles"
CLAUSE = re.compile(r"(?<=[,;:]) ")

Run = Callable[[list[str]], Any]


def corpus(articles: int, *, seed: int) -> list[str]:
    """Sentences of generated articles: the shapes of the shipped ones, their clauses shuffled."""
    from caytre.text.sentences import sentences

    shapes = [
        [CLAUSE.split(sentence) for sentence in sentences(path.read_text(encoding="utf-8"))]
        for path in sorted(ARTICLES.glob("*.txt"))
    ]
    clauses = [clause for shape in shapes for sentence in shape for clause in sentence]
    dice = random.Random(seed)
    return [
        " ".join(dice.choice(clauses) for _ in sentence)
        for number in range(articles)
        for sentence in shapes[number % len(shapes)]
    ]


def caytre_words() -> Run:
    from caytre.text.words.tagger import segment

    return segment


def caytre_annotate() -> Run:
    from caytre.text.words import annotate

    return annotate


def underthesea_words() -> Run:
    from underthesea import word_tokenize

    return lambda texts: [word_tokenize(text) for text in texts]


def underthesea_pos() -> Run:
    from underthesea import pos_tag

    return lambda texts: [pos_tag(text) for text in texts]


def pyvi_words() -> Run:
    from pyvi import ViTokenizer

    return lambda texts: [ViTokenizer.tokenize(text) for text in texts]


def pyvi_pos() -> Run:
    from pyvi import ViPosTagger, ViTokenizer

    return lambda texts: [ViPosTagger.postagging(ViTokenizer.tokenize(text)) for text in texts]


def rdr_words() -> Run:
    from python_rdrsegmenter import load_segmenter

    segmenter = load_segmenter()
    return lambda texts: [segmenter.tokenize(text) for text in texts]


WAYS: dict[str, tuple[Callable[[], Run], str, str]] = {
    "caytre model": (caytre_words, "underthesea", "segment(texts): the bare model"),
    "caytre words + POS": (caytre_annotate, "underthesea", "annotate(texts): spans, phrases, POS"),
    "underthesea words": (underthesea_words, "underthesea", "word_tokenize(text)"),
    "underthesea POS": (underthesea_pos, "underthesea", "pos_tag(text)"),
    "pyvi words": (pyvi_words, "pyvi", "ViTokenizer.tokenize(text)"),
    "pyvi POS": (pyvi_pos, "pyvi", "ViPosTagger.postagging(ViTokenizer.tokenize(text))"),
    "RDRsegmenter words": (rdr_words, "python-rdrsegmenter", "segmenter.tokenize(text)"),
}
MODULES = {"underthesea": "underthesea", "pyvi": "pyvi", "python-rdrsegmenter": "python_rdrsegmenter"}


def available(name: str) -> bool:
    package = WAYS[name][1]
    found = importlib.util.find_spec(MODULES[package]) is not None
    return found and (package != "python-rdrsegmenter" or shutil.which("java") is not None)


def measure(name: str, articles: int) -> dict[str, float]:
    """One round of one way, in this process: seconds to start, cold and warm, and characters a pass."""
    cold_texts, warm_texts = corpus(articles, seed=1), corpus(articles, seed=2)
    started = time.perf_counter()
    run = WAYS[name][0]()
    run(["Hội nghị đối ngoại toàn quốc ."])
    start = time.perf_counter() - started
    run(cold_texts)
    cold = time.perf_counter() - started
    started = time.perf_counter()
    run(warm_texts)
    warm = time.perf_counter() - started
    return {"start": start, "cold": cold, "warm": warm, "characters": sum(map(len, warm_texts))}


def in_fresh_process(name: str, articles: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--measure", name, "--articles", str(articles)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[str, float] = json.loads(output.strip().splitlines()[-1])
    return found


def check(articles: int, hostile_count: int = 30_000) -> None:
    """Print how many sentences get other words or tags than underthesea gives them."""
    sys.path.insert(0, str(LIBRARY))
    from underthesea import word_tokenize

    from caytre.text.words import models, tagger
    from tests import hostile

    for label, texts in (
        ("corpus", corpus(articles, seed=3)),
        ("hostile", list(hostile.sentences(hostile_count))),
    ):
        expected = [word_tokenize(text, use_token_normalize=False) for text in texts]
        differ = {"words": sum(a != b for a, b in zip(tagger.segment(texts), expected, strict=True))}
        for model in ("pos", "pos-2017"):
            ask = models.reference(model)
            tags = [ask(words) if words else [] for words in expected]
            differ[model] = sum(a != b for a, b in zip(tagger.tag(expected, model=model), tags, strict=True))
        print(f"{label}: {len(texts)} sentences, differing: {differ}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", default=",".join(WAYS), help="ways to run, separated by commas")
    parser.add_argument("--check", action="store_true", help="compare labels instead of measuring time")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure, options.articles)))
        return
    if options.check:
        check(options.articles)
        return
    names = [name for name in WAYS if name in options.peers.split(",") and available(name)]
    in_fresh_process("caytre words + POS", 1)  # builds the tables where this machine has none yet
    rounds: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for _ in range(options.rounds):
        for name in names:
            rounds[name].append(in_fresh_process(name, options.articles))
    report(rounds)


def report(rounds: dict[str, list[dict[str, float]]]) -> None:
    median = {
        (name, kind): statistics.median(one[kind] for one in rows)
        for name, rows in rounds.items()
        for kind in ("start", "cold", "warm", "characters")
    }
    print(
        f"Python {platform.python_version()}, {platform.processor() or platform.machine()}; medians of rounds"
    )
    print(
        "| way | call | version | start s | cold s | warm s | warm characters/s | caytre is faster, cold | warm |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for name in rounds:
        _, package, call = WAYS[name]
        ours = "caytre words + POS" if name.endswith("POS") else "caytre model"
        own = name.startswith("caytre") or (ours, "cold") not in median
        ratios = (
            ["", ""]
            if own
            else [f"{median[name, kind] / median[ours, kind]:.1f} ×" for kind in ("cold", "warm")]
        )
        speed = median[name, "characters"] / median[name, "warm"]
        cells = (
            name,
            call,
            f"{package} {version(package)}",
            f"{median[name, 'start']:.2f}",
            f"{median[name, 'cold']:.2f}",
            f"{median[name, 'warm']:.3f}",
        )
        print(f"| {' | '.join((*cells, f'{speed:,.0f}', *ratios))} |")


if __name__ == "__main__":
    main()
