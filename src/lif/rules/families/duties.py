"""Flags and challenges: serious risk reaches those who must know, and whoever is challenged answers."""

from collections.abc import Iterator

from lif.analysis.deadlines.answers_due import challenges
from lif.analysis.duties.challenges import ChallengeRead, read_challenge
from lif.analysis.duties.flags import Reached, read_flag
from lif.diagnostics.code import error, warning
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.finding import Finding
from lif.model.kinds.flag import Flag
from lif.model.kinds.partnership import ReportPeriods
from lif.model.period import months_between
from lif.model.vocabulary import FlagKind
from lif.rules.applicability import listed, owing
from lif.rules.rule import Found, Question, rule


@rule(
    error(
        "LIF720",
        "a flag that nobody acknowledged",
        "flags of risk were not acknowledged by all they went to",
        "F7.6",
        is_duty=True,
    )
)
def flag_is_acknowledged(question: Question) -> Iterator[Found]:
    """From the day after it was raised, each agency and partner a risk was flagged to has said that it arrived."""
    for entry in owing(question, Flag):
        flag = read_flag(question.snapshot, entry, question.today)
        is_fresh = flag.raised is not None and flag.raised.latest >= question.today
        if entry.record.flag_kind is not FlagKind.RISK or is_fresh or not flag.unacknowledged:
            continue
        raised = f"raised {flag.raised}" if flag.raised else "raised"
        names = listed(tuple(_named(one) for one in flag.unacknowledged))
        hint = "Ask them today; write under `acknowledged` who answered, and when. If they did not, it has not arrived."
        yield Found(entry.id, ("acknowledged",), f"{raised}, and nothing shows that it reached {names}", hint)


def _named(one: Reached) -> str:
    return f"{one.name} (as a safeguarding partner)" if one.as_partner else one.name


@rule(
    error(
        "LIF721",
        "a serious risk flagged to no agency or no partner",
        "serious risks were flagged to no agency, or to no safeguarding partner",
        "F7.6",
        is_duty=True,
    )
)
def serious_flag_has_both_addressees(question: Question) -> Iterator[Found]:
    """A serious risk goes to the agency concerned and to a safeguarding partner, who is one on that day."""
    for entry in owing(question, Flag):
        if entry.record.flag_kind is not FlagKind.RISK or not entry.record.serious:
            continue
        for field, whom in (("to", "the agency concerned"), ("partners", "the safeguarding partner")):
            if not getattr(entry.record, field):
                says = f"a serious risk, and {whom} is not named"
                yield Found(entry.id, (field,), says, f"Name them under `{field}`, and tell them at once.")
        reached = {one.agency: one for one in read_flag(question.snapshot, entry, question.today).reached}
        for index, key in enumerate(entry.record.partners):
            if not reached[key].is_partner:
                says = f"{reached[key].name} was not a safeguarding partner when this was raised"
                hint = "Name a safeguarding partner, or correct the roles in records/partnership.yaml."
                yield Found(entry.id, ("partners", index), says, hint)


@rule(
    error(
        "LIF722",
        "a serious risk that nobody flagged",
        "findings mean serious risk, and nobody has flagged it",
        "F7.6",
        is_duty=True,
    )
)
def serious_finding_is_flagged(question: Question) -> Iterator[Found]:
    """A finding of serious risk has a flag that rests on it, as long as no later finding says that the risk is over."""
    flagged = {one for flag in question.snapshot.of(Flag) for one in flag.record.from_records} | question.cited_unread
    for entry in owing(question, Finding):
        stands = entry.record.serious_risk and not entry.record.superseded_by
        if stands and not flagged & {entry.id, entry.record.source}:
            hint = f"Write the flag and send it today: lif new flag --from {entry.id}"
            yield Found(entry.id, ("serious_risk",), "this means serious risk, and no flag rests on it", hint)


@rule(
    warning(
        "LIF723",
        "a flag the Executive never heard of",
        "flags have not been reported to the Executive in time",
        "F7.5",
        is_duty=True,
    )
)
def executive_hears_of_flags(question: Question) -> Iterator[Found]:
    """Risks and strengths that were flagged stand in the next regular report to the Executive."""
    partnership = question.snapshot.partnership
    months = (partnership.report_periods if partnership else ReportPeriods()).executive_months
    for entry in owing(question, Flag):
        flag = entry.record
        if flag.raised is None or flag.reported_to_executive is not None:
            continue
        since = months_between(flag.raised.latest, question.today)
        if since >= months:
            says = (
                f"raised {flag.raised}, {since} months ago; the Executive hears of risks and strengths every {months}"
            )
            yield Found(
                entry.id,
                ("reported_to_executive",),
                f"{says}, and no report to it is recorded",
                "Report it, and write the day under `reported_to_executive`.",
            )


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
def challenge_has_a_day(question: Question) -> Iterator[Found]:
    """A challenge that is not answered has a day by which it should be: its own, or that of the stage it reached."""
    without = {one.record for one in challenges(question.snapshot) if one.due is None}
    for entry, read in _challenges(question):
        is_fresh = read.raised is not None and read.raised.latest >= question.today
        if entry in without and read.is_unanswered and not is_fresh:
            says = f"not answered{_open(read)}, and no day is set by which it should be"
            hint = "Agree a day and write it under `answer_due`, or record the stage it has reached."
            yield Found(entry, ("answer_due",), says, hint)


def _challenges(question: Question) -> Iterator[tuple[str, ChallengeRead]]:
    for entry in owing(question, Challenge):
        yield entry.id, read_challenge(question.snapshot, entry, question.today)


def _open(read: ChallengeRead) -> str:
    if read.days_open is None:
        return ""
    return f", {read.days_open} {'day' if read.days_open == 1 else 'days'} after it was raised"


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
def challenge_ends_in_something(question: Question) -> Iterator[Found]:
    """An answered challenge says what the answer was; a closed one, what changed."""
    for entry, read in _challenges(question):
        if read.answered and not read.response:
            wanted = "; it asked for information" if read.owes_information else ""
            says = f"answered {read.answered}, and the answer is not recorded{wanted}"
            yield Found(entry, ("answered",), says, "Say under `response` what the answer was, also where it was no.")
        if read.closed and not read.outcome:
            says = f"closed {read.closed}, and what changed because of it is not recorded"
            yield Found(entry, ("closed",), says, "Say it under `outcome`; that nothing changed is an outcome too.")


@rule(
    warning(
        "LIF726",
        "a formal stage without the stages before it",
        "challenges reached a formal stage, and the stages before it are not recorded",
        "F3.5",
        is_duty=True,
    )
)
def formal_stage_follows_the_informal(question: Question) -> Iterator[Found]:
    """Escalation begins with a conversation: a formal stage has the informal ones before it, with their days."""
    partnership = question.snapshot.partnership
    informal = tuple(one.stage.value for one in partnership.escalation if not one.formal) if partnership else ()
    for entry, read in _challenges(question):
        reached = {step.stage for step in read.steps}
        for index, step in enumerate(read.steps):
            missing = tuple(stage for stage in informal if stage < step.stage and stage not in reached)
            if step.is_formal and missing:
                says = f"stage {step.stage} is formal; stage {listed(missing)} before it: not recorded"
                hint = "Record the earlier stages with their days; if they were passed over, accept that under `allow`."
                yield Found(entry, ("stages", index), says, hint)
                break


RULES = (
    flag_is_acknowledged,
    serious_flag_has_both_addressees,
    serious_finding_is_flagged,
    executive_hears_of_flags,
    challenge_has_a_day,
    challenge_ends_in_something,
    formal_stage_follows_the_informal,
)
