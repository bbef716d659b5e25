from typing import Any

import pytest

from lif.model.kinds.audit import Audit
from lif.model.sharing import PARTNERSHIP, PUBLIC, Sharing
from lif.reports.audit_design import audit_design
from support.story import audit, partnership, snapshot_of

DESIGN: dict[str, Any] = {
    "cases_looked_at": "14",
    "selection": "random",
    "selection_described": "Drawn at random from all plans",
    "looked_at": {"since": "2025-05-01", "until": "2025-07-31"},
    "criteria": ["The child's words stand in the plan.", "Both parents were spoken with"],
    "led_by": "police",
    "moderated_by": "qig",
}


def _designed(audience: Sharing = PARTNERSHIP, **fields: Any) -> str:
    snapshot = snapshot_of({"partnership": partnership(), "audits/2026-a": audit(**fields)})
    return audit_design(snapshot, snapshot.of(Audit)[0], audience)


def test_who_chose_the_cases_and_how_what_was_looked_for_and_who_moderated_is_told() -> None:
    assert _designed(**DESIGN) == (
        "Cases: 14. How they were chosen: Drawn at random from all plans. Practice of: May 2025 to July 2025. "
        "Looked for: The child's words stand in the plan; Both parents were spoken with. Led by: The police. "
        "Grades moderated by: Quality Improvement Group."
    )


def test_without_a_description_the_word_for_the_selection_stands_there() -> None:
    assert _designed(selection="sampled-by-risk") == "How they were chosen: sampled by risk."
    assert _designed(looked_at={"since": "2025-05-01", "until": "2025-05-31"}) == "Practice of: May 2025."
    assert _designed() == ""


@pytest.mark.parametrize(("audience", "told"), [(PUBLIC, ""), (PARTNERSHIP, "Cases: 4.")])
def test_the_public_is_not_told_of_few_cases(audience: Sharing, told: str) -> None:
    assert _designed(audience, cases_looked_at="4") == told
