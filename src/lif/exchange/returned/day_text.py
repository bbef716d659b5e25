"""Read a date as people type it into a cell, day first; what could mean two things is refused, never guessed."""

import re
from collections.abc import Iterable
from datetime import date

from lif.exchange.cell_text import settled
from lif.exchange.returned.cell_error import CellError, shortened

_WRITTEN = re.compile(r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})", re.ASCII)
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})\.?,? (\d{4})", re.ASCII)
_YEAR = re.compile(r"(\d{4})[-/](\d{2})", re.ASCII)
_QUARTER = re.compile(r"q([1-4])[ ,]*(\d{4})[-/](\d{2})|(\d{4})[-/](\d{2})[ ,]*q([1-4])", re.ASCII)
_MONTHS = tuple(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_LONGEST_MONTH = 12
_HOW = "Write 5/11/2026, or 2026-11 if only the month is known."


def is_month_first(cells: Iterable[object]) -> bool:
    """Whether a column of cells holds a text with the month certainly first: `11/25/2026`."""
    found = (_NUMBERS.fullmatch(settled(cell)) for cell in cells if isinstance(cell, str))
    return any(match and int(match[2]) > _LONGEST_MONTH >= int(match[1]) for match in found)


def day_text(typed: str, *, is_mixed: bool = False) -> str:
    """The date as records write it. `is_mixed` where the same column holds dates with the month first.

    Raises `CellError` where it is no date, or could be two.
    """
    text = settled(typed)
    if (match := _YEAR.fullmatch(text)) and int(match[2]) == (int(match[1]) + 1) % 100:
        return _fiscal_year(text, int(match[1]), int(match[2]))
    if _WRITTEN.fullmatch(text):
        return text
    if match := _NUMBERS.fullmatch(text):
        return _numbers(text, match, is_mixed=is_mixed)
    if match := _QUARTER.fullmatch(text.casefold()):
        return _quarter(text, match)
    match = _IN_WORDS.fullmatch(text.casefold())
    month = next((number for number, name in enumerate(_MONTHS, 1) if match and name.startswith(match[2])), 0)
    if match is None or not month:
        raise CellError(f'holds "{shortened(text)}", which is no date that lif reads', _HOW)
    if match[1] is None:
        return f"{match[3]}-{month:02}"
    return _day(text, int(match[3]), month, int(match[1]))


def _fiscal_year(text: str, year: int, following: int) -> str:
    """The year from April to March; `2009-10` could be a month as well."""
    if 1 <= following <= _LONGEST_MONTH and "-" in text:
        hint = (
            f"For the year write {year}-04/{year + 1}-03; for the month {_MONTHS[following - 1].capitalize()} {year}."
        )
        raise CellError(f'holds "{text}", which may be a year or a month', hint)
    return f"{year}-04/{year + 1}-03"


def _quarter(text: str, match: re.Match[str]) -> str:
    """A quarter of the year from April to March: `Q1 2026-27` is April to June 2026."""
    number, year, following = int(match[1] or match[6]), int(match[2] or match[4]), int(match[3] or match[5])
    if following != (year + 1) % 100:
        raise CellError(f'holds "{shortened(text)}", which is no year from April to March', "Write Q1 2026-27.")
    first = 3 * number + 1
    if first > _LONGEST_MONTH:
        return f"{year + 1}-01/{year + 1}-03"
    return f"{year}-{first:02}/{year}-{first + 2:02}"


def _numbers(text: str, match: re.Match[str], *, is_mixed: bool) -> str:
    first, second, year = match.groups()
    if len(year) < len("2026"):
        raise CellError(f'holds "{text}", a year of two digits, in which day, month and year can be mixed up', _HOW)
    if int(second) > _LONGEST_MONTH >= int(first):
        raise CellError(f'holds "{text}", with the month first', _HOW)
    if is_mixed and first != second and int(first) <= _LONGEST_MONTH:
        says = f'holds "{text}", which may be two dates: another cell of the column has the month first'
        raise CellError(says, "Write the dates of this column as 2026-11-05.")
    return _day(text, int(year), int(second), int(first))


def _day(text: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise CellError(f'holds "{shortened(text)}", a day that does not exist', _HOW) from None
