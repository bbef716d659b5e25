"""Rules on deadlines: dates of the guidance, and days the partnership set itself, that have certainly passed."""

from collections.abc import Iterator

from lif.analysis.deadlines.deadline import Deadline, DeadlineState
from lif.analysis.deadlines.every_deadline import overdue_deadlines
from lif.analysis.deadlines.statutory_clocks import review_clocks
from lif.diagnostics.code import error, warning
from lif.model.kinds.review import Review
from lif.rules.rule import Question, RuleProblem, rule

_LATE = {DeadlineState.OVERDUE, DeadlineState.MET_LATE}


def _late_reviews(question: Question, clock: str, hint: str) -> Iterator[RuleProblem]:
    """Problems with reviews that missed a deadline of the guidance."""
    for deadline in review_clocks(question.snapshot, question.today):
        if deadline.kind == clock and deadline.state in _LATE:
            yield RuleProblem(deadline.record, deadline.at, _deadline_message(deadline), hint)


def _overdue_deadlines(question: Question, hint: str, *kinds: str) -> Iterator[RuleProblem]:
    """Problems with deadlines of the partnership that have passed."""
    for deadline in overdue_deadlines(question.snapshot, question.today, *kinds):
        yield RuleProblem(deadline.record, deadline.at, _deadline_message(deadline), hint)


def _deadline_message(deadline: Deadline) -> str:
    done_text = f"done {deadline.met}" if deadline.met else "not recorded as done"
    reason = f" ({deadline.why})" if deadline.why else ""
    return f"{deadline.what}: due {deadline.due}, {done_text}{reason}"


@rule(
    warning(
        "LIF701",
        "the Panel notified late, or not at all",
        "reviews show a notification after its deadline, or none",
        "F6.1",
        "F6.7",
        is_duty=True,
    )
)
def panel_is_notified_in_time(question: Question) -> Iterator[RuleProblem]:
    """A serious incident is notified to the national Panel within the working days of the guidance in force then."""
    hint = "Notify the Panel now if nobody has, and record the true date under `life.notified`."
    yield from _late_reviews(question, "notification", hint)


@rule(
    warning(
        "LIF702",
        "a rapid review late, or not sent",
        "rapid reviews were sent to the Panel after their deadline, or not at all",
        "F6.1",
        "F6.7",
        is_duty=True,
    )
)
def rapid_reviews_are_in_time(question: Question) -> Iterator[RuleProblem]:
    """A rapid review is sent to the Panel in time, counted from the event that the partnership counts from."""
    hint = "Record the true date under `life.rapid_review_sent`; say to the Panel why it is late."
    yield from _late_reviews(question, "rapid-review", hint)


@rule(
    warning(
        "LIF703",
        "published late, without a reason",
        "reviews were published late or not at all, and nothing says why",
        "F1.4",
        "F6.7",
        is_duty=True,
    )
)
def late_publication_has_a_reason(question: Question) -> Iterator[RuleProblem]:
    """A practice review is published within the months of the guidance in force then, or it says why not."""
    reasons = {entry.id for entry in question.snapshot.of(Review) if entry.record.publication_because}
    hint = "Say why in `publication_because`: a criminal trial, say, and what was improved meanwhile."
    yield from (
        rule_problem
        for rule_problem in _late_reviews(question, "publication", hint)
        if rule_problem.record not in reasons
    )


@rule(
    warning(
        "LIF704",
        "taken down too early",
        "reviews were taken down before the time they have to stay public",
        "F1.4",
        is_duty=True,
    )
)
def reviews_stay_public(question: Question) -> Iterator[RuleProblem]:
    """A published review stays public for as long as the guidance in force at its publication requires."""
    for deadline in review_clocks(question.snapshot, question.today):
        if deadline.state is DeadlineState.TOO_EARLY:
            message = f"taken down {deadline.met}; it has to stay public until {deadline.due} ({deadline.why})"
            yield RuleProblem(
                deadline.record, deadline.at, message, "Publish it again, or correct the date it was taken down."
            )


