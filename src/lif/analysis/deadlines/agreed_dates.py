"""Days that records set: actions, recommendations, re-audits, returns, contributions, retention, exceptions."""

from collections.abc import Iterator

from lif.analysis.deadlines.deadline import Deadline, span
from lif.model.kinds.action import Action
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.contribution import Contribution
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.review import Review
from lif.model.period import When
from lif.model.record import Recommendation
from lif.model.snapshot import Entry, Snapshot


def actions(snapshot: Snapshot) -> Iterator[Deadline]:
    """Actions with a day: met when the work is done, whether or not the group has closed it."""
    for entry in snapshot.of(Action):
        action = entry.record
        if action.due is not None:
            yield Deadline(
                kind="action",
                what="Action",
                record=entry.id,
                at=("due",),
                due=span(action.due, action.due),
                why=f"moved from {', '.join(str(one.since) for one in action.moved)}" if action.moved else "",
                agencies=(action.owner.agency,) if action.owner else (),
                role=(action.owner.role or "") if action.owner else "",
                group=action.oversight or "",
                start=action.agreed,
                met=action.done or action.closed,
            )


def recommendations(snapshot: Snapshot) -> Iterator[Deadline]:
    """Recommendations with a day that no action has taken up: an action brings a day and an owner of its own."""
    answered = {target for entry in snapshot.of(Action) for target in entry.record.answers}
    for entry, field, index, one in _asked(snapshot):
        if one.due is not None and f"{entry}#{one.key}" not in answered:
            yield Deadline(
                kind="recommendation",
                what="Recommendation that no action answers",
                record=f"{entry}#{one.key}",
                at=(field, index, "due"),
                due=span(one.due, one.due),
                agencies=one.to,
                start=one.made,
            )


def _asked(snapshot: Snapshot) -> Iterator[tuple[str, str, int, Recommendation]]:
    activities: tuple[Entry[Review] | Entry[Audit], ...] = (*snapshot.of(Review), *snapshot.of(Audit))
    for entry in activities:
        for index, one in enumerate(entry.record.recommendations):
            yield entry.id, "recommendations", index, one
    for inspection in snapshot.of(Inspection):
        for index, one in enumerate(inspection.record.priority_actions):
            yield inspection.id, "priority_actions", index, one


def re_audits(snapshot: Snapshot) -> Iterator[Deadline]:
    """Audits that are to be repeated: met by the audit that repeats them, once it has begun."""
    again = {one.record.reaudit_of: one for one in snapshot.of(Audit) if one.record.reaudit_of}
    for entry in snapshot.of(Audit):
        audit, repeated = entry.record, again.get(entry.id)
        if audit.life.reaudit_due is not None:
            yield Deadline(
                kind="re-audit",
                what="Re-audit",
                record=entry.id,
                at=("life", "reaudit_due"),
                due=audit.life.reaudit_due,
                agencies=(audit.led_by,) if audit.led_by else (),
                group=audit.oversight or audit.prioritised_by or "",
                start=audit.life.reported or audit.life.completed,
                met=_begun(repeated.record) if repeated else None,
            )


def _begun(audit: Audit) -> When | None:
    return audit.life.started or audit.life.completed or audit.life.reported


def returns(snapshot: Snapshot) -> Iterator[Deadline]:
    """Returns of organisational assessments."""
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


def contributions(snapshot: Snapshot) -> Iterator[Deadline]:
    """Contributions to the yearly report."""
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


def looked_at_again(snapshot: Snapshot) -> Iterator[Deadline]:
    """Days on which somebody asks whether to keep a record, or an exception from a rule."""
    for entry in snapshot.entries.values():
        if entry.record.retention_review is not None:
            yield Deadline(
                kind="retention",
                what="Ask whether to keep the record",
                record=entry.id,
                at=("retention_review",),
                due=span(entry.record.retention_review, entry.record.retention_review),
            )
        for index, one in enumerate(entry.record.allow):
            if one.until is not None:
                yield Deadline(
                    kind="exception",
                    what=f"Look again at the exception from {one.code}",
                    record=entry.id,
                    at=("allow", index, "until"),
                    due=span(one.until, one.until),
                    group=one.by if one.by in snapshot.registers["group"] else "",
                )
