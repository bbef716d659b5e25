"""A rule on a change: a small function that looks at what is different between two snapshots, not at either of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.changes.change import Changes
from lif.diagnostics.code import Code
from lif.diagnostics.diagnostic import Problem
from lif.model.snapshot import Snapshot
from lif.rules.rule import Found


@dataclass(frozen=True, slots=True)
class Comparison:
    """What such a rule is asked: about this change, as of this day."""

    before: Snapshot
    after: Snapshot
    changes: Changes
    today: date


Compare = Callable[[Comparison], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """A check of a change and the code of what it finds."""

    code: Code
    check: Compare


def change_rule(code: Code) -> Callable[[Compare], ChangeRule]:
    """Make a rule of a function."""

    def bound(check: Compare) -> ChangeRule:
        return ChangeRule(code, check)

    return bound


def compare(comparison: Comparison, rules: Iterable[ChangeRule]) -> tuple[Problem, ...]:
    """Everything the rules find; what is in no snapshot any more is told of the record as it was."""
    return tuple(
        Problem(rule.code, found.record, found.at, found.message, found.hint)
        for rule in rules
        for found in rule.check(comparison)
    )
