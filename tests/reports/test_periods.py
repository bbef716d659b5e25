from datetime import date

import pytest

from lif.errors import LifError
from lif.model.settings import ReportPeriods
from lif.reports.periods import newest_period, parse_period
from lif.reports.report import parse_year
from support.story import partnership, snapshot_of


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2019-04/2019-09", date(2019, 4, 1), date(2019, 9, 30)),
        ("2019-H1", date(2019, 4, 1), date(2019, 9, 30)),
        ("2019-h2", date(2019, 10, 1), date(2020, 3, 31)),
        ("2019-Q1", date(2019, 4, 1), date(2019, 6, 30)),
        ("2019-Q4", date(2020, 1, 1), date(2020, 3, 31)),
        ("2019/20", date(2019, 4, 1), date(2020, 3, 31)),
        ("2019-20", date(2019, 4, 1), date(2020, 3, 31)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019/2020", date(2019, 1, 1), date(2020, 12, 31)),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, since: date, until: date) -> None:
    period = parse_period(text)
    assert (period.since, period.until) == (since, until)


@pytest.mark.parametrize(
    "text", ["", "2019-H3", "2019-Q0", "H1", "nonsense", "2019/21", "2019-13/2019-14", "2019/20/21"]
)
def test_an_unknown_period_is_refused_with_how_periods_are_written(text: str) -> None:
    with pytest.raises(LifError) as refused:
        parse_period(text)
    assert refused.value.message == f'Unknown period "{text}".'
    assert "2019-04/2019-09, 2019-H1 (April to September), 2019-Q1 (April to June)" in refused.value.hint


def test_a_year_may_be_written_with_a_slash() -> None:
    assert parse_year("2018/19") == parse_year("2018-19")


@pytest.mark.parametrize(
    ("months", "period"),
    [
        (1, "2026-10"),
        (3, "2026-07/2026-09"),
        (4, "2026-04/2026-07"),
        (5, "2026-06/2026-10"),
        (6, "2026-04/2026-09"),
        (12, "2025-04/2026-03"),
        (24, "2024-11/2026-10"),
    ],
)
def test_the_example_of_a_period_follows_from_the_months_between_reports(months: int, period: str) -> None:
    assert newest_period(_periods(months), date(2026, 11, 30)) == period
    parse_period(period)


def test_in_march_the_newest_quarter_is_the_one_before() -> None:
    assert newest_period(_periods(3), date(2026, 3, 31)) == "2025-10/2025-12"
    assert newest_period(_periods(3), date(2026, 4, 1)) == "2026-01/2026-03"


def _periods(months: int) -> ReportPeriods:
    record = snapshot_of({"partnership": partnership(report_periods={"executive_months": months})}).partnership
    assert record is not None
    return record.report_periods
