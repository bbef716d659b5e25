"""Codes: the permanent names of the problems that lif reports, each with its severity and title."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """The severity of a diagnostic, in the words of SARIF."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """For sorting: 0 for an error, 1 for a warning, 2 for a note."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Code(NamedTuple):
    """A code such as `LIF203`, its title, and its severity unless the partnership sets another.

    `plain` is the sentence that heads a group of such diagnostics: "{n} findings rest on files alone". `is_duty` marks
    a duty still owed: an error of this code does not stop lif from writing a record. `waits_for_drafts` makes it a note
    in a draft, which may still lack evidence, impact and duties. Both are declared with the code, whatever its number.
    """

    name: str
    severity: Severity
    title: str
    plain: str = ""
    duties: tuple[str, ...] = ()
    is_duty: bool = False
    waits_for_drafts: bool = False


class _Maker:
    """Makes codes of one severity; a code that is a duty also waits for drafts."""

    def __init__(self, severity: Severity) -> None:
        self._severity = severity

    def __call__(
        self,
        name: str,
        title: str,
        plain: str = "",
        *duties: str,
        is_duty: bool = False,
        waits_for_drafts: bool = False,
    ) -> Code:
        return Code(name, self._severity, title, plain, duties, is_duty, is_duty or waits_for_drafts)


error = _Maker(Severity.ERROR)
"""A code whose diagnostics make `lif check` fail."""
warning = _Maker(Severity.WARNING)
"""A code whose diagnostics are worth a look before the next meeting."""
note = _Maker(Severity.NOTE)
"""A code whose diagnostics are worth knowing."""
