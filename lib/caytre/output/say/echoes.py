"""Findings of 06-echoes: how much stands elsewhere, what kind of echo it is, who shares with whom, and who was first."""

from __future__ import annotations

import pandas as pd

from caytre.analysis.echoes.travel import SURE
from caytre.analysis.shown import citation
from caytre.output.ranks import listed, portion
from caytre.output.values import named
from caytre.session import date, join, number, percent, plural, t
from caytre.show import Said, escape

__all__ = [
    "aligned", "counted_once", "echo_coverage", "echo_direction", "echo_kinds", "echo_path", "echo_sharing", "echo_voices",
]  # fmt: skip

FEW = 5


def echo_coverage(coverage: pd.DataFrame) -> Said:
    """How much of the articles stands elsewhere too; *coverage* is the table of `travel.coverage`."""
    total = max(1, int(coverage["n_syllables"].sum()))
    passages, phrases, own = (int(coverage[column].sum()) for column in ("passages", "phrases", "own"))
    if len(coverage) < 2:
        return Said(_with_itself(own / total))
    if not passages + phrases:
        return Said(
            t(
                "No passage of eight syllables or more stands in two articles.",
                "Không đoạn nào từ tám tiếng trở lên đứng trong hai bài.",
            )
        )
    where = (
        t(
            f": {portion(passages / total)} in longer passages, {portion(phrases / total)} in set phrases only",
            f": {portion(passages / total)} trong những đoạn dài, {portion(phrases / total)} chỉ trong cụm từ cố định",
        )
        if passages and phrases
        else t(", all in longer passages", ", đều trong những đoạn dài")
        if passages
        else t(", all in set phrases", ", đều trong cụm từ cố định")
    )
    again = t(
        f"; {portion(own / total)} come again in their own article only",
        f"; {portion(own / total)} chỉ lặp lại trong chính bài",
    ) if own else ""  # fmt: skip
    share = portion((passages + phrases) / total)
    return Said(
        t(
            f"{share} of all syllables stand in another article too{where}{again}. {_least_and_most(coverage)}",
            f"{share} số tiếng có ở cả bài khác{where}{again}. {_least_and_most(coverage)}",
        )
    )


def _with_itself(share: float) -> str:
    """What is said of one article: how much of it repeats words of its own."""
    first = t(
        "With one article there is nothing to compare it with", "Chỉ có một bài nên không có gì để so sánh"
    )
    if not share:
        return t(
            f"{first}, and it repeats no passage of its own.",
            f"{first}; bài cũng không lặp lại đoạn nào của chính mình.",
        )
    return t(
        f"{first}; {portion(share)} of its syllables repeat words of its own.",
        f"{first}; {portion(share)} số tiếng lặp lại chính bài ấy.",
    )


def _least_and_most(coverage: pd.DataFrame) -> str:
    """From which share of an article to which, as far as these differ once rounded."""
    shares = (coverage["passages"] + coverage["phrases"]) / coverage["n_syllables"].clip(lower=1)
    least, most = percent(shares.min()), percent(shares.max())
    if least == most:
        return t("The share is the same in every article.", "Tỷ lệ ở mọi bài như nhau.")
    high, low = coverage.loc[shares.idxmax(), "article_id"], coverage.loc[shares.idxmin(), "article_id"]
    return t(
        f"The share goes from {least} ({low}) to {most} ({high}).",
        f"Tỷ lệ đi từ {least} ({low}) đến {most} ({high}).",
    )


def echo_kinds(kinds: pd.DataFrame) -> Said:
    """What kinds of echo there are; *kinds* is the table of `travel.kinds`."""
    if kinds.empty:
        return Said(t("No passage comes twice.", "Không có đoạn nào xuất hiện hai lần."))
    parts = join([f"{named(row.kind)} {number(row.n_pairs)}" for row in kinds.itertuples()])
    total = int(kinds["n_pairs"].sum())
    longest = kinds.loc[kinds["longest"].idxmax()]
    if total == 1:
        return Said(
            t(
                f"One pair of places echo each other: {named(longest['kind'])}, {number(longest['longest'])} syllables.",
                f"Có một cặp chỗ lặp nhau: {named(longest['kind'])}, {number(longest['longest'])} tiếng.",
            )
        )
    return Said(
        t(
            f"{plural(total, 'pair of places echo', 'pairs of places echo', '')} each other: {parts}. The longest echo, of the kind “{named(longest['kind'])}”, has {number(longest['longest'])} syllables.",
            f"Có {number(total)} cặp chỗ lặp nhau: {parts}. Đoạn lặp dài nhất, thuộc loại “{named(longest['kind'])}”, có {number(longest['longest'])} tiếng.",
        )
    )


