from datetime import date
from typing import Any

import pytest

from lif.errors import LifError
from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP
from lif.output.templates.render import render
from lif.reports.builders.position import POSITION, PositionStatement, build
from lif.reports.cited_sentence import Line
from lif.reports.request import Request
from support.asking import built
from support.story import evaluation, finding, partnership, review, snapshot_of

Records = dict[str, dict[str, Any]]
PRIORITIES = [
    {"key": "heard", "name": "Children are heard", "themes": ["child-voice"], "since": "2025-04-01"},
    {"key": "early", "name": "Help comes early", "themes": ["early-help"], "since": "2025-04-01"},
    {"key": "past", "name": "Neglect", "themes": ["neglect"], "until": "2024-03-31"},
    {"key": "bare", "name": "Something without a theme"},
]


def _statement(year: str = "2025-26", **more: Any) -> dict[str, Any]:
    return {"title": "Where we stand", "sharing": "public", "year": year, **more}


def _need(**more: Any) -> dict[str, Any]:
    return {"title": "A need", "sharing": "public", **more}


STORY: Records = {
    "partnership": partnership(priorities=PRIORITIES),
    "positions/2024": _statement("2024-25", priorities=["past", "heard"]),
    "positions/2025": _statement(
        group="qig",
        agreed="2025-04-24",
        statement="Hearing depends on who does the work",
        priorities=["heard", "past", "bare"],
        factors=[
            {
                "key": "uneven",
                "factor": "Half of the plans",
                "themes": ["child-voice"],
                "evidence": [
                    {"record": "findings/2024-words", "note": "8 of 16"},
                    {"unnamed": "Talks", "date": "2025-03"},
                    {"note": "Said at the door"},
                    {"date": "2025-02"},
                ],
            },
            {"key": "alone", "factor": "Nobody knows"},
        ],
    ),
    "reviews/2024-a": review("2024-06-14"),
    "findings/2024-words": finding("reviews/2024-a", theme="child-voice", says="No words"),
    "findings/2024-good": finding("reviews/2024-a", "working-well", "child-voice", says="They ask"),
    "findings/2024-need": finding("reviews/2024-a", theme="supervision", needs=["child-voice"], says="Nor for them"),
    "findings/2024-off": finding("reviews/2024-a", theme="supervision", says="Nobody is supervised"),
    "evaluations/2024-a": evaluation("reviews/2024-a", date="2025-02-01", claim="It came sooner"),
    "needs/2025-second": _need(factors=["positions/2025#uneven"], says="Why?", raised="2025-05-01", answered="2025-09"),
    "needs/2025-first": _need(
        factors=["positions/2025#uneven"], order=1, order_because="Now", driver="data", raised="2025-05-02"
    ),
    "needs/2025-other": _need(says="Something else", raised="2025-06-01", order=2),
    "needs/2019-old": _need(says="Long ago", raised="2019-06-01"),
}


def _position(records: Records = STORY, year: str = "2025-26") -> PositionStatement:
    return built(build, snapshot_of(records), Request(date(2026, 11, 22), Period.year(year)), PARTNERSHIP)


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_a_factor_stands_with_what_shows_it_what_was_found_before_and_the_needs_that_belong_to_it() -> None:
    uneven, alone = _position().factors
    assert uneven.says == Line("Half of the plans", "", ("positions/2025#uneven",))
    assert uneven.evidence == (
        Line("A finding: 8 of 16", "", ("findings/2024-words",)),
        Line("Talks", "2025-03", ("positions/2025#uneven",)),
        Line("Said at the door", "", ("positions/2025#uneven",)),
    )
    assert (uneven.strengths, uneven.concerns) == (1, 2)
    assert _texts(uneven.needs) == [
        "A need (in place 1: Now; driven by: data; answer: not recorded)",
        "Why? (no place in the order of the group; answered 2025-09)",
    ]
    assert (alone.themes, alone.evidence, alone.needs) == ("", (), ())


def test_it_says_which_priorities_follow_from_a_factor_and_which_do_not() -> None:
    said = _position()
    assert said.follow[0] == Line(
        "Children are heard (follows from 1 factor of the statement)", "", ("positions/2025#uneven",)
    )
    assert _texts(said.without_factor) == ["Neglect", "Something without a theme"]
    assert _texts(said.not_named) == ["Help comes early"]
    assert _texts(said.not_held) == ["Neglect"]


def test_a_theme_with_a_concern_that_no_factor_or_priority_takes_up_is_named() -> None:
    assert _position().not_taken_up == (Line("Supervision: 1 finding", "", ("findings/2024-off",)),)


def test_what_made_a_difference_the_year_before_and_what_changed_since_is_said() -> None:
    said = _position()
    assert _texts(said.impact_before)[0].startswith("It came sooner")
    assert _texts(said.since) == [
        "Something without a theme: new",
        "Children are heard: as the year before",
        "Neglect: as the year before",
    ]
    assert _texts(_position(year="2024-25").since) == []


def test_a_priority_that_is_dropped_is_said_to_be() -> None:
    now = _statement(priorities=["heard"], agreed="2025-04-24")
    assert "Neglect: no longer named" in _texts(_position({**STORY, "positions/2025": now}).since)


def test_needs_of_the_year_that_name_no_factor_are_apart() -> None:
    said = _position()
    assert [line.records for line in said.other_needs] == [("needs/2025-other",)]


def test_a_year_without_a_statement_says_so_and_still_shows_the_year_before() -> None:
    records = {
        record_id: fields for record_id, fields in STORY.items() if not record_id.startswith(("positions", "needs"))
    }
    said = _position(records)
    assert said.not_named == ()
    text = render("position", said)
    assert "A position statement for the year: not recorded." in text
    assert "Factors: not recorded." in text
    assert "No words" in text


def test_a_priority_the_partnership_does_not_list_is_named_by_its_key() -> None:
    records = {"positions/2025": _statement(priorities=["unlisted"])}
    broken = snapshot_of(records, may_be_broken=True)
    said = built(build, broken, Request(date(2026, 11, 22), Period.year("2025-26")), PARTNERSHIP)
    assert _texts(said.follow) == ["unlisted"]


def test_without_a_year_it_asks_for_one() -> None:
    with pytest.raises(LifError, match="For which year"):
        built(build, snapshot_of(STORY), Request(date(2026, 11, 22)), PARTNERSHIP)
    assert set(POSITION.duties) >= {"F2.1", "F2.2"}
