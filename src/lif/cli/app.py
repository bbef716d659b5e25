"""Entry point of the command line: runs it, prints errors, and writes a crash file for a bug."""

import errno
import gc
import os
import sys
from contextlib import suppress

from lif.cli.startup.fast_path import quick_answer
from lif.errors import LifError
from lif.version import VERSION

_COLLECT_AFTER = 100_000
"""Objects made before Python collects garbage; at its usual 700 it does so dozens of times during imports."""


_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""Why a file takes no more text. An open file has no name in such an error; whatever else writes says so itself."""


def main() -> None:
    """Run the command line and exit with 0, 1, 2, 3 or 130."""
    gc.set_threshold(_COLLECT_AFTER)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plug-ins reads every installed package
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        _run_and_flush()
    except LifError as error:
        from lif.cli.error_text import error_text

        _print_error(f"lif: {error_text(error)}")
        sys.exit(error.exit_code)
    except BrokenPipeError:
        _drop_output()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as bug:  # noqa: BLE001 - the one place where a bug is caught, to write it down
        if isinstance(bug, OSError) and bug.filename is None and bug.errno in _NO_ROOM:
            _drop_output()
            _print_error(_no_output_message(bug))
            sys.exit(2)
        _write_crash_file(bug)
        sys.exit(3)


def _run_and_flush() -> None:
    """Run the command line; output that is still held back is written now, so that a full disk is told."""
    try:
        _run()
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _drop_output() -> None:
    """Send what is held back nowhere, so that Python does not complain at its end that it cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _no_output_message(error: OSError) -> str:
    from lif.store.disk_errors import in_plain_words

    return (
        f"lif: the answer could not be written where you sent it: {in_plain_words(error)}. What is there is not "
        "complete. Make room or send it elsewhere, then ask again."
    )


def _run() -> None:
    early_answer = quick_answer(sys.argv[1:])
    if early_answer is not None:
        sys.stdout.write(early_answer)
        sys.stdout.flush()
        return
    from lif.cli.startup.lazy_commands import app

    app()


def _print_error(text: str) -> None:
    import typer

    with suppress(OSError):  # the exit code still tells that something is wrong
        typer.echo(text, err=True)


def _write_crash_file(bug: Exception) -> None:
    """Write a crash file: versions, command and lines of code, never the text of a record."""
    import tempfile
    import traceback

    lines = [
        f"lif {VERSION}, Python {sys.version.split()[0]}, {sys.platform}",
        f"command: lif {sys.argv[1] if len(sys.argv) > 1 else ''}",
        f"{type(bug).__name__} (its message is left out: it could hold text of a record)",
        *traceback.format_tb(bug.__traceback__),
    ]
    handle, path = tempfile.mkstemp(prefix="lif-crash-", suffix=".txt", text=True)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    _print_error(f"lif: this is a fault of lif, not of your records. Details without any record text are in {path}")
