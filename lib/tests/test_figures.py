"""House style: files that a report needs, the same bytes each time, Vietnamese text that can be found again."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pandas as pd
import pytest
from PIL import Image
from pypdf import PdfReader

from caytre import figures, session
from caytre.output.figures import rendering, style
from tests.drawing import shapes, unreadable

SENTENCE = "Ngoại giao cây tre: vững gốc, thân chắc, cành uyển chuyển"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAYTRE_FIGURES", str(tmp_path))
    session.begin("test", "en", "Source: three sentences.")


def chart():  # type: ignore[no-untyped-def]
    figure, axis = figures.canvas(5, 3)
    axis.barh(["đối ngoại", "hoà bình"], [3, 1])
    return figures.title(figure, SENTENCE, "Words, 3 articles.")


class TestSave:
    def test_bytes_do_not_change_from_run_to_run(self, tmp_path: Path) -> None:
        """No dates, no random ids: a rerun leaves a checkout clean."""
        figures.save(chart(), "01-test", alt="a chart")
        first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        figures.save(chart(), "01-test", alt="a chart")
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first
        assert set(first) == {"01-test.en.png", "01-test.en.svg", "01-test.en.pdf", "captions.csv"}

    def test_the_notebook_sees_the_same_picture_each_time(self) -> None:
        """A figure that is drawn and one that is found on disk look the same in the notebook, in few colours."""
        first, second = (figures.save(chart(), "01-test", alt="a chart") for _ in range(2))
        assert first.png == second.png
        with Image.open(io.BytesIO(first.png)) as picture:
            assert picture.size == tuple(
                side * rendering.PRINT_DPI // rendering.SCREEN_REDUCE for side in (5, 3)
            )
            assert len(picture.getcolors()) <= rendering.SCREEN_COLOURS

    def test_a_file_that_somebody_changed_is_written_anew(self, tmp_path: Path) -> None:
        """What is on disk stays only where it is what would be written."""
        figures.save(chart(), "01-test", alt="a chart")
        drawing = tmp_path / "01-test.en.svg"
        whole = drawing.read_bytes()
        drawing.write_bytes(whole.replace("Ngoại".encode(), b"Ngoai"))
        figures.save(chart(), "01-test", alt="a chart")
        assert drawing.read_bytes() == whole

    def test_vietnamese_can_be_searched_in_pdf_and_svg(self, tmp_path: Path) -> None:
        """Text stays text: no split syllables, no outlines."""
        figures.save(chart(), "01-test", alt="a chart")
        text = PdfReader(io.BytesIO((tmp_path / "01-test.en.pdf").read_bytes())).pages[0].extract_text()
        assert SENTENCE in re.sub(r"\s+", " ", text)
        svg = (tmp_path / "01-test.en.svg").read_text(encoding="utf-8")
        assert SENTENCE in svg
        assert "@font-face" in svg

    def test_captions_hold_both_languages(self, tmp_path: Path) -> None:
        """Each language sets its own cells and leaves the other's."""
        figures.save(chart(), "01-test", alt="**a** chart [x](y)")
        session.begin("test", "vi", "Nguồn: ba câu.")
        figures.save(chart(), "01-test", alt="một biểu đồ")
        with open(tmp_path / "captions.csv", encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        assert [(row["figure"], row["alt_en"], row["alt_vi"]) for row in rows] == [
            ("01-test", "a chart", "một biểu đồ")
        ]
        assert rows[0]["caption_en"].startswith(SENTENCE)

    @pytest.mark.parametrize("name", ["../x", "a b", "", "Ảnh", "x/y"])
    def test_a_name_that_is_no_file_name_is_refused(self, name: str) -> None:
        """The error says what a name looks like."""
        with pytest.raises(ValueError, match='such as "02-keyness"'):
            figures.save(chart(), name, alt="")

    def test_sizes_for_papers_and_slides(self, tmp_path: Path) -> None:
        """A column figure is 3.5 inches wide at 300 dots per inch."""
        from PIL import Image

        figures.save(chart(), "01-test", alt="", size="column")
        with Image.open(tmp_path / "01-test.en.png") as picture:
            assert picture.width == 1050
        with pytest.raises(ValueError, match="page, column, slide"):
            figures.save(chart(), "01-test", alt="", size="poster")

    def test_the_font_has_every_vietnamese_letter(self) -> None:
        """Whatever an article writes, the project's font can draw."""
        from fontTools.ttLib import TTFont

        from caytre.text.orthography import VIETNAMESE_LOWER, VIETNAMESE_UPPER

        for kind in ("Regular", "SemiBold", "Italic"):
            known = TTFont(style.font_path(kind)).getBestCmap()
            assert not [
                char for char in VIETNAMESE_LOWER + VIETNAMESE_UPPER + "“”‘’…–" if ord(char) not in known
            ]


LINES = pd.DataFrame(
    [
        ("a", 1, "title", "Tin"),
        ("a", 2, "body", "Một đoạn dài hơn nhiều."),
        ("a", 3, "nav", "Chia sẻ"),
        ("b", 1, "body", "x"),
    ],
    columns=["article_id", "line_no", "kind", "text"],
)
ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b"],
        "outlet": ["VOV", ""],
        "published": ["2021-12-14T16:30", ""],
        "published_from": ["text", "none"],
        "n_words": [5, 1],
    }
)


