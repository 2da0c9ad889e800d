"""Beyond one machine: the same tables from a Dask cluster, also when one of its workers is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from caytre import open_corpus
from tests.helpers import ARTICLES, PROJECT

pytest.importorskip("distributed", reason="the extra [cluster] is not installed")

COMMAND = (sys.executable, "-m", "caytre", "annotate", "--engine", "dask", "--workers", "2")
CLUSTER = """
import os, sys
from distributed import Client, LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        with Client(cluster) as client:
            print(cluster.scheduler_address, *client.run(os.getpid).values(), flush=True)
            sys.stdin.readline()
"""


class TestCluster:
    def test_two_workers_one_killed(self, tmp_path: Path) -> None:
        """A worker killed by its pid costs nothing but time: the tables are those of one process."""
        texts = {path.stem: path.read_text(encoding="utf-8") for path in ARTICLES.glob("*.txt")}
        for name in ("alone", "cluster"):
            (tmp_path / name / "articles").mkdir(parents=True)
            for number in range(120):
                target = tmp_path / name / "articles" / f"{number:03d}.txt"
                target.write_text(list(texts.values())[number % 5], encoding="utf-8")
        script = tmp_path / "cluster.py"
        script.write_text(CLUSTER, encoding="utf-8")
        cluster = subprocess.Popen(
            [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        try:
            assert cluster.stdout is not None
            address, *pids = cluster.stdout.readline().split()
            run = subprocess.Popen(
                [*COMMAND, str(tmp_path / "cluster"), "--scheduler", address],
                cwd=PROJECT,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            store = tmp_path / "cluster" / ".store"
            deadline = time.monotonic() + 90
            while (
                not list(store.glob("text-*/[0-9a-f]*"))
                and run.poll() is None
                and time.monotonic() < deadline
            ):
                time.sleep(0.02)
            os.kill(int(pids[0]), signal.SIGKILL)
            assert run.wait(timeout=180) == 0
        finally:
            cluster.communicate("\n", timeout=60)
        alone, shared = open_corpus(tmp_path / "alone", workers=1), open_corpus(tmp_path / "cluster")
        assert shared.n_annotated == 0
        pd.testing.assert_frame_equal(alone.tokens, shared.tokens)
        pd.testing.assert_frame_equal(alone.articles, shared.articles)
