"""Diagnostics as JSON, version 1."""

import json
from collections.abc import Sequence

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.output.format import Format, count_by_severity


def _write(diagnostics: Sequence[Diagnostic], records: int, every: bool) -> str:  # noqa: FBT001 - the shape of Render
    del every
    counts = count_by_severity(diagnostics)
    summary = {
        "records": records,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
    }
    listed = [_diagnostic_fields(diagnostic) for diagnostic in diagnostics]
    return json.dumps({"version": 1, "summary": summary, "diagnostics": listed}, ensure_ascii=False, indent=2) + "\n"


def _diagnostic_fields(diagnostic: Diagnostic) -> dict[str, str | int]:
    position = diagnostic.location.position
    return {
        "code": diagnostic.code.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "path": diagnostic.location.path,
        "line": position.line,
        "column": position.column,
        "record": diagnostic.record,
        "field": diagnostic.field,
        "fingerprint": diagnostic.fingerprint,
    }


JSON = Format("json", _write)
