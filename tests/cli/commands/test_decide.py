import json
from pathlib import Path

import pytest

from lif.model.vocabulary import Influence
from support.ws import REVIEW, Workspace, workspace

HARM = """\
title: Rapid review
sharing: partnership
themes: [child-voice]
review_kind: rapid-review
life:
  aware: 2026-05-01
"""
DECISION = """\
title: To review it
sharing: partnership
about: [reviews/2026-harm]
review_decision:
  to_review: not-known
  influences:
    - influence: recurrent-theme
      applies: yes
      because: It came back
"""


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """A rapid review on the theme of a finding that was made before it."""
    made = workspace(tmp_path)
    made.put("reviews/2026-harm", HARM)
    made.put("decisions/2026-rapid", DECISION)
    made.put("reviews/2026-missing-education", f"{REVIEW}life:\n  published: 2026-02-01\n")
    return made


def test_the_eight_influences_are_shown_for_a_review_named_by_part_of_its_id(ws: Workspace) -> None:
    ran = ws.lif("decide", "harm")
    assert (ran.code, ran.err) == (0, "")
    assert "WHAT THE RECORDS SHOW  reviews/2026-harm\nRapid review\n" in ran.out
    assert "2026-02-01: Weekly contact was rare (gap) [findings/2026-weekly-contact]" in " ".join(ran.out.split())
    assert "The group: yes, because It came back" in ran.out
    assert ran.out.count("\n   not recorded\n") == 7


def test_in_records_compiled_by_others_an_absence_is_of_the_sources(ws: Workspace) -> None:
    ws.put("partnership", ws.text("partnership").replace("own: yes", "own: no"))
    assert ws.lif("decide", "harm").out.count("\n   not in the sources read\n") == 7


def test_as_json_every_line_carries_the_records_behind_it(ws: Workspace) -> None:
    told = json.loads(ws.lif("decide", "harm", "--format", "json").out)
    assert (told["version"], told["review"]) == (1, "reviews/2026-harm")
    assert [influence["influence"] for influence in told["influences"]] == [influence.value for influence in Influence]
    first = told["influences"][0]
    assert first["shown"] == [
        {
            "said": "2026-02-01: Weekly contact was rare (gap)",
            "records": ["findings/2026-weekly-contact"],
            "is_elsewhere": False,
        }
    ]
    assert (first["answer"], first["because"]) == (None, "")
    assert told["influences"][1]["answer"] == "yes"


def test_what_is_no_review_is_wrong_use(ws: Workspace) -> None:
    ran = ws.lif("decide", "weekly-contact")
    assert (ran.code, ran.out) == (2, "")
    assert "findings/2026-weekly-contact is a finding, not a review. lif list review names the reviews." in ran.err


def test_what_nobody_knows_is_not_found_and_what_could_be_several_is_asked_about(ws: Workspace) -> None:
    ran = ws.lif("decide", "hram")
    assert (ran.code, ran.out) == (1, "")
    assert 'No record is called "hram"' in ran.err
    assert ws.lif("decide", "2026").code == 2
    assert ws.lif("decide").code == 2


def test_a_review_that_cannot_be_read_is_sent_to_the_check(ws: Workspace) -> None:
    ws.put("reviews/2026-harm", "title: Rapid review\n")
    ran = ws.lif("decide", "harm")
    assert ran.code == 1
    assert "reviews/2026-harm has errors and cannot be read. See: lif check records/reviews/2026-harm.yaml" in ran.err


def test_the_public_sees_neither_a_withheld_review_nor_the_group_s_answers(ws: Workspace) -> None:
    assert ws.lif("decide", "harm", "--audience", "public").code == 1
    ws.put("reviews/2026-harm", HARM.replace("sharing: partnership", "sharing: public"))
    ran = ws.lif("decide", "harm", "--audience", "public")
    assert ran.code == 0
    assert "The group:" not in ran.out
    assert "It came back" in ws.lif("decide", "harm", "--audience", "partnership").out


def test_deciding_writes_nothing(ws: Workspace) -> None:
    before = ws.everything()
    ws.lif("decide", "harm")
    assert ws.everything() == before
