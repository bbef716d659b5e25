"""Run every rule over a snapshot and return all problems at once."""

from collections.abc import Iterable

from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.rules.allowances import apply_allowances
from lif.rules.rule import Question, Rule


def run_rules(
    question: Question, rules: Iterable[Rule], file_diagnostics: Iterable[Diagnostic] = ()
) -> tuple[Problem, ...]:
    """All problems that the rules find, without accepted exceptions; empty when nothing is wrong.

    `file_diagnostics` come from reading the files: an exception from one of them is not called unused.
    """
    all_rules = tuple(rules)
    problems = (
        Problem(rule.code, rule_problem.record, rule_problem.at, rule_problem.message, rule_problem.hint)
        for rule in all_rules
        for rule_problem in rule.check(question)
    )
    return apply_allowances(problems, question, frozenset(rule.code.name for rule in all_rules), file_diagnostics)
