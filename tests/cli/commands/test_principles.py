import json
from pathlib import Path

import pytest

from lif.analysis.duties.principles import PRINCIPLES
from support.ws import PARTNERSHIP, Workspace, workspace

AUDIT = """\
title: Voice in plans
sharing: restricted
question: Is it there?
systemic_factors:
  - No room on the form
audit_kind: dip-sample
"""


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """A review and an audit."""
    made = workspace(tmp_path)
    made.put("audits/2026-voice", AUDIT)
    return made


def test_every_review_and_audit_has_a_line_in_the_table(ws: Workspace) -> None:
    ran = ws.lif("principles")
    assert (ran.code, ran.err) == (0, "")
    head, *rows = [line.split() for line in ran.out.splitlines() if line]
    assert head == list(PRINCIPLES)
    assert rows[0] == ["audits/2026-voice", "met", *["-"] * 7]
    assert rows[1] == ["reviews/2026-missing-education", "-", "-", "-", "partly", "-", "partly", "-", "partly"]


def test_one_activity_is_shown_with_the_records_and_fields_that_prove_it(ws: Workspace) -> None:
    ran = ws.lif("principles", "missing")
    assert ran.code == 0
    assert (
        "P4  appreciates what works and what needs to improve: partly\n      findings/2026-weekly-contact\n" in ran.out
    )
    assert "P6  made sense of together: partly\n      reviews/2026-missing-education: practitioners\n" in ran.out
    assert "P1  makes sense of the system: not recorded\n" in ran.out
    assert "audits/" not in ran.out


@pytest.mark.parametrize(("words", "ids"), [((), 2), (("voice",), 1)])
def test_as_json_there_is_a_version_and_each_principle_with_its_proof(
    ws: Workspace, words: tuple[str, ...], ids: int
) -> None:
    told = json.loads(ws.lif("principles", *words, "--format", "json").out)
    assert told["version"] == 1
    assert len(told["activities"]) == ids
    first = told["activities"][0]
    assert (first["id"], first["title"]) == ("audits/2026-voice", "Voice in plans")
    assert [check["principle"] for check in first["held"]] == list(PRINCIPLES)
    assert first["held"][0] == {
        "principle": "P1",
        "shows": "met",
        "by": ["audits/2026-voice: question", "audits/2026-voice: systemic_factors"],
    }


def test_what_is_neither_review_nor_audit_is_wrong_use(ws: Workspace) -> None:
    ran = ws.lif("principles", "weekly-contact")
    assert (ran.code, ran.out) == (2, "")
    assert "findings/2026-weekly-contact is a finding, not a review or audit. See: lif principles" in ran.err


def test_what_nobody_knows_is_not_found(ws: Workspace) -> None:
    ran = ws.lif("principles", "nothing-like-it")
    assert (ran.code, ran.out) == (1, "")
    assert 'No record is called "nothing-like-it"' in ran.err


def test_the_public_sees_no_restricted_audit(ws: Workspace) -> None:
    assert "audits/2026-voice" not in ws.lif("principles", "--audience", "public").out
    assert ws.lif("principles", "voice", "--audience", "public").code == 1


def test_without_reviews_and_audits_the_absence_is_said(tmp_path: Path) -> None:
    ws = Workspace(tmp_path)
    ws.put("partnership", PARTNERSHIP)
    assert ws.lif("principles").out == "Reviews and audits: not recorded.\n"
    assert json.loads(ws.lif("principles", "--format", "json").out) == {"version": 1, "activities": []}
