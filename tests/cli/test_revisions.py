from pathlib import Path

import pytest

from support.inside import run
from support.process import LIF, Ran
from support.repository import Repo
from support.ws import ACTION, FILES

PATHS = {f"records/{name}.yaml": text for name, text in FILES.items()}
OWN = "records/partnership.yaml"
SUPERVISION = "records/actions/2026-supervision.yaml"
FINDING = "records/findings/2026-weekly-contact.yaml"
SECOND = """\
title: Contact in the holidays was rare
sharing: public
source: reviews/2026-missing-education
theme: child-voice
direction: gap
"""
REVIEW = "records/reviews/2026-missing-education.yaml"
REVIEWED = PATHS[REVIEW] + "families: Four families were asked\nquestion: Who sees them?\n"
CARD = "records/actions/2026-card.yaml"
CLOSED = """\
title: One page goes with the child
sharing: public
answers: [findings/2026-weekly-contact]
closed: 2026-05-03
"""


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo.begun(tmp_path / "partnership")
    made.commit(PATHS)
    return made


def lif(repo: Repo, *words: str, **environment: str) -> Ran:
    return run(repo.root, *words, "--today", "2026-06-01", environment=environment)


WRITING = ("set 2026-supervision due=2026-12-01", "move 2026-supervision x", "fmt", "new need")
READING = ("list action", "show 2026-supervision", "trace child-voice", "triangulate", "check", "principles")


@pytest.mark.parametrize("command", READING)
def test_every_reading_command_reads_a_revision_as_it_read_the_folder_then(repo: Repo, command: str) -> None:
    then = lif(repo, *command.split())
    repo.commit({SUPERVISION: None, FINDING: SECOND, REVIEW: REVIEWED})
    assert lif(repo, *command.split()) != then
    assert lif(repo, *command.split(), "--at", "HEAD~1") == then
    assert lif(repo, "--at", "main~1", *command.split()) == then


def test_a_file_of_a_revision_can_be_checked_though_it_is_gone(repo: Repo) -> None:
    repo.commit({SUPERVISION: None})
    ran = lif(repo, "check", SUPERVISION, "--at", "HEAD~1")
    assert (ran.code, ran.out.splitlines()[-1].startswith("1 record · 0 errors · ")) == (0, True)
    assert lif(repo, "check", SUPERVISION).code == 2


@pytest.mark.parametrize(
    "command", ["set 2026-supervision due=2026-12-01", "move 2026-supervision x", "fmt", "new need"]
)
def test_a_writing_command_refuses_a_revision(repo: Repo, command: str) -> None:
    ran = lif(repo, *command.split(), "--at", "HEAD")
    assert ran.code == 2
    assert "those of a revision cannot be changed" in ran.err


def test_a_revision_without_records_is_named(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "--orphan", "empty")
    repo.git("rm", "-r", "-f", "-q", "records")
    repo.commit({"README.md": "none"})
    repo.git("checkout", "--quiet", "main")
    ran = lif(repo, "list", "--at", "empty")
    assert (ran.code, ran.err) == (1, "lif: No record found in empty. Name a revision that holds some.\n")


def staged(repo: Repo, *words: str) -> tuple[int, list[str], str]:
    """The exit code, the codes with their records, and the last line."""
    ran = lif(repo, "check", "--staged", "--all", *words)
    found = [line for line in ran.out.splitlines() if line.startswith("records/")]
    return (
        ran.code,
        [f"{line.partition(':')[0]} {line[-7:-1]}" for line in found],
        (ran.out or ran.err).splitlines()[-1],
    )


def test_the_bytes_to_be_committed_are_checked_and_not_those_on_disk(repo: Repo) -> None:
    repo.write({CARD: CLOSED})
    repo.git("add", "--all")
    repo.write({CARD: None, FINDING: "no record\n"})
    assert staged(repo) == (1, [f"{CARD} LIF512"], "1 record · 1 error · 0 warnings · 0 notes")
    repo.git("reset", "--quiet")
    assert staged(repo) == (0, [], "0 records · 0 errors · 0 warnings · 0 notes")


def test_a_file_only_announced_to_git_is_not_judged_before_it_is_added(repo: Repo) -> None:
    repo.write({CARD: CLOSED})
    repo.git("add", "--intent-to-add", CARD)
    assert staged(repo) == (0, [], "0 records · 0 errors · 0 warnings · 0 notes")
    repo.git("add", CARD)
    assert staged(repo)[:2] == (1, [f"{CARD} LIF512"])


