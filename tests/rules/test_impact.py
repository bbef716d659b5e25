from typing import Any

import pytest

from support.memory import TODAY, checked
from support.story import action, audit, evaluation, feedback, files, partnership, written

Fields = dict[str, Any]
COMPILED = partnership(compiled={"by": "Others", "own": False, "basis": "What was published", "complete": "No"})
BEFORE = {"met": 4, "of": 12, "date": "2026-01-20"}
AFTER = {"met": 11, "of": 12, "date": "2026-08-10"}
BRIEFING = {"title": "A briefing", "sharing": "public", "form": "briefing"}
GATE = {"LIF512", "LIF513", "LIF514", "LIF515", "LIF516", "LIF517", "LIF519", "LIF553"}


def measure(**changes: Any) -> Fields:
    return {"what": "Handovers within a week", "target": "10 of 12", "baseline": BEFORE, "follow_up": AFTER, **changes}


def closed(**changes: Any) -> Fields:
    return action(
        **{"started": "2026-02-02", "done": "2026-04-30", "closed": "2026-09-01", "outcome": "achieved", **changes}
    )


def diagnostics_of(code: str, records: dict[str, Fields], raw: dict[str, str] | None = None) -> list[str]:
    """Where this code is given, and in what words."""
    diagnostics = checked({**files(records), **(raw or {})}, TODAY)
    return [
        f"{diagnostic.record} {diagnostic.field}: {diagnostic.message}"
        for diagnostic in diagnostics
        if diagnostic.code.name == code
    ]


def gate(fields: Fields, **others: Fields) -> list[str]:
    """What the gate says of an action, by code."""
    records = {
        "actions/2026-a": fields,
        **{name.replace("__", "/2026-"): fields_of_other for name, fields_of_other in others.items()},
    }
    return [diagnostic.code.name for diagnostic in checked(files(records), TODAY) if diagnostic.code.name in GATE]


def test_an_action_closed_on_what_changed_passes_the_gate() -> None:
    assert gate(closed(measures=[measure()])) == []


def test_cannot_tell_passes_with_a_reason_and_not_without() -> None:
    assert gate(closed(outcome="cannot-tell", outcome_because="Nobody had counted before")) == []
    assert gate(closed(outcome="cannot-tell")) == ["LIF513"]


ATTENDED = measure(what="Practitioners who attended the training")


@pytest.mark.parametrize(
    "shown",
    [
        {"measures": [ATTENDED]},
        {"evidence": [{"unnamed": "Attendance lists", "note": "41 of 46"}]},
        {"evidence": [{"record": "learning/2026-l"}]},
        {"evidence": [{"record": "evaluations/2026-low"}]},
        {"measures": [ATTENDED], "evidence": [{"record": "learning/2026-l"}, {"note": "Talked about"}]},
        {"measures": [ATTENDED], "evidence": [{"unnamed": "A sample of twelve records"}]},
    ],
)
def test_an_action_closed_on_attendance_or_delivery_is_refused(shown: Fields) -> None:
    heard = feedback("practitioners", about=["actions/2026-a"])
    others = {
        "learning__l": BRIEFING,
        "evaluations__low": evaluation("learning/2026-l", level="2"),
        "feedback__f": heard,
    }
    assert gate(closed(**shown), **others) == ["LIF514"]


def test_an_evaluation_of_reaction_or_learning_alone_is_activity_too() -> None:
    assert gate(closed(), evaluations__low=evaluation("actions/2026-a", level="1")) == ["LIF514"]
    records = {"actions/2026-a": closed(), "evaluations/2026-low": evaluation("actions/2026-a", level="1")}
    assert diagnostics_of("LIF514", records) == [
        "actions/2026-a closed: closed 2026-09-01 on activity alone: evaluations/2026-low reaches level 1, reaction"
    ]


@pytest.mark.parametrize(
    "shown",
    [
        {"measures": [ATTENDED, measure()]},
        {"measures": [ATTENDED], "evidence": [{"record": "audits/2026-x"}]},
        {"measures": [ATTENDED], "evidence": [{"record": "evaluations/2026-practice"}]},
        {"measures": [ATTENDED], "outcome": "cannot-tell", "outcome_because": "Only attendance was counted"},
        {"measures": [ATTENDED], "outcome": "not-achieved"},
        {"measures": [ATTENDED], "closed": None},
        {"evidence": [{"note": "Talked about"}], "outcome": "not-achieved"},
    ],
)
def test_one_look_at_practice_or_an_honest_outcome_is_enough(shown: Fields) -> None:
    fields = {name: value for name, value in closed(**shown).items() if value is not None}
    records = {
        "actions/2026-a": fields,
        "audits/2026-x": audit(),
        "evaluations/2026-practice": evaluation("audits/2026-x", level="3"),
    }
    assert not diagnostics_of("LIF514", records)


