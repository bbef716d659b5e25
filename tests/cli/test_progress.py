import io
import os
import pty
import re
import sys
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from subprocess import Popen

import pytest

from lif.cli.progress import SHOW_AFTER, show_progress, show_waiting
from support.ws import workspace

CONTROL = re.compile(r"\x1b\[\??\d*[a-zA-Z]|[\r\n]|[^\x1b\r\n]+")
A_TERMINAL = {"TERM": "xterm-256color"}
AT_ONCE = """
import lif.cli.progress
lif.cli.progress.SHOW_AFTER = 0
from lif.cli.app import main
main()
"""


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", A_TERMINAL["TERM"])


def _screen(written: str) -> list[str]:
    """What a terminal shows after this was written: its lines, without the empty ones at the end."""
    lines, row, column = [""], 0, 0
    for part in CONTROL.findall(written):
        if part == "\n":
            row, column = row + 1, 0
            lines += [""] * (row == len(lines))
        elif part == "\r":
            column = 0
        elif part == "\x1b[1A":
            row -= 1
        elif part == "\x1b[2K":
            lines[row] = ""
        elif not part.startswith("\x1b"):
            lines[row] = lines[row][:column].ljust(column) + part + lines[row][column + len(part) :]
            column += len(part)
    return lines[: max((number for number, line in enumerate(lines, 1) if line), default=0)]


class Terminal(io.StringIO):
    """Remembers what its screen showed each time something was written."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[list[str]] = []

    def isatty(self) -> bool:
        return True

    def flush(self) -> None:
        screen = _screen(self.getvalue())
        if screen != (self.shown[-1] if self.shown else []):
            self.shown.append(screen)


def _ticking(step: float) -> Iterator[float]:
    return (number * step for number in count())


def _watched(stream: io.StringIO, step: float, *, quiet: bool = False) -> list[int]:
    ticks = _ticking(step)
    return list(show_progress(range(6), "reading records", quiet=quiet, stream=stream, clock=lambda: next(ticks)))


def test_what_is_quick_is_never_spoken_of() -> None:
    told = Terminal()
    assert _watched(told, SHOW_AFTER / 100) == [0, 1, 2, 3, 4, 5]
    assert told.getvalue() == ""


def test_what_is_slow_is_counted_in_one_line_that_is_gone_at_the_end() -> None:
    told = Terminal()
    assert _watched(told, SHOW_AFTER / 2) == [0, 1, 2, 3, 4, 5]
    assert told.shown == [*([f"lif: reading records: {number}"] for number in range(2, 7)), []]


def test_no_thread_counts_since_a_process_with_threads_does_not_fork_to_read() -> None:
    ticks = _ticking(SHOW_AFTER)
    before = threading.active_count()
    for _ in show_progress(range(3), "reading", quiet=False, stream=Terminal(), clock=lambda: next(ticks)):
        assert threading.active_count() == before


def test_the_cursor_stays_visible_so_that_a_killed_command_leaves_a_usable_terminal() -> None:
    told = Terminal()
    _watched(told, SHOW_AFTER / 2)
    hidden, shown = "\x1b[?25l", "\x1b[?25h"
    assert told.getvalue().count(hidden) == told.getvalue().count(hidden + shown) == 1


def test_a_terminal_that_cannot_move_its_cursor_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    told = Terminal()
    _watched(told, SHOW_AFTER / 2)
    assert told.getvalue() == ""


@pytest.mark.parametrize(("stream", "quiet"), [(io.StringIO(), False), (Terminal(), True)])
def test_nothing_is_said_into_a_pipe_or_to_those_who_asked_for_quiet(stream: io.StringIO, *, quiet: bool) -> None:
    assert _watched(stream, SHOW_AFTER, quiet=quiet) == [0, 1, 2, 3, 4, 5]
    with show_waiting("writing the document", quiet=quiet, stream=stream, patience=0):
        pass
    assert stream.getvalue() == ""


def test_the_line_is_gone_too_when_the_work_breaks_off() -> None:
    told = Terminal()
    ticks = _ticking(SHOW_AFTER)
    broken = (1 // divisor for divisor in (1, 0))
    with pytest.raises(ZeroDivisionError):
        list(show_progress(broken, "reading records", quiet=False, stream=told, clock=lambda: next(ticks)))
    assert told.shown == [["lif: reading records: 1"], []]


def test_work_that_cannot_be_counted_is_named_while_it_lasts() -> None:
    told = Terminal()
    with show_waiting("writing the document", quiet=False, stream=told, patience=0):
        while "writing" not in told.getvalue():
            pass
    assert told.shown == [["lif: writing the document …"], []]
    quick = Terminal()
    with show_waiting("writing the document", quiet=False, stream=quick, patience=3600):
        pass
    assert quick.getvalue() == ""


def test_a_check_on_a_terminal_leaves_nothing_of_it_behind(tmp_path: Path) -> None:
    workspace(tmp_path)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", AT_ONCE, "-C", str(tmp_path), "check"]
    with Popen(command, stdout=theirs, stderr=theirs, env={**os.environ, **A_TERMINAL}):
        os.close(theirs)
        said = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert b"lif: reading records: 1" in said
    screen = "\n".join(_screen(said.decode()))
    assert "4 records" in screen
    assert "reading records" not in screen


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 1024)
    except OSError:
        return b""
