"""Runs every rule over a snapshot and returns all problems at once."""

from collections.abc import Iterable

from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.rules.allowances import settle
from lif.rules.rule import Question, Rule


def run(question: Question, rules: Iterable[Rule], seen: Iterable[Diagnostic] = ()) -> tuple[Problem, ...]:
    """Everything the rules find, less accepted exceptions; empty when nothing is wrong.

    `seen` is what was wrong with the files: an exception from something of it is not called unused.
    """
    chosen = tuple(rules)
    problems = (
        Problem(rule.code, found.record, found.at, found.message, found.hint)
        for rule in chosen
        for found in rule.check(question)
    )
    return settle(problems, question, frozenset(rule.code.name for rule in chosen), seen)
