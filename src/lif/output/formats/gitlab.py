"""Diagnostics as a GitLab code quality report: a merge request lists which are new and which are resolved."""

import json
from collections.abc import Sequence

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.output.format import Format
from lif.output.text.terminal import safe_line

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}
"""The severity in GitLab's words."""


def _write(diagnostics: Sequence[Diagnostic], records: int, every: bool) -> str:  # noqa: FBT001 - the shape of Render
    del records, every
    return json.dumps([_issue(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=2) + "\n"


def _issue(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "description": safe_line(f"{diagnostic.message}. {diagnostic.hint}" if diagnostic.hint else diagnostic.message),
        "check_name": diagnostic.code.name,
        "fingerprint": diagnostic.fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": diagnostic.location.path, "lines": {"begin": diagnostic.location.position.line}},
    }


GITLAB = Format("gitlab", _write)
