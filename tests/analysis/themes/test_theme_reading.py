from datetime import date
from typing import Any

import pytest

from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.theme_reading import ThemeReading, read_theme
from lif.analysis.themes.triangulation import Proposal
from lif.analysis.themes.votes import NotCounted
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from support.story import (
    TODAY,
    assessment,
    audit,
    decision,
    feedback,
    finding,
    partnership,
    reading,
    result,
    review,
    snapshot_of,
)


def _sources(reading: ThemeReading) -> dict[str, list[str]]:
    """Who votes in each kind of evidence, oldest first."""
    return {line.kind: [vote.source for vote in line.votes] for line in reading.lines}


def test_a_theme_on_which_nothing_was_found_is_silent_on_every_side() -> None:
    read = reading({})
    assert read.proposal == Proposal("none", "nothing is recorded on this theme")
    assert read.lines == ()
    assert read.silent[:2] == ("voice_family", "voice_practitioner")
    assert len(read.silent) == 9
    assert (read.agreement, read.conflicts, read.newest_months) == ("no verdict", 0, None)
    assert not read.recurs


def _figure(last: list[int], **more: Any) -> dict[str, Any]:
    """Fourteen months of ups and downs around 41, the last of them as told, and a target far above."""
    values = [*([40, 42] * 7)[: 14 - len(last)], *last]
    series = [{"at": f"{2025 + place // 12}-{place % 12 + 1:02}", "value": value} for place, value in enumerate(values)]
    return {
        "title": "A figure", "sharing": "public", "measure": "How many were seen", "better": "higher", "target": 60,
        "themes": ["early-help"], "series": series, **more,
    }  # fmt: skip


def test_a_figure_that_names_the_theme_votes_itself() -> None:
    read = reading({"indicators/2026-a": _figure([])})
    assert read.verdicts == {"indicator": "N"}
    (vote,) = read.lines[0].votes
    assert (vote.source, vote.title, str(vote.when), vote.findings) == ("indicators/2026-a", "A figure", "2026-02", ())
    assert (vote.months, read.newest_months) == (7, 7)
    assert "indicator" not in read.silent
    assert read.proposal.word == "Changed"


def test_a_figure_that_says_nothing_or_names_another_theme_has_no_vote() -> None:
    assert reading({"indicators/2026-a": _figure([], target=41)}).lines == ()
    assert reading({"indicators/2026-a": _figure([], themes=["supervision"])}).lines == ()


@pytest.mark.parametrize(
    ("direction", "verdicts"), [("working-well", {"indicator": "W"}), ("descriptive", {"indicator": "N"})]
)
def test_a_finding_a_person_made_of_a_figure_stands_in_its_place_unless_it_only_describes(
    direction: str, verdicts: dict[str, str]
) -> None:
    story = {"indicators/2026-a": _figure([]), "findings/2026-a": finding("indicators/2026-a", direction)}
    read = reading(story)
    assert read.verdicts == verdicts
    assert len(read.lines[0].votes) == 1


@pytest.mark.parametrize(
    ("since", "until", "is_heard"),
    [
        ("2025-01-01", "2025-12-31", True),
        ("2025-01-01", "2026-02-28", True),
        ("2025-01-01", "2025-05-31", False),
        ("2024-01-01", "2024-12-31", False),
        ("2026-03-01", "2026-12-31", False),
    ],
    ids=["it goes on", "to its end", "five points by then", "before it", "after it"],
)
def test_a_figure_that_goes_on_votes_in_every_period_it_has_points_in(
    since: str,
    until: str,
    is_heard: bool,  # noqa: FBT001 - a column of the table
) -> None:
    period = Period(date.fromisoformat(since), date.fromisoformat(until), "")
    read = reading({"indicators/2026-a": _figure([])}, period=period)
    assert bool(read.lines) is is_heard
    assert all(vote.when is not None and vote.when.latest <= period.until for line in read.lines for vote in line.votes)


def test_serious_risk_is_named_whatever_the_period_and_counts_for_nothing_else_outside_it() -> None:
    story = {"reviews/2026-a": review(), "findings/2026-a": finding("reviews/2026-a", serious_risk=True)}
    read = reading(story, period=Period(date(2020, 1, 1), date(2020, 12, 31), "2020"))
    assert read.serious == ("findings/2026-a",)
    assert read.lines == ()


