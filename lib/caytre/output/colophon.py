"""How a report was made: what it was made of, how somebody else makes it again, and how it is cited.

Everything here follows from the corpus, the project and the installed packages, so that equal inputs give equal words.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from typing import Any

import pandas as pd

from caytre import __version__, codebooks
from caytre.corpus import Corpus
from caytre.output.stamp import BESIDE
from caytre.session import date, plural, t
from caytre.show import escape, table

__all__ = ["colophon", "reference"]

CITATION = "CITATION.cff"
PACKAGES = (
    "underthesea", "underthesea_core", "numpy", "pandas", "scikit-learn", "matplotlib", "nbclient", "pypandoc_binary", "typst",
)  # fmt: skip
"""Packages whose version can change a number, a picture or a page."""

TEX = str.maketrans(
    {c: f"\\{c}" for c in "{}%&#$_"}
    | {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
)


def colophon(corpus: Corpus) -> str:
    """The last chapter before the articles, as Markdown."""
    parts = [t("# How this was made", "# Báo cáo này được làm như thế nào"), _made(corpus), *_again(corpus)]
    parts += [t("## What it was made with", "## Làm bằng gì"), _software(corpus), _books(corpus)]
    return "\n\n".join([*parts, *_cite(corpus)])


def _made(corpus: Corpus) -> str:
    title, n = escape(corpus.title()), plural(len(corpus.articles), "article", "articles", "bài")
    return t(
        f"This report was made by caytre {__version__} from the corpus *{title}*: {n}, hash `{corpus.hash}`. Every "
        "sentence with a number in it was computed from the corpus, every figure and table drawn from it. A citation "
        "such as [article:line] names the article and the line, and leads to it in the appendix.",
        f"Báo cáo này do caytre {__version__} lập từ kho bài *{title}*: {n}, mã băm `{corpus.hash}`. Mọi câu có con số "
        "đều được tính, mọi hình và bảng đều được lập từ kho bài. Trích dẫn dạng [bài:dòng] chỉ rõ bài và dòng, và "
        "dẫn đến đúng dòng ấy ở phần phụ lục.",
    )


def _again(corpus: Corpus) -> list[str]:
    """The commands, and what shows that they gave the same."""
    return [
        t("## To make it again", "## Muốn làm lại"),
        t(
            f"Take the project Cây Tre in version {__version__}, with the folder of this corpus at `data/{corpus.name}`, and run in it:",
            f"Lấy dự án Cây Tre bản {__version__}, đặt thư mục của kho bài này ở `data/{corpus.name}`, rồi chạy trong đó:",
        ),
        f"```sh\nmake setup\n.venv/bin/caytre report {corpus.name} --lang en,vi\nsha256sum data/codebooks/*\n```",
        t(
            f"`make setup` installs the packages of `lib/requirements.lock` in the versions given below, and no other. If the articles are the same, the hash in the card is again `{corpus.hash}`; if the codebooks are, `sha256sum` prints hashes that begin as in the table below.",
            f"`make setup` cài đúng các gói ghi trong `lib/requirements.lock`, theo các phiên bản nêu dưới đây. Nếu các bài không đổi, mã băm ở đầu báo cáo vẫn là `{corpus.hash}`; nếu các bảng mã không đổi, `sha256sum` in ra những mã mở đầu giống bảng dưới.",
        ),
    ]


def _software(corpus: Corpus) -> str:
    found = {"caytre": __version__, "Python": ".".join(map(str, sys.version_info[:2]))}
    found |= {name: metadata.version(name) for name in PACKAGES}
    named = ", ".join(f"{name} {version}" for name, version in found.items())
    return t(
        f"Software: {escape(named)}. Words were found by {corpus.engine()}.",
        f"Phần mềm: {escape(named)}. Tách từ bằng {corpus.engine()}.",
    )


def _books(corpus: Corpus) -> str:
    """Every codebook with the first half of its SHA-256, and whose it is."""
    project, own = t("the project", "của dự án"), t("this corpus", "của kho bài")
    rows = []
    names = {
        path.name for path in (codebooks.project_root() / "data" / "codebooks").iterdir() if path.is_file()
    }
    names |= {path.name for path in corpus.folder.glob("codebooks/*") if path.is_file()}
    for name in sorted(names):
        path = codebooks.find(name, corpus=corpus.folder)
        rows.append((name, own if corpus.folder in path.parents else project, path))
    rows += [(name, own, corpus.folder / name) for name in BESIDE if (corpus.folder / name).is_file()]
    frame = pd.DataFrame(
        [(name, whose, hashlib.sha256(path.read_bytes()).hexdigest()[:32]) for name, whose, path in rows],
        columns=[t("file", "tệp"), t("whose", "thuộc"), "SHA-256"],
    )
    caption = t(
        "Codebooks, and what stands beside the articles.", "Các bảng mã và những tệp đặt cạnh các bài."
    )
    return table(frame, caption).markdown()


# -- citing ----------------------------------------------------------------------------------------------------------


def reference(corpus: Corpus) -> tuple[str, str, str]:
    """The report and the software as entries of a list of references, and both as BibTeX; three empty texts without CITATION.cff."""
    path = codebooks.project_root() / CITATION
    if not path.is_file():
        return "", "", ""
    software = codebooks.read_yaml(str(path))
    year = str(software["date-released"])[:4]
    authors = ", ".join(_authors(software))
    what = _kind(corpus)
    report = (
        f"*{escape(corpus.title())}* [{what}]. ({year}). {t('Made with', 'Lập bằng')} Cây Tre {__version__}."
    )
    tool = f"{escape(authors)} ({year}). *{escape(software['title'])}* ({t('Version', 'Phiên bản')} {__version__}) [{t('Computer software', 'Phần mềm máy tính')}]."
    entries = [
        _entry("misc", f"{corpus.name}-report", title="{" + _tex(corpus.title()) + "}", year=year, howpublished=_tex(what), note=f"{t('Made with', 'Lập bằng')} Cây Tre {__version__}"),
        _entry("software", "caytre", author="{" + _tex(authors) + "}", title="{" + _tex(software["title"]) + "}", year=year, version=__version__),
    ]  # fmt: skip
    return report, tool, "\n\n".join(entries)


def _kind(corpus: Corpus) -> str:
    """A report on how many articles, of which days, with which hash."""
    days = sorted(day[:10] for day in corpus.articles["published"] if day)
    n = plural(len(corpus.articles), "article", "articles", "bài")
    when = ""
    if days:
        span = date(days[0]) if days[0] == days[-1] else f"{date(days[0])} – {date(days[-1])}"
        when = t(f" published {span}", f" đăng {span}")
    return t(f"Report on {n}{when}; corpus {corpus.hash}", f"Báo cáo về {n}{when}; kho bài {corpus.hash}")


def _authors(software: Any) -> Iterator[str]:
    for one in software["authors"]:
        yield one["name"] if "name" in one else f"{one['family-names']}, {one['given-names'][:1]}."


def _entry(kind: str, key: str, **fields: str) -> str:
    width = max(map(len, fields))
    lines = [f"  {name:<{width}} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@{kind}{{{re.sub(r'[^A-Za-z0-9-]+', '-', key)},", *lines, "}"])


def _tex(text: str) -> str:
    return text.translate(TEX)


def _cite(corpus: Corpus) -> list[str]:
    report, tool, entries = reference(corpus)
    if not report:
        return []
    return [
        t("## How to cite it", "## Trích dẫn báo cáo này thế nào"),
        t(
            "The report carries the hash of its articles, so that a reader can tell whether two reports rest on the same texts. The articles belong to their publishers and are cited as such.",
            "Báo cáo mang mã băm của các bài, nhờ đó người đọc biết hai báo cáo có dựa trên cùng văn bản hay không. Các bài thuộc về nơi đăng và cần được trích dẫn theo nơi đăng.",
        ),
        report.replace("[", "\\[").replace("]", "\\]"),
        tool.replace("[", "\\[").replace("]", "\\]"),
        f"```bibtex\n{entries}\n```",
    ]
