"""The columns of a sheet: which field each shows, under which heading, as what, and whether it comes back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from lif.exchange.subject import Subject

ADDED = "+"
"""In the key of a column: what is typed there is a new item of the list, `progress.+.said`. It leaves empty."""


class ColumnType(StrEnum):
    """What the cells of a column hold."""

    ID = "id"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    NUMBER = "number"
    LIST = "list"
    COMPUTED = "computed"
    """Worked out from the records. It is never read back."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    `key` is the path of the field, from the record or from the item that the row is: `due`, `owner.agency`. A step
    may ask for a new item of a list (`progress.+.said`, `ADDED`). The key of a computed column is a name that only
    sheets know. `choices` names the list of the drop-down, empty where
    anything may be typed; `says` is what belongs in the column, in a sentence. `work_out` gives the value of a computed
    column. `late_unless` are the columns of the same sheet that must both be empty for a day before today to be late.
    """

    key: str
    heading: str
    type: ColumnType
    editable: bool = True
    choices: str = ""
    says: str = field(default="", compare=False)
    work_out: Callable[[Subject], object] | None = field(default=None, compare=False, repr=False)
    late_unless: tuple[str, ...] = field(default=(), compare=False)

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of the path."""
        return tuple(self.key.split("."))

    @property
    def is_added(self) -> bool:
        """Whether what is typed there becomes a new item of a list."""
        return ADDED in self.steps


def computed(key: str, heading: str, work_out: Callable[[Subject], object], says: str = "") -> Column:
    """A column that is worked out from the records and never read back."""
    return Column(key, heading, ColumnType.COMPUTED, editable=False, says=says, work_out=work_out)


def reference() -> Column:
    """The column with the id of the row."""
    return Column(
        "id",
        "Reference",
        ColumnType.ID,
        editable=False,
        says="How lif knows the row. Leave it as it is; empty in a new row.",
    )
