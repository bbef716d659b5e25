"""How much each diagnostic matters to this partnership."""

from collections.abc import Iterable
from dataclasses import replace

from lif.diagnostics.code import Severity
from lif.diagnostics.codes import HARD_CODES
from lif.diagnostics.diagnostic import Diagnostic
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Overridden


def weigh(diagnostics: Iterable[Diagnostic], snapshot: Snapshot) -> tuple[Diagnostic, ...]:
    """The diagnostics with the severities that count here, by file and line.

    The partnership's own severities win, and what it turned off is left out. A draft is checked in full; what it still
    owes in evidence, impact and duties is a note, whatever the partnership makes of it elsewhere. What
    identifies one person for certain stays an error, whatever it sets.
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
