from typing import Any

from lif.analysis.deadlines.every_deadline import deadlines
from lif.changes.delta import deadline_shifts, delta, newly_suspect, proposal_changes
from lif.changes.diff import diff
from lif.changes.suspect import Trust, cited_part, evidence_of
from lif.diagnostics.diagnostic import Diagnostic
from lif.model.fingerprint import fingerprint
from lif.model.snapshot import Snapshot
from support.memory import brief, checked
from support.story import TODAY, action, audit, decision, files, finding, recommendation, review, snapshot_of

AUDIT = "audits/2026-x"
REVIEW = {"reviews/2026-x": review(recommendations=[recommendation("one"), recommendation("two")])}


def cited(target: str, **more: str) -> dict[str, Any]:
    return {"decisions/2026-x": decision(evidence=[{"record": target, **more}, {"unnamed": "Serious case reviews"}])}


def trust(snapshot: Snapshot) -> list[Trust]:
    return [evidence.trust for evidence in evidence_of(snapshot, snapshot.entries["decisions/2026-x"])]


def test_unreviewed_and_suspect_evidence_are_two_things() -> None:
    now = fingerprint(snapshot_of({AUDIT: audit()}).entries[AUDIT].record)
    assert trust(snapshot_of({AUDIT: audit(), **cited(AUDIT)})) == [Trust.UNREVIEWED]
    assert trust(snapshot_of({AUDIT: audit(), **cited(AUDIT, seen=now)})) == [Trust.AS_SEEN]
    assert trust(snapshot_of({AUDIT: audit(title="Another"), **cited(AUDIT, seen=now)})) == [Trust.SUSPECT]


def test_an_item_is_looked_at_by_itself() -> None:
    snapshot = snapshot_of(REVIEW)
    part = cited_part(snapshot, "reviews/2026-x#one")
    assert part is not None
    assert cited_part(snapshot, "reviews/2026-x#none") is None
    assert cited_part(snapshot, "reviews/2026-none") is None
    changed = {"reviews/2026-x": review(recommendations=[recommendation("one"), recommendation("two", "Else")])}
    assert trust(snapshot_of({**changed, **cited("reviews/2026-x#one", seen=fingerprint(part))})) == [Trust.AS_SEEN]


def test_what_cannot_be_read_is_not_called_suspect() -> None:
    broken = {**files(cited(AUDIT, seen="000000000000")), f"records/{AUDIT}.yaml": "title: [\n"}
    assert "LIF551 decisions/2026-x evidence[0].seen" not in brief(checked(broken))
    gone = files({AUDIT: audit(), **cited(AUDIT, seen="000000000000")})
    assert "LIF551 decisions/2026-x evidence[0].seen" in brief(checked(gone))


def test_only_what_became_suspect_is_told_of_a_change() -> None:
    now = fingerprint(snapshot_of({AUDIT: audit()}).entries[AUDIT].record)
    before, after = (
        snapshot_of({AUDIT: audit(title=title), **cited(AUDIT, seen=now)}) for title in ("An audit", "Another")
    )
    assert [suspect.field for suspect in newly_suspect(before, after)] == ["evidence[0]"]
    assert newly_suspect(after, after) == ()


def found_in(records: dict[str, Any]) -> tuple[Diagnostic, ...]:
    return checked(files(records))


def test_problems_come_and_go_and_a_moved_record_keeps_its_own() -> None:
    fields = finding(AUDIT, met="13", of="12")
    before, after = {AUDIT: audit(), "findings/2026-x": fields}, {AUDIT: audit(), "findings/2026-y": fields}
    changes = diff(snapshot_of(before), snapshot_of(after))
    moved = delta(found_in(before), found_in(after), changes)
    assert (moved.introduced, moved.resolved) == ((), ())
    sound = {AUDIT: audit(), "findings/2026-x": finding(AUDIT, met="12", of="12", direction="working-well")}
    better = delta(found_in(before), found_in(sound), diff(snapshot_of(before), snapshot_of(sound)))
    assert "LIF501 findings/2026-x met" in brief(better.resolved)
    worse = delta(found_in(sound), found_in(before), diff(snapshot_of(sound), snapshot_of(before)))
    assert brief(worse.introduced) == brief(better.resolved)


def test_a_theme_on_which_the_proposal_is_another_one_is_told() -> None:
    before, after = (
        snapshot_of({AUDIT: audit(), "findings/2026-x": finding(AUDIT, way)}) for way in ("gap", "needs-to-improve")
    )
    (turn,) = proposal_changes(before, after, TODAY, {"early-help"}, {})
    assert (turn.label, turn.before.word, turn.after.word) == ("Early Help", "Created", "Changed")
    assert proposal_changes(after, after, TODAY, {"early-help"}, {}) == ()


def test_open_deadlines_appear_move_and_go() -> None:
    def ahead(**more: Any) -> Any:
        return deadlines(snapshot_of({AUDIT: audit(), "actions/2026-x": action(**more)}), TODAY)

    first, later, none = (
        ahead(due="2027-01-01"),
        ahead(due="2027-03-01"),
        deadlines(snapshot_of({AUDIT: audit()}), TODAY),
    )
    (moved,) = deadline_shifts(first, later, {})
    assert (str(moved.before), str(moved.after)) == ("2027-01-01", "2027-03-01")
    assert [shift.is_new for shift in deadline_shifts(none, first, {})] == [True]
    assert [shift.is_gone for shift in deadline_shifts(first, none, {})] == [True]
    assert deadline_shifts(first, first, {}) == ()
