from datetime import date

import pytest

from lif.analysis.themes.looked_at import is_looked_at_in, last_look, looks_at
from lif.model.period import Period
from support.story import Fields, audit, feedback, finding, review, snapshot_of

ON = ["early-help"]


def _last(story: dict[str, Fields]) -> tuple[str, str] | None:
    last = last_look(looks_at(snapshot_of(story), "early-help"))
    return (last.record, str(last.when or "")) if last else None


INDICATOR: Fields = {
    "title": "A figure", "sharing": "public", "measure": "How many", "better": "higher", "themes": ON,
    "series": [{"at": "2025-01", "value": 1}, {"at": "2026-02", "value": 2}],
}  # fmt: skip
POSITION: Fields = {
    "title": "A position", "sharing": "public", "year": "2025-26", "agreed": "2026-06-01",
    "factors": [{"key": "more", "factor": "More", "themes": ON}],
}  # fmt: skip
CONTRIBUTION: Fields = {
    "title": "A contribution", "sharing": "public", "agency": "police", "year": "2025-26", "received": "2026-06-01",
    "emerging_themes": ON,
}  # fmt: skip


@pytest.mark.parametrize(
    ("story", "last"),
    [
        ({}, None),
        ({"feedback/2026-a": feedback(themes=ON)}, ("feedback/2026-a", "2026-05-20")),
        ({"indicators/2026-a": INDICATOR}, ("indicators/2026-a", "2026-02")),
        ({"reviews/2026-a": review(None, themes=ON)}, ("reviews/2026-a", "")),
        ({"audits/2026-a": audit(None, life={"planned": "2026-05"}, themes=ON)}, None),
        ({"positions/2026-a": POSITION, "contributions/2026-a": CONTRIBUTION}, None),
        (
            {"positions/2026-a": POSITION, "findings/2026-a": finding("positions/2026-a")},
            ("findings/2026-a", "2026-06-01"),
        ),
        (
            {"audits/2026-a": audit(themes=ON), "findings/2026-a": finding("audits/2026-a")},
            ("audits/2026-a", "2026-04-16"),
        ),
    ],
    ids=["nothing", "feedback", "a figure", "undated", "planned", "only said", "a finding of it", "the record first"],
)
def test_the_last_look_is_the_newest_record_that_looks(story: dict[str, Fields], last: tuple[str, str] | None) -> None:
    assert _last(story) == last


def test_a_figure_looks_at_the_date_of_each_of_its_points() -> None:
    looks = looks_at(snapshot_of({"indicators/2026-a": INDICATOR}), "early-help")
    assert is_looked_at_in(looks, Period(date(2025, 1, 1), date(2025, 6, 30), ""))
    assert not is_looked_at_in(looks, Period(date(2025, 2, 1), date(2026, 1, 31), ""))
