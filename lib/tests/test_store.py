"""Shards: whole or not there, read back as they were written."""

from __future__ import annotations

import time
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from caytre.store import Store, digest

FRAME = pd.DataFrame({"article_id": ["a", "b"], "n": [1, 2]})


class TestStore:
    def test_what_is_written_is_read(self, tmp_path: Path) -> None:
        """Frames and Arrow tables come back with the columns asked for."""
        store = Store(tmp_path)
        store.write(
            "text",
            "v1",
            "s1",
            {
                "articles": FRAME,
                "tokens": pa.table(
                    {"sentence": [0, 0, 1], "start": [0, 5, 2], "code": [1, 2, 1], "pos": [0, 1, 0]}
                ),
            },
        )
        assert store.shards("text", "v1") == ["s1"]
        assert store.read("text", "v1", ["s1"], "articles", ["n"])[0].to_pydict() == {"n": [1, 2]}
        assert store.read("text", "v1", ["s1"], "tokens")[0]["start"].to_pylist() == [0, 5, 2]

    def test_writing_twice_does_no_harm(self, tmp_path: Path) -> None:
        """Two runs that make the same shard leave one."""
        store = Store(tmp_path)
        for _ in range(2):
            store.write("text", "v1", "s1", {"articles": FRAME})
        assert store.shards("text", "v1") == ["s1"]
        assert [path.name for path in (tmp_path / "text-v1").iterdir()] == ["s1"]

    def test_a_shard_that_fails_leaves_nothing(self, tmp_path: Path) -> None:
        """A table that cannot be written is no half shard."""
        store = Store(tmp_path)
        with pytest.raises(pa.ArrowException):
            store.write("text", "v1", "s1", {"good": FRAME, "bad": pd.DataFrame({"x": [object()]})})
        assert store.shards("text", "v1") == []
        assert list((tmp_path / "text-v1").iterdir()) == []

    def test_what_a_killed_run_left_is_no_shard(self, tmp_path: Path) -> None:
        """Half-written folders are not listed, and go away after a day."""
        store = Store(tmp_path)
        store.write("text", "v1", "s1", {"articles": FRAME})
        (tmp_path / "text-v1" / ".building-x").mkdir()
        assert store.shards("text", "v1") == ["s1"]
        store.tidy({"text": "v1"}, now=time.time() + 2 * 24 * 3600)
        assert not (tmp_path / "text-v1" / ".building-x").exists()

    def test_old_versions_stay_a_week(self, tmp_path: Path) -> None:
        """Going back to an old codebook costs nothing for a while; other layers are left alone."""
        store = Store(tmp_path)
        for version in ("old", "new"):
            store.write("text", version, "s1", {"articles": FRAME})
        store.write("times", "other", "s1", {"times": FRAME})
        store.tidy({"text": "new"}, now=time.time() + 3600)
        assert store.shards("text", "old") == ["s1"]
        store.tidy({"text": "new"}, now=time.time() + 8 * 24 * 3600)
        assert store.shards("text", "old") == []
        assert store.shards("text", "new") == store.shards("times", "other") == ["s1"]

    def test_shards_that_nobody_needs_go_after_a_week(self, tmp_path: Path) -> None:
        """A notebook that was open when they were replaced can still read them."""
        store = Store(tmp_path)
        for shard in ("live", "dead"):
            store.write("speech", "v1", shard, {"voices": FRAME})
        store.prune("speech", "v1", {"live"}, now=time.time() + 3600)
        assert store.shards("speech", "v1") == ["dead", "live"]
        store.prune("speech", "v1", {"live"}, now=time.time() + 8 * 24 * 3600)
        assert store.shards("speech", "v1") == ["live"]


class TestDigest:
    def test_parts_are_told_apart(self) -> None:
        """The same letters cut otherwise are something else."""
        assert digest(["ab", "c"]) != digest(["a", "bc"])
        assert digest(["ab", "c"]) == digest([b"ab", "c"])
