from pathlib import Path

import pytest

SUPPORT = Path(__file__).parents[1] / "support" / "golden.py"


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """A small suite of its own, with one golden file that is used and one that is not."""
    pytester.makeini("[pytest]\ntestpaths = tests\npythonpath = tests\naddopts = -p no:randomly")
    tests = pytester.mkdir("tests")
    (tests / "support").mkdir()
    (tests / "support" / "golden.py").write_bytes(SUPPORT.read_bytes())
    (tests / "conftest.py").write_text('pytest_plugins = ["support.golden"]\n', encoding="utf-8")
    (tests / "golden").mkdir()
    (tests / "golden" / "used.txt").write_bytes(b"as it is\n")
    (tests / "test_one.py").write_text(
        "def test_one(golden):\n    golden('used.txt', 'as it is\\n')\n", encoding="utf-8"
    )
    return pytester


def test_a_text_that_equals_its_golden_file_passes(suite: pytest.Pytester) -> None:
    assert suite.runpytest_subprocess().ret == pytest.ExitCode.OK


def test_a_text_that_differs_fails_and_can_be_accepted(suite: pytest.Pytester) -> None:
    golden = suite.path / "tests" / "golden" / "used.txt"
    golden.write_bytes(b"as it was\n")
    assert suite.runpytest_subprocess().ret == pytest.ExitCode.TESTS_FAILED
    assert suite.runpytest_subprocess("--update-golden").ret == pytest.ExitCode.OK
    assert golden.read_bytes() == b"as it is\n"


def test_an_unused_golden_file_fails_the_whole_run_and_no_part_of_it(suite: pytest.Pytester) -> None:
    (suite.path / "tests" / "golden" / "unused.txt").write_bytes(b"")
    whole = suite.runpytest_subprocess()
    assert whole.ret == pytest.ExitCode.TESTS_FAILED
    whole.stdout.fnmatch_lines(["*delete them: unused.txt*"])
    assert suite.runpytest_subprocess("-k", "one").ret == pytest.ExitCode.OK
    assert suite.runpytest_subprocess("tests/test_one.py").ret == pytest.ExitCode.OK
