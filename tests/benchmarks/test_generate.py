import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.generate import commit, write

Files = dict[str, bytes]
SEED, MANY = 1, 170


def _written(folder: Path, count: int, seed: int = SEED, faulty: float = 0, *, clean: bool = False) -> Files:
    write(folder, count, seed, faulty, clean=clean)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


def _checked(folder: Path) -> subprocess.CompletedProcess[str]:
    lif = str(Path(sys.executable).with_name("lif"))
    command = [lif, "-C", str(folder), "--today", "2026-01-05", "--no-cache", "check"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Files]:
    folder = tmp_path_factory.mktemp("many")
    return folder, _written(folder, MANY)


def test_the_same_seed_gives_the_same_bytes(many: tuple[Path, Files], tmp_path: Path) -> None:
    assert _written(tmp_path, MANY) == many[1]


def test_another_seed_gives_other_records(many: tuple[Path, Files], tmp_path: Path) -> None:
    assert _written(tmp_path, MANY, seed=2) != many[1]


def test_fewer_records_are_the_first_of_more(many: tuple[Path, Files], tmp_path: Path) -> None:
    assert _written(tmp_path, 57).items() <= many[1].items()


def test_what_is_generated_has_no_errors(many: tuple[Path, Files]) -> None:
    done = _checked(many[0])
    assert done.returncode == 0, done.stdout
    assert "0 warnings" not in done.stdout


def test_nothing_is_found_in_clean_records(tmp_path: Path) -> None:
    write(tmp_path, 240, SEED, clean=True)
    assert "241 records · 0 errors · 0 warnings · 0 notes" in _checked(tmp_path).stdout


def test_clean_records_come_in_whole_stories(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="a multiple of 40"):
        write(tmp_path, 250, SEED, clean=True)


def test_every_kind_is_among_them(many: tuple[Path, Files]) -> None:
    assert len({path.split("/")[1] for path in many[1]}) == 17


def test_each_record_has_a_file_of_its_own_and_no_number_where_words_are_enough(many: tuple[Path, Files]) -> None:
    assert len(many[1]) == MANY + 1
    assert not [path for path in many[1] if path.removesuffix(".yaml")[-1].isdigit()]


def test_as_many_are_broken_as_was_asked(many: tuple[Path, Files], tmp_path: Path) -> None:
    faulty = _written(tmp_path, MANY, faulty=20)
    changed = sum(faulty[path] != data for path, data in many[1].items())
    assert 20 <= changed <= 50


def test_a_repository_has_one_commit_the_same_for_one_seed(tmp_path: Path) -> None:
    heads = []
    for name in ("one", "other"):
        write(tmp_path / name, 40, SEED, clean=True)
        commit(tmp_path / name)
        told = ["git", "-C", str(tmp_path / name), "log", "--format=%H"]
        heads.append(subprocess.run(told, capture_output=True, text=True, check=True).stdout.split())
    assert len(heads[0]) == 1
    assert heads[0] == heads[1]
