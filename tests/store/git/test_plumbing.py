import os
import shutil
import stat
from pathlib import Path

import pytest

from lif.errors import LifError
from lif.store.git.errors import git_error
from lif.store.git.plumbing import Repository
from lif.store.git.revision import Revision, Staged, contents_by_blob, differing_paths
from lif.store.load.load import load
from lif.store.load.source import WorkingTree
from rules.base import BASE, PARTNERSHIP
from support.memory import brief, checked, errors
from support.repository import Repo
from support.traps import TRAPS, Trap, bait

ACTION = "title: One page goes with the child\nsharing: partnership\n"
HANDOVER = "records/actions/2026-handover.yaml"
FILES: dict[str, str | bytes | None] = {**BASE, HANDOVER: ACTION}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo.begun(tmp_path / "partnership")
    made.commit(FILES)
    return made


def revision(repo: Repo, name: str = "HEAD") -> Revision:
    repository = Repository(repo.root)
    return Revision(repository, repository.commit(name))


def staged(repo: Repo) -> Staged:
    return Staged(Repository(repo.root))


def test_a_revision_holds_what_was_committed_whatever_is_on_disk_now(repo: Repo) -> None:
    committed = list(WorkingTree(repo.root).files())
    repo.write({HANDOVER: "title: Something else\n", "records/actions/2026-new.yaml": ACTION})
    assert list(revision(repo).files()) == committed


def test_what_is_staged_is_neither_what_is_on_disk_nor_what_was_committed(repo: Repo) -> None:
    repo.write({HANDOVER: ACTION + "due: 2026-12-01\n"})
    repo.git("add", "--all")
    repo.write({HANDOVER: ACTION + "due: 2027-01-01\n"})
    assert {file.path: file.data for file in staged(repo).files()}[HANDOVER] == (ACTION + "due: 2026-12-01\n").encode()


def test_a_workspace_may_lie_anywhere_in_its_repository(tmp_path: Path) -> None:
    outer = Repo.begun(tmp_path)
    inner = Repo(tmp_path / "our partnership" / "learning")
    inner.write(FILES)
    outer.commit({"records/actions/2026-elsewhere.yaml": ACTION})
    on_disk = [file.path for file in WorkingTree(inner.root).files()]
    assert [file.path for file in revision(inner).files()] == on_disk
    assert [file.path for file in staged(inner).files()] == on_disk


def test_hidden_files_editors_leavings_and_look_alikes_are_told_as_they_are_on_disk(repo: Repo) -> None:
    odd = ("records/.hidden/x.yaml", "records/actions/~x.yaml", "records/actions/x.yaml~", "records/actions/x.yml")
    repo.commit({**dict.fromkeys(odd, ACTION), "records/actions/notes.txt": "none", "records/no-kind/x.yaml": ACTION})
    assert list(revision(repo).files()) == list(WorkingTree(repo.root).files())
    assert brief(checked(revision(repo))) == brief(checked(WorkingTree(repo.root)))


@pytest.mark.parametrize("name", ["zz\n::error::x.yaml", "a\ttab.yaml", "é.yaml", b"bad-\xff.yaml"])
def test_a_strange_name_is_shown_as_it_is_on_disk(repo: Repo, name: str | bytes) -> None:
    folder = os.fsencode(repo.root / "records" / "actions")
    Path(os.fsdecode(os.path.join(folder, os.fsencode(name)))).write_text(ACTION, encoding="utf-8")  # noqa: PTH118
    repo.commit()
    assert list(revision(repo).files()) == list(WorkingTree(repo.root).files())
    assert list(staged(repo).files()) == list(WorkingTree(repo.root).files())


def test_a_link_is_refused_as_it_is_on_disk_and_leads_nowhere(repo: Repo) -> None:
    outside = repo.root.parent / "outside.yaml"
    outside.write_text(ACTION, encoding="utf-8")
    (repo.root / HANDOVER).unlink()
    (repo.root / HANDOVER).symlink_to(outside)
    (repo.root / "records" / "findings").symlink_to(outside.parent, target_is_directory=True)
    repo.commit()
    assert list(revision(repo).files()) == list(WorkingTree(repo.root).files())
    assert brief(errors(checked(revision(repo)))) == ["LIF115", "LIF115"]


