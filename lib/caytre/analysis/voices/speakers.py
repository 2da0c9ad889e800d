"""Whose words a quotation is, from what stands around it. Unknown is better than wrong.

The places where Vietnamese press prose names the speaker, each a rule below: after the quotation ("“…”, ông Nam nói"),
before it ("ông Nam nói: “…”", "theo lời ông Nam, “…”"), before a colon, after a noun of saying ("chỉ đạo của …"), and,
where the quotation opens a sentence and says nothing itself, the speaker of the words right before.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from caytre.analysis.voices.speech import Passage, Speaker

__all__ = ["NOBODY", "Attribution", "after", "before", "joined", "pointing"]

GAP = re.compile(r"[^\w:;(\n]*$")
DASHED = re.compile(r"[\s,]*[–—-]\s")
COLON = re.compile(r":\s*[-–]?\s*[“”„\"«‘']*$")
CLOSED = re.compile(r"[”\"»“]")
OF, BY = "của", "theo"
LONGEST_BARE = 9
"""Tokens that the rest of a sentence may have for a speaker without a known verb to count."""

LONGEST_AGENCY = 4
"""Words of a paper or an agency."""

LONGEST_LEAD = 300
"""Tokens of a sentence before a quotation in which its speaker is looked for."""

LONGEST_POINTING = 24
"""Tokens from "đó là" within which the speaker stands."""

FARTHEST_OF = 2
"""Words that may stand between a noun of saying and "của": "câu nói vui của", "chia sẻ mới đây của"."""

FIRST_WORDS = 12
"""Tokens of a quotation among which "tôi" or the like says that somebody speaks of himself."""

LONGEST_NOUN = 4
"""Words of a noun of saying right before a colon: "khi cô đăng bài viết với nội dung: “…”"."""

FARTHEST_CUE = 25
FARTHEST_FRAGMENT = 15
"""Tokens between a reporting verb and a quotation that no colon introduces."""


class Attribution(NamedTuple):
    """A speaker (or only a description, in `office`), the words that tell, and how it was found."""

    speaker: str
    office: str
    cue: str
    how: str


NOBODY = Attribution("", "", "", "")


def after(passage: Passage, close: int, ceiling: int, *, opens: bool, speech: bool = False) -> Attribution:
    """Who is named after a quotation that ends before token *close*; its sentence ends before token *ceiling*.

    *opens*: the quotation begins its sentence, so that a speaker without a verb counts too. *speech*: it is long enough
    to be nothing but speech, so that whoever follows behind a comma says it, whatever the verb ("…”, ông Nam mở lời").
    """
    line = passage.tokens
    if close >= ceiling:
        return NOBODY
    gap = line.gaps[close]
    stopped = "." in gap.strip(" \"”»’'")[:2] and gap.rstrip()[-1:] not in tuple(",–—-")
    ended = stopped or (not opens and not any(mark in gap for mark in ",–—-"))
    named = passage.between(close, ceiling)
    cues = passage.cues_between(close, ceiling)
    if named:
        link = _past_who_cites(passage, line.words[close : named[0].first])
        if passage.rules.linking.issuperset(link) and GAP.match(gap.strip("”\"»’'")):
            return _told_after(passage, named, link, ceiling, ended=ended, opens=opens, speech=speech)
    if ended or not cues or (named and named[0].first < cues[0].first):
        return NOBODY
    first = cues[0]
    if first.first - close > 12 or any(
        mark in line.text[line.starts[close] : line.starts[first.first]] for mark in ";:"
    ):
        return NOBODY
    found = passage.subject(first, close)
    if found is None and first.first > close and line.words[close] in passage.rules.joining:
        return NOBODY
    text = (
        found.office
        if found
        else line.text[line.starts[close] : line.ends[first.first - 1]]
        if first.first > close
        else ""
    )
    return (
        Attribution("", text, first.verb, "after")
        if text and not _announces(passage, first.last, ceiling)
        else NOBODY
    )


def _past_who_cites(passage: Passage, words: list[str]) -> list[str]:
    """The words between a quotation and a name, without the paper or agency that cites: "CNN dẫn tuyên bố của"."""
    found = next((k for k, word in enumerate(words) if word in passage.rules.citing), 0)
    return words[found:] if found <= LONGEST_AGENCY else words


def _told_after(
    passage: Passage,
    named: list[Speaker],
    link: list[str],
    ceiling: int,
    *,
    ended: bool,
    opens: bool,
    speech: bool,
) -> Attribution:
    """The attribution to the first of *named*, who stands after a quotation and the words *link*."""
    line, one = passage.tokens, named[0]
    stop = min(ceiling, one.last + FARTHEST_CUE)
    cue = next(iter(passage.cues_between(one.last, stop)), None)
    if cue and _announces(passage, cue.last, ceiling):
        return NOBODY
    told = joined(passage, one, named)._replace(cue=cue.verb if cue else "", how="after")
    by = [word for word in link if word in passage.rules.by]
    if by:
        told = told if cue else told._replace(cue=by[0])
        return told if opens or not passage.rules.referring.isdisjoint(by) else NOBODY
    if ended:
        alone = cue is not None and ceiling - cue.last <= 1 and ceiling - one.first <= LONGEST_BARE
        return told if alone and opens else NOBODY
    if cue:
        return told
    acts = speech and not link and passage.word(one.last) not in passage.rules.cues.passive
    bare = opens and (acts or ceiling - one.first <= LONGEST_BARE or DASHED.match(line.gaps[one.first]))
    marked = any(mark in line.gaps[one.first] for mark in ",–—-!?…")
    return told if bare and marked else NOBODY


def joined(passage: Passage, one: Speaker, named: list[Speaker]) -> Attribution:
    """A speaker together with those joined to it by "và" ("đồng chí Chủ tịch nước và Thủ tướng Chính phủ")."""
    people, offices, last = [one.person], [one.office], one.last
    for other in named:
        if other.first == last + 1 and passage.word(last) == "và" and other.person:
            people.append(other.person)
            offices.append(other.office)
            last = other.last
    return Attribution("; ".join(person for person in people if person), "; ".join(offices), "", "")


def _announces(passage: Passage, k: int, ceiling: int) -> bool:
    """Whether what was said after a verb comes after it: the verb belongs to the next quotation."""
    return k < len(passage.tokens.gaps) and ":" in "".join(
        passage.tokens.gaps[k : min(ceiling + 1, len(passage.tokens.gaps))]
    )


def before(passage: Passage, floor: int, open_: int) -> Attribution:
    """Who is named before a quotation that begins with token *open_*, in the sentence that begins with token *floor*."""
    line, floor = passage.tokens, max(floor, open_ - LONGEST_LEAD)
    if open_ <= floor:
        return NOBODY
    colon = COLON.search(line.gaps[open_]) is not None
    named = passage.between(floor, open_)
    cues = passage.cues_between(floor, open_)
    last = cues[-1] if cues else None
    noun = _by_noun(passage, named, last.last if last else floor, open_)
    if noun is not None:
        return noun
    by = _according(passage, floor, open_)
    if last and not (by and last.first < by[1]):
        found = passage.subject(last, floor)
        if (colon or open_ - last.last <= FARTHEST_FRAGMENT) and found is not None:
            everybody = Attribution(found.person, found.office, "", "")
            return everybody._replace(
                cue=last.verb, how="colon" if colon and open_ == last.last else "before"
            )
        if (
            colon
            and named
            and named[-1].first >= last.last
            and named[-1].last == open_
            and not passage.oblique(named[-1])
        ):
            return Attribution(named[-1].person, named[-1].office, last.verb, "colon")
    if by:
        return by[0]._replace(how="colon" if colon else "before")
    if not colon and named and named[-1].first == floor and named[-1].last == open_ and not line.caps[open_]:
        return Attribution(named[-1].person, named[-1].office, "", "before")
    wrote = any(
        ending[0] == open_
        for k in range(max(floor, open_ - LONGEST_NOUN), open_)
        if (ending := passage.rules.cues.nouns.match(line, k))
    )
    subjects = [one for one in named if not passage.oblique(one) and (wrote or not passage.embedded(one))]
    spoken = last is not None and passage.subject(last, floor) is not None
    if (
        colon
        and not spoken
        and len({one.person for one in subjects}) == 1
        and (wrote or _stands_alone(passage, subjects[-1], open_))
    ):
        return Attribution(subjects[-1].person, subjects[-1].office, ":", "colon")
    if colon and not named and not spoken:
        return _description(passage, floor)
    return _aside(passage, named, open_)


def _aside(passage: Passage, named: list[Speaker], open_: int) -> Attribution:
    """The speaker in the last "…, theo ông Bảo, …" of a sentence, for a fragment not far behind it."""
    one = named[-1] if named else None
    if one is None or not one.person or open_ - one.last > FARTHEST_CUE or passage.word(one.first - 1) != BY:
        return NOBODY
    line = passage.tokens
    if not line.gaps[one.first - 1].startswith(",") or not line.gaps[one.last].startswith(","):
        return NOBODY
    return Attribution(one.person, one.office, line.raw[one.first - 1], "before")


def _description(passage: Passage, floor: int) -> Attribution:
    """The description that a sentence begins with, for a sentence that ends with a colon: "Chàng rapper thì cười: “…”"."""
    line = passage.tokens
    found = passage.rules.definite.match(line, floor)
    if found is None or passage.rules.newcomers.match(line, floor):
        return NOBODY
    last = found[0] + (found[0] < len(line) and line.tight[found[0]])
    return Attribution("", line.text[line.starts[floor] : line.ends[last - 1]], ":", "colon")


def _stands_alone(passage: Passage, one: Speaker, open_: int) -> bool:
    """Whether the words behind a colon are those of the one named before it although no verb says so.

    They are where the name or an apposition ends at the colon ("Ông Nam, giám đốc công ty: “…”"), where somebody speaks
    of himself ("Ông Nam không vui: “Chúng tôi …”"), and where they are more than a few words; a few after "Ông Nam
    vướng một vụ tranh cãi: “…”" are what the dispute is called.
    """
    line, stop = passage.tokens, min(len(passage.tokens), open_ + FIRST_WORDS)
    if one.last >= open_ or line.gaps[one.last].strip()[:1] in ("(", ",", "-", "–", ":"):
        return True
    if stop == open_ + FIRST_WORDS and not CLOSED.search("".join(line.gaps[open_ + 1 : stop + 1])):
        return True
    return any(passage.rules.speech.match(line, k) for k in range(open_, stop))


def _by_noun(passage: Passage, named: list[Speaker], floor: int, open_: int) -> Attribution | None:
    """The speaker after a noun of saying: "chỉ đạo của đồng chí Tổng Bí thư … “…”"."""
    line, nouns = passage.tokens, passage.rules.cues.nouns
    for one in reversed(named):
        if one.first < floor or open_ - one.last > FARTHEST_CUE:
            break
        if passage.word(one.first - 1) != OF:
            continue
        ends = (one.first - 1 - further for further in range(FARTHEST_OF + 1))
        start = next((at for k in ends if (at := nouns.ending(line, k, longest=4)) is not None), None)
        apart = not passage.rules.aims.isdisjoint(line.words[one.last : open_])
        if start is not None and not apart:
            cue = " ".join(line.words[start : one.first - 1])
            return Attribution(one.person, one.office, cue, "before")
    return None


def _according(passage: Passage, floor: int, open_: int) -> tuple[Attribution, int] | None:
    """The speaker of a sentence that begins with "Theo …", and the token after the name."""
    found = passage.according(floor, open_)
    if found is None or not found[0].person:
        return None
    one, k = found
    line = passage.tokens
    return Attribution(one.person, one.office, line.text[line.starts[k] : line.ends[k]], ""), one.last


def _said_above(passage: Passage, first: int, last: int) -> Attribution:
    """Who spoke "như trên" in a sentence that begins with token *first*: "Ông Nam phát biểu như trên tại hội nghị"."""
    for cue in passage.cues_between(first, last):
        one = passage.subject(cue, first)
        if one is not None and cue.last < last and passage.rules.above.match(passage.tokens, cue.last):
            return Attribution(one.person, one.office, cue.verb, "after")
    return NOBODY


def pointing(passage: Passage, first: int, last: int, *, dashed: bool = False) -> Attribution:
    """Who is named by a sentence that points back at words: "Đó là phát biểu của ông Nam tại hội nghị".

    The sentence begins with token *first*. *dashed*: a dash or a comma stands before it, and it may lack the pronoun.
    """
    line, k = passage.tokens, first
    while k < last and passage.word(k) in passage.rules.demonstrative:
        k += 1
    if k >= last or passage.word(k) != "là" or (k == first and not dashed):
        return _said_above(passage, first, last)
    for one in passage.between(k, min(last, k + LONGEST_POINTING)):
        if passage.word(one.first - 1) != OF or not one.person:
            continue
        if any(passage.rules.cues.nouns.match(line, at) for at in range(k + 1, one.first - 1)):
            return Attribution(one.person, one.office, "là", "after")
    return NOBODY
