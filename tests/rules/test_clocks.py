from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lif.model.parts.part import changed
from lif.model.snapshot import Snapshot
from lif.rules.engine import run_rules
from lif.rules.families import clocks
from lif.rules.rule import Question
from lif.store.shipped.guidance import edition
from support.story import action, assessment, partnership, review, snapshot_of

TODAY = date(2026, 10, 1)
PRACTICE_REVIEW = "local-child-safeguarding-practice-review"
LATE_EVERYWHERE: Mapping[str, Any] = {
    "reviews/2024-a": review(
        None,
        review_kind=PRACTICE_REVIEW,
        life={
            "aware": "2024-02-01",
            "notified": "2024-02-20",
            "rapid_review_sent": "2024-04-02",
            "commissioned": "2024-04-02",
            "published": "2024-11-05",
            "withdrawn": "2025-03-01",
        },
    ),
    "actions/2024-a": action(due="2024-06-30"),
    "assessments/2024-a": {"title": "A return", "sharing": "public", "cycle": "2024", "due": "2024-06-30"},
    "challenges/2024-a": {"title": "A challenge", "sharing": "partnership", "answer_due": "2024-06-30"},
}
REPORTS = {
    "framework": {"title": "Framework", "approved": "2024-01", "review_due": "2025-01"},
    "reports_made": [
        {"what": "executive", "date": "2024-03-01"},
        {"what": "annual", "date": "2024-09-01", "covers": "2023-24"},
    ],
}
EVERY_CODE = [rule.code.name for rule in clocks.RULES]
NEWER = b"""\
name: wt2099
title: An edition that does not exist
since: 2026-04-01
dates:
  source: text
  verified: yes
sources:
  - key: text
    title: The text
    publisher: Nobody
clocks:
  - key: notification
    name: Notification to the national Panel
    length: 1
    unit: days
    review_kinds:
      - local-child-safeguarding-practice-review
    starts:
      - life.aware
    met_by: life.notified
    source: text
    verified: yes
  - key: publication
    name: Publication
    length: 1
    unit: months
    review_kinds:
      - local-child-safeguarding-practice-review
    starts:
      - decision.date
    met_by: life.published
    source: text
    verified: yes
"""


def diagnostics(snapshot: Snapshot, today: date = TODAY) -> list[str]:
    return [
        f"{problem.code.name} {problem.record}: {problem.message}"
        for problem in run_rules(Question(snapshot, today), clocks.RULES)
    ]


def codes(snapshot: Snapshot, today: date = TODAY) -> list[str]:
    return sorted({line.split()[0] for line in diagnostics(snapshot, today)})


def own(**more: Any) -> Snapshot:
    return snapshot_of({**LATE_EVERYWHERE, "partnership": partnership(**{**REPORTS, **more})})


def test_everything_that_is_certainly_late_is_said_once() -> None:
    said = diagnostics(own())
    assert [line.partition(" (")[0] for line in said if "Yearly" not in line] == [
        "LIF701 reviews/2024-a: Notification to the national Panel: due 2024-02-08, done 2024-02-20",
        "LIF702 reviews/2024-a: Rapid review sent to the Panel: due 2024-03-12, done 2024-04-02",
        "LIF703 reviews/2024-a: Publication: due 2024-10-02, done 2024-11-05",
        "LIF704 reviews/2024-a: taken down 2025-03-01; it has to stay public until 2025-11-05",
        "LIF705 partnership: Report to the partnership's executive group: due 2024-09-01, not recorded as done",
        "LIF706 partnership: Review of the framework: due 2025-01, not recorded as done",
        "LIF708 assessments/2024-a: Assessment return: due 2024-06-30, not recorded as done",
        "LIF709 actions/2024-a: Action: due 2024-06-30, not recorded as done",
        "LIF710 challenges/2024-a: Answer to a challenge: due 2024-06-30, not recorded as done",
    ]
    assert [line.split(":")[1] for line in said if line.startswith("LIF707")] == [
        " Yearly report 2024-25",
        " Yearly report 2025-26",
    ]


