from typing import Any

import pytest

from lif.analysis.impact.closing_gate import missing_to_close
from lif.model.kinds.action import Action
from support.story import action, snapshot_of

FOLLOW_UP = {"met": 9, "of": 12}


def owed(**fields: Any) -> tuple[str, ...]:
    (entry,) = snapshot_of({"actions/2026-a": action(**fields)}).of(Action)
    return missing_to_close(entry.record)


@pytest.mark.parametrize(
    ("fields", "fields_owed"),
    [
        ({}, ["evidence", "outcome", "outcome_because"]),
        ({"evidence": [{"unnamed": "A sample"}]}, ["outcome", "outcome_because"]),
        ({"measures": [{"what": "In time"}]}, ["measures[0].follow_up", "outcome", "outcome_because"]),
        ({"measures": [{"what": "In time", "follow_up": FOLLOW_UP}], "outcome": "partly"}, ["outcome_because"]),
        ({"outcome": "cannot-tell", "measures": [{"what": "In time"}]}, ["outcome_because"]),
        ({"outcome": "cannot-tell", "outcome_because": "Nobody counted"}, []),
    ],
)
def test_what_an_action_owes_before_it_is_closed_names_its_fields(fields: Any, fields_owed: list[str]) -> None:
    said = owed(**fields)
    assert len(said) == len(fields_owed)
    assert all(name in sentence for name, sentence in zip(fields_owed, said, strict=True))
