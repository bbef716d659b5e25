"""Which diagnostics are shown, and how much each matters to this partnership."""

from collections.abc import Iterable, Mapping
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
    settings = {one.code: one.severity for one in partnership.settings.severities} if partnership else {}
    weighed = []
    for diagnostic in diagnostics:
        chosen = settings.get(diagnostic.code.name)
        if diagnostic.code in HARD_CODES:
            chosen = None
        if chosen is Overridden.OFF:
            continue
        severity = Severity(chosen.value) if chosen else diagnostic.severity
        if diagnostic.code.waits_for_drafts and _is_draft(snapshot, diagnostic.record):
            severity = Severity.NOTE
        weighed.append(replace(diagnostic, severity=severity))
    return tuple(sorted(weighed, key=lambda diagnostic: diagnostic.order))


def _is_draft(snapshot: Snapshot, record: str) -> bool:
    entry = snapshot.entries.get(record)
    return entry is not None and entry.record.draft


def chosen(diagnostics: Iterable[Diagnostic], codes: tuple[str, ...], paths: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Those whose code begins with one of `codes` and whose file lies in one of `paths`; empty means all."""
    return tuple(
        diagnostic
        for diagnostic in diagnostics
        if (not codes or diagnostic.code.name.startswith(codes))
        and (not paths or within(diagnostic.location.path, paths))
    )


def touched_first(diagnostics: Iterable[Diagnostic], touched: Mapping[str, frozenset[int]]) -> tuple[Diagnostic, ...]:
    """Those on lines that were changed, then those in files that were, then the rest: forges show only a few."""

    def place(one: Diagnostic) -> int:
        lines = touched.get(one.location.path)
        return 2 if lines is None else int(one.location.position.line not in lines)

    return tuple(sorted(diagnostics, key=place))


def within(path: str, places: tuple[str, ...]) -> bool:
    """Whether a file is one of the places, or lies in one of them."""
    return any(path == place or path.startswith(f"{place.rstrip('/')}/") for place in places)


def fails(diagnostics: Iterable[Diagnostic], threshold: Severity) -> bool:
    """Whether any of them matters at least as much as the threshold."""
    return any(diagnostic.severity.rank <= threshold.rank for diagnostic in diagnostics)