def echo_sharing(overlap: pd.DataFrame) -> Said:
    """Which two articles share most, and which article gives the largest part of itself."""
    if overlap.empty:
        return Said(t("No two articles share a passage.", "Không có hai bài nào chung một đoạn."))
    most, part = overlap.iloc[0], overlap.loc[overlap["share"].idxmax()]
    pairs = [frozenset(pair) for pair in zip(overlap["article_id"], overlap["other"], strict=True)]
    if len({*pairs}) == 1:
        return Said(
            t(
                f"Only {most['article_id']} and {most['other']} share passages: {number(most['n_syllables'])} syllables, {percent(part['share'])} of {part['article_id']}.",
                f"Chỉ {most['article_id']} và {most['other']} có đoạn chung: {number(most['n_syllables'])} tiếng, bằng {percent(part['share'])} bài {part['article_id']}.",
            )
        )
    alike = {pair for pair, n in zip(pairs, overlap["n_syllables"], strict=True) if n == most["n_syllables"]}
    more = t(
        "more than in any other pair" if len(alike) == 1 else "and no pair shares more",
        "nhiều hơn mọi cặp khác" if len(alike) == 1 else "không cặp nào chung nhiều hơn",
    )
    return Said(
        t(
            f"{number(most['n_syllables'])} syllables of {most['article_id']} stand in passages that it shares with {most['other']}, {more}; the largest part of an article that one other has is {percent(part['share'])} of {part['article_id']}, in {part['other']}.",
            f"{number(most['n_syllables'])} tiếng của {most['article_id']} nằm trong những đoạn chung với {most['other']}, {more}; phần lớn nhất của một bài có ở một bài khác là {percent(part['share'])} bài {part['article_id']}, ở {part['other']}.",
        )
    )


def echo_voices(echoes: pd.DataFrame) -> Said:
    """Whose words stand in whose mouth; *echoes* is the table of `travel.said`."""
    known = (echoes["voice_a"] != "") & (echoes["voice_b"] != "")
    found = echoes[(echoes["kind"] == "relayed") & known]
    if found.empty:
        return Said(
            t(
                "No passage longer than a set phrase stands in the words of two different persons.",
                "Không có đoạn nào dài hơn một cụm từ cố định đứng trong lời của hai người khác nhau.",
            )
        )
    pairs: dict[frozenset[str], list[tuple[int, str, str, str, str]]] = {}
    columns = ["n_syllables", "voice_a", "voice_b", "citation_a", "citation_b"]
    for n, a, b, at_a, at_b in found[columns].itertuples(index=False):
        pairs.setdefault(frozenset((a, b)), []).append((n, a, b, at_a, at_b))
    order = sorted(pairs.values(), key=lambda rows: (-sum(row[0] for row in rows), rows[0][3]))
    parts = []
    for rows in order[:FEW]:
        n, a, b, at_a, at_b = max(rows, key=lambda row: row[0])
        parts.append(
            t(
                f"{escape(a)} and {escape(b)} ({plural(len(rows), 'passage', 'passages', '')}, the longest of {number(n)} syllables at {at_a} and {at_b})",
                f"{escape(a)} và {escape(b)} ({number(len(rows))} đoạn, dài nhất {number(n)} tiếng ở {at_a} và {at_b})",
            )
        )
    more = "" if len(order) <= FEW else t("; and others", "; và những người khác")
    return Said(
        t(
            f"{plural(len(found), 'passage stands', 'passages stand', '')} in the words of two different persons: {'; '.join(parts)}{more}. Which of the two spoke first the articles' dates do not tell.",
            f"Có {number(len(found))} đoạn đứng trong lời của hai người khác nhau: {'; '.join(parts)}{more}. Ai nói trước thì ngày đăng bài không cho biết.",
        )
    )


def echo_direction(ordered: pd.DataFrame, articles: pd.DataFrame) -> Said:
    """For how many echoes the dates tell the earlier article, and why not for the rest; *ordered*: `travel.ordered`."""
    if ordered.empty:
        return Said(t("There is no echo between articles.", "Không có đoạn lặp nào giữa các bài."))
    told = int((ordered["first"] != "").sum())
    reasons = _why_no_order(ordered, articles)
    rest = (
        t(
            f" It {join(reasons).split(' ', 1)[1]}."
            if len(ordered) == 1
            else f" All {reasons[0].split(' ', 1)[1]}."
            if not told and len(reasons) == 1
            else f" Of the {'others' if told else 'echoes'} {join(reasons)}.",
            f" {'Còn lại' if told else 'Trong đó' if len(ordered) > 1 else 'Lý do'}: {join(reasons)}.",
        )
        if reasons
        else ""
    )
    return Said(
        _ordered(told, len(ordered))
        + rest
        + t(
            " An earlier date is no proof of borrowing: both may follow a text that is not here.",
            " Ngày sớm hơn không chứng tỏ bài sau lấy của bài trước: cả hai có thể cùng theo một văn bản không có ở đây.",
        )
    )


