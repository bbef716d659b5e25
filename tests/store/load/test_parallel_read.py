import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from lif.store.cache.database import Cache, DatabaseCache
from lif.store.load import parallel_read
from lif.store.load.load import load
from lif.store.load.source import RawFile, WorkingTree
from support.tree import ROOT

EXAMPLE = ROOT / "templates" / "example"
needs_a_second_processor = pytest.mark.skipif(
    not parallel_read.can_fork(), reason="a second process needs Linux and a second processor"
)


@pytest.fixture(autouse=True)
def _few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel_read, "FEWEST", 2)


@needs_a_second_processor
@pytest.mark.parametrize("place", [EXAMPLE, ROOT], ids=["example", "public"])
def test_two_processes_read_what_one_reads(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    together = load(WorkingTree(place), DatabaseCache(tmp_path / "together.sqlite"))
    monkeypatch.setattr(parallel_read, "FEWEST", 10**6)
    alone = load(WorkingTree(place), DatabaseCache(tmp_path / "alone.sqlite"))
    assert together == alone
    assert together.kept.before == alone.kept.before


@needs_a_second_processor
def test_what_the_other_process_cannot_do_is_done_here() -> None:
    def fails(files: Sequence[RawFile]) -> dict[str, bytes]:
        raise ValueError(files)

    files, kept = tuple(WorkingTree(EXAMPLE).files()), Cache()
    assert tuple(parallel_read.read_in_parallel(files, kept, fails)) == files
    assert not kept.new


@needs_a_second_processor
def test_a_tree_for_which_there_is_no_room_is_left_out() -> None:
    kept = Cache()
    files = tuple(RawFile(f"{number}.yaml", b"title: x\n") for number in range(40))
    tuple(parallel_read.read_in_parallel(files, kept, lambda later: {file.path: b"x" * 15 for file in later}))
    assert 0 < len(kept.new) < 22


@needs_a_second_processor
def test_no_process_is_left_when_the_reading_is_broken_off() -> None:
    def waits(_: Sequence[RawFile]) -> dict[str, bytes]:
        threading.Event().wait()
        return {}

    reading = parallel_read.read_in_parallel(tuple(WorkingTree(EXAMPLE).files()), Cache(), waits)
    next(iter(reading))
    reading.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@needs_a_second_processor
def test_what_was_read_a_moment_ago_needs_no_second_process(monkeypatch: pytest.MonkeyPatch) -> None:
    before = load(WorkingTree(EXAMPLE))
    monkeypatch.setattr("lif.store.load.parallel_read.os.fork", lambda: pytest.fail("a second process was begun"))
    assert load(WorkingTree(EXAMPLE), like=before) == before
