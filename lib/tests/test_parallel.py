"""Batches over processes: every item comes back once, also when a worker dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from caytre import parallel


def double(batch: Sequence[int]) -> list[int]:
    return [2 * item for item in batch]


def die_once(batch: Sequence[str]) -> list[str]:
    """Kill the worker at the first sight of a file that is not there yet."""
    marker = Path(batch[0])
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return list(batch)


def die_at_seven(batch: Sequence[int]) -> list[int]:
    if 7 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return list(batch)


def fail(batch: Sequence[int]) -> list[int]:
    raise ValueError(f"cannot do {batch[0]}")


class TestRun:
    @pytest.mark.parametrize("workers", [1, 2])
    def test_every_batch_comes_back_once(self, workers: int) -> None:
        """In one process as in two."""
        batches = [[n, n + 1] for n in range(0, 20, 2)]
        done = {tuple(batch): result for batch, result in parallel.run(double, batches, workers=workers)}
        assert done == {tuple(batch): double(batch) for batch in batches}

    def test_a_killed_worker_is_replaced(self, tmp_path: Path) -> None:
        """The batch that it had is run again, and nothing is lost."""
        batches = [[str(tmp_path / str(n))] for n in range(4)]
        for path in batches[1:]:
            Path(path[0]).touch()
        done = [result for _, result in parallel.run(die_once, batches, workers=2)]
        assert sorted(map(str, done)) == sorted(map(str, batches))

    def test_an_item_that_always_kills_is_found_and_named(self) -> None:
        """Its batch is split until it stands alone; all others are done."""
        batches = [[n, n + 1, n + 2] for n in range(0, 12, 3)]
        done, lost = [], []
        for batch, result in parallel.run(die_at_seven, batches, workers=2):
            (lost if isinstance(result, parallel.LostError) else done).extend(batch)
        assert lost == [7]
        assert sorted(done) == [n for n in range(12) if n != 7]

    def test_a_mistake_of_the_program_is_raised(self) -> None:
        """An exception is not an article's fault and is not hidden."""
        with pytest.raises(ValueError, match=r"cannot do [12]"):
            list(parallel.run(fail, [[1], [2]], workers=2))

    def test_a_script_without_a_guard_runs_once(self, tmp_path: Path) -> None:
        """Workers do not import the script that started them."""
        script = tmp_path / "script.py"
        script.write_text(
            "print('once', flush=True)\n"
            "from caytre import parallel\n"
            "print(sorted(len(result) for _, result in parallel.run(list, [[1], [2, 3], [4]], workers=2)))\n",
            encoding="utf-8",
        )
        run = subprocess.run(
            [sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=True
        )
        assert run.stdout == "once\n[1, 1, 2]\n"
