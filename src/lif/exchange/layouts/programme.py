"""The audit programme: one row an audit that the programme of a year holds, in its order."""

from collections.abc import Iterator

from lif.exchange.ask import Ask
from lif.exchange.column import Column, ColumnType, reference
from lif.exchange.layout import Layout
from lif.exchange.subject import Subject
from lif.model.kinds.audit import Audit
from lif.model.view import View


def _rows(view: View, ask: Ask) -> Iterator[Subject]:
    """The audits of the year, or of every programme where none is asked for; those without a place come last."""
    planned = [entry for entry in view.records.of(Audit) if entry.record.programme_year]
    in_order = sorted(
        (entry for entry in planned if ask.year in {"", entry.record.programme_year}),
        key=lambda entry: (
            entry.record.programme_year or "",
            entry.record.programme_order is None,
            entry.record.programme_order or 0,
            entry.id,
        ),
    )
    return (Subject(view, entry, entry.record) for entry in in_order)


PROGRAMME = Layout(
    "programme",
    "Audit programme",
    "audit",
    (
        reference(),
        Column("programme_year", "Year", ColumnType.TEXT, says="From April to March, written 2026-27."),
        Column("programme_order", "Place", ColumnType.NUMBER, says="1 first."),
        Column("title", "Audit", ColumnType.TEXT),
        Column("audit_kind", "Kind", ColumnType.CHOICE, choices="AuditKind"),
        Column("led_by", "Led by", ColumnType.CHOICE, choices="agencies"),
        Column("programme_because", "Why it stands there", ColumnType.TEXT),
        Column("themes", "Themes", ColumnType.LIST, choices="themes", says="Themes by key, parted by ;"),
        Column("life.planned", "Put on the programme", ColumnType.DATE),
        Column("life.started", "Begun on", ColumnType.DATE),
        Column("life.completed", "Last case looked at", ColumnType.DATE),
        Column("life.reported", "Reported on", ColumnType.DATE),
        Column("life.reaudit_due", "To be repeated", ColumnType.DATE),
    ),
    rows=_rows,
)
