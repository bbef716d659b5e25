from datetime import date

import pytest

from lif.model.period import Period
from lif.model.sharing import RESTRICTED
from lif.reports.cited_sentence import Within
from lif.reports.sentences import record_line
from lif.reports.sources_differ import differences
from support.story import Fields, action, audit, feedback, finding, review, snapshot_of

DISPUTED = [{"fact": "The day of publication.", "versions": ["One page gives 15 October.", "Another gives 23 October"]}]
TOLD = "Sources differ. The day of publication: “One page gives 15 October”; “Another gives 23 October”."


@pytest.mark.parametrize(
    ("record_id", "fields"),
    [
        ("reviews/2026-a", review(disputed=DISPUTED)),
        ("audits/2026-a", audit(disputed=DISPUTED)),
        ("feedback/2026-a", feedback(disputed=DISPUTED)),
        ("actions/2026-a", action(disputed=DISPUTED, agreed="2026-05-01")),
    ],
)
def test_both_versions_stand_below_the_line_that_tells_of_the_record(record_id: str, fields: Fields) -> None:
    snapshot = snapshot_of({record_id: fields})
    within = Within(snapshot, Period(date(2026, 1, 1), date(2026, 12, 31), "2026"), RESTRICTED)
    line = record_line(within, snapshot.entries[record_id])
    assert [(detail.text, detail.records) for detail in line.below] == [(TOLD, (record_id,))]


def test_a_disputed_fact_without_versions_is_not_told() -> None:
    fields = finding("reviews/2026-a", disputed=[{"fact": "How late contacts came"}])
    snapshot = snapshot_of({"reviews/2026-a": review(), "findings/2026-a": fields})
    assert differences(snapshot.entries["findings/2026-a"].record) == ()
