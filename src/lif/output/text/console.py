"""Console for a terminal or a pipe: the only place where rich is set up, so that record text is never markup."""

from typing import TextIO

from rich.console import Console

_PIPE_WIDTH = 100_000
"""Columns of a pipe: more than any table has, so that rich cuts and wraps nothing."""


def make_console(stream: TextIO, *, in_colour: bool = True) -> Console:
    """A console for the stream. Record text goes in as `Text(safe_line(text))`.

    The stream alone decides whether it is a terminal, not `FORCE_COLOR` or `TTY_COMPATIBLE`; a pipe has no colour, nor
    has a terminal where `NO_COLOR` is set, `TERM` is `dumb`, or colour is not wanted.
    """
    is_terminal = stream.isatty()
    return Console(
        file=stream,
        force_terminal=is_terminal,
        color_system="auto" if is_terminal and in_colour else None,
        width=None if is_terminal else _PIPE_WIDTH,
        soft_wrap=not is_terminal,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
