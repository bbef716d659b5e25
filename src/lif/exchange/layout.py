"""The layout of a working sheet: whose rows it holds, and its columns in order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from lif.exchange.ask import Ask
from lif.exchange.column import Column, ColumnType
from lif.exchange.subject import Subject
from lif.model.sharing import PARTNERSHIP, Sharing
from lif.model.view import View

Rows = Callable[[View, Ask], Iterable[Subject]]
Lists = Callable[[View, Ask], Mapping[str, tuple[str, ...]]]
Meanings = Callable[[View, Ask], Mapping[str, Mapping[str, str]]]


def _no_lists(view: View, ask: Ask) -> Mapping[str, tuple[str, ...]]:
    del view, ask
    return {}


def _no_meanings(view: View, ask: Ask) -> Mapping[str, Mapping[str, str]]:
    del view, ask
    return {}


@dataclass(frozen=True, slots=True)
class Layout:
    """The sheets of one subject (`what`): a row is a record of `kind`, or an item of its list `items`.

    `item_key` is the field that tells the items of that list apart (`standard`, `at`). The id of a row is the id of the
    record, with `#` and the item's own value where rows are items: `assessments/2026-police#leadership`. `owner` is the
    column in which a new item names its record; empty where no item can be added.

    `rows` finds the rows of a view; None for every record of the kind, or every item. `agency` is the path, in the
    record, of the agency that has a sheet of its own for its rows; empty for one sheet. `lists` are drop-downs that
    only this subject has. `audience` is for whom it is written unless another is asked for. `asks_itself`: `rows` keeps
    only those of the agency that is asked for. `judged_anew` are fields of a row that go when it is changed and the
    first of them is filled: an answer that was carried over is then the agency's own again, and an earlier moderation
    no longer speaks of it.
    """

    what: str
    title: str
    kind: str
    columns: tuple[Column, ...]
    items: str = ""
    item_key: str = ""
    owner: str = ""
    agency: str = ""
    audience: Sharing = PARTNERSHIP
    rows: Rows | None = field(default=None, compare=False)
    lists: Lists = field(default=_no_lists, compare=False)
    meanings: Meanings = field(default=_no_meanings, compare=False)
    asks_itself: bool = False
    judged_anew: tuple[str, ...] = ()

    @property
    def editable(self) -> tuple[Column, ...]:
        """The columns that are read back, in order."""
        return tuple(column for column in self.columns if column.editable)

    @property
    def id_column(self) -> Column:
        """The column by which a row is known."""
        return next(column for column in self.columns if column.type is ColumnType.ID)
