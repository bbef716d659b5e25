import pytest

from rules.base import PARTNERSHIP
from support.memory import brief, checked, records

ACTION = "title: Supervision in every team\nsharing: public\n"
REVIEW = "title: Short absences\nsharing: public\nreview_kind: thematic-review\npractitioners: They took part\n"


def _closed(level: str, partnership: str = PARTNERSHIP, **texts: str) -> list[str]:
    own = partnership.replace("  level: partnership", f"  level: {level}")
    found = checked({"records/partnership.yaml": own, **records(**texts)})
    return [line for line in brief(found) if line.startswith("LIF635")]


NOTE = "LIF635 actions/2026-x notes"


@pytest.mark.parametrize(("level", "found"), [("public", [NOTE]), ("partnership", [NOTE]), ("restricted", [])])
def test_a_note_for_few_is_an_error_where_more_can_open_the_folder(level: str, found: list[str]) -> None:
    assert _closed(level, actions__2026_x=ACTION + "notes: Two members did not agree\n") == found


def test_a_field_within_fields_is_found_and_an_open_one_is_not() -> None:
    review = REVIEW + "took_part:\n  - agency: council\n    how: Two meetings\n"
    assert _closed("public", reviews__2026_x=review) == ["LIF635 reviews/2026-x took_part[0].how"]
    assert _closed("partnership", reviews__2026_x=review) == []


def test_how_records_are_checked_is_no_secret() -> None:
    action = ACTION + "allow:\n  - code: LIF999\n    reason: It is right\n    by: Business manager\n"
    settings = PARTNERSHIP + "settings:\n  severities:\n    - code: LIF501\n      severity: off\n      because: Noise\n"
    assert _closed("public", settings, actions__2026_x=action) == []
