"""The words of time expressions, read from `times.yaml` and made into the pieces that the rules are built of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from caytre import codebooks
from caytre.analysis.times.values import BRANCHES, STEMS

__all__ = ["CODEBOOKS", "Places", "Words", "flat", "number", "places", "roman", "words"]

CODEBOOKS = ("times.yaml", "lunar_new_year.csv")

Places = list[tuple[int, str]]
"""Where an expression may begin, with the first syllable or the figure that stands there."""

NO_BREAK_SPACES = ("\u00a0", "\u202f", "\u2007")
DASHES = ("–", "—", "−", "‑")
SPELLINGS = (("khoá", "khóa"), ("hoà", "hòa"), ("khoẻ", "khỏe"), ("kỉ", "kỷ"), ("quí", "quý"))
"""Two spellings of one word, each as long as the other; applied to the words of the codebook as well as to the text."""

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
ROMAN_FORM = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")

PIECES = {
    "d": r"(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)",
    "d2": r"(?P<d2>3[01]|[12]\d|0?[1-9])(?!\d)",
    "m": r"(?P<m>1[0-2]|0?[1-9])(?!\d)",
    "m2": r"(?P<m2>1[0-2]|0?[1-9])(?!\d)",
    "m3": r"(?P<m3>1[0-2]|0?[1-9])(?!\d)",
    "y": r"(?P<y>1[0-9]\d\d|20\d\d|2100)(?!\d)",
    "y2": r"(?P<y2>1[0-9]\d\d|20\d\d|2100)(?!\d)",
    "yy": r"(?P<yy>\d\d)(?!\d)",
    "h": r"(?P<h>2[0-4]|1\d|0?\d)",
    "mi": r"(?P<mi>[0-5]\d)(?!\d)",
    "zone": r"(?:,? ?\(?(?P<zone>gmt ?\+ ?0?7)\)?)?",
    "q": r"(?:thứ )?(?P<q>iv|i{1,3}|[1-4]|một|hai|ba|tư|bốn|nhất)",
    "dec": r"(?P<dec>1[5-9]\d0|20\d0|[1-9]0)s?",
    "cent": r"(?P<cent>[ivx]+|\d\d?|nhất|hai|ba)",
    "cent2": r"(?P<cent2>[ivx]+|\d\d?)",
    "bc": r"(?P<bc>trước công nguyên|trước cn|tcn)",
    "year_word": r"{not_away}(?P<year_word>nay|này|ngoái|trước|tới|sau|kia|vừa qua|qua)(?! (?:đây|kia))",
    "month_tail": r"(?:[/.-](?P<m>1[0-2]|0?[1-9])|,? tháng (?:(?P<m3>1[0-2]|0?[1-9])|(?P<mw>{months})))(?:(?: năm |[/,-] ?)(?P<y>20\d\d|19\d\d))?",
    "day_more": r"(?:và |đến |tới |- ?|hoặc |hay )?(?:ngày )?(?P<d2>3[01]|[12]\d|0?[1-9])(?!\d)",
    "dashed": r"\d{1,2}-\d{1,2},? (?:(?:và|đến|tới|-|hoặc|hay) )?(?:hết )?(?:ngày )?\d{1,2}-\d{1,2}(?!\d|[/.]\d)",
    "lunar": r"(?P<lunar> \((?:âm lịch|al|âl)\)| (?:âm lịch|al|âl)\b)?",
    "season": r"(?P<season>xuân|hè|hạ|thu|đông)",
    "dm_words": r"(?P<d>3[01]|[12]\d|0?[1-9])[, ]+tháng (?:(?P<m>1[0-2]|0?[1-9])(?!\d)|(?P<mw>{months}))",
}
"""Named pieces of the rules that are figures or few fixed words; the rest are lists from the codebook."""


NOT_AWAY = r"(?!(?:trước|sau|tới|qua) (?:đó|khi|hết|tiên)(?!\w)|(?:trước|sau) (?:(?:và|hay|hoặc) (?:trước|sau)|{things})(?!\w))"
"""Before "trước" and the like: it points away from now, not from "trước khi", "trước Tết", "trước và sau"."""


def flat(text: str) -> str:
    """Lower case, one kind of space and dash, one spelling: as long as *text*, so that offsets hold."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    for space in NO_BREAK_SPACES:
        lower = lower.replace(space, " ")
    for dash in DASHES:
        lower = lower.replace(dash, "-")
    for other, one in SPELLINGS:
        lower = lower.replace(other, one)
    return lower.replace("\t", " ")


