"""Rules on evidence: claims rest on counts, measures and follow-ups, and people on both sides were heard."""

from collections.abc import Iterator

from lif.analysis.chronology.record_date import work_start
from lif.analysis.lines.whose_work import own_activities
from lif.diagnostics.code import error, warning
from lif.diagnostics.location import FieldPath
from lif.model.kinds.action import Action, Measure
from lif.model.kinds.audit import Audit, Result
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.finding import Finding
from lif.model.record import Reading
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Direction, Outcome, Whose
from lif.rules.rule import Question, RuleProblem, rule


@rule(
    error(
        "LIF501",
        "more cases met than there were",
        "counts say that more met a standard than there were",
        waits_for_drafts=True,
    )
)
def met_is_no_more_than_of(question: Question) -> Iterator[RuleProblem]:
    """The number of cases that met a standard is no higher than the number of cases; both numbers are given."""
    for record, at, part in _case_counts(question.snapshot):
        met, of = part.met, part.of
        if met is not None and of is not None:
            if met > of:
                message = f"met in {met} cases out of {of}"
                yield RuleProblem(record, (*at, "met"), message, "Correct one of the two numbers.")
        elif met is not of and getattr(part, "value", None) is None:
            missing, present = ("met", "of") if met is None else ("of", "met")
            message = f"`{present}` stands here without `{missing}`"
            yield RuleProblem(record, (*at, present), message, "Give both, or neither.")


def _case_counts(snapshot: Snapshot) -> Iterator[tuple[str, FieldPath, Finding | Result | Reading]]:
    """The parts of records that hold counts of cases (`met` out of `of`), each with its record id and path."""
    for finding in snapshot.of(Finding):
        yield finding.id, (), finding.record
    for audit in snapshot.of(Audit):
        yield from ((audit.id, ("results", index), result) for index, result in enumerate(audit.record.results))
    for evaluation in snapshot.of(Evaluation):
        yield from _readings(evaluation.id, evaluation.record, ())
    for action in snapshot.of(Action):
        for index, measure in enumerate(action.record.measures):
            yield from _readings(action.id, measure, ("measures", index))


def _readings(record: str, part: Evaluation | Measure, at: FieldPath) -> Iterator[tuple[str, FieldPath, Reading]]:
    if part.baseline is not None:
        yield record, (*at, "baseline"), part.baseline
    if part.follow_up is not None:
        yield record, (*at, "follow_up"), part.follow_up


@rule(
    warning(
        "LIF502",
        "measures agreed after the start, or never",
        "reviews, audits and actions show no measures agreed before they began",
        "F3.2",
        "F7.3",
        waits_for_drafts=True,
    )
)
def measures_are_agreed_before_the_start(question: Question) -> Iterator[RuleProblem]:
    """Intended outcomes and their measures are agreed when the work is designed, before it starts."""
    for entry in own_activities(question.snapshot):
        activity = entry.record
        start = work_start(activity)
        hint = (
            "Record under `intended` what should be different, what will be counted or heard, and when that was agreed."
        )
        if not any(intended.measure for intended in activity.intended):
            yield RuleProblem(
                entry.id, ("intended",), f"intended outcomes and measures: {question.snapshot.absent}", hint
            )
            continue
        for index, intended in enumerate(activity.intended):
            if start and intended.agreed and start.is_before(intended.agreed):
                message = (
                    f"agreed {intended.agreed}, after the start in {start}: too late to guard against pleasing choices"
                )
                yield RuleProblem(
                    entry.id,
                    ("intended", index, "agreed"),
                    message,
                    "Keep the true date; say in the report that the measure came late.",
                )
    yield from _measures_of_actions(question)


def _measures_of_actions(question: Question) -> Iterator[RuleProblem]:
    for entry in question.snapshot.of(Action):
        start = entry.record.started
        for index, measure in enumerate(entry.record.measures):
            if start and measure.agreed and start.is_before(measure.agreed):
                message = (
                    f"agreed {measure.agreed}, after the action began in {start}: too late against pleasing choices"
                )
                hint = "Keep the true date; say under `outcome_because` that the measure came late."
                yield RuleProblem(entry.id, ("measures", index, "agreed"), message, hint)


