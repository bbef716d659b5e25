"""Rules on people's words in documents: where a statement stands, who says it, and what it replies to."""

from collections import defaultdict
from collections.abc import Iterator

from lif.diagnostics.code import error
from lif.model.kinds.statement import Statement
from lif.model.parts.scalars import year_start
from lif.model.snapshot import Entry
from lif.reports.registry import REPORTS
from lif.reports.report import Ask, Report
from lif.rules.rule import Question, RuleProblem, rule


@rule(
    error(
        "LIF770",
        "a statement in a report or section that does not exist",
        "statements stand in no section of a report, so no document prints them",
        "F7.7",
    )
)
def statement_has_a_place(question: Question) -> Iterator[RuleProblem]:
    """A statement names a report for a year or a period, which of them, and a section that the report prints."""
    for entry in question.snapshot.of(Statement):
        statement = entry.record
        if statement.report not in REPORTS:
            message = f"there is no report called {statement.report}"
            yield RuleProblem(entry.id, ("report",), message, _reports_hint())
            continue
        report = REPORTS[statement.report]
        if problem := _wrong_time(statement, report):
            at, message, hint = problem
            yield RuleProblem(entry.id, (at,), message, hint)
        if statement.section not in report.headings:
            message = f"{report.name} has no section {statement.section}"
            yield RuleProblem(entry.id, ("section",), message, f"Its sections: {', '.join(report.headings)}.")


def _reports_hint() -> str:
    return f"Reports that are for a year or a period: {', '.join(r.name for r in REPORTS if _is_for_a_time(r))}."


def _is_for_a_time(report: Report) -> bool:
    return not {Ask.YEAR, Ask.PERIOD}.isdisjoint((*report.needs, *report.takes))


def _wrong_time(statement: Statement, report: Report) -> tuple[str, str, str] | None:
    """The field, what is wrong, and what to do, where a statement does not say which document is meant."""
    if not _is_for_a_time(report):
        return "report", f"{report.name} is for no year or period, so no statement can stand in one", _reports_hint()
    if Ask.PERIOD not in (*report.needs, *report.takes) and year_start(statement.covers) is None:
        return "covers", f"{report.name} is for a year, and {statement.covers} is none", "Write the year: 2025-26."
    return None


@rule(
    error(
        "LIF771",
        "two statements of one role in one section",
        "one role says two things in one section, and a document cannot tell which holds",
        "F7.7",
    )
)
def role_speaks_once_in_a_section(question: Question) -> Iterator[RuleProblem]:
    """In one section of one document a role of one agency has one statement."""
    by_place: dict[tuple[str, ...], list[Entry[Statement]]] = defaultdict(list)
    for entry in question.snapshot.of(Statement):
        said = entry.record
        role = " ".join(said.by.role.casefold().split())
        by_place[said.report, said.covers, said.section, role, said.by.agency or ""].append(entry)
    for first, *others in by_place.values():
        for entry in others:
            message = f"{first.id} is by the same role, in the same section of the same document"
            hint = "Put the words into one statement, or say which other role speaks here."
            yield RuleProblem(entry.id, ("by",), message, hint)


@rule(
    error(
        "LIF772",
        "a reply to nothing",
        "replies do not name a statement of the same document that they reply to",
        "F7.7",
    )
)
def reply_has_something_to_reply_to(question: Question) -> Iterator[RuleProblem]:
    """A statement in a section for replies names the statement it replies to, and that stands in the same document."""
    for entry in question.snapshot.of(Statement):
        said = entry.record
        if said.replies_to is None:
            if said.report in REPORTS and said.section in REPORTS[said.report].sections_for_replies:
                message = f"the section {said.section} holds replies, and this names nothing that it replies to"
                yield RuleProblem(entry.id, ("section",), message, "Name the statement under `replies_to`.")
            continue
        to = question.snapshot.entries.get(said.replies_to)
        if to is None or not isinstance(to.record, Statement):
            continue
        if (to.record.report, to.record.covers) != (said.report, said.covers):
            message = f"{to.id} stands in {to.record.report} {to.record.covers}, which is another document"
            yield RuleProblem(entry.id, ("replies_to",), message, "Name a statement of the same document.")


RULES = (
    statement_has_a_place,
    role_speaks_once_in_a_section,
    reply_has_something_to_reply_to,
)
