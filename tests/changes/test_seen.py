from typing import Any

import pytest

from lif.changes.seen import write_seen
from lif.changes.suspect import Trust, evidence_of
from lif.model.fingerprint import fingerprint
from lif.model.kinds.decision import Decision
from lif.model.kinds.position import Position
from lif.model.snapshot import Snapshot
from support.story import audit, finding, snapshot_of

RECORDS = {
    "audits/2026-x": audit(),
    "audits/2026-y": audit(title="Another"),
    "findings/2026-x": finding("audits/2026-x"),
}
SNAPSHOT = snapshot_of(RECORDS)
AUDIT, OTHER = (fingerprint(SNAPSHOT.entries[name].record) for name in ("audits/2026-x", "audits/2026-y"))


def seen_of(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[str | None]:
    tree = {"evidence": [dict(piece) for piece in after]}
    write_seen(Decision, tree, {"evidence": before}, SNAPSHOT)
    return [piece.get("seen") for piece in tree["evidence"]]


def test_what_is_cited_anew_is_seen_and_what_stood_there_before_keeps_what_it_holds() -> None:
    cited = {"record": "audits/2026-x", "note": "10 of 14"}
    assert seen_of([], [cited, {"unnamed": "Talks"}]) == [AUDIT, None]
    assert seen_of([cited], [cited]) == [None]
    assert seen_of([cited], [cited, {"record": "audits/2026-y"}]) == [None, OTHER]
    assert seen_of([], [{**cited, "seen": "000000000000"}]) == ["000000000000"]


def test_a_citation_that_goes_over_to_another_record_does_not_keep_the_old_fingerprint() -> None:
    before = {"record": "audits/2026-x", "seen": AUDIT, "accepted": {"by": "Chair"}}
    tree = {"evidence": [{**before, "record": "audits/2026-y"}]}
    write_seen(Decision, tree, {"evidence": [before]}, SNAPSHOT)
    assert tree["evidence"] == [{"record": "audits/2026-y", "seen": OTHER}]


def test_evidence_that_only_moved_in_its_list_keeps_the_word_of_who_accepted_it() -> None:
    first, second = {"record": "audits/2026-y"}, {"record": "audits/2026-x", "accepted": {"by": "Chair"}}
    tree = {"evidence": [dict(second), dict(first)]}
    write_seen(Decision, tree, {"evidence": [first, second]}, SNAPSHOT)
    assert tree["evidence"] == [second, first]


@pytest.mark.parametrize("target", ["audits/2026-gone", "audits/2026-x#none"])
def test_of_what_is_not_there_nothing_was_seen(target: str) -> None:
    assert seen_of([], [{"record": target}]) == [None]


def _position(**piece: str) -> Snapshot:
    factor = {"key": "a", "factor": "Late", "evidence": [{"record": "audits/2026-x", **piece}]}
    position = {"title": "A position", "sharing": "public", "year": "2026-27", "factors": [factor]}
    return snapshot_of({**RECORDS, "positions/2026-p": position})


def test_evidence_deep_in_a_record_is_seen_and_suspected_too() -> None:
    tree: dict[str, Any] = {"factors": [{"evidence": [{"record": "audits/2026-x"}]}]}
    write_seen(Position, tree, {}, SNAPSHOT)
    assert tree["factors"][0]["evidence"][0]["seen"] == AUDIT
    snapshot = _position(seen="000000000000")
    (piece,) = evidence_of(snapshot, snapshot.entries["positions/2026-p"])
    assert (piece.field, piece.trust) == ("factors[0].evidence[0]", Trust.SUSPECT)
