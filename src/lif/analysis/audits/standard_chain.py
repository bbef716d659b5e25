"""The chain of each standard over the years: every measurement, and what changed in the last step and from the first.

What links measurements is the standard and the sort of audit: audits of several agencies are one line, those of each
single agency another, never pooled. `reaudit_of` says besides where a standard was new or left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.audits.audit_comparison import Barrier, ChangeWord, compare_audits
from lif.analysis.audits.comparability import barrier_between
from lif.analysis.audits.measurement import Measurement, Step
from lif.model.declaration import EvidenceKind
from lif.model.snapshot import Snapshot

_FEWEST_FOR_OVERALL = 3
_MAY_STILL_BE_FIRST = {None, Barrier.TOO_FEW}


@dataclass(frozen=True, slots=True)
class MeasuredLine:
    """The measurements of one standard by one sort of audit, oldest first.

    `whose` is the key of the agency whose audits these are, the first audit where that is not known, and empty for
    audits of several agencies. `steps` compare each measurement with the one before it. `overall` compares the first
    with the last of three or more; measurements that cannot be compared with the last are passed over. `new_since` are
    the audits that the first one repeats and that did not measure the standard.
    """

    sort: EvidenceKind
    whose: str
    measurements: tuple[Measurement, ...]
    steps: tuple[Step, ...]
    overall: Step | None
    new_since: tuple[str, ...] = ()

    @property
    def measured(self) -> tuple[Measurement, ...]:
        """The measurements that have counts."""
        return tuple(measured for measured in self.measurements if measured.counts is not None)

    @property
    def last(self) -> Step | None:
        """The last step; None after a single measurement."""
        return self.steps[-1] if self.steps else None

    @property
    def last_counted(self) -> Step | None:
        """The last step between two measurements with counts: an earlier one where the standard was left out since."""
        return next((step for step in reversed(self.steps) if step.compared is not None), None)

    @property
    def deteriorations(self) -> tuple[Step, ...]:
        """The clear deteriorations that stand: from the last measurement but one, or from the first, to the last.

        That a later audit left the standard out ends none of them.
        """
        candidates = (self.last_counted, self.overall)
        return tuple(step for step in candidates if step is not None and step.is_worse)

    @property
    def comparisons(self) -> tuple[Step, ...]:
        """The last step and the step from the first to the last, as far as there are such."""
        last = self.last_counted or self.last
        return tuple(step for step in (last, self.overall) if step is not None)


@dataclass(frozen=True, slots=True)
class StandardChain:
    """One standard with everything that measured it; `standard` is its key, empty for the grades of audits.

    `text` are the words of the register for the key used last; `same_because` why other keys are the same;
    `replaced` are the measured standards whose place it took and that are not the same, so that their counts stand in
    chains of their own.
    """

    standard: str
    text: str
    themes: tuple[str, ...]
    lines: tuple[MeasuredLine, ...]
    same_because: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    replaced_by: str = ""

    @property
    def audits(self) -> tuple[str, ...]:
        """The ids of all audits on it, line by line."""
        return tuple(dict.fromkeys(measured.audit for line in self.lines for measured in line.measurements))

    @property
    def compares(self) -> bool:
        """Whether there is more than one measurement in any line."""
        return any(line.steps for line in self.lines)


def measured_line(
    snapshot: Snapshot,
    sort: EvidenceKind,
    whose: str,
    measurements: Iterable[Measurement],
    new_since: tuple[str, ...] = (),
) -> MeasuredLine:
    """The line of these measurements, given oldest first; the first of them has counts."""
    in_order = tuple(measurements)
    steps = tuple(_steps(snapshot, in_order))
    return MeasuredLine(sort, whose, in_order, steps, _overall(snapshot, in_order), new_since)


def line_until(snapshot: Snapshot, line: MeasuredLine, day: date) -> MeasuredLine:
    """The line with the measurements that were made by a day, and those without a date."""
    made = tuple(measured for measured in line.measurements if measured.when is None or measured.when.earliest <= day)
    is_whole = len(made) == len(line.measurements)
    return line if is_whole else measured_line(snapshot, line.sort, line.whose, made, line.new_since)


def _steps(snapshot: Snapshot, measurements: tuple[Measurement, ...]) -> Iterator[Step]:
    then: Measurement | None = None
    for now in measurements:
        if then is not None:
            yield compare(snapshot, then, now)
        then = now if now.counts is not None or then is None else then


def compare(snapshot: Snapshot, then: Measurement, now: Measurement) -> Step:
    """Compare two measurements of one standard, the earlier first, by the conventions of the partnership."""
    if then.counts is None or now.counts is None:
        return Step(then, now, None)
    thresholds = snapshot.thresholds
    barrier = barrier_between(snapshot, then, now)
    compared = compare_audits(
        then.counts,
        now.counts,
        barrier,
        fewest_cases=max(1, thresholds.fewest_cases),
        percentages_from=thresholds.percentages_from,
    )
    return Step(then, now, compared)


def _overall(snapshot: Snapshot, measurements: tuple[Measurement, ...]) -> Step | None:
    """From the first measurement to the last: from the oldest that can be compared with it, or else from the oldest."""
    counted = [measured for measured in measurements if measured.counts is not None]
    if len(counted) < _FEWEST_FOR_OVERALL:
        return None
    steps = [compare(snapshot, measured, counted[-1]) for measured in counted[:-1]]
    return next((step for step in steps if step.barrier in _MAY_STILL_BE_FIRST), steps[0])


def improved(line: MeasuredLine) -> bool:
    """Whether the last step is a clear improvement, nothing got clearly worse, and the whole line went up as well.

    A standard that fell and rose again to where it began has not improved.
    """
    is_better = line.last is not None and line.last.word is ChangeWord.IMPROVEMENT and not line.deteriorations
    return is_better and (line.overall is None or line.overall.word is not ChangeWord.NO_CLEAR_CHANGE)
