"""The learning programme: what is planned, what was passed on, whether it could take root and whether it did."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import placed
from lif.analysis.chronology.stage import EMBEDDED, REPORTED, life_of
from lif.analysis.lines.followed_by import followers
from lif.disclosure.request import Request
from lif.model.kinds.audit import Audit
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.kinds.review import Review
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Answer, Informed, TransferGroup, words
from lif.reports import sentences
from lif.reports.briefing_subject import STRENGTHS
from lif.reports.cited_sentence import Line, Within, counted_of
from lif.reports.heading import Head, head
from lif.reports.report import Ask, Report, Section, the_partnership

_ALWAYS = Period(date.min, date.max, "")
_STANDS = {
    Answer.YES: "in place",
    Answer.NO: "not in place",
    Answer.NOT_KNOWN: "not known whether it was in place",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of learning, from what it comes from to what shows that it reached practice."""

    says: Line
    form: str
    basis: tuple[Line, ...]
    messages: tuple[str, ...]
    meant_for: tuple[str, ...]
    received: tuple[str, ...]
    did: tuple[str, ...]
    conditions: tuple[str, ...]
    evaluations: tuple[Line, ...]
    reached: str


@dataclass(frozen=True, slots=True)
class Group:
    """The conditions of one group over all pieces: how many were in place, were not, or nobody knows."""

    name: str
    in_place: int
    missing: int
    unknown: int


@dataclass(frozen=True, slots=True)
class LearningProgramme:
    """Everything the programme says; an empty tuple is an absence, which the template words."""

    head: Head
    planned: tuple[Piece, ...]
    passed_on: tuple[Piece, ...]
    without_receivers: int
    without_doing: int
    without_conditions: int
    not_evaluated: int
    groups: tuple[Group, ...]
    not_in_place: tuple[Line, ...]
    asked_of_policies: int
    owed: tuple[Line, ...]
    changed: tuple[Line, ...]
    other_owed: tuple[Line, ...]
    other_done: tuple[Line, ...]
    waiting: tuple[Line, ...]


def build(snapshot: Snapshot, request: Request) -> LearningProgramme:
    """The programme of the year asked for, or of all that is recorded."""
    partnership = the_partnership(snapshot)
    within = Within(snapshot, request.year or _ALWAYS, request.audience)
    names = {agency.key: agency.name for agency in partnership.agencies}
    every = sorted(snapshot.of(Learning), key=lambda one: (str(placed(snapshot, one.id) or "9"), one.id))
    planned = [one for one in every if _is_ahead(one.record, request.today) and _belongs(within, one)]
    passed = [one for one in every if one not in planned and (request.year is None or within.holds(one.id))]
    pieces = tuple(_piece(within, one, names, request.today) for one in passed)
    policies = list(_informed(within, {Informed.POLICY, Informed.PROCEDURE}))
    other = list(_informed(within, set(Informed) - {Informed.POLICY, Informed.PROCEDURE}))
    title = f"Learning programme {request.year.name}" if request.year else "Learning programme"
    return LearningProgramme(
        head=head(snapshot, request, title),
        planned=tuple(_piece(within, one, names, request.today) for one in planned),
        passed_on=pieces,
        without_receivers=sum(not one.received for one in pieces),
        without_doing=sum(not one.did for one in pieces),
        without_conditions=sum(not one.conditions for one in pieces),
        not_evaluated=sum(not one.evaluations for one in pieces),
        groups=tuple(_groups(passed)),
        not_in_place=tuple(_not_in_place(passed)),
        asked_of_policies=len(policies),
        owed=tuple(line for line, done in policies if not done),
        changed=tuple(line for line, done in policies if done),
        other_owed=tuple(line for line, done in other if not done),
        other_done=tuple(line for line, done in other if done),
        waiting=tuple(_waiting(within, every, request.today)),
    )


def _is_ahead(learning: Learning, today: date) -> bool:
    """Whether it has still to be passed on: its day lies ahead, or it has none and nobody has received it."""
    if learning.date is None:
        return not (learning.received or learning.what_they_did)
    return learning.date.earliest > today


def _belongs(within: Within, entry: Entry[Learning]) -> bool:
    """Whether it may be passed on in the time asked about; what has no day set still may."""
    return placed(within.snapshot, entry.id) is None or within.holds(entry.id)