def test_records_that_are_a_link_to_another_folder_are_no_records(repo: Repo) -> None:
    shutil.move(repo.root / "records", repo.root.parent / "elsewhere")
    (repo.root / "records").symlink_to(repo.root.parent / "elsewhere", target_is_directory=True)
    repo.commit()
    assert list(revision(repo).files()) == []
    assert list(staged(repo).files()) == []


def test_a_repository_inside_the_records_is_not_entered(repo: Repo) -> None:
    Repo.begun(repo.root / "records" / "actions" / "inner").commit({"x.yaml": ACTION})
    repo.git("-c", "advice.addEmbeddedRepo=false", "add", "--all")
    repo.git("commit", "--quiet", "--message=A repository inside")
    assert brief(errors(checked(revision(repo)))) == ["LIF115"]


def test_a_file_larger_than_any_record_is_not_kept_in_memory(repo: Repo) -> None:
    repo.commit({HANDOVER: b"a" * 3_000_000, "records/actions/2026-after.yaml": ACTION})
    sizes = {file.path: len(file.data) for file in revision(repo).files()}
    assert sizes[HANDOVER] <= 256 * 1024 + 1
    assert sizes["records/actions/2026-after.yaml"] == len(ACTION)
    assert brief(errors(checked(revision(repo)))) == ["LIF113"]


def test_many_files_are_read_without_waiting_for_ever(repo: Repo) -> None:
    repo.commit({f"records/actions/2026-a{number}.yaml": ACTION + f"# {number}\n" * 4000 for number in range(220)})
    assert len(list(revision(repo).files())) == 222


def test_an_unsettled_merge_is_an_error_of_its_file(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "other")
    repo.commit({HANDOVER: ACTION + "due: 2026-12-01\n"})
    repo.git("checkout", "--quiet", "main")
    repo.commit({HANDOVER: ACTION + "due: 2027-01-01\n"})
    with pytest.raises(AssertionError):
        repo.git("merge", "other")
    assert brief(errors(checked(staged(repo)))) == ["LIF109"]


def test_what_was_only_announced_to_git_is_no_part_of_the_commit_and_an_empty_file_is(repo: Repo) -> None:
    strange = "records/actions/2026 only\nannounced ü.yaml"
    empty = {"records/actions/2026-empty.yaml": "", "records/actions/2026-announced.yaml": ACTION, strange: ACTION}
    repo.write(empty)
    repo.git("add", "records/actions/2026-empty.yaml")
    repo.git("add", "--intent-to-add", "--all")
    expected = sorted([*FILES, "records/actions/2026-empty.yaml"])
    assert [file.path for file in staged(repo).files()] == expected
    repo.git("commit", "--quiet", "--message", "It")
    assert [file.path for file in revision(repo).files()] == expected


def test_a_file_that_is_the_same_is_not_read_again(repo: Repo) -> None:
    before = load(revision(repo))
    repo.commit({"records/actions/2026-new.yaml": "titel: x\n"})
    after = load(revision(repo), like=before)
    assert after.snapshot.entries["actions/2026-handover"] is before.snapshot.entries["actions/2026-handover"]
    assert after == load(revision(repo))
    assert load(revision(repo), like=after) == after


def test_contents_at_hand_are_not_asked_for(repo: Repo) -> None:
    on_disk = load(WorkingTree(repo.root))
    head = revision(repo)
    known = contents_by_blob(on_disk.files, head.listed)
    assert {listed.blob for listed in head.listed} == set(known)
    again = Revision(Repository(repo.root / "records" / "nowhere"), head.commit, known)
    vars(again)["listed"] = head.listed
    assert {raw.path: raw.data for raw in again.files()} == on_disk.files


def test_a_repository_that_names_contents_by_sha256_is_read_too(tmp_path: Path) -> None:
    made = Repo(tmp_path)
    made.git("init", "--quiet", "--object-format=sha256")
    made.commit(FILES)
    head = revision(made)
    assert list(head.files()) == list(WorkingTree(tmp_path).files())
    assert {listed.blob for listed in head.listed} == set(contents_by_blob(load(head).files, head.listed))


def test_what_differs_is_told_by_the_lists_alone(repo: Repo) -> None:
    before = revision(repo).listed
    repo.commit({HANDOVER: None, "records/actions/2026-new.yaml": ACTION, "README.md": "none"})
    assert differing_paths(before, revision(repo).listed) == {HANDOVER, "records/actions/2026-new.yaml"}


