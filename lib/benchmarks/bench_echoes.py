"""How fast echoes are found, and how many: a generated corpus with planted passages.

Run:  python lib/benchmarks/bench_echoes.py [N ...]      (default 1000 3000 10000)

Articles of about 500 syllables are drawn from 20,000 two-syllable words with a Zipf distribution. One in five
holds a passage of 30 syllables from an earlier article, edited: every tenth syllable replaced, three
inserted, the two halves swapped in every fourth. A passage is found when both places are covered by half.
datasketch and rensa, if they are installed, look for the same pairs of articles, which is less: they give no
places.
"""

from __future__ import annotations

import importlib.util
import random
import resource
import sys
import time
from typing import NamedTuple

from caytre.analysis import echoes
from caytre.tables import Annotated, Echo, Line

ONSETS = ("b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "nh", "ph", "s", "t", "th", "tr", "v", "x")
RHYMES = (
    "a",
    "á",
    "an",
    "ang",
    "ao",
    "âm",
    "ân",
    "e",
    "êt",
    "i",
    "in",
    "o",
    "ôi",
    "ông",
    "ơn",
    "u",
    "ung",
    "ưa",
    "ương",
)
WORDS = 20_000
LINES = 8
LINE_WORDS = 30
PASSAGE = 30
PLANTED = 5
MINHASH = 128
SHINGLE = 5
# A shared passage makes up a small part of two articles, so their Jaccard similarity is low.
JACCARD = 0.02


class Planted(NamedTuple):
    source: str
    target: str
    source_line: int
    target_line: int
    start: int
    end: int
    target_start: int
    target_end: int


def generate(n: int, seed: int = 1) -> tuple[list[Annotated], list[Planted]]:
    """*n* articles and what was planted in them; the same for the same seed."""
    rng = random.Random(seed)
    syllables = [onset + rhyme for onset in ONSETS for rhyme in RHYMES]
    words = [f"{rng.choice(syllables)} {rng.choice(syllables)}" for _ in range(WORDS)]
    weights = [1 / rank for rank in range(1, WORDS + 1)]
    articles: list[Annotated] = []
    planted = []
    for number in range(n):
        name = f"a{number:06d}"
        drawn = rng.choices(words, weights, k=LINES * LINE_WORDS)
        texts = [" ".join(drawn[at : at + LINE_WORDS]) for at in range(0, len(drawn), LINE_WORDS)]
        if number and number % PLANTED == 0:
            planted.append(_plant(rng, articles, texts, syllables, name, number // PLANTED % 4 == 0))
        lines = [Line(name, at, "body", text) for at, text in enumerate(texts, 1)]
        articles.append(Annotated(name, "", lines, [], []))
    return articles, planted


def _plant(
    rng: random.Random,
    articles: list[Annotated],
    texts: list[str],
    syllables: list[str],
    name: str,
    swap: bool,
) -> Planted:
    source = rng.choice(articles)
    line = rng.choice(source.lines)
    parts = line.text.split(" ")
    first = rng.randrange(len(parts) - PASSAGE)
    taken = parts[first : first + PASSAGE]
    start = len(" ".join(parts[:first])) + (first > 0)
    end = start + len(" ".join(taken))
    edited = [rng.choice(syllables) if at % 10 == 9 else part for at, part in enumerate(taken)]
    if swap:
        edited = edited[PASSAGE // 2 :] + edited[: PASSAGE // 2]
    for _ in range(3):
        edited.insert(rng.randrange(len(edited)), rng.choice(syllables))
    at = rng.randrange(len(texts))
    head = " ".join(texts[at].split(" ")[:10]) + " "
    texts[at] = f"{head}{' '.join(edited)} {' '.join(texts[at].split(' ')[10:])}"
    return Planted(
        source.article_id,
        name,
        line.line_no,
        at + 1,
        start,
        end,
        len(head),
        len(head) + len(" ".join(edited)),
    )


def recall(found: list[Echo], planted: list[Planted]) -> float:
    """The share of planted passages whose places are both covered by half."""
    by_pair: dict[tuple[str, int, str, int], list[Echo]] = {}
    for echo in found:
        by_pair.setdefault((echo.article_a, echo.line_a, echo.article_b, echo.line_b), []).append(echo)
    hit = 0
    for p in planted:
        near = by_pair.get((p.source, p.source_line, p.target, p.target_line), [])
        over_a = sum(max(0, min(e.end_a, p.end) - max(e.start_a, p.start)) for e in near)
        over_b = sum(max(0, min(e.end_b, p.target_end) - max(e.start_b, p.target_start)) for e in near)
        hit += 2 * over_a >= p.end - p.start and 2 * over_b >= p.target_end - p.target_start
    return hit / len(planted)


def minhash(name: str, articles: list[Annotated]) -> set[tuple[str, str]]:
    """Pairs of articles that a MinHash index with *name* gives, at the similarity that shared passages
    make."""
    sets = {}
    for article in articles:
        parts = " ".join(line.text for line in article.lines).split(" ")
        sets[article.article_id] = {
            " ".join(parts[at : at + SHINGLE]) for at in range(len(parts) - SHINGLE + 1)
        }
    if name == "datasketch":
        from datasketch import MinHash, MinHashLSH

        lsh = MinHashLSH(params=(MINHASH, 1), num_perm=MINHASH)
        sketches = {}
        for key, shingles in sets.items():
            sketches[key] = MinHash(num_perm=MINHASH)
            sketches[key].update_batch([shingle.encode() for shingle in shingles])
            lsh.insert(key, sketches[key])
        return {(a, b) for b, sketch in sketches.items() for a in lsh.query(sketch) if a < b}
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=JACCARD, num_perm=MINHASH, num_bands=MINHASH)
    rows = {}
    for number, (key, shingles) in enumerate(sets.items()):
        rows[number] = (key, RMinHash(num_perm=MINHASH, seed=1))
        rows[number][1].update(list(shingles))
        index.insert(number, rows[number][1])
    return {(rows[a][0], key) for b, (key, sketch) in rows.items() for a in index.query(sketch) if a < b}


def main() -> None:
    sizes = [int(arg) for arg in sys.argv[1:]] or [1000, 3000, 10000]
    print("articles      method            seconds   of processor   planted found     given   peak MB")
    for n in sizes:
        articles, planted = generate(n)
        started = _now()
        found = echoes.find(articles)
        _report(n, "echoes.find", started, recall(found, planted), len(found))
        pairs = {(p.source, p.target) for p in planted}
        for name in ("datasketch", "rensa"):
            if importlib.util.find_spec(name):
                started = _now()
                given = minhash(name, articles)
                _report(n, f"{name} (pairs)", started, len(pairs & given) / len(pairs), len(given))
            else:
                print(f"{n:>8}      {name:<17} not installed")


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _report(n: int, method: str, started: tuple[float, float], found: float, given: int) -> None:
    seconds, processor = (now - then for now, then in zip(_now(), started, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row = f"{n:>8}      {method:<17} {seconds:>7.1f}   {processor:>12.1f}   {found:>13.3f}   {given:>7}   {peak:>7.0f}"
    print(row, flush=True)


if __name__ == "__main__":
    main()
