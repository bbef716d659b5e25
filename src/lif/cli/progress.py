"""Progress line on stderr for work of more than half a second: on a terminal only, removed when the work is done."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from rich.live import Live

T = TypeVar("T")
SHOW_AFTER = 0.5
"""Seconds before the line is shown."""
_UPDATE_INTERVAL = 0.1
"""Seconds between two updates of the line."""


def show_progress(
    items: Iterable[T],
    says: str,
    *,
    quiet: bool,
    stream: TextIO | None = None,
    clock: Callable[[], float] = perf_counter,
) -> Iterator[T]:
    """Yield the items, while a line shows how many there were so far: `reading records: 3400`.

    No thread draws it, since a process with threads does not fork, and a large workspace is read by a forked process.
    """
    output = stream or sys.stderr
    if quiet or not output.isatty():
        yield from items
        return
    line = _Line(output)
    next_update = clock() + SHOW_AFTER
    try:
        for count, item in enumerate(items, 1):
            if clock() >= next_update:
                next_update = clock() + _UPDATE_INTERVAL
                line.show(f"lif: {says}: {count}")
            yield item
    finally:
        line.remove()


@contextmanager
def show_waiting(
    says: str, *, quiet: bool, stream: TextIO | None = None, patience: float = SHOW_AFTER
) -> Iterator[None]:
    """Show a line while a step runs whose progress cannot be counted: `writing the PDF …`."""
    output = stream or sys.stderr
    if quiet or not output.isatty():
        yield
        return
    from threading import Timer

    line = _Line(output)
    timer = Timer(patience, line.show, [f"lif: {says} …"])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        line.remove()


class _Line:
    """A line on a terminal, drawn by rich, which is imported when the line is first shown."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._live: Live | None = None

    def show(self, text: str) -> None:
        """Show the text in place of the one before. The cursor stays visible, also when the process is killed."""
        if self._live is None:
            self._live = self._started()
        self._live.update(text, refresh=True)

    def remove(self) -> None:
        if self._live is not None:
            self._live.stop()

    def _started(self) -> "Live":
        from rich.live import Live

        from lif.output.text.console import make_console

        console = make_console(self._terminal)
        live = Live(console=console, auto_refresh=False, transient=True, redirect_stdout=False, redirect_stderr=False)
        live.start()
        console.show_cursor()
        return live
