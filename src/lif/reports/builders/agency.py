"""Report `agency`: recommendations to one agency, its actions, outstanding returns, learning and strengths."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import dated_in_words, record_date
from lif.analysis.deadlines.deadline import DeadlineState
from lif.analysis.deadlines.every_deadline import deadlines
from lif.analysis.deadlines.flag_clocks import ACKNOWLEDGEMENT, ANSWER
from lif.analysis.deadlines.returns import ReturnState, returns_of_agency
from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.challenges import challenge_log
from lif.analysis.duties.flags import flag_log
from lif.analysis.duties.overruled import lowered_to
from lif.analysis.impact.recommendation_state import RecommendationProgress, progress_of
from lif.analysis.lines.whose_work import ours
from lif.analysis.themes.recurrence import recommendations
from lif.model.kinds.action import Action
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.contribution import Contribution
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.model.view import View
from lif.model.vocabulary import Direction
from lif.reports.action_plan import StateGroup, actions_by_state, progress
from lif.reports.briefing_subject import CONCERNS, STRENGTHS
from lif.reports.builders.actions import takes_part
from lif.reports.cited_sentence import RESTS_ON, Line
from lif.reports.heading import Head, head
from lif.reports.open_items import challenge_line, deadline_line, flag_line
from lif.reports.report import AGENCY as AN_AGENCY
from lif.reports.report import Ask, Report, Section
from lif.reports.request import Request

_OWED_KINDS = {"contribution", "re-audit", ACKNOWLEDGEMENT, ANSWER}


@dataclass(frozen=True, slots=True)
class AgencyReport:
    """The content of the report, as of today. The template words the absence where a tuple is empty."""

    head: Head
    agency: str
    strengths: tuple[Line, ...]
    concerns: tuple[Line, ...]
    asked: tuple[Line, ...]
    progress: Line
    actions: tuple[StateGroup, ...]
    owed: tuple[Line, ...]
    sent: tuple[Line, ...]
    challenged: tuple[Line, ...]
    challenges: tuple[Line, ...]
    flags: tuple[Line, ...]
    meant_for: tuple[Line, ...]
    received: tuple[Line, ...]
    did: tuple[Line, ...]


def build(view: View, request: Request) -> AgencyReport:
    """Build the report on the agency whose key the request is about."""
    snapshot = view.records
    key, today = request.about, view.day
    actions = tuple(action for action in snapshot.of(Action) if takes_part(action.record, key))
    challenges_by_id = {logged.id: logged for logged in challenge_log(snapshot, today)}
    to_agency = {entry.id for entry in snapshot.of(Challenge) if key in entry.record.to}
    by_agency = {entry.id for entry in snapshot.of(Challenge) if entry.record.by == key}
    learning = tuple(snapshot.of(Learning))
    name = name_of(snapshot, key)
    return AgencyReport(
        head=head(view, request, f"What is asked of {name}"),
        agency=name,
        strengths=tuple(_findings(snapshot, key, frozenset(STRENGTHS))),
        concerns=tuple(_findings(snapshot, key, frozenset(CONCERNS))),
        asked=tuple(_recommendations(snapshot, key)),
        progress=progress(snapshot, actions, today).said,
        actions=tuple(actions_by_state(snapshot, actions, today, view.audience)),
        owed=tuple(_outstanding_items(snapshot, key, today)),
        sent=tuple(_submissions(snapshot, key)),
        challenged=tuple(
            challenge_line(snapshot, logged) for logged in challenges_by_id.values() if logged.id in to_agency
        ),
        challenges=tuple(
            challenge_line(snapshot, logged) for logged in challenges_by_id.values() if logged.id in by_agency
        ),
        flags=tuple(
            flag_line(snapshot, raised_flag)
            for raised_flag in flag_log(snapshot, today)
            if key in {recipient.agency for recipient in raised_flag.reached}
        ),
        meant_for=tuple(
            Line(entry.record.title, str(entry.record.date or ""), (entry.id,))
            for entry in learning
            if key in {audience.agency for audience in entry.record.audience}
        ),
        received=tuple(
            Line(
                f"{entry.record.title}{_receivers(receipt.role, receipt.number, receipt.said)}",
                str(receipt.date or ""),
                (entry.id,),
            )
            for entry in learning
            for receipt in entry.record.received
            if receipt.agency == key
        ),
        did=tuple(
            Line(f"{entry.record.title}: {response.what}", str(response.date or ""), (entry.id,))
            for entry in learning
            for response in entry.record.what_they_did
            if response.agency == key
        ),
    )


def _findings(snapshot: Snapshot, key: str, directions: frozenset[Direction]) -> Iterator[Line]:
    """Findings on the agency that are not superseded, newest first."""
    findings = [
        finding
        for finding in ours(snapshot, snapshot.of(Finding))
        if key in finding.record.agencies
        and finding.record.direction in directions
        and not lowered_to(snapshot, finding)
        and not finding.record.superseded_by
    ]
    for finding in sorted(
        findings, key=lambda finding: (str(record_date(snapshot, finding.id) or ""), finding.id), reverse=True
    ):
        text = finding.record.marked_by_field(finding.record.says or finding.record.title, *RESTS_ON, "agencies")
        yield Line(text, dated_in_words(snapshot, finding.id), (finding.id,))


def _recommendations(snapshot: Snapshot, key: str) -> Iterator[Line]:
    """The recommendations made to the agency, each with its state."""
    for recommendation in recommendations(snapshot):
        if key in recommendation.item.to:
            state = progress_of(snapshot, recommendation.id)
            due = f"; by {recommendation.item.due}" if recommendation.item.due else ""
            yield Line(
                f"{recommendation.item.text} ({state.state}{due})",
                str(recommendation.when or ""),
                (recommendation.id, *_answering_records(state)),
            )


def _answering_records(state: RecommendationProgress) -> tuple[str, ...]:
    return (*state.decisions, *state.actions)


def _outstanding_items(snapshot: Snapshot, key: str, today: date) -> Iterator[Line]:
    """Returns that were asked for and did not come, late ones only in its own records; then what else it owes."""
    for agency_return in returns_of_agency(snapshot, key, today):
        is_known = agency_return.state is not ReturnState.LATE or snapshot.is_own
        if agency_return.was_asked and agency_return.returned is None and is_known:
            cycle = (
                snapshot.entries[agency_return.record].record.title if agency_return.record else "no record of it yet"
            )
            due = f"due {agency_return.due}, {agency_return.state}" if agency_return.due else str(agency_return.state)
            yield Line(f"A return of its standards: {due} ({cycle})", "", (agency_return.record or "partnership",))
    for deadline in deadlines(snapshot, today):
        if (
            deadline.kind in _OWED_KINDS
            and key in deadline.agencies
            and deadline.state in {DeadlineState.OVERDUE, DeadlineState.AHEAD}
        ):
            yield deadline_line(snapshot, deadline)


def _submissions(snapshot: Snapshot, key: str) -> Iterator[Line]:
    """Returns and contributions that the agency has sent."""
    for assessment in snapshot.of(Assessment):
        if assessment.record.agency == key and assessment.record.returned:
            yield Line(assessment.record.title, str(assessment.record.returned), (assessment.id,))
    for contribution in snapshot.of(Contribution):
        if contribution.record.agency == key and contribution.record.received:
            yield Line(contribution.record.title, str(contribution.record.received), (contribution.id,))


def _receivers(role: str | None, number: int | None, said: str | None) -> str:
    """Describe the receivers of learning as far as they are known: `: 46 team managers`."""
    receivers = " ".join(filter(None, (str(number) if number is not None else "", role)))
    details = "; ".join(filter(None, (receivers, said)))
    return f": {details}" if details else ""


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