def test_what_nobody_read_in_the_guidance_is_said_in_the_message() -> None:
    by_code = {line.split()[0]: line for line in diagnostics(own())}
    assert "not verified against the text of the guidance" in by_code["LIF703"]
    assert "not verified against the text of the guidance" in by_code["LIF707"]
    assert "not verified" not in by_code["LIF701"]
    assert "has not said under `clock_start` from which event it counts" in by_code["LIF702"]


def test_a_historic_compilation_is_judged_by_what_its_sources_say_and_not_by_what_they_leave_out() -> None:
    others = {"by": "Others", "own": False, "basis": "Public pages", "complete": "Not complete"}
    assert codes(own(compiled=others)) == ["LIF701", "LIF702", "LIF703", "LIF704"]


def test_nothing_is_claimed_where_the_partnership_record_cannot_be_read() -> None:
    broken = snapshot_of({**LATE_EVERYWHERE, "partnership": {"title": "It has no sharing"}}, may_be_broken=True)
    assert codes(broken) == ["LIF701", "LIF702", "LIF703", "LIF704"]


def test_a_reason_excuses_a_late_publication_and_nothing_else() -> None:
    late = LATE_EVERYWHERE["reviews/2024-a"]
    excused = snapshot_of({"reviews/2024-a": {**late, "publication_because": "A criminal trial ended in October"}})
    assert codes(excused) == ["LIF701", "LIF702", "LIF704"]


@pytest.mark.parametrize("kind", ["serious-case-review", "national-review", "thematic-review"])
def test_other_reviews_are_not_judged_by_the_clocks_of_practice_reviews(kind: str) -> None:
    assert codes(snapshot_of({"reviews/2024-a": {**LATE_EVERYWHERE["reviews/2024-a"], "review_kind": kind}})) == []


def test_a_board_and_its_reviews_are_not_judged() -> None:
    board = [{"name": "The board", "body": "safeguarding-children-board"}]
    review_only = {"reviews/2024-a": LATE_EVERYWHERE["reviews/2024-a"]}
    assert codes(snapshot_of({**review_only, "partnership": partnership(names=board)})) == []


def test_old_records_stay_clean_when_a_new_edition_is_added() -> None:
    life = {"aware": "2026-03-30", "notified": "2026-04-02", "rapid_review_sent": "2026-04-10"}
    life |= {"commissioned": "2026-03-31", "published": "2026-07-01"}
    old = snapshot_of({"reviews/2026-a": review(None, review_kind=PRACTICE_REVIEW, life=life)})
    new = snapshot_of({"reviews/2026-b": review(None, review_kind=PRACTICE_REVIEW, life={"aware": "2026-04-01"})})
    before = tuple(
        changed(edition, until=date(2026, 3, 31)) if edition.name == "wt2026" else edition for edition in old.guidance
    )
    guidance = (*before, edition("wt2099", NEWER))
    assert codes(old) == codes(replace(old, guidance=guidance)) == []
    (said,) = diagnostics(replace(new, guidance=guidance), date(2026, 4, 3))
    assert said.startswith("LIF701 reviews/2026-b: Notification to the national Panel: due 2026-04-02, not recorded")
    assert said.endswith("(1 day from 2026-04-01, when the partners became aware; An edition that does not exist)")


def test_an_edition_nobody_knows_is_an_error_and_judges_nothing() -> None:
    unknown = snapshot_of(
        {
            "reviews/2024-a": LATE_EVERYWHERE["reviews/2024-a"],
            "partnership": partnership(guidance=[{"edition": "wt2018", "until": "2019-12-31"}, {"edition": "wt2099"}]),
        }
    )
    assert diagnostics(unknown) == [
        "LIF711 partnership: the edition `wt2099` is not known: nothing is judged in its time"
    ]
    assert diagnostics(Snapshot.of_entries([])) == []


def test_what_was_returned_late_is_not_asked_for_again() -> None:
    assert codes(snapshot_of({"assessments/2026-a": assessment("2026-08-01", due="2026-07-10")})) == []


@pytest.mark.parametrize("code", EVERY_CODE)
def test_every_rule_says_what_it_holds_to(code: str) -> None:
    rule = next(rule for rule in clocks.RULES if rule.code.name == code)
    assert rule.code.duties
    assert rule.code.plain
