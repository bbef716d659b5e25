"""Rules on flags and challenges: serious risk reaches those who must know, and challenges are answered."""

from collections.abc import Iterator

from lif.analysis.deadlines.challenge_answers import challenge_deadlines
from lif.analysis.deadlines.every_deadline import overdue_deadlines
from lif.analysis.deadlines.flag_clocks import REPORT
from lif.analysis.duties.challenges import ChallengeReading, read_challenge
from lif.analysis.duties.flags import FlagClock, FlagReading, FlagRecipient, read_flag
from lif.diagnostics.code import error, warning
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.finding import Finding
from lif.model.kinds.flag import Flag
from lif.model.vocabulary import FlagKind
from lif.rules.applicability import join_names, records_under_duty
from lif.rules.rule import Question, RuleProblem, rule


@rule(
    error(
        "LIF720",
        "a flag that nobody acknowledged",
        "flags of risk were not acknowledged by all they went to",
        "F7.6",
        is_duty=True,
    )
)
def flag_is_acknowledged(question: Question) -> Iterator[RuleProblem]:
    """A flag of risk is acknowledged by each agency and partner it went to, within the working days of its clock."""
    for entry in records_under_duty(question, Flag):
        flag = read_flag(question.snapshot, entry, question.today)
        late = tuple(recipient for recipient in flag.unacknowledged if recipient.clock and recipient.clock.is_owed)
        if late:
            names = join_names(tuple(_recipient_name(recipient) for recipient in late))
            message = f"{_raised(flag)}, and nothing shows that it reached {names}{_due_text(late[0].clock)}"
            hint = "Ask them today; write under `acknowledged` who answered, and when. The others were not reached."
            yield RuleProblem(entry.id, ("acknowledged",), message, hint)


def _recipient_name(recipient: FlagRecipient) -> str:
    return f"{recipient.name} (as a safeguarding partner)" if recipient.as_partner else recipient.name


def _raised(flag: FlagReading) -> str:
    return f"raised {flag.raised}" if flag.raised else "raised"


def _due_text(clock: FlagClock | None) -> str:
    """` (due 2026-09-21, 7 working days over)`; empty where it is not known when the flag was raised."""
    return f" ({clock.said})" if clock and clock.said else ""


@rule(
    error(
        "LIF727",
        "a flag of risk without an answer",
        "flags of risk have had no answer by their day",
        "F7.6",
        is_duty=True,
    )
)
def flag_is_answered(question: Question) -> Iterator[RuleProblem]:
    """A flag of risk is answered within the working days of its clock."""
    for entry in records_under_duty(question, Flag):
        flag = read_flag(question.snapshot, entry, question.today)
        if flag.clock and flag.clock.is_owed and flag.answered is None:
            message = f"{_raised(flag)}, and no answer is recorded{_due_text(flag.clock)}"
            hint = "Ask what was done to make children safe; record its day under `answered`, its words under `answer`."
            yield RuleProblem(entry.id, ("answered",), message, hint)


@rule(
    error(
        "LIF721",
        "a serious risk flagged to no agency or no partner",
        "serious risks were flagged to no agency, or to no safeguarding partner",
        "F7.6",
        is_duty=True,
    )
)
def serious_flag_has_both_addressees(question: Question) -> Iterator[RuleProblem]:
    """A serious risk goes to the agency concerned and to a partner that was a safeguarding partner on that day."""
    for entry in records_under_duty(question, Flag):
        if entry.record.flag_kind is not FlagKind.RISK or not entry.record.serious:
            continue
        for field, whom in (("to", "the agency concerned"), ("partners", "the safeguarding partner")):
            if not getattr(entry.record, field):
                message = f"a serious risk, and {whom} is not named"
                yield RuleProblem(entry.id, (field,), message, f"Name them under `{field}`, and tell them at once.")
        recipients = {
            recipient.agency: recipient for recipient in read_flag(question.snapshot, entry, question.today).reached
        }
        for index, key in enumerate(entry.record.partners):
            if not recipients[key].is_partner:
                message = f"{recipients[key].name} was not a safeguarding partner when this was raised"
                hint = "Name a safeguarding partner, or correct the roles in records/partnership.yaml."
                yield RuleProblem(entry.id, ("partners", index), message, hint)


@rule(
    error(
        "LIF722",
        "a serious risk that nobody flagged",
        "findings mean serious risk, and nobody has flagged it",
        "F7.6",
        is_duty=True,
    )
)
def serious_finding_is_flagged(question: Question) -> Iterator[RuleProblem]:
    """A finding of serious risk has a flag that rests on it, unless a later finding supersedes it."""
    flagged = {
        record_id for flag in question.snapshot.of(Flag) for record_id in flag.record.from_records
    } | question.cited_unread
    for entry in records_under_duty(question, Finding):
        stands = entry.record.serious_risk and not entry.record.superseded_by
        if stands and not flagged & {entry.id, entry.record.source}:
            hint = f"Write the flag and send it today: lif new flag --from {entry.id}"
            yield RuleProblem(entry.id, ("serious_risk",), "this means serious risk, and no flag rests on it", hint)


