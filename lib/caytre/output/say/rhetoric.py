"""Findings of 05-rhetoric: lists kept and broken, images, set phrases, stance, pairs of words, rhythm."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from caytre.analysis.rhetoric import outline
from caytre.analysis.shown import citation, citations
from caytre.output.ranks import leading, listed, some
from caytre.output.values import named
from caytre.session import join, number, percent, plural, t, times
from caytre.show import Said, escape
from caytre.tables import TOGETHER

__all__ = ["balance", "lists", "metaphors", "sentence_rhythm", "set_phrases", "stance", "word_pairs"]

FEW = 5
"""Things that a sentence names one by one."""

OPENING = 5
"""Words of each clause that are shown of a run with the same opening."""

LONG = 40
"""Syllables beyond which a sentence is called long here."""


def lists(found: pd.DataFrame) -> Said:
    """How many lists of how many items, which announcements were kept, which were not, and who lists most.

    *found* is the table of `outline.lists`.
    """
    if found.empty:
        return Said(t("No list was found.", "Không thấy phần liệt kê nào."))
    real = found[~found["status"].isin(("pair", "missing"))]
    items = int(real["n_items"].sum())
    pairs = int((found["status"] == "pair").sum())
    figures = t(
        f"{plural(pairs, 'two-member figure', 'two-member figures', '')} such as “không chỉ … mà còn”",
        f"{number(pairs)} cặp hai vế kiểu “không chỉ … mà còn”",
    )
    if real.empty:
        said = t("No list counts its items off", "Không có phần liệt kê nào đếm từng mục")
        beside = t(f"; there {'is' if pairs == 1 else 'are'} {figures}", f"; có {figures}")
    else:
        said = t(
            f"There {'is' if len(real) == 1 else 'are'} {plural(len(real), 'list', 'lists', '')} with {plural(items, 'item', 'items', '')}",
            f"Có {number(len(real))} phần liệt kê với {number(items)} mục",
        )
        beside = t(f", and {figures}", f", ngoài ra có {figures}")
    first = Said(f"{said}{beside if pairs else ''}.")
    promised = outline.promised(found)
    if real.empty and promised.empty:
        return first
    return first + _promises(promised, len(real)) + _listers(real)


def _promises(promised: pd.DataFrame, n_lists: int) -> Said:
    if promised.empty:
        return Said(
            t(
                "It is not announced with a number." if n_lists == 1 else "None is announced with a number.",
                "Phần ấy không được báo trước kèm con số."
                if n_lists == 1
                else "Không phần nào được báo trước kèm con số.",
            )
        )
    missing = promised[promised["status"] == "missing"]
    parts = [_kept(promised, n_lists)] if len(missing) < len(promised) else []
    if len(missing):
        named_ones = listed(
            [f"“{escape(row.announced)}” {row.citation}" for row in missing.head(FEW).itertuples()],
            _more(len(missing)),
        )
        parts.append(
            t(
                f"Announced, but not listed anywhere in the article: {named_ones}.",
                f"Báo trước nhưng không thấy liệt kê trong bài: {named_ones}.",
            )
        )
    parts += [
        t(
            f"“{escape(row.announced)}” {row.citation} is followed by {plural(int(row.n_items), 'item', 'items', '')}.",
            f"Sau “{escape(row.announced)}” {row.citation} có {number(row.n_items)} mục.",
        )
        for row in promised[promised["status"] == "mismatch"].head(FEW).itertuples()
    ]
    return Said(" ".join(parts))


def _kept(promised: pd.DataFrame, n_lists: int) -> str:
    """How many lists are announced with a number, and how many of them have as many items."""
    n, kept = len(promised), int((promised["status"] == "kept").sum())
    announced = t(
        "It is" if n == n_lists == 1 else plural(n, "list is", "lists are", ""),
        "Phần ấy" if n == n_lists == 1 else f"{number(n)} phần",
    )
    have = t(
        (", and has" if kept else ", but does not have")
        if n == 1
        else f"; {'all' if kept == n else some(kept)} {'has' if kept < 2 else 'have'}",
        (" và có" if kept else " nhưng không có")
        if n == 1
        else "; tất cả đều có"
        if kept == n
        else f"; {number(kept)} phần có"
        if kept
        else "; không phần nào có",
    )
    return t(
        f"{announced} announced with a number{have} as many items as announced.",
        f"{announced} được báo trước kèm con số{have} đủ số mục.",
    )


def _listers(real: pd.DataFrame) -> Said:
    who = Counter(
        name for names in real["stated_by"] for name in dict.fromkeys(names.split(TOGETHER)) if name
    )
    if not who:
        return Said("")
    n, size = max(who.values()), number(len(real))
    names = join([escape(name) for name in sorted(who) if who[name] == n])
    alone = sum(count == n for count in who.values()) == 1
    if len(real) == 1:
        return Said(t(f"Stated by {names}.", f"Người nêu: {names}."))
    if n < 2:
        return Said("")
    if len(who) == 1 and n == len(real):
        return Said(t(f"All are stated by {names}.", f"Tất cả đều do {names} nêu."))
    return Said(
        t(
            f"{names} {'states' if alone else 'each state'} {number(n)} of the {size} lists{', more than anyone else' if len(who) > 1 and alone else ''}.",
            f"{names} nêu {'' if alone else 'mỗi người '}{number(n)} trên {size} phần liệt kê{', nhiều hơn mọi người khác' if len(who) > 1 and alone else ''}.",
        )
    )


def metaphors(found: pd.DataFrame, images: pd.DataFrame) -> Said:
    """How many images, from which domains, and the salient ones with their places; *images*: `manner.images`."""
    if found.empty:
        return Said(t("No image of the codebook was found.", "Không thấy hình ảnh nào trong bộ mã."))
    salient = found[found["conventionality"] == "salient"].sort_values(
        ["article_id", "line_no", "start"], kind="stable"
    )
    if len(found) == 1:
        one = found.iloc[0]
        place = citation(one["article_id"], one["line_no"])
        return Said(
            t(
                f"The codebook finds one image, “{escape(one['surface'])}” {place}, from the domain {named(one['domain'])}; it is {'salient' if len(salient) else 'conventional'}.",
                f"Theo bộ mã có một hình ảnh, “{escape(one['surface'])}” {place}, thuộc miền {named(one['domain'])}; đó là hình ảnh {'nổi bật' if len(salient) else 'quen dùng'}.",
            )
        )
    first = t(
        f"The codebook finds {plural(len(found), 'image', 'images', '')} in {plural(found['article_id'].nunique(), 'article', 'articles', '')}; {some(len(salient))} of them {'is' if len(salient) < 2 else 'are'} salient. {_domains(images)}.",
        f"Theo bộ mã có {number(len(found))} hình ảnh trong {number(found['article_id'].nunique())} bài, trong đó {f'{number(len(salient))} hình ảnh' if len(salient) else 'không hình ảnh nào'} nổi bật. {_domains(images)}.",
    )
    return Said(first) if salient.empty else Said(first) + _salient(salient)


def _domains(images: pd.DataFrame) -> str:
    """The domains with most images, as far as they are ahead of the others."""
    order = images.head(len(leading(images["n"], 3)))
    domains = join([f"{named(row.domain)} ({number(row.n)})" for row in order.itertuples()])
    if order.empty:
        return t("No domain is ahead", "Không miền nào trội hơn")
    if len(order) == len(images):
        return t(
            f"{'Domains' if len(order) > 1 else 'Domain'}: {domains}",
            f"{'Các miền' if len(order) > 1 else 'Miền'}: {domains}",
        )
    return t(
        f"Commonest {'domain' if len(order) == 1 else 'domains'}: {domains}",
        f"Nhiều nhất là {'miền' if len(order) == 1 else 'các miền'} {domains}",
    )


def _salient(salient: pd.DataFrame) -> Said:
    """The salient images, each with its first place."""
    wordings = salient.groupby(salient["surface"].str.lower(), sort=False)
    order = sorted((rows for _, rows in wordings), key=lambda rows: -len(rows))[:FEW]
    places = listed(
        [f"“{escape(rows['surface'].iloc[0])}” ({times(len(rows))}, {citations(rows)[0]})" for rows in order],
        _more(len(wordings)),
    )
    if len(wordings) == 1:
        return Said(t(f"Salient: {places}.", f"Nổi bật: {places}."))
    return Said(
        t(
            f"Salient images, the most frequent first, each with its first place: {places}.",
            f"Các hình ảnh nổi bật, từ nhiều đến ít, kèm chỗ gặp đầu tiên: {places}.",
        )
    )


def set_phrases(phrases: pd.DataFrame, *, n_articles: int) -> Said:
    """Which set phrases most articles use; *phrases* is the table of `wordings.distinct`."""
    if phrases.empty:
        return Said(
            t("No set phrase stands in two articles.", "Không cụm từ cố định nào có trong hai bài trở lên.")
        )
    most = int(phrases["n_articles"].max())
    widest = phrases[phrases["n_articles"] == most]
    examples = listed(
        [
            f"“{escape(row.phrase)}” ({times(int(row.n))}, {row.first_place})"
            for row in widest.head(FEW).itertuples()
        ],
        _more(len(widest)),
    )
    every_en = "both articles" if n_articles == 2 else f"every one of the {number(n_articles)} articles"
    place = t(
        every_en if most == n_articles else f"{number(most)} of the {number(n_articles)} articles",
        f"cả {number(n_articles)} bài"
        if most == n_articles
        else f"{number(most)} trên {number(n_articles)} bài",
    )
    if len(phrases) == 1:
        return Said(
            t(
                f"One set phrase is shared, by {place}: {examples}.",
                f"Có một cụm từ cố định chung cho {place}: {examples}.",
            )
        )
    return Said(
        t(
            f"{plural(len(phrases), 'set phrase is', 'set phrases are', '')} shared by two articles or more, parts and variants not counted. {'All' if len(widest) == len(phrases) else number(len(widest))} {'stands' if len(widest) == 1 else 'stand'} in {place}: {examples}.",
            f"Có {number(len(phrases))} cụm từ cố định chung cho hai bài trở lên, không kể các phần và biến thể. {'Tất cả' if len(widest) == len(phrases) else f'{number(len(widest))} cụm'} có mặt trong {place}: {examples}.",
        )
    )


def stance(table: pd.DataFrame) -> Said:
    """Who says most often what must be done, resolves, stresses and says "we", and where the order is open."""
    if table.empty:
        return Said(
            t(
                "Nobody speaks long enough for a profile of stance.",
                "Không ai nói đủ dài để so sánh cách nói.",
            )
        )
    alone = table["voice"].nunique() == 1
    orders = [
        own.sort_values("per_1000", ascending=False, kind="stable")
        for _, own in table.groupby("stance", sort=False)
    ]
    orders = [order for order in orders if order["n"].iloc[0]]
    if not orders:
        return Said(t("No marker of stance was found.", "Không thấy dấu hiệu nào về cách nói."))
    rates = "; ".join(_rate(order.iloc[0], alone=alone) for order in orders)
    if alone:
        who = escape(table["voice"].iloc[0]) or t("the writers", "người viết")
        return Said(
            t(
                f"Of {who} alone there is text enough for a profile; in 1,000 syllables, with 95 % intervals: {rates}.",
                f"Chỉ lời của {who} là đủ dài để xét; mức trên 1.000 tiếng, kèm khoảng tin cậy 95 %: {rates}.",
            )
        )
    unsure = sum(len(order) > 1 and order["high"].iloc[1:].max() >= order["low"].iloc[0] for order in orders)
    return Said(
        t(
            f"The highest rates in 1,000 syllables, with 95 % intervals: {rates}. {_open_order(unsure, len(orders))}",
            f"Mức cao nhất trên 1.000 tiếng, kèm khoảng tin cậy 95 %: {rates}. {_open_order(unsure, len(orders))}",
        )
    )


def _rate(first: pd.Series, *, alone: bool) -> str:
    """A stance with who leads in it, unless there is nobody else, and the rate with its interval."""
    who = "" if alone else (escape(first["voice"]) or t("the writers", "người viết")) + ", "
    rate, low, high = (number(first[column], 1) for column in ("per_1000", "low", "high"))
    name = f"{named(first['stance'])}{':' if who else ''} {who}{rate}"
    return t(f"{name} ({low} to {high})", f"{name} (từ {low} đến {high})")


def _open_order(unsure: int, of: int) -> str:
    """In how many cases another speaker's interval reaches as far, so that nobody surely leads."""
    if unsure == of:
        return t(
            "The intervals overlap those of other speakers, so that the order is open.",
            "Các khoảng tin cậy chồng lên khoảng của người khác nên chưa thể xếp thứ tự.",
        )
    if not unsure:
        return ""
    return t(
        f"In {number(unsure)} of {number(of)} cases the interval overlaps another speaker's, so that the order is open.",
        f"Trong {number(unsure)} trên {number(of)} trường hợp, khoảng tin cậy chồng lên khoảng của người khác nên chưa thể xếp thứ tự.",
    )


