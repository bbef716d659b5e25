import re
from pathlib import Path

import pytest

from lif.rules.registry import RULES
from support.inside import on_the_day, run
from support.tree import ROOT

EXAMPLE = ROOT / "templates" / "example"
LINE = re.compile(r" *(\d+\.\d) ms +(\d+\.\d) %  (\S+) *(.*)")


@pytest.fixture(scope="module")
def profile_lines() -> list[re.Match[str]]:
    lines = on_the_day(EXAMPLE, "check", "--profile").err.splitlines()
    return [match for line in lines if (match := LINE.fullmatch(line))]


def test_every_rule_is_there_and_the_two_steps_around_them(profile_lines: list[re.Match[str]]) -> None:
    steps = [match[3] for match in profile_lines]
    assert sorted(steps[:-1]) == sorted({"reading", "placing", *(rule.code.name for rule in RULES)})
    assert steps[-1] == "together"


def test_the_most_costly_comes_first(profile_lines: list[re.Match[str]]) -> None:
    took = [float(match[1]) for match in profile_lines[:-1]]
    assert took == sorted(took, reverse=True)


def test_a_rule_says_how_much_it_found_before_any_exception(profile_lines: list[re.Match[str]]) -> None:
    of_rules = [match[4] for match in profile_lines if match[3].startswith("LIF")]
    assert all(re.match(r"\d+ found: ", says) for says in of_rules)


def test_the_result_stays_the_same() -> None:
    assert on_the_day(EXAMPLE, "check", "--profile", "--format", "json").out == (
        on_the_day(EXAMPLE, "check", "--format", "json").out
    )


def test_what_a_commit_would_bring_is_not_timed(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    ran = run(tmp_path, "check", "--profile", "--staged")
    assert (ran.code, "Leave one of them out" in ran.err) == (2, True)
