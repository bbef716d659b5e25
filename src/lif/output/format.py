"""A way of writing diagnostics."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic

Render = Callable[[Sequence[Diagnostic], int, bool], str]
_TAKEN = {"json", "markdown"}
"""Names that a module of others has, so that ours ends in an underscore."""


@dataclass(frozen=True)
class Format:
    """Its name on the command line; its module, of the same name, is imported when it is first needed."""

    name: str

    @cached_property
    def write(self) -> Render:
        """The function from diagnostics and the number of records to text."""
        module = self.name if self.name not in _TAKEN else f"{self.name}_"
        found: Render = import_module(f"lif.output.formats.{module}").write
        return found

    def render(self, diagnostics: Sequence[Diagnostic], records: int, *, every: bool = False) -> str:
        """The whole text, ending in a new line; `every` lists each diagnostic where the format would shorten."""
        return self.write(diagnostics, records, every)


def tally(diagnostics: Sequence[Diagnostic]) -> dict[Severity, int]:
    """How many there are of each severity."""
    return {severity: sum(one.severity is severity for one in diagnostics) for severity in Severity}