def word_pairs(pairs: pd.DataFrame, chains: pd.DataFrame) -> Said:
    """How many chains of evaluating words, the longest, and the commonest pairs."""
    if chains.empty:
        return Said(t("No two evaluating words are joined.", "Không có hai từ đánh giá nào đi liền nhau."))
    longest = chains.loc[chains["n_members"].idxmax()]
    place = citation(longest["article_id"], longest["line_no"])
    many = pairs[pairs["n"] > 1].head(3)
    en = f"{plural(len(chains), 'chain joins', 'chains join', '')} two evaluating words or more; the longest has {number(longest['n_members'])}: “{escape(longest['surface'])}” {place}."
    vi = f"Có {number(len(chains))} chuỗi nối từ hai từ đánh giá trở lên; chuỗi dài nhất có {number(longest['n_members'])} từ: “{escape(longest['surface'])}” {place}."
    if len(many):
        top = join(
            [
                f"“{escape(row.first)}, {escape(row.second)}” ({times(int(row.n))}, {row.citation})"
                for row in many.itertuples()
            ]
        )
        en, vi = f"{en} The commonest pairs are {top}.", f"{vi} Các cặp nhiều nhất là {top}."
    partners = Counter(word for row in pairs.itertuples() for word in (str(row.first), str(row.second)))
    word, n = min(partners.items(), key=lambda kv: (-kv[1], kv[0]))
    if n > 2:
        en += f" “{escape(word)}” meets most others: {number(n)} different words."
        vi += f" “{escape(word)}” đi với nhiều từ nhất: {number(n)} từ khác nhau."
    return Said(t(en, vi))


