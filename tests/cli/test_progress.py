import io
import os
import pty
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from subprocess import Popen

import pytest

from lif.cli.progress import SHOW_AFTER, show_progress, show_waiting
from support.ws import workspace

CLEAR = "\r\x1b[K"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


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
    lines = told.getvalue().split(CLEAR)
    assert lines[0] == lines[-1] == ""
    assert lines[1:-1] == [f"lif: reading records: {number}" for number in range(2, 7)]


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
    assert told.getvalue().endswith(CLEAR)


def test_work_that_cannot_be_counted_is_named_while_it_lasts() -> None:
    told = Terminal()
    with show_waiting("writing the document", quiet=False, stream=told, patience=0):
        while "writing" not in told.getvalue():
            pass
    assert told.getvalue() == f"{CLEAR}lif: writing the document …{CLEAR}"
    with show_waiting("writing the document", quiet=False, stream=Terminal(), patience=3600):
        pass


def test_a_check_on_a_terminal_leaves_nothing_of_it_behind(tmp_path: Path) -> None:
    workspace(tmp_path)
    ours, theirs = pty.openpty()
    with Popen([sys.executable, "-m", "lif", "-C", str(tmp_path), "check"], stdout=theirs, stderr=theirs):
        os.close(theirs)
        said = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert b"4 records" in said
    assert b"reading records" not in said.rpartition(CLEAR.encode())[2]


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 1024)
    except OSError:
        return b""
