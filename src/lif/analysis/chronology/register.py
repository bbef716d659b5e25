"""The register of a kind of record: a row for each record, with the columns in which people look for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.analysis.chronology.record_date import dated_in_words
from lif.analysis.chronology.stage import life_of
from lif.model.declaration import value_at
from lif.model.kind import Kind
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import words

ID, TITLE, DATE, STATE, DUE = "id", "title", "date", "state", "due"
"""The columns that are worked out; every other is a field of the record, by its path."""
_YES_NO = {True: "yes", False: "no"}


@dataclass(frozen=True, slots=True)
class Register:
    """The headings and the rows of a register, every cell as text; empty where a record says nothing."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def columns_of(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """The columns of a register of these kinds: those that a kind declares; of several kinds their dates and states."""
    declared = [kind.declares.register_columns for kind in kinds]
    own = declared[0] if len(declared) == 1 and declared[0] else ()
    has_life = any(kind.declares.life for kind in kinds)
    dated = () if DUE in own else (DATE,)
    worked_out = tuple(name for name in (*dated, *((STATE,) if has_life else ())) if name not in own)
    return (*worked_out, *own, ID, TITLE)


def register_of(
    snapshot: Snapshot, entries: Iterable[Entry[Record]], columns: tuple[str, ...], today: date
) -> Register:
    """A row for each record, with these columns."""
    rows = tuple(tuple(_cell(snapshot, entry, column, today) for column in columns) for entry in entries)
    short = [_heading(column) for column in columns]
    whole = [column.replace(".", " ").replace("_", " ") for column in columns]
    headings = (name if short.count(name) == 1 else full for name, full in zip(short, whole, strict=True))
    return Register(tuple(headings), rows)


def _heading(column: str) -> str:
    """`owner` for `owner.agency`, `published` for `life.published`."""
    head, _, last = column.partition(".")
    return (last if head == "life" else head).replace("_", " ")


def _cell(snapshot: Snapshot, entry: Entry[Record], column: str, today: date) -> str:
    if column == ID:
        return entry.id
    if column == TITLE:
        return entry.record.marked(entry.record.title, TITLE)
    if column == DATE:
        return dated_in_words(snapshot, entry.id) or "no date"
    if column == STATE:
        life = life_of(snapshot, entry, today)
        return (life.word or "not known") if life else ""
    head = column.partition(".")[0]
    value = value_at(entry.record, column) if hasattr(entry.record, head) else None
    return entry.record.marked(_text(value), column) if value not in {None, ()} else ""


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_text, value))
    return _YES_NO[value] if isinstance(value, bool) else words(str(value)) if hasattr(value, "name") else str(value)
