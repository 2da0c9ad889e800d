"""Whether a report still is what its inputs give: then there is nothing to run again.

The stamp lies in the corpus's store. It holds a hash of everything that shapes a report (articles, metadata, codebooks,
notebooks, code, locked packages) and one of every file that was written; where both still hold, the report stands.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from caytre.codebooks import project_root
from caytre.corpus import Corpus
from caytre.files import write_text
from caytre.store import digest

__all__ = ["BESIDE", "Stamp"]

PACKAGE = Path(__file__).parents[1]
BESIDE = ("corpus.toml", "metadata.csv", "analysis.yaml")
"""Files of a corpus, beside its articles, that shape what is said of it."""


class Stamp:
    """The stamp of one report: corpus, languages and the folder it is written to."""

    def __init__(self, corpus: Corpus, languages: Sequence[str], target: Path) -> None:
        self.corpus, self.target = corpus, target
        self.path = corpus.store_folder / f"report-{digest([str(target.resolve()), *languages])}.json"

    def holds(self) -> bool:
        """Whether inputs and outputs are those of the last run."""
        if not self.path.is_file():
            return False
        return bool(json.loads(self.path.read_text(encoding="utf-8")) == self._now())

    def set(self) -> None:
        """Remember the inputs and outputs as they are now, after a run."""
        write_text(self.path, json.dumps(self._now()))

    def _now(self) -> dict[str, str]:
        root = project_root()
        sources = [
            path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".typ", ".css", ".lua", ".ttf")
        ]
        books = [*(root / "data" / "codebooks").iterdir(), *self.corpus.folder.glob("codebooks/*")]
        beside = [self.corpus.folder / name for name in BESIDE]
        inputs = [
            *sources,
            *books,
            *beside,
            *(root / "notebooks").glob("*.ipynb"),
            root / "lib" / "requirements.lock",
            root / "CITATION.cff",
        ]
        return {
            "inputs": digest([self.corpus.hash, self.corpus.engine(), *_hashes(inputs)]),
            "outputs": digest(_hashes(self.target.rglob("*"))),
        }


def _hashes(paths: Iterable[Path]) -> list[str]:
    """Name and content of the files among *paths*, in a fixed order."""
    return [
        f"{path}:{hashlib.sha256(path.read_bytes()).hexdigest()}" for path in sorted(paths) if path.is_file()
    ]
