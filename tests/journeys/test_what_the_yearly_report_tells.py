"""A fresh workspace with one year of records: what the yearly report and its neighbours tell, and what they withhold.

F1.4, F3.5, F3.7, F3.8, F4.12, F7.4, F7.7 and F8.1, each shown on records that a partnership entered itself.
"""

from pathlib import Path

import pytest

from support.inside import run

TODAY = "2026-06-01"
YEAR = ("--year", "2025-26")
WHOLE = ("--audience", "restricted")
BEGIN = (
    "--no-input", "--name", "Westmarch Safeguarding Children Partnership", "--partner", "police=Westmarch Police",
    "--partner", "council=Westmarch Council", "--agency", "schools=Westmarch Schools",
    "--group", "qig=Learning and Impact Group", "--group", "executive=The Executive",
    "--learning-group", "qig", "--executive-group", "executive", "--readers", "restricted",
    "--who", "Members", "--by", "The business unit", "--own", "yes", "--basis", "minutes", "--complete", "Complete",
)  # fmt: skip
RECORDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("action", "A prompt in every plan", ("agreed=2025-05-01", "done=2025-09-01", "closed=2025-12-01",
        "outcome=cannot-tell", "outcome_because=The samples are small",
        "unintended=Meetings take longer", "themes=child-voice")),
    ("feedback", "Children on being heard", ("whose=children", "date=2025-10-22", "asked=140", "answered=62",
        "said=Most felt listened to", "gathered=A survey that young people wrote", "told_back=A letter to all",
        "told_back_on=2026-01-15", "themes=child-voice", "limitations=Younger children",
        "about=actions/2025-prompt-every-plan")),
    ("evaluation", "Did the prompt help?", ("of=actions/2025-prompt-every-plan", "domain=practice", "level=3",
        "date=2025-12-04", "claim=More plans hold the child's own words", "themes=child-voice",
        "measure=Plans with the child's own words", "target.target=18 of 20", "target.set_on=2025-05-01",
        "baseline.met=8", "baseline.of=20", "baseline.date=2025-05-01", "follow_up.met=19", "follow_up.of=20",
        "follow_up.date=2025-11-20", "mechanism=The form cannot be sent without the words",
        "context=Teams with one manager throughout", "other_explanations=Two teams had fewer cases",
        "qualitative=Children found their words in the plan", "collected_by=schools", "independent=yes",
        "own_account=yes", "voices=feedback/2025-children-being-heard")),
    ("decision", "Keep the prompt", ("group=qig", "date=2026-01-22", "says=The prompt stays", "theme=child-voice",
        "disposition=stabilise", "agrees_with_proposal=no", "because=Children say that it helps",
        "evidence[+].record=feedback/2025-children-being-heard")),
    ("learning", "Briefing on the child's words", ("form=seven-minute-briefing", "date=2025-11-06",
        "from_records=actions/2025-prompt-every-plan", "messages=Write down what was said", "themes=child-voice",
        "received[+].agency=schools", "received[0].number=46", "what_they_did[+].agency=schools",
        "what_they_did[0].what=Used in supervision", "conditions[+].group=workplace",
        "conditions[0].condition=Managers make time", "conditions[0].in_place=yes",
        "links=https://www.example.org/briefing")),
    ("contribution", "Contribution of the police", ("agency=police", "year=2025-26", "received=2026-05-12",
        "activity=Officers write down what children say", "emerging_themes=domestic-abuse")),
    ("challenge", "A rating without evidence", ("by=police", "to=council", "raised=2025-06-02",
        "answered=2025-07-01", "closed=2025-08-01", "outcome=The rating was lowered", "about=A rating",
        "asked_for=The evidence")),
    ("challenge", "Late summaries", ("by=council", "to=schools", "raised=2026-02-02", "about=Summaries come late",
        "asked_for=A date")),
    ("audit", "Audit of plans", ("audit_kind=multi-agency-practice", "life.reported=2025-11-20",
        "cases_looked_at=20", "selection=random", "selection_described=Drawn at random from all plans",
        "criteria=The child's own words stand in the plan", "moderated_by=qig", "themes=child-voice",
        "limitations=One quarter only", "disputed[+].fact=How many plans were read",
        "disputed[0].versions[+]=20: the panel", "disputed[0].versions[+]=21: one agency")),
)  # fmt: skip
FLAG = (
    "flag_kind=risk", "serious=yes", "says=Nobody can be reached", "raised=2025-09-18", "raised_by=qig", "to=council",
    "partners=police", "acknowledged[+].agency=council", "acknowledged[0].date=2025-09-19",
    "acknowledged[+].agency=police", "acknowledged[1].date=2025-09-19",
    "answered=2025-10-02", "reported_to_executive=2025-11-06",
)  # fmt: skip


def _new(folder: Path, kind: str, title: str, fields: tuple[str, ...], sharing: str = "public") -> None:
    sets = [word for field in fields for word in ("--set", field)]
    ran = run(
        folder, "new", kind, "--title", title, "--set", f"sharing={sharing}", *sets, "--no-input", "--today", TODAY
    )
    assert ran.code == 0, (title, ran.err, ran.out)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("westmarch")
    assert run(folder, "init", ".", *BEGIN, "--today", TODAY).code == 0
    for kind, title, fields in RECORDS:
        _new(folder, kind, title, fields)
    _new(folder, "flag", "Nobody to reach after hours", FLAG, "partnership")
    return folder


