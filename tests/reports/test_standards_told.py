from lif.analysis.audits.standards_over_time import standards_over_time
from lif.model.sharing import PARTNERSHIP
from lif.reports.standards_told import chain_lines
from support.story import audit, partnership, result, snapshot_of


def test_an_audit_is_named_by_its_date_also_where_the_id_of_another_begins_its_own() -> None:
    """`asked in the audit of January 2024-again`: the id of the repeat begins with that of the first audit."""
    again = {**result(20, 30, "s1"), "asked": "Seen, and asked", "same_because": "Only the words differ"}
    records = {
        "partnership": partnership(practice_standards=[{"key": "s1", "text": "Seen", "themes": ["early-help"]}]),
        "audits/2024-a": audit("2024-01-10", selection="random", results=[result(10, 30, "s1")]),
        "audits/2024-a-again": audit("2025-01-10", selection="random", reaudit_of="audits/2024-a", results=[again]),
    }
    snapshot = snapshot_of(records)
    (line,) = chain_lines(snapshot, standards_over_time(snapshot), PARTNERSHIP)
    assert 'asked in the audit of January 2025 as "Seen, and asked"' in line.text
