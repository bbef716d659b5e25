import json
import re
from pathlib import Path

import pytest

from support.inside import on_the_day
from support.process import Ran

INIT = (
    *("init", ".", "--no-input", "--name", "Westmarch Safeguarding Children Partnership"),
    *("--partner", "police=Westmarch Police", "--partner", "council=Westmarch Council", "--agency", "schools=Schools"),
    *("--group", "review-group=Review Group", "--by", "The business unit", "--readers", "restricted"),
    *("--who", "The business unit", "--own", "yes", "--basis", "Our own work", "--complete", "From 2026 on"),
    *("--forge", "none"),
)
REVIEW = "reviews/2026-infants-seen-late"
ANSWERS = {
    "improvement-known-before": ("no", "Nothing on it was found before"),
    "recurrent-theme": ("no", "It is the first time"),
    "agencies-working-together": ("yes", "Each agency knew a part"),
    "single-agency": ("no", "It lies between agencies"),
    "no-agency-involved": ("no", "Two agencies were"),
    "across-borders": ("not-known", "The other authority has not answered"),
    "national-panel-recommends": ("yes", "The Panel wrote so"),
    "good-practice-or-near-miss": ("no", "It is neither"),
}


@pytest.fixture
def ws(tmp_path: Path) -> Path:
    """A fresh workspace with one review on which nothing is decided yet."""
    assert on_the_day(tmp_path, *INIT).code == 0
    new(
        tmp_path, "review", "Infants seen late", "review_kind=rapid-review", "life.aware=2026-05-01",
        "themes[+]=multi-agency-working", "themes[+]=information-sharing", "sharing=partnership",
        "question=What let agencies each see a part?", "method=Agency summaries and one meeting",
        "no_agency_involved.answer=no", "no_agency_involved.looked_by=Both partners",
        "no_agency_involved.how=Each in its own records", "authorities[+]=Northshire Council",
        "definition.abuse_or_neglect=yes", "definition.died_or_seriously_harmed=not-known",
        "definition.because=Two accounts differ", "panel_recommends=yes", "panel_agrees=yes",
        "life.panel_replied=2026-05-20",
    )  # fmt: skip
    return tmp_path


def new(folder: Path, kind: str, title: str, *fields: str, source: str = "") -> Ran:
    sets = (word for field in fields for word in ("--set", field))
    begin = ("--from", source) if source else ()
    ran = on_the_day(folder, "new", kind, "--no-input", "--title", title, *begin, *sets)
    assert ran.code == 0, ran.err
    return ran


def lif(folder: Path, *words: str) -> str:
    ran = on_the_day(folder, *words)
    assert ran.code in {0, 1}, ran.err
    return " ".join(ran.out.split())


def codes(folder: Path) -> set[str]:
    ran = on_the_day(folder, "check", "--format", "json", "--fail-on", "error")
    return {diagnostic["code"] for diagnostic in json.loads(ran.out)["diagnostics"]}


def decision_file(folder: Path) -> Path:
    (path,) = (folder / "records" / "decisions").iterdir()
    return path


def answered(text: str) -> str:
    """The decision as a person fills it in: every influence answered, in the file that `lif new` wrote."""
    for influence, (applies, because) in ANSWERS.items():
        begun = f"    - influence: {influence}\n      applies: not-known\n"
        assert begun in text
        text = text.replace(
            begun, f"    - influence: {influence}\n      applies: {applies}\n      because: {because}\n"
        )
    return text.replace("  to_review: not-known\n", "  to_review: yes\n")


