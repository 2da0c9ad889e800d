"""What the page puts around an article, as far as the codebook `furniture.yaml` can tell it from one line.

A phrase is compared by its *key*: folded, without digits and punctuation, so that "Bình luận (12)" is "bình luận".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from caytre import codebooks
from caytre.text.orthography import fold

__all__ = ["CODEBOOK", "IMPRINT", "Captions", "Furniture", "Mark", "furniture", "key", "letters"]

CODEBOOK = "furniture.yaml"
MARK_LIMIT = 200
"""A longer line is no button and no heading of a list."""
IMPRINT_LIMIT = 500
BUTTON_LIMIT = 30
MENU_NAMES = 5
"""A line that opens with so many names of sections is the bar of the page, whatever follows."""
NAME_WORDS = 5
"""A section's name in a string of them has at most so many words."""
ROLES = ("header", "end", "comments", "inline")

Role = Literal["header", "end", "comments", "inline"]

NOT_LETTERS = re.compile(r"[\W\d_]+")
HASHTAG = re.compile(r"#\w")
PLAYED = re.compile(r"0?0:00|-?\d{1,2}:\d{2}\s*/\s*-?\d{1,2}:\d{2}")
"""How far a player has played: "0:00 / 3:25", or "0:00"."""
NUMBERED = re.compile(r"\d{1,2}[.)]\s?[^\W\d_]")
"""How a heading of an article is numbered; a line of the imprint is not."""
PHOTO_RIGHT = re.compile(r"^©\s?(?:ảnh|photo)|(?<=[.!?…”\"])\s*©\s?[^\W\d_][^\d.©]{1,40}$", re.IGNORECASE)
"""Whose a picture is: "© Ảnh: TTXVN …", or "… phiên họp. © AFP" at the end of its caption."""
CREDIT_TAIL = 70
"""A credit stands this near to the end of its line."""
PHONE_WORD = 3
PHONE = re.compile(r"\W*\w{2,3}\s?[:.(+\d]")
"""How a phone is given: "ĐT: 024 …"; "ĐT U23" is a team."""
CONTACT = re.compile(r"[:@\d]")


class Mark(NamedTuple):
    """One line known as furniture: what it is, and what it says about the lines after it."""

    kind: str
    role: Role


HASHTAGS = Mark("nav", "end")
IMPRINT = Mark("footer", "end")
PLAYER = Mark("nav", "inline")


class Captions(NamedTuple):
    """Phrases that only the line under a picture has, and phrases that it never has."""

    image_note_starts: tuple[str, ...]
    image_notes: frozenset[str]
    starts: tuple[str, ...]
    credit: re.Pattern[str]
    bare_credit: re.Pattern[str]
    makers: tuple[str, ...]
    provided: tuple[str, ...]
    credit_ends: tuple[str, ...]
    glued: re.Pattern[str]
    scenes: re.Pattern[str]
    scenes_unended: re.Pattern[str]
    scene_not: re.Pattern[str]
    scenes_last: tuple[str, ...]
    heads: tuple[str, ...]
    things: tuple[str, ...]
    shows: tuple[str, ...]
    film_ends: tuple[str, ...]
    ends: re.Pattern[str]
    galleries: re.Pattern[str]
    positions: tuple[str, ...]
    tells: re.Pattern[str]
    not_starts: tuple[str, ...]
    tasks: tuple[str, ...]