class TestReading:
    """The tests of charts rest on `unreadable`, which has to see what it looks for."""

    def test_a_chart_that_can_be_read(self) -> None:
        """Labels of ticks past the ends of an axis are not drawn and do not count."""
        figure = chart()
        figure.axes[0].set_xlim(0.5, 2.5)
        assert unreadable(figure) == []

    def test_off_the_canvas_and_upon_each_other(self) -> None:
        """A text that leaves the picture is found, and so are two in one place."""
        figure = chart()
        figure.text(0.99, 0.5, "Ra ngoài khung hình")
        figure.text(0.5, 0.5, "hội nghị")
        figure.text(0.5, 0.5, "hội nhập")
        assert unreadable(figure) == ["Ra ngoài khung hình", "hội nghị | hội nhập"]


class TestCorpusCharts:
    @pytest.mark.parametrize("n", [1, 2, 100])
    def test_every_line_is_a_bar(self, n: int) -> None:
        """Each of the articles drawn has a panel, and each of its lines a bar in it."""
        lines = pd.concat([LINES.assign(article_id=LINES["article_id"] + str(i)) for i in range(n)])
        figure = figures.line_kinds(lines)
        assert unreadable(figure) == []
        first = sorted(lines["article_id"].unique())[:10]
        assert shapes(figure) == lines["article_id"].isin(first).sum()

    @pytest.mark.parametrize("n", [1, 2, 100])
    def test_every_article_has_its_size_and_its_day(self, n: int) -> None:
        """Bars of sizes and marks of days for few articles, counts of all for many; undated ones have no mark."""
        articles = pd.concat(
            [ARTICLES.assign(article_id=ARTICLES["article_id"] + str(i)) for i in range(n)],
            ignore_index=True,
        )
        sizes, days = figures.article_sizes(articles), figures.publications(articles)
        assert unreadable(sizes) == unreadable(days) == []
        bars = [bar for bar in sizes.axes[0].patches if bar.get_height()]
        if n < 100:
            assert [bar.get_width() for bar in bars] == sorted(articles["n_words"])
            assert len(days.axes[0].lines) == n
        else:
            assert sum(bar.get_height() for bar in bars) == len(articles)
            assert sum(bar.get_height() for bar in days.axes[0].patches) == n

    def test_no_date_is_said_not_drawn(self) -> None:
        """Without a date the chart says so in its title."""
        assert (
            figures.publications(ARTICLES[ARTICLES["published"] == ""]).caytre["title"]
            == "No article has a date"
        )


class TestWords:
    def test_the_cloud_is_the_same_each_time(self) -> None:
        """A fixed seed places every word where it was."""
        frequency = pd.DataFrame(
            {"word": ["đối ngoại", "hội nghị", "Đảng"], "n": [9, 5, 2], "n_articles": [3, 2, 1]}
        )
        pictures = []
        for _ in range(2):
            out = io.BytesIO()
            figures.word_cloud(frequency, n_articles=3).savefig(
                out, format="png", metadata={"Software": None}
            )
            pictures.append(out.getvalue())
        assert pictures[0] == pictures[1]


class TestScreenCopy:
    def test_flat_colours_stay(self) -> None:
        """Large areas keep their colour to the point, whatever else is in the picture."""
        picture = Image.new("RGB", (300, 200), "#ffffff")
        for i, colour in enumerate(("#e3e7eb", "#c3dccb", style.ACCENT, style.INK)):
            picture.paste(colour, (i * 60, 0, i * 60 + 50, 100))
        picture.paste(Image.linear_gradient("L").resize((300, 90)).convert("RGB"), (0, 110))
        with Image.open(io.BytesIO(rendering._png(picture, 16, 75))) as small:
            shown = small.convert("RGB")
            assert len(small.getcolors()) <= 16
        assert shown.getpixel((70, 50)) == (0xC3, 0xDC, 0xCB)
        assert shown.getpixel((130, 50)) == (0x2F, 0x7D, 0x4F)

    def test_one_colour(self) -> None:
        """An empty picture is no special case."""
        with Image.open(io.BytesIO(rendering._png(Image.new("RGB", (9, 7), "white"), 16, 75))) as small:
            assert small.convert("RGB").getcolors() == [(63, (255, 255, 255))]
