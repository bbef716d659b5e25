import pytest

from rules.base import BASE
from support.memory import checked, records

FEEDBACK = "title: What practitioners say\nsharing: partnership\nwhose: practitioners\n"
REVIEW = "title: Learning review\nsharing: partnership\nreview_kind: learning-review\nlife:\n  completed: 2025-03-10\n"
FINDING = """\
title: Information came late
sharing: partnership
source: reviews/2025-handovers
theme: information-sharing
direction: needs-to-improve
"""


def diagnostics_of(code: str, **texts: str) -> list[str]:
    """Where this code is given, and in what words."""
    diagnostics = checked({**BASE, **records(**texts)})
    return [
        f"{diagnostic.record} {diagnostic.field}: {diagnostic.message}"
        for diagnostic in diagnostics
        if diagnostic.code.name == code
    ]


def finding_with_count(direction: str, met: str = "", of: str = "") -> str:
    counts = "".join(f"{name}: {value}\n" for name, value in (("met", met), ("of", of)) if value)
    head = "title: Replies in time\nsharing: partnership\nsource: feedback/2025-staff\ntheme: information-sharing\n"
    return f"{head}direction: {direction}\n{counts}"


@pytest.mark.parametrize(
    ("direction", "met", "of", "says"),
    [
        ("needs-to-improve", "14", "14", "needs to improve, with the standard met in all 14 cases"),
        ("gap", "3", "3", "gap, with the standard met in all 3 cases"),
        ("working-well", "0", "12", "working well, with the standard met in none of 12 cases"),
    ],
)
def test_a_direction_that_the_count_contradicts_is_asked_about(direction: str, met: str, of: str, says: str) -> None:
    found = diagnostics_of(
        "LIF521", feedback__2025_staff=FEEDBACK, findings__2025_replies=finding_with_count(direction, met, of)
    )
    assert found == [f"findings/2025-replies direction: {says}"]


@pytest.mark.parametrize(
    ("direction", "met", "of"),
    [
        ("needs-to-improve", "13", "14"),
        ("working-well", "1", "12"),
        ("has-potential", "0", "12"),
        ("mixed", "14", "14"),
        ("needs-to-improve", "", ""),
        ("working-well", "0", "0"),
    ],
)
def test_a_direction_that_the_count_leaves_open_is_nobodys_slip(direction: str, met: str, of: str) -> None:
    assert not diagnostics_of(
        "LIF521", feedback__2025_staff=FEEDBACK, findings__2025_replies=finding_with_count(direction, met, of)
    )


def decision(overall: str, *, theme: str = "theme: information-sharing", date: str = "date: 2025-04-02") -> str:
    return f"""\
title: Decision
sharing: partnership
group: qig
{date}
{theme}
disposition: change
confidence:
  how_well_done: none
  hangs_together: none
  enough_of_it: none
  about_us_now: none
  overall: {overall}
  because: The review is thorough
"""


def confidence(**texts: str) -> list[str]:
    return diagnostics_of("LIF522", reviews__2025_handovers=REVIEW, findings__2025_late=FINDING, **texts)


def test_one_line_of_evidence_holds_confidence_down() -> None:
    says = "confidence is set to high; it can be no higher than low: one line of evidence only"
    assert confidence(decisions__2025_x=decision("high")) == [f"decisions/2025-x confidence.overall: {says}"]


def test_confidence_at_the_ceiling_or_under_it_is_peoples_own() -> None:
    assert not confidence(decisions__2025_x=decision("low"))
    assert not confidence(decisions__2025_x=decision("very-low"))


def test_evidence_is_as_old_as_it_was_on_the_day_of_the_decision() -> None:
    later = confidence(decisions__2028_x=decision("high", date="date: 2028-04-02"))
    assert "one line of evidence only; all of it older than 24 months" in later[0]


def test_without_a_date_evidence_is_as_old_as_it_is_today() -> None:
    assert confidence(decisions__x=decision("moderate", date="notes: The day is not known"))


def test_a_decision_on_no_theme_or_on_one_without_evidence_has_no_ceiling() -> None:
    assert not confidence(decisions__2025_x=decision("high", theme="notes: On something else"))
    assert not confidence(decisions__2025_x=decision("high", theme="theme: supervision"))


AUDIT = """\
title: Handovers looked at
sharing: partnership
audit_kind: {kind}
selection: random
cases_looked_at: 30
life:
  reported: {reported}
"""


def test_what_was_found_after_the_decision_takes_no_confidence_from_it() -> None:
    def found_in(audit: str, direction: str) -> str:
        return FINDING.replace("reviews/2025-handovers", audit).replace("needs-to-improve", direction)

    then = {
        "audits__2025_b": AUDIT.format(kind="multi-agency-practice", reported="2025-03-01"),
        "findings__2025_b": found_in("audits/2025-b", "needs-to-improve"),
    }
    since = {
        "audits__2026_c": AUDIT.format(kind="single-agency", reported="2026-03-01"),
        "findings__2026_c": found_in("audits/2026-c", "working-well"),
    }
    assert confidence(decisions__2025_x=decision("moderate"), **then) == []
    assert confidence(decisions__2025_x=decision("moderate"), **then, **since) == []
    undated = decision("moderate", date="notes: The day is not known")
    assert "sources disagree" in confidence(decisions__x=undated, **then, **since)[0]


ASKED = f"""{REVIEW}recommendations:
  - key: told-at-once
    text: Tell the next agency at once
    form: recommendation
"""


def action(kind: str, answers: str = "reviews/2025-handovers#told-at-once") -> str:
    return f"title: An answer\nsharing: partnership\nanswers: [{answers}]\naction_kind: {kind}\n"


def test_a_review_answered_by_training_and_policy_alone_is_told() -> None:
    found = diagnostics_of(
        "LIF541",
        reviews__2025_handovers=ASKED,
        findings__2025_late=FINDING,
        actions__2025_a=action("training"),
        actions__2025_b=action("policy-or-procedure", "findings/2025-late"),
    )
    assert found == [
        "reviews/2025-handovers : 2 actions answer it, and nothing stronger than policy or procedure, training"
    ]


def test_one_stronger_action_is_enough() -> None:
    texts = {"actions__2025_a": action("training"), "actions__2025_b": action("checklist")}
    assert not diagnostics_of("LIF541", reviews__2025_handovers=ASKED, **texts)


def test_an_action_of_unknown_kind_may_be_the_stronger_one() -> None:
    unknown = action("training").replace("action_kind: training\n", "")
    texts = {"actions__2025_a": action("training"), "actions__2025_b": unknown}
    assert not diagnostics_of("LIF541", reviews__2025_handovers=ASKED, **texts)