def test_the_label_of_a_theme_is_what_people_call_it() -> None:
    assert reading({}).label == "Early Help"


def test_without_a_partnership_a_theme_is_called_by_its_key() -> None:
    read = read_theme(Snapshot.of_entries([]), "early-help", TODAY)
    assert read.label == "early-help"
    assert read.proposal.word == "none"


def test_many_findings_of_one_source_are_one_vote() -> None:
    read = reading(
        {
            "reviews/2026-a": review(),
            "findings/2026-one": finding("reviews/2026-a"),
            "findings/2026-two": finding("reviews/2026-a", "gap"),
            "findings/2026-three": finding("reviews/2026-a"),
        }
    )
    assert _sources(read) == {"review": ["reviews/2026-a"]}
    assert read.verdicts == {"review": "N"}
    assert read.lines[0].votes[0].findings == ("findings/2026-one", "findings/2026-three", "findings/2026-two")


def test_each_kind_of_source_speaks_as_its_own_kind_of_evidence() -> None:
    sources = {
        "reviews/2026-a": review(),
        "audits/2026-a": audit(),
        "audits/2026-b": audit(kind="multi-agency-thematic"),
        "audits/2026-c": audit(kind="dip-sample"),
        "audits/2026-d": audit(kind="single-agency"),
        "assessments/2026-a": assessment(),
        "inspections/2026-a": {
            "title": "An inspection", "sharing": "public", "inspection_kind": "statutory-inspection", "body": "Ofsted",
            "published": "2026-01",
        },
        "indicators/2026-a": {
            "title": "A figure", "sharing": "public", "measure": "How many", "better": "higher",
            "series": [{"at": "2026-01", "value": 1}, {"at": "2026-02", "value": 2}],
        },
        "feedback/2026-a": feedback("children"),
        "feedback/2026-b": feedback("community"),
        "feedback/2026-c": feedback("practitioners"),
        "contributions/2026-a": {
            "title": "A contribution", "sharing": "public", "agency": "police", "year": "2025-26",
        },
        "positions/2026-a": {"title": "A position", "sharing": "public", "year": "2025-26"},
    }  # fmt: skip
    findings = {f"findings/2026-{number}": finding(source) for number, source in enumerate(sources)}
    assert {kind: len(ids) for kind, ids in _sources(reading({**sources, **findings})).items()} == {
        "review": 1,
        "audit_multi": 2,
        "audit_single": 2,
        "assessment": 2,
        "statement": 1,
        "inspection": 1,
        "indicator": 1,
        "voice_family": 2,
        "voice_practitioner": 1,
    }


def test_parts_of_one_piece_of_work_are_one_source() -> None:
    read = reading(
        {
            "reviews/2026-whole": review("2026-04-01", takes_over=["reviews/2025-older"]),
            "reviews/2026-child-a": review("2026-02-01", part_of="reviews/2026-whole"),
            "reviews/2026-child-b": review("2026-03-01", part_of="reviews/2026-child-a"),
            "reviews/2025-older": review("2025-01-01"),
            "findings/2026-a": finding("reviews/2026-child-a"),
            "findings/2026-b": finding("reviews/2026-child-b", "gap"),
        }
    )
    (vote,) = read.lines[0].votes
    assert vote.source == "reviews/2026-whole"
    assert vote.together == ("reviews/2026-child-a", "reviews/2026-child-b")
    assert str(vote.when) == "2026-03-01"
    assert [(part.source, str(part.when), part.verdict) for part in vote.parts] == [
        ("reviews/2026-child-a", "2026-02-01", "N"),
        ("reviews/2026-child-b", "2026-03-01", "G"),
    ]
    assert read.taken_over_by == ()


def test_an_audit_that_belongs_to_a_review_does_not_make_a_second_kind_of_evidence() -> None:
    read = reading(
        {
            "reviews/2026-whole": review(),
            "audits/2026-within": audit(part_of="reviews/2026-whole"),
            "findings/2026-a": finding("reviews/2026-whole", "working-well"),
            "findings/2026-b": finding("audits/2026-within", "working-well"),
        }
    )
    assert _sources(read) == {"review": ["reviews/2026-whole"]}
    assert read.proposal == Proposal("discuss", "said to be working well by one line of evidence only")


