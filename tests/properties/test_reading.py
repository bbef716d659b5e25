from dataclasses import replace
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lif.analysis.themes.evidence_kind import LABELS
from lif.analysis.themes.theme_reading import ThemeReading, read_theme
from lif.model.snapshot import Snapshot
from support.story import TODAY, audit, feedback, files, finding, review, snapshot_of
from support.story import assessment as self_assessment

DIRECTIONS = ("working-well", "has-potential", "needs-to-improve", "gap", "mixed", "descriptive")
DAYS = st.sampled_from(["2019-02-26", "2022", "2024-06", "2025-01/2025-06", "2026-03-05"])
Records = dict[str, dict[str, Any]]


@st.composite
def stories(draw: st.DrawFn) -> Records:
    """Sources of several kinds, some of them parts of one another, with findings of every direction."""
    story: Records = {}
    for number in range(draw(st.integers(1, 3))):
        within = {"part_of": "reviews/2026-0"} if number and draw(st.booleans()) else {}
        story[f"reviews/2026-{number}"] = review(draw(DAYS), **within)
    for number in range(draw(st.integers(0, 3))):
        again = {"reaudit_of": f"audits/2026-{number - 1}"} if number and draw(st.booleans()) else {}
        story[f"audits/2026-{number}"] = audit(draw(DAYS), **again)
    if draw(st.booleans()):
        story["assessments/2026-0"] = self_assessment()
    if draw(st.booleans()):
        story["feedback/2026-0"] = feedback(draw(st.sampled_from(["children", "practitioners"])))
    sources = list(story)
    for number in range(draw(st.integers(1, 6))):
        story[f"findings/2026-{number}"] = finding(
            draw(st.sampled_from(sources)),
            draw(st.sampled_from(DIRECTIONS)),
            draw(st.sampled_from(["early-help", "supervision"])),
            **({"serious_risk": True} if draw(st.booleans()) else {}),
        )
    return story


def _reading_of(records: Records) -> ThemeReading:
    return read_theme(snapshot_of(records), "early-help", TODAY)


@settings(max_examples=60)
@given(stories(), st.data())
def test_repeating_a_finding_in_another_record_never_changes_what_is_read(story: Records, data: st.DataObject) -> None:
    sources = [record_id for record_id in story if not record_id.startswith("findings/")]
    repeats = data.draw(st.sampled_from([record_id for record_id in story if record_id.startswith("findings/")]))
    repeat = finding(data.draw(st.sampled_from(sources)), data.draw(st.sampled_from(DIRECTIONS)), derived_from=repeats)
    before, after = _reading_of(story), _reading_of({**story, "findings/2026-repeated": repeat})
    assert replace(after, not_counted=()) == replace(before, not_counted=())
    assert {unvoted.finding for unvoted in after.not_counted} - {unvoted.finding for unvoted in before.not_counted} == {
        "findings/2026-repeated"
    }


@settings(max_examples=60)
@given(stories(), st.randoms())
def test_the_order_in_which_records_come_does_not_matter(story: Records, chance: Any) -> None:
    snapshot = snapshot_of(story)
    entries = list(snapshot.entries.values())
    chance.shuffle(entries)
    shuffled = Snapshot.of_entries(entries)
    assert list(shuffled.entries) == list(snapshot.entries)
    assert read_theme(shuffled, "early-help", TODAY) == read_theme(snapshot, "early-help", TODAY)


@settings(max_examples=60)
@given(stories())
def test_every_finding_on_the_theme_votes_once_or_is_said_to_have_no_vote(story: Records) -> None:
    read = _reading_of(story)
    voting = [finding for line in read.lines for vote in line.votes for finding in vote.findings]
    silent = [unvoted.finding for unvoted in read.not_counted]
    on_theme = [record_id for record_id, fields in story.items() if fields.get("theme") == "early-help"]
    assert sorted([*voting, *silent]) == sorted(on_theme)


@settings(max_examples=60)
@given(stories())
def test_no_source_votes_in_two_places_and_each_kind_speaks_or_is_silent(story: Records) -> None:
    read = _reading_of(story)
    votes = [{vote.source, *vote.together} for line in read.lines for vote in line.votes]
    assert not any(vote & other for vote, other in combinations(votes, 2))
    assert not set(read.taken_over_by) & set().union(*votes, set())
    speaking = set(read.verdicts) | {spoken.kind for spoken in read.spoken}
    assert not speaking & set(read.silent)
    assert speaking | set(read.silent) == set(LABELS)


@settings(max_examples=60)
@given(stories())
def test_the_same_bytes_have_the_same_name_and_other_bytes_another(story: Records) -> None:
    assert snapshot_of(story).content == snapshot_of(dict(reversed(story.items()))).content
    changed = {**story, "reviews/2026-0": {**story["reviews/2026-0"], "title": "Another title"}}
    assert snapshot_of(story).content != snapshot_of(changed).content
    assert len(files(story)) == len(story) + 1
