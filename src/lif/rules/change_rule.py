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

    def decorate(check: Compare) -> ChangeRule:
        return ChangeRule(code, check, tells)

    return decorate


def compare(comparison: Comparison, rules: Iterable[ChangeRule]) -> tuple[Problem, ...]:
    """Everything the rules find; what is in no snapshot any more is told of the record as it was."""
    return tuple(
        Problem(rule.code, rule_problem.record, rule_problem.at, rule_problem.message, rule_problem.hint)
        for rule in rules
        for rule_problem in rule.check(comparison)
    )


def told_once(
    introduced: Sequence[Diagnostic], problems: Iterable[Diagnostic], rules: Iterable[ChangeRule], after: Snapshot
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What came with a change, in two: what has to be told, and what the problems with the change tell already.

    It is the same when it concerns the same part of the same record, or cites the record that the problem concerns, and
    matters no more than the problem does.
    """
    implied_codes = {rule.code.name: rule.tells for rule in rules}
    implied = [(problem, code) for problem in problems for code in implied_codes.get(problem.code.name, ())]

    def is_repeated(diagnostic: Diagnostic) -> bool:
        return any(
            diagnostic.code.name == code
            and diagnostic.severity.rank >= problem.severity.rank
            and _concerns_same_part(diagnostic, problem, after)
            for problem, code in implied
        )

    repeated = tuple(diagnostic for diagnostic in introduced if is_repeated(diagnostic))
    return tuple(diagnostic for diagnostic in introduced if diagnostic not in repeated), repeated


def _concerns_same_part(diagnostic: Diagnostic, problem: Diagnostic, after: Snapshot) -> bool:
    if diagnostic.record == problem.record:
        return len(problem.at) == 1 or diagnostic.at[:2] == problem.at[:2]
    entry = after.find(diagnostic.record)
    citations = (citation for citation in entry.citations if citation.at == diagnostic.at) if entry else ()
    return any(citation.target.partition("#")[0] == problem.record for citation in citations)
