"""The clocks of a flag: acknowledged by each agency, answered, reported to the executive group (F7.5, F7.6).

The working days are this program's own defaults among the partnership's `thresholds`. No guidance sets them.
"""

from collections.abc import Iterator

from lif.analysis.deadlines.deadline import Deadline, date_between
from lif.analysis.duties.groups import GENERAL_NAMES, group_name
from lif.diagnostics.location import FieldPath
from lif.model.kinds.flag import Flag
from lif.model.period import When, months_after
from lif.model.settings import ReportPeriods, Thresholds
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import FlagKind, GroupTask

ACKNOWLEDGEMENT, ANSWER, REPORT = "flag-acknowledgement", "flag", "flag-report"
FLAG_KINDS = (ACKNOWLEDGEMENT, ANSWER, REPORT)
"""The kinds of deadline that a flag has."""
_USUAL = Thresholds()
_THRESHOLDS = (
    "acknowledge_serious_within_days",
    "answer_serious_within_days",
    "acknowledge_risk_within_days",
    "answer_risk_within_days",
)


def flag_deadlines(snapshot: Snapshot) -> Iterator[Deadline]:
    """Yield the deadlines of every flag, as `clocks_of_flag` works them out."""
    for entry in snapshot.of(Flag):
        yield from clocks_of_flag(snapshot, entry)


def clocks_of_flag(snapshot: Snapshot, entry: Entry[Flag]) -> Iterator[Deadline]:
    """Yield what a flag asks for, each with its due day: None where it is not recorded when the flag was raised.

    A risk is acknowledged by each agency and partner it went to, and answered. A risk or a strength is reported to the
    executive group within the months between two reports to it. A date of raising that is known only as a month gives
    a due day that lies between two days.
    """
    if entry.record.flag_kind is FlagKind.RISK:
        yield from _acknowledgements(snapshot, entry)
        yield _answer(snapshot, entry)
    yield _report(snapshot, entry)


def flag_clocks_in_words(thresholds: Thresholds) -> str:
    """The working days within which flagged risks are acknowledged and answered, and whose numbers they are."""
    is_usual = all(getattr(thresholds, name) == getattr(_USUAL, name) for name in _THRESHOLDS)
    whose = "lif's own" if is_usual else "the partnership's"
    return (
        f"a serious risk is to be acknowledged within {_working_days(thresholds.acknowledge_serious_within_days)} and "
        f"answered within {thresholds.answer_serious_within_days}, any other risk within "
        f"{thresholds.acknowledge_risk_within_days} and {thresholds.answer_risk_within_days}; these numbers are "
        f"{whose}, and no guidance sets them"
    )


def _working_days(days: int) -> str:
    return f"{days} working {'day' if days == 1 else 'days'}"


def _due(snapshot: Snapshot, raised: When | None, threshold: str) -> tuple[When | None, str]:
    """When something is due that is asked for within the working days of a threshold, and why."""
    if raised is None:
        return None, _no_day(snapshot)
    days: int = getattr(snapshot.thresholds, threshold)
    after = snapshot.calendar.after
    due = date_between(after(raised.earliest, days), after(raised.latest, days))
    whose = "lif's own number" if days == getattr(_USUAL, threshold) else "the partnership's number"
    return due, f"{_working_days(days)} from {raised}, when it was raised ({whose}; no guidance sets one)"


def _acknowledgements(snapshot: Snapshot, entry: Entry[Flag]) -> Iterator[Deadline]:
    """Yield one deadline for each agency that the flag went to; an agency named twice acknowledges once."""
    flag = entry.record
    due, why = _due(
        snapshot,
        flag.raised,
        "acknowledge_serious_within_days" if flag.serious else "acknowledge_risk_within_days",
    )
    places: dict[str, FieldPath] = {}
    for name in ("to", "partners"):
        for index, agency in enumerate(getattr(flag, name)):
            places.setdefault(agency, (name, index))
    for agency, at in places.items():
        dates = [reply.date for reply in flag.acknowledged if reply.agency == agency]
        yield Deadline(
            kind=ACKNOWLEDGEMENT,
            what=f"Acknowledgement of a {_risk(flag)} flagged",
            record=entry.id,
            at=at,
            due=due,
            why=why,
            agencies=(agency,),
            start=flag.raised,
            met=min(dates, key=lambda when: when.earliest, default=None),
            in_working_days=True,
        )


def _answer(snapshot: Snapshot, entry: Entry[Flag]) -> Deadline:
    flag = entry.record
    due, why = _due(snapshot, flag.raised, "answer_serious_within_days" if flag.serious else "answer_risk_within_days")
    return Deadline(
        kind=ANSWER,
        what=f"Answer to a {_risk(flag)} flagged",
        record=entry.id,
        at=("answered",),
        due=due,
        why=why,
        agencies=flag.to or flag.partners,
        start=flag.raised,
        met=flag.answered,
        in_working_days=True,
    )


def _risk(flag: Flag) -> str:
    return "serious risk" if flag.serious else "risk"


def _report(snapshot: Snapshot, entry: Entry[Flag]) -> Deadline:
    """The report of a flag to the executive group: within the months between two reports to it."""
    raised, partnership = entry.record.raised, snapshot.partnership
    months = (partnership.report_periods if partnership else ReportPeriods()).executive_months
    groups = partnership.groups if partnership else ()
    due = date_between(months_after(raised.earliest, months), months_after(raised.latest, months)) if raised else None
    group = (
        GENERAL_NAMES[GroupTask.EXECUTIVE] if due is None else group_name(partnership, GroupTask.EXECUTIVE, due.latest)
    )
    return Deadline(
        kind=REPORT,
        what=f"Report of a flag to {group}",
        record=entry.id,
        at=("reported_to_executive",),
        due=due,
        why=f"{months} months from {raised}, when it was raised" if raised else _no_day(snapshot),
        group=next((group.key for group in groups if GroupTask.EXECUTIVE in group.does), ""),
        start=raised,
        met=entry.record.reported_to_executive,
    )


def _no_day(snapshot: Snapshot) -> str:
    return f"when it was raised: {snapshot.absent}"
