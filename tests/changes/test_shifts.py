from collections.abc import Mapping
from typing import Any

from lif.analysis.deadlines.every_deadline import deadlines
from lif.changes.delta import DeadlineShift, deadline_shifts, shared_shifts
from lif.disclosure.audience import for_audience
from lif.model.sharing import PUBLIC, Sharing
from support.story import TODAY, action, audit, snapshot_of

AUDIT = "audits/2025-x"
AGAIN = "audits/2026-y"
ACTION = "actions/2026-x"
FIRST = {AUDIT: audit(life={"reported": "2025-06-01", "reaudit_due": "2027-06"})}


def told_to(audience: Sharing, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[DeadlineShift]:
    """The shifts of which an audience is told."""
    sides = snapshot_of(before), snapshot_of(after)
    views = tuple(for_audience(side, audience)[0] for side in sides)
    whole, view = (deadline_shifts(deadlines(old, TODAY), deadlines(new, TODAY), {}) for old, new in (sides, views))
    return list(shared_shifts(whole, view))


def kinds(found: list[DeadlineShift]) -> list[tuple[str, str, bool, bool]]:
    return [(shift.kind, shift.record, shift.is_new, shift.is_gone) for shift in found]


def test_what_only_a_hidden_record_did_is_not_told() -> None:
    met = {**FIRST, AGAIN: audit("2026-05-04", reaudit_of=AUDIT, sharing="restricted")}
    gone = ("re-audit", AUDIT, False, True)
    assert gone in kinds(told_to(Sharing.RESTRICTED, FIRST, met))
    assert told_to(PUBLIC, FIRST, met) == []
    assert told_to(PUBLIC, met, FIRST) == []


def test_a_hidden_record_changes_nothing_in_what_is_told_of_open_ones() -> None:
    hidden = {AGAIN: audit("2026-05-04", sharing="restricted", life={"reported": "2026-06-01"})}
    later = {AUDIT: audit(life={"reported": "2025-06-01", "reaudit_due": "2027-09"})}
    for before, after in ((FIRST, later), ({**FIRST, **hidden}, later), (FIRST, {**later, **hidden})):
        (moved,) = told_to(PUBLIC, before, after)
        assert (moved.record, str(moved.before), str(moved.after)) == (AUDIT, "2027-06", "2027-09")


def test_the_id_of_a_hidden_record_is_never_told() -> None:
    before = {AUDIT: audit(), ACTION: action(due="2027-01-01", sharing="restricted")}
    after = {AUDIT: audit(), ACTION: action(due="2027-03-01", sharing="restricted")}
    assert [shift.record for shift in told_to(Sharing.RESTRICTED, before, after)] == [ACTION]
    assert told_to(PUBLIC, before, after) == []
    assert told_to(PUBLIC, before, {AUDIT: audit()}) == []


def test_what_only_came_into_view_has_not_shifted() -> None:
    hidden = {AUDIT: audit(), ACTION: action(due="2027-01-01", sharing="restricted")}
    shown = {AUDIT: audit(), ACTION: action(due="2027-01-01", sharing="public")}
    assert told_to(PUBLIC, hidden, shown) == []
    assert told_to(PUBLIC, shown, hidden) == []
