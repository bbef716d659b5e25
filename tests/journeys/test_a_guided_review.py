"""A review entered in one sitting on a fresh workspace: questions, wrong answers, going back, stopping, going on."""

import json
import os
import pty
import select
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from support.inside import on_the_day
from support.person import LEAVES, answered
from support.process import DAY, LIF, Ran

BEGUN = (
    "init", ".", "--no-input", "--forge", "none", "--name", "Westmarch Safeguarding Children Partnership",
    "--partner", "police=Westmarch Police", "--partner", "council=Westmarch Council", "--by", "The business unit",
    "--readers", "restricted", "--who", "Members of the partnership's groups", "--group", "learning=Learning Group",
)  # fmt: skip
ANSWERS: Mapping[str, Sequence[str]] = {
    "What is it about?": ["Near miss at a school"],
    "Which themes?": ["supervision"],
    "Which kind?": ["rapid"],
    "What does it ask of the system?": ["How did the school come to know whom to ring?"],
    "When did the partners become aware?": ["2026-11-20"],
    "By which method?": ["A learning event"],
    "Which agency took part?": ["police", "2"],
    "How did practitioners take part?": ["Nine came to the learning event"],
    "How did children and families take part": ["A parent spoke with the reviewer"],
    "What should be different afterwards": ["Staff know whom to ring"],
    "What is asked for?": [f"Agree on matter {number}" for number in range(1, 15)],
    "Is it a recommendation": ["1"] * 14,
    "To which agencies?": ["police"] * 14,
    "A finding: what was learned": [f"Matter {number} was not agreed" for number in range(1, 9)],
    "Which theme?": ["supervision"] * 8,
    "Which way does it point?": ["gap"] * 7 + ["working"],
    "Which agencies does it concern?": ["Westmarch Police, Westmarch Council"] * 8,
}
REVIEW = "records/reviews/2026-near-miss-school.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "westmarch"
    made.mkdir()
    subprocess.run(["git", "init", "--quiet", str(made)], check=True)
    assert on_the_day(made, *BEGUN).code == 0
    return made


def entered(folder: Path, more: Mapping[str, Sequence[str]] | None = None) -> Ran:
    """Enter the review; `more` are answers given before those of `ANSWERS`, by a part of the question."""
    first = {part: [*given, *ANSWERS.get(part, [])] for part, given in (more or {}).items()}
    return answered(folder, "--today", DAY, "new", "review", answers={**ANSWERS, **first})


def records(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in (folder / "records").rglob("*.yaml")}


def test_one_sitting_enters_a_review_with_its_findings_and_recommendations(folder: Path) -> None:
    before = records(folder)
    ran = entered(folder)
    assert ran.code == 0, ran.err
    made = records(folder) - before
    assert REVIEW in made
    assert len([path for path in made if "/findings/" in path]) == 8
    text = (folder / REVIEW).read_text(encoding="utf-8")
    assert text.count("    text: Agree on matter") == 14
    assert "  - agency: police\n  - agency: council\n" in text
    assert "Write these 9 records?" in ran.err
    # The clocks of the Panel run from the day that was asked for, and what becomes due is told before it is written.
    assert ran.err.count("  Due 2026-1") >= 2
    findings = [(folder / path).read_text(encoding="utf-8") for path in made if "/findings/" in path]
    assert all("agencies:\n  - police\n  - council\n" in finding for finding in findings)
    assert all("sharing: restricted\nsource: reviews/2026-near-miss-school\n" in finding for finding in findings)
    assert "· 0 errors ·" in on_the_day(folder, "check").out


def test_a_question_is_explained_and_a_sign_never_becomes_an_answer(folder: Path) -> None:
    ran = entered(folder, {"What is it about?": ["?"], "A finding: what was learned": ["?", "<"]})
    assert ran.code == 0, ran.err
    assert "For example: Handovers between hospital and community midwives." in ran.err
    for path in records(folder):
        assert "title: ?\n" not in (folder / path).read_text(encoding="utf-8")
        assert 'title: "?"' not in (folder / path).read_text(encoding="utf-8")


def test_a_need_of_children_is_not_offered_where_a_theme_of_practice_is_asked_for(folder: Path) -> None:
    ran = entered(folder, {"Which theme?": ["?", "neglect"]})
    assert ran.code == 0, ran.err
    assert "`neglect` is a theme of the needs of children; here a theme of practice or the system belongs." in ran.err
    listed = ran.err.split("The one practice or system theme it belongs to.")[1].split("Which theme?")[0]
    assert "supervision" in listed
    assert "neglect" not in listed


