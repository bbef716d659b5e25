"""The flags of a period in a report: which belong to it, and how many were acknowledged and answered."""

from collections.abc import Sequence

from lif.analysis.duties.flags import FlagReading
from lif.model.period import Period
from lif.model.snapshot import Snapshot


def belongs_to_period(raised_flag: FlagReading, period: Period) -> bool:
    """Whether a flag was raised in the period, answered in it, or still open when it began; True without a date."""
    if raised_flag.raised is None or raised_flag.raised.earliest > period.until:
        return raised_flag.raised is None
    return (
        raised_flag.raised.overlaps(period)
        or raised_flag.answered is None
        or raised_flag.answered.latest >= period.since
    )


def flag_counts(snapshot: Snapshot, flags: Sequence[FlagReading]) -> str:
    """Count the flags, those acknowledged by all agencies they were sent to, and those answered."""
    if not flags:
        return f"Flags: {snapshot.absent}."
    acknowledged = sum(bool(flag.reached) and not flag.unacknowledged for flag in flags)
    answered = sum(flag.answered is not None for flag in flags)
    total = "1 flag" if len(flags) == 1 else f"{len(flags)} flags"
    return (
        f"{total}; acknowledged by every agency it was sent to: {acknowledged} of {len(flags)}; answered: {answered}."
    )
