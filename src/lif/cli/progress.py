"""One line on stderr for what takes longer than half a second: on a terminal only, and gone when the work is done."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TextIO, TypeVar

T = TypeVar("T")
PATIENCE = 0.5
"""Seconds before anything is said."""
_STEP = 0.1
"""Seconds before it is said anew."""
_CLEAR = "\r\x1b[K"


def _listens(quiet: bool, stream: TextIO) -> bool:  # noqa: FBT001 - one of two words that are always given
    return not quiet and stream.isatty()


def watched(
    items: Iterable[T],
    says: str,
    *,
    quiet: bool,
    stream: TextIO | None = None,
    clock: Callable[[], float] = perf_counter,
) -> Iterator[T]:
    """The items one by one, while the line says how many there were so far: `reading records: 3400`."""
    told = stream or sys.stderr
    if not _listens(quiet, told):
        yield from items
        return
    again = clock() + PATIENCE
    is_shown = False
    try:
        for count, one in enumerate(items, 1):
            if clock() >= again:
                again = clock() + _STEP
                is_shown = True
                told.write(f"{_CLEAR}lif: {says}: {count}")
                told.flush()
            yield one
    finally:
        if is_shown:
            told.write(_CLEAR)
            told.flush()


@contextmanager
def waiting(says: str, *, quiet: bool, stream: TextIO | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """While one thing is done that nobody can count: `writing the PDF …`."""
    told = stream or sys.stderr
    if not _listens(quiet, told):
        yield
        return
    from threading import Timer

    shown: list[str] = []

    def show() -> None:
        shown.append(says)
        told.write(f"{_CLEAR}lif: {says} …")
        told.flush()

    timer = Timer(patience, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if shown:
            told.write(_CLEAR)
            told.flush()
