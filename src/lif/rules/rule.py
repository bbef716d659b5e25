"""Rules on records: each is a small function that checks a snapshot and names the records and fields that are wrong."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from lif.diagnostics.code import Code
from lif.diagnostics.location import FieldPath
from lif.model.snapshot import Snapshot


class Question(NamedTuple):
    """The input of a rule: the records and the date of the check."""

    snapshot: Snapshot
    today: date

    @property
    def cited_unread(self) -> AbstractSet[str]:
        """The ids that unreadable records cite: a rule cannot claim that no record mentions them."""
        return self.snapshot.cited_unread.records.keys()


class RuleProblem(NamedTuple):
    """One problem that a rule found, without its code: the record, the field, what is wrong, what to do."""

    record: str
    at: FieldPath
    message: str
    hint: str


Check = Callable[[Question], Iterator[RuleProblem]]


class Rule(NamedTuple):
    """A check and the code of the problems it finds."""

    code: Code
    check: Check


def rule(code: Code) -> Callable[[Check], Rule]:
    """Make a rule of the decorated function."""

    def decorate(check: Check) -> Rule:
        return Rule(code, check)

    return decorate