def test_reviews_that_rest_on_the_same_cases_are_one_source_under_the_first_name() -> None:
    read = reading(
        {
            "reviews/2026-b": review(same_evidence_as=["reviews/2026-a", "reviews/2026-c"]),
            "reviews/2026-a": review(),
            "reviews/2026-c": review(),
            "findings/2026-b": finding("reviews/2026-b"),
            "findings/2026-c": finding("reviews/2026-c"),
        }
    )
    assert _sources(read) == {"review": ["reviews/2026-a"]}
    assert read.lines[0].votes[0].together == ("reviews/2026-b", "reviews/2026-c")


def test_the_whole_keeps_its_name_when_a_part_shares_its_cases_with_others() -> None:
    read = reading(
        {
            "reviews/2026-whole": review(),
            "reviews/2026-part": review(part_of="reviews/2026-whole"),
            "reviews/2026-another": review(same_evidence_as=["reviews/2026-part"]),
            "findings/2026-a": finding("reviews/2026-part"),
            "findings/2026-b": finding("reviews/2026-another"),
        }
    )
    assert _sources(read) == {"review": ["reviews/2026-whole"]}


def test_a_part_of_a_record_that_cannot_be_read_votes_under_its_own_name() -> None:
    story = snapshot_of(
        {
            "reviews/2026-whole": {"title": "It has no kind", "sharing": "public"},
            "reviews/2026-part": review(part_of="reviews/2026-whole"),
            "findings/2026-a": finding("reviews/2026-part"),
        },
        may_be_broken=True,
    )
    assert _sources(read_theme(story, "early-help", TODAY)) == {"review": ["reviews/2026-part"]}


def test_what_belongs_to_a_voting_source_or_takes_it_over_is_named_as_not_counted_again() -> None:
    read = reading(
        {
            "reviews/2026-whole": review(),
            "reviews/2026-silent-part": review(part_of="reviews/2026-whole"),
            "reviews/2026-later": review(takes_over=["reviews/2026-whole"]),
            "reviews/2026-apart": review(),
            "findings/2026-a": finding("reviews/2026-whole"),
        }
    )
    assert read.taken_over_by == ("reviews/2026-later", "reviews/2026-silent-part")


def test_a_part_that_speaks_is_not_also_said_to_be_left_out() -> None:
    read = reading(
        {
            "reviews/2026-whole": review(),
            "audits/2026-part": audit(part_of="reviews/2026-whole"),
            "findings/2026-a": finding("audits/2026-part"),
        }
    )
    (vote,) = read.lines[0].votes
    assert (vote.source, vote.part_of, vote.title, str(vote.when)) == (
        "audits/2026-part", "reviews/2026-whole", "An audit", "2026-04-16",
    )  # fmt: skip
    assert read.lines[0].kind == "audit_multi"
    assert read.taken_over_by == ()


MEASURED: dict[str, Any] = {"selection": "random", "results": [result(8, 16)]}
"""An audit that measured `own-words`."""


def test_a_finding_is_history_once_a_later_audit_measured_its_standard_and_speaks_of_it() -> None:
    read = reading(
        {
            "audits/2024-first": audit("2024-03-01", **MEASURED),
            "audits/2026-again": audit(**MEASURED),
            "findings/2024-a": finding("audits/2024-first", standard="own-words"),
            "findings/2026-a": finding("audits/2026-again", "working-well", standard="own-words"),
        }
    )
    assert _sources(read) == {"audit_multi": ["audits/2026-again"]}
    why = "history: its standard was measured again in audits/2026-again"
    assert read.not_counted == (NotCounted("findings/2024-a", why),)


def test_a_finding_on_a_standard_that_the_re_audit_did_not_measure_keeps_its_vote() -> None:
    """`Fathers were never spoken with` was history because the audit had been repeated on other standards."""
    read = reading(
        {
            "audits/2024-first": audit("2024-03-01", selection="random", results=[result(0, 16, "fathers")]),
            "audits/2026-again": audit(reaudit_of="audits/2024-first", **MEASURED),
            "findings/2024-a": finding("audits/2024-first", "gap", standard="fathers"),
            "findings/2024-b": finding("audits/2024-first", "gap"),
            "findings/2026-a": finding("audits/2026-again", "working-well", standard="own-words"),
        }
    )
    assert _sources(read) == {"audit_multi": ["audits/2024-first", "audits/2026-again"]}
    assert (read.not_counted, read.proposal.word) == ((), "discuss")


