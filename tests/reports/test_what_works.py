from datetime import date
from typing import Any

from lif.model.kinds.evaluation import Evaluation
from lif.model.period import Period
from lif.model.sharing import PUBLIC
from lif.output.templates.render import render
from lif.reports.builders.annual import AnnualReport, build
from lif.reports.request import Request
from lif.reports.what_works import what_works
from support.asking import built
from support.story import action, evaluation, feedback, snapshot_of

SAID: dict[str, Any] = {
    "date": "2025-12-04",
    "claim": "More plans hold the child's own words",
    "mechanism": "A prompt reminds",
    "context": "Little time before the first meeting.",
    "outcome": "Words are there where a manager asks",
    "qualitative": "Children found their words",
    "own_account": True,
    "voices": ["feedback/2025-a"],
    "other_explanations": "Two teams had new managers",
    "collected_by": "police",
    "independent": True,
}


def _below(**said: Any) -> list[tuple[str, tuple[str, ...]]]:
    records = {
        "actions/2025-a": action(),
        "feedback/2025-a": feedback(date="2025-10-01"),
        "evaluations/2025-a": evaluation("actions/2025-a", **said),
    }
    snapshot = snapshot_of(records)
    return [(detail.text, detail.records) for detail in what_works(snapshot, snapshot.of(Evaluation)[0])]


def test_under_a_change_stands_why_and_where_it_worked_who_speaks_and_what_else_explains_it() -> None:
    evaluated = "evaluations/2025-a"
    assert _below(**SAID) == [
        (
            (
                "Why: A prompt reminds. In what context: Little time before the first meeting. "
                "What came of it: Words are there where a manager asks."
            ),
            (evaluated,),
        ),
        (
            "Besides the figures: Children found their words. Children or families speak in it themselves.",
            (evaluated, "feedback/2025-a"),
        ),
        (
            (
                "What else could explain it: Two teams had new managers. "
                "Collected by The police, independent of those who did the work."
            ),
            (evaluated,),
        ),
    ]


def test_only_what_the_record_says_is_told() -> None:
    assert _below() == []
    assert _below(collected_by="police") == [("Collected by The police.", ("evaluations/2025-a",))]
    assert _below(collected_by="police", independent=False) == [
        ("Collected by The police, not independent of those who did the work.", ("evaluations/2025-a",))
    ]
    assert _below(own_account="not-known") == []


def test_that_no_family_speaks_is_told_of_a_claim_on_practice_and_not_of_what_staff_learned() -> None:
    speaks_not = "Children or families do not speak in it themselves."
    assert _below(own_account=False) == [(speaks_not, ("evaluations/2025-a",))]
    assert _below(own_account=False, level="2") == []


def test_our_reading_is_marked() -> None:
    assert _below(mechanism="It is easy", inferred=["mechanism"])[0][0] == "Why: It is easy (our reading)."


def test_the_yearly_report_tells_it_under_the_change_with_its_notes_and_withholds_a_voice() -> None:
    records = {
        "actions/2025-a": action(),
        "feedback/2025-a": feedback(date="2025-10-01", sharing="partnership"),
        "evaluations/2025-a": evaluation("actions/2025-a", **SAID),
    }
    report: AnnualReport = built(
        build, snapshot_of(records), Request(date(2026, 11, 22), Period.year("2025-26")), PUBLIC
    )
    lines = render("annual", report).splitlines()
    at = next(number for number, line in enumerate(lines) if "More plans hold" in line)
    assert lines[at + 1].startswith("    - Why: A prompt reminds.")
    assert lines[at + 1].endswith("[^evaluations-2025-a]")
    assert lines[at + 2].endswith("Children or families speak in it themselves.[^evaluations-2025-a]")
