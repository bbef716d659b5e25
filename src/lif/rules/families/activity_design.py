"""Rules on the design of reviews and audits: a question to the system, and partners who take part."""

from collections.abc import Iterator

from lif.analysis.duties.groups import group_name
from lif.diagnostics.code import warning
from lif.model.kinds.audit import Audit
from lif.model.record import Activity
from lif.model.snapshot import Entry
from lif.model.vocabulary import AuditKind, GroupTask
from lif.rules.applicability import own_reviews, records_under_duty
from lif.rules.rule import Question, RuleProblem, rule

_OF_ONE_AGENCY = {AuditKind.SINGLE_AGENCY, AuditKind.DIP_SAMPLE}


def _activities(question: Question) -> Iterator[Entry[Activity]]:
    yield from own_reviews(question)
    yield from records_under_duty(question, Audit)


@rule(
    warning(
        "LIF750",
        "no question to the system",
        "reviews and audits ask no question of the system",
        "F3.1",
        "F6.6",
        is_duty=True,
    )
)
def activity_asks_the_system(question: Question) -> Iterator[RuleProblem]:
    """A review or audit states the question it asks of the system."""
    for entry in _activities(question):
        if not entry.record.question:
            message = f"the question it asks of the system: {question.snapshot.absent}"
            yield RuleProblem(
                entry.id, ("question",), message, "Ask how the system made things easy or hard, not who failed."
            )


@rule(
    warning(
        "LIF751",
        "partners were not part of it",
        "reviews and audits do not show that partners took part, or heard of the result",
        "F3.3",
        "F5.3",
        "F6.6",
        is_duty=True,
    )
)
def partners_take_part(question: Question) -> Iterator[RuleProblem]:
    """Partners take part in multi-agency work; the group that oversees learning sees single-agency audits."""
    for entry in _activities(question):
        activity = entry.record
        if isinstance(activity, Audit) and activity.audit_kind in _OF_ONE_AGENCY:
            if not activity.life.reported or activity.shared_with_group:
                continue
            group = group_name(question.snapshot.partnership, GroupTask.LEARNING, question.today)
            message = f"reported {activity.life.reported}; when {group} saw it"
            yield RuleProblem(
                entry.id,
                ("shared_with_group",),
                f"{message}: {question.snapshot.absent}",
                "Share it: single-agency audits inform the programme and count as evidence.",
            )
        elif not activity.took_part:
            message = f"which agencies took part: {question.snapshot.absent}"
            hint = "Name them under `took_part`, and those who were asked and did not under `not_taking_part`."
            yield RuleProblem(entry.id, ("took_part",), message, hint)


RULES = (activity_asks_the_system, partners_take_part)
