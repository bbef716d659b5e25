"""Standards that were audited again in a period, each compared with the audit before."""

from collections.abc import Iterator

from lif.analysis.audits.audit_chain import StandardComparison, compare_standards
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.reports.cited_sentence import Line
from lif.reports.counts import comparison_text


def repeated_standards(snapshot: Snapshot, period: Period) -> Iterator[StandardComparison]:
    """The standards with a repeat audit that may lie in the period."""
    for standard in compare_standards(snapshot):
        if standard.when_now and standard.when_now.overlaps(period):
            yield standard


def repeat_audit_lines(snapshot: Snapshot, period: Period, audience: Sharing) -> Iterator[Line]:
    """A line on each of these standards: its counts then and now, and what can be said of the change."""
    for standard in repeated_standards(snapshot, period):
        counts = comparison_text(snapshot, standard, audience)
        yield Line(f"{standard.standard}: {counts}", str(standard.when_now), (standard.earlier, standard.later))
