"""Tidy tables of all records: one for each kind, one for each list in it, with the same columns whatever is recorded.

Rows are known by (`partnership`, `id`); rows of a list by (`partnership`, `record_id`, `item_number`), from 1. There
are no arrays: engines count their elements differently. A date as precise as it is known is three columns: as it was
written, and its first and last day.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from lif.disclosure.small_counts import HIDDEN
from lif.exchange.cell_text import cell_text
from lif.exchange.few_counts import counts_to_hide
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.period import When
from lif.model.record import Record
from lif.model.registry import KINDS
from lif.model.snapshot import Entry
from lif.model.view import View

Tidy = str | int | float | bool | date | None
TYPES: dict[type, str] = {int: "integer", float: "number", bool: "boolean", date: "date"}
_NUMBER = "item_number"
_NOT_IN_A_KEY = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class TidyColumn:
    """A column: its name, its type as a data package names it, what it holds, and whether it is always filled."""

    name: str
    type: str
    says: str
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class TidyTable:
    """A table: its columns, of which the first ones, `key`, name a row, and its rows.

    `parent` is the table that its rows belong to, and how the key of that table is called there and here; empty for the
    table of a kind.
    """

    name: str
    says: str
    columns: tuple[TidyColumn, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Tidy, ...], ...]
    parent: str = ""
    parent_key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A field of a table: the steps to it, and its shape."""

    steps: tuple[str, ...]
    field: FieldShape

    @property
    def name(self) -> str:
        return "_".join(self.steps)


def partnership_key(view: View) -> str:
    """A short name of the partnership, from its title; empty without one."""
    partnership = view.records.partnership
    return _NOT_IN_A_KEY.sub("-", partnership.title.casefold()).strip("-") if partnership else ""


def tidy_tables(view: View) -> Iterator[TidyTable]:
    """Every table, those without rows too, in the order of the kinds."""
    own = partnership_key(view)
    for kind in KINDS:
        level = _Level(kind.name, kind.counted[1] or kind.name, _KEYS, kind.model)
        yield from _tables(
            view, level, [((own, entry.id), entry, entry.record) for entry in view.records.of(kind.model)]
        )


_KEYS = (
    TidyColumn("partnership", "string", "The partnership, by a short name of its title", is_required=True),
    TidyColumn("id", "string", "The id of the record", is_required=True),
)
_Holders = Sequence[tuple[tuple[Tidy, ...], Entry[Record], Part]]
"""Whose fields the rows of a table are: the key of each, its record, and the record or item itself."""


@dataclass(frozen=True, slots=True)
class _Level:
    """A table to make: its name, what it holds, its key, the model of its rows, and the table above it."""

    name: str
    says: str
    keys: tuple[TidyColumn, ...]
    model: type[Part]
    parent: str = ""
    parent_key: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.keys)

    def table(self, columns: Iterable[TidyColumn], rows: Iterable[tuple[Tidy, ...]]) -> TidyTable:
        """The table with its own columns after those of the key."""
        return TidyTable(
            self.name, self.says, (*self.keys, *columns), self.key, tuple(rows), self.parent, self.parent_key
        )


def _tables(view: View, level: _Level, holders: _Holders) -> Iterator[TidyTable]:
    """The table of a model, and one for each list in it."""
    places = _places(level.model)
    single = [place for place in places if not place.field.is_list]
    rows = (
        (*at, *(value for place in single for value in _values(view, entry, part, place)))
        for at, entry, part in holders
    )
    yield level.table((column for place in single for column in _columns(place)), rows)
    for place in places:
        if place.field.is_list:
            yield from _list_tables(view, level, place, holders)


def _list_tables(view: View, above: _Level, place: _Place, holders: _Holders) -> Iterator[TidyTable]:
    """The table of a list, and those of the lists in its items."""
    field = place.field
    number = TidyColumn(_NUMBER, "integer", "The place in the list, from 1", is_required=True)
    keys = (*_as_parent(above), number)
    items = [
        ((*at, place_in_list), entry, item)
        for at, entry, part in holders
        for place_in_list, item in enumerate(_held(part, place.steps) or (), 1)
    ]
    model = field.part or Part
    level = _Level(f"{above.name}_{place.name}", field.about.says or place.name, keys, model, above.name, above.key)
    if field.part is not None:
        yield from _tables(view, level, items)
        return
    value = TidyColumn("value", TYPES.get(field.kind_of_value, "string"), field.about.says, is_required=True)
    yield level.table((value,), ((*at, _plain(item)) for at, _, item in items))


def _as_parent(above: _Level) -> tuple[TidyColumn, ...]:
    """The key of a table as the tables below it call it."""
    renamed = {"id": "record_id", _NUMBER: f"{above.name.rpartition('_')[2]}_number"}
    return tuple(replace(key, name=renamed.get(key.name, key.name)) for key in above.keys)


@cache
def _places(model: type[Part]) -> tuple[_Place, ...]:
    """The fields of a model, those of its single parts too."""
    return tuple(_found(model, ()))


def _found(model: type[Part], before: tuple[str, ...]) -> Iterator[_Place]:
    for name, field in shape_of(model).items():
        steps = (*before, name)
        if field.part is not None and not field.is_list:
            yield from _found(field.part, steps)
        else:
            yield _Place(steps, field)


def _columns(place: _Place) -> Iterator[TidyColumn]:
    name, field = place.name, place.field
    yield TidyColumn(name, TYPES.get(field.kind_of_value, "string"), field.about.says)
    if field.kind_of_value is When:
        yield TidyColumn(f"{name}_from", "date", f"{field.about.says}: the first day it may be")
        yield TidyColumn(f"{name}_until", "date", f"{field.about.says}: the last day it may be")


def _values(view: View, entry: Entry[Record], part: Part, place: _Place) -> Iterator[Tidy]:
    *before, name = place.steps
    holder = _held(part, tuple(before))
    value = None if holder is None else getattr(holder, name)
    if isinstance(value, int | float) and name in counts_to_hide(view, entry, holder):
        value = HIDDEN
    yield _plain(value)
    if place.field.kind_of_value is When:
        yield value.earliest if isinstance(value, When) else None
        yield value.latest if isinstance(value, When) else None


def _held(part: Part, steps: tuple[str, ...]) -> Any:
    here: Any = part
    for step in steps:
        here = None if here is None else getattr(here, step)
    return here


def _plain(value: object) -> Tidy:
    if value is None or isinstance(value, int | float | date):
        return value
    return value if type(value) is str else cell_text(value)
