"""Accepted exceptions: fields of the record they concern, with a reason, looked at again when their day comes."""

from collections.abc import Iterable

from lif.diagnostics.code import note, warning
from lif.diagnostics.diagnostic import Problem
from lif.rules.rule import Question

UNUSED = note("LIF906", "an exception that nothing needs", "accepted exceptions are not needed any more")
EXPIRED = warning("LIF907", "an exception past its day", "accepted exceptions are past their day")
CODES = (UNUSED, EXPIRED)


def settle(problems: Iterable[Problem], question: Question, known: frozenset[str]) -> tuple[Problem, ...]:
    """The problems without those excepted, and with exceptions that are unused, past their day or not to be had.

    `known` are the codes of the rules that ran: only from a rule can a record be excepted, never from being readable.
    """
    kept: list[Problem] = []
    used: set[tuple[str, str]] = set()
    excepted = _excepted(question)
    for problem in problems:
        key = (problem.record, problem.code.name)
        if key in excepted:
            used.add(key)
        else:
            kept.append(problem)
    return (*kept, *_own(question, used, known))


def _excepted(question: Question) -> set[tuple[str, str]]:
    return {
        (entry.id, allowance.code)
        for entry in question.snapshot.entries.values()
        for allowance in entry.record.allow
        if allowance.until is None or allowance.until >= question.today
    }


def _own(question: Question, used: set[tuple[str, str]], known: frozenset[str]) -> Iterable[Problem]:
    for entry in question.snapshot.entries.values():
        for index, allowance in enumerate(entry.record.allow):
            at = ("allow", index)
            if allowance.code not in known:
                says = f"no record can be excepted from {allowance.code}: no rule has that code"
                yield Problem(UNUSED, entry.id, (*at, "code"), says, "`lif explain` lists the codes; take it out.")
            elif allowance.until is not None and allowance.until < question.today:
                says = f"the exception from {allowance.code} ended on {allowance.until}"
                yield Problem(EXPIRED, entry.id, at, says, "Put right what it excepted, or agree a new day.")
            elif (entry.id, allowance.code) not in used:
                says = f"nothing here needs the exception from {allowance.code}"
                yield Problem(UNUSED, entry.id, at, says, "Take it out.")
