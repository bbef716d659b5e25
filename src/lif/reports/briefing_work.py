"""What follows from the subject of a briefing: what to do, what was asked, what is being done, how it will be known."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lif.analysis.audits.measured_again import concerns_about, deteriorations
from lif.analysis.audits.standard_chain import StandardChain
from lif.analysis.audits.standard_identity import same_standard
from lif.analysis.audits.standards_over_time import standards_over_time
from lif.analysis.duties.agencies import name_of
from lif.analysis.impact.explanation import explanation_of
from lif.analysis.themes.recurrence import DatedRecommendation, recommendations, recommendations_from_elsewhere
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.kinds.action import Action, Measure
from lif.model.kinds.evaluation import Evaluation
from lif.model.record import Activity, Reading, Record
from lif.model.reference import RecordRef
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.reports.action_plan import outcome_text
from lif.reports.briefing_subject import BriefingSubject
from lif.reports.chart import join_words
from lif.reports.cited_sentence import Line, months_of, sentence
from lif.reports.counts import reading_text
from lif.reports.heading import long_date
from lif.reports.standards_told import chain_lines, deterioration_line
from lif.reports.what_works import what_else_explains, why_it_worked


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
        text = sentence(f"{what}; {_state(snapshot, action)}")
        yield Line(action.record.marked_by_field(text, "title", "answers", "owner", "done"), "", (action.id,))


def _state(snapshot: Snapshot, entry: Entry[Action]) -> str:
    action = entry.record
    if action.closed:
        outcome = outcome_text(snapshot, entry, with_reason=False)
        return f"closed {months_of(action.closed)}{f', {outcome}' if outcome else ''}"
    if action.done:
        return f"done {months_of(action.done)}"
    return f"by {long_date(action.due)}" if action.due else f"by when: {snapshot.absent}"


def measure_lines(
    snapshot: Snapshot, subject: BriefingSubject, actions: Sequence[Entry[Action]], audience: Sharing
) -> Iterator[Line]:
    """What was evaluated, why it worked and where; how else it will be known: by the measures agreed."""
    for evaluation in subject.evaluations:
        explained = explanation_of(snapshot, evaluation)
        texts = (
            sentence(_evaluation_text(evaluation.record, audience)),
            why_it_worked(explained),
            what_else_explains(explained),
        )
        yield Line(" ".join(filter(None, texts)), "", (evaluation.id,))
    for entry in _measured(subject):
        for intended in entry.record.intended:
            if intended.measure:
                target = f"; good enough: {intended.target}" if intended.target else ""
                yield Line(sentence(f"{intended.measure}{target}"), "", (entry.id,))
    for action in actions:
        for measure in action.record.measures:
            yield Line(sentence(_measure_text(measure, audience)), "", (action.id,))


def compared_lines(snapshot: Snapshot, subject: BriefingSubject, about: str, audience: Sharing) -> Iterator[Line]:
    """The standards measured more than once that a theme is about, that an audit measured, or that a finding names.

    Those that are clearly worse come first.
    """
    named = {finding.record.standard for finding in subject.findings if finding.record.standard}
    identities = {same_standard(snapshot, key) for key in named}
    theme = current_theme(snapshot, about) if subject.about is None else ""
    chains = (
        chain
        for chain in standards_over_time(snapshot)
        if theme in chain.themes or about in chain.audits or same_standard(snapshot, chain.standard) in identities
    )
    compared = sorted((chain for chain in chains if chain.compares), key=lambda chain: not _is_worse(chain))
    for line in chain_lines(snapshot, compared, audience, is_short=True):
        yield replace(line, text=sentence(line.text))


def _is_worse(chain: StandardChain) -> bool:
    return any(line.deteriorations for line in chain.lines)


def worse_lines(snapshot: Snapshot, subject: BriefingSubject, about: str, audience: Sharing) -> Iterator[Line]:
    """The standards that are clearly worse, of a theme or an audit, where none of the findings raises that."""
    told = {finding.id for finding in subject.all_findings}
    theme = current_theme(snapshot, about) if subject.about is None else ""
    for worse in deteriorations(snapshot):
        is_about = theme in worse.chain.themes or about == worse.audit
        if is_about and told.isdisjoint(finding.id for finding in concerns_about(snapshot, worse)):
            line = deterioration_line(snapshot, worse, audience)
            yield replace(line, text=sentence(line.text))


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
