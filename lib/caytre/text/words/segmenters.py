"""Ready adapters for other ways to find words: each takes sentences and gives the spans of their words.

Any callable of that shape serves as `segmenter` of `words.annotate`; these cover the common cases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

__all__ = [
    "Segmenter",
    "Spans",
    "checked_spans",
    "pyvi_segmenter",
    "spans_together",
    "underscored_segmenter",
    "underthesea_segmenter",
]

Spans = list[tuple[int, int]]
Segmenter = Callable[[Sequence[str]], Sequence[Sequence[tuple[int, int]]]]


def underthesea_segmenter(sentences: Sequence[str]) -> list[Spans]:
    """Words as `underthesea.word_tokenize` gives them for text as it stands, without anything this project adds."""
    from underthesea import word_tokenize

    return [_found(text, word_tokenize(text, use_token_normalize=False)) for text in sentences]


def pyvi_segmenter(sentences: Sequence[str]) -> list[Spans]:
    """Words as pyvi gives them. Raises `ImportError` where pyvi, an optional package, is not installed."""
    try:
        from pyvi import ViTokenizer  # type: ignore[import-not-found]  # optional, and without types
    except ImportError as error:
        raise ImportError(
            "the pyvi segmenter needs the package pyvi; install it (pip install pyvi)"
        ) from error
    return [_found(text, ViTokenizer.tokenize(text).split()) if text.strip() else [] for text in sentences]


def underscored_segmenter(sentences: Sequence[str]) -> list[Spans]:
    """Words of text whose words are already joined by underscores ("Học_sinh học sinh_học").

    What stands between blanks is a word; marks before and after it are words of their own.
    """
    return [list(_between_blanks(text)) for text in sentences]


def checked_spans(
    spans: Sequence[Sequence[tuple[int, int]]], sentences: Sequence[str], what: str
) -> list[Spans]:
    """*spans* in order and without outer blanks; those that hold nothing else are left out."""
    if len(spans) != len(sentences):
        raise ValueError(
            f"{len(spans)} rows of {what}s for {len(sentences)} sentences; give one row a sentence"
        )
    return [
        _trimmed(row, text, number, what) if row else []
        for number, (row, text) in enumerate(zip(spans, sentences, strict=True))
    ]


def _trimmed(row: Sequence[tuple[int, int]], text: str, number: int, what: str) -> Spans:
    found = []
    before = 0
    for start, end in sorted(row):
        if not 0 <= start <= end <= len(text):
            raise ValueError(
                f"sentence {number}: the {what} {start}-{end} leaves the sentence of {len(text)} characters"
            )
        if start < before:
            raise ValueError(f"sentence {number}: the {what} {start}-{end} overlaps the one before it")
        before = end
        whole = text[start:end]
        inner = whole.strip()
        if inner:
            begin = start + len(whole) - len(whole.lstrip())
            found.append((begin, begin + len(inner)))
    return found


def spans_together(*several: list[Spans] | None) -> list[Spans]:
    """The spans of several lists, sentence by sentence; none where no list is given."""
    rows = [spans for spans in several if spans is not None]
    return [[span for row in parts for span in row] for parts in zip(*rows, strict=True)]


def _between_blanks(text: str) -> Iterable[tuple[int, int]]:
    begin = 0
    for chunk in text.split():
        begin = text.index(chunk, begin)
        end = begin + len(chunk)
        letters = [place for place in range(begin, end) if text[place].isalnum()] or [begin - 1]
        first, last = (letters[0], letters[-1] + 1) if letters[0] >= begin else (end, end)
        yield from ((place, place + 1) for place in range(begin, first))
        if first < last:
            yield first, last
        yield from ((place, place + 1) for place in range(last, end))
        begin = end


def _found(text: str, words: Iterable[str]) -> Spans:
    """Where *words* stand in *text*, one after the other; their blanks and underscores may be any white space there."""
    spans: Spans = []
    place = 0
    for word in words:
        start = -1
        for char in word:
            while place < len(text) and text[place].isspace():
                place += 1
            if place < len(text) and (text[place] == char or {text[place], char} in ({"Đ", "Ð"}, {"đ", "ð"})):
                start = place if start < 0 else start
                place += 1
            elif not (char.isspace() or char == "_"):
                raise ValueError(
                    f'the segmenter gave "{word}", which does not stand in its sentence: "{text[:80]}"'
                )
        if start >= 0:
            spans.append((start, place))
    return spans
