from collections.abc import Mapping
from typing import Any

from lif.changes.diff import diff
from lif.changes.documents import OutdatedDocument, outdated_documents
from lif.disclosure.audience import for_audience
from lif.model.sharing import PUBLIC
from support.story import action, audit, finding, partnership, snapshot_of

FINDING, OTHER, AUDIT = "findings/2026-x", "findings/2026-y", "audits/2026-x"
BASE: dict[str, Any] = {
    AUDIT: audit(),
    FINDING: finding(AUDIT),
    OTHER: finding(AUDIT, title="Another", theme="neglect"),
}
TEXTS = {
    "reports/both.md": f"- So it is[^a]\n\n[^a]: `{AUDIT}#one` An audit, `{FINDING}` A finding\n",
    "reports/audit.html": f"<li>{AUDIT}</li>",
    "reports/none.md": f"records/{FINDING}.yaml {FINDING}-more",
}


def outdated_names(after: Mapping[str, Any], before: Mapping[str, Any] = BASE) -> dict[str, tuple[str, ...]]:
    old, new = snapshot_of(before), snapshot_of(after)
    return {document.path: document.names for document in outdated_documents(diff(old, new), old, new, TEXTS)}


def test_a_document_that_names_what_changed_went_or_moved_is_told() -> None:
    both = {"reports/both.md": (FINDING,)}
    assert outdated_names({**BASE, FINDING: finding(AUDIT, "gap")}) == both
    assert outdated_names({name: fields for name, fields in BASE.items() if name != FINDING}) == both
    moved = {**BASE, "findings/2026-z": BASE[FINDING]}
    del moved[FINDING]
    assert outdated_names(moved) == both
    assert outdated_names({**BASE, OTHER: finding(AUDIT, "gap", title="Another", theme="neglect")}) == {}
    assert outdated_names(BASE) == {}


def test_what_is_new_is_told_by_what_it_is_about() -> None:
    assert outdated_names({**BASE, "actions/2026-x": action(FINDING)}) == {"reports/both.md": (FINDING,)}
    assert outdated_names({**BASE, "findings/2026-z": finding(AUDIT, title="A third")}) == {
        "reports/audit.html": (AUDIT,), "reports/both.md": (AUDIT,),
    }  # fmt: skip


def test_what_more_people_may_see_from_now_on_is_as_good_as_new() -> None:
    opened = finding(AUDIT, title="Another", theme="neglect", sharing="partnership")
    assert set(outdated_names({**BASE, OTHER: opened})) == {"reports/both.md", "reports/audit.html"}


def test_a_change_of_the_partnership_concerns_every_document() -> None:
    changed = outdated_names({**BASE, "partnership": partnership(title="Another name")})
    assert changed == dict.fromkeys(TEXTS, ("partnership",))


def test_what_a_hidden_record_is_about_is_not_told() -> None:
    old, new = snapshot_of(BASE), snapshot_of({**BASE, "actions/2026-x": action(FINDING, sharing="restricted")})
    changes = diff(old, new)
    assert outdated_documents(changes, old, new, TEXTS) == (OutdatedDocument("reports/both.md", (FINDING,)),)
    shown = for_audience(old, PUBLIC)[0], for_audience(new, PUBLIC)[0]
    assert outdated_documents(changes, *shown, TEXTS) == ()
