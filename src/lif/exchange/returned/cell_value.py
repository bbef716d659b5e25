"""Read a cell as the value of a column: the text that the record would hold, or the reason why it cannot be taken."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches

from lif.exchange.cell_text import cell_text, joined, settled
from lif.exchange.column import Column, ColumnType
from lif.exchange.returned.cell_error import CellError, shortened
from lif.exchange.returned.day_text import day_text
from lif.model.parts.scalars import FIRST_YEAR, LAST_YEAR

_LIST = re.compile(r"[;,\n]")
_THOUSANDS = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_AS_TEXT = "Give the cell the format Text, then type the value again."
_MOST_LISTED = 8


@dataclass(frozen=True, slots=True)
class ColumnReader:
    """Reads the cells of a column.

    `choices` are the values that may stand there, by everything people call them in small letters; empty where any text
    may. `is_mixed`: the column holds dates with the month first.
    """

    column: Column
    choices: Mapping[str, str] = field(default_factory=dict)
    is_mixed: bool = False

    def read(self, cell: object, base: str) -> str:
        """The value as text; `base` itself where the cell holds what was exported. Raises `CellError`."""
        if self.same(shown_text(cell), base):
            return base
        self._refuse_other_types(cell, base)
        text = shown_text(cell)
        match self.column.type if text else ColumnType.TEXT:
            case ColumnType.DATE:
                return self._day(cell, text)
            case ColumnType.NUMBER:
                return _number(cell, text)
            case ColumnType.LIST:
                return joined(dict.fromkeys(self._choice(part) for part in _parts(text)))
            case _:
                return self._choice(text)

    def same(self, one: str, other: str) -> bool:
        """Whether two texts are the same value of the column; the order of a list does not count."""
        if one == other or not one or not other:
            return one == other
        if self.column.type is ColumnType.LIST:
            return {*_parts(one)} == {*_parts(other)}
        if self.column.type is ColumnType.NUMBER:
            return _digits(one) == _digits(other)
        return False

    def _refuse_other_types(self, cell: object, base: str) -> None:
        """Refuse what a spreadsheet program made of a text: 1.10 becomes the number 1.1, 3-4 a day, TRUE a yes."""
        if self.column.type in {ColumnType.DATE, ColumnType.NUMBER} or isinstance(cell, str):
            return
        if isinstance(cell, bool) and "yes" in self.choices:
            return
        if isinstance(cell, date):
            raise CellError(f"holds the date {cell_text(cell)} where text belongs", _AS_TEXT)
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            shown = cell_text(cell)
            if _digits(base) == _digits(shown):
                raise CellError(f'holds the number {shown}; "{base}" was exported', _AS_TEXT)
            if float(cell).is_integer():
                return
            raise CellError(f"holds the number {shown}, which may be {shown} or {shown}0", _AS_TEXT)
        raise CellError(f"holds {cell_text(cell)}, which is no text", _AS_TEXT)

    def _day(self, cell: object, text: str) -> str:
        if isinstance(cell, str):
            return day_text(cell, is_mixed=self.is_mixed)
        if isinstance(cell, date):
            return text
        if isinstance(cell, int | float) and float(cell).is_integer() and FIRST_YEAR <= cell <= LAST_YEAR:
            return text
        raise CellError(f"holds {text}, which is no date", "Give the cell the format Date, and look at what it shows.")

    def _choice(self, text: str) -> str:
        if not self.choices or not text:
            return text
        folded = _folded(text)
        if folded in self.choices:
            return self.choices[folded]
        similar = get_close_matches(folded, self.choices, n=1)
        values = list(dict.fromkeys(self.choices.values()))
        more = f" and {len(values) - _MOST_LISTED} more" if len(values) > _MOST_LISTED else ""
        guess = f"Did you mean {self.choices[similar[0]]}? " if similar else ""
        listed = f"{guess}Choose one of: {', '.join(values[:_MOST_LISTED])}{more}."
        raise CellError(f'holds "{shortened(text)}", which is not among the choices', listed)


def choices_by_name(named: Mapping[str, str]) -> dict[str, str]:
    """Values by their keys and by their names, in small letters. A name that two values have is left out."""
    by_name: dict[str, str] = {}
    twice: set[str] = set()
    for key, name in named.items():
        folded = _folded(name)
        if by_name.get(folded, key) != key:
            twice.add(folded)
        by_name[folded] = key
    for name in twice:
        del by_name[name]
    return {**by_name, **{_folded(key): key for key in named}}


def shown_text(cell: object) -> str:
    """A cell as text, as exported values are compared."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell_text(cell)


def _parts(text: str) -> list[str]:
    return [part for part in (settled(part) for part in _LIST.split(text)) if part]


def _folded(text: str) -> str:
    return "-".join(text.casefold().replace("_", " ").replace("-", " ").split())


def _number(cell: object, text: str) -> str:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return text
    if isinstance(cell, str) and _THOUSANDS.fullmatch(text):
        return text.replace(",", "")
    if isinstance(cell, str) and _NUMBER.fullmatch(text):
        return text
    raise CellError(f'holds "{shortened(text)}", which is no number', "Write digits only: 12 or 12.5.")


def _digits(text: str) -> str:
    """A number to the fifteen digits that spreadsheet programs keep; another text as it is."""
    try:
        return f"{float(text):.15g}"
    except ValueError:
        return text