def _told(folder: Path, *words: str, today: str = TODAY) -> str:
    ran = run(folder, *words, "--today", today)
    assert ran.code == 0, ran.err
    return ran.out


def _section(text: str, heading: str) -> str:
    return text.partition(f"\n## {heading}")[2].partition("\n## ")[0]


def test_it_tells_what_works_why_and_in_what_context(folder: Path) -> None:
    """F3.7, F7.4, F7.7."""
    told = _section(_told(folder, "report", "annual", *YEAR, *WHOLE), "What changed for children")
    change, *below = told.partition("More plans hold the child's own words")[2].splitlines()[:4]
    assert "8 of 20 then, 19 of 20 now" in change
    assert (
        below[0].lstrip(" -").startswith("Why: The form cannot be sent without the words. In what context: Teams with")
    )
    assert "Children or families speak in it themselves." in below[1]
    assert "Two teams had fewer cases. Collected by Westmarch Schools, independent of those who did" in below[2]
    assert all("[^evaluations-2025-" in line for line in below)
    assert "Why: The form cannot be sent" in _told(folder, "triangulate", "--theme", "child-voice").replace(
        "\n    ", " "
    )


def test_it_tells_how_voices_were_heard_what_they_heard_back_and_what_came_of_it(folder: Path) -> None:
    """F3.8."""
    voices = _section(_told(folder, "report", "annual", *YEAR, *WHOLE), "Learning: what children, families")
    assert "1 piece of feedback; those who spoke heard back what came of it: 1 of 1" in voices
    assert "How they were heard: A survey that young people wrote." in voices
    assert "Who was not reached: Younger children." in voices
    assert "What they heard back: A letter to all." in voices
    assert "What came of it: “Keep the prompt”." in voices
    before = _told(folder, "report", "annual", *YEAR, *WHOLE, today="2026-01-14")
    assert "What they heard back" not in before
    assert "What came of it: “Keep" not in before


def test_it_tells_challenges_closed_and_open_and_flags_and_withholds_them_from_the_public(folder: Path) -> None:
    """F3.5, F7.5, F7.6, F1.4."""
    told = _section(_told(folder, "report", "annual", *YEAR, *WHOLE), "Assurance: challenges between agencies")
    assert "2 challenges between agencies; closed: 1; without an answer: 1." in told
    assert "what changed: The rating was lowered" in told
    assert told.index("Late summaries") < told.index("A rating without evidence"), "what waits stands first"
    assert "1 risk flagged; serious: 1; acknowledged by all they were sent to: 1; answered: 1." in told
    public = _told(folder, "report", "annual", *YEAR)
    assert "after hours" not in public
    assert "challenges between agencies, and" not in public


def test_it_tells_what_agencies_see_coming_and_counts_it_as_no_evidence(folder: Path) -> None:
    """F4.12."""
    told = _section(_told(folder, "report", "annual", *YEAR, *WHOLE), "Evidence: contributions")
    assert "- Domestic abuse: Westmarch Police[^contributions-2025-26-police]" in told
    theme = _told(folder, "triangulate", "--theme", "domestic-abuse")
    assert "Agencies see this coming (2025-26; not counted): Westmarch Police." in theme
    assert "Proposal: NONE" in theme


def test_it_tells_what_people_did_with_learning_and_whether_it_could_take_root(folder: Path) -> None:
    """F4.3, F4.5, F4.6."""
    told = _section(_told(folder, "report", "annual", *YEAR, *WHOLE), "Learning: what was passed on")
    assert "1 piece of learning; what people did with it is told of 1 of 1;" in told
    assert "What people did with it: Westmarch Schools: Used in supervision." in told
    assert "Could it take root: of 1 condition, 1 in place." in told


def test_an_audit_is_told_with_who_chose_its_cases_and_how_and_with_both_versions_of_a_disputed_fact(
    folder: Path,
) -> None:
    told = _section(_told(folder, "report", "annual", *YEAR, *WHOLE), "Learning: what was looked at")
    assert "Cases: 20. How they were chosen: Drawn at random from all plans." in told
    assert "Grades moderated by: Learning and Impact Group." in told
    assert "What it cannot show: One quarter only." in told
    assert "Sources differ. How many plans were read: “20: the panel”; “21: one agency”." in told


def test_the_pack_of_the_group_tells_where_it_decided_otherwise_and_what_was_closed(folder: Path) -> None:
    pack = _told(folder, "report", "qig", "--period", "2025-06/2026-05")
    assert "### Decided otherwise than was proposed" in pack
    assert "stabilise, because Children say that it helps[^decisions-2026-" in pack
    assert "what changed: The rating was lowered" in pack.partition("Closed since the last meeting:")[2]


def test_effects_that_were_not_intended_are_told_with_the_action_and_not_to_the_public(folder: Path) -> None:
    assert "Effects that were not intended: Meetings take longer." in _told(folder, "report", "actions")
    assert "Meetings take longer" not in _told(folder, "report", "actions", "--audience", "public")


def test_the_review_of_the_framework_tells_each_duty_in_one_line_under_its_chapter(folder: Path) -> None:
    """F8.1."""
    told = _told(folder, "report", "framework", *YEAR, *WHOLE)
    assert "### F3. The principles of reviews and audits" in told
    assert len([line for line in told.splitlines() if line.startswith("- **F3.7**")]) == 1
    assert "- **F3.7** It is evaluated what works, why, and in what contexts (P7): 1 of 1 evaluation[^evalu" in told
