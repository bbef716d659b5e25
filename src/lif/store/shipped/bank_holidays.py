"""The bank holidays of England, from the `holidays` library, imported only when a working day is first counted."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from lif.store.cache.database import Cache


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of England in a year, substitute days included; after 2100 none are known."""
    from holidays.countries.united_kingdom import UnitedKingdom

    return frozenset(UnitedKingdom(subdiv="ENG", years=year))  # type: ignore[no-untyped-call]


@dataclass(frozen=True, slots=True)
class CachedHolidays:
    """The bank holidays from the cache: importing the library takes as long as reading many records."""

    kept: Cache = field(compare=False)
    _known: dict[int, frozenset[date]] = field(default_factory=dict, compare=False)

    def __call__(self, year: int) -> frozenset[date]:
        """The bank holidays of a year."""
        if year not in self._known:
            self._known[year] = self._year(year)
        return self._known[year]

    def _year(self, year: int) -> frozenset[date]:
        key = f"bank holidays {year}"
        text = self.kept.said(key)
        if text is not None:
            with suppress(ValueError):
                return frozenset(map(date.fromisoformat, text.split()))
        days = bank_holidays(year)
        self.kept.keep_said(key, " ".join(sorted(map(str, days))))
        return days
