"""A way of writing diagnostics."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic

Render = Callable[[Sequence[Diagnostic], int, bool], str]


@dataclass(frozen=True, slots=True)
class Format:
    """Its name on the command line, and the function from diagnostics and the number of records to text."""

    name: str
    write: Render

    def render(self, diagnostics: Sequence[Diagnostic], records: int, *, every: bool = False) -> str:
        """The whole text, ending in a new line; `every` lists each diagnostic where the format would shorten."""
        return self.write(diagnostics, records, every)


def tally(diagnostics: Sequence[Diagnostic]) -> dict[Severity, int]:
    """How many there are of each severity."""
    return {severity: sum(one.severity is severity for one in diagnostics) for severity in Severity}
