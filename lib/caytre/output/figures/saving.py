"""`save`: a chart in the three formats that a report needs, with its caption, and the copy that a notebook shows.

Bytes are deterministic: fixed metadata, a fixed hash salt, no dates. Text stays text in SVG and PDF, so that
Vietnamese can be searched and copied; the SVG carries the glyphs it uses.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

from caytre import session
from caytre.files import write_bytes, write_text
from caytre.output.figures.captions import forget, note
from caytre.output.figures.drawings import KINDS, Drawing, Remembered, recall, remember
from caytre.output.figures.style import FAMILY, font_path, house

__all__ = ["MIME", "SIZES", "Saved", "picture", "save"]

SIZES = {"page": (7.0, None), "column": (3.5, None), "slide": (10.0, 5.6)}
"""Width and height in inches; a height of None keeps the proportions of the figure."""

PRINT_DPI, PRINT_COLOURS = 300, 256
SCREEN_REDUCE, SCREEN_COLOURS = 4, 16
"""The copy that a notebook keeps: 75 dots per inch and few colours, or its outputs would grow to megabytes."""

NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
FACES = re.compile(r"\n  <style>@font-face[^<]*</style>")
"""The glyphs that _with_font put into an SVG."""


class Saved:
    """A figure that was saved, as a notebook shows it: the picture, with its alternative text.

    Of one with nothing to draw there is no picture, only its title as text: the finding beside it says the same, and a
    report leaves it out.
    """

    def __init__(self, name: str, png: bytes, caption: str, alt: str) -> None:
        self.name, self.png, self.caption, self.alt = name, png, caption, alt

    def _repr_mimebundle_(
        self, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        if not self.png:
            return {"text/plain": f"{self.name}: {self.caption}"}, {}
        data = {
            "image/png": base64.b64encode(self.png).decode(),
            "text/plain": self.name,
            MIME: {"name": self.name, "caption": self.caption, "alt": self.alt},
        }
        return data, {"image/png": {"alt": self.alt}}


MIME = "application/vnd.caytre.figure+json"


def save(
    figure: Figure | Drawing, name: str, *, alt: object, caption: str = "", n: str = "", size: str = ""
) -> Saved:
    """Write `<name>.<lang>.png` (300 dpi), `.svg` and `.pdf` to the corpus's figures folder, and a row of captions.csv.

    *alt* says in words what the chart shows (a finding of `say`, or text). *caption* defaults to the chart's title and
    measure. *size* is "page", "column" or "slide"; without it the figure keeps its own size. A figure that has nothing
    to draw (`nothing`) is not written, and files of that name from before go away. Raises ValueError for a name that is
    no plain file name.
    """
    if not NAME.fullmatch(name):
        raise ValueError(
            f'figure name "{name}": use lower-case letters, digits and hyphens, such as "02-keyness"'
        )
    if size and size not in SIZES:
        raise ValueError(f'figure size "{size}": use one of {", ".join(SIZES)}')
    folder, lang = session.figures_folder(), session.language()
    stem = folder / f"{name}.{lang}"
    key = figure.key(size, _drawn_by()) if isinstance(figure, Drawing) else ""
    chart = recall(key, stem)
    if chart is None:
        chart = _drawn(figure.figure if isinstance(figure, Drawing) else figure, stem, size)
        remember(key, stem, chart)
    caption = caption or " ".join(part.rstrip(".") + "." for part in (chart.title, chart.measure) if part)
    alt_text = re.sub(r"[*_`]|\[[^\]]*\]\([^)]*\)", "", str(alt)).strip()
    if not chart.png:
        forget(folder / "captions.csv", name, lang)
        return Saved(name, b"", chart.title, alt_text)
    row = {
        f"caption_{lang}": caption,
        f"alt_{lang}": alt_text,
        "n": n or chart.measure,
        "source": session.source(),
    }
    note(folder / "captions.csv", name, row)
    return Saved(name, chart.png, caption, alt_text)


def picture(figure: Figure) -> bytes:
    """The figure as a PNG for the screen."""
    with house():
        return _screen(_image(figure))


def _drawn(figure: Figure, stem: Path, size: str) -> Remembered:
    """Write the figure in every format, or take its files away where it has nothing to draw."""
    made = getattr(figure, "caytre", {})
    title, measure = made.get("title", ""), made.get("measure", "")
    if made.get("empty"):
        for kind in KINDS:
            stem.with_name(f"{stem.name}.{kind}").unlink(missing_ok=True)
        return Remembered(title, measure, b"")
    if size:
        _resize(figure, *SIZES[size])
    return Remembered(title, measure, _screen(_write(figure, stem)))


def _render(figure: Figure, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, format=kind, **options)
    return out.getvalue()


def _resize(figure: Figure, width: float, height: float | None) -> None:
    old_width, old_height = figure.get_size_inches()
    figure.set_size_inches(width, height if height is not None else old_height * width / old_width)


def _write(figure: Figure, stem: Path) -> Any:
    """Write the three formats and give the picture; where the SVG on disk is the same, so are the others, and they stay."""
    from PIL import Image

    picture, drawing, printed = (stem.with_name(f"{stem.name}.{kind}") for kind in KINDS)
    with house():
        svg = _render(figure, "svg", metadata={"Date": None, "Creator": None}).decode("utf-8")
        svg = svg.replace("</svg>", f"<!-- drawn by {_drawn_by()} -->\n</svg>")
        # Laid out once: every format then has the same places, and is drawn once only.
        figure.set_layout_engine(None)
        whole = picture.is_file() and printed.is_file() and drawing.is_file()
        if whole and FACES.sub("", drawing.read_text(encoding="utf-8")) == svg:
            return Image.open(picture)
        png = _png(_image(figure), PRINT_COLOURS, PRINT_DPI)
        pdf = _render(figure, "pdf", metadata={"CreationDate": None, "Creator": None, "Producer": None})
        write_bytes(printed, pdf)
        write_bytes(picture, png)
        write_text(drawing, _with_font(svg))
    return Image.open(io.BytesIO(png))


def _image(figure: Figure) -> Any:
    """The figure as an image, straight from the buffer: a PNG of all colours would only be read again."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image

    canvas, before = FigureCanvasAgg(figure), figure.dpi
    try:
        figure.dpi = PRINT_DPI
        canvas.draw()
    finally:
        figure.dpi = before
    return Image.fromarray(np.ascontiguousarray(np.asarray(canvas.buffer_rgba())[..., :3]))


