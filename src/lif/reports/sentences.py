"""Report lines for records of each kind: one sentence each, with date, record id and what stands below it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from lif.analysis.chronology.action_events import ActionEvent, events_in
from lif.analysis.chronology.record_date import dated_in_words, record_date
from lif.analysis.impact.reading_verdict import why_no_change
from lif.analysis.impact.shown_change import changes_on, shows_a_change
from lif.disclosure.published import audience_of_counts
from lif.disclosure.small_counts import HIDDEN, LARGEST_HIDDEN
from lif.model.kinds.action import Action
from lif.model.kinds.contribution import Contribution, Figure
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.partnership import Agency
from lif.model.period import Period
from lif.model.record import Evidence, Record
from lif.model.reference import RecordRef
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry
from lif.model.vocabulary import AgencyRole, words
from lif.reports.action_plan import outcome_text, unintended_text
from lif.reports.change_lines import measure_lines, then_and_now
from lif.reports.chart import join_words
from lif.reports.cited_sentence import RESTS_ON, Detail, Line, Within, time_in, vaguely
from lif.reports.counts import share_text
from lif.reports.sources_differ import sources_differ
from lif.reports.what_works import what_works


def record_line(within: Within, entry: Entry[Record], text: str = "", rests_on: tuple[str, ...] = RESTS_ON) -> Line:
    """A line with the text, or else what the record says, or else its title; with the date of the record.

    It is marked as our reading where one of the fields that it rests on is inferred, and so is an inferred date. Facts
    on which the sources differ stand below it.
    """
    sentence = text or getattr(entry.record, "says", None) or entry.record.title
    when = record_date(within.snapshot, entry.id)
    dated = dated_in_words(within.snapshot, entry.id)
    told = vaguely(dated, when, within.year) if when else ""
    marked = entry.record.marked_by_field(sentence, *rests_on)
    return Line(marked, told, (entry.id,), below=sources_differ(entry))


def line_with(line: Line, details: Iterable[Detail]) -> Line:
    """The line with these details below it, before those that it has."""
    return replace(line, below=(*details, *line.below))


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
    is_change = bool(changes_on(within.snapshot, (entry.id,)))
    below = (*_unintended(entry, is_closed=is_closed), *sources_differ(entry))
    return Line(sentence, "", (entry.id,), is_change, below)


def _unintended(entry: Entry[Action], *, is_closed: bool) -> Iterator[Detail]:
    """The effects that were not intended, where the action was closed in the period."""
    if is_closed and entry.record.unintended:
        yield Detail(unintended_text(entry.record), (entry.id,))


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
    return line_with(replace(line, is_evidenced=is_change), what_works(within.snapshot, entry))


def _why_none(within: Within, entry: Entry[Evaluation]) -> str:
    """Why an evaluation shows no change; empty when it does."""
    because = why_no_change(within.snapshot, entry)
    return f"; no change shown: it {because}" if because else ""


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


def agencies_without_contribution(within: Within, agencies: Iterable[Agency]) -> tuple[str, ...]:
    """Agencies with a role in the year that sent no contribution; bodies outside the partnership need not send one."""
    sent = {entry.record.agency for entry in within.named(Contribution)}
    return tuple(agency.name for agency in agencies if agency.key not in sent and _had_a_role(agency, within.year))


def _had_a_role(agency: Agency, year: Period) -> bool:
    return any(role.role is not AgencyRole.OUTSIDE_BODY and role.span.overlaps(year) for role in agency.roles)
