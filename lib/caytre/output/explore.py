"""Browsers for a notebook: type a word or choose a speaker and read the lines, without a network."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pandas as pd

from caytre.analysis.concordance import QueryError
from caytre.analysis.shown import citation
from caytre.session import plural, t
from caytre.text.orthography import fold

if TYPE_CHECKING:
    from caytre.corpus import Corpus

__all__ = ["concordance_browser", "interactive_table", "quotation_browser"]

MOST_ROWS = 200
WAYS = ("phrase", "word", "syllable", "glob", "regex")


def concordance_browser(corpus: Corpus, query: str = "") -> Any:
    """A field for the query, how it is meant, the order, the article, and below them the lines that match."""
    import ipywidgets as widgets

    field = widgets.Text(value=query, description=t("query", "tìm"), continuous_update=False)
    by = widgets.Dropdown(options=WAYS, value="phrase", description=t("as", "kiểu"))
    sort = widgets.Dropdown(options=("position", "left", "right"), description=t("order", "thứ tự"))
    article = widgets.Dropdown(
        options=[("", ""), *((i, i) for i in corpus.articles["article_id"])], description=t("article", "bài")
    )
    toneless = widgets.Checkbox(value=False, description=t("without tone marks", "không dấu"))
    shown = widgets.HTML()

    def update(_: Any = None) -> None:
        if not field.value.strip():
            shown.value = html.escape(t("Type a word.", "Hãy gõ một từ."))
            return
        where = {"article": article.value} if article.value else None
        try:
            lines = corpus.kwic(
                field.value,
                by=by.value,
                sort=sort.value,
                toneless=toneless.value,
                where=where,
                limit=MOST_ROWS,
            )
        except QueryError as error:
            shown.value = html.escape(str(error))
            return
        shown.value = _lines(lines)

    return _panel((field, by, sort, article, toneless), shown, update)


def quotation_browser(corpus: Corpus) -> Any:
    """Choose a speaker or search in the words: the quotations with office, cue, place and how they were attributed."""
    import ipywidgets as widgets

    quotes = corpus.quotes
    people = sorted(set(quotes["speaker"]) - {""})
    speaker = widgets.Dropdown(
        options=[(t("(all)", "(tất cả)"), ""), *((name, name) for name in people)],
        description=t("speaker", "người nói"),
    )
    kind = widgets.Dropdown(
        options=[(t("(all)", "(tất cả)"), ""), *((name, name) for name in ("direct", "term", "title"))],
        description=t("kind", "loại"),
    )
    words = widgets.Text(description=t("words", "lời"), continuous_update=False)
    shown = widgets.HTML()

    def update(_: Any = None) -> None:
        found = quotes
        if speaker.value:
            found = found[found["speaker"] == speaker.value]
        if kind.value:
            found = found[found["kind"] == kind.value]
        if words.value.strip():
            wanted = fold(words.value.strip())
            found = found[[wanted in fold(text) for text in found["text"]]]
        shown.value = _quotes(found)

    return _panel((speaker, kind, words), shown, update)


def interactive_table(frame: pd.DataFrame) -> Any:
    """A frame to sort, search and page through, with everything it needs inside the notebook."""
    from IPython.display import HTML
    from itables import options, to_html_datatable
    from itables.javascript import generate_init_offline_itables_html

    code = generate_init_offline_itables_html(options.dt_bundle)
    return HTML(code + to_html_datatable(frame.reset_index(drop=True), connected=False))


def _panel(controls: tuple[Any, ...], shown: Any, update: Callable[..., None]) -> Any:
    import ipywidgets as widgets

    for control in controls:
        control.observe(update, names="value")
    update()
    return widgets.VBox([widgets.HBox(controls, layout=widgets.Layout(flex_flow="row wrap")), shown])


def _lines(lines: pd.DataFrame) -> str:
    total = int(lines.attrs["n"])
    rows = "".join(
        f"<tr><td style='text-align:right'>{html.escape(row.left)}</td><td style='text-align:center'><b>{html.escape(row.node)}</b></td>"
        f"<td style='text-align:left'>{html.escape(row.right)}</td><td>{html.escape(row.citation)}</td></tr>"
        for row in lines.itertuples()
    )
    return f"<p>{_counted(total, len(lines))}</p><table style='width:100%'>{rows}</table>"


def _quotes(quotes: pd.DataFrame) -> str:
    rows = "".join(
        f"<tr><td style='text-align:left'>{html.escape(row.text)}</td><td style='text-align:left'>{html.escape(row.speaker)}</td>"
        f"<td style='text-align:left'>{html.escape(row.office)}</td><td>{html.escape(row.how)}</td><td>{html.escape(citation(row.article_id, row.line_no))}</td></tr>"
        for row in quotes.head(MOST_ROWS).itertuples()
    )
    return (
        f"<p>{_counted(len(quotes), min(len(quotes), MOST_ROWS))}</p><table style='width:100%'>{rows}</table>"
    )


def _counted(total: int, shown: int) -> str:
    found = plural(total, "place", "places", "chỗ")
    return found if shown >= total else f"{found} ({t('the first', 'hiện')} {shown})"
