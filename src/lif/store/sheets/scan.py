"""What a scan of a workbook finds besides the values of its cells."""

from dataclasses import dataclass, field


class ScanError(ValueError):
    """The file is not read; the message says why, `hint` what to do."""

    def __init__(self, says: str, hint: str = "") -> None:
        super().__init__(says)
        self.says = says
        self.hint = hint


@dataclass
class SheetScan:
    """What the XML of one sheet tells: cells without a value of their own, merged ranges, the furthest filled cells."""

    unsure: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    last_row: int = -1
    last_column: int = -1

    def fill(self, row: int, column: int) -> None:
        """Count a filled cell."""
        self.last_row, self.last_column = max(self.last_row, row), max(self.last_column, column)

    @property
    def cells(self) -> int:
        """The cells of the grid that a reader would build."""
        return (self.last_row + 1) * (self.last_column + 1)


@dataclass
class Scan:
    """What a workbook holds besides the values of its cells.

    `beside` are texts beside the cells, each with what it is: a comment, a property of the document. `sheets` are the
    scans by the path of the part, or by the name of the sheet in an ods file. `unread` is what cannot be searched.
    """

    beside: list[tuple[str, str]] = field(default_factory=list)
    sheets: dict[str, SheetScan] = field(default_factory=dict)
    unread: dict[str, None] = field(default_factory=dict)
