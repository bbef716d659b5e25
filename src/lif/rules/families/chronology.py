"""Rules on dates: they are in a possible order, and moved due dates are documented.

An order is reported only where it is certainly wrong: a month is never compared with a day in it.
"""

from collections.abc import Iterator
from datetime import date

from lif.analysis.chronology.date_order import dates_out_of_order, future_dates, reversed_spans
from lif.analysis.chronology.record_date import work_start
from lif.analysis.chronology.succession import reversed_links
from lif.analysis.duties.groups import with_group_names
from lif.analysis.impact.measure_result import repeats_reading
from lif.diagnostics.code import error, warning
from lif.diagnostics.location import FieldPath, spelled
from lif.model.kinds.action import Action, Measure
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.finding import Finding
from lif.model.period import When
from lif.rules.rule import Question, RuleProblem, rule

_HINT = "Correct the one that is wrong; where only a month or a year is known, write no more than that."


@rule(
    error(
        "LIF401",
        "dates in an order that cannot be",
        "records hold dates in an order that cannot be",
        "F1.3",
        "F6.7",
    )
)
def dates_are_in_order(question: Question) -> Iterator[RuleProblem]:
    """The dates of a record are in order: it is not completed before it began, or closed before it was done."""
    for entry in question.snapshot.entries.values():
        for first, second in dates_out_of_order(entry.record):
            message = (
                f"{second.what} {second.when} (`{spelled(second.at)}`), "
                f"before it was {first.what} {first.when} (`{spelled(first.at)}`)"
            )
            named = with_group_names(question.snapshot.partnership, message, question.today)
            yield RuleProblem(entry.id, second.at, named, _HINT)


@rule(error("LIF402", "a span that ends before it begins", "spans end before they begin", "F4.1"))
def spans_end_after_they_begin(question: Question) -> Iterator[RuleProblem]:
    """A span of time ends no earlier than it begins."""
    for entry in question.snapshot.entries.values():
        for at, since, until in reversed_spans(entry.record):
            message = f"ends {until} (`until`), before it begins {since} (`since`)"
            yield RuleProblem(entry.id, (*at, "until"), message, _HINT)


@rule(
    error(
        "LIF403",
        "something that has happened, dated in the future",
        "things said to have happened are dated in the future",
        "F1.2",
    )
)
def past_events_are_not_in_the_future(question: Question) -> Iterator[RuleProblem]:
    """The date of an event that has happened is not after today."""
    for entry in question.snapshot.entries.values():
        for at, when in future_dates(entry.record, question.today):
            message = f"`{spelled(at)}` says that it has happened, and {when} lies after today, {question.today}"
            hint = "Leave it out until it has happened; what is still to come stands under `due` or `planned`."
            yield RuleProblem(entry.id, at, message, hint)


@rule(
    error(
        "LIF404",
        "a moved due date that does not match",
        "due dates were moved, and what was written does not match",
        "F4.2",
    )
)
def moves_lead_to_the_due_date(question: Question) -> Iterator[RuleProblem]:
    """Each move of a due date starts from the date of the move before, and the last leads to `due`."""
    for entry in question.snapshot.of(Action):
        action = entry.record
        previous_due: date | None = None
        for index, move in enumerate(action.moved):
            at: FieldPath = ("moved", index)
            if move.since == move.to:
                yield RuleProblem(
                    entry.id, (*at, "to"), f"moved from {move.since} to the same day", "Take this move out."
                )
            if previous_due is not None and move.since != previous_due:
                message = f"moved from {move.since} (`since`), but the move before it led to {previous_due} (`to`)"
                yield RuleProblem(
                    entry.id, (*at, "since"), message, "Put the moves in order, oldest first, or add the one missing."
                )
            previous_due = move.to
        if previous_due is not None and action.due != previous_due:
            due_text = f"`due` says {action.due}" if action.due else "`due` is not there"
            message = f"the last move leads to {previous_due} (`to`), and {due_text}"
            yield RuleProblem(
                entry.id,
                ("moved", len(action.moved) - 1, "to"),
                message,
                f"Write `due: {previous_due}`, or add the move.",
            )


_MANY_MOVES = 3


@rule(
    warning(
        "LIF405",
        "a due date moved again and again, or without a reason",
        "due dates were moved again and again, or without a reason",
        "F4.2",
    )
)
def moves_have_a_reason(question: Question) -> Iterator[RuleProblem]:
    """A due date is moved with a reason, and fewer than three times."""
    for entry in question.snapshot.of(Action):
        moves = entry.record.moved
        for index, move in enumerate(moves):
            if not move.reason and question.snapshot.is_own:
                message = f"moved from {move.since} to {move.to}; why: {question.snapshot.absent}"
                yield RuleProblem(
                    entry.id, ("moved", index), message, "Say why under `reason`, and who agreed under `by`."
                )
        if len(moves) >= _MANY_MOVES:
            message = f"moved {len(moves)} times, from {moves[0].since} to {moves[-1].to}"
            hint = "Ask the group whether it is still the right action, with the right owner and what it needs."
            yield RuleProblem(entry.id, ("moved",), message, hint)