def test_an_evaluation_that_cannot_be_read_or_is_not_there_may_be_about_practice() -> None:
    broken = {"records/evaluations/2026-b.yaml": written({**evaluation("actions/2026-a"), "level": "nine"})}
    attended = closed(measures=[ATTENDED])
    assert diagnostics_of("LIF514", {"actions/2026-a": attended})
    assert not diagnostics_of("LIF514", {"actions/2026-a": attended}, broken)
    cites = closed(measures=[ATTENDED], evidence=[{"record": "audits/2026-gone"}])
    assert not diagnostics_of("LIF514", {"actions/2026-a": cites})


@pytest.mark.parametrize(
    ("evidence", "says"),
    [
        ([{"unnamed": "Everyone agrees"}], '"Everyone agrees"'),
        ([{"unnamed": "A sample", "note": "9 of 12"}, {"note": "Talked about"}], '"A sample"; "Talked about"'),
    ],
)
def test_an_action_closed_on_evidence_that_names_no_record_is_refused(evidence: list[Fields], says: str) -> None:
    records = {"actions/2026-a": closed(evidence=evidence)}
    assert diagnostics_of("LIF553", records) == [
        f"actions/2026-a closed: closed 2026-09-01, and its only evidence names no record: {says}"
    ]
    assert gate(closed(evidence=evidence, measures=[measure()])) == []
    assert gate(closed(evidence=evidence, outcome="not-achieved")) == []
    assert gate(closed(evidence=evidence, outcome="cannot-tell", outcome_because="Nobody counted")) == []


@pytest.mark.parametrize(
    ("second_measure", "says"),
    [
        (
            measure(follow_up={**AFTER, "met": 8}),
            'achieved, but "Handovers within a week" is 8 of 12, and the target was',
        ),
        (measure(target="More", follow_up={**AFTER, "met": 4}), "is no better: 4 of 12 before, 4 of 12 now"),
    ],
)
def test_achieved_against_its_own_figures_is_refused(second_measure: Fields, says: str) -> None:
    found = diagnostics_of("LIF515", {"actions/2026-a": closed(measures=[measure(), second_measure])})
    assert len(found) == 1
    assert found[0].startswith("actions/2026-a measures[1].follow_up: ")
    assert says in found[0]


def test_what_does_not_claim_to_be_achieved_is_not_held_to_its_target() -> None:
    short = measure(follow_up={**AFTER, "met": 8})
    assert gate(closed(outcome="partly", measures=[short])) == []
    assert not diagnostics_of("LIF515", {"actions/2026-a": action(outcome="achieved", measures=[{"what": "In time"}])})


def bare(*without: str) -> Fields:
    return {name: value for name, value in measure().items() if name not in without}


def test_achieved_without_a_target_or_a_baseline_is_pointed_out() -> None:
    found = diagnostics_of("LIF516", {"actions/2026-a": closed(measures=[bare("target", "baseline")])})
    assert len(found) == 1
    assert "a target" in found[0]
    assert "a baseline" in found[0]
    assert not diagnostics_of("LIF516", {"actions/2026-a": closed(measures=[bare("target"), bare("baseline")])})
    assert not diagnostics_of("LIF516", {"actions/2026-a": closed(measures=[bare("follow_up", "target")])})
    assert not diagnostics_of("LIF516", {"actions/2026-a": closed(measures=[bare("target")]), "partnership": COMPILED})


def test_the_baseline_written_twice_is_no_follow_up() -> None:
    again = measure(target="More", follow_up=BEFORE)
    assert gate(closed(measures=[again])) == ["LIF517"]
    twice = evaluation("actions/2026-a", baseline=BEFORE, follow_up=BEFORE, level="2")
    assert len(diagnostics_of("LIF517", {"actions/2026-a": action(), "evaluations/2026-a": twice})) == 1
    cited = {**BEFORE, "record": "audits/2026-x"}
    records = {"audits/2026-x": audit(), "actions/2026-a": action(measures=[measure(baseline=cited, follow_up=cited)])}
    assert diagnostics_of("LIF517", records) == [
        "actions/2026-a measures[0].follow_up: the follow-up is the baseline again: 4 of 12, from audits/2026-x"
    ]


