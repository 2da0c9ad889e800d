"""Sentences to words with their places and parts of speech."""

from caytre.text.words.annotation import (
    Segmenter,
    Words,
    annotate,
    pyvi_segmenter,
    underscored_segmenter,
    underthesea_segmenter,
    versions,
    words,
)

__all__ = [
    "Segmenter",
    "Words",
    "annotate",
    "pyvi_segmenter",
    "underscored_segmenter",
    "underthesea_segmenter",
    "versions",
    "words",
]
