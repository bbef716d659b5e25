import json
from pathlib import Path

import pytest

from support.ws import FINDING, Workspace, workspace

DECISION = """\
# as the group agreed
title: Decision on contact
sharing: public
evidence:
  # read in full
  - record: findings/2026-weekly-contact
    seen: "000000000000" # in March
  - record: reviews/2026-missing-education
"""
ID = "decisions/2026-contact"
SAID = ("--by", "Chair of the group", "--because", "Only its wording was made clearer")
CHANGED, NEVER = "findings/2026-weekly-contact", "reviews/2026-missing-education"


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    made = workspace(tmp_path)
    made.put(ID, DECISION)
    return made


def test_what_is_there_now_is_written_down_with_who_when_and_why(ws: Workspace) -> None:
    ran = ws.lif("accept", "2026-contact", *SAID)
    assert (ran.code, CHANGED in ran.out, NEVER in ran.out) == (0, True, False)
    text = ws.text(ID)
    assert "000000000000" not in text
    for kept in ("# as the group agreed\n", "  # read in full\n", "# in March\n", "date: 2026-06-01\n"):
        assert kept in text
    assert "by: Chair of the group\n" in text
    assert "because: Only its wording was made clearer\n" in text
    assert "LIF551" not in ws.lif("check", "--all").out


def test_what_was_never_looked_at_is_only_accepted_when_asked_for(ws: Workspace) -> None:
    assert ws.lif("accept", "2026-contact", *SAID).code == 0
    again = ws.lif("accept", "2026-contact", *SAID)
    assert (again.code, "--all" in again.err) == (1, True)
    ran = ws.lif("accept", "2026-contact", *SAID, "--all", "--format", "json")
    answer = json.loads(ran.out)
    assert (answer["version"], answer["written"], answer["accepted"]) == (1, True, [NEVER])
    assert ws.text(ID).count("seen:") == 2
    nothing = ws.lif("accept", "2026-contact", *SAID, "--all")
    assert (nothing.code, "Nothing" in nothing.err) == (1, True)


def test_only_the_source_that_is_named(ws: Workspace) -> None:
    assert ws.lif("accept", "2026-contact", *SAID, "--source", "reviews/").code == 1
    ran = ws.lif("accept", "2026-contact", *SAID, "--all", "--source", "reviews/")
    assert (ran.code, CHANGED in ran.out, NEVER in ran.out) == (0, False, True)
    assert "000000000000" in ws.text(ID)


def test_a_source_that_changes_again_is_suspect_again(ws: Workspace) -> None:
    assert ws.lif("accept", "2026-contact", *SAID).code == 0
    ws.put(CHANGED, FINDING.replace("gap", "mixed"))
    assert CHANGED in ws.lif("accept", "2026-contact", *SAID).out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("2026-contact", *SAID, "--dry-run"), 0),
        (("2026-none", *SAID), 1),
        (("2026", *SAID), 2),
        (("2026-contact", "--by", "Chair"), 2),
        (("2026-weekly-contact", *SAID), 1),
        (("2026-contact", "--by", "Chair", "--because", "The child is 999 000 0018"), 1),
        (("2026-contact", "--by", "Jane Sample", "--because", "It holds"), 1),
    ],
)
def test_nothing_is_written_when_it_is_only_tried_or_wrong(ws: Workspace, words: tuple[str, ...], code: int) -> None:
    before = ws.everything()
    ran = ws.lif("accept", *words)
    assert ran.code == code
    assert ran.err or "Would accept" in ran.out
    assert ws.everything() == before