def _ordered(told: int, of: int) -> str:
    """For how many of the echoes the dates tell which article is the earlier one."""
    if of == 1:
        return t(
            "For the one echo between articles the dates tell which article is the earlier one."
            if told
            else "Of the one echo between articles the dates do not tell which article is the earlier one.",
            "Với đoạn lặp duy nhất giữa các bài, ngày đăng cho biết bài nào có trước."
            if told
            else "Với 1 đoạn lặp giữa các bài, ngày đăng không cho biết bài nào có trước.",
        )
    if not told:
        return t(
            f"The dates tell for none of {number(of)} echoes between articles which article is the earlier one.",
            f"Với {number(of)} đoạn lặp giữa các bài, ngày đăng không cho biết bài nào có trước.",
        )
    return t(
        f"For {'all' if told == of else f'{number(told)} of'} {number(of)} echoes between articles the dates tell which article is the earlier one.",
        f"Với {'cả' if told == of else f'{number(told)} trên'} {number(of)} đoạn lặp giữa các bài, ngày đăng cho biết bài nào có trước.",
    )


def _why_no_order(ordered: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """How many echoes have a side without a sure date, and how many stand in articles of one day."""
    unsure = articles.loc[
        ~articles["published_from"].isin(SURE) | (articles["published"] == ""), "article_id"
    ].tolist()
    sides = ordered[["article_a", "article_b"]]
    undated = sides.isin(unsure).any(axis=1)
    n_undated, same_day = int(undated.sum()), int(((ordered["first"] == "") & ~undated).sum())
    reasons = []
    if n_undated:
        names = join([name for name in unsure if sides.isin([name]).any(axis=None)][:FEW])
        reasons.append(
            t(
                f"{number(n_undated)} {'has' if n_undated == 1 else 'have'} a side without a sure date ({names})",
                f"{number(n_undated)} đoạn có một bên không có ngày chắc chắn ({names})",
            )
        )
    if same_day:
        reasons.append(
            t(
                f"{number(same_day)} {'stands' if same_day == 1 else 'stand'} in articles of one day whose order is not known",
                f"{number(same_day)} đoạn ở các bài cùng ngày, không rõ trước sau",
            )
        )
    return reasons


def echo_path(places: pd.DataFrame) -> Said:
    """In which articles one passage stands, and when; *places* is the table of `travel.places`."""
    if places.empty:
        return _not_shared()
    where = listed(
        [
            f"{citation(row.article_id, row.line_no)} ({date(str(row.published)) if row.published else t('no date', 'không rõ ngày')})"
            for row in places.head(FEW + 3).itertuples()
        ],
        "" if len(places) <= FEW + 3 else t("elsewhere", "nơi khác"),
    )
    return Said(
        t(
            f"One passage stands in {plural(len(places), 'article', 'articles', '')}: {where}.",
            f"Một đoạn đứng trong {number(len(places))} bài: {where}.",
        )
    )


def _not_shared() -> Said:
    return Said(
        t(
            "No passage longer than a set phrase stands in two articles.",
            "Không có đoạn nào dài hơn một cụm từ cố định đứng trong hai bài.",
        )
    )


def aligned(pairs: pd.DataFrame) -> Said:
    """What the passages side by side are, with their places; *pairs* is the table of `travel.telling`."""
    if pairs.empty:
        return _not_shared()
    first = pairs.iloc[0]
    who = [
        escape(first[f"voice_{side}"]) or t("writer or no name", "người viết, không tên")
        for side in ("a", "b")
    ]
    places = join(
        [
            t(f"{row.citation_a} with {row.citation_b}", f"{row.citation_a} với {row.citation_b}")
            + f" ({number(row.n_syllables)}, {percent(row.similarity)})"
            for row in pairs.itertuples()
        ]
    )
    return Said(
        t(
            f"{plural(len(pairs), 'passage', 'passages', '')} of {first['article_a']} ({who[0]}) and {first['article_b']} ({who[1]}), with syllables and likeness: {places}.",
            f"{number(len(pairs))} đoạn của {first['article_a']} ({who[0]}) và {first['article_b']} ({who[1]}), kèm số tiếng và độ giống: {places}.",
        )
    )


def counted_once(table: pd.DataFrame) -> Said:
    """What counting every passage once changes; *table* is that of `travel.counted_once`."""
    total, gone = int(table["n"].sum()), int((table["n"] - table["n_once"]).sum())
    if not gone:
        return Said(
            t(
                'No passage comes twice, so echoes="once" changes no count.',
                'Không có đoạn nào lặp lại nên echoes="once" không làm thay đổi con số nào.',
            )
        )
    shares = 1 - table["n_once"] / table["n"].clip(lower=1)
    most = table.loc[shares.idxmax(), "article_id"]
    return Said(
        t(
            f'With echoes="once" every passage counts in one place, the earliest as far as dates tell: {number(gone)} of {plural(total, "word", "words", "")} ({percent(gone / total)}) are left out, most of all in {most} ({percent(shares.max())}).',
            f'Với echoes="once", mỗi đoạn chỉ được đếm ở một chỗ, là chỗ sớm nhất theo ngày tháng biết được: bỏ {number(gone)} trên {number(total)} từ ({percent(gone / total)}), nhiều nhất ở {most} ({percent(shares.max())}).',
        )
    )
