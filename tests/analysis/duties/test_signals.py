from datetime import date
from typing import Any

import pytest

from lif.analysis.duties.signal import Signal
from lif.analysis.duties.signals import driver_shown_by, signals
from lif.model.sharing import PUBLIC
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Driver
from support.asking import seen
from support.story import ANOTHER, NATIONAL, TODAY, decision, finding, partnership, recommendation, review, snapshot_of

PRIORITIES = [{"key": "help", "name": "Help comes early", "themes": ["early-help"]}]


def story(records: dict[str, Any], **settings: Any) -> Snapshot:
    return snapshot_of({"partnership": partnership(**settings), **records})


def shown(records: dict[str, Any], day: date = TODAY, **settings: Any) -> list[tuple[str, str, str]]:
    """Of each signal: the driver, the record, and what answers it."""
    found = signals(story(records, **settings), day)
    return [(signal.driver.value, signal.record, signal.need or signal.decision) for signal in found]


def incident(published: str | None = "2026-03-05", kind: str = "rapid-review", **more: Any) -> dict[str, Any]:
    return review(published, review_kind=kind, **more)


def inspection(**more: Any) -> dict[str, Any]:
    asked = [recommendation("reply", themes=["early-help"]), recommendation("tell")]
    return {
        "title": "An inspection", "sharing": "public", "inspection_kind": "joint-inspection", "body": "Ofsted",
        "published": "2026-02-12", "priority_actions": asked, **more,
    }  # fmt: skip


def figure(*values: float, better: str = "higher", **more: Any) -> dict[str, Any]:
    series = [{"at": f"{2025 + at // 12}-{at % 12 + 1:02}", "value": value} for at, value in enumerate(values)]
    return {"title": "A figure", "sharing": "public", "measure": "Visits in time", "better": better, "unit": "percent",
            "series": series, "themes": ["supervision"], **more}  # fmt: skip


def need(*cited: str, **more: Any) -> dict[str, Any]:
    return {"title": "A need", "sharing": "public", "evidence": [{"record": record} for record in cited], **more}


STEADY = (90, 91, 89, 92, 90, 91, 89, 90, 91, 90, 89, 91)


def test_an_incident_of_several_records_is_one_signal_and_any_of_them_can_be_cited() -> None:
    records = {"reviews/2026-a": incident(part_of="reviews/2026-b"), "reviews/2026-b": incident()}
    records["findings/2026-c"] = finding("reviews/2026-a")
    assert shown(records) == [("serious-incident", "reviews/2026-b", "")]
    for cited in ("reviews/2026-a", "reviews/2026-b", "findings/2026-c"):
        assert shown({**records, "needs/2026-n": need(cited)})[0][2] == "needs/2026-n"


def test_a_record_that_was_made_to_answer_a_need_is_answered_by_it() -> None:
    records = {"reviews/2026-a": incident(answers=["needs/2026-n"]), "needs/2026-n": need()}
    assert shown(records) == [("serious-incident", "reviews/2026-a", "needs/2026-n")]


def test_reviews_that_no_incident_or_national_issue_led_to_are_no_signal() -> None:
    assert shown({"reviews/2026-a": review()}) == []
    national = {"reviews/2026-a": incident(kind="national-review")}
    assert shown(national) == [("national-issue", "reviews/2026-a", "")]


def test_a_flag_of_serious_risk_is_one_and_a_need_on_what_it_rests_on_answers_it() -> None:
    flag = {"title": "F", "sharing": "public", "flag_kind": "risk", "serious": True, "raised": "2026-09-01"}
    records = {"flags/2026-a": {**flag, "from_records": ["findings/2026-c"]}, "reviews/2026-b": review()}
    records["findings/2026-c"] = finding("reviews/2026-b")
    assert shown(records) == [("serious-incident", "flags/2026-a", "")]
    assert shown({**records, "needs/2026-n": need("findings/2026-c")})[0][2] == "needs/2026-n"
    assert shown({"flags/2026-a": {**flag, "serious": False}}) == []
    assert shown({"flags/2026-a": {**flag, "flag_kind": "strength"}}) == []


def test_each_priority_action_of_an_inspection_is_answered_by_itself_or_with_the_whole() -> None:
    records = {"inspections/2026-a": inspection()}
    reply, tell = "inspections/2026-a#reply", "inspections/2026-a#tell"
    assert shown(records) == [("inspection", reply, ""), ("inspection", tell, "")]
    assert [answer for *_, answer in shown({**records, "needs/2026-n": need(reply)})] == ["needs/2026-n", ""]
    assert [answer for *_, answer in shown({**records, "needs/2026-n": need("inspections/2026-a")})] == [
        "needs/2026-n", "needs/2026-n"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "better", "is_signal"),
    [
        ((*STEADY, 70), "higher", True),
        ((*STEADY, 70), "lower", False),
        ((*STEADY, 90), "higher", False),
        ((90, 91, 60), "higher", False),
    ],
)
def test_a_figure_is_one_where_it_really_changed_for_the_worse(
    values: tuple[float, ...],
    better: str,
    is_signal: bool,  # noqa: FBT001 - a column of the table
) -> None:
    found = shown({"indicators/2025-a": figure(*values, better=better)})
    assert found == ([("data", "indicators/2025-a", "")] if is_signal else [])


