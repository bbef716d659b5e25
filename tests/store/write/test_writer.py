import os
import stat
from pathlib import Path

import pytest

from lif.errors import LifError
from lif.store.write.writer import Change, write

OLD, NEW = b"title: Old\n", b"title: New\n"
PATH = "records/needs/a.yaml"


def _file(root: Path, data: bytes = OLD, path: str = PATH) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def _left(root: Path) -> list[str]:
    return [path.name for path in root.rglob(".lif-tmp-*")]


def test_a_new_record_gets_its_folder_and_leaves_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    write(tmp_path, [Change(PATH, None, NEW, {"title": "New"})])
    assert (tmp_path / PATH).read_bytes() == NEW
    assert _left(tmp_path) == []


def test_a_record_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    file = _file(tmp_path)
    with pytest.raises(LifError, match="already there") as stopped:
        write(tmp_path, [Change(PATH, None, NEW, {"title": "New"})])
    assert stopped.value.exit_code == 1
    assert file.read_bytes() == OLD
    assert _left(tmp_path) == []


def test_an_edit_of_a_file_changed_meanwhile_is_refused(tmp_path: Path) -> None:
    file = _file(tmp_path, b"title: Theirs\n")
    with pytest.raises(LifError, match="changed by somebody else") as stopped:
        write(tmp_path, [Change(PATH, OLD, NEW, {"title": "New"})])
    assert stopped.value.exit_code == 1
    assert file.read_bytes() == b"title: Theirs\n"


def test_an_edit_of_a_file_that_went_meanwhile_is_refused(tmp_path: Path) -> None:
    (tmp_path / "records/needs").mkdir(parents=True)
    with pytest.raises(LifError):
        write(tmp_path, [Change(PATH, OLD, NEW, {"title": "New"})])
    assert not (tmp_path / PATH).exists()


def test_an_edit_keeps_the_rights_of_the_file(tmp_path: Path) -> None:
    file = _file(tmp_path)
    file.chmod(0o640)
    write(tmp_path, [Change(PATH, OLD, NEW, {"title": "New"})])
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_what_would_not_read_back_is_not_written(tmp_path: Path) -> None:
    file = _file(tmp_path)
    with pytest.raises(LifError, match="would not read back"):
        write(tmp_path, [Change(PATH, OLD, NEW, {"title": "Another"})])
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("path", ["elsewhere/a.yaml", "records/../a.yaml", "records/needs/a.txt", "a.yaml"])
def test_nothing_is_written_outside_the_records(tmp_path: Path, path: str) -> None:
    with pytest.raises(LifError, match="no place for a record"):
        write(tmp_path, [Change(path, None, NEW, {"title": "New"})])
    assert list(tmp_path.rglob("*.yaml")) == []


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    outside = _file(tmp_path, path="outside/a.yaml")
    (tmp_path / "records").mkdir()
    (tmp_path / "records/needs").symlink_to(tmp_path / "outside")
    with pytest.raises(LifError, match="link"):
        write(tmp_path, [Change("records/needs/b.yaml", None, NEW, {"title": "New"})])
    (tmp_path / "records/actions").mkdir()
    (tmp_path / "records/actions/a.yaml").symlink_to(outside)
    with pytest.raises(LifError, match="link"):
        write(tmp_path, [Change("records/actions/a.yaml", OLD, NEW, {"title": "New"})])
    assert outside.read_bytes() == OLD


def test_of_several_changes_all_are_made(tmp_path: Path) -> None:
    _file(tmp_path), _file(tmp_path, path="records/needs/b.yaml")
    changes = [
        Change("records/needs/b.yaml", OLD, None),
        Change(PATH, OLD, NEW, {"title": "New"}),
        Change("records/needs/c.yaml", None, NEW, {"title": "New"}),
    ]
    write(tmp_path, changes)
    names = {path.name: path.read_bytes() for path in (tmp_path / "records/needs").iterdir()}
    assert names == {"a.yaml": NEW, "c.yaml": NEW}


def test_of_several_changes_none_is_made_when_one_is_refused(tmp_path: Path) -> None:
    _file(tmp_path), _file(tmp_path, b"title: Theirs\n", "records/needs/b.yaml")
    changes = [
        Change("records/reviews/c.yaml", None, NEW, {"title": "New"}),
        Change(PATH, OLD, NEW, {"title": "New"}),
        Change("records/needs/b.yaml", OLD, None),
    ]
    with pytest.raises(LifError):
        write(tmp_path, changes)
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {PATH, "records/needs/b.yaml"}
    assert (tmp_path / PATH).read_bytes() == OLD
    assert not (tmp_path / "records/reviews").exists()


def test_what_was_done_is_undone_when_a_later_step_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _file(tmp_path), _file(tmp_path, path="records/needs/b.yaml")

    def full(folder: Path) -> None:
        raise OSError(28, os.strerror(28), str(folder))

    monkeypatch.setattr("lif.store.write.disk.sync_folder", full)
    changes = [
        Change("records/needs/c.yaml", None, NEW, {"title": "New"}),
        Change(PATH, OLD, NEW, {"title": "New"}),
        Change("records/needs/b.yaml", OLD, None),
    ]
    with pytest.raises(LifError, match="disk is full"):
        write(tmp_path, changes)
    names = {path.name: path.read_bytes() for path in (tmp_path / "records/needs").iterdir()}
    assert names == {"a.yaml": OLD, "b.yaml": OLD}


def test_where_the_disk_knows_no_links_a_new_record_is_still_exclusive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(1, os.strerror(1))

    monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "records").mkdir()
    write(tmp_path, [Change(PATH, None, NEW, {"title": "New"})])
    assert (tmp_path / PATH).read_bytes() == NEW
    with pytest.raises(LifError, match="already there"):
        write(tmp_path, [Change(PATH, None, NEW, {"title": "New"})])


def test_a_record_comes_back_with_its_rights_when_a_later_step_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _file(tmp_path)
    file.chmod(0o640)

    def full(folder: Path) -> None:
        raise OSError(28, os.strerror(28), str(folder))

    monkeypatch.setattr("lif.store.write.disk.sync_folder", full)
    with pytest.raises(LifError):
        write(tmp_path, [Change(PATH, OLD, NEW, {"title": "New"})])
    assert file.read_bytes() == OLD
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert _left(tmp_path) == []


def test_files_that_cannot_be_put_back_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _file(tmp_path)
    real = os.replace
    monkeypatch.setattr(os, "replace", lambda *names: (real(*names), monkeypatch.setattr(os, "replace", _broken)))
    monkeypatch.setattr("lif.store.write.disk.sync_folder", _broken)
    with pytest.raises(LifError, match="not put back: records/needs/a"):
        write(tmp_path, [Change(PATH, OLD, NEW, {"title": "New"})])


def _broken(*_: object) -> None:
    raise OSError(5, os.strerror(5))


def test_what_a_kill_left_long_ago_is_taken_away_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _file(tmp_path)
    leftover, other = file.parent / f".lif-tmp-{'0' * 16}", file.parent / ".lif-tmp-mine"
    leftover.write_bytes(OLD), other.write_bytes(OLD)
    write(tmp_path, [Change(PATH, OLD, NEW, {"title": "New"})])
    assert leftover.exists()
    monkeypatch.setattr("lif.store.write.disk._STALE_SECONDS", -60)
    write(tmp_path, [Change(PATH, NEW, OLD, {"title": "Old"})])
    assert _left(tmp_path) == [".lif-tmp-mine"]
