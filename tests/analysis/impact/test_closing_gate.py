from typing import Any

import pytest

from lif.analysis.impact.closing_gate import missing_besides, missing_to_close
from lif.model.kinds.action import Action
from support.memory import TODAY, checked
from support.story import ANOTHER, action, audit, evaluation, files, finding, snapshot_of

FOLLOW_UP = {"met": 9, "of": 12}
MEASURE = {"what": "Handovers in time", "follow_up": FOLLOW_UP}
OPEN_MEASURE = {"what": "Handovers in time"}
ATTENDED = {"what": "Practitioners who attended the training", "follow_up": FOLLOW_UP}
OTHERS = {
    "audits/2026-x": audit(),
    "evaluations/2026-e": evaluation("audits/2026-x"),
    "learning/2026-l": {"title": "A briefing", "sharing": "public", "form": "briefing"},
}
REFUSES = {"LIF512", "LIF513", "LIF514", "LIF553"}


def owed(**fields: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    (entry,) = (snapshot := snapshot_of({"actions/2026-a": action(**fields), **OTHERS})).of(Action)
    return missing_to_close(snapshot, entry), missing_besides(entry.record)


@pytest.mark.parametrize(
    ("fields", "fields_owed", "fields_besides"),
    [
        ({}, ["evidence"], ["outcome", "outcome_because"]),
        ({"evidence": [{"unnamed": "Everyone agrees"}]}, ["evidence"], ["outcome", "outcome_because"]),
        ({"evidence": [{"note": "Talked about"}], "outcome": "partly"}, ["evidence"], ["outcome_because"]),
        ({"evidence": [{"record": "learning/2026-l"}], "outcome": "partly"}, ["evidence"], ["outcome_because"]),
        ({"measures": [ATTENDED], "outcome": "achieved"}, ["evidence"], ["outcome_because"]),
        (
            {"measures": [OPEN_MEASURE]},
            ["measures[0].follow_up"],
            ["measures[0].follow_up", "outcome", "outcome_because"],
        ),
        ({"measures": [MEASURE], "outcome": "partly"}, [], ["outcome_because"]),
        (
            {"measures": [OPEN_MEASURE], "evidence": [{"record": "evaluations/2026-e"}], "outcome": "achieved"},
            [],
            ["measures[0].follow_up", "outcome_because"],
        ),
        ({"outcome": "cannot-tell", "measures": [OPEN_MEASURE]}, ["outcome_because"], ["outcome_because"]),
        ({"outcome": "cannot-tell", "outcome_because": "Nobody counted"}, [], []),
        ({"outcome": "not-achieved", "evidence": [{"unnamed": "A talk"}], "outcome_because": "Heard"}, [], []),
        ({"outcome": "not-achieved", "outcome_because": "Heard"}, ["evidence"], []),
    ],
)
def test_what_is_owed_names_its_fields_and_lif_check_refuses_the_closing_just_then(
    fields: Any, fields_owed: list[str], fields_besides: list[str]
) -> None:
    for said, expected in zip(owed(**fields), (fields_owed, fields_besides), strict=True):
        assert len(said) == len(expected)
        assert all(name in sentence for name, sentence in zip(expected, said, strict=True))
    records = {"actions/2026-a": action(**{**fields, "closed": "2026-09-01"}), **OTHERS}
    assert bool(fields_owed) is any(found.code.name in REFUSES for found in checked(files(records), TODAY))


def test_work_from_elsewhere_is_no_look_at_practice_here() -> None:
    records = {"audits/2026-n": audit(**ANOTHER), "findings/2026-n": finding("audits/2026-n", "working-well")}
    for cited in records:
        done = action(evidence=[{"record": cited}], outcome="partly")
        (entry,) = (snapshot := snapshot_of({"actions/2026-a": done, **records})).of(Action)
        assert [missing.partition(": ")[2] for missing in missing_to_close(snapshot, entry)] == [
            "evidence, or a measure"
        ]
