"""Sheets with their values, and the hidden sheet that goes with them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lif.analysis.duties.agencies import name_of
from lif.disclosure.audience import is_open
from lif.exchange.ask import Ask
from lif.exchange.cell_text import cell_text
from lif.exchange.choices import choice_lists
from lif.exchange.column import ADDED, Column, ColumnType
from lif.exchange.hidden_sheet import Base, BaseRow, BaseSheet
from lif.exchange.layout import Layout
from lif.exchange.rows import agency_of, subjects_of
from lif.exchange.sheet_name import sheet_names
from lif.exchange.subject import Subject
from lif.exchange.tidy import partnership_key
from lif.exchange.value import Value, value_of
from lif.model.registry import KINDS
from lif.model.sharing import Sharing
from lif.model.view import View

HEADER_ROW = 3
"""The row of the headings; above it stand the title, and for whom the sheet is."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, its title, its columns, and a value for each column in every row."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def base(self) -> BaseSheet:
        """What the hidden sheet holds of it."""
        at = [index for index, column in enumerate(self.columns) if column.editable]
        id_at = next(index for index, column in enumerate(self.columns) if column.key == "id")
        rows = (BaseRow(cell_text(row[id_at]), tuple(cell_text(row[index]) for index in at)) for row in self.rows)
        return BaseSheet(self.name, HEADER_ROW, self.columns, tuple(rows))


@dataclass(frozen=True)
class Export:
    """Everything that is exported of one subject: its sheets, the lists for drop-downs, and for whom it is written.

    `revision` is the commit the records are of, empty where they differ from it or there is none.
    """

    layout: Layout
    view: View
    sheets: tuple[Sheet, ...]
    lists: Mapping[str, tuple[str, ...]]
    revision: str = ""

    @cached_property
    def base(self) -> Base:
        """The hidden sheet."""
        sheets = tuple(sheet.base for sheet in self.sheets)
        own = partnership_key(self.view)
        return Base(self.layout.what, self.view.audience.value, self.revision, sheets, partnership=own)

    @cached_property
    def mark(self) -> str:
        """For whom it is, of which day, and of which content: the line that every sheet carries."""
        day = f"{self.view.day.day} {self.view.day:%B %Y}"
        audience = self.view.audience.value
        return f"{day} \u00b7 audience: {audience} \u00b7 content {self.base.content_id}"

    @property
    def texts(self) -> Iterator[str]:
        """Every text that the sheets show."""
        for sheet in self.sheets:
            for row in sheet.rows:
                yield from (value for value in row if isinstance(value, str))

    @property
    def row_count(self) -> int:
        """How many rows all sheets hold."""
        return sum(len(sheet.rows) for sheet in self.sheets)


def export_of(view: View, layout: Layout, ask: Ask, revision: str = "") -> Export:
    """The sheets of a subject: one for each agency where the layout says so, and the public is not to see it."""
    shown = replace(layout, columns=tuple(column for column in layout.columns if _is_open(column, layout, view)))
    subjects = tuple(subjects_of(view, shown, ask))
    return Export(shown, view, tuple(_sheets(view, shown, ask, subjects)), choice_lists(view, shown, ask), revision)


def _is_open(column: Column, layout: Layout, view: View) -> bool:
    """Whether the audience may see the field of a column: an empty cell of a closed one would ask to be filled in."""
    if column.work_out is not None or column.type is ColumnType.ID:
        return True
    steps = tuple(step for step in (layout.items, *column.steps) if step not in {"", ADDED})
    return is_open(KINDS[layout.kind].model, steps, view.audience)


def _sheets(view: View, layout: Layout, ask: Ask, subjects: Iterable[Subject]) -> Iterator[Sheet]:
    by_agency = bool(layout.agency) and view.audience is not Sharing.PUBLIC
    grouped: dict[str, list[Subject]] = {key: [] for key in view.records.agencies} if by_agency else {}
    for subject in subjects:
        key = ask.agency or (agency_of(subject, layout) if by_agency else "")
        grouped.setdefault(key, []).append(subject)
    filled = {key: rows for key, rows in grouped.items() if rows} or {"": []}
    labels = [_agency_name(view, key) if by_agency else layout.title for key in filled]
    for rows, label, name in zip(filled.values(), labels, sheet_names(labels), strict=True):
        title = f"{layout.title}: {label}" if by_agency else layout.title
        values = tuple(tuple(value_of(column, subject) for column in layout.columns) for subject in rows)
        yield Sheet(name, title, layout.columns, values)


def _agency_name(view: View, key: str) -> str:
    return name_of(view.records, key) if key else "No agency named"
