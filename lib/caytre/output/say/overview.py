"""An analysis of any corpus from its tables alone: what was read, what it is about, who speaks, and what it cannot tell.

Every section says something, if only what was looked for and not found. Where the text is not Vietnamese nothing is
said of themes, voices and rhetoric: the codebooks would look for Vietnamese words in it and find none.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from caytre.analysis import themes
from caytre.analysis.claims import measures
from caytre.analysis.claims.basis import Once
from caytre.analysis.echoes import travel
from caytre.analysis.rhetoric import manner, outline, wordings
from caytre.analysis.statistics.contrast import MIN_ARTICLES
from caytre.analysis.themes.themebook import read_codebook
from caytre.analysis.times import timeline
from caytre.analysis.voices import speaking
from caytre.corpus import Corpus
from caytre.output.say.corpus import duplicates, kinds, publications, sizes, skipped
from caytre.output.say.echoes import echo_coverage, echo_direction, echo_sharing, echo_voices
from caytre.output.say.people import invocations, voice_doubts
from caytre.output.say.rhetoric import lists, metaphors, set_phrases
from caytre.output.say.sections import Part, Sections
from caytre.output.say.themes import theme_groups, themes_together
from caytre.output.say.themes import themes as commonest_themes
from caytre.output.say.times import horizon, moments, promises, spans
from caytre.output.say.voices import speakers, voices
from caytre.session import join, number, percent, t
from caytre.show import Said, escape

__all__ = ["MOSTLY_VIETNAMESE", "foreign", "is_foreign", "overview"]

MOSTLY_VIETNAMESE = 0.6
"""Share of possible Vietnamese syllables from which a text is read as Vietnamese: the press has .9 and more, with its
foreign names; English has about .2, since short words such as "to", "in" and "hot" could be Vietnamese."""

MIN_WORDS = 20
"""Words from which the language of one article is told."""

NAMED = 5
"""Articles in another language that are named one by one."""

MOST_COMPARED = 12
"""Articles up to which each is compared with the others."""

Section = tuple[tuple[str, str], Callable[[Corpus], list[str]]]


def overview(corpus: Corpus) -> Sections:
    """What holds for any corpus, in seven sections; in two where nothing is Vietnamese or there is no body text."""
    share = measures.measure(corpus, "vietnamese", {})
    chosen = SECTIONS if share >= MOSTLY_VIETNAMESE else (SECTIONS[0], SECTIONS[-1])
    said = [(t(*heading), _paragraphs(make(corpus))) for heading, make in chosen]
    return Sections([Part(heading, text, text) for heading, text in said])


def _paragraphs(paragraphs: list[str]) -> str:
    return "\n\n".join(part for paragraph in paragraphs if (part := paragraph.strip()))


def _sources(corpus: Corpus) -> list[str]:
    articles = corpus.articles
    first = [publications(articles), sizes(articles), kinds(corpus.lines)]
    rest = []
    if not corpus.duplicates.empty:
        rest.append(duplicates(corpus.duplicates))
    if not corpus.skipped.empty:
        rest.append(skipped(corpus.skipped))
    return [_joined(first), _joined(rest)]


def _themes(corpus: Corpus) -> list[str]:
    coded = corpus.themes
    if coded.empty:
        return [t("No paragraph is long enough to be given a theme.", "Không đoạn nào đủ dài để gán chủ đề.")]
    book = read_codebook(corpus=corpus.folder)
    said = [commonest_themes(coded, book)]
    groups = _groups(corpus)
    if len(set(groups.values())) > 1 and coded["themes"].ne("").any():
        said.append(theme_groups(themes.by_group(coded, groups), book))
    pairs = themes.cooccurrence(coded)
    return [_joined(said), str(themes_together(pairs, book)) if len(pairs) else ""]


def _groups(corpus: Corpus) -> dict[str, str]:
    """What themes are compared by: the outlets where two are known, else the articles as long as there are few."""
    articles = corpus.articles
    known = articles[articles["outlet"] != ""]
    if 1 < known["outlet"].nunique() < len(known):
        return dict(zip(known["article_id"], known["outlet"], strict=True))
    few = 1 < len(articles) <= MOST_COMPARED
    return {name: name for name in articles["article_id"]} if few else {}


def _voices(corpus: Corpus) -> list[str]:
    sentences = speaking.counted(corpus.sentences, corpus.tokens, corpus.quotes)
    said = [voices(sentences)]
    if sentences["mode"].isin(speaking.SPOKEN).any():
        said.append(speakers(sentences))
    invoked = speaking.invocations(sentences, corpus.mentions)
    return [_joined(said), str(invocations(invoked)) if len(invoked) else ""]


def _timeline(corpus: Corpus) -> list[str]:
    reference = corpus.settings.reference
    spoken = timeline.talk(corpus.times, corpus.sentences, corpus.articles, reference=reference)
    if spoken.empty:
        return [t("The articles name no time, neither a day nor a length.", "Các bài không nêu thời gian, dù là ngày hay quãng.")]  # fmt: skip
    shares = timeline.horizon(spoken, by="article_id")
    looks = horizon(shares), moments(timeline.moments(spoken), spoken)
    ahead = spans(timeline.spans(spoken)), promises(timeline.promises(spoken))
    return [_joined(list(looks)), _joined(list(ahead))]


def _rhetoric(corpus: Corpus) -> list[str]:
    said = [lists(outline.lists(corpus.enumerations))]
    said.append(metaphors(corpus.metaphors, manner.images(corpus.metaphors)))
    if len(corpus.articles) == 1:
        return [_joined(said)]
    phrases = wordings.distinct(corpus.formulas, corpus.lines, corpus.articles, corpus=corpus.folder)
    return [_joined(said), str(set_phrases(phrases, n_articles=len(corpus.articles)))]


def _echoes(corpus: Corpus) -> list[str]:
    said = [echo_coverage(travel.coverage(corpus.echoes, corpus.lines))]
    between = travel.between(corpus.echoes)
    if between.empty:
        return [_joined(said)]
    said.append(echo_sharing(travel.overlap(corpus.echoes, corpus.lines)))
    whose = travel.said(corpus.echoes, corpus.sentences)
    order = travel.ordered(corpus.echoes, corpus.articles)
    return [_joined(said), _joined([echo_voices(whose), echo_direction(order, corpus.articles)])]


def _limits(corpus: Corpus) -> list[str]:
    """What the numbers above cannot bear: few articles, unknown dates, foreign text, doubtful voices."""
    n = len(corpus.articles)
    said = [foreign(measures.measure(corpus, "vietnamese", {})), _few(n), _others(corpus)]
    undated = n - int(measures.measure(corpus, "dated", {}))
    if undated == n > 1:
        said.append(
            t(
                "No article has a sure date, so nothing is said of what came before what.",
                "Không bài nào có ngày chắc chắn, nên không nói được điều gì trước, điều gì sau.",
            )
        )
    elif undated and n > 1:
        said.append(
            t(
                f"{number(undated)} of {number(n)} articles {'has' if undated == 1 else 'have'} no sure date, so nothing is said of what came before what there.",
                f"{number(undated)} trên {number(n)} bài không có ngày chắc chắn, nên ở đó không nói được điều gì trước, điều gì sau.",
            )
        )
    sentences = speaking.counted(corpus.sentences, corpus.tokens, corpus.quotes)
    if sentences["mode"].isin(speaking.SPOKEN).any():
        said.append(str(voice_doubts(sentences)))
    said.append(
        t(
            "An article shows what was printed, not what was said or done; what is counted here was found by rules that have their errors, so read the lines before you quote a number.",
            "Bài báo cho thấy điều được đăng, không phải điều đã nói hay đã làm; những gì đếm ở đây do các quy tắc tìm ra và quy tắc có thể sai, nên hãy đọc lại các dòng trước khi dẫn một con số.",
        )
    )
    return [" ".join(part for part in said if part)]


def is_foreign(corpus: Corpus) -> bool:
    """Whether there is text, and most of it is not Vietnamese."""
    return measures.measure(corpus, "vietnamese", {}) < MOSTLY_VIETNAMESE


def _others(corpus: Corpus) -> str:
    """Which articles of a corpus in Vietnamese are in another language."""
    once = Once(corpus)
    names = [
        str(name)
        for name in corpus.articles.loc[corpus.articles["n_words"] >= MIN_WORDS, "article_id"]
        if measures.measure(once, "vietnamese", {"article": name}) < MOSTLY_VIETNAMESE
    ]
    if not names or is_foreign(corpus):
        return ""
    who = join([escape(name) for name in names]) if len(names) <= NAMED else number(len(names))
    return t(
        f"{who}{'' if len(names) <= NAMED else ' articles'} {'is' if len(names) == 1 else 'are'} not in Vietnamese: speakers, themes and images there are not found, and times only in part.",
        f"{who}{'' if len(names) <= NAMED else ' bài'} không viết bằng tiếng Việt: người nói, chủ đề và hình ảnh ở đó không tìm được, thời gian chỉ tìm được một phần.",
    )


def foreign(share: float) -> str:
    """What is said where the *share* of possible Vietnamese syllables is small, or not known for want of text."""
    if share >= MOSTLY_VIETNAMESE:
        return ""
    if math.isnan(share):
        return t(
            "No body text was found, so there is nothing to count: look at the kinds of lines in the first notebook.",
            "Không tìm thấy thân bài nên không có gì để đếm: hãy xem cách xếp loại các dòng ở phần thứ nhất.",
        )
    return t(
        f"Only {percent(share)} of the words could be Vietnamese syllables. Themes, voices, times, rhetoric and echoes are looked for in Vietnamese, so nothing is said of them here.",
        f"Chỉ {percent(share)} số từ có thể là tiếng Việt. Chủ đề, tiếng nói, thời gian, cách nói và đoạn lặp đều được tìm theo tiếng Việt, nên ở đây không nói gì về chúng.",
    )


def _few(n: int) -> str:
    if n == 1:
        return t(
            "This is one article: nothing in it can be compared, and nothing is typical of anything.",
            "Đây là một bài duy nhất: không có gì để so sánh, cũng không thể coi là tiêu biểu cho điều gì.",
        )
    if n < MIN_ARTICLES:
        return t(
            f"{number(n)} articles are too few for any test; the counts describe these articles and no others.",
            f"{number(n)} bài là quá ít để kiểm định; các con số chỉ mô tả chính những bài này.",
        )
    return t(
        f"The {number(n)} articles are what was collected, not a sample of what was published; the counts describe them and no others.",
        f"{number(n)} bài này là những gì thu thập được, không phải mẫu đại diện cho những gì đã đăng; các con số chỉ mô tả chính chúng.",
    )


def _joined(said: list[Said]) -> str:
    return " ".join(filter(None, map(str, said)))


SECTIONS: tuple[Section, ...] = (
    (("What was read", "Đã đọc những gì"), _sources),
    (("What it is about", "Bàn về điều gì"), _themes),
    (("Who speaks", "Ai lên tiếng"), _voices),
    (("Which times are named", "Nói đến thời gian nào"), _timeline),
    (("How it is said", "Nói như thế nào"), _rhetoric),
    (("What is said twice", "Điều gì được nói lại"), _echoes),
    (("What this cannot tell", "Điều không nói lên được"), _limits),
)
