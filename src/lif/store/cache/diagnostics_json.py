"""Encodes the diagnostics of a workspace as JSON for the cache, and decodes them without records or rules."""

import json
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any

from lif.diagnostics.code import Code, Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import Location, Position


def diagnostics_key(state: str, today: date) -> str:
    """The cache key for the diagnostics of that state on that day."""
    return sha256(f"{today} {state}".encode("utf-8", "surrogateescape")).hexdigest()


def encode_diagnostics(diagnostics: Iterable[Diagnostic]) -> str:
    """The diagnostics as JSON: each code once, then a row for each diagnostic."""
    listed = tuple(diagnostics)
    codes = {diagnostic.code.name: diagnostic.code[1:] for diagnostic in listed}
    rows = [
        (
            diagnostic.code.name,
            diagnostic.severity,
            diagnostic.message,
            diagnostic.hint,
            *_place(diagnostic),
            diagnostic.record,
            diagnostic.at,
        )
        for diagnostic in listed
    ]
    return json.dumps((codes, rows), ensure_ascii=False, separators=(",", ":"))


def decode_diagnostics(text: str | None) -> tuple[Diagnostic, ...] | None:
    """The diagnostics decoded; None where no text was kept, or one that lif did not write."""
    try:
        return None if text is None else _read(*json.loads(text))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _read(codes: dict[str, Any], rows: list[Any]) -> tuple[Diagnostic, ...]:
    code_by_name = {
        name: Code(name, Severity(severity), title, plain, tuple(duties), is_duty, waits_for_drafts)
        for name, (severity, title, plain, duties, is_duty, waits_for_drafts) in codes.items()
    }
    severity_by_value = {known.value: known for known in Severity}
    return tuple(
        Diagnostic(
            code_by_name[name],
            severity_by_value[severity],
            message,
            hint,
            Location(path, Position(line, column)),
            record,
            tuple(at),
        )
        for name, severity, message, hint, path, line, column, record, at in rows
    )


def _place(diagnostic: Diagnostic) -> tuple[str, int, int]:
    return (diagnostic.location.path, *diagnostic.location.position)
