"""Evidence and impact: what a record claims rests on something, and somebody was heard."""

from collections.abc import Iterator

from lif.analysis.chronology.record_date import began
from lif.diagnostics.code import error, warning
from lif.diagnostics.location import FieldPath
from lif.model.kinds.action import Action, Measure
from lif.model.kinds.audit import Audit, Result
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.finding import Finding
from lif.model.kinds.review import Review
from lif.model.record import Activity, Reading
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction, Outcome, ReviewKind, Whose
from lif.rules.rule import Found, Question, rule


def _activities(question: Question) -> Iterator[Entry[Activity]]:
    """Reviews and audits of the partnership; a national review is nobody's here to design."""
    yield from (one for one in question.snapshot.of(Review) if one.record.review_kind is not ReviewKind.NATIONAL_REVIEW)
    yield from question.snapshot.of(Audit)


@rule(
    error(
        "LIF501",
        "more cases met than there were",
        "counts say that more met a standard than there were",
        waits_for_drafts=True,
    )
)
def met_is_within_of(question: Question) -> Iterator[Found]:
    """Out of so many cases, no more than that many can have met a standard."""
    for record, at, part in _counted(question.snapshot):
        met, of = part.met, part.of
        if met is not None and of is not None:
            if met > of:
                says = f"met in {met} cases out of {of}"
                yield Found(record, (*at, "met"), says, "Correct one of the two numbers.")
        elif met is not of and getattr(part, "value", None) is None:
            missing, there = ("met", "of") if met is None else ("of", "met")
            says = f"`{there}` stands here without `{missing}`"
            yield Found(record, (*at, there), says, "Give both, or neither.")


def _counted(snapshot: Snapshot) -> Iterator[tuple[str, FieldPath, Finding | Result | Reading]]:
    """The parts of records that hold a count of cases that met something, out of so many."""
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
def measures_come_first(question: Question) -> Iterator[Found]:
    """What should be different, and how it will be known, is agreed when the work is designed."""
    for entry in _activities(question):
        activity = entry.record
        start = began(activity)
        hint = (
            "Record under `intended` what should be different, what will be counted or heard, and when that was agreed."
        )
        if not any(intended.measure for intended in activity.intended):
            yield Found(entry.id, ("intended",), f"intended outcomes and measures: {question.snapshot.absent}", hint)
            continue
        for index, intended in enumerate(activity.intended):
            if start and intended.agreed and start.is_before(intended.agreed):
                says = (
                    f"agreed {intended.agreed}, after the start in {start}: too late to guard against pleasing choices"
                )
                yield Found(
                    entry.id,
                    ("intended", index, "agreed"),
                    says,
                    "Keep the true date; say in the report that the measure came late.",
                )
    yield from _measures_of_actions(question)


def _measures_of_actions(question: Question) -> Iterator[Found]:
    for entry in question.snapshot.of(Action):
        start = entry.record.started
        for index, measure in enumerate(entry.record.measures):
            if start and measure.agreed and start.is_before(measure.agreed):
                says = f"agreed {measure.agreed}, after the action began in {start}: too late against pleasing choices"
                hint = "Keep the true date; say under `outcome_because` that the measure came late."
                yield Found(entry.id, ("measures", index, "agreed"), says, hint)


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
def closed_means_evidenced(question: Question) -> Iterator[Found]:
    """An action may be done without evidence; it is closed with a follow-up, or a cannot-tell and its reason."""
    evaluated = {target for evaluation in question.snapshot.of(Evaluation) for target in evaluation.record.of}
    evaluated |= question.cited_unread
    for entry in question.snapshot.of(Action):
        action = entry.record
        if action.closed is None or entry.id in evaluated or action.evidence:
            continue
        if action.outcome is Outcome.CANNOT_TELL:
            continue
        if not any(measure.follow_up for measure in action.measures):
            named = (
                f'its measure "{action.measures[0].what}" has no follow-up' if action.measures else "it has no measure"
            )
            says = f"closed {action.closed}, but nothing shows that practice changed: {named}"
            hint = "Add the follow-up, or say `outcome: cannot-tell` with the reason in `outcome_because`."
            yield Found(entry.id, ("closed",), says, hint)


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
def somebody_was_heard(question: Question) -> Iterator[Found]:
    """Reviews and audits hear children, families or practitioners, or say why they did not."""
    heard = _heard(question)
    for entry in _activities(question):
        activity = entry.record
        if not (activity.practitioners or activity.families or entry.id in heard):
            says = f"how children, families or practitioners were heard: {question.snapshot.absent}"
            hint = "Say it under `practitioners` and `families`, also when they were not heard, and why."
            yield Found(entry.id, (), says, hint)


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
def both_were_heard(question: Question) -> Iterator[Found]:
    """Those who do the work and those it is done for both speak, or it is said why one of them did not."""
    heard = _heard(question)
    for entry in _activities(question):
        spoke = heard.get(entry.id, set())
        practitioners = bool(entry.record.practitioners) or Whose.PRACTITIONERS in spoke
        families = bool(entry.record.families) or bool(spoke - {Whose.PRACTITIONERS})
        if practitioners != families and None not in spoke:
            field, who = ("families", "children and families") if practitioners else ("practitioners", "practitioners")
            says = f"how {who} were heard: {question.snapshot.absent}"
            yield Found(entry.id, (), says, f"Say it under `{field}`, also when they were not heard, and why.")


def _heard(question: Question) -> dict[str, set[Whose | None]]:
    """For each record, whose feedback cites it; None where a record that cannot be read does."""
    heard: dict[str, set[Whose | None]] = {target: {None} for target in question.cited_unread}
    for feedback in question.snapshot.of(Feedback):
        for citation in feedback.citations:
            heard.setdefault(citation.target, set()).add(feedback.record.whose)
    return heard


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
def both_sides_are_seen(question: Question) -> Iterator[Found]:
    """An activity that appreciates what works as well as what does not has findings of both kinds."""
    directions: dict[str, set[Direction]] = {}
    unread = question.cited_unread
    for finding in question.snapshot.of(Finding):
        directions.setdefault(finding.record.source, set()).add(finding.record.direction)
    for entry in _activities(question):
        seen = directions.get(entry.id, set())
        if not seen or Direction.MIXED in seen or (seen & _STRENGTHS and seen & _GAPS) or entry.id in unread:
            continue
        missing = "what works" if seen & _GAPS else "what needs to improve" if seen & _STRENGTHS else ""
        if missing:
            yield Found(
                entry.id,
                (),
                f"findings on {missing}: {question.snapshot.absent}",
                "Add them; if there are none, accept that under `allow`, with the reason.",
            )


RULES = (
    met_is_within_of,
    measures_come_first,
    closed_means_evidenced,
    somebody_was_heard,
    both_were_heard,
    both_sides_are_seen,
)
