from datetime import date
from typing import Any

from lif.analysis.audits.programme import Programme, read_programme
from support.story import TODAY, Fields, audit, finding, recommendation, result, review, snapshot_of


def planned(
    order: int | None = None, theme: str = "early-help", started: str | None = None, **more: Any
) -> dict[str, Any]:
    more |= {"programme_order": order} if order else {}
    more |= {"life": {"started": started}} if started else {}
    return audit(None, themes=[theme], programme_year="2026-27", **more)


def need(order: int | None = None, **more: Any) -> dict[str, Any]:
    place = {"order": order} if order else {}
    return {"title": "A need", "sharing": "public", "driver": "data", **place, **more}


def programme(records: dict[str, Fields], today: date = TODAY) -> Programme:
    return read_programme(snapshot_of(records), "2026-27", today)


def test_audits_stand_in_the_order_people_gave_them_those_without_one_last() -> None:
    read = programme({"audits/a": planned(), "audits/b": planned(2), "audits/c": planned(1), "audits/old": audit()})
    assert [planned_audit.id for planned_audit in read.audits] == ["audits/c", "audits/b", "audits/a"]


def test_an_audit_stands_with_the_needs_it_answers_and_what_shows_them() -> None:
    evidence = [{"record": "audits/single"}, {"unnamed": "The inspectors' letter"}]
    (planned_audit,) = programme({
        "needs/n": need(3, order_because="Behind the concerns", evidence=evidence),
        "audits/single": audit(kind="single-agency"),
        "audits/a": planned(1, answers=["needs/n", "needs/gone"], prioritised_by="qig", programme_because="X"),
    }).audits  # fmt: skip
    (answered,) = planned_audit.needs
    assert (answered.driver, answered.order, answered.order_because) == ("data", 3, "Behind the concerns")
    assert answered.evidence == ("audits/single", "The inspectors' letter")
    assert (planned_audit.prioritised_by, planned_audit.because) == ("Quality Improvement Group", "X")
    assert "answers A need, in place 3" in planned_audit.reasons


def test_it_is_said_when_its_theme_was_last_looked_at_before_it_began() -> None:
    records: dict[str, Fields] = {
        "audits/a": planned(1, started="2026-05-01"),
        "audits/earlier": audit("2024-02-01", themes=["early-help"]),
        "reviews/nearer": review("2025-03-01", themes=["early-help"]),
        "audits/after": audit("2026-06-01", themes=["early-help"]),
        "audits/undated": audit(None, themes=["early-help"]),
    }
    (planned_audit,) = programme(records).audits
    assert [(looked.record, looked.label) for looked in planned_audit.last_looked] == [("reviews/nearer", "Early Help")]
    assert planned_audit.reasons == ("Early Help was last looked at 2025-03-01: reviews/nearer",)


def test_a_theme_nobody_has_looked_at_is_said() -> None:
    (planned_audit,) = programme({"audits/a": planned(1), "audits/other": audit(themes=["supervision"])}).audits
    assert planned_audit.never_looked == ("Early Help",)
    assert planned_audit.reasons == ("no earlier look at Early Help is recorded",)
    (unknown,) = programme({"audits/a": planned(1, "no-such-theme")}).audits
    assert unknown.never_looked == ("no-such-theme",)


