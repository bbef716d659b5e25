"""The modules of the program as files: their paths, names and syntax trees, for the tests of the house."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "lif"


@dataclass(frozen=True)
class Module:
    path: Path

    @property
    def name(self) -> str:
        """`model/kinds/action.py`."""
        return self.path.relative_to(SOURCE).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call with the dotted name of what is called: `os.open`, `path.write_text`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node

    def imports(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or ""


def modules(*below: str) -> list[Module]:
    """Every module of the program, or those in the named folders."""
    folders = [SOURCE / folder for folder in below] or [SOURCE]
    return [Module(path) for folder in folders for path in sorted(folder.rglob("*.py"))]


def members(folder: str) -> set[str]:
    """The names of the modules that stand in a folder of members."""
    return {path.stem for path in (SOURCE / folder).glob("*.py")} - {"__init__"}


def nothing(offenders: Iterable[str], remedy: str = "") -> None:
    """Fail with the name of each offender."""
    named = sorted(offenders)
    assert not named, "\n".join(filter(None, [remedy, *named]))
