import pytest

from rules.base import BASE
from support.memory import checked, records

AUDIT = """\
title: Handovers between teams
sharing: partnership
audit_kind: multi-agency-practice
"""
REVIEW = """\
title: Learning review on handovers
sharing: public
review_kind: learning-review
"""
ACTION = """\
title: One page goes with the child whenever the worker changes
sharing: partnership
closed: 2026-05-03
"""


def places_of(code: str, **texts: str) -> list[str]:
    """Where this code is given in these records: `audits/2026-x results[0].met`."""
    diagnostics = checked({**BASE, **records(**texts)})
    return [
        f"{diagnostic.record} {diagnostic.field}".strip() for diagnostic in diagnostics if diagnostic.code.name == code
    ]


def finding(direction: str, more: str = "") -> str:
    return f"""\
title: Handovers
sharing: partnership
source: audits/2026-handovers
theme: information-sharing
direction: {direction}
{more}
"""


@pytest.mark.parametrize(
    ("numbers", "field"),
    [("met: 13\nof: 12", "met"), ("met: 9", "met"), ("of: 12", "of"), ("met: 12\nof: 12", ""), ("", "")],
)
def test_no_more_cases_meet_a_standard_than_were_looked_at(numbers: str, field: str) -> None:
    expected = [f"findings/2026-x {field}"] if field else []
    assert places_of("LIF501", audits__2026_handovers=AUDIT, findings__2026_x=finding("gap", numbers)) == expected


def test_results_of_an_audit_are_held_to_the_same() -> None:
    results = "results:\n  - key: in-time\n    met: 13\n    of: 12\n"
    assert places_of("LIF501", audits__2026_handovers=AUDIT + results) == ["audits/2026-handovers results[0].met"]


def intended(agreed: str = "", measure: str = "Handovers in time, of twelve") -> str:
    lines = ["intended:", "  - key: in-time", "    outcome: Handovers happen in time"]
    lines += [f"    measure: {measure}"] if measure else []
    lines += [f"    agreed: {agreed}"] if agreed else []
    return "\n".join([*lines, ""])


def started(day: str) -> str:
    return f"life:\n  started: {day}\n"


def test_an_audit_without_measures_is_pointed_out() -> None:
    assert places_of("LIF502", audits__2026_handovers=AUDIT) == ["audits/2026-handovers intended"]
    assert places_of("LIF502", audits__2026_handovers=AUDIT + intended(measure="")) == [
        "audits/2026-handovers intended"
    ]


@pytest.mark.parametrize(
    ("agreed", "start", "is_late"),
    [
        ("2026-04-16", "2026-05-04", False),
        ("2026-05-04", "2026-05-04", False),
        ("2026-05-05", "2026-05-04", True),
        ("2026-06", "2026-05", True),
        ("2026", "2026-05", False),
        ("2026-05", "2026-05-04", False),
        ("", "2026-05-04", False),
    ],
)
def test_a_measure_is_late_only_when_it_certainly_came_after_the_start(agreed: str, start: str, is_late: bool) -> None:  # noqa: FBT001 - a column of the table
    expected = ["audits/2026-handovers intended[0].agreed"] if is_late else []
    assert places_of("LIF502", audits__2026_handovers=AUDIT + intended(agreed) + started(start)) == expected


def test_a_review_begins_when_it_was_commissioned_if_no_start_is_known() -> None:
    commissioned = "life:\n  commissioned: 2026-05-04\n"
    late = REVIEW + intended("2026-06-01") + commissioned
    assert places_of("LIF502", reviews__2026_handovers=late) == ["reviews/2026-handovers intended[0].agreed"]


def test_nobody_here_designs_or_hears_in_a_national_review() -> None:
    national = REVIEW.replace("learning-review", "national-review") + "elsewhere:\n  whose: national\n"
    assert places_of("LIF502", reviews__2026_n=national) == places_of("LIF531", reviews__2026_n=national) == []


def test_an_action_closed_with_nothing_to_show_is_an_error_at_the_day_it_was_closed() -> None:
    assert places_of("LIF512", actions__2026_x=ACTION) == ["actions/2026-x closed"]


