"""Pull requests as a partnership makes them, and the comment that each of them gets."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from support.golden import Golden
from support.inside import on_the_day
from support.repository import Repo
from support.tree import ROOT

ACTIONS, FINDINGS, DECISIONS = "records/actions", "records/findings", "records/decisions"
NEW_FINDING = """\
title: Contacts in the holidays come late (fictional)
sharing: public
source: audits/2026-supervision
theme: information-sharing
direction: gap
says: No school reported a worry in the summer weeks
date: 2026-10-01
"""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """The fictional partnership under git."""
    repo = Repo.begun(tmp_path_factory.mktemp("example") / "partnership")
    shutil.copytree(ROOT / "templates" / "example" / "records", repo.root / "records")
    repo.commit()
    return repo


@pytest.fixture
def repo(example: Repo, tmp_path: Path) -> Repo:
    shutil.copytree(example.root, tmp_path / "partnership", symlinks=True)
    made = Repo(tmp_path / "partnership")
    made.git("checkout", "--quiet", "-b", "proposal")
    return made


def edit(repo: Repo, path: str, *changes: tuple[str, str]) -> None:
    """Change words of a record; a word that is not there is a mistake of the test."""
    text = (repo.root / path).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    repo.write({path: text})


def typo(repo: Repo) -> None:
    edit(repo, f"{FINDINGS}/2026-reasons-hard-to-find.yaml", ("could be found", "was found"))


def moved_date(repo: Repo) -> None:
    path = f"{ACTIONS}/2026-no-plan-without-words.yaml"
    moves = "moved:\n  - since: 2026-09-25\n    to: 2026-11-27\n    reason: The form was late\n"
    moves += "  - since: 2026-11-27\n    to: 2027-01-29\n    reason: Two teams were reorganised\n"
    edit(repo, path, ("due: 2027-01-29\n", f"due: 2027-01-29\n{moves}"))
    repo.commit()
    repo.git("branch", "--force", "main")
    third = "    reason: Two teams were reorganised\n"
    bare = f"{third}  - since: 2027-01-29\n    to: 2027-06-25\n"
    edit(repo, path, ("due: 2027-01-29\n", "due: 2027-06-25\n"), (third, bare))


def closed_action(repo: Repo) -> None:
    path = f"{ACTIONS}/2026-no-plan-without-words.yaml"
    text = (repo.root / path).read_text(encoding="utf-8")
    repo.write({path: text + "done: 2026-11-12\nclosed: 2026-11-20\noutcome: achieved\n"})


def deleted_finding(repo: Repo) -> None:
    repo.write({f"{FINDINGS}/2025-child-voice-plans.yaml": None})


def reformatted(repo: Repo) -> None:
    edit(
        repo,
        f"{FINDINGS}/2026-reasons-hard-to-find.yaml",
        (
            "agencies: [social-care, schools, community-health]",
            "agencies:\n  - schools\n  - community-health\n  - social-care",
        ),
        ("theme: data-quality\ndirection: needs-to-improve\n", "direction: 'needs-to-improve'\ntheme: data-quality\n"),
        ("met: 6\n", "# as the panel counted\nmet: 6\n"),
    )


def renamed(repo: Repo) -> None:
    ran = on_the_day(repo.root, "move", "findings/2025-child-voice-plans", "2025-own-words-in-plans")
    assert ran.code == 0, ran.err


def made_public(repo: Repo) -> None:
    edit(repo, f"{FINDINGS}/2025-rapid-steps-at-once.yaml", ("sharing: restricted", "sharing: public"))


def moderated(repo: Repo) -> None:
    edit(
        repo,
        "records/assessments/2025-social-care.yaml",
        ("    moderated: partly-met\n    moderated_because: Review Hawthorn\n", "    moderated: not-met\n"),
    )


def altered_decision(repo: Repo) -> None:
    edit(repo, f"{DECISIONS}/2026-child-voice.yaml", ("disposition: change", "disposition: stabilise"))


def conflict_left_in(repo: Repo) -> None:
    edit(
        repo,
        f"{FINDINGS}/2026-reasons-hard-to-find.yaml",
        ("met: 6\n", "<<<<<<< proposal\nmet: 7\n=======\nmet: 6\n>>>>>>> main\n"),
    )


def recount(repo: Repo) -> None:
    edit(
        repo,
        f"{FINDINGS}/2025-child-voice-plans.yaml",
        ("met: 10", "met: 13"),
        ("direction: needs-to-improve", "direction: working-well"),
        ("10 of 14 plans", "13 of 14 plans"),
    )


def documents_left_as_they_are(repo: Repo) -> None:
    (repo.root / "reports").mkdir()
    for words in (("annual", "--year", "2025-26"), ("learning-programme",)):
        ran = on_the_day(repo.root, "report", *words, "--output", f"reports/{words[0]}.md")
        assert ran.code == 0, ran.err
    ran = on_the_day(repo.root, "report", "qig", "--output", "reports/pack.html")
    assert ran.code == 0, ran.err
    repo.commit({"reports/about.md": "Of findings/2025-child-voice-plans, by hand.\n"})
    repo.git("branch", "--force", "main")
    edit(repo, f"{FINDINGS}/2025-child-voice-plans.yaml", ("met: 10", "met: 11"), ("10 of 14 plans", "11 of 14 plans"))


PROPOSALS: dict[str, tuple[Callable[[Repo], None], int]] = {
    "01-typo": (typo, 0),
    "02-moved-date": (moved_date, 0),
    "03-closed-action": (closed_action, 1),
    "04-deleted-finding": (deleted_finding, 1),
    "05-only-laid-out": (reformatted, 0),
    "06-renamed": (renamed, 0),
    "08-made-public": (made_public, 0),
    "09-moderated-grade": (moderated, 0),
    "10-altered-decision": (altered_decision, 1),
    "11-conflict-left-in": (conflict_left_in, 1),
    "13-recount": (recount, 1),
    "14-documents-left": (documents_left_as_they_are, 0),
}
"""What is proposed, by the name of its comment, and whether the check of it fails."""


@pytest.mark.parametrize("name", PROPOSALS)
def test_the_comment_on_a_pull_request(name: str, repo: Repo, golden: Golden) -> None:
    propose, code = PROPOSALS[name]
    propose(repo)
    repo.commit()
    ran = on_the_day(repo.root, "diff", "main...proposal", "--format", "markdown")
    golden(f"pull-requests/{name}.md", ran.out)
    assert (ran.code, ran.err) == (code, "")
    assert len(ran.out) < 65_536


def test_two_branches_that_make_one_id_collide_where_everybody_sees_it(repo: Repo, golden: Golden) -> None:
    path = f"{FINDINGS}/2026-holidays.yaml"
    repo.commit({path: NEW_FINDING})
    repo.git("checkout", "--quiet", "-b", "other", "main")
    repo.commit({path: NEW_FINDING.replace("gap", "needs-to-improve").replace("in the summer", "in the Easter")})
    assert repo.tried("merge", "proposal").returncode != 0
    ran = on_the_day(repo.root, "check", "--staged")
    assert ran.code == 1
    golden("pull-requests/07-one-id-twice.txt", ran.out)


def test_what_merged_clean_and_is_wrong_together_is_said_after_the_merge(repo: Repo, golden: Golden) -> None:
    repo.write({f"{FINDINGS}/2026-replies-hard-to-find.yaml": None})
    text = (repo.root / f"{ACTIONS}/2026-reasons-in-one-place.yaml").read_text(encoding="utf-8")
    cites_it = "  - findings/2026-replies-hard-to-find\n"
    repo.write({f"{ACTIONS}/2026-reasons-in-one-place.yaml": text.replace(cites_it, "")})
    repo.commit()
    repo.git("checkout", "--quiet", "-b", "other", "main")
    action = "title: Replies are kept in one place (fictional)\nsharing: public\nanswers:\n" + cites_it
    repo.commit({f"{ACTIONS}/2026-replies-kept.yaml": action})
    alone = on_the_day(repo.root, "diff", "main...other")
    repo.git("merge", "--quiet", "--no-edit", "proposal")
    together = on_the_day(repo.root, "diff", "main..HEAD", "--format", "markdown")
    assert (alone.code, together.code) == (0, 1)
    golden("pull-requests/12-wrong-together.md", together.out)


def test_nothing_restricted_stands_in_any_comment(repo: Repo) -> None:
    path = "records/reviews/2025-hawthorn-rapid.yaml"
    canary = "CANARY-7Q"
    edit(repo, path, ("(fictional)", f"{canary} (fictional)"), ("Fictional example", f"Fictional {canary}"))
    made_public(repo)
    repo.commit()
    for words in ((), ("--format", "json"), ("--format", "markdown")):
        ran = on_the_day(repo.root, "diff", "main..proposal", *words, "--audience", "partnership")
        assert canary not in ran.out
        assert "reviews/2025-hawthorn-rapid" in ran.out
    usual = on_the_day(repo.root, "diff", "main..proposal", "--format", "markdown")
    assert canary not in usual.out
    assert canary in on_the_day(repo.root, "diff", "main..proposal").out


def test_what_could_identify_a_person_does_not_come_out_again(repo: Repo) -> None:
    edit(repo, f"{FINDINGS}/2026-reasons-hard-to-find.yaml", ("could be found", "of 999 000 0018 could be found"))
    repo.commit()
    for words in ((), ("--format", "json"), ("--format", "markdown", "--audience", "restricted")):
        ran = on_the_day(repo.root, "diff", "main..proposal", *words)
        assert "0018" not in ran.out
        assert "findings/2026-reasons-hard-to-find" in ran.out
        assert ran.code == 1
