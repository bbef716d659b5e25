"""Three audits in a chain, a single-agency audit, grades and a serious risk, on a fresh workspace."""

import json
from pathlib import Path

import pytest

from support.inside import on_the_day, run
from support.process import Ran

BEGUN = (
    "init", ".", "--no-input", "--forge", "none", "--name", "Westmarch Safeguarding Children Partnership",
    "--partner", "police=Westmarch Police", "--by", "The business unit", "--readers", "restricted",
    "--who", "Members of the partnership's groups", "--group", "learning=Learning Group",
    "--standards", "none",
)  # fmt: skip
STANDARDS = (
    "practice_standards[+].key=weighed",
    "practice_standards[0].text=Babies were weighed as often as the plan says",
    "practice_standards[0].themes=whole-family,neglect",
    "practice_standards[+].key=home-seen",
    "practice_standards[1].text=The home was seen by a worker",
    "practice_standards[1].themes=whole-family,neglect",
    "practice_standards[+].key=fathers",
    "practice_standards[2].text=Fathers were spoken with",
    "practice_standards[2].themes=whole-family,neglect",
    "practice_standards[+].key=tool-used",
    "practice_standards[3].text=The neglect tool was filled in",
    "practice_standards[3].themes=whole-family,neglect",
    "scales[+].key=four",
    "scales[0].name=Four grades",
    "scales[0].grades[+].key=weak",
    "scales[0].grades[0].label=Weak",
    "scales[0].grades[+].key=sound",
    "scales[0].grades[1].label=Sound",
    "scales[0].grades[+].key=strong",
    "scales[0].grades[2].label=Strong",
    "scales[0].grades[+].key=not-applicable",
    "scales[0].grades[3].label=Not applicable",
    "scales[0].best=last",
    "scales[0].not_applicable=not-applicable",
)


MULTI, SINGLE = "audit_kind=multi-agency-practice", "audit_kind=single-agency"
RANDOM = ("selection=random", "selected_by=The business unit", "sharing=partnership", "themes=whole-family,neglect")


def _new(folder: Path, kind: str, slug: str, *fields: str, source: str = "") -> Ran:
    sets = (word for field in fields for word in ("--set", field))
    repeated = ("--from", source) if source else ()
    title = slug[5:].replace("-", " ").capitalize()
    ran = on_the_day(folder, "new", kind, *repeated, "--title", title, "--slug", slug, *sets, "--no-input")
    assert ran.code == 0, ran.err
    return ran


def _result(place: int, met: int, of: int, key: str = "") -> tuple[str, ...]:
    """The counts of a standard: of one that the audit takes over from the last, or of one that is new in it."""
    begun = (f"results[+].key={key}",) if key else ()
    return (*begun, f"results[{place}].met={met}", f"results[{place}].of={of}")


def _grades(weak: int, strong: int, own_strong: int) -> tuple[str, ...]:
    counts = (("weak", weak, weak + strong - own_strong), ("strong", strong, own_strong), ("not-applicable", 3, 2))
    return tuple(
        field
        for place, (grade, moderated, own) in enumerate(counts)
        for field in (
            f"grades[+].grade={grade}",
            f"grades[{place}].own={own}",
            f"grades[{place}].moderated={moderated}",
        )
    )