def test_a_serious_risk_never_becomes_history_by_a_measurement() -> None:
    again = {"audits/2024-a": audit("2024-03-01", **MEASURED), "audits/2026-a": audit(**MEASURED)}
    better = {"findings/2026-a": finding("audits/2026-a", "working-well", standard="own-words")}
    risk = finding("audits/2024-a", standard="own-words", serious_risk=True)
    read = reading({**again, **better, "findings/2024-a": risk})
    assert (read.serious, read.not_counted, read.proposal.word) == (("findings/2024-a",), (), "discuss")


def test_a_clear_deterioration_votes_without_a_finding_and_nothing_is_stabilised_beside_it() -> None:
    worse = {
        "audits/2024-a": audit("2024-03-01", selection="random", results=[result(20, 31)], themes=["early-help"]),
        "audits/2026-a": audit(selection="random", results=[result(5, 40)], themes=["early-help"]),
    }
    read = reading(worse)
    assert read.verdicts == {"audit_multi": "N"}
    (vote,) = read.lines[0].votes
    assert (vote.source, vote.findings, vote.worse) == ("audits/2026-a", (), ("clear deterioration of: Own words",))
    assert read.concerns == ("audits/2026-a",)
    well = {
        "reviews/2026-a": review(),
        "findings/2026-a": finding("reviews/2026-a", "working-well"),
        "findings/2026-b": finding("audits/2026-a", "working-well"),
    }
    assert reading({**worse, **well}).proposal.word == "discuss"


def test_a_finding_that_raises_the_deterioration_is_its_vote() -> None:
    read = reading(
        {
            "audits/2024-a": audit("2024-03-01", selection="random", results=[result(20, 31)], themes=["early-help"]),
            "audits/2026-a": audit(selection="random", results=[result(5, 40)]),
            "findings/2026-a": finding("audits/2026-a", standard="own-words"),
        }
    )
    (vote,) = read.lines[0].votes
    assert (vote.findings, vote.worse) == (("findings/2026-a",), ())


@pytest.mark.parametrize(
    "silent",
    [
        finding("audits/2026-again", "descriptive", standard="own-words"),
        finding("audits/2026-again", "working-well", theme="supervision", standard="own-words"),
        finding("audits/2026-again", "working-well", derived_from="findings/2024-a", standard="own-words"),
    ],
    ids=["describes", "speaks of another theme", "repeats"],
)
def test_a_repeat_that_says_nothing_of_its_own_on_the_theme_makes_no_history(silent: dict[str, str]) -> None:
    read = reading(
        {
            "audits/2024-first": audit("2024-03-01", **MEASURED),
            "audits/2026-again": audit(reaudit_of="audits/2024-first", **MEASURED),
            "findings/2024-a": finding("audits/2024-first", standard="own-words"),
            "findings/2026-a": silent,
        }
    )
    assert _sources(read) == {"audit_multi": ["audits/2024-first"]}


def test_what_was_superseded_repeats_another_or_only_describes_has_no_vote() -> None:
    read = reading(
        {
            "reviews/2026-a": review(),
            "reviews/2026-b": review(),
            "findings/2026-first": finding("reviews/2026-a"),
            "findings/2026-old": finding("reviews/2026-b", "gap", superseded_by="findings/2026-first"),
            "findings/2026-quoted": finding("reviews/2026-b", "gap", derived_from="findings/2026-first"),
            "findings/2026-tells": finding("reviews/2026-b", "descriptive"),
        }
    )
    assert _sources(read) == {"review": ["reviews/2026-a"]}
    assert read.not_counted == (
        NotCounted("findings/2026-old", "superseded by findings/2026-first"),
        NotCounted("findings/2026-quoted", "repeats findings/2026-first"),
        NotCounted("findings/2026-tells", "describes practice; does not say whether it works"),
    )


def test_has_potential_neither_reassures_nor_worries_and_mixed_stays_mixed() -> None:
    read = reading(
        {
            "reviews/2026-a": review(),
            "audits/2026-a": audit(),
            "findings/2026-a": finding("reviews/2026-a", "has-potential"),
            "findings/2026-b": finding("audits/2026-a", "mixed"),
        }
    )
    assert read.verdicts == {"audit_multi": "M"}
    assert [(left_out.finding, left_out.why) for left_out in read.not_counted] == [
        ("findings/2026-a", "has potential: says what could work; does not say that it works")
    ]


