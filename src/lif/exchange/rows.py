"""The rows of a subject: every record of its kind, or every item of one of its lists."""

from collections.abc import Iterator

from lif.exchange.ask import Ask
from lif.exchange.cell_text import cell_text
from lif.exchange.layout import Layout
from lif.exchange.subject import Subject
from lif.exchange.value import value_at, value_of
from lif.model.registry import KINDS
from lif.model.view import View


def subjects_of(view: View, layout: Layout, ask: Ask) -> Iterator[Subject]:
    """What the rows are about, in the order of the ids; only those of the agency where one is asked for."""
    found = layout.rows(view, ask) if layout.rows else _of_kind(view, layout)
    if layout.asks_itself or not ask.agency:
        return iter(found)
    return (subject for subject in found if ask.agency in _agencies(subject, layout))


def _of_kind(view: View, layout: Layout) -> Iterator[Subject]:
    for entry in view.records.of(KINDS[layout.kind].model):
        if not layout.items:
            yield Subject(view, entry, entry.record)
            continue
        for item in getattr(entry.record, layout.items):
            yield Subject(view, entry, item, cell_text(getattr(item, layout.item_key)))


def agency_of(subject: Subject, layout: Layout) -> str:
    """The key of the agency on whose sheet the row stands; empty where it has none."""
    return cell_text(value_at(subject.entry.record, tuple(layout.agency.split(".")))) if layout.agency else ""


def _agencies(subject: Subject, layout: Layout) -> tuple[str, ...]:
    """The agencies that a row concerns: the one that leads, and those that do it together with it."""
    record = subject.entry.record
    named = (getattr(record, name, None) for name in ("agency", "by", "led_by", "collected_by"))
    several = (agency for name in ("joint_with", "to") for agency in getattr(record, name, ()) or ())
    return (agency_of(subject, layout), *(cell_text(agency) for agency in named), *several)


def subject_at(view: View, layout: Layout, row_id: str) -> Subject | None:
    """What the row with this id is about; None where its record is no longer there, or not open to the audience."""
    record_id, _, key = row_id.partition("#")
    entry = view.records.entries.get(record_id)
    if entry is None or entry.kind.name != layout.kind or bool(key) != bool(layout.items):
        return None
    if not layout.items:
        return Subject(view, entry, entry.record)
    items = getattr(entry.record, layout.items)
    found = next((item for item in items if cell_text(getattr(item, layout.item_key)) == key), None)
    return Subject(view, entry, found, key)


def values_at(view: View, layout: Layout, row_id: str) -> dict[str, str] | None:
    """The text of each column that comes back, as the records are; None as for `subject_at`."""
    subject = subject_at(view, layout, row_id)
    if subject is None:
        return None
    return {column.key: cell_text(value_of(column, subject)) for column in layout.editable}
