from pathlib import Path

import pytest

from support.ws import ACTION, FINDING, PARTNERSHIP, Workspace, workspace

REVIEW = """\
title: Children missing education
sharing: public
review_kind: thematic-review
life:
  published: 2025-10
"""
STRENGTH = """\
title: Schools rang the same day
sharing: public
source: reviews/2026-missing-education
theme: child-voice
direction: working-well
agencies: [police]
"""
LEARNING = """\
title: A briefing for schools
sharing: public
form: briefing
from_records: [reviews/2026-missing-education]
date: 2025-11
"""
READINGS = [
    ("findings/2026-weekly-contact", "direction", "Weekly contact was rare (gap) (direction: our reading)", ["annual"]),
    (
        "findings/2026-weekly-contact",
        "direction",
        "Weekly contact was rare (direction: our reading).",
        ["brief", "missing-education"],
    ),
    ("findings/2026-strength", "theme", "Schools rang the same day (theme: our reading)", ["annual"]),
    ("findings/2026-strength", "agencies", "Schools rang the same day (agencies: our reading)", ["agency", "police"]),
    (
        "findings/2026-strength",
        "direction",
        "Schools rang the same day (direction: our reading)",
        ["review", "missing-education"],
    ),
    ("findings/2026-strength", "direction", "mixed (our reading): Children missing education", ["triangulate"]),
    ("reviews/2026-missing-education", "life.published", "2025-10 (our reading)", ["annual"]),
    ("reviews/2026-missing-education", "life.published", "2025-10 (our reading)", ["list", "review"]),
    ("actions/2026-supervision", "answers", "Weekly contact was rare (our reading)", ["actions"]),
    ("actions/2026-supervision", "action_kind", "weaker (training) (our reading)", ["actions"]),
    (
        "actions/2026-supervision",
        "answers",
        "Monthly supervision recorded (planned) (our reading)",
        ["trace", "weekly"],
    ),
    ("learning/2025-briefing", "from_records", "Children missing education (our reading)", ["learning-programme"]),
]
READING_COMMANDS = {"triangulate", "list", "trace", "brief"}


def _said(ws: Workspace, words: list[str]) -> str:
    more = ["--year", "2025-26", "--audience", "restricted"] if words == ["annual"] else []
    first = [] if words[0] in READING_COMMANDS else ["report"]
    ran = ws.lif(*first, *words, *more)
    assert ran.code == 0, ran.err
    return ran.out


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    made = workspace(tmp_path)
    made.put("partnership", PARTNERSHIP)
    made.put("reviews/2026-missing-education", REVIEW)
    made.put("findings/2026-strength", STRENGTH)
    made.put("actions/2026-supervision", ACTION + "action_kind: training\nagreed: 2026-04\n")
    made.put("learning/2025-briefing", LEARNING)
    return made


@pytest.mark.parametrize(("record", "field", "marked", "words"), READINGS)
def test_what_rests_on_an_inferred_field_says_our_reading_and_without_it_does_not(
    ws: Workspace, record: str, field: str, marked: str, words: list[str]
) -> None:
    before = _said(ws, words)
    assert "our reading" not in before
    ws.put(record, ws.text(record) + f"inferred: [{field}]\n")
    after = _said(ws, words)
    assert marked in after


def test_a_sentence_that_rests_on_other_fields_than_the_inferred_one_is_not_marked(ws: Workspace) -> None:
    ws.put("reviews/2026-missing-education", ws.text("reviews/2026-missing-education") + "inferred: [review_kind]\n")
    assert "our reading" not in _said(ws, ["triangulate"])
    assert "(our reading)" in _said(ws, ["brief", "missing-education"])
    ws.put("reviews/2026-missing-education", REVIEW)
    ws.put("findings/2026-weekly-contact", FINDING + "date: 2025-10\ninferred: [date]\n")
    assert "our reading" not in _said(ws, ["brief", "missing-education"])