def _screen(image: Any) -> bytes:
    return _png(image.convert("RGB").reduce(SCREEN_REDUCE), SCREEN_COLOURS, PRINT_DPI / SCREEN_REDUCE)


def _png(image: Any, colours: int, dpi: float) -> bytes:
    """The image with a palette: a third of the bytes, so that a notebook with ten charts can be mailed."""
    from PIL import Image

    # With few colours clusters are refined, or pale cells of a heatmap get the grey of the letters' edges.
    refine = 1 if colours < PRINT_COLOURS else 0
    shown = image.quantize(colours, method=Image.Quantize.MEDIANCUT, kmeans=refine, dither=Image.Dither.NONE)
    out = io.BytesIO()
    shown.save(out, "PNG", optimize=True, bits=4 if colours <= 16 else 8, dpi=(dpi, dpi))
    return out.getvalue()


@lru_cache(maxsize=1)
def _drawn_by() -> str:
    """matplotlib and this file: what else decides how the other formats of a drawing come out."""
    return (
        f"matplotlib {mpl.__version__}, style {hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]}"
    )


def _with_font(svg: str) -> str:
    """The SVG with the glyphs that it uses, so that it looks the same where the font is not installed."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    used = "".join(sorted(set(re.sub(r"<[^>]*>", "", svg))))
    faces = []
    for style, weight in (("Regular", 400), ("SemiBold", 600)):
        font = TTFont(font_path(style), recalcTimestamp=False)
        for table in ("GSUB", "GPOS", "GDEF"):  # composed letters need no shaping
            if table in font:
                del font[table]
        worker = subset.Subsetter(subset.Options(hinting=False, notdef_outline=True, name_IDs=[1, 2]))
        worker.populate(text=used)
        worker.subset(font)
        font.flavor = "woff"
        out = io.BytesIO()
        font.save(out)
        data = base64.b64encode(out.getvalue()).decode()
        faces.append(
            f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};src:url(data:font/woff;base64,{data}) format('woff')}}"
        )
    return svg.replace("<defs>", f"<defs>\n  <style>{''.join(faces)}</style>", 1)
