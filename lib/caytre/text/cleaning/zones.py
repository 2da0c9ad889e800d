"""Where an article begins and ends among the lines of its page, and which line is its headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from caytre.text.cleaning.captions import caption_by_itself
from caytre.text.cleaning.furniture import key
from caytre.text.cleaning.images import image_text, without_number
from caytre.text.cleaning.rows import ARGUED, PARAGRAPH, SECTION, Row

__all__ = [
    "BUTTON_WORDS",
    "LEAD_ROWS",
    "article_end",
    "bracketed",
    "find_title",
    "first_paragraph",
    "twice_in_a_row",
    "wordless",
]

TITLE_SIZES = range(8, 261)
LONG_TITLE = 160
SENTENCE_WORDS = 6
CREDITED = 25
"""Behind so many characters a credit is that of a picture; "Chùm ảnh: …" is a headline."""
LABEL = 32
TITLE_SEARCH = 60
"""So many lines above the first paragraph are looked at for the headline."""
BROKEN_LIST = 3
"""Fewer lines at the very end are no list if one may be a caption, or opens with "Theo" or "Tại" and breaks off."""
SAID_AGAIN = 0.8
"""A first line that is a sentence is the headline where the next one says so much of it again."""
RUN = 2
"""A headline seldom goes on over so many more lines and ends in a full stop."""
NEAR = 3
LEAD_ROWS = 3
KICKER_WORDS = 8
"""A line in capitals of so few words above a headline names the subject."""
LEAD_WEIGHT = 5
"""A headline shares its words with the lead: the share counts so much against nearness to the dateline (1.5)."""
LISTED_WEIGHT = 3
"""So much speaks against a second headline that stands under "Tiêu điểm" or the like."""
INSERTED_LIST = 4
EARLY = 16
"""With a comma so early a line that breaks off is a sentence: "Kết quả, …"."""
BUTTON_WORDS = 4
"""A line of so few words outside the article is a button or the name of a section."""
REMNANT = 30
REMNANT_STARTS = ",.:;|/"
VERSE_WORDS = 9
"""A longer line is no verse."""
LIST_ROWS = 30
NAME_WORDS = 5
LOOK_AHEAD = 60
"""Rows looked at behind a signature or a button: with more between them two lines say nothing of each other."""


def first_paragraph(rows: Sequence[Row]) -> int:
    """The first row of the article: the first finished sentence or paragraph that is not the headline itself."""
    plain = [at for at, row in enumerate(rows) if _plain(row) and not row.pipe]
    for count, at in enumerate(plain):
        row = rows[at]
        sentence = row.ended and row.words >= SENTENCE_WORDS
        if not (row.paragraph or sentence or _ends_run(rows, at) or _lists_guests(row)):
            continue
        if not (count <= 1 and _may_be_title(rows, at, first=count == 0) and len(plain) > count + 1):
            return _run_start(rows, at)
    return next(
        (at for at, row in enumerate(rows) if row.paragraph),
        plain[min(1, len(plain) - 1)] if plain else len(rows),
    )


def _lists_guests(row: Row) -> bool:
    """Whether the line opens as a paragraph does and enumerates: "Tham dự có các đồng chí …; …", with no full stop."""
    listed = ";" in row.core and row.size >= PARAGRAPH
    return listed and row.folded.startswith(row.book.captions.not_starts)


def _ends_run(rows: Sequence[Row], at: int) -> bool:
    """Whether a sentence ends here that is set in several lines and as long as a paragraph."""
    if not (rows[at].joined and rows[at].core.endswith(".")):
        return False
    start = _run_start(rows, at)
    return sum(row.size for row in rows[start : at + 1]) >= PARAGRAPH and at - start >= RUN


def _run_start(rows: Sequence[Row], at: int) -> int:
    """The first of the lines in which the sentence of row *at* is set."""
    while at and (rows[at].joined or _announced_above(rows, at)):
        at -= 1
    return at


def _announced_above(rows: Sequence[Row], at: int) -> bool:
    """Whether the line right above goes on with one above it and ends in a colon: a sentence set in several lines."""
    above = rows[at - 1]
    return rows[at].before == 0 and above.joined and above.core.endswith(":")


def _puts_question(row: Row) -> bool:
    """Whether an interviewer speaks: the line has his label, or it asks somebody whom it addresses."""
    label, colon, _ = row.core[:LABEL].partition(":")
    if colon and key(label) in row.book.question_labels:
        return True
    first = row.folded.partition(" ")[0]
    addressed = first in row.book.addressed and row.core[len(first) + 1 : len(first) + 2].islower()
    return row.core.endswith("?") and (addressed or row.folded.startswith(row.book.question_openings))


def _may_be_title(rows: Sequence[Row], at: int, *, first: bool) -> bool:
    """Whether a line near the top of a page, though it ends like a sentence, may be its headline.

    Behind another line it has to end as headlines may, and stand between no other dateline and one.
    """
    row = rows[at]
    if (
        row.size > (LONG_TITLE if row.ended else TITLE_SIZES.stop - 1)
        or row.several
        or row.item
        or _puts_question(row)
    ):
        return False
    asks = row.core.rstrip("\"'”’»)").endswith(("?", "!", "…", "..."))
    dated = any(near.dated for near in rows[at + 1 : at + 3])
    if not first:
        kicked = at > 0 and rows[at - 1].core.endswith(":")
        return asks and (dated or kicked) and not any(above.dated for above in rows[:at])
    named = row.core.rstrip(".").rpartition(" ")[2][:1].isupper()
    again = (
        0.0
        if named or at + 1 == len(rows)
        else _shared(row, set(rows[at + 1].key.split() or rows[at + 1].folded.split()))
    )
    return asks or dated or again >= SAID_AGAIN


def _plain(row: Row) -> bool:
    """Whether nothing says that the row is furniture."""
    return not (row.mark is not None or row.dated or row.url or row.section or row.repeated)


def find_title(rows: Sequence[Row], first: int, known: str) -> Row | None:
    """The headline above row *first*, or None. *known* is its key where metadata gives it."""
    counts = Counter(key(without_number(row.core)) for row in rows if row.key)
    lead = {
        word.strip('.,;:!?"“”()') for row in rows[first : first + LEAD_ROWS] for word in row.folded.split()
    }
    best, best_score, above, listed = None, 0.5, 0, False
    for at in range(max(0, first - TITLE_SEARCH), first):
        row = rows[at]
        if known and row.key == known:
            return row
        listed = listed or (above > 0 and row.mark is not None and row.mark.role == "header")
        if (
            row.joined
            or not _plain(row)
            or row.size not in TITLE_SIZES
            or row.pipe
            or row.book.is_age(row.core)
            or row.credit > CREDITED
            or row.placed
            or (SECTION.match(row.core) and not (counts[row.key] > 1 or _dated_below(rows, at)))
            or bracketed(row)
            or _leads_to(rows, at)
            or (at > 0 and image_text(rows[at - 1], ""))
        ):
            continue
        above += row.words > 2
        score = _title_score(rows, at, counts) + LEAD_WEIGHT * _shared(row, lead) + (above == 1)
        score -= LISTED_WEIGHT * (listed or (above > 1 and twice_in_a_row(rows, at)))
        if score > best_score:
            best, best_score = row, score
    return best


def _dated_below(rows: Sequence[Row], at: int) -> bool:
    return at + 1 < len(rows) and rows[at + 1].dated


def bracketed(row: Row) -> bool:
    """Whether the whole line stands in brackets, as no headline does."""
    return row.core[0] == "(" and row.core[-1] == ")" and row.core.count("(") == 1


def _leads_to(rows: Sequence[Row], at: int) -> bool:
    """Whether the line is the trail of pages to a headline right below, run together: "Trang chủThời sựHội nghị …"."""
    below = rows[at + 1 : at + 1 + NEAR]
    core = rows[at].core
    return any(
        near.words > BUTTON_WORDS and near.size < len(core) and core.endswith(near.core) for near in below
    )


def twice_in_a_row(rows: Sequence[Row], at: int) -> bool:
    """Whether the line stands right above or below itself, as the text of a picture and its caption do."""
    same = (rows[near].core for near in (at - 1, at + 1) if 0 <= near < len(rows))
    return rows[at].words > BUTTON_WORDS and any(core == rows[at].core for core in same)


def _shared(row: Row, lead: set[str]) -> float:
    words = row.key.split()
    return sum(word in lead for word in words) / len(words) if words else 0.0


def _title_score(rows: Sequence[Row], at: int, counts: Counter[str]) -> float:
    row = rows[at]
    score = min(row.words, 8) / 4 - (1 if row.words < 3 else 0)
    score += 3 if counts[row.key] > 1 and row.words > BUTTON_WORDS else 0
    score += 1.5 if any(near.dated for near in rows[max(0, at - 1) : at + 2]) else 0
    score -= 0.5 if row.folded.startswith(row.book.captions.heads) and row.words <= 10 else 0
    below = rows[at + 1] if at + 1 < len(rows) else None
    continued = below is not None and below.joined
    score -= 2 if (row.core.endswith((".", ":", ",")) and not continued) or row.item else 0
    kicks = row.core.isupper() and row.words <= KICKER_WORDS and below is not None and below.headline
    score -= 2 if kicks and below is not None and not (below.ended or below.core.isupper()) else 0
    score -= 2 if row.signed and row.words <= 5 else 0
    score -= 1 if row.book.captions.credit.search(row.folded) else 0
    return score


def article_end(rows: Sequence[Row], first: int) -> int:
    """The first row behind the article; a day and bare tags right before its boundary are no part of it either."""
    end = _boundary(rows, first)
    while end - 1 > first and (rows[end - 1].stamp is not None or wordless(rows[end - 1])):
        end -= 1
    return end - _bare_tags(rows, first, end)


def wordless(row: Row) -> bool:
    """Whether a line is a remnant of the page without any word: ", . : 60" or "."."""
    return row.size <= REMNANT and row.core[0] in REMNANT_STARTS and not row.key


def _boundary(rows: Sequence[Row], first: int) -> int:
    """The signature, or the first furniture with no paragraph after it."""
    last = _last_text(rows)
    signature = next((at for at in range(max(first, last) + 1, len(rows)) if _signature(rows, at)), len(rows))
    written = sum(row.size for row in rows[first:] if row.paragraph)
    seen = 0
    for at in range(first, signature):
        row = rows[at]
        seen += row.size if row.paragraph else 0
        if at == first or (row.mark is None and not row.repeated):
            continue
        if row.mark is not None and row.mark.role == "comments" and seen * 2 >= written:
            return at
        if at <= last:
            continue
        hard = row.mark is not None and row.mark.role in ("end", "comments")
        if hard or (
            signature == len(rows) and (row.mark is not None or not row.ended) and not _goes_on(rows, at)
        ):
            return at
    return signature if signature < len(rows) else len(rows) - _unheaded_list(rows, first)


def _goes_on(rows: Sequence[Row], at: int) -> bool:
    """Whether a finished sentence of the article follows a button or an advertisement."""
    mark = rows[at].mark
    if mark is not None and mark.role == "header":
        return False
    for row, above in zip(rows[at + 1 : at + 1 + LOOK_AHEAD], rows[at:], strict=False):
        if row.mark is not None and row.mark.role != "inline":
            return False
        if row.ended and row.words >= SENTENCE_WORDS and row.mark is None and not above.headline:
            return True
    return False


def _last_text(rows: Sequence[Row]) -> int:
    """The index of the last row that is certainly text, or -1.

    A finished sentence under a headline may be the lead of another article, so two paragraphs in a row are asked for.
    """
    for at in range(len(rows) - 1, 0, -1):
        row, above = rows[at], rows[at - 1]
        if row.argued or row.goes_on or (at + 1 == len(rows) and _stops_short(row)):
            return at
        if (
            row.paragraph
            and row.ended
            and row.mark is None
            and ((above.paragraph and above.ended) or _closes_list(rows, at))
        ):
            return at
    return -1


def _stops_short(row: Row) -> bool:
    """Whether a last line of several sentences breaks off: the text of a page that was cut, no imprint."""
    plain = row.mark is None and not any(letter.isdigit() or letter in ":@©" for letter in row.core)
    return plain and row.several and not row.ended and row.size >= ARGUED


def _closes_list(rows: Sequence[Row], at: int) -> bool:
    """Whether a paragraph follows a short list of headlines without leads, so that it is no lead either."""
    above = rows[max(0, at - INSERTED_LIST - 1) : at]
    marked = [place for place, row in enumerate(above) if row.mark is not None and row.mark.role == "header"]
    return (
        bool(marked) and len(above) - marked[-1] > 2 and all(row.headline for row in above[marked[-1] + 1 :])
    )


def _signature(rows: Sequence[Row], at: int) -> bool:
    """Whether an author's name stands here as the last word of the article, and nothing but furniture follows."""
    row, above = rows[at], rows[at - 1]
    if not (row.signed or row.unit) or above.mark is not None:
        return False
    if row.unit and not row.signed and not (at + 1 == len(rows) or rows[at + 1].mark is not None):
        return False
    closed = (
        above.ended or above.paragraph or above.pipe or above.dated or above.promotes or above.credit >= 0
    )
    if not closed and not _announces_pictures(above) and not _signs_list(rows, at):
        return False
    for behind in range(at + 1, min(len(rows), at + 1 + LOOK_AHEAD)):
        below = rows[behind]
        if below.mark is not None or below.repeated:
            return True
        if below.ended and below.words >= 6 and not rows[behind - 1].headline:
            return False
    return True


