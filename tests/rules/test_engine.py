from datetime import date

import pytest

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.rules.registry import FAMILIES, RULES
from lif.rules.selection import reaches_threshold, select_diagnostics
from rules.base import BASE, PARTNERSHIP
from support.memory import checked, records

AUDIT = """\
title: Handovers between teams
sharing: partnership
audit_kind: dip-sample
question: What gets lost when the worker changes?
"""
ALLOWED = (
    AUDIT
    + """\
allow:
  - code: LIF531
    reason: A first look at files only, to prepare the audit proper
    by: Quality Improvement Group
    until: 2026-12-31
"""
)


def codes(text: str, today: date = date(2026, 10, 1), partnership: str = PARTNERSHIP) -> list[str]:
    files = {"records/partnership.yaml": partnership, **records(audits__2026_handovers=text)}
    return [diagnostic.code.name for diagnostic in checked(files, today)]


def test_a_rule_gives_what_it_finds() -> None:
    assert codes(AUDIT) == ["LIF502", "LIF531"]


def test_an_accepted_exception_takes_it_out_and_nothing_else() -> None:
    assert codes(ALLOWED) == ["LIF502"]


def test_an_exception_holds_on_its_last_day_and_not_on_the_next() -> None:
    assert codes(ALLOWED, date(2026, 12, 31)) == ["LIF502"]
    assert codes(ALLOWED, date(2027, 1, 1)) == ["LIF502", "LIF531", "LIF907"]


def test_an_exception_without_a_day_holds_for_good() -> None:
    assert codes(ALLOWED.replace("    until: 2026-12-31\n", ""), date(2099, 1, 1)) == ["LIF502"]


def test_an_exception_that_nothing_needs_is_told() -> None:
    assert codes(ALLOWED + "practitioners: Two teams were asked\nfamilies: Six were asked\n") == ["LIF502", "LIF906"]


def test_an_exception_belongs_to_its_own_record_only() -> None:
    files = {**BASE, **records(audits__2026_one=ALLOWED, audits__2026_two=AUDIT)}
    heard = [diagnostic.record for diagnostic in checked(files) if diagnostic.code.name == "LIF531"]
    assert heard == ["audits/2026-two"]


def test_an_exception_in_a_record_that_cannot_be_read_is_not_called_unused() -> None:
    assert codes(ALLOWED + "ownr: x\n") == ["LIF203"]


def weighed(code: str, severity: str) -> str:
    setting = f"    - code: {code}\n      severity: {severity}\n      because: Agreed in March\n"
    return f"{PARTNERSHIP}settings:\n  severities:\n{setting}"


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_a_partnership_may_weigh_a_rule_differently(severity: str) -> None:
    files = {"records/partnership.yaml": weighed("LIF531", severity), **records(audits__2026_handovers=AUDIT)}
    assert [diagnostic.severity for diagnostic in checked(files) if diagnostic.code.name == "LIF531"] == [
        Severity(severity)
    ]


def test_a_partnership_may_turn_a_rule_off() -> None:
    assert codes(AUDIT, partnership=weighed("LIF531", "off")) == ["LIF502"]


DRAFT = AUDIT + "draft: yes\nlife:\n  reported: 2026-05-01\n"


def severities(text: str, partnership: str = PARTNERSHIP) -> dict[str, str]:
    files = {"records/partnership.yaml": partnership, **records(audits__2026_handovers=text)}
    return {diagnostic.code.name: diagnostic.severity.value for diagnostic in checked(files)}


def test_what_a_draft_owes_in_evidence_and_duties_is_a_note() -> None:
    assert severities(DRAFT) == {"LIF502": "note", "LIF531": "note", "LIF751": "note"}
    assert severities(DRAFT.replace("draft: yes", "draft: no"))["LIF751"] == "warning"


def test_what_is_wrong_with_a_draft_in_itself_is_as_wrong_as_ever() -> None:
    assert severities(DRAFT + "answers: [needs/2026-nowhere]\n")["LIF301"] == "error"
    assert severities(DRAFT.replace("sharing: partnership", "sharing: restricted"))["LIF762"] == "error"


def test_a_partnership_can_weigh_a_drafts_duty_down_and_not_up() -> None:
    assert severities(DRAFT, weighed("LIF531", "error"))["LIF531"] == "note"
    assert "LIF531" not in severities(DRAFT, weighed("LIF531", "off"))


@pytest.fixture
def several() -> tuple[Diagnostic, ...]:
    action = "title: Escalation card\nsharing: partnership\nclosed: 2026-05-03\nthemes: [escalation]\n"
    return checked({**BASE, **records(audits__2026_handovers=AUDIT, actions__2026_card=action)})


def test_diagnostics_come_by_file_and_then_from_the_top_down(several: tuple[Diagnostic, ...]) -> None:
    assert [(diagnostic.record, diagnostic.code.name) for diagnostic in several] == [
        ("actions/2026-card", "LIF512"),
        ("actions/2026-card", "LIF303"),
        ("audits/2026-handovers", "LIF502"),
        ("audits/2026-handovers", "LIF531"),
    ]


@pytest.mark.parametrize(
    ("begin", "paths", "kept"),
    [
        ((), (), ["LIF512", "LIF303", "LIF502", "LIF531"]),
        (("LIF5",), (), ["LIF512", "LIF502", "LIF531"]),
        (("LIF303", "LIF531"), (), ["LIF303", "LIF531"]),
        ((), ("records/audits",), ["LIF502", "LIF531"]),
        ((), ("records/audits/",), ["LIF502", "LIF531"]),
        ((), ("records/actions/2026-card.yaml",), ["LIF512", "LIF303"]),
        ((), ("records/act",), []),
        (("LIF3",), ("records/audits",), []),
    ],
)
def test_people_choose_by_code_and_by_folder(
    several: tuple[Diagnostic, ...], begin: tuple[str, ...], paths: tuple[str, ...], kept: list[str]
) -> None:
    assert [diagnostic.code.name for diagnostic in select_diagnostics(several, begin, paths)] == kept


def test_a_check_fails_at_what_matters_at_least_as_much_as_was_asked(several: tuple[Diagnostic, ...]) -> None:
    warnings = tuple(diagnostic for diagnostic in several if diagnostic.severity is Severity.WARNING)
    assert reaches_threshold(several, Severity.ERROR)
    assert not reaches_threshold(warnings, Severity.ERROR)
    assert reaches_threshold(warnings, Severity.WARNING)
    assert reaches_threshold(warnings, Severity.NOTE)
    assert not reaches_threshold((), Severity.NOTE)


def test_every_rule_stands_in_one_family_and_says_what_it_is_for() -> None:
    assert sorted(rule.code.name for family in FAMILIES for rule in family) == sorted(
        {rule.code.name for rule in RULES}
    )
    assert [rule.code.name for rule in RULES if not rule.check.__doc__] == []


def test_no_record_can_be_excepted_from_a_code_that_no_rule_has() -> None:
    allowed = "title: A review\nsharing: public\nreview_kind: learning-review\nallow:\n"
    allowed += "  - code: LIF999\n    reason: None\n    by: qig\n"
    found = [
        diagnostic
        for diagnostic in checked({**BASE, "records/reviews/2025-x.yaml": allowed})
        if diagnostic.code.name == "LIF906"
    ]
    assert [(diagnostic.field, diagnostic.message) for diagnostic in found] == [
        ("allow[0].code", "no record can be excepted from LIF999: no rule has that code")
    ]