def test_a_claim_on_a_follow_up_from_before_the_work_was_done_is_refused() -> None:
    early = measure(follow_up={**AFTER, "date": "2026-03-10"})
    assert gate(closed(measures=[early])) == ["LIF517"]
    assert gate(closed(measures=[{"what": "Another"}, early, measure()])) == []
    assert gate(closed(measures=[early], outcome="not-achieved")) == []
    assert gate(closed(measures=[measure(follow_up={"met": 11, "of": 12})])) == []
    undone = {name: value for name, value in closed(measures=[early]).items() if name != "done"}
    assert gate(undone) == []


WEAK_FIGURES = {
    "was measured again: worse": {"baseline": {"met": 10, "of": 20}, "follow_up": {"met": 8, "of": 20}},
    "is better: too few to say": {
        "baseline": {"met": 5, "of": 8}, "follow_up": {"met": 6, "of": 8},
    },
    "is better, and that may be chance": {"baseline": {"met": 5, "of": 12}, "follow_up": {"met": 6, "of": 12}},
    "was measured again by another measure": {"baseline": {"met": 5, "of": 12}, "follow_up": {"value": 92}},
}  # fmt: skip


@pytest.mark.parametrize(("because", "readings"), WEAK_FIGURES.items())
def test_a_claim_that_its_own_figures_do_not_bear_is_pointed_out_unless_it_says_so_itself(
    because: str, readings: dict[str, Any]
) -> None:
    def found(claim: str) -> list[str]:
        whole = evaluation(
            level="3",
            independent="yes",
            target={"target": "More", "set_on": "2025-01-01"},
            baseline={**readings["baseline"], "date": "2025-02-01"},
            follow_up={**readings["follow_up"], "date": "2025-09-01"},
            claim=claim,
        )
        return diagnostics_of("LIF518", {"evaluations/2026-a": whole})

    claimed = "evaluations/2026-a claim: a claim on level 3, practice, and its measure"
    assert found("Supervision is now recorded in most cases") == [f"{claimed} {because}"]
    assert found("No clear change in whether supervision is recorded") == []


def test_a_claim_of_change_says_what_it_lacks() -> None:
    weak = evaluation("actions/2026-a", level="3", baseline=BEFORE, follow_up=AFTER)
    assert diagnostics_of("LIF518", {"actions/2026-a": action(), "evaluations/2026-a": weak}) == [
        (
            "evaluations/2026-a level: a claim on level 3, practice, "
            "without a target set beforehand, a collector other than the owner of the action"
        )
    ]
    learned = evaluation("actions/2026-a", level="2")
    assert not diagnostics_of("LIF518", {"actions/2026-a": action(), "evaluations/2026-a": learned})
    assert not diagnostics_of("LIF518", {"evaluations/2026-a": weak, "partnership": COMPILED})


def test_a_closed_action_says_what_came_of_it() -> None:
    silent = {name: value for name, value in closed(measures=[measure()]).items() if name != "outcome"}
    assert gate(silent) == ["LIF519"]
    nothing = {name: value for name, value in silent.items() if name != "measures"}
    assert gate(nothing) == ["LIF512"]
    assert not diagnostics_of("LIF519", {"actions/2026-a": silent, "partnership": COMPILED})


@pytest.mark.parametrize(
    ("more", "is_told"),
    [
        ({}, True),
        ({"own_account": "no"}, False),
        ({"voices": ["feedback/2026-f"]}, False),
        ({"level": "3"}, False),
    ],
)
def test_a_claim_for_children_says_whether_they_speak_in_it(more: Fields, is_told: bool) -> None:  # noqa: FBT001 - a column of the table
    records = {
        "actions/2026-a": action(),
        "feedback/2026-f": {"title": "F", "sharing": "public", "whose": "children"},
        "evaluations/2026-a": evaluation("actions/2026-a", **{"level": "4", **more}),
    }
    assert bool(diagnostics_of("LIF535", records)) is is_told