NAMES = ("no-such", "--output=x", "-h", "", "^HEAD", "HEAD..HEAD", "HEAD^{tree}", "a\0b", "HEAD --all", ":/A commit x")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_revision_is_said_plainly_and_does_nothing(repo: Repo, name: str) -> None:
    before = sorted(repo.root.rglob("*"))
    with pytest.raises(LifError, match="There is no revision"):
        Repository(repo.root).commit(name)
    assert sorted(repo.root.rglob("*")) == before


def test_a_branch_of_any_name_can_be_read(repo: Repo) -> None:
    for name in ("--output=x", "-c", "main--", "é"):
        repo.git("update-ref", f"refs/heads/{name}", "HEAD")
        assert Repository(repo.root).commit(name) == repo.git("rev-parse", "HEAD")
    assert not (repo.root / "x").exists()


def test_a_branch_that_is_only_on_the_remote_is_offered(repo: Repo) -> None:
    repo.git("update-ref", "refs/remotes/origin/next", "HEAD")
    with pytest.raises(LifError) as told:
        Repository(repo.root).commit("next")
    assert told.value.hint == "Did you mean origin/next?"


def test_before_the_first_commit_there_is_no_head(tmp_path: Path) -> None:
    made = Repo.begun(tmp_path)
    made.write(FILES)
    made.git("add", "--all")
    assert Repository(tmp_path).commit_or_none("HEAD") is None
    with pytest.raises(LifError, match="There is no commit here yet"):
        Repository(tmp_path).commit("HEAD")
    assert len(list(staged(made).files())) == 2


def test_a_shallow_clone_says_how_to_get_the_rest(repo: Repo, tmp_path: Path) -> None:
    first = repo.git("rev-parse", "HEAD")
    repo.commit({HANDOVER: ACTION + "due: 2026-12-01\n"})
    repo.git("clone", "--quiet", "--depth=1", repo.root.as_uri(), str(tmp_path / "clone"))
    for name in (first, "HEAD~1"):
        with pytest.raises(LifError) as told:
            Repository(tmp_path / "clone").commit(name)
        assert "this clone holds only the newest commits" in told.value.message
        assert "fetch-depth: 0" in told.value.hint


def test_where_two_branches_went_apart(repo: Repo) -> None:
    base = repo.git("rev-parse", "HEAD")
    repo.git("checkout", "--quiet", "-b", "other")
    other = repo.commit({"records/actions/2026-new.yaml": ACTION})
    repo.git("checkout", "--quiet", "main")
    here = repo.commit({HANDOVER: None})
    assert Repository(repo.root).merge_base(here, other) == base
    repo.git("checkout", "--quiet", "--orphan", "apart")
    with pytest.raises(LifError, match="no commit in common"):
        Repository(repo.root).merge_base(repo.commit(), other)


def test_a_detached_head_and_a_worktree_are_read_like_any_other(repo: Repo, tmp_path: Path) -> None:
    repo.git("checkout", "--quiet", "--detach")
    repo.git("worktree", "add", "--quiet", str(tmp_path / "beside"))
    beside = Repo(tmp_path / "beside")
    for checkout in (repo, beside):
        assert (
            list(revision(checkout).files())
            == list(staged(checkout).files())
            == list(WorkingTree(checkout.root).files())
        )


def test_outside_of_any_repository_it_is_said_what_still_works(tmp_path: Path) -> None:
    for broken in ("", "gitdir: /nonexistent"):
        folder = tmp_path / ((broken and "broken") or "plain")
        folder.mkdir()
        if broken:
            (folder / ".git").write_text(broken, encoding="utf-8")
        with pytest.raises(LifError, match="not in a git repository") as told:
            Repository(folder).commit("HEAD")
        assert "git init" in told.value.hint


