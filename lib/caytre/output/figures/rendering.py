"""A figure as PNG, SVG and PDF: the bytes.

They are deterministic: fixed metadata, a fixed hash salt, no dates. Text stays text in SVG and PDF, so that Vietnamese
can be searched and copied; the SVG carries the glyphs it uses.
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

from caytre.files import write_bytes, write_text
from caytre.output.figures.style import FAMILY, font_path, house

__all__ = ["KINDS", "drawn_by", "picture", "resize", "screen", "write"]

KINDS = ("png", "svg", "pdf")

PRINT_DPI, PRINT_COLOURS = 300, 256
SCREEN_REDUCE, SCREEN_COLOURS = 4, 16
"""The copy that a notebook keeps: 75 dots per inch and few colours, or its outputs would grow to megabytes."""

FACES = re.compile(r"\n  <style>@font-face[^<]*</style>")
"""The glyphs that _with_font put into an SVG."""


def write(figure: Figure, stem: Path) -> Any:
    """Write the three formats and give the picture; where the SVG on disk is the same, so are the others, and they stay."""
    from PIL import Image

    picture, drawing, printed = (stem.with_name(f"{stem.name}.{kind}") for kind in KINDS)
    with house():
        svg = _render(figure, "svg", metadata={"Date": None, "Creator": None}).decode("utf-8")
        svg = svg.replace("</svg>", f"<!-- drawn by {drawn_by()} -->\n</svg>")
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


def resize(figure: Figure, width: float, height: float | None) -> None:
    """Give the figure another size, in inches; without a height it keeps its proportions."""
    old_width, old_height = figure.get_size_inches()
    figure.set_size_inches(width, height if height is not None else old_height * width / old_width)


def picture(figure: Figure) -> bytes:
    """The figure as a PNG for the screen."""
    with house():
        return screen(_image(figure))


def screen(image: Any) -> bytes:
    """The copy that a notebook keeps of a picture for print."""
    return _png(image.convert("RGB").reduce(SCREEN_REDUCE), SCREEN_COLOURS, PRINT_DPI / SCREEN_REDUCE)


@lru_cache(maxsize=1)
def drawn_by() -> str:
    """matplotlib and this file: what else decides how the other formats of a drawing come out."""
    return (
        f"matplotlib {mpl.__version__}, style {hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]}"
    )


def _render(figure: Figure, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, format=kind, **options)
    return out.getvalue()


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


def _png(image: Any, colours: int, dpi: float) -> bytes:
    """The image with a palette: a third of the bytes, so that a notebook with ten charts can be mailed."""
    from PIL import Image

    # With few colours clusters are refined, or pale cells of a heatmap get the grey of the letters' edges.
    refine = 1 if colours < PRINT_COLOURS else 0
    shown = image.quantize(colours, method=Image.Quantize.MEDIANCUT, kmeans=refine, dither=Image.Dither.NONE)
    out = io.BytesIO()
    shown.save(out, "PNG", optimize=True, bits=4 if colours <= 16 else 8, dpi=(dpi, dpi))
    return out.getvalue()


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