def balance(found: pd.DataFrame) -> Said:
    """Parallels, doublings and repeated openings, each with its commonest example; *found*: `manner.balance`."""
    parts = []
    for kinds, one, many, vi in (
        (("parallel",), "four-syllable parallel", "four-syllable parallels", "cụm đối bốn tiếng"),
        (("doubling", "sound doubling"), "doubled word", "doubled words", "từ láy"),
        (("anaphora",), "run of clauses with the same opening", "runs of clauses with the same opening", "chỗ điệp đầu vế"),
    ):  # fmt: skip
        own = found[found["kind"].isin(kinds)]
        if own.empty:
            continue
        if kinds == ("anaphora",):
            order = own.assign(size=own["surface"].str.len()).sort_values(
                ["n_members", "size"], kind="stable"
            )
            first = order.iloc[-1]
            shown = " ".join(
                f"{' '.join(member.split()[:OPENING])} …" for member in first["members"].split(" | ")
            )
        else:
            word = own["surface"].str.lower().value_counts().index[0]
            first = own[own["surface"].str.lower() == word].iloc[0]
            shown = str(first["surface"])
        example = f"“{escape(shown)}” {first['citation']}"
        parts.append(
            t(
                f"{plural(len(own), one, many, '')}, such as {example}",
                f"{number(len(own))} {vi}, chẳng hạn {example}",
            )
        )
    if not parts:
        return Said(
            t(
                "No parallels, doubled words or repeated openings were found.",
                "Không thấy cụm đối, từ láy hay điệp đầu vế.",
            )
        )
    return Said(t(f"Figures of balance: {'; '.join(parts)}.", f"Các phép đối và lặp: {'; '.join(parts)}."))