@rule(
    warning(
        "LIF723",
        "a flag not reported to the partnership's executive group",
        "flags have not been reported to the partnership's executive group in time",
        "F7.5",
        is_duty=True,
    )
)
def flag_is_reported_to_the_executive(question: Question) -> Iterator[RuleProblem]:
    """Flagged risks and strengths are in the next regular report to the partnership's executive group."""
    under_duty = {entry.id for entry in records_under_duty(question, Flag)}
    for deadline in overdue_deadlines(question.snapshot, question.today, REPORT):
        if deadline.record in under_duty:
            message = f"{deadline.what}: due {deadline.due} ({deadline.why}), and no report to it is recorded"
            hint = "Report it, and write the day under `reported_to_executive`."
            yield RuleProblem(deadline.record, deadline.at, message, hint)


@rule(
    warning(
        "LIF724",
        "a challenge with no day for its answer",
        "challenges set no day for their answer",
        "F3.5",
        "F4.8",
        is_duty=True,
    )
)
def challenge_has_an_answer_date(question: Question) -> Iterator[RuleProblem]:
    """An unanswered challenge has a day for its answer: its own, or that of the stage it reached."""
    without_due = {deadline.record for deadline in challenge_deadlines(question.snapshot) if deadline.due is None}
    for record_id, challenge in _challenges_by_id(question):
        is_fresh = challenge.raised is not None and challenge.raised.latest >= question.today
        if record_id in without_due and challenge.is_unanswered and not is_fresh:
            message = f"not answered{_days_open_text(challenge)}, and no day is set by which it should be"
            hint = "Agree a day and write it under `answer_due`, or record the stage it has reached."
            yield RuleProblem(record_id, ("answer_due",), message, hint)


def _challenges_by_id(question: Question) -> Iterator[tuple[str, ChallengeReading]]:
    for entry in records_under_duty(question, Challenge):
        yield entry.id, read_challenge(question.snapshot, entry, question.today)


def _days_open_text(challenge: ChallengeReading) -> str:
    if challenge.days_open is None:
        return ""
    return f", {challenge.days_open} {'day' if challenge.days_open == 1 else 'days'} after it was raised"


@rule(
    warning(
        "LIF725",
        "a challenge that ended with nothing said",
        "challenges were answered or closed, and what came of them is not said",
        "F3.5",
        "F4.8",
        is_duty=True,
    )
)
def challenge_has_an_outcome(question: Question) -> Iterator[RuleProblem]:
    """An answered challenge records the answer; a closed challenge records what changed."""
    for record_id, challenge in _challenges_by_id(question):
        if challenge.answered and not challenge.response:
            information_note = "; it asked for information" if challenge.owes_information else ""
            message = f"answered {challenge.answered}, and the answer is not recorded{information_note}"
            yield RuleProblem(
                record_id, ("answered",), message, "Say under `response` what the answer was, also where it was no."
            )
        if challenge.closed and not challenge.outcome:
            message = f"closed {challenge.closed}, and what changed because of it is not recorded"
            yield RuleProblem(
                record_id, ("closed",), message, "Say it under `outcome`; that nothing changed is an outcome too."
            )


@rule(
    warning(
        "LIF726",
        "a formal stage without the stages before it",
        "challenges reached a formal stage, and the stages before it are not recorded",
        "F3.5",
        is_duty=True,
    )
)
def formal_stage_follows_the_informal_stages(question: Question) -> Iterator[RuleProblem]:
    """The informal stages before a formal stage are recorded: escalation begins with a conversation."""
    partnership = question.snapshot.partnership
    informal_stages = (
        tuple(
            escalation_stage.stage.value for escalation_stage in partnership.escalation if not escalation_stage.formal
        )
        if partnership
        else ()
    )
    for record_id, challenge in _challenges_by_id(question):
        stages_reached = {step.stage for step in challenge.steps}
        for index, step in enumerate(challenge.steps):
            missing = tuple(stage for stage in informal_stages if stage < step.stage and stage not in stages_reached)
            if step.is_formal and missing:
                message = f"stage {step.stage} is formal; stage {join_names(missing)} before it: not recorded"
                hint = "Record the earlier stages with their days; if they were passed over, accept that under `allow`."
                yield RuleProblem(record_id, ("stages", index), message, hint)
                break


RULES = (
    flag_is_acknowledged,
    flag_is_answered,
    serious_flag_has_both_addressees,
    serious_finding_is_flagged,
    flag_is_reported_to_the_executive,
    challenge_has_an_answer_date,
    challenge_has_an_outcome,
    formal_stage_follows_the_informal_stages,
)