def test_going_back_changes_an_answer_and_keeps_the_others(folder: Path) -> None:
    changed = {
        "What does it ask of the system?": ["Who was rung?"],
        "When did the partners become aware?": ["<"],
        "How did practitioners take part?": ["<"],
    }
    ran = entered(folder, changed)
    assert ran.code == 0, ran.err
    text = (folder / REVIEW).read_text(encoding="utf-8")
    assert "question: How did the school come to know whom to ring?\n" in text
    assert "method: A learning event\n" in text


def test_personal_data_is_refused_at_its_own_question(folder: Path) -> None:
    ran = entered(folder, {"By which method?": ["Ring 07700 900123"]})
    assert ran.code == 0, ran.err
    after = ran.err.split("Ring 07700 900123\n")[1].lstrip()
    assert after.startswith("this looks like a phone number.")
    assert "900123" not in (folder / REVIEW).read_text(encoding="utf-8")


def test_what_was_not_finished_is_kept_and_gone_on_with_and_then_gone(folder: Path) -> None:
    before = records(folder)
    ran = entered(folder, {"By which method?": [LEAVES]})
    assert ran.code == 1
    assert "nothing was written. Your answers are kept for 14 days" in ran.err
    assert records(folder) == before
    (kept,) = (folder / ".git" / "lif").glob("answers-*")
    assert kept.stat().st_mode & 0o077 == 0
    again = {part: given for part, given in ANSWERS.items() if part not in {"What is it about?", "Which kind?"}}
    ran = answered(folder, "--today", DAY, "new", "review", answers=again)
    assert ran.code == 0, ran.err
    assert "A review was begun on 2026-11-22 and not finished: Near miss at a school." in ran.err
    assert "How did the school come to know" in (folder / REVIEW).read_text(encoding="utf-8")
    assert not kept.exists()


@pytest.mark.parametrize(("day", "offered"), [("2026-12-06", True), ("2026-12-07", False)])
def test_kept_answers_are_offered_for_fourteen_days(folder: Path, day: str, offered: bool) -> None:  # noqa: FBT001
    entered(folder, {"By which method?": [LEAVES]})
    ran = answered(folder, "--today", day, "new", "review", answers={"What is it about?": [LEAVES], "Go on": ["no"]})
    assert ("was begun on" in ran.err) is offered
    assert not list((folder / ".git" / "lif").glob("answers-*"))


def test_a_no_at_the_end_writes_nothing(folder: Path) -> None:
    before = records(folder)
    ran = entered(folder, {"Write these 9": ["perhaps", "no"]})
    assert (ran.code, records(folder)) == (1, before)
    assert "Enter or yes writes it" in ran.err


def test_at_the_end_the_last_answer_can_still_be_changed(folder: Path) -> None:
    ran = entered(folder, {"Write these 9": ["<", ""], "How far may it travel?": ["public", "partnership"]})
    assert ran.code == 0, ran.err
    assert "sharing: partnership\n" in (folder / REVIEW).read_text(encoding="utf-8")


