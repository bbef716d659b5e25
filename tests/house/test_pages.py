import re
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

from lif.cli.startup.lazy_commands import COMMANDS
from lif.diagnostics.codes import STORE_CODES
from lif.model.duty import DUTIES, DUTY_NAMES
from lif.model.registry import KINDS
from lif.rules.codes import RULE_CODES
from lif.version import VERSION
from support.tree import ROOT, nothing

NOT_YET: set[str] = set()
"""Duties on which no rule, report or command acts so far; the page on the framework says so."""
AWAITED: set[str] = set()
"""Commands that will act on duties once they are there."""


def _generator() -> Any:
    spec = spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_fresh() -> None:
    nothing(_generator().stale(), "make docs writes these:")


def test_a_rule_a_report_or_a_command_acts_on_every_duty_or_it_is_said_not_to_be_so_yet() -> None:
    generator = _generator()
    assert {name for name, acting in generator.honoured().items() if not acting} == NOT_YET
    said = re.findall(r"(?m)^## (F\S+)$|^- (not yet) a rule", generator.pages()["docs/explanation/framework.md"])
    assert {said[place - 1][0] for place, (_, is_not) in enumerate(said) if is_not} == NOT_YET


def test_commands_that_are_to_act_on_a_duty_are_there_or_awaited() -> None:
    there = {name.rstrip("_") for name in COMMANDS}
    assert set(_generator().COMMAND_DUTIES) - there == AWAITED


def test_every_duty_is_written_down_in_a_field_or_held_by_a_rule() -> None:
    generator = _generator()
    written = generator.held()
    nothing(name for name, acting in generator.honoured().items() if not written[name] and not acting)


def test_a_duty_stands_once_and_in_one_sentence_each() -> None:
    assert sorted(DUTY_NAMES) == sorted(set(DUTY_NAMES))
    nothing([duty.name for duty in DUTIES if duty.says.endswith(".") or duty.honours.endswith(".")])


def test_only_duties_of_the_framework_are_named() -> None:
    fields = (pair for kind in KINDS for pair in _generator().fields_with_duties(kind.model))
    by_fields = {duty for _, duties in fields for duty in duties}
    by_codes = {duty for code in (*STORE_CODES, *RULE_CODES) for duty in code.duties}
    nothing((by_fields | by_codes) - set(DUTY_NAMES))


def test_the_changelog_tells_of_what_is_to_come() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"(?m)^## \[(Unreleased|{re.escape(VERSION)})\]", text)


def test_every_page_that_a_page_of_docs_leads_to_is_there() -> None:
    broken = [
        f"{page.relative_to(ROOT).as_posix()}: {link}"
        for page in sorted((*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"))
        for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    nothing(broken)
