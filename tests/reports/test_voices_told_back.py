from collections.abc import Mapping
from datetime import date

from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP, PUBLIC, Sharing
from lif.reports.cited_sentence import Within
from lif.reports.voices_told_back import feedback_lines, voices_in_short
from support.asking import seen
from support.story import Fields, action, decision, feedback, finding, partnership, snapshot_of

YEAR = Period.year("2026-27") or Period(date.min, date.max, "")
HEARD = feedback(
    said=["We were heard"],
    gathered="Telephone conversations",
    agency="police",
    about=["actions/2026-a"],
    told_back="A letter said what would change",
    limitations=["Those without a telephone."],
)
STORY: dict[str, Fields] = {
    "feedback/2026-a": HEARD,
    "feedback/2026-b": feedback("practitioners", said=["Nobody asked us before"]),
    "findings/2026-a": finding("feedback/2026-a"),
    "actions/2026-a": action("findings/2026-a", title="One pathway"),
    "decisions/2026-a": decision(evidence=[{"record": "feedback/2026-a"}], title="A new way", date="2026-06-01"),
}


def _within(records: Mapping[str, Fields], audience: Sharing = PARTNERSHIP, day: date = date(2027, 3, 31)) -> Within:
    return Within(seen(snapshot_of(records), day, audience).records, YEAR, audience)


def _below(within: Within) -> list[tuple[str, tuple[str, ...]]]:
    return [(detail.text, detail.records) for line in feedback_lines(within) for detail in line.below]


def test_below_what_was_said_stands_how_they_were_heard_what_they_heard_back_and_what_came_of_it() -> None:
    heard, back, came = _below(_within(STORY))
    assert heard == (
        (
            "How they were heard: Telephone conversations. Who asked: The police. "
            "What it was about: “One pathway”. Who was not reached: Those without a telephone."
        ),
        ("feedback/2026-a", "actions/2026-a"),
    )
    assert back == ("What they heard back: A letter said what would change.", ("feedback/2026-a",))
    assert came == ("What came of it: “One pathway” and “A new way”.", ("actions/2026-a", "decisions/2026-a"))


def test_an_edition_tells_neither_what_is_withheld_nor_who_was_not_reached() -> None:
    hidden = {**STORY, "decisions/2026-a": {**STORY["decisions/2026-a"], "sharing": "partnership"}}
    told = [text for text, _ in _below(_within(hidden, PUBLIC))]
    assert (
        told[0]
        == "How they were heard: Telephone conversations. Who asked: The police. What it was about: “One pathway”."
    )
    assert told[2] == "What came of it: “One pathway”."


def test_the_counts_come_first_and_an_edition_gives_no_total() -> None:
    counted = voices_in_short(_within(STORY))
    assert counted is not None
    assert counted.text == (
        "2 pieces of feedback; those who spoke heard back what came of it: 1 of 2; "
        "a decision, an action or learning rests on it: 1 of 2"
    )
    assert counted.records == ("feedback/2026-a", "feedback/2026-b")
    raised = {**STORY, "partnership": partnership(readers={"level": "partnership", "who": "Partners"})}
    edition = voices_in_short(_within(raised, PUBLIC))
    assert edition is not None
    assert edition.text.startswith("2 pieces of feedback; those who spoke heard back what came of it: 1;")
    assert voices_in_short(_within({})) is None


def test_what_they_heard_back_is_not_told_before_the_day_on_which_they_heard_it() -> None:
    records = {"feedback/2026-a": {**HEARD, "told_back_on": "2026-09-01"}}
    before, after = (_below(_within(records, day=day)) for day in (date(2026, 8, 31), date(2026, 9, 1)))
    assert not [text for text, _ in before if "heard back" in text]
    assert [text for text, _ in after if "heard back" in text]
