"""The grammar of Vietnamese time expressions: one table of rules over flattened text.

A rule is the first syllables it can begin with, a pattern, the function that reads it, and a test of what stands
around it. The words in {braces} come from the codebook `times.yaml`. At every place the longest match wins; what it
covers is not looked at again. Neighbours are put together afterwards (see `grammar`): "7h30", "sáng" and
"thứ Hai 21/10" are three rules and one expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from caytre.analysis.times import guards, word_guards
from caytre.analysis.times.readers import (
    Payload,
    before_that,
    decade,
    every,
    feast,
    length,
    moment,
    part_of_year,
    since,
    unclear,
    vague,
    whole,
    years,
)
from caytre.analysis.times.values import Duration
from caytre.analysis.times.words import Places, Words, flat

__all__ = ["Found", "Rules", "compiled", "gate"]

NUMBER = "#"
"""Stands among the first syllables for a number in digits."""

BEFORE_DIGITS = re.compile(r"[\w][/.,:\-]$|[+$€£]$")
"""What a number may not directly follow: it would be a piece of a longer number or code."""
NAMED = re.compile(r"\(\?P<\w+>")
NAMED_AGAIN = re.compile(r"\(\?P=sep\)")
PLACEHOLDER = re.compile(r"\{(\w+)\}")

TIDY = r"(?![\w%])(?![/.,:]\d)(?!/(?!(?:ngày|đêm|tuần|tháng|năm|buổi|ca)\b)\w)(?!-[^\W\d_])"
"""Where an expression that ends in a figure may end; words end at any word boundary. "8 tiếng/ngày" is a length."""


class Rule(NamedTuple):
    """The syllables an expression may begin with, its pattern (words in braces are filled in from the codebook), what reads
    the match, the type of the value, and the condition under which it counts."""

    first: str
    pattern: str
    read: Callable[[Words, Mapping[str, str]], Payload | None]
    type: str
    guard: Callable[[Words, str, int, int, str], str] = guards.free


class Found(NamedTuple):
    """What a rule found: where, what it says, and whether it is too little to stand alone."""

    start: int
    end: int
    type: str
    payload: Payload
    weak: bool = False


MODS = "đầu giữa cuối"

# fmt: off
RULES: tuple[Rule, ...] = (
    # Dates in figures: 14/12/2021, 14-12-2021, 14.12.2021, 2021-12-14, 14/12, 31.10, 25-28.6, 12/2021
    Rule("#", r"{d}(?P<sep> ?[/.-] ?){m}(?P=sep){y}{lunar}", moment, "DATE", guards.numbered),
    Rule("#", r"{y}-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])", moment, "DATE", guards.numbered),
    Rule("#", r"{y}-(?P<m>\d\d)-(?P<d>\d\d)[t ]{h}:{mi}(?::[0-5]\d)?(?:(?P<zone>\+07:?00)|z)?", moment, "TIME"),
    Rule("#", r"{d}/{m}{lunar}(?: {toward})?", moment, "DATE", guards.stroke),
    Rule("#", r"{d}[.-]{m}(?: {toward})?", moment, "DATE", guards.after_day),
    Rule("#", r"{d}(?: ?- ?| đến | tới ){d2}[/.-]{m}(?:[/.-]{y})?", moment, "DATE", guards.stroke_range),
    Rule("#", r"{d}\.{m} ?- ?{d2}\.{m2}", moment, "DATE", guards.dotted_range),
    Rule("#", r"{d}-{m} (?:đến|tới) {d2}-{m2}", moment, "DATE", guards.dashed_range),
    Rule("#", r"{m}(?: ?/ ?|-|\.){y}", moment, "DATE", guards.month_of_year),
    Rule("#", r"{d} tháng {m}(?:(?: năm |[/,-] ?| ){y})?", moment, "DATE", guards.spoken_date),
    Rule("#", r"{d} tháng (?!năm ){mw}(?: năm |,? ){y}", moment, "DATE"),
    # ngày 14/12, ngày 5 tháng 3 năm 2020, ngày 5, 6 và 7/3, mùng 3 tháng Giêng
    Rule("ngày các", r"(?:(?<!nội )các )?ngày {d}[/.-]{m}(?:[/.-]{y})?{lunar}(?: {toward})?", moment, "DATE", guards.per_day),
    Rule("ngày", r"ngày {d} - {m} - {y}", moment, "DATE"),
    Rule("ngày các", r"(?:(?<!nội )các )?ngày {dm_words}(?:(?: năm |[/,-] ?){y})?{lunar}", moment, "DATE"),
    Rule("ngày các", r"(?:(?<!nội )các )?ngày (?!{dashed}){d}(?:,? ?-? ?{day_more}){1,6}{month_tail}", moment, "DATE"),
    Rule("ngày các", r"(?:(?<!nội )các )?ngày (?!{dashed}){d}(?:,? ?-? ?{day_more}){1,6}", moment, "DATE", guards.day_list),
    Rule("# {numbers}", r"(?:{n}) ngày:? {d}(?:,? ?-? ?{day_more}){1,6}{month_tail}", moment, "DATE"),
    Rule("ngày", r"ngày {d}(?: {toward})?", moment, "DATE", guards.lone_day),
    Rule("ngày mùng mồng", r"(?:ngày )?(?:mùng|mồng) {d}(?:(?: tháng (?:{m}|{mw})|/{m3}){lunar}| âm lịch)?", moment, "DATE", guards.lunar_day),
    # hôm nay, ngày mai, cùng ngày, sáng nay, tối qua
    Rule("ngày hôm", r"(?:ngày )?hôm (?P<today>nay|qua|kia|sau|(?<=ngày hôm )trước)", moment, "DATE"),
    Rule("ngày", r"ngày (?P<ahead>mai|mốt|kia)", moment, "DATE"),
    Rule("ngày tuần tháng quý năm", r"(?P<unit>ngày|tuần|tháng|quý|năm) (?P<there>trước|sau) đó", moment, "DATE", word_guards.uncounted),
    Rule("cùng", r"cùng (?P<same>ngày|tháng|năm)", moment, "DATE", word_guards.same),
    Rule(f"năm {MODS}", r"(?:{mod} )?(?P<that>năm) (?:đó|ấy)", moment, "DATE", word_guards.uncounted),
    Rule("{parts}", r"{part}(?: {part2})?(?: ngày)?(?: hôm)? (?P<today>nay|qua|mai|kia|(?<=hôm )(?:trước|sau))", moment, "TIME", word_guards.today),
    Rule("buổi ban {parts}", r"(?P<named>buổi |ban )?{part}", moment, "TIME", word_guards.part_of_day),
    Rule("{parts}", r"{part} {d}", moment, "TIME", guards.day_of_pair),
    # 16:30, 7h30, 19g, 14 giờ 50 phút
    Rule("#", r"{h} ?[:hg] ?{mi}(?::[0-5]\d|['’])?{zone}", moment, "TIME", guards.score),
    Rule("#", r"{h} ?[hg]{zone}", moment, "TIME", guards.clock),
    Rule("#", r"{h} giờ(?: {mi}(?: phút(?: \d{1,2} giây)?)?| (?P<half_hour>rưỡi))?{zone}", moment, "TIME", guards.clock),
    # thứ Hai, Chủ nhật tuần trước, tuần này, cuối tuần qua
    Rule("thứ chủ ngày", r"(?:ngày )?{wd}(?: {toward})?", moment, "DATE", word_guards.weekday),
    Rule("dịp cuối # {numbers}", r"(?:dịp |{n} ngày )?(?P<weekend>cuối tuần)(?: {toward})?", moment, "DATE"),
    Rule(f"tuần {MODS}", r"(?:{mod} )?(?P<unit>tuần) (?:lễ )?{toward}", moment, "DATE"),
    Rule(MODS, r"{mod} (?P<unit>tuần)", moment, "DATE", guards.free),
    # tháng 8, tháng 12/2021, đầu tháng Tám, tháng này
    Rule(f"tháng {MODS} nửa", r"(?:(?:nửa )?{mod} )?tháng {m}{lunar}(?:(?: ?/ ?| ?- ?|\.|[, ]+năm ){y})?(?: {toward})?", moment, "DATE", word_guards.month),
    Rule(f"tháng {MODS} nửa", r"(?:(?:nửa )?{mod} )?tháng {mw}{lunar}(?:[, ]+năm {y})?(?: {toward})?", moment, "DATE", word_guards.month),
    Rule("tháng", r"tháng {m} ?- ?{m2}(?:(?: ?/ ?| năm ){y})?", moment, "DATE", guards.free),
    Rule("tháng các", r"(?:các )?tháng {m}(?:,? (?:và )?(?P<m2>1[0-2]|0?[1-9])(?!\d)){1,4}(?: ?/ ?|,? năm ){y}", moment, "DATE"),
    Rule("tháng các", r"(?:các )?tháng {m}(?:, ?\d{1,2}){0,4} và {m2}", moment, "DATE", guards.day_list),
    Rule(f"tháng {MODS}", r"(?:{mod} )?(?P<unit>tháng) {toward}", moment, "DATE"),
    Rule(MODS, r"{mod} (?P<unit>tháng|quý)", moment, "DATE"),
    # quý III/2024, nửa đầu năm 2023, 9 tháng đầu năm, 6 tháng cuối năm nay
    Rule(f"quý {MODS}", r"(?:{mod} )?quý {q}(?:(?: ?/ ?| ?- ?|[., ]|[, ]+năm ){y}| {year_word})?", moment, "DATE", word_guards.quarter),
    Rule(f"quý {MODS}", r"(?:{mod} )?(?P<unit>quý) {toward}", moment, "DATE", word_guards.quarter),
    Rule("nửa", r"nửa (?P<half>đầu|cuối|sau)(?: của)? (?:năm )?{y}", moment, "DATE"),
    Rule("nửa", r"nửa (?P<half>đầu|cuối|sau)(?: của)? năm(?: {year_word})?", moment, "DATE"),
    Rule("# {numbers}", r"{n} (?P<of>tháng|quý) (?P<side>đầu|cuối)(?:(?: tiên| cùng)?(?: của)? năm(?: {y}| {year_word})?|(?=[ ,.;)])(?! {not_of_year}))", part_of_year, "DATE"),
    Rule("# {numbers} những các mấy", r"(?:{n}|những|các|mấy) (?:ngày|tuần) {mod}(?: tiên| cùng)?(?: của)? tháng (?:{m}|{mw})(?:(?: ?/ ?|,? năm ){y}| năm {year_word})?", moment, "DATE"),
    Rule("# {numbers}", r"{n} (?:ngày|tuần) {mod}(?: tiên| cùng)?(?: của)? (?:năm {y}|năm {year_word}|(?P<unit>năm))", moment, "DATE", word_guards.lone_year),
    Rule("# {numbers}", r"{n} (?P<of>tháng|quý)(?: của)? năm {y}", part_of_year, "DATE"),
    Rule("quý", r"(?P<of>quý) (?P<side>đầu|cuối)(?: tiên| cùng)?(?: của)? năm(?: {y}| {year_word})?", part_of_year, "DATE"),
    # năm 2025, cuối năm ngoái, năm Giáp Thìn, năm 111 trước Công nguyên
    Rule(f"năm {MODS}", r"(?:{mod} )?năm {y}(?: {bc})?", moment, "DATE", word_guards.year),
    Rule("cùng", r"cùng kỳ(?: của)?(?: năm)? (?:{y}|{year_word})", moment, "DATE"),
    Rule("cả", r"cả năm (?:{y}|{year_word})", moment, "DATE"),
    Rule("cả", r"cả (?P<u>tuần|tháng) (?P<toward>nay|qua|nữa)", whole, "DURATION"),
    Rule("hết", r"hết (?P<unit>năm|quý|tháng|tuần)", moment, "DATE", word_guards.to_the_end),
    Rule("những các mấy", r"(?:những|các|mấy) (?:ngày|tuần|tháng|quý) {mod}(?: năm {y}| năm {year_word}| (?P<unit>năm))", moment, "DATE", word_guards.lone_year),
    Rule("cả", r"cả (?P<unit>năm)", moment, "DATE", word_guards.whole_year),
    Rule("năm", r"năm (?P<y>\d{2,4}) {bc}", moment, "DATE"),
    Rule("năm", r"năm (?P<y>[1-9]\d\d)", moment, "DATE", word_guards.old_year),
    Rule("sang", r"sang (?P<turn>năm|tháng|tuần)", moment, "DATE", word_guards.turn),
    Rule(f"năm {MODS}", r"(?:{mod} )?năm {year_word}", moment, "DATE", word_guards.year_word),
    Rule(MODS, r"{mod} (?P<unit>năm)", moment, "DATE", word_guards.lone_year),
    Rule("năm xuân tết dịp", r"(?:dịp )?(?P<feast>năm|xuân|tết nguyên đán|tết) {cycle}(?: năm)?(?: {y})?", feast, "DATE"),
    Rule(f"# {MODS}", r"(?:{mod} )?{y}", moment, "DATE", guards.bare_year),
    Rule("năm", r"năm (?:đầu tiên|đầu|cuối|cuối cùng|bản lề)(?= (?:thực hiện|triển khai|của nhiệm kỳ|nhiệm kỳ))", since, "DATE"),
    # 2016 - 2021, mùa giải 2023/24
    Rule("# những năm", r"(?:(?:những )?năm )?{y} ?- ?(?:năm )?{y2}", years, "DATE", guards.numbered),
    Rule("#", r"{y}[/-]{yy}", years, "DATE", guards.season),
    Rule("#", r"{y}/{y2}", years, "DATE", guards.season),
    # thập niên 1990, những năm 80, thế kỷ XXI, giữa thế kỷ này
    Rule(f"những thập {MODS}", r"(?:{mod} )?(?:những |các )?(?:năm|thập niên|thập kỷ) (?:{dec}|{dec_word})(?: (?:của )?thế kỷ (?:(?:thứ )?{cent}|này|trước))?", decade, "DATE", word_guards.decade),
    Rule(f"thế thập {MODS} nửa những", r"(?:(?:những (?:năm|thập niên|thập kỷ) )?{mod} |nửa (?P<half_of>đầu|cuối|sau) )?(?:của )?(?P<unit>thế kỷ|thập kỷ|thập niên) {toward}", decade, "DATE"),
    Rule(f"thế {MODS} nửa những", r"(?:(?:những (?:năm|thập niên|thập kỷ) )?{mod} |nửa (?P<half_of>đầu|cuối|sau) )?(?:của )?thế kỷ (?:thứ )?{cent}(?: {bc})?", decade, "DATE"),
    Rule("thế", r"thế kỷ {cent} ?- ?(?:thế kỷ )?{cent2}", decade, "DATE"),
    # mùa hè 2024, Tết Nguyên đán, rằm tháng Giêng, dịp Quốc khánh
    Rule(f"mùa hè {MODS}", r"(?:{mod} )?(?:mùa {season}|(?P<season2>hè))(?: (?:năm )?{y}| năm {year_word}| {toward})?", moment, "DATE", word_guards.season_word),
    Rule("tết dịp", r"(?:dịp )?tết (?:nguyên đán|âm lịch|cổ truyền|ta)(?: (?:năm )?{y}| năm {year_word}| {toward})?", feast, "DATE"),
    Rule("tết dịp", r"(?:dịp )?tết (?:(?:năm )?{y}|năm {year_word}|{toward})", feast, "DATE"),
    Rule("dịp", r"dịp (?:lễ,? ?)?tết", feast, "DATE"),
    Rule("# mùng mồng ngày", r"(?:ngày )?(?:mùng |mồng )?(?P<of_tet>[1-9]|[123]\d) (?:tháng chạp|tết)", feast, "DATE"),
    Rule("#", r"{d}(?:(?: ?- ?| đến | tới ){d2})? tháng {lunar_month}(?: âm lịch)?", moment, "DATE"),
    Rule("tết", r"(?P<holiday>tết dương lịch)(?: (?:năm )?{y})?", feast, "DATE"),
    Rule("giao đêm", r"(?P<eve>đêm giao thừa|giao thừa)", feast, "DATE"),
    Rule("rằm", r"rằm tháng (?:{m}|{mw})", feast, "DATE"),
    Rule("{leads}", r"{lead} {holiday}(?:,? {d}[/.-]{m})?(?:[/ -]{y})?", feast, "DATE"),
    Rule("{feasts}", r"{lunar_feast}(?: (?:năm )?{y})?", feast, "DATE"),
    # 35 năm, 5-10 năm tới, hai thập kỷ qua, 3 năm trước, cách đây 10 ngày, nửa năm
    Rule("# {numbers}", r"{n}(?P<plus> ?- ?| đến | tới ){n2} {u}(?: {toward})?", length, "DURATION", word_guards.duration),
    Rule("# {numbers}", r"{n} {u}(?P<plus> đến ){n2} {u2}(?: {toward})?", length, "DURATION", word_guards.duration),
    Rule("# {numbers}", r"{n} {u}(?: (?P<and_half>rưỡi))?(?: liên tiếp| liền)?(?: (?:đổi mới )?{toward})?", length, "DURATION", word_guards.duration),
    Rule("# {numbers}", r"{n} {u},? {n2} {u2}(?: liên tiếp| liền)?(?: {toward})?", length, "DURATION", word_guards.duration),
    Rule("# {numbers}", r"{n} {u} (?P<there>trước|sau) đó", before_that, "DATE", word_guards.duration),
    Rule("cách", r"cách (?:đây|nay)(?: (?:{approximate}))? {n} {u}", length, "DATE", word_guards.duration),
    Rule("nửa", r"(?P<n>nửa) {u}(?: {toward})?", length, "DURATION", word_guards.duration),
    Rule("{amounts} các", r"(?:trong )?(?:(?P<x>{amount})|các) {u}(?: {toward})", unclear, "DATE", word_guards.duration),
    Rule("{amounts}", r"(?P<x>(?!những ){amount}) {u}", unclear, "DURATION", word_guards.duration),
    Rule("năm", r"(?P<x>)(?P<u>năm) (?P<toward>vừa qua|qua)", unclear, "DURATION", word_guards.uncounted),
    # hằng năm, mỗi ngày, 5 năm một lần
    Rule("hằng hàng mỗi", r"(?:hằng|hàng|mỗi) (?:{part}|{wd}|{u}|quý)", every, "SET", word_guards.every),
    Rule("mỗi cứ định", r"(?:mỗi|cứ|định kỳ) {n} {u}(?: ?/ ?lần)?", every, "SET"),
    Rule("# {numbers}", r"{n} {u}(?: ?/ ?(?:một |1 )?| (?:một|1) )lần", every, "SET"),
    Rule("từng", r"từng (?P<u>tháng|tuần|quý|năm)", every, "SET", word_guards.each),
    Rule("{vague_first}", r"{vague}", vague, "DATE", word_guards.vague),
)
# fmt: on
"""Read by `Rules`. What a rule covers stands in the comment above its group."""


class Rules:
    """The table with the words of one codebook filled in, by first syllable."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.by_first: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
        for rule in RULES:
            filled = PLACEHOLDER.sub(lambda m: words.pieces[m[1]], rule.pattern)
            pattern = re.compile(f"(?:{filled}){TIDY}")
            for first in _firsts(rule.first, words):
                self.by_first.setdefault(first, []).append((pattern, rule))
        self.gates = {
            first: gate(pattern.pattern for pattern, _ in rules) for first, rules in self.by_first.items()
        }

    def scan(self, text: str, raw: str, starts: Places) -> list[Found]:
        """Every match in *text*, which is *raw* flattened: from left to right, the longest at each place."""
        found: list[Found] = []
        gates, done = self.gates, 0
        for start, word in starts:
            if start < done:
                continue
            first = word
            if word.isdecimal():
                first = NUMBER
                if start - done > 1 and BEFORE_DIGITS.search(text, max(0, start - 2), start):
                    continue
            if first in gates and gates[first].match(text, start):
                best = self._best(self.by_first[first], text, raw, start)
                if best is not None:
                    found.append(best)
                    done = best.end
        return found

    def _best(
        self, rules: list[tuple[re.Pattern[str], Rule]], text: str, raw: str, start: int
    ) -> Found | None:
        best: Found | None = None
        for pattern, rule in rules:
            match = pattern.match(text, start)
            if match is None or (best is not None and match.end() <= best.end):
                continue
            verdict = rule.guard(self.words, text, start, match.end(), raw)
            if verdict == guards.NO:
                continue
            payload = rule.read(self.words, match.groupdict())
            if payload is not None:
                best = Found(start, match.end(), _kind(rule.type, payload), payload, verdict == guards.WEAK)
        return best


def gate(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern that matches wherever one of *patterns* does: most places fail it, and then none need be tried."""
    plain = (NAMED_AGAIN.sub("(?: ?[/.-] ?)", NAMED.sub("(?:", pattern)) for pattern in patterns)
    return re.compile("|".join(dict.fromkeys(plain)))


def _kind(kind: str, payload: Payload) -> str:
    """ "3 năm trước" is matched as a length and is a date, "thập kỷ qua" the other way round."""
    if isinstance(payload, Duration):
        return "SET" if payload.every else "DURATION"
    return "DATE" if kind == "DURATION" else kind


def _firsts(first: str, words: Words) -> list[str]:
    out: list[str] = []
    for part in first.split():
        out += words.firsts[part[1:-1]] if part.startswith("{") else [flat(part)]
    return list(dict.fromkeys(out))


@lru_cache(maxsize=8)
def compiled(words: Words) -> Rules:
    """The rules for the words of a codebook, built once."""
    return Rules(words)
