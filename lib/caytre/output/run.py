"""Run the notebooks: one kernel for all, parameters injected, outputs without anything that changes by itself."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

__all__ = ["NotebookError", "parameters", "read", "run", "write"]

TIMEOUT = 3600
"""Seconds that one cell may take: annotating a large corpus is one cell."""

FRESH = "%reset -f\nimport sys; sys.modules['__main__'].__spec__ = None; del sys"
"""No names left over from the notebook before; the reset also takes away what every module has."""

ANSI = re.compile(r"\x1b\[[0-9;]*m")
ADDRESS = re.compile(r" at 0x[0-9a-f]+")


class NotebookError(RuntimeError):
    """A notebook that failed; the message names the notebook, the cell and the error."""


def read(path: Path) -> Any:
    """A notebook; raises NotebookError where the file is none."""
    try:
        return nbformat.read(path, as_version=4)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError) as error:
        raise NotebookError(f"{path.name}: not a notebook ({type(error).__name__})") from None


def run(
    notebooks: Mapping[str, Any],
    *,
    values: Mapping[str, Any],
    folder: Path,
    environment: Mapping[str, str],
    progress: Callable[[str], None] = lambda name: None,
) -> dict[str, Any]:
    """Execute copies of *notebooks* (name -> notebook) one after another in *folder* and give them back.

    *values* replace what the cell tagged `parameters` sets, in a cell of their own after it, where they differ. In
    Vietnamese a Markdown cell shows the `vi` text of its metadata. Raises NotebookError at the first cell that fails.
    """
    return asyncio.run(_run(notebooks, values, folder, environment, progress))


async def _run(
    notebooks: Mapping[str, Any],
    values: Mapping[str, Any],
    folder: Path,
    environment: Mapping[str, str],
    progress: Callable[[str], None],
) -> dict[str, Any]:
    done = {}
    with tempfile.TemporaryDirectory(prefix="caytre-") as place:
        # A socket file, not a port: nothing listens on the network.
        manager = AsyncKernelManager(kernel_name="python3", transport="ipc", ip=str(Path(place) / "kernel"))
        await manager.start_kernel(cwd=str(folder), env=dict(environment))
        channel = manager.client()
        channel.start_channels()
        try:
            await channel.wait_for_ready(timeout=120)
            for name, notebook in notebooks.items():
                progress(name)
                copy = _prepared(notebook, values)
                await _execute(name, copy, manager, channel)
                done[name] = _normal(copy)
        finally:
            channel.stop_channels()
            await manager.shutdown_kernel(now=True)
            manager.context.destroy()
    return done


async def _execute(name: str, notebook: Any, manager: AsyncKernelManager, channel: Any) -> None:
    client = NotebookClient(
        notebook, km=manager, timeout=TIMEOUT, record_timing=False, store_widget_state=False
    )
    client.reset_execution_trackers()
    client.kc = channel
    channel.execute(FRESH, silent=True)
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type != "code":
            continue
        try:
            await client.async_execute_cell(cell, number - 1)
        except CellExecutionError as error:
            first = cell.source.strip().splitlines()[0] if cell.source.strip() else ""
            what = ANSI.sub("", f"{error.ename}: {error.evalue}").strip()
            raise NotebookError(f"{name}, cell {number} ({first}): {what}") from None


def parameters(notebook: Any) -> dict[str, str]:
    """The parameters of a notebook and the Python source of their defaults."""
    found: dict[str, str] = {}
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            found.update(re.findall(r"^(\w+) *= *([^#\n]+?) *(?:#.*)?$", cell.source, re.M))
    return found


def _prepared(notebook: Any, values: Mapping[str, Any]) -> Any:
    copy = nbformat.from_dict(notebook)
    copy.cells = [c for c in copy.cells if "injected-parameters" not in c.metadata.get("tags", [])]
    known = parameters(copy)
    other = {
        key: value
        for key, value in values.items()
        if key in known and repr(value).replace("'", '"') != known[key]
    }
    for cell in copy.cells:
        if cell.cell_type == "markdown" and values.get("LANG") == "vi" and "vi" in cell.metadata:
            cell.source = cell.metadata["vi"]
    if other:
        at = next(i for i, c in enumerate(copy.cells) if "parameters" in c.metadata.get("tags", []))
        source = "\n".join(f"{key} = {value!r}" for key, value in other.items())
        copy.cells.insert(
            at + 1,
            nbformat.v4.new_code_cell(source, id="injected", metadata={"tags": ["injected-parameters"]}),
        )
    return copy


def _normal(notebook: Any) -> Any:
    """Without kernel times, memory addresses and machine facts, so that equal results are equal files."""
    count = 0
    for cell in notebook.cells:
        cell.metadata = {key: value for key, value in cell.metadata.items() if key in ("tags", "vi")}
        if cell.cell_type != "code":
            continue
        count += 1
        cell.execution_count = count
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = count
            plain = output.get("data", {}).get("text/plain")
            if plain:
                output.data["text/plain"] = ADDRESS.sub("", plain)
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


def write(path: Path, notebook: Any) -> None:
    """Write a notebook the way JupyterLab does, atomically, and only where its content differs."""
    from caytre.files import write_text

    text = nbformat.writes(notebook, version=4) + "\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        write_text(path, text)