def places(firsts: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the places where an expression may begin: one of *firsts* as a whole word, or a figure."""
    return re.compile(rf"\b(?:{_tree(firsts)}(?![^\W\d_])|\d+)")


def _tree(words: Iterable[str]) -> str:
    """The alternatives grouped by their letters, so that each letter of the text is looked at once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = "" in by_letter
    options = [re.escape(letter) + _tree(rest) for letter, rest in by_letter.items() if letter]
    if not options:
        return ""
    one = options[0] if len(options) == 1 and not ends else f"(?:{'|'.join(options)})"
    return one + "?" if ends else one


def roman(text: str) -> int | None:
    """The number that *text* writes, in Roman or Arabic figures, up to 99; None where it writes none."""
    if text.isdecimal():
        return int(text)
    if not text or not ROMAN_FORM.fullmatch(text):
        return None
    digits = [ROMAN[letter] for letter in text]
    following = [*digits[1:], 0]
    return sum(-a if a < b else a for a, b in zip(digits, following, strict=True))


def number(text: str, names: dict[str, int], multiples: dict[str, int]) -> float | None:
    """The amount that *text* writes in figures or words: "12,5", "3 triệu", "hai mươi lăm", "nửa"; None for "vài"."""
    if text == "nửa":
        return 0.5
    if text[:1].isdecimal():
        figure, _, multiple = text.partition(" ")
        thousands = re.fullmatch(r"\d{1,3}(?:\.\d{3})+", figure)
        return float(figure.replace(".", "") if thousands else figure.replace(",", ".")) * multiples.get(
            multiple, 1
        )
    total, last = 0, 0
    for word in text.split():
        if word in ("mươi", "chục"):
            total, last = total - last + max(last, 1) * 10, 0
        elif word == "trăm":
            total, last = total - last + max(last, 1) * 100, 0
        elif word in ("lẻ", "linh"):
            continue
        elif word in names:
            last = names[word]
            total += last
        else:
            return None
    return float(total) or None


class Words:
    """The content of the codebook, flattened and compiled once."""

    def __init__(self, book: dict[str, Any], new_years: dict[int, date]) -> None:
        self.book = book
        self.new_years = new_years
        self.numbers: dict[str, int] = _flat_keys(book["numbers"])
        self.multiples: dict[str, int] = _flat_keys(book["multiples"])
        self.units: dict[str, str] = _flat_keys(book["units"])
        self.parts: dict[str, str] = _flat_keys(book["parts"])
        self.weekdays: dict[str, int] = _flat_keys(book["weekdays"])
        self.months: dict[str, int] = _flat_keys(book["months"])
        self.seasons: dict[str, str] = _flat_keys(book["seasons"])
        self.toward: dict[str, int] = _flat_keys(book["toward"])
        self.holidays: dict[str, str] = _flat_keys(book["holidays"])
        self.feasts: dict[str, str] = _flat_keys(book["lunar_feasts"])
        self.vague = {flat(p): ref for ref, phrases in book["vague"].items() for p in phrases}
        self.not_vague = {flat(k): frozenset(map(flat, v)) for k, v in book["not_vague"].items()}
        self.not_after = {flat(k): _ends_with(v) for k, v in book["not_after"].items()}
        self.next_to = {key: _ends_with(book[key]) for key in LEFT_LISTS}
        self.followed = {key: frozenset(map(flat, book[key])) for key in RIGHT_LISTS}
        self.paper = re.compile(rf"(?:^|\W)(?:{_either(book['papers'])})(?: số)?:? $")
        self.ahead = re.compile(rf"(?<!\w)(?:{_either(book['ahead'])})(?!\w)")
        starts = book["part_leads"]
        self.part_before = re.compile(rf"(?:^|\W)(?:{_either(starts)}|thứ \w+)[ ,(]{{1,2}}$")
        self.day_listed = re.compile(
            rf"(?:^|\W)(?:{_either(starts)}) (?:\d{{1,2}}([.-])\d{{1,2}}(?:,| và| hoặc) )+$"
        )
        self.unit_sign = re.compile(
            rf" ?(?:{_either(book['unit_signs'])}|(?:{_either(book['short_unit_signs'])})\b)"
        )
        self.day_after_clock = re.compile(
            rf"(?:,? (?:{_either(book['day_after_clock'])})\b|,? (?:ngày|hôm) \d|,? \d{{1,2}}(?:/\d|[.-]\d{{1,2}}[.-]\d{{4}})"
            r"| (?:-|đến|tới) \d{1,2} ?(?:giờ|[hg]\b|[:hg]\d))"
        )
        self.holiday_before = _ends_with(self.holidays)
        self.goes_on = _starts_with(book["goes_on"])
        self.amount_before = re.compile(rf"(?:^|\W)(?:\d+|{_either(book['amount_words'])}) $")
        self.month_lead = re.compile(rf"(?:^|\W)(?:{_either(book['month_leads'])}|\() ?$|\d{{4}} ?- ?$")
        self.pair_after = re.compile(rf"(?:,? (?:{_either(book['pair_after'])})| - (?:ngày )?\d{{1,2}}/\d)")
        self.only_before = {flat(k): frozenset(map(flat, v)) for k, v in book["only_before"].items()}
        self.month_and_year = re.compile(rf" (?:{_either(self.months)}),? \d{{4}}")
        self.longer_after = re.compile(rf" (?:{_either(book['not_duration'])})(?!\w| ra(?!\w))")
        self.sound_after = _starts_with(book["sounds"])
        self.pieces = self._pieces()
        self.firsts = self._firsts()

    def _firsts(self) -> dict[str, list[str]]:
        """The first syllables of groups of words, for the rules that begin with one of a group."""
        return {
            "numbers": [*_heads(self.numbers), "chục", "trăm"],
            "parts": _heads(self.parts),
            "amounts": _heads(self.book["amounts"]),
            "leads": _heads(self.book["holiday_leads"]),
            "feasts": _heads(self.feasts),
            "vague_first": _heads(self.vague),
        }

    def amount(self, text: str) -> float | None:
        """The amount that *text* writes (see `number`)."""
        return number(text, self.numbers, self.multiples)

    def _pieces(self) -> dict[str, str]:
        months = _either(self.months)
        not_away = NOT_AWAY.format(things=_either(self.book["away_from"]))
        pieces = {
            name: piece.replace("{months}", months).replace("{not_away}", not_away)
            for name, piece in PIECES.items()
        }
        one = _either(self.numbers)
        named = rf"(?:{one})(?: (?:mươi|chục|trăm)(?: (?:lẻ |linh )?(?:{one})(?! (?:mươi|chục)))?){{1,2}}|mười (?:{one})|(?:{one}|chục|trăm|nửa)"
        many = _either(self.multiples)
        not_of_years = rf"(?:\d|(?:{_either(self.book['not_of_multiple'])})(?!\w))"
        count = rf"\d{{1,3}}(?:\.\d{{3}})*(?:,\d{{1,2}})?(?: (?:{many})(?= năm(?! {not_of_years})))?|{named}"
        stems, branches = "|".join(STEMS), "|".join(BRANCHES)
        units = _either(self.units)
        pieces |= {
            "mw": rf"(?P<mw>{months})(?!\w)",
            "part": rf"(?P<part>{_either(self.parts)})(?!\w)",
            "part2": rf"(?:{_either(self.parts)})(?!\w)",
            "wd": rf"(?P<wd>{_either(self.weekdays)})(?!\w)",
            "toward": rf"{not_away}(?P<toward>{_either(self.toward)})(?!\w)",
            "mod": r"(?P<mod>đầu|giữa|cuối)",
            "n": rf"(?P<n>{count})",
            "n2": rf"(?P<n2>{count})",
            "u": rf"(?P<u>{units})(?!\w)",
            "u2": rf"(?P<u2>{units})(?!\w)",
            "amount": rf"(?:{_either(self.book['amounts'])})",
            "approximate": _either(self.book["approximate"]),
            "not_of_year": rf"(?:{_either(self.book['not_of_year'])})(?!\w)",
            "dec_word": rf"(?P<dec_word>(?:{_either(self.numbers)}) mươi)",
            "cycle": rf"(?P<stem>{stems}) (?P<branch>{branches}|mẹo)",
            "lunar_month": rf"(?P<mw>{_either(self.book['lunar_months'])})(?!\w)",
            "lead": rf"(?:{_either(self.book['holiday_leads'])})",
            "holiday": rf"(?:(?:ngày|lễ) )?(?P<holiday>{_either(self.holidays)})(?!\w)",
            "lunar_feast": rf"(?P<lunar_feast>{_either(self.feasts)})(?!\w)",
            "vague": rf"(?P<vague>{_either(self.vague)})(?!\w)",
        }
        return pieces


LEFT_LISTS = (
    "not_before_date", "date_leads", "not_before_year", "not_before_every", "lasting", "at_clock", "counting",
    "ordinal_leads", "spans", "approximate", "scores", "not_before_same", "not_before_today", "not_before_quarter",
    "sunday_leads", "season_leads", "late_day_leads", "share_leads", "weekday_leads", "month_word_leads",
    "length_leads", "day_words",
)  # fmt: skip
RIGHT_LISTS = (
    "counted", "sunday_names", "after_five", "per_time", "lasting_after", "not_after_today", "money_and_measure",
    "not_after_lone_year", "not_after_quarter",
)  # fmt: skip


@codebooks.made_from(*CODEBOOKS)
def words(corpus: Path | None) -> Words:
    """The words of the project's codebook, or of the corpus's own."""
    book = codebooks.read_yaml("times.yaml", corpus=corpus)
    rows = codebooks.read_csv("lunar_new_year.csv", corpus=corpus, columns=("year", "date"))
    missing = [key for key in (*LEFT_LISTS, *RIGHT_LISTS, *MAPPINGS) if key not in book]
    if missing:
        raise codebooks.CodebookError(
            f"times.yaml: no entry {', '.join(missing)}; take it over from the project's file"
        )
    try:
        new_years = {int(row["year"]): date.fromisoformat(row["date"]) for row in rows}
    except ValueError as error:
        raise codebooks.CodebookError(f"lunar_new_year.csv: {error}; write dates as 2024-02-10") from None
    return Words(book, new_years)


MAPPINGS = (
    "numbers", "amounts", "units", "parts", "weekdays", "months", "lunar_months", "seasons", "toward", "vague",
    "not_vague", "not_after", "ahead", "holidays", "holiday_leads", "lunar_feasts", "not_duration", "sounds", "not_of_year", "papers",
    "part_leads", "unit_signs", "short_unit_signs", "day_after_clock", "goes_on", "amount_words", "month_leads",
    "pair_after", "only_before", "multiples", "not_of_multiple", "away_from",
    "event_heads", "event_heads_alone", "event_hosts", "event_host_levels", "event_breaks",
)  # fmt: skip


def _flat_keys(mapping: dict[str, Any]) -> dict[str, Any]:
    return {flat(str(key)): value for key, value in mapping.items()}


def _either(entries: Iterable[Any]) -> str:
    """An alternation of literal words, the longest first."""
    found = sorted({flat(str(entry)) for entry in entries}, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, found))


def _ends_with(entries: Iterable[Any]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w])(?:{_either(entries)})[ (“\"]{{0,2}}$")


def _starts_with(entries: Iterable[Any]) -> re.Pattern[str]:
    return re.compile(rf" (?:{_either(entries)})(?!\w)")


def _heads(entries: Iterable[Any]) -> list[str]:
    return list(dict.fromkeys(re.findall(r"[^\W\d_]+", flat(str(entry)))[0] for entry in entries))
