from lif.analysis.lines.lineage import trace
from lif.analysis.lines.system_factors import SystemFactors, system_factors
from support.asking import seen
from support.story import TODAY, audit, finding, review, snapshot_of


def test_what_reviews_and_audits_on_the_line_name_in_the_system_is_told_from_their_report_on() -> None:
    story = {
        "reviews/2025-a": review("2025-06-01", systemic_factors=["Four forms", "No agreed day"]),
        "audits/2026-a": audit("2026-12-01", life={"started": "2026-01-10", "reported": "2026-12-01"},
                               systemic_factors=["The prompt can be passed over"]),
        "findings/2025-a": finding("reviews/2025-a"),
    }  # fmt: skip
    snapshot = seen(snapshot_of(story), TODAY).records
    stops = trace(snapshot, ("reviews/2025-a", "audits/2026-a"), TODAY).stops
    assert system_factors(snapshot, stops) == (SystemFactors("reviews/2025-a", ("Four forms", "No agreed day")),)