def test_a_bare_repository_inside_the_records_folder_is_not_entered(repo: Repo, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    repo.git("clone", "--quiet", "--bare", str(repo.root), str(bare))
    with pytest.raises(LifError, match="This repository is bare"):
        Repository(bare).commit("HEAD")


def test_a_repository_of_another_user_is_not_read() -> None:
    said = b"fatal: detected dubious ownership in repository at '/srv/lif'\nTo add an exception, call:\n"
    told = git_error(said, Path("/srv/lif"))
    assert "belongs to another user" in told.message
    assert told.hint.endswith("git config --global --add safe.directory /srv/lif")


def test_what_git_says_otherwise_is_shown_on_one_safe_line() -> None:
    told = git_error(b"error: one\nfatal: bad \x1b]52;c;x\x07 object \xff" + b"x" * 400, Path())
    assert told.message.startswith("git cannot read this repository: bad ?]52;c;x? object ")
    assert told.message.isprintable()
    assert len(told.message) < 300
    assert git_error(b"", Path()).message.endswith("it gave no reason.")


def test_a_content_that_is_not_there_is_said_and_not_fetched(repo: Repo, tmp_path: Path) -> None:
    blob = repo.git("rev-parse", f"HEAD:{HANDOVER}")
    (repo.root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    ran = tmp_path / "ran"
    for name, value in {
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::sh -c 'touch {ran}'",
        "remote.origin.uploadpack": f"touch {ran};",
        "protocol.ext.allow": "always",
        "protocol.allow": "always",
    }.items():
        repo.git("config", name, value)
    with pytest.raises(LifError, match="does not hold the content"):
        list(revision(repo).files())
    assert not ran.exists()


def test_a_broken_repository_is_said_plainly(repo: Repo) -> None:
    tree = repo.git("rev-parse", "HEAD:records")
    (repo.root / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(LifError, match="git cannot read this repository"):
        list(revision(repo).files())


def test_without_git_only_what_needs_it_fails(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from lif.store.git import plumbing

    monkeypatch.setenv("PATH", str(tmp_path))
    plumbing._program.cache_clear()  # noqa: SLF001 - the program is sought once in a run
    with pytest.raises(LifError, match="There is no git on this computer"):
        Repository(repo.root).commit("HEAD")
    assert errors(checked(WorkingTree(repo.root))) == ()


def test_git_is_never_taken_from_the_folder_people_stand_in(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from lif.store.git import plumbing

    planted = repo.root / "git"
    planted.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    planted.chmod(planted.stat().st_mode | stat.S_IXUSR)
    monkeypatch.chdir(repo.root)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
    plumbing._program.cache_clear()  # noqa: SLF001 - the program is sought once in a run
    assert len(list(revision(repo).files())) == 2
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("trap", TRAPS)
def test_nothing_that_a_repository_names_is_run(repo: Repo, tmp_path: Path, trap: Trap) -> None:
    ran = tmp_path / "ran"
    program = bait(tmp_path / "program", ran)
    expected = list(WorkingTree(repo.root).files())
    trap(repo, str(program))
    ran.unlink(missing_ok=True)
    repository = Repository(repo.root)
    head = repository.commit("main")
    assert repository.merge_base(head, head) == head
    assert list(Revision(repository, head).files()) == list(Staged(repository).files()) == expected
    assert not ran.exists()


def test_a_stand_in_for_a_content_is_not_taken_for_it(repo: Repo) -> None:
    false = repo.root.parent / "false"
    false.write_text("title: Replaced\n", encoding="utf-8")
    repo.git("replace", repo.git("rev-parse", f"HEAD:{HANDOVER}"), repo.git("hash-object", "-w", str(false)))
    assert {file.path: file.data for file in revision(repo).files()}[HANDOVER] == ACTION.encode()


def test_what_the_environment_says_of_another_repository_is_not_heard(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repo.begun(tmp_path / "other")
    other.commit({"records/partnership.yaml": PARTNERSHIP})
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other.root / ".git" / "objects"))
    monkeypatch.setenv("GIT_PREFIX", "records/")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", f"touch {tmp_path}/ran")
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    repository = Repository(repo.root)
    paths = [HANDOVER, "records/partnership.yaml"]
    assert [file.path for file in Revision(repository, repository.commit("HEAD")).files()] == paths
    assert [file.path for file in Staged(repository).files()] == paths
    assert not {"ran", "trace"} & {path.name for path in tmp_path.iterdir()}


def test_an_index_outside_the_repository_is_refused(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    with pytest.raises(LifError, match="GIT_INDEX_FILE names a file outside this repository"):
        list(staged(repo).files())
