"""Findings of 07-analysis: the analysis somebody wrote for this corpus, checked; or what the data alone say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from caytre import session
from caytre.analysis.claims.basis import Once
from caytre.corpus import Corpus
from caytre.output.say.claims import judge, remark, render
from caytre.output.say.essay import NAME, EssayError, Section, read_essay
from caytre.output.say.overview import overview
from caytre.output.say.sections import Part, Sections
from caytre.session import number, plural, t
from caytre.show import Said

__all__ = ["analysis", "checks", "essay"]

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def analysis(corpus: Corpus) -> Sections:
    """The essay that lies beside the corpus as `analysis.yaml`; without one, the overview from the data alone."""
    return essay(corpus) if read_essay(corpus.folder) is not None else overview(corpus)


def essay(corpus: Corpus) -> Sections:
    """The sections of the corpus's `analysis.yaml`, every claim with its citations or with what stands against it.

    Raises EssayError where there is no such file, or where it cannot be used.
    """
    once, notes = Once(corpus), count(1)
    return Sections([_part(one, once, notes) for one in _written(corpus)])


def checks(corpus: Corpus) -> Said:
    """How many claims of the written analysis the articles bear out, and at how many places they were looked up."""
    written = read_essay(corpus.folder)
    if written is None:
        return Said(
            t(
                f"Nobody has written an analysis of this corpus ({NAME} beside its articles); every sentence above was made from the tables.",
                f"Chưa có ai viết bài phân tích cho kho bài này ({NAME} đặt cạnh các bài); mọi câu ở trên đều lập từ các bảng dữ liệu.",
            )
        )
    claims = list(written.claims())
    once = Once(corpus)
    judged = [judge(one, once) for one in claims]
    stand = sum(one.stands for one in judged)
    places = {(e.place, e.words) for one in claims for e in one.evidence}
    numbers = sum(len(one.numbers) for one in claims)
    left = len(claims) - stand
    start = t(
        f"The analysis above makes {plural(len(claims), 'claim', 'claims', '')}. They were checked against {plural(len(places), 'passage', 'passages', '')} of the articles and {plural(numbers, 'computed number', 'computed numbers', '')}",
        f"Bài phân tích trên có {number(len(claims))} nhận định, được đối chiếu với {number(len(places))} đoạn trong các bài và {number(numbers)} con số tính được",
    )
    if not left:
        return Said(start + t("; all of them are borne out.", "; tất cả đều được xác nhận."))
    return Said(
        start
        + t(
            f"; {number(left)} {'is' if left == 1 else 'are'} not borne out, and {'its place' if left == 1 else 'their places'} above say{'s' if left == 1 else ''} why.",
            f"; {number(left)} nhận định không được xác nhận, lý do ghi ở ngay chỗ ấy.",
        )
    )


def _written(corpus: Corpus) -> tuple[Section, ...]:
    written = read_essay(corpus.folder)
    if written is None:
        raise EssayError(f"{corpus.folder / NAME}: no such file; write one, or use say.overview(corpus)")
    return written.sections


def _part(section: Section, once: Once, notes: Iterator[int]) -> Part:
    """A section as it is shown: on the screen with its notes below it, in the report with notes for the foot of a page."""
    shown, reported, below, foot = [], [], [], []
    for claims in section.paragraphs:
        paragraph, printed = [], []
        for one in claims:
            judged = judge(one, once)
            note = remark(one, judged)
            number = next(notes) if note else 0
            paragraph.append(render(one, judged) + (str(number).translate(RAISED) if note else ""))
            printed.append(render(one, judged, of=once) + (f"[^note-{number}]" if note else ""))
            if note:
                below.append(f"{str(number).translate(RAISED)} {note}")
                foot.append(f"[^note-{number}]: {note}")
        shown.append(" ".join(paragraph))
        reported.append(" ".join(printed))
    return Part(
        section.heading[session.language()], "\n\n".join([*shown, *below]), "\n\n".join([*reported, *foot])
    )