def test_what_two_sources_say_could_work_does_not_stabilise_a_theme() -> None:
    read = reading(
        {
            "reviews/2026-a": review(),
            "audits/2026-a": audit(),
            "findings/2026-a": finding("reviews/2026-a", "has-potential"),
            "findings/2026-b": finding("audits/2026-a", "has-potential"),
        }
    )
    assert read.proposal.word == "none"


@pytest.mark.parametrize(
    ("records", "months"),
    [
        ({"audits/2026-a": audit("2026-09-01", looked_at={"since": "2017-04", "until": "2018-03"})}, 102),
        ({"audits/2026-a": audit("2026-09-01")}, 1),
        ({"audits/2026-a": audit(None, life={"started": "2026-03-01", "reported": "2026-09-01"})}, 7),
        ({"audits/2026-a": audit("2012-09-01"), "assessments/2026-b": assessment("2026-09-20")}, 169),
    ],
)
def test_the_newest_evidence_is_the_newest_practice_that_was_looked_at(records: dict[str, Any], months: int) -> None:
    findings = {f"findings/2026-{record[-1]}": finding(record, "working-well", date="2026-09-30") for record in records}
    assert reading({**records, **findings}).newest_months == months


def test_agencies_describing_themselves_look_at_no_practice() -> None:
    records = {"assessments/2026-b": assessment("2026-09-20"), "findings/2026-b": finding("assessments/2026-b")}
    assert reading(records).newest_months is None


@pytest.mark.parametrize(
    ("earlier", "later", "recurs"), [("2025-12-20", "2026-01-05", False), ("2025-03-31", "2026-04-01", True)]
)
def test_a_concern_recurs_a_year_later_and_not_across_a_date_line(earlier: str, later: str, *, recurs: bool) -> None:
    records = {
        "reviews/2025-a": review(earlier),
        "audits/2026-b": audit(later),
        "findings/2025-a": finding("reviews/2025-a"),
        "findings/2026-b": finding("audits/2026-b"),
    }
    assert reading(records).recurs is recurs


def test_sources_of_one_kind_that_differ_make_that_kind_mixed() -> None:
    read = reading(
        {
            "reviews/2026-a": review("2026-01-01"),
            "reviews/2025-b": review("2025-01-01"),
            "findings/2026-a": finding("reviews/2026-a", "working-well"),
            "findings/2026-b": finding("reviews/2025-b"),
        }
    )
    assert read.verdicts == {"review": "M"}
    assert [vote.verdict for vote in read.lines[0].votes] == ["N", "W"]


def test_a_finding_is_heard_under_its_theme_and_under_the_needs_it_concerns() -> None:
    story = {"reviews/2026-a": review(), "findings/2026-a": finding("reviews/2026-a", needs=["neglect"])}
    assert reading(story, "neglect").verdicts == {"review": "N"}
    assert reading(story, "early-help").verdicts == {"review": "N"}
    assert reading(story, "supervision").verdicts == {}


def _replaced() -> dict[str, object]:
    themes = [
        {"key": "early-help", "label": "Early help", "axis": "practice"},
        {"key": "prevention", "label": "Prevention", "axis": "practice", "replaced_by": "first-help"},
        {"key": "first-help", "label": "First help", "axis": "practice", "replaced_by": "early-help"},
    ]
    return partnership(themes=themes)


def test_a_finding_under_a_replaced_theme_is_read_under_the_theme_that_stands_now() -> None:
    story = {
        "partnership": _replaced(),
        "reviews/2026-a": review(),
        "findings/2026-a": finding("reviews/2026-a", theme="prevention"),
        "decisions/2026-a": decision(theme="first-help", disposition="change", date="2026-04-01"),
    }
    assert current_theme(snapshot_of(story), "prevention") == "early-help"
    read = reading(story)
    assert read.verdicts == {"review": "N"}
    assert read.decision is not None
    assert read.decision.id == "decisions/2026-a"


