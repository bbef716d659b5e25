"""A rule: one small function that looks at a snapshot and names the records and fields that are wrong."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from lif.diagnostics.code import Code
from lif.diagnostics.location import FieldPath
from lif.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Question:
    """What a rule is asked: about these records, as of this day."""

    snapshot: Snapshot
    today: date

    @property
    def cited_unread(self) -> AbstractSet[str]:
        """What records that cannot be read cite: nobody can say that nothing was said of these."""
        return self.snapshot.cited_unread.records.keys()


class Found(NamedTuple):
    """One thing a rule found: the record, the field, what is wrong, what to do."""

    record: str
    at: FieldPath
    message: str
    hint: str


Check = Callable[[Question], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check and the code of what it finds."""

    code: Code
    check: Check


def rule(code: Code) -> Callable[[Check], Rule]:
    """Make a rule of a function."""

    def decorate(check: Check) -> Rule:
        return Rule(code, check)

    return decorate
