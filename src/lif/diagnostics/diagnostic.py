"""A problem that a rule finds in a record, and the diagnostic that users see."""

from dataclasses import dataclass
from hashlib import sha256

from lif.diagnostics.code import Code, Severity
from lif.diagnostics.location import FieldPath, Location, spelled


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem found by a rule: the record, the field, what is wrong, what to do; without file and line."""

    code: Code
    record: str
    at: FieldPath
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem or fault with its severity and its position in a file."""

    code: Code
    severity: Severity
    message: str
    hint: str
    location: Location
    record: str = ""
    at: FieldPath = ()
    of_value: str = ""
    """The fingerprint of the value that may be personal, by which an exception can name it; never the value."""

    @property
    def field(self) -> str:
        """The field path as text: `moved[0].to`."""
        return spelled(self.at)

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that stay the same when lines move."""
        where = self.record or self.location.path
        detail = "" if self.at else self.message
        return sha256(f"{self.code.name}\n{where}\n{self.field}\n{detail}".encode()).hexdigest()[:16]

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The sort key: by file, then from the top of each file down."""
        position = self.location.position
        return (self.location.path, position.line, position.column, self.code.name, self.message)
