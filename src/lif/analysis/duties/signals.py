"""Signals from the five drivers that something may have to be learned, and whether a need or a decision answers each.

A signal is worked out from the records and stored nowhere. A need is what a group decides: it cites the record that
shows the signal. A group that wants no need declines it by a decision about that record (F5.1, F5.5).
"""

from collections.abc import Iterator
from datetime import date

from lif.analysis.chronology.record_date import record_date
from lif.analysis.duties.priority_signals import priorities_without_evidence
from lif.analysis.duties.signal import Signal, SignalAnswers, is_recent
from lif.analysis.lines.themes_of import themes_named
from lif.analysis.lines.whose_work import ours
from lif.analysis.statistics.xmr import Variation
from lif.analysis.themes.indicator_readings import figures_until
from lif.model.kinds.finding import Finding
from lif.model.kinds.flag import Flag
from lif.model.kinds.indicator import Indicator
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.position import Position
from lif.model.kinds.review import Review
from lif.model.record import Record
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Driver, FlagKind, ReviewKind

_INCIDENTS = {ReviewKind.RAPID_REVIEW, ReviewKind.PRACTICE_REVIEW, ReviewKind.SERIOUS_CASE_REVIEW}
_DRIVERS: dict[type[Record], Driver] = {
    Inspection: Driver.INSPECTION,
    Indicator: Driver.DATA,
    Position: Driver.PRIORITY,
}


def signals(snapshot: Snapshot, day: date) -> tuple[Signal, ...]:
    """Every signal that stands on the day, by driver in the order of the framework.

    - our review of a serious incident, or a flag of serious risk; a review that is part of another is the same incident
    - a national review
    - each priority action of an inspection
    - a figure whose newest point is read as a real change for the worse
    - a priority in force that names no theme, or none that was looked at: only where what is not recorded was not done

    A need answers a signal when its evidence cites the record, a finding of that review or what that flag rests on, or
    when one of these was made to answer the need (`answers`). What is older than evidence that is called old
    (`thresholds.old_after_months`) is no signal any more. What has no date is one in a partnership's own records only.
    """
    answers = SignalAnswers(snapshot)
    return (
        *_incidents(snapshot, day, answers),
        *_national_reviews(snapshot, day, answers),
        *_priority_actions(snapshot, day, answers),
        *_worsening_figures(snapshot, day, answers),
        *priorities_without_evidence(snapshot, day, answers),
    )


def driver_shown_by(record: Record) -> Driver | None:
    """The driver that a need has which rests on the record; None where the record itself does not say.

    What happened in another partnership is no incident here, and what was inspected elsewhere no inspection of us.
    """
    if isinstance(record, Review):
        is_incident = record.review_kind in _INCIDENTS and not record.is_elsewhere
        is_national = record.review_kind is ReviewKind.NATIONAL_REVIEW
        return Driver.SERIOUS_INCIDENT if is_incident else Driver.NATIONAL_ISSUE if is_national else None
    if isinstance(record, Flag):
        return Driver.SERIOUS_INCIDENT if _is_serious_risk(record) else None
    if record.is_elsewhere:
        return None
    return next((driver for kind, driver in _DRIVERS.items() if isinstance(record, kind)), None)


def _is_serious_risk(flag: Flag) -> bool:
    return flag.serious and flag.flag_kind is FlagKind.RISK


def _incidents(snapshot: Snapshot, day: date, answers: SignalAnswers) -> Iterator[Signal]:
    found_in: dict[str, list[str]] = {}
    for finding in snapshot.of(Finding):
        found_in.setdefault(finding.record.source, []).append(finding.id)
    reviews = {
        entry.id: entry for entry in ours(snapshot, snapshot.of(Review)) if entry.record.review_kind in _INCIDENTS
    }
    for entry in reviews.values():
        when = record_date(snapshot, entry.id)
        if entry.record.part_of in reviews or not is_recent(snapshot, when, day):
            continue
        of_one_incident = (entry, *(part for part in reviews.values() if part.record.part_of == entry.id))
        records = [part.id for part in of_one_incident]
        shown_by = [
            *(record_id for part in of_one_incident for record_id in part.citable_ids),
            *(finding for record_id in records for finding in found_in.get(record_id, ())),
        ]
        yield Signal(
            Driver.SERIOUS_INCIDENT,
            entry.id,
            themes_named(snapshot, entry.id),
            entry.record.title,
            when,
            answers.need_on(shown_by),
            answers.decision_about(records),
        )
    for flag in snapshot.of(Flag):
        if _is_serious_risk(flag.record) and is_recent(snapshot, flag.record.raised, day):
            yield Signal(
                Driver.SERIOUS_INCIDENT,
                flag.id,
                themes_named(snapshot, flag.id),
                flag.record.title,
                flag.record.raised,
                answers.need_on((flag.id, *flag.record.from_records)),
                answers.decision_about((flag.id,)),
            )


def _national_reviews(snapshot: Snapshot, day: date, answers: SignalAnswers) -> Iterator[Signal]:
    for entry in snapshot.of(Review):
        when = record_date(snapshot, entry.id)
        if entry.record.review_kind is ReviewKind.NATIONAL_REVIEW and is_recent(snapshot, when, day):
            yield Signal(
                Driver.NATIONAL_ISSUE,
                entry.id,
                themes_named(snapshot, entry.id),
                entry.record.title,
                when,
                answers.need_on(entry.citable_ids),
                answers.decision_about((entry.id,)),
            )


def _priority_actions(snapshot: Snapshot, day: date, answers: SignalAnswers) -> Iterator[Signal]:
    """Each priority action of an inspection; one that cites the whole inspection answers all of them."""
    for entry in ours(snapshot, snapshot.of(Inspection)):
        when = record_date(snapshot, entry.id)
        for _, _, item in entry.recommendations() if is_recent(snapshot, when, day) else ():
            item_id = entry.id_of(item.key)
            yield Signal(
                Driver.INSPECTION,
                item_id,
                themes_named(snapshot, item_id),
                f"{item.text} ({entry.record.body})",
                when,
                answers.need_on((item_id, entry.id)),
                answers.decision_about((item_id, entry.id)),
            )


def _worsening_figures(snapshot: Snapshot, day: date, answers: SignalAnswers) -> Iterator[Signal]:
    """Each figure of the work that got worse, where its points can be compared; one of an area is context."""
    of_areas = {entry.id for entry in snapshot.of(Indicator) if entry.record.area}
    for figure in figures_until(snapshot, day):
        is_worse = figure.can_vote and figure.reading.variation is Variation.CONCERN
        if is_worse and figure.indicator not in of_areas and is_recent(snapshot, figure.newest, day):
            mind = f". Mind: {figure.caution}" if figure.caution else ""
            yield Signal(
                Driver.DATA,
                figure.indicator,
                themes_named(snapshot, figure.indicator),
                f"{figure.measure}: {figure.said}{mind}",
                figure.newest,
                answers.need_on((figure.indicator,)),
                answers.decision_about((figure.indicator,)),
            )
