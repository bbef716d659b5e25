import pytest

from rules.base import PARTNERSHIP
from rules.duties import messages, places_of
from rules.test_standards import with_agencies

ASKED = "    standards_set: section-11\n    due: {due}\n    agencies: [{agencies}]\n"


def cycle(agencies: str = "council, police", due: str = "2026-07-10") -> str:
    text = with_agencies(PARTNERSHIP)
    return text.replace("    standards_set: section-11\n", ASKED.format(due=due, agencies=agencies))


def test_a_commissioned_service_that_a_cycle_does_not_list_is_named() -> None:
    assert messages("LIF738", cycle()) == ["asked of 2 agencies, and not of Family support"]
    assert places_of("LIF738", cycle()) == ["partnership cycles[0].agencies"]
    assert places_of("LIF738", cycle("council, family-support")) == []


@pytest.mark.parametrize("due", ["2020-07-10", "2018-01-31"])
def test_one_that_was_not_yet_commissioned_or_of_the_time_before_is_not_missed(due: str) -> None:
    assert places_of("LIF738", cycle(due=due)) == []


def test_a_cycle_without_a_list_asks_everybody() -> None:
    assert places_of("LIF738", with_agencies(PARTNERSHIP)) == []


RETURN = """\
title: Return
sharing: partnership
cycle: 2026
agency: health
standards_set: section-11
"""
LOWERED = """\
ratings:
  - standard: supervision
    own: good
    evidence: Monthly figure
    moderated: requires-improvement
    moderated_because: Two teams are left out
"""


@pytest.mark.parametrize(
    ("more", "places"),
    [
        (LOWERED, ["assessments/2026-b ratings[0].moderated"]),
        (LOWERED + "    carried_from: assessments/2024-a\n", []),
        (LOWERED.replace("Two teams", "Three teams"), []),
        (LOWERED.replace("requires-improvement", "inadequate"), []),
    ],
)
def test_moderation_that_only_repeats_the_cycle_before_is_told(more: str, places: list[str]) -> None:
    first = RETURN + "returned: 2024-07-01\n" + LOWERED
    second = RETURN + "follows: assessments/2024-a\n" + more
    assert places_of("LIF739", assessments__2024_a=first, assessments__2026_b=second) == places


def test_moderation_that_agreed_may_say_so_again_in_the_same_words() -> None:
    agreed = LOWERED.replace("requires-improvement", "good").replace("Two teams are left out", "Agreed")
    first = RETURN + "returned: 2024-07-01\n" + agreed
    second = RETURN + "follows: assessments/2024-a\n" + agreed
    assert places_of("LIF739", assessments__2024_a=first, assessments__2026_b=second) == []
