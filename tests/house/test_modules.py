import ast
import re

from support.tree import modules, nothing

LONGEST = 300
EMPTY_NAMES = {"utils", "util", "common", "helpers", "helper", "misc", "const", "constants", "manager", "base", "core"}


def test_no_module_is_longer_than_a_person_reads_in_one_go() -> None:
    lines = {module.name: module.text.count("\n") for module in modules()}
    too_long = [f"{name}: {count} lines" for name, count in lines.items() if count > LONGEST]
    nothing(too_long)


def test_every_module_says_in_one_sentence_what_it_is() -> None:
    said = {module.name: (ast.get_docstring(module.tree) or "").split("\n\n")[0] for module in modules()}
    nothing([name for name, sentence in said.items() if not re.fullmatch(r"(?s)[^\n].*\S\.", sentence)])


def test_no_module_has_a_name_that_says_nothing() -> None:
    nothing([module.name for module in modules() if EMPTY_NAMES & set(module.name[:-3].split("/"))])


def test_packages_hold_a_sentence_and_nothing_else() -> None:
    nothing([module.name for module in modules() if module.is_package and len(module.tree.body) != 1])