def test_from_a_review_through_the_pack_to_a_decision_that_every_document_reads(ws: Path) -> None:
    pack = lif(ws, "decide", "infants")
    assert "The method: Agency summaries and one meeting" in pack
    assert "What was decided, by whom and why: not recorded" in pack
    assert "No agency was involved: no (looked by Both partners; how: Each in its own records)" in pack
    assert "Northshire Council: knew the family" in pack
    assert "The Panel replied 2026-05-20; it recommends a review: yes" in pack
    assert "it agrees" not in pack
    assert f"Which review? None is named. Waiting for a decision: {REVIEW}." in on_the_day(ws, "decide").err

    command = re.search(r"lif (new decision --from \S+)$", pack)
    assert command
    ran = on_the_day(
        ws, *command[1].split(), "--no-input", "--title", "Whether to review", "--set", "group=review-group",
        "--set", "date=2026-06-11", "--set", "because=Two agencies each knew a part", "--set", "sharing=restricted",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    written = decision_file(ws).read_text(encoding="utf-8")
    assert f"about:\n  - {REVIEW}\n" in written
    assert "#   In the records: Northshire Council: knew the family" in written
    assert written.count("applies: not-known") == len(ANSWERS)
    assert {"LIF746", "LIF747"} <= codes(ws), "what the tool began decides nothing"
    assert "Fill in what is still not known" in lif(ws, "decide", REVIEW)

    decision_file(ws).write_text(answered(written), encoding="utf-8")
    assert on_the_day(ws, "fmt", "--check").code == 0
    assert not {"LIF746", "LIF747", "LIF748", "LIF749", "LIF411"} & codes(ws)
    report = lif(ws, "report", "review", REVIEW)
    assert "to review: yes, by Review Group, because Two agencies each knew a part" in report
    assert "The group: yes, because The Panel wrote so" in report
    assert "The method: Agency summaries and one meeting" in report
    told = json.loads(on_the_day(ws, "decide", REVIEW, "--format", "json").out)
    assert told["decision"]["review_decision"]["to_review"] == "yes"
    assert told["next"].startswith(f"lif new decision --from {REVIEW} --set supersedes=decisions/")
    assert "2026-06-11 decided on (decisions/" in lif(ws, "show", REVIEW)


def test_until_it_is_decided_the_executive_is_asked_and_afterwards_it_is_not(ws: Path) -> None:
    executive = ("report", "executive", "--period", "2026-04/2026-09")
    asked = "Infants seen late: whether to review, and why"
    assert asked in lif(ws, *executive)
    new(
        ws, "decision", "To review", "group=review-group", "date=2026-06-11", "because=It is new",
        "sharing=partnership", "review_decision.to_review=yes", source=REVIEW,
    )  # fmt: skip
    assert asked not in lif(ws, *executive)
    again = new(ws, "decision", "Its recommendations", "sharing=partnership", source=REVIEW)
    assert f"{REVIEW} was decided on in decisions/" in " ".join(again.err.split())
    assert "LIF748" not in codes(ws)


def test_neither_the_authorities_nor_the_definition_leave_the_restricted_documents(ws: Path) -> None:
    new(ws, "decision", "To review", "date=2026-06-11", "sharing=partnership", source=REVIEW)
    assert "Northshire" not in decision_file(ws).read_text(encoding="utf-8"), "its readers may not see the authorities"
    hidden = ("Northshire", "Two accounts differ", "died or been seriously harmed? not known")
    documents = (
        ("report", "review", REVIEW), ("decide", REVIEW), ("show", REVIEW), ("report", "annual", "--year", "2026-27"),
        ("report", "executive", "--period", "2026-04/2026-09"), ("trace", REVIEW), ("triangulate",),
        ("report", "framework", "--year", "2026-27"), ("show", REVIEW, "--format", "json"),
        ("decide", REVIEW, "--format", "json"),
    )  # fmt: skip
    restricted = lif(ws, "report", "review", REVIEW)
    assert all(text in restricted for text in hidden)
    for audience in ("partnership", "public"):
        for document in documents:
            ran = on_the_day(ws, *document, "--audience", audience)
            assert not [text for text in hidden if text in ran.out + ran.err], (audience, document)


def test_a_review_of_another_partnership_owes_nothing_counts_nowhere_as_ours_and_can_be_answered(ws: Path) -> None:
    before = codes(ws)
    new(
        ws, "review", "Child Q: a search at school", "review_kind=local-child-safeguarding-practice-review",
        "elsewhere.whose=another-partnership", "elsewhere.name=Eastmarch", "life.published=2024-03-14",
        "life.aware=2023-01-02", "themes=information-sharing", "sharing=public",
        "recommendations[+].text=An appropriate adult is there at every search",
        "recommendations[0].form=recommendation", "recommendations[0].to=police",
        "recommendations[0].key=adult", "recommendations[0].due=2024-12-31",
    )  # fmt: skip
    theirs = "reviews/2024-q-search-school"
    new(
        ws, "finding", "No adult was there", "theme=information-sharing", "direction=gap", "sharing=public",
        "agencies=police", source=theirs,
    )  # fmt: skip
    new(
        ws, "review", "A search, again", "review_kind=thematic-review", "themes=information-sharing",
        "life.published=2026-02-02", "sharing=public", "recommendations[+].text=Fathers are asked before a birth",
        "recommendations[0].form=recommendation", "recommendations[0].to=police", "recommendations[0].key=fathers",
    )  # fmt: skip
    new(
        ws, "finding", "No adult was there again", "theme=information-sharing", "direction=gap", "sharing=public",
        source="reviews/2026-search-again",
    )  # fmt: skip
    ran = on_the_day(ws, "check", "--format", "json", "--fail-on", "error")
    owed = [one for one in json.loads(ran.out)["diagnostics"] if one["record"] == theirs]
    assert owed == [], before
    assert theirs not in lif(ws, "due", "--within", "120m")

    theme = lif(ws, "triangulate", "--theme", "information-sharing")
    line = "Learning from elsewhere, which says nothing of practice here and is not counted: 2024-03-14 gap: Child Q"
    assert line in theme
    assert "Raised again" not in theme
    assert "may repeat" not in theme
    assert "ay have come back" not in theme
    executive = lif(ws, "report", "executive", "--period", "2026-04/2026-09")
    assert "Fathers are asked before a birth" in executive
    assert "An appropriate adult is there at every search" not in executive
    assert "Learning from elsewhere (another partnership: Eastmarch), not counted as known here: Child Q" in lif(
        ws, "decide", REVIEW
    )
    refused = on_the_day(ws, "decide", theirs)
    assert refused.code == 2
    assert "is not ours (another partnership: Eastmarch)" in refused.err

    new(
        ws, "action", "Agree who is called", "owner.agency=police", "owner.role=Superintendent", "agreed=2026-06-01",
        "sharing=public", source=f"{theirs}#adult",
    )  # fmt: skip
    assert "taken up here: actions/2026-agree-who-called" in lif(ws, "triangulate", "--theme", "information-sharing")
    annual = lif(ws, "report", "annual", "--year", "2026-27")
    told = "Child Q: a search at school (another partnership: Eastmarch); taken up here: Agree who is called"
    assert told in annual
    assert annual.count("Child Q") == 2, "one sentence as learning from elsewhere and its note, and nowhere as ours"
