import re
from collections import Counter

import pytest

from lif.diagnostics.code import Code
from lif.diagnostics.codes import STORE_CODES
from lif.rules.codes import RULE_CODES
from rules.examples import PAGES

EVERY = (*STORE_CODES, *RULE_CODES)
CODES = [pytest.param(code, id=code.name) for code in EVERY]


def head_of(code: Code) -> tuple[str, str]:
    """The heading of a page, and the line that follows it."""
    heading, _, rest = (PAGES / f"{code.name}.md").read_text(encoding="utf-8").partition("\n\n")
    return heading, rest.partition("\n")[0]


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == {code.name for code in EVERY}


def test_no_code_stands_for_two_things() -> None:
    assert [name for name, count in Counter(code.name for code in EVERY).items() if count > 1] == []
    assert [title for title, count in Counter(code.title for code in EVERY).items() if count > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_lif_and_three_digits(code: Code) -> None:
    assert re.fullmatch(r"LIF[1-9]\d\d", code.name)


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_headed_by_the_title_of_its_code(code: Code) -> None:
    assert head_of(code)[0] == f"# {code.name} · {code.title}"


@pytest.mark.parametrize("code", CODES)
def test_a_page_gives_the_severity_and_the_duties_of_its_code(code: Code) -> None:
    line = head_of(code)[1]
    assert line.startswith(f"{code.severity.value.capitalize()}. ")
    assert re.findall(r"F[0-9A]\.\d+", line) == list(code.duties)