def sentence_rhythm(lengths: pd.DataFrame, readability: pd.DataFrame) -> Said:
    """How long the sentences are, and which articles are hardest and easiest to read."""
    if lengths.empty:
        return Said(t("There is no sentence of body text.", "Không có câu nào trong thân bài."))
    middle = number(lengths["n_syllables"].median())
    longest = lengths.loc[lengths["n_syllables"].idxmax()]
    long = float((lengths["n_syllables"] > LONG).mean())
    if len(lengths) == 1:
        return Said(
            t(
                f"The one sentence has {plural(int(longest['n_syllables']), 'syllable', 'syllables', '')} {longest['citation']}.",
                f"Câu duy nhất có {number(longest['n_syllables'])} tiếng {longest['citation']}.",
            )
        )
    beyond = t(
        f"{percent(long)} have more than {number(LONG)}" if long else f"none has more than {number(LONG)}",
        f"{percent(long)} số câu dài hơn {number(LONG)} tiếng"
        if long
        else f"không câu nào dài hơn {number(LONG)} tiếng",
    )
    first = t(
        f"Half of the {plural(len(lengths), 'sentence', 'sentences', '')} have at least {middle} syllables; the longest has {number(longest['n_syllables'])} {longest['citation']}, and {beyond}.",
        f"Một nửa trong {number(len(lengths))} câu có ít nhất {middle} tiếng; câu dài nhất có {number(longest['n_syllables'])} tiếng {longest['citation']}, và {beyond}.",
    )
    scored = readability[readability["score"].notna()]
    if len(scored) < 2 or number(scored["score"].iloc[0], 2) == number(scored["score"].iloc[-1], 2):
        return Said(first)
    hard, easy = scored.iloc[0], scored.iloc[-1]
    return Said(first) + Said(
        t(
            f"By the formula of Luong, Nguyen and Dinh (2018) {hard['article_id']} is hardest to read ({number(hard['score'], 2)}) and {easy['article_id']} easiest ({number(easy['score'], 2)}); the score only ranks texts of a kind.",
            f"Theo công thức của Luong, Nguyen và Dinh (2018), {hard['article_id']} khó đọc nhất ({number(hard['score'], 2)}) và {easy['article_id']} dễ đọc nhất ({number(easy['score'], 2)}); điểm số chỉ dùng để so các văn bản cùng loại.",
        )
    )


def _more(n: int) -> str:
    return "" if n <= FEW else t("others", "những chỗ khác")
