"""Cells as text: one form for what is exported, what comes back, and what the records say now."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from lif.model.period import When

JOINED_BY = "; "
_LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029")
_OTHER_SPACE = re.compile(r"[\t\u00a0]")


def cell_text(value: object) -> str:
    """A value as text: 2026-11-05, yes, 12.5, `one; two`; empty for None. A whole number has no point."""
    match value:
        case None:
            text = ""
        case bool():
            text = "yes" if value else "no"
        case float():
            text = str(int(value)) if value.is_integer() else repr(value)
        case datetime():
            text = value.date().isoformat()
        case date():
            text = value.isoformat()
        case list() | tuple():
            text = joined(cell_text(item) for item in value)
        case When():
            text = value.text
        case _:
            text = settled(str(value))
    return text


def settled(text: str) -> str:
    """The text as every spreadsheet program gives it back: one form of line ends, tabs as spaces, nothing around it."""
    return _OTHER_SPACE.sub(" ", _LINE_ENDS.sub("\n", text)).strip()


def joined(values: Iterable[str]) -> str:
    """The values of a list in one cell."""
    return JOINED_BY.join(values)


def parted(text: str) -> tuple[str, ...]:
    """The values of a cell that holds a list, parted by semicolons or lines."""
    return tuple(part for part in (settled(part) for part in re.split(r";|\n", text)) if part)
