"""The main job: run the notebooks on a corpus, write the report in every format, put it in its place."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from caytre import session
from caytre.codebooks import project_root
from caytre.corpus import open_corpus
from caytre.output import run as runner
from caytre.output.document import collect, outputs
from caytre.output.figures.captions import read_captions, write_captions
from caytre.output.figures.saving import MIME as FIGURE
from caytre.output.formats import FORMATS, write_formats
from caytre.output.stamp import Stamp

__all__ = ["build_report"]


class Report(NamedTuple):
    """Where the files of a run are, and what could not be read of the corpus."""

    folder: Path
    files: list[Path]
    skipped: int


def build_report(
    name: str,
    *,
    languages: Sequence[str] = ("en", "vi"),
    out: Path | None = None,
    force: bool = False,
    progress: Callable[[str], None] = print,
) -> Report:
    """Run every numbered notebook on corpus *name* in each language, then write the report in every format.

    The shipped notebooks are executed in place (in the project's first language) when they run on their own corpus and
    no *out* is given; otherwise the executed copies go to the output folder. Nothing of an earlier report is touched
    before all notebooks have run. Where neither articles, notebooks, codebooks nor code have changed since the last
    report and its files are as they were written, nothing is run, unless *force* is given. Raises NotebookError for a cell that fails, CorpusError for a corpus that is not there.
    """
    root = project_root()
    corpus = open_corpus(name, lang=languages[0])
    target = out or root / "figures" / corpus.name
    stamp = Stamp(corpus, languages, target)
    if not force and stamp.holds():
        progress("nothing has changed since the last report")
        files = [target / f"report.{lang}.{kind}" for lang in languages for kind in FORMATS]
        return Report(target, files, len(corpus.skipped))
    notebooks = {path.name: runner.read(path) for path in sorted((root / "notebooks").glob("[0-9]*.ipynb"))}
    own = out is None and all(runner.parameters(nb).get("CORPUS") == f'"{name}"' for nb in notebooks.values())
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as place:
        folders = {lang: Path(place) / lang for lang in languages}

        def run(lang: str) -> dict[str, Any]:
            return _run(notebooks, lang, str(corpus.folder), own, folders[lang], target, progress)

        with ThreadPoolExecutor(len(languages)) as pool:
            done = dict(zip(languages, pool.map(run, languages), strict=True))
        for lang, executed in done.items():
            session.begin(corpus.name, lang, corpus.source)
            write_formats(collect(executed, corpus), folders[lang], lang)
            if not own:
                _write_notebooks(executed, folders[lang] / "notebooks" / lang)
            elif lang == languages[0]:
                _write_notebooks(executed, root / "notebooks")
        captions = _captions(folders.values())
        files = [file for folder in folders.values() for file in _publish(folder, target)]
        write_captions(target / "captions.csv", captions)
    stamp.set()
    return Report(target, files, len(corpus.skipped))


def _write_notebooks(executed: Mapping[str, Any], folder: Path) -> None:
    for name, content in executed.items():
        runner.write(folder / name, content)


def _captions(folders: Iterable[Path]) -> dict[str, dict[str, str]]:
    """Figure -> its captions in every language."""
    captions: dict[str, dict[str, str]] = {}
    for folder in folders:
        for row in read_captions(folder / "captions.csv"):
            known = {key: value for key, value in row.items() if value}
            captions.setdefault(row["figure"], {}).update(known)
    return captions


def _run(
    notebooks: Mapping[str, Any],
    lang: str,
    corpus: str,
    own: bool,
    folder: Path,
    target: Path,
    progress: Callable[[str], None],
) -> dict[str, Any]:
    """All notebooks in one language, figures to *folder*; charts of the last run lie there already, to be kept if equal."""
    folder.mkdir(parents=True)
    for old in target.glob(f"[0-9][0-9]-*.{lang}.*"):
        shutil.copy(old, folder)
    done = runner.run(
        notebooks,
        values={"CORPUS": Path(corpus).name if own else corpus, "LANG": lang},
        folder=project_root() / "notebooks",
        environment={**os.environ, "CAYTRE_FIGURES": str(folder), "PYTHONHASHSEED": "0"},
        progress=lambda notebook: progress(f"{lang} {notebook}"),
    )
    drawn = {
        data[FIGURE]["name"] for notebook in done.values() for data in outputs(notebook) if FIGURE in data
    }
    for left in folder.glob("[0-9][0-9]-*.*"):
        if left.name.split(".")[0] not in drawn:
            left.unlink()
    return done


def _publish(building: Path, target: Path) -> list[Path]:
    """Move what was made for one language to its place; its figures that no notebook draws any more go away."""
    made = sorted(path for path in building.rglob("*") if path.is_file() and path.name != "captions.csv")
    names = {path.relative_to(building) for path in made}
    for old in target.glob(f"[0-9][0-9]-*.{building.name}.*"):
        if old.relative_to(target) not in names:
            old.unlink()
    for path in made:
        place = target / path.relative_to(building)
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.is_file() or place.read_bytes() != path.read_bytes():
            os.replace(path, place)
    return [target / name for name in sorted(names) if name.name.startswith("report.")]
