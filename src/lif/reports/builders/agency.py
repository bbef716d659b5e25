"""What is asked of one agency, what it does, what it owes, what it learned, and what it does well."""

from collections.abc import Iterator
from dataclasses import dataclass

from lif.analysis.chronology.record_date import placed
from lif.analysis.deadlines.deadline import State
from lif.analysis.deadlines.returns import State as Standing
from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.challenges import challenge_log
from lif.analysis.duties.flags import flags
from lif.analysis.impact.recommendation_state import AskedFor, state_of
from lif.analysis.themes.recurrence import recommendations
from lif.disclosure.request import Request
from lif.disclosure.whole_and_view import deadlines_for, returns_for
from lif.model.kinds.action import Action
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.contribution import Contribution
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Direction
from lif.reports.action_plan import Group, by_state, progress
from lif.reports.briefing_subject import STRENGTHS
from lif.reports.builders.actions import has_a_part
from lif.reports.cited_sentence import Line
from lif.reports.heading import Head, head
from lif.reports.open_items import challenge, flag, told
from lif.reports.report import AGENCY as AN_AGENCY
from lif.reports.report import Ask, Report, Section

_CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP, Direction.MIXED}
_OWED = {"contribution", "re-audit"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that concerns the agency, as of today; an empty tuple is an absence, which the template words."""

    head: Head
    agency: str
    strengths: tuple[Line, ...]
    concerns: tuple[Line, ...]
    asked: tuple[Line, ...]
    progress: Line
    actions: tuple[Group, ...]
    owed: tuple[Line, ...]
    sent: tuple[Line, ...]
    challenged: tuple[Line, ...]
    challenges: tuple[Line, ...]
    flags: tuple[Line, ...]
    meant_for: tuple[Line, ...]
    received: tuple[Line, ...]
    did: tuple[Line, ...]


def build(snapshot: Snapshot, request: Request) -> Asked:
    """What is asked of the agency whose key the request is about."""
    key, today = request.about, request.today
    actions = tuple(one for one in snapshot.of(Action) if has_a_part(one.record, key))
    log = {one.id: one for one in challenge_log(snapshot, today)}
    to = {one.id for one in snapshot.of(Challenge) if key in one.record.to}
    by = {one.id for one in snapshot.of(Challenge) if one.record.by == key}
    learning = tuple(snapshot.of(Learning))
    name = name_of(snapshot, key)
    return Asked(
        head=head(snapshot, request, f"What is asked of {name}"),
        agency=name,
        strengths=tuple(_found(snapshot, key, frozenset(STRENGTHS))),
        concerns=tuple(_found(snapshot, key, frozenset(_CONCERNS))),
        asked=tuple(_asked(snapshot, key)),
        progress=progress(snapshot, actions, today).said,
        actions=tuple(by_state(snapshot, actions, today, request.audience)),
        owed=tuple(_owed(snapshot, request)),
        sent=tuple(_sent(snapshot, key)),
        challenged=tuple(challenge(snapshot, one) for one in log.values() if one.id in to),
        challenges=tuple(challenge(snapshot, one) for one in log.values() if one.id in by),
        flags=tuple(
            flag(snapshot, one) for one in flags(snapshot, today) if key in {there.agency for there in one.reached}
        ),
        meant_for=tuple(
            Line(one.record.title, str(one.record.date or ""), (one.id,))
            for one in learning
            if key in {there.agency for there in one.record.audience}
        ),
        received=tuple(
            Line(f"{one.record.title}{_who(there.role, there.number, there.said)}", str(there.date or ""), (one.id,))
            for one in learning
            for there in one.record.received
            if there.agency == key
        ),
        did=tuple(
            Line(f"{one.record.title}: {there.what}", str(there.date or ""), (one.id,))
            for one in learning
            for there in one.record.what_they_did
            if there.agency == key
        ),
    )


def _found(snapshot: Snapshot, key: str, directions: frozenset[Direction]) -> Iterator[Line]:
    """What was found of the agency and still stands, the newest first."""
    mine = [
        one
        for one in snapshot.of(Finding)
        if key in one.record.agencies and one.record.direction in directions and not one.record.superseded_by
    ]
    for one in sorted(mine, key=lambda one: (str(placed(snapshot, one.id) or ""), one.id), reverse=True):
        yield Line(one.record.says or one.record.title, str(placed(snapshot, one.id) or ""), (one.id,))


def _asked(snapshot: Snapshot, key: str) -> Iterator[Line]:
    """Every recommendation made to the agency with where it stands."""
    for asked in recommendations(snapshot):
        if key in asked.item.to:
            stands = state_of(snapshot, asked.id)
            due = f"; by {asked.item.due}" if asked.item.due else ""
            yield Line(f"{asked.item.text} ({stands.state}{due})", str(asked.when or ""), (asked.id, *_answers(stands)))


def _answers(stands: AskedFor) -> tuple[str, ...]:
    return (*stands.decisions, *stands.actions)


def _owed(snapshot: Snapshot, request: Request) -> Iterator[Line]:
    """Returns that are awaited or late, then contributions and repeat audits with a day."""
    for one in returns_for(snapshot, request, request.about):
        if one.returned is None and (one.state is not Standing.LATE or snapshot.is_own):
            cycle = snapshot.entries[one.record].record.title if one.record else "no record of it yet"
            due = f"due {one.due}, {one.state}" if one.due else str(one.state)
            yield Line(f"A return of its standards: {due} ({cycle})", "", (one.record or "partnership",))
    for waits in deadlines_for(snapshot, request, request.today):
        if waits.kind in _OWED and request.about in waits.agencies and waits.state in {State.OVERDUE, State.AHEAD}:
            yield told(snapshot, waits)


def _sent(snapshot: Snapshot, key: str) -> Iterator[Line]:
    """Returns and contributions that came."""
    for entry in snapshot.of(Assessment):
        if entry.record.agency == key and entry.record.returned:
            yield Line(entry.record.title, str(entry.record.returned), (entry.id,))
    for sent in snapshot.of(Contribution):
        if sent.record.agency == key and sent.record.received:
            yield Line(sent.record.title, str(sent.record.received), (sent.id,))


def _who(role: str | None, number: int | None, said: str | None) -> str:
    """`: 46 team managers`, as far as it is known."""
    who = " ".join(filter(None, (str(number) if number is not None else "", role)))
    told = "; ".join(filter(None, (who, said)))
    return f": {told}" if told else ""


AGENCY = Report(
    "agency",
    "What is asked of one agency, what it owes, what it was told, and what it does well",
    Sharing.PARTNERSHIP,
    build,
    (
        Section("found", "What was found"),
        Section("asked", "What is asked"),
        Section("actions", "What it does"),
        Section("owed", "What it owes, and what came"),
        Section("challenges", "Challenges and flags"),
        Section("learning", "What it was told, and what it did with it"),
    ),
    needs=(Ask.ABOUT,),
    kinds=(AN_AGENCY,),
    reaches=Sharing.PARTNERSHIP,
    duties=("F4.2", "F4.5", "F4.8", "F7.1"),
)
