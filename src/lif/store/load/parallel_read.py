"""Reads a large workspace in two processes: a forked one reads the later files while this one reads the earlier."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from mmap import mmap

from lif.store.cache.database import Cache
from lif.store.load.source import RawFile

FEWEST = 2000
"""The fewest files for which a second process saves more than it costs."""
_OWN_SHARE = 0.45
"""The share of files that this process reads: it also builds the records of the others, from their trees."""
_TREE_BYTES = 2
"""Bytes of trees that fit for each byte of files; a file whose tree does not fit is read by this process."""
_LENGTH_BYTES = 8


def read_in_parallel(
    files: Sequence[RawFile], cache: Cache, read: Callable[[Sequence[RawFile]], dict[str, bytes]]
) -> Generator[RawFile, None, None]:
    """Yield the files one by one; before the later ones, `cache` takes the trees that `read` made in the other process.

    A tree is missing where the other process failed. There is no second process where trees are kept from before, where
    there is only one processor, or where the process cannot fork.
    """
    if len(files) < FEWEST or cache.before or not can_fork():
        yield from files
        return
    start = int(len(files) * _OWN_SHARE)
    later = files[start:]
    shared = mmap(-1, _LENGTH_BYTES + _TREE_BYTES * sum(len(raw.data) for raw in later))
    child = os.fork()
    if child == 0:
        try:
            _write_trees(shared, read(later))
        finally:
            os._exit(0)
    try:
        yield from files[:start]
        os.waitpid(child, 0)
        child = 0
        cache.take(_read_trees(shared))
        yield from later
    finally:
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        shared.close()


def can_fork() -> bool:
    """Whether this process may fork, and there is a processor for each of the two."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _write_trees(shared: mmap, trees: dict[str, bytes]) -> None:
    """Write a line for each tree, as far as there is room, and before them the length of all lines."""
    shared.seek(_LENGTH_BYTES)
    for key, encoded in trees.items():
        line = b"%s\t%s\n" % (key.encode(), encoded)
        if shared.tell() + len(line) > len(shared):
            break
        shared.write(line)
    shared[:_LENGTH_BYTES] = (shared.tell() - _LENGTH_BYTES).to_bytes(_LENGTH_BYTES, "big")


def _read_trees(shared: mmap) -> dict[str, bytes]:
    """The trees that the other process wrote; none where it did not finish."""
    length = int.from_bytes(shared[:_LENGTH_BYTES], "big")
    lines = shared[_LENGTH_BYTES : _LENGTH_BYTES + length].splitlines()
    parts = (line.partition(b"\t") for line in lines)
    return {key.decode(): encoded for key, _, encoded in parts}
