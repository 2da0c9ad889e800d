"""What stands behind a result: the code of its modules and of all that they import, and the codebooks these name."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from caytre import codebooks
from caytre.store import digest

__all__ = ["books", "made_with", "sources"]

PACKAGE = Path(__file__).parent
BOOK = re.compile(r'"([a-z_]+\.(?:csv|yaml))"')
IMPORT = re.compile(r"^ *from (caytre[\w.]*) import (\([^)]*\)|[^\n]*)", re.MULTILINE)


@lru_cache(maxsize=32)
def sources(*modules: str) -> dict[str, bytes]:
    """The source of *modules* and of all that they import from this package, by module name."""
    found: dict[str, bytes] = {}
    todo = list(modules)
    while todo:
        name = todo.pop()
        path = PACKAGE.parent.joinpath(*name.split("."))
        path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        if name in found or name == "caytre" or not path.is_file():
            continue  # the package itself only hands on names, of all its modules
        found[name] = path.read_bytes()
        for module, names in IMPORT.findall(found[name].decode("utf-8")):
            todo += [module, *(f"{module}.{part}" for part in re.findall(r"\w+", names))]
    return found


@lru_cache(maxsize=32)
def books(*modules: str) -> tuple[str, ...]:
    """The codebooks that *modules* and what they import name in their source."""
    found = {name for source in sources(*modules).values() for name in BOOK.findall(source.decode("utf-8"))}
    return tuple(sorted(name for name in found if codebooks.exists(name)))


def made_with(corpus: Path, *modules: str) -> str:
    """A hash of the code and the codebooks behind *modules*: where it differs, so may the results."""
    parts: list[str | bytes] = [(PACKAGE / "layers.py").read_bytes()]  # which hands them the articles
    parts += [part for item in sorted(sources(*modules).items()) for part in item]
    return digest([*parts, codebooks.digest(*books(*modules), corpus=corpus)])
