from datetime import date
from typing import Any

import pytest

from lif.model.period import Period
from lif.model.sharing import PUBLIC
from lif.reports.heading import Head, head
from lif.reports.request import Request
from support.asking import seen
from support.story import partnership, snapshot_of

TODAY = date(2026, 11, 22)
BOARD = {"name": "The board", "body": "safeguarding-children-board", "until": "2019-08-31"}
NOW = {"name": "The partnership", "body": "safeguarding-children-partnership", "since": "2019-09-01"}


def _head(period: Period | None = None, **more: Any) -> Head:
    snapshot = snapshot_of({"partnership": partnership(**more)})
    return head(seen(snapshot, TODAY, PUBLIC, period), Request(TODAY, period=period), "Where we are")


def test_a_report_on_no_year_in_particular_names_none() -> None:
    made = head(seen(snapshot_of({}), TODAY, PUBLIC), Request(TODAY), "Where we are")
    assert (made.period, made.since, made.until) == ("", "", "")
    assert made.body == "Exampleshire Safeguarding Children Partnership"
    assert made.today == "2026-11-22"
    assert made.withheld == 0


@pytest.mark.parametrize(
    ("last_day", "edition"),
    [
        (date(2026, 11, 22), "Working Together to Safeguard Children 2026"),
        (date(2025, 3, 31), "Working Together to Safeguard Children 2023"),
        (
            date(2018, 3, 31),
            "one that lif does not judge by (before Working Together to Safeguard Children 2018 came into force)",
        ),
    ],
)
def test_without_own_dates_the_national_edition_of_the_last_day_is_in_force(last_day: date, edition: str) -> None:
    assert _head(Period(date(2017, 4, 1), last_day, "")).edition == edition


def test_the_partnerships_own_dates_of_the_guidance_win_and_an_edition_lif_does_not_know_is_named() -> None:
    assert _head(guidance=[{"edition": "wt2023"}]).edition == "Working Together to Safeguard Children 2023"
    assert _head(guidance=[{"edition": "wt2099"}]).edition == "wt2099, which lif does not know"


def test_in_the_time_of_a_board_the_head_says_why_lif_judges_by_no_edition() -> None:
    year = Period(date(2018, 4, 1), date(2019, 3, 31), "2018-19")
    edition = _head(year, names=[BOARD, NOW]).edition
    assert edition == "one that lif does not judge by (in the time of the board, which worked to other rules)"


@pytest.mark.parametrize("stop", ["", "."])
def test_any_answer_on_who_compiled_the_records_reads_as_sentences(stop: str) -> None:
    compiled = {"by": "The unit", "own": True, "basis": f"Invented throughout{stop}", "complete": f"All of it{stop}"}
    made = _head(compiled=compiled)
    assert (made.compiled, made.complete) == ("Compiled by: The unit. Made from: Invented throughout", "All of it.")