@rule(
    error(
        "LIF406",
        "a follow-up before the baseline or before the work",
        "measures were followed up before the baseline, or before the work began",
        "F7.2",
        "F7.3",
    )
)
def follow_up_comes_after(question: Question) -> Iterator[RuleProblem]:
    """A follow-up is taken after the baseline and after the work began."""
    for entry in question.snapshot.of(Action):
        action_start = entry.record.started or entry.record.agreed
        start_field = "started" if entry.record.started else "agreed"
        for index, measure in enumerate(entry.record.measures):
            yield from _early_follow_up(entry.id, measure, ("measures", index), action_start, start_field)
    for evaluation in question.snapshot.of(Evaluation):
        yield from _early_follow_up(evaluation.id, evaluation.record, (), None, "")


def _early_follow_up(
    record: str, part: Measure | Evaluation, at: FieldPath, action_start: When | None, start_field: str
) -> Iterator[RuleProblem]:
    if part.follow_up is None or (part.baseline and repeats_reading(part.baseline, part.follow_up)):
        return
    follow_up_date, baseline_date = part.follow_up.date, part.baseline.date if part.baseline else None
    date_path = (*at, "follow_up", "date")
    if follow_up_date is not None and baseline_date is not None and follow_up_date.is_before(baseline_date):
        message = (
            f"taken again {follow_up_date} (`follow_up.date`), before the baseline of {baseline_date} (`baseline.date`)"
        )
        yield RuleProblem(record, date_path, message, "Put the earlier reading under `baseline`, or correct the date.")
    elif follow_up_date is not None and action_start is not None and follow_up_date.is_before(action_start):
        message = (
            f"taken again {follow_up_date} (`follow_up.date`), before the action began {action_start} (`{start_field}`)"
        )
        yield RuleProblem(record, date_path, message, "Nothing had been done yet: that reading is a baseline.")


@rule(
    error(
        "LIF407",
        "an evaluation before what it evaluates",
        "evaluations are dated before what they evaluate began",
        "F3.7",
        "F7.2",
    )
)
def evaluation_comes_after(question: Question) -> Iterator[RuleProblem]:
    """An evaluation is dated after the start of what it evaluates."""
    for entry in question.snapshot.of(Evaluation):
        evaluation_date = entry.record.date
        for index, target in enumerate(entry.record.of):
            evaluated = question.snapshot.entries.get(target)
            start = work_start(evaluated.record) if evaluated else None
            if evaluation_date is not None and start is not None and evaluation_date.is_before(start):
                message = f"made {evaluation_date} (`date`), before {target} began {start}"
                yield RuleProblem(entry.id, ("of", index), message, _HINT)


@rule(
    error(
        "LIF408",
        "a finding before its source began",
        "findings are dated before the review or audit they come from began",
        "F1.2",
    )
)
def finding_comes_after_its_source(question: Question) -> Iterator[RuleProblem]:
    """A finding is dated after the start of the review, audit or inspection it comes from."""
    for entry in question.snapshot.of(Finding):
        source = question.snapshot.entries.get(entry.record.source)
        source_start = work_start(source.record) if source else None
        finding_date = entry.record.date
        if finding_date is not None and source_start is not None and finding_date.is_before(source_start):
            message = f"found {finding_date} (`date`), before its source {entry.record.source} began {source_start}"
            yield RuleProblem(entry.id, ("date",), message, _HINT)


@rule(
    error(
        "LIF409",
        "a record that follows a later one",
        "records say that they follow something later",
        "F4.7",
        "F6.4",
    )
)
def following_record_is_later(question: Question) -> Iterator[RuleProblem]:
    """A record that supersedes, repeats or follows another is no earlier than that record."""
    for record, link in reversed_links(question.snapshot):
        side = "before" if link.own.is_before(link.other) else "after"
        message = f"dated {link.own}, {side} {link.cited} {link.says}, which is dated {link.other}"
        yield RuleProblem(record, link.at, message, "Correct a date, or turn the two round.")


@rule(
    warning(
        "LIF410",
        "closed before anything showed a difference",
        "actions were closed before anything showed a difference",
        "F7.2",
        "F7.4",
    )
)
def evidence_comes_before_closing(question: Question) -> Iterator[RuleProblem]:
    """The evidence of a closed action is not all later than its closing, which cannot have rested on it."""
    evaluations = {entry.id: entry.record.date for entry in question.snapshot.of(Evaluation)}
    for entry in question.snapshot.of(Action):
        action = entry.record
        if action.closed is None:
            continue
        evaluation_dates = (
            evaluations.get(citing.id)
            for citing, citation in question.snapshot.cited_by.get(entry.id, ())
            if citation.at[0] == "of"
        )
        evidence_dates = [
            *(measure.follow_up.date for measure in action.measures if measure.follow_up),
            *(evidence.date for evidence in action.evidence),
            *evaluation_dates,
        ]
        if evidence_dates and all(when and action.closed.is_before(when) for when in evidence_dates):
            first_date = min((when for when in evidence_dates if when), key=lambda when: when.earliest)
            message = (
                f"closed {action.closed} (`closed`), and the first thing that shows a difference is dated {first_date}"
            )
            hint = "Keep the true dates. If the group looked again on that later day, that is the day it was closed."
            yield RuleProblem(entry.id, ("closed",), message, hint)


RULES = (
    dates_are_in_order,
    spans_end_after_they_begin,
    past_events_are_not_in_the_future,
    moves_lead_to_the_due_date,
    moves_have_a_reason,
    follow_up_comes_after,
    evaluation_comes_after,
    finding_comes_after_its_source,
    following_record_is_later,
    evidence_comes_before_closing,
)