@rule(
    error(
        "LIF512",
        "an action closed without evidence",
        "actions were closed, and nothing shows a difference",
        "F4.6",
        "F7.2",
        "F7.4",
        waits_for_drafts=True,
    )
)
def closed_actions_have_evidence(question: Question) -> Iterator[RuleProblem]:
    """An action may be done without evidence, but closing it takes evidence, or the outcome cannot-tell."""
    evaluated = {target for evaluation in question.snapshot.of(Evaluation) for target in evaluation.record.of}
    evaluated |= question.cited_unread
    for entry in question.snapshot.of(Action):
        action = entry.record
        if action.closed is None or entry.id in evaluated or action.evidence:
            continue
        if action.outcome is Outcome.CANNOT_TELL:
            continue
        if not any(measure.follow_up for measure in action.measures):
            missing_proof = (
                f'its measure "{action.measures[0].what}" has no follow-up' if action.measures else "it has no measure"
            )
            message = f"closed {action.closed}, but nothing shows that practice changed: {missing_proof}"
            hint = "Add the follow-up, or say `outcome: cannot-tell` with the reason in `outcome_because`."
            yield RuleProblem(entry.id, ("closed",), message, hint)


@rule(
    warning(
        "LIF531",
        "nobody was heard",
        "reviews and audits do not show that anybody was heard",
        "F3.6",
        "F3.8",
        waits_for_drafts=True,
    )
)
def people_were_heard(question: Question) -> Iterator[RuleProblem]:
    """Reviews and audits hear children, families or practitioners, or say why they did not."""
    voices_by_record = _voices_by_record(question)
    for entry in own_activities(question.snapshot):
        activity = entry.record
        if not (activity.practitioners or activity.families or entry.id in voices_by_record):
            message = f"how children, families or practitioners were heard: {question.snapshot.absent}"
            hint = "Say it under `practitioners` and `families`, also when they were not heard, and why."
            yield RuleProblem(entry.id, (), message, hint)


@rule(
    warning(
        "LIF532",
        "only one side was heard",
        "reviews and audits do not show that both sides were heard",
        "F3.6",
        "F3.8",
        waits_for_drafts=True,
    )
)
def both_sides_were_heard(question: Question) -> Iterator[RuleProblem]:
    """Practitioners and the children and families both speak, or the record says why one side did not."""
    voices_by_record = _voices_by_record(question)
    for entry in own_activities(question.snapshot):
        voices = voices_by_record.get(entry.id, set())
        practitioners_heard = bool(entry.record.practitioners) or Whose.PRACTITIONERS in voices
        families_heard = bool(entry.record.families) or bool(voices - {Whose.PRACTITIONERS})
        if practitioners_heard != families_heard and None not in voices:
            field, who = (
                ("families", "children and families") if practitioners_heard else ("practitioners", "practitioners")
            )
            message = f"how {who} were heard: {question.snapshot.absent}"
            yield RuleProblem(entry.id, (), message, f"Say it under `{field}`, also when they were not heard, and why.")


def _voices_by_record(question: Question) -> dict[str, set[Whose | None]]:
    """For each record, whose feedback cites it; None stands for a citation in an unreadable record."""
    voices_by_record: dict[str, set[Whose | None]] = {target: {None} for target in question.cited_unread}
    for feedback in question.snapshot.of(Feedback):
        for citation in feedback.citations:
            voices_by_record.setdefault(citation.target, set()).add(feedback.record.whose)
    return voices_by_record


_STRENGTHS = {Direction.WORKING_WELL, Direction.HAS_POTENTIAL}
_GAPS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP}


@rule(
    warning(
        "LIF533",
        "one-sided findings",
        "reviews and audits show findings of one side only",
        "F3.4",
        "F6.6",
        waits_for_drafts=True,
    )
)
def findings_show_both_sides(question: Question) -> Iterator[RuleProblem]:
    """A review or audit looks at what works and at what needs to improve, so it has findings of both kinds."""
    directions_by_source: dict[str, set[Direction]] = {}
    unread = question.cited_unread
    for finding in question.snapshot.of(Finding):
        directions_by_source.setdefault(finding.record.source, set()).add(finding.record.direction)
    for entry in own_activities(question.snapshot):
        directions = directions_by_source.get(entry.id, set())
        if (
            not directions
            or Direction.MIXED in directions
            or (directions & _STRENGTHS and directions & _GAPS)
            or entry.id in unread
        ):
            continue
        missing = "what works" if directions & _GAPS else "what needs to improve" if directions & _STRENGTHS else ""
        if missing:
            yield RuleProblem(
                entry.id,
                (),
                f"findings on {missing}: {question.snapshot.absent}",
                "Add them; if there are none, accept that under `allow`, with the reason.",
            )


RULES = (
    met_is_no_more_than_of,
    measures_are_agreed_before_the_start,
    closed_actions_have_evidence,
    people_were_heard,
    both_sides_were_heard,
    findings_show_both_sides,
)
