"""The command line: `caytre report | new | tables | annotate | lab`.

Exit codes: 0 done; 1 a notebook failed; 2 the input cannot be used (one sentence says why).
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from caytre import __version__
from caytre.codebooks import CodebookError, project_root
from caytre.corpus import Corpus, CorpusError, open_corpus
from caytre.importing import ImportingError
from caytre.sidecar import SidecarError
from caytre.store import StoreError
from caytre.text.reading import ReadingError

USER_ERRORS = (CorpusError, CodebookError, ImportingError, SidecarError, ReadingError, StoreError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    if arguments is None:  # a process of its own: to look through what was imported takes a tenth of a short run
        gc.freeze()
    parser = _parser()
    options, further = parser.parse_known_args(arguments)
    if further and options.command is not _lab:
        parser.error(f"unrecognized arguments: {' '.join(further)}")
    options.further = [option for option in further if option != "--"]
    try:
        return int(options.command(options))
    except USER_ERRORS as error:
        print(f"caytre: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        if error.filename is None:
            raise
        print(
            f"caytre: {error.filename}: {error.strerror}; choose a place that can be read and written",
            file=sys.stderr,
        )
        return 2
    except KeyboardInterrupt:
        print("caytre: stopped; what was annotated is kept", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="caytre", description="Read the Vietnamese press as data.")
    parser.add_argument("--version", action="version", version=f"caytre {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    report = commands.add_parser(
        "report", help="run the notebooks on a corpus and write figures and a report"
    )
    report.add_argument(
        "corpus", nargs="?", default="bamboo-2021", help="a name below data/ or a folder that holds articles/"
    )
    report.add_argument("--lang", default="en,vi", help="languages of the report, such as en or en,vi")
    report.add_argument("--out", type=Path, help="output folder (default: figures/<corpus>)")
    report.add_argument(
        "--force", action="store_true", help="run the notebooks also where nothing has changed"
    )
    report.set_defaults(command=_report)

    new = commands.add_parser("new", help="make a corpus folder from files, folders, a table or a zip")
    new.add_argument("name", help="name of the new folder below data/")
    new.add_argument("sources", nargs="+", type=Path, metavar="SOURCE")
    new.add_argument("--text-column", help="column of a table that holds the text")
    new.add_argument("--encoding", help="encoding of the files, where the guess is wrong")
    new.set_defaults(command=_new)

    tables = commands.add_parser("tables", help="write every table of a corpus as CSV")
    tables.add_argument("corpus")
    tables.add_argument("--to", type=Path, required=True, metavar="DIR")
    tables.set_defaults(command=_tables)

    annotate = commands.add_parser("annotate", help="bring the store of a corpus up to date")
    annotate.add_argument("corpus")
    annotate.add_argument("--workers", type=_processes, help="processes (default: one a processor)")
    annotate.add_argument("--engine", choices=("processes", "dask"), default="processes")
    annotate.add_argument(
        "--scheduler", help="address of a Dask scheduler, tcp://…; without it a local cluster"
    )
    annotate.add_argument("--segmenter", choices=("fast", "underthesea"), default="fast")
    annotate.set_defaults(command=_annotate)

    lab = commands.add_parser("lab", help="open JupyterLab on the project; further options go to jupyter lab")
    lab.set_defaults(command=_lab)
    return parser


def _processes(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; use 1 or more")
    return int(text)


def _report(options: argparse.Namespace) -> int:
    from caytre.output.report import build_report
    from caytre.output.run import NotebookError

    languages = [lang for lang in options.lang.split(",") if lang]
    if not languages or set(languages) - {"en", "vi"}:
        print(f'caytre: --lang "{options.lang}": use en, vi or en,vi', file=sys.stderr)
        return 2
    try:
        report = build_report(
            options.corpus, languages=languages, out=options.out, force=options.force, progress=_step()
        )
    except NotebookError as error:
        print(f"\ncaytre: {error}; the last report is as it was", file=sys.stderr)
        return 1
    if report.skipped:
        print(f"{report.skipped} skipped; caytre annotate {options.corpus} lists them")
    for path in report.files:
        print(path)
    return 0


def _new(options: argparse.Namespace) -> int:
    from caytre.importing import new

    summary = new(
        options.name,
        options.sources,
        data=project_root() / "data",
        text_column=options.text_column,
        encoding=options.encoding,
    )
    print(summary)
    return 0


def _tables(options: argparse.Namespace) -> int:
    corpus = open_corpus(options.corpus)
    for path in corpus.export(options.to):
        print(path)
    return _skipped(corpus)


def _annotate(options: argparse.Namespace) -> int:
    scheduler = None if options.engine == "processes" else options.scheduler or "local"
    corpus = open_corpus(
        options.corpus, workers=options.workers, engine=options.segmenter, scheduler=scheduler
    )
    print(f"{len(corpus)} articles, {corpus.n_annotated} of them annotated now")
    return _skipped(corpus)


def _lab(options: argparse.Namespace) -> int:
    root = project_root()
    # JupyterLab would ask the network for news and newer versions; caytre/jupyter/labconfig switches that part off.
    places = [str(Path(__file__).with_name("jupyter")), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, places))
    settings = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.root_dir": str(root),
        "LabApp.default_url": "/lab/tree/notebooks/index.ipynb",
        "LabApp.extension_manager": "readonly",
    }
    command = [sys.executable, "-m", "jupyterlab", *(f"--{name}={value}" for name, value in settings.items())]
    os.chdir(root)
    os.execv(sys.executable, [*command, *options.further])


def _skipped(corpus: Corpus) -> int:
    """Name what could not be used; the others were processed, so this is no failure."""
    for row in corpus.skipped.itertuples():
        print(f"skipped {row.source}: {row.reason}", file=sys.stderr)
    return 0


def _step() -> Callable[[str], None]:
    """One line that says which notebook runs, on a terminal; a line each elsewhere."""

    def step(what: str) -> None:
        if sys.stderr.isatty():
            print(f"\r\x1b[2K{what}", end="", file=sys.stderr, flush=True)
        else:
            print(what, file=sys.stderr)

    return step


if __name__ == "__main__":
    sys.exit(main())
