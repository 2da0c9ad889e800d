"""One function over many batches: in this process, on this machine's processors, or on a Dask cluster.

The function is pure and writes its own shard, so a batch that is run twice does no harm and a batch that is lost is
run again. A killed worker neither hangs nor ends the run: the pool is made anew, and a batch that keeps killing its
worker is split until the one article to blame is known.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from typing import Any, TypeVar

__all__ = ["LostError", "default_workers", "run"]

Item = TypeVar("Item")
Result = TypeVar("Result")

TRIES = 2
HIDDEN: tuple[str, ...] = ("__file__", "__spec__")


class LostError(RuntimeError):
    """A batch whose worker died every time it was tried."""


def default_workers() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    function: Callable[[Sequence[Item]], Result],
    batches: Sequence[Sequence[Item]],
    *,
    workers: int = 1,
    scheduler: str | None = None,
) -> Iterator[tuple[Sequence[Item], Result | LostError]]:
    """Each batch with its result, in the order of completion; a batch that killed its worker twice is split in two.

    *scheduler* is a Dask address (`tcp://…`) or "local" for a cluster of *workers* processes on this machine. An
    exception that *function* raises is raised here: it is a mistake of the program, not of an article.
    """
    if scheduler is not None:
        yield from _dask(function, batches, workers=workers, scheduler=scheduler)
        return
    if workers <= 1 or len(batches) <= 1:
        for batch in batches:
            yield batch, function(batch)
        return
    todo = [(batch, 0) for batch in reversed(batches)]
    while todo:
        suspects = [entry for entry in todo if entry[1] > 0]
        if suspects:
            # One at a time in a pool of its own: a pool that breaks names its batch.
            entry = suspects[-1]
            todo.remove(entry)
            yield from _alone(function, entry, todo)
        else:
            yield from _together(function, todo, workers)


def _together(
    function: Callable[[Sequence[Item]], Result], todo: list[tuple[Sequence[Item], int]], workers: int
) -> Iterator[tuple[Sequence[Item], Result | LostError]]:
    """Run what is in *todo* until it is empty or the pool breaks; what was in flight then comes back as suspect."""
    flying: dict[Future[Result], tuple[Sequence[Item], int]] = {}
    with _pool(workers) as pool:
        while todo or flying:
            while todo and len(flying) < 2 * workers:
                entry = todo.pop()
                with _nobody_main():
                    flying[pool.submit(function, entry[0])] = entry
            for future in wait(flying, return_when=FIRST_COMPLETED).done:
                entry = flying.pop(future)
                try:
                    result = future.result()
                except BrokenProcessPool:
                    todo.extend((batch, tries + 1) for batch, tries in (entry, *flying.values()))
                    return
                yield entry[0], result


def _alone(
    function: Callable[[Sequence[Item]], Result],
    entry: tuple[Sequence[Item], int],
    todo: list[tuple[Sequence[Item], int]],
) -> Iterator[tuple[Sequence[Item], Result | LostError]]:
    batch, tries = entry
    with _pool(1) as pool:
        try:
            with _nobody_main():
                future = pool.submit(function, batch)
            result = future.result()
        except BrokenProcessPool:
            if len(batch) > 1:
                half = len(batch) // 2
                todo.extend([(batch[:half], tries), (batch[half:], tries)])
            elif tries < TRIES:
                todo.append((batch, tries + 1))
            else:
                yield batch, LostError("its worker process was killed each time it was tried")
            return
    yield batch, result


@contextmanager
def _pool(workers: int) -> Iterator[Executor]:
    """Spawned, not forked: a notebook's kernel has threads, and a fork of it can hang."""
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _nobody_main() -> Iterator[None]:
    """Start workers that do not import the user's script: without a guard it would start the whole run again in each."""
    main = sys.modules["__main__"]
    hidden: dict[str, Any] = {name: main.__dict__.pop(name) for name in HIDDEN if name in main.__dict__}
    main.__spec__ = None
    try:
        yield
    finally:
        main.__dict__.update(hidden)


def _dask(
    function: Callable[[Sequence[Item]], Result],
    batches: Sequence[Sequence[Item]],
    *,
    workers: int,
    scheduler: str,
) -> Iterator[tuple[Sequence[Item], Result | LostError]]:
    try:
        from distributed import Client, LocalCluster, as_completed
        from distributed.scheduler import KilledWorker
    except ImportError:
        raise RuntimeError(
            'Dask is not installed; install the extra: pip install -e "lib[cluster]"'
        ) from None
    cluster: Any = None
    if scheduler == "local":
        cluster = LocalCluster(
            n_workers=max(1, workers), threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        )
    with cluster or nullcontext(), Client(cluster or scheduler) as client:
        todo: dict[Any, Sequence[Item]] = {
            client.submit(function, batch, pure=False): batch for batch in batches
        }
        waiting = as_completed(list(todo))
        for future in waiting:
            batch = todo.pop(future)
            try:
                yield batch, future.result()
            except KilledWorker:
                if len(batch) == 1:
                    yield batch, LostError("its worker process was killed each time it was tried")
                    continue
                half = len(batch) // 2
                for part in (batch[:half], batch[half:]):
                    again = client.submit(function, part, pure=False)
                    todo[again] = part
                    waiting.add(again)
