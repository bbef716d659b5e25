"""Rules on impact: actions are closed on what changed, and their own figures do not contradict their claims."""

from collections.abc import Iterator

from lif.analysis.impact.closing_gate import Shown, ShownBy, shown_to_close
from lif.analysis.impact.measure_result import (
    is_no_better,
    reaches_target,
    reading_in_words,
    repeats_reading,
)
from lif.diagnostics.code import error, warning
from lif.model.kinds.action import Action, Measure
from lif.model.kinds.evaluation import Evaluation
from lif.model.record import Reading
from lif.model.snapshot import Entry
from lif.model.vocabulary import Outcome
from lif.rules.rule import Question, RuleProblem, rule

_CLAIMED = {Outcome.ACHIEVED, Outcome.PARTLY}


@rule(
    error(
        "LIF513",
        "cannot tell, without a reason",
        "actions say that it cannot be told, and not why",
        "F7.2",
        "F7.4",
        waits_for_drafts=True,
    )
)
def cannot_tell_has_a_reason(question: Question) -> Iterator[RuleProblem]:
    """An action with the outcome cannot-tell says why."""
    for entry in question.snapshot.of(Action):
        if entry.record.outcome is Outcome.CANNOT_TELL and not entry.record.outcome_because:
            message = "the outcome is that it cannot be told, and nothing says why"
            hint = "Write in `outcome_because` what was not measured, or what else changed at the same time."
            yield RuleProblem(entry.id, ("outcome",), message, hint)


@rule(
    error(
        "LIF514",
        "closed on attendance or delivery",
        "actions were closed on attendance or delivery alone",
        "F4.6",
        "F7.2",
        "F7.4",
        waits_for_drafts=True,
    )
)
def closed_on_more_than_attendance(question: Question) -> Iterator[RuleProblem]:
    """Attendance and delivery are activity; an action is closed on what people did differently."""
    for entry, shown in _closed_claims(question):
        activity = [one.text for one in shown if one.by is ShownBy.ACTIVITY]
        if activity:
            message = f"closed {entry.record.closed} on activity alone: {'; '.join(dict.fromkeys(activity))}"
            hint = "Take a measure of practice or of what changed for children, or say `outcome: cannot-tell` and why."
            yield RuleProblem(entry.id, ("closed",), message, hint)


@rule(
    error(
        "LIF553",
        "closed on evidence that names no record",
        "actions were closed on evidence that names no record",
        "F4.6",
        "F7.2",
        "F7.4",
        waits_for_drafts=True,
    )
)
def closed_on_more_than_unnamed_evidence(question: Question) -> Iterator[RuleProblem]:
    """Evidence that names no record can be looked up by no reader, and closes no action alone."""
    for entry, shown in _closed_claims(question):
        if all(one.by is ShownBy.UNNAMED for one in shown):
            texts = "; ".join(dict.fromkeys(one.text for one in shown))
            message = f"closed {entry.record.closed}, and its only evidence names no record: {texts}"
            hint = (
                "Take the measure again, or name under `evidence` the audit, feedback, figure or evaluation that shows"
                " the difference; or say `outcome: cannot-tell` and why."
            )
            yield RuleProblem(entry.id, ("closed",), message, hint)


def _closed_claims(question: Question) -> Iterator[tuple[Entry[Action], tuple[Shown, ...]]]:
    """Closed actions that claim a change on something that is no look at practice, with what they rest on."""
    for entry in question.snapshot.of(Action):
        action = entry.record
        if action.closed is None or action.outcome in {Outcome.CANNOT_TELL, Outcome.NOT_ACHIEVED}:
            continue
        shown = shown_to_close(question.snapshot, entry)
        if shown and not any(one.by is ShownBy.LOOK for one in shown) and entry.id not in question.cited_unread:
            yield entry, shown


@rule(
    error(
        "LIF515",
        "achieved against its own figures",
        "actions claim to have achieved what their own figures contradict",
        "F7.2",
        "F7.3",
        waits_for_drafts=True,
    )
)
def achieved_outcome_fits_the_figures(question: Question) -> Iterator[RuleProblem]:
    """An achieved action met its targets, and its figures are better than its baselines."""
    for entry in question.snapshot.of(Action):
        if entry.record.outcome is Outcome.ACHIEVED:
            for index, measure in enumerate(entry.record.measures):
                message = _contradiction(measure)
                if message:
                    hint = "Write `partly`, `not-achieved` or `cannot-tell`, with the reason in `outcome_because`."
                    yield RuleProblem(entry.id, ("measures", index, "follow_up"), f"achieved, but {message}", hint)


