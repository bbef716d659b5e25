from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from lif.disclosure.view_of import view_of
from lif.model.absence import Absence
from lif.model.period import Period
from lif.model.record import Record
from lif.model.sharing import PARTNERSHIP, PUBLIC, RESTRICTED, Sharing
from lif.model.snapshot import Entry, Snapshot
from support.story import action, audit, finding, partnership, snapshot_of

DAY = date(2026, 5, 6)
YEAR = Period(date(2025, 4, 1), date(2026, 3, 31), "2025-26")


def _partnership(level: str, *, own: bool = True) -> dict[str, Any]:
    compiled = {"by": "The unit", "own": own, "basis": "Records", "complete": "Complete"}
    return partnership(readers={"level": level, "who": "Those named"}, compiled=compiled)


@pytest.mark.parametrize(
    ("level", "own", "audience", "absence"),
    [
        ("public", True, PUBLIC, Absence.NOT_RECORDED),
        ("public", False, PUBLIC, Absence.NOT_IN_SOURCES),
        ("restricted", True, RESTRICTED, Absence.NOT_RECORDED),
        ("restricted", True, PARTNERSHIP, Absence.NOT_IN_EDITION),
        ("restricted", False, PUBLIC, Absence.NOT_IN_EDITION),
        ("partnership", True, PARTNERSHIP, Absence.NOT_RECORDED),
        ("partnership", True, PUBLIC, Absence.NOT_IN_EDITION),
    ],
)
def test_the_words_for_an_absence_follow_from_the_readers_and_not_from_what_was_withheld(
    level: str, *, own: bool, audience: Sharing, absence: Absence
) -> None:
    records = {"partnership": _partnership(level, own=own), "actions/2026-a": action()}
    secret = {**records, "actions/2026-b": action(sharing=level)}
    views = [view_of(snapshot_of(told), DAY, audience) for told in (records, secret)]
    assert [view.absent() for view in views] == [absence, absence]
    assert {view.records.silence_means_no for view in views} == {own and absence is not Absence.NOT_IN_EDITION}


def test_a_record_above_the_level_of_the_readers_makes_an_edition_too() -> None:
    records = {"partnership": _partnership("public"), "actions/2026-a": action(sharing="restricted")}
    view = view_of(snapshot_of(records, may_be_broken=True), DAY, PUBLIC)
    assert (view.withheld, view.can_withhold) == (1, True)


def test_over_a_period_it_stands_at_its_end_and_what_came_since_is_in_the_view_of_today() -> None:
    records = {"actions/2025-a": action(agreed="2025-06-01", done="2026-04-20"), "actions/2025-undated": action()}
    view = view_of(snapshot_of(records), DAY, RESTRICTED, YEAR)
    assert (view.day, view.undated) == (YEAR.until, ("actions/2025-undated",))
    was, now = (seen.records.entries["actions/2025-a"].record for seen in (view, view.at(DAY)))
    assert (getattr(was, "done"), str(getattr(now, "done"))) == (None, "2026-04-20")  # noqa: B009 - of an action
    assert view.at(DAY).period == YEAR
    assert view.at(YEAR.until) is view
    early = view_of(snapshot_of(records), date(2025, 12, 1), RESTRICTED, YEAR)
    assert early.day == date(2025, 12, 1)


def test_what_is_left_out_for_the_day_is_named_only_as_far_as_the_audience_may_see_it() -> None:
    later = {
        "actions/2026-b": action(agreed="2026-06-01"),
        "actions/2026-c": action(agreed="2026-06-01", sharing="restricted"),
    }
    snapshot = snapshot_of({"partnership": _partnership("restricted"), "actions/2026-a": action(), **later})
    assert view_of(snapshot, DAY, RESTRICTED).later == ("actions/2026-b", "actions/2026-c")
    assert view_of(snapshot, DAY, PUBLIC).later == ("actions/2026-b",)
    assert view_of(snapshot, DAY, PUBLIC).withheld == 0


def test_a_record_of_which_a_part_lies_later_is_not_whole() -> None:
    records = {"audits/2026-a": audit(), "findings/2026-a": finding("audits/2026-a")}
    records["actions/2026-a"] = action("findings/2026-a", agreed="2026-01-01", done="2026-08-01")
    view = view_of(snapshot_of(records), DAY, RESTRICTED)
    assert not view.is_whole("actions/2026-a")
    assert view.is_whole("findings/2026-a")
    assert not view_of(snapshot_of(records), DAY, PUBLIC).is_whole("findings/2026-a")


def test_a_narrowed_view_stays_narrow_on_another_day() -> None:
    records = {"actions/2025-a": action(agreed="2025-06-01"), "actions/2026-b": action(agreed="2026-06-01")}
    view = view_of(snapshot_of(records), DAY, RESTRICTED).narrowed(
        lambda snapshot, _: snapshot.with_entries(_without_a(snapshot))
    )
    assert set(view.records.entries) == {"partnership"}
    assert set(view.at(date(2026, 7, 1)).records.entries) == {"actions/2026-b", "partnership"}


def _without_a(snapshot: Snapshot) -> Iterator[Entry[Record]]:
    return (entry for entry in snapshot.entries.values() if not entry.id.endswith("-a"))
