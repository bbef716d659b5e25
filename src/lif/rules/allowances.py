"""Accepted exceptions: the `allow` field of a record excepts it from a rule, with a reason and an expiry date."""

from collections.abc import Iterable
from dataclasses import replace

from lif.diagnostics.code import Severity, note, warning
from lif.diagnostics.codes import PRIVACY_CODES
from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.rules.rule import Question

UNUSED_EXCEPTION = note("LIF906", "an exception that nothing needs", "accepted exceptions are not needed any more")
EXPIRED_EXCEPTION = warning("LIF907", "an exception past its day", "accepted exceptions are past their day")
CODES = (UNUSED_EXCEPTION, EXPIRED_EXCEPTION)


def apply_allowances(
    problems: Iterable[Problem],
    question: Question,
    known_codes: frozenset[str],
    file_diagnostics: Iterable[Diagnostic] = (),
) -> tuple[Problem, ...]:
    """Leave out the excepted problems, and add a problem for each exception that is unused, expired or impossible.

    `known_codes` are the codes of the rules that ran. A record can be excepted from rules on records and on changes,
    and from suspected personal data, which is found when the files are read and so is among `file_diagnostics`. A
    record cannot be excepted from being readable.
    """
    remaining: list[Problem] = []
    allowed = exceptions_in_force(question)
    file_diagnostics = tuple(file_diagnostics)
    used = {(diagnostic.record, diagnostic.code.name) for diagnostic in file_diagnostics} & allowed
    used_values = {
        (diagnostic.record, diagnostic.code.name, diagnostic.of_value) for diagnostic in file_diagnostics
    } & exceptions_of_one_value(question)
    for problem in problems:
        key = (problem.record, problem.code.name)
        if key in allowed:
            used.add(key)
        else:
            remaining.append(problem)
    return (
        *remaining,
        *_allowance_problems(question, used | used_values, known_codes | {code.name for code in PRIVACY_CODES}),
    )


def without_excepted_personal_data(diagnostics: Iterable[Diagnostic], question: Question) -> tuple[Diagnostic, ...]:
    """The diagnostics from reading the files, without suspected personal data that its record is excepted from."""
    allowed, allowed_values = exceptions_in_force(question), exceptions_of_one_value(question)
    return tuple(
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.code not in PRIVACY_CODES
        or (
            (diagnostic.record, diagnostic.code.name) not in allowed
            and (diagnostic.record, diagnostic.code.name, diagnostic.of_value) not in allowed_values
        )
    )


def downgrade_accepted(problems: Iterable[Diagnostic], question: Question) -> tuple[Diagnostic, ...]:
    """The problems with a change, with excepted problems turned into notes so that reviewers see they were accepted.

    The exceptions that the record holds after the change count; a removed record holds none.
    """
    allowed = exceptions_in_force(question)
    return tuple(
        _as_note(diagnostic) if (diagnostic.record, diagnostic.code.name) in allowed else diagnostic
        for diagnostic in problems
    )


def _as_note(diagnostic: Diagnostic) -> Diagnostic:
    return replace(
        diagnostic, severity=Severity.NOTE, message=f"{diagnostic.message} (accepted; `allow` says why)", hint=""
    )


def exceptions_in_force(question: Question) -> set[tuple[str, str]]:
    """The record id and the code of every exception that holds today, for whatever value."""
    return {(record, code) for record, code, only in _in_force(question) if only is None}


def exceptions_of_one_value(question: Question) -> set[tuple[str, str, str]]:
    """The record id, the code and the fingerprint of every exception of one value that holds today."""
    return {(record, code, only) for record, code, only in _in_force(question) if only is not None}


def _in_force(question: Question) -> Iterable[tuple[str, str, str | None]]:
    for entry in question.snapshot.with_allowances:
        for allowance in entry.record.allow:
            if allowance.until is None or allowance.until >= question.today:
                yield entry.id, allowance.code, allowance.only


def _allowance_problems(
    question: Question, used: set[tuple[str, str] | tuple[str, str, str]], known_codes: frozenset[str]
) -> Iterable[Problem]:
    for entry in question.snapshot.with_allowances:
        for index, allowance in enumerate(entry.record.allow):
            at = ("allow", index)
            is_of_changes = _is_of_changes(allowance.code)
            if allowance.code not in known_codes and not is_of_changes:
                message = f"no record can be excepted from {allowance.code}: no rule has that code"
                yield Problem(
                    UNUSED_EXCEPTION, entry.id, (*at, "code"), message, "`lif explain` lists the codes; take it out."
                )
            elif allowance.until is not None and allowance.until < question.today:
                message = f"the exception from {allowance.code} ended on {allowance.until}"
                to_do = "Take it out." if is_of_changes else "Put right what it excepted, or agree a new day."
                yield Problem(EXPIRED_EXCEPTION, entry.id, at, message, to_do)
            elif _key(entry.id, allowance.code, allowance.only) not in used and not is_of_changes:
                message = f"nothing here needs the exception from {allowance.code}"
                yield Problem(UNUSED_EXCEPTION, entry.id, at, message, "Take it out.")


def _key(record: str, code: str, only: str | None) -> tuple[str, str] | tuple[str, str, str]:
    return (record, code) if only is None else (record, code, only)


def _is_of_changes(code: str) -> bool:
    """Whether only a rule on changes gives this code: such an exception is used once, so it is never called unused."""
    if not code.startswith("LIF8"):
        return False
    from lif.rules.codes import CHANGE_RULES

    return any(rule.code.name == code for rule in CHANGE_RULES)
