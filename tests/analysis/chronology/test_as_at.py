from datetime import date
from typing import Any

import pytest

from lif.analysis.chronology.as_at import as_at
from support.story import action, audit, decision, evaluation, finding, partnership, recommendation, snapshot_of

DAY = date(2026, 5, 6)
Records = dict[str, dict[str, Any]]


def _stood(records: Records, day: date = DAY) -> dict[str, Any]:
    """The records that stood on the day, without that of the partnership."""
    return {entry.id: entry.record for entry in as_at(snapshot_of(records), day).entries.values() if entry.kind.folder}


def test_records_without_anything_later_are_the_same_snapshot() -> None:
    snapshot = snapshot_of(
        {"actions/2026-a": action(agreed="2026-05-06", due="2027-01-31"), "actions/2026-b": action()}
    )
    assert as_at(snapshot, DAY) is snapshot


def test_a_record_that_begins_later_goes_and_so_does_what_rests_on_it() -> None:
    records = {
        "audits/2026-a": audit("2026-06-01"),
        "findings/2026-a": finding("audits/2026-a"),
        "audits/2026-b": audit("2026-04-01"),
        "findings/2026-b": finding("audits/2026-b", superseded_by="findings/2026-c"),
        "findings/2026-c": finding("audits/2026-b", date="2026-05-07"),
        "actions/2026-a": action("findings/2026-a", "findings/2026-b", agreed="2026-05-01"),
        "decisions/2026-a": decision(
            date="2026-05-01", evidence=[{"record": "findings/2026-a", "note": "It shows it"}]
        ),
    }
    stood = _stood(records)
    assert set(stood) == {"audits/2026-b", "findings/2026-b", "actions/2026-a", "decisions/2026-a"}
    assert stood["findings/2026-b"].superseded_by is None
    assert stood["actions/2026-a"].answers == ("findings/2026-b",)
    assert stood["decisions/2026-a"].evidence == ()


def test_a_date_that_is_not_exact_counts_from_its_first_day() -> None:
    assert set(
        _stood({"audits/2026-a": audit("2026"), "audits/2026-b": audit("2026-05"), "audits/2026-c": audit("2026-06")})
    ) == {
        "audits/2026-a",
        "audits/2026-b",
    }


def test_what_an_audit_found_is_known_with_its_report_and_not_while_it_is_under_way() -> None:
    result = {"key": "seen", "met": 8, "of": 16}
    life = {"started": "2026-03-01", "reported": "2026-06-01"}
    found = finding("audits/2026-a")
    records = {
        "audits/2026-a": audit(None, life=life, results=[result], recommendations=[recommendation("more")]),
        "findings/2026-a": found,
        "findings/2026-early": {**found, "date": "2026-04-01"},
        "actions/2026-a": action("audits/2026-a#more", agreed="2026-05-01"),
    }
    stood = _stood(records)
    assert set(stood) == {"audits/2026-a", "findings/2026-early", "actions/2026-a"}
    assert (stood["audits/2026-a"].results, stood["audits/2026-a"].recommendations) == ((), ())
    assert stood["audits/2026-a"].life.started.text == "2026-03-01"
    assert stood["audits/2026-a"].life.reported is None
    assert stood["actions/2026-a"].answers == ()
    later = _stood(records, date(2026, 6, 1))
    assert len(later["audits/2026-a"].results) == len(later["actions/2026-a"].answers) == 1


def test_an_action_goes_back_to_what_was_known_of_it() -> None:
    record = action(
        agreed="2026-01-10", due="2026-09-30", started="2026-02-01", done="2026-06-10", closed="2026-06-18",
        outcome="achieved", outcome_because="It was counted", unintended="None seen",
        moved=[
            {"since": "2026-03-31", "to": "2026-06-30", "agreed": "2026-03-20"},
            {"since": "2026-06-30", "to": "2026-09-30", "agreed": "2026-06-20"},
        ],
        progress=[{"date": "2026-03-01", "said": "Begun"}, {"date": "2026-06-01", "said": "Nearly"}],
        measures=[{
            "what": "Plans", "baseline": {"met": 8, "of": 16, "date": "2026-01-05"},
            "follow_up": {"met": 14, "of": 16, "date": "2026-06-15"},
        }],
    )  # fmt: skip
    was = _stood({"actions/2026-a": record})["actions/2026-a"]
    assert (was.done, was.closed, was.outcome, was.outcome_because, was.unintended) == (None,) * 5
    assert (was.due.isoformat(), len(was.moved)) == ("2026-06-30", 1)
    assert [step.said for step in was.progress] == ["Begun"]
    assert was.measures[0].baseline is not None
    assert was.measures[0].follow_up is None


@pytest.mark.parametrize(("planned", "is_there"), [("2026-04-01", True), ("2026-06-01", False)])
def test_an_audit_on_the_programme_is_there_before_it_begins(planned: str, *, is_there: bool) -> None:
    life = {"planned": planned, "started": "2026-07-01"}
    assert bool(_stood({"audits/2026-a": audit(None, life=life)})) is is_there


def test_an_audit_that_is_only_planned_stays_however_far_ahead() -> None:
    assert _stood({"audits/2026-a": audit(None, life={"planned": "2027-02-01"})})


def test_what_has_no_date_stays_and_so_does_what_the_partnership_says_of_a_time_to_come() -> None:
    groups = [{"key": "qig", "name": "The group", "since": "2027-01-01"}]
    made = [{"what": "annual", "date": "2026-04-30", "covers": "2024-25"}, {"what": "annual", "date": "2026-09-30"}]
    records = {"partnership": partnership(groups=groups, reports_made=made), "evaluations/2026-a": evaluation()}
    snapshot = as_at(snapshot_of(records), DAY)
    assert "evaluations/2026-a" in snapshot.entries
    assert snapshot.partnership is not None
    assert [group.key for group in snapshot.partnership.groups] == ["qig"]
    assert [report.covers for report in snapshot.partnership.reports_made] == ["2024-25"]


def test_the_same_day_twice_and_a_later_day_first_come_to_the_same() -> None:
    closed = action(agreed="2026-01-01", done="2026-06-01", closed="2026-08-01", outcome="achieved")
    snapshot = snapshot_of({"actions/2026-a": closed})
    once = as_at(snapshot, DAY)
    assert as_at(once, DAY).entries == as_at(as_at(snapshot, date(2026, 7, 1)), DAY).entries == once.entries
