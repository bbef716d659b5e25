from datetime import date
from typing import Any

import pytest

from lif.errors import LifError
from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP
from lif.output.templates.render import render
from lif.reports.builders.programme import AuditProgramme, build
from lif.reports.cited_sentence import Line
from lif.reports.request import Request
from support.asking import built
from support.story import audit, finding, partnership, review, snapshot_of

Records = dict[str, dict[str, Any]]
TODAY = date(2026, 11, 22)


def _planned(order: int | None = None, **more: Any) -> dict[str, Any]:
    more |= {"programme_order": order} if order else {}
    return audit(None, programme_year="2026-27", life={"planned": "2026-04-20"}, **more)


STORY: Records = {
    "partnership": partnership(),
    "reviews/2024-a": review("2024-06-14", themes=["early-help"], title="A review"),
    "findings/2025-risk": finding("audits/2025-single", theme="child-voice", serious_risk=True, title="Risk now"),
    "findings/2024-a": finding("reviews/2024-a", title="Then"),
    "findings/2025-back": finding("audits/2025-single", recurrence_of="findings/2024-a", title="Again"),
    "audits/2025-single": audit("2025-11-14", "single-agency", themes=["child-voice"], title="One agency looks"),
    "audits/2026-first": _planned(1, title="Help", themes=["early-help"], programme_because="Asked for"),
    "audits/2026-second": _planned(
        2, title="Voice", themes=["child-voice"], answers=["needs/2026-a"], prioritised_by="qig",
        consulted=[{"whose": "children", "how": "Asked", "date": "2026-03"}, {"whose": "practitioners"}],
    ),
    "audits/2026-single": audit(
        None, "single-agency", programme_year="2026-27", led_by="police", title="The police look"
    ),
    "audits/2026-outside": audit("2026-06-01", title="Unplanned"),
    "needs/2026-a": {
        "title": "Why so late?", "sharing": "public", "raised": "2026-02-01", "order": 1, "order_because": "Now",
        "driver": "data", "evidence": [{"record": "findings/2025-risk"}, {"unnamed": "Talks"}],
    },
    "needs/2026-waits": {"title": "Waits", "sharing": "public", "raised": "2026-03-01", "order": 2},
    "needs/2026-waits-too": {"title": "Waits too", "sharing": "public"},
    "needs/2026-answered": {"title": "Done", "sharing": "public", "raised": "2026-03-01", "answered": "2026-05"},
    "needs/2027-later": {"title": "Later", "sharing": "public", "raised": "2027-05-01"},
}  # fmt: skip


def _programme(records: Records = STORY, year: str = "2026-27") -> AuditProgramme:
    return built(build, snapshot_of(records), Request(TODAY, Period.year(year)), PARTNERSHIP)


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_audits_stand_in_the_order_people_gave_them_and_gaps_are_counted() -> None:
    said = _programme()
    assert [(planned.place, planned.says.text, planned.stage) for planned in said.audits] == [
        ("1", "Help", "planned"),
        ("2", "Voice", "planned"),
        ("", "The police look", ""),
    ]
    assert (said.without_place, said.without_reason, said.not_consulted) == (1, 2, 2)


def test_each_reason_stands_with_its_records() -> None:
    first, second, single = _programme().audits
    assert first.reasons == (
        Line("It has come back after action: Again", "", ("findings/2025-back",)),
        Line("Early Help: last looked at 2025-11-14", "", ("findings/2025-back",)),
    )
    assert second.reasons == (
        Line("Serious risk on it: Risk now", "", ("findings/2025-risk",)),
        Line(
            "It answers a need: Why so late?, in place 1 of the needs: Now; driven by: data",
            "",
            ("needs/2026-a", "findings/2025-risk"),
        ),
        Line("Child Voice: last looked at 2025-11-14", "", ("audits/2025-single",)),
        Line("Single-agency audits point there: One agency looks", "", ("audits/2025-single",)),
    )
    assert second.consulted == ("children: Asked (2026-03)", "practitioners")
    assert second.who == "put on the programme by Quality Improvement Group"
    assert (single.who, single.reasons) == ("led by The police", ())


def test_a_theme_nobody_looked_at_before_is_said_to_be_one() -> None:
    records = {"audits/2026-first": _planned(1, themes=["neglect"])}
    assert _texts(_programme(records).audits[0].reasons) == ["Neglect: an earlier look at it: not recorded"]


def test_where_the_reasons_would_put_an_audit_earlier_is_a_question_to_the_group() -> None:
    said = _programme()
    assert _texts(said.differs) == ["Voice: in place 2; the reasons recorded would put it in place 1"]
    assert "a question to the group, not a verdict" in render("programme", said)


def test_single_agency_audits_say_what_they_speak_for() -> None:
    assert _texts(_programme().single_agency) == [
        "One agency looks (speaks for: Voice)",
        "The police look (speaks for no other audit of the programme)",
    ]


def test_needs_that_nothing_answers_and_audits_outside_the_programme_are_named() -> None:
    said = _programme()
    assert _texts(said.needs) == ["Waits (in place 2)", "Waits too (no place in the order of the group)"]
    assert _texts(said.outside) == ["Unplanned (multi agency practice)"]


def test_a_year_without_a_programme_says_so_and_a_year_is_needed() -> None:
    assert "Audits on the programme of the year: not recorded." in render("programme", _programme({}))
    with pytest.raises(LifError, match="For which year"):
        built(build, snapshot_of({}), Request(TODAY), PARTNERSHIP)
