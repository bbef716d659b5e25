from lif.analysis.themes.theme_reading import read_theme
from lif.model.settings import Thresholds
from lif.model.snapshot import Snapshot
from lif.output.text.theme import conventions_text, theme_text
from support.story import TODAY, assessment, audit, decision, feedback, finding, partnership, review, snapshot_of


def _text(snapshot: Snapshot, theme: str = "early-help", absent: str = "not recorded") -> str:
    return theme_text(snapshot, read_theme(snapshot, theme, TODAY), absent)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def test_a_theme_on_which_nothing_was_found_says_so_and_who_was_not_heard_children_first() -> None:
    said = _text(snapshot_of({}), absent="not in the sources read")
    reason = "nothing is recorded on this theme"
    assert said.startswith(f"THEME  early-help   Early Help\n  Proposal: NONE - because {reason}.")
    assert "Not heard from: children and families, practitioners, practice reviews" in _one_line(said)
    assert "figures (not in the sources read)." in _one_line(said)
    assert "Decision of the group: ______ by ______ on ______ because ______" in said
    assert "Who says what" not in said
    assert "Newest evidence" not in said


def test_each_source_is_named_with_its_date_its_verdict_and_the_findings_it_rests_on() -> None:
    said = _text(
        snapshot_of(
            {
                "reviews/2026-whole": review("2026-03-05", title="The whole"),
                "reviews/2026-part": review(part_of="reviews/2026-whole"),
                "reviews/2026-undated": review(None, title="Without a date"),
                "reviews/2026-quiet": review(part_of="reviews/2026-whole"),
                "feedback/2026-a": feedback(),
                "findings/2026-a": finding("reviews/2026-part"),
                "findings/2026-b": finding("reviews/2026-undated", "gap"),
                "findings/2026-c": finding("feedback/2026-a", "working-well"),
                "findings/2026-d": finding("reviews/2026-whole", "descriptive"),
            }
        )
    )
    assert "    practice reviews                      needs to improve   2 independent sources\n" in said
    flat = _one_line(said)
    assert (
        "2026-03-05 needs to improve: A review [reviews/2026-part], part of reviews/2026-whole ← findings/2026-a"
    ) in flat
    assert "no date a gap: nothing in place: Without a date [reviews/2026-undated] ← findings/2026-b" in flat
    assert "    children and families                 working well\n" in said
    assert "Do they agree?  they disagree (1 pair in conflict)." in said
    assert "Not counted: findings/2026-d (describes practice; does not say whether it works)." in flat
    assert "Not counted again, being part of that work or resting on it: reviews/2026-quiet." in flat


def test_serious_risk_stands_before_everything_else() -> None:
    said = _text(
        snapshot_of({"reviews/2026-a": review(), "findings/2026-a": finding("reviews/2026-a", serious_risk=True)})
    )
    first, second, third, *_ = said.splitlines()
    assert first.endswith("** serious risk flagged: act now, do not wait for triangulation **")
    assert second == "  Serious risk: findings/2026-a"
    assert third.startswith("  Proposal: Changed")


def test_a_concern_of_several_years_is_said_to_come_back_and_old_evidence_to_be_old() -> None:
    story = {
        "reviews/2019-a": review("2019-02-26"),
        "audits/2024-a": audit("2024-02-07"),
        "findings/2019-a": finding("reviews/2019-a"),
        "findings/2024-a": finding("audits/2024-a"),
    }
    said = _text(snapshot_of(story))
    assert "  Raised again, a year or more later: 2019, 2024, by independent sources.\n" in said
    assert "  Newest evidence: 31 months old, which is old (beyond 24 months).\n" in said
    lenient = {**story, "partnership": partnership(thresholds={"old_after_months": 31})}
    assert "  Newest evidence: 31 months old.\n" in _text(snapshot_of(lenient))


def test_each_old_source_is_called_old_and_still_shown() -> None:
    story = {
        "reviews/2024-a": review("2024-09-01"),
        "reviews/2024-b": review("2024-10-01"),
        "findings/2024-a": finding("reviews/2024-a"),
        "findings/2024-b": finding("reviews/2024-b"),
    }
    flat = _one_line(_text(snapshot_of(story)))
    assert "2024-09-01 (old) needs to improve: A review [reviews/2024-a]" in flat
    assert "2024-10-01 needs to improve: A review [reviews/2024-b]" in flat


def test_evidence_without_any_date_is_said_to_have_none() -> None:
    story = {"reviews/2026-a": review(None), "findings/2026-a": finding("reviews/2026-a")}
    assert "  Newest evidence: none of it is dated.\n" in _text(snapshot_of(story))


def test_where_every_kind_of_evidence_speaks_none_is_silent() -> None:
    sources = {
        "reviews/2026-a": review(), "audits/2026-a": audit(), "audits/2026-b": audit(kind="single-agency"),
        "assessments/2026-a": assessment(), "feedback/2026-a": feedback(), "feedback/2026-b": feedback("practitioners"),
        "inspections/2026-a": {
            "title": "An inspection", "sharing": "public", "inspection_kind": "peer-review", "body": "Peers",
        },
        "indicators/2026-a": {"title": "A figure", "sharing": "public", "measure": "How many", "better": "higher"},
        "positions/2026-a": {"title": "A position", "sharing": "public", "year": "2026-27"},
    }  # fmt: skip
    findings = {f"findings/2026-{number}": finding(source) for number, source in enumerate(sources)}
    assert "  Not heard from: none is silent.\n" in _text(snapshot_of({**sources, **findings}))


