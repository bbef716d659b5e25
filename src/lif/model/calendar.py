"""Working days: which days count, and the date a number of working days later."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

BankHolidays = Callable[[int], frozenset[date]]
"""Returns the bank holidays of a year; worked out when the year is first needed."""
PUBLISHED_UNTIL = 2028
"""The last year whose bank holidays GOV.UK had published when this was written; later ones follow from the rules."""
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


def none_known(_: int) -> frozenset[date]:
    """No bank holidays: weekends only."""
    return frozenset()


class Calendar(NamedTuple):
    """Monday to Friday, less bank holidays and the days that were proclaimed at short notice."""

    bank_holidays: BankHolidays = none_known
    extra: frozenset[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Whether it is neither a weekend, nor a bank holiday, nor a day proclaimed."""
        return day.weekday() < _SATURDAY and day not in self.extra and day not in self.bank_holidays(day.year)

    def after(self, day: date, count: int) -> date:
        """The working day that lies `count` working days after `day`; `day` itself does not count.

        With 0 it is `day`, or the first working day after it.
        """
        found = day
        while not self.is_working_day(found):
            found += _ONE_DAY
        if count and found != day:
            count -= 1
        for _ in range(count):
            found += _ONE_DAY
            while not self.is_working_day(found):
                found += _ONE_DAY
        return found

    def between(self, first: date, last: date) -> int:
        """The number of working days after `first`, up to and with `last`; 0 where `last` is not later."""
        days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
        return sum(map(self.is_working_day, days))
