"""Rules on changes: each is a small function that checks the differences between two snapshots."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lif.changes.change import Changes
from lif.diagnostics.code import Code
from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.model.snapshot import Snapshot
from lif.rules.rule import RuleProblem


@dataclass(frozen=True, slots=True)
class Comparison:
    """The input of a rule on changes: two snapshots, the changes between them, and the date of the check."""

    before: Snapshot
    after: Snapshot
    changes: Changes
    today: date


ChangeCheck = Callable[[Comparison], Iterator[RuleProblem]]


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """A check of a change, the code of its problems, and the codes of `lif check` that repeat them (`same_as`)."""

    code: Code
    check: ChangeCheck
    same_as: tuple[str, ...] = ()


def change_rule(code: Code, *, same_as: tuple[str, ...] = ()) -> Callable[[ChangeCheck], ChangeRule]:
    """Make a rule of the decorated function; `same_as` are codes of `lif check` that need not be shown beside it."""

    def decorate(check: ChangeCheck) -> ChangeRule:
        return ChangeRule(code, check, same_as)

    return decorate


def check_changes(comparison: Comparison, rules: Iterable[ChangeRule]) -> tuple[Problem, ...]:
    """All problems that the rules find; a problem with a removed record carries the id from before the change."""
    return tuple(
        Problem(rule.code, rule_problem.record, rule_problem.at, rule_problem.message, rule_problem.hint)
        for rule in rules
        for rule_problem in rule.check(comparison)
    )


def split_repeated(
    introduced: Sequence[Diagnostic], problems: Iterable[Diagnostic], rules: Iterable[ChangeRule], after: Snapshot
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Split the diagnostics that a change introduced into those to show and those that its problems repeat.

    A problem with the change repeats a diagnostic that is no more severe, if both concern the same part of the same
    record, or the diagnostic is about a citation of the problem's record.
    """
    implied_codes = {rule.code.name: rule.same_as for rule in rules}
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
    return any(citation.record == problem.record for citation in citations)