def _contradiction(measure: Measure) -> str:
    before, after = measure.baseline, measure.follow_up
    if after is None:
        return ""
    if reaches_target(measure.target, after) is False:
        return f'"{measure.what}" is {reading_in_words(after)}, and the target was {measure.target}'
    if before is not None and is_no_better(before, after, measure.target) and not repeats_reading(before, after):
        return f'"{measure.what}" is no better: {reading_in_words(before)} before, {reading_in_words(after)} now'
    return ""


@rule(
    warning(
        "LIF516",
        "achieved with nothing to hold it against",
        "actions claim to have achieved something that no target or baseline can show",
        "F7.3",
        waits_for_drafts=True,
    )
)
def achieved_outcome_has_target_and_baseline(question: Question) -> Iterator[RuleProblem]:
    """An achieved action has a target and a baseline to compare its follow-up with."""
    for entry in question.snapshot.of(Action):
        followed_up = [measure for measure in entry.record.measures if measure.follow_up]
        if entry.record.outcome is not Outcome.ACHIEVED or not followed_up or not question.snapshot.is_own:
            continue
        missing = [
            *(["a target"] if not any(measure.target for measure in followed_up) else []),
            *(["a baseline"] if not any(measure.baseline for measure in followed_up) else []),
        ]
        if missing:
            message = (
                f"achieved, and no measure that was taken again has {' or '.join(missing)}: {question.snapshot.absent}"
            )
            hint = (
                "Say what was agreed at the start and how it was before; if nobody did, the honest word is cannot-tell."
            )
            yield RuleProblem(entry.id, ("outcome",), message, hint)


@rule(
    error(
        "LIF517",
        "a follow-up that does not follow",
        "follow-ups repeat the baseline, or were taken before the work was done",
        "F7.2",
        "F7.3",
        waits_for_drafts=True,
    )
)
def follow_up_is_a_second_reading(question: Question) -> Iterator[RuleProblem]:
    """A follow-up is a second reading, taken after the work was done."""
    for entry in question.snapshot.of(Action):
        for index, measure in enumerate(entry.record.measures):
            yield from _repeated_baseline(entry.id, ("measures", index), measure.baseline, measure.follow_up)
        yield from _early_follow_ups(entry)
    for evaluation in question.snapshot.of(Evaluation):
        yield from _repeated_baseline(evaluation.id, (), evaluation.record.baseline, evaluation.record.follow_up)


def _repeated_baseline(
    record: str, at: tuple[str | int, ...], before: Reading | None, after: Reading | None
) -> Iterator[RuleProblem]:
    if before is not None and after is not None and repeats_reading(before, after):
        source_text = f", from {before.record}" if before.record else ""
        message = f"the follow-up is the baseline again: {reading_in_words(before)}{source_text}"
        yield RuleProblem(
            record, (*at, "follow_up"), message, "Take the measure again, or leave the follow-up out until you have."
        )


def _early_follow_ups(entry: Entry[Action]) -> Iterator[RuleProblem]:
    """A problem where a closed action claims a change and all follow-ups were taken before the work was done."""
    action = entry.record
    follow_up_dates = {
        index: measure.follow_up.date
        for index, measure in enumerate(action.measures)
        if measure.follow_up and measure.follow_up.date
        if measure.baseline is None or not repeats_reading(measure.baseline, measure.follow_up)
    }
    if action.closed is None or action.done is None or action.outcome not in _CLAIMED or not follow_up_dates:
        return
    if all(when.is_before(action.done) for when in follow_up_dates.values()):
        index, latest = max(follow_up_dates.items(), key=lambda index_and_date: index_and_date[1].latest)
        message = f"taken again {latest} (`follow_up.date`), before the work was done {action.done} (`done`)"
        hint = "Take the measure again, now that the work is done; the reading in between belongs under `progress`."
        yield RuleProblem(entry.id, ("measures", index, "follow_up"), message, hint)


@rule(
    warning(
        "LIF519",
        "closed without an outcome",
        "actions were closed without saying what came of them",
        "F7.2",
        waits_for_drafts=True,
    )
)
def closed_action_has_an_outcome(question: Question) -> Iterator[RuleProblem]:
    """A closed action with evidence states its outcome; LIF512 covers closed actions without evidence."""
    for entry in question.snapshot.of(Action):
        action = entry.record
        shows = action.evidence or any(measure.follow_up for measure in action.measures)
        if action.closed and action.outcome is None and shows and question.snapshot.is_own:
            message = f"closed {action.closed}; what came of it: {question.snapshot.absent}"
            hint = "Write `outcome`: achieved, partly, not-achieved or cannot-tell, and on what that rests."
            yield RuleProblem(entry.id, ("closed",), message, hint)


RULES = (
    cannot_tell_has_a_reason,
    closed_on_more_than_attendance,
    closed_on_more_than_unnamed_evidence,
    achieved_outcome_fits_the_figures,
    achieved_outcome_has_target_and_baseline,
    follow_up_is_a_second_reading,
    closed_action_has_an_outcome,
)
