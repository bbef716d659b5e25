from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.model.parts.form import RefusedError
from lif.model.period import Period, When, months_between

YEAR = Period(date(2018, 4, 1), date(2019, 3, 31), "2018-19")
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2019-11-05", date(2019, 11, 5), date(2019, 11, 5)),
        ("2019-11", date(2019, 11, 1), date(2019, 11, 30)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-09/2019-11", date(2019, 9, 1), date(2019, 11, 30)),
        ("2019/2020-02-03", date(2019, 1, 1), date(2020, 2, 3)),
        ("2019-11-05/2019-11", date(2019, 11, 5), date(2019, 11, 30)),
    ],
)
def test_a_date_is_as_wide_as_what_is_known_of_it(text: str, earliest: date, latest: date) -> None:
    when = When.parse(text)
    assert (when.earliest, when.latest, when.text) == (earliest, latest, text)
    assert when.is_exact is (earliest == latest)
    assert When.parse(when) is when
    assert str(when) == text.replace("/", " to ")


def test_a_day_of_the_calendar_is_a_date_too() -> None:
    assert When.parse(date(2019, 11, 5)) == When.parse("2019-11-05")


@pytest.mark.parametrize(
    "text",
    [
        "", "yesterday", "2019-13", "2019-00", "2019-02-30", "1989", "2101-01", "2019-1", "19-11-05", "2019-11-5",
        "2019/2018", "2019-11/2019-10", "2019/", "/2019", "2019-11-05T00:00",
        "\uff12\uff10\uff11\uff19", "2019-W45-2", None, 2019,
    ],
)  # fmt: skip
def test_anything_else_is_refused(text: object) -> None:
    with pytest.raises(RefusedError):
        When.parse(text)


def test_before_is_claimed_only_when_it_is_certain() -> None:
    assert When.parse("2018").is_before(When.parse("2019-01"))
    assert not When.parse("2019").is_before(When.parse("2019-12-31"))
    assert not When.parse("2019-01-01").is_before(When.parse("2019-01-01"))


@pytest.mark.parametrize(
    ("text", "lies_in_it"),
    [
        ("2018", True), ("2019", True), ("2017", False), ("2020", False), ("2018-03", False), ("2018-04", True),
        ("2019-03-31", True), ("2019-04-01", False), ("2017/2020", True),
    ],
)  # fmt: skip
def test_a_date_lies_in_every_year_that_it_may_lie_in(text: str, *, lies_in_it: bool) -> None:
    assert When.parse(text).overlaps(YEAR) is lies_in_it


def test_a_year_runs_from_april_to_march() -> None:
    assert Period.year("2018-19") == YEAR
    assert Period.year("2018-20") is None
    assert YEAR.covers(date(2018, 4, 1))
    assert YEAR.covers(date(2019, 3, 31))
    assert not YEAR.covers(date(2019, 4, 1))


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2019, 1, 31), date(2019, 2, 28), 0),
        (date(2019, 1, 31), date(2019, 3, 1), 1),
        (date(2019, 1, 15), date(2020, 7, 15), 18),
        (date(2019, 1, 16), date(2020, 7, 15), 17),
        (date(2019, 3, 1), date(2019, 3, 1), 0),
    ],
)
def test_months_are_counted_whole(earlier: date, later: date, months: int) -> None:
    assert months_between(earlier, later) == months


@given(DAYS)
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    when = When.parse(day.isoformat())
    assert (when.earliest, when.latest) == (day, day)


@given(DAYS, DAYS)
def test_months_between_two_days_grow_with_time(day: date, other: date) -> None:
    first, second = sorted((day, other))
    assert months_between(first, second) >= 0
    assert months_between(second, first) <= 0
