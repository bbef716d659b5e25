from typing import Any

from lif.changes.diff import diff
from lif.changes.themes import themes_touched
from lif.model.snapshot import Snapshot
from support.story import audit, finding, partnership, result, snapshot_of, standard

LISTED = partnership(practice_standards=[standard("own-words", themes=["child-voice"])])


def told(met: int, **more: Any) -> Snapshot:
    return snapshot_of(
        {
            "partnership": LISTED,
            "audits/2025-a": audit("2025-04-16", results=[result(19, 20)], selection="random"),
            "audits/2026-a": audit(results=[result(met, 20)], selection="random"),
            "findings/2025-a": finding("audits/2025-a", theme="supervision", standard="own-words"),
            **more,
        }
    )


def touched(before: Snapshot, after: Snapshot) -> frozenset[str]:
    return themes_touched(before, after, diff(before, after))


def test_counts_touch_the_themes_of_their_standard_and_of_every_finding_on_it() -> None:
    assert touched(told(18), told(4)) == {"child-voice", "supervision"}


def test_a_finding_on_a_standard_touches_what_it_may_make_history() -> None:
    later = finding("audits/2026-a", "working-well", "early-help", standard="own-words")
    assert touched(told(18), told(18, **{"findings/2026-a": later})) == {"early-help", "child-voice", "supervision"}
