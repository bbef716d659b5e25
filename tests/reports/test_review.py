from datetime import date
from typing import Any

import pytest

from lif.errors import LifError
from lif.model.sharing import PARTNERSHIP, RESTRICTED, Sharing
from lif.reports.builders.review import REVIEW, DecisionPack
from lif.reports.request import Request
from support.asking import built
from support.story import (
    ANOTHER,
    action,
    audit,
    decided,
    evaluation,
    finding,
    partnership,
    recommendation,
    review,
    snapshot_of,
)

TODAY = date(2026, 10, 1)
ID = "reviews/2026-a"
Records = dict[str, dict[str, Any]]


def _pack(records: Records, audience: Sharing = RESTRICTED, about: str = ID) -> DecisionPack:
    snapshot = snapshot_of(records)
    said = built(REVIEW.build, snapshot, Request(TODAY, about=about), audience)
    assert isinstance(said, DecisionPack)
    return said


def _rapid(**more: Any) -> dict[str, Any]:
    return review(None, **{"review_kind": "rapid-review", "life": {"aware": "2026-09-01"}, **more})


def test_a_review_nobody_decided_on_is_open_with_its_clocks_and_the_edition_they_come_from() -> None:
    said = _pack({ID: _rapid(life={"aware": "2026-09-01", "notified": "2026-09-03"})})
    assert said.is_open
    assert [(line.when, line.text) for line in said.dates] == [
        ("2026-09-01", "the partners became aware"),
        ("2026-09-03", "the national Panel was notified"),
    ]
    notified, sent = said.clocks
    assert notified.text.startswith("Notification to the national Panel: due 2026-09-08; met, 2026-09-03; ")
    assert "overdue" in sent.text
    assert "Working Together to Safeguard Children 2026" in sent.text
    assert said.decided == ()
    assert len(said.influences) == 8


@pytest.mark.parametrize(
    "more",
    [
        {"life": {"commissioned": "2026-09-20"}},
        {"review_kind": "national-review", "elsewhere": {"whose": "national"}},
    ],
)
def test_one_that_was_decided_on_or_begun_or_that_others_lead_is_past_the_decision(more: dict[str, Any]) -> None:
    assert not _pack({ID: _rapid(**more)}).is_open


def test_a_decision_closes_the_question_and_one_that_is_not_filled_in_leaves_it_open() -> None:
    for held, is_open in (("no", False), ("yes", False), ("not-known", True)):
        assert _pack({ID: _rapid(), "decisions/2026-d": decided(ID, to_review=held)}).is_open is is_open


def test_an_edition_says_of_an_open_question_that_the_decision_may_be_withheld() -> None:
    restricted = partnership(readers={"level": "restricted", "who": "The business unit"})
    story = {ID: _rapid(sharing="partnership"), "decisions/2026-d": decided(ID, sharing="restricted")}
    assert not _pack({**story, "partnership": restricted}).is_open
    narrow = _pack({**story, "partnership": restricted}, PARTNERSHIP)
    assert (narrow.is_open, narrow.may_be_decided) == (True, True)


def test_a_review_from_elsewhere_is_not_ours_to_decide_on() -> None:
    said = _pack({ID: _rapid(**ANOTHER)})
    assert (said.is_open, said.elsewhere, said.clocks) == (False, "another partnership: Northshire", ())


def test_one_that_begins_later_is_still_open() -> None:
    assert _pack({ID: _rapid(life={"aware": "2026-09-20", "commissioned": "2026-10-20"})}).is_open


def test_the_decision_is_told_with_its_reason_and_who_saw_it_differently() -> None:
    held = {"to_review": "no", "dissent": "The police", "method": "None: it is known"}
    whole = decided(ID, review_decision=held, group="qig", because="It is known.", date="2026-09-10")
    said = _pack({ID: _rapid(method="A rapid review"), "decisions/2026-d": whole})
    assert [line.text for line in said.decided] == [
        "to review: no, by Quality Improvement Group, because It is known",
        "The method that was decided on: None: it is known",
        "Seen differently: The police",
    ]
    assert (said.decided[0].when, said.decided[0].records) == ("2026-09-10", ("decisions/2026-d",))
    assert said.method == "A rapid review"