def _piece(within: Within, entry: Entry[Learning], names: Mapping[str, str], today: date) -> Piece:
    learning, snapshot = entry.record, within.snapshot
    after = {one.id for one in followers(snapshot, entry.id)}
    evaluations = tuple(sentences.evaluated(within, one) for one in snapshot.of(Evaluation) if one.id in after)
    return Piece(
        says=sentences.line(within, entry, learning.title),
        form=words(learning.form),
        basis=tuple(_basis(snapshot, learning.from_records)),
        messages=learning.messages,
        meant_for=tuple(_whom(one.role, one.agency, names) for one in learning.audience),
        received=tuple(filter(None, (sentences.received(one, names) for one in learning.received))),
        did=tuple(_did(one.agency, one.what, str(one.date or ""), names) for one in learning.what_they_did),
        conditions=tuple(
            f"{words(one.group).capitalize()}: {one.condition}: {_STANDS[one.in_place]}"
            + (f" ({one.how})" if one.how else "")
            for one in learning.conditions
        ),
        evaluations=evaluations,
        reached=_reached(snapshot, entry, today),
    )


def _basis(snapshot: Snapshot, records: Iterable[str]) -> Iterator[Line]:
    for record in records:
        entry = snapshot.entries.get(record.partition("#")[0])
        if entry is not None:
            yield Line(entry.record.title, "", (record,))


def _whom(role: str | None, agency: str | None, names: Mapping[str, str]) -> str:
    return ", ".join(filter(None, (role, names.get(agency, agency) if agency else "")))


def _did(agency: str | None, what: str, when: str, names: Mapping[str, str]) -> str:
    who = names.get(agency, agency) if agency else ""
    return f"{f'{who}: ' if who else ''}{what}{f' ({when})' if when else ''}"


def _reached(snapshot: Snapshot, entry: Entry[Learning], today: date) -> str:
    """What shows that it reached practice; empty where nothing does."""
    life = life_of(snapshot, entry, today)
    shown = [event for event in life.events if event.stage is EMBEDDED] if life else []
    return "; ".join(f"{one.what}{f', {one.when}' if one.when else ''}" for one in shown)


def _groups(passed: Iterable[Entry[Learning]]) -> Iterator[Group]:
    conditions = [one for entry in passed for one in entry.record.conditions]
    for group in TransferGroup:
        count = Counter(one.in_place for one in conditions if one.group is group)
        yield Group(words(group), count[Answer.YES], count[Answer.NO], count[Answer.NOT_KNOWN])


def _not_in_place(passed: Iterable[Entry[Learning]]) -> Iterator[Line]:
    """Each condition that was missing, or of which nobody knows, with the piece it was missing for."""
    for entry in passed:
        for one in entry.record.conditions:
            if one.in_place is not Answer.YES:
                yield Line(f"{one.condition} ({words(one.group)}; {_STANDS[one.in_place]})", "", (entry.id,))


def _informed(within: Within, what: set[Informed]) -> Iterator[tuple[Line, bool]]:
    """What the findings of the time were meant to inform, and whether they did."""
    for entry in within.all(Finding) if within.year is not _ALWAYS else within.snapshot.of(Finding):
        finding = entry.record
        for one in finding.informs if not finding.superseded_by else ():
            if one.what in what:
                which = f", {one.which}" if one.which else ""
                done = f"done {one.done}" if one.done else f"when it did: {within.snapshot.absent}"
                said = f"{words(one.what).capitalize()}{which}: {done}. The finding: {finding.says or finding.title}"
                yield sentences.line(within, entry, said), one.done is not None


def _waiting(within: Within, every: Iterable[Entry[Learning]], today: date) -> Iterator[Line]:
    """Reviews and audits that were reported, and from which no piece of learning comes yet."""
    snapshot = within.snapshot
    sources = {one.partition("#")[0] for entry in every for one in entry.record.from_records}
    found = {one.record.source for one in snapshot.of(Finding) if one.id in sources}
    activities: tuple[Entry[Review] | Entry[Audit], ...] = (*snapshot.of(Review), *snapshot.of(Audit))
    for entry in activities:
        life = life_of(snapshot, entry, today)
        is_open = (
            life is not None and life.reached(REPORTED) and not {entry.id, entry.record.part_of} & (sources | found)
        )
        if is_open and (within.year is _ALWAYS or within.holds(entry.id)):
            strong = _kept(snapshot, entry.id)
            yield sentences.line(within, entry, f"{entry.record.title} ({strong})")


def _kept(snapshot: Snapshot, source: str) -> str:
    """How many findings wait: what works is learning too."""
    mine = [one.record.direction for one in snapshot.of(Finding) if one.record.source == source]
    strengths = sum(one in STRENGTHS for one in mine)
    return f"{counted_of(len(mine), 'finding')}, {strengths} of them on what works, or could" if mine else "no findings"


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
