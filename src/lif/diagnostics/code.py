"""A code: the lasting name of one thing that can be wrong."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much it matters; the words are SARIF's."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 2 for a note."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Code:
    """`LIF203`, what it stands for, and how much it matters unless the partnership says otherwise.

    `plain` is the sentence that heads a group of such diagnostics: "{n} findings rest on files alone". `is_duty`: it is
    about something that is still owed, which is no reason to refuse to write down what is so. `waits_for_drafts`: a
    draft may still owe it, as it may evidence, impact and duties. Neither is read off the number.
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