def test_themes_that_replace_one_another_in_a_circle_come_to_an_end() -> None:
    themes = [
        {"key": "one", "label": "One", "axis": "practice", "replaced_by": "two"},
        {"key": "two", "label": "Two", "axis": "practice", "replaced_by": "one"},
    ]
    story = snapshot_of({"partnership": partnership(themes=themes)}, may_be_broken=True)
    assert current_theme(story, "one") == "two"
    assert current_theme(story, "never-heard-of") == "never-heard-of"


def test_a_period_leaves_out_what_certainly_lies_outside_it_and_what_has_no_date() -> None:
    story = {
        "reviews/2024-a": review("2024-06-01"),
        "reviews/2026-b": review("2026"),
        "reviews/2026-c": review(None),
        "findings/2024-a": finding("reviews/2024-a"),
        "findings/2026-b": finding("reviews/2026-b"),
        "findings/2026-c": finding("reviews/2026-c"),
        "findings/2025-d": finding("reviews/2024-a", date="2025-06-01"),
    }
    year = Period(date(2026, 4, 1), date(2027, 3, 31), "2026-27")
    assert _sources(reading(story, period=year)) == {"review": ["reviews/2026-b"]}
    before = Period(date.min, date(2025, 12, 31), "before 2026")
    found = reading(story, period=before)
    assert found.lines[0].votes[0].findings == ("findings/2024-a", "findings/2025-d")
    assert len(reading(story).lines[0].votes) == 3


def test_serious_risk_is_named_even_where_the_finding_has_no_vote() -> None:
    read = reading(
        {
            "reviews/2026-a": review(),
            "findings/2026-a": finding("reviews/2026-a", "descriptive", serious_risk=True),
            "findings/2026-b": finding("reviews/2026-a", serious_risk=True),
            "findings/2026-c": finding("reviews/2026-a"),
        }
    )
    assert read.serious == ("findings/2026-a", "findings/2026-b")


def test_a_concern_recurs_when_independent_sources_raise_it_in_different_years() -> None:
    read = reading(
        {
            "reviews/2019-a": review("2019-02"),
            "audits/2024-b": audit("2024-02-07"),
            "assessments/2025-c": assessment("2025-05-01"),
            "reviews/2026-d": review(None),
            "findings/2019-a": finding("reviews/2019-a"),
            "findings/2024-b": finding("audits/2024-b", "mixed"),
            "findings/2025-c": finding("assessments/2025-c", "working-well"),
            "findings/2026-d": finding("reviews/2026-d", "gap"),
        }
    )
    assert read.concern_years == (2019, 2024)
    assert read.recurs


def test_one_piece_of_work_does_not_recur_with_itself() -> None:
    read = reading(
        {
            "reviews/2026-whole": review("2026-04-01"),
            "reviews/2024-part": review("2024-02-01", part_of="reviews/2026-whole"),
            "findings/2024-a": finding("reviews/2024-part"),
            "findings/2026-a": finding("reviews/2026-whole"),
        }
    )
    assert read.concern_years == (2026,)
    assert not read.recurs


def test_the_newest_evidence_is_counted_in_whole_months_and_never_lies_ahead() -> None:
    def months(*dates: str) -> int | None:
        sources = {f"reviews/2026-{number}": review(day) for number, day in enumerate(dates)}
        return reading(
            {**sources, **{f"findings/2026-{source[-1]}": finding(source) for source in sources}}
        ).newest_months

    assert months("2026-03-02") == 6
    assert months("2026-03-01", "2020-01-01") == 7
    assert months("2027-01-01") == 0
    assert months("2026-09") == 0


def test_what_has_no_vote_makes_no_evidence_newer() -> None:
    read = reading(
        {
            "reviews/2020-a": review("2020-01-01"),
            "reviews/2026-b": review(),
            "findings/2020-a": finding("reviews/2020-a", "working-well"),
            "findings/2026-b": finding("reviews/2026-b", "descriptive"),
        }
    )
    assert read.newest_months == 81


def test_the_partnership_s_own_months_decide_what_is_fresh_enough() -> None:
    story = {
        "reviews/2026-a": review("2026-04-01"),
        "audits/2026-a": audit("2026-04-01"),
        "findings/2026-a": finding("reviews/2026-a", "working-well"),
        "findings/2026-b": finding("audits/2026-a", "working-well"),
    }
    assert reading(story).proposal.word == "Stabilised"
    strict = {**story, "partnership": partnership(thresholds={"stabilise_within_months": 5})}
    assert reading(strict).proposal.reason == "said to be working well, but the newest evidence is 6 months old"


