from datetime import date

from lif.analysis.chronology.as_at import as_at
from lif.analysis.chronology.record_date import record_date
from lif.analysis.duties.review_decision import decision_to_review
from support.story import decided, review, snapshot_of

STORY = {
    "reviews/2026-a": review(None),
    "decisions/2026-first": decided("reviews/2026-a", to_review="no", date="2026-02-12"),
    "decisions/2026-again": decided("reviews/2026-a", date="2026-06-11", supersedes="decisions/2026-first"),
}


def test_a_review_without_a_date_of_its_own_is_there_from_the_first_decision_on_it() -> None:
    whole = snapshot_of(STORY)
    assert "reviews/2026-a" not in as_at(whole, date(2026, 2, 11)).entries
    assert "reviews/2026-a" in as_at(whole, date(2026, 2, 12)).entries


def test_on_a_day_the_decision_counts_that_stood_then() -> None:
    whole = snapshot_of(STORY)
    for day, stood in ((date(2026, 3, 1), "decisions/2026-first"), (date(2026, 7, 1), "decisions/2026-again")):
        decision = decision_to_review(as_at(whole, day), "reviews/2026-a")
        assert decision is not None
        assert decision.id == stood


def test_a_review_that_holds_a_date_of_its_own_does_not_wait_for_the_decision() -> None:
    whole = snapshot_of({**STORY, "reviews/2026-a": review(None, life={"aware": "2026-01-02"})})
    assert "reviews/2026-a" in as_at(whole, date(2026, 1, 2)).entries


def test_only_a_review_waits_for_the_decision_and_takes_its_date() -> None:
    flag = {"title": "A flag", "sharing": "public", "flag_kind": "risk", "to": ["police"]}
    also = decided("reviews/2026-a", "flags/2026-f", date="2026-02-12")
    whole = snapshot_of({"reviews/2026-a": review(None), "flags/2026-f": flag, "decisions/2026-first": also})
    assert str(record_date(whole, "reviews/2026-a")) == "2026-02-12"
    assert record_date(whole, "flags/2026-f") is None
    assert "flags/2026-f" in as_at(whole, date(2026, 2, 11)).entries
