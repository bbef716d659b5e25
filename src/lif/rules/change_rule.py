"""A rule on a change: a small function that looks at what is different between two snapshots, not at either of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lif.changes.change import Changes
from lif.diagnostics.code import Code
from lif.diagnostics.diagnostic import Diagnostic, Problem
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
    """A check of a change, the code of what it finds, and the codes of `lif check` that then say the same."""

    code: Code
    check: Compare
    tells: tuple[str, ...] = ()


def change_rule(code: Code, *, tells: tuple[str, ...] = ()) -> Callable[[Compare], ChangeRule]:
    """Make a rule of a function; `tells` are codes of `lif check` that need not be heard beside it."""

    def bound(check: Compare) -> ChangeRule:
        return ChangeRule(code, check, tells)

    return bound


def compare(comparison: Comparison, rules: Iterable[ChangeRule]) -> tuple[Problem, ...]:
    """Everything the rules find; what is in no snapshot any more is told of the record as it was."""
    return tuple(
        Problem(rule.code, found.record, found.at, found.message, found.hint)
        for rule in rules
        for found in rule.check(comparison)
    )


def told_once(
    introduced: Sequence[Diagnostic], problems: Iterable[Diagnostic], rules: Iterable[ChangeRule], after: Snapshot
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What came with a change, in two: what has to be told, and what the problems with the change tell already.

    It is the same when it concerns the same part of the same record, or cites the record that the problem concerns, and
    matters no more than the problem does.
    """
    tells = {rule.code.name: rule.tells for rule in rules}
    told = [(one, code) for one in problems for code in tells.get(one.code.name, ())]

    def is_told(one: Diagnostic) -> bool:
        return any(
            one.code.name == code and one.severity.rank >= problem.severity.rank and _is_on(one, problem, after)
            for problem, code in told
        )

    repeated = tuple(one for one in introduced if is_told(one))
    return tuple(one for one in introduced if one not in repeated), repeated


def _is_on(one: Diagnostic, problem: Diagnostic, after: Snapshot) -> bool:
    if one.record == problem.record:
        return len(problem.at) == 1 or one.at[:2] == problem.at[:2]
    entry = after.find(one.record)
    cited = (citation for citation in entry.citations if citation.at == one.at) if entry else ()
    return any(citation.target.partition("#")[0] == problem.record for citation in cited)
