from datetime import date, timedelta

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from lif.model.calendar import PUBLISHED_UNTIL, Calendar
from lif.model.period import months_after
from lif.store.shipped.bank_holidays import bank_holidays

ENGLAND = Calendar(bank_holidays)
PUBLISHED = [
    holiday["date"]
    for holiday in BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
]
"""What GOV.UK published, as another library holds it; never from the network."""
BY_GOV_UK = Calendar(lambda year: frozenset(day for day in PUBLISHED if day.year == year))
DAYS = st.dates(date(1990, 1, 1), date(2100, 6, 30))
PUBLISHED_DAYS = st.dates(date(2012, 1, 1), date(2028, 6, 30))


@pytest.mark.parametrize("calendar", [ENGLAND, BY_GOV_UK], ids=["holidays", "gov.uk"])
@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2022, 5, 30), 15, date(2022, 6, 22)),  # two days of jubilee on the way
        (date(2022, 9, 16), 1, date(2022, 9, 20)),  # the state funeral
        (date(2023, 5, 5), 1, date(2023, 5, 9)),  # the coronation
        (date(2020, 5, 7), 1, date(2020, 5, 11)),  # the bank holiday of May 2020 was moved to a Friday
        (date(2026, 12, 23), 5, date(2027, 1, 4)),  # Boxing Day has its substitute on Monday
        (date(2025, 12, 24), 1, date(2025, 12, 29)),  # over Christmas and a weekend
        (date(2024, 2, 28), 2, date(2024, 3, 1)),  # a leap day is a working day
        (date(2025, 3, 28), 1, date(2025, 3, 31)),  # the clocks went forward in between
        (date(2026, 5, 2), 1, date(2026, 5, 5)),  # a Saturday, then a bank holiday
        (date(2026, 5, 2), 0, date(2026, 5, 5)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_working_days_are_those_of_england(calendar: Calendar, start: date, count: int, end: date) -> None:
    assert calendar.after(start, count) == end


def test_days_that_were_proclaimed_are_no_working_days() -> None:
    assert not any(ENGLAND.is_working_day(day) for day in (date(2022, 9, 19), date(2023, 5, 8), date(2022, 6, 3)))


def test_a_day_proclaimed_at_short_notice_is_taken_from_the_partnership() -> None:
    proclaimed = Calendar(bank_holidays, frozenset({date(2031, 7, 16)}))
    assert ENGLAND.after(date(2031, 7, 15), 1) == date(2031, 7, 16)
    assert proclaimed.after(date(2031, 7, 15), 1) == date(2031, 7, 17)


def test_two_libraries_know_the_same_bank_holidays() -> None:
    assert PUBLISHED
    assert max(PUBLISHED).year >= PUBLISHED_UNTIL
    weekdays = {day for year in range(2012, PUBLISHED_UNTIL + 1) for day in bank_holidays(year) if day.weekday() < 5}
    assert weekdays == {day for day in PUBLISHED if day.year <= PUBLISHED_UNTIL}


def test_without_bank_holidays_only_weekends_are_left_out() -> None:
    assert Calendar().after(date(2026, 12, 24), 2) == date(2026, 12, 28)


@given(DAYS, st.integers(1, 40))
def test_it_never_ends_on_a_day_that_is_no_working_day_and_never_too_early(start: date, count: int) -> None:
    end = ENGLAND.after(start, count)
    assert ENGLAND.is_working_day(end)
    passed = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(ENGLAND.is_working_day(day) for day in passed) == count


@given(DAYS, st.integers(0, 30), st.integers(0, 30))
def test_later_starts_and_more_days_never_end_earlier(start: date, count: int, more: int) -> None:
    end = ENGLAND.after(start, count)
    assert ENGLAND.after(start, count + more) >= end
    assert ENGLAND.after(start + timedelta(days=more), count) >= end


@given(PUBLISHED_DAYS, st.integers(0, 40))
def test_both_libraries_end_on_the_same_day(start: date, count: int) -> None:
    assert ENGLAND.after(start, count) == BY_GOV_UK.after(start, count)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 1, 23), 6, date(2025, 7, 23)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2025, 6, 30), 6, date(2025, 12, 30)),
    ],
)
def test_months_later_stay_in_their_month(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later
