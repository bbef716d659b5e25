"""The columns of a sheet: which field each shows, under which heading, as what, and whether it comes back."""

from dataclasses import dataclass, field
from enum import StrEnum

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

    `key` is the path of the field, from the record or from the item that the row is: `due`, `owner.agency`. A step may
    name an item of a list by its own key (`grades.police.grade`) or ask for a new one (`progress.+.said`, `ADDED`). The
    key of a computed column is a name that only sheets know. `choices` names the list of the drop-down, empty where
    anything may be typed; `says` is what belongs in the column, in a sentence.
    """

    key: str
    heading: str
    type: ColumnType
    editable: bool = True
    choices: str = ""
    says: str = field(default="", compare=False)

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of the path."""
        return tuple(self.key.split("."))

    @property
    def is_added(self) -> bool:
        """Whether what is typed there becomes a new item of a list."""
        return ADDED in self.steps
