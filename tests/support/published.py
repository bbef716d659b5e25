"""The published examples that stand beside the tests, each with the source in its first lines."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[1] / "analysis" / "statistics" / "data"
Rows = list[dict[str, str]]


def _rows(name: str) -> Rows:
    lines = (DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("# ")))


@pytest.fixture(scope="session")
def rows() -> Callable[[str], Rows]:
    """The rows of a table."""
    return _rows


@pytest.fixture(scope="session")
def example() -> Callable[[str], Any]:
    """A tree of examples."""
    return lambda name: json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
