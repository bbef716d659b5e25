from datetime import date
from typing import Any

import pytest

from lif.analysis.duties.groups import GENERAL_NAMES, group_name, with_group_names
from lif.model.kinds.partnership import Partnership
from lif.model.vocabulary import GroupTask
from support.story import partnership, snapshot_of

LEARNING, EXECUTIVE = GroupTask
TODAY = date(2026, 11, 30)


def _with(*groups: dict[str, Any]) -> Partnership | None:
    numbered = [{"key": f"group-{number}", **group} for number, group in enumerate(groups)]
    return snapshot_of({"partnership": partnership(groups=numbered)}).partnership


def test_a_group_is_called_by_its_own_name() -> None:
    own = _with(
        {"name": "Learning and Impact Group", "does": ["learning"]}, {"name": "Executive", "does": ["executive"]}
    )
    assert group_name(own, LEARNING, TODAY) == "the Learning and Impact Group"
    assert group_name(own, EXECUTIVE, TODAY) == "the Executive"
    assert group_name(_with({"name": "The Hub", "does": ["learning"]}), LEARNING, TODAY) == "the Hub"


@pytest.mark.parametrize("task", GroupTask)
def test_where_no_group_is_marked_the_words_are_general(task: GroupTask) -> None:
    assert group_name(None, task, TODAY) == GENERAL_NAMES[task]
    assert group_name(_with({"name": "Executive"}), task, TODAY) == GENERAL_NAMES[task]


def test_the_name_is_that_of_the_day() -> None:
    both = _with(
        {"name": "Old Group", "does": ["learning"], "until": "2020-03-31"},
        {"name": "New Group", "does": ["learning"], "since": "2020-04-01"},
    )
    assert group_name(both, LEARNING, date(2020, 3, 31)) == "the Old Group"
    assert group_name(both, LEARNING, date(2020, 4, 1)) == "the New Group"
    assert group_name(_with({"name": "New", "does": ["learning"], "since": "2020"}), LEARNING, date(2019, 1, 1)) == (
        "the group that oversees learning"
    )


def test_one_group_may_do_both_and_two_may_share_one_task() -> None:
    one = _with({"name": "Core Group", "does": ["learning", "executive"]})
    assert group_name(one, LEARNING, TODAY) == group_name(one, EXECUTIVE, TODAY) == "the Core Group"
    two = _with({"name": "East Group", "does": ["learning"]}, {"name": "West Group", "does": ["learning"]})
    assert group_name(two, LEARNING, TODAY) == "the East Group and the West Group"


def test_a_sentence_of_the_program_takes_the_own_names_inside_and_at_its_start() -> None:
    own = _with({"name": "Hub", "does": ["learning"]})
    assert with_group_names(own, "shared with the group that oversees learning", TODAY) == "shared with the Hub"
    assert with_group_names(own, "The group that oversees learning finds", TODAY) == "The Hub finds"
    assert with_group_names(own, "reported", TODAY) == "reported"
    assert (
        with_group_names(None, "The group that oversees learning finds", TODAY)
        == "The group that oversees learning finds"
    )