def test_the_newest_decision_that_no_other_supersedes_is_the_group_s() -> None:
    read = reading(
        {
            "decisions/2024-a": decision(theme="early-help", disposition="change", date="2024-01-01"),
            "decisions/2025-b": decision(theme="early-help", disposition="create", date="2025-01-01"),
            "decisions/2026-c": decision(
                theme="early-help", disposition="stabilise", date="2026-01-01", supersedes="decisions/2025-b"
            ),
            "decisions/2026-d": decision(theme="early-help", date="2026-02-01"),
            "decisions/2026-e": decision(theme="supervision", disposition="change", date="2026-03-01"),
        }
    )
    assert read.decision is not None
    assert read.decision.id == "decisions/2026-d"
    assert read.disposed is not None
    assert read.disposed.id == "decisions/2026-c"


def test_a_decision_that_was_superseded_does_not_come_back_for_being_newer() -> None:
    read = reading(
        {
            "decisions/2026-a": decision(theme="early-help", disposition="change", date="2026-05-01"),
            "decisions/2026-b": decision(theme="early-help", disposition="create", supersedes="decisions/2026-a"),
        }
    )
    assert read.decision is not None
    assert read.decision.id == "decisions/2026-b"


def test_votes_stand_oldest_first_and_those_without_a_date_before_all_others() -> None:
    read = reading(
        {
            "reviews/2026-b": review("2026-03-01"),
            "reviews/2024-a": review("2024-03-01"),
            "reviews/2026-c": review(None),
            **{f"findings/2026-{slug}": finding(f"reviews/{slug}") for slug in ("2026-b", "2024-a", "2026-c")},
        }
    )
    assert _sources(read) == {"review": ["reviews/2026-c", "reviews/2024-a", "reviews/2026-b"]}


PARENTS = {"feedback/2026-p": feedback(asked=40, answered=20)}
WORKS_WELL = {"findings/2026-p": finding("feedback/2026-p", "working-well")}


@pytest.mark.parametrize(
    ("more", "word", "because"),
    [
        ({"audits/2026-a": audit(cases_looked_at=20)}, "Stabilised", "different kinds of evidence agree"),
        ({"audits/2026-a": audit(selection="hand-picked")}, "discuss", "its cases were picked by hand"),
        ({"audits/2026-a": audit(cases_looked_at=2)}, "discuss", "it looked at only 2 cases"),
        (
            {"audits/2026-a": audit(), "feedback/2026-p": feedback(asked=400, answered=20)},
            "discuss",
            "only 20 of 400 asked answered",
        ),
        ({"audits/2026-a": audit(), "feedback/2026-p": feedback(answered=1)}, "discuss", "only 1 person spoke"),
    ],
)
def test_reassurance_does_not_rest_on_chosen_cases_or_a_few_voices(
    more: dict[str, Any], word: str, because: str
) -> None:
    records = {**PARENTS, **WORKS_WELL, **more, "findings/2026-a": finding("audits/2026-a", "working-well")}
    found = reading(records)
    assert found.proposal.word == word
    assert because in found.proposal.reason


def test_a_concern_stands_on_however_few_cases() -> None:
    records = {
        "audits/2026-a": audit(cases_looked_at=2, selection="hand-picked"),
        "findings/2026-a": finding("audits/2026-a"),
    }
    found = reading(records)
    assert (found.proposal.word, found.doubts) == ("Changed", ())


def test_the_same_words_in_two_sources_are_one_voice() -> None:
    said = "Practitioners ask children what they want."
    records = {
        "audits/2026-a": audit(),
        "inspections/2026-b": {
            "title": "I", "sharing": "public", "inspection_kind": "peer-review", "body": "Peers",
            "published": "2026-05-01",
        },
        "findings/2026-a": finding("audits/2026-a", "working-well", says=said),
        "findings/2026-b": finding("inspections/2026-b", "working-well", says=said.upper()),
    }  # fmt: skip
    found = reading(records)
    assert (found.proposal.word, len(found.doubts)) == ("discuss", 1)
    assert "says word for word what audits/2026-a says" in found.proposal.reason
