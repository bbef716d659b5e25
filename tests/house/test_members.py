import ast
from importlib import import_module
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from lif.cli.startup.lazy_commands import COMMANDS, app
from lif.model.registry import KINDS
from lif.output.charts.registry import DRAWINGS
from lif.output.documents.registry import DOCUMENT_FORMATS
from lif.output.registry import FORMATS
from lif.registry import Registry
from lif.rules.codes import CHANGE_RULES, RULE_CODES
from lif.rules.registry import FAMILIES, RULES
from support.tree import Module, members, modules, nothing

GROUP: Any = typer.main.get_command(app)


def test_every_kind_of_record_is_registered_once() -> None:
    assert sorted(KINDS.names) == sorted(members("model/kinds"))


def test_every_family_of_rules_is_registered() -> None:
    registered = {_module(rules[0].check) for rules in FAMILIES} | {_module(rule.check) for rule in CHANGE_RULES}
    assert registered == members("rules/families")


def test_every_rule_of_a_family_is_in_its_list() -> None:
    listed = {rule.check.__qualname__ for rule in RULES} | {rule.check.__qualname__ for rule in CHANGE_RULES}
    written = {
        rule.check.__qualname__
        for family in members("rules/families")
        for rule in vars(import_module(f"lif.rules.families.{family}")).values()
        if type(rule).__name__ in {"Rule", "ChangeRule"}
    }
    nothing(written - listed)


def test_every_code_belongs_to_one_thing() -> None:
    names = [code.name for code in RULE_CODES]
    assert sorted(names) == sorted(set(names))


def test_every_format_is_registered() -> None:
    assert _modules_of(FORMATS, "write") == members("output/formats")


def test_every_format_of_documents_is_registered() -> None:
    assert _modules_of(DOCUMENT_FORMATS, "write") == members("output/documents/formats")


def test_every_picture_is_drawn_and_says_what_it_shows() -> None:
    assert _modules_of(DRAWINGS, "draw") == members("output/charts/drawings") == members("reports/charts")


def test_every_report_is_registered() -> None:
    assert _modules_of(import_module("lif.reports.registry").DOCUMENTS, "build") == members("reports/builders")


def _modules_of(registry: Registry[Any], function: str) -> set[str]:
    """The modules of all members, each of which is found under its own name."""
    assert [member.name for member in registry] == list(registry.names)
    return {getattr(member, function).__module__.rpartition(".")[2] for member in registry}


def test_every_command_is_on_the_list() -> None:
    written = {module.path.stem for module in modules("cli/commands") if "register" in _functions(module)}
    nothing(written ^ set(COMMANDS), "either has no module, or is not in COMMANDS:")


def test_commands_do_not_know_each_other() -> None:
    commands = {f"lif.cli.commands.{name}" for name in COMMANDS}
    nothing(
        f"{module.name} imports {name}" for module in modules("cli") for name in module.imports() if name in commands
    )


def _module(check: Any) -> str:
    return str(check.__module__.rpartition(".")[2])


def _functions(module: Module) -> set[str]:
    return {node.name for node in module.tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("name", list(GROUP.commands))
def test_help_of_every_command_says_what_it_does_and_shows_an_example(name: str) -> None:
    text = CliRunner().invoke(app, [name, "--help"]).output
    assert "Example" in text
    assert len(text.splitlines()) > len(["usage", "", "what it does", "", "example"])
