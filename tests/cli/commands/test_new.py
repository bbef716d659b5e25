import json
import os
import stat
from pathlib import Path

import pytest

from support.person import answered
from support.ws import Workspace, lines, workspace

REVIEW = {
    "What is it about?": ["", "Thematic review of children missing education in winter"],
    "Which kind?": ["a talk", "4"],
    "different afterwards": ["Children out of school are seen every week"],
    "How will you know?": ["Weekly contact recorded in 9 of 10 cases"],
    "When was that agreed?": ["next week", ""],
    "How far may it travel?": ["public"],
}
DAY = ("--today", "2026-06-01")


def test_a_review_is_asked_for_in_plain_words(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ran = answered(tmp_path, *DAY, "new", "review", answers=REVIEW)
    assert ran.code == 0
    assert "Wrote records/reviews/2026-children-missing-education-winter.yaml" in ran.out
    assert "Still owed before it starts: the question it asks of the system (F3.1)" in ran.out
    assert "lif new finding --from 2026-children-missing-education-winter" in ran.out
    assert "is needed" in ran.err
    assert '"a talk" is not one of the choices' in ran.err
    assert "`next week` is not a date" in ran.err
    text = ws.text("reviews/2026-children-missing-education-winter")
    assert "review_kind: thematic-review\n" in text
    assert "    agreed: 2026-06-01\n# took_part: Agencies that took part; a list of: agency, how (F3.3)\n" in text
    assert ws.lif("fmt", "--check", str(ws.path("reviews/2026-children-missing-education-winter"))).code == 0


def test_findings_of_a_review_follow_until_enter_and_are_written_with_it(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    findings = {
        "A finding: what was learned": ["?", "Contact was rare", "Staff did not ask"],
        "Which theme?": ["?", "child", "negl"],
        "Which way does it point?": ["gap", "4"],
    }
    ran = answered(tmp_path, *DAY, "new", "review", answers={**REVIEW, **findings})
    assert ran.code == 0
    assert "child-voice  Child's voice" in ran.err
    assert "Write these 3 records?" in ran.err
    assert ws.text("findings/2026-contact-rare").startswith(
        "title: Contact was rare\nsharing: public\nsource: reviews/2026-children-missing-education-winter\n"
        "theme: child-voice\n"
    )
    assert "direction: gap" in ws.text("findings/2026-staff-did-not-ask")


def test_without_an_end_to_the_answers_nothing_is_written(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    before = ws.everything()
    ran = ws.lif("new", "review", typed=lines("A title", "3"))
    assert (ran.code, ran.out) == (1, "")
    assert "nothing was written" in ran.err
    assert ws.everything() == before


def _text_of_new(ws: Workspace, *words: str) -> str:
    ran = ws.lif("new", *words, "--no-input", "--format", "json", "--title", "A new thing", "--slug", "made")
    assert ran.code == 0, ran.err
    return ws.text(json.loads(ran.out)["id"])


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ("finding", "--from", "missing", "--set", "theme=neglect", "--set", "direction=gap"),
            "source: reviews/2026-missing",
        ),
        (("action", "--from", "weekly"), "answers:\n  - findings/2026-weekly-contact"),
        (("learning", "--from", "missing", "--set", "form=event"), "from_records:\n  - reviews/2026-missing-education"),
        (
            ("evaluation", "--from", "supervision", "--set", "domain=practice", "--set", "level=3"),
            "of:\n  - actions/2026",
        ),
        (("decision", "--from", "weekly"), "about:\n  - findings/2026-weekly-contact"),
        (("flag", "--from", "weekly", "--set", "flag_kind=risk"), "from_records:\n  - findings/2026-weekly-contact"),
    ],
)
def test_a_record_comes_from_another(tmp_path: Path, words: tuple[str, ...], line: str) -> None:
    assert line in _text_of_new(workspace(tmp_path), *words)


