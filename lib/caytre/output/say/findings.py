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
    return t(
        f"**{percent(said)} of all words are somebody’s.** Quotation marks hold {percent(quoted)} of all words.",
        f"**{percent(said)} số từ là lời của ai đó.** Phần nằm trong ngoặc kép chiếm {percent(quoted)} tổng số từ.",
    )


def _theme(corpus: Corpus) -> str:
    coded = corpus.themes
    given = long(coded)
    if given.empty:
        return ""
    counts = given["theme"].value_counts()
    code, n = str(counts.index[0]), int(counts.iloc[0])
    if n < MIN_PARAGRAPHS or (counts == n).sum() > 1:
        return ""
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
    most = travel.overlap(corpus.echoes, corpus.lines).iloc[0]
    return t(
        f"**{percent(passages)} of the text stands in another article too**, in passages longer than a set phrase; {escape(most['article_id'])} and {escape(most['other'])} share most.",
        f"**{percent(passages)} văn bản có ở cả một bài khác**, trong những đoạn dài hơn cụm từ cố định; {escape(most['article_id'])} và {escape(most['other'])} chung nhau nhiều nhất.",
    )


def _times(corpus: Corpus) -> str:
    reference = corpus.settings.reference
    spoken = timeline.talk(corpus.times, corpus.sentences, corpus.articles, reference=reference)
    shares = timeline.horizon(spoken, by="article_id")
    n = int(shares["n"].sum())
    if n < MIN_EXPRESSIONS:
        return ""
    back, ahead = int(shares["back"].sum()), int(shares["ahead"].sum())
    more = t(
        "back more than ahead" if back > ahead else "ahead more than back" if ahead > back else "back as much as ahead",
        "nhìn lại nhiều hơn nhìn tới" if back > ahead else "nhìn tới nhiều hơn nhìn lại" if ahead > back else "nhìn lại và nhìn tới như nhau",
    )  # fmt: skip
    return t(
        f"**The articles look {more}.** Of {plural(n, 'expression', 'expressions', '')} of time that can be placed, {plural(back, 'looks', 'look', '')} back and {plural(ahead, 'looks', 'look', '')} ahead.",
        f"**Các bài {more}.** Trong {number(n)} biểu thức thời gian định vị được, {number(back)} nhìn lại và {number(ahead)} nhìn tới.",
    )
