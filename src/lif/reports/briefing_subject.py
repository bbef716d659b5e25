"""The subject of a briefing: one review, audit, finding, piece of learning or theme, with its findings and actions."""

from collections.abc import Iterator
from dataclasses import dataclass

from lif.analysis.chronology.record_date import record_date
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.kinds.action import Action
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.record import Activity, Record
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction

STRENGTHS = {Direction.WORKING_WELL, Direction.HAS_POTENTIAL}
CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP, Direction.MIXED}


@dataclass(frozen=True, slots=True)
class BriefingSubject:
    """The subject with its findings, newest first, and the actions that answer it, soonest due first.

    `about` is the record itself, None for a theme; `sources` are the reviews and audits that made the findings.
    """

    title: str
    about: Entry[Record] | None
    sources: tuple[Entry[Record], ...]
    findings: tuple[Entry[Finding], ...]
    actions: tuple[Entry[Action], ...]


def subject_of(snapshot: Snapshot, about: str) -> BriefingSubject:
    """The subject with that record id or theme key; a finding comes with the strengths found by the same source."""
    entry = snapshot.entries.get(about)
    theme = snapshot.theme(about)
    findings = sorted(
        (
            finding
            for finding in snapshot.of(Finding)
            if _is_current(finding, about) and _belongs(snapshot, finding, about)
        ),
        key=lambda finding: _date_key(snapshot, finding.id),
        reverse=True,
    )
    source_ids = dict.fromkeys([*([about] if entry else []), *(finding.record.source for finding in findings)])
    sources = tuple(snapshot.entries[source_id] for source_id in source_ids if source_id in snapshot.entries)
    title = theme.label if theme is not None and entry is None else entry.record.title if entry else about
    return BriefingSubject(title, entry, sources, tuple(findings), tuple(_actions(snapshot, about, entry, findings)))


def _date_key(snapshot: Snapshot, record_id: str) -> tuple[str, str]:
    when = record_date(snapshot, record_id)
    return (str(when.latest) if when else "", record_id)


def _is_current(finding: Entry[Finding], about: str) -> bool:
    return finding.id == about or not finding.record.superseded_by


def _belongs(snapshot: Snapshot, finding: Entry[Finding], about: str) -> bool:
    subject = snapshot.entries.get(about)
    if subject is None:
        themes = (finding.record.theme, *finding.record.needs)
        return current_theme(snapshot, about) in {current_theme(snapshot, key) for key in themes}
    if isinstance(subject.record, Learning):
        return bool({finding.id, finding.record.source} & set(_base_ids(subject.record)))
    if isinstance(subject.record, Finding):
        same_source = finding.record.source == subject.record.source
        return finding.id == about or (same_source and finding.record.direction in STRENGTHS)
    return finding.record.source in _with_its_parts(snapshot, subject)


def _base_ids(learning: Learning) -> Iterator[str]:
    """The records that a piece of learning comes from."""
    return (RecordRef.parse(cited).record for cited in learning.from_records)


def _with_its_parts(snapshot: Snapshot, entry: Entry[Record]) -> set[str]:
    """A review or audit, those it takes over, and those that are part of it."""
    taken_over = entry.record.takes_over if isinstance(entry.record, Activity) else ()
    parts = (part.id for part in snapshot.entries.values() if getattr(part.record, "part_of", None) == entry.id)
    return {entry.id, *taken_over, *parts}


def _actions(
    snapshot: Snapshot, about: str, entry: Entry[Record] | None, findings: list[Entry[Finding]]
) -> list[Entry[Action]]:
    subject_ids = {finding.id for finding in findings}
    if entry is not None:
        subject_ids |= set(entry.citable_ids)
        subject_ids |= set(entry.record.from_records) if isinstance(entry.record, Learning) else set()
    actions = [
        action
        for action in snapshot.of(Action)
        if subject_ids & set(action.record.answers)
        or action.id in subject_ids
        or (entry is None and about in action.record.themes)
    ]
    return sorted(
        actions, key=lambda action: (action.record.closed is not None, str(action.record.due or "9"), action.id)
    )
