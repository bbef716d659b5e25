"""Progress line on stderr for work of more than half a second: on a terminal only, removed when the work is done."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TextIO, TypeVar

T = TypeVar("T")
SHOW_AFTER = 0.5
"""Seconds before the line is shown."""
_UPDATE_INTERVAL = 0.1
"""Seconds between two updates of the line."""
_CLEAR = "\r\x1b[K"


def _shows_progress(quiet: bool, stream: TextIO) -> bool:  # noqa: FBT001 - called by position only
    return not quiet and stream.isatty()


def show_progress(
    items: Iterable[T],
    says: str,
    *,
    quiet: bool,
    stream: TextIO | None = None,
    clock: Callable[[], float] = perf_counter,
) -> Iterator[T]:
    """Yield the items, while a line shows how many there were so far: `reading records: 3400`."""
    output = stream or sys.stderr
    if not _shows_progress(quiet, output):
        yield from items
        return
    next_update = clock() + SHOW_AFTER
    is_shown = False
    try:
        for count, item in enumerate(items, 1):
            if clock() >= next_update:
                next_update = clock() + _UPDATE_INTERVAL
                is_shown = True
                output.write(f"{_CLEAR}lif: {says}: {count}")
                output.flush()
            yield item
    finally:
        if is_shown:
            output.write(_CLEAR)
            output.flush()


@contextmanager
def show_waiting(
    says: str, *, quiet: bool, stream: TextIO | None = None, patience: float = SHOW_AFTER
) -> Iterator[None]:
    """Show a line while a step runs whose progress cannot be counted: `writing the PDF …`."""
    output = stream or sys.stderr
    if not _shows_progress(quiet, output):
        yield
        return
    from threading import Timer

    shown: list[str] = []

    def show() -> None:
        shown.append(says)
        output.write(f"{_CLEAR}lif: {says} …")
        output.flush()

    timer = Timer(patience, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if shown:
            output.write(_CLEAR)
            output.flush()
