"""Findings that are history because a later audit measured their own standard, and standards that got clearly worse."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.audits.audit_comparison import Barrier, ChangeWord
from lif.analysis.audits.comparability import barrier_between
from lif.analysis.audits.measurement import Measurement, Step
from lif.analysis.audits.repeated_audits import comes_first
from lif.analysis.audits.standard_chain import MeasuredLine, StandardChain, compare, line_until
from lif.analysis.audits.standard_identity import same_standard
from lif.analysis.audits.standards_over_time import chain_of, line_of, standards_over_time
from lif.analysis.lines.whose_work import ours
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.snapshot import Entry, Snapshot, once
from lif.model.vocabulary import Direction, Selection

_SAYS_NOTHING_OF_IT = {
    Barrier.HAND_PICKED,
    Barrier.SAME_CASES,
    Barrier.OTHER_WORDS,
    Barrier.OTHER_SAMPLING,
    Barrier.SELECTION_UNKNOWN,
    Barrier.ORDER_UNKNOWN,
}
"""After these the later audit did not measure the standard anew: other words, chosen cases, the same cases."""
_SHARE_OF_CASES = 2
"""A later audit of fewer than half as many cases makes a finding history only where its counts show a clear change."""
_CLEAR = {ChangeWord.IMPROVEMENT, ChangeWord.DETERIORATION}


@dataclass(frozen=True, slots=True)
class Deterioration:
    """A standard that got clearly worse: its chain, the line, and the step that shows it, the last or the whole."""

    chain: StandardChain
    line: MeasuredLine
    step: Step

    @property
    def audit(self) -> str:
        """The audit whose counts show it."""
        return self.step.now.audit


def deteriorations(
    snapshot: Snapshot, theme: str | None = None, until: date | None = None
) -> tuple[Deterioration, ...]:
    """The standards that got clearly worse in the last step or from the first to the last, one for each line.

    With `until`, as the measurements stood on that day; one without a date counts as made before it.
    """
    lines = (
        (chain, line if until is None else line_until(snapshot, line, until))
        for chain in standards_over_time(snapshot, theme)
        for line in chain.lines
    )
    return tuple(Deterioration(chain, line, line.deteriorations[0]) for chain, line in lines if line.deteriorations)


def measured_again(snapshot: Snapshot, finding: Entry[Finding], speaking: frozenset[str]) -> Iterator[Measurement]:
    """The later measurements, newest first, that make a finding of an audit history.

    They measured the finding's own standard in the same words, by the same sort of audit, and either a finding of that
    audit on that standard is among those `speaking`, or the counts show a clear change. A finding without a standard,
    of another kind of source, or of a serious risk never becomes history by a measurement.
    """
    source = snapshot.entries.get(finding.record.source)
    standard = finding.record.standard
    if standard is None or finding.record.serious_risk or source is None or not isinstance(source.record, Audit):
        return
    audit = Entry(source.id, source.kind, source.record)
    chain = chain_of(snapshot, standard)
    line = line_of(snapshot, chain, audit) if chain else None
    if line is None:
        return
    then = next((measured for measured in line.measured if measured.audit == source.id), None)
    for now in reversed(line.measured):
        if _is_measured_anew(snapshot, source.id, then, now) and (
            (_is_as_large(then, now) and _speaks_of(snapshot, now.audit, standard, speaking))
            or _is_clear(snapshot, then, now)
        ):
            yield now


def _is_measured_anew(snapshot: Snapshot, source: str, then: Measurement | None, now: Measurement) -> bool:
    if now.audit == source or not comes_first(snapshot, source, now.audit):
        return False
    if then is not None:
        return barrier_between(snapshot, then, now) not in _SAYS_NOTHING_OF_IT
    return now.wording == "" and now.selection is not Selection.HAND_PICKED


def _is_as_large(then: Measurement | None, now: Measurement) -> bool:
    """Whether the later sample is large enough to speak in place of the earlier one."""
    if then is None or then.counts is None or now.counts is None:
        return True
    return now.counts.of * _SHARE_OF_CASES >= then.counts.of


def _is_clear(snapshot: Snapshot, then: Measurement | None, now: Measurement) -> bool:
    return then is not None and compare(snapshot, then, now).word in _CLEAR


def _speaks_of(snapshot: Snapshot, audit: str, standard: str, speaking: frozenset[str]) -> bool:
    wanted = same_standard(snapshot, standard)
    return any(
        entry.id in speaking and entry.record.standard and same_standard(snapshot, entry.record.standard) == wanted
        for entry in _findings_of(snapshot).get(audit, ())
    )


@once
def _findings_of(snapshot: Snapshot) -> dict[str, list[Entry[Finding]]]:
    found: dict[str, list[Entry[Finding]]] = {}
    for entry in snapshot.of(Finding):
        found.setdefault(entry.record.source, []).append(entry)
    return found


def worse_in_words(worse: Deterioration) -> str:
    """`clear deterioration of: The child's words stand in the plan`, without counts."""
    return f"{ChangeWord.DETERIORATION} of: {worse.chain.text}"


_CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP, Direction.MIXED}


def concerns_about(snapshot: Snapshot, worse: Deterioration) -> tuple[Entry[Finding], ...]:
    """Our own findings that raise the concern: on the standard, of the audit that shows it or a later source."""
    standard = same_standard(snapshot, worse.chain.standard) if worse.chain.standard else ""
    return tuple(
        entry
        for entry in ours(snapshot, snapshot.of(Finding))
        if entry.record.direction in _CONCERNS
        and not entry.record.superseded_by
        and (
            same_standard(snapshot, entry.record.standard or "") == standard
            if standard
            else entry.record.source == worse.audit
        )
        and (entry.record.source == worse.audit or comes_first(snapshot, worse.audit, entry.record.source))
    )
