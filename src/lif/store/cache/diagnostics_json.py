"""What was said of a state of the workspace, kept as text and read back: that needs neither records nor rules."""

import json
from collections.abc import Iterable
from dataclasses import astuple
from datetime import date
from hashlib import sha256
from typing import Any

from lif.diagnostics.code import Code, Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import Location, Position


def key_of(state: str, today: date) -> str:
    """The name under which is kept what was said of that state on that day."""
    return sha256(f"{today} {state}".encode("utf-8", "surrogateescape")).hexdigest()


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """The diagnostics as JSON: each code once, then one row for each diagnostic."""
    listed = tuple(diagnostics)
    codes = {one.code.name: astuple(one.code)[1:] for one in listed}
    rows = [(one.code.name, one.severity, one.message, one.hint, *_place(one), one.record, one.at) for one in listed]
    return json.dumps((codes, rows), ensure_ascii=False, separators=(",", ":"))


def from_text(text: str | None) -> tuple[Diagnostic, ...] | None:
    """The same diagnostics again; None where nothing was kept, or somebody else put something there."""
    try:
        return None if text is None else _read(*json.loads(text))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _read(codes: dict[str, Any], rows: list[Any]) -> tuple[Diagnostic, ...]:
    known = {
        name: Code(name, Severity(severity), title, plain, tuple(duties), is_duty, waits_for_drafts)
        for name, (severity, title, plain, duties, is_duty, waits_for_drafts) in codes.items()
    }
    weights = {one.value: one for one in Severity}
    return tuple(
        Diagnostic(
            known[name],
            weights[severity],
            message,
            hint,
            Location(path, Position(line, column)),
            record,
            tuple(at),
        )
        for name, severity, message, hint, path, line, column, record, at in rows
    )


def _place(one: Diagnostic) -> tuple[str, int, int]:
    return (one.location.path, *one.location.position)
