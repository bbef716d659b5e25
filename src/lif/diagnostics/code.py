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

    `plain` is the sentence that heads a group of such diagnostics: "{n} findings rest on files alone". What is
    `binding` holds for drafts as well, and refuses to be written.
    """

    name: str
    severity: Severity
    title: str
    plain: str = ""
    duties: tuple[str, ...] = ()
    binding: bool = False

    @property
    def is_duty(self) -> bool:
        """Whether somebody still owes what is missing: no reason to refuse to write down what is so."""
        return self.name.startswith("LIF7") and not self.binding

    @property
    def waits_for_drafts(self) -> bool:
        """Whether a draft may still owe it: evidence, impact and duties."""
        return self.name.startswith(("LIF5", "LIF7")) and not self.binding


def error(name: str, title: str, plain: str = "", *duties: str, binding: bool = False) -> Code:
    """A code whose diagnostics make `lif check` fail."""
    return Code(name, Severity.ERROR, title, plain, duties, binding)


def warning(name: str, title: str, plain: str = "", *duties: str) -> Code:
    """A code whose diagnostics are worth a look before the next meeting."""
    return Code(name, Severity.WARNING, title, plain, duties)


def note(name: str, title: str, plain: str = "", *duties: str) -> Code:
    """A code whose diagnostics are worth knowing."""
    return Code(name, Severity.NOTE, title, plain, duties)
