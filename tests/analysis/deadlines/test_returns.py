from datetime import date
from typing import Any

import pytest

from lif.analysis.deadlines.returns import returns_of_agency
from lif.model.sharing import PARTNERSHIP
from lif.reports.builders.agency import build
from lif.reports.request import Request
from support.asking import built
from support.story import partnership, snapshot_of

OTHERS = {"by": "Another", "own": False, "basis": "pages", "complete": "Far from it"}
BARE = {"title": "A page that names it", "sharing": "public", "cycle": "2025", "agency": "council"}


@pytest.mark.parametrize(
    ("cycle", "record", "more", "was_asked"),
    [
        ({}, BARE, {}, False),
        ({}, {**BARE, "asked": "2025-04-01"}, {}, True),
        ({}, {**BARE, "due": "2025-07-01"}, {}, True),
        ({"agencies": ["council"]}, BARE, {}, True),
        ({"agencies": ["council"]}, None, {}, True),
        ({"agencies": ["police"], "due": "2025-07-01"}, BARE, {}, False),
        ({"due": "2025-07-01"}, None, {}, True),
        ({"due": "2025-07-01"}, BARE, {"compiled": OTHERS}, False),
    ],
)
def test_a_return_is_owed_only_where_it_was_asked_for(
    cycle: dict[str, Any],
    record: dict[str, Any] | None,
    more: dict[str, Any],
    was_asked: bool,  # noqa: FBT001 - a column of the table
) -> None:
    records = {"partnership": partnership(cycles=[{"key": "2025", **cycle}], **more)}
    snapshot = snapshot_of(records | ({"assessments/2025-a": record} if record else {}))
    (expected,) = returns_of_agency(snapshot, "council", date(2025, 6, 1))
    assert expected.was_asked is was_asked
    said = built(build, snapshot, Request(date(2025, 6, 1), about="council"), PARTNERSHIP)
    assert any("A return of its standards" in line.text for line in said.owed) is was_asked
