"""A problem with a record as a rule sees it, and the diagnostic a person reads."""

from dataclasses import dataclass
from hashlib import sha256

from lif.diagnostics.code import Code, Severity
from lif.diagnostics.location import FieldPath, Location, spelled


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: which record, which field, what is wrong, what to do; no file, no line."""

    code: Code
    record: str
    at: FieldPath
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem with its place in a file."""

    code: Code
    severity: Severity
    message: str
    hint: str
    location: Location
    record: str = ""
    at: FieldPath = ()

    @property
    def field(self) -> str:
        """The field path as people write it."""
        return spelled(self.at)

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that stay the same when lines move."""
        where = self.record or self.location.path
        detail = "" if self.at else self.message
        return sha256(f"{self.code.name}\n{where}\n{self.field}\n{detail}".encode()).hexdigest()[:16]

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Files by name, then from the top of each file down."""
        position = self.location.position
        return (self.location.path, position.line, position.column, self.code.name, self.message)
