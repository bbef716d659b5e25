import subprocess
import sys
from pathlib import Path

import pytest

GENERATE = Path(__file__).with_name("generate.py")


def _written(folder: Path, *arguments: str) -> dict[str, bytes]:
    subprocess.run([sys.executable, GENERATE, folder, *arguments], check=True)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("many")
    return folder, _written(folder, "-n", "170")


def test_the_same_seed_gives_the_same_bytes(many: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    assert _written(tmp_path, "-n", "170") == many[1]


def test_another_seed_gives_other_records(many: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    assert _written(tmp_path, "-n", "170", "--seed", "2") != many[1]


def test_fewer_records_are_the_first_of_more(many: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    few = _written(tmp_path, "-n", "57")
    assert few.items() <= many[1].items()


def test_what_is_generated_has_no_errors(many: tuple[Path, dict[str, bytes]]) -> None:
    command = [
        str(Path(sys.executable).with_name("lif")),
        "-C",
        str(many[0]),
        "--today",
        "2026-01-05",
        "check",
        "--all",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_kind_is_among_them(many: tuple[Path, dict[str, bytes]]) -> None:
    assert len({path.split("/")[1] for path in many[1]}) == 17


def test_as_many_are_broken_as_was_asked(many: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    faulty = _written(tmp_path, "-n", "170", "--faulty", "20")
    changed = sum(faulty[path] != data for path, data in many[1].items())
    assert 20 <= changed <= 50
