from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lif.analysis.themes.spoken import who_has_spoken
from lif.analysis.themes.theme_reading import read_theme
from lif.model.period import Period
from support.story import TODAY, Fields, assessment, audit, feedback, finding, partnership, reading, review, snapshot_of

ON = ["early-help"]


def _spoken(story: Mapping[str, Fields], period: Period | None = None) -> dict[str, list[str]]:
    spoken = who_has_spoken(snapshot_of(story), "early-help", period)
    return {str(kind): list(ids) for kind, ids in spoken.items()}


def _inspection(**more: Any) -> Fields:
    return {
        "title": "An inspection", "sharing": "public", "inspection_kind": "peer-review", "body": "Peers",
        "published": "2026-01-01", "themes": ON, **more,
    }  # fmt: skip


def _indicator(**more: Any) -> Fields:
    return {
        "title": "A figure", "sharing": "public", "measure": "How many", "better": "higher", "themes": ON,
        "series": [{"at": "2025-01", "value": 1}, {"at": "2026-01", "value": 2}], **more,
    }  # fmt: skip


def _contribution(**more: Any) -> Fields:
    return {
        "title": "A contribution", "sharing": "public", "agency": "police", "year": "2025-26",
        "emerging_themes": ON, **more,
    }  # fmt: skip


def _position(**more: Any) -> Fields:
    factors = [{"key": "more-of-it", "factor": "There is more of it", "themes": ON}]
    return {"title": "A position", "sharing": "public", "year": "2025-26", "factors": factors, **more}


RECOMMENDS = [{"key": "do", "text": "Do it", "form": "recommendation", "themes": ON}]


@pytest.mark.parametrize(
    ("record_id", "fields", "kind"),
    [
        ("feedback/2026-a", feedback(themes=ON), "voice_family"),
        ("feedback/2026-a", feedback("practitioners", themes=ON), "voice_practitioner"),
        ("reviews/2026-a", review(themes=ON), "review"),
        ("reviews/2026-a", review(recommendations=RECOMMENDS), "review"),
        ("audits/2026-a", audit(themes=ON), "audit_multi"),
        ("audits/2026-a", audit(kind="single-agency", themes=ON), "audit_single"),
        ("assessments/2026-a", assessment(themes=ON), "assessment"),
        ("contributions/2026-a", _contribution(), "assessment"),
        ("positions/2026-a", _position(), "statement"),
        ("inspections/2026-a", _inspection(), "inspection"),
        ("indicators/2026-a", _indicator(), "indicator"),
    ],
    ids=str,
)
def test_a_record_that_names_the_theme_has_spoken_without_any_finding(
    record_id: str, fields: Fields, kind: str
) -> None:
    assert _spoken({record_id: fields}) == {kind: [record_id]}
    read = reading({record_id: fields})
    assert kind not in read.silent
    assert [(spoken.kind, spoken.verdict) for spoken in read.spoken] == [(kind, "")]
    assert read.proposal.reason == "what is recorded describes, and does not say whether it works"


@pytest.mark.parametrize(
    ("record_id", "fields"),
    [
        ("audits/2026-a", audit(None, life={"planned": "2026-05"}, themes=ON)),
        ("audits/2026-a", audit(None, programme_year="2026-27", themes=ON)),
        ("assessments/2026-a", assessment("2026-02-10", themes=ON) | {"returned": "", "asked": "2026-01-01"}),
        ("indicators/2026-a", _indicator(series=[])),
        ("indicators/2026-a", _indicator(series=[{"at": "2026-01", "numerator": 0, "denominator": 0}])),
        ("reviews/2026-a", review(families="A mother was heard", practitioners="A workshop")),
        ("actions/2026-a", {"title": "An action", "sharing": "public", "themes": ON}),
    ],
    ids=["planned", "on a programme", "asked for", "no point", "a point out of none", "people were heard", "an action"],
)
def test_what_has_not_begun_or_is_no_evidence_has_not_spoken(record_id: str, fields: Fields) -> None:
    story = {record_id: {name: value for name, value in fields.items() if value != ""}}
    assert _spoken(story) == {}


def test_a_theme_that_was_replaced_speaks_for_its_successor() -> None:
    themes = [
        {"key": "early-help", "label": "Early help", "axis": "practice"},
        {"key": "first-help", "label": "First help", "axis": "practice", "replaced_by": "early-help"},
    ]
    story = {"partnership": partnership(themes=themes), "feedback/2026-a": feedback(themes=["first-help"])}
    assert _spoken(story) == {"voice_family": ["feedback/2026-a"]}


def test_findings_speak_as_their_source_and_one_that_repeats_another_does_not_speak_again() -> None:
    story = {
        "reviews/2026-a": review(),
        "audits/2026-b": audit(),
        "findings/2026-a": finding("reviews/2026-a", "descriptive"),
        "findings/2026-b": finding("audits/2026-b", derived_from="findings/2026-a"),
    }
    assert _spoken(story) == {"review": ["findings/2026-a"]}


def test_an_audit_that_votes_with_its_review_has_a_verdict_of_its_own_and_is_no_second_vote() -> None:
    story = {
        "reviews/2026-a": review(),
        "audits/2026-b": audit(part_of="reviews/2026-a"),
        "findings/2026-a": finding("reviews/2026-a"),
        "findings/2026-b": finding("audits/2026-b", "working-well"),
    }
    read = reading(story)
    assert read.verdicts == {"review": "M"}
    assert [(spoken.kind, spoken.verdict) for spoken in read.spoken] == [("review", "M"), ("audit_multi", "W")]
    assert read.without_verdict == ()
    alone = reading({name: fields for name, fields in story.items() if name != "findings/2026-a"})
    assert alone.verdicts == {"audit_multi": "W"}


def test_in_a_period_only_what_may_lie_in_it_counts_and_a_figure_by_each_of_its_points() -> None:
    story = {
        "indicators/2026-a": _indicator(),
        "feedback/2026-a": feedback(themes=ON, date="2025-05"),
        "feedback/2026-b": feedback("practitioners", themes=ON) | {"date": "2026-05"},
        "reviews/2026-a": review(None, themes=ON),
    }
    in_2025 = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")
    assert list(_spoken(story, in_2025)) == ["voice_family", "indicator"]
    assert list(_spoken(story)) == ["voice_family", "voice_practitioner", "review", "indicator"]


def test_where_records_may_be_withheld_no_kind_is_called_silent() -> None:
    story = snapshot_of({"reviews/2026-a": review(), "findings/2026-a": finding("reviews/2026-a")})
    read = read_theme(replace(story, can_withhold=True), "early-help", TODAY)
    assert read.silent == ()
    assert read.agreement == "one line of evidence in this edition"
    assert read.proposal.reason.endswith("(one line of evidence in this edition)")
    nothing = read_theme(replace(story, can_withhold=True), "supervision", TODAY)
    assert nothing.proposal.reason == "evidence on this theme: nothing in this edition (may be withheld)"
