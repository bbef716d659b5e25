"""Accepted exceptions: fields of the record they concern, with a reason, looked at again when their day comes."""

from collections.abc import Iterable
from dataclasses import replace

from lif.diagnostics.code import Severity, note, warning
from lif.diagnostics.codes import PRIVACY_CODES
from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.rules.rule import Question

UNUSED = note("LIF906", "an exception that nothing needs", "accepted exceptions are not needed any more")
EXPIRED = warning("LIF907", "an exception past its day", "accepted exceptions are past their day")
CODES = (UNUSED, EXPIRED)


def settle(
    problems: Iterable[Problem],
    question: Question,
    known_codes: frozenset[str],
    file_diagnostics: Iterable[Diagnostic] = (),
) -> tuple[Problem, ...]:
    """The problems without those excepted, and with exceptions that are unused, past their day or not to be had.

    `known` are the codes of the rules that ran: from a rule a record can be excepted, from one on changes as well, and
    from what looks like personal data, which is `seen` when the files are read; never from being readable.
    """
    remaining: list[Problem] = []
    allowed = excepted(question)
    used = {(diagnostic.record, diagnostic.code.name) for diagnostic in file_diagnostics} & allowed
    for problem in problems:
        key = (problem.record, problem.code.name)
        if key in allowed:
            used.add(key)
        else:
            remaining.append(problem)
    return (*remaining, *_allowance_problems(question, used, known_codes | {code.name for code in PRIVACY_CODES}))


def not_excepted(diagnostics: Iterable[Diagnostic], question: Question) -> tuple[Diagnostic, ...]:
    """What was seen when the files were read, less the personal data from which its record is excepted."""
    allowed = excepted(question)
    return tuple(
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.code not in PRIVACY_CODES or (diagnostic.record, diagnostic.code.name) not in allowed
    )


def accepted(problems: Iterable[Diagnostic], question: Question) -> tuple[Diagnostic, ...]:
    """The problems with a change, those excepted as notes: whoever looks at the change sees that they were accepted.

    What counts is the exception that the record holds after the change; a record that is gone holds none.
    """
    allowed = excepted(question)
    return tuple(
        _as_note(diagnostic) if (diagnostic.record, diagnostic.code.name) in allowed else diagnostic
        for diagnostic in problems
    )


def _as_note(diagnostic: Diagnostic) -> Diagnostic:
    return replace(
        diagnostic, severity=Severity.NOTE, message=f"{diagnostic.message} (accepted; `allow` says why)", hint=""
    )


def excepted(question: Question) -> set[tuple[str, str]]:
    """The records and codes of every exception that holds today."""
    return {
        (entry.id, allowance.code)
        for entry in question.snapshot.with_allowances
        for allowance in entry.record.allow
        if allowance.until is None or allowance.until >= question.today
    }


def _allowance_problems(
    question: Question, used: set[tuple[str, str]], known_codes: frozenset[str]
) -> Iterable[Problem]:
    for entry in question.snapshot.with_allowances:
        for index, allowance in enumerate(entry.record.allow):
            at = ("allow", index)
            is_of_changes = _is_of_changes(allowance.code)
            if allowance.code not in known_codes and not is_of_changes:
                message = f"no record can be excepted from {allowance.code}: no rule has that code"
                yield Problem(UNUSED, entry.id, (*at, "code"), message, "`lif explain` lists the codes; take it out.")
            elif allowance.until is not None and allowance.until < question.today:
                message = f"the exception from {allowance.code} ended on {allowance.until}"
                to_do = "Take it out." if is_of_changes else "Put right what it excepted, or agree a new day."
                yield Problem(EXPIRED, entry.id, at, message, to_do)
            elif (entry.id, allowance.code) not in used and not is_of_changes:
                message = f"nothing here needs the exception from {allowance.code}"
                yield Problem(UNUSED, entry.id, at, message, "Take it out.")


def _is_of_changes(code: str) -> bool:
    """Whether only a comparison gives it: an exception from one is used once, then history, and never called unused."""
    if not code.startswith("LIF8"):
        return False
    from lif.rules.families.change import RULES

    return any(rule.code.name == code for rule in RULES)