@pytest.mark.parametrize(
    "shown",
    [
        "measures:\n  - what: In time\n    follow_up:\n      met: 11\n      of: 12",
        "evidence:\n  - unnamed: The provider's own audit",
        "outcome: cannot-tell\noutcome_because: The team was dissolved",
    ],
)
def test_a_follow_up_evidence_or_an_honest_cannot_tell_is_enough(shown: str) -> None:
    assert places_of("LIF512", actions__2026_x=ACTION + f"{shown}\n") == []


@pytest.mark.parametrize(
    "shown",
    ["outcome: achieved", "measures:\n  - what: Handovers in time", "done: 2026-05-01"],
)
def test_a_claim_an_empty_measure_or_finished_work_is_not_enough(shown: str) -> None:
    assert places_of("LIF512", actions__2026_x=ACTION + f"{shown}\n") == ["actions/2026-x closed"]


def test_an_action_that_is_done_and_not_closed_owes_nothing_yet() -> None:
    assert places_of("LIF512", actions__2026_x=ACTION.replace("closed:", "done:")) == []


EVALUATION = """\
title: Did the page help?
sharing: partnership
of: [actions/2026-x]
domain: practice
level: "3"
"""


def test_an_evaluation_of_the_action_is_enough() -> None:
    assert places_of("LIF512", actions__2026_x=ACTION, evaluations__2026_x=EVALUATION) == []


def test_an_evaluation_that_cannot_be_read_is_not_taken_for_none() -> None:
    broken = EVALUATION.replace('level: "3"', "level: nine")
    assert places_of("LIF512", actions__2026_x=ACTION, evaluations__2026_x=broken) == []


FEEDBACK = """\
title: What parents said about the change of worker
sharing: public
whose: parents-and-carers
about: [audits/2026-handovers]
"""


@pytest.mark.parametrize("heard", ["practitioners: Two meetings", "families: Not asked, to spare them a third round"])
def test_saying_how_people_were_heard_or_why_not_is_enough(heard: str) -> None:
    assert places_of("LIF531", audits__2026_handovers=AUDIT + f"{heard}\n") == []


def test_an_audit_in_which_nobody_was_heard_is_pointed_out() -> None:
    assert places_of("LIF531", audits__2026_handovers=AUDIT) == ["audits/2026-handovers"]


def test_feedback_about_an_audit_is_hearing_and_unreadable_feedback_is_not_taken_for_none() -> None:
    broken = FEEDBACK.replace("parents-and-carers", "everybody")
    assert places_of("LIF531", audits__2026_handovers=AUDIT, feedback__2026_parents=FEEDBACK) == []
    assert places_of("LIF531", audits__2026_handovers=AUDIT, feedback__2026_parents=broken) == []


@pytest.mark.parametrize(
    ("directions", "is_one_sided"),
    [
        ((), False),
        (("gap",), True),
        (("working-well", "has-potential"), True),
        (("working-well", "needs-to-improve"), False),
        (("mixed",), False),
        (("descriptive",), False),
    ],
)
def test_an_audit_is_one_sided_when_every_finding_points_the_same_way(
    directions: tuple[str, ...],
    is_one_sided: bool,  # noqa: FBT001 - a column of the table
) -> None:
    findings = {f"findings__2026_{direction}": finding(direction) for direction in directions}
    expected = ["audits/2026-handovers"] if is_one_sided else []
    assert places_of("LIF533", audits__2026_handovers=AUDIT, **findings) == expected


def test_a_finding_that_cannot_be_read_may_be_the_other_side() -> None:
    texts = {"findings__2026_gap": finding("gap"), "findings__2026_other": finding("splendid")}
    assert places_of("LIF533", audits__2026_handovers=AUDIT, **texts) == []


def test_an_absence_in_records_compiled_by_others_is_an_absence_in_what_they_read() -> None:
    others = BASE["records/partnership.yaml"].replace("own: yes", "own: no")
    own = checked({**BASE, **records(audits__2026_handovers=AUDIT)})
    compiled = checked({"records/partnership.yaml": others, **records(audits__2026_handovers=AUDIT)})
    assert "not recorded" in next(diagnostic.message for diagnostic in own if diagnostic.code.name == "LIF531")
    assert "not in the sources read" in next(
        diagnostic.message for diagnostic in compiled if diagnostic.code.name == "LIF531"
    )
