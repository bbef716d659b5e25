"""Answer `--version` and `--help` without loading the rest of the program; the help is generated beforehand."""

import os
import sys

from lif.version import VERSION

_DEFAULT_COLUMNS = 80
"""Columns where the width of the terminal is not known."""
_MOST_COLUMNS = 100
"""The help is never wider than this."""


def quick_answer(arguments: list[str]) -> str | None:
    """The answer to `--version` or `--help` alone; None where the whole program has to answer."""
    if "_LIF_COMPLETE" in os.environ:
        return None
    if arguments == ["--version"]:
        return f"lif {VERSION}\n"
    if arguments in (["--help"], ["-h"]) and sys.argv[0].rpartition("/")[2] == "lif":
        from lif.cli.startup.printed_help import HELP

        return HELP.get(min(_columns(), _MOST_COLUMNS))
    return None


def _columns() -> int:
    """The width of the terminal in columns, as COLUMNS or the system gives it."""
    setting = os.environ.get("COLUMNS", "")
    if setting.isdecimal() and int(setting):
        return int(setting)
    try:
        return (
            os.get_terminal_size(sys.__stdout__.fileno()).columns or _DEFAULT_COLUMNS
            if sys.__stdout__
            else _DEFAULT_COLUMNS
        )
    except (ValueError, OSError):
        return _DEFAULT_COLUMNS
