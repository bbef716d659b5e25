"""Golden files: outputs kept as real files that a reviewer reads; `--update-golden` writes them anew."""

from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "golden"
_USED = pytest.StashKey[set[Path]]()


class Golden:
    """Compares a text with the golden file of that name."""

    def __init__(self, used: set[Path], *, update: bool) -> None:
        self._used = used
        self._update = update

    def __call__(self, name: str, text: str) -> None:
        path = FOLDER / name
        self._used.add(path)
        if self._update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            return
        assert path.exists(), f"tests/golden/{name} is not there; pytest --update-golden writes it"
        assert text == path.read_bytes().decode(), f"tests/golden/{name} differs; pytest --update-golden accepts it"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(request.config.stash[_USED], update=request.config.getoption("update_golden"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_USED] = set()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """One of several processes is done: what it used counts for the whole run."""
    used = node.config.stash[_USED]
    used.update(FOLDER / name for name in getattr(node, "workeroutput", {}).get("golden", ()))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    used = session.config.stash[_USED]
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["golden"] = [path.relative_to(FOLDER).as_posix() for path in used]
        return
    if exitstatus != pytest.ExitCode.OK or not _is_whole(session.config):
        return
    unused = sorted(path for path in FOLDER.rglob("*") if path.is_file() and path not in used)
    if unused:
        names = ", ".join(path.relative_to(FOLDER).as_posix() for path in unused)
        session.config.get_terminal_writer().line(f"\nno test uses these golden files; delete them: {names}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _is_whole(config: pytest.Config) -> bool:
    """Whether every test was run, and not a selection of them."""
    chosen = ("keyword", "markexpr", "deselect", "lf", "collectonly", "ignore", "ignore_glob", "stepwise")
    named = config.args_source is not pytest.Config.ArgsSource.TESTPATHS
    return not named and not any(config.getoption(name, None) for name in chosen)
