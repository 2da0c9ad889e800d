"""Words that must stand in a line, and how the place where they stand is cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from caytre.analysis.claims.basis import Once
from caytre.analysis.claims.places import Place, plain
from caytre.analysis.shown import citation

__all__ = ["Evidence", "places", "there"]


class Evidence(NamedTuple):
    """Words that must stand in a line."""

    place: Place
    words: str


def there(one: Evidence, of: Once) -> bool:
    """Whether the words stand there, in either style of tone marks, capitals or not."""
    text = of.text(one.place)
    return text is not None and plain(one.words) in text


def places(evidence: Sequence[Evidence], of: Once | None = None) -> list[str]:
    """`[article:line]` for each line, once; a range is cited by each of its lines.

    With the tables *of* a corpus, `[article:line#sentence]` where the words stand in a sentence of the line.
    """
    found: dict[tuple[str, int], int] = {}
    for one in evidence:
        for line in range(one.place.first, one.place.last + 1):
            number = _sentence(one, line, of) if of is not None else 0
            found.setdefault((one.place.article_id, line), number)
    return [citation(*at, sentence=sentence) for at, sentence in found.items()]


def _sentence(one: Evidence, line_no: int, of: Once) -> int:
    """The sentence of the line in which the words begin; 0 where they do not stand in one."""
    text, name = of.text(Place(one.place.article_id, line_no, line_no)), one.place.article_id
    at = text.find(plain(one.words)) if text is not None else -1
    if at < 0:
        return 0
    sentences = of.tables.sentences
    own = sentences[(sentences["article_id"] == name) & (sentences["line_no"] == line_no)]
    number, end = 0, 0
    for sent_no, words in own.sort_values("start")[["sent_no", "text"]].itertuples(index=False):
        start = text.find(plain(words), end) if text is not None else -1
        if start < 0 or start > at:
            break
        number, end = int(sent_no), start + len(plain(words))
    return number if at < end else 0
