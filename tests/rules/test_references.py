from collections.abc import Mapping

import pytest

from rules.base import BASE, PARTNERSHIP
from support.memory import checked, errors, records

AUDIT = """\
title: Supervision in school nursing
sharing: partnership
audit_kind: single-agency
"""
NEED = """\
title: Whether supervision reaches staff who work alone
sharing: partnership
driver: data
"""
ACTION = """\
title: One supervision template across agencies
sharing: partnership
"""
FINDING = """\
title: Doubts raised in supervision were not recorded
sharing: partnership
source: audits/2026-supervision
theme: supervision
direction: needs-to-improve
"""


FOR_FEW = PARTNERSHIP.replace("  level: partnership", "  level: restricted")


def faults(partnership: str = FOR_FEW, **texts: str) -> list[str]:
    """The errors of rules in these records, as `LIF301 actions/2026-x answers[0]`."""
    files: Mapping[str, str] = {"records/partnership.yaml": partnership, **records(**texts)}
    return [
        f"{diagnostic.code.name} {diagnostic.record} {diagnostic.field}".strip()
        for diagnostic in errors(checked(files))
    ]


def messages(**texts: str) -> str:
    return "\n".join(
        f"{diagnostic.message} {diagnostic.hint}" for diagnostic in errors(checked({**BASE, **records(**texts)}))
    )


def test_a_citation_that_leads_somewhere_is_fine() -> None:
    assert faults(needs__2026_alone=NEED, actions__2026_x=ACTION + "answers: [needs/2026-alone]\n") == []


def test_a_citation_that_leads_nowhere_is_an_error_and_the_nearest_record_is_offered() -> None:
    texts = {"needs__2026_alone": NEED, "actions__2026_x": ACTION + "answers: [needs/2026-alnoe]\n"}
    assert faults(**texts) == ["LIF301 actions/2026-x answers[0]"]
    assert "Did you mean `needs/2026-alone`?" in messages(**texts)


def test_a_citation_of_an_item_that_is_not_there_names_the_items_that_are() -> None:
    review = """\
        title: Learning review on handovers
        sharing: public
        review_kind: learning-review
        recommendations:
          - key: named-lead
            text: Name one lead for each family
            form: recommendation
        """
    right = ACTION + "answers: [reviews/2026-handovers#named-lead]\n"
    wrong = ACTION + "answers: [reviews/2026-handovers#named-leed]\n"
    assert faults(reviews__2026_handovers=review, actions__2026_x=right) == []
    assert faults(reviews__2026_handovers=review, actions__2026_x=wrong) == ["LIF301 actions/2026-x answers[0]"]
    assert "Keys in that record: named-lead." in messages(reviews__2026_handovers=review, actions__2026_x=wrong)


def test_a_citation_deep_inside_a_broken_record_is_checked_as_well() -> None:
    broken = ACTION + "due: soon\nanswers: [needs/2026-nowhere]\n"
    assert faults(actions__2026_x=broken) == ["LIF205 actions/2026-x due", "LIF301 actions/2026-x answers[0]"]


def test_citing_a_broken_record_is_no_further_error() -> None:
    broken = NEED.replace("driver: data", "driver: gossip")
    citing = {f"actions__2026_x{number}": ACTION + "answers: [needs/2026-alone]\n" for number in range(5)}
    assert faults(needs__2026_alone=broken, **citing) == ["LIF204 needs/2026-alone driver"]


def test_citing_an_item_of_a_record_that_ends_in_the_middle_is_no_further_error() -> None:
    review = """\
        title: Learning review on handovers
        sharing: public
        review_kind: learning-review
        recommendations:
          - key: early
            text: Begin early
            form: recommendation
          - key: "named-lead
        """
    citing = ACTION + "answers: [reviews/2026-handovers#named-lead]\n"
    assert faults(reviews__2026_handovers=review, actions__2026_x=citing) == ["LIF111 reviews/2026-handovers"]


POSITION = """\
title: The year ahead
sharing: public
year: 2026-27
factors:
  - key: demand
    factor: More families ask for early help
"""


@pytest.mark.parametrize("cited", ["actions/2026-y", "positions/2026-year#demand"])
def test_a_field_cites_only_the_kinds_it_is_meant_for(cited: str) -> None:
    texts = {"positions__2026_year": POSITION, "actions__2026_y": ACTION}
    assert faults(**texts, actions__2026_x=ACTION + f"answers: [{cited}]\n") == ["LIF302 actions/2026-x answers[0]"]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("owner: {}\n  agency: nhs", "owner.agency"),
        ("oversight: board", "oversight"),
        ("themes: [handover]", "themes[0]"),
        ("joint_with: [police, navy]", "joint_with[1]"),
    ],
)
def test_a_name_that_the_partnership_does_not_know_is_an_error(line: str, field: str) -> None:
    assert faults(actions__2026_x=ACTION + f"{line.replace(' {}', '')}\n") == [f"LIF303 actions/2026-x {field}"]


def test_without_a_sound_partnership_names_are_not_held_against_anybody() -> None:
    broken = PARTNERSHIP.replace("sharing: public", "sharing: everyone")
    assert faults(broken, actions__2026_x=ACTION + "themes: [whatever]\n") == ["LIF204 partnership sharing"]


def test_two_audits_that_repeat_each_other_are_a_circle_told_once() -> None:
    found = faults(
        audits__2024_supervision=AUDIT + "reaudit_of: audits/2026-supervision\n",
        audits__2026_supervision=AUDIT + "reaudit_of: audits/2024-supervision\n",
    )
    assert found == ["LIF304 audits/2024-supervision reaudit_of"]


