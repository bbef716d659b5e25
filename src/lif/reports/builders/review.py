"""Report `review`: the decision pack on a review, with what the records show and without advice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import record_date
from lif.analysis.chronology.stage import Event, life_of
from lif.analysis.deadlines.deadline import Deadline, DeadlineState
from lif.analysis.deadlines.every_deadline import deadlines
from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.influences import QUESTIONS, influences, themes_of
from lif.analysis.duties.overruled import is_strength
from lif.analysis.impact.action_state import is_open
from lif.analysis.lines.lineage import trace
from lif.analysis.lines.themes_of import is_on
from lif.analysis.lines.whose_work import elsewhere_of, is_ours, own_activities, whose_in_words
from lif.analysis.themes.replaced_themes import current_theme
from lif.errors import LifError
from lif.model.kinds.action import Action
from lif.model.kinds.finding import Finding
from lif.model.kinds.review import Definition, Review
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.view import View
from lif.model.vocabulary import Direction, words
from lif.reports.activities_of_year import on_publication, review_links
from lif.reports.charts.line_of_sight import LineOfSight, line_of_sight
from lif.reports.cited_sentence import RESTS_ON, Line, quantity, theme_label
from lif.reports.decision_lines import decision_lines
from lif.reports.decisions_wanted import awaits_a_decision
from lif.reports.heading import Head, head
from lif.reports.open_items import owner_names
from lif.reports.report import Ask, Report, Section
from lif.reports.request import Request
from lif.reports.sources_differ import differences
from lif.reports.what_works import labelled

_STATES_IN_WORDS = {
    DeadlineState.OVERDUE: "overdue",
    DeadlineState.AHEAD: "ahead",
    DeadlineState.NO_DAY: "no day set",
    DeadlineState.CANNOT_TELL: "cannot be told",
    DeadlineState.MET: "met",
    DeadlineState.MET_LATE: "met late",
    DeadlineState.TOO_EARLY: "ended too early",
}


@dataclass(frozen=True, slots=True)
class InfluenceAnswer:
    """One influence as a question, with what the records show and the group's answer, empty without one."""

    question: str
    shown: tuple[Line, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class DecisionPack:
    """The content of the pack on one review.

    `is_open` while no decision is recorded; `may_be_decided` where one may only be withheld from this edition.
    `elsewhere` says whose review it is where it is not ours.
    """

    head: Head
    kind: str
    elsewhere: str
    is_open: bool
    may_be_decided: bool
    question: str
    method: str
    themes: tuple[str, ...]
    definition: tuple[Line, ...]
    dates: tuple[Line, ...]
    clocks: tuple[Line, ...]
    took_part: tuple[Line, ...]
    not_taking_part: tuple[Line, ...]
    design: tuple[Line, ...]
    practitioners: str
    families: str
    influences: tuple[InfluenceAnswer, ...]
    works: tuple[Line, ...]
    known: tuple[Line, ...]
    acting: tuple[Line, ...]
    decided: tuple[Line, ...]
    line: LineOfSight


def build(view: View, request: Request) -> DecisionPack:
    """Build the pack on the review of the request.

    Raises `LifError` when this audience may see no such review.
    """
    snapshot = view.records
    entry = next((candidate for candidate in snapshot.of(Review) if candidate.id == request.about), None)
    if entry is None:
        raise LifError(f"{request.about} is no review that this audience may see.", "lif list review names them.")
    review, theme_keys = entry.record, themes_of(snapshot, entry)
    absent = snapshot.absent
    return DecisionPack(
        head=head(view, request, f"Decision pack, {review.title}"),
        kind=words(review.review_kind),
        elsewhere=whose_in_words(whose) if (whose := elsewhere_of(snapshot, entry.id)) else "",
        is_open=awaits_a_decision(snapshot, entry, view.day),
        may_be_decided=snapshot.can_withhold,
        question=review.question or "",
        method=review.marked(review.method, "method") if review.method else "",
        themes=tuple(theme_label(snapshot, theme) for theme in theme_keys),
        definition=tuple(_definition(entry.id, review.definition)),
        dates=_in_order(_dates(snapshot, entry, view.day)),
        clocks=tuple(
            _clock_line(snapshot, deadline)
            for deadline in deadlines(snapshot, view.day)
            if deadline.record == entry.id and deadline.edition
        ),
        took_part=tuple(
            Line(
                f"{name_of(snapshot, participant.agency)}{f': {participant.how}' if participant.how else ''}",
                "",
                (entry.id,),
            )
            for participant in review.took_part
        ),
        not_taking_part=tuple(
            Line(
                f"{name_of(snapshot, absentee.agency)}{f': {absentee.reason}' if absentee.reason else ''}",
                "",
                (entry.id,),
            )
            for absentee in review.not_taking_part
        ),
        design=tuple(_design(entry)),
        practitioners=review.practitioners or "",
        families=review.families or "",
        influences=tuple(_influences(snapshot, entry, view.day)),
        works=_in_order(_strengths(snapshot, theme_keys)),
        known=tuple(_earlier_activities(snapshot, entry, theme_keys)),
        acting=tuple(_open_actions(snapshot, theme_keys, view.day)),
        decided=tuple(decision_lines(snapshot, entry.id)),
        line=line_of_sight("line", review.title, trace(snapshot, (entry.id,), view.day), absent),
    )


def _design(entry: Entry[Review]) -> Iterator[Line]:
    """What holds its publication up, what it names in the system, where it can be read, what the sources differ on."""
    review = entry.record
    named = "; ".join(factor.rstrip(".") for factor in review.systemic_factors)
    texts = (
        on_publication(review),
        review.marked(labelled((("What it names in the system", named),)), "systemic_factors") if named else "",
        review_links(review),
        *differences(review),
    )
    return (Line(text, "", (entry.id,)) for text in texts if text)


def _in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines by date, oldest first, those without one last."""
    return tuple(sorted(lines, key=lambda line: (not line.when[:1].isdigit(), line.when)))


def _definition(review_id: str, definition: Definition | None) -> Iterator[Line]:
    """The two questions of the definition with the group's answers (F6.3)."""
    if definition is not None:
        yield Line(f"Is abuse or neglect known or suspected? {words(definition.abuse_or_neglect)}", "", (review_id,))
        harmed = words(definition.died_or_seriously_harmed)
        yield Line(f"Has a child died or been seriously harmed? {harmed}", "", (review_id,))
        if definition.because:
            yield Line(f"On what that rests: {definition.because}", "", (review_id,))


def _dates(snapshot: Snapshot, entry: Entry[Review], day: date) -> Iterator[Line]:
    life = entry.record.life
    first_dates = ((life.aware, "the partners became aware"), (life.notified, "the national Panel was notified"))
    for when, what in first_dates:
        if when is not None:
            yield Line(what, str(when), (entry.id,))
    reading = life_of(snapshot, entry, day)
    events = reading.events if reading else ()
    for event in (event for event in events if not any(_tells_more(other, event) for other in events)):
        yield Line(event.what, str(event.when or "no date"), (event.record,))
    if life.panel_replied is not None:
        review = entry.record
        recommends = f"; it recommends a review: {words(review.panel_recommends)}" if review.panel_recommends else ""
        agrees = f"; it agrees with the decision: {words(review.panel_agrees)}" if review.panel_agrees else ""
        yield Line(
            f"the Panel replied{recommends}{agrees}",
            str(life.panel_replied),
            (entry.id,),
        )


def _tells_more(other: Event, event: Event) -> bool:
    """Whether the other event is the same one of the same day, in more words: `evaluated: practice`, `practice`."""
    is_same = (other.record, other.when) == (event.record, event.when)
    return is_same and other.what != event.what and other.what.endswith(event.what)


def _clock_line(snapshot: Snapshot, deadline: Deadline) -> Line:
    """A clock with its due date, its state and its owner; says when it is not verified against the guidance."""
    unsure = "" if deadline.is_verified else "; not verified against the text of the guidance"
    responsible = owner_names(snapshot, deadline)
    met = f", {deadline.met}" if deadline.met else ""
    details = "; ".join(
        filter(None, (f"due {deadline.due}", f"{_STATES_IN_WORDS[deadline.state]}{met}", responsible, deadline.why))
    )
    return Line(
        f"{deadline.what}: {details}{unsure if 'not verified' not in deadline.why else ''}", "", (deadline.record,)
    )


def _influences(snapshot: Snapshot, entry: Entry[Review], day: date) -> Iterator[InfluenceAnswer]:
    for influence in influences(snapshot, entry, day):
        because = f", because {influence.because}" if influence.because else ""
        shown = tuple(
            Line(observation.said, "", tuple(dict.fromkeys(observation.records))) for observation in influence.shown
        )
        yield InfluenceAnswer(
            QUESTIONS[influence.influence], shown, f"{words(influence.answer)}{because}" if influence.answer else ""
        )


def _strengths(snapshot: Snapshot, theme_keys: tuple[str, ...]) -> Iterator[Line]:
    """Strengths on the themes of the review, from any source, that it could build on (F3.4)."""
    for finding in snapshot.of(Finding):
        is_told_already = finding.record.superseded_by or finding.record.derived_from
        is_current_strength = is_strength(snapshot, finding) and not is_told_already and is_ours(snapshot, finding.id)
        if is_current_strength and current_theme(snapshot, finding.record.theme) in theme_keys:
            text = finding.record.marked_by_field(finding.record.says or finding.record.title, *RESTS_ON)
            yield Line(text, str(record_date(snapshot, finding.id) or ""), (finding.id,))


def _earlier_activities(snapshot: Snapshot, entry: Entry[Review], theme_keys: tuple[str, ...]) -> Iterator[Line]:
    """Other reviews and audits on a theme of the review: what they learned need not be learned again."""
    for activity in own_activities(snapshot):
        activity_themes = {current_theme(snapshot, key) for key in activity.record.themes}
        if activity.id != entry.id and activity_themes & set(theme_keys):
            finding_count = sum(
                finding.record.source == activity.id and finding.record.direction is not Direction.DESCRIPTIVE
                for finding in snapshot.of(Finding)
            )
            recommendation_count = len(activity.record.recommendations)
            yield Line(
                f"{activity.record.title}: {quantity(finding_count, 'finding')}, "
                f"{quantity(recommendation_count, 'recommendation')}",
                "",
                (activity.id,),
            )


def _open_actions(snapshot: Snapshot, theme_keys: tuple[str, ...], day: date) -> Iterator[Line]:
    """Actions that are open on the day and on a theme of the review."""
    for entry in snapshot.of(Action):
        action = entry.record
        if is_open(action, day) and is_on(snapshot, entry.id, theme_keys):
            yield Line(f"{action.title}{f' (due {action.due})' if action.due else ''}", "", (entry.id,))


REVIEW = Report(
    "review",
    "The decision pack on a review: definition, dates, who took part, the eight influences, options",
    Sharing.RESTRICTED,
    build,
    (
        Section("decision", "The decision that is asked"),
        Section("definition", "The definition of a serious case"),
        Section("dates", "Dates and clocks"),
        Section("took-part", "Who took part"),
        Section("influences", "What may influence the decision"),
        Section("known", "What is known already, and what is being done"),
        Section("line", "The line of sight"),
    ),
    needs=(Ask.ABOUT,),
    kinds=("review",),
    reaches=Sharing.PARTNERSHIP,
    duties=("F6.2", "F6.3", "F6.4", "F6.1"),
)