def _announces_pictures(row: Row) -> bool:
    return row.core[-1] in ":." and row.book.captions.galleries.search(row.folded) is not None


def _signs_list(rows: Sequence[Row], at: int) -> bool:
    """Whether a name stands between lines that do not end (results, a programme) and furniture, and is no tag."""
    if at + 1 >= len(rows) or rows[at + 1].mark is None or rows[at].words > NAME_WORDS:
        return False
    for above in rows[at - 1 : max(0, at - LIST_ROWS) : -1]:
        if above.mark is not None or above.repeated:
            return False
        if above.ended:
            return True
    return False


def _bare_tags(rows: Sequence[Row], first: int, end: int) -> int:
    """How many very short lines stand between the last sentence and the furniture: tags that nothing announces."""
    at = end
    while (
        at - 1 > first
        and rows[at - 1].words <= BUTTON_WORDS
        and not (rows[at - 1].ended or rows[at - 1].item)
    ):
        at -= 1
    tags = (
        end < len(rows)
        and rows[at - 1].ended
        and rows[at - 1].paragraph
        and not any(row.signed for row in rows[at:end])
    )
    return end - at if tags else 0


def _listed(row: Row) -> bool:
    """Whether nothing speaks against a headline: a paragraph that breaks off and a caption with a credit do not end either."""
    if not row.headline or row.size > LONG_TITLE or row.several or ";" in row.core:
        return False
    comma = row.core.find(",", 0, EARLY)
    clause = comma > 0 and row.core[1:comma].islower() and row.core[comma + 1 : comma + 2] == " "
    return not clause and row.credit < 0


