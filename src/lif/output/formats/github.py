"""Diagnostics as GitHub annotations: a line each, which the pull request shows beside the changed lines."""

from collections.abc import Sequence

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.output.format import Format, tally
from lif.output.text.terminal import counted, show

SHOWN = 10
"""How many of each severity GitHub shows of one step; what comes after is dropped without a word."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def _write(diagnostics: Sequence[Diagnostic], records: int, every: bool) -> str:  # noqa: FBT001 - the shape of Render
    lines = []
    left: dict[Severity, int] = {}
    for severity, count in tally(diagnostics).items():
        most = SHOWN - (severity is Severity.NOTE)
        mine = [one for one in diagnostics if one.severity is severity][: None if every else most]
        lines += [_one(diagnostic) for diagnostic in mine]
        left[severity] = count - len(mine)
    more = " and ".join(counted(count, f"more {severity.value}") for severity, count in left.items() if count)
    said = f"{counted(records, 'record')} checked" + (
        f"; {more} not shown here: see the summary of the run" * bool(more)
    )
    return "\n".join([*lines, f"::notice title=lif check::{_data(said)}"]) + "\n"


def _one(diagnostic: Diagnostic) -> str:
    position = diagnostic.location.position
    where = {
        "file": diagnostic.location.path,
        "line": str(position.line),
        "col": str(position.column),
        "title": f"{diagnostic.code.name} {diagnostic.code.title}",
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    hint = f"\n{diagnostic.hint}" if diagnostic.hint else ""
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{_data(diagnostic.message + hint)}"


def _data(text: str) -> str:
    """Text after the second pair of colons, as GitHub wants it escaped."""
    return _safe(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _safe(text: str) -> str:
    """Nothing a record holds can begin a command of its own."""
    return "\n".join(show(line) for line in text.split("\n"))


GITHUB = Format("github", _write)
