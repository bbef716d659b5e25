"""Dates as precise as they are known, and the years and half-years that reports cover."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, ClassVar, NamedTuple, Protocol

from lif.model.parts.form import Form
from lif.model.parts.scalars import FIRST_YEAR, LAST_YEAR, parse_day, refused, year_start

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)
_FULL_LENGTH = len("2019-11-05")
DECEMBER = 12
WRITTEN = r"^\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?$"
"""The form of a date as precise as it is known."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as precise as the source gives it: a day, a month (`2019-11`), a year or a span (`2019-09/2019-11`).

    It is the time from `earliest` to `latest`, both included, so that "before" is claimed only when it is certain.
    """

    form: ClassVar[Form]
    """How it is read where a field holds one."""
    earliest: date
    latest: date
    text: str

    @classmethod
    def parse(cls, value: object) -> "When":
        """Read a day, a month, a year or a span of them; refuse anything else as `scalars.refused` does."""
        if isinstance(value, When):
            return value
        if isinstance(value, date):
            return cls(value, value, value.isoformat())
        return _when(value if isinstance(value, str) else "")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> dict[str, Any]:
        """Return the validator of a field that holds a date, as pydantic-core takes it."""
        return cls.form.__get_pydantic_core_schema__(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: object, handler: object) -> dict[str, Any]:
        """Return the JSON Schema of a field that holds a date."""
        return cls.form.__get_pydantic_json_schema__(core_schema, handler)

    @property
    def is_exact(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest

    def is_before(self, other: "When") -> bool:
        """Whether it certainly lies before the other."""
        return self.latest < other.earliest

    def overlaps(self, period: "Period") -> bool:
        """Whether any part of it may lie in the period."""
        return self.earliest <= period.until and self.latest >= period.since

    def __str__(self) -> str:
        return self.text.replace("/", " to ")


@lru_cache(maxsize=8192)
def _when(text: str) -> When:
    first, slash, last = text.partition("/")
    since = _span(first, text)
    until = _span(last, text) if slash else since
    if until[1] < since[0]:
        raise refused("lif_when", text, "ends before it begins")
    return When(since[0], until[1], text)


When.form = Form(When.parse, {"type": "string", "pattern": WRITTEN})


def _span(part: str, text: str) -> tuple[date, date]:
    """The first and last day of a day, a month or a year."""
    match = _PARTIAL.fullmatch(part)
    if not match:
        if len(part) != _FULL_LENGTH:
            raise refused("lif_when", text, "is not a date")
        day = parse_day(part)
        return day, day
    year = int(match[1])
    first, last = (int(match[2]), int(match[2])) if match[2] else (1, DECEMBER)
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= first <= DECEMBER):
        raise refused("lif_when", text, "is a date that does not exist, or lies outside 1990 to 2100")
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


_COVERED = re.compile(r"\d{4}-\d{2}(/\d{4}-\d{2})?", re.ASCII)


def _covered(value: object) -> str:
    text = value if isinstance(value, str) else ""
    if year_start(text) is None and not _COVERED.fullmatch(text):
        says = "is neither a year, written 2025-26, nor a first and last month, written 2026-04/2026-09"
        raise refused("lif_covered", text, says)
    if year_start(text) is None:
        first, slash, last = When.parse(text).text.partition("/")
        if slash and first == last:
            raise refused("lif_covered", text, f"is one month, which is written {first}")
    return text


Covered = Annotated[str, Form(_covered, {"type": "string", "pattern": f"^{_COVERED.pattern}$"})]
"""The time that a regular report is for: a year (2025-26), or the first and last month (2026-04/2026-09)."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `since` to `until`, both included, and what people call them."""

    since: date
    until: date
    name: str

    @classmethod
    def year(cls, text: str) -> "Period | None":
        """The year from 1 April to 31 March that is written `2018-19`; None when it is not one."""
        first = year_start(text)
        return None if first is None else cls(date(first, 4, 1), date(first + 1, 3, 31), text)

    @property
    def covered(self) -> str:
        """As records name the time of a report (`Covered`): `2025-26`, `2026-04/2026-09`."""
        since, until = f"{self.since:%Y-%m}", f"{self.until:%Y-%m}"
        return self.name if year_start(self.name) is not None else since if since == until else f"{since}/{until}"

    def covers(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.since <= day <= self.until


class Span(NamedTuple):
    """The time from `since` to `until`, both included; None where that end is open or not known.

    Both ends may be vague (`2019`). Every answer is "possibly": a vague end counts as wide as it may be, so that a role
    that ended in 2019 covers each day of that year.
    """

    since: When | None
    until: When | None

    def covers(self, day: date) -> bool:
        """Whether the day may lie in it."""
        return (self.since is None or self.since.earliest <= day) and (self.until is None or day <= self.until.latest)

    def overlaps(self, period: "Period | When") -> bool:
        """Whether any day of the period, or of a date that is not exact, may lie in it."""
        first, last = (period.since, period.until) if isinstance(period, Period) else (period.earliest, period.latest)
        has_begun = self.since is None or self.since.earliest <= last
        return has_begun and (self.until is None or first <= self.until.latest)


class _HasEnds(Protocol):
    """What has a first and a last date."""

    @property
    def since(self) -> When | None: ...

    @property
    def until(self) -> When | None: ...


class InForce:
    """Mixed into the parts of a record that hold from `since` to `until`: roles, groups, priorities, names."""

    @property
    def span(self: _HasEnds) -> Span:
        """The time in which it was in force."""
        return Span(self.since, self.until)


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to another: 2019-01-31 to 2019-02-28 is 0."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month too short for it: 2024-08-31 and 6 is 2025-02-28."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
