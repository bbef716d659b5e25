"""Report `learning-programme`: learning planned and passed on, its conditions for transfer and its evaluation."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import record_date
from lif.analysis.chronology.stage import EMBEDDED, REPORTED, life_of
from lif.analysis.lines.followed_by import followers
from lif.analysis.lines.whose_work import own_activities
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.period import Period
from lif.model.reference import RecordRef
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.view import View
from lif.model.vocabulary import Answer, Informed, TransferGroup, words
from lif.reports import sentences
from lif.reports.briefing_subject import STRENGTHS
from lif.reports.cited_sentence import Line, Within, quantity
from lif.reports.heading import Head, head
from lif.reports.learning_used import lead_text, receipt_text, response_text
from lif.reports.report import Ask, Report, Section, partnership_of
from lif.reports.request import Request

_ALL_TIME = Period(date.min, date.max, "")
_IN_PLACE_WORDS = {
    Answer.YES: "in place",
    Answer.NO: "not in place",
    Answer.NOT_KNOWN: "not known whether it was in place",
}


@dataclass(frozen=True, slots=True)
class LearningPiece:
    """One piece of learning: its sources, its receivers, their response and the evidence that it reached practice."""

    says: Line
    form: str
    basis: tuple[Line, ...]
    messages: tuple[str, ...]
    meant_for: tuple[str, ...]
    lead: str
    links: tuple[str, ...]
    received: tuple[str, ...]
    did: tuple[str, ...]
    conditions: tuple[str, ...]
    evaluations: tuple[Line, ...]
    reached: str


@dataclass(frozen=True, slots=True)
class ConditionGroup:
    """The conditions of one group over all pieces: the numbers in place, missing and not known."""

    name: str
    in_place: int
    missing: int
    unknown: int


@dataclass(frozen=True, slots=True)
class LearningProgramme:
    """The content of the programme. The template words the absence where a tuple is empty."""

    head: Head
    planned: tuple[LearningPiece, ...]
    passed_on: tuple[LearningPiece, ...]
    without_receivers: int
    without_doing: int
    without_conditions: int
    not_evaluated: int
    groups: tuple[ConditionGroup, ...]
    not_in_place: tuple[Line, ...]
    asked_of_policies: int
    owed: tuple[Line, ...]
    changed: tuple[Line, ...]
    other_owed: tuple[Line, ...]
    other_done: tuple[Line, ...]
    waiting: tuple[Line, ...]


def build(view: View, request: Request) -> LearningProgramme:
    """Build the programme of the year of the request, or of all recorded learning."""
    snapshot = view.records
    partnership = partnership_of(snapshot)
    within = Within(snapshot, request.year or _ALL_TIME, view.audience)
    names = {agency.key: agency.name for agency in partnership.agencies}
    all_learning = sorted(
        snapshot.of(Learning), key=lambda entry: (str(record_date(snapshot, entry.id) or "9"), entry.id)
    )
    planned = [entry for entry in all_learning if _is_planned(entry.record) and _may_fall_within(within, entry)]
    delivered = [
        entry for entry in all_learning if entry not in planned and (request.year is None or within.holds(entry.id))
    ]
    pieces = tuple(_piece(within, entry, names, view.day) for entry in delivered)
    policy_uses = list(_intended_uses(within, {Informed.POLICY, Informed.PROCEDURE}))
    other_uses = list(_intended_uses(within, set(Informed) - {Informed.POLICY, Informed.PROCEDURE}))
    title = f"Learning programme {request.year.name}" if request.year else "Learning programme"
    return LearningProgramme(
        head=head(view, request, title),
        planned=tuple(_piece(within, entry, names, view.day) for entry in planned),
        passed_on=pieces,
        without_receivers=sum(not piece.received for piece in pieces),
        without_doing=sum(not piece.did for piece in pieces),
        without_conditions=sum(not piece.conditions for piece in pieces),
        not_evaluated=sum(not piece.evaluations for piece in pieces),
        groups=tuple(_condition_groups(delivered)),
        not_in_place=tuple(_missing_conditions(delivered)),
        asked_of_policies=len(policy_uses),
        owed=tuple(line for line, done in policy_uses if not done),
        changed=tuple(line for line, done in policy_uses if done),
        other_owed=tuple(line for line, done in other_uses if not done),
        other_done=tuple(line for line, done in other_uses if done),
        waiting=tuple(_activities_without_learning(within, all_learning, view.day)),
    )


def _is_planned(learning: Learning) -> bool:
    """Whether it is still to be passed on: it has no date and no recorded receivers."""
    return learning.date is None and not (learning.received or learning.what_they_did)


def _may_fall_within(within: Within, entry: Entry[Learning]) -> bool:
    """Whether it may be passed on in the time of the request; learning without a date may."""
    return record_date(within.snapshot, entry.id) is None or within.holds(entry.id)


def _piece(within: Within, entry: Entry[Learning], names: Mapping[str, str], today: date) -> LearningPiece:
    learning, snapshot = entry.record, within.snapshot
    follower_ids = {follower.id for follower in followers(snapshot, entry.id)}
    evaluations = tuple(
        sentences.evaluation_line(within, evaluation)
        for evaluation in snapshot.of(Evaluation)
        if evaluation.id in follower_ids
    )
    return LearningPiece(
        says=sentences.record_line(within, entry, learning.title),
        form=words(learning.form),
        basis=tuple(_sources(snapshot, learning)),
        messages=learning.messages,
        meant_for=tuple(_receiver(audience.role, audience.agency, names) for audience in learning.audience),
        lead=lead_text(learning, names),
        links=learning.links,
        received=tuple(filter(None, (receipt_text(receipt, names) for receipt in learning.received))),
        did=tuple(response_text(did, names) for did in learning.what_they_did),
        conditions=tuple(
            f"{words(condition.group).capitalize()}: {condition.condition}: {_IN_PLACE_WORDS[condition.in_place]}"
            + (f" ({condition.how})" if condition.how else "")
            for condition in learning.conditions
        ),
        evaluations=evaluations,
        reached=_evidence_of_practice(snapshot, entry, today),
    )


def _sources(snapshot: Snapshot, learning: Learning) -> Iterator[Line]:
    for cited in learning.from_records:
        entry = snapshot.entries.get(RecordRef.parse(cited).record)
        if entry is not None:
            yield Line(learning.marked(entry.record.title, "from_records"), "", (cited,))


def _receiver(role: str | None, agency: str | None, names: Mapping[str, str]) -> str:
    return ", ".join(filter(None, (role, names.get(agency, agency) if agency else "")))


def _evidence_of_practice(snapshot: Snapshot, entry: Entry[Learning], today: date) -> str:
    """The events that show that it reached practice; empty without any."""
    life = life_of(snapshot, entry, today)
    embedded = [event for event in life.events if event.stage is EMBEDDED] if life else []
    return "; ".join(f"{event.what}{f', {event.when}' if event.when else ''}" for event in embedded)


def _condition_groups(entries: Iterable[Entry[Learning]]) -> Iterator[ConditionGroup]:
    conditions = [condition for entry in entries for condition in entry.record.conditions]
    for group in TransferGroup:
        count = Counter(condition.in_place for condition in conditions if condition.group is group)
        yield ConditionGroup(words(group), count[Answer.YES], count[Answer.NO], count[Answer.NOT_KNOWN])


def _missing_conditions(entries: Iterable[Entry[Learning]]) -> Iterator[Line]:
    """Each condition that was missing or is not known, with the piece of learning it belongs to."""
    for entry in entries:
        for condition in entry.record.conditions:
            if condition.in_place is not Answer.YES:
                yield Line(
                    f"{condition.condition} ({words(condition.group)}; {_IN_PLACE_WORDS[condition.in_place]})",
                    "",
                    (entry.id,),
                )


def _intended_uses(within: Within, uses: set[Informed]) -> Iterator[tuple[Line, bool]]:
    """What the findings of the time were meant to inform, each with True where that is done."""
    for entry in within.all(Finding) if within.year is not _ALL_TIME else within.snapshot.of(Finding):
        finding = entry.record
        for use in finding.informs if not finding.superseded_by else ():
            if use.what in uses:
                which = f", {use.which}" if use.which else ""
                done = f"done {use.done}" if use.done else f"when it did: {within.snapshot.absent}"
                text = f"{words(use.what).capitalize()}{which}: {done}. The finding: {finding.says or finding.title}"
                yield sentences.record_line(within, entry, text), use.done is not None


def _activities_without_learning(
    within: Within, all_learning: Iterable[Entry[Learning]], today: date
) -> Iterator[Line]:
    """Reviews and audits that were reported and that no piece of learning is based on yet."""
    snapshot = within.snapshot
    source_ids = {RecordRef.parse(source).record for entry in all_learning for source in entry.record.from_records}
    finding_sources = {finding.record.source for finding in snapshot.of(Finding) if finding.id in source_ids}
    for entry in own_activities(snapshot):
        life = life_of(snapshot, entry, today)
        is_waiting = (
            life is not None
            and life.reached(REPORTED)
            and not {entry.id, entry.record.part_of} & (source_ids | finding_sources)
        )
        if is_waiting and (within.year is _ALL_TIME or within.holds(entry.id)):
            counts = _finding_counts(snapshot, entry.id)
            yield sentences.record_line(within, entry, f"{entry.record.title} ({counts})")


def _finding_counts(snapshot: Snapshot, source: str) -> str:
    """The number of findings of the source, and of those on strengths where there are any: they are learning too."""
    directions = [finding.record.direction for finding in snapshot.of(Finding) if finding.record.source == source]
    strengths = sum(direction in STRENGTHS for direction in directions)
    if not directions:
        return f"findings: {snapshot.absent}"
    on_strengths = f", {strengths} of them on what works, or could" if strengths else ""
    return f"{quantity(len(directions), 'finding')}{on_strengths}"


LEARNING_PROGRAMME = Report(
    "learning-programme",
    "Learning planned and passed on, whether it could take root, and the policies and procedures owed",
    Sharing.PARTNERSHIP,
    build,
    (
        Section("short", "The programme in short"),
        Section("planned", "Planned"),
        Section("passed-on", "Passed on, and what became of it"),
        Section("conditions", "Whether it could take root"),
        Section("policies", "Policies and procedures owed"),
        Section("informs", "What else the findings were meant to inform"),
        Section("waiting", "Found, and not yet passed on"),
    ),
    takes=(Ask.YEAR,),
    duties=("F4.3", "F4.5", "F4.6", "F5.6"),
)
