"""The records that are evidence on each theme: as which kind of evidence, and on which dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from lif.analysis.audits.standard_identity import themes_measured
from lif.analysis.chronology.record_date import date_at, record_date
from lif.analysis.themes.indicator_readings import value_of
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.declaration import EvidenceKind
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.kinds.indicator import Indicator
from lif.model.period import Period, When
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot, once


@dataclass(frozen=True, slots=True)
class OnTheme:
    """A record on a theme: its kind of evidence, and its dates (those of all points of an indicator).

    `source` is the record that a finding comes from; any other record is its own source.
    """

    id: str
    source: str
    kind: EvidenceKind
    dates: tuple[When, ...]

    def is_in(self, period: Period | None) -> bool:
        """Whether it may lie in the period; True where no period is asked for. Without a date it is in no period."""
        return period is None or any(when.overlaps(period) for when in self.dates)


@once
def evidence_by_theme(snapshot: Snapshot) -> dict[str, tuple[OnTheme, ...]]:
    """The records on each theme, in order of id: those that name it, or a theme that it replaced, anywhere.

    Findings count as the kind of their source; one that repeats another is no evidence of its own. What has only been
    planned or asked for is no evidence yet, nor is an indicator without a point, nor one of an area, which tells of the
    context and not of the work.
    """
    by_theme: dict[str, list[OnTheme]] = {}
    for entry in snapshot.entries.values():
        evidence = _evidence(snapshot, entry)
        if evidence is not None:
            for theme in dict.fromkeys(current_theme(snapshot, key) for key in _themes_named(snapshot, entry)):
                by_theme.setdefault(theme, []).append(evidence)
    return {theme: tuple(records) for theme, records in by_theme.items()}


def _evidence(snapshot: Snapshot, entry: Entry[Record]) -> OnTheme | None:
    record = entry.record
    if isinstance(record, Finding) and record.derived_from:
        return None
    source = snapshot.entries.get(record.source) if isinstance(record, Finding) else entry
    kind = source.record.evidence_kind if source is not None else None
    if source is None or kind is None or (source is entry and not has_begun(snapshot, entry)):
        return None
    if isinstance(record, Indicator):
        dates = tuple(point.at for point in record.series if value_of(point) is not None and not record.area)
        return OnTheme(entry.id, entry.id, kind, dates) if dates else None
    when = record_date(snapshot, entry.id)
    return OnTheme(entry.id, source.id, kind, (when,) if when else ())


def _themes_named(snapshot: Snapshot, entry: Entry[Record]) -> Iterator[str]:
    """The themes that a record names, and for an audit those of the standards it measured."""
    yield from (citation.target for citation in entry.citations if "theme" in citation.ref.to)
    if isinstance(entry.record, Audit):
        yield from themes_measured(snapshot, entry.record)


def has_begun(snapshot: Snapshot, entry: Entry[Record]) -> bool:
    """Whether the work in a record has begun or was reported, or nothing dates it at all.

    An audit that was only planned, or stands on a programme without any date, has not begun; nor has a return that was
    only asked for. A kind whose work has no beginning, such as feedback, has always begun.
    """
    record, declares = entry.record, entry.record.declares
    if not (declares.begun_by or declares.reported_by):
        return True
    begun_by = () if isinstance(record, Assessment) else declares.begun_by
    done = chain(begun_by, declares.reported_by, ("shared_with_group",) if hasattr(record, "shared_with_group") else ())
    is_undated = record_date(snapshot, entry.id) is None and not (isinstance(record, Audit) and record.programme_year)
    return is_undated or any(date_at(record, path) for path in done)