class Furniture(NamedTuple):
    """The codebook, made ready for comparing."""

    whole: dict[str, Mark]
    starts: dict[str, tuple[tuple[str, Mark, bool, bool], ...]]
    contains: tuple[tuple[str, Mark], ...]
    patterns: tuple[tuple[re.Pattern[str], Mark], ...]
    spared: tuple[str, ...]
    imprint: re.Pattern[str]
    publishers: re.Pattern[str]
    sections: frozenset[str]
    section_heads: frozenset[str]
    places: frozenset[str]
    phrases: re.Pattern[str]
    date_labels: tuple[str, ...]
    update_labels: tuple[str, ...]
    clock_words: frozenset[str]
    templates: frozenset[str]
    months: dict[str, int]
    english_months: re.Pattern[str]
    labels: frozenset[str]
    units: tuple[str, ...]
    roles: frozenset[str]
    professions: tuple[str, ...]
    works: frozenset[str]
    author_labels: frozenset[str]
    author_openings: tuple[str, ...]
    affiliations: re.Pattern[str]
    honorifics: tuple[str, ...]
    question_labels: frozenset[str]
    question_openings: tuple[str, ...]
    addressed: frozenset[str]
    abstracts: frozenset[str]
    contents: frozenset[str]
    notes: frozenset[str]
    teasers: tuple[str, ...]
    media: tuple[str, ...]
    connectives: tuple[str, ...]
    age: re.Pattern[str]
    age_ends: tuple[str, ...]
    imprint_words: re.Pattern[str]
    captions: Captions

    def mark(self, core: str, words: str, *, article: bool) -> Mark | None:
        """What *core* (a line without outer white space, *words* its key) is by itself; None where it may be text.

        *article* says that the line stands inside the article, where phrases that also open sentences do not count.
        """
        size = len(core)
        if size > (MARK_LIMIT if article else IMPRINT_LIMIT):
            return None
        if size <= MARK_LIMIT:
            if core[0].isdigit() and PLAYED.fullmatch(core):
                return PLAYER
            if words.startswith(self.spared):
                return None
            if core[0] == "#" and HASHTAG.match(core):
                return HASHTAGS
            exact = self.whole.get(words)
            numbered = len(words) == 1 and any(map(str.isdigit, core))
            if (
                exact is not None
                and not numbered
                and not (article and core[-1] == ":" and exact.role == "inline")
            ):
                return exact
            for phrase, mark, guarded, short in self.starts.get(words.partition(" ")[0], ()):
                if not words.startswith(phrase) or words[len(phrase) : len(phrase) + 1].strip():
                    continue
                if (short and size > BUTTON_LIMIT) or (
                    guarded
                    and (
                        article
                        or not CONTACT.search(core)
                        or self.captions.credit.search(fold(core[-CREDIT_TAIL:]))
                        or NUMBERED.match(core)
                        or (len(phrase) <= PHONE_WORD and not PHONE.match(core))
                    )
                ):
                    continue
                return mark
            for pattern, mark in self.patterns:
                if pattern.fullmatch(words):
                    return mark
        if "©" in core and PHOTO_RIGHT.search(core):
            return None
        lower = core.lower()
        return next((mark for phrase, mark in self.contains if phrase in lower), None)

    def strung(self, words: str) -> bool:
        """Whether the key *words* is nothing but names of sections and buttons, two or more, or opens with many of them."""
        parts = words.split(" ")
        if parts[0] not in self.section_heads:
            return False
        at = names = 0
        while at < len(parts):
            for end in range(min(len(parts), at + NAME_WORDS), at, -1):
                name = " ".join(parts[at:end])
                if name in self.sections or name in self.whole:
                    at, names = end, names + 1
                    break
            else:
                return names >= MENU_NAMES
        return names > 1

    def is_age(self, core: str) -> bool:
        """Whether *core* ends like an item of a list of news: "3 giờ trước"."""
        return (
            len(core) <= MARK_LIMIT
            and core.rstrip(" .)|").endswith(self.age_ends)
            and self.age.search(core.lower()) is not None
        )

    def only_age(self, core: str) -> bool:
        """Whether *core* says how long ago and nothing else: "2 tháng 2 tuần trước"."""
        return self.is_age(core) and self.age.match(core.lower()) is not None


@lru_cache(maxsize=16_384)
def key(text: str) -> str:
    """*text* as phrases are compared: folded, letters only, one space between words."""
    return letters(fold(text))


@codebooks.made_from(CODEBOOK)
def furniture(corpus: Path | None) -> Furniture:
    """The codebook of *corpus*, compiled."""
    data = codebooks.read_yaml(CODEBOOK, corpus=corpus)
    marks = _marks(data["marks"])
    return Furniture(
        whole=marks.whole,
        starts={first: tuple(entries) for first, entries in marks.starts.items()},
        contains=tuple(marks.contains),
        patterns=tuple(marks.patterns),
        spared=tuple(map(key, data["spared"])),
        imprint=_any(marks.imprint),
        publishers=_any(data["publishers"]),
        sections=_keys(data["sections"]),
        section_heads=frozenset(name.partition(" ")[0] for name in (*_keys(data["sections"]), *marks.whole)),
        places=_keys(data["places"]),
        phrases=_any(data["dateline_phrases"]),
        date_labels=_folded(data["date_labels"]),
        update_labels=_folded(data["update_labels"]),
        clock_words=_keys(data["clock_words"]),
        templates=_keys(data["template_words"]),
        months={
            fold(name): number
            for names in (data["months"], data["english_months"])
            for number, name in enumerate(names, 1)
        },
        english_months=re.compile(
            rf"(?<!\w)(?:(\d{{1,2}})(?:st|nd|rd|th)? )?({'|'.join(_escaped(data['english_months']))})(?: (\d{{1,2}}))?,? (\d{{4}})(?!\d)"
        ),
        labels=_keys(data["byline_labels"]),
        units=tuple(phrase + " " for phrase in _folded(data["byline_units"])),
        roles=_keys(data["byline_roles"]),
        professions=tuple(map(key, data["byline_professions"])),
        works=_keys(data["byline_works"]),
        author_labels=_keys(data["byline_author_labels"]),
        author_openings=tuple(phrase + " " for phrase in _folded(data["byline_openings"])),
        affiliations=_any(data["byline_affiliations"]),
        honorifics=tuple(f"{word.capitalize()} " for word in data["honorifics"]),
        question_labels=_keys(data["question_labels"]),
        question_openings=tuple(phrase + " " for phrase in _folded(data["question_openings"])),
        addressed=_keys(data["addressed"]),
        abstracts=_keys(data["abstract_heads"]),
        contents=_keys(data["contents_heads"]),
        notes=_keys(data["byline_notes"]),
        teasers=_folded(data["teaser_starts"]),
        media=_folded(data["media_starts"]),
        connectives=tuple(phrase + "," for phrase in _folded(data["connectives"])),
        age=_age(data["ages"]),
        age_ends=tuple(data["ages"]["ends"]),
        imprint_words=re.compile("|".join(_escaped(data["imprint_words"]))),
        captions=_captions(data["captions"]),
    )


