"""Report lines for records of each kind: one sentence each, with date and record id."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from lif.analysis.chronology.action_events import ActionEvent, events_in
from lif.analysis.chronology.record_date import dated_in_words, record_date
from lif.analysis.impact.evidenced import NEEDS_PROOF, impact_of
from lif.analysis.impact.reading_verdict import why_no_change
from lif.analysis.impact.shown_change import changes_on, shows_a_change
from lif.analysis.themes.on_theme import has_begun
from lif.disclosure.published import audience_of_counts
from lif.disclosure.small_counts import HIDDEN, LARGEST_HIDDEN, in_words
from lif.model.kinds.action import Action
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.contribution import Contribution, Figure
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.learning import Learning, Received
from lif.model.kinds.partnership import Agency
from lif.model.kinds.review import Review
from lif.model.period import Period
from lif.model.record import Activity, Evidence, Record
from lif.model.reference import RecordRef
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry
from lif.model.vocabulary import AgencyRole, ReviewKind, words
from lif.reports.action_plan import outcome_text
from lif.reports.change_lines import measure_lines, then_and_now
from lif.reports.chart import join_words
from lif.reports.cited_sentence import RESTS_ON, Line, Within, time_in, vaguely
from lif.reports.counts import counts_for_audience, share_text

_AFTER_AN_INCIDENT = {ReviewKind.SERIOUS_CASE_REVIEW, ReviewKind.PRACTICE_REVIEW, ReviewKind.RAPID_REVIEW}


def record_line(within: Within, entry: Entry[Record], text: str = "", rests_on: tuple[str, ...] = RESTS_ON) -> Line:
    """A line with the text, or else what the record says, or else its title; with the date of the record.

    It is marked as our reading where one of the fields that it rests on is inferred, and so is an inferred date.
    """
    sentence = text or getattr(entry.record, "says", None) or entry.record.title
    when = record_date(within.snapshot, entry.id)
    dated = dated_in_words(within.snapshot, entry.id)
    told = vaguely(dated, when, within.year) if when else ""
    return Line(entry.record.marked_by_field(sentence, *rests_on), told, (entry.id,))


def evidence_line(within: Within, piece: Evidence, holder_id: str) -> Line | None:
    """A piece of evidence: its source and what it shows; None where this audience may see neither.

    It cites the record that is the evidence; where it names none, the record that tells of it, `holder_id`.
    """
    entry = within.snapshot.entries.get(RecordRef.parse(piece.record or "").record)
    text = ": ".join(filter(None, (piece.unnamed or (entry.record.title if entry else ""), piece.note)))
    cited_id = piece.record if piece.record and entry else holder_id
    return Line(text, str(piece.date) if piece.date else "", (cited_id,)) if text else None


def action_line(within: Within, entry: Entry[Action]) -> Line:
    """What happened to an action in the period, with its outcome where it was closed then.

    Evidenced when something shows a change.
    """
    action = entry.record
    events = events_in(action, within.year)
    told = ", ".join(_event_texts(events, within.year))
    is_closed = any(event.what == "closed" for event in events)
    outcome = outcome_text(within.snapshot, entry, with_reason=False) if is_closed else ""
    before = "agreed before; " if action.agreed and action.agreed.latest < within.year.since else ""
    details = "; ".join(filter(None, (f"{before}{told}" if told else "", outcome)))
    text = f"{action.title}{f' ({details})' if details else ''}"
    sentence = action.marked_by_field(text, "title", "answers", "agreed", "started", "due", "done", "closed")
    return Line(sentence, "", (entry.id,), bool(changes_on(within.snapshot, (entry.id,))))


def _event_texts(events: Sequence[ActionEvent], year: Period) -> Iterator[str]:
    """`agreed 2025-07-24`, `worked on 2025-12-11 and 2026-02-27`, `moved to 2026-03-31 on 2025-12-11`."""
    begun = {event.when for event in events if event.what == "begun"}
    for what, of_one_kind in groupby(events, key=lambda event: event.what):
        dates = tuple(
            time_in(event.when, year) for event in of_one_kind if what != "worked on" or event.when not in begun
        )
        if dates:
            yield f"{what}{' on' if what.startswith('moved') else ''} {join_words(dates)}"


def evaluation_lines(within: Within) -> Iterator[Line]:
    """Every evaluation of the year: its claim, counts then and now, level of impact, and what evidence it lacks."""
    return (evaluation_line(within, entry) for entry in within.all(Evaluation))


def impact_lines(within: Within) -> Iterator[Line]:
    """Every evaluation of the year, and the better measures of actions taken again; evidenced where it is a change."""
    yield from evaluation_lines(within)
    yield from measure_lines(within.snapshot, within.year, within.audience)


def evaluation_line(within: Within, entry: Entry[Evaluation]) -> Line:
    """One evaluation: its claim, counts then and now, level of impact, and why it shows no change, if it does not."""
    evaluation = entry.record
    readings = (evaluation.baseline, evaluation.follow_up)
    counts = then_and_now(within.snapshot, entry.id, readings, within.audience)
    is_change = shows_a_change(within.snapshot, entry.id)
    shown = "shown in " if is_change else "in "
    reach = f"{shown}{words(evaluation.domain)}; level {evaluation.level} of 4{_why_none(within, entry)}"
    measured = f": {counts}" if counts else ""
    line = record_line(within, entry, f"{evaluation.claim or evaluation.title}{measured} ({reach})")
    return replace(line, is_evidenced=is_change)


def _why_none(within: Within, entry: Entry[Evaluation]) -> str:
    """Why an evaluation shows no change: it is of a level that cannot, lacks something, or is not clearly better."""
    if entry.record.level not in NEEDS_PROOF:
        lacks = impact_of(entry).lacks
        return f"; not evidenced, for it lacks {', '.join(lacks)}" if lacks else ""
    because = why_no_change(within.snapshot, entry)
    return f"; no change shown: it {because}" if because else ""


def feedback_lines(within: Within) -> Iterator[Line]:
    """The feedback of the year: who spoke, how many answered, and what they said.

    The counts of the year are one table: the public sees no count from 1 to 5, nor one from which such a count follows.
    """
    entries = within.all(Feedback)
    audiences = {entry.id: audience_of_counts(within.snapshot, within.audience, entry.id) for entry in entries}
    answered = {entry.id: entry.record.answered for entry in entries if entry.record.answered is not None}
    hidden = {record: count for record, count in answered.items() if audiences[record] is within.audience}
    shown = {record: str(count) for record, count in answered.items()} | counts_for_audience(hidden, within.audience)
    for entry in entries:
        feedback = entry.record
        how_many = f" ({_how_many(feedback, shown[entry.id], audiences[entry.id])})" if entry.id in shown else ""
        said = "; ".join(feedback.said) or feedback.title
        whose = words(feedback.whose).capitalize()
        yield record_line(within, entry, f"{whose}{how_many}: {said}{_limits_text(feedback)}")


def _how_many(feedback: Feedback, shown: str, audience: Sharing) -> str:
    """`22 of 40 asked`, or the number who answered; words where the public may not see the count."""
    if feedback.answered is not None and feedback.asked is not None:
        asked = max(feedback.asked, feedback.answered)
        answered = feedback.answered
        return f"{in_words(answered, asked) if shown == HIDDEN else share_text(answered, asked, audience)} asked"
    return "how many is not shown" if shown == HIDDEN else shown


def activity_lines(within: Within) -> Iterator[Line]:
    """The reviews, audits, assessments and inspections of the year, less those that were only planned or asked for."""
    entries: tuple[Entry[Activity | Assessment | Inspection], ...] = (
        *within.all(Review), *within.all(Audit), *within.all(Assessment), *within.all(Inspection),
    )  # fmt: skip
    for entry in entries:
        if has_begun(within.snapshot, entry):
            yield record_line(within, entry, f"{entry.record.title}{_limits_text(entry.record)}")


def _limits_text(record: Activity | Assessment | Inspection | Feedback) -> str:
    """What those who did the work say that it cannot show."""
    stated = () if isinstance(record, Assessment) else record.limitations
    limits = "; ".join(limit.rstrip(".") for limit in stated)
    return f" (what it cannot show: {limits})" if limits else ""


def incident_lines(within: Within) -> Iterator[Line]:
    """The reviews of serious incidents of the year."""
    for entry in within.all(Review):
        if entry.record.review_kind in _AFTER_AN_INCIDENT:
            yield record_line(within, entry, entry.record.title, ("title", "review_kind"))


def scrutiny_lines(within: Within) -> Iterator[Line]:
    """Inspections with their judgements, and self-assessments of the arrangements with peer challenge."""
    for inspection in within.all(Inspection):
        record = inspection.record
        judged = "; ".join(f"{judgement.about}: {judgement.judged}" for judgement in record.judgements)
        yield record_line(within, inspection, f"{record.title} ({record.body}){f': {judged}' if judged else ''}")
    for assessment in within.all(Assessment):
        if assessment.record.peer_challenge:
            yield record_line(within, assessment, f"{assessment.record.title}: challenged by others")


def contribution_line(within: Within, entry: Entry[Contribution], names: Mapping[str, str]) -> Line:
    """A contribution: the agency, its activity and figures, and what changed for children."""
    record = entry.record
    audience = audience_of_counts(within.snapshot, within.audience, entry.id)
    figures = (f"{figure.what}: {_figure_text(figure, audience)}" for figure in record.data)
    activity = "; ".join((*record.activity, *figures))
    change = f". What changed for children: {record.impact}" if record.impact else ""
    return record_line(within, entry, f"{names.get(record.agency, record.agency)}: {activity or record.title}{change}")


def _figure_text(figure: Figure, audience: Sharing) -> str:
    """A figure, with its total where it has one; for the public a word, or `c`, where it may count a few children."""
    if figure.value is None:
        return figure.said or "no figure"
    is_whole = figure.value.is_integer()
    if figure.of is not None and is_whole:
        return share_text(int(figure.value), figure.of, audience)
    is_small = is_whole and 0 < figure.value <= LARGEST_HIDDEN
    return HIDDEN if audience is Sharing.PUBLIC and is_small else f"{figure.value:g}"


def funding_lines(within: Within, names: Mapping[str, str]) -> Iterator[Line]:
    """The funding that each agency names in its contribution."""
    for entry in within.named(Contribution):
        if entry.record.funding:
            yield record_line(
                within, entry, f"{names.get(entry.record.agency, entry.record.agency)}: {entry.record.funding}"
            )


def agencies_without_contribution(within: Within, agencies: Iterable[Agency]) -> tuple[str, ...]:
    """Agencies with a role in the year that sent no contribution; bodies outside the partnership need not send one."""
    sent = {entry.record.agency for entry in within.named(Contribution)}
    return tuple(agency.name for agency in agencies if agency.key not in sent and _had_a_role(agency, within.year))


def _had_a_role(agency: Agency, year: Period) -> bool:
    return any(role.role is not AgencyRole.OUTSIDE_BODY and role.span.overlaps(year) for role in agency.roles)


def learning_lines(within: Within, names: Mapping[str, str]) -> Iterator[Line]:
    """The learning passed on in the year, and who received it."""
    for entry in within.all(Learning):
        reached = "; ".join(filter(None, (receipt_text(receipt, names) for receipt in entry.record.received)))
        yield record_line(within, entry, f"{entry.record.title}{': ' if reached else ''}{reached}")


def receipt_text(receipt: Received, names: Mapping[str, str]) -> str:
    """`received by 46 (team managers of the council)`, as far as it is known."""
    agency = names.get(receipt.agency, receipt.agency) if receipt.agency else ""
    who = " of ".join(filter(None, (receipt.role, agency)))
    number = f"received by {receipt.number}{f' ({who})' if who else ''}" if receipt.number is not None else ""
    said = f"{who}: {receipt.said}" if who and receipt.said and not number else receipt.said or ""
    return ", ".join(filter(None, (number, said))) or (who and f"received by {who}")