def test_the_definition_is_for_those_who_decide_and_others_are_told_that_it_may_be_there() -> None:
    definition = {"abuse_or_neglect": "yes", "died_or_seriously_harmed": "not-known", "because": "Two accounts"}
    records = {ID: _rapid(definition=definition, life={"aware": "2026-09-01"})}
    said = _pack(records)
    assert [line.text for line in said.definition] == [
        "Is abuse or neglect known or suspected? yes",
        "Has a child died or been seriously harmed? not known",
        "On what that rests: Two accounts",
    ]
    assert said.head.absent == "not recorded"
    restricted = {"readers": {"level": "restricted", "who": "The business unit"}}
    narrow = _pack({**records, "partnership": partnership(**restricted)}, PARTNERSHIP)
    assert (narrow.definition, narrow.head.absent) == ((), "nothing in this edition (may be withheld)")
    short = _pack({ID: _rapid(definition={key: value for key, value in definition.items() if key != "because"})})
    assert len(short.definition) == 2


def test_who_took_part_what_is_known_and_what_is_being_done_stand_beside_it() -> None:
    said = _pack(
        {
            ID: _rapid(
                themes=["early-help"],
                took_part=[{"agency": "police", "how": "A summary"}, {"agency": "council"}],
                not_taking_part=[{"agency": "council", "reason": "No contact"}, {"agency": "police"}],
                panel_agrees="yes",
                life={"aware": "2026-09-01", "panel_replied": "2026-09-28"},
            ),
            "decisions/2026-d": decided(
                ID, date="2026-10-01", influences={"recurrent-theme": {"applies": "yes", "because": "Twice before"}}
            ),
            "audits/2025-a": audit("2025-04-01", themes=["early-help"], recommendations=[recommendation("ask")]),
            "findings/2025-a": finding("audits/2025-a", "working-well", says="It works"),
            "findings/2025-b": finding("audits/2025-a", "descriptive"),
            "findings/2025-c": finding("audits/2025-a", "gap", title="Nothing there"),
            "findings/2025-d": finding("audits/2025-a", "working-well", derived_from="findings/2025-a"),
            "audits/2025-b": audit("2025-04-01", themes=["supervision"]),
            "actions/2025-a": action("findings/2025-c", title="Build it", due="2026-12-01"),
            "actions/2025-b": action(title="Say it", themes=["early-help"]),
            "actions/2025-c": action(title="Done", themes=["early-help"], done="2026-01-01"),
        }
    )
    assert [line.text for line in said.took_part] == ["The police: A summary", "The council"]
    assert [line.text for line in said.not_taking_part] == ["The council: No contact", "The police"]
    assert [line.text for line in said.works] == ["It works"]
    assert [line.text for line in said.known] == ["An audit: 3 findings, 1 recommendation"]
    assert [line.text for line in said.acting] == ["Build it (due 2026-12-01)", "Say it"]
    assert said.dates[-2].text == "the Panel replied; it agrees with the decision: yes"
    assert [influence.answer for influence in said.influences if influence.answer] == ["yes, because Twice before"]
    known = next(influence for influence in said.influences if "known to be needed" in influence.question)
    assert [line.records for line in known.shown] == [("findings/2025-c",)]
    assert said.themes == ("Early Help",)
    assert said.line.stages[1].titles == ("A review",)


def test_dates_are_in_order_and_no_event_is_told_twice() -> None:
    records = {
        ID: review(
            "2026-03-05", life={"published": "2026-03-05", "completed": "2026-01-10", "panel_replied": "2026-02-01"}
        ),
        "evaluations/2026-a": evaluation(ID, date="2026-06-04", follow_up={"met": 1, "of": 2}),
        "evaluations/2026-b": evaluation(ID, date="2026-05-04"),
        "findings/2026-late": finding(ID, "working-well", says="Late", date="2026-03-01"),
        "findings/2026-soon": finding(ID, "working-well", says="Soon", date="2026-01-01"),
        "findings/2026-undated": finding(ID, "working-well", says="When its review was published"),
    }
    said = _pack(records)
    whens = [line.when for line in said.dates]
    assert whens == sorted(whens)
    told = [(line.when, line.records, line.text.removeprefix("evaluated: ")) for line in said.dates]
    assert len(told) == len(set(told))
    assert [(line.when, line.text) for line in said.works] == [
        ("2026-01-01", "Soon"), ("2026-03-01", "Late"), ("2026-03-05", "When its review was published")
    ]  # fmt: skip


def test_a_concern_about_one_agency_names_it_as_the_partnership_does() -> None:
    earlier = finding("reviews/2025-b", says="Late", agencies=["police"], title="Late replies")
    records = {
        ID: review(themes=["early-help"]), "reviews/2025-b": review("2025-03-05"), "findings/2025-b": earlier
    }  # fmt: skip
    shown = [line.text for influence in _pack(records).influences for line in influence.shown]
    assert "Late replies (The police)" in shown


def test_only_a_review_has_such_a_pack() -> None:
    with pytest.raises(LifError, match="no review that this audience may see"):
        _pack({"audits/2026-a": audit()}, about="audits/2026-a")
