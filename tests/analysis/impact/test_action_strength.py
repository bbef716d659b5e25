from collections.abc import Callable

import pytest

from lif.analysis.impact.action_strength import STRENGTH, only_weaker, strength_summary
from lif.model.vocabulary import ActionKind

Rows = list[dict[str, str]]
UNSAID = ", 1 whose kind is not recorded"
TRAINING, POLICY, CHECKLIST = ActionKind.TRAINING, ActionKind.POLICY_OR_PROCEDURE, ActionKind.CHECKLIST


def test_every_kind_has_the_strength_of_its_row_in_the_published_table(rows: Callable[[str], Rows]) -> None:
    assert [STRENGTH[kind] for kind in ActionKind] == [row["strength"] for row in rows("action_hierarchy_va_ncps")]
    assert list(STRENGTH) == list(ActionKind)


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (
            [TRAINING, TRAINING, POLICY, POLICY, CHECKLIST],
            "5 actions: 0 stronger, 1 intermediate, 4 weaker (all training or policy)",
        ),
        ([TRAINING, TRAINING], "2 actions: 0 stronger, 0 intermediate, 2 weaker (all training)"),
        ([POLICY], "1 action: 0 stronger, 0 intermediate, 1 weaker (policy)"),
        (
            [ActionKind.WARNING, TRAINING, POLICY, None],
            f"4 actions: 0 stronger, 0 intermediate, 3 weaker (all training, policy or warnings){UNSAID}",
        ),
        ([ActionKind.FORCING_FUNCTION], "1 action: 1 stronger, 0 intermediate, 0 weaker"),
        ([], "0 actions: 0 stronger, 0 intermediate, 0 weaker"),
    ],
)
def test_actions_are_counted_by_strength(kinds: list[ActionKind | None], said: str) -> None:
    assert strength_summary(kinds) == said


def test_only_weaker_is_said_of_actions_whose_kinds_are_all_known() -> None:
    assert only_weaker([TRAINING, POLICY])
    assert not only_weaker([TRAINING, CHECKLIST])
    assert not only_weaker([TRAINING, None])
    assert not only_weaker([])