def _has_headings(rows: Sequence[Row]) -> bool:
    """Whether some line between two finished paragraphs does not end: the article has headings, so a last one may be one."""
    return any(
        above.paragraph and above.ended and not row.ended and below.paragraph and below.ended
        for above, row, below in zip(rows, rows[1:], rows[2:], strict=False)
    )


def _unheaded_list(rows: Sequence[Row], first: int) -> int:
    """How many rows at the very end are headlines of other articles, though nothing announces them."""
    at = len(rows)
    above = {row.key for row in rows[:first]}
    while (
        at - 1 > first
        and not rows[at - 1].ended
        and (_listed(rows[at - 1]) or rows[at - 1].core.isupper())
        and not (rows[at - 1].key in above or twice_in_a_row(rows, at - 1))
    ):
        at -= 1
    listed = rows[at:]
    if len(listed) < BROKEN_LIST:
        shown = any(caption_by_itself(row, 0) for row in listed)
        broken = listed and listed[-1].folded.startswith(listed[-1].book.captions.not_starts)
        listed = [] if shown or broken or _has_headings(rows[first:at]) else listed
    announced = len(listed) >= 2 and rows[at - 1].ended and any(row.words > VERSE_WORDS for row in listed)
    return len(listed) if announced and not any(row.joined for row in listed) else 0
