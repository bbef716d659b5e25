from typing import Any

import pytest

from lif.analysis.themes.figure_source import figure_source
from lif.model.kinds.indicator import Indicator
from support.story import snapshot_of


def _said(**more: Any) -> str:
    figure = {
        "title": "A figure", "sharing": "public", "measure": "Plans", "better": "higher",
        "series": [{"at": "2025-06", "value": 70}, {"at": "2025-09", "value": 72}], **more,
    }  # fmt: skip
    snapshot = snapshot_of({"indicators/2025-a": figure})
    return figure_source(snapshot, snapshot.of(Indicator)[0]).said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ""),
        ({"every": "quarter"}, "Collected each quarter."),
        ({"collected_by": "police"}, "Collected by The police."),
        (
            {"collected_by": "police", "every": "month", "agency": "council"},
            "Collected each month by The police, about The council.",
        ),
        ({"collected_by": "police", "agency": "police"}, "Collected by The police, about its own work."),
        ({"agency": "police", "target": "80"}, ""),
        (
            {"target": "80", "target_agreed": "2025-04-20", "unit": "percent"},
            "The target of 80 percent was set 2025-04-20.",
        ),
        (
            {"target": "80", "target_agreed": "2025-10-01", "unit": "number"},
            "The target of 80 was set 2025-10-01, after the newest figure.",
        ),
    ],
)
def test_who_collects_a_figure_and_when_its_target_was_set_is_said_as_far_as_it_is_recorded(
    fields: dict[str, Any], said: str
) -> None:
    assert _said(**fields) == said
