"""House style: one font, one accent, titles that say the finding; and `save`, which writes what a report needs.

Bytes are deterministic: fixed metadata, a fixed hash salt, no dates. Text stays text in SVG and PDF, so that
Vietnamese can be searched and copied; the SVG carries the glyphs it uses.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.text import Text

from caytre import session
from caytre.files import write_bytes, write_text
from caytre.output.figures.captions import forget, note

__all__ = [
    "ACCENT",
    "GREY",
    "INK",
    "MUTED",
    "PALETTE",
    "SIZES",
    "Saved",
    "blank",
    "canvas",
    "font_path",
    "nothing",
    "save",
    "title",
]

FONTS = Path(__file__).parents[1] / "fonts"
FAMILY = "Be Vietnam Pro"
INK, GREY, PALE, ACCENT = "#1d2329", "#9aa4ae", "#e3e7eb", "#2f7d4f"
MUTED = "#5b6570"
"""Grey that can be read as text."""

PALETTE = (
    "#2f7d4f",
    "#c8553d",
    "#3b6ea5",
    "#d9a441",
    "#7a5195",
    "#5c6b73",
    "#8fb996",
    "#e0a899",
    "#9cb7d6",
    "#b9a3c7",
)
"""Told apart in grey and by colour-blind readers, for the few categories that a chart can name."""

SIZES = {"page": (7.0, None), "column": (3.5, None), "slide": (10.0, 5.6)}
"""Width and height in inches; a height of None keeps the proportions of the figure."""

PRINT_DPI, PRINT_COLOURS = 300, 256
SCREEN_REDUCE, SCREEN_COLOURS = 4, 16
"""The copy that a notebook keeps: 75 dots per inch and few colours, or its outputs would grow to megabytes."""

NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
FACES = re.compile(r"\n  <style>@font-face[^<]*</style>")
"""The glyphs that _with_font put into an SVG."""

RC: Any = {
    "font.family": FAMILY,
    "font.size": 9,
    "text.color": INK,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.labelsize": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": False,
    "grid.color": PALE,
    "grid.linewidth": 0.7,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "legend.frameon": False,
    "legend.fontsize": 8,
    "figure.facecolor": "white",
    "pdf.fonttype": 42,
    "svg.fonttype": "none",
    "svg.hashsalt": "caytre",
}


@lru_cache(maxsize=1)
def _register() -> None:
    """Make the project's own font known; whatever fonts the machine has do not matter then."""
    for path in sorted(FONTS.glob("*.ttf")):
        fontManager.addfont(path)


def font_path(style: str = "Regular") -> Path:
    return FONTS / f"BeVietnamPro-{style}.ttf"


@contextmanager
def house() -> Iterator[None]:
    _register()
    with mpl.rc_context(RC):
        yield


def canvas(
    width: float = 7.0, height: float = 3.8, *, rows: int = 1, columns: int = 1, **options: Any
) -> tuple[Figure, Any]:
    """An empty figure in house style and its axes; sizes in inches."""
    with house():
        figure = Figure(figsize=(width, height), layout="constrained")
        axes = figure.subplots(rows, columns, **options)
    return figure, axes


def blank(axes: Axes) -> None:
    """Take spines and ticks away, for charts whose axes say nothing."""
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_visible(False)


def title(figure: Figure, finding: str, measure: str) -> Figure:
    """Put the finding above the chart and, smaller, what is measured and on how much; room is made for both."""
    width, height = figure.get_size_inches()
    head = textwrap.wrap(finding, int(width * 11.6))
    sub = textwrap.wrap(measure, int(width * 15.5))
    top = 0.08 + 0.24 * len(head) + 0.03 + 0.165 * len(sub) + 0.06
    with house():
        figure.text(
            0.008,
            1 - 0.06 / height,
            "\n".join(head),
            fontsize=11.5,
            fontweight=600,
            va="top",
            linespacing=1.25,
        )
        figure.text(
            0.008,
            1 - (0.09 + 0.24 * len(head)) / height,
            "\n".join(sub),
            fontsize=8.5,
            color=MUTED,
            va="top",
            linespacing=1.3,
        )
    engine = figure.get_layout_engine()
    if engine is not None:
        engine.set(rect=(0, 0, 1, 1 - top / height))  # type: ignore[call-arg]  # every engine takes it
    for text in figure.findobj(Text):
        text.set_fontfamily(FAMILY)
    figure.caytre = {"title": finding, "measure": measure}  # type: ignore[attr-defined]
    return figure


def nothing(finding: str, measure: str = "") -> Figure:
    """A figure that has nothing to draw: its title says so, and `save` writes no file of it."""
    figure, axes = canvas(7.0, 1.0)
    blank(axes)
    title(figure, finding, measure)
    figure.caytre["empty"] = True  # type: ignore[attr-defined]
    return figure


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


def save(figure: Figure, name: str, *, alt: object, caption: str = "", n: str = "", size: str = "") -> Saved:
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
    made = getattr(figure, "caytre", {})
    caption = caption or " ".join(
        part.rstrip(".") + "." for part in (made.get("title", ""), made.get("measure", "")) if part
    )
    alt_text = re.sub(r"[*_`]|\[[^\]]*\]\([^)]*\)", "", str(alt)).strip()
    folder, lang = session.figures_folder(), session.language()
    if made.get("empty"):
        for kind in ("png", "svg", "pdf"):
            (folder / f"{name}.{lang}.{kind}").unlink(missing_ok=True)
        forget(folder / "captions.csv", name, lang)
        return Saved(name, b"", made["title"], alt_text)
    if size:
        _resize(figure, *SIZES[size])
    picture = _write(figure, folder, f"{name}.{lang}")
    note(
        folder / "captions.csv",
        name,
        {
            f"caption_{lang}": caption,
            f"alt_{lang}": alt_text,
            "n": n or made.get("measure", ""),
            "source": session.source(),
        },
    )
    screen = picture.convert("RGB").reduce(SCREEN_REDUCE)
    return Saved(name, _png(screen, SCREEN_COLOURS, PRINT_DPI / SCREEN_REDUCE), caption, alt_text)


def _render(figure: Figure, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, format=kind, **options)
    return out.getvalue()


def _resize(figure: Figure, width: float, height: float | None) -> None:
    old_width, old_height = figure.get_size_inches()
    figure.set_size_inches(width, height if height is not None else old_height * width / old_width)


def _write(figure: Figure, folder: Path, stem: str) -> Any:
    """Write the three formats and give the picture; where the SVG on disk is the same, so are the others, and they stay."""
    from PIL import Image

    picture, drawing, printed = (folder / f"{stem}.{kind}" for kind in ("png", "svg", "pdf"))
    with house():
        svg = _render(figure, "svg", metadata={"Date": None, "Creator": None}).decode("utf-8")
        svg = svg.replace("</svg>", f"<!-- drawn by {_drawn_by()} -->\n</svg>")
        # Laid out once: every format then has the same places, and is drawn once only.
        figure.set_layout_engine(None)
        whole = picture.is_file() and printed.is_file() and drawing.is_file()
        if whole and FACES.sub("", drawing.read_text(encoding="utf-8")) == svg:
            return Image.open(picture)
        png = _png(_drawn(figure), PRINT_COLOURS, PRINT_DPI)
        pdf = _render(figure, "pdf", metadata={"CreationDate": None, "Creator": None, "Producer": None})
        write_bytes(printed, pdf)
        write_bytes(picture, png)
        write_text(drawing, _with_font(svg))
    return Image.open(io.BytesIO(png))


def _drawn(figure: Figure) -> Any:
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
