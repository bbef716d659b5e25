"""The command line run inside the process of the tests, as `main` runs it: the same answer in a tenth of the time."""

import io
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from lif.cli.app import main
from support.process import DAY, Ran


def run(folder: Path, *arguments: str) -> Ran:
    """Run `lif` in the folder; nobody answers its questions."""
    out, err = io.StringIO(), io.StringIO()
    with (
        chdir(folder),
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
    return Ran(code, out.getvalue(), err.getvalue())


def on_the_day(folder: Path, *arguments: str) -> Ran:
    """The same on `DAY`, so that the result stays what it is."""
    return run(folder, *arguments, "--today", DAY)
