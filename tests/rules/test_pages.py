import re
from itertools import chain
from pathlib import Path

import pytest

from lif.diagnostics.code import Code
from lif.diagnostics.codes import STORE_CODES
from lif.diagnostics.diagnostic import Diagnostic
from lif.rules.codes import RULE_CODES
from lif.store.load.load import load
from lif.store.load.source import Memory, WorkingTree
from lif.store.privacy.beside import beside_diagnostics
from rules.base import BASE
from rules.examples import PAGES, Example, example
from support.memory import checked, compared, errors

CODES = [pytest.param(code, id=code.name) for code in (*STORE_CODES, *RULE_CODES)]
SECTIONS = ["What it says", "Why it matters", "What to do", "Example"]


def text_of(code: Code) -> str:
    return (PAGES / f"{code.name}.md").read_text(encoding="utf-8")


def found_in(example: Example, folder: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with an example: checked in memory, or on disk where there are links in it."""
    if example.before is not None:
        return (*checked(example.files), *compared(example.before, example.files))
    if not example.links:
        beside = {path: content for path, content in example.files.items() if not path.startswith("records/")}
        records = {path: content for path, content in example.files.items() if path not in beside}
        partnership = load(Memory(records)).snapshot.partnership
        found = (beside_diagnostics(path, bytes(content), partnership) for path, content in beside.items())  # type: ignore[arg-type]
        return (*checked(records), *chain.from_iterable(found))
    for path, content in example.files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    for path, target in example.links.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).symlink_to(target)
    return checked(WorkingTree(folder))


ABOVE_READERS = "LIF635"
"""A field above the level of the folder's readers: only its own page is about who can open the folder."""


def places(diagnostics: tuple[Diagnostic, ...], codes: set[str]) -> set[tuple[str, int, str]]:
    return {
        (diagnostic.location.path, diagnostic.location.position.line, diagnostic.code.name)
        for diagnostic in diagnostics
        if diagnostic.code.name in codes
        or (diagnostic in errors(diagnostics) and diagnostic.code.name != ABOVE_READERS)
    }


def test_the_partnership_behind_the_examples_has_nothing_wrong() -> None:
    assert checked(BASE) == ()


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_gives_this_code_where_it_says_and_no_other_error(code: Code, tmp_path: Path) -> None:
    wrong = example(text_of(code), "Wrong")
    assert code.name in {name for _, _, name in wrong.expected}
    marked = {name for _, _, name in wrong.expected}
    assert places(found_in(wrong, tmp_path), {code.name, *marked}) == wrong.expected


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_has_no_error_and_not_this_code(code: Code, tmp_path: Path) -> None:
    right = example(text_of(code), "Right")
    assert right.expected == set()
    assert right.blocks or "### Right" not in text_of(code)
    assert places(found_in(right, tmp_path), {code.name}) == set()


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_the_sections_people_look_for(code: Code) -> None:
    text = text_of(code)
    assert re.findall(r"(?m)^## (.+)$", text) == SECTIONS
    assert re.findall(r"(?m)^### (.+)$", text) == ["Wrong", "Right"]


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_short_enough_to_be_read(code: Code) -> None:
    text = text_of(code)
    assert 20 <= len(text.splitlines()) <= 95
    assert max(map(len, text.splitlines())) <= 120
