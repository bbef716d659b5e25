"""The periods of reports: how people write them, and the newest one of so many months."""

import re
from datetime import date

from lif.errors import LifError
from lif.model.period import Period, When
from lif.model.settings import ReportPeriods

_APRIL, _MONTHS = 4, 12
_PART = re.compile(r"(\d{4})-(?:H([12])|Q([1-4]))", re.ASCII | re.IGNORECASE)
_YEAR = re.compile(r"(\d{4})/(\d{2})", re.ASCII)
_LAST = {"month": 1, "quarter": 3, "half-year": 6, "half year": 6, "year": 12}
_HOW = (
    "Write 2019-04/2019-09, 2019-H1 (April to September), 2019-Q1 (April to June), 2019/20 (April to March) "
    "or last half-year."
)


def parse_period(text: str) -> Period:
    """Read a period: two months, a half-year, a quarter or a year; years run from April to March.

    Raises LifError when it is none of these, and for `2009-10`, which may be a year or a month.
    """
    if text[:4].isdigit() and Period.year(text) and int(text[5:]) <= _MONTHS:
        raise LifError(
            f'"{text}" may be a year or a month.',
            f"Write {text.replace('-', '/')} for the year, or {text}/{text} for the month.",
        )
    if year := Period.year(_YEAR.sub(r"\1-\2", text)):
        return year
    part = _PART.fullmatch(text)
    if part:
        months = 6 if part[2] else 3
        text = _written(int(part[1]), (int(part[2] or part[3]) - 1) * months, months)
    try:
        when = When.parse(text)
    except ValueError:
        raise LifError(f'Unknown period "{text}".', _HOW) from None
    return Period(when.earliest, when.latest, str(when))


def last_period(text: str, today: date) -> str | None:
    """The newest month, quarter, half-year or year that has ended, as it is typed, for `last quarter`; None for others.

    Periods are counted from April.
    """
    before, _, name = " ".join(text.lower().split()).partition(" ")
    return _newest(_LAST[name], today) if before == "last" and name in _LAST else None


def newest_period(periods: ReportPeriods, today: date) -> str:
    """The newest period between two reports to the executive group that has ended, as it is typed: `2026-07/2026-09`.

    Periods are counted from April. Where they do not divide a year, it is the months before this one.
    """
    return _newest(periods.executive_months, today)


def _newest(months: int, today: date) -> str:
    past = today.year * _MONTHS + today.month - _APRIL
    months = min(max(months, 1), past)
    end = past - past % months if _MONTHS % months == 0 else past
    year, month = divmod(end - months, _MONTHS)
    return _written(year, month, months)


def _written(year: int, first: int, months: int) -> str:
    """So many months as they are typed; `first` is the number of the first one counted from April of the year."""
    (first_year, first_month), (last_year, last_month) = (
        divmod(year * _MONTHS + _APRIL - 1 + month, _MONTHS) for month in (first, first + months - 1)
    )
    since, until = f"{first_year}-{first_month + 1:02d}", f"{last_year}-{last_month + 1:02d}"
    return since if since == until else f"{since}/{until}"
