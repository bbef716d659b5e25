"""Runs every rule over a snapshot and returns all problems at once."""

from collections.abc import Iterable

from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.rules.allowances import settle
from lif.rules.rule import Question, Rule


def run(question: Question, rules: Iterable[Rule], file_diagnostics: Iterable[Diagnostic] = ()) -> tuple[Problem, ...]:
    """Everything the rules find, less accepted exceptions; empty when nothing is wrong.

    `seen` is what was wrong with the files: an exception from something of it is not called unused.
    """
    all_rules = tuple(rules)
    problems = (
        Problem(rule.code, rule_problem.record, rule_problem.at, rule_problem.message, rule_problem.hint)
        for rule in all_rules
        for rule_problem in rule.check(question)
    )
    return settle(problems, question, frozenset(rule.code.name for rule in all_rules), file_diagnostics)