def test_what_a_figure_says_is_told_with_what_to_mind() -> None:
    records = {"indicators/2025-a": figure(*STEADY, 70, caution="Visits are counted late.")}
    (signal,) = signals(story(records), TODAY)
    assert signal.says == ("Visits in time: real change for the worse (13 points). Mind: Visits are counted late.")
    assert signal.themes == {"supervision"}


@pytest.mark.parametrize("more", [{"seasonal": True}, {"area": "Exampleshire"}], ids=["it has seasons", "context"])
def test_a_figure_of_an_area_and_one_that_cannot_be_read_for_change_are_none(more: dict[str, Any]) -> None:
    assert shown({"indicators/2025-a": figure(*STEADY, 70, **more)}) == []


def test_a_priority_that_nothing_looks_at_is_answered_by_a_need_that_names_it() -> None:
    statement = {"title": "P", "sharing": "public", "year": "2026-27", "priorities": ["help"]}
    assert shown({}, priorities=PRIORITIES) == [("priority", "partnership", "")]
    assert shown({"positions/2026-a": statement}, priorities=PRIORITIES) == [("priority", "positions/2026-a", "")]
    named = {"needs/2026-n": need(priorities=["help"])}
    assert shown(named, priorities=PRIORITIES) == [("priority", "partnership", "needs/2026-n")]
    declined = {"decisions/2026-d": decision(accepts="no", theme="early-help")}
    assert shown(declined, priorities=PRIORITIES) == [("priority", "partnership", "decisions/2026-d")]
    looked = {"reviews/2026-a": review(themes=["early-help"])}
    assert shown(looked, priorities=PRIORITIES) == []
    ended = [{**PRIORITIES[0], "until": "2026-09-30"}]
    assert shown({}, priorities=ended) == []


def test_a_priority_without_themes_says_that_no_evidence_can_be_found_on_it() -> None:
    bare = [{"key": "help", "name": "Help comes early"}]
    (signal,) = signals(story({"decisions/2026-d": decision(accepts="no", theme="early-help")}, priorities=bare), TODAY)
    assert signal.says == "Help comes early: it names no themes, so that no evidence can be found on it"
    assert not signal.is_answered


def test_a_decision_that_declines_answers_until_another_supersedes_it() -> None:
    records = {"reviews/2026-a": incident()}
    records["decisions/2026-d"] = decision(accepts="no", about=["reviews/2026-a"], date="2026-04-01")
    assert shown(records) == [("serious-incident", "reviews/2026-a", "decisions/2026-d")]
    records["decisions/2026-e"] = decision(supersedes="decisions/2026-d", date="2026-05-01")
    assert shown(records) == [("serious-incident", "reviews/2026-a", "")]
    yes = {"reviews/2026-a": incident(), "decisions/2026-d": decision(accepts="yes", about=["reviews/2026-a"])}
    assert shown(yes) == [("serious-incident", "reviews/2026-a", "")]


@pytest.mark.parametrize(
    ("published", "is_signal"),
    [("2024-10-01", False), ("2024-10-02", True), ("2026-10-01", True), ("2026-10-02", False), (None, True)],
)
def test_what_is_old_or_lies_ahead_is_no_signal(published: str | None, is_signal: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(shown({"reviews/2026-a": incident(published)})) is is_signal


def test_what_others_compiled_shows_no_signal_by_being_silent_or_without_a_date() -> None:
    compiled = {"by": "Others", "own": False, "basis": "Public pages", "complete": "Not complete"}
    assert shown({"reviews/2026-a": incident(None)}, compiled=compiled, priorities=PRIORITIES) == []
    assert shown({"reviews/2026-a": incident()}, compiled=compiled) == [("serious-incident", "reviews/2026-a", "")]


def test_an_edition_never_says_that_nothing_looks_at_a_priority() -> None:
    readers = {"level": "restricted", "who": "Those named"}
    snapshot = story({}, readers=readers, priorities=PRIORITIES)
    everybody: tuple[Signal, ...] = signals(seen(snapshot, TODAY, PUBLIC).records, TODAY)
    assert everybody == ()


def test_what_happened_elsewhere_is_no_incident_or_inspection_of_ours() -> None:
    told = {
        "reviews/2026-n": incident(**ANOTHER),
        "reviews/2026-w": review(review_kind="national-review", **NATIONAL),
        "inspections/2026-n": inspection(**ANOTHER),
        "reviews/2026-o": incident(),
    }
    entries = story(told).entries
    drivers = {record_id: driver_shown_by(entries[record_id].record) for record_id in told}
    assert drivers == {
        "reviews/2026-n": None,
        "reviews/2026-w": Driver.NATIONAL_ISSUE,
        "inspections/2026-n": None,
        "reviews/2026-o": Driver.SERIOUS_INCIDENT,
    }
