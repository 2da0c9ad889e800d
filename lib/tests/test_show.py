"""Tables as a reader sees them."""

from __future__ import annotations

import pandas as pd
import pytest

from caytre import session
from caytre.show import TABLE_MIME, table

EMPTY = pd.DataFrame({"word": [], "n": []})


class TestEmptyTable:
    @pytest.mark.parametrize(
        ("language", "caption", "said"),
        [
            ("en", "Themes in one paragraph.", "Themes in one paragraph: there is nothing to list."),
            (
                "vi",
                "Các chủ đề trong cùng một đoạn.",
                "Các chủ đề trong cùng một đoạn: không có gì để liệt kê.",
            ),
        ],
    )
    def test_a_sentence_stands_for_headings_without_rows(
        self, language: str, caption: str, said: str
    ) -> None:
        """A table without rows is a sentence, as HTML, as Markdown and in a notebook."""
        session.begin("test", language)
        nothing = table(EMPTY, caption)
        assert nothing._repr_mimebundle_() == {"text/markdown": said, "text/plain": said}
        assert nothing.html() == f"<p>{said}</p>"
        assert nothing.markdown() == said

    def test_signs_of_a_caption_are_no_markup(self) -> None:
        """A caption with a word from an article is escaped in the sentence too."""
        session.begin("test", "en")
        nothing = table(EMPTY, "The company of “<b>*x*</b>”.")
        assert "&lt;b&gt;" in nothing.html()
        assert "\\*x\\*" in nothing.markdown()

    def test_rows_make_a_table(self) -> None:
        """With a row there are headings again."""
        session.begin("test", "en")
        shown = table(pd.DataFrame({"word": ["hoà bình"], "n": [3]}), "Words.")
        assert TABLE_MIME in shown._repr_mimebundle_()
        assert "<th" in shown.html()