def test_what_was_wrong_before_in_other_files_is_not_held_against_a_commit(repo: Repo) -> None:
    repo.commit({CARD: CLOSED})
    repo.write({SUPERVISION: ACTION + "due: 2026-12-01\nowner:\n  agency: police\n"})
    repo.git("add", "--all")
    assert staged(repo) == (0, [], "1 record · 0 errors · 0 warnings · 0 notes")
    repo.write({CARD: CLOSED.replace("One page", "A page")})
    repo.git("add", "--all")
    assert staged(repo) == (1, [f"{CARD} LIF512"], "2 records · 1 error · 0 warnings · 0 notes")


def test_what_a_commit_breaks_in_other_files_is(repo: Repo) -> None:
    repo.git("rm", "--quiet", FINDING)
    assert staged(repo) == (1, [f"{SUPERVISION} LIF301"], "0 records · 1 error · 0 warnings · 0 notes")
    assert staged(repo, "--select", "LIF5")[0] == 0


@pytest.mark.parametrize(
    ("detector", "found"), [("example-detector", [f"{SUPERVISION} LIF621"]), ("no-such-detector", [])]
)
def test_a_detector_is_asked_about_what_a_commit_changes_alone(repo: Repo, detector: str, found: list[str]) -> None:
    setting = f"settings:\n  detector: {detector}\n"
    repo.commit({OWN: PATHS[OWN] + setting, FINDING: PATHS[FINDING] + "notes: Zarabelle\n"})
    repo.write({SUPERVISION: PATHS[SUPERVISION] + "notes: Zarabelle\n"})
    repo.git("add", "--all")
    assert staged(repo, "--select", "LIF62")[1] == found


def test_the_first_commit_of_all_is_checked_whole(tmp_path: Path) -> None:
    made = Repo.begun(tmp_path)
    made.write({**PATHS, CARD: CLOSED})
    assert staged(made)[:2] == (0, [])
    made.git("add", "--all")
    code, found, says = staged(made)
    assert (code, says[:20]) == (1, "5 records · 1 error ")
    assert f"{CARD} LIF512" in found


def test_a_revision_and_what_is_staged_are_two_things(repo: Repo) -> None:
    ran = lif(repo, "check", "--staged", "--at", "HEAD")
    assert (ran.code, ran.err) == (2, "lif: --staged and --at ask for two things. Leave one of them out.\n")


def test_without_a_repository_the_hook_says_what_is_missing_and_the_check_works(tmp_path: Path) -> None:
    made = Repo(tmp_path)
    made.write(PATHS)
    assert "not in a git repository" in lif(made, "check", "--staged").err
    assert "not in a git repository" in lif(made, "list", "--at", "HEAD").err
    assert lif(made, "check").code == 0


@pytest.fixture
def hooked(repo: Repo) -> Repo:
    """A repository whose commit hook is the check; it says the same in a worktree."""
    hook = repo.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nexec {LIF} check --staged --today 2026-06-01\n", encoding="utf-8")
    hook.chmod(0o755)
    return repo


def refuses(repo: Repo, *words: str) -> bool:
    """Whether the hook stops a commit, and with the right words."""
    done = repo.tried("commit", "--quiet", "--message=A commit", *words)
    assert ("LIF512" in done.stdout + done.stderr) == (done.returncode != 0)
    return done.returncode != 0


@pytest.mark.parametrize("words", [("--all",), (SUPERVISION,), ("--include", SUPERVISION)])
def test_a_hook_sees_the_commit_that_is_being_made_however_asked_for(hooked: Repo, words: tuple[str, ...]) -> None:
    hooked.write({SUPERVISION: ACTION + "closed: 2026-05-03\n"})
    assert refuses(hooked, *words)
    hooked.write({SUPERVISION: ACTION + "due: 2026-12-01\n", CARD: CLOSED})
    assert not refuses(hooked, *words)


def test_a_part_of_what_is_staged_is_judged_without_the_rest(hooked: Repo) -> None:
    hooked.write({SUPERVISION: ACTION + "due: 2026-12-01\n", CARD: CLOSED})
    hooked.git("add", "--all")
    assert refuses(hooked)
    assert not refuses(hooked, SUPERVISION)
    assert refuses(hooked)


def test_a_hook_works_in_a_worktree_beside(hooked: Repo, tmp_path: Path) -> None:
    hooked.git("worktree", "add", "--quiet", str(tmp_path / "beside"))
    beside = Repo(tmp_path / "beside")
    beside.write({SUPERVISION: ACTION + "closed: 2026-05-03\n"})
    assert refuses(beside, "--all")
    beside.write({SUPERVISION: ACTION + "due: 2026-12-01\n"})
    assert not refuses(beside, "--all")
