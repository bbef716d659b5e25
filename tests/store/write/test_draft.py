from datetime import date

from lif.store.load.load import load
from lif.store.load.source import Memory
from lif.store.write.draft import Draft
from rules.base import BASE
from support.memory import records

THEME = "theme: information-sharing\n"
AUDIT = "title: Handovers\nsharing: partnership\naudit_kind: {}\nselection: random\nlife:\n  reported: 2025-03-01\n"
FINDING = "title: Handovers\nsharing: partnership\nsource: {}\n" + THEME + "direction: {}\n"
DECISION = (
    "title: Decision\nsharing: partnership\ngroup: qig\n" + THEME + "disposition: change\nconfidence:\n"
    "  how_well_done: none\n  hangs_together: none\n  enough_of_it: none\n  about_us_now: none\n"
    "  overall: high\n  because: Two audits agree\n"
)
BEFORE = records(
    audits__2025_a=AUDIT.format("multi-agency-practice"),
    audits__2025_b=AUDIT.format("single-agency"),
    findings__2025_a=FINDING.format("audits/2025-a", "gap"),
    findings__2025_b=FINDING.format("audits/2025-b", "gap"),
    decisions__x=DECISION,
)
TODAY = date(2025, 6, 1)


def _draft(**texts: str) -> Draft:
    return Draft({path: text.encode() for path, text in records(**texts).items()})


def test_evidence_is_written_whatever_a_decision_says_and_the_decision_is_pointed_out() -> None:
    loaded = load(Memory({**BASE, **BEFORE}))
    since = _draft(findings__2025_b=FINDING.format("audits/2025-b", "working-well"))
    verdict = since.judged(loaded, TODAY)
    assert verdict.errors == ()
    assert "LIF522" in {warning.code.name for warning in verdict.warnings}


def test_a_decision_that_is_surer_than_its_evidence_is_not_written() -> None:
    one_audit = {path: text for path, text in BEFORE.items() if "2025-a" in path}
    verdict = _draft(decisions__x=DECISION).judged(load(Memory({**BASE, **one_audit})), TODAY)
    assert [error.code.name for error in verdict.errors] == ["LIF522"]
