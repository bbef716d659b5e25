from datetime import date

from lif.diagnostics.diagnostic import Diagnostic
from rules.base import BASE
from support.memory import checked, compared

PATH = "records/actions/2026-x.yaml"
ACTION = "title: An action\nsharing: partnership\nagreed: 2026-01-05\ndue: {due}\n"
ALLOW = "allow:\n  - code: LIF804\n    reason: The inspection came in between\n    by: qig\n"
BEFORE = ACTION.format(due="2026-11-01")
AFTER = ACTION.format(due="2026-12-01")


def changed(after: str, before: str = BEFORE) -> list[tuple[str, str, str]]:
    """What the change of the action does wrong: code, severity, message."""
    found = compared({**BASE, PATH: before}, {**BASE, PATH: after})
    return [(diagnostic.code.name, diagnostic.severity.value, diagnostic.message) for diagnostic in found]


def of_allowances(text: str, today: date = date(2026, 10, 1)) -> list[Diagnostic]:
    return [
        diagnostic
        for diagnostic in checked({**BASE, PATH: text}, today)
        if diagnostic.code.name in {"LIF906", "LIF907"}
    ]


def test_an_accepted_change_is_still_told_as_a_note() -> None:
    says = "due date moved from 1 November 2026 to 1 December 2026; no reason given"
    assert changed(AFTER) == [("LIF804", "warning", says)]
    assert changed(AFTER + ALLOW) == [("LIF804", "note", f"{says} (accepted; `allow` says why)")]
    assert changed(AFTER + ALLOW.replace("LIF804", "LIF801")) == [("LIF804", "warning", says)]


def test_it_is_the_exception_after_the_change_that_counts_and_only_until_its_day() -> None:
    assert changed(AFTER, BEFORE + ALLOW)[0][1] == "warning"
    assert changed(AFTER + ALLOW + "    until: 2026-10-01\n")[0][1] == "note"
    assert changed(AFTER + ALLOW + "    until: 2026-09-30\n")[0][1] == "warning"


def test_one_who_takes_a_record_away_is_not_excepted_from_having_done_so() -> None:
    finding = "title: A finding\nsharing: partnership\nsource: audits/2026-x\ntheme: early-help\ndirection: gap\n"
    citing = "title: An action\nsharing: partnership\nanswers: [findings/2026-x]\n"
    allow = ALLOW.replace("LIF804", "LIF803")
    before = {**BASE, "records/findings/2026-x.yaml": finding + allow, PATH: citing}
    (found,) = (
        diagnostic
        for diagnostic in compared(before, {**BASE, PATH: citing + allow})
        if diagnostic.code.name == "LIF803"
    )
    assert (found.record, found.severity.value) == ("findings/2026-x", "error")


def test_the_check_never_calls_it_unused_and_says_when_its_day_is_past() -> None:
    assert of_allowances(AFTER + ALLOW) == []
    assert of_allowances(AFTER + ALLOW + "    until: 2026-10-01\n") == []
    (found,) = of_allowances(AFTER + ALLOW + "    until: 2026-09-30\n")
    assert (found.code.name, found.hint) == ("LIF907", "Take it out.")


def test_only_codes_that_there_are_can_be_accepted() -> None:
    (found,) = of_allowances(AFTER + ALLOW.replace("LIF804", "LIF899"))
    assert found.message == "no record can be excepted from LIF899: no rule has that code"
