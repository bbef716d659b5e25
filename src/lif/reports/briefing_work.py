"""What follows from the subject of a briefing: what to do, what was asked, what is being done, how it will be known."""

from collections.abc import Iterable, Iterator, Sequence

from lif.analysis.duties.agencies import name_of
from lif.analysis.themes.recurrence import DatedRecommendation, recommendations, recommendations_from_elsewhere
from lif.model.kinds.action import Action, Measure
from lif.model.kinds.evaluation import Evaluation
from lif.model.record import Activity, Reading, Record
from lif.model.reference import RecordRef
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import words
from lif.reports.briefing_subject import BriefingSubject
from lif.reports.chart import join_words
from lif.reports.cited_sentence import Line, months_of, sentence
from lif.reports.counts import reading_text
from lif.reports.heading import long_date


def agencies_of(action: Action) -> tuple[str, ...]:
    """The agency that owns an action, and those that do it with it."""
    return ((action.owner.agency,) if action.owner else ()) + action.joint_with


def to_do_lines(snapshot: Snapshot, subject: BriefingSubject) -> Iterator[Line]:
    """What to do: the messages that were passed on, and what was recommended to no agency in particular."""
    for learning in subject.learning:
        if learning != subject.about:
            for message in learning.record.messages:
                yield Line(sentence(message), "", (learning.id,))
    for recommendation in _recommendations(snapshot, subject):
        if not recommendation.item.to:
            text = f"Recommended{_by_when(recommendation)}: {recommendation.item.text}"
            yield Line(sentence(text), "", (recommendation.id,))


def asked_lines(snapshot: Snapshot, subject: BriefingSubject, agency: str) -> Iterator[Line]:
    """Recommendations that name an agency; only those to the agency of the request, where it names one."""
    for recommendation in _recommendations(snapshot, subject):
        whom = recommendation.item.to
        if agency in whom or (not agency and whom):
            names = join_words(tuple(name_of(snapshot, key) for key in whom))
            text = f"Asked of {names}{_by_when(recommendation)}: {recommendation.item.text}"
            yield Line(sentence(text), "", (recommendation.id,))


def _by_when(recommendation: DatedRecommendation) -> str:
    return f" by {long_date(recommendation.item.due)}" if recommendation.item.due else ""


def _recommendations(snapshot: Snapshot, subject: BriefingSubject) -> Iterator[DatedRecommendation]:
    """Those that the subject or one of its parts makes, and those that rest on one of its findings."""
    source_ids = {entry.id for entry in subject.sources}
    own_ids = {entry.id for entry in (subject.about, *(related.entry for related in subject.related)) if entry}
    finding_ids = {finding.id for finding in subject.all_findings}
    for recommendation in (*recommendations(snapshot), *recommendations_from_elsewhere(snapshot)):
        source_id = RecordRef.parse(recommendation.id).record
        if source_id in own_ids or (source_id in source_ids and finding_ids & set(recommendation.item.findings)):
            yield recommendation


def action_lines(snapshot: Snapshot, actions: Iterable[Entry[Action]]) -> Iterator[Line]:
    """Each action with its agencies, and whether it is closed, done or due."""
    for action in actions:
        names = tuple(name_of(snapshot, key) for key in agencies_of(action.record))
        what = f"{action.record.title}: {join_words(names)}" if names else action.record.title
        text = sentence(f"{what}; {_state(snapshot, action.record)}")
        yield Line(action.record.marked_by_field(text, "title", "answers", "owner", "done"), "", (action.id,))


def _state(snapshot: Snapshot, action: Action) -> str:
    if action.closed:
        return f"closed {months_of(action.closed)}{f', {words(action.outcome)}' if action.outcome else ''}"
    if action.done:
        return f"done {months_of(action.done)}"
    return f"by {long_date(action.due)}" if action.due else f"by when: {snapshot.absent}"


def measure_lines(subject: BriefingSubject, actions: Sequence[Entry[Action]], audience: Sharing) -> Iterator[Line]:
    """What was evaluated; how else it will be known: the measures agreed for the subject, and those of the actions."""
    for evaluation in subject.evaluations:
        yield Line(sentence(_evaluation_text(evaluation.record, audience)), "", (evaluation.id,))
    for entry in _measured(subject):
        for intended in entry.record.intended:
            if intended.measure:
                target = f"; good enough: {intended.target}" if intended.target else ""
                yield Line(sentence(f"{intended.measure}{target}"), "", (entry.id,))
    for action in actions:
        for measure in action.record.measures:
            yield Line(sentence(_measure_text(measure, audience)), "", (action.id,))


def _measured(subject: BriefingSubject) -> Iterator[Entry[Activity]]:
    """The review or audit itself; for any other subject, those that made the findings."""
    own: tuple[Entry[Record], ...] = (subject.about,) if subject.about else ()
    is_activity = any(isinstance(entry.record, Activity) for entry in own)
    for entry in own if is_activity else subject.sources:
        if isinstance(entry.record, Activity):
            yield entry  # type: ignore[misc]


def _measure_text(measure: Measure, audience: Sharing) -> str:
    target = f"good enough: {measure.target}" if measure.target else ""
    counts = _then_and_now(measure.baseline, measure.follow_up, audience)
    return "; ".join(filter(None, (measure.what, target, counts)))


def _evaluation_text(evaluation: Evaluation, audience: Sharing) -> str:
    """What is claimed, and the measure with its readings: a number means nothing without its scale."""
    measured = "; ".join(
        filter(None, (evaluation.measure, _then_and_now(evaluation.baseline, evaluation.follow_up, audience)))
    )
    claim = (evaluation.claim or evaluation.title).rstrip(".")
    return f"Evaluated: {claim}{f' ({measured})' if measured else ''}"


def _then_and_now(baseline: Reading | None, follow_up: Reading | None, audience: Sharing) -> str:
    """`then 3 of 20 (June 2025); now 18 of 20 (March 2026)`, as far as it is recorded."""
    readings = (("then", baseline), ("now", follow_up))
    return "; ".join(
        f"{word} {reading_text(reading, audience)}{f' ({months_of(reading.date)})' if reading.date else ''}"
        for word, reading in readings
        if reading is not None and reading_text(reading, audience)
    )
