"""A format in which diagnostics are written, and the count of diagnostics by severity."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic

Render = Callable[[Sequence[Diagnostic], int, bool], str]


class Format(NamedTuple):
    """The name of a format on the command line, and the function from diagnostics and the number of records to text."""

    name: str
    write: Render

    def render(self, diagnostics: Sequence[Diagnostic], records: int, *, every: bool = False) -> str:
        """The whole text, ending in a new line; `every` lists each diagnostic where the format would leave some out."""
        return self.write(diagnostics, records, every)


def count_by_severity(diagnostics: Sequence[Diagnostic]) -> dict[Severity, int]:
    """The number of diagnostics of each severity."""
    return {severity: sum(diagnostic.severity is severity for diagnostic in diagnostics) for severity in Severity}
