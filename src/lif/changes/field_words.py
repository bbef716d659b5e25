"""Fields, places, values and dates of a change in words: `measures, Supervision recorded: target`, `1 March 2026`."""

from datetime import date
from typing import Any

from lif.changes.change import ChangeKind, FieldChange, RecordChange
from lif.model.parts.part import fields_of
from lif.model.parts.shape import field_at
from lif.model.period import When
from lif.model.vocabulary import words

_FIELD_LABELS = {
    "due": "due date",
    "of": "out of",
    "says": "what it says",
    "because": "reason",
    "outcome_because": "reason for the outcome",
    "moderated_because": "reason for the moderated grade",
    "recurrence_of": "earlier finding that came back",
    "serious_risk": "serious risk",
    "follow_up": "follow-up",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def last_name(field: FieldChange) -> str:
    """The name of the innermost field of a difference; a value of a list has that of the list."""
    return next(step for step in reversed(field.at) if isinstance(step, str))


def usual_number(change: RecordChange, field: FieldChange) -> str:
    """The number that counts where a setting says none; empty for other fields, and in a record that comes or goes."""
    parent = field_at(change.kind.model, field.at[:-1])
    if parent is None or parent.part is None or change.what in {ChangeKind.ADDED, ChangeKind.REMOVED}:
        return ""
    own = fields_of(parent.part).get(str(field.at[-1]))
    return str(own.default) if own is not None and isinstance(own.default, int) and own.default is not False else ""


def place_text(field: FieldChange) -> str:
    """The place of a difference in words: `measures, Supervision recorded: target`."""
    names = [str(step) for step in field.at if isinstance(step, str)]
    head, *rest = names
    inside = ", ".join(label_of(name) for name in rest)
    item = f", {field.item}" if field.item and field.item_is is ChangeKind.CHANGED else ""
    return f"{label_of(head)}{item}{f': {inside}' if inside and item else f', {inside}' if inside else ''}"


def label_of(name: str) -> str:
    """The name of a field in words: `due date`."""
    return _FIELD_LABELS.get(name, name.replace("_", " "))


def value_text(change: RecordChange, field: FieldChange, value: Any) -> str:
    """A value in the field's words: a choice, a date, a number or a text."""
    shape = field_at(change.kind.model, field.at)
    if shape is not None and shape.words is not None:
        return words(str(value))
    if shape is not None and shape.kind_of_value in {When, date}:
        return format_date(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def format_date(text: object) -> str:
    """A date as people write it, `1 March 2026`; any other text as it is."""
    parts = str(text).split("/")
    return " to ".join(_day_text(part) for part in parts) if len(parts) <= len(("since", "until")) else str(text)


def _day_text(text: str) -> str:
    try:
        exact = date.fromisoformat(text)
    except ValueError:
        year, dash, month = text.partition("-")
        is_month = dash and len(year) == len("2026") and month.isdigit() and 1 <= int(month) <= len(_MONTHS)
        return f"{_MONTHS[int(month) - 1]} {year}" if is_month and len(month) == len("03") else text
    return f"{exact.day} {_MONTHS[exact.month - 1]} {exact.year}"
