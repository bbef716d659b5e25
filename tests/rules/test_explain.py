import json

import pytest
from typer.testing import CliRunner

from lif.cli.startup.lazy_commands import app
from lif.diagnostics.codes import STORE_CODES
from lif.errors import LifError
from lif.rules.codes import RULE_CODES
from lif.store.shipped import pages
from rules.examples import PAGES

EVERY = sorted((*STORE_CODES, *RULE_CODES), key=lambda code: code.name)


def explained(*words: str) -> str:
    done = CliRunner().invoke(app, ["explain", *words], catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def test_a_page_is_printed_without_the_signs_of_markdown_and_of_the_tests() -> None:
    text = explained("LIF104")
    assert text.startswith("LIF104 · a tab\n\n  Error. ")
    assert "\nWhat to do\n\n  Delete the tab" in text
    assert "\n  records/actions/2026-one-page-handover.yaml\n      title: One page" in text
    assert not any(sign in text for sign in ("```", "# LIF104 ·", "## ", "expect=", "escaped"))


@pytest.mark.parametrize("code", [pytest.param(code.name, id=code.name) for code in EVERY])
def test_every_page_fits_the_terminal(code: str) -> None:
    assert max(len(line) for line in explained(code).splitlines()) <= 120


def test_capitals_do_not_matter() -> None:
    assert explained("lif512") == explained("LIF512")


def test_json_holds_the_code_and_its_page() -> None:
    answer = json.loads(explained("LIF512", "--format", "json"))
    assert list(answer) == ["version", "code", "severity", "title", "duties", "page"]
    assert (answer["version"], answer["code"], answer["severity"]) == (1, "LIF512", "error")
    assert answer["duties"] == ["F4.6", "F7.2", "F7.4"]
    assert answer["page"] == (PAGES / "LIF512.md").read_text(encoding="utf-8")


def test_a_page_in_json_leaves_out_what_speaks_to_the_tests() -> None:
    page = json.loads(explained("LIF104", "--format", "json"))["page"]
    assert '```yaml title="records/actions/2026-one-page-handover.yaml"\n' in page
    assert "expect=" not in page


def test_without_a_code_every_code_is_listed_under_what_it_concerns() -> None:
    text = explained()
    assert [word for word in text.split() if word.startswith("LIF")] == [code.name for code in EVERY]
    assert "\nWhat it cites and names\n  LIF301  error" in text


def test_without_a_code_json_lists_every_code() -> None:
    answer = json.loads(explained("--format", "json"))
    assert [entry["code"] for entry in answer["codes"]] == [code.name for code in EVERY]


def test_an_unknown_code_is_wrong_use_and_the_nearest_is_offered() -> None:
    with pytest.raises(LifError, match='"LIF511"') as stopped:
        CliRunner().invoke(app, ["explain", "LIF511"], catch_exceptions=False)
    assert stopped.value.exit_code == 2
    assert "Did you mean LIF" in stopped.value.hint


def test_something_quite_different_is_answered_with_the_way_to_the_list() -> None:
    with pytest.raises(LifError) as stopped:
        CliRunner().invoke(app, ["explain", "supervision"], catch_exceptions=False)
    assert stopped.value.hint == "lif explain lists every code."


def test_a_page_that_is_missing_is_a_broken_copy_of_the_program() -> None:
    with pytest.raises(LifError, match="missing from this copy"):
        pages.page("LIF999")


def test_every_group_of_codes_has_a_heading() -> None:
    assert {line for line in explained().splitlines() if line and not line.startswith("  ")} >= {
        "The file",
        "Its fields",
    }
