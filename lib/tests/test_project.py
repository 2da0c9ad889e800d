"""The project's own shape: what it may import, what it may say, what it installs."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.helpers import PROJECT

PACKAGE = PROJECT / "lib" / "caytre"
CONDA_NAMES = {"duckdb": "python-duckdb", "matplotlib": "matplotlib-base"}

ALLOWED = {
    "text": {"text", "codebooks", "tables"},
    "analysis": {"analysis", "text", "codebooks", "tables"},
    "output": {
        "output",
        "analysis",
        "text",
        "codebooks",
        "tables",
        "corpus",
        "session",
        "show",
        "files",
        "annotate",
        "store",
        "versions",
    },
}
"""Which rooms and modules a module of each room may use."""


def imports(path: Path) -> set[str]:
    """The modules of this package that a file imports, as `room` or `module` names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "caytre":
            parts = (node.module or "").split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
    return found


class TestRooms:
    @pytest.mark.parametrize("room", ALLOWED)
    def test_a_room_uses_only_what_stands_to_its_left(self, room: str) -> None:
        """Text knows no analysis, analysis no output; `__version__` may be read anywhere."""
        for path in (PACKAGE / room).rglob("*.py"):
            assert imports(path) - {"__version__"} <= ALLOWED[room], path

    def test_nobody_but_the_command_line_uses_output(self) -> None:
        """Charts and reports can change without touching what counts."""
        for path in PACKAGE.glob("*.py"):
            if path.name not in ("__main__.py", "__init__.py"):
                assert "output" not in imports(path), path


class TestEnvironment:
    def test_environment_yml_equals_pyproject(self) -> None:
        """Both ways to install give the same packages with the same lower bounds."""
        project = tomllib.loads((PROJECT / "lib" / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        content = yaml.safe_load((PROJECT / "environment.yml").read_text(encoding="utf-8"))
        pip = next(item["pip"] for item in content["dependencies"] if isinstance(item, dict))
        conda = [item for item in content["dependencies"] if isinstance(item, str)]
        assert f"python{project['requires-python']}" in conda
        assert "-e ./lib[dev,cluster]" in pip
        listed = {*conda, *pip} - {f"python{project['requires-python']}", "pip", "-e ./lib[dev,cluster]"}
        names = {
            re.sub(r"^[\w-]+", lambda m: CONDA_NAMES.get(m[0], m[0]), item)
            for item in project["dependencies"]
        }
        assert listed == names

    def test_the_lock_has_hashes_and_no_address(self) -> None:
        """Every package is pinned and hashed; where it comes from is the installer's affair."""
        lock = (PROJECT / "lib" / "requirements.lock").read_text(encoding="utf-8")
        assert "://" not in lock
        pins = re.findall(r"^([\w.-]+)==", lock, re.M)
        assert len(pins) > 50
        assert all("--hash=sha256:" in block for block in re.split(r"^(?=[\w.-]+==)", lock, flags=re.M)[1:])


class TestCorpusFiles:
    def test_the_articles_are_never_edited(self) -> None:
        """The shipped articles are the bytes that were collected."""
        import hashlib

        sums = {
            path.stem: hashlib.sha256(path.read_bytes()).hexdigest()[:12]
            for path in (PROJECT / "data" / "bamboo-2021" / "articles").glob("*")
        }
        assert sums == CHECKSUMS


CHECKSUMS: dict[str, str] = {
    "bocongan": "779af1757af1",
    "khcn": "90360ce72499",
    "vietq": "f8b39fb34b72",
    "vtv": "a2231df7d198",
    "xaydungdang": "20a0ebc2a033",
}
