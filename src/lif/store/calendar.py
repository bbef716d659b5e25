"""The bank holidays of England, from the `holidays` library, loaded only when a working day is first counted."""

from datetime import date
from functools import cache


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of England in a year, substitute days among them; after 2100 none are known."""
    from holidays.countries.united_kingdom import UnitedKingdom

    return frozenset(UnitedKingdom(subdiv="ENG", years=year))  # type: ignore[no-untyped-call]
