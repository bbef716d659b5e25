"""Records without a date of their own: they belong to no year, and a report on a year lists them as that."""

from collections.abc import Iterator

from lif.analysis.chronology.action_events import events_of
from lif.model.declaration import LineStage
from lif.model.kinds.action import Action
from lif.model.parts.scalars import year_start
from lif.model.period import Period, When
from lif.model.record import Record, Source
from lif.model.snapshot import Entry
from lif.model.view import View
from lif.reports.cited_sentence import Line

_LISTED = {
    LineStage.LOOKED_AT,
    LineStage.DECISION,
    LineStage.ACTION,
    LineStage.LEARNING,
    LineStage.EVALUATION,
}
"""The stages of the line of sight whose records a report on a year tells."""


def undated_lines(view: View, year: Period) -> Iterator[Line]:
    """The undated records that may belong to the year: by the date of a source, or else by the year in their id."""
    for record_id in view.undated:
        entry = view.records.entries.get(record_id)
        if entry is None or entry.kind.declares.line_stage not in _LISTED or _has_events(entry.record):
            continue
        if _may_be_of(entry, year):
            yield Line(f"{entry.record.title}{_told_in(entry)}", "", (record_id,))


def _has_events(record: Record) -> bool:
    """Whether it is an action of which some date is known, such as the day it is due."""
    return isinstance(record, Action) and any(events_of(record))


def _may_be_of(entry: Entry[Record], year: Period) -> bool:
    dates = [source.date for source in entry.record.sources if source.date] or list(_year_in_id(entry.id))
    return not dates or any(when.overlaps(year) for when in dates)


def _year_in_id(record_id: str) -> Iterator[When]:
    """The year with which the id of a record begins: its compiler put it there."""
    first = record_id.partition("/")[2].partition("-")[0]
    if year_start(f"{first}-{int(first) % 100 + 1:02d}" if first.isdigit() else "") is not None:
        yield When.parse(first)


def _told_in(entry: Entry[Record]) -> str:
    """The sources that tell of it, with their dates: ` (told in: Cabinet papers; Notice, 2020-11)`."""
    sources = "; ".join(_source_text(source) for source in entry.record.sources)
    return f" (told in: {sources})" if sources else ""


def _source_text(source: Source) -> str:
    return f"{source.title}, {source.date}" if source.date else source.title
