"""A second process that reads the later files of a large workspace, while this one reads the earlier."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from mmap import mmap

from lif.store.cache.database import Kept
from lif.store.load.source import RawFile

FEWEST = 2000
"""Files; with fewer, a second process costs more than it saves."""
_EARLIER = 0.45
"""The share of the files that this process reads: it also makes the records of the others, from their trees."""
_ROOM = 2
"""How many bytes of trees there may be for each byte of files; a file for which there is no room is read here."""
_SIZE = 8


def helped(
    files: Sequence[RawFile], kept: Kept, read: Callable[[Sequence[RawFile]], dict[str, bytes]]
) -> Generator[RawFile, None, None]:
    """The files one by one; before the later ones come, `kept` knows what `read` made of them in the other process.

    What the other process could not do is simply not there. There is none where much may be known from before, where
    there is no second processor, or no fork.
    """
    if len(files) < FEWEST or kept.before or not may_fork():
        yield from files
        return
    start = int(len(files) * _EARLIER)
    later = files[start:]
    shared = mmap(-1, _SIZE + _ROOM * sum(len(one.data) for one in later))
    other = os.fork()
    if other == 0:
        try:
            _put(shared, read(later))
        finally:
            os._exit(0)
    try:
        yield from files[:start]
        os.waitpid(other, 0)
        other = 0
        kept.take(_taken(shared))
        yield from later
    finally:
        if other:
            os.kill(other, signal.SIGKILL)
            os.waitpid(other, 0)
        shared.close()


def may_fork() -> bool:
    """Whether this process can be split in two, and there is a processor for each."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _put(shared: mmap, trees: dict[str, bytes]) -> None:
    """A line for each tree, as far as there is room, and before them how long all lines are."""
    shared.seek(_SIZE)
    for key, told in trees.items():
        line = b"%s\t%s\n" % (key.encode(), told)
        if shared.tell() + len(line) > len(shared):
            break
        shared.write(line)
    shared[:_SIZE] = (shared.tell() - _SIZE).to_bytes(_SIZE, "big")


def _taken(shared: mmap) -> dict[str, bytes]:
    """What the other process put down; nothing where it did not come to its end."""
    length = int.from_bytes(shared[:_SIZE], "big")
    lines = shared[_SIZE : _SIZE + length].splitlines()
    parts = (line.partition(b"\t") for line in lines)
    return {key.decode(): told for key, _, told in parts}
