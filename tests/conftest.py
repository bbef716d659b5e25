"""What every test may ask for, and which tests are run without noting what they reach."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import settings

pytest_plugins = ["pytester", "support.golden", "support.published"]
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

_UNMEASURED = tuple(Path(__file__).with_name(name) for name in ("docs", "house", "properties"))
"""They run every command over whole workspaces: noting each line doubles their time and adds nothing to the others."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Run a test of these folders, and the processes that it starts, without noting what it reaches."""
    measured = Coverage.current()
    if measured is None or not any(item.path.is_relative_to(folder) for folder in _UNMEASURED):
        return (yield)
    config = os.environ.pop("COVERAGE_PROCESS_CONFIG", None)
    measured.stop()
    try:
        return (yield)
    finally:
        measured.start()
        if config is not None:
            os.environ["COVERAGE_PROCESS_CONFIG"] = config