def _age(words: dict[str, list[str]]) -> re.Pattern[str]:
    """How long ago something came out, at the end of a line: "3 giờ trước", "hai ngày trước"."""
    numbers, units, ends = ("|".join(map(re.escape, words[name])) for name in ("numbers", "units", "ends"))
    return re.compile(rf"(?:^|\s)(?:(?:\d{{1,3}}|{numbers})\s+(?:{units})\s+){{1,2}}(?:{ends})\W*$")


class _Marks(NamedTuple):
    """The marks while they are gathered; `imprint` holds the phrases that stand in imprints alone."""

    whole: dict[str, Mark]
    starts: dict[str, list[tuple[str, Mark, bool, bool]]]
    contains: list[tuple[str, Mark]]
    patterns: list[tuple[re.Pattern[str], Mark]]
    imprint: set[str]


def _marks(groups: list[dict[str, Any]]) -> _Marks:
    found = _Marks({}, {}, [], [], set())
    for group in groups:
        if group["role"] not in ROLES:
            raise ValueError(f'role "{group["role"]}" is none of {", ".join(ROLES)}')
        mark = Mark(group["kind"], group["role"])
        found.whole.update((key(phrase), mark) for phrase in group.get("whole", ()))
        guarded, short = _keys(group.get("guarded", ())), _keys(group.get("short", ()))
        for phrase in map(key, group.get("starts", ())):
            found.starts.setdefault(phrase.partition(" ")[0], []).append(
                (phrase, mark, phrase in guarded, phrase in short)
            )
        found.patterns.extend((re.compile(fold(pattern)), mark) for pattern in group.get("patterns", ()))
        found.imprint.update(guarded if mark == IMPRINT else ())
        found.contains.extend((phrase.lower(), mark) for phrase in group.get("contains", ()))
    return found


def _captions(data: dict[str, list[str]]) -> Captions:
    credits = "|".join(_escaped(data["credits"]))
    openings = "|".join(
        re.escape(phrase[:1].upper() + phrase[1:]) for phrase in data["starts"] if phrase[0].isalpha()
    )
    bare = "|".join(
        re.escape(form) for word in data["bare_credits"] for form in (word, word.capitalize(), word.upper())
    )
    return Captions(
        image_note_starts=tuple(map(key, data["image_note_starts"])),
        image_notes=_keys(data["image_notes"]),
        starts=_folded(data["starts"]),
        credit=re.compile(rf"(?:^|[\s(\[.,;“\"–_)/-])(?:{credits})\s?(?::|/(?=\S))(?!//)"),
        bare_credit=re.compile(
            rf"(?:(?<=[.!?…;,\"”)]\s)|[(\[]|(?<=\s[-–—]\s))(?:{bare})((?:[\s/-]+[^\W\d_][\w.]*){{1,8}})[)\].\s]*$"
        ),
        makers=tuple(phrase + " " for phrase in _folded(data["credit_makers"])),
        provided=tuple(data["credit_provided"]),
        credit_ends=tuple(map(key, data["credit_ends"])),
        glued=re.compile(rf"(?<=[.!?…”\"])(?={openings})"),
        scenes=_any(data["scenes"]),
        scenes_unended=_any(data["scenes_unended"]),
        scene_not=_any(data["scene_not"]),
        scenes_last=tuple(" " + key(phrase) for phrase in data["scenes"]),
        heads=tuple(phrase + " " for phrase in _folded(data["heads"])),
        shows=tuple(phrase + " " for phrase in _folded(data["shows"])),
        film_ends=tuple(map(key, data["film_ends"])),
        things=tuple(phrase + " " for phrase in _folded(data["things"])),
        ends=_any(data["scene_ends"]),
        galleries=_any(data["galleries"]),
        positions=_folded(data["positions"]),
        tells=_any(data["not"]),
        not_starts=tuple(phrase + " " for phrase in _folded(data["not_starts"])),
        tasks=tuple(phrase + " " for phrase in _folded(data["tasks"])),
    )


def letters(folded: str) -> str:
    """The words of a folded line, without digits and punctuation."""
    return NOT_LETTERS.sub(" ", folded).strip()


def _keys(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(map(key, phrases))


def _folded(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(fold, phrases))


def _escaped(phrases: Iterable[str]) -> list[str]:
    return [re.escape(fold(phrase)) for phrase in sorted(phrases, key=len, reverse=True)]


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of *phrases* as whole words, in folded text."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(_escaped(phrases))})(?!\w)")
