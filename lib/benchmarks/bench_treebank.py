"""Word boundaries against a treebank: python benchmarks/bench_treebank.py FILE.conllu

FILE is any Vietnamese CoNLL-U file with words as units (UD_Vietnamese-VTB, for one); none is shipped with the project.
Its sentences are spaced as on the web (no blank before a comma, none inside brackets), since that is what articles
look like, and segmented as articles are. Reported: precision, recall and F1 of word spans, for the bare model too, and
how many of the words with a moveable tone mark (hoà/hòa) are found, in the style of the file and in both styles.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from caytre.text import words
from caytre.text.orthography import retone
from caytre.text.words import models, phrases

Span = tuple[int, int]

BRACKETS = {"LBKT": "(", "RBKT": ")", "LBRK": "(", "RBRK": ")"}
NO_BLANK_BEFORE = re.compile(r"[,.;:!?)\]}”’%…]+|\.\.\.")
NO_BLANK_AFTER = re.compile(r"[(\[{“‘]")


def sentences(path: Path) -> Iterator[list[str]]:
    """The words of each sentence of a CoNLL-U file."""
    found: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            if found:
                yield found
            found = []
        elif line[0].isdigit():
            number, form = line.split("\t")[:2]
            if number.isdigit():
                found.append(BRACKETS.get(form, form))
    if found:
        yield found


def spaced(forms: Sequence[str]) -> tuple[str, list[Span]]:
    """The text of a sentence with punctuation as on the web, and where its words stand in it."""
    text = ""
    spans = []
    open_quote = after_opening = False
    for form in forms:
        closing = form == '"' and open_quote
        glued = not text or NO_BLANK_BEFORE.fullmatch(form) or closing or after_opening
        text += "" if glued else " "
        spans.append((len(text), len(text) + len(form)))
        text += form
        after_opening = bool(NO_BLANK_AFTER.fullmatch(form)) or (form == '"' and not open_quote)
        if form == '"':
            open_quote = not open_quote
    return text, spans


def by_caytre(texts: Sequence[str]) -> list[set[Span]]:
    result = words.annotate(texts)
    spans: list[set[Span]] = [set() for _ in texts]
    for number, start, end in zip(
        result.sentence.tolist(), result.start.tolist(), result.end.tolist(), strict=True
    ):
        spans[number].add((start, end))
    return spans


def by_underthesea(texts: Sequence[str]) -> list[set[Span]]:
    return list(map(set, words.underthesea_segmenter(texts)))


def f1(gold: Sequence[Sequence[Span]], found: Sequence[set[Span]]) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    right = sum(len(found[number] & set(spans)) for number, spans in enumerate(gold))
    precision = right / sum(map(len, found))
    recall = right / sum(map(len, gold))
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def moveable_found(
    texts: Sequence[str], gold: Sequence[Sequence[Span]], found: Sequence[set[Span]]
) -> tuple[int, int, int]:
    """Of the dictionary's words with a syllable whose tone mark has two places: how many are found as they are,
    how many are found or stand whole inside a longer word (the name of an institution), how many there are."""
    known = phrases.Dictionary(models.dictionary())
    exact = whole = total = 0
    for text, spans, others in zip(texts, gold, found, strict=True):
        for start, end in spans:
            word = text[start:end]
            if retone(word, "new") == retone(word, "old") or word not in known:
                continue
            total += 1
            exact += (start, end) in others
            whole += any(first <= start and end <= last for first, last in others)
    return exact, whole, total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    rows = list(sentences(parser.parse_args().treebank))
    texts, gold = (list(column) for column in zip(*map(spaced, rows), strict=True))
    ways: dict[str, Callable[[Sequence[str]], list[set[Span]]]] = {
        "caytre": by_caytre,
        "underthesea": by_underthesea,
    }
    print(
        f"{len(texts)} sentences, {sum(map(len, gold))} words; underthesea {models.versions()['underthesea']}"
    )
    for name, way in ways.items():
        precision, recall, score = f1(gold, way(texts))
        print(f"{name:12} precision {precision:.2f}  recall {recall:.2f}  F1 {score:.2f}")
    styles = {
        "as in the file": texts,
        "new": [retone(t, "new") for t in texts],
        "old": [retone(t, "old") for t in texts],
    }
    for style, spelt in styles.items():
        for name, way in ways.items():
            exact, whole, total = moveable_found(spelt, gold, way(spelt))
            share = f"{100 * exact / total:.1f} % of {total}, {100 * whole / total:.1f} % with those inside longer words"
            print(f"{name:12} words with a moveable tone mark, {style}: {share}")


if __name__ == "__main__":
    main()