def _found(folder: Path, slug: str, audit: str, direction: str, *fields: str) -> None:
    given = ("theme=whole-family", "needs=neglect", f"direction={direction}", "sharing=partnership", *fields)
    _new(folder, "finding", slug, *given, source=audit)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Audits of neglect in 2022, 2023 and 2025, one of the police in 2024, and what was found."""
    made = tmp_path_factory.mktemp("westmarch")
    assert on_the_day(made, *BEGUN).code == 0
    assert on_the_day(made, "set", "partnership", *STANDARDS).code == 0
    first = (
        *_result(0, 8, 16, "weighed"), *_result(1, 20, 31, "home-seen"), *_result(2, 0, 16, "fathers"),
        *_result(3, 9, 16, "tool-used"), "scale=four", "good_enough=sound", *_grades(16, 4, 11),
    )  # fmt: skip
    _new(made, "audit", "2022-neglect", MULTI, *RANDOM, "life.reported=2022-03-01", *first)
    # The second audit takes the four standards over; it words the tool anew and does not ask for fathers.
    _new(made, "audit", "2023-neglect", "life.planned=2023-01-10", *RANDOM[1:3], source="audits/2022-neglect")
    counted = (
        *_result(0, 22, 31), *_result(1, 19, 31), *_result(3, 14, 16),
        "results[3].asked=The neglect tool was filled in and talked through with the parents",
        *_grades(9, 11, 13), "life.reported=2023-03-01",
    )  # fmt: skip
    assert on_the_day(made, "set", "audits/2023-neglect", *counted, "results[2]=").code == 0
    third = ("life.planned=2025-01-10", *RANDOM[1:3])
    _new(made, "audit", "2025-neglect", *third, source="audits/2023-neglect")
    last = (*_result(0, 34, 40), *_result(1, 5, 40), *_grades(2, 18, 16), "life.reported=2025-03-01")
    assert on_the_day(made, "set", "audits/2025-neglect", *last, "results[2]=").code == 0
    police = (SINGLE, *RANDOM, "led_by=police", "life.reported=2024-06-01", *_result(0, 24, 25, "weighed"))
    _new(made, "audit", "2024-police", *police)
    _found(made, "2022-half-weighed", "audits/2022-neglect", "needs-to-improve", "standard=weighed")
    _found(made, "2022-fathers-missing", "audits/2022-neglect", "gap", "standard=fathers")
    risk = ("standard=weighed", "serious_risk=yes", "says=A scale was broken and nobody knew")
    _found(made, "2022-scales-broken", "audits/2022-neglect", "gap", *risk)
    _found(made, "2025-weighed", "audits/2025-neglect", "working-well", "standard=weighed")
    return made


def _said(folder: Path, *words: str) -> str:
    """What a command says, in one line."""
    return " ".join(on_the_day(folder, *words).out.split())


def test_a_lay_reader_can_follow_each_standard_from_audit_to_audit(folder: Path) -> None:
    said = _said(folder, "triangulate", "--theme", "neglect")
    weighed = said.partition("Babies were weighed as often as the plan says [weighed]")[2]
    assert weighed.startswith(
        " audits of several agencies: 2022-03-01 8 of 16 random audits/2022-neglect "
        "2023-03-01 22 of 31 random audits/2023-neglect 2025-03-01 34 of 40 random audits/2025-neglect "
        "Last step: no clear change: may be chance. "
        "First to last: clear improvement (change, cause not shown). "
        "Cases of every audit: chosen by: The business unit. "
        "single-agency audits of Westmarch Police: 2024-06-01 24 of 25 (96%) random audits/2024-police "
        "Measured once; another measurement: not recorded."
    )


def test_what_was_left_out_or_worded_anew_is_not_compared(folder: Path) -> None:
    said = _said(folder, "triangulate", "--theme", "neglect")
    fathers = said.partition("Fathers were spoken with [fathers]")[2]
    assert "2025-03-01 not measured random audits/2025-neglect Last step: not measured." in fathers
    tool = said.partition("The neglect tool was filled in [tool-used]")[2]
    assert "Last time it was measured again (2023-03-01): not comparable: asked in other words." in tool
    assert 'Asked in audits/2023-neglect as "The neglect tool was filled in and talked through' in tool


def test_grades_are_compared_with_own_grades_beside_them_and_what_did_not_apply_is_no_grade(folder: Path) -> None:
    said = _said(folder, "triangulate", "--theme", "neglect")
    graded = said.partition("Cases graded sound or better, as the panel agreed them")[2]
    assert "2022-03-01 4 of 20 (20%) random" in graded
    assert "2025-03-01 18 of 20 (90%) random" in graded
    assert "First to last: clear improvement (change, cause not shown)." in graded
    assert "In audits/2025-neglect: own grades before moderation, 16 of 20 at least as good." in graded


def test_a_finding_is_history_only_where_its_own_standard_was_measured_again(folder: Path) -> None:
    said = _said(folder, "triangulate", "--theme", "neglect")
    history = "findings/2022-half-weighed (history: its standard was measured again in audits/2025-neglect)"
    assert f"Not counted: {history}." in said
    assert "← findings/2022-fathers-missing, findings/2022-scales-broken" in said
    assert "Serious risk: findings/2022-scales-broken" in said
    assert "Stabilised" not in said
    brief = _said(folder, "brief", "neglect")
    assert "Half weighed" not in brief
    assert "A scale was broken and nobody knew." in brief


def test_a_clear_deterioration_is_a_concern_without_a_finding(folder: Path) -> None:
    worse = "The home was seen by a worker: 20 of 31 (65%) (March 2022), 19 of 31 (61%) (March 2023), 5 of 40 (13%)"
    assert "clear deterioration of: The home was seen by a worker" in _said(folder, "triangulate", "--theme", "neglect")
    risks = _said(folder, "report", "executive", "--period", "2024-10/2025-03").partition("## Particular risks")[2]
    assert worse in risks.partition("## Particular strengths")[0]
    assert worse in _said(folder, "report", "programme", "--year", "2024-25")
    assert worse in _said(folder, "brief", "neglect").partition("What needs to change")[2]
    problems = json.loads(on_the_day(folder, "check", "--select", "LIF524", "--format", "json").out)["diagnostics"]
    assert [(problem["record"], problem["field"]) for problem in problems] == [("audits/2025-neglect", "results[1]")]


def test_a_trace_of_an_audit_or_a_theme_holds_the_chains(folder: Path) -> None:
    for about in ("neglect", "audits/2025-neglect", "findings/2022-fathers-missing"):
        found = json.loads(on_the_day(folder, "trace", about, "--format", "json").out)["standards"]
        assert "Fathers were spoken with" in [chain["text"] for chain in found], about
        assert "2022-03-01 0 of 16 random audits/2022-neglect" in _said(folder, "trace", about)


def test_as_it_stood_after_the_second_audit_nothing_of_the_third_is_known(folder: Path) -> None:
    then = " ".join(run(folder, "triangulate", "--theme", "neglect", "--today", "2023-06-01").out.split())
    assert "34 of 40" not in then
    assert "clear deterioration" not in then
    assert "findings/2022-half-weighed" in then.partition("Who says what:")[2].partition("Do they agree?")[0]


def test_a_standard_keeps_its_chain_under_a_new_key(folder: Path) -> None:
    before = _said(folder, "triangulate", "--theme", "neglect")
    assert on_the_day(folder, "move", "partnership#weighed", "babies-weighed").code == 0
    assert _said(folder, "triangulate", "--theme", "neglect") == before.replace("[weighed]", "[babies-weighed]")
    assert on_the_day(folder, "move", "partnership#babies-weighed", "weighed").code == 0


def test_an_unknown_standard_and_a_circle_are_refused(folder: Path) -> None:
    unknown = on_the_day(folder, "set", "audits/2025-neglect", "results[0].key=wieghed")
    assert unknown.code == 1
    assert "Did you mean" in unknown.err
    because = ("practice_standards[0].same_because=So we think", "practice_standards[1].same_because=So we think")
    circle = on_the_day(
        folder, "set", "partnership",
        "practice_standards[0].same_as=home-seen", "practice_standards[1].same_as=weighed", *because,
    )  # fmt: skip
    assert circle.code == 1
    assert "[LIF304]" in circle.err
