"""What stands out in a corpus, in a few sentences for a first page: those written for it, or those its tables give."""

from __future__ import annotations

from caytre.analysis.claims import measures
from caytre.analysis.claims.basis import Once
from caytre.analysis.echoes import travel
from caytre.analysis.themes import long
from caytre.analysis.themes.themebook import read_codebook
from caytre.analysis.times import timeline
from caytre.analysis.voices import speaking
from caytre.corpus import Corpus
from caytre.output.ranks import portion, some
from caytre.output.say.claims import judge, render
from caytre.output.say.corpus import sizes
from caytre.output.say.essay import read_essay
from caytre.output.say.overview import MOSTLY_VIETNAMESE, foreign
from caytre.output.say.sections import Told
from caytre.output.say.themes import theme_name
from caytre.session import number, percent, plural, t
from caytre.show import escape

__all__ = ["findings"]

MOST = 3
MIN_PARAGRAPHS = 3
MIN_EXPRESSIONS = 5
"""Paragraphs with a theme, and expressions of time, from which something is said of them on a first page."""


def findings(corpus: Corpus) -> Told:
    """At most three findings as a numbered list: of the corpus's `analysis.yaml`, or from the tables alone."""
    written = read_essay(corpus.folder)
    if written is not None and written.findings:
        once = Once(corpus)
        judged = [(one, judge(one, once)) for one in written.findings]
        return Told(
            _listed([render(one, found) for one, found in judged]),
            _listed([render(one, found, of=once) for one, found in judged]),
        )
    text = _listed(_computed(corpus))
    return Told(text, text)


def _listed(sentences: list[str]) -> str:
    """One sentence as it is, several as a numbered list."""
    if len(sentences) == 1:
        return sentences[0]
    return "\n\n".join(f"{n}. {sentence}" for n, sentence in enumerate(sentences[:MOST], 1))


def _computed(corpus: Corpus) -> list[str]:
    """The first findings that the corpus has anything to: whose words, which theme, what travels, where time points."""
    share = measures.measure(corpus, "vietnamese", {})
    if not share >= MOSTLY_VIETNAMESE:
        return [foreign(share)]
    said = [_voices(corpus), _theme(corpus), _echoes(corpus), _times(corpus)]
    return [one for one in said if one] or [str(sizes(corpus.articles))]


def _voices(corpus: Corpus) -> str:
    sentences = speaking.counted(corpus.sentences, corpus.tokens, corpus.quotes)
    words = int(sentences["n_words"].sum())
    spoken = sentences[sentences["mode"].isin(speaking.SPOKEN) & (sentences["voice"] != speaking.INTERVIEWER)]
    if spoken.empty or not words:
        return ""
    said, quoted = int(spoken["n_words"].sum()) / words, int(sentences["n_quoted"].sum()) / words
    marks = (
        t(
            f"Quotation marks hold {portion(quoted)} of all words.",
            f"Phần nằm trong ngoặc kép chiếm {portion(quoted)} tổng số từ.",
        )
        if quoted
        else t("No speech stands in quotation marks.", "Không có lời nói nào trong ngoặc kép.")
    )
    return t(
        f"**{percent(said)} of all words are somebody’s.** {marks}",
        f"**{percent(said)} số từ là lời của ai đó.** {marks}",
    )


def _theme(corpus: Corpus) -> str:
    coded = corpus.themes
    given = long(coded)
    if given.empty:
        return ""
    counts = given["theme"].value_counts()
    code, n = str(counts.index[0]), int(counts.iloc[0])
    rare = int((coded["themes"] != "").sum()) < len(coded) / 2
    if n < MIN_PARAGRAPHS or (counts == n).sum() > 1 or rare:
        return ""  # a codebook that most paragraphs have nothing of was made for other articles
    name = escape(theme_name(read_codebook(corpus=corpus.folder), code, quoted=True))
    where = int(given.loc[given["theme"] == code, "article_id"].nunique())
    return t(
        f"**No theme is met oftener than {name}.** {number(n)} of {plural(len(coded), 'paragraph', 'paragraphs', '')} have it, in {number(where)} of {plural(len(corpus.articles), 'article', 'articles', '')}.",
        f"**Không chủ đề nào gặp nhiều hơn {name}.** {number(n)} trên {number(len(coded))} đoạn có chủ đề này, ở {number(where)} trên {number(len(corpus.articles))} bài.",
    )


def _echoes(corpus: Corpus) -> str:
    if len(corpus.articles) < 2 or travel.between(corpus.echoes).empty:
        return ""
    coverage = travel.coverage(corpus.echoes, corpus.lines)
    total = max(1, int(coverage["n_syllables"].sum()))
    passages = int(coverage["passages"].sum()) / total
    if not passages:
        return ""
    shared = travel.overlap(corpus.echoes, corpus.lines)
    most = shared.iloc[0]
    pairs = {frozenset(pair) for pair in zip(shared["article_id"], shared["other"], strict=True)}
    two = [escape(most["article_id"]), escape(most["other"])]
    who = (
        t(f"{two[0]} and {two[1]} share most", f"{two[0]} và {two[1]} chung nhau nhiều nhất")
        if len(pairs) > 1
        else t(f"only {two[0]} and {two[1]} share them", f"chỉ {two[0]} và {two[1]} có đoạn chung")
    )
    return t(
        f"**{percent(passages)} of the text stands in another article too**, in passages longer than a set phrase; {who}.",
        f"**{percent(passages)} văn bản có ở cả một bài khác**, trong những đoạn dài hơn cụm từ cố định; {who}.",
    )


def _times(corpus: Corpus) -> str:
    reference = corpus.settings.reference
    spoken = timeline.talk(corpus.times, corpus.sentences, corpus.articles, reference=reference)
    shares = timeline.horizon(spoken, by="article_id")
    n = int(shares["n"].sum())
    if n < MIN_EXPRESSIONS:
        return ""
    back, now, ahead = (int(shares[side].sum()) for side in timeline.SIDES)
    if not back + ahead:
        return ""
    one = len(corpus.articles) == 1
    more = t(
        "back more than ahead" if back > ahead else "ahead more than back" if ahead > back else "back as much as ahead",
        "nhìn lại nhiều hơn nhìn tới" if back > ahead else "nhìn tới nhiều hơn nhìn lại" if ahead > back else "nhìn lại và nhìn tới như nhau",
    )  # fmt: skip
    return t(
        f"**The {'article looks' if one else 'articles look'} {more}.** Of {number(n)} expressions of time that can be placed, {some(back)} {'look' if back > 1 else 'looks'} back, {some(now)} {'speak' if now > 1 else 'speaks'} of now and {some(ahead)} {'look' if ahead > 1 else 'looks'} ahead.",
        f"**{'Bài' if one else 'Các bài'} {more}.** Trong {number(n)} biểu thức thời gian định vị được, {_vi(back)} nhìn lại, {_vi(now)} nói về hiện tại và {_vi(ahead)} nhìn tới.",
    )


def _vi(n: int) -> str:
    """A count of expressions as a subject in Vietnamese."""
    return number(n) if n else "không biểu thức nào"
