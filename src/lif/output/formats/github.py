"""Diagnostics as GitHub annotations: a line each, which the pull request shows beside the changed lines."""

from collections.abc import Sequence

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.output.format import Format, count_by_severity
from lif.output.text.terminal import count_noun, safe_text

MOST_ANNOTATIONS = 10
"""How many annotations of each severity GitHub shows for one step; it drops the rest silently."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def _write(diagnostics: Sequence[Diagnostic], records: int, every: bool) -> str:  # noqa: FBT001 - the shape of Render
    lines = []
    hidden: dict[Severity, int] = {}
    for severity, count in count_by_severity(diagnostics).items():
        limit = MOST_ANNOTATIONS - (severity is Severity.NOTE)
        listed = [diagnostic for diagnostic in diagnostics if diagnostic.severity is severity][
            : None if every else limit
        ]
        lines += [_annotation(diagnostic) for diagnostic in listed]
        hidden[severity] = count - len(listed)
    hidden_counts = " and ".join(
        count_noun(count, f"more {severity.value}") for severity, count in hidden.items() if count
    )
    summary = f"{count_noun(records, 'record')} checked" + (
        f"; {hidden_counts} not shown here: see the summary of the run" * bool(hidden_counts)
    )
    return "\n".join([*lines, f"::notice title=lif check::{_data(summary)}"]) + "\n"


def _annotation(diagnostic: Diagnostic) -> str:
    position = diagnostic.location.position
    properties = {
        "file": diagnostic.location.path,
        "line": str(position.line),
        "col": str(position.column),
        "title": f"{diagnostic.code.name} {diagnostic.code.title}",
    }
    property_text = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    hint = f"\n{diagnostic.hint}" if diagnostic.hint else ""
    return f"::{_COMMANDS[diagnostic.severity]} {property_text}::{_data(diagnostic.message + hint)}"


def _data(text: str) -> str:
    """Text escaped for the part of a workflow command after the second `::`."""
    return _safe(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _safe(text: str) -> str:
    """The text with each line made safe, so that a record cannot start a workflow command of its own."""
    return "\n".join(safe_text(line) for line in text.split("\n"))


GITHUB = Format("github", _write)