def test_without_a_partnership_the_usual_thresholds_hold() -> None:
    whole = snapshot_of({"reviews/2024-a": review("2024-06-01"), "findings/2024-a": finding("reviews/2024-a")})
    alone = Snapshot.of_entries(entry for entry in whole.entries.values() if entry.id != "partnership")
    assert "28 months old, which is old (beyond 24 months)." in _text(alone)


def test_a_concern_of_one_year_only_is_not_said_to_come_back() -> None:
    story = {
        "reviews/2026-a": review("2026-01-01"),
        "audits/2026-b": audit("2026-09-01"),
        "findings/2026-a": finding("reviews/2026-a"),
        "findings/2026-b": finding("audits/2026-b"),
    }
    assert "more than one year" not in _text(snapshot_of(story))


COMPILED = {"by": "The lif project", "own": False, "basis": "public pages", "complete": "Far from complete."}


def test_a_group_s_decision_that_others_could_not_read_is_no_empty_line_to_fill_in() -> None:
    others = partnership(compiled=COMPILED)
    said = _text(snapshot_of({"partnership": others}), absent="not in the sources read")
    assert said.endswith("  Decision of the group: not in the sources read.\n")
    assert "______" not in said
    known = snapshot_of({"partnership": others, "decisions/2026-a": decision(theme="early-help", disposition="change")})
    group = "a group (which: not in the sources read)"
    assert _text(known).endswith(f"  Decision of the group: change by {group} [decisions/2026-a]\n")


def test_more_stands_between_what_the_sources_say_and_the_decision_of_the_group() -> None:
    snapshot = snapshot_of({"reviews/2026-a": review(), "findings/2026-a": finding("reviews/2026-a")})
    told_more = ("First " + 20 * "and more ", "Second")
    lines = theme_text(snapshot, read_theme(snapshot, "early-help", TODAY), "not recorded", told_more).splitlines()
    newest = next(place for place, line in enumerate(lines) if line.startswith("  Newest evidence"))
    assert [line[:9] for line in lines[newest + 1 :] if line[:3] != "   "] == [
        "  Last lo", "  First a", "  Second", "  Decisio",
    ]  # fmt: skip
    assert all(len(line) <= 100 for line in lines)


def test_a_figure_that_votes_itself_is_said_to_do_so() -> None:
    series = [{"at": f"2025-{month:02}", "value": value} for month, value in enumerate([40, 42] * 6, 1)]
    figure = {
        "title": "A figure", "sharing": "public", "measure": "How many", "better": "higher", "target": 60,
        "themes": ["early-help"], "series": series,
    }  # fmt: skip
    flat = _one_line(_text(snapshot_of({"indicators/2026-a": figure})))
    assert "figures needs to improve 2025-12 needs to improve: A figure [indicators/2026-a] ← the figures" in flat


def test_the_decision_of_the_group_stands_where_the_line_for_it_was_empty() -> None:
    decided = decision(theme="early-help", disposition="change", group="qig", date="2026-05-01", because="Two agree")
    assert (
        "Decision of the group: change by Quality Improvement Group on 2026-05-01, because Two agree [decisions/2026-a]"
        in _one_line(_text(snapshot_of({"decisions/2026-a": decided})))
    )
    gone = snapshot_of(
        {"decisions/2026-a": decision(theme="early-help", disposition="create", group="gone")}, may_be_broken=True
    )
    assert "Decision of the group: create by gone [decisions/2026-a]" in _one_line(_text(gone))
    bare = snapshot_of({"decisions/2026-b": decision(theme="early-help", disposition="create")})
    assert "  Decision of the group: create by a group (which: not recorded) [decisions/2026-b]\n" in _text(bare)


def test_the_conventions_are_told_with_the_partnership_s_own_numbers() -> None:
    said = conventions_text(Thresholds(stabilise_within_months=9, old_after_months=11))
    assert "within 9 months" in said
    assert "older than 11 months is old" in said


def test_each_record_of_a_piece_of_work_is_named_with_its_own_title_and_date() -> None:
    story = {
        "reviews/2026-whole": review("2026-02-26", title="The whole"),
        "reviews/2026-part": review("2026-05-13", title="A part", part_of="reviews/2026-whole", inferred=["part_of"]),
        "findings/2026-a": finding("reviews/2026-whole"),
        "findings/2026-b": finding("reviews/2026-part", "working-well"),
    }
    flat = _one_line(_text(snapshot_of(story)))
    assert "one piece of work, mixed (our reading): The whole [reviews/2026-whole]" in flat
    assert "2026-02-26 needs to improve: The whole [reviews/2026-whole] ← findings/2026-a" in flat
    assert "2026-05-13 working well: A part [reviews/2026-part] ← findings/2026-b" in flat


def test_a_verdict_that_rests_on_what_was_inferred_is_marked_and_so_is_a_piece_of_work_put_together() -> None:
    story = {
        "reviews/2026-whole": review("2026-03-05", title="The whole"),
        "reviews/2026-part": review(part_of="reviews/2026-whole", inferred=["part_of"]),
        "reviews/2026-taker": review(takes_over=["reviews/2026-b"], inferred=["takes_over"]),
        "reviews/2026-b": review("2026-04-05", title="Another"),
        "feedback/2026-a": feedback(),
        "findings/2026-a": finding("reviews/2026-part"),
        "findings/2026-b": finding("reviews/2026-b", "gap"),
        "findings/2026-c": finding("feedback/2026-a", "working-well", inferred=["direction"]),
    }
    flat = _one_line(_text(snapshot_of(story)))
    assert "needs to improve: A review [reviews/2026-part], part of reviews/2026-whole (our reading)" in flat
    assert "a gap: nothing in place: Another [reviews/2026-b]" in flat
    assert "working well (our reading): " in flat
    assert "or resting on it: reviews/2026-taker (our reading)." in flat
