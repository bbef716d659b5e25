"""The severity of each diagnostic under the settings of this partnership."""

from collections.abc import Iterable
from dataclasses import replace

from lif.diagnostics.code import Severity
from lif.diagnostics.codes import HARD_CODES
from lif.diagnostics.diagnostic import Diagnostic
from lif.model.settings import Overridden
from lif.model.snapshot import Snapshot


def apply_severities(diagnostics: Iterable[Diagnostic], snapshot: Snapshot) -> tuple[Diagnostic, ...]:
    """Apply the severities of the partnership, and sort the diagnostics by file and line.

    The partnership's settings win, and diagnostics it turned off are left out. A draft is checked in full, but what it
    still owes in evidence, impact and duties is a note, whatever the settings say. A diagnostic about text that
    certainly identifies one person stays an error, whatever the settings say.
    """
    partnership = snapshot.partnership
    overrides = {setting.code: setting.severity for setting in partnership.settings.severities} if partnership else {}
    weighed = []
    for diagnostic in diagnostics:
        override = overrides.get(diagnostic.code.name)
        if diagnostic.code in HARD_CODES:
            override = None
        if override is Overridden.OFF:
            continue
        severity = Severity(override.value) if override else diagnostic.severity
        if diagnostic.code.waits_for_drafts and _is_draft(snapshot, diagnostic.record):
            severity = Severity.NOTE
        weighed.append(replace(diagnostic, severity=severity))
    return tuple(sorted(weighed, key=lambda diagnostic: diagnostic.order))


def _is_draft(snapshot: Snapshot, record: str) -> bool:
    entry = snapshot.entries.get(record)
    return entry is not None and entry.record.draft
