"""Deadlines set in records: actions, recommendations, re-audits, returns, contributions, retention, exceptions."""

from collections.abc import Iterator

from lif.analysis.deadlines.deadline import Deadline, date_between
from lif.model.kinds.action import Action
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.contribution import Contribution
from lif.model.period import When
from lif.model.snapshot import Snapshot


def action_deadlines(snapshot: Snapshot) -> Iterator[Deadline]:
    """Yield the deadlines of actions with a due day: met when the work is done, whether or not the group closed it."""
    for entry in snapshot.of(Action):
        action = entry.record
        if action.due is not None:
            yield Deadline(
                kind="action",
                what="Action",
                record=entry.id,
                at=("due",),
                due=date_between(action.due, action.due),
                why=f"moved from {', '.join(str(move.since) for move in action.moved)}" if action.moved else "",
                agencies=(action.owner.agency,) if action.owner else (),
                role=(action.owner.role or "") if action.owner else "",
                group=action.oversight or "",
                start=action.agreed,
                met=action.done or action.closed,
            )


def recommendation_deadlines(snapshot: Snapshot) -> Iterator[Deadline]:
    """Yield the deadlines of recommendations that no action answers: an action has a due day and owner of its own."""
    answered = {target for entry in snapshot.of(Action) for target in entry.record.answers}
    for entry in (entry for entry in snapshot.entries.values() if not entry.record.is_elsewhere):
        for list_name, index, recommendation in entry.recommendations():
            record_id = entry.id_of(recommendation.key)
            if recommendation.due is not None and record_id not in answered:
                yield Deadline(
                    kind="recommendation",
                    what="Recommendation" if snapshot.can_withhold else "Recommendation that no action answers",
                    record=record_id,
                    at=(list_name, index, "due"),
                    due=date_between(recommendation.due, recommendation.due),
                    agencies=recommendation.to,
                    start=recommendation.made,
                    is_met_elsewhere=True,
                )


def reaudit_deadlines(snapshot: Snapshot) -> Iterator[Deadline]:
    """Yield the deadlines of re-audits: met by the audit that repeats the first one, once it has begun."""
    repeats = {entry.record.reaudit_of: entry for entry in snapshot.of(Audit) if entry.record.reaudit_of}
    for entry in snapshot.of(Audit):
        audit, repeat = entry.record, repeats.get(entry.id)
        if audit.life.reaudit_due is not None and not audit.is_elsewhere:
            yield Deadline(
                kind="re-audit",
                what="Re-audit",
                record=entry.id,
                at=("life", "reaudit_due"),
                due=audit.life.reaudit_due,
                agencies=(audit.led_by,) if audit.led_by else (),
                group=audit.oversight or audit.prioritised_by or "",
                start=audit.life.reported or audit.life.completed,
                met=_first_date(repeat.record) if repeat else None,
                is_met_elsewhere=True,
            )


def _first_date(audit: Audit) -> When | None:
    return audit.life.started or audit.life.completed or audit.life.reported


def return_deadlines(snapshot: Snapshot) -> Iterator[Deadline]:
    """Yield the deadlines of returns of organisational assessments."""
    for entry in snapshot.of(Assessment):
        assessment = entry.record
        if assessment.due is not None:
            yield Deadline(
                kind="assessment",
                what="Assessment return",
                record=entry.id,
                at=("due",),
                due=assessment.due,
                agencies=(assessment.agency,) if assessment.agency else (),
                start=assessment.asked,
                met=assessment.returned,
            )


def contribution_deadlines(snapshot: Snapshot) -> Iterator[Deadline]:
    """Yield the deadlines of contributions to the yearly report."""
    for entry in snapshot.of(Contribution):
        contribution = entry.record
        if contribution.due is not None:
            yield Deadline(
                kind="contribution",
                what=f"Contribution to the yearly report {contribution.year}",
                record=entry.id,
                at=("due",),
                due=contribution.due,
                agencies=(contribution.agency,),
                met=contribution.received,
            )


def retention_and_exception_deadlines(snapshot: Snapshot) -> Iterator[Deadline]:
    """Yield the days on which the partnership reviews whether to keep a record, or an exception from a rule."""
    for entry in snapshot.entries.values():
        if entry.record.retention_review is not None:
            yield Deadline(
                kind="retention",
                what="Ask whether to keep the record",
                record=entry.id,
                at=("retention_review",),
                due=date_between(entry.record.retention_review, entry.record.retention_review),
            )
        for index, allowance in enumerate(entry.record.allow):
            if allowance.until is not None:
                yield Deadline(
                    kind="exception",
                    what=f"Look again at the exception from {allowance.code}",
                    record=entry.id,
                    at=("allow", index, "until"),
                    due=date_between(allowance.until, allowance.until),
                    group=allowance.by if allowance.by in snapshot.groups else "",
                )