def test_a_record_that_repeats_itself_is_a_circle() -> None:
    found = faults(audits__2026_supervision=AUDIT + "reaudit_of: audits/2026-supervision\n")
    assert found == ["LIF304 audits/2026-supervision reaudit_of"]


def test_a_long_chain_that_does_not_come_back_is_fine() -> None:
    chain = {f"audits__{year}_s": AUDIT + f"reaudit_of: audits/{year - 1}-s\n" for year in range(2001, 2027)}
    assert faults(audits__2000_s=AUDIT, **chain) == []


def test_two_ways_to_one_earlier_recommendation_are_no_circle() -> None:
    def review(*others: str) -> str:
        listed = ", ".join(f"reviews/{other}#lead" for other in others)
        return f"""\
        title: Learning review on handovers
        sharing: public
        review_kind: learning-review
        recommendations:
          - key: lead
            text: Name one lead
            form: recommendation
            repeat_of: [{listed}]
        """

    first, second, third, last = review(), review("2021-a"), review("2021-a"), review("2022-b", "2023-c")
    assert faults(reviews__2021_a=first, reviews__2022_b=second, reviews__2023_c=third, reviews__2026_d=last) == []


def test_recommendations_that_repeat_each_other_are_a_circle() -> None:
    def review(other: str) -> str:
        return f"""\
        title: Learning review on handovers
        sharing: public
        review_kind: learning-review
        recommendations:
          - key: lead
            text: Name one lead
            form: recommendation
            repeat_of: [{other}#lead]
        """

    found = faults(reviews__2024_a=review("reviews/2026-b"), reviews__2026_b=review("reviews/2024-a"))
    assert found == ["LIF304 reviews/2024-a recommendations[0].repeat_of[0]"]


def test_themes_that_replace_each_other_are_a_circle() -> None:
    looped = PARTNERSHIP.replace(
        "    label: Sharing information\n", "    label: Sharing information\n    replaced_by: handovers\n"
    )
    assert faults(looped) == ["LIF304 partnership themes[5].replaced_by"]


RESULTS = """\
results:
  - key: in-time
    met: 8
    of: 12
"""
AGAIN = """\
  - key: in-time
    met: 8
    of: 12
"""
INTENDED = """\
intended:
  - key: in-time
    outcome: Handovers happen before the worker leaves
"""


def test_two_items_of_a_list_need_two_keys() -> None:
    assert faults(audits__2026_x=AUDIT + RESULTS + AGAIN) == ["LIF305 audits/2026-x results[1].key"]


def test_items_that_nobody_cites_may_share_a_key_with_those_of_another_list() -> None:
    assert faults(audits__2026_x=AUDIT + RESULTS + INTENDED) == []


def test_an_agency_and_a_group_may_share_a_key() -> None:
    assert faults(PARTNERSHIP.replace("  - key: qig\n", "  - key: council\n")) == []


def test_an_agency_that_stands_twice_in_the_partnership_is_an_error() -> None:
    assert faults(PARTNERSHIP.replace("  - key: police\n", "  - key: council\n")) == [
        "LIF305 partnership agencies[2].key"
    ]


def test_a_replaced_theme_is_a_warning_that_names_the_theme_in_its_place() -> None:
    found = checked({**BASE, **records(actions__2026_x=ACTION + "themes: [handovers]\n")})
    assert [
        (diagnostic.code.name, diagnostic.field, diagnostic.hint)
        for diagnostic in found
        if diagnostic.code.name == "LIF306"
    ] == [("LIF306", "themes[0]", "Write `information-sharing`.")]


def test_a_need_is_no_theme_of_a_finding_and_a_practice_is_no_need() -> None:
    finding = FINDING.replace("theme: supervision", "theme: neglect") + "needs: [neglect, supervision]\n"
    assert faults(audits__2026_supervision=AUDIT, findings__2026_x=finding) == [
        "LIF307 findings/2026-x theme",
        "LIF307 findings/2026-x needs[1]",
    ]


def test_grades_of_an_audit_are_on_its_scale() -> None:
    audit = (
        AUDIT
        + """\
scale: four-grades
cases:
  - key: case-1
    grades:
      - agency: health
        grade: adequate
    moderated: goood
  - key: case-2
    grades:
      - agency: health
        grade: good
    moderated: good
"""
    )
    assert faults(audits__2026_supervision=audit) == [
        "LIF308 audits/2026-supervision cases[0].grades[0].grade",
        "LIF308 audits/2026-supervision cases[0].moderated",
    ]
    assert "Did you mean `good`?" in messages(audits__2026_supervision=audit)


def test_standards_and_ratings_of_an_assessment_are_those_of_its_set() -> None:
    assessment = """\
        title: Organisational standards, NHS Exampleshire
        sharing: partnership
        agency: health
        cycle: 2026
        standards_set: section-11
        ratings:
          - standard: supervision
            own: good
            moderated: fair
          - standard: whistleblowing
        """
    assert faults(assessments__2026_health=assessment) == [
        "LIF308 assessments/2026-health ratings[0].moderated",
        "LIF308 assessments/2026-health ratings[1].standard",
    ]


def test_an_unknown_scale_is_told_once_and_its_grades_are_left_alone() -> None:
    audit = AUDIT + "scale: traffic-lights\ncases:\n  - key: case-1\n    moderated: amber\n"
    assert faults(audits__2026_supervision=audit) == ["LIF303 audits/2026-supervision scale"]
