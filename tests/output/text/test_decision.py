import re
from collections.abc import Sequence
from typing import Any

import pytest

from lif.analysis.duties.influences import InfluenceReading, ShownEvidence
from lif.analysis.duties.principles import PRINCIPLES, ActivityPrinciples, HowFarShown, PrincipleCheck
from lif.model.kinds.review import Review
from lif.model.vocabulary import Answer, Influence
from lif.output.text.decision import ReviewPack, pack_text, principles_table, principles_text
from lif.reports.cited_sentence import Line
from support.story import review, snapshot_of

ASKED = "reviews/2026-asked"
ABSENT = "not recorded"
NOTHING = [InfluenceReading(influence, (), None, "") for influence in Influence]
RICH = [
    InfluenceReading(
        influence,
        (ShownEvidence("Help came late", ("findings/2024-a", "findings/2024-b")),),
        Answer.YES,
        "It came back",
    )
    for influence in Influence
]
ADVICE = re.compile(
    r"\b(should|ought|must|advis\w+|recommended|warrant\w*|justif\w+|score|criteria|likely)\b", re.IGNORECASE
)


def _text(shown: Sequence[InfluenceReading], absent: str = ABSENT, title: str = "Late help", **more: Any) -> str:
    (asked,) = snapshot_of({ASKED: review(title=title, **more)}).of(Review)
    says, command = "Begin the record of the decision:", f"lif new decision --from {ASKED}"
    decided = (Line("to review: yes", "2026-02-12", ("decisions/2026-a",)),) if "method" in more else ()
    return pack_text(ReviewPack(asked, decided, tuple(shown), says, command), absent)


def _principled(*shows: HowFarShown, by: tuple[str, ...] = ()) -> ActivityPrinciples:
    each = [*shows, *[HowFarShown.NOT_SHOWN] * (len(PRINCIPLES) - len(shows))]
    held = tuple(PrincipleCheck(name, answer, by) for name, answer in zip(PRINCIPLES, each, strict=True))
    return ActivityPrinciples(ASKED, "A review", held)


def test_each_influence_is_a_numbered_question_with_what_is_shown_and_what_the_group_answered() -> None:
    text = _text(RICH, question="What helps?", method="A learning event")
    assert text.startswith(
        f"WHAT THE RECORDS SHOW  {ASKED}\nLate help\nWhat it is: thematic review. "
        "What it asks of the system: What helps?\nThe method: A learning event\n"
        "To review: yes (2026-02-12) [decisions/2026-a]\n\n1  Was the improvement known"
    )
    assert "8  Is it good practice, or a near miss?\n   Help came late [findings/2024-a, findings/2024-b]\n" in text
    assert text.count("   The group: yes, because It came back\n") == 8
    assert ABSENT not in text


@pytest.mark.parametrize("absent", ["not recorded", "not in the sources read"])
def test_what_is_absent_is_put_as_the_records_know_it_and_is_no_answer(absent: str) -> None:
    text = _text(NOTHING, absent)
    assert text.count(f"?\n   {absent}\n") == 8
    assert "The group:" not in text
    assert f"What was decided, by whom and why: {absent}" in text


def test_a_group_s_answer_stands_beside_nothing_shown_and_without_a_reason() -> None:
    answered = [InfluenceReading(Influence.SINGLE_AGENCY, (), Answer.NOT_KNOWN, "")]
    assert f"   {ABSENT}\n   The group: not known\n" in _text(answered)


@pytest.mark.parametrize("shown", [NOTHING, RICH])
def test_no_review_and_no_want_of_one_is_ever_advised(shown: list[InfluenceReading]) -> None:
    text = _text(shown)
    assert ADVICE.findall(text) == []
    foot = "These are the records, not advice. The group decides, and why.\nBegin the record of the decision:"
    assert text.endswith(f"{foot}\n  lif new decision --from {ASKED}\n")


def test_long_lines_are_wrapped_and_control_characters_are_written_out() -> None:
    shown = [
        InfluenceReading(
            influence, (ShownEvidence("late \x1b[31m help " * 20, ("findings/2024-a",)),), Answer.NO, "so " * 60
        )
        for influence in Influence
    ]
    text = _text(shown, title="A title")
    assert "\x1b" not in text
    assert "late <U+001B>[31m help" in text
    assert max(map(len, text.splitlines())) <= 100


def test_the_table_has_a_line_for_each_activity_and_a_word_for_each_principle() -> None:
    text = principles_table([_principled(HowFarShown.MET, HowFarShown.PARTLY)], ABSENT)
    head, row, *rest = text.splitlines()
    assert head.split() == list(PRINCIPLES)
    assert row.split() == [ASKED, "met", "partly", *["-"] * 6]
    assert [line.split(maxsplit=1)[0] for line in rest if line.startswith("  P")] == list(PRINCIPLES)
    assert f"-  is {ABSENT};" in text


def test_without_activities_the_table_says_so() -> None:
    assert principles_table([], "not in the sources read") == "Reviews and audits: not in the sources read.\n"


def test_one_activity_is_told_principle_by_principle_with_what_shows_it() -> None:
    text = principles_text(_principled(HowFarShown.MET, HowFarShown.PARTLY, by=(f"{ASKED}: question",)), ABSENT)
    assert text.startswith(
        f"PRINCIPLES  {ASKED}\nA review\n\n"
        f"P1  makes sense of the system: met\n      {ASKED}: question\n"
        f"P2  designed to influence practice: partly\n      {ASKED}: question\n"
    )
    assert f"P8  hears practice, families and children: {ABSENT}\n" in text
    assert text.endswith("\n")


def test_a_principle_that_nothing_shows_is_absent_and_never_called_missed() -> None:
    text = principles_text(_principled(), "not in the sources read")
    assert text.count(": not in the sources read\n") == 8
    assert "not shown" not in text
    assert "not met" not in text
