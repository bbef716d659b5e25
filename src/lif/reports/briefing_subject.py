"""What a briefing is about: one review, audit, finding, piece of learning or theme, with all that belongs to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lif.analysis.chronology.record_date import placed
from lif.analysis.themes.replaced_themes import successors
from lif.model.kinds.action import Action
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.kinds.partnership import Theme
from lif.model.record import Activity, Record
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction

STRENGTHS = {Direction.WORKING_WELL, Direction.HAS_POTENTIAL}


@dataclass(frozen=True, slots=True)
class Matter:
    """The subject with its findings, newest first, and the actions that answer it, soonest due first.

    `about` is the record itself, None for a theme; `sources` are the reviews and audits whose findings these are.
    """

    title: str
    about: Entry[Record] | None
    sources: tuple[Entry[Record], ...]
    findings: tuple[Entry[Finding], ...]
    actions: tuple[Entry[Action], ...]


def matter(snapshot: Snapshot, about: str) -> Matter:
    """What belongs to a record, or to the theme with that key; to a finding also the strengths of its source."""
    entry = snapshot.entries.get(about)
    theme = snapshot.registers["theme"].get(about)
    findings = sorted(
        (one for one in snapshot.of(Finding) if _is_current(one, about) and _belongs(snapshot, one, about)),
        key=lambda one: _day(snapshot, one.id),
        reverse=True,
    )
    named = dict.fromkeys([*([about] if entry else []), *(one.record.source for one in findings)])
    sources = tuple(snapshot.entries[one] for one in named if one in snapshot.entries)
    title = theme.label if isinstance(theme, Theme) and entry is None else entry.record.title if entry else about
    return Matter(title, entry, sources, tuple(findings), tuple(_actions(snapshot, about, entry, findings)))


def _day(snapshot: Snapshot, record_id: str) -> tuple[str, str]:
    when = placed(snapshot, record_id)
    return (str(when.latest) if when else "", record_id)


def _is_current(finding: Entry[Finding], about: str) -> bool:
    return finding.id == about or not finding.record.superseded_by


def _belongs(snapshot: Snapshot, finding: Entry[Finding], about: str) -> bool:
    record = snapshot.entries.get(about)
    if record is None:
        themes = (finding.record.theme, *finding.record.needs)
        return successors(snapshot, about) in {successors(snapshot, key) for key in themes}
    if isinstance(record.record, Learning):
        return bool({finding.id, finding.record.source} & set(_bases(record.record)))
    if isinstance(record.record, Finding):
        same_source = finding.record.source == record.record.source
        return finding.id == about or (same_source and finding.record.direction in STRENGTHS)
    return finding.record.source in _with_its_parts(snapshot, record)


def _bases(learning: Learning) -> Iterator[str]:
    """The records that a piece of learning comes from."""
    return (one.partition("#")[0] for one in learning.from_records)


def _with_its_parts(snapshot: Snapshot, entry: Entry[Record]) -> set[str]:
    """A review or audit, those it takes over, and those that are part of it."""
    taken = entry.record.takes_over if isinstance(entry.record, Activity) else ()
    parts = (one.id for one in snapshot.entries.values() if getattr(one.record, "part_of", None) == entry.id)
    return {entry.id, *taken, *parts}


def _actions(
    snapshot: Snapshot, about: str, entry: Entry[Record] | None, findings: list[Entry[Finding]]
) -> list[Entry[Action]]:
    asked = {finding.id for finding in findings}
    if entry is not None:
        asked |= {entry.id, *(f"{entry.id}#{key}" for key in entry.items)}
        asked |= set(entry.record.from_records) if isinstance(entry.record, Learning) else set()
    mine = [
        one
        for one in snapshot.of(Action)
        if asked & set(one.record.answers) or one.id in asked or (entry is None and about in one.record.themes)
    ]
    return sorted(mine, key=lambda one: (one.record.closed is not None, str(one.record.due or "9"), one.id))
