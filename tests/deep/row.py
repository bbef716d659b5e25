"""What one part of the torture came to: a line of the table."""

from dataclasses import dataclass, field


@dataclass
class Row:
    """A promise, how often it was tried, and each time it was broken."""

    promise: str
    tried: int = 0
    broken: list[str] = field(default_factory=list)
    remarks: str = ""

    def hold(self, kept: bool, otherwise: str) -> None:  # noqa: FBT001 - reads as a sentence: hold(that, or else)
        """Count a trial."""
        self.tried += 1
        if not kept:
            self.broken.append(otherwise)