def test_the_same_from_one_file(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "review.yaml"
    file.write_text(
        "title: Early help that came late\nreview_kind: thematic-review\nsharing: partnership\n"
        "recommendations:\n  - text: Answer within a week\n    form: recommendation\n"
        "findings:\n  - title: Requests waited\n    theme: supervision-oversight\n    direction: gap\n"
        "  - title: Schools knew whom to ask\n    theme: supervision-oversight\n    direction: sideways\n",
        encoding="utf-8",
    )
    before = records(folder)
    ran = on_the_day(folder, "new", "review", "--from-file", str(file))
    assert (ran.code, records(folder)) == (1, before)
    assert "findings/schools-knew-whom-ask, direction: error:" in ran.err
    file.write_text(file.read_text(encoding="utf-8").replace("sideways", "working-well"), encoding="utf-8")
    ran = on_the_day(folder, "new", "review", "--from-file", str(file), "--format", "json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["findings"] == ["findings/requests-waited", "findings/schools-knew-whom-ask"]
    finding = (folder / "records/findings/requests-waited.yaml").read_text(encoding="utf-8")
    assert "sharing: partnership\nsource: reviews/early-help-came-late\n" in finding


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: [A\n", "review.yaml:2:1: brackets are opened here and not closed."),
        ("title: A\nfindings: none\n", "is no list of findings"),
        ("- a\n- b\n", "review.yaml:1:1: "),
        ("", "review.yaml:1:1: the file is empty."),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_place(folder: Path, tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "review.yaml"
    file.write_text(text, encoding="utf-8")
    ran = on_the_day(folder, "new", "review", "--from-file", str(file))
    assert ran.code != 0
    assert said in ran.err
    assert "gives the whole record" in on_the_day(folder, "new", "review", "--from-file", "a", "--title", "A").err
    assert "can be read" in on_the_day(folder, "new", "review", "--from-file", "none.yaml").err


def test_the_same_command_goes_on_where_fields_are_given_and_another_record_leaves_the_answers(folder: Path) -> None:
    command = ("--today", DAY, "new", "review", "--title", "Near miss at a school")
    answered(folder, *command, answers={**ANSWERS, "By which method?": [LEAVES]})
    other = ("--today", DAY, "new", "review", "--title", "Thematic review of handovers")
    ran = answered(folder, *other, answers={"Which themes?": ["supervision"], "Which kind?": ["thematic"]})
    assert (ran.code, "was begun on" in ran.err) == (0, False), ran.err
    ran = answered(folder, *command, answers={"Write this": ["no"]})
    assert "was begun on 2026-11-22" in ran.err
    assert "aware 2026-11-20" in ran.err


def test_a_finding_that_was_not_finished_is_kept_with_the_review(folder: Path) -> None:
    assert entered(folder, {"Which way does it point?": [LEAVES]}).code == 1
    (kept,) = (folder / ".git" / "lif").glob("answers-*")
    _, finding = json.loads(kept.read_text(encoding="utf-8"))["trees"]
    assert (finding["title"], finding["theme"]) == ("Matter 1 was not agreed", "supervision-oversight")


def test_without_a_cache_no_answers_are_kept(folder: Path) -> None:
    answers = {"What is it about?": ["Near miss"], "Which kind?": [LEAVES]}
    ran = answered(folder, "--today", DAY, "--no-cache", "new", "review", answers=answers)
    assert "are kept" not in ran.err
    assert not list((folder / ".git").glob("lif/answers-*"))


def test_findings_travel_no_further_than_the_review_whose_sharing_is_changed_at_the_end(folder: Path) -> None:
    ran = entered(folder, {"Write these 9": ["<", ""], "How far may it travel?": ["public", "restricted"]})
    assert ran.code == 0, ran.err
    findings = [path.read_text(encoding="utf-8") for path in (folder / "records/findings").iterdir()]
    assert all("sharing: restricted\n" in finding for finding in findings)


def test_the_title_of_a_finding_is_checked_at_its_own_question(folder: Path) -> None:
    ran = entered(folder, {"A finding: what was learned": ["Forms \u200bmissing", "-"], "What is it about?": ["-"]})
    assert ran.code == 0, ran.err
    assert "character came with that (U+200B)" in ran.err
    assert len(list((folder / "records/findings").iterdir())) == 8
    assert (folder / REVIEW).is_file()


@pytest.mark.parametrize("wrong", ["life: in May", "life:\n  - a", "intended: later", "intended:\n  - later"])
def test_a_file_in_which_a_set_of_fields_is_something_else_is_refused(folder: Path, tmp_path: Path, wrong: str) -> None:
    file = tmp_path / "review.yaml"
    file.write_text(f"title: A talk\nsharing: partnership\nreview_kind: rapid-review\n{wrong}\n", encoding="utf-8")
    ran = on_the_day(folder, "new", "review", "--from-file", str(file))
    assert ran.code == 1
    assert "nothing was written" in ran.err


def test_ctrl_c_on_a_terminal_writes_nothing_and_says_how_to_go_on(folder: Path) -> None:
    child, terminal = pty.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell lets what runs in the background ignore it
        os.chdir(folder)
        os.execv(LIF, [str(LIF), "--today", DAY, "new", "review"])  # noqa: S606 - the real command
    said = _until(terminal, "no names)  > ")
    os.write(terminal, b"Near miss at a school\n")
    said += _until(terminal, "Which themes?")
    os.write(terminal, b"\x03")
    said += _until(terminal, "goes on with them.")
    _end(child)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    assert "nothing was written. Your answers are kept for 14 days" in " ".join(said.split())
    assert not (folder / "records" / "reviews").exists()


def _end(child: int) -> None:
    """Let no process wait for ever for an answer where the test has gone wrong."""
    end = time.monotonic() + 30
    while os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        if time.monotonic() > end:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.05)


def _until(terminal: int, words: str) -> str:
    said, end = "", time.monotonic() + 30
    while words not in " ".join(said.split()) + said and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                said += os.read(terminal, 65_536).decode(errors="replace")
            except OSError:
                break
    return said
