from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lif.analysis.chronology.edition_in_force import edition_for, edition_in_force
from lif.model.edition import no_edition
from lif.model.period import When
from lif.model.snapshot import Snapshot
from support.story import partnership, snapshot_of

BOARD = {"name": "The board", "body": "safeguarding-children-board"}
NOW = {"name": "The partnership", "body": "safeguarding-children-partnership"}


def snapshot(**more: Any) -> Snapshot:
    return snapshot_of({"partnership": partnership(**more)})


@pytest.mark.parametrize(
    ("when", "name"),
    [
        ("2018-07-03", "none"),
        ("2018-07-04", "wt2018"),
        ("2023-12-14", "wt2018"),
        ("2023-12-15", "wt2023"),
        ("2026-03-18", "wt2023"),
        ("2026-03-19", "wt2026"),
        ("2040-01-01", "wt2026"),
        ("2018", "none"),
        ("2023-12", "wt2018"),
        ("2024-02/2024-03", "wt2023"),
    ],
)
def test_a_record_is_judged_by_the_edition_of_its_own_day_and_never_by_a_later_one(when: str, name: str) -> None:
    assert edition_for(snapshot(), When.parse(when)).name == name


def test_the_partnerships_own_dates_win() -> None:
    own = snapshot(guidance=[{"edition": "wt2023", "since": "2023-01-01", "until": "2023-12-31"}, {"edition": "none"}])
    assert edition_for(own, When.parse("2023-02-01")).name == "wt2023"
    assert edition_for(own, When.parse("2024-02-01")).name == "none"
    gap = snapshot(guidance=[{"edition": "wt2018", "since": "2019-01-01", "until": "2019-12-31"}])
    assert edition_for(gap, When.parse("2024-02-01")).name == "wt2023"


def test_a_boards_time_is_not_judged_and_it_is_said_why() -> None:
    both = snapshot(names=[{**BOARD, "until": "2019-08-31"}, {**NOW, "since": "2019-09-01"}])
    then = edition_in_force(both, When.parse("2019-08-31"))
    assert (then.edition.name, then.because) == ("none", "in the time of the board, which worked to other rules")
    assert edition_for(both, When.parse("2019-08/2019-09")).name == "none"
    assert edition_for(both, When.parse("2019-09-01")).name == "wt2018"
    assert edition_for(snapshot(names=[BOARD]), When.parse("2021-01-01")).name == "none"
    later = snapshot(names=[{**BOARD, "since": "2020-01-01", "until": "2020-06-30"}])
    assert edition_for(later, When.parse("2019-12-31")).name == "wt2018"


def test_where_nothing_judges_the_reason_is_said() -> None:
    assert edition_in_force(snapshot(), None).because == "date: not recorded"
    early = edition_in_force(snapshot(), When.parse("2015"))
    assert early.because == "before Working Together to Safeguard Children 2018 came into force"
    unknown = edition_in_force(snapshot(guidance=[{"edition": "wt2099"}]), When.parse("2024-01-01"))
    assert (unknown.edition.name, unknown.because) == ("none", "under the edition wt2099, which lif does not know")
    assert edition_in_force(snapshot(), When.parse("2024-01-01")).because == ""


def test_without_any_edition_and_without_a_partnership_nothing_is_judged() -> None:
    assert edition_in_force(Snapshot.of_entries([]), When.parse("2024-01-01")).edition is no_edition()
    bare = replace(snapshot(), guidance=())
    assert edition_for(bare, When(date(2024, 1, 1), date(2024, 1, 1), "2024-01-01")).is_silent
