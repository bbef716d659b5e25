"""The command line run inside the process of the tests, as `main` runs it: the same answer in a tenth of the time."""

import io
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from lif.cli.app import main
from support.process import DAY, Ran


class _Screen(io.TextIOWrapper):
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def seen(folder: Path, *arguments: str, columns: int, environment: Mapping[str, str] | None = None) -> str:
    """What somebody sees who runs `lif` on a terminal of that width, on `DAY`, with the codes of its colours."""
    looks = {"COLUMNS": str(columns), "TERM": "xterm-256color", **(environment or {})}
    screen = _Screen(io.BytesIO(), encoding="utf-8", newline="")
    return _run(folder, (*arguments, "--today", DAY), looks, screen).out


def run(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Ran:
    """Run `lif` in the folder; nobody answers its questions."""
    return _run(folder, arguments, environment or {}, _stream())


def _run(folder: Path, arguments: Sequence[str], environment: Mapping[str, str], out: io.TextIOWrapper) -> Ran:
    err = _stream()
    with (
        chdir(folder),
        patch.dict(os.environ, environment),
        patch.object(sys, "argv", ["lif", *arguments]),
        patch.object(sys, "stdin", io.StringIO()),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
        else:
            code = 0
    return Ran(code, _said(out), _said(err))


def on_the_day(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Ran:
    """The same on `DAY`, so that the result stays what it is."""
    return run(folder, *arguments, "--today", DAY, environment=environment)


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _said(stream: io.TextIOWrapper) -> str:
    """What was written; where that is no text, a Word file say, it only shows that something was."""
    data = stream.buffer.getvalue() if isinstance(stream.buffer, io.BytesIO) else b""
    return data.decode("utf-8", "replace").replace(os.linesep, "\n")
