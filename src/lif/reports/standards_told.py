"""Standards that were measured more than once, told in a report: every count, and what can be said of the change."""

from collections.abc import Iterable, Iterator

from lif.analysis.audits.chain_words import chain_notes, conclusions, register_notes, whose_audits
from lif.analysis.audits.measured_again import Deterioration, deteriorations
from lif.analysis.audits.measurement import Measurement
from lif.analysis.audits.standard_chain import MeasuredLine, StandardChain
from lif.analysis.audits.standards_over_time import standards_over_time
from lif.model.declaration import EvidenceKind
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.reports.cited_sentence import Line, month_of, months_of
from lif.reports.counts import measured_text


def chains_in(snapshot: Snapshot, period: Period) -> Iterator[StandardChain]:
    """The standards that can be compared with an earlier measurement, and were measured again in the period."""
    for chain in standards_over_time(snapshot):
        if any(_is_in(step.now, period) for line in chain.lines for step in line.steps):
            yield chain


def chain_lines(
    snapshot: Snapshot, chains: Iterable[StandardChain], audience: Sharing, *, is_short: bool = False
) -> Iterator[Line]:
    """A sentence on each line of these standards: audits of several agencies first, each agency's own apart.

    A short one leaves out what stands beside the counts: reasons for comparing other words, own grades.
    """
    for chain in chains:
        for line in chain.lines:
            yield _line(snapshot, chain, line, audience, is_short=is_short)


def repeat_audit_lines(snapshot: Snapshot, period: Period, audience: Sharing) -> Iterator[Line]:
    """The standards that were measured again in the period, with all their measurements until now."""
    yield from chain_lines(snapshot, chains_in(snapshot, period), audience)


def deterioration_lines(snapshot: Snapshot, audience: Sharing, themes: frozenset[str] = frozenset()) -> Iterator[Line]:
    """The standards that are clearly worse in the last step or since the first; on the themes, where some are named."""
    for worse in deteriorations(snapshot):
        if not themes or themes.intersection(worse.chain.themes):
            yield _line(snapshot, worse.chain, worse.line, audience)


def deterioration_line(snapshot: Snapshot, worse: Deterioration, audience: Sharing) -> Line:
    """A short sentence on one standard that is clearly worse."""
    return _line(snapshot, worse.chain, worse.line, audience, is_short=True)


def _line(
    snapshot: Snapshot, chain: StandardChain, line: MeasuredLine, audience: Sharing, *, is_short: bool = False
) -> Line:
    measured = ", ".join(_measured(snapshot, line, measurement, audience) for measurement in line.measurements)
    whose = "" if line.sort is EvidenceKind.AUDIT_MULTI else f"; {whose_audits(snapshot, line)}, counted apart"
    said = "; ".join(_titled(snapshot, line, words) for words in conclusions(snapshot, line))
    notes = () if is_short else (*register_notes(snapshot, chain), *chain_notes(chain, line))
    beside = f" ({'; '.join(_titled(snapshot, line, note) for note in notes)})" if notes else ""
    newest = line.measurements[-1].when
    records = tuple(dict.fromkeys((*(measurement.audit for measurement in line.measurements), *line.new_since[:1])))
    return Line(f"{chain.text}{whose}: {measured}; {said}{beside}", str(newest or ""), records)


def _measured(snapshot: Snapshot, line: MeasuredLine, measured: Measurement, audience: Sharing) -> str:
    when = months_of(measured.when) if measured.when else "no date"
    return f"{measured_text(snapshot, line, measured, audience)} ({when})"


def _titled(snapshot: Snapshot, line: MeasuredLine, note: str) -> str:
    """The note with the date of an audit in place of its id, which a reader of a report cannot look up."""
    audits = {*(measured.audit for measured in line.measurements), *line.new_since}
    for audit in sorted(audits, key=len, reverse=True):  # one id may begin another
        month = month_of(snapshot, audit)
        note = note.replace(audit, f"the audit of {month}" if month else f'"{snapshot.entries[audit].record.title}"')
    return note


def _is_in(measured: Measurement, period: Period) -> bool:
    return measured.when is not None and measured.when.overlaps(period)
