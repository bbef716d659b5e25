from typing import Any

from lif.changes.delta import delta
from lif.changes.diff import diff
from lif.diagnostics.diagnostic import Diagnostic
from lif.rules.change_rule import split_repeated
from lif.rules.codes import CHANGE_RULES
from lif.store.load.load import load
from lif.store.load.source import Memory
from support.memory import TODAY, brief, checked, compared
from support.story import action, assessment, audit, files, finding, partnership

ACTION, AUDIT, FINDING = "actions/2026-x", "audits/2026-x", "findings/2026-x"


def apart(before: dict[str, Any], after: dict[str, Any]) -> tuple[list[str], list[str], list[str]]:
    """What the change does wrong; what came with it and is told; what came and need not be told again."""
    old, new = files(before), files(after)
    problems: tuple[Diagnostic, ...] = compared(old, new)
    snapshots = [load(Memory(each)).snapshot for each in (old, new)]
    came = delta(checked(old, TODAY), checked(new, TODAY), diff(*snapshots)).introduced
    told, repeated = split_repeated(came, problems, CHANGE_RULES, snapshots[1])
    return brief(problems), brief(told), brief(repeated)


def test_a_date_that_moved_without_a_reason_is_told_once() -> None:
    moves = [{"since": "2026-11-01", "to": "2026-12-01"}]
    problems, told, repeated = apart(
        {ACTION: action(due="2026-11-01")}, {ACTION: action(due="2026-12-01", moved=moves)}
    )
    assert (problems, repeated) == ([f"LIF804 {ACTION} due"], [f"LIF405 {ACTION} moved[0]"])
    assert not [line for line in told if "LIF405" in line]


def test_a_move_that_is_only_written_down_afterwards_is_told_by_the_check() -> None:
    moves = [{"since": "2026-11-01", "to": "2026-12-01"}]
    problems, told, repeated = apart(
        {ACTION: action(due="2026-12-01")}, {ACTION: action(due="2026-12-01", moved=moves)}
    )
    assert (problems, repeated) == ([], [])
    assert f"LIF405 {ACTION} moved[0]" in told


def test_each_citation_of_a_record_that_is_gone_is_told_with_the_record() -> None:
    both = {AUDIT: audit(), FINDING: finding(AUDIT), ACTION: action(FINDING, "findings/2026-never")}
    problems, told, repeated = apart(
        {**both, ACTION: action(FINDING)}, {name: fields for name, fields in both.items() if name != FINDING}
    )
    assert f"LIF803 {FINDING}" in problems
    assert repeated == [f"LIF301 {ACTION} answers[0]"]
    assert f"LIF301 {ACTION} answers[1]" in told


def test_a_grade_is_told_once_and_another_one_of_the_same_return_as_well() -> None:
    def rated(first: dict[str, str], second: dict[str, str]) -> dict[str, Any]:
        ratings = [{"standard": "one", "own": "good", **first}, {"standard": "two", "own": "good", **second}]
        return {"assessments/2026-x": assessment(ratings=ratings)}

    why = {"moderated": "inadequate", "moderated_because": "No records"}
    problems, told, repeated = apart(rated({}, why), rated({"moderated": "inadequate"}, {"moderated": "inadequate"}))
    assert [line for line in problems if "LIF806" in line] == ["LIF806 assessments/2026-x ratings[0].moderated"]
    assert repeated == ["LIF732 assessments/2026-x ratings[0].moderated"]
    assert "LIF732 assessments/2026-x ratings[1].moderated" in told


def test_what_matters_more_than_the_problem_with_the_change_is_told_all_the_same() -> None:
    slight = partnership(settings={"severities": [{"code": "LIF803", "severity": "note", "because": "Tried"}]})
    both = {AUDIT: audit(), FINDING: finding(AUDIT), "partnership": slight}
    after = {AUDIT: audit(), "partnership": slight, ACTION: action(FINDING)}
    assert apart(both, after)[2] == []