def test_a_reaudit_repeats_the_design(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put(
        "audits/2025-voice",
        "title: Voice\nsharing: public\nquestion: Is it there?\npractitioners: Yes\naudit_kind: dip-sample\n"
        "criteria:\n  - Words stand there\nselection: random\n"
        "results:\n  - key: words\n    met: 1\n    of: 2\n",
    )
    text = _text_of_new(ws, "audit", "--from", "audits/2025-voice")
    for line in (
        "question: Is it there?",
        "audit_kind: dip-sample",
        "selection: random",
        "reaudit_of: audits/2025-voice",
    ):
        assert f"{line}\n" in text
    assert "criteria:\n  - Words stand there\n" in text
    assert "results:\n  - key: words\n" in text
    assert "met: 1" not in text


def test_what_does_not_come_from_such_a_record_is_wrong_use(tmp_path: Path) -> None:
    assert workspace(tmp_path).lif("new", "audit", "--from", "weekly", "--no-input", "--title", "x").code == 2


def test_without_questions_what_is_missing_is_listed(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ran = ws.lif("new", "finding", "--no-input")
    assert ran.code == 2
    for flag in ("--title", "--set source=", "--set theme=", "--set direction="):
        assert flag in ran.err


def test_it_travels_no_further_than_it_must(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ran = ws.lif("new", "need", "--no-input", "--title", "Babies", "--set", "driver=data")
    assert "restricted until you say otherwise" in ran.out
    assert "sharing: restricted\n" in ws.text("needs/babies")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    words = ("new", "need", "--no-input", "--title", "Babies", "--set", "driver=data", "--set", "sharing=public")
    assert ws.lif(*words).code == 0
    before = ws.everything()
    assert ws.lif(*words).code == 1
    assert ws.lif("new", "partnership", "--no-input", "--title", "x").code == 1
    assert ws.everything() == before


def test_where_the_name_is_taken_another_is_asked_for(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("needs/babies", "title: Babies\nsharing: public\ndriver: data\n")
    ran = ws.lif("new", "need", typed=lines("Babies", "data", "", "", "", "1", "Not One", "babies-again", ""))
    assert ran.code == 0
    assert ws.path("needs/babies-again").exists()


def test_errors_keep_a_record_from_being_written_and_are_asked_about_again(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    words = ("new", "action", "--title", "Train", "--set", "answers=weekly", "--set", "sharing=public")
    before = ws.everything()
    ran = ws.lif(*words, "--set", "due=2026-02-30", "--no-input")
    assert ran.code == 1
    assert "LIF205" in ran.err
    assert ws.everything() == before
    answers = {"When is it due?": ["2026-03-01"]}
    assert answered(tmp_path, *DAY, *words, "--set", "due=2026-02-30", answers=answers).code == 0
    assert "due: 2026-03-01" in ws.text("actions/train")


def test_text_that_looks_like_yaml_is_written_as_text(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    assert ws.lif("new", "need", typed=lines("no", "1", "- a: [b] #c", "", "", "1", "short", "")).code == 0
    assert 'title: "no"\n' in ws.text("needs/no")
    assert 'says: "- a: [b] #c"\n' in ws.text("needs/no")


def test_invisible_characters_are_not_taken(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ran = ws.lif("new", "need", typed=lines("Bab\u200bies", "Babies", *[""] * 6))
    assert ran.code == 0
    assert "U+200B" in ran.err


def test_the_first_record_is_the_partnership(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    ws = Workspace(tmp_path)
    compiled = ("The learning team", "perhaps", "y", "Minutes", "From 2023")
    answers = lines("Exampleshire", *compiled, "2", "Members", "1", "")
    assert ws.lif("new", "partnership", typed=answers).code == 0
    assert ws.lif("check").code == 0
    assert "own: yes\n" in ws.text("partnership")


def test_a_finding_needs_something_to_come_from(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    ran = Workspace(tmp_path).lif("new", "finding", typed=lines("x"))
    assert ran.code == 1
    assert "lif new review" in ran.err


def test_the_file_opens_in_the_editor_people_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ws = workspace(tmp_path)
    editor = tmp_path / "an editor"
    editor.write_text('#!/bin/sh\necho "notes: edited" >> "$2"\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setitem(os.environ, "EDITOR", f'"{editor}" --wait')
    monkeypatch.delenv("VISUAL", raising=False)
    ran = ws.lif("new", "need", "--no-input", "--title", "Babies", "--set", "driver=data", "--edit")
    assert ran.code == 0
    assert ws.text("needs/babies").endswith("notes: edited\n")
    monkeypatch.setitem(os.environ, "EDITOR", "no-such-editor")
    ran = ws.lif("new", "need", "--no-input", "--title", "More", "--set", "driver=data", "--edit")
    assert ran.code == 0
    assert "cannot be started" in ran.err


def test_help_shows_the_kinds_and_an_example(tmp_path: Path) -> None:
    ran = workspace(tmp_path).lif("new", "--help")
    assert "contribution" in ran.out
    assert "lif new review" in ran.out


def test_a_title_that_names_somebody_is_refused_even_where_the_name_of_the_file_would_too(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    before = ws.everything()
    ran = ws.lif(
        "new", "action", "--no-input", "--title", "Ring Mrs Notareal on 07700 900123", "--set", "sharing=public"
    )
    assert ran.code == 1
    assert ws.everything() == before
    assert "LIF606" in ran.err
    assert "LIF613" in ran.err
    assert "Notareal" not in ran.out + ran.err
    assert "900123" not in ran.out + ran.err


def test_a_name_that_windows_does_not_allow_says_so(tmp_path: Path) -> None:
    workspace(tmp_path)
    ran = answered(tmp_path, "new", "need", "--no-input", "--title", "A", "--slug", "aux", answers={})
    assert (ran.code, ran.err) == (2, 'lif: No file can be called "aux" on Windows. Add a word: aux-2026.\n')