def test_what_presses_is_serious_risk_what_came_back_and_what_single_agencies_found() -> None:
    flag = {"title": "A flag", "sharing": "public", "flag_kind": "risk", "serious": True, "raised": "2026-02-01"}
    again = recommendation("again", repeat_of=["reviews/r#first"])
    records: dict[str, Fields] = {
        "audits/a": planned(1, started="2026-05-01"),
        "flags/f": {**flag, "themes": ["early-help"]},
        "flags/old": {**flag, "themes": ["early-help"], "raised": "2024-05-01"},
        "flags/later": {**flag, "themes": ["early-help"], "raised": "2026-06-01"},
        "flags/strength": {**flag, "themes": ["early-help"], "flag_kind": "strength"},
        "flags/mild": {**flag, "themes": ["early-help"], "serious": False},
        "reviews/r": review("2025-03-01", recommendations=[recommendation("first")]),
        "reviews/s": review("2026-03-01", themes=["early-help"], recommendations=[again, recommendation("new")]),
        "findings/s": finding("reviews/s", serious_risk=True, theme="supervision", needs=["early-help"]),
        "findings/r": finding("reviews/s", recurrence_of="findings/s"),
        "audits/single": audit("2026-04-01", kind="single-agency", themes=["early-help"]),
    }
    (planned_audit,) = programme(records).audits
    assert planned_audit.pressing.serious == ("flags/f", "findings/s")
    assert planned_audit.pressing.recurs == ("findings/r", "reviews/s")
    assert planned_audit.pressing.single_agency == ("audits/single",)
    assert planned_audit.reasons[0] == "serious risk on it: flags/f, findings/s"


def test_a_standard_presses_only_while_it_was_worse_on_the_day_the_audit_began() -> None:
    def measured(reported: str, met: int) -> dict[str, Any]:
        return audit(reported, themes=["early-help"], selection="random", results=[result(met, 20)])

    records: dict[str, Fields] = {
        "audits/2023-x": measured("2023-03-01", 18),
        "audits/2024-x": measured("2024-03-01", 5),
    }
    later = {**records, "audits/2026-x": measured("2026-09-01", 19)}
    planned_then = {"audits/a": planned(1, started="2024-06-01")}
    for story in ({**records, **planned_then}, {**later, **planned_then}):
        assert programme(story).audits[0].pressing.worse == ("audits/2024-x",)
    assert programme({**later, "audits/a": planned(1)}).audits[0].pressing.worse == ()


def test_where_what_is_recorded_would_put_one_earlier_it_is_said_and_nothing_is_moved() -> None:
    records: dict[str, Fields] = {
        "needs/first": need(1),
        "needs/second": need(2),
        "audits/a": planned(1, answers=["needs/second"]),
        "audits/b": planned(2, answers=["needs/first"], programme_because="Offered late"),
        "audits/c": planned(3, answers=["needs/n"]),
    }
    read = programme(records)
    assert [planned_audit.id for planned_audit in read.audits] == ["audits/a", "audits/b", "audits/c"]
    (differs,) = read.differs
    assert (differs.id, differs.place, differs.proposed, differs.because) == ("audits/b", 2, 1, "Offered late")
    assert "answers A need, in place 1" in differs.reasons


def test_serious_risk_comes_before_every_need() -> None:
    flag = {"title": "A", "sharing": "public", "flag_kind": "risk", "serious": True, "raised": "2026-02-01"}
    records: dict[str, Fields] = {
        "needs/first": need(1),
        "audits/a": planned(1, answers=["needs/first"]),
        "audits/b": planned(2, "supervision"),
        "flags/f": {**flag, "themes": ["supervision"]},
    }
    assert [(difference.id, difference.proposed) for difference in programme(records).differs] == [("audits/b", 1)]


def test_equals_keep_the_order_people_gave_them() -> None:
    assert programme({"audits/a": planned(2), "audits/b": planned(1)}).differs == ()


def test_who_was_consulted_is_kept() -> None:
    (planned_audit,) = programme(
        {"audits/a": planned(1, consulted=[{"whose": "children", "how": "Chose the questions"}])}
    ).audits
    assert [(asked.whose, asked.how) for asked in planned_audit.consulted] == [("children", "Chose the questions")]


def test_a_citation_that_leads_to_something_else_is_told_without_a_driver() -> None:
    (planned_audit,) = programme(
        {"audits/a": planned(1, answers=["reviews/r"]), "reviews/r": review(title="A review")}
    ).audits
    assert [(answered.title, answered.driver, answered.evidence) for answered in planned_audit.needs] == [
        ("A review", "", ())
    ]