@rule(
    warning(
        "LIF705",
        "the report to the partnership's executive group is overdue",
        "reports to the partnership's executive group are overdue",
        "F7.5",
        is_duty=True,
    )
)
def executive_report_is_in_time(question: Question) -> Iterator[RuleProblem]:
    """Risks and strengths are reported to the executive group every six months, or as often as was agreed."""
    hint = "Report, then add the date under `reports_made`; how often is `report_periods.executive_months`."
    yield from _overdue_deadlines(question, hint, "executive-report")


@rule(
    warning(
        "LIF706", "the review of the framework is overdue", "reviews of the framework are overdue", "F8.1", is_duty=True
    )
)
def framework_is_reviewed_in_time(question: Question) -> Iterator[RuleProblem]:
    """The framework and its impact are reviewed every year, or by the day that was set."""
    hint = "Review it, then add the date under `reports_made`, and the next day under `framework.review_due`."
    yield from _overdue_deadlines(question, hint, "framework-review")


@rule(warning("LIF707", "a yearly report is overdue", "yearly reports are overdue", "F7.7", is_duty=True))
def yearly_reports_are_in_time(question: Question) -> Iterator[RuleProblem]:
    """The yearly report is published by the day that the guidance in force at the end of the year sets."""
    hint = "Publish it, then add it under `reports_made` with the year it `covers`, written 2018-19."
    yield from _overdue_deadlines(question, hint, "yearly-report")


@rule(
    warning("LIF708", "an assessment not returned", "assessments were not returned by their day", "F4.11", is_duty=True)
)
def assessments_are_returned(question: Question) -> Iterator[RuleProblem]:
    """An agency returns its self-assessment by the day that was set."""
    yield from _overdue_deadlines(question, "Ask the agency; record under `returned` when it comes.", "assessment")


@rule(
    warning("LIF709", "an action past its day", "actions are past their day and not done", "F4.2", "F7.1", is_duty=True)
)
def actions_are_done_by_their_day(question: Question) -> Iterator[RuleProblem]:
    """An action is done by its due date, or the group moves the date and says why."""
    hint = "Record `done`; or agree a new `due` and keep the old one under `moved`, with the reason."
    yield from _overdue_deadlines(question, hint, "action")


@rule(
    warning(
        "LIF710",
        "a challenge without an answer",
        "challenges have had no answer by their day",
        "F4.8",
        "F3.5",
        is_duty=True,
    )
)
def challenges_are_answered(question: Question) -> Iterator[RuleProblem]:
    """A professional challenge is answered by the day that was set, or within the working days of its stage."""
    hint = "Ask for the answer and record it; or escalate, and add the stage reached under `stages`."
    yield from _overdue_deadlines(question, hint, "challenge")


@rule(
    error(
        "LIF711",
        "an edition of the guidance that lif does not know",
        "periods name an edition of the guidance that lif does not know",
        "F6.1",
        is_duty=True,
    )
)
def guidance_editions_are_known(question: Question) -> Iterator[RuleProblem]:
    """Every edition of the guidance that the partnership names ships with the program."""
    known = [edition.name for edition in question.snapshot.guidance]
    partnership = question.snapshot.partnership
    for index, period in enumerate(partnership.guidance if partnership else ()):
        if period.edition not in known:
            message = f"the edition `{period.edition}` is not known: nothing is judged in its time"
            yield RuleProblem(
                "partnership", ("guidance", index, "edition"), message, f"Write one of: {', '.join(known)}."
            )


RULES = (
    panel_is_notified_in_time,
    rapid_reviews_are_in_time,
    late_publication_has_a_reason,
    reviews_stay_public,
    executive_report_is_in_time,
    framework_is_reviewed_in_time,
    yearly_reports_are_in_time,
    assessments_are_returned,
    actions_are_done_by_their_day,
    challenges_are_answered,
    guidance_editions_are_known,
)
