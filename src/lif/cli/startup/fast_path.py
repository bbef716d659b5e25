"""What is answered before anything else is loaded: which version this is, and the help as it was written down."""

import os
import sys

from lif.version import VERSION

_USUAL = 80
_WIDEST = 100
"""Columns that the help never goes beyond."""


def answer(arguments: list[str]) -> str | None:
    """The answer to `--version` or `--help` alone; None where the whole program has to find it."""
    if "_LIF_COMPLETE" in os.environ:
        return None
    if arguments == ["--version"]:
        return f"lif {VERSION}\n"
    if arguments in (["--help"], ["-h"]) and sys.argv[0].rpartition("/")[2] == "lif":
        from lif.cli.startup.printed_help import HELP

        return HELP.get(min(_columns(), _WIDEST))
    return None


def _columns() -> int:
    """How wide the terminal is, told as the shell or the system tells everybody."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _USUAL if sys.__stdout__ else _USUAL
    except (ValueError, OSError):
        return _USUAL
