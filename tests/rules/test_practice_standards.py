"""What audits measure: more cases of the rules than their pages show."""

from typing import Any

import pytest

from rules.base import PARTNERSHIP
from support.memory import checked
from support.story import Fields, action, audit, decision, files, finding, partnership, result, standard

THEN, NOW = "audits/2024-a", "audits/2026-a"


def _places(code: str, records: dict[str, Fields]) -> list[str]:
    """The record and field of each problem with that code."""
    found = checked(files(records))
    return [f"{problem.record} {problem.field}".strip() for problem in found if problem.code.name == code]


def _worse(more: dict[str, Fields]) -> list[str]:
    records: dict[str, Fields] = {
        THEN: audit("2024-03-01", selection="random", results=[result(20, 31)]),
        NOW: audit("2026-03-01", selection="random", results=[result(5, 40)]),
        **more,
    }
    return _places("LIF524", records)


@pytest.mark.parametrize(
    ("more", "is_asked"),
    [
        ({}, True),
        ({"findings/2026-a": finding(NOW, standard="own-words")}, False),
        ({"findings/2026-a": finding(NOW, "working-well", standard="own-words")}, True),
        ({"findings/2024-a": finding(THEN, standard="own-words")}, True),
        ({"decisions/2026-a": decision(about=[NOW])}, False),
        ({"decisions/2026-a": decision(evidence=[{"record": NOW}])}, False),
        ({"decisions/2026-a": decision(about=[THEN])}, True),
        ({"actions/2026-a": action(measures=[{"what": "It", "baseline": {"met": 5, "of": 40, "record": NOW}}])}, False),
    ],
)
def test_a_deterioration_is_taken_up_by_a_concern_an_action_or_a_decision(
    more: dict[str, Fields],
    is_asked: bool,  # noqa: FBT001
) -> None:
    assert _worse(more) == ([f"{NOW} results[0]"] if is_asked else [])


def _register(*standards: dict[str, Any]) -> dict[str, Fields]:
    return {"partnership": partnership(practice_standards=list(standards))}


def test_a_standard_that_is_the_same_needs_a_reason_and_a_reason_needs_a_standard() -> None:
    first = standard("seen")
    assert _places("LIF309", _register(first, standard("met", same_as="seen"))) == [
        "partnership practice_standards[1].same_as"
    ]
    assert _places("LIF309", _register(first, standard("met", same_because="It is"))) == [
        "partnership practice_standards[1].same_because"
    ]
    assert _places("LIF309", _register(first, standard("met", same_as="seen", same_because="It is"))) == []


def test_standards_that_are_the_same_in_a_circle_are_an_error_and_like_keys_of_themes_are_no_part_of_it() -> None:
    circle = _register(
        standard("a", same_as="b", same_because="So"), standard("b", same_as="a", same_because="So"), standard("c")
    )
    assert _places("LIF304", circle) == ["partnership practice_standards[0].same_as"]
    themes = [
        {"key": "a", "label": "A", "axis": "practice", "replaced_by": "b"},
        {"key": "b", "label": "B", "axis": "practice"},
    ]
    both = partnership(practice_standards=[standard("a"), standard("b", replaced_by="a")], themes=themes)
    assert _places("LIF304", {"partnership": both}) == []


def test_what_took_the_place_of_a_standard_may_be_the_same_as_it() -> None:
    joined = _register(standard("a", replaced_by="b"), standard("b", same_as="a", same_because="Only shorter"))
    assert _places("LIF304", joined) == []


def test_an_unknown_standard_is_an_error_with_the_name_that_was_meant() -> None:
    records = {**_register(standard("own-words")), NOW: audit(results=[result(1, 2, "own-word")])}
    (problem,) = [problem for problem in checked(files(records)) if problem.code.name == "LIF303"]
    assert "Did you mean `own-words`?" in problem.message
    assert "practice_standards" in problem.hint


SCALE = {"key": "two", "name": "Two", "grades": [{"key": "good", "label": "Good"}, {"key": "na", "label": "N/A"}]}


@pytest.mark.parametrize(
    ("scale", "fields", "places"),
    [
        ({"not_applicable": "nil"}, {}, ["partnership scales[0].not_applicable"]),
        ({"not_applicable": "na"}, {"good_enough": "na"}, [f"{NOW} good_enough"]),
        ({}, {"grades": [{"grade": "bad", "moderated": 1}]}, [f"{NOW} grades[0].grade"]),
        ({"not_applicable": "na"}, {"good_enough": "good", "grades": [{"grade": "na", "moderated": 1}]}, []),
    ],
)
def test_grades_are_those_of_the_scale(scale: Fields, fields: Fields, places: list[str]) -> None:
    own = partnership(scales=[{**SCALE, **scale}])
    assert _places("LIF308", {"partnership": own, NOW: audit(scale="two", **fields)}) == places


def test_a_grade_is_counted_once_and_every_grade_of_a_case_is_counted() -> None:
    def places(*grades: Fields) -> list[str]:
        fields: dict[str, Any] = {
            "scale": "two",
            "grades": list(grades),
            "cases": [{"key": "case-1", "moderated": "good"}],
        }
        return _places("LIF523", {"partnership": partnership(scales=[SCALE]), NOW: audit(**fields)})

    good, other = {"grade": "good", "moderated": 1}, {"grade": "na", "moderated": 0}
    assert places(good, other) == []
    assert places(good, good) == [f"{NOW} grades[0].grade", f"{NOW} grades[1].grade"]
    assert places(other) == [f"{NOW} grades"]


def test_cases_that_are_only_numbers_are_not_taken_for_the_same() -> None:
    def places(key: str, **more: Any) -> list[str]:
        both: dict[str, Any] = {"selection": "random", "cases": [{"key": key}]}
        records: dict[str, Fields] = {
            THEN: audit("2024-03-01", results=[result(8, 16)], **both),
            NOW: audit("2026-03-01", results=[result(9, 16)], **both, **more),
        }
        return _places("LIF527", records)

    assert places("case-1") == []
    assert places("school-move") == [f"{NOW} cases"]
    assert places("school-move", same_cases_as=[THEN]) == []


def test_a_finding_of_a_return_names_a_standard_of_its_set() -> None:
    def places(named: str) -> list[str]:
        records = {
            "partnership": PARTNERSHIP,
            "assessments/2026-a": "title: A\nsharing: public\nagency: health\ncycle: 2026\nstandards_set: section-11\n",
            "findings/2026-a": "title: F\nsharing: public\nsource: assessments/2026-a\ntheme: supervision\n"
            f"direction: working-well\nrated_standard: {named}\n",
        }
        found = checked({f"records/{name}.yaml": text for name, text in records.items()})
        return [str(problem.field) for problem in found if problem.code.name == "LIF308"]

    assert places("supervision") == []
    assert places("supervison") == ["rated_standard"]
