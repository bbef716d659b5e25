from typing import Any

import pytest

from lif.changes.diff import diff
from lif.rules.change_rule import Comparison, check_changes
from lif.rules.families.evidence_changes import RULES
from support.story import TODAY, action, audit, decision, finding, snapshot_of

Fields = dict[str, Any]
FINDING = "findings/2026-x"


def result(met: int, key: str = "in-time", **more: Any) -> Fields:
    return {"key": key, "met": met, "of": 14, **more}


def said(before: Fields, after: Fields, **both: Fields) -> list[str]:
    others = {name.replace("__", "/2026-"): fields for name, fields in both.items()}
    was, now = (snapshot_of({**others, **side}) for side in (before, after))
    problems = check_changes(Comparison(was, now, diff(was, now), TODAY), RULES)
    return [f"{problem.code.name} {problem.record}: {problem.message}" for problem in problems]


def audits(before: list[Fields], after: list[Fields], reported: str | None = "2026-04-16", **both: Fields) -> list[str]:
    was, now = ({"audits/2026-x": audit(reported, results=results)} for results in (before, after))
    return said(was, now, **both)


def test_an_altered_figure_of_a_reported_audit_names_those_that_cite_it() -> None:
    cited: Any = {"findings__x": finding("audits/2026-x"), "actions__a": action(FINDING)}
    (problem,) = audits([result(10)], [result(13)], **cited)
    assert problem == (
        "LIF812 audits/2026-x: was reported on 16 April 2026, and in-time is now 13 of 14 (was 10 of 14);"
        " 2 records cite it or its findings: actions/2026-a, findings/2026-x"
    )
    assert audits([result(10)], [result(10, of=12)])[0].endswith("in-time is now 10 of 12 (was 10 of 14)")


def test_a_figure_that_is_taken_out_is_told_and_one_that_is_added_is_not() -> None:
    assert audits([result(10), result(3, "heard", asked="Heard")], [result(10)])[0].endswith(
        "heard is now gone (was 3 of 14)"
    )
    assert audits([result(10)], [result(10), result(3, "heard")]) == []


@pytest.mark.parametrize("reported", [None, "2026-12-01"])
def test_until_it_is_reported_figures_may_change(reported: str | None) -> None:
    assert audits([result(10)], [result(13)], reported) == []


def test_the_words_of_a_result_are_no_figures_and_its_standard_is_what_they_count() -> None:
    assert audits([result(10)], [result(10, asked="In good time")]) == []
    (moved,) = audits([result(10)], [result(10, "on-time")])
    assert "in-time is now gone (was 10 of 14)" in moved


AUDIT = {"audits__x": audit(), "decisions__d": decision(evidence=[{"record": FINDING}])}


def test_a_cited_finding_that_says_something_else_is_told() -> None:
    was, turned = finding("audits/2026-x", met=4, of=14), finding("audits/2026-x", "working-well", met=13, of=14)
    cited = "; 1 record cites it: decisions/2026-d"
    assert said({FINDING: was}, {FINDING: turned}, **AUDIT) == [
        f"LIF813 {FINDING}: was needs to improve, and is now working well{cited}"
    ]
    assert said({FINDING: was}, {FINDING: {**was, "met": 9}}, **AUDIT) == [
        f"LIF813 {FINDING}: was 4 of 14, and is now 9 of 14{cited}"
    ]
    assert said({FINDING: was}, {FINDING: {**was, "says": "Clearer words"}}, **AUDIT) == []
    assert said({FINDING: was}, {FINDING: turned}, audits__x=audit()) == []
    assert said({FINDING: {**was, "draft": "yes"}}, {FINDING: turned}, **AUDIT) == []
