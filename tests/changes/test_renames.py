from datetime import date
from typing import Any

import pytest

from lif.changes.change import Changes
from lif.changes.change_words import sentences_of_change
from lif.changes.delta import proposal_changes
from lif.changes.diff import diff
from lif.changes.themes import themes_touched
from lif.model.snapshot import Snapshot
from support.story import action, assessment, audit, decision, finding, partnership, recommendation, review, snapshot_of

Fields = dict[str, Any]
STORY: Fields = {
    "audits/2026-x": audit(took_part=[{"agency": "police"}], themes=["early-help"]),
    "findings/2026-x": finding("audits/2026-x", "gap", agencies=["police", "council"]),
    "decisions/2026-x": decision(group="qig", date="2026-05-01", theme="early-help", says="Do it", to=["police"]),
    "actions/2026-x": action("findings/2026-x", owner={"agency": "police"}, joint_with=["council"]),
    "assessments/2026-x": assessment(agency="police"),
}


def renamed(old: str, new: str, value: Any) -> Any:
    """The same with another key, wherever it stands as a whole value."""
    if isinstance(value, dict):
        return {name: renamed(old, new, inner) for name, inner in value.items()}
    return [renamed(old, new, inner) for inner in value] if isinstance(value, list) else new if value == old else value


def both(old: str, new: str, **more: Any) -> tuple[Snapshot, Snapshot]:
    before = {"partnership": partnership(), **STORY}
    return snapshot_of(before), snapshot_of({**renamed(old, new, before), **more})


def told(changes: Changes) -> dict[str, list[str]]:
    return {change.id: [sentence.text for sentence in sentences_of_change(change)] for change in changes.records}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("police", "constabulary", "agencies: police renamed constabulary"),
        ("qig", "quality-group", "groups: qig renamed quality-group"),
        ("early-help", "help-early", "themes: early-help renamed help-early"),
        ("2026", "cycle-2026", "cycles: 2026 renamed cycle-2026"),
    ],
)
def test_a_renaming_with_all_its_citations_is_told_once_and_changes_no_record(old: str, new: str, says: str) -> None:
    before, after = both(old, new)
    changes = diff(before, after)
    assert told(changes) == {"partnership": [says]}
    assert changes.following
    touched = themes_touched(before, after, changes)
    assert proposal_changes(before, after, date(2026, 10, 1), touched, changes.keys.get("theme", {})) == ()


def test_what_else_changes_in_a_record_that_follows_is_told() -> None:
    altered = {**renamed("police", "constabulary", STORY["findings/2026-x"]), "direction": "working-well"}
    changes = diff(*both("police", "constabulary", **{"findings/2026-x": altered}))
    assert told(changes)["findings/2026-x"] == ["was gap, now working well"]


def test_a_citation_that_goes_over_to_another_agency_is_a_change_beside_a_renaming() -> None:
    altered = {**STORY["decisions/2026-x"], "to": ["council"]}
    changes = diff(*both("police", "constabulary", **{"decisions/2026-x": altered}))
    assert told(changes)["decisions/2026-x"]
    assert "decisions/2026-x" not in changes.following


def test_an_agency_with_another_name_under_another_key_is_another_agency() -> None:
    changed = partnership()
    changed["agencies"][1] = {"key": "trust", "name": "The trust", "roles": [{"role": "relevant-agency"}]}
    changes = diff(snapshot_of({"partnership": partnership()}), snapshot_of({"partnership": changed}))
    assert [text.partition(":")[0] for text in told(changes)["partnership"]] == ["agencies added", "agencies taken out"]


def test_a_cycle_that_ends_and_one_that_begins_are_two_though_neither_holds_more_than_its_key() -> None:
    changed = {**partnership(), "cycles": [{"key": "2026"}, {"key": "2027"}]}
    changes = diff(snapshot_of({"partnership": partnership()}), snapshot_of({"partnership": changed}))
    assert told(changes)["partnership"] == ["cycles added: key 2027", "cycles taken out: key 2025"]


def test_an_item_with_another_key_is_renamed_and_what_cites_it_follows() -> None:
    def story(key: str) -> Snapshot:
        asked = review(recommendations=[recommendation(key)], inferred=[f"recommendations#{key}"])
        return snapshot_of({"reviews/2026-x": asked, "actions/2026-x": action(f"reviews/2026-x#{key}")})

    changes = diff(story("first"), story("second"))
    assert told(changes) == {"reviews/2026-x": ["recommendations: first renamed second"]}
    assert changes.following == ("actions/2026-x",)


def test_results_that_come_and_go_are_told_apart_and_lists_in_them_by_name() -> None:
    """`results added: … own-word … own-words`, where one was taken out; `0 child-voice`."""
    old = {"key": "own-word", "met": 10, "of": 14}
    new = {"key": "own-words", "met": 3, "of": 9}
    changes = diff(
        snapshot_of({"audits/2026-x": audit(results=[old])}), snapshot_of({"audits/2026-x": audit(results=[new])})
    )
    assert told(changes)["audits/2026-x"] == [
        "results added: key own-words; met 3; out of 9",
        "results taken out: key own-word; met 10; out of 14",
    ]
    themed = review(recommendations=[recommendation("one", themes=["child-voice", "early-help"])])
    changes = diff(snapshot_of({"reviews/2026-x": review()}), snapshot_of({"reviews/2026-x": themed}))
    (text,) = told(changes)["reviews/2026-x"]
    assert text.endswith("themes child-voice; themes early-help")
